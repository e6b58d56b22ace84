//! The length of the post, in months: stated, or worked out from its first and last month.
//!
//! Over 400 lines: each rule stands with the phrases it reads and leaves.

use super::rule::{Candidate, Match, Reading, Rule, Rules, compile, says};
use crate::calendar::{Date, When};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Evidence, Field, Offer};
use crate::outline::Role;
use crate::text::date::{self, Join, Moment};
use crate::text::fold;
use crate::text::number::count;
use regex::Regex;
use std::sync::OnceLock;

/// What lasts and is not the post.
const NOT_THE_POST: &[&str] = &[
    "essai",
    "preavis",
    "mandat",
    "experience",
    "anciennete",
    "depuis",
    "projet",
    "programme",
    "validite",
    "formation",
    "hebdomadaire",
    "journee",
    "carence",
    "derni",
    "prochain",
    "sejour",
    "il y a",
    "premier",
    "legal",
    "age de",
    "pendant vos",
    "parcours",
    "integration",
    "renouvel",
    "prolong",
    "convention pluri",
    "au bout d",
    "apres",
    "limite de",
    "triennal",
    "annuelle de",
    "suivi de ",
    "suivie de ",
    "periode de decouverte",
    "periode d'immersion",
    "periode d'adaptation",
];

/// The months that the groups of `{length}` state.
fn months(m: &Match<'_>) -> Option<[u16; 2]> {
    let per = |unit: &str| match unit.get(..2) {
        Some("mo") => Some(1.0),
        Some("se" | "we") => Some(12.0 / 52.0),
        Some("an") => Some(12.0),
        _ => None,
    };
    let unit = per(m.group("unit"))?;
    let half = if m.group("half").is_empty() { 0.0 } else { 0.5 };
    let low_unit = per(m.group("lowunit")).unwrap_or(unit);
    let high = match m.group("high") {
        "" => None,
        high => Some((count(high)? + half) * unit),
    };
    let low = count(m.group("low"))?;
    // « Stage M2 - 6 mois »: the first figure belongs to a level.
    if level(m) {
        return high.map(|high| [high.round() as u16; 2]);
    }
    let low = if high.is_some() { low * low_unit } else { (low + half) * unit };
    let high = high.unwrap_or(low);
    // « 3 semaines / 1 semaine » is a rhythm; six years are no post for a beginner.
    let fits = low <= high && low >= 0.9 && high <= 60.0;
    // 16 weeks, or three months and a half, are between three and four months; 26 weeks are six.
    const NEARLY: f64 = 0.04;
    fits.then(|| [((low + NEARLY).floor() as u16).max(1), (high - NEARLY).ceil() as u16])
}

/// « 2 ans (1 an si déjà diplômé) »: both lengths.
fn for_some(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    let count = count(m.group("other"))? as u16;
    let other = if m.group("otherunit").starts_with("an") { 12 * count } else { count };
    let [low, high] = stated(m)?.value?;
    (1..=48).contains(&other).then(|| Reading {
        value: Some([low.min(other), high.max(other)]),
        bonus: m.section_bonus(),
    })
}

/// Whether the first figure ends a level's name: « M2 », « L3 », « S6 ».
fn level(m: &Match<'_>) -> bool {
    let text = m.document.folded.as_str();
    let before = m.captures.name("low").map_or("", |low| &text[..low.start()]);
    let mut letters = before.chars().rev();
    letters.next().is_some_and(|letter| matches!(letter, 'm' | 'l' | 's' | 'n'))
        && !letters.next().is_some_and(char::is_alphanumeric)
}

/// The stated length, unless the words around say that something else lasts.
fn stated(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    let months = months(m)?;
    let text = m.document.folded.as_str();
    let figure = m.captures.name("low")?.start();
    // A « contrat de projet » is a contract, not a project.
    let inside =
        &text[m.range().start..figure].replace("t de projet", "t").replace("d de projet", "d");
    // « Ce poste est à 20 heures hebdomadaires, en contrat à durée déterminée de six mois »: what was said before is over.
    let inside = ["contrat ", "cdd ", "stage ", "alternance "]
        .iter()
        .filter_map(|kind| inside.rfind(kind))
        .max()
        .map_or(inside.as_str(), |at| &inside[at..]);
    let before = m.sentence_before();
    // « 28 h hebdomadaires – CDD de 1 an »: another fact stands before the dash.
    let near = tail(before, 30).rsplit(" - ").next().unwrap_or("");
    let after = head(m.after(), 45);
    // « recruté pour une durée maximale de 3 ans, renouvelable dans la limite de 6 ans » is the law's wording.
    let law = ["superieur ou egal", "superieure ou egale", "superieur a", "superieure a", "inferieure a"]
        .iter()
        .any(|least| inside.contains(least)) || says(inside, &["maximale"])
        && says(m.after(), &["renouvelable dans la limite", "dans la limite", "article"])
        || says(before, &["dans la limite d", "ne peut exceder", "ne pouvant exceder"])
        || says(before, &["peut etre recrut", "pourra etre recrut", "l332", "l. 332"])
        || says(before, &["code general"]) && says(inside, &["cdd"]) && !inside.contains("duree")
        // « par mutation, détachement ou, à défaut, contrat d'un an »
        || before.trim_end().trim_end_matches(',').ends_with("a defaut")
        || says(before, &["a defaut, contractuel", "a defaut, aux contractuels"])
            && inside.starts_with("cdd");
    let project = says(before, &["le projet", "ce projet", "du projet", "programme", "la chaire"])
        && !says(before, &["contrat", "cdd", "stage", "poste", "mission", "recrut"]);
    // « 0 € pendant 1 mois » is the page's own.
    let money = inside.contains('€')
        || says(inside, &["euro", "brut"])
        || before.ends_with("€ pendant ")
        || before.trim_end().ends_with("€ pour");
    // « suivre les contrats de 12 mois » is work.
    let several = ["contrats", "missions"].iter().any(|word| text[m.range()].starts_with(word))
        && !says(inside, &["durent", "dureront"])
        && !before.trim().is_empty()
        && !before.trim_end().ends_with([',', ':', '-', '(']);
    // « 6 000 visiteurs en deux mois » counts visitors.
    let within = before.ends_with("en ") && inside.is_empty();
    // Another's post: « le chargé de mission, recruté par ailleurs », « la plonge est déjà pourvue ».
    let anothers = says(
        before,
        &[
            "encadrer",
            "encadrement",
            "logement",
            "par ailleurs",
            "deja pourvu",
            "signe le",
            "signee le",
        ],
    );
    // « un contrat d'entretien de 3 ans avec nos clients »
    let traded = ["d'entretien", "de maintenance", "de location", "de vente"]
        .iter()
        .any(|trade| inside.contains(&format!("contrat {trade}")));
    let other = money
        || anothers
        || traded
        || within
        || several
        || law
        || project
        || says(inside, NOT_THE_POST)
        || says(near, NOT_THE_POST)
        || after.trim_start().starts_with(['/'])
        || says(
            head(after, 24).split(['(', ',']).next().unwrap_or(after),
            &[
                "d'experience",
                "experience",
                "d'anciennete",
                "de preavis",
                "d'essai",
                "en entreprise",
                "a l'ecole",
                "de cours",
                "de formation",
                "de conge",
                "par an",
                "d'existence",
                "minimum d'experience",
                "renouvelable une fois d'essai",
            ],
        )
        || says(
            head(after, 14).split(',').next().unwrap_or(after),
            &["apres", "avant", "d'activite"],
        );
    if other {
        return None;
    }
    let far = if inside.len() > 40 { -10 } else { 0 };
    Reading::value(months).map(|reading| reading.bonus(m.section_bonus() + far))
}

/// The same before the contract's name, unless the candidate is to have done it already.
fn offered(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    let done = ["vous avez", "justifi", "experience", "titulaire", "dont", "deja", "au moins"];
    if says(m.sentence_before(), &done) || says(m.after(), &["exige", "minimum exige"]) {
        return None;
    }
    stated(m)
}

/// The same alone on its line, unless the line above is the label of something else.
fn alone_on_its_line(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    let above = m.line_before();
    let label = above.len() < 60 && !above.contains(|c: char| c.is_ascii_digit());
    // « 1 An(s) » is how portals write what was done before.
    let behind =
        m.captures.name("unit").map_or("", |unit| &m.document.folded.as_str()[unit.end()..]);
    let done = m.group("unit").starts_with("an") && behind.starts_with("(s)");
    if done || label && says(above, NOT_THE_POST) { None } else { stated(m) }
}

/// The same in a title, where a length between dashes is the post's.
fn in_title(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    let role = m.document.role_at(m.at());
    if matches!(role, Role::Title | Role::Heading) { stated(m) } else { None }
}

/// The same between brackets, in months or weeks: years are more often an age.
fn short(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    if m.group("unit").starts_with("an") { None } else { stated(m) }
}

/// From the first month or day to the last.
fn worked_out(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    let dates = date::parse(m.group("dates")).ok()?;
    let (Join::Period, to) = dates.to? else { return None };
    let months = in_whole_months(&dates.from, &to)?;
    let before = m.sentence_before();
    let until = m.group("dates").contains("jusqu'a");
    let post = in_its_words(m, &dates.from, &to);
    // « à partir de janvier-juin » leaves a choice, « à compter du 1er mars jusqu'au 31 août » does not.
    let other = !names_the_post(before) && says(before, NOT_THE_PERIOD)
        || (!until && says(before, &["a partir", "a compter"]));
    (post && !other).then(|| Reading { value: Some(months), bonus: m.section_bonus() })
}

/// Whether a period is the post's: its sentence says so, or it stands apart; in a bracket of a sentence only with its
/// year: « en saison (juin à octobre) » speaks of the trade.
pub(super) fn in_its_words(m: &Match<'_>, from: &Moment, to: &Moment) -> bool {
    let before = m.sentence_before().trim_end();
    if before.ends_with('(') {
        let title = matches!(m.document.role_at(m.at()), Role::Title | Role::Heading);
        return title || from.year.or(to.year).is_some();
    }
    let within = &m.document.folded.as_str()[m.range()];
    // « 8 mois, 24h hebdo, de novembre 2026 à juin 2027 »
    let opening = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = opening.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let after_length = before.len() < 40
        && count(first).is_some()
        && (before.contains(" mois, ") || before.ends_with(" mois,") || before.ends_with(" mois"));
    !before.contains(char::is_alphanumeric)
        || after_length
        || before.ends_with([':', '-'])
        || says(before, POST)
        || says(within, POST)
}

/// What has a period that is the post's.
pub(super) const POST: &[&str] = &[
    "stag",
    "contrat",
    "mission",
    "alternance",
    "poste",
    "cdd",
    "service civique",
    "volontariat",
    "periode",
    "dates",
    "duree",
    "apprenti",
    "disponib",
    "vacation",
    "saison",
    "remplacement",
    "job",
    "interim",
    "these",
    "cherch",
    "recherch",
    "recrut",
    "accueill",
    "alternant",
    "volontaire",
];

/// Whether words end in the name of what the post is: the period behind them is its own, whatever else is spoken of.
pub(super) fn names_the_post(before: &str) -> bool {
    const KINDS: &[&str] = &[
        "service civique",
        "stage",
        "alternance",
        "apprentissage",
        "cdd",
        "contrat saisonnier",
        "cdd saisonnier",
        "interim",
        "volontariat",
    ];
    KINDS.iter().any(|kind| before.trim_end().ends_with(kind))
}

/// What has a period that is not the post's.
pub(super) const NOT_THE_PERIOD: &[&str] = &[
    "entretien",
    "rencontre",
    "festival",
    "candidat",
    "ouvert",
    "projet",
    "jury",
    "inscri",
    "salon",
    "edition",
    "mandat",
    "postul",
    "forum",
    "exposition",
    "conges",
    "fermeture",
    "ferme",
    "horaire",
    "publication",
    "publiee",
    "diffusion",
    "affichage",
    "mise en ligne",
    "parution",
];

/// Months from one moment to the other, both included: whole ones, or the two between which the length lies.
pub(super) fn between(from: &Moment, to: &Moment) -> Option<[u16; 2]> {
    let year = |moment: &Moment| i32::from(moment.year.unwrap_or(2001));
    if from.year.is_some() != to.year.is_some() {
        return None;
    }
    let mut months = (year(to) - year(from)) * 12 + i32::from(to.month) - i32::from(from.month);
    if from.year.is_none() && months < 0 {
        months += 12;
    }
    let days = match (from.day, to.day) {
        (Some(from), Some(to)) => i32::from(to) + 1 - i32::from(from),
        (Some(from), None) => 31 - i32::from(from),
        (None, Some(to)) => i32::from(to),
        (None, None) => 30,
    };
    /// By how much of a month a length may miss whole ones and still be one.
    const NEARLY: f64 = 0.25;
    let months = f64::from(months) + f64::from(days) / 30.4;
    let whole = (months - months.round()).abs() <= NEARLY;
    let ends = if whole { [months.round(); 2] } else { [months.floor().max(1.0), months.ceil()] };
    (0.5..=48.0).contains(&months).then_some(ends.map(|months| months as u16))
}

/// The same; a few weeks are no month.
fn in_whole_months(from: &Moment, to: &Moment) -> Option<[u16; 2]> {
    const WEEKS: i32 = 24;
    let days = match (from.day, to.day, i32::from(to.month) - i32::from(from.month)) {
        (Some(from), Some(to), months @ (0 | 1)) => {
            months * 30 + i32::from(to) + 1 - i32::from(from)
        }
        _ => WEEKS,
    };
    between(from, to).filter(|_| days >= WEEKS || from.year != to.year)
}

/// A first and a last day, each with its label.
fn labelled_ends(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    let from = date::parse(m.group("from")).ok()?.from;
    let to = date::parse(m.group("to")).ok()?.from;
    let months = in_whole_months(&from, &to)?;
    Reading::value(months)
}

/// « Durée (en mois) : 6 »
fn in_months(m: &Match<'_>) -> Option<Reading<[u16; 2]>> {
    let low = count(m.group("low"))?;
    let high = if m.group("high").is_empty() { low } else { count(m.group("high"))? };
    (1.0..=60.0)
        .contains(&low)
        .then_some(Reading { value: Some([low as u16, high as u16]), bonus: 0 })
}

fn tail(text: &str, length: usize) -> &str {
    let start = text.len().saturating_sub(length);
    let start = (start..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    &text[start..]
}

fn head(text: &str, length: usize) -> &str {
    let end = length.min(text.len());
    let end = (0..=end).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
}

/// How ads state a length.
pub static RULES: Rules<[u16; 2]> = Rules::new(&[
    Rule {
        name: "duration-for-some",
        pattern: r"\b(?P<words>{length} ?\((?:ou )?(?P<other>\d{1,2}|un|deux|trois) (?P<otherunit>mois|ans?)\b[^()\n]{0,12}?(?:si|en cas|pour|avec|apres|lorsque)\b[^()\n]{0,60}\))",
        score: 88,
        read: for_some,
        reads: &[
            ("Durée du contrat : 2 ans (1 an si déjà titulaire d’un CAP)", "[12, 24]"),
            ("Contrat d’apprentissage de 12 mois (24 mois en cas de master)", "[12, 24]"),
        ],
        leaves: &["Ancienneté de 2 ans (1 an pour les cadres) exigée"],
    },
    Rule {
        name: "duration-label",
        pattern: r"\b(?:duree|periodicite|periode|disponibilites?)[^\n.:;]{0,40}?{sep}(?:[(]?\b[a-z'/ ]{0,30}?)??{length}",
        score: 80,
        read: stated,
        reads: &[
            ("Durée : 6 mois", "[6, 6]"),
            ("Durée du stage 4 à 6 mois", "[4, 6]"),
            ("Durée\n12 mois renouvelables", "[12, 12]"),
            ("une durée de six mois environ", "[6, 6]"),
            ("Durée du contrat : entre 9 et 12 mois", "[9, 12]"),
            ("Durée : 24 semaines", "[5, 6]"),
            ("Durée : 26 semaines", "[6, 6]"),
            ("Durée : 3 mois et demi", "[3, 4]"),
            ("Durée : 4 mois minimum, 6 mois maximum", "[4, 6]"),
            ("d'une durée d'un an", "[12, 12]"),
            ("Durée : 1 an et demi", "[18, 18]"),
            ("Durée : stage de 5-6 mois", "[5, 6]"),
            ("Durée10 mois", "[10, 10]"),
            ("**Durée** : six (6) mois", "[6, 6]"),
            ("Durée : CDD de 18 mois", "[18, 18]"),
            ("Période : 6 mois entre mars et septembre", "[6, 6]"),
        ],
        leaves: &[
            "Durée de la période d'essai : 2 mois",
            "Durée du mandat : 6 ans",
            "Durée hebdomadaire : 35 heures",
            "durée du projet : 3 ans",
            "Durée d'expérience : 2 ans",
            "Durée à définir",
        ],
    },
    Rule {
        name: "duration-in-months",
        pattern: r"\bduree[^\n.:;]{0,30}?\(?(?:en|nombre de) mois\)?{sep}(?P<low>{count})\b(?: ?(?:a|-) ?(?P<high>{count})\b)?",
        score: 80,
        read: in_months,
        reads: &[("Durée (en mois) : 6", "[6, 6]"), ("Durée en mois\n10", "[10, 10]")],
        leaves: &["Durée : 6", "Durée en mois : à préciser"],
    },
    Rule {
        name: "duration-after-start",
        pattern: r"(?:\b(?:demarrage|debut\w*|a partir d\w*|a compter d\w*|des)\b|📅|🗓|^du \d)[^\n.;]{2,40}?,? (?:pour |pendant |• )?(?:une duree de )?{length}(?: fermes?)?(?:$|[,;.)\n]| [+])",
        score: 58,
        read: stated,
        reads: &[
            ("démarrage lundi 16 juin 2025, 3 mois", "[3, 3]"),
            ("Du 01/03/2027 pour 18 mois", "[18, 18]"),
            ("démarrage semaine du 7 décembre, 3 mois fermes + renouvellement", "[3, 3]"),
        ],
        leaves: &["à partir de 18 ans", "dès le début, 3 mois d'essai"],
    },
    Rule {
        name: "duration-of-contract",
        pattern: r"\b(?:stages?|alternance|apprentissage|professionnalisation|missions?|contrats?|cdd[iu]?|volontariat|service civique|v\.?i\.?e|vsi|vta|emploi|poste|convention|engagement|interim|these|doctorat|post-?doc(?:torat)?|remplacement|recrutement|vacation|job)\b(?:[^\n.:;]|\.[a-z]){0,80}?(?:,| -|:|[(]| de| d'| sur| pour| pendant)? ?(?:une (?:duree|periode) (?:de |d'))?(?:environ |minimum )?{length}",
        score: 60,
        read: stated,
        reads: &[
            ("Stage de 4 à 6 mois", "[4, 6]"),
            ("Stage conventionné de 6 mois", "[6, 6]"),
            ("CDD 12 mois", "[12, 12]"),
            ("Contrat d'apprentissage au SMIC sur 12 mois", "[12, 12]"),
            ("Alternance de 12 à 24 mois", "[12, 24]"),
            ("un contrat de professionnalisation d'un an", "[12, 12]"),
            ("Mission : huit mois", "[8, 8]"),
            ("Contrat : CDD de projet, 24 mois", "[24, 24]"),
            ("CDD de remplacement (congé maternité) de 7 mois", "[7, 7]"),
            ("un CDD de dix-huit mois, renouvelable une fois", "[18, 18]"),
            ("Intérim - 6 mois", "[6, 6]"),
            ("Stage M2 - 6 mois - Paris", "[6, 6]"),
            ("V.I.E — Montréal — 18 mois", "[18, 18]"),
            ("CDDI temps partiel de 4 mois", "[4, 4]"),
            ("un CDD d'ingénieur·e d'études de 24 mois", "[24, 24]"),
            (
                "Poste à 20 heures hebdomadaires, en contrat à durée déterminée de six mois",
                "[6, 6]",
            ),
        ],
        leaves: &[
            "Contrat avec période d'essai de 2 mois",
            "Alternance : 3 semaines en entreprise, 1 semaine à l'école",
            "Poste demandant 2 ans d'expérience",
            "stage dans une agence créée il y a 10 ans",
            "mission du projet de 3 ans",
            "accéder à un emploi durable (CDD supérieur ou égal à 6 mois, CDI)",
            "La plonge est déjà pourvue (CDD de 2 mois)",
            "Suivre les contrats de 12 mois",
            "CDI à 2 087 € bruts sur 12 mois",
            "Un stage suivi de 2 ans d'alternance",
            "Contrat d'une durée maximale de trois ans renouvelable dans la limite de six ans",
        ],
    },
    Rule {
        name: "duration-of-training",
        pattern: r"{bol}(?:formation|diplome)s? (?:vise|prepare){e} ?[:\n] ?[^\n.;]{0,70}?[-,(:|] ?{length}",
        score: 58,
        read: |m| Reading::value(months(m)?),
        reads: &[("Formation visée : BTS comptabilité – 24 mois", "[24, 24]")],
        leaves: &["Formation : 24 mois", "Formation visée : BTS, 3e année"],
    },
    Rule {
        name: "duration-behind-time",
        pattern: r"\btemps (?:plein|complet|partiel),? (?:de |pour |sur )?{length}",
        score: 48,
        read: stated,
        reads: &[("Type de contrat : temps plein, 12 mois initialement", "[12, 12]")],
        leaves: &["Temps partiel, 2 mois d'essai", "Temps plein : 35 h"],
    },
    Rule {
        name: "duration-in-title",
        pattern: r"(?:^|[^a-z]-|[,(|:/]) ?{length} ?(?:[-,)|(]|$)",
        score: 55,
        read: in_title,
        reads: &[
            ("Chargé de plaidoyer – 6 mois – Lille", "[6, 6]"),
            ("Animatrice nature (8 mois)", "[8, 8]"),
        ],
        leaves: &["Titre\nUne équipe, 10 ans, une passion", "Bilan (2 ans d'expérience)"],
    },
    Rule {
        name: "duration-before-contract",
        pattern: r"{length} (?:de |en )(?:stage|cdd|contrat|alternance|mission|service civique|apprentissage|interim|volontariat)\b",
        score: 44,
        read: offered,
        reads: &[("6 mois de stage", "[6, 6]"), ("12 mois en alternance", "[12, 12]")],
        leaves: &["Vous avez au moins 6 mois de stage", "Titulaire après 12 mois de contrat"],
    },
    Rule {
        name: "duration-from-then-on",
        pattern: r"{length},? (?:(?:a partir|a compter|des le|debut|du|entre)\b|au \d|{month} 20\d\d)",
        score: 46,
        read: stated,
        reads: &[
            ("C'est à Nantes, 9 mois à partir de la mi-octobre 2026", "[9, 9]"),
            ("Stage, 3 mois entre octobre 2026 et mars 2027", "[3, 3]"),
            ("Apprenti·e, 24 mois sept. 2026", "[24, 24]"),
        ],
        leaves: &[
            "2 ans d'expérience à partir du bac",
            "un essai de 2 mois à compter de l'embauche",
        ],
    },
    Rule {
        name: "duration-line",
        pattern: r"{bol}(?:environ |de |entre |pour )?{length}(?: environ| minimum| maximum| renouvelables?| a temps plein| a temps complet)?[ .,]*(?:(?:[-(,]|a partir|a compter|des ).*)?$",
        score: 50,
        read: alone_on_its_line,
        reads: &[
            ("- 6 mois", "[6, 6]"),
            ("⏱ 4 à 6 mois minimum", "[4, 6]"),
            ("📆 6 mois à partir de mars 2026", "[6, 6]"),
        ],
        leaves: &[
            "- 2 ans d'expérience",
            "- 6 réunions par mois",
            "Expérience souhaitée\n1 an",
            "2 An(s)",
        ],
    },
    Rule {
        name: "duration-sentence",
        pattern: r"[.!?] (?:environ )?{length}(?: environ| minimum| maximum| au minimum| renouvelables?)?(?:\.|, |$)",
        score: 41,
        read: short,
        reads: &[
            ("Master de géographie. 5 mois. Paris", "[5, 5]"),
            ("Vous aidez l'équipe. Trois mois minimum, dates à convenir", "[3, 3]"),
        ],
        leaves: &["Une jeune équipe. 3 ans, une passion", "Un essai. 2 mois d'essai"],
    },
    Rule {
        name: "duration-of-person",
        pattern: r"\b(?:stagiaires?|apprenti{e}|alternant{e}|volontaires?)\b[^\n.:;,]{0,40}? {length}",
        score: 43,
        read: short,
        reads: &[
            ("Accueille stagiaire 2 à 4 mois, logé", "[2, 4]"),
            ("STAGIAIRE ingénieur agro 6 mois, sélection", "[6, 6]"),
        ],
        leaves: &["une stagiaire depuis 6 mois", "un apprenti de 18 ans"],
    },
    Rule {
        name: "duration-of-training",
        pattern: r"\b(?:apprenti{e}|apprentissage|alternant{e}|alternance)\b[^\n.:;]{0,80}? en (?P<low>1|2|3|une?|deux|trois) (?P<unit>ans?)\b",
        score: 43,
        read: stated,
        reads: &[("Un apprenti en vente, CAP équipier en 2 ans", "[24, 24]")],
        leaves: &["CAP en 2 ans", "alternance, 30 % de plus en 4 ans"],
    },
    Rule {
        name: "duration-in-brackets",
        pattern: r"\((?:pour |pendant |duree )?{length}(?:\)|, )",
        score: 42,
        read: short,
        reads: &[("À partir du 15 octobre (8 mois, 24 h par semaine)", "[8, 8]")],
        leaves: &["une association jeune (3 ans)", "(6 mois d'expérience)", "(2 semaines par an)"],
    },
    Rule {
        name: "duration-for",
        pattern: r"\b(?:pour|pendant|durant) (?:environ |une periode de |au moins )?{length}",
        score: 45,
        read: stated,
        reads: &[
            ("Rejoignez-nous pour 6 mois", "[6, 6]"),
            ("pendant une période de 9 mois", "[9, 9]"),
        ],
        leaves: &["pendant 2 mois d'essai", "pour 6 personnes"],
    },
    Rule {
        name: "duration-between-labels",
        pattern: r"\b(?:debut|arrivee|demarrage|prise de (?:poste|fonctions?))[^\n:]{0,30}{sep}(?:le )?(?P<from>{moment})[\s.,;|-]*(?:# |- )?(?:et )?(?:date )?(?:de )?fin\b[^\n:]{0,30}{sep}(?:le )?(?P<to>{moment})",
        score: 40,
        read: labelled_ends,
        reads: &[("Début : 01/03/2025\nFin : 31/08/2025", "[6, 6]")],
        leaves: &["Début : 01/03/2025\nFin des candidatures : bientôt"],
    },
    Rule {
        name: "duration-from-to",
        pattern: r"(?:\b(?:de |du |d'))?(?P<dates>{dates})",
        score: 35,
        read: worked_out,
        reads: &[
            ("Stage de février à juillet 2023", "[6, 6]"),
            ("de février à juillet 2023", "[6, 6]"),
            ("Période : du 1er mars au 31 août 2025", "[6, 6]"),
            ("Dates : 02/09/2024 – 31/08/2025", "[12, 12]"),
            ("Contrat de novembre 2024 à février 2025", "[4, 4]"),
            ("CDD à compter du 1er mars 2026 jusqu'au 31 août 2026", "[6, 6]"),
            ("Lyon (mars à août 2026)", "[6, 6]"),
        ],
        leaves: &[
            "Le festival a lieu du 26 au 28 juin 2023",
            "Candidatures ouvertes de mars à mai 2023",
            "Date de publication : du 09/10/2026 au 09/11/2026",
            "à partir de janvier-juin 2023",
            "Stage en mars ou avril 2023",
            "Atelier\nDépannage en saison (juin à octobre)",
        ],
    },
]);

/// Reads the length.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    // A CDI has no length: only a label, or a CDD before it, is believed.
    let open = offer.contract_detail.as_deref() == Some("CDI");
    let candidates = RULES.candidates(document);
    let sure = |found: &Candidate<[u16; 2]>| {
        let words = fold(found.span.of(&document.text));
        found.rule == "duration-label"
            || says(&words, &["cdd", "determinee", "mission interimaire"])
    };
    let best = candidates.iter().find(|found| !open || sure(found));
    if let Some(candidate) = best {
        offer.duration_months = candidate.value;
        offer.evidence.insert(Field::DurationMonths, candidate.evidence());
    } else {
        read_until(document, offer);
    }
}

/// Works the length out from the start and the day until which the contract runs, when no other words state it.
fn read_until(document: &Document, offer: &mut Offer) {
    static UNTIL: OnceLock<Regex> = OnceLock::new();
    let until = UNTIL.get_or_init(|| {
        compile(
            r"\b(?:cdd|contrat|stage|mission|poste|remplacement|vacation|volontariat)\b[^\n.;]{0,60}? jusqu'(?:au|a)(?: la)? (?P<to>{moment})",
        )
    });
    let Some(from) = offer.start.and_then(|start| start.from) else { return };
    let Some(found) = until.captures(document.folded.as_str()) else { return };
    let from = match from {
        When::Day(day) => Moment { day: Some(day.day()), ..month_of(day) },
        month @ When::Month { .. } => month_of(month.first_day()),
    };
    let whole = found.get_match().range();
    let other = says(&document.folded.as_str()[whole.clone()], NOT_THE_PERIOD);
    let to = date::parse(&found["to"]).ok().map(|dates| dates.from);
    if let Some(months) = to.filter(|_| !other).and_then(|to| in_whole_months(&from, &to)) {
        let evidence = Evidence { span: document.source(whole), rule: "duration-until".to_owned() };
        offer.duration_months = Some(months);
        offer.evidence.insert(Field::DurationMonths, evidence);
    }
}

fn month_of(day: Date) -> Moment {
    Moment { month: day.month(), year: Some(day.year()), ..Moment::default() }
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
