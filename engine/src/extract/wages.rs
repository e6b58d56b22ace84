//! Words of wage labour: a job that states no contract is told by what only employees have, or else by its being offered.
//!
//! They are weighed only where no contract is read, and only in an offer that never speaks of training or volunteering:
//! trainees too have a tutor, a pay and a canteen.

use super::rule::{Reading, Rule, Rules, compile, says};
use crate::document::Document;
use crate::offer::Contract;
use regex::Regex;
use std::sync::LazyLock;

/// Words of what is no job, whoever they are said of.
static NO_JOB: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\bstag(?:es?|iaires?)\b|\balternan|\bapprenti(?:es?|s)?\b|\b(?:en|contrats? d'|maitre d')apprentissage|\bcontrats? (?:de professionnalisation|pro)\b|\bprofessionnalisation\b|\bservices? civiques?\b|\bvolontariat|\bvolontaires? (?:aura|auront|sera|seront|en|international)|\b(?:la|un) volontaire\b|\bbenevol|\bv\.?i\.?[ea]\b ?[-(:|]|\bvie ?\d{4,}|\bnombre de volontaires\b|\bcfa\b|\bvsi\b|\bfreelance|\bauto-?entrepreneu|\bmicro-?entrepri|\bhonoraires|\bgratifi|\bfranchise\b|\bindependant{e}\b|\bmandataire|\bconvention de\b",
    )
});

/// Whether an offer speaks of jobs alone.
pub(super) fn alone(document: &Document) -> bool {
    !NO_JOB.is_match(document.folded.as_str())
}

/// What is said of others' wages, or of past ones.
const OTHERS: &[&str] = &["suivi des", "gestion des", "calcul", "versement des", "bulletins"];

/// What only employees have.
pub(super) static RULES: Rules<Contract> = Rules::new(&[
    Rule {
        name: "wages",
        pattern: r"\b(?P<words>salaires? ?(?:mensuel|annuel|horaire|brut|net|fixe|de base|de depart|propose|indicatif|selon|a |de |entre |:|-|\d)[^\n.;]{0,12}|\d+ ?k ?(?:€|euros?)? ?(?:brut|net|fixe|annuel|par an|/ ?an)\w*|periode d'essai|(?:13|14)(?:e|eme)? ?mois|treizieme mois|sur 13 mois|conventions? collectives?|taux horaire|grades? (?:de|d'|des|:|requis|cible)|cadres? d'emplois?|indices? (?:majore|brut)|grille (?:indiciaire|de la fph|de salaire|salariale)|echelon|remuneration statutaire|coefficient \d+|forfait (?:annuel )?(?:de )?(?:en )?(?:\d{3} )?jours?|interess?ement|reprise d'anciennete|prime (?:segur|d'anciennete|de precarite)|cesu\b|(?:1 ?[89]|[2-9] ?\d)\d\d(?:,\d\d)? ?(?:€|euros?|eur)?(?: (?:a|-|et) \d[ \d]{3,6} ?(?:€|euros?|eur))? ?(?:brut|net)s?\b|(?:1[2-9]|[2-9]\d)(?:[,.]\d{1,2})? ?(?:€|euros?) ?(?:brut|net)s? ?(?:/ ?h|de l'heure|l'heure|par heure)|rtt\b|poste (?:a )?temps (?:plein|partiel|complet)|poste a (?:mi-temps|temps)|(?:ce|le) poste (?:est|sera) (?:base|situe|rattache)|^postes? d(?:e |')[a-z])",
        score: 20,
        read: |found| {
            let other = says(found.sentence_before(), OTHERS);
            (!other && alone(found.document)).then(|| Reading::value(Contract::Emploi))?
        },
        reads: &[
            ("Jardinier\nSalaire brut : 2 000 €, période d’essai de deux mois", "Emploi"),
            ("Jardinier\n35 k€ brut annuel", "Emploi"),
            ("Jardinier\nRémunération statutaire, RTT", "Emploi"),
            ("Jardinier\nConvention collective du paysage, coefficient 215", "Emploi"),
            ("Jardinier\n2 100 € bruts mensuels", "Emploi"),
            ("Jardinier\n13,50 € brut/h", "Emploi"),
            ("Jardinier\nPériode d’essai de deux mois", "Emploi"),
            ("Jardinier\n13e mois et titres-restaurant", "Emploi"),
            ("Jardinier\nGarde d’enfants, paiement en CESU", "Emploi"),
            ("Jardinier\nGrade : adjoint technique", "Emploi"),
            ("Poste de jardinier\nTailler.", "Emploi"),
            ("Jardinier\nLe poste est basé à Sète.", "Emploi"),
        ],
        leaves: &[
            "Jardinier\nGratification légale",
            "Jardinier\nStage au taux horaire de 4,35 €",
            "Jardinier\nSalaire selon la grille de l’apprentissage, apprentis bienvenus",
            "Jardinier\nVous assurez le suivi des périodes d’essai",
            "Jardinier\nIndemnité de 620 € net par mois",
            "Jardinier\nBénévolat : pas de salaire de départ",
            "Jardinier\nTemps plein, 35 heures",
        ],
    },
    Rule {
        name: "job-offered",
        pattern: r"\b(?P<words>h ?/ ?f|f ?/ ?h|recrut(?:e|ent|ons|ement)|(?:nous|on|l'equipe|l'entreprise|societe) (?:re)?cherch(?:e|ons)|(?:re)?cherch(?:e|ons|ent) (?:actuellement |activement )?(?:un|une|des|son|sa|ses|notre|nos|deux|trois)|poste a pourvoir|prise de (?:poste|fonctions?)|(?:\d{1,2}|un|deux|trois|cinq) ans? (?:minimum )?d'experience|experience (?:professionnelle )?(?:souhaitee?|exigee?|requise|minimum|similaire|significative|confirmee?|de (?:\d|un|deux|trois))|debutante?s? acceptee?s?|profil recherche|candidatures?|cv\b|fonction publique (?:de l'etat|d'etat|territoriale|hospitaliere))",
        score: 10,
        read: |found| alone(found.document).then(|| Reading::value(Contract::Emploi))?,
        reads: &[
            ("Jardinier (H/F)\nTailler les haies.", "Emploi"),
            ("Le Verger recrute une jardinière", "Emploi"),
            ("Jardinier\nTrois ans d’expérience", "Emploi"),
            ("Jardinier\nEnvoyez votre CV", "Emploi"),
            ("Jardinier\nFonction publique territoriale", "Emploi"),
        ],
        leaves: &[
            "Jardinier (H/F) en alternance",
            "Jardinier bénévole\nVotre candidature est attendue",
            "Le Verger recrute des volontaires en service civique",
            "Les haies du bocage\nTailler, planter",
        ],
    },
]);

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_and_leave_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
