//! The NegMAS domain: a Cartesian outcome space of discrete issues.
use std::path::Path;

use num_traits::One;
use serde::Deserialize;

use crate::agenda::{Agenda, Issue};
use crate::error::{Error, Result};
use crate::formats::warning::Warning;
use crate::formats::{exact, file, limits, sheet};
use crate::number::Decimal;

use super::scalar::{class, parse};

#[derive(Deserialize)]
struct Domain {
    #[serde(rename = "type", alias = "__python_class__")]
    kind: Option<String>,
    issues: Vec<RawIssue>,
}

#[derive(Deserialize)]
struct RawIssue {
    name: String,
    #[serde(rename = "type", alias = "__python_class__")]
    kind: Option<String>,
    values: Vec<String>,
}

/// The agenda of a domain file.
pub(in crate::formats) fn read_agenda(path: &Path, name: &str, warnings: &mut Vec<Warning>) -> Result<Agenda> {
    let text = file::read_noting(path, warnings)?;
    let origin = path.display().to_string();
    let domain: Domain = parse(&origin, &text)?;
    if let Some(kind) = &domain.kind
        && !matches!(class(kind), "DiscreteCartesianOutcomeSpace" | "CartesianOutcomeSpace")
    {
        return Err(refused(&origin, "the outcome space", kind));
    }
    if domain.issues.len() > limits::ISSUES {
        return Err(Error::document(
            origin,
            "`issues`",
            format!("{} issues; at most {} are read", domain.issues.len(), limits::ISSUES),
        ));
    }
    let issues: Result<Vec<Issue>> = domain.issues.iter().map(|raw| issue(&origin, raw)).collect();
    sheet::agenda(&origin, name, issues?, 1)
}

/// What is recognised by its type and not read.
pub(super) fn refused(origin: &str, what: &str, kind: &str) -> Error {
    Error::Format(format!(
        "{origin}: {what} of the NegMAS type `{}` is recognised but not read",
        exact::short(class(kind))
    ))
}

fn issue(origin: &str, raw: &RawIssue) -> Result<Issue> {
    let place = format!("issue `{}`", exact::short(&raw.name));
    let kind = raw.kind.as_deref().unwrap_or("CategoricalIssue");
    let made = match class(kind) {
        "ContiguousIssue" => {
            let [low, high] = raw.values.as_slice() else {
                return Err(Error::document(
                    origin,
                    place,
                    format!("`values` holds {} entries; [lowest, highest] was expected", raw.values.len()),
                ));
            };
            contiguous(&raw.name, low, high)
        }
        "CategoricalIssue" | "OrdinalIssue" | "CardinalIssue" | "DiscreteOrdinalIssue" | "DiscreteCardinalIssue" => {
            let mut draft = sheet::Draft::new(&raw.name);
            let twice = raw.values.iter().find(|label| !draft.add(label));
            match twice {
                Some(label) => Err(format!("the value `{}` appears twice", exact::short(label))),
                None => draft.finish(),
            }
        }
        _ => {
            return Err(refused(&format!("{origin}: {place}"), "an issue", kind));
        }
    };
    made.map_err(|e| Error::document(origin, place, e))
}

fn contiguous(name: &str, low: &str, high: &str) -> std::result::Result<Issue, String> {
    let (low, high) = (exact::decimal(low)?, exact::decimal(high)?);
    if !low.is_integer() || !high.is_integer() {
        return Err("the bounds of a ContiguousIssue must be whole numbers".to_owned());
    }
    sheet::range_issue(name, &low, &high, &Decimal::one())
}
