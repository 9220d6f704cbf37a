//! What the pages stand on: the door, the home, and, while it is unlocked, the vault with its dialogues.
use std::collections::BTreeMap;
use std::net::SocketAddrV4;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use client::Participant;
use client::courier::Socks5;
use client::participant::{End, now};
use client::vault::{Home, Vault};
use tokio::sync::watch;

use crate::error::{Error, Result};
use crate::guard::door::Door;
use crate::lang::Lang;
use crate::talk::Talk;

/// The setting in the vault under which the pages keep the choices of their user.
const CHOICES: &str = "pages";
/// Idle seconds after which the vault is locked, where nothing else was chosen.
pub(crate) const IDLE: i64 = 15 * 60;

/// What the user of the pages has chosen.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Choices {
    /// The language, by its code.
    pub(crate) language: Option<String>,
    /// Whether pages are set closely.
    pub(crate) dense: bool,
    /// Idle seconds after which the vault is locked.
    pub(crate) idle: i64,
    /// When a backup was last made, in seconds since 1970.
    pub(crate) backup_at: Option<i64>,
}

impl Default for Choices {
    fn default() -> Self {
        Self { language: None, dense: false, idle: IDLE, backup_at: None }
    }
}

/// Seconds until an agreed end that could not be carried out is tried again.
const AGAIN: i64 = 60;

/// Seconds after which a dialogue without news is looked at again.
const LONG: i64 = 3600;

/// Takes a lock; what another thread left behind when it ended is whole, as nothing here ends within a change.
pub(crate) fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Work that may wait for the disk, the vault or a long computation, on a thread of its own: the few threads that serve
/// pages must never wait for a lock that is held across the network.
///
/// # Errors
/// What the work says; a thread that ended.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Trouble(error.to_string()))?
}

/// How far a dialogue was looked at for an agreed end.
struct Looked {
    /// The count of its news.
    news: u64,
    /// When. What is kept for a time is over without any news.
    at: i64,
    /// Not before this moment again.
    again: i64,
}

/// An unlocked vault.
pub(crate) struct Unlocked {
    vault: Mutex<Vault>,
    talks: Mutex<BTreeMap<[u8; 16], Arc<Talk>>>,
    choices: RwLock<Choices>,
    looked: Mutex<BTreeMap<[u8; 16], Looked>>,
}

/// Everything that requests share.
pub(crate) struct App {
    pub(crate) own: SocketAddrV4,
    pub(crate) home: Home,
    pub(crate) socks: Option<Socks5>,
    pub(crate) door: Door,
    /// The language before anything is unlocked.
    pub(crate) language: RwLock<Option<Lang>>,
    /// Said once: a recovery phrase, an invitation's link. By name.
    once: Mutex<BTreeMap<String, String>>,
    unlocked: RwLock<Option<Arc<Unlocked>>>,
    locks: watch::Sender<u64>,
    touched: AtomicI64,
}

impl App {
    pub(crate) fn new(own: SocketAddrV4, home: Home, socks: Option<Socks5>, language: Option<Lang>) -> Result<Self> {
        Ok(Self {
            own,
            home,
            socks,
            door: Door::new(own.port())?,
            language: RwLock::new(language),
            once: Mutex::new(BTreeMap::new()),
            unlocked: RwLock::new(None),
            locks: watch::Sender::new(0),
            touched: AtomicI64::new(now()),
        })
    }

    /// The unlocked vault.
    ///
    /// # Errors
    /// [`Error::Locked`].
    pub(crate) fn unlocked(&self) -> Result<Arc<Unlocked>> {
        self.unlocked.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(Error::Locked)
    }

    /// Takes in an unlocked vault, and opens its dialogues, so that they are in step from now on.
    pub(crate) fn unlock(&self, vault: Vault) -> Result<()> {
        let kept = vault.setting(CHOICES)?.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let unlocked = Arc::new(Unlocked {
            vault: Mutex::new(vault),
            talks: Mutex::new(BTreeMap::new()),
            choices: RwLock::new(kept.unwrap_or_default()),
            looked: Mutex::new(BTreeMap::new()),
        });
        self.touch();
        for id in unlocked.live()? {
            // One that cannot be opened is said where it is looked at; the others go on.
            let _ = unlocked.talk(id, self.socks.as_ref());
        }
        let before = self.unlocked.write().unwrap_or_else(PoisonError::into_inner).replace(unlocked);
        before.iter().for_each(|before| before.close());
        Ok(())
    }

    /// Locks: the vault is closed, its keys are dropped, nothing is kept in step any more.
    pub(crate) fn lock(&self) {
        let was = self.unlocked.write().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(was) = was {
            was.close();
        }
        hold(&self.once).clear();
        self.locks.send_modify(|count| *count += 1);
    }

    /// Counts up when it is locked.
    pub(crate) fn locks(&self) -> watch::Receiver<u64> {
        self.locks.subscribe()
    }

    /// Somebody has done something.
    pub(crate) fn touch(&self) {
        self.touched.store(now(), Ordering::Relaxed);
    }

    /// Locks where nobody has done anything for as long as was chosen; not while a run goes on.
    pub(crate) fn lock_if_idle(&self, at: i64) -> bool {
        let Ok(unlocked) = self.unlocked() else {
            return false;
        };
        let idle = at.saturating_sub(self.touched.load(Ordering::Relaxed));
        let lock = idle >= unlocked.choices().idle && !unlocked.is_busy();
        if lock {
            tracing::info!("locked: nobody has done anything for a while");
            self.lock();
        }
        lock
    }

    /// Carries the agreed end of a dialogue out, if it is due here; from then on the dialogue is gone here. `at_once` does
    /// not wait for the others' confirmations.
    ///
    /// # Errors
    /// The relay, the vault; what was open is open again then.
    pub(crate) async fn carry_out_end(&self, id: [u8; 16], at_once: bool) -> Result<End> {
        let (unlocked, socks) = (self.unlocked()?, self.socks.clone());
        let talk = unlocked.clone().open_talk(id, socks.clone()).await?;
        // Pages that are open go on until it is certain that the relay hears of it.
        if let Ok(false) = talk.send().await {
            return Err(Error::Trouble("the relay cannot be reached; nothing was destroyed".to_owned()));
        }
        // Whatever else the relay says, that the dialogue is no more above all, is for the end itself to weigh.
        drop(talk);
        unlocked.forget(id);
        let (runtime, work, by) = (tokio::runtime::Handle::current(), unlocked.clone(), socks.clone());
        let end = blocking(move || {
            let me = work.participant(id, by.as_ref())?;
            work.vault(|vault| Ok(runtime.block_on(me.carry_out_end(vault, at_once))?))
        });
        let end = end.await;
        if !matches!(end, Ok(End::Destroyed)) {
            // It goes on being in step.
            drop(unlocked.open_talk(id, socks).await);
        }
        end
    }

    /// Destroys what is here of a dialogue that is over for this participant; from then on it is gone here.
    ///
    /// # Errors
    /// The dialogue goes on; the vault; what was open is open again then.
    pub(crate) async fn destroy_here(&self, id: [u8; 16]) -> Result<End> {
        let (unlocked, socks) = (self.unlocked()?, self.socks.clone());
        unlocked.forget(id);
        let (work, by) = (unlocked.clone(), socks.clone());
        let end = blocking(move || {
            let me = work.participant(id, by.as_ref())?;
            work.vault(|vault| Ok(me.destroy_here(vault)?))
        });
        let end = end.await;
        if end.is_err() {
            drop(unlocked.open_talk(id, socks).await);
        }
        end
    }

    /// Carries out every end that is due here.
    pub(crate) async fn carry_out_ends(&self, at: i64) {
        let Ok(unlocked) = self.unlocked() else {
            return;
        };
        for (id, talk) in unlocked.open() {
            if !unlocked.is_to_be_looked_at(id, *talk.news().borrow(), at) {
                continue;
            }
            let due = talk.with(|me| Ok(me.is_end_due()?)).await;
            drop(talk);
            let carried = match due {
                Ok(true) => self.carry_out_end(id, false).await.map(drop),
                Ok(false) => Ok(()),
                Err(error) => Err(error),
            };
            if let Err(error) = carried {
                tracing::warn!(%error, "an end that is due could not be carried out; it is tried again");
                hold(&unlocked.looked).insert(id, Looked { news: u64::MAX, at, again: at.saturating_add(AGAIN) });
            }
        }
    }

    /// Keeps something to be shown once.
    pub(crate) fn keep_once(&self, name: &str, text: String) {
        hold(&self.once).insert(name.to_owned(), text);
    }

    /// Shows it, and keeps it until it is taken or the vault is locked.
    pub(crate) fn look_once(&self, name: &str) -> Option<String> {
        hold(&self.once).get(name).cloned()
    }

    /// Shows it; from then on it is gone.
    pub(crate) fn take_once(&self, name: &str) -> Option<String> {
        hold(&self.once).remove(name)
    }
}

impl Unlocked {
    /// Whether a dialogue has news since it was looked at for an agreed end, or is to be tried again.
    fn is_to_be_looked_at(&self, id: [u8; 16], news: u64, at: i64) -> bool {
        let mut looked = hold(&self.looked);
        let known = looked.get(&id);
        let due = |known: &Looked| known.news != news || at.saturating_sub(known.at) >= LONG;
        let new = known.is_none_or(|known| due(known) && at >= known.again);
        if new {
            looked.insert(id, Looked { news, at, again: at });
        }
        new
    }

    /// Work on the vault itself; only where a thread may wait (see [`blocking`]).
    pub(crate) fn vault<T>(&self, work: impl FnOnce(&mut Vault) -> Result<T>) -> Result<T> {
        work(&mut hold(&self.vault))
    }

    /// The dialogues that are not destroyed.
    pub(crate) fn live(&self) -> Result<Vec<[u8; 16]>> {
        let all = self.vault(|vault| Ok(vault.dialogues()?))?;
        Ok(all.into_iter().filter(|one| one.destroyed_at.is_none()).map(|one| one.id).collect())
    }

    /// A dialogue, opened where it is not yet; only where a thread may wait.
    pub(crate) fn talk(&self, id: [u8; 16], socks: Option<&Socks5>) -> Result<Arc<Talk>> {
        if let Some(talk) = hold(&self.talks).get(&id) {
            return Ok(talk.clone());
        }
        // Not under the lock of the talks: the vault may be waited for.
        let (me, courier) = self.vault(|vault| {
            if !vault.dialogues()?.iter().any(|one| one.id == id && one.destroyed_at.is_none()) {
                return Err(Error::Missing);
            }
            Ok((Participant::open(vault, id, socks)?, Participant::open(vault, id, socks)?))
        })?;
        let mut talks = hold(&self.talks);
        match talks.get(&id) {
            Some(talk) => Ok(talk.clone()),
            None => {
                let talk = Talk::open(id, me, courier)?;
                talks.insert(id, talk.clone());
                Ok(talk)
            }
        }
    }

    /// The same from where no thread may wait.
    ///
    /// # Errors
    /// No such dialogue; the vault.
    pub(crate) async fn open_talk(self: Arc<Self>, id: [u8; 16], socks: Option<Socks5>) -> Result<Arc<Talk>> {
        blocking(move || self.talk(id, socks.as_ref())).await
    }

    /// The dialogues that are open here.
    fn open(&self) -> Vec<([u8; 16], Arc<Talk>)> {
        let talks = hold(&self.talks);
        talks.iter().map(|(id, talk)| (*id, talk.clone())).collect()
    }

    /// Another handle on a dialogue, for work that takes its time.
    pub(crate) fn participant(&self, id: [u8; 16], socks: Option<&Socks5>) -> Result<Participant> {
        self.vault(|vault| Ok(Participant::open(vault, id, socks)?))
    }

    /// Forgets a dialogue that has ended here.
    pub(crate) fn forget(&self, id: [u8; 16]) {
        let gone = hold(&self.talks).remove(&id);
        if let Some(talk) = gone {
            talk.close();
        }
    }

    /// What was chosen.
    pub(crate) fn choices(&self) -> Choices {
        self.choices.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Chooses, and keeps it in the vault.
    ///
    /// # Errors
    /// The vault.
    pub(crate) async fn choose(self: Arc<Self>, change: impl FnOnce(&mut Choices) + Send + 'static) -> Result<()> {
        blocking(move || {
            let mut chosen = self.choices();
            change(&mut chosen);
            let bytes = serde_json::to_vec(&chosen).map_err(|error| Error::Trouble(error.to_string()))?;
            self.vault(|vault| Ok(vault.set_setting(CHOICES, &bytes)?))?;
            *self.choices.write().unwrap_or_else(PoisonError::into_inner) = chosen;
            Ok(())
        })
        .await
    }

    fn is_busy(&self) -> bool {
        hold(&self.talks).values().any(|talk| talk.is_busy())
    }

    fn close(&self) {
        let talks = std::mem::take(&mut *hold(&self.talks));
        talks.values().for_each(|talk| talk.close());
    }
}
