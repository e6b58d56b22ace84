//! The post's name for a card: what labels, headings, subjects of mails and sentences propose, the best of them
//! without recruiter, place, kind of contract and duration.

use super::Considered;
use super::body::{is_place, key};
use super::domain::Domains;
use super::heading::{
    Who, head_of, is_sentence, names_post, opening, rows, small_ad, take_apart, tells_facts,
};
use crate::document::Document;
use crate::layout::heading_kind;
use crate::offer::{Evidence, Field, Offer};
use crate::span::Span;
use crate::text::fold;

mod clean;
mod labelled;
mod lines;
mod other;
mod quoted;
mod sentence;
mod status;

use clean::{core, presented};
pub(super) use clean::{names_nothing, names_nothing_folded};
use labelled::labelled;
use lines::{first_line, in_lines, is_small_ad, of_its_own};
use other::{
    is_a_firm, is_destination, is_no_heading, is_spaced, is_user, is_whereabouts, tells_tasks,
};
use quoted::quoted;
pub(super) use sentence::recruits;
use sentence::{described, in_sentences};
use status::{mission, status, task};

/// How many bytes of an offer are read for a sentence that recruits.
const FAR: usize = 6000;

/// A span that may name the post.
struct Candidate {
    span: Span,
    rule: &'static str,
    score: i32,
}

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let Some(best) = candidates(document).into_iter().next().or_else(|| status(document)) else {
        return;
    };
    offer.title = Some(presented(best.span.of(&document.text)));
    offer.evidence.insert(Field::Title, Evidence { span: best.span, rule: best.rule.to_owned() });
}

/// Cuts the recruiter, once it is known, off the title's end: « Jardinier à l’INRA », « Jardinier / Racines » on two lines.
pub(super) fn without_recruiter(document: &Document, offer: &mut Offer) {
    const LINKS: [&str; 13] = [
        " à l’",
        " à l'",
        " à la ",
        " à ",
        " au ",
        " aux ",
        " chez ",
        " pour l’",
        " pour ",
        ", ",
        " - ",
        " – ",
        " | ",
    ];
    let (Some(name), Some(title)) =
        (offer.organisation.as_deref(), offer.evidence.get(Field::Title))
    else {
        return;
    };
    let span = title.span;
    let words = span.of(&document.text);
    let is_its_name = |tail: &str| {
        let tail = tail.trim();
        !tail.is_empty() && (key(tail) == key(name) || name.contains(&format!("({tail})")))
    };
    let link = LINKS
        .iter()
        .filter_map(|link| words.rfind(link).map(|at| (at, at + link.len())))
        .filter(|&(_, tail)| is_its_name(&words[tail..]))
        .map(|(at, _)| at)
        .min();
    // The file's line that ends the title may be the name alone, in small letters.
    let first = document.origins.iter().rfind(|origin| origin.at <= span.start);
    let row = document
        .origins
        .iter()
        .filter(|origin| span.start < origin.at && origin.at < span.end)
        .filter(|origin| first.is_none_or(|first| first.line != origin.line))
        .map(|origin| (origin.at - span.start) as usize)
        .filter(|&at| words.is_char_boundary(at) && is_its_name(&words[at..]))
        .min();
    // « … la grotte du LacVILLE DE SÈTE »: two lines of a page glued.
    let glued = words.len().checked_sub(name.len()).filter(|&at| {
        words.is_char_boundary(at)
            && is_its_name(&words[at..])
            && words[..at].ends_with(char::is_lowercase)
            && words[at..].starts_with(char::is_uppercase)
    });
    let Some(end) = link.or(row).or(glued) else { return };
    let kept = words[..end].trim_end();
    if !names_post(kept) && glued.is_none()
        || kept.matches('(').count() != kept.matches(')').count()
    {
        return;
    }
    let span = Span { start: span.start, end: span.start + kept.len() as u32 };
    let rule = title.rule.clone();
    let span = core(&document.text, span);
    offer.title = Some(presented(span.of(&document.text)));
    offer.evidence.insert(Field::Title, Evidence { span, rule });
}

/// What the first line says the post is about, where it is known to be one.
pub(super) fn read_subject(document: &Document, offer: &mut Offer) {
    const LONGEST: usize = 140;
    let text = document.text.as_str();
    // « Sujet 2 » stands above what it is about.
    let counts = |words: &str| {
        let mut parts = words.split(' ');
        parts.next().is_some_and(|word| {
            matches!(word, "sujet" | "stage" | "offre" | "poste" | "proposition")
        }) && parts.all(|part| part.chars().all(|c| !c.is_alphabetic()) || part.len() <= 2)
    };
    let first = document.lines.iter().find(|line| !counts(&fold(line.span.of(text))));
    let Some(line) = first else { return };
    let words = line.span.of(text);
    if is_sentence(words) || words.chars().count() > LONGEST || is_no_heading(&fold(words)) {
        return;
    }
    let span = core(text, line.span);
    let named = span.of(text);
    if named.chars().filter(|c| c.is_alphabetic()).count() < 5
        || is_place(named)
        || names_nothing(named)
    {
        return;
    }
    offer.title = Some(presented(named));
    offer.evidence.insert(Field::Title, Evidence { span, rule: "subject".to_owned() });
}

/// What may name the post, best first, without what a card shows elsewhere.
fn candidates(document: &Document) -> Vec<Candidate> {
    let domains = Domains::of(document);
    let mut candidates = labelled(document, &domains);
    candidates.extend(in_lines(document, &domains));
    candidates.extend(in_sentences(document));
    candidates.extend(described(document));
    candidates.extend(mission(document));
    candidates.extend(quoted(document));
    candidates.extend(task(document));
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    let text = document.text.as_str();
    for candidate in &mut candidates {
        candidate.span = core(text, before_section(document, candidate.span));
    }
    candidates.retain(|candidate| {
        let words = candidate.span.of(text);
        words.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !is_place(words)
            && !names_nothing(words)
            && !tells_facts(words)
            && !is_spaced(words)
            && !tells_tasks(&fold(words))
            && !fold(words).contains(" recrute ")
            && !fold(words).ends_with(", vous")
            && !is_user(words)
            && !is_destination(words)
            && !is_whereabouts(words)
            && !is_a_firm(words)
            && words.matches(" : ").count() < 2
            && words.matches(" | ").count() < 3
    });
    candidates
}

/// Words up to a line of the file that only heads a section: « Jardinier en chef / Contexte du poste ».
fn before_section(document: &Document, span: Span) -> Span {
    let words = span.of(&document.text);
    let section = rows(document, span).into_iter().find(|&at| {
        let next = rows(document, span).into_iter().find(|&row| row > at);
        let row = words[at..next.unwrap_or(words.len())].trim();
        heading_kind(row).is_some() && !names_post(row)
    });
    section.map_or(span, |at| Span { start: span.start, end: span.start + at as u32 })
}

/// What may name the post, as explanations show it.
pub(super) fn considered(document: &Document) -> Vec<Considered> {
    let considered = |candidate: Candidate| Considered {
        value: Some(presented(candidate.span.of(&document.text))),
        span: candidate.span,
        rule: candidate.rule.to_owned(),
        score: candidate.score,
        chosen: false,
    };
    candidates(document).into_iter().map(considered).collect()
}

/// The recruiters that the title's own line names.
pub(super) fn recruiters(document: &Document, domains: &Domains, title: Option<Span>) -> Vec<Who> {
    let at = title.map_or(0, |span| span.start);
    let own = document.line_at(at).map(|line| document.lines[line].span);
    if let Some(heading) = own.and_then(|line| small_ad(document, domains, line)) {
        return heading.who;
    }
    let line = document.line_at(at).map_or_else(
        || opening(document),
        |line| of_its_own(document, head_of(&document.text, document.lines[line].span)),
    );
    if is_sentence(first_line(document, line).of(&document.text)) && !is_small_ad(document, line) {
        return Vec::new();
    }
    take_apart(document, domains, line).map_or(Vec::new(), |heading| heading.who)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> Option<String> {
        let mut offer = Offer::default();
        read(&Document::of_text(text), &mut offer);
        offer.title
    }

    #[test]
    fn a_post_may_stand_far_below_who_recruits() {
        let tells =
            "Nous fabriquons des jeux en bois pour les écoles et les familles.\n".repeat(16);
        let told = "Tu veilles sur nos machines.\nTu prépares les commandes.\nTu réponds aux écoles.\nÉcris-nous.\nÀ bientôt.\n";
        let offer = |post: &str| format!("★ LUDO ★\n\n{tells}\n{post}\n\n{told}");
        assert_eq!(title(&offer("Ingénieur·e des jeux")).as_deref(), Some("Ingénieur·e des jeux"));
        // Who works there, and what is no post.
        for other in ["Directrice", "Ingénieur·e ou non, tu aimes jouer.", "Nos jeux"] {
            assert_ne!(title(&offer(other)).as_deref(), Some(other));
        }
    }

    #[test]
    fn titles_name_the_post_alone() {
        let cases = [
            (
                "Les Jardins (Nantes – 44000) – Stage fin d’études 6 mois – Jardinier·ère en chef",
                "Jardinier·ère en chef",
            ),
            ("Les Jardins (Nantes) – ASSISTANT.E COMMUNICATION", "Assistant.e communication"),
            (
                "Les Jardins (Nantes-44000)Stage jardin et communication",
                "Stage jardin et communication",
            ),
            (
                "Les Jardins (44000) – Stage chargé.e de culture – Serres et vergers",
                "Chargé.e de culture – Serres et vergers",
            ),
            (
                "Les Jardins (44000) – Chargé·e de projet jardin – Stage",
                "Chargé·e de projet jardin",
            ),
            ("Les Jardins (Nantes 44000) – L’art du jardin [stage recherche]", "L’art du jardin"),
            ("Alternance: Assistant.e de culture", "Assistant.e de culture"),
            (
                "Fiche de poste – Alternance : Chargé.e de culture (H/F)",
                "Chargé.e de culture (H/F)",
            ),
            ("Poste : Chargé(e) de projet jardin", "Chargé(e) de projet jardin"),
            ("Stage Chef(fe) de culture junior chez Jardins.org", "Chef(fe) de culture junior"),
            ("Jardinier F/H - Nantes (44)", "Jardinier F/H"),
            ("Jardinier bilingue CDI", "Jardinier bilingue"),
            ("Jardinier bilingue CDD 6 mois", "Jardinier bilingue"),
            ("JARDINIER des serres en CEE ou CDD", "JARDINIER des serres"),
            (
                "Le Verger recherche pour mai sa ou son stagiaire, chargé.e de mission « pommes ».",
                "Chargé.e de mission « pommes »",
            ),
            (
                "Planète (Lyon) – Chargé.e d’étude stagiaire pour une durée de 4 à 6 mois environ",
                "Chargé.e d’étude stagiaire",
            ),
            ("Offre de stage\nIntitulé du poste : Jardinier\nTailler.", "Jardinier"),
            ("Emploi\nPlisseuse d’art\nNous cherchons une plisseuse d’art.", "Plisseuse d’art"),
            (
                "Nos offres\nOFFRE DE STAGE 2027\nHistoire des ponts du Lot",
                "Histoire des ponts du Lot",
            ),
            ("Racines Vives : appel à contrat doctoral", "Contrat doctoral"),
            (
                "Contrat doctoral (3 ans)\n\n« Les haies du bocage »\n\nMesurer.",
                "Les haies du bocage",
            ),
            ("Bonjour,\n\nStage de 6 mois – Les haies du bocage\nMesurer.", "Les haies du bocage"),
            (
                "Annonce de recrutement : jardinier(ère) en chef\n\nArroser.",
                "Jardinier(ère) en chef",
            ),
            ("Jardinier en chef indépendant/freelance", "Jardinier en chef"),
            ("Sujet n° 6 (M1 ou M2)\nHistoire des ponts du Lot", "Histoire des ponts du Lot"),
            ("Nos offres\nIntitulé du poste agent de serre\nArroser.", "Agent de serre"),
            ("AVIS DE RECRUTEMENT D’AGENTS DE SERRE\nArroser.", "Agents de serre"),
            (
                "► 1 poste de jardinier(e) titulaire en serre, confirmé(e).",
                "Jardinier(e) titulaire en serre",
            ),
            ("Appel à candidatures pour deux jardiniers\nArroser.", "Jardiniers"),
            ("Jardinier en chef (Ville de Sète)\nArroser.", "Jardinier en chef"),
            ("Jardinier en chef à La Baule-Escoublac (44)\nArroser.", "Jardinier en chef"),
            ("Service civique : soin des haies\nOù : Sète", "Soin des haies"),
            ("1️⃣ Jardinier·ère 🌱 Le Verger, Sète (34)\nArroser.", "Jardinier·ère"),
            ("Entretien des serres et des haies\nArroser.", "Entretien des serres et des haies"),
            (
                "Le Verger propose un service civique en animation du jardin partagé.",
                "Animation du jardin partagé",
            ),
            (
                "Nous soignons des haies.\nEn tant que jardinier en chef, vous taillez.",
                "Jardinier en chef",
            ),
            (
                "Nous soignons des haies.\nEn lien avec l’équipe, le ou la jardinier·ère aura pour missions :",
                "Jardinier·ère",
            ),
            ("Recrutement de jardinier – Rentrée scolaire 2026\nArroser.", "Jardinier"),
            ("Thèse : Les haies du bocage\nMesurer.", "Les haies du bocage"),
            ("Stage M2/Ingénieur-e : les haies du bocage\nMesurer.", "Les haies du bocage"),
            (
                "JARDINIER (H/F) DES SERRES ET DES HAIES\nArroser.",
                "Jardinier (h/f) des serres et des haies",
            ),
            ("Jardinier H/F Nantes\nArroser.", "Jardinier H/F"),
            (
                "Jardinier de serre (poste susceptible d’être vacant)\nArroser.",
                "Jardinier de serre",
            ),
            (
                "Étude des haies du bocage et de leurs oiseaux.\nStage de six mois.",
                "Étude des haies du bocage et de leurs oiseaux",
            ),
        ];
        for (heading, expected) in cases {
            assert_eq!(title(heading).as_deref(), Some(expected), "{heading}");
        }
        for none in [
            "Le Verger accueille des artistes et des jardiniers d’ici.",
            "Nous sommes dix.\nM2 ou école d’ingénieur, embauche ensuite.",
            "Nous sommes dix.\nLe directeur assure l’accueil.",
            "Racines Vives S.A.\nArroser.",
            "Nous sommes dix.\nTrouver des partenaires et rechercher des appuis avec les jardiniers.",
            "Nous sommes dix.\nCV à Jeanne Martin, directrice, avant le 3 mai",
        ] {
            assert_eq!(title(none), None, "{none}");
        }
    }
}
