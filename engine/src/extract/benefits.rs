//! What comes with the post.

use super::rule::{Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Benefit, Evidence, Field, Offer, Remote};

/// Whether the words around take it back.
fn denied(m: &Match<'_>) -> bool {
    let within = &m.document.folded.as_str()[m.range()];
    let before = m.sentence_before();
    let near = before.rsplit([',', '+']).next().unwrap_or(before);
    let after = m.after();
    let after = &after[..after.char_indices().nth(20).map_or(after.len(), |(at, _)| at)];
    let no = [
        "pas de",
        "pas d'",
        "sans ",
        "aucun",
        "non fourni",
        "non pris",
        "a la charge du stag",
        "a votre charge",
        "ni ",
    ];
    says(near, &no)
        || says(within, &no)
        || says(within, &["n'est pas", "ne sont pas", "ne peut", "n'est ni"])
        || says(after, &["non", "a la charge du stag", "a votre charge", "a la charge de l'etud"])
}

fn meal(m: &Match<'_>) -> Option<Reading<Benefit>> {
    // The post deals in them: « Vous gérez les tickets restaurant des agents ».
    if says(
        m.sentence_before(),
        &["gerer", "gerez", "gestion", "commande", "commander", "distribu"],
    ) {
        return None;
    }
    // « TR » in capitals alone says so.
    if !m.written("short").chars().all(char::is_uppercase) {
        return None;
    }
    if denied(m) { None } else { Reading::value(Benefit::TicketsRestaurant) }
}

fn transport(m: &Match<'_>) -> Option<Reading<Benefit>> {
    if denied(m) { None } else { Reading::value(Benefit::Transport) }
}

fn lodging(m: &Match<'_>) -> Option<Reading<Benefit>> {
    // Lodging others may be the recruiter's work.
    let others =
        ["centre d'", "structure d'", "urgence", "aide a", "familles", "menages", "elle propose"];
    if denied(m) || says(m.sentence_before(), &others) {
        None
    } else {
        Reading::value(Benefit::Hebergement)
    }
}

fn travel(m: &Match<'_>) -> Option<Reading<Benefit>> {
    let within = &m.document.folded.as_str()[m.range()];
    // Going to work is the half of a pass, not travel for work.
    let here = format!("{within}{}", m.after().split(['.', ';', ',']).next().unwrap_or(""));
    let commuting = says(
        &here,
        &[
            "50 %",
            "50%",
            "titre",
            "domicile",
            "navigo",
            "abonnement",
            "en commun",
            "permis",
            "moitie",
        ],
    ) || says(m.sentence_before(), &["abonnement"])
        || says(m.sentence_before(), &["million", "milliard", "assurance maladie"])
        || says(m.sentence_before(), &["saisi", "traite", "traitement", "gestion", "control"]);
    if denied(m) || commuting { None } else { Reading::value(Benefit::FraisDeplacement) }
}

fn hiring(m: &Match<'_>) -> Option<Reading<Benefit>> {
    // What a region has to offer is no promise.
    let region =
        says(m.sentence_before(), &["territoire", "tissu economique", "bassin", "region", "ville"]);
    if denied(m) || region { None } else { Reading::value(Benefit::Embauche) }
}

/// How ads state them.
pub static RULES: Rules<Benefit> = Rules::new(&[
    Rule {
        name: "meal-vouchers",
        pattern: r"\b(?:tickets?|titres?|cheques?|cartes?)[ -](?:restaurants?|restos?|repas|dejeuners?)\b|\bcarte (?:swile|edenred|up)\b|\bswile\b|(?:^[^a-z0-9\n]*|[:,+/] ?|\bet |\ben )(?P<short>tr)(?: ?[,.+(/]|$| de \d| \d)",
        score: 80,
        read: meal,
        reads: &[
            ("Tickets restaurant", "TicketsRestaurant"),
            ("Titres-restaurant de 9 €", "TicketsRestaurant"),
            ("Avantages : mutuelle, TR", "TicketsRestaurant"),
        ],
        leaves: &[
            "Pas de tickets restaurant",
            "Vous gérez les tickets restaurant des agents",
            "Le restaurant d'entreprise",
            "Tickets restaurant : non",
        ],
    },
    Rule {
        name: "half-of-transport",
        pattern: r"(?:\b50 ?%|\bla moitie|\bmoitie)(?:[^\n.;]|\.[^ \n]){0,70}?\b(?:transports?|navigo|abonnement|passe?\b|titres? de transport|ter\b|train\b|bus\b|metro\b|tram\w*|tbm\b|tcl\b|tan\b|tisseo\b|rtm\b|ilevia\b|cts\b|ratp\b)|\b(?:transports?|navigo|abonnement|passe?)\b(?:[^\n.;]|\.[^ \n]){0,70}?(?:\b50 ?%|\bla moitie|\ba moitie)",
        score: 80,
        read: transport,
        reads: &[
            ("Prise en charge 50% transports en commun", "Transport"),
            ("prise en charge de 50 % des titres de transport public", "Transport"),
            ("Remboursement du pass Navigo à hauteur de 50 %", "Transport"),
            ("nous remboursons la moitié du bus", "Transport"),
            ("Swile, 50 % TBM", "Transport"),
        ],
        leaves: &[
            "50 % des habitants",
            "Transport scolaire",
            "Remboursement du titre de transport",
        ],
    },
    Rule {
        name: "lodging",
        pattern: r"\b(?:appui|aide|participation|soutien|contribution)(?: financiere?| forfaitaire| possible)? (?:a l'|au |pour l'|pour le |aux frais d'|aux frais de )(?:hebergement|logement)\b|\bprise?s? en charge[^\n.;]{0,40}? (?:a l'|au |de l'|du |d'|l'|le )?(?:hebergement|logement)\b|\b(?:peut|pouvons|pouvez|possible de) (?:vous |etre )?(?:loger|logee?)\b|\bpossibilites? (?:d'|de |d'etre )(?:hebergement|logement|logee?)|\b(?:logement|hebergement|chambre|logee?s?)\b(?:[^\n.;:,]){0,60}?(?:\bfourni|\bpropose|\bpossible|pris en charge|\bassure|mis a disposition|mise a disposition|\bgratuit|sur place|\boffert|\bpar la structure)|\b(?:logee?s?(?: et|,)? nourrie?s?|nourrie?s?(?: et|,)? logee?s?)\b|{bol}(?:logement|hebergement)s? ?: ?(?:dans|en|gite|chambre|studio|appartement|maison|colocation|oui|assure|gratuit|internat|foyer)",
        score: 80,
        read: lodging,
        reads: &[
            ("Appui financier à l'hébergement", "Hebergement"),
            ("Logement possible sur place", "Hebergement"),
            ("Une chambre chez les artistes peut être mise à disposition", "Hebergement"),
            ("Logement : dans la maison des volontaires", "Hebergement"),
            ("1 850 € brut par mois, logé et nourri", "Hebergement"),
        ],
        leaves: &[
            "Hébergement non fourni et à la charge du stagiaire",
            "Le logement n'est pas fourni",
            "Centre d'hébergement d'urgence",
            "Politique du logement",
        ],
    },
    Rule {
        name: "travel-costs",
        pattern: r"\b(?:frais (?:de )?(?:deplacements?|mission|transport|voyage)|deplacements?|billets? (?:de train|d'avion)|trajets?|frais professionnels|frais kilometriques)\b(?:[^\n.;]|\.[^ \n]){0,60}?\b(?:prise?s? en charge|rembours|defray|indemnise|couvert|compense)|\b(?:prise?s? en charge|remboursement|remboursee?s?|defraiement|defraye?|indemnisation|indemnites?)\b(?: integrale?| totale?)?(?:[^\n.;]|\.[^ \n]){0,40}?\b(?:deplacements?|kilometrique|frais de mission|billets|frais de transport|voyages?|trajets?)\b|\brembours(?:ons|ez|e) (?:les |vos |tes |tous les )?(?:trajets?|frais|deplacements?)\b|\bindemnites? kilometriques?\b|\bfrais kilometriques\b|\bkilometres? (?:indemnise|rembours|pay)\w*|\bfrais (?:sont |seront )?(?:rembours|defray|pris en charge)\w*|\b(?:transport|voyage|trajet|billets?)(?: aller-retour)? (?:est |sont )?(?:paye|rembours|pris en charge|offert)\w*",
        score: 80,
        read: travel,
        reads: &[
            ("Remboursement des frais de déplacement", "FraisDeplacement"),
            ("déplacements en région (pris en charge par l'association)", "FraisDeplacement"),
            ("Prise en charge des billets de train", "FraisDeplacement"),
            ("indemnité kilométrique selon barème", "FraisDeplacement"),
            ("nous prêtons la voiture et remboursons les trajets", "FraisDeplacement"),
            ("kilomètres indemnisés", "FraisDeplacement"),
            ("Trois passages par an à Sète, frais remboursés", "FraisDeplacement"),
        ],
        leaves: &[
            "Remboursement de 50 % des frais de transport",
            "Déplacements fréquents",
            "Prise en charge des trajets domicile-travail",
        ],
    },
    Rule {
        name: "hiring-possible",
        pattern: r"\b(?:possibilites?|perspectives?|opportunites?)(?: reelles?| eventuelles?| forte?s?)? (?:de |d'|d'un |d'une )(?:recrutement|pre-?embauche|embauche|cdi\b|cdd\b|emploi\b)|\bevolution (?:possible )?vers (?:une embauche|un (?:cdi|emploi)\b)|\b(?:embauche|cdi|recrutement) (?:(?:est |sera |serait |peut etre )?(?:possible|envisageable|envisagee?)|a la cle|a l'issue)|\b(?:embauche|cdi)(?: en cdi)? (?:est |sera |etait )?(?:souvent |tout a fait |tres |egalement |ensuite |vite )*(?:proposee?|envisageable|possible|a la cle)|\b(?:un|en) cdi si\b|\bdebouch\w+ (?:souvent |regulierement )?(?:sur|par) (?:un |une )?(?:cdi|cdd|embauche|emploi|recrutement)|\bpre-?embauche\b|\bpouvant (?:deboucher|aboutir|mener|conduire) (?:sur|a|vers) (?:un |une )?(?:cdi|cdd|embauche|emploi|recrutement|contrat)|\bcdd (?:evolutif|pouvant evoluer) (?:en|vers) (?:un )?cdi",
        score: 80,
        read: hiring,
        reads: &[
            ("Possibilité de recrutement à l'issue du stage", "Embauche"),
            ("Evolution possible vers une embauche", "Embauche"),
            ("Stage de pré-embauche", "Embauche"),
            ("Possibilité d'évolution vers un CDI", "Embauche"),
            ("À l’issue, une embauche en CDI est souvent proposée", "Embauche"),
            ("Nos stages débouchent souvent sur un CDI", "Embauche"),
            ("un CDI si l’essai plaît", "Embauche"),
            ("Une embauche est envisageable à l'issue du contrat", "Embauche"),
        ],
        leaves: &[
            "Date d'embauche : 3 mars 2025",
            "Pas de possibilité d'embauche",
            "Le territoire offre de réelles opportunités d'emploi",
        ],
    },
]);

/// Reads them all, in the order of the list; télétravail is the one already read.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    let mut candidates = RULES.candidates(document);
    candidates.sort_by_key(|candidate| candidate.span);
    let mut benefits: Vec<Benefit> = candidates.iter().filter_map(|found| found.value).collect();
    let mut evidence: Option<Evidence> = candidates.first().map(|first| first.evidence());
    if matches!(offer.remote, Some(Remote::Partial | Remote::Full)) {
        benefits.push(Benefit::Teletravail);
        evidence = evidence.or_else(|| offer.evidence.get(Field::Remote).cloned());
    }
    benefits.sort_unstable();
    benefits.dedup();
    offer.benefits = benefits;
    if let Some(evidence) = evidence {
        offer.evidence.insert(Field::Benefits, evidence);
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
