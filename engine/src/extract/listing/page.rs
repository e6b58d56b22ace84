//! The recruiter that a page names above its one offer: the card's first line, the letterhead, the site's own name.

use super::recruiter::{announces, is_navigation, opening, relays};
use super::told_above;
use crate::document::Document;
use crate::extract::body::{is_institution, key, names_body, without_article, without_generic};
use crate::extract::domain::Domains;
use crate::extract::heading::{self, Part};
use crate::lexicon::is_menu;
use crate::offer::{Field, Offer};
use crate::span::Span;
use crate::text::fold;

/// How many lines right above the offer may name who recruits; the first line of the page may as well.
const NEAR: usize = 4;

/// Names the recruiter of a page's one offer that says less itself.
pub(crate) fn name_page(above: &Document, document: &Document, offer: &mut Offer) {
    let Some(name) = name(above, document) else { return };
    let fuller = |known: &str| {
        let (known, name) = (key(known), key(&name));
        known.len() >= 4 && known.len() < name.len() && name.starts_with(&known)
    };
    if offer.organisation.as_deref().is_none_or(fuller) {
        offer.organisation = Some(name);
        told_above(offer, Field::Organisation);
    }
}

fn name(above: &Document, document: &Document) -> Option<String> {
    let text = above.text.as_str();
    let domains = Domains::of(document);
    let last = above.lines.len().checked_sub(1)?;
    let relayed = relays(&opening(above));
    let near = (0..=last).rev().take(NEAR);
    let first = (last >= NEAR).then_some(0);
    for at in near.chain(first) {
        let line = above.lines[at].span;
        let words = line.of(text).trim();
        let folded = fold(words);
        let out = words.chars().count() > 100
            || heading::is_sentence(words)
            || is_menu(&folded)
            || is_navigation(&folded)
            || words.contains(['›', '>', '@']);
        if out || relayed && at != last {
            continue;
        }
        for piece in heading::pieces(above, line) {
            let written = piece.span.of(text).trim();
            let body = piece.part == Part::Body && names_body(written);
            let named = piece.part == Part::Words && heading::is_like_a_name(written);
            if !body && !named {
                continue;
            }
            let nowhere = Span::default();
            let told = heading::is_spoken_of(document, nowhere, written)
                || heading::is_a_subject(document, nowhere, written)
                || domains.spell(written);
            // The site of a public body that says « recrute », or « nos offres ».
            let own = at == 0 && body && is_institution(written) && announces(&opening(above));
            if told || own {
                return Some(without_generic(without_article(written)).to_owned());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_recruiter_above_the_offer() {
        let cases = [
            ("Racines Vives", "Jardinier\nRacines Vives cultive des haies.", Some("Racines Vives")),
            (
                "Université de Sète\nTravailler à l’université : nos offres",
                "Jardinier\nArroser.",
                Some("Université de Sète"),
            ),
            ("Racines Vives", "Jardinier\nArroser.", None),
            ("Réseau des jardins\nNos petites annonces", "Jardinier\nArroser.", None),
            ("Accueil | Offres | Agenda | Contact", "Jardinier\nArroser.", None),
        ];
        for (above, text, expected) in cases {
            let mut offer = Offer::default();
            name_page(&Document::of_text(above), &Document::of_text(text), &mut offer);
            assert_eq!(offer.organisation.as_deref(), expected, "{above}");
        }
    }
}
