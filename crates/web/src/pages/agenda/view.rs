//! What the agenda's page shows: one row a thing.
use dialogue::State;
use dialogue::record::memory::{Memory, OffTable, Tried};
use negotiation::{Agenda, Choice, Issue};

use super::words::{choice_title, issue_title, parts};
use crate::lang::Lang;

/// An issue.
pub(super) struct IssueRow {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) note: Option<String>,
    pub(super) flag: Option<String>,
    pub(super) affected: Vec<String>,
    pub(super) options: Vec<OptionRow>,
    /// Off the table, and no option of the document.
    pub(super) beside: Vec<Off>,
}

/// An option.
pub(super) struct OptionRow {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) note: Option<String>,
    /// What a package means that leaves the issue out.
    pub(super) default: bool,
    pub(super) off: Option<Off>,
    pub(super) tried: Vec<Before>,
}

/// Off the table.
pub(super) struct Off {
    pub(super) option: String,
    pub(super) why: String,
    /// By whom and until when, where the agenda's memory has it.
    pub(super) by: Option<String>,
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
    pub(super) source: Option<String>,
}

/// Tried before.
pub(super) struct Before {
    pub(super) by: String,
    pub(super) answer: String,
    pub(super) why: String,
    pub(super) day: Option<String>,
    pub(super) source: Option<String>,
}

/// A link between issues, in words.
pub(super) struct LinkRow {
    pub(super) when: String,
    pub(super) then: String,
    pub(super) note: Option<String>,
}

/// A named package with what it means.
pub(super) struct PackageRow {
    pub(super) name: String,
    pub(super) note: Option<String>,
    /// Issue and option, by their titles; and whether the option is the one for what is not addressed.
    pub(super) options: Vec<(String, String, bool)>,
}

/// A version.
pub(super) struct VersionRow {
    pub(super) number: u32,
    pub(super) by: String,
    pub(super) sealed: Vec<String>,
}

impl Off {
    fn remembered(one: &OffTable) -> Self {
        Self {
            option: one.option.clone(),
            why: one.why.clone(),
            by: Some(one.by.clone()),
            since: one.since.map(|day| day.to_string()),
            until: one.until.map(|day| day.to_string()),
            source: one.source.clone(),
        }
    }
}

impl Before {
    fn of(one: &Tried) -> Self {
        Self {
            by: one.by.clone(),
            answer: one.answer.clone(),
            why: one.why.clone(),
            day: one.day.map(|day| day.to_string()),
            source: one.source.clone(),
        }
    }
}

pub(super) fn issues(agenda: &Agenda, memory: &Memory) -> Vec<IssueRow> {
    agenda.issues().iter().map(|one| issue(one, memory)).collect()
}

fn issue(issue: &Issue, memory: &Memory) -> IssueRow {
    let off: Vec<&OffTable> = memory.off.iter().map(|(one, _)| one).collect();
    let option = |(at, choice): (u32, &Choice)| {
        let remembered = off.iter().find(|one| one.bars(&issue.name, choice)).map(|one| Off::remembered(one));
        let written = choice.off_the_table.as_ref().map(|why| Off {
            option: choice.name.clone(),
            why: why.clone(),
            by: None,
            since: None,
            until: None,
            source: None,
        });
        let tried = memory.tried.iter().filter(|one| one.issue == issue.name && one.option == choice.name);
        OptionRow {
            name: choice.name.clone(),
            title: choice_title(choice).to_owned(),
            note: choice.note.clone(),
            default: at == issue.default,
            off: remembered.or(written),
            tried: tried.map(Before::of).collect(),
        }
    };
    let own = off.iter().filter(|one| one.issue == issue.name);
    let beside = own.filter(|one| !issue.choices.iter().any(|choice| one.bars(&issue.name, choice)));
    IssueRow {
        name: issue.name.clone(),
        title: issue_title(issue).to_owned(),
        note: issue.note.clone(),
        flag: issue.flag.clone(),
        affected: issue.affected.clone(),
        options: (0u32..).zip(&issue.choices).map(option).collect(),
        beside: beside.map(|one| Off::remembered(one)).collect(),
    }
}

pub(super) fn links(lang: Lang, agenda: &Agenda) -> Vec<LinkRow> {
    let row = |link: &negotiation::Link| LinkRow {
        when: parts(lang, agenda, &link.when),
        then: parts(lang, agenda, &link.then),
        note: link.note.clone(),
    };
    agenda.links().iter().map(row).collect()
}

pub(super) fn packages(agenda: &Agenda) -> Vec<PackageRow> {
    let row = |package: &negotiation::Package| PackageRow {
        name: package.name.clone(),
        note: package.note.clone(),
        options: agenda.package(&package.name).map(|outcome| options(agenda, outcome.choices())).unwrap_or_default(),
    };
    agenda.packages().iter().map(row).collect()
}

/// Issue by issue what a package means; those that are addressed first.
pub(crate) fn options(agenda: &Agenda, choices: &[u32]) -> Vec<(String, String, bool)> {
    let row = |(issue, choice): (&Issue, &u32)| {
        let title = usize::try_from(*choice).ok().and_then(|at| issue.choices.get(at)).map(choice_title);
        (issue_title(issue).to_owned(), title.unwrap_or_default().to_owned(), *choice == issue.default)
    };
    let mut rows: Vec<_> = agenda.issues().iter().zip(choices).map(row).collect();
    rows.sort_by_key(|(_, _, default)| *default);
    rows
}

pub(super) fn versions(state: &State) -> Vec<VersionRow> {
    let row = |(number, version): (u32, &dialogue::versions::AgendaVersion)| VersionRow {
        number,
        by: state.members.get(&version.by).map(|member| member.name.clone()).unwrap_or_default(),
        sealed: version.seals.keys().cloned().collect(),
    };
    let mut rows: Vec<VersionRow> = (1u32..).zip(&state.agendas).map(row).collect();
    rows.reverse();
    rows
}
