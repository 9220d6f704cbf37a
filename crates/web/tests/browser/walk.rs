//! From a locked vault to a word in the plenary without touching a mouse, and the same word at another desk.
use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;

use crate::browser::{Driver, Window};
use crate::kit::{House, PASSPHRASE};

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_mouse_unlocks_writes_and_is_read_elsewhere_without_a_reload() {
    let Some(driver) = Driver::start() else { return };
    let house = House::with(&["A", "B"], true).await;
    house.desk("A").post("/lock", &[]).await;
    let a = Window::at(&driver, house.desk("A")).await;
    let b = Window::at(&driver, house.desk("B")).await;

    // The field of the passphrase has the focus from the beginning.
    a.until("Your data are encrypted").await;
    a.keys("something else").await;
    a.press(Key::Enter).await;
    a.until("does not open this vault").await;
    a.photograph("unlock-wrong").await;
    a.keys(PASSPHRASE).await;
    a.press(Key::Enter).await;
    a.until("The strait").await;

    b.page("/rooms/plenary").await;
    let marked = "return document.querySelector('nav.menu a[aria-current=page]').innerText;";
    assert_eq!(b.script(marked, Vec::new()).await, "Rooms", "the menu marks where one is");
    b.script("window.unmoved = true;", Vec::new()).await;
    a.enter_at("The strait").await;
    a.until("Meetings").await;
    a.enter_at("Rooms").await;
    a.until("A room is a conversation").await;
    a.enter_at("Plenary").await;
    a.until("Read by").await;
    a.tab_to("Write to all members").await;
    a.keys("Shall we begin with grain?").await;
    a.tab_to("Send").await;
    a.press(Key::Space).await;
    a.until("Said, and sent to the room").await;

    b.until("Shall we begin with grain?").await;
    assert_eq!(b.script("return window.unmoved === true;", Vec::new()).await, true, "the page was loaded anew");
    b.photograph("plenary-live").await;
    for (window, place) in [(&a, "the desk of A"), (&b, "the desk of B")] {
        window.assert_quiet(place).await;
        window.assert_at_home(place).await;
    }
    a.close().await;
    b.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_is_kept_until_it_is_sent_and_not_after() {
    let Some(driver) = Driver::start() else { return };
    let house = House::with(&["A"], false).await;
    let desk = house.desk("A");
    let a = Window::at(&driver, desk).await;
    a.page("/rooms/plenary").await;
    a.tab_to("Write to all members").await;
    a.keys("a first thought").await;
    let kept = |words: &'static str| async move { desk.page("/rooms/plenary").await.body.contains(words) };
    for _ in 0..100 {
        if kept(">a first thought</textarea>").await {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(kept(">a first thought</textarea>").await, "nothing typed is lost");
    // Sent, and the answer takes its time: as long as that, nothing that was typed before is kept anew.
    let hold = "document.querySelector('main form').addEventListener('submit', (event) => event.preventDefault());";
    a.script(hold, Vec::new()).await;
    a.keys(", and a second").await;
    a.tab_to("Send").await;
    a.press(Key::Space).await;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert!(!kept("and a second</textarea>").await, "a draft was kept after the form was sent");
    a.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_while_a_page_asks_is_shown_too() {
    let Some(driver) = Driver::start() else { return };
    let house = House::with(&["A"], false).await;
    let desk = house.desk("A");
    let a = Window::at(&driver, desk).await;
    a.page("/rooms/plenary").await;
    a.until("Read by").await;
    // The first answer to this page, already written, takes its time.
    let hold = "
        const ask = window.fetch;
        window.fetch = async (...what) => {
            const answer = await ask(...what);
            if (!window.release) await new Promise((go) => { window.release = go; });
            return answer;
        };";
    a.script(hold, Vec::new()).await;
    desk.submit("/rooms/plenary", &[("text", "one")]).await;
    while a.script("return !!window.release;", Vec::new()).await == json!(false) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    desk.submit("/rooms/plenary", &[("text", "another")]).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    a.script("window.release();", Vec::new()).await;
    a.until("another").await;
    a.close().await;
}
