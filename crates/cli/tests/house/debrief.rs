//! From a meeting's notes to a printed debrief: drafted, cleared by their speakers, checked, printed for audiences that
//! differ as they should.
use std::process::Command;
use std::time::Instant;

use super::record::talk;
use super::street::{Person, Street};

/// Steps at the keyboard, the characters typed for them, and the time that the program took.
struct Keyboard {
    steps: u32,
    characters: usize,
    started: Instant,
}

/// A fair typist's characters a second: forty words a minute.
const TYPED_A_SECOND: f64 = 10.0 / 3.0;

impl Keyboard {
    fn step(&mut self, person: &Person, words: &[&str]) -> serde_json::Value {
        self.steps += 1;
        // The program's name, a space before each word, quotation marks around those with spaces, and the return key.
        // Files are written where one is: their folder is not typed.
        let word = |word: &&str| {
            let typed = word.rsplit('/').next().unwrap_or(word);
            typed.chars().count() + 1 + if typed.contains(' ') { 2 } else { 0 }
        };
        self.characters += "backchannel".len() + words.iter().map(word).sum::<usize>() + 1;
        person.json(words)
    }
}

fn path(street: &Street, name: &str) -> String {
    street.folder.path().join(name).display().to_string()
}

/// The text of a PDF file as another program reads it; none where that program is not installed.
fn text_of(pdf: &str) -> Option<String> {
    let Ok(output) = Command::new("pdftotext").args(["-enc", "UTF-8", pdf, "-"]).output() else {
        println!("SKIPPED: pdftotext is not installed");
        return None;
    };
    assert!(output.status.success(), "{}", super::street::text(&output.stderr));
    Some(super::street::text(&output.stdout))
}

/// The text of a DOCX file as a reader sees it; none where `unzip` is not installed.
fn text_of_docx(file: &str) -> Option<String> {
    let Ok(output) =
        Command::new("unzip").args(["-p", file, "word/document.xml", "word/header.xml", "word/footer.xml"]).output()
    else {
        println!("SKIPPED: unzip is not installed");
        return None;
    };
    assert!(output.status.success(), "{}", super::street::text(&output.stderr));
    let body = super::street::text(&output.stdout);
    // Of each piece between tags, what stands there; paragraphs end in a space.
    let mut text = String::new();
    for piece in body.replace("</w:p>", " ").split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
    }
    Some(in_order(&text))
}

/// A text with its words in their order and one space between them. Readers give Arabic letters in joined forms and
/// break lines; isolates and marks of direction are no letters.
fn in_order(text: &str) -> String {
    let folded: String = unicode_normalization::UnicodeNormalization::nfkc(text).collect();
    let unseen = |c: char| matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
    let shown: String = folded.chars().filter(|c| !unseen(*c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Its letters and digits in their order: beside digits, readers of Arabic lose spaces and misplace commas.
fn letters(text: &str) -> String {
    in_order(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn a_debrief_takes_few_steps_and_audiences_read_what_they_should() {
    let street = talk();
    let (convener, anna, boris) = (&street.convener, street.delegate("anna"), street.delegate("boris"));
    let mut hands = Keyboard { steps: 0, characters: 0, started: Instant::now() };
    let all = "capital,institute,public";
    let line = |name: &'static str, text: &'static str, audiences: &'static str| {
        vec!["readout", "add", name, text, "--meeting", "M1", "--for", audiences]
    };
    hands.step(convener, &line("L1", "The participants looked at steps on grain, verified by a third party.", all));
    hands.step(convener, &line("L2", "A calendar of further meetings was thought useful.", "capital,institute"));
    let theirs =
        [&line("L3", "A first step could be tried before the harvest.", all)[..], &["--speaker", "seatA"]].concat();
    hands.step(convener, &theirs);
    let uncleared = [&line("L5", "Inspections might wait for a year.", all)[..], &["--speaker", "seatA"]].concat();
    convener.json(&uncleared);
    let own = [
        &line("L4", "We should ask our experts about seed prices.", "capital")[..],
        &["--caucus", "--speaker", "seatA"],
    ];
    hands.step(anna, &own.concat());
    // The convener's draft of somebody's words goes out only once that person has cleared them.
    let public = path(&street, "public.md");
    let make = |audience: &'static str, form: &'static str, out: &str| {
        let words = ["debrief", "make", "M1", "--for", audience, "--form", form, "--to", "the desk", "--out", out];
        words.map(str::to_owned).to_vec()
    };
    let print = |hands: &mut Keyboard, person: &Person, audience, form, out: &str| {
        let words = make(audience, form, out);
        hands.step(person, &words.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(print(&mut hands, convener, "public", "md", &public)["lines"], 1);
    // Nobody clears what this machine has not shown: it is read first.
    assert!(boris.refused(&["readout", "clear", "L3"]).1.contains("readout list"));
    boris.sync();
    assert!(boris.refused(&["readout", "clear", "L3"]).1.contains("speaker"));
    hands.step(anna, &["readout", "list"]);
    hands.step(anna, &["readout", "clear", "L3"]);
    assert_eq!(print(&mut hands, convener, "public", "md", &public)["lines"], 2);
    let capital = path(&street, "capital.pdf");
    let exported = print(&mut hands, anna, "capital", "pdf", &capital);
    assert_eq!((&exported["lines"], &exported["logged_in"]), (&4.into(), &"caucus:A".into()));
    let institute = path(&street, "institute.pdf");
    print(&mut hands, convener, "institute", "pdf", &institute);
    let (took, typed) = (hands.started.elapsed().as_secs_f64(), hands.characters);
    let whole = took + typed as f64 / TYPED_A_SECOND;
    println!("FIGURE: debrief from notes to PDFs for two audiences: {} steps at the keyboard", hands.steps);
    println!(
        "FIGURE: debrief from notes to PDFs: {typed} characters typed, {took:.0} s of waiting in an unoptimised build"
    );
    println!("FIGURE: debrief from notes to PDFs: {whole:.0} s with typing at 40 words a minute");
    assert!(hands.steps <= 10, "{}", hands.steps);
    assert!(typed as f64 / TYPED_A_SECOND < 300.0, "{typed} characters take more than five minutes to type");

    let public = std::fs::read_to_string(&public).unwrap();
    assert!(public.contains("harvest") && !public.contains("calendar") && !public.contains("seed"), "{public}");
    assert!(public.contains("Chatham House Rule") && public.contains("Without prejudice"), "{public}");
    assert!(public.contains("March 2026") && !public.contains("10 March") && !public.contains("Vienna"), "{public}");
    for name in ["anna", "boris", "clara", "Government"] {
        assert!(!public.contains(name), "{name} is in the public readout");
    }
    // Both are read back by another program: each has what its readers may know, and lacks what they may not.
    let theirs = path(&street, "boris.pdf");
    let of_boris = make("capital", "pdf", &theirs);
    boris.json(&of_boris.iter().map(String::as_str).collect::<Vec<_>>());
    let both = ["calendar of further meetings", "before the harvest", "Vienna", "10 March 2026", "Without prejudice"];
    let (seeds, waiting) = ("seed prices", "Inspections might wait");
    for (file, has) in [(&capital, true), (&institute, false), (&theirs, false)] {
        let Some(text) = text_of(file).map(|text| in_order(&text)) else {
            break;
        };
        both.iter().for_each(|words| assert!(text.contains(words), "{file}: {words}: {text}"));
        assert_eq!(text.contains(seeds), has, "{file}: the own caucus's line is for its own capital alone: {text}");
        assert!(!text.contains(waiting), "{file}: nobody reads what its speaker has not cleared: {text}");
    }
    // Who exported what to whom is logged: for the own capital in the own caucus, else where all see it.
    let logged = |person: &Person| person.json(&["debrief", "list"])["exports"].as_array().unwrap().len();
    assert_eq!((logged(anna), logged(boris), logged(convener)), (4, 4, 3));
    let word = path(&street, "institute.docx");
    print(&mut hands, convener, "institute", "docx", &word);
    if let Some(text) = text_of_docx(&word) {
        both.iter().for_each(|words| assert!(text.contains(words), "{words}: {text}"));
        assert!(!text.contains(seeds) && !text.contains(waiting), "{text}");
    }
    assert_eq!(convener.json(&["dialogue", "show"])["debriefs_due"].as_array().unwrap().len(), 0);
    street.converged();
}

#[test]
fn a_line_that_would_tell_who_said_it_is_not_exported() {
    let mut street = talk();
    let (convener, boris) = (street.convener.clone(), street.delegate("boris").clone());
    let line = ["readout", "add", "leak", "Ms Example said that her government would accept it.", "--meeting", "M1"];
    boris.json(&[&line[..], &["--for", "public", "--speaker", "seatB"]].concat());
    let checked = convener.json(&["debrief", "check", "M1", "--for", "public"]);
    assert_eq!(checked["blocked"], true);
    assert!(checked["findings"].to_string().contains("Example"), "{checked}");
    assert!(checked["limits"].as_array().unwrap().len() > 10, "what it cannot see is said");
    let out = path(&street, "leak.pdf");
    let refused = convener.refused(&["debrief", "make", "M1", "--for", "public", "--to", "x", "--out", &out]);
    assert_eq!(refused.0, 3);
    assert!(refused.1.contains("nothing was exported") && !std::path::Path::new(&out).exists(), "{}", refused.1);
    // On record and by its speaker's own will, the name may stand.
    boris.json(&["readout", "attribute", "leak", "on-record"]);
    let again = ["readout", "add", "leak", "A step on grain would be accepted.", "--meeting", "M1", "--for", "public"];
    boris.json(&[&again[..], &["--speaker", "seatB", "--attribution", "on-record"]].concat());
    let file = path(&street, "named.md");
    convener.json(&["debrief", "make", "M1", "--for", "public", "--form", "md", "--to", "x", "--out", &file]);
    assert!(std::fs::read_to_string(&file).unwrap().contains("boris Example"));
    // Without the relay a line is saved, and said to wait.
    street.relay.take().unwrap().kill();
    let waits =
        ["readout", "add", "waits", "Another step.", "--meeting", "M1", "--for", "public", "--speaker", "seatB"];
    assert_eq!(boris.json(&waits)["taken_up"], false);
}

#[test]
fn debriefs_are_printed_in_arabic_and_russian() {
    let street = talk();
    let convener = &street.convener;
    let lines = [
        (
            ("ru", "Вена"),
            "Обсуждались поэтапные меры по зерну.",
            ["Обсуждались поэтапные меры по зерну", "правило Chatham House", "10 марта 2026", "Вена"],
        ),
        (
            ("ar", "فيينا"),
            "نوقشت خطوات متدرجة بشأن الحبوب.",
            ["نوقشت خطوات متدرجة بشأن الحبوب", "قاعدة تشاتام هاوس", "10 مارس 2026", "فيينا"],
        ),
    ];
    for ((tag, place), text, expected) in lines {
        let add = ["meeting", "add", tag, "--mode", "in-person", "--day", "2026-03-10", "--where", place, "--held"];
        convener.json(&[&add[..], &["--present", "seatA,seatB,seatC"]].concat());
        convener.json(&["readout", "add", tag, text, "--meeting", tag, "--for", "institute"]);
        let pdf = path(&street, &format!("{tag}.pdf"));
        let make =
            ["debrief", "make", tag, "--for", "institute", "--language", tag, "--to", "the institute", "--out", &pdf];
        convener.json(&make);
        let md = path(&street, &format!("{tag}.md"));
        convener.json(&[&make[..make.len() - 1], &[md.as_str(), "--form", "md"]].concat());
        let markdown = std::fs::read_to_string(&md).unwrap();
        let Some(read) = text_of(&pdf) else {
            return;
        };
        for words in expected {
            assert!(in_order(&markdown).contains(words), "{tag}: {words}: {markdown}");
            // Whole phrases, letter for letter.
            let (wanted, read) = (letters(words), letters(&read));
            assert!(read.contains(&wanted), "{tag}: {words}: {read}");
        }
    }
}
