//! What one's words come to: unsaid options, contradictions, packages one could live with.
use askama::Template;
use axum::response::Response;
use negotiation::check;
use negotiation::position::Words;
use negotiation::{Agenda, Outcome, Position};

use super::current::{self, Current, Standing};
use super::picture::{self, Picture};
use super::reasons::{Found, found, only_if, unsaid, why};
use super::sheet::{weight_name, word_name};
use crate::context::{InTalk, show};
use crate::error::Result;
use crate::lang::{Lang, say};
use crate::page::Page;
use crate::pages::agenda::words::{choice_title, issue_title};

/// Packages that are gone through one by one; of more, only named ones are listed.
const MOST_LISTED: u64 = 200_000;
/// Best packages shown.
const BEST: usize = 10;

#[derive(Template)]
#[template(path = "position-review.html")]
struct View {
    p: Page,
    /// None where there is nothing of one's own to review.
    found: Option<Review>,
}

struct Review {
    version: u32,
    sealed: bool,
    /// What is missing, line by line.
    missing: Vec<String>,
    trouble: Option<String>,
    findings: Vec<Found>,
    acceptable: Option<String>,
    outcomes: Option<String>,
    packages: Vec<PackageView>,
    /// The best packages: their options in a line, and points; none where there are too many to go through.
    best: Option<Vec<(String, String)>>,
    picture: Option<Picture>,
    whole: bool,
}

/// A named package in one's own eyes.
pub(super) struct PackageView {
    pub(super) name: String,
    pub(super) acceptable: bool,
    pub(super) why: Vec<String>,
    pub(super) points: Option<String>,
}

pub(super) async fn show_review(talk: InTalk) -> Result<Response> {
    let lang = talk.context.lang;
    let (p, found) = talk
        .look("position-review-title", move |me, state, overview| {
            Ok(match current::look(me, state, overview.me)? {
                Standing::Mine(current) => Some(review(lang, *current)),
                _ => None,
            })
        })
        .await?;
    show(&View { p, found })
}

fn review(lang: Lang, current: Current) -> Review {
    let mut missing = Vec::new();
    let (words, trouble) = (current.words(), current.trouble());
    let (agenda, sheet) = (&current.agenda, &current.sheet);
    if current.other.is_none() {
        missing = unsaid(lang, agenda, &sheet.position.unsaid(agenda));
        for at in sheet.position.unweighed() {
            let title = agenda.issues().get(at).map(issue_title).unwrap_or_default();
            missing.push(say(lang, "position-unweighed", &[("issue", title.into())]));
        }
        for at in sheet.open_conditions() {
            missing.push(say(lang, "position-open-condition", &[("number", (at + 1).into())]));
        }
        missing.extend(sheet.bad_points.iter().map(|(issue, choice)| {
            let option = crate::pages::agenda::words::option_of(lang, agenda, *issue, *choice);
            say(lang, "position-bad-points", &[("option", option.into())])
        }));
    }
    let position = match (current.other, &words) {
        (Some(other), _) => Some(other),
        (None, Some(words)) => Some(Position::Words(words.clone())),
        (None, None) => None,
    };
    let mut view = Review {
        version: current.version,
        sealed: current.sealed,
        missing,
        trouble,
        findings: Vec::new(),
        acceptable: None,
        outcomes: None,
        packages: Vec::new(),
        best: None,
        picture: None,
        whole: position.is_some(),
    };
    let Some(position) = position else {
        return view;
    };
    let looked = check::look(agenda, &position);
    view.findings = looked.findings.iter().map(|one| found(lang, agenda, words.as_ref(), one)).collect();
    view.acceptable = looked.acceptable.map(|count| counted(lang, &count.to_string()));
    view.outcomes = looked.outcomes.map(|count| counted(lang, &count.to_string()));
    view.packages = packages(lang, agenda, &position);
    view.best = best(lang, agenda, &position);
    view.picture = words.and_then(|words| picture::of(agenda, &words));
    view
}

/// A count as the language writes it, or digits where it is beyond that.
pub(super) fn counted(lang: Lang, digits: &str) -> String {
    digits.parse::<i64>().map_or_else(|_| digits.to_owned(), |count| lang.number(count))
}

/// What a package is worth to its owner: points, or the number that its own file gives.
pub(super) fn worth(position: &Position, outcome: &Outcome) -> String {
    match position {
        Position::Words(words) => words.points_of(outcome).to_string(),
        other => format!("{:.2}", other.verdict(outcome).utility),
    }
}

fn packages(lang: Lang, agenda: &Agenda, position: &Position) -> Vec<PackageView> {
    let view = |package: &negotiation::Package| {
        let outcome = agenda.package(&package.name).ok()?;
        Some(verdict(lang, agenda, position, package.name.clone(), &outcome))
    };
    agenda.packages().iter().filter_map(view).collect()
}

/// One's own verdict on a package, with reasons where one has words.
pub(super) fn verdict(
    lang: Lang,
    agenda: &Agenda,
    position: &Position,
    name: String,
    outcome: &Outcome,
) -> PackageView {
    let acceptable = position.verdict(outcome).acceptable;
    let reasons = match position {
        Position::Words(words) => why(lang, agenda, words, &check::refusals(agenda, words, outcome)),
        _ => Vec::new(),
    };
    PackageView { name, acceptable, why: reasons, points: acceptable.then(|| worth(position, outcome)) }
}

fn best(lang: Lang, agenda: &Agenda, position: &Position) -> Option<Vec<(String, String)>> {
    let range = agenda.space().indices(MOST_LISTED).ok()?;
    let mut scorer = position.scorer();
    let mut kept: Vec<(f64, Vec<u32>)> = Vec::new();
    agenda.space().walk(range, |step| {
        let verdict = scorer.step(&step);
        let enough = kept.len() >= BEST && kept.last().is_some_and(|(least, _)| verdict.gain <= *least);
        if verdict.acceptable && !enough {
            let at = kept.partition_point(|(gain, _)| *gain >= verdict.gain);
            kept.insert(at, (verdict.gain, step.choices.to_vec()));
            kept.truncate(BEST);
        }
    });
    let line = |(_, choices): (f64, Vec<u32>)| {
        let outcome = Outcome::new(choices);
        let addressed =
            agenda.issues().iter().zip(outcome.choices()).filter(|(issue, choice)| **choice != issue.default);
        let option = |(issue, choice): (&negotiation::Issue, &u32)| {
            Some(choice_title(issue.choices.get(usize::try_from(*choice).ok()?)?).to_owned())
        };
        let options: Vec<String> = addressed.filter_map(option).collect();
        let options = match options.is_empty() {
            true => say(lang, "position-best-nothing", &[]),
            false => options.join(" · "),
        };
        (options, worth(position, &outcome))
    };
    Some(kept.into_iter().map(line).collect())
}

/// A position in words, to be read.
pub(super) struct Said {
    pub(super) issues: Vec<SaidIssue>,
    pub(super) conditions: Vec<String>,
    pub(super) reference: Option<String>,
}

/// What is said of one issue.
pub(super) struct SaidIssue {
    pub(super) title: String,
    pub(super) weight: String,
    /// Option, word, points.
    pub(super) options: Vec<(String, String, String)>,
}

pub(super) fn said(lang: Lang, agenda: &Agenda, words: &Words) -> Said {
    let points = &words.points().by_choice;
    let issues = agenda.issues().iter().zip(words.stances()).zip(points).map(|((issue, stance), points)| {
        let option = |number: u32| {
            let at = usize::try_from(number).ok()?;
            let word = stance.word(number).map(word_name).unwrap_or_default();
            let worth = match word {
                "could-not" => "–".to_owned(),
                _ => points.get(at).map(u32::to_string).unwrap_or_default(),
            };
            let word = say(lang, &format!("position-word-{word}"), &[]);
            Some((choice_title(issue.choices.get(at)?).to_owned(), word, worth))
        };
        SaidIssue {
            title: issue_title(issue).to_owned(),
            weight: say(lang, &format!("position-weight-{}", weight_name(stance.importance)), &[]),
            options: issue.on_the_table().into_iter().filter_map(option).collect(),
        }
    });
    let reference = words.reference().map(|reference| {
        let own = || say(lang, "position-reference-own", &[]);
        reference.name.clone().unwrap_or_else(own)
    });
    Said {
        issues: issues.collect(),
        conditions: words.only_ifs().iter().map(|rule| only_if(lang, agenda, rule)).collect(),
        reference,
    }
}
