//! The questions of a sounding as circuits: what enters, what opens, and nothing else.
//!
//! Each side judges every package of the question in the clear, exactly; one bit for each package, *tolerable
//! or not*, enters, and for the rules that rank a rounded score beside it. So a red line is never rounded.

mod accept;
mod draw;
mod score;
mod tournament;

use std::fmt;
use std::str::FromStr;

use mpc::circuit::{Builder, Circuit, Shape};

use serde::{Deserialize, Serialize};

pub use score::{Judgement, NASH_PRECISION};

/// What a sounding asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rule {
    /// Whether any package is tolerable to all: one bit.
    Exists,
    /// One tolerable package, uniformly drawn; neither an order nor a count is opened.
    Draw,
    /// The tolerable package with the greatest product of gains, within [`NASH_PRECISION`].
    Nash,
    /// The tolerable package whose least gain is greatest.
    Egalitarian,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 4] = [Self::Exists, Self::Draw, Self::Nash, Self::Egalitarian];

    /// The rule's name on the command line and in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exists => "exists",
            Self::Draw => "draw",
            Self::Nash => "nash",
            Self::Egalitarian => "egalitarian",
        }
    }

    /// Whether the rule compares scores, and so tells something about them.
    pub const fn ranks(self) -> bool {
        matches!(self, Self::Nash | Self::Egalitarian)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Rule {
    type Err = TermsError;

    fn from_str(name: &str) -> Result<Self, TermsError> {
        Self::ALL.into_iter().find(|rule| rule.name() == name).ok_or_else(|| TermsError::UnknownRule(name.to_owned()))
    }
}

/// Who must tolerate a package, where not all must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// How many sides at least, those with a veto included.
    pub accept: usize,
    /// Sides that must be among them, as party indices.
    pub vetoes: Vec<usize>,
}

/// The public terms of one question; they alone decide the circuit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What is asked.
    pub rule: Rule,
    /// Sides that take part, at least 2.
    pub parties: usize,
    /// Packages of the question, from 1 to [`MOST_OUTCOMES`].
    pub outcomes: usize,
    /// All sides, if none.
    pub quorum: Option<Quorum>,
}

/// Packages that one question may have.
pub const MOST_OUTCOMES: usize = 1 << 24;

/// Terms that make no question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TermsError {
    /// No such rule.
    #[error("no rule is called `{0}`; the rules are exists, draw, nash, egalitarian")]
    UnknownRule(String),
    /// Too few or too many sides.
    #[error("{0} sides take part; a sounding has 2 to {most}", most = mpc::MOST_PARTIES)]
    Parties(usize),
    /// Too few or too many packages.
    #[error("the question has {0} packages; it may have 1 to {MOST_OUTCOMES}")]
    Outcomes(usize),
    /// More gates than a run can have.
    #[error(
        "`{rule}` over {outcomes} packages among {parties} sides takes {gates} AND gates or input bits of one side; \
         a run has at most {most}: ask about fewer packages, or by a rule that needs less",
        most = mpc::MOST_GATES
    )]
    Size {
        /// What is asked.
        rule: Rule,
        /// Packages of the question.
        outcomes: usize,
        /// Sides that take part.
        parties: usize,
        /// Gates or input bits; at least so many.
        gates: u64,
    },
    /// A quorum and scores do not go together: who stands aside has no gain to compare.
    #[error("`{0}` compares the gains of all sides and cannot go with a quorum; ask `exists` or `draw`")]
    QuorumRanks(Rule),
    /// A quorum of none, of more than all, or fewer than the vetoes.
    #[error("a quorum of {accept} among {parties} sides with {vetoes} vetoes cannot be")]
    Quorum {
        /// Sides asked for.
        accept: usize,
        /// Sides there are.
        parties: usize,
        /// Sides with a veto.
        vetoes: usize,
    },
}

/// What a sounding opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// No package of the question is tolerable to all (or to the quorum).
    None,
    /// Some package is; which, is not opened.
    Exists,
    /// This package, by its number in the question.
    Outcome(usize),
}

/// One question as a circuit.
#[derive(Clone, Debug)]
pub struct Sounding {
    terms: Terms,
}

impl Sounding {
    /// Checks the terms.
    ///
    /// # Errors
    /// [`TermsError`], where they make no question.
    pub fn new(terms: Terms) -> Result<Self, TermsError> {
        if !(2..=mpc::MOST_PARTIES).contains(&terms.parties) {
            return Err(TermsError::Parties(terms.parties));
        }
        if !(1..=MOST_OUTCOMES).contains(&terms.outcomes) {
            return Err(TermsError::Outcomes(terms.outcomes));
        }
        if let Some(quorum) = &terms.quorum {
            if terms.rule.ranks() {
                return Err(TermsError::QuorumRanks(terms.rule));
            }
            let mut vetoes = quorum.vetoes.clone();
            vetoes.sort_unstable();
            vetoes.dedup();
            let known = vetoes.len() == quorum.vetoes.len() && vetoes.iter().all(|party| *party < terms.parties);
            if !known || quorum.accept == 0 || quorum.accept > terms.parties || quorum.accept < vetoes.len() {
                let (accept, parties) = (quorum.accept, terms.parties);
                return Err(TermsError::Quorum { accept, parties, vetoes: quorum.vetoes.len() });
            }
        }
        Ok(Self { terms })
    }

    /// The terms it was made from.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The circuit's counts, where a run can have so many.
    ///
    /// # Errors
    /// [`TermsError::Size`].
    pub fn shape(&self) -> Result<Shape, TermsError> {
        let size = |gates| {
            let Terms { rule, outcomes, parties, .. } = self.terms;
            TermsError::Size { rule, outcomes, parties, gates }
        };
        // The input bits tell early what would take long to count.
        let inputs = (self.terms.outcomes * (1 + self.score_bits())) as u64;
        if inputs > mpc::MOST_GATES {
            return Err(size(inputs));
        }
        let shape = Shape::of(self);
        if shape.ands > mpc::MOST_GATES { Err(size(shape.ands)) } else { Ok(shape) }
    }

    /// Random bits that each side seals with its position and enters; only `draw` needs them.
    pub fn coin_bits(&self) -> usize {
        match self.terms.rule {
            Rule::Draw => draw::coin_bits(self.terms.outcomes),
            Rule::Exists | Rule::Nash | Rule::Egalitarian => 0,
        }
    }

    /// Bits of the score that enters beside each acceptability bit; 0 where the rule does not rank.
    pub fn score_bits(&self) -> usize {
        score::bits(self.terms.rule, self.terms.parties)
    }

    /// One side's input bits, in the order of the circuit.
    ///
    /// `judgements` has one entry for each package of the question, in its order; `scale` is the agenda's
    /// greatest possible gain; `coins` has [`Self::coin_bits`] random bits.
    pub fn encode(&self, judgements: &[Judgement], scale: f64, coins: &[bool]) -> Vec<bool> {
        let width = self.score_bits();
        let scores = score::scores(self.terms.rule, self.terms.parties, judgements, scale);
        let mut bits = Vec::with_capacity(coins.len() + judgements.len() * (1 + width));
        bits.extend_from_slice(coins);
        for (judgement, score) in judgements.iter().zip(scores) {
            bits.push(judgement.acceptable);
            bits.extend((0..width).map(|bit| (score >> bit) & 1 == 1));
        }
        bits
    }

    /// What the opened bits say.
    pub fn decode(&self, outputs: &[bool]) -> Answer {
        let number = |bits: &[bool]| bits.iter().rev().fold(0usize, |number, bit| 2 * number + usize::from(*bit));
        match (self.terms.rule, outputs.split_first()) {
            (Rule::Draw, _) => match number(outputs) {
                0 => Answer::None,
                node => Answer::Outcome(draw::package_at(node, self.terms.outcomes)),
            },
            (Rule::Exists, Some((true, _))) => Answer::Exists,
            (Rule::Nash | Rule::Egalitarian, Some((true, index))) => Answer::Outcome(number(index)),
            _ => Answer::None,
        }
    }

    /// Which of several equal packages is opened, in words.
    pub fn tie_rule(&self) -> &'static str {
        match self.terms.rule {
            Rule::Exists => "no package is opened",
            Rule::Draw => "every tolerable package is equally likely",
            Rule::Nash | Rule::Egalitarian => {
                "of packages whose scores are equal, the first in the order of the question is opened"
            }
        }
    }
}

impl Circuit for Sounding {
    fn build(&self, builder: &mut Builder<'_>) {
        match self.terms.rule {
            Rule::Exists => accept::exists(builder, &self.terms),
            Rule::Draw => draw::build(builder, &self.terms),
            Rule::Nash | Rule::Egalitarian => tournament::build(builder, &self.terms),
        }
    }
}

#[cfg(test)]
mod tests;
