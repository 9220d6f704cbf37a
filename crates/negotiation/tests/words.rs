//! Positions in words: what may be said, what is refused, what is found contradictory, and exact counts.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use negotiation::check::{Kind, review};
use negotiation::position::words::Reference;
use negotiation::position::{Importance, Stance, Word, Words};
use negotiation::{Agenda, Choice, Issue, Link, Outcome, Part, Position, number};
use num_bigint::BigUint;
use proptest::prelude::*;

const AGENDA: &str = r#"
name = "Two issues and a price"
[[issue]]
name = "T"
default = "T1"
choices = ["T1", "T2", { name = "T3", off_the_table = "refused before" }]
[[issue]]
name = "S"
choices = ["S1", "S2", "S3"]
[[issue]]
name = "price"
range = { from = 1, to = 2, step = 0.5 }
[[link]]
if = { T = "T2" }
then = { S = ["S2", "S3"] }
[[package]]
name = "P"
choices = { S = "S2" }
"#;

const T: &str = "[issue.T]\nimportance = \"minor\"\nwords = { T1 = \"prefer\", T2 = \"could live with\" }\n";
const S: &str = "[issue.S]\nimportance = \"decisive\"\nwords = { S2 = \"welcome\", S3 = \"prefer\" }\nall_others = \"could live with\"\n";
const PRICE: &str = "[issue.price]\nimportance = \"none\"\nall_others = \"could live with\"\n";

fn agenda() -> Agenda {
    Agenda::from_toml(AGENDA, "agenda.toml").unwrap()
}

fn read(parts: &[&str]) -> Result<Position, String> {
    let text = format!("kind = \"words\"\n{}", parts.join("\n"));
    Position::from_toml(&agenda(), &text, "A.toml").map_err(|e| e.to_string())
}

fn words(parts: &[&str]) -> Words {
    match read(parts).unwrap() {
        Position::Words(words) => words,
        _ => unreachable!("the kind is words"),
    }
}

fn refusal(parts: &[&str]) -> String {
    read(parts).err().unwrap()
}

#[test]
fn the_rest_is_filled_in_and_points_follow_the_rule() {
    let words = words(&[T, S, PRICE]);
    assert_eq!(words.points().shares, [20, 80, 0]);
    assert_eq!(words.points().by_choice[0], [20, 0, 0]);
    assert_eq!(words.points().by_choice[1], [0, 40, 80]);
    assert_eq!(words.stances()[2].words, vec![Some(Word::CouldLiveWith); 3]);
}

#[test]
fn half_of_an_odd_share_is_rounded_up_and_welcome_alone_takes_all() {
    let odd = S.replace("decisive", "minor");
    let points = words(&[T, &odd, &PRICE.replace("none", "minor")]).points().clone();
    assert_eq!(points.shares, [50, 50, 0]);
    let third = PRICE.replace("none", "minor").replace("all_others", "words = { \"1\" = \"welcome\" }\nall_others");
    let points = words(&[T, &odd, &third]).points().clone();
    assert_eq!(points.shares, [34, 33, 33]);
    assert_eq!(points.by_choice[1], [0, 17, 33]);
    assert_eq!(points.by_choice[2], [33, 0, 0]);
}

#[test]
fn what_is_missing_or_misspelt_is_named_with_its_line() {
    for (parts, expected) in [
        (vec![T, S], "nothing is said of issue `price`"),
        (vec![&T.replace("T2", "T9"), S, PRICE], "there is no choice named `T9`; known: T1, T2, T3"),
        (vec![&T.replace(", T2 = \"could live with\"", ""), S, PRICE], "nothing is said of `T2`"),
        (vec![&T.replace("prefer", "love"), S, PRICE], "the word `love` is not known"),
        (vec![&T.replace("minor", "huge"), S, PRICE], "the importance `huge` is not known"),
        (vec![&T.replace("importance", "importanse"), S, PRICE], "unknown entry; known here"),
        (vec!["agenda = \"00\"", T, S, PRICE], "this position was written for the agenda 00"),
        (vec!["reference = \"Q\"", T, S, PRICE], "there is no package named `Q`; known: P"),
        (vec![T, S, PRICE, "[[only_if]]\nchoice = { T = \"T2\" }\n"], "the entry `requires` is missing"),
        (vec![T, S, PRICE, "[issue.X]\n"], "there is no issue named `X`; known: T, S, price"),
        (vec![T, S, PRICE, "[issue.T]\n"], "line"),
        (vec![&format!("{T}points = {{ T1 = 5 }}"), S, PRICE], "`points` says nothing of `T2`"),
        (vec![&format!("{T}points = {{ T1 = 60, T2 = 5 }}"), S, PRICE], "add up to 140 points"),
        (vec![&format!("{T}points = {{ T1 = 1.5, T2 = 5 }}"), S, PRICE], "a whole number from 0 to 100"),
    ] {
        let said = refusal(&parts);
        assert!(said.contains(expected), "{said}\nlacks: {expected}");
        assert!(said.starts_with("A.toml: "), "{said}");
    }
    let said = refusal(&[T, S, &PRICE.replace("none", "nine")]);
    assert!(said.contains("line 11, `issue.price`"), "{said}");
}

#[test]
fn agendas_that_cannot_be_meant_are_refused() {
    for (from, to, expected) in [
        ("\"S3\"]\n[[issue]]", "\"S3\", \"S1\"]\n[[issue]]", "the choice `S1` appears twice"),
        ("name = \"S\"", "name = \"T\"", "the name is used twice"),
        ("default = \"T1\"", "default = \"T3\"", "off the table"),
        ("step = 0.5", "step = 0", "above 0"),
        ("to = 2", "to = 200000", "more than 100000 values"),
        ("then = { S", "then = { X", "there is no issue `X`"),
        ("{ S = \"S2\" }\n", "{ T = \"T3\" }\n", "off the table: refused before"),
        ("{ S = \"S2\" }\n", "{ T = \"T2\" }\n", "does not hold"),
        ("name = \"Two", "nome = \"Two", "unknown entry"),
        ("range = {", "range = [", "line 12"),
    ] {
        assert!(AGENDA.contains(from), "{from}");
        let said = Agenda::from_toml(&AGENDA.replacen(from, to, 1), "agenda.toml").unwrap_err().to_string();
        assert!(said.contains(expected), "{said}\nlacks: {expected}");
        assert!(said.starts_with("agenda.toml: "), "{said}");
    }
}

#[test]
fn ranges_and_links_shape_the_space() {
    let agenda = agenda();
    let names: Vec<&str> = agenda.issues()[2].choices.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["1", "1.5", "2"]);
    assert!(agenda.issues()[2].ordered);
    assert_eq!(agenda.space().size(), 2 * 3 * 3);
    assert_eq!(agenda.space().count(1000).unwrap(), (3 + 2) * 3);
    assert_eq!(Agenda::from_toml(&agenda.to_toml(), "again").unwrap(), agenda);
}

#[test]
fn own_points_and_a_reference_move_the_red_line() {
    let own = format!("{T}points = {{ T1 = 3, T2 = 10 }}");
    let words = words(&["reference = \"P\"", &own, S, PRICE]);
    assert_eq!(words.points().by_choice[0], [3, 10, 0]);
    // P is T1 S2 at price 1: 3 + 40 points.
    assert_eq!(words.needed(), 43);
    let position = Position::Words(words);
    let verdict = |t, s| position.verdict(&Outcome::new(vec![t, s, 0]));
    assert!(verdict(0, 1).acceptable && verdict(0, 1).gain == 1.0);
    assert!(verdict(1, 1).acceptable && verdict(1, 1).gain == 8.0);
    assert!(!verdict(0, 0).acceptable && verdict(0, 0).gain < 0.0);
    assert_eq!(review(&agenda(), &position).acceptable, Some(BigUint::from(12u8)));
}

fn kinds(parts: &[&str]) -> Vec<(Kind, String, Vec<String>)> {
    let review = review(&agenda(), &read(parts).unwrap());
    review.findings.into_iter().map(|f| (f.kind, f.text, f.reasons)).collect()
}

#[test]
fn contradictions_are_explained_by_a_smallest_set_of_reasons() {
    let impossible = T.replace("prefer", "could not").replace("could live with", "could not");
    let found = kinds(&[&impossible, S, PRICE]);
    assert_eq!(found[0].0, Kind::ImpossibleIssue);
    assert_eq!(found[1].0, Kind::NoPackage);
    assert_eq!(found[1].1, "Your words leave no package.");
    assert_eq!(found[1].2, ["on T you could not accept T1 or T2"]);

    // T1 refused, so T2; its condition wants S1, which the agenda's link forbids with T2.
    let no_t1 = T.replace("prefer", "could not");
    let condition = "[[only_if]]\nchoice = { T = \"T2\" }\nrequires = { S = \"S1\" }\n";
    let found = kinds(&[&no_t1, S, PRICE, condition]);
    assert_eq!(found[0].0, Kind::NoPackage);
    assert_eq!(
        found[0].2,
        [
            "on T you could not accept T1",
            "the condition “T2 only if S is S1”",
            "the agenda's link “S is S2 or S3 whenever T is T2”",
        ]
    );
}

#[test]
fn a_condition_that_can_never_hold_is_found() {
    let no_s1 = S.replace("all_others = \"could live with\"", "all_others = \"could not\"");
    let condition = "[[only_if]]\nchoice = { price = \"2\" }\nrequires = { S = \"S1\" }\n";
    let found = kinds(&[T, &no_s1, PRICE, condition]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, Kind::DeadCondition);
    assert_eq!(
        found[0].1,
        "“2 only if S is S1” can never hold: as it stands you could accept no package where price is 2."
    );
    assert_eq!(found[0].2, ["on S you could not accept S1"]);
}

#[test]
fn a_choice_that_fits_nothing_is_found() {
    let only_s1 = S.replace("welcome", "could not").replace("prefer", "could not");
    let found = kinds(&[T, &only_s1, PRICE]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, Kind::DeadChoice);
    assert!(found[0].1.starts_with("T2 is could live with for you"), "{}", found[0].1);
    assert_eq!(found[0].2.len(), 2);
}

#[test]
fn nothing_ruled_out_is_said_and_each_step_is_counted() {
    let found = review(&agenda(), &read(&[T, S, PRICE]).unwrap());
    assert_eq!(found.findings[0].kind, Kind::VoidRedLine);
    let steps: Vec<_> = found.changes.iter().map(|c| (c.issue, c.choice, c.from, c.to)).collect();
    // Only lowering what one could live with rules something out.
    assert_eq!(steps.len(), 1 + 1 + 3);
    assert!(steps.iter().all(|s| s.2 == Word::CouldLiveWith && s.3 == Word::CouldNot));
}

/// A random small agenda with a position in words over it.
struct Sample {
    agenda: Agenda,
    words: Words,
}

/// Positions do not show themselves; the test has to ask for the document.
impl std::fmt::Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let position = Position::Words(self.words.clone()).to_text(&self.agenda);
        write!(f, "{}\n{position}", self.agenda.to_toml())
    }
}

fn cases() -> impl Strategy<Value = Sample> {
    let sizes = prop::collection::vec(1usize..4, 2..5);
    sizes.prop_flat_map(|sizes| {
        let count = sizes.len();
        let words = sizes.iter().map(|n| prop::collection::vec(0usize..4, *n)).collect::<Vec<_>>();
        let rule = (0..count, 0..count, any::<[usize; 3]>());
        let rules = prop::collection::vec(rule, 0..4);
        let importance = prop::collection::vec(0usize..4, count);
        let reference = prop::option::of(prop::collection::vec(any::<usize>(), count));
        (Just(sizes), words, importance, rules, any::<bool>(), reference).prop_map(
            |(sizes, words, importance, rules, linked, reference)| {
                build(&sizes, &words, &importance, &rules, linked, reference.as_deref())
            },
        )
    })
}

type Rule = (usize, usize, [usize; 3]);

fn build(
    sizes: &[usize],
    words: &[Vec<usize>],
    importance: &[usize],
    rules: &[Rule],
    linked: bool,
    reference: Option<&[usize]>,
) -> Sample {
    let issue = |(i, n): (usize, &usize)| {
        Issue::plain(format!("i{i}"), (0..*n).map(|c| Choice::plain(format!("c{c}"))).collect())
    };
    let index = |issue: usize, pick: usize| u32::try_from(pick % sizes[issue]).unwrap();
    let link = |(a, b, [x, y, z]): &Rule| {
        let mut choices = vec![index(*b, *y), index(*b, *z)];
        choices.sort_unstable();
        choices.dedup();
        Link {
            when: vec![Part { issue: *a, choices: vec![index(*a, *x)] }],
            then: vec![Part { issue: *b, choices }],
            note: None,
        }
    };
    let mut all: Vec<Link> = rules.iter().map(link).collect();
    let links = if linked { all.pop().into_iter().collect() } else { Vec::new() };
    let issues: Vec<Issue> = sizes.iter().enumerate().map(issue).collect();
    let agenda = Agenda::new("random", issues, links, vec![], number::whole(101)).unwrap();
    let stances = words.iter().zip(importance).map(|(row, importance)| Stance {
        importance: Importance::ALL[*importance],
        words: row.iter().map(|w| Some(Word::ALL[*w])).collect(),
        own_points: None,
    });
    let reference = reference.map(|picks| Reference {
        name: None,
        outcome: Outcome::new(picks.iter().enumerate().map(|(i, p)| index(i, *p)).collect()),
    });
    let reference = reference.filter(|r| agenda.space().admits(&r.outcome));
    let words = Words::new(&agenda, stances.collect(), all, reference).unwrap();
    Sample { agenda, words }
}

fn by_hand(agenda: &Agenda, words: &Words) -> u64 {
    let position = Position::Words(words.clone());
    let range = agenda.space().indices(10_000).unwrap();
    let accepted = agenda.space().outcomes(range).filter(|(_, o)| position.verdict(o).acceptable);
    u64::try_from(accepted.count()).unwrap()
}

proptest! {
    #[test]
    fn counts_are_exact(Sample { agenda, words } in cases()) {
        let position = Position::Words(words.clone());
        let review = review(&agenda, &position);
        prop_assert_eq!(review.acceptable.clone(), Some(BigUint::from(by_hand(&agenda, &words))));
        let none = review.findings.iter().find(|f| f.kind == Kind::NoPackage);
        prop_assert_eq!(none.is_some(), by_hand(&agenda, &words) == 0);
        if let Some(none) = none {
            let links_alone = agenda.space().count(10_000).unwrap() == 0;
            prop_assert!(!none.reasons.is_empty() || links_alone);
        }
        for change in &review.changes {
            let mut stances = words.stances().to_vec();
            stances[change.issue].words[usize::try_from(change.choice).unwrap()] = Some(change.to);
            let changed = Words::new(&agenda, stances, words.only_ifs().to_vec(), words.reference().cloned()).unwrap();
            prop_assert_eq!(change.acceptable.clone(), BigUint::from(by_hand(&agenda, &changed)));
        }
    }

    #[test]
    fn words_decide_and_points_only_rank(Sample { agenda, words } in cases()) {
        let position = Position::Words(words.clone());
        let range = agenda.space().indices(10_000).unwrap();
        for (_, outcome) in agenda.space().outcomes(range) {
            let verdict = position.verdict(&outcome);
            let picks = || words.stances().iter().zip(outcome.choices());
            let vetoed = picks().any(|(s, c)| s.word(*c) == Some(Word::CouldNot));
            let broken = words.only_ifs().iter().any(|r| !r.holds(outcome.choices()));
            let points = words.points_of(&outcome);
            prop_assert_eq!(verdict.acceptable, !vetoed && !broken && points >= words.needed());
            if verdict.acceptable {
                prop_assert_eq!(verdict.gain, f64::from(points - words.needed() + 1));
            } else {
                prop_assert!(verdict.gain <= 0.0);
            }
        }
    }

    #[test]
    fn a_position_reads_back_as_written(Sample { agenda, words } in cases()) {
        let text = Position::Words(words).to_text(&agenda);
        let again = Position::from_toml(&agenda, &text, "again").unwrap();
        prop_assert_eq!(again.to_text(&agenda), text);
    }
}

#[test]
fn agendas_too_large_to_enumerate_are_still_counted() {
    let issue = |i: usize| Issue::plain(format!("i{i}"), (0..10).map(|c| Choice::plain(format!("c{c}"))).collect());
    let agenda = Agenda::new("large", (0..40).map(issue).collect(), vec![], vec![], number::whole(101)).unwrap();
    let stance = Stance {
        importance: Importance::Minor,
        words: (0..10).map(|c| Some(if c == 0 { Word::CouldNot } else { Word::Prefer })).collect(),
        own_points: None,
    };
    let words = Words::new(&agenda, vec![stance; 40], vec![], None).unwrap();
    let review = review(&agenda, &Position::Words(words));
    assert_eq!(review.acceptable, Some(BigUint::from(9u8).pow(40)));
    assert_eq!(review.outcomes, Some(BigUint::from(10u8).pow(40)));
}
