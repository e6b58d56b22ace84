//! Whether every address in the built site leads somewhere, wherever on a host the folder stands.
//!
//! Over 400 lines: one walk of the site, and a fault planted for each thing that it sees.

use super::Finding;
use super::folder::Folder;
use super::markup::{Tag, tags};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What was followed, and what leads nowhere.
pub(super) struct Links {
    /// Addresses that stay in the site.
    pub(super) followed: usize,
    /// Files that hold some.
    pub(super) files: usize,
    pub(super) findings: Vec<Finding>,
}

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To another site, a letter or a telephone.
    Outside,
    /// To a file of the site, or to a place in it.
    Inside {
        /// The file's path.
        path: String,
        /// What follows the `#`.
        place: Option<String>,
    },
    /// Nowhere, and why.
    Nowhere(&'static str),
}

/// Where `address` leads from the file `from` of the site.
pub(super) fn target(from: &str, address: &str) -> Target {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |text: &&str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    };
    if let Some(scheme) = scheme.filter(is_scheme) {
        return match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" | "mailto" | "tel" | "data" => Target::Outside,
            _ => Target::Nowhere("une adresse de cette sorte n'est pas suivie"),
        };
    }
    if address.starts_with(['/', '\\']) {
        return Target::Nowhere(
            "elle part de la racine de l'hôte : le dossier ne pourrait pas en changer",
        );
    }
    let (address, place) = match address.split_once('#') {
        Some((address, place)) => (address, Some(decoded(place)).filter(|place| !place.is_empty())),
        None => (address, None),
    };
    let address = address.split('?').next().unwrap_or_default();
    let mut steps: Vec<String> = from.split('/').map(str::to_owned).collect();
    if address.is_empty() {
        return Target::Inside { path: from.to_owned(), place };
    }
    steps.pop();
    for step in address.split('/') {
        match step {
            "." => {}
            ".." if steps.pop().is_none() => return Target::Nowhere("elle sort du dossier"),
            ".." => {}
            "" => {}
            step => steps.push(decoded(step)),
        }
    }
    let is_folder =
        address.ends_with('/') || matches!(address.rsplit('/').next(), Some("." | ".."));
    if is_folder {
        steps.push("index.html".to_owned());
    }
    Target::Inside { path: steps.join("/"), place }
}

/// `%C3%A9` -> `é`
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = text.get(at + 1..at + 3).filter(|_| byte == b'%');
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(code) => (plain.push(code), at += 3),
            None => (plain.push(byte), at += 1),
        };
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// The modules that a module imports when it starts.
pub(super) fn imports(module: &str) -> impl Iterator<Item = &str> {
    let quoted = module.split(['"', '\'']).collect::<Vec<_>>();
    let pairs: Vec<&str> = quoted
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| {
            at % 2 == 0 && pair[1].starts_with("./") && {
                let before = pair[0].trim_end();
                before.ends_with("from") || before.ends_with("import")
            }
        })
        .map(|(_, pair)| pair[1])
        .collect();
    pairs.into_iter()
}

/// Follows every address of the site; whole ones too, where they begin with `home`, the site's own.
pub(super) fn check(folder: &Folder, home: Option<&str>) -> Links {
    let mut walk =
        Walk { folder, home, followed: 0, files: BTreeSet::new(), wrong: BTreeMap::new() };
    for (path, page) in folder.texts(".html") {
        for tag in tags(page) {
            walk.tag(path, &tag);
        }
    }
    for (path, feed) in folder.texts(".xml") {
        for tag in tags(feed) {
            let address = if tag.name == "loc" { Some(tag.text.trim()) } else { tag.get("href") };
            walk.follow(path, address);
        }
    }
    for (path, sheet) in folder.texts(".css") {
        for piece in sheet.split("url(").skip(1) {
            let address = piece.split(')').next().unwrap_or_default();
            walk.follow(path, Some(address.trim_matches(['"', '\'', ' '])));
        }
    }
    for (path, module) in folder.texts(".js") {
        for address in imports(module) {
            walk.follow(path, Some(address));
        }
        let imported: Vec<&str> = imports(module).collect();
        for name in hashed(module).filter(|name| !imported.iter().any(|one| one.ends_with(name))) {
            // A module that stands in a folder may name files of the first one.
            if !folder.has(name) && !beside(path, name).is_some_and(|path| folder.has(&path)) {
                walk.tell(path, name, "ce fichier n'est pas dans le dossier");
            }
        }
    }
    walk.manifest();
    walk.worker();
    walk.table();
    Links { followed: walk.followed, files: walk.files.len(), findings: walk.findings() }
}

fn beside(path: &str, name: &str) -> Option<String> {
    path.rsplit_once('/').map(|(folder, _)| format!("{folder}/{name}"))
}

/// The names in a module that are those of files named after their content.
fn hashed(module: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    module.split(move |c| !is_name(c)).filter(|name| {
        let parts = name.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-'));
        parts.is_some_and(|(_, hash)| {
            hash.len() == 8 && hash.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))
        })
    })
}

struct Walk<'a> {
    folder: &'a Folder,
    home: Option<&'a str>,
    followed: usize,
    files: BTreeSet<String>,
    /// What leads nowhere: the address and why -> the files it is in.
    wrong: BTreeMap<(String, &'static str), Vec<String>>,
}

impl Walk<'_> {
    /// Follows what a tag of a page asks for or leads to.
    fn tag(&mut self, path: &str, tag: &Tag) {
        for name in ["href", "src", "action", "poster", "data", "formaction"] {
            self.follow(path, tag.get(name));
        }
        for candidate in tag.get("srcset").unwrap_or_default().split(',') {
            self.follow(path, candidate.split_whitespace().next());
        }
        let is_whole =
            tag.get("property").is_some_and(|name| matches!(name, "og:url" | "og:image"));
        let mut whole = vec![tag.get("content").filter(|_| is_whole)];
        let posting: Value = match tag.get("type") {
            Some("application/ld+json") => serde_json::from_str(&tag.text).unwrap_or_default(),
            _ => Value::Null,
        };
        whole.extend([posting["url"].as_str(), posting["hiringOrganization"]["logo"].as_str()]);
        for address in &whole {
            self.follow(path, *address);
        }
        whole.push(tag.get("href").filter(|_| tag.is_rel("canonical")));
        whole.into_iter().for_each(|address| self.expect_ours(path, address));
    }

    fn manifest(&mut self) {
        const PATH: &str = "manifest.webmanifest";
        let Some(text) = self.folder.text(PATH) else { return };
        let Ok(manifest) = serde_json::from_str::<Value>(text) else {
            return self.tell(PATH, PATH, "ce n'est pas du JSON");
        };
        let lists = ["icons", "screenshots"].map(|list| manifest[list].as_array().cloned());
        for picture in lists.into_iter().flatten().flatten() {
            self.follow(PATH, picture["src"].as_str());
        }
        for name in ["start_url", "scope"] {
            self.follow(PATH, manifest[name].as_str());
        }
    }

    /// Follows what the service worker keeps.
    fn worker(&mut self) {
        const PATH: &str = "sw.js";
        let Some(text) = self.folder.text(PATH) else { return };
        let lists = text.split("= [").skip(1).filter_map(|list| list.split(']').next());
        let lists =
            lists.filter_map(|list| serde_json::from_str::<Vec<String>>(&format!("[{list}]")).ok());
        let names: Vec<String> = lists.flatten().collect();
        if names.is_empty() {
            self.tell(PATH, PATH, "aucune liste de fichiers à garder n'y est lue");
        }
        for name in names {
            self.follow(PATH, Some(&name));
        }
    }

    /// Follows the column `page` of the open data.
    fn table(&mut self) {
        const PATH: &str = "offres.csv";
        let Some(text) = self.folder.text(PATH) else { return };
        let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let place =
            table.headers().ok().and_then(|names| names.iter().position(|name| name == "page"));
        let Some(place) = place else {
            return self.tell(PATH, PATH, "la colonne « page » manque");
        };
        for row in table.records() {
            match row.as_ref().map(|row| row.get(place)) {
                Ok(address) => self.follow(PATH, address),
                Err(_) => {
                    self.tell(PATH, PATH, "une ligne n'a pas autant de colonnes que la première")
                }
            }
        }
    }

    /// Tells an address that must be one of ours and is not, where the site's is known.
    fn expect_ours(&mut self, path: &str, address: Option<&str>) {
        let (Some(address), Some(home)) = (address, self.home) else { return };
        if address.contains(':') && !address.starts_with(home) {
            self.tell(
                path,
                address,
                "elle n'est pas sous l'adresse du site (tremplin.toml, adresse)",
            );
        }
    }

    fn follow(&mut self, path: &str, address: Option<&str>) {
        let Some(address) = address.filter(|address| !address.is_empty()) else { return };
        self.files.insert(path.to_owned());
        let is_page = path.ends_with(".html");
        let ours = self.home.and_then(|home| address.strip_prefix(home));
        let led = match ours {
            // From the root: an empty one is the first page.
            Some("") => target("index.html", "./"),
            Some(rest) => target("index.html", rest),
            None => target(path, address),
        };
        match led {
            Target::Outside => {}
            Target::Nowhere(why) => self.tell(path, address, why),
            Target::Inside { path: file, place } => {
                self.followed += 1;
                if !self.folder.has(&file) {
                    let why = if self.folder.has_folder(&file) {
                        "c'est un dossier : il manque « / » à la fin"
                    } else {
                        "rien n'est là"
                    };
                    self.tell(path, address, why);
                } else if let Some(place) = place.filter(|_| is_page && file.ends_with(".html"))
                    && !self.has_place(&file, &place)
                {
                    self.tell(path, address, "la page n'a pas cet endroit");
                }
            }
        }
    }

    fn has_place(&self, file: &str, place: &str) -> bool {
        let page = self.folder.text(file).unwrap_or_default();
        tags(page).iter().any(|tag| tag.get("id") == Some(place))
    }

    fn tell(&mut self, path: &str, address: &str, why: &'static str) {
        self.wrong.entry((address.to_owned(), why)).or_default().push(path.to_owned());
    }

    fn findings(self) -> Vec<Finding> {
        let wrong = self.wrong.into_iter();
        wrong
            .map(|((address, why), mut files)| {
                files.dedup();
                let files: Vec<&str> = files.iter().map(String::as_str).collect();
                Finding::error(format!("« {address} » : {why} ; dans {}", super::some(&files)))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Target, check, hashed, imports, target};
    use crate::check::folder::Folder;

    fn inside(path: &str) -> Target {
        Target::Inside { path: path.to_owned(), place: None }
    }

    #[test]
    fn addresses_are_read_from_where_they_stand() {
        for (from, address, led) in [
            ("index.html", "offre/a/", inside("offre/a/index.html")),
            ("index.html", "./", inside("index.html")),
            ("offre/a/index.html", "../../icon.svg?v=1", inside("icon.svg")),
            ("offre/a/index.html", "../..", inside("index.html")),
            ("offre/a/index.html", "../%C3%A9/", inside("offre/é/index.html")),
            ("offre/a/index.html", "?contrat=stage", inside("offre/a/index.html")),
            ("a.html", "#", inside("a.html")),
            (
                "a.html",
                "b.html#c",
                Target::Inside { path: "b.html".into(), place: Some("c".into()) },
            ),
            ("a.html", "https://x.example/", Target::Outside),
            ("a.html", "mailto:a@x.example", Target::Outside),
        ] {
            assert_eq!(target(from, address), led, "{from} {address}");
        }
        for address in
            ["/a", "//x.example/a", "../a", "javascript:alert(1)", "file:///a", "a/../../b"]
        {
            assert!(matches!(target("index.html", address), Target::Nowhere(_)), "{address}");
        }
    }

    #[test]
    fn a_modules_imports_and_names_are_found() {
        let module =
            "import{a}from\"./a.js\";import './b.js';const c='./c.js',d=import('./d-0123abcd.js')";
        assert_eq!(imports(module).collect::<Vec<_>>(), ["./a.js", "./b.js"]);
        assert_eq!(hashed(module).collect::<Vec<_>>(), ["d-0123abcd.js"]);
    }

    /// A small site that holds.
    const SITE: [(&str, &str); 12] = [
        (
            "index.html",
            "<link rel=canonical href=\"https://x.example/o/\"><a href=\"offre/a/#titre\">a</a><a href=\"tel:+33\">t</a><script src=tremplin.js></script>",
        ),
        (
            "offre/a/index.html",
            "<h1 id=titre></h1><a href=\"../../\">x</a><img srcset=\"../../icon.svg 1x\"><script type=\"application/ld+json\">{\"url\":\"https://x.example/o/offre/a/\"}</script>",
        ),
        ("tremplin.js", "import './data-0123abcd.js'"),
        ("data-0123abcd.js", ""),
        ("page.css", "a { background: url(icon.svg) }"),
        ("icon.svg", "<svg/>"),
        ("flux.xml", "<feed><link href=\"https://x.example/o/offre/a/\"/></feed>"),
        ("flux/stage.xml", "<feed><link href=\"../offre/a/\"/></feed>"),
        ("sitemap.xml", "<urlset><url><loc>https://x.example/o/</loc></url></urlset>"),
        ("manifest.webmanifest", r#"{"start_url":"./","icons":[{"src":"icon.svg"}]}"#),
        ("sw.js", "const VERSION = 'x';\nconst FILES = [\"./\",\"tremplin.js\"];"),
        ("offres.csv", "\u{feff}status,page\nopen,offre/a/\n"),
    ];

    const HOME: Option<&str> = Some("https://x.example/o/");

    #[test]
    fn a_site_that_holds_raises_nothing() {
        let links = check(&Folder::of(&SITE), HOME);
        assert_eq!(links.findings, []);
        assert_eq!((links.followed, links.files), (16, 10));
    }

    #[test]
    fn each_planted_fault_is_seen() {
        for (path, right, wrong) in [
            ("index.html", "offre/a/#titre", "offre/b/"),
            ("index.html", "offre/a/#titre", "offre/a/#rien"),
            ("index.html", "offre/a/#titre", "offre/a"),
            ("index.html", "offre/a/#titre", "/offre/a/"),
            ("index.html", "tel:+33", "javascript:void(0)"),
            ("index.html", "https://x.example/o/", "https://y.example/o/"),
            ("index.html", "tremplin.js", "tremplin-0.js"),
            ("offre/a/index.html", "../../\"", "../../../\""),
            ("offre/a/index.html", "icon.svg", "icon.png"),
            ("offre/a/index.html", "https://x.example/o/offre/a/", "https://y.example/"),
            ("tremplin.js", "0123abcd", "0123abce"),
            ("page.css", "icon.svg", "fond.png"),
            ("flux.xml", "offre/a/", "offre/b/"),
            ("flux/stage.xml", "../offre/a/", "offre/a/"),
            ("sitemap.xml", "/o/", "/o/offre/b/"),
            ("manifest.webmanifest", "icon.svg", "icone.png"),
            ("sw.js", "tremplin.js", "ancien.js"),
            ("sw.js", "= [", "= new Set(["),
            ("offres.csv", "offre/a/", "offre/b/"),
            ("offres.csv", "page", "lien"),
        ] {
            let site = SITE.map(|(name, text)| {
                (name, if name == path { text.replacen(right, wrong, 1) } else { text.to_owned() })
            });
            let site = site.each_ref().map(|(name, text)| (*name, text.as_str()));
            let links = check(&Folder::of(&site), HOME);
            assert_eq!(links.findings.len(), 1, "{path}, {wrong}: {:?}", links.findings);
            assert!(links.findings[0].text.contains(path), "{:?}", links.findings);
        }
    }
}
