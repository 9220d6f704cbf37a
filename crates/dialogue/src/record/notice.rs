//! What all are told because the record changed: nobody has to look for it.
use serde::{Deserialize, Serialize};

use super::track::Track;

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Where the event stands that gave rise to it.
    pub sequence: u64,
    /// When, by its author's clock.
    pub at: i64,
    /// What.
    pub matter: Matter,
}

/// What a notice is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// The talks have gone to another track.
    Track {
        /// With which meeting.
        meeting: String,
        /// From which track.
        from: Track,
        /// To which.
        to: Track,
        /// Why.
        why: String,
    },
    /// Another channel may get in the way.
    Collision {
        /// Which.
        channel: String,
        /// Why.
        why: String,
    },
    /// An option is on the agenda that was tried before.
    TriedBefore {
        /// Its issue.
        issue: String,
        /// The option.
        option: String,
        /// The answer then.
        answer: String,
    },
    /// A threatened act was flagged.
    Escalation {
        /// The flag.
        name: String,
        /// Who is to be called.
        contact: String,
    },
    /// A hotline message; it stands among the hotline's at the notice's place in the log.
    Hotline {},
    /// A result was promoted.
    Promoted {
        /// Which question's.
        question: String,
    },
    /// Every principal has confirmed a result.
    Agreed {
        /// Which question's.
        question: String,
    },
    /// A hand-over packet came in.
    Handover {
        /// Its title.
        title: String,
    },
}
