//! What a case folder and its like say of the reported record, as acts: the record of a whole case, and statements alone.
use std::collections::BTreeMap;

use dialogue::record::meeting::Cadence;
use dialogue::record::standing::Standing;
use dialogue::record::statement::Statement;
use dialogue::record::{Act, affairs, channel, meeting, memory, outside, seat};
use serde::Deserialize;
use serde_json::json;

use crate::error::{Error, Result};

/// The reported record of a case, as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// What its sources are: short name → document.
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
    #[serde(default)]
    seat: Vec<SeatRow>,
    #[serde(default)]
    outside: Vec<OutsideRow>,
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
    fn deserialize<D: serde::Deserializer<'d>>(from: D) -> std::result::Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(from)?;
        serde_json::from_value(value).map(Self).map_err(serde::de::Error::custom)
    }
}

row!(SeatRow, seat::Facts, source: String);
row!(MeetingRow, meeting::Facts, source: String);
row!(OutsideRow, outside::Outside);
row!(ChannelRow, channel::Channel);
row!(StatementRow, Statement);
row!(ImpasseRow, affairs::Impasse);
row!(ContactRow, affairs::Contact);
row!(FlagRow, affairs::Escalation);

impl Reported {
    /// Reads the file's text; `shown` names it in errors.
    ///
    /// # Errors
    /// [`Error::Misuse`]: where it is no such file.
    pub fn read(text: &str, shown: &str) -> Result<Self> {
        toml::from_str(text).map_err(|error| Error::Misuse(format!("{shown}: {error}")))
    }

    /// What it says, as acts in an order in which all can be taken up.
    #[must_use]
    pub fn acts(self) -> Vec<Act> {
        let mut acts: Vec<Act> = Vec::new();
        acts.extend(self.seat.into_iter().map(|row| Act::Seat {
            seat: row.name,
            facts: row.facts.0,
            source: Some(row.source),
        }));
        acts.extend(self.outside.into_iter().map(|row| Act::Outside { party: row.name, facts: row.facts.0 }));
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

/// A statement as a file has it, with its name.
#[derive(Deserialize)]
struct Named {
    name: String,
    #[serde(flatten)]
    statement: serde_json::Value,
}

/// The statements of a TOML file with `[[statement]]` tables, or of a CSV file with a header; `shown` names it in errors.
///
/// # Errors
/// [`Error::Misuse`]: which statement, and what is wrong with it.
pub fn statements(text: &str, shown: &str, csv: bool) -> Result<Vec<Act>> {
    let named = if csv { from_csv(text, shown)? } else { from_toml(text, shown)? };
    let act = |one: Named| {
        let name = one.name;
        let wrong = |error: String| Error::Misuse(format!("{shown}: statement {name}: {error}"));
        let statement: Statement = serde_json::from_value(one.statement).map_err(|error| wrong(error.to_string()))?;
        statement.check().map_err(|refusal| wrong(refusal.to_string()))?;
        Ok(Act::Statement { name, statement })
    };
    named.into_iter().map(act).collect()
}

fn from_toml(text: &str, shown: &str) -> Result<Vec<Named>> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        #[serde(default)]
        statement: Vec<Named>,
    }
    let read: std::result::Result<File, _> = toml::from_str(text);
    Ok(read.map_err(|error| Error::Misuse(format!("{shown}: {error}")))?.statement)
}

/// A row of CSV has the fields' names as its header; several marks are parted by `;`, `anonymous` is true or false.
fn from_csv(text: &str, shown: &str) -> Result<Vec<Named>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| Error::Misuse(format!("{shown}: {error}")))?.clone();
    let mut all = Vec::new();
    for (at, row) in reader.records().enumerate() {
        let wrong = |error: String| Error::Misuse(format!("{shown}, row {}: {error}", at + 2));
        let row = row.map_err(|error| wrong(error.to_string()))?;
        let mut fields = serde_json::Map::new();
        for (key, value) in header.iter().zip(row.iter()).filter(|(_, value)| !value.trim().is_empty()) {
            let value = match key {
                "anonymous" => json!(value.trim().eq_ignore_ascii_case("true")),
                "marks" => json!(value.split(';').map(str::trim).collect::<Vec<_>>()),
                _ => json!(value.trim()),
            };
            fields.insert(key.to_owned(), value);
        }
        let name = fields.remove("name").and_then(|name| name.as_str().map(str::to_owned));
        let name = name.ok_or_else(|| wrong("it has no name".to_owned()))?;
        all.push(Named { name, statement: serde_json::Value::Object(fields) });
    }
    Ok(all)
}
