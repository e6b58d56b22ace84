//! The open offer's facts, with the source's own words under them.

use crate::state::{Action, Lang, Opened};
use crate::view::links::{self, linked};
use crate::view::writing::{Length, Noun, no_break};
use crate::view::{facts, labels};
use tremplin_engine::offer::{Contact, Field, Offer};
use tremplin_engine::text::fold;
use yew::prelude::*;

/// The facts, and under each the words that it was read from.
pub(super) fn table(lang: Lang, offer: &Offer, opened: &Opened, send: &Callback<Action>) -> Html {
    let quoted = opened.quoted;
    let toggle = send.reform(move |_: MouseEvent| Action::Quote(!quoted));
    let words = |field: Field| {
        let evidence = offer.evidence.get(field)?;
        let words = evidence.span.of(opened.text.as_deref()?).trim();
        (!words.is_empty()).then(|| words.to_owned())
    };
    let mut rows: Vec<Row> = Vec::new();
    for (name, value, field) in values(lang, offer) {
        let words = field.and_then(words);
        if value.is_some() || words.is_some() {
            rows.push(Row { name, value, words });
        }
    }
    let evidence = rows.iter().any(|row| row.evidence().is_some());
    html! {
        <div class={classes!("table", quoted.then_some("unfolded"))}>
            <dl>
                { for rows.iter().map(Row::draw) }
                { contacts(lang, offer) }
                { urls(lang, offer) }
            </dl>
            if evidence {
                <button type="button" class="quiet evidence" onclick={toggle} aria-expanded={quoted.to_string()}>
                    { if quoted { lang.say("Masquer les mots de l’annonce", "Hide the words of the offer") } else { lang.say("Montrer les mots de l’annonce", "Show the words of the offer") } }
                </button>
            }
        </div>
    }
}

/// A fact's name, its value, and the field whose words say it.
pub(crate) type Value = (&'static str, Option<String>, Option<Field>);

/// The facts that any offer may state, always the same and in the same order.
pub(crate) fn values(lang: Lang, offer: &Offer) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    let mut row = |name, value: Option<String>, field: Option<Field>| {
        values.push((name, value, field));
    };
    row(lang.say("Contrat", "Contract"), facts::contract(lang, offer), Some(Field::Contract));
    row(lang.say("Durée", "Length"), facts::duration(lang, offer), Some(Field::DurationMonths));
    let start = offer.start.and_then(|start| lang.start(start, Length::Whole));
    row(lang.say("Début", "Start"), start.map(|start| facts::capital(&start)), Some(Field::Start));
    row(lang.say("Lieu", "Place"), places(offer), Some(Field::Places));
    row(
        lang.say("Télétravail", "Remote work"),
        offer.remote.map(|remote| labels::remote(lang, remote).to_owned()),
        Some(Field::Remote),
    );
    let pay = offer.pay.as_ref().map(|pay| facts::pay(lang, pay, true));
    row(
        lang.say("Rémunération", "Pay"),
        pay.map(|(figure, period)| figure + &period),
        Some(Field::Pay),
    );
    const HOURS: Noun = ["h par semaine", "h par semaine", "h a week", "h a week"];
    let hours = offer.hours_per_week.map(|[least, most]| lang.range(least, most, HOURS));
    row(lang.say("Temps de travail", "Hours"), hours, Some(Field::HoursPerWeek));
    row(
        lang.say("Niveau d’études", "Level of study"),
        facts::levels(lang, &offer.study_level).map(|level| facts::capital(&level)),
        Some(Field::StudyLevel),
    );
    let licence = offer.driving_licence.map(|licence| labels::licence(lang, licence).to_owned());
    row(lang.say("Permis de conduire", "Driving licence"), licence, Some(Field::DrivingLicence));
    let benefits: Vec<_> =
        offer.benefits.iter().map(|benefit| labels::benefit(lang, *benefit)).collect();
    row(
        lang.say("Avantages", "Benefits"),
        (!benefits.is_empty()).then(|| facts::capital(&benefits.join(", "))),
        None,
    );
    let deadline = offer.deadline.map(|date| lang.date(date, Length::Whole));
    row(lang.say("Date limite", "Deadline"), deadline, Some(Field::Deadline));
    row(
        lang.say("Publiée le", "Published on"),
        offer.published.map(|date| lang.date(date, Length::Whole)),
        Some(Field::Published),
    );
    row(lang.say("Référence", "Reference"), offer.reference.clone(), None);
    values
}

/// One fact.
struct Row {
    name: &'static str,
    /// What was read.
    value: Option<String>,
    /// What it was read from; alone, it is the fact.
    words: Option<String>,
}

impl Row {
    /// The source's words, when they say more than the value.
    fn evidence(&self) -> Option<&str> {
        let (value, words) = (self.value.as_ref()?, self.words.as_deref()?);
        let said = fold(value).contains(&fold(words));
        (!said).then_some(words)
    }

    fn draw(&self) -> Html {
        let quote = |words: &str| html! { <q>{ no_break(words) }</q> };
        html! {
            <div>
                <dt>{ self.name }</dt>
                <dd>
                    if let Some(value) = &self.value {
                        { value }
                        { self.evidence().map(quote) }
                    } else {
                        <span class="as-said">{ self.words.as_deref().map(quote) }</span>
                    }
                </dd>
            </div>
        }
    }
}

/// « Rennes (35), Bretagne », each place on its line.
fn places(offer: &Offer) -> Option<String> {
    let places: Vec<String> = offer
        .places
        .iter()
        .filter_map(|place| {
            let short = facts::place(place)?;
            let region = place.region.as_deref().filter(|region| !short.contains(region));
            let country = place
                .country
                .as_deref()
                .filter(|country| *country != "France" && !short.contains(country));
            let parts = [Some(short.as_str()), region, country];
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
        })
        .collect();
    (!places.is_empty()).then(|| places.join("\u{a0}· "))
}

fn contacts(lang: Lang, offer: &Offer) -> Html {
    let known = |contact: &&Contact| contact != &&Contact::default();
    let contacts: Vec<Html> = offer
        .contacts
        .iter()
        .filter(known)
        .map(|Contact { email, name, phone }| {
            html! {
                <li>
                    { for name.iter().map(|name| html! { <span>{ name }</span> }) }
                    { for email.iter().map(|email| html! { <span>{ linked(email, offer) }</span> }) }
                    { for phone.iter().map(|phone| html! { <a href={links::tel(phone)}>{ no_break(phone) }</a> }) }
                </li>
            }
        })
        .collect();
    fact_list(lang.agree(contacts.len(), ["Contact", "Contacts", "Contact", "Contacts"]), contacts)
}

fn urls(lang: Lang, offer: &Offer) -> Html {
    let links: Vec<Html> =
        offer.urls.iter().map(|url| html! { <li>{ linked(url, offer) }</li> }).collect();
    fact_list(lang.agree(links.len(), ["Lien", "Liens", "Link", "Links"]), links)
}

fn fact_list(name: &str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return html! {};
    }
    html! { <div><dt>{ name.to_owned() }</dt><dd><ul role="list">{ for items }</ul></dd></div> }
}
