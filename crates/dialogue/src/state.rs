//! The state of a dialogue, and the one door through which it changes.
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::charter::{Callers, Charter};
use crate::destruction::Destruction;
use crate::event::{Arrival, Body, Event, Read};
use crate::id::{InvitationId, MemberId};
use crate::member::{Invitation, Member, Standing};
use crate::question::Question;
use crate::record::{Act, Record};
use crate::refusal::Refusal;
use crate::room::Room;
use crate::versions::{AgendaVersion, Seal};

mod asking;
mod membership;

/// Everything that all members know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// How the dialogue is called.
    pub title: String,
    /// What was agreed.
    pub charter: Charter,
    /// Who founded it.
    pub convener: MemberId,
    /// Hides from the relay what is said at the door to members who come back.
    #[serde(with = "crate::id::bytes32")]
    pub lobby: [u8; 32],
    /// When, by the founder's clock.
    pub founded_at: i64,
    /// Its members, those gone included.
    pub members: BTreeMap<MemberId, Member>,
    /// The number of each author's latest event.
    pub numbers: BTreeMap<MemberId, u64>,
    /// Invitations given.
    pub invitations: BTreeMap<InvitationId, Invitation>,
    /// Versions of the agenda, from 1.
    pub agendas: Vec<AgendaVersion>,
    /// Questions in the order called.
    pub questions: Vec<Question>,
    /// The talk on the record.
    #[serde(default)]
    pub record: Record,
    /// The agreed end.
    pub destruction: Destruction,
    /// Messages of the plenary so far.
    pub messages: u64,
    /// Events of newer programs, kept unread.
    pub newer: u64,
}

/// Members that a dialogue may have.
pub const MOST_MEMBERS: usize = 200;
/// Versions of the agenda that a dialogue may have.
pub const MOST_VERSIONS: usize = 500;
/// Questions that a dialogue may have.
pub const MOST_QUESTIONS: usize = 500;

impl State {
    /// The state after the first event.
    ///
    /// # Errors
    /// Another event than [`Body::Founded`], or a charter that cannot be.
    pub fn found(arrival: Arrival, event: &Event) -> Result<Self, Refusal> {
        let Body::Founded { title, charter, name, key, lobby } = &event.body else {
            return Err(Refusal::Founding);
        };
        charter.check()?;
        crate::event::check_name("the title", title)?;
        crate::event::check_name("the name", name)?;
        let founder = Member {
            name: name.clone(),
            side: None,
            key: *key,
            standing: Standing::Present,
            since: 0,
            room_keys: Vec::new(),
        };
        Ok(Self {
            title: title.clone(),
            charter: charter.clone(),
            convener: arrival.author,
            lobby: *lobby,
            founded_at: event.at,
            members: BTreeMap::from([(arrival.author, founder)]),
            numbers: BTreeMap::from([(arrival.author, event.number)]),
            invitations: BTreeMap::new(),
            agendas: Vec::new(),
            questions: Vec::new(),
            record: Record::default(),
            destruction: Destruction::default(),
            messages: 0,
            newer: 0,
        })
    }

    /// Applies one event of the plenary. A refused event changes nothing but its author's count.
    ///
    /// # Errors
    /// [`Refusal`], the same for all members.
    pub fn apply(&mut self, arrival: Arrival, read: &Read) -> Result<(), Refusal> {
        let number = match read {
            Read::Known(event) => event.number,
            Read::Newer { number, .. } => *number,
        };
        self.present(arrival.author)?;
        if self.numbers.get(&arrival.author).is_some_and(|last| number <= *last) {
            return Err(Refusal::Repeated);
        }
        self.numbers.insert(arrival.author, number);
        match read {
            Read::Known(event) if event.body.grows() => {
                let before = self.clone();
                let done = self.take_up(arrival, event).and_then(|()| self.fits());
                if done.is_err() {
                    *self = before;
                }
                done
            }
            Read::Known(event) => self.take_up(arrival, event),
            Read::Newer { kind, .. } => {
                self.newer += 1;
                Err(Refusal::Newer(kind.clone()))
            }
        }
    }

    /// Whether the state still fits into the event by which a new member is introduced to it.
    fn fits(&self) -> Result<(), Refusal> {
        let text = String::from_utf8(self.to_bytes()?).map_err(|error| Refusal::Unreadable(error.to_string()))?;
        let bytes = serde_json::to_string(&text).map_or(usize::MAX, |text| text.len());
        if bytes <= crate::event::MOST_STATE_BYTES {
            return Ok(());
        }
        let problem = "the dialogue would become too large for new members to be let in".to_owned();
        Err(Refusal::Unusable { what: "the event", problem })
    }

    /// Whether an event would be applied; what a client asks before it sends.
    ///
    /// # Errors
    /// As [`Self::apply`].
    pub fn admits(&self, author: MemberId, event: &Event) -> Result<(), Refusal> {
        self.clone().apply(Arrival { sequence: u64::MAX, author }, &Read::Known(Box::new(event.clone())))
    }

    /// Whether saying this in the plenary would only repeat what stands on the record; answers no for what is not entered
    /// from a file.
    #[must_use]
    pub fn has(&self, body: &Body) -> bool {
        match body {
            Body::Entered { act } => self.record.has(act),
            Body::AgendaSet { toml } => {
                let canonical = crate::versions::read(toml).map(|agenda| agenda.to_toml());
                canonical.is_ok_and(|toml| self.agendas.iter().any(|version| version.toml == toml))
            }
            _ => false,
        }
    }

    /// Whether an event may be said in a room; changes nothing, since a room's texts are no part of the state.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn hears(&self, room: &Room, author: MemberId, event: &Event) -> Result<(), Refusal> {
        let member = self.present(author)?;
        if !room.admits(member) || !event.body.fits(room) {
            return Err(Refusal::NotAllowed("members of the room"));
        }
        if let Body::Said { text } = &event.body {
            crate::event::check_text("the message", text)?;
        }
        if let Body::Entered { act } = &event.body {
            act.check_alone()?;
            if let Act::MandatePresented(one) = &**act {
                self.record.mandates.check(one, event.at)?;
            }
        }
        Ok(())
    }

    fn take_up(&mut self, arrival: Arrival, event: &Event) -> Result<(), Refusal> {
        if self.is_ending() && !matches!(event.body, Body::Destroyed {} | Body::Left {} | Body::Ended { .. }) {
            return Err(Refusal::Ending);
        }
        let author = arrival.author;
        match &event.body {
            Body::Founded { .. } => Err(Refusal::Founding),
            Body::Invited { invitation, side, expires_at, replaces } => {
                self.invite(author, *invitation, side, *expires_at, *replaces)
            }
            Body::InvitationWithdrawn { invitation } => self.withdraw_invitation(author, *invitation),
            Body::Admitted { invitation, member, name, key, admission } => {
                self.admit(author, event.at, *invitation, *member, name, *key, admission)
            }
            Body::Readmitted { member, admission } => self.readmit(author, *member, admission),
            Body::Introduced { .. } => Ok(()),
            Body::RoomKeys { keys } => self.take_room_keys(author, keys),
            Body::Left {} => self.depart(author, "left"),
            Body::Removed { member, why } => self.remove(author, *member, why),
            Body::Said { text } => {
                crate::event::check_text("the message", text)?;
                self.messages += 1;
                Ok(())
            }
            Body::AgendaSet { toml } => self.set_agenda(arrival, event.at, toml),
            Body::Sealed { version, seal } => self.seal(author, *version, *seal),
            Body::Called { asking } => self.call(arrival, event, asking),
            Body::Consented { question, seal } => self.consent(author, question, *seal),
            Body::ConsentRefused { question } => self.refuse(author, question),
            Body::Withdrawn { question } => self.withdraw(author, question),
            Body::Readied { question, attempt, card } => self.ready(author, question, *attempt, card),
            Body::Ended { question, attempt, end } => self.end(author, question, *attempt, end),
            Body::Told { question, answer } => self.tell(author, question, *answer),
            Body::Entered { act } => self.enter(arrival, event.at, act),
            Body::DestructionAgreed {} => {
                self.destruction.agreed.insert(author);
                Ok(())
            }
            Body::Destroyed {} => self.destroyed(author),
        }
    }

    fn set_agenda(&mut self, arrival: Arrival, at: i64, toml: &str) -> Result<(), Refusal> {
        if self.agendas.len() >= MOST_VERSIONS {
            return Err(Refusal::Agenda(format!("there are {MOST_VERSIONS} versions already")));
        }
        let agenda = crate::versions::read(toml)?;
        let toml = agenda.to_toml();
        let size = self.agendas.iter().map(|version| version.toml.len()).sum::<usize>() + toml.len();
        if size > crate::event::MOST_AGENDA_BYTES {
            let most = crate::event::MOST_AGENDA_BYTES;
            return Err(Refusal::Agenda(format!("all versions together would take {size} bytes, of at most {most}")));
        }
        if self.agendas.last().is_some_and(|last| last.toml == toml) {
            return Err(Refusal::Agenda("it is the version that stands already".to_owned()));
        }
        if let Some(why) = self.record.barred(&agenda) {
            return Err(Refusal::Agenda(why));
        }
        self.note_tried(arrival, at, &agenda);
        let version = AgendaVersion { toml, by: arrival.author, sequence: arrival.sequence, seals: BTreeMap::new() };
        self.agendas.push(version);
        Ok(())
    }

    fn seal(&mut self, author: MemberId, version: u32, seal: [u8; 32]) -> Result<(), Refusal> {
        let side = self.side_of(author)?;
        let found = self.version_mut(version)?;
        if found.seals.contains_key(&side) {
            return Err(Refusal::SealedAlready { side, version });
        }
        found.seals.insert(side, Seal { holder: author, seal });
        Ok(())
    }

    fn destroyed(&mut self, author: MemberId) -> Result<(), Refusal> {
        if !self.is_ending() {
            return Err(Refusal::NotAllowed("members of a dialogue whose end all sides have agreed to"));
        }
        self.destruction.destroyed.insert(author);
        Ok(())
    }

    /// A member that is present.
    ///
    /// # Errors
    /// [`Refusal::NotAMember`].
    pub fn present(&self, id: MemberId) -> Result<&Member, Refusal> {
        self.members.get(&id).filter(|member| member.is_present()).ok_or(Refusal::NotAMember(id))
    }

    /// The side of a present member.
    ///
    /// # Errors
    /// No member, or the convener.
    pub fn side_of(&self, id: MemberId) -> Result<String, Refusal> {
        self.present(id)?.side.clone().ok_or(Refusal::NotAllowed("members of a side"))
    }

    /// All sides that have, had or were offered a seat, in the order of their names.
    #[must_use]
    pub fn sides(&self) -> BTreeSet<&str> {
        let offered = self.invitations.values().map(|invitation| invitation.side.as_str());
        self.members.values().filter_map(|member| member.side.as_deref()).chain(offered).collect()
    }

    /// A version of the agenda.
    ///
    /// # Errors
    /// [`Refusal::Unknown`].
    pub fn version(&self, version: u32) -> Result<&AgendaVersion, Refusal> {
        let at = usize::try_from(version).ok().and_then(|version| version.checked_sub(1));
        at.and_then(|at| self.agendas.get(at)).ok_or_else(|| self.no_version(version))
    }

    fn version_mut(&mut self, version: u32) -> Result<&mut AgendaVersion, Refusal> {
        let missing = self.no_version(version);
        let at = usize::try_from(version).ok().and_then(|version| version.checked_sub(1));
        at.and_then(|at| self.agendas.get_mut(at)).ok_or(missing)
    }

    fn no_version(&self, version: u32) -> Refusal {
        let known = match self.agendas.len() {
            0 => "; no agenda has been set yet".to_owned(),
            some => format!("; there are 1 to {some}"),
        };
        Refusal::Unknown { kind: "version of the agenda", name: version.to_string(), known }
    }

    /// The number of the agenda's newest version; 0 where there is none.
    #[must_use]
    pub fn newest(&self) -> u32 {
        u32::try_from(self.agendas.len()).unwrap_or(u32::MAX)
    }

    /// A question by its name, or by enough of its beginning.
    ///
    /// # Errors
    /// [`Refusal::Unknown`].
    pub fn question(&self, id: &str) -> Result<&Question, Refusal> {
        let found: Vec<&Question> =
            self.questions.iter().filter(|question| !id.is_empty() && question.id.starts_with(id)).collect();
        match found.as_slice() {
            [one] => Ok(one),
            _ => Err(Refusal::unknown("question", id, self.questions.iter().map(|question| question.id.as_str()))),
        }
    }

    fn may_call(&self, author: MemberId) -> Result<(), Refusal> {
        let member = self.present(author)?;
        match (self.charter.callers, member.is_convener()) {
            (Callers::Everyone, _) | (Callers::Sides, false) | (Callers::Convener, true) => Ok(()),
            (Callers::Sides, true) => Err(Refusal::NotAllowed("members of a side, by the charter,")),
            (Callers::Convener, false) => Err(Refusal::NotAllowed("the convener, by the charter,")),
        }
    }

    /// The state in bytes: equal states give equal bytes.
    ///
    /// # Errors
    /// Never for a state made of events.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Refusal> {
        serde_json::to_vec(self).map_err(|error| Refusal::Unreadable(error.to_string()))
    }

    /// A state from its bytes.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Refusal> {
        serde_json::from_slice(bytes).map_err(|error| Refusal::Unreadable(error.to_string()))
    }

    /// A digest of the state, for members to compare.
    ///
    /// # Errors
    /// As [`Self::to_bytes`].
    pub fn digest(&self) -> Result<[u8; 32], Refusal> {
        Ok(*blake3::hash(&self.to_bytes()?).as_bytes())
    }
}
