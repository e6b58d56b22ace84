//! Whether a finger that was lifted asked for the offer beside.

/// Least distance of a swipe, in CSS pixels.
const FAR: i32 = 72;
/// How many times longer than high it is.
const FLAT: i32 = 2;
/// Longest swipe, in milliseconds: a finger that rests selects words.
const LONG: f64 = 600.0;

/// Where a finger is, and when, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "a point and its moment")]
pub struct Touch {
    pub x: i32,
    pub y: i32,
    pub at: f64,
}

/// A side of an offer, in the order of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The offer before.
    Before,
    /// The offer after.
    After,
}

/// The side that a finger asked for between `down` and `up`: to the left, what follows comes in from the right.
pub fn swipe(down: Touch, up: Touch) -> Option<Side> {
    let (across, along) = (up.x.saturating_sub(down.x), up.y.saturating_sub(down.y));
    let flat = across.saturating_abs() >= along.saturating_abs().saturating_mul(FLAT);
    let meant = across.saturating_abs() >= FAR && flat && up.at - down.at <= LONG;
    meant.then_some(if across > 0 { Side::Before } else { Side::After })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_flat_quick_move_is_a_swipe() {
        let cases = [
            (-72, 0, 100.0, Some(Side::After)),
            (72, 0, 100.0, Some(Side::Before)),
            (-200, 100, 100.0, Some(Side::After)),
            (-200, -101, 100.0, None),
            (-71, 0, 100.0, None),
            (0, 300, 100.0, None),
            (-200, 0, 601.0, None),
        ];
        for (x, y, at, side) in cases {
            let down = Touch { x: 0, y: 0, at: 0.0 };
            assert_eq!(swipe(down, Touch { x, y, at }), side, "{x} {y} {at}");
        }
    }
}
