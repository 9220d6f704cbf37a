//! One TOML table with its place in the file, so that every complaint names a line; numbers stay exact.
use num_traits::Signed;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Result};
use crate::number::{self, Decimal};

/// The text a table comes from.
#[derive(Clone, Copy)]
pub(crate) struct Source<'t> {
    pub(crate) origin: &'t str,
    pub(crate) text: &'t str,
}

/// A table inside a document.
#[derive(Clone)]
pub(crate) struct Table<'t> {
    source: Source<'t>,
    path: String,
    line: usize,
    entries: &'t DeTable<'t>,
}

/// A value inside a document.
#[derive(Clone)]
pub(crate) struct Value<'t> {
    source: Source<'t>,
    path: String,
    line: usize,
    value: &'t DeValue<'t>,
}

/// Parses a whole document and hands its root table to `then`.
pub(crate) fn with_root<T>(text: &str, origin: &str, then: impl FnOnce(Table<'_>) -> Result<T>) -> Result<T> {
    let source = Source { origin, text };
    let root = DeTable::parse(text).map_err(|e| {
        let line = e.span().map_or(1, |span| line_of(text, span.start));
        Error::document(origin, format!("line {line}"), e.message().trim())
    })?;
    then(Table { source, path: String::new(), line: 1, entries: root.get_ref() })
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    before.iter().filter(|b| **b == b'\n').count() + 1
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

impl<'t> Table<'t> {
    /// A complaint about this table.
    pub(crate) fn refuse(&self, problem: impl Into<String>) -> Error {
        complaint(self.source, self.line, &self.path, problem)
    }

    /// The keys, in the order of their spelling.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'t str> {
        self.entries.keys().map(|key| key.get_ref().as_ref())
    }

    /// Refuses every key that is not listed: a misspelt red line must not vanish.
    pub(crate) fn only(&self, known: &[&str]) -> Result<()> {
        for key in self.entries.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let line = line_of(self.source.text, key.span().start);
                return Err(complaint(
                    self.source,
                    line,
                    &join(&self.path, name),
                    format!("unknown entry; known here: {}", known.join(", ")),
                ));
            }
        }
        Ok(())
    }

    pub(crate) fn value(&self, key: &str) -> Option<Value<'t>> {
        let spanned: &'t Spanned<DeValue<'t>> = self.entries.get(key)?;
        Some(Value {
            source: self.source,
            path: join(&self.path, key),
            line: line_of(self.source.text, spanned.span().start),
            value: spanned.get_ref(),
        })
    }

    pub(crate) fn text(&self, key: &str) -> Result<Option<String>> {
        self.value(key).map(|v| v.text()).transpose()
    }

    pub(crate) fn need_text(&self, key: &str) -> Result<String> {
        self.text(key)?.ok_or_else(|| self.refuse(format!("the entry `{key}` is missing")))
    }

    pub(crate) fn number(&self, key: &str) -> Result<Option<Decimal>> {
        self.value(key).map(|v| v.number()).transpose()
    }

    pub(crate) fn truth(&self, key: &str) -> Result<Option<bool>> {
        self.value(key).map(|v| v.truth()).transpose()
    }

    pub(crate) fn table(&self, key: &str) -> Result<Option<Table<'t>>> {
        self.value(key).map(|v| v.table()).transpose()
    }

    /// An array of tables (`[[key]]`); absent means none.
    pub(crate) fn tables(&self, key: &str) -> Result<Vec<Table<'t>>> {
        let Some(value) = self.value(key) else {
            return Ok(Vec::new());
        };
        value.items()?.iter().map(Value::table).collect()
    }

    /// One text or an array of texts; absent means none.
    pub(crate) fn texts(&self, key: &str) -> Result<Vec<String>> {
        self.value(key).map_or(Ok(Vec::new()), |v| v.texts())
    }
}

impl<'t> Value<'t> {
    pub(crate) fn refuse(&self, problem: impl Into<String>) -> Error {
        complaint(self.source, self.line, &self.path, problem)
    }

    fn expected<T>(&self, what: &str) -> Result<T> {
        Err(self.refuse(format!("{what} was expected, not {}", self.value.type_str())))
    }

    pub(crate) fn text(&self) -> Result<String> {
        match self.value {
            DeValue::String(text) => Ok(text.to_string()),
            _ => self.expected("a text in quotes"),
        }
    }

    fn truth(&self) -> Result<bool> {
        match self.value {
            DeValue::Boolean(truth) => Ok(*truth),
            _ => self.expected("true or false"),
        }
    }

    /// A number, or a text that spells one (`"1/3"`).
    pub(crate) fn number(&self) -> Result<Decimal> {
        let spelling = match self.value {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(n) if n.radix() == 10 => n.as_str().to_owned(),
            DeValue::Float(x) => x.as_str().to_owned(),
            _ => return self.expected("a number"),
        };
        number::parse(&spelling).map_err(|e| self.refuse(e.to_string()))
    }

    /// A whole number from 0 to `most`.
    pub(crate) fn count(&self, most: u32) -> Result<u32> {
        let number = self.number()?;
        let small =
            (number.is_integer() && !number.is_negative()).then(|| u32::try_from(number.to_integer()).ok()).flatten();
        match small {
            Some(n) if n <= most => Ok(n),
            _ => {
                Err(self
                    .refuse(format!("a whole number from 0 to {most} was expected, not {}", number::write(&number))))
            }
        }
    }

    pub(crate) fn table(&self) -> Result<Table<'t>> {
        match self.value {
            DeValue::Table(entries) => {
                Ok(Table { source: self.source, path: self.path.clone(), line: self.line, entries })
            }
            _ => self.expected("a table"),
        }
    }

    pub(crate) fn items(&self) -> Result<Vec<Value<'t>>> {
        let DeValue::Array(items) = self.value else {
            return self.expected("an array");
        };
        Ok(items
            .iter()
            .enumerate()
            .map(|(i, spanned)| Value {
                source: self.source,
                path: format!("{}[{}]", self.path, i + 1),
                line: line_of(self.source.text, spanned.span().start),
                value: spanned.get_ref(),
            })
            .collect())
    }

    pub(crate) fn texts(&self) -> Result<Vec<String>> {
        match self.value {
            DeValue::String(text) => Ok(vec![text.to_string()]),
            DeValue::Array(_) => self.items()?.iter().map(Value::text).collect(),
            _ => self.expected("a text or an array of texts"),
        }
    }
}

fn complaint(source: Source<'_>, line: usize, path: &str, problem: impl Into<String>) -> Error {
    let place = if path.is_empty() { format!("line {line}") } else { format!("line {line}, `{path}`") };
    Error::document(source.origin, place, problem)
}
