//! Invented offers, and how the tests look at answers.

use crate::chance::{Chance, PIECES};
use tremplin_engine::calendar::{Date, When};
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::{Contract, Offer, Pay, Period, Place, Remote, Start, StudyLevel};
use tremplin_engine::query::Query;
use tremplin_engine::search::{self, Answer, Index, Marks, search};

/// The day of every test.
pub(crate) fn today() -> Date {
    date("2024-03-15")
}

/// A day that exists.
pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// An offer with what most tests look at; its heading is its title.
pub(crate) fn offer(title: &str, organisation: &str, city: &str, body: &str) -> Offer {
    Offer {
        id: title.to_lowercase(),
        heading: title.to_owned(),
        title: Some(title.to_owned()),
        organisation: Some(organisation.to_owned()),
        places: vec![Place { city: Some(city.to_owned()), ..Place::default() }],
        text: format!("{title}\n{body}"),
        ..Offer::default()
    }
}

/// A dataset of these offers.
pub(crate) fn dataset(offers: Vec<Offer>) -> Dataset {
    Dataset { version: tremplin_engine::dataset::VERSION, offers }
}

/// The answer to `query`.
pub(crate) fn ask(dataset: &Dataset, query: &Query) -> Answer {
    ask_with(dataset, &Index::build(dataset), query)
}

/// The answer to `query`, the index made before.
pub(crate) fn ask_with(dataset: &Dataset, index: &Index, query: &Query) -> Answer {
    search(dataset, index, query, today(), usize::MAX)
}

/// What is marked of each hit of the answer to `query`, in order.
pub(crate) fn marked(dataset: &Dataset, query: &Query) -> Vec<Marks> {
    let index = Index::build(dataset);
    let answer = search(dataset, &index, query, today(), usize::MAX);
    let marks = |hit: &search::Hit| search::marks(dataset, &index, &answer, hit.offer);
    answer.hits.iter().map(marks).collect()
}

/// Which offers answer these words, in order.
pub(crate) fn found(dataset: &Dataset, words: &str) -> Vec<u32> {
    ask(dataset, &Query::parse(words)).hits.iter().map(|hit| hit.offer).collect()
}

/// Names of regions, some written in two ways.
pub(crate) const REGIONS: &[&str] =
    &["Bretagne", "Île-de-France", "Ile de France", "Grand Est", "Réunion"];

/// A few offers drawn by chance, of any kind.
pub(crate) fn drawn(chance: &mut Chance) -> Dataset {
    dataset((0..chance.below(12)).map(|_| drawn_offer(chance)).collect())
}

/// Communes, each with its centre, some near each other; the first is also written otherwise.
pub(crate) const COMMUNES: &[(&str, f64, f64)] =
    &[("Rennes", 48.11, -1.68), ("Cesson-Sévigné", 48.12, -1.61), ("Nantes", 47.22, -1.55)];

/// Names of places that filters may choose.
pub(crate) const PLACES: &[&str] =
    &["Bretagne", "Ile de France", "Réunion", "Rennes", "cesson sevigne", "Nantes", "Atlantide"];

/// Names of recruiters.
pub(crate) const ORGANISATIONS: &[&str] = &["Le Verger", "L’Œuvre", "Ville d'Anduze"];

fn drawn_offer(chance: &mut Chance) -> Offer {
    let deadlines = [date("2024-01-10"), date("2024-03-15"), date("2024-06-01")];
    let starts = [When::month(2024, 2), When::month(2024, 9), None];
    let mut text = |most| Some(chance.text(PIECES, most)).filter(|text| !text.is_empty());
    let (title, body) = (text(4), text(40));
    let places = (0..chance.below(3)).map(|_| {
        let commune = chance.maybe(COMMUNES);
        let abroad = chance.below(8) == 0;
        Place {
            city: commune.map(|commune| commune.0.to_owned()),
            department: commune
                .map(|commune| if commune.0 == "Nantes" { "44" } else { "35" }.to_owned()),
            postal_code: commune.filter(|_| chance.below(2) == 0).map(|_| "35000".to_owned()),
            lat: commune.map(|commune| commune.1),
            lon: commune.map(|commune| commune.2),
            region: match commune {
                Some(("Nantes", ..)) => Some("Pays de la Loire".to_owned()),
                Some(_) => Some("Bretagne".to_owned()),
                None => chance.maybe(REGIONS).map(str::to_owned),
            },
            country: abroad.then(|| "Belgique".to_owned()),
        }
    });
    Offer {
        title,
        places: places.collect(),
        organisation: chance.maybe(ORGANISATIONS).map(str::to_owned),
        text: body.unwrap_or_default(),
        contract: chance.maybe(Contract::ALL),
        remote: chance.maybe(Remote::ALL),
        study_level: chance.some(StudyLevel::ALL),
        duration_months: chance.maybe(&[[6, 6], [4, 7], [12, 24]]),
        deadline: chance.maybe(&deadlines),
        start: chance.maybe(&starts).map(|from| Start { from, to: None }),
        pay: chance.maybe(&[600.0, 1200.0]).map(monthly),
        ..Offer::default()
    }
}

/// So many euros a month.
pub(crate) fn monthly(min: f64) -> Pay {
    Pay { min, max: None, period: Period::Month, currency: "EUR".to_owned(), gross: None }
}
