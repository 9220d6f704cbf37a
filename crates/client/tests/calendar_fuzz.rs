//! Damaged calendars: no panic, no private text in an error, and nothing slow.
//!
//! `BACKCHANNEL_FUZZ_ITERATIONS` sets how many are tried (default 2,000), `BACKCHANNEL_FUZZ_SEED` where to begin.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "tests stop at the first surprise, and keep a figure")]
use client::calendar::{free_slots, parse_slot, read_appointment};

const FIXTURES: [&str; 3] =
    [include_str!("calendar/web.ics"), include_str!("calendar/office.ics"), include_str!("calendar/freebusy.ics")];

/// Pieces that mean something to a calendar.
const PIECES: [&str; 26] = [
    "\nBEGIN:VEVENT",
    "\nEND:VEVENT",
    "\nRRULE:FREQ=SECONDLY",
    "\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ";INTERVAL=999999999",
    ";COUNT=1000000000",
    ";BYSETPOS=-366,366",
    ";BYWEEKNO=-53,53",
    ";BYHOUR=0,1,2,3,4,5,6,7,8,9",
    "99991231T235960Z",
    "00000101T000000Z",
    "00000101",
    "99991231",
    "PT100000000000S",
    "P14285W",
    "\nDTEND;VALUE=DATE:99991231",
    ";TZID=America/St_Johns",
    ";TZID=\"",
    ";VALUE=PERIOD",
    "\nTZOFFSETTO:-1859",
    "\nRDATE:20261201T090000Z",
    ":",
    ";",
    ",",
    "\n ",
    "é",
];

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// SplitMix64, so that a run can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (bound.max(1) as u64)).unwrap()
    }
}

fn damaged(text: &str, dice: &mut Dice) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        match dice.below(8) {
            0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            1 => {
                // Another digit, so that the text stays readable.
                if let Some(digit) = bytes[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                    *digit = b"0123456789"[dice.below(10)];
                }
            }
            2 => drop(bytes.splice(at..at, PIECES[dice.below(PIECES.len())].bytes())),
            3 => {
                let end = at + bytes[at..].iter().position(|byte| *byte == b'\n').unwrap_or(0);
                drop(bytes.splice(end..end, PIECES[dice.below(PIECES.len())].bytes()));
            }
            4 => drop(bytes.drain(at..(at + dice.below(40)).min(bytes.len()))),
            5 if dice.below(10) == 0 => bytes.truncate(at + 1),
            6 => {
                let other = FIXTURES[dice.below(FIXTURES.len())].lines().collect::<Vec<_>>();
                let line = format!("\n{}\n", other[dice.below(other.len())]);
                let end = at + bytes[at..].iter().position(|byte| *byte == b'\n').unwrap_or(0);
                drop(bytes.splice(end..end, line.bytes()));
            }
            _ => {
                let line: Vec<u8> = bytes[at..].iter().take(60).copied().collect();
                let to = dice.below(bytes.len());
                drop(bytes.splice(to..to, line));
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn damaged_calendars_never_panic_and_errors_tell_nothing_private() {
    let mut dice = Dice(setting("BACKCHANNEL_FUZZ_SEED", 0x5107));
    let slots: Vec<String> = [
        "2000-01-01T00:00Z/2000-01-01T01:00Z",
        "2026-12-01T09:00Z/2026-12-01T10:00Z",
        "2026-12-07T08:00Z/2026-12-07T09:00Z",
        "2200-12-17T00:00Z/2200-12-31T00:00Z",
    ]
    .map(str::to_owned)
    .to_vec();
    let (mut read, mut refused) = (0, 0);
    for round in 0..setting("BACKCHANNEL_FUZZ_ITERATIONS", 2_000) {
        let text = damaged(FIXTURES[dice.below(FIXTURES.len())], &mut dice);
        let began = std::time::Instant::now();
        match free_slots(&text, &slots) {
            Ok(free) => {
                read += 1;
                assert!(free.iter().all(|slot| slots.contains(slot)), "round {round}");
            }
            Err(error) => {
                refused += 1;
                let error = error.to_string();
                assert!(!error.to_lowercase().contains("sentinel"), "round {round}: {error}");
                assert!(error.starts_with("the calendar, line ") && error.is_ascii(), "round {round}: {error}");
            }
        }
        assert!(began.elapsed().as_secs() < 20, "round {round} took {:?}:\n{text}", began.elapsed());
    }
    println!("FIGURE: damaged calendars: {read} read, {refused} refused, no panic");
    assert!(read > 0 && refused > 0);
}

#[test]
fn damaged_slots_never_panic_and_what_is_read_is_canonical() {
    let mut dice = Dice(setting("BACKCHANNEL_FUZZ_SEED", 0x5107));
    for _ in 0..setting("BACKCHANNEL_FUZZ_ITERATIONS", 2_000) * 10 {
        let mut bytes = b"2026-12-01T09:00:00+01:00/2026-12-02T12:00-11:30".to_vec();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len());
            match dice.below(3) {
                0 => bytes[at] = b"0123456789-+:TZ/ "[dice.below(17)],
                1 => drop(bytes.remove(at)),
                _ => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(slot) = parse_slot(&text) {
            assert_eq!(parse_slot(&slot).as_ref(), Ok(&slot), "{text}");
        }
    }
}

/// An invitation as an office sends one, with a zone of its own.
const INVITATION: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\n\
    TZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n\
    TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n\
    DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n\
    END:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nORGANIZER;CN=\"Sentinel, host\":mailto:sentinel@x\r\n\
    ATTENDEE;ROLE=REQ-PARTICIPANT:mailto:sentinel@y\r\nSUMMARY;LANGUAGE=en:Sentinel\\, again\r\n\
    DTSTART;TZID=W. Europe Standard Time:20261201T100000\r\nDTEND;TZID=W. Europe Standard Time:20261201T113001\r\n\
    LOCATION:Room 5\\; Sentinel\r\nDESCRIPTION:Sentinel\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn damaged_invitations_never_panic_and_errors_tell_nothing_private() {
    let whole = read_appointment(INVITATION).unwrap();
    assert_eq!((whole.starts_at, whole.minutes), (Some(1_796_115_600), Some(91)));
    assert_eq!((whole.title.as_deref(), whole.place.as_deref()), (Some("Sentinel, again"), Some("Room 5; Sentinel")));
    assert_eq!(whole.zone, None, "a zone without an IANA name has none");
    let mut dice = Dice(setting("BACKCHANNEL_FUZZ_SEED", 0x5107));
    let (mut read, mut refused) = (0, 0);
    for round in 0..setting("BACKCHANNEL_FUZZ_ITERATIONS", 2_000) {
        let text = damaged(INVITATION, &mut dice);
        let began = std::time::Instant::now();
        match read_appointment(&text) {
            Ok(event) => {
                read += 1;
                assert!(event.starts_at.is_some() != event.day.is_some(), "round {round}: {event:?}");
                let lines = [event.title, event.place, event.link, event.mode, event.zone];
                let plain = |line: &String| !line.is_empty() && !line.contains(char::is_control);
                assert!(lines.iter().flatten().all(plain), "round {round}: {lines:?}");
            }
            Err(error) => {
                refused += 1;
                let error = error.to_string();
                assert!(!error.to_lowercase().contains("sentinel"), "round {round}: {error}");
                assert!(error.starts_with("the calendar, line ") && error.is_ascii(), "round {round}: {error}");
            }
        }
        assert!(began.elapsed().as_secs() < 20, "round {round} took {:?}:\n{text}", began.elapsed());
    }
    println!("FIGURE: damaged invitations: {read} read, {refused} refused, no panic");
}
