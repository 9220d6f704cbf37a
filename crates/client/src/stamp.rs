//! What a member had seen when it wrote: in every group message, signed with it; and once more on every block, under a
//! key that all members hold whatever became of the group, so that members of a group that was split can still tell.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use envelope::LogId;
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// Bytes of a stamp.
pub(crate) const STAMP_BYTES: usize = 80;
/// Bytes of a stamp as it stands on a block.
pub(crate) const SEALED_STAMP_BYTES: usize = STAMP_BYTES + 16;

/// What a member had seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The last block that it had taken up.
    pub(crate) seen: u64,
    /// The hash of the log up to there.
    pub(crate) log_hash: [u8; 32],
    /// The plenary's epoch.
    pub(crate) epoch: u64,
    /// A hash of that epoch's authenticator (RFC 9420, section 8.7): members of a forked group differ in it.
    pub(crate) authenticator: [u8; 32],
}

impl Stamp {
    pub(crate) fn to_bytes(&self) -> [u8; STAMP_BYTES] {
        let mut bytes = [0; STAMP_BYTES];
        let parts = [&self.seen.to_be_bytes()[..], &self.log_hash, &self.epoch.to_be_bytes(), &self.authenticator];
        for (to, from) in bytes.iter_mut().zip(parts.into_iter().flatten()) {
            *to = *from;
        }
        bytes
    }

    /// The stamp at the beginning of these bytes, and what follows it.
    pub(crate) fn split(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (seen, rest) = bytes.split_first_chunk::<8>()?;
        let (log_hash, rest) = rest.split_first_chunk::<32>()?;
        let (epoch, rest) = rest.split_first_chunk::<8>()?;
        let (authenticator, rest) = rest.split_first_chunk::<32>()?;
        let (seen, epoch) = (u64::from_be_bytes(*seen), u64::from_be_bytes(*epoch));
        Some((Self { seen, log_hash: *log_hash, epoch, authenticator: *authenticator }, rest))
    }
}

/// Under which stamps stand on blocks: from the lobby key, which is a key of blocks itself and so is not used twice.
pub(crate) struct StampKey(Zeroizing<[u8; 32]>);

impl StampKey {
    pub(crate) fn new(lobby: &[u8; 32], log: LogId) -> Self {
        let material = Zeroizing::new([lobby.as_slice(), &log.0].concat());
        Self(Zeroizing::new(blake3::derive_key("backchannel stamp key v1", &material)))
    }

    /// The stamp as it stands on the block of this nonce.
    pub(crate) fn seal(&self, log: LogId, nonce: &[u8; 24], stamp: &Stamp) -> Result<[u8; SEALED_STAMP_BYTES]> {
        let sealed = self.cipher().encrypt(&XNonce::from(*nonce), Payload { msg: &stamp.to_bytes(), aad: &log.0 });
        let sealed = sealed.ok().and_then(|sealed| sealed.try_into().ok());
        sealed.ok_or_else(|| Error::Trouble("a stamp could not be sealed".to_owned()))
    }

    /// The stamp; none where no member of this dialogue made it.
    pub(crate) fn open(&self, log: LogId, nonce: &[u8; 24], sealed: &[u8]) -> Option<Stamp> {
        let plain = self.cipher().decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &log.0 }).ok()?;
        Stamp::split(&plain).filter(|(_, rest)| rest.is_empty()).map(|(stamp, _)| stamp)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(*self.0))
    }
}
