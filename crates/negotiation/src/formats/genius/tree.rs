//! The tree of objectives and issues that domain and profile share.
use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Error, Result};
use crate::formats::warning::Warning;
use crate::formats::xml::Element;
use crate::formats::{exact, limits};

/// What kind of values an issue takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Discrete,
    Integer,
}

/// One leaf of the tree.
pub(super) struct Leaf<'e> {
    /// Number over objectives and issues alike; only weights refer to it.
    pub(super) index: Option<&'e str>,
    pub(super) name: &'e str,
    pub(super) kind: Kind,
    pub(super) element: &'e Element,
}

/// The tree flattened: issues in document order, and the objectives above them.
pub(super) struct Tree<'e> {
    pub(super) leaves: Vec<Leaf<'e>>,
    pub(super) objectives: Vec<&'e Element>,
}

/// Where complaints and warnings about a file go.
pub(super) struct Desk<'w> {
    /// The path, for errors.
    pub(super) origin: &'w str,
    /// The file's name, for warnings.
    pub(super) file: &'w str,
    pub(super) warnings: &'w mut Vec<Warning>,
}

impl Desk<'_> {
    pub(super) fn wrong(&self, element: &Element, problem: impl Into<String>) -> Error {
        Error::document(self.origin, element.place(), problem)
    }

    pub(super) fn repeated(&mut self, what: impl Into<String>) {
        self.warnings.push(Warning::Repeated { file: self.file.to_owned(), what: what.into() });
    }

    /// An attribute that must be there.
    pub(super) fn need<'e>(&self, element: &'e Element, key: &str) -> Result<&'e str> {
        element.attribute(key).ok_or_else(|| self.wrong(element, format!("the attribute `{key}` is missing")))
    }

    /// An attribute that must be there and a number.
    pub(super) fn number(&self, element: &Element, key: &str) -> Result<crate::number::Decimal> {
        let text = self.need(element, key)?;
        exact::decimal(text).map_err(|e| self.wrong(element, format!("{key}: {e}")))
    }
}

impl<'e> Tree<'e> {
    /// Flattens the objectives under `space`.
    pub(super) fn of(space: &'e Element, desk: &mut Desk<'_>) -> Result<Self> {
        let mut tree = Tree { leaves: Vec::new(), objectives: Vec::new() };
        for objective in space.all("objective") {
            tree.walk(objective, desk)?;
        }
        if tree.leaves.is_empty() {
            return Err(desk.wrong(space, "no issue found; an <objective> with <issue> elements was expected"));
        }
        Ok(tree)
    }

    /// Recursion is bounded by the depth the XML reader allows.
    fn walk(&mut self, objective: &'e Element, desk: &mut Desk<'_>) -> Result<()> {
        self.objectives.push(objective);
        for child in &objective.children {
            match child.name.as_str() {
                "objective" => self.walk(child, desk)?,
                "issue" => self.add(child, desk)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn add(&mut self, element: &'e Element, desk: &mut Desk<'_>) -> Result<()> {
        let leaf = Leaf {
            index: element.attribute("index"),
            name: desk.need(element, "name")?,
            kind: kind(element, desk)?,
            element,
        };
        let same_index = |other: &Leaf<'_>| leaf.index.is_some() && other.index == leaf.index;
        let at = self.leaves.iter().position(same_index);
        let namesake = self.leaves.iter().enumerate().any(|(i, other)| other.name == leaf.name && Some(i) != at);
        if namesake {
            return Err(desk.wrong(element, "another issue has the same name; names tell issues apart and must differ"));
        }
        if let Some(slot) = at.and_then(|at| self.leaves.get_mut(at)) {
            desk.repeated(format!("issue index {} (`{}`, then `{}`)", leaf.index.unwrap_or("?"), slot.name, leaf.name));
            *slot = leaf;
            return Ok(());
        }
        if self.leaves.len() >= limits::ISSUES {
            return Err(desk.wrong(element, format!("more than {} issues", limits::ISSUES)));
        }
        self.leaves.push(leaf);
        Ok(())
    }

    /// Numbers between the first and the last index that neither issue nor objective takes.
    pub(super) fn note_gaps(&self, desk: &mut Desk<'_>) {
        let number = |text: &str| text.trim().parse::<u64>().ok();
        let issues: BTreeSet<u64> = self.leaves.iter().filter_map(|leaf| number(leaf.index?)).collect();
        let Some(last) = issues.last().copied() else {
            return;
        };
        let missing: Vec<String> = (1..last).filter(|n| !issues.contains(n)).take(10).map(|n| n.to_string()).collect();
        if !missing.is_empty() {
            desk.warnings.push(Warning::IndexGap { file: desk.file.to_owned(), missing: missing.join(", ") });
        }
    }
}

/// The kind of an issue; old files leave it out and mean discrete.
fn kind(element: &Element, desk: &Desk<'_>) -> Result<Kind> {
    let said = ["type", "vtype", "etype"].into_iter().find_map(|key| element.attribute(key));
    match said {
        Some("integer") => Ok(Kind::Integer),
        Some("discrete") | None => Ok(Kind::Discrete),
        Some("real") => Err(Error::Format(format!(
            "{}: {}: a real-valued issue. GENIUS files with real-valued issues are recognised but not read: \
             packages are enumerated one by one. Replace it by an integer range or by discrete steps",
            desk.origin,
            element.place()
        ))),
        Some(other) => {
            Err(desk
                .wrong(element, format!("the type `{}`; discrete, integer or real was expected", exact::short(other))))
        }
    }
}

/// The items of a discrete issue, by label: the later of two with one index or one label counts.
pub(super) fn items<'e>(leaf: &Leaf<'e>, desk: &mut Desk<'_>) -> Result<Vec<(&'e str, &'e Element)>> {
    // Places of the kept items; a later item takes the place of the one it replaces.
    let mut kept: Vec<Option<(&'e str, &'e Element)>> = Vec::new();
    let mut by_label: BTreeMap<&'e str, usize> = BTreeMap::new();
    let mut by_index: BTreeMap<&'e str, usize> = BTreeMap::new();
    for item in leaf.element.all("item") {
        let label = desk.need(item, "value")?;
        let index = item.attribute("index");
        let earlier = [by_label.get(label).copied(), index.and_then(|index| by_index.get(index).copied())];
        let replaced: BTreeSet<usize> = earlier.into_iter().flatten().collect();
        let place = replaced.first().copied().unwrap_or(kept.len());
        if !replaced.is_empty() {
            desk.repeated(format!("item index {} of issue `{}` (`{label}`)", index.unwrap_or("?"), leaf.name));
        }
        for slot in &replaced {
            if let Some((old, element)) = kept.get_mut(*slot).and_then(Option::take) {
                by_label.remove(old);
                if let Some(index) = element.attribute("index") {
                    by_index.remove(index);
                }
            }
        }
        match kept.get_mut(place) {
            Some(slot) => *slot = Some((label, item)),
            None => kept.push(Some((label, item))),
        }
        if kept.len() > limits::CHOICES {
            return Err(desk.wrong(item, format!("more than {} items", limits::CHOICES)));
        }
        by_label.insert(label, place);
        if let Some(index) = index {
            by_index.insert(index, place);
        }
    }
    let kept: Vec<_> = kept.into_iter().flatten().collect();
    if kept.is_empty() {
        return Err(
            desk.wrong(leaf.element, "a discrete issue without <item value=…> elements; at least one was expected")
        );
    }
    Ok(kept)
}

/// The bounds of an integer issue, as attributes or in a `<range>`.
pub(super) fn bounds(leaf: &Leaf<'_>, desk: &Desk<'_>) -> Result<(crate::number::Decimal, crate::number::Decimal)> {
    let holder = if leaf.element.attribute("lowerbound").is_some() {
        leaf.element
    } else {
        leaf.element.all("range").next().ok_or_else(|| {
            desk.wrong(leaf.element, "an integer issue needs `lowerbound` and `upperbound`, here or in a <range>")
        })?
    };
    let low = desk.number(holder, "lowerbound")?;
    let high = desk.number(holder, "upperbound")?;
    if !low.is_integer() || !high.is_integer() {
        return Err(desk.wrong(holder, "the bounds of an integer issue must be whole numbers"));
    }
    Ok((low, high))
}
