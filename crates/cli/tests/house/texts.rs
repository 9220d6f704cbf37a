//! A text that concerns a side which was not asked: adopted by two, and not promoted without the third.
use super::record::SIDES;
use super::street::{Street, example};

#[test]
fn a_text_that_concerns_an_absent_side_is_not_promoted_without_it() {
    let street = Street::with(None, &SIDES, &["--budget-bits", "100"]);
    let (anna, boris, clara) = (street.delegate("anna"), street.delegate("boris"), street.delegate("clara"));
    street.convener.json(&["dialogue", "case", &example("")]);
    street.settle();
    let file = street.folder.path().join("text.txt").display().to_string();
    let call = ["sounding", "call", "--rule", "draw", "--sides", "A,B", "--adopt", &file];
    std::fs::write(&file, "1. A removal\nof the leader is sought.").unwrap();
    let refused = anna.refused(&[&call[..], &["--issue", "T"]].concat());
    assert!(refused.1.contains("never an option"), "{}", refused.1);
    std::fs::write(&file, "1. The line is frozen; monitors come within a month.").unwrap();
    let refused = anna.refused(&call);
    assert_eq!(refused.0, 3);
    assert!(refused.1.contains("--issue NAME"), "{}", refused.1);
    let votes: [&[&str]; 2] = [&["--accept"], &["--accept"]];
    let answers = street.sound(anna, &[anna, boris], &[&call[..], &["--issue", "T"]].concat(), &votes);
    assert_eq!((&answers[0]["result"], &answers[0]["exploratory"]), (&"package".into(), &true.into()), "{answers:?}");
    let id = answers[0]["id"].as_str().unwrap();
    street.settle();
    let listed = clara.json(&["sounding", "list"])["questions"][0]["issues"].clone();
    assert_eq!(listed, serde_json::json!(["T"]));
    anna.json(&["gate", "bring", id]);
    boris.json(&["gate", "bring", id]);
    assert_eq!(clara.json(&["gate", "show", id])["status"], "exploratory");
    let refused = anna.refused(&["gate", "promote", id]);
    assert_eq!(refused.0, 3);
    assert!(refused.1.contains("until C consent"), "{}", refused.1);
    assert_eq!(clara.json(&["gate", "consent", id])["status"], "tolerable");
    assert_eq!(boris.json(&["gate", "promote", id])["status"], "promoted");
    street.converged();
}
