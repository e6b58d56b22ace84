//! When each offer's text changed last.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::Dataset;

/// For each offer, the day on which its file was last committed; `today` where nobody knows.
pub(super) fn days(root: &Path, dataset: &Dataset, today: Date) -> Vec<Date> {
    let mut known: BTreeMap<&str, Date> = BTreeMap::new();
    let offers = dataset.offers.iter();
    offers
        .map(|offer| {
            *known
                .entry(offer.file.as_str())
                .or_insert_with(|| committed(root, &offer.file).map_or(today, |day| day.min(today)))
        })
        .collect()
}

/// The day of the last commit that changed a file of `seeds/`.
fn committed(root: &Path, file: &str) -> Option<Date> {
    let mut git = Command::new("git");
    git.args(["log", "-1", "--format=%cs", "--"]).arg(Path::new("seeds").join(file));
    let output = git.current_dir(root).output().ok().filter(|output| output.status.success())?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
