//! Round trips of everything that travels, and decoders under damaged input: a value or an error, never a panic.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use envelope::{
    AppendId, BLOCK_BYTES, Block, LogId, MOST_BLOCKS_PER_PAGE, PROBLEM_BYTES, Problem, ProblemKind, RECORD_BYTES,
    Sequence, StreamId, Token, TokenHash, decode_page, encode_record,
};
use proptest::prelude::*;

fn block(fill: u8) -> Block {
    Block::new(&[fill; BLOCK_BYTES]).unwrap()
}

proptest! {
    #[test]
    fn ids_have_one_spelling(log: [u8; 16], stream: [u8; 32]) {
        prop_assert_eq!(LogId(log).to_string().parse::<LogId>(), Ok(LogId(log)));
        prop_assert_eq!(StreamId(stream).to_string().parse::<StreamId>(), Ok(StreamId(stream)));
        let json = serde_json::to_string(&AppendId(stream)).unwrap();
        prop_assert_eq!(serde_json::from_str::<AppendId>(&json).unwrap(), AppendId(stream));
        let shouted = LogId(log).to_string().to_uppercase();
        prop_assert!(shouted.parse::<LogId>().is_err() || shouted == LogId(log).to_string());
    }

    #[test]
    fn any_text_is_an_id_or_an_error(text in ".{0,80}") {
        if let Ok(id) = text.parse::<LogId>() {
            prop_assert_eq!(id.to_string(), text.clone());
        }
        if let Ok(hash) = text.parse::<TokenHash>() {
            prop_assert_eq!(hash.to_string(), text.clone());
        }
        let _ = Token::parse(&text);
        let _ = text.parse::<Sequence>();
    }

    #[test]
    fn tokens_are_known_by_their_hashes(one: [u8; 32], other: [u8; 32]) {
        let token = Token::new(one);
        let again = Token::parse(&token.reveal_hex()).unwrap();
        prop_assert!(token == again);
        prop_assert_eq!(token.hash(), again.hash());
        prop_assert_eq!(token == Token::new(other), one == other);
        prop_assert_eq!(token.hash() == Token::new(other).hash(), one == other);
        prop_assert_ne!(token.hash().0, one);
    }

    #[test]
    fn pages_round_trip(first in 1..u64::MAX / 4, fills in prop::collection::vec(any::<u8>(), 0..6)) {
        let mut page = Vec::new();
        for (place, fill) in (first..).zip(&fills) {
            encode_record(&mut page, Sequence::new(place).unwrap(), block(*fill).as_ref()).unwrap();
        }
        let records = decode_page(&page).unwrap();
        prop_assert_eq!(records.len(), fills.len());
        for ((place, fill), (sequence, found)) in (first..).zip(&fills).zip(records) {
            prop_assert_eq!(sequence.number(), place);
            prop_assert!(found == block(*fill));
        }
    }

    #[test]
    fn problems_round_trip(kind in prop::sample::select(&ProblemKind::ALL), detail in ".{0,60}", head in 0..i64::MAX as u64) {
        let problem = Problem::new(kind, detail).with_head(Sequence::new(head).unwrap());
        prop_assert_eq!(Problem::decode(&problem.encode()), Ok(problem));
    }

    #[test]
    fn bodies_are_whole_blocks(bytes in 0..5 * BLOCK_BYTES) {
        let split = Block::split(&vec![7; bytes]);
        match split {
            Ok(blocks) => prop_assert_eq!(blocks.len() * BLOCK_BYTES, bytes),
            Err(_) => prop_assert!(bytes == 0 || bytes % BLOCK_BYTES != 0),
        }
    }
}

#[test]
fn a_page_refuses_more_blocks_than_a_fetch_may_bring() {
    let mut page = Vec::new();
    for place in 1..=MOST_BLOCKS_PER_PAGE as u64 {
        encode_record(&mut page, Sequence::new(place).unwrap(), block(1).as_ref()).unwrap();
    }
    assert!(encode_record(&mut page, Sequence::new(65).unwrap(), block(1).as_ref()).is_err());
    page.extend_from_slice(&vec![0; RECORD_BYTES]);
    assert!(decode_page(&page).is_err());
}

#[test]
fn a_secret_does_not_show() {
    let token = Token::new([0xab; 32]);
    assert_eq!(format!("{token:?}"), "Token(secret)");
    assert_eq!(format!("{:?}", block(0xab)), "Block(16384 bytes)");
    assert!(!Token::parse("ab").unwrap_err().to_string().contains("\"ab\""));
}

#[test]
fn numbers_end_where_the_databases_end() {
    let last = Sequence::new(i64::MAX as u64).unwrap();
    assert!(last.plus(1).is_err());
    assert!(Sequence::new(u64::MAX).is_err());
    assert_eq!(Sequence::BEFORE_FIRST.plus(1).unwrap().number(), 1);
    assert!(serde_json::from_str::<Sequence>("18446744073709551615").is_err());
}

#[test]
fn unknown_problems_are_kept_as_such() {
    let document = br#"{"type":"urn:backchannel:problem:of-tomorrow","title":"t","status":418,"detail":"d","more":1}"#;
    assert_eq!(Problem::decode(document).unwrap().kind, ProblemKind::Unknown);
    assert!(Problem::decode(&vec![b' '; PROBLEM_BYTES + 1]).is_err());
}

/// A generator that needs no crate and always begins the same (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }
}

/// Cuts, repeats, flips and inserts.
fn damaged(sample: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len() + 1);
        match dice.roll(4) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, dice.roll(256) as u8),
            2 if at < bytes.len() => bytes[at] ^= 1 << dice.roll(8),
            _ => bytes.extend_from_slice(&sample[dice.roll(sample.len())..]),
        }
    }
    bytes
}

#[test]
fn damaged_input_gives_an_error_and_never_a_panic() {
    let mut dice = Dice(1);
    let problem = Problem::new(ProblemKind::Expired, "detail").with_first(Sequence::new(9).unwrap()).encode();
    let mut page = Vec::new();
    for place in 1..=2 {
        encode_record(&mut page, Sequence::new(place).unwrap(), block(3).as_ref()).unwrap();
    }
    let rounds = if std::env::var_os("BACKCHANNEL_SOAK").is_some() { 400_000 } else { 8_000 };
    for _ in 0..rounds {
        let document = damaged(&problem, &mut dice);
        if let Ok(read) = Problem::decode(&document) {
            assert_eq!(Problem::decode(&read.encode()), Ok(read));
        }
        let text = String::from_utf8_lossy(&damaged(&[b'0'; 32], &mut dice)).into_owned();
        let _ = (text.parse::<LogId>(), text.parse::<StreamId>(), text.parse::<Sequence>(), Token::parse(&text));
        if let Ok(records) = decode_page(&damaged(&page, &mut dice)) {
            assert!(records.len() <= MOST_BLOCKS_PER_PAGE);
        }
    }
}
