//! An answer as people read it.

use super::{Searched, json};
use std::io::{self, Write};
use tremplin_engine::query::Query;
use tremplin_engine::search::{explain, marks, relaxations};

/// How many offers are shown.
const SHOWN: usize = 10;

/// Prints the answer to `query`.
pub(super) fn print(out: &mut impl Write, searched: &Searched, query: &Query) -> io::Result<()> {
    let answer = searched.answer(query);
    let Searched { dataset, index, today, .. } = searched;
    writeln!(out, "« {} » : {} offre(s)", query.words, answer.total)?;
    for part in &answer.understood {
        let asked = Query { filters: part.filters.clone(), ..Query::default() }.to_url();
        let asked: Vec<String> =
            asked.iter().map(|(key, value)| format!("{key}={value}")).collect();
        writeln!(out, "  compris : « {} » {}", part.span.of(&query.words), asked.join(" "))?;
    }
    if let Some(meant) = &answer.did_you_mean {
        writeln!(out, "  vouliez-vous dire : {meant}")?;
    }
    if let Some(hint) = json::hint(&query.words) {
        writeln!(out, "  {hint}")?;
    }
    for (rank, hit) in answer.hits.iter().enumerate().take(SHOWN) {
        let offer = &dataset.offers[hit.offer as usize];
        let city = offer.places.first().and_then(|place| place.city.as_deref());
        let parts = [offer.title.as_deref(), offer.organisation.as_deref(), city];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        writeln!(
            out,
            "{:>3}. {} ({:.3}, {}:{})",
            rank + 1,
            parts.join(" · "),
            hit.score,
            offer.file,
            offer.start_line
        )?;
        if let Some(snippet) = marks(dataset, index, &answer, hit.offer).snippet {
            writeln!(out, "     … {} …", snippet.window.of(&offer.text))?;
        }
        if searched.explain {
            let why = explain(dataset, index, &answer, hit.offer);
            for reason in &why.words {
                let word = reason.word.of(&query.words);
                match &reason.by {
                    Some((form, how)) => {
                        writeln!(out, "     {word} ← {form} ({how:?}) {:.3}", reason.points)?;
                    }
                    None => writeln!(out, "     {word} ← rien")?,
                }
            }
            writeln!(out, "     côte à côte {:.3}", why.together)?;
        }
    }
    if answer.total as usize > SHOWN {
        writeln!(out, "     … et {} de plus", answer.total as usize - SHOWN)?;
    }
    if answer.total == 0 {
        for way in relaxations(dataset, index, query, &answer, *today) {
            let steps: Vec<String> = way.steps.iter().map(|&way| json::step(query, way)).collect();
            writeln!(out, "  {} : {}", steps.join(", "), way.total)?;
        }
    }
    writeln!(out)
}
