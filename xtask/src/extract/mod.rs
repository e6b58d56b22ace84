//! `cargo xtask extract`: reads texts and prints the offers they hold.

mod explain;
mod table;

use crate::gather::Gathered;
use serde_json::Value;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use tremplin_engine::dataset::{Dataset, compile, open};
use tremplin_engine::diagnostic::{Language, Severity};
use tremplin_engine::offer::Field;

/// What to read, and how to print it.
#[derive(clap::Args)]
pub(crate) struct Extract {
    /// Files, or folders read with their subfolders
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Print one JSON array of offers, and nothing else, on standard output
    #[arg(long, conflicts_with_all = ["table", "explain"])]
    json: bool,
    /// Print offer by offer what was found and what is missing (the default)
    #[arg(long)]
    table: bool,
    /// Print the candidates of one field, with their rules and scores
    #[arg(long, value_name = "FIELD", value_parser = field, conflicts_with = "table")]
    explain: Option<Field>,
    /// Language of the table and of the complaints
    #[arg(long, default_value = "fr", value_parser = language)]
    lang: Language,
}

/// A field under its name in the data, in French or in English.
fn field(name: &str) -> Result<Field, String> {
    let wanted = tremplin_engine::text::fold(&name.replace(['_', '-'], " "));
    let names = |field: &Field| {
        [field.word().replace('_', " "), field.french().to_owned(), field.english().to_owned()]
    };
    let known = |field: &&Field| {
        names(field).iter().any(|name| tremplin_engine::text::fold(name) == wanted)
    };
    Field::ALL.iter().find(known).copied().ok_or_else(|| {
        let words: Vec<&str> = Field::ALL.iter().map(|field| field.word()).collect();
        format!("no such field; the fields are {}", words.join(", "))
    })
}

fn language(code: &str) -> Result<Language, String> {
    match code {
        "fr" => Ok(Language::French),
        "en" => Ok(Language::English),
        _ => Err("the languages are fr and en".to_owned()),
    }
}

/// Reads, prints, complains on standard error. Fails only when something could not be read.
pub(crate) fn run(arguments: &Extract) -> ExitCode {
    let mut gathered = Gathered::default();
    for path in &arguments.paths {
        gathered.add(path);
    }
    let (dataset, diagnostics) = compile(&gathered.sources);
    for diagnostic in &diagnostics {
        eprintln!("{}\n", diagnostic.drawn(arguments.lang));
    }
    for complaint in &gathered.complaints {
        eprintln!("{complaint}");
    }
    let printed = match arguments.explain {
        Some(field) => explain::print(&gathered.sources, field, arguments.lang),
        None if arguments.json => print_json(&dataset),
        None => table::print(&dataset, arguments.lang),
    };
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

fn print_json(dataset: &Dataset) -> io::Result<()> {
    let offers: Vec<Value> = dataset.offers.iter().map(open).collect();
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &offers)?;
    writeln!(out)
}
