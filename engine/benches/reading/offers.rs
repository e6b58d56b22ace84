//! Invented offers in any number, the same at every run: prose, labels and lists of about 4 kB each.

use crate::chance::Chance;
use tremplin_engine::source::Source;

const ORGANISATIONS: &[&str] = &[
    "Les Jardins du Vallon",
    "Ville de Clairmont",
    "Atelier Sillage",
    "Université des Trois-Rives",
    "Coopérative La Ruche",
    "Centre hospitalier du Pays d’Armor",
    "Fédération des parcs",
    "Nova Études",
];

const POSTS: &[&str] = &[
    "Chargé·e de mission biodiversité",
    "Assistant(e) de communication",
    "Développeur·euse web",
    "Technicien.ne rivière",
    "Animateur/trice de quartier",
    "Chef·fe de projet numérique",
    "Géomaticien·ne",
    "Comptable",
];

const PLACES: &[&str] = &[
    "Rennes (35)",
    "Aix-en-Provence – 13100",
    "75011 Paris",
    "Lyon 3e",
    "Brest",
    "Saint-Denis (La Réunion)",
    "Clermont-Ferrand (63000)",
    "Vannes, Morbihan",
];

const CONTRACTS: &[&str] =
    &["Stage", "CDD de 12 mois", "CDI", "Contrat d’apprentissage", "Service civique"];

const LABELS: &[&str] = &[
    "Durée : 6 mois\nDébut : mars 2026\n",
    "Date limite de candidature : 15 février 2026\n",
    "Gratification : 1 300 € brut par mois\n",
    "Salaire : 28 à 32 k€ brut annuel selon expérience\n",
    "Rémunération : selon la réglementation en vigueur\n",
    "Temps de travail : 35 h par semaine\n",
    "Télétravail : deux jours par semaine\n",
    "Niveau d’études : bac+4 ou bac+5\n",
    "Permis B exigé, véhicule de service\n",
    "Avantages : tickets restaurant, remboursement de la moitié du titre de transport\n",
    "Référence : ARM-2026-014\nPublié le 3 janvier 2026\n",
];

const HEADINGS: &[&str] = &[
    "QUI SOMMES-NOUS ?",
    "Votre mission",
    "Profil recherché",
    "Conditions du poste",
    "Contexte",
    "Environnement de travail",
];

const SENTENCES: &[&str] = &[
    "Fondée en 1987 par une poignée d’habitants, la structure emploie aujourd’hui une quarantaine de personnes \
     réparties entre deux sites, et accompagne chaque année près de 120 communes du territoire.",
    "Au sein du pôle Études, sous la responsabilité de la directrice adjointe, vous participez à la conduite de \
     projets menés avec les collectivités, les associations et les entreprises locales.",
    "Vous êtes à l’aise à l’écrit comme à l’oral, vous aimez travailler en équipe et vous savez vous organiser \
     quand plusieurs dossiers avancent en même temps.",
    "Une première expérience dans un poste semblable, même courte, serait appréciée, mais la curiosité compte \
     davantage que le diplôme.",
    "Des déplacements ponctuels sont à prévoir dans la région, en train le plus souvent, parfois en soirée ou le \
     samedi, avec récupération du temps passé.",
    "Le budget du programme, de 450 000 € sur trois ans, est financé par la Région et par l’Union européenne.",
    "L’équipe se réunit chaque lundi matin ; les décisions s’y prennent à plusieurs, et chacun y présente \
     l’avancement de ses travaux.",
    "Le poste est ouvert à toutes et à tous, et aménageable pour les personnes en situation de handicap.",
    "Nos bureaux, à dix minutes de la gare, donnent sur un jardin partagé où poussent tomates et courgettes.",
];

const TASKS: &[&str] = &[
    "préparer et animer des ateliers avec les habitants et les élus",
    "rédiger des notes de synthèse, des comptes rendus et des fiches techniques",
    "tenir à jour la base de données et produire les cartes du rapport annuel",
    "contribuer à la lettre d’information et au site internet",
    "assurer une veille sur les appels à projets et la réglementation",
    "suivre les dépenses et relancer les partenaires",
    "participer aux réunions de chantier et aux visites de terrain",
];

const CLOSINGS: &[&str] = &[
    "Envoyez CV et lettre de motivation à recrutement@vallon.example avant le 15 février 2026.",
    "Candidatures jusqu’au 30 avril 2026 à Mme Lucie Garnier, lucie.garnier@sillage.example, 02 99 00 00 00.",
    "Pour postuler : https://emploi.clairmont.example/offres/1204 – entretiens prévus la semaine du 9 mars.",
];

/// The offers, one a source.
pub(crate) fn sources(count: usize) -> Vec<Source> {
    let mut chance = Chance::new(4_000);
    let source = |number| Source {
        name: format!("offre-{number:06}.txt"),
        bytes: offer(&mut chance, 4_000).into_bytes(),
    };
    (0..count).map(source).collect()
}

/// One offer of about `length` bytes.
pub(crate) fn offer(chance: &mut Chance, length: usize) -> String {
    let mut text = format!(
        "{} ({}) – {} – {}\n\n",
        chance.pick(ORGANISATIONS),
        chance.pick(PLACES),
        chance.pick(CONTRACTS),
        chance.pick(POSTS)
    );
    for _ in 0..3 {
        text += chance.pick(LABELS);
    }
    while text.len() < length {
        text += &format!("\n{}\n\n", chance.pick(HEADINGS));
        for _ in 0..2 + chance.below(2) {
            text += &format!("{} ", chance.pick(SENTENCES));
        }
        text += "\n\n";
        for _ in 0..chance.below(5) {
            text += &format!("  • {} ;\n", chance.pick(TASKS));
        }
    }
    text += &format!("\nCandidature\n\n{}\n", chance.pick(CLOSINGS));
    text
}
