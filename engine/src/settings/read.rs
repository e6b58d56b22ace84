//! The file -> the settings.

use super::key::{FILTERS, Key, SECTIONS, filter};
use super::{Settings, WrongSettings};
use crate::text::nearest;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a file; see [`Settings::read`].
pub(super) fn read(text: &str) -> Result<Settings, WrongSettings> {
    let wrong = |at: usize, message: String| {
        let before = &text[..text.floor_char_boundary(at)];
        WrongSettings { line: before.matches('\n').count() + 1, message }
    };
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        wrong(at, format!("TOML illisible : {}", error.message()))
    })?;
    let mut settings = Settings::default();
    for (section, value) in table.get_ref() {
        let name = section.get_ref().as_ref();
        let Some((_, keys)) = SECTIONS.iter().find(|(known, _)| *known == name) else {
            let sections = SECTIONS.map(|(known, _)| known);
            let remedy = match nearest(name, sections) {
                Some(near) => format!("écrivez « [{near}] »"),
                None => format!("il y a [{}]", sections.join("], [")),
            };
            let told = format!("« {name} » n'est pas une partie des réglages ; {remedy}");
            return Err(wrong(section.span().start, told));
        };
        let Some(entries) = value.get_ref().as_table() else {
            let told =
                format!("« {name} » est une partie ; écrivez « [{name}] » sur une ligne à elle");
            return Err(wrong(section.span().start, told));
        };
        for (key, value) in entries {
            if let Err((at, told)) = take(name, keys, key, value, &mut settings) {
                return Err(wrong(at, told));
            }
        }
    }
    Ok(settings)
}

/// Takes one line of a section; else where it is wrong, and what to write.
fn take(
    section: &str,
    keys: &[Key],
    key: &Spanned<std::borrow::Cow<'_, str>>,
    value: &Spanned<DeValue<'_>>,
    settings: &mut Settings,
) -> Result<(), (usize, String)> {
    let name = key.get_ref().as_ref();
    let told = |told: String| (value.span().start, format!("« {name} » : {told}"));
    if let Some(key) = keys.iter().find(|key| key.name == name) {
        return (key.take)(settings, value.get_ref()).map_err(told);
    }
    match section {
        "filtres" if FILTERS.contains(&name) => {
            let value = filter(name, value.get_ref()).map_err(told)?;
            settings.filters.insert(name.to_owned(), value);
            Ok(())
        }
        "logos" => {
            let path = value.get_ref().as_str().filter(|path| !path.starts_with(['/', '.']));
            let path = path.ok_or_else(|| {
                told("c'est le chemin d'une image du projet : \"logos/verger.svg\"".to_owned())
            })?;
            settings.logos.insert(name.to_owned(), path.to_owned());
            Ok(())
        }
        _ => {
            let filters: &[&str] = if section == "filtres" { &FILTERS } else { &[] };
            let known: Vec<&str> =
                keys.iter().map(|key| key.name).chain(filters.iter().copied()).collect();
            let remedy = match nearest(name, known.iter().copied()) {
                Some(near) => format!("écrivez « {near} »"),
                None => format!("il y a : {}", known.join(", ")),
            };
            let told = format!("« {name} » n'est pas un réglage de [{section}] ; {remedy}");
            Err((key.span().start, told))
        }
    }
}
