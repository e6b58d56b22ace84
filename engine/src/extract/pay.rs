//! What is paid: an hour, a month or a year; an allowance, a budget or a turnover is not pay.
//!
//! Over 400 lines: each rule stands with the phrases it reads and leaves.

use super::rule::{Match, Reading, Rule, Rules, compile, says};
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::offer::{Field, Offer, Pay, Period};
use crate::text::fold;
use crate::text::number::amount;
use regex::Regex;
use std::sync::LazyLock;

/// Sums that are not pay.
const NOT_PAY: &[&str] = &[
    "budget",
    "moyen",
    "chiffre d'affaires",
    "ca de",
    "subvention",
    "frais",
    "deplacement",
    "sejour",
    "prime",
    "ifse",
    "regime indemnitaire",
    "ticket",
    "titre",
    "cheque",
    "panier",
    "forfait mobilite",
    "navigo",
    "transport",
    "participation",
    "rembours",
    "plafon",
    "loyer",
    "hebergement",
    "logement",
    "studio partage",
    "studio a",
    "chambre a",
    "chambre pour",
    "colocation",
    "retenus",
    "dotation",
    "investi",
    "million",
    "cotisation",
    "mutuelle",
    "kilometri",
    "repas",
    "dejeuner",
    "permis",
    "levee",
    "gagne",
    "finance",
    "bourse",
    "don de",
    "dons",
    "collecte",
    "capital",
    "montant du projet",
    "amende",
    "caution",
    "adhesion",
    "abonnement",
    "supplementaire",
    "intervention",
    "plus de",
    "billet",
    "vente",
    "variable",
    "commission",
    "interess",
    "cse",
    "objectif",
    "potentiel",
    "aide a l'",
    "aide au",
];

/// Whose sums are the trade's where no label stands before them.
const THE_TRADE: &[&str] = &[
    "projet",
    "marche",
    "commande",
    "contrats de",
    "cout",
    "clients",
    "entreprises de",
    "aide de",
];

/// What stands after a sum that is not pay.
const NOT_PAY_AFTER: &[&str] = &[
    "de frais",
    "d'indemnite",
    "de prime",
    "de budget",
    "max",
    "par repas",
    "de chiffre",
    "par ticket",
    "de visite",
    "de dons",
];

/// Times for which people are paid and that no period stands for.
const OTHER_TIMES: &[&str] = &[
    "par jour",
    "/ jour",
    "/jour",
    "/j",
    "jour",
    "la journee",
    "journalier",
    "par semaine",
    "/semaine",
    "semaine",
    "hebdo",
    "/sem",
    "par cachet",
    "par representation",
    "par vacation",
    "par seance",
    "par acte",
];

/// What a label of pay begins with.
const LABELS: &[&str] = &["gratifi", "remuner", "salaire", "indemni", "traitement", "paye", "paie"];

/// Reads the groups `low`, `high`, their currencies, and the words around.
fn figure(m: &Match<'_>, labelled: bool) -> Option<Reading<Pay>> {
    let text = m.document.folded.as_str();
    let start = m.captures.name("low")?.start();
    let label = text[m.range().start..start].replace("a titre indicatif", "");
    let label = label.as_str();
    let rest = m.group("rest");
    let sentence = m.sentence_before();
    let clause = &sentence[sentence.rfind([',', '(']).map_or(0, |at| at + 1)..];
    // Behind the sum: a rule may reach beyond it for what must follow.
    let groups = ["low", "high", "currency", "rest"].into_iter();
    let end = groups.filter_map(|name| m.captures.name(name)).map(|group| group.end()).max()?;
    let after = text[end..].split('\n').next().unwrap_or("");
    let after = &after[..after.char_indices().nth(24).map_or(after.len(), |(at, _)| at)];
    // « 35 h en moyenne, groupe 5, de 2 070 € à 2 300 € brut mensuel »: told gross or net, it is a wage whatever the
    // sentence said before; its own clause may still say what else is paid.
    let alone = !labelled && gross(rest).is_none() && says(sentence, NOT_PAY);
    let clause = clause.replace("a titre indicatif", "");
    if says(label, NOT_PAY) || alone || says(&clause, NOT_PAY) {
        return None;
    }
    let next_sum = after.find(['+', ',', ';', '.', '(']).unwrap_or(after.len());
    let tail = format!("{rest} {}", &after[..next_sum]);
    if says(&tail, NOT_PAY_AFTER) {
        return None;
    }
    // No key of the dataset tells pay by the day or the week: its words are kept.
    let words: Vec<&str> = tail.split_whitespace().filter(|word| gross(word).is_none()).collect();
    let time = words.join(" ");
    if OTHER_TIMES.iter().any(|other| time.starts_with(other))
        || says(label, &["journalier", "hebdomadaire"])
    {
        return if labelled { Reading::words() } else { None };
    }
    // Told neither gross nor net, a bare sum is as likely the trade's.
    if !labelled && gross(&tail).is_none() && says(sentence, THE_TRADE) {
        return None;
    }
    let thousands = |currency: &str, value: f64| {
        if currency.starts_with('k') && value < 1000.0 { value * 1000.0 } else { value }
    };
    let currency = m.group("currency");
    let low_currency = match m.group("lowcurrency") {
        "" => currency,
        other => other,
    };
    let low = thousands(low_currency, amount(m.group("low"))?);
    // « 3x8 – 13,10 € brut/h »: how shifts turn is no amount.
    let turn = m.captures.name("low").is_some_and(|figure| {
        let before = &m.document.folded.as_str()[..figure.start()];
        before
            .strip_suffix('x')
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    });
    if turn {
        return None;
    }
    let high = match m.group("high") {
        "" => None,
        high => Some(thousands(currency, amount(high)?)),
    };
    // « 28-32 k€ » as well as « 28 à 32 000 € ».
    let low = match high {
        Some(high) if low < 100.0 && high > 10_000.0 => low * 1000.0,
        _ => low,
    };
    let stated = stated_period(m.group("unit"))
        .or_else(|| stated_period(rest))
        .or_else(|| stated_period(without_payments(&after[..next_sum])))
        .or_else(|| stated_period(label));
    // « 8,4K à 21,6K € »: thousands are counted by the year.
    let yearly = (labelled && currency.starts_with('k')).then_some(Period::Year);
    let code = code(currency);
    // In euros, as far as it takes to tell an hour's pay from a month's.
    let worth = low / per_euro(code);
    let likely = if labelled { likely_period(worth) } else { None };
    let period = stated.or(yearly).or(likely)?;
    let fits = match period {
        Period::Hour => (2.0..=200.0).contains(&worth),
        Period::Month => (80.0..=20_000.0).contains(&worth),
        Period::Year => (1_000.0..=250_000.0).contains(&worth),
    };
    if !fits {
        return if labelled { Reading::words() } else { None };
    }
    if high.is_some_and(|high| high < low || high > low * 5.0) {
        return None;
    }
    let gross = gross(&tail).or_else(|| gross(label));
    let value = Pay {
        min: low,
        max: high.filter(|&high| high > low),
        period,
        currency: code.to_owned(),
        gross,
    };
    Some(Reading { value: Some(value), bonus: m.section_bonus() })
}

/// Words of a text whose dollars are those of Canada.
static CANADA: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b(?:quebec|canad[a-z]+|montreal|ontario|[a-z]\d[a-z] \d[a-z]\d)\b")
});

/// The code of a currency.
fn code(currency: &str) -> &'static str {
    match currency {
        "$" => "USD",
        "£" => "GBP",
        "chf" => "CHF",
        "xof" => "XOF",
        "xaf" => "XAF",
        francs if francs.ends_with("cfa") => "XOF",
        francs if francs.starts_with('f') || francs == "xpf" => "XPF",
        _ => "EUR",
    }
}

/// How many of them make about a euro.
fn per_euro(code: &str) -> f64 {
    match code {
        "XPF" => 119.0,
        "XOF" | "XAF" => 656.0,
        _ => 1.0,
    }
}

/// The words before « sur 13 mois », which counts payments and states no period.
fn without_payments(words: &str) -> &str {
    let cut = ["sur 12", "sur 13", "sur 14"].iter().filter_map(|count| words.find(count)).min();
    &words[..cut.unwrap_or(words.len())]
}

fn gross(words: &str) -> Option<bool> {
    match (says(words, &["brut"]), says(words, &["net"])) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn stated_period(words: &str) -> Option<Period> {
    let found = [
        (Period::Hour, &["heure", "horaire", "h", "h."][..]),
        (
            Period::Month,
            &["mois", "mensuel", "mensuelle", "mensuels", "mensuelles", "mensuellement"],
        ),
        (Period::Year, &["an", "annee", "annuel", "annuelle", "annuels", "annuelles", "ans"]),
    ];
    words.split(|c: char| !c.is_alphanumeric()).find_map(|word| {
        found.iter().find(|(_, names)| names.contains(&word)).map(|(period, _)| *period)
    })
}

/// The period that a labelled sum can only have.
fn likely_period(low: f64) -> Option<Period> {
    match low {
        3.0..=30.0 => Some(Period::Hour),
        300.0..=6_000.0 => Some(Period::Month),
        15_000.0..=150_000.0 => Some(Period::Year),
        _ => None,
    }
}

fn labelled(m: &Match<'_>) -> Option<Reading<Pay>> {
    figure(m, true)
}

/// A range in k€ needs no label: only pay is told so, unless a word of money stands by it.
fn in_thousands(m: &Match<'_>) -> Option<Reading<Pay>> {
    let trade = says(m.sentence_before(), THE_TRADE) || says(m.after(), &["de ca", "de chiffre"]);
    if trade { None } else { figure(m, true) }
}

/// A sum told gross or net and nothing more, apart from other words: a month's, or in five figures a year's.
fn apart(m: &Match<'_>) -> Option<Reading<Pay>> {
    let fits = matches!(amount(m.group("low"))?, 500.0..=8_000.0 | 15_000.0..=90_000.0);
    if !fits || says(m.sentence_before(), NOT_PAY) || says(m.sentence_before(), THE_TRADE) {
        return None;
    }
    figure(m, true)
}

fn bare(m: &Match<'_>) -> Option<Reading<Pay>> {
    figure(m, false)
}

/// Wording that announces pay without a figure.
fn words(m: &Match<'_>) -> Option<Reading<Pay>> {
    let within = &m.document.folded.as_str()[m.range()];
    let other = says(within, &["kilometri", "transport", "deplacement", "repas", "hebergement"])
        || says(m.sentence_before(), &["gestion des", "etude", "politique de", "suivi des"]);
    if other { None } else { Reading::words().map(|reading| reading.bonus(m.section_bonus())) }
}

/// How ads state pay.
pub static RULES: Rules<Pay> = Rules::new(&[
    Rule {
        name: "pay-label",
        pattern: r"\b(?:gratifications?|gratifiee?|remunerations?|remuneree?|remu\b|salaires?|indemnites?|indemnisations?|indemnisee?|traitement|paye|paie|taux horaire|package|fourchette)(?:[^\n€.]|\.[^ \n]){0,70}?{sep}(?:[^\n€.]|\.[^ \n]){0,30}?(?P<low>{amount}) ?(?P<lowcurrency>{currency}|k\b)?(?: ?(?:bruts?|nets?))?(?: (?:par mois|mensuels?)| ?/ ?(?:mois|an|h))?(?: ?(?:a|-|et|/|jusqu'a) ?(?P<high>{amount}))? ?(?P<currency>{currency})(?P<rest>(?: ?(?:[(]?(?:bruts?|brutes?|nets?|nettes?|par|/|de l'|l'|le|mois|heures?|h\b|an\b|ans\b|annee|annuels?|annuelles?|mensuels?|mensuelles?|mensuellement|horaires?|jour|journee|semaine|hebdo\w*|cachet|vacation|de|du|la|taux)[)]?))*(?:, (?:bruts?|nets?)\b)?)",
        score: 80,
        read: labelled,
        reads: &[
            (
                "Gratification : 1 300 € brut mensuel",
                r#"Pay { min: 1300.0, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "Gratification mensuelle de stage : 800€ brut",
                r#"Pay { min: 800.0, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "Le stage est indemnisé à hauteur de 900 € bruts par mois.",
                r#"Pay { min: 900.0, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
            ),
            ("Salaire : 120 € par jour", "words"),
            ("Salaire : 900 000 € par mois", "words"),
            (
                "Taux horaire : 12,45 € brut",
                r#"Pay { min: 12.45, max: None, period: Hour, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "Rémunération\n770 euros/mois",
                r#"Pay { min: 770.0, max: None, period: Month, currency: "EUR", gross: None }"#,
            ),
            (
                "Salaire : 28-32 k€ brut annuel",
                r#"Pay { min: 28000.0, max: Some(32000.0), period: Year, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "Une gratification à hauteur de 4,35 euros/heure.",
                r#"Pay { min: 4.35, max: None, period: Hour, currency: "EUR", gross: None }"#,
            ),
            (
                "Indemnité au tarif légal en vigueur (4,05€ de l'heure)",
                r#"Pay { min: 4.05, max: None, period: Hour, currency: "EUR", gross: None }"#,
            ),
            (
                "Salaire : minimum légal (620 euros)",
                r#"Pay { min: 620.0, max: None, period: Month, currency: "EUR", gross: None }"#,
            ),
            (
                "Salaire : entre 1 900 € et 2 100 € nets par mois",
                r#"Pay { min: 1900.0, max: Some(2100.0), period: Month, currency: "EUR", gross: Some(false) }"#,
            ),
            (
                "Salaire brut mensuel : 1.801,80 €",
                r#"Pay { min: 1801.8, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "Rémunération : de 24 000 à 27 000 euros bruts annuels",
                r#"Pay { min: 24000.0, max: Some(27000.0), period: Year, currency: "EUR", gross: Some(true) }"#,
            ),
        ],
        leaves: &[
            "Rémunération légale et titres-restaurant de 9 €",
            "Indemnité kilométrique : 0,52 € du km",
            "Salaire selon profil. Budget : 2 000 €",
            "Salaire selon profil, prime de 900 € par mois",
            "Gratification légale, participation aux frais de 100 € par mois",
            "Rémunération : selon expérience",
        ],
    },
    Rule {
        name: "pay-of-agency",
        pattern: r"\b(?P<unit>mensuel|annuel|horaire)(?: brut| net)? de (?P<low>{amount}) ?(?P<lowcurrency>{currency})?(?: a (?P<high>{amount}))? ?(?P<currency>{currency})(?P<rest>(?: sur 1[2-4](?:[.,]\d+)? mois)?(?:,? (?:bruts?|nets?)\b)?)",
        score: 82,
        read: labelled,
        reads: &[
            (
                "Mensuel de 1950.00 Euros à 2200.00 Euros sur 12 mois",
                r#"Pay { min: 1950.0, max: Some(2200.0), period: Month, currency: "EUR", gross: None }"#,
            ),
            (
                "Horaire brut de 12,45 Euros",
                r#"Pay { min: 12.45, max: None, period: Hour, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "Annuel de 28000,00 Euros sur 12 mois",
                r#"Pay { min: 28000.0, max: None, period: Year, currency: "EUR", gross: None }"#,
            ),
        ],
        leaves: &[
            "Forfait annuel de 218 jours",
            "Un loyer mensuel de 350 euros",
            "Prime de fin de saison (potentiel annuel de 3 100 €)",
        ],
    },
    Rule {
        name: "pay-of-smic",
        pattern: r"\bsmic(?: mensuel| horaire| brut| net)*{sep}[(]?(?:soit )?(?P<low>{amount}) ?(?P<currency>{currency})(?P<rest>(?: ?(?:bruts?|nets?))?(?: ?(?:/ ?(?:mois|h)|par mois|de l'heure|mensuels?))?)",
        score: 70,
        read: labelled,
        reads: &[(
            "SMIC (1 801,80 € brut)",
            r#"Pay { min: 1801.8, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
        )],
        leaves: &["Pourcentage du SMIC ; le coût de formation (23 250 €) est pris en charge"],
    },
    Rule {
        name: "pay-unit-in-label",
        pattern: r"\b(?:remunerations?|salaires?|gratifications?|traitement)\b[^\n:(]{0,40}[(](?:en )?(?P<currency>{currency})(?P<rest>[^)\n]{0,24})[)]{sep}(?:de |entre )?(?P<low>{amount})(?: ?(?:a|-|et) ?(?P<high>{amount}))?",
        score: 79,
        read: labelled,
        reads: &[(
            "Rémunération contractuels (en € brut/an) : 23 400 à 25 800",
            r#"Pay { min: 23400.0, max: Some(25800.0), period: Year, currency: "EUR", gross: Some(true) }"#,
        )],
        leaves: &["Rémunération fonctionnaires (en € brut/an) : selon grille"],
    },
    Rule {
        name: "pay-currency-first",
        pattern: r"(?:\b(?:salaires?|remunerations?|gratifications?|indemnites?)\b[^\n.;]{0,30}?)?(?P<currency>\bchf|\beur|€|£) ?(?P<low>{amount})(?:\.?-)?(?: ?(?:a|-|et) ?(?:(?:chf|eur|€|£) ?)?(?P<high>{amount})(?:\.?-)?)?(?P<rest> ?(?:bruts?|nets?)?(?: ?(?:par mois|/ ?mois|mensuels?|par an|/ ?an|annuels?|par heure|/ ?h(?:eure)?|de l'heure))(?: ?(?:bruts?|nets?)\b)?)",
        score: 52,
        read: bare,
        reads: &[(
            "CHF 5'150.- brut par mois",
            r#"Pay { min: 5150.0, max: None, period: Month, currency: "CHF", gross: Some(true) }"#,
        )],
        leaves: &["CHF 30 par repas", "Un budget de CHF 20'000 par an"],
    },
    Rule {
        name: "pay-figure",
        pattern: r"(?P<low>{amount}) ?(?P<lowcurrency>{currency})?(?: ?(?:a|-|et|/) ?(?P<high>{amount}))? ?(?P<currency>{currency}) ?(?P<rest>(?:[(]?(?:bruts?|brutes?|nets?|nettes?)[)]? ?)?(?:[(]?(?:(?:/|par) ?(?:mois|heure|h|an|annee)\b|de l'heure|l'heure|mensuels?\b|mensuelles?\b|annuels?\b|annuelles?\b|horaires?\b|sur 1[2-4](?:[,.]\d+)? mois)[)]?)(?:,? ?[(]?(?:bruts?|brutes?|nets?|nettes?)\b[)]?)?)",
        score: 50,
        read: bare,
        reads: &[
            (
                "CDI, 35 h en moyenne, groupe 5, 1 950 € brut par mois",
                r#"Pay { min: 1950.0, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "14,20 euros de l'heure, brut.",
                r#"Pay { min: 14.2, max: None, period: Hour, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "CDD, 1 950 € brut par mois",
                r#"Pay { min: 1950.0, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "4,35 € de l'heure",
                r#"Pay { min: 4.35, max: None, period: Hour, currency: "EUR", gross: None }"#,
            ),
            (
                "30 à 35 k€ par an",
                r#"Pay { min: 30000.0, max: Some(35000.0), period: Year, currency: "EUR", gross: None }"#,
            ),
        ],
        leaves: &[
            "Une aide au logement de 100 € par mois",
            "Un budget de 20 000 € par an",
            "Frais de séjour (1 500 euros max.)",
            "12 €",
        ],
    },
    Rule {
        name: "pay-label-currency-first",
        pattern: r"\b(?:salaires?|remunerations?)(?: de base)? (?P<unit>mensuel|annuel|horaire)(?: brut| net)? (?:de |: ?|entre )(?P<currency>chf|eur|€|£) ?(?P<low>{amount})(?:\.?-)?(?: ?(?:a|-|et) ?(?:(?:chf|eur|€|£) ?)?(?P<high>{amount})(?:\.?-)?)?(?P<rest>)",
        score: 78,
        read: labelled,
        reads: &[(
            "un salaire mensuel brut de CHF 5'150 à 6'300 versé treize fois",
            r#"Pay { min: 5150.0, max: Some(6300.0), period: Month, currency: "CHF", gross: Some(true) }"#,
        )],
        leaves: &["un salaire mensuel brut de référence"],
    },
    Rule {
        name: "pay-gross-or-net",
        pattern: r"(?:^|[,;|·•(:] ?|[).] |\b(?:cdd|cdi|h|mois)\.? |- )[^a-z0-9\n]{0,4}(?P<words>(?P<low>{amount}) ?(?P<lowcurrency>{currency})?(?: ?(?:a|-) ?(?P<high>{amount}))? ?(?P<currency>{currency}) ?(?P<rest>bruts?|nets?))(?:$| ?[,.;|·•)+]| - | \d{2} ?h\b| pour un temps (?:plein|complet)\b)",
        score: 40,
        read: apart,
        reads: &[
            (
                "du mardi au samedi. 1 920 € brut. Expérience de deux ans",
                r#"Pay { min: 1920.0, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "CDD 12 mois, 28h, 1 650 € brut",
                r#"Pay { min: 1650.0, max: None, period: Month, currency: "EUR", gross: Some(true) }"#,
            ),
            (
                "2000 à 2200 € net.",
                r#"Pay { min: 2000.0, max: Some(2200.0), period: Month, currency: "EUR", gross: Some(false) }"#,
            ),
        ],
        leaves: &["Prime de fin d'année, 900 € brut", "12 € brut", "un budget de 3 000 € net"],
    },
    Rule {
        name: "pay-in-thousands",
        pattern: r"\b(?P<low>\d{2,3}(?:[.,]\d)?) ?(?P<lowcurrency>k ?€)? ?(?:a|-|et|/) ?(?P<high>\d{2,3}(?:[.,]\d)?) ?(?P<currency>k ?€|k ?euros?\b|keur\b)(?P<rest>(?: ?(?:bruts?|nets?)\b)?)",
        score: 45,
        read: in_thousands,
        reads: &[(
            "CDI · Nantes · 34–38 K€",
            r#"Pay { min: 34000.0, max: Some(38000.0), period: Year, currency: "EUR", gross: None }"#,
        )],
        leaves: &["Budget de 20 à 30 k€", "34-38 €", "entreprises de 20 à 30 k€ de CA"],
    },
    Rule {
        name: "pay-words",
        pattern: r"(?:\b(?:contrat d'apprentissage|contrat de professionnalisation) )?(?:\b(?:gratifications?|gratifiee?|remunerations?|remuneree?|salaires?|indemnites?|indemnisations?|indemnisee?)\b(?:[^\n.;:]|\.[^ \n]){0,20}?{sep})?\b(?:legale?s?\b|reglementaires?|statutaires?|(?:selon|suivant|en fonction|conform\w+|d'apres|fixee?)\b(?:[^\n.;:]|\.[^ \n]){0,100}?(?:reglement\w*|legislation|grilles?|lois?\b|convention\w*|baremes?|profil|experience|statutaire|contrat|age\b|dispositions|vigueur|diplome|minimum legal|smic)|(?:base du |au |\d{1,3} ?% du |du |le )(?:smic|minimum legal|minimum conventionnel))(?: en vigueur)?",
        score: 25,
        read: says_pay,
        reads: &[
            ("Rémunération légale", "words"),
            ("Indemnités de stage selon réglementation en vigueur", "words"),
            ("Contrat d'apprentissage au SMIC", "words"),
            ("Rémunération en fonction du contrat et de l'âge", "words"),
            ("Rémunération : 55 % du SMIC", "words"),
        ],
        leaves: &["Conformément à la loi, ouvert à tous", "mentions légales", "Salaire attractif"],
    },
    Rule {
        name: "pay-sentence-words",
        pattern: r"\b(?:gratifications?|indemnites?|indemnisations?|remunerations?)\b(?: de stages?)? ?(?:supérieure |(?:[^\n.;:]|\.[^ \n]){0,90}? )?(?:(?:au |le )?minimum legal|dispositions|legale|reglement\w*|en vigueur)(?:[^\n.;:(+]|\.[^ \n]){0,60}",
        score: 24,
        read: words,
        reads: &[
            ("Gratification supérieure au minimum légal", "words"),
            ("Les gratifications seront assurées selon les dispositions réglementaires.", "words"),
        ],
        leaves: &["Indemnité kilométrique selon le barème en vigueur", "Gratification"],
    },
    Rule {
        name: "pay-announced",
        pattern: r"\b(?:stage (?:indemnisee?|gratifiee?|remuneree?)|(?:indemnites?|gratifications?) de stage)\b",
        score: 10,
        read: words,
        reads: &[("Type d'emploi Stage indemnisé", "words"), ("Indemnité de stage.", "words")],
        leaves: &["Stage non rémunéré", "Gestion des indemnités de stage"],
    },
]);

/// Wording without a figure, when a label or the minimum wage makes it pay.
fn says_pay(m: &Match<'_>) -> Option<Reading<Pay>> {
    let within = &m.document.folded.as_str()[m.range()];
    if says(within, LABELS) || says(within, &["smic", "minimum legal"]) { words(m) } else { None }
}

/// Reads the pay; a sum that nobody pays for that time is told.
pub(super) fn read(document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    let candidates = RULES.candidates(document);
    let Some(best) = candidates.first() else { return };
    offer.evidence.insert(Field::Pay, best.evidence());
    let Some(pay) = &best.value else {
        let words = best.span.of(&document.text);
        let folded = fold(words);
        let sum = folded.contains('€') || says(&folded, &["euro"]);
        if sum && !says(&folded, &["smic", "legal", "reglement"]) && !says(&folded, OTHER_TIMES) {
            diagnostics.push(diagnostic::absurd_pay(document.locate(best.span), words));
        }
        return;
    };
    // The same sum said twice may be told gross or net only once.
    let same = |other: &&Pay| {
        (other.min, other.max, other.period) == (pay.min, pay.max, pay.period)
            && other.currency == pay.currency
    };
    let said = candidates.iter().filter_map(|other| other.value.as_ref()).filter(same);
    let gross = said.filter_map(|other| other.gross).next();
    let mut pay = Pay { gross: pay.gross.or(gross), ..pay.clone() };
    if pay.currency == "USD" && CANADA.is_match(document.folded.as_str()) {
        "CAD".clone_into(&mut pay.currency);
    }
    offer.pay = Some(pay);
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
