//! The public document of one question: all that a side's machine is told beside its own position.
use mpc::circuit::Shape;
use serde::{Deserialize, Serialize};

use crate::agenda::Agenda;
use crate::circuit::{MOST_OUTCOMES, Quorum, Rule, Sounding, Terms, TermsError};
use crate::error::{Error, Result};
use crate::formats::Format;
use crate::outcome::{Outcome, Step};
use crate::question::Question;

/// A question as it travels: equal bytes for all sides, so that its digest names it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asked {
    /// The agenda in its canonical spelling.
    pub agenda: String,
    /// The format that positions are written in.
    pub format: Format,
    /// The sides that take part, in party order.
    pub sides: Vec<String>,
    /// Named packages, or the whole agenda.
    pub packages: Option<Vec<String>>,
    /// Issues confined to one choice.
    pub only: Vec<(String, String)>,
    /// What is asked for.
    pub rule: Rule,
    /// How many must accept, if not all.
    pub quorum: Option<usize>,
    /// Sides that must be among them.
    pub vetoes: Vec<String>,
}

/// A question with everything worked out that its document says.
pub struct Put {
    /// The agenda.
    pub agenda: Agenda,
    /// The format of positions.
    pub format: Format,
    /// Which outcomes are asked about.
    pub question: Question,
    /// How many there are.
    pub outcomes: usize,
    /// The circuit.
    pub sounding: Sounding,
    /// What the circuit counts.
    pub shape: Shape,
    /// Names the question: a hash over its document, equal at all sides that were asked the same.
    pub digest: [u8; 32],
}

impl Asked {
    /// Works the question out.
    ///
    /// # Errors
    /// Names the agenda does not know, or terms that make no question.
    pub fn put(&self) -> Result<Put> {
        let agenda = Agenda::from_toml(&self.agenda, "the question's agenda")?;
        let question = Question::of(&agenda, self.packages.as_deref(), &self.only)?;
        let outcomes = count(&agenda, &question)?;
        let terms = Terms { rule: self.rule, parties: self.sides.len(), outcomes, quorum: self.quorum()? };
        let sounding = Sounding::new(terms).map_err(refused)?;
        let shape = sounding.shape().map_err(refused)?;
        Ok(Put { agenda, format: self.format, question, outcomes, sounding, shape, digest: self.digest()? })
    }

    fn digest(&self) -> Result<[u8; 32]> {
        let document = serde_json::to_vec(self).map_err(|error| Error::Question(error.to_string()))?;
        let mut hasher = blake3::Hasher::new_derive_key("backchannel question v1");
        hasher.update(&document);
        Ok(*hasher.finalize().as_bytes())
    }

    fn quorum(&self) -> Result<Option<Quorum>> {
        let Some(accept) = self.quorum else {
            return Ok(None);
        };
        let vetoes = self.vetoes.iter().map(|name| self.party(name)).collect::<Result<_>>()?;
        // With everyone needed a veto adds nothing, and there is nobody to count.
        Ok((accept != self.sides.len()).then_some(Quorum { accept, vetoes }))
    }

    /// The party index of a side.
    ///
    /// # Errors
    /// A name that takes no part; those that do are listed.
    pub fn party(&self, name: &str) -> Result<usize> {
        let found = self.sides.iter().position(|side| side == name);
        found.ok_or_else(|| Error::unknown("side", name, self.sides.iter().map(String::as_str)))
    }

    /// The name of a party.
    pub fn side(&self, party: usize) -> &str {
        self.sides.get(party).map_or("?", String::as_str)
    }
}

impl Put {
    /// Visits the outcomes asked about in the order of the circuit, those that links forbid left out.
    ///
    /// # Errors
    /// As for [`Question::indices`].
    pub fn walk(&self, visit: impl FnMut(Step<'_>)) -> Result<()> {
        self.question.walk(self.question.indices(u64::MAX)?, visit);
        Ok(())
    }

    /// The outcome with this number among those asked about.
    pub fn outcome(&self, number: usize) -> Option<Outcome> {
        let number = u64::try_from(number).ok()?;
        let range = self.question.indices(u64::MAX).ok()?;
        if !self.agenda.space().has_links() {
            return self.question.outcome_at(number);
        }
        self.question.outcomes(range).nth(usize::try_from(number).ok()?).map(|(_, outcome)| outcome)
    }

    /// The number of an outcome among those asked about; none where it is not one of them.
    pub fn number(&self, outcome: &Outcome) -> Option<usize> {
        let range = self.question.indices(u64::MAX).ok()?;
        self.question.outcomes(range).position(|(_, one)| one == *outcome)
    }

    /// The name of a package where it has one, first of all that by which the question knows it.
    pub fn package_name(&self, outcome: &Outcome) -> Option<&str> {
        let mut asked = self.question.package_names().into_iter().flatten();
        let named = asked.find(|name| self.agenda.package(name).is_ok_and(|other| other == *outcome));
        named.or_else(|| self.agenda.package_name(outcome))
    }

    /// The rule asked for.
    pub fn rule(&self) -> Rule {
        self.sounding.terms().rule
    }
}

/// How many outcomes the question has, those that links forbid left out.
fn count(agenda: &Agenda, question: &Question) -> Result<usize> {
    let indices = question.indices(MOST_OUTCOMES as u64)?;
    let mut found = 0;
    if agenda.space().has_links() {
        question.walk(indices, |_| found += 1);
    } else {
        found = usize::try_from(indices.end).unwrap_or(usize::MAX);
    }
    match found {
        0 => Err(Error::Question("the agenda's links leave no package to ask about".to_owned())),
        some => Ok(some),
    }
}

fn refused(error: TermsError) -> Error {
    Error::Question(error.to_string())
}
