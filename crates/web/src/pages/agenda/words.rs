//! Lists in words, and how issues and options are called.
use negotiation::{Agenda, Choice, Issue, Part};

use crate::lang::{Lang, say};

fn listed(lang: Lang, items: &[String], last: &str) -> String {
    let Some((end, start)) = items.split_last() else {
        return say(lang, "agenda-list-none", &[]);
    };
    let Some((first, rest)) = start.split_first() else {
        return end.clone();
    };
    let comma =
        |list: String, next: &String| say(lang, "agenda-list-comma", &[("start", list.into()), ("next", next.into())]);
    let start = rest.iter().fold(first.clone(), comma);
    say(lang, last, &[("start", start.into()), ("last", end.into())])
}

/// *a, b and c*
pub(crate) fn all_of(lang: Lang, items: &[String]) -> String {
    listed(lang, items, "agenda-list-and")
}

/// *a, b or c*
pub(crate) fn any_of(lang: Lang, items: &[String]) -> String {
    listed(lang, items, "agenda-list-or")
}

/// What an issue is called where there is room: its title, or its short name.
pub(crate) fn issue_title(issue: &Issue) -> &str {
    issue.title.as_deref().unwrap_or(&issue.name)
}

/// What an option is called where there is room: its title, or its short name.
pub(crate) fn choice_title(choice: &Choice) -> &str {
    choice.title.as_deref().unwrap_or(&choice.name)
}

/// An option by its indices.
pub(crate) fn choice(agenda: &Agenda, issue: usize, choice: u32) -> Option<&Choice> {
    agenda.issues().get(issue)?.choices.get(usize::try_from(choice).ok()?)
}

/// An option's title with its issue's: *Territory: full return*.
pub(crate) fn option_of(lang: Lang, agenda: &Agenda, issue: usize, at: u32) -> String {
    let of = agenda.issues().get(issue).map(issue_title).unwrap_or_default();
    let option = choice(agenda, issue, at).map(choice_title).unwrap_or_default();
    say(lang, "agenda-option-of", &[("issue", of.into()), ("option", option.into())])
}

/// Parts of a rule: *Territory is full return or status deferred, and …*.
pub(crate) fn parts(lang: Lang, agenda: &Agenda, parts: &[Part]) -> String {
    let one = |part: &Part| {
        let issue = agenda.issues().get(part.issue).map(issue_title).unwrap_or_default();
        let options: Vec<String> = part
            .choices
            .iter()
            .filter_map(|at| choice(agenda, part.issue, *at))
            .map(|choice| choice_title(choice).to_owned())
            .collect();
        say(lang, "agenda-part", &[("issue", issue.into()), ("options", any_of(lang, &options).into())])
    };
    all_of(lang, &parts.iter().map(one).collect::<Vec<_>>())
}
