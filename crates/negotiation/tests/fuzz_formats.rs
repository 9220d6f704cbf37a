//! Every reader on damaged documents: no panic, no hang, and what is read can be written and read again.
//!
//! The samples are mutated with a seeded generator, so that a failure repeats.
//! `BACKCHANNEL_FUZZ_ITERATIONS` sets how many documents are tried (default 400),
//! `BACKCHANNEL_FUZZ_SEED` where to begin.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop at the first surprise")]
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use negotiation::{Scenario, formats};

/// No damaged document of a few kilobytes may keep a reader longer than this.
const LONGEST: Duration = Duration::from_secs(10);

/// Words that steer readers into their corners.
const TOKENS: [&str; 48] = [
    "<",
    ">",
    "</utility_space>",
    "<objective>",
    "<issue name=\"x\" index=\"1\">",
    "<item value=\"mon\" evaluation=\"1e60\"/>",
    "<!DOCTYPE a [<!ENTITY b \"bb\">]>",
    "&b;",
    "&#0;",
    "&#x10FFFF;",
    "<![CDATA[",
    "<!--",
    "type=\"real\"",
    "type=\"integer\"",
    "lowerbound=\"-1e60\"",
    "upperbound=\"1e60\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-",
    "0",
    "1e60",
    "-1e60",
    "1e-60",
    "1e9999999999",
    "9999999999999999999999999999999999999999999999999999999999",
    "0.1",
    ".inf",
    ".nan",
    "-.inf",
    "&a",
    "*a",
    "<<: *a",
    "!!python/tuple",
    "---\n",
    "[[issue]]\n",
    "range = { from = 0, to = 1e9, step = 1e-9 }\n",
    "\"1/0\"",
    "\"1/3\"",
    "\n",
    "\r",
    "\u{feff}",
];

struct Dice(u64);

impl Dice {
    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { usize::try_from(self.next() % n as u64).unwrap() }
    }

    /// Two places of a text in order, at most `widest` apart.
    fn span(&mut self, len: usize, widest: usize) -> std::ops::Range<usize> {
        let from = self.below(len + 1);
        from..(from + self.below(widest + 1)).min(len)
    }
}

fn mutate(dice: &mut Dice, bytes: &mut Vec<u8>, other: &[u8]) {
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(8) {
            0 if !bytes.is_empty() => {
                let at = at % bytes.len();
                bytes[at] ^= 1 << dice.below(8);
            }
            1 => {
                let span = dice.span(bytes.len(), 40);
                bytes.drain(span);
            }
            2 => {
                let span = dice.span(bytes.len(), 60);
                let copy = bytes[span].to_vec();
                bytes.splice(at..at, copy);
            }
            3 => {
                let token = TOKENS[dice.below(TOKENS.len())];
                bytes.splice(at..at, token.bytes());
            }
            4 => {
                let span = dice.span(other.len(), 200);
                bytes.splice(at..at, other[span].to_vec());
            }
            5 => bytes.truncate(at.max(bytes.len() / 2)),
            6 => {
                let token = TOKENS[dice.below(TOKENS.len())].repeat(1 + dice.below(3_000));
                bytes.splice(at..at, token.bytes());
            }
            _ => number(dice, bytes),
        }
    }
}

/// Puts another number in the place of one.
fn number(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let digits: Vec<usize> = (0..bytes.len()).filter(|&i| bytes[i].is_ascii_digit()).collect();
    if digits.is_empty() {
        return;
    }
    let at = digits[dice.below(digits.len())];
    let new = ["0", "-1", "1e60", "1e-60", "0.5", "99999", "1/3", "abc", "1e61"][dice.below(9)];
    bytes.splice(at..=at, new.bytes());
}

fn samples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let mut all: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    all.sort();
    all
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(file, target).unwrap();
    }
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().unwrap())
}

/// What was read in spite of the damage is a sound scenario.
fn check(scenario: &Scenario) {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("out");
    // A side may carry a name that is no file name of ours; that is an answer too.
    if formats::write_scenario(scenario, &folder).is_ok() {
        let (again, _) = formats::read_scenario(&folder).unwrap();
        assert_eq!(again.agenda, scenario.agenda);
        for (a, b) in again.sides.iter().zip(&scenario.sides) {
            assert_eq!(a.position.to_text(&again.agenda), b.position.to_text(&scenario.agenda));
        }
    }
    let size = u64::try_from(scenario.agenda.space().size().min(200)).unwrap();
    for side in &scenario.sides {
        let mut scorer = side.position.scorer();
        scenario.agenda.space().walk(0..size, |step| {
            let verdict = scorer.step(&step);
            assert!(verdict.utility.is_finite() && verdict.gain.is_finite());
            assert!(!verdict.acceptable || verdict.gain >= 0.0, "{verdict:?}");
        });
    }
}

#[test]
fn damaged_documents_are_answered_without_panic_or_delay() {
    let mut dice = Dice(setting("BACKCHANNEL_FUZZ_SEED", 1));
    let samples = samples();
    let pool: Vec<Vec<u8>> = samples.iter().flat_map(|s| files(s)).map(|f| std::fs::read(f).unwrap()).collect();
    let (mut read, mut refused) = (0u32, 0u32);
    for round in 0..setting("BACKCHANNEL_FUZZ_ITERATIONS", 400) {
        let seed = dice.0;
        let sample = &samples[dice.below(samples.len())];
        let work = tempfile::tempdir().unwrap();
        copy(sample, work.path());
        let victims = files(work.path());
        let victim = &victims[dice.below(victims.len())];
        let mut bytes = std::fs::read(victim).unwrap();
        let other = &pool[dice.below(pool.len())];
        mutate(&mut dice, &mut bytes, other);
        std::fs::write(victim, &bytes).unwrap();
        let begun = Instant::now();
        let outcome = std::panic::catch_unwind(|| match formats::read_scenario(work.path()) {
            Ok((scenario, warnings)) => {
                for warning in &warnings {
                    assert!(!warning.to_string().is_empty());
                }
                check(&scenario);
                true
            }
            Err(error) => {
                let said = error.to_string();
                let most = 4_096 + 4 * bytes.len();
                assert!(said.len() < most, "an error of {} bytes", said.len());
                false
            }
        });
        let told = format!("round {round}, seed {seed}, {}", victim.display());
        assert!(begun.elapsed() < LONGEST, "{told}: {:?}", begun.elapsed());
        match outcome {
            Ok(true) => read += 1,
            Ok(false) => refused += 1,
            Err(_) => {
                let kept = std::env::temp_dir().join(format!("backchannel-fuzz-{seed}"));
                let _ = std::fs::write(&kept, &bytes);
                unreachable!("{told}: a reader panicked; the document is at {}", kept.display());
            }
        }
    }
    // Both kinds of answer occur, or the mutations are too tame or too wild to test anything.
    assert!(read > 0 && refused > 0, "{read} read, {refused} refused");
}

#[test]
fn large_hostile_documents_are_answered_in_time() {
    let most = 4 * 1024 * 1024 - 64;
    let many = |unit: &str| unit.repeat(most / unit.len());
    let attributes: String = (0..400_000).map(|i| format!("a{i}=''")).collect::<Vec<_>>().join(" ");
    let items: String = (0..60_000).map(|i| format!("<item index='{i}' value='v{i}'/>")).collect();
    let domain = |inside: &str| {
        format!(
            "<negotiation_template><utility_space><objective name='r'><issue name='i' index='1'>{inside}</issue></objective></utility_space></negotiation_template>"
        )
    };
    let documents = [
        ("deep.xml", many("<utility_space>")),
        ("wide.xml", format!("<utility_space>{}", many("<a/>"))),
        ("attributes.xml", format!("<utility_space {attributes}/>")),
        ("items.xml", domain(&items)),
        ("same.xml", domain(&"<item index='1' value='v'/>".repeat(100_000))),
        ("deep.json", many("[")),
        ("wide.json", format!("[{}0]", many("0,"))),
        ("keys.json", format!("{{\"issueWeights\": {{}}, \"issues\": {{{}\"z\": 0}}}}", "\"a\": 0,".repeat(400_000))),
        ("scores.txt", format!("{}1\n1", many("1,"))),
        ("lines.txt", format!("{}1", many("1,1\n"))),
        ("deep.yml", format!("type: LinearAdditiveUtilityFunction\nvalues: {}", many("["))),
        ("wide.yml", format!("type: LinearAdditiveUtilityFunction\nweights: [{}1]", many("1, "))),
        ("laughs.yml", laughs()),
        ("deep.toml", format!("kind = \"additive\"\nissue = {}", many("["))),
        ("dots.toml", format!("kind = \"additive\"\n{} = 1", many("a."))),
        ("blank.txt", many(" \n")),
        ("digits.json", format!("{{\"issueWeights\": {}, \"issues\": 1}}", many("9"))),
    ];
    for (name, text) in documents {
        let work = tempfile::tempdir().unwrap();
        std::fs::write(work.path().join(name), text).unwrap();
        let begun = Instant::now();
        let answer = formats::read_scenario(work.path());
        assert!(answer.is_err(), "{name} was read");
        assert!(begun.elapsed() < LONGEST, "{name}: {:?}", begun.elapsed());
    }
}

/// Aliases that would expand to a billion texts.
fn laughs() -> String {
    let mut text = "type: LinearAdditiveUtilityFunction\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for i in 1..10 {
        let list = vec![format!("*a{}", i - 1); 10].join(", ");
        text.push_str(&format!("a{i}: &a{i} [{list}]\n"));
    }
    text.push_str("weights: *a9\n");
    text
}

#[test]
fn our_own_long_lists_are_recognised_by_their_first_line() {
    let work = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/own"), work.path());
    let rows = ",10,shared,no,\n".repeat(400_000);
    std::fs::write(work.path().join("long.csv"), format!("package,Term,Water,verdict,score\n{rows}")).unwrap();
    let survey = formats::survey(work.path()).unwrap();
    assert!(survey.positions.iter().any(|(name, _)| name == "long"));
}
