//! A run that broke, in words: who rejected what, and what may happen next.
use std::fmt;

/// Why a run broke on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The question.
    pub question: String,
    /// Where in the protocol.
    pub phase: Option<String>,
    /// What happened, with sides by name.
    pub what: String,
    /// The sides that this machine names as the reason.
    pub accused: Vec<String>,
    /// Whether an answer could have been opened by somebody.
    pub opened: bool,
}

impl std::error::Error for Broken {}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the run of question {} was aborted", self.question)?;
        if let Some(phase) = &self.phase {
            write!(f, " in {phase}")?;
        }
        write!(f, ": {}. ", self.what)?;
        match self.opened {
            true => f.write_str(
                "The answer could have been opened by somebody, so this question counts and nothing starts again; call \
                 a new one if all sides want it.",
            ),
            false => f.write_str(
                "No answer could have been opened: `sounding run` starts again with the same seals, once all sides' \
                 machines have said that they stopped.",
            ),
        }
    }
}

impl Broken {
    /// From an error of the engine; `side` names parties.
    pub(super) fn of(question: &str, error: &mpc::Error, side: impl Fn(usize) -> String, opened: bool) -> Self {
        let names = |parties: &[usize]| parties.iter().map(|party| side(*party)).collect::<Vec<_>>();
        let listed = |names: &[String]| names.join(" or ");
        let (phase, what, accused) = match error {
            mpc::Error::Misbehaviour { accuser, culprits, phase, what } => {
                let accused = names(culprits);
                let what = format!("{} rejected a message of {}: {what}", side(*accuser), listed(&accused));
                (Some(*phase), what, accused)
            }
            mpc::Error::Aborted { by, phase, accused } => {
                let accused = names(accused);
                let why = if accused.is_empty() {
                    "for trouble of its own".to_owned()
                } else {
                    format!("and names {}", listed(&accused))
                };
                (Some(*phase), format!("{} stopped the run {why}", side(*by)), accused)
            }
            mpc::Error::Link { peer, phase, cause } => {
                (Some(*phase), format!("the link to {} failed: {cause}", side(*peer)), Vec::new())
            }
            other => (None, other.to_string(), Vec::new()),
        };
        let phase = phase.map(|phase| phase.name().to_owned());
        Self { question: question.to_owned(), phase, what, accused, opened }
    }
}
