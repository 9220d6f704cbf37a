//! What an answer says by itself, in a sentence or two, to everybody who is told it.
use super::question::{Answer, Question, Scope};
use super::words::{capital, listed, passing};
use crate::circuit::Rule;

/// What the answer itself says, to everybody who is told it.
pub(super) fn lines(question: &Question, answer: &Answer) -> Vec<String> {
    let group = passing(&question.sides, quorum(question));
    let vetoes = match &question.quorum {
        Some(quorum) if !quorum.vetoes.is_empty() => format!(", {} among them", listed(&quorum.vetoes, "and")),
        _ => String::new(),
    };
    let all = if question.quorum.is_none() {
        match question.sides.len() {
            2 => format!("both {group}"),
            _ => format!("all of {group}"),
        }
    } else {
        group
    };
    let scope = scope(&question.scope);
    match answer {
        Answer::None => refused(question, &scope),
        Answer::Exists => match question.scope.named() {
            [only] if matches!(question.scope, Scope::Packages(_)) => {
                vec![format!("{} tolerate {only}{vetoes}.", capital(&all))]
            }
            _ => vec![format!("{} tolerate one and the same of {scope}{vetoes}; which, is not opened.", capital(&all))],
        },
        Answer::Package(package) => {
            let mut lines = vec![format!("{} tolerate {package}{vetoes}.", capital(&all))];
            if question.scope.outcomes() > 1 {
                lines.push(beside(question, package, &scope));
            }
            lines
        }
    }
}

fn quorum(question: &Question) -> Option<usize> {
    question.quorum.as_ref().map(|quorum| quorum.accept)
}

fn beside(question: &Question, package: &str, scope: &str) -> String {
    match question.rule {
        Rule::Draw | Rule::Exists => {
            format!("Nothing is certain about the others of {scope}: neither how many passed nor in what order.")
        }
        Rule::Nash | Rule::Egalitarian => format!(
            "Each other of {scope} is ruled out by some side, or does not rank above {package} by the {} rule.",
            question.rule
        ),
    }
}

fn refused(question: &Question, scope: &str) -> Vec<String> {
    let each = match (&question.scope, question.scope.named()) {
        (Scope::Packages(_), [only]) => only.clone(),
        _ => format!("each of {scope}"),
    };
    let Some(quorum) = &question.quorum else {
        return vec![format!("At least one of {} rules out {each}.", listed(&question.sides, "and"))];
    };
    let mut refusals = vec![format!("fewer than {} of {} tolerate it", quorum.accept, listed(&question.sides, "and"))];
    if !quorum.vetoes.is_empty() {
        refusals.push(format!("{} rules it out", listed(&quorum.vetoes, "or")));
    }
    vec![format!("Of {each}: {}.", refusals.join(", or "))]
}

fn scope(scope: &Scope) -> String {
    match scope {
        Scope::Packages(names) => listed(names, "and"),
        Scope::Agenda { outcomes } => format!("the agenda's {outcomes} outcomes"),
        Scope::Part { outcomes, .. } => format!("the {outcomes} outcomes asked about"),
    }
}
