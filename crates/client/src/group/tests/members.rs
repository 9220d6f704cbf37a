//! Who comes and goes.

use super::*;

#[test]
fn three_members_come_talk_and_go() {
    let (mut ada, mut ben, mut cem) = (Machine::new(1), Machine::new(2), Machine::new(3));
    ada.found();
    let staged = ada.add(&[ben.package()]);
    assert_eq!(ada.epoch(), 0, "a pending commit changes nothing");
    ada.merge();
    ben.join(&staged.welcome.unwrap()).unwrap();
    assert_eq!(ada.agreement(), ben.agreement());

    let staged = ben.add(&[cem.package()]);
    assert_eq!(ben.open(&staged.commit).unwrap(), Heard::Own);
    ben.merge();
    let heard = ada.open(&staged.commit).unwrap();
    assert_eq!(heard, Heard::Commit { from: ben.name, added: vec![cem.name], removed: vec![] });
    cem.join(&staged.welcome.unwrap()).unwrap();
    assert_eq!(ada.agreement(), cem.agreement());
    assert_eq!(ben.agreement(), cem.agreement());

    let message = cem.seal(b"good morning");
    ada.hears(&message, &cem, b"good morning");
    ben.hears(&message, &cem, b"good morning");
    assert_eq!(cem.open(&message).unwrap(), Heard::Own);

    let secret = |machine: &mut Machine, label: &str| {
        machine.with(|group, _| group.exporter(label, b"context", 32)).unwrap().to_vec()
    };
    assert_eq!(secret(&mut ada, "outer"), secret(&mut cem, "outer"));
    assert_ne!(secret(&mut ada, "outer"), secret(&mut cem, "other"));
}

#[test]
fn who_is_removed_reads_nothing_afterwards() {
    let [mut ada, mut ben, mut cem] = three();
    let gone = cem.name;
    let staged = ada.with(|group, identity| group.remove(identity, &[gone])).unwrap();
    assert_eq!(staged.welcome, None);
    ada.merge();
    ben.open(&staged.commit).unwrap();
    let after = ben.seal(b"among ourselves");
    ada.hears(&after, &ben, b"among ourselves");
    // One who has not heard yet, and one who has.
    assert!(matches!(cem.open(&after), Err(Error::Ahead { epoch: 2, current: 1 })));
    let heard = cem.open(&staged.commit).unwrap();
    assert_eq!(heard, Heard::Commit { from: ada.name, added: vec![], removed: vec![gone] });
    assert!(matches!(cem.open(&after), Err(Error::Removed)));
    assert!(matches!(cem.with(|group, identity| group.seal(identity, b"still here")), Err(Error::Removed)));
    assert!(matches!(cem.with(|group, _| group.exporter("outer", b"", 32)), Err(Error::Removed)));
}

#[test]
fn what_a_removed_member_sends_is_refused() {
    let [mut ada, mut ben, mut cem] = three();
    let gone = cem.name;
    let early = cem.seal(b"before the end");
    let late = cem.seal(b"as if nothing had happened");
    ada.hears(&early, &cem, b"before the end");
    let staged = ada.with(|group, identity| group.remove(identity, &[gone])).unwrap();
    ada.merge();
    ben.open(&staged.commit).unwrap();
    for machine in [&mut ada, &mut ben] {
        let error = machine.open(&late).unwrap_err();
        assert!(matches!(error, Error::Misbehaviour { culprit: Some(name), .. } if name == gone), "{error}");
    }
}

#[test]
fn a_lost_machine_is_replaced_in_one_commit_and_shut_out() {
    let [mut ada, mut ben, mut cem] = three();
    let mut fresh = Machine::new(3);
    let package = read_key_package(&fresh.package()).unwrap();
    let staged = ada.with(|group, identity| group.replace(identity, &[cem.name], &[package])).unwrap();
    ada.merge();
    let heard = ben.open(&staged.commit).unwrap();
    assert_eq!(heard, Heard::Commit { from: ada.name, added: vec![cem.name], removed: vec![cem.name] });
    fresh.join(&staged.welcome.unwrap()).unwrap();
    assert_eq!(fresh.agreement(), ben.agreement());
    let message = fresh.seal(b"back again");
    ada.hears(&message, &fresh, b"back again");
    // Whoever has the lost machine still holds the secrets of the epoch before, under the same name.
    let thief = cem.seal(b"it is me");
    let error = ben.open(&thief).unwrap_err();
    assert!(matches!(error, Error::Misbehaviour { culprit: Some(name), .. } if name == cem.name), "{error}");
    cem.open(&staged.commit).unwrap();
    assert!(matches!(cem.open(&message), Err(Error::Removed)));
}

#[test]
fn a_removed_machine_can_be_added_again() {
    let [mut ada, mut ben, mut cem] = three();
    let gone = cem.name;
    let staged = ada.with(|group, identity| group.remove(identity, &[gone])).unwrap();
    ada.merge();
    ben.open(&staged.commit).unwrap();
    cem.open(&staged.commit).unwrap();
    let package = cem.package();
    let staged = ben.add(&[package]);
    ben.merge();
    ada.open(&staged.commit).unwrap();
    let welcome = staged.welcome.unwrap();
    assert!(matches!(cem.join(&welcome), Err(Error::GroupExists)));
    cem.store.write(|tx| Group::delete(tx, GROUP)).unwrap();
    cem.join(&welcome).unwrap();
    assert_eq!(cem.agreement(), ada.agreement());
}

#[test]
fn a_refresh_renews_the_secrets_and_keeps_the_members() {
    let [mut ada, mut ben, _] = three();
    let before = ben.agreement();
    let staged = ada.with(|group, identity| group.refresh(identity)).unwrap();
    ada.merge();
    ben.open(&staged.commit).unwrap();
    let after = ben.agreement();
    assert_eq!(ada.agreement(), after);
    assert_eq!(before.2, after.2);
    assert_ne!(before.1, after.1);
}

#[test]
fn of_two_commits_the_first_wins_and_the_other_is_cleared() {
    let [mut ada, mut ben, mut cem] = three();
    let mut fourth = Machine::new(4);
    let package = fourth.package();
    let first = ada.add(std::slice::from_ref(&package));
    let second = ben.with(|group, identity| group.refresh(identity)).unwrap();
    ada.merge();
    // The second maker finds another's commit first, and accepts it; its own is forgotten.
    ben.open(&first.commit).unwrap();
    assert!(!ben.with(|group, _| Ok(group.is_pending())).unwrap());
    assert!(matches!(ben.with(|group, _| group.merge_pending()), Err(Error::NothingPending)));
    cem.open(&first.commit).unwrap();
    assert!(matches!(cem.open(&second.commit), Err(Error::Stale { epoch: 1, current: 2 })));
    assert_eq!(ben.agreement(), cem.agreement());
    // Cleared by hand it is forgotten too.
    let third = ben.with(|group, identity| group.refresh(identity)).unwrap();
    assert!(matches!(ben.with(|group, identity| group.refresh(identity)), Err(Error::Pending)));
    ben.with(|group, _| group.clear_pending()).unwrap();
    let message = ben.seal(b"still in step");
    cem.hears(&message, &ben, b"still in step");
    drop(third);
}

#[test]
fn misuse_is_told_apart() {
    let [mut ada, mut ben, _] = three();
    let stranger = MemberId([9; 16]);
    let own = ada.name;
    let remove = |machine: &mut Machine, name| machine.with(|group, identity| group.remove(identity, &[name]));
    assert!(matches!(remove(&mut ada, stranger), Err(Error::NoSuchMember { .. })));
    assert!(matches!(remove(&mut ada, own), Err(Error::Misuse { .. })));
    assert!(matches!(ada.with(|group, identity| group.add(identity, &[])), Err(Error::Misuse { .. })));
    let package = read_key_package(&ben.package()).unwrap();
    let twice = ada.with(|group, identity| group.add(identity, std::slice::from_ref(&package)));
    assert!(matches!(twice, Err(Error::AlreadyMember { .. })));
    assert!(matches!(ada.with(|group, _| group.merge_pending()), Err(Error::NothingPending)));
    let again = ada.store.write(|tx| Group::create(tx, &Identity::load(tx)?, GROUP).map(drop));
    assert!(matches!(again, Err(Error::GroupExists)));
    let none = ada.store.read(|tx| Group::load(tx, b"another").map(|group| group.is_none()));
    assert!(none.unwrap());
}

#[test]
fn an_identity_is_made_once_and_restored_from_its_bytes() {
    let mut ada = Machine::new(1);
    assert!(matches!(ada.store.write(|tx| Identity::create(tx, MemberId([2; 16]))), Err(Error::IdentityExists)));
    let (bytes, public, signature) = ada
        .store
        .read(|tx| Identity::load(tx).map(|own| (own.to_backup(), own.public(), own.sign("purpose", b"text"))))
        .unwrap();
    let (mut fresh, _folder) = store();
    assert!(matches!(fresh.read(|tx| Identity::load(tx).map(drop)), Err(Error::NoIdentity)));
    assert!(matches!(fresh.write(|tx| Identity::restore(tx, b"short").map(drop)), Err(Error::NotAnIdentity)));
    fresh.write(|tx| Identity::restore(tx, &bytes).map(drop)).unwrap();
    let restored = fresh.read(Identity::load).unwrap();
    assert_eq!((restored.member(), restored.public()), (ada.name, public));
    assert_eq!(restored.sign("purpose", b"text"), signature);
    use dialogue::signing::verify;
    assert!(verify(&public, "purpose", b"text", &signature));
    assert!(!verify(&public, "purposet", b"ext", &signature));
    assert!(!verify(&public, "another", b"text", &signature));
    assert!(!verify(&public, "purpose", b"test", &signature));
    assert!(!format!("{restored:?}").contains("key"), "{restored:?}");
}
