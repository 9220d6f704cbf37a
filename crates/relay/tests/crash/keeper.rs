//! An owner whose logs come and go: each is created, a member is let in, appends, acknowledges, is shown out, and the log
//! is deleted. What was answered before a kill holds after it; what was under way is sent again and goes through.
use envelope::{LogId, ProblemKind, Token};

use super::kit::{Client, Log, block, member};

/// The steps of a log's life, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Create,
    LetIn,
    Append,
    Acknowledge,
    ShowOut,
    Delete,
}

const LIFE: [Step; 6] = [Step::Create, Step::LetIn, Step::Append, Step::Acknowledge, Step::ShowOut, Step::Delete];

/// One owner.
pub(crate) struct Keeper {
    number: u8,
    /// Which of its logs it is at.
    turn: u64,
    /// Steps of this log that were answered: the next one may be under way.
    done: usize,
    /// The next step was sent, and not answered.
    sent: bool,
    /// Steps answered in all.
    pub(crate) steps: u64,
    /// Steps that were under way when the relay was killed.
    pub(crate) caught: u64,
}

impl Keeper {
    pub(crate) fn new(number: u8) -> Self {
        Self { number, turn: 0, done: 0, sent: false, steps: 0, caught: 0 }
    }

    fn log(&self, turn: u64) -> Log {
        let mut id = [0xff - self.number; 16];
        id[..8].copy_from_slice(&turn.to_be_bytes());
        Log { id: LogId(id), owner: Token::new([0x50 + self.number; 32]) }
    }

    fn member(&self) -> Token {
        member(0x70 + self.number)
    }

    fn mark(&self) -> u64 {
        u64::from(self.number) << 48 | self.turn
    }

    /// Goes on from where it is until the relay is gone.
    pub(crate) async fn keep(&mut self, mut client: Client) {
        loop {
            let step = LIFE[self.done];
            self.sent = true;
            let Some(status) = self.take(&mut client, step).await else {
                self.caught += 1;
                return;
            };
            // So many logs in one go are refused by their rate, and wait for the next relay.
            if status == 429 && step == Step::Create {
                self.sent = false;
                return;
            }
            // Deleted is what it was to be, if the answer before was lost.
            let again = step == Step::Delete && status == 410;
            assert!(status < 300 || again, "{step:?} of log {}: {status}", self.turn);
            (self.done, self.sent, self.steps) = (self.done + 1, false, self.steps + 1);
            if self.done == LIFE.len() {
                (self.turn, self.done) = (self.turn + 1, 0);
            }
        }
    }

    /// Asks for a step; its status, or nothing where no answer came.
    async fn take(&self, client: &mut Client, step: Step) -> Option<u16> {
        let log = self.log(self.turn);
        let (path, hash) = (format!("/v1/logs/{}", log.id), self.member().hash());
        let reply = match step {
            Step::Create => {
                let body = format!(r#"{{"id":"{}","owner":"{}"}}"#, log.id, log.owner.hash());
                client.ask("POST", "/v1/logs", None, &[], body.into()).await?
            }
            Step::LetIn => client.ask("PUT", &format!("{path}/tokens/{hash}"), Some(&log.owner), &[], vec![]).await?,
            Step::Append => {
                let reply = client.try_append(log.id, &self.member(), None, Some([9; 32]), block(self.mark())).await?;
                assert!(reply.status >= 300 || reply.places() == (1, 1), "{reply:?}");
                reply
            }
            Step::Acknowledge => {
                let path = format!("{path}/acknowledgements");
                client.ask("POST", &path, Some(&self.member()), &[], br#"{"through":1}"#.to_vec()).await?
            }
            Step::ShowOut => {
                client.ask("DELETE", &format!("{path}/tokens/{hash}"), Some(&log.owner), &[], vec![]).await?
            }
            Step::Delete => client.ask("DELETE", &path, Some(&log.owner), &[], vec![]).await?,
        };
        Some(reply.status)
    }

    /// Holds what a relay has after its kill against what was answered before it.
    pub(crate) async fn holds(&self, client: &mut Client) {
        if let Some(last) = self.turn.checked_sub(1) {
            let log = self.log(last);
            let gone = client.fetch(log.id, &log.owner, 0, 9, 0).await;
            assert_eq!((gone.status, gone.problem().kind), (410, ProblemKind::Deleted), "a deletion was undone");
        }
        // A step that was under way may have been taken or not; the ones before it were.
        let may = |step: Step| self.done > step as usize || self.done == step as usize && self.sent;
        let has = |step: Step| self.done > step as usize;
        let log = self.log(self.turn);
        let told = format!("log {} after {} steps", self.turn, self.done);
        let owner = client.fetch(log.id, &log.owner, 0, 9, 0).await;
        let kind = (owner.status >= 300).then(|| owner.problem().kind);
        match kind {
            Some(ProblemKind::NoSuchLog) => assert!(!has(Step::Create), "{told}: it was lost"),
            Some(ProblemKind::Deleted) => assert!(may(Step::Delete), "{told}: it is deleted"),
            Some(ProblemKind::Expired) => assert!(may(Step::Acknowledge), "{told}: its block is gone"),
            None => {
                assert!(may(Step::Create) && !has(Step::Acknowledge), "{told}: an acknowledgement was undone");
                let blocks = owner.blocks();
                assert!(blocks.is_empty() || blocks == [(1, block(self.mark()))], "{told}: its block is torn");
                assert!(blocks.len() >= usize::from(has(Step::Append)), "{told}: its block is lost");
                assert!(blocks.len() <= usize::from(may(Step::Append)), "{told}: nobody appended");
            }
            Some(other) => panic!("{told}: {other:?}"),
        }
        if matches!(kind, Some(ProblemKind::NoSuchLog | ProblemKind::Deleted)) {
            return;
        }
        let member = client.fetch(log.id, &self.member(), 0, 9, 0).await.status;
        let inside = member != 401;
        assert!(inside || !has(Step::LetIn) || may(Step::ShowOut), "{told}: a token was lost");
        assert!(!inside || may(Step::LetIn) && !has(Step::ShowOut), "{told}: a revocation was undone");
    }
}
