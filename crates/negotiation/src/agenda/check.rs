//! What an agenda must be before anything else looks at it.
use super::{Issue, Link, MOST_CHOICES, MOST_CHOICES_IN_ALL, MOST_ISSUES};
use crate::error::{Error, Result};

pub(super) fn bad(name: &str, place: &str, problem: impl Into<String>) -> Error {
    Error::document(format!("agenda `{name}`"), place, problem)
}

pub(super) fn issues(name: &str, issues: &[Issue]) -> Result<()> {
    if issues.is_empty() {
        return Err(bad(name, "issues", "an agenda needs at least one issue"));
    }
    if issues.len() > MOST_ISSUES {
        return Err(bad(name, "issues", format!("{} issues; at most {MOST_ISSUES} are read", issues.len())));
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut total = 0usize;
    for issue in issues {
        let place = format!("issue `{}`", issue.name);
        if !seen.insert(issue.name.as_str()) {
            return Err(bad(name, &place, "the name is used twice"));
        }
        total = total.saturating_add(issue.choices.len());
        choices(name, &place, issue)?;
    }
    if total > MOST_CHOICES_IN_ALL {
        return Err(bad(name, "issues", format!("{total} choices in all; at most {MOST_CHOICES_IN_ALL} are read")));
    }
    Ok(())
}

fn choices(name: &str, place: &str, issue: &Issue) -> Result<()> {
    if issue.choices.len() > MOST_CHOICES {
        return Err(bad(name, place, format!("{} choices; at most {MOST_CHOICES} are read", issue.choices.len())));
    }
    let mut names = std::collections::BTreeSet::new();
    for choice in &issue.choices {
        if !names.insert(choice.name.as_str()) {
            return Err(bad(name, place, format!("the choice `{}` appears twice", choice.name)));
        }
    }
    let table = issue.on_the_table();
    if table.is_empty() {
        return Err(bad(name, place, "no choice is on the table; add one, such as \"not addressed\""));
    }
    if table.binary_search(&issue.default).is_err() {
        return Err(bad(name, place, "its default choice is off the table or not there; name one with `default`"));
    }
    Ok(())
}

pub(super) fn link(name: &str, issues: &[Issue], link: &Link) -> Result<()> {
    let place = link.note.as_ref().map_or_else(|| "link".to_owned(), |n| format!("link ({n})"));
    if link.when.is_empty() || link.then.is_empty() {
        return Err(bad(name, &place, "a link needs both parts, `if` and `then`"));
    }
    for part in link.when.iter().chain(&link.then) {
        let known = issues.get(part.issue).map_or(0, |i| i.choices.len());
        let sorted = part.choices.windows(2).all(|w| matches!(w, [a, b] if a < b));
        let inside = part.choices.iter().all(|c| usize::try_from(*c).is_ok_and(|c| c < known));
        if part.choices.is_empty() || !sorted || !inside {
            return Err(bad(name, &place, "a part names no choice, or one that is not there"));
        }
    }
    Ok(())
}
