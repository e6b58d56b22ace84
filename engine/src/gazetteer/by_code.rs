//! Rows by a code of five figures, in one pass over the table and without sorting.

/// For each code, the rows that have it, in the order of the table.
pub(super) struct ByCode {
    /// Where in `rows` those of each code begin; then the end.
    starts: Vec<u32>,
    rows: Vec<u32>,
}

const CODES: usize = 100_000;

impl ByCode {
    /// From pairs of a code and a row.
    pub(super) fn new(pairs: &[(usize, u32)]) -> Self {
        let mut starts = vec![0; CODES + 1];
        for &(code, _) in pairs {
            starts[code + 1] += 1;
        }
        for code in 0..CODES {
            starts[code + 1] += starts[code];
        }
        let mut next = starts.clone();
        let mut rows = vec![0; pairs.len()];
        for &(code, row) in pairs {
            rows[next[code] as usize] = row;
            next[code] += 1;
        }
        Self { starts, rows }
    }

    /// The rows of a code.
    pub(super) fn rows(&self, code: usize) -> &[u32] {
        &self.rows[self.starts[code] as usize..self.starts[code + 1] as usize]
    }
}

/// The number of a code of five figures, or of an INSEE code of Corsica, which counts as before 1976: `2A004` is
/// 20004. No two communes of Corsica share a number.
pub(super) fn number(code: &str) -> Option<usize> {
    if code.len() != 5 {
        return None;
    }
    code.bytes().enumerate().try_fold(0, |number, (place, byte)| match byte {
        b'0'..=b'9' => Some(number * 10 + usize::from(byte - b'0')),
        b'A' | b'B' if place == 1 => Some(number * 10),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_under_their_codes() {
        let by_code = ByCode::new(&[(59_700, 0), (0, 1), (59_700, 2), (99_999, 3)]);
        assert_eq!(by_code.rows(59_700), [0, 2]);
        assert_eq!(by_code.rows(0), [1]);
        assert_eq!(by_code.rows(99_999), [3]);
        assert!(by_code.rows(1).is_empty());
    }

    #[test]
    fn codes_are_five_figures() {
        assert_eq!(number("01004"), Some(1_004));
        assert_eq!(number("2A004"), Some(20_004));
        for none in ["", "1004", "010044", "A2004", "0100A", "2a004", "é123"] {
            assert_eq!(number(none), None, "{none}");
        }
    }
}
