//! One's own positions, what enters each question, attempts at runs, and answers.

use negotiation::circuit::Answer;
use rusqlite::{OptionalExtension as _, Transaction, params};
use zeroize::Zeroizing;

use crate::error::Result;

/// A position, a draft or sealed.
pub(crate) struct PositionRow {
    /// The document as its owner wrote it.
    pub(crate) document: Zeroizing<String>,
    /// How a file of its kind is named at its end.
    pub(crate) extension: String,
    /// The salt of its seal.
    pub(crate) salt: Zeroizing<[u8; 32]>,
    /// From which the coins of every question are made.
    pub(crate) coins: Zeroizing<[u8; 32]>,
    /// Whether it is sealed, and so fixed.
    pub(crate) sealed: bool,
}

/// The position for a version of the agenda.
pub(crate) fn position(tx: &Transaction<'_>, version: u32) -> Result<Option<PositionRow>> {
    let mut statement =
        tx.prepare_cached("SELECT document, extension, salt, coins, sealed FROM positions WHERE version = ?1")?;
    let row = statement.query_row([version], |row| {
        Ok(PositionRow {
            document: Zeroizing::new(row.get(0)?),
            extension: row.get(1)?,
            salt: Zeroizing::new(row.get(2)?),
            coins: Zeroizing::new(row.get(3)?),
            sealed: row.get(4)?,
        })
    });
    Ok(row.optional()?)
}

/// Keeps a position.
pub(crate) fn put_position(tx: &Transaction<'_>, version: u32, row: &PositionRow) -> Result<()> {
    tx.execute(
        "INSERT OR REPLACE INTO positions (version, document, extension, salt, coins, sealed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![version, row.document.as_str(), row.extension, row.salt.as_slice(), row.coins.as_slice(), row.sealed],
    )?;
    Ok(())
}

/// What enters a question.
pub(crate) struct BallotRow {
    /// The vote or the free slots, where the question is not about the agenda.
    pub(crate) document: Option<Zeroizing<String>>,
    /// The salt of its seal.
    pub(crate) salt: Zeroizing<[u8; 32]>,
}

/// What enters a question.
pub(crate) fn ballot(tx: &Transaction<'_>, question: &str) -> Result<Option<BallotRow>> {
    let mut statement = tx.prepare_cached("SELECT document, salt FROM ballots WHERE question = ?1")?;
    let row = statement.query_row([question], |row| {
        Ok(BallotRow {
            document: row.get::<_, Option<String>>(0)?.map(Zeroizing::new),
            salt: Zeroizing::new(row.get(1)?),
        })
    });
    Ok(row.optional()?)
}

/// The votes and free slots of this participant, by the question's name; what enters a question about the agenda is its
/// position.
pub(crate) fn votes(tx: &Transaction<'_>) -> Result<Vec<(String, Zeroizing<String>)>> {
    let mut statement =
        tx.prepare_cached("SELECT question, document FROM ballots WHERE document IS NOT NULL ORDER BY question")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, Zeroizing::new(row.get(1)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps what enters a question.
pub(crate) fn put_ballot(tx: &Transaction<'_>, question: &str, row: &BallotRow) -> Result<()> {
    let document = row.document.as_ref().map(|document| document.as_str());
    tx.execute(
        "INSERT OR REPLACE INTO ballots (question, document, salt) VALUES (?1, ?2, ?3)",
        params![question, document, row.salt.as_slice()],
    )?;
    Ok(())
}

/// How far a machine has come in an attempt. Saved before it is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reached {
    /// It is ready.
    Ready = 0,
    /// It has begun to talk to the others.
    Begun = 1,
    /// It has begun to open the answer.
    Opening = 2,
}

impl Reached {
    fn from_number(number: i64) -> Self {
        match number {
            0 => Self::Ready,
            1 => Self::Begun,
            // What cannot be read is taken for the worst.
            _ => Self::Opening,
        }
    }
}

/// One's own part in an attempt at a run.
pub(crate) struct RunRow {
    /// The attempt.
    pub(crate) attempt: u32,
    /// The private key of its links.
    pub(crate) secret: Zeroizing<Vec<u8>>,
    /// The public key of its links.
    pub(crate) public: [u8; 32],
    /// How far this machine has come.
    pub(crate) reached: Reached,
    /// Whether its end has been told.
    pub(crate) ended: bool,
}

/// One's own part in the latest attempt.
pub(crate) fn run(tx: &Transaction<'_>, question: &str) -> Result<Option<RunRow>> {
    let mut statement = tx.prepare_cached(
        "SELECT attempt, secret, public, reached, ended FROM runs WHERE question = ?1 ORDER BY attempt DESC LIMIT 1",
    )?;
    let row = statement.query_row([question], |row| {
        Ok(RunRow {
            attempt: row.get(0)?,
            secret: Zeroizing::new(row.get(1)?),
            public: row.get(2)?,
            reached: Reached::from_number(row.get(3)?),
            ended: row.get(4)?,
        })
    });
    Ok(row.optional()?)
}

/// Keeps one's own part in an attempt.
pub(crate) fn put_run(tx: &Transaction<'_>, question: &str, row: &RunRow) -> Result<()> {
    tx.execute(
        "INSERT OR REPLACE INTO runs (question, attempt, secret, public, reached, ended)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![question, row.attempt, row.secret.as_slice(), row.public, row.reached as i64, row.ended],
    )?;
    Ok(())
}

/// An answer that this participant knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The answer.
    pub answer: Answer,
    /// The receipt: the same for all who took part, and nothing to anybody else.
    pub receipt: Option<String>,
    /// The sides whose machines confirmed the receipt, with a code that convinces this machine alone.
    pub confirmed: Vec<String>,
}

/// The answer to a question.
pub(crate) fn answer(tx: &Transaction<'_>, question: &str) -> Result<Option<AnswerRow>> {
    let mut statement = tx.prepare_cached("SELECT answer, receipt, confirmed FROM answers WHERE question = ?1")?;
    let row: Option<(String, Option<String>, String)> =
        statement.query_row([question], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    row.map(|(answer, receipt, confirmed)| {
        Ok(AnswerRow { answer: serde_json::from_str(&answer)?, receipt, confirmed: serde_json::from_str(&confirmed)? })
    })
    .transpose()
}

/// Keeps an answer.
pub(crate) fn put_answer(tx: &Transaction<'_>, question: &str, row: &AnswerRow) -> Result<()> {
    tx.execute(
        "INSERT OR REPLACE INTO answers (question, answer, receipt, confirmed) VALUES (?1, ?2, ?3, ?4)",
        params![question, serde_json::to_string(&row.answer)?, row.receipt, serde_json::to_string(&row.confirmed)?],
    )?;
    Ok(())
}

/// All answers, by the question's name.
pub(crate) fn answers(tx: &Transaction<'_>) -> Result<dialogue::ledger::Known> {
    let mut statement = tx.prepare_cached("SELECT question, answer FROM answers")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut known = dialogue::ledger::Known::new();
    for row in rows {
        let (question, answer) = row?;
        known.insert(question, serde_json::from_str(&answer)?);
    }
    Ok(known)
}
