//! Binds random ANDs to the gates of a circuit: every AND's inputs are opened under the ANDs' own masks
//! (Beaver 1991), which leaves a share of the masked product on each gate.

use super::wires::{Wires, place};
use super::{Party, walk_gates};
use crate::bits::Bits;
use crate::block::mask;
use crate::circuit::{Circuit, Gate, Shape};
use crate::error::Error;
use crate::hash::DIGEST_BYTES;
use crate::phase::Phase;
use crate::shares::Shares;
use crate::triples::Triples;

/// For each AND gate in order: the opened differences of its inputs' masks from the triple, and the share
/// `z ⊕ λ_out ⊕ d·y' ⊕ e·x' ⊕ d·e` from which each row of its table differs by the inputs' masks alone.
pub(super) struct MaskedGates {
    pub(super) left: Bits,
    pub(super) right: Bits,
    pub(super) base: Shares,
}

/// Counts through a circuit: where the next AND and each party's next input stand.
pub(super) struct Cursor {
    pub(super) and: usize,
    inputs: Vec<usize>,
    first_input: usize,
}

impl Cursor {
    pub(super) fn new(shape: &Shape, parties: usize) -> Self {
        Self { and: 0, inputs: vec![0; parties], first_input: shape.ands as usize }
    }

    /// The number of the party's next input, and the index of its mask.
    pub(super) fn input(&mut self, party: usize) -> (usize, usize) {
        let number = self.inputs[party];
        self.inputs[party] += 1;
        (number, self.first_input + number)
    }
}

/// Runs phase `masks`.
pub(super) fn bind(
    party: &mut Party,
    circuit: &dyn Circuit,
    shape: &Shape,
    mut triples: Triples,
    masks: &Shares,
) -> Result<MaskedGates, Error> {
    party.net.enter(Phase::Masks);
    if Shape::of(circuit) != *shape {
        return Err(Error::Misuse("the circuit does not have the shape it was preprocessed for".to_owned()));
    }
    let digests = party.net.exchange(1, |_| DIGEST_BYTES, |_| shape.digest.to_vec())?;
    if let Some(peer) = party.net.peers().find(|peer| digests[*peer] != shape.digest) {
        return party.net.reject(vec![peer], "another circuit than this party runs");
    }
    add_masks(party, circuit, shape, &mut triples, masks)?;
    let delta = *party.delta;
    let left = triples.x.open(&mut party.net, 2, delta)?;
    let right = triples.y.open(&mut party.net, 3, delta)?;

    let mut base = triples.z;
    let all = Bits::ones(base.len());
    base.add_where(&all, masks);
    base.add_where(&left, &triples.y);
    base.add_where(&right, &triples.x);
    let me = party.part.me;
    for index in 0..base.len() {
        // A public constant is added to the evaluator's bit; the others shift their key of it.
        let both = left.bit(index) & right.bit(index);
        if me == super::EVALUATOR {
            base.bits.flip(index, both);
        } else {
            base.keys[super::EVALUATOR][index] ^= delta & mask(both);
        }
    }
    Ok(MaskedGates { left, right, base })
}

/// Adds to each triple's `x` and `y` the masks on the wires into its gate.
fn add_masks(
    party: &Party,
    circuit: &dyn Circuit,
    shape: &Shape,
    triples: &mut Triples,
    masks: &Shares,
) -> Result<(), Error> {
    let (parties, me) = (party.part.parties, party.part.me);
    let mut wires = Wires::new(shape.slots, parties, me);
    let mut cursor = Cursor::new(shape, parties);
    let add = |shares: &mut Shares, index: usize, wires: &Wires, slot: u32| {
        shares.bits.flip(index, wires.bit(slot));
        let row = wires.row(slot);
        for peer in (0..parties).filter(|peer| *peer != me) {
            shares.macs[peer][index] ^= row[place(me, peer)];
            shares.keys[peer][index] ^= row[parties - 1 + place(me, peer)];
        }
    };
    walk_gates(circuit, |gates| {
        for gate in gates {
            match *gate {
                Gate::Input { party, out } => {
                    let owner = usize::from(party);
                    let (_, index) = cursor.input(owner);
                    wires.load_input(out, masks, index, owner);
                }
                Gate::And { a, b, out } => {
                    add(&mut triples.x, cursor.and, &wires, a);
                    add(&mut triples.y, cursor.and, &wires, b);
                    wires.load(out, masks, cursor.and);
                    cursor.and += 1;
                }
                _ => wires.follow(gate),
            }
        }
        Ok(())
    })
}
