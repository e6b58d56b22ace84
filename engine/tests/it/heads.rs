//! Heads of French ads against the post and the recruiter that they name: `cases/heads/*.txt`.
//!
//! Each file is held to how many of its heads are read right, and how many recruiters wrong. Set `SHOW=1` and run with
//! `--nocapture` to see these counts, and what the others give.

use std::fmt::Write;
use std::path::Path;
use tremplin_engine::extract::extract;
use tremplin_engine::layout::lay_out;
use tremplin_engine::text::fold;

/// Words as they are compared: folded, without the marks of genders, an article in front, or the word « association ».
fn plain(words: &str) -> String {
    let folded = fold(words);
    let without = ["(h/f)", "(f/h)", "(h/f/x)", "h/f", "f/h"]
        .iter()
        .fold(folded, |words, gender| words.replace(gender, ""));
    let words = without.trim().trim_matches('"').trim();
    let words = words.strip_prefix("association ").unwrap_or(words);
    ["le ", "la ", "les ", "l'"]
        .iter()
        .find_map(|a| words.strip_prefix(a))
        .unwrap_or(words)
        .trim()
        .to_owned()
}

/// Each file of heads: titles and recruiters read right at least, and recruiters read wrong at most.
const FLOORS: [(&str, usize, usize, usize); 4] =
    [("one", 61, 61, 0), ("two", 40, 38, 2), ("three", 39, 40, 0), ("four", 39, 39, 0)];

#[test]
fn heads_name_the_post_and_the_recruiter() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/heads");
    let (mut wrong, mut held) = (String::new(), true);
    for (file, least_titles, least_names, most_wrong) in FLOORS {
        let path = folder.join(file).with_extension("txt");
        let cases = std::fs::read_to_string(path).expect("the heads are there");
        let (mut titles, mut names, mut wrong_names, mut all) = (0, 0, 0, 0);
        for case in cases.split("### ").skip(1) {
            let (expected, ad) = case.split_once('\n').expect("a case has its text");
            let (title, organisation) = expected.split_once(" | ").expect("a case names two");
            let offer = extract(&lay_out("head", ad, 1), &mut Vec::new());
            all += 1;
            let got = offer.title.unwrap_or_default();
            if plain(&got) == plain(title) {
                titles += 1;
            } else {
                let _ = writeln!(wrong, "{file}: title « {got} », not « {title} »");
            }
            let got = offer.organisation.unwrap_or("null".to_owned());
            if plain(&got) == plain(organisation) {
                names += 1;
            } else {
                wrong_names += usize::from(got != "null");
                let _ = writeln!(wrong, "{file}: organisation « {got} », not « {organisation} »");
            }
        }
        if std::env::var_os("SHOW").is_some() {
            println!(
                "{file}: {titles} titles and {names} recruiters of {all} ({wrong_names} wrong)"
            );
        }
        held &= titles >= least_titles && names >= least_names && wrong_names <= most_wrong;
    }
    if std::env::var_os("SHOW").is_some() {
        println!("{wrong}");
    }
    assert!(held, "\n{wrong}");
}
