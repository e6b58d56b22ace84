//! Tremplin's tasks, run as `cargo xtask <task>`: build the site, serve it, test everything, measure.

mod announce;
mod bench;
mod check;
mod debian;
mod dist;
mod extract;
mod failure;
mod gather;
mod gazetteer;
mod node;
mod process;
mod project;
mod search;
mod serve;
mod suite;
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
    /// Check offers, settings and the built site before publishing
    Check(check::Arguments),
    /// Run every check: format, lints, native tests, browser tests, the built site end to end
    Test(suite::Arguments),
    /// Measure our engine beside those of others: weight, memory, times, relevance
    Bench(bench::Arguments),
    /// Read offers from files and folders, and print what was found
    Extract(extract::Extract),
    /// Search offers: one query a line, answered one by one
    Search(search::Search),
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
        Task::Check(arguments) => check::run(&arguments),
        Task::Test(arguments) => suite::run(&arguments),
        Task::Bench(arguments) => bench::run(&arguments),
        Task::Extract(arguments) => return extract::run(&arguments),
        Task::Search(arguments) => search::run(&arguments),
        Task::Gazetteer { from } => {
            gazetteer::run(from.as_deref()).map_err(|error| anyhow::anyhow!("{error}"))
        }
        Task::WasmTestRunner { arguments } => suite::run_wasm_tests(arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;
    use clap::{CommandFactory, Parser};
    use std::collections::BTreeSet;

    const README: &str = include_str!("../../README.md");

    /// What follows `cargo xtask` in the README, up to the end of the code.
    fn commands() -> Vec<Vec<&'static str>> {
        let written = README.split("cargo xtask").skip(1);
        written
            .map(|rest| rest.split(['\n', '`']).next().unwrap_or("").split_whitespace().collect())
            .collect()
    }

    #[test]
    fn every_command_of_the_readme_is_one() {
        assert!(commands().len() >= 5);
        for command in commands() {
            // A task that needs a path is named without one in the table.
            let path = matches!(command[..], ["extract"] | ["search"]).then_some("seeds");
            let words = ["xtask"].into_iter().chain(command.iter().copied()).chain(path);
            if let Err(error) = Arguments::try_parse_from(words) {
                panic!("cargo xtask {}: {error}", command.join(" "));
            }
        }
    }

    #[test]
    fn every_task_is_in_the_readme() {
        let written: BTreeSet<&str> =
            commands().iter().filter_map(|command| command.first().copied()).collect();
        let application = Arguments::command();
        let tasks: BTreeSet<&str> = application
            .get_subcommands()
            .filter(|task| !task.is_hide_set())
            .map(|task| task.get_name())
            .collect();
        assert_eq!(written, tasks);
    }

    #[test]
    fn every_option_of_the_table_exists() {
        let application = Arguments::command();
        for row in README.lines().filter(|line| line.starts_with("| `cargo xtask")) {
            let name = row.split(['`', ' ']).filter(|word| !word.is_empty()).nth(3).unwrap_or("");
            let task =
                application.find_subcommand(name).unwrap_or_else(|| panic!("{name} is no task"));
            for option in row.split("`--").skip(1) {
                let long = option.split(['`', ' ']).next().unwrap_or("");
                let known = task.get_arguments().any(|argument| argument.get_long() == Some(long));
                assert!(known, "{name} has no --{long}");
            }
        }
    }
}
