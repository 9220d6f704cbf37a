//! Leaving, and the end: content keys are destroyed, hashes of ciphertext remain, each honest client confirms.
//!
//! An end that is agreed is carried out in steps, and a machine may stop between any two of them: it is noted that the end
//! is being carried out, and the confirmation queued, in one transaction; the confirmation is sent; the convener's machine
//! deletes the log at the relay; the keys are destroyed; the file is unlinked. Whatever was done, the next sync goes on
//! from the note, and takes a relay that knows the log no more for what it is: the same end, further on.

use dialogue::{Body, MemberId, Room, State};
use envelope::Token;
use serde::Serialize;

use crate::brief::Brief;
use crate::error::{Error, Result};
use crate::participant::Participant;
use crate::participant::desk::{Desk, Progress};
use crate::participant::retention::{self, Closed};
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
            let state = desk.state()?;
            // What all sides have agreed to needs no more voices, and takes none.
            let agreed = state.is_ending() || state.destruction.agreed.contains(&desk.me);
            if agreed { Ok(()) } else { desk.post(&Room::Plenary, Body::DestructionAgreed {}).map(drop) }
        })
    }

    /// How far the end is.
    ///
    /// # Errors
    /// The vault.
    pub fn end(&mut self) -> Result<End> {
        self.read(|desk| Ok(far(desk)))
    }

    /// Whether the dialogue is over for this participant: it can neither hear nor say anything any more.
    ///
    /// # Errors
    /// The vault.
    pub fn is_over(&mut self) -> Result<bool> {
        Ok(self.read(retention::how_closed)?.is_some())
    }

    /// Whether the keys here are to be destroyed now: the end is agreed, and nobody is to be waited for; or it was being
    /// carried out when this machine stopped; or the dialogue is over for this participant and the charter's retention
    /// has passed.
    ///
    /// # Errors
    /// The vault.
    pub fn is_end_due(&mut self) -> Result<bool> {
        self.read(|desk| Ok(due(desk, false)?.is_some()))
    }

    /// Carries the end out, if it is due here: confirms to the others, then destroys this machine's keys. The convener's
    /// machine does so last, so that it has heard the others, and takes the log off the relay. Where that was broken off,
    /// it goes on.
    ///
    /// # Errors
    /// The relay, the vault. `now` does not wait for the others' confirmations.
    pub async fn carry_out_end(mut self, vault: &mut Vault, now: bool) -> Result<End> {
        let (due, end) = self.read(|desk| Ok((due(desk, now)?, far(desk))))?;
        match due {
            None => return Ok(end),
            Some(Due::Kept) => tracing::warn!(log = %Brief(&self.log.0), "the charter's retention has passed"),
            Some(Due::Agreed { confirm }) => {
                self.begin_end(confirm)?;
                tracing::warn!(log = %Brief(&self.log.0), "carries out the agreed end");
                if confirm {
                    heard_or_closed(self.sync().await.map(drop))?;
                }
                self.delete_log().await?;
            }
        }
        self.destroy(vault)
    }

    /// Destroys what is here of a dialogue that is over for this participant, before the charter's retention has passed
    /// and whatever the others do.
    ///
    /// # Errors
    /// [`Error::Misuse`] where the dialogue goes on; the vault.
    pub fn destroy_here(mut self, vault: &mut Vault) -> Result<End> {
        if !self.is_over()? {
            return Err(Error::Misuse(
                "this dialogue goes on: `leave` it first, or agree to its end with `destroy`. Alone here one destroys only \
                 what was left, or what the relay says is no more"
                    .to_owned(),
            ));
        }
        self.destroy(vault)
    }

    /// Notes that the end is being carried out, with the confirmation that tells the others, before anything that cannot
    /// be undone.
    fn begin_end(&mut self, confirm: bool) -> Result<()> {
        self.write(|desk| {
            let noted: Option<i64> = tables::read(desk.tx, Setting::Ending)?;
            // Said already, or about to be sent.
            let told = desk.ahead()?.destruction.destroyed.contains(&desk.me);
            if confirm && !told {
                desk.post(&Room::Plenary, Body::Destroyed {})?;
            }
            tables::put(desk.tx, Setting::Ending, &noted.unwrap_or(desk.now))
        })
    }

    /// Takes the log off the relay, if this participant owns it; that it is gone already is as well.
    async fn delete_log(&mut self) -> Result<()> {
        let Some(owner) = self.read(|desk| tables::read::<String>(desk.tx, Setting::OwnerToken))? else {
            return Ok(());
        };
        let owner = Token::parse(&owner).map_err(|error| Error::Trouble(error.to_string()))?;
        match self.courier.delete_log(&owner).await {
            Err(error) if !error.is_deleted() => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Destroys the keys here; hashes of ciphertext remain.
    fn destroy(mut self, vault: &mut Vault) -> Result<End> {
        let remains = self.read(|desk| {
            let confirmed = desk.state.iter().flat_map(|state| state.destruction.destroyed.iter().copied());
            Ok(Remains {
                sequence: desk.cursor,
                log_hash: tables::log_hash(desk.tx, desk.cursor)?.map(|hash| dialogue::id::hex(&hash)),
                confirmed: confirmed.collect(),
            })
        })?;
        let id = self.log;
        drop(self);
        vault.destroy_dialogue(id.0, crate::participant::now(), &serde_json::to_vec(&remains)?)?;
        Ok(End::Destroyed)
    }
}

/// Why the keys are to be destroyed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Due {
    /// All sides agreed.
    Agreed {
        /// Whether it can still be confirmed to the others.
        confirm: bool,
    },
    /// The dialogue is over here, and what was to be kept was kept for as long as the charter says.
    Kept,
}

/// Why the keys are to be destroyed now, if they are. `now` does not wait for the others' confirmations.
fn due(desk: &Desk<'_>, now: bool) -> Result<Option<Due>> {
    let closed = retention::how_closed(desk)?;
    let begun = tables::read::<i64>(desk.tx, Setting::Ending)?.is_some();
    let Some(state) = &desk.state else {
        return Ok(None);
    };
    // Who left is no party to what those who stay agree to; its leaving may even have been the last that was missing.
    if begun || (state.is_ending() && closed != Some(Closed::Gone)) {
        let last = state.convener != desk.me || unconfirmed(desk, state).is_empty();
        // From a log that is no more nobody will be heard.
        let wait = !begun && !now && !last && closed != Some(Closed::Deleted);
        // A machine without the group's keys has no voice; a relay that takes nothing carries none.
        let confirm = desk.progress == Progress::Member && closed.is_none();
        return Ok((!wait).then_some(Due::Agreed { confirm }));
    }
    let passed = retention::kept_until(desk)?.is_some_and(|until| until <= desk.now);
    Ok(passed.then_some(Due::Kept))
}

/// Whether the end is agreed and only this machine keeps it from being carried out here: it began to, or the relay takes
/// nothing from it any more.
pub(crate) fn is_under_way(desk: &Desk<'_>) -> Result<bool> {
    if tables::read::<i64>(desk.tx, Setting::Ending)?.is_some() {
        return Ok(true);
    }
    let closed = matches!(retention::how_closed(desk)?, Some(Closed::Deleted | Closed::ShutOut));
    Ok(closed && desk.state.as_ref().is_some_and(State::is_ending))
}

/// How far the end is.
fn far(desk: &Desk<'_>) -> End {
    match &desk.state {
        None => End::None,
        Some(state) if state.is_ending() => End::Agreed { waiting: unconfirmed(desk, state) },
        Some(state) if state.destruction.agreed.is_empty() => End::None,
        Some(state) => End::Proposed { waiting: state.unagreed() },
    }
}

/// Names of the other members whose machines have not confirmed.
fn unconfirmed(desk: &Desk<'_>, state: &State) -> Vec<String> {
    let open = state
        .members
        .iter()
        .filter(|(id, member)| member.is_present() && **id != desk.me && !state.destruction.destroyed.contains(id));
    open.map(|(_, member)| member.name.clone()).collect()
}

/// Where the relay takes nothing from here any more, there is nobody to be told: the end is carried out all the same.
fn heard_or_closed(sent: Result<()>) -> Result<()> {
    match sent {
        Err(Error::LogDeleted(_) | Error::TokenRefused(_)) => Ok(()),
        sent => sent,
    }
}

/// What is kept of a destroyed dialogue: hashes of ciphertext, and pseudonyms of those who confirmed.
#[derive(Serialize)]
struct Remains {
    sequence: u64,
    log_hash: Option<String>,
    confirmed: Vec<MemberId>,
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops where a step fails")]
mod tests {
    use dialogue::{Arrival, Charter, Event, Read};
    use envelope::LogId;

    use super::*;
    use crate::courier::RelayAddress;
    use crate::participant::begin;
    use crate::vault::{Cost, Home, Passphrase, Store};

    const LOG: LogId = LogId([7; 16]);
    const THEN: i64 = 1_000_000;
    const DAY: i64 = 86_400;

    /// A founder's dialogue that is kept for so many days after its end.
    fn founded(retention_days: u32) -> (Store, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path().join("home"));
        let cost = Cost::custom(64, 1, 1).unwrap();
        let (mut vault, _) = home.create(&Passphrase::new("long enough words".into()), cost).unwrap();
        let relay = RelayAddress { host: "127.0.0.1".into(), port: 1, pin: [0; 32] };
        let store = vault.create_dialogue_with(LOG.0, "t", THEN, |tx| -> Result<()> {
            let me = begin(tx, &relay, &Token::new([1; 32]), Progress::Member)?;
            let mut desk = Desk::load(tx, LOG, THEN)?;
            let charter = Charter { retention_days, ..Charter::default() };
            let (key, lobby) = (desk.identity.public(), [3; 32]);
            let body = Body::Founded { title: "t".into(), charter, name: "n".into(), key, lobby };
            desk.begin(State::found(Arrival { sequence: 1, author: me }, &Event::new(1, THEN, body))?);
            desk.save()
        });
        (store.unwrap(), folder)
    }

    /// What happens at a time, on a desk of then.
    fn at<T>(store: &mut Store, now: i64, work: impl FnOnce(&mut Desk<'_>) -> Result<T>) -> T {
        let done = store.write(|tx| -> Result<T> {
            let mut desk = Desk::load(tx, LOG, now)?;
            let done = work(&mut desk)?;
            desk.save()?;
            Ok(done)
        });
        done.unwrap()
    }

    fn is_due(store: &mut Store, now: i64) -> Option<Due> {
        at(store, now, |desk| due(desk, false))
    }

    #[test]
    fn what_one_had_is_kept_for_as_long_as_the_charter_says_and_no_longer() {
        let (mut store, _folder) = founded(2);
        assert_eq!(is_due(&mut store, THEN + 1_000 * DAY), None, "a dialogue that goes on has no end");
        at(&mut store, THEN, |desk| {
            desk.progress = Progress::Gone;
            retention::closed(desk.tx, desk.now)
        });
        // Noted again, it begins no later.
        at(&mut store, THEN + DAY, |desk| retention::closed(desk.tx, desk.now));
        assert_eq!(is_due(&mut store, THEN + 2 * DAY - 1), None);
        assert_eq!(is_due(&mut store, THEN + 2 * DAY), Some(Due::Kept));
        assert_eq!(at(&mut store, THEN, |desk| retention::kept_until(desk)), Some(THEN + 2 * DAY));
    }

    #[test]
    fn the_relays_word_alone_destroys_nothing_within_a_week_and_can_be_taken_back() {
        for said in [Setting::LogDeleted, Setting::TokenRefused] {
            let (mut store, _folder) = founded(0);
            let says = |desk: &mut Desk<'_>| {
                tables::put(desk.tx, said, &true)?;
                retention::closed(desk.tx, desk.now)
            };
            at(&mut store, THEN, says);
            assert_eq!(is_due(&mut store, THEN + 7 * DAY - 1), None, "{said:?}");
            assert_eq!(is_due(&mut store, THEN + 7 * DAY), Some(Due::Kept), "{said:?}");
            at(&mut store, THEN + DAY, |desk| retention::answered(desk));
            assert_eq!(is_due(&mut store, THEN + 1_000 * DAY), None, "{said:?}");
            at(&mut store, THEN + 1_000 * DAY, says);
            assert_eq!(is_due(&mut store, THEN + 1_007 * DAY - 1), None, "{said:?}");
        }
    }

    #[test]
    fn an_agreed_end_is_due_at_once_and_confirmed_while_there_is_somebody_to_hear_it() {
        let (mut store, _folder) = founded(90);
        at(&mut store, THEN, |desk| {
            let (author, agreed) = (desk.me, Event::new(2, THEN, Body::DestructionAgreed {}));
            let arrival = Arrival { sequence: 2, author };
            Ok(desk.state_mut()?.apply(arrival, &Read::Known(Box::new(agreed)))?)
        });
        assert_eq!(is_due(&mut store, THEN), Some(Due::Agreed { confirm: true }));
        at(&mut store, THEN, |desk| tables::put(desk.tx, Setting::LogDeleted, &true));
        assert_eq!(is_due(&mut store, THEN), Some(Due::Agreed { confirm: false }));
        // Who left is no party to it, unless its machine had begun.
        at(&mut store, THEN, |desk| {
            desk.progress = Progress::Gone;
            Ok(())
        });
        assert_eq!(is_due(&mut store, THEN), None);
        at(&mut store, THEN, |desk| tables::put(desk.tx, Setting::Ending, &THEN));
        assert_eq!(is_due(&mut store, THEN), Some(Due::Agreed { confirm: false }));
    }
}
