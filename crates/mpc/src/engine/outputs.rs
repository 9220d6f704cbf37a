//! Opening the outputs: masked bits proved by their labels, then the masks with their MACs.

use super::Party;
use super::wires::{Wires, place};
use crate::bits::Bits;
use crate::block::Block;
use crate::channel::Stream;
use crate::error::Error;
use crate::hash::{DIGEST_BYTES, oracle};
use crate::shares::Shares;

/// The masked output bits and a digest of their labels.
pub(super) const fn announcement_bytes(count: usize) -> usize {
    Bits::byte_len(count) + DIGEST_BYTES
}

/// A digest of one garbler's labels on the output wires: only who evaluated knows them.
pub(super) struct LabelDigest(blake3::Hasher);

impl LabelDigest {
    pub(super) fn new(run_id: &[u8; 32], garbler: usize) -> Self {
        let mut hasher = oracle(run_id, "outputs: labels");
        hasher.update(&(garbler as u64).to_le_bytes());
        Self(hasher)
    }

    pub(super) fn add(&mut self, label: Block) {
        self.0.update(&label.to_le_bytes());
    }

    pub(super) fn finish(self) -> [u8; DIGEST_BYTES] {
        *self.0.finalize().as_bytes()
    }
}

/// Notes the share of an output wire's mask.
pub(super) fn push(outputs: &mut Shares, wires: &Wires, slot: u32, me: usize) {
    outputs.bits.push(wires.bit(slot));
    let row = wires.row(slot);
    let peers = outputs.macs.len() - 1;
    for peer in (0..=peers).filter(|peer| *peer != me) {
        outputs.macs[peer].push(row[place(me, peer)]);
        outputs.keys[peer].push(row[peers + place(me, peer)]);
    }
}

/// Opens the masks to all. The first reader waits for all others before it sends its own, so that nobody
/// else can learn the outputs and stop before it has given its own share to the first reader.
pub(super) fn open(party: &mut Party, masks: &Shares, masked: Bits) -> Result<Vec<bool>, Error> {
    let first = party.net.first_reader();
    let (me, delta) = (party.part.me, *party.delta);
    let length = Shares::opening_bytes(masks.len());
    let mut outputs = masked;
    let net = &mut party.net;
    net.tally.round();
    if me != first {
        for peer in net.peers() {
            let opening = masks.opening(net, 2, peer);
            net.send(peer, Stream::Rounds, 2, &opening)?;
        }
    }
    let order = net.peers().filter(|peer| *peer != first).chain(net.peers().filter(|peer| *peer == first));
    for peer in order {
        let opening = net.receive(peer, Stream::Rounds, 2, length)?;
        masks.accept(net, 2, peer, delta, &opening, &mut outputs)?;
    }
    if me == first {
        for peer in net.peers() {
            let opening = masks.opening(net, 2, peer);
            net.send(peer, Stream::Rounds, 2, &opening)?;
        }
    }
    for index in 0..outputs.len() {
        outputs.flip(index, masks.bits.bit(index));
    }
    Ok((0..outputs.len()).map(|index| outputs.bit(index)).collect())
}
