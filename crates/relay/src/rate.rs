//! Rates: buckets that fill with time, one for each address or token.
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Buckets that are remembered. Full ones are forgotten first, which changes nothing.
const MOST: usize = 65_536;

/// Buckets of one size.
pub(crate) struct Buckets<Key> {
    size: f64,
    per_second: f64,
    held: Mutex<HashMap<Key, (f64, Instant)>>,
}

impl<Key: Eq + Hash> Buckets<Key> {
    pub(crate) fn new(size: u32, per_second: f64) -> Self {
        Self { size: f64::from(size), per_second, held: Mutex::new(HashMap::new()) }
    }

    /// Takes `amount` out; false, and nothing taken, where there is too little.
    pub(crate) fn take(&self, key: Key, amount: u32, now: Instant) -> bool {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= MOST {
            held.retain(|_, bucket| self.filled(*bucket, now) < self.size);
            if held.len() >= MOST {
                return false;
            }
        }
        let before = held.get(&key).copied().unwrap_or((self.size, now));
        let there = self.filled(before, now);
        let enough = there >= f64::from(amount);
        held.insert(key, (if enough { there - f64::from(amount) } else { there }, now));
        enough
    }

    fn filled(&self, (amount, at): (f64, Instant), now: Instant) -> f64 {
        (amount + now.saturating_duration_since(at).as_secs_f64() * self.per_second).min(self.size)
    }
}

#[cfg(test)]
mod tests {
    //! Buckets empty and fill.
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_is_taken_comes_back_with_time() {
        let buckets = Buckets::new(4, 2.0);
        let now = Instant::now();
        assert!(buckets.take(1, 4, now));
        assert!(!buckets.take(1, 1, now));
        assert!(buckets.take(2, 1, now), "another key has its own");
        assert!(buckets.take(1, 2, now + Duration::from_secs(1)));
        assert!(!buckets.take(1, 5, now + Duration::from_secs(100)), "never more than its size");
        assert!(buckets.take(1, 4, now + Duration::from_secs(100)));
    }
}
