//! Letters that a post on a social network draws bold or slanted with the signs of mathematics: `𝗦𝘁𝗮𝗴𝗲` is read as `Stage`.

/// The first sign of the alphabets, twenty-six capitals and as many small letters each, and of the figures.
const LETTERS: u32 = 0x1D400;
const FIGURES: u32 = 0x1D7CE;
/// How many alphabets and rows of figures there are.
const ALPHABETS: u32 = 13;
const ROWS: u32 = 5;
/// Letters of these alphabets that have signs of their own.
const APART: &str = "ℎhℬBℰEℱFℋHℐIℒLℳMℛRℯeℊgℴoℭCℌHℑIℜRℨZℂCℕNℙPℚQℝRℤZ";

/// The text in plain letters and figures.
pub(super) fn plain(text: String) -> String {
    let is_styled = |c: char| ('\u{1D400}'..='\u{1D7FF}').contains(&c);
    if !text.contains(is_styled) {
        return text;
    }
    text.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

fn letter(styled: char) -> Option<char> {
    let code = u32::from(styled);
    let of = |first: char, number: u32| char::from_u32(u32::from(first) + number);
    let from = |first: u32, length: u32| code.checked_sub(first).filter(|&number| number < length);
    if let Some(number) = from(LETTERS, ALPHABETS * 52) {
        let number = number % 52;
        return if number < 26 { of('A', number) } else { of('a', number - 26) };
    }
    if let Some(number) = from(FIGURES, ROWS * 10) {
        return of('0', number % 10);
    }
    let mut apart = APART.chars();
    while let (Some(sign), Some(letter)) = (apart.next(), apart.next()) {
        if sign == styled {
            return Some(letter);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styled_letters_are_plain_ones() {
        let cases = [
            ("𝗦𝘁𝗮𝗴𝗲 – 𝟔 𝐦𝐨𝐢𝐬 🌿", "Stage – 6 mois 🌿"),
            ("𝑪𝑫𝑰 à 𝒮ète, 𝓉𝑜𝓊𝓉ℯ l’année", "CDI à Sète, toute l’année"),
            ("la fonction ℎ", "la fonction ℎ"),
        ];
        for (styled, expected) in cases {
            assert_eq!(plain(styled.to_owned()), expected);
        }
    }
}
