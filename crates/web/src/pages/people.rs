//! Seats: who sits there, in what office and capacity; standing with governments; mandates.
use std::sync::Arc;

use axum::Router;

use crate::app::App;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
}
