//! An answer: the package, or that there is none; how one's own side sees it, whom it concerns, what it told, what next.
use client::{AnswerRow, Participant};
use dialogue::question::Subject;
use dialogue::{Question, State, ledger};
use negotiation::circuit::Answer;
use negotiation::inference::{self, Asked};
use negotiation::{Outcome, Position, Put};

use super::card::{Card, card};
use super::claims::{Teller, slot_words};
use crate::error::Result;
use crate::lang::{Lang, say};
use crate::pages::agenda::words::all_of;
use crate::pages::position::why;

/// An answer as the page shows it.
pub(super) struct Told {
    pub(super) headline: String,
    /// Whether there is something that all tolerate.
    pub(super) found: bool,
    pub(super) card: Option<Card>,
    /// Affected sides that took no part and have not consented, each in a sentence.
    pub(super) exploratory: Vec<String>,
    pub(super) own: Option<Own>,
    pub(super) receipt: Option<String>,
    pub(super) confirmed: String,
    /// What it told each side: side, whether it is one's own, sentences.
    pub(super) learned: Vec<(String, bool, Vec<String>)>,
    pub(super) next: Vec<String>,
    /// Whether the gate is where to go on.
    pub(super) gate: bool,
}

/// One's own view of the package.
pub(super) struct Own {
    pub(super) acceptable: bool,
    pub(super) why: Vec<String>,
    pub(super) points: Option<String>,
}

pub(super) fn told(
    lang: Lang,
    me: &mut Participant,
    state: &State,
    (question, put): (&Question, &Put),
    row: &AnswerRow,
    side: Option<&str>,
) -> Result<Told> {
    let subject = &question.asking.subject;
    let outcome = match row.answer {
        Answer::Outcome(number) => put.outcome(number),
        Answer::None | Answer::Exists => None,
    };
    let slot = outcome.as_ref().and_then(|outcome| put.package_name(outcome)).map(|slot| slot_words(lang, slot));
    let headline = match (&row.answer, subject) {
        (Answer::None, Subject::Adopt { .. }) => say(lang, "soundings-told-text-no", &[]),
        (Answer::None, Subject::Date { .. }) => say(lang, "soundings-told-date-no", &[]),
        (Answer::None, Subject::Improve { .. }) => say(lang, "soundings-told-better-no", &[]),
        (Answer::None, Subject::Agenda { .. }) => say(lang, "soundings-told-none", &[]),
        (_, Subject::Adopt { .. }) => say(lang, "soundings-told-text-yes", &[]),
        (Answer::Exists, _) => say(lang, "soundings-told-exists", &[]),
        (Answer::Outcome(_), Subject::Date { .. }) => {
            say(lang, "soundings-told-date", &[("slot", slot.unwrap_or_default().into())])
        }
        (Answer::Outcome(number), _) => {
            let package = ledger::package(put, *number);
            say(lang, "soundings-told-package", &[("package", package.into())])
        }
    };
    let outcome = outcome.filter(|_| subject.version().is_some());
    let exploratory = match (&outcome, subject) {
        (Some(outcome), _) => exploratory(lang, state, question, put, outcome),
        (None, Subject::Adopt { issues, .. }) if row.answer != Answer::None => {
            text_exploratory(lang, state, question, issues)?
        }
        (None, _) => Vec::new(),
    };
    let own = outcome.as_ref().and_then(|outcome| own(lang, me, question, put, outcome));
    let (found, gate) = (row.answer != Answer::None, !exploratory.is_empty());
    let next = next(lang, subject, found, gate);
    Ok(Told {
        headline,
        found,
        card: outcome.as_ref().map(|outcome| card(put, outcome)),
        exploratory,
        own,
        receipt: row.receipt.clone(),
        confirmed: all_of(lang, &row.confirmed),
        learned: learned(lang, me, state, (question, put), row, side)?,
        next,
        gate,
    })
}

fn exploratory(lang: Lang, state: &State, question: &Question, put: &Put, outcome: &Outcome) -> Vec<String> {
    let gate = state.record.gates.get(&question.id);
    let consents = |side: &str| gate.and_then(|gate| gate.voice(side)) == Some(dialogue::record::gate::Voice::Consents);
    // Where a quorum sufficed, only of sides with a veto it is certain that they accept.
    let outvoted = question.asking.quorum.is_some_and(|least| least < question.asking.sides.len());
    let certain = if outvoted { &question.asking.vetoes } else { &question.asking.sides };
    let absent = put.agenda.absent_affected(outcome, certain);
    let titles = |names: &[&str]| -> Vec<String> {
        let issues = put.agenda.issues().iter().filter(|issue| names.contains(&issue.name.as_str()));
        issues.map(|issue| crate::pages::agenda::words::issue_title(issue).to_owned()).collect()
    };
    let missing = absent.iter().filter(|(side, _)| !consents(side));
    let line = |(side, issues): &(&str, Vec<&str>)| {
        let issues = all_of(lang, &titles(issues));
        say(lang, "soundings-exploratory", &[("side", (*side).into()), ("issues", issues.into())])
    };
    missing.map(line).collect()
}

/// Whose consent a text still lacks, by the issues that it is about.
fn text_exploratory(lang: Lang, state: &State, question: &Question, issues: &[String]) -> Result<Vec<String>> {
    let missing = state.passage(&question.id)?.missing;
    let line = |side: &String| {
        let on: Vec<String> = state.issues_affecting(side, issues).into_iter().collect();
        say(lang, "soundings-exploratory", &[("side", side.as_str().into()), ("issues", all_of(lang, &on).into())])
    };
    Ok(missing.iter().map(line).collect())
}

fn own(lang: Lang, me: &mut Participant, question: &Question, put: &Put, outcome: &Outcome) -> Option<Own> {
    let saved = me.position(question.asking.subject.version()).ok()?;
    let position = saved.position().ok()?;
    let acceptable = position.verdict(outcome).acceptable;
    let (why, points) = match &position {
        Position::Words(words) => {
            let reasons = negotiation::check::refusals(&put.agenda, words, outcome);
            (why(lang, &put.agenda, words, &reasons), Some(words.points_of(outcome).to_string()))
        }
        other => (Vec::new(), Some(format!("{:.2}", other.verdict(outcome).utility))),
    };
    Some(Own { acceptable, why, points: points.filter(|_| acceptable) })
}

/// What the answer told that the answers before it had not; nobody's own verdicts are used.
fn learned(
    lang: Lang,
    me: &mut Participant,
    state: &State,
    (question, put): (&Question, &Put),
    row: &AnswerRow,
    side: Option<&str>,
) -> Result<Vec<(String, bool, Vec<String>)>> {
    let known = me.answers()?;
    let all = state.history(&known, None)?;
    let number = question.number.to_string();
    let Some(asked) = all.iter().find(|asked| asked.question.id == number).cloned() else {
        return Ok(Vec::new());
    };
    let before: Vec<Asked> = all.into_iter().take_while(|asked| asked.question.id != number).collect();
    let news = inference::news(&before, &asked, &[])?;
    let teller = Teller { lang, spoken: state.spoken(&known)? };
    let answer = ledger::told(&question.asking, put, row.answer);
    let mut learned = vec![(String::new(), false, teller.says(&asked.question, &answer, news.possible))];
    learned.extend(news.readers.iter().map(|view| {
        let reader = view.readers.first().cloned().unwrap_or_default();
        let mine = side == Some(reader.as_str());
        (reader, mine, teller.view(view, Some(&number)))
    }));
    Ok(learned)
}

fn next(lang: Lang, subject: &Subject, found: bool, gate: bool) -> Vec<String> {
    let names: &[&str] = match (subject, found, gate) {
        (Subject::Agenda { .. } | Subject::Improve { .. }, true, true) => &["soundings-next-gate"],
        (Subject::Agenda { .. } | Subject::Improve { .. }, true, false) => &["soundings-next-bring"],
        (Subject::Agenda { .. }, false, _) => &["soundings-next-none", "soundings-next-version"],
        (Subject::Improve { .. }, false, _) => &["soundings-next-stands"],
        (Subject::Adopt { .. }, true, _) => &["soundings-next-text"],
        (Subject::Adopt { .. }, false, _) => &["soundings-next-text-no"],
        (Subject::Date { .. }, true, _) => &["soundings-next-date"],
        (Subject::Date { .. }, false, _) => &["soundings-next-date-no"],
    };
    names.iter().map(|name| say(lang, name, &[])).collect()
}
