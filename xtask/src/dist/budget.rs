//! What a visit may weigh: `cargo xtask test` refuses more. Whoever needs more says so here, and why in the commit.

use super::compress::compressed;
use super::folder;
use crate::failure::Failure;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// A file of the site, by the start and the end of its name, and most bytes that it may have once compressed (brotli 11).
struct Budget {
    file: (&'static str, &'static str),
    most: usize,
}

const fn budget(start: &'static str, end: &'static str, most: usize) -> Budget {
    Budget { file: (start, end), most }
}

/// What is fetched before the results show, three requests, whichever page holds the element: in all no more than 130 000
/// bytes, of which the whole text of 28 offers is a quarter. Aimed at: 110 000.
const FIRST: [Budget; 3] = [
    budget("tremplin", ".js", 6_500),
    budget("tremplin-", ".wasm", 117_000),
    budget("tremplin-", ".css", 5_450),
];

/// The most that these may weigh together.
const TOGETHER: usize = 130_000;

/// What is fetched after them, or when it is asked for.
const LATER: [Budget; 4] = [
    budget("search-", ".wasm", 93_000),
    budget("details-", ".css", 2_100),
    budget("late-", ".wasm", 48_500),
    budget("departements-", ".txt", 7_400),
];

/// Compares the built site with its budgets.
///
/// # Errors
/// When a file weighs more than its budget: the message says which, and by how much.
pub(crate) fn check() -> Result<()> {
    let mut over = Vec::new();
    let mut first = 0;
    for (rank, budget) in FIRST.iter().chain(&LATER).enumerate() {
        let (name, size) = weigh(&folder(), budget)?;
        eprintln!("{name:<32} {size:>9} of {:>9}", budget.most);
        first += if rank < FIRST.len() { size } else { 0 };
        if size > budget.most {
            over.push(format!(
                "{name} weighs {size} bytes, {} more than its budget of {}",
                size - budget.most,
                budget.most
            ));
        }
    }
    eprintln!("{:<32} {first:>9} of {TOGETHER:>9}", "the first load");
    if first > TOGETHER {
        over.push(format!("the first load weighs {} bytes more than {TOGETHER}", first - TOGETHER));
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        over.join("; "),
        "a site no heavier than before (brotli 11)",
        "make it lighter, or have it come late (src/late.rs); or else raise xtask/src/dist/budget.rs and say why",
    )
    .into())
}

/// The one file that a budget is for, and its compressed bytes.
fn weigh(folder: &Path, budget: &Budget) -> Result<(String, usize)> {
    let (start, end) = budget.file;
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| name.starts_with(start) && name.ends_with(end));
    let [name] = &names[..] else {
        anyhow::bail!("dist/ should have one {start}*{end}, and has: {}", names.join(", "));
    };
    let content = fs::read(folder.join(name)).with_context(|| format!("{name} cannot be read"))?;
    Ok((name.clone(), compressed(&content)?.len()))
}

#[cfg(test)]
mod tests {
    use super::{budget, weigh};
    use std::fs;

    #[test]
    fn a_budget_is_for_one_file() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("late-1.wasm"), "stage à Rennes, ".repeat(100))?;
        let late = budget("late-", ".wasm", 10);
        let (name, size) = weigh(folder.path(), &late)?;
        assert_eq!(name, "late-1.wasm");
        assert!(size > late.most && size < 60);
        fs::write(folder.path().join("late-2.wasm"), "")?;
        assert!(weigh(folder.path(), &late).is_err());
        Ok(())
    }
}
