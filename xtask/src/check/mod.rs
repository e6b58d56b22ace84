//! `cargo xtask check`: what a forker wants to know before publishing, of the settings, the offers and the built site.
//!
//! Told in French, as complaints about offers are. Errors are what visitors would meet; warnings, what the texts leave
//! unsaid; notes, what is as it may be.

mod folder;
mod links;
mod markup;
mod offers;
mod postings;
mod settings;
mod visit;

use crate::announce::seconds;
use crate::{dist, project};
use anyhow::{Result, bail};
use folder::Folder;
use std::fmt::Write;
use std::time::Instant;
use tremplin_engine::settings::Settings;

/// Options of `cargo xtask check`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Fail on warnings, too
    #[arg(long)]
    strict: bool,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Error,
    Warning,
    Note,
}

/// Something to tell, in one or more lines.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    weight: Weight,
    text: String,
}

impl Finding {
    fn error(text: impl Into<String>) -> Self {
        Self { weight: Weight::Error, text: text.into() }
    }

    fn warning(text: impl Into<String>) -> Self {
        Self { weight: Weight::Warning, text: text.into() }
    }

    fn note(text: impl Into<String>) -> Self {
        Self { weight: Weight::Note, text: text.into() }
    }
}

/// What is told of each subject.
#[derive(Default)]
struct Report {
    text: String,
    errors: usize,
    warnings: usize,
}

impl Report {
    fn add(&mut self, subject: &str, findings: &[Finding]) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{subject}");
        if findings.is_empty() {
            self.text += "  rien à corriger\n";
        }
        for Finding { weight, text } in findings {
            let name = match weight {
                Weight::Error => "erreur : ",
                Weight::Warning => "avertissement : ",
                Weight::Note => "",
            };
            self.errors += usize::from(*weight == Weight::Error);
            self.warnings += usize::from(*weight == Weight::Warning);
            let _ = writeln!(self.text, "  {name}{}", text.trim_end().replace('\n', "\n  "));
        }
        self.text += "\n";
    }

    /// « 1 erreur, 2 avertissements »
    fn count(&self) -> String {
        format!("{}, {}", counted(self.errors, "erreur"), counted(self.warnings, "avertissement"))
    }

    /// Whether the site may be published.
    fn holds(&self, strict: bool) -> bool {
        self.errors == 0 && (!strict || self.warnings == 0)
    }
}

/// `cargo xtask check`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let start = Instant::now();
    let today = project::today()?;
    let mut report = Report::default();

    let read = settings::read(project::root());
    report.add(
        "Réglages (tremplin.toml)",
        read.as_ref().err().map(Vec::as_slice).unwrap_or_default(),
    );
    let settings = read.unwrap_or_default();

    let offers = offers::read(project::root(), &settings, today);
    report.add(&offers.subject(), &offers.findings);

    match Folder::read(&dist::folder()) {
        Err(_) => report.add(
            "Site (dist/)",
            &[Finding::error("dist/ n'existe pas : lancez d'abord `cargo xtask dist`")],
        ),
        Ok(folder) => site(&mut report, &folder, &settings, &offers)?,
    }
    print!("{}", report.text);
    println!("{}, en {}", report.count(), seconds(start.elapsed()));
    if !report.holds(arguments.strict) {
        bail!("cargo xtask check: {} error(s), {} warning(s)", report.errors, report.warnings);
    }
    Ok(())
}

/// Looks at the built site.
fn site(
    report: &mut Report,
    folder: &Folder,
    settings: &Settings,
    offers: &offers::Offers,
) -> Result<()> {
    report.add("Site (dist/)", &[offers.same_as(folder)].into_iter().flatten().collect::<Vec<_>>());
    let links = links::check(folder, settings.site.address.as_deref());
    let followed =
        format!("Liens : {} suivis, dans {}", links.followed, counted(links.files, "fichier"));
    report.add(&followed, &links.findings);
    report.add(
        "Annonces pour les moteurs de recherche (JobPosting)",
        &postings::check(folder, offers),
    );
    report.add("Première visite : ce qu'elle charge, en octets", &visit::weigh(folder)?);
    Ok(())
}

/// « 1 offre close », « 2 offres closes »: each word takes an s; zero is singular in French.
fn counted(number: usize, name: &str) -> String {
    let plural = if number > 1 { "s" } else { "" };
    let words: Vec<String> = name.split(' ').map(|word| format!("{word}{plural}")).collect();
    format!("{number} {}", words.join(" "))
}

/// The first few of many names.
fn some(names: &[&str]) -> String {
    const FEW: usize = 4;
    let shown = names.iter().take(FEW).copied().collect::<Vec<_>>().join(", ");
    if names.len() > FEW { format!("{shown}… et {} de plus", names.len() - FEW) } else { shown }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Report, counted, some};

    #[test]
    fn errors_stop_and_warnings_only_when_strict() {
        let mut report = Report::default();
        report.add("Un", &[Finding::note("vu")]);
        assert!(report.holds(true));
        report.add("Deux", &[Finding::warning("a\nb")]);
        assert!(report.holds(false) && !report.holds(true));
        report.add("Trois", &[Finding::error("c")]);
        assert!(!report.holds(false));
        assert_eq!(
            report.text,
            "Un\n  vu\n\nDeux\n  avertissement : a\n  b\n\nTrois\n  erreur : c\n\n"
        );
        assert_eq!(report.count(), "1 erreur, 1 avertissement");
        report.add("Quatre", &[]);
        assert!(report.text.ends_with("Quatre\n  rien à corriger\n\n"));
    }

    #[test]
    fn numbers_and_names_are_told_as_people_do() {
        assert_eq!(counted(0, "offre"), "0 offre");
        assert_eq!(counted(2, "offre close"), "2 offres closes");
        assert_eq!(some(&["a", "b"]), "a, b");
        assert_eq!(some(&["a", "b", "c", "d", "e", "f"]), "a, b, c, d… et 2 de plus");
    }
}
