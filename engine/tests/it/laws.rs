//! The laws of the parsers, each a check that any input must pass: random tests and fuzz targets call the same.

use std::collections::BTreeSet;
use tremplin_engine::correction::Sister;
use tremplin_engine::dataset::{Dataset, compile, open};
use tremplin_engine::diagnostic::{Diagnostics, Language};
use tremplin_engine::document::Document;
use tremplin_engine::extract;
use tremplin_engine::gazetteer;
use tremplin_engine::layout::lay_out;
use tremplin_engine::offer::{Field, Offer};
use tremplin_engine::outline;
use tremplin_engine::query::Query;
use tremplin_engine::query::typed::{Hint, hint};
use tremplin_engine::search::{Index, explain, marks, relaxations, search, suggest};
use tremplin_engine::segment::segment;
use tremplin_engine::source::Source;
use tremplin_engine::text::{self, Folded, date, fold, number};

/// Any bytes are a text that is not blank, or one complaint.
pub(crate) fn decoding(bytes: &[u8]) {
    match source("octets.txt", bytes).decode() {
        Ok(text) => assert!(!text.trim().is_empty() && !text.contains('\0')),
        Err(complaint) => assert_eq!(complaint.location.file, "octets.txt"),
    }
}

/// Blocks joined together are their file, and know their first line.
pub(crate) fn segmenting(text: &str) {
    let mut read = String::new();
    for block in segment(text) {
        assert_eq!(block.first_line as usize, read.matches('\n').count() + 1);
        read += &text[block.range];
    }
    assert_eq!(read, text);
}

/// Lines of the outline lie inside of the text, in order; any of their words leads back into the file; no figure and
/// no letter is made up: only the labels of a table stand beside each of its rows, three at most.
pub(crate) fn laying_out(text: &str) {
    let document = lay_out("texte.txt", text, 1);
    let mut end = 0;
    for line in &document.lines {
        assert!(line.span.start >= end && document.text.get(line.span.range()).is_some());
        end = line.span.end;
        let location = document.locate(line.span);
        assert!(location.source.get(location.mark).is_some());
    }
    assert_eq!(document.kinds.len(), document.lines.len());
    assert!(document.origins.is_sorted_by_key(|origin| origin.at));
    let labels = text.lines().filter(|line| line.contains(['\t', '|']));
    let again: usize = labels.map(|line| 2 * matter(line)).sum();
    assert!(matter(&document.text) <= matter(text) + again);
}

/// How many letters and figures a text has: layout may leave some out, and makes none up.
fn matter(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// What is read from a text leads back to it.
pub(crate) fn extracting(text: &str) {
    let document = lay_out("texte.txt", text, 1);
    let mut diagnostics = Diagnostics::new();
    let offer = extract::extract(&document, &mut diagnostics);
    evidence(&offer);
    plausible(&offer);
    drawing(&diagnostics);
    let breaches = breaches(&document);
    assert!(breaches.is_empty(), "{breaches:#?}");
}

/// The fields that are read from a few words alone: pay, length, dates, places.
pub(crate) const PAY: &[Field] = &[Field::Pay, Field::HoursPerWeek];
pub(crate) const DURATION: &[Field] = &[Field::DurationMonths];
pub(crate) const DATES: &[Field] = &[Field::Published, Field::Start, Field::Deadline];
pub(crate) const PLACES: &[Field] = &[Field::Remote, Field::Places];

/// Fields read from a few words by themselves lead back to them, and their values can be.
pub(crate) fn reading_fields(fields: &[Field], words: &str) {
    let document = Document::of_text(words);
    let mut offer = Offer { text: words.to_owned(), ..Offer::default() };
    let mut diagnostics = Diagnostics::new();
    for &field in fields {
        extract::field(field, &document, &mut offer, &mut diagnostics);
    }
    drawing(&diagnostics);
    for (field, evidence) in offer.evidence.iter() {
        assert!(words.get(evidence.span.range()).is_some(), "{field:?} {evidence:?}");
    }
    plausible(&offer);
}

/// Values that contradict no law of their own, whatever they were read from.
fn plausible(offer: &Offer) {
    if let Some(pay) = &offer.pay {
        assert!(pay.min.is_finite() && pay.min > 0.0, "{pay:?}");
        assert!(pay.max.is_none_or(|max| max.is_finite() && max > pay.min), "{pay:?}");
    }
    if let Some([low, high]) = offer.duration_months {
        assert!(0 < low && low <= high, "{low} to {high} months");
    }
    if let Some(start) = offer.start {
        assert!(start.from.is_some() || start.to.is_some());
        if let (Some(from), Some(to)) = (start.from, start.to) {
            assert!(from.first_day() <= to.last_day(), "{start:?}");
        }
    }
    for place in &offer.places {
        assert!(place.city.as_ref().is_none_or(|city| !city.is_empty()), "{place:?}");
        let known = |code: &String| gazetteer::department(code).is_some();
        assert!(place.department.as_ref().is_none_or(known), "{place:?}");
        assert_eq!(place.lat.is_some(), place.lon.is_some(), "{place:?}");
    }
}

/// Every piece of evidence is a piece of the offer's own text.
pub(crate) fn evidence(offer: &Offer) {
    for (field, evidence) in offer.evidence.iter() {
        assert!(offer.text.get(evidence.span.range()).is_some(), "{field:?} {evidence:?}");
    }
    assert_eq!(outline::sections(&offer.text).len(), offer.section_kinds.len());
}

/// What breaks the law of evidence: a value's words, read again alone, give the same value.
pub(crate) fn breaches(document: &Document) -> Vec<String> {
    let found = [
        extract::deadline::RULES.breach(document),
        extract::driving_licence::RULES.breach(document),
        extract::duration::RULES.breach(document),
        extract::hours::RULES.breach(document),
        extract::pay::RULES.breach(document),
        extract::published::RULES.breach(document),
        extract::remote::RULES.breach(document),
        extract::start::RULES.breach(document),
        extract::study_level::RULES.breach(document),
    ];
    found.into_iter().flatten().collect()
}

/// Every complaint can be drawn in both languages.
fn drawing(diagnostics: &Diagnostics) {
    for diagnostic in diagnostics {
        for language in [Language::French, Language::English] {
            assert!(!diagnostic.drawn(language).to_string().is_empty());
        }
    }
}

/// Compiling twice gives the same bytes, which read back; ids are unique.
pub(crate) fn compiling(sources: &[Source]) -> Dataset {
    let (dataset, diagnostics) = compile(sources);
    let json = dataset.to_json();
    assert!(compile(sources).0.to_json() == json, "compiled twice, two datasets");
    assert!(Dataset::from_json(&json).expect("a dataset reads back") == dataset);
    let ids: BTreeSet<&str> = dataset.offers.iter().map(|offer| offer.id.as_str()).collect();
    assert_eq!(ids.len(), dataset.offers.len());
    for offer in &dataset.offers {
        evidence(offer);
        assert!(open(offer)["sections"].is_array());
        assert!(0 < offer.start_line && offer.start_line <= offer.end_line);
    }
    drawing(&diagnostics);
    dataset
}

/// Folding is idempotent and leads back; a date is one of the calendar; a number is finite.
pub(crate) fn reading_values(words: &str) {
    let folded = fold(words);
    assert_eq!(fold(&folded), folded);
    let mapped = Folded::new(words);
    assert_eq!(mapped.as_str(), folded);
    for (at, _) in folded.char_indices() {
        assert!(words.get(mapped.source(at..folded.len()).range()).is_some());
    }
    for word in text::words(words) {
        assert!(words.get(word.span.range()).is_some() && !word.forms.is_empty());
    }
    let _ = date::parse(&folded);
    for number in [number::amount(&folded), number::count(&folded)].into_iter().flatten() {
        assert!(number.is_finite() && number >= 0.0, "{words:?} -> {number}");
    }
}

/// A query comes back from its URL.
pub(crate) fn querying(words: &str) {
    let written = Query::parse(words);
    let halves: Vec<(&str, &str)> =
        words.split('&').filter_map(|pair| pair.split_once('=')).collect();
    for query in [written, Query::from_url(halves)] {
        let pairs = query.to_url();
        let again = Query::from_url(pairs.iter().map(|(key, value)| (*key, value.as_str())));
        assert_eq!(again, query, "{pairs:?}");
    }
}

thread_local! {
    /// Offers for [`searching`], compiled once.
    static SEARCHED: (Dataset, Index) = {
    let text = "Le Verger (Rennes – 35000) – Stage chargé·e de récolte\n\nGratification : 800 € par mois, 6 mois \
        dès le 1er mars 2024, bac+5, télétravail partiel.\n\nVille d'Anduze (30140) – Apprenti·e fontainier\n\n\
        Candidatures avant le 15 avril 2024.\nVous entretenez l'eau.\n";
    let (dataset, _) = compile(&[Source { name: "a.txt".to_owned(), bytes: text.into() }]);
    let index = Index::build(&dataset);
    (dataset, index)
    };
}

/// Any text is answered, with marks and understood words that lie in their texts; any answer has ways on or back.
pub(crate) fn searching(words: &str) {
    SEARCHED.with(|(dataset, index)| searching_in(dataset, index, words));
}

fn searching_in(dataset: &Dataset, index: &Index, words: &str) {
    let today = "2024-03-15".parse().expect("a day");
    let query = Query::parse(words);
    let answer = search(dataset, index, &query, today, usize::MAX);
    assert_eq!(answer.total as usize, answer.hits.len());
    for part in &answer.understood {
        assert!(words.get(part.span.range()).is_some_and(|said| !said.is_empty()), "{part:?}");
        assert!(!part.filters.is_free(part.facet), "{part:?}");
    }
    for hit in &answer.hits {
        let offer = &dataset.offers[hit.offer as usize];
        let marks = marks(dataset, index, &answer, hit.offer);
        let title = offer.title.as_deref().unwrap_or(&offer.heading);
        assert!(marks.title.iter().all(|mark| title.get(mark.range()).is_some()));
        for snippet in marks.snippet.iter() {
            assert!(snippet.marks.iter().all(|mark| offer.text.get(mark.range()).is_some()));
            assert!(offer.text.get(snippet.window.range()).is_some());
        }
        assert!(explain(dataset, index, &answer, hit.offer).together.is_finite());
    }
    if let Some(Hint::UnknownField(span) | Hint::OpenQuote(span)) = hint(words) {
        assert!(words.get(span.range()).is_some());
    }
    suggest(dataset, index, &query, today, 8);
    if answer.total == 0 {
        relaxations(dataset, index, &query, &answer, today);
    }
}

/// Any text is a dataset or an error; a dataset that was read is written and read again as it is.
pub(crate) fn opening(json: &str) {
    if let Ok(dataset) = Dataset::from_json(json) {
        let again = Dataset::from_json(&dataset.to_json()).expect("a dataset reads back");
        assert!(again == dataset, "{json}");
    }
}

/// Any file of corrections is read or complained about.
pub(crate) fn correcting(text: &str, corrections: &str) {
    let mut diagnostics = Diagnostics::new();
    let sister = Sister::read(&source("texte.toml", corrections.as_bytes()), &mut diagnostics);
    let _ = sister.lines(text, &mut diagnostics);
    drawing(&diagnostics);
    let both = [source("texte.txt", text.as_bytes()), source("texte.toml", corrections.as_bytes())];
    let (dataset, diagnostics) = compile(&both);
    drawing(&diagnostics);
    dataset.offers.iter().for_each(evidence);
}

/// A source of this name.
pub(crate) fn source(name: &str, bytes: &[u8]) -> Source {
    Source { name: name.to_owned(), bytes: bytes.to_vec() }
}
