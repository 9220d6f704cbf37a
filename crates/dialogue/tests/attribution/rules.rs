//! What each rule of attribution allows, and how small groups are counted and merged.
use dialogue::attribution::{Gender, Kind, Language, Scene, Weight, limits, lint, lint_in};
use dialogue::charter::Attribution;

use crate::exercise::scene;

fn kinds(line: &str, scene: &Scene) -> Vec<Kind> {
    lint(line, scene).into_iter().map(|finding| finding.kind).collect()
}

fn under(rule: Attribution) -> Scene {
    Scene { rule, ..scene("channel") }
}

#[test]
fn on_record_a_speaker_is_named_and_others_are_still_protected() {
    let mut scene = under(Attribution::OnRecord);
    scene.seats[0].protected = false;
    assert_eq!(kinds("Orlov said in Geneva on 14 May: \"our side would need a year\".", &scene), []);
    assert_eq!(kinds("The former ambassador said so.", &scene), [], "one of the two ambassadors speaks on record");
    assert_eq!(kinds("Orlov said so, and Volkonsky agreed.", &scene), [Kind::Name]);
    assert_eq!(kinds("The retired general agreed.", &scene), [Kind::Role]);
}

#[test]
fn on_background_the_agreed_description_stands_and_no_narrower_one() {
    let mut scene = under(Attribution::Background);
    let line = "A former Russian ambassador expects a long winter.";
    assert_eq!(kinds(line, &scene), [Kind::Side]);
    scene.agreed.push("former Russian ambassador".to_owned());
    assert_eq!(kinds(line, &scene), []);
    assert_eq!(kinds("The only former Russian ambassador expects a long winter.", &scene), [Kind::Unique]);
    assert_eq!(kinds("Orlov, a former Russian ambassador, expects a long winter.", &scene), [Kind::Name]);
    assert_eq!(
        kinds("A Russian participant expects \"a long and cold winter\".", &scene),
        [],
        "four seats answer to it, quoting is allowed"
    );
}

#[test]
fn under_chatham_house_no_side_is_told_however_large() {
    let scene = under(Attribution::ChathamHouse);
    assert_eq!(kinds("A Russian participant expects a long winter.", &scene), [Kind::Side]);
    assert_eq!(kinds("A former official expects a long winter.", &scene), []);
}

#[test]
fn on_deep_background_nobody_is_described() {
    let scene = under(Attribution::DeepBackground);
    assert_eq!(kinds("A former official expects a long winter.", &scene), [Kind::Role]);
    assert_eq!(kinds("A long winter is expected.", &scene), []);
}

#[test]
fn off_the_record_nothing_leaves() {
    let scene = under(Attribution::OffRecord);
    let findings = lint("A long winter is expected.", &scene);
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].kind, findings[0].weight), (Kind::OffRecord, Weight::Block));
}

#[test]
fn a_description_is_blocked_exactly_below_the_least_group() {
    let mut scene = scene("channel");
    let line = "A former ambassador expects a long winter.";
    for (least_group, blocked) in [(1, false), (2, false), (3, true), (4, true)] {
        scene.least_group = least_group;
        assert_eq!(kinds(line, &scene) == [Kind::Role], blocked, "two ambassadors, least group {least_group}");
    }
}

#[test]
fn a_small_group_is_merged_into_one_that_is_large_enough() {
    let findings = lint("A former ambassador expects a long winter.", &scene("channel"));
    assert_eq!(findings[0].suggestion, "Write “a former official”.");
    let findings = lint("The only former ambassador expects a long winter.", &scene("channel"));
    assert_eq!(findings[0].suggestion, "Write “a participant”.");
    let findings = lint("Бывший посол ждёт долгой зимы.", &scene("channel"));
    assert_eq!(findings[0].suggestion, "Write «один из бывших чиновников».");
}

#[test]
fn pronouns_count_by_gender() {
    let mut scene = scene("channel");
    let line = "She expects a long winter.";
    assert_eq!(kinds(line, &scene), [Kind::Gender], "two women, least group 3");
    assert_eq!(kinds("He expects a long winter.", &scene), [], "many men");
    scene.seats[0].gender = Some(Gender::Woman);
    assert_eq!(kinds(line, &scene), [], "three women");
}

#[test]
fn a_room_smaller_than_the_least_group_is_said() {
    let mut scene = scene("channel");
    scene.seats.truncate(2);
    assert_eq!(kinds("A long winter is expected.", &scene), [Kind::SmallRoom]);
}

#[test]
fn the_language_of_a_line_is_found_or_given() {
    let lines = [
        (Language::English, "The group returned to the matter of buoys."),
        (Language::Russian, "Группа вернулась к вопросу о буях."),
        (Language::Arabic, "عادت المجموعة إلى مسألة العوامات."),
        (Language::French, "Le groupe est revenu à la question des bouées."),
    ];
    for (language, line) in lines {
        assert_eq!(Language::of(line), language, "{line}");
    }
    let given = lint_in("Orlov", Language::French, &scene("channel"));
    assert_eq!(given[0].suggestion, "Write « l'un des participants ».");
}

#[test]
fn limits_are_sentences() {
    assert!(limits().len() >= 10);
    for limit in limits() {
        assert!(limit.ends_with('.') && limit.contains(' '), "{limit}");
    }
}
