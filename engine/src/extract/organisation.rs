//! Who recruits: a label, the heading, a sentence that recruits, or a name the text presents.

use super::heading;
use super::rule::{Candidate, Match, Reading, Rule, Rules};
use crate::document::Document;
use crate::offer::{Field, Offer};
use crate::span::Span;
use crate::text::fold;

/// A name: words of the text that a capital opens, small link words between them, an acronym in brackets behind.
fn name(found: &Match<'_>, group: &str) -> Option<Reading<String>> {
    Reading::value(proper_name(found.written(group))?)
}

/// The name that ends these words: « la mission locale de Plaine Haute » -> « Plaine Haute ».
/// `None` when no word opens with a capital.
fn proper_name(words: &str) -> Option<String> {
    let words = words.trim().trim_end_matches([',', ':', ';', '.', ' ']);
    let words = without_article(words);
    let opens_big = |word: &str| {
        word.trim_start_matches(['«', '"', '“', '(', '\u{A0}'])
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    if opens_big(words) {
        return Some(without_generic(words).to_owned()).filter(|name| name.chars().count() >= 2);
    }
    // The name is the last run of capitals, behind « de », « du », « d' ».
    let mut start = words.len();
    for (at, word) in words
        .split(' ')
        .scan(0, |at, word| {
            let here = *at;
            *at += word.len() + 1;
            Some((here, word))
        })
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        let bare = word
            .trim_start_matches("d’")
            .trim_start_matches("d'")
            .trim_start_matches("l’")
            .trim_start_matches("l'");
        if opens_big(bare) {
            start = at + word.len() - bare.len();
        } else if start == words.len()
            || !matches!(
                fold(word).as_str(),
                "de" | "du" | "des" | "la" | "le" | "les" | "et" | "&" | "en" | "pour" | "sur"
            )
        {
            break;
        }
    }
    (start < words.len()).then(|| words[start..].to_owned())
}

/// « la mission locale » -> « mission locale », « L’Institut » -> « Institut »; « La Rochelle » keeps its article.
fn without_article(words: &str) -> &str {
    for article in ["L’", "L'", "l’", "l'"] {
        if let Some(rest) = words.strip_prefix(article) {
            return rest;
        }
    }
    match words.split_once(' ') {
        Some(("le" | "la" | "les", rest)) => rest,
        Some(("Le" | "La" | "Les", rest)) if rest.starts_with(char::is_lowercase) => rest,
        _ => words,
    }
}

/// « ONG Racines » -> « Racines »: the kind of body before the name.
fn without_generic(words: &str) -> &str {
    ["ONG ", "Association ", "association ", "Société ", "Entreprise ", "entreprise "]
        .iter()
        .find_map(|generic| {
            words.strip_prefix(generic).filter(|rest| rest.starts_with(char::is_uppercase))
        })
        .unwrap_or(words)
}

pub(super) static RULES: Rules<String> = Rules::new(&[
    Rule {
        name: "label",
        pattern: r"^(?:- )?(?:nom de (?:la structure|l'organisme|l'entreprise|l'association)|employeur(?: public)?|organisme(?: d'accueil)?|structure(?: d'accueil)?|entreprise(?: d'accueil)?|etablissement(?: d'accueil)?|societe|recruteur|collectivite) ?: ?(?P<words>[^\n]{2,90})$",
        score: 90,
        read: |found| name(found, "words"),
        reads: &[
            ("Employeur : Racines SCOP", "\"Racines SCOP\""),
            ("- Structure d’accueil : Ville de Sète", "\"Ville de Sète\""),
        ],
        leaves: &[
            "Structure : souple et dynamique",
            "Notre structure est à la fois souple et dynamique",
        ],
    },
    Rule {
        name: "label-run-together",
        pattern: r"^(?:collectivite|employeur|organisme d'accueil|structure d'accueil) (?P<words>[^\n:]{3,80})$",
        score: 84,
        read: |found| {
            name(found, "words")
                .filter(|_| found.before().is_empty() && !found.group("words").contains(" est "))
        },
        reads: &[("Employeur Ville de Sète", "\"Ville de Sète\"")],
        leaves: &["Employeur engagé, nous recrutons sans discrimination"],
    },
    Rule {
        name: "label-above",
        pattern: r"^(?:# )?(?:employeur|organisme(?: d'accueil)?|structure d'accueil|collectivite|entreprise|recruteur)\n(?P<words>[^\n:.]{3,80})$",
        score: 84,
        read: |found| name(found, "words"),
        reads: &[("Employeur\nVille de Sète", "\"Ville de Sète\"")],
        leaves: &["Employeur\nnous offrons un cadre agréable"],
    },
    Rule {
        name: "recruits",
        pattern: r"(?:^|\. )(?:(?:dans le cadre d|pour |afin d|au sein d)[^,\n]{0,80}, )?(?P<words>[^\n.,;:!?]{2,110}?) (?:recrute|recherche|cherche|propose|accueille|embauche)(?:nt)? (?:pour|a |des|en |actuellement|aujourd'hui|un|une|sa|son|ses|deux|trois|\d)",
        score: 72,
        read: |found| {
            let words = found.group("words");
            let speaks_of_us = words.split(' ').any(|word| {
                matches!(
                    word,
                    "nous" | "vous" | "tu" | "on" | "il" | "elle" | "qui" | "poste" | "stage"
                )
            });
            let reading = name(found, "words").filter(|_| !speaks_of_us)?;
            // An acronym explained is the fuller name.
            Some(if words.ends_with(')') { reading.bonus(3) } else { reading })
        },
        reads: &[
            ("Racines recrute un·e alternant·e", "\"Racines\""),
            ("La mission locale de Plaine Haute recrute un.e stagiaire !", "\"Plaine Haute\""),
            (
                "L’Institut des sols vivants (ISV) recherche un ou une stagiaire",
                "\"Institut des sols vivants (ISV)\"",
            ),
        ],
        leaves: &[
            "Nous recrutons un stagiaire",
            "vous recherchez un stage",
            "Elle recherche un sens",
            "le service propose des ateliers",
        ],
    },
    Rule {
        name: "recruits-at-once",
        pattern: r"^(?P<words>[^\n.,;:!?()]{3,70}?)(?:, [^,\n]{3,60},| \([^)\n]{3,80}\))? (?:recrute|recherche|cherche|embauche)(?:nt)?\b",
        score: 64,
        read: |found| {
            let first = found.group("words").split(' ').next().unwrap_or("");
            let pronoun = matches!(
                first,
                "nous" | "vous" | "tu" | "on" | "il" | "elle" | "qui" | "ce" | "notre" | "je"
            );
            let words = found.written("words");
            let big =
                words.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
            name(found, "words").filter(|_| !pronoun && big)
        },
        reads: &[
            ("Transports Racines, 130 conducteurs, recrute à Sète", "\"Transports Racines\""),
            (
                "Start-up Bulle de Terre (cosmétique, 12 pers.) cherche stagiaire",
                "\"Start-up Bulle de Terre\"",
            ),
        ],
        leaves: &["Le service culturel recherche des partenaires", "Nous cherchons une personne"],
    },
    Rule {
        name: "named-with-its-place",
        pattern: r"^(?P<words>[^\n.,;:!?()]{3,60}?)(?:, [^\n,()]{2,40} \(\d{5}\)| \([^\n,()]{2,40}, \d{5}\))",
        score: 61,
        read: |found| name(found, "words"),
        reads: &[
            (
                "Boulangerie La Miche d’Or, Sète (34200), ch. boulanger",
                "\"Boulangerie La Miche d’Or\"",
            ),
            (
                "Cabinet Dupré & associés (Sète, 34200) attend vos lettres",
                "\"Cabinet Dupré & associés\"",
            ),
        ],
        leaves: &["au laboratoire, Sète (34200)"],
    },
    Rule {
        name: "presented",
        pattern: r"(?:^|[.,] )(?:l'|la |le )?(?:ong|association|fondation|cooperative|societe|collectif|federation|reseau|cabinet|agence|institut|entreprise|start-up|startup) (?P<words>[^\n.,;:!?()]{2,60}(?: \([^)\n]{2,12}\))?)(?: \([^)\n]*\))?,? (?:intervient|est|accompagne|oeuvre|agit|a pour|a ete|mene|developpe|regroupe|rassemble|federe|conseille|propose|travaille|construit|soutient|milite)\b",
        score: 55,
        read: |found| {
            let words = found.written("words");
            words.starts_with(char::is_uppercase).then(|| Reading::value(words.to_owned()))?
        },
        reads: &[
            (
                "L’ONG Racines Du Monde (RDM) (http://rdm.org) intervient dans 9 pays.",
                "\"Racines Du Monde (RDM)\"",
            ),
            ("L’association Racines est née", "\"Racines\""),
        ],
        leaves: &["L’association est indépendante", "L'agence accompagne les communes"],
    },
    Rule {
        name: "apposed",
        pattern: r"^(?:l'|une |la )?(?:ong|association|fondation|cooperative|societe|collectif|cabinet|agence)\b[^\n,.]{3,60}, (?P<words>[^\n.,;:!?()]{2,40}?) (?:intervient|est|accompagne|oeuvre|agit|mene|developpe|construit|conseille|elabore|propose)\b",
        score: 50,
        read: |found| {
            let words = found.written("words");
            words.starts_with(char::is_uppercase).then(|| Reading::value(words.to_owned()))?
        },
        reads: &[(
            "Association de solidarité internationale, RACINES construit des projets",
            "\"RACINES\"",
        )],
        leaves: &["Association de quartier, elle mène des actions"],
    },
    Rule {
        name: "named-as-its-own",
        pattern: r"\b(?:vision|valeurs|equipes?|missions|site|siege|projets|locaux|adherents) (?:du |de la |de l'|d'|des? )(?P<words>[^\s.,;:!?()]{2,20})",
        score: 25,
        read: |found| {
            let words = found.written("words");
            let capitals = words.chars().filter(|c| c.is_uppercase()).count();
            (capitals >= 3 && !words.chars().any(char::is_lowercase))
                .then(|| Reading::value(words.to_owned()))?
        },
        reads: &[("sensibiliser à la vision du RDM en matière de sols", "\"RDM\"")],
        leaves: &["la vision du monde", "le site de Paris"],
    },
]);

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let mut candidates = RULES.candidates(document);
    candidates.extend(in_heading(document));
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    let Some(best) = candidates.into_iter().next() else { return };
    offer.evidence.insert(Field::Organisation, best.evidence());
    offer.organisation = best.value.map(|name| as_the_body_writes(&name, document));
}

/// The recruiter in the heading: before the place, behind « chez », or behind « à » when it is no commune.
fn in_heading(document: &Document) -> Vec<Candidate<String>> {
    let first = document.text.split('\n').next().unwrap_or("");
    let candidate = |words: &str, rule, score| {
        let start = words.as_ptr() as usize - document.text.as_ptr() as usize;
        let value = without_generic(words).to_owned();
        Candidate { value: Some(value), span: Span::new(start..start + words.len()), rule, score }
    };
    let heading = heading::read(document);
    if let Some(who) = heading.who {
        return vec![candidate(without_place_tail(who.of(&document.text).trim()), "heading", 82)];
    }
    let mut found = Vec::new();
    if let Some(beside) = heading::name_beside(document, heading.post) {
        found.push(candidate(beside.of(&document.text), "name-beside-the-post", 66));
    }
    for (link, score) in [
        (" chez ", 78),
        (" au sein de ", 70),
        (" au sein de l’", 70),
        (" au sein du ", 70),
        (" à ", 58),
    ] {
        let Some((_, rest)) = first.rsplit_once(link) else { continue };
        let words = rest.split(['(', '–', ',', ':']).next().unwrap_or("").trim();
        let commune = !crate::gazetteer::communes(words).is_empty()
            || crate::gazetteer::region_named(&fold(words)).is_some();
        let short = (1..=6).contains(&words.split_whitespace().count());
        if words.starts_with(char::is_uppercase)
            && short
            && !(link == " à " && commune)
            && !words.chars().any(|c| c.is_ascii_digit())
        {
            found.push(candidate(words, "heading-link", score));
        }
    }
    found
}

/// « Université de Laval, Laval Québec » -> « Université de Laval »: the tail says the place again.
fn without_place_tail(who: &str) -> &str {
    match who.split_once(", ") {
        Some((head, tail)) => {
            let first = tail.split_whitespace().next().unwrap_or("");
            if head.contains(first) || !crate::gazetteer::communes(first).is_empty() {
                head
            } else {
                who
            }
        }
        None => who,
    }
}

/// The name in the body's own case, when the heading shouts it.
fn as_the_body_writes(name: &str, document: &Document) -> String {
    let shouted = name.chars().filter(|c| c.is_alphabetic()).count() >= 5
        && !name.chars().any(char::is_lowercase);
    let body = document.folded.as_str().find('\n').unwrap_or(0);
    let folded = fold(name);
    let spelt = document.folded.as_str()[body..].match_indices(&folded).find_map(|(at, found)| {
        let words = document.source(body + at..body + at + found.len()).of(&document.text);
        words.chars().any(char::is_lowercase).then(|| words.to_owned())
    });
    match spelt {
        Some(words) if shouted && words.starts_with(char::is_uppercase) => words,
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_and_leave_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }

    #[test]
    fn headings_name_the_recruiter() {
        let cases = [
            (
                "LES JARDINS CONSEIL (Nantes -44) – Jardinier\nLes Jardins conseil taille.",
                "Les Jardins conseil",
            ),
            ("Université de Laval, Laval Québec (G1V 0A6) – Les sols", "Université de Laval"),
            ("Stage Chef(fe) de culture junior chez Jardins.org", "Jardins.org"),
            ("Stage jardin à Plaine Neuve (au nord de Nantes)", "Plaine Neuve"),
        ];
        for (text, expected) in cases {
            let mut offer = Offer::default();
            read(&Document::of_text(text), &mut offer);
            assert_eq!(offer.organisation.as_deref(), Some(expected), "{text}");
        }
        let mut offer = Offer::default();
        read(&Document::of_text("Jardinier à Nantes\nTailler les haies."), &mut offer);
        assert_eq!(offer.organisation, None);
    }
}
