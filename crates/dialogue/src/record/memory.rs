//! What the agenda remembers: what is off the table, and what was tried before with which answer.
use negotiation::{Agenda, Choice};
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::statement::{check_marks, marked};
use crate::event::{check_name, check_text};
use crate::id::MemberId;
use crate::refusal::Refusal;

/// An option that is off the table until somebody lifts that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OffTable {
    /// The issue's name.
    pub issue: String,
    /// The option: its name, or its whole title.
    pub option: String,
    /// Who refuses to speak of it.
    pub by: String,
    /// Why, as far as it is said.
    pub why: String,
    /// From when on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// When to ask again. It stays off the table until it is lifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Where it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Other words for it, each as words that must all be there (`open door*`; `*` for any ending): an option that says
    /// them is off the table too, whatever it is called and on whatever issue it comes back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
}

impl OffTable {
    /// Whether it means this option of an issue.
    #[must_use]
    pub fn bars(&self, issue: &str, choice: &Choice) -> bool {
        let title = choice.title.as_deref().unwrap_or_default();
        let named = self.option == choice.name || self.option.to_lowercase() == title.to_lowercase();
        (self.issue == issue && named) || marked(&self.marks, &format!("{} {title}", choice.name))
    }
}

/// An option that was tried, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tried {
    /// The issue's name.
    pub issue: String,
    /// The option's name.
    pub option: String,
    /// Who answered, as far as it is known.
    pub by: String,
    /// The answer.
    pub answer: String,
    /// The reason given.
    pub why: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Where it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What can be remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Takes an option off the table.
    Off(OffTable),
    /// Puts it back, by whoever took it off or the convener.
    Lift {
        /// The issue's name.
        issue: String,
        /// The option.
        option: String,
        /// Why now.
        why: String,
    },
    /// Notes what was tried.
    Tried(Tried),
}

/// The memory of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Off the table now, each with the member who entered it.
    #[serde(default)]
    pub off: Vec<(OffTable, MemberId)>,
    /// Lifted again, with why.
    #[serde(default)]
    pub lifted: Vec<(OffTable, String)>,
    /// Tried before.
    #[serde(default)]
    pub tried: Vec<Tried>,
}

const MOST: usize = 1_000;

impl Memory {
    /// Applies one act.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn apply(&mut self, author: MemberId, is_convener: bool, act: &Act) -> Result<(), Refusal> {
        if self.off.len() + self.tried.len() + self.lifted.len() >= MOST && !matches!(act, Act::Lift { .. }) {
            let problem = format!("there are {MOST} entries already");
            return Err(Refusal::Unusable { what: "the agenda's memory", problem });
        }
        match act {
            Act::Off(off) => {
                [&off.issue, &off.option, &off.by].into_iter().try_for_each(|name| check_name("a name", name))?;
                check_text("the reason", &off.why)?;
                check_marks("the option", &off.marks)?;
                if self.off.iter().any(|(one, _)| one == off) {
                    return Ok(());
                }
                if self.find(&off.issue, &off.option).is_some() {
                    return Err(Refusal::Unusable {
                        what: "the option",
                        problem: "it is off the table already".to_owned(),
                    });
                }
                self.off.push((off.clone(), author));
                Ok(())
            }
            Act::Lift { issue, option, why } => {
                check_text("the reason", why)?;
                let known = || self.off.iter().map(|(one, _)| one.option.as_str());
                let at = self.find(issue, option);
                let at = at.ok_or_else(|| Refusal::unknown("option off the table", option, known()))?;
                if !is_convener && self.off.get(at).is_some_and(|(_, by)| *by != author) {
                    return Err(Refusal::NotAllowed("who took it off the table, or the convener,"));
                }
                let (lifted, _) = self.off.remove(at);
                self.lifted.push((lifted, why.clone()));
                Ok(())
            }
            Act::Tried(tried) => {
                [&tried.issue, &tried.option, &tried.by].into_iter().try_for_each(|name| check_name("a name", name))?;
                check_text("the answer", &tried.answer)?;
                check_text("the reason", &tried.why)?;
                if !self.tried.contains(tried) {
                    self.tried.push(tried.clone());
                }
                Ok(())
            }
        }
    }

    fn find(&self, issue: &str, option: &str) -> Option<usize> {
        self.off.iter().position(|(one, _)| one.issue == issue && one.option == option)
    }

    /// Whether it has this already. What was lifted since stays lifted.
    #[must_use]
    pub fn has(&self, act: &Act) -> bool {
        match act {
            Act::Off(off) => {
                self.off.iter().any(|(one, _)| one == off) || self.lifted.iter().any(|(one, _)| one == off)
            }
            Act::Tried(tried) => self.tried.contains(tried),
            Act::Lift { .. } => false,
        }
    }

    /// The first option of an agenda that may not be on the table, with why.
    #[must_use]
    pub fn barred(&self, agenda: &Agenda) -> Option<String> {
        for issue in agenda.issues() {
            for choice in issue.choices.iter().filter(|choice| choice.off_the_table.is_none()) {
                if let Some((off, _)) = self.off.iter().find(|(off, _)| off.bars(&issue.name, choice)) {
                    return Some(format!(
                        "option {} of issue {} is off the table: {} ({}). Lift it first (`agenda lift {} \"{}\"`), or \
                         mark it off the table in the document",
                        choice.name, issue.name, off.why, off.by, off.issue, off.option
                    ));
                }
            }
        }
        None
    }

    /// What was tried before among the options of an agenda.
    #[must_use]
    pub fn tried_in(&self, agenda: &Agenda) -> Vec<&Tried> {
        let has = |one: &&Tried| {
            let issue = agenda.issues().iter().find(|issue| issue.name == one.issue);
            issue.is_some_and(|issue| issue.choices.iter().any(|choice| choice.name == one.option))
        };
        self.tried.iter().filter(has).collect()
    }
}
