//! What a sounding tells whom, in words: before it starts, and when it has ended. The reasoning is
//! `negotiation::inference`'s; here it is laid out for a terminal.
use mpc::Phase;
use negotiation::circuit::{self, Rule};
use negotiation::inference::{self, Answer, Preview, PreviewedAnswer, Scope, account, news, preview};
use negotiation::{Agenda, Asked, Error, Outcome, Put};

/// With more sides, what coalitions would learn is not listed: there are too many of them.
const MOST_SIDES_POOLED: usize = 4;

/// What a phase of the run does, in a few words.
pub(crate) fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Setup => "each pair of sides agrees on secret keys",
        Phase::Bits => "random bits that nobody can change unseen",
        Phase::Keys => "every side shows that it uses one key towards all",
        Phase::Triples => "raw material for each AND gate, checked",
        Phase::Buckets => "combined, so that a cheat in it has no effect",
        Phase::Masks => "the raw material is bound to the question",
        Phase::Inputs => "the sealed positions enter, masked",
        Phase::Tables => "the question is answered under masks",
        Phase::Outputs => "the answer is opened, and nothing else",
    }
}

/// What deserves a second look before this question is asked.
pub(crate) fn warning(put: &Put) -> Option<inference::Warning> {
    inference::midpoint(&put.agenda, &put.question, put.rule())
}

/// The question as far as it matters for what its answer tells.
pub(crate) fn question(id: &str, asked: &Asked, put: &Put) -> inference::Question {
    let outcomes = put.outcomes as u128;
    let scope = match (put.question.package_names(), asked.only.is_empty()) {
        (Some(names), _) => Scope::Packages(names.map(str::to_owned).collect()),
        (None, true) => Scope::Agenda { outcomes },
        (None, false) => Scope::Part { outcomes, packages: Vec::new() },
    };
    let quorum = asked.quorum.filter(|accept| *accept < asked.sides.len());
    let sides: Vec<&str> = asked.sides.iter().map(String::as_str).collect();
    inference::Question {
        quorum: quorum.map(|accept| inference::Quorum { accept, vetoes: asked.vetoes.clone() }),
        ..inference::Question::new(id, &sides, scope, put.rule())
    }
}

/// The answer as far as it matters for what it tells.
pub(crate) fn answer(put: &Put, opened: circuit::Answer) -> Answer {
    match (package(put, opened), opened) {
        (Some(outcome), _) => Answer::Package(spell(put, &outcome)),
        (None, circuit::Answer::Exists) => Answer::Exists,
        (None, _) => Answer::None,
    }
}

/// The package that was opened, if any.
fn package(put: &Put, opened: circuit::Answer) -> Option<Outcome> {
    match opened {
        circuit::Answer::Outcome(number) => put.outcome(number),
        circuit::Answer::None | circuit::Answer::Exists => None,
    }
}

/// The name under which the question knows a package, or else its options.
fn spell(put: &Put, outcome: &Outcome) -> String {
    let options = || put.agenda.names(outcome).map(|(_, choice)| choice).collect::<Vec<_>>().join(" ");
    put.package_name(outcome).map_or_else(options, str::to_owned)
}

/// What is asked, of whom, and what each possible answer would tell each side.
///
/// # Errors
/// A question of which nothing can be said.
pub(crate) fn before(
    history: &[inference::Asked],
    next: &inference::Question,
    asked: &Asked,
    put: &Put,
) -> Result<String, Error> {
    let preview = preview(history, next, &[])?;
    let mut warnings: Vec<String> = preview.warnings.iter().map(ToString::to_string).collect();
    warnings.extend(warning(put).map(|warning| warning.to_string()));
    let mut out = heading(asked, put);
    out.push_str(&told_by(&preview, &warnings, put, asked.sides.len(), history.is_empty()));
    Ok(out)
}

/// What each answer would tell, and what goes with all of them. Without earlier answers, and without anybody's own
/// verdicts, all packages of a question are `alike`, and one stands for the others.
pub(crate) fn told_by(preview: &Preview, warnings: &[String], put: &Put, sides: usize, alike: bool) -> String {
    let mut out = String::new();
    for warning in warnings {
        line(&mut out, 0, &format!("! {warning}"));
    }
    out.push_str("\nWhat each answer would tell, whatever the positions are:\n");
    let mut packages = 0;
    for told in &preview.answers {
        let is_package = matches!(told.answer, Answer::Package(_));
        packages += usize::from(is_package);
        if is_package && packages > 1 && alike {
            continue;
        }
        line(&mut out, 1, &format!("If the answer is {}:", headline(&told.answer)));
        lay_out(&mut out, told, sides <= MOST_SIDES_POOLED);
    }
    if packages > 1 && alike {
        line(&mut out, 1, "And likewise if it is another package of the question.");
    }
    out.push_str(&footing(put, preview, sides));
    out
}

/// The question in three lines.
pub(crate) fn heading(asked: &Asked, put: &Put) -> String {
    let about = match put.question.package_names() {
        Some(names) => names.collect::<Vec<_>>().join(", "),
        None if asked.only.is_empty() => format!("the whole agenda, {} packages", put.outcomes),
        None => format!("a part of the agenda, {} packages", put.outcomes),
    };
    let passes = match asked.quorum.filter(|accept| *accept < asked.sides.len()) {
        None => "all of them".to_owned(),
        Some(accept) if asked.vetoes.is_empty() => format!("at least {accept} of them"),
        Some(accept) => format!("at least {accept} of them, {} among these", asked.vetoes.join(" and ")),
    };
    let rule = put.rule();
    let what = match rule {
        Rule::Exists => "does any package pass? Which, is not opened",
        Rule::Draw => "one package that passes, drawn by lot",
        Rule::Nash => "the package that passes with the greatest product of gains (to 0.1 %)",
        Rule::Egalitarian => "the package that passes whose least gain is greatest (to 1/65,535 of the agenda's scale)",
    };
    let sides = asked.sides.join(", ");
    format!(
        "Question to {sides}\n  about: {about}\n  rule:  {rule}: {what}; {}\n  a package passes if it is tolerable to {passes}\n",
        put.sounding.tie_rule()
    )
}

fn headline(answer: &Answer) -> String {
    match answer {
        Answer::None => "\"no common package\"".to_owned(),
        Answer::Exists => "\"some package passes\"".to_owned(),
        Answer::Package(name) => name.clone(),
    }
}

fn lay_out(out: &mut String, told: &PreviewedAnswer, pooled: bool) {
    for text in &told.lines {
        line(out, 2, text);
    }
    let pooled = told.coalitions.iter().filter(|_| pooled);
    for view in told.readers.iter().chain(pooled) {
        let who = view.readers.join(" and ");
        let who = if view.readers.len() > 1 { format!("{who}, if they pool what they know") } else { who };
        for text in &view.lines {
            line(out, 2, &format!("{who}: {text}"));
        }
        if view.may_tell_more {
            line(out, 2, &format!("{who}: the answer may tell more than is listed here."));
        }
    }
}

fn footing(put: &Put, preview: &Preview, sides: usize) -> String {
    let mut out = String::from("\n");
    line(
        &mut out,
        0,
        &format!("The answer tells at most {:.1} bits, which bounds how much and not what harm.", preview.bits),
    );
    for caveat in &preview.caveats {
        line(&mut out, 0, caveat);
    }
    if sides > MOST_SIDES_POOLED {
        line(&mut out, 0, "Sides that pool what they know learn more; with so many sides that is not listed.");
    }
    if put.rule().ranks() {
        line(&mut out, 0, "The rule compares scores, so the answer also tells something about them.");
    }
    line(
        &mut out,
        0,
        "One side, picked by coins that all toss together, may read the answer first and could stop; that would be seen.",
    );
    out
}

/// What was opened and to whom, what was not, and what that tells.
///
/// # Errors
/// An answer of which nothing can be said.
pub(crate) fn after(
    history: &[inference::Asked],
    told: &inference::Asked,
    asked: &Asked,
    put: &Put,
    opened: circuit::Answer,
) -> Result<String, Error> {
    let mut out = String::from("\n");
    let sides = asked.sides.join(", ");
    let shown = match opened {
        circuit::Answer::Outcome(_) => "the package above",
        circuit::Answer::Exists => "that some package passes, by one bit",
        circuit::Answer::None => "that no package passes",
    };
    line(&mut out, 0, &format!("Opened to {sides}: {shown}."));
    let closed = match (opened, put.rule()) {
        (circuit::Answer::None, _) => "which side ruled out what",
        (_, Rule::Exists) => "which package passes, how many do, and what each side ruled out",
        (_, Rule::Draw) if put.outcomes == 1 => "what else each side tolerates",
        (_, Rule::Draw) => "how many packages pass, what else each side tolerates, and in what order",
        (_, Rule::Nash | Rule::Egalitarian) => "every score, how many packages pass, and what else each side tolerates",
    };
    line(&mut out, 0, &format!("Not opened to anybody: {closed}."));
    line(&mut out, 0, "What the answer tells:");
    lay_out(&mut out, &news(history, told, &[])?, false);
    if let Some(outcome) = package(put, opened) {
        out.push_str(&standing(&put.agenda, &outcome, &asked.sides));
    }
    Ok(out)
}

/// What all answers together have told whom.
///
/// # Errors
/// Answers of which nothing can be said.
pub(crate) fn ledger(history: &[inference::Asked]) -> Result<String, Error> {
    Ok(told_together(&account(history, &[])?))
}

/// An account of all answers, laid out.
pub(crate) fn told_together(account: &inference::Account) -> String {
    let mut out = String::new();
    for view in account.readers.iter().chain(&account.coalitions) {
        let who = view.readers.join(" and ");
        let who = if view.readers.len() > 1 { format!("{who}, if they pool what they know") } else { who };
        line(&mut out, 1, &format!("{who}:"));
        for text in &view.lines {
            line(&mut out, 2, text);
        }
    }
    for caveat in &account.caveats {
        line(&mut out, 1, caveat);
    }
    line(&mut out, 1, &format!("All answers together tell at most {:.1} bits.", account.bits_total));
    out
}

/// Whether a package is more than exploratory, in words: nothing is said where nobody affected is absent.
pub(crate) fn standing(agenda: &Agenda, outcome: &Outcome, sides: &[String]) -> String {
    let mut out = String::new();
    for (side, issues) in agenda.absent_affected(outcome, sides) {
        let text = format!(
            "This package is exploratory: {side} is affected on {} and took no part. \
             Promotion is refused until {side} consents.",
            issues.join(", ")
        );
        line(&mut out, 0, &text);
    }
    out
}

/// Adds a text, indented by `depth`, broken at 100 columns.
fn line(out: &mut String, depth: usize, text: &str) {
    const WIDTH: usize = 100;
    let indent = "  ".repeat(depth);
    let (mut row, mut column) = (indent.clone(), 0);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && indent.len() + column + 1 + length > WIDTH {
            row.push_str(&format!("\n{indent}  "));
            column = 2;
        } else if column > 0 {
            row.push(' ');
            column += 1;
        }
        row.push_str(word);
        column += length;
    }
    out.push_str(&row);
    out.push('\n');
}
