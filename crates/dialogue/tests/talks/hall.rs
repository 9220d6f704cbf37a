//! A small dialogue for tests: a convener, sides A, B and C, the sample agenda.

use std::collections::BTreeMap;

use dialogue::member::Admission;
use dialogue::question::{Asking, Subject};
use dialogue::{Arrival, Body, Charter, Event, InvitationId, MemberId, Read, Refusal, State};
use negotiation::circuit::Rule;

pub(crate) const AGENDA: &str = include_str!("../../../../examples/offramp/agenda.toml");

pub(crate) struct Hall {
    pub(crate) state: State,
    pub(crate) sequence: u64,
    numbers: BTreeMap<MemberId, u64>,
}

pub(crate) const CONVENER: MemberId = MemberId([1; 16]);

pub(crate) fn member(side: &str) -> MemberId {
    MemberId([side.as_bytes()[0]; 16])
}

pub(crate) fn key(id: MemberId) -> [u8; 32] {
    [id.0[0]; 32]
}

impl Hall {
    /// Founded, and nobody else in it.
    pub(crate) fn founded(charter: Charter) -> Self {
        let body = Body::Founded {
            title: "Off-ramp".to_owned(),
            charter,
            name: "Convener".to_owned(),
            key: key(CONVENER),
            lobby: [9; 32],
        };
        let event = Event::new(1, 1_000, body);
        let state = State::found(Arrival { sequence: 1, author: CONVENER }, &event).unwrap();
        Self { state, sequence: 1, numbers: BTreeMap::from([(CONVENER, 1)]) }
    }

    /// With a delegate of each of A, B and C, and the sample agenda.
    pub(crate) fn seated(charter: Charter) -> Self {
        let mut hall = Self::founded(charter);
        for side in ["A", "B", "C"] {
            hall.seat(side, member(side));
        }
        hall.say(CONVENER, Body::AgendaSet { toml: AGENDA.to_owned() }).unwrap();
        hall
    }

    /// Lets somebody in on a side.
    pub(crate) fn seat(&mut self, side: &str, id: MemberId) {
        let invitation = InvitationId(id.0);
        self.say(CONVENER, Body::Invited { invitation, side: side.to_owned(), expires_at: 9_000, replaces: None })
            .unwrap();
        self.say(CONVENER, admitted(invitation, id, CONVENER)).unwrap();
        self.sequence += 1;
        self.state.apply_commit(self.sequence, CONVENER, &[(id, key(id))], &[]).unwrap();
    }

    /// An event with the author's next number.
    pub(crate) fn event(&mut self, author: MemberId, body: Body) -> Event {
        let number = self.numbers.entry(author).or_default();
        *number += 1;
        Event::new(*number, 2_000, body)
    }

    pub(crate) fn say(&mut self, author: MemberId, body: Body) -> Result<(), Refusal> {
        let event = self.event(author, body);
        self.put(author, &event)
    }

    pub(crate) fn put(&mut self, author: MemberId, event: &Event) -> Result<(), Refusal> {
        self.sequence += 1;
        let read = Read::from_bytes(&event.to_bytes().unwrap()).unwrap();
        self.state.apply(Arrival { sequence: self.sequence, author }, &read)
    }

    /// Calls a question; answers its name.
    pub(crate) fn call(&mut self, caller: MemberId, asking: Asking) -> Result<String, Refusal> {
        let event = self.event(caller, Body::Called { asking: Box::new(asking) });
        self.put(caller, &event)?;
        Ok(event.id(caller).short())
    }

    /// Seals and consents for these sides.
    pub(crate) fn agree(&mut self, id: &str, sides: &[&str]) {
        for side in sides {
            let author = member(side);
            if !self.state.version(1).unwrap().seals.contains_key(*side) {
                self.say(author, Body::Sealed { version: 1, seal: [3; 32] }).unwrap();
            }
            self.say(author, Body::Consented { question: id.to_owned(), seal: [4; 32] }).unwrap();
        }
    }
}

pub(crate) fn admitted(invitation: InvitationId, id: MemberId, by: MemberId) -> Body {
    let admission = Admission { by, key_package: vec![1, 2, 3], welcome_key: [5; 32] };
    Body::Admitted { invitation, member: id, name: format!("Delegate {:.4}", id.to_string()), key: key(id), admission }
}

pub(crate) fn about(sides: &[&str], packages: &[&str], rule: Rule) -> Asking {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let packages = (!packages.is_empty()).then(|| owned(packages));
    Asking {
        subject: Subject::Agenda { version: 1, packages, only: Vec::new() },
        sides: owned(sides),
        rule,
        quorum: None,
        vetoes: Vec::new(),
        told_to_all: false,
    }
}
