//! `init`, `passphrase`, `backup`, `restore`, `export`, `wipe`: the vault as a whole.
use std::fs::OpenOptions;
use std::io::{BufRead, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use client::archive;
use client::vault::{Cost, RecoveryPhrase};
use serde_json::json;

use super::Place;
use crate::output;

/// A backup is read up to this size.
const MOST_BACKUP_BYTES: u64 = 300 << 20;

/// What `init` is asked.
#[derive(clap::Args)]
pub(crate) struct Init {
    #[command(flatten)]
    place: Place,
}

/// Makes a vault.
pub(crate) fn init(args: &Init) -> anyhow::Result<ExitCode> {
    let home = args.place.home()?;
    if home.is_there() {
        return Err(client::vault::Error::HomeExists { path: home.folder().to_owned() }.into());
    }
    let passphrase = args.place.new_passphrase("New passphrase (at least 8 characters): ")?;
    let (_, phrase) = home.create(&passphrase, Cost::STANDARD)?;
    let folder = home.folder().display().to_string();
    args.place.say(
        || json!({ "home": folder, "recovery_phrase": phrase.words() }),
        || {
            format!(
                "A vault was made in {folder}.\n\nRecovery phrase; write it on paper now, it is kept nowhere and shown \
                 once:\n\n  {}\n\nNext: `backchannel dialogue new --relay URL --title T`, or `backchannel join LINK`.\n",
                phrase.words()
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `passphrase` is asked.
#[derive(clap::Args)]
pub(crate) struct Change {
    #[command(flatten)]
    place: Place,
    /// Open with the recovery phrase, read from standard input, instead of the old passphrase
    #[arg(long)]
    recovery: bool,
    /// Read the new passphrase from this environment variable instead of a prompt
    #[arg(long, value_name = "NAME")]
    new_env: Option<String>,
}

/// Sets a new passphrase.
pub(crate) fn passphrase(args: &Change) -> anyhow::Result<ExitCode> {
    let home = args.place.home()?;
    let mut vault = if args.recovery {
        if std::io::stdin().is_terminal() {
            output::complain("Recovery phrase:");
        }
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        home.unlock_with_phrase(&RecoveryPhrase::read(line.trim())?)?
    } else {
        args.place.unlock()?
    };
    let new = match &args.new_env {
        Some(name) => {
            let given = std::env::var(name).with_context(|| format!("{name} is not set"))?;
            client::vault::Passphrase::new(given)
        }
        None if std::io::stdin().is_terminal() => {
            client::vault::Passphrase::new(rpassword::prompt_password("New passphrase: ")?)
        }
        None => bail!("give the new passphrase with --new-env NAME, or run this on a terminal"),
    };
    vault.change_passphrase(&new, Cost::STANDARD)?;
    args.place.say(|| json!({ "changed": true }), || "The passphrase was changed.\n".to_owned())?;
    Ok(ExitCode::SUCCESS)
}

/// What `backup` is asked.
#[derive(clap::Args)]
pub(crate) struct Backup {
    #[command(flatten)]
    place: Place,
    /// The file to write
    file: PathBuf,
}

/// Writes an encrypted backup under the vault's passphrase.
pub(crate) fn backup(args: &Backup) -> anyhow::Result<ExitCode> {
    let home = args.place.home()?;
    let passphrase = args.place.passphrase("Passphrase: ")?;
    let mut vault = home.unlock(&passphrase)?;
    let sealed = archive::backup_vault(&mut vault, &passphrase)?;
    // Before anything is relied on, the restore is rehearsed.
    let contents = archive::look_into(&sealed, &passphrase)?;
    write_new(&args.file, &sealed)?;
    args.place.say(
        || json!({ "file": args.file, "bytes": sealed.len(), "dialogues": contents.dialogues.len(), "rehearsed": true }),
        || {
            format!(
                "{} dialogue(s) in {}. It was opened and read again: it can be restored with the same passphrase. A \
                 restored machine has identity and history, and asks the others to be let in again.\n",
                contents.dialogues.len(),
                args.file.display()
            )
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `restore` is asked.
#[derive(clap::Args)]
pub(crate) struct Restore {
    #[command(flatten)]
    place: Place,
    /// The backup
    file: PathBuf,
    /// Only look whether it could be restored, and change nothing
    #[arg(long)]
    rehearse: bool,
}

/// Restores a backup into a new home.
pub(crate) fn restore(args: &Restore) -> anyhow::Result<ExitCode> {
    let size = std::fs::metadata(&args.file).with_context(|| format!("{}: cannot be read", args.file.display()))?.len();
    if size > MOST_BACKUP_BYTES {
        return Err(client::Error::Misuse(format!("{}: too large for a backup", args.file.display())).into());
    }
    let sealed = std::fs::read(&args.file).with_context(|| format!("{}: cannot be read", args.file.display()))?;
    let passphrase = args.place.passphrase("Passphrase of the backup: ")?;
    let contents = archive::look_into(&sealed, &passphrase)?;
    let mut phrase = None;
    if !args.rehearse {
        let home = args.place.home()?;
        let (mut vault, words) = home.create(&passphrase, Cost::STANDARD)?;
        archive::restore_into(&mut vault, &sealed, &passphrase)?;
        phrase = Some(words);
    }
    let words = phrase.as_ref().map(RecoveryPhrase::words);
    args.place.say(
        || json!({ "restored": !args.rehearse, "dialogues": contents.dialogues.len(), "recovery_phrase": words }),
        || match words {
            None => format!("The backup can be restored: {} dialogue(s).\n", contents.dialogues.len()),
            Some(words) => format!(
                "{} dialogue(s) restored, under the backup's passphrase. Next: `backchannel sync`; another member must \
                 be online once to let you in again.\n\nNew recovery phrase; write it on paper now:\n\n  {words}\n",
                contents.dialogues.len()
            ),
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `export` is asked.
#[derive(clap::Args)]
pub(crate) struct Export {
    #[command(flatten)]
    place: Place,
    /// The file to write; it is readable by anybody who gets it
    file: PathBuf,
}

/// Writes everything of one's own in readable form.
pub(crate) fn export(args: &Export) -> anyhow::Result<ExitCode> {
    let mut talk = args.place.open()?;
    let all = talk.me.export()?;
    write_new(&args.file, all.text.as_bytes())?;
    args.place.say(
        || json!({ "file": args.file, "events": all.events, "positions": all.positions }),
        || {
            let name = args.file.display();
            format!("{} events and {} position(s) in {name}. The file is not encrypted.\n", all.events, all.positions)
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

/// What `wipe` is asked.
#[derive(clap::Args)]
pub(crate) struct Wipe {
    #[command(flatten)]
    place: Place,
    /// Do it without a question
    #[arg(long)]
    yes: bool,
}

/// Destroys the vault at once: its keys first.
pub(crate) fn wipe(args: &Wipe) -> anyhow::Result<ExitCode> {
    let home = args.place.home()?;
    if !args.yes {
        if !std::io::stdin().is_terminal() {
            bail!("wiping asks for a word; give --yes where there is no terminal");
        }
        output::say(&format!("Everything in {} will be unreadable. Type wipe: ", home.folder().display()))?;
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        if line.trim() != "wipe" {
            bail!("nothing was wiped");
        }
    }
    home.wipe()?;
    args.place
        .say(|| json!({ "wiped": true }), || "Wiped: the keys are gone, and the files with them.\n".to_owned())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file that must not be there yet, readable by its owner alone; whole or not at all, for a piece of a backup
/// would look like one, and keep a whole one from being written.
fn write_new(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let say = || format!("{}: cannot be written (an existing file is not overwritten)", path.display());
    if path.symlink_metadata().is_ok() {
        return Err(std::io::Error::from(ErrorKind::AlreadyExists)).with_context(say);
    }
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    // What is left of an attempt that was killed.
    match std::fs::remove_file(&part) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error).with_context(say),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&part).with_context(say)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| put_in_place(&part, path));
    if written.is_err() {
        // The error that matters is the first one.
        let _ = std::fs::remove_file(&part);
    }
    written.with_context(say)
}

/// A link never takes the place of another file; where the file system has none, what was looked up before has to do.
fn put_in_place(part: &Path, path: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(part, path) {
        Ok(()) => std::fs::remove_file(part),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) => std::fs::rename(part, path),
    }
}
