//! JSON with exact numbers: every value knows its path, and keys given twice are noticed.
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::number::Decimal;

use super::exact;
use super::file::Text;
use super::warning::Warning;

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct Node<'j> {
    origin: &'j str,
    /// `issueWeights.Food`: keys from the root, joined by dots.
    path: String,
    value: &'j Value,
}

/// Parses a document. Nesting is bounded by serde_json (128 levels).
///
/// # Errors
/// Not JSON; with line and column.
pub(super) fn parse(origin: &str, text: &Text) -> Result<Value> {
    serde_json::from_str(&text.body).map_err(|e| {
        let line = e.line() + text.lines_before;
        Error::document(
            origin,
            format!("line {line}, column {}", e.column()),
            format!("{}; JSON was expected", plain(&e.to_string())),
        )
    })
}

/// The message without the position serde_json appends, which does not know of lines dropped before.
fn plain(message: &str) -> &str {
    message.split(" at line ").next().unwrap_or(message)
}

/// Notes keys that one object gives more than once; the parsed value holds the last.
pub(super) fn note_repeats(file: &str, text: &Text, warnings: &mut Vec<Warning>) {
    let found = RefCell::new(BTreeSet::new());
    let mut reader = serde_json::Deserializer::from_str(&text.body);
    // A document that cannot be read was reported by `parse` already.
    let _ = Repeats { found: &found }.deserialize(&mut reader);
    warnings.extend(
        found
            .into_inner()
            .into_iter()
            .map(|key| Warning::Repeated { file: file.to_owned(), what: format!("the key `{}`", exact::short(&key)) }),
    );
}

#[derive(Clone, Copy)]
struct Repeats<'r> {
    found: &'r RefCell<BTreeSet<String>>,
}

impl<'de> DeserializeSeed<'de> for Repeats<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> std::result::Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Repeats<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(key) = map.next_key::<String>()? {
            map.next_value_seed(self)?;
            if !seen.insert(key.clone()) {
                self.found.borrow_mut().insert(key);
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<(), A::Error> {
        while list.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> std::result::Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> std::result::Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> std::result::Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> std::result::Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> std::result::Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> std::result::Result<(), E> {
        Ok(())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, reader: D) -> std::result::Result<(), D::Error> {
        reader.deserialize_any(IgnoredAny).map(|_| ())
    }
}

impl<'j> Node<'j> {
    pub(super) fn root(origin: &'j str, value: &'j Value) -> Self {
        Node { origin, path: String::new(), value }
    }

    /// A complaint about this value.
    pub(super) fn wrong(&self, problem: impl Into<String>) -> Error {
        let place = if self.path.is_empty() { "the whole file".to_owned() } else { format!("`{}`", self.path) };
        Error::document(self.origin, place, problem)
    }

    fn expected<T>(&self, what: &str) -> Result<T> {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Err(self.wrong(format!("{what} was expected, not {found}")))
    }

    fn below(&self, key: &str, value: &'j Value) -> Self {
        let path =
            if self.path.is_empty() { exact::short(key) } else { format!("{}.{}", self.path, exact::short(key)) };
        Node { origin: self.origin, path, value }
    }

    /// The value under a key, unless absent or null.
    pub(super) fn maybe(&self, key: &str) -> Option<Node<'j>> {
        let value = self.value.as_object()?.get(key)?;
        (!value.is_null()).then(|| self.below(key, value))
    }

    /// The value under a key that must be there.
    pub(super) fn need(&self, key: &str) -> Result<Node<'j>> {
        if !self.value.is_object() {
            return self.expected("an object");
        }
        self.maybe(key).ok_or_else(|| self.wrong(format!("the key `{key}` is missing")))
    }

    /// Keys and values of an object, in file order.
    pub(super) fn entries(&self) -> Result<Vec<(&'j str, Node<'j>)>> {
        let Value::Object(map) = self.value else {
            return self.expected("an object");
        };
        Ok(map.iter().map(|(key, value)| (key.as_str(), self.below(key, value))).collect())
    }

    /// The elements of a list.
    pub(super) fn items(&self) -> Result<Vec<Node<'j>>> {
        let Value::Array(items) = self.value else {
            return self.expected("a list");
        };
        Ok(items.iter().enumerate().map(|(i, value)| self.below(&(i + 1).to_string(), value)).collect())
    }

    /// A number, read exactly from its text.
    pub(super) fn number(&self) -> Result<Decimal> {
        let Value::Number(number) = self.value else {
            return self.expected("a number");
        };
        exact::decimal(&number.to_string()).map_err(|e| self.wrong(e))
    }

    /// A name: a text, or a number taken by its spelling.
    pub(super) fn name(&self) -> Result<String> {
        match self.value {
            Value::String(text) => Ok(text.clone()),
            Value::Number(number) => Ok(number.to_string()),
            _ => self.expected("a text or a number"),
        }
    }

    /// A number, or a text that spells one.
    pub(super) fn number_or_text(&self) -> Result<Decimal> {
        match self.value {
            Value::String(text) => exact::decimal(text).map_err(|e| self.wrong(e)),
            _ => self.number(),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;
    use crate::formats::file;
    use crate::number;

    fn text(body: &str) -> Text {
        file::decode("x.json", body.as_bytes()).unwrap()
    }

    #[test]
    fn numbers_keep_every_digit() {
        let value = parse("x.json", &text("{\"a\": 0.10000000000000000000000000001}")).unwrap();
        let root = Node::root("x.json", &value);
        assert_eq!(number::write(&root.need("a").unwrap().number().unwrap()), "0.10000000000000000000000000001");
    }

    #[test]
    fn repeated_keys_are_noticed_at_any_depth_and_numbers_are_no_keys() {
        let mut warnings = Vec::new();
        note_repeats(
            "x.json",
            &text("{\"a\": [{\"b\": 1.5, \"b\": 2e3, \"c\": null}], \"d\": true, \"e\": \"t\"}"),
            &mut warnings,
        );
        assert_eq!(warnings.len(), 1);
        assert!(warnings[0].to_string().contains("`b`"), "{}", warnings[0]);
    }

    #[test]
    fn complaints_name_line_or_path() {
        let error = parse("x.json", &text("\n\n{\"a\": }")).unwrap_err().to_string();
        assert!(error.contains("line 3"), "{error}");
        let value = parse("x.json", &text("{\"a\": {\"b\": \"t\"}}")).unwrap();
        let root = Node::root("x.json", &value);
        let error = root.need("a").unwrap().need("b").unwrap().number().unwrap_err();
        assert!(error.to_string().contains("`a.b`"), "{error}");
        assert!(error.to_string().contains("not a text"), "{error}");
    }

    #[test]
    fn deep_nesting_is_refused() {
        assert!(parse("x.json", &text(&"[".repeat(100_000))).is_err());
    }
}
