//! Members tell what they have.
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use envelope::Sequence;
use serde::Deserialize;

use super::asked::{bearer, json};
use super::{Shared, refused::Refused};
use crate::metrics::count;
use crate::relay::now;
use crate::store::Refusal;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    through: Sequence,
}

pub(super) async fn acknowledge(
    State(shared): State<Shared>,
    Path(log): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, Refused> {
    let done = async {
        let bearer = bearer(&log, &headers)?;
        shared.relay.store.acknowledge(bearer, json::<Asked>(body).await?.through, now()).await?;
        count(&shared.relay.metrics.acknowledgements, 1);
        shared.relay.erasing.notify_one();
        Ok(StatusCode::NO_CONTENT)
    };
    done.await.map_err(|refusal: Refusal| shared.refused(refusal))
}
