//! Documents that somebody hands us, damaged: a case's reported record, statements as TOML and CSV, hand-over cards,
//! packets and answers. Each is refused with its name, or is what goes on the record and comes back from there.
use dialogue::record::Act;
use dialogue::record::handover::{Receiver, SignedAnswer, SignedPacket, receivers};

use super::*;
use crate::case::{Reported, statements};
use crate::handover::Card;

const REPORTED: &str = include_str!("../../../../examples/offramp/reported.toml");
const CSV: &str = "name,kind,speaker,anonymous,attribution,setting,stance,text,source,root\n\
                   one,account,a minister,false,on-record,public,asserts,\"It was, said.\",F0,a paper\n\
                   two,account,an official,true,background,private,denies,It was not.,F1,another\n";
const TYPED: &[u8] = "[]{}=\"'\n#,;-09é\0".as_bytes();

/// As acts go through the log: written, and read again by every member.
fn goes_through(acts: &[Act]) {
    for act in acts {
        let bytes = serde_json::to_vec(act).unwrap();
        assert_eq!(&serde_json::from_slice::<Act>(&bytes).unwrap(), act);
    }
}

/// What is wrong is said in words that name the document.
fn named(error: &crate::Error, shown: &str) {
    assert!(matches!(error, crate::Error::Misuse(_)) && error.to_string().contains(shown), "{error}");
}

#[test]
fn damaged_case_records_are_refused_by_name_or_go_on_the_record_as_they_are_read() {
    let whole = Reported::read(REPORTED, "reported.toml").unwrap().acts();
    assert!(whole.len() > 10);
    goes_through(&whole);
    // Table by table, so that damage is dense and reading is quick.
    let tables: Vec<String> = REPORTED.split("\n[[").skip(1).map(|table| format!("[[{table}")).collect();
    let (mut read, mut refused) = (0, 0);
    tried(1, 0xabcd_ef01_2345_6789, |dice| {
        let table = &tables[dice.below(tables.len())];
        let damaged = dice.damage(table.as_bytes(), TYPED);
        match Reported::read(&String::from_utf8_lossy(&damaged), "reported.toml") {
            Ok(reported) => {
                read += 1;
                goes_through(&reported.acts());
            }
            Err(error) => {
                refused += 1;
                named(&error, "reported.toml");
            }
        }
    });
    assert!(read > 0 && refused > 0, "{read} read, {refused} refused");
}

#[test]
fn damaged_statements_are_refused_by_name_or_go_on_the_record_as_they_are_read() {
    let toml: Vec<String> =
        REPORTED.split("\n\n").filter_map(|part| part.find("[[statement]]").map(|at| part[at..].to_owned())).collect();
    assert!(!toml.is_empty() && statements(CSV, "s.csv", true).unwrap().len() == 2);
    let (mut read, mut refused) = (0, 0);
    tried(1, 0xbcde_f012_3456_789a, |dice| {
        let csv = dice.below(2) == 0;
        let text = if csv { CSV } else { &toml[dice.below(toml.len())] };
        let damaged = dice.damage(text.as_bytes(), TYPED);
        match statements(&String::from_utf8_lossy(&damaged), "statements", csv) {
            Ok(acts) => {
                read += 1;
                goes_through(&acts);
            }
            Err(error) => {
                refused += 1;
                named(&error, "statements");
            }
        }
    });
    assert!(read > 0 && refused > 0, "{read} read, {refused} refused");
}

#[test]
fn damaged_cards_packets_and_answers_are_refused_or_for_the_same_receivers() {
    let keys: Vec<Receiver> = (1..=3).map(|fill| Receiver([fill; 32])).collect();
    let digest = receivers(keys.iter().map(|key| key.0));
    let card = Card {
        dialogue: LOG.to_string(),
        title: "Бэкканал".to_owned(),
        receivers: dialogue::id::hex(&digest),
        keys: keys.clone(),
        track: None,
    };
    assert_eq!(card.check().unwrap(), digest);
    let (card, hex) = (serde_json::to_vec(&card).unwrap(), "07".repeat(32));
    let packet = format!(
        r#"{{"packet":{{"v":1,"title":"t","from_track":null,"to":"{LOG}","receivers":"{hex}","items":[{{"text":"x","attributed_to":null}}],"key":"{hex}"}},"signature":"{}"}}"#,
        "00".repeat(64)
    );
    let packet: SignedPacket = serde_json::from_str(&packet).unwrap();
    let packet = serde_json::to_vec(&packet).unwrap();
    let (mut read, mut refused) = (0, 0);
    tried(1, 0xcdef_0123_4567_89ab, |dice| {
        let damaged = if dice.below(3) == 0 { astray(dice, &card) } else { dice.damage(&card, TYPED) };
        match serde_json::from_slice::<Card>(&damaged).map(|card| card.check()) {
            // Its title may be another; for whom it is, is not.
            Ok(Ok(receivers)) => {
                read += 1;
                assert_eq!(receivers, digest);
            }
            Ok(Err(error)) => named(&error, "card's"),
            Err(_) => refused += 1,
        }
        let damaged = if dice.below(3) == 0 { astray(dice, &packet) } else { dice.damage(&packet, TYPED) };
        if let Ok(read) = serde_json::from_slice::<SignedPacket>(&damaged) {
            let again = serde_json::to_vec(&read).unwrap();
            assert_eq!(serde_json::from_slice::<SignedPacket>(&again).unwrap().packet.digest(), read.packet.digest());
        }
        let _ = serde_json::from_slice::<SignedAnswer>(&damaged);
    });
    assert!(read > 0 && refused > 0, "{read} read, {refused} refused");
}
