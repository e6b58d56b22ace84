//! Who recruits: labels, the heading, sentences that recruit or present, addresses that spell a name. The same name
//! proposed in several ways gains over one proposed once.
//!
//! Over 400 lines: one competition, in which each proposal is a few lines beside the others that it is weighed against.

use super::Considered;
use super::body::{
    could_recruit, is_institution, is_place, key, leading_name, names_body, without_article,
    without_generic,
};
use super::domain::Domains;
use super::heading;
use super::rule::Candidate;
use crate::document::Document;
use crate::layout::heading_kind;
use crate::lexicon::is_menu;
use crate::offer::{Field, Offer, SectionKind};
use crate::outline::Role;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

mod readers;
mod rules;

use readers::without_remark;
use rules::RULES;

/// Least score, all evidence added, for a name to be the recruiter's.
const ENOUGH: i32 = 52;

/// What another rule adds that proposes the same name, and how much all of them add at most.
const AGAIN: i32 = 6;
const AGAIN_AT_MOST: i32 = 18;

/// A name's place near the post alone says little, and adds to what else speaks for it.
const WEAK: i32 = 36;

/// How much less may speak for a fuller form of a name than for its best one.
const FULLER: i32 = 24;

/// Rules that no word of recruiting leads to, and how much less they say where the candidate is described.
const UNSAID: [&str; 4] = ["name-beside-the-post", "body-that-opens", "is-a", "body-that-acts"];
const ELSEWHERE: i32 = 30;

/// What an address adds whose host the name spells.
const SPELT: i32 = 18;

/// Kinds of bodies, which alone name none.
const KINDS: &[&str] = &[
    "structure",
    "espace",
    "association",
    "organisme",
    "entreprise",
    "etablissement",
    "equipe",
    "societe",
    "collectivite",
    "agence",
    "centre",
    "mission",
    "ehpad",
    "ssiad",
    "mairie",
    "commune",
    "ville",
    "sivom",
    "sivu",
    "ccas",
    "cfa",
    "mjc",
    "ecole",
    "lycee",
    "college",
    "hopital",
    "musee",
    "theatre",
    "universite",
    "syndicat",
    "federation",
    "fondation",
    "laboratoire",
    "institut",
    "creche",
    "foyer",
    "prefecture",
    "departement",
    "region",
    "metropole",
    "ong",
    "collectif",
    "cooperative",
    "compagnie",
    "groupe",
    "cabinet",
    "organisation",
    "employeur",
    "office",
];

/// A name with all that speaks for it.
struct Group {
    key: String,
    best: Candidate<String>,
    rules: Vec<&'static str>,
    /// The same name with the noun of its body or the words behind it: « Commune de Sète » for « Sète ».
    fuller: Option<Candidate<String>>,
}

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let domains = Domains::of(document);
    let Some(best) = strongest(candidates(document, offer, &domains), &domains) else { return };
    if best.score < SAID && hides_its_name(document) {
        return;
    }
    offer.evidence.insert(Field::Organisation, best.evidence());
    offer.organisation =
        best.value.map(|name| with_its_capital(as_the_body_writes(&name, document)));
}

/// Least score of a name that a label gives: it stands even where the text says that someone stays unnamed.
const SAID: i32 = 84;

/// « L’entreprise n’a pas souhaité communiquer son nom »: whatever else is named does not recruit.
fn hides_its_name(document: &Document) -> bool {
    static HIDES: LazyLock<Regex> = LazyLock::new(|| {
        super::rule::compile(
            r"n'a pas souhaite (?:communiquer|diffuser|divulguer) son (?:nom|identite)|(?:souhaite|desire|tient a) rester (?:anonyme|confidentiel)|(?:ses|les) coordonnees (?:de l'(?:entreprise|employeur) )?(?:vous |te |lui |leur )?(?:seront|sont) (?:communiquees|transmises|donnees)|(?:employeur|recruteur|entreprise|annonceur) (?:anonyme|confidentiel(?:le)?)\b",
        )
    });
    HIDES.is_match(document.folded.as_str())
}

/// Every name that a rule proposes, each with that rule's score alone, best first.
fn candidates(document: &Document, offer: &Offer, domains: &Domains) -> Vec<Candidate<String>> {
    let title = offer.evidence.get(Field::Title).map(|evidence| evidence.span);
    let mut candidates = RULES.candidates(document);
    candidates.extend(in_heading(document, domains, title));
    candidates.extend(beside(document, domains, title));
    candidates.extend(spelt(document, domains));
    candidates.extend(above_contacts(document));
    for candidate in &mut candidates {
        // « École de commerce ou Master » stands among what the candidate has done.
        if UNSAID.contains(&candidate.rule)
            && document.kind_at(candidate.span.start) == SectionKind::Profile
        {
            candidate.score -= ELSEWHERE;
        }
        end_at_its_line(document, candidate);
        // « 2/ Cabinet Horizon »
        if let Some(name) = &mut candidate.value {
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
            // « ContexteRacines est »: a heading that lost its line.
            if let Some(rest) = glued_heading(name) {
                *name = rest.to_owned();
            }
            let count = heading::number(name);
            name.drain(..count);
            // « La Maison des Tilleuls se présente comme un village »
            if let Some(end) = [" se présente", " se compose"].iter().find_map(|it| name.find(it))
            {
                name.truncate(end);
            }
            // « Rejoignez Racines en service civique »
            let folded = fold(name);
            if folded.len() == name.len()
                && let Some(end) = [" en service civique", " en stage", " en alternance"]
                    .iter()
                    .find_map(|how| folded.find(how))
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
                && whole
                    .split(' ')
                    .all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&'))
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
    }
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    candidates
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

/// « Au Fournil d’Émile »: what stands above a shop's door.
fn is_a_sign(name: &str) -> bool {
    let rest = name.strip_prefix("Au ").or_else(|| name.strip_prefix("Aux "));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase) && could_recruit(rest))
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

/// What may name the recruiter, as explanations show it.
pub(super) fn considered(document: &Document, offer: &Offer) -> Vec<Considered> {
    let candidates = candidates(document, offer, &Domains::of(document)).into_iter();
    candidates.map(Considered::from).collect()
}

/// « mairie de Sète » as a card shows it: a capital first.
fn with_its_capital(name: String) -> String {
    let mut chars = name.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() && names_body(&name) => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => name,
    }
}

/// The name with the most evidence: its best rule, the others that propose it, the addresses that it spells.
fn strongest(candidates: Vec<Candidate<String>>, domains: &Domains) -> Option<Candidate<String>> {
    let mut groups: Vec<Group> = Vec::new();
    for candidate in candidates {
        let Some(name) = candidate.value.as_deref() else { continue };
        let key = key(name);
        // « … en télétravail depuis Porto) »: the end of a remark.
        let remark = name.contains(')') && !name.contains('(');
        if key.len() < 2 || remark || runs_on(name) || KINDS.contains(&key.as_str()) {
            continue;
        }
        let same = |group: &&mut Group| {
            group.key == key
                || key.len() >= 4
                    && group.key.len() >= 4
                    && (group.key.ends_with(&key)
                        || key.ends_with(&group.key)
                        || group.key.starts_with(&key)
                        || key.starts_with(&group.key))
        };
        match groups.iter_mut().find(same) {
            Some(group) => {
                if !group.rules.contains(&candidate.rule) {
                    group.rules.push(candidate.rule);
                }
                let known = group.fuller.as_ref().unwrap_or(&group.best).value.as_deref();
                let more = key.len() > group.key.len()
                    && names_body(name)
                    && candidate.score + FULLER >= group.best.score
                    && (key.starts_with(&group.key) || is_institution(name))
                    && known.is_some_and(|known| {
                        known.len() < name.len()
                            && !names_body(known)
                            && !adds_a_place(known, name)
                            && !is_a_part(known, name)
                    });
                if more {
                    group.fuller = Some(candidate);
                }
            }
            None => {
                let rules = vec![candidate.rule];
                groups.push(Group { key, rules, best: candidate, fuller: None });
            }
        }
    }
    for group in &mut groups {
        group.best.score += AGAIN_AT_MOST.min(AGAIN * (group.rules.len() as i32 - 1));
        if group.best.value.as_deref().is_some_and(|name| domains.spell(name)) {
            group.best.score += SPELT;
        }
    }
    let best = groups.into_iter().min_by_key(|group| (-group.best.score, group.best.span))?;
    (best.best.score >= ENOUGH).then(|| best.fuller.unwrap_or(best.best))
}

/// Whether a longer form of a name only adds where it is: « agence Racines Vives de Sète » for « Racines Vives ».
fn adds_a_place(known: &str, name: &str) -> bool {
    name.rsplit_once(" de ")
        .or_else(|| name.rsplit_once(" à "))
        .is_some_and(|(front, place)| front.contains(known) && is_place(place))
}

/// « Réseau juridique des Racines Vives » for « Racines Vives »: something that the house has.
fn is_a_part(known: &str, name: &str) -> bool {
    let bare = |words: &str| fold(words).replace('-', " ");
    let inner = bare(known);
    let whole = inner.contains(' ') || is_acronym(known);
    let outer = bare(name);
    let front = outer.strip_suffix(inner.as_str());
    front.is_some_and(|front| whole && front.split_whitespace().count() > 2)
}

/// Whether words run on into a sentence or out of a quote, and so are no whole name.
fn runs_on(name: &str) -> bool {
    const ARTICLES: [&str; 8] = ["un", "une", "des", "son", "sa", "ses", "deux", "actuellement"];
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let recruits = words.windows(2).any(|two| {
        let verb = two[0].strip_suffix("nt").unwrap_or(two[0]);
        matches!(verb, "recrute" | "recherche" | "cherche" | "propose")
            && ARTICLES.contains(&two[1])
    });
    let tells = words.iter().skip(1).any(|word| matches!(*word, "est" | "sont" | "intervenant"))
        && !folded.contains("l'est")
        && words.windows(2).any(|two| {
            matches!(two[0], "est" | "sont" | "intervenant")
                && matches!(two[1], "un" | "une" | "le" | "la" | "des" | "dans")
        });
    let recruits = recruits
        || words.iter().any(|word| {
            matches!(*word, "recrute" | "recrutent" | "recrutement" | "embauche" | "recherchent")
        });
    let presents = words.windows(2).any(|two| {
        two[0] == "se" && matches!(two[1], "presente" | "compose" | "situe" | "developpe")
    });
    // « Un organisme de conservation »: any of them.
    let indefinite = matches!(words[0], "un" | "une" | "des")
        && words.len() > 1
        && name.split(' ').nth(1).is_some_and(|noun| noun.starts_with(char::is_lowercase));
    let reports = words.iter().any(|word| matches!(*word, "que" | "je" | "vous" | "nous"));
    let cut = words.last().is_some_and(|last| {
        matches!(*last, "de" | "du" | "la" | "le" | "et" | "pour" | "en" | "y" | "qui" | "ne")
    });
    recruits
        || tells
        || presents
        || reports
        || indefinite
        || cut
        || name.contains('«') && !name.contains('»')
}

/// The recruiter in the title's line, and behind « chez » or « à » in the first one.
fn in_heading(
    document: &Document,
    domains: &Domains,
    title: Option<Span>,
) -> Vec<Candidate<String>> {
    let text = document.text.as_str();
    let mut found: Vec<Candidate<String>> = super::title::recruiters(document, domains, title)
        .into_iter()
        .filter_map(|who| {
            let words = who.span.of(text).trim();
            let placed = document.lines.first().is_some_and(|line| {
                line.span.start == who.span.start
                    && crate::segment::placed(line.span.of(text)).is_some()
            });
            let name = without_remark(without_place_tail(words));
            // « Six (06) conseillers »
            let counts = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix"]
                .contains(&fold(name).as_str());
            let lone_place = counts || is_place(name) && !names_body(name);
            ((placed || could_recruit(name) || heading::names_people(name)) && !lone_place)
                .then(|| candidate(text, name, "heading", who.score))
        })
        .collect();
    let first = heading::opening(document).of(text);
    // « à » leads to places as well: only a name that something else confirms follows it.
    const LINKS: [(&str, i32, bool); 10] = [
        (" chez ", 78, true),
        (" au sein de ", 66, true),
        (" au sein de l’", 66, true),
        (" au sein du ", 66, true),
        (" @ ", 78, true),
        (" à ", 58, false),
        (" à la ", 58, false),
        (" à l’", 58, false),
        (" à L’", 58, false),
        (" au ", 58, false),
    ];
    let links = LINKS.iter().flat_map(|&(link, score, sure)| {
        first.match_indices(link).map(move |(at, _)| (&first[at + link.len()..], score, sure))
    });
    for (rest, score, sure) in links {
        let words = rest.split(['(', '–', ',', ':', '|', '!', '?']).next().unwrap_or("").trim();
        // « à l’Institut des sols dans le cadre du projet TERRE »
        let words = words.split(" dans le cadre").next().unwrap_or(words);
        let words = words
            .split(" - ")
            .next()
            .unwrap_or(words)
            .trim_end_matches(['.', '!', '?', '"', '”', '»', ' ']);
        let longest = if names_body(words) { 9 } else { 6 };
        let short = (1..=longest).contains(&words.split_whitespace().count());
        let shown = words.chars().all(|c| {
            c.is_alphanumeric()
                || c.is_whitespace()
                || matches!(c, '-' | '’' | '\'' | '.' | '&' | '/')
        });
        if (words.starts_with(char::is_uppercase) || names_body(words))
            && short
            && shown
            && could_recruit(words)
            && !is_place(words)
            && (sure
                || is_acronym(words.split(' ').next().unwrap_or(words))
                || names_body(words)
                || heading::is_spoken_of(document, heading::opening(document), words)
                || domains.spell(words))
        {
            found.push(candidate(text, without_article(words), "heading-link", score));
        }
    }
    found
}

/// « HEAD », « ANRT »: three capitals or more, and nothing else.
fn is_acronym(word: &str) -> bool {
    word.chars().count() >= 3 && word.chars().all(char::is_uppercase)
}

fn candidate(text: &str, words: &str, rule: &'static str, score: i32) -> Candidate<String> {
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    let value = without_generic(without_article(words)).to_owned();
    Candidate { value: Some(value), span: Span::new(start..start + words.len()), rule, score }
}

/// Names among the lines around the title's: « Association Le Fil » above or below it, `Le Fil · Sète · CDI`.
fn beside(document: &Document, domains: &Domains, title: Option<Span>) -> Vec<Candidate<String>> {
    const AROUND: usize = 3;
    let text = document.text.as_str();
    let own = title.and_then(|title| document.line_at(title.start)).unwrap_or(0);
    let mut found = Vec::new();
    for (index, line) in document.lines.iter().enumerate().take(own + 7) {
        let words = line.span.of(text);
        let folded = fold(words);
        let pictured = ["🏢", "🏛", "🏭", "🏫", "🏥"]
            .iter()
            .any(|house| document.locate(line.span).source.trim_start().starts_with(house));
        let picture =
            words.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '"'));
        let shown = leading_name(picture);
        if pictured && shown.chars().count() >= 2 && could_recruit(shown) && !is_place(shown) {
            found.push(candidate(text, shown, "picture-of-a-house", 72));
            continue;
        }
        let above = index.checked_sub(1).map_or("", |above| document.lines[above].span.of(text));
        let out = index == own
            || super::places::is_workplace_label(&fold(above))
            || matches!(line.role, Role::Item { .. })
            || words.chars().count() > 120
            || words.contains('@')
            || words.contains(':')
                && !heading::pieces(document, line.span)
                    .first()
                    .is_some_and(|piece| piece.part == heading::Part::Body)
            || is_menu(&folded)
            || folded.ends_with(['.', '!', '?', ',', ';'])
            || line.role == Role::Heading && heading_kind(words).is_some() && !names_body(words);
        if out {
            continue;
        }
        let pieces = heading::pieces(document, line.span);
        let facts = pieces
            .iter()
            .any(|piece| matches!(piece.part, heading::Part::Place | heading::Part::Facts));
        for (at, piece) in pieces.iter().enumerate() {
            let name = without_remark(
                without_place_tail(piece.span.of(text))
                    .trim()
                    .trim_matches(['*', '_', '"', '«', '»', ' ']),
            );
            let near = index.abs_diff(own) <= if index == 0 { 2 * AROUND } else { AROUND };
            let alike = heading::is_like_a_name(name);
            let below = document.lines.get(index + 1).map_or("", |line| line.span.of(text));
            let letterhead = index == 0 && own > 1 && is_letterhead(below);
            // « Ville de Sète / recrute / un jardinier ».
            let recruits = (index + 1..index + 3).any(|below| {
                document.lines.get(below).is_some_and(|line| recruits_alone(line.span.of(text)))
            });
            let big = name
                .split_whitespace()
                .filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
                .count();
            let someone = ["M. ", "Mme ", "Mr ", "Dr ", "Pr ", "Me "]
                .iter()
                .any(|title| name.starts_with(title));
            // « Maison de la tourbière – Aulnay », right below the title: a noun of a body, then where it lies.
            let housed = index == own + 1
                && pieces.len() > 1
                && big > 0
                && heading::is_housed(name)
                && pieces[1..]
                    .iter()
                    .all(|piece| matches!(piece.part, heading::Part::Place | heading::Part::Facts));
            let few = !someone
                && name.split_whitespace().count() <= 7
                && (housed || 2 * big >= name.split_whitespace().count());
            let score = match piece.part {
                // « Département du Loiret / Commune de Beaulieu »: the first line says where the second one lies.
                heading::Part::Body
                    if fold(name).starts_with("departement ")
                        && ["commune", "ville", "mairie"]
                            .iter()
                            .any(|noun| fold(below).starts_with(noun)) =>
                {
                    continue;
                }
                heading::Part::Body if names_body(name) => {
                    if recruits {
                        80
                    } else {
                        66
                    }
                }
                heading::Part::Words if at == 0 && recruits && alike => 76,
                // « Kpalimé, Togo »: a town that no list holds.
                heading::Part::Words if !names_body(name) && lies_abroad(words, name) => continue,
                heading::Part::Words | heading::Part::Post
                    if at == 0
                        && (piece.part == heading::Part::Words || heading::names_people(name))
                        && near
                        && (few || letterhead && name.split_whitespace().count() <= 6)
                        && (could_recruit(name)
                            || facts && pieces.len() > 1 && is_a_sign(name))
                        && !is_place(name) =>
                {
                    let backed = heading::is_backed(document, domains, line.span, name);
                    let next = document.lines.get(index + 1).is_some_and(|next| {
                        let next = next.span.of(text);
                        is_place(next) || letterhead
                    });
                    match (backed, facts && pieces.len() > 1, next) {
                        (true, true, _) => 72,
                        (true, false, _) => 64,
                        (false, true, _) | (false, _, true) => 58,
                        (false, false, false) if alike && beside_title(document, own, index) => 54,
                        (false, false, false) if index.abs_diff(own) == 1 => 50,
                        (false, false, false) if alike && index == 0 && own <= 3 => ENOUGH,
                        (false, false, false) if alike => WEAK,
                        _ => continue,
                    }
                }
                _ => continue,
            };
            // « Analyste financier », then « Finance » or « Analyste » on a card: its tags.
            let tag = piece.part == heading::Part::Words
                && title.is_some_and(|title| holds_word(title.of(text), name));
            if tag {
                continue;
            }
            if name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
                let mut found_here = candidate(text, name, "name-beside-the-post", score);
                // « L’Espérance » on a line of its own is called so.
                let signed = name.strip_prefix("L’").or_else(|| name.strip_prefix("L'"));
                if signed.is_some_and(|rest| {
                    pieces.len() == 1
                        && !rest.contains(' ')
                        && rest.starts_with(char::is_uppercase)
                        && rest.contains(char::is_lowercase)
                        && !crate::extract::body::opens_with_noun(rest)
                }) {
                    found_here.value = Some(name.to_owned());
                }
                if piece.part == heading::Part::Body && at + 1 == pieces.len() {
                    let more = goes_on_below(name, below);
                    found_here.value = found_here.value.map(|name| name + &more);
                }
                found.push(found_here);
            }
        }
    }
    found
}

/// Whether words hold others, whole: « Chargée de marketing » holds « Marketing ».
fn holds_word(words: &str, inner: &str) -> bool {
    let (words, inner) = (fold(words), fold(inner));
    let border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    words.match_indices(&inner).any(|(at, found)| {
        border(words[..at].chars().next_back()) && border(words[at + found.len()..].chars().next())
    })
}

/// Whether a line is a name and the country in which it lies.
fn lies_abroad(line: &str, name: &str) -> bool {
    line.trim()
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix(", "))
        .is_some_and(|country| super::places::is_other_place(&fold(country.trim())))
}

/// The rest of a shouted name that goes on in the line below: « LA RÉGIE DE L'EAU / DES RIVES DE GARONNE ».
fn goes_on_below(name: &str, below: &str) -> String {
    let shouted = |words: &str| !words.contains(char::is_lowercase);
    let of = ["DE ", "DU ", "DES ", "D’", "D'"].iter().any(|of| below.starts_with(of));
    if !of || !shouted(name) || !shouted(below) || below.chars().count() > 60 {
        return String::new();
    }
    let verb = [" RECRUTE", " RECHERCHE", " EMBAUCHE", ", ", " ("]
        .iter()
        .filter_map(|verb| below.find(verb))
        .min();
    format!(" {}", &below[..verb.unwrap_or(below.len())])
}

/// Whether nothing but places and facts stands between the title's line and another.
fn beside_title(document: &Document, title: usize, line: usize) -> bool {
    let between = if line > title { title + 1..line } else { line + 1..title };
    document.lines[between].iter().all(|line| {
        let pieces = heading::pieces(document, line.span);
        pieces.iter().all(|piece| matches!(piece.part, heading::Part::Place | heading::Part::Facts))
    })
}

/// Whether a line goes on with a letterhead: an address, or what kind of body it is.
fn is_letterhead(line: &str) -> bool {
    const KINDS: [&str; 10] = [
        "association",
        "entreprise",
        "organisme",
        "societe",
        "cooperative",
        "agence",
        "bureau",
        "cabinet",
        "scop",
        "compagnie",
    ];
    let folded = fold(line);
    let code =
        folded.split(' ').any(|word| word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit()));
    let first = folded.split([' ', '\'']).next().unwrap_or("");
    code || KINDS.contains(&first) && folded.split(' ').count() <= 8
}

/// Whether a line only says that someone above it recruits.
pub(super) fn recruits_alone(line: &str) -> bool {
    let folded = fold(line);
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let verb = words.split(' ').next().unwrap_or("");
    let verb = verb.strip_suffix("nt").unwrap_or(verb);
    matches!(verb, "recrute" | "recherche" | "cherche" | "embauche")
        && words.split(' ').count() <= 6
        && !words.contains([',', '.'])
        && (words.split(' ').count() == 1
            || ["pour", "a", "en", "par", "dans", "son", "sa", "un", "une", "actuellement"]
                .contains(&words.split(' ').nth(1).unwrap_or("")))
}

/// A name on a line of its own above the ways to reach it: the card at the end of an ad.
fn above_contacts(document: &Document) -> Vec<Candidate<String>> {
    let text = document.text.as_str();
    let pairs = document.lines.windows(2).filter(|pair| reaches(pair[1].span.of(text)));
    pairs
        .filter_map(|pair| {
            let words = pair[0].span.of(text).trim();
            let name = without_remark(words);
            let big =
                name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
            let body = names_body(name) && !name.contains([',', ';', '–', '|']);
            let many = big >= 2 && heading::is_like_a_name(name) && !person(name);
            (body || many)
                .then(|| candidate(text, name, "above-contacts", if body { 54 } else { 48 }))
        })
        .collect()
}

/// Whether a line is an e-mail address, a telephone number or a web address.
fn reaches(line: &str) -> bool {
    let line = line.trim();
    let figures = line.chars().filter(char::is_ascii_digit).count();
    let alone = !line.contains(' ');
    alone && (line.contains('@') || line.starts_with("http") || line.starts_with("www."))
        || figures == 10 && !line.contains(char::is_alphabetic)
}

/// « Jeanne Martin », « Mme Martin »: two words, the second of which may be a surname.
fn person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.len() == 2
        || ["M.", "Mme", "Mr", "Dr", "Pr", "Me", "Madame", "Monsieur"].contains(&words[0])
}

/// A name that comes more often than this is what the text is about.
const OFTEN: usize = 2;

/// Names that the hosts of addresses spell.
fn spelt(document: &Document, domains: &Domains) -> Vec<Candidate<String>> {
    let text = document.text.as_str();
    domains
        .names(document)
        .into_iter()
        .chain(domains.explained(document))
        .filter_map(|span| {
            let span = with_its_noun(text, span);
            let name = span.of(text);
            let lone = !name.contains([' ', '-', '’', '\'']);
            // One word that only the page's links spell may be a tool or a partner.
            let often = || document.text.matches(name).count() > OFTEN;
            let score = match (lone, domains.mailed(name) || often()) {
                (true, true) => 42,
                (true, false) => 30,
                (false, _) => 52,
            };
            (could_recruit(name) && !is_place(name) && !has_studied_there(document, name))
                .then(|| candidate(text, name, "spelt-by-an-address", score))
        })
        .collect()
}

/// « Ancien élève de Racines, je cherche un stagiaire »: the school of who writes.
fn has_studied_there(document: &Document, name: &str) -> bool {
    let name = fold(name);
    let text = document.folded.as_str();
    ["eleve de ", "eleve a ", "etudiant a ", "etudiante a ", "diplome de ", "diplomee de "]
        .iter()
        .any(|of| text.match_indices(*of).any(|(at, _)| text[at + of.len()..].starts_with(&name)))
}

/// A name with the noun of a body before it and the capitals behind: « Menuiserie Racine-Vive », « Petit & Roy Avocats ».
fn with_its_noun(text: &str, span: Span) -> Span {
    let line = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line..span.start as usize].trim_end();
    let (mut start, mut end) = (span.start as usize, span.end as usize);
    for words in 1..=6 {
        let cut = before
            .rmatch_indices([' ', '’', '\''])
            .nth(words - 1)
            .map_or(0, |(at, mark)| at + mark.len());
        let longer = &text[line + cut..end];
        // « COMMUNAUTÉ DE COMMUNES DE … » opens with its first noun.
        let inner = fold(longer).starts_with("communes ");
        if longer.starts_with(char::is_uppercase)
            && !longer.contains(',')
            && !inner
            && names_body(longer)
            && !names_body(&text[start..end])
        {
            start = line + cut;
            break;
        }
        if cut == 0 {
            break;
        }
    }
    let after =
        text[end..].split(['\n', ',', '.', '(', ';', ':', '@', '<', '|', '–']).next().unwrap_or("");
    if after.starts_with(' ') {
        let more = leading_name(after.trim_start());
        let word = after.trim_start().split(' ').next().unwrap_or("");
        if !more.is_empty()
            && word.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && after.trim().len() <= more.len()
        {
            end += after.len() - after.trim_start().len() + more.len();
        }
    }
    Span::new(start..end)
}

/// « Université de Laval, Laval Québec » -> « Université de Laval »: the tail says the place again.
fn without_place_tail(who: &str) -> &str {
    let Some((head, tail)) = who.split_once(", ") else { return who };
    // « Médiathèque Simone, 12 rue des Tanneurs »
    if tail.starts_with(|c: char| c.is_ascii_digit()) {
        return head;
    }
    if tail.starts_with(char::is_lowercase) {
        let own = ["de ", "du ", "des ", "d’", "d'", "et "].iter().any(|of| tail.starts_with(of));
        return if own { who } else { head };
    }
    let first = tail.split_whitespace().next().unwrap_or("");
    // « Supermarché Le Panier, La Grand-Combe. CDI », « MAISON RACINES, LAUSANNE (SUISSE) ».
    let clause = tail.split(['.', '(', ',']).next().unwrap_or(tail).trim();
    let abroad = tail.rsplit_once(" (").is_some_and(|(_, inside)| {
        super::places::is_other_place(&fold(inside.trim_end_matches(')')))
    });
    let placed = head.contains(first)
        || !crate::gazetteer::communes(first).is_empty()
        || is_place(clause)
        || abroad;
    if placed { head } else { who }
}

/// The name in the body's own case, when the heading shouts it.
fn as_the_body_writes(name: &str, document: &Document) -> String {
    let shouted = name.chars().filter(|c| c.is_alphabetic()).count() >= 5
        && !name.chars().any(char::is_lowercase);
    if !shouted {
        return name.to_owned();
    }
    let body = document.folded.as_str().find('\n').unwrap_or(0);
    let folded = fold(name);
    let spelt = document.folded.as_str()[body..].match_indices(&folded).find_map(|(at, found)| {
        let words = document.source(body + at..body + at + found.len()).of(&document.text);
        words.chars().any(char::is_lowercase).then(|| words.to_owned())
    });
    match spelt {
        Some(words) if words.starts_with(char::is_uppercase) => words,
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_the_recruiter() {
        let cases = [
            (
                "LES JARDINS CONSEIL (Nantes -44) – Jardinier\nLes Jardins conseil taille.",
                "Les Jardins conseil",
            ),
            ("Université de Laval, Laval Québec (G1V 0A6) – Les sols", "Université de Laval"),
            ("Stage Chef(fe) de culture junior chez Jardins.org", "Jardins.org"),
            ("Contrat doctoral à la RAVE Sète", "RAVE Sète"),
            (
                "Stage jardin à Plaine Neuve (au nord de Nantes)\nJardiner avec Plaine Neuve",
                "Plaine Neuve",
            ),
        ];
        for (text, expected) in cases {
            let mut offer = Offer::default();
            read(&Document::of_text(text), &mut offer);
            assert_eq!(offer.organisation.as_deref(), Some(expected), "{text}");
        }
        let mut offer = Offer::default();
        read(&Document::of_text("Jardinier à Nantes\nTailler les haies."), &mut offer);
        assert_eq!(offer.organisation, None);
    }
}
