//! A proposed name without what the page or the sentence left around it.

use super::Candidate;
use crate::document::Document;
use crate::extract::body::{
    is_institution, is_place, names_body, without_article, without_generic,
};
use crate::extract::heading;
use crate::span::Span;
use crate::text::fold;

/// Leaves of a candidate's words the name alone.
pub(super) fn tidy(document: &Document, candidate: &mut Candidate<String>) {
    end_at_its_line(document, candidate);
    let Some(name) = &mut candidate.value else { return };
    // « association *Les Racines* recrute »: marks of the page inside of a name.
    if name.contains('*') {
        name.retain(|c| c != '*');
        *name = without_generic(name.trim()).to_owned();
    }
    // « La Maison des Sols propose », then the post on the next line.
    if let Some((whole, verb)) = name.rsplit_once(' ')
        && matches!(
            verb,
            "propose" | "proposent" | "recrute" | "recrutent" | "embauche" | "embauchent"
        )
    {
        name.truncate(whole.len());
    }
    // « Pharmacie du Lac cherche préparateur »
    let sought = [" cherche ", " recherche ", " recrute ", " recrutent ", " embauche "]
        .iter()
        .filter_map(|verb| name.find(verb))
        .filter(|&at| {
            let before = name[..at].rsplit([' ', '’', '\'', '-']).next();
            before.is_some_and(|word| word.starts_with(char::is_uppercase))
        })
        .min();
    if let Some(end) = sought {
        name.truncate(end);
    }
    // « Hôtel Les Pins 3* »
    if let Some((whole, "1" | "2" | "3" | "4" | "5")) = name.trim_end().rsplit_once(' ')
        && ["hotel ", "camping ", "residence "].iter().any(|kind| fold(whole).starts_with(kind))
    {
        name.truncate(whole.len());
    }
    // « CCAS de Sète recherche : »; « Institut de recherche » is one.
    if let Some((whole, "recherche" | "recherchent" | "cherche" | "cherchent")) =
        name.rsplit_once(' ')
        && whole.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase))
    {
        name.truncate(whole.len());
    }
    // « ContexteRacines est »: a heading that lost its line.
    if let Some(rest) = glued_heading(name) {
        *name = rest.to_owned();
    }
    // « Rejoindre Racines, c’est aussi choisir »
    const JOINED: [&str; 9] = [
        "Rejoindre ",
        "Rejoignez ",
        "Rejoins ",
        "Intégrer ",
        "Intégrez ",
        "Travailler chez ",
        "Travailler à ",
        "Travailler pour ",
        "Choisir ",
    ];
    if let Some(house) = JOINED.iter().find_map(|join| name.strip_prefix(join)) {
        *name = without_generic(without_article(house)).to_owned();
    }
    // « Bulletin des Amis du Lac »
    const PRINTED: [&str; 8] = [
        "Bulletin des ",
        "Bulletin de ",
        "Lettre des ",
        "Journal des ",
        "Site de ",
        "Site du ",
        "Blog des ",
        "Page de ",
    ];
    if let Some(house) = PRINTED.iter().find_map(|print| name.strip_prefix(print))
        && house.starts_with(char::is_uppercase)
    {
        *name = house.to_owned();
    }
    // « Racines et le CHU de Sète »: two houses, the first of which recruits.
    let second = [" et le ", " et la ", " et l’", " et l'", " et les "].iter().find_map(|and| {
        let (whole, other) = name.split_once(and)?;
        names_body(other).then_some(whole.len())
    });
    if let Some(end) = second {
        name.truncate(end);
    }
    // « RACINES VIVES UN·E JARDINIER·E »: the post's article.
    if let Some(whole) = [" UN", " UNE"].iter().find_map(|article| name.strip_suffix(article)) {
        name.truncate(whole.len());
    }
    // « 2/ Cabinet Horizon »
    let count = heading::number(name);
    name.drain(..count);
    // « La Maison des Tilleuls se présente comme un village »
    if let Some(end) = [" se présente", " se compose"].iter().find_map(|it| name.find(it)) {
        name.truncate(end);
    }
    // « Rejoignez Racines en service civique »
    let folded = fold(name);
    if folded.len() == name.len()
        && let Some(end) = [" en service civique", " en stage", " en alternance"]
            .iter()
            .find_map(|how| folded.find(how))
        && name.is_char_boundary(end)
    {
        name.truncate(end);
    }
    // « 2e poste ouvert chez Racines », « Un département d'Ombelle »
    if let Some(at) = name.rfind(" chez ") {
        name.drain(..at + " chez ".len());
    }
    if let Some(at) = part_of(name) {
        name.drain(..at);
    }
    // « Opéra de la Côte / Apprentissage régie »
    if let Some((whole, post)) = name.split_once(" / ")
        && heading::names_post(post)
    {
        name.truncate(whole.len());
    }
    if name.starts_with('«') && name.ends_with('»') {
        *name = name.trim_matches(['«', '»', ' ', '\u{A0}']).to_owned();
    }
    // « UNIVERSITÉ DU LAC Direction des ressources humaines »: two lines of a letterhead.
    let service = [" Direction ", " Service ", " Pôle ", " Département "]
        .iter()
        .filter_map(|service| name.find(service))
        .min()
        .filter(|&at| at > 8 && !name[..at].contains(char::is_lowercase));
    if let Some(at) = service {
        name.truncate(at);
    }
    // « LESOL (UMR » was cut in its remark.
    if let Some((whole, remark)) = name.rsplit_once(" (")
        && !remark.contains(')')
    {
        name.truncate(whole.len());
    }
    // « Kiosque à Grenoble » recrute: where it is belongs to no name that is one without.
    // « La Case à Contes » is called so.
    if let Some((whole, place)) = name.rsplit_once(" à ")
        && !matches!(whole.split(' ').collect::<Vec<_>>()[..], ["La" | "Le" | "Les", _])
        && whole.split(' ').skip(usize::from(names_body(whole))).all(|word| {
            let small = matches!(word, "de" | "du" | "des" | "la" | "le" | "les" | "et");
            word.starts_with(|c: char| c.is_uppercase() || c == '&')
                || small && names_body(whole) && !is_institution(whole)
        })
        && (!names_body(whole) || whole.split(' ').count() >= 3)
        && place.starts_with(char::is_uppercase)
        && is_place(place)
    {
        name.truncate(whole.len());
    }
    name.truncate(name.trim_end().len());
    if let Some(house) = without_its_branch(name, &document.text) {
        *name = house;
    }
}

/// « agence Racines Vives de Sète » -> « Racines Vives », where the text calls it so as well.
fn without_its_branch(name: &str, text: &str) -> Option<String> {
    let (front, place) = name.rsplit_once(" de ").or_else(|| name.rsplit_once(" d’"))?;
    let house = match front.split_once(' ') {
        Some((noun, rest)) if noun.starts_with(char::is_lowercase) => rest,
        _ => front,
    };
    let capitals = house.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let alone = || text.matches(house).count() > text.matches(name).count();
    (house.contains(' ') && capitals && !names_body(house) && is_place(place) && alone())
        .then(|| house.to_owned())
}

/// The name glued to a heading of the page: « PrésentationRacines Vives », « Logo de Racines Vives ».
fn glued_heading(name: &str) -> Option<&str> {
    const HEADINGS: [&str; 9] = [
        "Contexte",
        "Présentation",
        "Description",
        "Entreprise",
        "Société",
        "Employeur",
        "Missions",
        "Poste",
        "Structure",
    ];
    let glued = HEADINGS
        .iter()
        .filter_map(|heading| name.strip_prefix(heading))
        .find(|rest| rest.starts_with(char::is_uppercase));
    let logo = ["Logo de ", "Logo "].iter().find_map(|logo| name.strip_prefix(logo));
    glued.or(logo.filter(|rest| rest.starts_with(char::is_uppercase)))
}

/// Where the name of the house begins in « Un département d’Ombelle ».
fn part_of(name: &str) -> Option<usize> {
    let rest = name.strip_prefix("Un ").or_else(|| name.strip_prefix("Une "))?;
    let house = [" d’", " d'", " de ", " du "].iter().find_map(|of| {
        let (noun, house) = rest.split_once(of)?;
        (!noun.contains(' ') && house.starts_with(char::is_uppercase)).then_some(house)
    })?;
    Some(name.len() - house.len())
}

/// A name ends where the file's next line names the post: « Société des transports / Conducteur (H/F) », joined by mending.
fn end_at_its_line(document: &Document, candidate: &mut Candidate<String>) {
    let Some(line) = document.line_at(candidate.span.start) else { return };
    let line = document.lines[line].span;
    let text = document.text.as_str();
    let rows = heading::rows(document, line);
    let starts = rows.iter().map(|&at| line.start + at as u32);
    let inside = starts.filter(|&at| candidate.span.start < at && at < candidate.span.end);
    let ends = |&at: &u32| {
        let next = rows.iter().map(|&row| line.start + row as u32).find(|&row| row > at);
        heading::names_post(Span { start: at, end: next.unwrap_or(line.end) }.of(text))
    };
    let Some(end) = inside.into_iter().find(ends) else { return };
    candidate.span.end = end;
    let name = candidate.span.of(text).trim_end();
    candidate.span.end = candidate.span.start + name.len() as u32;
    candidate.value = Some(without_generic(without_article(name)).to_owned());
}
