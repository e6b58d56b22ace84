//! The graded queries of `relevance.txt`, the offers that they are about, and what an order of offers is worth.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tremplin_engine::dataset::{Dataset, compile};
use tremplin_engine::source::Source;

const QUERIES: &str = include_str!("relevance.txt");

/// One query and what answers it.
pub(crate) struct Case {
    /// What it tries.
    pub(crate) kind: &'static str,
    pub(crate) query: &'static str,
    /// Grades by place of the offer in the dataset; none when nothing may be found.
    pub(crate) grades: BTreeMap<u32, u32>,
}

/// The offers' short names, and the cases.
pub(crate) fn cases() -> (Vec<&'static str>, Vec<Case>) {
    let (mut names, mut cases, mut kind) = (Vec::new(), Vec::new(), "");
    for line in QUERIES.lines() {
        if let Some(listed) = line.strip_prefix("@ ") {
            names = listed.split(' ').collect();
        } else if let Some(title) = line.strip_prefix("# ") {
            kind = title;
        } else if let Some((query, answers)) = line.rsplit_once(" =") {
            let grades = answers.split_whitespace().map(|answer| {
                let (name, grade) = answer.split_once(':').expect("name:grade");
                let place = names.iter().position(|other| *other == name);
                (place.expect(name) as u32, grade.parse().expect("a grade"))
            });
            cases.push(Case { kind, query, grades: grades.collect() });
        }
    }
    (names, cases)
}

/// The offers of `seeds/`, which stands beside the crate that includes this file.
pub(crate) fn seeds() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds");
    let files = std::fs::read_dir(folder).expect("seeds/ is there");
    let files = files.map(|entry| entry.expect("seeds/ can be read").path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    let source = |path: &PathBuf| Source {
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        bytes: std::fs::read(path).expect("a seed can be read"),
    };
    compile(&files.iter().map(source).collect::<Vec<_>>()).0
}

impl Case {
    /// nDCG@10 of offers in order.
    pub(crate) fn ndcg(&self, found: &[u32]) -> f64 {
        let found = found.iter().map(|offer| self.grades.get(offer).copied().unwrap_or(0));
        let mut best: Vec<u32> = self.grades.values().copied().collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        gain(found) / gain(best.into_iter())
    }

    /// Whether none is better than the first of these offers.
    pub(crate) fn first_is_best(&self, found: &[u32]) -> bool {
        let first = found.first().and_then(|offer| self.grades.get(offer));
        first == self.grades.values().max()
    }
}

/// Discounted gain of grades in order, `2^grade - 1` each; ten count.
fn gain(grades: impl Iterator<Item = u32>) -> f64 {
    let discounted =
        |(rank, grade): (usize, u32)| (2_f64.powi(grade as i32) - 1.0) / (rank as f64 + 2.0).log2();
    grades.take(10).enumerate().map(discounted).sum()
}
