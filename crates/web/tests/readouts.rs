//! From notes to a readout that is handed out: marks in the text, clearing, audiences, the log.
#![allow(clippy::unwrap_used, reason = "a test stops where a step fails")]
mod kit;

use kit::{Answer, Desk, House, between};

const MEETING: &str = "/readouts/meeting?meeting=M1";

/// Four seats, of which A and B hold one each, and a meeting with all of them.
async fn met(house: &House) {
    let members = house.desk("convener").page("/people").await;
    for (desk, seat, holder) in [("A", "ashe", "Robert Ashe"), ("B", "brand", "Lena Brand")] {
        let member = Desk::option(&members, &format!("Delegate {desk}"));
        let fields =
            [("seat", seat), ("holder", holder), ("office", "former"), ("capacity", "private"), ("member", &member)];
        house.desk(desk).submit("/people", &fields).await;
    }
    let convener = house.desk("convener");
    for (seat, holder) in [("cole", "Peter Cole"), ("dorn", "Adam Dorn")] {
        let fields = [("seat", seat), ("holder", holder), ("office", "former"), ("capacity", "private")];
        convener.submit("/people", &fields).await;
    }
    convener.until("/meetings", "Lena Brand").await;
    convener.until("/meetings", "Robert Ashe").await;
    let mut meeting =
        vec![("meeting", "M1"), ("held", "yes"), ("mode", "in-person"), ("day", "2026-04-17"), ("place", "Geneva")];
    meeting.extend(["ashe", "brand", "cole", "dorn"].map(|seat| ("present", seat)));
    convener.submit("/meetings", &meeting).await;
    for desk in ["A", "B"] {
        house.desk(desk).until("/readouts", "M1").await;
    }
}

/// Hands a readout out as the meeting's page shows it.
async fn hand_out(desk: &Desk, fields: &[(&str, &str)]) -> Answer {
    let page = desk.page(MEETING).await;
    let audience = fields.iter().find(|(name, _)| *name == "audience").unwrap().1;
    let before = format!("name=\"audience\" value=\"{audience}\"><input type=\"hidden\" name=\"composed\" value=\"");
    let mut fields = fields.to_vec();
    fields.push(("composed", between(&page.body, &before, "\"").unwrap()));
    desk.submit("/readouts/export", &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_become_a_readout_in_fewer_than_ten_steps() {
    let house = House::with(&["A", "B"], false).await;
    met(&house).await;
    let a = house.desk("A");
    // 1 and 2: the page, the meeting.
    let page = a.page(MEETING).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(!page.body.contains('⟦'), "{}", page.text());
    assert!(page.text().contains("It knows words, not people"), "what the linter cannot catch");
    // 3 and 4: notes are typed and checked; nobody has learned of them.
    let mut notes = vec![
        ("meeting", "M1"),
        ("speaker", "ashe"),
        ("place", "plenary"),
        ("audience", "institute"),
        ("audience", "public"),
        ("text", "Ashe said in Geneva that phases could be verified.\nA date for talks was thinkable."),
        ("do", "check"),
    ];
    let checked = a.submit("/readouts/meeting", &notes).await;
    assert!(checked.body.contains("<mark class=\"readouts-block\">Ashe<sup>"), "{}", checked.body);
    assert!(checked.text().contains("“Ashe” is the name of somebody present"), "{}", checked.text());
    assert!(checked.body.contains("Geneva<sup>") && checked.text().contains("is a place of the meeting"));
    assert!(!house.desk("B").page(MEETING).await.text().contains("thinkable"));
    // 5: worded anew and entered.
    notes.retain(|(name, _)| !matches!(*name, "text" | "do"));
    notes.extend([("text", "Phases could be verified.\nA date for talks was thinkable."), ("do", "enter")]);
    let entered = a.submit("/readouts/meeting", &notes).await;
    assert!(entered.text().contains("The lines are entered."), "{}", entered.text());
    assert!(entered.text().contains("M1-1 · Robert Ashe · Chatham House Rule · cleared"), "{}", entered.text());
    // 6 and 7: handed out; it is logged where all see it.
    let to = [("meeting", "M1"), ("audience", "public"), ("to", "A newspaper"), ("form", "md"), ("tongue", "en")];
    let done = hand_out(a, &to).await;
    assert!(done.text().contains("Logged."), "{}", done.text());
    house.desk("B").until("/readouts", "A newspaper").await;
    // What was not shown is not handed out.
    let mut stale = to.to_vec();
    stale.push(("composed", "another"));
    let refused = a.post(&format!("{}/readouts/export", a.talk), &stale).await;
    assert!(refused.status == 422 && refused.text().contains("changed since it was shown"), "{}", refused.text());
    // 8: saved, once.
    let link = between(&done.body, "/readouts/file?file=", "\"").unwrap().to_owned();
    let file = a.page(&format!("/readouts/file?file={link}")).await;
    assert!(file.header("content-disposition").unwrap().contains("readout.md"));
    assert!(
        file.body.contains("Phases could be verified.") && !file.body.contains("Ashe") && !file.body.contains("Geneva")
    );
    assert_eq!(a.page(&format!("/readouts/file?file={link}")).await.status, 404);
    for form in ["pdf", "docx"] {
        let to =
            [("meeting", "M1"), ("audience", "institute"), ("to", "The institute"), ("form", form), ("tongue", "fr")];
        let done = hand_out(a, &to).await;
        let link = between(&done.body, "/readouts/file?file=", "\"").unwrap().to_owned();
        assert_eq!(a.page(&format!("/readouts/file?file={link}")).await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_speaker_alone_clears_loosens_and_takes_back() {
    let house = House::with(&["A", "B"], false).await;
    met(&house).await;
    let (a, b, convener) = (house.desk("A"), house.desk("B"), house.desk("convener"));
    let drafted = [
        ("meeting", "M1"),
        ("speaker", "brand"),
        ("place", "plenary"),
        ("audience", "public"),
        ("text", "Monitors would be welcome."),
        ("do", "enter"),
    ];
    let page = convener.submit("/readouts/meeting", &drafted).await;
    assert!(
        page.text().contains("M1-1: its speaker has not cleared it")
            || page.text().contains("M1-1 : its speaker has not cleared it"),
        "{}",
        page.text()
    );
    let page = b.until(MEETING, "Monitors would be welcome").await;
    assert!(b.page("/readouts").await.text().contains("one waits for you to clear it"));
    let digest = between(&page.body, "name=\"digest\" value=\"", "\"").unwrap().to_owned();
    // Neither another nor another wording.
    let clear = [("do", "clear"), ("line", "M1-1"), ("place", "plenary"), ("digest", digest.as_str())];
    a.until(MEETING, "Monitors would be welcome").await;
    assert_eq!(a.post(&format!("{}/readouts/line", a.talk), &clear).await.status, 409);
    let stale = [("do", "clear"), ("line", "M1-1"), ("place", "plenary"), ("digest", &"00".repeat(32))];
    assert_eq!(b.post(&format!("{}/readouts/line", b.talk), &stale).await.status, 409);
    assert!(b.submit("/readouts/line", &clear).await.text().contains("The line is cleared as it stood."));
    convener.until(MEETING, "· cleared").await;
    let loosen = [("do", "attribute"), ("line", "M1-1"), ("place", "plenary"), ("rule", "on-record")];
    assert_eq!(convener.post(&format!("{}/readouts/line", convener.talk), &loosen).await.status, 409);
    let page = b.submit("/readouts/line", &loosen).await;
    assert!(page.text().contains("Lena Brand · on record"), "{}", page.text());
    let taken = [("do", "withdraw"), ("line", "M1-1"), ("place", "plenary")];
    assert!(b.submit("/readouts/line", &taken).await.text().contains("it was taken back"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_tell_blocks_and_a_caucus_stays_among_its_own() {
    let house = House::with(&["A", "B"], false).await;
    met(&house).await;
    let (a, b) = (house.desk("A"), house.desk("B"));
    let line = |text: &'static str, place: &'static str, audience: &'static str| {
        vec![
            ("meeting", "M1"),
            ("speaker", "ashe"),
            ("place", place),
            ("audience", audience),
            ("text", text),
            ("do", "enter"),
        ]
    };
    let page = a.submit("/readouts/meeting", &line("Brand wavered on 17 April.", "plenary", "public")).await;
    assert!(page.text().contains("Nothing can be handed out: something marked here would tell"), "{}", page.text());
    let to = [("meeting", "M1"), ("audience", "public"), ("to", "A newspaper"), ("form", "md"), ("tongue", "en")];
    let refused = a.post(&format!("{}/readouts/export", a.talk), &to).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(!a.page("/readouts").await.text().contains("A newspaper"), "nothing was logged");
    // Views within the side, in its caucus, for its own capital.
    for text in ["We should wait.", "We should move now."] {
        let mut view = line(text, "caucus", "capital");
        view.push(("within", "yes"));
        let page = a.submit("/readouts/meeting", &view).await;
        assert!(page.text().contains("Only your side sees this."), "{}", page.text());
    }
    let text = a.page(MEETING).await.text();
    assert!(text.contains("views differ: We should move now. We should wait."), "{text}");
    assert!(!b.page(MEETING).await.text().contains("We should wait"));
    let to = [("meeting", "M1"), ("audience", "capital"), ("to", "My ministry"), ("form", "md"), ("tongue", "ru")];
    hand_out(a, &to).await;
    assert!(a.page("/readouts").await.text().contains("My ministry"));
    b.submit(
        "/readouts/meeting",
        &[("meeting", "M1"), ("speaker", "brand"), ("audience", "institute"), ("text", "Later."), ("do", "enter")],
    )
    .await;
    a.until(MEETING, "Later.").await;
    assert!(!b.page("/readouts").await.text().contains("My ministry"), "logged in the caucus");
    // Clumsy: no audience; a line of nobody present.
    for (name, value) in [("audience", "moon"), ("speaker", "nobody"), ("text", " ")] {
        let mut bad = line("Something.", "plenary", "public");
        bad.retain(|(known, _)| *known != name);
        bad.push((name, value));
        let status = a.post(&format!("{}/readouts/meeting", a.talk), &bad).await.status;
        assert!(matches!(status, 409 | 422), "{name}: {status}");
    }
    assert_eq!(a.page("/readouts/meeting?meeting=M9").await.status, 404);
}
