//! The exit codes, all of them in one place, and how a failure is told.
use std::process::ExitCode;

/// Trouble that is none of the others: a full disk, a broken pipe.
pub(crate) const TROUBLE: u8 = 1;
/// Wrong usage; clap's own.
pub(crate) const USAGE: u8 = 2;
/// A document or a question that cannot be used.
pub(crate) const BAD_INPUT: u8 = 3;
/// A run that broke, or was broken.
pub(crate) const ABORTED: u8 = 4;

/// What `--help` says of them.
pub(crate) const HELP: &str = "\
Exit codes: 0 an honest result, whatever it says; 1 trouble; 2 wrong usage; \
3 bad input; 4 a run was aborted.

Environment: BACKCHANNEL_HOME the folder of the vault; BACKCHANNEL_PASSPHRASE its passphrase; BACKCHANNEL_LOG \
error, warn, info, debug or trace: what is done, in lines on standard error (off unless set). The lines hold \
shortened ids, counts, numbers of blocks, kinds and durations: never a text, a name, an address or a key.";

/// Tells a failure on standard error and gives its exit code.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    crate::output::complain(&format!("error: {}", chain(error)));
    let code = judge(error);
    tracing::debug!(code, "a command failed");
    ExitCode::from(code)
}

fn judge(error: &anyhow::Error) -> u8 {
    if let Some(broken) = error.downcast_ref::<crate::rehearse::Broken>() {
        return broken.code();
    }
    if let Some(error) = error.chain().find_map(|cause| cause.downcast_ref::<client::Error>()) {
        return of_client(error);
    }
    if let Some(error) = error.downcast_ref::<client::vault::Error>() {
        return of_family(error.family());
    }
    if error.is::<client::invitation::NoLink>() || error.is::<dialogue::Refusal>() {
        return BAD_INPUT;
    }
    code(error)
}

fn of_client(error: &client::Error) -> u8 {
    match error {
        client::Error::Run(_) => ABORTED,
        client::Error::Refused(_)
        | client::Error::RefusedOf { .. }
        | client::Error::Negotiation(_)
        | client::Error::Misuse(_) => BAD_INPUT,
        client::Error::Vault(error) => of_family(error.family()),
        _ => TROUBLE,
    }
}

fn of_family(family: client::vault::Family) -> u8 {
    match family {
        client::vault::Family::Misuse | client::vault::Family::Misbehaviour => BAD_INPUT,
        _ => TROUBLE,
    }
}

/// A negotiation error is bad input, except where the disk would not take what we wrote.
fn code(error: &anyhow::Error) -> u8 {
    match error.chain().find_map(|cause| cause.downcast_ref::<negotiation::Error>()) {
        None | Some(negotiation::Error::Write { .. }) => TROUBLE,
        Some(_) => BAD_INPUT,
    }
}

/// The whole chain on one line; a cause that the text before it has told already is not told again.
fn chain(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if text.is_empty() {
            text = cause;
        } else if !text.contains(&cause) {
            text.push_str(": ");
            text.push_str(&cause);
        }
    }
    text
}
