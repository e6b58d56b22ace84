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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder of this test's own, gone when dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn new(test: &str) -> Self {
            let path = std::env::temp_dir().join(format!("tremplin-{test}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).expect("a folder can be made");
            Self(path)
        }

        fn file(&self, name: &str) {
            let path = self.0.join(name);
            fs::create_dir_all(path.parent().expect("it lies in the folder"))
                .expect("a folder can be made");
            fs::write(path, "Jardinier\n").expect("a file can be written");
        }

        fn gathered(&self) -> Gathered {
            let mut gathered = Gathered::default();
            gathered.add(&self.0);
            gathered
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn names(gathered: &Gathered) -> Vec<String> {
        gathered.sources.iter().map(|source| source.name.replace('\\', "/")).collect()
    }

    #[test]
    fn a_folder_is_read_with_its_subfolders_texts_and_corrections_alone() {
        let folder = Folder::new("texts");
        for name in ["b.txt", "a.TXT", "a.toml", "photo.png", "mars/c.txt"] {
            folder.file(name);
        }
        let gathered = folder.gathered();
        assert_eq!(names(&gathered), ["a.TXT", "a.toml", "b.txt", "mars/c.txt"]);
        assert_eq!(gathered.complaints, [""; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn a_loop_of_folders_is_walked_once() {
        let folder = Folder::new("loop");
        folder.file("mars/a.txt");
        std::os::unix::fs::symlink(&folder.0, folder.0.join("mars/retour")).expect("a link");
        std::os::unix::fs::symlink("soi", folder.0.join("soi")).expect("a link");
        let gathered = folder.gathered();
        assert_eq!(names(&gathered), ["mars/a.txt"]);
        assert_eq!(gathered.complaints, [""; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_read_is_complained_about_and_the_rest_is_read() {
        let folder = Folder::new("unreadable");
        folder.file("b.txt");
        // A link to nothing and a link to itself cannot be read, whoever runs the test.
        std::os::unix::fs::symlink("nulle-part", folder.0.join("a.txt")).expect("a link");
        std::os::unix::fs::symlink("c.txt", folder.0.join("c.txt")).expect("a link");
        let gathered = folder.gathered();
        assert_eq!(names(&gathered), ["b.txt"]);
        assert_eq!(gathered.complaints.len(), 2);
        for (complaint, name) in gathered.complaints.iter().zip(["a.txt", "c.txt"]) {
            assert!(complaint.contains(name), "{complaint}");
        }
    }

    #[test]
    fn what_is_not_there_is_complained_about() {
        let mut gathered = Gathered::default();
        gathered.add(Path::new("nulle-part.txt"));
        assert!(gathered.sources.is_empty());
        assert!(gathered.complaints[0].starts_with("nulle-part.txt: "));
    }
}
