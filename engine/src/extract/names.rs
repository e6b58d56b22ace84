//! Names of people as ads write them beside an address: « Jeanne Martin », « Mme MARTIN », « Monsieur le Maire ».

use super::emails::Email;
use crate::document::Document;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::OnceLock;

/// A first name and a surname, capitalised.
const NAME: &str = r"\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*(?: (?:de|du|des|le|la|van|von|el|ben) | (?:d|D)['’]| )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?";

/// A first name or a surname, capitalised.
const WORD: &str = r"\p{Lu}[\p{L}’'-]*\p{Ll}";

/// How somebody is addressed.
const CIVIL: &str = r"(?:M\.|Mme|Mlle|Mr|Monsieur|Madame|Dr|Docteur|Pr|Me)";

/// Beginnings of what somebody does: « directrice », « chargé de mission ».
const FUNCTIONS: &[&str] = &[
    "responsable",
    "charge",
    "direct",
    "assistant",
    "gestionnaire",
    "coordin",
    "chef",
    "cheffe",
    "president",
    "secretaire",
    "drh",
    "recrut",
    "conseill",
    "animat",
    "gerant",
];

/// Capitalised words of ads that are nobody's name.
const NOBODY: &[&str] = &[
    "envoyer",
    "envoyez",
    "merci",
    "cv",
    "lettre",
    "curriculum",
    "contact",
    "contacts",
    "mail",
    "email",
    "courriel",
    "adresse",
    "pour",
    "service",
    "direction",
    "pole",
    "ressources",
    "humaines",
    "responsable",
    "charge",
    "chargee",
    "directeur",
    "directrice",
    "mairie",
    "ville",
    "association",
    "candidature",
    "candidatures",
    "postuler",
    "telephone",
    "tel",
    "site",
    "web",
    "president",
    "presidente",
    "recrutement",
    "stage",
    "offre",
    "poste",
    "universite",
    "conseil",
    "departement",
    "communaute",
    "region",
    "madame",
    "monsieur",
    "mme",
    "par",
    "objet",
    "date",
    "lieu",
    "projet",
    "equipe",
    "centre",
    "institut",
    "ecole",
    "agence",
    "cabinet",
    "mission",
    "communication",
    "coordinateur",
    "coordinatrice",
    "secretariat",
    "accueil",
    "drh",
    "rh",
    "metropole",
    "france",
    "parc",
    "maison",
    "fondation",
    "musee",
    "laboratoire",
    "chaire",
    "informations",
    "information",
    "renseignements",
    "tutrice",
    "tuteur",
    "delegue",
    "deleguee",
    "chef",
    "cheffe",
    "rue",
    "avenue",
    "place",
    "boulevard",
    "les",
    "la",
    "le",
    "nous",
    "vous",
    "votre",
    "notre",
    "master",
    "licence",
    "animateur",
    "animatrice",
    "maitre",
    "maitresse",
    "intitule",
    "technicien",
    "technicienne",
    "assistant",
    "assistante",
    "consultant",
    "type",
    "developpement",
    "durable",
    "social",
    "sociale",
    "culture",
    "alternance",
    "profil",
    "infos",
    "possibilite",
    "asso",
    "ressourcerie",
    "mediatheque",
    "bibliotheque",
    "relais",
    "atelier",
    "ateliers",
    "menuiserie",
    "charpentes",
    "toitures",
    "garage",
    "boulangerie",
    "restaurant",
    "ferme",
    "gaec",
    "adressez",
    "appeler",
    "appelez",
    "bureau",
    "camping",
    "contacter",
    "contactez",
    "demander",
    "demandez",
    "domaine",
    "ecrire",
    "ecrivez",
    "fixe",
    "hotel",
    "mobile",
    "portable",
    "refuge",
    "residence",
    "route",
    "chemin",
    "siege",
    "standard",
    "whatsapp",
    "signal",
    "discord",
    "facebook",
    "instagram",
];

fn pattern(cell: &'static OnceLock<Regex>, source: &str) -> &'static Regex {
    cell.get_or_init(|| {
        Regex::new(source).unwrap_or_else(|error| panic!("a name's pattern is wrong: {error}"))
    })
}

fn somebody(name: &str) -> bool {
    fold(name).split([' ', '-']).all(|word| !NOBODY.contains(&word))
}

/// Whether what follows the word is a service, not a person.
fn starts_service(word: &str) -> bool {
    matches!(fold(word).as_str(), "service" | "pole" | "direction" | "departement" | "chaire")
}

/// Whether a short line is what somebody does, as signatures have it.
pub(super) fn is_function(line: &str) -> bool {
    const LONGEST: usize = 60;
    let folded = fold(line);
    line.len() <= LONGEST
        && !line.contains([':', '.'])
        && FUNCTIONS.iter().any(|function| folded.starts_with(function))
}

/// Letters of a word, folded.
fn key(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_ascii_alphabetic()).collect()
}

/// The capitalised words of a document, where a name can begin, each with the one or two words that follow it.
pub(super) struct Names {
    pairs: Vec<Pair>,
}

struct Pair {
    span: Span,
    first: String,
    last: String,
}

impl Names {
    /// Every two or three words that could be somebody's name.
    pub(super) fn of(document: &Document) -> Self {
        let text = document.text.as_str();
        let letter = |c: char| c.is_alphabetic() || matches!(c, '’' | '\'' | '-');
        let mut words: Vec<(usize, usize)> = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (start, letter(c)) {
                (None, true) if c.is_alphabetic() => start = Some(at),
                (Some(from), false) => {
                    words.push((from, at));
                    start = None;
                }
                _ => {}
            }
        }
        let capital = |&(from, _): &(usize, usize)| text[from..].starts_with(char::is_uppercase);
        let mut pairs = Vec::new();
        for (index, first) in words.iter().enumerate() {
            if !capital(first) {
                continue;
            }
            let first_word = &text[first.0..first.1];
            let follows = |length: usize| {
                let last = words.get(index + length).filter(|word| capital(word))?;
                let apart = &text[first.1..last.1];
                let joined = ["des", "a", "à", "aux", "et", "sur"];
                let is_phrase = apart.split(' ').any(|word| joined.contains(&word));
                let parted = apart.contains(['\n', ',', '.', '(', ':', '@', '–', '/']);
                (!parted && !is_phrase).then_some(last.1)
            };
            let ends = [follows(1), follows(2)];
            // « Service », « du » lead to a house, not to a person.
            let of_a_house = index.checked_sub(1).is_some_and(|before| {
                let word = &text[words[before].0..words[before].1];
                starts_service(word) || matches!(word, "du" | "des" | "la" | "le" | "les" | "au")
            });
            if ends == [None, None] || !somebody(first_word) || of_a_house {
                continue;
            }
            pairs.extend(ends.into_iter().flatten().map(|end| Pair {
                span: Span::new(first.0..end),
                first: key(first_word),
                last: key(&text[first.1..end]),
            }));
        }
        Self { pairs }
    }

    /// The name that the address is made of: « j.martin » or « jeanne.martin » when `apart`, else « martin » or
    /// « jmartin », which say less and count only close to the address.
    pub(super) fn spelt_by(&self, email: &Email, apart: bool) -> Option<Span> {
        const CLOSE: u32 = 200;
        let local = fold(email.address.split('@').next().unwrap_or(""));
        let parts: Vec<String> =
            local.split(['.', '_', '-']).map(key).filter(|p| !p.is_empty()).collect();
        let whole: String = parts.concat();
        if (parts.len() > 1) != apart || whole.len() < 4 || NOBODY.contains(&whole.as_str()) {
            return None;
        }
        let given =
            |name: &str, first: &str| name == first || (name.len() <= 2 && initials(first, name));
        let cuts: Vec<(String, String)> =
            (1..parts.len()).map(|cut| (parts[..cut].concat(), parts[cut..].concat())).collect();
        let spelt = |pair: &&Pair| {
            let Pair { first, last, span } = *pair;
            if first.is_empty() || last.len() < 2 {
                return false;
            }
            if apart {
                return cuts.iter().any(|(a, b)| {
                    (given(a, first) && b == last) || (a == last && given(b, first))
                });
            }
            let joined = whole.strip_suffix(last.as_str());
            let close = span.start.abs_diff(email.span.start) <= CLOSE;
            close
                && last.len() >= 4
                && joined
                    .is_some_and(|rest| rest.is_empty() || rest == first || *rest == first[..1])
        };
        self.pairs
            .iter()
            .filter(spelt)
            .map(|pair| pair.span)
            .min_by_key(|span| span.start.abs_diff(email.span.start))
    }
}

/// Whether `letters` are the initials of a first name: « j » or « jp » for Jean-Pierre, « la » for Laure.
fn initials(first: &str, letters: &str) -> bool {
    first.starts_with(letters) || first.starts_with(&letters[..1]) && letters.len() == 2
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
    use crate::extract::emails;

    #[test]
    fn addresses_spell_names() {
        let cases = [
            ("Jeanne Martin, cheffe : j.martin@exemple.fr", Some("Jeanne Martin")),
            ("Contact Paul Le-Goff : pa.legoff@exemple.fr", Some("Paul Le-Goff")),
            ("Zoé PETIT, zoe.petit02@exemple.fr", Some("Zoé PETIT")),
            ("Marc Verdier : verdier@exemple.fr", Some("Marc Verdier")),
            ("anne_du-bois@exemple.ca encadre avec Anne Du-Bois", Some("Anne Du-Bois")),
            ("Lettre à jeanne.martin@exemple.fr", None),
            ("Stage Culture : stage@exemple.fr", None),
        ];
        for (text, name) in cases {
            let document = Document::of_text(text);
            let email = &emails::all(&document)[0];
            let names = Names::of(&document);
            let spelt = names.spelt_by(email, true).or_else(|| names.spelt_by(email, false));
            assert_eq!(spelt.map(|span| span.of(text)), name, "{text}");
        }
    }

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
