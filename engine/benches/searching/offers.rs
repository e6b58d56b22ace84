//! Invented offers in any number, the same at every run: the sentences of `seeds/` in another order, with other figures,
//! names and places, so that words are as common, and rare words as many, as in true offers.

use super::chance::Chance;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::gazetteer::by_postal_code;
use tremplin_engine::offer::{Evidences, Offer, Place};

/// Where half of the posts are; the others are anywhere in France.
const LARGE_CITIES: &[&str] = &[
    "75011", "75019", "13001", "69003", "31000", "06000", "44000", "34000", "67000", "33000",
    "59000", "35000", "38000", "21000", "49000", "29200", "37000", "63000", "17000", "97400",
];

const BODIES: &[&str] = &[
    "Association",
    "Mairie de",
    "Agence",
    "Coopérative",
    "Collectif",
    "Communauté de communes",
    "Fondation",
    "Cabinet",
    "Centre social",
    "Syndicat mixte",
    "Université de",
    "Maison",
];

const FIRST_NAMES: &[&str] = &[
    "Aline",
    "Bastien",
    "Clémence",
    "Djamel",
    "Estelle",
    "Fanny",
    "Gaël",
    "Irène",
    "Loïc",
    "Maud",
];

const SYLLABLES: &[&str] = &[
    "bar", "ché", "cour", "da", "far", "gué", "jou", "lan", "le", "mer", "mou", "né", "pa", "quin",
    "ros", "sé", "tri", "vau", "ver", "za",
];

const ENDINGS: &[&str] = &["ac", "ard", "eau", "elle", "ens", "ier", "ot", "oy", "y"];

/// So many offers of about `length` bytes: the seeds themselves, if that is enough.
pub(crate) fn offers(seeds: &Dataset, count: usize, length: usize) -> Dataset {
    if count <= seeds.offers.len() {
        return seeds.clone();
    }
    let sentences: Vec<&str> =
        seeds.offers.iter().flat_map(|offer| sentences(&offer.text)).collect();
    let mut chance = Chance::new(count as u64);
    let offers = (0..count).map(|number| offer(seeds, &sentences, &mut chance, number, length));
    Dataset { offers: offers.collect(), ..seeds.clone() }
}

/// The lines of a text, the long ones cut after full stops.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().flat_map(|line| {
        let cut = if line.len() > 200 { ". " } else { "\n" };
        line.split_inclusive(cut)
    });
    lines.map(str::trim).filter(|sentence| sentence.len() > 30)
}

fn offer(
    seeds: &Dataset,
    sentences: &[&str],
    chance: &mut Chance,
    number: usize,
    length: usize,
) -> Offer {
    let model = &seeds.offers[chance.below(seeds.offers.len())];
    let place = place(chance);
    let city = place.city.clone().unwrap_or_default();
    let name = name(chance);
    let organisation = format!("{} {name}", chance.pick(BODIES));
    let title = title(seeds, chance);
    let heading = format!(
        "{organisation} ({city} – {}) – {title}",
        place.postal_code.as_deref().unwrap_or_default()
    );
    let host = name.replace('é', "e").to_lowercase();
    let first_name = chance.pick(FIRST_NAMES);
    let contact = format!(
        "Contact : {first_name} {}, recrutement@{host}.example, 0{} {} {}, réf. {}-{}",
        self::name(chance),
        1 + chance.below(5),
        10 + chance.below(90),
        1000 + chance.below(9000),
        chance.pick(SYLLABLES).to_uppercase(),
        chance.below(10_000)
    );
    let mut text = heading.clone();
    // From three to five quarters, the last line included.
    let length = length * 3 / 4 + chance.below(length / 2 + 1);
    while text.len() + contact.len() < length {
        text.push('\n');
        text += &other_figures(chance.pick(sentences), chance);
    }
    text.push('\n');
    text += &contact;
    Offer {
        id: format!("{}-{number}", model.id),
        heading,
        title: Some(title),
        organisation: Some(organisation),
        places: vec![place],
        contacts: Vec::new(),
        section_kinds: Vec::new(),
        // Spans of another text.
        evidence: Evidences::default(),
        text,
        ..model.clone()
    }
}

/// A commune, by one of its postal codes.
fn place(chance: &mut Chance) -> Place {
    let code = if chance.below(2) == 0 {
        chance.pick(LARGE_CITIES).to_owned()
    } else {
        format!("{:02}{:02}0", 1 + chance.below(95), chance.below(90))
    };
    match by_postal_code(&code).first() {
        Some(commune) => Place { postal_code: Some(code), ..commune.place() },
        None => place(chance),
    }
}

/// The first half of a seed's title and the second half of another's, or of its own.
fn title(seeds: &Dataset, chance: &mut Chance) -> String {
    let titles: Vec<&str> =
        seeds.offers.iter().filter_map(|offer| offer.title.as_deref()).collect();
    let (one, other) = (chance.pick(&titles), chance.pick(&titles));
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split(' ').collect(), other.split(' ').collect());
    [&one[..one.len().div_ceil(2)], &other[other.len() / 2..]].concat().join(" ")
}

/// A proper name that nobody bears.
fn name(chance: &mut Chance) -> String {
    let mut name: String = (0..2 + chance.below(2)).map(|_| chance.pick(SYLLABLES)).collect();
    name += chance.pick(ENDINGS);
    let first = name.chars().next().map_or(0, char::len_utf8);
    name[..first].to_uppercase() + &name[first..]
}

/// The sentence with every second of its figures drawn anew.
fn other_figures(sentence: &str, chance: &mut Chance) -> String {
    let other = |c: char| match c {
        '1'..='9' if chance.below(2) == 0 => char::from(b'1' + chance.below(9) as u8),
        c => c,
    };
    sentence.chars().map(other).collect()
}
