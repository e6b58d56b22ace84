//! Which of some known words a misspelt one is near to.

/// The one of `known` that is nearest to `word`, a slip of the fingers or two away.
///
/// ```
/// use tremplin_engine::text::nearest;
/// assert_eq!(nearest("synonyme", ["accent", "synonymes"]), Some("synonymes"));
/// assert_eq!(nearest("mission", ["accent", "synonymes"]), None);
/// ```
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let slips = |known: &str| if known.chars().count() <= 5 { 1 } else { 2 };
    known
        .into_iter()
        .map(|known| (distance(word, known), known))
        .filter(|&(distance, known)| distance <= slips(known))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}

/// Letters to add, leave out, change or swap with their neighbour (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = usize::from(a[i - 1] != b[j - 1]);
                let mut least =
                    (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + change);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    rows[a.len()][b.len()]
}
