//! The sample case through its files: shares, counts and solutions as its text states them.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use std::path::{Path, PathBuf};

use negotiation::position::Position;
use negotiation::solve::{Options, Selected, Solution, solve};
use negotiation::{Agenda, Question, Side, document};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/offramp")
}

fn agenda() -> Agenda {
    let path = folder().join("agenda.toml");
    Agenda::from_toml(&document::read(&path).unwrap(), "agenda.toml").unwrap()
}

fn side(agenda: &Agenda, name: &str) -> Side {
    let file = format!("{name}.toml");
    let text = document::read(&folder().join(&file)).unwrap();
    Side { name: name.to_owned(), position: Position::from_toml(agenda, &text, &file).unwrap() }
}

fn sides(agenda: &Agenda, names: &[&str]) -> Vec<Side> {
    names.iter().map(|name| side(agenda, name)).collect()
}

fn ask(names: &[&str], packages: &[&str]) -> Solution {
    let agenda = agenda();
    let question = match packages {
        [] => Question::whole(&agenda),
        some => Question::packages(&agenda, some).unwrap(),
    };
    solve(&sides(&agenda, names), &question, &Options::default()).unwrap()
}

fn spell(selected: Option<&Selected>) -> String {
    let agenda = agenda();
    let selected = selected.unwrap();
    let names: Vec<&str> = agenda.names(&selected.outcome).map(|(_, c)| c).collect();
    let gains: Vec<String> = selected.gains.iter().map(f64::to_string).collect();
    format!("{}: {}", gains.join("·"), names.join(" "))
}

#[test]
fn every_file_carries_the_banner_first() {
    for name in ["agenda", "A", "B", "C"] {
        let text = document::read(&folder().join(format!("{name}.toml"))).unwrap();
        assert!(text.starts_with("# Exercise; positions invented.\n"), "{name}");
    }
}

#[test]
fn the_shares_are_as_stated() {
    let agenda = agenda();
    for (name, shares) in [("A", [18, 9, 37, 18, 9, 9]), ("B", [27, 13, 27, 13, 13, 7]), ("C", [34, 33, 17, 8, 0, 8])] {
        let Position::Words(words) = side(&agenda, name).position else { unreachable!("the sample case is in words") };
        assert_eq!(words.points().shares, shares, "{name}");
    }
}

#[test]
fn the_whole_agenda() {
    let common = "22·50: T0 C2 S2 G4 N0 K1";
    for (names, acceptable, nash, least, ties, leximin) in [
        (&["A", "B", "C"][..], 36, &*format!("65·{common}"), 22.0, 3, &*format!("65·{common}")),
        (&["A", "B"], 198, "65·61: T3 C0 S3 G4 N1 K1", 61.0, 1, "65·61: T3 C0 S3 G4 N1 K1"),
        (&["A", "C"], 108, "101·101: T4 C2 S3 G4 N0 K1", 101.0, 1, "101·101: T4 C2 S3 G4 N0 K1"),
        (&["B", "C"], 36, common, 22.0, 3, common),
    ] {
        let found = ask(names, &[]);
        assert_eq!(found.outcomes, 960, "{names:?}");
        assert_eq!(found.acceptable, acceptable, "{names:?}");
        assert_eq!(spell(found.nash.as_ref()), nash, "{names:?}");
        assert_eq!(spell(found.leximin.as_ref()), leximin, "{names:?}");
        let egalitarian = found.egalitarian.unwrap();
        assert_eq!((egalitarian.value, egalitarian.ties), (least, ties), "{names:?}");
    }
}

#[test]
fn the_named_packages() {
    let agenda = agenda();
    let all = ask(&["A", "B", "C"], &["P1", "P2", "P3"]);
    assert_eq!((all.outcomes, all.acceptable), (3, 1));
    let outcome = all.nash.unwrap().outcome;
    assert_eq!(agenda.package_name(&outcome), Some("P1"));

    let two = ask(&["A", "B"], &["P2"]);
    assert_eq!((two.outcomes, two.acceptable), (1, 1));
    assert_eq!(agenda.package_name(&two.nash.unwrap().outcome), Some("P2"));

    let none = ask(&["A", "B", "C"], &["P3"]);
    assert_eq!((none.outcomes, none.acceptable), (1, 0));
    assert_eq!((none.nash, none.egalitarian, none.leximin), (None, None, None));

    for (name, tolerated) in [("A", [true, true, false]), ("B", [true, true, false]), ("C", [true, false, false])] {
        let side = side(&agenda, name);
        for (package, expected) in ["P1", "P2", "P3"].iter().zip(tolerated) {
            let verdict = side.position.verdict(&agenda.package(package).unwrap());
            assert_eq!(verdict.acceptable, expected, "{name} on {package}");
        }
    }
}

#[test]
fn documents_survive_writing_and_reading() {
    let agenda = agenda();
    let again = Agenda::from_toml(&agenda.to_toml(), "again").unwrap();
    assert_eq!(agenda, again);
    assert_eq!(agenda.digest(), again.digest());
    for name in ["A", "B", "C"] {
        let first = side(&agenda, name).position.to_text(&agenda);
        let second = Position::from_toml(&agenda, &first, name).unwrap();
        assert_eq!(second.to_text(&agenda), first);
    }
}
