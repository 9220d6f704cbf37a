//! Acceptance is exact: at the red line, beyond what floats can tell, and where the fast arithmetic cannot.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use negotiation::position::Additive;
use negotiation::{Agenda, Choice, Decimal, Issue, Outcome, Position, number};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    number::parse(text).unwrap()
}

fn accepts(rows: &[&[&str]], clip: Option<&str>, reservation: &str, choices: &[u32]) -> bool {
    let rows = rows.iter().map(|row| row.iter().map(|x| decimal(x)).collect()).collect();
    let additive = Additive::new(rows, decimal("0"), clip.map(decimal), decimal(reservation)).unwrap();
    let verdict = Position::Additive(additive).verdict(&Outcome::new(choices.to_vec()));
    assert!(!verdict.acceptable || verdict.gain >= 0.0);
    verdict.acceptable
}

#[test]
fn a_tenth_and_two_tenths_are_three_tenths() {
    // In floats 0.1 + 0.2 > 0.3 and 0.1 + 0.7 < 0.8.
    assert!(accepts(&[&["0.1"], &["0.2"]], None, "0.3", &[0, 0]));
    assert!(accepts(&[&["0.1"], &["0.7"]], None, "0.8", &[0, 0]));
    assert!(!accepts(&[&["0.1"], &["0.2"]], None, "0.3000000000000000000000000001", &[0, 0]));
}

#[test]
fn numbers_beyond_the_fast_arithmetic_are_decided_exactly() {
    let tiny = "1e-300";
    let line = "0.3";
    // The denominators have no common multiple of moderate size.
    let third = "1/333333333333333333333333333333333333333333";
    let rows: &[&[&str]] = &[&["0.1", tiny], &["0.2", third]];
    assert!(accepts(rows, None, line, &[0, 0]));
    assert!(!accepts(rows, None, line, &[1, 0]));
    let just_above = format!("0.3{}1", "0".repeat(200));
    assert!(!accepts(rows, None, &just_above, &[0, 0]));
    let just_below = format!("0.2{}", "9".repeat(200));
    assert!(accepts(rows, None, &just_below, &[0, 0]));
}

#[test]
fn a_clip_holds_back_what_is_above_it() {
    assert!(accepts(&[&["0.9"], &["0.9"]], Some("1"), "1", &[0, 0]));
    assert!(!accepts(&[&["0.9"], &["0.9"]], Some("1"), "1.1", &[0, 0]));
}

#[test]
fn utilities_without_measure_are_refused() {
    let huge = vec![vec![decimal("1e300")]];
    let said = Additive::new(huge, decimal("0"), None, decimal("0")).err().unwrap();
    assert!(said.to_string().contains("2^64"), "{said}");
}

#[test]
fn exact_fractions_survive_the_document() {
    let issue = Issue::plain("an issue", vec![Choice::plain("a \"b\""), Choice::plain("ж")]);
    let agenda = Agenda::new("x", vec![issue], vec![], vec![], number::whole(101)).unwrap();
    let rows = vec![vec![decimal("1/3"), decimal("0.1234567890123456789")]];
    let first = Additive::new(rows, decimal("-1/7"), Some(decimal("1")), decimal("1e-20")).unwrap();
    let text = Position::Additive(first.clone()).to_text(&agenda);
    let Position::Additive(second) = Position::from_toml(&agenda, &text, "again").unwrap() else {
        unreachable!("it was written as additive")
    };
    assert_eq!(first.contributions(), second.contributions());
    assert_eq!(first.bias(), second.bias());
    assert_eq!(first.clip(), second.clip());
    assert_eq!(first.reservation(), second.reservation());
}

fn fraction() -> impl Strategy<Value = Decimal> {
    // Small ones meet the red line exactly; long ones leave the fast arithmetic.
    prop_oneof![
        (0i64..6, 1i64..6).prop_map(|(n, d)| BigRational::new(n.into(), d.into())),
        (any::<i64>(), any::<u64>()).prop_map(|(n, d)| {
            BigRational::new(BigInt::from(n), BigInt::from(d) + BigInt::from(1u8))
                / BigRational::from_integer(BigInt::from(u64::MAX))
        }),
    ]
}

proptest! {
    #[test]
    fn the_fast_arithmetic_never_differs_from_the_fractions(
        rows in prop::collection::vec(prop::collection::vec(fraction(), 1..4), 1..5),
        bias in fraction(),
        clip in prop::option::of(fraction()),
        own_line in fraction(),
        at_line in any::<bool>(),
        picks in prop::collection::vec(0u32..4, 5),
    ) {
        let choices: Vec<u32> = rows.iter().zip(&picks)
            .map(|(row, p)| p % u32::try_from(row.len()).unwrap()).collect();
        let outcome = Outcome::new(choices);
        let probe = Additive::new(rows.clone(), bias.clone(), clip.clone(), own_line.clone()).unwrap();
        let line = if at_line { probe.utility(&outcome) } else { own_line };
        let additive = Additive::new(rows, bias, clip, line.clone()).unwrap();
        let exact = additive.utility(&outcome) >= line;
        let verdict = Position::Additive(additive).verdict(&outcome);
        prop_assert_eq!(verdict.acceptable, exact);
        prop_assert!(!at_line || verdict.acceptable);
    }
}
