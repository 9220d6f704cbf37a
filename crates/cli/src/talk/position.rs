//! `position import|edit|show|check|seal`: one's own stances. They never leave this machine.
use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use negotiation::check::review;
use negotiation::position::{Importance, Unfinished, Word};
use negotiation::{Agenda, Position};
use serde_json::json;
use zeroize::Zeroizing;

use super::{Place, Talk};
use crate::{check, output};

/// What can be done with one's position.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Take over a file (TOML or CSV) as your side's position for the newest agenda
    Import(Import),
    /// Write or change a position in words, option by option
    Edit(Edit),
    /// Show it
    Show(Show),
    /// Contradictions, counts, what each word does
    Check(Show),
    /// Seal it: from then on it is fixed for this version of the agenda (consenting to a question does so too)
    Seal(Show),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Import(args) => import(args),
        Command::Edit(args) => edit(args),
        Command::Show(args) => show(args),
        Command::Check(args) => check(args),
        Command::Seal(args) => seal(args),
    }
}

/// What `position import` is asked.
#[derive(clap::Args)]
pub(crate) struct Import {
    #[command(flatten)]
    place: Place,
    /// The file
    file: PathBuf,
}

fn import(args: &Import) -> anyhow::Result<ExitCode> {
    let text = Zeroizing::new(negotiation::document::read(&args.file)?);
    let is_list = args.file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let mut talk = args.place.open()?;
    talk.refresh()?;
    talk.me.import_position(&text, if is_list { "csv" } else { "toml" })?;
    told(&args.place, &mut talk)
}

/// Says what is there now.
fn told(place: &Place, talk: &mut Talk) -> anyhow::Result<ExitCode> {
    let draft = talk.me.position(None)?;
    let review = review(&draft.agenda, &draft.position()?);
    let acceptable = review.acceptable.as_ref().map(ToString::to_string);
    let findings = review.findings.len();
    place.say(
        || {
            json!({ "version": draft.version, "sealed": draft.sealed,
                    "acceptable": crate::check::count(review.acceptable.as_ref()), "findings": findings })
        },
        || {
            let count = acceptable.clone().unwrap_or_else(|| "many".to_owned());
            let look = if findings > 0 { " Something deserves a look: `backchannel position check`." } else { "" };
            format!(
                "Your position for version {} of the agenda is kept on this machine, as a draft: {count} packages are \
                 acceptable to you.{look}\n",
                draft.version
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `position edit` is asked.
#[derive(clap::Args)]
pub(crate) struct Edit {
    #[command(flatten)]
    place: Place,
    /// Set one word without prompts: prefer, welcome, "could live with" or "could not" (repeat for more)
    #[arg(long, value_name = "ISSUE:OPTION=WORD", value_parser = setting)]
    set: Vec<(String, String, Word)>,
    /// Set how much an issue matters without prompts: decisive, important, minor or none (repeat for more)
    #[arg(long, value_name = "ISSUE=IMPORTANCE", value_parser = weighing)]
    importance: Vec<(String, Importance)>,
}

fn setting(text: &str) -> Result<(String, String, Word), String> {
    let wrong = "ISSUE:OPTION=WORD was expected";
    let (place, word) = text.split_once('=').ok_or(wrong)?;
    let (issue, option) = place.split_once(':').ok_or(wrong)?;
    let word = parse_word(word).ok_or_else(|| format!("`{word}` is none of: {}", all_words()))?;
    Ok((issue.to_owned(), option.to_owned(), word))
}

fn weighing(text: &str) -> Result<(String, Importance), String> {
    let (issue, weight) = text.split_once('=').ok_or("ISSUE=IMPORTANCE was expected")?;
    let weight = parse_importance(weight).ok_or_else(|| format!("`{weight}` is none of: {}", all_weights()))?;
    Ok((issue.to_owned(), weight))
}

const WORDS: [Word; 4] = [Word::Prefer, Word::Welcome, Word::CouldLiveWith, Word::CouldNot];
const WEIGHTS: [Importance; 4] = [Importance::Decisive, Importance::Important, Importance::Minor, Importance::None];

fn parse_word(text: &str) -> Option<Word> {
    WORDS.into_iter().find(|word| word.text().eq_ignore_ascii_case(text.trim()))
}

fn parse_importance(text: &str) -> Option<Importance> {
    WEIGHTS.into_iter().find(|weight| weight.text().eq_ignore_ascii_case(text.trim()))
}

fn all_words() -> String {
    WORDS.map(|word| word.text()).join(", ")
}

fn all_weights() -> String {
    WEIGHTS.map(|weight| weight.text()).join(", ")
}

fn edit(args: &Edit) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let state = talk.me.state()?;
    let agenda = state.version(state.newest())?.agenda()?;
    let mut position = begin(&mut talk, &agenda)?;
    if args.set.is_empty() && args.importance.is_empty() {
        if !std::io::stdin().is_terminal() {
            bail!("without a terminal say what to change: --set ISSUE:OPTION=WORD, --importance ISSUE=IMPORTANCE");
        }
        prompt(&agenda, &mut position)?;
    }
    for (issue, option, word) in &args.set {
        let at = agenda.issue_index(issue)?;
        let choice = usize::try_from(agenda.choice_index(at, option)?)?;
        if let Some(place) = position.issues.get_mut(at).and_then(|begun| begun.words.get_mut(choice)) {
            *place = Some(*word);
        }
    }
    for (issue, weight) in &args.importance {
        if let Some(begun) = position.issues.get_mut(agenda.issue_index(issue)?) {
            begun.importance = Some(*weight);
        }
    }
    let whole = position.finish(&agenda).map_err(|error| client::Error::Misuse(error.to_string()))?;
    let document = Zeroizing::new(Position::Words(whole).to_text(&agenda));
    talk.me.import_position(&document, "toml")?;
    told(&args.place, &mut talk)
}

/// What is there, or nothing said yet.
fn begin(talk: &mut Talk, agenda: &Agenda) -> anyhow::Result<Unfinished> {
    let Ok(draft) = talk.me.position(None) else {
        let mut silent = Unfinished::begin(agenda);
        silent.issues.iter_mut().for_each(|begun| begun.importance = Some(Importance::Important));
        return Ok(silent);
    };
    match draft.position()? {
        Position::Words(words) => Ok(Unfinished::of(&words)),
        _ => bail!("your position is in numbers or a list; it is edited in its file and imported again"),
    }
}

fn prompt(agenda: &Agenda, position: &mut Unfinished) -> anyhow::Result<()> {
    output::say(&format!("For each option one of: {}. Enter keeps what stands in brackets.\n", all_words()))?;
    for (issue, begun) in agenda.issues().iter().zip(&mut position.issues) {
        let title = issue.title.as_deref().unwrap_or("");
        output::say(&format!("\n{} {title}\n", issue.name))?;
        let weight = begun.importance.unwrap_or(Importance::Important);
        let question = format!("  how much it matters ({}) [{}]: ", all_weights(), weight.text());
        begun.importance = Some(ask(&question, weight, parse_importance)?);
        for option in issue.on_the_table() {
            let at = usize::try_from(option)?;
            let (Some(choice), Some(word)) = (issue.choices.get(at), begun.words.get_mut(at)) else { continue };
            let title = choice.title.as_deref().unwrap_or("");
            let now = word.unwrap_or(Word::CouldLiveWith);
            *word = Some(ask(&format!("  {} {title} [{}]: ", choice.name, now.text()), now, parse_word)?);
        }
    }
    Ok(())
}

fn ask<T>(question: &str, otherwise: T, parse: impl Fn(&str) -> Option<T>) -> anyhow::Result<T> {
    loop {
        output::say(question)?;
        let mut line = String::new();
        if std::io::stdin().lock().read_line(&mut line)? == 0 || line.trim().is_empty() {
            return Ok(otherwise);
        }
        match parse(&line) {
            Some(found) => return Ok(found),
            None => output::say("  That is none of the words.\n")?,
        }
    }
}

/// What `position show`, `check` and `seal` are asked.
#[derive(clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    place: Place,
    /// For which version of the agenda; the newest by default
    #[arg(long, value_name = "N")]
    version: Option<u32>,
}

fn show(args: &Show) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    let draft = talk.me.position(args.version)?;
    let document = draft.document.as_str();
    args.place.say(
        || json!({ "version": draft.version, "sealed": draft.sealed, "document": document }),
        || {
            let state = if draft.sealed { "sealed" } else { "a draft" };
            format!("# for version {} of the agenda, {state}; private\n{document}", draft.version)
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn check(args: &Show) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    let draft = talk.me.position(args.version)?;
    let position = draft.position()?;
    check::tell(&draft.agenda, &position, &[], args.place.json)?;
    Ok(ExitCode::SUCCESS)
}

fn seal(args: &Show) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    talk.refresh()?;
    let version = talk.me.position(args.version)?.version;
    talk.me.seal_position(version)?;
    talk.send()?;
    args.place.say(
        || json!({ "version": version, "sealed": true }),
        || format!("Sealed for version {version} of the agenda: it cannot be changed for this version any more.\n"),
    )?;
    Ok(ExitCode::SUCCESS)
}
