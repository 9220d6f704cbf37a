//! The scene behind a readout's line, as the attribution linter takes it: made from the seats and meetings on record.
use super::Record;
use super::line::{Audience, Line, Wording};
use super::seat::Facts;
use crate::attribution::{self, Finding, Scene, Side};
use crate::charter::Attribution;

/// The *k* of k-anonymity: a description that fewer of those present answer to points at somebody.
pub const LEAST_GROUP: usize = 3;

/// A finding, with the line that it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line's name.
    pub line: String,
    /// What was found.
    pub finding: Finding,
}

/// Checks a line for an audience; `reader` is the side whose own capital reads it.
#[must_use]
pub fn check(record: &Record, name: &str, line: &Line, audience: Audience, reader: Option<&str>) -> Vec<Found> {
    let scene = scene(record, line, audience, reader);
    let texts = [Some(&line.wording.text), line.wording.description.as_ref()];
    let findings = texts.into_iter().flatten().flat_map(|text| attribution::lint(text, &scene));
    findings.map(|finding| Found { line: name.to_owned(), finding }).collect()
}

/// Checks an item of a meeting's agenda, under the meeting's rule.
#[must_use]
pub fn check_item(record: &Record, meeting: &str, rule: Attribution, item: &str, audience: Audience) -> Vec<Found> {
    let wording = Wording {
        meeting: meeting.to_owned(),
        speaker: None,
        text: item.to_owned(),
        attribution: None,
        description: None,
        audiences: [audience].into(),
        within: None,
        commits: None,
    };
    let drafted_by = crate::id::MemberId([0; 16]);
    let (speaker, named, cleared, withdrawn) = (None, None, true, false);
    let line = Line { wording, attribution: rule, speaker, named, drafted_by, cleared, withdrawn };
    check(record, "agenda", &line, audience, None)
}

/// The people and meetings that a line must not give away to an audience.
#[must_use]
pub fn scene(record: &Record, line: &Line, audience: Audience, reader: Option<&str>) -> Scene {
    let meeting = record.own.meetings.get(&line.wording.meeting);
    let day = meeting.and_then(|meeting| meeting.facts.date());
    let names = meeting.map(|meeting| meeting.facts.present.clone()).unwrap_or_default();
    let on_record = line.attribution == Attribution::OnRecord;
    let seats = names.iter().filter_map(|name| {
        let facts = record.own.seats.get(name)?.on(day)?;
        let speaks = on_record && line.wording.speaker.as_ref() == Some(name);
        let own = audience == Audience::Capital && reader.is_some() && facts.side.as_deref() == reader;
        Some(seat(facts, !(speaks || own)))
    });
    let seats: Vec<attribution::Seat> = seats.collect();
    let sides = record.own.seats.values().filter_map(|seat| {
        let facts = seat.on(day)?;
        Some((facts.side.clone()?, facts.government.iter().chain(&facts.side_words).cloned()))
    });
    let mut known: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for (side, said) in sides {
        let words = known.entry(side.clone()).or_insert_with(|| vec![format!("side {side}")]);
        for word in said {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    let sides = known.into_iter().map(|(name, words)| Side { name, words }).collect();
    // Who was there is told the date and place; the public is not.
    let hidden = meeting.filter(|_| audience == Audience::Public).map(|meeting| attribution::Meeting {
        dates: meeting.facts.telling_dates().into_iter().collect(),
        places: meeting.facts.place.iter().chain(&meeting.facts.places).cloned().collect(),
    });
    Scene {
        seats,
        sides,
        meetings: hidden.into_iter().collect(),
        least_group: LEAST_GROUP,
        rule: line.attribution,
        agreed: line.wording.description.iter().cloned().collect(),
    }
}

fn seat(facts: &Facts, protected: bool) -> attribution::Seat {
    attribution::Seat {
        names: std::iter::once(&facts.holder).chain(&facts.also).cloned().collect(),
        side: facts.side.clone(),
        office: facts.office,
        gender: facts.gender,
        offices: facts.post.iter().chain(&facts.posts).cloned().collect(),
        affiliations: facts.government.iter().chain(&facts.side_words).cloned().collect(),
        institutions: facts.institution.iter().chain(&facts.institutions).cloned().collect(),
        descriptions: facts.close_to.iter().chain(&facts.also_described).cloned().collect(),
        protected,
    }
}
