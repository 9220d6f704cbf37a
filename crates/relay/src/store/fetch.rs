//! Fetching blocks in order.
use envelope::{Problem, ProblemKind, Sequence, encode_record};
use sqlx::Row;

use super::{Access, Bearer, Refusal, Seconds, Store, access, number, sequence};

/// What is after the number asked for.
pub(crate) struct Fetched {
    pub(crate) access: Access,
    /// Blocks with their numbers, one after the other.
    pub(crate) page: Vec<u8>,
    /// How many.
    pub(crate) blocks: usize,
}

impl Store {
    /// At most `limit` blocks after `after`; none where there are none.
    pub(crate) async fn fetch(
        &self,
        bearer: Bearer,
        after: Sequence,
        limit: usize,
        now: Seconds,
    ) -> Result<Fetched, Refusal> {
        let mut connection = self.read.acquire().await?;
        let access = access::look(&mut connection, access::READ, bearer, now).await?;
        if after.number() + 1 < access.first.number() {
            return Err(expired(access.first));
        }
        if after >= access.head {
            return Ok(Fetched { access, page: Vec::new(), blocks: 0 });
        }
        let rows = sqlx::query(
            "SELECT sequence, block FROM blocks WHERE log = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence",
        )
        .bind(access.key)
        .bind(number(after))
        .bind(number(after).saturating_add(limit as i64).min(number(access.head)))
        .fetch_all(&mut *connection)
        .await?;
        drop(connection);
        let mut page = Vec::with_capacity(rows.len() * envelope::RECORD_BYTES);
        for (expected, row) in (after.number() + 1..).zip(&rows) {
            let place = sequence(row.try_get("sequence")?)?;
            if place.number() != expected {
                // Erased between the two statements.
                return Err(expired(place));
            }
            encode_record(&mut page, place, row.try_get::<&[u8], _>("block")?)?;
        }
        if rows.is_empty() {
            return Err(expired(access.head.plus(1)?));
        }
        Ok(Fetched { access, page, blocks: rows.len() })
    }
}

fn expired(first: Sequence) -> Refusal {
    let detail = "All members acknowledged these blocks, or they were kept for as long as was agreed. Fetch from the \
                  first that is held; what is missing must come from another member.";
    Problem::new(ProblemKind::Expired, detail).with_first(first).into()
}
