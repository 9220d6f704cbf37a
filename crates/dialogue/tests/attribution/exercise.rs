//! The readouts and the rooms they come from. Rooms are entered as acts on a record, like those of any dialogue, and the
//! scenes that the linter reads are the record's own: what is measured is what the product does.
use std::collections::BTreeMap;

use dialogue::attribution::{Kind, Scene};
use dialogue::record::line::{self, Audience, Line, Wording};
use dialogue::record::{Act, Record, meeting, scene as on_record, seat};
use dialogue::{Body, Charter, InvitationId};
use serde::Deserialize;

use crate::hall::{CONVENER, Hall};

/// The meeting of each room.
const MEETING: &str = "the meeting";

/// The languages, each with a file of readouts.
pub(crate) const LANGUAGES: [(&str, &str); 4] = [
    ("English", include_str!("en.toml")),
    ("Russian", include_str!("ru.toml")),
    ("Arabic", include_str!("ar.toml")),
    ("French", include_str!("fr.toml")),
];

/// Readouts in all four, written after the linter.
pub(crate) const FRESH: [(&str, &str); 1] = [("all languages", include_str!("fresh.toml"))];

/// One readout.
#[derive(Debug, Deserialize)]
pub(crate) struct Readout {
    pub(crate) scene: String,
    pub(crate) text: String,
    /// Kind and words of each planted leak.
    #[serde(default)]
    pub(crate) leaks: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct File {
    readout: Vec<Readout>,
}

pub(crate) fn readouts(file: &str) -> Vec<Readout> {
    toml::from_str::<File>(file).unwrap().readout
}

/// A room as its convener describes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Room {
    meeting: meeting::Facts,
    seats: Vec<seat::Facts>,
}

/// A dialogue in which a room's seats and meeting were entered.
pub(crate) struct Entered {
    hall: Hall,
}

impl Entered {
    fn new(room: Room) -> Self {
        let mut hall = Hall::founded(Charter::default());
        let Room { mut meeting, seats } = room;
        for (at, facts) in seats.into_iter().enumerate() {
            if let Some(side) = facts.side.clone() {
                let invitation = InvitationId([u8::try_from(at).unwrap(); 16]);
                hall.say(CONVENER, Body::Invited { invitation, side, expires_at: 9_000, replaces: None }).unwrap();
            }
            let seat = format!("seat {at}");
            meeting.present.push(seat.clone());
            enter(&mut hall, Act::Seat { seat, facts, source: None });
        }
        enter(&mut hall, Act::Meeting { meeting: MEETING.to_owned(), facts: meeting, source: None });
        Self { hall }
    }

    fn record(&self) -> &Record {
        &self.hall.state.record
    }

    /// Drafts a line of the convener's for the public; answers it as it stands on the record.
    pub(crate) fn draft(&mut self, name: &str, text: &str) -> Line {
        let wording = Wording {
            meeting: MEETING.to_owned(),
            speaker: None,
            text: text.to_owned(),
            attribution: None,
            description: None,
            audiences: [Audience::Public].into(),
            within: None,
            commits: None,
        };
        enter(&mut self.hall, Act::Line(line::Act::Draft { line: name.to_owned(), wording }));
        self.record().readouts.line(name).unwrap().clone()
    }

    /// What is found in a line for the public.
    pub(crate) fn check(&self, name: &str, line: &Line) -> Vec<dialogue::attribution::Finding> {
        let found = on_record::check(self.record(), name, line, Audience::Public, None);
        found.into_iter().map(|found| found.finding).collect()
    }
}

fn enter(hall: &mut Hall, act: Act) {
    hall.say(CONVENER, Body::Entered { act: Box::new(act) }).unwrap();
}

/// All rooms, entered.
pub(crate) fn rooms() -> BTreeMap<String, Entered> {
    let rooms: BTreeMap<String, Room> = toml::from_str(include_str!("scenes.toml")).unwrap();
    rooms.into_iter().map(|(name, room)| (name, Entered::new(room))).collect()
}

/// What the linter is given of each room for a line to the public.
pub(crate) fn scenes() -> BTreeMap<String, Scene> {
    let scene = |room: &mut Entered| {
        let line = room.draft("any", "Any text.");
        on_record::scene(room.record(), &line, Audience::Public, None)
    };
    rooms().into_iter().map(|(name, mut room)| (name, scene(&mut room))).collect()
}

pub(crate) fn scene(name: &str) -> Scene {
    scenes().remove(name).unwrap()
}

pub(crate) fn kind(name: &str) -> Kind {
    match name {
        "name" => Kind::Name,
        "initials" => Kind::Initials,
        "role" => Kind::Role,
        "unique" => Kind::Unique,
        "gender" => Kind::Gender,
        "date" => Kind::Date,
        "place" => Kind::Place,
        "institution" => Kind::Institution,
        "side" => Kind::Side,
        "voice" => Kind::Voice,
        "quotation" => Kind::Quotation,
        other => panic!("no kind is called {other}"),
    }
}
