//! Versions of the agenda, and what changed between two of them.
use std::collections::BTreeMap;

use negotiation::{Agenda, Issue};
use serde::{Deserialize, Serialize};

use crate::id::{MemberId, bytes32};
use crate::refusal::Refusal;

/// One version of the agenda; versions count from 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgendaVersion {
    /// The document in its canonical spelling.
    pub toml: String,
    /// Who set it.
    pub by: MemberId,
    /// The sequence number of the event.
    pub sequence: u64,
    /// The seals of the sides, each with its holder.
    pub seals: BTreeMap<String, Seal>,
}

/// A side's seal over its position, and the member whose machine holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seal {
    /// The member whose machine holds the position.
    pub holder: MemberId,
    /// A salted hash over the exact position and the coins' seed.
    #[serde(with = "bytes32")]
    pub seal: [u8; 32],
}

impl AgendaVersion {
    /// The agenda itself.
    ///
    /// # Errors
    /// Never for one that was taken up; the document was read before.
    pub fn agenda(&self) -> Result<Agenda, Refusal> {
        read(&self.toml)
    }
}

/// Reads an agenda as an event carries it.
///
/// # Errors
/// [`Refusal::Agenda`]: too long, or no agenda.
pub fn read(toml: &str) -> Result<Agenda, Refusal> {
    if toml.len() > crate::event::MOST_AGENDA_BYTES {
        let most = crate::event::MOST_AGENDA_BYTES;
        return Err(Refusal::Agenda(format!("it takes {} bytes; at most {most} travel", toml.len())));
    }
    Agenda::from_toml(toml, "agenda").map_err(|error| Refusal::Agenda(error.to_string()))
}

/// What changed from one agenda to another, one line a change; empty where nothing did.
#[must_use]
pub fn diff(from: &Agenda, to: &Agenda) -> Vec<String> {
    let mut lines = Vec::new();
    if from.name() != to.name() {
        lines.push(format!("~ the agenda is called “{}”, not “{}”", to.name(), from.name()));
    }
    if from.note() != to.note() {
        lines.push("~ the agenda's note".to_owned());
    }
    let issues = |agenda: &Agenda| -> BTreeMap<String, Issue> {
        agenda.issues().iter().map(|issue| (issue.name.clone(), issue.clone())).collect()
    };
    let (before, after) = (issues(from), issues(to));
    lines.extend(before.keys().filter(|name| !after.contains_key(*name)).map(|name| format!("- issue {name}")));
    for (name, issue) in &after {
        match before.get(name) {
            None => lines.push(format!("+ issue {name} with {} options", issue.choices.len())),
            Some(old) => issue_diff(old, issue, &mut lines),
        }
    }
    let order = |agenda: &Agenda| agenda.issues().iter().map(|issue| issue.name.clone()).collect::<Vec<_>>();
    if before.keys().eq(after.keys()) && order(from) != order(to) {
        lines.push("~ the order of the issues".to_owned());
    }
    let links = |agenda: &Agenda| agenda.links().iter().map(|link| agenda.describe_link(link)).collect::<Vec<_>>();
    both_ways("link", &links(from), &links(to), &mut lines);
    let packages = |agenda: &Agenda| {
        let spell = |(issue, choice): (&String, &String)| format!("{issue}={choice}");
        let one = |package: &negotiation::Package| {
            format!("{}: {}", package.name, package.choices.iter().map(spell).collect::<Vec<_>>().join(" "))
        };
        agenda.packages().iter().map(one).collect::<Vec<_>>()
    };
    both_ways("package", &packages(from), &packages(to), &mut lines);
    lines
}

fn both_ways(what: &str, before: &[String], after: &[String], lines: &mut Vec<String>) {
    lines.extend(before.iter().filter(|one| !after.contains(one)).map(|one| format!("- {what} {one}")));
    lines.extend(after.iter().filter(|one| !before.contains(one)).map(|one| format!("+ {what} {one}")));
}

fn issue_diff(before: &Issue, after: &Issue, lines: &mut Vec<String>) {
    let name = &after.name;
    for choice in &before.choices {
        match after.choices.iter().find(|other| other.name == choice.name) {
            None => lines.push(format!("- option {} of issue {name}", choice.name)),
            Some(other) if other == choice => {}
            Some(other) => {
                let what = match (&choice.off_the_table, &other.off_the_table) {
                    (None, Some(why)) => format!("is off the table: {why}"),
                    (Some(_), None) => "is on the table again".to_owned(),
                    _ => "reads otherwise".to_owned(),
                };
                lines.push(format!("~ option {} of issue {name} {what}", choice.name));
            }
        }
    }
    let is_new = |choice: &&negotiation::Choice| !before.choices.iter().any(|other| other.name == choice.name);
    lines.extend(after.choices.iter().filter(is_new).map(|choice| format!("+ option {} of issue {name}", choice.name)));
    if before.affected != after.affected {
        let sides = if after.affected.is_empty() { "nobody".to_owned() } else { after.affected.join(", ") };
        lines.push(format!("~ issue {name} affects {sides}"));
    }
    let rest = |issue: &Issue| (issue.title.clone(), issue.default, issue.flag.clone(), issue.note.clone());
    if rest(before) != rest(after) {
        lines.push(format!("~ issue {name}: its title, default, flag or note"));
    }
}
