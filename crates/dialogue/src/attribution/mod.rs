//! The attribution linter: what in a line would tell who said it. It proposes nothing and changes nothing; it points.
//!
//! [`lint`] reads a line of a readout against a [`Scene`], the people and meetings that it must not give away. Names are
//! looked for in all their forms, dates and places against the meetings, and descriptions by *k*-anonymity: a description
//! that fewer than `least_group` seats answer to points at somebody (L. Sweeney, "k-anonymity: a model for protecting
//! privacy", 2002). It knows words of English, Russian, Arabic and French, no grammar beyond endings, and no world;
//! [`limits`] says what it therefore cannot catch, and is to be shown wherever its findings are.
mod agreed;
mod dates;
mod fold;
mod gender;
mod initials;
mod known;
mod language;
mod lexicon;
mod limits;
mod names;
mod phrases;
mod places;
mod quotations;
mod reading;
mod roles;
mod scene;
mod skeleton;
mod stems;
mod tag;
mod text;
mod voice;
mod wording;

use std::ops::Range;

pub use language::Language;
pub use limits::limits;
pub use scene::{Gender, Meeting, Scene, Seat, Side};

use crate::charter::Attribution;
use known::Known;
use reading::Reading;

/// What a line gives away, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The bytes of the line that do; both ends are boundaries of characters.
    pub span: Range<usize>,
    /// In which way.
    pub kind: Kind,
    /// Whether it stops an export.
    pub weight: Weight,
    /// The words of the line within the span, as they stand there.
    pub matched: String,
    /// Why, in a sentence for the writer.
    pub why: String,
    /// What could stand there instead, or what to do.
    pub suggestion: String,
}

/// In which way a line gives somebody away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A name or a part of one.
    Name,
    /// A name's first letters.
    Initials,
    /// An office or description that fewer than the least group answer to.
    Role,
    /// Words that single one out: the only, the eldest, all but one.
    Unique,
    /// A gendered form that fewer than the least group answer to.
    Gender,
    /// A day of the meeting.
    Date,
    /// A place of the meeting.
    Place,
    /// An institution that somebody present belongs to.
    Institution,
    /// Somebody's side, by demonym or government.
    Side,
    /// A speaker's "we", "my" or "your" that gives the side away.
    Voice,
    /// Words between quotation marks where the rule does not allow them.
    Quotation,
    /// The line itself is off the record.
    OffRecord,
    /// Fewer people were present than the least group: nothing hides anybody.
    SmallRoom,
}

/// Whether a finding stops an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// To be looked at by a person.
    Caution,
    /// Blocks until the wording has changed.
    Block,
}

/// What in a line would tell who said it, in the order of the line; its language is found by script and common words.
#[must_use]
pub fn lint(line: &str, scene: &Scene) -> Vec<Finding> {
    lint_in(line, Language::of(line), scene)
}

/// As [`lint`], for a line whose language is known. Words of the other languages are recognised all the same.
#[must_use]
pub fn lint_in(line: &str, language: Language, scene: &Scene) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !scene.seats.iter().any(|seat| seat.protected) {
        return findings;
    }
    let known = Known::new(scene);
    let reading = Reading::new(line, language, &known);
    names::check(&reading, &mut findings);
    initials::check(&reading, &mut findings);
    roles::check(&reading, &mut findings);
    if scene.rule != Attribution::OnRecord {
        roles::check_singling(&reading, &mut findings);
        gender::check(&reading, &mut findings);
        dates::check(&reading, &mut findings);
        places::check(&reading, &mut findings);
        voice::check(&reading, &mut findings);
        quotations::check(&reading, &mut findings);
    }
    whole_line(&reading, &mut findings);
    agreed::release(&reading, &mut findings);
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end, finding.kind));
    findings.dedup_by(|a, b| a.span == b.span && a.kind == b.kind);
    findings
}

/// What concerns the line as a whole.
fn whole_line(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    let scene = reading.known.scene;
    let whole = 0..reading.text.raw.len();
    if whole.is_empty() {
        return;
    }
    if scene.rule == Attribution::OffRecord {
        let why = "The line is off the record: it leaves the room in no wording.".to_owned();
        findings.push(reading.finding(
            whole.clone(),
            Kind::OffRecord,
            Weight::Block,
            why,
            "Leave the line out.".to_owned(),
        ));
    }
    if scene.seats.len() < scene.least_group && scene.rule != Attribution::OnRecord {
        let why = format!(
            "Only {} people were present; a group of {} cannot be made of them.",
            scene.seats.len(),
            scene.least_group
        );
        let suggestion = "Do not export, or ask everybody present.".to_owned();
        findings.push(reading.finding(whole, Kind::SmallRoom, Weight::Caution, why, suggestion));
    }
}
