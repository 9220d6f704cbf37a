//! Receipts: equal at all who took part, confirmed between each pair by a code that both could have made, so that it
//! convinces the two of them and nobody else.
//!
//! Over the run's links, once the answer is open: each party sends each other 32 secret bytes for the two of them and
//! 32 for all; the receipt is a hash over those for all, the run and the answer. Then each sends each other a code
//! over the receipt, under a key from the secrets of the two.

use link::{Links, Port};
use mpc::channel::{Channel, ChannelError, Stream};
use negotiation::circuit::Answer;
use std::sync::Arc;

use crate::error::{Error, Result};

const BYTES: usize = 32;

/// A receipt, and the parties that confirmed it.
pub(super) struct Receipt {
    /// In hexadecimal digits.
    pub(super) text: String,
    /// By party: whether it confirmed; true for this one.
    pub(super) confirmed: Vec<bool>,
}

/// Makes a receipt with whoever is still there.
pub(super) fn exchange(
    links: &Arc<Links>,
    run_id: &[u8; 32],
    parties: usize,
    me: usize,
    answer: Answer,
) -> Result<Receipt> {
    let mut port = Port::new(links.clone());
    let own: [u8; BYTES] = crate::random()?;
    let mut shared = vec![Some(own); parties];
    let mut pairs = vec![None; parties];
    for peer in others(parties, me) {
        let secret: [u8; BYTES] = crate::random()?;
        if port.send(peer, Stream::Rounds, [secret, own].concat()).is_ok() {
            pairs[peer] = Some(secret);
        }
    }
    let mut keys = vec![None; parties];
    for peer in others(parties, me) {
        let message = receive::<{ 2 * BYTES }>(&mut port, peer);
        shared[peer] = message.as_ref().and_then(|message| message.last_chunk::<BYTES>().copied());
        let theirs = message.as_ref().and_then(|message| message.first_chunk::<BYTES>().copied());
        if let (Some(mine), Some(theirs)) = (pairs[peer], theirs) {
            let (first, second) = if me < peer { (mine, theirs) } else { (theirs, mine) };
            let context = "backchannel receipt between two v1";
            keys[peer] = Some(blake3::derive_key(context, &[first, second].concat()));
        }
    }
    let receipt = receipt(run_id, &shared, answer)?;
    for peer in others(parties, me) {
        if let Some(key) = &keys[peer] {
            // Who is gone confirms nothing.
            let _ = port.send(peer, Stream::Rounds, code(key, me, &receipt).as_bytes().to_vec());
        }
    }
    let confirmed = (0..parties).map(|peer| {
        let mut heard = || receive::<BYTES>(&mut port, peer);
        peer == me
            || keys[peer].as_ref().is_some_and(|key| {
                heard().is_some_and(|heard| blake3::Hash::from_bytes(heard) == code(key, peer, &receipt))
            })
    });
    let confirmed = confirmed.collect::<Vec<bool>>();
    Ok(Receipt { text: dialogue::id::hex(receipt.get(..16).unwrap_or_default()), confirmed })
}

fn others(parties: usize, me: usize) -> impl Iterator<Item = usize> {
    (0..parties).filter(move |party| *party != me)
}

fn receive<const N: usize>(port: &mut Port, peer: usize) -> Option<[u8; N]> {
    let received: std::result::Result<Vec<u8>, ChannelError> = port.receive(peer, Stream::Rounds);
    received.ok()?.try_into().ok()
}

fn receipt(run_id: &[u8; 32], shared: &[Option<[u8; BYTES]>], answer: Answer) -> Result<[u8; 32]> {
    let mut hasher = blake3::Hasher::new_derive_key("backchannel receipt v1");
    hasher.update(run_id);
    for part in shared {
        hasher.update(&part.unwrap_or_default());
    }
    hasher.update(&serde_json::to_vec(&answer).map_err(Error::from)?);
    Ok(*hasher.finalize().as_bytes())
}

/// Compared in constant time: `blake3::Hash` does.
fn code(key: &[u8; 32], from: usize, receipt: &[u8; 32]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new_keyed(key);
    hasher.update(&(from as u64).to_le_bytes());
    hasher.update(receipt);
    hasher.finalize()
}
