//! Leaving, and the agreed end: content keys are destroyed, hashes of ciphertext remain, each honest client confirms.

use dialogue::{Body, MemberId, Room};
use envelope::Token;
use serde::Serialize;

use crate::brief::Brief;
use crate::error::{Error, Result};
use crate::participant::Participant;
use crate::participant::desk::Progress;
use crate::tables::{self, Setting};
use crate::vault::Vault;

/// How far the end is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum End {
    /// Nobody has asked for it.
    None,
    /// These have still to agree.
    Proposed {
        /// Sides, or the convener.
        waiting: Vec<String>,
    },
    /// Agreed; this machine can destroy now, or waits for the confirmations of these members.
    Agreed {
        /// Names of members whose machines have not confirmed.
        waiting: Vec<String>,
    },
    /// Destroyed here.
    Destroyed,
}

impl Participant {
    /// Leaves the dialogue: all see it, and nothing said afterwards can be read here.
    ///
    /// # Errors
    /// The relay; one's leaving is saved and sent at the next sync then.
    pub async fn leave(&mut self) -> Result<()> {
        if self.overview()?.progress == Progress::Member {
            self.post(&Room::Plenary, Body::Left {})?;
        }
        self.sync().await?;
        Ok(())
    }

    /// Agrees to the end for one's side.
    ///
    /// # Errors
    /// Not a member.
    pub fn agree_to_end(&mut self) -> Result<()> {
        self.write(|desk| {
            let agreed = desk.state()?.destruction.agreed.contains(&desk.me);
            if agreed { Ok(()) } else { desk.post(&Room::Plenary, Body::DestructionAgreed {}).map(drop) }
        })
    }

    /// How far the end is.
    ///
    /// # Errors
    /// The vault.
    pub fn end(&mut self) -> Result<End> {
        self.read(|desk| {
            let Some(state) = &desk.state else {
                return Ok(End::None);
            };
            if !state.is_ending() {
                let waiting = state.unagreed();
                return Ok(if state.destruction.agreed.is_empty() { End::None } else { End::Proposed { waiting } });
            }
            let open = state.members.iter().filter(|(id, member)| {
                member.is_present() && **id != desk.me && !state.destruction.destroyed.contains(id)
            });
            Ok(End::Agreed { waiting: open.map(|(_, member)| member.name.clone()).collect() })
        })
    }

    /// Carries the agreed end out, if it is due here: confirms to the others, then destroys this machine's keys. The
    /// convener's machine does so last, so that it has heard the others, and takes the log off the relay.
    ///
    /// # Errors
    /// The relay, the vault. `now` does not wait for the others' confirmations.
    pub async fn carry_out_end(mut self, vault: &mut Vault, now: bool) -> Result<End> {
        let end = self.end()?;
        let convener = self.read(|desk| Ok(desk.state.as_ref().is_some_and(|state| state.convener == desk.me)))?;
        match &end {
            End::Agreed { waiting } if now || !convener || waiting.is_empty() => {}
            _ => return Ok(end),
        }
        self.write(|desk| {
            let done = desk.state()?.destruction.destroyed.contains(&desk.me);
            if done { Ok(()) } else { desk.post(&Room::Plenary, Body::Destroyed {}).map(drop) }
        })?;
        tracing::warn!(log = %Brief(&self.log.0), "carries out the agreed end");
        self.sync().await?;
        let (remains, owner) = self.read(|desk| {
            let remains = Remains {
                sequence: desk.cursor,
                log_hash: tables::log_hash(desk.tx, desk.cursor)?.map(|hash| dialogue::id::hex(&hash)),
                confirmed: desk.state()?.destruction.destroyed.iter().copied().collect(),
            };
            Ok((remains, tables::read::<String>(desk.tx, Setting::OwnerToken)?))
        })?;
        if let Some(owner) = owner {
            let owner = Token::parse(&owner).map_err(|error| Error::Trouble(error.to_string()))?;
            self.courier.delete_log(&owner).await?;
        }
        let id = self.log;
        drop(self);
        vault.destroy_dialogue(id.0, crate::participant::now(), &serde_json::to_vec(&remains)?)?;
        Ok(End::Destroyed)
    }
}

/// What is kept of a destroyed dialogue: hashes of ciphertext, and pseudonyms of those who confirmed.
#[derive(Serialize)]
struct Remains {
    sequence: u64,
    log_hash: Option<String>,
    confirmed: Vec<MemberId>,
}
