//! Every reader on self-written samples: exact values, warnings, conversion.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]
use std::collections::BTreeMap;

use negotiation::formats::{self, Format, Warning};
use negotiation::{Position, Scenario, number};

mod formats_kit;
use formats_kit::{changed, counts, names, read, sample, texts};

/// The exact utility of a side for a package given as `issue=choice` pairs.
fn utility(scenario: &Scenario, side: &str, choices: &[(&str, &str)]) -> String {
    let choices: BTreeMap<String, String> = choices.iter().map(|(i, c)| ((*i).to_owned(), (*c).to_owned())).collect();
    let outcome = scenario.agenda.outcome(&choices).unwrap();
    let side = scenario.sides.iter().find(|s| s.name == side).unwrap();
    let Position::Additive(additive) = &side.position else { panic!("not additive") };
    number::write(&additive.utility(&outcome))
}

#[test]
fn genius_with_nesting_gaps_repeats_and_an_integer_issue() {
    let (scenario, warnings) = read("genius");
    // Byte order: capitals come first.
    assert_eq!(names(&scenario), ["Buyer", "seller"]);
    let issues: Vec<_> = scenario.agenda.issues().iter().map(|i| (i.name.as_str(), i.ordered)).collect();
    assert_eq!(issues, [("Price", true), ("Day", false), ("Place", false)]);
    let package = [("Price", "12"), ("Day", "tue"), ("Place", "market ")];
    // 1/2·1/2 + 1/4·2/3 + 1/4·1/4: the later evaluation of `mon` (3) is the greatest.
    assert_eq!(utility(&scenario, "Buyer", &package), "23/48");
    // 9/10·1/2 + 0 + 1/5; `Day` has no evaluation above 0.00001.
    assert_eq!(utility(&scenario, "seller", &package), "0.65");
    let best = [("Price", "14"), ("Day", "mon"), ("Place", "market ")];
    assert_eq!(utility(&scenario, "seller", &best), "1", "1.1 is cut off at 1");
    // One package sits on the red line exactly: Price 12, wed, farm & yard.
    assert_eq!(counts(&scenario), (vec![18, 30], 18));
    let told = texts(&warnings);
    for said in [
        "orchard_domain.xml: issue indices leave out 2, 4",
        "Buyer.xml: item index 1 of issue `Day` (`mon`) is given more than once",
        "Buyer.xml: the weight of objective `Delivery` has no effect",
        "Buyer.xml: the discount factor 0.9 is ignored",
        "seller.xml: issue `Place` lists its choices in another order",
        "seller.xml: every evaluation of issue `Day` is 0",
        "seller.xml: the weights sum to 1.4",
        "seller.xml: utilities reach 1.1 and are cut off at 1",
        "seller.xml: no reservation value; 0 is taken",
        "seller.xml: the reservation value 0 rules nothing out",
        "LICENCE: left alone",
        "pareto.xml: left alone",
        "normalised.json: left alone: a derived table, never read",
    ] {
        assert!(told.contains(said), "{said}\n---\n{told}");
    }
}

#[test]
fn geniusweb_in_both_spellings_with_numbers_and_a_reservation_bid() {
    let (scenario, warnings) = read("geniusweb");
    assert_eq!(names(&scenario), ["profileA", "profileB"]);
    let fares: Vec<_> = scenario.agenda.issues()[1].choices.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(fares, ["1", "1.5", "2"]);
    assert_eq!(utility(&scenario, "profileA", &[("Route", "south"), ("Fare", "1.5")]), "0.45");
    // 5/6 and 2/3 are rounded half up at the eighth decimal, as the format does.
    assert_eq!(utility(&scenario, "profileB", &[("Route", "south"), ("Fare", "1.5")]), "0.416666665");
    assert_eq!(utility(&scenario, "profileB", &[("Route", "north"), ("Fare", "2")]), "0.483333335");
    assert_eq!(counts(&scenario), (vec![5, 6], 5));
    let told = texts(&warnings);
    for said in [
        "profileB.json: choice `south` of issue `Route` has no value; it counts 0",
        "profileB.json: no reservation value; every package is acceptable",
        "profileB.json: the domain inside this profile differs",
        "specials.json: left alone",
    ] {
        assert!(told.contains(said), "{said}\n---\n{told}");
    }
    assert!(!told.contains("profileA.json: the domain"), "{told}");
}

#[test]
fn negmas_with_every_function_that_is_read() {
    let (scenario, warnings) = read("negmas");
    assert_eq!(names(&scenario), ["north", "south"]);
    let package = [("Depth", "3"), ("Pump", "solar"), ("Rate", "2.50")];
    assert_eq!(utility(&scenario, "north", &package), "1.65");
    assert_eq!(utility(&scenario, "south", &package), "4.5");
    assert_eq!(number::write(&scenario.sides[1].position.reservation()), "2.5");
    assert_eq!(counts(&scenario), (vec![9, 10], 7));
    let told = texts(&warnings);
    for said in [
        "north.yml: the discount factor 0.8 is ignored",
        "north.yml: the weights sum to 3.5",
        "_info.yaml: left alone",
        "south.yaml: gains reach 2, above the agenda's scale of 1",
    ] {
        assert!(told.contains(said), "{said}\n---\n{told}");
    }
}

#[test]
fn negolog_without_a_domain_file() {
    let (scenario, warnings) = read("negolog");
    assert_eq!(names(&scenario), ["profileA", "profileB"]);
    assert_eq!(counts(&scenario), (vec![4, 5], 3));
    assert_eq!(utility(&scenario, "profileB", &[("stall", "near"), ("hours", "mixed")]), "0.4");
    let told = texts(&warnings);
    assert!(told.contains("profileA.json: the folder has no domain file"), "{told}");
    assert!(told.contains("specs.json: left alone"), "{told}");
}

#[test]
fn llm_deliberation_scores_one_folder_down() {
    let (scenario, warnings) = read("llmdelib");
    assert_eq!(names(&scenario), ["Three", "one", "two"]);
    assert_eq!(counts(&scenario), (vec![4, 3, 4], 1));
    let a = &scenario.agenda.issues()[0];
    assert_eq!((a.name.as_str(), a.title.as_deref()), ("A", Some("Site")));
    assert_eq!(a.choices[1].title.as_deref(), Some("downstream"));
    assert_eq!(number::write(scenario.agenda.scale()), "100");
    let told = texts(&warnings);
    assert!(told.contains("--quorum 2 --veto two --veto Three"), "{told}");
    // The folder of scores alone is read too, without titles.
    let (bare, _) = read("llmdelib/scores_files");
    assert_eq!(counts(&bare).1, 1);
}

#[test]
fn our_own_folder_with_words_numbers_and_a_list() {
    let (scenario, warnings) = read("own");
    assert_eq!(scenario.name, "orchard lease");
    assert_eq!(names(&scenario), ["east", "south", "west"]);
    assert_eq!(warnings, []);
    let (alone, all) = counts(&scenario);
    // West: 5 years always (1/2 and more), 10 years always (1/3 exactly), 15 years only metered.
    assert_eq!((alone, all), (vec![6, 2, 7], 2));
}

#[test]
fn one_position_is_read_from_the_agenda_and_its_own_file() {
    let survey = formats::survey(&sample("genius")).unwrap();
    assert_eq!(survey.format, Format::Genius);
    let agenda = formats::read_agenda(&survey).unwrap();
    let lone = tempfile::tempdir().unwrap();
    let path = lone.path().join("Buyer.xml");
    std::fs::copy(sample("genius/Buyer.xml"), &path).unwrap();
    let position = formats::read_position(&agenda, Format::Genius, &path).unwrap();
    assert_eq!(number::write(&position.reservation()), "0.5");
    // The agenda survives its own document, so another process may be handed the text.
    let handed = negotiation::Agenda::from_toml(&agenda.to_toml(), "handed over").unwrap();
    assert!(formats::read_position(&handed, Format::Genius, &path).is_ok());
}

#[test]
fn red_lines_that_rule_out_everything_or_nothing_are_named() {
    let copy = changed("negolog", "profileA.json", "\"reservationValue\": 0.5", "\"reservationValue\": 1.01");
    let (_, warnings) = formats::read_scenario(copy.path()).unwrap();
    assert!(texts(&warnings).contains("the reservation value 1.01 rules everything out: the best package is worth 1"));
    // At the best package's value exactly, that package remains.
    let copy = changed("negolog", "profileA.json", "\"reservationValue\": 0.5", "\"reservationValue\": 1.0");
    let (scenario, warnings) = formats::read_scenario(copy.path()).unwrap();
    assert!(!texts(&warnings).contains("rules everything out"));
    assert_eq!(counts(&scenario).0[0], 1);
    // The mark of an import that was not normalised: values in tens, red line below 1.
    let copy = changed("negmas", "south.yaml", "reserved_outcome: [2, hand, 5.0]", "reserved_value: 0.5");
    let (_, warnings) = formats::read_scenario(copy.path()).unwrap();
    let told = texts(&warnings);
    assert!(told.contains("utilities run from 1.5 to 4.5 while the reservation value lies between 0 and 1"), "{told}");
    assert!(told.contains("south.yaml: the reservation value 0.5 rules nothing out"), "{told}");
    let copy = changed("negmas", "south.yaml", "reserved_outcome: [2, hand, 5.0]", "reserved_value: -.inf");
    let (scenario, warnings) = formats::read_scenario(copy.path()).unwrap();
    assert!(texts(&warnings).contains("south.yaml: no reservation value"));
    assert_eq!(counts(&scenario).0[1], 12);
}

#[test]
fn repeated_keys_and_partial_bids_are_named() {
    let copy = changed("negolog", "profileB.json", "\"near\": 0.2", "\"near\": 0.9, \"near\": 0.2");
    let (scenario, warnings) = formats::read_scenario(copy.path()).unwrap();
    assert!(texts(&warnings).contains("profileB.json: the key `near` is given more than once; the last one counts"));
    assert_eq!(counts(&scenario).0[1], 5);
    let copy = changed("geniusweb", "profileA.json", "\"Route\": \"south\", ", "");
    let (scenario, warnings) = formats::read_scenario(copy.path()).unwrap();
    assert!(texts(&warnings).contains("the reservation bid leaves out Route"));
    assert_eq!(number::write(&scenario.sides[0].position.reservation()), "0.25");
}

#[test]
fn conversion_keeps_agenda_numbers_and_verdicts() {
    for name in ["genius", "geniusweb", "negmas", "negolog", "llmdelib", "own"] {
        let (scenario, _) = read(name);
        let out = tempfile::tempdir().unwrap();
        let folder = out.path().join("new/folder");
        let written = formats::write_scenario(&scenario, &folder).unwrap();
        assert_eq!(written.len(), scenario.sides.len() + 1);
        let (again, warnings) = formats::read_scenario(&folder).unwrap();
        assert_eq!(formats::survey(&folder).unwrap().format, Format::Own);
        assert!(warnings.iter().all(|w| matches!(w, Warning::BeyondScale { .. })), "{warnings:?}");
        assert_eq!((&again.name, &again.agenda), (&scenario.name, &scenario.agenda));
        assert_eq!(again.agenda.digest(), scenario.agenda.digest());
        assert_eq!(counts(&again), counts(&scenario), "{name}");
        for (a, b) in again.sides.iter().zip(&scenario.sides) {
            assert_eq!(a.name, b.name);
            assert_eq!(a.position.to_text(&again.agenda), b.position.to_text(&scenario.agenda));
        }
        let error = formats::write_scenario(&scenario, &folder).unwrap_err().to_string();
        assert!(error.contains("holds something already"), "{error}");
    }
}
