//! Whether each offer's page has what search engines require of a `JobPosting`; what is missing, its text does not state.

use super::folder::Folder;
use super::markup::tags;
use super::offers::Offers;
use super::{Finding, counted, some};
use serde_json::Value;

/// A property, what to write above an offer's text to have it, whether a posting has it.
type Required = (&'static str, &'static str, fn(&Value) -> bool);

/// What Google requires.
const REQUIRED: [Required; 5] = [
    ("title", "Titre: Chargé·e de mission", |posting| is_said(&posting["title"])),
    ("description", "le texte de l'offre", |posting| is_said(&posting["description"])),
    ("datePosted", "Publication: 3 mars 2026", |posting| is_said(&posting["datePosted"])),
    ("hiringOrganization", "Organisme: Ville de Sète", |posting| {
        is_said(&posting["hiringOrganization"]["name"])
    }),
    ("jobLocation", "Lieu: Rennes (35)", is_somewhere),
];

fn is_said(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

/// In a place of a known country, or wholly from home.
fn is_somewhere(posting: &Value) -> bool {
    let places = posting["jobLocation"].as_array().map_or(&[][..], Vec::as_slice);
    let known = places.iter().any(|place| is_said(&place["address"]["addressCountry"]));
    known
        || (posting["jobLocationType"] == "TELECOMMUTE"
            && posting["applicantLocationRequirements"].is_object())
}

/// Looks at every offer's page.
pub(super) fn check(folder: &Folder, offers: &Offers) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut missing: [Vec<&str>; REQUIRED.len()] = Default::default();
    for (path, page) in folder.texts("/index.html") {
        let id = path.strip_prefix("offre/").and_then(|path| path.strip_suffix("/index.html"));
        let Some(id) = id.filter(|id| !id.contains('/')) else { continue };
        let scripts =
            tags(page).into_iter().filter(|tag| tag.get("type") == Some("application/ld+json"));
        let postings: Vec<Option<Value>> =
            scripts.map(|tag| serde_json::from_str(&tag.text).ok()).collect();
        match postings.as_slice() {
            [Some(posting)] if posting["@type"] == "JobPosting" => {
                for (names, (_, _, has)) in missing.iter_mut().zip(REQUIRED) {
                    if !has(posting) {
                        names.push(id);
                    }
                }
            }
            _ => findings.push(Finding::error(format!(
                "{path} : une annonce (JobPosting) lisible, et une seule, est attendue"
            ))),
        }
    }
    for ((property, remedy, _), ids) in REQUIRED.iter().zip(missing) {
        if ids.is_empty() {
            continue;
        }
        let (open, over): (Vec<&str>, Vec<&str>) = ids.iter().partition(|id| offers.is_id_open(id));
        let counts = [counted(open.len(), "offre ouverte"), counted(over.len(), "offre close")];
        let counts: Vec<String> =
            counts.into_iter().filter(|count| !count.starts_with("0 ")).collect();
        let told = format!(
            "{property} manque à {} : le texte ne le dit pas ; pour l'ajouter, écrivez au-dessus : « {remedy} »\n    {}",
            counts.join(" et à "),
            some(&[open, over].concat()),
        );
        findings.push(Finding::warning(told));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::Weight;
    use crate::check::folder::Folder;
    use crate::check::offers;
    use tremplin_engine::settings::Settings;

    #[test]
    fn what_is_missing_is_counted_and_what_is_no_posting_is_an_error() -> anyhow::Result<()> {
        let root = tempfile::tempdir()?;
        let today = "2026-11-27".parse().map_err(|_| anyhow::anyhow!("a day"))?;
        let offers = offers::read(root.path(), &Settings::default(), today);
        let page =
            |posting: &str| format!("<script type=\"application/ld+json\">{posting}</script>");
        let whole = page(
            r#"{"@type":"JobPosting","title":"a","description":"b","datePosted":"2026-03-01","hiringOrganization":{"name":"c"},"jobLocation":[{"address":{"addressCountry":"FR"}}]}"#,
        );
        let away = page(
            r#"{"@type":"JobPosting","title":"a","description":"b","hiringOrganization":{"name":" "},"jobLocationType":"TELECOMMUTE","applicantLocationRequirements":{}}"#,
        );
        let folder = |pages: &[(&str, &str)]| Folder::of(pages);
        assert_eq!(
            check(&folder(&[("offre/a/index.html", &whole), ("offre/index.html", "")]), &offers),
            []
        );
        let found = check(
            &folder(&[("offre/a/index.html", &whole), ("offre/b/index.html", &away)]),
            &offers,
        );
        let told: Vec<&str> =
            found.iter().map(|finding| finding.text.split(' ').next().unwrap_or("")).collect();
        assert_eq!(told, ["datePosted", "hiringOrganization"]);
        assert!(found.iter().all(|finding| finding.weight == Weight::Warning && finding.text.ends_with("    b")));
        for wrong in ["", &page("{"), &page("{}"), &format!("{whole}{whole}")] {
            let found = check(&folder(&[("offre/a/index.html", wrong)]), &offers);
            assert_eq!(found.len(), 1, "{wrong}");
            assert_eq!(found[0].weight, Weight::Error);
        }
        Ok(())
    }
}
