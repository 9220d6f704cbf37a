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
        (Some(names), subject) => Scope::Packages(names.map(|name| spoken(subject, name)).collect()),
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

/// How a package is spoken of: one that must be better than another is another claim than one that is tolerable.
fn spoken(subject: &Subject, name: &str) -> String {
    match subject {
        Subject::Improve { than, .. } => format!("{name} (as better than {than})"),
        Subject::Adopt { title, .. } => format!("the text “{title}”"),
        Subject::Agenda { .. } | Subject::Date { .. } => name.to_owned(),
    }
}

/// An answer as far as it matters for what it tells.
#[must_use]
pub fn told(asking: &Asking, put: &Put, answer: Answer) -> inference::Answer {
    match answer {
        Answer::None => inference::Answer::None,
        Answer::Exists => inference::Answer::Exists,
        Answer::Outcome(number) => inference::Answer::Package(spoken(&asking.subject, &package(put, number))),
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

    /// The question under its number in the record, with packages of older versions marked as such.
    ///
    /// # Errors
    /// As [`Self::history`].
    pub fn in_words(&self, question: &Question, put: &Put) -> Result<inference::Question, Refusal> {
        let mut described = described(&question.number.to_string(), &question.asking, put);
        if question.asking.told_to_all {
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

    fn versioned(&self, question: &Question, answer: inference::Answer) -> inference::Answer {
        match answer {
            inference::Answer::Package(name) => inference::Answer::Package(self.mark(question, name)),
            other => other,
        }
    }

    /// A package of an older version whose meaning has changed since is not the package of the same name today.
    fn mark(&self, question: &Question, name: String) -> String {
        let Some(version) = question.asking.subject.version().filter(|version| *version != self.newest()) else {
            return name;
        };
        let agendas = (self.version(version), self.version(self.newest()));
        let same = match agendas {
            (Ok(then), Ok(now)) => match (then.agenda(), now.agenda()) {
                (Ok(then), Ok(now)) => options(&then, &name).is_some_and(|one| Some(one) == options(&now, &name)),
                _ => false,
            },
            _ => false,
        };
        if same { name } else { format!("{name} (agenda {version})") }
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
