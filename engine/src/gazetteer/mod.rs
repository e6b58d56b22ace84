//! Every commune, département and région of France, by name and by code.
//!
//! The tables are part of the program: `README.md` beside them says where they come from. They are laid out once,
//! when first asked for. A département or a région is always looked up here, never taken from the first figures of
//! a code: 13004 is a postal code of Marseille and the INSEE code of Arles, and some postal codes serve two
//! départements.
//!
//! ```
//! use tremplin_engine::gazetteer::{by_postal_code, communes};
//! let names = |found: &[_]| found.iter().map(|c: &tremplin_engine::gazetteer::Commune| c.insee()).collect::<Vec<_>>();
//! assert_eq!(names(communes("marcq en baroeul")), ["59378"]);
//! assert_eq!(by_postal_code("69003")[0].arrondissement(), Some(3));
//! ```

mod area;
mod by_code;
mod commune;
mod find;
mod name;
mod resolve;

pub use area::{Department, Region, department, department_named, region_named};
pub use commune::{Commune, Kind};
pub use find::{Mention, find};
pub use name::key;
pub use resolve::{Hints, Resolution, resolve};

use by_code::ByCode;
use std::ops::Range;
use std::sync::LazyLock;

/// The communes in the order of the table: by key.
struct Table {
    communes: Vec<Commune>,
    /// Their keys, one after the other.
    keys: String,
    /// Where in `keys` each one ends.
    ends: Vec<u32>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let text = include_str!("communes.tsv");
    let mut table = Table { communes: Vec::new(), keys: String::new(), ends: Vec::new() };
    for line in text.lines() {
        let name = line.split('\t').next().unwrap_or(line);
        table.keys += &key(name);
        table.ends.push(table.keys.len() as u32);
        table.communes.push(Commune::of_line(line));
    }
    table
});

static BY_POSTAL_CODE: LazyLock<ByCode> = LazyLock::new(|| {
    let mut pairs = Vec::with_capacity(TABLE.communes.len());
    for (row, commune) in (0..).zip(&TABLE.communes) {
        pairs
            .extend(commune.own_postal_codes().filter_map(by_code::number).map(|code| (code, row)));
    }
    ByCode::new(&pairs)
});

static BY_INSEE: LazyLock<ByCode> = LazyLock::new(|| {
    let numbers = TABLE.communes.iter().map(|commune| by_code::number(commune.insee()));
    let pairs: Vec<_> = numbers.zip(0..).filter_map(|(code, row)| Some((code?, row))).collect();
    ByCode::new(&pairs)
});

impl Table {
    fn key(&self, row: usize) -> &str {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.keys[start as usize..self.ends[row] as usize]
    }

    /// The first of `rows` whose key does not satisfy `before`, as all keys from there on.
    fn partition(&self, rows: Range<usize>, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (rows.start, rows.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.key(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn communes(&self, key: &str) -> &[Commune] {
        let Some(rows) = find::rows_of(key) else { return &[] };
        self.named_from(self.partition(rows, |other| other < key), key)
    }

    /// The communes from the row `start` on that have this key.
    fn named_from(&self, start: usize, key: &str) -> &[Commune] {
        let end = (start..self.communes.len()).find(|&row| self.key(row) != key);
        &self.communes[start..end.unwrap_or(self.communes.len())]
    }

    /// Whether the key in `row` is `key` and more words: it is the first that sorts after `key`, as a space sorts
    /// before any letter.
    fn goes_on(&self, row: usize, key: &str) -> bool {
        let more = |other: &str| other.strip_prefix(key).is_some_and(|rest| rest.starts_with(' '));
        row < self.communes.len() && more(self.key(row))
    }
}

/// Every commune of a name, in any case, with or without accents, hyphens and apostrophes, « St » for « Saint »;
/// the article belongs to the name. Communes of today stand first, then usual names, then former communes, each by INSEE
/// code.
///
/// ```
/// use tremplin_engine::gazetteer::communes;
/// assert_eq!(communes("la rochelle").first().map(|c| c.insee()), Some("17300"));
/// assert!(communes("rochelle").iter().all(|c| c.insee() != "17300"));
/// ```
pub fn communes(name: &str) -> &'static [Commune] {
    TABLE.communes(&key(name))
}

/// Whether a commune, a département or a région has this name, in any of its forms.
pub fn is_named(name: &str) -> bool {
    let key = key(name);
    !TABLE.communes(&key).is_empty() || area::is_named(&key)
}

/// The communes and arrondissements of a postal code of five figures, by name; not the whole of Paris, Lyon or
/// Marseille where an arrondissement has the code. A « CEDEX » code has none.
pub fn by_postal_code(code: &str) -> Vec<Commune> {
    let Some(number) = by_code::number(code).filter(|_| code.bytes().all(|b| b.is_ascii_digit()))
    else {
        return Vec::new();
    };
    let rows = BY_POSTAL_CODE.rows(number);
    let mut found: Vec<_> = rows.iter().map(|&row| TABLE.communes[row as usize]).collect();
    if found.iter().any(|commune| commune.kind() == Kind::Arrondissement) {
        found.retain(|commune| commune.kind() == Kind::Arrondissement);
    }
    found
}

/// The commune of an INSEE code: `59378`, `2A004`. Where a former commune or a usual name shares it with
/// the commune of today, the latter.
pub fn by_insee(code: &str) -> Option<Commune> {
    let rows = BY_INSEE.rows(by_code::number(code)?);
    let mut found =
        rows.iter().map(|&row| TABLE.communes[row as usize]).filter(|c| c.insee() == code);
    let first = found.next()?;
    let today = |commune: &Commune| !matches!(commune.kind(), Kind::Former | Kind::Usual);
    Some(if today(&first) { first } else { found.find(today).unwrap_or(first) })
}
