//! What a participant takes from its own vault for others to see: everything of its own in readable form, a result to be
//! brought to the table.

use std::collections::BTreeMap;

use dialogue::MemberId;
use negotiation::circuit::Answer;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::participant::desk::Desk;
use crate::participant::{Participant, door};
use crate::tables;

/// Everything of one's own in readable form.
pub struct Exported {
    /// JSON; it is not encrypted.
    pub text: Zeroizing<String>,
    /// Events in it.
    pub events: usize,
    /// Positions in it.
    pub positions: usize,
}

impl Participant {
    /// Everything of one's own in readable form: the state, all that arrived, one's positions and votes, answers with their
    /// receipts and who confirmed them, whom one has verified and by which keys, and what was typed and not sent. Not the
    /// keys themselves, nor the salts and coins by which what is sealed could be opened to others.
    ///
    /// # Errors
    /// The vault.
    pub fn export(&mut self) -> Result<Exported> {
        let overview = self.overview()?;
        let entries = self.record()?;
        let one = |entry: &crate::Entry| {
            json!({
                "sequence": entry.sequence, "room": entry.room.to_string(), "author": entry.author.to_string(),
                "at": entry.at, "kind": entry.kind, "refused": entry.refusal,
                "event": serde_json::from_str::<Value>(&entry.body).unwrap_or(Value::Null),
            })
        };
        let record: Vec<Value> = entries.iter().map(one).collect();
        let mut positions = Vec::new();
        let versions = overview.state.as_ref().map_or(0, dialogue::State::newest);
        for version in 1..=versions {
            if let Ok(draft) = self.position(Some(version)) {
                let document = draft.document.as_str();
                positions.push(json!({ "version": version, "sealed": draft.sealed, "document": document }));
            }
        }
        let (events, written) = (record.len(), positions.len());
        let all = json!({
            "dialogue": self.id().to_string(), "me": overview.me.to_string(), "state": overview.state,
            "record": record, "positions": positions, "answers": self.answers()?,
            "votes": self.read(votes)?, "receipts": self.read(receipts)?, "keys": self.read(keys)?,
            "verified": self.read(verified)?, "drafts": self.read(drafts)?,
        });
        let text = Zeroizing::new(serde_json::to_string_pretty(&all)?);
        Ok(Exported { text, events, positions: written })
    }

    /// The answer that this machine knows to a question, in the agenda's own words, as it is brought to the table.
    ///
    /// # Errors
    /// No such question; no package as its answer here.
    pub fn result_to_bring(&mut self, id: &str) -> Result<BTreeMap<String, String>> {
        let state = self.state()?;
        let question = state.question(id)?;
        let put = state.put(&question.asking)?;
        let outcome = match self.answer(&question.id)?.map(|row| row.answer) {
            Some(Answer::Outcome(number)) => put.outcome(number),
            Some(Answer::Exists) if question.asking.subject.kind() == "adopt" => put.outcome(0),
            _ => None,
        };
        let outcome = outcome.ok_or_else(|| {
            let id = &question.id;
            Error::Misuse(format!(
                "question {id} has no package as its answer here; there is nothing to bring to the table"
            ))
        })?;
        let named = put.agenda.names(&outcome).map(|(issue, option)| (issue.to_owned(), option.to_owned()));
        Ok(named.collect())
    }
}

/// What this side said to texts and dates.
fn votes(desk: &Desk<'_>) -> Result<Vec<Value>> {
    let votes = tables::votes(desk.tx)?;
    Ok(votes.iter().map(|(question, vote)| json!({ "question": question, "vote": vote.as_str() })).collect())
}

/// The receipts of answers, with the sides whose machines confirmed them.
fn receipts(desk: &Desk<'_>) -> Result<Vec<Value>> {
    let mut receipts = Vec::new();
    for question in tables::answers(desk.tx)?.into_keys() {
        if let Some(row) = tables::answer(desk.tx, &question)?.filter(|row| row.receipt.is_some()) {
            receipts.push(json!({ "question": question, "receipt": row.receipt, "confirmed": row.confirmed }));
        }
    }
    Ok(receipts)
}

/// The public keys of all members and their fingerprints, one's own included.
fn keys(desk: &Desk<'_>) -> Result<Vec<Value>> {
    let members = desk.state.iter().flat_map(|state| &state.members);
    let one = |(id, member): (&MemberId, &dialogue::Member)| {
        json!({
            "member": id.to_string(), "name": member.name, "key": dialogue::id::hex(&member.key),
            "fingerprint": dialogue::id::hex(&door::fingerprint(&member.key)),
        })
    };
    Ok(members.map(one).collect())
}

/// Whom this participant has verified, and when.
fn verified(desk: &Desk<'_>) -> Result<Vec<Value>> {
    let verified = tables::all_verified(desk.tx)?;
    Ok(verified.iter().map(|(member, at)| json!({ "member": member.to_string(), "at": at })).collect())
}

/// What was typed into forms and not sent.
fn drafts(desk: &Desk<'_>) -> Result<Vec<Value>> {
    let drafts = tables::drafts(desk.tx)?;
    let one =
        |(form, text, at): &(String, Zeroizing<String>, i64)| json!({ "form": form, "text": text.as_str(), "at": at });
    Ok(drafts.iter().map(one).collect())
}
