//! Meetings from calendar files and back.
use serde_json::Value;

use super::record::talk;
use super::street::{Person, Street};

fn path(street: &Street, name: &str) -> String {
    street.folder.path().join(name).display().to_string()
}

/// What a meeting is known by, but for its name.
fn facts(person: &Person, name: &str) -> Vec<Value> {
    let shown = person.json(&["meeting", "show", name]);
    ["starts_at", "day", "zone", "minutes", "mode", "place"].map(|key| shown[key].clone()).to_vec()
}

#[test]
fn a_meeting_written_to_a_calendar_file_and_read_again_is_the_same() {
    let street = talk();
    let (convener, anna) = (&street.convener, street.delegate("anna"));
    let link = ["online", "--where", "https://talks.example/4711"];
    let hotel = ["in-person", "--where", "Vienna, a hotel; 2nd floor"];
    for (name, mode) in [("in a place", &hotel[..]), ("a link", &link), ("between", &["shuttle"])] {
        let when = ["--at", "2026-10-25T02:30+01:00", "--zone", "Europe/Vienna", "--minutes", "135"];
        convener.json(&[&["meeting", "add", name, "--mode"], mode, &when].concat());
        anna.sync();
        let file = path(&street, "details.ics");
        anna.json(&["meeting", "ics", name, "--out", &file, "--details"]);
        let again = format!("{name} again");
        anna.json(&["meeting", "add", &again, "--ics", &file]);
        assert_eq!(facts(anna, &again), facts(anna, name), "{name}");
        // By the event's title it is the same meeting.
        assert_eq!(anna.json(&["meeting", "add", "--ics", &file])["name"], name);
        // For anybody's calendar: when, and no more. The rest is said on the command line.
        anna.json(&["meeting", "ics", name, "--out", &file]);
        let written = std::fs::read_to_string(&file).unwrap();
        for word in ["Vienna", "talks.example", "shuttle", name] {
            assert!(!written.contains(word), "{word}: {written}");
        }
        let (code, said) = anna.refused(&["meeting", "add", "bare", "--ics", &file]);
        assert!(code == 3 && said.contains("--mode"), "{code} {said}");
        let bare = format!("{name} bare");
        let more = [mode, &["--zone", "Europe/Vienna"]].concat();
        anna.json(&[&["meeting", "add", &bare, "--ics", &file, "--mode"], &more[..]].concat());
        assert_eq!(facts(anna, &bare), facts(anna, name), "{name}");
    }
    street.converged();
}

#[test]
fn what_another_calendar_wrote_is_taken_without_its_guests_and_what_is_no_meeting_is_refused() {
    let street = talk();
    let anna = street.delegate("anna");
    let file = path(&street, "invitation.ics");
    let put = |event: &str| {
        let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{event}END:VCALENDAR\r\n");
        std::fs::write(&file, text).unwrap();
    };
    let event = |more: &str| format!("BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n{more}END:VEVENT\r\n");
    let good = "DTSTART;TZID=Europe/Istanbul:20261105T100000\r\nDURATION:PT1H30M\r\nSUMMARY:Third\\, and last\r\n\
                LOCATION:A hotel in\\n Istanbul\r\nURL:https://talks.example/1\r\n\
                ORGANIZER;CN=qzxhostqzx:mailto:host@example.org\r\nATTENDEE;CN=qzxguestqzx:mailto:guest@example.org\r\n";
    put(&event(good));
    let added = anna.json(&["meeting", "add", "--ics", &file]);
    assert_eq!(added["name"], "Third, and last");
    let shown = anna.json(&["meeting", "show", "Third, and last"]);
    let found = (&shown["starts_at"], &shown["zone"], &shown["minutes"], &shown["mode"], &shown["place"]);
    let expected: (&Value, &Value, &Value, &Value, &Value) = (
        &1_793_862_000.into(),
        &"Europe/Istanbul".into(),
        &90.into(),
        &"in-person".into(),
        &"A hotel in Istanbul".into(),
    );
    assert_eq!(found, expected);
    assert_eq!(shown["present"], Value::Array(Vec::new()));
    assert!(!shown.to_string().contains("qzx"), "{shown}");

    let bad = |more: &str| event(&format!("{good}{more}"));
    let long = bad(&format!("COMMENT:{}\r\n", "x".repeat(2 << 20)));
    for (events, why) in [
        (event(good) + &event(good), "second event"),
        (String::new(), "no event"),
        (bad("RRULE:FREQ=DAILY\r\n"), "repeats"),
        (bad("RECURRENCE-ID:20261105T100000Z\r\n"), "repeats"),
        (bad("STATUS:CANCELLED\r\n"), "cancelled"),
        (format!("METHOD:CANCEL\r\n{}", event(good)), "cancelled"),
        (event("DTSTART:20261105T100000\r\n"), "no time zone"),
        (event("DTSTART;TZID=Europe/Vienna:20261025T023000\r\n"), "clock is set"),
        (event("SUMMARY:x\r\n"), "no beginning"),
        (event("DTSTART:soon\r\n"), "no date"),
        (event(&good.replace("Third", &"qzxlongqzx".repeat(9))), "title: give a name"),
        (event(&good.replace("A hotel", &"qzxlongqzx".repeat(9))), "--where"),
        (event(&good.replace("SUMMARY", "COMMENT")), "give a name"),
        ("BEGIN:VEVENT\r\n".to_owned(), "another component"),
        (long, "at most"),
    ] {
        put(&events);
        let (code, said) = anna.refused(&["meeting", "add", "--ics", &file]);
        assert!([2, 3].contains(&code) && said.contains(why), "{why}: {code} {said}");
        assert!(!said.contains("qzx"), "{said}");
    }
    // A day, and no time.
    put(&event("DTSTART;VALUE=DATE:20261105\r\nDTEND;VALUE=DATE:20261107\r\nLOCATION:online\r\n"));
    anna.json(&["meeting", "add", "days", "--ics", &file]);
    let expected: [Value; 6] =
        [Value::Null, "2026-11-05".into(), Value::Null, 2_880.into(), "online".into(), "online".into()];
    assert_eq!(facts(anna, "days"), expected);
}
