//! Meetings through the pages: tracks follow from who sits there, times and holidays, a date found in private.
#![allow(clippy::unwrap_used, reason = "a test stops where a step fails")]
#[path = "kit/case.rs"]
mod case;
mod kit;

use kit::{Desk, House};

/// A seat of side A that its delegate holds, and one of an office-holder that the convener enters.
async fn seats(house: &House) {
    let a = house.desk("A");
    let member = Desk::option(&a.page("/people").await, "Delegate A");
    let own =
        [("seat", "first"), ("holder", "R. Ashe"), ("office", "former"), ("capacity", "private"), ("member", &member)];
    a.submit("/people", &own).await;
    let guest = [("seat", "guest"), ("holder", "The minister"), ("office", "serving"), ("capacity", "mandated")];
    house.desk("convener").submit("/people", &guest).await;
    a.until("/meetings", "The minister").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_is_planned_held_and_has_the_track_of_those_present() {
    let house = House::with(&["A", "B"], true).await;
    seats(&house).await;
    let a = house.desk("A");
    let page = a.page("/meetings").await;
    assert!(!page.body.contains('⟦'), "{}", page.text());
    assert!(page.text().contains("0 meetings held, 0 planned. No track yet."), "{}", page.text());
    let plan = [
        ("meeting", "M1"),
        ("held", "no"),
        ("mode", "in-person"),
        ("at", "2026-12-25T10:00"),
        ("zone", "Europe/Vienna"),
        ("minutes", "90"),
        ("place", "Vienna"),
        ("present", "first"),
        ("present", "guest"),
        ("items", "Opening\nThe grain question"),
    ];
    let planned = a.submit("/meetings", &plan).await;
    let text = planned.text();
    assert!(text.contains("Track 1.5 : in office: official; others present do not serve"), "{text}");
    assert!(text.contains("25 December 2026, 09:00 UTC 25 December 2026, 10:00 in Europe/Vienna 90 minutes"), "{text}");
    assert!(planned.body.contains("<polygon") && planned.body.contains("meetings-planned"));
    let calendar = a.page("/meetings/calendar?meeting=M1").await;
    assert!(calendar.body.contains("DTSTART:20261225T090000Z") && calendar.body.contains("DTEND:20261225T103000Z"));
    assert!(!calendar.body.contains("grain") && !calendar.body.contains("M1"), "a calendar is read by others");
    a.submit("/meetings/holiday", &[("day", "2026-12-25"), ("name", "Christmas"), ("side", "B")]).await;
    assert!(a.page("/meetings").await.text().contains("That day is Christmas for side B."));
    // A later meeting of former officials alone.
    let later = [("meeting", "M2"), ("held", "yes"), ("mode", "online"), ("day", "2020-05"), ("present", "first")];
    let further = [("days", "2020-06-01\n2020-06-02"), ("places", "a hotel\nrue des Acacias")];
    let later = [&later[..], &further].concat();
    let text = a.submit("/meetings", &later).await.text();
    assert!(text.contains("Meeting M2, May 2020: Track 2; nobody present serves in office."), "{text}");
    a.submit("/meetings/cadence", &[("days", "16"), ("words", "twice monthly"), ("mode", "online")]).await;
    let text = house.desk("B").until("/meetings", "twice monthly").await.text();
    assert!(text.contains("twice monthly: overdue by"), "{text}");
    let change = a.page("/meetings?meeting=M2").await.body;
    for (_, value) in further {
        assert!(change.contains(&format!("{value}</textarea>")), "{value}: {change}");
    }
    let change = a.page("/meetings?meeting=M1").await;
    assert!(change.body.contains("value=\"2026-12-25T10:00\"") && change.body.contains("value=\"guest\" checked"));
    for (name, value) in
        [("zone", "Mars/Base"), ("at", "soon"), ("mode", "by dream"), ("minutes", "-3"), ("present", "nobody")]
    {
        let mut bad = plan.to_vec();
        bad.retain(|(known, _)| *known != name);
        bad.push((name, value));
        let refused = a.post(&format!("{}/meetings", a.talk), &bad).await;
        assert!(matches!(refused.status, 409 | 422), "{name}: {}", refused.status);
        assert!(a.page("/meetings").await.body.contains("The grain question</textarea>"), "{name}: the draft is shown");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reported_meetings_go_from_one_track_to_another_and_say_why() {
    let house = House::reported(&["A", "B"]).await;
    let page = house.desk("A").until("/meetings", "New York").await;
    assert!(!page.body.contains('⟦'), "{}", page.text());
    let text = page.text();
    assert!(
        text.contains(
            "Meeting M1, April 2023: Track 1.5; in office: foreign minister of Russia; others present do not serve."
        ),
        "{text}"
    );
    assert!(text.contains("changed Meeting S1, date not known: Track 2; nobody present serves in office."), "{text}");
    assert!(text.contains("Meeting S2, date not known: Track 2"), "{text}");
    assert!(
        text.contains("3 meetings held, 0 planned. The latest known: Track 2. The track has changed once."),
        "{text}"
    );
    let (own, reported) = page.body.split_once("people-reported").unwrap();
    assert!(!own.contains("New York") && reported.contains("New York"), "apart");
    assert!(reported.contains("role=\"img\" aria-labelledby=\"reported-line\"") && reported.contains("meetings-mark"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_is_asked_for_in_private() {
    let house = House::with(&["A", "B"], true).await;
    let a = house.desk("A");
    let few = [("side", "A"), ("side", "B"), ("minutes", "60"), ("slot-0", "2027-01-10T09:00")];
    assert_eq!(a.post(&format!("{}/meetings/dates", a.talk), &few).await.status, 422);
    assert!(a.page("/meetings").await.body.contains("value=\"2027-01-10T09:00\""), "the draft is shown");
    let mut ask = few.to_vec();
    ask.extend([("slot-1", "2027-01-11T09:00"), ("zone", "Europe/Vienna")]);
    let preview = a.submit("/meetings/dates", &ask).await;
    assert!(preview.text().contains("Nobody has been told of this question yet"), "{}", preview.text());
    case::call(a, &preview).await;
    let called = a.page("/meetings").await;
    assert!(called.text().contains("2 times, for A, B"), "{}", called.text());
    assert!(called.body.contains(&format!("{}/soundings/", a.talk)));
    house.desk("B").until("/meetings", "waits for the consent of A, B").await;
}
