//! What is no whole name: the kind of a body alone, words that run on into a sentence.

use crate::extract::body::is_place;
use crate::text::fold;

/// Kinds of bodies, which alone name none.
pub(super) const KINDS: &[&str] = &[
    "structure",
    "espace",
    "association",
    "organisme",
    "entreprise",
    "etablissement",
    "equipe",
    "societe",
    "collectivite",
    "agence",
    "centre",
    "mission",
    "ehpad",
    "ssiad",
    "mairie",
    "commune",
    "ville",
    "sivom",
    "sivu",
    "ccas",
    "cfa",
    "mjc",
    "ecole",
    "lycee",
    "college",
    "hopital",
    "musee",
    "theatre",
    "universite",
    "syndicat",
    "federation",
    "fondation",
    "laboratoire",
    "institut",
    "creche",
    "foyer",
    "prefecture",
    "departement",
    "region",
    "metropole",
    "ong",
    "collectif",
    "cooperative",
    "compagnie",
    "groupe",
    "cabinet",
    "organisation",
    "employeur",
    "office",
    "pme",
    "tpe",
    "eti",
    "esn",
    "startup",
    "magasin",
    "enseigne",
    "restaurant",
    "hotel",
    "boulangerie",
    "ferme",
    "domaine",
    "client",
    // Homes and services of a house that is named elsewhere.
    "chrs",
    "ime",
    "itep",
    "sessad",
    "mecs",
    "esat",
    "fam",
    "mas",
    "savs",
    "samsah",
    "cmp",
    "cada",
    "huda",
    "rpe",
    "alsh",
    "alae",
    "usld",
    "ssr",
    "ehpadetusld",
    "regie",
    "chambre",
    "conservatoire",
    "residence",
    "clinique",
    "maison",
    "parc",
    "academie",
    "conseil",
    "comite",
    "bibliotheque",
    "mediatheque",
    "pole",
    "direction",
    "service",
    "union",
    "reseau",
    "camping",
    "auberge",
    "cinema",
    "festival",
    "ligue",
    "plateforme",
    "campus",
    "faculte",
    "communaute",
    "agglomeration",
    "club",
    "enseigne",
    "scic",
    "scop",
    "gaec",
    "sarl",
    "sas",
    "sasu",
    "eurl",
    "epci",
    // Greetings.
    "hello",
    "bonjour",
    "bonsoir",
    "salut",
    "coucou",
    // A kind and its adjective, cut before their name.
    "institutnational",
    "centrenational",
    "officenational",
    "centrehospitalier",
    "conseildepartemental",
    "conseilregional",
    "communautedecommunes",
    "communautedagglomeration",
    "centresocial",
    "syndicatmixte",
    "syndicatintercommunal",
    "parcnaturel",
    "parcnaturelregional",
    "missionlocale",
    "maisonfamilialerurale",
];

/// What a house does, in words that no name holds.
const ACTS: [&str; 19] = [
    "represente",
    "compte",
    "reunit",
    "rassemble",
    "propose",
    "developpe",
    "concoit",
    "emploie",
    "accueille",
    "accompagne",
    "intervient",
    "federe",
    "regroupe",
    "dispose",
    "assure",
    "souhaite",
    "participe",
    "organise",
    "beneficie",
];

/// Whether words run on into a sentence or out of a quote, and so are no whole name.
pub(super) fn runs_on(name: &str) -> bool {
    const ARTICLES: [&str; 8] = ["un", "une", "des", "son", "sa", "ses", "deux", "actuellement"];
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let recruits = words.windows(2).any(|two| {
        let verb = two[0].strip_suffix("nt").unwrap_or(two[0]);
        matches!(verb, "recrute" | "recherche" | "cherche" | "propose")
            && ARTICLES.contains(&two[1])
    });
    let tells = words.iter().skip(1).any(|word| matches!(*word, "est" | "sont" | "intervenant"))
        && !folded.contains("l'est")
        && words.windows(2).any(|two| {
            matches!(two[0], "est" | "sont" | "intervenant")
                && matches!(two[1], "un" | "une" | "le" | "la" | "des" | "dans")
        });
    let recruits = recruits
        || words.iter().any(|word| {
            matches!(*word, "recrute" | "recrutent" | "recrutement" | "embauche" | "recherchent")
        });
    let presents = words.windows(2).any(|two| {
        two[0] == "se" && matches!(two[1], "presente" | "compose" | "situe" | "developpe")
    });
    // « Un organisme de conservation », « Une SCIC de 11 personnes »: any of them.
    let indefinite = matches!(words[0], "un" | "une" | "des")
        && words.len() > 1
        && (name.split(' ').nth(1).is_some_and(|noun| noun.starts_with(char::is_lowercase))
            || KINDS.contains(&words[1]));
    // « Agence de Sète »: one of the places of a house that is named elsewhere.
    let branch = matches!(
        words[0],
        "agence"
            | "antenne"
            | "site"
            | "magasin"
            | "bureau"
            | "boutique"
            | "usine"
            | "laboratoire"
            | "studio"
    ) && [" de ", " d’", " d'", " à "].iter().any(|of| {
        name.split_once(of).is_some_and(|(noun, place)| !noun.contains(' ') && is_place(place))
    });
    // « REF23-0415 Jardinier Les Lilas »: the cells of a row.
    let coded = words.iter().any(|word| {
        word.len() >= 7
            && word.contains('-')
            && word.bytes().filter(u8::is_ascii_digit).count() >= 4
            && word.starts_with(|c: char| c.is_alphabetic())
    });
    let tells = tells
        || words.iter().any(|word| {
            matches!(
                *word,
                "donc" | "obligatoire" | "fourni" | "fournie" | "urgent" | "svp" | "exige"
            )
        });
    // « Start-up sociale et solidaire »: what it is, and no capital that would name it.
    let described = words.len() > 1
        && matches!(
            words[0],
            "start-up" | "startup" | "scale-up" | "pme" | "eti" | "esn" | "entreprise" | "societe"
        )
        && !name.split(' ').skip(1).any(|word| word.starts_with(char::is_uppercase));
    // « Le Groupe représente 55 écoles »
    let acts = words.iter().skip(1).take(3).any(|word| ACTS.contains(word));
    let reports = words.iter().any(|word| matches!(*word, "que" | "je" | "vous" | "nous"));
    let cut = words.last().is_some_and(|last| {
        matches!(*last, "de" | "du" | "la" | "le" | "et" | "pour" | "en" | "y" | "qui" | "ne")
    });
    recruits
        || tells
        || presents
        || reports
        || indefinite
        || acts
        || described
        || branch
        || coded
        || cut
        || name.contains('«') && !name.contains('»')
}
