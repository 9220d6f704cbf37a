//! Every conclusion against every world: small cases are enumerated in full, with real scores and all draws.
//!
//! A world is a verdict and a gain of each side for each package. For a set of questions the answers that some
//! world gives are gone through one by one; the worlds that may give them are what a reader cannot tell apart.
//! An entailed fact must hold in all of these, and every verdict that is the same in all of them must be listed.
use std::collections::{BTreeMap, BTreeSet};

use negotiation::circuit::Rule;
use negotiation::inference::{
    Answer, Asked, Claim, Fact, OwnVerdicts, Question, Quorum, Rank, ReaderView, Scope, account, preview,
};

const SIDES: [&str; 3] = ["A", "B", "C"];
const PACKAGES: [&str; 3] = ["P1", "P2", "P3"];
/// Gains of tolerable packages; 0 stands for one that is ruled out.
const SCALE: f64 = 4.0;

/// `gains[side][package]`, 0: ruled out.
type World = Vec<Vec<u8>>;

fn index(names: &[&str], name: &str) -> usize {
    names.iter().position(|known| *known == name).unwrap_or_else(|| unreachable!("{name} is not in the case"))
}

fn worlds(sides: usize, packages: usize, levels: u8) -> Vec<World> {
    let cells = sides * packages;
    let count = (0..cells).fold(1usize, |count, _| count * usize::from(levels));
    let world = |mut number: usize| {
        let mut cells: Vec<u8> = Vec::new();
        for _ in 0..sides * packages {
            cells.push((number % usize::from(levels)) as u8);
            number /= usize::from(levels);
        }
        cells.chunks(packages).map(<[u8]>::to_vec).collect()
    };
    (0..count).map(world).collect()
}

/// The answers a world can give: several for a draw.
fn answers(world: &World, question: &Question, packages: usize) -> Vec<Answer> {
    let sides: Vec<usize> = question.sides.iter().map(|side| index(&SIDES, side)).collect();
    let scope: Vec<usize> = match &question.scope {
        Scope::Packages(names) => names.iter().map(|name| index(&PACKAGES, name)).collect(),
        Scope::Agenda { .. } => (0..packages).collect(),
        Scope::Part { .. } => unreachable!("not in these cases"),
    };
    let passes = |package: &usize| {
        let accepts = |side: &usize| world[*side][*package] > 0;
        match &question.quorum {
            None => sides.iter().all(accepts),
            Some(quorum) => {
                sides.iter().filter(|side| accepts(side)).count() >= quorum.accept
                    && quorum.vetoes.iter().all(|veto| accepts(&index(&SIDES, veto)))
            }
        }
    };
    let passing: Vec<usize> = scope.into_iter().filter(passes).collect();
    let value = |package: usize| -> u64 {
        let gains = sides.iter().map(|side| u64::from(world[*side][package]));
        if question.rule == Rule::Nash { gains.product() } else { gains.min().unwrap_or(0) }
    };
    let named = |package: usize| Answer::Package(PACKAGES[package].to_owned());
    let best = passing.iter().copied().reduce(|best, next| if value(next) > value(best) { next } else { best });
    match (question.rule, best) {
        (_, None) => vec![Answer::None],
        (Rule::Exists, Some(_)) => vec![Answer::Exists],
        (Rule::Draw, Some(_)) => passing.into_iter().map(named).collect(),
        (Rule::Nash | Rule::Egalitarian, Some(best)) => vec![named(best)],
    }
}

/// Whether a claim holds in a world; `None` where it speaks of a package without a name.
fn holds(world: &World, claim: &Claim) -> Option<bool> {
    let package = |name: &String| PACKAGES.iter().position(|known| known == name);
    let gain = |side: &str, at: usize| world[index(&SIDES, side)][at];
    Some(match claim {
        Claim::Tolerates { side, package: name } => gain(side, package(name)?) > 0,
        Claim::RulesOut { side, package: name } => gain(side, package(name)?) == 0,
        Claim::Ranks { side, package: name, how, than } => {
            let (mine, other) = (gain(side, package(name)?), gain(side, package(than)?));
            match how {
                Rank::Below => mine < other,
                Rank::NoHigher => mine <= other,
                Rank::NoLower => mine >= other,
                Rank::Above => mine > other,
            }
        }
        Claim::Common { sides, package: name, quorum } => {
            let at = package(name)?;
            sides.iter().filter(|side| gain(side, at) > 0).count() >= quorum.unwrap_or(sides.len())
        }
    })
}

fn fact_holds(world: &World, fact: &Fact) -> Option<bool> {
    for condition in &fact.if_own {
        if !holds(world, condition)? {
            return Some(true);
        }
    }
    let mut any = false;
    for claim in &fact.one_of {
        any |= holds(world, claim)?;
    }
    Some(any)
}

/// Counts, so that a test that checks nothing is seen to check nothing.
#[derive(Default, Debug)]
struct Checked {
    histories: usize,
    facts: usize,
    certain: usize,
    conditional: usize,
    impossible: usize,
}

struct Case {
    sides: usize,
    packages: usize,
    levels: u8,
    questions: Vec<Question>,
}

impl Case {
    /// Goes through all answers that some world gives.
    fn check(&self) -> Checked {
        let worlds = worlds(self.sides, self.packages, self.levels);
        let mut checked = Checked::default();
        let mut given: BTreeMap<Vec<Answer>, Vec<&World>> = BTreeMap::new();
        for world in &worlds {
            let mut all: Vec<Vec<Answer>> = vec![Vec::new()];
            for question in &self.questions {
                let possible = answers(world, question, self.packages);
                all = all
                    .iter()
                    .flat_map(|before| {
                        possible.iter().map(|answer| before.iter().cloned().chain([answer.clone()]).collect())
                    })
                    .collect();
            }
            for answers in all {
                given.entry(answers).or_default().push(world);
            }
        }
        for answers in given.keys() {
            checked.histories += 1;
            let history: Vec<Asked> = self
                .questions
                .iter()
                .zip(answers)
                .map(|(question, answer)| Asked { question: question.clone(), answer: Some(answer.clone()) })
                .collect();
            self.check_history(&history, &worlds, &mut checked);
        }
        self.check_possible(&given, &mut checked);
        checked
    }

    /// The worlds in which the answers that these readers were told can be given.
    fn left<'w>(&self, history: &[Asked], worlds: &'w [World], readers: &[String]) -> Vec<&'w World> {
        let told = |asked: &&Asked| readers.iter().any(|reader| asked.question.tells(reader));
        let fits = |world: &&World| {
            history.iter().filter(told).all(|asked| {
                asked
                    .answer
                    .as_ref()
                    .is_some_and(|answer| answers(world, &asked.question, self.packages).contains(answer))
            })
        };
        worlds.iter().filter(fits).collect()
    }

    fn check_history(&self, history: &[Asked], worlds: &[World], checked: &mut Checked) {
        let all = account(history, &[]).unwrap_or_else(|error| unreachable!("{error}"));
        assert!(all.consistent, "{history:?}");
        for view in all.readers.iter().chain(&all.coalitions) {
            let left = self.left(history, worlds, &view.readers);
            self.check_facts(view, &left, checked);
            assert!(!view.may_tell_more);
        }
        for view in &all.readers {
            let left = self.left(history, worlds, &view.readers);
            self.check_complete(view, &left, checked);
            self.check_conditions(view, &left, checked);
            // The reader's own verdicts and gains as in a few of the worlds left.
            for own in left.iter().step_by(left.len().div_ceil(5)) {
                self.check_own(history, view, own, &left, checked);
            }
        }
    }

    fn check_facts(&self, view: &ReaderView, left: &[&World], checked: &mut Checked) {
        for fact in &view.facts {
            checked.facts += 1;
            for world in left {
                assert_ne!(fact_holds(world, fact), Some(false), "{fact:?} in {world:?}");
            }
        }
    }

    fn others(&self, reader: &str) -> Vec<usize> {
        (0..self.sides).filter(|side| SIDES[*side] != reader).collect()
    }

    /// Every verdict of another side that is the same in all worlds left is listed, and no more.
    fn check_complete(&self, view: &ReaderView, left: &[&World], checked: &mut Checked) {
        let listed: BTreeSet<&Claim> = view.facts.iter().filter_map(Fact::certain).collect();
        for side in self.others(&view.readers[0]) {
            for package in 0..self.packages {
                for claim in claims(side, package) {
                    let certain = left.iter().all(|world| holds(world, &claim) == Some(true));
                    checked.certain += usize::from(certain);
                    assert_eq!(listed.contains(&claim), certain, "{claim:?} for {:?}", view.readers);
                }
            }
        }
    }

    /// Whatever the reader's own verdicts are, what they make certain is listed under a condition they meet.
    fn check_conditions(&self, view: &ReaderView, left: &[&World], checked: &mut Checked) {
        let me = index(&SIDES, &view.readers[0]);
        let pattern = |world: &World| world[me].iter().map(|gain| *gain > 0).collect::<Vec<bool>>();
        let patterns: BTreeSet<Vec<bool>> = left.iter().map(|world| pattern(world)).collect();
        for own in patterns {
            let alike: Vec<&&World> = left.iter().filter(|world| pattern(world) == own).collect();
            for side in self.others(&view.readers[0]) {
                for package in 0..self.packages {
                    for claim in claims(side, package) {
                        if !alike.iter().all(|world| holds(world, &claim) == Some(true)) {
                            continue;
                        }
                        checked.conditional += 1;
                        let says = |fact: &&Fact| {
                            fact.one_of.len() == 1
                                && fact.one_of.contains(&claim)
                                && fact.if_own.iter().all(|own| holds(alike[0], own) == Some(true))
                                && !fact.if_own.iter().any(|own| matches!(own, Claim::Ranks { .. }))
                        };
                        let found = view.facts.iter().find(says);
                        assert!(found.is_some(), "{claim:?} for {:?} with {own:?}: {:?}", view.readers, view.facts);
                    }
                }
            }
        }
    }

    fn check_own(&self, history: &[Asked], view: &ReaderView, own: &World, left: &[&World], checked: &mut Checked) {
        let reader = &view.readers[0];
        let me = index(&SIDES, reader);
        let names = || PACKAGES[..self.packages].iter().zip(&own[me]);
        let verdicts = OwnVerdicts {
            side: reader.clone(),
            tolerates: names().map(|(name, gain)| ((*name).to_owned(), *gain > 0)).collect(),
            gains: names().map(|(name, gain)| ((*name).to_owned(), f64::from(*gain))).collect(),
            scale: SCALE,
        };
        let all = account(history, &[verdicts]).unwrap_or_else(|error| unreachable!("{error}"));
        let Some(view) = all.readers.iter().find(|view| view.readers[0] == *reader) else { return };
        assert!(view.possible, "{history:?} {own:?}");
        let alike: Vec<&World> = left.iter().copied().filter(|world| world[me] == own[me]).collect();
        self.check_facts(view, &alike, checked);
        // With only verdicts to go by; gains may settle more where numbers are few.
        let verdicts = |world: &&World| world[me].iter().zip(&own[me]).all(|(one, other)| (*one > 0) == (*other > 0));
        let alike: Vec<&World> = left.iter().copied().filter(verdicts).collect();
        for side in self.others(reader) {
            for package in 0..self.packages {
                for claim in claims(side, package) {
                    if alike.iter().all(|world| holds(world, &claim) == Some(true)) {
                        let listed = view.facts.iter().filter_map(Fact::certain).any(|certain| *certain == claim);
                        assert!(listed, "{claim:?} for {reader} who entered {own:?}");
                    }
                }
            }
        }
    }

    /// An answer called impossible is given by no world; without rules that rank, also the other way round.
    fn check_possible(&self, given: &BTreeMap<Vec<Answer>, Vec<&World>>, checked: &mut Checked) {
        let Some((last, before)) = self.questions.split_last() else { return };
        if !matches!(last.scope, Scope::Packages(_)) {
            return;
        }
        let ranks = self.questions.iter().any(|question| question.rule.ranks());
        let starts: BTreeSet<&[Answer]> = given.keys().map(|answers| &answers[..before.len()]).collect();
        for start in starts {
            let history: Vec<Asked> = before
                .iter()
                .zip(start)
                .map(|(question, answer)| Asked { question: question.clone(), answer: Some(answer.clone()) })
                .collect();
            let preview = preview(&history, last, &[]).unwrap_or_else(|error| unreachable!("{error}"));
            for answer in &preview.answers {
                let whole: Vec<Answer> = start.iter().cloned().chain([answer.answer.clone()]).collect();
                let occurs = given.contains_key(&whole);
                checked.impossible += usize::from(!answer.possible);
                assert!(answer.possible || !occurs, "{whole:?} occurs");
                assert!(ranks || answer.possible == occurs, "{whole:?}: possible {}", answer.possible);
            }
        }
    }
}

fn claims(side: usize, package: usize) -> [Claim; 2] {
    let (side, package) = (SIDES[side].to_owned(), PACKAGES[package].to_owned());
    [Claim::Tolerates { side: side.clone(), package: package.clone() }, Claim::RulesOut { side, package }]
}

fn question(id: usize, sides: &[&str], packages: &[&str], rule: Rule) -> Question {
    Question::new(id.to_string(), sides, Scope::packages(packages), rule)
}

#[test]
fn one_question_of_every_rule() {
    for (sides, packages, levels) in [(2, 2, 4), (2, 3, 4), (3, 2, 3), (3, 3, 2)] {
        for rule in Rule::ALL {
            let questions = vec![question(1, &SIDES[..sides], &PACKAGES[..packages], rule)];
            let checked = Case { sides, packages, levels, questions }.check();
            assert!(checked.histories >= 2 && checked.facts > 0 && checked.conditional > 0, "{checked:?}");
        }
    }
}

#[test]
fn two_questions_of_every_pair_of_rules() {
    let scopes: [(&[&str], &[&str]); 5] = [
        (&["A", "B"], &["P2"]),
        (&["A", "B"], &["P2", "P1"]),
        (&["B", "C"], &["P1"]),
        (&SIDES, &["P2"]),
        (&SIDES, &["P1", "P2"]),
    ];
    let (mut impossible, mut certain) = (0, 0);
    for first in Rule::ALL {
        for second in Rule::ALL {
            for (sides, packages) in scopes {
                let questions = vec![question(1, &SIDES, &["P1", "P2"], first), question(2, sides, packages, second)];
                // Two rankings need room between gains: with few levels, *lower than low* would mean ruled out.
                let levels = 2 + u8::from(first.ranks()) + u8::from(second.ranks());
                let checked = Case { sides: 3, packages: 2, levels, questions }.check();
                assert!(checked.facts > 0, "{checked:?}");
                certain += checked.certain;
                impossible += checked.impossible;
            }
        }
    }
    assert!(impossible > 0 && certain > 0);
}

#[test]
fn three_questions_that_difference_each_other() {
    for rule in [Rule::Exists, Rule::Draw] {
        let questions = vec![
            question(1, &SIDES, &["P1", "P2", "P3"], rule),
            question(2, &["A", "B"], &["P1", "P2"], Rule::Exists),
            question(3, &["B", "C"], &["P3", "P2"], Rule::Draw),
        ];
        let checked = Case { sides: 3, packages: 3, levels: 2, questions }.check();
        assert!(checked.certain > 0 && checked.conditional > 0, "{checked:?}");
    }
}

#[test]
fn quorums_with_and_without_vetoes() {
    for (accept, vetoes) in
        [(1, vec![]), (2, vec![]), (2, vec!["A"]), (1, vec!["B"]), (3, vec!["A"]), (2, vec!["A", "C"])]
    {
        for rule in [Rule::Exists, Rule::Draw] {
            let mut first = question(1, &SIDES, &["P1", "P2"], rule);
            let vetoes = vetoes.iter().map(|veto: &&str| (*veto).to_owned()).collect();
            first.quorum = Some(Quorum { accept, vetoes });
            let questions = vec![first, question(2, &["A", "B"], &["P2"], Rule::Draw)];
            let checked = Case { sides: 3, packages: 2, levels: 2, questions }.check();
            assert!(checked.facts > 0 && checked.conditional > 0, "{checked:?}");
        }
    }
}

#[test]
fn the_whole_agenda_and_its_packages() {
    // An agenda has outcomes that nobody names; with all of them named, *some outcome* would say more.
    for first in [Rule::Draw, Rule::Nash, Rule::Egalitarian] {
        for second in Rule::ALL {
            let whole = Question::new("1", &SIDES, Scope::Agenda { outcomes: 2 }, first);
            let questions = vec![whole, question(2, &["A", "B"], &["P1", "P2"], second)];
            let checked = Case { sides: 3, packages: 2, levels: 3, questions }.check();
            assert!(checked.facts > 0, "{checked:?}");
        }
    }
}
