//! When the work starts.
//!
//! Over 400 lines: each rule stands with the phrases it reads and leaves.

use super::dated::{any_date, first_after, in_its_season, tell};
use super::deadline;
use super::duration::{NOT_THE_PERIOD, between, in_its_words, names_the_post};
use super::rule::{Candidate, Match, Reading, Rule, Rules, says};
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::offer::{Field, Offer, Start};
use crate::text::date::{self, Join, Moment, Unread};
use crate::text::fold;
use std::fmt;

/// A start as written, its year perhaps left out; `2023-01..2023-03` in rules' phrases.
#[derive(Clone, Copy, Default)]
pub struct Window {
    from: Option<Moment>,
    to: Option<Moment>,
}

impl fmt::Debug for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |end: Option<Moment>| end.map(|end| format!("{end:?}")).unwrap_or_default();
        write!(f, "{}..{}", end(self.from), end(self.to))
    }
}

impl Window {
    /// Its earliest or else its latest moment.
    fn first(&self) -> Option<&Moment> {
        self.from.as_ref().or(self.to.as_ref())
    }

    fn lacks_year(&self) -> bool {
        self.first().is_some_and(|moment| moment.year.is_none())
    }

    /// Both ends in the calendar, the earlier one first, or `None` while a year is missing.
    fn start(&self) -> Option<Start> {
        let when = |moment: Moment| moment.when();
        let mut start = Start { from: self.from.and_then(when), to: self.to.and_then(when) };
        // « Le 9 ou le 1er avril »
        if let (Some(from), Some(to)) = (start.from, start.to)
            && from.first_day() > to.last_day()
        {
            start = Start { from: Some(to), to: Some(from) };
        }
        let whole =
            start.from.is_some() == self.from.is_some() && start.to.is_some() == self.to.is_some();
        whole.then_some(start)
    }

    /// The same, its first moment in `year` and its last at the next that comes after.
    fn in_year(&self, year: u16) -> Self {
        let dated = |moment: Moment| Moment { year: moment.year.or(Some(year)), ..moment };
        let from = self.from.map(dated);
        let to = self.to.map(dated).map(|to| match from {
            Some(from) if (to.year, to.month) < (from.year, from.month) => {
                Moment { year: to.year.map(|year| year + 1), ..to }
            }
            _ => to,
        });
        Self { from, to }
    }
}

/// The start that `dates` state: a period begins with its first moment, a choice lies between both.
fn window(words: &str, latest: bool) -> Result<Window, Unread> {
    let dates = date::parse(words)?;
    let first = Some(dates.from);
    Ok(match dates.to {
        None if latest => Window { from: None, to: first },
        None => Window { from: first, to: None },
        Some((join, second)) => {
            let period = join == Join::Period
                && between(&dates.from, &second).is_some_and(|months| months[0] > 2);
            Window { from: first, to: Some(second).filter(|_| !period) }
        }
    })
}

/// How much less a date without its year weighs where no label stands before it.
const NO_YEAR: i32 = -25;

/// A reading of `window` in a sentence.
fn said(m: &Match<'_>, window: Window) -> Option<Reading<Window>> {
    let bonus = if window.lacks_year() { NO_YEAR } else { 0 };
    Some(Reading { value: Some(window), bonus: bonus + m.section_bonus() })
}

/// What begins at a date and is not the post.
const NOT_THE_POST: &[&str] = &[
    "entretien",
    "candidat",
    "inscri",
    "examin",
    "audition",
    "postul",
    "jury",
    "reponse",
    "cv",
    "etudie",
    "publi",
    "depuis",
    "projet",
    "budget",
    "horaire",
    "ferm",
    "visio",
    "selection",
    "recrutement aura",
    "seront recu",
    "recevr",
    "edition",
    "limite",
    "dossier",
    "expire",
    "cloture",
    "ouverture des",
    "reunion",
    "elections",
    "vigueur",
    "tarif",
    "s'appliqu",
    "demenag",
];

/// What is said to begin right before a label of the start.
const OTHER_EVENTS: &[&str] = &[
    "entretien",
    "candidat",
    "jury",
    "audition",
    "reunion",
    "limite",
    "seance",
    "projet",
    "programme",
    "festival",
    "travaux",
    "exposition",
    "formation",
    "saison",
];

/// A date with a label of its own.
fn labelled(m: &Match<'_>) -> Option<Reading<Window>> {
    let before = m.sentence_before();
    let within = &m.document.folded.as_str()[m.range()];
    // « a démarré en avril 2025 » is past.
    if m.takes_next_label() || matches!(before.split_whitespace().last(), Some("a" | "ont")) {
        return None;
    }
    // A flattened table says other things further back: what counts stands after the last figure or colon.
    let near = before.rsplit(|c: char| c.is_ascii_digit() || c == ':').next().unwrap_or(before);
    if says(near, OTHER_EVENTS)
        || says(
            within,
            &[
                "entretien",
                "candidat",
                "limite",
                "jury",
                "audition",
                "projet",
                "publication",
                "diffusion",
                "parution",
                "inscription",
            ],
        )
    {
        return None;
    }
    let latest =
        says(m.group("prefix"), &["au plus tard", "avant"]) || m.captures.name("by").is_some();
    let value = match window(m.group("dates"), latest) {
        Ok(value) if m.group("latest").is_empty() => Some(value),
        Ok(value) => date::parse(m.group("latest"))
            .ok()
            .map(|latest| Window { to: Some(latest.from), ..value }),
        Err(Unread::Impossible | Unread::WrongWeekday) => None,
        Err(Unread::NotADate) => return None,
    };
    Some(Reading { value, bonus: m.section_bonus() })
}

/// A date of a calendar, before what happens then.
fn in_calendar(m: &Match<'_>) -> Option<Reading<Window>> {
    said(m, window(m.group("dates"), false).ok()?)
}

/// A date in a sentence: « à partir de », « dès ».
fn from_then_on(m: &Match<'_>) -> Option<Reading<Window>> {
    let moves = ["le poste sera", "l'equipe sera", "nos locaux", "nos bureaux", "le service sera"];
    let clause = m.sentence_before().rsplit([',', '(', ')', ':']).next().unwrap_or_default();
    // « un poste pour le projet Haies : 18 mois, à partir du 1er mars »: behind a length, it is the post's.
    let before = m.sentence_before().trim_end_matches([',', ' ']);
    let lasts = before.ends_with(" mois") || before.ends_with(" ans") || before.ends_with(" an");
    let other = if lasts { &NOT_THE_POST[..6] } else { NOT_THE_POST };
    if says(clause, &["conge", "renouvel"])
        || says(m.sentence_before(), other)
        || says(m.sentence_after(), &moves)
    {
        return None;
    }
    said(m, window(m.group("dates"), false).ok()?)
}

/// Whether the second of two whole dates comes before the first.
fn ends_before(from: &Moment, to: &Moment) -> bool {
    let ends = from.when().zip(to.when());
    ends.is_some_and(|(from, to)| to.last_day() < from.first_day())
}

/// A first and a last day with a label each, when the last comes first: there is no telling which is wrong.
fn backwards(m: &Match<'_>) -> Option<Reading<Window>> {
    let from = date::parse(m.group("from")).ok()?.from;
    let to = date::parse(m.group("to")).ok()?.from;
    if ends_before(&from, &to) { Reading::words() } else { None }
}

/// « de février à juillet 2023 », said of the post.
fn period(m: &Match<'_>) -> Option<Reading<Window>> {
    let dates = date::parse(m.group("dates")).ok()?;
    let (Join::Period, second) = dates.to? else { return None };
    if between(&dates.from, &second).is_none() && !ends_before(&dates.from, &second) {
        return None;
    }
    let before = m.sentence_before();
    let within = &m.document.folded.as_str()[m.range()];
    let post = in_its_words(m, &dates.from, &second);
    let other = !names_the_post(before) && says(before, NOT_THE_PERIOD);
    if !post || other || says(within, NOT_THE_PERIOD) {
        return None;
    }
    if ends_before(&dates.from, &second) {
        return Reading::words();
    }
    said(m, Window { from: Some(dates.from), to: None })
}

/// A month alone on its line among the facts at the top: « Stage », « Janvier 2021 », « 6 mois ».
fn in_facts(m: &Match<'_>) -> Option<Reading<Window>> {
    const TOP: usize = 7;
    let line = m.document.line_at(m.at()).filter(|line| (1..TOP).contains(line))?;
    let beside = [line.checked_sub(1), Some(line + 1)].into_iter().flatten();
    let told = beside.filter_map(|at| m.document.lines.get(at)).any(|line| {
        let words = fold(line.span.of(&m.document.text));
        words.len() <= 40
            && says(
                &words,
                &["stage", "cdd", "cdi", "alternance", "apprentissage", "service civique"],
            )
            || words.len() <= 30 && says(&words, &["mois"])
    });
    told.then(|| wanted_for(m))?
}

/// « recherche pour janvier 2025 »: without a year, a month in a sentence is too little.
fn wanted_for(m: &Match<'_>) -> Option<Reading<Window>> {
    if says(m.sentence_before(), &["entretien", "candidat", "postul", "election"]) {
        return None;
    }
    // « 1er juillet - 31 août »: the dash stands between two dates.
    let words = m.captures.name("words").map_or(0, |words| words.start());
    let before = &m.document.folded.as_str()[m.range().start..words];
    if before
        .split(|c: char| !c.is_alphanumeric())
        .rfind(|word| !word.is_empty())
        .is_some_and(|word| date::month(word).is_some())
    {
        return None;
    }
    said(m, window(m.group("dates"), false).ok().filter(|window| !window.lacks_year())?)
}

/// « 12 mois, septembre 2026 », « 3 mois entre octobre et février »: without a year, a month there is too little.
fn behind_length(m: &Match<'_>) -> Option<Reading<Window>> {
    let before = m.sentence_before();
    if says(before, NOT_THE_POST) || says(before, &["experience", "essai", "tous les", "depuis"]) {
        return None;
    }
    let dates = date::parse(m.group("dates")).ok()?;
    // « Stage | 3 mois | 23/06/2025 »: in a card, a whole day in figures is when it was put there.
    let words = m.captures.name("words").map_or(0, |words| words.start());
    let parted = m.document.folded.as_str()[..words].trim_end().ends_with(['|', '·', '•']);
    let figures = m.group("words").starts_with(|c: char| c.is_ascii_digit())
        && !m.group("words").contains(char::is_alphabetic);
    if parted && figures {
        return None;
    }
    let dated = [Some(dates.from), dates.to.map(|(_, to)| to)];
    if dated.iter().flatten().all(|moment| moment.year.is_none()) {
        return None;
    }
    said(m, window(m.group("dates"), false).ok()?)
}

/// A piece of a row of facts; none where another date stands before it.
fn in_card(m: &Match<'_>) -> Option<Reading<Window>> {
    let mut words = m.group("gap").split(|c: char| !c.is_alphanumeric());
    if words.any(|word| date::month(word).is_some()) { None } else { wanted_for(m) }
}

/// « Pour la rentrée de septembre 2025, nous recherchons »
fn for_which(m: &Match<'_>) -> Option<Reading<Window>> {
    let words = if m.group("dates").is_empty() { m.group("return") } else { m.group("dates") };
    said(m, window(words, false).ok()?)
}

/// « dès que possible », unless it is the application that is awaited so.
fn as_soon_as_possible(m: &Match<'_>) -> Option<Reading<Window>> {
    let before = m.sentence_before();
    let after = m.sentence_after();
    let applying = [
        "candidat", "postul", "cv", "lettre", "envoy", "adress", "transm", "repondre", "reponse",
        "merci de", "contact", "deposer",
    ];
    if says(before, &applying) || says(after, &["votre candidature", "a l'adresse", "votre cv"]) {
        return None;
    }
    Some(Reading { value: None, bonus: m.section_bonus() })
}

/// How ads state a start.
pub static RULES: Rules<Window> = Rules::new(&[
    Rule {
        name: "start-label",
        pattern: r"\b(?:(?:dates?|periode) (?:previsionnelle |souhaitee |prevue |envisagee |possible |estimee |effective )?(?:de |d'|du )(?:(?:de |du )?(?:debut|effet|demarrage|embauche|prise (?:de|d'un) (?:postes?|fonctions?)|entree en (?:fonctions?|poste)|recrutement|commencement|disponibilite|arrivee|depart|vacance(?: de l'emploi| du poste)?|contrat|stage|mission))|debut|demarrage|depart|prise (?:de|d'un) (?:postes?|fonctions?)(?: effective)?|entree en (?:fonctions?|poste|service)|entree[ *_]*:|a pourvoir|poste a prendre|postes? (?:disponibles?|vacants?)|embauche|arrivee|disponibilite|date de la vacance|start(?:ing)? date|(?:quand|start)[ *_]*[:?]|vacant|commence(?:rez|ra|rait|nt|z)?|premier jour|on vous attend|recrutement (?:au|a compter)|debut(?:e|era|erait|ant)|demarr(?:e|era|erait|ant)|prend(?:ra)? effet)(?: (?:(?:du|de la|de l'|de|d'|des) ?[a-z]+|en mission|en poste))?(?: \([^()\n]{2,30}\))?(?: (?:est|sera|souhaitee?|prevue?|fixee?|previsionnelle?|envisagee?|possible|ideal(?:ement)?|estimee?|visee?|cible|flexible|au))*{sep}(?P<prefix>(?:\(?(?:ideale?ment|si possible|le plus tot possible|des que possible|souhaitee?|prevue?|au plus tard|au plus tot|au choix|avant|a partir|a compter|des|courant|en|et|ou|pour|entre|vers|autour|le mois de|le|au mois de|au mois d'|la rentree(?: de)?|rentree(?: de)?|a la|du mois de|du|de|d'|au|,|:)[ ,]*)*)(?:\n(?:# |- )?)?(?P<dates>{dates})(?:,? (?:et|ou)? ?(?:au plus tard|avant)(?: le)? (?P<latest>{moment})|(?P<by> au plus tard))?",
        score: 80,
        read: labelled,
        reads: &[
            ("Début : Juillet ou septembre 2023", "2023-07..2023-09"),
            ("Début du contrat (durée 1 an) : septembre 2010", "2010-09.."),
            ("Démarrage souhaité : 01/04/2023", "2023-04-01.."),
            ("Date prévisionnelle d'embauche 15/03/2023", "2023-03-15.."),
            ("Date de début de mission : à compter de mars / avril 2023", "2023-03..2023-04"),
            ("Date de prise de poste\n1er septembre 2025", "2025-09-01.."),
            ("Embauche au plus tard le 2 mai 2023", "..2023-05-02"),
            ("début 1er février / 1 er mars 2023", "2023-02-01..2023-03-01"),
            ("Début du stage : entre le 1er mars et le 3 avril", "?-03-01..?-04-03"),
            ("Prise de poste : mi-mai 2024", "2024-05.."),
            ("Départ en mission : août 2027", "2027-08.."),
            ("prise de poste effective le 1er mars 2027", "2027-03-01.."),
            ("Début souhaité : à partir de novembre 2024", "2024-11.."),
            ("Prise de poste visée : 1er juin 2026", "2026-06-01.."),
            ("'''Début :''' octobre ou novembre 2026", "2026-10..2026-11"),
            ("Début de contrat : 31 avril 2024", "words"),
            ("Poste à pourvoir au 1er janvier 2025", "2025-01-01.."),
            ("un CDI à temps plein (35 h), à pourvoir au 1er octobre 2024", "2024-10-01.."),
            ("Poste vacant à partir du 15.10.2024", "2024-10-15.."),
            ("La mission débutera le lundi 6 janvier 2025", "2025-01-06.."),
            ("Démarrage : idéalement dès octobre/novembre 2024", "2024-10..2024-11"),
            ("Date de début : dès que possible, au plus tard en mars 2026", "..2026-03"),
            ("Début1 septembre 2024", "2024-09-01.."),
            ("Start date: 05/01/2026", "2026-01-05.."),
            ("Quand : 5 janvier 2026, pour 16 semaines", "2026-01-05.."),
            ("Départ souhaité : octobre 2026", "2026-10.."),
            ("Poste à pourvoir à compter du\n01/06/2026", "2026-06-01.."),
            (
                "Démarrage au plus tôt le 15 mars 2027 et au plus tard le 5 avril 2027",
                "2027-03-15..2027-04-05",
            ),
            ("Ce stage commencerait le lundi 3 mai 2027", "2027-05-03.."),
            ("Poste à prendre le 18 mai 2026", "2026-05-18.."),
            ("Premier jour : 18 mai 2026", "2026-05-18.."),
            ("On vous attend en mai 2026", "2026-05.."),
            ("Le contrat prend effet au 1er juin 2026", "2026-06-01.."),
            ("Début : au choix entre le 4 janvier et le 1er mars 2027", "2027-01-04..2027-03-01"),
            ("Démarrage au premier trimestre 2027", "2027-01..2027-03"),
            ("Prise de fonctions le 1er juin 2026 au plus tard", "..2026-06-01"),
            ("Début : du 3 mars au 29 août 2025", "2025-03-03.."),
            ("Date limite de candidature 01/03/2023 Date d'embauche 15/03/2023", "2023-03-15.."),
        ],
        leaves: &[
            "Les entretiens auront lieu début janvier 2025",
            "Date limite de candidature : 3 mars 2025",
            "Début : à définir",
            "Date de début de diffusion : 12/04/2024",
            "Début : printemps 2026",
            "Quand vous arrivez, une formation est prévue",
            "Début du projet : mars 2021",
            "Le projet démarre en mars 2026",
            "Le chantier a démarré en avril 2025",
        ],
    },
    Rule {
        name: "start-agreed",
        pattern: r"\b(?:debut|demarrage)(?: d[eu] (?:la |l')?[a-z]{3,12})? ?: [^\n.;:]{5,100}\bentre (?:le |debut |fin |mi-)?(?P<dates>{dates})",
        score: 70,
        read: |m| said(m, window(m.group("dates"), false).ok()?),
        reads: &[(
            "Début de la mission : les dates sont à convenir ensemble, entre septembre 2018 et décembre 2018",
            "2018-09..2018-12",
        )],
        leaves: &["Début : à convenir entre nous"],
    },
    Rule {
        name: "start-from-to",
        pattern: r"^(?:- )?du ?: ?(?P<words>(?P<dates>{moment})),? (?:- )?au ?: ?{moment}",
        score: 72,
        read: |m| said(m, window(m.group("dates"), false).ok()?),
        reads: &[("Du : 01/09/2025 au : 31/08/2026 (12 mois)", "2025-09-01..")],
        leaves: &["Du 1er au 3 septembre 2025"],
    },
    Rule {
        name: "start-line",
        pattern: r"^(?P<words>(?P<dates>(?:debut |mi-|fin )?{month} 20\d\d))$",
        score: 52,
        read: in_facts,
        reads: &[("Jardinier\nStage\nJanvier 2021\n6 mois", "2021-01..")],
        leaves: &["Jardinier\nJanvier 2021\nLe Verger", "Janvier 2021\nStage"],
    },
    Rule {
        name: "start-before-label",
        pattern: r"{bol}(?:le |a partir du |a compter du )?(?P<dates>{dates}) ?[:-] ?(?:date de )?(?:prise de (?:poste|fonctions?)|debut (?:du|de la|de|des) (?:stage|contrats?|missions?)|demarrage|embauche|entree en (?:fonctions?|poste))\b",
        score: 78,
        read: in_calendar,
        reads: &[("- 1er septembre 2026 : prise de poste", "2026-09-01..")],
        leaves: &["- 4 mai 2026 : entretiens", "4 mai 2026 : début du projet"],
    },
    Rule {
        name: "start-after-end",
        pattern: r"\b(?:debut|arrivee|demarrage|prise de (?:poste|fonctions?))[^\n:]{0,30}{sep}(?:le )?(?P<from>{moment})[\s.,;|-]*(?:# |- )?(?:et )?(?:date )?(?:de )?fin\b[^\n:]{0,30}{sep}(?:le )?(?P<to>{moment})",
        score: 90,
        read: backwards,
        reads: &[("Début : 01/09/2025\nFin : 31/08/2024", "words")],
        leaves: &["Début : 01/09/2025\nFin : 31/08/2026", "Début : septembre\nFin : août"],
    },
    Rule {
        name: "start-from",
        pattern: r"(?:\bdes que possible,? )?\b(?:a partir|a compter|des|au plus tot)(?: (?:de la rentree|la rentree))? ?\(?(?:du |de la |de |d'|le |la |l')?(?:mois de |mois d')?(?P<dates>{dates})",
        score: 60,
        read: from_then_on,
        reads: &[
            ("à partir de janvier / mars 2022", "2022-01..2022-03"),
            ("dès que possible à partir de janvier 2023", "2023-01.."),
            ("à compter du 6 février 2023", "2023-02-06.."),
            ("à partir d'avril 2023", "2023-04.."),
            ("à partir de janvier/février 2023", "2023-01..2023-02"),
            ("dès septembre 2025", "2025-09.."),
            ("Remplacement de congé maternité, CDD à partir du 12/10/26", "2026-10-12.."),
            ("CDD d'un an, renouvelable, à compter de mai 2026", "2026-05.."),
            ("dès la rentrée (septembre 2025)", "2025-09.."),
            ("à partir du mois de mars 2024", "2024-03.."),
            ("à partir de mars", "?-03.."),
            ("à partir de la mi-octobre 2026", "2026-10.."),
            ("Un poste pour le projet Haies : 18 mois, à partir du 1er mars 2026", "2026-03-01.."),
            ("CDD (remplacement de congé parental) à compter du 1er février 2027", "2027-02-01.."),
        ],
        leaves: &[
            "Les entretiens se tiendront à partir du 5 mai 2025",
            "à partir de bac+3",
            "À partir de mars 2026, le poste sera basé à Nantes",
            "La nouvelle convention s'applique à partir du 1er janvier 2026",
            "CDD d'un an renouvelable à compter de mai 2027",
            "Le dispositif est actif depuis mars 2021",
        ],
    },
    Rule {
        name: "start-for-a-length",
        pattern: r"^(?:du |le |des le |a partir du )(?P<dates>{dates}),? (?:pour|pendant|durant) (?:une duree de )?(?:{count}) (?:mois|ans?|semaines)",
        score: 62,
        read: from_then_on,
        reads: &[("Du 01/03/2027 pour 18 mois", "2027-03-01..")],
        leaves: &["Le 1er mars 2027, réunion pour 18 mois de travaux"],
    },
    Rule {
        name: "start-wanted-for",
        pattern: r"\b(?:cherch\w+|recherch\w+|recrut\w+|accueill\w+|engage[rz]?|rejoi\w+|integre[rz]?|stages?|alternance|contrat|mission|cdd|cdi|poste)\b[^\n.:;]{0,40}? ?(?P<words>(?:pour|en|des|rentree(?: de)?|,|-) [*_]*(?:la rentree (?:de )?|le mois de |le )?(?P<dates>{dates}))",
        score: 45,
        read: wanted_for,
        reads: &[
            ("L'association recherche pour janvier 2025 sa future stagiaire", "2025-01.."),
            ("CDI - rentrée septembre 2025", "2025-09.."),
            ("pour rejoindre l'équipe en septembre 2026", "2026-09.."),
            ("souhaite engager pour le 1er juin 2026", "2026-06-01.."),
        ],
        leaves: &[
            "Le festival revient pour mars 2025",
            "un stage en mars",
            "Nous recrutons (1er juillet – 31 août 2026)",
        ],
    },
    Rule {
        name: "start-for-which",
        pattern: r"\b(?:pour|des|en|a) (?:la rentree (?:de )?|le mois de |le )?(?P<dates>{dates}),? (?:[^\n.:;]{0,50}\b(?:recherch|recrut|accueil)|(?:cdi|cdd|cap|bts|bac|stage|alternance|temps)\b)|\b(?:pour )?(?:la |a la |des la )?rentree (?:scolaire |universitaire )?[(]?(?:de |d'|du |en |le |(?:est )?(?:fixee|prevue) (?:le |au )|: ?(?:le )?)?(?P<return>{dates})",
        score: 44,
        read: for_which,
        reads: &[
            ("Pour la rentrée de septembre 2025, nous recherchons une alternante", "2025-09.."),
            ("Pour janvier 2025, l'association recherche un volontaire", "2025-01.."),
            ("Pour septembre 2025, CAP boulanger", "2025-09.."),
            ("CDD, rentrée septembre 2024", "2024-09.."),
            ("Alternance - rentrée septembre/octobre 2026", "2026-09..2026-10"),
            ("Nous recrutons pour la rentrée du 1er septembre 2026", "2026-09-01.."),
        ],
        leaves: &["En mars 2021, le festival a été créé", "Pour mars 2025, le rapport est attendu"],
    },
    Rule {
        name: "start-behind-length",
        pattern: r"\b(?:mois|ans?|semaines?)(?: minimum| maximum| renouvelables?)?(?: ?[,(|·•-])? ?(?P<words>(?:au |entre (?:le )?|de )?(?P<dates>{dates}))(?:$|[ ,.;|)·•-])",
        score: 43,
        read: behind_length,
        reads: &[
            ("CDD, 12 mois au 01/09/2026", "2026-09-01.."),
            ("3 mois entre octobre 2026 et février 2027", "2026-10..2027-02"),
            ("Durée : 4 mois, entre avril et septembre 2027", "2027-04..2027-09"),
            ("La Rochelle | 4 à 6 mois | mars 2026", "2026-03.."),
            ("24 mois sept. 2026, internat", "2026-09.."),
        ],
        leaves: &[
            "tous les 6 mois, mars compris",
            "Laval - 53 | Stage | 3 mois | 23/06/2025",
            "un an, mars",
            "Depuis 2 ans, mars 2024 compris",
            "Un projet de 36 mois, mars 2026 pour le rendu",
        ],
    },
    Rule {
        name: "start-in-card",
        pattern: r"\b(?:cdi|cdd|stage|alternance|apprentissage|service civique|mois)\b(?: |(?P<gap>[^\n.:;]{0,50}?)(?: ?[|·•] ?| - |, ?))(?P<words>(?P<dates>(?:1er )?{month} 20\d\d))(?:$| ?[|·•(])",
        score: 43,
        read: in_card,
        reads: &[
            ("Puits & Partage | Nantes | CDI | 1er avril 2026", "2026-04-01.."),
            ("Alternance septembre 2026", "2026-09.."),
        ],
        leaves: &[
            "CDI • Dijon • 12/03/2026",
            "CDD du 1er juin - 31 août 2026",
            "un stage en mars 2026, puis un autre",
        ],
    },
    Rule {
        name: "start-within-period",
        pattern: r"\b(?:periode|stage|contrat|mission)\b[^\n.;]{0,40}? entre (?:le |debut |fin )?(?P<dates>{dates})",
        score: 42,
        read: from_then_on,
        reads: &[("Période : 6 mois entre mars et septembre 2024", "2024-03..2024-09")],
        leaves: &["Une enquête menée entre mars et septembre 2021", "contrat entre deux parties"],
    },
    Rule {
        name: "start-of-period",
        pattern: r"(?:\b(?:stage|contrat|mission|alternance|poste|cdd|periode)\b[^\n.:;]{0,30}?)?(?:\b(?:de |du |d'))?(?P<dates>{dates})",
        score: 40,
        read: period,
        reads: &[
            ("Stage proposé de février à juillet 2023", "2023-02.."),
            ("Période : du 1er mars au 31 août 2025", "2025-03-01.."),
            ("CDD du 1er mars 2026 au 31 août 2025", "words"),
        ],
        leaves: &[
            "Le festival a lieu du 26 au 28 juin 2023",
            "Date de publication : du 09/10/2026 au 09/11/2026",
            "Candidatures ouvertes de mars à mai 2023",
            "Stage en mars 2021",
        ],
    },
    Rule {
        name: "start-as-soon-as-possible",
        pattern: r"\b(?:des que possible|au plus (?:vite|tot)\b|immediat(?:e|ement)?\b|des maintenant|asap\b|sans delai)",
        score: 30,
        read: as_soon_as_possible,
        reads: &[
            ("Durée : 4 à 6 mois – dès que possible", "words"),
            ("Prise de poste : immédiate", "words"),
            ("pour intégrer dès que possible l'équipe", "words"),
        ],
        leaves: &[
            "Envoyez votre CV dès que possible",
            "Candidature à adresser au plus vite",
            "en périphérie",
        ],
    },
]);

/// Reads the start; a date that cannot be is told.
pub(super) fn read(document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    let candidates = RULES.candidates(document);
    let Some(best) = candidates.first() else { return };
    offer.evidence.insert(Field::Start, best.evidence());
    let words = |candidate: &Candidate<Window>| candidate.span.of(&document.text);
    let Some(window) = best.value else {
        if matches!(any_date(words(best)), Some(Err(Unread::Impossible | Unread::WrongWeekday))) {
            tell(document, best.span, diagnostics);
        } else if matches!(best.rule, "start-after-end" | "start-of-period") {
            let location = document.locate(best.span);
            diagnostics.push(diagnostic::period_backwards(location, words(best)));
        }
        return;
    };
    if let Some(other) = candidates.iter().find(|other| contradicts(best, other)) {
        diagnostics.push(diagnostic::contradictory_starts(
            document.locate(best.span),
            words(best),
            words(other),
        ));
        return;
    }
    // A start without its year stays shown in its own words and filters nothing: no complaint.
    let year = window.first().and_then(|moment| match moment.year {
        Some(year) => Some(year),
        None => year_of(document, moment, &candidates, offer),
    });
    offer.start = year.and_then(|year| window.in_year(year).start());
}

/// Two labelled starts of the same weight that have no day in common.
fn contradicts(best: &Candidate<Window>, other: &Candidate<Window>) -> bool {
    let days = |candidate: &Candidate<Window>| {
        let start = candidate.value?.start()?;
        let (from, to) = (start.from.or(start.to)?, start.to.or(start.from)?);
        Some((from.first_day(), to.last_day()))
    };
    match (days(best), days(other)) {
        (Some(a), Some(b)) => {
            other.rule == "start-label" && best.score == other.score && (a.1 < b.0 || b.1 < a.0)
        }
        _ => false,
    }
}

/// The year of a start that leaves it out: that of the same day or month said elsewhere, or of the season that the ad
/// is about, or the first after the deadline or the day of publication.
fn year_of(
    document: &Document,
    moment: &Moment,
    others: &[Candidate<Window>],
    offer: &Offer,
) -> Option<u16> {
    let same = |other: &&Moment| {
        other.month == moment.month && (other.day.is_none() || other.day == moment.day)
    };
    let said = others.iter().filter_map(|other| other.value.as_ref()?.first().filter(same)?.year);
    said.into_iter().next().or_else(|| {
        let dated = in_its_season(document, moment).or_else(|| {
            let known = deadline::stated(document).or(offer.published)?;
            first_after(moment, known)
        });
        dated?.year
    })
}

#[cfg(test)]
mod tests {
    use super::{RULES, window};

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }

    #[test]
    fn a_choice_of_days_is_in_order() {
        for words in ["9 ou 1er avril 2027", "1er ou 9 avril 2027"] {
            let start = window(words, false).ok().and_then(|window| window.start());
            let days =
                start.and_then(|start| Some((start.from?.first_day(), start.to?.last_day())));
            let days = days.map(|(from, to)| format!("{from} {to}"));
            assert_eq!(days.as_deref(), Some("2027-04-01 2027-04-09"), "{words}");
        }
    }
}
