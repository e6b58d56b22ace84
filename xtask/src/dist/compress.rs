//! What a host that compresses sends: brotli at its best, made once for each content and kept in `target/compressed/`.

use crate::project::target;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// What brotli at its best makes of `content`.
///
/// # Errors
/// When it cannot be kept.
pub(crate) fn compressed(content: &[u8]) -> Result<Vec<u8>> {
    if let Some(kept) = kept(content) {
        return Ok(kept);
    }
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(content)?;
    let small = writer.into_inner();
    let file = file(content)?;
    let folder = target()?.join("compressed");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    // Whoever reads meanwhile finds all of it, or nothing.
    let mut whole = tempfile::NamedTempFile::new_in(&folder)?;
    whole.write_all(&small)?;
    whole.persist(&file).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(small)
}

/// The same, if it was made before.
pub(crate) fn kept(content: &[u8]) -> Option<Vec<u8>> {
    fs::read(file(content).ok()?).ok()
}

fn file(content: &[u8]) -> Result<PathBuf> {
    Ok(target()?.join("compressed").join(format!("{:x}.br", Sha256::digest(content))))
}

#[cfg(test)]
mod tests {
    use super::{compressed, kept};
    use std::io::Read;

    #[test]
    fn what_repeats_compresses_and_is_kept() -> anyhow::Result<()> {
        let content = "stage à Rennes, ".repeat(100);
        let small = compressed(content.as_bytes())?;
        assert!(small.len() < 60, "{}", small.len());
        assert_eq!(kept(content.as_bytes()), Some(small.clone()));
        let mut back = String::new();
        brotli::Decompressor::new(&small[..], 4096).read_to_string(&mut back)?;
        assert_eq!(back, content);
        Ok(())
    }
}
