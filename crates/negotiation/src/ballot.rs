//! What one side enters: its exact judgement of every package, its coins, and the seal over both.
use zeroize::{Zeroize, Zeroizing};

use crate::asked::Put;
use crate::circuit::Judgement;
use crate::error::{Error, Result};
use crate::number::approximate;
use crate::position::Position;

/// The input bits of one side, fixed by a seal before anybody meets.
pub struct Ballot {
    bits: Zeroizing<Vec<bool>>,
    seal: [u8; 32],
}

impl Ballot {
    /// Judges every package of the question by a position, and seals.
    ///
    /// `salt` and `coin_seed` are 32 random bytes each, private, and fresh for each question; the same of both give
    /// the same ballot again. Coins come from the seed and the question alone, not from the position.
    ///
    /// # Errors
    /// A position for another agenda.
    pub fn fill(put: &Put, position: &Position, salt: &[u8; 32], coin_seed: &[u8; 32]) -> Result<Self> {
        position.fits(&put.agenda)?;
        let mut judgements = Vec::with_capacity(put.outcomes);
        let mut scorer = position.scorer();
        put.walk(|step| {
            let verdict = scorer.step(&step);
            judgements.push(Judgement { acceptable: verdict.acceptable, gain: verdict.gain });
        })?;
        Self::fill_with(put, judgements, salt, coin_seed)
    }

    /// As [`Ballot::fill`], where somebody else judges: one judgement for each package, in the order of
    /// [`Put::walk`].
    ///
    /// # Errors
    /// More or fewer judgements than packages.
    pub fn fill_with(
        put: &Put,
        judgements: impl IntoIterator<Item = Judgement>,
        salt: &[u8; 32],
        coin_seed: &[u8; 32],
    ) -> Result<Self> {
        // One more than there may be is enough to see that there are too many.
        let judgements: Vec<Judgement> = judgements.into_iter().take(put.outcomes + 1).collect();
        if judgements.len() != put.outcomes {
            let (found, outcomes) = (judgements.len(), put.outcomes);
            return Err(Error::Question(format!("{found} judgements for the {outcomes} packages of the question")));
        }
        let coins = coins(coin_seed, &put.digest, put.sounding.coin_bits());
        let scale = approximate(put.agenda.scale());
        let bits = Zeroizing::new(put.sounding.encode(&judgements, scale, &coins));
        let seal = seal(salt, &bits);
        Ok(Self { bits, seal })
    }

    /// The side's input bits, in the order of the circuit.
    pub fn bits(&self) -> &[bool] {
        &self.bits
    }

    /// A salted hash of exactly these bits, coins included.
    pub fn seal(&self) -> [u8; 32] {
        self.seal
    }
}

impl std::fmt::Debug for Ballot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ballot(..)")
    }
}

/// `count` coins for one question: BLAKE3 as an expandable function, keyed by the seed.
fn coins(seed: &[u8; 32], question: &[u8; 32], count: usize) -> Zeroizing<Vec<bool>> {
    let key = Zeroizing::new(blake3::derive_key("backchannel coins of a ballot v1", seed));
    let mut hasher = blake3::Hasher::new_keyed(&key);
    hasher.update(question);
    let mut bytes = Zeroizing::new(vec![0; count.div_ceil(8)]);
    let mut stream = hasher.finalize_xof();
    stream.fill(&mut bytes);
    stream.zeroize();
    hasher.zeroize();
    Zeroizing::new((0..count).map(|at| bytes.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1)).collect())
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
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;
    use crate::asked::Asked;
    use crate::circuit::Rule;
    use crate::formats::Format;

    const AGENDA: &str = "name = \"Road\"\n[[issue]]\nname = \"toll\"\nchoices = [\"no\", \"low\", \"high\"]\n";

    fn put(rule: Rule, only: &[(&str, &str)]) -> Put {
        let owned = |(issue, choice): &(&str, &str)| ((*issue).to_owned(), (*choice).to_owned());
        let asked = Asked {
            agenda: AGENDA.to_owned(),
            format: Format::Own,
            sides: vec!["north".to_owned(), "south".to_owned()],
            packages: None,
            only: only.iter().map(owned).collect(),
            rule,
            quorum: None,
            vetoes: Vec::new(),
        };
        asked.put().unwrap()
    }

    const YES: Judgement = Judgement { acceptable: true, gain: 1.0 };
    const NO: Judgement = Judgement { acceptable: false, gain: 0.0 };

    fn fill(put: &Put, judgements: &[Judgement], salt: u8, seed: u8) -> Ballot {
        Ballot::fill_with(put, judgements.iter().copied(), &[salt; 32], &[seed; 32]).unwrap()
    }

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

    #[test]
    fn the_same_seed_and_question_give_the_same_coins_and_no_others_do() {
        let (question, other) = (put(Rule::Draw, &[]), put(Rule::Draw, &[("toll", "low")]));
        let coins = |put: &Put, judgement: Judgement, salt: u8, seed: u8| {
            let ballot = fill(put, &vec![judgement; put.outcomes], salt, seed);
            ballot.bits()[..40].to_vec()
        };
        let first = coins(&question, YES, 1, 2);
        assert_eq!(first, coins(&question, NO, 9, 2), "neither the position nor the salt moves a coin");
        assert_ne!(first, coins(&question, YES, 1, 3));
        assert_ne!(first, coins(&other, YES, 1, 2));
    }

    #[test]
    fn a_position_is_one_judge_and_there_may_be_another() {
        let put = put(Rule::Exists, &[]);
        let words = "kind = \"words\"\n[issue.toll]\nimportance = \"minor\"\n\
             words = { no = \"prefer\", low = \"welcome\", high = \"could not\" }\n";
        let position = Position::from_toml(&put.agenda, words, "north").unwrap();
        let own = Ballot::fill(&put, &position, &[1; 32], &[2; 32]).unwrap();
        assert_eq!(own.bits(), [true, true, false]);
        assert_eq!(own.seal(), fill(&put, &[YES, YES, NO], 1, 2).seal());
        let stricter = fill(&put, &[YES, NO, NO], 1, 2);
        assert_eq!(stricter.bits(), [true, false, false]);
        for judgements in [&[YES, NO][..], &[YES, NO, NO, NO]] {
            let refused = Ballot::fill_with(&put, judgements.iter().copied(), &[1; 32], &[2; 32]);
            assert!(refused.unwrap_err().to_string().contains("for the 3 packages"));
        }
    }
}
