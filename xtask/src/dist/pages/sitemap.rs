//! `sitemap.xml`, where the site's address is known: the format knows whole addresses only.

use super::Published;
use super::offer::folder;
use super::xml::element;
use crate::dist::assemble::Site;
use anyhow::Result;

pub(super) fn add(from: &Published, site: &mut Site) -> Result<()> {
    let Some(address) = from.address() else {
        eprintln!(
            "no sitemap.xml, no canonical links: tremplin.toml does not say `adresse` in [site]"
        );
        return Ok(());
    };
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let newest = from.revised.iter().max().copied().unwrap_or(from.today);
    let pages = from.dataset.offers.iter().map(folder).zip(from.revised.iter().copied());
    for (path, day) in std::iter::once((String::new(), newest)).chain(pages) {
        let page =
            element("loc", &format!("{address}{path}")) + &element("lastmod", &day.to_string());
        map += &format!("<url>\n{page}</url>\n");
    }
    map += "</urlset>\n";
    site.insert("sitemap.xml".to_owned(), map.into_bytes());
    Ok(())
}
