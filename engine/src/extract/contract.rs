//! The kind of contract: one table of rules, as long as ads have habits.
//!
//! The post's contract is told from contracts that are only spoken of: a colleague's, a past stage, the law's.

use super::rule::{Match, Reading, Rule, Rules, compile, says};
use super::wages;
use crate::document::Document;
use crate::offer::{Contract, Field, Offer};
use crate::outline::Role;
use regex::Regex;
use std::sync::LazyLock;

/// The contract that a folded word tells.
fn contract_of(word: &str) -> Option<Contract> {
    // « contrat en alternance »
    let has = |stem: &str| says(word, &[stem]);
    Some(match word {
        _ if has("stag") => Contract::Stage,
        _ if has("altern")
            || word.starts_with("appren")
            || word.contains("apprentissage")
            || word.contains("professionnalisation") =>
        {
            Contract::Alternance
        }
        _ if word.starts_with("service") || word.contains("service civique") => {
            Contract::ServiceCivique
        }
        _ if word.starts_with("volont")
            || word.starts_with("vie")
            || word.starts_with("vsi")
            || word.starts_with("benevol")
            || word.starts_with("v.i.e") =>
        {
            Contract::Volontariat
        }
        _ => Contract::Emploi,
    })
}

/// What is said of a job that may come after the post, and is not the post's contract.
pub(super) const LATER: &[&str] = &[
    "d'embauche",
    "l'embauche",
    "une embauche",
    "pre-embauche",
    "embauche en",
    "embauche possible",
    "embauche prevue",
    "embauche cdi",
    "pour embauche",
    "embauche a",
    "embauche definitive",
    "debouch",
    "evolution",
    "evoluer",
    "possibilite",
    "transform",
    "issue",
    "poursui",
    "formation",
    "perspective",
    "puis",
    "pouvant",
    "vue d'un",
    "suivi d'un",
    "vers un",
];

/// What is said of other people's contracts: a team's, those whom the post looks after.
const OTHERS: &[&str] = &[
    "compte",
    "emploie",
    "compos",
    "dont",
    "salarie",
    "effectif",
    "collegue",
    "actuel",
    "ancien",
    "permanents",
    "encadr",
    "manag",
    "supervis",
    "tuteur de",
    "tutrice de",
    "tutorat",
    "former",
    "accueil d",
    "accueillir",
    "recruter",
    "suivi des",
    "gestion des",
    "gerer",
    "deux",
    "trois",
    "quatre",
    "cinq",
];

/// Whether a contract is somebody else's: of the team, of those whom the post looks after, of the time after it.
pub(super) fn is_others(found: &Match<'_>) -> bool {
    let before = found.sentence_before();
    let near = before.char_indices().rev().nth(90).map_or(before, |(at, _)| &before[at..]);
    // « 12 CDI, 2 alternants et une stagiaire »
    let words: Vec<&str> = near.split(|c: char| !c.is_alphanumeric()).collect();
    let kinds = ["cdi", "cdd", "alternant", "apprenti", "stagiaire", "salarie", "volontaire"];
    let counted = words.windows(2).any(|pair| {
        pair[0].parse::<u32>().is_ok() && kinds.iter().any(|kind| pair[1].starts_with(kind))
    });
    // « Toutes nos offres : aide-soignant (CDI), agent (contrat d'apprentissage) »
    let listed = says(
        found.before(),
        &["toutes nos offres", "nos autres offres", "autres offres", "offres similaires"],
    );
    counted
        || listed
        || says(near, OTHERS)
        || near.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// Whether « vie » is only the word, not the « VIE » of a volontariat international.
fn is_life(found: &Match<'_>) -> bool {
    let words = found.written("words");
    found.group("words") == "vie"
        && (words.chars().any(char::is_lowercase)
            || says(found.after(), &["associative", "scolaire", "etudiante", "locale", "sociale"]))
}

/// A length right behind a contract: « CDD de 5 mois ».
static LENGTH: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^ (?:a temps (?:plein|partiel) )?(?:de |d'un)?(?: ?\d{1,2} ?(?:mois|ans?|semaines)| an)\b",
    )
});

/// How many lines at the top hold the facts of an offer: « CDI – Temps plein ».
const TOP: u32 = 12;

pub(super) static RULES: Rules<Contract> = Rules::new(&[
    Rule {
        name: "label",
        pattern: r"^[^a-z0-9\n]*(?:(?:type|nature|forme|categorie|cadre)s? (?:de |du |d')?(?:contrat|emploi|poste|l'emploi|offre|mission|recrutement)s?(?: propose| de travail)?(?: \([^()\n]{0,25}\))?{sep}|(?:contrat|statut|type)s?(?: propose| de travail| du poste)?(?: \([^()\n]{0,25}\))? ?(?:[:=|>→-] ?|\n(?:- )?))[^\n]{0,40}?\b(?P<kind>stage|stagiaire|alternance|alternant{e}|apprentissage|apprenti{e}|professionnalisation|service civique|volontariat|volontaire|v\.?i\.?e|vsi|benevolat|cdi|cdd|cdi[ic]|cddu|contrat a duree (?:in)?determinee|contrat de droit (?:commun|public|prive)|contractuel{e}|contractuelles?|titulaires?|fonctionnaires?|statutaire|interim|interimaire|vacation|vacataire|saisonnier|emploi permanent|emploi saisonnier|temps plein|temps complet|duree determinee|duree indeterminee|contrat doctoral|doctorat|these|post-?doc\w*|contrat de projet|contrat d'engagement educatif|cee|intermittent|mutation|detachement|cadre|poste permanent|permanent|pec|cui|contrat aide|parcours emploi competences)\b",
        score: 95,
        read: |found| {
            let kind = found.group("kind");
            // « Type de poste : responsable des stages » names no contract.
            let within = &found.document.folded.as_str()[found.range()];
            let led = within[..within.len() - kind.len()].trim_end();
            let of = ["des", "les", "de la", "de l'", "du"].iter().any(|of| led.ends_with(of));
            (!of && !says(within, &["domaine", "vie associative"]))
                .then(|| Reading::value(contract_of(kind)?))?
        },
        reads: &[
            ("- Type de contrat : stage", "Stage"),
            ("Type d’emploi Stage indemnisé", "Stage"),
            ("# Type de contrat :\n- Contrat de droit commun.", "Emploi"),
            ("Type de contrat : CDD de 12 mois", "Emploi"),
            ("Nature du contrat : contrat d’apprentissage", "Alternance"),
            ("Contrat : CDD à pourvoir", "Emploi"),
            ("- Contrat : apprentissage, 1 an", "Alternance"),
            ("Statut : VSI (loi de 2005)", "Volontariat"),
            ("Statut : volontaire de solidarité internationale", "Volontariat"),
            ("Type d’emploi\nEmploi permanent", "Emploi"),
        ],
        leaves: &[
            "Type de structure : association",
            "Type de public : scolaires",
            "Type de poste : responsable des stages",
        ],
    },
    Rule {
        name: "heading",
        pattern: r"\b(?P<words>stage|stagiaires?|alternance|alternant{e}|apprenti{e}|apprentissage|contrat de professionnalisation|(?:volontaires? (?:en |de )?)?service civique|volontariat|volontaire|v\.?i\.?e|vsi|benevole|cdi|cdd|these|contrat doctoral|doctorant{e}|post-?doc\w*|contrat post-?doctoral|interim|vacataires?|saisonnier{e}|saisonniere)\b",
        score: 90,
        read: |found| {
            let here = found.document.role_at(found.at()) == Role::Title;
            (here && !speaks_of(found) && !is_life(found))
                .then(|| Reading::value(contract_of(found.group("words"))?))?
        },
        reads: &[
            ("VIE Jardinier à Lima", "Volontariat"),
            ("Jardinier – Stage\nTailler", "Stage"),
            ("Alternance: jardinier", "Alternance"),
            ("Jardinier (CDD)", "Emploi"),
            ("Mission de service civique : jardinier", "ServiceCivique"),
            ("Volontaire en service civique : jardinier", "ServiceCivique"),
            ("Offre de stage", "Stage"),
            ("Thèse : les haies du bocage", "Emploi"),
        ],
        leaves: &[
            "Jardinier\nStage de six mois",
            "Responsable de la vie associative",
            "Responsable des stages",
            "Ingénieure en apprentissage automatique",
        ],
    },
    Rule {
        name: "chip",
        pattern: r"(?:^[^a-z0-9\n]*|[·•|/,(] ?| - )(?P<words>(?:contrat (?:de |d'|en )?|en )?(?:stage|alternance|apprentissage|contrat de professionnalisation|service civique|v\.?i\.?e|vsi|cdi|cdd|interim|vacation|emploi permanent|emploi saisonnier))(?: (?:de )?\d{1,2} mois| (?:de )?(?:six|trois|deux|quatre|cinq|douze) mois| a temps (?:plein|partiel|complet)| temps (?:plein|partiel|complet)| saisonnier| (?:de )?(?:\d{1,2} ?h|remplacement)|,? h/f| - | cadre)?(?: ?\([^()\n]{0,25}\))?(?:$| ?[·•|/,)]| - )",
        score: 86,
        read: |found| {
            let document = found.document;
            let top = document.line_at(found.at()).is_some_and(|line| line as u32 <= TOP);
            let line = format!("{}{}", found.before(), found.after());
            let kind = contract_of(found.group("words"))?;
            // A menu lists several kinds; a sentence is no row of facts.
            let several = ["stage", "alternance", "cdi", "cdd", "emploi", "interim"]
                .iter()
                .filter(|other| line.contains(*other))
                .count()
                > 1;
            let sentence = line.len() > 110 || line.trim_end().ends_with('.');
            // « Maître d'apprentissage : Mme Le Goff (CDI) »
            let somebody = says(found.before(), &["mme", "m.", "maitre d", "tut", "responsable :"]);
            (top && !several
                && !sentence
                && !somebody
                && document.role_at(found.at()) != Role::Title
                && !is_life(found))
            .then(|| Reading::value(kind))?
        },
        reads: &[
            ("Jardinier\nStage", "Stage"),
            ("Jardinier\nEn alternance", "Alternance"),
            ("Jardinier\nLe Verger · Sète · CDI · Temps plein", "Emploi"),
            ("Jardinier\nCDD de 6 mois", "Emploi"),
        ],
        leaves: &[
            "Jardinier\nStage | Alternance | Emploi",
            "Jardinier\nVie · Culture",
            "Jardinier\nMaître d’apprentissage : Mme Le Goff (paysagiste, CDI)",
        ],
    },
    Rule {
        name: "recruits",
        pattern: r"\b(?:recrut\w+|recherch\w+|cherch\w*|propos\w+|accueill(?:e|ons|ent)|embauch\w+|offr\w+|poste|emploi|a pourvoir)\b(?:[^.;:!?\n]|\.\w){0,90}?\b(?:en|un|une|des|son|sa|notre|nos|sous|par|deux|trois|-|,)(?:[ .(/](?:ou |et |/)?(?:un|une|sa|e\)?))? ?\)?(?:contrat (?:en |d'|de )?|forme de |offre de |jeune |futur{e} |nouvel(?:le)? |nouveau )*(?P<words>stage|stagiaires?|alternance|alternant{e}|apprentissage|apprenti{e}|(?:volontaire en |mission de )?service civique|volontariat|vie|vsi|cdi|cdd|contrat a duree (?:in)?determinee|interim)\b",
        score: 74,
        read: |found| {
            let before = found.sentence_before();
            let within = &found.document.folded.as_str()[found.range()];
            // « Vous recrutez des alternants » is work; « vous recherchez un stage » is the reader's wish.
            let work = before.trim_end().ends_with("vous")
                && ["recrut", "embauch", "accueill"].iter().any(|verb| within.starts_with(verb));
            // « Ma fille cherche un stage », « je recherche une alternance »: who answers an ad.
            let seeker = says(before, &["ma fille", "mon fils", "mon neveu", "ma niece"])
                || before.trim_end().ends_with("je")
                    && matches!(found.group("words"), "stage" | "alternance" | "apprentissage");
            let other = work
                || seeker
                || says(before, OTHERS)
                || says(within, LATER)
                || says(
                    within,
                    &["dont", "compte", "experience", "encadr", "premier", "equipe de", "appui"],
                );
            (!other && !is_life(found))
                .then(|| Reading::value(contract_of(found.group("words"))?))?
                .map(|reading| reading.bonus(found.section_bonus() / 3))
        },
        reads: &[
            ("Nous recrutons une jardinière ou un jardinier en CDD de six mois", "Emploi"),
            ("Le Verger propose un stage sur les haies", "Stage"),
            ("Le Verger recherche un·e alternant·e", "Alternance"),
            ("Le théâtre accueille en stage une assistante", "Stage"),
            ("Nous recherchons notre futur alternant", "Alternance"),
            (
                "Le Verger cherche un ou une nouvelle volontaire en service civique",
                "ServiceCivique",
            ),
        ],
        leaves: &[
            "Nous accueillons des jardiniers, dont un en alternance",
            "Vous recrutez des alternants",
            "Ma fille cherche plutôt un stage, c’est possible ?",
            "Bonjour, je recherche une alternance",
            "Poste ouvert à une embauche en CDI",
            "Accueillir le public avec une équipe de volontaires en service civique",
        ],
    },
    Rule {
        name: "person",
        pattern: r"\b(?:le|la|les?|un|une|du|au|sa|son|votre|ce|cette)(?:[ ./(](?:ou |et |/)?(?:la|le|une|un|son|sa|e\)?))? ?\)?(?:futur{e} |jeune )?(?P<words>stagiaire|alternant{e}|apprenti{e}|(?:volontaire en )?service civique)\b",
        score: 60,
        read: |found| {
            // Somebody else's: « encadrer un stagiaire », « avec une alternante ».
            let before = found.sentence_before();
            let other = is_others(found)
                || says(before, &["tut", "en lien avec", "aupres d", "aux cotes", "ainsi qu"]);
            let contract = contract_of(found.group("words"))?;
            (!other).then_some(Reading { value: Some(contract), bonus: 0 })
        },
        reads: &[
            ("Le ou la stagiaire sera chargé(e) de tailler", "Stage"),
            ("le.la service civique aura comme mission", "ServiceCivique"),
            ("Nous recrutons un stagiaire", "Stage"),
            ("Racines recrute un·e alternant·e", "Alternance"),
        ],
        leaves: &["Vous encadrerez un stagiaire", "dont une assistante en alternance"],
    },
    Rule {
        name: "wanted",
        pattern: r"\b(?:recrut(?:e|ent|ons)|(?:re)?cherch(?:e|ent|ons)|prend|prennent|prenons|embauch(?:e|ent|ons)|accueill(?:e|ent|ons)) (?:pour (?:la rentree|septembre)(?: 20\d\d)?,? )?(?:(?:un|une|des|son|sa|ses|nos|notre|plusieurs|deux|trois|\d) )?(?:\.?ou (?:un|une) |e\)? )?(?P<words>stagiaires?|alternant{e}|apprenti{e})\b",
        score: 72,
        read: |found| {
            let before = found.sentence_before();
            let other = before.trim_end().ends_with("vous") || says(before, OTHERS);
            (!other).then(|| Reading::value(contract_of(found.group("words"))?))?
        },
        reads: &[
            ("Le salon prend apprenti·e coiffeur·se", "Alternance"),
            ("Le Verger cherche apprenti jardinier", "Alternance"),
            ("L’agence prend un stagiaire paysage", "Stage"),
            ("L’hôtel prend 2 stagiaires réception", "Stage"),
            ("Nous recherchons alternants H/F", "Alternance"),
        ],
        leaves: &[
            "Vous accueillez stagiaires et visiteurs",
            "Étudiante cherche stage de six mois",
            "Notre équipe compte trois apprentis et prend le temps de former",
        ],
    },
    Rule {
        name: "terms",
        pattern: r"\b(?P<words>stage (?:de |d'une duree de |conventionne |propose )?(?:de |d')?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|fin d'etudes?|recherche|master|fevrier|mars)|(?:ce|offre de|duree du|conditions du|missions? du|objectifs du|lieu du|lieu de|debut du|periode d[eu]|convention de|gratifications? de|indemnites? de) stage|gratification|(?:le|ce) stage (?:[a-z]+era|[a-z]+ira|est|se|dure|aura|porte|consiste|vise|debute|commence|pourra|donne|s')|stage (?:remunere|gratifie|a pourvoir|conventionne|indemnise)|stage d'une duree|cadre d'un stage)\b",
        score: 50,
        read: |found| {
            let other = says(
                found.sentence_before(),
                &["experience", "premier", "precedent", "y compris", "rechercher un", "trouver un"],
            );
            (!other && !is_others(found))
                .then_some(Reading { value: Some(Contract::Stage), bonus: found.section_bonus() })
        },
        reads: &[
            ("Ce stage de 6 mois est pour vous", "Stage"),
            ("Durée du stage : 6 mois", "Stage"),
            ("- Gratification : 800 €", "Stage"),
        ],
        leaves: &["Une première expérience (stage de 6 mois compris)", "en cours de stage"],
    },
    Rule {
        name: "alternance-terms",
        pattern: r"\b(?P<words>contrat (?:d'apprentissage|de professionnalisation|pro\b|en alternance|d'alternance)|alternance (?:possible )?(?:de \d|d'un an|basee?|a pourvoir|sur (?:\d|un|deux))|apprentissage (?:sur|de|en|pour) (?:\d{1,2}|un|deux|trois) (?:mois|ans?)|rythme (?:de l'|d')alternance|maitre d'apprentissage)",
        score: 62,
        read: |found| {
            let before = found.sentence_before();
            (!says(before, &["ou en "]) && !is_others(found)).then_some(Reading {
                value: Some(Contract::Alternance),
                bonus: found.section_bonus(),
            })
        },
        reads: &[
            ("Mission en contrat d’apprentissage basée à Sète", "Alternance"),
            ("- Alternance de 12 à 24 mois", "Alternance"),
            ("Apprentissage sur 12 mois, rentrée en septembre", "Alternance"),
        ],
        leaves: &[
            "Stages et alternances sont possibles",
            "une équipe, dont deux en contrat d’apprentissage",
        ],
    },
    Rule {
        name: "training-hints",
        pattern: r"(?:{bol}(?P<words>(?:formation|diplome)s? (?:vise|prepare){e})(?: par [^:\n]{0,20})? ?[:\n]|\b(?P<pay>(?:de )?\d{2,3} ?%? ?(?:a|-) ?\d{2,3} ?% du smic|smic (?:la|en) (?:premiere|1 ?(?:re|ere)) annee|% du smic,? (?:selon|en fonction de) (?:l'|ton |votre )?(?:age|annee)|smic selon (?:l'|ton |votre )?age)|\brythme ?:? ?(?P<rhythm>(?:un|une|\d|deux|trois) (?:mois|semaines?|sem\.?|jours?|j) ?(?:/|-|et|puis|en entreprise,?) ?(?:un|une|\d|deux|trois) (?:mois|semaines?|sem\b|jours?|j\b)))",
        score: 36,
        read: |found| {
            (!is_others(found)).then_some(Reading { value: Some(Contract::Alternance), bonus: 0 })
        },
        reads: &[
            ("Jardinier\nFormation visée : CAP jardinier – 24 mois", "Alternance"),
            ("Jardinier\nDiplôme préparé : BTSA", "Alternance"),
            ("Jardinier\n43 % à 78 % du SMIC selon l’âge", "Alternance"),
            ("Jardinier\nPayé en % du SMIC selon l’âge", "Alternance"),
            ("Jardinier\n53 % du SMIC la première année", "Alternance"),
            ("Jardinier\nRythme : une semaine / trois semaines", "Alternance"),
        ],
        leaves: &[
            "Jardinier\nFormation : CAP jardinier",
            "Jardinier\n100 % du SMIC",
            "Jardinier\nRythme soutenu, 2 jours de repos",
        ],
    },
    Rule {
        name: "civic-terms",
        pattern: r"\b(?P<words>(?:mission|contrat|volontariat|engagement|offre|indemnite|volontaire)s? (?:de |en |du )?service civique|service civique (?:de \d|d'une duree|a pourvoir|indemnise))",
        score: 64,
        read: |found| {
            let other = is_others(found) || says(found.sentence_before(), &["accueil", "tut"]);
            (!other).then_some(Reading {
                value: Some(Contract::ServiceCivique),
                bonus: found.section_bonus(),
            })
        },
        reads: &[("Mission de service civique de 8 mois", "ServiceCivique")],
        leaves: &["Vous assurez l’accueil des volontaires en service civique"],
    },
    Rule {
        name: "civic-phrase",
        pattern: r"\b(?P<words>volontaires? (?:aura|auront) pour missions?|mission accessible aux mineurs|verse{e} par l'etat|indemnite (?:mensuelle )?de l'etat)\b",
        score: 52,
        read: |_| Reading::value(Contract::ServiceCivique),
        reads: &[
            ("Le ou la volontaire aura pour mission de tailler", "ServiceCivique"),
            ("Mission accessible aux mineurs", "ServiceCivique"),
            ("504 € nets par mois versés par l’État", "ServiceCivique"),
        ],
        leaves: &["Les volontaires de l’association ont une mission"],
    },
    Rule {
        name: "volunteer-terms",
        pattern: r"\b(?P<words>volontariat (?:de solidarite internationale|international|d'echange|associatif|territorial)|mission (?:de )?(?:volontariat|benevolat)|corps europeen de solidarite)",
        score: 58,
        read: |found| {
            Reading { value: Some(Contract::Volontariat), bonus: found.section_bonus() }.into()
        },
        reads: &[("Sous statut de volontariat de solidarité internationale", "Volontariat")],
        leaves: &["mobiliser des bénévoles", "sur la base du volontariat"],
    },
    Rule {
        name: "sigla",
        pattern: r"\b(?P<words>v\.?i\.?e|vsi)\b",
        score: 54,
        read: |found| {
            let capitals = !found.written("words").chars().any(char::is_lowercase);
            (capitals && !is_life(found) && !is_others(found))
                .then(|| Reading::value(Contract::Volontariat))?
        },
        reads: &[("Jardinier\nMission VIE de 18 mois", "Volontariat")],
        leaves: &["Jardinier\nVie associative", "Jardinier\nVIE ASSOCIATIVE"],
    },
    Rule {
        name: "job-hints",
        pattern: r"\b(?P<words>contrats? (?:de (?:(?:\d{1,2}|un|deux) a )?(?:\d{1,2}|six|neuf|douze|dix-huit|deux|trois) (?:mois|ans?)|d'un an)|remplacements? d'ete|collaborat(?:ion|eur|rice) liberale?|remplacement (?:de |d'un |d'une |pour )?(?:conge|arret|maladie|maternite)|(?:un|une) (?:[a-z-]+ )?remplacant{e}|vacataires?|vacations?|saisonniers?|saisonnieres?|ifm|indemnites? de fin de (?:contrat|mission)|prime de precarite)\b",
        score: 30,
        read: |found| {
            (!is_others(found)).then_some(Reading { value: Some(Contract::Emploi), bonus: 0 })
        },
        reads: &[
            ("Jardinier\nPrime de précarité en fin de mission", "Emploi"),
            ("Jardinier\nRemplacement d'un congé maternité", "Emploi"),
            ("Jardinier\nContrat de 18 mois renouvelable", "Emploi"),
            ("Jardinier\nRemplacements d’été : contrats de 1 à 3 mois", "Emploi"),
            ("Avocate\nCollaboration libérale", "Emploi"),
        ],
        leaves: &[
            "Gratification légale",
            "Vous encadrez deux vacataires",
            "Salaire brut : 2 000 €, période d’essai de deux mois",
        ],
    },
    Rule {
        name: "job-offer",
        pattern: r"(?:\boffre d'emploi\b|\b(?:cet|l'|notre) ?emploi (?:vous interesse|est (?:a pourvoir|permanent|a temps))|^[^a-z0-9\n]*emploi ?[:–-] ?[a-z])",
        score: 28,
        read: |found| {
            let line = format!("{}{}", found.before(), found.after());
            let other =
                says(&line, &["stage", "alternance", "volontaria", "nos ", "autres", "toutes"]);
            (!other && !is_others(found)).then(|| Reading::value(Contract::Emploi))?
        },
        reads: &[
            ("Offre d’emploi : jardinier", "Emploi"),
            ("Jardinier\nCet emploi vous intéresse ?", "Emploi"),
        ],
        leaves: &["Nos offres d’emploi et de stage", "Offre d’emploi ou de stage"],
    },
    Rule {
        name: "university-posts",
        pattern: r"\b(?P<words>postes? (?:d'|de )?(?:ater|mcf|maitres? de conferences|prag)|(?:mis{e}|ouverts?) au concours|poste [^\n.;]{0,60}a duree (?:in)?determinee|(?:offre|annonce|proposition|financement|sujet)s? (?:de |d'une )(?:these|doctorat)|these (?:financee|cifre|de doctorat (?:financee|a pourvoir)))\b",
        score: 46,
        read: |found| {
            let other = says(found.sentence_before(), LATER);
            (!other).then_some(Reading { value: Some(Contract::Emploi), bonus: 0 })
        },
        reads: &[
            ("Jardin botanique\nDeux postes d’ATER sont vacants", "Emploi"),
            ("Jardin botanique\nTrois postes sont ouverts au concours", "Emploi"),
            ("Jardin botanique\nVoici une offre de thèse sur les haies", "Emploi"),
        ],
        leaves: &[
            "Jardin botanique\nPoursuite possible sur un sujet de thèse",
            "Jardin botanique\nVous aiderez à la relecture d’une thèse",
        ],
    },
    Rule {
        name: "job-terms",
        pattern: r"\b(?P<words>cdi|cdd|contrat a duree (?:in)?determinee|contrat de droit (?:commun|public|prive)|contrat (?:doctoral|post-?doctoral|de projet|saisonnier|d'engagement educatif|d'usage)|contrats d'engagement educatif|cddu|contrat adulte-relais|adulte-relais|contrat pec|parcours emploi competences|cui-cae|contrat aide|(?:emploi|job) (?:etudiant|d'ete|saisonnier)|agents? contractuels?|post-?doctorat|post-?doctorant{e}|attaches? temporaires? d'enseignement|mission interimaire|convention cifre|these cifre|emploi permanent|emploi saisonnier|poste permanent|vacance d'emploi|recrutements? sans concours|(?:poste|emploi)s? (?:a pourvoir|ouverte?) (?:par voie|aux (?:titulaires|contractuels|fonctionnaires))|par voie (?:statutaire|contractuelle|de mutation|de detachement)|a defaut,? (?:un |par voie )?contractuel{e}|titulaires? (?:de la fonction publique|ou,? (?:a defaut,? )?contractuel{e})|fonctionnaires?|cadres? d'emplois?|statut (?:cadre|agent de maitrise|employe)|mission d'interim|contrat d'interim|en interim|regime indemnitaire|rifseep|(?:praticien|poste|agent|personnel|ou) contractuel{e}|ouverte? aux? (?:titulaires|contractuels|fonctionnaires)|duree indeterminee)\b|\bcategorie ?:? ?[abc]\b|^[^a-z0-9\n]*interim\b",
        score: 56,
        read: |found| {
            let within = &found.document.folded.as_str()[found.range()];
            // « pour remplacer un salarié qui part en formation : CDD de 5 mois » states the contract behind the colon.
            let stated = within.starts_with("cd")
                && found.sentence_before().trim_end().ends_with(':')
                && LENGTH.is_match(found.after());
            let other = !stated && (says(found.sentence_before(), LATER) || is_others(found));
            // What the public service calls a kind of post, whoever holds it.
            let formula = within.starts_with("categorie") || within.starts_with("fonctionnaire");
            let opens = !formula && found.sentence_before().trim_matches([' ', '-']).is_empty();
            let bonus =
                found.section_bonus().max(-6) + i32::from(opens) * 8 - i32::from(formula) * 10;
            (!other).then_some(Reading { value: Some(Contract::Emploi), bonus })
        },
        reads: &[
            ("- Contrat de droit commun.", "Emploi"),
            ("CDD de 12 mois renouvelable", "Emploi"),
            ("Poste ouvert aux titulaires ou contractuels", "Emploi"),
            ("La ville recrute par voie statutaire ou contractuelle", "Emploi"),
            ("Catégorie B", "Emploi"),
            ("Avis de recrutement sans concours", "Emploi"),
            ("Catégorie : A", "Emploi"),
            ("Praticien contractuel", "Emploi"),
            ("Intérim puis CDD de 6 mois", "Emploi"),
            ("Contrats d’engagement éducatif", "Emploi"),
            ("Pour remplacer un salarié en formation : CDD de 5 mois", "Emploi"),
            ("Le Verger embauche poseur, CDD 6 mois", "Emploi"),
        ],
        leaves: &[
            "Possibilité d’embauche en CDI à l’issue",
            "Évolution possible vers un CDI",
            "Le service compte cinq acheteurs en CDI",
            "Notre équipe (2 alternants et un jardinier en CDI) est à Sète",
            "Stage puis CDI",
        ],
    },
]);

/// Whether a heading's contract word is what the post deals with: « Responsable des stages », « apprentissage
/// automatique ».
fn speaks_of(found: &Match<'_>) -> bool {
    const OFFERS: &[&str] = &[
        "offre",
        "annonce",
        "proposition",
        "sujet",
        "contrat",
        "mission",
        "recherche",
        "avis",
        "fiche",
        "appel",
        "poste",
        "objet",
        "campagne",
    ];
    let before = found.before().trim_end();
    let words = ["des", "les", "l'", "du", "de", "d'", "de la", "aux", "vos", "nos"];
    let led = words.iter().find(|word| {
        before.strip_suffix(**word).is_some_and(|rest| {
            rest.is_empty() || rest.ends_with([' ', '\'']) || word.ends_with('\'')
        })
    });
    let offered = led.is_some_and(|led| {
        let noun = before[..before.len() - led.len()].trim_end();
        let noun = noun.rsplit([' ', '\'', '[', '(']).next().unwrap_or(noun);
        OFFERS.iter().any(|offer| noun.trim_end_matches('s') == *offer)
    });
    let after = found.after().trim_start();
    let machine = ["automatique", "profond", "par renforcement", "des langues", "statistique"];
    (led.is_some() && !offered)
        || machine.iter().any(|word| after.starts_with(word))
        || says(before, LATER)
}

/// Whether the contract is only told from the wages, or from a length: words elsewhere know better.
pub(super) fn is_guess(offer: &Offer) -> bool {
    const LENGTH: &str = "job-hints";
    let evidence = offer.evidence.get(Field::Contract);
    evidence.is_some_and(|evidence| {
        evidence.rule == LENGTH || wages::RULES.rules.iter().any(|rule| evidence.rule == rule.name)
    })
}

/// Whether an offer speaks of jobs alone: neither of training nor of volunteering.
pub(super) fn knows_only_jobs(document: &Document) -> bool {
    wages::alone(document)
}

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let Some(best) = RULES.best(document).or_else(|| wages::RULES.best(document)) else { return };
    offer.contract = best.value;
    offer.evidence.insert(Field::Contract, best.evidence());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_and_leave_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
