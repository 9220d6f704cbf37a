//! The pages: one module each. A module reads views, parses its forms, and calls nothing but the client.
use std::sync::Arc;

use axum::Router;

use crate::app::App;
use crate::{live, server};

pub(crate) mod agenda;
pub(crate) mod drafts;
pub(crate) mod failure;
pub(crate) mod forms;
pub(crate) mod gate;
pub(crate) mod guide;
pub(crate) mod handover;
pub(crate) mod leaving;
pub(crate) mod ledger;
pub(crate) mod meetings;
pub(crate) mod members;
pub(crate) mod overview;
pub(crate) mod people;
pub(crate) mod position;
pub(crate) mod readouts;
pub(crate) mod rooms;
pub(crate) mod security;
pub(crate) mod settings;
pub(crate) mod soundings;
pub(crate) mod statements;
pub(crate) mod talks;
pub(crate) mod welcome;

/// Every page, below the door.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .merge(server::asset_routes())
        .merge(live::routes())
        .merge(agenda::routes())
        .merge(drafts::routes())
        .merge(gate::routes())
        .merge(guide::routes())
        .merge(handover::routes())
        .merge(leaving::routes())
        .merge(ledger::routes())
        .merge(meetings::routes())
        .merge(members::routes())
        .merge(overview::routes())
        .merge(people::routes())
        .merge(position::routes())
        .merge(readouts::routes())
        .merge(rooms::routes())
        .merge(security::routes())
        .merge(settings::routes())
        .merge(soundings::routes())
        .merge(statements::routes())
        .merge(talks::routes())
        .merge(welcome::routes())
}
