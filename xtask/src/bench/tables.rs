//! What was measured, as Markdown.

use super::OURS;
use super::measure::{Engine, Measured, Row, Used};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The whole report: one table that sums up, then one for each number of offers.
pub(super) fn report(engines: &[Engine], machine: &str) -> String {
    let mut report = format!("# Ours beside others\n\n`cargo xtask bench`, {machine}.\n\n");
    report += &summary(engines);
    report += SUMMARY_NOTE;
    for count in sizes(engines) {
        let _ = write!(report, "\n## {} offers\n\n", grouped(count));
        report += &details(engines, count);
    }
    report + DETAILS_NOTE
}

const SUMMARY_NOTE: &str = "
Program: what loads and searches, minified, brotli 11. Relevance: the graded questions of \
`engine/tests/ranking/relevance.txt`, which is ours and by which ours was made; the last of its columns counts questions \
about what no offer holds that were answered all the same. Times: median / 95th percentile of a keystroke, in ms; all \
beginnings of all lines of `engine/benches/searching/typed.txt`, twenty results asked for. Ours has then also counted \
its facets, cut and marked its snippets. An engine with a star does not order what it finds by relevance.
";

const DETAILS_NOTE: &str = "
Index: brotli 11, or 9 where there is ≈, above 8 MB. Build: from the offers to the bytes of the index; load: from these \
bytes to an engine that is ready. Ours loads the offers too, from which it makes facets and snippets; up to a hundred \
offers it builds its index then. Memory: JavaScript and WebAssembly after loading, and after everything was typed. Each \
types for half a minute; what is too slow for all letters has their number beside its name. A keystroke's time is the \
shortest of three, save in the columns of the first time. The last column compares median and 95th percentile with the \
fastest of the other engines that order by relevance.
";

/// Every number of offers that was measured.
pub(super) fn sizes(engines: &[Engine]) -> BTreeSet<usize> {
    engines.iter().flat_map(|engine| engine.rows.iter().map(|(count, _)| *count)).collect()
}

fn summary(engines: &[Engine]) -> String {
    let sizes = sizes(engines);
    let mut head: Vec<String> =
        ["engine", "program, kB", "nDCG@10", "first is best", "nothing found", "absent, yet found"]
            .map(str::to_owned)
            .into();
    head.extend(sizes.iter().map(|&count| format!("{} offers", grouped(count))));
    let rows = engines.iter().map(|engine| {
        let mut row = vec![name(engine), format!("{:.1}", engine.library as f64 / 1e3)];
        let relevance = engine.rows.iter().find_map(|(_, row)| row.measured()?.relevance.as_ref());
        row.extend(match relevance {
            Some(of) => [
                format!("{:.3}", of.ndcg),
                format!("{:.3}", of.success),
                format!("{} of {}", of.nothing, of.asked),
                format!("{} of {}", of.something, of.absent),
            ],
            None => ["–"; 4].map(str::to_owned),
        });
        row.extend(sizes.iter().map(|&count| match engine.at(count) {
            Some(Row::Measured(Measured { used, .. })) => {
                format!("{} / {}", ms(used.median), ms(used.p95))
            }
            _ => "–".to_owned(),
        }));
        row
    });
    table(&head, rows)
}

fn details(engines: &[Engine], count: usize) -> String {
    let head = [
        "engine",
        "index, kB",
        "build, ms",
        "load, ms",
        "memory, MB",
        "median, ms",
        "p95",
        "p99",
        "worst",
        "first time: p95",
        "worst",
        "× fastest ranked",
    ]
    .map(str::to_owned);
    let fastest = |time: fn(&Used) -> f64| {
        let others = engines.iter().filter(|engine| engine.ranked && engine.id != OURS);
        let measured = others.filter_map(|engine| engine.at(count)?.measured());
        measured.map(|measured| time(&measured.used)).min_by(f64::total_cmp)
    };
    let (median, p95) = (fastest(|used| used.median), fastest(|used| used.p95));
    let rows = engines.iter().filter_map(|engine| {
        let (indexed, used) = match engine.at(count)? {
            Row::Measured(Measured { indexed, used, .. }) => (indexed, used),
            Row::Failed(reason) => return Some(vec![name(engine), reason.clone()]),
        };
        let times = match (median, p95) {
            (Some(median), Some(p95)) => {
                format!("{} / {}", ratio(used.median / median), ratio(used.p95 / p95))
            }
            _ => "–".to_owned(),
        };
        let cut = if used.done < used.keystrokes {
            format!("{} ({} of {} letters)", name(engine), used.done, used.keystrokes)
        } else {
            name(engine)
        };
        let about = if indexed.exact { "" } else { "≈ " };
        Some(vec![
            cut,
            format!("{about}{}", grouped(indexed.compressed.div_ceil(1000))),
            ms(indexed.build),
            ms(used.load),
            format!("{:.0} – {:.0}", used.loaded / 1e6, used.held / 1e6),
            ms(used.median),
            ms(used.p95),
            ms(used.p99),
            format!("{} « {} »", ms(used.max), used.slowest),
            ms(used.first_p95),
            ms(used.first_max),
            times,
        ])
    });
    table(&head, rows)
}

/// The engine's name, with a star if it does not rank.
fn name(engine: &Engine) -> String {
    match engine {
        engine if engine.id == OURS => format!("**{}**", engine.name),
        engine if engine.ranked => engine.name.clone(),
        _ => format!("{} \\*", engine.name),
    }
}

fn table(head: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut table = line(head);
    table += &format!("|---|{}\n", "---:|".repeat(head.len() - 1));
    for mut row in rows {
        row.resize(head.len(), String::new());
        table += &line(&row);
    }
    table
}

/// A time in milliseconds with as many figures as mean something.
pub(super) fn ms(time: f64) -> String {
    match time {
        ..0.1 => format!("{time:.3}"),
        ..10.0 => format!("{time:.2}"),
        ..100.0 => format!("{time:.1}"),
        _ => grouped(time.round() as usize),
    }
}

fn ratio(ratio: f64) -> String {
    if ratio < 10.0 { format!("{ratio:.2}") } else { grouped(ratio.round() as usize) }
}

/// `10 000`, with a space that does not break.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{grouped, ms};

    #[test]
    fn numbers_read_well() {
        for (number, written) in
            [(0, "0"), (999, "999"), (1000, "1\u{a0}000"), (1_234_567, "1\u{a0}234\u{a0}567")]
        {
            assert_eq!(grouped(number), written);
        }
        for (time, written) in
            [(0.0123, "0.012"), (0.456, "0.46"), (12.34, "12.3"), (1387.4, "1\u{a0}387")]
        {
            assert_eq!(ms(time), written);
        }
    }
}
