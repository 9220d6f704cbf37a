//! What to think of before asking: probing, differencing, midpoints, too few packages.
use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use super::question::{Asked, Question, Scope};
use super::words::listed;
use crate::agenda::Agenda;
use crate::circuit::Rule;

/// A reason to think before asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// The question is about one package: each side that accepts it reads the others' verdict on it.
    OnePackage {
        /// The package.
        package: String,
    },
    /// The question is about fewer packages than was agreed.
    TooFew {
        /// Packages of the question.
        packages: u128,
        /// The least number agreed.
        least: u128,
    },
    /// The side's sealed position tolerates exactly one package of the question.
    Probe {
        /// The side; its own eyes only.
        side: String,
    },
    /// Some of the sides of an earlier question are asked about what was asked there, or more sides than there.
    Subgroup {
        /// The earlier question.
        earlier: String,
        /// The sides that take part in only one of the two.
        about: Vec<String>,
    },
    /// The same sides are asked about another set that overlaps an earlier one.
    Overlap {
        /// The earlier question.
        earlier: String,
    },
    /// The same was asked of the same sides before.
    Repeat {
        /// The earlier question.
        earlier: String,
    },
    /// A rule that ranks on a single ordered issue.
    Midpoint {
        /// The rule.
        rule: String,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnePackage { package } => write!(
                f,
                "The question is about {package} alone: whoever accepts it reads from the answer whether all others do."
            ),
            Self::TooFew { packages, least } => {
                write!(f, "The question is about {packages} packages; at least {least} were agreed.")
            }
            Self::Probe { side } => write!(
                f,
                "Of the packages asked about, {side}'s position lets exactly one pass: the answer tells {side} whether \
                 all others accept that one, so this is a probe."
            ),
            Self::Subgroup { earlier, about } => write!(
                f,
                "Question {earlier} was about the same, with other sides: the two answers together speak about {}.",
                listed(about, "and")
            ),
            Self::Overlap { earlier } => write!(
                f,
                "Question {earlier} asked the same sides about some of the same packages: the two answers together say \
                 more than each alone."
            ),
            Self::Repeat { earlier } => write!(
                f,
                "Question {earlier} asked the same of the same sides: with the positions sealed then, the answer can \
                 differ only by the draw."
            ),
            Self::Midpoint { rule } => write!(
                f,
                "On a single ordered issue the {rule} rule comes down to a midpoint: who knows its own number can work \
                 out the other's."
            ),
        }
    }
}

/// What any reader of the record should think of before this question.
pub(super) fn of(history: &[Asked], next: &Question) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if let (Scope::Packages(_), [package]) = (&next.scope, next.scope.named()) {
        warnings.push(Warning::OnePackage { package: package.clone() });
    }
    let told = history.iter().filter(|asked| asked.answer.is_some());
    let sides = |question: &Question| question.sides.iter().cloned().collect::<BTreeSet<_>>();
    let mine = sides(next);
    for earlier in told.map(|asked| &asked.question).filter(|earlier| overlap(&earlier.scope, &next.scope)) {
        let (theirs, id) = (sides(earlier), earlier.id.clone());
        if next.repeats(earlier) {
            warnings.push(Warning::Repeat { earlier: id });
        } else if mine == theirs {
            warnings.push(Warning::Overlap { earlier: id });
        } else if !mine.is_disjoint(&theirs) {
            let about = mine.symmetric_difference(&theirs).cloned().collect();
            warnings.push(Warning::Subgroup { earlier: id, about });
        }
    }
    warnings
}

fn overlap(one: &Scope, other: &Scope) -> bool {
    match (one, other) {
        (Scope::Packages(one), Scope::Packages(other)) => one.iter().any(|name| other.contains(name)),
        // An agenda holds every package; two of its parts may overlap.
        _ => true,
    }
}

/// Whether a side's sealed position makes the question a probe: for that side's own eyes.
///
/// `passing` is how many packages of the question, of more than one, it would let pass.
#[must_use]
pub fn probing(question: &Question, side: &str, passing: u128) -> Option<Warning> {
    let takes_part = question.sides.iter().any(|name| name == side);
    let probes = takes_part && passing == 1 && question.scope.outcomes() > 1;
    probes.then(|| Warning::Probe { side: side.to_owned() })
}

/// Whether the question is about fewer packages than was agreed.
#[must_use]
pub fn least_packages(question: &Question, least: u128) -> Option<Warning> {
    let packages = question.scope.outcomes();
    (packages < least).then_some(Warning::TooFew { packages, least })
}

/// Whether a rule that ranks is asked on a single ordered issue, such as a price, where it comes down to a
/// midpoint. `asked` is the question as it will be run; issues fixed by it do not count.
#[must_use]
pub fn midpoint(agenda: &Agenda, asked: &crate::Question, rule: Rule) -> Option<Warning> {
    /// Outcomes looked at; a single ordered issue has fewer.
    const MOST: u64 = 1 << 16;
    if !rule.ranks() {
        return None;
    }
    let mut seen: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); agenda.issues().len()];
    let indices = asked.indices(MOST).ok()?;
    for (_, outcome) in asked.outcomes(indices) {
        for (seen, choice) in seen.iter_mut().zip(outcome.choices()) {
            seen.insert(*choice);
        }
    }
    let mut varying = seen.iter().zip(agenda.issues()).filter(|(seen, _)| seen.len() > 1);
    let line = matches!((varying.next(), varying.next()), (Some((_, issue)), None) if issue.is_ordered());
    line.then(|| Warning::Midpoint { rule: rule.name().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::{Choice, Issue};
    use crate::error::Result;

    fn warns(choices: &[&str], rule: Rule) -> Result<bool> {
        let choices = choices.iter().map(|name| Choice::plain(*name)).collect();
        let scale = crate::number::whole(1);
        let agenda = Agenda::new("price", vec![Issue::plain("price", choices)], Vec::new(), Vec::new(), scale)?;
        Ok(midpoint(&agenda, &crate::Question::whole(&agenda), rule).is_some())
    }

    #[test]
    fn a_list_of_prices_is_one_ordered_issue_and_a_list_of_words_is_not() -> Result<()> {
        assert!(warns(&["10", "20", "35.5"], Rule::Nash)?);
        assert!(warns(&["35.5", "20", "10"], Rule::Egalitarian)?);
        assert!(!warns(&["10", "35.5", "20"], Rule::Nash)?);
        assert!(!warns(&["low", "middle", "high"], Rule::Nash)?);
        assert!(!warns(&["10", "20", "35.5"], Rule::Draw)?);
        Ok(())
    }
}
