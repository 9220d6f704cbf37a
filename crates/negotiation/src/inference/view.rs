//! What a reader learns, as data: claims about sides, the conditions they hold under, and where they come from.
use std::collections::BTreeSet;

use serde::Serialize;

/// One claim about sides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// The side tolerates the package.
    Tolerates {
        /// The side.
        side: String,
        /// The package.
        package: String,
    },
    /// The side rules the package out.
    RulesOut {
        /// The side.
        side: String,
        /// The package.
        package: String,
    },
    /// How the side's score for one package stands to its score for another, in the rounded scores that the
    /// rule compares.
    Ranks {
        /// The side.
        side: String,
        /// The package.
        package: String,
        /// How it stands.
        how: Rank,
        /// The other package.
        than: String,
    },
    /// All these sides (or the quorum among them) tolerate the package.
    Common {
        /// The sides of the question.
        sides: Vec<String>,
        /// The package.
        package: String,
        /// How many of them are enough; none where all are needed.
        quorum: Option<usize>,
    },
}

/// How one score stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// Less.
    Below,
    /// Less or the same.
    NoHigher,
    /// The same or more.
    NoLower,
    /// More.
    Above,
}

/// Something that holds in every case the answers leave open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fact {
    /// It is learned by a reader of whom all this is true; empty where it is learned in any case.
    pub if_own: BTreeSet<Claim>,
    /// At least one of these holds. One claim: it is certain.
    pub one_of: BTreeSet<Claim>,
    /// The questions whose answers are needed for it, in the order asked.
    pub because: Vec<String>,
}

/// Something that a draw made less likely without excluding it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Likelihood {
    /// It is learned by a reader of whom all this is true.
    pub if_own: BTreeSet<Claim>,
    /// That all these sides …
    pub sides: Vec<String>,
    /// … tolerate this package has become less likely.
    pub package: String,
    /// For, had they done so, this question …
    pub question: String,
    /// … would have shown the package it showed …
    pub drawn: String,
    /// … at most once in so many times.
    pub one_in: usize,
}

/// What one reader, or several who pool what they know, learn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReaderView {
    /// Who reads: one side, or a coalition.
    pub readers: Vec<String>,
    /// False where the reader's own verdicts exclude the answer.
    pub possible: bool,
    /// What is certain, or certain under a condition on the reader.
    pub facts: Vec<Fact>,
    /// What became less likely.
    pub likelihoods: Vec<Likelihood>,
    /// True where a bound was reached and more may follow than is listed.
    pub may_tell_more: bool,
    /// All this in words; a single reader is addressed as *you*.
    pub lines: Vec<String>,
}

impl Claim {
    /// The package it speaks of.
    #[must_use]
    pub fn package(&self) -> &str {
        match self {
            Self::Tolerates { package, .. }
            | Self::RulesOut { package, .. }
            | Self::Ranks { package, .. }
            | Self::Common { package, .. } => package,
        }
    }
}

impl Fact {
    /// Whether it is certain and about one side: no condition, one claim.
    #[must_use]
    pub fn certain(&self) -> Option<&Claim> {
        let mut claims = self.one_of.iter();
        match (self.if_own.is_empty(), claims.next(), claims.next()) {
            (true, Some(claim), None) => Some(claim),
            _ => None,
        }
    }

    /// Whether it says at least as much as another.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.if_own.is_subset(&other.if_own) && self.one_of.is_subset(&other.one_of)
    }
}

impl Claim {
    /// The same claim about another package.
    #[must_use]
    pub fn about(mut self, other: &str) -> Self {
        match &mut self {
            Self::Tolerates { package, .. }
            | Self::RulesOut { package, .. }
            | Self::Ranks { package, .. }
            | Self::Common { package, .. } => other.clone_into(package),
        }
        self
    }
}
