//! The GENIUS profile file: one side's private weights, evaluations and reservation value.
use std::collections::BTreeMap;
use std::path::Path;

use num_traits::{One, Signed, Zero};

use crate::agenda::{Agenda, Issue};
use crate::error::{Error, Result};
use crate::formats::sheet::{self, RedLine, Sheet};
use crate::formats::warning::Warning;
use crate::formats::xml::{self, Element};
use crate::formats::{exact, file};
use crate::number::{self, Decimal};
use crate::position::Position;

use super::tree::{Desk, Kind, Leaf, Tree, bounds, items};

/// Below this, GENIUS takes the greatest evaluation of an issue for zero.
const LEAST_EVALUATION: &str = "0.00001";

/// Reads one profile against the agenda.
pub(in crate::formats) fn read_position(agenda: &Agenda, path: &Path, warnings: &mut Vec<Warning>) -> Result<Position> {
    let text = file::read_noting(path, warnings)?;
    let origin = path.display().to_string();
    let root = xml::parse(&origin, &text)?;
    let mut desk = Desk { origin: &origin, file: &file::name(path), warnings };
    sheet(agenda, &root, &mut desk)?.position(&origin)
}

/// Names the kinds of profile that are recognised and not read.
fn refuse_foreign(origin: &str, root: &Element) -> Result<()> {
    let refused = |what: &str| {
        Err(Error::Format(format!(
            "{origin}: {what} is recognised but not read; only additive profiles \
             (weights and evaluations per issue) are"
        )))
    };
    let kind = root.attribute("type");
    if root.holds("hyperRectangle") || root.holds("ufun") || kind == Some("nonlinear") {
        return refused("a GENIUS non-linear (hyper-rectangle) utility space");
    }
    if kind == Some("constraint") || root.holds("constraints") || root.holds("rules") {
        return refused("a GENIUS constraint utility space");
    }
    match kind {
        None | Some("additive" | "linear") => Ok(()),
        Some(other) => refused(&format!("a GENIUS utility space of type `{}`", exact::short(other))),
    }
}

fn sheet(agenda: &Agenda, root: &Element, desk: &mut Desk<'_>) -> Result<Sheet> {
    if root.name != "utility_space" {
        return Err(desk.wrong(root, "the root element <utility_space> was expected"));
    }
    refuse_foreign(desk.origin, root)?;
    let tree = Tree::of(root, desk)?;
    let weights = weights(&tree, desk)?;
    if let Some(extra) = tree.leaves.iter().find(|leaf| agenda.issue_index(leaf.name).is_err()) {
        return Err(desk
            .wrong(extra.element, "the agenda has no issue of this name; does the profile belong to another domain?"));
    }
    let mut rows = Vec::with_capacity(agenda.issues().len());
    let mut used = Vec::with_capacity(agenda.issues().len());
    for issue in agenda.issues() {
        let leaf = tree
            .leaves
            .iter()
            .find(|leaf| leaf.name == issue.name)
            .ok_or_else(|| desk.wrong(root, format!("issue `{}` is missing", issue.name)))?;
        let weight = weight_of(leaf, &weights, desk)?;
        let values = match leaf.kind {
            Kind::Discrete => discrete(issue, leaf, desk)?,
            Kind::Integer => integer(issue, leaf, desk)?,
        };
        rows.push(values.into_iter().map(|value| value * &weight).collect());
        used.push(weight);
    }
    sheet::check_weights(desk.file, &used, desk.warnings);
    note_objectives(&tree, &weights, desk);
    note_discount(root, desk)?;
    let red_line = RedLine::At(reservation(root, desk)?);
    Ok(Sheet::new(desk.file, rows, Decimal::zero(), Some(Decimal::one()), red_line, desk.warnings))
}

/// Weights by index, from every level of the tree.
fn weights<'e>(tree: &Tree<'e>, desk: &mut Desk<'_>) -> Result<BTreeMap<&'e str, Decimal>> {
    let mut found = BTreeMap::new();
    for objective in &tree.objectives {
        for weight in objective.all("weight") {
            let index = desk.need(weight, "index")?;
            let value = desk.number(weight, "value")?;
            if value.is_negative() {
                return Err(desk.wrong(weight, "a weight below 0; 0 or more was expected"));
            }
            if found.insert(index, value).is_some() {
                desk.repeated(format!("the weight of index {index}"));
            }
        }
    }
    Ok(found)
}

fn weight_of(leaf: &Leaf<'_>, weights: &BTreeMap<&str, Decimal>, desk: &Desk<'_>) -> Result<Decimal> {
    let index = desk.need(leaf.element, "index")?;
    weights
        .get(index)
        .cloned()
        .ok_or_else(|| desk.wrong(leaf.element, format!("no <weight index=\"{index}\" value=…> for this issue")))
}

/// Evaluations over the issue's greatest one, in agenda order.
fn discrete(issue: &Issue, leaf: &Leaf<'_>, desk: &mut Desk<'_>) -> Result<Vec<Decimal>> {
    let listed = items(leaf, desk)?;
    let known = sheet::labels(issue);
    let mut evaluations: BTreeMap<&str, Decimal> = BTreeMap::new();
    let mut greatest = Decimal::zero();
    for (label, item) in &listed {
        if item.attribute("evaluation").is_none()
            && (item.attribute("rank").is_some() || item.attribute("rating").is_some())
        {
            return Err(Error::Format(format!(
                "{}: {}: a GENIUS profile of ranks or ratings (uncertain preferences) is recognised but not read; \
                 evaluations are needed",
                desk.origin,
                item.place()
            )));
        }
        if !known.contains_key(label) {
            return Err(desk.wrong(item, format!("the agenda's issue `{}` has no such choice", issue.name)));
        }
        let value = desk.number(item, "evaluation")?;
        if value.is_negative() {
            return Err(desk.wrong(item, "an evaluation below 0; 0 or more was expected"));
        }
        greatest = greatest.max(value.clone());
        evaluations.insert(label, value);
    }
    let order = listed.iter().map(|(label, _)| *label);
    if !order.eq(issue.choices.iter().map(|c| c.name.as_str())) && listed.len() == issue.choices.len() {
        desk.warnings.push(Warning::OrderDiffers { file: desk.file.to_owned(), issue: issue.name.clone() });
    }
    let void = number::parse(LEAST_EVALUATION).is_ok_and(|least| greatest < least);
    if void {
        desk.warnings.push(Warning::NothingCounts { file: desk.file.to_owned(), issue: issue.name.clone() });
    }
    let mut values = Vec::with_capacity(issue.choices.len());
    for choice in &issue.choices {
        let evaluation = evaluations
            .get(choice.name.as_str())
            .ok_or_else(|| desk.wrong(leaf.element, format!("no <item> for the choice `{}`", choice.name)))?;
        values.push(if void { Decimal::zero() } else { evaluation / &greatest });
    }
    Ok(values)
}

/// `slope * (x - lower bound) + offset`, kept between 0 and 1.
fn integer(issue: &Issue, leaf: &Leaf<'_>, desk: &Desk<'_>) -> Result<Vec<Decimal>> {
    let (low, high) = bounds(leaf, desk)?;
    let evaluator = leaf
        .element
        .all("evaluator")
        .next()
        .ok_or_else(|| desk.wrong(leaf.element, "an integer issue needs an <evaluator>"))?;
    match evaluator.attribute("ftype") {
        Some("linear") => {}
        other => {
            return Err(desk.wrong(
                evaluator,
                format!(
                    "the evaluator `{}`; for an integer issue `linear` is read",
                    exact::short(other.unwrap_or("without ftype"))
                ),
            ));
        }
    }
    let slope = desk.number(evaluator, "slope")?;
    let offset = desk.number(evaluator, "offset")?;
    let mut values = Vec::with_capacity(issue.choices.len());
    let mut x = low.clone();
    for choice in &issue.choices {
        if number::write(&x) != choice.name {
            break;
        }
        let value = &slope * (&x - &low) + &offset;
        values.push(value.clamp(Decimal::zero(), Decimal::one()));
        x += Decimal::one();
    }
    if values.len() != issue.choices.len() || x != high + Decimal::one() {
        return Err(desk.wrong(leaf.element, "the bounds differ from those of the agenda's issue"));
    }
    Ok(values)
}

fn note_objectives(tree: &Tree<'_>, weights: &BTreeMap<&str, Decimal>, desk: &mut Desk<'_>) {
    for objective in &tree.objectives {
        let index = objective.attribute("index");
        let weight = index.and_then(|index| weights.get(index));
        let taken = tree.leaves.iter().any(|leaf| leaf.index == index);
        if !taken && weight.is_some_and(|w| !w.is_one()) {
            desk.warnings.push(Warning::ObjectiveWeight {
                file: desk.file.to_owned(),
                objective: objective.attribute("name").unwrap_or("?").to_owned(),
            });
        }
    }
}

/// The last `<reservation>`; without one, 0.
fn reservation(root: &Element, desk: &mut Desk<'_>) -> Result<Decimal> {
    if root.all("reservation").count() > 1 {
        desk.repeated("<reservation>");
    }
    match root.all("reservation").last() {
        Some(element) => desk.number(element, "value"),
        None => {
            desk.warnings.push(Warning::NoReservation {
                file: desk.file.to_owned(),
                instead: "0 is taken, as GENIUS does".to_owned(),
            });
            Ok(Decimal::zero())
        }
    }
}

fn note_discount(root: &Element, desk: &mut Desk<'_>) -> Result<()> {
    if root.all("discount_factor").count() > 1 {
        desk.repeated("<discount_factor>");
    }
    let Some(element) = root.all("discount_factor").last() else {
        return Ok(());
    };
    let factor = desk.number(element, "value")?;
    // Out of (0, 1] GENIUS itself takes it for 1: no discount at all.
    if factor.is_positive() && factor < Decimal::one() {
        desk.warnings.push(Warning::DiscountIgnored { file: desk.file.to_owned(), factor: exact::shown(&factor) });
    }
    Ok(())
}
