//! Refusals as answers, counted.
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use envelope::{Problem, ProblemKind};

use super::Shared;
use crate::metrics::count;
use crate::store::Refusal;

/// A refusal on its way out.
pub(super) struct Refused(Problem);

impl Shared {
    /// Counts a refusal; trouble is told to the operator too.
    pub(super) fn refused(&self, refusal: impl Into<Refusal>) -> Refused {
        let refusal = refusal.into();
        match &refusal {
            Refusal::Problem(_) => count(&self.relay.metrics.refusals, 1),
            Refusal::Trouble(trouble) => {
                count(&self.relay.metrics.troubles, 1);
                tracing::error!(%trouble, "a request failed");
            }
        }
        Refused(refusal.problem())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, self.0.encode()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(envelope::header::PROBLEM_TYPE));
        if self.0.kind == ProblemKind::NotAuthorised {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if matches!(self.0.kind, ProblemKind::TooManyRequests | ProblemKind::Unavailable) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
        }
        response
    }
}
