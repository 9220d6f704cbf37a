//! What stops a talk and what may not wait: impasses, threatened acts, the hotline, and who asked and answered.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::day::Day;
use crate::event::{check_name, check_text};
use crate::id::MemberId;
use crate::refusal::Refusal;

/// Who could resolve an impasse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The delegates at the table.
    Delegate,
    /// Their principals.
    Principal,
}

/// An impasse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Impasse {
    /// The issue, by name, if one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// What blocks.
    pub blocker: String,
    /// Who could resolve it.
    pub level: Level,
    /// The next step.
    pub next: String,
    /// Where it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A flag on a threatened act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// The act, in words.
    pub act: String,
    /// The issue that it is about; the issue keeps its options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// The statement that reports it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Who is to be called.
    pub contact: String,
}

/// Somebody to be reached in a crisis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The side; the convener's where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// How to reach them.
    pub reach: String,
}

/// A message that reaches the machines of all sides at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hotline {
    /// Where it stands in the log.
    pub sequence: u64,
    /// Who sent it.
    pub by: MemberId,
    /// When, by the sender's clock.
    pub at: i64,
    /// The text.
    pub text: String,
    /// Members who have said that they read it.
    pub read_by: Vec<MemberId>,
}

/// How often one side asked another, and was answered. Counts, no content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Times asked.
    pub asked: u32,
    /// Times answered.
    pub answered: u32,
}

/// What can be said of these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Names an impasse, or describes it anew.
    Impasse {
        /// Its name.
        name: String,
        /// What it is.
        impasse: Impasse,
    },
    /// It is resolved.
    Resolved {
        /// Its name.
        name: String,
        /// How.
        how: String,
    },
    /// Flags a threatened act.
    Escalation {
        /// Its name.
        name: String,
        /// What it is.
        escalation: Escalation,
    },
    /// The flag is taken down.
    Eased {
        /// Its name.
        name: String,
        /// Why.
        why: String,
    },
    /// Names a crisis contact.
    Contact {
        /// Its name.
        name: String,
        /// How to reach it.
        contact: Contact,
    },
    /// To all sides' machines at once.
    Hotline {
        /// The text.
        text: String,
    },
    /// The author has read a hotline message.
    HotlineRead {
        /// Where it stands in the log.
        sequence: u64,
    },
    /// The author's side asked another for something.
    Asked {
        /// Whom.
        of: String,
    },
    /// The author's side answered another.
    Answered {
        /// Whom.
        to: String,
    },
}

/// The affairs of a dialogue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Affairs {
    /// Impasses by name; with how they were resolved, if they were.
    #[serde(default)]
    pub impasses: BTreeMap<String, (Impasse, Option<String>)>,
    /// Flags by name; with why they were taken down, if they were.
    #[serde(default)]
    pub escalations: BTreeMap<String, (Escalation, Option<String>)>,
    /// Crisis contacts by name.
    #[serde(default)]
    pub contacts: BTreeMap<String, Contact>,
    /// Hotline messages in order.
    #[serde(default)]
    pub hotline: Vec<Hotline>,
    /// `asker → asked`: counts.
    #[serde(default)]
    pub tally: BTreeMap<String, BTreeMap<String, Tally>>,
}

/// Who acts.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    /// Who.
    pub author: MemberId,
    /// The author's side; none for the convener.
    pub side: Option<&'a str>,
    /// When, by the author's clock.
    pub at: i64,
    /// Where the act stands in the log.
    pub sequence: u64,
}

const MOST: usize = 1_000;

impl Affairs {
    /// Applies one act.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn apply(&mut self, hand: Hand<'_>, act: &Act) -> Result<(), Refusal> {
        let full = self.impasses.len() + self.escalations.len() + self.contacts.len() + self.hotline.len() >= MOST;
        if full && !matches!(act, Act::Resolved { .. } | Act::Eased { .. } | Act::HotlineRead { .. }) {
            return Err(Refusal::Unusable { what: "the entry", problem: format!("there are {MOST} already") });
        }
        match act {
            Act::Impasse { name, impasse } => {
                check_name("the impasse's name", name)?;
                check_text("what blocks", &impasse.blocker)?;
                check_text("the next step", &impasse.next)?;
                self.impasses.insert(name.clone(), (impasse.clone(), None));
                Ok(())
            }
            Act::Resolved { name, how } => {
                check_text("how it was resolved", how)?;
                close(&mut self.impasses, "impasse", name, how)
            }
            Act::Escalation { name, escalation } => {
                check_name("the flag's name", name)?;
                check_text("the threatened act", &escalation.act)?;
                if !self.contacts.contains_key(&escalation.contact) {
                    let known = self.contacts.keys().map(String::as_str);
                    return Err(Refusal::unknown("crisis contact", &escalation.contact, known));
                }
                self.escalations.insert(name.clone(), (escalation.clone(), None));
                Ok(())
            }
            Act::Eased { name, why } => {
                check_text("the reason", why)?;
                close(&mut self.escalations, "escalation flag", name, why)
            }
            Act::Contact { name, contact } => {
                check_name("the contact's name", name)?;
                check_text("how to reach the contact", &contact.reach)?;
                // A side's contact is that side's word, and the convener's are the convener's.
                let whose = |side: Option<&String>| hand.side.is_none() || side.map(String::as_str) == hand.side;
                let before = self.contacts.get(name);
                if !whose(contact.side.as_ref()) || before.is_some_and(|before| !whose(before.side.as_ref())) {
                    return Err(Refusal::NotAllowed("members of that side, or the convener,"));
                }
                self.contacts.insert(name.clone(), contact.clone());
                Ok(())
            }
            Act::Hotline { text } => {
                check_text("the message", text)?;
                let (sequence, by, at) = (hand.sequence, hand.author, hand.at);
                self.hotline.push(Hotline { sequence, by, at, text: text.clone(), read_by: vec![hand.author] });
                Ok(())
            }
            Act::HotlineRead { sequence } => {
                let found = self.hotline.iter_mut().find(|one| one.sequence == *sequence);
                let found = found.ok_or_else(|| Refusal::unknown("hotline message", &sequence.to_string(), []))?;
                if !found.read_by.contains(&hand.author) {
                    found.read_by.push(hand.author);
                }
                Ok(())
            }
            Act::Asked { of } => self.count(hand.side, of, |from, to, tally| {
                let one = tally.entry(from).or_default().entry(to).or_default();
                one.asked = one.asked.saturating_add(1);
            }),
            Act::Answered { to } => self.count(hand.side, to, |from, to, tally| {
                let one = tally.entry(to).or_default().entry(from).or_default();
                one.answered = one.answered.saturating_add(1);
            }),
        }
    }

    fn count(
        &mut self,
        side: Option<&str>,
        other: &str,
        count: impl FnOnce(String, String, &mut BTreeMap<String, BTreeMap<String, Tally>>),
    ) -> Result<(), Refusal> {
        let side = side.ok_or(Refusal::NotAllowed("members of a side"))?;
        if side == other {
            let problem = "it asks and answers itself".to_owned();
            return Err(Refusal::Unusable { what: "the side", problem });
        }
        count(side.to_owned(), other.to_owned(), &mut self.tally);
        Ok(())
    }

    /// Flags that stand.
    pub fn standing_flags(&self) -> impl Iterator<Item = (&String, &Escalation)> {
        self.escalations.iter().filter(|(_, (_, eased))| eased.is_none()).map(|(name, (flag, _))| (name, flag))
    }

    /// Impasses that are not resolved.
    pub fn open_impasses(&self) -> impl Iterator<Item = (&String, &Impasse)> {
        self.impasses.iter().filter(|(_, (_, how))| how.is_none()).map(|(name, (impasse, _))| (name, impasse))
    }
}

fn close<T>(
    all: &mut BTreeMap<String, (T, Option<String>)>,
    kind: &'static str,
    name: &str,
    how: &str,
) -> Result<(), Refusal> {
    match all.get_mut(name) {
        Some((_, open)) => {
            *open = Some(how.to_owned());
            Ok(())
        }
        None => Err(Refusal::unknown(kind, name, all.keys().map(String::as_str))),
    }
}

/// A day by which something is to be asked again; kept apart so that views can compare it with today.
#[must_use]
pub fn has_passed(until: Option<Day>, today: Day) -> bool {
    until.is_some_and(|until| until.span().1 < today.span().0)
}
