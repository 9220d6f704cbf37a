//! Writes an invented debrief as `debrief.md`, `debrief.docx` and `debrief.pdf` into the folder that is named.
//!
//! `cargo run -p paper --example debrief -- FOLDER [TAG]`, the tag one of en-GB, ru, uk, ar and fr.
use std::path::PathBuf;

#[expect(dead_code, clippy::expect_used, reason = "made for the tests, which use the rest and may stop")]
#[path = "../tests/writers/samples.rs"]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name a folder")?);
    let tag = arguments.next().unwrap_or_else(|| "en-GB".to_owned());
    let words = samples::LANGUAGES.iter().find(|words| words.tag == tag).ok_or("no debrief in that language")?;
    let document = words.debrief();
    std::fs::write(folder.join("debrief.md"), paper::markdown(&document))?;
    std::fs::write(folder.join("debrief.docx"), paper::docx(&document)?)?;
    #[cfg(feature = "pdf")]
    std::fs::write(folder.join("debrief.pdf"), paper::pdf(&document)?)?;
    Ok(())
}
