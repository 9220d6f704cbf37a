//! Oblivious transfer: base transfers, the trees grown from them, and correlated transfers by the million.
//!
//! SoftSpokenOT (Roy, CRYPTO 2022) with [`TREE_DEPTH`] = 4: 32 trees of 16 leaves, 4 bytes a transfer.

pub(crate) mod base;
pub(crate) mod extension;
pub(crate) mod tree;

use std::collections::BTreeMap;

use crate::block::Block;
use crate::error::Error;
use crate::net::Net;
use crate::random::Entropy;

/// Bits of the global key that one tree carries (`k` in the paper).
pub(crate) const TREE_DEPTH: usize = 4;
/// Leaves of one tree.
pub(crate) const LEAVES: usize = 1 << TREE_DEPTH;
/// Trees of one ordered pair of parties: together they carry 128 bits.
pub(crate) const TREES: usize = 128 / TREE_DEPTH;

/// Both directions of correlated transfer with one peer.
#[cfg_attr(test, derive(Clone))]
pub(crate) struct PairSeeds {
    /// This party holds the bits, the peer its global key.
    pub(crate) as_owner: tree::FullTrees,
    /// This party holds its global key, the peer the bits.
    pub(crate) as_holder: tree::PuncturedTrees,
}

/// This party's part of the base transfers with one peer, in both directions.
struct Meeting {
    receiver: base::Receiver,
    sender: base::Sender,
    as_receiver: base::Pair,
    as_sender: base::Pair,
    /// The points of the receiver, then those of the sender.
    points: Vec<u8>,
}

impl Meeting {
    fn new(run_id: [u8; 32], me: usize, peer: usize, choices: Block, entropy: &mut Entropy) -> Self {
        let (receiver, sender) = (base::Receiver::new(entropy), base::Sender::new(entropy));
        let as_receiver = base::Pair { run_id, sender: peer, receiver: me };
        let as_sender = base::Pair { run_id, sender: me, receiver: peer };
        let mut points = receiver.points(&as_receiver, choices);
        points.extend_from_slice(sender.points());
        Self { receiver, sender, as_receiver, as_sender, points }
    }

    /// Both keys of each transfer this party sends, and the chosen key of each it receives; `None` when a
    /// point of the peer is not in the group.
    fn keys(&self, answer: &[u8], choices: Block) -> Option<(Vec<[Block; 2]>, Vec<Block>)> {
        let (of_receiver, of_sender) = answer.split_at(base::POINTS_BYTES);
        let own = self.points.get(..base::POINTS_BYTES)?;
        let both = self.sender.keys(&self.as_sender, of_receiver)?;
        Some((both, self.receiver.keys(&self.as_receiver, own, of_sender, choices)?))
    }
}

/// Runs the base transfers and grows the trees with every peer (docs/PROTOCOL.md, phase `setup`).
///
/// Answers this party's global key, the same towards all, and the seeds shared with each peer.
pub(crate) fn setup(net: &mut Net, entropy: &mut Entropy) -> Result<(Block, Vec<Option<PairSeeds>>), Error> {
    // Exactly one party's key has its lowest bit set, so that the sum of all keys has it too.
    let lowest = 1 << (TREE_DEPTH - 1);
    let choices = (entropy.block() & !lowest) | if net.me() == 0 { 0 } else { lowest };
    let (run_id, me) = (*net.run_id(), net.me());
    let meetings: BTreeMap<usize, Meeting> =
        net.peers().map(|peer| (peer, Meeting::new(run_id, me, peer, choices, entropy))).collect();
    let answers = net.exchange(1, |_| 2 * base::POINTS_BYTES, |peer| meetings[&peer].points.clone())?;

    let mut grown = BTreeMap::new();
    for (peer, meeting) in meetings {
        let Some((both, chosen)) = meeting.keys(&answers[peer], choices) else {
            return net.reject(vec![peer], "a point that is not in the group");
        };
        let pair = tree::Pair { run_id, owner: me, holder: peer };
        let (as_owner, message) = tree::FullTrees::grow(&pair, &both, entropy);
        grown.insert(peer, (as_owner, message, chosen));
    }

    let answers = net.exchange(2, |_| tree::MESSAGE_BYTES, |peer| grown[&peer].1.clone())?;
    let mut pairs: Vec<Option<PairSeeds>> = (0..net.parties()).map(|_| None).collect();
    for (peer, (as_owner, _, chosen)) in grown {
        let pair = tree::Pair { run_id, owner: peer, holder: me };
        match tree::PuncturedTrees::grow(&pair, &chosen, choices, &answers[peer]) {
            Some(as_holder) => pairs[peer] = Some(PairSeeds { as_owner, as_holder }),
            None => return net.reject(vec![peer], "a tree that does not fit its checksum"),
        }
    }
    Ok((tree::global_key(choices), pairs))
}
