//! The agenda as TOML: the one canonical spelling that its digest is taken of.
use super::{Agenda, Choice, Issue, Link, Part};
use crate::spelling::{inline, key, number, text, texts};

pub(super) fn agenda(agenda: &Agenda) -> String {
    let mut out = String::new();
    entry(&mut out, "name", &text(&agenda.name));
    optional(&mut out, "note", agenda.note.as_deref());
    entry(&mut out, "scale", &number(&agenda.scale));
    for one in &agenda.issues {
        issue(&mut out, one);
    }
    for link in &agenda.links {
        write_link(&mut out, agenda, link);
    }
    for package in &agenda.packages {
        out.push_str("\n[[package]]\n");
        entry(&mut out, "name", &text(&package.name));
        let choices = package.choices.iter().map(|(i, c)| (i.clone(), text(c)));
        entry(&mut out, "choices", &inline(choices));
        optional(&mut out, "note", package.note.as_deref());
    }
    out
}

fn entry(out: &mut String, name: &str, value: &str) {
    out.push_str(&format!("{} = {value}\n", key(name)));
}

fn optional(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        entry(out, name, &text(value));
    }
}

fn issue(out: &mut String, issue: &Issue) {
    out.push_str("\n[[issue]]\n");
    entry(out, "name", &text(&issue.name));
    optional(out, "title", issue.title.as_deref());
    if !issue.affected.is_empty() {
        let names = issue.affected.iter().map(String::as_str);
        entry(out, "affected", &texts(names));
    }
    optional(out, "flag", issue.flag.as_deref());
    optional(out, "note", issue.note.as_deref());
    let choice = usize::try_from(issue.default).ok().and_then(|i| issue.choices.get(i));
    entry(out, "default", &text(choice.map_or("", |c| c.name.as_str())));
    match range(issue) {
        Some(range) => entry(out, "range", &range),
        None => {
            if issue.ordered {
                entry(out, "ordered", "true");
            }
            out.push_str("choices = [\n");
            for choice in &issue.choices {
                out.push_str(&format!("  {},\n", write_choice(choice)));
            }
            out.push_str("]\n");
        }
    }
}

/// An ordered issue is written as its range again.
fn range(issue: &Issue) -> Option<String> {
    if !issue.ordered {
        return None;
    }
    let value = |c: &Choice| crate::number::parse(&c.name).ok();
    let first = value(issue.choices.first()?)?;
    let last = value(issue.choices.last()?)?;
    let step = match issue.choices.get(1) {
        None => crate::number::whole(1),
        Some(second) => value(second)? - &first,
    };
    // A format reader may have made an ordered issue in another way: then list it.
    let again = Issue::range(issue.name.clone(), &first, &last, &step).ok()?;
    (again.choices == issue.choices).then(|| {
        inline([
            ("from".to_owned(), number(&first)),
            ("to".to_owned(), number(&last)),
            ("step".to_owned(), number(&step)),
        ])
    })
}

fn write_choice(choice: &Choice) -> String {
    let mut entries = vec![("name".to_owned(), text(&choice.name))];
    let parts = [("title", &choice.title), ("off_the_table", &choice.off_the_table), ("note", &choice.note)];
    for (name, value) in parts {
        if let Some(value) = value {
            entries.push((name.to_owned(), text(value)));
        }
    }
    inline(entries)
}

fn write_link(out: &mut String, agenda: &Agenda, link: &Link) {
    out.push_str("\n[[link]]\n");
    entry(out, "if", &parts(agenda, &link.when));
    entry(out, "then", &parts(agenda, &link.then));
    optional(out, "note", link.note.as_deref());
}

/// Parts as an inline table of lists.
pub(crate) fn parts(agenda: &Agenda, parts: &[Part]) -> String {
    inline(parts.iter().map(|part| {
        let names = part.choices.iter().map(|c| agenda.choice_name(part.issue, *c));
        let issue = agenda.issues.get(part.issue).map_or("?", |i| i.name.as_str());
        (issue.to_owned(), texts(names))
    }))
}
