//! Taking part in a run: getting ready, what is going on, leaving, and what became of runs that broke.
use std::collections::HashMap;

use axum::extract::Path;
use axum::response::Response;
use client::sounding::{Phase, Watch};
use dialogue::run::End;
use dialogue::{Question, Stage};

use super::question::named;
use crate::app::blocking;
use crate::context::InTalk;
use crate::error::Result;
use crate::fields::Fields;
use crate::lang::{Lang, say};
use crate::pages::agenda::words::{all_of, any_of};
use crate::talk::Part;

/// One's own part in a run, as the page shows it.
pub(super) struct Live {
    /// Whether this machine can get ready now.
    pub(super) can_start: bool,
    /// What is going on: a sentence, and how far it is.
    pub(super) on: Option<(String, i64, i64)>,
    /// The others were not in time.
    pub(super) missed: Option<String>,
    /// It broke off on this machine, in the program's own words.
    pub(super) broke: Option<String>,
    /// Whether an answer can be open already, so that leaving counts.
    pub(super) opening: bool,
}

pub(super) fn live(
    lang: Lang,
    stage: &Stage,
    holds: bool,
    part: Option<Part>,
    side: Option<&str>,
    answered: bool,
) -> Option<Live> {
    if !holds || answered {
        return None;
    }
    let mine = |waiting: &[String]| side.is_some_and(|side| waiting.iter().any(|one| one == side));
    let due = match stage {
        // Ready or not: whoever has closed the program comes back the same way.
        Stage::Consented { .. } => true,
        Stage::Running { waiting, .. } => mine(waiting),
        _ => false,
    };
    let mut live = Live { can_start: false, on: None, missed: None, broke: None, opening: false };
    match part {
        Some(Part::On(watch)) => {
            let (text, at) = match &watch {
                Watch::Waiting(sides) if sides.is_empty() => (say(lang, "soundings-run-begins", &[]), 0),
                Watch::Waiting(sides) => {
                    (say(lang, "soundings-run-waits", &[("sides", all_of(lang, sides).into())]), 0)
                }
                Watch::Meeting => (say(lang, "soundings-run-meets", &[]), 0),
                Watch::Phase(phase) => {
                    let at = (1i64..).zip(Phase::ALL).find(|(_, one)| one == phase).map_or(0, |(at, _)| at);
                    live.opening = *phase == Phase::Outputs;
                    (say(lang, &format!("soundings-phase-{phase}"), &[]), at)
                }
            };
            live.on = Some((text, at, i64::try_from(Phase::ALL.len()).unwrap_or(at)));
        }
        Some(Part::Missed(sides)) => {
            live.missed = Some(say(lang, "soundings-run-missed", &[("sides", all_of(lang, &sides).into())]));
            live.can_start = due;
        }
        Some(Part::Broke(words)) => {
            live.broke = Some(words);
            live.can_start = due;
        }
        Some(Part::Answered) | None => live.can_start = due,
    }
    (live.can_start || live.on.is_some() || live.broke.is_some()).then_some(live)
}

/// What became of the attempts that broke off.
pub(super) fn broken(lang: Lang, question: &Question) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, attempt) in (1u32..).zip(&question.attempts) {
        for (side, end) in &attempt.ends {
            let End::Broke { opened, phase, accused } = end else { continue };
            let name = if *opened { "soundings-broke-open" } else { "soundings-broke" };
            let mut line = say(lang, name, &[("number", number.into()), ("side", side.into())]);
            if let Some(phase) = phase.as_ref().and_then(|name| name.parse::<Phase>().ok()) {
                let words = say(lang, &format!("soundings-phase-{phase}"), &[]);
                line = format!("{line} {}", say(lang, "soundings-broke-phase", &[("phase", words.into())]));
            }
            if !accused.is_empty() {
                line = format!(
                    "{line} {}",
                    say(lang, "soundings-broke-names", &[("sides", any_of(lang, accused).into())])
                );
            }
            lines.push(line);
        }
    }
    if lines.is_empty() {
        return lines;
    }
    match question.stage() {
        Stage::Spent => lines.push(say(lang, "soundings-broke-counts", &[])),
        Stage::Consented { .. } => lines.push(say(lang, "soundings-broke-again", &[])),
        Stage::Running { .. } => lines.push(say(lang, "soundings-broke-wait", &[])),
        _ => {}
    }
    lines
}

pub(super) async fn take_part(
    talk: InTalk,
    Path(names): Path<HashMap<String, String>>,
    _fields: Fields,
) -> Result<Response> {
    let id = talk.with(move |me| named(&me.state()?, &names)).await?;
    let (app, dialogue) = (talk.context.app.clone(), talk.talk.id);
    let participant = blocking(move || app.unlocked()?.participant(dialogue, app.socks.as_ref())).await?;
    talk.talk.take_part(&id, participant);
    Ok(talk.context.go(&format!("{}/soundings/{id}#run", talk.path())))
}

pub(super) async fn leave(
    talk: InTalk,
    Path(names): Path<HashMap<String, String>>,
    _fields: Fields,
) -> Result<Response> {
    let id = talk.with(move |me| named(&me.state()?, &names)).await?;
    talk.talk.stop_part(&id);
    let left = id.clone();
    talk.with(move |me| Ok(me.leave_run(&left)?)).await?;
    talk.talk.send().await?;
    Ok(talk.context.go(&format!("{}/soundings/{id}?done=done-soundings-left#run", talk.path())))
}
