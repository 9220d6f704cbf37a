//! Dates and numbers as each language writes them (CLDR), months in words: a bare `2026-11-12` after Arabic text would be
//! read from the other end.
use std::sync::LazyLock;

use icu::calendar::{Date, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::Locale;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Lang;

/// What writes the dates of one language.
struct Writer {
    lang: Lang,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    number: Option<DecimalFormatter>,
}

static WRITERS: LazyLock<Vec<Writer>> = LazyLock::new(|| Lang::ALL.into_iter().map(writer).collect());

/// Day, month, year in English as most of its readers write them.
fn dated(lang: Lang) -> &'static str {
    if lang == Lang::En { "en-GB" } else { lang.code() }
}

fn writer(lang: Lang) -> Writer {
    let locale: Locale = dated(lang).parse().unwrap_or(Locale::UNKNOWN);
    Writer {
        lang,
        day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
        month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
        number: DecimalFormatter::try_new((&locale).into(), icu::decimal::options::DecimalFormatterOptions::default())
            .ok(),
    }
}

fn of(lang: Lang) -> Option<&'static Writer> {
    WRITERS.iter().find(|writer| writer.lang == lang)
}

fn civil(at: i64) -> Option<jiff::civil::DateTime> {
    Some(TimeZone::UTC.to_datetime(Timestamp::from_second(at).ok()?))
}

fn gregorian(year: i16, month: i8, day: i8) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Date::try_new_gregorian(i32::from(year), month, day).ok()
}

pub(super) fn day(lang: Lang, at: i64) -> String {
    let written = civil(at).and_then(|at| {
        let date = gregorian(at.year(), at.month(), at.day())?;
        Some(of(lang)?.day.as_ref()?.format(&date).to_string())
    });
    written.unwrap_or_else(|| at.to_string())
}

pub(super) fn moment(lang: Lang, at: i64) -> String {
    let (day, comma) = (day(lang, at), super::say(lang, "common-comma", &[]));
    match civil(at) {
        Some(civil) => format!("{day}{comma}\u{2066}{:02}:{:02} UTC\u{2069}", civil.hour(), civil.minute()),
        None => day,
    }
}

/// `2023`, `2023-04` or `2023-04-17` in words; anything else as it is.
pub(super) fn known(lang: Lang, text: &str) -> String {
    let parts: Vec<i16> = text.split('-').filter_map(|part| part.parse().ok()).collect();
    let small = |part: i16| i8::try_from(part).ok();
    let written = || match *parts.as_slice() {
        [year, month, day] => {
            let date = gregorian(year, small(month)?, small(day)?)?;
            Some(of(lang)?.day.as_ref()?.format(&date).to_string())
        }
        [year, month] => {
            let date = gregorian(year, small(month)?, 1)?;
            Some(of(lang)?.month.as_ref()?.format(&date).to_string())
        }
        _ => None,
    };
    written().unwrap_or_else(|| text.to_owned())
}

pub(super) fn number(lang: Lang, number: i64) -> String {
    let written = of(lang).and_then(|writer| Some(writer.number.as_ref()?.format_to_string(&Decimal::from(number))));
    written.unwrap_or_else(|| number.to_string())
}
