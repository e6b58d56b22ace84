//! What holds for all the offers below: « Sujets de stage 2027 », « Tous nos postes sont basés à Sète ».

use super::recruiter::{announces_its_own, opening};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::extract::rule::compile;
use crate::extract::{contract, organisation, places};
use crate::offer::{Contract, Field, Offer, Place};
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// How far a place that stands above the offers reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// It is said of all the posts: those elsewhere say so.
    AllPosts,
    /// It is where the recruiter sits: its posts are there as long as nothing names another town.
    Letterhead,
}

/// What says the kind of several offers at once.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:offres?|sujets?|propositions?|annonces?|postes?|missions?|contrats?|campagne|theses?|liste) (?:de |des |d'|en )(?P<kind>stages?|alternance|apprentissage|emplois?|services? civiques?|volontariats?)\b|\b(?:recrut|recherch|cherch|accueill)\w* (?:des |ses |nos |leurs? |plusieurs |\d{1,3} )(?:futurs |jeunes )?(?P<who>apprentis|apprentie?s|alternants|alternante?s|stagiaires|volontaires en service civique)\b|\b(?:nos|les|liste des|tous les) (?P<plural>stages?|alternances|services civiques|volontariats|emplois)\b|^(?:[^\n:.]{3,60} - |[^a-z0-9\n]*)(?P<title>stages?|alternances?|services? civiques?|emplois?) (?:recus |de |d'|m[12]\b|bac ?\+|master|licence|proposes|ouverts|disponibles|a pourvoir|a partir|pour |en |et sujets|20\d\d|[-:(|])|^[^a-z0-9\n]*(?P<alone>stages?|alternances?|apprentissage|services? civiques?|volontariats?)[^a-z0-9\n]*\n[^a-z0-9\n]*\d[\d ]* (?:offres?|annonces?|resultats?|missions?|postes?)\b|\bcfa\b[^\n]{0,80}\n(?:[^\n]*\n){0,3}?[^\n]*\b(?P<cfa>contrats a pourvoir|offres|entreprises partenaires)\b|\b(?P<vacant>postes? vacants?|contrat local)\b|\b(?:tous|toutes) (?:les|nos|ces) [^.\n]{0,60}?\b(?:sont|se font)\b (?:proposee?s |ouverte?s |a pourvoir )?(?:des |en |sous )(?:contrats? (?:de |d'|en ))?(?P<all>stages?|alternance|apprentissage|cdi|cdd|services? civiques?|volontariat)\b",
    )
});

/// The words of each kind: what stands above knows one kind only, or hands none down.
static KINDS: LazyLock<[(Contract, Regex); 5]> = LazyLock::new(|| {
    [
        (Contract::Stage, compile(r"\bstag(?:es?|iaires?)\b")),
        (Contract::Alternance, compile(r"\balternan|\bapprenti|\bcfa\b")),
        (Contract::ServiceCivique, compile(r"\bservices? civiques?\b")),
        (Contract::Volontariat, compile(r"\bvolontariat|\bbenevol|\bv\.?i\.?e\b")),
        (
            Contract::Emploi,
            compile(
                r"\bemplois?\b|\bpostes? vacants?\b|\bcontrat local\b|\bcd[di]\b|\btheses?\b|\bdoctora|\bpost-?doc|\bsaisonn|\bvacatai|\binterim",
            ),
        ),
    ]
});

/// The one kind of contract of the offers below.
pub(super) fn contract(above: &Document) -> Option<Contract> {
    let opening = opening(above);
    if !ANNOUNCED.is_match(&opening) {
        return None;
    }
    kind(&opening)
}

/// Words that name no kind of contract, though they hold one: an address, who helps to find work.
static NO_KIND: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\S+@\S+|\b(?:services?|bureau|poles?|espace|agence|maison|bourse|forum|cellule|point) (?:de l'|pour l'|d')?emplois?\b|\bemplois? du temps\b",
    )
});

/// The one kind of contract that these words know.
pub(super) fn kind(words: &str) -> Option<Contract> {
    let folded = fold(words);
    let folded = NO_KIND.replace_all(&folded, " ");
    let mut kinds = KINDS.iter().filter(|(_, words)| words.is_match(&folded));
    let (kind, _) = kinds.next()?;
    kinds.next().is_none().then_some(*kind)
}

/// Whether an offer states no contract, or one that was only guessed.
pub(super) fn is_open(offer: &Offer) -> bool {
    offer.contract.is_none() || contract::is_guess(offer)
}

/// Whether an offer that states no contract may be of this kind: a job speaks of no training.
pub(super) fn may_be(kind: Contract, document: &Document) -> bool {
    kind != Contract::Emploi || contract::knows_only_jobs(document)
}

/// « Sauf mention contraire, les postes sont basés à … », « Tous les stages se déroulent au laboratoire, … »
static ALL_POSTS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\b(?:tous|toutes) (?:les|nos|ces) |\bl'ensemble (?:des|de nos|de ces) |\b(?:mention|indication|precision|avis) (?:du )?contraire,? (?:tous |toutes )?(?:les|nos|ces) |^[^a-z0-9\n]*(?:nos|les|ces) )(?:postes|stages|offres|emplois|missions|contrats|alternances|sujets|theses|services civiques|volontaires|stagiaires)\b[^.;\n]{0,100}?(?:\b(?:se (?:deroul|situ|trouv|tienn|f)\w*|ont lieu|auront lieu|s'effectuent|sont a pourvoir|(?:bas|situ|localis)ee?s) (?:principalement )?(?P<where>(?:a|au|aux|en|dans|sur)\b[^.;\n]{3,110})|, (?P<there>(?:a|au) [^,.;:\n(]{3,40} [(]\d{2} ?\d{3}[)]))",
    )
});

/// A sentence about all the offers below: « Tous les stages durent 6 mois », « Sauf mention contraire : … », « Ce qui vaut
/// pour tous les postes : … ».
static ALL_SENTENCES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\b(?:tous|toutes) (?:les|nos|ces|leurs) |\bl'ensemble (?:des|de nos|de ces) |\bchacune? (?:des|de nos|de ces) )(?:postes|stages|offres|emplois|missions|contrats|alternances|sujets|theses|services civiques|volontariats)\b|\bpropos\w+ (?:plusieurs|des|les|ses|deux|trois|quatre|cinq|six|\d{1,2}) (?:nouveaux |nouvelles )?(?:sujets|stages|offres|theses|missions|contrats|postes|places)\b|\bsauf (?:mention|indication|precision|avis|exception)|\bcommune?s? a (?:tous|toutes)\b",
    )
});
/// A call that ends in the list of its posts: « recrute pour une prise de fonction au 1er août : ».
static CALL: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b(?:recrut\w+|recherch\w+|postes? (?:vacants?|a pourvoir)|sont a pourvoir)\b.*: *$")
});
/// Words that set one offer against another, or tell what is not the post's.
static SOME: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:certaine?s|quelques|la plupart|selon (?:le|les|la)|en fonction|mise? a jour|mis en ligne|publie)\b",
    )
});
/// « Sujets de stage de M2 », « Offres d'apprentissage – rentrée 2027 »: what a listing's heading says of its offers.
static HEADED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:stages?|alternances?|apprentissage|theses?|doctorats?|services? civiques?|volontariats?)\b",
    )
});

/// What is said once of all the offers below: when they begin, how long they last, for whom they are.
pub(super) fn for_all(above: &Document) -> Offer {
    let text = above.text.as_str();
    let sentences = above
        .lines
        .iter()
        .flat_map(|line| line.span.of(text).split_inclusive(['.', '!', '\n']).map(str::trim));
    let said: Vec<String> = sentences
        .filter(|sentence| {
            let folded = fold(sentence);
            let of_all = ALL_SENTENCES.is_match(&folded) || CALL.is_match(&folded);
            of_all && !SOME.is_match(&folded)
        })
        // « Toutes les missions : 8 mois, … »: what follows tells how long first.
        .map(|sentence| match sentence.split_once(" : ") {
            Some((_, told)) if told.starts_with(|c: char| c.is_ascii_digit()) => {
                format!("Durée : {told}")
            }
            _ => sentence.to_owned(),
        })
        .collect();
    let said = Document::of_text(&format!("Offre\n\n{}", said.join("\n")));
    let mut all = Offer::default();
    const SAID: [Field; 4] =
        [Field::Start, Field::DurationMonths, Field::HoursPerWeek, Field::StudyLevel];
    for field in SAID {
        crate::extract::field(field, &said, &mut all, &mut Diagnostics::new());
    }
    let headings: Vec<&str> = above
        .lines
        .iter()
        .take(3)
        .map(|line| line.span.of(text))
        .filter(|words| words.chars().count() <= 120 && !words.trim_end().ends_with('.'))
        .filter(|words| HEADED.is_match(&fold(words)) && !names_a_programme(&fold(words)))
        .collect();
    let headed = Document::of_text(&headings.join("\n"));
    let mut told = Offer::default();
    if all.study_level.is_empty() {
        crate::extract::field(Field::StudyLevel, &headed, &mut told, &mut Diagnostics::new());
        all.study_level = told.study_level;
    }
    all
}

/// « Master « Eaux et sols » – Stages »: a programme's name, and not the level that each of its offers asks for.
fn names_a_programme(folded: &str) -> bool {
    ["master \"", "licence \"", "bachelor \"", "mention \"", "parcours \""]
        .iter()
        .any(|name| folded.contains(name))
}

/// Where the work of the offers below takes place.
pub(super) fn place(above: &Document) -> Option<(Place, Reach)> {
    let said = ALL_POSTS.captures(above.folded.as_str()).and_then(|found| {
        let at = found.name("where").or(found.name("there"))?;
        let words = above.source(at.range()).of(&above.text);
        let label = Document::of_text(&format!("Offres\nLieu : {words}"));
        only(&mut Offer::default(), &label)
    });
    if let Some(place) = said {
        return Some((place, Reach::AllPosts));
    }
    if !announces_its_own(&opening(above)) {
        return None;
    }
    let mut header = Offer::default();
    organisation::read(above, &mut header);
    let place = only(&mut header, above)?;
    let rule = &header.evidence.get(Field::Places)?.rule;
    let labelled = ["label", "town-label", "based", "workplace-is", "takes-place"];
    let reach = if labelled.contains(&rule.as_str()) { Reach::AllPosts } else { Reach::Letterhead };
    Some((place, reach))
}

/// The one town that these words name as the place of work.
fn only(offer: &mut Offer, document: &Document) -> Option<Place> {
    places::read(document, offer, &mut Diagnostics::new());
    let [place] = offer.places.as_slice() else { return None };
    place.city.is_some().then(|| place.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listings_say_once_which_contract() {
        let cases = [
            ("Sujets de stage 2027", Some(Contract::Stage)),
            ("Stages M2 – Laboratoire des haies, Rennes", Some(Contract::Stage)),
            ("Propositions de stages de master", Some(Contract::Stage)),
            ("Offres d’alternance, rentrée 2027", Some(Contract::Alternance)),
            (
                "Tous les contrats proposés sont des contrats d’apprentissage.",
                Some(Contract::Alternance),
            ),
            ("Nos offres d’emploi", Some(Contract::Emploi)),
            ("Postes vacants pour la rentrée 2027 :", Some(Contract::Emploi)),
            ("Les services civiques de Racines", Some(Contract::ServiceCivique)),
            ("Nos entreprises recrutent des apprentis", Some(Contract::Alternance)),
            ("Missions de service civique à Sète", Some(Contract::ServiceCivique)),
            ("Toutes nos offres sont en CDI", Some(Contract::Emploi)),
            (
                "Offres d’apprentissage en cours – s’adresser au service emploi : emploi@cfa.example",
                Some(Contract::Alternance),
            ),
            ("Nos offres d’emploi et de stage", None),
            ("Offres de stage et d’alternance", None),
            ("La Ville de Sète recrute", None),
            ("Racines\nUn stage sur les haies", None),
        ];
        for (text, kind) in cases {
            assert_eq!(contract(&Document::of_text(text)), kind, "{text}");
        }
    }

    #[test]
    fn listings_say_once_what_holds_for_all() {
        let all = |text: &str| for_all(&Document::of_text(text));
        let civic = all("Racines recrute\n\nToutes les missions : 8 mois, 24 h par semaine.");
        assert_eq!((civic.duration_months, civic.hours_per_week), (Some([8, 8]), Some([24.0; 2])));
        let proposed =
            all("Racines propose trois sujets de stage de Master 2, d’une durée de 6 mois.");
        assert_eq!(proposed.duration_months, Some([6, 6]));
        assert_eq!(proposed.study_level, [crate::offer::StudyLevel::Bac5]);
        let subjects = all("Sujets de stage de M2\n\nTous les stages durent 6 mois.");
        assert_eq!(subjects.study_level, [crate::offer::StudyLevel::Bac5]);
        assert_eq!(subjects.duration_months, Some([6, 6]));
        let call = all("L’école recrute pour une prise de fonction au 1er août 2027 :");
        assert!(call.start.is_some());
        let some = all("Nos offres\n\nCertains stages durent 6 mois. Mise à jour : 3 mois.");
        assert_eq!(some.duration_months, None);
    }

    #[test]
    fn listings_say_once_where_the_work_is() {
        let all = Some(("Sète", Reach::AllPosts));
        let cases = [
            ("Tous nos postes sont basés à Sète.", all),
            ("Sauf mention contraire, les postes sont basés à Sète.", all),
            (
                "Tous les stages ci-dessous se déroulent au jardin botanique, 34200 Sète, sauf avis contraire.",
                all,
            ),
            ("Les stages ont lieu à Sète.", all),
            ("Sauf avis contraire, les postes sont des CDI à temps plein, à Sète (34200).", all),
            (
                "La Ville de Sète recrute\n3 quai du Port, 34200 Sète",
                Some(("Sète", Reach::Letterhead)),
            ),
            ("Tous nos postes sont basés à Sète et à Agde.", None),
            ("Tous nos postes sont ouverts aux habitants de Sète.", None),
            ("Réseau des jardins, 34200 Sète\nNos offres d’emploi", None),
        ];
        for (text, expected) in cases {
            let found = place(&Document::of_text(text));
            let found =
                found.as_ref().map(|(place, reach)| (place.city.as_deref().unwrap_or(""), *reach));
            assert_eq!(found, expected, "{text}");
        }
    }
}
