//! The vault: everything a participant keeps, encrypted at rest. It refuses to know what a dialogue is about:
//! rows and keys in, rows out.
//!
//! A *home* is a folder (0700) with
//! - `slots.json`: the random master key, wrapped once under the passphrase and once under the recovery phrase;
//! - `vault.db`: SQLCipher under a key derived from the master key: the list of dialogues, their keys, settings;
//! - `dialogues/<id>.db`: one SQLCipher file per dialogue under a random key of its own, which stands in `vault.db`
//!   alone. Destroying a dialogue destroys that key first and the file second.
//!
//! Several processes may open one home at once; SQLite's locks are all they share. What is loaded is loaded inside
//! the transaction that saves it ([`Store::write`]).
//!
//! What encryption at rest cannot do: old blocks that a solid-state disk keeps behind its own back can be read by
//! whoever has the disk *and* the passphrase of that time; keys and rows pass through the memory of SQLite and of the
//! operating system, which this program does not lock or wipe there.

pub mod backup;
mod connection;
mod cost;
mod error;
mod files;
mod home;
mod listing;
mod phrase;
mod schema;
mod secret;
mod slots;
mod store;

pub use cost::Cost;
pub use error::{Error, Family};
pub use home::Home;
pub use listing::{Listed, Vault};
pub use phrase::RecoveryPhrase;
pub use secret::Passphrase;
pub use store::Store;

#[cfg(test)]
mod tests;
