//! The ledger: what was asked, what it told, what the budget has left.
use std::sync::Arc;

use axum::Router;

use crate::app::App;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
}
