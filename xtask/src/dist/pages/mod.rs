//! What is published beside the widget, so that offers are read without a script: the list in the first page, a page
//! per offer, feeds, open data, what the site says of itself, and what makes it installable.

mod feed;
mod manifest;
mod offer;
mod one_file;
mod open_data;
mod posting;
mod prerender;
mod revised;
mod sitemap;
mod statements;
mod xml;

use super::assemble::Site;
use super::names::Names;
use crate::project;
use anyhow::{Context, Result};
use prerender::Drawn;
pub(crate) use prerender::program as prerender;
use std::fs;
use std::path::Path;
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::settings::Settings;

/// What every page is made of.
pub(super) struct Published {
    settings: Settings,
    today: Date,
    dataset: Dataset,
    /// The day on which each offer's text changed last, in the dataset's order.
    revised: Vec<Date>,
    drawn: Drawn,
}

impl Published {
    /// Reads the settings of `root`, and draws the list and each offer as on this day.
    ///
    /// # Errors
    /// When `tremplin.toml` is wrong, or the widget's views cannot be compiled.
    pub(super) fn draw(root: &Path) -> Result<Self> {
        let settings = project::settings()?;
        let today = project::today()?;
        let (dataset, drawn) = prerender::draw(&settings, today)?;
        let revised = revised::days(root, &dataset, today);
        Ok(Self { settings, today, dataset, revised, drawn })
    }

    /// The site's address, if the forker told it.
    fn address(&self) -> Option<&str> {
        self.settings.site.address.as_deref()
    }

    fn is_english(&self) -> bool {
        self.settings.site.lang == "en"
    }

    /// The words in the site's language.
    fn say<'a>(&self, french: &'a str, english: &'a str) -> &'a str {
        if self.is_english() { english } else { french }
    }

    /// Adds every page and file to the site, whose other files have their `names`.
    ///
    /// # Errors
    /// When a template or a logo cannot be read, or asks for a file that is not there.
    pub(super) fn add(&self, site: &mut Site, mut names: Names, root: &Path) -> Result<()> {
        let read = |path: &str| {
            fs::read_to_string(root.join(path)).with_context(|| format!("{path} cannot be read"))
        };
        self.name(&mut names);
        for path in self.settings.logos.values() {
            let logo = fs::read(root.join(path)).with_context(|| {
                format!("tremplin.toml, [logos] : l'image {path} est illisible")
            })?;
            site.insert(path.clone(), logo);
        }
        let frame = read("src/prerender/offer.html")?;
        offer::add(self, site, &mut names, &frame)?;
        statements::add(self, site, &mut names, root, &frame)?;
        open_data::add(self, site)?;
        feed::add(self, site)?;
        sitemap::add(self, site)?;
        manifest::add(self, site)?;
        let offline = names.fill("src/offline/offline.js", &read("src/offline/offline.js")?)?;
        site.insert(names.add("offline.js", offline.as_bytes()), offline.into_bytes());
        let index = names.fill("index.html", &read("index.html")?)?;
        site.insert("index.html".to_owned(), index.into_bytes());
        one_file::add(self, site, &mut names, root)?;
        let worker = manifest::worker(site, &mut names, &read("src/offline/sw.js")?)?;
        site.insert("sw.js".to_owned(), worker.into_bytes());
        Ok(())
    }

    /// Gives the templates their words.
    fn name(&self, names: &mut Names) {
        let site = &self.settings.site;
        for (role, text) in [
            ("site.name", &site.name),
            ("site.heading", &site.title),
            ("site.description", &site.description),
            ("site.lang", &site.lang),
        ] {
            names.say(role, xml::escaped(text));
        }
        let promise = self.say(
            "La recherche se fait dans votre navigateur : ni compte, ni cookie, ni traceur.",
            "The search runs in your browser: no account, no cookie, no tracker.",
        );
        names.say("site.promise", promise.replace(" :", "\u{a0}:"));
        let noscript = self.say(
            "La recherche et les filtres ont besoin de JavaScript ; toutes les offres se lisent ici sans lui.",
            "The search and the filters need JavaScript; every offer can be read here without it.",
        );
        names.say("site.noscript", noscript.replace(" ;", "\u{a0};"));
        let failed = self.say(
            "La recherche n’a pas pu démarrer ; toutes les offres se lisent ici sans elle.",
            "The search could not start; every offer can be read here without it.",
        );
        names.say("site.failed", failed.replace(" ;", "\u{a0};"));
        let doors = format!(
            "<a href=\"offre/\">{}</a> · <a href=\"flux.xml\">{}</a> · <a href=\"offres.csv\">{}</a> · <a href=\"offres.json\">JSON</a> · <a href=\"integrer/configurateur/\">{}</a>",
            self.say("Toutes les offres", "All offers"),
            self.say("Flux Atom", "Atom feed"),
            self.say("Données ouvertes (CSV)", "Open data (CSV)"),
            self.say("Mettre ces offres sur votre site", "Put these offers on your site"),
        );
        names.say("site.doors", doors);
        names.say("site.access", self.say("Accessibilité", "Accessibility"));
        names.say("site.privacy", self.say("Confidentialité", "Privacy"));
        names.say("site.attributes", self.attributes());
        names.say("site.list", self.drawn.list.clone());
        names.say("site.links", self.links(""));
    }

    /// The attributes that the settings give the site's own element.
    fn attributes(&self) -> String {
        let settings = &self.settings;
        let mut attributes = String::new();
        let mut add = |name: &str, value: &str| {
            attributes += &format!(" {name}=\"{}\"", xml::escaped(value));
        };
        settings.filters.iter().for_each(|(name, value)| add(name, value));
        for (name, values) in [("verrou", &settings.locked), ("masquer", &settings.hidden)] {
            if !values.is_empty() {
                add(name, &values.join(" "));
            }
        }
        if let Some(accent) = &settings.site.accent {
            add("accent", accent);
        }
        if self.is_english() {
            add("langue", "en");
        }
        attributes
    }

    /// What only a whole address can say of the page at `path`: which it is, and its picture.
    fn links(&self, path: &str) -> String {
        let Some(address) = self.address() else { return String::new() };
        let (page, picture) = (
            xml::escaped(&format!("{address}{path}")),
            xml::escaped(&format!("{address}carte.png")),
        );
        format!(
            "<link rel=\"canonical\" href=\"{page}\">\n<meta property=\"og:url\" content=\"{page}\">\n\
             <meta property=\"og:image\" content=\"{picture}\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n"
        )
    }
}
