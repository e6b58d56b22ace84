//! Announces each step of a task, and the time it took.
//!
//! Announcements go to stderr, where cargo writes too, so that both keep their order.

use crate::process;
use anyhow::Result;
use std::time::{Duration, Instant};

/// The steps of one task, counted as they go.
pub(crate) struct Steps {
    total: usize,
    done: usize,
    indent: &'static str,
    start: Instant,
}

impl Steps {
    /// A task of `total` steps.
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: 0, indent: "", start: Instant::now() }
    }

    /// A task of `total` steps that is itself a step of another.
    pub(crate) fn nested(total: usize) -> Self {
        Self { indent: "  ", ..Self::new(total) }
    }

    /// Time since the first step.
    pub(crate) fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// Runs a step between its announcement and its time.
    ///
    /// # Errors
    /// Those of the step, or an interruption.
    pub(crate) fn run<T>(&mut self, title: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        let place = format!("{}[{}/{}] {title}", self.indent, self.done, self.total);
        eprintln!("{place}…");
        let start = Instant::now();
        let result = process::check_interruption().and_then(|()| step());
        let outcome = match &result {
            Ok(_) => "",
            Err(_) if process::interrupted() => "interrupted after ",
            Err(_) => "failed after ",
        };
        eprintln!("{place}: {outcome}{}", seconds(start.elapsed()));
        result
    }

    /// Announces that a step is not run, for want of what it needs.
    pub(crate) fn skip(&mut self, title: &str) {
        self.done += 1;
        let Self { indent, done, total, .. } = self;
        eprintln!("{indent}[{done}/{total}] {title}: not run, for want of what failed above");
    }
}

/// A duration as people say it: `0.4 s`, `41.2 s`, `3 min 07 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    let tenths = (duration.as_millis() + 50) / 100;
    if tenths < 600 {
        format!("{}.{} s", tenths / 10, tenths % 10)
    } else {
        let whole = (tenths + 5) / 10;
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::{Steps, seconds};
    use std::time::Duration;

    #[test]
    fn durations_read_as_people_say_them() {
        for (millis, said) in [
            (0, "0.0 s"),
            (49, "0.0 s"),
            (50, "0.1 s"),
            (41_234, "41.2 s"),
            (59_949, "59.9 s"),
            (59_950, "1 min 00 s"),
            (187_000, "3 min 07 s"),
        ] {
            assert_eq!(seconds(Duration::from_millis(millis)), said);
        }
    }

    #[test]
    fn a_step_hands_back_what_it_made_or_its_error() {
        let mut steps = Steps::new(2);
        assert_eq!(steps.run("one", || Ok(7)).ok(), Some(7));
        let failed: anyhow::Result<()> = steps.run("two", || anyhow::bail!("no"));
        assert_eq!(failed.map_err(|error| error.to_string()), Err("no".to_owned()));
    }
}
