//! A place's name in its surroundings, and what they say: whether the work is there.
//!
//! Over 400 lines: each surrounding is one question, asked of the same name.

use super::codes::{codes_near, is_coded, is_postal_code_before};
use super::leads::{ELSEWHERE, FOUNDED, HEAD_OFFICE, LEADS, OTHERS, PATTERNS};
use crate::document::Document;
use crate::extract::rule::{compile, says};
use crate::gazetteer::Mention;
use crate::offer::SectionKind;
use crate::outline::Role;
use crate::segment;
use crate::text::fold;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// How many lines at the top of an offer may hold chips: « Nantes · CDI · Hybride ».
const TOP: usize = 12;

/// How far the workplace is from a place: « à 30 km de », « à une heure de ».
static DISTANCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:\d[\d,.]*|une|deux|trois|dix|quinze|vingt|trente) ?(?:km|kms|kilometres?|min|mn|minutes?|h|heures?)(?: [a-z' -]{1,25})? (?:de |d'|du |des )(?:la |le |les |l')?$",
    )
});

/// A name that may be the workplace's.
pub(super) struct Spot<'a> {
    pub(super) document: &'a Document,
    /// Where it stands, in the folded text.
    pub(super) range: Range<usize>,
    /// Whether it is also an ordinary word.
    pub(super) word: bool,
    /// Whether it is a part of a longer name.
    pub(super) part: bool,
    /// Whether a code beside it is its own.
    pub(super) coded: bool,
}

/// « … et une réserve située à Sète », « - Le musée du Port, situé à Sète »: one house of several.
static ANNEX: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\bet (?:un|une|des|deux|trois) [^.;,\n]{3,80}\b(?:situe|base|implante|installe)[^.;,\n]*$|^- (?:le |la |l'|les )[^.;\n]{3,100}\b(?:situe|base|implante|installe)[^.;,\n]*$",
    )
});
/// « Anne Petit, professeure de botanique (université de Limoges) »: where who supervises works.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^[^a-z]{0,4}[a-z'-]+(?: [a-z'-]+){1,3},? \(?(?:professeure?|maitre|maitresse|directeur|directrice|chargee?|ingenieure?|chercheure?|enseignante?)\b.*\(",
    )
});

impl<'a> Spot<'a> {
    /// That of a commune's name.
    pub(super) fn of(document: &'a Document, mention: &Mention) -> Self {
        let coded = is_coded(document, mention) || is_in_its_department(document, mention);
        // « Strasbourg-Meinau (67100) »: a quarter of the town whose code it is.
        let quarter = mention.part
            && begins_a_quarter(document, &mention.range)
            && codes_near(document, &mention.range).iter().any(|code| {
                code.len() == 5
                    && mention.communes.iter().any(|commune| commune.has_postal_code(code))
            });
        let part = mention.part && !quarter || (!coded && opens_a_name(document, &mention.range));
        // « La Réunion » and « Bretagne » are communes too; « Vienne (86) » is the département.
        let numbered = mention.department.is_some_and(|department| {
            codes_near(document, &mention.range).iter().any(|code| code == department.code)
        });
        let area = mention.region.is_some() || numbered;
        let part = part || (area && !coded);
        Self { document, range: mention.range.clone(), word: mention.word, part, coded }
    }

    fn line(&self) -> (&str, &str) {
        let (start, line) = self.document.folded_line(self.range.start);
        (&line[..self.range.start - start], &line[(self.range.end - start).min(line.len())..])
    }

    fn at(&self) -> u32 {
        self.document.source(self.range.clone()).start
    }

    /// By which words the place is a workplace, and how surely.
    pub(super) fn led_to(&self) -> Option<(&'static str, i32)> {
        let (document, at) = (self.document, self.at());
        let (before, after) = self.line();
        let name = &document.folded.as_str()[self.range.clone()];
        if document.role_at(at) == Role::Title {
            return self.in_title(before, after);
        }
        if self.part || names_a_street(before) || names_a_university(before, name, after) {
            return None;
        }
        if self.is_aside(before, after) {
            return None;
        }
        let sentence = before.rsplit([';', '!', '?']).next().unwrap_or(before);
        let sentence = sentence.rfind(". ").map_or(sentence, |dot| &sentence[dot + 2..]);
        let kind = document.kind_at(at);
        // « à 30 km de Sète », « à une heure de Sète »: how far the workplace is from there.
        let elsewhere = says(sentence, ELSEWHERE) || DISTANCE.is_match(before);
        let head_office = says(sentence, HEAD_OFFICE);
        let after_code = is_postal_code_before(before);
        // « École de musique », « Port du Légué »: the word goes on, and is no commune.
        let goes_on = [" de ", " du ", " d'", " des "].iter().any(|link| after.starts_with(link));
        let plain = !self.word
            || self.coded
            || !goes_on && ((after_code || before.ends_with(": ")) && self.is_spelt());
        let led = LEADS.iter().zip(PATTERNS.iter()).find(|(_, pattern)| pattern.is_match(before));
        if let Some((lead, _)) = led
            && !elsewhere
            && plain
            // « L’établissement dépend de l’agglomération, dont les bureaux sont à Sète »
            && !(lead.name == "offices" && sentence.contains("dont les "))
            && (lead.score >= 84 || !head_office)
            && (lead.score >= 50
                || ((lead.name == FOUNDED || !says(sentence, OTHERS))
                    && kind != SectionKind::Profile))
            && !(lead.name == "recruiter-based" && ANNEX.is_match(before))
            && !(lead.name == "recruiter-of" && PERSON.is_match(before))
            && !(lead.name == "label"
                && kind == SectionKind::Apply
                && !says(before, &["lieu", "localisation"]))
        {
            let about = kind == SectionKind::About && (50..80).contains(&lead.score);
            let section = if about { -25 } else { 0 };
            return Some((lead.name, lead.score + section - (before.len() / 40).min(4) as i32));
        }
        if plain && !elsewhere && is_workplace_label(&self.line_above(at)) && before.len() <= 60 {
            return Some(("label-above", 87 + i32::from(after_code)));
        }
        let heading = heading_above(document, at);
        if plain
            && (says(&heading, &["lieu", "localisation", "adresse"])
                || is_workplace_label(&heading))
        {
            return Some(("section", 85 + i32::from(after_code)));
        }
        if (!self.word || self.coded) && self.is_chip(before, after) {
            return Some(("chip", 76));
        }
        // « 4 mois à partir d'avril. Caen. Licence 3. »
        let alone = before.ends_with(". ") && (after == "." || after.starts_with(". "));
        if alone && plain && !head_office && kind != SectionKind::Apply {
            return Some(("fact", 60));
        }
        if (!self.word || self.coded) && !elsewhere && !head_office && self.is_fact(before, after) {
            return Some(("fact", 66));
        }
        // « Le Verger (Sète) recrute »
        if plain && !elsewhere && before.ends_with('(') && recruits_behind(after) {
            return Some(("recruiter-bracket", 62));
        }
        // « le laboratoire Haies (Sète, France) »
        if plain && before.ends_with('(') && after.starts_with(", france)") && !elsewhere {
            return Some(("bracket", 48));
        }
        let contact = elsewhere || head_office || kind == SectionKind::Apply;
        // A recruitment agency's address is not the recruiter's.
        if self.coded && !(contact && says(sentence, &["cabinet"])) {
            return Some(("address", if contact { 30 } else { 50 }));
        }
        let behind = [" a ", " au ", " aux ", ", "].iter().any(|end| before.ends_with(end));
        let named = !self.word && behind && !says(sentence, OTHERS) && kind != SectionKind::Profile;
        (named && !contact).then_some(("mention", 20))
    }

    /// Whether another town is the place: « Agde (siège à Sète) », « campus de Sète, Agde ».
    fn is_aside(&self, before: &str, after: &str) -> bool {
        static SEAT: LazyLock<Regex> = LazyLock::new(|| {
            compile(
                r"[a-z] \((?:(?:le|notre|son|leur) )?siege(?: social)?(?: est)? ?(?:a|au|aux|de|d'|:) ?$",
            )
        });
        static NAMED: LazyLock<Regex> = LazyLock::new(|| {
            compile(
                r"\b(?:campus|tour|batiment|residence|immeuble|villa|salle|amphitheatre)(?: (?:de|du|des|d'|la|le|les|l'))*[ ']?$",
            )
        });
        let town_behind = || {
            let town = after.strip_prefix(", ").unwrap_or("");
            let town = town.split([',', '(', '.', ';']).next().unwrap_or("");
            let town = town.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            !town.is_empty() && !crate::gazetteer::communes(town).is_empty()
        };
        SEAT.is_match(before) || NAMED.is_match(before) && town_behind()
    }

    /// Whether the text writes the name as a table does, with its accents: « Maire » is not Mairé.
    fn is_spelt(&self) -> bool {
        let words = self.document.source(self.range.clone()).of(&self.document.text);
        let folded = &self.document.folded.as_str()[self.range.clone()];
        crate::gazetteer::communes(folded)
            .iter()
            .any(|commune| commune.name().to_lowercase() == words.to_lowercase())
    }

    /// A place in the offer's heading: in brackets, behind a dash, behind « à ».
    fn in_title(&self, before: &str, after: &str) -> Option<(&'static str, i32)> {
        let first = self.document.text.split('\n').next().unwrap_or("");
        if let Some(placed) = segment::placed(first) {
            // « Sète (34) : Le Verger recrute »: the brackets hold the number of what stands before them.
            let end = self.document.source(self.range.clone()).end as usize;
            let numbered = self.coded && (1..=3).contains(&placed.place.start.saturating_sub(end));
            let inside = placed.place.contains(&(self.at() as usize)) || numbered;
            return inside.then_some(("heading", if self.part { 60 } else { 75 }));
        }
        // « Le Carillon (Die) »: alone in the last brackets, a word is a name.
        let bracketed = before.ends_with('(') && after.trim_end() == ")" && self.is_spelt();
        if (self.word && !self.coded && !bracketed) || self.part || names_a_street(before) {
            return None;
        }
        static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
            compile(
                r"(?: (?:a|au|aux|sur)(?: la| le| les)?|[-|/(·•@]|(?:^| )\d (?:cdi|cdd|stage|alternance) +|(?:\b[hf] ?/ ?[hfx](?: ?/ ?[hfx])?|\bcdd|\bcdi)\)?) *$",
            )
        });
        static ENDS: LazyLock<Regex> = LazyLock::new(|| {
            compile(
                r"^(?:$|\.(?: |$)| ?[-|/()·•,:\[\]]| [^a-z0-9' ]| (?:et|ou|h/f|f/h|cdi|cdd|\d))",
            )
        });
        let in_brackets = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
        let listed = before.ends_with(", ") && ENDS.is_match(after);
        let behind = BEHIND.is_match(before) && (ENDS.is_match(after) || before.ends_with("a "));
        let alone = in_brackets && before.ends_with('(') || is_postal_code_before(before);
        if alone || behind || listed || self.coded {
            return Some(("heading-end", 72));
        }
        let recruiter = LEADS.iter().position(|lead| lead.name == "recruiter-of")?;
        PATTERNS[recruiter].is_match(before).then_some(("recruiter-of", 44))
    }

    /// Whether it is one of the short facts at the top of an offer: « Nantes ou Bordeaux · CDI », « Rennes (35) ».
    fn is_chip(&self, before: &str, after: &str) -> bool {
        static LEFT: LazyLock<Regex> = LazyLock::new(|| {
            compile(
                r"(?:^[^a-z0-9]*|^(?:\d{1,2} )?(?:cdi|cdd|stage|alternance|interim)(?: (?:de )?\d{1,2} mois)? +|[·•|] ?| / | - )(?:(?P<other>[a-z' -]{2,30}) (?:ou|et) )?(?:\d{2,3} - |f-|\d{2} ?\d{3} |secteur |a )?$",
            )
        });
        static RIGHT: LazyLock<Regex> = LazyLock::new(|| {
            compile(
                r"^(?: cedex(?: \d+)?)?(?: ?[(-]? ?(?:\d{2} ?\d{3}|\d{2,3}|2[ab])\)?| \([^()]{3,40}\))?(?: ?$| ?[·•|,]| / | - | +a partir d| (?:ou|et) [a-z' -]{2,30}(?: ?$| ?[·•|(]| - ))",
            )
        });
        static DATED: LazyLock<Regex> = LazyLock::new(|| compile(r"^,? (?:le |l'|\d)"));
        let document = self.document;
        let number = document.line_at(self.at()).unwrap_or(usize::MAX);
        let line = before.len() + after.len();
        let short = before
            .split(['·', '•', '|', ';', ','])
            .chain(after.split(['·', '•', '|', ';', ',']))
            .all(|piece| piece.len() <= 50);
        number < TOP
            && line <= 130
            && short
            && document.kind_at(self.at()) != SectionKind::Apply
            && !after.ends_with('.')
            && !before.contains(':')
            && LEFT.captures(behind_region(before)).is_some_and(|found| {
                let other = found.name("other");
                other.is_none_or(|other| !crate::gazetteer::communes(other.as_str()).is_empty())
            })
            && RIGHT.is_match(after)
            && !DATED.is_match(after)
            // A letterhead is an address.
            && !is_street(&self.line_above(self.at()))
            && !is_street(before)
    }

    /// Whether it is a piece of a short ad: « Logis Sud (Sète), intérim 3 mois », « Le Panier d'Oc, Sète. CDI ».
    fn is_fact(&self, before: &str, after: &str) -> bool {
        const NEAR: usize = 4;
        static LEFT: LazyLock<Regex> = LazyLock::new(|| {
            compile(
                r"^[^a-z0-9]*(?:[a-z][^\n.;:!?]{1,60}, |[a-z][^\n.;:,()!?]{1,40} \()(?:\d{5} )?$",
            )
        });
        static RIGHT: LazyLock<Regex> =
            LazyLock::new(|| compile(r"^(?: ?\(?(?:\d{5}|\d{2,3})\))?(?:\)?[,.:](?: |$)|\)$|$)"));
        static CONTRACT: LazyLock<Regex> = LazyLock::new(|| {
            compile(
                r"\b(?:cdi|cdd|interim|stage|alternance|apprenti\w*|contrat|service civique|temps (?:plein|partiel)|\d{1,2} mois)\b",
            )
        });
        self.document.line_at(self.at()).is_some_and(|line| line < NEAR)
            && LEFT.is_match(before)
            && RIGHT.is_match(after)
            && (CONTRACT.is_match(before) || CONTRACT.is_match(after))
            && !says(before, OTHERS)
    }

    /// The folded line above the one of the byte `at`.
    fn line_above(&self, at: u32) -> String {
        let above = self.document.line_at(at).and_then(|line| line.checked_sub(1));
        above.map_or(String::new(), |line| {
            let span = self.document.lines[line].span;
            let words = span.of(&self.document.text);
            if words.len() <= 120 { fold(words) } else { String::new() }
        })
    }
}

/// Whether brackets close behind a place, and who stands before them seeks someone: « … centre) cherche un jardinier ».
fn recruits_behind(after: &str) -> bool {
    static SEEKS: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"^(?: (?:centre|ville|nord|sud|est|ouest))?(?: ?[,-] ?\d{2,5})?\),? (?:recrut|recherch|cherch|propos|accueill|embauch|ouvr|offr)(?:e|ent|era|eront)\b",
        )
    });
    SEEKS.is_match(after)
}

/// What stands before the region that leads to a town: « Le Verger – Île-de-France, Pantin ».
fn behind_region(before: &str) -> &str {
    let Some(led) = before.strip_suffix(", ") else { return before };
    let start = [" - ", "· ", "| "].iter().filter_map(|mark| Some(led.rfind(mark)? + mark.len()));
    let start = start.max().unwrap_or(0);
    let area = led[start..].trim();
    let named = crate::gazetteer::region_named(area).is_some()
        || crate::gazetteer::department_named(area).is_some();
    if named { &before[..start] } else { before }
}

/// Whether a name goes on behind a hyphen with a capital: « Strasbourg-Meinau », not « Beaumont-le-Haut ».
fn begins_a_quarter(document: &Document, range: &Range<usize>) -> bool {
    let end = document.source(range.clone()).end as usize;
    let mut after = document.text[end..].chars();
    after.next() == Some('-') && after.next().is_some_and(char::is_uppercase)
}

/// Whether a name is only the beginning of a longer one, a person's or a firm's: « à Lison Berger ».
fn opens_a_name(document: &Document, range: &Range<usize>) -> bool {
    const OWN: &[&str] = &[
        "Cedex",
        "CEDEX",
        "Centre",
        "Nord",
        "Sud",
        "Est",
        "Ouest",
        "Ville",
        "Gare",
        "France",
        "Rive",
        "Métropole",
        "Agglo",
        "Agglomération",
        "Campus",
        "Université",
        "Part-Dieu",
        "Et",
        "Cédex",
        "CDI",
        "CDD",
        "Stage",
        "Alternance",
        "Temps",
        "Télétravail",
        "Type",
        "Contrat",
    ];
    let span = document.source(range.clone());
    let name = span.of(&document.text);
    let rest = &document.text[span.end as usize..];
    let Some(next) = rest.strip_prefix(' ') else { return false };
    let word: String =
        next.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')).collect();
    let mut letters = word.chars();
    let named = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    named
        && name.chars().any(char::is_lowercase)
        && !OWN.contains(&word.as_str())
        && !crate::gazetteer::is_named(&word)
}

/// Whether its département stands behind a name in brackets: « Le Blanc (Indre) ».
fn is_in_its_department(document: &Document, mention: &Mention) -> bool {
    let (start, line) = document.folded_line(mention.range.start);
    let after = line.get(mention.range.end - start..).unwrap_or("");
    let inside = after.strip_prefix(" (").and_then(|inside| inside.split_once(')'));
    let department = inside.and_then(|(name, _)| crate::gazetteer::department_named(name));
    department.is_some_and(|department| {
        mention.communes.iter().any(|commune| commune.department() == Some(department))
    })
}

/// Whether a line is nothing but the label of a workplace: its value stands on the next one.
pub(in crate::extract) fn is_workplace_label(line: &str) -> bool {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"^[^a-z0-9]*(?:lieux?(?: (?:de |du |d'|de la |de l')?(?:travail|stage|mission|alternance|exercice|affectation|poste|emploi|accueil|prise de (?:poste|service)|intervention))?|localisation(?: (?:du poste|de l'offre|geographique))?|localite|ville|commune|residence administrative|affectation|site|implantation|ou)(?: \([^()]{0,20}\))? ?[:?]?$",
        )
    });
    LABEL.is_match(line.trim_end())
}

/// Whether a line is a street's: « 8 impasse du Lavoir », « BP 12 ».
fn is_street(line: &str) -> bool {
    static STREET: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"^[^a-z0-9]*(?:\d{1,4}(?:,| bis| ter)*,? )?(?:rue|avenue|av|boulevard|bd|place|quai|route|chemin|cours|impasse|allees?|faubourg|square|zone|za|zi|bp|cs|lieu-dit|hotel de ville)\b",
        )
    });
    STREET.is_match(line)
}

/// « Université Lyon 2 »: the name of a university, where one may study far from it.
fn names_a_university(before: &str, name: &str, after: &str) -> bool {
    let figure = |c: char| c.is_ascii_digit();
    let numbered = name.ends_with(figure)
        || after.strip_prefix(' ').is_some_and(|after| after.starts_with(figure));
    before.ends_with("universite ") && numbered
}

/// « rue de Paris », « place de Nantes »: the name of a street.
fn names_a_street(before: &str) -> bool {
    static STREET: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"\b(?:rue|avenue|av\.|boulevard|bd|place|quai|route|chemin|cours|impasse|allee|faubourg|porte|square|montee|esplanade|passage|ruelle|venelle|sentier|promenade|traverse|corniche|parvis)(?: (?:de|du|des|d'|la|le|les|l'|saint))* ?'?$",
        )
    });
    STREET.is_match(before)
}

fn heading_above(document: &Document, at: u32) -> String {
    let above = document.line_at(at).map_or(0, |line| line + 1);
    let heading = document.lines[..above].iter().rfind(|line| line.role == Role::Heading);
    heading.map_or(String::new(), |line| fold(line.span.of(&document.text)))
}
