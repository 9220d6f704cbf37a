//! Single values of a dialogue, each under a name.

use rusqlite::{OptionalExtension as _, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// The names there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    /// Where the relay is and how it is known: `RelayAddress`.
    Relay,
    /// The token that reads and appends.
    Token,
    /// The token that owns the log; the convener's alone.
    OwnerToken,
    /// Which member this is.
    Me,
    /// How far this participant has come: `Progress`.
    Progress,
    /// The state, as its bytes.
    State,
    /// The last block taken up.
    Cursor,
    /// The number of one's latest event.
    Number,
    /// The group of each room: a map from room to group id.
    RoomGroups,
    /// The key packages that were used for rooms, as digests.
    UsedKeyPackages,
    /// Since which commit one's own key packages for rooms are published.
    RoomKeysSince,
    /// What was wrong with the log: a list of alarms.
    Fault,
    /// What the relay has said it holds no more, and was to come next here: `Gap`.
    Missing,
    /// Blocks that were gone past unseen: a list of `Gap`.
    Gaps,
    /// The key packages with which this machine has asked to be let in again, as digests.
    Asked,
    /// Blocks that none of our keys opened.
    Noise,
    /// By how many seconds the relay's clock differs.
    ClockSkew,
    /// The last block that the relay was told may be deleted.
    Acknowledged,
    /// Whether the relay takes this participant's token no more: `true`, or not there.
    TokenRefused,
    /// Whether the relay says that the log was deleted: `true`, or not there.
    LogDeleted,
    /// Since when this participant can neither hear nor say anything: it left, was removed, or the relay says that its
    /// token or the whole log is no more. Seconds since 1970, by this machine's clock.
    ClosedSince,
    /// Since when an end that all agreed to is being carried out here. Saved before anything that cannot be undone.
    Ending,
    /// The place in the log up to which notices were told to whoever uses this vault.
    ToldUpTo,
    /// The salts of mandates drafted here: a map from salted key to salt, in hexadecimal digits.
    MandateSalts,
}

impl Setting {
    /// As it stands in the table.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Relay => "relay",
            Self::Token => "token",
            Self::OwnerToken => "owner-token",
            Self::Me => "me",
            Self::Progress => "progress",
            Self::State => "state",
            Self::Cursor => "cursor",
            Self::Number => "number",
            Self::RoomGroups => "room-groups",
            Self::UsedKeyPackages => "used-key-packages",
            Self::RoomKeysSince => "room-keys-since",
            Self::Fault => "fault",
            Self::Missing => "missing",
            Self::Gaps => "gaps",
            Self::Asked => "asked",
            Self::Noise => "noise",
            Self::ClockSkew => "clock-skew",
            Self::Acknowledged => "acknowledged",
            Self::TokenRefused => "token-refused",
            Self::LogDeleted => "log-deleted",
            Self::ClosedSince => "closed-since",
            Self::Ending => "ending",
            Self::ToldUpTo => "told-up-to",
            Self::MandateSalts => "mandate-salts",
        }
    }
}

/// The value, if there is one.
pub(crate) fn read<T: DeserializeOwned>(tx: &Transaction<'_>, setting: Setting) -> Result<Option<T>> {
    let mut statement = tx.prepare_cached("SELECT value FROM settings WHERE key = ?1")?;
    let value: Option<Vec<u8>> = statement.query_row([setting.name()], |row| row.get(0)).optional()?;
    Ok(value.map(|value| serde_json::from_slice(&value)).transpose()?)
}

/// The value that must be there.
pub(crate) fn need<T: DeserializeOwned>(tx: &Transaction<'_>, setting: Setting) -> Result<T> {
    read(tx, setting)?.ok_or_else(|| Error::Trouble(format!("the dialogue's file lacks `{}`", setting.name())))
}

/// Sets a value.
pub(crate) fn put<T: Serialize + ?Sized>(tx: &Transaction<'_>, setting: Setting, value: &T) -> Result<()> {
    let value = serde_json::to_vec(value)?;
    let mut statement = tx.prepare_cached("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)")?;
    statement.execute(params![setting.name(), value])?;
    Ok(())
}

/// Takes a value away.
pub(crate) fn clear(tx: &Transaction<'_>, setting: Setting) -> Result<()> {
    tx.execute("DELETE FROM settings WHERE key = ?1", [setting.name()])?;
    Ok(())
}
