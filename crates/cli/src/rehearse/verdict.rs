//! How a run ended for each side, and in which words its breaking is told: the sides by name.
use std::fmt;

use super::lines::{Failure, Report};
use crate::exit;

/// What the stage knows of one side at the end.
#[derive(Debug)]
pub(super) enum Ending {
    /// It has the answer.
    Done(Box<Report>),
    /// It said why it stopped.
    Failed(Failure),
    /// Its process ended without a word.
    Died(String),
    /// It neither ended nor spoke, and was stopped.
    Silent,
    /// It had sealed its position and waited.
    Waited,
}

impl Ending {
    pub(super) fn into_report(self) -> Option<Report> {
        match self {
            Self::Done(report) => Some(*report),
            _ => None,
        }
    }
}

/// A run without an answer for all.
#[derive(Debug)]
pub(crate) struct Broken {
    pub(super) sides: Vec<String>,
    pub(super) endings: Vec<Ending>,
    /// Whether all had sealed, so that messages were exchanged.
    pub(super) sealed: bool,
}

impl std::error::Error for Broken {}

impl Broken {
    /// The exit code: bad input, an abort of a run, or trouble.
    pub(crate) fn code(&self) -> u8 {
        if self.inputs().next().is_some() {
            exit::BAD_INPUT
        } else if self.sealed {
            exit::ABORTED
        } else {
            exit::TROUBLE
        }
    }

    fn inputs(&self) -> impl Iterator<Item = (usize, &str)> {
        self.endings.iter().enumerate().filter_map(|(party, ending)| match ending {
            Ending::Failed(Failure::Input(text)) => Some((party, text.as_str())),
            _ => None,
        })
    }

    fn side(&self, party: usize) -> &str {
        self.sides.get(party).map_or("?", String::as_str)
    }

    fn either(&self, parties: &[usize]) -> String {
        let names: Vec<&str> = parties.iter().map(|party| self.side(*party)).collect();
        match names.split_last() {
            None => "nobody".to_owned(),
            Some((only, [])) => (*only).to_owned(),
            Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        }
    }

    /// What one side saw.
    fn account(&self, party: usize, ending: &Ending) -> String {
        let me = self.side(party);
        match ending {
            Ending::Done(_) => format!("{me} had the answer"),
            Ending::Died(manner) => format!("{me}'s process ended ({manner})"),
            Ending::Silent => format!("{me}'s process did not answer and was stopped"),
            Ending::Waited => format!("{me} had sealed its position and waited"),
            Ending::Failed(Failure::Input(text) | Failure::Trouble(text)) => format!("{me}: {text}"),
            Ending::Failed(Failure::Rejected { culprits, phase, what }) => match culprits.as_slice() {
                [one] => format!("{me} rejected {}'s message in {phase}: {what}", self.side(*one)),
                many => format!("{me} rejected a message in {phase}, sent by {}: {what}", self.either(many)),
            },
            Ending::Failed(Failure::Stopped { by, phase, accused }) => {
                let why = match accused.as_slice() {
                    [] => "for trouble of its own".to_owned(),
                    [one] => format!("and named {} as the reason", self.side(*one)),
                    many => format!("and named {} as the reason", self.either(many)),
                };
                format!("{me} heard that {} stopped the run in {phase} {why}", self.side(*by))
            }
            Ending::Failed(Failure::Link { peer, phase, cause }) => {
                format!("{me} lost the link to {} in {phase}: {cause}", self.side(*peer))
            }
        }
    }

    /// How little an ending explains: the most telling one is least.
    fn weight(ending: &Ending) -> u8 {
        match ending {
            Ending::Failed(Failure::Input(_)) => 0,
            Ending::Failed(Failure::Rejected { .. }) => 1,
            Ending::Died(_) => 2,
            Ending::Failed(Failure::Trouble(_)) => 3,
            Ending::Silent => 4,
            Ending::Failed(Failure::Link { .. }) => 5,
            Ending::Failed(Failure::Stopped { .. }) => 6,
            Ending::Done(_) => 7,
            Ending::Waited => 8,
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut order: Vec<(usize, &Ending)> = self.endings.iter().enumerate().collect();
        order.sort_by_key(|(party, ending)| (Self::weight(ending), *party));
        let accounts = order.iter().map(|(party, ending)| self.account(*party, ending));
        let what = if self.sealed { "the run was aborted" } else { "the run did not begin" };
        for (line, account) in accounts.enumerate() {
            match line {
                0 => write!(f, "{what}: {account}")?,
                _ => write!(f, "\n  {account}")?,
            }
        }
        if !self.sealed {
            return Ok(());
        }
        let rejected = self.endings.iter().any(|e| matches!(e, Ending::Failed(Failure::Rejected { .. })));
        if rejected {
            write!(f, "\n{}", self.caution())?;
        }
        let holders: Vec<usize> =
            order.iter().filter(|(_, e)| matches!(e, Ending::Done(_))).map(|(party, _)| *party).collect();
        match holders.as_slice() {
            [] => write!(f, "\nNo side has the answer."),
            _ => {
                let names: Vec<&str> = holders.iter().map(|party| self.side(*party)).collect();
                let names = names.join(" and ");
                write!(f, "\nNot all have the answer, but {names} had it already: there is no fairness.")
            }
        }
    }
}

impl Broken {
    fn caution(&self) -> &'static str {
        if self.sides.len() > 2 {
            "With three or more sides this is an accusation, not proof: whoever speaks of a bad message may be lying."
        } else {
            "Each of the two knows whether it was honest; nobody else can tell which of them was not."
        }
    }
}
