//! MLS groups (RFC 9420, by OpenMLS): who is in, and bytes sealed for exactly them. It refuses to know what the bytes
//! say, which dialogue or room a group serves, and how messages travel.
//!
//! Group state lives in the dialogue's [`Store`](crate::vault::Store) and nowhere else: a [`Group`] borrows the
//! transaction it was loaded from and cannot outlive it, so that after a rollback no memory is ahead of the disk.
//!
//! What arrives goes through a chain of types: bytes → [`Opened`] → [`Inspected`] → [`Group::accept`]. Members
//! change by commits that one member makes; proposals outside of commits, external joins, pre-shared keys, changes of
//! a member's name or key and group extensions are refused by everybody alike.
//!
//! Fixed: ciphersuite `MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519`, private messages only, the secrets of five
//! past epochs kept. No rule of validity looks at a clock, for members catching up on different days must agree.

mod changes;
mod error;
mod identity;
mod incoming;
mod key_package;
mod member;
mod policy;
mod provider;
mod roster;
mod state;
mod storage;

pub use changes::Staged;
pub use error::Error;
pub use identity::Identity;
pub use incoming::{Heading, Inspected, Opened, peek};
pub use key_package::{KeyPackageRead, fresh_key_package, read_key_package};
pub use member::MemberId;
pub use state::Group;

#[cfg(test)]
mod tests;
