//! Measures our engine beside those that others put into pages: weight, memory, times and relevance, in one run, on the
//! same offers.
//!
//! Offers and questions are made here; each engine then indexes and is typed into in processes of its own
//! (`bench/measure.mjs`), ours as the WebAssembly that ships, the others as the JavaScript that ships.

#[path = "../../../engine/tests/it/chance.rs"]
#[expect(dead_code, reason = "the engine's tests draw more from it")]
mod chance;
mod chart;
#[path = "../../../engine/tests/ranking/graded.rs"]
#[expect(dead_code, reason = "the engine's tests tell the kinds of queries apart")]
mod graded;
mod measure;
#[path = "../../../engine/benches/searching/offers.rs"]
mod offers;
mod prepare;
mod tables;

use crate::announce::{Steps, seconds};
use crate::dist::{bindings, compile, shrink};
use crate::project::{root, target};
use crate::toolchain::{Choice, Toolchain};
use crate::{node, process};
use anyhow::{Context, Result, bail};
use measure::{Engine, Row};
use std::fs;
use std::path::Path;

/// Ours, then the others: the modules of `bench/engines/`.
const ENGINES: [&str; 9] =
    [OURS, "minisearch", "flexsearch", "orama", "lunr", "fuse", "itemsjs", "ufuzzy", "pagefind"];
const OURS: &str = "ours";

/// How many offers, and of how many bytes each; the first are the seeds.
const SIZES: [(usize, usize); 4] = [(28, 4000), (1000, 4000), (10_000, 4000), (100_000, 400)];

/// Options of `cargo xtask bench`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only the two smaller sizes
    #[arg(long)]
    quick: bool,
    /// Only this many offers; may be given again
    #[arg(long, value_name = "N", value_parser = clap::builder::PossibleValuesParser::new(["28", "1000", "10000", "100000"]))]
    size: Vec<String>,
    /// Only this engine; may be given again
    #[arg(long, value_name = "NAME", value_parser = clap::builder::PossibleValuesParser::new(ENGINES))]
    engine: Vec<String>,
    /// Force one way to compile for WebAssembly [default: rustup's if it can, else Debian's]
    #[arg(long, value_enum)]
    toolchain: Option<Choice>,
}

/// `cargo xtask bench`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    process::on_interruption(|| std::process::exit(130))?;
    let wanted =
        |given: &[String], name: &str| given.is_empty() || given.iter().any(|one| one == name);
    let names: Vec<&str> =
        ENGINES.into_iter().filter(|name| wanted(&arguments.engine, name)).collect();
    let mut sizes: Vec<(usize, usize)> = SIZES
        .into_iter()
        .filter(|(count, _)| wanted(&arguments.size, &count.to_string()))
        .collect();
    if arguments.quick {
        sizes.retain(|(count, _)| *count <= 1000);
    }
    let ours = names.contains(&OURS);
    let work = target()?.join("bench");
    let mut steps = Steps::new(2 + 3 * usize::from(ours) + names.len() * sizes.len());

    let node = steps.run("Node.js and the other engines", || {
        let node = node::find()?;
        node::install_packages(&root().join("bench"))?;
        Ok(node)
    })?;
    if ours {
        let toolchain =
            steps.run("A compiler for WebAssembly", || Toolchain::find(arguments.toolchain))?;
        let compiled = steps.run("Compile our engine", || {
            compile::compile(&toolchain, OURS, compile::Parts::One)
        })?;
        steps.run("Bind and shrink it", || {
            let bound = bindings::write(&compiled, OURS)?;
            let wasm = shrink::shrink(bound.wasm, OURS)?;
            write(&work.join("ours/ours.js"), bound.glue.as_bytes())?;
            write(&work.join("ours/ours_bg.wasm"), &wasm)
        })?;
    }
    let counts: Vec<String> = sizes.iter().map(|(count, _)| count.to_string()).collect();
    let cases = steps.run(&format!("Make {} offers", counts.join(", ")), || {
        prepare::write_all(&sizes, prepare::TYPED, &work)
    })?;

    let machine = measure::machine(&node);
    let mut engines: Vec<Engine> = Vec::new();
    for &(count, _) in &sizes {
        for &name in &names {
            let title = format!("{count} offers, {name}");
            let folder = work.join(count.to_string()).join(name);
            let row = steps.run(&title, || {
                let row = Row::measure(&node, name, &folder, &cases)?;
                eprintln!("{row}");
                // The others may fail at some size, and that is worth knowing; ours may not.
                anyhow::ensure!(name != OURS || row.measured().is_some(), "ours was not measured");
                Ok(row)
            })?;
            match engines.iter_mut().find(|engine| engine.id == name) {
                Some(engine) => engine.rows.push((count, row)),
                None => {
                    let mut engine = Engine::weigh(&node, name, &folder)?;
                    engine.rows.push((count, row));
                    engines.push(engine);
                }
            }
            // A long run that is interrupted leaves what it measured.
            write_results(&engines, &machine)?;
        }
    }

    println!("{}", tables::report(&engines, &machine));
    eprintln!("bench/results/ is ready, in {}", seconds(steps.elapsed()));
    Ok(())
}

/// Whether the other engines still load, index and find: what can break without anybody measuring.
///
/// # Errors
/// When their packages cannot be installed, or one of them finds little.
pub(crate) fn check(node: &Path) -> Result<()> {
    node::install_packages(&root().join("bench"))?;
    let work = target()?.join("bench-check");
    let cases = prepare::write_all(&SIZES[..1], "stage", &work)?;
    for name in ENGINES.into_iter().filter(|name| *name != OURS) {
        let row = Row::measure(node, name, &work.join("28").join(name), &cases)?;
        let relevance = row.measured().and_then(|measured| measured.relevance.as_ref());
        let Some(relevance) = relevance.filter(|relevance| relevance.ndcg > 0.5) else {
            bail!("{name} does not find what it should;\n{row}");
        };
        eprintln!("{name}: nDCG@10 {:.3}", relevance.ndcg);
    }
    Ok(())
}

/// Writes `bench/results/`.
fn write_results(engines: &[Engine], machine: &str) -> Result<()> {
    let folder = root().join("bench/results");
    write(&folder.join("report.md"), tables::report(engines, machine).as_bytes())?;
    write(&folder.join("keystrokes.svg"), chart::draw(engines).as_bytes())
}

/// Writes a file, and the folders that lead to it.
fn write(file: &Path, content: &[u8]) -> Result<()> {
    let folder = file.parent().unwrap_or(file);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(file, content));
    written.with_context(|| format!("{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::{ENGINES, SIZES};
    use crate::project::root;
    use std::collections::BTreeSet;

    #[test]
    fn every_engine_has_its_module_and_its_package() -> anyhow::Result<()> {
        let folder = std::fs::read_dir(root().join("bench/engines"))?;
        let files = folder.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let files: BTreeSet<String> = files.collect::<std::io::Result<_>>()?;
        assert_eq!(files, ENGINES.iter().map(|name| format!("{name}.mjs")).collect());
        Ok(())
    }

    #[test]
    fn the_first_size_is_that_of_the_seeds() {
        assert_eq!(super::graded::seeds().offers.len(), SIZES[0].0);
    }
}
