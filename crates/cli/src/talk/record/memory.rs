//! `agenda off|lift|tried|memory`: what is off the table, and what was tried before.
use std::process::ExitCode;

use ::dialogue::record::memory::{self, OffTable, Tried};
use ::dialogue::record::{Act, Day, affairs};
use serde_json::json;

use super::{enter_one, open, today};
use crate::talk::Place;

/// What `agenda off` is asked.
#[derive(clap::Args)]
pub(crate) struct Off {
    #[command(flatten)]
    place: Place,
    /// The issue
    issue: String,
    /// The option: its name, or its whole title
    option: String,
    /// Who refuses to speak of it
    #[arg(long, value_name = "NAME")]
    by: String,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    why: String,
    /// From when on
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    since: Option<Day>,
    /// When to ask again
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    until: Option<Day>,
    /// Where it is reported
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// Other words for it: words that must all be there, `*` for any ending; may be repeated
    #[arg(long, value_name = "WORDS")]
    mark: Vec<String>,
}

/// Takes an option off the table.
pub(crate) fn off(args: &Off) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.option, "It is off the table until somebody lifts that.", |_, _| {
        Ok(Act::Memory(memory::Act::Off(OffTable {
            issue: args.issue.clone(),
            option: args.option.clone(),
            by: args.by.clone(),
            why: args.why.clone(),
            since: args.since,
            until: args.until,
            source: args.source.clone(),
            marks: args.mark.clone(),
        })))
    })
}

/// What `agenda lift` is asked.
#[derive(clap::Args)]
pub(crate) struct Lift {
    #[command(flatten)]
    place: Place,
    /// The issue
    issue: String,
    /// The option
    option: String,
    /// Why now
    #[arg(long, value_name = "TEXT")]
    why: String,
}

/// Puts an option back on the table.
pub(crate) fn lift(args: &Lift) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.option, "It may be on the table again.", |_, _| {
        let (issue, option, why) = (args.issue.clone(), args.option.clone(), args.why.clone());
        Ok(Act::Memory(memory::Act::Lift { issue, option, why }))
    })
}

/// What `agenda tried` is asked.
#[derive(clap::Args)]
pub(crate) struct Before {
    #[command(flatten)]
    place: Place,
    /// The issue
    issue: String,
    /// The option
    option: String,
    /// Who answered
    #[arg(long, value_name = "NAME")]
    by: String,
    /// The answer
    #[arg(long, value_name = "TEXT")]
    answer: String,
    /// The reason given
    #[arg(long, value_name = "TEXT", default_value = "")]
    why: String,
    /// When
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    day: Option<Day>,
    /// Where it is reported
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
}

/// Notes what was tried.
pub(crate) fn tried(args: &Before) -> anyhow::Result<ExitCode> {
    enter_one(&args.place, &args.option, "It is remembered, and shown when the option comes back.", |_, _| {
        Ok(Act::Memory(memory::Act::Tried(Tried {
            issue: args.issue.clone(),
            option: args.option.clone(),
            by: args.by.clone(),
            answer: args.answer.clone(),
            why: args.why.clone(),
            day: args.day,
            source: args.source.clone(),
        })))
    })
}

/// What `agenda memory` is asked.
#[derive(clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    place: Place,
}

/// Shows what the agenda remembers.
pub(crate) fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let memory = &state.record.memory;
    let off: Vec<&OffTable> = memory.off.iter().map(|(off, _)| off).collect();
    let due = |off: &OffTable| affairs::has_passed(off.until, today());
    args.place.say(
        || json!({ "off_the_table": off, "tried": memory.tried, "lifted": memory.lifted }),
        || {
            let mut out = String::new();
            for one in &off {
                let ask = if due(one) { "; it was to be asked again by now" } else { "" };
                let from = one.source.as_ref().map_or_else(String::new, |source| format!(" [{source}]"));
                out.push_str(&format!(
                    "Off the table: {} {} ({}): {}{from}{ask}\n",
                    one.issue, one.option, one.by, one.why
                ));
            }
            for one in &memory.tried {
                let from = one.source.as_ref().map_or_else(String::new, |source| format!(" [{source}]"));
                out.push_str(&format!(
                    "Tried: {} {}; {} answered: {}. {}{from}\n",
                    one.issue, one.option, one.by, one.answer, one.why
                ));
            }
            if out.is_empty() { "Nothing is off the table, and nothing was tried before.\n".to_owned() } else { out }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
