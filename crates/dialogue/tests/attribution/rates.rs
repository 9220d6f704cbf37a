//! How many planted leaks are caught, and how many clean readouts raise an alarm, through the record: seats, a meeting
//! and lines are acts, and the scenes are made of them.
//!
//! Every fourth readout of each language is held out: it was written before the linter and not looked at while the
//! linter was made to fit the others. All were caught as well in the first run of all as they are now (97.9 % and
//! 100 %), so tuning did little; but texts and linter have one author, and other people's readouts will differ. A second
//! set, written later, was caught at 89 % when it was new (see its first lines): expect that, not more.
use std::collections::BTreeMap;

use dialogue::attribution::{Finding, Kind};

use crate::exercise::{FRESH, LANGUAGES, kind, readouts, rooms};

/// Caught and all.
#[derive(Clone, Copy, Default)]
struct Rate(usize, usize);

impl Rate {
    fn add(&mut self, hit: bool) {
        self.0 += usize::from(hit);
        self.1 += 1;
    }

    fn per_mille(self) -> usize {
        (self.0 * 1000).checked_div(self.1).unwrap_or(0)
    }

    fn show(self) -> String {
        format!("{} of {} ({}.{} %)", self.0, self.1, self.per_mille() / 10, self.per_mille() % 10)
    }
}

#[derive(Default)]
struct Rates {
    caught: Rate,
    alarms: Rate,
    caught_by_kind: BTreeMap<Kind, Rate>,
    caught_by_language: BTreeMap<&'static str, Rate>,
    alarms_by_language: BTreeMap<&'static str, Rate>,
    /// Findings beside the planted ones, in readouts with leaks.
    beside: usize,
}

/// A leak is caught by a finding of its own kind that touches its words.
fn catches(finding: &Finding, text: &str, what: Kind, words: &str) -> bool {
    let start = text.find(words).unwrap_or_else(|| panic!("`{words}` is not in `{text}`"));
    finding.kind == what && finding.span.start < start + words.len() && start < finding.span.end
}

/// Which readouts are measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    LookedAt,
    HeldOut,
    Fresh,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::LookedAt => "looked at",
            Self::HeldOut => "held out",
            Self::Fresh => "fresh",
        }
    }

    fn files(self) -> &'static [(&'static str, &'static str)] {
        if self == Self::Fresh { &FRESH } else { &LANGUAGES }
    }

    fn takes(self, index: usize) -> bool {
        match self {
            Self::LookedAt => index % 4 != 3,
            Self::HeldOut => index % 4 == 3,
            Self::Fresh => true,
        }
    }
}

fn measure(part: Part) -> Rates {
    let held_out = part == Part::HeldOut;
    let mut rooms = rooms();
    let mut rates = Rates::default();
    for (language, file) in part.files() {
        for (index, readout) in readouts(file).into_iter().enumerate().filter(|(index, _)| part.takes(*index)) {
            let room = rooms.get_mut(&readout.scene).unwrap();
            let name = format!("{language} {index}");
            let line = room.draft(&name, &readout.text);
            let findings = room.check(&name, &line);
            if readout.leaks.is_empty() {
                rates.alarms.add(!findings.is_empty());
                rates.alarms_by_language.entry(language).or_default().add(!findings.is_empty());
                if !findings.is_empty() && !held_out {
                    println!("alarm: {language} {}: {}\n  {findings:?}", index + 1, readout.text);
                }
                continue;
            }
            for (what, words) in &readout.leaks {
                let what = kind(what);
                let hit = findings.iter().any(|finding| catches(finding, &readout.text, what, words));
                rates.caught.add(hit);
                rates.caught_by_kind.entry(what).or_default().add(hit);
                rates.caught_by_language.entry(language).or_default().add(hit);
                if !hit && !held_out {
                    println!(
                        "missed: {language} {}: {what:?} `{words}` in: {}\n  {findings:?}",
                        index + 1,
                        readout.text
                    );
                }
            }
            for finding in &findings {
                let planned =
                    readout.leaks.iter().any(|(what, words)| catches(finding, &readout.text, kind(what), words));
                rates.beside += usize::from(!planned);
                if !planned && !held_out {
                    println!(
                        "beside: {language} {}: {:?} `{}` in: {}",
                        index + 1,
                        finding.kind,
                        finding.matched,
                        readout.text
                    );
                }
            }
        }
    }
    rates
}

fn judge(part: Part, least_caught: usize, most_alarms: usize) {
    let rates = measure(part);
    let part = part.name();
    println!("FIGURE: attribution, {part}: {} planted leaks caught", rates.caught.show());
    println!("FIGURE: attribution, {part}: {} clean readouts with an alarm", rates.alarms.show());
    println!("FIGURE: attribution, {part}: {} findings beside the planted ones", rates.beside);
    for (language, rate) in &rates.caught_by_language {
        let alarms = rates.alarms_by_language[language].show();
        println!("FIGURE: attribution, {part}, {language}: {} caught, {alarms} alarms", rate.show());
    }
    for (kind, rate) in &rates.caught_by_kind {
        println!("FIGURE: attribution, {part}, {kind:?}: {} caught", rate.show());
    }
    assert!(rates.caught.per_mille() >= least_caught, "{part}: {} caught", rates.caught.show());
    assert!(rates.alarms.per_mille() <= most_alarms, "{part}: {} alarms", rates.alarms.show());
}

#[test]
fn planted_leaks_are_caught_and_clean_readouts_pass() {
    judge(Part::LookedAt, 950, 50);
}

#[test]
fn planted_leaks_are_caught_and_clean_readouts_pass_where_nobody_tuned() {
    judge(Part::HeldOut, 950, 50);
}

#[test]
fn leaks_are_caught_in_readouts_written_later() {
    judge(Part::Fresh, 950, 50);
}

#[test]
fn there_are_two_hundred_readouts() {
    let all: Vec<_> = LANGUAGES.iter().flat_map(|(_, file)| readouts(file)).collect();
    assert_eq!(all.len(), 200);
    assert_eq!(all.iter().filter(|readout| readout.leaks.is_empty()).count(), 80);
}
