//! Exact numbers: read from their decimal or fractional spelling, written back without loss.
use std::fmt;

use num_bigint::{BigInt, BigUint, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// An exact number. A decimal such as `0.1` is one tenth, not its nearest float.
pub type Decimal = BigRational;

/// Most digits a number may be written with.
pub const MOST_DIGITS: usize = 400;
/// Greatest exponent, in absolute value, a number may be written with.
pub const MOST_EXPONENT: i64 = 400;

/// Why a text is not a number we read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotANumber(String);

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotANumber {}

fn refuse<T>(why: impl Into<String>) -> Result<T, NotANumber> {
    Err(NotANumber(why.into()))
}

/// Reads a decimal (`-1.25`, `3e-4`, `.5`) or a fraction of decimals (`1/3`) exactly.
///
/// # Errors
/// Anything else, a zero denominator, more than [`MOST_DIGITS`] digits, or an
/// exponent beyond ±[`MOST_EXPONENT`].
pub fn parse(text: &str) -> Result<Decimal, NotANumber> {
    let text = text.trim();
    match text.split_once('/') {
        None => decimal(text),
        Some((above, below)) => {
            let below = decimal(below.trim())?;
            if below.is_zero() {
                return refuse(format!("`{}` divides by zero", shorten(text)));
            }
            Ok(decimal(above.trim())? / below)
        }
    }
}

fn decimal(text: &str) -> Result<Decimal, NotANumber> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        None => (text, 0),
        Some((mantissa, exponent)) => (mantissa, exponent_of(exponent, text)?),
    };
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{part}");
    if all.is_empty() || !all.bytes().all(|b| b.is_ascii_digit()) {
        return refuse(format!("`{}` is not a number such as 12, 0.25 or 1/3", shorten(text)));
    }
    if all.len() > MOST_DIGITS {
        return refuse(format!("a number with {} digits; at most {MOST_DIGITS} are read", all.len()));
    }
    let Some(magnitude) = BigUint::parse_bytes(all.as_bytes(), 10) else {
        return refuse(format!("`{}` is not a number", shorten(text)));
    };
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    let shift = exponent - i64::try_from(part.len()).unwrap_or(i64::MAX);
    let value = BigRational::from_integer(BigInt::from_biguint(sign, magnitude));
    let power = u32::try_from(shift.unsigned_abs()).unwrap_or(u32::MAX);
    let scale = BigRational::from_integer(BigInt::from(10u8).pow(power));
    Ok(if shift < 0 { value / scale } else { value * scale })
}

fn exponent_of(text: &str, whole: &str) -> Result<i64, NotANumber> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return refuse(format!("`{}` is not a number", shorten(whole)));
    }
    match text.strip_prefix('+').unwrap_or(text).parse::<i64>() {
        Ok(e) if e.abs() <= MOST_EXPONENT => Ok(e),
        _ => refuse(format!("the exponent of `{}` is beyond ±{MOST_EXPONENT}", shorten(whole))),
    }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= 40 {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(39).collect();
    short.push('…');
    short
}

/// Writes a number exactly: as a decimal where it is one (`0.25`), else as a fraction (`1/3`).
#[must_use]
pub fn write(value: &Decimal) -> String {
    match places(value.denom()) {
        None => format!("{}/{}", value.numer(), value.denom()),
        Some(0) => value.numer().to_string(),
        Some(places) => {
            let scaled = value * BigRational::from_integer(BigInt::from(10u8).pow(places));
            let digits = scaled.to_integer().abs().to_string();
            let width = usize::try_from(places).unwrap_or(usize::MAX);
            let room = width.saturating_add(1);
            let padded = format!("{digits:0>room$}");
            let (whole, part) = padded.split_at(padded.len() - width);
            let sign = if value.is_negative() { "-" } else { "" };
            format!("{sign}{whole}.{part}")
        }
    }
}

/// Decimal places that write one over `denominator` exactly, if any number of them does.
fn places(denominator: &BigInt) -> Option<u32> {
    let (two, five) = (BigInt::from(2u8), BigInt::from(5u8));
    let mut rest = denominator.clone();
    let (mut twos, mut fives) = (0u32, 0u32);
    while (&rest % &two).is_zero() && !rest.is_zero() {
        rest /= &two;
        twos += 1;
    }
    while (&rest % &five).is_zero() && !rest.is_zero() {
        rest /= &five;
        fives += 1;
    }
    rest.is_one().then(|| twos.max(fives))
}

/// The nearest float; for showing and for ranking, never for deciding acceptance.
#[must_use]
pub fn approximate(value: &Decimal) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}

/// The exact number with this whole value.
#[must_use]
pub fn whole(value: i64) -> Decimal {
    BigRational::from_integer(BigInt::from(value))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fraction(n: i64, d: i64) -> Decimal {
        BigRational::new(n.into(), d.into())
    }

    #[test]
    fn decimals_are_read_exactly() {
        for (text, n, d) in [
            ("0.1", 1, 10),
            ("-1.25", -5, 4),
            ("3e-4", 3, 10_000),
            ("+2.5E2", 250, 1),
            (".5", 1, 2),
            ("7.", 7, 1),
            ("1/3", 1, 3),
            ("-0.5/1.5", -1, 3),
            ("00012", 12, 1),
        ] {
            assert_eq!(parse(text).unwrap(), fraction(n, d), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused_in_words() {
        for text in ["", ".", "-", "abc", "1e", "1e+", "1/0", "nan", "inf", "1_000", "0x1", "1 2", "--1", "1/2/3"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse("1e999999999").unwrap_err().to_string().contains("exponent"));
        assert!(parse(&"9".repeat(401)).unwrap_err().to_string().contains("digits"));
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        for text in ["0.25", "-0.05", "12", "1/3", "-7/6", "0", "0.000001"] {
            assert_eq!(write(&parse(text).unwrap()), text);
        }
    }

    proptest! {
        #[test]
        fn writing_and_reading_change_nothing(n in any::<i64>(), d in 1i64..1_000_000) {
            let value = fraction(n, d);
            prop_assert_eq!(parse(&write(&value)).unwrap(), value);
        }

        #[test]
        fn no_text_panics(text in ".{0,60}") {
            let _ = parse(&text);
        }
    }
}
