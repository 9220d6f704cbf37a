//! The ledger: what was asked, and what this answer together with all earlier ones tells. Answers come from whoever
//! knows them; the state has none.
use std::collections::BTreeMap;

use negotiation::Agenda;
use negotiation::Put;
use negotiation::circuit::Answer;
use negotiation::inference::{self, Scope};

use crate::question::{Asking, Question, Stage, Subject};
use crate::refusal::Refusal;
use crate::state::State;

/// Answers that a member knows, by the question's name.
pub type Known = BTreeMap<String, Answer>;

/// The question as far as it matters for what its answer tells.
#[must_use]
pub fn described(id: &str, asking: &Asking, put: &Put) -> inference::Question {
    let outcomes = put.outcomes as u128;
    let scope = match (put.question.package_names(), &asking.subject) {
        (Some(names), subject) => Scope::Packages(names.map(|name| spoken(subject, name).to_string()).collect()),
        (None, Subject::Agenda { only, .. }) if only.is_empty() => Scope::Agenda { outcomes },
        (None, _) => Scope::Part { outcomes, packages: Vec::new() },
    };
    let quorum = asking.quorum.filter(|accept| *accept < asking.sides.len());
    let sides: Vec<&str> = asking.sides.iter().map(String::as_str).collect();
    inference::Question {
        quorum: quorum.map(|accept| inference::Quorum { accept, vetoes: asking.vetoes.clone() }),
        ..inference::Question::new(id, &sides, scope, put.rule())
    }
}

/// How a package of a question is spoken of; in the reasoning its text is its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// What it is.
    pub what: What,
    /// The agenda's version that it is of, where it means something else, or nothing, in the newest.
    pub version: Option<u32>,
}

/// What a package of a question is: one that must be better than another is another claim than one that is tolerable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A package of the agenda, by its name or options.
    Package(String),
    /// A package as better than one that stands.
    Better {
        /// It.
        package: String,
        /// The one that stands.
        than: String,
    },
    /// A text, by its title.
    Text(String),
    /// A slot.
    Slot(String),
}

impl std::fmt::Display for Spoken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.what {
            What::Package(name) | What::Slot(name) => f.write_str(name)?,
            What::Better { package, than } => write!(f, "{package} (as better than {than})")?,
            What::Text(title) => write!(f, "the text “{title}”")?,
        }
        self.version.map_or(Ok(()), |version| write!(f, " (agenda {version})"))
    }
}

fn spoken(subject: &Subject, name: &str) -> Spoken {
    let name = name.to_owned();
    let what = match subject {
        Subject::Improve { than, .. } => What::Better { package: name, than: than.clone() },
        Subject::Adopt { title, .. } => What::Text(title.clone()),
        Subject::Agenda { .. } => What::Package(name),
        Subject::Date { .. } => What::Slot(name),
    };
    Spoken { what, version: None }
}

/// An answer as far as it matters for what it tells.
#[must_use]
pub fn told(asking: &Asking, put: &Put, answer: Answer) -> inference::Answer {
    match answer {
        Answer::None => inference::Answer::None,
        Answer::Exists => inference::Answer::Exists,
        Answer::Outcome(number) => {
            inference::Answer::Package(spoken(&asking.subject, &package(put, number)).to_string())
        }
    }
}

/// The name of a package of the question: the question's own, or the agenda's, or its options.
#[must_use]
pub fn package(put: &Put, number: usize) -> String {
    let Some(outcome) = put.outcome(number) else {
        return "?".to_owned();
    };
    let options = || put.agenda.names(&outcome).map(|(_, choice)| choice).collect::<Vec<_>>().join(" ");
    put.package_name(&outcome).map_or_else(options, str::to_owned)
}

impl State {
    /// What was asked before a question, as far as a member knows the answers: those it knows, and those that
    /// somebody could have read. Questions whose answer it was not told are left out; what they told others is not
    /// for it to say.
    ///
    /// # Errors
    /// [`Refusal`], where a question cannot be worked out any more.
    pub fn history(&self, known: &Known, before: Option<&str>) -> Result<Vec<inference::Asked>, Refusal> {
        let mut history = Vec::new();
        for question in &self.questions {
            if Some(question.id.as_str()) == before {
                break;
            }
            let answer = known.get(&question.id);
            if answer.is_none() && question.stage() != Stage::Spent {
                continue;
            }
            let put = self.put(&question.asking)?;
            let described = self.in_words(question, &put)?;
            let answer = answer.map(|answer| self.versioned(question, told(&question.asking, &put, *answer)));
            history.push(inference::Asked { question: described, answer });
        }
        Ok(history)
    }

    /// Answers that the gate shows to all members: results that all sides which took part brought to the table.
    ///
    /// # Errors
    /// As [`Self::history`].
    pub fn tabled_answers(&self) -> Result<Known, Refusal> {
        let mut known = Known::new();
        for question in &self.questions {
            let Some(result) = self.tabled(question) else {
                continue;
            };
            let put = self.put(&question.asking)?;
            let number = put.agenda.outcome(result).ok().and_then(|outcome| put.number(&outcome));
            let answer = match question.asking.subject {
                Subject::Adopt { .. } => Some(Answer::Exists),
                _ => number.map(Answer::Outcome),
            };
            known.extend(answer.map(|answer| (question.id.clone(), answer)));
        }
        Ok(known)
    }

    fn tabled(&self, question: &Question) -> Option<&BTreeMap<String, String>> {
        self.record.gates.get(&question.id)?.result(&question.asking.sides)
    }

    /// The question under its number in the record, with packages of older versions marked as such.
    ///
    /// # Errors
    /// As [`Self::history`].
    pub fn in_words(&self, question: &Question, put: &Put) -> Result<inference::Question, Refusal> {
        let mut described = described(&question.number.to_string(), &question.asking, put);
        if question.asking.told_to_all || self.tabled(question).is_some() {
            let others = self.sides().into_iter().filter(|side| !question.asks(side));
            described.told = others.map(str::to_owned).collect();
        }
        if let Scope::Packages(names) = &mut described.scope {
            for name in names {
                *name = self.mark(question, name.clone());
            }
        }
        Ok(described)
    }

    /// How all packages are spoken of, by the names that the reasoning has for them: those that questions name, and those
    /// of the answers that a member knows.
    ///
    /// # Errors
    /// As [`Self::history`].
    pub fn spoken(&self, known: &Known) -> Result<BTreeMap<String, Spoken>, Refusal> {
        let mut all = BTreeMap::new();
        for question in &self.questions {
            let subject = &question.asking.subject;
            let mut names: Vec<String> = match subject {
                Subject::Agenda { packages, .. } | Subject::Improve { packages, .. } => {
                    packages.clone().unwrap_or_default()
                }
                Subject::Adopt { .. } => vec!["adopt".to_owned()],
                Subject::Date { slots } => slots.clone(),
            };
            if let Some(Answer::Outcome(number)) = known.get(&question.id) {
                names.push(package(&self.put(&question.asking)?, *number));
            }
            for name in names {
                let plain = spoken(subject, &name);
                let spoken = Spoken { version: self.marked(question, &plain.to_string()), ..plain };
                all.insert(spoken.to_string(), spoken);
            }
        }
        Ok(all)
    }

    fn versioned(&self, question: &Question, answer: inference::Answer) -> inference::Answer {
        match answer {
            inference::Answer::Package(name) => inference::Answer::Package(self.mark(question, name)),
            other => other,
        }
    }

    /// A package of an older version whose meaning has changed since is not the package of the same name today.
    fn mark(&self, question: &Question, name: String) -> String {
        match self.marked(question, &name) {
            Some(version) => format!("{name} (agenda {version})"),
            None => name,
        }
    }

    fn marked(&self, question: &Question, name: &str) -> Option<u32> {
        let version = question.asking.subject.version().filter(|version| *version != self.newest())?;
        let agendas = (self.version(version), self.version(self.newest()));
        let same = match agendas {
            (Ok(then), Ok(now)) => match (then.agenda(), now.agenda()) {
                (Ok(then), Ok(now)) => options(&then, name).is_some_and(|one| Some(one) == options(&now, name)),
                _ => false,
            },
            _ => false,
        };
        (!same).then_some(version)
    }

    /// What each possible answer of a question, together with all earlier ones that a member knows, would tell.
    /// `own` holds that member's own verdicts, or nothing.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn preview(
        &self,
        id: &str,
        known: &Known,
        own: &[inference::OwnVerdicts],
    ) -> Result<inference::Preview, Refusal> {
        let question = self.question(id)?;
        let put = self.put(&question.asking)?;
        let history = self.history(known, Some(&question.id))?;
        let described = self.in_words(question, &put)?;
        inference::preview(&history, &described, own).map_err(|error| Refusal::Question(error.to_string()))
    }
}

fn options(agenda: &Agenda, name: &str) -> Option<Vec<(String, String)>> {
    let outcome = agenda.package(name).ok()?;
    Some(agenda.names(&outcome).map(|(issue, choice)| (issue.to_owned(), choice.to_owned())).collect())
}
