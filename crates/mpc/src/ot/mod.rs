//! Oblivious transfer: base transfers, the trees grown from them, and correlated transfers by the million.
//!
//! SoftSpokenOT (Roy, CRYPTO 2022) with [`TREE_DEPTH`] = 4: 32 trees of 16 leaves, 4 bytes a transfer.

pub(crate) mod base;
pub(crate) mod extension;
pub(crate) mod tree;

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
pub(crate) struct PairSeeds {
    /// This party holds the bits, the peer its global key.
    pub(crate) as_owner: tree::FullTrees,
    /// This party holds its global key, the peer the bits.
    pub(crate) as_holder: tree::PuncturedTrees,
}

/// Runs the base transfers and grows the trees with every peer (docs/PROTOCOL.md, phase `setup`).
///
/// Answers this party's global key, the same towards all, and the seeds shared with each peer.
pub(crate) fn setup(net: &mut Net, entropy: &mut Entropy) -> Result<(Block, Vec<Option<PairSeeds>>), Error> {
    // Exactly one party's key has its lowest bit set, so that the sum of all keys has it too.
    let lowest = 1 << (TREE_DEPTH - 1);
    let choices = (entropy.block() & !lowest) | if net.me() == 0 { 0 } else { lowest };
    let parties = net.parties();
    let mut receivers = Vec::with_capacity(parties);
    let mut senders = Vec::with_capacity(parties);
    for _ in 0..parties {
        receivers.push(base::Receiver::new(entropy));
        senders.push(base::Sender::new(entropy));
    }
    let session = *net.session();
    let me = net.me();
    let points: Vec<Vec<u8>> = (0..parties)
        .map(|peer| {
            let mut message = receivers[peer].points(
                &base::Pair {
                    session,
                    sender: peer,
                    receiver: me,
                },
                choices,
            );
            message.extend(senders[peer].points());
            message
        })
        .collect();
    let answers = net.exchange(1, |_| 2 * base::POINTS_BYTES, |peer| points[peer].clone())?;

    let mut full = Vec::with_capacity(parties);
    let mut chosen = Vec::with_capacity(parties);
    for peer in 0..parties {
        if peer == me {
            full.push(None);
            chosen.push(None);
            continue;
        }
        let (theirs_as_receiver, theirs_as_sender) = answers[peer].split_at(base::POINTS_BYTES);
        let as_sender = base::Pair {
            session,
            sender: me,
            receiver: peer,
        };
        let as_receiver = base::Pair {
            session,
            sender: peer,
            receiver: me,
        };
        let Some(keys) = senders[peer].keys(&as_sender, theirs_as_receiver) else {
            return net.reject(vec![peer], "a point that is not in the group");
        };
        let own = &points[peer][..base::POINTS_BYTES];
        let Some(chosen_keys) = receivers[peer].keys(&as_receiver, own, theirs_as_sender, choices) else {
            return net.reject(vec![peer], "a point that is not in the group");
        };
        let pair = tree::Pair {
            session,
            owner: me,
            holder: peer,
        };
        full.push(Some(tree::FullTrees::grow(&pair, &keys, entropy)));
        chosen.push(Some(chosen_keys));
    }

    let messages: Vec<Vec<u8>> = full
        .iter()
        .map(|grown| grown.as_ref().map_or(Vec::new(), |(_, m)| m.clone()))
        .collect();
    let answers = net.exchange(2, |_| tree::MESSAGE_BYTES, |peer| messages[peer].clone())?;
    let mut pairs = Vec::with_capacity(parties);
    for (peer, (grown, keys)) in full.into_iter().zip(chosen).enumerate() {
        let (Some((as_owner, _)), Some(keys)) = (grown, keys) else {
            pairs.push(None);
            continue;
        };
        let pair = tree::Pair {
            session,
            owner: peer,
            holder: me,
        };
        match tree::PuncturedTrees::grow(&pair, &keys, choices, &answers[peer]) {
            Some(as_holder) => pairs.push(Some(PairSeeds { as_owner, as_holder })),
            None => return net.reject(vec![peer], "a tree that does not fit its checksum"),
        }
    }
    Ok((tree::global_key(choices), pairs))
}
