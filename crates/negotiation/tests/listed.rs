//! Lists of packages in CSV: what rows mean, and what is refused with its line.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use negotiation::check::review;
use negotiation::{Agenda, Outcome, Position};
use num_bigint::BigUint;

const AGENDA: &str = r#"
name = "x"
[[issue]]
name = "T"
choices = ["a", "b, c", { name = "d", off_the_table = "refused" }]
[[issue]]
name = "score"
choices = ["1", "2"]
[[package]]
name = "P"
choices = { T = "b, c" }
"#;

fn agenda() -> Agenda {
    Agenda::from_toml(AGENDA, "agenda.toml").unwrap()
}

fn read(text: &str) -> Result<Position, String> {
    Position::from_csv(&agenda(), text, "B.csv").map_err(|e| e.to_string())
}

#[test]
fn rows_name_a_package_or_choices_and_the_rest_is_refused() {
    let text = "package,T,issue:score,verdict,score\nP,,,yes,2.5\nmine,a,2,yes,7\n,a,1,no,\n";
    let position = read(text).unwrap();
    let verdict = |choices: &[u32]| position.verdict(&Outcome::new(choices.to_vec()));
    assert!(verdict(&[1, 0]).acceptable && verdict(&[1, 0]).gain == 2.5);
    assert!(verdict(&[0, 1]).acceptable && verdict(&[0, 1]).gain == 7.0);
    assert!(!verdict(&[0, 0]).acceptable);
    assert!(!verdict(&[1, 1]).acceptable, "what is not listed is not acceptable");
    assert_eq!(review(&agenda(), &position).acceptable, Some(BigUint::from(2u8)));
    let again = read(&position.to_text(&agenda())).unwrap();
    assert_eq!(again.to_text(&agenda()), position.to_text(&agenda()));
}

#[test]
fn without_scores_every_acceptable_package_counts_one() {
    let position = read("package,verdict\nP,yes\n").unwrap();
    assert_eq!(position.verdict(&Outcome::new(vec![1, 0])).gain, 1.0);
}

#[test]
fn mistakes_are_named_with_their_line() {
    for (text, expected) in [
        ("package\nP\n", "line 1: the column `verdict`"),
        ("package,verdict,X\nP,yes,\n", "line 1: there is no issue named `X`"),
        ("package,verdict,T,T\nP,yes,,\n", "appears twice"),
        ("package,verdict\nQ,yes\n", "line 2: there is no package named `Q`; known: P"),
        ("package,verdict\nP,perhaps\n", "line 2: the verdict is `perhaps`"),
        ("package,verdict\nP,yes\nP,no\n", "line 3: this outcome is already listed on line 2"),
        ("package,verdict\n,yes\n", "neither a package nor a choice"),
        ("T,verdict\nd,yes\n", "off the table: refused"),
        ("T,verdict\nz,yes\n", "there is no choice named `z`; known: a, b, c, d"),
        ("T,verdict,score\na,yes,x\n", "line 2: `x` is not a number"),
        ("T,verdict,score\na,yes,-1\n", "cannot be below 0"),
        ("T,verdict,score\na,yes,1\n\"b, c\",yes,\n", "row 2: other acceptable packages have a score"),
        ("T,verdict\na\n", "line 2"),
    ] {
        let said = read(text).err().unwrap();
        assert!(said.starts_with("B.csv: ") && said.contains(expected), "{said}\nlacks: {expected}");
    }
}
