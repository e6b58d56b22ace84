//! Links out of an offer: only to web pages, mail and telephones.

use crate::state::Action;
use crate::view::title;
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

/// A letter that applies for `offer`, read at `url`: to a French recruiter, in French.
pub(crate) fn letter(offer: &Offer, url: Option<&str>) -> String {
    let name = title(offer);
    let reference = offer.reference.as_deref().filter(|reference| !name.contains(reference));
    let mut subject = "Candidature\u{a0}: ".to_owned() + name;
    let mut body = "Bonjour,\r\n\r\nJe vous écris au sujet de l’offre «\u{a0}".to_owned() + name;
    body += "\u{a0}»";
    if let Some(reference) = reference {
        subject += " – réf. ";
        subject += reference;
        body += " (réf. ";
        body += reference;
        body.push(')');
    }
    match url {
        Some(url) => {
            body += "\u{a0}:\r\n";
            body += url;
        }
        None => body.push('.'),
    }
    body += "\r\n\r\n";
    let mut href = "mailto:".to_owned();
    for (rank, address) in offer.apply_emails.iter().enumerate() {
        if rank > 0 {
            href.push(',');
        }
        percent_into(&mut href, address, b"@.+-_");
    }
    href += "?subject=";
    percent_into(&mut href, &subject, b"-._");
    href += "&body=";
    percent_into(&mut href, &body, b"-._");
    href
}

/// A file as an address: nothing is fetched.
pub(crate) fn file(kind: &str, content: &str) -> String {
    let mut href = "data:".to_owned();
    href += kind;
    href += ";charset=utf-8,";
    percent_into(&mut href, content, b"-._");
    href
}

/// A telephone number for `tel:`, without its spaces and without the `(0)` that is only dialled inside the country.
pub(crate) fn tel(number: &str) -> String {
    let kept = |c: &char| c.is_ascii_digit() || *c == '+';
    let number = number.replace("(0)", "");
    format!("tel:{}", number.chars().filter(kept).collect::<String>())
}

fn percent_into(text: &mut String, words: &str, kept: &[u8]) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push('%');
            text.push(char::from(HEX[usize::from(byte >> 4)]));
            text.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// A link to the offer `id`, which does `action` when it is simply clicked.
pub(crate) fn to_offer(
    id: &str,
    class: &'static str,
    action: fn(String) -> Action,
    words: Vec<Html>,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let href = link.emit(id.to_owned());
    html! { <a {class} {href} onclick={follow(id, action, send)}>{ for words }</a> }
}

/// Does `action` to the offer `id`; a click that asks for another tab or window is the browser's.
pub(crate) fn follow(
    id: &str,
    action: fn(String) -> Action,
    send: &Callback<Action>,
) -> Callback<MouseEvent> {
    let (id, send) = (id.to_owned(), send.clone());
    Callback::from(move |event: MouseEvent| {
        if event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            send.emit(action(id.clone()));
        }
    })
}

/// Words of an offer, in which the addresses that its fields name are links.
pub(crate) fn linked(words: &str, offer: &Offer) -> Html {
    let emails = offer.contacts.iter().filter_map(|contact| contact.email.as_ref());
    let needles: Vec<(&str, String)> = offer
        .apply_emails
        .iter()
        .chain(emails)
        .map(|email| {
            let mut href = "mailto:".to_owned();
            percent_into(&mut href, email, b"@.+-_");
            (email.as_str(), href)
        })
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
    fn a_letter_names_its_offer() {
        let offer = Offer {
            title: Some("Été".to_owned()),
            reference: Some("A/1".to_owned()),
            apply_emails: vec!["a+b@c.fr".to_owned(), "d@e.fr?cc=x".to_owned()],
            ..Offer::default()
        };
        assert_eq!(
            letter(&offer, Some("https://a.fr/?offre=x")),
            "mailto:a+b@c.fr,d@e.fr%3Fcc%3Dx?subject=Candidature%C2%A0%3A%20%C3%89t%C3%A9%20%E2%80%93%20r%C3%A9f.%20A%2F1\
            &body=Bonjour%2C%0D%0A%0D%0AJe%20vous%20%C3%A9cris%20au%20sujet%20de%20l%E2%80%99offre%20%C2%AB%C2%A0%C3%89t%C3%A9\
            %C2%A0%C2%BB%20%28r%C3%A9f.%20A%2F1%29%C2%A0%3A%0D%0Ahttps%3A%2F%2Fa.fr%2F%3Foffre%3Dx%0D%0A%0D%0A"
        );
        let alone = Offer { reference: None, ..offer };
        assert!(letter(&alone, None).ends_with("%C3%89t%C3%A9%C2%A0%C2%BB.%0D%0A%0D%0A"));
    }

    #[test]
    fn a_telephone_is_dialled_from_anywhere() {
        assert_eq!(tel("+33 (0)1 02"), "tel:+33102");
        assert_eq!(tel("01.02 03"), "tel:010203");
    }

    #[test]
    fn a_file_is_an_address() {
        assert_eq!(
            file("text/calendar", "a\r\né"),
            "data:text/calendar;charset=utf-8,a%0D%0A%C3%A9"
        );
    }
}
