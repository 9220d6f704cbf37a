//! A run through a real relay, while the convener does with its token what it can to keep the two machines apart.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::path::Path;

use dialogue::Charter;
use dialogue::question::{Asking, Subject};
use envelope::StreamId;
use negotiation::circuit::Rule;
use relay::{Config, Database, Running};
use tempfile::TempDir;

use super::*;
use crate::courier::RelayAddress;
use crate::invitation::Link;
use crate::participant::Offer;
use crate::sounding::Vote;
use crate::vault::{Cost, Home, Passphrase, Vault};

/// One participant: what opens its vault is kept as long as it.
struct Person {
    _vault: Vault,
    me: Participant,
}

/// A relay, a convener and one member of each of two sides.
struct House {
    _folder: TempDir,
    _relay: Running,
    convener: Person,
    sides: [Person; 2],
}

fn vault(folder: &Path, name: &str) -> Vault {
    let cost = Cost::custom(64, 1, 1).unwrap();
    Home::at(folder.join(name)).create(&Passphrase::new("a passphrase".to_owned()), cost).unwrap().0
}

async fn joined(folder: &Path, convener: &mut Person, side: &str) -> Person {
    let offer = Offer { side: side.to_owned(), valid_for: 3_600, replaces: None };
    let link: Link = convener.me.invite(&offer).await.unwrap().parse().unwrap();
    let mut own = vault(folder, side);
    let mut me = Participant::join(&mut own, &link, None, side).unwrap();
    me.sync().await.unwrap();
    convener.me.sync().await.unwrap();
    me.sync().await.unwrap();
    Person { _vault: own, me }
}

impl House {
    async fn built() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::new("127.0.0.1:0".parse().unwrap(), Database::Sqlite(folder.path().join("relay.db")));
        let relay = relay::serve(config).await.unwrap();
        let address = relay.address;
        let address = RelayAddress { host: address.ip().to_string(), port: address.port(), pin: relay.pin };
        let mut own = vault(folder.path(), "convener");
        let me = Participant::found(&mut own, &address, None, "Talk", "Mediator", Charter::default()).await.unwrap();
        let mut convener = Person { _vault: own, me };
        let sides = [joined(folder.path(), &mut convener, "A").await, joined(folder.path(), &mut convener, "B").await];
        let mut house = Self { _folder: folder, _relay: relay, convener, sides };
        house.settle().await;
        house
    }

    async fn settle(&mut self) {
        for _ in 0..4 {
            for person in self.sides.iter_mut().chain([&mut self.convener]) {
                person.me.sync().await.unwrap();
            }
        }
    }

    /// A text that both sides accept, and both machines ready to run; answers the question's name.
    async fn ready(&mut self) -> String {
        let subject =
            Subject::Adopt { title: "Text".to_owned(), text: "Both keep the line.".to_owned(), issues: Vec::new() };
        let asking = Asking {
            subject,
            sides: vec!["A".to_owned(), "B".to_owned()],
            rule: Rule::Exists,
            quorum: None,
            vetoes: Vec::new(),
            told_to_all: false,
        };
        let id = self.sides[0].me.call(asking).unwrap();
        self.settle().await;
        for person in &mut self.sides {
            person.me.consent(&id, &Vote::Text(true)).unwrap();
        }
        self.settle().await;
        for person in &mut self.sides {
            person.me.write(|desk| ready(desk, &id)).unwrap();
        }
        self.settle().await;
        id
    }
}

/// Every name of the pair's stream that follows from what all members know: from the run and the pair alone, and from
/// the two keys with anything in the place of their secret that somebody could put there.
fn computed(convener: &mut Participant, id: &str) -> Vec<StreamId> {
    let (run, keys) = convener
        .read(|desk| {
            let question = desk.state()?.question(id)?.clone();
            let put = desk.state()?.put(&question.asking)?;
            let cards: Vec<&Card> = question.attempts[0].cards.values().collect();
            Ok((run_id(desk, &question, &put, 1, &cards)?, [cards[0].key, cards[1].key]))
        })
        .unwrap();
    let mut plain = blake3::Hasher::new_derive_key("backchannel stream of a pair v1");
    plain.update(&run);
    for party in [0_u64, 1] {
        plain.update(&party.to_le_bytes());
    }
    let own = Identity::fresh().unwrap();
    let mixed = std::array::from_fn(|at| keys[0][at] ^ keys[1][at]);
    let joined = *blake3::hash(&keys.concat()).as_bytes();
    let [one, other] = keys.map(|key| *own.shared(&key).unwrap());
    let secrets = [[0; 32], run, keys[0], keys[1], mixed, joined, one, other];
    let derived = secrets.iter().map(|secret| wires::stream_id(secret, [&keys[0], &keys[1]], &run, [0, 1]));
    std::iter::once(StreamId(*plain.finalize().as_bytes())).chain(derived).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_who_opens_every_stream_it_can_compute_keeps_no_run_from_meeting() {
    let mut house = House::built().await;
    let id = house.ready().await;
    let mut held = Vec::new();
    for name in computed(&mut house.convener.me, &id) {
        held.push(house.convener.me.courier.open_stream(name).await.unwrap());
    }
    assert_eq!(held.len(), 9);
    let [anna, boris] = &mut house.sides;
    let patience = Duration::from_secs(60);
    // If one breaks off, the other is not waited for.
    let ran = tokio::try_join!(anna.me.run(&id, patience, |_| ()), boris.me.run(&id, patience, |_| ()));
    let (one, other) = ran.unwrap();
    for ran in [&one, &other] {
        assert!(matches!(ran, Ran::Answered(AnswerRow { answer: Answer::Exists, .. })), "{ran:?}");
    }
    drop(held);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_overtook_is_known_to_count_for_nothing() {
    let mut house = House::built().await;
    let asking = Asking {
        subject: Subject::Adopt { title: "Text".to_owned(), text: "A word.".to_owned(), issues: Vec::new() },
        sides: vec!["A".to_owned(), "B".to_owned()],
        rule: Rule::Exists,
        quorum: None,
        vetoes: Vec::new(),
        told_to_all: false,
    };
    let id = house.sides[0].me.call(asking).unwrap();
    house.settle().await;
    let [a, b] = &mut house.sides;
    // A takes the question back; B, who has not heard of it, consents.
    a.me.post(&Room::Plenary, Body::Withdrawn { question: id.clone() }).unwrap();
    a.me.sync().await.unwrap();
    let before = b.me.taken_up().unwrap();
    b.me.consent(&id, &Vote::Text(true)).unwrap();
    assert_eq!(b.me.own_refused(before).unwrap(), []);
    b.me.sync().await.unwrap();
    let refused = b.me.own_refused(before).unwrap();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(refused[0].0 > before && refused[0].2.contains("cannot be consented to by B"), "{refused:?}");
    assert_eq!(b.me.own_refused(refused[0].0).unwrap(), [], "told once");
    assert_eq!(a.me.own_refused(0).unwrap(), [], "whose word stood first");
}
