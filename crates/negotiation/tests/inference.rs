//! What the sample case's questions tell, in the words a delegate reads.
use negotiation::circuit::Rule;
use negotiation::inference::{
    Answer, Asked, CONTRADICTION, OwnVerdicts, Preview, Question, ReaderView, Scope, Warning, account, least_packages,
    preview, probing,
};
use negotiation::{Error, Result};

fn first(rule: Rule) -> Asked {
    let question = Question::new("1", &["A", "B", "C"], Scope::packages(&["P1", "P2", "P3"]), rule);
    Asked { question, answer: Some(Answer::Package("P1".to_owned())) }
}

fn second(rule: Rule) -> Question {
    Question::new("2", &["A", "B"], Scope::packages(&["P2"]), rule)
}

fn yes(preview: &Preview) -> (&[ReaderView], &[ReaderView]) {
    let answer = preview.answers.iter().find(|answer| matches!(answer.answer, Answer::Package(_)));
    answer.map_or((&[], &[]), |answer| (&answer.readers, &answer.coalitions))
}

#[test]
fn under_nash_two_questions_difference_the_third_side() -> Result<()> {
    let preview = preview(&[first(Rule::Nash)], &second(Rule::Nash), &[])?;
    let (readers, coalitions) = yes(&preview);
    assert_eq!(
        readers[0].lines,
        [
            "B tolerates P2.",
            "If you rank P2 above P1, C rules it out, or B or C ranks it no higher than P1 (questions 1 and 2 together).",
        ]
    );
    assert_eq!(coalitions[0].readers, ["A", "B"]);
    assert_eq!(
        coalitions[0].lines,
        ["If A and B rank P2 above P1, C rules it out or ranks it no higher than P1 (questions 1 and 2 together)."]
    );
    assert!(preview.warnings.contains(&Warning::Subgroup { earlier: "1".to_owned(), about: vec!["C".to_owned()] }));
    Ok(())
}

#[test]
fn under_draw_the_third_side_is_only_less_likely_to_agree() -> Result<()> {
    let preview = preview(&[first(Rule::Draw)], &second(Rule::Draw), &[])?;
    let (readers, _) = yes(&preview);
    assert!(readers[0].facts.iter().all(|fact| fact.because == ["2"]), "nothing certain about C");
    let likely = &readers[0].likelihoods[0];
    assert_eq!(
        (likely.sides.as_slice(), likely.package.as_str(), likely.one_in),
        (["C".to_owned()].as_slice(), "P2", 2)
    );
    assert!(readers[0].lines[1].ends_with("the draw of question 1 would have shown P1 at most half of the time."));
    Ok(())
}

#[test]
fn with_its_own_verdict_a_side_reads_the_other_ones() -> Result<()> {
    let question = Question::new("1", &["A", "B"], Scope::packages(&["P2"]), Rule::Exists);
    let own = |tolerates| OwnVerdicts {
        side: "A".to_owned(),
        tolerates: [("P2".to_owned(), tolerates)].into(),
        ..OwnVerdicts::default()
    };
    let open = preview(&[], &question, &[])?;
    assert_eq!(open.answers[0].readers[0].lines, ["If you tolerate P2, B rules it out."]);
    let yes = preview(&[], &question, &[own(true)])?;
    assert_eq!(yes.answers[0].readers[0].lines, ["B rules out P2."]);
    assert_eq!(yes.answers[0].readers[1].lines, ["If you tolerate P2, A rules it out."], "B is not told A's verdict");
    let no = preview(&[], &question, &[own(false)])?;
    assert_eq!(no.answers[0].readers[0].lines, ["Nothing new that is certain about another side."]);
    assert!(!no.answers[1].readers[0].possible);
    Ok(())
}

#[test]
fn none_names_nobody_among_three_but_all_others_together_know() -> Result<()> {
    let question = Question::new("3", &["A", "B", "C"], Scope::packages(&["P3"]), Rule::Draw);
    let preview = preview(&[], &question, &[])?;
    let none = &preview.answers[0];
    assert_eq!(none.readers[0].lines, ["If you tolerate P3, B or C rules it out (which, the answers do not say)."]);
    assert_eq!(none.coalitions[0].lines, ["If A and B tolerate P3, C rules it out."]);
    Ok(())
}

#[test]
fn subgroups_of_the_agenda_difference_too() -> Result<()> {
    let all = Question::new("1", &["A", "B", "C"], Scope::Agenda { outcomes: 960 }, Rule::Draw);
    let two = Question::new("2", &["A", "B"], Scope::Agenda { outcomes: 960 }, Rule::Draw);
    let preview = preview(&[Asked { question: all, answer: Some(Answer::None) }], &two, &[])?;
    let lines = &preview.answers[1].readers[0].lines;
    assert!(lines.contains(&"C rules out the package shown (questions 1 and 2 together).".to_owned()), "{lines:?}");
    assert!((preview.bits_total - 2.0 * 961f64.log2()).abs() < 1e-12);
    Ok(())
}

#[test]
fn answers_that_contradict_are_said_to() -> Result<()> {
    let ask = |id: &str, answer| Asked {
        question: Question::new(id, &["A", "B"], Scope::packages(&["P1"]), Rule::Draw),
        answer: Some(answer),
    };
    let account = account(&[ask("1", Answer::None), ask("2", Answer::Package("P1".to_owned()))], &[])?;
    assert!(!account.consistent);
    assert_eq!(account.caveats[0], CONTRADICTION);
    Ok(())
}

#[test]
fn probes_and_small_questions_are_named() {
    let question = Question::new("1", &["A", "B"], Scope::packages(&["P1", "P2"]), Rule::Draw);
    assert_eq!(probing(&question, "A", 1), Some(Warning::Probe { side: "A".to_owned() }));
    assert_eq!(probing(&question, "A", 2), None);
    assert_eq!(probing(&question, "C", 1), None, "takes no part");
    assert_eq!(least_packages(&question, 3), Some(Warning::TooFew { packages: 2, least: 3 }));
    assert_eq!(least_packages(&question, 2), None);
}

#[test]
fn questions_that_cannot_be_are_refused() {
    let refused = |question: &Question| matches!(preview(&[], question, &[]), Err(Error::Question(_)));
    let draw = |sides: &[&str], packages: &[&str]| Question::new("1", sides, Scope::packages(packages), Rule::Draw);
    assert!(!refused(&draw(&["A", "B"], &["P1"])));
    assert!(refused(&draw(&["A"], &["P1"])));
    assert!(refused(&draw(&["A", "A"], &["P1"])));
    assert!(refused(&draw(&["A", "B"], &["P1", "P1"])));
    assert!(refused(&draw(&["A", "B"], &[])));
    let wrong = Asked { question: draw(&["A", "B"], &["P1"]), answer: Some(Answer::Package("P9".to_owned())) };
    assert!(account(&[wrong], &[]).is_err());
}
