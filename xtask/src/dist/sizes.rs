//! Tells how big the site is, as written and as a host that compresses sends it.

use super::Effort;
use super::assemble::Site;
use super::compress::compressed;
use anyhow::Result;

/// Prints the sizes on stderr; compressed ones only where there is time for them.
///
/// # Errors
/// When what is compressed cannot be kept.
pub(super) fn print(site: &Site, effort: Effort) -> Result<()> {
    let mut total = (0, 0);
    eprintln!("{:<32} {:>9} {:>9}", "dist/", "bytes", "brotli");
    for (name, content) in site {
        let small = if effort == Effort::Full { compressed(content)?.len() } else { 0 };
        row(name, content.len(), small);
        total = (total.0 + content.len(), total.1 + small);
    }
    row("total", total.0, total.1);
    Ok(())
}

fn row(name: &str, bytes: usize, compressed: usize) {
    if compressed > 0 {
        eprintln!("{name:<32} {bytes:>9} {compressed:>9}");
    } else {
        eprintln!("{name:<32} {bytes:>9} {:>9}", "-");
    }
}
