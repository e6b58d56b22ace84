//! Builds `dist/`: the folder to put on a static host.
//!
//! Seven steps: find a compiler for WebAssembly, compile the widget, cut it in two, write its bindings, shrink it, draw
//! the pages that are read without a script, assemble the folder. The new folder takes the old one's place only once it
//! is whole.

mod assemble;
pub(crate) mod bindings;
pub(crate) mod budget;
pub(crate) mod compile;
pub(crate) mod compress;
mod cut;
mod embed;
mod minify;
mod modules;
mod names;
mod pages;
mod places;
mod shorten;
pub(crate) mod shrink;
mod sizes;
mod style;
mod swap;

use crate::announce::{Steps, seconds};
use crate::process;
use crate::project::root;
use crate::toolchain::{Choice, Toolchain};
use anyhow::Result;
use assemble::Program;
use compile::Parts;
use pages::Published;
pub(crate) use pages::prerender;

use std::path::PathBuf;

/// Options of `cargo xtask dist`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Force one way to compile for WebAssembly [default: rustup's if it can, else Debian's]
    #[arg(long, value_enum)]
    toolchain: Option<Choice>,
}

/// The widget's package.
const PACKAGE: &str = "tremplin";

/// How much a build does to make the site small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// All there is: what is published.
    Full,
    /// Nothing that takes long: what one looks at while editing.
    Quick,
}

/// The built site.
pub(crate) fn folder() -> PathBuf {
    root().join("dist")
}

/// `cargo xtask dist`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    process::on_interruption(|| std::process::exit(130))?;
    build(Steps::new(7), arguments.toolchain, None, Effort::Full)?;
    Ok(())
}

/// Builds the site, by the way already found if there is one.
///
/// # Errors
/// Those of the steps; the old `dist/` is then as it was.
pub(crate) fn build(
    mut steps: Steps,
    choice: Option<Choice>,
    found: Option<Toolchain>,
    effort: Effort,
) -> Result<Toolchain> {
    let toolchain = match found {
        Some(found) => found,
        None => steps.run("Find a compiler for WebAssembly", || {
            let toolchain = Toolchain::find(choice)?;
            eprintln!("{}", toolchain.name());
            Ok(toolchain)
        })?,
    };
    let compiled = steps
        .run("Compile the widget", || compile::compile(&toolchain, PACKAGE, Parts::Several))?;
    let cut = steps.run("Cut it in three", || cut::cut(&compiled, PACKAGE, effort))?;
    let bound = steps.run("Write its bindings", || bindings::write(&cut.first, PACKAGE))?;
    let mut parts = [bound.wasm, cut.search, cut.late, cut.shared];
    if effort == Effort::Full {
        steps.run("Shrink it", || {
            let names = [PACKAGE, "tremplin-search", "tremplin-late", "tremplin-shared"];
            for (part, name) in parts.iter_mut().zip(names).filter(|(part, _)| !part.is_empty()) {
                *part = shrink::shrink(std::mem::take(part), name)?;
            }
            Ok(())
        })?;
    }
    let [wasm, search, late, shared] = parts;
    let search = cut::chain(shared, search);
    let published = steps.run("Draw its pages", || Published::draw(root()))?;
    steps.run("Assemble dist/", || {
        let program = Program { glue: bound.glue, wasm, search, late };
        let site = assemble::assemble(root(), program, &published, effort)?;
        swap::replace(&folder(), &site)?;
        sizes::print(&site, effort)?;
        Ok(())
    })?;
    let note = match effort {
        Effort::Full => "",
        Effort::Quick => " (not shrunk, to be quick: `cargo xtask dist` makes the one to publish)",
    };
    eprintln!("dist/ is ready, in {}{note}", seconds(steps.elapsed()));
    Ok(toolchain)
}
