//! A run from the first message to the outputs: one type per state, each consumed by the next.
//!
//! [`connect`] → [`Connected::preprocess`] → [`Preprocessed::bind`] → [`Bound::evaluate`]. A state that fails
//! is gone, so no randomness is ever used twice.

mod evaluator;
mod garbler;
mod masks;
mod outputs;
mod wires;

use std::ops::ControlFlow;

use zeroize::Zeroizing;

use crate::bits::Bits;
use crate::block::Block;
use crate::channel::Channel;
use crate::circuit::{Circuit, Gate, Shape, walk};
use crate::error::Error;
use crate::keys;
use crate::net::Net;
use crate::ot::{self, PairSeeds, extension};
use crate::parameters::Parameters;
use crate::phase::Phase;
use crate::random::Entropy;
use crate::shares::Shares;
use crate::tally::Tally;
use crate::triples::{self, PairHashes, Triples};

/// The party that evaluates; all others garble.
pub const EVALUATOR: usize = 0;
/// Parties that one run may have.
pub const MOST_PARTIES: usize = 16;
/// AND gates that one run may have, and input bits of one party: what is opened at once fits one message.
pub const MOST_GATES: u64 = 1 << 24;

/// One party's part in a run. All parties of a run have the same, but for `me`.
#[derive(Clone, Copy, Debug)]
pub struct Participation {
    /// Names this run and no other: a hash over the question, the parties' keys and a fresh nonce.
    pub run_id: [u8; 32],
    /// How many parties, from 2 to [`MOST_PARTIES`].
    pub parties: usize,
    /// This party's index.
    pub me: usize,
    /// Security parameters.
    pub parameters: Parameters,
}

/// Everything a party holds through all states of a run.
struct Party {
    net: Net,
    part: Participation,
    delta: Zeroizing<Block>,
    entropy: Entropy,
}

impl Party {
    /// Runs one state; on an error tells the others why this party stops.
    fn attempt<T>(&mut self, state: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        let result = state(self);
        if let Err(error) = &result {
            self.net.abort(error);
        }
        result
    }
}

/// Base transfers are done; nothing about a circuit is fixed yet.
pub struct Connected {
    party: Party,
    seeds: Vec<Option<PairSeeds>>,
}

/// Meets all other parties (phase `setup`).
///
/// # Errors
/// [`Error::Misuse`] for a participation that cannot be; else as the run goes.
pub fn connect(channel: Box<dyn Channel>, part: Participation, entropy: Entropy) -> Result<Connected, Error> {
    if !(2..=MOST_PARTIES).contains(&part.parties) || part.me >= part.parties {
        return Err(Error::Misuse(format!(
            "party {} of {}: a run has 2 to {MOST_PARTIES} parties",
            part.me, part.parties
        )));
    }
    let net = Net::new(channel, part.parties, part.me, part.run_id);
    let mut party = Party { net, part, delta: Zeroizing::new(0), entropy };
    let (delta, seeds) = party.attempt(|party| ot::setup(&mut party.net, &mut party.entropy))?;
    party.delta = Zeroizing::new(delta);
    Ok(Connected { party, seeds })
}

impl Connected {
    /// Makes everything a circuit of this size needs, without knowing its gates or any input (phases `bits`,
    /// `keys`, `triples`, `buckets`).
    ///
    /// # Errors
    /// As the run goes.
    pub fn preprocess(mut self, shape: &Shape) -> Result<Preprocessed, Error> {
        let seeds = &mut self.seeds;
        let (triples, masks) = self.party.attempt(|party| {
            let (ands, inputs) = party.sizes(shape)?;
            if party.part.parties > 2 {
                // With only one other there is only one to use a key towards.
                let spent = party.random(seeds, party.part.parameters.key_checks())?;
                keys::check(&mut party.net, *party.delta, &spent, &mut party.entropy)?;
            }
            let triples = party.triples(seeds, ands)?;
            Ok((triples, party.random(seeds, ands + inputs)?))
        })?;
        Ok(Preprocessed { party: self.party, shape: shape.clone(), triples, masks })
    }
}

impl Party {
    /// ANDs, and the most input bits of one party, where a run can have so many.
    fn sizes(&self, shape: &Shape) -> Result<(usize, usize), Error> {
        if shape.inputs.len() > self.part.parties {
            return Err(Error::Misuse("the circuit has inputs of a party that takes no part".to_owned()));
        }
        let inputs = shape.inputs.iter().copied().max().unwrap_or(0);
        if shape.ands.max(inputs).max(shape.outputs) > MOST_GATES {
            return Err(Error::Misuse(format!(
                "the circuit has {} ANDs, {inputs} input bits of one party and {} outputs; a run has at most {MOST_GATES} of each",
                shape.ands, shape.outputs
            )));
        }
        Ok((shape.ands as usize, inputs as usize))
    }

    fn random(&mut self, seeds: &mut [Option<PairSeeds>], count: usize) -> Result<Shares, Error> {
        self.net.enter(Phase::Bits);
        extension::extend(&mut self.net, seeds, *self.delta, count, &mut self.entropy)
    }

    fn triples(&mut self, seeds: &mut [Option<PairSeeds>], ands: usize) -> Result<Triples, Error> {
        let mut all = Triples {
            x: Shares::with_capacity(&self.net, ands),
            y: Shares::with_capacity(&self.net, ands),
            z: Shares::with_capacity(&self.net, ands),
        };
        if ands == 0 {
            return Ok(all);
        }
        let hashes = PairHashes::new(&self.net);
        let plan = self.part.parameters.plan(ands as u64, self.part.parties);
        let leaky = (plan.triples * plan.bucket) as usize;
        for batch in 0..plan.batches {
            let random = self.random(seeds, 3 * leaky)?;
            let spent = batch * leaky as u64;
            let bucket = plan.bucket as usize;
            let made = triples::make(&mut self.net, &hashes, *self.delta, random, bucket, spent, &mut self.entropy)?;
            let wanted = (ands - all.x.len()).min(plan.triples as usize);
            all.x.append(&made.x, 0, wanted);
            all.y.append(&made.y, 0, wanted);
            all.z.append(&made.z, 0, wanted);
        }
        Ok(all)
    }
}

/// Enough authenticated ANDs and masks for a circuit of the shape asked for.
pub struct Preprocessed {
    party: Party,
    shape: Shape,
    triples: Triples,
    masks: Shares,
}

impl Preprocessed {
    /// Binds the preprocessing to the gates of one circuit (phase `masks`); still no input is needed.
    ///
    /// # Errors
    /// [`Error::Misuse`] when the circuit has another shape; else as the run goes.
    pub fn bind(mut self, circuit: &dyn Circuit) -> Result<Bound<'_>, Error> {
        let Self { shape, triples, masks, .. } = self;
        let gates = self.party.attempt(|party| masks::bind(party, circuit, &shape, triples, &masks))?;
        Ok(Bound { party: self.party, circuit, shape, gates, masks })
    }
}

/// Base transfers that a test spends on many runs.
#[cfg(test)]
pub(crate) struct Roots {
    delta: Block,
    seeds: Vec<Option<PairSeeds>>,
}

#[cfg(test)]
impl Roots {
    pub(crate) fn of(connected: Connected) -> Self {
        Self { delta: *connected.party.delta, seeds: connected.seeds }
    }

    /// A party of another run, far along every stream.
    pub(crate) fn start(
        &self,
        channel: Box<dyn Channel>,
        part: Participation,
        entropy: Entropy,
        run: u64,
    ) -> Connected {
        let net = Net::new(channel, part.parties, part.me, part.run_id);
        let mut seeds = self.seeds.clone();
        for pair in seeds.iter_mut().flatten() {
            let trees = pair.as_owner.leaves.iter_mut().chain(&mut pair.as_holder.leaves);
            trees.flatten().for_each(|leaf| leaf.jump(run));
        }
        Connected { party: Party { net, part, delta: Zeroizing::new(self.delta), entropy }, seeds }
    }
}

/// A party whose preprocessing a test dealt.
#[cfg(test)]
pub(crate) fn dealt(
    channel: Box<dyn Channel>,
    part: Participation,
    delta: Block,
    entropy: Entropy,
    shape: Shape,
    triples: Triples,
    masks: Shares,
) -> Preprocessed {
    let net = Net::new(channel, part.parties, part.me, part.run_id);
    Preprocessed { party: Party { net, part, delta: Zeroizing::new(delta), entropy }, shape, triples, masks }
}

/// Everything but the inputs is fixed.
pub struct Bound<'c> {
    party: Party,
    circuit: &'c dyn Circuit,
    shape: Shape,
    gates: masks::MaskedGates,
    masks: Shares,
}

impl Bound<'_> {
    /// Enters this party's input bits and opens the outputs to all (phases `inputs`, `tables`, `outputs`).
    ///
    /// # Errors
    /// [`Error::Misuse`] for a wrong number of input bits; else as the run goes.
    pub fn evaluate(self, inputs: &[bool]) -> Result<(Vec<bool>, Tally), Error> {
        let Self { mut party, circuit, shape, gates, masks } = self;
        let outputs = party.attempt(|party| {
            let expected = shape.inputs_of(party.part.me);
            if inputs.len() != expected {
                return Err(Error::Misuse(format!("{} input bits where the circuit takes {expected}", inputs.len())));
            }
            let masked = party.enter_inputs(&shape, &masks, inputs)?;
            let run = Run { circuit, shape: &shape, gates: &gates, masks: &masks, masked: &masked };
            if party.part.me == EVALUATOR { evaluator::evaluate(party, &run) } else { garbler::garble(party, &run) }
        })?;
        Ok((outputs, party.net.tally))
    }
}

/// What both roles read while they walk the circuit.
struct Run<'a> {
    circuit: &'a dyn Circuit,
    shape: &'a Shape,
    gates: &'a masks::MaskedGates,
    masks: &'a Shares,
    /// Each party's masked input bits.
    masked: &'a [Bits],
}

impl Party {
    /// Every party announces its inputs under its own masks; the echo makes them the same to all.
    fn enter_inputs(&mut self, shape: &Shape, masks: &Shares, inputs: &[bool]) -> Result<Vec<Bits>, Error> {
        self.net.enter(Phase::Inputs);
        let first = shape.ands as usize;
        let own: Bits = inputs.iter().enumerate().map(|(index, bit)| bit ^ masks.bits.bit(first + index)).collect();
        let length = |party: usize| Bits::byte_len(shape.inputs_of(party));
        let packed = self.net.broadcast_each(1, length, own.to_bytes())?;
        self.net.echo(2)?;
        let parties = packed.iter().enumerate();
        parties.map(|(party, bytes)| self.net.bits(party, bytes, shape.inputs_of(party))).collect()
    }
}

/// Walks a circuit with a visitor that may fail; the first error stops the walk.
fn walk_gates(circuit: &dyn Circuit, mut visit: impl FnMut(&[Gate]) -> Result<(), Error>) -> Result<(), Error> {
    let mut result = Ok(());
    walk(circuit, &mut |gates| {
        result = visit(gates);
        if result.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    result
}
