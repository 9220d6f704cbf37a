//! Words to be compared aloud: two members whose machines show the same words have each other's keys.
use bip39::{Language, Mnemonic};

use crate::participant::door::fingerprint;

/// Six words of eleven bits: 66 bits are compared.
const WORDS: usize = 6;

/// Six words over both members' keys and the dialogue; the same on both sides.
///
/// A stranger in the middle would have to find keys whose words agree: 2⁶⁶ trials on average for a given pair.
#[must_use]
pub fn between(log: envelope::LogId, mine: &[u8; 32], theirs: &[u8; 32]) -> String {
    let (mine, theirs) = (fingerprint(mine), fingerprint(theirs));
    let (first, second) = if mine <= theirs { (mine, theirs) } else { (theirs, mine) };
    let digest = blake3::derive_key("backchannel words between two v1", &[log.0.as_slice(), &first, &second].concat());
    let words = Mnemonic::from_entropy(digest.get(..16).unwrap_or_default(), Language::English);
    words.map(|words| words.phrase().split(' ').take(WORDS).collect::<Vec<_>>().join(" ")).unwrap_or_default()
}
