//! Recurrence rules and zones against second opinions: the `rrule` crate, and jiff day by day.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use std::fmt::Write as _;

use client::calendar::free_slots;
use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use proptest::prelude::*;

/// A slot of so many seconds from a moment.
fn slot(start: i64, length: i64) -> String {
    let spelled = |second| Timestamp::from_second(second).unwrap().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    client::calendar::parse_slot(&format!("{}/{}", spelled(start), spelled(start + length))).unwrap()
}

fn stamp(second: i64) -> String {
    Timestamp::from_second(second).unwrap().strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn calendar(event: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:x\n{event}\nEND:VEVENT\nEND:VCALENDAR\n")
}

/// Some of a list, joined with commas, as a part of a rule, or nothing.
fn part(name: &'static str, from: &'static [&'static str], most: usize) -> BoxedStrategy<String> {
    let some =
        proptest::sample::subsequence(from, 1..=most).prop_map(move |values| format!(";{name}={}", values.join(",")));
    prop_oneof![2 => Just(String::new()), 1 => some].boxed()
}

const DAYS: &[&str] = &["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// Only numbered ones: beside `SA`, `5FR` is read by `rrule` as a limit on it; RFC 5545 has both. It refuses `-5SU`.
const NTH: &[&str] = &["1MO", "-1SU", "2TU", "-2WE", "3TH", "5FR", "-4SA"];
const MONTHS: &[&str] = &["1", "2", "3", "6", "10", "12"];
const MONTH_DAYS: &[&str] = &["1", "2", "13", "15", "28", "29", "31", "-1", "-3", "-31"];
const YEAR_DAYS: &[&str] = &["1", "59", "60", "100", "366", "-1", "-100", "-366"];
const WEEKS: &[&str] = &["2", "10", "20", "51"];
const HOURS: &[&str] = &["0", "6", "9", "17", "23"];
const MINUTES: &[&str] = &["0", "15", "59"];
const POSITIONS: &[&str] = &["1", "2", "-1", "-2"];
const STARTS: &[&str] = &["MO", "SU", "TH"];

/// Rules that have one meaning.
fn rule() -> impl Strategy<Value = String> {
    let by = |parts: Vec<BoxedStrategy<String>>| parts.prop_map(|parts| parts.concat());
    let (months, hours, minutes) =
        (|| part("BYMONTH", MONTHS, 3), || part("BYHOUR", HOURS, 3), || part("BYMINUTE", MINUTES, 2));
    let month_days = || part("BYMONTHDAY", MONTH_DAYS, 4);
    let weekly = part("BYDAY", DAYS, 4);
    let body = prop_oneof![
        by(vec![months(), month_days(), part("BYDAY", DAYS, 4), hours(), minutes()])
            .prop_map(|by| format!("FREQ=DAILY{by}")),
        by(vec![months(), weekly, hours()]).prop_map(|by| format!("FREQ=WEEKLY{by}")),
        by(vec![months(), month_days(), part("BYDAY", NTH, 3), hours()]).prop_map(|by| format!("FREQ=MONTHLY{by}")),
        by(vec![months(), month_days(), part("BYDAY", NTH, 3)]).prop_map(|by| format!("FREQ=YEARLY{by}")),
        by(vec![months(), part("BYYEARDAY", YEAR_DAYS, 4), part("BYDAY", DAYS, 4)])
            .prop_map(|by| format!("FREQ=YEARLY{by}")),
        (proptest::sample::subsequence(WEEKS, 1..3), proptest::sample::subsequence(DAYS, 1..4))
            .prop_map(|(weeks, days)| format!("FREQ=YEARLY;BYWEEKNO={};BYDAY={}", weeks.join(","), days.join(","))),
        by(vec![months(), month_days(), part("BYDAY", DAYS, 4), hours(), minutes()])
            .prop_map(|by| format!("FREQ=HOURLY{by}")),
    ];
    let interval = prop_oneof![Just(1_u32), 1_u32..8];
    let count = prop_oneof![1 => Just(None), 1 => (1_u32..60).prop_map(Some)];
    let extra = (interval, count, part("BYSETPOS", POSITIONS, 2), proptest::sample::select(STARTS));
    (body, extra).prop_map(|(body, (interval, count, positions, start))| {
        let mut rule = format!("{body};WKST={start}");
        if interval > 1 && !body.contains("BYWEEKNO") {
            write!(rule, ";INTERVAL={interval}").unwrap();
        }
        if body.contains(";BY") {
            rule.push_str(&positions);
        }
        if let Some(count) = count {
            write!(rule, ";COUNT={count}").unwrap();
        }
        rule
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(1_000), failure_persistence: None, ..ProptestConfig::default() })]

    /// Each instance that `rrule` gives is busy, and of the hours around none else is.
    #[test]
    fn rules_mean_what_a_second_library_says(
        rule in rule(),
        start in 946_684_800_i64..1_767_225_600,
        ahead in 0_i64..(6 * 365),
    ) {
        let start = start - start % 900;
        let text = format!("DTSTART:{}\nRRULE:{rule}", stamp(start));
        let opinion: rrule::RRuleSet = text.parse().unwrap();
        let from = start + ahead * 86_400;
        let to = from + 45 * 86_400;
        let mut instances: Vec<i64> = opinion
            .into_iter()
            .map(|instance| instance.timestamp())
            .take(60_000)
            .take_while(|second| *second < to)
            .collect();
        prop_assume!(instances.len() < 60_000);
        instances.push(start);
        let ics = calendar(&format!("{text}\nDURATION:PT1M"));
        let hours: Vec<i64> = (from..to).step_by(3_600).filter(|hour| (946_684_800..7_289_000_000).contains(hour)).collect();
        for chunk in hours.chunks(1_000) {
            let slots: Vec<String> = chunk.iter().map(|hour| slot(*hour, 3_600)).collect();
            let free = free_slots(&ics, &slots).unwrap();
            for (hour, slot) in chunk.iter().zip(&slots) {
                let taken = instances.iter().any(|instance| *instance < hour + 3_600 && instance + 60 > *hour);
                prop_assert_eq!(free.contains(slot), !taken, "{} in {}", slot, text);
            }
        }
    }

    /// A daily event in any zone: what jiff's own calendar has of it is busy; three hours away it is free.
    #[test]
    fn zones_mean_what_jiff_says(
        zone in proptest::sample::select(ZONES),
        (hour, minute) in (0_i8..24, 0_i8..60),
        day in 0_i64..3_000,
        years in 1_i64..30,
    ) {
        let tz = TimeZone::get(zone).unwrap();
        let first = civil::date(2000, 1, 1).checked_add(SignedDuration::from_hours(24 * day)).unwrap();
        let ics = calendar(&format!(
            "DTSTART;TZID={zone}:{}T{hour:02}{minute:02}00\nDURATION:PT30M\nRRULE:FREQ=DAILY",
            first.strftime("%Y%m%d")
        ));
        let from = first.checked_add(SignedDuration::from_hours(24 * 365 * years)).unwrap();
        let instances: Vec<i64> = (0..366)
            .map(|day| {
                let day = from.checked_add(SignedDuration::from_hours(24 * day)).unwrap();
                tz.to_timestamp(day.at(hour, minute, 0, 0)).unwrap().as_second()
            })
            .collect();
        let within: Vec<String> = instances.iter().map(|second| slot(second + 29 * 60, 60)).collect();
        prop_assert_eq!(free_slots(&ics, &within).unwrap(), Vec::<String>::new(), "{}", ics);
        let away: Vec<String> = instances.iter().map(|second| slot(second + 3 * 3_600, 3_600)).collect();
        let free = free_slots(&ics, &away).unwrap();
        // Whole days that a zone skipped or had twice (Samoa 2011) may take one.
        prop_assert!(free.len() + 1 >= away.len(), "{}", ics);
    }

    /// A zone written out in the file means the same as the database's.
    #[test]
    fn a_zone_of_the_files_own(hour in 0_i8..24, half in 0_i8..2, start in 0_i64..9_000, ahead in 0_i64..4_000) {
        let rules = "BEGIN:VTIMEZONE\nTZID:Own\nBEGIN:DAYLIGHT\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
            DTSTART:19810329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nBEGIN:STANDARD\n\
            TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nDTSTART:19961027T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n\
            END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT";
        let day = civil::date(2000, 1, 1).checked_add(SignedDuration::from_hours(24 * start)).unwrap();
        let at = format!("{}T{hour:02}{:02}00", day.strftime("%Y%m%d"), half * 30);
        let event = |zone: &str| calendar(&format!("DTSTART;TZID={zone}:{at}\nDURATION:PT45M\nRRULE:FREQ=DAILY"));
        let own = event("Own").replacen("BEGIN:VEVENT", rules, 1);
        let from = Timestamp::from_second(946_684_800 + (start + ahead) * 86_400).unwrap().as_second();
        let slots: Vec<String> = (0..900).map(|at| slot(from + at * 900 * 7, 900)).collect();
        prop_assert_eq!(free_slots(&own, &slots).unwrap(), free_slots(&event("Europe/Berlin"), &slots).unwrap());
    }
}

const ZONES: &[&str] = &[
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
    "America/Sao_Paulo",
    "Etc/UTC",
];

/// All cases only where `BACKCHANNEL_SOAK` is set.
fn cases(all: u32) -> u32 {
    if std::env::var_os("BACKCHANNEL_SOAK").is_some() { all } else { all / 5 }
}
