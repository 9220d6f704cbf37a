//! Days of meetings, the gaps between them and the tracks that follow; who of a side was there; what supports a claim.
use dialogue::charter::Attribution;
use dialogue::record::debrief;
use dialogue::record::line::{Audience, Wording};
use dialogue::record::meeting::{Cadence, Facts as Meeting, Mode};
use dialogue::record::seat::{Capacity, Facts, Office};
use dialogue::record::standing::Stance;
use dialogue::record::statement::{self, Kind, Statement};
use dialogue::record::{Act, Day, scene, track};

use super::hall::{CONVENER, Hall, member};
use super::record::{day, draft, entered, facts, held, meeting, seat, statement, talk, told_tracks, wording};

/// 10 March 2026 at 20:30 in New York: 00:30 of 11 March in universal time.
const NEW_YORK: i64 = 1_773_189_000;
/// 10 March 2026 at 08:30 in Tokyo: 23:30 of 9 March in universal time.
const TOKYO: i64 = 1_773_099_000;

fn at(moment: i64, zone: &str, local: Option<&str>) -> Meeting {
    Meeting {
        starts_at: Some(moment),
        zone: Some(zone.to_owned()),
        local_day: local.and_then(day),
        place: None,
        ..meeting(&["seat A", "seat B", "seat C"], None)
    }
}

#[test]
fn a_meeting_is_on_the_day_of_the_place_where_it_is() {
    for (moment, zone, universal) in [(NEW_YORK, "America/New_York", "2026-03-11"), (TOKYO, "Asia/Tokyo", "2026-03-09")]
    {
        let mut hall = talk();
        assert_eq!(Day::at(moment), day(universal), "{zone}");
        // A seat that serves from that day on did so at that meeting, and not on the day before.
        let later = Facts { since: day("2026-03-10"), ..facts(Office::Serving, Capacity::Mandated, Some("A")) };
        hall.say(CONVENER, seat("seat A", later)).unwrap();
        hall.say(CONVENER, held("L", at(moment, zone, Some("2026-03-10")))).unwrap();
        let own = &hall.state.record.own;
        assert_eq!(own.meetings["L"].facts.date(), day("2026-03-10"), "{zone}");
        assert_eq!(track::of_meeting(own, "L").unwrap().day, day("2026-03-10"));
        assert_eq!(track::of_meeting(own, "L").unwrap().track.unwrap().name(), "1.5");
        // The public reads neither that day nor the one that it was elsewhere.
        for (text, caught) in [("On 10 March a step was agreed.", true), ("A step was agreed in a good spirit.", false)]
        {
            let line = Wording { text: text.to_owned(), meeting: "L".to_owned(), ..wording(None, &Audience::ALL) };
            hall.say(CONVENER, draft("dated", line)).unwrap();
            let line = hall.state.record.readouts.line("dated").unwrap();
            let found = scene::check(&hall.state.record, "dated", line, Audience::Public, None);
            assert_eq!(!found.is_empty(), caught, "{zone}: {text}: {found:?}");
        }
        // A gap is counted from that day.
        let cadence = Cadence { days: 7, words: None, mode: None, place: None, source: None };
        hall.say(CONVENER, entered(Act::Cadence(cadence))).unwrap();
        assert_eq!(hall.state.record.own.pace("2026-03-18".parse().unwrap())[0].due, day("2026-03-17"), "{zone}");
    }
    // What an older program entered has no such day, and no program enters one that cannot be.
    let mut hall = talk();
    hall.say(CONVENER, held("old", at(NEW_YORK, "America/New_York", None))).unwrap();
    assert_eq!(hall.state.record.own.meetings["old"].facts.date(), day("2026-03-11"));
    for odd in ["2026-03-13", "2026-03"] {
        assert!(hall.say(CONVENER, held("odd", at(NEW_YORK, "America/New_York", Some(odd)))).is_err(), "{odd}");
    }
}

#[test]
fn a_change_of_track_is_told_wherever_in_the_history_its_meeting_is_entered() {
    let mut hall = talk();
    let minister = Facts { member: None, side: None, ..facts(Office::Serving, Capacity::Mandated, None) };
    hall.say(CONVENER, seat("minister", minister.clone())).unwrap();
    hall.say(CONVENER, held("M3", meeting(&["seat A", "seat B"], day("2026-05-10")))).unwrap();
    assert!(told_tracks(&hall.state).is_empty(), "2 and 2");
    hall.say(CONVENER, held("M2", meeting(&["seat A", "minister"], day("2026-04-10")))).unwrap();
    let history: Vec<_> = track::history(&hall.state.record.own).iter().map(|one| one.track.unwrap().name()).collect();
    assert_eq!(history, ["2", "1.5", "2"]);
    let told = told_tracks(&hall.state);
    let short = |told: &[(String, &'static str, &'static str, String)]| {
        told.iter().map(|one| format!("{} {} {}", one.0, one.1, one.2)).collect::<Vec<_>>()
    };
    assert_eq!(short(&told), ["M2 2 1.5", "M3 1.5 2"]);
    assert!(told[0].3.contains("official serves in office") && told[1].3.contains("nobody present serves"));
    // What was told is not told again, and a meeting that turns out otherwise is.
    hall.say(CONVENER, held("M4", meeting(&["seat A"], day("2026-06-10")))).unwrap();
    assert_eq!(told_tracks(&hall.state).len(), 2);
    let left = Facts { office: Office::Former, ..minister };
    hall.say(CONVENER, seat("minister", left)).unwrap();
    assert_eq!(short(&told_tracks(&hall.state)[2..]), ["M2 1.5 2"]);
}

#[test]
fn a_cadence_is_overdue_after_its_gap() {
    let mut hall = talk();
    let cadence = Cadence { days: 16, words: None, mode: Some(Mode::Online), place: None, source: None };
    hall.say(CONVENER, entered(Act::Cadence(cadence.clone()))).unwrap();
    let late = |hall: &Hall, on: &str| hall.state.record.own.pace(on.parse().unwrap())[0].overdue_days;
    let all = |hall: &Hall| (late(hall, "2026-03-20"), late(hall, "2026-03-26"), late(hall, "2026-03-29"));
    assert_eq!(all(&hall), (0, 0, 3));
    // An entry for a whole series is no meeting of its last possible day.
    let series = Meeting { series: Some("every other week".to_owned()), ..meeting(&["seat A"], day("2026")) };
    hall.say(CONVENER, held("S1", series)).unwrap();
    assert_eq!(all(&hall), (0, 0, 3));
    assert_eq!(hall.state.record.own.overdue("2026-03-29".parse().unwrap()).count(), 1);
    assert_eq!(hall.state.record.own.overdue("2026-03-20".parse().unwrap()).count(), 0);
    // Visits to one place are not made by a meeting in another.
    let visits = Cadence { days: 10, mode: None, place: Some("Lisbon".to_owned()), ..cadence };
    hall.say(CONVENER, entered(Act::Cadence(visits))).unwrap();
    let last = |hall: &Hall| hall.state.record.own.pace("2026-04-01".parse().unwrap())[1].last.clone();
    assert_eq!((hall.state.record.own.cadences.len(), last(&hall)), (2, None));
    let there = Meeting { place: Some("lisbon".to_owned()), ..meeting(&["seat A"], day("2026-02-01")) };
    hall.say(CONVENER, held("V1", there)).unwrap();
    assert_eq!(last(&hall).as_deref(), Some("V1"));
}

#[test]
fn a_denial_supports_nothing_and_is_counted_apart() {
    let one = |stance, root: &str, anonymous| Statement {
        claim: Some("a meeting".to_owned()),
        stance,
        root: root.to_owned(),
        source: format!("article of {root}"),
        anonymous,
        ..statement(Kind::Account)
    };
    let all = [one(Stance::Asserts, "X", true), one(Stance::Denies, "Y", false), one(Stance::Denies, "Z", false)];
    let found = statement::attested(&all);
    let (asserted, denied) = (&found[0].asserted, &found[0].denied);
    assert_eq!((found.len(), asserted.roots.len(), denied.roots.len()), (1, 1, 2));
    assert_eq!((asserted.anonymous_sources.len(), asserted.named_sources.len(), asserted.articles.len()), (1, 0, 1));
    assert_eq!((denied.anonymous_sources.len(), denied.named_sources.len(), denied.articles.len()), (0, 1, 2));
}

#[test]
fn a_side_is_named_for_its_differing_views_only_where_enough_of_it_were_there() {
    let mut hall = talk();
    let view = |text: &str| Wording {
        text: text.to_owned(),
        within: Some("B".to_owned()),
        attribution: Some(Attribution::Background),
        ..wording(Some("seat B"), &Audience::ALL)
    };
    for (name, text) in [("v1", "Some would wait."), ("v2", "Some would go on.")] {
        hall.say(member("B"), draft(name, view(text))).unwrap();
    }
    let made = |hall: &Hall| {
        let rule = hall.state.charter.attribution;
        debrief::compose(&hall.state.record, rule, "M1", Audience::Public, None).unwrap().within
    };
    assert_eq!(made(&hall)[0].side, None, "one of side B was there: its name is that person's");
    assert_eq!(made(&hall)[0].views.len(), 2);
    let add = |hall: &mut Hall, more: &[&str]| {
        for name in more {
            let one = Facts {
                holder: format!("somebody at {name}"),
                member: None,
                ..facts(Office::Expert, Capacity::Private, Some("B"))
            };
            hall.say(CONVENER, seat(name, one)).unwrap();
        }
        let present = [&["seat A", "seat B", "seat C"], more].concat();
        hall.say(CONVENER, held("M1", meeting(&present, day("2026-03-10")))).unwrap();
    };
    add(&mut hall, &["B two"]);
    assert_eq!(made(&hall)[0].side, None, "two");
    add(&mut hall, &["B two", "B three"]);
    assert_eq!(made(&hall)[0].side.as_deref(), Some("B"), "three");
}
