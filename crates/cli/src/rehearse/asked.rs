//! The public document of one question: all that a side's process is told beside its own position.
use mpc::circuit::Shape;
use negotiation::circuit::{MOST_OUTCOMES, Quorum, Rule, Sounding, Terms};
use negotiation::formats::Format;
use negotiation::{Agenda, Error, Outcome, Question};
use serde::{Deserialize, Serialize};

/// A question as it travels: equal bytes for all sides, and part of the run's name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// The agenda in its canonical spelling.
    pub(crate) agenda: String,
    /// The format that positions are written in.
    pub(crate) format: Format,
    /// The sides that take part, in party order.
    pub(crate) sides: Vec<String>,
    /// Named packages, or the whole agenda.
    pub(crate) packages: Option<Vec<String>>,
    /// Issues confined to one choice.
    pub(crate) only: Vec<(String, String)>,
    /// What is asked for.
    pub(crate) rule: Rule,
    /// How many must accept, if not all.
    pub(crate) quorum: Option<usize>,
    /// Sides that must be among them.
    pub(crate) vetoes: Vec<String>,
}

/// A question with everything worked out that its document says.
pub(crate) struct Put {
    /// The agenda.
    pub(crate) agenda: Agenda,
    /// The format of positions.
    pub(crate) format: Format,
    /// Which outcomes are asked about.
    pub(crate) question: Question,
    /// How many there are.
    pub(crate) outcomes: usize,
    /// The circuit.
    pub(crate) sounding: Sounding,
    /// What the circuit counts.
    pub(crate) shape: Shape,
}

impl Asked {
    /// Works the question out.
    ///
    /// # Errors
    /// Names the agenda does not know, or terms that make no question.
    pub(crate) fn put(&self) -> Result<Put, Error> {
        let agenda = Agenda::from_toml(&self.agenda, "the question's agenda")?;
        let question = Question::of(&agenda, self.packages.as_deref(), &self.only)?;
        let outcomes = count(&agenda, &question)?;
        let terms = Terms { rule: self.rule, parties: self.sides.len(), outcomes, quorum: self.quorum()? };
        let sounding = Sounding::new(terms).map_err(refused)?;
        let shape = sounding.shape().map_err(refused)?;
        Ok(Put { agenda, format: self.format, question, outcomes, sounding, shape })
    }

    fn quorum(&self) -> Result<Option<Quorum>, Error> {
        let Some(accept) = self.quorum else {
            return Ok(None);
        };
        let vetoes = self.vetoes.iter().map(|name| self.party(name)).collect::<Result<_, _>>()?;
        // With everyone needed a veto adds nothing, and there is nobody to count.
        Ok((accept != self.sides.len()).then_some(Quorum { accept, vetoes }))
    }

    /// The party index of a side.
    ///
    /// # Errors
    /// A name that takes no part; those that do are listed.
    pub(crate) fn party(&self, name: &str) -> Result<usize, Error> {
        let found = self.sides.iter().position(|side| side == name);
        found.ok_or_else(|| Error::unknown("side", name, self.sides.iter().map(String::as_str)))
    }

    /// The name of a party.
    pub(crate) fn side(&self, party: usize) -> &str {
        self.sides.get(party).map_or("?", String::as_str)
    }
}

impl Put {
    /// The outcome with this number among those asked about.
    pub(crate) fn outcome(&self, number: usize) -> Option<Outcome> {
        let number = u64::try_from(number).ok()?;
        let range = self.question.indices(u64::MAX).ok()?;
        if !self.agenda.space().has_links() {
            return self.question.outcome_at(number);
        }
        self.question.outcomes(range).nth(usize::try_from(number).ok()?).map(|(_, outcome)| outcome)
    }

    /// The name of a package where it has one, first of all that by which the question knows it.
    pub(crate) fn package_name(&self, outcome: &Outcome) -> Option<&str> {
        let mut asked = self.question.package_names().into_iter().flatten();
        let named = asked.find(|name| self.agenda.package(name).is_ok_and(|other| other == *outcome));
        named.or_else(|| self.agenda.package_name(outcome))
    }

    /// The rule asked for.
    pub(crate) fn rule(&self) -> Rule {
        self.sounding.terms().rule
    }
}

/// How many outcomes the question has, those that links forbid left out.
fn count(agenda: &Agenda, question: &Question) -> Result<usize, Error> {
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

fn refused(error: negotiation::circuit::TermsError) -> Error {
    Error::Question(error.to_string())
}
