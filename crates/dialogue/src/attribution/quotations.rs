//! Words between quotation marks: somebody's own, and so of somebody's style.
use super::reading::Reading;
use super::wording;
use super::{Finding, Kind, Weight};
use crate::charter::Attribution;

/// Fewer words than this are a term, not a quotation.
const QUOTATION: usize = 3;

/// Opening marks, and what closes each.
const MARKS: &[(char, &[char])] =
    &[('“', &['”', '“']), ('„', &['“', '”']), ('«', &['»']), ('"', &['"']), ('‹', &['›']), ('「', &['」'])];

/// Finds quotations where the rule does not allow them.
pub(super) fn check(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    if matches!(reading.known.scene.rule, Attribution::OnRecord | Attribution::Background) {
        return;
    }
    let mut open: Option<(usize, &[char])> = None;
    for (at, letter) in reading.text.raw.char_indices() {
        match open {
            Some((start, closing)) if closing.contains(&letter) => {
                open = None;
                let words = &reading.text.words;
                let from = words.partition_point(|word| word.span.start < start);
                let to = words.partition_point(|word| word.span.start < at);
                if to.saturating_sub(from) >= QUOTATION {
                    let why = "These are somebody's own words; style gives a speaker away.".to_owned();
                    let suggestion = wording::quotation(reading.language);
                    findings.push(reading.finding(start..at, Kind::Quotation, Weight::Caution, why, suggestion));
                }
            }
            Some(_) => {}
            None => {
                open = MARKS.iter().find(|mark| mark.0 == letter).map(|mark| (at + letter.len_utf8(), mark.1));
            }
        }
    }
}
