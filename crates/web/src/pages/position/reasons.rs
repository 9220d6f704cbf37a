//! Why something is not acceptable, and what contradicts itself, in words.
use negotiation::check::{About, Finding, Kind, Reason};
use negotiation::position::Words;
use negotiation::{Agenda, Link};

use crate::lang::{Given, Lang, say};
use crate::pages::agenda::words::{all_of, any_of, choice, choice_title, issue_title, option_of, parts};

/// An *only if*: *Contacts is stepwise contacts only if Territory is …*.
pub(super) fn only_if(lang: Lang, agenda: &Agenda, rule: &Link) -> String {
    let (when, then) = (parts(lang, agenda, &rule.when), parts(lang, agenda, &rule.then));
    say(lang, "position-only-if", &[("when", when.into()), ("then", then.into())])
}

/// Reasons in words, one's own first.
pub(crate) fn why(lang: Lang, agenda: &Agenda, words: &Words, reasons: &[Reason]) -> Vec<String> {
    let mut texts = Vec::new();
    for (at, issue) in agenda.issues().iter().enumerate() {
        let refused = reasons.iter().filter_map(|reason| match reason {
            Reason::CouldNot { issue, choice: number } if *issue == at => choice(agenda, at, *number),
            _ => None,
        });
        let refused: Vec<String> = refused.map(|choice| choice_title(choice).to_owned()).collect();
        if !refused.is_empty() {
            let given = [("issue", issue_title(issue).into()), ("options", any_of(lang, &refused).into())];
            texts.push(say(lang, "position-why-could-not", &given));
        }
    }
    for reason in reasons {
        match reason {
            Reason::CouldNot { .. } => {}
            Reason::OnlyIf(at) => {
                texts.extend(words.only_ifs().get(*at).map(|rule| {
                    say(lang, "position-why-only-if", &[("condition", only_if(lang, agenda, rule).into())])
                }))
            }
            Reason::Link(at) => texts.extend(agenda.links().get(*at).map(|link| {
                let (when, then) = (parts(lang, agenda, &link.when), parts(lang, agenda, &link.then));
                say(lang, "position-why-link", &[("when", when.into()), ("then", then.into())])
            })),
            Reason::Reference => {
                texts.push(say(lang, "position-why-reference", &[("points", u64::from(words.needed()).into())]));
            }
        }
    }
    texts
}

/// Something an owner should look at.
pub(super) struct Found {
    /// Whether it leaves nothing at all.
    pub(super) grave: bool,
    pub(super) text: String,
    pub(super) reasons: Vec<String>,
}

pub(super) fn found(lang: Lang, agenda: &Agenda, words: Option<&Words>, finding: &Finding) -> Found {
    let about: Vec<(&str, Given)> = match finding.about {
        About::Whole => Vec::new(),
        About::Issue(at) => vec![("issue", agenda.issues().get(at).map(issue_title).unwrap_or_default().into())],
        About::Choice { issue, choice } => vec![("option", option_of(lang, agenda, issue, choice).into())],
        About::OnlyIf(at) => {
            let rule = words.and_then(|words| words.only_ifs().get(at));
            vec![("condition", rule.map(|rule| only_if(lang, agenda, rule)).unwrap_or_default().into())]
        }
    };
    let name = match finding.kind {
        Kind::NoPackage => "position-find-none",
        Kind::ImpossibleIssue => "position-find-issue",
        Kind::DeadCondition => "position-find-condition",
        Kind::DeadChoice => "position-find-choice",
        Kind::Reference => "position-find-reference",
        Kind::VoidRedLine => "position-find-void",
        Kind::Scale => "position-find-scale",
        _ => "position-find-other",
    };
    Found {
        grave: matches!(finding.kind, Kind::NoPackage | Kind::ImpossibleIssue),
        text: say(lang, name, &about),
        reasons: words.map(|words| why(lang, agenda, words, &finding.because)).unwrap_or_default(),
    }
}

/// The issues and options that are still unsaid, by title.
pub(super) fn unsaid(lang: Lang, agenda: &Agenda, unsaid: &[(usize, u32)]) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, issue) in agenda.issues().iter().enumerate() {
        let of = unsaid.iter().filter(|(issue, _)| *issue == at);
        let titles = of.filter_map(|(issue, number)| choice(agenda, *issue, *number));
        let titles: Vec<String> = titles.map(|choice| choice_title(choice).to_owned()).collect();
        if !titles.is_empty() {
            let given = [("issue", issue_title(issue).into()), ("options", all_of(lang, &titles).into())];
            lines.push(say(lang, "position-unsaid-of", &given));
        }
    }
    lines
}
