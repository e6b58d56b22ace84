//! The lists of words and their README tell the same.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn lists(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a module's folder can be listed") {
        let path = entry.expect("and its entries read").path();
        if path.is_dir() {
            lists(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            found.push(path);
        }
    }
}

fn all() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    lists(&root, &mut found);
    let named = |path: PathBuf| {
        let name = path
            .strip_prefix(&root)
            .expect("it is in the folder")
            .to_string_lossy()
            .replace('\\', "/");
        (name, std::fs::read_to_string(&path).expect("a list is text"))
    };
    found.into_iter().map(named).collect()
}

#[test]
fn the_readme_names_every_list() {
    let table = include_str!("../../src/lexicon/README.md").lines();
    let named: BTreeSet<String> = table
        .filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned()))
        .collect();
    let there: BTreeSet<String> = all().into_iter().map(|(name, _)| name).collect();
    assert_eq!(named, there);
}

#[test]
fn a_list_says_what_it_is_for_and_says_nothing_twice() {
    for (name, text) in all() {
        assert!(text.starts_with('#'), "{name} opens with a remark");
        let mut seen = BTreeSet::new();
        // Under a heading in brackets a phrase may stand again, for another kind.
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if line.starts_with('[') {
                seen.clear();
            }
            assert_eq!(line, line.trim(), "{name}: blanks around « {line} »");
            assert!(seen.insert(line), "{name}: « {line} » stands twice");
        }
    }
}
