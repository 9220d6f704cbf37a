//! Impasses, flags, contacts, the hotline, other channels, and who asked and answered.
use dialogue::record::affairs::Level;
use dialogue::{MemberId, State};

use crate::lang::{Given, Lang, say};

/// An impasse.
pub(super) struct Stop {
    pub(super) name: String,
    pub(super) issue: Option<String>,
    pub(super) blocker: String,
    /// Who could resolve it, as the name of a text.
    pub(super) level: &'static str,
    pub(super) next: String,
    pub(super) source: Option<String>,
    pub(super) resolved: Option<String>,
}

/// What may not wait.
pub(super) struct Crisis {
    pub(super) flags: Vec<Flag>,
    /// Name, side, how to reach.
    pub(super) contacts: Vec<(String, Option<String>, String)>,
    pub(super) hotline: Vec<Message>,
    pub(super) unread: bool,
}

/// A flag on a threatened act.
pub(super) struct Flag {
    pub(super) name: String,
    pub(super) act: String,
    pub(super) issue: Option<String>,
    pub(super) contact: String,
    pub(super) reach: String,
    pub(super) eased: Option<String>,
}

/// A hotline message with its reading marks.
pub(super) struct Message {
    pub(super) sequence: u64,
    /// Whether one has said oneself that one read it.
    pub(super) mine_read: bool,
    pub(super) by: String,
    pub(super) at: i64,
    pub(super) text: String,
    pub(super) read: Vec<String>,
    pub(super) unread: Vec<String>,
}

/// Other channels, and where they may get in the way.
pub(super) struct Channels {
    pub(super) all: Vec<Other>,
    pub(super) collisions: Vec<String>,
}

/// Another channel.
pub(super) struct Other {
    pub(super) name: String,
    pub(super) what: String,
    pub(super) between: Vec<String>,
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
    pub(super) source: Option<String>,
}

/// How often one side asked another, and was answered.
pub(super) struct Count {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) asked: i64,
    pub(super) answered: i64,
}

/// Impasses, the open ones first.
pub(super) fn stops(state: &State) -> Vec<Stop> {
    let one = |(name, (impasse, resolved)): (&String, &(dialogue::record::affairs::Impasse, Option<String>))| Stop {
        name: name.clone(),
        issue: impasse.issue.clone(),
        blocker: impasse.blocker.clone(),
        level: match impasse.level {
            Level::Delegate => "gate-level-delegate",
            Level::Principal => "gate-level-principal",
        },
        next: impasse.next.clone(),
        source: impasse.source.clone(),
        resolved: resolved.clone(),
    };
    let mut all: Vec<Stop> = state.record.affairs.impasses.iter().map(one).collect();
    all.sort_by_key(|stop| stop.resolved.is_some());
    all
}

/// Flags, contacts, messages.
pub(super) fn crisis(state: &State, me: MemberId) -> Crisis {
    let affairs = &state.record.affairs;
    let name = |id: &MemberId| state.members.get(id).map_or_else(|| id.to_string(), |member| member.name.clone());
    let reach = |contact: &str| affairs.contacts.get(contact).map(|one| one.reach.clone()).unwrap_or_default();
    let flags = affairs.escalations.iter().map(|(name, (flag, eased))| Flag {
        name: name.clone(),
        act: flag.act.clone(),
        issue: flag.issue.clone(),
        contact: flag.contact.clone(),
        reach: reach(&flag.contact),
        eased: eased.clone(),
    });
    let mut flags: Vec<Flag> = flags.collect();
    flags.sort_by_key(|flag| flag.eased.is_some());
    let contacts = affairs.contacts.iter().map(|(name, one)| (name.clone(), one.side.clone(), one.reach.clone()));
    let present = |id: &&MemberId| state.members.get(*id).is_some_and(dialogue::Member::is_present);
    let hotline = affairs.hotline.iter().rev().map(|one| Message {
        sequence: one.sequence,
        mine_read: one.read_by.contains(&me),
        by: name(&one.by),
        at: one.at,
        text: one.text.clone(),
        read: one.read_by.iter().map(name).collect(),
        unread: state.members.keys().filter(present).filter(|id| !one.read_by.contains(id)).map(name).collect(),
    });
    let unread = affairs.hotline.iter().any(|one| !one.read_by.contains(&me));
    Crisis { flags, contacts: contacts.collect(), hotline: hotline.collect(), unread }
}

/// Other channels: own knowledge and reported ones.
pub(super) fn channels(lang: Lang, state: &State) -> Channels {
    let (parties, issues) = (state.record.parties(state.sides()), state.issues());
    let both = || state.record.own.channels.iter().chain(&state.record.reported.channels);
    let day = |day: &Option<dialogue::record::Day>| day.map(|day| lang.known_day(&day.to_string()));
    let all = both().map(|(name, one)| Other {
        name: name.clone(),
        what: one.what.clone(),
        between: one.between.iter().cloned().collect(),
        since: day(&one.since),
        until: day(&one.until),
        source: one.source.clone(),
    });
    let join = |some: &std::collections::BTreeSet<String>| {
        Given::Text(some.iter().map(String::as_str).collect::<Vec<_>>().join(" · "))
    };
    let collisions = both().filter_map(|(name, one)| {
        let found = one.collides(name, &parties, &issues)?;
        let (channel, parties) = (("channel", Given::from(name)), ("parties", join(&found.parties)));
        Some(match found.issues.is_empty() {
            true => say(lang, "gate-collision", &[channel, parties]),
            false => say(lang, "gate-collision-issues", &[channel, parties, ("issues", join(&found.issues))]),
        })
    });
    Channels { all: all.collect(), collisions: collisions.collect() }
}

/// Counts, no content.
pub(super) fn tally(state: &State) -> Vec<Count> {
    let all = state.record.affairs.tally.iter();
    all.flat_map(|(from, others)| {
        others.iter().map(|(to, tally)| Count {
            from: from.clone(),
            to: to.clone(),
            asked: tally.asked.into(),
            answered: tally.answered.into(),
        })
    })
    .collect()
}
