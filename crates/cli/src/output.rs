//! What reaches the terminal: text in one piece, JSON with integers every reader keeps.
use std::io::{ErrorKind, Write};

use serde_json::Value;

/// From here on JSON readers with floating-point numbers lose integers.
const SAFE: u64 = 1 << 53;

/// Writes a text to standard output; a reader that has gone away is no error.
pub(crate) fn say(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(plain(text).as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => Ok(done?),
    }
}

/// Writes one JSON object and a line end to standard output.
pub(crate) fn say_json(value: &Value) -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    say(&text)
}

/// Writes a line to standard error; there is nowhere to tell if that fails.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", plain(line));
}

/// The text without control characters: a name in somebody's file must not rewrite what a terminal shows.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// A count as JSON: a number up to 2^53, above as a string.
pub(crate) fn count(n: u64) -> Value {
    if n <= SAFE { Value::from(n) } else { Value::from(n.to_string()) }
}

/// A number as people read it: at most four decimals, none where it is whole.
pub(crate) fn short(x: f64) -> String {
    let text = format!("{x:.4}");
    match text.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".to_owned(),
        trimmed => trimmed.to_owned(),
    }
}

/// Columns of text, padded to their widest cell; the first `left` columns are flush left.
pub(crate) fn columns(rows: &[Vec<String>], left: usize) -> String {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            let width = cell.chars().count();
            match widths.get_mut(at) {
                Some(widest) => *widest = width.max(*widest),
                None => widths.push(width),
            }
        }
    }
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if at > 0 {
                line.push_str("  ");
            }
            let space = " ".repeat(width.saturating_sub(cell.chars().count()));
            if at < left {
                line.push_str(cell);
                line.push_str(&space);
            } else {
                line.push_str(&space);
                line.push_str(cell);
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
