//! Floor 1: `backchannel-relay`: blind, ordered logs of blocks, and live streams it never stores.
//!
//! [`serve`] runs a relay within a program (tests do that); the binary `backchannel-relay` is the same with a
//! command line. `docs/RELAY.md` describes the interface and what a relay sees.

mod api;
mod certificate;
mod config;
mod connection;
mod error;
mod files;
mod limits;
mod metrics;
mod rate;
mod relay;
mod serve;
mod store;
mod stream;
mod watch;

pub use config::{Certificate, Config};
pub use error::Error;
pub use limits::Limits;
pub use serve::{Running, serve};
pub use store::{Database, Trouble};
