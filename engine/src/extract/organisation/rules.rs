//! How French ads say who recruits: one table, long because each habit carries its phrases.

use super::ENOUGH;
use super::readers::{following_name, is_done, labelled, name, opening_name, without_remark};
use crate::extract::body::{
    could_recruit, is_institution, is_place, names_body, speaks_of_work, without_article,
    without_generic,
};
use crate::extract::rule::{Match, Reading, Rule, Rules, says};
use crate::offer::SectionKind;
use crate::text::fold;

/// How much less the name of a team says than that of a house.
const TEAM: i32 = 22;

/// How much less the name of a project says.
const PROJECT: i32 = 20;

/// « Le CFA recherche pour l'une de ses entreprises partenaires »: who recruits is not named.
fn is_for_others(found: &Match<'_>) -> bool {
    let within = found.captures.get_match().as_str();
    let after: String = found.after().chars().take(70).collect();
    let after = after.trim_start().strip_prefix("pour ").unwrap_or(after.trim_start());
    let led = within.ends_with("pour") || found.after().trim_start().starts_with("pour ");
    led && says(after, &["l'un", "un de", "une de", "ses "])
        && says(
            after.split([',', '.']).next().unwrap_or(after),
            &["entreprise", "adherent", "partenaire", "membre"],
        )
}

pub(in crate::extract) static RULES: Rules<String> = Rules::new(&[
    Rule {
        name: "label",
        pattern: r"{bol}(?:# )?(?:quel(?:le)? (?:est (?:l'|la |le ))?)?(?:nom (?:de |du |d')(?:la |l')?)?(?:employeur|company|employer|organization|organisme|structure|entreprise|etablissement|societe|recruteur|collectivite|association|organisation|laboratoire|raison sociale|institution|administration|cabinet|compagnie|agence|maison|commune|mairie|unite d'accueil|lieu d'accueil|qui recrute|qui|annonceur|porteur du projet|entite|enseigne|client)(?: (?:qui (?:embauche|recrute|accueille|propose)|public|publique|recruteu\w+|territoriale?|employeu\w+|porteu\w+|demandeu\w+|d'accueil|d'affectation|d'exercice|de rattachement|proposant [^:\n]{0,20}|concernee?|/ ?[a-z]+))? ?(?:\([^)\n]{0,20}\) ?)?[:=|>?] ?(?P<words>[^\n]{2,140})$",
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
        name: "label-and-dash",
        pattern: r"{bol}(?:# )?(?:nom de l')?(?:employeur|recruteur|(?:structure|organisme|entreprise|etablissement) (?:d'accueil|recruteu\w+|employeu\w+)) - (?P<words>[^\n]{2,140})$",
        score: 86,
        read: labelled,
        reads: &[("Employeur – Cinéma Le Fil, association", "\"Cinéma Le Fil\"")],
        leaves: &["Recruteur - nous contacter"],
    },
    Rule {
        name: "service-label",
        pattern: r"{bol}(?:service|direction|affectation|rattachement|departement|pole) ?(?:/ ?[a-z]+ ?)?[:|] ?(?P<words>[^\n]{4,120})$",
        score: 60,
        read: |found| {
            let words = found.written("words");
            let body =
                words.split(['–', '—', '|', ',']).map(str::trim).find(|piece| names_body(piece))?;
            // « Service : Médiathèque Jean-Macé »: a part of a house that is named elsewhere.
            is_institution(body).then(|| Reading::value(without_remark(body).to_owned()))?
        },
        reads: &[("Service : Numérique – Université de Sète", "\"Université de Sète\"")],
        leaves: &[
            "Service : Culture",
            "Direction : ressources humaines",
            "Service : Médiathèque Jean-Macé",
            "Direction : Campus de La Source",
        ],
    },
    Rule {
        name: "with",
        pattern: r"^(?:avec|chez|aupres de) (?P<words>[^\n.,;:!?()]{3,}?) \([^()\n]{3,40}\)$",
        score: 70,
        read: |found| {
            let bracket = found.captures.get_match().as_str();
            let bracket = bracket.rsplit_once('(').map_or("", |(_, inside)| inside);
            let bracket = found.captures.get_match().end() - bracket.len();
            let place = found.document.source(bracket..found.captures.get_match().end() - 1);
            let place = place.of(&found.document.text).replace(" – ", ", ");
            name(found, "words").filter(|_| is_place(&place))
        },
        reads: &[
            ("Avec l’association Le Fil (Hérault)", "\"Le Fil\""),
            ("Chez Les Fils tendus (Sète – 34200)", "\"Les Fils tendus\""),
        ],
        leaves: &["Avec le soutien de la Région (FEDER)", "Avec des bénévoles (Sète)"],
    },
    Rule {
        name: "sender",
        pattern: r"^(?:de|from|expediteur) ?: ?\x22?(?P<words>[^\n<>\x22@]{3,80}?)\x22? ?<[^>\n]{0,80}@",
        score: 60,
        read: |found| name(found, "words").filter(|_| names_body(found.written("words"))),
        reads: &[("De : Agence du Verger <contact@exemple.fr>", "\"Agence du Verger\"")],
        leaves: &["De : Jeanne Martin <j.martin@exemple.fr>"],
    },
    Rule {
        name: "label-run-together",
        pattern: r"^(?:collectivite|employeur|annonceur|recruteur|organisme d'accueil|structure d'accueil|entreprise d'accueil|etablissement) (?P<words>[^\n:]{3,80}?)(?: [a-z']+ ?:[^\n]*)?$",
        score: 84,
        read: |found| {
            let words = found.written("words");
            let big = words.starts_with(char::is_uppercase) && !words.ends_with('.');
            // « Établissement pénitentiaire de Sète »: the kind of the body itself.
            let kind = says(
                found.group("words"),
                &[
                    "penitentiaire", "public", "scolaire", "hospitalier", "medico", "national",
                    "francais", "thermal", "superieur", "regional", "departemental", "territorial",
                    "prive", "specialise",
                ],
            ) && !says(found.captures.get_match().as_str(), &["employeur", "annonceur", "recruteur"]);
            name(found, "words").filter(|_| {
                big && !kind
                    && found.before().is_empty()
                    && !found.group("words").contains(" est ")
            })
        },
        reads: &[
            ("Employeur Ville de Sète", "\"Ville de Sète\""),
            ("Annonceur RACINES", "\"RACINES\""),
            ("Établissement EHPAD Les Lilas Capacité : 12 lits", "\"EHPAD Les Lilas\""),
        ],
        leaves: &[
            "Employeur engagé, nous recrutons sans discrimination",
            "Établissement Pénitentiaire de Sète",
        ],
    },
    Rule {
        name: "label-above",
        pattern: r"^(?:# )?(?:l'|la |le |votre |notre |quel(?:le)? (?:est (?:l'|la |le ))?)?(?:nom (?:de |du |d')(?:la |l')?)?(?:employeur|company|employer|organization|organisme|structure|entreprise|etablissement|societe|recruteur|collectivite|association|organisation|laboratoire|raison sociale|institution|administration|cabinet|compagnie|agence|maison|commune|mairie|unite d'accueil|lieu d'accueil|qui recrute|qui|annonceur|porteur du projet|entite|enseigne|client)(?: (?:qui (?:embauche|recrute|accueille|propose)|public|publique|recruteu\w+|territoriale?|employeu\w+|porteu\w+|demandeu\w+|d'accueil|d'affectation|d'exercice|de rattachement|proposant [^:\n]{0,20}|concernee?|/ ?[a-z]+))? ?(?:\([^)\n]{0,30}\) ?)?[:?]?\n(?:# |- )?(?P<words>[^\n:.]{3,80})$",
        score: 84,
        read: labelled,
        reads: &[
            ("Employeur\nVille de Sète", "\"Ville de Sète\""),
            ("L’organisme\nLes Voiles du Lac", "\"Les Voiles du Lac\""),
            ("Structure qui embauche\nLes Voiles du Lac", "\"Les Voiles du Lac\""),
            ("Nom de la structure (n° du département)\nLes Voiles du Lac", "\"Les Voiles du Lac\""),
            ("Quel organisme ?\nAgglomération du Lac", "\"Agglomération du Lac\""),
        ],
        leaves: &["Employeur\nnous offrons un cadre agréable"],
    },
    Rule {
        name: "asked-about",
        pattern: r"^(?:# )?(?:\d[.)] ?)?(?:a propos (?:de |d'|du |des )|qui (?:est|sont) |presentation (?:de |d'|du |des |)|zoom sur |decouvrez |bienvenue (?:chez |a |au )|rejoignez |rejoindre |travailler (?:chez |a |au )|pourquoi (?:nous )?rejoindre |l'aventure |(?:l'|la )(?:association|entreprise|structure|societe|fondation|cooperative) ?: )(?P<words>[^\n:]{2,80}?) ?[?!:.]*$",
        score: 72,
        read: following_name,
        reads: &[
            ("# À propos de Racines", "\"Racines\""),
            ("Qui est Racines du Sud ?", "\"Racines du Sud\""),
            ("Rejoignez la mairie de Sète !", "\"mairie de Sète\""),
            ("Présentation Racines du Sud", "\"Racines du Sud\""),
        ],
        leaves: &["Présentation générale", "PRÉSENTATION DU POSTE", "À propos de nous", "Rejoindre l’équipe", "Qui est concerné ?"],
    },
    Rule {
        name: "in-a-few-words",
        pattern: r"^(?:# )?(?P<words>[^\n:,.]{2,}?)(?:,? (?:en (?:bref|quelques mots|quelques chiffres)|c'est (?:quoi|qui) ?\??)| ?: qui sommes[- ]nous ?\??)$",
        score: 72,
        read: opening_name,
        reads: &[("# Racines en bref", "\"Racines\""), ("Racines, c’est quoi ?", "\"Racines\"")],
        leaves: &["Nos actions en bref", "Le poste en quelques mots"],
    },
    Rule {
        name: "is-a",
        pattern: r"(?:^|[.!?:*] )(?:(?:depuis|(?:cree|fonde|ne|base|installe|implante|situe|reconnu|specialise|engage|conventionne)(?:e|es|s)?|afin|pour|dans|avec|face|suite|forts?|fortes?|acteur|actrice|au|en|a|premiere?|leader|(?:etablissement|entreprise|association|cooperative|societe|structure|collectivite|filiale|spin-off|ong|collectif|compagnie|maison|bureau|cabinet|agence|federation|fondation))\b[^.!?\n]{2,}?, )?(?P<words>[^\n.,;:!?]{2,}?(?:, (?:d'|de |du |des )[^\n.,;:!?]{2,}?){0,3})(?:,? (?:implante|situe|base|cree|fonde|installe|ne|ouvert|present|labellise|reconnu|membre|ancre)(?:e|es|s)? [^.,\n]{3,},?)?,? (?:est|sont|c'est)(?: [a-z']+){0,3}? (?:une?|l'une?|le|la|l'|les|des) ?(?:[a-z'-]+ ){0,3}?(?:association|entreprise|societe|ong|fondation|cooperative|start-up|startup|agence|cabinet|bureau d'etudes|groupe|acteur|leader|etablissement|collectivite|commune|ville|reseau|federation|syndicat|pme|esn|editeur|organisme|structure|tiers-lieu|media|compagnie|theatre|musee|festival|lieu|ecole|universite|institut|laboratoire|specialiste|fabricant|centre|mutuelle|banque|filiale|scop|scic|collectif|union|epic|gip|service public|marque|plateforme|maison|equipe|studio|projet|fabrique|organisation|exploitation|ferme|domaine|librairie|brasserie|restaurant|hotel|unite|service)s?\b",
        score: 66,
        read: |found| {
            // « Choco est une librairie java »
            let software = found.captures.get_match().as_str().ends_with("librairie")
                && says(found.after(), &["java", "python", "open", "logiciel", "de fonctions", "c++"]);
            // « Racines Bleues est un projet de recherche »: what the house does.
            let whole = found.captures.get_match().as_str();
            let project = whole.ends_with("projet") || whole.ends_with("projets");
            let less = if project { -PROJECT } else { 0 };
            opening_name(found).filter(|_| !software).map(|reading| reading.bonus(less))
        },
        reads: &[
            ("Racines est une association de jardiniers.", "\"Racines\""),
            (
                "Née en 1990. Le Verger du Lac (VL) est aujourd’hui l’un des leaders",
                "\"Le Verger du Lac (VL)\"",
            ),
            ("Depuis ses origines, Racines est une association libre", "\"Racines\""),
            ("Forte de dix ans d’expérience, Racines est une coopérative", "\"Racines\""),
            ("Racines, implantée à Sète depuis dix ans est une association", "\"Racines\""),
            (
                "Le Syndicat des eaux, des rivières et des marais du Lac est une collectivité",
                "\"Syndicat des eaux, des rivières et des marais du Lac\"",
            ),
        ],
        leaves: &[
            "Racines est une librairie java libre",
            "Notre force est une équipe soudée", "Le poste est au sein d’une association"],
    },
    Rule {
        name: "apposed-kind",
        pattern: r"(?:^|[.!?:👉*] )(?:(?:depuis|(?:cree|fonde|ne|base|installe|implante|situe)(?:e|es|s)?|afin|pour|dans|avec)\b[^.!?\n]{2,}?, )?(?P<words>[^\n.,;:!?]{2,}?), (?:une? |l'une? d[a-z]+ |premiere? |jeune |la |le |l')?(?:[a-z-]+ )?(?:\d[\d ]* (?:salaries|collaborateurs|agents|personnes|employes|adherents|benevoles)|association|entreprise|societe|ong|fondation|cooperative|start-up|startup|agence|cabinet|bureau d'etudes|groupe|leader|acteur|reseau|federation|editeur|organisme|structure|scop|scic|pme|filiale|artisan|fabricant|specialiste|etablissement|fabrique|supermarche|collectif|compagnie)\b",
        score: 62,
        read: opening_name,
        reads: &[("Racines, association de jardiniers, cherche", "\"Racines\"")],
        leaves: &["Chaque jour, l’association agit", "Basée à Sète, notre entreprise grandit"],
    },
    Rule {
        name: "counts-itself",
        pattern: r"(?:^|[.!?:] )(?P<words>[^\n.,;:!?]{3,}?),? (?:c'est|ce sont) (?:aussi |avant tout |aujourd'hui )?(?:plus de |pres de |environ |quelque )?\d[\d ]* (?:salarie|agents|collaborat|personnes|employe|adherent|benevole|magasins|sites|etablissements|agences|lits|professionnel|implantations|membres|licencie|ans )",
        score: 62,
        read: |found| {
            opening_name(found)
                .filter(|reading| !reading.value.as_deref().is_some_and(is_place))
        },
        reads: &[
            ("Racines Vives, c’est 1 400 agents et quatre sites", "\"Racines Vives\""),
            ("L’Institut des Sols, ce sont plus de 300 salariés", "\"Institut des Sols\""),
        ],
        leaves: &["Sète, c’est 214 habitants l’hiver", "Le poste, c’est 35 heures"],
    },
    Rule {
        name: "proposed-by",
        pattern: r"{bol}(?:(?:mission|offre|annonce|fiche|stage|poste)s?(?: d[e'] ?(?:emploi|stage|mission))? )(?:proposee?|remplie|redigee?|deposee?|publiee?|postee?|diffusee?) par(?: l'| la | le |(?P<colon> ?: ?)| )(?P<words>[^\n,;:!?()]{3,80}?)(?: (?:fiche|annonce|offre|statut|date|publiee?|creee?|mise?) [^\n]*)?$",
        score: 74,
        read: |found| {
            let within = found.captures.get_match().as_str();
            // Who proposes recruits; who puts on line may be anyone.
            let recruits = says(within, &["propose", "remplie"]);
            name(found, "words")
                .filter(|reading| recruits || reading.value.as_deref().is_some_and(names_body))
        },
        reads: &[
            ("Mission proposée par Aviron des Deux Lacs", "\"Aviron des Deux Lacs\""),
            ("Fiche remplie par : Les Trois Sols", "\"Les Trois Sols\""),
            ("Offre publiée par la mairie de Sète", "\"mairie de Sète\""),
        ],
        leaves: &["Annonce postée par Jeanne Martin", "Mission proposée par nos soins"],
    },
    Rule {
        name: "founded",
        pattern: r"(?:^|\. )(?:fonde|cree|ne|installe|base|implante|reconnu|situe|issu|presente|specialise|engage|membre)e?s? [^,\n]{3,}, (?P<words>[^\n,;:!?.]{2,})",
        score: 58,
        read: |found| {
            // « Bases de données (MySQL, …) »
            let data = says(found.captures.get_match().as_str(), &["base de", "bases de"]);
            following_name(found).filter(|_| !data)
        },
        reads: &[("Fondée en 1990, Racines accompagne les jardins", "\"Racines\"")],
        leaves: &["Basée à Sète, notre équipe compte dix personnes", "Né en 1990, il grandit", "Bases de données (MySQL, Racines Vives)"],
    },
    Rule {
        name: "legal-form",
        pattern: r"(?:^|[ (\x22])(?P<words>(?:sarl|sas|sasu|eurl|scop|scic|gaec|earl|scea|selarl|scp|gie|ets|etablissements|s\.a\.r\.l\.) [^\n,;:!?()]{3,})",
        score: 58,
        read: |found| {
            let words = found.written("words");
            let (form, rest) = words.split_once(' ')?;
            // « Établissements Roux », not « les établissements de la côte », « Établissements Français à l’Étranger ».
            let several = fold(form) == "etablissements"
                && (form.starts_with(char::is_lowercase)
                    || says(
                        &fold(rest),
                        &["de ", "du ", "des ", "d'", "francais", "publics", "scolaires", "recevant"],
                    ));
            let counted = rest.starts_with("à ");
            following_name(found).filter(|_| !several && !counted)
        },
        reads: &[("le dépôt de la SARL Racines Vives, à Sète", "\"SARL Racines Vives\"")],
        leaves: &[
            "une scop à taille humaine",
            "sas de décompression",
            "un GAEC à 3 associés",
            "les établissements de la Côte d’Opale",
        ],
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
        pattern: r"^(?:[\x22*_ ]*)(?P<words>(?:le |la |l'|les )?[a-z][^\n.,;:!?()]{4,}?)(?: \([^)\n]{2,}\))?(?:,| (?:est|compte|emploie|accueille|assure|intervient|dispose|gere|propose|recrute|recherche|cherche|regroupe|rassemble|mene|accompagne|a pour|developpe|reunit|porte|federe|conserve|realise|conduit|finance|offre|s'etend|se situe|met en)\b|$)",
        score: 55,
        read: |found| {
            let line = found.document.line_at(found.at()).unwrap_or(0);
            let told = says(
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
        pattern: r"(?:^|\. )(?:(?:dans le cadre|depuis|afin|pour|avec|face|suite|en|au|a|(?:cree|fonde|ne|base|installe|implante|situe|specialise)(?:e|es|s)?)\b[^.!?\n]{2,}?, )?(?P<words>(?:le |la |l'|les )[a-z][^\n.;:!?()]{4,}?)(?: \([^)\n]{2,}\))? (?:compte|emploie|accueille|assure|intervient|dispose|gere|propose|recrute|recherche|cherche|regroupe|rassemble|mene|accompagne|developpe|reunit|porte|federe|conserve|realise|conduit|finance|s'(?:est|engage)|souhaite|lance|pilote|met en|a pour|anime|agit|organise|s'occupe|exploite|administre|soutient)\b",
        score: 57,
        read: |found| {
            let words = found.written("words");
            let capitals =
                words.split(", ").skip(1).all(|piece| piece.starts_with(char::is_uppercase));
            name(found, "words").filter(|_| capitals && names_body(words) && !is_done(found))
        },
        reads: &[
            (
                "Le laboratoire Sols, Eaux et Forêts compte 52 agents",
                "\"laboratoire Sols, Eaux et Forêts\"",
            ),
            (
                "Dans le cadre de sa charte, le Parc naturel du Lac souhaite connaître ses murets",
                "\"Parc naturel du Lac\"",
            ),
        ],
        leaves: &[
            "Le laboratoire compte 52 agents",
            "La mairie, ouverte à tous, accueille Racines",
        ],
    },
    Rule {
        name: "joined",
        pattern: r"\b(?:chez|rejoindre|rejoignez|rejoins|integrez|integrer|integrerez|au sein d(?:e l'|e la |u |es |e |')|(?:recrutons|cherchons|recherchons|recrute|recherche|cherche),? pour|les equipes (?:de la |de l'|du |des |de |d')|l'equipe (?:de la |de l'|du |des |de |d'))(?: ?(?:le |la |les |l'))?(?P<words> ?[a-z0-9\x22*_«][^\n,;:!?()]{1,})",
        score: 44,
        read: |found| {
            let reading = following_name(found)?;
            let service = found.group("words").trim_start();
            let service = ["service", "direction", "pole", "equipe", "departement "]
                .iter()
                .any(|word| service.starts_with(word));
            let place = reading.value.as_deref().is_some_and(is_place);
            // « Chez Racines », « Au sein de Racines, vous », « Rejoignez Racines en tant que »: a sentence that opens so.
            let led = found.captures.get_match().as_str();
            let written = found.written("words");
            let tail = reading
                .value
                .as_deref()
                .and_then(|name| written.find(name).map(|at| fold(&written[at + name.len()..])))
                .filter(|tail| !tail.trim().is_empty())
                .unwrap_or_else(|| found.after().to_owned());
            let tail: String = tail.chars().take(24).collect();
            let speaks = says(&tail, &["vous", "tu", "nous", "le ", "la ", "l'", "en tant", "comme", "et participez"]);
            let work = reading.value.as_deref().is_some_and(speaks_of_work);
            let opens = found.group("words").len() > 1
                && found.sentence_before().trim().is_empty()
                && (led.starts_with("chez")
                    || speaks && !work && ["au sein", "rejoign", "integre"].iter().any(|it| led.starts_with(it)));
            let body = reading.value.as_deref().is_some_and(names_body)
                && found.sentence_before().trim().is_empty()
                && says(found.after(), &["vous", "tu", "nous", "le ", "la "]);
            // « Au sein du groupe Sols & Arbres »: as often a team as a house.
            let group = found.group("words").trim_start().starts_with("groupe ");
            let sure = (opens || body) && !group;
            (!service && !place).then(|| reading.bonus(if sure { 10 } else { 0 }))
        },
        reads: &[
            ("Chez Racines Vives, nous jardinons", "\"Racines Vives\""),
            ("Au sein de Racines Vives, vous intégrez une équipe", "\"Racines Vives\""),
            ("Rejoignez Racines Vives en tant que jardinier", "\"Racines Vives\""),
            ("au sein de la mairie de Sète vous jardinez", "\"mairie de Sète\""),
        ],
        leaves: &["au sein de la Direction des sols", "chez nous", "au sein d’une équipe"],
    },
    Rule {
        name: "at-the-body",
        pattern: r"(?:^|[.!?] )(?:au |a la |a l'|aux )(?P<words>[^\n,.;:!?()]{6,80}?),? (?:nous|on|vous|tu|notre equipe|l'equipe) ",
        score: 60,
        read: |found| {
            let body = names_body(found.written("words")) && !is_place(found.written("words"));
            following_name(found).filter(|_| body)
        },
        reads: &[
            (
                "Au Centre social Les Racines, nous pensons que",
                "\"Centre social Les Racines\"",
            ),
            ("À la Ville de Sète, vous jardinez", "\"Ville de Sète\""),
        ],
        leaves: &["Au quotidien, vous jardinez", "À la mairie, vous accueillez le public"],
    },
    Rule {
        name: "at-the-house",
        pattern: r"(?:^|[.!?] )a (?P<words>[a-z0-9][^\n,.;:!?()]{2,40}?)(?: \([^)\n]{2,}\))?, (?:nous|on|notre equipe|l'equipe|chaque|tu|vous) ",
        score: 54,
        read: |found| {
            let words = found.written("words");
            let big = words.starts_with(char::is_uppercase) && !is_place(words);
            following_name(found)
                .filter(|read| big && read.value.as_deref().is_some_and(|name| name == words))
        },
        reads: &[(
            "À Racines Vives (une équipe de l’État), nous sommes trois",
            "\"Racines Vives\"",
        )],
        leaves: &["À Sète, nous jardinons", "À terme, vous jardinez", "À cette fin, nous jardinons"],
    },
    Rule {
        name: "works-there",
        pattern: r"(?:^|[.!?:] )(?:travailler|etre [a-z]{3,15}|rejoindre|integrer|s'engager|evoluer|entrer|venir travailler|faire partie)(?: (?:avec|d'une equipe|de l'equipe|des equipes))? ?(?:chez |au sein d(?:e l'|e la |u |es |e |')|a la |a l'|aux? |a |le |la |l'|les |de la |de l'|du |d'|de |)(?P<words>[a-z0-9][^\n.,;:!?()]{1,}?),? (?:c'est|requiert|implique|signifie|suppose|vous |demande)",
        score: 66,
        read: |found| {
            let read = following_name(found)?;
            let known = read.value.as_deref().is_some_and(|name| {
                names_body(name) || !is_place(name) && !speaks_of_work(name)
            });
            known.then_some(read)
        },
        reads: &[
            ("Travailler au sein de la mairie de Sète, c’est servir", "\"mairie de Sète\""),
            ("Travailler au sein du Département du Gard, c’est servir", "\"Département du Gard\""),
            ("Rejoindre Racines Vives c’est, partager", "\"Racines Vives\""),
            ("Travailler à Racines Vives requiert de la patience", "\"Racines Vives\""),
        ],
        leaves: &["Travailler en équipe, c’est partager", "Travailler à Sète, c’est la mer", "Rejoindre l’équipe, c’est"],
    },
    Rule {
        name: "kind-and-quotes",
        pattern: r"(?:^|[.!?:,] )(?:l'|la |le |notre |les )?(?:asbl|association|entreprise|societe|compagnie|collectif|ferme|ong|cooperative|scop|scic|fondation|federation|reseau|studio|agence|restaurant|brasserie|hotel|camping|theatre|cinema|librairie|tiers-lieu|epicerie|boulangerie|cafe|festival|creche|maison|centre|ecole|residence|auberge|gite|mutuelle|chantier)(?: [a-z-]{3,20}){0,2} \x22 ?(?P<words>[^\x22\n]{2,}?) ?\x22",
        score: 64,
        read: |found| {
            let words = found.written("words").trim();
            let named = words.split(' ').count() <= 8 && could_recruit(words);
            (named && words.contains(char::is_uppercase)).then(|| Reading::value(words.to_owned()))?
        },
        reads: &[
            ("Née du lac, l’asbl « Les Racines de la Mer » soigne", "\"Les Racines de la Mer\""),
            ("L’association « les Racines, le verger vivant » coordonne", "\"les Racines, le verger vivant\""),
        ],
        leaves: &["une association « loi 1901 »", "La maison « d’après »"],
    },
    Rule {
        name: "initials",
        pattern: r"(?:^|[.:!,] )(?:le |la |l'|les )?(?P<words>(?:[a-z]\.){3,8}[a-z]?) (?:recrut|recherch|cherch|embauch|propos|accueill|est (?:une? |le |la |l')|souhait|gere|intervient|accompagn)",
        score: 68,
        read: |found| Reading::value(found.written("words").trim().to_owned()),
        reads: &[("L’A.R.V. recrute", "\"A.R.V.\""), ("La R.A.C.I. est une association", "\"R.A.C.I.\"")],
        leaves: &["un S.A.V. réactif"],
    },
    Rule {
        name: "our-house",
        pattern: r"(?:^|[.!?:] )(?:notre|l'|la|le|cette) ?(?:association|structure|entreprise|ong|societe|cooperative|agence|cabinet|collectif|compagnie|ecole|federation|fondation|start-up|startup|groupe|studio|laboratoire|equipe)(?: [a-z' -]{2,40})?, (?P<words>[^\n.,;:!?()]{2,}?)(?: \([^)\n]{2,30}\))?, (?:[a-z'-]+ ){0,2}?(?:est|recrute|recherche|cherche|ouvre|propose|accueille|souhaite|oeuvre|agit|intervient|accompagne|developpe|defend|gere|anime|organise|fabrique|concoit|compte|emploie|s'agrandit|se developpe|renforce|met)\b",
        score: 64,
        read: |found| {
            let words = found.written("words");
            let capitals = words.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
            let opens = words.starts_with(char::is_uppercase)
                || ["le ", "la ", "les ", "l’", "l'"].iter().any(|it| words.starts_with(it));
            (opens && capitals > 0 && 2 * capitals >= words.split(' ').count()).then(|| name(found, "words"))?
        },
        reads: &[
            ("Notre association, Racines Vives, ouvre un poste", "\"Racines Vives\""),
            ("L’agence de paysage, Racines Vives (Sète), recherche", "\"Racines Vives\""),
        ],
        leaves: &["Notre association, depuis Sète, ouvre un poste", "L’équipe, dix personnes, recherche"],
    },
    Rule {
        name: "hosted",
        pattern: r"\b(?:these|stage|stagiaire|post-?doc(?:torant)?{e}|doctorant{e}|poste|travaux|travail|candidat{e}|mission|alternant{e}|contrat|recherches)\b[^.\n]{0,}? (?:se derouler(?:a|ont)|(?:sera|seront|est) (?:basee?|effectuee?|realisee?|accueillie?|rattachee?|preparee?|localisee?|affectee?|employee?|hebergee?|situee?)s?|aura lieu|s'effectuera|se fera)(?: [a-z' ]{1,30}?)? (?:au sein d(?:e la |e l'|u |es )|a la |a l'|aux? |dans (?:le |la |l'))(?P<words>[^\n,;:!?()]{4,80})",
        score: 54,
        read: |found| {
            let read = following_name(found)?;
            read.value.as_deref().is_some_and(|name| names_body(name) && !is_place(name)).then_some(read)
        },
        reads: &[
            ("La thèse sera préparée au sein du laboratoire Sols et Eaux de Sète.", "\"laboratoire Sols et Eaux de Sète\""),
            ("Le stage se déroulera à l’École des Sols de Sète, encadré", "\"École des Sols de Sète\""),
        ],
        leaves: &["Le stage se déroulera à la mairie", "Le poste est basé à Sète", "Le stage se déroulera au sein du service"],
    },
    Rule {
        name: "copyright",
        pattern: r"(?:©|copyright|\(c\)) ?(?:20\d\d)?(?: ?- ?20\d\d)? ?(?P<words>[^\n,;:!?()|-]{2,})",
        score: 50,
        read: following_name,
        reads: &[("© 2024 Racines – Tous droits réservés", "\"Racines\"")],
        leaves: &["© tous droits réservés"],
    },
    Rule {
        name: "recruits",
        pattern: r"(?:^|[.:!] )(?:(?:dans le cadre d|pour |afin d|au sein d|suite a |face a |en vue d)(?:[^,(\n]|\([^)\n]*\)){0,200}, )?(?P<words>[^\n.,;:!?]{2,}?)(?:,? (?:a travers|au travers d|via|par le biais d|par l'intermediaire d|par l'entremise d|en partenariat avec|en collaboration avec|en lien avec|avec le (?:soutien|concours|appui) d|avec l'(?:appui|aide) d|sous (?:la tutelle|l'egide) d|represente{e} par)[^,.\n]{3,},?)?(?: (?:te|vous))? (?:(?:est|sont) (?:actuellement )?a la recherche d|met(?:tent)? au concours|engage(?:nt)? (?:une? |des |son |sa )|ouvr(?:e|ent) (?:dans ce cadre |actuellement )?(?:le recrutement|un recrutement|un poste|un contrat|une these|des postes|un concours)|constitue(?:nt)? (?:son|sa|leur) equipe|souhaite(?:nt)? (?:recruter|accueillir|embaucher|engager)|procede(?:nt)? au recrutement|(?:lance|organise)(?:nt)? (?:un|le|son|ses) recrutement|offre(?:nt)? (?:(?:une? |deux |plusieurs )(?:poste|stage|these|contrat|place)|a [^.,\n]{3,}? (?:une? |des |de |deux |plusieurs )(?:opportunite|poste|stage|these|contrat|place))|(?:agrandit|renforce|complete|etoffe|recompose) (?:son|sa|ses|leurs?) (?:equipes?|organisation|effectifs?|brigade)\b|(?:attribue|attribuera|finance|pourvoit|cree)(?:nt)? [^.,\n]{0,80}?(?:un poste|(?:un|une|deux|trois|\d+) (?:contrats?|theses?|bourses? (?:de these|doctorales?)))|(?:a|ont) besoin d[eu'] ?(?:une? )?[a-z.]{4,20}(?:eur|euse|ier|iere|ant|ante|iste|trice)s?\b|(?:recrute|recherche|cherche|propose|accueille|embauche)(?:nt)? (?:pour|a |des|en |actuellement|aujourd'hui|plusieurs|un|une|sa|son|ses|deux|trois|\d))",
        score: 72,
        read: |found| {
            let words = found.group("words");
            let speaks_of_us = words.split(' ').any(|word| {
                matches!(
                    word,
                    "nous" | "vous" | "tu" | "on" | "il" | "elle" | "qui" | "poste" | "stage"
                )
            });
            let reading = name(found, "words").filter(|_| !speaks_of_us && !is_for_others(found))?;
            // « L'équipe Data cherche … » names a service, unless an address spells it.
            if words.trim_start().starts_with("l'equipe ") {
                return Some(reading.bonus(-TEAM));
            }
            // An acronym explained is the fuller name.
            Some(if words.ends_with(')') { reading.bonus(3) } else { reading })
        },
        reads: &[
            ("Racines recrute un·e alternant·e", "\"Racines\""),
            ("RACINES est à la recherche d’un jardinier", "\"RACINES\""),
            ("La Ville de Sète met au concours un poste de", "\"Ville de Sète\""),
            ("L’Institut des Sols ouvre le recrutement d’un doctorant", "\"Institut des Sols\""),
            ("Racines souhaite recruter un jardinier", "\"Racines\""),
            ("Racines Vives étoffe son organisation et ses équipes", "\"Racines Vives\""),
            ("L’Institut des Sols attribuera en mars deux contrats postdoctoraux", "\"Institut des Sols\""),
            ("Racines Vives a besoin d’un jardinier", "\"Racines Vives\""),
            (
                "L’Institut des Sols (IDS), à travers le bureau du relevé recherche 12 arpenteurs",
                "\"Institut des Sols (IDS)\"",
            ),
            ("L’ARV offre à des étudiants du monde entier des stages", "\"ARV\""),
            (
                "L’herbier de l’Institut des sols vivants (ISV) cherche une volontaire",
                "\"Institut des sols vivants (ISV)\"",
            ),
            (
                "L’Agence d’urbanisme Plaine – Durance recrute un géomaticien",
                "\"Agence d’urbanisme Plaine – Durance\"",
            ),
            ("Le RDM te propose un CDD", "\"RDM\""),
            ("Notre agence Racines Sète recherche un jardinier", "\"Racines Sète\""),
            ("La mission jardins de Plaine Haute recrute un.e stagiaire !", "\"Plaine Haute\""),
            (
                "L’Institut des sols vivants (ISV) recherche un ou une stagiaire",
                "\"Institut des sols vivants (ISV)\"",
            ),
        ],
        leaves: &[
            "Nous recrutons un stagiaire",
            "Le CFA du Lac recherche pour l’une de ses entreprises partenaires, un apprenti",
            "vous recherchez un stage",
            "Le musée offre à ses visiteurs un parcours",
            "Elle recherche un sens",
            "L’unité médicale de Sète accueille 48 patients",
            "Le musée de la ville ouvre ses portes",
            "le service propose des ateliers",
        ],
    },
    Rule {
        name: "recruits-at-once",
        pattern: r"^(?:\d{2}(?:/\d{2})* - |urgent[ !:-]+|(?:bonjour|bonsoir|madame, monsieur|salut|hello|cher[a-z ]{1,20}|on recrute|offre d'emploi)[^,:!\n]{0,30}[,:!]+ )?(?P<words>[^\n.,;:!?()]{3,}?)(?:(?:, [^,\n]{3,80}){1,3},|, (?:dans le cadre d|afin d|pour )[^,\n]{3,80}| \([^)\n]{3,80}\))? (?:(?:recrute|recherche|cherche|embauche)(?:nt)?\b|(?:ch|rech)\. |(?:propose|accueille)(?:nt)? (?:une?|des|deux|trois|\d) )",
        score: 64,
        read: |found| {
            let first = found.group("words").split(' ').next().unwrap_or("");
            let pronoun = matches!(
                first,
                "nous" | "vous" | "tu" | "on" | "il" | "elle" | "qui" | "ce" | "notre" | "je"
            );
            let words = found.written("words");
            // « RACINES, dans le cadre de son développement, recherche »: one word that is shouted.
            let acronym =
                words.chars().count() >= 3 && words.chars().all(|c| c.is_uppercase() || c == ' ');
            let big = acronym
                || words.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
            name(found, "words").filter(|_| !pronoun && big && !is_for_others(found))
        },
        reads: &[
            ("Transports Racines, 130 conducteurs, recrute à Sète", "\"Transports Racines\""),
            (
                "Start-up Bulle de Terre (cosmétique, 12 pers.) cherche stagiaire",
                "\"Bulle de Terre\"",
            ),
        ],
        leaves: &["Le service culturel recherche des partenaires", "NOUS RECHERCHONS", "Nous cherchons une personne"],
    },
    Rule {
        name: "recruits-alone",
        pattern: r"^(?:# )?(?:actu(?:alite)?s? ?[:-] |(?:emploi|recrutement|annonce) ?[:-] )?(?P<words>[^\n.,;:!?()]{2,}?) (?:recrute|embauche|recherche|cherche)(?:nt)? ?(?:[!.:…]+|\(?[a-z]{0,9} ?20\d\d\)?)? ?$",
        score: 64,
        read: |found| {
            let words = found.written("words");
            let first = found.group("words").split(' ').next().unwrap_or("");
            let pronoun = matches!(
                first,
                "nous" | "vous" | "tu" | "on" | "il" | "elle" | "qui" | "ce" | "notre" | "je" | "votre"
            );
            name(found, "words").filter(|_| {
                !pronoun && (words.starts_with(char::is_uppercase) || names_body(words))
            })
        },
        reads: &[
            ("Racines recrute !", "\"Racines\""),
            ("# La Ville de Sète recrute", "\"Ville de Sète\""),
            ("Emploi : Les Voiles du Lac recrutent", "\"Les Voiles du Lac\""),
        ],
        leaves: &["On recrute !", "Notre équipe recrute", "Le service recrute :", "Qui recrute ?"],
    },
    Rule {
        name: "for-a-body",
        pattern: r"(?:^|[.!:] )(?:nous |on )?(?:recherch|recrut|cherch|embauch)[a-z]* [^\n.!]{3,}? (?:pour|a|au sein de) (?:le |la |l'|les )(?P<words>[^\n,;:!?()]{3,80})",
        score: 54,
        read: |found| {
            following_name(found).filter(|reading| reading.value.as_deref().is_some_and(names_body))
        },
        reads: &[(
            "Recherche jardinier (0,5 ETP) pour l’EHPAD Les Lilas à Sète",
            "\"EHPAD Les Lilas\"",
        )],
        leaves: &[
            "Recherche jardinier pour la saison d’été",
            "Nous recherchons un jardinier pour le parc",
        ],
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
        pattern: r"(?:^|[.!?:*] )(?:(?:depuis|(?:cree|fonde|ne|base|installe|implante|situe|reconnu|specialise|engage|conventionne)(?:e|es|s)?|afin|pour|dans|avec|face|suite|forts?|fortes?|acteur|actrice|au|en|a|premiere?|leader|(?:etablissement|entreprise|association|cooperative|societe|structure|collectivite|filiale|spin-off|ong|collectif|compagnie|maison|bureau|cabinet|agence|federation|fondation))\b[^.!?\n]{2,}?, )?(?P<words>[^\n.,;:!?]{2,}?) (?:developpe|concoit|accompagne|aide|propose|fabrique|edite|intervient|compte|emploie|gere|cree|agit|federe|regroupe|finance|produit|realise|commercialise|conseille|distribue|forme|imagine|transforme|construit|installe|cultive|transporte|exploite|defend|milite|soutient|anime|rassemble|reunit|assure|organise|oeuvre|transmet|protege|publie|a ete (?:cree|fonde)e?|existe depuis|est nee?|est implantee?|est basee?|est presente?|ouvre ses portes|sensibilise|souhaite (?:creer|recruter|renforcer|developper))(?:nt)?\b",
        score: 46,
        read: |found| {
            let about = found.document.kind_at(found.at()) == SectionKind::About;
            opening_name(found)
                .filter(|reading| !is_done(found) && !reading.value.as_deref().is_some_and(is_place))
                .map(|reading| reading.bonus(if about { 14 } else { 0 }))
        },
        reads: &[
            ("Racines Vives développe des jardins", "\"Racines Vives\""),
            ("Depuis 2019, Racines Vives accompagne les jardiniers", "\"Racines Vives\""),
            (
                "Association née du lac, Racines Vives développe des jardins",
                "\"Racines Vives\"",
            ),
        ],
        leaves: &["Covoiturage organisé depuis Sète", "Depuis 2019, elle accompagne les jardiniers", "Notre équipe développe des jardins", "Le service accompagne"],
    },
    Rule {
        name: "apposed-recruits",
        pattern: r"(?:^|\. )[a-z][^\n,.]{8,}, (?P<words>(?:le |la |les |l')?[^\n.,;:!?()]{2,}?) (?:recrute|recherche|cherche|embauche)(?:nt)?\b",
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
        pattern: r"^(?P<words>[^\n.,;:!?()]{3,}?)(?:, [^\n,()]{2,40} \(\d{5}\)| \([^\n,()]{2,40}, \d{5}\))",
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
        pattern: r"(?:^|[.,] )(?:l'|la |le )?(?:ong|association|fondation|cooperative|societe|collectif|federation|reseau|cabinet|agence|institut|entreprise|start-up|startup) (?P<words>[^\n.,;:!?()]{2,}(?: \([^)\n]{2,12}\))?)(?: \([^)\n]*\))?,? (?:intervient|est|accompagne|oeuvre|agit|a pour|a ete|mene|developpe|regroupe|rassemble|federe|conseille|propose|travaille|construit|soutient|milite|sensibilise|fabrique|concoit|produit|commercialise|gere|anime|organise|emploie|compte|realise|distribue|edite|defend|recrute|recherche|cherche|accueille|promeut|installe|exploite|transforme|cultive|transporte|forme|existe|reunit|favorise|lutte|s'engage|contribue|participe|assure)\b",
        score: 55,
        read: |found| {
            let words = found.written("words");
            let whole = found.document.source(found.range()).of(&found.document.text);
            let whole = without_article(whole.trim_start_matches(['.', ',', ' ']));
            let length = whole.find(words).map_or(0, |at| at + words.len());
            words
                .starts_with(char::is_uppercase)
                .then(|| Reading::value(without_generic(&whole[..length]).to_owned()))?
        },
        reads: &[
            (
                "L’ONG Racines Du Monde (RDM) (http://rdm.org) intervient dans 9 pays.",
                "\"Racines Du Monde (RDM)\"",
            ),
            ("L’association Racines est née", "\"Racines\""),
            ("Depuis quarante ans, la société Racines fabrique des bacs", "\"Racines\""),
            ("L’institut Racines est né", "\"institut Racines\""),
        ],
        leaves: &["L’association est indépendante", "L'agence accompagne les communes"],
    },
    Rule {
        name: "apposed",
        pattern: r"^(?:l'|une |la )?(?:ong|association|fondation|cooperative|societe|collectif|cabinet|agence|etablissement|entreprise|structure|collectivite|service|organisme|centre|ecole|federation|groupe)\b[^\n,.]{3,140}, (?P<words>(?:le |la |l'|les )?[^\n.,;:!?()]{2,}?) (?:intervient|est|accompagne|oeuvre|agit|mene|developpe|construit|conseille|elabore|propose)\b",
        score: 50,
        read: |found| {
            let words = found.written("words");
            let body = names_body(words);
            (body || words.starts_with(char::is_uppercase) && words.split(' ').count() <= 6)
                .then(|| name(found, "words"))?
                .map(|reading| reading.bonus(if body { 4 } else { 0 }))
        },
        reads: &[
            (
                "Association de solidarité internationale, RACINES construit des projets",
                "\"RACINES\"",
            ),
            (
                "Établissement public de dix agents, le musée des Sols de Sète est ouvert",
                "\"musée des Sols de Sète\"",
            ),
        ],
        leaves: &["Association de quartier, elle mène des actions"],
    },
    Rule {
        name: "named-as-its-own",
        pattern: r"\b(?:vision|valeurs|equipes?|missions|site|siege|projets|locaux|adherents) (?:du |de la |de l'|d'|des? )(?P<words>[^\s.,;:!?()]{2,20})",
        score: ENOUGH,
        read: |found| {
            let words = found.written("words");
            let capitals = words.chars().filter(|c| c.is_uppercase()).count();
            // « équipés de GPS »: a verb.
            let whole = found.document.source(found.range()).of(&found.document.text);
            let verb = whole.starts_with("équipé") || whole.starts_with("Équipé");
            (capitals >= 3 && !verb && could_recruit(words) && !words.chars().any(char::is_lowercase))
                .then(|| Reading::value(words.to_owned()))?
        },
        reads: &[("sensibiliser à la vision du RDM en matière de sols", "\"RDM\"")],
        leaves: &["des camions équipés de GPS", "la vision du monde", "le site de Paris"],
    },
])
.on_lines_with(&[
    (
        "recruits",
        r" (?:mett?e?n?t? au concours|engage|ouvr|constitue|souhaite|procede|lance|organise|offre|agrandit|renforce|complete|etoffe|recompose|recrute|recherche|cherche|propose|accueille|embauche|a la recherche|attribue|finance|pourvoi|cree|(?:a|ont) besoin)",
    ),
    (
        "recruits-at-once",
        r" (?:recrute|recherche|cherche|embauche|propose|accueille|ch\.|rech\.)",
    ),
    ("apposed-recruits", r" (?:recrute|recherche|cherche|embauche)"),
    ("recruits-alone", r" (?:recrute|recherche|cherche|embauche)"),
    ("at-the-house", r"(?:^|[.!?] )a "),
    ("for-a-body", r"(?:recherch|recrut|cherch|embauch)"),
    (
        "is-a",
        r" (?:est|sont|c'est)(?: [a-z']+){0,3}? (?:une?|l'une?|le|la|l'|les|des) ?(?:[a-z'-]+ ){0,3}?(?:association|entreprise|societe|ong|fondation|cooperative|start-up|startup|agence|cabinet|bureau|groupe|acteur|leader|etablissement|collectivite|commune|ville|reseau|federation|syndicat|pme|esn|editeur|organisme|structure|tiers-lieu|media|compagnie|theatre|musee|festival|lieu|ecole|universite|institut|laboratoire|specialiste|fabricant|centre|mutuelle|banque|filiale|scop|scic|collectif|union|epic|gip|service|marque|plateforme|maison|equipe|studio|projet|fabrique|organisation|exploitation|ferme|domaine|librairie|brasserie|restaurant|hotel|unite)",
    ),
    (
        "apposed-kind",
        r", (?:une? |l'une? d[a-z]+ |premiere? |jeune |la |le |l')?(?:[a-z-]+ )?(?:\d[\d ]* (?:salaries|collaborateurs|agents|personnes|employes|adherents|benevoles)|association|entreprise|societe|ong|fondation|cooperative|start-up|startup|agence|cabinet|bureau|groupe|leader|acteur|reseau|federation|editeur|organisme|structure|scop|scic|pme|filiale|artisan|fabricant|specialiste|etablissement|fabrique|supermarche|collectif|compagnie)\b",
    ),
    (
        "body-that-acts",
        r" (?:compte|emploie|accueille|assure|intervient|dispose|gere|propose|recrute|recherche|cherche|regroupe|rassemble|mene|accompagne|developpe|reunit|porte|federe|conserve|realise|conduit|finance|s'est|s'engage|souhaite|lance|pilote|met en|a pour|anime|agit|organise|s'occupe|exploite|administre|soutient)\b",
    ),
    (
        "acts",
        r" (?:developpe|concoit|accompagne|aide|propose|fabrique|edite|intervient|compte|emploie|gere|cree|agit|federe|regroupe|finance|produit|realise|commercialise|conseille|distribue|forme|imagine|transforme|construit|installe|cultive|transporte|exploite|defend|milite|soutient|anime|rassemble|reunit|assure|organise|oeuvre|transmet|protege|publie|a ete (?:cree|fonde)e?|existe depuis|est nee?|est implantee?|est basee?|est presente?|ouvre ses portes|sensibilise|souhaite (?:creer|recruter|renforcer|developper))(?:nt)?\b",
    ),
    (
        "founded",
        r"(?:^|\. )(?:fonde|cree|ne|installe|base|implante|reconnu|situe|issu|presente|specialise|engage|membre)e?s? [^,\n]{3,}, ",
    ),
    ("counts-itself", r" (?:c'est|ce sont) "),
    ("works-there", r"(?:c'est|requiert|implique|signifie|suppose|vous |demande)"),
    ("kind-and-quotes", r"\x22"),
    ("our-house", r", "),
    ("initials", r"(?:[a-z]\.){3}"),
    ("in-a-few-words", r"(?: en (?:bref|quelques)|c'est qu|qui sommes)"),
    ("legal-form-behind", r" (?:sarl|sas|sasu|eurl|scop|scic|gaec|earl|sa)(?:$|[ ,.)])"),
    ("named-with-its-place", r"\d{5}\)"),
    ("with", r"^(?:avec|chez|aupres) "),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_and_leave_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
