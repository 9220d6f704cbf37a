//! Leximin: the least gain as great as possible, then the second least, and so on.
//!
//! One pass per side fixes one level; from the moment the outcomes still in
//! question are few, only they are gone through.
use super::Selected;
use super::concepts::{Hits, select, ties};
use super::panel::Passed;
use super::scan::{Gather, Scan, Source};

/// Outcomes remembered by index between two passes.
const FEW: usize = 1 << 16;

pub(super) fn solve(scan: &Scan<'_>, egalitarian: &Selected) -> Option<Selected> {
    let mut levels = vec![egalitarian.value];
    let mut source = scan.source.clone();
    loop {
        let here = Scan { question: scan.question, panel: scan.panel, threads: scan.threads, source };
        let left = here.gather(|| Left {
            levels: &levels,
            hits: Hits::NONE,
            few: Some(Vec::new()),
            best: f64::NEG_INFINITY,
            sorted: Vec::new(),
        });
        let done = left.hits.count <= 1 || levels.len() == scan.panel.sides();
        if done {
            return select(scan, left.hits, egalitarian.value);
        }
        source = match left.few {
            Some(mut few) => {
                few.sort_unstable();
                Source::Indices(few)
            }
            None => here.source,
        };
        let best = left.best;
        levels.push(best);
    }
}

/// Outcomes that attain all levels so far, and the best next level among them.
struct Left<'l> {
    levels: &'l [f64],
    hits: Hits,
    few: Option<Vec<u64>>,
    best: f64,
    sorted: Vec<f64>,
}

impl Gather for Left<'_> {
    fn take(&mut self, passed: Passed<'_>) {
        self.sorted.clear();
        self.sorted.extend_from_slice(passed.gains);
        self.sorted.sort_by(f64::total_cmp);
        let mut levels = self.levels.iter().zip(&self.sorted);
        if !levels.all(|(level, gain)| ties(*gain, *level)) {
            return;
        }
        self.hits.add(Hits { count: 1, first: passed.index });
        if let Some(next) = self.sorted.get(self.levels.len()) {
            self.best = self.best.max(*next);
        }
        self.remember(&[passed.index]);
    }

    fn merge(&mut self, other: Self) {
        self.hits.add(other.hits);
        self.best = self.best.max(other.best);
        match other.few {
            Some(more) => self.remember(&more),
            None => self.few = None,
        }
    }
}

impl Left<'_> {
    fn remember(&mut self, indices: &[u64]) {
        if let Some(few) = &mut self.few {
            few.extend_from_slice(indices);
            if few.len() > FEW {
                self.few = None;
            }
        }
    }
}
