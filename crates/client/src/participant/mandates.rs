//! Mandates in a dialogue: drafted for this member's key, presented in the rooms its holder chooses, looked at as the
//! rooms' registers have them.
use std::collections::BTreeMap;

use dialogue::mandate::{Draft, Envoy, Held, Holder, Mandate, Presented, Register, Revoked, Salt, Status};
use dialogue::record::Act;
use dialogue::record::advice::{Given, Mandates};
use dialogue::{Arrival, MemberId, Room};

use crate::error::{Error, Result};
use crate::participant::Participant;
use crate::participant::desk::{Desk, Entered};
use crate::tables::{self, Setting};

/// A mandate as a room's register has it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The room it was presented in.
    pub room: Room,
    /// Who holds it.
    pub holder: MemberId,
    /// The mandate and where it stands; what is wrong where it does not stand the checks.
    pub held: std::result::Result<Held, dialogue::mandate::Error>,
}

impl Participant {
    /// Completes a draft for this member in this dialogue: its salted key and the dialogue's id are put in, and the
    /// salt is kept in the vault until the mandate is presented.
    ///
    /// # Errors
    /// A draft that cannot be; the vault.
    pub fn draft_mandate(&mut self, draft: impl FnOnce([u8; 16], Envoy) -> Draft) -> Result<Mandate> {
        let bytes: [u8; 32] = crate::random()?;
        self.write(|desk| {
            let envoy = Envoy::of(&desk.identity.public(), &Salt::of(bytes));
            let mandate = draft(desk.log.0, envoy).complete().map_err(mandate)?;
            let mut salts: BTreeMap<String, String> = tables::read(desk.tx, Setting::MandateSalts)?.unwrap_or_default();
            salts.insert(envoy.to_string(), dialogue::id::hex(&bytes));
            tables::put(desk.tx, Setting::MandateSalts, &salts)?;
            Ok(mandate)
        })
    }

    /// What presents a signed mandate of this member's; the salt comes from the vault.
    ///
    /// # Errors
    /// A mandate that was not drafted here, or does not stand the checks.
    pub fn presentable(&mut self, document: &str, signature: &str) -> Result<Presented> {
        self.read(|desk| {
            let terms = Mandate::read(document.as_bytes()).map_err(mandate)?;
            // The dialogue stands in the text in plain: one for another says so, before anybody asks for its salt.
            let (expected, found) = (desk.log.0, terms.terms().dialogue);
            if found != expected {
                let (expected, found) = (dialogue::id::hex(&expected), dialogue::id::hex(&found));
                return Err(mandate(dialogue::mandate::Error::AnotherDialogue { expected, found }));
            }
            let salts: BTreeMap<String, String> = tables::read(desk.tx, Setting::MandateSalts)?.unwrap_or_default();
            let salt = salts.get(&terms.terms().envoy.to_string()).and_then(|salt| dialogue::id::unhex(salt));
            let salt = salt.ok_or_else(|| {
                Error::Misuse(
                    "this mandate is for this dialogue, and was not drafted on this machine: it is another member's, \
                     or of a vault that is lost; who holds it presents it"
                        .to_owned(),
                )
            })?;
            let presented =
                Presented { document: document.to_owned(), signature: signature.to_owned(), salt: Salt::of(salt) };
            presented.read(&holder(desk, desk.me)?).map_err(mandate)?;
            Ok(presented)
        })
    }

    /// All mandates that were presented in this member's rooms, at a second since 1970.
    ///
    /// # Errors
    /// The vault.
    pub fn mandates(&mut self, now: i64) -> Result<Vec<Shown>> {
        self.read(|desk| {
            let mut shown = Vec::new();
            for room in every_room(desk)? {
                let register = register(desk, &room)?;
                for member in register.holders() {
                    let all = register.held(&holder(desk, member)?, now);
                    shown.extend(all.into_iter().map(|held| Shown { room: room.clone(), holder: member, held }));
                }
            }
            Ok(shown)
        })
    }

    /// The mandates of this member's rooms for the times in which they held, looked at at a second since 1970.
    ///
    /// # Errors
    /// The vault.
    pub fn given(&mut self, now: i64) -> Result<Mandates> {
        // Looked at from the end of time, one that was ever taken back says since when.
        let all = self.mandates(i64::MAX)?;
        let given = all.iter().filter_map(|shown| {
            let held = shown.held.as_ref().ok()?;
            let revoked = match held.status {
                Status::Revoked { at, .. } => Some(at),
                _ => None,
            };
            Some(Given::of(shown.holder, &held.mandate, revoked))
        });
        Ok(Mandates { given: given.collect(), now })
    }

    /// What takes mandates back, as it was passed on in this member's rooms.
    ///
    /// # Errors
    /// The vault.
    pub fn revocations(&mut self) -> Result<Vec<Revoked>> {
        self.read(|desk| Ok(taken_back(desk)?.into_iter().map(|(_, revoked)| revoked).collect()))
    }
}

fn every_room(desk: &Desk<'_>) -> Result<Vec<Room>> {
    Ok(std::iter::once(Room::Plenary).chain(desk.rooms()?).collect())
}

/// A room's register, from what was said there in order.
fn register(desk: &Desk<'_>, room: &Room) -> Result<Register> {
    let mut register = Register::default();
    for Entered { arrival, act, .. } in desk.entered(room)? {
        // What the register itself refuses is not in it.
        let _ = match &act {
            Act::MandatePresented(presented) => {
                register.present(arrival.sequence, &holder(desk, arrival.author)?, presented)
            }
            _ => Ok(()),
        };
    }
    // What was passed on in one room holds in all of this member's.
    for (arrival, revoked) in taken_back(desk)? {
        let _ = register.revoke(arrival, &revoked);
    }
    Ok(register)
}

/// What takes mandates back: that of the plenary as all know it, from before this member came too, and that of the
/// member's rooms.
fn taken_back(desk: &Desk<'_>) -> Result<Vec<(Arrival, Revoked)>> {
    let known = desk.state()?.record.mandates.revoked();
    let mut all: Vec<(Arrival, Revoked)> = known.map(|(arrival, revoked)| (arrival, revoked.clone())).collect();
    for room in every_room(desk)? {
        all.extend(desk.entered(&room)?.into_iter().filter_map(|one| match one.act {
            Act::MandateRevoked(revoked) => Some((one.arrival, revoked)),
            _ => None,
        }));
    }
    Ok(all)
}

fn holder(desk: &Desk<'_>, member: MemberId) -> Result<Holder> {
    let key = desk.state()?.members.get(&member).map(|one| one.key);
    let key = key.ok_or(dialogue::Refusal::NotAMember(member))?;
    Ok(Holder { dialogue: desk.log.0, member, key })
}

fn mandate(error: dialogue::mandate::Error) -> Error {
    Error::Refused(dialogue::Refusal::Mandate(error))
}
