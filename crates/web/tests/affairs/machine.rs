//! This machine: backup and restore, passphrase, recovery phrase, wiping.
use client::vault::{Home, Passphrase};
use web::Lang;

use crate::kit::{Desk, House, PASSPHRASE, encoded};
use crate::{bytes, until};

fn form(desk: &Desk, path: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST {}{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nCookie: {}\r\nOrigin: http://127.0.0.1:{port}\r\n\
         Sec-Fetch-Site: same-origin\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        desk.base,
        desk.cookie,
        body.len(),
        port = desk.port,
    );
    [head.as_bytes(), body].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_downloaded_and_restored_into_an_empty_home() {
    let house = House::with(&["A"], true).await;
    let a = house.desk("A");
    assert!(a.get("/security").await.text().contains("No backup yet"));
    let wrong = a.post("/security/backup", &[("passphrase", "something else")]).await;
    assert_eq!(wrong.header("location"), Some(format!("{}/security?wrong=yes", a.base).as_str()));
    assert!(a.get("/security?wrong=yes").await.text().contains("does not open this vault"));
    let body = format!("token={}&passphrase={}", a.token, encoded(PASSPHRASE));
    let asked = form(a, "/security/backup", "application/x-www-form-urlencoded", body.as_bytes());
    let (head, file) = bytes(a, &asked).await;
    assert!(head.contains("200 OK") && head.to_lowercase().contains("attachment; filename=\"backchannel-"), "{head}");
    assert!(file.starts_with(b"backchannel backup\n"));
    assert!(a.get("/security").await.text().contains("Last backup on"));
    // After the backup something is said, which the old machine takes up and tells the relay to forget.
    house.desk("convener").submit("/rooms/plenary", &[("text", "said after the backup")]).await;
    a.until("/rooms/plenary", "said after the backup").await;
    house.desk("convener").submit("/rooms/plenary", &[("text", "and once more")]).await;
    a.until("/rooms/plenary", "and once more").await;
    // The old machine is off.
    a.post("/lock", &[]).await;
    // Another machine, with nothing on it.
    let folder = tempfile::tempdir().unwrap();
    let new = Desk::open(Home::at(folder.path().join("home")), Some(Lang::En)).await;
    assert!(new.get("/unlock").await.text().contains("Or restore a backup"));
    let restore = |passphrase: &str, file: &[u8]| {
        let part = |name: &str| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"");
        let mut body =
            format!("{}\r\n\r\n{}\r\n{}\r\n\r\n{passphrase}\r\n", part("token"), new.token, part("passphrase"));
        body.push_str(&format!("{}; filename=\"b\"\r\n\r\n", part("file")));
        let body = [body.as_bytes(), file, b"\r\n--x--\r\n"].concat();
        form(&new, "/restore", "multipart/form-data; boundary=x", &body)
    };
    let (head, _) = bytes(&new, &restore("something else", &file)).await;
    assert!(head.contains(" 409 "), "{head}");
    let (head, _) = bytes(&new, &restore(PASSPHRASE, b"no backup")).await;
    assert!(head.contains(" 409 "), "{head}");
    assert!(!new.home.is_there(), "nothing was made of what cannot be restored");
    let (head, _) = bytes(&new, &restore(PASSPHRASE, &file)).await;
    assert!(head.contains(" 303 "), "{head}");
    assert_eq!(new.get("/phrase").await.body.matches("<code>").count(), 12);
    assert!(new.get("/").await.text().contains("The strait"));
    let new = Desk { talk: a.talk.clone(), ..new };
    new.until("", "What you can do now").await;
    let (head, _) = bytes(&new, &form(&new, "/restore", "multipart/form-data; boundary=x", b"--x--\r\n")).await;
    assert!(head.contains(" 403 "), "without a token: {head}");
}

#[tokio::test(flavor = "multi_thread")]
async fn passphrase_and_phrase_are_replaced_by_who_knows_the_old_one() {
    let house = House::with(&["A"], false).await;
    let a = house.desk("A");
    let change = |old: &'static str, new: &'static str, again: &'static str| async move {
        a.post("/security/passphrase", &[("passphrase", old), ("new", new), ("again", again)]).await
    };
    assert_eq!(change(PASSPHRASE, "new words here", "new words").await.status, 422);
    assert_eq!(change(PASSPHRASE, "short", "short").await.status, 409);
    let wrong = change("something else", "new words here", "new words here").await;
    assert_eq!(wrong.header("location"), Some(format!("{}/security?wrong=yes", a.base).as_str()));
    assert_eq!(change(PASSPHRASE, "new words here", "new words here").await.status, 303);
    let replaced = a.post("/security/phrase", &[("passphrase", PASSPHRASE)]).await;
    assert_eq!(replaced.header("location"), Some(format!("{}/security?wrong=yes", a.base).as_str()));
    a.post("/security/phrase", &[("passphrase", "new words here")]).await;
    let page = a.get("/phrase").await.body;
    let words: Vec<&str> = page.split("<li><code>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(words.len(), 12);
    a.post("/lock", &[]).await;
    a.post("/unlock", &[("passphrase", PASSPHRASE)]).await;
    assert_eq!(a.get("/").await.status, 303, "the old one opens nothing");
    a.post("/unlock", &[("phrase", &words.join(" "))]).await;
    assert_eq!(a.get("/").await.status, 200);
    assert!(a.home.unlock(&Passphrase::new("new words here".into())).is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_wiped_once_the_word_is_typed() {
    let house = House::with(&["A"], false).await;
    let a = house.desk("A");
    for word in ["", "no", "wipe it"] {
        assert_eq!(a.post("/security/wipe", &[("word", word)]).await.status, 422, "{word}");
    }
    assert!(a.home.is_there());
    // In an emergency nobody types a passphrase first.
    a.post("/lock", &[]).await;
    assert!(a.get("/unlock").await.text().contains("In an emergency: wipe everything"));
    assert_eq!(a.post("/security/wipe", &[("word", " Wipe ")]).await.status, 303);
    assert!(!a.home.is_there());
    until(a, "/unlock", "First choose a passphrase").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guide_has_five_pages_in_every_language() {
    let house = House::with(&["A"], false).await;
    let a = house.desk("A");
    for lang in ["en", "ru", "uk", "ar", "fr"] {
        a.post("/language", &[("language", lang)]).await;
        for page in
            ["/guide", "/guide/1", "/guide/2", "/guide/3", "/guide/4", "/guide/5", "/security", "/settings", "/"]
        {
            let answer = a.get(page).await;
            assert_eq!(answer.status, 200, "{page}");
            assert!(!answer.text().contains('⟦'), "{page} in {lang}: {}", answer.text());
        }
        for page in ["", "/members", "/gate", "/leaving"] {
            let text = a.page(page).await.text();
            assert!(!text.contains('⟦'), "{page} in {lang}: {text}");
        }
    }
    // Live parts ask for their own page, the menu marks it, and who chooses a language comes back to it.
    let page = a.page("/gate").await.body;
    let own = format!("{}{}/gate", a.base, a.talk);
    assert!(page.contains(&format!("hx-get=\"{own}\"")) && page.contains(&format!("name=\"back\" value=\"{own}\"")));
    assert!(page.contains(&format!("href=\"{own}\" aria-current=\"page\"")));
    let chosen = a.post("/language", &[("language", "en"), ("back", &own)]).await;
    assert_eq!(chosen.header("location"), Some(own.as_str()));
    for page in ["/guide/0", "/guide/6", "/guide/x"] {
        assert_eq!(a.get(page).await.status, 404, "{page}");
    }
}
