//! What every foreign position comes down to: a contribution per issue and choice, and a red line.
use std::collections::{BTreeMap, HashSet};

use num_traits::{One, Zero};

use crate::agenda::{Agenda, Choice, Issue};
use crate::error::{Error, Result};
use crate::number::{self, Decimal};
use crate::position::{Additive, Position};

use super::exact::shown;
use super::limits;
use super::warning::Warning;

/// A foreign position, exact and in agenda order.
pub(super) struct Sheet {
    /// Weight times value, by issue and choice.
    pub(super) contributions: Vec<Vec<Decimal>>,
    pub(super) bias: Decimal,
    /// The utility is cut off here.
    pub(super) clip: Option<Decimal>,
    pub(super) reservation: Decimal,
}

/// The red line as a foreign file gives it.
pub(super) enum RedLine {
    At(Decimal),
    /// None given; the worst package's utility stands in.
    Worst,
}

impl Sheet {
    /// The utility of the worst and of the best outcome, before any cut.
    pub(super) fn range(contributions: &[Vec<Decimal>], bias: &Decimal) -> (Decimal, Decimal) {
        let (mut worst, mut best) = (bias.clone(), bias.clone());
        for row in contributions {
            worst += row.iter().min().cloned().unwrap_or_default();
            best += row.iter().max().cloned().unwrap_or_default();
        }
        (worst, best)
    }

    /// Puts the parts together and names what is odd about the red line.
    pub(super) fn new(
        file: &str,
        contributions: Vec<Vec<Decimal>>,
        bias: Decimal,
        clip: Option<Decimal>,
        red_line: RedLine,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let (mut worst, mut best) = Sheet::range(&contributions, &bias);
        let file = file.to_owned();
        if let Some(clip) = &clip {
            if best > *clip {
                warnings.push(Warning::Clipped { file: file.clone(), best: shown(&best) });
            }
            worst = worst.min(clip.clone());
            best = best.min(clip.clone());
        }
        let reservation = match red_line {
            RedLine::At(value) => value,
            RedLine::Worst => worst.clone(),
        };
        if reservation > best {
            warnings.push(Warning::RedLineUnreachable { file, reservation: shown(&reservation), best: shown(&best) });
        } else if reservation <= worst {
            warnings.push(Warning::RedLineVoid { file, reservation: shown(&reservation), worst: shown(&worst) });
        }
        Sheet { contributions, bias, clip, reservation }
    }

    /// The sheet as a position.
    pub(super) fn position(self, origin: &str) -> Result<Position> {
        Additive::new(self.contributions, self.bias, self.clip, self.reservation)
            .map(Position::Additive)
            .map_err(|e| Error::document(origin, "the whole file", e.to_string()))
    }
}

/// Notes weights that do not sum to one (beyond a billionth, which is printing noise).
pub(super) fn check_weights<'a>(
    file: &str,
    weights: impl IntoIterator<Item = &'a Decimal>,
    warnings: &mut Vec<Warning>,
) {
    let sum: Decimal = weights.into_iter().fold(Decimal::zero(), |sum, w| sum + w);
    let off = number::approximate(&(&sum - Decimal::one())).abs();
    if off > 1e-9 {
        warnings.push(Warning::WeightsNotOne { file: file.to_owned(), sum: shown(&sum) });
    }
}

/// An issue of a foreign file under construction: names checked, labels kept once.
pub(super) struct Draft {
    issue: Issue,
    seen: HashSet<String>,
}

impl Draft {
    pub(super) fn new(name: &str) -> Self {
        Draft { issue: Issue::plain(name, Vec::new()), seen: HashSet::new() }
    }

    /// Adds a choice; says whether the label was there already.
    pub(super) fn add(&mut self, label: &str) -> bool {
        if !self.seen.insert(label.to_owned()) {
            return false;
        }
        self.issue.choices.push(Choice::plain(label));
        true
    }

    /// The finished issue, or what is wrong with it.
    pub(super) fn finish(self) -> std::result::Result<Issue, String> {
        let issue = self.issue;
        if issue.choices.is_empty() {
            return Err(format!("issue `{}` has no choices", issue.name));
        }
        if issue.choices.len() > limits::CHOICES {
            return Err(format!(
                "issue `{}` has {} choices; at most {} are read",
                issue.name,
                issue.choices.len(),
                limits::CHOICES
            ));
        }
        let labels = issue.choices.iter().map(|c| &c.name);
        for name in labels.chain([&issue.name]) {
            if name.is_empty() || name.len() > limits::NAME_BYTES {
                return Err(format!(
                    "a name in issue `{}` is empty or longer than {} bytes",
                    super::exact::short(&issue.name),
                    limits::NAME_BYTES
                ));
            }
        }
        Ok(issue)
    }
}

/// Index by name of an issue's choices, for tables of thousands.
pub(super) fn labels(issue: &Issue) -> BTreeMap<&str, usize> {
    let names = issue.choices.iter().enumerate();
    names.map(|(at, choice)| (choice.name.as_str(), at)).collect()
}

/// An issue made of the numbers from `low` to `high`.
pub(super) fn range_issue(
    name: &str,
    low: &Decimal,
    high: &Decimal,
    step: &Decimal,
) -> std::result::Result<Issue, String> {
    if name.is_empty() || name.len() > limits::NAME_BYTES {
        return Err(format!("an issue's name is empty or longer than {} bytes", limits::NAME_BYTES));
    }
    // Asked before expanding, so that a range of a billion costs nothing.
    if *step > Decimal::zero() && high >= low {
        let most = number::whole(i64::try_from(limits::CHOICES).unwrap_or(i64::MAX));
        if ((high - low) / step).floor() >= most {
            return Err(format!("the range of issue `{name}` holds more than {} values", limits::CHOICES));
        }
    }
    Issue::range(name, low, high, step)
}

/// The agenda of a foreign scenario: no links, no packages, nothing off the table.
pub(super) fn agenda(origin: &str, name: &str, issues: Vec<Issue>, scale: i64) -> Result<Agenda> {
    if issues.len() > limits::ISSUES {
        return Err(Error::document(
            origin,
            "issues",
            format!("{} issues; at most {} are read", issues.len(), limits::ISSUES),
        ));
    }
    Agenda::new(name, issues, Vec::new(), Vec::new(), number::whole(scale))
        .map_err(|e| Error::document(origin, "issues", e.to_string()))
}
