//! Messages late, lost, twice, and in the wrong place.

use super::super::peek;
use super::*;

#[test]
fn a_message_is_opened_once() {
    let [mut ada, mut ben, _] = three();
    let message = ada.seal(b"once");
    ben.hears(&message, &ada, b"once");
    assert!(matches!(ben.open(&message), Err(Error::Replay)));
    // Also after more than the window of late messages, and in the next epoch.
    for count in 0..20_u8 {
        let next = ada.seal(&[count]);
        ben.hears(&next, &ada, &[count]);
    }
    assert!(matches!(ben.open(&message), Err(Error::Replay)));
    let staged = ben.with(|group, identity| group.refresh(identity)).unwrap();
    ben.merge();
    ada.open(&staged.commit).unwrap();
    assert!(matches!(ben.open(&message), Err(Error::Replay)));
    assert!(matches!(ada.open(&staged.commit), Err(Error::Stale { epoch: 1, current: 2 })));
}

#[test]
fn lost_messages_do_not_stop_the_next() {
    let [mut ada, mut ben, _] = three();
    let lost: Vec<Vec<u8>> = (0..200_u8).map(|count| ada.seal(&[count])).collect();
    let next = ada.seal(b"after many");
    ben.hears(&next, &ada, b"after many");
    // The last few may still come late; the others' keys are gone, as the log never reorders that much.
    ben.hears(&lost[198], &ada, &[198]);
    assert!(matches!(ben.open(&lost[0]), Err(Error::Replay)));
}

#[test]
fn messages_of_five_past_epochs_are_opened_and_older_ones_are_stale() {
    let [mut ada, mut ben, mut cem] = three();
    let mut waiting = Vec::new();
    for epoch in 1..=7_u8 {
        waiting.push((epoch, cem.seal(&[epoch])));
        let staged = ada.with(|group, identity| group.refresh(identity)).unwrap();
        ada.merge();
        ben.open(&staged.commit).unwrap();
        cem.open(&staged.commit).unwrap();
    }
    assert_eq!(ben.epoch(), 8);
    for (epoch, message) in waiting {
        if epoch < 3 {
            assert!(matches!(ben.open(&message), Err(Error::Stale { current: 8, .. })), "epoch {epoch}");
        } else {
            let opened = ben.with(|group, _| group.open(&message)).unwrap();
            let Opened::Message { sender, epoch: sealed_in, payload, .. } = opened else { panic!("epoch {epoch}") };
            assert_eq!((sender, sealed_in, payload.as_slice()), (cem.name, u64::from(epoch), &[epoch][..]));
        }
    }
}

#[test]
fn a_new_member_reads_nothing_from_before() {
    let mut machines = group_of(2);
    let before = machines[0].seal(b"before you came");
    let mut late = Machine::new(3);
    let staged = machines[0].add(&[late.package()]);
    machines[0].merge();
    late.join(&staged.welcome.unwrap()).unwrap();
    assert!(late.open(&before).is_err());
    let after = machines[0].seal(b"welcome");
    late.hears(&after, &machines[0], b"welcome");
}

#[test]
fn the_wrong_place_is_named() {
    let [mut ada, mut ben, _] = three();
    let message = ada.seal(b"here");
    let heading = peek(&message).unwrap();
    assert_eq!((heading.group_id.as_slice(), heading.epoch, heading.is_commit), (GROUP, 1, false));
    let staged = ada.with(|group, identity| group.refresh(identity)).unwrap();
    assert!(peek(&staged.commit).unwrap().is_commit);

    let error = ben.store.write(|tx| Group::create(tx, &Identity::load(tx)?, b"caucus")?.open(&message).map(drop));
    assert!(matches!(error, Err(Error::OtherGroup)));
    assert!(matches!(ben.join(&message), Err(Error::NotReadable { .. })));
    assert!(matches!(read_key_package(&message), Err(Error::NotReadable { .. })));
    let package = ben.package();
    assert!(matches!(ben.open(&package), Err(Error::NotReadable { .. })));
    let mut trailing = package.clone();
    trailing.push(0);
    assert!(read_key_package(&package).is_ok());
    assert!(matches!(read_key_package(&trailing), Err(Error::NotReadable { .. })));
}

#[test]
fn a_welcome_is_for_one_machine_and_one_time() {
    let [mut ada, _, _] = three();
    let (mut dan, mut eve) = (Machine::new(4), Machine::new(5));
    eve.package();
    let staged = ada.add(&[dan.package()]);
    ada.merge();
    let welcome = staged.welcome.unwrap();
    assert!(matches!(eve.join(&welcome), Err(Error::NotForUs)));
    // A welcome that does not hold leaves the key package for the true one.
    for at in (0..welcome.len()).step_by(97) {
        let mut changed = welcome.clone();
        changed[at] ^= 1;
        // In a transaction that is saved all the same.
        let joined = dan.store.write(|tx| Ok::<_, Error>(Group::join(tx, &changed).map(drop))).unwrap();
        assert!(joined.is_err(), "byte {at}");
    }
    dan.join(&welcome).unwrap();
    assert_eq!(dan.agreement(), ada.agreement());
    dan.store.write(|tx| Group::delete(tx, GROUP)).unwrap();
    assert!(matches!(dan.join(&welcome), Err(Error::NotForUs)));
}

#[test]
fn after_a_deletion_no_row_of_the_group_is_left() {
    let [_, mut ben, _] = three();
    ben.store.write(|tx| Group::delete(tx, GROUP)).unwrap();
    let left: Vec<String> = ben
        .store
        .read(|tx| -> Result<_, Error> {
            let mut rows = tx.prepare("SELECT label FROM mls")?;
            let labels = rows.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok(labels)
        })
        .unwrap();
    assert_eq!(left, ["identity"]);
}
