//! The style sheets, joined in their order and lightly reduced.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The sheets of the first results; a later one overrides an earlier one.
const WIDGET: [&str; 8] = [
    "tokens.css",
    "base.css",
    "layout.css",
    "blocks.css",
    "search.css",
    "looks.css",
    "keeping.css",
    "host.css",
];

/// Those of what opens after them.
const DETAILS: [&str; 4] = ["offer.css", "map.css", "compare.css", "print.css"];

/// The widget's style while it shows results, of the sheets in `folder`.
///
/// # Errors
/// When a sheet cannot be read.
pub(super) fn widget(folder: &Path) -> Result<String> {
    join(folder, &WIDGET)
}

/// The style of offers, maps and paper: it follows the other.
///
/// # Errors
/// When a sheet cannot be read.
pub(super) fn details(folder: &Path) -> Result<String> {
    join(folder, &DETAILS)
}

fn join(folder: &Path, sheets: &[&str]) -> Result<String> {
    let sheets = sheets.iter().map(|name| read(folder, name));
    Ok(sheets.collect::<Result<Vec<_>>>()?.join("\n"))
}

/// The host page's style.
///
/// # Errors
/// When the sheet cannot be read.
pub(super) fn page(folder: &Path) -> Result<String> {
    read(folder, "page.css")
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let file = folder.join(name);
    let text =
        fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(reduce(&text))
}

/// Leaves out comments, indentation and empty lines; nothing within quotes is touched.
pub(super) fn reduce(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut quote = None;
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest[2..].split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c == '\n' && quote.is_none() {
            kept.truncate(kept.trim_end_matches([' ', '\t']).len());
            rest = rest.trim_start();
            if kept.is_empty() || kept.ends_with('\n') {
                continue;
            }
        } else if c == '\\' {
            kept.push(c);
            if let Some(escaped) = rest.chars().next() {
                kept.push(escaped);
                rest = &rest[escaped.len_utf8()..];
            }
            continue;
        } else if quote == Some(c) {
            quote = None;
        } else if quote.is_none() && matches!(c, '"' | '\'') {
            quote = Some(c);
        }
        kept.push(c);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::reduce;

    #[test]
    fn keeps_all_that_counts() {
        for (css, reduced) in [
            ("/* sheet */\n.a {\n  color: red;\n}\n", ".a {\ncolor: red;\n}\n"),
            ("a { b: c } /* x */\n\n\n  d { }", "a { b: c }\nd { }"),
            (
                ".a::after { content: \"/* no */  \\\" \"; }",
                ".a::after { content: \"/* no */  \\\" \"; }",
            ),
            ("a { content: '« \"'; } /* it's */ b {}", "a { content: '« \"'; }  b {}"),
            ("a { } /* never closed", "a { } "),
            (".a\\:b { }", ".a\\:b { }"),
        ] {
            assert_eq!(reduce(css), reduced, "{css}");
        }
    }
}
