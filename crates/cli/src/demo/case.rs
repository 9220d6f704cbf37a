//! The sample case, inside the program: what is reported, the exercise, and each side's position in it.
use ::dialogue::record::line::{self, Audience, Wording};
use ::dialogue::record::meeting::{self, Mode};
use ::dialogue::record::seat::{self, Capacity, Office};
use ::dialogue::record::{Act, Day};
use ::dialogue::{Body, MemberId};

use crate::talk::record::case::Case;

/// How the dialogue is called.
pub(super) const TITLE: &str = "Off-ramp (exercise)";
/// What it is for.
pub(super) const PURPOSE: &str = "To see whether a package exists that every side could tolerate";
/// The meeting of the exercise. The meetings of the reported record are others.
pub(super) const MEETING: &str = "exercise-1";
/// The line whose speaker has still to clear it, and the side of that speaker.
pub(super) const OPEN_LINE: (&str, &str) = ("line-2", "A");

const REPORTED: &str = include_str!("../../../../examples/offramp/reported.toml");
const AGENDA: &str = include_str!("../../../../examples/offramp/agenda.toml");

/// The sides, each with its position. They are fictional, and so is what they hold.
pub(super) const SIDES: [(&str, &str); 3] = [
    ("A", include_str!("../../../../examples/offramp/A.toml")),
    ("B", include_str!("../../../../examples/offramp/B.toml")),
    ("C", include_str!("../../../../examples/offramp/C.toml")),
];

/// What the convener enters, in order: the reported record, the exercise's banner, seats, a meeting, its lines, and
/// last the agenda.
///
/// # Errors
/// A document of the case that cannot be used.
pub(super) fn loaded(delegates: &[(&str, MemberId)]) -> anyhow::Result<Vec<Body>> {
    let case = Case::of(Some((REPORTED, "the reported record")), Some((AGENDA, "the sample case")))?;
    let mut acts: Vec<Act> = case.record().collect();
    acts.extend(delegates.iter().map(|(side, member)| sits(side, *member)));
    acts.push(met(delegates));
    let lines = [
        ("line-1", None, "The sides looked at steps on grain that a third party verifies.", EVERYBODY),
        (OPEN_LINE.0, Some(OPEN_LINE.1), "A calendar of further meetings was thought useful.", INSTITUTES),
    ];
    acts.extend(lines.map(|(name, speaker, text, audiences)| drafted(name, speaker, text, audiences)));
    let entered = acts.into_iter().map(|act| Body::Entered { act: Box::new(act) });
    Ok(entered.chain(case.agenda()).collect())
}

const EVERYBODY: &[Audience] = &[Audience::Capital, Audience::Institute, Audience::Public];
const INSTITUTES: &[Audience] = &[Audience::Capital, Audience::Institute];

fn seat_of(side: &str) -> String {
    format!("seat-{side}")
}

fn sits(side: &str, member: MemberId) -> Act {
    let facts = seat::Facts {
        side: Some(side.to_owned()),
        member: Some(member),
        ..seat::Facts::of(delegate(side), Office::Former, Capacity::Private)
    };
    Act::Seat { seat: seat_of(side), facts, source: None }
}

/// How a side's delegate is called.
pub(super) fn delegate(side: &str) -> String {
    format!("Delegate {side}")
}

fn met(delegates: &[(&str, MemberId)]) -> Act {
    let facts = meeting::Facts {
        day: Day::at(client::participant::now()),
        days: Vec::new(),
        starts_at: None,
        local_day: None,
        zone: None,
        minutes: None,
        length: Some("one afternoon".to_owned()),
        mode: Mode::Online,
        place: None,
        places: Vec::new(),
        present: delegates.iter().map(|(side, _)| seat_of(side)).collect(),
        items: vec!["Grain and fertiliser".to_owned()],
        attribution: None,
        held: true,
        series: None,
        ongoing: false,
    };
    Act::Meeting { meeting: MEETING.to_owned(), facts, source: None }
}

fn drafted(name: &str, speaker: Option<&str>, text: &str, audiences: &[Audience]) -> Act {
    let wording = Wording {
        meeting: MEETING.to_owned(),
        speaker: speaker.map(seat_of),
        text: text.to_owned(),
        attribution: None,
        description: None,
        audiences: audiences.iter().copied().collect(),
        within: None,
        commits: None,
    };
    Act::Line(line::Act::Draft { line: name.to_owned(), wording })
}
