//! Markdown says what the document says, to a reader of CommonMark and of GitHub's dialect.
use jiff::civil::date;
use paper::{Block, Document, Language, Run, Section, Table, Text, markdown};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Every extension that the reader has and that could give a text a meaning; not those that only change quotes.
fn options() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES
}

/// The text that a reader sees, without the marks of isolates; and the tags of what is not plain text.
fn read(markdown: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut tags = Vec::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(words) => text.push_str(&words),
            Event::End(TagEnd::Strong) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
            Event::Start(tag) => tags.push(name(&tag).to_owned()),
            Event::Rule => tags.push("Rule".to_owned()),
            other => tags.push(format!("{other:?}")),
        }
    }
    (squeezed(&text), tags)
}

fn name(tag: &Tag) -> &'static str {
    match tag {
        Tag::Paragraph => "Paragraph",
        Tag::Heading { .. } => "Heading",
        Tag::BlockQuote(None) => "BlockQuote",
        Tag::List(None) => "List",
        Tag::Item => "Item",
        Tag::Table(_) => "Table",
        Tag::TableHead | Tag::TableRow | Tag::TableCell => "part of a table",
        Tag::Strong => "Strong",
        _ => "something else",
    }
}

fn squeezed(text: &str) -> String {
    let text = text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_text_comes_back_in_every_language() {
    for words in &crate::samples::LANGUAGES {
        let (text, tags) = read(&markdown(&words.debrief()));
        for expected in words.texts().into_iter().chain(words.standing()) {
            assert!(text.contains(&squeezed(expected)), "{}: `{expected}` is not in {text}", words.tag);
        }
        assert!(!tags.iter().any(|tag| tag == "something else"), "{}: {tags:?}", words.tag);
        assert_eq!(tags.iter().filter(|tag| *tag == "Heading").count(), 4);
        assert_eq!(tags.iter().filter(|tag| *tag == "Table").count(), 3);
        assert_eq!(tags.iter().filter(|tag| *tag == "Item").count(), 9);
    }
}

#[test]
fn dates_and_references_are_isolated() {
    let arabic = markdown(&crate::samples::LANGUAGES[3].debrief());
    assert!(arabic.contains("في \u{2068}2026-11-19\u{2069}."), "{arabic}");
    assert!(arabic.contains("\u{2068}**UN/CH-7/2026**\u{2069}."), "{arabic}");
}

fn holding(blocks: Vec<Block>) -> Document {
    let mut document = Document::new("T", Language::parse("en").expect("a language"), date(2026, 1, 1));
    document.sections.push(Section { heading: Text::default(), blocks });
    document
}

#[test]
fn hostile_text_is_text_wherever_it_stands() {
    for hostile in crate::samples::HOSTILE {
        let expected = squeezed(hostile);
        let twice = || vec![Run::plain(format!("a\n{hostile}")), Run::strong(*hostile)];
        let mut document = holding(vec![
            Block::Paragraph((*hostile).into()),
            Block::Paragraph(twice().into()),
            Block::Bullets(vec![(*hostile).into(), twice().into()]),
            Block::Table(Table {
                head: vec![(*hostile).into(), "b".into()],
                rows: vec![vec!["c".into(), (*hostile).into()]],
            }),
            Block::Quote { text: (*hostile).into(), source: (*hostile).into() },
        ]);
        document.title = (*hostile).into();
        document.footer = (*hostile).into();
        document.banner = Some((*hostile).into());
        document.sections[0].heading = (*hostile).into();
        let written = markdown(&document);
        let (text, tags) = read(&written);
        assert_eq!(text.matches(&expected).count(), 14, "`{hostile}` in {written} is read as {text}");
        let known =
            ["Paragraph", "Heading", "BlockQuote", "List", "Item", "Table", "part of a table", "Strong", "Rule"];
        let odd: Vec<_> = tags.iter().filter(|tag| !known.contains(&tag.as_str())).collect();
        assert!(odd.is_empty(), "`{hostile}` in {written} is {odd:?}");
        assert_eq!(tags.iter().filter(|tag| *tag == "Item").count(), 2, "{written}");
    }
}

#[test]
fn addresses_do_not_become_links() {
    let written =
        markdown(&holding(vec![Block::Paragraph("see https://a.example, WWW.b.example, c@d.example".into())]));
    assert!(written.contains("https\\://a.example, WWW\\.b.example, c\\@d.example"), "{written}");
}

#[test]
fn emphasis_stays_where_it_can_be_seen() {
    let runs = vec![Run::plain("un"), Run::strong("*believ* "), Run::isolated("7").with_emphasis(), Run::strong("x")];
    let written = markdown(&holding(vec![Block::Paragraph(runs.into())]));
    assert!(written.contains("un\\***believ**\\* \u{2068}**7**\u{2069}**x**"), "{written}");
    let (text, tags) = read(&written);
    assert_eq!((text.as_str(), tags.iter().filter(|tag| *tag == "Strong").count()), ("T un*believ* 7x", 3));
}

#[test]
fn neighbouring_lists_stay_two() {
    let list = || Block::Bullets(vec!["a".into(), "".into(), "b\nc".into()]);
    let (_, tags) = read(&markdown(&holding(vec![list(), list(), list()])));
    assert_eq!(tags.iter().filter(|tag| *tag == "List").count(), 3);
    assert_eq!(tags.iter().filter(|tag| *tag == "Item").count(), 6);
}
