//! An offer's values, as a row and as the open offer say them.

use crate::state::Lang;
use crate::view::labels;
use crate::view::writing::{DAY, Length, MONTH, NBSP, Noun, THIN, no_break};
use tremplin_engine::calendar::Date;
use tremplin_engine::offer::{Offer, Pay, Period, Place, Status, StudyLevel};

/// « 4 à 6 mois »
pub(crate) fn duration(lang: Lang, offer: &Offer) -> Option<String> {
    offer.duration_months.map(|[least, most]| lang.range(least.into(), most.into(), MONTH))
}

/// « Rennes (35) », « Rimouski (Québec) », « Île-de-France »
pub(crate) fn place(place: &Place) -> Option<String> {
    let around = place.department.as_ref().or(place.region.as_ref()).or(place.country.as_ref());
    match (&place.city, around) {
        (Some(city), Some(around)) => Some(format!("{city}\u{a0}({around})")),
        (Some(city), None) => Some(city.clone()),
        (None, _) => place.region.clone().or_else(|| place.country.clone()),
    }
}

/// What stands beside the main city in a row: « (35) », « (35) et Coulon (79) », « (59) et 3 autres lieux ».
pub(crate) fn around(lang: Lang, offer: &Offer) -> String {
    let Some((main, others)) = offer.places.split_first() else { return String::new() };
    let city = main.city.as_deref().unwrap_or("");
    let main = place(main).unwrap_or_default();
    let mut text = main.strip_prefix(city).unwrap_or(&main).to_owned();
    match others {
        [] => {}
        [other] => {
            if let Some(other) = place(other) {
                text += lang.say(" et ", " and ");
                text += &other;
            }
        }
        _ => {
            const OTHERS: Noun = ["autre lieu", "autres lieux", "other place", "other places"];
            text += lang.say(" et ", " and ");
            text += &lang.plural(others.len(), OTHERS);
        }
    }
    text
}

/// « 1 300 €/mois », « 4,35 €/heure », « 800 à 900 €/mois »; « brut » when the offer says so and `whole` asks for it.
pub(crate) fn pay(lang: Lang, pay: &Pay, whole: bool) -> (String, String) {
    let mut figure = lang.number(pay.min);
    if let Some(most) = pay.max.filter(|&most| most != pay.min) {
        figure += lang.say(" à ", " to ");
        figure += &lang.number(most);
    }
    figure.push(THIN);
    figure += if pay.currency == "EUR" { "€" } else { &pay.currency };
    let period = match pay.period {
        Period::Hour => lang.say("heure", "hour"),
        Period::Month => lang.say("mois", "month"),
        Period::Year => lang.say("an", "year"),
    };
    let gross = match pay.gross {
        Some(true) if whole => lang.say(" brut", " gross"),
        Some(false) if whole => " net",
        _ => "",
    };
    let separator = if whole { lang.say(" par\u{a0}", " per\u{a0}") } else { "/" };
    (figure, gross.to_owned() + separator + period)
}

/// « bac+5 », « bac+4 ou bac+5 », « bac+3 à bac+5 »
pub(crate) fn levels(lang: Lang, levels: &[StudyLevel]) -> Option<String> {
    let index = |level: &StudyLevel| StudyLevel::ALL.iter().position(|other| other == level);
    match levels {
        [] => None,
        [one] => Some(one.word().to_owned()),
        [one, two] => Some(format!("{}{}{}", one.word(), lang.say(" ou ", " or "), two.word())),
        [first, .., last]
            if index(last).zip(index(first)).is_some_and(|(b, a)| b - a + 1 == levels.len()) =>
        {
            Some(format!("{}{}{}", first.word(), lang.say(" à ", " to "), last.word()))
        }
        _ => Some(levels.iter().map(|level| level.word()).collect::<Vec<_>>().join(", ")),
    }
}

/// How an offer's status strikes the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// One can apply.
    Open,
    /// One can apply, soon no longer.
    Soon,
    /// Too late, or so it seems.
    Over,
}

impl Tone {
    /// The class that carries it.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Open => "status open",
            Self::Soon => "status soon",
            Self::Over => "status over",
        }
    }
}

/// From how many days before its end an offer is said to close soon.
const SOON_DAYS: i32 = 7;

/// Whether one can still apply, and until or since when.
pub(crate) fn status(
    lang: Lang,
    offer: &Offer,
    status: Status,
    today: Date,
    length: Length,
) -> (Tone, String) {
    let near = |words: &str, date| words.to_owned() + &lang.near_date(date, today, length);
    match (status, offer.deadline) {
        (Status::Closed, Some(deadline)) => {
            (Tone::Over, near(lang.say("Close depuis le ", "Closed since "), deadline))
        }
        (Status::Closed, None) => (Tone::Over, lang.say("Close", "Closed").to_owned()),
        (Status::ProbablyFilled, _) => {
            let mut said = lang.say("Probablement pourvue", "Probably filled").to_owned();
            if let Some(start) = offer.start.and_then(|start| start.to.or(start.from)) {
                said += lang.say("\u{a0}· début ", "\u{a0}· start ");
                said += &lang.when(start, length);
            }
            (Tone::Over, said)
        }
        (Status::Open, Some(deadline)) => match deadline.day_number() - today.day_number() {
            0 => (Tone::Soon, near(lang.say("Dernier jour\u{a0}· ", "Last day\u{a0}· "), deadline)),
            left if left <= SOON_DAYS => {
                let left = lang.plural(left.unsigned_abs() as usize, DAY);
                let left =
                    lang.say("Plus que ", "Only ").to_owned() + &left + lang.say("", " left");
                (Tone::Soon, near(&(left + "\u{a0}· "), deadline))
            }
            _ => {
                let words = lang.say("Ouverte\u{a0}· limite ", "Open\u{a0}· until ");
                (Tone::Open, near(words, deadline))
            }
        },
        (Status::Open, None) => {
            (Tone::Open, lang.say("Pas de date limite", "No deadline").to_owned())
        }
    }
}

/// The first letter made a capital: a value that opens a line. The letters of French are enough, and spare the tables
/// of all others.
pub(crate) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(|first| match first {
        'à'..='ö' | 'ø'..='þ' => char::from(first as u8 - 0x20),
        'œ' => 'Œ',
        other => other.to_ascii_uppercase(),
    });
    first.into_iter().chain(chars).collect()
}

/// « Stage · stage de fin d'études », « Alternance »
pub(crate) fn contract(lang: Lang, offer: &Offer) -> Option<String> {
    let kind = offer.contract.map(|contract| labels::contract(lang, contract));
    match (kind, offer.contract_detail.as_deref()) {
        (Some(kind), Some(detail)) => Some(format!("{kind}{NBSP}· {}", no_break(detail))),
        (Some(kind), None) => Some(kind.to_owned()),
        (None, detail) => detail.map(capital),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace([NBSP, THIN], " ")
    }

    fn offer(start: Option<&str>, deadline: Option<&str>) -> Offer {
        let start =
            start.map(|from| tremplin_engine::offer::Start { from: from.parse().ok(), to: None });
        Offer { start, deadline: deadline.map(|day| day.parse().unwrap()), ..Offer::default() }
    }

    #[test]
    fn a_status_says_until_when_or_since_when() {
        let today = Date::new(2023, 2, 26).unwrap();
        let cases = [
            (None, None, Tone::Open, "Pas de date limite"),
            (None, Some("2023-05-03"), Tone::Open, "Ouverte · limite 3 mai"),
            (None, Some("2023-03-01"), Tone::Soon, "Plus que 3 jours · 1er mars"),
            (None, Some("2023-02-27"), Tone::Soon, "Plus que 1 jour · 27 février"),
            (None, Some("2023-02-26"), Tone::Soon, "Dernier jour · 26 février"),
            (None, Some("2022-11-30"), Tone::Over, "Close depuis le 30 novembre 2022"),
            (Some("2023-01"), None, Tone::Over, "Probablement pourvue · début janvier 2023"),
        ];
        for (start, deadline, tone, words) in cases {
            let offer = offer(start, deadline);
            let said = status(Lang::Fr, &offer, offer.status(today), today, Length::Whole);
            assert_eq!((said.0, plain(&said.1).as_str()), (tone, words));
        }
    }

    #[test]
    fn a_line_opens_with_a_capital() {
        let cases = [("été", "Été"), ("œuvre", "Œuvre"), ("dès mai", "Dès mai"), ("÷ 2", "÷ 2")];
        for (words, written) in cases {
            assert_eq!(capital(words), written);
        }
        assert_eq!(capital(""), "");
    }

    #[test]
    fn places_keep_to_what_is_known() {
        let known = |city: Option<&str>, department: Option<&str>, region: Option<&str>| Place {
            city: city.map(str::to_owned),
            department: department.map(str::to_owned),
            region: region.map(str::to_owned),
            ..Place::default()
        };
        let brest = known(Some("Brest"), Some("29"), Some("Bretagne"));
        assert_eq!(place(&brest).as_deref(), Some("Brest\u{a0}(29)"));
        assert_eq!(
            place(&known(Some("Gaspé"), None, Some("Québec"))).as_deref(),
            Some("Gaspé\u{a0}(Québec)")
        );
        assert_eq!(place(&known(None, None, Some("Bretagne"))).as_deref(), Some("Bretagne"));
        assert_eq!(place(&known(None, None, None)), None);
        let mut offer = Offer { places: vec![brest.clone()], ..Offer::default() };
        assert_eq!(around(Lang::Fr, &offer), "\u{a0}(29)");
        offer.places.push(known(Some("Lyon"), Some("69"), None));
        assert_eq!(around(Lang::Fr, &offer), "\u{a0}(29) et Lyon\u{a0}(69)");
        offer.places.push(brest);
        assert_eq!(plain(&around(Lang::Fr, &offer)), " (29) et 2 autres lieux");
    }

    #[test]
    fn levels_in_a_row_are_a_range() {
        use StudyLevel::{Bac2, Bac3, Bac4, Bac5};
        assert_eq!(levels(Lang::Fr, &[Bac3, Bac4, Bac5]).as_deref(), Some("bac+3 à bac+5"));
        assert_eq!(levels(Lang::Fr, &[Bac2, Bac4, Bac5]).as_deref(), Some("bac+2, bac+4, bac+5"));
        assert_eq!(levels(Lang::Fr, &[Bac4, Bac5]).as_deref(), Some("bac+4 ou bac+5"));
        assert_eq!(levels(Lang::Fr, &[]), None);
    }

    #[test]
    fn pay_has_its_period() {
        let euros = Pay {
            min: 1300.0,
            max: None,
            period: Period::Month,
            currency: "EUR".into(),
            gross: Some(true),
        };
        let said = |whole| {
            let (figure, per) = pay(Lang::Fr, &euros, whole);
            plain(&(figure + &per))
        };
        assert_eq!(said(false), "1 300 €/mois");
        assert_eq!(said(true), "1 300 € brut par mois");
    }
}
