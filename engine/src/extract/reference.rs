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
        pattern: r"\b(?:references?\b|ref\b\.?|num(?:ero)? (?:de l'|d')(?:offre|annonce)|(?:offre|annonce|mission|avis de vacance)(?: (?:vie|d'emploi|de stage|d'alternance|d'apprentissage|de mission|de poste))? n ?[°o]|num(?:ero)? de (?:la )?mission|n[°o] (?:de l'|d')?(?:offre|annonce)|id (?:de l'|d')?offre|job id|job req(?:uisition)?(?: id)?|(?:num(?:ero)?|n[°o]) d'operation|code (?:de l'|d')?(?:offre|poste))(?: (?:de l'offre|de l'annonce|du poste|offre|annonce|interne|externe|poste|apec|france travail|pole emploi|a rappeler|a preciser))*{sep}(?:n ?[°o] ?)?(?P<words>[a-z0-9][a-z0-9]*(?:[/_.#-][a-z0-9]+)*)",
        score: 80,
        read: code,
        reads: &[
            ("Réf. 2024-AB-17", "\"2024-AB-17\""),
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
