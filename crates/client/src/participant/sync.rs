//! The way to the relay and back: fetch, apply, do what is owed, send, and again until nothing is left.

use std::time::Duration;

use envelope::Sequence;

use crate::brief::Brief;
use crate::courier;
use crate::error::{Error, Result};
use crate::group;
use crate::layer::{Comeback, Layer};
use crate::participant::desk::{Desk, Progress};
use crate::participant::fault::{self, Fault};
use crate::participant::{Participant, door, duties, inbox, loss, now, outgoing, retention};
use crate::tables::{self, Sealed, Setting};

/// Blocks asked for at once.
const PAGE: usize = 64;
/// Sends before a sync gives up on a log that others keep writing to.
const MOST_SENDS: usize = 10_000;
/// Conflicts in a row before a sync leaves it to the next one.
const MOST_CONFLICTS: usize = 50;

/// What a sync did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Synced {
    /// Blocks taken up.
    pub received: u64,
    /// Records sent.
    pub sent: u64,
}

/// How the relay's log stands to what was seen of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It goes on from there.
    Follows,
    /// It lacks something that was there, or was said to be there.
    RolledBack,
}

/// What a fetch brought.
struct Fetched {
    /// Blocks taken up.
    received: u64,
    standing: Standing,
}

impl Participant {
    /// Brings this participant in step with the log. Where the relay shows less than it did, or not what it has said to
    /// have stored, nothing more is sent: the health says so.
    ///
    /// # Errors
    /// The relay, or the way to it; nothing is lost by it, and the next sync goes on where this one stopped.
    pub async fn sync(&mut self) -> Result<Synced> {
        let mut synced = Synced::default();
        let done = self.exchange(&mut synced).await;
        // Also after a refusal: what all have acknowledged makes room for what was refused.
        let acknowledged = match done {
            Ok(Standing::Follows) | Err(Error::Courier(courier::Error::Refused(_))) => self.acknowledge().await,
            _ => Ok(()),
        };
        done?;
        acknowledged?;
        tracing::info!(log = %Brief(&self.log.0), received = synced.received, sent = synced.sent, "in step");
        Ok(synced)
    }

    /// Fetches and sends until nothing is left.
    async fn exchange(&mut self, synced: &mut Synced) -> Result<Standing> {
        let mut conflicts = 0;
        let mut stored: Option<(u64, Sealed)> = None;
        for _ in 0..MOST_SENDS {
            let fetched = self.fetch(Duration::ZERO).await?;
            synced.received += fetched.received;
            let holds = match stored.take() {
                Some((first, sealed)) => self.write(|desk| inbox::holds(desk, first, &sealed.blocks))?,
                None => true,
            };
            if !holds || fetched.standing == Standing::RolledBack {
                return Ok(Standing::RolledBack);
            }
            let next = self.write(|desk| {
                come_back(desk)?;
                duties::queue(desk)?;
                outgoing::prepare(desk)
            })?;
            let Some(sealed) = next else {
                break;
            };
            let expected = sealed.expected.map(sequence).transpose()?;
            match self.courier.append(&sealed.blocks, expected, sealed.append).await {
                Ok((first, _)) => {
                    synced.sent += 1;
                    conflicts = 0;
                    stored = Some((first.number(), sealed));
                }
                Err(courier::Error::Conflict { .. }) if conflicts < MOST_CONFLICTS => {
                    conflicts += 1;
                    tracing::debug!(log = %Brief(&self.log.0), conflicts, "others wrote first; worked out anew");
                    synced.received += self.fetch(Duration::ZERO).await?.received;
                    self.write(|desk| outgoing::conflicted(desk, sealed.append))?;
                }
                Err(error) => return Err(self.turned_away(error)),
            }
        }
        Ok(Standing::Follows)
    }

    /// Syncs, and waits up to `patience` until something has arrived.
    ///
    /// # Errors
    /// As [`Self::sync`].
    pub async fn wait(&mut self, patience: Duration) -> Result<Synced> {
        let first = self.sync().await?;
        if first.received > 0 {
            return Ok(first);
        }
        let Fetched { received, standing } = self.fetch(patience).await?;
        if standing == Standing::RolledBack {
            // Such a relay answers at once: it is asked again when it may have changed its mind.
            tokio::time::sleep(patience).await;
        }
        if received == 0 {
            return Ok(first);
        }
        let then = self.sync().await?;
        Ok(Synced { received: received + then.received, sent: first.sent + then.sent })
    }

    /// Takes up everything that the log has beyond what was taken up; waits for the first block if there is none.
    async fn fetch(&mut self, patience: Duration) -> Result<Fetched> {
        let mut received = 0;
        let mut patience = patience;
        // Where the log begins, by the relay's word, for a machine that may go on from there.
        let mut begins: Option<u64> = None;
        loop {
            let cursor = self.cursor()?;
            let from = begins.map_or(cursor, |first| cursor.max(first - 1));
            let page = match self.courier.fetch(sequence(from)?, PAGE, patience).await {
                Ok(page) => page,
                // Another handle on the same vault has taken them up meanwhile, and told the relay to forget them.
                Err(courier::Error::Expired { .. }) if self.cursor()? > cursor => continue,
                Err(courier::Error::Expired { first }) if begins.is_none() && self.may_skip(first.number())? => {
                    begins = Some(first.number());
                    continue;
                }
                Err(error) => return Err(self.turned_away(error)),
            };
            let (head, skew) = (page.head.number(), page.clock_skew);
            if from > cursor && head < from {
                return Err(Error::Courier(courier::Error::Misbehaviour(format!(
                    "it says that it holds nothing before block {}, and that its log ends at block {head}",
                    from + 1
                ))));
            }
            let standing = self.write(|desk| {
                tables::put(desk.tx, Setting::ClockSkew, &skew)?;
                retention::answered(desk)?;
                if from > cursor {
                    if desk.cursor != cursor || !matches!(desk.progress, Progress::Returning { .. }) {
                        // Another handle has gone on meanwhile; this page is of no use to it.
                        return Ok(Standing::Follows);
                    }
                    loss::skip(desk, from)?;
                }
                // Another process of the same home may have taken them up already.
                let fresh: Vec<_> = page.blocks.into_iter().filter(|(at, _)| at.number() > desk.cursor).collect();
                received += fresh.len() as u64;
                if head < desk.cursor && from == desk.cursor {
                    fault::raise(desk, Fault::RolledBack { seen: cursor, head })?;
                    return Ok(Standing::RolledBack);
                }
                inbox::take_page(desk, &fresh)?;
                Ok(Standing::Follows)
            })?;
            begins = None;
            let after = self.cursor()?;
            if after < cursor.max(1) || after >= head || after == cursor {
                return Ok(Fetched { received, standing });
            }
            patience = Duration::ZERO;
        }
    }

    /// What a refusal of the relay's means here. That the token is not valid any more, or the whole log deleted, is kept
    /// for the health: who was removed, or was not in step at the end, cannot fetch the message that says so.
    fn turned_away(&mut self, error: courier::Error) -> Error {
        let (setting, told): (_, fn(courier::Error) -> Error) = match &error {
            error if error.is_token_refused() => (Setting::TokenRefused, Error::TokenRefused),
            error if error.is_deleted() => (Setting::LogDeleted, Error::LogDeleted),
            _ => return error.into(),
        };
        tracing::warn!(log = %Brief(&self.log.0), reason = setting.name(), "the relay takes nothing from here any more");
        let kept = self.store.write(|tx| {
            tables::put(tx, setting, &true)?;
            retention::closed(tx, now())
        });
        match kept {
            Ok(()) => told(error),
            Err(trouble) => trouble,
        }
    }

    /// The relay says that its log begins beyond what comes next here. A machine that waits to be let in again has no
    /// keys for what is missing, and may go on from there; for any other the loss is kept, and its member decides.
    fn may_skip(&mut self, first: u64) -> Result<bool> {
        self.write(|desk| {
            if first <= desk.cursor + 1 {
                return Ok(false);
            }
            if matches!(desk.progress, Progress::Returning { .. }) {
                return Ok(true);
            }
            loss::miss(desk, first - 1)?;
            Ok(false)
        })
    }

    fn cursor(&mut self) -> Result<u64> {
        self.store.read(|tx| Ok(tables::read(tx, Setting::Cursor)?.unwrap_or(0)))
    }

    /// Tells the relay what need not be kept for this participant any more.
    async fn acknowledge(&mut self) -> Result<()> {
        let (cursor, done): (u64, u64) = self.store.read(|tx| -> Result<(u64, u64)> {
            let member = tables::read(tx, Setting::Progress)? == Some(Progress::Member);
            let cursor = tables::read(tx, Setting::Cursor)?.unwrap_or(0);
            Ok((if member { cursor } else { 0 }, tables::read(tx, Setting::Acknowledged)?.unwrap_or(0)))
        })?;
        if cursor <= done {
            return Ok(());
        }
        self.courier.acknowledge(sequence(cursor)?).await.map_err(|error| self.turned_away(error))?;
        self.store.write(|tx| tables::put(tx, Setting::Acknowledged, &cursor))
    }
}

pub(crate) fn sequence(number: u64) -> Result<Sequence> {
    Sequence::new(number).map_err(|error| Error::Trouble(error.to_string()))
}

/// A machine without the group's keys asks to be let in again, once.
fn come_back(desk: &mut Desk<'_>) -> Result<()> {
    if desk.progress != (Progress::Returning { asked: false }) {
        return Ok(());
    }
    let key_package = group::fresh_key_package(desk.tx, &desk.identity)?;
    let mut asked: Vec<String> = tables::read(desk.tx, Setting::Asked)?.unwrap_or_default();
    asked.push(duties::digest(&key_package));
    tables::put(desk.tx, Setting::Asked, &asked)?;
    let signed = [desk.log.0.as_slice(), &key_package].concat();
    let signature = desk.identity.sign(door::COMEBACK, &signed).to_vec();
    let lobby = desk.state()?.lobby;
    let layer = Layer::Return(Comeback { member: desk.me, key_package, signature });
    outgoing::queue_fixed(desk, &lobby, &layer)?;
    tracing::info!(log = %Brief(&desk.log.0), "asks to be let in again");
    desk.progress = Progress::Returning { asked: true };
    Ok(())
}
