//! The interface's word for each value of a closed list.

use crate::state::Choice;
use crate::view::french::{self, Length, NBSP};
use tremplin_engine::calendar::{Date, When};
use tremplin_engine::offer::{Benefit, Contract, DrivingLicence, Remote};
use tremplin_engine::query::{Bounds, Facet, Filters, Openness, Sort};

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
        Sort::Distance => "Distance",
    }
}

/// A chosen value, out of its facet.
pub(crate) fn choice(choice: &Choice) -> String {
    match choice {
        Choice::Contract(value) => contract(*value).to_owned(),
        Choice::Place(name) | Choice::Organisation(name) => name.clone(),
        Choice::Remote(Remote::None) => "Sur place".to_owned(),
        Choice::Remote(Remote::Partial) => "Télétravail partiel".to_owned(),
        Choice::Remote(Remote::Full) => "Télétravail total".to_owned(),
        Choice::Level(level) => level.word().to_owned(),
        Choice::Open(value) => openness(*value).to_owned(),
        Choice::Bounds(facet, filters) => asked(*facet, filters),
    }
}

/// What is asked of one facet: « Rennes », « ≥ 800 € », « début avant mars 2023 ».
pub(crate) fn asked(facet: Facet, filters: &Filters) -> String {
    let listed = |values: Vec<String>| values.join(" ou ");
    match facet {
        Facet::Contract => {
            listed(filters.contracts.iter().map(|&v| contract(v).to_owned()).collect())
        }
        Facet::Place => {
            let names = listed(filters.places.iter().cloned().collect());
            match filters.radius {
                None | Some(0) => names,
                Some(km) => format!("{names} + {km}{NBSP}km"),
            }
        }
        Facet::Remote => match filters.remotes[..] {
            [value] => choice(&Choice::Remote(value)),
            _ => "Télétravail".to_owned(),
        },
        Facet::Level => listed(filters.levels.iter().map(|v| v.word().to_owned()).collect()),
        Facet::Duration => bounds(filters.duration, |months| format!("{months}{NBSP}mois")),
        Facet::Start => format!("début {}", days(filters.start)),
        Facet::Deadline => format!("date limite {}", days(filters.deadline)),
        Facet::Pay => {
            let euros = french::number(filters.least_pay.unwrap_or(0).into());
            format!("≥{NBSP}{euros}{NBSP}€ par mois")
        }
        Facet::Organisation => listed(filters.organisations.iter().cloned().collect()),
        Facet::Open => listed(filters.open.iter().map(|&v| openness(v).to_owned()).collect()),
    }
}

fn bounds<T: Copy + Ord>(bounds: Bounds<T>, shown: impl Fn(T) -> String) -> String {
    match (bounds.least, bounds.most) {
        (Some(least), Some(most)) if least == most => shown(least),
        (Some(least), Some(most)) => format!("{} à {}", shown(least), shown(most)),
        (Some(least), None) => format!("≥{NBSP}{}", shown(least)),
        (None, Some(most)) => format!("≤{NBSP}{}", shown(most)),
        (None, None) => String::new(),
    }
}

/// « à partir du 1er mars 2023 », « jusqu'au 28 février 2023 », « en mars 2023 ».
fn days(bounds: Bounds<Date>) -> String {
    let shown = |day: Date| french::date(day, Length::Whole);
    match (bounds.least, bounds.most) {
        (Some(least), Some(most)) => match When::month(least.year(), least.month()) {
            Some(month) if (month.first_day(), month.last_day()) == (least, most) => {
                format!("en {}", french::when(month, Length::Whole))
            }
            _ if least == most => format!("le {}", shown(least)),
            _ => format!("du {} au {}", shown(least), shown(most)),
        },
        (Some(least), None) => format!("à partir du {}", shown(least)),
        (None, Some(most)) => format!("jusqu’au {}", shown(most)),
        (None, None) => String::new(),
    }
}
