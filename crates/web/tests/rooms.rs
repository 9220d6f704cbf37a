//! From an empty folder to a dialogue, and what is said in its rooms, through the pages.
#![allow(clippy::unwrap_used, reason = "a test stops where a step fails")]
mod kit;

use client::vault::Home;
use kit::{Desk, House, PASSPHRASE};

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_is_made_locked_and_unlocked() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(Home::at(folder.path().join("home")), None).await;
    let made = desk.post("/create", &[("passphrase", PASSPHRASE), ("again", PASSPHRASE)]).await;
    assert_eq!(made.header("location"), Some(format!("{}/phrase", desk.base).as_str()));
    let phrase = desk.get("/phrase").await;
    assert_eq!(phrase.body.matches("<code>").count(), 12);
    assert_eq!(
        desk.get("/phrase").await.status,
        200,
        "shown until it is written down: a language may be chosen before"
    );
    assert_eq!(desk.post("/phrase", &[]).await.status, 303);
    assert_eq!(desk.get("/phrase").await.status, 303, "shown no more");
    assert_eq!(desk.get("/").await.status, 200);
    desk.post("/lock", &[]).await;
    assert_eq!(desk.get("/").await.header("location"), Some(format!("{}/unlock", desk.base).as_str()));
    desk.post("/unlock", &[("passphrase", "something else")]).await;
    assert_eq!(desk.get("/").await.status, 303);
    desk.post("/unlock", &[("passphrase", PASSPHRASE)]).await;
    assert_eq!(desk.get("/").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_in_a_room_is_read_there_and_nowhere_else() {
    let house = House::with(&["A", "B"], false).await;
    let (a, b) = (house.desk("A"), house.desk("B"));
    let said = a.submit("/rooms/plenary", &[("text", "good morning <script>alert(1)</script>")]).await;
    assert!(said.body.contains("&#60;script&#62;") || said.body.contains("&lt;script&gt;"), "{}", said.body);
    b.until("/rooms/plenary", "good morning").await;
    a.submit("/rooms/caucus%3AA", &[("text", "among ourselves")]).await;
    assert!(a.page("/rooms/caucus%3AA").await.text().contains("among ourselves"));
    b.submit("/rooms/plenary", &[("text", "an answer")]).await;
    a.until("/rooms/plenary", "an answer").await;
    assert!(!b.page("/rooms/caucus%3AB").await.text().contains("among ourselves"));
    assert_eq!(b.get(&format!("{}/rooms/caucus%3AA", b.talk)).await.status, 404, "no such room for B");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_goes_to_the_room_that_was_shown_though_a_side_is_added_meanwhile() {
    let house = House::with(&["B", "C"], false).await;
    let convener = house.desk("convener");
    let rooms = convener.page("/rooms").await;
    let last = kit::between(&rooms.body, &format!("{}/rooms/convener", convener.talk), "\"").unwrap();
    let shown = format!("/rooms/convener{last}");
    assert!(
        convener.page(&shown).await.text().contains("B with the convener"),
        "{}",
        convener.page(&shown).await.text()
    );
    convener.post(&format!("{}/draft/room-convener{last}", convener.talk), &[("text", "half a word")]).await;
    let made = convener.post(&format!("{}/members/invite", convener.talk), &[("side", "A")]).await;
    assert_eq!(made.status, 303, "{}", made.text());
    assert!(convener.page(&shown).await.body.contains(">half a word</textarea>"), "the draft is B's");
    convener.submit(&shown, &[("text", "for B alone")]).await;
    house.desk("B").until("/rooms/convener%3AB", "for B alone").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_knows_its_whole_address() {
    let house = House::with(&["A", "B"], false).await;
    let a = house.desk("A");
    let room = format!("{}{}/rooms/plenary", a.base, a.talk);
    let page = a.page("/rooms/plenary").await;
    for mark in [format!("hx-get=\"{room}\""), format!("name=\"back\" value=\"{room}\"")] {
        assert!(page.body.contains(&mark), "{mark}: {}", page.body);
    }
    let changed = a.post("/language", &[("language", "fr"), ("back", &room)]).await;
    assert_eq!(changed.header("location"), Some(room.as_str()), "back to where the language was chosen");
}
