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

/// One change from one version of the agenda to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is called otherwise.
    Name {
        /// As before.
        from: String,
        /// As now.
        to: String,
    },
    /// Its note.
    Note,
    /// An issue is gone.
    IssueGone(String),
    /// An issue is new.
    IssueNew {
        /// Its name.
        issue: String,
        /// Its options.
        options: usize,
    },
    /// An option of an issue that stays.
    Option {
        /// The issue.
        issue: String,
        /// The option.
        option: String,
        /// What changed.
        how: OptionChange,
    },
    /// An issue affects others.
    Affects {
        /// The issue.
        issue: String,
        /// The sides that it affects now.
        sides: Vec<String>,
    },
    /// An issue's title, default, flag or note.
    IssueText(String),
    /// The issues stand in another order.
    Order,
    /// A link is gone, or new.
    Link {
        /// Whether it is new.
        new: bool,
        /// It, in words.
        text: String,
        /// It, by the indices of the agenda that has it.
        link: negotiation::Link,
    },
    /// A package is gone, or new.
    Package {
        /// Whether it is new.
        new: bool,
        /// Its name and options.
        text: String,
    },
}

/// What changed about an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionChange {
    /// It is gone.
    Gone,
    /// It is new.
    New,
    /// It is off the table now, and why.
    Off(String),
    /// It is on the table again.
    Lifted,
    /// It reads otherwise.
    Text,
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = |new: &bool| if *new { '+' } else { '-' };
        match self {
            Self::Name { from, to } => write!(f, "~ the agenda is called “{to}”, not “{from}”"),
            Self::Note => f.write_str("~ the agenda's note"),
            Self::IssueGone(issue) => write!(f, "- issue {issue}"),
            Self::IssueNew { issue, options } => write!(f, "+ issue {issue} with {options} options"),
            Self::Option { issue, option, how } => match how {
                OptionChange::Gone => write!(f, "- option {option} of issue {issue}"),
                OptionChange::New => write!(f, "+ option {option} of issue {issue}"),
                OptionChange::Off(why) => write!(f, "~ option {option} of issue {issue} is off the table: {why}"),
                OptionChange::Lifted => write!(f, "~ option {option} of issue {issue} is on the table again"),
                OptionChange::Text => write!(f, "~ option {option} of issue {issue} reads otherwise"),
            },
            Self::Affects { issue, sides } if sides.is_empty() => write!(f, "~ issue {issue} affects nobody"),
            Self::Affects { issue, sides } => write!(f, "~ issue {issue} affects {}", sides.join(", ")),
            Self::IssueText(issue) => write!(f, "~ issue {issue}: its title, default, flag or note"),
            Self::Order => f.write_str("~ the order of the issues"),
            Self::Link { new, text, .. } => write!(f, "{} link {text}", sign(new)),
            Self::Package { new, text } => write!(f, "{} package {text}", sign(new)),
        }
    }
}

/// What changed from one agenda to another, one line a change; empty where nothing did.
#[must_use]
pub fn diff(from: &Agenda, to: &Agenda) -> Vec<String> {
    changes(from, to).iter().map(ToString::to_string).collect()
}

/// What changed from one agenda to another; empty where nothing did.
#[must_use]
pub fn changes(from: &Agenda, to: &Agenda) -> Vec<Change> {
    let mut found = Vec::new();
    if from.name() != to.name() {
        found.push(Change::Name { from: from.name().to_owned(), to: to.name().to_owned() });
    }
    if from.note() != to.note() {
        found.push(Change::Note);
    }
    let issues = |agenda: &Agenda| -> BTreeMap<String, Issue> {
        agenda.issues().iter().map(|issue| (issue.name.clone(), issue.clone())).collect()
    };
    let (before, after) = (issues(from), issues(to));
    found.extend(before.keys().filter(|name| !after.contains_key(*name)).cloned().map(Change::IssueGone));
    for (name, issue) in &after {
        match before.get(name) {
            None => found.push(Change::IssueNew { issue: name.clone(), options: issue.choices.len() }),
            Some(old) => issue_changes(old, issue, &mut found),
        }
    }
    let order = |agenda: &Agenda| agenda.issues().iter().map(|issue| issue.name.clone()).collect::<Vec<_>>();
    if before.keys().eq(after.keys()) && order(from) != order(to) {
        found.push(Change::Order);
    }
    let links = |agenda: &Agenda| agenda.links().iter().map(|link| agenda.describe_link(link)).collect::<Vec<_>>();
    let (gone, new) = (links(from), links(to));
    let of = |agenda: &Agenda, mine: &[String], others: &[String], new: bool| -> Vec<Change> {
        let all = mine.iter().zip(agenda.links()).filter(|(text, _)| !others.contains(text));
        all.map(|(text, link)| Change::Link { new, text: text.clone(), link: link.clone() }).collect()
    };
    found.extend(of(from, &gone, &new, false));
    found.extend(of(to, &new, &gone, true));
    let packages = |agenda: &Agenda| {
        let spell = |(issue, choice): (&String, &String)| format!("{issue}={choice}");
        let one = |package: &negotiation::Package| {
            format!("{}: {}", package.name, package.choices.iter().map(spell).collect::<Vec<_>>().join(" "))
        };
        agenda.packages().iter().map(one).collect::<Vec<_>>()
    };
    let (gone, new) = (packages(from), packages(to));
    let change = |new: bool| move |text: &String| Change::Package { new, text: text.clone() };
    found.extend(gone.iter().filter(|one| !new.contains(one)).map(change(false)));
    found.extend(new.iter().filter(|one| !gone.contains(one)).map(change(true)));
    found
}

fn issue_changes(before: &Issue, after: &Issue, found: &mut Vec<Change>) {
    let name = &after.name;
    let option = |option: &str, how| Change::Option { issue: name.clone(), option: option.to_owned(), how };
    for choice in &before.choices {
        let how = match after.choices.iter().find(|other| other.name == choice.name) {
            None => OptionChange::Gone,
            Some(other) if other == choice => continue,
            Some(other) => match (&choice.off_the_table, &other.off_the_table) {
                (None, Some(why)) => OptionChange::Off(why.clone()),
                (Some(_), None) => OptionChange::Lifted,
                _ => OptionChange::Text,
            },
        };
        found.push(option(&choice.name, how));
    }
    let is_new = |choice: &&negotiation::Choice| !before.choices.iter().any(|other| other.name == choice.name);
    found.extend(after.choices.iter().filter(is_new).map(|choice| option(&choice.name, OptionChange::New)));
    if before.affected != after.affected {
        found.push(Change::Affects { issue: name.clone(), sides: after.affected.clone() });
    }
    let rest = |issue: &Issue| (issue.title.clone(), issue.default, issue.flag.clone(), issue.note.clone());
    if rest(before) != rest(after) {
        found.push(Change::IssueText(name.clone()));
    }
}
