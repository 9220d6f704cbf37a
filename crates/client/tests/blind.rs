//! What a relay holds and hears of a whole dialogue: nothing of its contents, and nothing by which a message for one room
//! could be told from a message for another.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "figures are said aloud")]

#[path = "blind/forwarder.rs"]
mod forwarder;
#[path = "blind/heard.rs"]
mod heard;
#[path = "blind/house.rs"]
mod house;
#[path = "blind/sought.rs"]
mod sought;

use dialogue::Room;
use house::{House, SIDES};
use sought::Sought;

/// A room as its member calls it: the rooms of all sides have the same place in this list.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Where {
    Plenary,
    Caucus,
    Convener,
}

const ROOMS: [Where; 3] = [Where::Plenary, Where::Caucus, Where::Convener];

impl Where {
    fn room(self, side: &str) -> Room {
        match self {
            Self::Plenary => Room::Plenary,
            Self::Caucus => Room::Caucus(side.to_owned()),
            Self::Convener => Room::WithConvener(side.to_owned()),
        }
    }
}

/// Numbers that are the same for the same seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn text(&mut self, length: usize) -> String {
        (0..length).map(|_| char::from(b'a' + u8::try_from(self.below(26)).unwrap())).collect()
    }
}

/// Who says how much, the same in every dialogue that is compared.
fn script(seed: u64, messages: usize) -> Vec<(usize, usize)> {
    let mut dice = Dice(seed);
    let length = |dice: &mut Dice| match dice.below(4) {
        0 => dice.below(40),
        1 => 100 + dice.below(3_000),
        // Around the end of a first block, and of further ones.
        2 => 15_800 + dice.below(400),
        _ => 31_000 + dice.below(34_000),
    };
    (0..messages).map(|_| (1 + dice.below(4), length(&mut dice))).collect()
}

/// A dialogue in which this is said, each thing in the room that `choose` says; answers what the relay saw of it.
async fn seen(script: &[(usize, usize)], words: u64, mut choose: impl FnMut() -> Where) -> Vec<String> {
    let mut house = House::built().await;
    house.pieces();
    let mut dice = Dice(words);
    for (who, length) in script {
        let (room, text) = (choose().room(house.side(*who)), dice.text(*length));
        house.say(*who, &room, &text).await;
        house.settle().await;
    }
    let mut view = house.heard();
    view.extend(house.held());
    house.close().await;
    view
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_for_one_room_cannot_be_told_from_one_for_another() {
    let mut messages = 0;
    for seed in 1..=2 {
        let script = script(seed, 24);
        let all = seen(&script, seed, || Where::Plenary).await;
        assert!(all.len() > 100, "hardly anything was heard: {}", all.join("\n"));
        assert!(all.iter().any(|line| line.contains("POST /v1/logs/")), "{}", all.join("\n"));
        for (at, room) in [Some(Where::Caucus), Some(Where::Convener), None].into_iter().enumerate() {
            // Other words of the same lengths, each in its room, or in one that is drawn.
            let mut dice = Dice(1_000 + seed);
            let others = seen(&script, 2_000 + at as u64, || room.unwrap_or_else(|| ROOMS[dice.below(3)])).await;
            let differs = all.iter().zip(&others).find(|(one, other)| one != other);
            assert!(differs.is_none(), "seed {seed}, {room:?}: {differs:#?}");
            assert_eq!(all.len(), others.len(), "seed {seed}, {room:?}");
            messages += script.len();
        }
    }
    println!("FIGURE: {messages} pairs of messages for different rooms look alike to the relay in all it sees");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_of_blocks_follows_from_the_length_whatever_the_room() {
    let mut house = House::built().await;
    let (side, mut dice) = (house.side(1).to_owned(), Dice(7));
    // The longest text for the plenary that still takes one block. The number that counts a member's events has as many
    // digits all the way: the first hundred are used up.
    for _ in 0..100 {
        house.queue(1, &Room::Plenary, "x");
    }
    house.settle().await;
    let (mut fits, mut exceeds) = (15_000, 16_400);
    while exceeds - fits > 1 {
        let middle = usize::midpoint(fits, exceeds);
        match house.blocks(1, &Room::Plenary, &dice.text(middle)).await {
            1 => fits = middle,
            _ => exceeds = middle,
        }
    }
    for length in (fits - 42..=fits + 2).step_by(2).chain([fits, fits + 1]) {
        let expected = if length <= fits { 1 } else { 2 };
        for room in ROOMS {
            let blocks = house.blocks(1, &room.room(&side), &dice.text(length)).await;
            assert_eq!(blocks, expected, "{length} bytes to {room:?}; one block holds {fits}");
        }
    }
    println!("FIGURE: texts of up to {fits} bytes take one block in every room");
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_the_relay_holds_and_hears_has_no_contents_names_or_rooms() {
    let mut house = House::built().await;
    let said = ["qzxplenaryqzx", "qzxcaucusqzx", "qzxconvenerqzx"];
    let side = house.side(1).to_owned();
    for (room, text) in ROOMS.iter().zip(said) {
        house.say(1, &room.room(&side), text).await;
    }
    house.settle().await;
    let rooms: Vec<String> = ROOMS.iter().skip(1).map(|room| room.room(&side).to_string()).collect();
    let private = said.into_iter().chain(house::NAMES).chain(SIDES).chain(rooms.iter().map(String::as_str));
    let sought = Sought::words(private.chain([house::TITLE, house::PURPOSE]));
    // What must be there is found: the log's id, in what was said to the relay and in what it holds.
    let log = Sought::bytes([("the log's id".to_owned(), house.log().0.to_vec())]);
    let pieces = house.pieces();
    let streams = forwarder::streams(&pieces);
    let heard: usize = streams.values().map(Vec::len).sum();
    assert!(heard > 40 * envelope::BLOCK_BYTES, "only {heard} bytes were heard");
    assert!(streams.values().any(|bytes| !log.found(bytes).is_empty()), "the search finds nothing");
    for bytes in streams.values() {
        sought.absent("what was said to the relay or by it", bytes);
    }
    for bytes in forwarder::streams(&house.wire()).values() {
        sought.absent("the wire", bytes);
        assert!(log.found(bytes).is_empty(), "the log's id is on the wire");
    }
    let held = house.held();
    assert!(held.iter().filter(|row| row.starts_with("blocks: ")).count() > 30, "{}", held.join("\n"));
    let folder = house.relay_folder();
    let database =
        ["relay.db", "relay.db-wal"].map(|name| std::fs::read(folder.join(name)).unwrap_or_default()).concat();
    assert!(!log.found(&database).is_empty(), "the search finds nothing in the database");
    // The database, its journals, and whatever else lies there.
    assert!(sought.absent_below(&folder) >= 2);
    // The members have it all.
    assert_eq!(house.read(2, &Room::Caucus(side.clone())), ["qzxcaucusqzx"]);
    assert_eq!(house.read(0, &Room::WithConvener(side)), ["qzxconvenerqzx"]);
    house.close().await;
}
