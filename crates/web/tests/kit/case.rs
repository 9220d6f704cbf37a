//! The sample case by forms: positions from their documents, the questions of the case.
#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used, clippy::panic, reason = "for tests")]

use negotiation::position::{Importance, Word};
use negotiation::{Agenda, Position};

use super::kit::{Answer, Desk, between};

pub const AGENDA: &str = include_str!("../../../../examples/offramp/agenda.toml");

pub fn document(side: &str) -> &'static str {
    match side {
        "A" => include_str!("../../../../examples/offramp/A.toml"),
        "B" => include_str!("../../../../examples/offramp/B.toml"),
        _ => include_str!("../../../../examples/offramp/C.toml"),
    }
}

pub type Typed = Vec<(String, String)>;

pub fn borrowed(typed: &Typed) -> Vec<(&str, &str)> {
    typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn word(word: Word) -> &'static str {
    match word {
        Word::Prefer => "prefer",
        Word::Welcome => "welcome",
        Word::CouldLiveWith => "could-live-with",
        Word::CouldNot => "could-not",
    }
}

fn weight(weight: Importance) -> &'static str {
    match weight {
        Importance::Decisive => "decisive",
        Importance::Important => "important",
        Importance::Minor => "minor",
        Importance::None => "none",
    }
}

/// The fields that somebody ticks who holds this document in the hand: words and weights, then the conditions as they are
/// begun (option and issue), then with their options ticked.
pub fn typed(agenda: &Agenda, document: &str, version: u32) -> [Typed; 3] {
    let Position::Words(words) = Position::from_toml(agenda, document, "a position").unwrap() else {
        panic!("no words");
    };
    let mut fields: Typed = vec![("version".into(), version.to_string())];
    for (at, stance) in words.stances().iter().enumerate() {
        fields.push((format!("i{at}"), weight(stance.importance).into()));
        let said = stance.words.iter().enumerate().filter_map(|(choice, said)| Some((choice, (*said)?)));
        fields.extend(said.map(|(choice, said)| (format!("w{at}-{choice}"), word(said).into())));
    }
    let (mut begun, mut ticked) = (fields.clone(), fields.clone());
    for (at, rule) in words.only_ifs().iter().enumerate() {
        let (when, then) = (&rule.when[0], &rule.then[0]);
        for typed in [&mut begun, &mut ticked] {
            typed.push((format!("c{at}-when"), format!("{}.{}", when.issue, when.choices[0])));
            typed.push((format!("c{at}-issue"), then.issue.to_string()));
        }
        ticked.push((format!("c{at}-shown"), then.issue.to_string()));
        ticked.extend(then.choices.iter().map(|choice| (format!("c{at}-then"), choice.to_string())));
    }
    [fields, begun, ticked]
}

/// Fills the form in, looks it over and seals. Answers how many pages were loaded.
pub async fn seal(desk: &Desk, side: &str) -> usize {
    let agenda = Agenda::from_toml(AGENDA, "agenda").unwrap();
    let [_, begun, ticked] = typed(&agenda, document(side), 1);
    desk.until("/position", "Say for your side").await;
    let mut loads = 1;
    if ticked.len() > begun.len() {
        // The options to tick are shown once the issue is chosen.
        let mut first = begun.clone();
        first.push(("stay".into(), "1".into()));
        let page = desk.submit("/position", &borrowed(&first)).await;
        assert!(page.text().contains("is one of"), "{}", page.text());
        loads += 1;
    }
    let review = desk.submit("/position", &borrowed(&ticked)).await;
    assert!(!review.text().contains("Still unsaid"), "{}", review.text());
    let confirm = desk.page("/position/seal").await;
    assert!(confirm.text().contains("What sealing means"), "{}", confirm.text());
    let document = unescaped(between(&confirm.body, "name=\"document\" value=\"", "\"").unwrap());
    let sealed = desk.submit("/position/seal", &[("version", "1"), ("document", &document)]).await;
    assert!(sealed.text().contains("cannot be changed any more"), "{}", sealed.text());
    loads + 3
}

pub fn unescaped(text: &str) -> String {
    let plain = text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">");
    plain.replace("&#38;", "&")
}

/// Prepares a question, looks at what it would tell, and calls it. Answers the preview and the question's path.
pub async fn ask(desk: &Desk, fields: &[(&str, &str)]) -> (Answer, String) {
    let preview = desk.submit("/soundings/new", fields).await;
    let path = call(desk, &preview).await;
    (preview, path)
}

/// Calls the question of a preview, as it was shown. Answers the question's path.
pub async fn call(desk: &Desk, preview: &Answer) -> String {
    let hidden = |name: &str| {
        let begin = format!("name=\"{name}\" value=\"");
        unescaped(between(&preview.body, &begin, "\"").unwrap_or_else(|| panic!("{name}: {}", preview.text())))
    };
    let (kind, asking, shown) = (hidden("kind"), hidden("asking"), hidden("shown"));
    let fields = [("kind", kind.as_str()), ("asking", &asking), ("shown", &shown)];
    let called = desk.post(&format!("{}/soundings/preview", desk.talk), &fields).await;
    assert_eq!(called.status, 303, "{}", called.text());
    let to = called.header("location").unwrap().split('?').next().unwrap();
    to.split_once(&desk.talk).unwrap().1.to_owned()
}

pub async fn consent(desk: &Desk, path: &str, fields: &[(&str, &str)]) -> Answer {
    let page = desk.until(path, "Consent for your side").await;
    let shown = between(&page.body, "name=\"shown\" value=\"", "\"").unwrap().to_owned();
    let mut fields = fields.to_vec();
    fields.push(("shown", &shown));
    desk.submit(&format!("{path}/consent"), &fields).await
}

/// All take part, and all read the answer.
pub async fn run(desks: &[&Desk], path: &str, words: &str) {
    for desk in desks {
        desk.until(path, "Take part now").await;
        let started = desk.submit(&format!("{path}/run"), &[]).await;
        assert!(started.text().contains("The run"), "{}", started.text());
    }
    for desk in desks {
        desk.until(path, words).await;
    }
}
