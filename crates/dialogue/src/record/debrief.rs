//! A debrief: what one audience may read about one meeting. Computed; what it leaves out is said.
use std::collections::BTreeMap;

use serde::Serialize;

use super::Record;
use super::day::Day;
use super::line::{Audience, Line, Readouts};
use super::meeting::Mode;
use super::scene::LEAST_GROUP;
use super::track::{self, Track};
use crate::charter::Attribution;
use crate::refusal::Refusal;

/// A line as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Printed {
    /// The line's name.
    pub line: String,
    /// To whom it is attributed; none where the rule allows nothing.
    pub by: Option<String>,
    /// The text.
    pub text: String,
    /// The rule it is under.
    pub rule: Attribution,
}

/// Views that differ within one side, without who or how many hold them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Within {
    /// The side, where the rule allows naming it and enough of its seats were present.
    pub side: Option<String>,
    /// The views, in the order of their words.
    pub views: Vec<String>,
}

/// Why a line is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// Its speaker has not cleared it.
    NotCleared,
    /// It is off record.
    OffRecord,
    /// It is for others.
    OtherAudience,
    /// It was taken back.
    Withdrawn,
}

/// A debrief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Debrief {
    /// The meeting.
    pub meeting: String,
    /// For whom.
    pub audience: Audience,
    /// The meeting's rule.
    pub rule: Attribution,
    /// The date, as far as this audience is told: the public reads the month alone.
    pub day: Option<Day>,
    /// Where it was; not told to the public.
    pub place: Option<String>,
    /// How people met.
    pub mode: Mode,
    /// The track.
    pub track: Option<Track>,
    /// Items of the meeting's agenda.
    pub items: Vec<String>,
    /// The lines.
    pub lines: Vec<Printed>,
    /// Views that differ within sides.
    pub within: Vec<Within>,
    /// Lines that are not in it, with why. For who exports, never printed.
    pub left_out: Vec<(String, LeftOut)>,
    /// Printed on every page of an exercise.
    pub banner: Option<String>,
}

/// What an audience may read about a meeting: the plenary's lines, and for the own capital those of the caucus.
///
/// # Errors
/// No such meeting.
pub fn compose(
    record: &Record,
    rule: Attribution,
    meeting: &str,
    audience: Audience,
    caucus: Option<&Readouts>,
) -> Result<Debrief, Refusal> {
    let known = || record.own.meetings.keys().map(String::as_str);
    let found = record.own.meetings.get(meeting).ok_or_else(|| Refusal::unknown("meeting", meeting, known()))?;
    let facts = &found.facts;
    let rule = facts.attribution.unwrap_or(rule);
    let public = audience == Audience::Public;
    let mut debrief = Debrief {
        meeting: meeting.to_owned(),
        audience,
        rule,
        day: if public { facts.date().map(Day::to_month) } else { facts.date() },
        place: facts.place.clone().filter(|_| !public),
        mode: facts.mode,
        track: track::of_meeting(&record.own, meeting).and_then(|computed| computed.track),
        items: facts.items.clone(),
        lines: Vec::new(),
        within: Vec::new(),
        left_out: Vec::new(),
        banner: record.exercise.clone(),
    };
    let mut within = Views::new();
    let many = |side: &str| {
        let seats = facts.present.iter().filter_map(|seat| record.own.seats.get(seat)?.on(facts.date()));
        seats.filter(|seat| seat.side.as_deref() == Some(side)).count() >= LEAST_GROUP
    };
    for (name, line) in candidates(record, meeting, audience, caucus) {
        match left_out(line, audience) {
            Some(why) => debrief.left_out.push((name.clone(), why)),
            None => print(name, line, many, &mut debrief, &mut within),
        }
    }
    for ((side, named), mut views) in within {
        views.sort();
        views.dedup();
        debrief.within.push(Within { side: Some(side).filter(|_| named), views });
    }
    // The order of the sections must not tell which side is which.
    debrief.within.sort_by(|one, other| (&one.side, &one.views).cmp(&(&other.side, &other.views)));
    Ok(debrief)
}

/// The lines about a meeting that an audience might read: the plenary's, and for the own capital those of the caucus.
fn candidates<'a>(
    record: &'a Record,
    meeting: &'a str,
    audience: Audience,
    caucus: Option<&'a Readouts>,
) -> impl Iterator<Item = (&'a String, &'a Line)> {
    let private = caucus.filter(|_| audience == Audience::Capital);
    let all = record.readouts.lines.iter().chain(private.into_iter().flat_map(|room| room.lines.iter()));
    all.filter(move |(_, line)| line.wording.meeting == meeting)
}

/// The lines that are printed for an audience, as they are to be checked before.
pub fn printed<'a>(
    record: &'a Record,
    meeting: &'a str,
    audience: Audience,
    caucus: Option<&'a Readouts>,
) -> impl Iterator<Item = (&'a String, &'a Line)> {
    candidates(record, meeting, audience, caucus).filter(move |(_, line)| left_out(line, audience).is_none())
}

fn left_out(line: &Line, audience: Audience) -> Option<LeftOut> {
    if line.withdrawn {
        Some(LeftOut::Withdrawn)
    } else if line.attribution == Attribution::OffRecord {
        Some(LeftOut::OffRecord)
    } else if !line.wording.audiences.contains(&audience) {
        Some(LeftOut::OtherAudience)
    } else if !line.cleared {
        Some(LeftOut::NotCleared)
    } else {
        None
    }
}

/// Views by side, and whether the side may be named.
type Views = BTreeMap<(String, bool), Vec<String>>;

/// Prints a line. A side is named where its rule allows that and `many` of it were present: else its name is its people's.
fn print(name: &str, line: &Line, many: impl Fn(&str) -> bool, debrief: &mut Debrief, within: &mut Views) {
    if let Some(side) = &line.wording.within {
        let named = line.attribution.strictness() <= Attribution::Background.strictness() && many(side);
        within.entry((side.clone(), named)).or_default().push(line.wording.text.clone());
        return;
    }
    let by = attributed(line);
    let text = line.wording.text.clone();
    debrief.lines.push(Printed { line: name.to_owned(), by, text, rule: line.attribution });
}

/// To whom a line may be attributed, by the rule that it is under; none where to nobody.
#[must_use]
pub fn attributed(line: &Line) -> Option<String> {
    match line.attribution {
        Attribution::OnRecord => line.named.clone(),
        Attribution::Background => line.wording.description.clone(),
        Attribution::ChathamHouse | Attribution::DeepBackground | Attribution::OffRecord => None,
    }
}
