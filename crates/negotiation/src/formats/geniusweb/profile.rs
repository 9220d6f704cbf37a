//! The GeniusWeb profile: value utilities in 0 to 1, weights, and a reservation *bid*.
use std::path::Path;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::agenda::{Agenda, Issue};
use crate::error::Result;
use crate::formats::json::{self, Node};
use crate::formats::sheet::{self, RedLine, Sheet};
use crate::formats::warning::Warning;
use crate::formats::{exact, file};
use crate::number::{self, Decimal};
use crate::position::Position;

/// The two spellings of the same wrapper key.
const DISCRETE: [&str; 2] = ["DiscreteValueSetUtilities", "discreteutils"];
const NUMBERS: [&str; 2] = ["NumberValueSetUtilities", "numberutils"];

/// Reads one profile against the agenda.
pub(in crate::formats) fn read_position(agenda: &Agenda, path: &Path, warnings: &mut Vec<Warning>) -> Result<Position> {
    let text = file::read_noting(path, warnings)?;
    let origin = path.display().to_string();
    let value = json::parse(&origin, &text)?;
    let file = file::name(path);
    json::note_repeats(&file, &text, warnings);
    let space = Node::root(&origin, &value).need(super::ADDITIVE)?;
    let reader = Reader { agenda, file: &file, space };
    reader.sheet(warnings)?.position(&origin)
}

struct Reader<'a> {
    agenda: &'a Agenda,
    file: &'a str,
    space: Node<'a>,
}

impl Reader<'_> {
    fn sheet(&self, warnings: &mut Vec<Warning>) -> Result<Sheet> {
        self.check_domain(warnings);
        let utilities = self.space.need("issueUtilities")?;
        let weights = self.space.need("issueWeights")?;
        for (name, node) in utilities.entries()?.iter().chain(&weights.entries()?) {
            if self.agenda.issue_index(name).is_err() {
                return Err(node.wrong("the agenda has no issue of this name"));
            }
        }
        let mut rows = Vec::new();
        let mut used = Vec::new();
        for issue in self.agenda.issues() {
            let node = weights.need(&issue.name)?;
            let weight = node.number()?;
            if weight.is_negative() {
                return Err(node.wrong("a weight below 0; 0 or more was expected"));
            }
            let values = self.values(issue, &utilities.need(&issue.name)?, warnings)?;
            rows.push(values.into_iter().map(|v| v * &weight).collect::<Vec<_>>());
            used.push(weight);
        }
        sheet::check_weights(self.file, &used, warnings);
        let red_line = self.red_line(&rows, warnings)?;
        Ok(Sheet::new(self.file, rows, Decimal::zero(), None, red_line, warnings))
    }

    fn check_domain(&self, warnings: &mut Vec<Warning>) {
        let Some(domain) = self.space.maybe("domain") else {
            return;
        };
        let same = super::issues(&domain).is_ok_and(|issues| issues == self.agenda.issues());
        if !same {
            warnings.push(Warning::DomainDiffers { file: self.file.to_owned() });
        }
    }

    fn values(&self, issue: &Issue, node: &Node<'_>, warnings: &mut Vec<Warning>) -> Result<Vec<Decimal>> {
        if let Some(inner) = DISCRETE.into_iter().find_map(|key| node.maybe(key)) {
            return self.discrete(issue, &inner.need("valueUtilities")?, warnings);
        }
        if let Some(inner) = NUMBERS.into_iter().find_map(|key| node.maybe(key)) {
            return numbers(issue, &inner);
        }
        Err(node.wrong(format!(
            "one of `{}`, `{}`, `{}`, `{}` was expected",
            DISCRETE[0], DISCRETE[1], NUMBERS[0], NUMBERS[1]
        )))
    }

    fn discrete(&self, issue: &Issue, node: &Node<'_>, warnings: &mut Vec<Warning>) -> Result<Vec<Decimal>> {
        let known = sheet::labels(issue);
        for (label, value) in node.entries()? {
            if !known.contains_key(label) {
                return Err(value.wrong(format!("the agenda's issue `{}` has no such value", issue.name)));
            }
        }
        let mut values = Vec::with_capacity(issue.choices.len());
        for choice in &issue.choices {
            values.push(match node.maybe(&choice.name) {
                Some(value) => unit(&value)?,
                None => {
                    warnings.push(Warning::MissingValue {
                        file: self.file.to_owned(),
                        issue: issue.name.clone(),
                        choice: choice.name.clone(),
                    });
                    Decimal::zero()
                }
            });
        }
        Ok(values)
    }

    /// The utility of the reservation bid; without one, the worst package's.
    fn red_line(&self, rows: &[Vec<Decimal>], warnings: &mut Vec<Warning>) -> Result<RedLine> {
        let Some(bid) = self.space.maybe("reservationBid") else {
            warnings.push(Warning::NoReservation {
                file: self.file.to_owned(),
                instead: "every package is acceptable, and gains count from the worst one".to_owned(),
            });
            return Ok(RedLine::Worst);
        };
        // One version of the format wraps the issues, older notes do not.
        let picks = bid.maybe("issuevalues").unwrap_or_else(|| bid.clone());
        for (name, node) in picks.entries()? {
            if self.agenda.issue_index(name).is_err() {
                return Err(node.wrong("the agenda has no issue of this name"));
            }
        }
        let mut utility = Decimal::zero();
        let mut left_out = Vec::new();
        for (issue, row) in self.agenda.issues().iter().zip(rows) {
            let Some(node) = picks.maybe(&issue.name) else {
                left_out.push(issue.name.as_str());
                continue;
            };
            let label = node.name()?;
            let at = choice_at(issue, &label).ok_or_else(|| {
                node.wrong(format!(
                    "`{}` is no value of the agenda's issue; the red line needs one that is",
                    exact::short(&label)
                ))
            })?;
            utility += row.get(at).cloned().unwrap_or_default();
        }
        if !left_out.is_empty() {
            warnings.push(Warning::PartialReservation { file: self.file.to_owned(), issues: left_out.join(", ") });
        }
        Ok(RedLine::At(utility))
    }
}

/// A value by its label, or by its number where the issue is a range.
fn choice_at(issue: &Issue, label: &str) -> Option<usize> {
    let canonical = if issue.ordered { number::write(&exact::decimal(label).ok()?) } else { label.to_owned() };
    issue.choices.iter().position(|c| c.name == canonical)
}

/// A utility, which the format keeps between 0 and 1.
fn unit(node: &Node<'_>) -> Result<Decimal> {
    let value = node.number()?;
    if value.is_negative() || value > Decimal::one() {
        return Err(node.wrong("a utility from 0 to 1 was expected"));
    }
    Ok(value)
}

/// Interpolates between the two ends, rounded half up to eight decimals; 0 outside.
fn numbers(issue: &Issue, node: &Node<'_>) -> Result<Vec<Decimal>> {
    let low = node.need("lowValue")?.number_or_text()?;
    let high = node.need("highValue")?.number_or_text()?;
    let low_utility = unit(&node.need("lowUtility")?)?;
    let high_utility = unit(&node.need("highUtility")?)?;
    if high <= low {
        return Err(node.wrong("`highValue` must lie above `lowValue`"));
    }
    let mut values = Vec::with_capacity(issue.choices.len());
    for choice in &issue.choices {
        let x = exact::decimal(&choice.name).map_err(|_| {
            node.wrong(format!(
                "numbers are valued, but the choice `{}` of the agenda's issue `{}` is none",
                exact::short(&choice.name),
                issue.name
            ))
        })?;
        values.push(if x < low || x > high {
            Decimal::zero()
        } else {
            let share = (x - &low) / (&high - &low);
            round8(&(&low_utility + share * (&high_utility - &low_utility)))
        });
    }
    Ok(values)
}

/// Half up to eight decimals, for values that are not negative.
fn round8(value: &Decimal) -> Decimal {
    let scale = Decimal::from_integer(BigInt::from(100_000_000u32));
    let half = Decimal::new(BigInt::from(1u8), BigInt::from(2u8));
    (value * &scale + half).floor() / scale
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_up_at_the_eighth_decimal() {
        for (text, rounded) in [
            ("0.123456785", "0.12345679"),
            ("0.1234567849", "0.12345678"),
            ("1/3", "0.33333333"),
            ("2/3", "0.66666667"),
            ("1", "1"),
        ] {
            let value = number::parse(text).unwrap();
            assert_eq!(number::write(&round8(&value)), rounded, "{text}");
        }
    }
}
