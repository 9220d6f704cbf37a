//! Checks that every party uses one global key towards all others (needed from three parties on;
//! Wang–Ranellucci–Katz 2017b, the check inside authenticated shares).

use crate::block::{self, BLOCK_BYTES, Block, mask};
use crate::error::Error;
use crate::hash::{DIGEST_BYTES, oracle};
use crate::net::Net;
use crate::phase::Phase;
use crate::random::Entropy;
use crate::shares::Shares;

/// Spends the random shares of `spent` on the check: a key that differs between two honest parties passes
/// each of them with probability one half.
pub(crate) fn check(net: &mut Net, delta: Block, spent: &Shares, entropy: &mut Entropy) -> Result<(), Error> {
    net.enter(Phase::Keys);
    let (count, parties, me) = (spent.len(), net.parties(), net.me());

    // The sums of keys for both values of the sum of the others' bits, committed to one by one.
    let sums: Vec<[Block; 2]> = (0..count)
        .map(|index| {
            let sum = net.peers().fold(0, |sum, peer| sum ^ spent.keys[peer][index]);
            [sum, sum ^ delta]
        })
        .collect();
    let nonces: Vec<[[u8; 32]; 2]> = (0..count).map(|_| [entropy.bytes(), entropy.bytes()]).collect();
    let run_id = *net.run_id();
    let commitment = |party: usize, index: usize, side: usize, sum: Block, nonce: &[u8]| {
        let mut hasher = oracle(&run_id, "keys: commitment");
        for number in [party as u64, index as u64, side as u64] {
            hasher.update(&number.to_le_bytes());
        }
        hasher.update(&sum.to_le_bytes());
        hasher.update(nonce);
        *hasher.finalize().as_bytes()
    };
    let mut own = Vec::with_capacity(count * 2 * DIGEST_BYTES);
    for (index, (sums, nonces)) in sums.iter().zip(&nonces).enumerate() {
        for side in 0..2 {
            own.extend_from_slice(&commitment(me, index, side, sums[side], &nonces[side]));
        }
    }
    let commitments = net.broadcast(1, own)?;

    // Bits and MACs of all, revealed together.
    let mut revealed = spent.bits.to_bytes();
    for macs in &spent.macs {
        let absent = vec![0; count];
        block::put(if macs.is_empty() { &absent } else { macs }, &mut revealed);
    }
    let revealed = net.reveal(2, &revealed, entropy.bytes())?;
    let packed = count.div_ceil(8);
    let mut bits = Vec::with_capacity(parties);
    let mut macs = Vec::with_capacity(parties);
    for (party, message) in revealed.iter().enumerate() {
        let (bytes, blocks) = message.split_at(packed);
        bits.push(net.bits(party, bytes, count)?);
        macs.push(block::iter(blocks).collect::<Vec<_>>());
    }

    // A bit that is not the one authenticated would select the sum that gives this party's key away.
    for peer in net.peers() {
        let wrong = (0..count).fold(0, |wrong, index| {
            let expected = spent.keys[peer][index] ^ (delta & mask(bits[peer].bit(index)));
            wrong | (macs[peer][me * count + index] ^ expected)
        });
        if wrong != 0 {
            return net.reject(vec![peer], "a revealed bit whose MAC does not fit");
        }
    }

    // Each opens the commitment that the others' bits select.
    let side_of = |holder: usize, index: usize| {
        (0..parties).filter(|party| *party != holder).fold(false, |sum, party| sum ^ bits[party].bit(index))
    };
    let mut opening = Vec::with_capacity(count * (BLOCK_BYTES + 32));
    for (index, (sums, nonces)) in sums.iter().zip(&nonces).enumerate() {
        let selected = mask(side_of(me, index));
        block::put(&[sums[0] ^ ((sums[0] ^ sums[1]) & selected)], &mut opening);
        opening.extend_from_slice(&nonces[usize::from(side_of(me, index))]);
    }
    let openings = net.broadcast(4, opening)?;
    for holder in net.peers() {
        for (index, part) in openings[holder].chunks(BLOCK_BYTES + 32).enumerate() {
            let (sum, nonce) = part.split_at(BLOCK_BYTES);
            let sum = block::iter(sum).next().unwrap_or(0);
            let side = usize::from(side_of(holder, index));
            let expected = commitment(holder, index, side, sum, nonce);
            if commitments[holder][(2 * index + side) * DIGEST_BYTES..][..DIGEST_BYTES] != expected {
                return net.reject(vec![holder], "a sum of keys that does not open its commitment");
            }
            let macs = (0..parties)
                .filter(|party| *party != holder)
                .fold(0, |sum, party| sum ^ macs[party][holder * count + index]);
            if macs != sum {
                return net.reject_someone("a global key that differs between parties, or a false MAC");
            }
        }
    }
    Ok(())
}
