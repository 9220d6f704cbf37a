//! A list of packages with a verdict and an optional score each, as a spreadsheet exports it.
//!
//! ```csv
//! package,Territory,Grain,verdict,score
//! P1,,,yes,40
//! ,frozen,phased steps,yes,25
//! ,returned,none,no,
//! ```
//!
//! The first line names the columns: `verdict` is needed (`yes` or `no`),
//! `score` and `package` may be there, every other column is an issue by its
//! name (an issue called like one of these three is written `issue:NAME`).
//! A row with no choice filled in takes the outcome of the agenda's package of
//! that name; else an empty cell means the issue's "not addressed" choice, and
//! `package` is a label. Every outcome that is not listed is not acceptable.
//! A score is an exact number from 0 on, the gain over having no agreement;
//! either all acceptable rows have one or none has, then each counts 1.
use std::collections::{BTreeMap, HashMap};

use num_traits::{One, Signed, Zero};

use super::Verdict;
use crate::agenda::Agenda;
use crate::error::{Error, Result};
use crate::number::{self, Decimal};

/// Most rows of a list.
pub const MOST_ROWS: usize = 1_000_000;

/// Verdicts by outcome.
#[derive(Clone)]
pub struct Listed {
    rows: Vec<Row>,
    by_outcome: HashMap<Vec<u32>, (bool, f64)>,
}

/// One row of the list.
#[derive(Clone)]
pub struct Row {
    /// Label, or name of a package.
    pub label: String,
    /// Choice index by issue.
    pub choices: Vec<u32>,
    /// Whether the package is acceptable.
    pub acceptable: bool,
    /// Gain over having no agreement.
    pub score: Option<Decimal>,
}

impl Listed {
    /// A list from its rows.
    ///
    /// # Errors
    /// The same outcome twice, a negative score, or scores on some acceptable
    /// rows only; the text names the row, counted from 1.
    pub fn new(rows: Vec<Row>) -> Result<Self> {
        let scored = rows.iter().any(|r| r.acceptable && r.score.is_some());
        let mut by_outcome = HashMap::with_capacity(rows.len());
        for (number, row) in (1u64..).zip(&rows) {
            let wrong = |why: &str| Err(Error::Question(format!("row {number}: {why}")));
            if row.score.as_ref().is_some_and(Signed::is_negative) {
                return wrong("a score is a gain over having no agreement and cannot be below 0");
            }
            if row.acceptable && scored && row.score.is_none() {
                return wrong("other acceptable packages have a score, this one has none");
            }
            let gain = match (&row.score, row.acceptable) {
                (_, false) => 0.0,
                (Some(score), true) => number::approximate(score),
                (None, true) => 1.0,
            };
            let before = by_outcome.insert(row.choices.clone(), (row.acceptable, gain));
            if before.is_some() {
                return wrong("this outcome is listed twice");
            }
        }
        Ok(Listed { rows, by_outcome })
    }

    /// The rows in the order of the list.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(super) fn verdict(&self, choices: &[u32]) -> Verdict {
        let (acceptable, gain) = self.by_outcome.get(choices).copied().unwrap_or((false, 0.0));
        Verdict { acceptable, utility: gain, gain }
    }

    pub(super) fn greatest_score(&self) -> Decimal {
        let scores = self.rows.iter().filter(|r| r.acceptable).map(|r| r.score.clone().unwrap_or_else(Decimal::one));
        scores.max().unwrap_or_else(Decimal::zero)
    }

    /// Reads a list; see the module's text for the columns.
    ///
    /// # Errors
    /// A missing column, an unknown name, a doubled outcome; with the line.
    pub fn from_csv(agenda: &Agenda, text: &str, origin: &str) -> Result<Self> {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let bad = |line: u64, why: String| Error::document(origin, format!("line {line}"), why);
        let columns = {
            let header = reader.headers().map_err(|e| bad(1, e.to_string()))?;
            Columns::of(agenda, header).map_err(|why| bad(1, why))?
        };
        let mut rows = Vec::new();
        let mut lines = HashMap::new();
        for record in reader.records() {
            let record = record.map_err(|e| bad(e.position().map_or(1, csv::Position::line), e.to_string()))?;
            let line = record.position().map_or(1, csv::Position::line);
            if rows.len() >= MOST_ROWS {
                return Err(bad(line, format!("more than {MOST_ROWS} rows")));
            }
            let row = columns.row(agenda, &record).map_err(|why| bad(line, why))?;
            if let Some(first) = lines.insert(row.choices.clone(), line) {
                return Err(bad(line, format!("this outcome is already listed on line {first}")));
            }
            rows.push(row);
        }
        Listed::new(rows).map_err(|e| Error::document(origin, "the list", e.to_string()))
    }

    /// The list as CSV, with every issue as a column.
    #[must_use]
    pub fn to_csv(&self, agenda: &Agenda) -> String {
        let mut out = String::new();
        let mut header = vec!["package".to_owned()];
        header.extend(agenda.issues().iter().map(|i| match i.name.as_str() {
            name @ ("package" | "verdict" | "score") => format!("issue:{name}"),
            name => name.to_owned(),
        }));
        header.extend(["verdict".to_owned(), "score".to_owned()]);
        line(&mut out, &header);
        for row in &self.rows {
            let mut cells = vec![row.label.clone()];
            let choices = row.choices.iter().enumerate();
            cells.extend(choices.map(|(i, c)| agenda.choice_name(i, *c).to_owned()));
            cells.push(if row.acceptable { "yes" } else { "no" }.to_owned());
            cells.push(row.score.as_ref().map(number::write).unwrap_or_default());
            line(&mut out, &cells);
        }
        out
    }
}

fn line(out: &mut String, cells: &[String]) {
    let quoted: Vec<String> = cells
        .iter()
        .map(|cell| {
            if cell.contains(['"', ',', '\n', '\r']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        })
        .collect();
    out.push_str(&quoted.join(","));
    out.push('\n');
}

/// Which column holds what.
struct Columns {
    package: Option<usize>,
    verdict: usize,
    score: Option<usize>,
    issues: Vec<(usize, String)>,
}

impl Columns {
    fn of(agenda: &Agenda, header: &csv::StringRecord) -> std::result::Result<Self, String> {
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        let mut issues = Vec::new();
        for (at, name) in header.iter().enumerate() {
            let doubled = match name {
                "package" | "verdict" | "score" => named.insert(name, at).is_some(),
                _ => {
                    let issue = name.strip_prefix("issue:").unwrap_or(name);
                    agenda.issue_index(issue).map_err(|e| e.to_string())?;
                    let doubled = issues.iter().any(|(_, n)| n == issue);
                    issues.push((at, issue.to_owned()));
                    doubled
                }
            };
            if doubled {
                return Err(format!("the column `{name}` appears twice"));
            }
        }
        let verdict = named.get("verdict").ok_or("the column `verdict` (yes or no) is missing")?;
        Ok(Columns {
            package: named.get("package").copied(),
            verdict: *verdict,
            score: named.get("score").copied(),
            issues,
        })
    }

    fn row(&self, agenda: &Agenda, record: &csv::StringRecord) -> std::result::Result<Row, String> {
        let cell = |at: Option<usize>| at.and_then(|i| record.get(i)).unwrap_or("");
        let label = cell(self.package).to_owned();
        let mut choices = BTreeMap::new();
        for (at, issue) in &self.issues {
            let choice = cell(Some(*at));
            if !choice.is_empty() {
                choices.insert(issue.clone(), choice.to_owned());
            }
        }
        let outcome = if choices.is_empty() && !label.is_empty() {
            agenda.package(&label)
        } else if choices.is_empty() {
            return Err("the row names neither a package nor a choice".to_owned());
        } else {
            agenda.outcome(&choices)
        };
        let acceptable = match cell(Some(self.verdict)).to_ascii_lowercase().as_str() {
            "yes" => true,
            "no" => false,
            other => return Err(format!("the verdict is `{other}`; `yes` or `no` was expected")),
        };
        let score = match cell(self.score) {
            "" => None,
            text => Some(number::parse(text).map_err(|e| e.to_string())?),
        };
        Ok(Row { label, choices: outcome.map_err(|e| e.to_string())?.choices().to_vec(), acceptable, score })
    }
}
