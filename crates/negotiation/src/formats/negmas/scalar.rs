//! YAML without floats: texts, lists and maps of texts, and what kind of document it is.
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::error::{Error, Result};
use crate::formats::file::Text;

/// Pairs of a map, or elements of a list.
#[derive(Debug, Clone)]
pub(super) enum Many<T> {
    List(Vec<T>),
    Map(Vec<(String, T)>),
}

struct ManyVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ManyVisitor<T> {
    type Value = Many<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a map")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<Many<T>, A::Error> {
        let mut all = Vec::new();
        while let Some(one) = list.next_element()? {
            all.push(one);
        }
        Ok(Many::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Many<T>, A::Error> {
        let mut all = Vec::new();
        while let Some(entry) = map.next_entry()? {
            all.push(entry);
        }
        Ok(Many::Map(all))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> std::result::Result<Self, D::Error> {
        reader.deserialize_any(ManyVisitor(PhantomData))
    }
}

/// What the top of a document says of its kind.
#[derive(Debug, Deserialize)]
pub(in crate::formats) struct Head {
    #[serde(rename = "type", alias = "__python_class__")]
    pub(in crate::formats) kind: Option<String>,
    pub(in crate::formats) issues: Option<IgnoredAny>,
}

impl Head {
    /// The class without its modules: `LinearAdditiveUtilityFunction`.
    pub(in crate::formats) fn class(&self) -> &str {
        class(self.kind.as_deref().unwrap_or(""))
    }
}

/// The last part of a dotted class name.
pub(super) fn class(kind: &str) -> &str {
    kind.rsplit('.').next().unwrap_or(kind)
}

/// Reads the top of a document; `None` for what is no YAML map.
pub(in crate::formats) fn head(text: &Text) -> Option<Head> {
    serde_saphyr::from_str(&text.body).ok()
}

/// Parses a document into a typed shape.
///
/// # Errors
/// Not YAML, or of another shape; with line and column.
pub(super) fn parse<T: DeserializeOwned>(origin: &str, text: &Text) -> Result<T> {
    serde_saphyr::from_str(&text.body).map_err(|e| {
        let place = e.location().map_or_else(
            || "the whole file".to_owned(),
            |at| {
                let line = at.line() + text.lines_before as u64;
                format!("line {line}, column {}", at.column())
            },
        );
        let said = e.without_snippet().to_string();
        // The library repeats its place in front of the message.
        let said = said.strip_prefix("error: ").unwrap_or(&said);
        let said = match said.strip_prefix("line ").and_then(|rest| rest.split_once(": ")) {
            Some((_, message)) => message,
            None => said,
        };
        Error::document(origin, place, format!("{}; a NegMAS document in YAML was expected", said.trim()))
    })
}
