//! `backchannel-relay`: the command line of a relay.
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use envelope::Token;
use relay::{Certificate, Config, Database, Error, Limits, serve};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Blind, ordered logs of encrypted blocks for dialogues, and live streams that are never stored.
#[derive(Parser)]
#[command(name = "backchannel-relay", version)]
struct Command {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Runs a relay until it is told to stop (SIGTERM or SIGINT).
    Serve(Box<Serve>),
}

#[derive(Args)]
struct Serve {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8443")]
    listen: SocketAddr,
    /// Where logs are kept: sqlite:PATH, or postgres://USER:PASSWORD@HOST/NAME for several relays on one database.
    #[arg(long, value_name = "URL", default_value = "sqlite:relay.db")]
    database: String,
    /// The certificate chain in PEM. On a loopback address the relay makes its own where none is given.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's private key in PEM.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Where to tell counts as text (GET /metrics); loopback only.
    #[arg(long, value_name = "ADDR")]
    metrics: Option<SocketAddr>,
    /// Where the relay keeps its own certificate; beside an SQLite database if not given.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// A file with 64 hexadecimal digits: only who shows that token creates dialogues here.
    #[arg(long, value_name = "FILE")]
    creation_token_file: Option<PathBuf>,
    /// Mebibytes of blocks that one dialogue may hold at a time.
    #[arg(long, value_name = "MIB", default_value_t = 2_048)]
    quota: u64,
    /// Days that blocks are kept where nothing else was agreed.
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u64).range(1..=3_650))]
    retention: u64,
    /// Bounds the database file, for tests of a full disk.
    #[arg(long, hide = true)]
    most_pages: Option<u32>,
    /// End when standard input ends: whoever started this has gone then.
    #[arg(long, hide = true)]
    leashed: bool,
}

impl Serve {
    fn config(self) -> Result<Config, Error> {
        let mut config = Config::new(self.listen, Database::parse(&self.database)?);
        if let (Some(certificate), Some(key)) = (self.tls_cert, self.tls_key) {
            config.certificate = Certificate::Files { certificate, key };
        }
        config.folder = self.data;
        config.metrics = self.metrics;
        config.most_pages = self.most_pages;
        config.limits = Limits {
            bytes_per_log: self.quota.saturating_mul(1 << 20),
            retention: std::time::Duration::from_secs(self.retention * 86_400),
            ..Limits::default()
        };
        if let Some(path) = self.creation_token_file {
            let wrong = |what: String| Error::Input { path: path.display().to_string(), what };
            let text = std::fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
            let token = Token::parse(text.trim()).map_err(|error| wrong(error.to_string()))?;
            config.creation = Some(token.hash());
        }
        Ok(config)
    }
}

fn main() -> ExitCode {
    let What::Serve(serve) = Command::parse().what;
    match run(*serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "backchannel-relay: {error:#}");
            ExitCode::from(match error.downcast_ref::<Error>() {
                Some(Error::Misuse(_)) => 2,
                Some(Error::Input { .. }) => 3,
                _ => 1,
            })
        }
    }
}

fn run(asked: Serve) -> anyhow::Result<()> {
    // Only the relay's own events: a library's might tell what it reads.
    let own = Targets::new().with_targets([("relay", LevelFilter::INFO), ("backchannel_relay", LevelFilter::INFO)]);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false).with_target(false);
    tracing_subscriber::registry().with(lines.with_filter(own)).init();
    let leashed = asked.leashed;
    let config = asked.config()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(until_told(config, leashed))
}

async fn until_told(config: Config, leashed: bool) -> anyhow::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    let running = serve(config).await?;
    let pin = running.pin.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut out = std::io::stdout();
    writeln!(out, "listening on https://{} pin {pin}", running.address)?;
    out.flush()?;
    tokio::select! {
        _ = terminate.recv() => {}
        ended = tokio::signal::ctrl_c() => ended?,
        () = starter_gone(), if leashed => {}
    }
    tracing::info!("stopping");
    running.stop().await;
    tracing::info!("stopped");
    Ok(())
}

/// Until standard input ends.
async fn starter_gone() {
    let (sender, gone) = tokio::sync::oneshot::channel::<()>();
    // Not the runtime's own threads: it would wait for a read that may never end.
    std::thread::spawn(move || {
        let ended = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        drop((ended, sender));
    });
    // The sender is dropped unused.
    let _ = gone.await;
}
