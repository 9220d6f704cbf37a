//! The pages: one module each. A module reads views, parses its forms, and calls nothing but the client.
use std::sync::Arc;

use axum::Router;

use crate::app::App;
use crate::{live, server};

pub(crate) mod drafts;
pub(crate) mod failure;
pub(crate) mod overview;
pub(crate) mod rooms;
pub(crate) mod talks;
pub(crate) mod welcome;

/// Every page, below the door.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .merge(server::asset_routes())
        .merge(live::routes())
        .merge(welcome::routes())
        .merge(talks::routes())
        .merge(overview::routes())
        .merge(rooms::routes())
        .merge(drafts::routes())
}
