//! Ids as a log shows them: their first eight digits, enough to tell things apart and no more.
//!
//! What the client tells a log (`tracing`, targets `client::…`) are ids in this form, counts, sequence numbers, names of
//! phases, kinds of events and reasons, and durations that no private input shapes. Never a text, a name, a room, an
//! address, a token or a key; nor how long something took that looks at a position.
use std::fmt;

/// Shown as the first eight hexadecimal digits.
pub(crate) struct Brief<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Brief<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().take(4).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The name of a group, which is random digits in text: its first eight. Whoever made it could have taken other signs.
pub(crate) fn group(id: &[u8]) -> &str {
    let digits = id.get(..8).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    digits.and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or("?")
}

/// How many milliseconds have passed.
pub(crate) fn millis(since: std::time::Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_digits_are_shown() {
        assert_eq!(Brief(&[0xab; 32]).to_string(), "abababab");
        assert_eq!(Brief(&[]).to_string(), "");
        assert_eq!(group(b"0123456789abcdef"), "01234567");
        assert_eq!(group(b"\x1b[31m something"), "?");
        assert_eq!(group(b"short"), "?");
    }
}
