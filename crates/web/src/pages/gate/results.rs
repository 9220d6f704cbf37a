//! Results, and where each stands at the gate: who is affected and why, who was asked, who consents, who is missing.
use std::collections::BTreeSet;

use dialogue::ledger::Known;
use dialogue::record::gate::{Gate, Passage, Status, Voice};
use dialogue::{Question, Stage, State};
use negotiation::Put;
use negotiation::circuit::Answer;

use crate::error::Result;
use crate::lang::{Lang, say};
use crate::pages::agenda::words::{all_of, issue_title};
use crate::pages::soundings::card::{Card, card};

/// One result.
pub(super) struct Outcome {
    pub(super) id: String,
    pub(super) number: i64,
    /// Where it stands, in a word, and the class of the word.
    pub(super) word: String,
    pub(super) class: &'static str,
    pub(super) lead: String,
    /// The package, once it is on the table; a text by its title.
    pub(super) card: Option<Card>,
    /// Those who would be told the answer by bringing it, though the question did not promise it to them.
    pub(super) untold: String,
    /// Sides that have brought it, and those that have still to.
    pub(super) brought: String,
    pub(super) unbrought: String,
    pub(super) affected: Vec<Affected>,
    pub(super) confirmed: Vec<(String, String)>,
    /// What this member can do now.
    pub(super) can: Can,
}

/// An affected side.
pub(super) struct Affected {
    pub(super) side: String,
    /// Why it is affected.
    pub(super) why: String,
    /// What it has said, as the name of a text.
    pub(super) voice: &'static str,
    pub(super) class: &'static str,
    pub(super) note: String,
}

/// What a member can do with a result now.
#[derive(Default)]
pub(super) struct Can {
    pub(super) bring: bool,
    pub(super) speak: bool,
    pub(super) consent: bool,
    pub(super) promote: bool,
    pub(super) confirm: bool,
    pub(super) affects: bool,
}

/// All answered questions that have, or may have, a result.
pub(super) fn all(lang: Lang, state: &State, side: Option<&str>, known: &Known) -> Result<Vec<Outcome>> {
    let mut found = Vec::new();
    for question in state.questions.iter().filter(|question| question.stage() == Stage::Answered) {
        let gate = state.record.gates.get(&question.id).cloned().unwrap_or_default();
        let here = match known.get(&question.id) {
            Some(Answer::Outcome(_)) => true,
            Some(Answer::Exists) => question.asking.subject.kind() == "adopt",
            _ => false,
        };
        // A question whose answer is “none”, or is told to others alone, has nothing for the gate.
        if here || !gate.brought.is_empty() {
            found.push(one(lang, state, question, &gate, side, here)?);
        }
    }
    found.reverse();
    Ok(found)
}

fn one(lang: Lang, state: &State, question: &Question, gate: &Gate, side: Option<&str>, here: bool) -> Result<Outcome> {
    let now = state.passage(&question.id)?;
    let (status, class) = match now.status {
        Status::Open => ("open", "calm"),
        Status::Exploratory => ("exploratory", "warn"),
        Status::Tolerable => ("tolerable", "ok"),
        Status::Promoted => ("promoted", "warn"),
        Status::Agreed => ("agreed", "ok"),
    };
    let names = |some: &BTreeSet<String>| all_of(lang, &some.iter().cloned().collect::<Vec<_>>());
    let who = if now.status == Status::Promoted { names(&now.unconfirmed) } else { names(&now.missing) };
    let lead = say(lang, &format!("gate-status-{status}-means"), &[("sides", who.into())]);
    let brought = |side: &&String| gate.brought.contains_key(*side);
    let (has, open): (Vec<String>, Vec<String>) =
        question.asking.sides.iter().cloned().partition(|side| brought(&side));
    let put = state.put(&question.asking)?;
    let card = match &now.result {
        Some(result) => put.agenda.outcome(result).ok().map(|outcome| card(&put, &outcome)),
        None => None,
    };
    Ok(Outcome {
        id: question.id.clone(),
        number: question.number.into(),
        word: say(lang, &format!("gate-status-{status}"), &[]),
        class,
        lead,
        card,
        untold: if question.asking.told_to_all { String::new() } else { untold(lang, state, question) },
        brought: all_of(lang, &has),
        unbrought: all_of(lang, &open),
        affected: affected(lang, &put, question, gate, &now),
        confirmed: gate.confirmed.clone().into_iter().collect(),
        can: can(question, gate, &now, side, here),
    })
}

/// The members who were not asked, by side; whoever has none by name.
fn untold(lang: Lang, state: &State, question: &Question) -> String {
    let present = state.members.values().filter(|member| member.is_present());
    let others = present.filter_map(|member| match &member.side {
        Some(side) if question.asks(side) => None,
        Some(side) => Some(side.clone()),
        None => Some(member.name.clone()),
    });
    all_of(lang, &others.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>())
}

fn affected(lang: Lang, put: &Put, question: &Question, gate: &Gate, now: &Passage) -> Vec<Affected> {
    let brought = now.result.as_ref().or_else(|| gate.brought.values().next());
    let touching = |side: &str| -> Vec<String> {
        let issues = put.agenda.issues().iter().filter(|issue| issue.affected.iter().any(|one| one == side));
        // An issue that is left as it is concerns nobody.
        let addressed = issues.filter(|issue| {
            let left = usize::try_from(issue.default).ok().and_then(|at| issue.choices.get(at)).map(|one| &one.name);
            brought.is_none_or(|result| result.get(&issue.name) != left)
        });
        addressed.map(|issue| issue_title(issue).to_owned()).collect()
    };
    let each = |side: &String| {
        let issues = touching(side);
        let why = if !issues.is_empty() {
            say(lang, "gate-why-issues", &[("issues", all_of(lang, &issues).into())])
        } else if question.asks(side) {
            say(lang, "gate-why-outvoted", &[])
        } else {
            say(lang, "gate-why-named", &[])
        };
        let (voice, class) = match gate.voice(side) {
            Some(Voice::Consulted) => ("gate-voice-consulted", "warn"),
            Some(Voice::Consents) => ("gate-voice-consents", "ok"),
            Some(Voice::Objects) => ("gate-voice-objects", "bad"),
            None => ("gate-voice-none", "warn"),
        };
        let note = gate.voices.get(side).and_then(|all| all.last()).map(|(_, note)| note.clone()).unwrap_or_default();
        Affected { side: side.clone(), why, voice, class, note }
    };
    now.affected.iter().map(each).collect()
}

fn can(question: &Question, gate: &Gate, now: &Passage, side: Option<&str>, here: bool) -> Can {
    let Some(side) = side else {
        return Can::default();
    };
    let tabled = now.result.is_some();
    Can {
        bring: here && question.asks(side) && !gate.brought.contains_key(side),
        speak: now.affected.contains(side),
        consent: now.affected.contains(side) && tabled && !now.consenting.contains(side),
        promote: now.status == Status::Tolerable && tabled,
        confirm: now.status == Status::Promoted && now.unconfirmed.contains(side),
        affects: !matches!(now.status, Status::Agreed),
    }
}
