//! Writes the seed corpora: the texts of `seeds/` and of the half of `tests/unseen` that rules may learn from, by target.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Targets that are given whole texts.
const OF_TEXTS: [&str; 5] = ["decode", "segment", "lay_out", "extract", "compile"];
/// Targets that are given the lines that state a value.
const OF_LINES: [&str; 5] = ["values", "pay", "duration", "dates", "places"];

const QUERIES: [&str; 4] = [
    "stage rennes",
    "contrat=stage&niveau=bac%2B5&q=eau",
    "chargé·e \"de mission\" -paris",
    "teletravail=partiel&tri=date",
];

const CORRECTIONS: [&str; 3] = [
    "Jardinier\n\nTailler.\n\0titre = \"Chargé·e\"\ndate_limite = \"20 avril 2026\"\nlieu = \"Rennes (35)\"\n",
    "A (Rennes) – Stage b\n\nc\n\0offres = [1]\n[[offre]]\nrepere = \"A\"\nduree = \"6 mois\"\n",
    "Titre: Jardinier\nLieu: Rennes\nDuree: 6 mois\n\nTailler.\n\0",
];

fn main() -> io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts: Vec<Vec<u8>> = texts(here)?.iter().map(fs::read).collect::<io::Result<_>>()?;
    for target in OF_TEXTS {
        write(here, target, texts.iter().map(Vec::as_slice))?;
    }
    let decoded: Vec<_> = texts.iter().map(|text| String::from_utf8_lossy(text)).collect();
    let lines: BTreeSet<&str> = decoded
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| line.contains(|c: char| c.is_ascii_digit()))
        .collect();
    for target in OF_LINES {
        write(here, target, lines.iter().map(|line| line.as_bytes()))?;
    }
    for target in ["query", "search"] {
        write(here, target, QUERIES.map(str::as_bytes))?;
    }
    let offers = fs::read(here.join("../tests/seed-offers.json"))?;
    write(here, "stored", [br#"{"version":1,"offers":[]}"#, &offers[..offers.len().min(4_000)]])?;
    write(here, "correction", CORRECTIONS.map(str::as_bytes))
}

/// The files of the texts. The half `after` is held out: not even a fuzzer's corpus may hold it.
fn texts(here: &Path) -> io::Result<Vec<PathBuf>> {
    let unseen = here.join("../tests/unseen");
    let truth: serde_json::Value = serde_json::from_slice(&fs::read(unseen.join("truth.json"))?)?;
    let offers = truth.as_array().into_iter().flatten();
    let learnt = offers.filter(|offer| offer["half"] == "before");
    let names: BTreeSet<&str> = learnt.filter_map(|offer| offer["file"].as_str()).collect();
    let mut texts: Vec<PathBuf> = names.into_iter().map(|name| unseen.join(name)).collect();
    for entry in fs::read_dir(here.join("../../seeds"))? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("txt")) {
            texts.push(path);
        }
    }
    Ok(texts)
}

fn write<'a>(
    here: &Path,
    target: &str,
    pieces: impl IntoIterator<Item = &'a [u8]>,
) -> io::Result<()> {
    let corpus = here.join("corpus").join(target);
    fs::create_dir_all(&corpus)?;
    for (number, piece) in pieces.into_iter().enumerate() {
        fs::write(corpus.join(format!("seed-{number:05}")), piece)?;
    }
    Ok(())
}
