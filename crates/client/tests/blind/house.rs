//! A relay within this process, a convener and two members of each of two sides, who reach it through a forwarder that
//! sees what the relay sees.
use std::path::Path;

use client::invitation::Link;
use client::participant::Offer;
use client::vault::{Cost, Home, Passphrase, Vault};
use client::{Participant, courier};
use dialogue::{Body, Charter, Room};
use envelope::LogId;
use relay::{Config, Database, Running};
use tempfile::TempDir;

use super::forwarder::{self, Passed, Piece};
use super::heard::{self, Names};

pub(crate) const TITLE: &str = "qzxtitleqzx";
pub(crate) const PURPOSE: &str = "qzxpurposeqzx";
pub(crate) const NAMES: [&str; 5] = ["qzxmediatorqzx", "qzxannaqzx", "qzxarthurqzx", "qzxborisqzx", "qzxbelaqzx"];
pub(crate) const SIDES: [&str; 2] = ["qzxnorthqzx", "qzxsouthqzx"];

/// One participant: what opens its vault is kept as long as it.
struct Person {
    _vault: Vault,
    me: Participant,
}

/// Everybody, and the relay.
pub(crate) struct House {
    folder: TempDir,
    relay: Running,
    /// Within TLS.
    passed: Passed,
    /// On the wire.
    wire: Passed,
    people: Vec<Person>,
    names: Names,
}

fn vault(folder: &Path, name: &str) -> Vault {
    let cost = Cost::custom(64, 1, 1).unwrap();
    Home::at(folder.join(name)).create(&Passphrase::new("a passphrase".to_owned()), cost).unwrap().0
}

impl House {
    /// All have been let in, and their rooms are open.
    pub(crate) async fn built() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("relay");
        std::fs::create_dir(&at).unwrap();
        let config = Config::new("127.0.0.1:0".parse().unwrap(), Database::Sqlite(at.join("relay.db")));
        let relay = relay::serve(config).await.unwrap();
        let (within, passed) = forwarder::inside(relay.address, &at.join("relay-certificate.pem")).await;
        let (address, wire) = forwarder::outside(within).await;
        let address = courier::RelayAddress { host: address.ip().to_string(), port: address.port(), pin: relay.pin };
        let mut own = vault(folder.path(), "0");
        let charter = Charter { purpose: PURPOSE.to_owned(), ..Charter::default() };
        let me = Participant::found(&mut own, &address, None, TITLE, NAMES[0], charter).await.unwrap();
        let people = vec![Person { _vault: own, me }];
        let mut house = Self { folder, relay, passed, wire, people, names: Names::default() };
        // Somebody who never comes, and so never says that a block may be given up: the relay holds all of them.
        house.invite(1).await;
        for who in 1..NAMES.len() {
            house.join(who).await;
        }
        house.settle().await;
        for who in 0..NAMES.len() {
            let rooms = house.people[who].me.rooms().unwrap();
            assert!(rooms.len() == 3 && rooms.iter().all(|(_, open)| *open), "{rooms:?}");
        }
        house
    }

    async fn invite(&mut self, who: usize) -> Link {
        let offer = Offer { side: self.side(who).to_owned(), valid_for: 3_600, replaces: None };
        self.people[0].me.invite(&offer).await.unwrap().parse().unwrap()
    }

    async fn join(&mut self, who: usize) {
        let link = self.invite(who).await;
        let mut own = vault(self.folder.path(), &who.to_string());
        let mut me = Participant::join(&mut own, &link, None, NAMES[who]).unwrap();
        me.sync().await.unwrap();
        self.people.push(Person { _vault: own, me });
        self.settle().await;
    }

    pub(crate) fn side(&self, who: usize) -> &'static str {
        SIDES[(who - 1) / 2]
    }

    pub(crate) fn log(&self) -> LogId {
        self.people[0].me.id()
    }

    pub(crate) fn relay_folder(&self) -> std::path::PathBuf {
        self.folder.path().join("relay")
    }

    /// Saves something that is said; it is sent with the next sync.
    pub(crate) fn queue(&mut self, who: usize, room: &Room, text: &str) {
        self.people[who].me.post(room, Body::Said { text: text.to_owned() }).unwrap();
    }

    pub(crate) async fn say(&mut self, who: usize, room: &Room, text: &str) {
        self.queue(who, room, text);
        self.people[who].me.sync().await.unwrap();
    }

    /// Says something, and answers how many blocks the relay got for it.
    pub(crate) async fn blocks(&mut self, who: usize, room: &Room, text: &str) -> usize {
        self.passed.take();
        self.say(who, room, text).await;
        let blocks: Vec<usize> = heard::appends(&self.passed.take());
        assert_eq!(blocks.len(), 1, "{blocks:?}");
        blocks[0]
    }

    /// Lets all sync, one after the other, until nothing moves.
    pub(crate) async fn settle(&mut self) {
        for _ in 0..8 {
            let mut moved = 0;
            for person in &mut self.people {
                let synced = person.me.sync().await.unwrap();
                moved += synced.received + synced.sent;
            }
            if moved == 0 {
                return;
            }
        }
        panic!("the dialogue does not come to rest");
    }

    pub(crate) fn read(&mut self, who: usize, room: &Room) -> Vec<String> {
        self.people[who].me.messages(room, 0).unwrap().into_iter().map(|one| one.text).collect()
    }

    /// What has passed since this was asked last, as it was.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        self.passed.take()
    }

    /// What has passed on the wire, as it was.
    pub(crate) fn wire(&self) -> Vec<Piece> {
        self.wire.take()
    }

    /// What the relay heard and answered, a line each; what is random, a clock's or a name's is left out of it.
    pub(crate) fn heard(&mut self) -> Vec<String> {
        let pieces = self.passed.take();
        heard::lines(&pieces, &mut self.names)
    }

    /// What the relay holds, a line for each row.
    pub(crate) fn held(&self) -> Vec<String> {
        heard::rows(&self.relay_folder().join("relay.db"))
    }

    pub(crate) async fn close(self) {
        drop(self.people);
        self.relay.stop().await;
    }
}
