//! The evaluator's part: opens one row of each table, checks its MAC, and carries labels and masked bits.

use super::garbler::{row_bytes, slice_bytes, table_bytes};
use super::masks::Cursor;
use super::outputs::{self, LabelDigest};
use super::wires::{Wires, place};
use super::{EVALUATOR, MOST_PARTIES, Party, Run, walk_gates};
use crate::bits::Bits;
use crate::block::{self, BLOCK_BYTES, Block, mask};
use crate::channel::Stream;
use crate::circuit::Gate;
use crate::error::Error;
use crate::hash::GateHash;
use crate::phase::Phase;
use crate::shares::Shares;

struct Evaluation<'a> {
    party: &'a mut Party,
    run: &'a Run<'a>,
    hashes: Vec<GateHash>,
    delta: Block,
    check: Block,
    wires: Wires,
    masked: Bits,
    /// The label of each garbler for the masked bit, slot by slot.
    labels: Vec<Block>,
    garblers: usize,
    cursor: Cursor,
    outputs: Shares,
    masked_outputs: Bits,
    digests: Vec<LabelDigest>,
}

/// Evaluates the whole circuit, announces the masked outputs, then opens the outputs.
pub(super) fn evaluate(party: &mut Party, run: &Run<'_>) -> Result<Vec<bool>, Error> {
    party.net.enter(Phase::Tables);
    let (parties, run_id) = (party.part.parties, *party.net.run_id());
    let garblers = parties - 1;
    let mut evaluation = Evaluation {
        hashes: (1..parties).map(|garbler| GateHash::new(&run_id, garbler)).collect(),
        delta: *party.delta,
        check: (Block::MAX >> (128 - party.part.parameters.mac_bits())) << 1,
        wires: Wires::new(run.shape.slots, parties, EVALUATOR),
        masked: Bits::zeros(run.shape.slots),
        labels: vec![0; run.shape.slots * garblers],
        garblers,
        cursor: Cursor::new(run.shape, parties),
        outputs: Shares::with_capacity(&party.net, run.shape.outputs as usize),
        masked_outputs: Bits::default(),
        digests: (1..parties).map(|garbler| LabelDigest::new(&run_id, garbler)).collect(),
        party,
        run,
    };
    walk_gates(run.circuit, |gates| evaluation.slice(gates))?;
    let Evaluation { outputs, masked_outputs, digests, .. } = evaluation;

    party.net.tally.round();
    party.net.enter(Phase::Outputs);
    for (digest, garbler) in digests.into_iter().zip(1..) {
        let mut message = masked_outputs.to_bytes();
        message.extend_from_slice(&digest.finish());
        party.net.send(garbler, Stream::Rounds, 1, &message)?;
    }
    outputs::open(party, &outputs, masked_outputs)
}

impl Evaluation<'_> {
    fn slice(&mut self, gates: &[Gate]) -> Result<(), Error> {
        let parties = self.party.part.parties;
        let length = slice_bytes(gates, parties);
        let mut tables = vec![Vec::new(); parties];
        if length > 0 {
            for (garbler, table) in tables.iter_mut().enumerate().skip(1) {
                *table = self.party.net.receive(garbler, Stream::Tables, 0, length)?;
            }
        }
        let mut read = 0;
        for gate in gates {
            match *gate {
                Gate::Input { party, out } => {
                    self.input(usize::from(party), out, &tables, read);
                    read += BLOCK_BYTES;
                }
                Gate::And { a, b, out } => {
                    self.and(a, b, out, &tables, read)?;
                    read += table_bytes(parties);
                }
                Gate::Output { a } => {
                    outputs::push(&mut self.outputs, &self.wires, a, EVALUATOR);
                    self.masked_outputs.push(self.masked.bit(a as usize));
                    let labels = &self.labels[a as usize * self.garblers..];
                    self.digests.iter_mut().zip(labels).for_each(|(digest, label)| digest.add(*label));
                }
                _ => self.free(gate),
            }
        }
        Ok(())
    }

    fn set_masked(&mut self, slot: u32, bit: bool) {
        let changed = self.masked.bit(slot as usize) ^ bit;
        self.masked.flip(slot as usize, changed);
    }

    fn free(&mut self, gate: &Gate) {
        self.wires.follow(gate);
        let stride = self.garblers;
        match *gate {
            Gate::Zero { out } => {
                self.set_masked(out, false);
                self.labels[out as usize * stride..][..stride].fill(0);
            }
            Gate::Copy { a, out } | Gate::Not { a, out } => {
                let flip = matches!(gate, Gate::Not { .. });
                self.set_masked(out, self.masked.bit(a as usize) ^ flip);
                let from = a as usize * stride;
                self.labels.copy_within(from..from + stride, out as usize * stride);
            }
            Gate::Xor { a, b, out } => {
                self.set_masked(out, self.masked.bit(a as usize) ^ self.masked.bit(b as usize));
                for lane in 0..stride {
                    self.labels[out as usize * stride + lane] =
                        self.labels[a as usize * stride + lane] ^ self.labels[b as usize * stride + lane];
                }
            }
            Gate::Input { .. } | Gate::And { .. } | Gate::Output { .. } => {}
        }
    }

    fn input(&mut self, owner: usize, out: u32, tables: &[Vec<u8>], read: usize) {
        let (number, index) = self.cursor.input(owner);
        self.wires.load_input(out, self.run.masks, index, owner);
        self.set_masked(out, self.run.masked[owner].bit(number));
        let labels = &mut self.labels[out as usize * self.garblers..];
        for (label, table) in labels.iter_mut().zip(&tables[1..]) {
            *label = block::iter(&table[read..][..BLOCK_BYTES]).next().unwrap_or(0);
        }
    }

    fn and(&mut self, a: u32, b: u32, out: u32, tables: &[Vec<u8>], read: usize) -> Result<(), Error> {
        let index = self.cursor.and;
        self.cursor.and += 1;
        let (garblers, gates) = (self.garblers, self.run.gates);
        let (u, v) = (self.masked.bit(a as usize), self.masked.bit(b as usize));
        let with_right = mask(u ^ gates.left.bit(index));
        let with_left = mask(v ^ gates.right.bit(index));
        let (left, right) = (self.wires.row(a), self.wires.row(b));
        let at = |lane: usize, base: Block| base ^ (right[lane] & with_right) ^ (left[lane] & with_left);
        let mut bit = gates.base.bits.bit(index)
            ^ (self.wires.bit(b) & (with_right & 1 == 1))
            ^ (self.wires.bit(a) & (with_left & 1 == 1))
            ^ (u & v);
        // What each garbler's label still lacks: the MACs of all bits under its key, ours first.
        let mut labels = [0; MOST_PARTIES];
        for garbler in 1..=garblers {
            labels[garbler - 1] ^= at(place(EVALUATOR, garbler), gates.base.macs[garbler][index]);
        }
        let row_at = read + (2 * usize::from(u) + usize::from(v)) * row_bytes(garblers + 1);
        let mut pad = [0; MOST_PARTIES];
        for garbler in 1..=garblers {
            let row = &tables[garbler][row_at..][..row_bytes(garblers + 1)];
            let key = self.hashes[garbler - 1].gate(index as u64);
            let (left_label, right_label) =
                (self.labels[a as usize * garblers + garbler - 1], self.labels[b as usize * garblers + garbler - 1]);
            key.pad(left_label, right_label, &mut pad[..=garblers]);
            let mut blocks = block::iter(row).zip(&pad).map(|(block, pad)| block ^ pad);
            labels[garbler - 1] ^= blocks.next().unwrap_or(0);
            for other in (1..=garblers).filter(|other| *other != garbler) {
                labels[other - 1] ^= blocks.next().unwrap_or(0);
            }
            let mut half = [0; BLOCK_BYTES];
            half[..BLOCK_BYTES / 2].copy_from_slice(&row[row.len() - BLOCK_BYTES / 2..]);
            let opened = Block::from_le_bytes(half) ^ (pad[garblers] & Block::from(u64::MAX));
            let row_bit = opened & 1 == 1;
            let key = at(garblers + place(EVALUATOR, garbler), gates.base.keys[garbler][index]);
            if (opened ^ key ^ (self.delta & mask(row_bit))) & self.check != 0 {
                return self.party.net.reject_derived(garbler, "a row of a table whose MAC does not fit");
            }
            bit ^= row_bit;
        }
        self.labels[out as usize * garblers..][..garblers].copy_from_slice(&labels[..garblers]);
        self.set_masked(out, bit);
        self.wires.load(out, self.run.masks, index);
        Ok(())
    }
}
