//! What raising or lowering one word by one step does to the number of acceptable packages.
use num_bigint::BigUint;

use super::conflict::Case;
use crate::agenda::Agenda;
use crate::position::{Word, Words};

/// Most choices for which every word is tried in turn.
const MOST_TRIED: usize = 2_000;

/// One word changed by one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Index of the issue.
    pub issue: usize,
    /// Index of the choice.
    pub choice: u32,
    /// The word now.
    pub from: Word,
    /// The word tried.
    pub to: Word,
    /// Acceptable packages with the word tried.
    pub acceptable: BigUint,
}

/// All single steps that change the count, in agenda order; empty where counting is not possible.
pub(super) fn changes(agenda: &Agenda, words: &Words) -> Vec<Change> {
    let choices: usize = agenda.space().tables().iter().map(Vec::len).sum();
    let Some(now) = Case::new(agenda, words).count() else {
        return Vec::new();
    };
    if choices > MOST_TRIED {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (issue, table) in agenda.space().tables().iter().enumerate() {
        for choice in table {
            let Some(from) = words.stances().get(issue).and_then(|s| s.word(*choice)) else {
                continue;
            };
            for to in [from.raised(), from.lowered()].into_iter().flatten() {
                let acceptable =
                    with(agenda, words, issue, *choice, to).and_then(|changed| Case::new(agenda, &changed).count());
                if let Some(acceptable) = acceptable.filter(|n| *n != now) {
                    found.push(Change { issue, choice: *choice, from, to, acceptable });
                }
            }
        }
    }
    found
}

/// The position with one word changed; points follow by the rule, except where the owner set them.
fn with(agenda: &Agenda, words: &Words, issue: usize, choice: u32, to: Word) -> Option<Words> {
    let mut stances = words.stances().to_vec();
    let at = usize::try_from(choice).ok()?;
    *stances.get_mut(issue)?.words.get_mut(at)? = Some(to);
    let only_ifs = words.only_ifs().to_vec();
    Words::new(agenda, stances, only_ifs, words.reference().cloned()).ok()
}
