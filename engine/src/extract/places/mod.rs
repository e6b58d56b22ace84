//! Where the work takes place: communes of the gazetteer, chosen by the words that lead to them.
//!
//! The workplace wins over the heading, the heading over a contact's address; a head office, a colleague's town, a
//! station or a trip is no workplace.
//!
//! Over 400 lines: a quarter of it are the cases of all the ways in which ads name a place.

mod abroad;
mod areas;
mod codes;
mod leads;
mod localities;
mod settle;
mod spot;

use super::Considered;
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::gazetteer::{self, Department, Hints, Mention, Region, Resolution};
use crate::offer::{Evidence, Field, Offer, Place, Remote};
use crate::span::Span;
use codes::{codes_alone, codes_anywhere, codes_near, unknown_towns};
use spot::Spot;
pub(super) use spot::is_workplace_label;

/// Whether folded words name a place that no table of communes holds.
pub(super) fn is_other_place(folded: &str) -> bool {
    abroad::is_named(folded) || localities::is_named(folded)
}

/// A place that the text names as the workplace.
#[derive(Clone, Debug)]
struct Candidate {
    place: Place,
    span: Span,
    rule: &'static str,
    score: i32,
}

pub(super) fn read(document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    read_near(document, offer, &[], diagnostics);
}

/// Reads them where it is known in which départements they may lie: that tells Reuilly from Reuilly.
pub(super) fn read_near(
    document: &Document,
    offer: &mut Offer,
    near: &[&'static Department],
    diagnostics: &mut Diagnostics,
) {
    let mut doubts = Diagnostics::new();
    let candidates = candidates(document, offer, near, &mut doubts);
    let doubtful = !doubts.is_empty();
    settle::settle(document, offer, candidates, doubts, diagnostics);
    if offer.places.is_empty()
        && !doubtful
        && offer.remote != Some(Remote::Full)
        && let Some(around) = areas::on_the_rer(document)
    {
        let rule = around.rule.to_owned();
        offer.evidence.insert(Field::Places, Evidence { span: around.span, rule });
        offer.places.push(around.place);
    }
}

/// The one département whose postal codes the text holds.
pub(super) fn department_of_codes(document: &Document) -> Option<&'static Department> {
    let mut of_codes = codes_anywhere(document).into_iter().filter_map(|code| {
        gazetteer::by_postal_code(&code).first().and_then(|commune| commune.department())
    });
    let first = of_codes.next()?;
    of_codes.all(|other| other == first).then_some(first)
}

/// What the rules made of the text, best first, before the choice.
pub(super) fn considered(document: &Document, offer: &Offer) -> Vec<Considered> {
    let mut candidates = candidates(document, offer, &[], &mut Diagnostics::new());
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    let considered = candidates.into_iter().map(|candidate| Considered {
        value: Some(format!("{:?}", candidate.place)),
        span: candidate.span,
        rule: candidate.rule.to_owned(),
        score: candidate.score,
        chosen: false,
    });
    considered.collect()
}

/// Every place that may be the workplace; the names that nothing settles go to `doubts`.
fn candidates(
    document: &Document,
    offer: &Offer,
    near: &[&'static Department],
    doubts: &mut Diagnostics,
) -> Vec<Candidate> {
    let mentions: Vec<Mention> = gazetteer::find(&document.folded, &document.text).collect();
    let mut candidates = Vec::new();
    let mut hints = Anywhere::of(document, &mentions);
    if hints.departments.is_empty() {
        hints.departments.extend(near);
    }
    let named = |mention: &&Mention| {
        !mention.communes.is_empty() && (mention.capital || ends_title(document, mention))
    };
    for mention in mentions.iter().filter(named) {
        let led =
            Spot::of(document, mention).led_to().or_else(|| of_recruiter(document, offer, mention));
        let Some((rule, score)) = led else { continue };
        // « Créée à Sète, Le Verger est présent à Agde »
        let elsewhere = |other: &Mention| {
            named(&other) && !other.word && !other.part && other.name() != mention.name()
        };
        if rule == leads::FOUNDED && mentions.iter().any(elsewhere) {
            continue;
        }
        candidates.extend(resolved(document, mention, &mentions, &hints, rule, score, doubts));
    }
    candidates.extend(codes_alone(document));
    candidates.extend(unknown_towns(document, &mentions));
    candidates.extend(areas::areas(document, &mentions));
    candidates.extend(abroad::abroad(document));
    candidates.extend(localities::localities(document));
    candidates
}

/// « Intégrateur (h/f) - lyon »: a town in small letters at the end of a title, behind a dash or the post's mark.
fn ends_title(document: &Document, mention: &Mention) -> bool {
    /// Smaller places share their names with words.
    const INHABITANTS: u32 = 20_000;
    if mention.word || mention.communes.iter().all(|one| one.population() < INHABITANTS) {
        return false;
    }
    let first = document.folded.as_str().lines().next().unwrap_or("");
    let before = first.get(..mention.range.start).unwrap_or("");
    let own = document.heading.lines().next().map_or(0, |line| crate::text::fold(line).len());
    (mention.range.end == first.len() || mention.range.end == own)
        && [" - ", "h/f) ", "f/h) ", "h/f ", "f/h ", "h/f - "]
            .iter()
            .any(|end| before.ends_with(end))
}

/// A town in the recruiter's name: « Ville de Sète ».
fn of_recruiter(
    document: &Document,
    offer: &Offer,
    mention: &Mention,
) -> Option<(&'static str, i32)> {
    let name = offer.evidence.get(Field::Organisation)?.span;
    let span = document.source(mention.range.clone());
    let inside = name.start <= span.start && span.end <= name.end;
    // « L'UMR Sols (Sète) ouvre un poste ».
    let text = &document.text;
    let behind = name.end < span.start
        && &text[name.end as usize..span.start as usize] == " ("
        && text[span.end as usize..].starts_with([')', ',']);
    ((inside || behind) && !mention.word && !mention.part).then_some(("recruiter-name", 43))
}

/// What the whole text may tell about which of several communes is meant.
struct Anywhere {
    codes: Vec<String>,
    departments: Vec<&'static Department>,
    regions: Vec<&'static Region>,
}

impl Anywhere {
    fn of(document: &Document, mentions: &[Mention]) -> Self {
        let areas = || mentions.iter().filter(|mention| mention.communes.is_empty());
        Self {
            codes: codes_anywhere(document),
            departments: areas().filter_map(|mention| mention.department).collect(),
            regions: areas().filter_map(|mention| mention.region).collect(),
        }
    }
}

/// The commune of a mention, with the codes and areas that stand beside it, or else anywhere.
fn resolved(
    document: &Document,
    mention: &Mention,
    mentions: &[Mention],
    anywhere: &Anywhere,
    rule: &'static str,
    score: i32,
    diagnostics: &mut Diagnostics,
) -> Option<Candidate> {
    if abroad::is_abroad(document, &mention.range) {
        return None;
    }
    let name = mention.name();
    let codes = codes_near(document, &mention.range);
    let all: Vec<&str> = codes.iter().map(String::as_str).collect();
    let (line_start, line) = document.folded_line(mention.range.start);
    let on_line = line_start..line_start + line.len();
    let close = |other: &&Mention| {
        on_line.contains(&other.range.start)
            && other.range != mention.range
            && other.range.start.abs_diff(mention.range.end) <= 60
    };
    let departments: Vec<_> = mentions.iter().filter(close).filter_map(|m| m.department).collect();
    let regions: Vec<_> = mentions.iter().filter(close).filter_map(|m| m.region).collect();
    let hints = Hints { codes: &all, departments: &departments, regions: &regions };
    let span = document.source(mention.range.clone());
    let elsewhere: Vec<&str> = anywhere.codes.iter().map(String::as_str).collect();
    let resolution = [
        hints,
        Hints { codes: &elsewhere, ..hints },
        Hints { departments: &anywhere.departments, ..Hints::default() },
        Hints { regions: &anywhere.regions, ..Hints::default() },
    ]
    .iter()
    .map(|hints| gazetteer::resolve(name, hints))
    .reduce(|best, next| if matches!(best, Resolution::Ambiguous(_)) { next } else { best })?;
    // « Vienne » is a city of the Isère, or the département of Poitiers.
    let resolution = match (resolution, mention.department) {
        (Resolution::Sure(commune), Some(namesake))
            if commune.department() != Some(namesake)
                && !codes::is_coded(document, mention)
                && !departments
                    .iter()
                    .chain(&anywhere.departments)
                    .any(|near| commune.department() == Some(near)) =>
        {
            Resolution::Ambiguous(vec![commune])
        }
        (resolution, _) => resolution,
    };
    match resolution {
        Resolution::Sure(commune) => {
            let mut place = commune.place();
            place.postal_code = codes.into_iter().find(|code| code.len() == 5);
            Some(Candidate { place, span, rule, score })
        }
        Resolution::Ambiguous(communes) => {
            if score >= 60 {
                let departments: Vec<&str> =
                    communes.iter().filter_map(|c| c.department()).map(|d| d.name).collect();
                diagnostics.push(diagnostic::ambiguous_place(
                    document.locate(span),
                    span.of(&document.text),
                    &departments,
                ));
            }
            None
        }
        Resolution::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::leads::LEADS;
    use super::*;

    fn places(text: &str) -> Vec<Place> {
        let mut offer = Offer::default();
        read(&Document::of_text(text), &mut offer, &mut Diagnostics::new());
        offer.places
    }

    fn city(text: &str) -> Option<String> {
        places(text).into_iter().next().and_then(|place| place.city)
    }

    #[test]
    fn leads_read_and_leave_their_phrases() {
        for lead in LEADS {
            for (phrase, expected) in lead.reads {
                assert_eq!(
                    city(&format!("Jardinier\n{phrase}")).as_deref(),
                    Some(*expected),
                    "{}: {phrase}",
                    lead.name
                );
            }
            for phrase in lead.leaves {
                let mut offer = Offer::default();
                let document = Document::of_text(&format!("Jardinier\n{phrase}"));
                read(&document, &mut offer, &mut Diagnostics::new());
                let rule = offer.evidence.get(Field::Places).map(|evidence| evidence.rule.as_str());
                assert_ne!(rule, Some(lead.name), "{phrase}");
            }
        }
    }

    #[test]
    fn a_heading_that_stands_to_the_right_ends_with_its_departement() {
        let department = |text: &str| places(text).into_iter().next()?.department;
        for heading in ["Jardinier (49)", "       Jardinier, serres – haies (49)"] {
            assert_eq!(department(heading).as_deref(), Some("49"), "{heading}");
        }
    }

    /// The city and the département of each text, `-` for none.
    fn read_alike(cases: &[(&str, &str)]) {
        let found: Vec<(&str, String)> = cases
            .iter()
            .map(|(text, _)| {
                let place = places(text).into_iter().next().unwrap_or_default();
                let part = |part: Option<String>| part.unwrap_or_else(|| "-".to_owned());
                (*text, format!("{} {}", part(place.city), part(place.department)))
            })
            .collect();
        let wrong: Vec<_> =
            found.iter().zip(cases).filter(|(found, case)| found.1 != case.1).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn labels_take_every_form_of_a_place() {
        read_alike(&[
            ("Jardinier\nLieu : 44260 Savenay", "Savenay 44"),
            ("Jardinier\nLieu : Savenay (Loire-Atlantique)", "Savenay 44"),
            ("Jardinier\nLieu : SAINT NAZAIRE CEDEX", "Saint-Nazaire 44"),
            ("Jardinier\nLieu de travail : 44 - ST NAZAIRE", "Saint-Nazaire 44"),
            ("Jardinier\nLieu : Paris 11e", "Paris 75"),
            ("Jardinier\nLieu : Lyon 3ème", "Lyon 69"),
            ("Jardinier\nLieu : 75011 Paris", "Paris 75"),
            ("Jardinier\nLieu : CS 40212, 35042 Rennes Cedex", "Rennes 35"),
            ("Jardinier\nLieu : Saint-Denis (974)", "Saint-Denis 974"),
            ("Jardinier\nLieu : Valence (Drôme)", "Valence 26"),
            ("Jardinier\nLieu : Valence\nLa Drôme est belle.", "Valence 26"),
            ("Jardinier\nLieu : Saint-Denis", "- -"),
            ("Jardinier\nLieu de travail\nLes Ulis (91)", "Les Ulis 91"),
            ("Jardinier\nLieu : Finistère", "- 29"),
            ("Jardinier\nLieu : toute la France\nSiège : 75011 Paris", "- -"),
            ("Jardinier\nLieu : Lyon ou Grenoble", "Lyon 69"),
            ("Jardinier\nDépartement : Gironde (33)\nVille : Pessac", "Pessac 33"),
            ("Jardinier\nLieu : Cayenne, Guyane", "Cayenne 973"),
            ("Jardinier\nLieu : La Réunion", "- 974"),
            ("Jardinier\nLieu : Bretagne", "- -"),
            ("Jardinier\nLieu : Vienne (38)", "Vienne 38"),
            ("Jardinier\nLieu : Maison du Parc de Vallouise (05)", "Vallouise 05"),
            ("Jardinier\nLieu : Vienne (86)", "- 86"),
            ("Jardinier\nLieu : Vienne", "- -"),
            ("Jardinier\nLieu : Vienne, en Isère", "Vienne 38"),
        ]);
    }

    #[test]
    fn sentences_lead_to_the_workplace() {
        read_alike(&[
            ("Jardinier\nLe poste est basé au Havre.", "Le Havre 76"),
            ("Jardinier\nPoste situé aux Sables-d’Olonne.", "Les Sables-d'Olonne 85"),
            ("Jardinier\nPoste basé à Die (Drôme), avec déplacements.", "Die 26"),
            ("Jardinier\nAu laboratoire des haies (Lens, France), vous taillez.", "Lens 62"),
            ("Jardinier\nNous recrutons pour intervenir dans le Finistère (29).", "- 29"),
            ("Jardinier\nNous recrutons pour notre agence de Dijon un jardinier.", "Dijon 21"),
            ("Jardinier\nLe Verger, implanté à Dax, vend des fruits.", "Dax 40"),
            ("Ville de Sète\nJardinier (H/F)\nVous taillez.", "Sète 34"),
            ("Le CHU de Nantes recrute un jardinier\nVous taillez.", "Nantes 44"),
            ("Jardinier\nVous avez étudié à l’université de Rennes.", "- -"),
            ("Jardinier\nDéplacements à Lyon à prévoir.", "- -"),
            ("Jardinier\nNos clients sont à Lyon, Nantes et Lille.", "- -"),
            ("Jardinier\nPostuler auprès de Mme Roux, 12 quai du Port, 34200 Sète", "Sète 34"),
        ]);
    }

    #[test]
    fn headings_and_the_facts_below_them_name_the_place() {
        read_alike(&[
            ("Jardinier H/F – Nantes", "Nantes 44"),
            ("JARDINIER H/F NANTES", "Nantes 44"),
            ("Jardinier à La Rochelle (17)", "La Rochelle 17"),
            ("Jardinier\nLe Verger · Nantes ou Bordeaux · CDI", "Nantes 44"),
            ("Jardinier\n44 - Nantes", "Nantes 44"),
            ("Jardinier\nRennes (35)\nCDI", "Rennes 35"),
            ("Sète (34) : Le Verger recrute un jardinier", "Sète 34"),
            ("Jardinier – Le Verger (Die)", "Die 26"),
            ("[Jardinier - Nantes](exemple)", "Nantes 44"),
        ]);
    }

    #[test]
    fn the_rer_goes_around_paris() {
        let region = |text: &str| places(text).into_iter().next().and_then(|place| place.region);
        let around = Some("Île-de-France".to_owned());
        assert_eq!(region("Jardinier\nÀ deux arrêts de RER B de Gare du Nord."), around);
        assert_eq!(region("Jardinier\nÉtude du prolongement du RER E."), None);
        assert_eq!(
            city("Jardinier\nLieu : Sète\nNos amis prennent le RER A."),
            Some("Sète".into())
        );
    }

    #[test]
    fn the_work_may_be_abroad() {
        read_alike(&[
            ("Jardinier\nPays : Bénin\nVille : Djougou", "Djougou -"),
            ("Jardinier\nLieu : Guimarães, Portugal", "Guimarães -"),
            ("Jardinier\nPoste basé à Bruxelles\nSiège : 59000 Lille", "Bruxelles -"),
            ("Jardinier\nLieu : Vienne (Autriche)", "Vienne -"),
            ("Jardinier\nLieu : Le Locle (canton de Neuchâtel, Suisse)", "Le Locle -"),
            ("Jardinier\nLe Verger\nVIE - POLOGNE - VARSOVIE", "VARSOVIE -"),
            ("Jardinier\nLe Verger – Bénin, Djougou\nPubliée hier", "Djougou -"),
            ("Jardinier\nLe Verger\nSÉNÉGAL - THIÈS\nVIE", "THIÈS -"),
            ("Jardinier\nLe Verger – Île-de-France, Pantin\nPubliée hier", "Pantin 93"),
            ("Jardinier\nVille : Agde (siège à Sète)", "Agde 34"),
            ("Jardinier\nLieu : montée Saint-Sébastien, 69001 Lyon", "Lyon 69"),
            ("Jardinier\nLieu : campus de l’Île-aux-Moines, Metz", "Metz 57"),
            ("Jardinier\nLieu : Sénégal\nContact : 12 rue Foch, 75011 Paris", "- -"),
            ("Jardinier\nNous avons planté à Rome et à Dakar.", "- -"),
        ]);
    }

    #[test]
    fn headings_name_the_place() {
        let cases = [
            ("Le Verger (Rennes-35000) – Jardinier", "Rennes", Some("35000"), "35"),
            ("Le Verger (Martigues -13) – Jardinier", "Martigues", None, "13"),
            ("Le Verger (44 260 Savenay) – Jardinier", "Savenay", Some("44260"), "44"),
            ("Mairie (75011) – jardinier", "Paris", Some("75011"), "75"),
            ("Le Verger (Arles-13004)Stage verger et jardin", "Arles", Some("13004"), "13"),
            ("Jardinier à Saint-Denis (93)", "Saint-Denis", None, "93"),
            ("Jardinier H/F - Grenoble", "Grenoble", None, "38"),
        ];
        for (heading, city, code, department) in cases {
            let place = places(heading).into_iter().next().unwrap_or_default();
            let found =
                (place.city.as_deref(), place.postal_code.as_deref(), place.department.as_deref());
            assert_eq!(found, (Some(city), code, Some(department)), "{heading}");
        }
    }

    #[test]
    fn the_workplace_wins_over_the_heading() {
        let text = "Le Verger (Université de Rennes – 35000) – Jardinier\nLe stage se déroulera en présentiel dans les locaux du Verger à Chizé (12 route du Bois, 79170).\nDes ateliers ont lieu à Niort et Poitiers.";
        assert_eq!(city(text).as_deref(), Some("Chizé"));
    }

    #[test]
    fn cities_abroad_keep_their_country() {
        let place = &places(
            "Université de Laval, Laval Québec (G1V 0A6) – Les sols\nLe ou la stagiaire sera basé(e) à Rivièreblanche (laboratoire).",
        )[0];
        assert_eq!(
            (place.city.as_deref(), place.country.as_deref(), place.department.as_deref()),
            (Some("Rivièreblanche"), Some("Canada"), None)
        );
    }

    #[test]
    fn several_workplaces_are_listed_other_towns_are_not() {
        let cities = |text: &str| -> Vec<String> {
            places(text).into_iter().filter_map(|place| place.city).collect()
        };
        let listed = "Jardinier\nLieu : Lyon (69), Grenoble ou Chambéry";
        assert_eq!(cities(listed), ["Lyon", "Grenoble", "Chambéry"]);
        let told = "Jardinier\nBasée à Bordeaux, la PME travaille avec Toulouse, Lyon et Pau.";
        assert_eq!(cities(told), ["Bordeaux"]);
        let either =
            "Jardinier\nLieu : Agde\nVous serez accueilli soit à la ferme (à Sète), soit à Agde.";
        assert_eq!(cities(either), ["Agde", "Sète"]);
        let part = "Jardinier\nLieu : Lyon\nLes semis se feront en serre, de préférence à Sète.";
        assert_eq!(cities(part), ["Lyon", "Sète"]);
    }

    #[test]
    fn ambiguous_names_are_left_with_a_complaint() {
        let mut diagnostics = Diagnostics::new();
        let mut offer = Offer::default();
        read(&Document::of_text("Jardinier\nLieu : Saint-Denis"), &mut offer, &mut diagnostics);
        assert_eq!((offer.places.len(), diagnostics.len()), (0, 1));
    }
}
