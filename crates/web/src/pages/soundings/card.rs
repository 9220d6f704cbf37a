//! A package as a card: issue by issue, those that are addressed first.
use negotiation::{Issue, Outcome, Put};

use crate::pages::agenda::words::{choice_title, issue_title};

/// A package.
pub(crate) struct Card {
    /// Its name, where it has one.
    pub(crate) name: Option<String>,
    /// Issue, option, and whether the issue is left as it is.
    pub(crate) options: Vec<(String, String, bool)>,
}

pub(crate) fn card(put: &Put, outcome: &Outcome) -> Card {
    let row = |(issue, choice): (&Issue, &u32)| {
        let title = usize::try_from(*choice).ok().and_then(|at| issue.choices.get(at)).map(choice_title);
        (issue_title(issue).to_owned(), title.unwrap_or_default().to_owned(), *choice == issue.default)
    };
    let mut options: Vec<_> = put.agenda.issues().iter().zip(outcome.choices()).map(row).collect();
    options.sort_by_key(|(_, _, default)| *default);
    Card { name: put.package_name(outcome).map(str::to_owned), options }
}
