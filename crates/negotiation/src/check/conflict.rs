//! One smallest set of reasons why nothing is left, found by leaving reasons out one at a time.
use num_bigint::BigUint;
use num_traits::Zero;

use super::count::Problem;
use crate::agenda::{Agenda, Link, Part};
use crate::position::words::describe_only_if;
use crate::position::{Word, Words};

/// Something that rules packages out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A choice the side could not accept.
    CouldNot {
        /// Index of the issue.
        issue: usize,
        /// Index of the choice.
        choice: u32,
    },
    /// An *only if*, by its place in the position.
    OnlyIf(usize),
    /// A link, by its place in the agenda.
    Link(usize),
    /// Points below those of the reference package.
    Reference,
}

/// A position's words with the reasons still in force.
#[derive(Clone)]
pub(super) struct Case {
    /// Choices by issue with their points; all on the table at first.
    tables: Vec<Vec<(u32, u32)>>,
    only_ifs: Vec<Link>,
    links: Vec<Link>,
    needed: u32,
    reasons: Vec<Reason>,
}

impl Case {
    pub(super) fn new(agenda: &Agenda, words: &Words) -> Self {
        let points = &words.points().by_choice;
        let tables = agenda.space().tables().iter().zip(points).map(|(table, row)| {
            let worth = |c: u32| usize::try_from(c).ok().and_then(|c| row.get(c)).copied();
            table.iter().map(|c| (*c, worth(*c).unwrap_or(0))).collect()
        });
        let could_not = words.stances().iter().enumerate().flat_map(|(issue, stance)| {
            let table = agenda.space().tables().get(issue);
            let vetoed = table.into_iter().flatten().filter(|c| stance.word(**c) == Some(Word::CouldNot));
            vetoed.map(move |choice| Reason::CouldNot { issue, choice: *choice })
        });
        // Tried in this order when reasons are left out: what is left tends to be a side's own words.
        let mut reasons = vec![Reason::Reference];
        reasons.extend((0..agenda.links().len()).map(Reason::Link));
        reasons.extend((0..words.only_ifs().len()).map(Reason::OnlyIf));
        reasons.extend(could_not);
        Case {
            tables: tables.collect(),
            only_ifs: words.only_ifs().to_vec(),
            links: agenda.links().to_vec(),
            needed: words.needed(),
            reasons,
        }
    }

    /// The same with some issues confined to these choices.
    pub(super) fn taking(&self, parts: &[Part]) -> Self {
        let mut case = self.clone();
        for part in parts {
            if let Some(table) = case.tables.get_mut(part.issue) {
                table.retain(|(choice, _)| part.choices.contains(choice));
            }
        }
        case
    }

    /// The same with one reason left out.
    pub(super) fn without(&self, reason: &Reason) -> Self {
        let mut case = self.clone();
        case.reasons.retain(|r| r != reason);
        case
    }

    pub(super) fn count(&self) -> Option<BigUint> {
        self.problem().count()
    }

    /// Certainly impossible; false where it could not be found out.
    pub(super) fn is_impossible(&self) -> bool {
        self.count().is_some_and(|n| n.is_zero())
    }

    fn problem(&self) -> Problem {
        let mut problem = Problem { domains: self.tables.clone(), rules: Vec::new(), needed: 0 };
        for reason in &self.reasons {
            match reason {
                Reason::CouldNot { issue, choice } => {
                    if let Some(domain) = problem.domains.get_mut(*issue) {
                        domain.retain(|(c, _)| c != choice);
                    }
                }
                Reason::OnlyIf(at) => problem.rules.extend(self.only_ifs.get(*at).cloned()),
                Reason::Link(at) => problem.rules.extend(self.links.get(*at).cloned()),
                Reason::Reference => problem.needed = self.needed,
            }
        }
        problem
    }

    /// How many outcomes there are of each number of points, from 0 on.
    pub(super) fn spread(&self) -> Option<Vec<BigUint>> {
        self.problem().spread()
    }

    /// A smallest set of reasons that leaves nothing: without any one of them something is left. Empty where something
    /// is left anyway.
    pub(super) fn conflict(&self) -> Vec<Reason> {
        if !self.is_impossible() {
            return Vec::new();
        }
        let mut case = self.clone();
        for reason in &self.reasons {
            let lighter = case.without(reason);
            if lighter.is_impossible() {
                case = lighter;
            }
        }
        case.reasons
    }

    /// Reasons in words: a side's own first, then what others set.
    pub(super) fn describe(&self, reasons: &[Reason], agenda: &Agenda) -> Vec<String> {
        let mut texts = Vec::new();
        for (at, issue) in agenda.issues().iter().enumerate() {
            let names: Vec<&str> = reasons
                .iter()
                .filter_map(|reason| match reason {
                    Reason::CouldNot { issue, choice } if *issue == at => Some(agenda.choice_name(at, *choice)),
                    _ => None,
                })
                .collect();
            if !names.is_empty() {
                let names = crate::agenda::either(&names);
                texts.push(format!("on {} you could not accept {names}", issue.name));
            }
        }
        let mut rest: Vec<&Reason> = reasons.iter().collect();
        rest.sort_by_key(|reason| match reason {
            Reason::CouldNot { .. } | Reason::OnlyIf(_) => 0,
            Reason::Link(_) => 1,
            Reason::Reference => 2,
        });
        for reason in rest {
            match reason {
                Reason::CouldNot { .. } => {}
                Reason::OnlyIf(at) => texts.extend(
                    self.only_ifs.get(*at).map(|rule| format!("the condition “{}”", describe_only_if(agenda, rule))),
                ),
                Reason::Link(at) => texts.extend(
                    self.links.get(*at).map(|link| format!("the agenda's link “{}”", agenda.describe_link(link))),
                ),
                Reason::Reference => {
                    texts.push(format!("a package needs the {} points of your reference package", self.needed))
                }
            }
        }
        texts
    }
}
