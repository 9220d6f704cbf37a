//! Moments and days as the documents write them: one form each, in UTC.
use jiff::Timestamp;
use jiff::civil::Date;

/// A moment in whole seconds since 1970, as RFC 3339 writes it in UTC: `2026-05-01T00:00:00Z`. None before 1970 or
/// after the year 9999.
pub(super) fn write(at: i64) -> Option<String> {
    (at >= 0).then(|| Timestamp::from_second(at).ok()).flatten().map(|at| at.to_string())
}

/// Reads what [`write()`] writes, and nothing else.
pub(super) fn read(text: &str) -> Option<i64> {
    let at = text.parse::<Timestamp>().ok()?.as_second();
    (write(at).as_deref() == Some(text)).then_some(at)
}

/// For messages: the moment, or its number where it has no written form.
pub(super) fn shown(at: i64) -> String {
    write(at).unwrap_or_else(|| format!("second {at} since 1970"))
}

/// Whether it is a day in the form `2026-05-01`.
pub(super) fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<Date>().is_ok_and(|day| day.to_string() == text)
}
