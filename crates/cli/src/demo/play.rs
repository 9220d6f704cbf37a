//! The demo by itself: the meetings of the record, the three questions, the promotion that the gate refuses, and who
//! learned what.
use ::dialogue::record::gate;
use ::dialogue::record::{Act, track};
use ::dialogue::{Body, Refusal, State};
use anyhow::{Context, bail};
use negotiation::circuit::Answer;
use negotiation::{Agenda, inference};
use serde_json::{Value, json};

use super::BANNER;
use super::house::{House, Somebody};
use super::question::{Called, Plan};
use crate::output;
use crate::rehearse::account;
use crate::rehearse::result::answer_text;

/// The questions in the order asked.
const QUESTIONS: [Plan; 3] = [
    Plan { caller: None, sides: &["A", "B", "C"], packages: &["P1", "P2", "P3"] },
    Plan { caller: Some("A"), sides: &["A", "B"], packages: &["P2"] },
    Plan { caller: Some("B"), sides: &["A", "B", "C"], packages: &["P3"] },
];
/// The question whose answer is tried at the gate, counted from nought.
const TRIED: usize = 1;

/// Plays it, and answers what there was to be seen.
///
/// # Errors
/// Whatever did not go as it should.
pub(super) async fn through(house: &mut House, spoken: bool) -> anyhow::Result<Value> {
    let teller = Teller { spoken };
    let state = house.of("C")?.me.state()?;
    teller.introduce(&state)?;
    let meetings = teller.meetings(&state)?;
    let mut history: Vec<inference::Asked> = Vec::new();
    let (mut soundings, mut promotion) = (Vec::new(), "");
    for (at, plan) in QUESTIONS.iter().enumerate() {
        let called = Called::call(house, at + 1, plan).await?;
        teller.say(&format!("\n── Question {} ──\n", at + 1))?;
        teller.say(&account::before(&history, &called.question, &called.asked, &called.put)?)?;
        called.consent(house).await?;
        teller.say("\n  … the machines of these sides compute, each a process of its own\n")?;
        soundings.push(called.run(house).await?);
        let opened = called.opened(house)?;
        teller.say(&answer_text(&called.put, opened))?;
        teller.windows(house, &called)?;
        let answer = Some(account::answer(&called.put, opened));
        let told = inference::Asked { question: called.question.clone(), answer };
        teller.say(&account::after(&history, &told, &called.asked, &called.put, opened)?)?;
        history.push(told);
        if at == TRIED {
            promotion = teller.promote(house, &called.id).await?;
        }
    }
    teller.say("\n── Who learned what, all three answers together ──\n")?;
    teller.say(&account::ledger(&history)?)?;
    Ok(json!({ "soundings": soundings, "promotion": promotion, "meetings": meetings }))
}

/// The last words, once everything is gone.
///
/// # Errors
/// Standard output.
pub(super) fn conclude() -> anyhow::Result<()> {
    output::say(&format!("\n{BANNER} The processes have ended, and their folder is gone.\n"))
}

struct Teller {
    spoken: bool,
}

impl Teller {
    fn say(&self, text: &str) -> anyhow::Result<()> {
        if self.spoken { output::say(text) } else { Ok(()) }
    }

    fn introduce(&self, state: &State) -> anyhow::Result<()> {
        let agenda = state.version(state.newest())?.agenda()?;
        let mut text = format!("{BANNER}\nSides A, B and C are fictional.\n\nThe named packages:\n");
        for package in agenda.packages() {
            let parts = package.choices.iter().map(|(issue, choice)| titled(&agenda, issue, choice));
            text.push_str(&format!("  {}: {}\n", package.name, parts.collect::<Vec<_>>().join("; ")));
        }
        text.push_str(
            "All else is \"not addressed\" in them.\n\n\
             A convener and a delegate of each side are in a dialogue, each with a vault of its own; between them is a\n\
             relay that carries ciphertext. Each side's position lies in its own vault alone. For each question every\n\
             side that is asked runs as a process of its own; the processes compute through the relay.\n",
        );
        self.say(&text)
    }

    /// The meetings that are reported, with the track that follows from who sat there.
    fn meetings(&self, state: &State) -> anyhow::Result<Vec<Value>> {
        let held = track::history(&state.record.reported);
        self.say("\n── On the record: the meetings that are reported ──\n")?;
        for one in &held {
            let track = one.track.map_or("not known", |track| track.name());
            let facts = state.record.reported.meetings.get(&one.meeting).map(|meeting| &meeting.facts);
            let what = facts.and_then(|facts| facts.series.clone().or_else(|| facts.place.clone()));
            let day = one.day.map(|day| format!("{day}, ")).unwrap_or_default();
            self.say(&format!(
                "  {}: {day}{}; track {track}: {}\n",
                one.meeting,
                what.unwrap_or_else(|| "a meeting".to_owned()),
                one.why
            ))?;
        }
        Ok(held.iter().map(|one| json!({ "id": one.meeting, "track": one.track })).collect())
    }

    /// What each machine has of the answer.
    fn windows(&self, house: &mut House, called: &Called) -> anyhow::Result<()> {
        self.say("\nWhat is on each machine now:\n")?;
        let House { convener, delegates, .. } = house;
        for one in std::iter::once(convener).chain(delegates) {
            let whose = one.side.map_or_else(|| "the convener".to_owned(), |side| format!("side {side}"));
            let text = match one.me.answer(&called.id)? {
                None => "nothing of the answer".to_owned(),
                Some(row) => {
                    let answer = match row.answer {
                        Answer::Outcome(number) => {
                            format!("package {}", ::dialogue::ledger::package(&called.put, number))
                        }
                        Answer::Exists => "some package passes".to_owned(),
                        Answer::None => "no common package found".to_owned(),
                    };
                    let sides = row.confirmed.join(", ");
                    let receipt = |receipt: &String| format!("; receipt {receipt:.12}…, confirmed by {sides}");
                    format!("{answer}{}", row.receipt.as_ref().map(receipt).unwrap_or_default())
                }
            };
            self.say(&format!("  {whose}: {text}\n"))?;
        }
        Ok(())
    }

    /// A side that took part tries to promote the result, as it would from its pages; the gate answers.
    async fn promote(&self, house: &mut House, question: &str) -> anyhow::Result<&'static str> {
        let side = QUESTIONS.get(TRIED).and_then(|plan| plan.sides.first()).context("nobody was asked")?;
        let taker: &mut Somebody = house.of(side)?;
        let act = Act::Gate(gate::Act::Promote { question: question.to_owned() });
        match taker.post(Body::Entered { act: Box::new(act) }) {
            Err(client::Error::Refused(refusal @ Refusal::Gate { .. })) => {
                self.say(&format!("\nSide {side} tries to promote it. The gate answers: {refusal}.\n"))?;
                Ok("refused")
            }
            Err(error) => Err(error.into()),
            Ok(()) => {
                house.settle().await?;
                bail!("the gate let a result pass that concerns a side which has not consented. Please report this")
            }
        }
    }
}

/// An option with its title.
fn titled(agenda: &Agenda, issue: &str, choice: &str) -> String {
    let issue = agenda.issues().iter().find(|one| one.name == issue);
    let choices = issue.map(|issue| issue.choices.as_slice()).unwrap_or_default();
    let title = choices.iter().find(|one| one.name == choice).and_then(|one| one.title.as_deref());
    title.map_or_else(|| choice.to_owned(), |title| format!("{choice} {title}"))
}
