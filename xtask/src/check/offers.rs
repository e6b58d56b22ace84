//! Whether every offer can be read, what in it is in doubt, and which are over.

use super::folder::Folder;
use super::{Finding, counted, some};
use crate::gather::Gathered;
use std::path::Path;
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::{Dataset, compile};
use tremplin_engine::diagnostic::Severity;
use tremplin_engine::offer::{Offer, Status};
use tremplin_engine::publish::publish;
use tremplin_engine::settings::Settings;

/// Days after which an offer that is over is so since long.
const LONG: i32 = 183;

/// How many of them are named, the oldest first.
const SHOWN: usize = 20;

/// The offers of `seeds/`, as they are published.
pub(super) struct Offers {
    dataset: Dataset,
    today: Date,
    pub(super) findings: Vec<Finding>,
}

/// Reads the offers of the project in `root`.
pub(super) fn read(root: &Path, settings: &Settings, today: Date) -> Offers {
    let mut gathered = Gathered::default();
    gathered.add(&root.join("seeds"));
    let (dataset, diagnostics) = compile(&gathered.sources);
    let mut findings: Vec<Finding> = gathered.complaints.iter().map(Finding::error).collect();
    findings.extend(diagnostics.iter().map(|diagnostic| match diagnostic.severity {
        Severity::Error => Finding::error(format!("\n{diagnostic}")),
        Severity::Doubt => Finding::warning(format!("\n{diagnostic}")),
    }));
    let read = dataset.offers.len();
    let dataset = publish(dataset, &settings.offers, today);
    let gone = read - dataset.offers.len();
    if gone > 0 {
        findings.push(Finding::note(format!(
            "{}, par le réglage « garder » de [offres]",
            counted(gone, "offre ancienne retirée")
        )));
    }
    if dataset.offers.is_empty() {
        findings.push(Finding::error(
            "aucune offre à publier : déposez un fichier .txt par offre dans seeds/",
        ));
    }
    for name in settings.logos.keys() {
        if !dataset.offers.iter().any(|offer| offer.organisation.as_ref() == Some(name)) {
            findings.push(Finding::warning(format!(
                "tremplin.toml, [logos] : aucune offre n'est de « {name} »"
            )));
        }
    }
    let offers = Offers { dataset, today, findings };
    let more = [offers.over(), offers.unreachable(settings)];
    Offers {
        findings: offers.findings.into_iter().chain(more.into_iter().flatten()).collect(),
        ..offers
    }
}

impl Offers {
    /// « Offres (seeds/) : 3, dont 1 ouverte »
    pub(super) fn subject(&self) -> String {
        let open = self.dataset.offers.iter().filter(|offer| self.is_open(offer)).count();
        format!(
            "Offres (seeds/) : {}, dont {}",
            self.dataset.offers.len(),
            counted(open, "ouverte")
        )
    }

    /// Whether one can apply for the offer of that id.
    pub(super) fn is_id_open(&self, id: &str) -> bool {
        self.dataset.offers.iter().any(|offer| offer.id == id && self.is_open(offer))
    }

    /// What tells that the built site is one of other offers.
    pub(super) fn same_as(&self, folder: &Folder) -> Option<Finding> {
        let built = folder.text("offres.json").and_then(|json| Dataset::from_json(json).ok());
        (built.as_ref() != Some(&self.dataset)).then(|| {
            Finding::warning("dist/ n'est pas celui de ces offres et de ces réglages : relancez `cargo xtask dist`")
        })
    }

    fn is_open(&self, offer: &Offer) -> bool {
        offer.status(self.today) == Status::Open
    }

    /// Which open offers tell no way to apply, once those to write to are hidden.
    fn unreachable(&self, settings: &Settings) -> Option<Finding> {
        let mute = |offer: &&Offer| self.is_open(offer) && offer.urls.is_empty();
        let ids: Vec<&str> =
            self.dataset.offers.iter().filter(mute).map(|offer| offer.id.as_str()).collect();
        (settings.offers.mask_contacts && !ids.is_empty()).then(|| {
            let count = counted(ids.len(), "offre ouverte");
            Finding::warning(format!(
                "{count} sans page où postuler, et les contacts sont masqués : écrivez au-dessus du texte « Lien: https://… »\n    {}",
                some(&ids)
            ))
        })
    }

    /// How many offers are over, and which since long.
    fn over(&self) -> Option<Finding> {
        let over: Vec<&Offer> =
            self.dataset.offers.iter().filter(|offer| !self.is_open(offer)).collect();
        if over.is_empty() {
            return None;
        }
        let mut long: Vec<(Date, &Offer)> = over
            .iter()
            .filter_map(|offer| Some((end(offer)?, *offer)))
            .filter(|(day, _)| self.today.day_number() - day.day_number() > LONG)
            .collect();
        long.sort_by_key(|(day, offer)| (*day, &offer.id));
        let mut told = counted(over.len(), "offre close");
        if !long.is_empty() {
            told += &format!(
                ", dont {} depuis plus de six mois : retirez leurs fichiers, ou écrivez « garder = 6 » sous [offres] dans tremplin.toml",
                long.len()
            );
        }
        for (day, offer) in long.iter().take(SHOWN) {
            let place = format!("seeds/{}, ligne {}", offer.file, offer.start_line);
            told += &format!("\n    {day}  {} ({place})", offer.id);
        }
        if long.len() > SHOWN {
            told += &format!("\n    … et {} de plus", long.len() - SHOWN);
        }
        Some(Finding::warning(told))
    }
}

/// The last day on which one could apply: that of the deadline, or of the start.
fn end(offer: &Offer) -> Option<Date> {
    let start = offer.start.and_then(|start| start.to.or(start.from));
    offer.deadline.or(start.map(|start| start.last_day()))
}

#[cfg(test)]
mod tests {
    use super::{Folder, Offers, read};
    use crate::check::Weight;
    use std::fs;
    use tremplin_engine::settings::Settings;

    fn offers(texts: &[(&str, &str)], settings: &str) -> anyhow::Result<Offers> {
        let root = tempfile::tempdir()?;
        fs::create_dir(root.path().join("seeds"))?;
        for (name, text) in texts {
            fs::write(root.path().join("seeds").join(name), text)?;
        }
        let today = "2026-11-27".parse().map_err(|_| anyhow::anyhow!("a day"))?;
        Ok(read(root.path(), &Settings::read(settings)?, today))
    }

    const OPEN: &str = "Le Verger (Nantes – 44000) – Stage taille\n\nDate limite : 1er mars 2027\nMission : tailler les arbres du verger.\n";
    const OVER: &str = "Le Verger (Nantes – 44000) – Stage récolte\n\nDate limite : 1er mars 2025\nMission : cueillir les pommes du verger.\n";

    fn told(offers: &Offers, weight: Weight) -> Vec<&str> {
        let findings = offers.findings.iter().filter(|finding| finding.weight == weight);
        findings.map(|finding| finding.text.trim()).collect()
    }

    #[test]
    fn offers_that_hold_raise_nothing() -> anyhow::Result<()> {
        let offers = offers(&[("a.txt", OPEN)], "")?;
        assert_eq!(offers.findings, []);
        assert_eq!(offers.subject(), "Offres (seeds/) : 1, dont 1 ouverte");
        Ok(())
    }

    #[test]
    fn what_is_over_since_long_is_named() -> anyhow::Result<()> {
        let both = [("a.txt", OPEN), ("b.txt", OVER)];
        let offers_kept = offers(&both, "")?;
        let warnings = told(&offers_kept, Weight::Warning);
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert!(warnings[0].starts_with("1 offre close"), "{warnings:?}");
        assert!(warnings[0].contains("2025-03-01") && warnings[0].contains("seeds/b.txt"));
        let offers = offers(&both, "[offres]\ngarder = 6\n")?;
        assert_eq!(told(&offers, Weight::Warning), [""; 0]);
        assert_eq!(told(&offers, Weight::Note).len(), 1);
        Ok(())
    }

    #[test]
    fn hidden_contacts_leave_a_way_to_apply() -> anyhow::Result<()> {
        let masked = "[offres]\ncontacts = \"masqués\"\n";
        let mute = offers(&[("a.txt", OPEN)], masked)?;
        assert!(told(&mute, Weight::Warning).concat().contains("1 offre ouverte sans page"));
        let linked = format!("{OPEN}Candidature : https://verger.example/postuler\n");
        assert_eq!(offers(&[("a.txt", &linked)], masked)?.findings, []);
        Ok(())
    }

    #[test]
    fn what_cannot_be_read_is_an_error_and_a_doubt_a_warning() -> anyhow::Result<()> {
        let offers_wrong = offers(&[("a.txt", OPEN), ("vide.txt", "")], "")?;
        assert!(told(&offers_wrong, Weight::Error).concat().contains("vide.txt"));
        assert!(told(&offers(&[], "")?, Weight::Error).concat().contains("aucune offre"));
        let doubt = "Grimpeur\n\nLieu : Saint-Denis\n\nLe Verger recrute un grimpeur en stage.\n";
        let offers = offers(&[("a.txt", doubt)], "[logos]\n\"Inconnu\" = \"x.svg\"\n")?;
        let warnings = told(&offers, Weight::Warning).concat();
        assert!(
            warnings.contains("plusieurs communes") && warnings.contains("« Inconnu »"),
            "{warnings}"
        );
        assert_eq!(told(&offers, Weight::Error), [""; 0]);
        Ok(())
    }

    #[test]
    fn a_site_of_other_offers_is_told() -> anyhow::Result<()> {
        let offers = offers(&[("a.txt", OPEN)], "")?;
        let json = offers.dataset.to_json();
        assert_eq!(offers.same_as(&Folder::of(&[("offres.json", &json)])), None);
        assert!(offers.same_as(&Folder::of(&[("offres.json", "{}")])).is_some());
        assert!(offers.same_as(&Folder::of(&[])).is_some());
        Ok(())
    }
}
