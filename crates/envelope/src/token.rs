//! Tokens: whoever holds one may act on a log. The relay keeps their hashes alone.
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::identity::identity;
use crate::{Error, hexadecimal};

/// Binds the hash to its use.
const CONTEXT: &str = "Backchannel 2026-11-24 relay token";

/// 32 secret bytes. Wiped when dropped, compared in constant time, and shown only by [`reveal_hex`](Self::reveal_hex).
#[derive(ZeroizeOnDrop)]
pub struct Token([u8; 32]);

impl Token {
    /// Takes 32 random bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads what [`reveal_hex`](Self::reveal_hex) wrote.
    pub fn parse(text: &str) -> Result<Self, Error> {
        hexadecimal::read(text, "a token").map(Self)
    }

    /// The secret as 64 hexadecimal digits, for an `authorization` header or an invitation.
    pub fn reveal_hex(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(64));
        // Writing to a string does not fail.
        let _ = hexadecimal::write(&self.0, &mut *text);
        text
    }

    /// The secret, for the vault.
    pub const fn reveal_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What the relay knows the token by.
    pub fn hash(&self) -> TokenHash {
        TokenHash(blake3::derive_key(CONTEXT, &self.0))
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Token {}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(secret)")
    }
}

identity! {
    /// What the relay keeps of a token: enough to know it again, too little to make it.
    TokenHash, 32, "the hash of a token"
}
