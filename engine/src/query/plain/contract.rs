//! Kinds of contract: « stage », « service civique », « en alternance », « CDI ».

use super::{Context, Reading};
use crate::offer::Contract;
use crate::query::Facet;

const NAMES: &[(&str, Contract)] = &[
    ("service civique", Contract::ServiceCivique),
    ("services civiques", Contract::ServiceCivique),
    ("contrat d apprentissage", Contract::Alternance),
    ("contrat apprentissage", Contract::Alternance),
    ("contrat de professionnalisation", Contract::Alternance),
    ("contrat pro", Contract::Alternance),
    ("stage", Contract::Stage),
    ("stages", Contract::Stage),
    ("stagiaire", Contract::Stage),
    ("stagiaires", Contract::Stage),
    ("alternance", Contract::Alternance),
    ("alternances", Contract::Alternance),
    ("alternant", Contract::Alternance),
    ("alternante", Contract::Alternance),
    ("alternants", Contract::Alternance),
    ("apprentissage", Contract::Alternance),
    ("apprenti", Contract::Alternance),
    ("apprentie", Contract::Alternance),
    ("volontariat", Contract::Volontariat),
    ("volontariats", Contract::Volontariat),
    ("cdi", Contract::Emploi),
    ("cdd", Contract::Emploi),
    ("emploi", Contract::Emploi),
    ("emplois", Contract::Emploi),
];

/// Jobs of one kind: the filter takes them together.
const KINDS_OF_JOBS: &[&str] = &["cdi", "cdd"];

/// What stands before a kind of contract that is only spoken of: « conseiller en emploi », « former par l'apprentissage ».
const ABOUT: &[&str] = &["de", "et", "par", "sur", "recherche"];

/// Reads a kind of contract.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    let joined = tokens.form(at) == "servicecivique";
    let found =
        NAMES.iter().find_map(|&(name, contract)| Some((tokens.after(at, &[name])?, contract)));
    let (end, contract) = found.or(joined.then_some((at + 1, Contract::ServiceCivique)))?;
    // « formation par l'apprentissage », « insertion et emploi » speak of it.
    let speaks_of = at > 0
        && matches!(contract, Contract::Emploi | Contract::Alternance)
        && tokens.is(at, &["emploi", "emplois", "apprentissage"])
        && (ABOUT.contains(&tokens.form(at - 1))
            || tokens.is(at, &["emploi", "emplois"]) && tokens.is(at - 1, &["en"])
            || !tokens.signs_before(at).trim().is_empty());
    (!speaks_of).then_some(())?;
    let reading =
        Reading::new(at, end, Facet::Contract, |filters| filters.contracts.insert(contract))?;
    Some(Reading { narrower: tokens.is(at, KINDS_OF_JOBS), ..reading })
}
