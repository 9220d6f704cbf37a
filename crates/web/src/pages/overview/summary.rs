//! How it stands with the talk, in a few lines: the newest meeting, what is ahead, what is open.
use std::collections::BTreeSet;

use dialogue::State;
use dialogue::record::gate::Status;
use dialogue::record::standing::{self, Relation, Verdict};
use dialogue::record::{Day, Matter, track};

use super::next::{List, Next};
use crate::lang::{Given, Lang, say};

/// Notices shown.
const NEWS: usize = 5;

/// The newest meeting held, as one line says it.
pub(super) struct Meeting {
    pub(super) name: String,
    /// Date and place, as far as they are known.
    pub(super) when: String,
    /// `1`, `1.5` or `2`.
    pub(super) track: Option<String>,
    /// What governments had to do with the talks.
    pub(super) standing: Vec<String>,
    pub(super) debrief_due: bool,
}

/// The newest meeting held, of this dialogue or of the reported record. Series are no meetings.
pub(super) fn newest(lang: Lang, state: &State, reported: bool) -> Option<Meeting> {
    let record = &state.record;
    let book = if reported { &record.reported } else { &record.own };
    let history = track::history(book);
    let single = |name: &str| book.meetings.get(name).is_some_and(|one| one.facts.series.is_none());
    let held = || history.iter().rev().filter(|one| single(&one.meeting));
    let last = held().find(|one| one.day.is_some()).or_else(|| held().next())?;
    let facts = &book.meetings.get(&last.meeting)?.facts;
    let day = last.day.map(|day| Given::Text(lang.known_day(&day.to_string())));
    let place = facts.place.as_ref().map(Given::from);
    let when = match (day, place) {
        (Some(day), Some(place)) => say(lang, "overview-when-where", &[("day", day), ("place", place)]),
        (Some(one), None) | (None, Some(one)) => say(lang, "overview-when", &[("day", one)]),
        (None, None) => say(lang, "overview-when-unknown", &[]),
    };
    let governments: BTreeSet<&str> = book.standing.iter().map(|one| one.government.as_str()).collect();
    let said = governments.into_iter().filter_map(|government| {
        let of = |relation| standing::verdict(&book.standing, government, relation);
        stand(lang, government, of(Relation::Knew), of(Relation::Directed))
    });
    Some(Meeting {
        name: last.meeting.clone(),
        when,
        track: last.track.map(|track| lang.decimal(track.name())),
        standing: said.collect(),
        debrief_due: !reported && record.debriefs_due().contains(&&last.meeting),
    })
}

/// “capital knew, did not direct”; nothing where neither is reported.
fn stand(lang: Lang, government: &str, knew: Verdict, directed: Verdict) -> Option<String> {
    let word = |verdict| match verdict {
        Verdict::Yes => "yes",
        Verdict::No => "no",
        Verdict::Contested => "contested",
        Verdict::NotReported => "open",
    };
    if (knew, directed) == (Verdict::NotReported, Verdict::NotReported) {
        return None;
    }
    let one = say(lang, &format!("overview-knew-{}", word(knew)), &[("government", government.into())]);
    let two = say(lang, &format!("overview-directed-{}", word(directed)), &[]);
    Some(say(lang, "overview-both", &[("one", one.into()), ("two", two.into())]))
}

/// The next meeting, and cadences that are overdue.
pub(super) fn ahead(lang: Lang, state: &State, today: Option<Day>, now: i64) -> Vec<String> {
    let book = &state.record.own;
    let Some(today) = today else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let planned = book.meetings.iter().filter(|(_, one)| !one.facts.held && one.facts.series.is_none());
    let coming = planned.filter_map(|(name, one)| {
        let day = one.facts.date()?;
        (day.span().1 >= today.span().0).then_some((day, name, one.facts.starts_at.filter(|at| *at >= now)))
    });
    match coming.min() {
        Some((day, name, starts)) => {
            let when = starts.map_or_else(|| lang.known_day(&day.to_string()), |at| lang.moment(at));
            lines.push(say(lang, "overview-next-meeting", &[("meeting", name.into()), ("when", when.into())]));
        }
        None => lines.push(say(lang, "overview-no-meeting", &[])),
    }
    for pace in book.overdue(today) {
        let days = ("days", Given::from(pace.overdue_days));
        lines.push(match &pace.cadence.words {
            Some(words) => say(lang, "overview-overdue-words", &[days, ("words", words.into())]),
            None => say(lang, "overview-overdue", &[days, ("every", i64::from(pace.cadence.days).into())]),
        });
    }
    lines
}

/// Flags on threatened acts, with whom to call.
pub(super) fn alarms(lang: Lang, state: &State) -> Vec<Next> {
    let mut list = List::new(lang);
    let affairs = &state.record.affairs;
    for (_, flag) in affairs.standing_flags() {
        let reach = affairs.contacts.get(&flag.contact).map(|contact| contact.reach.clone()).unwrap_or_default();
        let given = [("act", (&flag.act).into()), ("contact", (&flag.contact).into()), ("reach", reach.into())];
        list.add("overview-flag", &given, "/gate", None);
    }
    list.all
}

/// Results that are not agreed, and impasses.
pub(super) fn open(lang: Lang, state: &State) -> Vec<Next> {
    let mut list = List::new(lang);
    for question in &state.questions {
        let Ok(now) = state.passage(&question.id) else {
            continue;
        };
        // An answer of “none” has no result that anybody could bring.
        let tabled = state.record.gates.get(&question.id).is_some_and(|gate| !gate.brought.is_empty());
        let number = ("number", Given::from(i64::from(question.number)));
        let names =
            |some: &BTreeSet<String>| Given::Text(some.iter().map(String::as_str).collect::<Vec<_>>().join(" · "));
        match now.status {
            Status::Exploratory if tabled => {
                list.add("overview-exploratory", &[number, ("missing", names(&now.missing))], "/gate", None);
            }
            Status::Tolerable if tabled => list.add("overview-tolerable", &[number], "/gate", None),
            Status::Promoted => {
                list.add("overview-promoted", &[number, ("missing", names(&now.unconfirmed))], "/gate", None);
            }
            _ => {}
        }
    }
    for (name, impasse) in state.record.affairs.open_impasses() {
        let given = [("name", name.into()), ("blocker", (&impasse.blocker).into()), ("next", (&impasse.next).into())];
        let at_table = impasse.level == dialogue::record::affairs::Level::Delegate;
        let text = if at_table { "overview-impasse-delegate" } else { "overview-impasse-principal" };
        list.add(text, &given, "/gate", None);
    }
    list.all
}

/// The latest of what all were told, newest first.
pub(super) fn news(lang: Lang, state: &State) -> Vec<(i64, String)> {
    let latest = state.record.notices.iter().rev().take(NEWS);
    latest.map(|notice| (notice.at, matter(lang, state, notice.sequence, &notice.matter))).collect()
}

fn matter(lang: Lang, state: &State, sequence: u64, matter: &Matter) -> String {
    let number = |id: &String| {
        let number = state.questions.iter().find(|one| one.id == *id).map_or(0, |one| one.number);
        ("number", Given::from(i64::from(number)))
    };
    let say = |name: &str, given: &[(&str, Given)]| say(lang, name, given);
    match matter {
        Matter::Track { meeting, from, to, .. } => {
            let given = [("meeting", meeting.into()), ("from", from.name().into()), ("to", to.name().into())];
            say("overview-news-track", &given)
        }
        Matter::Collision { channel, .. } => say("overview-news-collision", &[("channel", channel.into())]),
        Matter::TriedBefore { issue, option, answer } => {
            let given = [("issue", issue.into()), ("option", option.into()), ("answer", answer.into())];
            say("overview-news-tried", &given)
        }
        Matter::Escalation { name, contact } => {
            say("overview-news-flag", &[("name", name.into()), ("contact", contact.into())])
        }
        Matter::Hotline {} => {
            let found = state.record.affairs.hotline.iter().find(|one| one.sequence == sequence);
            let text = found.map(|one| one.text.clone()).unwrap_or_default();
            say("overview-news-hotline", &[("text", text.into())])
        }
        Matter::Promoted { question } => say("overview-news-promoted", &[number(question)]),
        Matter::Agreed { question } => say("overview-news-agreed", &[number(question)]),
        Matter::Handover { title } => say("overview-news-handover", &[("title", title.into())]),
    }
}
