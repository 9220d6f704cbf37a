//! Seeded damage to all that this floor decodes: valid bytes changed at random places, random bytes, and nonsense that
//! somebody who holds the key has sealed well. No decoder panics or takes long, and what is undamaged comes back.
//!
//! `BACKCHANNEL_FUZZ_ITERATIONS` sets how many are tried (default 4,000; less where one takes longer).
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod documents;
mod openers;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use dialogue::{InvitationId, MemberId, Room};
use envelope::{BLOCK_BYTES, Block, LogId, MOST_BLOCKS_PER_APPEND, Token};

use crate::archive;
use crate::courier::RelayAddress;
use crate::invitation::Link;
use crate::layer::{self, Comeback, Frame, Knock, Layer};
use crate::participant::{Progress, begin};
use crate::sealing;
use crate::stamp::{SEALED_STAMP_BYTES, STAMP_BYTES, Stamp, StampKey};
use crate::tables::{self, Setting};
use crate::vault::{Cost, Home, Passphrase, Vault, backup};

const LOG: LogId = LogId([1; 16]);
const KEY: [u8; 32] = [7; 32];
/// Ten times what the slowest takes on a slow machine.
const LONG: Duration = Duration::from_secs(10);

/// Numbers that are the same in every run (xorshift).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.roll() as u8).collect()
    }

    /// Changed at up to four places: other bytes, bytes lost, bytes put in, cut off. Never the same as before.
    pub(crate) fn damage(&mut self, valid: &[u8], put_in: &[u8]) -> Vec<u8> {
        let mut damaged = valid.to_vec();
        while damaged == valid {
            for _ in 0..=self.below(4) {
                let at = self.below(damaged.len());
                match self.below(8) {
                    0..3 if !damaged.is_empty() => damaged[at] = self.roll() as u8,
                    3 if !damaged.is_empty() => damaged[at] ^= 1 << self.below(8),
                    4 if !damaged.is_empty() => drop(damaged.remove(at)),
                    5 => damaged.truncate(at),
                    _ => damaged.insert(at, put_in[self.below(put_in.len())]),
                }
            }
        }
        damaged
    }
}

/// Runs `one` on so many damaged inputs; none may take long.
pub(crate) fn tried(share: u64, seed: u64, mut one: impl FnMut(&mut Dice)) {
    let set = std::env::var("BACKCHANNEL_FUZZ_ITERATIONS").ok().and_then(|n| n.parse().ok());
    let mut dice = Dice(seed);
    for round in 0..set.unwrap_or(4_000_u64).div_ceil(share) {
        let began = Instant::now();
        one(&mut dice);
        assert!(began.elapsed() < LONG, "round {round} took {:?}", began.elapsed());
    }
}

fn stamp() -> Stamp {
    Stamp { seen: 7, log_hash: [1; 32], epoch: 3, authenticator: [2; 32] }
}

fn layers() -> Vec<Layer> {
    let (to, message) = (MemberId([5; 16]), (0..90).collect::<Vec<u8>>());
    vec![
        Layer::Plenary(message.clone()),
        Layer::Room(layer::seal_room(&KEY, LOG, &message).unwrap()),
        Layer::Welcome { to, welcome: message.clone() },
        Layer::RoomWelcome { to, welcome: message.clone(), room: Room::Caucus("Кордия".to_owned()) },
        Layer::Knock(Knock {
            invitation: InvitationId([3; 16]),
            name: "Анна".to_owned(),
            key_package: message.clone(),
        }),
        Layer::Return(Comeback { member: to, key_package: message.clone(), signature: message }),
    ]
}

#[test]
fn damaged_layers_are_read_or_not_and_what_is_read_can_be_written() {
    let valid: Vec<Vec<u8>> = layers().iter().map(|layer| layer.to_bytes().to_vec()).collect();
    for (layer, bytes) in layers().iter().zip(&valid).filter(|(layer, _)| !matches!(layer, Layer::Room(_))) {
        assert_eq!(Layer::from_bytes(bytes).as_ref(), Some(layer));
    }
    tried(1, 0x1234_5678_9abc_def0, |dice| {
        let bytes = match dice.below(8) {
            0 => {
                let length = dice.below(200);
                dice.bytes(length)
            }
            _ => {
                let at = dice.below(valid.len());
                dice.damage(&valid[at], b"{}[]\",:0")
            }
        };
        if let Some(read) = Layer::from_bytes(&bytes) {
            assert_eq!(Layer::from_bytes(&read.to_bytes()), Some(read));
        }
    });
}

#[test]
fn damaged_frames_and_stamps_are_read_to_the_byte_or_not_at_all() {
    let frame = Frame { stamp: stamp(), event: b"{}".to_vec() };
    let key = StampKey::new(&KEY, LOG);
    let sealed = key.seal(LOG, &[9; 24], &stamp()).unwrap();
    assert_eq!(key.open(LOG, &[9; 24], &sealed), Some(stamp()));
    tried(1, 0x2345_6789_abcd_ef01, |dice| {
        let bytes = dice.damage(&frame.to_bytes(), b"{}\0");
        match Frame::from_bytes(&bytes) {
            Some(read) => assert_eq!(read.to_bytes(), bytes),
            None => assert!(bytes.len() < STAMP_BYTES),
        }
        assert_eq!(key.open(LOG, &[9; 24], &dice.damage(&sealed, &[0, 255])), None);
    });
}

#[test]
fn damaged_room_messages_open_nothing() {
    let sealed = layer::seal_room(&KEY, LOG, b"in the caucus").unwrap();
    assert_eq!(layer::open_room(&KEY, LOG, &sealed).as_deref(), Some(&b"in the caucus"[..]));
    tried(1, 0x3456_789a_bcde_f012, |dice| {
        assert_eq!(layer::open_room(&KEY, LOG, &dice.damage(&sealed, &[0, 255])), None);
    });
}

#[test]
fn damaged_blocks_open_nothing_and_well_sealed_nonsense_keeps_its_bounds() {
    let stamped = (StampKey::new(&KEY, LOG), stamp());
    let block = sealing::seal(&KEY, LOG, Some(&stamped), b"a record").unwrap().remove(0);
    assert_eq!(sealing::open(&KEY, LOG, &block).unwrap().payload.as_slice(), b"a record");
    let cipher = XChaCha20Poly1305::new(&Key::from(KEY));
    tried(10, 0x4567_89ab_cdef_0123, |dice| {
        let mut bytes = block.bytes().to_vec();
        let at = dice.below(BLOCK_BYTES);
        bytes[at] ^= 1 << dice.below(8);
        let damaged = Block::new(&bytes).unwrap();
        assert!(sealing::open(&KEY, LOG, &damaged).is_none(), "byte {at}");
        let known = sealing::stamp(&stamped.0, LOG, &damaged);
        assert_eq!(known, (at >= 24 + SEALED_STAMP_BYTES).then(stamp), "byte {at}");

        // As a member with another program may write it.
        let (nonce, front) = (dice.bytes(24), dice.bytes(SEALED_STAMP_BYTES));
        let mut plain = vec![0; BLOCK_BYTES - 24 - SEALED_STAMP_BYTES - 16];
        for (to, from) in plain.iter_mut().zip(dice.bytes(14)) {
            *to = from;
        }
        if dice.below(2) == 0 {
            // Small numbers, which come nearer to what is valid.
            for high in [8, 10] {
                plain[high] = 0;
            }
            plain[12] &= 0x3f;
        }
        let aad = [&LOG.0[..], &front].concat();
        let sealed = cipher.encrypt(XNonce::from_slice(&nonce), Payload { msg: &plain, aad: &aad }).unwrap();
        let nonsense = Block::new(&[nonce, front, sealed].concat()).unwrap();
        if let Some(read) = sealing::open(&KEY, LOG, &nonsense) {
            assert!(read.index < read.total && usize::from(read.total) <= MOST_BLOCKS_PER_APPEND);
            assert!(read.payload.len() <= sealing::PAYLOAD_BYTES);
        }
    });
}

fn link(host: &str) -> Link {
    Link {
        relay: RelayAddress { host: host.to_owned(), port: 8_443, pin: [2; 32] },
        log: LOG,
        token: Token::new([3; 32]),
        invitation: InvitationId([4; 16]),
        secret: [5; 16],
        inviter: [6; 32],
        after: 7,
        expires_at: -8,
    }
}

#[test]
fn damaged_invitations_are_refused_or_the_same_invitation() {
    let valid: Vec<String> =
        ["relay.example", "::1", "127.0.0.1"].iter().map(|host| link(host).reveal().to_string()).collect();
    for text in &valid {
        assert_eq!(text.parse::<Link>().unwrap().reveal().as_str(), text);
    }
    tried(1, 0x5678_9abc_def0_1234, |dice| {
        let text = &valid[dice.below(valid.len())];
        let damaged = dice.damage(text.as_bytes(), "#/:[]-_=A é".as_bytes());
        let damaged = String::from_utf8_lossy(&damaged);
        if let Ok(read) = damaged.parse::<Link>() {
            // A blank at the end, or a zero before the port: nothing that somebody would be led astray by.
            assert_eq!(read.reveal().as_str(), text, "{damaged}");
        }
        let mut payload = dice.bytes(140 + dice.0 as usize % 60);
        payload[0] = 1;
        let made_up = format!("backchannel://relay.example:1/join#{}", URL_SAFE_NO_PAD.encode(payload));
        assert!(made_up.parse::<Link>().is_err());
    });
}

const PASSPHRASE: &str = "a passphrase for tests";

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

fn cheap() -> Cost {
    Cost::custom(8, 1, 1).unwrap()
}

fn empty_vault() -> (Vault, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (vault, _) = Home::at(folder.path().join("home")).create(&passphrase(), cheap()).unwrap();
    (vault, folder)
}

/// The documents of a backup of a vault with one dialogue.
fn backed_up() -> BTreeMap<String, Vec<u8>> {
    let (mut vault, _folder) = empty_vault();
    let relay = link("relay.example").relay.clone();
    vault
        .create_dialogue_with(LOG.0, "Off-ramp", 1_000, |tx| {
            begin(tx, &relay, &Token::new([3; 32]), Progress::Member)?;
            tables::put(tx, Setting::Cursor, &0_u64)
        })
        .unwrap();
    let file = archive::backup_vault(&mut vault, &passphrase()).unwrap();
    let opened = backup::open(&file, &passphrase()).unwrap();
    opened.into_iter().map(|(name, document)| (name, document.to_vec())).collect()
}

#[test]
fn damaged_backups_open_nothing() {
    let documents = backed_up();
    let file = backup::seal(&documents, &passphrase(), cheap()).unwrap();
    assert_eq!(archive::look_into(&file, &passphrase()).unwrap().dialogues.len(), 1);
    tried(4, 0x6789_abcd_ef01_2345, |dice| {
        let mut damaged = dice.damage(&file, b"\0\xff{");
        // The cost is as it was: a greater one is bounded, and would take minutes (`vault::tests::backups`).
        if let (Some(to), Some(from)) = (damaged.get_mut(20..32), file.get(20..32)) {
            to.copy_from_slice(from);
        }
        assert!(damaged == file || archive::look_into(&damaged, &passphrase()).is_err());
    });
}

#[test]
fn well_sealed_backups_with_damaged_contents_are_restored_whole_or_not_at_all() {
    let documents = backed_up();
    let file = backup::seal(&documents, &passphrase(), cheap()).unwrap();
    let (mut vault, _folder) = empty_vault();
    let contents = archive::restore_into(&mut vault, &file, &passphrase()).unwrap();
    assert_eq!(contents.dialogues, [(LOG.to_string(), "Off-ramp".to_owned())]);
    tried(40, 0x789a_bcde_f012_3456, |dice| {
        let (name, document) = documents.first_key_value().unwrap();
        let mut name = name.clone().into_bytes();
        if dice.below(8) == 0 {
            name = dice.damage(&name, b"0g:");
        }
        let document = match dice.below(3) {
            0 => astray(dice, document),
            _ => dice.damage(document, b"{}[]\",:09"),
        };
        let documents = [(String::from_utf8_lossy(&name).into_owned(), document)].into_iter().collect();
        let file = backup::seal(&documents, &passphrase(), cheap()).unwrap();
        let read = archive::look_into(&file, &passphrase());
        let (mut vault, _folder) = empty_vault();
        let restored = archive::restore_into(&mut vault, &file, &passphrase());
        assert!(read.is_ok() || restored.is_err());
        assert_eq!(vault.dialogues().unwrap().len(), usize::from(restored.is_ok()));
    });
}

/// A document of JSON in which one value is another.
fn astray(dice: &mut Dice, document: &[u8]) -> Vec<u8> {
    let mut whole: serde_json::Value = serde_json::from_slice(document).unwrap();
    replace_one(dice, &mut whole);
    serde_json::to_vec(&whole).unwrap()
}

fn replace_one(dice: &mut Dice, at: &mut serde_json::Value) {
    let pick = dice.roll() as usize;
    match at {
        serde_json::Value::Object(map) if !map.is_empty() => {
            let pick = pick % map.len();
            replace_one(dice, map.values_mut().nth(pick).unwrap());
        }
        serde_json::Value::Array(list) if !list.is_empty() => {
            let pick = pick % list.len();
            replace_one(dice, &mut list[pick]);
        }
        other => {
            let values = [
                serde_json::json!(null),
                serde_json::json!(-1),
                serde_json::json!(u64::MAX),
                serde_json::json!(""),
                serde_json::json!("settings"),
                serde_json::json!({ "number": i64::MIN }),
                serde_json::json!([[]]),
            ];
            *other = values[dice.below(7)].clone();
        }
    }
}
