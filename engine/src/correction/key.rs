//! The names that corrections go by, and how their values are read: by the very rules of the field.

use crate::offer::Field;
use crate::text::{self, fold};

/// The correction of a field.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) field: Field,
    /// Other names of the field, folded.
    also: &'static [&'static str],
    /// What the value is read as, `{}` standing for it: the first phrase that the field's rules understand.
    /// None: the value is taken as it stands.
    pub(super) phrases: &'static [&'static str],
    /// A value that is understood.
    pub(super) example: &'static str,
}

pub(super) static KEYS: &[Key] = &[
    Key { field: Field::Title, also: &[], phrases: &[], example: "Chargé·e de mission" },
    Key {
        field: Field::Organisation,
        also: &["organisation"],
        phrases: &[],
        example: "Ville de Sète",
    },
    Key {
        field: Field::Contract,
        also: &["contrats", "type de contrat"],
        phrases: &["Type de contrat : {}", "Contrat : {}"],
        example: "CDD",
    },
    Key { field: Field::Places, also: &["lieux"], phrases: &["Lieu : {}"], example: "Rennes (35)" },
    Key {
        field: Field::Remote,
        also: &[],
        phrases: &["Télétravail : {}", "Télétravail {}"],
        example: "partiel",
    },
    Key { field: Field::DurationMonths, also: &[], phrases: &["Durée : {}"], example: "6 mois" },
    Key {
        field: Field::Start,
        also: &["date de debut"],
        phrases: &["Date de début : {}", "À partir de {}"],
        example: "2 mars 2026",
    },
    Key {
        field: Field::Deadline,
        also: &["date limite de candidature"],
        phrases: &["Date limite de candidature : {}"],
        example: "20 avril 2026",
    },
    Key {
        field: Field::Pay,
        also: &["gratification", "salaire"],
        phrases: &["Rémunération : {}"],
        example: "800 € brut par mois",
    },
    Key {
        field: Field::HoursPerWeek,
        also: &["temps de travail"],
        phrases: &["Temps de travail : {}", "Temps de travail : {} h par semaine"],
        example: "35",
    },
    Key {
        field: Field::StudyLevel,
        also: &["niveau", "niveau d'etude"],
        phrases: &["Niveau d'études : {}"],
        example: "bac+4",
    },
    Key {
        field: Field::DrivingLicence,
        also: &["permis b"],
        phrases: &["Permis B {}"],
        example: "exigé",
    },
    Key {
        field: Field::Contacts,
        also: &["contacts"],
        phrases: &["Contact : {}"],
        example: "Anne Roy, anne.roy@exemple.fr",
    },
    Key {
        field: Field::ApplyEmails,
        also: &["candidatures"],
        phrases: &["Candidature à envoyer à : {}"],
        example: "emploi@exemple.fr",
    },
    Key {
        field: Field::Urls,
        also: &["liens"],
        phrases: &["Lien : {}"],
        example: "https://exemple.fr/offre",
    },
    Key { field: Field::Reference, also: &[], phrases: &[], example: "2026-031" },
    Key {
        field: Field::Published,
        also: &["publiee le", "date de publication"],
        phrases: &["Publiée le {}"],
        example: "3 mars 2026",
    },
    Key {
        field: Field::Benefits,
        also: &["avantage"],
        phrases: &["Avantages : {}"],
        example: "tickets restaurant",
    },
];

impl Key {
    /// The name as one writes it at the head of a text: « Date limite ».
    pub(super) fn name(&self) -> String {
        let name = self.field.french();
        let mut letters = name.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    }

    /// Its names, folded.
    fn names(&self) -> impl Iterator<Item = String> {
        std::iter::once(fold(self.field.french()))
            .chain(self.also.iter().map(|&name| name.to_owned()))
    }
}

/// Letters alone: `date_limite` and « Date limite » are one name.
fn plain(name: &str) -> String {
    fold(name).replace(['_', '-', '\''], " ").trim().to_owned()
}

/// The key of that name.
pub(super) fn named(name: &str) -> Option<&'static Key> {
    let name = plain(name);
    KEYS.iter().find(|key| key.names().any(|known| plain(&known) == name))
}

/// The key of a field.
pub(super) fn of(field: Field) -> &'static Key {
    let contract = |key: &&Key| key.field == Field::Contract && field == Field::ContractDetail;
    KEYS.iter()
        .find(|key| key.field == field || contract(key))
        .unwrap_or_else(|| unreachable!("every field has its key"))
}

/// The key whose name is nearest, a slip of the fingers or two away.
pub(super) fn nearest(name: &str) -> Option<&'static Key> {
    let names: Vec<String> =
        KEYS.iter().flat_map(|key| key.names().map(|known| plain(&known))).collect();
    text::nearest(&plain(name), names.iter().map(String::as_str)).and_then(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_known_by_all_their_names() {
        for (name, field) in [
            ("Titre", Field::Title),
            ("DATE LIMITE", Field::Deadline),
            ("date_limite", Field::Deadline),
            ("Duree", Field::DurationMonths),
            ("Niveau d’études", Field::StudyLevel),
            ("niveau_d_etudes", Field::StudyLevel),
        ] {
            assert_eq!(named(name).map(|key| key.field), Some(field), "{name}");
        }
        assert!(named("Mission").is_none());
    }

    #[test]
    fn a_slip_of_the_fingers_is_told_from_another_word() {
        for (name, near) in [
            ("Tirte", Some("Titre")),
            ("Date limit", Some("Date limite")),
            ("Datte limitte", Some("Date limite")),
            ("Organisme d'accueil", None),
            ("Date", None),
            ("Mission", None),
            ("Profil", None),
            ("Objet", None),
            ("Poste", None),
        ] {
            assert_eq!(nearest(name).map(Key::name).as_deref(), near, "{name}");
        }
    }
}
