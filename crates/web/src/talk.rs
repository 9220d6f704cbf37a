//! One dialogue at the pages: a handle for looking and posting, and one task that keeps it in step with the relay.
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use client::Participant;
use client::sounding::{Ran, Watch};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::AbortHandle;

use crate::app::{blocking, hold};
use crate::error::{Error, Result};

/// How long a page waits for what it has just posted to be sent.
const SEND: Duration = Duration::from_secs(8);
/// One wait for news.
const POLL: Duration = Duration::from_secs(25);
/// After the relay could not be reached.
const PAUSE: Duration = Duration::from_secs(5);
/// How long a machine stays ready for the others'.
const PATIENCE: Duration = Duration::from_secs(3600);

/// How it stands with the relay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Not asked yet.
    Unknown,
    /// In step.
    Open,
    /// Not reached, and why.
    Down(String),
}

/// How one's own part in a run goes, while this program runs.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    /// Going on.
    On(Watch),
    /// The machine was ready, and the others were not in time.
    Missed(Vec<String>),
    /// Over, with an answer.
    Answered,
    /// Over, without.
    Broke(String),
}

/// A dialogue that is open here.
pub(crate) struct Talk {
    pub(crate) id: [u8; 16],
    me: Mutex<Participant>,
    requests: mpsc::Sender<oneshot::Sender<Result<()>>>,
    news: watch::Sender<u64>,
    line: Mutex<Line>,
    parts: Mutex<BTreeMap<String, (Part, Option<AbortHandle>)>>,
    courier: Mutex<Option<AbortHandle>>,
    closed: AtomicBool,
    refused: Mutex<Refused>,
}

/// What one entered and what then counted for nothing, since the dialogue was opened here.
struct Refused {
    /// The block up to which it was looked.
    up_to: u64,
    /// When, and why.
    all: Vec<(i64, String)>,
}

impl Talk {
    /// Opens a dialogue: `me` looks and posts, `courier` keeps in step.
    pub(crate) fn open(id: [u8; 16], mut me: Participant, courier: Participant) -> Result<Arc<Self>> {
        let up_to = me.taken_up()?;
        let (requests, asked) = mpsc::channel(8);
        let talk = Arc::new(Self {
            id,
            me: Mutex::new(me),
            requests,
            news: watch::Sender::new(0),
            line: Mutex::new(Line::Unknown),
            parts: Mutex::new(BTreeMap::new()),
            courier: Mutex::new(None),
            closed: AtomicBool::new(false),
            refused: Mutex::new(Refused { up_to, all: Vec::new() }),
        });
        let task = tokio::spawn(keep_in_step(courier, Arc::downgrade(&talk), asked));
        *hold(&talk.courier) = Some(task.abort_handle());
        Ok(talk)
    }

    /// What one entered and what then counted for nothing, since the dialogue was opened here: when, and why.
    pub(crate) fn refused(&self) -> Vec<(i64, String)> {
        hold(&self.refused).all.clone()
    }

    /// Looks whether something of one's own counted for nothing.
    fn look_for_refused(&self, me: &mut Participant) -> Result<()> {
        let mut refused = hold(&self.refused);
        for (block, at, why) in me.own_refused(refused.up_to)? {
            refused.up_to = block;
            refused.all.push((at, why));
        }
        Ok(())
    }

    /// Looks at the dialogue, or posts, on a thread that may wait for the disk.
    ///
    /// # Errors
    /// What the work says; a thread that ended.
    pub(crate) async fn with<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&mut Participant) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let talk = self.clone();
        blocking(move || work(&mut hold(&talk.me))).await
    }

    /// Sends what waits. Where the relay cannot be reached it stays in the outbox; that is no error, and answers false.
    ///
    /// # Errors
    /// Whatever else keeps it from being sent.
    pub(crate) async fn send(&self) -> Result<bool> {
        let (answer, done) = oneshot::channel();
        if self.requests.send(answer).await.is_err() {
            return Ok(false);
        }
        match tokio::time::timeout(SEND, done).await {
            Ok(Ok(Ok(()))) => Ok(true),
            Ok(Ok(Err(Error::Client(client::Error::Courier(cause))))) if cause.may_pass() => Ok(false),
            Ok(Ok(Err(error))) => Err(error),
            Ok(Err(_)) | Err(_) => Ok(false),
        }
    }

    /// How it stands with the relay.
    pub(crate) fn line(&self) -> Line {
        hold(&self.line).clone()
    }

    /// Counts up when anything may look different.
    pub(crate) fn news(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    /// Something may look different.
    pub(crate) fn changed(&self) {
        self.news.send_modify(|count| *count += 1);
    }

    fn note(&self, done: &Result<u64>) {
        let line = match done {
            Err(Error::Client(client::Error::Courier(cause))) if cause.may_pass() => Line::Down(cause.to_string()),
            // Whatever else is the matter, the health says it: being online would not help.
            _ => Line::Open,
        };
        let differs = *hold(&self.line) != line;
        *hold(&self.line) = line;
        if differs || done.as_ref().is_ok_and(|moved| *moved > 0) {
            self.changed();
        }
    }

    /// One's own part in the run of a question, as far as this program has seen it.
    pub(crate) fn part(&self, question: &str) -> Option<Part> {
        hold(&self.parts).get(question).map(|(part, _)| part.clone())
    }

    /// Whether a part in any run goes on.
    pub(crate) fn is_busy(&self) -> bool {
        hold(&self.parts).values().any(|(part, _)| matches!(part, Part::On(_)))
    }

    /// Takes part in the run of a question, in the background; does nothing where it does so already.
    pub(crate) fn take_part(self: &Arc<Self>, question: &str, mut me: Participant) {
        let mut parts = hold(&self.parts);
        // Whoever closes sets the mark before it takes the parts: what begins after that would go on unseen.
        if self.closed.load(Ordering::SeqCst) || matches!(parts.get(question), Some((Part::On(_), _))) {
            return;
        }
        let (talk, name) = (self.clone(), question.to_owned());
        let task = tokio::spawn(async move {
            let (watching, id) = (talk.clone(), name.clone());
            let see = move |what: Watch| watching.set(&id, Part::On(what));
            let end = match me.run(&name, PATIENCE, see).await {
                Ok(Ran::Answered(_)) => Part::Answered,
                Ok(Ran::Waiting(sides)) => Part::Missed(sides),
                Err(error) => Part::Broke(error.to_string()),
            };
            talk.set(&name, end);
        });
        parts.insert(question.to_owned(), (Part::On(Watch::Waiting(Vec::new())), Some(task.abort_handle())));
        drop(parts);
        self.changed();
    }

    fn set(&self, question: &str, part: Part) {
        if let Some(slot) = hold(&self.parts).get_mut(question) {
            slot.0 = part;
        }
        self.changed();
    }

    /// Stops taking part in a run.
    pub(crate) fn stop_part(&self, question: &str) {
        if let Some((_, Some(task))) = hold(&self.parts).remove(question) {
            task.abort();
        }
        self.changed();
    }

    /// Ends everything of this dialogue here.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        if let Some(task) = hold(&self.courier).take() {
            task.abort();
        }
        for (_, (_, task)) in std::mem::take(&mut *hold(&self.parts)) {
            task.into_iter().for_each(|task| task.abort());
        }
        self.changed();
    }
}

/// The one task that speaks to the relay for this dialogue.
async fn keep_in_step(mut me: Participant, talk: Weak<Talk>, mut asked: mpsc::Receiver<oneshot::Sender<Result<()>>>) {
    let mut down = false;
    loop {
        let patience = match talk.upgrade() {
            None => return,
            Some(talk) if matches!(talk.line(), Line::Unknown) => Duration::ZERO,
            Some(_) => POLL,
        };
        let news = async {
            if down {
                tokio::time::sleep(PAUSE).await;
            }
            wait(&mut me, patience).await
        };
        let next = tokio::select! {
            request = asked.recv() => Err(request),
            done = news => Ok(done),
        };
        let (done, answer) = match next {
            Ok(done) => (done, None),
            Err(None) => return,
            Err(Some(answer)) => (sync(&mut me).await, Some(answer)),
        };
        let Some(talk) = talk.upgrade() else {
            return;
        };
        let done = done.and_then(|moved| talk.look_for_refused(&mut me).map(|()| moved));
        talk.note(&done);
        down = done.is_err();
        if let Some(answer) = answer {
            // Whoever asked may have gone away.
            drop(answer.send(done.map(drop)));
        }
    }
}

async fn sync(me: &mut Participant) -> Result<u64> {
    let synced = me.sync().await?;
    me.close_tokens().await?;
    Ok(synced.received + synced.sent)
}

async fn wait(me: &mut Participant, patience: Duration) -> Result<u64> {
    let synced = me.wait(patience).await?;
    me.close_tokens().await?;
    Ok(synced.received + synced.sent)
}
