//! What a participant takes from its own vault for others to see: everything of its own in readable form, a result to be
//! brought to the table.

use std::collections::BTreeMap;

use negotiation::circuit::Answer;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::participant::Participant;

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
    /// Everything of one's own in readable form: the state, all that arrived, one's positions and answers.
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
