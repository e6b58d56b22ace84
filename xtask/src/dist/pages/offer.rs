//! A page per offer, with its deadline for the visitor's calendar, and a page that links to all.

use super::{Published, posting, xml};
use crate::dist::assemble::Site;
use crate::dist::names::Names;
use anyhow::Result;
use tremplin_engine::offer::Offer;

/// Adds `offre/<id>/index.html` of each offer, from the template.
pub(super) fn add(
    from: &Published,
    site: &mut Site,
    names: &mut Names,
    template: &str,
) -> Result<()> {
    names.say("offer.all", from.say("Toutes les offres", "All offers"));
    names.say("offer.up", "../../");
    for (offer, drawn) in from.dataset.offers.iter().zip(&from.drawn.offers) {
        let folder = folder(offer);
        names.say("offer.title", xml::escaped(&name(offer)));
        names.say("offer.description", xml::escaped(&description(offer)));
        names.say("offer.links", from.links(&folder));
        let posting = posting::script(from, offer, &drawn.text);
        names.say(
            "offer.posting",
            format!("<script type=\"application/ld+json\">{posting}</script>\n"),
        );
        names.say("offer.page", logo(from, offer) + &drawn.page);
        let page = names.fill("src/prerender/offer.html", template)?;
        site.insert(format!("{folder}index.html"), page.into_bytes());
        if let Some(calendar) = &drawn.calendar {
            site.insert(format!("{folder}limite.ics"), calendar.clone().into_bytes());
        }
    }
    let heading = from.say("Toutes les offres", "All offers");
    names.say("offer.title", heading);
    names.say("offer.description", xml::escaped(&from.settings.site.description));
    names.say("offer.links", from.links("offre/"));
    let page = format!(
        "<div class=\"tremplin alone\" lang=\"{}\">\n<h1>{heading}</h1>\n{}\n</div>",
        from.settings.site.lang, from.drawn.all
    );
    names.say("offer.page", page);
    names.say("offer.posting", "");
    names.say("offer.up", "../");
    let page = names.fill("src/prerender/offer.html", template)?;
    site.insert("offre/index.html".to_owned(), page.into_bytes());
    Ok(())
}

/// The recruiter's logo, above the offer; its name stands there in words.
fn logo(from: &Published, offer: &Offer) -> String {
    let path = offer.organisation.as_ref().and_then(|name| from.settings.logos.get(name));
    path.map_or(String::new(), |path| {
        format!("<p class=\"logo\"><img src=\"../../{}\" alt=\"\"></p>\n", xml::escaped(path))
    })
}

/// Where an offer's page is, from the site's root.
pub(super) fn folder(offer: &Offer) -> String {
    format!("offre/{}/", offer.id)
}

/// « Chargé·e de récolte – Le Verger »
pub(super) fn name(offer: &Offer) -> String {
    let title = offer.title.as_deref().unwrap_or(&offer.heading);
    match &offer.organisation {
        Some(organisation) => format!("{title} – {organisation}"),
        None => title.to_owned(),
    }
}

/// One line: the contract, the place, and how the text begins.
pub(super) fn description(offer: &Offer) -> String {
    const LONGEST: usize = 160;
    let place = offer.places.first().and_then(|place| place.city.clone().or(place.region.clone()));
    let facts = [offer.contract.map(|contract| contract.word().to_owned()), place];
    let mut words = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if !words.is_empty() {
        words += " –";
    }
    let body = offer.text.lines().skip(1).map(|line| line.trim_start_matches(['#', '-', ' ']));
    for word in body.flat_map(str::split_whitespace) {
        if words.chars().count() + word.chars().count() >= LONGEST {
            words.push('…');
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words += word;
    }
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{description, name};
    use tremplin_engine::offer::{Contract, Offer, Place};

    #[test]
    fn a_page_is_named_and_told_in_a_line() {
        let offer = Offer {
            title: Some("Taille".to_owned()),
            organisation: Some("Le Verger".to_owned()),
            contract: Some(Contract::Stage),
            places: vec![Place { city: Some("Dol".to_owned()), ..Place::default() }],
            text: format!("Taille\n# Mission\n- Tailler{}", " et tailler encore".repeat(20)),
            ..Offer::default()
        };
        assert_eq!(name(&offer), "Taille – Le Verger");
        let told = description(&offer);
        assert!(told.starts_with("Stage, Dol – Mission Tailler et tailler"), "{told}");
        assert!(told.ends_with('…') && told.chars().count() <= 161, "{told}");
    }
}
