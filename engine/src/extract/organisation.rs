//! Who recruits: labels, the heading, sentences that recruit or present, addresses that spell a name. The same name
//! proposed in several ways gains over one proposed once.

use super::body::{
    could_recruit, is_place, key, leading_name, names_body, without_article, without_generic,
};
use super::domain::Domains;
use super::heading;
use super::rule::{Candidate, Match, Reading, Rule, Rules};
use crate::document::Document;
use crate::layout::heading_kind;
use crate::lexicon::is_menu;
use crate::offer::{Field, Offer};
use crate::outline::Role;
use crate::span::Span;
use crate::text::fold;

/// Least score, all evidence added, for a name to be the recruiter's.
const ENOUGH: i32 = 52;

/// What another rule adds that proposes the same name, and how much all of them add at most.
const AGAIN: i32 = 5;
const AGAIN_AT_MOST: i32 = 15;

/// What an address adds whose host the name spells.
const SPELT: i32 = 18;

/// A name: words of the text that a capital opens, or that open with the noun of a body.
fn name(found: &Match<'_>, group: &str) -> Option<Reading<String>> {
    Reading::value(proper_name(found.written(group))?)
}

/// The name in these words: « la mairie de Sète » -> « mairie de Sète », « la mission du Verger » -> « Verger ».
/// `None` when no word opens with a capital.
fn proper_name(words: &str) -> Option<String> {
    let words = words
        .trim()
        .trim_end_matches([',', ':', ';', '.', ' ', '*', '_'])
        .trim_start_matches(['*', '_', '«', '"', '“', ' ', '\u{A0}']);
    let words = without_article(words);
    if names_body(words) {
        return Some(without_generic(without_remark(words)).to_owned());
    }
    let opens_big = |word: &str| {
        word.trim_start_matches(['«', '"', '“', '(', '\u{A0}'])
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    let kept = |name: &str| {
        let name = without_remark(name).trim_matches([' ', '"', '«', '»', '“', '”', '\u{A0}']);
        (name.chars().count() >= 2 && could_recruit(name)).then(|| name.to_owned())
    };
    if opens_big(words) {
        return kept(without_generic(words));
    }
    // The name is the last run of capitals, behind « de », « du », « d' ».
    let mut start = words.len();
    for (at, word) in words
        .split(' ')
        .scan(0, |at, word| {
            let here = *at;
            *at += word.len() + 1;
            Some((here, word))
        })
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        let bare = word
            .trim_start_matches("d’")
            .trim_start_matches("d'")
            .trim_start_matches("l’")
            .trim_start_matches("l'");
        if opens_big(bare) {
            start = at + word.len() - bare.len();
        } else if start == words.len()
            || !matches!(
                fold(word).as_str(),
                "de" | "du" | "des" | "la" | "le" | "les" | "et" | "&" | "en" | "pour" | "sur"
            )
        {
            break;
        }
    }
    (start < words.len()).then(|| kept(&words[start..]))?
}

/// The name that a label's value opens with: « Racines, coopérative – Sète » -> « Racines ».
fn labelled(found: &Match<'_>) -> Option<Reading<String>> {
    let words = found.written("words").trim();
    // A sentence is no value.
    if words.ends_with('.') && words.split_whitespace().count() > 8 {
        return None;
    }
    let mut pieces = words
        .split([';', '|', '•', '·', '→'])
        .flat_map(|piece| piece.split(" – "))
        .flat_map(|piece| piece.split(" — "))
        .flat_map(|piece| piece.split(" - "))
        .flat_map(at_commas)
        .map(|piece| {
            without_remark(
                piece
                    .trim()
                    .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '"')),
            )
        })
        .filter(|piece| !piece.is_empty());
    let body = pieces.clone().find(|piece| names_body(piece));
    let first = pieces.find(|piece| {
        piece
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '"'))
            && could_recruit(piece)
    });
    let named = match (first, body) {
        // « Direction du numérique – Université de Sète »: the service stands before the house.
        (None, Some(body)) => body,
        (Some(first), _) => first,
        (None, None) => {
            return Reading::value(
                proper_name(without_remark(words)).filter(|_| !is_place(words))?,
            );
        }
    };
    Reading::value(
        without_generic(without_article(named))
            .trim_matches(['"', '«', '»', ' ', '\u{A0}'])
            .to_owned(),
    )
}

/// The parts of words between commas; a name's own commas do not part it: « Direction de l'eau, de l'air et du sol ».
fn at_commas(words: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, comma) in words.match_indices(", ") {
        let next = &words[at + comma.len()..];
        let own = ["de ", "du ", "des ", "d’", "d'"].iter().any(|small| next.starts_with(small));
        if !own {
            parts.push(&words[start..at]);
            start = at + comma.len();
        }
    }
    parts.push(&words[start..]);
    parts
}

/// A name without the remark in brackets behind it; an acronym stays.
fn without_remark(name: &str) -> &str {
    match name.split_once(" (") {
        Some((front, rest)) => {
            let inside = rest.trim_end_matches([')', '.', ' ']);
            let acronym = inside.chars().filter(|c| c.is_uppercase()).count() >= 2
                && !inside.contains(' ')
                && !inside.chars().all(|c| c.is_ascii_digit());
            if acronym && rest.contains(')') { name } else { front.trim_end() }
        }
        None => name,
    }
}

/// The name that opens a sentence, and nothing else before its verb or comma.
fn opening_name(found: &Match<'_>) -> Option<Reading<String>> {
    let words =
        found.written("words").trim().trim_start_matches(['*', '_', '«', '"', ' ', '\u{A0}']);
    let bare = without_article(words);
    if names_body(words) {
        return Reading::value(without_generic(bare).to_owned());
    }
    let name = leading_name(words).trim_end_matches(['*', '_', '»', '"', ' ', '\u{A0}']);
    let whole = words.trim_end_matches(['*', '_', '»', '"', ' ', '\u{A0}']).len() <= name.len() + 1;
    let name = without_generic(name);
    (whole && name.chars().count() >= 2 && could_recruit(name))
        .then(|| Reading::value(name.to_owned()))?
}

/// The name that follows a word of recruiting, as long as its capitals go on.
fn following_name(found: &Match<'_>) -> Option<Reading<String>> {
    let words = found.written("words").trim_start();
    let words = without_article(words.trim_start_matches(['*', '_', '«', '"', ' ', '\u{A0}']));
    let (kind, rest) = words.split_once(' ').unwrap_or((words, ""));
    let name = if kind.starts_with(char::is_lowercase)
        && names_body(words.split([',', '.', '(', ';']).next().unwrap_or(words))
    {
        let tail = leading_name(rest);
        if tail.is_empty() { "" } else { &words[..words.len() - rest.len() + tail.len()] }
    } else {
        leading_name(words)
    };
    let name = without_generic(name).trim_end_matches(['*', '_', '»', '"']);
    (name.chars().count() >= 2 && could_recruit(name)).then(|| Reading::value(name.to_owned()))?
}

static RULES: Rules<String> = Rules::new(&[
    Rule {
        name: "label",
        pattern: r"{bol}(?:# )?(?:nom (?:de |du |d')(?:la |l')?)?(?:employeur|company|employer|organization|organisme|structure|entreprise|etablissement|societe|recruteur|collectivite|association|organisation|laboratoire|raison sociale|institution|administration|cabinet|compagnie|agence|maison|commune|mairie|unite d'accueil|lieu d'accueil|qui recrute|qui|annonceur|porteur du projet|entite|client)(?: (?:public|publique|recruteu\w+|territoriale?|employeu\w+|porteu\w+|demandeu\w+|d'accueil|d'affectation|d'exercice|de rattachement|proposant [^:\n]{0,20}|concernee?|/ ?[a-z]+))? ?(?:\([^)\n]{0,20}\) ?)?[:=|>?] ?(?P<words>[^\n]{2,140})$",
        score: 90,
        read: labelled,
        reads: &[
            ("Employeur : Racines SCOP", "\"Racines SCOP\""),
            ("- Structure d’accueil : Ville de Sète", "\"Ville de Sète\""),
            ("🏢 Entreprise : Racines, coopérative de jardins (Sète)", "\"Racines\""),
            ("Nom de l’organisme : Institut des Sols (IDS)", "\"Institut des Sols (IDS)\""),
        ],
        leaves: &[
            "Structure : souple et dynamique",
            "Notre structure est à la fois souple et dynamique",
        ],
    },
    Rule {
        name: "service-label",
        pattern: r"{bol}(?:service|direction|affectation|rattachement|departement|pole) ?(?:/ ?[a-z]+ ?)?[:|] ?(?P<words>[^\n]{4,120})$",
        score: 60,
        read: |found| {
            let words = found.written("words");
            let body =
                words.split(['–', '—', '|', ',']).map(str::trim).find(|piece| names_body(piece))?;
            Reading::value(without_remark(body).to_owned())
        },
        reads: &[("Service : Numérique – Université de Sète", "\"Université de Sète\"")],
        leaves: &["Service : Culture", "Direction : ressources humaines"],
    },
    Rule {
        name: "label-run-together",
        pattern: r"^(?:collectivite|employeur|organisme d'accueil|structure d'accueil|etablissement) (?P<words>[^\n:]{3,80}?)(?: [a-z']+ ?:[^\n]*)?$",
        score: 84,
        read: |found| {
            let words = found.written("words");
            let big = words.starts_with(char::is_uppercase) && !words.ends_with('.');
            name(found, "words").filter(|_| {
                big && found.before().is_empty() && !found.group("words").contains(" est ")
            })
        },
        reads: &[
            ("Employeur Ville de Sète", "\"Ville de Sète\""),
            ("Établissement EHPAD Les Lilas Capacité : 12 lits", "\"EHPAD Les Lilas\""),
        ],
        leaves: &["Employeur engagé, nous recrutons sans discrimination"],
    },
    Rule {
        name: "label-above",
        pattern: r"^(?:# )?(?:nom (?:de |du |d')(?:la |l')?)?(?:employeur|company|employer|organization|organisme|structure|entreprise|etablissement|societe|recruteur|collectivite|association|organisation|laboratoire|raison sociale|institution|administration|cabinet|compagnie|agence|maison|commune|mairie|unite d'accueil|lieu d'accueil|qui recrute|qui|annonceur|porteur du projet|entite|client)(?: (?:public|publique|recruteu\w+|territoriale?|employeu\w+|porteu\w+|demandeu\w+|d'accueil|d'affectation|d'exercice|de rattachement|proposant [^:\n]{0,20}|concernee?|/ ?[a-z]+))? ?:?\n(?:# |- )?(?P<words>[^\n:.]{3,80})$",
        score: 84,
        read: labelled,
        reads: &[("Employeur\nVille de Sète", "\"Ville de Sète\"")],
        leaves: &["Employeur\nnous offrons un cadre agréable"],
    },
    Rule {
        name: "asked-about",
        pattern: r"^(?:# )?(?:\d[.)] ?)?(?:a propos (?:de |d'|du |des )|qui (?:est|sont) |presentation (?:de |d'|du |des )|zoom sur |decouvrez |bienvenue (?:chez |a |au )|rejoignez |rejoindre |travailler (?:chez |a |au )|pourquoi (?:nous )?rejoindre |l'aventure |(?:l'|la )(?:association|entreprise|structure|societe|fondation|cooperative) ?: )(?P<words>[^\n:]{2,80}?) ?[?!:.]*$",
        score: 72,
        read: following_name,
        reads: &[
            ("# À propos de Racines", "\"Racines\""),
            ("Qui est Racines du Sud ?", "\"Racines du Sud\""),
            ("Rejoignez la mairie de Sète !", "\"mairie de Sète\""),
        ],
        leaves: &["À propos de nous", "Rejoindre l’équipe", "Qui est concerné ?"],
    },
    Rule {
        name: "in-a-few-words",
        pattern: r"^(?:# )?(?P<words>[^\n:,.]{2,60}?)(?:,? (?:en (?:bref|quelques mots|quelques chiffres)|c'est (?:quoi|qui) ?\??)| ?: qui sommes[- ]nous ?\??)$",
        score: 72,
        read: opening_name,
        reads: &[("# Racines en bref", "\"Racines\""), ("Racines, c’est quoi ?", "\"Racines\"")],
        leaves: &["Nos actions en bref", "Le poste en quelques mots"],
    },
    Rule {
        name: "is-a",
        pattern: r"(?:^|[.!?:] )(?P<words>[^\n.,;:!?]{2,70}?),? (?:est|sont|c'est)(?: [a-z']+){0,3}? (?:une?|l'une?|le|la|l'|les|des) ?(?:[a-z'-]+ ){0,3}?(?:association|entreprise|societe|ong|fondation|cooperative|start-up|startup|agence|cabinet|bureau d'etudes|groupe|acteur|leader|etablissement|collectivite|commune|ville|reseau|federation|syndicat|pme|esn|editeur|organisme|structure|tiers-lieu|media|compagnie|theatre|musee|festival|lieu|ecole|universite|institut|laboratoire|specialiste|fabricant|centre|mutuelle|banque|filiale|scop|scic|collectif|union|epic|gip|service public|marque|plateforme|maison)s?\b",
        score: 66,
        read: opening_name,
        reads: &[
            ("Racines est une association de jardiniers.", "\"Racines\""),
            (
                "Née en 1990. Le Verger du Lac (VL) est aujourd’hui l’un des leaders",
                "\"Le Verger du Lac (VL)\"",
            ),
        ],
        leaves: &["Notre force est une équipe soudée", "Le poste est au sein d’une association"],
    },
    Rule {
        name: "apposed-kind",
        pattern: r"(?:^|[.!?:👉] )(?P<words>[^\n.,;:!?]{2,60}?), (?:une? |l'une? d[a-z]+ |premiere? |jeune |la |le |l')?(?:[a-z-]+ )?(?:association|entreprise|societe|ong|fondation|cooperative|start-up|startup|agence|cabinet|bureau d'etudes|groupe|leader|acteur|reseau|federation|editeur|organisme|structure|scop|scic|pme|filiale|artisan|fabricant|specialiste|etablissement|fabrique|supermarche|collectif|compagnie)\b",
        score: 62,
        read: opening_name,
        reads: &[("Racines, association de jardiniers, cherche", "\"Racines\"")],
        leaves: &["Chaque jour, l’association agit", "Basée à Sète, notre entreprise grandit"],
    },
    Rule {
        name: "founded",
        pattern: r"(?:^|\. )(?:fonde|cree|ne|installe|base|implante|reconnu|situe|issu|presente|specialise|engage|membre)e?s? [^,\n]{3,90}, (?P<words>[^\n,;:!?.]{2,90})",
        score: 58,
        read: following_name,
        reads: &[("Fondée en 1990, Racines accompagne les jardins", "\"Racines\"")],
        leaves: &["Basée à Sète, notre équipe compte dix personnes", "Né en 1990, il grandit"],
    },
    Rule {
        name: "legal-form",
        pattern: r"(?:^|[ (\x22])(?P<words>(?:sarl|sas|sasu|eurl|scop|scic|gaec|earl|scea|selarl|scp|gie|ets|etablissements|s\.a\.r\.l\.) [^\n,;:!?()]{3,60})",
        score: 58,
        read: following_name,
        reads: &[("le dépôt de la SARL Racines Vives, à Sète", "\"SARL Racines Vives\"")],
        leaves: &["une scop à taille humaine", "sas de décompression"],
    },
    Rule {
        name: "legal-form-behind",
        pattern: r"(?:^|[.:] )(?P<words>[^\n.,;:!?()]{2,50}? (?:sarl|sas|sasu|eurl|scop|scic|gaec|earl|sa))(?:$|[ ,.)])",
        score: 58,
        read: |found| {
            let words = found.written("words");
            let form = words.rsplit(' ').next().unwrap_or("");
            (form.chars().all(char::is_uppercase)
                || words.ends_with("Scop")
                || words.ends_with("Scic"))
            .then(|| opening_name(found))?
        },
        reads: &[("Racines Vives SAS recrute", "\"Racines Vives SAS\"")],
        leaves: &["nous changeons sa façon", "Le projet porté par sa"],
    },
    Rule {
        name: "body-that-opens",
        pattern: r"^(?:[\x22*_ ]*)(?P<words>(?:le |la |l'|les )?[a-z][^\n.,;:!?()]{4,90}?)(?: \([^)\n]{2,90}\))?(?:,| (?:est|compte|emploie|accueille|assure|intervient|dispose|gere|propose|recrute|recherche|cherche|regroupe|rassemble|mene|accompagne|a pour|developpe|reunit|porte|federe|conserve|realise|conduit|finance|offre|s'etend|se situe|met en)\b|$)",
        score: 55,
        read: |found| {
            let line = found.document.line_at(found.at()).unwrap_or(0);
            let told = super::rule::says(
                found.group("words"),
                &[
                    "situe",
                    "base",
                    "implante",
                    "cree",
                    "fonde",
                    "specialise",
                    "independant",
                    "installe",
                    "ouvert",
                ],
            );
            let body = names_body(found.written("words")) && line < 25 && !told;
            let early = if line < 8 { 3 } else { 0 };
            Some(name(found, "words").filter(|_| body)?.bonus(early))
        },
        reads: &[
            ("Menuiserie Racine-Vive, artisan, dix salariés", "\"Menuiserie Racine-Vive\""),
            ("Le musée des Sols de Sète, dans une ancienne gare", "\"musée des Sols de Sète\""),
        ],
        leaves: &["Musée, gare et port", "La mairie recrute", "Jardinier de la Ville de Sète"],
    },
    Rule {
        name: "body-that-acts",
        pattern: r"(?:^|\. )(?P<words>(?:le |la |l'|les )[a-z][^\n.;:!?()]{4,110}?)(?: \([^)\n]{2,90}\))? (?:compte|emploie|accueille|assure|intervient|dispose|gere|propose|recrute|recherche|cherche|regroupe|rassemble|mene|accompagne|developpe|reunit|porte|federe|conserve|realise|conduit|finance)\b",
        score: 57,
        read: |found| {
            let words = found.written("words");
            let capitals =
                words.split(", ").skip(1).all(|piece| piece.starts_with(char::is_uppercase));
            Some(name(found, "words").filter(|_| capitals && names_body(words))?)
        },
        reads: &[(
            "Le laboratoire Sols, Eaux et Forêts compte 52 agents",
            "\"laboratoire Sols, Eaux et Forêts\"",
        )],
        leaves: &[
            "Le laboratoire compte 52 agents",
            "La mairie, ouverte à tous, accueille Racines",
        ],
    },
    Rule {
        name: "joined",
        pattern: r"\b(?:chez|rejoindre|rejoignez|rejoins|integrez|integrer|integrerez|au sein d(?:e l'|e la |u |es |e |')|(?:recrutons|cherchons|recherchons|recrute|recherche|cherche),? pour|les equipes (?:de la |de l'|du |des |de |d')|l'equipe (?:de la |de l'|du |des |de |d'))(?: ?(?:le |la |les |l'))?(?P<words> ?[a-z0-9\x22*_«][^\n,;:!?()]{1,70})",
        score: 44,
        read: |found| {
            let reading = following_name(found)?;
            let service = found.group("words").trim_start();
            let service = ["service", "direction", "pole", "equipe", "departement "]
                .iter()
                .any(|word| service.starts_with(word));
            let place = reading.value.as_deref().is_some_and(is_place);
            let opens = found.group("words").len() > 1
                && found.sentence_before().trim().is_empty()
                && found.captures.get_match().as_str().starts_with("chez");
            (!service && !place).then(|| reading.bonus(if opens { 10 } else { 0 }))
        },
        reads: &[
            ("Chez Racines Vives, nous jardinons", "\"Racines Vives\""),
            ("au sein de la mairie de Sète vous jardinez", "\"mairie de Sète\""),
        ],
        leaves: &["au sein de la Direction des sols", "chez nous", "au sein d’une équipe"],
    },
    Rule {
        name: "copyright",
        pattern: r"(?:©|copyright|\(c\)) ?(?:20\d\d)?(?: ?- ?20\d\d)? ?(?P<words>[^\n,;:!?()|-]{2,60})",
        score: 50,
        read: following_name,
        reads: &[("© 2024 Racines – Tous droits réservés", "\"Racines\"")],
        leaves: &["© tous droits réservés"],
    },
    Rule {
        name: "recruits",
        pattern: r"(?:^|[.:!] )(?:(?:dans le cadre d|pour |afin d|au sein d)[^,\n]{0,80}, )?(?P<words>[^\n.,;:!?]{2,110}?) (?:recrute|recherche|cherche|propose|accueille|embauche)(?:nt)? (?:pour|a |des|en |actuellement|aujourd'hui|un|une|sa|son|ses|deux|trois|\d)",
        score: 72,
        read: |found| {
            let words = found.group("words");
            let speaks_of_us = words.split(' ').any(|word| {
                matches!(
                    word,
                    "nous" | "vous" | "tu" | "on" | "il" | "elle" | "qui" | "poste" | "stage"
                )
            });
            let reading = name(found, "words").filter(|_| !speaks_of_us)?;
            // An acronym explained is the fuller name.
            Some(if words.ends_with(')') { reading.bonus(3) } else { reading })
        },
        reads: &[
            ("Racines recrute un·e alternant·e", "\"Racines\""),
            ("La mission jardins de Plaine Haute recrute un.e stagiaire !", "\"Plaine Haute\""),
            (
                "L’Institut des sols vivants (ISV) recherche un ou une stagiaire",
                "\"Institut des sols vivants (ISV)\"",
            ),
        ],
        leaves: &[
            "Nous recrutons un stagiaire",
            "vous recherchez un stage",
            "Elle recherche un sens",
            "le service propose des ateliers",
        ],
    },
    Rule {
        name: "recruits-at-once",
        pattern: r"^(?P<words>[^\n.,;:!?()]{3,70}?)(?:(?:, [^,\n]{3,80}){1,3},| \([^)\n]{3,80}\))? (?:(?:recrute|recherche|cherche|embauche)(?:nt)?\b|ch\. )",
        score: 64,
        read: |found| {
            let first = found.group("words").split(' ').next().unwrap_or("");
            let pronoun = matches!(
                first,
                "nous" | "vous" | "tu" | "on" | "il" | "elle" | "qui" | "ce" | "notre" | "je"
            );
            let words = found.written("words");
            let big =
                words.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
            name(found, "words").filter(|_| !pronoun && big)
        },
        reads: &[
            ("Transports Racines, 130 conducteurs, recrute à Sète", "\"Transports Racines\""),
            (
                "Start-up Bulle de Terre (cosmétique, 12 pers.) cherche stagiaire",
                "\"Bulle de Terre\"",
            ),
        ],
        leaves: &["Le service culturel recherche des partenaires", "Nous cherchons une personne"],
    },
    Rule {
        name: "we-are",
        pattern: r"\b(?:nous sommes|on est|je travaille (?:chez|pour)|qui sommes[- ]nous ?\? ?:?) (?P<words>[^\n,;:!?]{2,80})",
        score: 62,
        read: following_name,
        reads: &[(
            "Nous sommes le Collectif Vélo de Sète. Nous cherchons",
            "\"Collectif Vélo de Sète\"",
        )],
        leaves: &["Nous sommes une association", "nous sommes dix"],
    },
    Rule {
        name: "acts",
        pattern: r"(?:^|[.!?] )(?P<words>[^\n.,;:!?]{2,60}?) (?:developpe|concoit|accompagne|aide|propose|fabrique|edite|intervient|compte|emploie|gere|cree|agit|federe|regroupe|finance|produit|realise|commercialise|conseille|distribue)(?:nt)?\b",
        score: 46,
        read: |found| {
            opening_name(found).filter(|reading| !reading.value.as_deref().is_some_and(is_place))
        },
        reads: &[("Racines Vives développe des jardins", "\"Racines Vives\"")],
        leaves: &["Notre équipe développe des jardins", "Le service accompagne"],
    },
    Rule {
        name: "apposed-recruits",
        pattern: r"(?:^|\. )[a-z][^\n,.]{8,110}, (?P<words>(?:le |la |les |l')?[^\n.,;:!?()]{2,70}?) (?:recrute|recherche|cherche|embauche)(?:nt)?\b",
        score: 68,
        read: opening_name,
        reads: &[(
            "Maison d’édition située à Sète, les Éditions du Lac cherchent un stagiaire",
            "\"Éditions du Lac\"",
        )],
        leaves: &["Depuis dix ans, elle recherche des voies", "Dans le jardin, nous recherchons"],
    },
    Rule {
        name: "named-with-its-place",
        pattern: r"^(?P<words>[^\n.,;:!?()]{3,60}?)(?:, [^\n,()]{2,40} \(\d{5}\)| \([^\n,()]{2,40}, \d{5}\))",
        score: 61,
        read: |found| name(found, "words"),
        reads: &[
            (
                "Boulangerie La Miche d’Or, Sète (34200), ch. boulanger",
                "\"Boulangerie La Miche d’Or\"",
            ),
            (
                "Cabinet Dupré & associés (Sète, 34200) attend vos lettres",
                "\"Cabinet Dupré & associés\"",
            ),
        ],
        leaves: &["au laboratoire, Sète (34200)"],
    },
    Rule {
        name: "presented",
        pattern: r"(?:^|[.,] )(?:l'|la |le )?(?:ong|association|fondation|cooperative|societe|collectif|federation|reseau|cabinet|agence|institut|entreprise|start-up|startup) (?P<words>[^\n.,;:!?()]{2,60}(?: \([^)\n]{2,12}\))?)(?: \([^)\n]*\))?,? (?:intervient|est|accompagne|oeuvre|agit|a pour|a ete|mene|developpe|regroupe|rassemble|federe|conseille|propose|travaille|construit|soutient|milite)\b",
        score: 55,
        read: |found| {
            let words = found.written("words");
            words.starts_with(char::is_uppercase).then(|| Reading::value(words.to_owned()))?
        },
        reads: &[
            (
                "L’ONG Racines Du Monde (RDM) (http://rdm.org) intervient dans 9 pays.",
                "\"Racines Du Monde (RDM)\"",
            ),
            ("L’association Racines est née", "\"Racines\""),
        ],
        leaves: &["L’association est indépendante", "L'agence accompagne les communes"],
    },
    Rule {
        name: "apposed",
        pattern: r"^(?:l'|une |la )?(?:ong|association|fondation|cooperative|societe|collectif|cabinet|agence)\b[^\n,.]{3,60}, (?P<words>[^\n.,;:!?()]{2,40}?) (?:intervient|est|accompagne|oeuvre|agit|mene|developpe|construit|conseille|elabore|propose)\b",
        score: 50,
        read: |found| {
            let words = found.written("words");
            words.starts_with(char::is_uppercase).then(|| Reading::value(words.to_owned()))?
        },
        reads: &[(
            "Association de solidarité internationale, RACINES construit des projets",
            "\"RACINES\"",
        )],
        leaves: &["Association de quartier, elle mène des actions"],
    },
    Rule {
        name: "named-as-its-own",
        pattern: r"\b(?:vision|valeurs|equipes?|missions|site|siege|projets|locaux|adherents) (?:du |de la |de l'|d'|des? )(?P<words>[^\s.,;:!?()]{2,20})",
        score: ENOUGH,
        read: |found| {
            let words = found.written("words");
            let capitals = words.chars().filter(|c| c.is_uppercase()).count();
            (capitals >= 3 && !words.chars().any(char::is_lowercase))
                .then(|| Reading::value(words.to_owned()))?
        },
        reads: &[("sensibiliser à la vision du RDM en matière de sols", "\"RDM\"")],
        leaves: &["la vision du monde", "le site de Paris"],
    },
]);

/// A name with all that speaks for it.
struct Group {
    key: String,
    best: Candidate<String>,
    rules: Vec<&'static str>,
}

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let domains = Domains::of(document);
    let title = offer.evidence.get(&Field::Title).map(|evidence| evidence.span);
    let mut candidates = RULES.candidates(document);
    candidates.extend(in_heading(document, &domains, title));
    candidates.extend(beside(document, &domains, title));
    candidates.extend(spelt(document, &domains));
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    let Some(best) = strongest(candidates, &domains) else { return };
    offer.evidence.insert(Field::Organisation, best.evidence());
    offer.organisation =
        best.value.map(|name| with_its_capital(as_the_body_writes(&name, document)));
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
        if key.len() < 2 {
            continue;
        }
        let same = |group: &&mut Group| {
            group.key == key
                || key.len() >= 4
                    && group.key.len() >= 4
                    && (group.key.ends_with(&key) || key.ends_with(&group.key))
        };
        match groups.iter_mut().find(same) {
            Some(group) => {
                if !group.rules.contains(&candidate.rule) {
                    group.rules.push(candidate.rule);
                }
            }
            None => groups.push(Group { key, rules: vec![candidate.rule], best: candidate }),
        }
    }
    for group in &mut groups {
        group.best.score += AGAIN_AT_MOST.min(AGAIN * (group.rules.len() as i32 - 1));
        if group.best.value.as_deref().is_some_and(|name| domains.spell(name)) {
            group.best.score += SPELT;
        }
    }
    let best =
        groups.into_iter().map(|group| group.best).min_by_key(|best| (-best.score, best.span))?;
    (best.score >= ENOUGH).then_some(best)
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
            let words = who.of(text).trim();
            let placed = document.lines.first().is_some_and(|line| {
                line.span.start == who.start && crate::segment::placed(line.span.of(text)).is_some()
            });
            let name = without_remark(without_place_tail(words));
            let lone_place = is_place(name) && !names_body(name);
            ((placed || could_recruit(name)) && !lone_place)
                .then(|| candidate(text, name, "heading", 82))
        })
        .collect();
    let first = heading::opening(document).of(text);
    for (link, score) in [
        (" chez ", 78),
        (" au sein de ", 66),
        (" au sein de l’", 66),
        (" au sein du ", 66),
        (" @ ", 78),
        (" à ", 58),
    ] {
        let Some((_, rest)) = first.rsplit_once(link) else { continue };
        let words = rest.split(['(', '–', ',', ':', '|', '!', '?']).next().unwrap_or("").trim();
        let words = words.split(" - ").next().unwrap_or(words).trim_end_matches(['.', '!', '?']);
        let short = (1..=6).contains(&words.split_whitespace().count());
        let shown = words.chars().all(|c| {
            c.is_alphanumeric()
                || c.is_whitespace()
                || matches!(c, '-' | '’' | '\'' | '.' | '&' | '/')
        });
        if words.starts_with(char::is_uppercase)
            && short
            && shown
            && could_recruit(words)
            && !is_place(words)
            && !(link == " à "
                && !(heading::is_spoken_of(document, heading::opening(document), words)
                    || domains.spell(words)))
        {
            found.push(candidate(text, without_article(words), "heading-link", score));
        }
    }
    found
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
        let out = index == own
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
            let near = index.abs_diff(own) <= AROUND;
            let big = name
                .split_whitespace()
                .filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
                .count();
            let someone = ["M. ", "Mme ", "Mr ", "Dr ", "Pr ", "Me "]
                .iter()
                .any(|title| name.starts_with(title));
            let few = !someone
                && name.split_whitespace().count() <= 7
                && 2 * big >= name.split_whitespace().count();
            let score = match piece.part {
                heading::Part::Body if names_body(name) => 66,
                heading::Part::Words
                    if at == 0 && near && few && could_recruit(name) && !is_place(name) =>
                {
                    let backed = heading::is_backed(document, domains, line.span, name);
                    let next = document
                        .lines
                        .get(index + 1)
                        .is_some_and(|next| is_place(next.span.of(text)));
                    match (backed, facts && pieces.len() > 1, next) {
                        (true, true, _) => 72,
                        (true, false, _) => 64,
                        (false, true, _) | (false, _, true) => 58,
                        (false, false, false) if index.abs_diff(own) == 1 => 50,
                        _ => continue,
                    }
                }
                _ => continue,
            };
            if name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
                found.push(candidate(text, name, "name-beside-the-post", score));
            }
        }
    }
    found
}

/// Names that the hosts of addresses spell.
fn spelt(document: &Document, domains: &Domains) -> Vec<Candidate<String>> {
    let text = document.text.as_str();
    domains
        .names(document)
        .into_iter()
        .filter_map(|span| {
            let span = with_its_noun(text, span);
            let name = span.of(text);
            let lone = !name.contains([' ', '-', '’', '\'']);
            let score = if lone { 42 } else { 52 };
            (could_recruit(name) && !is_place(name))
                .then(|| candidate(text, name, "spelt-by-an-address", score))
        })
        .collect()
}

/// A name with the noun of a body before it and the capitals behind: « Menuiserie Racine-Vive », « Petit & Roy Avocats ».
fn with_its_noun(text: &str, span: Span) -> Span {
    let line = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line..span.start as usize].trim_end();
    let (mut start, mut end) = (span.start as usize, span.end as usize);
    for words in 1..=3 {
        let cut = before
            .rmatch_indices([' ', '’', '\''])
            .nth(words - 1)
            .map_or(0, |(at, mark)| at + mark.len());
        let longer = &text[line + cut..end];
        if longer.starts_with(char::is_uppercase)
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
    match who.split_once(", ") {
        Some((head, tail)) => {
            let first = tail.split_whitespace().next().unwrap_or("");
            if head.contains(first) || !crate::gazetteer::communes(first).is_empty() {
                head
            } else {
                who
            }
        }
        None => who,
    }
}

/// The name in the body's own case, when the heading shouts it.
fn as_the_body_writes(name: &str, document: &Document) -> String {
    let shouted = name.chars().filter(|c| c.is_alphabetic()).count() >= 5
        && !name.chars().any(char::is_lowercase);
    let body = document.folded.as_str().find('\n').unwrap_or(0);
    let folded = fold(name);
    let spelt = document.folded.as_str()[body..].match_indices(&folded).find_map(|(at, found)| {
        let words = document.source(body + at..body + at + found.len()).of(&document.text);
        words.chars().any(char::is_lowercase).then(|| words.to_owned())
    });
    match spelt {
        Some(words) if shouted && words.starts_with(char::is_uppercase) => words,
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_and_leave_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }

    #[test]
    fn headings_name_the_recruiter() {
        let cases = [
            (
                "LES JARDINS CONSEIL (Nantes -44) – Jardinier\nLes Jardins conseil taille.",
                "Les Jardins conseil",
            ),
            ("Université de Laval, Laval Québec (G1V 0A6) – Les sols", "Université de Laval"),
            ("Stage Chef(fe) de culture junior chez Jardins.org", "Jardins.org"),
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
