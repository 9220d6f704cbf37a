//! Desks for tests: a relay, members with vaults of their own, their pages, and a browser without scripts.
#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where a step fails; not all use everything"
)]

use std::collections::BTreeMap;
use std::time::Duration;

use client::Participant;
use client::courier::RelayAddress;
use client::invitation::Link;
use client::participant::{Offer, Progress};
use client::vault::{Cost, Home, Passphrase};
use dialogue::{Body, Charter, Room};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use web::{Lang, Pages};

pub const PASSPHRASE: &str = "quiet words for a test";

/// The pages of a dialogue.
pub const PAGES: [&str; 16] = [
    "",
    "/people",
    "/meetings",
    "/rooms",
    "/rooms/plenary",
    "/rooms/caucus%3AA",
    "/agenda",
    "/position",
    "/soundings",
    "/ledger",
    "/readouts",
    "/statements",
    "/gate",
    "/handover",
    "/members",
    "/leaving",
];

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The text of the page without its marks.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for c in self.body.chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                // Isolates are not seen.
                '\u{2066}'..='\u{2069}' => {}
                c if !inside => text.push(c),
                _ => {}
            }
        }
        let text = text
            .replace("&#39;", "'")
            .replace("&#34;", "\"")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Sends bytes as they are, and reads the whole answer.
pub async fn raw(port: u16, request: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut bytes = Vec::new();
    tokio::time::timeout(Duration::from_secs(60), stream.read_to_end(&mut bytes)).await.unwrap().unwrap();
    let at = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let body = String::from_utf8_lossy(bytes.get(at + 4..).unwrap_or_default()).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or(0);
    let headers =
        lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_owned(), value.to_owned()));
    Answer { status, headers: headers.collect(), body }
}

/// A browser without scripts at somebody's pages.
pub struct Desk {
    pub pages: Pages,
    pub port: u16,
    pub base: String,
    pub cookie: String,
    pub token: String,
    /// `/talk/ID`, below the base.
    pub talk: String,
    pub home: Home,
}

impl Desk {
    pub async fn open(home: Home, lang: Option<Lang>) -> Self {
        let pages = Pages::serve(home.clone(), 0, None, lang).await.unwrap();
        let port = pages.address().port();
        let link = pages.launch_link().unwrap();
        let path = link.split_once(&format!(":{port}")).unwrap().1.to_owned();
        let launched = raw(port, request(port, "GET", &path, &[], "").as_bytes()).await;
        assert_eq!(launched.status, 303, "{launched:?}");
        let base = launched.header("location").unwrap().trim_end_matches('/').to_owned();
        let cookie = launched.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        let mut desk = Self { pages, port, base, cookie, token: String::new(), talk: String::new(), home };
        let first = desk.get("/unlock").await;
        let page = if first.status == 303 { desk.get("/").await } else { first };
        desk.token = between(&page.body, "name=\"token\" value=\"", "\"").unwrap().to_owned();
        desk
    }

    /// A page below the base.
    pub async fn get(&self, path: &str) -> Answer {
        let path = if path == "/" { "" } else { path };
        self.send("GET", &format!("{}{path}", self.base), &[("Sec-Fetch-Site", "same-origin")], "").await
    }

    /// A page of the dialogue.
    pub async fn page(&self, path: &str) -> Answer {
        self.get(&format!("{}{path}", self.talk)).await
    }

    /// Sends a form and answers what came at once: a redirect, or an error.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = format!("token={}", self.token);
        for (name, value) in fields {
            body.push_str(&format!("&{}={}", encoded(name), encoded(value)));
        }
        let origin = format!("http://127.0.0.1:{}", self.port);
        let headers = [
            ("Origin", origin.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        self.send("POST", &format!("{}{path}", self.base), &headers, &body).await
    }

    /// Sends a form of the dialogue and follows it to the page after it.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(&format!("{}{path}", self.talk), fields).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.text());
        let to = answer.header("location").unwrap().strip_prefix(self.base.as_str()).unwrap().to_owned();
        let page = self.get(&to).await;
        assert_eq!(page.status, 200, "{to}: {}", page.text());
        page
    }

    /// What a member's address book calls a member's id: the value of an option of a form's list.
    pub fn option(page: &Answer, label: &str) -> String {
        let before = page.body.split_once(&format!(">{label}</option>")).unwrap().0;
        between(before.rsplit_once("<option ").unwrap().1, "value=\"", "\"").unwrap().to_owned()
    }

    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut all = vec![("Cookie", self.cookie.as_str())];
        all.extend_from_slice(headers);
        raw(self.port, request(self.port, method, path, &all, body).as_bytes()).await
    }

    /// Looks at a page of the dialogue until it says something.
    pub async fn until(&self, path: &str, words: &str) -> Answer {
        for _ in 0..600 {
            let page = self.page(path).await;
            if page.text().contains(words) {
                return page;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{path} never said “{words}”: {}", self.page(path).await.text());
    }
}

pub fn request(port: u16, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
    let mut text = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    if method != "GET" {
        text.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    format!("{text}\r\n{body}")
}

pub fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// A relay and members, each with pages.
pub struct House {
    pub relay: relay::Running,
    pub folder: TempDir,
    pub desks: BTreeMap<String, Desk>,
}

impl House {
    /// A convener and one delegate for each side, let in; with the sample case's agenda where `case` is set.
    pub async fn with(sides: &[&str], case: bool) -> Self {
        Self::of(sides, case, Vec::new()).await
    }

    /// The same with the sample case's reported record, entered as `dialogue case` enters it.
    pub async fn reported(sides: &[&str]) -> Self {
        let text = include_str!("../../../../examples/offramp/reported.toml");
        Self::of(sides, true, client::case::Reported::read(text, "reported.toml").unwrap().acts()).await
    }

    async fn of(sides: &[&str], case: bool, acts: Vec<dialogue::record::Act>) -> Self {
        let folder = TempDir::new().unwrap();
        let database = relay::Database::Sqlite(folder.path().join("relay.db"));
        let relay = relay::serve(relay::Config::new("127.0.0.1:0".parse().unwrap(), database)).await.unwrap();
        let address = RelayAddress { host: "127.0.0.1".into(), port: relay.address.port(), pin: relay.pin };
        let home = |name: &str| Home::at(folder.path().join(name));
        let make = |name: &str| home(name).create(&Passphrase::new(PASSPHRASE.into()), cheap()).unwrap().0;
        let mut vault = make("convener");
        let charter = Charter { purpose: "To see whether an end can be found".into(), ..Charter::default() };
        let founding = Participant::found(&mut vault, &address, None, "The strait", "Ines", charter);
        let mut convener = founding.await.unwrap();
        for side in sides {
            let offer = Offer { side: (*side).into(), valid_for: 3600, replaces: None };
            let link: Link = convener.invite(&offer).await.unwrap().parse().unwrap();
            let mut own = make(side);
            let mut me = Participant::join(&mut own, &link, None, &format!("Delegate {side}")).unwrap();
            me.sync().await.unwrap();
            convener.sync().await.unwrap();
            while me.overview().unwrap().progress != Progress::Member {
                me.sync().await.unwrap();
                convener.sync().await.unwrap();
            }
        }
        for act in acts {
            convener.post(&Room::Plenary, Body::Entered { act: Box::new(act) }).unwrap();
        }
        if case {
            convener.sync().await.unwrap();
            let toml = include_str!("../../../../examples/offramp/agenda.toml").to_owned();
            convener.post(&Room::Plenary, Body::AgendaSet { toml }).unwrap();
        }
        convener.sync().await.unwrap();
        let talk = format!("/talk/{}", convener.id());
        drop((convener, vault));
        let mut desks = BTreeMap::new();
        for name in ["convener"].iter().chain(sides) {
            let mut desk = Desk::open(home(name), Some(Lang::En)).await;
            desk.pages.unlock(&Passphrase::new(PASSPHRASE.into())).unwrap();
            talk.clone_into(&mut desk.talk);
            desks.insert((*name).to_owned(), desk);
        }
        Self { relay, folder, desks }
    }

    pub fn desk(&self, name: &str) -> &Desk {
        &self.desks[name]
    }
}

/// Slow keys are slow on purpose; tests have no passphrase to protect.
pub fn cheap() -> Cost {
    Cost::custom(64, 1, 1).unwrap()
}
