//! Files whose offers are known.

use crate::FOLDS;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tremplin_engine::source::Source;

/// How much the mistakes in offers of a listing count, each put in a file of its own.
const ALONE: f32 = 0.3;
/// How much those in files of one offer count, put end to end.
const JOINED: f32 = 0.4;

/// A file and the lines at which each of its offers may begin, 1-based, the best one first.
#[derive(Clone)]
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) set: String,
    pub(crate) text: String,
    pub(crate) offers: Vec<Vec<u32>>,
    /// How much its mistakes count: real files more than invented ones.
    pub(crate) counts: f32,
}

impl Example {
    /// The part of the files it is held out with: by its name, so that a new file moves no other.
    pub(crate) fn fold(&self, folds: u32) -> u32 {
        let mix = |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(16_777_619);
        (self.name.bytes().fold(2_166_136_261, mix) >> 8) % folds
    }
}

/// All files of the repository, and those of more folders; and files made from them.
pub(crate) fn examples(folders: &[String]) -> Vec<Example> {
    let engine = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests = engine.join("tests");
    let mut examples = listings(&tests.join("listings"));
    let unseen = tests.join("unseen");
    examples.extend(told(&unseen, &unseen.join("truth.json"), "before", 1.0));
    let seeds = engine.join("../seeds");
    examples.extend(told(&seeds, &tests.join("seed-offers.json"), "seeds", 4.0));
    for folder in folders {
        let path = PathBuf::from(folder);
        let name = path.file_name().map_or(folder.into(), |name| name.to_string_lossy());
        examples.extend(told(&path, &path.join("truth.json"), &name, 2.0));
    }
    let alone: Vec<Example> = examples.iter().flat_map(alone).collect();
    let joined = joined(&examples);
    examples.extend(alone);
    examples.extend(joined);
    examples
}

/// Each offer of a listing, in a file of its own: it stays one.
fn alone(listing: &Example) -> Vec<Example> {
    let lines: Vec<&str> = listing.text.split_inclusive('\n').collect();
    let firsts = listing.offers.iter().map(|offer| offer[0]);
    let ends = firsts.clone().skip(1).map(|next| next - 1).chain([lines.len() as u32]);
    if listing.offers.len() < 2 {
        return Vec::new();
    }
    let of = |(first, end): (u32, u32)| {
        let text = lines[first as usize - 1..end as usize].concat();
        let words = text.lines().filter(|line| !line.trim().is_empty()).count() >= 4;
        words.then(|| Example {
            text,
            set: "~ alone".to_owned(),
            offers: vec![vec![1]],
            counts: ALONE,
            ..listing.clone()
        })
    };
    // What stands below the last offer may be the page's own.
    firsts.zip(ends).take(listing.offers.len() - 1).filter_map(of).collect()
}

/// Files of one offer, three in a row: pages put end to end.
fn joined(examples: &[Example]) -> Vec<Example> {
    let mut joined = Vec::new();
    for fold in 0..FOLDS {
        let of_fold: Vec<&Example> = examples
            .iter()
            .filter(|example| example.fold(FOLDS) == fold && example.offers.len() == 1)
            .collect();
        for (number, three) in of_fold.chunks(3).enumerate() {
            let ruler = ["\n\n", "\n\n-----\n\n", "\n\n\n\n"][number % 3];
            let mut one = Example {
                text: String::new(),
                offers: Vec::new(),
                set: "~ joined".to_owned(),
                counts: JOINED,
                ..three[0].clone()
            };
            for example in three {
                let before = one.text.matches('\n').count() as u32;
                let moved = example.offers[0].iter().map(|line| line + before);
                one.offers.push(moved.collect());
                one.text += example.text.trim_end();
                one.text += ruler;
            }
            joined.push(one);
        }
    }
    joined
}

/// Files whose truth is told by offer; what is only ever counted (`after`) is left out.
fn told(folder: &Path, truth: &Path, set: &str, counts: f32) -> Vec<Example> {
    let truth = std::fs::read_to_string(truth).expect("the truth can be read");
    let truth: Vec<Value> = serde_json::from_str(&truth).expect("the truth is a list");
    let number = |value: &Value| value.as_u64().expect("a line is a number") as u32;
    let mut files: BTreeMap<&str, Vec<Vec<u32>>> = BTreeMap::new();
    for offer in truth.iter().filter(|offer| offer["half"] != "after") {
        let others = offer["start_line_accept"].as_array().into_iter().flatten();
        let lines = [&offer["start_line"]].into_iter().chain(others).map(number).collect();
        files.entry(offer["file"].as_str().expect("it has a file")).or_default().push(lines);
    }
    let example = |(name, offers): (&str, _)| {
        let bytes = std::fs::read(folder.join(name)).expect("a file can be read");
        let text = Source { name: name.to_owned(), bytes }.decode().expect("a file is a text");
        Example { name: name.to_owned(), set: set.to_owned(), text, offers, counts }
    };
    files.into_iter().map(example).collect()
}

/// Files whose first lines are marked.
fn listings(folder: &Path) -> Vec<Example> {
    let entries = std::fs::read_dir(folder).expect("the listings can be listed");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let example = |path: &PathBuf| {
        let marked = std::fs::read_to_string(path).expect("a listing can be read");
        let lines = (1..).zip(marked.lines()).filter(|(_, line)| line.starts_with("@@"));
        Example {
            name: path.file_name().expect("a file has a name").to_string_lossy().into_owned(),
            set: "listings".to_owned(),
            text: marked.replace("@@", ""),
            offers: lines.map(|(number, _)| vec![number]).collect(),
            counts: 3.0,
        }
    };
    paths.iter().map(example).collect()
}
