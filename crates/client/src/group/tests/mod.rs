//! Tests of groups: members are stores in memory of their own, messages are handed over by the test.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod damage;
mod members;
mod messages;
mod rules;
mod torn;
mod vectors;

use tempfile::TempDir;

use super::{Error, Group, Identity, Inspected, MemberId, Opened, Staged, fresh_key_package, read_key_package};
use crate::vault::{Cost, Home, Passphrase, Store};

const GROUP: &[u8] = b"plenary";

/// What members of one epoch agree on: its number, its authenticator, who is in.
type Agreement = (u64, Vec<u8>, Vec<(MemberId, [u8; 32])>);

/// One member's machine.
pub(super) struct Machine {
    pub(super) store: Store,
    pub(super) name: MemberId,
    _home: TempDir,
}

pub(super) fn store() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("home"));
    let passphrase = Passphrase::new("not a secret".to_owned());
    let (mut vault, _) = home.create(&passphrase, Cost::custom(64, 1, 1).unwrap()).unwrap();
    (vault.create_dialogue([7; 16], "a test", 0).unwrap(), folder)
}

impl Machine {
    pub(super) fn new(name: u8) -> Self {
        let (mut store, home) = store();
        let name = MemberId([name; 16]);
        store.write(|tx| Identity::create(tx, name).map(drop)).unwrap();
        Self { store, name, _home: home }
    }

    /// Runs `work` on the group in a transaction that is saved only if it succeeds.
    pub(super) fn with<T>(
        &mut self,
        work: impl FnOnce(&mut Group<'_>, &Identity) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.store.write(|tx| {
            let identity = Identity::load(tx)?;
            let mut group = Group::load(tx, GROUP)?.unwrap();
            work(&mut group, &identity)
        })
    }

    pub(super) fn found(&mut self) {
        self.store.write(|tx| Group::create(tx, &Identity::load(tx)?, GROUP).map(drop)).unwrap();
    }

    pub(super) fn package(&mut self) -> Vec<u8> {
        self.store.write(|tx| fresh_key_package(tx, &Identity::load(tx)?)).unwrap()
    }

    pub(super) fn add(&mut self, packages: &[Vec<u8>]) -> Staged {
        let packages: Vec<_> = packages.iter().map(|package| read_key_package(package).unwrap()).collect();
        self.with(|group, identity| group.add(identity, &packages)).unwrap()
    }

    pub(super) fn merge(&mut self) {
        self.with(|group, _| group.merge_pending()).unwrap();
    }

    pub(super) fn join(&mut self, welcome: &[u8]) -> Result<(), Error> {
        self.store.write(|tx| Group::join(tx, welcome).map(drop))
    }

    pub(super) fn seal(&mut self, payload: &[u8]) -> Vec<u8> {
        self.with(|group, identity| group.seal(identity, payload)).unwrap()
    }

    /// Opens a message, and accepts it where it is a commit.
    pub(super) fn open(&mut self, bytes: &[u8]) -> Result<Heard, Error> {
        self.with(|group, _| match group.open(bytes)? {
            Opened::Message { sender, payload, .. } => Ok(Heard::Message(sender, payload.to_vec())),
            Opened::Own => Ok(Heard::Own),
            Opened::Commit(inspected) => {
                let heard = Heard::of(&inspected);
                group.accept(inspected)?;
                Ok(heard)
            }
        })
    }

    pub(super) fn hears(&mut self, bytes: &[u8], from: &Self, payload: &[u8]) {
        assert_eq!(self.open(bytes).unwrap(), Heard::Message(from.name, payload.to_vec()));
    }

    pub(super) fn epoch(&mut self) -> u64 {
        self.with(|group, _| Ok(group.epoch())).unwrap()
    }

    pub(super) fn agreement(&mut self) -> Agreement {
        self.with(|group, _| Ok((group.epoch(), group.authenticator(), group.members()))).unwrap()
    }
}

#[derive(Debug, PartialEq)]
pub(super) enum Heard {
    Message(MemberId, Vec<u8>),
    Commit { from: MemberId, added: Vec<MemberId>, removed: Vec<MemberId> },
    Own,
}

impl Heard {
    fn of(inspected: &Inspected) -> Self {
        Self::Commit {
            from: inspected.sender,
            added: inspected.added.iter().map(|(name, _)| *name).collect(),
            removed: inspected.removed.clone(),
        }
    }
}

/// A group of `count` members, all in the same epoch, the first of whom made it.
pub(super) fn group_of(count: u8) -> Vec<Machine> {
    let mut machines: Vec<Machine> = (1..=count).map(Machine::new).collect();
    let packages: Vec<Vec<u8>> = machines.iter_mut().skip(1).map(Machine::package).collect();
    machines[0].found();
    if count > 1 {
        let staged = machines[0].add(&packages);
        machines[0].merge();
        let welcome = staged.welcome.unwrap();
        for machine in &mut machines[1..] {
            machine.join(&welcome).unwrap();
        }
    }
    machines
}

/// Three members.
pub(super) fn three() -> [Machine; 3] {
    group_of(3).try_into().ok().unwrap()
}
