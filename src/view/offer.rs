//! The open offer: its facts with the source's own words under them, its text, and how to apply.

use crate::state::{Action, Lang, Opened, State};
use crate::view::links::{self, linked};
use crate::view::prose::prose;
use crate::view::writing::{Length, Noun, no_break};
use crate::view::{facts, icons, labels};
use tremplin_engine::offer::{Contact, Field, Offer, Status};
use tremplin_engine::text::fold;
use yew::prelude::*;

/// The open offer, under a heading of level `level`; its sections' is one deeper. `can_copy` tells whether a link to it
/// can be copied here.
pub fn open_offer(
    state: &State,
    opened: &Opened,
    level: u8,
    can_copy: bool,
    send: &Callback<Action>,
) -> Html {
    let (lang, offer) = (state.lang, state.offer(opened.offer));
    let status = offer.status(state.today);
    let (tone, said) = facts::status(lang, offer, status, state.today, Length::Whole);
    let close = send.reform(|_: MouseEvent| Action::Close);
    let place = offer.places.first().and_then(facts::place);
    html! {
        <article key={opened.id.clone()} class="offer" part="detail" aria-labelledby="offer">
            <div class="bar">
                <button type="button" class="back" onclick={close}>
                    { icons::back() }{ icons::cross() }
                    <span>{ lang.say("Retour aux résultats", "Back to the results") }</span>
                    <span class="close">{ lang.say("Fermer l’offre", "Close the offer") }</span>
                </button>
            </div>
            <div class="opening">
                <p class="line">
                    if let Some(contract) = offer.contract {
                        <span class={labels::contract_class(contract)}>{ labels::contract(lang, contract) }</span>
                    }
                    { for offer.organisation.iter().map(|name| html! { <span class="by">{ no_break(name) }</span> }) }
                    { for place.iter().map(|place| html! { <span>{ place }</span> }) }
                </p>
                <@{format!("h{level}")} id="offer" tabindex="-1">
                    { no_break(offer.title.as_deref().unwrap_or(&offer.heading)) }
                </@>
                <p class={classes!("said", tone.class())}>{ said }</p>
            </div>
            { facts_of(lang, offer, opened, send) }
            <div class="reading" aria-busy={opened.text.is_none().to_string()}>
                if let Some(text) = &opened.text {
                    { prose(text, offer, level + 1) }
                } else {
                    <p class="waiting">{ lang.say("Chargement du texte…", "Loading the text…") }</p>
                }
            </div>
            { actions(lang, offer, status, opened, can_copy, send) }
        </article>
    }
}

/// How to apply, and how to pass the offer on.
fn actions(
    lang: Lang,
    offer: &Offer,
    status: Status,
    opened: &Opened,
    can_copy: bool,
    send: &Callback<Action>,
) -> Html {
    let copy = send.reform(|_: MouseEvent| Action::CopyLink);
    let title = offer.title.as_deref().unwrap_or(&offer.heading);
    let label = match status {
        Status::Open => lang.say("Postuler par e-mail", "Apply by e-mail"),
        _ => lang.say("Écrire au recruteur", "Write to the recruiter"),
    };
    let class = if status == Status::Open { "apply strong" } else { "apply plain" };
    if offer.apply_emails.is_empty() && !can_copy {
        return html! {};
    }
    html! {
        <p class="actions">
            if !offer.apply_emails.is_empty() {
                <a {class} part="bouton" rel="noopener noreferrer"
                    href={links::mailto(&offer.apply_emails, &("Candidature\u{a0}: ".to_owned() + title))}>
                    { icons::letter() }{ label }
                </a>
            }
            if can_copy {
                <button type="button" class="plain" part="bouton" onclick={copy}>
                    { if opened.copied == Some(true) { icons::done() } else { icons::link() } }
                    <span>
                        { match opened.copied {
                            None => lang.say("Copier le lien", "Copy the link"),
                            Some(true) => lang.say("Lien copié", "Link copied"),
                            Some(false) => lang.say("Copie refusée par le navigateur", "The browser refused to copy"),
                        } }
                    </span>
                </button>
            }
        </p>
    }
}

/// The facts, and under each the words that it was read from.
fn facts_of(lang: Lang, offer: &Offer, opened: &Opened, send: &Callback<Action>) -> Html {
    let quoted = opened.quoted;
    let toggle = send.reform(move |_: MouseEvent| Action::Quote(!quoted));
    let words = |field: Field| {
        let evidence = offer.evidence.get(field)?;
        let words = evidence.span.of(opened.text.as_deref()?).trim();
        (!words.is_empty()).then(|| words.to_owned())
    };
    let mut rows: Vec<Row> = Vec::new();
    let mut row = |name, value: Option<String>, field: Option<Field>| {
        let words = field.and_then(words);
        if value.is_some() || words.is_some() {
            rows.push(Row { name, value, words });
        }
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
