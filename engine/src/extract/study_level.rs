//! Accepted levels of study.
//!
//! Over 400 lines: each rule stands with the phrases it reads and leaves.

use super::rule::{self, Candidate, Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Field, Offer, StudyLevel};
use crate::outline::Role;
use crate::text::fold;
use StudyLevel::{Bac2, Bac3, Bac4, Bac5, Bac6, Bac7, Bac8};
use regex::{Captures, Regex};
use std::sync::OnceLock;

/// How a level is named: in years, by a diploma's year, by a diploma, by a kind of school.
const MENTIONS: &str = r"\bbac(?: ?\+ ?| plus )(?P<years>[2-8])\b(?: ?(?P<join>a|/|-|ou|et|,) ?(?:bac ?)?\+? ?(?P<more>[2-8])\b(?: ?(?:/|-|ou|et|,) ?(?:bac ?)?\+? ?(?P<most>[2-8])\b)?)?|\bniveau (?P<rncp>[5678])\b(?: ?(?:/|ou|a|et|-) ?(?:niveau )?(?P<rncp_more>[5678])\b)?|\bniveau (?P<old>iii|ii|i)\b|\b(?:master|m) ?(?P<year>[12]|ii?)\b(?: ?(?:/|ou|et|-|,) ?(?:master |m ?)?(?P<other>[12]|ii?)\b)?|(?P<second>\b(?:deuxieme|seconde|2 ?(?:e|eme|nde)) annee (?:de |d'un |du )?(?:master|m\b)|\b(?:troisieme|derniere|cinquieme|[35] ?(?:e|eme)|fin) (?:annee )?(?:de |d'|d'un |du |en )?(?:master|m\b|cycle ingenieur|ecole d'ingenieur|ecole de commerce))|(?P<first>\b(?:premiere|1 ?(?:e|ere|re)) annee (?:de |d'un |du )?(?:master)|\b(?:deuxieme|quatrieme|[24] ?(?:e|eme)) annee (?:de |d'|du )?(?:cycle ingenieur|ecole d'ingenieur|ecole de commerce))|(?P<master>\bmasters?\b|\bdess\b|\bmsc\b|\bmba\b)|(?P<licence>\blicences?\b|\bl3\b|\bbachelors?\b|\bbut ?[23]\b|\bbut\b|\bdnmade\b|\bdcg\b)|(?P<two>\bbts[a]?\b|\bdut\b|\bdeug\b|\bdeust\b|\bl2\b|\bbut ?1\b)|(?P<doctor>\bdoctorat\b|\bdoctorant|\bthese\b|\bphd\b|\bdocteur\b)|(?P<mastere>\bmasteres?\b)|(?P<school>\b(?:ecoles?|diplomes?|cycles?|cursus|formation|titre|etudes|eleve)(?: [a-z]+)?[ -]?(?:d')?ingenieur|\bingenieur|\becoles? de commerce|\becoles? de management|\bgrandes? ecoles?|\bsciences ?po\b|\biep\b)";

fn level(years: &str) -> Option<StudyLevel> {
    Some(match years {
        "2" => Bac2,
        "3" => Bac3,
        "4" => Bac4,
        "5" => Bac5,
        "6" => Bac6,
        "7" => Bac7,
        "8" => Bac8,
        _ => return None,
    })
}

/// The levels that one mention names, and how plainly: years 3, a master's year 2, a diploma 1, a school 0.
fn mention(captures: &Captures<'_>, document_words: &str) -> Option<(u8, Vec<StudyLevel>)> {
    let group = |name: &str| captures.name(name).map(|group| group.as_str());
    if let Some(years) = group("years") {
        let low = level(years)?;
        let last = group("most").or(group("more"));
        let Some(high) = last.and_then(level) else { return Some((3, vec![low])) };
        // « bac+3 ou bac+5 » is one or the other.
        let words = captures.get_match().as_str();
        if matches!(group("join"), Some("ou" | "et")) && words.matches("bac").count() == 2 {
            return Some((3, vec![low.min(high), low.max(high)]));
        }
        let between = |l: &StudyLevel| (low.min(high)..=low.max(high)).contains(l);
        return Some((3, StudyLevel::ALL.iter().copied().filter(between).collect()));
    }
    if let Some(rncp) = group("rncp") {
        let level = match rncp {
            "5" => Bac2,
            "6" => Bac3,
            "7" => Bac5,
            _ => Bac8,
        };
        let more = match group("rncp_more") {
            Some("5") => Some(Bac2),
            Some("6") => Some(Bac3),
            Some("7") => Some(Bac5),
            Some(_) => Some(Bac8),
            None => None,
        };
        return Some((3, [Some(level), more].into_iter().flatten().collect()));
    }
    // The nomenclature before 2019.
    if let Some(old) = group("old") {
        let levels = match old {
            "iii" => vec![Bac2],
            "ii" => vec![Bac3, Bac4],
            _ => vec![Bac5],
        };
        return Some((3, levels));
    }
    let year = |year: &str| if matches!(year, "1" | "i") { Bac4 } else { Bac5 };
    if let Some(first) = group("year") {
        let mut levels = vec![year(first)];
        levels.extend(group("other").map(year));
        return Some((2, levels));
    }
    if group("second").is_some() {
        return Some((2, vec![Bac5]));
    }
    if group("first").is_some() {
        return Some((2, vec![Bac4]));
    }
    if group("master").is_some() {
        return Some((1, vec![Bac4, Bac5]));
    }
    if group("licence").is_some() {
        // « but » is a diploma in capitals only.
        let but = group("licence") == Some("but") && !document_words.contains("BUT");
        return (!but).then(|| (2, vec![Bac3]));
    }
    if group("two").is_some() {
        return Some((2, vec![Bac2]));
    }
    if group("doctor").is_some() {
        return Some((2, vec![Bac8]));
    }
    if group("mastere").is_some() {
        return Some((2, vec![Bac6]));
    }
    Some((0, vec![Bac5]))
}

/// The levels of a folded clause, lowest first: years of study settle it alone; a bare « master » is both of its
/// years unless one of them is named; a school counts only when nothing else does.
fn levels(clause: &str, as_written: &str) -> Vec<StudyLevel> {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| rule::compile(MENTIONS));
    let found: Vec<(u8, Vec<StudyLevel>)> = pattern
        .captures_iter(clause)
        .filter(|captures| {
            let at = captures.get_match().start();
            // « 120 m2 » is a surface.
            !(captures.name("year").is_some()
                && clause[..at].trim_end().ends_with(|c: char| c.is_ascii_digit())
                && clause[at..].starts_with('m')
                && !clause[at..].starts_with("master"))
        })
        .filter(|captures| !is_one_of_trades(captures, clause))
        .filter_map(|captures| mention(&captures, as_written))
        .collect();
    let plain = found.iter().map(|(rank, _)| *rank).max().unwrap_or(0);
    let years_of_master = found
        .iter()
        .any(|(rank, levels)| *rank == 2 && (levels.contains(&Bac4) || levels.contains(&Bac5)));
    let kept = found.iter().filter(|(rank, _)| match plain {
        3 => *rank == 3,
        1 | 2 => *rank == 2 || (*rank <= 1 && !years_of_master),
        _ => true,
    });
    let mut levels: Vec<StudyLevel> = kept.flat_map(|(_, levels)| levels.iter().copied()).collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// « potière, graphiste, ingénieur, sculpteur »: a trade among others names no school.
fn is_one_of_trades(captures: &Captures<'_>, clause: &str) -> bool {
    let Some(trade) = captures.name("school").filter(|school| school.as_str() == "ingenieur")
    else {
        return false;
    };
    let after = clause[trade.end()..].trim_start_matches(|c: char| !matches!(c, ',' | ' '));
    clause[..trade.start()].trim_end().ends_with(',') && after.starts_with(',')
}

/// Sentences that speak of other people's studies, or of software.
fn elsewhere(m: &Match<'_>) -> bool {
    let within = &m.document.folded.as_str()[m.range()];
    // A match that begins with the end of a sentence owes nothing to it.
    let before = if within.starts_with(['.', '!', ';']) { "" } else { m.sentence_before() };
    let sentence = format!("{before}{within}");
    // « Vous enseignerez », then « en BTS et en licence »: what one teaches, the line above may say.
    says(m.line_before(), &["enseign", "equipe existante", "interviendr"])
        || says(
            &sentence,
            &[
                "composee d",
                "composees d",
                "constituee d",
                "soutien d'un",
                "soutien d'une",
                "aide d'un",
                "appuye par un",
                "accompagne d'un",
                "accompagne par un",
                "binome avec un",
                "encadrer",
                "ses apprenti",
                "nos apprenti",
                "des apprenti",
                "aux apprenti",
                "ecole forme",
                "institut forme",
                "universite forme",
                "qui forme",
                "formerez",
                "formez",
                "enseignerez",
                "encadrera",
                "encadrerez",
                "encadrement d",
                "supervis",
                "responsable du master",
                "responsable de la licence",
                "responsable pedagogique",
                "coordination du",
                "dispens",
                "licence de marque",
                "licence sportive",
                "soudeu",
                "licence de soud",
                "doctorants",
                "doctorant.e.s",
                "doctorant·e·s",
                "doctorant-e-s",
                "doctorant(e)s",
                "licence d'entrepreneur",
                "licences d'entrepreneur",
                "licence iii",
                "licencie",
                "sous licence",
                "these de doctorat de",
                "rapport de these",
                "accompagner des etudiant",
                "former des",
                "enseigner",
                "poursuite en these",
                "these possible",
                "licence b ",
                "master class",
                "masterclass",
                "nos formations",
                "nos etudiants",
                "propose des formations",
                "delivre",
                "webmaster",
                "licences libres",
                "licence fifa",
                "licence ffs",
                "licence federale",
                "licence de transport",
                "les etudiants de",
                "aux etudiants de",
                "accompagnez les",
                "que vous recevez",
                "licence libre",
                "open source",
                "creative commons",
                "licence iv",
                "aupres des etudiant",
                "aupres d'etudiant",
                "forme des",
                "accueille des etudiant",
                "alumni",
                "directrice",
                "directeur",
                "fondat",
                "offre de formation",
                "campus",
                "these cifre de",
                "bourse",
                "a ete",
                "les etudiants et",
                "licences logiciel",
                "catalogue",
                "programme de master",
                "licence d'apprentissage",
                "equipe existante",
                "au profit des",
            ],
        )
}

fn stated(m: &Match<'_>) -> Option<Reading<Vec<StudyLevel>>> {
    // « Doctorat ou diplôme d'ingénieur »: what another level opened goes on.
    let before = m.sentence_before().trim_end();
    let goes_on = [" ou", " ou un", " ou d'un"].iter().any(|or| before.ends_with(or));
    if goes_on && m.document.folded.as_str()[m.range()].starts_with("diplome") {
        return None;
    }
    let range = m.captures.name("words").map_or(m.range(), |words| words.range());
    let as_written = m.document.source(range.clone()).of(&m.document.text);
    let levels = levels(&m.document.folded.as_str()[range], as_written);
    if levels.is_empty() || elsewhere(m) {
        return None;
    }
    let line = m.before().trim_matches(|c: char| !c.is_alphanumeric());
    let own_line = if line.is_empty() { 5 } else { 0 };
    Reading::value(levels).map(|reading| reading.bonus(m.section_bonus() + own_line))
}

/// A diploma that a sentence opens with, or asks for; a heading's names what one runs or studies for.
fn asked_for(m: &Match<'_>) -> Option<Reading<Vec<StudyLevel>>> {
    let before = m.sentence_before();
    // An ad of one line is its own title.
    const TITLE: usize = 120;
    let title = m.document.role_at(m.at()) == Role::Title && m.before().len() < TITLE;
    // « postes de travail, licences, sauvegardes »: what one runs.
    let written = m.group("words");
    let software = written.starts_with("licences")
        && !["licences pro", "licences en ", "licences de ", "licences 3"]
            .iter()
            .any(|diploma| written.starts_with(diploma));
    let programme = software
        || title
        || says(before, &["nos", "notre", "propos", "prepar", "ouvr", "compte", "dont"]);
    if programme { None } else { stated(m) }
}

/// The level is spoken of, and left open.
fn open(m: &Match<'_>) -> Option<Reading<Vec<StudyLevel>>> {
    let within = &m.document.folded.as_str()[m.range()];
    let as_written = m.document.source(m.range()).of(&m.document.text);
    if levels(within, as_written).is_empty() { Reading::words() } else { None }
}

/// How ads state them.
pub static RULES: Rules<Vec<StudyLevel>> = Rules::new(&[
    Rule {
        name: "study-label",
        pattern: r"\b(?:niveaux?|niv\.|diplomes?|formations?|qualifications?|etudes)(?:[ /](?:d'etudes?|d'etude|de formations?|de diplomes?|de qualification|diplomes?|formation|requise?s?|souhaitee?s?|minimum|minimal|demandee?s?|exigee?s?|preparee?s?|attendue?s?|initiale|scolaire|academique|superieure?|en cours|universitaire|vise|et experience))*{sep}{clause}",
        score: 80,
        read: stated,
        reads: &[
            ("Niveau d'études : Master 2 (science politique)", "[Bac5]"),
            ("Niveau requis : bac+3 à bac+5", "[Bac3, Bac4, Bac5]"),
            ("Niveau licence ou master, en sciences sociales", "[Bac3, Bac4, Bac5]"),
            ("Niveau Master II.", "[Bac5]"),
            ("Formation initiale : Bac+4 à Bac+5 en urbanisme", "[Bac4, Bac5]"),
            ("Niveau de diplôme\nBac +2", "[Bac2]"),
            ("Diplôme préparé : BTS ou BUT", "[Bac2, Bac3]"),
            ("Niveau 7 (master)", "[Bac5]"),
            ("Niveau d'études : M1/M2", "[Bac4, Bac5]"),
            ("Niveau : III (bac+2)", "[Bac2]"),
            ("Formation : ingénieur agronome ou licence pro", "[Bac3, Bac5]"),
            ("Diplôme : niveau 5 ou 6", "[Bac2, Bac3]"),
            ("Niveau : bac+3/4/5 en réseaux", "[Bac3, Bac4, Bac5]"),
            ("Formation : bac +2, +3 ou +4", "[Bac2, Bac3, Bac4]"),
        ],
        leaves: &[
            "Le niveau de diplôme ne sera pas un critère",
            "Formation au logiciel sous licence libre",
            "Niveau d'anglais : B2",
            "Niveau : dans le but de progresser",
        ],
    },
    Rule {
        name: "study-holder",
        pattern: r"\b(?:titulaires?|detenteur|detentrice|en possession) d(?:'une?|u|e la|e l') ?{clause}|\b(?:par|aux?|recrut\w+|recherch\w+) (?:une? |des )?(?:docteure?s?|docteur{e})(?: en\b| ayant\b|,){clause}",
        score: 68,
        read: stated,
        reads: &[
            ("Elle sera titulaire d'un doctorat en botanique", "[Bac8]"),
            ("Vous êtes titulaire d’un master ou d’un diplôme d’ingénieur", "[Bac4, Bac5]"),
            ("Un poste à pourvoir par un docteur en botanique", "[Bac8]"),
        ],
        leaves: &["Titulaire d'un permis B", "Vous serez reçu par un docteur"],
    },
    Rule {
        name: "study-student",
        pattern: r"\b(?:(?:tu es|vous etes|actuellement|es-tu|etes-vous)(?: actuellement| inscrit{e})? (?:en|a) |etudiant|etudes en|eleve|alternant|apprenti|stagiaire|titulaire|diplome|inscrit|issue?s? d|justifi|prepar|cursus|formation|profil|poursui|cherch|stage de|stage en|de niveau|equivalent)\w*{clause}|\bstages? (?:de |d'|en |niveau |fin d'etudes )?(?:master|m ?[12]\b|licence|l3\b|bac ?\+|btsa?\b|dut\b){clause}",
        score: 65,
        read: stated,
        reads: &[
            ("Étudiant·e en M1 ou M2 – sciences de l'éducation", "[Bac4, Bac5]"),
            ("Etudiant.e en fin de cycle (Master 2 ou équivalent)", "[Bac5]"),
            ("vous justifiez d'une formation de niveau Master 2", "[Bac5]"),
            ("Vous préparez une licence professionnelle", "[Bac3]"),
            ("étudiant.e en école d'ingénieurs ou à l'université, niveau Master", "[Bac4, Bac5]"),
            ("élève en école d'ingénieur", "[Bac5]"),
            ("tu es en école de commerce ou en licence pro / master", "[Bac3, Bac4, Bac5]"),
            ("Diplômé(e) de l'enseignement supérieur (bac+4 minimum)", "[Bac4]"),
            ("offre de stage M2 au sein de l'observatoire", "[Bac5]"),
        ],
        leaves: &[
            "Étudiant motivé",
            "Vous formerez des étudiants de licence et de master",
            "Poursuite en thèse possible",
            "Notre école forme 300 étudiants de bac+3 à bac+5",
            "Notre école délivre des formations de niveau master",
            "Formation dans un local de 120 m2",
            "Profil : potière, graphiste, ingénieur, sculpteur",
            "L'équipe, composée de chercheurs et d'ingénieurs, cherche du renfort",
            "avec le soutien d'une stagiaire de M2",
        ],
    },
    Rule {
        name: "study-line",
        pattern: r"{bol}(?:un |une |de |d'un |en |idealement |profil |minimum )*(?:bac ?\+|masters?\b|m ?[12]\b|licences?\b|bts\b|but\b|dut\b|bachelor|doctorat|(?:premiere|deuxieme|seconde|derniere|2e|2eme) annee){clause}",
        score: 62,
        read: stated,
        reads: &[
            ("Master en développement local", "[Bac4, Bac5]"),
            ("- BAC+5 de préférence en gestion", "[Bac5]"),
            ("En deuxième année de master en urbanisme", "[Bac5]"),
            ("Master 2", "[Bac5]"),
        ],
        leaves: &["But du stage : découvrir", "Masterclass avec des élus"],
    },
    Rule {
        name: "study-years",
        pattern: r"\bbac ?\+ ?[2-8]{clause}",
        score: 45,
        read: stated,
        reads: &[("De préférence bac +4/5", "[Bac4, Bac5]"), ("(Bac+2 minimum)", "[Bac2]")],
        leaves: &["Notre campus accueille du bac au bac+5", "bac"],
    },
    Rule {
        name: "study-diploma",
        pattern: r"(?:(?:^|[.:;,!(] ?|\bou |\bun |\bune |\bd'un |\bd'une |- )(?:minimum |niveau )?(?P<words>(?:masters?|m ?[12]|licences?(?: pro\w*)?|bts[a]?|but [a-z0-9]|dut|deust|bachelor|doctorat|diplome d'ingenieur|diplome d'ecole|ingenieur{e}(?: [a-z]+)? de formation|ingenieur{e} (?:generaliste|diplome|ou (?:equivalent|master)))\b{clause})|(?:\b(?:masters?|m ?[12]|licences?|bts[a]?|dut|bachelor|doctorat|diplome d'ingenieur)\b(?:[^\n.!?;,]){0,60}\b(?:souhaite|exige|requis|minimum|apprecie|obligatoire|demande|ou equivalent|indispensable|valide|obtenu)))",
        score: 42,
        read: asked_for,
        reads: &[
            ("Jardinier\nUn jardinier patient. CAP ou BTS des métiers du paysage.", "[Bac2]"),
            ("Jardinier\nLicence de botanique minimum.", "[Bac3]"),
            ("Jardinier\nIngénieur·e agronome de formation", "[Bac5]"),
            ("Jardinier\nBTS aménagements paysagers souhaité", "[Bac2]"),
            ("Jardinier\nBonne plume. DUT GEA ou équivalent", "[Bac2]"),
            ("Jardinier\nSemer avec la directrice. Licence en botanique.", "[Bac3]"),
            ("Jardinier\nIngénieur ou équivalent, 3 ans d’expérience", "[Bac5]"),
        ],
        leaves: &[
            "Jardinier\nResponsable des licences libres",
            "Jardinier\nSuivre le parc : postes de travail, licences, sauvegardes",
            "But du stage : tailler",
            "CAP exigé",
        ],
    },
    Rule {
        name: "study-open",
        pattern: r"(?:\b(?:le )?niveau (?:de diplome|d'etudes|de formation) (?:ne|n'|importe|indifferent){clause}|\b(?:aucun|sans condition de|pas de) (?:niveau (?:de )?)?diplome{clause}|{bol}diplomes?,? (?:et |ou )?(?:formation|experience){clause}|\btous niveaux\b(?: d'etudes| de diplome)?)",
        score: 20,
        read: open,
        reads: &[
            ("Le niveau de diplôme ne sera pas un critère de sélection.", "words"),
            ("Aucun diplôme requis", "words"),
            ("Diplôme, formation ou expérience en communication", "words"),
        ],
        leaves: &["Diplôme, formation : bac+3", "Un bon niveau d'anglais"],
    },
]);

/// Whether the offer is a thesis to write: « Thèse CIFRE », « Contrat doctoral ».
fn is_thesis(document: &Document, offer: &Offer) -> bool {
    let title = offer.title.as_deref().unwrap_or("");
    let first = document.text.lines().next().unwrap_or("");
    let words = fold(&format!("{first} {title}"));
    says(&words, &["these", "doctorant", "contrat doctoral", "doctorat"])
        && !says(&words, &["post-doc", "postdoc", "apres these", "chercheur"])
}

/// Reads them.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    // A thesis gives the doctorate, and asks for less.
    let thesis = is_thesis(document, offer);
    let fits = |candidate: &Candidate<Vec<StudyLevel>>| {
        !(thesis && candidate.value.as_deref() == Some(&[Bac8]))
    };
    if let Some(candidate) = RULES.candidates(document).into_iter().find(fits) {
        offer.evidence.insert(Field::StudyLevel, candidate.evidence());
        offer.study_level = candidate.value.unwrap_or_default();
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
