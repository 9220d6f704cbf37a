//! `reported.toml`: what is reported, as the file has it, and the acts that enter it.
use ::dialogue::record::meeting::Cadence;
use ::dialogue::record::standing::Standing;
use ::dialogue::record::statement::Statement;
use ::dialogue::record::{Act, affairs, channel, meeting, memory, seat};
use serde::Deserialize;

/// The reported record of a case, as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reported {
    /// What its sources are: short name → document.
    #[serde(default)]
    pub(super) sources: std::collections::BTreeMap<String, String>,
    #[serde(default)]
    seat: Vec<SeatRow>,
    #[serde(default)]
    meeting: Vec<MeetingRow>,
    #[serde(default)]
    cadence: Vec<Cadence>,
    #[serde(default)]
    standing: Vec<Standing>,
    #[serde(default)]
    channel: Vec<ChannelRow>,
    #[serde(default)]
    statement: Vec<StatementRow>,
    #[serde(default)]
    off_the_table: Vec<memory::OffTable>,
    #[serde(default)]
    tried: Vec<memory::Tried>,
    #[serde(default)]
    impasse: Vec<ImpasseRow>,
    #[serde(default)]
    contact: Vec<ContactRow>,
    #[serde(default)]
    flag: Vec<FlagRow>,
}

macro_rules! row {
    ($name:ident, $facts:ty $(, $more:ident: $type:ty)*) => {
        #[derive(Deserialize)]
        struct $name {
            name: String,
            $($more: $type,)*
            #[serde(flatten)]
            facts: Facts<$facts>,
        }
    };
}

/// The rest of a table, read strictly: a misspelt key is an error and names itself.
struct Facts<T>(T);

impl<'d, T: serde::de::DeserializeOwned> Deserialize<'d> for Facts<T> {
    fn deserialize<D: serde::Deserializer<'d>>(from: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(from)?;
        serde_json::from_value(value).map(Self).map_err(serde::de::Error::custom)
    }
}

row!(SeatRow, seat::Facts, source: String);
row!(MeetingRow, meeting::Facts, source: String);
row!(ChannelRow, channel::Channel);
row!(StatementRow, Statement);
row!(ImpasseRow, affairs::Impasse);
row!(ContactRow, affairs::Contact);
row!(FlagRow, affairs::Escalation);

impl Reported {
    /// What is entered, in order.
    pub(super) fn acts(self) -> Vec<Act> {
        let mut acts: Vec<Act> = Vec::new();
        acts.extend(self.seat.into_iter().map(|row| Act::Seat {
            seat: row.name,
            facts: row.facts.0,
            source: Some(row.source),
        }));
        let meeting =
            |row: MeetingRow| Act::Meeting { meeting: row.name, facts: row.facts.0, source: Some(row.source) };
        acts.extend(self.meeting.into_iter().map(meeting));
        acts.extend(self.cadence.into_iter().map(Act::Cadence));
        acts.extend(self.standing.into_iter().map(Act::Standing));
        acts.extend(self.statement.into_iter().map(|row| Act::Statement { name: row.name, statement: row.facts.0 }));
        acts.extend(self.channel.into_iter().map(|row| Act::Channel { channel: row.name, facts: row.facts.0 }));
        acts.extend(self.off_the_table.into_iter().map(|off| Act::Memory(memory::Act::Off(off))));
        acts.extend(self.tried.into_iter().map(|tried| Act::Memory(memory::Act::Tried(tried))));
        let affair = |act: affairs::Act| Act::Affairs(act);
        acts.extend(
            self.contact.into_iter().map(|row| affair(affairs::Act::Contact { name: row.name, contact: row.facts.0 })),
        );
        acts.extend(
            self.flag
                .into_iter()
                .map(|row| affair(affairs::Act::Escalation { name: row.name, escalation: row.facts.0 })),
        );
        acts.extend(
            self.impasse.into_iter().map(|row| affair(affairs::Act::Impasse { name: row.name, impasse: row.facts.0 })),
        );
        acts
    }
}
