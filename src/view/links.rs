//! Links out of an offer: only to web pages, mail and telephones.

use crate::view::writing::no_break;
use tremplin_engine::offer::Offer;
use yew::prelude::*;

/// The address to follow for a URL as written in an offer; `None` for anything but http, https, mailto and tel.
pub(crate) fn href(url: &str) -> Option<String> {
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    if ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme)) {
        Some(url.to_owned())
    } else if lower.starts_with("www.") {
        Some(format!("https://{url}"))
    } else {
        None
    }
}

/// A letter to these addresses about this subject.
pub(crate) fn mailto(addresses: &[String], subject: &str) -> String {
    let addresses: Vec<String> =
        addresses.iter().map(|address| percent(address, b"@.+-_")).collect();
    format!("mailto:{}?subject={}", addresses.join(","), percent(subject, b"-._"))
}

/// A telephone number for `tel:`, without its spaces and without the `(0)` that is only dialled inside the country.
pub(crate) fn tel(number: &str) -> String {
    let kept = |c: &char| c.is_ascii_digit() || *c == '+';
    let number = number.replace("(0)", "");
    format!("tel:{}", number.chars().filter(kept).collect::<String>())
}

fn percent(words: &str, kept: &[u8]) -> String {
    let mut text = String::with_capacity(words.len());
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// Words of an offer, in which the addresses that its fields name are links.
pub(crate) fn linked(words: &str, offer: &Offer) -> Html {
    let emails = offer.contacts.iter().filter_map(|contact| contact.email.as_ref());
    let needles: Vec<(&str, String)> = offer
        .apply_emails
        .iter()
        .chain(emails)
        .map(|email| (email.as_str(), format!("mailto:{}", percent(email, b"@.+-_"))))
        .chain(offer.urls.iter().filter_map(|url| Some((url.as_str(), href(url)?))))
        .filter(|(needle, _)| !needle.is_empty())
        .collect();
    let mut pieces: Vec<Html> = Vec::new();
    let mut rest = words;
    loop {
        let found = needles
            .iter()
            .filter_map(|(needle, href)| Some((rest.find(needle)?, *needle, href)))
            .min_by_key(|&(at, needle, _)| (at, std::cmp::Reverse(needle.len())));
        let Some((at, needle, href)) = found else { break };
        pieces.push(Html::from(no_break(&rest[..at])));
        pieces.push(
            html! { <a href={href.clone()} rel="noopener noreferrer">{ needle.to_owned() }</a> },
        );
        rest = &rest[at + needle.len()..];
    }
    pieces.push(Html::from(no_break(rest)));
    pieces.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_are_followed() {
        for url in ["https://a.fr/x", "HTTP://a.fr", "mailto:a@b.fr", "tel:0102030405"] {
            assert_eq!(href(url).as_deref(), Some(url));
        }
        assert_eq!(href("www.a.fr").as_deref(), Some("https://www.a.fr"));
        for url in
            ["javascript:alert(1)", "data:text/html,x", " jAvAscript:x", "a.fr", "//a.fr", ""]
        {
            assert_eq!(href(url), None, "{url}");
        }
    }

    #[test]
    fn a_letter_keeps_its_subject() {
        let addresses = ["a+b@c.fr".to_owned(), "d@e.fr?cc=x".to_owned()];
        assert_eq!(
            mailto(&addresses, "Candidature : été"),
            "mailto:a+b@c.fr,d@e.fr%3Fcc%3Dx?subject=Candidature%20%3A%20%C3%A9t%C3%A9"
        );
        assert_eq!(tel("+33 (0)1 02"), "tel:+33102");
        assert_eq!(tel("01.02 03"), "tel:010203");
    }
}
