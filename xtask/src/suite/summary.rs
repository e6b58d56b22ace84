//! Runs the checks one after the other, and keeps how each ended.

use crate::announce::{Steps, seconds};
use crate::process;
use anyhow::{Result, bail};
use std::fmt;
use std::time::{Duration, Instant};

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    /// What it needs could not be had: it counts as failed.
    NotRun,
}

/// The checks run so far.
pub(super) struct Summary {
    steps: Steps,
    checks: Vec<(String, Outcome, Duration)>,
}

impl Summary {
    /// Checks that announce themselves through `steps`.
    pub(super) fn new(steps: Steps) -> Self {
        Self { steps, checks: Vec::new() }
    }

    /// Runs a check; a failure is shown at once, and what the check makes is missing.
    pub(super) fn run<T>(&mut self, name: &str, check: impl FnOnce() -> Result<T>) -> Option<T> {
        let start = Instant::now();
        let result = self.steps.run(name, check);
        let outcome = if result.is_ok() { Outcome::Passed } else { Outcome::Failed };
        self.checks.push((name.to_owned(), outcome, start.elapsed()));
        result.map_err(|error| eprintln!("\nerror: {error:#}\n")).ok()
    }

    /// Runs a check that needs what others made; without it, the check is not run.
    pub(super) fn run_with<N, T>(
        &mut self,
        name: &str,
        needed: Option<N>,
        check: impl FnOnce(N) -> Result<T>,
    ) -> Option<T> {
        if let Some(needed) = needed {
            return self.run(name, || check(needed));
        }
        self.steps.skip(name);
        self.checks.push((name.to_owned(), Outcome::NotRun, Duration::ZERO));
        None
    }

    /// Prints how each check ended.
    ///
    /// # Errors
    /// When one did not pass, or the user interrupted.
    pub(super) fn finish(self) -> Result<()> {
        process::check_interruption()?;
        eprint!("\n{self}");
        let bad = self.checks.iter().filter(|(_, outcome, _)| *outcome != Outcome::Passed).count();
        if bad > 0 {
            bail!("{bad} of {} checks did not pass", self.checks.len());
        }
        eprintln!("all {} checks passed", self.checks.len());
        Ok(())
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, outcome, time) in &self.checks {
            let outcome = match outcome {
                Outcome::Passed => "passed",
                Outcome::Failed => "FAILED",
                Outcome::NotRun => "NOT RUN",
            };
            writeln!(f, "{outcome:<8} {name:<36} {:>12}", seconds(*time))?;
        }
        writeln!(f, "{:<8} {:<36} {:>12}", "", "total", seconds(self.steps.elapsed()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Summary};
    use crate::announce::Steps;

    #[test]
    fn a_failure_blocks_what_needs_it_and_nothing_else() {
        let mut checks = Summary::new(Steps::new(4));
        let one = checks.run("one", || Ok(1));
        let two: Option<u8> = checks.run("two", || anyhow::bail!("no"));
        let three = checks.run_with("three", two, |two| Ok(two + 1));
        let four = checks.run_with("four", one, |one| Ok(one + 1));
        assert_eq!((one, two, three, four), (Some(1), None, None, Some(2)));
        let outcomes: Vec<Outcome> = checks.checks.iter().map(|(_, outcome, _)| *outcome).collect();
        assert_eq!(outcomes, [Outcome::Passed, Outcome::Failed, Outcome::NotRun, Outcome::Passed]);
        assert!(checks.to_string().contains("NOT RUN  three"));
        let end = checks.finish().map_err(|error| error.to_string());
        assert_eq!(end, Err("2 of 4 checks did not pass".to_owned()));
    }

    #[test]
    fn all_passed_is_a_good_end() {
        let mut checks = Summary::new(Steps::new(1));
        checks.run("one", || Ok(()));
        assert!(checks.finish().is_ok());
    }
}
