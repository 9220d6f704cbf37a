//! `backchannel demo`: the sample case played through, as real processes, with an account of who learned what.
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

use negotiation::circuit::Rule;
use negotiation::formats::Format;
use negotiation::{Agenda, Asked, inference};
use serde_json::{Value, json};

use crate::output;
use crate::rehearse::account;
use crate::rehearse::result::Opened;
use crate::rehearse::stage::{self, Setting, Source};

const BANNER: &str = "Exercise; positions invented.";
const AGENDA: &str = include_str!("../../../examples/offramp/agenda.toml");
const POSITIONS: [(&str, &str); 3] = [
    ("A", include_str!("../../../examples/offramp/A.toml")),
    ("B", include_str!("../../../examples/offramp/B.toml")),
    ("C", include_str!("../../../examples/offramp/C.toml")),
];
/// The questions in the order asked: to whom, about which packages.
const QUESTIONS: [(&[&str], &[&str]); 3] =
    [(&["A", "B", "C"], &["P1", "P2", "P3"]), (&["A", "B"], &["P2"]), (&["A", "B", "C"], &["P3"])];

/// What `demo` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Play through without waiting for Enter between the questions
    #[arg(long)]
    headless: bool,
    /// Answer with one JSON object and nothing else
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let agenda = Agenda::from_toml(AGENDA, "the sample case")?;
    let mut tour = Tour {
        spoken: !args.json,
        waits: !args.json && !args.headless && std::io::stdin().is_terminal(),
        agenda,
        history: Vec::new(),
        soundings: Vec::new(),
    };
    tour.introduce()?;
    for (number, (sides, packages)) in (1..).zip(QUESTIONS) {
        tour.ask(number, sides, packages)?;
    }
    tour.conclude()?;
    if args.json {
        output::say_json(&json!({ "soundings": tour.soundings }))?;
    }
    Ok(ExitCode::SUCCESS)
}

struct Tour {
    spoken: bool,
    waits: bool,
    agenda: Agenda,
    history: Vec<inference::Asked>,
    soundings: Vec<Value>,
}

impl Tour {
    fn say(&self, text: &str) -> anyhow::Result<()> {
        if self.spoken { output::say(text) } else { Ok(()) }
    }

    fn pause(&self) -> anyhow::Result<()> {
        if self.waits {
            output::say("\n[Enter to go on] ")?;
            std::io::stdin().lock().read_line(&mut String::new())?;
        }
        Ok(())
    }

    fn introduce(&self) -> anyhow::Result<()> {
        let mut text = format!("{BANNER}\nSides A, B and C are fictional.\n\nThe named packages:\n");
        for package in self.agenda.packages() {
            let issue = |name: &str| self.agenda.issues().iter().find(|issue| issue.name == name);
            let parts = package.choices.iter().map(|(name, choice)| {
                let choices = issue(name).map(|issue| issue.choices.as_slice()).unwrap_or_default();
                let title = choices.iter().find(|one| one.name == *choice).and_then(|one| one.title.as_deref());
                title.map_or_else(|| choice.clone(), |title| format!("{choice} {title}"))
            });
            text.push_str(&format!("  {}: {}\n", package.name, parts.collect::<Vec<_>>().join("; ")));
        }
        text.push_str(
            "All else is \"not addressed\" in them.\n\n\
             For each question every side runs as a process of its own. It is handed the public agenda, the\n\
             question and its own position; the processes talk to each other over encrypted links.\n",
        );
        self.say(&text)
    }

    fn ask(&mut self, number: usize, sides: &[&str], packages: &[&str]) -> anyhow::Result<()> {
        self.pause()?;
        let asked = self.question(sides, packages);
        let put = asked.put()?;
        let question = account::question(&number.to_string(), &asked, &put);
        self.say(&format!("\n── Question {number} ──\n"))?;
        self.say(&account::before(&self.history, &question, &asked, &put)?)?;
        self.pause()?;
        self.say("\n")?;
        let spoken = self.spoken;
        let performance = stage::perform(&asked, &sources(sides), &Setting::default(), |phase| {
            if spoken {
                output::complain(&format!("  … {phase}: {}", account::phase(phase)));
            }
        })?;
        let opened = Opened::of(&asked, &put, performance)?;
        let told = inference::Asked { question, answer: Some(account::answer(&put, &opened)) };
        self.say(&opened.answer_text(&put))?;
        self.say(&account::after(&self.history, &told, &asked, &put, &opened)?)?;
        self.history.push(told);
        self.soundings.push(json!({
            "sides": sides,
            "packages": packages,
            "rule": asked.rule.name(),
            "result": opened.result(),
            "package": opened.package(&put),
            "outcome": opened.outcome_json(&put.agenda),
        }));
        Ok(())
    }

    fn question(&self, sides: &[&str], packages: &[&str]) -> Asked {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Asked {
            agenda: self.agenda.to_toml(),
            format: Format::Own,
            sides: owned(sides),
            packages: Some(owned(packages)),
            only: Vec::new(),
            rule: Rule::Draw,
            quorum: None,
            vetoes: Vec::new(),
        }
    }

    fn conclude(&self) -> anyhow::Result<()> {
        let mut text = String::from("\n── Who learned what, all three answers together ──\n");
        text.push_str(&account::ledger(&self.history)?);
        text.push_str(&format!("\n{BANNER} Nothing was stored; the processes have ended.\n"));
        self.say(&text)
    }
}

/// Each side's own position, for its process alone.
fn sources(sides: &[&str]) -> Vec<Source> {
    let held = POSITIONS.into_iter().filter(|(name, _)| sides.contains(name));
    held.map(|(_, text)| Source::Text(text.to_owned())).collect()
}
