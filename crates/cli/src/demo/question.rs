//! One question of the demo, from its call to its answer: called and consented to in the dialogue, run among processes.
use ::dialogue::question::{Asking, Subject};
use anyhow::{Context, bail, ensure};
use client::sounding::Vote;
use negotiation::circuit::{Answer, Rule};
use negotiation::inference;
use negotiation::{Asked, Put};
use serde_json::{Value, json};

use super::house::House;
use super::process::Process;
use crate::rehearse::account;

/// A side's machine waits so long for the others'.
const PATIENCE_SECONDS: &str = "120";

/// What is asked: by whom, of whom, about which packages.
pub(super) struct Plan {
    /// The side that calls it; the convener where none is named.
    pub(super) caller: Option<&'static str>,
    /// The sides that take part.
    pub(super) sides: &'static [&'static str],
    /// The packages.
    pub(super) packages: &'static [&'static str],
}

/// A question that was called.
pub(super) struct Called {
    plan: &'static Plan,
    /// Its name in the dialogue.
    pub(super) id: String,
    /// How it is told of.
    pub(super) question: inference::Question,
    /// Its document.
    pub(super) asked: Asked,
    /// The same, worked out.
    pub(super) put: Put,
}

impl Called {
    /// Calls a question, and lets everybody read that.
    ///
    /// # Errors
    /// The dialogue's rules refuse it; the relay.
    pub(super) async fn call(house: &mut House, number: usize, plan: &'static Plan) -> anyhow::Result<Self> {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let caller = match plan.caller {
            Some(side) => house.of(side)?,
            None => &mut house.convener,
        };
        let state = caller.me.state()?;
        let asking = Asking {
            subject: Subject::Agenda {
                version: state.newest(),
                packages: Some(owned(plan.packages)),
                only: Vec::new(),
            },
            sides: owned(plan.sides),
            rule: Rule::Draw,
            quorum: None,
            vetoes: Vec::new(),
            told_to_all: false,
        };
        let (asked, put) = (state.asked(&asking)?, state.put(&asking)?);
        let id = caller.me.call(asking)?;
        house.settle().await?;
        let question = account::question(&number.to_string(), &asked, &put);
        Ok(Self { plan, id, question, asked, put })
    }

    /// Every side that is asked seals its position, where it has not yet, and consents.
    ///
    /// # Errors
    /// The dialogue's rules refuse it; the relay.
    pub(super) async fn consent(&self, house: &mut House) -> anyhow::Result<()> {
        for side in self.plan.sides {
            let me = &mut house.of(side)?.me;
            if let Some(version) = me.needs_seal(&self.id)? {
                me.seal_position(version)?;
                me.sync().await?;
            }
            me.consent(&self.id, &Vote::Position)?;
        }
        house.settle().await
    }

    /// Runs it: one process for each side that is asked, on that side's home. Answers what they said, which is the same.
    ///
    /// # Errors
    /// A run that broke; sides that say different things.
    pub(super) async fn run(&self, house: &mut House) -> anyhow::Result<Value> {
        let mut running: Vec<(&str, Process)> = Vec::new();
        for &side in self.plan.sides {
            let folder = house.folder().to_owned();
            let arguments = ["sounding", "run", &self.id, "--wait", PATIENCE_SECONDS, "--json"];
            running.push((side, house.of(side)?.start(&arguments, &folder)?));
        }
        let mut said: Vec<Value> = Vec::new();
        for (side, process) in &mut running {
            let heard = process.hear(|text| serde_json::from_str(text).ok()).await;
            said.push(heard.with_context(|| format!("side {side}'s part in the run"))?);
            let status = process.ended().await?;
            ensure!(status.success(), "side {side}'s part in the run: {status}{}", process.told());
        }
        let opened = |one: &Value| json!([one["result"], one["package"], one["outcome"], one["receipt"]]);
        let Some(first) = said.first() else {
            bail!("nobody was asked");
        };
        if said.iter().any(|one| opened(one) != opened(first)) {
            bail!("the sides report different answers; none of them is to be trusted. Please report this");
        }
        let summary = json!({
            "sides": self.plan.sides,
            "packages": self.plan.packages,
            "rule": self.asked.rule.name(),
            "result": first["result"],
            "package": first["package"],
            "outcome": first["outcome"],
        });
        house.settle().await?;
        Ok(summary)
    }

    /// The answer as somebody's own machine keeps it; none where it was not told.
    ///
    /// # Errors
    /// Nobody who was asked has it.
    pub(super) fn opened(&self, house: &mut House) -> anyhow::Result<Answer> {
        let side = self.plan.sides.first().context("nobody was asked")?;
        let row = house.of(side)?.me.answer(&self.id)?;
        Ok(row.with_context(|| format!("side {side} has no answer to question {}", self.id))?.answer)
    }
}
