//! What of a case, or of a list of statements, is on the record already: a file that is read twice enters nothing twice.
use super::{Act, Record, affairs};

impl Record {
    /// Whether an act would only say again what stands here, or what stood here in the same words and was settled since.
    /// Answers no for acts that no file enters.
    #[must_use]
    pub fn has(&self, act: &Act) -> bool {
        match act {
            Act::Seat { seat, facts, source } => {
                let found = self.book(source.is_some()).seats.get(seat);
                found.is_some_and(|seat| seat.history.iter().any(|one| one.facts == *facts && one.source == *source))
            }
            Act::Meeting { meeting, facts, source } => {
                let found = self.book(source.is_some()).meetings.get(meeting);
                found.is_some_and(|one| one.facts == *facts && one.source == *source)
            }
            Act::Cadence(cadence) => self.book(cadence.source.is_some()).cadences.contains(cadence),
            Act::Holiday(holiday) => self.holidays.contains(holiday),
            Act::Standing(standing) => self.book(standing.source.is_some()).standing.contains(standing),
            Act::Channel { channel, facts } => {
                self.book(facts.source.is_some()).channels.get(channel).is_some_and(|one| one == facts)
            }
            Act::Outside { party, facts } => {
                self.book(facts.source.is_some()).outside.get(party).is_some_and(|one| one == facts)
            }
            Act::Statement { name, statement } => {
                self.statements.get(name).is_some_and(|one| one.statement == *statement)
            }
            Act::Memory(act) => self.memory.has(act),
            Act::Affairs(affairs::Act::Impasse { name, impasse }) => {
                self.affairs.impasses.get(name).is_some_and(|(one, _)| one == impasse)
            }
            Act::Affairs(affairs::Act::Escalation { name, escalation }) => {
                self.affairs.escalations.get(name).is_some_and(|(one, _)| one == escalation)
            }
            Act::Affairs(affairs::Act::Contact { name, contact }) => {
                self.affairs.contacts.get(name).is_some_and(|one| one == contact)
            }
            Act::Exercise { banner } => self.exercise.as_ref() == Some(banner),
            _ => false,
        }
    }
}
