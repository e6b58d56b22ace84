//! Files and folders -> sources. A folder is read with its subfolders; a link that leads back is followed once.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use tremplin_engine::source::Source;

/// The files of the paths that were asked for.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) sources: Vec<Source>,
    pub(crate) complaints: Vec<String>,
    /// Folders seen, by their true path: a link may lead back.
    folders: BTreeSet<PathBuf>,
}

impl Gathered {
    /// Adds a file, whatever its ending and with its corrections, or the texts of a folder.
    pub(crate) fn add(&mut self, path: &Path) {
        if path.is_dir() {
            return self.add_folder(path, path);
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        self.add_file(folder, path);
        let sister = path.with_extension("toml");
        if sister != path && sister.is_file() {
            self.add_file(folder, &sister);
        }
    }

    /// Adds a file under its path in `root`.
    fn add_file(&mut self, root: &Path, path: &Path) {
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
        match std::fs::read(path) {
            Ok(bytes) => self.sources.push(Source { name, bytes }),
            Err(error) => self.complaints.push(format!("{}: {error}", path.display())),
        }
    }

    fn add_folder(&mut self, root: &Path, path: &Path) {
        let entries = path.canonicalize().and_then(|real| match self.folders.insert(real) {
            true => std::fs::read_dir(path)?
                .map(|entry| Ok(entry?.path()))
                .collect::<io::Result<Vec<_>>>(),
            false => Ok(Vec::new()),
        });
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.complaints.push(format!("{}: {error}", path.display())),
        };
        entries.sort();
        for entry in entries {
            if entry.is_dir() {
                self.add_folder(root, &entry);
            } else if is_read(&entry) {
                self.add_file(root, &entry);
            }
        }
    }
}

/// Whether a folder's file is an offer's text, or a text's corrections.
fn is_read(path: &Path) -> bool {
    let known =
        |ending: &OsStr| ["txt", "toml"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    path.extension().is_some_and(known)
}
