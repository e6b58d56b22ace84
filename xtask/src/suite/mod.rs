//! `cargo xtask test`: runs every check of the project, and tells which passed.
//!
//! A check that fails does not stop the next ones, unless they need what it makes.

mod browsers;
mod published;
mod summary;

use crate::announce::Steps;
use crate::dist::{self, Effort};
use crate::failure::Failure;
use crate::project::{self, root};
use crate::serve::Server;
use crate::toolchain::{Choice, Purpose, Toolchain};
use crate::{bench, debian, node, process};
use anyhow::{Context, Result};
use browsers::{Chromium, find_firefox, find_webkit};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use summary::Summary;

/// Options of `cargo xtask test`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Force one way to compile for WebAssembly [default: rustup's if it can, else Debian's]
    #[arg(long, value_enum)]
    toolchain: Option<Choice>,
}

/// `cargo xtask test`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    process::on_interruption(|| std::process::exit(130))?;
    let mut checks = Summary::new(Steps::new(18));

    let toolchain = checks.run("A compiler for WebAssembly", || {
        let toolchain = Toolchain::find(arguments.toolchain)?;
        eprintln!("{}", toolchain.name());
        Ok(toolchain)
    });
    let chromium = checks.run("Chromium and its driver", Chromium::find);
    let firefox = checks.run("Firefox", find_firefox);
    let webkit = checks.run("WebKit and its driver", find_webkit);
    let node = checks.run("Node.js and its packages", find_node);

    checks.run("Format", || {
        cargo(&["fmt", "--all", "--check"], "cargo fmt --all\nrustup component add rustfmt")
    });
    checks.run("Lints, this machine", || {
        let words = ["clippy", "--workspace", "--all-targets", PRERENDER, "--", "-D", "warnings"];
        cargo(&words, "mend what clippy shows, or first: rustup component add clippy")
    });
    checks.run_with("Lints, WebAssembly", toolchain.as_ref(), lint_wasm);
    checks.run("Tests of the engine and the widget", || {
        let words = ["test", "--workspace", "--exclude", "xtask", PRERENDER, "--no-fail-fast"];
        cargo(&words, TESTS)
    });
    checks.run("Tests of the tasks", || cargo(&["test", "--package", "xtask"], TESTS));
    checks.run_with("The engines of the bench", node.as_ref(), |node| bench::check(node));
    let both = toolchain.as_ref().zip(chromium.as_ref());
    checks.run_with("Tests in the browser", both, |(toolchain, chromium)| {
        test_in_browser(toolchain, chromium)
    });
    let site = checks.run_with("The site", toolchain.as_ref(), |toolchain| {
        dist::build(Steps::nested(6), None, Some(toolchain.clone()), Effort::Full)
    });
    checks.run_with("The site's weight", site.as_ref(), |_| dist::budget::check());
    let built = site.as_ref().and(node.as_ref());
    checks.run_with("What the site publishes", built, |node| published::check(node));
    checks.run_with("The site, end to end", built.zip(chromium.as_ref()), |(node, chromium)| {
        end_to_end(node, "run.mjs", "CHROMIUM", &chromium.browser)
    });
    checks.run_with("The site in Firefox", built.zip(firefox.as_ref()), |(node, firefox)| {
        end_to_end(node, "run.mjs", "FIREFOX", firefox)
    });
    checks.run_with("The site in WebKit", built.zip(webkit.as_ref()), |(node, driver)| {
        end_to_end(node, "webkit.mjs", "WEBKIT_DRIVER", driver)
    });
    checks.finish()
}

/// The hidden task that cargo calls to run a WebAssembly file of tests.
pub(crate) fn run_wasm_tests(arguments: Vec<OsString>) -> Result<()> {
    let words = std::iter::once(OsString::from("wasm-bindgen-test-runner")).chain(arguments);
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(words)
}

/// Has cargo take the program that draws the pages, too.
const PRERENDER: &str = "--features=tremplin/prerender";

const TESTS: &str = "mend what the failed tests show";

/// Runs cargo for this machine.
fn cargo(arguments: &[&str], remedy: &str) -> Result<()> {
    let mut command = Command::new(project::cargo());
    succeed(command.args(arguments).current_dir(root()), remedy)
}

/// Runs `command` to its end; a bad end is a failure that `remedy` may mend.
fn succeed(command: &mut Command, remedy: &str) -> Result<()> {
    if process::run(command)?.success() {
        return Ok(());
    }
    let tried = format!("`{}` failed; its own message is above", process::shown(command));
    Err(Failure::new(tried, "that it ends without error", remedy).into())
}

/// Node.js with the packages of the lock file; Debian's is installed if there is none.
fn find_node() -> Result<PathBuf> {
    let node = match node::find() {
        Ok(node) => node,
        Err(_) => {
            debian::install(&["nodejs", "npm"], "the end-to-end tests")?;
            node::find()?
        }
    };
    node::install_packages(root())?;
    Ok(node)
}

fn lint_wasm(toolchain: &Toolchain) -> Result<()> {
    let mut command = toolchain.cargo("clippy", Purpose::Lints)?;
    command.args(["--package", "tremplin", "--lib", "--test", "browser", "--", "-D", "warnings"]);
    succeed(&mut command, "mend what clippy shows")
}

fn test_in_browser(toolchain: &Toolchain, chromium: &Chromium) -> Result<()> {
    let mut command = toolchain.cargo("test", Purpose::Tests)?;
    command.args(["--package", "tremplin", "--test", "browser", "--config"]);
    let program = project::this_program()?;
    let program = program.to_str().context("this program's path is no text")?;
    // A list, for a path may hold spaces; JSON's strings are TOML's.
    let runner = serde_json::to_string(&[program, "wasm-test-runner"])?;
    command.arg(format!("target.wasm32-unknown-unknown.runner={runner}"));
    chromium.drive(&mut command, &root().join("webdriver.json"));
    succeed(&mut command, TESTS)
}

/// Runs a file of tests of the built site in a browser, which the variable names.
fn end_to_end(node: &Path, tests: &str, variable: &str, browser: &Path) -> Result<()> {
    let server = Server::start_anywhere(dist::folder())?;
    let mut command = Command::new(node);
    command.arg(Path::new("tests/e2e").join(tests)).arg(server.url()).current_dir(root());
    command.env_remove("FIREFOX").env(variable, browser);
    succeed(&mut command, TESTS)
}
