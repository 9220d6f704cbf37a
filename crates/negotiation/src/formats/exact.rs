//! Numbers of foreign files, read exactly from their text; fractions and absurd sizes are refused.
use crate::number::{self, Decimal};

use super::limits;

/// Reads a plain decimal such as `0.25` or `3e-4`; the error says what is wrong.
pub(super) fn decimal(text: &str) -> Result<Decimal, String> {
    let text = text.trim();
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    if mantissa.contains('/') {
        return Err(format!("`{}` is a fraction; a decimal number was expected", short(text)));
    }
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    if digits > limits::DIGITS {
        return Err(format!("a number with {digits} digits; at most {} are read", limits::DIGITS));
    }
    if let Some(exponent) = exponent {
        let size = exponent.trim_start_matches(['+', '-']).parse::<u32>();
        if size.is_ok_and(|e| e > limits::EXPONENT) {
            return Err(format!("the exponent of `{}` is beyond ±{}", short(text), limits::EXPONENT));
        }
    }
    number::parse(text).map_err(|e| e.to_string())
}

/// Text for a message, cut where it grows long.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(LONGEST - 1).collect();
    cut.push('…');
    cut
}

/// A number as shown in a message: exact where that is short, else to six digits.
pub(super) fn shown(value: &Decimal) -> String {
    let exact = number::write(value);
    if exact.len() <= 12 {
        return exact;
    }
    format!("{:.6}", number::approximate(value))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_and_absurd_numbers_are_refused() {
        assert_eq!(decimal("0.1").unwrap(), number::parse("1/10").unwrap());
        assert_eq!(decimal(" 1E-2 ").unwrap(), number::parse("1/100").unwrap());
        for (text, said) in [
            ("1/3", "fraction"),
            ("1e61", "exponent"),
            ("1e-99999999", "exponent"),
            ("NaN", "not a number"),
            ("", "not a number"),
            ("0x10", "not a number"),
        ] {
            let error = decimal(text).unwrap_err();
            assert!(error.contains(said), "{text}: {error}");
        }
        let long = "1".repeat(61);
        assert!(decimal(&long).unwrap_err().contains("61 digits"));
        assert!(decimal(&"1".repeat(60)).is_ok());
    }

    #[test]
    fn the_longest_numbers_multiply_into_what_our_own_documents_read() {
        let big = decimal(&format!("{}e60", "9".repeat(60))).unwrap();
        let small = decimal(&format!("0.{}e-60", "9".repeat(59))).unwrap();
        let product = &big * &big / &small;
        assert_eq!(number::parse(&number::write(&product)).unwrap(), product);
        let product = &small * &small / &big;
        assert_eq!(number::parse(&number::write(&product)).unwrap(), product);
    }
}
