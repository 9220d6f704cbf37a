//! Value functions of one issue: a table, or an affine function of a number.
use std::collections::BTreeMap;
use std::fmt;

use num_traits::{One, Zero};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::agenda::Issue;
use crate::formats::exact;
use crate::number::Decimal;

use super::scalar::{Many, class};

/// A value function as the file spells it.
#[derive(Debug, Default)]
pub(super) struct Fun {
    kind: String,
    mapping: Option<Many<String>>,
    slope: Option<String>,
    bias: Option<String>,
    unknown: Vec<String>,
}

struct FunVisitor;

impl<'de> Visitor<'de> for FunVisitor {
    type Value = Fun;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value function: a map with a `type`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fun, A::Error> {
        let mut fun = Fun::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" | "__python_class__" => fun.kind = map.next_value()?,
                "mapping" => fun.mapping = Some(map.next_value()?),
                "slope" => fun.slope = map.next_value()?,
                "bias" => fun.bias = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    fun.unknown.push(key);
                }
            }
        }
        Ok(fun)
    }
}

impl<'de> Deserialize<'de> for Fun {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(FunVisitor)
    }
}

/// Why a function gives no values.
pub(super) enum NoValues {
    /// A type that is recognised and not read.
    Refused(String),
    Wrong(String),
}

impl Fun {
    /// One value per choice, in agenda order.
    pub(super) fn values(&self, issue: &Issue) -> Result<Vec<Decimal>, NoValues> {
        let kind = class(&self.kind);
        if let Some(key) = self.unknown.first() {
            return Err(NoValues::Wrong(format!("`{}` is not an entry of {kind} that is read", exact::short(key))));
        }
        match kind {
            "TableFun" => self.table(issue).map_err(NoValues::Wrong),
            "LinearFun" | "AffineFun" | "IdentityFun" | "ConstFun" => self.affine(kind, issue).map_err(NoValues::Wrong),
            "" => Err(NoValues::Wrong("the `type` of the function is missing".to_owned())),
            other => Err(NoValues::Refused(other.to_owned())),
        }
    }

    fn table(&self, issue: &Issue) -> Result<Vec<Decimal>, String> {
        let Some(Many::Map(pairs)) = &self.mapping else {
            return Err("a TableFun needs a `mapping` from values to numbers".to_owned());
        };
        let mut by_label: BTreeMap<String, Decimal> = BTreeMap::new();
        for (label, value) in pairs {
            let value = exact::decimal(value).map_err(|e| format!("`{}`: {e}", exact::short(label)))?;
            by_label.insert(canonical(label), value);
        }
        let mut values = Vec::with_capacity(issue.choices.len());
        for choice in &issue.choices {
            let value = by_label
                .remove(&canonical(&choice.name))
                .ok_or_else(|| format!("the mapping has no entry for `{}`", exact::short(&choice.name)))?;
            values.push(value);
        }
        match by_label.keys().next() {
            Some(extra) => Err(format!(
                "the mapping has an entry for `{}`, which the agenda's issue does not have",
                exact::short(extra)
            )),
            None => Ok(values),
        }
    }

    fn affine(&self, kind: &str, issue: &Issue) -> Result<Vec<Decimal>, String> {
        let number = |key: &str, text: &Option<String>| match text {
            Some(text) => exact::decimal(text).map_err(|e| format!("`{key}`: {e}")),
            None => Err(format!("{kind} needs `{key}`")),
        };
        let or_zero = |key: &str, text: &Option<String>| match text {
            Some(_) => number(key, text),
            None => Ok(Decimal::zero()),
        };
        let (slope, bias) = match kind {
            "IdentityFun" => (Decimal::one(), Decimal::zero()),
            "ConstFun" => {
                let bias = number("bias", &self.bias)?;
                return Ok(vec![bias; issue.choices.len()]);
            }
            "LinearFun" if self.bias.is_some() => {
                return Err("a LinearFun has no `bias`; an AffineFun has".to_owned());
            }
            _ => (number("slope", &self.slope)?, or_zero("bias", &self.bias)?),
        };
        issue
            .choices
            .iter()
            .map(|choice| {
                let x = exact::decimal(&choice.name)
                    .map_err(|_| format!("{kind} values numbers, but `{}` is none", exact::short(&choice.name)))?;
                Ok(x * &slope + &bias)
            })
            .collect()
    }
}

/// Numbers compare by value (2.50 and 2.5 are one), all else by spelling.
fn canonical(label: &str) -> String {
    match exact::decimal(label) {
        Ok(number) => crate::number::write(&number),
        Err(_) => label.to_owned(),
    }
}

/// The position of a label among an issue's choices.
pub(super) fn choice_at(issue: &Issue, label: &str) -> Option<usize> {
    let wanted = canonical(label);
    issue.choices.iter().position(|c| canonical(&c.name) == wanted)
}
