//! What a failed step tells its reader: what was tried, what is needed, what to type.

use std::fmt;

/// A failure that its reader can mend.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What was tried, and how it ended.
    pub(crate) tried: String,
    /// What the step needs.
    pub(crate) needs: String,
    /// Commands to type, or what to do, one a line.
    pub(crate) remedy: String,
}

impl Failure {
    /// A failure made of its three parts.
    pub(crate) fn new(
        tried: impl Into<String>,
        needs: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { tried: tried.into(), needs: needs.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.tried)?;
        write!(f, "  needs:   {}", self.needs)?;
        for (line, text) in self.remedy.lines().enumerate() {
            let label = if line == 0 { "do this:" } else { "" };
            write!(f, "\n  {label:<8} {text}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn shows_its_three_parts() {
        let failure =
            Failure::new("npm ci failed", "Node.js 18", "apt-get install nodejs\nnode -v");
        assert_eq!(
            failure.to_string(),
            "npm ci failed\n  needs:   Node.js 18\n  do this: apt-get install nodejs\n           node -v"
        );
    }
}
