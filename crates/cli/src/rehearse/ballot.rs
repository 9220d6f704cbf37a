//! What one side enters: its exact judgement of every package, its coins, and the seal over both.
use negotiation::Position;
use negotiation::circuit::Judgement;
use negotiation::number::approximate;
use zeroize::Zeroizing;

use super::asked::Put;

/// The input bits of one side, fixed by a seal before anybody meets.
pub(super) struct Ballot {
    /// In the order of the circuit.
    pub(super) bits: Zeroizing<Vec<bool>>,
    /// A salted hash of exactly these bits, coins included.
    pub(super) seal: [u8; 32],
}

impl Ballot {
    /// Judges every package of the question, draws the coins, and seals.
    pub(super) fn fill(put: &Put, position: &Position) -> anyhow::Result<Self> {
        let mut judgements = Vec::with_capacity(put.outcomes);
        let mut scorer = position.scorer();
        put.question.walk(put.question.indices(u64::MAX)?, |step| {
            let verdict = scorer.step(&step);
            judgements.push(Judgement { acceptable: verdict.acceptable, gain: verdict.gain });
        });
        let coins = coins(put.sounding.coin_bits())?;
        let scale = approximate(put.agenda.scale());
        let bits = Zeroizing::new(put.sounding.encode(&judgements, scale, &coins));
        let seal = seal(&random()?, &bits);
        Ok(Self { bits, seal })
    }
}

/// 32 bytes from the operating system.
pub(super) fn random() -> anyhow::Result<[u8; 32]> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

fn coins(count: usize) -> anyhow::Result<Zeroizing<Vec<bool>>> {
    let mut bytes = Zeroizing::new(vec![0u8; count]);
    getrandom::fill(&mut bytes)?;
    Ok(Zeroizing::new(bytes.iter().map(|byte| byte & 1 == 1).collect()))
}

fn seal(salt: &[u8; 32], bits: &[bool]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("backchannel seal of a position v1");
    hasher.update(salt);
    hasher.update(&(bits.len() as u64).to_le_bytes());
    for chunk in bits.chunks(8) {
        let byte = chunk.iter().rev().fold(0u8, |byte, bit| byte << 1 | u8::from(*bit));
        hasher.update(&[byte]);
    }
    *hasher.finalize().as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_depends_on_every_bit_on_their_number_and_on_the_salt() {
        let bits = vec![true, false, true, true, false, false, true, false, true];
        let sealed = seal(&[1; 32], &bits);
        assert_ne!(sealed, seal(&[2; 32], &bits));
        for at in 0..bits.len() {
            let mut other = bits.clone();
            other[at] ^= true;
            assert_ne!(sealed, seal(&[1; 32], &other), "bit {at}");
        }
        let mut longer = bits.clone();
        longer.push(false);
        assert_ne!(sealed, seal(&[1; 32], &longer));
    }
}
