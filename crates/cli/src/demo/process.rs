//! A program that the demo has started: it is heard on its standard output, and it is gone when the demo lets go of it.
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::task::{Context, Poll};

use anyhow::{Context as _, bail};
use tokio::sync::mpsc;

/// So many lines of what it told on standard error are repeated where it failed.
const REPEATED: usize = 5;

/// A started program.
pub(super) struct Process {
    name: String,
    child: Child,
    lines: mpsc::UnboundedReceiver<String>,
    log: PathBuf,
}

impl Process {
    /// Starts it. Its standard input stays open as long as this program lives, however that ends. What it tells on standard error goes into a file in `folder`.
    ///
    /// # Errors
    /// A program that cannot be started.
    pub(super) fn start(mut command: Command, name: &str, folder: &Path) -> anyhow::Result<Self> {
        let log = folder.join(format!("{name}.log"));
        let told = File::create(&log).with_context(|| log.display().to_string())?;
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(told).env("TMPDIR", folder);
        // Ctrl-C is for the demo alone, which then ends what it has started.
        command.process_group(0);
        let mut child = command.spawn().with_context(|| format!("{name} could not be started"))?;
        let (sender, lines) = mpsc::unbounded_channel();
        if let Some(said) = child.stdout.take() {
            std::thread::spawn(move || {
                let mut said = BufReader::new(said).lines();
                while let Some(Ok(line)) = said.next() {
                    if sender.send(line).is_err() {
                        return;
                    }
                }
            });
        }
        Ok(Self { name: name.to_owned(), child, lines, log })
    }

    /// Hears it until `understood` makes something of all that it has said so far.
    ///
    /// # Errors
    /// It ended before; what it told last is repeated.
    pub(super) async fn hear<T>(&mut self, understood: impl Fn(&str) -> Option<T>) -> anyhow::Result<T> {
        let mut said = String::new();
        while let Some(line) = self.lines.recv().await {
            said.push_str(&line);
            said.push('\n');
            if let Some(found) = understood(&said) {
                return Ok(found);
            }
        }
        let status = self.ended().await?;
        bail!("{} ended before it was ready ({status}){}", self.name, self.told());
    }

    /// Hears it until it has ended.
    ///
    /// # Errors
    /// The operating system does not say how it ended.
    pub(super) async fn ended(&mut self) -> anyhow::Result<ExitStatus> {
        while self.lines.recv().await.is_some() {}
        // Its output is closed: it has ended, or is about to.
        self.child.wait().with_context(|| self.name.clone())
    }

    /// Whether its output is closed, which is so from its end on; what it says until then is passed over.
    pub(super) fn poll_closed(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            match self.lines.poll_recv(context) {
                Poll::Ready(Some(_)) => {}
                Poll::Ready(None) => return Poll::Ready(()),
                Poll::Pending => return Poll::Pending,
            }
        }
    }

    /// The last lines that it told on standard error, as a clause.
    pub(super) fn told(&self) -> String {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().rev().take(REPEATED).collect();
        let lines: Vec<&str> = lines.into_iter().rev().collect();
        if lines.is_empty() { String::new() } else { format!(":\n{}", lines.join("\n")) }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
