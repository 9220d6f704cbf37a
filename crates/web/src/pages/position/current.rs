//! One's position as it stands on this machine: what is being typed, else what was saved, else what can be taken over
//! from an older version of the agenda.
use client::Participant;
use dialogue::State;
use negotiation::position::{Unfinished, Words};
use negotiation::{Agenda, Position};

use super::sheet::Sheet;
use crate::error::{Error, Result};
use crate::fields::Fields;

/// Where one's own side stands with the newest version of the agenda.
pub(super) enum Standing {
    /// There is no agenda yet.
    NoAgenda,
    /// The convener takes no side, and has no position.
    NoSide,
    /// Another member of the side has sealed.
    Another(String),
    /// It is one's own to write, or to look at.
    Mine(Box<Current>),
}

/// One's position for the newest version.
pub(super) struct Current {
    pub(super) version: u32,
    pub(super) agenda: Agenda,
    pub(super) sealed: bool,
    pub(super) side: String,
    /// What the form says; of a position in numbers or as a list, nothing.
    pub(super) sheet: Sheet,
    /// A position that the form cannot show: numbers, or a list.
    pub(super) other: Option<Position>,
    /// The version from which words were taken over.
    pub(super) carried: Option<u32>,
    /// Whether anything was typed or saved for this version.
    pub(super) begun: bool,
}

/// The form under which the words for a version are kept while they are typed.
pub(super) fn form(version: u32) -> String {
    format!("words{version}")
}

impl Current {
    /// The position, once everything is said: in words, or as the file had it.
    pub(super) fn words(&self) -> Option<Words> {
        if self.other.is_some() || !self.sheet.is_whole(&self.agenda) {
            return None;
        }
        self.sheet.position.finish(&self.agenda).ok()
    }

    /// What keeps a position from being whole although everything is said, in the program's own words.
    pub(super) fn trouble(&self) -> Option<String> {
        let whole = self.other.is_none() && self.sheet.is_whole(&self.agenda);
        whole.then(|| self.sheet.position.finish(&self.agenda).err().map(|error| error.to_string())).flatten()
    }
}

/// Where one stands.
pub(super) fn look(me: &mut Participant, state: &State, member: dialogue::MemberId) -> Result<Standing> {
    let Ok(side) = state.side_of(member) else {
        return Ok(Standing::NoSide);
    };
    let version = state.newest();
    let Ok(standing) = state.version(version) else {
        return Ok(Standing::NoAgenda);
    };
    if let Some(seal) = standing.seals.get(&side).filter(|seal| seal.holder != member) {
        let name = state.members.get(&seal.holder).map(|member| member.name.clone());
        return Ok(Standing::Another(name.unwrap_or_default()));
    }
    let agenda = standing.agenda()?;
    let mut current = Current {
        version,
        sheet: Sheet::of(Unfinished::begin(&agenda)),
        agenda,
        sealed: false,
        side,
        other: None,
        carried: None,
        begun: false,
    };
    if let Ok(saved) = me.position(Some(version)) {
        current.begun = true;
        current.sealed = saved.sealed;
        match saved.position()? {
            Position::Words(words) => current.sheet = Sheet::of(Unfinished::of(&words)),
            other => current.other = Some(other),
        }
    }
    if current.sealed {
        return Ok(Standing::Mine(Box::new(current)));
    }
    if let Some(draft) = me.draft(&form(version))? {
        current.sheet = Sheet::read(&current.agenda, &Fields::of_draft(&draft));
        current.other = None;
        current.begun = true;
    } else if !current.begun {
        carry(me, state, &mut current)?;
    }
    Ok(Standing::Mine(Box::new(current)))
}

/// Takes words over from the newest older version for which there are any.
fn carry(me: &mut Participant, state: &State, current: &mut Current) -> Result<()> {
    for version in (1..current.version).rev() {
        let agenda = state.version(version)?.agenda()?;
        let old = match (me.draft(&form(version))?, me.position(Some(version))) {
            (Some(draft), _) => Sheet::read(&agenda, &Fields::of_draft(&draft)).position,
            (None, Ok(saved)) => match saved.position()? {
                Position::Words(words) => Unfinished::of(&words),
                _ => continue,
            },
            (None, Err(_)) => continue,
        };
        current.sheet = Sheet::of(old.carried(&agenda, &current.agenda));
        current.carried = Some(version);
        return Ok(());
    }
    Ok(())
}

/// Keeps what a form says: as a position where it is whole, else as it was typed. Answers whether it is whole.
pub(super) fn save(me: &mut Participant, version: u32, fields: &Fields) -> Result<bool> {
    me.keep_draft(&form(version), &fields.to_draft()?)?;
    let state = me.state()?;
    let agenda = state.version(version)?.agenda()?;
    let sheet = Sheet::read(&agenda, fields);
    if version != state.newest() || !sheet.is_whole(&agenda) {
        return Ok(false);
    }
    let whole = Position::Words(sheet.position.finish(&agenda)?);
    me.import_position(&whole.to_text(&agenda), "toml")?;
    me.drop_draft(&form(version))?;
    Ok(true)
}

/// The version that a form was about.
pub(super) fn version(fields: &Fields) -> Result<u32> {
    let read = fields.need("version")?.parse();
    read.map_err(|_| Error::Form("the form does not say for which version of the agenda it is".to_owned()))
}
