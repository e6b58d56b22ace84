//! What people call the fields, in the tables and complaints that they read and in the corrections that they write.

use super::Field;

impl Field {
    /// Its name in French: with a capital, the label of a correction.
    pub fn french(self) -> &'static str {
        match self {
            Self::Title => "titre",
            Self::Organisation => "organisme",
            Self::Contract => "contrat",
            Self::ContractDetail => "type de contrat",
            Self::Places => "lieu",
            Self::Remote => "télétravail",
            Self::DurationMonths => "durée",
            Self::Start => "début",
            Self::Deadline => "date limite",
            Self::Pay => "rémunération",
            Self::HoursPerWeek => "heures par semaine",
            Self::StudyLevel => "niveau d'études",
            Self::DrivingLicence => "permis",
            Self::Contacts => "contact",
            Self::ApplyEmails => "candidature",
            Self::Urls => "lien",
            Self::Reference => "référence",
            Self::Published => "publication",
            Self::Benefits => "avantages",
        }
    }

    /// Its name in English.
    pub fn english(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Organisation => "organisation",
            Self::Contract => "contract",
            Self::ContractDetail => "kind of contract",
            Self::Places => "place",
            Self::Remote => "remote work",
            Self::DurationMonths => "duration",
            Self::Start => "start",
            Self::Deadline => "deadline",
            Self::Pay => "pay",
            Self::HoursPerWeek => "hours a week",
            Self::StudyLevel => "level of study",
            Self::DrivingLicence => "driving licence",
            Self::Contacts => "contact",
            Self::ApplyEmails => "applications",
            Self::Urls => "link",
            Self::Reference => "reference",
            Self::Published => "publication",
            Self::Benefits => "benefits",
        }
    }
}
