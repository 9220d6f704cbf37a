//! How the dialogue is on this machine: one word, one sentence, one next act; said from typed values.
use client::participant::{Alarm, Fault, Gap, Health, Report};
use dialogue::{MemberId, State};

use crate::lang::{Given, Lang, say};

/// How it is, in words.
pub(crate) struct Condition {
    /// The class of the word: `ok`, `warn` or `bad`.
    pub(crate) class: &'static str,
    pub(crate) word: String,
    pub(crate) what: String,
    /// More of it: further faults, the newest first, and blocks that were never shown here.
    pub(crate) more: Vec<String>,
    /// What to do; none where there is nothing to do.
    pub(crate) next: Option<String>,
    /// Whether something can be put away once it was looked after.
    pub(crate) acknowledgeable: bool,
    /// Whether rejoining is the way on.
    pub(crate) rejoinable: bool,
    /// For comparing with another member's.
    pub(crate) sequence: u64,
    pub(crate) log_hash: String,
}

/// From what the client found.
pub(crate) fn condition(lang: Lang, report: &Report, state: Option<&State>) -> Condition {
    let case = case(report, state.is_some());
    let text = |part: &str| say(lang, &format!("overview-health-{case}-{part}"), &[]);
    let mut faults = open_faults(report).map(|fault| faulty(lang, fault, state));
    let what = match (case, &report.missing) {
        ("forked", _) => faults.next().unwrap_or_else(|| text("what")),
        ("lost" | "lost-welcome", Some(gap)) => ranged(lang, &format!("overview-health-{case}-what"), gap),
        ("queued", _) => say(lang, "overview-health-queued-what", &[("count", report.waiting.into())]),
        ("clock", _) => {
            let minutes = report.skew.unwrap_or(0).abs() / 60;
            say(lang, "overview-health-clock-what", &[("minutes", minutes.into())])
        }
        _ => text("what"),
    };
    let kept = report.kept_until.map(|until| say(lang, "overview-health-kept", &[("day", lang.day(until).into())]));
    let what = kept.into_iter().fold(what, |what, kept| format!("{what} {kept}"));
    let gaps = || report.gaps.iter().filter(|gap| !gap.acknowledged);
    let more = faults.chain(gaps().map(|gap| ranged(lang, "overview-gap", gap))).collect();
    let class = match case {
        "in-step" => "ok",
        "forked" | "shut-out" | "not-let-in" | "deleted" | "lost" | "lost-welcome" => "bad",
        _ => "warn",
    };
    Condition {
        class,
        word: text("word"),
        what,
        more,
        next: (case != "in-step").then(|| text("next")),
        acknowledgeable: open_faults(report).next().is_some() || gaps().next().is_some(),
        rejoinable: case == "lost",
        sequence: report.sequence,
        log_hash: report.log_hash.clone(),
    }
}

fn open_faults(report: &Report) -> impl Iterator<Item = &Fault> {
    report.alarms.iter().filter(|alarm: &&Alarm| !alarm.acknowledged).map(|alarm| &alarm.fault)
}

/// A sentence about some blocks.
fn ranged(lang: Lang, text: &str, gap: &Gap) -> String {
    say(lang, text, &[("from", gap.from.into()), ("to", gap.to.into())])
}

/// The middle of the texts' names.
fn case(report: &Report, member: bool) -> &'static str {
    match report.health {
        Health::Gone => "gone",
        Health::Forked => "forked",
        Health::ShutOut if member => "shut-out",
        Health::ShutOut => "not-let-in",
        Health::Deleted => "deleted",
        Health::Ending => "ending",
        Health::NeedsRejoin if report.missing.is_some() && member => "lost",
        Health::NeedsRejoin if report.missing.is_some() => "lost-welcome",
        Health::NeedsRejoin => "rejoin",
        Health::Behind if member => "queued",
        Health::Behind => "knocked",
        Health::InStep if report.skew.is_some() => "clock",
        Health::InStep => "in-step",
    }
}

/// A fault of the log as a sentence.
fn faulty(lang: Lang, fault: &Fault, state: Option<&State>) -> String {
    let name = |id: &MemberId| {
        let member = state.and_then(|state| state.members.get(id));
        Given::Text(member.map_or_else(|| id.to_string(), |member| member.name.clone()))
    };
    let number = |number: &u64| Given::from(*number);
    let given: Vec<(&str, Given)> = match fault {
        Fault::OtherLog { author, sequence, seen } => {
            vec![("name", name(author)), ("sequence", number(sequence)), ("seen", number(seen))]
        }
        Fault::OtherGroup { author, sequence } | Fault::Ahead { author, sequence } => {
            vec![("name", name(author)), ("sequence", number(sequence))]
        }
        Fault::OtherBranch { sequence, seen } => vec![("sequence", number(sequence)), ("seen", number(seen))],
        Fault::Repeated { sequence, before } => vec![("sequence", number(sequence)), ("before", number(before))],
        Fault::NotStored { sequence } => vec![("sequence", number(sequence))],
        Fault::RolledBack { seen, head } => vec![("seen", number(seen)), ("head", number(head))],
        Fault::OtherState { author, member } => vec![("name", name(author)), ("member", name(member))],
        Fault::OtherAnswer { author, question } => vec![("name", name(author)), ("question", question.into())],
    };
    say(lang, &format!("overview-fault-{}", fault.kind()), &given)
}
