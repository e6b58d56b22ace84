//! Value -> French phrase -> value: whatever way a date, a length, a sum or a week is written, it reads back the same.

use crate::chance::Chance;
use crate::values::shown;
use tremplin_engine::calendar::{Date, days_in_month};
use tremplin_engine::extract::extract;
use tremplin_engine::layout::lay_out;

const ROUNDS: usize = 500;

/// What an ad of that one line states for a field.
fn read(field: &str, line: &str) -> String {
    let document = lay_out("phrase", &format!("Assistant administratif (H/F)\n\n{line}\n"), 1);
    shown(&extract(&document, &mut Vec::new()), field)
}

/// Fails with each phrase of `ROUNDS` that does not give its value back.
fn holds(field: &str, seed: u64, draw: impl Fn(&mut Chance) -> (String, String)) {
    let mut chance = Chance::new(seed);
    let mut wrong = Vec::new();
    for _ in 0..ROUNDS {
        let (value, phrase) = draw(&mut chance);
        let found = read(field, &phrase);
        if found != value {
            wrong.push(format!("« {phrase} » gives « {found} », not « {value} »"));
        }
    }
    assert!(wrong.is_empty(), "{} of {ROUNDS}\n{}", wrong.len(), wrong.join("\n"));
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_MONTHS: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];
const WEEKDAYS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// 1 to 99 in words.
fn in_words(number: u16) -> String {
    const UNITS: [&str; 20] = [
        "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ];
    const TENS: [&str; 10] = [
        "",
        "",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "soixante",
        "quatre-vingt",
        "quatre-vingt",
    ];
    let (ten, unit) = (usize::from(number / 10), usize::from(number % 10));
    match (ten, unit) {
        (0 | 1, _) => UNITS[usize::from(number)].to_owned(),
        (7 | 9, unit) => format!("{}-{}", TENS[ten], UNITS[unit + 10]),
        (ten, 0) => TENS[ten].to_owned(),
        (2..=6, 1) => format!("{} et un", TENS[ten]),
        (ten, unit) => format!("{}-{}", TENS[ten], UNITS[unit]),
    }
}

fn any_day(chance: &mut Chance) -> Date {
    let (year, month) = (2023 + chance.below(7) as u16, 1 + chance.below(12) as u8);
    let day = 1 + chance.below(usize::from(days_in_month(year, month))) as u8;
    Date::new(year, month, day).expect("a day of that month")
}

fn day_in_french(chance: &mut Chance, date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let name = MONTHS[usize::from(month) - 1];
    let first = if day == 1 { "1er".to_owned() } else { day.to_string() };
    match chance.below(12) {
        0 => format!("{day:02}/{month:02}/{year}"),
        1 => format!("{day}/{month}/{year}"),
        2 => format!("{day:02}/{month:02}/{:02}", year % 100),
        3 => format!("{day:02}.{month:02}.{year}"),
        4 => format!("{day:02}-{month:02}-{year}"),
        5 => format!("{year}-{month:02}-{day:02}"),
        6 => format!("{day:02} / {month:02} / {year}"),
        7 => format!("{first} {} {year}", SHORT_MONTHS[usize::from(month) - 1]),
        8 => format!("{} {first} {name} {year}", WEEKDAYS[usize::from(date.weekday())]),
        9 => format!("{first} {} {year}", name.to_uppercase()),
        10 if day == 1 => format!("premier {name} {year}"),
        10 => format!("{} {name} {year}", in_words(u16::from(day))),
        _ => format!("{first}\u{a0}{name}\u{a0}{year}"),
    }
}

fn month_in_french(chance: &mut Chance, year: u16, month: u8) -> String {
    let name = MONTHS[usize::from(month) - 1];
    match chance.below(5) {
        0 => format!("{month:02}/{year}"),
        1 => format!("{} {year}", SHORT_MONTHS[usize::from(month) - 1]),
        2 => format!("mi-{name} {year}"),
        3 => format!("fin {name} {year}"),
        _ => format!("{name} {year}"),
    }
}

/// One of `templates`, its `{}` filled.
fn fill(chance: &mut Chance, templates: &[&str], words: &str) -> String {
    chance.pick(templates).replace("{}", words)
}

const START_LABELS: &[&str] = &[
    "Début : {}",
    "Date de début : {}",
    "Démarrage souhaité : {}",
    "Prise de poste : {}",
    "Prise de fonctions prévue : {}",
    "Poste à pourvoir : {}",
    "📅 Début : {}",
    "**Début** : {}",
    "| Prise de poste | {} |",
    "Date de prise de poste\n{}",
];

#[test]
fn a_start_on_a_day_reads_back() {
    holds("start", 1, |chance| {
        let date = any_day(chance);
        let words = day_in_french(chance, date);
        (format!("{date}.."), fill(chance, START_LABELS, &words))
    });
}

#[test]
fn a_start_in_a_month_or_between_two_reads_back() {
    holds("start", 2, |chance| {
        let (year, month) = (2023 + chance.below(7) as u16, 1 + chance.below(12) as u8);
        let first = format!("{year}-{month:02}");
        if chance.below(2) == 0 {
            let words = month_in_french(chance, year, month);
            return (format!("{first}.."), fill(chance, START_LABELS, &words));
        }
        let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let join = chance.pick(&[" ou ", "/", " / ", " - "]);
        let names = (MONTHS[usize::from(month) - 1], MONTHS[usize::from(next) - 1]);
        let own_year = match chance.below(2) {
            0 => format!(" {year}"),
            _ => String::new(),
        };
        let words = format!("{}{own_year}{join}{} {next_year}", names.0, names.1);
        (format!("{first}..{next_year}-{next:02}"), fill(chance, START_LABELS, &words))
    });
}

#[test]
fn a_deadline_reads_back() {
    const LABELS: &[&str] = &[
        "Date limite : {}",
        "Date limite de candidature : {}",
        "Date limite de dépôt des dossiers : {}",
        "Clôture des candidatures : {}",
        "Candidatures jusqu'au {}",
        "Candidature à adresser avant le {}.",
        "Merci d'envoyer votre CV au plus tard le {}.",
        "CV et lettre de motivation à transmettre avant le {} à midi.",
        "Offre valable jusqu'au {}",
        "📅 Limite : {}",
        "⏰ jusqu'au {}",
        "Date limite de candidature\n{}",
        "Les candidatures sont reçues jusqu'au {} inclus.",
    ];
    holds("deadline", 3, |chance| {
        let date = any_day(chance);
        let words = day_in_french(chance, date);
        (date.to_string(), fill(chance, LABELS, &words))
    });
}

#[test]
fn a_day_of_publication_reads_back() {
    const LABELS: &[&str] = &[
        "Publiée le {}",
        "Publié le : {}",
        "Date de publication : {}",
        "Offre mise en ligne le {}",
        "Actualisée le {}",
        "Posté le {}",
        "Date de publication\n{}",
    ];
    holds("published", 4, |chance| {
        let date = any_day(chance);
        let words = day_in_french(chance, date);
        (date.to_string(), fill(chance, LABELS, &words))
    });
}

fn count_in_french(chance: &mut Chance, number: u16) -> String {
    match chance.below(2) {
        0 => number.to_string(),
        _ => in_words(number),
    }
}

#[test]
fn a_length_reads_back() {
    const LABELS: &[&str] = &[
        "Durée : {}",
        "Durée du contrat : {}",
        "Durée du stage : environ {}",
        "Durée\n{}",
        "Stage de {}",
        "CDD de {} renouvelable une fois",
        "Contrat à durée déterminée de {}",
        "Mission de {} à temps plein",
        "⏳ {}",
        "Alternance sur {}",
    ];
    holds("duration_months", 5, |chance| {
        let low = 1 + chance.below(24) as u16;
        if chance.below(3) == 0 {
            let high = low + 1 + chance.below(12) as u16;
            let join = chance.pick(&[" à ", " ou ", "-", "/"]);
            let (low_words, high_words) = match join {
                "-" | "/" => (low.to_string(), high.to_string()),
                _ => (count_in_french(chance, low), count_in_french(chance, high)),
            };
            let words = format!("{low_words}{join}{high_words} mois");
            return (format!("{low} {high}"), fill(chance, LABELS, &words));
        }
        let words = match (low % 12, low % 3, chance.below(3)) {
            (0, _, 0 | 1) if low == 12 => chance.pick(&["un an", "1 an", "une année"]).to_owned(),
            (0, _, 0 | 1) => format!("{} ans", count_in_french(chance, low / 12)),
            (6, _, 0) if low > 12 => "un an et demi".to_owned(),
            (_, 0, 0) => format!("{} semaines", low / 3 * 13),
            _ => format!("{} mois", count_in_french(chance, low)),
        };
        (format!("{low} {low}"), fill(chance, LABELS, &words))
    });
}

#[test]
fn a_length_between_two_days_reads_back() {
    holds("duration_months", 6, |chance| {
        let (year, month) = (2023 + chance.below(7) as u16, 1 + chance.below(12) as u8);
        let months = 1 + chance.below(24) as u16;
        let last = u16::from(month) - 1 + months - 1;
        let (to_year, to_month) = (year + last / 12, (last % 12 + 1) as u8);
        let from = Date::new(year, month, 1).expect("a first day");
        let to = Date::new(to_year, to_month, days_in_month(to_year, to_month)).expect("a last");
        let (from, to) = (day_in_french(chance, from), day_in_french(chance, to));
        let phrase = match chance.below(4) {
            0 => format!("CDD du {from} au {to}"),
            1 => format!("Période : du {from} au {to}"),
            2 => format!("Date de début : {from}\nDate de fin : {to}"),
            _ => format!("Contrat à compter du {from} jusqu'au {to}"),
        };
        (format!("{months} {months}"), phrase)
    });
}

/// An amount of cents, its thousands apart by one of the marks in use.
fn amount_in_french(chance: &mut Chance, cents: u32) -> String {
    let (whole, rest) = (cents / 100, cents % 100);
    let mark = chance.pick(&["", " ", "\u{a0}", "\u{202f}", ".", "'", "’"]);
    let mut words = match whole {
        0..=999 => whole.to_string(),
        _ => format!("{}{mark}{:03}", whole / 1000, whole % 1000),
    };
    if rest > 0 {
        let point = if mark == "." { "," } else { chance.pick(&[",", "."]) };
        words += &format!("{point}{rest:02}");
    } else if chance.below(4) == 0 && mark != "." {
        words += ",00";
    }
    words
}

#[test]
fn pay_reads_back() {
    const LABELS: &[&str] =
        &["Salaire : {}", "Rémunération : {}", "Rémunération de {}", "💶 {}", "Salaire\n{}"];
    const HOUR: &[&str] = &["de l'heure", "par heure", "/h", "/heure", "/ h"];
    const MONTH: &[&str] = &["par mois", "/mois", "/ mois", "mensuels"];
    const YEAR: &[&str] = &["par an", "/an", "annuels", "/ an"];
    holds("pay", 7, |chance| {
        let (period, words, low, step) = match chance.below(3) {
            0 => ("hour", HOUR, 435 + chance.below(2500) as u32, 150),
            1 => ("month", MONTH, 60_000 + chance.below(300_000) as u32, 20_000),
            _ => ("year", YEAR, 100_000 * (20 + chance.below(50) as u32), 300_000),
        };
        let high = (chance.below(3) == 0).then_some(low + step);
        let (tax, written) =
            [(" gross", " brut"), (" gross", " bruts"), (" net", " net"), ("", "")]
                [chance.below(4)];
        let euros = chance.pick(&[" €", "€", " euros"]);
        let thousands = period == "year" && chance.below(3) == 0;
        let sum = match (high, thousands) {
            (None, true) => format!("{} k€", low / 100_000),
            (Some(high), true) => format!(
                "{}{}{} k€",
                low / 100_000,
                chance.pick(&["-", " à ", " - "]),
                high / 100_000
            ),
            (None, false) => format!("{}{euros}", amount_in_french(chance, low)),
            (Some(high), false) => {
                let first = chance.pick(&[euros, ""]);
                let join = chance.pick(&[" à ", " - "]);
                let low = amount_in_french(chance, low);
                format!("{low}{first}{join}{}{euros}", amount_in_french(chance, high))
            }
        };
        let phrase = format!("{sum}{written} {}", chance.pick(words));
        let phrase = fill(chance, LABELS, &phrase);
        let euros = |cents: u32| f64::from(cents) / 100.0;
        let high = high.map(|high| format!("-{}", euros(high))).unwrap_or_default();
        (format!("{}{high} {period} EUR{tax}", euros(low)), phrase)
    });
}

#[test]
fn weekly_hours_read_back() {
    const LABELS: &[&str] =
        &["Temps de travail : {}", "Contrat de {}", "CDI à temps plein, {}", "{}"];
    holds("hours_per_week", 8, |chance| {
        let (hours, half) = (10 + chance.below(35), chance.below(3) == 0);
        let figure = match (half, chance.below(2)) {
            (false, _) => format!("{hours}{}", chance.pick(&["h", " h", " heures", "h00"])),
            (true, 0) => format!("{hours}h30"),
            (true, _) => format!("{hours},5{}", chance.pick(&["h", " h", " heures"])),
        };
        let week = chance.pick(&[" par semaine", "/semaine", " hebdo", " / sem", " hebdomadaires"]);
        let value = hours as f64 + if half { 0.5 } else { 0.0 };
        (format!("{value} {value}"), fill(chance, LABELS, &format!("{figure}{week}")))
    });
}
