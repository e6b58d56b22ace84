//! An offer that is a row of a table: the labels of its columns stand above, in the table's header.

use super::RULE;
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::extract::field;
use crate::layout::{Header, OF_POSTS, of_itself};
use crate::offer::{Evidence, Field, Offer};
use crate::span::Span;
use crate::text::fold;

/// Reads in the cells of a row, each under its column's label, what the row alone does not say.
pub(crate) fn read_under(header: &Header, row: &str, offer: &mut Offer) {
    let Some(cells) = header.cells(row.trim_end()) else { return };
    let mut lines: Vec<String> = cells
        .iter()
        .map(|(label, value)| format!("{} : {}", usual(label), without_hour(value)))
        .collect();
    lines.extend(pay(&cells));
    let document = Document::of_text(&format!("Offre\n{}", lines.join("\n")));
    let mut told =
        Offer { contract: offer.contract, published: offer.published, ..Offer::default() };
    const FIELDS: [Field; 10] = [
        Field::Published,
        Field::Start,
        Field::DurationMonths,
        Field::Deadline,
        Field::Pay,
        Field::HoursPerWeek,
        Field::StudyLevel,
        Field::DrivingLicence,
        Field::Remote,
        Field::Places,
    ];
    for field in FIELDS {
        self::field(field, &document, &mut told, &mut Diagnostics::new());
    }
    // The labels know which day is which: « 12/03/2026 » alone may be the first one or the last one to apply.
    if told.deadline.is_some() && told.start.is_none() && offer.start.take().is_some() {
        offer.evidence.remove(Field::Start);
    }
    macro_rules! hand {
        ($($key:ident $field:ident $missing:ident),*) => {$(
            if offer.$key.$missing() && !told.$key.$missing() {
                offer.$key = told.$key.clone();
                let words = told.evidence.get(Field::$field);
                let span = words.map_or(Span::default(), |found| own(found.span.of(&document.text), offer));
                offer.evidence.insert(Field::$field, Evidence { span, rule: RULE.to_owned() });
            }
        )*};
    }
    hand!(
        published Published is_none,
        start Start is_none,
        duration_months DurationMonths is_none,
        deadline Deadline is_none,
        pay Pay is_none,
        hours_per_week HoursPerWeek is_none,
        study_level StudyLevel is_empty,
        driving_licence DrivingLicence is_none,
        remote Remote is_none,
        places Places is_empty
    );
    name(&cells, offer);
}

/// What the columns of the posts, the recruiters and the contracts hold: no reading of the bare row knows better.
fn name(cells: &[(&str, String)], offer: &mut Offer) {
    const LONGEST: usize = 100;
    let cell = |labels: &[&str]| {
        let found = cells.iter().find(|(label, _)| {
            let label = of_itself(label);
            labels.iter().any(|known| label.split(['(', '/']).next().unwrap_or("").trim() == *known)
        });
        found.map(|(_, value)| value.as_str()).filter(|value| value.chars().count() <= LONGEST)
    };
    let read = |field: Field, label: &str, value: &str| {
        let document = Document::of_text(&format!("Offre\n{label} : {value}"));
        let mut told = Offer::default();
        self::field(field, &document, &mut told, &mut Diagnostics::new());
        told
    };
    let mut told = |field: Field, value: &str| {
        let span = own(value, offer);
        offer.evidence.insert(field, Evidence { span, rule: RULE.to_owned() });
    };
    let mut title = None;
    if let Some(value) = cell(OF_POSTS) {
        told(Field::Title, value);
        title = Some(read(Field::Title, "Intitulé du poste", value).title.unwrap_or(value.into()));
    }
    let mut organisation = None;
    if let Some(value) = cell(&OF_RECRUITERS) {
        told(Field::Organisation, value);
        let read = read(Field::Organisation, "Employeur", value).organisation;
        organisation = Some(read.unwrap_or(value.into()));
    }
    let mut contract = None;
    if let Some(value) = cell(&OF_CONTRACTS) {
        contract = read(Field::Contract, "Type de contrat", value).contract;
        if contract.is_some() {
            told(Field::Contract, value);
        }
    }
    let numbered = |value: &&str| {
        let figures = value.bytes().filter(u8::is_ascii_digit).count();
        figures >= 3 && value.len() <= 24 && !value.contains(' ')
    };
    if let Some(value) = cell(&OF_REFERENCES).filter(numbered) {
        told(Field::Reference, value);
        offer.reference = Some(value.to_owned());
    }
    offer.title = title.or(offer.title.take());
    offer.organisation = organisation.or(offer.organisation.take());
    if let (Some(title), Some(name)) = (&mut offer.title, &offer.organisation)
        && let Some(post) = without_its_recruiter(title, name)
    {
        title.truncate(post);
    }
    offer.contract = contract.or(offer.contract);
}

/// Where a title ends that says its recruiter again: « Jardinier F/H - LE VERGER ».
fn without_its_recruiter(title: &str, name: &str) -> Option<usize> {
    let (post, tail) = title.rsplit_once(" - ").or_else(|| title.rsplit_once(" – "))?;
    (fold(tail) == fold(name)).then_some(post.len())
}

/// What the columns of recruiters are called.
const OF_RECRUITERS: [&str; 15] = [
    "organisation",
    "raison sociale",
    "employeur",
    "structure",
    "structure d'accueil",
    "entreprise",
    "entreprise d'accueil",
    "etablissement",
    "recruteur",
    "organisme",
    "organisme d'accueil",
    "societe",
    "association",
    "collectivite",
    "laboratoire",
];
/// What the columns of references are called; a row's own rank, « 1 », « 2 », is none.
const OF_REFERENCES: [&str; 11] = [
    "n°",
    "no",
    "numero",
    "ref",
    "ref.",
    "reference",
    "references",
    "n° offre",
    "n° d'offre",
    "n° de l'offre",
    "code",
];
const OF_CONTRACTS: [&str; 5] =
    ["contrat", "type de contrat", "type", "nature du contrat", "type d'offre"];

/// Pay that columns share out: `salaire_min`, `salaire_max`, `unite`.
fn pay(cells: &[(&str, String)]) -> Option<String> {
    let cell = |labels: &[&str]| {
        let is_known =
            |label: &str| labels.contains(&fold(label).replace(['_', '-'], " ").as_str());
        cells.iter().find(|(label, _)| is_known(label)).map(|(_, value)| value.as_str().trim())
    };
    let is_amount = |value: &&str| {
        value.starts_with(|c: char| c.is_ascii_digit())
            && value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b' '))
    };
    let least = cell(&["salaire min", "salaire minimum", "min salaire"]).filter(is_amount)?;
    let most = cell(&["salaire max", "salaire maximum", "max salaire"]).filter(is_amount);
    let unit = cell(&["unite", "periode", "periodicite", "unite salaire", "type salaire"])?;
    let most = most.map_or(String::new(), |most| format!(" à {most}"));
    Some(format!("Salaire : {least}{most} € {unit}"))
}

/// A column's label as offers write it.
fn usual(label: &str) -> &str {
    match fold(label).replace('_', " ").as_str() {
        "avant le" | "limite" | "echeance" | "cloture" => "Date limite",
        "niveau" => "Niveau d'études",
        "hebdo" | "heures" => "Temps de travail",
        "commune" => "Ville",
        "remote" | "tt" | "distance" => "Télétravail",
        "quand" | "dates" | "date debut" => "Début",
        "date limite" | "date fin candidature" => "Date limite",
        "date" | "publie" | "publie le" | "publiee le" | "publication" | "parution"
        | "creation" | "mise en ligne" | "date publication" | "date creation" => {
            "Date de publication"
        }
        _ => label,
    }
}

/// A day without the hour that a machine writes behind it: « 2026-04-01T00:00:00+00:00 ».
fn without_hour(value: &str) -> &str {
    let is_day = |day: &str| {
        day.len() == 10 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    match value.split_once('T') {
        Some((day, hour)) if is_day(day) && hour.contains(':') => day,
        _ => value,
    }
}

/// Where the offer's own text holds the value of these words, its label left out.
fn own(words: &str, offer: &Offer) -> Span {
    let value = words.split_once(" : ").map_or(words, |(_, value)| value);
    offer.text.find(value).map_or(Span::default(), |at| Span::new(at..at + value.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::compile;
    use crate::offer::Remote;
    use crate::source::Source;

    #[test]
    fn the_labels_of_columns_reach_the_rows() {
        let text = "Nos postes\n\nStructure;Intitulé;Contrat;Ville;Début;Durée;Hebdo;Permis;Télétravail\nLe Verger;Jardinier;CDD;Sète;02/03/2026;12 mois;35h;B;Non\nLa Serre;Fleuriste;CDI;Agde;septembre 2026;;28h;;2 j/semaine\n";
        let source = Source { name: "a.txt".to_owned(), bytes: text.as_bytes().to_vec() };
        let (dataset, _) = compile(&[source]);
        let [one, two] = dataset.offers.as_slice() else {
            panic!("{} offers", dataset.offers.len())
        };
        assert_eq!(one.duration_months, Some([12, 12]));
        assert_eq!(one.words(Field::Start), Some("02/03/2026"));
        assert_eq!(one.hours_per_week, Some([35.0, 35.0]));
        assert!(one.driving_licence.is_some() && two.driving_licence.is_none());
        assert_eq!(two.remote, Some(Remote::Partial));
        assert!(two.start.is_some() && two.duration_months.is_none());
        assert_eq!(one.title.as_deref(), Some("Jardinier"));
        assert_eq!(two.organisation.as_deref(), Some("La Serre"));
        assert_eq!(two.places[0].city.as_deref(), Some("Agde"));
    }

    #[test]
    fn days_of_machines_are_read_under_their_labels() {
        let text = "id;titre;entreprise;contrat;date;début\n1;Jardinier (H/F);Le Verger;CDD;2026-03-12;2026-05-01T00:00:00\n2;Fleuriste (H/F);La Serre;CDI;2026-03-14;2026-06-01T00:00:00\n";
        let source = Source { name: "a.txt".to_owned(), bytes: text.as_bytes().to_vec() };
        let (dataset, _) = compile(&[source]);
        let days = dataset.offers.iter().map(|offer| (offer.published, offer.start.is_some()));
        let day = |day| crate::calendar::Date::new(2026, 3, day);
        assert_eq!(days.collect::<Vec<_>>(), [(day(12), true), (day(14), true)]);
    }
}
