//! What speakers on background have agreed to be called may stand.
use super::reading::Reading;
use super::{Finding, Kind};
use crate::charter::Attribution;

/// Takes back what was found within an agreed description, under background alone; never a name.
pub(super) fn release(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    if reading.known.scene.rule != Attribution::Background {
        return;
    }
    let mut agreed = Vec::new();
    for index in 0..reading.len() {
        if let Some(length) = reading.known.agreed.at(&reading.text.words, index).map(|(length, ())| length).max() {
            agreed.push(reading.span(index, index + length - 1));
        }
    }
    findings.retain(|finding| {
        let may_stand = matches!(finding.kind, Kind::Role | Kind::Side | Kind::Institution | Kind::Gender);
        !(may_stand && agreed.iter().any(|span| span.start <= finding.span.start && finding.span.end <= span.end))
    });
}
