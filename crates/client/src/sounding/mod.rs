//! Soundings of a dialogue, on this machine's part: one's own position, consent, the run, the answer.

mod ballot;
mod broken;
mod clock;
mod consent;
mod position;
mod receipt;
mod run;
mod wires;

use dialogue::{MemberId, Room};
use negotiation::circuit::Answer;

use crate::error::Result;
use crate::participant::{Desk, Fault, raise};
use crate::tables::{self, AnswerRow};

pub use broken::Broken;
pub use consent::{Preview, Proposal, Vote};
pub use mpc::Phase;
pub use position::Draft;
pub use run::{Ran, Watch};

/// An answer that another member told: kept where this machine has none, and held against its own where it has one.
pub(crate) fn told(desk: &Desk<'_>, room: &Room, author: MemberId, id: &str, answer: Answer) -> Result<()> {
    let state = desk.state()?;
    let Ok(question) = state.question(id) else {
        return Ok(());
    };
    // In a caucus only the member whose machine took part knows the answer.
    let side = state.side_of(author).ok();
    let holder = side.and_then(|side| question.consents.get(&side)).is_some_and(|consent| consent.holder == author);
    if !holder || matches!(room, Room::WithConvener(_)) {
        return Ok(());
    }
    match tables::answer(desk.tx, &question.id)? {
        Some(known) if known.answer == answer => Ok(()),
        Some(_) => raise(desk, Fault::OtherAnswer { author, question: question.id.clone() }),
        // A machine that takes part believes its own run alone.
        None if question.consents.values().any(|consent| consent.holder == desk.me) => Ok(()),
        None => {
            let row = AnswerRow { answer, receipt: None, confirmed: Vec::new() };
            tables::put_answer(desk.tx, &question.id, &row)
        }
    }
}
