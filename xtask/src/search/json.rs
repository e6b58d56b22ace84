//! An answer as one JSON object.

use super::Searched;
use serde_json::{Map, Value, json};
use tremplin_engine::query::typed::{self, Hint};
use tremplin_engine::query::{Filters, Query};
use tremplin_engine::search::{Answer, Step, explain, relaxations};

/// The answer to `query`. Filters and facets go by the words of URLs.
pub(super) fn answer(searched: &Searched, query: &Query) -> Value {
    let answer = searched.answer(query);
    let Searched { dataset, index, today, .. } = searched;
    let hits = answer.hits.iter().map(|hit| {
        let offer = &dataset.offers[hit.offer as usize];
        let mut object = json!({
            "id": offer.id,
            "file": offer.file,
            "start_line": offer.start_line,
            "score": hit.score,
            "title": offer.title,
        });
        if searched.explain {
            object["explain"] = explanation(searched, query, &answer, hit.offer);
        }
        object
    });
    let mut in_effect = query.filters.clone();
    answer.understood.iter().for_each(|part| in_effect.add(&part.filters, part.facet));
    let understood = answer.understood.iter().map(|part| {
        json!({
            "words": part.span.of(&query.words),
            "span": [part.span.start, part.span.end],
            "filters": filters(&part.filters),
        })
    });
    let relaxed = if answer.total == 0 {
        relaxations(dataset, index, query, &answer, *today)
    } else {
        Vec::new()
    };
    let relaxed = relaxed.iter().map(|way| {
        json!({
            "steps": way.steps.iter().map(|&way| step(query, way)).collect::<Vec<_>>(),
            "query": way.query.words,
            "filters": filters(&way.query.filters),
            "total": way.total,
        })
    });
    json!({
        "query": query.words,
        "total": answer.total,
        "filters": filters(&in_effect),
        "understood": understood.collect::<Value>(),
        "hits": hits.collect::<Value>(),
        "facets": facets(searched, &answer),
        "did_you_mean": answer.did_you_mean,
        "hint": hint(&query.words),
        "relaxations": relaxed.collect::<Value>(),
    })
}

/// Keys whose filters have several values.
const LISTS: &[&str] = &["contrat", "lieu", "teletravail", "niveau", "structure", "ouvertes"];

/// Filters by the words of URLs: lists, and single values as numbers where they are.
fn filters(filters: &Filters) -> Value {
    let pairs = Query { filters: filters.clone(), ..Query::default() }.to_url();
    let mut object = Map::new();
    for (key, value) in pairs {
        let number = value.parse::<u64>().map_or(Value::Null, Value::from);
        if LISTS.contains(&key) {
            let list = object.entry(key).or_insert_with(|| json!([]));
            list.as_array_mut().into_iter().for_each(|list| list.push(json!(value)));
        } else {
            object.insert(key.to_owned(), if number.is_null() { json!(value) } else { number });
        }
    }
    object.into()
}

fn facets(searched: &Searched, answer: &Answer) -> Value {
    let facets = &answer.facets;
    // The words of closed lists are those of URLs.
    fn closed<T: Clone>(counts: &[(T, u32)], choose: fn(&mut Filters, T)) -> Value {
        let word = |value: &T| {
            let mut query = Query::default();
            choose(&mut query.filters, value.clone());
            query.to_url().pop().map_or(String::new(), |(_, word)| word)
        };
        counts.iter().map(|(value, count)| (word(value), Value::from(*count))).collect()
    }
    let areas = searched.index.areas();
    let areas: Map<String, Value> =
        areas.map(|(number, area)| (area.label.clone(), facets.areas[number].into())).collect();
    let recruiters = searched.index.organisations().iter().cloned();
    let recruiters: Map<String, Value> =
        recruiters.zip(facets.organisations.iter().map(|&count| count.into())).collect();
    json!({
        "contrat": closed(&facets.contracts, |filters, value| filters.contracts.insert(value)),
        "lieu": areas,
        "teletravail": closed(&facets.remotes, |filters, value| filters.remotes.insert(value)),
        "niveau": closed(&facets.levels, |filters, value| filters.levels.insert(value)),
        "structure": recruiters,
        "ouvertes": closed(&facets.open, |filters, value| filters.open.insert(value)),
    })
}

/// What the words perhaps meant as a sign, in French.
pub(super) fn hint(words: &str) -> Option<String> {
    Some(match typed::hint(words)? {
        Hint::UnknownField(name) => {
            let fields: Vec<&str> = typed::fields().collect();
            format!(
                "« {} » n'est pas un champ ; les champs sont {}",
                name.of(words),
                fields.join(", ")
            )
        }
        Hint::OpenQuote(quote) => format!("un guillemet {} n'est pas fermé", quote.of(words)),
    })
}

/// A step back, in the words of URLs.
pub(super) fn step(query: &Query, step: Step) -> String {
    match step {
        Step::Around(km) => format!("rayon {km}"),
        Step::Remote => "teletravail total".to_owned(),
        Step::Without(facet) => format!("sans {}", facet.word()),
        Step::WithoutWords(span) => format!("sans « {} »", span.of(&query.words)),
    }
}

fn explanation(searched: &Searched, query: &Query, answer: &Answer, offer: u32) -> Value {
    let why = explain(&searched.dataset, &searched.index, answer, offer);
    let words = why.words.iter().map(|reason| {
        json!({
            "word": reason.word.of(&query.words),
            "by": reason.by.as_ref().map(|(form, _)| form),
            "how": reason.by.as_ref().map(|(_, how)| format!("{how:?}").to_lowercase()),
            "points": reason.points,
        })
    });
    json!({ "words": words.collect::<Value>(), "together": why.together })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tremplin_engine::dataset::compile;
    use tremplin_engine::search::Index;
    use tremplin_engine::source::Source;

    fn searched() -> Searched {
        let text = "Le Verger (Rennes – 35000) – Stage chargé·e de récolte\n\nGratification : 800 € par mois\n";
        let source = Source { name: "verger.txt".to_owned(), bytes: text.into() };
        let (dataset, _) = compile(&[source]);
        let index = Index::build(&dataset);
        let today = "2026-01-15".parse().expect("a day");
        Searched { dataset, index, today, explain: true }
    }

    #[test]
    fn an_answer_is_one_object_with_the_words_of_urls() {
        let found = answer(&searched(), &Query::parse("récolte à Rennes plus de 800 €"));
        assert_eq!(found["total"], 1);
        assert_eq!(
            found["filters"],
            json!({ "lieu": ["Rennes"], "rayon": 0, "remuneration-min": 800 })
        );
        let hit = &found["hits"][0];
        assert_eq!((&hit["file"], &hit["start_line"]), (&json!("verger.txt"), &json!(1)));
        assert_eq!(hit["explain"]["words"][0]["how"], "exact");
        assert_eq!(found["facets"]["contrat"]["stage"], 1);
        assert_eq!(found["facets"]["lieu"]["Ille-et-Vilaine (35)"], 1);
        assert_eq!(found["relaxations"], json!([]));
        assert!(!found.to_string().contains('\n'));
    }

    #[test]
    fn nothing_found_leads_somewhere() {
        let found = answer(&searched(), &Query::parse("récolte à Brest"));
        assert_eq!(found["total"], 0);
        assert_eq!(found["relaxations"][0]["steps"], json!(["sans lieu"]));
        assert_eq!(found["relaxations"][0]["total"], 1);
        let hinted = answer(&searched(), &Query::parse("couleur:bleu"));
        assert!(hinted["hint"].as_str().is_some_and(|hint| hint.contains("« couleur »")));
    }
}
