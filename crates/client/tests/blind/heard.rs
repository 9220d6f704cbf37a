//! The relay's view of a dialogue as lines that can be compared: requests, answers, rows; with everything that differs
//! between any two dialogues (ids, tokens, ciphertext, dates) replaced by its size and its place of first appearance.
use std::collections::HashMap;
use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use super::forwarder::{Piece, streams};

/// Random names by their first appearance.
#[derive(Default)]
pub(crate) struct Names(HashMap<String, usize>);

impl Names {
    /// The text with every run of 32 or more hexadecimal digits replaced.
    fn replace(&mut self, text: &str) -> String {
        let (mut out, mut digits) = (String::new(), String::new());
        for sign in text.chars().chain(['\n']) {
            if sign.is_ascii_hexdigit() {
                digits.push(sign);
                continue;
            }
            if digits.len() >= 32 {
                let (length, next) = (digits.len(), self.0.len());
                let place = *self.0.entry(std::mem::take(&mut digits)).or_insert(next);
                out.push_str(&format!("<{length} digits, no. {place}>"));
            } else {
                out.push_str(&std::mem::take(&mut digits));
            }
            out.push(sign);
        }
        out
    }
}

/// One HTTP message.
struct Message {
    head: String,
    body: Vec<u8>,
    bytes: usize,
}

/// The messages of one way of a connection.
fn messages(mut bytes: &[u8]) -> Vec<Message> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let lower = head.to_lowercase();
        assert!(!lower.contains("transfer-encoding"), "{head}");
        let length = lower.lines().find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.trim().parse().unwrap());
        let body = bytes[end..end + length].to_vec();
        bytes = &bytes[end + length..];
        found.push(Message { head, body, bytes: end + length });
    }
    found
}

/// Requests and answers in order, a line each. Whoever asks waits for the answer before somebody else asks.
pub(crate) fn lines(pieces: &[Piece], names: &mut Names) -> Vec<String> {
    let mut lines = Vec::new();
    let mut pieces = pieces;
    while let Some(first) = pieces.first() {
        // A turn: what passes on one connection before another one is used.
        let turn = pieces.iter().position(|piece| piece.connection != first.connection).unwrap_or(pieces.len());
        let (now, later) = pieces.split_at(turn);
        let ways = streams(now);
        let way = |up| messages(ways.get(&(first.connection, up)).map_or(&[], Vec::as_slice));
        let (asked, answered) = (way(true), way(false));
        assert_eq!(asked.len(), answered.len(), "every request has its answer before somebody else asks");
        for (request, answer) in asked.iter().zip(&answered) {
            lines.push(format!("{} -> {}", line(request, names), line(answer, names)));
        }
        pieces = later;
    }
    lines
}

fn line(message: &Message, names: &mut Names) -> String {
    let head: Vec<&str> = message.head.lines().filter(|line| !line.is_empty()).collect();
    let head: Vec<String> = head
        .iter()
        .map(|line| match line.split_once(": ") {
            Some(("date", date)) => format!("date: <{} signs>", date.len()),
            // A port of this test's.
            Some(("host", host)) => format!("host: {}", host.split(':').next().unwrap_or_default()),
            _ => names.replace(line).trim().to_owned(),
        })
        .collect();
    let body = match std::str::from_utf8(&message.body) {
        Ok(text) if text.len() < 1_000 => names.replace(text).trim().to_owned(),
        _ => format!("<{} bytes>", message.body.len()),
    };
    format!("{} | {body} | {} bytes in all", head.join(" ; "), message.bytes)
}

/// How many blocks each append had.
pub(crate) fn appends(pieces: &[Piece]) -> Vec<usize> {
    let up = streams(pieces).into_iter().filter(|((_, up), _)| *up);
    let requests = up.flat_map(|(_, bytes)| messages(&bytes));
    let appends = requests.filter(|one| one.head.starts_with("POST ") && one.head.contains("/blocks"));
    appends.map(|one| envelope::Block::count(one.body.len()).unwrap()).collect()
}

/// Every row of every table of the relay's: whole numbers as they are, but for times; of bytes, how many.
pub(crate) fn rows(database: &Path) -> Vec<String> {
    let connection = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut lines = Vec::new();
    for table in tables.iter().filter(|table| !table.starts_with("_sqlx")) {
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let cell = |(at, column): (usize, &String)| match row.get_ref(at).unwrap() {
                ValueRef::Integer(_) if column.ends_with("_at") => format!("{column}: a time"),
                ValueRef::Blob(bytes) => format!("{column}: {} bytes", bytes.len()),
                other => format!("{column}: {other:?}"),
            };
            let cells: Vec<String> = columns.iter().enumerate().map(cell).collect();
            lines.push(format!("{table}: {}", cells.join(", ")));
        }
    }
    // Rows stand in the order of random names.
    lines.sort();
    lines
}
