//! `cargo xtask search`: answers queries over texts or open data, as the widget would.

mod json;
mod page;

use crate::gather::Gathered;
use crate::project::{settings, today};
use anyhow::{Context, bail};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::{Dataset, compile};
use tremplin_engine::diagnostic::Severity;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Answer, Index, search};

/// What to search, and how to answer.
#[derive(clap::Args)]
pub(crate) struct Search {
    /// Texts, folders of texts, or a file of open data (`offres.json`)
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The queries, one a line; `-` is standard input
    #[arg(long, value_name = "FILE", default_value = "-")]
    queries: PathBuf,
    /// The day of the search: today unless told
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// Print one JSON object a line on standard output, and nothing else
    #[arg(long)]
    json: bool,
    /// Tell why each offer stands where it does, word by word
    #[arg(long)]
    explain: bool,
}

/// Offers with what answering takes.
struct Searched {
    dataset: Dataset,
    index: Index,
    today: Date,
    explain: bool,
}

impl Searched {
    fn answer(&self, query: &Query) -> Answer {
        search(&self.dataset, &self.index, query, self.today, usize::MAX)
    }
}

/// Answers every query; offers that could not be read are complained about on standard error.
///
/// # Errors
/// When nothing can be searched, or the queries cannot be read.
pub(crate) fn run(arguments: &Search) -> anyhow::Result<()> {
    let dataset = read(&arguments.paths)?;
    if dataset.offers.is_empty() {
        bail!("no offer to search; put texts into the folder, or name a file of open data");
    }
    let mut index = Index::build(&dataset);
    index.add_synonyms(&settings()?.synonyms);
    let today = match arguments.today {
        Some(day) => day,
        None => today().context("say which day with --today")?,
    };
    let searched = Searched { dataset, index, today, explain: arguments.explain };
    if !arguments.json {
        eprintln!("{} offers, as of {today}", searched.dataset.offers.len());
    }
    let answered = answer_all(arguments, &searched);
    match answered {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.with_context(|| format!("{}", arguments.queries.display())),
    }
}

fn answer_all(arguments: &Search, searched: &Searched) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let mut reader: Box<dyn BufRead> = if arguments.queries == Path::new("-") {
        if io::stdin().is_terminal() {
            eprintln!("Type a query and Enter; Ctrl-D ends.");
        }
        Box::new(io::stdin().lock())
    } else {
        Box::new(io::BufReader::new(std::fs::File::open(&arguments.queries)?))
    };
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        let words = String::from_utf8_lossy(&line);
        let query = Query::parse(words.trim_end_matches(['\n', '\r']));
        if arguments.json {
            serde_json::to_writer(&mut out, &json::answer(searched, &query))?;
            writeln!(out)?;
        } else {
            page::print(&mut out, searched, &query)?;
        }
        out.flush()?;
        line.clear();
    }
    Ok(())
}

/// The offers of texts, or of open data.
fn read(paths: &[PathBuf]) -> anyhow::Result<Dataset> {
    let mut gathered = Gathered::default();
    let mut opened = Vec::new();
    for path in paths {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
            let json = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
            let dataset = Dataset::from_json(&json).or_else(|_| Dataset::from_open(&json));
            opened.extend(dataset.with_context(|| path.display().to_string())?.offers);
        } else {
            gathered.add(path);
        }
    }
    let (mut dataset, diagnostics) = compile(&gathered.sources);
    for diagnostic in diagnostics.iter().filter(|found| found.severity == Severity::Error) {
        eprintln!("{}\n", diagnostic.drawn(tremplin_engine::diagnostic::Language::French));
    }
    gathered.complaints.iter().for_each(|complaint| eprintln!("{complaint}"));
    dataset.offers.extend(opened);
    Ok(dataset)
}
