//! `crisis contact|flag|ease|hotline|read|list`: threatened acts, whom to call, and messages to all at once.
use std::process::ExitCode;

use ::dialogue::record::Act;
use ::dialogue::record::affairs::{self, Contact, Escalation};
use serde_json::json;

use super::{enter_one, open};
use crate::talk::{Place, names};

/// What can be done in a crisis.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Name somebody to be reached
    Contact(Reach),
    /// Flag a threatened act: it is never an option, and its issue keeps its options
    Flag(Flag),
    /// Take a flag down
    Ease(Ease),
    /// Send a message to all sides' machines at once
    Hotline(Hotline),
    /// Say that you have read all hotline messages
    Read(List),
    /// Flags, contacts and hotline messages
    List(List),
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Contact(args) => enter_one(&args.place, &args.name, "The contact is on the record.", |_, _| {
            let contact = Contact { side: args.side.clone(), reach: args.reach.clone() };
            Ok(Act::Affairs(affairs::Act::Contact { name: args.name.clone(), contact }))
        }),
        Command::Flag(args) => {
            enter_one(&args.place, &args.name, "The act is flagged; all are told whom to call.", |_, _| {
                let escalation = Escalation {
                    act: args.act.clone(),
                    issue: args.issue.clone(),
                    statement: args.statement.clone(),
                    contact: args.contact.clone(),
                };
                Ok(Act::Affairs(affairs::Act::Escalation { name: args.name.clone(), escalation }))
            })
        }
        Command::Ease(args) => enter_one(&args.place, &args.name, "The flag is taken down.", |_, _| {
            Ok(Act::Affairs(affairs::Act::Eased { name: args.name.clone(), why: args.why.clone() }))
        }),
        Command::Hotline(args) => enter_one(&args.place, "hotline", "Sent to all.", |_, _| {
            Ok(Act::Affairs(affairs::Act::Hotline { text: args.text.clone() }))
        }),
        Command::Read(args) => read(args),
        Command::List(args) => list(args),
    }
}

/// What `crisis contact` is asked.
#[derive(clap::Args)]
pub(crate) struct Reach {
    #[command(flatten)]
    place: Place,
    /// The contact's name or function
    name: String,
    /// How to reach them
    reach: String,
    /// The side; the convener's where none is named
    #[arg(long, value_name = "S")]
    side: Option<String>,
}

/// What `crisis flag` is asked.
#[derive(clap::Args)]
pub(crate) struct Flag {
    #[command(flatten)]
    place: Place,
    /// The flag's name
    name: String,
    /// The threatened act
    act: String,
    /// The contact to be called
    #[arg(long, value_name = "CONTACT")]
    contact: String,
    /// The issue
    #[arg(long, value_name = "ISSUE")]
    issue: Option<String>,
    /// The statement that reports it
    #[arg(long, value_name = "NAME")]
    statement: Option<String>,
}

/// What `crisis ease` is asked.
#[derive(clap::Args)]
pub(crate) struct Ease {
    #[command(flatten)]
    place: Place,
    /// The flag
    name: String,
    /// Why
    why: String,
}

/// What `crisis hotline` is asked.
#[derive(clap::Args)]
pub(crate) struct Hotline {
    #[command(flatten)]
    place: Place,
    /// The text
    text: String,
}

/// What `crisis list` and `crisis read` are asked.
#[derive(clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    place: Place,
}

fn read(args: &List) -> anyhow::Result<ExitCode> {
    let (mut talk, state) = open(&args.place)?;
    let me = talk.me.overview()?.me;
    let unread: Vec<u64> =
        state.record.affairs.hotline.iter().filter(|one| !one.read_by.contains(&me)).map(|one| one.sequence).collect();
    for sequence in &unread {
        super::enter_quietly(&mut talk, Act::Affairs(affairs::Act::HotlineRead { sequence: *sequence }))?;
    }
    talk.send()?;
    args.place.say(|| json!({ "read": unread.len() }), || format!("{} message(s) marked as read.\n", unread.len()))?;
    Ok(ExitCode::SUCCESS)
}

fn list(args: &List) -> anyhow::Result<ExitCode> {
    let (_, state) = open(&args.place)?;
    let affairs = &state.record.affairs;
    args.place.say(
        || {
            let flag = |(name, (flag, eased)): (&String, &(Escalation, Option<String>))| {
                json!({ "name": name, "act": flag.act, "issue": flag.issue, "statement": flag.statement,
                        "contact": flag.contact, "eased": eased })
            };
            let contact =
                |(name, one): (&String, &Contact)| json!({ "name": name, "side": one.side, "reach": one.reach });
            let message = |one: &affairs::Hotline| {
                let read: Vec<String> = one.read_by.iter().map(|id| names::name(&state, id)).collect();
                json!({ "sequence": one.sequence, "by": names::name(&state, &one.by), "at": one.at, "text": one.text,
                        "read_by": read })
            };
            json!({
                "flags": affairs.escalations.iter().map(flag).collect::<Vec<_>>(),
                "contacts": affairs.contacts.iter().map(contact).collect::<Vec<_>>(),
                "hotline": affairs.hotline.iter().map(message).collect::<Vec<_>>(),
            })
        },
        || {
            let mut out = String::new();
            for (name, flag) in affairs.standing_flags() {
                let reach = affairs.contacts.get(&flag.contact).map_or_else(String::new, |one| one.reach.clone());
                out.push_str(&format!("Flag {name}: {}. Call {} ({reach}).\n", flag.act, flag.contact));
            }
            for (name, contact) in &affairs.contacts {
                out.push_str(&format!("Contact {name}: {}\n", contact.reach));
            }
            for one in &affairs.hotline {
                out.push_str(&format!(
                    "{}  {}: {}\n",
                    crate::talk::rooms::time(one.at),
                    names::name(&state, &one.by),
                    one.text
                ));
            }
            if out.is_empty() { "No flags, contacts or hotline messages.\n".to_owned() } else { out }
        },
    )?;
    Ok(ExitCode::SUCCESS)
}
