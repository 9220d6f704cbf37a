//! Hexadecimal digits of fixed length, lowercase only: one value has one spelling.
use crate::Error;

/// Writes two digits for each byte.
pub(crate) fn write(bytes: &[u8], into: &mut impl std::fmt::Write) -> std::fmt::Result {
    bytes.iter().try_for_each(|byte| write!(into, "{byte:02x}"))
}

/// Reads exactly `2 N` digits.
pub(crate) fn read<const N: usize>(text: &str, what: &'static str) -> Result<[u8; N], Error> {
    let wrong = Error::Hexadecimal { what, digits: 2 * N };
    if text.len() != 2 * N {
        return Err(wrong);
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = pair.iter().try_fold(0, |value, digit| Some(value << 4 | value_of(*digit)?)).ok_or(wrong.clone())?;
    }
    Ok(bytes)
}

fn value_of(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
