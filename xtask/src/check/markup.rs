//! The tags of HTML and XML: enough to find every address, and the data that scripts hold.

/// A tag that opens, with its attributes, and what a script or a style holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// In small letters.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// For a script, a style, and XML's elements of text alone: what stands up to the next tag.
    pub(super) text: String,
}

impl Tag {
    /// An attribute's value.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether one of the words of `rel` is this one.
    pub(super) fn is_rel(&self, word: &str) -> bool {
        self.get("rel")
            .is_some_and(|rel| rel.split_whitespace().any(|one| one.eq_ignore_ascii_case(word)))
    }
}

/// The tags of a text, in order.
pub(super) fn tags(markup: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (mut tag, after) = tag(rest);
            rest = after;
            let end = if matches!(tag.name.as_str(), "script" | "style") {
                let closing = format!("</{}", tag.name);
                rest.to_ascii_lowercase().find(&closing).unwrap_or(rest.len())
            } else {
                rest.find('<').unwrap_or(rest.len())
            };
            tag.text = rest[..end].to_owned();
            rest = &rest[end..];
            tags.push(tag);
        }
    }
    tags
}

/// The tag that begins with its name, and what follows it.
fn tag(text: &str) -> (Tag, &str) {
    let end = |c: char| c.is_whitespace() || matches!(c, '>' | '/');
    let (name, mut rest) = split(text, end);
    let mut tag = Tag { name: name.to_ascii_lowercase(), ..Tag::default() };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let Some(first) = rest.chars().next() else { return (tag, "") };
        if first == '>' {
            return (tag, &rest[1..]);
        }
        let (name, after) = split(rest, |c| end(c) || (c == '=' && !rest.starts_with('=')));
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=').map(str::trim_start) {
            None => ("", after),
            Some(value) if value.starts_with(['"', '\'']) => {
                let (quote, value) = value.split_at(1);
                value.split_once(quote).unwrap_or((value, ""))
            }
            Some(value) => split(value, |c| c.is_whitespace() || c == '>'),
        };
        tag.attributes.push((name.to_ascii_lowercase(), unescaped(value)));
        rest = after;
    }
}

fn split(text: &str, end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(end).unwrap_or(text.len()))
}

/// A value as it is meant: the five references that our pages write, and numbers.
pub(super) fn unescaped(value: &str) -> String {
    let mut pieces = value.split('&');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let named = piece.split_once(';').and_then(|(name, after)| Some((referred(name)?, after)));
        match named {
            Some((c, after)) => {
                plain.push(c);
                plain += after;
            }
            None => {
                plain.push('&');
                plain += piece;
            }
        }
    }
    plain
}

fn referred(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{tags, unescaped};

    #[test]
    fn tags_are_found_with_their_attributes() {
        let found = tags(
            "<!-- <a href=x> --><A HREF=\"a&amp;b\" hidden class='c d' x=y/>t</a><br><link rel='a icon'",
        );
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["a", "br", "link"]);
        assert_eq!(found[0].get("href"), Some("a&b"));
        assert_eq!(found[0].get("hidden"), Some(""));
        assert_eq!(found[0].get("class"), Some("c d"));
        assert_eq!(found[0].text, "t");
        assert!(found[2].is_rel("icon") && !found[2].is_rel("con"));
    }

    #[test]
    fn what_a_script_holds_is_no_tag() {
        let found = tags("<script type=\"application/ld+json\">{\"a\":\"<b href=x>\"}</SCRIPT><i>");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].text, "{\"a\":\"<b href=x>\"}");
    }

    #[test]
    fn references_are_read() {
        assert_eq!(unescaped("&lt;&#233;&#xe9;&gt; & &nope; &amp"), "<éé> & &nope; &amp");
    }
}
