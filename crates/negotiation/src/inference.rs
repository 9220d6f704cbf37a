//! What an answer tells: about whom, to whom, and together with all earlier answers.
//!
//! Before a question is asked, [`preview`] says for each possible answer what each side that is told it, and
//! each coalition that pools what it knows, would learn about the others; afterwards [`account`] says it of the
//! answers there were. Pure reasoning over *side s tolerates package p*: it holds in every case that the answers
//! leave open, whoever the sides are. The ideal functionality of each question kind, and the limits of this
//! reasoning, are in `docs/INFERENCE.md`.
//!
//! ```
//! use negotiation::circuit::Rule;
//! use negotiation::inference::{Answer, Asked, Question, Scope, preview};
//!
//! let first = Question::new("1", &["A", "B", "C"], Scope::packages(&["P1", "P2"]), Rule::Nash);
//! let history = [Asked { question: first, answer: Some(Answer::Package("P1".to_owned())) }];
//! let next = Question::new("2", &["A", "B"], Scope::packages(&["P2"]), Rule::Draw);
//! let preview = preview(&history, &next, &[])?;
//! let yes = &preview.answers[1];
//! assert_eq!(yes.answer, Answer::Package("P2".to_owned()));
//! assert!(yes.coalitions[0].lines[0].contains("C rules it out or ranks it no higher than P1"));
//! # Ok::<(), negotiation::Error>(())
//! ```
mod answer;
mod logic;
mod own;
mod question;
mod reader;
mod saying;
mod theory;
mod view;
mod warning;
mod words;

use serde::Serialize;

pub use question::{Answer, Asked, OwnVerdicts, PACKAGE_SHOWN, Question, Quorum, Scope};
pub use view::{Claim, Fact, Likelihood, Rank, ReaderView};
pub use warning::{Warning, least_packages, midpoint, probing};
pub use words::{CONTRADICTION, RANKS, SINCERITY};

use crate::circuit::Rule;
use crate::error::Result;
use logic::Found;
use reader::Reader;
use theory::Theory;

/// Packages of one question whose answers are previewed one by one; of more, those spoken of before and one
/// that stands for the rest.
pub const MOST_ANSWERS: usize = 16;

/// What each possible answer of a question would tell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// The question.
    pub question: String,
    /// Its possible answers, *none* first.
    pub answers: Vec<PreviewedAnswer>,
    /// The most that the answer can tell, in bits: log₂ of the number of possible answers. It bounds how much is
    /// told, not how much harm that does.
    pub bits: f64,
    /// The same over all questions, this one and broken runs included.
    pub bits_total: f64,
    /// What to think of before asking.
    pub warnings: Vec<Warning>,
    /// Sentences that go with all the others.
    pub caveats: Vec<String>,
}

/// What one answer tells.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreviewedAnswer {
    /// The answer.
    pub answer: Answer,
    /// False where the earlier answers exclude it.
    pub possible: bool,
    /// How many packages of the question it stands for: 1, unless they are too many to go through.
    pub stands_for: u128,
    /// What the answer says by itself to everybody who is told it.
    pub lines: Vec<String>,
    /// What is new to each side that is told it.
    pub readers: Vec<ReaderView>,
    /// What is new to sides that pool what they know, beyond what each knows alone.
    pub coalitions: Vec<ReaderView>,
}

/// What all answers together have told.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Account {
    /// False where the answers cannot all come from the same positions.
    pub consistent: bool,
    /// The most that all answers together can have told, in bits.
    pub bits_total: f64,
    /// What each side that was told any answer knows.
    pub readers: Vec<ReaderView>,
    /// What sides that pool what they know learn beyond that.
    pub coalitions: Vec<ReaderView>,
    /// Sentences that go with all the others.
    pub caveats: Vec<String>,
}

/// What each possible answer of `next`, together with all earlier ones, would tell.
///
/// `own` holds the verdicts of sides whose position is known to whoever will see the preview: normally the one
/// side that looks at it, or none, or all in a rehearsal. They are used in that side's views and in coalitions
/// with it.
///
/// # Errors
/// A question that cannot be asked, or an answer that its question cannot have.
pub fn preview(history: &[Asked], next: &Question, own: &[OwnVerdicts]) -> Result<Preview> {
    for asked in history {
        asked.check()?;
    }
    next.check()?;
    let answers: Vec<PreviewedAnswer> = possible_answers(history, next)
        .into_iter()
        .map(|(answer, stands_for)| {
            let asked = Asked { question: next.clone(), answer: Some(answer) };
            PreviewedAnswer { stands_for, ..told(history, asked, own) }
        })
        .collect();
    let views = answers.iter().flat_map(|answer| answer.readers.iter().chain(&answer.coalitions));
    let caveats = caveats(views);
    Ok(Preview {
        question: next.id.clone(),
        bits: next.bits(),
        bits_total: bits(history) + next.bits(),
        warnings: warning::of(history, next),
        caveats,
        answers,
    })
}

/// What one answer told that the answers before it had not.
///
/// # Errors
/// As [`preview`].
pub fn news(history: &[Asked], asked: &Asked, own: &[OwnVerdicts]) -> Result<PreviewedAnswer> {
    for asked in history.iter().chain([asked]) {
        asked.check()?;
    }
    Ok(told(history, asked.clone(), own))
}

/// What all answers together have told.
///
/// # Errors
/// As [`preview`].
pub fn account(history: &[Asked], own: &[OwnVerdicts]) -> Result<Account> {
    for asked in history {
        asked.check()?;
    }
    let theory = Theory::of(history);
    let consistent = is_consistent(&theory);
    let (readers, coalitions) = if consistent { views(&theory, own, None) } else { (Vec::new(), Vec::new()) };
    let mut caveats = caveats(readers.iter().chain(&coalitions));
    if !consistent {
        caveats.insert(0, CONTRADICTION.to_owned());
    }
    for broken in history.iter().filter(|asked| asked.answer.is_none()) {
        caveats.push(format!(
            "Question {} broke off without an answer; whoever could open it first may have read one.",
            broken.question.id
        ));
    }
    Ok(Account { consistent, bits_total: bits(history), readers, coalitions, caveats })
}

/// The most that these questions can tell together, in bits; broken runs count, for somebody may have read them.
#[must_use]
pub fn bits(history: &[Asked]) -> f64 {
    history.iter().map(|asked| asked.question.bits()).sum()
}

/// The answers to go through, each with the number of packages it stands for.
fn possible_answers(history: &[Asked], next: &Question) -> Vec<(Answer, u128)> {
    let mut answers = vec![(Answer::None, 1)];
    match (&next.scope, next.rule) {
        (_, Rule::Exists) => answers.push((Answer::Exists, 1)),
        (Scope::Packages(names), _) => {
            let spoken_of = |name: &&String| {
                names.len() <= MOST_ANSWERS
                    || history.iter().any(|asked| {
                        asked.question.scope.named().contains(name)
                            || asked.answer == Some(Answer::Package((*name).clone()))
                    })
            };
            let (before, rest): (Vec<&String>, Vec<&String>) = names.iter().partition(spoken_of);
            answers.extend(before.into_iter().map(|name| (Answer::Package(name.clone()), 1)));
            let first = rest.first().map(|name| (Answer::Package((*name).clone()), rest.len() as u128));
            answers.extend(first);
        }
        (scope, _) => answers.push((Answer::Package(PACKAGE_SHOWN.to_owned()), scope.outcomes())),
    }
    answers
}

fn told(history: &[Asked], asked: Asked, own: &[OwnVerdicts]) -> PreviewedAnswer {
    let mut all = history.to_vec();
    let question = asked.question.clone();
    let answer = asked.answer.clone().unwrap_or(Answer::None);
    let opened = asked.answer.is_some();
    all.push(asked);
    let theory = Theory::of(&all);
    let possible = is_consistent(&theory);
    let (readers, coalitions) = match possible && opened {
        true => views(&theory, own, Some(history.len())),
        false => (Vec::new(), Vec::new()),
    };
    let lines = match (possible, opened) {
        (true, true) => answer::lines(&question, &answer),
        (true, false) => vec!["The run broke off; no answer was opened to all.".to_owned()],
        (false, _) => vec!["The earlier answers exclude this one.".to_owned()],
    };
    PreviewedAnswer { answer, possible, stands_for: 1, lines, readers, coalitions }
}

fn is_consistent(theory: &Theory<'_>) -> bool {
    let switches: Vec<_> = (0..theory.asked.len()).filter_map(|at| theory.spoken(&theory::Atom::Switch(at))).collect();
    theory.clauses.case(&switches) != Found::Nothing
}

/// The views of each reader and of coalitions; of those told the new answer, if there is one.
fn views(theory: &Theory<'_>, own: &[OwnVerdicts], new: Option<usize>) -> (Vec<ReaderView>, Vec<ReaderView>) {
    let is_told = |side: &usize| {
        let tells =
            |at: usize| theory.asked[at].answer.is_some() && theory.asked[at].question.tells(&theory.sides[*side]);
        new.map_or_else(|| (0..theory.asked.len()).any(tells), tells)
    };
    let view = |members: &[usize]| Reader::new(theory, members, own, new).view();
    let told: Vec<usize> = (0..theory.sides.len()).filter(is_told).collect();
    let readers: Vec<ReaderView> = told.iter().map(|side| view(&[*side])).collect();
    let mut pooled = Vec::new();
    for members in coalitions(theory.sides.len()) {
        if !members.iter().any(|member| told.contains(member)) {
            continue;
        }
        let alone: Vec<ReaderView> = members.iter().map(|member| view(&[*member])).collect();
        let mut view = view(&members);
        let known = |fact: &Fact| alone.iter().any(|one| one.facts.iter().any(|mine| mine.covers(fact)));
        view.facts.retain(|fact| !known(fact));
        view.likelihoods.retain(|likely| !alone.iter().any(|one| one.likelihoods.contains(likely)));
        if view.possible && !(view.facts.is_empty() && view.likelihoods.is_empty()) {
            view.lines = words::lines(&view, new.map(|at| theory.asked[at].question.id.as_str()));
            pooled.push(view);
        }
    }
    (readers, pooled)
}

/// All coalitions of at least two among up to four sides; with more sides, pairs and all but one.
fn coalitions(sides: usize) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..sides).collect();
    let pairs = (0..sides).flat_map(|one| (one + 1..sides).map(move |other| vec![one, other]));
    let but_one = all.iter().map(|left_out| all.iter().copied().filter(|side| side != left_out).collect());
    let mut chosen: Vec<Vec<usize>> =
        pairs.chain(but_one).filter(|c: &Vec<usize>| c.len() > 1 && c.len() < sides).collect();
    chosen.sort_by_key(|members| (members.len(), members.clone()));
    chosen.dedup();
    chosen
}

fn caveats<'v>(views: impl Iterator<Item = &'v ReaderView>) -> Vec<String> {
    let ranks = |fact: &Fact| fact.if_own.iter().chain(&fact.one_of).any(|claim| matches!(claim, Claim::Ranks { .. }));
    let mut caveats = vec![SINCERITY.to_owned()];
    if views.into_iter().any(|view| view.facts.iter().any(ranks)) {
        caveats.push(RANKS.to_owned());
    }
    caveats
}
