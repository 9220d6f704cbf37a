//! `BACKCHANNEL_LOG`: what this program does, in lines on standard error, for whoever looks for a fault. Off unless asked.
//!
//! Only this project's own events are written. What a library reads or sends, it might tell. Lines carry no time of
//! day: it would show how long a step took that looks at a position.
use tracing::Metadata;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// The variable.
const NAME: &str = "BACKCHANNEL_LOG";

/// Those whose events are written.
const OWN: [&str; 2] = ["backchannel", "client"];

/// Begins to write, if the environment asks for it.
///
/// # Errors
/// A level that is none.
pub(crate) fn begin() -> Result<(), String> {
    let Some(asked) = std::env::var_os(NAME) else {
        return Ok(());
    };
    let level = level(&asked.to_string_lossy())?;
    if level == LevelFilter::OFF {
        return Ok(());
    }
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false).without_time();
    let own = filter_fn(move |metadata| *metadata.level() <= level && is_own(metadata));
    // It can have begun already only where this is called twice.
    tracing_subscriber::registry().with(lines.with_filter(own)).try_init().map_err(|error| error.to_string())
}

fn is_own(metadata: &Metadata<'_>) -> bool {
    let root = metadata.target().split("::").next();
    root.is_some_and(|root| OWN.contains(&root))
}

fn level(asked: &str) -> Result<LevelFilter, String> {
    match asked {
        "" | "off" => Ok(LevelFilter::OFF),
        "error" => Ok(LevelFilter::ERROR),
        "warn" => Ok(LevelFilter::WARN),
        "info" => Ok(LevelFilter::INFO),
        "debug" => Ok(LevelFilter::DEBUG),
        "trace" => Ok(LevelFilter::TRACE),
        _ => Err(format!("{NAME} is one of off, error, warn, info, debug and trace")),
    }
}
