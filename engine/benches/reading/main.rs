//! How long reading takes, and how much memory: `cargo bench -p tremplin-engine --bench reading`.
//!
//! Each case runs in a process of its own, so that its time includes what is compiled and laid out at start-up, and
//! its memory is its own. `cargo bench … -- 1000` runs one case alone.

#[path = "../../tests/it/chance.rs"]
#[expect(dead_code, reason = "the tests draw more from it")]
mod chance;
mod offers;

use chance::Chance;
use std::process::{Command, ExitCode};
use std::time::Instant;
use tremplin_engine::dataset::compile;
use tremplin_engine::source::Source;

/// A case: its name, and how its texts are made.
type Case = (&'static str, fn() -> Vec<Source>);

const CASES: &[Case] = &[
    ("1", || offers::sources(1)),
    ("100", || offers::sources(100)),
    ("1000", || offers::sources(1_000)),
    ("10000", || offers::sources(10_000)),
    ("line-10MB", || {
        one("ligne.txt", "Le poste est basé à Rennes, dès que possible, pour 6 mois. ", 10)
    }),
    ("headings-10MB", || one("titres.txt", "Profil recherché\n\n", 10)),
    ("listing-50MB", || vec![joined(&offers::sources(11_000))]),
    ("file-50MB", || one("fichier.txt", &offers::offer(&mut Chance::new(50), 4_000), 50)),
];

/// One file of so many megabytes: a piece again and again.
fn one(name: &str, piece: &str, megabytes: usize) -> Vec<Source> {
    let times = megabytes * 1_000_000 / piece.len();
    vec![Source { name: name.to_owned(), bytes: piece.repeat(times).into_bytes() }]
}

/// The texts in one file, one after the other.
fn joined(sources: &[Source]) -> Source {
    let texts: Vec<&[u8]> = sources.iter().map(|source| source.bytes.as_slice()).collect();
    Source { name: "liste.txt".to_owned(), bytes: texts.join(&b"\n\n-----\n\n"[..]) }
}

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let named: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let chosen = |name: &str| named.is_empty() || named.iter().any(|arg| arg == name);
    let cases: Vec<_> = CASES.iter().filter(|(name, _)| chosen(name)).collect();
    match cases.as_slice() {
        [(name, make)] => measure(name, make()),
        cases => {
            println!(
                "{:<15}{:>9}{:>9}{:>10}{:>9}{:>9}{:>10}",
                "case", "MB", "offers", "ms", "cpu ms", "MB/s", "peak MB"
            );
            for (name, _) in cases {
                let ran =
                    std::env::current_exe().and_then(|path| Command::new(path).arg(name).status());
                if !ran.is_ok_and(|status| status.success()) {
                    eprintln!("{name}: failed");
                    return ExitCode::FAILURE;
                }
            }
        }
    }
    ExitCode::SUCCESS
}

fn measure(name: &str, sources: Vec<Source>) {
    let megabytes = sources.iter().map(|source| source.bytes.len()).sum::<usize>() as f64 / 1e6;
    let (start, worked) = (Instant::now(), processor_time());
    let (dataset, _) = compile(&sources);
    let seconds = start.elapsed().as_secs_f64();
    let worked = worked.zip(processor_time()).map(|(before, after)| after - before);
    println!(
        "{name:<15}{megabytes:>9.1}{:>9}{:>10.0}{:>9}{:>9.2}{:>10}",
        dataset.offers.len(),
        seconds * 1e3,
        worked.map_or("?".to_owned(), |worked| worked.to_string()),
        megabytes / seconds,
        peak_memory().map_or("?".to_owned(), |bytes| (bytes / 1_000_000).to_string())
    );
}

/// The milliseconds that processors worked for this process, where the system tells (Linux, in ticks of ten): on a busy
/// machine it says more than the clock.
fn processor_time() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field)?.parse::<u64>().ok();
    Some((ticks(11)? + ticks(12)?) * 10)
}

/// The most memory that this process has held, in bytes, where the system tells (Linux).
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024)
}
