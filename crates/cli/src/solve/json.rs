//! The answer as one JSON object, field by field as the contract has it.
use negotiation::Outcome;
use negotiation::solve::Selected;
use serde_json::{Map, Value, json};

use super::Answer;
use crate::output::count;

pub(super) fn answer(answer: &Answer<'_>, pareto: bool) -> Value {
    let solution = answer.solution;
    let parties = answer.scenario.sides.iter().map(|s| s.name.as_str());
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| {
        object.insert(name.to_owned(), value);
    };
    put("scenario", Value::from(answer.scenario.name.as_str()));
    put("parties", parties.collect());
    put("issues", Value::from(answer.agenda().issues().len()));
    put("outcomes", count(solution.outcomes));
    put("acceptable", count(solution.acceptable));
    put("pareto", Value::from(solution.frontier.len()));
    for (_, name, chosen) in answer.concepts() {
        put(name, chosen.map_or(Value::Null, |c| selected(answer, c)));
    }
    if pareto {
        let points = solution.frontier.iter().map(|p| {
            json!({
                "utilities": p.utilities,
                "outcome": outcome(answer, &p.outcome),
                "ties": count(p.ties),
            })
        });
        put("frontier", points.collect());
    }
    Value::Object(object)
}

fn selected(answer: &Answer<'_>, selected: &Selected) -> Value {
    json!({
        "utilities": selected.utilities,
        "outcome": outcome(answer, &selected.outcome),
        "ties": count(selected.ties),
    })
}

fn outcome(answer: &Answer<'_>, outcome: &Outcome) -> Value {
    let names = answer.agenda().names(outcome);
    let entries = names.map(|(issue, choice)| (issue.to_owned(), Value::from(choice)));
    Value::Object(entries.collect())
}
