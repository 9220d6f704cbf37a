//! How long things took, in order.
use std::time::Duration;

/// Durations of many.
#[derive(Default)]
pub(crate) struct Tally(Vec<Duration>);

impl Tally {
    pub(crate) fn add(&mut self, took: Vec<Duration>) {
        self.0.extend(took);
        self.0.sort_unstable();
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// Milliseconds that so many of a thousand did not exceed.
    fn at(&self, thousandth: usize) -> f64 {
        let place = (self.0.len() * thousandth / 1_000).min(self.0.len().saturating_sub(1));
        self.0.get(place).map_or(0.0, |took| took.as_secs_f64() * 1e3)
    }

    /// What 99 of a hundred did not exceed.
    pub(crate) fn late(&self) -> f64 {
        self.at(990)
    }

    pub(crate) fn text(&self) -> String {
        format!("{:>10.1} {:>10.1} {:>10.1}", self.at(500), self.late(), self.at(1_000))
    }
}
