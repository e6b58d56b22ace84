//! The words that lead to a workplace, each habit with the phrases that it reads and leaves.

use regex::Regex;
use std::sync::LazyLock;

/// Words of a line that lead to a place, up to the place itself.
#[cfg_attr(not(test), expect(dead_code, reason = "the phrases are for readers and tests"))]
pub(super) struct Lead {
    /// The rule's name.
    pub(super) name: &'static str,
    /// A regular expression over the folded line before the place.
    pub(super) pattern: &'static str,
    /// How much it says.
    pub(super) score: i32,
    /// Phrases in which it leads to a place, and the place's commune.
    pub(super) reads: &'static [(&'static str, &'static str)],
    /// Phrases in which it does not.
    pub(super) leaves: &'static [&'static str],
}

/// The rule of places between which one may choose.
const EITHER: &str = "either-or";
/// The rule of a place where a part of the work is done.
pub(super) const PART: &str = "part-at";

/// The rule of the town where the recruiter began: it may have moved.
pub(super) const FOUNDED: &str = "founded-at";

/// Rules of places that stand beside the one that a heading or a label gives.
pub(super) const BESIDE: [&str; 2] = [EITHER, PART];

/// From the surest to the weakest.
pub(super) const LEADS: &[Lead] = &[
    Lead {
        name: "label",
        pattern: r"(?:^|[ -]|'{2,3})(?:lieu(?:x|\(x\))?(?: (?:de|du|d')? ?(?:travail|stage|la mission|mission|l'alternance|exercice|affectation|poste|residence|accueil|prise de (?:poste|service|fonctions?)|l'emploi|embauche|realisation|deroulement|principal))?|localisation|localite|adresse(?: du (?:lieu de stage|lieu de travail|site|poste|stage))?|residence administrative|affectation|deroulement (?:du stage|de la mission)|site|implantation|base{e} a|ou|place|location)(?: [^:\n]{0,25})? ?: ?(?:'{2,3} ?)?[^:\n]{0,70}$",
        score: 90,
        reads: &[
            ("Lieu : Sète", "Sète"),
            ("place: \"Sète, télétravail partiel\"", "Sète"),
            ("- Lieu de travail : Proximité Sète et chez les clients", "Sète"),
            ("Déroulement du stage: Sète centre et télétravail", "Sète"),
            ("Localisation : principalement basé sur Sète", "Sète"),
            ("Lieu de stage : Sète, près de la gare", "Sète"),
            ("Lieu : Bâtiment B, Aix-en-Provence", "Aix-en-Provence"),
            ("LIEU : ST ETIENNE (42)", "Saint-Étienne"),
            ("Lieu d’affectation : 44 - Saint Nazaire", "Saint-Nazaire"),
            ("Lieu : Saint-Denis, La Réunion", "Saint-Denis"),
            ("Où : dans nos locaux de Die (26150)", "Die"),
            ("Lieu de travail : au Havre", "Le Havre"),
        ],
        leaves: &["Contact : mairie de Sète", "Date et lieu de l’entretien : à Sète"],
    },
    Lead {
        name: "town-label",
        pattern: r"^[^a-z0-9]*(?:ville|commune|agence|antenne|campus|bureau|secteur(?: geographique)?)(?: (?:d'|du |de |de la )(?:affectation|exercice|poste|travail|stage|mission|rattachement))?[ .]*: ?[^:\n]{0,50}$",
        score: 87,
        reads: &[
            ("Ville : Sète", "Sète"),
            ("Secteur : Sète et alentours", "Sète"),
            ("Agence de rattachement : Sète", "Sète"),
            ("Commune.....: Sète", "Sète"),
        ],
        leaves: &["Commune n° 1 : Sète", "La ville : un projet pour Sète"],
    },
    Lead {
        name: "label-run-together",
        pattern: r"^(?:(?:- )?(?:lieux? d(?:e |')(?:travail|stage|la mission|mission|affectation|exercice)|localisation|residence administrative) (?:- |a |au |aux |en |sur )?|- (?:ville|commune|localite|lieu) )$",
        score: 84,
        reads: &[
            ("Lieu de travail Sète", "Sète"),
            ("Localisation - Sète", "Sète"),
            ("- Ville Sète", "Sète"),
        ],
        leaves: &["Le lieu de vie est à Sète"],
    },
    Lead {
        name: "workplace-is",
        pattern: r"\b(?:lieu d(?:e |u |')(?:travail|stage|la mission|mission|poste|exercice|affectation)|residence administrative|poste de travail)\b[^.:;\n]{0,30} (?:est|sera|se situe|se situera|se trouve|seront)\b[^.;\n]{0,70}$",
        score: 89,
        reads: &[
            ("Le lieu de travail est le site de Sète, près du port", "Sète"),
            ("La résidence administrative sera fixée à Sète", "Sète"),
        ],
        leaves: &["Le lieu est proche de la mer, à Sète"],
    },
    Lead {
        name: "based",
        pattern: r"(?:\b(?:poste|stage|mission|alternance|emploi|contrat|apprentissage|stagiaire|vous|tu|candidat{e}|titulaire|agent{e}|volontaire|apprenti{e}|alternant{e}|personne (?:recrutee|retenue|accueillie))\b[^.\n]{0,40}\b(?:base|situe|localise|domicilie){e}|^(?:- )?(?:base|situe|localise){e})(?: principalement| de preference| idealement)? (?:a|au|aux|en|sur|dans|pres d[e']|\d+)\b[^.;\n]{0,70}$",
        score: 86,
        reads: &[
            ("Basé à Sète", "Sète"),
            ("Mission en contrat d’apprentissage basée à Sète, dès mars", "Sète"),
            ("Alternance basée au 9 rue du Port, 34200 Sète.", "Sète"),
            ("Pour ce poste basé de préférence à Sète (éventuellement à Lyon, à discuter)", "Sète"),
            ("Le ou la stagiaire sera basé(e) à Sète (laboratoire)", "Sète"),
            ("Poste situé à Sète", "Sète"),
            ("Poste basé 14 quai du Port, 34200 Sète", "Sète"),
            ("Vous serez basé·e au Mans", "Le Mans"),
        ],
        leaves: &["L’agence est basée à Sète", "Nous sommes une quinzaine, basés à Nantes et Sète"],
    },
    Lead {
        name: "attached-to",
        pattern: r"\b(?:rattache|affecte|base|recrute|embauche){e} (?:principalement )?(?:a|au|sur|dans) (?:l'|la |le |notre |nos )?(?:agence|site|antenne|bureau|bureaux|etablissement|depot|usine|magasin|campus|centre|delegation|unite|plateforme)s? (?:[a-z]+ )?(?:de |d'|du |des |a )(?:la |le |les )?$",
        score: 85,
        reads: &[
            ("Jardinier, rattaché·e à l'agence de Sète", "Sète"),
            ("Vous êtes affecté(e) au site d'Agde", "Agde"),
        ],
        leaves: &["un agent en lien avec l'agence de Sète"],
    },
    Lead {
        name: EITHER,
        pattern: r"\b(?:stage|mission|poste|travail|il|elle|vous|tu)\b[^\n]{0,20}\b(?:sera|serez|seras|(?:se )?(?:fera|deroulera|passera|tiendra))\b[^\n]{0,140}\bsoit\b[^.;\n]{0,90}(?:\((?:a|au|aux) |\b(?:a|au|aux|de|d') ?(?:la |le |les )?)$",
        score: 84,
        reads: &[
            ("Vous serez accueilli soit au siège du parc (à Sète), soit au laboratoire", "Sète"),
            ("Le stage se fera soit à Sète, soit à Agde", "Sète"),
        ],
        leaves: &[
            "Le Verger sera ouvert quel que soit le temps, le dimanche, à Sète",
            "Nous irons soit à Sète, soit à Agde",
        ],
    },
    Lead {
        name: "takes-place-bracket",
        pattern: r"\b(?:stage|mission|poste|alternance|travail|contrat|these|offre)\b[^.\n]{0,30}\b(?:se (?:deroul|situ|trouv|tien)\w*|aura lieu|s'effectu\w*|s'exerc\w*|realise{e}|est a pourvoir|a l'|au|aux)\b[^.()\n]{0,70} \($",
        score: 80,
        reads: &[
            ("Le stage se déroulera aux Archives départementales (Sète).", "Sète"),
            ("l'annonce d'un stage à l'UMR Rives et Bassins (Sète)", "Sète"),
        ],
        leaves: &["Le stage du Verger, créé par des jardiniers (Sète)"],
    },
    Lead {
        name: "branch",
        pattern: r"\b(?:poste|stage|mission|alternant{e}|stagiaire|agent{e}|vous|tu)\b[^.;\n]{0,30}\b(?:localise{e}|base{e}|affecte{e}|rattache{e}|rejoint|rejoignez|rejoindr(?:ez|a|as)) (?:a |dans |au sein de )?(?:l'|notre )antenne (?:de |d'|du |des )(?:la |le |les )?$",
        score: 96,
        reads: &[
            ("le poste est localisé à l’antenne de Sète, et non au siège", "Sète"),
            ("L’alternant·e rejoint l’antenne de Sète", "Sète"),
        ],
        leaves: &[
            "Une antenne de trois personnes travaille à Sète",
            "en lien avec l’antenne de Sète",
        ],
    },
    Lead {
        name: "on-site-bracket",
        pattern: r"\b(?:sur (?:le )?site|dans nos locaux|au laboratoire|en presentiel|presence) \($",
        score: 74,
        reads: &[("L’installation sur site (Sète) est requise", "Sète")],
        leaves: &["Le site (voir Sète)"],
    },
    Lead {
        name: "takes-place",
        pattern: r"\b(?:stage|mission|poste|alternance|travail|activite|emploi|fonctions?|these|il|elle|vous|personne recrutee|agent)\b[^.\n]{0,30}\b(?:se (?:deroul|situ|trouv|tien)\w*|aura lieu|auront lieu|s'effectu\w*|s'exerc\w*|realise{e}|effectue{e}|accueilli{e}|affecte{e}|est a pourvoir|sont a pourvoir)\b[^.\n]{0,110}\b(?:a|au|aux|de|d'|sur|en|,) ?(?:la |le |les |l')?(?:\d[\d ]{4,6})?$",
        score: 87,
        reads: &[
            (
                "Le stage se déroulera en présentiel dans les locaux du Verger à Sète (9 route du Port)",
                "Sète",
            ),
            ("Il sera réalisé au sein de l’université de Sète", "Sète"),
            ("Le poste se situe à Sète", "Sète"),
            ("Il se déroule au local, 3 quai du Port, 34200 Sète", "Sète"),
        ],
        leaves: &["Les Rencontres auront lieu à Sète", "Vous participez aux ateliers à Sète"],
    },
    Lead {
        name: PART,
        pattern: r"\bse (?:fera|feront|deroulera|derouleront|poursuivra|poursuivront)\b[^.;\n]{0,40}\b(?:preferentiellement|de preference|idealement|principalement|ensuite|puis) (?:a|au|aux) $",
        score: 84,
        reads: &[
            ("Le traitement des données se fera en France, de préférence à Sète", "Sète"),
            ("Les semis se poursuivront ensuite à Sète", "Sète"),
        ],
        leaves: &["Le recrutement se fera par étapes, de Sète"],
    },
    Lead {
        name: "post-at",
        pattern: r"\b(?:postes?|stages?|alternance|missions?|cdd|cdi|emplois?|apprentissage|contrat|service civique|temps (?:plein|partiel|complet)|\d+ mois)(?: (?:a pourvoir|propose|situe{e}|de \d+ mois|conventionne|renouvelable|saisonnier|base{e}|de travail|d'un an|remunere|indemnise|ouvert|disponible|temps plein|a temps (?:plein|partiel|complet)|(?:est|sont|de service civique) ?(?:proposee?s|ouvert{e}|disponibles?|a pourvoir)?))*,? (?:a|au|aux) (?:la |le |les )?$",
        score: 83,
        reads: &[
            ("- Poste à Sète et télétravail partiel possible", "Sète"),
            ("Un CDD de 6 mois à Sète", "Sète"),
            ("Postes à pourvoir à Sète et à Agde", "Sète"),
            ("Deux missions de service civique sont proposées, à Sète et à Agde", "Sète"),
        ],
        leaves: &["le poste de Sète est pourvu"],
    },
    Lead {
        name: "seat",
        pattern: r"\b(?:pour|au sein d\w|rejoi\w+|integr\w+|base{e}|poste)\b[^.;\n]{0,30}\b(?:notre|son|leur|au|du|le|l'actuel) siege(?: social)? (?:de |du |d'|des |a |au )(?:la |le |les )?$",
        score: 84,
        reads: &[
            ("Le Verger recherche, pour son siège de Sète, un jardinier", "Sète"),
            ("Poste au siège de Sète", "Sète"),
        ],
        leaves: &["Notre siège est à Sète", "Trois passages par an au siège de Sète"],
    },
    Lead {
        name: "pin",
        pattern: r"^(?:- )?[#`*_ ]*(?:(?:📍|📌|🗺️?|🌍|🌎|🌏|🏢|🏠) ?[^.;\n]{0,40}|(?:remote|hybride?|teletravail), ?)$",
        score: 88,
        reads: &[
            ("- 📍 Sète (34)", "Sète"),
            ("📍 Quartier du port, Sète", "Sète"),
            ("`🌎 Remote,Sète, France`", "Sète"),
            ("- Remote,Sète, France", "Sète"),
        ],
        leaves: &["📞 Mairie de Sète"],
    },
    Lead {
        name: "you-work-at",
        pattern: r"\b(?:vous|tu|il|elle|stagiaire|agent|volontaire|titulaire|personne recrutee)\b[^.;\n]{0,25}\b(?:travaill|exerc|interviendr|sera(?:s)? (?:affect|rattach|en poste)|serez (?:affect|rattach|accueilli|en poste)|prendr(?:ez|as?) (?:vos|tes|ses) fonctions)\w*[^.;\n]{0,60} (?:a|au|aux|sur|de|d') ?(?:la |le |les )?$|^(?:- )?travail(?:ler)? (?:a|au|aux|sur) $",
        score: 76,
        reads: &[
            ("Vous travaillerez dans nos bureaux de Sète", "Sète"),
            ("Elle exercera ses fonctions à Sète", "Sète"),
            ("- Travailler sur Sète (près de la gare)", "Sète"),
        ],
        leaves: &["Vous aimez travailler ; la mer est à Sète"],
    },
    Lead {
        name: "it-is-at",
        pattern: r"(?:^|[.!?,] )(?:c'est|ca se passe|cela se passe|ce sera|ca sera|le tout|rendez-vous) (?:a|au|aux|sur) (?:la |le |les )?$",
        score: 60,
        reads: &[("C’est à Sète, en CDI", "Sète"), ("Ça se passe à Sète !", "Sète")],
        leaves: &["Ce que c’est à Sète, la mer"],
    },
    Lead {
        name: "our-site",
        pattern: r"\b(?:pour|au sein de|dans|sur|recrut\w*|recherch\w*|cherch\w*|rejoi\w*|rejoindre|integr\w*|renforcer|a|au)\b(?: [^.;:\n]{0,40})? ?\b(?:(?:notre|nos|votre|son|sa|ses|leur|l'|la|le) ?)(?:future? |nouvelle? |nouveau )?(?:agence|antenne|site|magasin|boutique|restaurant|centre|etablissement|bureau|usine|atelier|campus|residence|clinique|delegation|plateforme|entrepot|depot|librairie|pharmacie|cabinet|etude|ferme|camping|hotel|succursale|filiale|locaux|equipe|concession|base|centrale|caserne|micro-creche|creche|ecole)s? (?:logistique |commerciale? |technique |regionale? |locale? )?(?:situe{e}s? |base{e}s? |implante{e}s? )?(?:a|au|aux|de|d'|du|des|,) ?(?:la |le |les )?$",
        score: 68,
        reads: &[
            ("Au sein de notre agence de Sète, vous taillez les haies", "Sète"),
            ("Nous cherchons un jardinier pour notre site de Sète", "Sète"),
            ("Poste à pourvoir sur le site de Sète", "Sète"),
            ("intégrer dès que possible l’équipe de Sète", "Sète"),
        ],
        leaves: &["nos équipes de Sète interviennent partout"],
    },
    Lead {
        name: "recruits-at",
        pattern: r"\b(?:recrut|recherch|cherch)\w*\b[^.;\n]{0,60} (?:a|au|aux) $",
        score: 64,
        reads: &[("Les cars du Midi recrutent à Sète et Béziers", "Sète")],
        leaves: &["Le recrutement se fera par étapes, de Sète"],
    },
    Lead {
        name: "near",
        pattern: r"\ba proximite (?:immediate )?(?:de |d')$",
        score: 70,
        reads: &[("nous cherchons un ou une stagiaire à proximité de Sète", "Sète")],
        leaves: &["proche de la ville de Sète"],
    },
    Lead {
        name: "sector",
        pattern: r"\bsecteur (?:de |d'|du )$",
        score: 58,
        reads: &[("CDI 35 h, secteur de Sète", "Sète")],
        leaves: &["le secteur culturel de Sète"],
    },
    Lead {
        name: "offices",
        pattern: r"\b(?:bureaux|locaux)\b[^.\n]{0,30}\b(?:situe{e}|se trouvent|sont)\b[^.\n]{0,40}$",
        score: 62,
        reads: &[("Les bureaux sont situés dans le centre de Sète", "Sète")],
        leaves: &["Le siège et les bureaux sont situés à Sète", "Les bureaux ferment à Sète"],
    },
    Lead {
        name: "or-offices",
        pattern: r"\b(?:remote|teletravail|distance|distanciel)\b[^.;\n]{0,50}\bou (?:dans |a |en )?(?:nos |les )?(?:bureaux|locaux|presentiel) (?:a|de) $",
        score: 82,
        reads: &[("CDI, full remote possible ou bureaux à Sète", "Sète")],
        leaves: &["Télétravail possible, bureaux ou ateliers de Sète"],
    },
    Lead {
        name: "recruiter-based",
        pattern: r"\b(?:(?:base|situe|implante|installe|etabli|domicilie|localise){e}|sise?|se situe|se trouve) (?:[^.;,\n]{0,40} )?(?:a|au|aux|dans|en|sur|pres d[e'])\b[^.;,\n]{0,60}(?:, (?:a|au|aux) )?$",
        score: 46,
        reads: &[
            ("L’association Le Verger, basée à Sète, propose un stage", "Sète"),
            ("Notre étude, installée place du Port à Sète", "Sète"),
            ("Le Verger est situé à la Halle aux grains, à Sète", "Sète"),
            ("Situé sur le plateau, à Sète, le Verger accueille des classes", "Sète"),
            ("Le musée de la mer, installé au Havre depuis dix ans", "Le Havre"),
        ],
        leaves: &["Le Verger a bâti une serre à Sète"],
    },
    Lead {
        name: FOUNDED,
        pattern: r"(?:^|[.,(] )(?:cree|fonde|ne){e}(?: en \d{4},?| par [^.,;\n]{3,40})? a (?:la |le |les )?$",
        score: 34,
        reads: &[
            ("Créée à Sète en 2016, l’association Le Verger taille", "Sète"),
            ("Le Verger est une coopérative, née en 2016 à Sète", "Sète"),
        ],
        leaves: &["Créée à Sète, Le Verger est présent à Agde et à Dax"],
    },
    Lead {
        name: "recruiter-of",
        pattern: r"\b(?:ville|coeur|mairie|commune|communaute (?:de communes|d'agglomeration|urbaine)|metropole|agglomeration|agglo|universite|iut|chu|chru|ch|ght|ehpad|centre hospitalier(?: [a-z]+)?|hopital(?: [a-z]+)?|hopitaux|clinique|ecole [a-z' -]{0,40}|lycee(?: [a-z]+)?|college(?: [a-z]+)?|institut [a-z' -]{0,40}|insa|iep|sciences po|ccas|office de tourisme|musee [a-z' -]{0,40}|theatre [a-z' -]{0,40}|opera|orchestre [a-z' -]{0,20}|conservatoire [a-z' -]{0,30}|mediatheque [a-z' -]{0,30}|tribunal [a-z' -]{0,20}|cour d'appel|academie|rectorat|mission locale|maison [a-z' -]{0,40}|mjc|centre social(?: [a-z]+)?|caf|cpam|port|aeroport|chambre [a-z' -]{0,40}|cci|regie de quartier|magasin|usine|site|boutique|restaurant|hotel|laboratoire|station|etablissement|admr[a-z' -]{0,15}|bureau|agence|antenne) (?:de |d'|du |des |a |la )(?:la |l')?$",
        score: 40,
        reads: &[
            ("La ville de Sète recrute par voie statutaire", "Sète"),
            ("Le musée de la Mer de Sète", "Sète"),
            ("Le CHU de Nantes recrute", "Nantes"),
            ("L’université de Limoges", "Limoges"),
        ],
        leaves: &["Le vin de Sète"],
    },
];

/// Words before a place that make it the recruiter's seat; the workplace too, where a label says so.
pub(super) const HEAD_OFFICE: &[&str] = &["siege"];

/// Words before a place, in its sentence, that make it no workplace.
pub(super) const ELSEWHERE: &[&str] = &[
    "deplacement",
    "jours de terrain",
    "deplacer",
    "reunions",
    "reunion a",
    "reunion d",
    "reunion l",
    "en reunion",
    "rencontres se",
    "entretien",
    "gare ",
    "metro ",
    "ligne ",
    "lignes",
    "tgv",
    "originaire",
    "contact",
    "candidature",
    "postuler",
    "courrier",
    "envoyer",
    "adresser",
    "intervenons",
    "intervient",
    "partenaire",
    "partenariat",
    "jumel",
    "congres",
    "colloque",
    "salon d",
    "etudiez",
    "etudie a",
    "etudiant a l",
    "tournee",
    "tourne",
];

/// Words before a recruiter's town that make it another's: a partner's, a colleague's, a place of studies.
pub(super) const OTHERS: &[&str] = &[
    "comme ",
    "notamment",
    "avec",
    "entre ",
    "issu",
    "diplom",
    "collabor",
    "client ",
    "clients",
    "chantier",
    "financ",
    "soutien",
    "soutenu",
    "cofinanc",
    "membre d",
    "dont",
    "accompagn",
    "agree",
    "ancien",
    "cree",
    "fonde",
    "habitants",
    "etudiant",
];

pub(super) static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    LEADS.iter().map(|lead| crate::extract::rule::compile(lead.pattern)).collect()
});
