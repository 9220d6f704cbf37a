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
    Ok(Ballot::fill_with(put, judged(&question.asking.subject, put, &own)?, &row.salt, &sealed.coins)?)
}

/// What a position makes of every package of a question about the agenda, in order: exactly what a ballot enters.
pub(super) fn judged(subject: &Subject, put: &Put, own: &Position) -> Result<Vec<Judgement>> {
    own.fits(&put.agenda)?;
    if let Subject::Improve { than, .. } = subject {
        return improvements(put, own, than);
    }
    let mut judgements = Vec::with_capacity(put.outcomes);
    let mut scorer = own.scorer();
    put.walk(|step| {
        let verdict = scorer.step(&step);
        judgements.push(Judgement { acceptable: verdict.acceptable, gain: verdict.gain });
    })?;
    Ok(judgements)
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;
    use negotiation::circuit::Rule;
    use negotiation::formats::Format;
    use negotiation::{Agenda, Asked};

    /// Two options of the same worth to most, one better, one that may be a red line.
    const AGENDA: &str = r#"
        name = "Road"
        [[issue]]
        name = "toll"
        choices = ["none", "north", "south", "shared", "closed"]
        [[package]]
        name = "north"
        choices = { toll = "north" }
        [[package]]
        name = "closed"
        choices = { toll = "closed" }
        [[package]]
        name = "shared"
        choices = { toll = "shared" }
    "#;

    fn put() -> Put {
        let asked = Asked {
            agenda: AGENDA.to_owned(),
            format: Format::Own,
            sides: vec!["A".to_owned(), "B".to_owned()],
            packages: None,
            only: Vec::new(),
            rule: Rule::Draw,
            quorum: None,
            vetoes: Vec::new(),
        };
        asked.put().unwrap()
    }

    /// Which options count for a side that says these words of them, as better than a package.
    fn better(words: [&str; 5], than: &str) -> Vec<String> {
        let put = put();
        let options = ["none", "north", "south", "shared", "closed"];
        let said: Vec<String> = options.iter().zip(words).map(|(name, word)| format!("{name} = \"{word}\"")).collect();
        let text = format!(
            "kind = \"words\"\nside = \"A\"\n[issue.toll]\nimportance = \"minor\"\nwords = {{ {} }}\n",
            said.join(", ")
        );
        let own = Position::from_toml(&Agenda::from_toml(AGENDA, "the agenda").unwrap(), &text, "A").unwrap();
        let subject = Subject::Improve { version: 1, than: than.to_owned(), packages: None };
        let judged = judged(&subject, &put, &own).unwrap();
        assert_eq!(judged.len(), put.outcomes);
        for one in &judged {
            assert!(one.gain >= 0.0 && (one.acceptable || one.gain == 0.0), "{one:?}");
        }
        let passing = judged.iter().enumerate().filter(|(_, one)| one.acceptable);
        let name = |at: usize| {
            let outcome = put.outcome(at).unwrap();
            put.agenda.names(&outcome).map(|(_, choice)| choice.to_owned()).collect::<String>()
        };
        passing.map(|(at, _)| name(at)).collect()
    }

    const LIVE: &str = "could live with";
    const NOT: &str = "could not";

    #[test]
    fn a_package_that_gains_as_much_as_the_one_that_stands_does_not_count() {
        assert_eq!(better([LIVE, "welcome", "welcome", "prefer", NOT], "north"), ["shared"]);
        assert_eq!(better([LIVE, "welcome", "welcome", "welcome", NOT], "north"), [""; 0]);
        assert_eq!(better([LIVE, "welcome", "welcome", "prefer", NOT], "shared"), [""; 0]);
    }

    #[test]
    fn what_cannot_be_lived_with_does_not_count_however_little_the_one_that_stands_gains() {
        assert_eq!(better(["prefer", LIVE, NOT, "welcome", NOT], "north"), ["none", "shared"]);
    }

    #[test]
    fn where_the_one_that_stands_cannot_be_lived_with_all_that_can_be_counts_and_it_does_not() {
        assert_eq!(better([LIVE, LIVE, NOT, "welcome", NOT], "closed"), ["none", "north", "shared"]);
        assert_eq!(better([LIVE, NOT, NOT, NOT, NOT], "closed"), ["none"]);
    }
}
