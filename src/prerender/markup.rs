//! What of drawn markup needs a script. Words are escaped in it, so that a `<` always opens a tag.

/// Elements that do something only by a script.
const ACTIVE: [&str; 3] = ["button", "select", "input"];

/// `markup` with what needs a script at rest: it can be seen, not used.
pub(crate) fn inert(markup: &str) -> String {
    let mut rest = String::with_capacity(markup.len() + markup.len() / 16);
    for (at, piece) in markup.split('<').enumerate() {
        if at > 0 {
            rest.push('<');
        }
        match ACTIVE.iter().find(|tag| opens(piece, tag)) {
            Some(tag) => {
                rest += tag;
                rest += " inert";
                rest += &piece[tag.len()..];
            }
            None => rest += piece,
        }
    }
    rest
}

/// `markup` without its buttons, which hold no other.
pub(crate) fn lifeless(markup: &str) -> String {
    let mut kept = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(start) = rest.find("<button") {
        kept += &rest[..start];
        rest = rest[start..].split_once("</button>").map_or("", |(_, after)| after);
    }
    kept + rest
}

fn opens(piece: &str, tag: &str) -> bool {
    piece.strip_prefix(tag).is_some_and(|after| after.starts_with([' ', '>', '/']))
}

#[cfg(test)]
mod tests {
    use super::{inert, lifeless};

    #[test]
    fn what_needs_a_script_is_at_rest() {
        let markup = "<p>1 &lt; 2</p><button class=\"a\">x</button><input/><buttons>";
        let rest = "<p>1 &lt; 2</p><button inert class=\"a\">x</button><input inert/><buttons>";
        assert_eq!(inert(markup), rest);
    }

    #[test]
    fn a_page_without_a_script_has_no_buttons() {
        assert_eq!(
            lifeless("<p>a<button class=\"x\"><i></i>b</button>c</p><button>d</button>"),
            "<p>ac</p>"
        );
    }
}
