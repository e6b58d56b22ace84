//! The day of publication.

use super::rule::{self, Match, Reading, Rule, Rules};
use crate::calendar::{Date, When};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Field, Offer};
use crate::text::{date, fold};

/// What else is published or put on line.
const OTHER_WORKS: &[&str] = &[
    "etude",
    "rapport",
    "livre",
    "article",
    "cloture",
    "decret",
    "arrete",
    "loi",
    "exposition",
    "site",
    "video",
    "ouvrage",
    "enquete",
    "album",
    "film",
    "resultat",
    "candidature",
    "appel a projet",
    "appel d'offre",
    "appel a manifestation",
    "bilan",
    "guide",
    "revue",
    "roman",
    "norme",
    "ordonnance",
    "texte",
    "accord",
    "avenant",
    "charte",
    "contenu",
    "entreprise",
    "societe",
    "association",
];

/// How many lines at the top of an offer may be its stamp.
const TOP: usize = 3;

/// Which line of the offer holds the match; the title is the first.
fn line(m: &Match<'_>) -> usize {
    m.document.line_at(m.at()).unwrap_or(usize::MAX)
}

/// A day alone on its line near the top: what blogs and exported lists of ads put under a title, a recruiter and a town.
fn stamp(m: &Match<'_>) -> Option<Reading<Date>> {
    /// Longest line above it, in bytes.
    const SHORT: usize = 110;
    let line = line(m);
    let head = m.document.lines.get(..line).unwrap_or_default();
    // « Début : », then a day, is no stamp; nor is one below a text.
    let is_head = |words: &str| {
        let folded = fold(words);
        words.len() <= SHORT
            && !folded.ends_with(['.', ':', ';', ','])
            && !rule::says(
                &folded,
                &["debut", "limite", "avant", "prise de", "cloture", "entretien"],
            )
    };
    let stands = (1..=TOP).contains(&line)
        && head.iter().all(|line| is_head(line.span.of(&m.document.text).trim()));
    if stands { day(m) } else { None }
}

/// The day and hour that open a message: the offer is what it says.
fn hour_stamp(m: &Match<'_>) -> Option<Reading<Date>> {
    // « 12 juin 2024 à 14h00 : réunion d'information »
    const EVENTS: &[&str] =
        &["reunion", "entretien", "rencontre", "forum", "rendez", "portes ouvertes", "job dating"];
    if line(m) < TOP && !rule::says(m.after(), EVENTS) { day(m) } else { None }
}

/// The number of an English month: « Mar ».
fn english_month(folded: &str) -> Option<u8> {
    let months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let at = months.iter().position(|month| folded.starts_with(month))?;
    u8::try_from(at + 1).ok()
}

/// A date as machines write it in English: « Thu, 12 Mar 2026 09:14:00 +0100 ».
///
/// The head of a message dates the message, not the offer that it passes on.
fn machine_day(m: &Match<'_>) -> Option<Reading<Date>> {
    if rule::says(m.before(), &["date"]) && !m.before().contains("pubdate") {
        return None;
    }
    let number = |name: &str| m.group(name).parse::<u16>().ok();
    let day = u8::try_from(number("day")?).ok()?;
    Reading::value(Date::new(number("year")?, english_month(m.group("month"))?, day)?)
}

fn day(m: &Match<'_>) -> Option<Reading<Date>> {
    let written = m.document.source(m.range()).of(&m.document.text);
    // Glued to the word before it: a capital letter tells where it begins.
    let glued = m.before().ends_with(|c: char| c.is_ascii_alphanumeric());
    if glued && !written.starts_with(char::is_uppercase) {
        return None;
    }
    // Folded, « posté » is « poste ».
    let posted = m.written("posted").to_lowercase();
    if posted == "poste" {
        return None;
    }
    let before = m.sentence_before();
    // What it is said of: « Candidature : rh@exemple.fr · Publiée le » is not said of the application.
    let subject = before.rsplit([':', '·', '|', ',', '(', '\t', '•', '>']).next().unwrap_or(before);
    let own = rule::says(&m.document.folded.as_str()[m.range()], &["offre", "annonce", "poste"]);
    let to_come = subject.trim_end().ends_with(|c: char| c.is_ascii_alphabetic())
        && rule::says(
            subject,
            &["sera", "seront", "serait", "doit ", "etre", "avant", "preparez", "votre", "vos"],
        );
    let of_others = rule::says(subject, OTHER_WORKS);
    let of_page = rule::says(m.after(), &["webmestre", "webmaster", "mentions legales"]);
    if rule::says(before, &["fin de"]) || to_come || (!own && of_others) || of_page {
        return None;
    }
    match date::parse(m.group("date")).ok()?.from.when()? {
        When::Day(day) => Reading::value(day),
        When::Month { .. } => None,
    }
}

/// How ads state it.
pub static RULES: Rules<Date> = Rules::new(&[
    Rule {
        name: "published-label",
        pattern: concat!(
            r"(?:",
            r"\bdate (?:de |d')?(?:la )?(?:(?:publication|mise en ligne|parution|diffusion|emission|depot|creation|visibilite)(?: initiale)?(?: (?:de l'(?:offre|annonce)|du poste))?|l'annonce|l'offre)",
            r"|(?:offre |annonce |message )?(?:publiee?|mise? en ligne|(?:_|\b)(?:affichee?|parue?|postee|(?P<posted>poste)|diffusee?|deposee|editee|ajoutee|posted|published|en ligne depuis))(?: (?:on|depuis))?(?: ?par [^\n:]{1,60}?)?",
            r"|(?:_|\b)(?:poste ouverte? le|(?:offre|annonce) (?:creee|ajoutee|emise)|(?:offre|annonce)(?: n ?[°o] ?[a-z0-9-]+)? du|(?:publication|parution|diffusion|ouverture)(?: de l'(?:offre|annonce))?|affichage)",
            r")(?:{sep}|, ?| -? ?)(?:le ?:? ?|du )?(?:\n(?:# |- )?)?(?P<date>20\d\d-\d\d-\d\d|{moment})",
        ),
        score: 80,
        read: day,
        reads: &[
            ("Date de l'annonce : 16/01/2023.", "Date { year: 2023, month: 1, day: 16 }"),
            ("Publiée le 3 mars 2025", "Date { year: 2025, month: 3, day: 3 }"),
            ("Date de publication\n02/05/24", "Date { year: 2024, month: 5, day: 2 }"),
            ("Offre mise en ligne le 12.06.2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Publié le : 12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Posté le 12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Publiée le12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("_Poste ouvert le 12/06/2024_", "Date { year: 2024, month: 6, day: 12 }"),
            (
                "Date de publication initiale : 12 juin 2024",
                "Date { year: 2024, month: 6, day: 12 }",
            ),
            ("Posté par Service RH, 12 juin 2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Publié par Anne B. le 12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Diffusion : 12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("En ligne depuis le 12 juin 2024", "Date { year: 2024, month: 6, day: 12 }"),
            (
                "Candidature : rh@exemple.fr · Publiée le 12/06/2024",
                "Date { year: 2024, month: 6, day: 12 }",
            ),
            ("(H/F)CDIPubliée le 12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
        ],
        leaves: &[
            "Date limite : 16/01/2023",
            "L'offre sera publiée le 12 juin 2024",
            "Appel à projets publié le 12 juin 2024",
            "Enveloppe timbrée le 12 juin 2024",
            "Étude publiée en mars 2021",
            "Fin de publication : 12/06/2024",
            "Prise de poste -- 2 janvier 2025",
            "Décret publié le 2 mars 2021",
            "Poste ouvert le samedi",
        ],
    },
    Rule {
        name: "published-front-matter",
        pattern: r"(?:^date|['\x22] date|(?:^|[ '\x22])(?:publish|pub|post|creat)(?:ed|ing)?[-_ ]?(?:date|on|at)) ?: ?['\x22]?(?P<date>20\d\d-\d\d-\d\d)",
        score: 75,
        read: day,
        reads: &[
            ("date: 2024-06-12", "Date { year: 2024, month: 6, day: 12 }"),
            ("posted_on: '2024-06-12'", "Date { year: 2024, month: 6, day: 12 }"),
            ("publishDate: '2024-06-12'", "Date { year: 2024, month: 6, day: 12 }"),
            (
                "title: 'Jardinier' posted_on: '2024-06-12'",
                "Date { year: 2024, month: 6, day: 12 }",
            ),
        ],
        leaves: &["Date : mercredi 12 juin 2024", "end_date: 2024-06-12", "Start date: 2024-06-12"],
    },
    Rule {
        name: "published-stamp",
        pattern: r"^(?P<date>20\d\d-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]20\d\d)(?:[ t]\d\d:\d\d[0-9:.]*(?: ?(?:z|utc|[+-]\d\d:?\d\d))?)?$",
        score: 70,
        read: stamp,
        reads: &[
            ("Jardinier\n2024-06-12", "Date { year: 2024, month: 6, day: 12 }"),
            ("Jardinier\nLe Verger\nSète\n2024-06-12", "Date { year: 2024, month: 6, day: 12 }"),
            ("Jardinier\nLe Verger\n12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Jardinier\n2024-06-12 08:30:15.000", "Date { year: 2024, month: 6, day: 12 }"),
        ],
        leaves: &[
            "Jardinier\nTailler\nSemer\nRécolter\n2024-06-12",
            "Jardinier\nDébut\n2024-06-12",
            "Jardinier\nLe jardin ouvre ses portes.\n12/06/2024",
            "Jardinier\n2024-06-12 : les entretiens",
        ],
    },
    Rule {
        name: "published-machine",
        pattern: r"\b(?:mon|tue|wed|thu|fri|sat|sun), (?P<day>\d{1,2}) (?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*) (?P<year>20\d\d) \d\d:\d\d",
        score: 65,
        read: machine_day,
        reads: &[
            ("Wed, 12 Jun 2024 08:30:15 +0200", "Date { year: 2024, month: 6, day: 12 }"),
            ("<pubDate>Wed, 12 Jun 2024 08:30", "Date { year: 2024, month: 6, day: 12 }"),
        ],
        leaves: &[
            "Date: Wed, 12 Jun 2024 08:30",
            "Ven, 12 juin 2024 08:30",
            "Wed, 31 Feb 2024 08:30",
        ],
    },
    Rule {
        name: "published-hour",
        pattern: r"^[ \[(]*(?P<date>{numeric}|\d{1,2} {month} 20\d\d)(?:,? (?:a )?|t)\d{1,2}(?::|h)\d\d",
        score: 62,
        read: hour_stamp,
        reads: &[
            ("[2024-06-12 09:14] anne#22\nOn recrute", "Date { year: 2024, month: 6, day: 12 }"),
            ("12/06/2024, 09:14 - Anne : on recrute", "Date { year: 2024, month: 6, day: 12 }"),
            ("Racines\n12 juin 2024, 18:42 · 🌍", "Date { year: 2024, month: 6, day: 12 }"),
        ],
        leaves: &[
            "Jardinier\nTailler\nSemer\n12/06/2024 14:00 entretiens",
            "12/06/2024, prise de poste",
            "12 juin 2024 à 14h00 : réunion d’information",
        ],
    },
    Rule {
        name: "published-by",
        pattern: r"^par [^\n:]{2,60}?,? (?:le )?(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.? )?(?P<date>\d{1,2}[/.]\d{1,2}[/.]20\d\d|\d{1,2} {month} 20\d\d),? (?:a |- )?\d{1,2} ?[h:] ?\d\d",
        score: 66,
        read: |found| if line(found) < 6 { day(found) } else { None },
        reads: &[(
            "Jardinier\npar Racines Vives, le mer 12/06/2024 à 10:57",
            "Date { year: 2024, month: 6, day: 12 }",
        )],
        leaves: &["Jardinier\npar courriel avant le 12/06/2024"],
    },
    Rule {
        name: "published-anew",
        pattern: r"\b(?:(?:offre |annonce )?(?:actualisee?|mise? a jour|modifiee?)|date d'actualisation|derniere (?:mise a jour|actualisation|modification)){sep}(?:le ?:? ?|du )?(?P<date>{moment})",
        score: 60,
        read: day,
        reads: &[("Actualisée le 02 mars 2026", "Date { year: 2026, month: 3, day: 2 }")],
        leaves: &["Le site est mis à jour le 2 mars 2026", "Mise à jour : chaque lundi"],
    },
]);

/// Reads it.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    if let Some(candidate) = RULES.best(document) {
        offer.published = candidate.value;
        offer.evidence.insert(Field::Published, candidate.evidence());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
