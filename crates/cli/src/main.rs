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
mod solve;

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
    /// One side's part of a rehearsal; started by `rehearse`
    #[command(hide = true)]
    Side(rehearse::side::Args),
}

fn main() -> ExitCode {
    let done = match Program::parse().command {
        Command::Solve(args) => solve::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Rehearse(args) => rehearse::run(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Side(args) => rehearse::side::run(&args),
    };
    done.unwrap_or_else(|error| exit::report(&error))
}
