//! What the pages stand on: the door, the home, and, while it is unlocked, the vault with its dialogues.
use std::collections::BTreeMap;
use std::net::SocketAddrV4;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use client::Participant;
use client::courier::Socks5;
use client::participant::{End, now};
use client::vault::{Home, Vault};

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
    /// Notes for the guide and the walk: names of what was seen.
    pub(crate) seen: Vec<String>,
}

impl Default for Choices {
    fn default() -> Self {
        Self { language: None, dense: false, idle: IDLE, backup_at: None, seen: Vec::new() }
    }
}

/// An unlocked vault.
pub(crate) struct Unlocked {
    vault: Mutex<Vault>,
    talks: Mutex<BTreeMap<[u8; 16], Arc<Talk>>>,
    choices: RwLock<Choices>,
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
        });
        self.touch();
        for id in unlocked.live()? {
            // One that cannot be opened is said where it is looked at; the others go on.
            let _ = unlocked.talk(id, self.socks.as_ref());
        }
        *self.unlocked.write().unwrap_or_else(PoisonError::into_inner) = Some(unlocked);
        Ok(())
    }

    /// Locks: the vault is closed, its keys are dropped, nothing is kept in step any more.
    pub(crate) fn lock(&self) {
        let was = self.unlocked.write().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(was) = was {
            was.close();
        }
        self.once.lock().unwrap_or_else(PoisonError::into_inner).clear();
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
        let unlocked = self.unlocked()?;
        let me = unlocked.participant(id, self.socks.as_ref())?;
        unlocked.forget(id);
        let runtime = tokio::runtime::Handle::current();
        let work = unlocked.clone();
        let done = tokio::task::spawn_blocking(move || {
            work.vault(|vault| Ok(runtime.block_on(me.carry_out_end(vault, at_once))?))
        });
        let end = done.await.map_err(|error| Error::Trouble(error.to_string())).and_then(|end| end);
        if !matches!(end, Ok(End::Destroyed)) {
            // It goes on being in step.
            drop(unlocked.talk(id, self.socks.as_ref()));
        }
        end
    }

    /// Destroys what is here of a dialogue that is over for this participant; from then on it is gone here.
    ///
    /// # Errors
    /// The dialogue goes on; the vault; what was open is open again then.
    pub(crate) async fn destroy_here(&self, id: [u8; 16]) -> Result<End> {
        let unlocked = self.unlocked()?;
        let me = unlocked.participant(id, self.socks.as_ref())?;
        unlocked.forget(id);
        let work = unlocked.clone();
        let done = tokio::task::spawn_blocking(move || work.vault(|vault| Ok(me.destroy_here(vault)?))).await;
        let end = done.map_err(|error| Error::Trouble(error.to_string())).and_then(|end| end);
        if end.is_err() {
            drop(unlocked.talk(id, self.socks.as_ref()));
        }
        end
    }

    /// Carries out every end that is due here. `seen` holds how far each dialogue was looked at, and in which hour: a
    /// time that is kept passes without news.
    pub(crate) async fn carry_out_ends(&self, seen: &mut BTreeMap<[u8; 16], (u64, i64)>) {
        let Ok(unlocked) = self.unlocked() else {
            return;
        };
        for (id, talk) in unlocked.open() {
            let count = (*talk.news().borrow(), now() / 3600);
            if seen.insert(id, count) == Some(count) {
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
                seen.remove(&id);
            }
        }
    }

    /// Keeps something to be shown once.
    pub(crate) fn keep_once(&self, name: &str, text: String) {
        self.once.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), text);
    }

    /// Shows it; from then on it is gone.
    pub(crate) fn take_once(&self, name: &str) -> Option<String> {
        self.once.lock().unwrap_or_else(PoisonError::into_inner).remove(name)
    }
}

impl Unlocked {
    /// Work on the vault itself.
    pub(crate) fn vault<T>(&self, work: impl FnOnce(&mut Vault) -> Result<T>) -> Result<T> {
        work(&mut self.vault.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The dialogues that are not destroyed.
    pub(crate) fn live(&self) -> Result<Vec<[u8; 16]>> {
        let all = self.vault(|vault| Ok(vault.dialogues()?))?;
        Ok(all.into_iter().filter(|one| one.destroyed_at.is_none()).map(|one| one.id).collect())
    }

    /// A dialogue, opened where it is not yet.
    pub(crate) fn talk(&self, id: [u8; 16], socks: Option<&Socks5>) -> Result<Arc<Talk>> {
        let mut talks = self.talks.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(talk) = talks.get(&id) {
            return Ok(talk.clone());
        }
        let (me, courier) = self.vault(|vault| {
            if !vault.dialogues()?.iter().any(|one| one.id == id && one.destroyed_at.is_none()) {
                return Err(Error::Missing);
            }
            Ok((Participant::open(vault, id, socks)?, Participant::open(vault, id, socks)?))
        })?;
        let talk = Talk::open(id, me, courier);
        talks.insert(id, talk.clone());
        Ok(talk)
    }

    /// The dialogues that are open here.
    fn open(&self) -> Vec<([u8; 16], Arc<Talk>)> {
        let talks = self.talks.lock().unwrap_or_else(PoisonError::into_inner);
        talks.iter().map(|(id, talk)| (*id, talk.clone())).collect()
    }

    /// Another handle on a dialogue, for work that takes its time.
    pub(crate) fn participant(&self, id: [u8; 16], socks: Option<&Socks5>) -> Result<Participant> {
        self.vault(|vault| Ok(Participant::open(vault, id, socks)?))
    }

    /// Forgets a dialogue that has ended here.
    pub(crate) fn forget(&self, id: [u8; 16]) {
        let gone = self.talks.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        if let Some(talk) = gone {
            talk.close();
        }
    }

    /// What was chosen.
    pub(crate) fn choices(&self) -> Choices {
        self.choices.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Chooses, and keeps it in the vault.
    pub(crate) fn choose(&self, change: impl FnOnce(&mut Choices)) -> Result<()> {
        let mut choices = self.choices.write().unwrap_or_else(PoisonError::into_inner);
        change(&mut choices);
        let bytes = serde_json::to_vec(&*choices).map_err(|error| Error::Trouble(error.to_string()))?;
        self.vault(|vault| Ok(vault.set_setting(CHOICES, &bytes)?))
    }

    fn is_busy(&self) -> bool {
        self.talks.lock().unwrap_or_else(PoisonError::into_inner).values().any(|talk| talk.is_busy())
    }

    fn close(&self) {
        let talks = std::mem::take(&mut *self.talks.lock().unwrap_or_else(PoisonError::into_inner));
        talks.values().for_each(|talk| talk.close());
    }
}
