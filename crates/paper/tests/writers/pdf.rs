//! A PDF file says what the document says, to a person who reads it and to a program that reads it aloud.
use std::collections::BTreeSet;
use std::process::Command;
use std::time::{Duration, Instant};

use jiff::civil::date;
use paper::{Block, Document, Error, Language, MOST_CHARACTERS, Run, Section, Table, pdf};
use unicode_normalization::UnicodeNormalization;

/// What a program of poppler says about a file; none, loudly, where it is not installed.
fn asked(program: &str, options: &[&str], bytes: &[u8]) -> Option<String> {
    if Command::new(program).arg("-v").output().is_err() {
        println!("SKIPPED: {program} (poppler-utils) is not installed, so no other program has read the PDF");
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("document.pdf");
    std::fs::write(&file, bytes).expect("written");
    let done = Command::new(program).args(options).arg(&file).args((program == "pdftotext").then_some("-")).output();
    let done = done.expect("it ran");
    assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    Some(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// The text of each page.
fn pages(bytes: &[u8]) -> Option<Vec<String>> {
    let text = asked("pdftotext", &["-layout"], bytes)?;
    Some(text.split_terminator('\u{c}').map(str::to_owned).collect())
}

/// A text without what only says how it is displayed: direction, places where a line may break, joined letters.
fn bare(text: &str) -> String {
    let display = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut bare: Vec<char> = text.nfkc().filter(display).collect();
    // Poppler turns the letters of the ligature lam-alef round when it puts a line into logical order, so both
    // spellings count as one: such letters in a row are sorted.
    let lam_alef = |c: &char| matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'ل');
    bare.chunk_by_mut(|one, next| lam_alef(one) && lam_alef(next)).for_each(|letters| letters.sort_unstable());
    bare.into_iter().collect()
}

fn words(text: &str) -> BTreeSet<String> {
    bare(text).split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).collect()
}

/// Whether a word was found: whole, or up to its first letter with a vowel mark. The file says letter and mark as
/// one (`ActualText`), which poppler puts out in another order, and at the end of a line twice.
fn holds(found: &BTreeSet<String>, word: &str) -> bool {
    let marked = word.chars().position(|c| matches!(c, '\u{64b}'..='\u{652}'));
    match marked.and_then(|mark| mark.checked_sub(1)) {
        None => found.contains(word),
        Some(letters) => {
            let stem: String = word.chars().take(letters).collect();
            found.iter().any(|found| found.starts_with(&stem))
        }
    }
}

#[test]
fn every_word_can_be_read_from_the_file_in_every_language() {
    for sample in &crate::samples::LANGUAGES {
        let bytes = pdf(&sample.debrief()).expect("a document");
        let Some(pages) = pages(&bytes) else { return };
        assert_eq!(pages.len(), 2, "{}", sample.tag);
        let found = words(&pages.concat());
        for expected in sample.texts().iter().flat_map(|text| words(text)) {
            assert!(holds(&found, &expected), "{}: `{expected}` is not in {found:?}", sample.tag);
        }
        for page in &pages {
            let found = words(page);
            for expected in sample.standing().iter().flat_map(|text| words(text)) {
                assert!(holds(&found, &expected), "{}: `{expected}` is not on every page: {page}", sample.tag);
            }
        }
    }
}

#[test]
fn lines_read_in_the_order_in_which_they_were_written() {
    for (language, line) in [(1, "Делегации встречались два часа и прошли"), (3, "اجتمع الوفدان ساعتين واستعرضا")]
    {
        let bytes = pdf(&crate::samples::LANGUAGES[language].debrief()).expect("a document");
        let Some(pages) = pages(&bytes) else { return };
        let read = bare(&pages[0]).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(read.contains(&bare(line)), "`{line}` is not in {read}");
    }
}

#[test]
fn the_file_is_tagged_and_says_nothing_of_who_made_it() {
    for sample in &crate::samples::LANGUAGES {
        let document = sample.debrief();
        let bytes = pdf(&document).expect("a document");
        assert_eq!(bytes, pdf(&document).expect("a document"), "{}: the same bytes", sample.tag);
        let Some(said) = asked("pdfinfo", &[], &bytes) else { return };
        let line = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        assert_eq!(line("Tagged:"), Some("yes"), "{said}");
        assert!(line("Title:").is_some_and(|title| bare(title) == bare(sample.title())), "{said}");
        for date in ["CreationDate:", "ModDate:"] {
            assert!(line(date).is_some_and(|date| date.starts_with("Thu Nov 12 00:00:00 2026")), "{said}");
        }
        assert!(line("Page size:").is_some_and(|size| size.contains("A4")), "{said}");
        for name in ["Author:", "Creator:", "Producer:", "Keywords:", "Subject:"] {
            assert!(line(name).is_none_or(str::is_empty), "{said}");
        }
        let Some(metadata) = asked("pdfinfo", &["-meta"], &bytes) else { return };
        assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
        assert!(metadata.contains(&format!(">{}<", sample.tag)), "{}: {metadata}", sample.tag);
        let Some(structure) = asked("pdfinfo", &["-struct"], &bytes) else { return };
        for tag in ["H1", "Table", "TH", "TD", "L", "LI", "BlockQuote"] {
            assert!(
                structure
                    .lines()
                    .any(|line| line.split_whitespace().next().is_some_and(|name| name.trim_end_matches(':') == tag)),
                "{tag}: {structure}"
            );
        }
    }
}

fn holding(title: &str, blocks: Vec<Block>) -> Document {
    let mut document = Document::new(title, Language::parse("en").expect("a language"), date(2026, 1, 1));
    document.sections.push(Section { heading: "H".into(), blocks });
    document
}

#[test]
fn hostile_text_is_printed_and_not_carried_out() {
    for hostile in crate::samples::HOSTILE {
        let table = Table { head: vec![(*hostile).into()], rows: vec![vec![vec![Run::strong(*hostile)].into()]] };
        let mut document = holding(
            hostile,
            vec![
                Block::Paragraph((*hostile).into()),
                Block::Bullets(vec![(*hostile).into()]),
                Block::Quote { text: (*hostile).into(), source: (*hostile).into() },
                Block::Table(table),
            ],
        );
        document.banner = Some((*hostile).into());
        document.footer = (*hostile).into();
        let bytes = pdf(&document).expect(hostile);
        let Some(pages) = pages(&bytes) else { return };
        assert_eq!(pages.len(), 1);
        let squeezed = |text: &str| bare(text).split_whitespace().collect::<String>();
        let found = squeezed(&pages[0]);
        assert_eq!(found.matches(&squeezed(hostile)).count(), 9, "`{hostile}` in {}", pages[0]);
    }
}

#[test]
fn what_the_fonts_cannot_print_is_named() {
    let text = vec![Run::plain("a 中 b"), Run::strong("🧠"), Run::plain("\u{0950}")];
    let missing = pdf(&holding("T", vec![Block::Paragraph(text.into())])).expect_err("boxes");
    assert_eq!(missing, Error::Glyphs(vec!['\u{950}', '中', '🧠']));
}

#[test]
fn accents_marks_and_invisible_characters_are_no_missing_glyphs() {
    let text = "e\u{301} й\u{a0}— “q” «q» ‘q’ … € № ґ ї \u{2068}x\u{2069} a\u{200d}b\u{200c}c \u{ad} عَرَبِيّ لا ٣ ؟";
    assert_eq!(pdf(&holding("T", vec![Block::Paragraph(text.into())])).map(|_| ()), Ok(()));
}

#[test]
fn a_document_of_any_legal_shape_is_written() {
    let mut bare = Document::new("T", Language::parse("en").expect("a language"), date(2026, 1, 1));
    assert_eq!(pdf(&bare).map(|_| ()), Ok(()), "nothing but a title");
    bare.sections.push(Section { heading: "".into(), blocks: vec![Block::Bullets(Vec::new())] });
    let empty = Block::Table(Table { head: vec!["".into(), "".into()], rows: vec![vec!["".into(), "".into()]] });
    bare.sections
        .push(Section { heading: "".into(), blocks: vec![empty, Block::Quote { text: "".into(), source: "".into() }] });
    assert_eq!(pdf(&bare).map(|_| ()), Ok(()), "empty texts everywhere");
    for tag in ["zzz", "uz-Cyrl-UZ", "es-419", "he-IL"] {
        bare.language = Language::parse(tag).expect("a language");
        assert_eq!(pdf(&bare).map(|_| ()), Ok(()), "{tag}");
    }
}

#[test]
fn nothing_runs_off_the_page() {
    let hash = "0123456789abcdef".repeat(16);
    let cells = || vec![hash.as_str().into(), "a".into(), hash.as_str().into(), "b".into()];
    let table = Table { head: cells(), rows: vec![cells()] };
    let bytes = pdf(&holding("T", vec![Block::Paragraph(hash.as_str().into()), Block::Table(table)])).expect("a page");
    let Some(boxes) = asked("pdftotext", &["-bbox"], &bytes) else { return };
    let right = |line: &str| line.split("xMax=\"").nth(1)?.split('"').next()?.parse::<f64>().ok();
    let edges: Vec<f64> = boxes.lines().filter(|line| line.contains("<word")).filter_map(right).collect();
    assert!(edges.len() > 40 && edges.iter().all(|edge| *edge < 595.3 - 50.0), "{edges:?}");
}

#[test]
fn a_debrief_takes_less_than_two_seconds() {
    let began = Instant::now();
    pdf(&crate::samples::LANGUAGES[3].debrief()).expect("a document");
    let first = began.elapsed();
    let began = Instant::now();
    pdf(&crate::samples::LANGUAGES[0].debrief()).expect("a document");
    let second = began.elapsed();
    println!("FIGURE: a debrief of two pages as PDF: {first:?} the first time, {second:?} the second");
    assert!(second < Duration::from_secs(2), "{second:?}");
}

#[test]
fn the_largest_document_comes_to_an_end() {
    let paragraph = "Слово и дело, 12 раз. ".repeat(MOST_CHARACTERS / 22 / 50);
    let blocks = vec![Block::Paragraph(paragraph.as_str().into()); 50];
    let unbroken = Block::Paragraph("x".repeat(MOST_CHARACTERS - 10).into());
    for (what, blocks) in [("paragraphs", blocks), ("one word", vec![unbroken])] {
        let began = Instant::now();
        let bytes = pdf(&holding("T", blocks)).expect("a document");
        println!("FIGURE: {MOST_CHARACTERS} characters of {what} as PDF: {:?}, {} bytes", began.elapsed(), bytes.len());
        assert!(began.elapsed() < Duration::from_secs(120), "{what}: {:?}", began.elapsed());
    }
}
