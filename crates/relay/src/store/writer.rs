//! SQLite's one writer: appends of many clients share a transaction, and so one wait for the disk.
use sqlx::AnyPool;
use tokio::sync::{mpsc, oneshot};

use super::append::{self, Append, Appended};
use super::trouble::Trouble;
use super::{Kind, Refusal};
use crate::limits::Limits;

/// Appends that may wait; those who come then wait to be let in.
const WAITING: usize = 512;

/// Appends and blocks that one transaction takes, so that nobody waits for long.
const MOST_APPENDS: usize = 128;
const MOST_BLOCKS: usize = 512;

/// An append and where its answer goes.
pub(super) struct Job {
    pub(super) append: Append,
    pub(super) answer: oneshot::Sender<Result<Appended, Refusal>>,
}

/// Starts the writer; it ends when every sender is gone.
pub(super) fn start(pool: AnyPool, limits: Limits) -> mpsc::Sender<Job> {
    let (sender, mut jobs) = mpsc::channel::<Job>(WAITING);
    tokio::spawn(async move {
        while let Some(job) = jobs.recv().await {
            let mut group = vec![job];
            let mut blocks = group.iter().map(|job| job.append.blocks.len()).sum::<usize>();
            while group.len() < MOST_APPENDS && blocks < MOST_BLOCKS {
                let Ok(job) = jobs.try_recv() else { break };
                blocks += job.append.blocks.len();
                group.push(job);
            }
            write(&pool, group, &limits).await;
        }
    });
    sender
}

/// Writes a group. Where the database fails, each is tried alone, so that one too many does not harm the others.
async fn write(pool: &AnyPool, group: Vec<Job>, limits: &Limits) {
    match together(pool, &group, limits).await {
        Ok(answers) => reply(group.into_iter().zip(answers)),
        Err(trouble) if group.len() == 1 => {
            reply(group.into_iter().zip(std::iter::once(Err(trouble.into()))));
        }
        Err(_) => {
            for job in group {
                let alone = std::slice::from_ref(&job);
                let answer = match together(pool, alone, limits).await {
                    Ok(answers) => answers.into_iter().next(),
                    Err(trouble) => Some(Err(trouble.into())),
                };
                reply(answer.map(|answer| (job, answer)).into_iter());
            }
        }
    }
}

fn reply(answers: impl Iterator<Item = (Job, Result<Appended, Refusal>)>) {
    for (job, answer) in answers {
        // Whoever went away asks again with the same id.
        let _ = job.answer.send(answer);
    }
}

/// One transaction. A refusal is an answer; trouble undoes the whole.
async fn together(pool: &AnyPool, group: &[Job], limits: &Limits) -> Result<Vec<Result<Appended, Refusal>>, Trouble> {
    let mut change = pool.begin().await?;
    let mut answers = Vec::with_capacity(group.len());
    for job in group {
        match append::perform(&mut change, Kind::Sqlite, &job.append, limits).await {
            Err(Refusal::Trouble(trouble)) => return Err(trouble),
            answer => answers.push(answer),
        }
    }
    change.commit().await?;
    Ok(answers)
}
