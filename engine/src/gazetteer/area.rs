//! Départements and régions, by code and under the names that ads give them.

use super::key;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A région, or an overseas territory that stands for one.
#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    /// Its INSEE code, which is not a département's: `53`.
    pub code: &'static str,
    /// Its official name: `Auvergne-Rhône-Alpes`.
    pub name: &'static str,
}

/// A département, or an overseas territory that stands for one.
#[derive(Debug, PartialEq, Eq)]
pub struct Department {
    /// Its code: `35`, `2A`, `974`.
    pub code: &'static str,
    /// Its official name: `Ille-et-Vilaine`.
    pub name: &'static str,
    /// Where it lies.
    pub region: &'static Region,
}

/// Other names of régions, as keys: short forms, and the régions before 2016 with the one that took them over.
const REGION_NAMES: &[(&str, &str)] = &[
    ("alsace", "Grand Est"),
    ("alsace champagne ardenne lorraine", "Grand Est"),
    ("aquitaine", "Nouvelle-Aquitaine"),
    ("ara", "Auvergne-Rhône-Alpes"),
    ("aura", "Auvergne-Rhône-Alpes"),
    ("auvergne", "Auvergne-Rhône-Alpes"),
    ("basse normandie", "Normandie"),
    ("bfc", "Bourgogne-Franche-Comté"),
    ("bourgogne", "Bourgogne-Franche-Comté"),
    ("champagne ardenne", "Grand Est"),
    ("champagne ardennes", "Grand Est"),
    ("cvl", "Centre-Val de Loire"),
    ("franche comte", "Bourgogne-Franche-Comté"),
    ("hdf", "Hauts-de-France"),
    ("haute normandie", "Normandie"),
    ("idf", "Île-de-France"),
    ("languedoc roussillon", "Occitanie"),
    ("limousin", "Nouvelle-Aquitaine"),
    ("lorraine", "Grand Est"),
    ("midi pyrenees", "Occitanie"),
    ("nord pas de calais", "Hauts-de-France"),
    ("nord pas de calais picardie", "Hauts-de-France"),
    ("paca", "Provence-Alpes-Côte d'Azur"),
    ("pays de loire", "Pays de la Loire"),
    ("pdl", "Pays de la Loire"),
    ("picardie", "Hauts-de-France"),
    ("poitou charentes", "Nouvelle-Aquitaine"),
    ("provence alpes cote d azur corse", "Provence-Alpes-Côte d'Azur"),
    ("region centre", "Centre-Val de Loire"),
    ("region parisienne", "Île-de-France"),
    ("region sud", "Provence-Alpes-Côte d'Azur"),
    ("reunion", "La Réunion"),
    ("rhone alpes", "Auvergne-Rhône-Alpes"),
];

/// Names of areas that are also short words: capitals alone do not make them areas, so only an exact look-up does.
const SHORT: &[&str] = &["ara", "aura", "cvl", "pdl", "reunion"];

static REGIONS: LazyLock<BTreeMap<&str, Region>> = LazyLock::new(|| {
    rows(include_str!("regions.tsv")).map(|(code, name, _)| (code, Region { code, name })).collect()
});

static DEPARTMENTS: LazyLock<BTreeMap<&str, Department>> = LazyLock::new(|| {
    rows(include_str!("departements.tsv"))
        .filter_map(|(code, name, region)| {
            let region = REGIONS.get(region)?;
            Some((code, Department { code, name, region }))
        })
        .collect()
});

/// What an area's name may mean: « La Réunion » is both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) department: Option<&'static Department>,
    pub(super) region: Option<&'static Region>,
}

static AREAS: LazyLock<BTreeMap<String, Area>> = LazyLock::new(|| {
    let mut areas: BTreeMap<String, Area> = BTreeMap::new();
    for region in REGIONS.values() {
        areas.entry(key(region.name)).or_default().region = Some(region);
    }
    for (name, official) in REGION_NAMES {
        let region = REGIONS.values().find(|region| region.name == *official);
        areas.entry((*name).to_owned()).or_default().region = region;
    }
    for department in DEPARTMENTS.values() {
        areas.entry(key(department.name)).or_default().department = Some(department);
    }
    areas.entry("reunion".to_owned()).or_default().department = DEPARTMENTS.get("974");
    areas
});

/// The keys of all areas.
pub(super) fn area_keys() -> impl Iterator<Item = &'static str> {
    AREAS.keys().map(String::as_str)
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    table.lines().filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next().unwrap_or("")))
    })
}

/// The département of a code: `01`, `2A` or `2a`, `974`.
///
/// ```
/// use tremplin_engine::gazetteer::department;
/// assert_eq!(department("2a").map(|d| d.name), Some("Corse-du-Sud"));
/// assert!(department("20").is_none());
/// ```
pub fn department(code: &str) -> Option<&'static Department> {
    DEPARTMENTS.get(code.to_ascii_uppercase().as_str())
}

/// The département of a name, in any case and with or without accents and article.
///
/// ```
/// use tremplin_engine::gazetteer::department_named;
/// assert_eq!(department_named("seine st denis").map(|d| d.code), Some("93"));
/// assert_eq!(department_named("l’Isère").map(|d| d.code), Some("38"));
/// ```
pub fn department_named(name: &str) -> Option<&'static Department> {
    named(name, |area| area.department)
}

/// The région of a name, in any case and with or without accents, article or « région »; also under its short
/// forms (« PACA », « IDF ») and under the régions before 2016.
///
/// ```
/// use tremplin_engine::gazetteer::region_named;
/// assert_eq!(region_named("PACA").map(|r| r.name), Some("Provence-Alpes-Côte d'Azur"));
/// assert_eq!(region_named("ile de france").map(|r| r.name), Some("Île-de-France"));
/// ```
pub fn region_named(name: &str) -> Option<&'static Region> {
    named(name, |area| area.region)
}

fn named<T>(name: &str, part: impl Fn(&Area) -> Option<T>) -> Option<T> {
    of_key(&key(name), part)
}

/// Whether a département or a région has the name of this key.
pub(super) fn is_named(key: &str) -> bool {
    of_key(key, |area| (area.department.is_some() || area.region.is_some()).then_some(())).is_some()
}

fn of_key<T>(key: &str, part: impl Fn(&Area) -> Option<T>) -> Option<T> {
    let mut name = key;
    loop {
        if let Some(found) = AREAS.get(name).and_then(&part) {
            return Some(found);
        }
        let (before, after) = name.split_once(' ')?;
        if !matches!(
            before,
            "le" | "la" | "les" | "l" | "region" | "departement" | "en" | "de" | "du" | "d"
        ) {
            return None;
        }
        name = after;
    }
}

/// The area with this key, of names that stand in a text.
pub(super) fn area_at(key: &str) -> Option<Area> {
    AREAS.get(key).copied().filter(|_| !SHORT.contains(&key))
}
