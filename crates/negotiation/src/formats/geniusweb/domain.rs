//! The GeniusWeb domain: issues with values, or with a range `[low, high, step]`.
use std::path::Path;

use crate::agenda::{Agenda, Issue};
use crate::error::Result;
use crate::formats::json::{self, Node};
use crate::formats::warning::Warning;
use crate::formats::{file, limits, sheet};

/// The agenda of a domain file.
pub(in crate::formats) fn read_agenda(path: &Path, name: &str, warnings: &mut Vec<Warning>) -> Result<Agenda> {
    let text = file::read_noting(path, warnings)?;
    let origin = path.display().to_string();
    let value = json::parse(&origin, &text)?;
    json::note_repeats(&file::name(path), &text, warnings);
    let issues = issues(&Node::root(&origin, &value))?;
    sheet::agenda(&origin, name, issues, 1)
}

/// The agenda that a profile carries inside, for folders without a domain file.
pub(in crate::formats) fn domain_of_profile(path: &Path, name: &str) -> Result<Agenda> {
    let text = file::read(path)?;
    let origin = path.display().to_string();
    let value = json::parse(&origin, &text)?;
    let space = Node::root(&origin, &value).need(super::ADDITIVE)?;
    sheet::agenda(&origin, name, issues(&space.need("domain")?)?, 1)
}

/// The issues of a domain object, in file order.
pub(in crate::formats) fn issues(domain: &Node<'_>) -> Result<Vec<Issue>> {
    let listed = domain.need("issuesValues")?;
    let entries = listed.entries()?;
    if entries.is_empty() || entries.len() > limits::ISSUES {
        return Err(listed.wrong(format!("{} issues; between 1 and {} were expected", entries.len(), limits::ISSUES)));
    }
    entries.iter().map(|(name, node)| issue(name, node)).collect()
}

fn issue(name: &str, node: &Node<'_>) -> Result<Issue> {
    let made = if let Some(range) = node.maybe("range") {
        let items = range.items()?;
        let [low, high, step] = items.as_slice() else {
            return Err(range.wrong("a range `[low, high, step]` was expected"));
        };
        let (low, high, step) = (low.number_or_text()?, high.number_or_text()?, step.number_or_text()?);
        sheet::range_issue(name, &low, &high, &step)
    } else {
        let Some(values) = node.maybe("values") else {
            return Err(node.wrong("`values` (a list) or `range` was expected"));
        };
        let items = values.items()?;
        if items.len() > limits::CHOICES {
            return Err(values.wrong(format!("more than {} values", limits::CHOICES)));
        }
        let mut draft = sheet::Draft::new(name);
        for item in &items {
            let label = item.name()?;
            if !draft.add(&label) {
                return Err(item.wrong(format!("the value `{label}` appears twice")));
            }
        }
        draft.finish()
    };
    made.map_err(|e| node.wrong(e))
}
