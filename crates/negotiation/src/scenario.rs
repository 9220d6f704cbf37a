//! An agenda with the positions of all sides: for rehearsals and exercises, where one person holds all.
use crate::agenda::Agenda;
use crate::error::{Error, Result};
use crate::position::Position;

/// Everything about one negotiation, in the clear.
#[derive(Debug)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// The public part.
    pub agenda: Agenda,
    /// The sides, in the byte order of their file names.
    pub sides: Vec<Side>,
}

/// One side with its private position.
#[derive(Debug)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// Its position.
    pub position: Position,
}

impl Scenario {
    /// These sides only, in the order of the scenario.
    ///
    /// # Errors
    /// An unknown name (the known ones are listed), or no name at all.
    pub fn confined(mut self, names: &[String]) -> Result<Self> {
        for name in names {
            if !self.sides.iter().any(|side| side.name == *name) {
                let known = self.sides.iter().map(|s| s.name.as_str());
                return Err(Error::unknown("side", name, known));
            }
        }
        self.sides.retain(|side| names.contains(&side.name));
        if self.sides.is_empty() {
            return Err(Error::Question("name at least one side".to_owned()));
        }
        Ok(self)
    }
}
