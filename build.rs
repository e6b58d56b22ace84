//! Compiles `seeds/` into the dataset that the widget embeds, and passes on the settings of `tremplin.toml`.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::compile;
use tremplin_engine::publish::publish;
use tremplin_engine::settings::Settings;
use tremplin_engine::source::Source;

fn main() -> ExitCode {
    println!("cargo::rustc-check-cfg=cfg(late)");
    // Only what the site ships is cut.
    if is_wasm() && env::var_os("CARGO_FEATURE_LATE").is_some() {
        println!("cargo::rustc-cfg=late");
    }
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=tremplin.toml");
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("cargo::error={message}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let sources = sources(Path::new("seeds"))
        .map_err(|error| format!("seeds/ : lecture impossible : {error}"))?;
    let (dataset, diagnostics) = compile(&sources);
    for line in diagnostics.iter().flat_map(|diagnostic| {
        diagnostic.to_string().lines().map(str::to_owned).collect::<Vec<_>>()
    }) {
        println!("cargo::warning={line}");
    }
    if dataset.offers.is_empty() {
        return Err("seeds/ ne contient aucune offre : déposez-y un fichier texte (.txt) par offre, puis relancez ; voir seeds/README.md".to_owned());
    }
    let settings = settings()?;
    let dataset = publish(dataset, &settings.offers, today()?);
    let json = if is_wasm() { dataset.to_embedded() } else { dataset.to_json() };
    write("offers.json", &json)?;
    write("synonyms.txt", &settings.synonyms)
}

/// The day of the build.
fn today() -> Result<Date, String> {
    let day = jiff::Zoned::now().date().to_string();
    day.parse().map_err(|_| format!("le jour de la machine n'est pas du calendrier : {day}"))
}

/// Whether what is compiled is for the browser.
fn is_wasm() -> bool {
    env::var_os("CARGO_CFG_TARGET_FAMILY").is_some_and(|family| family == "wasm")
}

/// The settings; all of them are optional, and so is their file.
fn settings() -> Result<Settings, String> {
    match fs::read_to_string("tremplin.toml") {
        Ok(text) => Settings::read(&text).map_err(|wrong| wrong.to_string()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Settings::default()),
        Err(error) => Err(format!("tremplin.toml : lecture impossible : {error}")),
    }
}

/// Writes a file for the widget to embed.
fn write(name: &str, text: &str) -> Result<(), String> {
    let out = env::var_os("OUT_DIR")
        .ok_or("OUT_DIR n'est pas défini : lancez la construction par cargo")?;
    fs::write(Path::new(&out).join(name), text)
        .map_err(|error| format!("{name} : écriture impossible : {error}"))
}

/// The texts of a folder and of those in it, and their files of corrections.
fn sources(folder: &Path) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    add(&mut sources, folder, "")?;
    Ok(sources)
}

/// Adds those of a folder that lies at `path` in the first one.
fn add(sources: &mut Vec<Source>, folder: &Path, path: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{path}{}", entry.file_name().to_string_lossy());
        let file = entry.path();
        let read =
            |ending: &OsStr| ["txt", "toml"].iter().any(|known| ending.eq_ignore_ascii_case(known));
        if entry.file_type()?.is_dir() {
            add(sources, &file, &format!("{name}/"))?;
        } else if file.extension().is_some_and(read) {
            let bytes = fs::read(&file)
                .map_err(|error| io::Error::new(error.kind(), format!("{name} : {error}")))?;
            sources.push(Source { name, bytes });
        }
    }
    Ok(())
}
