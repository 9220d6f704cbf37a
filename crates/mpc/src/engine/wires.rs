//! Shares of the wire masks, slot by slot, and how a walk fills them.

use zeroize::Zeroize;

use crate::bits::Bits;
use crate::block::Block;
use crate::circuit::Gate;
use crate::shares::Shares;

/// One share per slot: a bit, and a row with the MAC under each peer's key, then the key of each peer's bit.
pub(super) struct Wires {
    bits: Bits,
    blocks: Vec<Block>,
    me: usize,
    peers: usize,
    stride: usize,
}

impl Drop for Wires {
    fn drop(&mut self) {
        self.bits.zeroize();
        self.blocks.zeroize();
    }
}

/// The place of `peer` among the parties other than `me`.
pub(super) fn place(me: usize, peer: usize) -> usize {
    if peer < me { peer } else { peer - 1 }
}

impl Wires {
    /// Zero shares.
    pub(super) fn new(slots: usize, parties: usize, me: usize) -> Self {
        let peers = parties - 1;
        Self { bits: Bits::zeros(slots), blocks: vec![0; slots * 2 * peers], me, peers, stride: 2 * peers }
    }

    /// Puts share `index` of a row on a wire.
    pub(super) fn load(&mut self, slot: u32, shares: &Shares, index: usize) {
        let (me, peers) = (self.me, self.peers);
        let row = self.set(slot, shares.bits.bit(index));
        for peer in (0..=peers).filter(|peer| *peer != me) {
            row[place(me, peer)] = shares.macs[peer][index];
            row[peers + place(me, peer)] = shares.keys[peer][index];
        }
    }

    /// Puts the mask of an input wire on it: the bit of `owner` alone, all others' being zero.
    pub(super) fn load_input(&mut self, slot: u32, masks: &Shares, index: usize, owner: usize) {
        let (me, peers) = (self.me, self.peers);
        let own = owner == me;
        let row = self.set(slot, own & masks.bits.bit(index));
        row.fill(0);
        if own {
            for peer in (0..=peers).filter(|peer| *peer != me) {
                row[place(me, peer)] = masks.macs[peer][index];
            }
        } else {
            row[peers + place(me, owner)] = masks.keys[owner][index];
        }
    }

    pub(super) fn bit(&self, slot: u32) -> bool {
        self.bits.bit(slot as usize)
    }

    pub(super) fn row(&self, slot: u32) -> &[Block] {
        &self.blocks[slot as usize * self.stride..][..self.stride]
    }

    /// Sets the bit and answers the row to fill.
    pub(super) fn set(&mut self, slot: u32, bit: bool) -> &mut [Block] {
        let changed = self.bits.bit(slot as usize) ^ bit;
        self.bits.flip(slot as usize, changed);
        &mut self.blocks[slot as usize * self.stride..][..self.stride]
    }

    /// Follows a gate that needs no interaction; the mask of a negated wire is the wire's own.
    pub(super) fn follow(&mut self, gate: &Gate) {
        match *gate {
            Gate::Zero { out } => self.set(out, false).fill(0),
            Gate::Copy { a, out } | Gate::Not { a, out } => {
                let bit = self.bit(a);
                self.set(out, bit);
                let (from, to) = (a as usize * self.stride, out as usize * self.stride);
                self.blocks.copy_within(from..from + self.stride, to);
            }
            Gate::Xor { a, b, out } => {
                let bit = self.bit(a) ^ self.bit(b);
                self.set(out, bit);
                let (a, b, out) = (a as usize * self.stride, b as usize * self.stride, out as usize * self.stride);
                for lane in 0..self.stride {
                    self.blocks[out + lane] = self.blocks[a + lane] ^ self.blocks[b + lane];
                }
            }
            Gate::Input { .. } | Gate::And { .. } | Gate::Output { .. } => {}
        }
    }
}
