//! Other channels between the same parties, and where they may get into each other's way.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::day::Day;
use crate::event::{check_name, check_text};
use crate::refusal::Refusal;

/// Another channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// What it is, in words.
    pub what: String,
    /// Between whom: governments or sides.
    pub between: BTreeSet<String>,
    /// The issues it is about, by name; all of them where none is named.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub issues: BTreeSet<String>,
    /// From when on, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// Until when, where it has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Where it is reported; none where a member entered it from own knowledge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A channel that may get in the way of this dialogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Collision {
    /// The channel's name.
    pub channel: String,
    /// The parties that are in both.
    pub parties: BTreeSet<String>,
    /// The issues that are in both; none where the channel is about whatever comes.
    #[serde(skip)]
    pub issues: BTreeSet<String>,
    /// Why it matters, in words.
    pub why: String,
}

impl Channel {
    /// Whether it can be entered.
    ///
    /// # Errors
    /// Texts that cannot be used, or fewer than two parties.
    pub fn check(&self) -> Result<(), Refusal> {
        check_text("the channel", &self.what)?;
        self.between.iter().chain(&self.issues).try_for_each(|name| check_name("a party of the channel", name))?;
        if self.between.len() < 2 || self.between.len() > 40 || self.issues.len() > 200 {
            let problem = "it needs 2 to 40 parties and at most 200 issues".to_owned();
            return Err(Refusal::Unusable { what: "the channel", problem });
        }
        Ok(())
    }

    /// Whether it meets a dialogue of these parties about these issues, and why that matters.
    #[must_use]
    pub fn collides(&self, name: &str, parties: &BTreeSet<String>, issues: &BTreeSet<String>) -> Option<Collision> {
        let shared: BTreeSet<String> = self.between.intersection(parties).cloned().collect();
        let same: Vec<&str> = self.issues.intersection(issues).map(String::as_str).collect();
        if shared.is_empty() || (!self.issues.is_empty() && same.is_empty()) {
            return None;
        }
        let who = shared.iter().map(String::as_str).collect::<Vec<_>>().join(" and ");
        let about = if same.is_empty() { "the same matter".to_owned() } else { same.join(", ") };
        let why = format!("{who} may speak of {about} there too; agree on who says what where");
        let issues = same.into_iter().map(str::to_owned).collect();
        Some(Collision { channel: name.to_owned(), parties: shared, issues, why })
    }
}
