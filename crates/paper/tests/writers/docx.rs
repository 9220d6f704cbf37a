//! A DOCX file holds what the document says, in the right direction, and nothing of who made it.
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::Command;

use jiff::civil::date;
use paper::{Block, Document, Language, Section, Table, docx};
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

/// The files of a package by name.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
    (0..package.len())
        .map(|index| {
            let mut file = package.by_index(index).expect("a file");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("UTF-8");
            (file.name().expect("a name").into_owned(), text)
        })
        .collect()
}

/// The text of a part as it would be read, a line for each paragraph; and every element's name.
fn read(part: &str) -> (String, Vec<String>) {
    let mut reader = Reader::from_str(part);
    let (mut text, mut names) = (String::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) | Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                if name == "w:br" {
                    text.push('\n');
                }
                names.push(name);
            }
            Event::End(end) if end.name().as_ref() == "w:p" => text.push('\n'),
            Event::Text(words) => text.push_str(&words.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(reference) => {
                let known = [("lt", '<'), ("gt", '>'), ("amp", '&'), ("quot", '"'), ("apos", '\'')];
                let known = known.iter().find(|(name, _)| *name == &*reference);
                text.push(known.expect("a reference that XML knows").1);
            }
            Event::Eof => return (text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], ""), names),
            _ => {}
        }
    }
}

#[test]
fn every_text_is_in_the_file_in_every_language() {
    for words in &crate::samples::LANGUAGES {
        let parts = unpacked(&docx(&words.debrief()).expect("a document"));
        for (name, part) in &parts {
            assert!(!read(part).1.is_empty(), "{name}");
        }
        let (body, names) = read(&parts["word/document.xml"]);
        for expected in words.texts() {
            assert!(body.contains(expected), "{}: `{expected}` is not in {body}", words.tag);
        }
        assert_eq!(names.iter().filter(|name| *name == "w:tbl").count(), 3);
        let (header, footer) = (read(&parts["word/header.xml"]).0, read(&parts["word/footer.xml"]).0);
        for expected in words.standing() {
            assert!(header.contains(expected) || footer.contains(expected), "{}: `{expected}`", words.tag);
        }
        let footer = &parts["word/footer.xml"];
        assert!(footer.contains("w:instr=\"PAGE\"") && footer.contains("w:instr=\"NUMPAGES\""), "{footer}");
    }
}

#[test]
fn arabic_is_marked_as_written_from_right_to_left() {
    let parts = unpacked(&docx(&crate::samples::LANGUAGES[3].debrief()).expect("a document"));
    for name in ["word/document.xml", "word/header.xml", "word/footer.xml"] {
        let (_, names) = read(&parts[name]);
        let count = |sought: &str| names.iter().filter(|name| *name == sought).count();
        assert_eq!(count("w:p"), count("w:bidi") - usize::from(name == "word/document.xml"), "{name}");
        assert_eq!(count("w:bidiVisual"), count("w:tbl"), "{name}");
    }
    let body = &parts["word/document.xml"];
    assert!(
        body.contains("<w:r><w:t xml:space=\"preserve\">\u{2068}2026-11-19\u{2069}</w:t></w:r>"),
        "a date does not turn"
    );
    assert!(body.contains("<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">نستطيع"), "words do");
    assert!(body.contains("<w:rtl/></w:rPr><w:t xml:space=\"preserve\">12 تشرين"), "so do words that are isolated");
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"en\" w:bidi=\"ar\"/>"));
}

#[test]
fn other_languages_are_not() {
    for words in crate::samples::LANGUAGES.iter().filter(|words| words.tag != "ar") {
        let parts = unpacked(&docx(&words.debrief()).expect("a document"));
        assert!(parts.values().all(|part| !part.contains("w:bidi") && !part.contains("w:rtl")), "{}", words.tag);
        assert!(parts["word/styles.xml"].contains(&format!("<w:lang w:val=\"{}\"/>", words.tag)));
    }
}

#[test]
fn the_file_says_nothing_of_who_made_it_and_when() {
    let bytes = docx(&crate::samples::LANGUAGES[0].debrief()).expect("a document");
    assert_eq!(bytes, docx(&crate::samples::LANGUAGES[0].debrief()).expect("a document"), "the same bytes");
    let mut package = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a container");
    for index in 0..package.len() {
        let file = package.by_index(index).expect("a file");
        let time = file.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0), "file {index}");
    }
    let parts = unpacked(&bytes);
    let core = &parts["docProps/core.xml"];
    let (_, names) = read(core);
    assert_eq!(names, ["cp:coreProperties", "dc:title", "dc:language"], "{core}");
    assert!(!parts.contains_key("docProps/app.xml"));
}

/// A document whose every text is this.
fn full_of(text: &str) -> Document {
    let mut document = Document::new(text, Language::parse("en").expect("a language"), date(2026, 1, 1));
    document.banner = Some(text.into());
    document.footer = text.into();
    document.page_numbers.before = text.chars().take(20).collect();
    let table = Table { head: vec![text.into()], rows: vec![vec![text.into()]] };
    let blocks = vec![
        Block::Paragraph(text.into()),
        Block::Bullets(vec![text.into()]),
        Block::Table(table),
        Block::Quote { text: text.into(), source: text.into() },
    ];
    document.sections.push(Section { heading: text.into(), blocks });
    document
}

#[test]
fn hostile_docx_text_is_text() {
    let (_, usual) = read(&unpacked(&docx(&full_of("words")).expect("a document"))["word/document.xml"]);
    for hostile in crate::samples::HOSTILE {
        let parts = unpacked(&docx(&full_of(hostile)).expect("a document"));
        let (body, names) = read(&parts["word/document.xml"]);
        assert_eq!(names, usual, "{hostile}");
        assert_eq!(body.lines().filter(|line| line.trim_start_matches("— ") == *hostile).count(), 8, "{body}");
        for part in parts.values() {
            read(part);
        }
    }
}

/// Another program's opinion, where it is installed.
#[test]
fn libreoffice_reads_the_same_words() {
    let program =
        ["soffice", "libreoffice"].into_iter().find(|name| Command::new(name).arg("--version").output().is_ok());
    let Some(program) = program else {
        println!("SKIPPED: LibreOffice is not installed, so no other program has read the DOCX");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let file = |tag: &str| folder.path().join(format!("{tag}.docx"));
    for words in &crate::samples::LANGUAGES {
        std::fs::write(file(words.tag), docx(&words.debrief()).expect("a document")).expect("written");
    }
    let done = Command::new(program)
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
        .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(folder.path())
        .args(crate::samples::LANGUAGES.iter().map(|words| file(words.tag)))
        .output()
        .expect("it ran");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for words in &crate::samples::LANGUAGES {
        let text = std::fs::read_to_string(file(words.tag).with_extension("txt")).expect("its text");
        let text = text.replace(['\u{2068}', '\u{2069}'], "");
        for expected in words.texts() {
            assert!(text.contains(expected), "{}: `{expected}` is not in {text}", words.tag);
        }
    }
}
