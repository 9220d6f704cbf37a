//! Writing TOML by hand, so that a document always comes out byte for byte the same.
use num_traits::Signed;

use crate::number::{self, Decimal};

/// A text in quotes.
pub(crate) fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A key: bare where TOML allows it, else in quotes.
pub(crate) fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if bare { name.to_owned() } else { text(name) }
}

/// An array of texts.
pub(crate) fn texts<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<String> = values.into_iter().map(text).collect();
    format!("[{}]", all.join(", "))
}

/// A number: plain where every TOML reader keeps it exactly, else as a text.
pub(crate) fn number(value: &Decimal) -> String {
    let spelling = number::write(&value.abs());
    let digits = spelling.bytes().filter(u8::is_ascii_digit).count();
    let plain = number::write(value);
    if digits <= 15 && !spelling.contains('/') { plain } else { text(&plain) }
}

/// An inline table of keys and ready-made values.
pub(crate) fn inline(entries: impl IntoIterator<Item = (String, String)>) -> String {
    let all: Vec<String> = entries.into_iter().map(|(name, value)| format!("{} = {value}", key(&name))).collect();
    if all.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", all.join(", ")) }
}
