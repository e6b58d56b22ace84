//! Puts the site's files together, each under its name.

use super::names::Names;
use super::pages::Published;
use super::{Effort, embed, minify, modules, style};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The site's files: name -> content.
pub(super) type Site = BTreeMap<String, Vec<u8>>;

/// The compiled program.
pub(super) struct Program {
    /// The JavaScript that binds it to the browser.
    pub(super) glue: String,
    /// What runs first.
    pub(super) wasm: Vec<u8>,
    /// What follows it.
    pub(super) search: Vec<u8>,
    /// What comes late.
    pub(super) late: Vec<u8>,
}

/// The site of the sources in `root`, of the program.
///
/// What stands in `style/static/` (icons) goes into it as it is, under its own name; the texts beside the custom element,
/// which it fetches when they are asked for, under names that change with them.
///
/// # Errors
/// When a source cannot be read, or asks for a file that is not there.
pub(super) fn assemble(
    root: &Path,
    program: Program,
    published: &Published,
    effort: Effort,
) -> Result<Site> {
    let (mut site, names) = widget(root, program, effort)?;
    published.add(&mut site, names, root)?;
    Ok(site)
}

/// The widget's own files, and what names they have.
fn widget(root: &Path, program: Program, effort: Effort) -> Result<(Site, Names)> {
    let mut names = Names::default();
    let mut site = Site::new();
    let mut add = |names: &mut Names, role: &str, content: Vec<u8>| {
        site.insert(names.add(role, &content), content);
    };
    names.say("tremplin.wasm.size", program.wasm.len().to_string());
    add(&mut names, "tremplin.wasm", program.wasm);
    add(&mut names, "search.wasm", program.search);
    add(&mut names, "late.wasm", program.late);
    let sheets = root.join("style");
    add(&mut names, "tremplin.css", style::widget(&sheets)?.into_bytes());
    add(&mut names, "details.css", style::details(&sheets)?.into_bytes());
    add(&mut names, "page.css", style::page(&sheets)?.into_bytes());
    for (name, file) in files(&root.join("src/element"))? {
        if name.ends_with(".txt") {
            let content =
                fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            add(&mut names, &name, content);
        }
    }
    let mut sources = read_modules(&root.join("src/element"))?;
    modules::bundle(&mut sources, &program.glue)?;
    if effort == Effort::Full {
        for text in sources.values_mut() {
            *text = minify::minify(text)?;
        }
    }
    for (name, text) in modules::link(&sources, &mut names)? {
        site.insert(name, text.into_bytes());
    }
    for (name, file) in files(&sheets.join("static"))? {
        let content =
            fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        site.insert(name, content);
    }
    embed::add(root, &mut names, &mut site)?;
    Ok((site, names))
}

/// The JavaScript modules of a folder: name -> text.
fn read_modules(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut modules = BTreeMap::new();
    for (name, file) in files(folder)?.into_iter().filter(|(name, _)| name.ends_with(".js")) {
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        modules.insert(name, text);
    }
    Ok(modules)
}

/// The files of a folder: name -> path.
fn files(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let unread = || format!("{} cannot be read", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(unread)? {
        let file = entry.with_context(unread)?.path();
        let name = file.file_name().and_then(|name| name.to_str());
        // What an editor or the system hides is not the site's.
        if let Some(name) = name.filter(|name| file.is_file() && !name.starts_with('.')) {
            files.insert(name.to_owned(), file.clone());
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{Effort, Program, embed, widget};
    use std::fs;

    #[test]
    fn a_site_refers_to_its_own_files_only() -> anyhow::Result<()> {
        let root = tempfile::tempdir()?;
        let write = |path: &str, text: &str| fs::write(root.path().join(path), text);
        fs::create_dir_all(root.path().join("src/element"))?;
        fs::create_dir_all(root.path().join("style/static"))?;
        for sheet in [
            "tokens", "base", "layout", "blocks", "search", "looks", "keeping", "host", "offer",
            "map", "compare", "print", "page",
        ] {
            write(&format!("style/{sheet}.css"), &format!("/* no */ .{sheet} {{}}"))?;
        }
        fs::create_dir_all(root.path().join("src/embed"))?;
        for name in embed::PARTS.iter().chain(embed::PAGES.iter().map(|(name, _)| name)) {
            write(&format!("src/embed/{name}"), "")?;
        }
        write("src/embed/frame.html", "<script src={{frame.js}}></script>")?;
        write("src/element/tremplin.js", "import './load.js'; '{{tremplin.css}}'")?;
        write(
            "src/element/load.js",
            "await import('./{{tremplin-glue.js}}'); '{{tremplin.wasm}}'",
        )?;
        write("src/element/later.txt", "later")?;
        write("style/static/icon.svg", "<svg/>")?;
        write("style/static/.hidden", "x")?;

        let program = Program {
            glue: "let wasm;\nexport { initSync, __wbg_init as default };".to_owned(),
            wasm: b"wasm".to_vec(),
            search: b"search".to_vec(),
            late: b"late".to_vec(),
        };
        let (site, _) = widget(root.path(), program, Effort::Quick)?;

        let text = |start: &str, end: &str| {
            let found =
                site.iter().find(|(name, _)| name.starts_with(start) && name.ends_with(end));
            found.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
        };
        let name = |start: &str, end: &str| {
            let found = site.keys().find(|name| name.starts_with(start) && name.ends_with(end));
            found.cloned().unwrap_or_default()
        };
        assert_eq!(site.len(), 10 + embed::PARTS.len() + embed::PAGES.len());
        assert!(site.contains_key(&format!(
                "integrer/{}",
                text("integrer/index", ".html")
                    .trim_start_matches("<script src=")
                    .trim_end_matches("></script>")
            )));
        assert_eq!(text("later-", ".txt"), "later");
        assert_eq!(text("icon", ".svg"), "<svg/>");
        assert_eq!(
            text("tremplin-", ".css"),
            " .tokens {}\n .base {}\n .layout {}\n .blocks {}\n .search {}\n .looks {}\n .keeping {}\n .host {}"
        );
        assert_eq!(text("details-", ".css"), " .offer {}\n .map {}\n .compare {}\n .print {}");
        assert!(!name("page-", ".css").is_empty());
        assert!(text("load-", ".js").contains(&name("tremplin-", ".wasm")));
        assert!(text("tremplin.js", "").contains(&name("load-", ".js")));
        Ok(())
    }
}
