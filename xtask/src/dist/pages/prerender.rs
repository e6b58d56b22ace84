//! Runs the widget's own views natively: see `src/prerender/`.

use crate::failure::Failure;
use crate::process;
use crate::project::{self, root};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::process::Command;
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::settings::Settings;

/// What was drawn.
#[derive(Deserialize)]
pub(super) struct Drawn {
    /// The list's markup.
    pub(super) list: String,
    /// The markup of a link to each offer.
    pub(super) all: String,
    /// Each offer, in the dataset's order.
    pub(super) offers: Vec<DrawnOffer>,
    dataset: serde_json::Value,
}

/// An offer, drawn.
#[derive(Deserialize)]
pub(super) struct DrawnOffer {
    /// Its page's markup.
    pub(super) page: String,
    /// Its text's markup.
    pub(super) text: String,
    /// Its deadline as a calendar's file, if it is ahead.
    pub(super) calendar: Option<String>,
}

/// The program that draws, to be told the day, the language and the filters.
pub(crate) fn program() -> Command {
    let mut cargo = Command::new(project::cargo());
    let package = ["--package", "tremplin", "--features", "prerender", "--bin", "prerender"];
    cargo.args(["run", "--quiet"]).args(package).arg("--").current_dir(root());
    cargo
}

/// Draws the list and each offer as on the day `today`.
///
/// # Errors
/// When the views do not compile, or the offers cannot be read.
pub(super) fn draw(settings: &Settings, today: Date) -> Result<(Dataset, Drawn)> {
    let mut cargo = program();
    cargo.args([&today.to_string(), &settings.site.lang]);
    cargo.args(settings.filters.iter().map(|(name, value)| format!("{name}={value}")));
    cargo.arg(format!("verrou={}", settings.locked.join(" ")));
    let output = process::read(&mut cargo)?;
    if !output.status.success() {
        return Err(Failure::new(
            format!("`{}` failed; its own message is above", process::shown(&cargo)),
            "views that compile for this machine too, and seeds/ that can be read",
            "mend what its first `error:` says, then run this command again",
        )
        .into());
    }
    let drawn: Drawn =
        serde_json::from_slice(&output.stdout).context("prerender printed no JSON of its form")?;
    let dataset = Dataset::from_json(&drawn.dataset.to_string()).map_err(|error| {
        anyhow::anyhow!("prerender printed a dataset that cannot be read: {error}")
    })?;
    Ok((dataset, drawn))
}
