//! Text as XML and HTML write it.

/// `text` with its marks escaped, for content and for attributes between double quotes; what XML cannot hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\n' | '\t' => escaped.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// `<name>text</name>`, a line.
pub(super) fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escaped(text))
}

#[cfg(test)]
mod tests {
    use super::{element, escaped};

    #[test]
    fn marks_are_escaped_and_controls_left_out() {
        assert_eq!(escaped("a<b> & \"c\"\u{0}\u{1b}\n"), "a&lt;b&gt; &amp; &quot;c&quot;\n");
        assert_eq!(element("title", "R&D"), "<title>R&amp;D</title>\n");
    }
}
