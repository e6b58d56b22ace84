//! For one field, the candidates of each offer: the chosen one is marked.

use super::table::name;
use std::io::{self, Write};
use tremplin_engine::dataset::explain;
use tremplin_engine::diagnostic::Language;
use tremplin_engine::offer::Field;
use tremplin_engine::source::Source;

pub(super) fn print(sources: &[Source], field: Field, language: Language) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for (offer, candidates) in explain(sources, field) {
        writeln!(out, "{}:{} {}", offer.file, offer.start_line, name(field, language))?;
        if candidates.is_empty() {
            let nothing = match language {
                Language::French => "aucun candidat",
                Language::English => "no candidate",
            };
            writeln!(out, "    {nothing}")?;
        }
        for candidate in candidates {
            let mark = if candidate.chosen { "->" } else { "  " };
            let value = candidate.value.as_deref().unwrap_or("null");
            let words =
                candidate.span.of(&offer.text).split_whitespace().collect::<Vec<_>>().join(" ");
            writeln!(out, " {mark} {:>4}  {}  {value}", candidate.score, candidate.rule)?;
            writeln!(out, "          « {words} »")?;
        }
        writeln!(out)?;
    }
    Ok(())
}
