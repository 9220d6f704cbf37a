//! Small random circuits, and runs of them among threads.

use std::thread;

use super::network::Network;
use crate::circuit::{Builder, Circuit, Shape, Wire};
use crate::engine::Roots;
use crate::{Connected, Entropy, Error, Parameters, Participation, Tally, connect};

/// A random circuit in which each party has `width` input bits and the outputs depend on all.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) seed: u64,
    pub(crate) parties: usize,
    pub(crate) width: usize,
    pub(crate) gates: usize,
    pub(crate) outputs: usize,
}

/// A small generator for choices in tests (SplitMix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.roll() % bound as u64) as usize
    }
}

impl Circuit for Sample {
    fn build(&self, builder: &mut Builder<'_>) {
        let mut dice = Dice(self.seed);
        let mut wires: Vec<Wire> = Vec::new();
        for party in 0..self.parties {
            wires.extend(builder.inputs(party, self.width));
        }
        for _ in 0..self.gates {
            let (a, b) = (wires[dice.below(wires.len())], wires[dice.below(wires.len())]);
            let wire = match dice.below(6) {
                0..=2 => builder.and(a, b),
                3 => builder.xor(a, b),
                4 => builder.not(a),
                _ => builder.scope(|inner| {
                    let left = inner.or(a, b);
                    let right = inner.select(a, b, left);
                    vec![inner.xor(left, right)]
                })[0],
            };
            wires.push(wire);
        }
        for _ in 0..self.outputs {
            let wire = wires[wires.len() - 1 - dice.below(self.gates.min(wires.len()))];
            builder.output(wire);
        }
    }
}

/// What one party had at the end.
pub(crate) type Ending = Result<(Vec<bool>, Tally), Error>;

fn run_id(seed: u64) -> [u8; 32] {
    let mut id = [0x5a; 32];
    id[..8].copy_from_slice(&seed.to_le_bytes());
    id
}

fn entropy(seed: u64, me: usize) -> Entropy {
    Entropy::seeded((u128::from(seed) << 64) | me as u128)
}

/// Runs `circuit` with one thread for each party; `seed` makes all their coins.
pub(crate) fn run(
    network: &Network,
    circuit: &dyn Circuit,
    inputs: &[Vec<bool>],
    parameters: Parameters,
    seed: u64,
) -> Vec<Ending> {
    let parties = inputs.len();
    among(circuit, inputs, |me| {
        let part = Participation { run_id: run_id(seed), parties, me, parameters };
        connect(network.port(me), part, entropy(seed, me))
    })
}

/// As `run`, from base transfers made once for all runs among so many parties.
pub(crate) fn run_from(
    roots: &[Roots],
    network: &Network,
    circuit: &dyn Circuit,
    inputs: &[Vec<bool>],
    seed: u64,
) -> Vec<Ending> {
    let parties = inputs.len();
    among(circuit, inputs, |me| {
        let part = Participation { run_id: run_id(seed), parties, me, parameters: Parameters::STANDARD };
        Ok(roots[me].start(network.port(me), part, entropy(seed, me), seed))
    })
}

/// The base transfers of `parties` honest parties.
pub(crate) fn roots(parties: usize) -> Vec<Roots> {
    let network = Network::new(parties, Vec::new());
    thread::scope(|scope| {
        let party = |me: usize| {
            let port = network.port(me);
            let part = Participation { run_id: [0x5a; 32], parties, me, parameters: Parameters::STANDARD };
            scope.spawn(move || connect(port, part, entropy(0, me)).ok().map(Roots::of))
        };
        let threads: Vec<_> = (0..parties).map(party).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok().flatten()).collect()
    })
}

fn among(
    circuit: &dyn Circuit,
    inputs: &[Vec<bool>],
    start: impl Fn(usize) -> Result<Connected, Error> + Sync,
) -> Vec<Ending> {
    let shape = Shape::of(circuit);
    thread::scope(|scope| {
        let party = |me: usize| {
            let (start, shape, inputs) = (&start, &shape, &inputs[me]);
            scope.spawn(move || start(me)?.preprocess(shape)?.bind(circuit)?.evaluate(inputs))
        };
        let threads: Vec<_> = (0..inputs.len()).map(party).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| panic_found())).collect()
    })
}

fn panic_found() -> Ending {
    Err(Error::Misuse("a party panicked".to_owned()))
}
