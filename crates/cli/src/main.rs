//! Floor 5: the `backchannel` program: commands in, exit codes out.
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod check;
mod convert;
mod demo;
mod exit;
mod output;
mod rehearse;
mod scope;
mod seeing;
mod solve;
mod talk;

/// Learn whether an off-ramp that everyone could tolerate exists.
#[derive(Parser)]
#[command(name = "backchannel", version, arg_required_else_help = true, after_help = exit::HELP)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Solve a scenario in the clear: who could accept what, and what each rule would choose
    Solve(solve::Args),
    /// Review one position before it is sealed: contradictions, counts, what each word does
    Check(check::Args),
    /// Rewrite a scenario folder of any format read as our own
    Convert(convert::Args),
    /// Run a sounding among real processes on this machine, one for each side
    Rehearse(rehearse::Args),
    /// Play the sample case through: three questions among three sides, and who learned what
    Demo(demo::Args),
    /// Make a vault, in which everything of yours is kept encrypted
    Init(talk::home::Init),
    /// Set a new passphrase
    Passphrase(talk::home::Change),
    /// Your pages, in a browser on this machine
    Pages(talk::pages::Args),
    /// Found, list and look at dialogues
    #[command(subcommand)]
    Dialogue(talk::dialogue::Command),
    /// Invite somebody to a seat of a side
    Invite(talk::members::Invite),
    /// Use an invitation
    Join(talk::members::Join),
    /// Words to be compared aloud with another member
    Verify(talk::members::Verify),
    /// The members of the dialogue
    Members(talk::members::Members),
    /// Remove a member (the convener's)
    Remove(talk::members::Remove),
    /// Read and say things in rooms
    #[command(subcommand)]
    Room(talk::rooms::Command),
    /// Set, show and compare versions of the agenda
    #[command(subcommand)]
    Agenda(talk::agenda::Command),
    /// Your side's private position
    #[command(subcommand)]
    Position(talk::position::Command),
    /// Questions to the sides: called, consented to, run, answered
    #[command(subcommand)]
    Sounding(talk::sounding::Command),
    /// Who sits there, in what office and capacity
    #[command(subcommand)]
    Seat(talk::record::seat::Command),
    /// What governments asked for, knew, directed; who asserts and who denies it
    #[command(subcommand)]
    Standing(talk::record::standing::Command),
    /// Written authority of a principal for an envoy, signed with the principal's SSH key
    #[command(subcommand)]
    Mandate(talk::record::mandate::Command),
    /// Meetings: when, where, with whom, on which track
    #[command(subcommand)]
    Meeting(talk::record::meeting::Command),
    /// Lines about a meeting, each cleared by its speaker
    #[command(subcommand)]
    Readout(talk::record::readout::Command),
    /// What one audience may read about one meeting
    #[command(subcommand)]
    Debrief(talk::record::debrief::Command),
    /// Reported statements, with their sources and roots
    #[command(subcommand)]
    Statement(talk::record::statement::Command),
    /// The gate for those whom a result concerns
    #[command(subcommand)]
    Gate(talk::record::gate::Command),
    /// What blocks, who could resolve it, the next step
    #[command(subcommand)]
    Impasse(talk::record::impasse::Command),
    /// Threatened acts, whom to call, messages to all at once
    #[command(subcommand)]
    Crisis(talk::record::crisis::Command),
    /// Other channels, and where they may collide
    #[command(subcommand)]
    Channel(talk::record::channel::Command),
    /// Who asked and who answered, in counts alone
    #[command(subcommand)]
    Tally(talk::record::tally::Command),
    /// Cleared items to another dialogue
    #[command(subcommand)]
    Handover(talk::record::handover::Command),
    /// What was asked, what it told, what the budget has left
    Ledger(talk::ledger::Args),
    /// Fetch, apply and send
    Sync(talk::sync::Args),
    /// How the dialogue is: what is the matter, what to do, every fault that was found
    Health(talk::health::Args),
    /// Leave the dialogue
    Leave(talk::ending::Leave),
    /// Agree that the dialogue be destroyed everywhere; carried out once all sides do
    Destroy(talk::ending::Destroy),
    /// Write an encrypted backup of the vault
    Backup(talk::home::Backup),
    /// Restore a backup into a new home
    Restore(talk::home::Restore),
    /// Write everything of yours in readable form
    Export(talk::home::Export),
    /// Destroy the vault at once
    Wipe(talk::home::Wipe),
    /// One side's part of a rehearsal; started by `rehearse`
    #[command(hide = true)]
    Side(rehearse::side::Args),
}

fn main() -> ExitCode {
    let asked = Program::parse().command;
    if let Err(wrong) = seeing::begin() {
        output::complain(&format!("error: {wrong}"));
        return ExitCode::from(exit::USAGE);
    }
    let done = match asked {
        Command::Solve(args) => solve::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Rehearse(args) => rehearse::run(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Init(args) => talk::home::init(&args),
        Command::Passphrase(args) => talk::home::passphrase(&args),
        Command::Pages(args) => talk::pages::run(&args),
        Command::Dialogue(command) => talk::dialogue::run(&command),
        Command::Invite(args) => talk::members::invite(&args),
        Command::Join(args) => talk::members::join(&args),
        Command::Verify(args) => talk::members::verify(&args),
        Command::Members(args) => talk::members::members(&args),
        Command::Remove(args) => talk::members::remove(&args),
        Command::Room(command) => talk::rooms::run(&command),
        Command::Agenda(command) => talk::agenda::run(&command),
        Command::Position(command) => talk::position::run(&command),
        Command::Sounding(command) => talk::sounding::run(&command),
        Command::Seat(command) => talk::record::seat::run(&command),
        Command::Standing(command) => talk::record::standing::run(&command),
        Command::Mandate(command) => talk::record::mandate::run(&command),
        Command::Meeting(command) => talk::record::meeting::run(&command),
        Command::Readout(command) => talk::record::readout::run(&command),
        Command::Debrief(command) => talk::record::debrief::run(&command),
        Command::Statement(command) => talk::record::statement::run(&command),
        Command::Gate(command) => talk::record::gate::run(&command),
        Command::Impasse(command) => talk::record::impasse::run(&command),
        Command::Crisis(command) => talk::record::crisis::run(&command),
        Command::Channel(command) => talk::record::channel::run(&command),
        Command::Tally(command) => talk::record::tally::run(&command),
        Command::Handover(command) => talk::record::handover::run(&command),
        Command::Ledger(args) => talk::ledger::run(&args),
        Command::Sync(args) => talk::sync::run(&args),
        Command::Health(args) => talk::health::run(&args),
        Command::Leave(args) => talk::ending::leave(&args),
        Command::Destroy(args) => talk::ending::destroy(&args),
        Command::Backup(args) => talk::home::backup(&args),
        Command::Restore(args) => talk::home::restore(&args),
        Command::Export(args) => talk::home::export(&args),
        Command::Wipe(args) => talk::home::wipe(&args),
        Command::Side(args) => rehearse::side::run(&args),
    };
    done.unwrap_or_else(|error| exit::report(&error))
}
