//! Télétravail of the post; a colleague's, a topic's or an interview's is not.

use super::rule::{Match, Reading, Rule, Rules, compile, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::lexicon::opens_with_post;
use crate::offer::{Field, Offer, Remote};
use regex::Regex;
use std::sync::LazyLock;

/// « La responsable est en télétravail », « elle est deux jours par semaine en télétravail »
static IS_IN: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(?:est|sont) (?:[^,.;:]{0,40} )?en (?:teletravail|tt\b)"));

/// Whose télétravail it is not.
fn elsewhere(m: &Match<'_>) -> bool {
    let within = &m.document.folded.as_str()[m.range()];
    let before = format!("{}{within}", m.sentence_before());
    // « quatre jours dont un en télétravail » counts days, « deux chargées, dont une » people.
    let counted = ["dont une", "dont un", "dont deux", "dont 1", "dont 2", "dont la ", "dont le "];
    let counted = counted.iter().filter_map(|words| before.rfind(words)).max().is_some_and(|at| {
        let near = before[..at].char_indices().rev().nth(25).map_or(0, |(from, _)| from);
        !says(&before[near..at], &["jour", "jours", "semaine"])
    });
    let colleague = ["collegues en", "mes collegues", "tuteur", "tutrice est", "je suis", "moi, "];
    let topic = [
        "sur le teletravail",
        "du teletravail en",
        "politique de teletravail",
        "impact du teletravail",
        "developper le teletravail",
        "developpement du teletravail",
        "mise en place du teletravail",
        "suivi du teletravail",
        "gestion du teletravail",
        "tiers-lieux et teletravail",
        "essor du teletravail",
        "enjeux du teletravail",
        "deploiement du teletravail",
        "question du teletravail",
        "charte de teletravail",
        "outils de teletravail",
        "solutions de teletravail",
        "materiel de teletravail",
        "demandes de teletravail",
        "conventions de teletravail",
    ];
    // « 60 % en télétravail » counts colleagues.
    let shares = ["% en teletravail", "% sont en teletravail", "% du temps de l'equipe"]
        .iter()
        .filter_map(|share| before.find(share))
        .any(|at| !before[..at].trim_end().ends_with("100"));
    // « accord de télétravail (2 jours par semaine) » says what it grants.
    let agreed =
        m.after().trim_start_matches([' ', '(', ':']).starts_with(|c: char| c.is_ascii_digit());
    let topics = topic.iter().any(|topic| before.contains(topic))
        || (!agreed
            && !within.contains(|c: char| c.is_ascii_digit())
            && before.contains("accord de teletravail"));
    // « La responsable est en télétravail le mercredi »
    let is_somewhere = IS_IN.find(&before).is_some_and(|is| {
        !says(
            &before[..is.start()],
            &["poste", "stage", "mission", "emploi", "equipe", "travail", "offre"],
        )
    });
    counted
        || is_somewhere
        || is_of_somebody(m)
        || colleague.iter().any(|words| before.contains(words))
        || topics
        || shares
        || says(&before, &["entretien", "visioconf", "formation en", "reunion"])
}

/// Whether it stands in brackets behind a person: « avec la responsable (en télétravail le vendredi) », or since when
/// somebody has done so.
fn is_of_somebody(m: &Match<'_>) -> bool {
    let before = m.sentence_before();
    let after = m.after().trim_start();
    let long = ["un ", "deux", "trois", "plus", "l'an", "son", "2", "1", "le debut"];
    let since = after.strip_prefix("depuis ").is_some_and(|since| {
        long.iter().any(|length| since.starts_with(length)) || before.contains('(')
    });
    let elle = ["elle vit", "il vit", "elle est", "il est"].iter().any(|who| before.contains(who));
    let Some(open) = before.rfind('(').filter(|open| !before[*open..].contains(')')) else {
        return since || elle;
    };
    let who = before[..open].trim_end();
    let near = who.char_indices().rev().nth(45).map_or(who, |(from, _)| &who[from..]);
    let people = [
        "responsable",
        "direct",
        "tut",
        "lead",
        "chef",
        "charge",
        "collegue",
        "manag",
        "avec",
        "par",
    ];
    since || elle || says(near, &people)
}

/// « Notre cheffe de produit, Lou, bosse en full remote »: how one of those who are there works, not all of them.
fn is_life_of_somebody(m: &Match<'_>) -> bool {
    static LIVES: LazyLock<Regex> =
        LazyLock::new(|| compile(r"\b(?:bosse|vit|habite|qui travaille|qui est)(?: [a-z]+)? en $"));
    let before = m.sentence_before();
    // « avec Milo Kessler, paysagiste en télétravail complet »
    let clause = before.rsplit(',').next().unwrap_or("").trim_start();
    if says(before, &["avec"]) && clause.ends_with(" en ") && opens_with_post(clause) {
        return true;
    }
    LIVES.is_match(before)
        && !says(before, &["equipe", "entreprise", "boite", "chacun", "tout", "on", "poste"])
}

fn found(value: Remote) -> Option<Reading<Remote>> {
    Reading::value(value)
}

fn none(m: &Match<'_>) -> Option<Reading<Remote>> {
    if says(m.after(), &["renseign", "precis", "communiqu", "indiqu"]) {
        return None;
    }
    let within = &m.document.folded.as_str()[m.range()];
    // « un métier pas comme les autres, et du télétravail » refuses nothing.
    let other = !within.contains("compatible avec")
        && says(within, &["avec", "mais", "comme", "et"])
        && !within.starts_with("presence");
    // « en présentiel avec un jour de télétravail par semaine »
    let after = m.sentence_after();
    let partly = within.contains("presentiel")
        && after.contains("teletravail")
        && !says(after, &["pas", "sans", "non", "aucun"]);
    if other
        || partly
        || elsewhere(m)
        || says(m.sentence_before(), &["atelier", "concertation", "evenement"])
    {
        None
    } else {
        found(Remote::None)
    }
}

fn full(m: &Match<'_>) -> Option<Reading<Remote>> {
    if elsewhere(m) || is_life_of_somebody(m) || m.sentence_before().trim_end().ends_with("pas") {
        None
    } else {
        found(Remote::Full)
    }
}

fn partial(m: &Match<'_>) -> Option<Reading<Remote>> {
    let within = &m.document.folded.as_str()[m.range()];
    // « possible (pas pendant l'essai) » refuses some days only.
    let cut = [" (", ",", " mais ", " sauf "].iter().filter_map(|cut| within.find(cut)).min();
    let said = &within[..cut.unwrap_or(within.len())];
    let negated = says(m.sentence_before(), &["pas de", "aucun", "sans", "hors"])
        || says(said, &["pas", "aucun", "non", "sans", "impossible"]);
    if elsewhere(m) || negated {
        return None;
    }
    // What opens its line is a label: it settles what a sentence says of a colleague.
    let label = within.starts_with(['t', 'm']) && within.contains(':') && m.before().is_empty();
    let bonus = m.section_bonus() + if label { 15 } else { 0 };
    found(Remote::Partial).map(|reading| reading.bonus(bonus))
}

/// Days at home; those of a school are none of the post's.
fn at_home(m: &Match<'_>) -> Option<Reading<Remote>> {
    let school = ["ecole", "cours", "cfa", "campus", "centre de formation", "universite", "form"];
    if says(m.sentence_before(), &school) || says(m.sentence_after(), &school) {
        return None;
    }
    partial(m)
}

/// A mention without more: a list of conditions, « Paris et télétravail ».
fn mentioned(m: &Match<'_>) -> Option<Reading<Remote>> {
    let next = m.after().trim_start();
    if says(next, &["non", "impossible", "n'est pas", "exclu", "pas", "interdit"]) {
        return None;
    }
    partial(m)
}

/// How ads state it.
pub static RULES: Rules<Remote> = Rules::new(&[
    Rule {
        name: "remote-none",
        pattern: r"\b(?:(?:pas de |pas du |aucun |sans |hors )(?:possibilite de )?(?:jours? de )?{remote}(?: possible| prevu)?|(?:pas|non|peu|guere|incompatible|inadapte|jamais)\b[^\n.;:,]{0,40}? (?:le |au |en |du |avec (?:le |du )?|a du |pour le )(?:jours? de )?{remote}|{remote}(?: possible ?[:?])?(?: {sep})?{sep}(?:(?:est |n'est |ne sera |n'y est |ne se |ne peut |n'a )?(?:presentiel|sur site|non|pas|impossible|aucun|exclu|jamais|0 jour|sans objet|inenvisageable|incompatible)\b(?: (?:possible|prevu|autorise|envisage|envisageable|compatible|propose|eligible|ouvert))?)|{remote}{sep}0 ?%(?:$|[ .,;)]+$)|{remote}\b[^\n.;:]{0,60} n'est pas (?:ouvert|accessible|propose|possible)|(?:pas de|aucun) (?:stage|poste|contrat|mission) (?:a distance|en distanciel)|non teletravaillable|pas teletravaillable|(?:poste|stage|mission|contrat|alternance|travail|presence|deroul\w+|effectu\w+|realis\w+)\b[^\n.;:]{0,40} en presentiel(?: uniquement| exclusivement| obligatoire)?|100 ?% (?:en )?presentiel|100 ?% sur site|(?:uniquement|exclusivement|entierement|integralement) (?:en presentiel|sur site)|(?:en )?presentiel (?:uniquement|exclusivement|obligatoire|impose|exige|requis)|presence (?:sur site |physique |sur place )(?:est )?(?:obligatoire|exigee|indispensable|requise|quotidienne)|(?:poste|stage|mission|travail) (?:en )?(?:presentiel|sur site)$)|{bol}(?:modalites?(?: de travail)?|mode de travail|organisation(?: du travail)?|presence|rythme|lieu(?: du poste| de travail| de la mission)?)? ?:? ?(?:en )?(?:presentiel|sur site)(?: uniquement| exclusivement| obligatoire)?(?: [(][^()\n]{2,40}[)])?[ .]*$|\b(?:poste|stage|mission|contrat|alternance|travail|these) (?:se fait|se fera|se deroule|se deroulera|s'effectue|s'effectuera) sur place",
        score: 80,
        read: none,
        reads: &[
            ("Le stage se déroulera en présentiel", "None"),
            ("Télétravail : non", "None"),
            ("Pas de télétravail possible", "None"),
            ("Télétravail\nNon", "None"),
            ("Télétravail possible : Non", "None"),
            ("Poste 100 % présentiel", "None"),
            ("Le télétravail n'est pas prévu", "None"),
            ("Nous ne pratiquons pas le télétravail", "None"),
            ("Poste basé à Sète, non ouvert au télétravail", "None"),
            ("Aucun travail à distance n'est prévu.", "None"),
            ("Ce poste n'est pas éligible au télétravail", "None"),
            ("Poste non télétravaillable", "None"),
            ("Mode de travail : présentiel", "None"),
            ("Télétravail Présentiel", "None"),
            ("Le télétravail n'a pas de sens pour cette tâche", "None"),
            ("Ce poste n'est pas compatible avec le télétravail", "None"),
            ("Télétravail : 0 %", "None"),
            ("Lieu du poste : En présentiel", "None"),
            ("Lieu du poste : En présentiel (Sète 34).", "None"),
            ("Le travail se fait sur place.", "None"),
            ("Présence requise à Sète (pas de stage à distance).", "None"),
            ("Le télétravail que font les bureaux n'est pas ouvert aux jardiniers.", "None"),
        ],
        leaves: &[
            "Des entretiens, en visioconférence ou présentiel, seront proposés",
            "Ateliers en présentiel",
            "Télétravail Non renseigné",
            "Stage en présentiel avec un jour de télétravail par semaine",
            "un métier pas comme les autres, avec du télétravail",
            "Télétravail possible",
            "Télétravail : 0 % à 40 % selon l'activité",
            "Lieu du poste : Sète, accueil en présentiel des visiteurs",
        ],
    },
    Rule {
        name: "remote-full",
        pattern: r"(?:100 ?% (?:en |de |du |a )?(?:teletravail\w*|distance|distanciel|remote)|\b{remote} (?:possible )?(?:a )?(?:100 ?%|total\b|complet\b|integral\b|a temps (?:plein|complet)|a plein temps|permanent|exclusivement)|\bfull[ -]?remote|\bremote[ -](?:first|only)|\b(?:entierement|totalement|integralement|exclusivement|uniquement|100 ?%) (?:a distance|en teletravail|en distanciel|teletravaillable)|\b(?:poste|mission|stage|travail)(?: realise{e})? (?:entierement |totalement )a distance|\b(?:poste|mission|stage|emploi|contrat) (?:en {remote}|a distance),? (?:partout|depuis n'importe|de n'importe|depuis toute la france|ou que)|\b{remote}{sep}(?:100 ?%|total\b|complet\b|integral\b|full)|{bol}(?:lieu(?: de travail| du poste| de la mission)?|localisation|ou)[ *_]*:[ *_]*(?:en |a )?(?:distance|teletravail|remote|distanciel)(?:$|[ .*]*$| (?:dans|en|depuis|partout) ))",
        score: 80,
        read: full,
        reads: &[
            ("100 % en télétravail, prévoir des déplacements", "Full"),
            ("Full remote", "Full"),
            ("Télétravail : total", "Full"),
            ("Mission entièrement à distance", "Full"),
            ("Télétravail : intégral possible", "Full"),
            ("Poste en full remote depuis la France", "Full"),
            ("Lieu : à distance", "Full"),
            ("Le Verger (poste en télétravail, partout en France)", "Full"),
            ("Toute l'équipe bosse en full remote.", "Full"),
        ],
        leaves: &[
            "deux chargées de mission, dont une en 100% télétravail",
            "moi, je suis full remote",
            "L’équipe (5 personnes, dont 2 en télétravail complet)",
            "Tu travailleras avec Lou (en full remote depuis Sète)",
            "Notre cheffe de produit, Lou, bosse en full remote depuis Sète.",
            "Tu tailleras avec Lou, notre jardinier, qui vit en full remote à Sète",
            "Trois agents dont une est en télétravail à temps plein",
            "Télétravail partiel",
            "100 % motivé",
        ],
    },
    Rule {
        name: "remote-partial",
        pattern: r"(?:\b(?:possibilite|jusqu'a|un|une|deux|trois|\d|quelques|acces|journees?|jours?|reste|moitie|ouvert|eligible|partiellement)\b[^\n.;]{0,70}?\b{remote}|\b{remote}{sep}(?:(?:est |sera |peut etre |reste |y est )?(?:partiel\w*|ponctuel\w*|occasionnel\w*|regulier|possible\w*|hybride|oui|envisageable|autorise|accepte|accorde|negociable|propose|prevu|a raison|jusqu'a|limite|flexible|le (?:lundi|mardi|mercredi|jeudi|vendredi)|les |un|une|deux|\d|\d ?j|sur demande|selon|frequent|apres|a discuter|a definir|en partie|modere|hebdomadaire)\b)|\bhybride \(|\b(?:travail|mode|rythme|poste|organisation|format|teletravail|modele|modalites?(?: de travail)?) ?:? ?hybride|\bteletravaillable|\b(?:pouvez|pourrez|peux|pourras|pouvoir|possible de|possibilite de|autorise{e} a) teletravailler|{bol}hybride(?:$| {2,}| (?:cdi|cdd|stage|alternance|temps (?:plein|partiel|complet))\b)|[·•|] ?hybride\b)(?:[^\n.;()]|\.[^ \n]|\([^()\n]*\)){0,60}",
        score: 70,
        read: partial,
        reads: &[
            ("Télétravail ponctuel possible", "Partial"),
            ("Jusqu'à 2 jours de télétravail par semaine", "Partial"),
            ("la moitié du temps dans un tiers lieu et le reste en télétravail", "Partial"),
            ("Télétravail : 2 jours par semaine", "Partial"),
            ("Possibilité d'une journée de télétravail par semaine", "Partial"),
            ("Télétravail\nOui", "Partial"),
            ("Sète / télétravail 2j par semaine", "Partial"),
            ("Travail hybride", "Partial"),
            ("28 heures sur quatre jours dont un en télétravail", "Partial"),
            ("Le Verger · CDI · Hybride", "Partial"),
            ("Hybride Stage", "Partial"),
            ("Mode : hybride, deux jours sur site", "Partial"),
            ("Télétravail le mercredi", "Partial"),
            ("du remote le lundi et le vendredi", "Partial"),
            ("Télétravail fréquent", "Partial"),
            ("Télétravail possible deux jours par semaine (pas pendant l'essai)", "Partial"),
            ("Deux jours de travail à distance par semaine", "Partial"),
            ("Vous pourrez télétravailler le vendredi", "Partial"),
        ],
        leaves: &[
            "Elle est deux jours par semaine en télétravail",
            "les outils de télétravail possible",
            "Aucune possibilité de télétravail",
            "une étude sur le télétravail",
            "un accord de télétravail en France et à l'étranger",
            "La responsable est en télétravail le mercredi",
            "en lien avec la responsable (un jour en télétravail)",
            "Une équipe à distance",
        ],
    },
    Rule {
        name: "remote-shortened",
        pattern: r"(?:\b(?:\d|une?|deux|trois)(?: (?:a|ou) (?:\d|deux|trois))? ?(?:j|jours?)(?: ?/ ?(?:sem\w*|s)\b| par semaine)?(?: ?(?:de|en))? ?tt\b|\btt ?:? ?(?:possible|partiel|ponctuel|regulier|\d ?j|oui|ok)\b|\b\d ?(?:j|jours?) (?:au bureau|sur site|sur place|en presentiel)(?: ?[,;/+]| et) ?\d ?(?:j|jours?) (?:chez (?:vous|toi|soi)|a distance|a la maison|en distanciel)|\b(?:\d|une?|deux|trois) (?:jours?|journees?)\b[^\n.;]{0,40} (?:de la maison|depuis la maison|(?:de|depuis) chez (?:vous|toi|soi)|depuis (?:votre|ton) domicile)|\b(?:\d|une?|deux|trois) (?:jours?|journees?) de travail a domicile\b|\b(?:\d|une?|deux|trois) (?:jours?|journees?)(?: par semaine| hebdomadaires?| ?/ ?semaine)? (?:a distance|en distanciel|a la maison possibles?)\b)",
        score: 65,
        read: at_home,
        reads: &[
            ("2 jours de TT une fois autonome", "Partial"),
            ("1 jour de TT / semaine", "Partial"),
            ("2j tt/semaine", "Partial"),
            ("TT possible", "Partial"),
            ("3 jours au bureau, 2 jours chez vous", "Partial"),
            ("Une journée par semaine peut se faire de la maison", "Partial"),
            ("Deux jours par semaine en distanciel.", "Partial"),
            ("2 jours à distance par semaine", "Partial"),
            ("Un jour par semaine à la maison possible", "Partial"),
        ],
        leaves: &[
            "1 800 € TT compris",
            "Quad TT",
            "Pas de TT",
            "3 jours au bureau",
            "Rythme : 2 jours en distanciel à l'école, 3 jours au verger",
            "Formation de deux jours à distance",
        ],
    },
    Rule {
        name: "remote-mentioned",
        pattern: r"(?:\ben |\bde |\bet |\+ ?|, ?|\bflexibilite[^\n.;]{0,30} |{bol})(?:le )?{remote}\b(?: partiel(?:lement)?)?(?: possible)?",
        score: 40,
        read: mentioned,
        reads: &[
            ("Déroulement du stage: Paris centre et télétravail.", "Partial"),
            ("- Télétravail", "Partial"),
            ("Lille, télétravail possible", "Partial"),
        ],
        leaves: &["Suivi du télétravail", "et télétravail non autorisé", "dont une en télétravail"],
    },
]);

/// Reads it.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    if let Some(candidate) = RULES.best(document) {
        offer.remote = candidate.value;
        offer.evidence.insert(Field::Remote, candidate.evidence());
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
