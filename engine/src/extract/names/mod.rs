//! Names of people as ads write them beside an address: « Jeanne Martin », « Mme MARTIN », « Monsieur le Maire ».

mod nobody;
mod spelt;

use crate::document::Document;
use crate::span::Span;
use crate::text::fold;
pub(super) use nobody::is_function;
use nobody::somebody;
use regex::Regex;
pub(super) use spelt::Names;
use std::sync::OnceLock;

/// A first name and a surname, capitalised.
const NAME: &str = r"\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*(?: (?:de|du|des|le|la|van|von|el|ben) | (?:d|D)['’]| )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?";

/// A first name or a surname, capitalised.
const WORD: &str = r"\p{Lu}[\p{L}’'-]*\p{Ll}";

/// How somebody is addressed.
const CIVIL: &str = r"(?:M\.|Mme|Mlle|Mr|Monsieur|Madame|Dr|Docteur|Pr|Me)";

fn pattern(cell: &'static OnceLock<Regex>, source: &str) -> &'static Regex {
    cell.get_or_init(|| {
        Regex::new(source).unwrap_or_else(|error| panic!("a name's pattern is wrong: {error}"))
    })
}

/// Whom the words are addressed to: « à l'attention de Monsieur le Maire ».
pub(super) fn to_whom(words: &str) -> Option<String> {
    static TO: OnceLock<Regex> = OnceLock::new();
    let to = pattern(
        &TO,
        r"(?i:à l[’']attention d(?:e |u |[’']))(?P<name>(?:(?:Monsieur|Madame|M\.|Mme)[ ,]+)?[^,;:(\n@–-]{3,70}?)(?:\. |\.$| (?:Adresse|Mairie|Hôtel|Service|Mail|Courriel|Email|Tél|E-mail|par|à|avant)\b|[,;:(\n–-]|$)",
    );
    let name = bare(&to.captures(words)?["name"]);
    // « À l'attention de la directrice » names nobody.
    let folded = fold(&name);
    let role = ["la ", "le ", "l'"].iter().find_map(|article| folded.strip_prefix(article));
    (!is_function(role.unwrap_or(&folded))).then(|| without_civility(&name))
}

/// « Jeanne Martin » of « Mme Jeanne Martin »; « Mme Martin » stays.
fn without_civility(name: &str) -> String {
    static CIVILITY: OnceLock<Regex> = OnceLock::new();
    let civility = pattern(&CIVILITY, &format!(r"^{CIVIL} (?P<name>{NAME})$"));
    let whole = civility.captures(name).map(|found| found["name"].to_owned());
    // « Mme Le Bris » has no first name.
    let whole = whole.filter(|name| !name.starts_with("Le ") && !name.starts_with("La "));
    whole.unwrap_or_else(|| name.to_owned())
}

/// Who is named right before an address or a number by less than a whole name: « M. Martin, chef de service, 05 … »,
/// « écrire à Jeanne, jeanne@… ».
fn right_before(segment: &str) -> Option<String> {
    static ADDRESSED: OnceLock<Regex> = OnceLock::new();
    static FIRST: OnceLock<Regex> = OnceLock::new();
    let end = r"(?:, \p{Ll}[^,;:()@\n]{2,60})?[\s,:(<–—|-]*(?:\bau\s*|\bà\s*)?$";
    let addressed = pattern(
        &ADDRESSED,
        &format!(r"(?P<name>{CIVIL} {WORD}[\p{{L}}’'-]*(?: {WORD}[\p{{L}}’'-]*)?){end}"),
    );
    if let Some(found) = addressed.captures(segment) {
        return Some(without_civility(&found["name"])).filter(|name| somebody_addressed(name));
    }
    let first = format!(
        r"(?:(?i:\b(?:demande[rz]|appele[rz]|contacte[rz]|joindre|auprès de|(?:écri(?:re|vez|s)|mp|message|msg|sms|vocal|cv|candidature|lettre|mail|courriel) à|tut(?:eur|rice) sera))\s+|(?i:\b(?:contacts?|candidatures?|renseignements?|infos?|informations?|tut(?:eur|rice)))\s*:\s*|(?i:\bquestions?)\s*[:?]\s*)(?P<name>\p{{Lu}}\p{{Ll}}+(?:-\p{{Lu}}\p{{Ll}}+)?){end}"
    );
    let found = pattern(&FIRST, &first).captures(segment)?;
    let name = &found["name"];
    (somebody(name) && !crate::gazetteer::is_named(name)).then(|| name.to_owned())
}

/// Whether a name after « M. » or « Mme » is one: « M. le Maire » is told otherwise.
fn somebody_addressed(name: &str) -> bool {
    name.split(' ').skip(1).all(|word| !is_function(word))
}

/// Who is named right behind an address or a number: « … à l'attention de Jeanne Martin », « … (Mme Martin) », « … demander Jeanne ».
pub(super) fn right_behind(words: &str) -> Option<String> {
    static BEHIND: OnceLock<Regex> = OnceLock::new();
    let behind = format!(
        r"^[\s,>)–—-]*(?:\((?:{CIVIL} )?(?P<in_brackets>{NAME})[,)]|\((?P<addressed>{CIVIL} {WORD}[\p{{L}}’'-]*)\)|demande[rz] (?:{CIVIL} )?(?P<asked>{NAME}|\p{{Lu}}\p{{Ll}}+))"
    );
    let close = words.trim_start_matches([' ', ',', '>', ')', '–', '—', '-']);
    if fold(close).starts_with("a l'attention") {
        return to_whom(close).filter(|name| name.starts_with(char::is_uppercase));
    }
    let found = pattern(&BEHIND, &behind).captures(words)?;
    let name = ["in_brackets", "addressed", "asked"].iter().find_map(|group| found.name(group))?;
    somebody(name.as_str().trim_start_matches("Mme ")).then(|| name.as_str().to_owned())
}

/// The name that opens `segment`, the words before an address, or that it is addressed to.
pub(super) fn in_segment(segment: &str) -> Option<String> {
    static OPENING: OnceLock<Regex> = OnceLock::new();
    static CALLED: OnceLock<Regex> = OnceLock::new();
    static SERVICE: OnceLock<Regex> = OnceLock::new();
    if let Some(name) = to_whom(segment) {
        return Some(name);
    }
    let whole = segment;
    let segment = segment.trim().trim_start_matches(|c: char| !c.is_alphanumeric());
    let opening = format!(r"^(?P<name>(?:{CIVIL} )?(?P<alone>{NAME}))\s*(?:[,(:/–—-]|$)");
    if segment.len() <= 160
        && let Some(found) = pattern(&OPENING, &opening).captures(segment)
        && somebody(&found["alone"])
    {
        return Some(without_civility(&found["name"]));
    }
    let called = format!(
        r"(?:(?:(?i:tut(?:eur|rice)|ma[îi]tre(?:sse)? de stage|encadrante?s?|encadrement|responsable|interlocut\w+|référente?|gestionnaire|recruteu\w+|renseignements?|informations?|questions?|contacts?)[^:\n]*:|à(?: l[’']adresse de)?\s*:?|auprès d(?:e|u)|contacter|[Cc]ontact\s*:?|par|avec|de) (?:Madame |Monsieur |Mme |Mr |M\. |Dr |Docteur |Pr )?|(?:Dr|Docteur|Madame|Monsieur|Mme|M\.) )(?P<name>{NAME})\s*(?:[,(:/–—-]|$|à l|à\s*$|au\b)"
    );
    if let Some(found) = pattern(&CALLED, &called).captures_iter(segment).last()
        && somebody(&found["name"])
    {
        return Some(found["name"].to_owned());
    }
    if let Some(name) = right_before(whole) {
        return Some(name);
    }
    let service = pattern(
        &SERVICE,
        r"^(?:[^:\n]{0,60}: )?(?P<name>(?:L[’']équipe|La chaire|Le service|La direction|Le secrétariat|Le pôle|Service|Direction|Pôle|Secrétariat|Cellule) (?:«[^»\n]*»|[^,;:@«]){1,100}?)\s*[:–—-]?\s*$",
    );
    service.captures(segment).map(|found| bare(&found["name"]))
}

/// Who is named to be asked, without an address: « Pour plus d'informations : Jeanne Martin ».
pub(super) fn to_ask(document: &Document) -> Vec<(Span, String)> {
    static ASK: OnceLock<Regex> = OnceLock::new();
    let ask = format!(
        r"(?m)(?i:informations?(?: complémentaires?)?|renseignements?(?: complémentaires?)?|contact|personne à contacter|interlocut\w+|questions?)\s*:\s*(?:Madame |Monsieur |Mme |M\. )?(?P<name>{NAME})\s*(?:[,(–—-][^\n@]*)?$"
    );
    let ask = pattern(&ASK, &ask);
    document
        .lines
        .iter()
        .filter_map(|line| {
            let words = line.span.of(&document.text);
            // A colon announces the name: most lines are passed over at this price.
            let found = if words.contains(':') { ask.captures(words)? } else { return None };
            let name = found.name("name")?;
            let start = line.span.start as usize + name.start();
            somebody(name.as_str())
                .then(|| (Span::new(start..start + name.len()), name.as_str().to_owned()))
        })
        .collect()
}

/// The service of a postal address: « Courrier : Service des parcs – 3 rue… ».
pub(super) fn by_post(line: &str) -> Option<String> {
    static POST: OnceLock<Regex> = OnceLock::new();
    let post = pattern(
        &POST,
        r"^\W*(?i:courrier|par courrier|adresse postale)\s*:\s*(?P<name>(?:Service|Direction|Pôle|Département|Secrétariat)[^–—,\n-]*)",
    );
    post.captures(line).map(|found| bare(&found["name"]))
}

fn bare(name: &str) -> String {
    name.trim().trim_end_matches(['–', '—', '-', ':', ',', '.']).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_before_addresses() {
        let cases = [
            ("Jeanne Martin – Directrice :", Some("Jeanne Martin")),
            ("Mme Jeanne Martin, directrice", Some("Jeanne Martin")),
            ("La chaire « Ville et mer »", Some("La chaire « Ville et mer »")),
            ("L’équipe des parcs –", Some("L’équipe des parcs")),
            (
                "par mail à l’attention de Monsieur le Maire de Courbes Adresse : Mairie",
                Some("Monsieur le Maire de Courbes"),
            ),
            ("merci de vous adresser à Jeanne Martin, directrice :", Some("Jeanne Martin")),
            ("Envoyez un CV à : Jeanne Martin, administratrice,", Some("Jeanne Martin")),
            ("Renseignements auprès du Dr Jeanne Martin, au", Some("Jeanne Martin")),
            ("Maître de stage : Jeanne Martin, chargée de mission,", Some("Jeanne Martin")),
            ("Renseignements : Jeanne Martin, ", Some("Jeanne Martin")),
            ("Contact : M. Martin, chef de service, ", Some("M. Martin")),
            ("| BTS | Mme Martin, ", Some("Mme Martin")),
            ("CV et lettre à l’attention de Mme Jeanne Martin, directrice", Some("Jeanne Martin")),
            ("- écrire à Jeanne, ", Some("Jeanne")),
            ("Une question ? Jeanne, au ", Some("Jeanne")),
            ("Renseignements et candidatures : Paul-Henri, ", Some("Paul-Henri")),
            ("Contact : Rennes, ", None),
            ("Contact : Accueil, ", None),
            ("par courrier à l’attention de la directrice, ", None),
            ("Envoyer CV, lettre de motivation à", None),
            ("Lettre de motivation et CV à", None),
            ("une lettre et un Curriculum Vitae à", None),
        ];
        for (segment, name) in cases {
            assert_eq!(in_segment(segment).as_deref(), name, "{segment}");
        }
    }
}
