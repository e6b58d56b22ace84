//! Notices changes of the sources, by looking at them a few times a second.
//!
//! Looking works on every system and every kind of shared folder, and the sources are few.

use crate::process;
use anyhow::Result;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// Files and folders that the site is made of.
pub(super) const WATCHED: [&str; 8] = [
    "seeds",
    "style",
    "src",
    "engine/src",
    "index.html",
    "build.rs",
    "Cargo.toml",
    "tremplin.toml",
];

/// Time between two looks.
const PERIOD: Duration = Duration::from_millis(300);

/// The watched files: when each was changed last, and its length.
pub(super) type Snapshot = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Looks at the sources of a project.
pub(super) struct Watcher {
    root: PathBuf,
}

impl Watcher {
    /// A watcher of the project in `root`.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The sources as they are now.
    pub(super) fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::new();
        for path in WATCHED {
            look(&self.root.join(path), &mut snapshot);
        }
        snapshot
    }

    /// Waits until the sources differ from `seen` and have come to rest; gives them as they are then.
    ///
    /// # Errors
    /// When the user interrupts.
    pub(super) fn wait_for_change(&self, seen: &Snapshot) -> Result<Snapshot> {
        let mut last = self.snapshot();
        loop {
            thread::sleep(PERIOD);
            process::check_interruption()?;
            let now = self.snapshot();
            if now == last && now != *seen {
                for path in changed(seen, &now).into_iter().take(5) {
                    eprintln!(
                        "changed: {}",
                        path.strip_prefix(&self.root).unwrap_or(path).display()
                    );
                }
                return Ok(now);
            }
            last = now;
        }
    }
}

/// The files that differ between two snapshots.
fn changed<'a>(before: &'a Snapshot, after: &'a Snapshot) -> Vec<&'a Path> {
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    let new = after.iter().filter(|(path, state)| before.get(*path) != Some(state));
    gone.chain(new.map(|(path, _)| path)).map(PathBuf::as_path).collect()
}

fn look(path: &Path, snapshot: &mut Snapshot) {
    if path.file_name().and_then(|name| name.to_str()).is_some_and(is_scratch) {
        return;
    }
    let Ok(state) = fs::metadata(path) else { return };
    if state.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            look(&entry.path(), snapshot);
        }
    } else {
        snapshot.insert(path.to_owned(), (state.modified().ok(), state.len()));
    }
}

/// Whether a file of this name belongs to an editor, not to the project.
fn is_scratch(name: &str) -> bool {
    let ends = ["~", ".swp", ".swx", ".tmp", ".bak", "#"];
    name.starts_with('.') || ends.iter().any(|end| name.ends_with(end)) || name == "4913"
}

#[cfg(test)]
mod tests {
    use super::{Watcher, changed, is_scratch};
    use std::fs;

    #[test]
    fn files_of_editors_do_not_count() {
        for name in [".git", ".offre.txt.swp", "offre.txt~", "#offre.txt#", "4913", "x.tmp"] {
            assert!(is_scratch(name), "{name}");
        }
        for name in ["offre.txt", "README.md", "app.rs", "tokens.css"] {
            assert!(!is_scratch(name), "{name}");
        }
    }

    #[test]
    fn sources_that_change_appear_or_go_are_seen() -> anyhow::Result<()> {
        let root = tempfile::tempdir()?;
        fs::create_dir_all(root.path().join("seeds/deep"))?;
        fs::create_dir_all(root.path().join("target"))?;
        let seed = root.path().join("seeds/deep/offre.txt");
        let gone = root.path().join("index.html");
        fs::write(&seed, "a")?;
        fs::write(&gone, "a")?;
        let watcher = Watcher::new(root.path());
        let before = watcher.snapshot();
        assert_eq!(before.len(), 2);

        fs::write(root.path().join("target/x"), "a")?;
        fs::write(root.path().join("seeds/offre.txt~"), "a")?;
        assert_eq!(watcher.snapshot(), before);

        fs::write(&seed, "ab")?;
        fs::remove_file(&gone)?;
        let new = root.path().join("build.rs");
        fs::write(&new, "a")?;
        let mut seen = changed(&before, &watcher.snapshot())
            .iter()
            .map(|path| path.to_path_buf())
            .collect::<Vec<_>>();
        seen.sort();
        assert_eq!(seen, [new, gone, seed]);
        Ok(())
    }
}
