//! The ledger: what was asked, what it told, what the budget has left.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use dialogue::ledger::{Known, told};
use dialogue::{Question, State};
use negotiation::inference::{self, Asked};

use crate::app::App;
use crate::context::{InTalk, show};
use crate::error::Result;
use crate::lang::{Lang, say};
use crate::page::Page;
use crate::pages::agenda::words::all_of;
use crate::pages::soundings::bits;
use crate::pages::soundings::claims::Teller;
use crate::pages::soundings::stage::{Standing, kind, standing};

/// Width of the budget's bar.
const WIDTH: f64 = 600.0;

/// A question of the ledger.
struct Row {
    id: String,
    number: u32,
    at: i64,
    kind: String,
    sides: String,
    bits: String,
    counts: bool,
    standing: Standing,
    answer: Option<String>,
}

/// A stretch of the bar: a question that counts, or what is left.
struct Stretch {
    number: Option<u32>,
    x: i64,
    width: i64,
    odd: bool,
}

/// What one reader, or several together, know by all answers.
struct Reader {
    who: String,
    pooled: bool,
    mine: bool,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "ledger.html")]
struct View {
    p: Page,
    budget: String,
    spent: String,
    left: String,
    questions: usize,
    rows: Vec<Row>,
    bar: Vec<Stretch>,
    readers: Vec<Reader>,
    notes: Vec<String>,
    /// Questions whose answers this machine was not told.
    untold: Option<String>,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/talk/{talk}/ledger", get(read))
}

async fn read(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let (p, found) = talk
        .look("ledger-title", move |me, state, overview| {
            let known = me.answers()?;
            let side = state.side_of(overview.me).ok();
            let teller = Teller { lang, spoken: state.spoken(&known)? };
            let rows =
                state.questions.iter().map(|one| row(&teller, state, &known, one)).collect::<Result<Vec<_>>>()?;
            let history = state.history(&known, None)?;
            let (readers, notes) = together(&teller, &history, side.as_deref())?;
            let counted: Vec<&Question> = state.questions.iter().filter(|one| one.counts()).collect();
            let spent: f64 = counted.iter().map(|one| one.bits.value()).sum();
            let untold = state
                .questions
                .iter()
                .filter(|one| !known.contains_key(&one.id) && one.stage() == dialogue::Stage::Answered);
            let untold: Vec<String> = untold.map(|one| one.number.to_string()).collect();
            Ok((
                bits(lang, state.charter.budget_bits),
                bits(lang, spent),
                bits(lang, state.budget_left()),
                counted.len(),
                rows,
                bar(&counted, state.charter.budget_bits),
                readers,
                notes,
                (!untold.is_empty()).then(|| all_of(lang, &untold)),
            ))
        })
        .await?;
    let (budget, spent, left, questions, rows, bar, readers, notes, untold) = found;
    show(&View { p, budget, spent, left, questions, rows, bar, readers, notes, untold })
}

fn row(teller: &Teller, state: &State, known: &Known, one: &Question) -> Result<Row> {
    let answer = match known.get(&one.id) {
        Some(answer) => {
            let sort = match one.asking.subject.kind() {
                "adopt" => "text",
                "date" => "slot",
                _ => "package",
            };
            Some(teller.answer(&told(&one.asking, &state.put(&one.asking)?, *answer), sort))
        }
        None => None,
    };
    Ok(Row {
        id: one.id.clone(),
        number: one.number,
        at: one.at,
        kind: kind(teller.lang, &one.asking),
        sides: all_of(teller.lang, &one.asking.sides),
        bits: bits(teller.lang, one.bits.value()),
        counts: one.counts(),
        standing: standing(teller.lang, one),
        answer,
    })
}

fn bar(counted: &[&Question], budget: f64) -> Vec<Stretch> {
    let scale = |bits: f64| (bits / budget.max(0.001) * WIDTH).round().min(WIDTH) as i64;
    let mut stretches = Vec::new();
    let mut before = 0.0;
    for (at, question) in counted.iter().enumerate() {
        let (x, end) = (scale(before), scale(before + question.bits.value()));
        before += question.bits.value();
        stretches.push(Stretch { number: Some(question.number), x, width: end - x, odd: at % 2 == 1 });
    }
    let x = scale(before);
    stretches.push(Stretch { number: None, x, width: WIDTH as i64 - x, odd: false });
    stretches
}

/// What all answers that this machine knows tell together; nobody's own position is used.
fn together(teller: &Teller, history: &[Asked], side: Option<&str>) -> Result<(Vec<Reader>, Vec<String>)> {
    let lang: Lang = teller.lang;
    let account = inference::account(history, &[])?;
    let reader = |view: &inference::ReaderView| Reader {
        who: all_of(lang, &view.readers),
        pooled: view.readers.len() > 1,
        mine: matches!(view.readers.as_slice(), [only] if Some(only.as_str()) == side),
        lines: teller.view(view, None),
    };
    let readers = account.readers.iter().chain(&account.coalitions).map(reader).collect();
    let mut notes = vec![say(lang, "soundings-note-sincerity", &[])];
    if account.readers.iter().chain(&account.coalitions).any(crate::pages::soundings::speaks_of_ranks) {
        notes.push(say(lang, "soundings-note-ranks", &[]));
    }
    if !account.consistent {
        notes.push(say(lang, "ledger-contradiction", &[]));
    }
    for broken in history.iter().filter(|asked| asked.answer.is_none()) {
        notes.push(say(lang, "ledger-broken", &[("question", (&broken.question.id).into())]));
    }
    Ok((readers, notes))
}
