//! What one's side enters into a question: exact judgements of every package, from the sealed position or, for a text
//! or a date, from a vote. The same question and seals always give the same bits.

use std::collections::BTreeSet;

use dialogue::{Question, Subject};
use negotiation::circuit::Judgement;
use negotiation::{Ballot, Position, Put};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::participant::Desk;
use crate::sounding::position;
use crate::tables::{self, BallotRow};

/// Works the ballot out.
pub(super) fn ballot(desk: &Desk<'_>, question: &Question, put: &Put) -> Result<Ballot> {
    let row = tables::ballot(desk.tx, &question.id)?
        .ok_or_else(|| Error::Misuse(format!("you have not consented to question {} yet", question.id)))?;
    let Some(version) = question.asking.subject.version() else {
        let judgements = votes(question, put, &row)?;
        // There is no position whose coins could be used; the ballot's own salt gives them.
        let seed = Zeroizing::new(blake3::derive_key("backchannel coins of a vote v1", row.salt.as_slice()));
        return Ok(Ballot::fill_with(put, judgements, &row.salt, &seed)?);
    };
    let sealed = tables::position(desk.tx, version)?
        .filter(|row| row.sealed)
        .ok_or_else(|| Error::Misuse(format!("this machine holds no sealed position for version {version}")))?;
    let own = position::read(&put.agenda, &sealed.document, &sealed.extension)?;
    match &question.asking.subject {
        Subject::Improve { than, .. } => {
            let judgements = improvements(put, &own, than)?;
            Ok(Ballot::fill_with(put, judgements, &row.salt, &sealed.coins)?)
        }
        _ => Ok(Ballot::fill(put, &own, &row.salt, &sealed.coins)?),
    }
}

/// A package counts where it is tolerable and gains more than the one that stands. Gains are compared as nearest
/// floats of exact values, so a package that is not better is never taken for one that is.
fn improvements(put: &Put, own: &Position, than: &str) -> Result<Vec<Judgement>> {
    let standing = own.verdict(&put.agenda.package(than)?);
    // What one could not live with is worth less than anything tolerable.
    let bar = if standing.acceptable { standing.gain } else { -1.0 };
    let mut judgements = Vec::with_capacity(put.outcomes);
    let mut scorer = own.scorer();
    put.walk(|step| {
        let verdict = scorer.step(&step);
        let better = verdict.acceptable && verdict.gain > bar;
        let gain = if better { verdict.gain - bar.max(0.0) } else { 0.0 };
        judgements.push(Judgement { acceptable: better, gain });
    })?;
    Ok(judgements)
}

/// A vote on a text is one judgement; free slots are one each.
fn votes(question: &Question, put: &Put, row: &BallotRow) -> Result<Vec<Judgement>> {
    let document = row.document.as_ref().map_or("[]", |document| document.as_str());
    let yes: BTreeSet<String> = serde_json::from_str(document)?;
    let names: Vec<String> = put.question.package_names().into_iter().flatten().map(str::to_owned).collect();
    if names.len() != put.outcomes {
        return Err(Error::Trouble(format!("question {} has packages without a name", question.id)));
    }
    Ok(names.iter().map(|name| Judgement { acceptable: yes.contains(name), gain: 0.0 }).collect())
}
