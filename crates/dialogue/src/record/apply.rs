//! Acts applied: who may, what must hold, and what all are told because of it.
use std::collections::{BTreeMap, BTreeSet};

use negotiation::{Agenda, Issue};

use super::affairs;
use super::gate::{self, Passage};
use super::handover;
use super::line::{self, Hand, Readouts};
use super::notice::{Matter, Notice};
use super::seat::{Entry, Facts};
use super::{Act, Book, MOST_BYTES_OF_ONE, MOST_ENTRIES, MOST_RECORD_BYTES, Record, Recorded, meeting, track};
use crate::event::{Arrival, check_name};
use crate::id::MemberId;
use crate::question::{Question, Stage, Subject};
use crate::refusal::Refusal;
use crate::state::State;

/// Notices kept.
const MOST_NOTICES: usize = 500;
/// Changes of track told because of one act: a seat that sat everywhere must not push all other notices out.
const MOST_CHANGES_TOLD: usize = 20;

impl State {
    /// Takes up an act on the record.
    pub(crate) fn enter(&mut self, arrival: Arrival, at: i64, act: &Act) -> Result<(), Refusal> {
        let size = serde_json::to_vec(act).map_or(u64::MAX, |bytes| bytes.len() as u64);
        let own = self.record.bytes_by.get(&arrival.author).copied().unwrap_or(0).saturating_add(size);
        // What only withholds, objects or undoes finds room when nothing else does.
        let most = if act.withholds() { 2 } else { 1 };
        let all = self.record.bytes.saturating_add(size);
        if all > most * MOST_RECORD_BYTES || own > most * MOST_BYTES_OF_ONE {
            let problem = format!(
                "the record takes at most {MOST_RECORD_BYTES} bytes, and at most {MOST_BYTES_OF_ONE} from one member"
            );
            return Err(Refusal::Unusable { what: "the entry", problem });
        }
        let before = if seats_people(act) { track::history(&self.record.own) } else { Vec::new() };
        let mut record = std::mem::take(&mut self.record);
        let done = self.enter_into(&mut record, arrival, at, act);
        self.record = record;
        done?;
        self.record.bytes = all;
        self.record.bytes_by.insert(arrival.author, own);
        for matter in self.matters(act, &before) {
            self.notify(Notice { sequence: arrival.sequence, at, matter });
        }
        Ok(())
    }

    /// Tells all; the oldest notice goes where there are too many.
    fn notify(&mut self, notice: Notice) {
        let notices = &mut self.record.notices;
        if notices.len() >= MOST_NOTICES {
            notices.remove(0);
        }
        notices.push(notice);
    }

    /// Applies an act to a record that is not in this state while it is done; refused acts change nothing.
    fn enter_into(&self, record: &mut Record, arrival: Arrival, at: i64, act: &Act) -> Result<(), Refusal> {
        let author = arrival.author;
        let member = self.present(author)?;
        let (side, is_convener) = (member.side.as_deref(), member.is_convener());
        match act {
            Act::Seat { seat, facts, source } => self.seat(record, arrival, at, seat, facts, source.as_ref()),
            Act::Meeting { meeting, facts, source } => self.meeting(record, arrival, meeting, facts, source.as_ref()),
            Act::Cadence(cadence) => {
                if cadence.days == 0 || cadence.days > 3_660 {
                    let problem = "it is 1 to 3,660 days".to_owned();
                    return Err(Refusal::Unusable { what: "the cadence", problem });
                }
                source(cadence.source.as_ref())?;
                cadence.place.as_ref().map_or(Ok(()), |place| check_name("the place", place))?;
                let book = book(record, cadence.source.is_some());
                room(book.cadences.len())?;
                let kind = |one: &meeting::Cadence| (one.mode, one.place.clone(), one.source.clone());
                book.cadences.retain(|one| kind(one) != kind(cadence));
                book.cadences.push(cadence.clone());
                Ok(())
            }
            Act::Holiday(holiday) => {
                check_name("the holiday's name", &holiday.name)?;
                room(record.holidays.len())?;
                record.holidays.push(holiday.clone());
                Ok(())
            }
            Act::Standing(standing) => {
                standing.check()?;
                source(standing.source.as_ref())?;
                // A side of this dialogue; what is reported names sides as the source does.
                if let Some(side) = standing.side.as_ref().filter(|_| standing.source.is_none())
                    && !self.sides().contains(side.as_str())
                {
                    return Err(Refusal::unknown("side", side, self.sides()));
                }
                let book = book(record, standing.source.is_some());
                room(book.standing.len())?;
                if standing.meeting.as_ref().is_some_and(|name| !book.meetings.contains_key(name)) {
                    let known = book.meetings.keys().map(String::as_str);
                    return Err(Refusal::unknown("meeting", standing.meeting.as_deref().unwrap_or_default(), known));
                }
                if !book.standing.contains(standing) {
                    book.standing.push(standing.clone());
                }
                Ok(())
            }
            Act::Channel { channel, facts } => {
                check_name("the channel's name", channel)?;
                facts.check()?;
                source(facts.source.as_ref())?;
                let book = book(record, facts.source.is_some());
                room(book.channels.len())?;
                book.channels.insert(channel.clone(), facts.clone());
                Ok(())
            }
            Act::Outside { party, facts } => {
                check_name("the party's name", party)?;
                facts.check()?;
                let book = book(record, facts.source.is_some());
                room(book.outside.len())?;
                book.outside.insert(party.clone(), facts.clone());
                Ok(())
            }
            Act::Statement { name, statement } => {
                check_name("the statement's name", name)?;
                statement.check()?;
                room(record.statements.len())?;
                let other = |one: &Recorded| one.by != author && !is_convener;
                if record.statements.get(name).is_some_and(other) {
                    return Err(Refusal::NotAllowed("who entered the statement, or the convener,"));
                }
                record.statements.insert(name.clone(), Recorded { statement: statement.clone(), by: author });
                Ok(())
            }
            Act::Line(act) => take_line(&record.own, &mut record.readouts, self, author, at, act),
            Act::Gate(act) => self.gate(record, author, side, act),
            Act::Memory(act) => record.memory.apply(author, is_convener, act),
            Act::Affairs(act) => {
                let of = match act {
                    affairs::Act::Asked { of } => Some(of),
                    affairs::Act::Answered { to } => Some(to),
                    _ => None,
                };
                if let Some(of) = of.filter(|of| !self.sides().contains(of.as_str())) {
                    return Err(Refusal::unknown("side", of, self.sides()));
                }
                record.affairs.apply(affairs::Hand { author, side, at, sequence: arrival.sequence }, act)
            }
            Act::Handover(act) => self.handover(record, author, act),
            // The register of a room is made by its members, who know the dialogue's id (`crate::mandate::Register`);
            // what newcomers have to know of it is part of the state.
            Act::MandatePresented(one) => Ok(record.mandates.present((author, &member.key), at, one)?),
            Act::MandateRevoked(one) => Ok(record.mandates.revoke(arrival, one)?),
            Act::Exercise { banner } => {
                check_name("the banner", banner)?;
                if !is_convener {
                    return Err(Refusal::NotAllowed("the convener"));
                }
                record.exercise = Some(banner.clone());
                Ok(())
            }
        }
    }

    fn seat(
        &self,
        record: &mut Record,
        arrival: Arrival,
        at: i64,
        name: &str,
        facts: &Facts,
        reported: Option<&String>,
    ) -> Result<(), Refusal> {
        check_name("the seat's name", name)?;
        facts.check()?;
        source(reported)?;
        let author = self.present(arrival.author)?;
        if reported.is_none() {
            let own = facts.member == Some(arrival.author);
            if !own && !author.is_convener() {
                return Err(Refusal::NotAllowed("the convener, or who holds the seat,"));
            }
            let taken = |entry: &Facts| entry.member != Some(arrival.author);
            let before = record.own.seats.get(name).and_then(|seat| seat.now());
            if !author.is_convener() && before.is_some_and(taken) {
                return Err(Refusal::NotAllowed("the convener, or who holds the seat,"));
            }
            if before.and_then(|facts| facts.member).is_some_and(|holder| facts.member != Some(holder)) {
                let problem = "it stays with the member who holds it; enter another seat for somebody else".to_owned();
                return Err(Refusal::Unusable { what: "the seat", problem });
            }
            if let Some(other) = taken_name(&record.own, name, facts) {
                let problem = format!("seat {other} has that name already");
                return Err(Refusal::Unusable { what: "the seat", problem });
            }
            match facts.member {
                Some(id) => {
                    let member = self.members.get(&id).ok_or(Refusal::NotAMember(id))?;
                    if member.side != facts.side {
                        let problem = "its side is not that of the member who holds it".to_owned();
                        return Err(Refusal::Unusable { what: "the seat", problem });
                    }
                }
                // Somebody may sit there without a machine in the dialogue.
                None => {
                    let sides = self.sides();
                    if let Some(side) = facts.side.as_ref().filter(|side| !sides.contains(side.as_str())) {
                        return Err(Refusal::unknown("side", side, sides));
                    }
                }
            }
        } else if facts.member.is_some() {
            let problem = "a reported seat is no member's".to_owned();
            return Err(Refusal::Unusable { what: "the seat", problem });
        }
        let book = book(record, reported.is_some());
        room(book.seats.len() + book.seats.get(name).map_or(0, |seat| seat.history.len()))?;
        let entry = Entry {
            facts: facts.clone(),
            by: arrival.author,
            at,
            sequence: arrival.sequence,
            source: reported.cloned(),
        };
        book.seats.entry(name.to_owned()).or_default().history.push(entry);
        Ok(())
    }

    fn meeting(
        &self,
        record: &mut Record,
        arrival: Arrival,
        name: &str,
        facts: &meeting::Facts,
        reported: Option<&String>,
    ) -> Result<(), Refusal> {
        check_name("the meeting's name", name)?;
        facts.check()?;
        source(reported)?;
        let is_convener = self.present(arrival.author)?.is_convener();
        let default = self.charter.attribution;
        let book = book(record, reported.is_some());
        room(book.meetings.len())?;
        if let Some(seat) = facts.present.iter().find(|seat| !book.seats.contains_key(*seat)) {
            return Err(Refusal::unknown("seat", seat, book.seats.keys().map(String::as_str)));
        }
        let rule = |facts: &meeting::Facts| facts.attribution.unwrap_or(default);
        let before = book.meetings.get(name);
        let held_under = before.and_then(|one| one.held_under.or(one.facts.held.then(|| rule(&one.facts))));
        if reported.is_none() && !is_convener && before.is_some_and(|one| one.facts.held) {
            return Err(Refusal::NotAllowed("the convener, once it has been held,"));
        }
        // The rule is set before a meeting is held: as it was planned, or else the charter's.
        let set = held_under.or(before.map(|one| rule(&one.facts))).unwrap_or(default);
        let looser = reported.is_none() && rule(facts).strictness() < set.strictness();
        if looser && !is_convener {
            return Err(Refusal::NotAllowed("the convener, before it is held,"));
        }
        let changed = before.is_some_and(|one| one.facts.held && rule(&one.facts) != rule(facts));
        // A meeting that is called planned again for a while was still held under its rule.
        if changed || looser && held_under.is_some() {
            let problem = "its rule of attribution was set before it was held, and stays".to_owned();
            return Err(Refusal::Unusable { what: "the meeting", problem });
        }
        if looser && facts.held {
            let problem = "it was held under a stricter rule: a looser one is set while it is planned".to_owned();
            return Err(Refusal::Unusable { what: "the meeting", problem });
        }
        let meeting = meeting::Meeting {
            facts: facts.clone(),
            by: arrival.author,
            sequence: arrival.sequence,
            source: reported.cloned(),
            held_under: held_under.or(facts.held.then(|| rule(facts))).filter(|_| reported.is_none()),
        };
        book.meetings.insert(name.to_owned(), meeting);
        Ok(())
    }

    fn gate(&self, record: &mut Record, author: MemberId, side: Option<&str>, act: &gate::Act) -> Result<(), Refusal> {
        let (gate::Act::Affects { question, .. }
        | gate::Act::Bring { question, .. }
        | gate::Act::Speak { question, .. }
        | gate::Act::Promote { question }
        | gate::Act::Confirm { question, .. }) = act;
        let found = self.question(question)?;
        if let gate::Act::Affects { sides, .. } = act {
            // Sides that sit elsewhere may be named too: then nothing is promoted without them.
            if sides.is_empty() {
                return Err(Refusal::Unusable {
                    what: "the list of affected sides",
                    problem: "it is empty".to_owned(),
                });
            }
        }
        if let gate::Act::Bring { outcome, .. } = act {
            self.check_result(found, outcome)?;
        }
        let takes_part = side.is_some_and(|side| found.asks(side));
        let mut gate = record.gates.get(&found.id).cloned().unwrap_or_default();
        let now = self.passage_of(found, &gate);
        gate.apply(side, &now, takes_part, act)?;
        if let (gate::Act::Confirm { .. }, Some(side)) = (act, side) {
            gate.reported_by.insert(side.to_owned(), author);
        }
        record.gates.insert(found.id.clone(), gate);
        Ok(())
    }

    fn handover(&self, record: &mut Record, author: MemberId, act: &handover::Act) -> Result<(), Refusal> {
        match act {
            handover::Act::Made { lines, .. } => {
                for name in lines {
                    handover::may_go(name, record.readouts.line(name)?)?;
                }
            }
            handover::Act::Received { signed } => {
                // Keys are made for one dialogue: who they are names the dialogue too.
                let present = self.members.values().filter(|member| member.is_present());
                signed.packet.check(&handover::receivers(present.map(|member| member.key)))?;
                signed.check_signature()?;
            }
            handover::Act::Replied { .. } | handover::Act::Answered { .. } => {}
        }
        record.handovers.apply(author, self.present(author)?.is_convener(), act)
    }

    /// Where the result of a question stands, with who is missing.
    ///
    /// # Errors
    /// [`Refusal::Unknown`].
    pub fn passage(&self, question: &str) -> Result<Passage, Refusal> {
        let found = self.question(question)?;
        let gate = self.record.gates.get(&found.id).cloned().unwrap_or_default();
        Ok(self.passage_of(found, &gate))
    }

    fn passage_of(&self, question: &Question, gate: &gate::Gate) -> Passage {
        let answered = question.stage() == Stage::Answered;
        let touched = self.touched(question, gate);
        let asking = &question.asking;
        let outvoted = asking.quorum.is_some_and(|quorum| quorum < asking.sides.len());
        let certain = if outvoted { &asking.vetoes } else { &asking.sides };
        gate.passage(&question.id, (&asking.sides, certain), &touched, answered)
    }

    /// Whether this can be the result of a question: one option on the table for every issue, among what was asked.
    fn check_result(&self, question: &Question, outcome: &BTreeMap<String, String>) -> Result<(), Refusal> {
        let put = self.put(&question.asking)?;
        let wrong = |problem: &str| Err(Refusal::Unusable { what: "the result", problem: problem.to_owned() });
        let on_table = |issue: &Issue| {
            let option = outcome.get(&issue.name);
            let found = option.and_then(|option| issue.choices.iter().find(|choice| choice.name == *option));
            found.is_some_and(|choice| choice.off_the_table.is_none())
        };
        if outcome.len() != put.agenda.issues().len() || !put.agenda.issues().iter().all(on_table) {
            return wrong("it needs one option on the table for every issue of the question, and nothing else");
        }
        if let Some(mut names) = put.question.package_names() {
            let same = |name: &str| {
                let package = put.agenda.package(name).ok();
                package.is_some_and(|package| {
                    put.agenda
                        .names(&package)
                        .all(|(issue, option)| outcome.get(issue).map(String::as_str) == Some(option))
                })
            };
            if !names.any(same) {
                return wrong("it is none of the packages that were asked about");
            }
        }
        let Subject::Agenda { only, .. } = &question.asking.subject else {
            return Ok(());
        };
        if only.iter().all(|(issue, option)| outcome.get(issue) == Some(option)) {
            return Ok(());
        }
        wrong("it differs from what the question was confined to")
    }

    /// What all are told because of an act that was taken up.
    fn matters(&self, act: &Act, before: &[track::Computed]) -> Vec<Matter> {
        let mut matters = Vec::new();
        let record = &self.record;
        match act {
            act if seats_people(act) => {
                let changes = track::changes(before, &track::history(&record.own));
                let latest = changes.len().saturating_sub(MOST_CHANGES_TOLD);
                matters.extend(changes.into_iter().skip(latest).map(|one| Matter::Track {
                    meeting: one.meeting,
                    from: one.from,
                    to: one.to,
                    why: one.why,
                }));
            }
            Act::Channel { channel, facts } => {
                let issues = self.issues();
                if let Some(found) = facts.collides(channel, &record.parties(self.sides()), &issues) {
                    matters.push(Matter::Collision { channel: found.channel, why: found.why });
                }
            }
            Act::Affairs(affairs::Act::Escalation { name, escalation }) => {
                matters.push(Matter::Escalation { name: name.clone(), contact: escalation.contact.clone() });
            }
            Act::Affairs(affairs::Act::Hotline { .. }) => matters.push(Matter::Hotline {}),
            Act::Gate(gate::Act::Promote { question }) => matters.push(Matter::Promoted { question: question.clone() }),
            Act::Gate(gate::Act::Confirm { question, .. })
                if self.passage(question).is_ok_and(|now| now.status == gate::Status::Agreed) =>
            {
                matters.push(Matter::Agreed { question: question.clone() });
            }
            Act::Handover(handover::Act::Received { signed }) => {
                matters.push(Matter::Handover { title: signed.packet.title.clone() });
            }
            _ => {}
        }
        matters
    }

    /// Tells all of options that come back although they were tried.
    pub(crate) fn note_tried(&mut self, arrival: Arrival, at: i64, agenda: &Agenda) {
        let before = self.version(self.newest()).ok().and_then(|version| version.agenda().ok());
        let known = |issue: &str, option: &str| {
            before.as_ref().is_some_and(|agenda| {
                let issue = agenda.issues().iter().find(|one| one.name == issue);
                issue.is_some_and(|one| one.choices.iter().any(|choice| choice.name == option))
            })
        };
        let fresh: Vec<Matter> = self
            .record
            .memory
            .tried_in(agenda)
            .into_iter()
            .filter(|one| !known(&one.issue, &one.option))
            .map(|one| Matter::TriedBefore {
                issue: one.issue.clone(),
                option: one.option.clone(),
                answer: format!("{} {}", one.answer, one.why).trim().to_owned(),
            })
            .collect();
        for matter in fresh {
            self.notify(Notice { sequence: arrival.sequence, at, matter });
        }
    }

    /// Applies an act on a readout's line to lines that are not part of the state: a caucus's own.
    ///
    /// # Errors
    /// [`Refusal`]: the same rules as in the plenary.
    pub fn take_line(&self, lines: &mut Readouts, author: MemberId, at: i64, act: &line::Act) -> Result<(), Refusal> {
        take_line(&self.record.own, lines, self, author, at, act)
    }

    /// Names of the issues of the newest agenda.
    #[must_use]
    pub fn issues(&self) -> BTreeSet<String> {
        let newest = self.version(self.newest()).ok().and_then(|version| version.agenda().ok());
        newest.map_or_else(BTreeSet::new, |agenda| agenda.issues().iter().map(|issue| issue.name.clone()).collect())
    }
}

/// Whether an act may change the track of a meeting of this dialogue.
fn seats_people(act: &Act) -> bool {
    matches!(act, Act::Seat { source: None, .. } | Act::Meeting { source: None, .. })
}

fn take_line(
    book: &Book,
    lines: &mut Readouts,
    state: &State,
    author: MemberId,
    at: i64,
    act: &line::Act,
) -> Result<(), Refusal> {
    let is_convener = state.members.get(&author).is_some_and(crate::Member::is_convener);
    lines.apply(Hand { author, at, is_convener, book, rule: state.charter.attribution }, act)
}

/// Another seat of a member that goes by one of these names.
fn taken_name<'a>(book: &'a Book, own: &str, facts: &Facts) -> Option<&'a String> {
    let fold = |name: &String| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let names =
        |facts: &Facts| -> BTreeSet<String> { std::iter::once(&facts.holder).chain(&facts.also).map(fold).collect() };
    let wanted = names(facts);
    let clash = |(name, seat): &(&String, &super::seat::Seat)| {
        let other = seat.now().filter(|other| other.member != facts.member || other.member.is_none());
        name.as_str() != own && other.is_some_and(|other| !names(other).is_disjoint(&wanted))
    };
    book.seats.iter().find(clash).map(|(name, _)| name)
}

fn book(record: &mut Record, reported: bool) -> &mut Book {
    if reported { &mut record.reported } else { &mut record.own }
}

fn source(source: Option<&String>) -> Result<(), Refusal> {
    source.map_or(Ok(()), |source| check_name("the source", source))
}

fn room(entries: usize) -> Result<(), Refusal> {
    if entries < MOST_ENTRIES {
        return Ok(());
    }
    Err(Refusal::Unusable { what: "the entry", problem: format!("there are {MOST_ENTRIES} already") })
}
