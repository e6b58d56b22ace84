//! The closed lists of an offer: each value has one word, in JSON and in the dataset.

use serde::Serialize;

/// The lower-case names of an enum's variants, in declared order: in JSON, in URLs, in the dataset.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every value, in its own order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value as data files write it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value that data files write so.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}

words! {
    /// Kind of contract.
    Contract {
        /// Internship under a convention with a school.
        Stage = "stage",
        /// Work and school in turn: apprentissage or professionnalisation.
        Alternance = "alternance",
        /// Service civique.
        ServiceCivique = "service civique",
        /// Volunteering with a status: VIE, VSI, ESC, bénévolat.
        Volontariat = "volontariat",
        /// A job: CDI, CDD, public service…
        Emploi = "emploi",
    }
}

words! {
    /// Télétravail.
    Remote {
        /// On site, as the text says.
        None = "none",
        /// Some days.
        Partial = "partial",
        /// All days.
        Full = "full",
    }
}

words! {
    /// Level of study: years of higher education.
    StudyLevel {
        /// BTS, DUT, DEUG.
        Bac2 = "bac+2",
        /// Licence, BUT.
        Bac3 = "bac+3",
        /// Master 1.
        Bac4 = "bac+4",
        /// Master 2, engineering school.
        Bac5 = "bac+5",
        /// Mastère spécialisé.
        Bac6 = "bac+6",
        /// Seven years.
        Bac7 = "bac+7",
        /// Doctorat.
        Bac8 = "bac+8",
    }
}

words! {
    /// Whether a driving licence is asked for.
    DrivingLicence {
        /// One must have it.
        Required = "required",
        /// Better with it.
        Recommended = "recommended",
    }
}

words! {
    /// What comes with the post, as stated.
    Benefit {
        /// Meal vouchers.
        TicketsRestaurant = "tickets restaurant",
        /// Half of the public-transport pass.
        Transport = "transport 50%",
        /// Télétravail.
        Teletravail = "télétravail",
        /// Lodging, or help with it.
        Hebergement = "hébergement",
        /// Travel costs.
        FraisDeplacement = "frais de déplacement",
        /// A job may follow.
        Embauche = "possibilité d'embauche",
    }
}

words! {
    /// What a section is about.
    SectionKind {
        /// Who recruits.
        About = "about",
        /// Why the post exists.
        Context = "context",
        /// What one does.
        Mission = "mission",
        /// Who is looked for.
        Profile = "profile",
        /// Place, dates, pay, hours.
        Conditions = "conditions",
        /// How to apply.
        Apply = "apply",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// How often pay is paid.
    Period {
        /// Every hour.
        Hour = "hour",
        /// Every month.
        Month = "month",
        /// Every year.
        Year = "year",
    }
}

words! {
    /// Whether one can still apply.
    Status {
        /// The deadline is ahead, or nothing says that it is over.
        Open = "open",
        /// No deadline, and the start lies behind.
        ProbablyFilled = "probably filled",
        /// The deadline is past.
        Closed = "closed",
    }
}

words! {
    /// A field that carries evidence, under the name of the field of [`Offer`](super::Offer).
    Field {
        /// The post's name.
        Title = "title",
        /// Who recruits.
        Organisation = "organisation",
        /// The kind of contract.
        Contract = "contract",
        /// Its finer kind.
        ContractDetail = "contract_detail",
        /// Where the work takes place.
        Places = "places",
        /// Télétravail.
        Remote = "remote",
        /// Length.
        DurationMonths = "duration_months",
        /// When the work starts.
        Start = "start",
        /// Last day to apply.
        Deadline = "deadline",
        /// What is paid.
        Pay = "pay",
        /// Weekly hours.
        HoursPerWeek = "hours_per_week",
        /// Levels of study.
        StudyLevel = "study_level",
        /// Driving licence.
        DrivingLicence = "driving_licence",
        /// People to turn to.
        Contacts = "contacts",
        /// Addresses for applications.
        ApplyEmails = "apply_emails",
        /// Web addresses.
        Urls = "urls",
        /// The recruiter's reference.
        Reference = "reference",
        /// Day of publication.
        Published = "published",
        /// What comes with the post.
        Benefits = "benefits",
    }
}
