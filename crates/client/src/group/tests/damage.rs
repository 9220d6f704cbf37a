//! Bytes that nobody made in good faith: refused, without a panic and without harm.

use std::cell::RefCell;

use proptest::prelude::*;

use super::super::peek;
use super::*;

/// Changes a few bytes, cuts or lengthens.
fn mutate(bytes: &[u8], changes: &[(usize, u8)], cut: Option<usize>) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, with) in changes {
        let at = at % bytes.len();
        bytes[at] ^= with;
    }
    if let Some(cut) = cut {
        bytes.truncate(cut % bytes.len());
    }
    bytes
}

fn cases() -> u32 {
    if std::env::var_os("BACKCHANNEL_SOAK").is_some() { 20_000 } else { 300 }
}

fn changes() -> impl Strategy<Value = (Vec<(usize, u8)>, Option<usize>)> {
    (prop::collection::vec((any::<usize>(), 1..=255_u8), 1..4), prop::option::weighted(0.2, any::<usize>()))
}

#[test]
fn changed_bytes_are_refused_and_do_no_harm() {
    let [mut ada, mut ben, _] = three();
    let mut dan = Machine::new(4);
    let package = dan.package();
    let message = ada.seal(b"a message");
    let staged = ada.add(std::slice::from_ref(&package));
    let welcome = staged.welcome.unwrap();
    let before = ben.agreement();
    let (listener, joiner) = (RefCell::new(&mut ben), RefCell::new(&mut dan));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&changes(), |(edits, cut)| {
        let changed = |bytes: &[u8]| mutate(bytes, &edits, cut);
        // Three edits may cancel out; then it is the message itself.
        for whole in [&message, &staged.commit] {
            let bytes = changed(whole);
            let _ = peek(&bytes);
            // Each attempt in a transaction that is saved: a refused message must leave nothing behind.
            let opened = listener.borrow_mut().with(|group, _| Ok(group.open(&bytes).map(drop))).unwrap();
            prop_assert!(opened.is_err() || bytes == *whole);
        }
        let bytes = changed(&welcome);
        let mut joiner = joiner.borrow_mut();
        let joined = joiner.store.write(|tx| -> Result<_, Error> { Ok(Group::join(tx, &bytes).map(drop)) }).unwrap();
        prop_assert!(joined.is_err());
        let bytes = changed(&package);
        prop_assert!(read_key_package(&bytes).is_err() || bytes == package);
        Ok(())
    });
    outcome.unwrap();
    assert_eq!(ben.agreement(), before);
    ben.hears(&message, &ada, b"a message");
    ben.open(&staged.commit).unwrap();
    ada.merge();
    dan.join(&welcome).unwrap();
    assert_eq!(dan.agreement(), ben.agreement());
}

#[test]
fn noise_is_refused() {
    let [mut ada, _, _] = three();
    let listener = RefCell::new(&mut ada);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    // Half of them with the first bytes of a true message: version and wire format.
    let noise = (prop::bool::ANY, 1..=5_u8, prop::collection::vec(any::<u8>(), 0..600));
    let outcome = runner.run(&noise, |(framed, format, mut bytes)| {
        if framed {
            bytes.splice(0..0, [0, 1, 0, format]);
        }
        let mut listener = listener.borrow_mut();
        prop_assert!(listener.with(|group, _| Ok(group.open(&bytes).map(drop))).unwrap().is_err());
        let joined = listener.store.write(|tx| -> Result<_, Error> { Ok(Group::join(tx, &bytes).map(drop)) }).unwrap();
        prop_assert!(joined.is_err());
        prop_assert!(read_key_package(&bytes).is_err());
        Ok(())
    });
    outcome.unwrap();
}
