//! `cargo xtask extract`: reads texts and prints the offers they hold.

use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tremplin_engine::dataset::{Dataset, compile, open};
use tremplin_engine::diagnostic::Severity;
use tremplin_engine::offer::Offer;
use tremplin_engine::source::Source;

/// What to read, and how to print it.
#[derive(clap::Args)]
pub(crate) struct Extract {
    /// Files, or folders read with their subfolders.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Print one JSON array of offers, and nothing else, on standard output.
    #[arg(long, conflicts_with = "table")]
    json: bool,
    /// Print a table: what was found, and what is missing (the default).
    #[arg(long)]
    table: bool,
}

/// Reads, prints, complains on standard error. Fails only when something could not be read.
pub(crate) fn run(arguments: &Extract) -> ExitCode {
    let mut gathered = Gathered::default();
    for path in &arguments.paths {
        gathered.add(path, true);
    }
    let (dataset, diagnostics) = compile(&gathered.sources);
    for diagnostic in &diagnostics {
        eprintln!("{diagnostic}\n");
    }
    for complaint in &gathered.complaints {
        eprintln!("{complaint}");
    }
    let printed = if arguments.json { print_json(&dataset) } else { print_table(&dataset) };
    if let Err(error) = printed
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        eprintln!("standard output: {error}");
        return ExitCode::FAILURE;
    }
    let unread =
        diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    if unread > 0 || !gathered.complaints.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// The files of the paths that were asked for.
#[derive(Default)]
struct Gathered {
    sources: Vec<Source>,
    complaints: Vec<String>,
    /// Folders seen, by their true path: a link may lead back.
    folders: BTreeSet<PathBuf>,
}

impl Gathered {
    /// Adds a file, or the texts of a folder. A file that was named is read whatever its ending.
    fn add(&mut self, path: &Path, named: bool) {
        if path.is_dir() {
            self.add_folder(path);
        } else if named || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"))
        {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            match std::fs::read(path) {
                Ok(bytes) => self.sources.push(Source { name, bytes }),
                Err(error) => self.complaints.push(format!("{}: {error}", path.display())),
            }
        }
    }

    fn add_folder(&mut self, path: &Path) {
        let entries = path.canonicalize().and_then(|real| match self.folders.insert(real) {
            true => std::fs::read_dir(path)?
                .map(|entry| Ok(entry?.path()))
                .collect::<io::Result<Vec<_>>>(),
            false => Ok(Vec::new()),
        });
        match entries {
            Ok(mut entries) => {
                entries.sort();
                for entry in entries {
                    self.add(&entry, false);
                }
            }
            Err(error) => self.complaints.push(format!("{}: {error}", path.display())),
        }
    }
}

fn print_json(dataset: &Dataset) -> io::Result<()> {
    let offers: Vec<Value> = dataset.offers.iter().map(open).collect();
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &offers)?;
    writeln!(out)
}

fn print_table(dataset: &Dataset) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{}",
        row([
            "file:line",
            "title",
            "organisation",
            "contract",
            "place",
            "months",
            "start",
            "deadline",
            "pay",
            "level",
            "apply to"
        ]
        .map(str::to_owned))
    )?;
    for offer in &dataset.offers {
        writeln!(out, "{}", row(cells(offer)))?;
    }
    let count = dataset.offers.len();
    let offers = if count == 1 { "offer" } else { "offers" };
    writeln!(out, "\n{count} {offers}; « · » is what the text does not state.")
}

fn cells(offer: &Offer) -> [String; 11] {
    let or_dot = |value: Option<String>| value.unwrap_or_else(|| "·".to_owned());
    let place = offer.places.first().map(|place| {
        let parts =
            [place.city.as_deref(), place.department.as_deref().or(place.country.as_deref())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let range = |[least, most]: [u16; 2]| {
        if least == most { least.to_string() } else { format!("{least}–{most}") }
    };
    let levels: Vec<&str> = offer.study_level.iter().map(|level| level.word()).collect();
    [
        format!("{}:{}", offer.file, offer.start_line),
        or_dot(offer.title.clone()),
        or_dot(offer.organisation.clone()),
        or_dot(offer.contract.map(|contract| contract.word().to_owned())),
        or_dot(place),
        or_dot(offer.duration_months.map(range)),
        or_dot(offer.start.and_then(|start| start.from.or(start.to)).map(|when| when.to_string())),
        or_dot(offer.deadline.map(|day| day.to_string())),
        or_dot(
            offer
                .pay
                .as_ref()
                .map(|pay| format!("{} {}/{}", pay.min, pay.currency, pay.period.word())),
        ),
        or_dot(levels.first().map(|_| levels.join(" "))),
        or_dot(offer.apply_emails.first().cloned()),
    ]
}

/// Cells cut and padded to their columns.
fn row(cells: [String; 11]) -> String {
    const WIDTHS: [usize; 11] = [16, 40, 28, 15, 22, 6, 10, 10, 16, 12, 34];
    let padded = cells.iter().zip(WIDTHS).map(|(cell, width)| {
        let mut shown: String = cell.chars().take(width).collect();
        if cell.chars().count() > width {
            shown.pop();
            shown.push('…');
        }
        format!("{shown}{}", " ".repeat(width - shown.chars().count()))
    });
    padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}
