//! How long an answer takes at each keystroke, and what the index costs: `cargo bench -p tremplin-engine --bench searching`.
//!
//! Each size runs in a process of its own, so that its memory is its own; `cargo bench … -- 10000` runs one alone. What
//! is timed is what a visitor waits for: the hits in order, the facets counted, the words marked and the snippets cut
//! of the first twenty. Memory is what the index takes above the offers, opened and after all is typed. `TYPED=words`
//! types these instead of `typed.txt`; `SHOW=1` lists the slowest keystrokes.

#[path = "../../tests/it/chance.rs"]
#[expect(dead_code, reason = "the tests draw more from it")]
mod chance;
#[path = "../../tests/ranking/graded.rs"]
#[expect(dead_code, reason = "only its offers are asked for")]
mod graded;
mod offers;

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::Duration;
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Index, marks, search};

/// What is typed, letter by letter.
const TYPED: &str = include_str!("typed.txt");

/// How many offers, and of how many bytes each.
const CASES: &[(usize, usize)] = &[(28, 4000), (1000, 4000), (10_000, 4000), (100_000, 400)];

/// How many rows are marked at each letter.
const SHOWN: usize = 20;

/// How often everything is typed: a keystroke's time is its shortest.
const PASSES: usize = 3;

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let named: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let chosen = |count: usize| named.is_empty() || named.contains(&count.to_string());
    let cases: Vec<_> = CASES.iter().filter(|(count, _)| chosen(*count)).collect();
    if let [(count, length)] = cases.as_slice() {
        measure(*count, *length);
        return ExitCode::SUCCESS;
    }
    println!(
        "{:>7}{:>9}{:>10}{:>10}{:>9}{:>10}{:>10}{:>10}{:>9}{:>9}{:>9}{:>12}{:>9}",
        "offers",
        "text MB",
        "index kB",
        "build ms",
        "open ms",
        "opened MB",
        "typed MB",
        "median ms",
        "p95",
        "p99",
        "worst",
        "first p95",
        "worst"
    );
    for (count, _) in cases {
        let program = std::env::current_exe();
        let ran = program.and_then(|path| Command::new(path).arg(count.to_string()).status());
        if !ran.is_ok_and(|status| status.success()) {
            eprintln!("{count}: failed");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn measure(count: usize, length: usize) {
    let dataset = offers::offers(&graded::seeds(), count, length);
    let text: usize = dataset.offers.iter().map(|offer| offer.text.len()).sum();
    let start = clock();
    let bytes = Index::build(&dataset).to_bytes().to_vec();
    let build = clock() - start;
    let (weight, held) = (bytes.len(), memory());
    let start = clock();
    let index = Index::open(bytes, &dataset).expect("an index that was just built");
    let open = clock() - start;
    let opened = memory();
    let keystrokes = keystrokes();
    let first = type_all(&dataset, &index, &keystrokes);
    let mut best = first.clone();
    for _ in 1..PASSES {
        let again = type_all(&dataset, &index, &keystrokes);
        best.iter_mut().zip(again).for_each(|(best, again)| *best = again.min(*best));
    }
    let typed = memory();
    if std::env::var_os("SHOW").is_some() {
        let mut slowest: Vec<_> = best.iter().zip(&keystrokes).collect();
        slowest.sort_by(|one, other| other.cmp(one));
        for (time, typed) in slowest.iter().take(15) {
            println!("{:>9.3}  {typed}", ms(**time));
        }
    }
    // The bytes themselves were there before.
    let more = |now: Option<usize>| match held.zip(now) {
        Some((before, now)) => {
            format!("{:.1}", ((now + weight).saturating_sub(before)) as f64 / 1e6)
        }
        None => "?".to_owned(),
    };
    let (first, best) = (sorted(first), sorted(best));
    println!(
        "{count:>7}{:>9.1}{:>10.0}{:>10.0}{:>9.2}{:>10}{:>10}{:>10.3}{:>9.3}{:>9.3}{:>9.3}{:>12.3}{:>9.3}",
        text as f64 / 1e6,
        weight as f64 / 1e3,
        ms(build),
        ms(open),
        more(opened),
        more(typed),
        ms(at(&best, 0.5)),
        ms(at(&best, 0.95)),
        ms(at(&best, 0.99)),
        ms(at(&best, 1.0)),
        ms(at(&first, 0.95)),
        ms(at(&first, 1.0)),
    );
}

/// Every beginning of everything that is typed.
fn keystrokes() -> Vec<String> {
    let given = std::env::var("TYPED").ok();
    let lines = given.as_deref().unwrap_or(TYPED).lines();
    let beginnings = lines.flat_map(|line| {
        let ends = line.char_indices().map(|(start, c)| start + c.len_utf8());
        ends.map(|end| line[..end].to_owned()).collect::<Vec<_>>()
    });
    beginnings.collect()
}

/// The time of each keystroke.
fn type_all(dataset: &Dataset, index: &Index, keystrokes: &[String]) -> Vec<Duration> {
    // A day before every offer's last: relevance alone orders them.
    let today: Date = "2020-01-01".parse().expect("a day");
    let time = |typed: &String| {
        let start = clock();
        let answer = search(dataset, index, &Query::parse(typed), today, SHOWN);
        for hit in &answer.hits {
            black_box(marks(dataset, index, &answer, hit.offer));
        }
        black_box(answer);
        clock() - start
    };
    keystrokes.iter().map(time).collect()
}

/// The time that the processor gave to this thread: on a busy machine it says more than the clock.
#[cfg(unix)]
fn clock() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

#[cfg(not(unix))]
fn clock() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

fn sorted(mut times: Vec<Duration>) -> Vec<Duration> {
    times.sort_unstable();
    times
}

/// The time that such a share of these sorted ones does not exceed.
fn at(times: &[Duration], share: f64) -> Duration {
    times[((times.len() as f64 * share).ceil() as usize).clamp(1, times.len()) - 1]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The memory that this process holds, in bytes, where the system tells (Linux).
fn memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: usize = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024)
}
