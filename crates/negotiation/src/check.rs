//! What an owner should know of a position before sealing it: contradictions, counts, the effect of each word.
use num_bigint::BigUint;
use num_traits::{ToPrimitive, Zero};

use crate::agenda::Agenda;
use crate::outcome::spell_size;
use crate::position::words::describe_only_if;
use crate::position::{Position, Words};

mod changes;
mod conflict;
mod count;

pub use changes::Change;
pub use conflict::Reason;

use conflict::Case;

/// Outcomes that are gone through one by one when nothing quicker will do.
pub const MOST_COUNTED: u64 = 20_000_000;

/// A review of one position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Outcomes on the agenda, links heeded; `None` where they are too many to count.
    pub outcomes: Option<BigUint>,
    /// How many of them this position accepts; `None` where they are too many to count.
    pub acceptable: Option<BigUint>,
    /// What contradicts itself or has no effect, in words.
    pub findings: Vec<Finding>,
    /// What raising or lowering one word by one step changes; words that change nothing are left out.
    pub changes: Vec<Change>,
}

/// One thing an owner should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub kind: Kind,
    /// The thing in words.
    pub text: String,
    /// A smallest set of reasons that together cause it: drop any one and it is gone. In words.
    pub reasons: Vec<String>,
    /// What it is about.
    pub about: About,
    /// The reasons as data.
    pub because: Vec<Reason>,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The position as a whole.
    Whole,
    /// An issue, by its index.
    Issue(usize),
    /// A choice.
    Choice {
        /// Index of the issue.
        issue: usize,
        /// Index of the choice.
        choice: u32,
    },
    /// An *only if*, by its place in the position.
    OnlyIf(usize),
}

/// Kinds of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Nothing at all is acceptable.
    NoPackage,
    /// Every choice of an issue is *could not*.
    ImpossibleIssue,
    /// An *only if* that can never hold.
    DeadCondition,
    /// A choice said to be tolerable that is in no acceptable package.
    DeadChoice,
    /// The reference package is not itself acceptable.
    Reference,
    /// A red line that rules nothing out.
    VoidRedLine,
    /// Gains above the agenda's public scale.
    Scale,
}

impl Kind {
    /// The kind as one lower-case word or two.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Kind::NoPackage => "no package",
            Kind::ImpossibleIssue => "impossible issue",
            Kind::DeadCondition => "dead condition",
            Kind::DeadChoice => "dead choice",
            Kind::Reference => "reference",
            Kind::VoidRedLine => "void red line",
            Kind::Scale => "scale",
        }
    }
}

/// Reviews a position over its agenda.
#[must_use]
pub fn review(agenda: &Agenda, position: &Position) -> Review {
    let changes = match position {
        Position::Words(words) => changes::changes(agenda, words),
        _ => Vec::new(),
    };
    Review { changes, ..look(agenda, position) }
}

/// The same without trying every word in turn, which takes its time on a long agenda.
#[must_use]
pub fn look(agenda: &Agenda, position: &Position) -> Review {
    let outcomes = count::agenda(agenda);
    let mut review = match position {
        Position::Words(words) => of_words(agenda, words),
        _ => of_numbers(agenda, position),
    };
    review.outcomes = outcomes;
    let greatest = position.greatest_gain(agenda);
    if greatest > *agenda.scale() {
        review.findings.push(Finding {
            kind: Kind::Scale,
            text: format!(
                "The greatest gain is {}, above the agenda's scale of {}. Rules that rank packages need it within the scale.",
                crate::number::write(&greatest),
                crate::number::write(agenda.scale())
            ),
            reasons: Vec::new(),
            about: About::Whole,
            because: Vec::new(),
        });
    }
    let all = review.outcomes.is_some() && review.outcomes == review.acceptable;
    if all && review.acceptable.as_ref().is_some_and(|n| !n.is_zero()) {
        review.findings.push(Finding {
            kind: Kind::VoidRedLine,
            text: "Every package on the agenda is acceptable: nothing is ruled out.".to_owned(),
            reasons: Vec::new(),
            about: About::Whole,
            because: Vec::new(),
        });
    }
    review
}

fn of_words(agenda: &Agenda, words: &Words) -> Review {
    let case = Case::new(agenda, words);
    let acceptable = case.count();
    let none = acceptable.as_ref().is_some_and(Zero::is_zero);
    let mut findings = impossible_issues(agenda, words);
    if none {
        let because = case.conflict();
        findings.push(Finding {
            kind: Kind::NoPackage,
            text: "Your words leave no package.".to_owned(),
            reasons: case.describe(&because, agenda),
            about: About::Whole,
            because,
        });
    }
    findings.extend(dead_conditions(agenda, words, &case));
    if !none {
        findings.extend(dead_choices(agenda, words, &case));
    }
    findings.extend(reference(agenda, words, &case));
    Review { outcomes: None, acceptable, findings, changes: Vec::new() }
}

fn impossible_issues(agenda: &Agenda, words: &Words) -> Vec<Finding> {
    let stances = agenda.issues().iter().zip(words.stances()).enumerate();
    let impossible = stances.filter(|(_, (issue, stance))| {
        issue.on_the_table().iter().all(|c| stance.word(*c) == Some(crate::position::Word::CouldNot))
    });
    impossible
        .map(|(at, (issue, _))| Finding {
            kind: Kind::ImpossibleIssue,
            text: format!(
                "Issue {}: every choice on the table is could not. Some choice must be taken, so no package is left; \
                 if none can be accepted, ask for another option on the agenda.",
                issue.name
            ),
            reasons: Vec::new(),
            about: About::Issue(at),
            because: Vec::new(),
        })
        .collect()
}

/// Conditions whose choice could be taken were it not for the condition, and never can be with it.
fn dead_conditions(agenda: &Agenda, words: &Words, case: &Case) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, rule) in words.only_ifs().iter().enumerate() {
        let taken = case.taking(&rule.when);
        let possible_without = taken.without(&Reason::OnlyIf(at));
        if taken.is_impossible() && !possible_without.is_impossible() {
            let mut because = taken.conflict();
            because.retain(|reason| *reason != Reason::OnlyIf(at));
            let reasons = taken.describe(&because, agenda);
            findings.push(Finding {
                kind: Kind::DeadCondition,
                text: format!(
                    "“{}” can never hold: as it stands you could accept no package where {}.",
                    describe_only_if(agenda, rule),
                    agenda.describe_parts(&rule.when)
                ),
                reasons,
                about: About::OnlyIf(at),
                because,
            });
        }
    }
    findings
}

fn dead_choices(agenda: &Agenda, words: &Words, case: &Case) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, (issue, stance)) in agenda.issues().iter().zip(words.stances()).enumerate() {
        for choice in issue.on_the_table() {
            let tolerable = stance.word(choice).is_some_and(|w| w != crate::position::Word::CouldNot);
            if !tolerable {
                continue;
            }
            let part = crate::agenda::Part { issue: at, choices: vec![choice] };
            let condition = words.only_ifs().iter().any(|r| r.when == [part.clone()]);
            let taken = case.taking(std::slice::from_ref(&part));
            // A dead condition says it better.
            if !condition && taken.is_impossible() {
                let because = taken.conflict();
                findings.push(Finding {
                    kind: Kind::DeadChoice,
                    text: format!(
                        "{} is {} for you, but no package with it is acceptable to you.",
                        agenda.choice_name(at, choice),
                        stance.word(choice).map_or("", crate::position::Word::text)
                    ),
                    reasons: taken.describe(&because, agenda),
                    about: About::Choice { issue: at, choice },
                    because,
                });
            }
        }
    }
    findings
}

fn reference(agenda: &Agenda, words: &Words, case: &Case) -> Option<Finding> {
    let reference = words.reference()?;
    let parts: Vec<crate::agenda::Part> = (0..)
        .zip(reference.outcome.choices())
        .map(|(issue, choice)| crate::agenda::Part { issue, choices: vec![*choice] })
        .collect();
    let taken = case.taking(&parts);
    taken.is_impossible().then(|| {
        let because = taken.conflict();
        Finding {
            kind: Kind::Reference,
            text: "Your reference package is itself not acceptable to you; others are measured against its points all \
                   the same."
                .to_owned(),
            reasons: taken.describe(&because, agenda),
            about: About::Whole,
            because,
        }
    })
}

fn of_numbers(agenda: &Agenda, position: &Position) -> Review {
    let acceptable = count::one_by_one(agenda, position);
    let mut findings = Vec::new();
    if acceptable.as_ref().is_some_and(Zero::is_zero) {
        findings.push(Finding {
            kind: Kind::NoPackage,
            text: match position {
                Position::Listed(_) => "No package of the list is acceptable.".to_owned(),
                _ => format!(
                    "No package reaches the reservation value of {}.",
                    crate::number::write(&position.reservation())
                ),
            },
            reasons: Vec::new(),
            about: About::Whole,
            because: Vec::new(),
        });
    }
    Review { outcomes: None, acceptable, findings, changes: Vec::new() }
}

/// Why a package is not acceptable to a position in words: every reason by itself; empty where it is.
#[must_use]
pub fn refusals(agenda: &Agenda, words: &Words, outcome: &crate::outcome::Outcome) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for ((issue, stance), choice) in words.stances().iter().enumerate().zip(outcome.choices()) {
        if stance.word(*choice).is_none_or(|word| word == crate::position::Word::CouldNot) {
            reasons.push(Reason::CouldNot { issue, choice: *choice });
        }
    }
    let broken = |rules: &[crate::agenda::Link]| -> Vec<usize> {
        rules.iter().enumerate().filter(|(_, rule)| !rule.holds(outcome.choices())).map(|(at, _)| at).collect()
    };
    reasons.extend(broken(words.only_ifs()).into_iter().map(Reason::OnlyIf));
    reasons.extend(broken(agenda.links()).into_iter().map(Reason::Link));
    if words.points_of(outcome) < words.needed() {
        reasons.push(Reason::Reference);
    }
    reasons
}

/// How many acceptable packages there are of each number of points, from 0 on; none where they are too many to count.
#[must_use]
pub fn spread(agenda: &Agenda, words: &Words) -> Option<Vec<BigUint>> {
    Case::new(agenda, words).spread()
}

/// A count in digits, or what is known of it.
#[must_use]
pub fn spell_count(count: Option<&BigUint>, agenda: &Agenda) -> String {
    match count {
        Some(n) => n.to_string(),
        None => format!("not counted (among {})", spell_size(agenda.space().size())),
    }
}

/// A count as a JSON-safe integer, if it is one.
#[must_use]
pub fn small_count(count: &BigUint) -> Option<u64> {
    count.to_u64().filter(|n| *n <= 1 << 53)
}
