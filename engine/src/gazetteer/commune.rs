//! One line of `communes.tsv`.

use super::{Department, by_insee, by_postal_code, department};
use crate::offer::Place;

/// A commune of today, what people call it, an arrondissement of Paris, Lyon or Marseille, or a commune that merged
/// into another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commune(&'static str);

/// What a [`Commune`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A commune of today.
    Current,
    /// An arrondissement of Paris, Lyon or Marseille.
    Arrondissement,
    /// The usual name of a commune of today: `Cherbourg` for `Cherbourg-en-Cotentin`.
    Usual,
    /// A commune déléguée or associée: no longer one, but still named.
    Former,
}

impl Commune {
    pub(super) fn of_line(line: &'static str) -> Self {
        Self(line)
    }

    fn column(self, column: usize) -> &'static str {
        self.0.split('\t').nth(column).unwrap_or("")
    }

    /// Its official name: `Marcq-en-Barœul`, `Paris 11e Arrondissement`.
    pub fn name(self) -> &'static str {
        self.column(0)
    }

    /// Its INSEE code: `59378`, `2A004`. A former commune may share that of the commune it merged into; a usual name
    /// has that of its commune.
    pub fn insee(self) -> &'static str {
        self.column(1)
    }

    /// Its département.
    pub fn department(self) -> Option<&'static Department> {
        department(self.column(2))
    }

    /// Its postal codes, in order; a former commune has those of the commune it merged into, a usual name those of
    /// its commune.
    pub fn postal_codes(self) -> impl Iterator<Item = &'static str> {
        let holder = match self.kind() {
            Kind::Former | Kind::Usual => self.around().unwrap_or(self),
            Kind::Current | Kind::Arrondissement => self,
        };
        holder.own_postal_codes()
    }

    pub(super) fn own_postal_codes(self) -> impl Iterator<Item = &'static str> {
        self.column(3).split_ascii_whitespace()
    }

    /// Whether it is reached under this postal code, five figures; codes of companies (« CEDEX ») are not known.
    pub fn has_postal_code(self, code: &str) -> bool {
        self.postal_codes().any(|own| own == code)
    }

    /// Inhabitants; 0 for a former commune.
    pub fn population(self) -> u32 {
        self.column(4).parse().unwrap_or(0)
    }

    /// Latitude and longitude of its centre, degrees; known of most communes above a thousand inhabitants.
    pub fn coordinates(self) -> Option<(f64, f64)> {
        match (self.column(5).parse(), self.column(6).parse()) {
            (Ok(latitude), Ok(longitude)) => Some((latitude, longitude)),
            _ => None,
        }
    }

    /// About where it is, to a tenth of a degree: where the largest place under its postal code is.
    fn whereabouts(self) -> Option<(f64, f64)> {
        let near = by_postal_code(self.city().postal_codes().next()?);
        let known = near.iter().filter(|other| other.department() == self.department());
        let known = known.filter_map(|other| Some((other.population(), other.coordinates()?)));
        let (_, (latitude, longitude)) = known.max_by_key(|(population, _)| *population)?;
        let round = |degrees: f64| (degrees * 10.0).round() / 10.0;
        Some((round(latitude), round(longitude)))
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        match self.column(7).split(' ').next() {
            Some("arrondissement") => Kind::Arrondissement,
            Some("usuel") => Kind::Usual,
            Some("ancienne") => Kind::Former,
            _ => Kind::Current,
        }
    }

    /// The commune around an arrondissement, that of a usual name, or the one that a former commune merged into.
    pub fn around(self) -> Option<Commune> {
        by_insee(self.column(7).split(' ').nth(1)?)
    }

    /// The number of an arrondissement: 11 for `Paris 11e Arrondissement`.
    pub fn arrondissement(self) -> Option<u8> {
        let number = self.name().split(' ').rev().nth(1)?;
        let number = number.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
        (self.kind() == Kind::Arrondissement).then_some(number)
    }

    /// The commune for people: that around an arrondissement, that of a usual name, else itself.
    pub fn city(self) -> Commune {
        match self.kind() {
            Kind::Arrondissement | Kind::Usual => self.around().unwrap_or(self),
            Kind::Current | Kind::Former => self,
        }
    }

    /// The place that it is, without a postal code: only the text can state which one. Where no one knows the centre of a
    /// small commune, it lies about where the town of its postal code does.
    ///
    /// ```
    /// use tremplin_engine::gazetteer::by_postal_code;
    /// let place = by_postal_code("75011")[0].place();
    /// assert_eq!(place.city.as_deref(), Some("Paris"));
    /// assert_eq!(place.department.as_deref(), Some("75"));
    /// assert_eq!(place.region.as_deref(), Some("Île-de-France"));
    /// let village = by_postal_code("79360").into_iter().find(|one| one.name() == "Villiers-en-Bois").unwrap();
    /// assert_eq!(village.coordinates(), None);
    /// assert_eq!((village.place().lat, village.place().lon), (Some(46.2), Some(-0.5)));
    /// ```
    pub fn place(self) -> Place {
        let city = self.city();
        let department = city.department();
        let centre = self.coordinates().or_else(|| self.around()?.coordinates());
        let centre = centre.or_else(|| self.whereabouts());
        Place {
            city: Some(city.name().to_owned()),
            postal_code: None,
            department: department.map(|department| department.code.to_owned()),
            region: department.map(|department| department.region.name.to_owned()),
            country: Some("France".to_owned()),
            lat: centre.map(|(latitude, _)| latitude),
            lon: centre.map(|(_, longitude)| longitude),
        }
    }
}
