//! Counts for the operator: no ids, no addresses, no tokens.
pub(crate) mod serve;

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};

macro_rules! counts {
    ($($(#[doc = $doc:literal])* $name:ident: $kind:literal),* $(,)?) => {
        /// Counts since the start (counters) and of this moment (gauges).
        #[derive(Default)]
        pub(crate) struct Metrics {
            $($(#[doc = $doc])* pub(crate) $name: AtomicU64,)*
        }

        impl Metrics {
            /// The counts as text, one a line, as Prometheus reads them.
            pub(crate) fn text(&self) -> String {
                let mut text = String::new();
                $(
                    // Writing to a string does not fail.
                    let _ = writeln!(
                        text,
                        "# HELP relay_{0}{1}\n# TYPE relay_{0} {2}\nrelay_{0} {3}",
                        stringify!($name),
                        concat!($($doc),*),
                        $kind,
                        self.$name.load(Ordering::Relaxed)
                    );
                )*
                text
            }
        }
    };
}

counts! {
    /// Appends stored.
    appends: "counter",
    /// Blocks stored.
    blocks_appended: "counter",
    /// Appends that had been stored before.
    appends_again: "counter",
    /// Fetches answered.
    fetches: "counter",
    /// Blocks sent.
    blocks_fetched: "counter",
    /// Acknowledgements taken.
    acknowledgements: "counter",
    /// Blocks erased.
    blocks_erased: "counter",
    /// Logs created.
    logs_created: "counter",
    /// Bytes carried on streams.
    stream_bytes: "counter",
    /// Streams that had both ends.
    streams_paired: "counter",
    /// Requests refused for a reason of the client's.
    refusals: "counter",
    /// Requests that failed for a reason of the relay's.
    troubles: "counter",
    /// Connections open.
    connections: "gauge",
    /// Fetches that wait for something new.
    waiting: "gauge",
    /// Ends of streams open.
    stream_ends: "gauge",
}

/// One more.
pub(crate) fn count(counter: &AtomicU64, amount: u64) {
    counter.fetch_add(amount, Ordering::Relaxed);
}

/// Counted for as long as it is held.
pub(crate) struct Gauge<'a>(&'a AtomicU64);

impl<'a> Gauge<'a> {
    pub(crate) fn hold(gauge: &'a AtomicU64) -> Self {
        count(gauge, 1);
        Self(gauge)
    }
}

impl Drop for Gauge<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
