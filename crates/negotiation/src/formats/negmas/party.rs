//! The NegMAS utility function of one side.
use std::fmt;
use std::path::Path;

use num_traits::{One, Signed, Zero};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::agenda::Agenda;
use crate::error::{Error, Result};
use crate::formats::sheet::{self, RedLine, Sheet};
use crate::formats::warning::Warning;
use crate::formats::{exact, file};
use crate::number::Decimal;
use crate::position::Position;

use super::domain::refused;
use super::scalar::{Many, class, parse};
use super::value::{Fun, NoValues, choice_at};

/// Entries that describe the file and bear on no outcome.
const HARMLESS: [&str; 6] = ["name", "id", "outcome_space", "issues", "owner", "stability"];

#[derive(Default)]
struct Party {
    kind: String,
    reserved_value: Option<String>,
    reserved_outcome: Option<Many<String>>,
    weights: Option<Many<String>>,
    values: Option<Many<Fun>>,
    bias: Option<String>,
    discount: Option<String>,
    constraints: Option<Many<IgnoredAny>>,
    unknown: Vec<String>,
}

struct PartyVisitor;

impl<'de> Visitor<'de> for PartyVisitor {
    type Value = Party;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a utility function: a map with a `type`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Party, A::Error> {
        let mut party = Party::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" | "__python_class__" => party.kind = map.next_value()?,
                "reserved_value" => party.reserved_value = map.next_value()?,
                "reserved_outcome" => party.reserved_outcome = map.next_value()?,
                "weights" => party.weights = map.next_value()?,
                "values" if additive(&party.kind) => party.values = map.next_value()?,
                "bias" => party.bias = map.next_value()?,
                "discount_factor" | "discount" => party.discount = map.next_value()?,
                "constraints" => party.constraints = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    if !HARMLESS.contains(&key.as_str()) {
                        party.unknown.push(key);
                    }
                }
            }
        }
        Ok(party)
    }
}

impl<'de> Deserialize<'de> for Party {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> std::result::Result<Self, D::Error> {
        reader.deserialize_map(PartyVisitor)
    }
}

/// Whether the class is read; before the class is known its values are read as if it were.
fn additive(kind: &str) -> bool {
    matches!(class(kind), "" | "LinearAdditiveUtilityFunction")
}

/// Reads one utility function against the agenda.
pub(in crate::formats) fn read_position(agenda: &Agenda, path: &Path, warnings: &mut Vec<Warning>) -> Result<Position> {
    let text = file::read_noting(path, warnings)?;
    let origin = path.display().to_string();
    if let Some(head) = super::head(&text)
        && !additive(head.class())
    {
        return Err(refused(&origin, "a utility function", head.class()));
    }
    let party: Party = parse(&origin, &text)?;
    let reader = Reader { agenda, origin: &origin, file: &file::name(path), party: &party };
    reader.sheet(warnings)?.position(&origin)
}

struct Reader<'a> {
    agenda: &'a Agenda,
    origin: &'a str,
    file: &'a str,
    party: &'a Party,
}

impl Reader<'_> {
    fn wrong(&self, place: &str, problem: impl Into<String>) -> Error {
        Error::document(self.origin, format!("`{place}`"), problem)
    }

    fn sheet(&self, warnings: &mut Vec<Warning>) -> Result<Sheet> {
        let party = self.party;
        if !additive(&party.kind) || party.kind.is_empty() {
            return Err(self.wrong("type", "LinearAdditiveUtilityFunction was expected"));
        }
        let constrained = match &party.constraints {
            None => false,
            Some(Many::List(all)) => !all.is_empty(),
            Some(Many::Map(all)) => !all.is_empty(),
        };
        if constrained {
            return Err(refused(self.origin, "a utility function with constraints", &party.kind));
        }
        for entry in &party.unknown {
            warnings.push(Warning::UnknownEntry { file: self.file.to_owned(), entry: exact::short(entry) });
        }
        self.note_discount(warnings)?;
        let weights = self.weights()?;
        let rows = self.rows(&weights)?;
        sheet::check_weights(self.file, &weights, warnings);
        let bias = match &party.bias {
            Some(text) => exact::decimal(text).map_err(|e| self.wrong("bias", e))?,
            None => Decimal::zero(),
        };
        let red_line = self.red_line(&rows, &bias, warnings)?;
        self.note_scale(&rows, &bias, &red_line, warnings);
        Ok(Sheet::new(self.file, rows, bias, None, red_line, warnings))
    }

    /// Elements by issue: a list in agenda order, or a map by name.
    fn by_issue<'m, T>(&self, place: &str, many: &'m Many<T>) -> Result<Vec<Option<&'m T>>> {
        let issues = self.agenda.issues();
        match many {
            Many::List(all) if all.len() == issues.len() => Ok(all.iter().map(Some).collect()),
            Many::List(all) => {
                Err(self.wrong(place, format!("{} entries; {} were expected, one per issue", all.len(), issues.len())))
            }
            Many::Map(all) => {
                if let Some((name, _)) = all.iter().find(|(n, _)| self.agenda.issue_index(n).is_err()) {
                    return Err(self.wrong(place, format!("the agenda has no issue `{}`", exact::short(name))));
                }
                Ok(issues.iter().map(|issue| all.iter().find(|(n, _)| *n == issue.name).map(|(_, one)| one)).collect())
            }
        }
    }

    /// Weights, 1 where none is given, as NegMAS has it.
    fn weights(&self) -> Result<Vec<Decimal>> {
        let Some(weights) = &self.party.weights else {
            return Ok(vec![Decimal::one(); self.agenda.issues().len()]);
        };
        self.by_issue("weights", weights)?
            .into_iter()
            .map(|weight| match weight {
                None => Ok(Decimal::one()),
                Some(text) => exact::decimal(text).map_err(|e| self.wrong("weights", e)),
            })
            .collect()
    }

    fn rows(&self, weights: &[Decimal]) -> Result<Vec<Vec<Decimal>>> {
        let Some(values) = &self.party.values else {
            return Err(self.wrong("values", "missing; one value function per issue was expected"));
        };
        let funs = self.by_issue("values", values)?;
        let mut rows = Vec::with_capacity(weights.len());
        for ((issue, fun), weight) in self.agenda.issues().iter().zip(funs).zip(weights) {
            let place = format!("values, issue {}", exact::short(&issue.name));
            let Some(fun) = fun else {
                return Err(self.wrong(&place, "no value function for this issue"));
            };
            let values = fun.values(issue).map_err(|e| match e {
                NoValues::Wrong(problem) => self.wrong(&place, problem),
                NoValues::Refused(kind) => refused(&format!("{}: `{place}`", self.origin), "a value function", &kind),
            })?;
            rows.push(values.into_iter().map(|v| v * weight).collect());
        }
        Ok(rows)
    }

    fn red_line(&self, rows: &[Vec<Decimal>], bias: &Decimal, warnings: &mut Vec<Warning>) -> Result<RedLine> {
        let file = self.file.to_owned();
        if let Some(text) = &self.party.reserved_value {
            if self.party.reserved_outcome.is_some() {
                warnings.push(Warning::TwoReservations { file: file.clone() });
            }
            if !matches!(text.trim(), "-.inf" | "-.Inf" | "-.INF" | "-inf" | "-Infinity") {
                let value = exact::decimal(text).map_err(|e| self.wrong("reserved_value", e))?;
                return Ok(RedLine::At(value));
            }
        } else if let Some(outcome) = &self.party.reserved_outcome {
            return self.utility_of(outcome, rows, bias).map(RedLine::At);
        }
        warnings.push(Warning::NoReservation {
            file,
            instead: "every package is acceptable, and gains count from the worst one".to_owned(),
        });
        Ok(RedLine::Worst)
    }

    fn utility_of(&self, outcome: &Many<String>, rows: &[Vec<Decimal>], bias: &Decimal) -> Result<Decimal> {
        let picks = self.by_issue("reserved_outcome", outcome)?;
        let mut utility = bias.clone();
        for ((issue, label), row) in self.agenda.issues().iter().zip(picks).zip(rows) {
            let value =
                label.and_then(|label| choice_at(issue, label)).and_then(|at| row.get(at)).ok_or_else(|| {
                    self.wrong(
                        "reserved_outcome",
                        format!("no value of issue `{}` that the agenda has", exact::short(&issue.name)),
                    )
                })?;
            utility += value;
        }
        Ok(utility)
    }

    /// The mark of a profile imported from another scale: values in tens, red line below 1.
    fn note_scale(&self, rows: &[Vec<Decimal>], bias: &Decimal, red_line: &RedLine, warnings: &mut Vec<Warning>) {
        let RedLine::At(reservation) = red_line else {
            return;
        };
        let (worst, best) = Sheet::range(rows, bias);
        let small = !reservation.is_negative() && *reservation <= Decimal::one();
        if small && (best > Decimal::one() || worst.is_negative()) {
            warnings.push(Warning::ScaleMismatch {
                file: self.file.to_owned(),
                range: format!("from {} to {}", exact::shown(&worst), exact::shown(&best)),
            });
        }
    }

    fn note_discount(&self, warnings: &mut Vec<Warning>) -> Result<()> {
        let Some(text) = &self.party.discount else {
            return Ok(());
        };
        let factor = exact::decimal(text).map_err(|e| self.wrong("discount_factor", e))?;
        if !factor.is_one() {
            warnings.push(Warning::DiscountIgnored { file: self.file.to_owned(), factor: exact::shown(&factor) });
        }
        Ok(())
    }
}
