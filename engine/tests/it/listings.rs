//! Files cut into their offers: `tests/listings/`, where `@@` marks the first line of each offer.

use std::path::Path;
use tremplin_engine::segment::segment;

/// How the names of the files begin that are cut wrongly so far.
const NOT_YET: &str = "pas-encore-";

#[test]
fn every_offer_is_found_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/listings");
    let mut wrong = Vec::new();
    let mut files = 0;
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        files += 1;
        let marked = std::fs::read_to_string(&path).expect("a case can be read");
        let text = marked.replace("@@", "");
        let heads: Vec<&str> = marked.lines().filter_map(|line| line.strip_prefix("@@")).collect();
        let found: Vec<&str> = segment(&text)
            .iter()
            .filter(|block| block.is_offer)
            .filter_map(|block| {
                text[block.range.clone()].lines().find(|line| !line.trim().is_empty())
            })
            .collect();
        let is_known =
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(NOT_YET));
        if found == heads && is_known {
            wrong.push(format!("{path:?} is cut rightly: rename it"));
        }
        if found != heads && !is_known {
            wrong.push(format!("{path:?}\n  found {found:#?}\n  not   {heads:#?}"));
        }
    }
    assert!(files > 10 && wrong.is_empty(), "{}", wrong.join("\n"));
}
