//! The départements' outlines, made coarse enough for a map as wide as a phone.

use super::Result;
use serde::Deserialize;
use std::fmt::Write as _;

/// How many units of ours make one of the source, a map 613 units wide: whole numbers are precise enough then.
const SCALE: f64 = 2.0;
/// How far a line may stray when points of it are left out, in units of the source.
const TOLERANCE: f64 = 1.2;
/// The area, in square units of the source, under which an island is left out.
const SMALL: f64 = 3.0;

type Point = (f64, f64);

#[derive(Deserialize)]
struct Map {
    locations: Vec<Location>,
}

#[derive(Deserialize)]
struct Location {
    id: String,
    path: String,
}

/// Lines `code, path` from the package's module; a path is an SVG one, in whole numbers, of `m` and `z` alone.
pub(super) fn table(module: &str) -> Result<String> {
    let json = module.find('{').zip(module.rfind('}')).map(|(start, end)| &module[start..=end]);
    let mut map: Map = serde_json::from_str(json.ok_or("no map in the module")?)?;
    map.locations.sort_by(|one, other| one.id.cmp(&other.id));
    let mut table = String::new();
    for Location { id, path } in map.locations {
        let _ = write!(table, "{}\t", id.to_uppercase());
        let shapes = shapes(&path).ok_or_else(|| format!("{id}: a path of another form"))?;
        let largest = shapes.iter().map(|shape| area(shape)).fold(0.0, f64::max);
        for shape in shapes.iter().filter(|shape| area(shape) >= SMALL.min(largest)) {
            write_path(&mut table, &coarse(shape));
        }
        table.push('\n');
    }
    Ok(table)
}

/// A closed line, cut where borders meet: a point there stands twice.
type Shape = Vec<Point>;

/// The shapes of a path of `m`, numbers and `z`, in absolute points.
fn shapes(path: &str) -> Option<Vec<Shape>> {
    let mut shapes: Vec<Shape> = Vec::new();
    let mut at = (0.0, 0.0);
    for word in path.split_whitespace() {
        match word {
            "m" => shapes.push(Vec::new()),
            "z" => at = *shapes.last()?.first()?,
            _ => {
                let (east, south) = word.split_once(',')?;
                at = (at.0 + east.parse::<f64>().ok()?, at.1 + south.parse::<f64>().ok()?);
                shapes.last_mut()?.push(at);
            }
        }
    }
    Some(shapes)
}

/// The shape with fewer points. Each stretch between two borders that meet is made coarse by itself, so that neighbours share
/// what is left.
fn coarse(shape: &Shape) -> Shape {
    let mut kept = Shape::new();
    let mut stretch: Shape = Vec::new();
    let closed = shape.iter().chain(shape.first());
    for &point in closed {
        if stretch.last() == Some(&point) {
            keep(&stretch, &mut kept);
            stretch.clear();
        }
        stretch.push(point);
    }
    keep(&stretch, &mut kept);
    kept
}

/// Adds a stretch by Douglas and Peucker's rule: the point farthest from the straight line is kept if it is far, and so on
/// on both sides of it.
fn keep(stretch: &[Point], kept: &mut Shape) {
    let (Some(&first), Some(&last)) = (stretch.first(), stretch.last()) else { return };
    let far = |&point: &Point| distance(point, first, last);
    let inner = stretch.iter().enumerate().take(stretch.len().saturating_sub(1)).skip(1);
    let farthest = inner.max_by(|one, other| far(one.1).total_cmp(&far(other.1)));
    match farthest {
        Some((at, point)) if far(point) > TOLERANCE => {
            keep(&stretch[..=at], kept);
            keep(&stretch[at..], kept);
        }
        _ => kept.extend([first, last]),
    }
}

fn distance(point: Point, first: Point, last: Point) -> f64 {
    let (east, south) = (last.0 - first.0, last.1 - first.1);
    let length = east.hypot(south);
    let (from_east, from_south) = (point.0 - first.0, point.1 - first.1);
    if length == 0.0 {
        return from_east.hypot(from_south);
    }
    (east * from_south - south * from_east).abs() / length
}

fn area(shape: &[Point]) -> f64 {
    let next = shape.iter().cycle().skip(1);
    shape.iter().zip(next).map(|(one, other)| one.0 * other.1 - other.0 * one.1).sum::<f64>().abs()
        / 2.0
}

fn write_path(table: &mut String, shape: &[Point]) {
    let whole =
        |&(east, south): &Point| ((east * SCALE).round() as i32, (south * SCALE).round() as i32);
    let mut points: Vec<(i32, i32)> = shape.iter().map(whole).collect();
    points.dedup();
    let Some(&first) = points.first() else { return };
    if points.last() == Some(&first) {
        points.pop();
    }
    let _ = write!(table, "M{} {}l", first.0, first.1);
    for pair in points.windows(2) {
        let (east, south) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let gap = if east < 0 || table.ends_with('l') { "" } else { " " };
        let between = if south < 0 { "" } else { " " };
        let _ = write!(table, "{gap}{east}{between}{south}");
    }
    table.push('z');
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn lines_lose_what_nobody_sees_and_neighbours_still_touch() {
        let module = r#"export default {"locations":[
            {"id":"2a","path":"m 0,0 10,0.2 10,-0.2 0,0 0,10 0,0 -20,0 z m 40,40 0.5,0 0,0.5 z"},
            {"id":"01","path":"m 20,0 -10,0.2 -10,-0.2 0,0 0,-10 20,0 z"}
        ]}"#;
        let table = table(module).unwrap();
        assert_eq!(table, "01\tM40 0l-40 0 0-20 40 0z\n2A\tM0 0l40 0 0 20-40 0z\n");
    }
}
