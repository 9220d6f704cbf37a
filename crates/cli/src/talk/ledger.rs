//! `ledger`: what was asked, what it may have told, what the budget has left.
use std::process::ExitCode;

use negotiation::inference;
use serde_json::json;

use super::{Place, names, sounding};
use crate::output::columns;

/// What `ledger` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
}

/// Shows the ledger.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.look()?;
    let (state, known) = (talk.me.state()?, talk.me.answers()?);
    let history = state.history(&known, None)?;
    let account = inference::account(&history, &[])?;
    let spent: f64 = state.questions.iter().filter(|one| one.counts()).map(|one| one.bits.value()).sum();
    let mut rows = Vec::new();
    let mut questions = Vec::new();
    for one in &state.questions {
        let answer = match known.get(&one.id) {
            Some(answer) => Some(::dialogue::ledger::told(&one.asking, &state.put(&one.asking)?, *answer)),
            None => None,
        };
        let mut value = sounding::as_json(&state, one);
        if let serde_json::Value::Object(map) = &mut value {
            map.insert("answer".to_owned(), json!(answer));
            map.insert("counts".to_owned(), json!(one.counts()));
            map.insert("at".to_owned(), json!(one.at));
        }
        questions.push(value);
        let answer = match answer {
            Some(inference::Answer::None) => "none".to_owned(),
            Some(inference::Answer::Exists) => "some package passes".to_owned(),
            Some(inference::Answer::Package(name)) => name,
            None => "–".to_owned(),
        };
        rows.push(vec![
            one.number.to_string(),
            one.id.clone(),
            super::rooms::time(one.at),
            format!("{} by {}", one.asking.subject.kind(), one.asking.rule),
            one.asking.sides.join(", "),
            format!("{:.1} bits", one.bits.value()),
            sounding::stage(&one.stage()),
            answer,
        ]);
    }
    let budget = state.charter.budget_bits;
    args.place.say(
        || {
            json!({
                "budget_bits": budget, "spent_bits": spent, "left_bits": state.budget_left(),
                "least_packages": state.charter.least_packages, "questions": questions, "account": account,
            })
        },
        || {
            let mut out = if rows.is_empty() { "No questions yet.\n".to_owned() } else { columns(&rows, 8) };
            out.push_str(&format!(
                "\nBudget: {budget:.1} bits over all questions; {spent:.1} counted, {:.1} left. Bits bound how much is \
                 told, not what harm it does.\n",
                state.budget_left()
            ));
            if !history.is_empty() {
                out.push_str("\nWhat the answers that you know tell together:\n");
                out.push_str(&crate::rehearse::account::told_together(&account));
            }
            let last = state.questions.last().map(|one| names::name(&state, &one.caller));
            if let Some(caller) = last {
                out.push_str(&format!("\nThe latest question was called by {caller}.\n"));
            }
            out
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
