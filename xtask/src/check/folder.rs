//! A built site, read whole.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// The files of a site: path -> content.
#[derive(Default)]
pub(super) struct Folder(BTreeMap<String, Vec<u8>>);

impl Folder {
    /// Reads a folder with its subfolders.
    ///
    /// # Errors
    /// When something in it cannot be read.
    pub(super) fn read(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        add(&mut files, folder, "")?;
        Ok(Self(files))
    }

    /// Whether there is a file of that path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Whether there is a folder of that path.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        let inside = format!("{path}/");
        self.0.range(inside.clone()..).next().is_some_and(|(name, _)| name.starts_with(&inside))
    }

    /// A file's content.
    pub(super) fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// A file's content as text, if it is some.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.bytes(path)?).ok()
    }

    /// The texts whose names end so: path, content.
    pub(super) fn texts<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .iter()
            .filter(move |(path, _)| path.ends_with(ending))
            .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
    }
}

fn add(files: &mut BTreeMap<String, Vec<u8>>, folder: &Path, path: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{path}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add(files, &entry.path(), &format!("{path}/"))?;
        } else {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

#[cfg(test)]
impl Folder {
    /// A made-up site.
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        Self(
            files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Folder;
    use std::fs;

    #[test]
    fn a_folder_is_read_with_its_subfolders() -> anyhow::Result<()> {
        let root = tempfile::tempdir()?;
        fs::create_dir_all(root.path().join("offre/a"))?;
        fs::write(root.path().join("offre/a/index.html"), "é")?;
        fs::write(root.path().join("b.wasm"), [0xff])?;
        let folder = Folder::read(root.path())?;
        assert_eq!(folder.text("offre/a/index.html"), Some("é"));
        assert_eq!(folder.text("b.wasm"), None);
        assert!(folder.has("b.wasm") && folder.has_folder("offre") && !folder.has_folder("off"));
        assert_eq!(folder.texts(".html").count(), 1);
        Ok(())
    }
}
