//! Authenticated shares: every party's bits, with a MAC under each other party's global key.

use crate::bits::Bits;
use crate::block::{BLOCK_BYTES, Block, mask};
use crate::error::Error;
use crate::hash::{DIGEST_BYTES, oracle};
use crate::net::Net;
use zeroize::Zeroize;

/// This party's part of a row of shared bits: `x = ⊕ x_i`.
///
/// Party `j` holds `keys[i][t]`, party `i` holds `macs[j][t] = keys[i][t] ⊕ x_i · Δ_j`. The entry of this
/// party itself is empty.
#[derive(Default)]
pub(crate) struct Shares {
    pub(crate) bits: Bits,
    pub(crate) macs: Vec<Vec<Block>>,
    pub(crate) keys: Vec<Vec<Block>>,
}

impl Shares {
    /// No shares, with room for `capacity`.
    pub(crate) fn with_capacity(net: &Net, capacity: usize) -> Self {
        let lane = |peer| Vec::with_capacity(if peer == net.me() { 0 } else { capacity });
        Self {
            bits: Bits::default(),
            macs: (0..net.parties()).map(lane).collect(),
            keys: (0..net.parties()).map(lane).collect(),
        }
    }

    /// How many bits are shared.
    pub(crate) fn len(&self) -> usize {
        self.bits.len()
    }

    /// Appends the shares `from..to` of `other`.
    pub(crate) fn append(&mut self, other: &Self, from: usize, to: usize) {
        for index in from..to {
            self.bits.push(other.bits.bit(index));
        }
        let lanes = self.macs.iter_mut().zip(&other.macs).chain(self.keys.iter_mut().zip(&other.keys));
        for (lane, other) in lanes {
            if !other.is_empty() {
                lane.extend_from_slice(&other[from..to]);
            }
        }
    }

    /// Adds `bits[t] · other[t]` to every share `t`; `bits` are public.
    pub(crate) fn add_where(&mut self, bits: &Bits, other: &Self) {
        for index in 0..self.len() {
            self.bits.flip(index, bits.bit(index) & other.bits.bit(index));
        }
        let lanes = self.macs.iter_mut().zip(&other.macs).chain(self.keys.iter_mut().zip(&other.keys));
        for (lane, other) in lanes {
            for (index, (sum, block)) in lane.iter_mut().zip(other).enumerate() {
                *sum ^= block & mask(bits.bit(index));
            }
        }
    }

    /// What `peer` must see to accept this party's bits: the bits, and a digest of their MACs.
    pub(crate) fn opening(&self, net: &Net, step: u8, peer: usize) -> Vec<u8> {
        let mut message = self.bits.to_bytes();
        message.extend_from_slice(&digest(net, step, net.me(), peer, self.macs[peer].iter().copied()));
        message
    }

    /// The length of an opening of `count` bits.
    pub(crate) const fn opening_bytes(count: usize) -> usize {
        Bits::byte_len(count) + DIGEST_BYTES
    }

    /// Checks a peer's opening and adds its bits to `sum`.
    pub(crate) fn accept(
        &self,
        net: &Net,
        step: u8,
        peer: usize,
        delta: Block,
        opening: &[u8],
        sum: &mut Bits,
    ) -> Result<(), Error> {
        let (packed, claimed) = opening.split_at(opening.len() - DIGEST_BYTES);
        let bits = net.bits(peer, packed, self.len())?;
        let keys = self.keys[peer].iter().enumerate();
        let expected = keys.map(|(index, key)| key ^ (delta & mask(bits.bit(index))));
        if digest(net, step, peer, net.me(), expected) != claimed {
            return net.reject(vec![peer], "opened bits whose MACs do not fit");
        }
        for index in 0..self.len() {
            sum.flip(index, bits.bit(index));
        }
        Ok(())
    }

    /// Opens this row to all parties in one round; answers the sums of all parties' bits.
    pub(crate) fn open(&self, net: &mut Net, step: u8, delta: Block) -> Result<Bits, Error> {
        let length = Self::opening_bytes(self.len());
        let mut messages = vec![Vec::new(); net.parties()];
        for peer in net.peers() {
            messages[peer] = self.opening(net, step, peer);
        }
        let answers = net.exchange(step, |_| length, |peer| messages[peer].clone())?;
        let mut sum = self.bits.clone();
        for peer in net.peers() {
            self.accept(net, step, peer, delta, &answers[peer], &mut sum)?;
        }
        Ok(sum)
    }
}

impl Drop for Shares {
    fn drop(&mut self) {
        self.bits.zeroize();
        self.macs.zeroize();
        self.keys.zeroize();
    }
}

/// Over the MACs of the bits that `from` opens to `to` in this phase and step.
fn digest(net: &Net, step: u8, from: usize, to: usize, macs: impl Iterator<Item = Block>) -> [u8; DIGEST_BYTES] {
    let mut hasher = oracle(net.run_id(), "opening: MACs");
    hasher.update(&[net.phase() as u8, step, from as u8, to as u8]);
    let mut buffer = [0; 1024];
    let mut filled = 0;
    for mac in macs {
        buffer[filled..filled + BLOCK_BYTES].copy_from_slice(&mac.to_le_bytes());
        filled += BLOCK_BYTES;
        if filled == buffer.len() {
            hasher.update(&buffer);
            filled = 0;
        }
    }
    hasher.update(&buffer[..filled]);
    *hasher.finalize().as_bytes()
}
