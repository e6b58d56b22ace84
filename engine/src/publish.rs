//! What of the offers is published: old ones may go, and people's names and numbers may be hidden.

use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::{Field, Offer, Status};
use crate::settings::Offers;
use regex::Regex;
use std::sync::LazyLock;

/// An e-mail address or a French telephone number, wherever it stands.
static REACH: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x)
        [\w.+-]+ @ [\w-]+ (?: \. [\w-]+ )+
      | (?: \+33 [\s.]* (?: \(0\) )? | \b0 ) [\s.]* [1-9] (?: [\s.-]? \d{2} ){4} \b";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("{error}"))
});

/// What of `dataset` the forker publishes on the day `today`: the ids of what stays do not change.
///
/// Hidden letters become stars, one for each byte, so that spans address the same words.
///
/// ```
/// use tremplin_engine::calendar::Date;
/// use tremplin_engine::dataset::compile;
/// use tremplin_engine::publish::publish;
/// use tremplin_engine::settings::Offers;
/// use tremplin_engine::source::Source;
///
/// let text = "Le Verger (Nantes – 44000) – Stage récolte\n\nCandidature : anne@verger.example, 02 40 00 00 00\n";
/// let (dataset, _) = compile(&[Source { name: "verger.txt".into(), bytes: text.into() }]);
/// let masked = Offers { mask_contacts: true, keep_months: None };
/// let published = publish(dataset, &masked, Date::new(2026, 11, 27).unwrap());
/// assert!(published.offers[0].text.ends_with("Candidature : *******************, **************"));
/// assert!(published.offers[0].apply_emails.is_empty());
/// ```
pub fn publish(mut dataset: Dataset, settings: &Offers, today: Date) -> Dataset {
    if let Some(months) = settings.keep_months {
        dataset.offers.retain(|offer| is_kept(offer, months, today));
    }
    if settings.mask_contacts {
        dataset.offers.iter_mut().for_each(mask);
    }
    dataset
}

/// Whether an offer is open, or was so less than `months` ago.
fn is_kept(offer: &Offer, months: u32, today: Date) -> bool {
    let start = offer.start.and_then(|start| start.to.or(start.from));
    let end = offer.deadline.or(start.map(|start| start.last_day()));
    let month = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    offer.status(today) == Status::Open
        || end.is_none_or(|end| {
            let since = month(today) - month(end) - i64::from(today.day() < end.day());
            since < i64::from(months)
        })
}

/// Hides whom to turn to, in the fields and in the words.
fn mask(offer: &mut Offer) {
    let known: Vec<String> = std::mem::take(&mut offer.contacts)
        .into_iter()
        .flat_map(|contact| [contact.name, contact.email, contact.phone])
        .flatten()
        .filter(|words| words.len() > 2)
        .collect();
    let hide = |text: &mut String| {
        let reaches: Vec<_> = REACH.find_iter(text).map(|reach| reach.range()).collect();
        for reach in reaches {
            text.replace_range(reach.clone(), &"*".repeat(reach.len()));
        }
        for words in &known {
            *text = text.replace(words.as_str(), &"*".repeat(words.len()));
        }
    };
    hide(&mut offer.text);
    hide(&mut offer.heading);
    offer.title.iter_mut().for_each(hide);
    offer.apply_emails.clear();
    for field in [Field::Contacts, Field::ApplyEmails] {
        offer.evidence.remove(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_long_over_goes() {
        let today = day("2026-11-27");
        let cases = [
            (None, true),
            (Some("2026-12-01"), true),
            (Some("2026-11-26"), true),
            (Some("2026-09-27"), false),
            (Some("2026-09-28"), true),
            (Some("2023-04-20"), false),
        ];
        for (deadline, kept) in cases {
            let offer = Offer { deadline: deadline.map(day), ..Offer::default() };
            assert_eq!(is_kept(&offer, 2, today), kept, "{deadline:?}");
        }
    }

    #[test]
    fn numbers_and_addresses_are_hidden_and_other_figures_stay() {
        for (text, hidden) in [
            ("Tél. 06.12.34.56.78", "Tél. **************"),
            ("ou +33 (0)2 99 00 00 00 !", "ou ******************** !"),
            ("du 12 au 15 mars 2026, 1 300 €", "du 12 au 15 mars 2026, 1 300 €"),
            ("44000 Nantes, réf. 2026-612", "44000 Nantes, réf. 2026-612"),
        ] {
            let (text, title) = (text.to_owned(), Some(text.to_owned()));
            let mut offer = Offer { heading: text.clone(), title, text, ..Offer::default() };
            mask(&mut offer);
            assert_eq!([&offer.text, &offer.heading, offer.title.as_ref().unwrap()], [hidden; 3]);
        }
    }
}
