//! Heads of French ads against the post and the recruiter that they name: `cases/heads/*.txt`.
//!
//! Set `SHOW=1` and run with `--nocapture` to see how many are right, and what the others give.

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

#[test]
fn heads_name_the_post_and_the_recruiter() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/heads");
    let mut wrong = String::new();
    for file in ["one", "two"] {
        let cases = std::fs::read_to_string(folder.join(file).with_extension("txt"))
            .expect("the heads are there");
        let (mut titles, mut names, mut wrong_names, mut all) = (0, 0, 0, 0);
        for case in cases.split("### ").skip(1) {
            let (expected, ad) = case.split_once('\n').expect("a case has its text");
            let (title, organisation) = expected.split_once(" | ").expect("a case names two");
            let offer = extract(&lay_out("head", ad, 1), &mut Vec::new());
            all += 1;
            let got = offer.title.unwrap_or_default();
            if plain(&got) == plain(title) {
                titles += 1
            } else {
                let _ = writeln!(wrong, "{file}: title « {got} », not « {title} »");
            }
            let got = offer.organisation.unwrap_or("null".to_owned());
            if plain(&got) == plain(organisation) {
                names += 1
            } else {
                wrong_names += i32::from(got != "null");
                let _ = writeln!(wrong, "{file}: organisation « {got} », not « {organisation} »");
            }
        }
        if std::env::var_os("SHOW").is_some() {
            println!(
                "{file}: {titles} titles and {names} recruiters of {all} ({wrong_names} wrong)"
            );
        }
    }
    if std::env::var_os("SHOW").is_some() {
        let only = std::env::var("ONLY").unwrap_or_default();
        wrong.lines().filter(|line| line.contains(&only)).for_each(|line| println!("{line}"));
        return;
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
