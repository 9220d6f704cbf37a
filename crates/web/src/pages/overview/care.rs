//! How the dialogue is on this machine: one word, one sentence, one next act; said from typed values.
use client::participant::{Fault, Health, Report};
use dialogue::{MemberId, State};

use crate::lang::{Given, Lang, say};

/// How it is, in words.
pub(crate) struct Condition {
    /// The class of the word: `ok`, `warn` or `bad`.
    pub(crate) class: &'static str,
    pub(crate) word: String,
    pub(crate) what: String,
    /// What to do; none where there is nothing to do.
    pub(crate) next: Option<String>,
    /// For comparing with another member's.
    pub(crate) sequence: u64,
    pub(crate) log_hash: String,
}

/// From what the client found.
pub(crate) fn condition(lang: Lang, report: &Report, state: Option<&State>) -> Condition {
    let case = case(report, state.is_some());
    let text = |part: &str| say(lang, &format!("overview-health-{case}-{part}"), &[]);
    let what = match (&report.fault, case) {
        (Some(fault), "forked") => faulty(lang, fault, state),
        (_, "queued") => say(lang, "overview-health-queued-what", &[("count", report.waiting.into())]),
        (_, "clock") => {
            let minutes = report.skew.unwrap_or(0).abs() / 60;
            say(lang, "overview-health-clock-what", &[("minutes", minutes.into())])
        }
        _ => text("what"),
    };
    let kept = report.kept_until.map(|until| say(lang, "overview-health-kept", &[("day", lang.day(until).into())]));
    let what = kept.into_iter().fold(what, |what, kept| format!("{what} {kept}"));
    let class = match case {
        "in-step" => "ok",
        "forked" | "shut-out" | "not-let-in" | "deleted" => "bad",
        _ => "warn",
    };
    let next = (case != "in-step").then(|| text("next"));
    Condition { class, word: text("word"), what, next, sequence: report.sequence, log_hash: report.log_hash.clone() }
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
