//! Where the places of GeoNames lie, under the names that the INSEE gives them.

use serde::Deserialize;
use std::collections::BTreeMap;
use tremplin_engine::gazetteer::key;

/// A place of GeoNames.
#[derive(Deserialize)]
pub(super) struct City {
    name: String,
    lat: String,
    lng: String,
    country: String,
    admin2: String,
}

/// Latitude and longitude in degrees.
type Centre = (f64, f64);

/// Centres of places, by département and key; places of one name in one département have none.
pub(super) struct Centres(BTreeMap<(String, String), Option<Centre>>);

/// Communes that GeoNames calls otherwise: département, key, GeoNames' key.
const OTHER_NAMES: &[(&str, &str, &str)] = &[
    ("56", "guidel", "guidel plage"),
    ("59", "dunkerque", "dunkirk"),
    ("66", "saint cyprien", "saint cyprien plage"),
    ("93", "saint ouen sur seine", "saint ouen"),
    ("977", "saint barthelemy", "gustavia"),
    ("978", "saint martin", "marigot"),
    ("988", "le mont dore", "mont dore"),
];

impl Centres {
    pub(super) fn new(cities: &[City]) -> Self {
        let mut centres = BTreeMap::new();
        for city in cities {
            let Some(department) = department(city) else { continue };
            let (Ok(latitude), Ok(longitude)) = (city.lat.parse(), city.lng.parse()) else {
                continue;
            };
            centres
                .entry((department.to_owned(), key(&city.name)))
                .and_modify(|centre| *centre = None)
                .or_insert(Some((latitude, longitude)));
        }
        // GeoNames writes « Paris 11 Popincourt », « Lyon 03 » where the INSEE writes « Paris 11e Arrondissement ».
        let arrondissements: Vec<_> = centres
            .iter()
            .filter_map(|((department, name), centre)| {
                let (city, rest) = name.split_once(' ')?;
                let number: u8 = rest.split(' ').next()?.parse().ok()?;
                let known = matches!(city, "paris" | "lyon" | "marseille");
                known.then(|| ((department.clone(), format!("{city} {number}e")), *centre))
            })
            .collect();
        for (name, centre) in arrondissements {
            centres.entry(name).or_insert(centre);
        }
        Self(centres)
    }

    /// The centre of the commune with this key: under its name or GeoNames' other one, else under that of `seat`,
    /// the former commune where its town hall is, else under the beginning of its name, if that is `free`.
    pub(super) fn of(
        &self,
        department: &str,
        key: &str,
        seat: Option<&str>,
        free: impl Fn(&str) -> bool,
    ) -> Option<Centre> {
        let named =
            |name: &str| self.0.get(&(department.to_owned(), name.to_owned())).copied().flatten();
        let other = OTHER_NAMES.iter().find(|other| (other.0, other.1) == (department, key));
        let seat = seat.map(self::key);
        let known = [Some(key), other.map(|other| other.2), seat.as_deref()];
        known
            .into_iter()
            .flatten()
            .find_map(named)
            .or_else(|| beginnings(key).filter(|name| free(name)).find_map(named))
    }
}

/// The beginnings of a name that are names themselves, longest first: a saint or an article alone says too little.
fn beginnings(key: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(shorter(key), |name| shorter(name)).filter(|name| {
        let mut words = name.split(' ');
        match words.next() {
            Some("saint" | "sainte") => words.count() > 1,
            Some("le" | "la" | "les" | "l") => words.count() > 0,
            _ => true,
        }
    })
}

fn shorter(name: &str) -> Option<&str> {
    name.rsplit_once(' ').map(|(start, _)| start)
}

/// The département of a French place.
fn department(city: &City) -> Option<&str> {
    Some(match city.country.as_str() {
        "FR" => &city.admin2,
        "GP" => "971",
        "MQ" => "972",
        "GF" => "973",
        "RE" => "974",
        "PM" => "975",
        "YT" => "976",
        "BL" => "977",
        "MF" => "978",
        "WF" => "986",
        "PF" => "987",
        "NC" => "988",
        _ => return None,
    })
}
