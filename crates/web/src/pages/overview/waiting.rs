//! What somebody who is not let in yet waits for, and who must be online.
use client::participant::{Overview, Progress};

use crate::lang::{Lang, say};

/// What is waited for, and who must be online.
pub(super) fn words(lang: Lang, overview: &Overview) -> (String, String) {
    let say = |name: &str| say(lang, name, &[]);
    match &overview.progress {
        Progress::Welcomed { .. } => (say("overview-waiting-welcomed"), say("overview-waiting-welcomed-who")),
        Progress::Returning { .. } => (say("overview-waiting-returning"), returning(lang, overview)),
        _ => (say("overview-waiting-knocked"), say("overview-waiting-knocked-who")),
    }
}

/// Who answers a member that comes back: whoever has been in for longest.
fn returning(lang: Lang, overview: &Overview) -> String {
    let others = overview.state.iter().flat_map(|state| state.members.iter());
    let present = others.filter(|(id, member)| **id != overview.me && member.is_present());
    match present.min_by_key(|(_, member)| member.since) {
        Some((_, member)) => say(lang, "overview-waiting-returning-who", &[("name", (&member.name).into())]),
        None => say(lang, "overview-waiting-returning-anybody", &[]),
    }
}
