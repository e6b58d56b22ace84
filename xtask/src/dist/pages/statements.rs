//! What the site says of itself: how accessible it is, criterion by criterion, and what becomes of a visitor's data.

use super::{Published, xml::escaped};
use crate::dist::assemble::Site;
use crate::dist::names::Names;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::path::Path;

/// The criteria of the RGAA, with what is known of each.
const GRID: &str = include_str!("../../../../src/prerender/rgaa.csv");

/// The themes of the RGAA, and how many criteria each has.
const THEMES: [(&str, usize); 13] = [
    ("Images", 9),
    ("Cadres", 2),
    ("Couleurs", 3),
    ("Multimédia", 13),
    ("Tableaux", 8),
    ("Liens", 2),
    ("Scripts", 5),
    ("Éléments obligatoires", 10),
    ("Structuration de l’information", 4),
    ("Présentation de l’information", 14),
    ("Formulaires", 13),
    ("Navigation", 11),
    ("Consultation", 12),
];

/// What is known of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Conforme,
    NonConforme,
    NonApplicable,
    AVerifier,
}

impl State {
    fn words(self) -> &'static str {
        match self {
            Self::Conforme => "tenu",
            Self::NonConforme => "non tenu",
            Self::NonApplicable => "sans objet",
            Self::AVerifier => "à vérifier",
        }
    }
}

/// A row of the grid.
#[derive(Debug, Deserialize)]
struct Criterion {
    #[serde(rename = "critere")]
    number: String,
    #[serde(rename = "objet")]
    subject: String,
    #[serde(rename = "etat")]
    state: State,
    /// The end-to-end behaviours that show it, by the names of their files.
    #[serde(rename = "preuves")]
    shown_by: String,
    #[serde(rename = "remarque")]
    note: String,
}

/// Adds `accessibilite/` with its grid, and `confidentialite/`, in the frame that offers' pages have.
///
/// # Errors
/// When a template cannot be read, or asks for a file that is not there.
pub(super) fn add(
    from: &Published,
    site: &mut Site,
    names: &mut Names,
    root: &Path,
    frame: &str,
) -> Result<()> {
    let grid = grid()?;
    names.say("access.axe", axe(root)?);
    count(names, &grid);
    names.say("access.faults", faults(&grid));
    names.say("access.grid", drawn(&grid));
    let title = from.settings.site.name.as_str();
    for (folder, heading, template, about) in [
        (
            "accessibilite/",
            "Accessibilité",
            "src/prerender/accessibility.html",
            "Ce qui a été essayé, ce qui ne l’a pas été, critère par critère du RGAA.",
        ),
        (
            "confidentialite/",
            "Confidentialité",
            "src/prerender/privacy.html",
            "Ni compte, ni cookie, ni traceur : ce que ce site reçoit et garde.",
        ),
    ] {
        let text = std::fs::read_to_string(root.join(template))
            .with_context(|| format!("{template} cannot be read"))?;
        let page = names.fill(template, &set(&text))?;
        names.say("offer.page", page);
        names.say("offer.title", heading);
        names.say("offer.description", escaped(&format!("{title} : {about}")));
        names.say("offer.links", from.links(folder));
        names.say("offer.posting", "");
        names.say("offer.up", "../");
        let page = names.fill("src/prerender/offer.html", frame)?;
        site.insert(format!("{folder}index.html"), page.into_bytes());
    }
    // Spreadsheets take a file without this mark for one of another century.
    site.insert("accessibilite/grille.csv".to_owned(), format!("\u{feff}{GRID}").into_bytes());
    Ok(())
}

fn grid() -> Result<Vec<Criterion>> {
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').from_reader(GRID.as_bytes());
    let grid: Vec<Criterion> = rows
        .deserialize()
        .collect::<Result<_, _>>()
        .context("src/prerender/rgaa.csv is no grid of its form")?;
    let wanted = THEMES.iter().enumerate().flat_map(|(theme, (_, last))| {
        (1..=*last).map(move |place| format!("{}.{place}", theme + 1))
    });
    ensure!(
        grid.iter().map(|criterion| &criterion.number).eq(wanted.collect::<Vec<_>>().iter()),
        "src/prerender/rgaa.csv must have each criterion of the RGAA 4.1.2 once, in order"
    );
    Ok(grid)
}

/// Which axe-core the tests run: that of the packages.
fn axe(root: &Path) -> Result<String> {
    let file = root.join("package.json");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let packages: serde_json::Value =
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))?;
    let version = packages["devDependencies"]["axe-core"].as_str();
    Ok(version.context("package.json has no axe-core")?.to_owned())
}

fn count(names: &mut Names, grid: &[Criterion]) {
    let of = |state: State| grid.iter().filter(|criterion| criterion.state == state).count();
    let aside = of(State::NonApplicable);
    let broken = match of(State::NonConforme) {
        0 => "aucun n’est connu pour ne pas l’être".to_owned(),
        1 => "un ne l’est pas".to_owned(),
        more => format!("{more} ne le sont pas"),
    };
    for (role, words) in [
        ("access.total", grid.len().to_string()),
        ("access.aside", aside.to_string()),
        ("access.concerned", (grid.len() - aside).to_string()),
        ("access.held", of(State::Conforme).to_string()),
        ("access.broken", broken),
        ("access.open", of(State::AVerifier).to_string()),
    ] {
        names.say(role, words);
    }
}

/// What is known not to hold, a line each.
fn faults(grid: &[Criterion]) -> String {
    let faults = grid.iter().filter(|criterion| criterion.state == State::NonConforme);
    let lines: String = faults
        .map(|Criterion { number, subject, note, .. }| {
            format!("<li>{number} {} : {}</li>\n", escaped(subject), escaped(note))
        })
        .collect();
    if lines.is_empty() { "<li>Rien que l’on sache.</li>\n".to_owned() } else { lines }
}

/// A table for each theme.
fn drawn(grid: &[Criterion]) -> String {
    let mut drawn = String::new();
    for (place, (name, _)) in THEMES.iter().enumerate() {
        let theme = place + 1;
        let start = format!("{theme}.");
        drawn += &format!(
            "<h3 id=\"theme-{theme}\">{theme}. {name}</h3>\n<table aria-labelledby=\"theme-{theme}\">\n<thead><tr><th scope=\"col\">Critère</th><th scope=\"col\">État</th></tr></thead>\n<tbody>\n"
        );
        for criterion in grid.iter().filter(|criterion| criterion.number.starts_with(&start)) {
            let Criterion { number, subject, state, shown_by, note } = criterion;
            let mut small = String::new();
            if !note.is_empty() {
                small += &format!("<small>{}</small>", escaped(note));
            }
            if !shown_by.is_empty() {
                let tests = shown_by.split(' ').map(|name| name.replace('-', " "));
                let tests = tests.collect::<Vec<_>>().join(" ; ");
                small += &format!("<small lang=\"en\">{}</small>", escaped(&tests));
            }
            drawn += &format!(
                "<tr><th scope=\"row\">{number} {}{small}</th><td>{}</td></tr>\n",
                escaped(subject),
                state.words()
            );
        }
        drawn += "</tbody>\n</table>\n";
    }
    set(&drawn)
}

/// `text` with the spaces of French typography, which no line breaks.
fn set(text: &str) -> String {
    let mut set = text.to_owned();
    for (loose, tight) in [
        (" :", "\u{a0}:"),
        (" ;", "\u{a0};"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" %", "\u{a0}%"),
    ] {
        set = set.replace(loose, tight);
    }
    set
}

#[cfg(test)]
mod tests {
    use super::{State, axe, drawn, faults, grid, set};
    use crate::project::root;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_said_to_hold_is_shown_by_a_test_that_exists() -> anyhow::Result<()> {
        for criterion in grid()? {
            let number = &criterion.number;
            for name in criterion.shown_by.split_whitespace() {
                let file = root().join(format!("tests/e2e/behaviours/{name}.mjs"));
                assert!(file.is_file(), "{number}: no behaviour {name}");
            }
            match criterion.state {
                State::Conforme => assert!(!criterion.shown_by.is_empty(), "{number}: by what?"),
                State::NonConforme | State::NonApplicable => {
                    assert!(!criterion.note.is_empty(), "{number}: why?");
                }
                State::AVerifier => {}
            }
        }
        Ok(())
    }

    #[test]
    fn the_grid_is_drawn_theme_by_theme() -> anyhow::Result<()> {
        let grid = grid()?;
        let tables = drawn(&grid);
        assert_eq!(tables.matches("<table").count(), 13);
        assert_eq!(tables.matches("<tr><th scope=\"row\">").count(), 106);
        assert!(tables.contains("<td>à vérifier</td>"));
        let broken = grid.iter().filter(|criterion| criterion.state == State::NonConforme);
        let broken: BTreeSet<&str> = broken.map(|criterion| criterion.number.as_str()).collect();
        assert!(broken.iter().all(|number| faults(&grid).contains(number)));
        assert!(faults(&[]).contains("Rien"));
        Ok(())
    }

    #[test]
    fn the_words_are_set_and_the_tool_is_named() -> anyhow::Result<()> {
        assert_eq!(set("à 200 % : « a » ;"), "à 200\u{a0}%\u{a0}: «\u{a0}a\u{a0}»\u{a0};");
        assert!(axe(root())?.starts_with("4."));
        Ok(())
    }
}
