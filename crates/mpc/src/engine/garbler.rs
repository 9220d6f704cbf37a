//! The garblers' part: labels and authenticated tables (Wang–Ranellucci–Katz 2017b, the protocol from
//! authenticated shares), streamed to the evaluator as they are made.

use zeroize::Zeroizing;

use super::masks::Cursor;
use super::outputs::{self, LabelDigest};
use super::wires::{Wires, place};
use super::{EVALUATOR, Party, Run, walk_gates};
use crate::bits::Bits;
use crate::block::{BLOCK_BYTES, Block, mask};
use crate::channel::Stream;
use crate::circuit::Gate;
use crate::error::Error;
use crate::hash::GateHash;
use crate::phase::Phase;
use crate::shares::Shares;

/// Bytes of one row of a table: the label, a MAC for each other garbler, and half a block of the MAC for
/// the evaluator, whose lowest bit (every key's is public) gives way to the row's bit.
pub(super) const fn row_bytes(parties: usize) -> usize {
    BLOCK_BYTES * (parties - 1) + BLOCK_BYTES / 2
}

/// Bytes of one AND gate's table: four rows, for the masked inputs 00, 01, 10 and 11.
pub(super) const fn table_bytes(parties: usize) -> usize {
    4 * row_bytes(parties)
}

/// Bytes that one slice of gates puts on the table stream.
pub(super) fn slice_bytes(gates: &[Gate], parties: usize) -> usize {
    let bytes = |gate: &Gate| match gate {
        Gate::Input { .. } => BLOCK_BYTES,
        Gate::And { .. } => table_bytes(parties),
        _ => 0,
    };
    gates.iter().map(bytes).sum()
}

struct Garbling<'a> {
    party: &'a mut Party,
    run: &'a Run<'a>,
    hash: GateHash,
    delta: Block,
    wires: Wires,
    labels: Zeroizing<Vec<Block>>,
    cursor: Cursor,
    outputs: Shares,
    output_labels: Vec<Block>,
}

/// Garbles the whole circuit, then opens the outputs.
pub(super) fn garble(party: &mut Party, run: &Run<'_>) -> Result<Vec<bool>, Error> {
    party.net.enter(Phase::Tables);
    let (parties, me, delta) = (party.part.parties, party.part.me, *party.delta);
    let mut garbling = Garbling {
        hash: GateHash::new(party.net.run_id(), me),
        delta,
        wires: Wires::new(run.shape.slots, parties, me),
        labels: Zeroizing::new(vec![0; run.shape.slots]),
        cursor: Cursor::new(run.shape, parties),
        outputs: Shares::with_capacity(&party.net, run.shape.outputs as usize),
        output_labels: Vec::with_capacity(run.shape.outputs as usize),
        party,
        run,
    };
    walk_gates(run.circuit, |gates| garbling.slice(gates))?;
    let Garbling { outputs, output_labels, .. } = garbling;

    party.net.tally.round();
    party.net.enter(Phase::Outputs);
    let count = outputs.len();
    let message = party.net.receive(EVALUATOR, Stream::Rounds, 1, outputs::announcement_bytes(count))?;
    let (packed, claimed) = message.split_at(Bits::byte_len(count));
    let masked = party.net.bits(EVALUATOR, packed, count)?;
    let mut digest = LabelDigest::new(party.net.run_id(), me);
    for (index, label) in output_labels.iter().enumerate() {
        digest.add(label ^ (delta & mask(masked.bit(index))));
    }
    if digest.finish() != claimed {
        return party.net.reject_derived(EVALUATOR, "masked outputs whose labels do not fit");
    }
    outputs::open(party, &outputs, masked)
}

impl Garbling<'_> {
    fn slice(&mut self, gates: &[Gate]) -> Result<(), Error> {
        let mut message = Vec::with_capacity(slice_bytes(gates, self.party.part.parties));
        for gate in gates {
            match *gate {
                Gate::Input { party, out } => self.input(usize::from(party), out, &mut message),
                Gate::And { a, b, out } => self.and(a, b, out, &mut message),
                Gate::Output { a } => {
                    outputs::push(&mut self.outputs, &self.wires, a, self.party.part.me);
                    self.output_labels.push(self.labels[a as usize]);
                }
                _ => self.free(gate),
            }
        }
        if message.is_empty() {
            return Ok(());
        }
        self.party.net.send(EVALUATOR, Stream::Tables, 0, &message)
    }

    fn free(&mut self, gate: &Gate) {
        self.wires.follow(gate);
        match *gate {
            Gate::Zero { out } => self.labels[out as usize] = 0,
            Gate::Copy { a, out } => self.labels[out as usize] = self.labels[a as usize],
            // The masked bit flips and the label of it stays.
            Gate::Not { a, out } => self.labels[out as usize] = self.labels[a as usize] ^ self.delta,
            Gate::Xor { a, b, out } => {
                self.labels[out as usize] = self.labels[a as usize] ^ self.labels[b as usize];
            }
            Gate::Input { .. } | Gate::And { .. } | Gate::Output { .. } => {}
        }
    }

    fn input(&mut self, owner: usize, out: u32, message: &mut Vec<u8>) {
        let (number, index) = self.cursor.input(owner);
        self.wires.load_input(out, self.run.masks, index, owner);
        let label = self.party.entropy.block();
        self.labels[out as usize] = label;
        let masked = self.run.masked[owner].bit(number);
        message.extend_from_slice(&(label ^ (self.delta & mask(masked))).to_le_bytes());
    }

    fn and(&mut self, a: u32, b: u32, out: u32, message: &mut Vec<u8>) {
        let index = self.cursor.and;
        self.cursor.and += 1;
        let (parties, me, delta) = (self.party.part.parties, self.party.part.me, self.delta);
        let (peers, gates) = (parties - 1, self.run.gates);
        let label = self.party.entropy.block();
        let key = self.hash.gate(index as u64);
        let (left, right) = (self.wires.row(a), self.wires.row(b));
        let (left_bit, right_bit) = (self.wires.bit(a), self.wires.bit(b));
        let mut row = [0; super::MOST_PARTIES];
        let mut pad = [0; super::MOST_PARTIES];
        for (u, v) in [(false, false), (false, true), (true, false), (true, true)] {
            // r_uv = base ⊕ (u ⊕ d)·λ_b ⊕ (v ⊕ e)·λ_a ⊕ u·v
            let with_right = mask(u ^ gates.left.bit(index));
            let with_left = mask(v ^ gates.right.bit(index));
            let bit =
                gates.base.bits.bit(index) ^ (right_bit & (with_right & 1 == 1)) ^ (left_bit & (with_left & 1 == 1));
            let at = |lane: usize, base: Block| base ^ (right[lane] & with_right) ^ (left[lane] & with_left);
            row[0] = label ^ (delta & (mask(bit) ^ mask(u & v)));
            let mut next = 1;
            let mut evaluator_mac = 0;
            for peer in (0..parties).filter(|peer| *peer != me) {
                let lane = place(me, peer);
                row[0] ^= at(peers + lane, gates.base.keys[peer][index]);
                let mac = at(lane, gates.base.macs[peer][index]);
                if peer == EVALUATOR {
                    evaluator_mac = mac;
                } else {
                    row[next] = mac;
                    next += 1;
                }
            }
            row[next] = (evaluator_mac & !1) | Block::from(bit);
            let left_label = self.labels[a as usize] ^ (delta & mask(u));
            let right_label = self.labels[b as usize] ^ (delta & mask(v));
            key.pad(left_label, right_label, &mut pad[..=next]);
            for (block, pad) in row[..next].iter().zip(&pad) {
                message.extend_from_slice(&(block ^ pad).to_le_bytes());
            }
            message.extend_from_slice(&(row[next] ^ pad[next]).to_le_bytes()[..BLOCK_BYTES / 2]);
        }
        self.labels[out as usize] = label;
        self.wires.load(out, self.run.masks, index);
    }
}
