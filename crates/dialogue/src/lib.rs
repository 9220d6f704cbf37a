//! Floor 2: what a dialogue is, as pure state. Events come in one total order, each with an author whom the group
//! has authenticated; [`State::apply`] checks every permission, so that all members agree on what happened.
//!
//! Nothing here reads a clock, a disk or a socket, and nothing is random: whoever applies the same events in the
//! same order has the same state, to the byte. Private positions, answers and the texts of messages are not part of
//! it; they stay in the vaults of those whom they concern.
pub mod attribution;
pub mod charter;
pub mod destruction;
pub mod event;
pub mod id;
pub mod ledger;
pub mod mandate;
pub mod member;
pub mod question;
pub mod record;
pub mod refusal;
pub mod room;
pub mod run;
pub mod signing;
pub mod state;
pub mod versions;

pub use charter::Charter;
pub use event::{Arrival, Body, Event, Read};
pub use id::{EventId, InvitationId, MemberId};
pub use member::{Invitation, Member, Standing};
pub use question::{Question, Stage, Subject};
pub use refusal::Refusal;
pub use room::Room;
pub use run::{Attempt, Card, End};
pub use state::State;
