//! The open offers as Atom feeds (RFC 4287): all, those of each contract, those of each région.

use super::offer::{folder, name};
use super::xml::{element, escaped};
use super::{Published, offer};
use crate::dist::assemble::Site;
use crate::dist::names::fnv1a;
use anyhow::Result;
use std::collections::BTreeMap;
use tremplin_engine::calendar::Date;
use tremplin_engine::offer::{Offer, Status};
use tremplin_engine::text::fold;

/// Adds `flux.xml`, and `flux/<contract or région>.xml` for each that the site's offers have, open or not: a feed that one
/// follows stays where it is.
pub(super) fn add(from: &Published, site: &mut Site) -> Result<()> {
    let mut feeds: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    let heading = &from.settings.site.title;
    feeds.insert("flux.xml".to_owned(), (heading.clone(), Vec::new()));
    for (place, offer) in from.dataset.offers.iter().enumerate() {
        let contract = offer.contract.map(|contract| contract.word().to_owned());
        let regions = offer.places.iter().filter_map(|place| place.region.clone());
        let kinds = contract.into_iter().chain(regions);
        let named =
            kinds.map(|kind| (format!("flux/{}.xml", slug(&kind)), format!("{heading} : {kind}")));
        for (path, title) in named.chain([("flux.xml".to_owned(), heading.clone())]) {
            let feed = feeds.entry(path).or_insert((title, Vec::new()));
            if offer.status(from.today) == Status::Open && feed.1.last() != Some(&place) {
                feed.1.push(place);
            }
        }
    }
    for (path, (title, mut places)) in feeds {
        places.sort_by_key(|&place| (std::cmp::Reverse(from.revised[place]), place));
        let feed = feed(from, &path, &title, &places);
        site.insert(path, feed.into_bytes());
    }
    Ok(())
}

fn feed(from: &Published, path: &str, title: &str, places: &[usize]) -> String {
    let up = "../".repeat(path.matches('/').count());
    let updated = places.iter().map(|&place| from.revised[place]).max().unwrap_or(from.today);
    // Relative addresses are read from where the feed is.
    let (home, itself) = match from.address() {
        Some(address) => (address.to_owned(), format!("{address}{path}")),
        None => (
            if up.is_empty() { "./".to_owned() } else { up },
            path.rsplit('/').next().unwrap_or(path).to_owned(),
        ),
    };
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    feed += &format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        from.settings.site.lang
    );
    feed += &element("id", &urn(&format!("{}{path}", from.address().unwrap_or_default())));
    feed += &element("title", title);
    feed += &element("updated", &moment(updated));
    feed += &format!("<author>\n{}</author>\n", element("name", &from.settings.site.name));
    feed += &format!(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
        escaped(&itself)
    );
    feed += &format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", escaped(&home));
    for &place in places {
        feed += &entry(from, place, &home);
    }
    feed + "</feed>\n"
}

fn entry(from: &Published, place: usize, home: &str) -> String {
    let offer: &Offer = &from.dataset.offers[place];
    let mut entry = String::from("<entry>\n");
    entry += &element("id", &urn(&offer.id));
    entry += &element("title", &name(offer));
    entry += &element("updated", &moment(from.revised[place]));
    if let Some(published) = offer.published {
        entry += &element("published", &moment(published));
    }
    entry += &format!(
        "<link rel=\"alternate\" type=\"text/html\" href=\"{}{}\"/>\n",
        escaped(home),
        folder(offer)
    );
    if let Some(organisation) = &offer.organisation {
        entry += &format!("<author>\n{}</author>\n", element("name", organisation));
    }
    if let Some(contract) = offer.contract {
        entry += &format!("<category term=\"{}\"/>\n", escaped(contract.word()));
    }
    entry += &element("summary", &offer::description(offer));
    entry +=
        &format!("<content type=\"html\">{}</content>\n", escaped(&from.drawn.offers[place].text));
    entry + "</entry>\n"
}

/// A day as a moment.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// `service civique` -> `service-civique`
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in fold(name).chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug
}

/// A name that stays the same wherever the site moves.
fn urn(name: &str) -> String {
    let (high, low) = (fnv1a(name.as_bytes()), fnv1a(format!("tremplin {name}").as_bytes()));
    // Version 8 of RFC 9562: bits of one's own.
    format!(
        "urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        0x8000 | ((low >> 48) & 0x3fff),
        low & 0xffff_ffff_ffff
    )
}

#[cfg(test)]
mod tests {
    use super::{slug, urn};

    #[test]
    fn names_are_stable_and_apart() {
        assert_eq!(slug("Provence-Alpes-Côte d’Azur"), "provence-alpes-cote-d-azur");
        assert_eq!(urn("a"), urn("a"));
        assert_ne!(urn("a"), urn("b"));
        assert_eq!(urn("a").len(), "urn:uuid:00000000-0000-8000-8000-000000000000".len());
    }
}
