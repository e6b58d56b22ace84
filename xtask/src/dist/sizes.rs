//! Tells how big the site is, as written and as a host that compresses sends it.

use super::Effort;
use super::assemble::Site;
use std::io::Write;

/// Prints the sizes on stderr; compressed ones only where there is time for them.
pub(super) fn print(site: &Site, effort: Effort) {
    let mut total = (0, 0);
    eprintln!("{:<32} {:>9} {:>9}", "dist/", "bytes", "brotli");
    for (name, content) in site {
        let small = if effort == Effort::Full { compressed(content) } else { 0 };
        row(name, content.len(), small);
        total = (total.0 + content.len(), total.1 + small);
    }
    row("total", total.0, total.1);
}

fn row(name: &str, bytes: usize, compressed: usize) {
    if compressed > 0 {
        eprintln!("{name:<32} {bytes:>9} {compressed:>9}");
    } else {
        eprintln!("{name:<32} {bytes:>9} {:>9}", "-");
    }
}

/// Bytes that brotli at its best makes of `content`.
pub(crate) fn compressed(content: &[u8]) -> usize {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    // Writing to memory cannot fail.
    let written = writer.write_all(content).and_then(|()| writer.flush());
    written.map_or(0, |()| writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::compressed;

    #[test]
    fn what_repeats_compresses() {
        let small = compressed("stage à Rennes, ".repeat(100).as_bytes());
        assert!(small > 0 && small < 60, "{small}");
    }
}
