//! The recruiter's reference.

use super::rule::{Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Field, Offer};

fn as_written(m: &Match<'_>) -> Option<String> {
    let range = m.captures.name("words")?.range();
    let code = m.document.source(range).of(&m.document.text).trim();
    let code = &code[..glued(code)];
    let code = code.trim_end_matches(['.', ',', ';', ':', '-', '–', '—', '/', '"', '»']).trim();
    (!code.is_empty()).then(|| code.to_owned())
}

/// Where the next label begins that an extract glued to a code: « AB-17Service » -> 5.
fn glued(code: &str) -> usize {
    let chars: Vec<(usize, char)> = code.char_indices().collect();
    let label = chars.windows(4).find(|four| {
        four[0].1.is_ascii_digit()
            && four[1].1.is_uppercase()
            && four[2].1.is_lowercase()
            && four[3].1.is_lowercase()
    });
    label.map_or(code.len(), |four| four[1].0)
}

/// A code holds a figure, and is more than a year or a date.
fn code(m: &Match<'_>) -> Option<Reading<String>> {
    let code = as_written(m)?;
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let year = code.len() == 4 && code.starts_with("20") && digits == 4;
    let date = code.split('/').count() == 3 && code.len() <= 10 && digits >= 6;
    // « TGC-B »: capitals joined by a mark.
    let capitals = code.len() >= 4
        && code.contains(['-', '/', '_'])
        && code.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '/' | '_'));
    ((digits > 0 || capitals) && code.len() >= 3 && !year && !date)
        .then_some(Reading { value: Some(code), bonus: 0 })
}

/// A number that stands alone in a row of facts: neither a school year nor a date.
fn chip(m: &Match<'_>) -> Option<Reading<String>> {
    let name = if m.captures.name("words").is_some() { "words" } else { "code" };
    let range = m.captures.name(name)?.range();
    let code = m.document.source(range).of(&m.document.text).trim().to_owned();
    let years = code.split(['-', '/']).all(|part| part.len() == 4 && part.starts_with("20"));
    let digits = code.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/'));
    let date = digits && code.split(['-', '/']).count() >= 3;
    let short = digits && code.len() < 4;
    (!years && !date && !short && !code.contains(char::is_lowercase))
        .then(|| Reading::value(code))?
}

/// Words to quote are in capitals, or hold a figure.
fn quoted(m: &Match<'_>) -> Option<Reading<String>> {
    let code = as_written(m)?;
    let letters = |upper: bool| {
        code.chars().filter(|c| if upper { c.is_uppercase() } else { c.is_lowercase() }).count()
    };
    let capital = letters(true) > 3 && letters(false) == 0;
    let figure = code.bytes().any(|b| b.is_ascii_digit()) && !code.contains(' ');
    let other = says(&crate::text::fold(&code), &["professionnel", "legal"]);
    ((capital || figure) && !other).then_some(Reading { value: Some(code), bonus: 0 })
}

/// How ads state it.
pub static RULES: Rules<String> = Rules::new(&[
    Rule {
        name: "reference-label",
        pattern: r"\b(?:references?\b|referencee\b|ref\b\.?|num(?:ero)? (?:de l'|d')(?:offre|annonce)|(?:offre|annonce|mission|fiche(?: de poste)?|poste|dossier|vacance|concours|avis(?: de (?:vacance|recrutement))?)(?: (?:vie|d'emploi|de stage|d'alternance|d'apprentissage|de mission|de poste))? ?n ?[°o]|(?:offre|annonce|poste) #|requisition(?: id)?|num(?:ero)? de (?:la )?mission|n[°o] (?:de l'|d')?(?:offre|annonce)|id (?:de l'|d')?offre|job id|job req(?:uisition)?(?: id)?|(?:num(?:ero)?|n[°o]) d'operation|code (?:de l'|d')?(?:offre|poste|annonce)|identifiant (?:de l'|d')?(?:offre|annonce)|(?:num(?:ero)?|n[°o]) (?:de|du) (?:poste|dossier|fiche))(?: (?:de l'offre|de l'annonce|du poste|offre|annonce|interne|externe|poste|apec|france travail|pole emploi|a rappeler|a preciser|imperativement|obligatoirement|unique|number))*{sep}(?:n ?[°o] ?)?(?:\x22 ?)?(?P<words>[a-z0-9][a-z0-9]*(?:(?:[/_.#&]|-{1,2})[a-z0-9]+)*)",
        score: 80,
        read: code,
        reads: &[
            ("Réf. 2024-AB-17", "\"2024-AB-17\""),
            ("Réf. : PK-20270129--3525", "\"PK-20270129--3525\""),
            ("Référence : CDD/2025/12", "\"CDD/2025/12\""),
            ("Offre n° 123456", "\"123456\""),
            ("Offre de stage n° 61-204", "\"61-204\""),
            ("AVIS DE VACANCE DE POSTE N° 2031/7", "\"2031/7\""),
            ("Numéro de la mission : M310042", "\"M310042\""),
            ("Référence Apec : 9981W", "\"9981W\""),
            ("Réf. AB-17Service des parcs", "\"AB-17\""),
            ("Référence de l'offre\nO0352409", "\"O0352409\""),
            ("(réf. : TGC-B)", "\"TGC-B\""),
            ("Job ID : R-00451", "\"R-00451\""),
            ("Réf. TX-R&D-118", "\"TX-R&D-118\""),
            ("Identifiant de l’offre : 77-2031", "\"77-2031\""),
            ("N° de poste : 27-031", "\"27-031\""),
            ("Fiche de poste n° 27-44", "\"27-44\""),
            ("CV par courriel, réf. « JV-27-03 »", "\"JV-27-03\""),
            ("Offre référencée JV-118", "\"JV-118\""),
            ("Réf. à rappeler impérativement : JV-27", "\"JV-27\""),
        ],
        leaves: &[
            "Référence à ce qui a été fait en 2021",
            "structure de référence",
            "Références : trois projets",
            "Référence 2023",
            "Mission n° 2",
            "Référence société : voir plus bas",
        ],
    },
    Rule {
        // An extract glued the label to the words before it.
        name: "reference-glued",
        pattern: r"[a-z)](?:offre n ?°|reference ?:|ref\. ?:?) ?(?P<words>[a-z0-9]+(?:[/_.#&-][a-z0-9]+)*)",
        score: 62,
        read: code,
        reads: &[
            ("Chargée d’études solsOffre n° 2031-00731", "\"2031-00731\""),
            ("Jardinier (H/F)Réf. : AB-17", "\"AB-17\""),
        ],
        leaves: &["Voir l’offre n° 2", "Préférence : matin"],
    },
    Rule {
        name: "reference-code",
        pattern: r"\b(?:code|objet|mention|intitule|rappel\w*|precis\w+|indiqu\w+|mention\w+|cit\w+)(?: (?:du (?:mail|message|courriel)|suivant{e}|le code|le numero|l'intitule))? ?:? ?[\x22(]? ?(?:(?:candidature|offre|poste|stage)(?: -|:)? )?(?P<words>[a-z]{2,10}[/_-][a-z0-9]+(?:[/_-][a-z0-9]+)+)\b",
        score: 50,
        read: |m| {
            let upper = !m.written("words").contains(char::is_lowercase);
            let other = says(m.group("words"), &["covid", "iso", "bac", "cv-", "lettre"]);
            if upper && !other { code(m) } else { None }
        },
        reads: &[
            ("Postuler avant le 12 juin, code MDP-ALT-QUA.", "\"MDP-ALT-QUA\""),
            ("Objet du message : « STG-HAIES-26 »", "\"STG-HAIES-26\""),
        ],
        leaves: &[
            "Code postal 35000",
            "Objet : candidature-stage-haies",
            "Code APE 81.30Z",
            "objet « CV-NOM-PRENOM »",
        ],
    },
    Rule {
        // A code that opens the heading: « 26-031 – Infirmier », « [STG-26-03] Étude des sols ».
        name: "reference-opens",
        pattern: r"^[^a-z0-9\n]{0,4}(?P<words>(?:[a-z]{2,6}[-/_.]?(?:20)?\d\d[-/_.][a-z]{0,4}-?\d{1,4}|(?:20)?\d\d[-/]\d{3}|20\d\d[-/_][a-z]{2,8}[-/_]\d{1,4}))\]? ?[-:|)\] ] ?\S",
        score: 45,
        read: |m| {
            let upper = !m.written("words").contains(char::is_lowercase);
            let first = m.document.line_at(m.at()) == Some(0);
            if upper && first { code(m) } else { None }
        },
        reads: &[
            ("RH-2026-04 | Agent d’accueil", "\"RH-2026-04\""),
            ("[STG-26-03] Étude des sols", "\"STG-26-03\""),
            ("27-031 – Infirmier de nuit", "\"27-031\""),
            ("2027-DSI-12 : technicien", "\"2027-DSI-12\""),
        ],
        leaves: &[
            "44 – Nantes",
            "2026-2027 – Stage",
            "Jardinier\nRH-2026-04 | Agent",
            "01-09-2026 : rentrée",
        ],
    },
    Rule {
        // What the reference is of, its code, then the post: « Offre 44-2217 Vacher (H/F) », « Annonce JV-118 : serre ».
        name: "reference-before-the-post",
        pattern: r"^[^a-z0-9\n]{0,4}(?:offre|annonce|poste|mission|avis) (?P<words>(?:\d{2,3}[-/]\d{3,6}|\d{5,8}|[a-z]{1,5}[-/]?\d{2,4}[-/]\d{1,5}|[a-z]{2,5}[-/]\d{3,6}|[a-z]{2,5}\d{2,3}[-/]\d{4,7}))(?: ?[-:|] ?| +)[a-z][a-z'(-]{2}",
        score: 56,
        read: |m| {
            let upper = !m.written("words").contains(char::is_lowercase);
            let first = m.document.line_at(m.at()) == Some(0);
            // « 06-2026 » is a month.
            let month = m
                .written("words")
                .split_once(['-', '/'])
                .is_some_and(|(_, year)| year.len() == 4 && year.starts_with("20"));
            if upper && first && !month { code(m) } else { None }
        },
        reads: &[
            ("Offre 44-2217 Vacher laitier (H/F)", "\"44-2217\""),
            ("ANNONCE JV-118 : jardinier", "\"JV-118\""),
            ("Poste 204417 – Jardinier", "\"204417\""),
        ],
        leaves: &[
            "Offre 2026-2027 Stage",
            "Poste 35 h Jardinier",
            "Mission 06-2026 Jardinier",
            "Jardinier\nOffre 44-2217 Vacher",
        ],
    },
    Rule {
        name: "reference-alone",
        pattern: r"^[^a-z0-9\n]{0,4}(?:offre|annonce|poste|mission|avis) (?P<words>[a-z]{2,5}\d{0,3}[-/]\d{4,7})(?:$|  | mis| publie)",
        score: 60,
        read: code,
        reads: &[("OFFRE OVJ70-118206", "\"OVJ70-118206\"")],
        leaves: &["Offre de 2026", "Mission AB-12", "Poste Jardin"],
    },
    Rule {
        // A row of facts, or a line, that holds a number and nothing else: « N° 2027-117 · CDI ».
        name: "reference-chip",
        pattern: r"(?:^[^a-z0-9\n]*|[|·•(] ?)(?:(?:n ?[°o] ?:? ?|id(?:entifiant)? ?: ?|(?:offre|annonce) (?:# ?|numero ?:? ?)?)(?P<words>\d{4,8}|\d{2,4}[a-z]{1,3}-\d{2,5}|\d{3,6}-[a-z]|(?:20)?\d\d[-/][a-z0-9]+(?:[-/][a-z0-9]+)*|[a-z]{2,6}[-/_]\d[a-z0-9]*(?:[/_-][a-z0-9]+)*)|(?:sujet|poste|stage|mission|these) (?P<code>[a-z]{2,6}[-/_]\d{2,}(?:[/_-][a-z0-9]+)*))(?: ?[|·•)]|$)",
        score: 54,
        read: chip,
        reads: &[
            ("N° 2027-117", "\"2027-117\""),
            ("Sète · n° 2027-117 · CDI", "\"2027-117\""),
            ("ID : 99812", "\"99812\""),
            ("Offre JV-27-118", "\"JV-27-118\""),
            ("Annonce 4521-B", "\"4521-B\""),
            ("Sujet ST-2027-03", "\"ST-2027-03\""),
        ],
        leaves: &[
            "Offre 2027",
            "Offre 2026-2027",
            "Loi n° 84-53 du 26 janvier 1984",
            "Stage M1-M2",
            "Bulletin n° 112",
            "n° 12/03/2027",
        ],
    },
    Rule {
        name: "reference-of-words",
        pattern: r"\b(?:references?|ref)\b\.?{sep}(?:\x22 ?)?(?P<words>[a-z]{2,}(?: [a-z0-9]+){1,3})(?:$|[,;)\x22]|\. )",
        score: 78,
        read: |m| {
            let words = m.written("words");
            let shouted = !words.contains(char::is_lowercase);
            let figure = words.ends_with(|c: char| c.is_ascii_digit());
            (shouted && figure).then(|| Reading::value(as_written(m)?))?
        },
        reads: &[
            ("Réf. : STAGE HAIES 2027", "\"STAGE HAIES 2027\""),
            ("Référence : JV 27 03", "\"JV 27 03\""),
        ],
        leaves: &["Référence : expérience de 3", "RÉFÉRENCE OBLIGATOIRE"],
    },
    Rule {
        name: "reference-of-notice",
        pattern: r"\b(?:avis|offre|annonce|poste|fiche)(?: de vacance)?(?: de poste)? (?P<words>[a-z]{1,5}[/-]20\d\d[/-]\d{1,5})\b",
        score: 70,
        read: code,
        reads: &[("Avis AV-2026-101", "\"AV-2026-101\"")],
        leaves: &["Avis du 12/03/2026", "poste en 2026"],
    },
    Rule {
        // The numbers that the portal of the fonction publique territoriale gives.
        name: "reference-territorial",
        pattern: r"(?:\b|[°:])(?P<words>[ov]0\d{13,14})(?:[^0-9]|$)",
        score: 65,
        read: code,
        reads: &[
            ("N° O075260312000456", "\"O075260312000456\""),
            ("Offre\nO075260312000456", "\"O075260312000456\""),
        ],
        leaves: &["0752603120004561", "O07526031"],
    },
    Rule {
        name: "reference-to-quote",
        pattern: r"\b(?:sous|avec|rappel\w*|precis\w+|mention\w+|indiqu\w+|cit\w+) (?:(?:la|le numero de|cette|en) )?(?:ref(?:erence)?\.?|ref\.) ?[:n°]* ?\x22?(?P<words>[^\n,;()\x22]{3,80}?)(?: a (?:adresser|envoyer|transmettre|l'adresse|l'attention)| par (?:mail|courriel|courrier|email)| au plus| avant| dans|[,;()\x22\n]|\. |\.?$)",
        score: 60,
        read: quoted,
        reads: &[
            ("sous référence ASSO – STAGE VILLE à adresser par mail", "\"ASSO – STAGE VILLE\""),
            ("en rappelant la référence AB12.", "\"AB12\""),
        ],
        leaves: &["avec référence professionnelle, svp", "sous référence bibliographique"],
    },
]);

/// Reads it.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    if let Some(candidate) = RULES.best(document) {
        offer.evidence.insert(Field::Reference, candidate.evidence());
        offer.reference = candidate.value;
    }
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
