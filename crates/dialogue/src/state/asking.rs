//! Questions: who may call them, what they may be about, and each step until they are answered.
use std::collections::BTreeSet;

use negotiation::circuit::Answer;
use negotiation::{Agenda, inference};
use negotiation::{Asked, Put};

use crate::event::{Arrival, Event, check_name, check_text};
use crate::id::MemberId;
use crate::question::{Asking, Bits, Consent, Question, Stage, Subject};
use crate::refusal::Refusal;
use crate::run::{Attempt, Card, End};

use super::{MOST_QUESTIONS, State};

/// Attempts at one run.
const MOST_ATTEMPTS: usize = 100;

impl State {
    pub(super) fn call(&mut self, arrival: Arrival, event: &Event, asking: &Asking) -> Result<(), Refusal> {
        let question = self.proposed(arrival.author, event, asking)?;
        self.questions.push(question);
        Ok(())
    }

    /// The question that a call would put on the record, with everything checked that can be.
    fn proposed(&self, author: MemberId, event: &Event, asking: &Asking) -> Result<Question, Refusal> {
        self.may_call(author)?;
        if self.questions.len() >= MOST_QUESTIONS {
            return Err(Refusal::Question(format!("there are {MOST_QUESTIONS} questions already")));
        }
        let mut asking = asking.clone();
        // One order of sides, so that who takes which part in the run follows from the question alone.
        asking.sides.sort_unstable();
        if asking.sides.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err(Refusal::Question("a side is named twice".to_owned()));
        }
        for side in &asking.sides {
            let known = self.sides();
            if !known.contains(side.as_str()) {
                return Err(Refusal::unknown("side", side, known));
            }
        }
        if let Subject::Adopt { title, text, issues } = &mut asking.subject {
            issues.sort_unstable();
            issues.dedup();
            self.check_issues(issues)?;
            if let Some(why) = self.record.barred_in_text(title, text) {
                return Err(Refusal::Question(why));
            }
        }
        let texts = self.questions.iter().map(|question| &question.asking).chain([&asking]);
        if texts.map(|asking| asking.subject.text_bytes()).sum::<usize>() > crate::event::MOST_AGENDA_BYTES {
            return Err(Refusal::Question("the texts and slots of all questions together are too long".to_owned()));
        }
        let put = self.put(&asking)?;
        if let Some(why) = self.record.barred(&put.agenda).filter(|_| asking.subject.version().is_some()) {
            return Err(Refusal::Question(why));
        }
        if put.rule().ranks() && matches!(asking.subject, Subject::Adopt { .. } | Subject::Date { .. }) {
            return Err(Refusal::Question(
                "a text or a date has no scores to rank by; ask `draw` or `exists`".to_owned(),
            ));
        }
        if let Some(warning) = inference::midpoint(&put.agenda, &put.question, put.rule()) {
            return Err(Refusal::Question(warning.to_string()));
        }
        let packages = put.outcomes as u128;
        // A text that all adopt or not is one package by its nature; the least number guards the agenda.
        let guarded = !matches!(asking.subject, Subject::Adopt { .. });
        if guarded && packages < u128::from(self.charter.least_packages) {
            return Err(Refusal::TooFewPackages { packages, least: self.charter.least_packages });
        }
        let bits = Bits::of(crate::ledger::described("?", &asking, &put).bits());
        let left = self.budget_left();
        if bits.value() > left {
            return Err(Refusal::OverBudget { asked: bits.value(), left });
        }
        let id = event.id(author).short();
        if self.questions.iter().any(|question| question.id == id) {
            return Err(Refusal::Repeated);
        }
        Ok(Question {
            id,
            number: u32::try_from(self.questions.len() + 1).unwrap_or(u32::MAX),
            caller: author,
            at: event.at,
            asking,
            bits,
            packages: put.outcomes as u64,
            consents: Default::default(),
            refused_by: None,
            withdrawn: false,
            attempts: Vec::new(),
        })
    }

    /// Whether a text may be about these issues. Where somebody is affected by what is on the agenda, it says which: else
    /// nobody could tell whom it concerns.
    fn check_issues(&self, issues: &[String]) -> Result<(), Refusal> {
        let agendas: Vec<Agenda> = self.agendas.iter().filter_map(|version| version.agenda().ok()).collect();
        let all: Vec<&negotiation::Issue> = agendas.iter().flat_map(Agenda::issues).collect();
        let known: BTreeSet<&str> = all.iter().map(|issue| issue.name.as_str()).collect();
        if let Some(issue) = issues.iter().find(|issue| !known.contains(issue.as_str())) {
            return Err(Refusal::unknown("issue", issue, known));
        }
        if issues.is_empty() && all.iter().any(|issue| !issue.affected.is_empty()) {
            let names: Vec<&str> = known.into_iter().collect();
            return Err(Refusal::Question(format!(
                "the agenda names sides that it affects, so a text says which issues it is about: `--issue NAME`, of {}",
                names.join(", ")
            )));
        }
        Ok(())
    }

    /// The question's document as every side's machine works it out.
    ///
    /// # Errors
    /// [`Refusal`], where there is no such agenda.
    pub fn asked(&self, asking: &Asking) -> Result<Asked, Refusal> {
        let (agenda, packages, only) = match &asking.subject {
            Subject::Agenda { version, packages, only } => {
                (self.version(*version)?.toml.clone(), packages.clone(), only.clone())
            }
            Subject::Improve { version, than, packages } => {
                let version = self.version(*version)?;
                version.agenda()?.package(than).map_err(question)?;
                (version.toml.clone(), packages.clone(), Vec::new())
            }
            Subject::Adopt { title, text, .. } => {
                check_name("the text's title", title)?;
                check_text("the text", text)?;
                (own(&asking.subject)?.to_toml(), Some(vec!["adopt".to_owned()]), Vec::new())
            }
            Subject::Date { slots } => {
                slots.iter().try_for_each(|slot| check_name("a slot", slot))?;
                (own(&asking.subject)?.to_toml(), Some(slots.clone()), Vec::new())
            }
        };
        Ok(Asked {
            agenda,
            format: negotiation::formats::Format::Own,
            sides: asking.sides.clone(),
            packages,
            only,
            rule: asking.rule,
            quorum: asking.quorum,
            vetoes: asking.vetoes.clone(),
        })
    }

    /// The question with everything worked out.
    ///
    /// # Errors
    /// [`Refusal::Question`]: names that are not there, too few sides, more than a run can take.
    pub fn put(&self, asking: &Asking) -> Result<Put, Refusal> {
        self.asked(asking)?.put().map_err(question)
    }

    /// Bits that the budget has left: questions that may still be answered count from their call on.
    #[must_use]
    pub fn budget_left(&self) -> f64 {
        let spent: u64 = self.questions.iter().filter(|question| question.counts()).map(|one| one.bits.0).sum();
        self.charter.budget_bits - Bits(spent).value()
    }

    pub(super) fn consent(&mut self, author: MemberId, id: &str, seal: [u8; 32]) -> Result<(), Refusal> {
        let side = self.side_of(author)?;
        let question = self.question(id)?;
        let open = match question.stage() {
            Stage::Called { waiting } => waiting.contains(&side),
            _ => false,
        };
        if !question.asks(&side) {
            return Err(stage(question, format!("does not ask {side}")));
        }
        if !open {
            return Err(stage(question, format!("cannot be consented to by {side} any more: each side seals once")));
        }
        if let Some(version) = question.asking.subject.version() {
            match self.version(version)?.seals.get(&side) {
                None => return Err(Refusal::NotSealed { side, version }),
                Some(sealed) if sealed.holder != author => return Err(Refusal::AnotherHolds(side)),
                Some(_) => {}
            }
        }
        let consent = Consent { holder: author, seal };
        self.change(id, |question| {
            question.consents.insert(side, consent);
        })
    }

    pub(super) fn refuse(&mut self, author: MemberId, id: &str) -> Result<(), Refusal> {
        let side = self.side_of(author)?;
        let question = self.question(id)?;
        if !question.asks(&side) || !matches!(question.stage(), Stage::Called { .. }) {
            return Err(stage(question, format!("cannot be refused by {side} now")));
        }
        self.change(id, |question| question.refused_by = Some(side))
    }

    pub(super) fn withdraw(&mut self, author: MemberId, id: &str) -> Result<(), Refusal> {
        let question = self.question(id)?;
        if question.caller != author {
            return Err(Refusal::NotAllowed("who called the question"));
        }
        let unopened = match question.stage() {
            Stage::Called { .. } => true,
            Stage::Consented { .. } => !question.attempts.iter().any(Attempt::may_have_opened),
            _ => false,
        };
        if !unopened {
            return Err(stage(question, "cannot be taken back now".to_owned()));
        }
        self.change(id, |question| question.withdrawn = true)
    }

    pub(super) fn ready(&mut self, author: MemberId, id: &str, attempt: u32, card: &Card) -> Result<(), Refusal> {
        let side = self.held_by(author, id)?;
        let question = self.question(id)?;
        let open = match question.stage() {
            Stage::Consented { attempt: next, waiting } => {
                attempt == next && waiting.contains(&side) && question.attempts.len() < MOST_ATTEMPTS
            }
            _ => false,
        };
        // Who has ended an attempt is not waited for by anybody who is not in it yet.
        let at = usize::try_from(attempt).unwrap_or(usize::MAX);
        let over = question.attempts.get(at.saturating_sub(1)).is_some_and(|one| !one.ends.is_empty());
        if !open || over {
            return Err(stage(question, format!("does not wait for {side} in attempt {attempt}")));
        }
        let card = card.clone();
        self.change(id, |question| {
            if question.attempts.len() < at {
                question.attempts.push(Attempt::default());
            }
            if let Some(attempt) = question.attempts.last_mut() {
                attempt.cards.insert(side, card);
            }
        })
    }

    pub(super) fn end(&mut self, author: MemberId, id: &str, attempt: u32, end: &End) -> Result<(), Refusal> {
        let side = self.held_by(author, id)?;
        let question = self.question(id)?;
        let at = usize::try_from(attempt).ok().and_then(|attempt| attempt.checked_sub(1));
        let found = at.and_then(|at| question.attempts.get(at));
        let takes_part = found.is_some_and(|one| one.cards.contains_key(&side) && !one.ends.contains_key(&side));
        let complete = found.is_some_and(|one| question.asking.sides.iter().all(|side| one.cards.contains_key(side)));
        if !takes_part || (*end == End::Answered && !complete) {
            return Err(stage(question, format!("has no such attempt of {side} to end")));
        }
        let end = end.clone();
        self.change(id, |question| {
            if let Some(attempt) = at.and_then(|at| question.attempts.get_mut(at)) {
                attempt.ends.insert(side, end);
            }
        })
    }

    /// An answer told to all; it changes nothing here. Who took part holds it against its own.
    pub(super) fn tell(&self, author: MemberId, id: &str, answer: Answer) -> Result<(), Refusal> {
        self.held_by(author, id)?;
        let question = self.question(id)?;
        let number = match answer {
            Answer::Outcome(number) => number as u64,
            Answer::None | Answer::Exists => 0,
        };
        if !question.asking.told_to_all || !matches!(question.stage(), Stage::Answered | Stage::Running { .. }) {
            return Err(stage(question, "has no answer that all are told".to_owned()));
        }
        if number >= question.packages.max(1) {
            return Err(stage(question, "has no such package".to_owned()));
        }
        Ok(())
    }

    /// The side whose bits the author's machine enters.
    fn held_by(&self, author: MemberId, id: &str) -> Result<String, Refusal> {
        let side = self.side_of(author)?;
        let question = self.question(id)?;
        match question.consents.get(&side) {
            Some(consent) if consent.holder == author => Ok(side),
            Some(_) => Err(Refusal::AnotherHolds(side)),
            None => Err(stage(question, format!("was not consented to by {side}"))),
        }
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut Question)) -> Result<(), Refusal> {
        let id = self.question(id)?.id.clone();
        if let Some(question) = self.questions.iter_mut().find(|question| question.id == id) {
            change(question);
        }
        Ok(())
    }
}

fn own(subject: &Subject) -> Result<Agenda, Refusal> {
    subject.own_agenda()?.ok_or_else(|| Refusal::Question("the question brings no agenda".to_owned()))
}

fn question(error: negotiation::Error) -> Refusal {
    Refusal::Question(error.to_string())
}

fn stage(question: &Question, why: String) -> Refusal {
    Refusal::Stage { id: question.id.clone(), why }
}
