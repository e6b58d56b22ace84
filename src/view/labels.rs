//! The interface's word for each value of a closed list.

use crate::state::Choice;
use tremplin_engine::offer::{Benefit, Contract, DrivingLicence, Remote};
use tremplin_engine::query::{Openness, Sort};

/// A kind of contract.
pub(crate) fn contract(contract: Contract) -> &'static str {
    match contract {
        Contract::Stage => "Stage",
        Contract::Alternance => "Alternance",
        Contract::ServiceCivique => "Service civique",
        Contract::Volontariat => "Volontariat",
        Contract::Emploi => "Emploi",
    }
}

/// The class that carries a contract's hue.
pub(crate) fn contract_class(contract: Contract) -> &'static str {
    match contract {
        Contract::Stage => "kind stage",
        Contract::Alternance => "kind alternance",
        Contract::ServiceCivique => "kind service",
        Contract::Volontariat => "kind volontariat",
        Contract::Emploi => "kind emploi",
    }
}

/// Télétravail, under that heading.
pub(crate) fn remote(remote: Remote) -> &'static str {
    match remote {
        Remote::None => "Sur place",
        Remote::Partial => "Partiel",
        Remote::Full => "Total",
    }
}

/// Télétravail, alone.
pub(crate) fn remote_alone(remote: Remote) -> &'static str {
    match remote {
        Remote::None => "sur place",
        Remote::Partial => "télétravail partiel",
        Remote::Full => "télétravail total",
    }
}

/// One side of the offers' status.
pub(crate) fn openness(openness: Openness) -> &'static str {
    match openness {
        Openness::Open => "Ouvertes",
        Openness::Closed => "Closes ou pourvues",
    }
}

/// A driving licence.
pub(crate) fn licence(licence: DrivingLicence) -> &'static str {
    match licence {
        DrivingLicence::Required => "Exigé",
        DrivingLicence::Recommended => "Recommandé",
    }
}

/// What comes with the post.
pub(crate) fn benefit(benefit: Benefit) -> &'static str {
    match benefit {
        Benefit::TicketsRestaurant => "tickets restaurant",
        Benefit::Transport => "transport remboursé à 50\u{a0}%",
        Benefit::Teletravail => "télétravail",
        Benefit::Hebergement => "hébergement",
        Benefit::FraisDeplacement => "frais de déplacement",
        Benefit::Embauche => "possibilité d’embauche",
    }
}

/// An order.
pub(crate) fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Pertinence",
        Sort::Deadline => "Date limite",
        Sort::Start => "Date de début",
        Sort::Pay => "Rémunération",
        Sort::Recent => "Plus récentes",
    }
}

/// A chosen value, out of its facet.
pub(crate) fn choice(choice: &Choice) -> String {
    match choice {
        Choice::Contract(value) => contract(*value).to_owned(),
        Choice::Region(name) => name.clone(),
        Choice::Remote(Remote::None) => "Sur place".to_owned(),
        Choice::Remote(Remote::Partial) => "Télétravail partiel".to_owned(),
        Choice::Remote(Remote::Full) => "Télétravail total".to_owned(),
        Choice::Level(level) => level.word().to_owned(),
        Choice::Open(value) => openness(*value).to_owned(),
    }
}
