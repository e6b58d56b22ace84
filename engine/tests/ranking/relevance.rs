//! Whether what is meant comes first, on the graded queries of `relevance.txt`.

use crate::graded::{cases, seeds};
use tremplin_engine::calendar::Date;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Index, explain, search};

#[test]
fn what_is_meant_comes_first() {
    let (names, cases) = cases();
    let dataset = seeds();
    assert_eq!(names.len(), dataset.offers.len());
    let index = Index::build(&dataset);
    // A day before every offer's last: relevance alone orders them.
    let today: Date = "2020-01-01".parse().unwrap();
    let show = std::env::var_os("SHOW").is_some();
    let mut by_kind: Vec<(&str, Vec<(f64, bool)>)> = Vec::new();
    let mut wrong = Vec::new();
    let mut nothing = 0;
    for case in &cases {
        let answer = search(&dataset, &index, &Query::parse(case.query), today, usize::MAX);
        if case.grades.is_empty() {
            nothing += 1;
            if !answer.hits.is_empty() {
                wrong
                    .push(format!("{} finds {}", case.query, names[answer.hits[0].offer as usize]));
            }
            continue;
        }
        let found: Vec<u32> = answer.hits.iter().map(|hit| hit.offer).collect();
        let measured = (case.ndcg(&found), case.first_is_best(&found));
        match by_kind.last_mut() {
            Some((kind, all)) if *kind == case.kind => all.push(measured),
            _ => by_kind.push((case.kind, vec![measured])),
        }
        if show && (measured.0 < 0.95 || !measured.1) {
            println!("{:.3} {}", measured.0, case.query);
            for hit in answer.hits.iter().take(6) {
                let why = explain(&dataset, &index, &answer, hit.offer);
                let words: Vec<String> = why
                    .words
                    .iter()
                    .map(|word| match &word.by {
                        Some((form, how)) => format!("{form} {how:?} {:.2}", word.points),
                        None => format!("- {:.2}", word.points),
                    })
                    .collect();
                let grade = case.grades.get(&hit.offer).copied().unwrap_or(0);
                println!(
                    "    {grade} {:12} -{} ~{} {:.2} = {} + {:.2}",
                    names[hit.offer as usize],
                    hit.missing,
                    hit.typos,
                    hit.score,
                    words.join(", "),
                    why.together
                );
            }
            let missed = case
                .grades
                .iter()
                .filter(|(offer, _)| answer.hits.iter().all(|hit| hit.offer != **offer));
            let missed: Vec<_> = missed
                .map(|(offer, grade)| format!("{}:{grade}", names[*offer as usize]))
                .collect();
            println!("    missed: {}", missed.join(" "));
        }
    }
    let mean = |values: &[(f64, bool)]| {
        let count = values.len() as f64;
        let first = values.iter().filter(|value| value.1).count() as f64;
        (values.iter().map(|value| value.0).sum::<f64>() / count, first / count)
    };
    println!("{:20}{:>8}{:>10}{:>10}", "", "queries", "nDCG@10", "success@1");
    for (kind, values) in &by_kind {
        let (ndcg, first) = mean(values);
        println!("{kind:20}{:>8}{ndcg:>10.3}{first:>10.3}", values.len());
    }
    let all: Vec<_> = by_kind.into_iter().flat_map(|(_, values)| values).collect();
    let (ndcg, first) = mean(&all);
    println!("{:20}{:>8}{ndcg:>10.3}{first:>10.3}", "all", all.len());
    println!("{:20}{nothing:>8}{:>10} find something", "nothing to find", wrong.len());
    assert!(cases.len() >= 150);
    assert_eq!(wrong, Vec::<String>::new());
    assert!(ndcg >= 0.975, "nDCG@10 {ndcg:.4}");
    assert!(first >= 0.97, "success@1 {first:.4}");
}
