//! One's own position: a draft for the newest version of the agenda until it is sealed, fixed from then on.

use dialogue::{Body, Room};
use negotiation::{Agenda, Position};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::participant::{Desk, Participant};
use crate::tables::{self, PositionRow};

/// A position as its owner sees it.
pub struct Draft {
    /// The version of the agenda that it is for.
    pub version: u32,
    /// That agenda.
    pub agenda: Agenda,
    /// The document.
    pub document: Zeroizing<String>,
    /// How a file of its kind is named at its end: `toml` or `csv`.
    pub extension: String,
    /// Whether it is sealed.
    pub sealed: bool,
}

impl Draft {
    /// The position.
    ///
    /// # Errors
    /// A document that cannot be used; it was read before, so only where the program has changed.
    pub fn position(&self) -> Result<Position> {
        read(&self.agenda, &self.document, &self.extension)
    }
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft(version {}, sealed: {})", self.version, self.sealed)
    }
}

/// Reads a position's document.
pub(super) fn read(agenda: &Agenda, document: &str, extension: &str) -> Result<Position> {
    let position = match extension {
        "csv" => Position::from_csv(agenda, document, "your position")?,
        _ => Position::from_toml(agenda, document, "your position")?,
    };
    position.fits(agenda)?;
    Ok(position)
}

impl Participant {
    /// Takes over a document as one's side's position for the newest version of the agenda; a draft until it is sealed.
    ///
    /// # Errors
    /// A document that cannot be used; a position that is sealed already.
    pub fn import_position(&mut self, document: &str, extension: &str) -> Result<()> {
        self.write(|desk| {
            let version = desk.state()?.newest();
            let agenda = desk.state()?.version(version)?.agenda()?;
            read(&agenda, document, extension)?;
            unsealed(desk, version)?;
            let row = PositionRow {
                document: Zeroizing::new(document.to_owned()),
                extension: extension.to_owned(),
                salt: Zeroizing::new(crate::random()?),
                coins: Zeroizing::new(crate::random()?),
                sealed: false,
            };
            tables::put_position(desk.tx, version, &row)
        })
    }

    /// One's own position for a version of the agenda, or for the newest.
    ///
    /// # Errors
    /// None there.
    pub fn position(&mut self, version: Option<u32>) -> Result<Draft> {
        self.read(|desk| {
            let version = version.unwrap_or(desk.state()?.newest());
            let agenda = desk.state()?.version(version)?.agenda()?;
            let row = tables::position(desk.tx, version)?.ok_or_else(|| missing(version))?;
            let PositionRow { document, extension, sealed, .. } = row;
            Ok(Draft { version, agenda, document, extension, sealed })
        })
    }

    /// Seals one's position for a version of the agenda: from then on it is fixed, and this machine holds it for the
    /// side. Does nothing where it is sealed already.
    ///
    /// # Errors
    /// No position; another member of the side was first.
    pub fn seal_position(&mut self, version: u32) -> Result<()> {
        self.write(|desk| {
            let row = tables::position(desk.tx, version)?.ok_or_else(|| missing(version))?;
            if row.sealed {
                return Ok(());
            }
            let agenda = desk.state()?.version(version)?.agenda()?;
            let position = read(&agenda, &row.document, &row.extension)?;
            desk.post(&Room::Plenary, Body::Sealed { version, seal: seal(&agenda, &position, &row) })?;
            tables::put_position(desk.tx, version, &PositionRow { sealed: true, ..row })
        })
    }
}

/// A salted hash over the exact position and the seed of its coins; the salt is never shown.
fn seal(agenda: &Agenda, position: &Position, row: &PositionRow) -> [u8; 32] {
    let text = Zeroizing::new(position.to_text(agenda));
    let mut hasher = blake3::Hasher::new_derive_key("backchannel seal of a position for an agenda v1");
    hasher.update(row.salt.as_slice());
    hasher.update(row.coins.as_slice());
    hasher.update(&agenda.digest());
    hasher.update(text.as_bytes());
    *hasher.finalize().as_bytes()
}

fn unsealed(desk: &Desk<'_>, version: u32) -> Result<()> {
    let side = desk.state()?.side_of(desk.me)?;
    let here = tables::position(desk.tx, version)?.is_some_and(|row| row.sealed);
    if here || desk.state()?.version(version)?.seals.contains_key(&side) {
        return Err(dialogue::Refusal::SealedAlready { side, version }.into());
    }
    Ok(())
}

fn missing(version: u32) -> Error {
    Error::Misuse(format!(
        "you have no position for version {version} of the agenda yet: write one, then `position import FILE`"
    ))
}
