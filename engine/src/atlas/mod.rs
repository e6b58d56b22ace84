//! Where a visitor may look, offers or not: régions, départements and large towns.
//!
//! Small, because it rides in the widget; what reads offers has the whole [`gazetteer`](crate::gazetteer).
//! `cargo xtask gazetteer` writes `towns.tsv`, the communes of forty thousand inhabitants or more, from the same sources.

use crate::text::fold;

/// A point of the Earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Latitude, north positive.
    pub lat: f64,
    /// Longitude, east positive.
    pub lon: f64,
}

impl Point {
    /// The distance as the crow flies, in kilometres: to a hundredth within a country, which is as near as a commune's
    /// centre tells. On a flat map, since true trigonometry weighs some kilobytes in the widget.
    ///
    /// ```
    /// use tremplin_engine::atlas::Point;
    /// let (rennes, nantes) = (Point { lat: 48.11, lon: -1.68 }, Point { lat: 47.22, lon: -1.55 });
    /// assert_eq!(rennes.km(nantes).round(), 99.0);
    /// ```
    pub fn km(self, other: Self) -> f64 {
        const DEGREE: f64 = 111.2;
        let north = self.lat - other.lat;
        let east = (self.lon - other.lon) * cosine((self.lat + other.lat) / 2.0);
        DEGREE * (north * north + east * east).sqrt()
    }

    /// The point written `48.11,-1.68`, if it is one of the Earth; a ten-thousandth of a degree is told.
    pub fn parse(text: &str) -> Option<Self> {
        let (lat, lon) = text.split_once(',')?;
        let within = |degrees: f64, most: f64| (degrees.abs() <= most).then_some(degrees);
        Some(Self {
            lat: within(parse_degrees(lat.trim())?, 90.0)?,
            lon: within(parse_degrees(lon.trim())?, 180.0)?,
        })
    }

    /// The point as [`parse`](Self::parse) reads it.
    pub fn written(self) -> String {
        let degrees = |degrees: f64| {
            let parts = (degrees.abs() * PARTS).round() as u32;
            let sign = if degrees < 0.0 { "-" } else { "" };
            let whole = format!("{sign}{}.{:04}", parts / PARTS as u32, parts % PARTS as u32);
            whole.trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        format!("{},{}", degrees(self.lat), degrees(self.lon))
    }
}

/// In how many parts a degree is told.
const PARTS: f64 = 10_000.0;

/// Degrees with four decimals at most: the library's own parser of floats weighs kilobytes in the widget.
fn parse_degrees(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let decimals = decimals.get(..4).unwrap_or(decimals);
    let figures = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !figures(whole) || !figures(decimals) {
        return None;
    }
    let parts: u32 = format!("{whole}{decimals:0<4}").parse().ok()?;
    Some(sign * f64::from(parts) / PARTS)
}

/// The cosine of a latitude in degrees: the first terms of its series.
fn cosine(degrees: f64) -> f64 {
    let square = degrees.to_radians() * degrees.to_radians();
    1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0)))
}

/// A large town.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Town {
    /// Its name.
    pub name: &'static str,
    /// The code of its département.
    pub department: &'static str,
    /// Its centre.
    pub centre: Point,
}

/// A département, or an overseas territory that stands for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Department {
    /// Its code: `35`, `2A`, `974`.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// The columns of a table's lines.
fn rows<const COUNT: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; COUNT]> {
    table.lines().map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or(""))
    })
}

/// The towns, by name.
pub fn towns() -> impl Iterator<Item = Town> {
    rows(include_str!("towns.tsv")).map(|[name, department, lat, lon]| {
        let degrees = |text: &str| parse_degrees(text).unwrap_or(0.0);
        Town { name, department, centre: Point { lat: degrees(lat), lon: degrees(lon) } }
    })
}

/// The town nearest to a point, and how far it is, in kilometres.
pub fn nearest_town(point: Point) -> Option<(Town, f64)> {
    let distances = towns().map(|town| (town, town.centre.km(point)));
    distances.min_by(|one, other| one.1.total_cmp(&other.1))
}

/// The names of the régions.
pub fn regions() -> impl Iterator<Item = &'static str> {
    rows(include_str!("../gazetteer/regions.tsv")).map(|[_, name]| name)
}

/// The départements, by code.
pub fn departments() -> impl Iterator<Item = Department> {
    rows(include_str!("../gazetteer/departements.tsv"))
        .map(|[code, name]| Department { code, name })
}

/// The département of a code.
pub fn department(code: &str) -> Option<Department> {
    departments().find(|department| department.code.eq_ignore_ascii_case(code))
}

/// What people call a région, and its name: the short forms that visitors type.
pub const SHORT_NAMES: &[(&str, &str)] = &[
    ("aura", "Auvergne-Rhône-Alpes"),
    ("idf", "Île-de-France"),
    ("paca", "Provence-Alpes-Côte d'Azur"),
    ("hdf", "Hauts-de-France"),
    ("region parisienne", "Île-de-France"),
    ("rhone alpes", "Auvergne-Rhône-Alpes"),
    ("alsace", "Grand Est"),
    ("lorraine", "Grand Est"),
    ("aquitaine", "Nouvelle-Aquitaine"),
    ("bourgogne", "Bourgogne-Franche-Comté"),
    ("franche comte", "Bourgogne-Franche-Comté"),
    ("reunion", "La Réunion"),
];

/// A name without what people write in different ways: case, accents, signs, spaces, « St » for « Saint ».
///
/// ```
/// use tremplin_engine::atlas::key;
/// assert_eq!(key("St-Étienne"), key("Saint Etienne"));
/// assert_eq!(key("L’Île-d'Yeu"), "liledyeu");
/// ```
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| match word {
            "st" => "saint",
            "ste" => "sainte",
            word => word,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        assert!(towns().count() > 150);
        assert!(
            towns().all(|town| department(town.department).is_some() && town.centre.lat != 0.0)
        );
        assert!(departments().count() > 100);
        assert!(SHORT_NAMES.iter().all(|(_, name)| regions().any(|region| region == *name)));
    }

    #[test]
    fn the_nearest_town_is_found() {
        let (town, km) = nearest_town(Point { lat: 48.2, lon: -1.7 }).unwrap();
        assert_eq!((town.name, km.round()), ("Rennes", 10.0));
    }

    #[test]
    fn points_are_read_when_they_are_of_the_earth() {
        assert_eq!(Point::parse("48.11, -1.68"), Some(Point { lat: 48.11, lon: -1.68 }));
        let brest = Point::parse("48.39,-4.5").unwrap();
        assert_eq!(brest.written(), "48.39,-4.5");
        assert_eq!(Point::parse("-21,55.45119").unwrap().written(), "-21,55.4511");
        for text in ["", "48", "91,0", "0,181", "NaN,0", "Rennes,35", "1e4,0", "4.é,0"] {
            assert_eq!(Point::parse(text), None, "{text}");
        }
    }
}
