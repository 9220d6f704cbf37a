//! The gate for those whom a result concerns; impasses; the hotline.
use std::sync::Arc;

use axum::Router;

use crate::app::App;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
}
