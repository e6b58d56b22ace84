//! Writes a whole new folder beside the old one, then puts it in its place at once.

use super::assemble::Site;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Makes `folder` hold exactly the files of `site`.
///
/// # Errors
/// When a file cannot be written; `folder` is then as it was.
pub(super) fn replace(folder: &Path, site: &Site) -> Result<()> {
    let new = beside(folder, "new");
    let write = || -> io::Result<()> {
        remove(&new)?;
        fs::create_dir_all(&new)?;
        for (name, content) in site {
            let file = new.join(name);
            if let Some(parent) = file.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(file, content)?;
        }
        Ok(())
    };
    write().with_context(|| format!("{} cannot be written", new.display()))?;
    swap(folder, &new).with_context(|| format!("{} cannot be replaced", folder.display()))
}

/// `dist` -> `dist.new`
fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let mut name = folder.file_name().map(OsString::from).unwrap_or_default();
    name.push(".");
    name.push(suffix);
    folder.with_file_name(name)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Puts `new` in the place of `folder`, whose old files go.
fn swap(folder: &Path, new: &Path) -> io::Result<()> {
    if !folder.exists() {
        return fs::rename(new, folder);
    }
    if exchange(folder, new).is_ok() {
        return remove(new);
    }
    let old = beside(folder, "old");
    remove(&old)?;
    fs::rename(folder, &old)?;
    fs::rename(new, folder)?;
    remove(&old)
}

/// Exchanges two folders with no moment in between.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::replace;
    use crate::dist::assemble::Site;
    use std::fs;

    #[test]
    fn the_new_files_take_the_place_of_the_old() -> anyhow::Result<()> {
        let parent = tempfile::tempdir()?;
        let dist = parent.path().join("dist");
        let site = |name: &str| Site::from([(name.to_owned(), b"x".to_vec())]);
        replace(&dist, &site("a.js"))?;
        replace(&dist, &site("offre/1/index.html"))?;
        assert!(dist.join("offre/1/index.html").is_file());
        assert!(!dist.join("a.js").exists());
        assert_eq!(fs::read_dir(parent.path())?.count(), 1);
        Ok(())
    }

    #[test]
    fn a_failure_leaves_the_old_files() -> anyhow::Result<()> {
        let parent = tempfile::tempdir()?;
        let dist = parent.path().join("dist");
        let site = |name: &str| Site::from([(name.to_owned(), b"x".to_vec())]);
        replace(&dist, &site("a.js"))?;
        // A name that is both a file and a folder cannot be written.
        let both = [("a".to_owned(), Vec::new()), ("a/b".to_owned(), Vec::new())];
        assert!(replace(&dist, &Site::from(both)).is_err());
        assert!(dist.join("a.js").is_file());
        Ok(())
    }
}
