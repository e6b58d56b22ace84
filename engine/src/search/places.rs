//! Where the offers are: countries and régions, the départements in them, the communes in those, their postal codes.

use super::bits::Bits;
use crate::atlas::{self, Point, Town, key};
use crate::dataset::Dataset;
use crate::offer::Place;
use crate::query::Filters;
use crate::sort::sort;
use std::collections::HashMap;

/// What kind of area a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaKind {
    /// A country that is not France.
    Country,
    /// A région.
    Region,
    /// A département.
    Department,
    /// A commune, or a town abroad.
    Town,
    /// A postal code of a commune.
    Postcode,
}

/// An area where offers are.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// What it is.
    pub kind: AreaKind,
    /// What tells it from all others: `Bretagne`, `Ille-et-Vilaine (35)`, `Rennes`, `Saint-Denis (93)`, `75011`.
    pub label: String,
    /// The name made comparable.
    key: String,
    /// The area around it; none around a postal code, which several communes may share.
    pub parent: Option<u32>,
    /// The centre of a commune, if the offers tell it.
    pub centre: Option<Point>,
}

/// Every area where offers are.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Places {
    /// Each after the one around it.
    areas: Vec<Area>,
    /// Their numbers, sorted by what is around them, then by kind and key.
    sorted: Vec<u32>,
    /// Where in `of_offers` each offer's areas end.
    ends: Vec<u32>,
    /// The areas of each offer in turn, each once.
    of_offers: Vec<u32>,
    /// What each name means, by its key, sorted.
    names: Vec<(String, Meant)>,
}

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meant {
    /// An area where offers are.
    Area(u32),
    /// A large town where none is, though some may be around it.
    Town(Town),
    /// A point.
    Point(Point),
    /// A région or a département where none is.
    Nowhere(&'static str),
}

impl Places {
    /// Reads the places of every offer.
    pub(super) fn build(dataset: &Dataset) -> Self {
        let mut places = Self::default();
        // Most places come back offer after offer.
        let (mut known, mut areas): (HashMap<String, u32>, Vec<Vec<u32>>) = Default::default();
        for offer in &dataset.offers {
            let start = places.of_offers.len();
            for place in &offer.places {
                let Place { city, postal_code, department, region, country, .. } = place;
                let mut parts = String::new();
                for part in [city, postal_code, department, region, country] {
                    parts.push_str(part.as_deref().unwrap_or(""));
                    parts.push('\n');
                }
                let number = *known.entry(parts).or_insert_with(|| {
                    areas.push(places.areas_of(place));
                    areas.len() as u32 - 1
                });
                for area in &areas[number as usize] {
                    if !places.of_offers[start..].contains(area) {
                        places.of_offers.push(*area);
                    }
                }
            }
            places.ends.push(places.of_offers.len() as u32);
        }
        places.part_namesakes();
        places.learn_names();
        places
    }

    /// The areas of a place, from its outermost on.
    fn areas_of(&mut self, place: &Place) -> Vec<u32> {
        let abroad = place.country.as_ref().filter(|country| *country != "France");
        let (areas, mut around) = (&mut Vec::new(), None);
        match (&place.region, abroad) {
            (Some(region), _) => self.enter(AreaKind::Region, region, &mut around, areas),
            (None, Some(country)) => self.enter(AreaKind::Country, country, &mut around, areas),
            (None, None) => {}
        }
        if let Some(code) = &place.department {
            let name = atlas::department(code).map_or("", |department| department.name);
            let label = format!("{name} ({code})");
            self.enter(AreaKind::Department, label.trim_start(), &mut around, areas);
        }
        if let Some(city) = &place.city {
            self.enter(AreaKind::Town, city, &mut around, areas);
            let town = around.map(|town| &mut self.areas[town as usize]);
            if let Some(town) = town.filter(|town| town.kind == AreaKind::Town) {
                let centre = place.lat.zip(place.lon).map(|(lat, lon)| Point { lat, lon });
                town.centre = town.centre.or(centre);
            }
        }
        if let Some(code) = &place.postal_code {
            self.enter(AreaKind::Postcode, code, &mut None, areas);
        }
        std::mem::take(areas)
    }

    /// Goes into the area of that name: the next ones lie in it.
    fn enter(
        &mut self,
        kind: AreaKind,
        name: &str,
        around: &mut Option<u32>,
        areas: &mut Vec<u32>,
    ) {
        let key = key(name);
        if key.is_empty() {
            return;
        }
        let place = self.sorted.binary_search_by(|&number| {
            let area = &self.areas[number as usize];
            (area.parent, area.kind, &area.key).cmp(&(*around, kind, &key))
        });
        let number = match place {
            Ok(at) => self.sorted[at],
            Err(at) => {
                let number = self.areas.len() as u32;
                let label = name.to_owned();
                self.areas.push(Area { kind, label, key, parent: *around, centre: None });
                self.sorted.insert(at, number);
                number
            }
        };
        areas.push(number);
        *around = Some(number);
    }

    /// Tells communes of one name apart by their départements, and any other namesakes by what is around them.
    fn part_namesakes(&mut self) {
        let mut by_key: Vec<u32> = (0..self.areas.len() as u32).collect();
        let key = |number: &u32| &self.areas[*number as usize].key;
        sort(&mut by_key, &|one, other| key(&one).cmp(key(&other)).then(one.cmp(&other)));
        let namesakes = by_key.chunk_by(|one, other| key(one) == key(other));
        let namesakes: Vec<u32> =
            namesakes.filter(|same| same.len() > 1).flatten().copied().collect();
        for number in namesakes {
            let area = &self.areas[number as usize];
            let Some(parent) = area.parent else { continue };
            let around = &self.areas[parent as usize].label;
            let code = around.split(['(', ')']).nth(1).unwrap_or(around);
            self.areas[number as usize].label = format!("{} ({code})", area.label);
        }
    }

    /// Learns what each name means: a label first; then a commune by its name alone rather than what is around it (« Paris »);
    /// then what is on the map, offers or not.
    fn learn_names(&mut self) {
        let mut names: Vec<(String, u8, Meant)> = Vec::new();
        let mut add = |name: &str, rank: u8, meant: Meant| names.push((key(name), rank, meant));
        for (area, number) in self.areas.iter().zip(0..) {
            let meant = Meant::Area(number);
            add(&area.label, 0, meant);
            let parts = area.label.strip_suffix(')').and_then(|label| label.split_once('('));
            match parts.map(|(name, code)| (name.trim_end(), code)) {
                Some((name, code)) if area.kind == AreaKind::Department => {
                    add(name, 2, meant);
                    add(code, 3, meant);
                }
                Some((name, _)) => add(name, 1, meant),
                None => {}
            }
        }
        for town in atlas::towns() {
            add(town.name, 4, Meant::Town(town));
        }
        for department in atlas::departments() {
            let meant = Meant::Nowhere(department.name);
            add(department.name, 5, meant);
            add(department.code, 5, meant);
            add(&format!("{} {}", department.name, department.code), 5, meant);
        }
        for region in atlas::regions() {
            add(region, 5, Meant::Nowhere(region));
        }
        for (short, region) in atlas::SHORT_NAMES {
            let region_key = key(region);
            let known = self.areas.iter().position(|area| area.key == region_key);
            let known = known.map(|number| Meant::Area(number as u32));
            add(short, 6, known.unwrap_or(Meant::Nowhere(region)));
        }
        let mut order: Vec<u32> = (0..names.len() as u32).collect();
        let rank = |number: u32| {
            let (key, rank, _) = &names[number as usize];
            (key.as_str(), *rank, number)
        };
        sort(&mut order, &|one, other| rank(one).cmp(&rank(other)));
        for number in order {
            let (key, _, meant) = &mut names[number as usize];
            if self.names.last().is_none_or(|(last, _)| last != key) {
                self.names.push((std::mem::take(key), *meant));
            }
        }
    }

    /// What `name` means: a label, a name that one area bears or that stands first among its bearers, the code of a
    /// département, a point.
    pub(super) fn meant(&self, name: &str) -> Option<Meant> {
        if let Some(point) = Point::parse(name) {
            return Some(Meant::Point(point));
        }
        let key = key(name);
        let at = self.names.binary_search_by(|(other, _)| other.as_str().cmp(&key)).ok()?;
        (!key.is_empty()).then_some(self.names[at].1)
    }

    /// What the names mean that begin like `name`, by name.
    pub(super) fn begun(&self, name: &str) -> impl Iterator<Item = Meant> {
        let key = key(name);
        let first = self.names.partition_point(|(other, _)| *other < key);
        let names = self.names[first..].iter().filter(|_| !name.trim().is_empty());
        names.take_while(move |(other, _)| other.starts_with(&key)).map(|(_, meant)| *meant)
    }

    /// How an address writes what a name means.
    pub(super) fn label(&self, meant: Meant) -> String {
        match meant {
            Meant::Area(number) => self.areas[number as usize].label.clone(),
            Meant::Town(town) => town.name.to_owned(),
            Meant::Point(point) => point.written(),
            Meant::Nowhere(name) => name.to_owned(),
        }
    }

    /// The kind of what a name means.
    pub(super) fn kind(&self, meant: Meant) -> AreaKind {
        match meant {
            Meant::Area(number) => self.areas[number as usize].kind,
            Meant::Town(_) | Meant::Point(_) => AreaKind::Town,
            Meant::Nowhere(_) => AreaKind::Region,
        }
    }

    /// The areas, each after the one around it, those of one area by name.
    pub(super) fn in_order(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.areas.len());
        let mut open = vec![None];
        while let Some(around) = open.pop() {
            order.extend(around);
            let first = self.sorted.partition_point(|&n| self.areas[n as usize].parent < around);
            let inside = self.sorted[first..].iter().copied();
            let inside = inside.take_while(|&n| self.areas[n as usize].parent == around);
            let at = open.len();
            open.extend(inside.map(Some));
            open[at..].reverse();
        }
        order
    }

    /// All areas, by number.
    pub(super) fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The areas of an offer.
    pub(super) fn of(&self, offer: usize) -> &[u32] {
        let end = self.ends.get(offer).map_or(0, |&end| end as usize);
        let before = offer.checked_sub(1).and_then(|before| self.ends.get(before));
        self.of_offers.get(before.map_or(0, |&end| end as usize)..end).unwrap_or(&[])
    }

    /// The offers that lie in any of the chosen places, or near enough to one.
    pub(super) fn chosen(&self, filters: &Filters) -> Bits {
        let mut inside = vec![false; self.areas.len()];
        let radius = f64::from(filters.radius());
        for meant in filters.places.iter().filter_map(|name| self.meant(name)) {
            if let Meant::Area(number) = meant {
                inside[number as usize] = true;
            }
            if let Some(point) = self.centre(meant).filter(|_| radius > 0.0) {
                let near = |area: &Area| {
                    area.kind == AreaKind::Town
                        && area.centre.is_some_and(|centre| centre.km(point) <= radius)
                };
                self.areas.iter().zip(&mut inside).for_each(|(area, inside)| *inside |= near(area));
            }
        }
        Bits::of(self.ends.len(), |offer| self.of(offer).iter().any(|&area| inside[area as usize]))
    }

    /// The point from which a radius counts: what has borders has none.
    pub(super) fn centre(&self, meant: Meant) -> Option<Point> {
        match meant {
            Meant::Area(number) => self.areas[number as usize].centre,
            Meant::Town(town) => Some(town.centre),
            Meant::Point(point) => Some(point),
            Meant::Nowhere(_) => None,
        }
    }

    /// How far the offer is from the nearest of some points, in kilometres.
    pub(super) fn distance(&self, offer: usize, points: &[Point]) -> Option<f64> {
        let centres = self.of(offer).iter().filter_map(|&area| self.areas[area as usize].centre);
        let distances =
            centres.flat_map(|centre| points.iter().map(move |point| centre.km(*point)));
        distances.min_by(f64::total_cmp)
    }
}
