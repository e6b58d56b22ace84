//! The interface's word for each value of a closed list.

use crate::state::{Choice, Lang};
use crate::view::writing::{Length, MONTH, NBSP};
use tremplin_engine::calendar::{Date, When};
use tremplin_engine::offer::{Benefit, Contract, DrivingLicence, Remote};
use tremplin_engine::query::{Bounds, Facet, Filters, Openness, Sort};

/// A kind of contract.
pub(crate) fn contract(lang: Lang, contract: Contract) -> &'static str {
    match contract {
        Contract::Stage => lang.say("Stage", "Internship"),
        Contract::Alternance => lang.say("Alternance", "Work-study"),
        Contract::ServiceCivique => lang.say("Service civique", "Civic service"),
        Contract::Volontariat => lang.say("Volontariat", "Volunteering"),
        Contract::Emploi => lang.say("Emploi", "Job"),
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
pub(crate) fn remote(lang: Lang, remote: Remote) -> &'static str {
    match remote {
        Remote::None => lang.say("Sur place", "On site"),
        Remote::Partial => lang.say("Partiel", "Hybrid"),
        Remote::Full => lang.say("Total", "Fully remote"),
    }
}

/// Télétravail, alone.
pub(crate) fn remote_alone(lang: Lang, remote: Remote) -> &'static str {
    match remote {
        Remote::None => lang.say("sur place", "on site"),
        Remote::Partial => lang.say("télétravail partiel", "hybrid"),
        Remote::Full => lang.say("télétravail total", "fully remote"),
    }
}

/// One side of the offers' status.
pub(crate) fn openness(lang: Lang, openness: Openness) -> &'static str {
    match openness {
        Openness::Open => lang.say("Ouvertes", "Open"),
        Openness::Closed => lang.say("Closes ou pourvues", "Closed or filled"),
    }
}

/// A driving licence.
pub(crate) fn licence(lang: Lang, licence: DrivingLicence) -> &'static str {
    match licence {
        DrivingLicence::Required => lang.say("Exigé", "Required"),
        DrivingLicence::Recommended => lang.say("Recommandé", "Recommended"),
    }
}

/// What comes with the post.
pub(crate) fn benefit(lang: Lang, benefit: Benefit) -> &'static str {
    match benefit {
        Benefit::TicketsRestaurant => lang.say("tickets restaurant", "meal vouchers"),
        Benefit::Transport => {
            lang.say("transport remboursé à 50\u{a0}%", "half of the travel pass")
        }
        Benefit::Teletravail => lang.say("télétravail", "remote work"),
        Benefit::Hebergement => lang.say("hébergement", "housing"),
        Benefit::FraisDeplacement => lang.say("frais de déplacement", "travel costs"),
        Benefit::Embauche => lang.say("possibilité d’embauche", "a job may follow"),
    }
}

/// An order.
pub(crate) fn sort(lang: Lang, sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => lang.say("Pertinence", "Relevance"),
        Sort::Deadline => lang.say("Date limite", "Deadline"),
        Sort::Start => lang.say("Date de début", "Start date"),
        Sort::Pay => lang.say("Rémunération", "Pay"),
        Sort::Recent => lang.say("Plus récentes", "Latest"),
        Sort::Distance => lang.say("Distance", "Distance"),
    }
}

/// A chosen value, out of its facet.
pub(crate) fn choice(lang: Lang, choice: &Choice) -> String {
    match choice {
        Choice::Contract(value) => contract(lang, *value).to_owned(),
        Choice::Place(name) | Choice::Organisation(name) => name.clone(),
        Choice::Remote(value) => match (value, lang) {
            (Remote::Partial, Lang::Fr) => "Télétravail partiel".to_owned(),
            (Remote::Full, Lang::Fr) => "Télétravail total".to_owned(),
            _ => remote(lang, *value).to_owned(),
        },
        Choice::Level(level) => level.word().to_owned(),
        Choice::Open(value) => openness(lang, *value).to_owned(),
        Choice::Bounds(facet, filters) => asked(lang, *facet, filters),
    }
}

/// A value under its facet's legend.
pub(crate) fn in_facet(lang: Lang, value: &Choice) -> String {
    match value {
        Choice::Remote(value) => remote(lang, *value).to_owned(),
        value => choice(lang, value),
    }
}

/// What is asked of one facet: « Rennes », « ≥ 800 € », « début avant mars 2023 ».
pub(crate) fn asked(lang: Lang, facet: Facet, filters: &Filters) -> String {
    let mut text = String::new();
    let mut list = |value: &str| {
        text += if text.is_empty() { "" } else { lang.say(" ou ", " or ") };
        text += value;
    };
    match facet {
        Facet::Contract => filters.contracts.iter().for_each(|&v| list(contract(lang, v))),
        Facet::Place => {
            filters.places.iter().for_each(|name| list(name));
            if let Some(km) = filters.radius.filter(|&km| km > 0) {
                text = format!("{text} + {km}{NBSP}km");
            }
        }
        Facet::Remote => match filters.remotes[..] {
            [value] => text = choice(lang, &Choice::Remote(value)),
            _ => list(lang.say("Télétravail", "Remote work")),
        },
        Facet::Level => filters.levels.iter().for_each(|v| list(v.word())),
        Facet::Duration => {
            let months = |count: u16| lang.plural(count.into(), MONTH);
            text = bounds(lang, filters.duration, months);
        }
        Facet::Start => {
            text = lang.say("début ", "starting ").to_owned() + &days(lang, filters.start)
        }
        Facet::Deadline => {
            text = lang.say("date limite ", "deadline ").to_owned() + &days(lang, filters.deadline);
        }
        Facet::Pay => {
            let euros = lang.number(filters.least_pay.unwrap_or(0).into());
            text = format!("≥{NBSP}{euros}{NBSP}€ {}", lang.say("par mois", "a month"));
        }
        Facet::Organisation => filters.organisations.iter().for_each(|name| list(name)),
        Facet::Open => filters.open.iter().for_each(|&v| list(openness(lang, v))),
    }
    text
}

fn bounds<T: Copy + Ord>(lang: Lang, bounds: Bounds<T>, shown: impl Fn(T) -> String) -> String {
    match (bounds.least, bounds.most) {
        (Some(least), Some(most)) if least == most => shown(least),
        (Some(least), Some(most)) => shown(least) + lang.say(" à ", " to ") + &shown(most),
        (Some(least), None) => format!("≥{NBSP}{}", shown(least)),
        (None, Some(most)) => format!("≤{NBSP}{}", shown(most)),
        (None, None) => String::new(),
    }
}

/// « à partir du 1er mars 2023 », « jusqu'au 28 février 2023 », « en mars 2023 ».
fn days(lang: Lang, bounds: Bounds<Date>) -> String {
    let shown = |day: Date| lang.date(day, Length::Whole);
    let after = |french, english, day: String| lang.say::<&str>(french, english).to_owned() + &day;
    match (bounds.least, bounds.most) {
        (Some(least), Some(most)) => match When::month(least.year(), least.month()) {
            Some(month) if (month.first_day(), month.last_day()) == (least, most) => {
                after("en ", "in ", lang.when(month, Length::Whole))
            }
            _ if least == most => after("le ", "on ", shown(least)),
            _ => after("du ", "from ", shown(least)) + lang.say(" au ", " to ") + &shown(most),
        },
        (Some(least), None) => after("à partir du ", "from ", shown(least)),
        (None, Some(most)) => after("jusqu’au ", "until ", shown(most)),
        (None, None) => String::new(),
    }
}
