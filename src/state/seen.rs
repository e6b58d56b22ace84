//! Which offers were not there at the last visit, and the text that a browser stores to tell.
//!
//! The text: a version, the day of the last visit, a sign for each offer seen before that day, and one for each seen on
//! that day first. What came on a day is new all day long, however often the page is loaded.

use tremplin_engine::calendar::Date;

const VERSION: &str = "1";
/// Letters of a sign, each of five bits.
const LETTERS: usize = 4;
/// How many signs there are: enough that one new offer in a hundred goes unnoticed among ten thousand.
const SIGNS: usize = 1 << (5 * LETTERS);

/// Which of the offers `ids` are new on the day `today`, by rank, and the text to store in place of `stored`. Without a
/// text, or with one that cannot be read, none is new.
pub fn visit<'a>(
    stored: Option<&str>,
    ids: impl Iterator<Item = &'a str> + Clone,
    today: Date,
) -> (Vec<u32>, String) {
    let mut known = vec![false; SIGNS];
    let read = stored.and_then(|text| read(text, today, &mut known));
    let (mut before, mut since) = (String::new(), String::new());
    let mut new = Vec::new();
    for (rank, id) in ids.enumerate() {
        let sign = sign(id);
        if read.is_none() || known[sign] {
            write(&mut before, sign);
        } else {
            write(&mut since, sign);
            new.push(rank as u32);
        }
    }
    let mut text = VERSION.to_owned();
    for part in [&today.to_string(), &before, &since] {
        text.push(' ');
        text += part;
    }
    (new, text)
}

/// Marks the signs of what was seen before the day `today`.
fn read(text: &str, today: Date, known: &mut [bool]) -> Option<()> {
    let mut parts = text.split(' ');
    if parts.next() != Some(VERSION) {
        return None;
    }
    let day: Date = parts.next()?.parse().ok()?;
    let (before, since) = (parts.next()?, parts.next()?);
    for signs in [before, if day < today { since } else { "" }] {
        for letters in signs.as_bytes().chunks(LETTERS) {
            let mut sign = 0;
            for &letter in letters {
                sign = sign << 5 | char::from(letter).to_digit(32)? as usize;
            }
            *known.get_mut(sign)? = true;
        }
    }
    Some(())
}

fn write(text: &mut String, sign: usize) {
    for place in (0..LETTERS as u32).rev() {
        let five = (sign >> (5 * place)) as u32 & 31;
        text.extend(char::from_digit(five, 32));
    }
}

/// The hash of Fowler, Noll and Vo, folded.
fn sign(id: &str) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    for byte in id.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (hash >> 20 ^ hash) as usize % SIGNS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_came_since_the_last_visit_is_new_all_day() {
        let one = ["a", "b"];
        let two = ["b", "c", "a", "d"];
        let of = |ids: &'static [&str]| ids.iter().copied();
        let (new, text) = visit(None, of(const { &["a", "b"] }), day("2026-11-20"));
        assert_eq!(new, [0; 0], "nothing is new at first");
        let (new, text) = visit(Some(&text), one.into_iter(), day("2026-11-20"));
        assert_eq!(new, [0; 0]);
        let (new, text) = visit(Some(&text), two.into_iter(), day("2026-11-27"));
        assert_eq!(new, [1, 3]);
        let (new, text) = visit(Some(&text), two.into_iter(), day("2026-11-27"));
        assert_eq!(new, [1, 3], "loaded again");
        let (new, _) = visit(Some(&text), two.into_iter(), day("2026-11-28"));
        assert_eq!(new, [0; 0], "the day after");
    }

    #[test]
    fn what_cannot_be_read_makes_nothing_new() {
        for text in ["", "1", "2 2026-11-20 aaaa ", "1 2026-11-20 zzzz ", "1 x aaaa aaaa", "é"] {
            let (new, text) = visit(Some(text), ["a"].into_iter(), day("2026-11-27"));
            assert_eq!(new, [0; 0], "{text}");
        }
    }

    #[test]
    fn signs_tell_thousands_apart() {
        let mut seen = vec![false; SIGNS];
        let many = (0..10_000).map(|rank| sign(&format!("mairie-de-rennes-stage-{rank}")));
        let again = many.filter(|&sign| std::mem::replace(&mut seen[sign], true)).count();
        assert!(again < 100, "{again}");
    }
}
