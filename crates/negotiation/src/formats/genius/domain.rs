//! The GENIUS domain file: the public part.
use std::path::Path;

use num_traits::One;

use crate::agenda::{Agenda, Issue};
use crate::error::{Error, Result};
use crate::formats::warning::Warning;
use crate::formats::xml::{self, Element};
use crate::formats::{file, sheet};
use crate::number::Decimal;

use super::tree::{Desk, Kind, Leaf, Tree, bounds, items};

/// The agenda of a domain file; the root's issues in document order.
pub(in crate::formats) fn read_agenda(path: &Path, name: &str, warnings: &mut Vec<Warning>) -> Result<Agenda> {
    let text = file::read_noting(path, warnings)?;
    let origin = path.display().to_string();
    let root = xml::parse(&origin, &text)?;
    let mut desk = Desk { origin: &origin, file: &file::name(path), warnings };
    agenda(&root, name, &mut desk)
}

fn agenda(root: &Element, name: &str, desk: &mut Desk<'_>) -> Result<Agenda> {
    if root.name != "negotiation_template" {
        return Err(desk.wrong(root, "the root element <negotiation_template> was expected"));
    }
    let space =
        root.all("utility_space").next().ok_or_else(|| desk.wrong(root, "a <utility_space> was expected inside"))?;
    let tree = Tree::of(space, desk)?;
    tree.note_gaps(desk);
    let mut issues = Vec::with_capacity(tree.leaves.len());
    for leaf in &tree.leaves {
        issues.push(issue(leaf, desk)?);
    }
    sheet::agenda(desk.origin, name, issues, 1)
}

fn issue(leaf: &Leaf<'_>, desk: &mut Desk<'_>) -> Result<Issue> {
    let made = match leaf.kind {
        Kind::Discrete => {
            let mut draft = sheet::Draft::new(leaf.name);
            for (label, _) in items(leaf, desk)? {
                draft.add(label);
            }
            draft.finish()
        }
        Kind::Integer => {
            let (low, high) = bounds(leaf, desk)?;
            sheet::range_issue(leaf.name, &low, &high, &Decimal::one())
        }
    };
    made.map_err(|e| Error::document(desk.origin, leaf.element.place(), e))
}
