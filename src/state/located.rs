//! Where the visitor is, once they asked to be found.

use crate::state::State;
use tremplin_engine::atlas::{self, Point};
use tremplin_engine::query::{FARTHEST_RADIUS, USUAL_RADIUS};

/// How far the search for the visitor has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Located {
    /// The browser was asked.
    Asked,
    /// It was not allowed to tell.
    Denied,
    /// It could not tell.
    Unknown,
    /// No town of the map is near.
    FarOff,
    /// In this town, or so many kilometres from it.
    Near(&'static str, u16),
}

/// The radii that a visitor chooses from, in kilometres.
pub const RADII: [u16; 6] = [0, 5, 10, USUAL_RADIUS, 50, FARTHEST_RADIUS];

impl State {
    /// The nearest town of the map, with a radius that reaches beyond the visitor's own place.
    pub(super) fn town_near(point: Point) -> (Located, Option<(&'static str, u16)>) {
        match atlas::nearest_town(point) {
            Some((town, km)) if km <= f64::from(FARTHEST_RADIUS) => {
                let km = km as u16;
                let wide = RADII.into_iter().find(|&r| r >= USUAL_RADIUS && r >= km * 2);
                let radius = wide.unwrap_or(FARTHEST_RADIUS);
                (Located::Near(town.name, km), Some((town.name, radius)))
            }
            _ => (Located::FarOff, None),
        }
    }
}
