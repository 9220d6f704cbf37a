//! Slots against calendars: what the exported calendars of this folder keep busy, and what is refused.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use client::calendar::{free_slots, parse_slot, write_slot};

const WEB: &str = include_str!("calendar/web.ics");
const OFFICE: &str = include_str!("calendar/office.ics");
const FREEBUSY: &str = include_str!("calendar/freebusy.ics");

/// Slots from `01T09:00/01T10:00`, of December 2026 where no month is given.
fn free(ics: &str, slots: &[&str]) -> Vec<bool> {
    let slots: Vec<String> = slots.iter().map(|slot| parse_slot(slot).unwrap()).collect();
    let free = free_slots(ics, &slots).unwrap();
    slots.iter().map(|slot| free.contains(slot)).collect()
}

fn one(ics: &str, slot: &str) -> bool {
    free(ics, &[slot])[0]
}

fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n", lines.trim().replace('\n', "\r\n"))
}

fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\nUID:one\nSUMMARY:SENTINEL\n{}\nEND:VEVENT", lines.trim()))
}

fn refused(ics: &str) -> String {
    let slot = "2026-12-01T09:00Z/2026-12-01T10:00Z".to_owned();
    let error = free_slots(ics, &[slot]).unwrap_err().to_string();
    assert!(!error.to_uppercase().contains("SENTINEL"), "{error}");
    error
}

#[test]
fn a_slot_has_one_spelling() {
    for (text, spelled) in [
        ("2026-12-01T09:00Z/2026-12-01T12:00Z", "2026-12-01T09:00Z/2026-12-01T12:00Z"),
        ("2026-12-01T12:00+03:00/2026-12-01T15:00:00+03:00", "2026-12-01T09:00Z/2026-12-01T12:00Z"),
        (" 2026-12-01t09:00:30z/2026-12-01T06:31:01-05:30 ", "2026-12-01T09:00:30Z/2026-12-01T12:01:01Z"),
        ("2000-01-01T00:00Z/2000-01-15T00:00Z", "2000-01-01T00:00Z/2000-01-15T00:00Z"),
        ("2028-02-29T00:00Z/2028-03-01T00:00Z", "2028-02-29T00:00Z/2028-03-01T00:00Z"),
    ] {
        assert_eq!(parse_slot(text).unwrap(), spelled);
        assert_eq!(parse_slot(spelled).unwrap(), spelled);
    }
}

#[test]
fn what_is_no_slot_is_told_why() {
    for (text, why) in [
        ("", "a slot is START/END"),
        ("tomorrow", "a slot is START/END"),
        ("2026-12-01T09:00/2026-12-01T12:00", "with a zone"),
        ("2026-12-01/2026-12-02", "START/END"),
        ("2026-12-01T09:00Z", "START/END"),
        ("2026-12-01T09:00Z/PT1H", "START/END"),
        ("2026-02-29T09:00Z/2026-03-01T09:00Z", "no such day"),
        ("2026-12-01T24:00Z/2026-12-02T09:00Z", "no such day"),
        ("2026-12-01T09:00Z/2026-12-01T09:00Z", "ends after"),
        ("2026-12-01T09:00Z/2026-12-01T09:30+01:00", "ends after"),
        ("2026-12-01T00:00Z/2026-12-15T00:01Z", "14 days"),
        ("1999-12-31T23:00Z/2000-01-01T01:00Z", "2000 to 2200"),
        ("2200-12-31T23:00Z/2201-01-01T01:00Z", "2000 to 2200"),
        ("2026-12-01T09:00+24:00/2026-12-01T12:00Z", "START/END"),
        ("2026-12-01T09:00Z/2026-12-01T1２:00Z", "START/END"),
    ] {
        let error = parse_slot(text).unwrap_err();
        assert!(error.contains(why), "{text}: {error}");
    }
}

#[test]
fn a_web_calendar() {
    // A weekly meeting at 9 in Berlin, which is 7 UTC in summer and 8 in winter.
    assert!(!one(WEB, "2026-10-05T07:00Z/2026-10-05T07:30Z"));
    assert!(one(WEB, "2026-10-05T08:00Z/2026-10-05T09:00Z"));
    assert!(!one(WEB, "2026-10-26T08:30Z/2026-10-26T09:00Z"));
    assert!(one(WEB, "2026-10-26T07:00Z/2026-10-26T08:00Z"));
    // Its first instance is on a Monday; the Wednesdays follow, Tuesdays are free.
    assert_eq!(
        free(
            WEB,
            &[
                "2026-10-07T07:00Z/2026-10-07T08:00Z",
                "2026-10-06T07:00Z/2026-10-06T08:00Z",
                // Left out (EXDATE), called off, and moved to 14 o'clock.
                "2026-12-09T08:00Z/2026-12-09T09:00Z",
                "2026-12-16T08:00Z/2026-12-16T09:00Z",
                "2026-12-07T08:00Z/2026-12-07T09:00Z",
                "2026-12-07T13:30Z/2026-12-07T13:45Z",
                // The last before UNTIL, and the first after.
                "2027-01-27T08:00Z/2027-01-27T09:00Z",
                "2027-02-01T08:00Z/2027-02-01T09:00Z",
                // A transparent day.
                "2026-12-02T12:00Z/2026-12-02T13:00Z",
            ]
        ),
        [false, true, true, true, true, false, false, true, true]
    );
    // Whole days, every year, wherever on earth they are.
    assert!(!one(WEB, "2026-12-23T10:00Z/2026-12-23T10:01Z"));
    assert!(one(WEB, "2026-12-23T09:00Z/2026-12-23T10:00Z"));
    assert!(!one(WEB, "2031-12-27T13:59Z/2031-12-27T14:00Z"));
    assert!(one(WEB, "2031-12-27T14:00Z/2031-12-27T15:00Z"));
}

#[test]
fn an_office_calendar() {
    assert_eq!(
        free(
            OFFICE,
            &[
                // The first Tuesday at 15 in a zone of the file's own, six times.
                "2026-10-06T13:00Z/2026-10-06T14:30Z",
                "2026-12-01T14:00Z/2026-12-01T14:10Z",
                "2026-12-01T15:30Z/2026-12-01T16:00Z",
                "2027-02-02T14:00Z/2027-02-02T15:00Z",
                "2027-03-02T14:00Z/2027-03-02T15:00Z",
                // A shift over midnight, its repetitions and two periods.
                "2026-12-04T04:00Z/2026-12-04T05:00Z",
                "2026-12-04T05:00Z/2026-12-04T06:00Z",
                "2026-12-11T04:59Z/2026-12-11T06:00Z",
                "2026-12-12T11:00Z/2026-12-12T12:00Z",
                "2026-12-13T10:30Z/2026-12-13T12:00Z",
                "2026-12-13T11:00Z/2026-12-13T12:00Z",
                // A time without a zone is 14 hours wide on both sides.
                "2026-12-19T22:00Z/2026-12-19T22:01Z",
                "2026-12-21T02:59Z/2026-12-21T03:00Z",
                "2026-12-19T21:00Z/2026-12-19T22:00Z",
                "2026-12-21T03:00Z/2026-12-21T04:00Z",
                // The last weekday of a month.
                "2027-01-29T06:00Z/2027-01-29T06:01Z",
                "2027-01-28T06:00Z/2027-01-28T06:01Z",
            ]
        ),
        [
            false, false, true, false, true, false, true, false, false, false, true, false, false, true, true, false,
            true
        ]
    );
}

#[test]
fn busy_times_without_events() {
    assert_eq!(
        free(
            FREEBUSY,
            &[
                "2026-12-01T09:30Z/2026-12-01T09:40Z",
                "2026-12-01T10:00Z/2026-12-01T11:00Z",
                "2026-12-02T10:00Z/2026-12-02T11:00Z",
                "2026-12-03T09:00Z/2026-12-03T10:00Z",
                "2026-12-04T09:00Z/2026-12-04T10:00Z",
                "2026-12-05T09:00Z/2026-12-05T10:00Z",
                // Beyond what is covered nothing is known.
                "2026-12-14T23:00Z/2026-12-15T01:00Z",
                "2026-11-20T09:00Z/2026-11-20T10:00Z",
            ]
        ),
        [false, true, false, false, true, false, false, false]
    );
    // Without a beginning and an end it says all there is; with one of them, it is not clear what it says.
    let all = FREEBUSY.replace("DTSTART:20261201T000000Z\nDTEND:20261215T000000Z\n", "");
    assert!(one(&all, "2026-11-20T09:00Z/2026-11-20T10:00Z") && !one(&all, "2026-12-05T09:00Z/2026-12-05T10:00Z"));
    assert!(refused(&FREEBUSY.replace("DTEND:20261215T000000Z\n", "")).contains("not both"));
    let error = refused(&FREEBUSY.replace("METHOD:REPLY", "METHOD:REQUEST"));
    assert!(error.contains("asks"), "{error}");
}

#[test]
fn order_is_kept_and_an_empty_calendar_is_free() {
    let slots: Vec<String> =
        ["2026-12-05T09:00Z/2026-12-05T10:00Z", "2026-12-01T09:00Z/2026-12-01T10:00Z"].map(str::to_owned).to_vec();
    assert_eq!(free_slots("BEGIN:VCALENDAR\nEND:VCALENDAR\n", &slots).unwrap(), slots);
    assert_eq!(free_slots("BEGIN:VCALENDAR\nEND:VCALENDAR", &[]).unwrap(), Vec::<String>::new());
    assert!(free_slots("BEGIN:VCALENDAR\nEND:VCALENDAR", &["noon".into()]).is_err());
}

#[test]
fn ends_are_half_open_and_a_moment_counts() {
    let at = event("DTSTART:20261201T100000Z\nDTEND:20261201T110000Z");
    assert!(one(&at, "2026-12-01T09:00Z/2026-12-01T10:00Z"));
    assert!(one(&at, "2026-12-01T11:00Z/2026-12-01T12:00Z"));
    assert!(!one(&at, "2026-12-01T10:59:59Z/2026-12-01T12:00Z"));
    let moment = event("DTSTART:20261201T100000Z");
    assert!(!one(&moment, "2026-12-01T10:00Z/2026-12-01T11:00Z"));
    assert!(!one(&moment, "2026-12-01T09:00Z/2026-12-01T11:00Z"));
    assert!(one(&moment, "2026-12-01T09:00Z/2026-12-01T10:00Z"));
}

#[test]
fn an_instance_that_began_long_before_still_counts() {
    let long = event("DTSTART:20200101T000000Z\nDTEND:20201001T000000Z\nRRULE:FREQ=YEARLY");
    // 274 days, which end a day later where February has 28.
    assert!(!one(&long, "2026-10-01T23:00Z/2026-10-02T00:00Z"));
    assert!(one(&long, "2026-10-02T00:00Z/2026-10-02T01:00Z"));
    let old = event("DTSTART;VALUE=DATE:19000301\nRRULE:FREQ=YEARLY");
    assert!(!one(&old, "2196-03-01T12:00Z/2196-03-01T13:00Z"));
    // A flight between two zones, repeated at a time without one, takes as long as the flight.
    let flight = event(
        "DTSTART;TZID=Europe/Berlin:20261101T080000\nDTEND;TZID=America/New_York:20261101T120000\n\
         RDATE:20261201T080000",
    );
    assert!(!one(&flight, "2026-12-02T07:59Z/2026-12-02T08:00Z"));
    assert!(one(&flight, "2026-12-02T08:00Z/2026-12-02T09:00Z"));
    let weeks = event("DTSTART;VALUE=DATE:20240101\nDURATION:P5W\nRRULE:FREQ=YEARLY;COUNT=3");
    assert!(!one(&weeks, "2026-02-04T12:00Z/2026-02-04T13:00Z"));
    assert!(one(&weeks, "2027-01-10T12:00Z/2027-01-10T13:00Z"));
}

#[test]
fn a_zone_that_two_sources_describe_differently_is_busy_by_both() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0300\n\
                TZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE";
    let at = "BEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20261201T120000\nDURATION:PT1H\nEND:VEVENT";
    let both = calendar(&format!("{zone}\n{at}"));
    assert!(!one(&both, "2026-12-01T09:00Z/2026-12-01T09:30Z"));
    assert!(!one(&both, "2026-12-01T11:30Z/2026-12-01T12:00Z"));
    assert!(one(&both, "2026-12-01T12:00Z/2026-12-01T13:00Z"));
}

#[test]
fn where_two_readings_differ_both_are_busy() {
    for (lines, slots, frees) in [
        // An hour that the clock shows twice, and one that it leaves out.
        (
            "DTSTART;TZID=Europe/Berlin:20261025T023000\nDURATION:PT10M",
            ["2026-10-25T00:30Z/2026-10-25T00:40Z", "2026-10-25T01:30Z/2026-10-25T01:40Z"],
            ["2026-10-25T00:00Z/2026-10-25T00:30Z", "2026-10-25T01:40Z/2026-10-25T02:00Z"],
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20260329T023000\nDURATION:PT10M",
            ["2026-03-29T00:30Z/2026-03-29T00:40Z", "2026-03-29T01:30Z/2026-03-29T01:40Z"],
            ["2026-03-29T00:00Z/2026-03-29T00:30Z", "2026-03-29T01:40Z/2026-03-29T02:00Z"],
        ),
        // Hours over a change of the clock: exact, or as it shows them.
        (
            "DTSTART;TZID=Europe/Berlin:20261025T003000\nDURATION:PT5H",
            ["2026-10-25T03:00Z/2026-10-25T03:30Z", "2026-10-25T04:00Z/2026-10-25T04:30Z"],
            ["2026-10-25T04:30Z/2026-10-25T05:00Z", "2026-10-24T22:00Z/2026-10-24T22:30Z"],
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20260329T003000\nDURATION:PT5H",
            ["2026-03-29T03:00Z/2026-03-29T03:30Z", "2026-03-29T04:00Z/2026-03-29T04:30Z"],
            ["2026-03-29T04:30Z/2026-03-29T05:00Z", "2026-03-28T23:00Z/2026-03-28T23:30Z"],
        ),
        // A zone beside a time in UTC.
        (
            "DTSTART;TZID=Asia/Tokyo:20261201T120000Z\nDURATION:PT10M",
            ["2026-12-01T03:00Z/2026-12-01T03:10Z", "2026-12-01T12:00Z/2026-12-01T12:10Z"],
            ["2026-12-01T02:00Z/2026-12-01T03:00Z", "2026-12-01T12:10Z/2026-12-01T13:00Z"],
        ),
        // UNTIL includes its moment; without a zone it may mean either.
        (
            "DTSTART;TZID=Asia/Tokyo:20261201T120000\nDURATION:PT10M\nRRULE:FREQ=DAILY;UNTIL=20261203T030000Z",
            ["2026-12-02T03:00Z/2026-12-02T03:10Z", "2026-12-03T03:00Z/2026-12-03T03:10Z"],
            ["2026-12-04T03:00Z/2026-12-04T03:10Z", "2026-12-03T03:10Z/2026-12-03T04:00Z"],
        ),
        (
            "DTSTART;TZID=Asia/Tokyo:20261201T120000\nDURATION:PT10M\nRRULE:FREQ=DAILY;UNTIL=20261203T030000",
            ["2026-12-02T03:00Z/2026-12-02T03:10Z", "2026-12-03T03:00Z/2026-12-03T03:10Z"],
            ["2026-12-04T03:00Z/2026-12-04T03:10Z", "2026-12-03T03:10Z/2026-12-03T04:00Z"],
        ),
        (
            "DTSTART;TZID=Asia/Tokyo:20261201T120000\nDURATION:PT10M\nRRULE:FREQ=DAILY;UNTIL=20261203",
            ["2026-12-02T03:00Z/2026-12-02T03:10Z", "2026-12-03T03:00Z/2026-12-03T03:10Z"],
            ["2026-12-04T03:00Z/2026-12-04T03:10Z", "2026-12-03T03:10Z/2026-12-03T04:00Z"],
        ),
        // A leap second is in the next minute.
        (
            "DTSTART:20261130T235950Z\nDTEND:20261130T235960Z",
            ["2026-11-30T23:59Z/2026-12-01T00:00Z", "2026-11-30T23:59:59Z/2026-12-01T00:00Z"],
            ["2026-12-01T00:00Z/2026-12-01T00:01Z", "2026-11-30T23:58Z/2026-11-30T23:59:50Z"],
        ),
    ] {
        let ics = event(lines);
        assert_eq!(free(&ics, &slots), [false, false], "{lines}");
        assert_eq!(free(&ics, &frees), [true, true], "{lines}");
    }
}

#[test]
fn a_zone_whose_rule_ended() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Own\nBEGIN:STANDARD\nDTSTART:20001001T030000\nTZOFFSETFROM:+0200\n\
                TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;UNTIL=LAST\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
                DTSTART:20000401T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
                RRULE:FREQ=YEARLY;UNTIL=20190401T010000Z\nEND:DAYLIGHT\nEND:VTIMEZONE\n\
                BEGIN:VEVENT\nDTSTART;TZID=Own:20190601T120000\nRRULE:FREQ=DAILY\nEND:VEVENT";
    for last in ["20191001", "20191001T030000", "20191001T010000Z"] {
        let ics = calendar(&zone.replace("LAST", last));
        assert!(!one(&ics, "2019-09-30T10:00Z/2019-09-30T10:01Z"), "{last}");
        assert!(!one(&ics, "2020-06-30T11:00Z/2020-06-30T11:01Z"), "{last}");
        assert!(one(&ics, "2020-06-30T10:00Z/2020-06-30T10:01Z"), "{last}");
    }
    let ics = calendar(&zone.replace("LAST", "20190930"));
    assert!(!one(&ics, "2020-06-30T10:00Z/2020-06-30T10:01Z"));
}

#[test]
fn an_exclusion_counts_only_where_it_is_the_very_instance() {
    let daily = "DTSTART;TZID=Europe/Berlin:20261130T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY";
    let slot = "2026-12-01T09:00Z/2026-12-01T10:00Z";
    for (exclusion, gone) in [
        ("EXDATE;TZID=Europe/Berlin:20261201T100000", true),
        ("EXDATE:20261201T090000Z", true),
        ("EXDATE;TZID=Asia/Tokyo:20261201T180000", true),
        ("EXDATE:20261130T090000Z,20261201T090000Z", true),
        ("EXDATE:20261201T100000", false),
        ("EXDATE;VALUE=DATE:20261201", false),
        ("EXDATE:20261201T100000Z", false),
        ("EXRULE:FREQ=DAILY", false),
    ] {
        assert_eq!(one(&event(&format!("{daily}\n{exclusion}")), slot), gone, "{exclusion}");
    }
    // The first instance may be excluded, too.
    let first = event(&format!("{daily}\nEXDATE:20261130T090000Z"));
    assert!(one(&first, "2026-11-30T09:00Z/2026-11-30T10:00Z"));
}

#[test]
fn free_only_where_nothing_says_otherwise() {
    let slot = "2026-12-01T10:00Z/2026-12-01T11:00Z";
    for (says, is_free) in [
        ("STATUS:CANCELLED", true),
        ("status:cancelled", true),
        ("TRANSP:TRANSPARENT", true),
        ("STATUS:TENTATIVE", false),
        ("STATUS:CANCELLED\nSTATUS:CONFIRMED", false),
        ("TRANSP:OPAQUE\nTRANSP:TRANSPARENT", false),
        ("X-STATUS:CANCELLED", false),
        ("BEGIN:VALARM\nSTATUS:CANCELLED\nTRANSP:TRANSPARENT\nEND:VALARM", false),
    ] {
        assert_eq!(one(&event(&format!("DTSTART:20261201T100000Z\nDURATION:PT1H\n{says}")), slot), is_free, "{says}");
    }
}

#[test]
fn what_cannot_be_read_is_an_error_without_private_text() {
    let at = "DTSTART:20261201T100000Z";
    let zone = "DTSTART;TZID=SENTINEL/Street:20261201T100000";
    for (ics, why) in [
        (String::new(), "no calendar"),
        ("<html>SENTINEL</html>".into(), "no line"),
        ("SENTINEL:x".into(), "outside a calendar"),
        (WEB.replace("END:VCALENDAR", ""), "cut off"),
        (WEB.split_at(1_500).0.to_owned(), "cut off"),
        (WEB.replace("VERSION:2.0", "VERSION:1.0"), "version"),
        (WEB.replace("GREGORIAN", "SENTINEL"), "Gregorian"),
        (event(zone), "zone"),
        (event("DTSTART;TZID=Etc/Unknown:20261201T100000"), "zone"),
        (event("SUMMARY:x"), "no beginning"),
        (event("DTSTART:SENTINEL"), "no date"),
        (event("DTSTART:20260230"), "no date"),
        (event("DTSTART;VALUE=DATE:20261201T000000"), "day"),
        (event(&format!("{at}\n{at}")), "twice"),
        (event(&format!("{at}\nDTEND:20261201T090000Z")), "before it begins"),
        (event(&format!("{at}\nDTEND;VALUE=DATE:20261202")), "same kind"),
        (event(&format!("{at}\nDURATION:-PT1H")), "duration"),
        (event(&format!("{at}\nDURATION:P99999999999999999999D")), "duration"),
        (event(&format!("{at}\nRRULE:FREQ=SENTINEL")), "rule"),
        (event(&format!("{at}\nRRULE:FREQ=DAILY;SENTINEL=1")), "not understood"),
        (event(&format!("{at}\nRRULE:RSCALE=CHINESE;FREQ=YEARLY")), "not understood"),
        (event(&format!("{at}\nRRULE:FREQ=DAILY;INTERVAL=0")), "rule"),
        (event(&format!("{at}\nRRULE:FREQ=DAILY;COUNT=2;UNTIL=20261231")), "no one meaning"),
        (event(&format!("{at}\nRRULE:FREQ=WEEKLY;BYDAY=1MO")), "no one meaning"),
        (event(&format!("{at}\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261201T100000Z")), "later instances"),
        (event("DTSTART:20000101T000000Z\nRRULE:FREQ=SECONDLY;COUNT=900000000"), "too often"),
        (event("DTSTART:20000101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1"), "VCALENDAR"),
        (calendar("BEGIN:VAVAILABILITY\nEND:VAVAILABILITY"), "VAVAILABILITY"),
        (calendar(&format!("BEGIN:VTODO\nBEGIN:VEVENT\n{at}\nEND:VEVENT\nEND:VTODO")), "inside another"),
        (calendar("BEGIN:VEVENT\nEND:VTODO"), "another component"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSENTINEL\nEND:VEVENT\nEND:VCALENDAR".into(), "line 3: "),
    ] {
        if why == "VCALENDAR" {
            // A date that never comes is no error: the years end before the budget does.
            assert!(one(&ics, "2026-12-01T09:00Z/2026-12-01T10:00Z"));
            continue;
        }
        let error = refused(&ics);
        assert!(error.contains(why), "{why}: {error}");
    }
    assert!(refused(&" ".repeat((8 << 20) + 1)).contains("8 MiB"));
    let many = "BEGIN:VEVENT\nTRANSP:TRANSPARENT\nEND:VEVENT\n";
    assert!(refused(&calendar(&many.repeat(50_001))).contains("50,000"));
}

#[test]
fn fifty_thousand_events_that_repeat() {
    let many: String = (0..50_000)
        .map(|at| {
            let (hour, minute) = (at % 23, at % 60);
            format!(
                "BEGIN:VEVENT\nUID:{at}\nDTSTART;TZID=Europe/Berlin:20200106T{hour:02}{minute:02}00\nDURATION:PT1M\n\
                 RRULE:FREQ=WEEKLY;BYDAY=MO\nEND:VEVENT\n"
            )
        })
        .collect();
    assert_eq!(
        free(&calendar(&many), &["2026-12-07T08:00Z/2026-12-07T09:00Z", "2026-12-08T08:00Z/2026-12-08T09:00Z"]),
        [false, true]
    );
}

#[test]
fn an_agreed_slot_as_a_calendar() {
    let slot = "2026-12-01T12:00+03:00/2026-12-01T13:00+03:00";
    let title = "Second round; side A, side B\nroom \\ 5 – ".to_owned() + &"ü".repeat(80) + "\r\nEND:VEVENT\u{7}";
    let ics = write_slot(slot, &title).unwrap();
    assert!(ics.ends_with("END:VCALENDAR\r\n") && !ics.replace("\r\n", "").contains(['\r', '\n']));
    assert!(ics.split("\r\n").all(|row| row.len() <= 75));
    assert!(ics.contains("DTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z\r\n"));
    let plain = ics.replace("\r\n ", "");
    assert!(plain.contains(&format!(
        "SUMMARY:Second round\\; side A\\, side B\\nroom \\\\ 5 – {}\\nEND:VEVENT\r\n",
        "ü".repeat(80)
    )));
    assert!(!one(&ics, slot));
    assert!(one(&ics, "2026-12-01T10:00Z/2026-12-01T11:00Z"));
    let uid = |ics: &str| ics.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();
    assert_eq!(uid(&ics), uid(&write_slot("2026-12-01T09:00Z/2026-12-01T10:00Z", "").unwrap()));
    assert_ne!(uid(&ics), uid(&write_slot("2026-12-01T09:00Z/2026-12-01T10:01Z", "").unwrap()));
    assert!(write_slot("noon", "").is_err() && write_slot(slot, &"x".repeat(1_001)).is_err());
}
