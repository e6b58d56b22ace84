//! Where things are: the project's root and cargo's target folder.

use anyhow::{Context, Result};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tremplin_engine::calendar::Date;
use tremplin_engine::settings::Settings;

/// The project's root: the folder that holds xtask's own.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The target folder that cargo built this very program into.
///
/// # Errors
/// When the system cannot say where this program is.
pub(crate) fn target() -> Result<PathBuf> {
    let program = this_program()?;
    // <target>/<profile>/xtask
    let folder = program.ancestors().nth(2).filter(|folder| folder.file_name().is_some());
    Ok(folder.map_or_else(|| root().join("target"), Path::to_owned))
}

/// This very program.
///
/// # Errors
/// When the system cannot say where it is.
pub(crate) fn this_program() -> Result<PathBuf> {
    std::env::current_exe().context("this program cannot find its own path")
}

/// The cargo that runs this program.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The settings of `tremplin.toml`; all of them are optional, and so is the file.
///
/// # Errors
/// When the file cannot be read, or says what no setting knows.
pub(crate) fn settings() -> Result<Settings> {
    match std::fs::read_to_string(root().join("tremplin.toml")) {
        Ok(text) => Ok(Settings::read(&text)?),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Settings::default()),
        Err(error) => Err(error).context("tremplin.toml cannot be read"),
    }
}

/// The day of this machine's clock and zone.
///
/// # Errors
/// When the clock tells a day that the calendar has not.
pub(crate) fn today() -> Result<Date> {
    let day = jiff::Zoned::now().date().to_string();
    day.parse().map_err(|_| anyhow::anyhow!("this machine's clock says {day}"))
}

/// First of `names` that is an executable file of `PATH`.
pub(crate) fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut candidates = names.iter().flat_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&file))
    });
    candidates.find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::{find_program, root};

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("xtask/Cargo.toml").is_file());
        assert!(root().join("Cargo.toml").is_file());
    }

    #[test]
    fn programs_are_found_by_the_first_name_there_is() {
        assert!(find_program(&["no-such-program-anywhere", "cargo"]).is_some());
        assert_eq!(find_program(&["no-such-program-anywhere"]), None);
    }
}
