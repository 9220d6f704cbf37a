//! Which way a piece is written, for readers that go by a run's property and not by characters.
use crate::lines::Piece;

/// Whether a run is to be marked as written from right to left. An isolated piece goes by its own first letter, and
/// from left to right if it has none (rules P2 and P3 of UAX #9): a date or number does not turn round.
pub(super) fn is_right_to_left(piece: &Piece, document: bool) -> bool {
    if piece.isolate { piece.text.chars().find_map(strong).unwrap_or(false) } else { document }
}

/// The direction of a letter: right to left or not; none for digits, marks and spaces.
fn strong(character: char) -> Option<bool> {
    match u32::from(character) {
        // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic; presentation forms; the blocks of further
        // right-to-left scripts. Digits and marks within them are no letters.
        0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff => {
            character.is_alphabetic().then_some(true)
        }
        _ => character.is_alphabetic().then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides_and_digits_do_not() {
        let isolated = |text: &str| Piece { text: text.to_owned(), strong: false, isolate: true };
        for text in ["2026-11-12", "UN/7", "٣/٧", "", "12 листопада"] {
            assert!(!is_right_to_left(&isolated(text), true), "{text}");
        }
        for text in ["12 تشرين", "א1", "(ممر)"] {
            assert!(is_right_to_left(&isolated(text), false), "{text}");
        }
        assert!(is_right_to_left(&Piece { isolate: false, ..isolated("NATO") }, true));
    }
}
