//! Runs one engine on so many offers, and what it measured.

use super::graded::Case;
use crate::announce::seconds;
use crate::process;
use crate::project::root;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// How long an engine may take to index, or to load and be typed into.
const PATIENCE: Duration = Duration::from_secs(240);

/// An engine, and what was measured of it.
#[derive(Deserialize)]
pub(super) struct Engine {
    /// The name of its module.
    #[serde(skip)]
    pub(super) id: String,
    /// Its name and version.
    pub(super) name: String,
    /// Whether it orders what it finds by relevance.
    pub(super) ranked: bool,
    /// Bytes of its program, compressed.
    pub(super) library: usize,
    /// What was measured, by number of offers.
    #[serde(skip)]
    pub(super) rows: Vec<(usize, Row)>,
}

/// What was measured of an engine on so many offers.
pub(super) enum Row {
    Measured(Measured),
    /// It could not, for this reason.
    Failed(String),
}

/// What was measured; times in milliseconds, weights in bytes.
pub(super) struct Measured {
    pub(super) indexed: Indexed,
    pub(super) used: Used,
    /// On the graded questions, where they were asked.
    pub(super) relevance: Option<Relevance>,
}

/// Its index.
#[derive(Deserialize)]
pub(super) struct Indexed {
    pub(super) build: f64,
    pub(super) compressed: usize,
    /// Whether compression did its best; it takes too long on what is large.
    pub(super) exact: bool,
}

/// Its use.
#[derive(Deserialize)]
pub(super) struct Used {
    pub(super) load: f64,
    /// Memory once it is loaded.
    pub(super) loaded: f64,
    /// Memory after all was typed.
    pub(super) held: f64,
    /// How many keystrokes there were to type, and how many were in the time given.
    pub(super) keystrokes: usize,
    pub(super) done: usize,
    pub(super) median: f64,
    pub(super) p95: f64,
    pub(super) p99: f64,
    pub(super) max: f64,
    /// The same, of keystrokes typed for the first time.
    pub(super) first_p95: f64,
    pub(super) first_max: f64,
    /// What was slowest.
    pub(super) slowest: String,
    answers: Vec<Vec<u32>>,
}

/// How well it finds.
pub(super) struct Relevance {
    pub(super) ndcg: f64,
    pub(super) success: f64,
    /// Questions that have an answer, and how many got none.
    pub(super) asked: usize,
    pub(super) nothing: usize,
    /// Questions that have none, and how many got one.
    pub(super) absent: usize,
    pub(super) something: usize,
}

impl Engine {
    /// The engine of that name, weighed; `folder` holds an index of it.
    ///
    /// # Errors
    /// When its module cannot be loaded.
    pub(super) fn weigh(node: &Path, name: &str, folder: &Path) -> Result<Self> {
        let weighed: Result<Self, String> = ask(node, "weigh", name, folder)?;
        let engine = weighed.map_err(|reason| anyhow::anyhow!("{name}: {reason}"))?;
        Ok(Self { id: name.to_owned(), ..engine })
    }

    /// What was measured on so many offers.
    pub(super) fn at(&self, count: usize) -> Option<&Row> {
        self.rows.iter().find_map(|(of, row)| (*of == count).then_some(row))
    }
}

impl Row {
    /// Measures an engine on the offers beside `folder`, which becomes its own.
    ///
    /// # Errors
    /// When Node.js cannot be started, or the user interrupts; what the engine cannot do is a row of its own.
    pub(super) fn measure(node: &Path, name: &str, folder: &Path, cases: &[Case]) -> Result<Self> {
        let indexed: Indexed = match ask(node, "index", name, folder)? {
            Ok(indexed) => indexed,
            Err(reason) => return Ok(Self::Failed(format!("to index: {reason}"))),
        };
        let used: Used = match ask(node, "use", name, folder)? {
            Ok(used) => used,
            Err(reason) => return Ok(Self::Failed(format!("to search: {reason}"))),
        };
        let relevance = (!used.answers.is_empty()).then(|| Relevance::new(cases, &used.answers));
        Ok(Self::Measured(Measured { indexed, used, relevance }))
    }

    /// What was measured, if it was.
    pub(super) fn measured(&self) -> Option<&Measured> {
        match self {
            Self::Measured(measured) => Some(measured),
            Self::Failed(_) => None,
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(reason) => write!(f, "      cannot be measured; {reason}"),
            Self::Measured(Measured { indexed, used, .. }) => write!(
                f,
                "      index {} kB in {}, loaded in {}; a keystroke takes {:.3} ms, 95 of 100 less than {:.3} ms, the \
                 slowest {:.3} ms (« {} »)",
                indexed.compressed / 1000,
                seconds(Duration::from_secs_f64(indexed.build / 1e3)),
                seconds(Duration::from_secs_f64(used.load / 1e3)),
                used.median,
                used.p95,
                used.max,
                used.slowest
            ),
        }
    }
}

impl Relevance {
    /// Of the answers to these questions; offers are numbered from 1.
    fn new(cases: &[Case], answers: &[Vec<u32>]) -> Self {
        let mut sums =
            Self { ndcg: 0.0, success: 0.0, asked: 0, nothing: 0, absent: 0, something: 0 };
        for (case, answer) in cases.iter().zip(answers) {
            let found: Vec<u32> = answer.iter().map(|id| id.saturating_sub(1)).collect();
            if case.grades.is_empty() {
                sums.absent += 1;
                sums.something += usize::from(!found.is_empty());
            } else {
                sums.asked += 1;
                sums.nothing += usize::from(found.is_empty());
                sums.ndcg += case.ndcg(&found);
                sums.success += f64::from(u8::from(case.first_is_best(&found)));
            }
        }
        let asked = sums.asked.max(1) as f64;
        Self { ndcg: sums.ndcg / asked, success: sums.success / asked, ..sums }
    }
}

/// What runs the engines, for the report.
pub(super) fn machine(node: &Path) -> String {
    let version = process::first_line(Command::new(node).arg("--version")).unwrap_or_default();
    let processor = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or(std::env::consts::ARCH, |(_, model)| model.trim());
    format!("Node.js {version}, {model}")
}

/// Asks one thing of an engine in a process of its own; the inner error is why it could not.
fn ask<T: DeserializeOwned>(
    node: &Path,
    phase: &str,
    name: &str,
    folder: &Path,
) -> Result<Result<T, String>> {
    let mut command = Command::new(node);
    command.args(["--expose-gc", "--max-old-space-size=8192", "bench/measure.mjs", phase, name]);
    command.arg(folder).current_dir(root());
    let Some(output) = process::read_within(&mut command, PATIENCE)? else {
        return Ok(Err(format!("more than {}", seconds(PATIENCE))));
    };
    if !output.status.success() {
        return Ok(Err("it broke off".to_owned()));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    // Libraries may print lines of their own.
    let line = text.lines().next_back().unwrap_or_default();
    let read = serde_json::from_str(line);
    read.map(Ok).with_context(|| format!("{} wrote: {line}", process::shown(&command)))
}
