//! People and addresses to turn to, for whatever purpose.

use super::emails;
use super::names;
use super::rule::{Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Contact, Evidence, Field, Offer};
use crate::outline::Role;
use crate::span::Span;
use std::cell::LazyCell;

fn phone(m: &Match<'_>) -> Option<Reading<String>> {
    let before = m.before();
    let after = m.after();
    let digit = |c: char| c.is_ascii_digit();
    let longer = before.ends_with(digit) || after.starts_with(digit);
    let word = before.trim_end().trim_end_matches([':', '.', ' ']);
    if longer || word.ends_with("fax") || says(before, &["siret", "siren", "iban"]) {
        return None;
    }
    Reading::value(m.document.source(m.range()).of(&m.document.text).to_owned())
}

/// How telephone numbers are written.
pub static PHONES: Rules<String> = Rules::new(&[Rule {
    name: "phone",
    pattern: r"(?:\+ ?33 ?(?:\(0\) ?)?|\b0033 ?(?:\(0\) ?)?|\b0)[1-9](?:[ ./-]?\d\d){4}",
    score: 80,
    read: phone,
    reads: &[
        ("Tél. : 05 55 00 11 22", "\"05 55 00 11 22\""),
        ("06.12.34.56.78 / mail", "\"06.12.34.56.78\""),
        ("+33 (0)6 12 34 56 78", "\"+33 (0)6 12 34 56 78\""),
    ],
    leaves: &["Fax : 05 55 00 11 22", "SIRET 012 345 678 90 123", "01/02/2023"],
}]);

/// How many numbers one offer is read for.
const MOST: usize = 60;

/// A contact being put together.
struct Draft {
    contact: Contact,
    span: Span,
    rule: &'static str,
    line: Option<usize>,
}

/// Reads them, in the order of the text.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut previous_end = 0;
    let emails = emails::all(document);
    let people = LazyCell::new(|| names::Names::of(document));
    for email in emails {
        let line = document.line_at(email.span.start);
        let spelt = |apart: bool| {
            people.spelt_by(&email, apart).map(|span| span.of(&document.text).to_owned())
        };
        let name = spelt(true)
            .or_else(|| named_before(document, line, email.span.start, previous_end))
            .or_else(|| named_behind(document, line, email.span.end))
            .or_else(|| named_after(document, line))
            .or_else(|| spelt(false));
        previous_end = email.span.end;
        let known = |draft: &&mut Draft| {
            draft
                .contact
                .email
                .as_ref()
                .is_some_and(|known| known.eq_ignore_ascii_case(&email.address))
        };
        if let Some(draft) = drafts.iter_mut().find(known) {
            draft.contact.name = draft.contact.name.take().or(name);
            continue;
        }
        let contact = Contact { email: Some(email.address), name, phone: None };
        drafts.push(Draft { contact, span: email.span, rule: email.rule, line });
    }
    let mut phones = PHONES.candidates(document);
    phones.sort_by_key(|candidate| candidate.span);
    for phone in phones.into_iter().take(MOST) {
        attach_phone(document, &mut drafts, phone.span, phone.value, phone.rule);
    }
    for (span, name) in names::to_ask(document) {
        let known = |draft: &Draft| {
            let same = draft.contact.name.as_ref();
            same.is_some_and(|known| known.contains(&name) || name.contains(known.as_str()))
                || draft.line == document.line_at(span.start) && draft.span.start > span.start
        };
        if !drafts.iter().any(known) {
            let contact = Contact { name: Some(name), ..Contact::default() };
            let line = document.line_at(span.start);
            drafts.push(Draft { contact, span, rule: "contact-to-ask", line });
        }
    }
    drafts.sort_by_key(|draft| draft.span);
    if let Some(first) = drafts.first() {
        let evidence = Evidence { span: first.span, rule: first.rule.to_owned() };
        offer.evidence.insert(Field::Contacts, evidence);
    }
    offer.contacts = drafts.into_iter().map(|draft| draft.contact).collect();
}

/// The name in the words before an address: on its line, or alone on the line above.
fn named_before(document: &Document, line: Option<usize>, at: u32, after: u32) -> Option<String> {
    let line = line?;
    let start = document.lines[line].span.start.max(after);
    let segment = document.text.get(start as usize..at as usize)?;
    let segment = segment.rsplit(['!', '?']).next().unwrap_or(segment);
    let segment = last_sentence(segment);
    if let Some(name) = names::in_segment(segment) {
        return Some(name);
    }
    // A bare label (« Mail : ») goes with what stands above it.
    if segment.trim().trim_end_matches([':', '-', '–', ' ']).len() >= 25 {
        return None;
    }
    let mut above = document.lines[..line]
        .iter()
        .rev()
        .take_while(|line| matches!(line.role, Role::Paragraph | Role::Item { .. }))
        .take_while(|line| line.span.start >= after)
        .map(|line| line.span.of(&document.text));
    let nearest = above.next()?;
    let name = if nearest.len() < 120 { names::in_segment(nearest) } else { None };
    // « Jeanne Martin », « Responsable des jardins », an address: a signature.
    if name.is_none() && names::is_function(nearest) {
        return names::in_segment(above.next()?);
    }
    name.or_else(|| std::iter::once(nearest).chain(above.take(2)).find_map(names::to_whom))
}

/// The words after the last full stop; that of « M. Martin » is none.
fn last_sentence(words: &str) -> &str {
    let stops = words.rmatch_indices(". ");
    let ends = |before: &str| {
        let word = before.rsplit([' ', '\u{a0}', '(', '|']).next().unwrap_or(before);
        word.chars().count() > 2
    };
    let last = stops.map(|(at, _)| at).find(|&at| ends(&words[..at]));
    last.map_or(words, |at| &words[at + 2..])
}

/// The name in the words behind an address, on its line.
fn named_behind(document: &Document, line: Option<usize>, at: u32) -> Option<String> {
    let end = document.lines[line?].span.end;
    names::right_behind(document.text.get(at as usize..end as usize)?)
}

/// The service named in the postal address below.
fn named_after(document: &Document, line: Option<usize>) -> Option<String> {
    let below = document.lines.get(line? + 1)?;
    names::by_post(below.span.of(&document.text))
}

/// Gives a number to the contact beside it, or makes it one of its own.
fn attach_phone(
    document: &Document,
    drafts: &mut Vec<Draft>,
    span: Span,
    number: Option<String>,
    rule: &'static str,
) {
    let line = document.line_at(span.start);
    let same_number = |draft: &Draft| draft.contact.phone == number;
    if drafts.iter().any(same_number) {
        return;
    }
    let free = |draft: &Draft| draft.contact.phone.is_none() && draft.contact.email.is_some();
    let beside = |draft: &Draft| match (draft.line, line) {
        (Some(a), Some(b)) if a == b => true,
        (Some(a), Some(b)) => {
            let between = &document.lines[a.min(b) + 1..=a.max(b)];
            a.abs_diff(b) <= 2 && between.iter().all(|line| line.role != Role::Heading)
        }
        _ => false,
    };
    let before = drafts.iter().map(|draft| draft.span.end).filter(|&end| end <= span.start);
    let after = before.max().unwrap_or(0);
    let name = named_before(document, line, span.start, after)
        .or_else(|| named_behind(document, line, span.end));
    let own = name.is_some() && !drafts.iter().any(|draft| draft.contact.name == name);
    let nearest = drafts
        .iter_mut()
        .filter(|draft| !own && free(draft) && beside(draft))
        .min_by_key(|draft| draft.span.start.abs_diff(span.start));
    if let Some(draft) = nearest {
        draft.contact.phone = number;
        return;
    }
    let contact = Contact { email: None, name, phone: number };
    drafts.push(Draft { contact, span, rule, line });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(PHONES.check(), Vec::<String>::new());
    }

    #[test]
    fn names_are_read_beside_their_addresses() {
        let cases = [
            (
                "Candidatures : rh@exemple.fr\nRenseignements : Jeanne Martin, 05 49 00 66 31",
                "- / Jeanne Martin",
            ),
            ("Contact : M. Martin, chef de service, 02 33 00 74 29", "M. Martin"),
            ("CV à sejour@exemple.fr, à l’attention de Jeanne Martin", "Jeanne Martin"),
            ("CV à la mairie (demander Jeanne, 02 62 00 52 90)", "Jeanne"),
            ("Postuler par téléphone, 05 96 00 38 20 (Mme Martin)", "Mme Martin"),
            ("jeanne@exemple.fr (Paul Roy, référent)", "Paul Roy"),
            ("Venez voir. Refuge des Monts, refugedesmonts@exemple.fr", "-"),
        ];
        for (text, names) in cases {
            let mut offer = Offer::default();
            read(&Document::of_text(text), &mut offer, &mut Vec::new());
            let read: Vec<&str> =
                offer.contacts.iter().map(|it| it.name.as_deref().unwrap_or("-")).collect();
            assert_eq!(read.join(" / "), names, "{text}");
        }
    }

    #[test]
    fn people_numbers_and_addresses_come_together() {
        let text = "Titre\nJeanne Martin, directrice\n06.12.34.56.78 / j.martin@exemple.fr\n# Contact\n05 55 00 11 22";
        let mut offer = Offer::default();
        read(&Document::of_text(text), &mut offer, &mut Vec::new());
        let expected = [
            Contact {
                email: Some("j.martin@exemple.fr".to_owned()),
                name: Some("Jeanne Martin".to_owned()),
                phone: Some("06.12.34.56.78".to_owned()),
            },
            Contact { email: None, name: None, phone: Some("05 55 00 11 22".to_owned()) },
        ];
        assert_eq!(offer.contacts, expected);
    }
}
