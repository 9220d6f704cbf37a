//! The gate for those a result concerns: exploratory until they consent, agreed only once every principal confirms.
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::event::{check_name, check_text};
use crate::id::MemberId;
use crate::refusal::Refusal;

/// What an affected side says of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// It was asked; nothing follows from that.
    Consulted,
    /// It consents.
    Consents,
    /// It objects.
    Objects,
}

/// What can be done at the gate; the side is its author's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Names sides that a result concerns beside those that its issues name.
    Affects {
        /// The question.
        question: String,
        /// The sides.
        sides: Vec<String>,
    },
    /// A side that took part agrees to bring the result to the table, in these words.
    Bring {
        /// The question.
        question: String,
        /// What the result is: option by issue, or a text's title.
        outcome: BTreeMap<String, String>,
    },
    /// An affected side's own voice.
    Speak {
        /// The question.
        question: String,
        /// What it says.
        voice: Voice,
        /// Why, or what was asked.
        note: String,
    },
    /// Promotes a result from exploratory; refused while an affected side has not consented.
    Promote {
        /// The question.
        question: String,
    },
    /// A side's principal confirms the result, as the author reports.
    Confirm {
        /// The question.
        question: String,
        /// The principal.
        principal: String,
    },
}

/// What was done at the gate about one question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Gate {
    /// Sides named beside those of the issues.
    #[serde(default)]
    pub named: BTreeSet<String>,
    /// The result in the words of each side that brought it to the table.
    #[serde(default)]
    pub brought: BTreeMap<String, BTreeMap<String, String>>,
    /// What each affected side said last, and all it said before.
    #[serde(default)]
    pub voices: BTreeMap<String, Vec<(Voice, String)>>,
    /// Whether it was promoted.
    #[serde(default)]
    pub promoted: bool,
    /// The principal that confirmed, by side.
    #[serde(default)]
    pub confirmed: BTreeMap<String, String>,
    /// The member who reported that, by side.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reported_by: BTreeMap<String, MemberId>,
}

/// A principal's confirmation, as a member of that side reported it: nobody else has heard the principal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Confirmation {
    /// The principal, in the member's words.
    pub principal: String,
    /// The member; none where an older program took it up.
    pub reported_by: Option<MemberId>,
}

/// Where a result stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// No result yet.
    Open,
    /// A side that it concerns has not consented.
    Exploratory,
    /// All whom it concerns take part or consent; not promoted yet.
    Tolerable,
    /// Promoted; principals have still to confirm.
    Promoted,
    /// Every principal has confirmed, as members report.
    Agreed,
}

/// Where a result stands, with who is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The question.
    pub question: String,
    /// Where it stands.
    pub status: Status,
    /// The affected sides that took no part, or that a quorum may have outvoted.
    pub affected: BTreeSet<String>,
    /// Those of them that were consulted, and have said nothing more.
    pub consulted: BTreeSet<String>,
    /// Those of them that consent.
    pub consenting: BTreeSet<String>,
    /// Those of them that object.
    pub objecting: BTreeSet<String>,
    /// Those whose consent is missing.
    pub missing: BTreeSet<String>,
    /// Sides whose principal has not confirmed.
    pub unconfirmed: BTreeSet<String>,
    /// Sides whose principal has, as a member of each reported.
    pub confirmed: BTreeMap<String, Confirmation>,
    /// The result, once all sides that took part have brought it in the same words.
    pub result: Option<BTreeMap<String, String>>,
}

impl Passage {
    fn on_the_table(&self) -> Result<(), Refusal> {
        if self.result.is_some() {
            return Ok(());
        }
        let why = "is not on the table yet: the sides that took part bring it there first, in the same words";
        Err(Refusal::Stage { id: self.question.clone(), why: why.to_owned() })
    }
}

impl Gate {
    /// What a side said last.
    #[must_use]
    pub fn voice(&self, side: &str) -> Option<Voice> {
        self.voices.get(side).and_then(|all| all.last()).map(|(voice, _)| *voice)
    }

    /// The result in words that all these sides used; none before all have brought it, or where they differ.
    #[must_use]
    pub fn result(&self, sides: &[String]) -> Option<&BTreeMap<String, String>> {
        let first = self.brought.get(sides.first()?)?;
        sides.iter().all(|side| self.brought.get(side) == Some(first)).then_some(first)
    }

    /// Where it stands, for a question of these sides that concerns `touched` beside them. `certain` are the sides whose
    /// yes follows from the result: all of them, or where a quorum sufficed those with a veto.
    #[must_use]
    pub fn passage(
        &self,
        question: &str,
        (sides, certain): (&[String], &[String]),
        touched: &BTreeSet<String>,
        answered: bool,
    ) -> Passage {
        let affected: BTreeSet<String> =
            touched.union(&self.named).filter(|side| !certain.contains(side)).cloned().collect();
        let with = |wanted: Voice| -> BTreeSet<String> {
            affected.iter().filter(|side| self.voice(side) == Some(wanted)).cloned().collect()
        };
        let consenting = with(Voice::Consents);
        let missing: BTreeSet<String> = affected.difference(&consenting).cloned().collect();
        let principals = sides.iter().chain(&consenting);
        let unconfirmed: BTreeSet<String> =
            principals.filter(|side| !self.confirmed.contains_key(*side)).cloned().collect();
        let status = match (answered, missing.is_empty(), self.promoted, unconfirmed.is_empty()) {
            (false, ..) => Status::Open,
            (true, false, ..) => Status::Exploratory,
            (true, true, false, _) => Status::Tolerable,
            (true, true, true, false) => Status::Promoted,
            (true, true, true, true) => Status::Agreed,
        };
        let result = self.result(sides).cloned();
        let confirmation = |(side, principal): (&String, &String)| {
            let (principal, reported_by) = (principal.clone(), self.reported_by.get(side).copied());
            (side.clone(), Confirmation { principal, reported_by })
        };
        let confirmed = self.confirmed.iter().map(confirmation).collect();
        Passage {
            question: question.to_owned(),
            status,
            consulted: with(Voice::Consulted),
            objecting: with(Voice::Objects),
            affected,
            consenting,
            missing,
            unconfirmed,
            confirmed,
            result,
        }
    }

    /// Applies an act of a side to this question's gate.
    ///
    /// # Errors
    /// [`Refusal`]: who may not, or what is still missing, by name.
    pub fn apply(&mut self, side: Option<&str>, now: &Passage, takes_part: bool, act: &Act) -> Result<(), Refusal> {
        let own = side.ok_or(Refusal::NotAllowed("members of a side"));
        if now.status == Status::Open && !matches!(act, Act::Affects { .. }) {
            return Err(Refusal::Stage { id: now.question.clone(), why: "has no result yet".to_owned() });
        }
        match act {
            Act::Affects { sides, .. } => {
                sides.iter().try_for_each(|name| check_name("the side", name))?;
                if self.named.len() + sides.len() > 100 {
                    let problem = "there are more than 100 already".to_owned();
                    return Err(Refusal::Unusable { what: "the list of affected sides", problem });
                }
                self.named.extend(sides.iter().cloned());
                Ok(())
            }
            Act::Bring { outcome, .. } => {
                let side = own?;
                if !takes_part {
                    return Err(Refusal::NotAllowed("sides that took part"));
                }
                let long = outcome.iter().any(|(issue, option)| issue.len() + option.len() > 400);
                if outcome.is_empty() || outcome.len() > 1_000 || long {
                    let problem = "it names no option, or too many".to_owned();
                    return Err(Refusal::Unusable { what: "the result", problem });
                }
                if now.result.as_ref().is_some_and(|result| result != outcome) {
                    let why = "is on the table already, in other words".to_owned();
                    return Err(Refusal::Stage { id: now.question.clone(), why });
                }
                self.brought.insert(side.to_owned(), outcome.clone());
                Ok(())
            }
            Act::Speak { voice, note, .. } => self.speak(own?, now, *voice, note),
            Act::Promote { .. } => {
                own?;
                if !now.missing.is_empty() {
                    return Err(Refusal::Gate { missing: now.missing.iter().cloned().collect() });
                }
                now.on_the_table()?;
                if self.promoted {
                    return Err(Refusal::Stage { id: now.question.clone(), why: "was promoted already".to_owned() });
                }
                self.promoted = true;
                Ok(())
            }
            Act::Confirm { principal, .. } => {
                let side = own?;
                check_name("the principal", principal)?;
                now.on_the_table()?;
                if !self.promoted || !now.missing.is_empty() {
                    let why =
                        "was not promoted: first all whom it concerns consent, then principals confirm".to_owned();
                    return Err(Refusal::Stage { id: now.question.clone(), why });
                }
                if !takes_part && !now.consenting.contains(side) {
                    return Err(Refusal::NotAllowed("sides that took part or consented"));
                }
                self.confirmed.insert(side.to_owned(), principal.clone());
                Ok(())
            }
        }
    }

    fn speak(&mut self, side: &str, now: &Passage, voice: Voice, note: &str) -> Result<(), Refusal> {
        check_text("the note", note)?;
        if !now.affected.contains(side) {
            return Err(Refusal::NotAllowed("sides that the result concerns and whose yes does not follow from it"));
        }
        if voice == Voice::Consents {
            now.on_the_table()?;
        }
        let said = self.voices.entry(side.to_owned()).or_default();
        if said.len() >= 200 {
            let problem = "it has spoken 200 times already".to_owned();
            return Err(Refusal::Unusable { what: "the side's voice", problem });
        }
        said.push((voice, note.to_owned()));
        // Who takes back a consent takes the promotion with it.
        if voice != Voice::Consents {
            self.promoted = false;
            self.confirmed.clear();
            self.reported_by.clear();
        }
        Ok(())
    }
}
