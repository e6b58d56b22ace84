//! The times of keystrokes, as a figure that reads on light and dark ground.

use super::OURS;
use super::measure::{Engine, Measured};
use super::tables::{grouped, ms, sizes};
use std::fmt::Write;

/// Where times begin, and how wide they are.
const LEFT: f64 = 236.0;
const WIDTH: f64 = 540.0;
/// The first and last power of ten of a millisecond.
const FROM: i32 = -2;
const TO: i32 = 4;
/// The height of a line, and of what stands above a panel.
const LINE: f64 = 19.0;
const HEAD: f64 = 34.0;
/// What a screen shows at once: a keystroke that takes longer is felt.
const FRAME: f64 = 1000.0 / 60.0;

const STYLE: &str = "text{font:13px system-ui,sans-serif;fill:#424a53}\
.head{font-weight:600}.end{text-anchor:end}.mid{text-anchor:middle}.small{font-size:11px}\
line{stroke:#6e7781}.grid{stroke-opacity:.25}.frame{stroke-dasharray:4 3;stroke-opacity:.7}\
.span{stroke-width:5;stroke-linecap:round;stroke-opacity:.55}circle{fill:#6e7781;stroke:#6e7781;stroke-width:2}\
.plain circle{fill:none}.ours line{stroke:#0a7d55}.ours circle{fill:#0a7d55;stroke:#0a7d55}\
.ours text{fill:#0a7d55;font-weight:600}\
@media(prefers-color-scheme:dark){text{fill:#c9d1d9}line{stroke:#8b949e}circle{fill:#8b949e;stroke:#8b949e}\
.ours line{stroke:#4cc38a}.ours circle{fill:#4cc38a;stroke:#4cc38a}.ours text{fill:#4cc38a}}";

/// The figure: for each number of offers and each engine, from the median to the 95th percentile, and the slowest.
pub(super) fn draw(engines: &[Engine]) -> String {
    let mut body = String::new();
    let mut told = Vec::new();
    let mut top = 8.0;
    for count in sizes(engines) {
        let measured: Vec<(&Engine, &Measured)> = engines
            .iter()
            .filter_map(|engine| Some((engine, engine.at(count)?.measured()?)))
            .collect();
        let bottom = top + HEAD + LINE * measured.len() as f64;
        let _ = write!(
            body,
            r#"<text class="head" x="8" y="{:.1}">{} offers</text>"#,
            top + 18.0,
            grouped(count)
        );
        for power in FROM..=TO {
            let (at, label) = (x(10_f64.powi(power)), 10_f64.powi(power));
            let _ = write!(
                body,
                r#"<line class="grid" x1="{at:.1}" x2="{at:.1}" y1="{:.1}" y2="{bottom:.1}"/><text class="small mid" x="{at:.1}" y="{:.1}">{label} ms</text>"#,
                top + 24.0,
                top + 18.0,
            );
        }
        let _ = write!(
            body,
            r#"<line class="frame" x1="{at:.1}" x2="{at:.1}" y1="{:.1}" y2="{bottom:.1}"/>"#,
            top + 24.0,
            at = x(FRAME)
        );
        let mut y = top + HEAD + 4.0;
        for (engine, Measured { used, .. }) in measured {
            let class = match engine {
                engine if engine.id == OURS => "ours",
                engine if engine.ranked => "ranked",
                _ => "plain",
            };
            let said = format!(
                "{}: median {} ms, 95th percentile {} ms, slowest {} ms",
                engine.name,
                ms(used.median),
                ms(used.p95),
                ms(used.max)
            );
            let (median, p95, max) = (x(used.median), x(used.p95), x(used.max));
            let _ = write!(
                body,
                r#"<g class="{class}"><title>{said}</title><text class="end" x="{:.1}" y="{:.1}">{}</text><line x1="{p95:.1}" x2="{max:.1}" y1="{y:.1}" y2="{y:.1}"/><line x1="{max:.1}" x2="{max:.1}" y1="{:.1}" y2="{:.1}"/><line class="span" x1="{median:.1}" x2="{p95:.1}" y1="{y:.1}" y2="{y:.1}"/><circle cx="{median:.1}" cy="{y:.1}" r="4"/></g>"#,
                LEFT - 12.0,
                y + 4.0,
                engine.name,
                y - 4.0,
                y + 4.0,
            );
            told.push(format!("{} offers, {said}.", grouped(count)));
            y += LINE;
        }
        top = bottom + 16.0;
    }
    let _ = write!(
        body,
        r#"<text class="small" x="8" y="{:.1}">Dot: median. Bar: up to 95 of 100 keystrokes. Tick: the slowest. Hollow: does not order by relevance. Dashes: one frame of a screen.</text>"#,
        top + 10.0
    );
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {:.0} {:.0}" role="img" aria-labelledby="t d"><title id="t">How long an answer takes at each keystroke</title><desc id="d">{}</desc><style>{STYLE}</style>{body}</svg>
"#,
        LEFT + WIDTH + 30.0,
        top + 22.0,
        told.join(" ")
    )
}

/// Where a time stands, on a scale of powers of ten.
fn x(time: f64) -> f64 {
    let power = time.log10().clamp(f64::from(FROM), f64::from(TO));
    LEFT + (power - f64::from(FROM)) / f64::from(TO - FROM) * WIDTH
}
