//! Commands of a participant in a dialogue: each opens the vault, does one thing, and says what it did.

pub(crate) mod agenda;
pub(crate) mod dialogue;
pub(crate) mod ending;
pub(crate) mod health;
pub(crate) mod home;
pub(crate) mod ledger;
pub(crate) mod members;
mod names;
pub(crate) mod pages;
mod place;
pub(crate) mod position;
pub(crate) mod record;
pub(crate) mod rooms;
pub(crate) mod sounding;
pub(crate) mod sync;

pub(crate) use place::{Place, Talk, runtime};
