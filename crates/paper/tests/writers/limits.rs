//! What is too large or wrong is refused before anything is written, and the refusal says where.
use jiff::civil::date;
use paper::{
    Block, Document, Error, Language, MOST_BLOCKS, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, MOST_STANDING_CHARACTERS,
    Rule, Section, Table, Text,
};

fn empty() -> Document {
    Document::new("T", Language::parse("en").expect("a language"), date(2026, 1, 1))
}

fn holding(blocks: Vec<Block>) -> Document {
    let mut document = empty();
    document.sections.push(Section { heading: "H".into(), blocks });
    document
}

fn refusal(document: &Document) -> String {
    let error = document.check().expect_err("it should be refused");
    assert_eq!(paper::docx(document).expect_err("by the writers too"), error);
    #[cfg(feature = "pdf")]
    assert_eq!(paper::pdf(document).expect_err("by the writers too"), error);
    error.to_string()
}

#[test]
fn each_limit_holds_at_its_value() {
    let paragraph = |characters: usize| Block::Paragraph("x".repeat(characters).into());
    assert_eq!(holding(vec![paragraph(MOST_CHARACTERS - 2)]).check(), Ok(()));
    assert!(refusal(&holding(vec![paragraph(MOST_CHARACTERS - 1)])).contains("200001 characters"));
    assert_eq!(holding(vec![paragraph(1); MOST_BLOCKS - 1]).check(), Ok(()));
    assert!(refusal(&holding(vec![paragraph(1); MOST_BLOCKS])).contains("2001 sections and blocks"));
    let list = |items| Block::Bullets(vec!["x".into(); items]);
    assert_eq!(holding(vec![list(MOST_ROWS)]).check(), Ok(()));
    assert!(refusal(&holding(vec![paragraph(1), list(MOST_ROWS + 1)])).contains("section 1, block 2 has 1001 items"));
    let table = |columns, rows| {
        Block::Table(Table { head: vec!["x".into(); columns], rows: vec![vec![Text::default(); columns]; rows] })
    };
    assert_eq!(holding(vec![table(MOST_COLUMNS, MOST_ROWS)]).check(), Ok(()));
    assert!(refusal(&holding(vec![table(MOST_COLUMNS + 1, 1)])).contains("9 columns"));
    assert!(refusal(&holding(vec![table(1, MOST_ROWS + 1)])).contains("1001 rows"));
}

#[test]
fn what_stands_on_every_page_is_short() {
    let long = || Text::from("x".repeat(MOST_STANDING_CHARACTERS + 1));
    let rule = Rule { label: "x".into(), ladder: vec!["x".into(); 2], applies: 0, meaning: "x".into() };
    let with = |change: &dyn Fn(&mut Document)| {
        let mut document = empty();
        document.rule = Some(rule.clone());
        assert_eq!(document.check(), Ok(()));
        change(&mut document);
        refusal(&document)
    };
    assert!(with(&|document| document.title = long()).contains("the title has 401"));
    assert!(with(&|document| document.banner = Some(long())).contains("the banner"));
    assert!(with(&|document| document.without_prejudice = long()).contains("the reservation"));
    assert!(with(&|document| document.footer = long()).contains("the footer"));
    assert!(with(&|document| document.date_line = long()).contains("the date line"));
    assert!(with(&|document| document.page_numbers.after = "x".repeat(61)).contains("the page numbers"));
    assert!(with(&|document| document.rule.as_mut().expect("a rule").meaning = long()).contains("the meaning"));
    assert!(with(&|document| document.rule.as_mut().expect("a rule").ladder[1] = long()).contains("the ladder"));
    assert!(with(&|document| document.rule.as_mut().expect("a rule").ladder = vec!["x".into(); 9]).contains("9 rungs"));
    assert!(with(&|document| document.rule.as_mut().expect("a rule").applies = 2).contains("rung 2"));
}

#[test]
fn rows_fit_their_head_and_titles_say_something() {
    let table = Table { head: vec!["a".into(), "b".into()], rows: vec![vec!["c".into()]] };
    let error = refusal(&holding(vec![Block::Table(table)]));
    assert_eq!(error, "section 1, block 1: row 1 has 1 cells where the head has 2");
    let mut document = empty();
    document.title = " \u{202e}\n".into();
    assert!(refusal(&document).contains("no title"));
}

#[test]
fn errors_name_characters_that_a_person_can_look_up() {
    let named = Error::Glyphs(vec!['\u{1f600}', '中']).to_string();
    assert!(named.contains("😀 (U+1F600), 中 (U+4E2D);"), "{named}");
    assert!(Error::Glyphs(('一'..).take(20).collect()).to_string().contains("8 more"));
}
