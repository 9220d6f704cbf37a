//! Whatever a text holds, all three writers come to an end, and what is printed is that text.
use jiff::civil::date;
use paper::{Block, Document, Language, Rule, Run, Section, Table, Text};
use proptest::prelude::*;

/// Characters that have made typesetters and parsers stumble, beside any at all.
fn characters() -> impl Strategy<Value = String> {
    let awkward = prop_oneof![
        any::<char>(),
        proptest::char::range('\u{0}', '\u{7f}'),
        proptest::char::range('\u{300}', '\u{36f}'),
        proptest::char::range('\u{400}', '\u{4ff}'),
        proptest::char::range('\u{590}', '\u{6ff}'),
        proptest::char::range('\u{2000}', '\u{206f}'),
        proptest::char::range('\u{fe00}', '\u{feff}'),
        proptest::char::range('\u{e0000}', '\u{e01ef}'),
    ];
    proptest::collection::vec(awkward, 0..40).prop_map(|characters| characters.into_iter().collect())
}

fn text() -> impl Strategy<Value = Text> {
    let run = (characters(), any::<bool>(), any::<bool>()).prop_map(|(text, strong, isolate)| {
        let run = if isolate { Run::isolated(text) } else { Run::plain(text) };
        if strong { run.with_emphasis() } else { run }
    });
    proptest::collection::vec(run, 0..4).prop_map(Text)
}

fn block() -> impl Strategy<Value = Block> {
    let cells = || proptest::collection::vec(text(), 2);
    prop_oneof![
        text().prop_map(Block::Paragraph),
        proptest::collection::vec(text(), 0..4).prop_map(Block::Bullets),
        (cells(), proptest::collection::vec(cells(), 0..3)).prop_map(|(head, rows)| Block::Table(Table { head, rows })),
        (text(), text()).prop_map(|(text, source)| Block::Quote { text, source }),
    ]
}

fn document() -> impl Strategy<Value = Document> {
    let section = (text(), proptest::collection::vec(block(), 0..4));
    let sections = proptest::collection::vec(section.prop_map(|(heading, blocks)| Section { heading, blocks }), 0..3);
    let language = prop_oneof![Just("en"), Just("ru"), Just("uk"), Just("ar"), Just("fr"), Just("he-IL"), Just("zzz")];
    let standing = (text(), text(), text(), text(), characters());
    (text(), language, standing, sections).prop_map(|(title, language, standing, sections)| {
        let (banner, reservation, footer, rung, words) = standing;
        let mut document = Document::new(title, Language::parse(language).expect("a language"), date(2026, 1, 1));
        document.rule =
            Some(Rule { label: footer.clone(), ladder: vec![rung.clone(), rung.clone()], applies: 1, meaning: rung });
        document.banner = Some(banner);
        document.without_prejudice = reservation;
        document.footer = footer;
        document.page_numbers.between = words.chars().take(20).collect();
        document.sections = sections;
        document
    })
}

/// The letters and digits of a text, which no writer may change.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

fn said(document: &Document) -> Vec<&Text> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .flat_map(|block| match block {
            Block::Paragraph(text) => vec![text],
            Block::Bullets(items) => items.iter().collect(),
            Block::Table(table) => table.head.iter().chain(table.rows.iter().flatten()).collect(),
            Block::Quote { text, source } => vec![text, source],
            _ => Vec::new(),
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn markdown_keeps_every_letter(document in document()) {
        let written = paper::markdown(&document);
        let mut read = String::new();
        for event in pulldown_cmark::Parser::new_ext(&written, pulldown_cmark::Options::all() - pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                pulldown_cmark::Event::Text(words) => read.push_str(&words),
                pulldown_cmark::Event::Code(_)
                | pulldown_cmark::Event::Html(_)
                | pulldown_cmark::Event::InlineHtml(_)
                | pulldown_cmark::Event::InlineMath(_)
                | pulldown_cmark::Event::DisplayMath(_)
                | pulldown_cmark::Event::FootnoteReference(_)
                | pulldown_cmark::Event::TaskListMarker(_) => prop_assert!(false, "{event:?} in {written}"),
                _ => {}
            }
        }
        let read = letters(&read);
        for text in said(&document) {
            let whole: String = text.0.iter().map(|run| run.text.as_str()).collect();
            prop_assert!(read.contains(&letters(&whole)), "{whole:?} in {written:?}");
        }
    }

    #[test]
    fn docx_is_well_formed(document in document()) {
        let Ok(bytes) = paper::docx(&document) else { return Ok(()) };
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a container");
        for index in 0..package.len() {
            let mut part = String::new();
            std::io::Read::read_to_string(&mut package.by_index(index).expect("a file"), &mut part).expect("UTF-8");
            let mut reader = quick_xml::Reader::from_str(&part);
            while reader.read_event().expect("well-formed XML") != quick_xml::events::Event::Eof {}
            let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
            prop_assert!(part.chars().all(allowed), "XML 1.0 allows no such character");
        }
    }
}

/// Every run of a document.
#[cfg(feature = "pdf")]
fn runs(document: &mut Document) -> Vec<&mut Run> {
    let rule =
        document.rule.as_mut().map(|rule| [&mut rule.label, &mut rule.meaning].into_iter().chain(&mut rule.ladder));
    let standing = [&mut document.title, &mut document.without_prejudice, &mut document.footer];
    let mut texts: Vec<&mut Text> =
        standing.into_iter().chain(&mut document.banner).chain(rule.into_iter().flatten()).collect();
    for section in &mut document.sections {
        texts.push(&mut section.heading);
        for block in &mut section.blocks {
            match block {
                Block::Paragraph(text) => texts.push(text),
                Block::Bullets(items) => texts.extend(items),
                Block::Table(table) => texts.extend(table.head.iter_mut().chain(table.rows.iter_mut().flatten())),
                Block::Quote { text, source } => texts.extend([text, source]),
                _ => {}
            }
        }
    }
    texts.into_iter().flat_map(|text| &mut text.0).collect()
}

#[cfg(feature = "pdf")]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn pdf_is_written_or_names_what_it_cannot_print(mut document in document()) {
        let mut written = paper::pdf(&document);
        // What cannot be printed is taken out, until the rest is.
        while let Err(paper::Error::Glyphs(missing)) = &written {
            prop_assert!(!missing.is_empty());
            let kept = |text: &str| text.chars().filter(|character| !missing.contains(character)).collect::<String>();
            document.page_numbers.between = kept(&document.page_numbers.between);
            runs(&mut document).into_iter().for_each(|run| run.text = kept(&run.text));
            written = paper::pdf(&document);
        }
        match written {
            Ok(bytes) => prop_assert!(bytes.starts_with(b"%PDF-")),
            Err(paper::Error::Untitled) => {}
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}
