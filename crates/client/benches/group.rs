//! A group of thirty members: what its changes and its messages cost, saved on the disk each time.
//!
//! `cargo bench -p client --bench group`. Each measured step is one transaction of the dialogue's store: load, work,
//! save, wait for the disk. `BACKCHANNEL_HOME_FOR_BENCH` names a folder on the disk to be measured.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a bench stops where a step fails")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use client::group::{
    Error, Group, Identity, KeyPackageRead, MemberId, Opened, Staged, fresh_key_package, read_key_package,
};
use client::vault::{Cost, Home, Passphrase, Store};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tempfile::TempDir;

const MEMBERS: u8 = 30;
const GROUP: &[u8] = b"plenary";
const BATCH: usize = 100;
const PAYLOAD: &[u8] = &[7; 300];

struct Machine {
    store: Store,
    _folder: TempDir,
}

impl Machine {
    fn new(name: u8) -> Self {
        let folder = std::env::var_os("BACKCHANNEL_HOME_FOR_BENCH").map_or_else(TempDir::new, TempDir::new_in).unwrap();
        let home = Home::at(folder.path().join("home"));
        let passphrase = Passphrase::new("a bench has no secret".to_owned());
        let (mut vault, _) = home.create(&passphrase, Cost::custom(64, 1, 1).unwrap()).unwrap();
        let mut store = vault.create_dialogue([1; 16], "bench", 0).unwrap();
        store.write(|tx| Identity::create(tx, MemberId([name; 16])).map(drop)).unwrap();
        Self { store, _folder: folder }
    }

    fn package(&mut self) -> KeyPackageRead {
        let bytes = self.store.write(|tx| fresh_key_package(tx, &Identity::load(tx)?)).unwrap();
        read_key_package(&bytes).unwrap()
    }

    fn with<T>(&mut self, work: impl FnOnce(&mut Group<'_>, &Identity) -> Result<T, Error>) -> T {
        let outcome = self.store.write(|tx| {
            let mut group = Group::load(tx, GROUP)?.unwrap();
            work(&mut group, &Identity::load(tx)?)
        });
        outcome.unwrap()
    }

    fn open(&mut self, bytes: &[u8]) {
        self.with(|group, _| open(group, bytes));
    }
}

fn open(group: &mut Group<'_>, bytes: &[u8]) -> Result<(), Error> {
    match group.open(bytes)? {
        Opened::Commit(inspected) => group.accept(inspected),
        Opened::Message { payload, .. } => {
            black_box(payload);
            Ok(())
        }
        other => panic!("{other:?}"),
    }
}

/// Thirty members, each of whom has committed once, so that the tree is full of keys as after some use.
fn thirty() -> (Machine, Machine) {
    let (mut ada, mut ben) = (Machine::new(1), Machine::new(2));
    ada.store.write(|tx| Group::create(tx, &Identity::load(tx)?, GROUP).map(drop)).unwrap();
    let mut others: Vec<Machine> = (3..=MEMBERS).map(Machine::new).collect();
    let mut packages = vec![ben.package()];
    packages.extend(others.iter_mut().map(Machine::package));
    let staged = ada.with(|group, identity| {
        let staged = group.add(identity, &packages)?;
        group.merge_pending()?;
        Ok(staged)
    });
    let welcome = staged.welcome.unwrap();
    for machine in std::iter::once(&mut ben).chain(&mut others) {
        machine.store.write(|tx| Group::join(tx, &welcome).map(drop)).unwrap();
    }
    for at in 0..others.len() {
        let staged = others[at].with(|group, identity| {
            let staged = group.refresh(identity)?;
            group.merge_pending()?;
            Ok(staged)
        });
        ada.open(&staged.commit);
        ben.open(&staged.commit);
        for (other, machine) in others.iter_mut().enumerate() {
            if other != at {
                machine.open(&staged.commit);
            }
        }
    }
    (ada, ben)
}

/// How long `work` takes.
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let value = work();
    (begun.elapsed(), value)
}

/// One commit on its way: made and saved, merged by its maker, opened and accepted by another member.
fn cycle(ada: &mut Machine, ben: &mut Machine, change: Change<'_>) -> [Duration; 3] {
    let (made, staged) = timed(|| ada.with(change));
    let (merged, ()) = timed(|| ada.with(|group, _| group.merge_pending()));
    let (received, ()) = timed(|| ben.open(&staged.commit));
    [made, merged, received]
}

type Change<'a> = &'a mut dyn FnMut(&mut Group<'_>, &Identity) -> Result<Staged, Error>;

fn changes(criterion: &mut Criterion) {
    let (mut ada, mut ben) = thirty();
    let mut bench = criterion.benchmark_group("thirty members, saved on the disk");
    bench.sample_size(20);
    let steps = ["made", "merged by its maker", "received"];
    for (step, name) in steps.into_iter().enumerate() {
        for adding in [true, false] {
            let change = if adding { "a member added" } else { "a member removed" };
            bench.bench_function(format!("{change}: commit {name}"), |bencher| {
                bencher.iter_custom(|count| {
                    let mut sum = Duration::ZERO;
                    for _ in 0..count {
                        let fresh = Machine::new(99).package();
                        let added = cycle(&mut ada, &mut ben, &mut |group, identity| {
                            group.add(identity, std::slice::from_ref(&fresh))
                        });
                        let removed =
                            cycle(&mut ada, &mut ben, &mut |group, identity| group.remove(identity, &[fresh.member]));
                        sum += if adding { added[step] } else { removed[step] };
                    }
                    sum
                });
            });
        }
    }
    bench.finish();
}

fn messages(criterion: &mut Criterion) {
    let (mut ada, mut ben) = thirty();
    let mut bench = criterion.benchmark_group("thirty members, a message of 300 bytes");
    bench.sample_size(50);
    bench.bench_function("sealed and saved on the disk", |bencher| {
        bencher.iter(|| ada.with(|group, identity| group.seal(identity, PAYLOAD)));
    });
    // Ben hears nothing of the above, which he must be able to bear.
    bench.bench_function("opened and saved on the disk", |bencher| {
        bencher.iter_custom(|count| {
            (0..count)
                .map(|_| {
                    let message = ada.with(|group, identity| group.seal(identity, PAYLOAD));
                    timed(|| ben.open(&message)).0
                })
                .sum()
        });
    });
    bench.throughput(Throughput::Elements(BATCH as u64));
    bench.bench_function("opened, a hundred in one transaction", |bencher| {
        bencher.iter_custom(|count| {
            (0..count)
                .map(|_| {
                    let batch: Vec<Vec<u8>> =
                        ada.with(|group, identity| (0..BATCH).map(|_| group.seal(identity, PAYLOAD)).collect());
                    timed(|| ben.with(|group, _| batch.iter().try_for_each(|message| open(group, message)))).0
                })
                .sum()
        });
    });
    bench.finish();
}

criterion_group!(benches, changes, messages);
criterion_main!(benches);
