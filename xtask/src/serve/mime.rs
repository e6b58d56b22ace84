//! The media type of each file of the site.

use std::path::Path;

/// The media type that the file's extension says; bytes when it says nothing known.
pub(super) fn of(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        // Browsers compile a WebAssembly file while it arrives under this type only.
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use std::path::Path;

    #[test]
    fn types_of_the_site() {
        for (file, kind) in [
            ("index.html", "text/html; charset=utf-8"),
            ("a/tremplin-1a2b3c4d.wasm", "application/wasm"),
            ("tremplin.js", "text/javascript; charset=utf-8"),
            ("page.css", "text/css; charset=utf-8"),
            ("offres.json", "application/json"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("flux.xml", "application/xml"),
            ("icone.svg", "image/svg+xml"),
            ("favicon.ico", "image/x-icon"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("sans-extension", "application/octet-stream"),
        ] {
            assert_eq!(of(Path::new(file)), kind, "{file}");
        }
    }
}
