//! Where a question stands, and what it is, in words.
use dialogue::question::{Asking, Subject};
use dialogue::{Question, Stage};

use crate::lang::{Lang, say};
use crate::pages::agenda::words::all_of;

/// Where a question stands: a word, how it is coloured, and a sentence.
pub(crate) struct Standing {
    pub(crate) word: String,
    pub(crate) tone: &'static str,
    pub(crate) text: String,
}

pub(crate) fn standing(lang: Lang, question: &Question) -> Standing {
    let broke = !question.attempts.is_empty();
    let (name, tone, who) = match question.stage() {
        Stage::Called { waiting } => ("called", "warn", waiting),
        Stage::Consented { waiting, .. } if broke && waiting.len() == question.asking.sides.len() => {
            ("again", "warn", waiting)
        }
        Stage::Consented { waiting, .. } => ("consented", "warn", waiting),
        Stage::Running { waiting, .. } => ("running", "warn", waiting),
        Stage::Answered => ("answered", "ok", Vec::new()),
        Stage::Spent => ("spent", "bad", Vec::new()),
        Stage::Refused { by } => ("refused", "calm", vec![by]),
        Stage::Withdrawn => ("withdrawn", "calm", Vec::new()),
    };
    let sides = all_of(lang, &who);
    let given = [("sides", sides.into()), ("count", who.len().into())];
    let given = if who.is_empty() { &[][..] } else { &given[..] };
    Standing {
        word: say(lang, &format!("soundings-word-{name}"), &[]),
        tone,
        text: say(lang, &format!("soundings-stage-{name}"), given),
    }
}

/// What is asked about, in a few words.
pub(crate) fn kind(lang: Lang, asking: &Asking) -> String {
    match &asking.subject {
        Subject::Agenda { packages: Some(packages), .. } => {
            let given = [("packages", all_of(lang, packages).into()), ("count", packages.len().into())];
            say(lang, "soundings-about-packages", &given)
        }
        Subject::Agenda { only, .. } if !only.is_empty() => say(lang, "soundings-about-part", &[]),
        Subject::Agenda { .. } => say(lang, "soundings-about-agenda", &[]),
        Subject::Improve { than, .. } => say(lang, "soundings-about-improve", &[("package", than.into())]),
        Subject::Adopt { title, .. } => say(lang, "soundings-about-adopt", &[("title", title.into())]),
        Subject::Date { slots } => say(lang, "soundings-about-date", &[("count", slots.len().into())]),
    }
}

/// Whether a question waits for something that this side has to do.
pub(crate) fn waits_for(question: &Question, side: &str) -> bool {
    let names = |waiting: &[String]| waiting.iter().any(|one| one == side);
    match question.stage() {
        Stage::Called { waiting } | Stage::Consented { waiting, .. } => names(&waiting),
        _ => false,
    }
}
