//! Nobody is there any more: the vault locks, and every open page hears it.
use std::time::Duration;

use client::participant::now;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::ask::Ask;
use crate::kit::{Desk, House, PASSPHRASE};

/// Seconds of idleness where nothing else was chosen.
const IDLE: i64 = 15 * 60;

/// Until the clock shows another second than this one.
async fn next_second(than: i64) {
    while now() <= than {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Reads from a page's socket until it says a word.
async fn hear(socket: &mut TcpStream, word: &[u8]) {
    let mut heard = Vec::new();
    let listening = async {
        while !heard.windows(word.len()).any(|part| part == word) {
            let mut bytes = [0; 512];
            let count = socket.read(&mut bytes).await.unwrap();
            assert!(count > 0, "closed before it said {}", String::from_utf8_lossy(word));
            heard.extend_from_slice(&bytes[..count]);
        }
    };
    tokio::time::timeout(Duration::from_secs(60), listening).await.unwrap();
}

async fn listen(desk: &Desk) -> TcpStream {
    let mut socket = TcpStream::connect(("127.0.0.1", desk.port)).await.unwrap();
    socket.write_all(&Ask::live(desk).bytes()).await.unwrap();
    hear(&mut socket, b"101 Switching Protocols").await;
    socket
}

#[tokio::test(flavor = "multi_thread")]
async fn the_vault_locks_when_nobody_does_anything_and_open_pages_hear_it() {
    let house = House::with(&["A"], false).await;
    let desk = house.desk("A");
    let mut socket = listen(desk).await;
    assert_eq!(desk.page("").await.status, 200);
    let done = now();
    next_second(done).await;
    // A page that refreshes itself is nobody's doing, nor is a request that is turned away.
    let itself = Ask::get(desk, &desk.talk).with("X-Refresh", "1").send(desk.port).await;
    assert_eq!(itself.status, 200);
    Ask::get(desk, &desk.talk).without("Cookie").send(desk.port).await;
    assert!(!desk.pages.lock_if_idle(done - 1 + IDLE - 5), "not yet");
    assert_eq!(desk.page("").await.status, 200);
    let done = now();
    next_second(done).await;
    Ask::get(desk, &desk.talk).with("X-Refresh", "1").send(desk.port).await;
    assert!(desk.pages.lock_if_idle(done + IDLE), "locked");
    hear(&mut socket, b"locked").await;
    assert_eq!(desk.page("").await.header("location"), Some(format!("{}/unlock", desk.base).as_str()));
    assert!(!desk.pages.lock_if_idle(done + 2 * IDLE), "once");
    // Nothing of what was open is served, and a live page gets no more than the way to the lock.
    let live = Ask::live(desk).with("Connection", "close, Upgrade").send(desk.port).await;
    assert_eq!(live.status, 303);
    desk.post("/unlock", &[("passphrase", PASSPHRASE)]).await;
    assert_eq!(desk.page("").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_until_it_locks_is_chosen() {
    let house = House::with(&["A"], false).await;
    let desk = house.desk("A");
    for minutes in ["0", "-1", "241", "ten", ""] {
        let answer = desk.post("/settings", &[("language", "en"), ("minutes", minutes)]).await;
        assert_eq!(answer.status, 422, "{minutes}");
    }
    assert_eq!(desk.post("/settings", &[("language", "en"), ("minutes", "1"), ("dense", "yes")]).await.status, 303);
    let page = desk.get("/settings").await;
    assert!(page.body.contains("class=\"dense\"") && page.body.contains("value=\"1\""), "{}", page.body);
    let done = now();
    assert!(!desk.pages.lock_if_idle(done + 50));
    assert!(desk.pages.lock_if_idle(done + 61));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_to_be_let_in_is_told_so_and_the_waiting_is_nobodys_doing() {
    let house = House::with(&["A"], false).await;
    let (convener, folder) = (house.desk("convener"), tempfile::tempdir().unwrap());
    let made = convener.post(&format!("{}/members/invite", convener.talk), &[("side", "B")]).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let shown = convener.page("/members/link").await;
    let link = crate::kit::between(&shown.body, "rows=\"6\">", "<").unwrap().to_owned();
    assert!(link.starts_with("backchannel://"), "{link}");
    // The convener's machine is off.
    convener.post("/lock", &[]).await;
    let desk = Desk::open(client::vault::Home::at(folder.path().join("home")), Some(web::Lang::En)).await;
    desk.post("/create", &[("passphrase", PASSPHRASE), ("again", PASSPHRASE)]).await;
    let joined = desk.post("/join", &[("link", &link), ("name", "Delegate B")]).await;
    assert_eq!(joined.status, 303, "{}", joined.text());
    let to = joined.header("location").unwrap().strip_prefix(desk.base.as_str()).unwrap().to_owned();
    let page = desk.get(&to).await;
    assert!(page.text().contains("You are not let in yet"), "{}", page.text());
    assert!(page.text().contains("Who must be online:"), "{}", page.text());
    let done = now();
    next_second(done).await;
    let again = desk.get(&to).await;
    assert_eq!(again.header("refresh"), Some("15"));
    assert!(desk.pages.lock_if_idle(done + IDLE), "the waiting page keeps nothing open");
    desk.post("/unlock", &[("passphrase", PASSPHRASE)]).await;
    convener.post("/unlock", &[("passphrase", PASSPHRASE)]).await;
    let desk = Desk { talk: to, ..desk };
    desk.until("", "What you can do now").await;
}
