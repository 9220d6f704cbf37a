//! One participant in one dialogue: what it says is saved before it is sent, what arrives is applied and saved in one
//! transaction. Commands go down, events come up.

mod desk;
pub(crate) mod door;
mod drafts;
mod duties;
mod ending;
mod fault;
mod health;
mod inbox;
mod invite;
mod loss;
mod mandates;
mod notices;
mod outgoing;
mod own;
mod readouts;
mod retention;
mod sync;
mod view;

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use dialogue::{Body, Charter, Event, MemberId, Room};
use envelope::{LogId, Token};
use rusqlite::Transaction;

use crate::courier::{Courier, RelayAddress, Socks5};
use crate::error::{Error, Result};
use crate::group::{self, Group, Identity};
use crate::tables::{self, Setting};
use crate::vault::{Store, Vault};

pub(crate) use desk::Desk;
pub use desk::Progress;
pub use ending::End;
pub(crate) use fault::raise;
pub use fault::{Alarm, Fault};
pub use health::{Health, Report, Told};
pub use invite::Offer;
pub use loss::Gap;
pub use mandates::Shown;
pub use own::Exported;
pub use readouts::{HandedOut, Readout};
pub use sync::Synced;
pub use view::{Message, Overview};

/// A participant's end of one dialogue.
pub struct Participant {
    pub(crate) store: Store,
    pub(crate) courier: Courier,
    pub(crate) log: LogId,
    /// Where the vault is, for locks between processes.
    pub(crate) folder: PathBuf,
}

/// Seconds since 1970, by this machine's clock.
#[must_use]
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

/// Takes back a pending commit of one's own, if there is one.
pub(crate) fn withdraw(group: &mut Group<'_>) -> Result<()> {
    if group.is_pending() { Ok(group.clear_pending()?) } else { Ok(()) }
}

impl Participant {
    /// Founds a dialogue on a relay; the founder is its convener.
    ///
    /// # Errors
    /// The relay, the vault, or a charter or name that cannot be.
    pub async fn found(
        vault: &mut Vault,
        relay: &RelayAddress,
        socks: Option<&Socks5>,
        title: &str,
        name: &str,
        charter: Charter,
    ) -> Result<Self> {
        charter.check()?;
        dialogue::event::check_name("the title", title)?;
        dialogue::event::check_name("the name", name)?;
        let log = LogId(crate::random()?);
        let token = Token::new(crate::random()?);
        let courier = Courier::new(relay, socks, log, Token::new(*token.reveal_bytes()))?;
        courier.create_log(token.hash(), Some(retention::at_relay(&charter))).await?;
        let store = vault.create_dialogue_with(log.0, title, now(), |tx| {
            begin(tx, relay, &token, Progress::Member)?;
            tables::put(tx, Setting::OwnerToken, token.reveal_hex().as_str())?;
            let desk = Desk::load(tx, log, now())?;
            let group = Group::create(tx, &desk.identity, &desk::plenary_id(log))?;
            desk.keep_epoch(&Room::Plenary, &group)?;
            let key = desk.identity.public();
            let lobby = crate::random()?;
            let body = Body::Founded { title: title.to_owned(), charter, name: name.to_owned(), key, lobby };
            desk.queue(&Room::Plenary, &Event::new(1, desk.now, body))
        })?;
        let mut participant = Self { store, courier, log, folder: vault.home().folder().to_owned() };
        participant.sync().await?;
        Ok(participant)
    }

    /// Opens a dialogue that this vault has.
    ///
    /// # Errors
    /// The vault.
    pub fn open(vault: &mut Vault, id: [u8; 16], socks: Option<&Socks5>) -> Result<Self> {
        let mut store = vault.open_dialogue(id)?;
        let log = LogId(id);
        let (relay, token) = store.read(|tx| -> Result<(RelayAddress, String)> {
            Ok((tables::need(tx, Setting::Relay)?, tables::need(tx, Setting::Token)?))
        })?;
        let token = Token::parse(&token).map_err(|error| Error::Trouble(error.to_string()))?;
        let folder = vault.home().folder().to_owned();
        Ok(Self { store, courier: Courier::new(&relay, socks, log, token)?, log, folder })
    }

    /// The dialogue's name: its log's.
    #[must_use]
    pub fn id(&self) -> LogId {
        self.log
    }

    /// Says something in a room; it is saved, and sent at the next sync.
    ///
    /// # Errors
    /// [`Error::Refused`], where the rules do not admit it now.
    pub fn post(&mut self, room: &Room, body: Body) -> Result<Event> {
        self.write(|desk| desk.post(room, body))
    }

    /// Says in the plenary what is not on the record yet, all of it or nothing: what a file brings. It is saved, and sent
    /// at the next sync. Answers how many were said.
    ///
    /// # Errors
    /// [`Error::RefusedOf`], where the rules do not take one of them; then none is kept.
    pub fn post_new(&mut self, bodies: Vec<Body>) -> Result<usize> {
        self.write(|desk| desk.post_new(bodies))
    }

    /// One transaction over the whole of the dialogue.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&mut Desk<'_>) -> Result<T>) -> Result<T> {
        let log = self.log;
        self.store.write(|tx| {
            let mut desk = Desk::load(tx, log, now())?;
            let done = work(&mut desk)?;
            desk.save()?;
            Ok(done)
        })
    }

    /// Looks at the dialogue without changing it.
    pub(crate) fn read<T>(&mut self, work: impl FnOnce(&Desk<'_>) -> Result<T>) -> Result<T> {
        let log = self.log;
        self.store.read(|tx| work(&Desk::load(tx, log, now())?))
    }
}

/// The first rows of a dialogue, and a fresh pseudonym for it.
pub(crate) fn begin(tx: &Transaction<'_>, relay: &RelayAddress, token: &Token, progress: Progress) -> Result<MemberId> {
    let me = MemberId(crate::random()?);
    Identity::create(tx, group::MemberId(me.0))?;
    tables::put(tx, Setting::Me, &me)?;
    tables::put(tx, Setting::Relay, relay)?;
    tables::put(tx, Setting::Token, token.reveal_hex().as_str())?;
    tables::put(tx, Setting::Progress, &progress)?;
    Ok(me)
}
