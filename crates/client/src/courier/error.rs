//! What can go wrong on the way to the relay, and what to do next.
use envelope::{Problem, ProblemKind, Sequence};

/// What went wrong, and what to do next. Texts of the relay's are shown as its own, without control characters.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// *Trouble.* No answer.
    #[error("the relay cannot be reached ({0}). Check the network and the proxy; what is queued is sent later")]
    Unreachable(String),
    /// *Misbehaviour.* Another certificate than the invitation's: another machine, or somebody in between.
    #[error(
        "the relay shows another certificate ({}) than the dialogue was set up with ({}). Do not go on: ask the \
         convener over another channel whether the relay's certificate was replaced",
        short(found),
        short(expected)
    )]
    WrongCertificate {
        /// The pin.
        expected: [u8; 32],
        /// What was shown.
        found: [u8; 32],
    },
    /// *Trouble.* The right certificate, but not at this time.
    #[error(
        "the relay's certificate is valid only {0}. Check this machine's clock; if it is right, the relay's operator \
         has to renew the certificate and the convener to hand out its new fingerprint"
    )]
    CertificateOutOfDate(String),
    /// *Misuse*, or the limits of the relay: it says why.
    #[error("the relay refuses: {}", told(.0))]
    Refused(Problem),
    /// Somebody else appended first.
    #[error("others wrote first (up to number {head}). Fetch what is new, then send again")]
    Conflict {
        /// The newest sequence number.
        head: Sequence,
    },
    /// What was asked for is no longer held.
    #[error(
        "the relay no longer holds what is missing here, or withholds it: it begins at number {first}. Rejoin with `sync \
         --rejoin`: another member, who must be online once, lets this machine in again"
    )]
    Expired {
        /// The first sequence number still held.
        first: Sequence,
    },
    /// *Trouble.* The clocks are far apart.
    #[error(
        "the relay's clock is {} seconds {} this machine's. Set this machine's clock; if it is right, tell the \
         relay's operator",
        .seconds.unsigned_abs(),
        if *.seconds > 0 { "ahead of" } else { "behind" }
    )]
    ClockSkew {
        /// The relay's clock less ours.
        seconds: i64,
    },
    /// *Misbehaviour.* The relay did what an honest one never does.
    #[error("the relay misbehaves: {0}. Tell the convener; nothing of this answer was used")]
    Misbehaviour(String),
    /// *Misuse.* The caller asked for what cannot be.
    #[error("{0}")]
    Misuse(String),
}

impl Error {
    /// Whether the same may go through later without anything being changed here: the relay cannot be reached, or has
    /// no room, or no time.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) => true,
            Self::Refused(problem) => matches!(
                problem.kind,
                ProblemKind::QuotaFull | ProblemKind::TooManyRequests | ProblemKind::Unavailable | ProblemKind::Trouble
            ),
            _ => false,
        }
    }

    /// Whether the relay does not know the token that was shown, or knows it no more.
    #[must_use]
    pub const fn is_token_refused(&self) -> bool {
        matches!(self, Self::Refused(problem) if matches!(problem.kind, ProblemKind::NotAuthorised))
    }

    /// Whether the relay says that the log's owner deleted it.
    #[must_use]
    pub const fn is_deleted(&self) -> bool {
        matches!(self, Self::Refused(problem) if matches!(problem.kind, ProblemKind::Deleted))
    }

    /// What kind of failure, for a log: nothing that the relay wrote.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Unreachable(_) => "unreachable",
            Self::WrongCertificate { .. } => "wrong-certificate",
            Self::CertificateOutOfDate(_) => "certificate-out-of-date",
            Self::Refused(_) => "refused",
            Self::Conflict { .. } => "conflict",
            Self::Expired { .. } => "expired",
            Self::ClockSkew { .. } => "clock-skew",
            Self::Misbehaviour(_) => "misbehaviour",
            Self::Misuse(_) => "misuse",
        }
    }
}

/// The first digits, as people compare them.
fn short(pin: &[u8; 32]) -> String {
    let digits = pin.iter().take(8).map(|byte| format!("{byte:02x}"));
    digits.collect::<String>() + "…"
}

/// Another's words: no control characters, not without end.
fn told(problem: &Problem) -> String {
    let words = format!("{}. {}", problem.title, problem.detail);
    words.chars().filter(|sign| !sign.is_control() && !is_direction(*sign)).take(600).collect()
}

/// Signs that turn the direction of text, and so could make it read as something else.
const fn is_direction(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}
