//! Security parameters, and the bucket sizes computed from them.

/// Targets and sizes of one run; the same for all its parties.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// The chance that any statistical check of the run is passed by a cheat is at most 2^-statistical.
    statistical: u32,
    /// Bits of the MAC by which the evaluator checks each opened row.
    mac_bits: u32,
    /// Cut-and-choose checks that a party's global key is the same towards all.
    key_checks: usize,
    /// Leaky ANDs held at once take about this many bytes.
    batch_bytes: usize,
}

impl Parameters {
    /// Statistical 40 over the whole run, computational 128.
    ///
    /// The target is shared out: buckets take 2^-41, the key check 2^-42, row MACs 2^-63.
    pub const STANDARD: Self = Self { statistical: 40, mac_bits: 63, key_checks: 42, batch_bytes: 288 << 20 };

    /// Deliberately weak, so that a test can count escapes; only this crate's tests can make it.
    #[cfg(test)]
    pub(crate) const fn weak(statistical: u32) -> Self {
        Self { statistical, mac_bits: statistical, key_checks: statistical as usize, batch_bytes: 288 << 20 }
    }

    /// The statistical target in bits.
    pub const fn statistical(&self) -> u32 {
        self.statistical
    }

    pub(crate) const fn mac_bits(&self) -> u32 {
        self.mac_bits
    }

    pub(crate) const fn key_checks(&self) -> usize {
        self.key_checks
    }

    /// How to make at least `ands` AND triples among `parties` parties.
    pub(crate) fn plan(&self, ands: u64, parties: usize) -> Plan {
        let per_leaky = 32 * 3 * (parties - 1) + 64;
        let most_leaky = (self.batch_bytes / per_leaky).max(1 << 14) as u64;
        let plans = (2..=16).map(|bucket| self.plan_with(ands.max(1), bucket, most_leaky));
        let fits = |plan: &Plan| plan.triples * plan.bucket <= most_leaky;
        // A bucket of four fits from 3,850 ANDs a batch on, which the least `most_leaky` has room for.
        plans.filter(fits).min_by_key(Plan::leaky).unwrap_or(Plan { batches: 1, triples: ands.max(1), bucket: 41 })
    }

    fn plan_with(&self, ands: u64, bucket: u64, most_leaky: u64) -> Plan {
        let batches = ands.div_ceil((most_leaky / bucket).max(1));
        let mut triples = ands.div_ceil(batches);
        let target = -f64::from(self.statistical + 1) - (batches as f64).log2();
        while escape_log2(triples, bucket) > target {
            // Spare triples are thrown away: a larger batch hides a leaky one better.
            triples += (triples / 64).max(1);
        }
        Plan { batches, triples, bucket }
    }
}

/// Triples are made in `batches` of `triples`, each from `bucket` leaky ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) batches: u64,
    pub(crate) triples: u64,
    pub(crate) bucket: u64,
}

impl Plan {
    /// Leaky ANDs made in all.
    pub(crate) fn leaky(&self) -> u64 {
        self.batches * self.triples * self.bucket
    }
}

/// log2 of a bound on the chance that a cheat survives with one bucket of only leaky ANDs
/// (Wang–Ranellucci–Katz 2017b, the bucketing lemma): a cheat on `c` of the `triples · bucket`
/// leaky ANDs survives the check with 2^-c, and some bucket is then all bad with at most
/// `triples · C(c, bucket) / C(triples · bucket, bucket)`; the cheat picks the best `c`.
pub(crate) fn escape_log2(triples: u64, bucket: u64) -> f64 {
    let choose_log2 = |n: u64, k: u64| (0..k).map(|i| ((n - i) as f64 / (k - i) as f64).log2()).sum::<f64>();
    (bucket..=4 * bucket)
        .map(|bad| {
            let all_bad = (triples as f64).log2() + choose_log2(bad, bucket) - choose_log2(triples * bucket, bucket);
            all_bad.min(0.0) - bad as f64
        })
        .fold(f64::NEG_INFINITY, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The thresholds for statistical 40 that the paper tabulates: 3,100 for 4 and 280,000 for 3.
    #[test]
    fn bucket_bound_reproduces_the_papers_thresholds() {
        assert!(escape_log2(280_000, 3) <= -40.0 && escape_log2(250_000, 3) > -40.0);
        assert!(escape_log2(3_100, 4) <= -40.0 && escape_log2(2_800, 4) > -40.0);
    }

    /// As docs/PROTOCOL.md says, at the share of the target that buckets have.
    #[test]
    fn thresholds_are_as_documented() {
        assert!(escape_log2(391_000, 3) <= -41.0 && escape_log2(380_000, 3) > -41.0);
        assert!(escape_log2(3_850, 4) <= -41.0 && escape_log2(3_750, 4) > -41.0);
        let bucket = |ands, parties| Parameters::STANDARD.plan(ands, parties).bucket;
        assert_eq!((bucket(539_969, 2), bucket(43_695, 2), bucket(779_965, 3)), (3, 4, 4));
    }

    #[test]
    fn plans_cover_the_demand_and_meet_the_target() {
        for parties in [2, 3, 9] {
            for ands in [1, 10, 1_000, 100_000, 540_000, 5_000_000] {
                let plan = Parameters::STANDARD.plan(ands, parties);
                assert!(plan.batches * plan.triples >= ands);
                assert!(escape_log2(plan.triples, plan.bucket) + (plan.batches as f64).log2() <= -41.0);
            }
        }
    }
}
