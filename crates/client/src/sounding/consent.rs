//! Calling a question, seeing what it would tell, and consenting to it or not.

use std::collections::{BTreeMap, BTreeSet};

use dialogue::question::Asking;
use dialogue::{Arrival, Body, Event, Question, Read, Room, State, Subject};
use negotiation::{Put, inference};
use serde::Serialize;
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::participant::{Desk, Participant};
use crate::sounding::{ballot, position};
use crate::tables::{self, AnswerRow, BallotRow};

/// What a side says to a text or a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vote {
    /// The question is about the agenda: the sealed position speaks.
    Position,
    /// To a text: whether it is acceptable.
    Text(bool),
    /// To a date: the slots that are free.
    Free(BTreeSet<String>),
}

/// What a question would tell, for its member's own eyes.
#[derive(Debug, Clone, Serialize)]
pub struct Preview {
    /// By answer, together with all earlier ones.
    pub told: inference::Preview,
    /// What one's own sealed position makes of it, and what else to think of.
    pub warnings: Vec<String>,
    /// That one's own position makes it a probe.
    pub probe: Option<inference::Warning>,
    /// The numbers of earlier questions whose answers were not told to this member.
    pub untold: Vec<String>,
    /// Bits that the budget over all questions has left after this one.
    pub budget_left: f64,
    /// Who may learn the answer first.
    pub first: String,
    /// What not consenting shows.
    pub refusing: String,
}

impl Preview {
    /// A digest of what it tells and warns of, by which it is noticed that an answer came in after it was shown.
    ///
    /// # Errors
    /// Nothing that is expected: it cannot be written down.
    pub fn digest(&self) -> Result<String> {
        let shown = serde_json::to_vec(&(&self.told, &self.warnings, &self.probe, &self.untold))?;
        Ok(blake3::Hasher::new_derive_key("backchannel preview v1").update(&shown).finalize().to_hex().to_string())
    }
}

/// A question before it is called.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The question as the call would put it on the record; its name is another then.
    pub question: Question,
    /// What it would tell.
    pub preview: Preview,
}

impl Participant {
    /// What a question would tell, before it is called; nobody hears of it.
    ///
    /// # Errors
    /// As [`Self::call`].
    pub fn propose(&mut self, asking: Asking) -> Result<Proposal> {
        self.read(|desk| {
            let mut state = desk.state()?.clone();
            let number = state.numbers.get(&desk.me).map_or(1, |last| last.saturating_add(1));
            let event = Event::new(number, desk.now, Body::Called { asking: Box::new(asking) });
            let arrival = Arrival { sequence: u64::MAX, author: desk.me };
            state.apply(arrival, &Read::Known(Box::new(event)))?;
            let question = state.questions.last().cloned();
            let question = question.ok_or_else(|| Error::Trouble("the question was not taken up".to_owned()))?;
            let preview = previewed(desk, &state, &question)?;
            Ok(Proposal { question, preview })
        })
    }

    /// Calls a question; answers its name.
    ///
    /// # Errors
    /// [`Error::Refused`]: the charter, the budget, too few packages, a question that cannot be.
    pub fn call(&mut self, asking: Asking) -> Result<String> {
        self.write(|desk| {
            let event = desk.post(&Room::Plenary, Body::Called { asking: Box::new(asking) })?;
            Ok(event.id(desk.me).short())
        })
    }

    /// What each possible answer of a question would tell, together with all earlier ones.
    ///
    /// # Errors
    /// No such question.
    pub fn preview(&mut self, id: &str) -> Result<Preview> {
        self.read(|desk| {
            let state = desk.state()?;
            previewed(desk, state, state.question(id)?)
        })
    }

    /// Consents for one's side. What will enter is fixed and sealed by it; a position that is not sealed yet must be
    /// sealed before.
    ///
    /// # Errors
    /// [`Error::Refused`]: not asked, consented already, no seal; a vote that does not fit the question.
    pub fn consent(&mut self, id: &str, vote: &Vote) -> Result<()> {
        self.write(|desk| {
            let question = desk.state()?.question(id)?.clone();
            let document = voted(&question, vote)?;
            if tables::ballot(desk.tx, &question.id)?.is_none() {
                let row = BallotRow { document, salt: Zeroizing::new(crate::random()?) };
                tables::put_ballot(desk.tx, &question.id, &row)?;
            }
            let put = desk.state()?.put(&question.asking)?;
            let seal = ballot::ballot(desk, &question, &put)?.seal();
            desk.post(&Room::Plenary, Body::Consented { question: question.id, seal })?;
            Ok(())
        })
    }

    /// The version of the agenda whose position has to be sealed before this side can consent to a question.
    ///
    /// # Errors
    /// No such question.
    pub fn needs_seal(&mut self, id: &str) -> Result<Option<u32>> {
        self.read(|desk| {
            let question = desk.state()?.question(id)?;
            let side = desk.state()?.side_of(desk.me)?;
            let Some(version) = question.asking.subject.version() else {
                return Ok(None);
            };
            let sealed = desk.state()?.version(version)?.seals.contains_key(&side);
            Ok((!sealed).then_some(version))
        })
    }

    /// Does not consent for one's side; all see it.
    ///
    /// # Errors
    /// [`Error::Refused`].
    pub fn decline(&mut self, id: &str) -> Result<()> {
        self.write(|desk| {
            let question = desk.state()?.question(id)?.id.clone();
            desk.post(&Room::Plenary, Body::ConsentRefused { question }).map(drop)
        })
    }

    /// The answer to a question, where this participant knows it.
    ///
    /// # Errors
    /// No such question.
    pub fn answer(&mut self, id: &str) -> Result<Option<AnswerRow>> {
        self.read(|desk| {
            let id = desk.state()?.question(id)?.id.clone();
            tables::answer(desk.tx, &id)
        })
    }

    /// All answers that this participant knows: those it was told, and those that stand on the table for all members.
    ///
    /// # Errors
    /// The vault.
    pub fn answers(&mut self) -> Result<dialogue::ledger::Known> {
        self.read(|desk| known(desk, desk.state()?))
    }
}

fn known(desk: &Desk<'_>, state: &State) -> Result<dialogue::ledger::Known> {
    let mut known = state.tabled_answers()?;
    known.extend(tables::answers(desk.tx)?);
    Ok(known)
}

/// What a question of this state would tell.
fn previewed(desk: &Desk<'_>, state: &State, question: &Question) -> Result<Preview> {
    let put = state.put(&question.asking)?;
    let known = known(desk, state)?;
    let own = own_verdicts(desk, question, &put)?;
    let told = state.preview(&question.id, &known, own.as_slice())?;
    let mut warnings: Vec<String> = told.warnings.iter().map(ToString::to_string).collect();
    let described = state.in_words(question, &put)?;
    let probe = probe(desk, question, &put, &described)?;
    warnings.extend(probe.as_ref().map(ToString::to_string));
    let unknown = state.questions.iter().filter(|one| {
        one.number < question.number && !known.contains_key(&one.id) && one.stage() == dialogue::Stage::Answered
    });
    let untold: Vec<String> = unknown.map(|one| one.number.to_string()).collect();
    if !untold.is_empty() {
        warnings.push(format!(
            "The answers to question {} were not told to you: what they tell together with this one, to those who know \
             them, is not listed.",
            untold.join(", ")
        ));
    }
    let refusing = "Every member sees which side did not consent; nobody sees why.".to_owned();
    let first = "Who may learn the answer first: one side, drawn by coins that the machines of all sides toss together in \
                 the run and none can steer. It could stop before the others have the answer; they would see that it did."
        .to_owned();
    Ok(Preview { told, warnings, probe, untold, budget_left: state.budget_left(), first, refusing })
}

fn voted(question: &Question, vote: &Vote) -> Result<Option<Zeroizing<String>>> {
    let yes: BTreeSet<String> = match (&question.asking.subject, vote) {
        (Subject::Agenda { .. } | Subject::Improve { .. }, Vote::Position) => return Ok(None),
        (Subject::Adopt { .. }, Vote::Text(true)) => BTreeSet::from(["adopt".to_owned()]),
        (Subject::Adopt { .. }, Vote::Text(false)) => BTreeSet::new(),
        (Subject::Date { slots }, Vote::Free(free)) => {
            if let Some(other) = free.iter().find(|slot| !slots.contains(slot)) {
                return Err(dialogue::Refusal::unknown("slot", other, slots.iter().map(String::as_str)).into());
            }
            free.clone()
        }
        (Subject::Adopt { .. }, _) => {
            return Err(Error::Misuse("say whether your side accepts the text: `--accept` or `--reject`".to_owned()));
        }
        (Subject::Date { .. }, _) => {
            return Err(Error::Misuse(
                "say which slots are free for your side: `--free SLOT` or `--ics FILE`".to_owned(),
            ));
        }
        _ => return Err(Error::Misuse("this question is about the agenda: your sealed position speaks".to_owned())),
    };
    Ok(Some(Zeroizing::new(serde_json::to_string(&yes)?)))
}

/// One's own verdicts on the packages that have names, as far as this machine holds a position.
fn own_verdicts(desk: &Desk<'_>, question: &Question, put: &Put) -> Result<Vec<inference::OwnVerdicts>> {
    let (Some(version), Ok(side)) = (question.asking.subject.version(), desk.state()?.side_of(desk.me)) else {
        return Ok(Vec::new());
    };
    let Some(row) = tables::position(desk.tx, version)? else {
        return Ok(Vec::new());
    };
    let own = position::read(&put.agenda, &row.document, &row.extension)?;
    let (mut tolerates, mut gains) = (BTreeMap::new(), BTreeMap::new());
    for package in put.agenda.packages() {
        let verdict = own.verdict(&put.agenda.package(&package.name)?);
        tolerates.insert(package.name.clone(), verdict.acceptable);
        gains.insert(package.name.clone(), verdict.gain);
    }
    let scale = negotiation::number::approximate(put.agenda.scale());
    Ok(vec![inference::OwnVerdicts { side, tolerates, gains, scale }])
}

/// Whether one's own position makes the question a probe.
fn probe(
    desk: &Desk<'_>,
    question: &Question,
    put: &Put,
    described: &inference::Question,
) -> Result<Option<inference::Warning>> {
    let (Some(version), Ok(side)) = (question.asking.subject.version(), desk.state()?.side_of(desk.me)) else {
        return Ok(None);
    };
    let Some(row) = tables::position(desk.tx, version)? else {
        return Ok(None);
    };
    let own = position::read(&put.agenda, &row.document, &row.extension)?;
    // What would enter: in a question for something better, not all that is tolerable.
    let judged = ballot::judged(&question.asking.subject, put, &own)?;
    let passing = judged.iter().filter(|judgement| judgement.acceptable).count();
    Ok(inference::probing(described, &side, passing as u128))
}
