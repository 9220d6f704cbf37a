//! A convener's machine that comes back from an old backup: whoever came since the backup stays.
use client::Participant;
use client::participant::{Offer, now};
use client::vault::{Home, Passphrase};

use super::street::{PASSPHRASE, Person, Street, pause};

/// Long enough for a backup, a knock and a letting in.
const VALID_FOR: i64 = 60;

/// An invitation that is valid for seconds, which no command offers; and when it ends.
fn invite(convener: &Person, side: &str) -> (String, i64) {
    let mut vault = Home::at(&convener.home).unlock(&Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    let id = vault.dialogues().unwrap()[0].id;
    let mut me = Participant::open(&mut vault, id, None).unwrap();
    let offer = Offer { side: side.to_owned(), valid_for: VALID_FOR, replaces: None };
    let link = tokio::runtime::Runtime::new().unwrap().block_on(me.invite(&offer)).unwrap();
    (link.as_str().to_owned(), now() + VALID_FOR)
}

#[test]
fn a_convener_restored_from_a_backup_shuts_nobody_out_who_came_since() {
    let mut street = Street::with(None, &[("anna", "A")], &[]);
    let convener = street.convener.clone();
    let (link, ends) = invite(&convener, "B");
    let backup = street.folder.path().join("convener.backup");
    convener.json(&["backup", backup.to_str().unwrap()]);
    let boris = Person::new(street.folder.path(), "boris");
    boris.json(&["join", &link, "--name", "boris"]);
    convener.sync();
    boris.sync();
    assert_eq!(boris.health(), "in-step", "the invitation ended before it was used; the machine is too slow for this");
    street.delegates.push(boris.clone());
    street.converged();

    convener.json(&["wipe", "--yes"]);
    while now() <= ends {
        pause(500);
    }
    convener.json(&["restore", backup.to_str().unwrap()]);
    // In the backup's state the invitation was never used, and is over.
    convener.sync();
    assert_eq!(convener.health(), "needs-rejoin");
    boris.json(&["room", "send", "plenary", "still here"]);
    street.settle();
    assert_eq!(convener.health(), "in-step");
    convener.json(&["room", "send", "plenary", "back again"]);
    street.converged();
    assert_eq!(boris.read("plenary"), ["still here", "back again"]);
}
