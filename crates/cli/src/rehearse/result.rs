//! What a run opened and what it cost, as JSON and as people read it.
use std::time::Duration;

use anyhow::bail;
use negotiation::circuit::Answer;
use negotiation::{Agenda, Asked, Outcome, Put};
use serde_json::{Map, Value, json};

use super::lines::Report;
use super::stage::Performance;
use crate::output::{self, columns, short};

/// The answer on which all sides agree, and the bill.
pub(crate) struct Opened {
    sides: Vec<String>,
    /// What it says.
    pub(crate) answer: Answer,
    /// The package opened.
    outcome: Option<Outcome>,
    utilities: Option<Vec<f64>>,
    reports: Vec<Report>,
    total: Duration,
    and_gates: u64,
}

impl Opened {
    /// Holds the sides' answers against each other.
    ///
    /// # Errors
    /// The sides report different answers.
    pub(crate) fn of(asked: &Asked, put: &Put, performance: Performance) -> anyhow::Result<Self> {
        let Performance { reports, total } = performance;
        let Some(first) = reports.first() else {
            bail!("no side reported an answer");
        };
        let answer = first.answer;
        if reports.iter().any(|report| report.answer != answer) {
            bail!("the sides report different answers; none of them is to be trusted. Please report this");
        }
        let outcome = match answer {
            Answer::Outcome(number) => match put.outcome(number) {
                Some(outcome) => Some(outcome),
                None => bail!("the answer names package {number}, which is not in the question"),
            },
            Answer::None | Answer::Exists => None,
        };
        let utilities = outcome.as_ref().and_then(|_| reports.iter().map(|report| report.utility).collect());
        let and_gates = put.shape.ands;
        Ok(Self { sides: asked.sides.clone(), answer, outcome, utilities, reports, total, and_gates })
    }

    /// `package`, `exists` or `none`.
    fn result(&self) -> &'static str {
        match self.answer {
            Answer::None => "none",
            Answer::Exists => "exists",
            Answer::Outcome(_) => "package",
        }
    }

    /// Whether any tampering that was asked for took place.
    pub(super) fn tampered(&self) -> bool {
        self.reports.iter().any(|report| report.tampered)
    }

    /// Option by issue, or null.
    fn outcome_json(&self, agenda: &Agenda) -> Value {
        let Some(outcome) = &self.outcome else {
            return Value::Null;
        };
        let names = agenda.names(outcome).map(|(issue, choice)| (issue.to_owned(), Value::from(choice)));
        Value::Object(names.collect::<Map<_, _>>())
    }

    fn longest(&self, of: fn(&Report) -> f64) -> f64 {
        self.reports.iter().map(of).fold(0.0, f64::max)
    }

    fn rounds(&self) -> u64 {
        self.reports.iter().map(|report| report.rounds).max().unwrap_or(0)
    }

    /// The JSON contract of `rehearse`.
    pub(super) fn as_json(&self, put: &Put) -> Value {
        let per_party = self.reports.iter().map(|report| {
            json!({
                "bytes_sent": output::count(report.bytes_sent),
                "bytes_received": output::count(report.bytes_received),
                "cpu_seconds": report.cpu_seconds,
                "peak_rss_bytes": output::count(report.peak_rss_bytes),
            })
        });
        json!({
            "result": self.result(),
            "outcome": self.outcome_json(&put.agenda),
            "utilities": self.utilities,
            "rule": put.rule().name(),
            "parties": self.sides,
            "outcomes": put.outcomes,
            "and_gates": output::count(self.and_gates),
            "rounds": self.rounds(),
            "per_party": per_party.collect::<Vec<_>>(),
            "seconds": {
                "setup": self.longest(|report| report.setup_seconds),
                "preprocessing": self.longest(|report| report.preprocessing_seconds),
                "online": self.longest(|report| report.online_seconds),
                "total": self.total.as_secs_f64(),
            },
        })
    }

    /// The answer, and what each side's machine had to do for it.
    pub(super) fn as_text(&self, put: &Put) -> String {
        let mut out = answer_text(put, self.answer);
        if let Some(utilities) = &self.utilities {
            let each = self.sides.iter().zip(utilities);
            let each: Vec<String> = each.map(|(side, utility)| format!("{side} {}", short(*utility))).collect();
            out.push_str(&format!("  worth to each side (shown in a rehearsal only): {}\n", each.join(", ")));
        }
        out.push_str(&format!(
            "\n{} AND gates, {} rounds; {} s: setup {}, preprocessing {}, online {}\n",
            self.and_gates,
            self.rounds(),
            seconds(self.total.as_secs_f64()),
            seconds(self.longest(|report| report.setup_seconds)),
            seconds(self.longest(|report| report.preprocessing_seconds)),
            seconds(self.longest(|report| report.online_seconds)),
        ));
        let mut rows = vec![["side", "sent", "received", "processor", "memory"].map(str::to_owned).to_vec()];
        for (side, report) in self.sides.iter().zip(&self.reports) {
            rows.push(vec![
                side.clone(),
                megabytes(report.bytes_sent),
                megabytes(report.bytes_received),
                format!("{} s", seconds(report.cpu_seconds)),
                megabytes(report.peak_rss_bytes),
            ]);
        }
        out.push_str(&columns(&rows, 1));
        out.push_str("Sent and received: ciphertext on the wire, signs of life and credits left out.\n");
        out
    }
}

/// The answer alone.
pub(crate) fn answer_text(put: &Put, answer: Answer) -> String {
    let outcome = match answer {
        Answer::Outcome(number) => put.outcome(number),
        Answer::None | Answer::Exists => None,
    };
    let Some(outcome) = outcome else {
        return match answer {
            Answer::Exists => "\nAnswer: yes, some package passes. Which, is not opened.\n".to_owned(),
            _ => "\nAnswer: no common package found.\n".to_owned(),
        };
    };
    let name = put.package_name(&outcome).map(|name| format!(" {name}")).unwrap_or_default();
    let mut rows = Vec::new();
    for (issue, choice) in put.agenda.issues().iter().zip(outcome.choices()) {
        let choice = usize::try_from(*choice).ok().and_then(|choice| issue.choices.get(choice));
        let Some(choice) = choice else { continue };
        let title = |name: &str, title: &Option<String>| match title {
            Some(title) => format!("{name} {title}"),
            None => name.to_owned(),
        };
        rows.push(vec![format!("  {}", title(&issue.name, &issue.title)), title(&choice.name, &choice.title)]);
    }
    format!("\nAnswer: package{name}\n{}", columns(&rows, 2))
}

fn seconds(span: f64) -> String {
    format!("{span:.2}")
}

fn megabytes(bytes: u64) -> String {
    format!("{:.2} MB", bytes as f64 / 1e6)
}
