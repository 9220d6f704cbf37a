//! What `export` gives: everything that is one's own, and none of the keys.
use client::Participant;
use client::vault::{Home, Passphrase};
use serde_json::Value;

use super::street::{PASSPHRASE, Person, Street};

/// Types into a form of the pages, and does not send it.
fn types(person: &Person, form: &str, text: &str) {
    let mut vault = Home::at(&person.home).unlock(&Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    let id = vault.dialogues().unwrap()[0].id;
    Participant::open(&mut vault, id, None).unwrap().keep_draft(form, text).unwrap();
}

#[test]
fn an_export_has_votes_receipts_keys_verified_members_and_drafts() {
    let street = Street::with(None, &[("anna", "A"), ("boris", "B")], &[]);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    anna.json(&["verify", "Mediator", "--confirm"]);
    types(anna, "rooms/0", "not said yet");
    let file = street.folder.path().join("text.txt");
    std::fs::write(&file, "1. The parties meet again.\n").unwrap();
    let call = ["sounding", "call", "--rule", "exists", "--sides", "A,B", "--adopt", file.to_str().unwrap()];
    let answers = street.sound(anna, &[anna, boris], &call, &[&["--accept"], &["--accept"]]);

    let path = street.folder.path().join("anna.export");
    anna.json(&["export", path.to_str().unwrap()]);
    let exported: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let question = exported["state"]["questions"][0]["id"].clone();
    let (votes, receipts) = (exported["votes"].as_array().unwrap(), exported["receipts"].as_array().unwrap());
    assert_eq!((votes.len(), &votes[0]["question"]), (1, &question), "{votes:?}");
    assert!(votes[0]["vote"].as_str().is_some_and(|vote| !vote.is_empty()), "{votes:?}");
    assert_eq!((receipts.len(), &receipts[0]["question"]), (1, &question), "{receipts:?}");
    assert_eq!(receipts[0]["receipt"], answers[0]["receipt"]);
    assert_eq!(receipts[0]["confirmed"].as_array().unwrap().len(), 2, "{receipts:?}");

    let keys = exported["keys"].as_array().unwrap();
    let of = |name: &str| keys.iter().find(|one| one["name"] == name).unwrap();
    assert_eq!(keys.len(), 3);
    for one in keys {
        let member = one["member"].as_str().unwrap();
        assert_eq!(one["fingerprint"].as_str().unwrap().len(), 64);
        assert_ne!(one["fingerprint"], one["key"]);
        assert!(exported["state"]["members"][member].is_object(), "{one}");
    }
    let verified = exported["verified"].as_array().unwrap();
    assert_eq!((verified.len(), &verified[0]["member"]), (1, &of("Mediator")["member"]));
    let drafts = exported["drafts"].as_array().unwrap();
    assert_eq!((drafts.len(), &drafts[0]["form"], &drafts[0]["text"]), (1, &"rooms/0".into(), &"not said yet".into()));
}
