//! The 28 offers of `seeds/` against the truth read by hand (`seed-offers.json`).

use serde_json::Value;
use std::path::Path;
use tremplin_engine::segment::segment;
use tremplin_engine::source::Source;

fn truth() -> Vec<Value> {
    serde_json::from_str(include_str!("../seed-offers.json")).expect("the truth is JSON")
}

pub(crate) fn seeds() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("seeds/ is there")
        .map(|entry| entry.expect("seeds/ can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    names.sort();
    names
        .iter()
        .map(|path| Source {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            bytes: std::fs::read(path).expect("a seed can be read"),
        })
        .collect()
}

#[test]
fn every_offer_has_its_lines() {
    let mut found = Vec::new();
    for source in seeds() {
        let text = source.decode().expect("a seed decodes");
        for block in segment(&text).iter().filter(|block| block.is_offer) {
            let lines: Vec<&str> = text[block.range.clone()].split('\n').collect();
            let first = lines.iter().position(|l| !l.trim().is_empty()).unwrap();
            let last = lines.iter().rposition(|l| !l.trim().is_empty()).unwrap();
            found.push((
                source.name.clone(),
                block.first_line as u64 + first as u64,
                block.first_line as u64 + last as u64,
            ));
            if std::env::var("SHOW").is_ok() {
                let doc = tremplin_engine::layout::lay_out(
                    &source.name,
                    &text[block.range.clone()],
                    block.first_line,
                );
                println!(
                    "=================== {} {}\n[{}]",
                    source.name, block.first_line, doc.heading
                );
                for (l, k) in doc.lines.iter().zip(&doc.kinds) {
                    println!("{:9} {:?} {}", k.word(), l.role, l.span.of(&doc.text));
                }
            }
        }
    }
    let expected: Vec<_> = truth()
        .iter()
        .map(|o| {
            (
                o["file"].as_str().unwrap().to_owned(),
                o["start_line"].as_u64().unwrap(),
                o["end_line"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(found, expected);
}
