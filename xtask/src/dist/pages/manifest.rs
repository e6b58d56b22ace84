//! What makes the site installable, and lets it live offline.

use super::Published;
use crate::dist::assemble::Site;
use crate::dist::names::{Names, digest};
use anyhow::Result;
use serde_json::json;

/// Adds `manifest.webmanifest`.
pub(super) fn add(from: &Published, site: &mut Site) -> Result<()> {
    let settings = &from.settings.site;
    let icon = |size: u32, purpose: &str| json!({ "src": format!("icone-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": settings.name,
        "short_name": settings.name,
        "description": settings.description,
        "lang": settings.lang,
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbfaf8",
        "theme_color": "#fbfaf8",
        "icons": [
            { "src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
            icon(192, "any"),
            icon(512, "any"),
            icon(512, "maskable"),
        ],
    });
    site.insert("manifest.webmanifest".to_owned(), format!("{manifest:#}\n").into_bytes());
    Ok(())
}

/// The service worker, for the files that the search needs: the first page's, and those named after their content.
pub(super) fn worker(site: &Site, names: &mut Names, template: &str) -> Result<String> {
    let needed = |name: &&String| {
        let named = names.is_hashed(name);
        let few = ["index.html", "tremplin.js", "icon.svg", "manifest.webmanifest"];
        named || few.contains(&name.as_str())
    };
    let files: Vec<&String> = site.keys().filter(needed).collect();
    let mut all = Vec::new();
    for name in &files {
        all.extend_from_slice(name.as_bytes());
        all.extend_from_slice(&site[*name]);
    }
    let listed: Vec<&str> =
        files.iter().map(|name| if *name == "index.html" { "./" } else { name.as_str() }).collect();
    let (version, listed) = (digest(&all), serde_json::to_string(&listed)?);
    names.say("sw.version", version);
    names.say("sw.files", listed);
    names.fill("src/offline/sw.js", template)
}
