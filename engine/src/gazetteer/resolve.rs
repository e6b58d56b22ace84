//! Which of the communes of one name is meant.

use super::{
    Commune, Department, Kind, Region, by_insee, by_postal_code, communes, department, key,
};

/// What stands near a commune's name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// Figures beside the name, as written without spaces: a postal code, right, wrong or « CEDEX », an INSEE code
    /// or a département's code.
    pub codes: &'a [&'a str],
    /// Départements that are named.
    pub departments: &'a [&'static Department],
    /// Régions that are named.
    pub regions: &'a [&'static Region],
}

/// What a name comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// No commune has this name.
    Unknown,
    /// This commune.
    Sure(Commune),
    /// Several communes have this name, and nothing tells which is meant.
    Ambiguous(Vec<Commune>),
}

impl Resolution {
    /// The commune, when it is sure.
    pub fn sure(self) -> Option<Commune> {
        match self {
            Self::Sure(commune) => Some(commune),
            _ => None,
        }
    }
}

/// How many times larger than its next homonym a commune is that needs no hint.
const OVERWHELMING: u32 = 20;
/// Inhabitants of the smallest commune that needs no hint among homonyms.
const WELL_KNOWN: u32 = 20_000;

/// The commune that a name means, given what stands near.
///
/// The kinds of hints speak in turn, the most precise first: postal code, INSEE code, département of a code, named
/// département, named région; a hint that fits no commune of this name is wrong and says nothing. Without a hint
/// that settles it, a name is sure when one commune has it today, or when one is large and dwarfs the others. Beside
/// its postal code a commune is also known by the beginning of its name: « Issy (92130) », « Romans 26100 ».
///
/// ```
/// use tremplin_engine::gazetteer::{Hints, Resolution, resolve};
/// let sure = |name, codes: &[&str]| {
///     resolve(name, &Hints { codes, ..Hints::default() }).sure().map(|commune| commune.insee())
/// };
/// assert_eq!(sure("St Denis", &["97400"]), Some("97411"));
/// assert_eq!(sure("Saint-Denis", &["93"]), Some("93066"));
/// assert_eq!(sure("Saint-Denis", &[]), None);
/// assert_eq!(sure("Rennes", &[]), Some("35238"));
/// assert_eq!(sure("Issy", &["92130"]), Some("92040"));
/// ```
pub fn resolve(name: &str, hints: &Hints<'_>) -> Resolution {
    let all = communes(name);
    let coded = |commune: &Commune| hints.codes.iter().any(|code| commune.has_postal_code(code));
    if !all.iter().any(coded)
        && let Some(commune) = short_for(&key(name), hints.codes)
    {
        return Resolution::Sure(commune);
    }
    if all.is_empty() {
        return Resolution::Unknown;
    }
    let mut left = all.to_vec();
    let tests: [&dyn Fn(Commune) -> bool; 6] = [
        &|commune| coded(&commune),
        &|commune| hints.codes.iter().any(|code| commune.insee() == *code),
        &|commune| hints.codes.iter().any(|code| in_department_of(commune, code)),
        &|commune| hints.codes.iter().any(|code| begins_alike(commune, code)),
        &|commune| hints.departments.iter().any(|&near| commune.department() == Some(near)),
        &|commune| {
            let region = commune.department().map(|department| department.region);
            hints.regions.iter().any(|&near| region == Some(near))
        },
    ];
    for test in tests {
        if left.len() > 1 && left.iter().any(|&commune| test(commune)) {
            left.retain(|&commune| test(commune));
        }
    }
    match left[..] {
        [one] => sure(one),
        _ => among(left),
    }
}

/// A commune, under its own name.
fn sure(commune: Commune) -> Resolution {
    Resolution::Sure(match commune.kind() {
        Kind::Usual => commune.around().unwrap_or(commune),
        _ => commune,
    })
}

/// The one commune of a postal code whose name begins with the words of `short`, when these say something.
fn short_for(short: &str, codes: &[&str]) -> Option<Commune> {
    if matches!(short, "" | "saint" | "sainte" | "le" | "la" | "les" | "l") {
        return None;
    }
    let begins = |commune: &Commune| {
        key(commune.name()).strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
    };
    let mut found: Vec<_> =
        codes.iter().flat_map(|code| by_postal_code(code)).filter(begins).collect();
    found.retain(|commune| commune.kind() == Kind::Current);
    match found[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// Without further hints.
fn among(mut left: Vec<Commune>) -> Resolution {
    if left.iter().any(|commune| commune.kind() != Kind::Former) {
        left.retain(|commune| commune.kind() != Kind::Former);
    }
    left.sort_by_key(|commune| (std::cmp::Reverse(commune.population()), commune.insee()));
    match left[..] {
        [one] => sure(one),
        [first, second, ..]
            if first.population() >= WELL_KNOWN
                && first.population() / OVERWHELMING >= second.population() =>
        {
            sure(first)
        }
        _ => Resolution::Ambiguous(left),
    }
}

/// Whether a code, a département's or that of some commune, belongs to the département of `commune`.
fn in_department_of(commune: Commune, code: &str) -> bool {
    let Some(own) = commune.department() else { return false };
    department(code) == Some(own)
        || by_insee(code).and_then(Commune::department) == Some(own)
        || by_postal_code(code).iter().any(|other| other.department() == Some(own))
}

/// Whether a postal code that no commune has, « CEDEX » for one, is of the same sorting office as one of
/// `commune`'s. This chooses between communes that bear the name; it makes up no département.
fn begins_alike(commune: Commune, code: &str) -> bool {
    let office = if code.starts_with("97") || code.starts_with("98") { 3 } else { 2 };
    let unknown = code.len() == 5 && by_postal_code(code).is_empty();
    unknown
        && code
            .get(..office)
            .is_some_and(|start| commune.postal_codes().any(|own| own.starts_with(start)))
}
