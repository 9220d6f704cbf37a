//! What a member can do next, each with where: from what all know and from this machine's own vault.
use client::Participant;
use dialogue::record::Day;
use dialogue::record::gate::Status;
use dialogue::{Member, MemberId, Question, Stage, State};
use negotiation::circuit::Answer;

use crate::error::Result;
use crate::lang::{Given, Lang, say};

/// Members named one by one; more are counted.
const NAMED: usize = 3;

/// Something to do, and where.
#[derive(Clone)]
pub(crate) struct Next {
    pub(crate) text: String,
    /// Below the dialogue's own path.
    pub(crate) path: &'static str,
    /// Since when it waits, where that is known.
    pub(crate) at: Option<i64>,
}

/// Collects acts.
pub(super) struct List {
    lang: Lang,
    pub(super) all: Vec<Next>,
}

impl List {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, all: Vec::new() }
    }

    pub(super) fn add(&mut self, name: &str, given: &[(&str, Given)], path: &'static str, at: Option<i64>) {
        self.all.push(Next { text: say(self.lang, name, given), path, at });
    }
}

/// What a member can do now, the most pressing first.
pub(crate) fn acts(lang: Lang, me: &mut Participant, state: &State, id: MemberId, now: i64) -> Result<Vec<Next>> {
    let mut list = List::new(lang);
    let Some(member) = state.members.get(&id) else {
        return Ok(list.all);
    };
    messages(&mut list, state, id);
    ending(&mut list, state, id, member);
    if state.is_ending() {
        return Ok(list.all);
    }
    people(&mut list, me, state, id, member)?;
    questions(&mut list, me, state, id, member)?;
    gate(&mut list, me, state, member)?;
    record(&mut list, me, state, id, member, now)?;
    Ok(list.all)
}

fn messages(list: &mut List, state: &State, id: MemberId) {
    let unread: Vec<_> = state.record.affairs.hotline.iter().filter(|one| !one.read_by.contains(&id)).collect();
    if let Some(last) = unread.last() {
        list.add("overview-next-hotline", &[("count", unread.len().into())], "/gate", Some(last.at));
    }
}

fn ending(list: &mut List, state: &State, id: MemberId, member: &Member) {
    let own = member.side.as_deref().unwrap_or("convener");
    let begun = !state.destruction.agreed.is_empty() && !state.destruction.agreed.contains(&id);
    if begun && state.unagreed().iter().any(|side| side == own) {
        list.add("overview-next-end", &[], "/leaving", None);
    }
}

fn people(list: &mut List, me: &mut Participant, state: &State, id: MemberId, member: &Member) -> Result<()> {
    let verified = me.verified()?;
    let others = || state.members.iter().filter(|(other, one)| **other != id && one.is_present());
    let open: Vec<&str> = others()
        .filter(|(other, _)| !verified.get(other).copied().unwrap_or(false))
        .map(|(_, one)| one.name.as_str())
        .collect();
    if open.len() > NAMED {
        list.add("overview-next-verify-more", &[("count", open.len().into())], "/members", None);
    } else {
        open.iter().for_each(|name| list.add("overview-next-verify", &[("name", (*name).into())], "/members", None));
    }
    let invited = state.invitations.values().any(|invitation| !invitation.closed);
    if member.is_convener() && others().next().is_none() && !invited {
        list.add("overview-next-invite", &[], "/members", None);
    }
    let seated = state.record.own.seats.values().any(|seat| seat.now().is_some_and(|facts| facts.member == Some(id)));
    if !member.is_convener() && !seated {
        list.add("overview-next-seat", &[], "/people", None);
    }
    Ok(())
}

fn questions(list: &mut List, me: &mut Participant, state: &State, id: MemberId, member: &Member) -> Result<()> {
    if member.is_convener() && state.newest() == 0 {
        list.add("overview-next-agenda", &[], "/agenda", None);
    }
    let Some(side) = member.side.as_deref() else {
        return Ok(());
    };
    if let Ok(version) = state.version(state.newest())
        && !version.seals.contains_key(side)
    {
        let written = me.position(None).is_ok();
        list.add(if written { "overview-next-look" } else { "overview-next-position" }, &[], "/position", None);
    }
    for question in &state.questions {
        let number = [("number", i64::from(question.number).into())];
        let mine = question.consents.get(side).is_some_and(|consent| consent.holder == id);
        let waits = |waiting: &[String]| waiting.iter().any(|one| one == side);
        let name = match question.stage() {
            Stage::Called { waiting } if waits(&waiting) => "overview-next-consent",
            Stage::Consented { waiting, .. } if waits(&waiting) && mine => "overview-next-run",
            Stage::Running { waiting, .. } if waits(&waiting) && mine => "overview-next-running",
            _ => continue,
        };
        list.add(name, &number, "/soundings", Some(question.at));
    }
    Ok(())
}

fn gate(list: &mut List, me: &mut Participant, state: &State, member: &Member) -> Result<()> {
    let Some(side) = member.side.as_deref() else {
        return Ok(());
    };
    let answered: Vec<&Question> = state.questions.iter().filter(|one| one.stage() == Stage::Answered).collect();
    if answered.is_empty() {
        return Ok(());
    }
    let known = me.answers()?;
    for question in answered {
        let now = state.passage(&question.id)?;
        let adopted = question.asking.subject.kind() == "adopt";
        let here = match known.get(&question.id) {
            Some(Answer::Outcome(_)) => true,
            Some(Answer::Exists) => adopted,
            _ => false,
        };
        let brought = state.record.gates.get(&question.id).is_some_and(|gate| gate.brought.contains_key(side));
        let name = if question.asks(side) && here && !brought {
            "overview-next-bring"
        } else if now.result.is_none() {
            continue;
        } else if now.missing.contains(side) {
            "overview-next-speak"
        } else if now.status == Status::Tolerable {
            "overview-next-promote"
        } else if now.status == Status::Promoted && now.unconfirmed.contains(side) {
            "overview-next-confirm"
        } else {
            continue;
        };
        list.add(name, &[("number", i64::from(question.number).into())], "/gate", Some(question.at));
    }
    Ok(())
}

fn record(list: &mut List, me: &mut Participant, state: &State, id: MemberId, member: &Member, now: i64) -> Result<()> {
    let mine = |line: &dialogue::record::line::Line| line.speaker == Some(id) && !line.cleared && !line.withdrawn;
    let mut lines = state.record.readouts.lines.values().filter(|line| mine(line)).count();
    if !member.is_convener() {
        lines += me.caucus_readouts()?.lines.values().filter(|line| mine(line)).count();
    }
    if lines > 0 {
        list.add("overview-next-clear", &[("count", lines.into())], "/readouts", None);
    }
    for meeting in state.record.debriefs_due().into_iter().take(NAMED) {
        list.add("overview-next-debrief", &[("meeting", meeting.into())], "/readouts", None);
    }
    let today = Day::at(now);
    let past = |day: Option<Day>| matches!((day, today), (Some(day), Some(today)) if day.span().1 < today.span().0);
    let planned = state.record.own.meetings.iter().filter(|(_, one)| !one.facts.held && one.facts.series.is_none());
    for (name, _) in planned.filter(|(_, one)| past(one.facts.date())).take(NAMED) {
        list.add("overview-next-held", &[("meeting", name.into())], "/meetings", None);
    }
    Ok(())
}
