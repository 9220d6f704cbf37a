//! Why an event counts for nothing. All members refuse the same events, for they apply the same rules to the same
//! state; a client asks the same rules before it sends.
use crate::id::MemberId;

/// Why an event is refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The first event must found the dialogue, and only the first.
    #[error("the dialogue is not founded yet, or is already")]
    Founding,
    /// The charter's numbers cannot be meant.
    #[error("the charter cannot be: {0}")]
    Charter(String),
    /// The author is no member at this point.
    #[error("{0} is no member of this dialogue, or not any more")]
    NotAMember(MemberId),
    /// An event with this id was applied before.
    #[error("this was sent before; it counts once")]
    Repeated,
    /// Only some members may do this.
    #[error("only {0} may do this")]
    NotAllowed(&'static str),
    /// A name, text or list is empty, too long or has characters it must not have.
    #[error("{what} cannot be used: {problem}")]
    Unusable {
        /// What.
        what: &'static str,
        /// Why.
        problem: String,
    },
    /// Nothing of this name.
    #[error("there is no {kind} `{name}` here{known}")]
    Unknown {
        /// What kind of thing.
        kind: &'static str,
        /// The name.
        name: String,
        /// The names there are, as a clause, or nothing.
        known: String,
    },
    /// An invitation that cannot be used.
    #[error("the invitation {0}")]
    Invitation(&'static str),
    /// A change of members that no event announced.
    #[error("the change of members was not announced: {0}")]
    Unannounced(MemberId),
    /// The agenda cannot be used.
    #[error("the agenda cannot be used: {0}")]
    Agenda(String),
    /// There is a seal already.
    #[error(
        "{side} has sealed its position for version {version} of the agenda; there is one seal a version. \
         A changed position needs a new version of the agenda"
    )]
    SealedAlready {
        /// Whose.
        side: String,
        /// For which version.
        version: u32,
    },
    /// There is no seal yet.
    #[error("{side} has not sealed a position for version {version} of the agenda yet")]
    NotSealed {
        /// Whose.
        side: String,
        /// For which version.
        version: u32,
    },
    /// Only the member that sealed the position can do this: the position is on its machine.
    #[error("the position of {0} was sealed by another member of that side; only that member's machine holds it")]
    AnotherHolds(String),
    /// The question cannot be asked.
    #[error("the question cannot be asked: {0}")]
    Question(String),
    /// Fewer packages than the charter demands.
    #[error("the question is about {packages} package(s); the charter demands at least {least}")]
    TooFewPackages {
        /// Asked about.
        packages: u128,
        /// Demanded.
        least: u64,
    },
    /// More bits than the budget has left.
    #[error(
        "the question may tell {asked:.1} bits and the budget over all questions has {left:.1} bits left; \
         ask about fewer packages, or by `exists`"
    )]
    OverBudget {
        /// What this question may tell.
        asked: f64,
        /// What is left.
        left: f64,
    },
    /// The question is not at the point where this could be done.
    #[error("question {id} {why}")]
    Stage {
        /// Its short name.
        id: String,
        /// Why not now.
        why: String,
    },
    /// A result concerns sides that have not consented.
    #[error("promotion is refused until {} consent(s): the result concerns them, and they took no part", missing.join(", "))]
    Gate {
        /// Whose consent is missing.
        missing: Vec<String>,
    },
    /// A mandate, or what takes one back, does not stand the checks.
    #[error(transparent)]
    Mandate(#[from] crate::mandate::Error),
    /// The dialogue has been ended.
    #[error("the dialogue is being destroyed; nothing more is taken up")]
    Ending,
    /// An event of a version that this program does not know.
    #[error("an event of a newer version (`{0}`) is kept unread; a newer program can read it")]
    Newer(String),
    /// Not an event at all.
    #[error("not an event: {0}")]
    Unreadable(String),
}

impl Refusal {
    /// The reason's name alone, for a log: no name or number of the case.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Founding => "founding",
            Self::Charter(_) => "charter",
            Self::NotAMember(_) => "not-a-member",
            Self::Repeated => "repeated",
            Self::NotAllowed(_) => "not-allowed",
            Self::Unusable { .. } => "unusable",
            Self::Unknown { .. } => "unknown",
            Self::Invitation(_) => "invitation",
            Self::Unannounced(_) => "unannounced",
            Self::Agenda(_) => "agenda",
            Self::SealedAlready { .. } => "sealed-already",
            Self::NotSealed { .. } => "not-sealed",
            Self::AnotherHolds(_) => "another-holds",
            Self::Question(_) => "question",
            Self::TooFewPackages { .. } => "too-few-packages",
            Self::OverBudget { .. } => "over-budget",
            Self::Stage { .. } => "stage",
            Self::Gate { .. } => "gate",
            Self::Mandate(_) => "mandate",
            Self::Ending => "ending",
            Self::Newer(_) => "newer",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// An unknown name, with the names there are.
    pub fn unknown<'a>(kind: &'static str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = known.into_iter().take(40).collect();
        let known = if names.is_empty() { String::new() } else { format!("; there are {}", names.join(", ")) };
        Self::Unknown { kind, name: name.chars().take(80).collect(), known }
    }
}
