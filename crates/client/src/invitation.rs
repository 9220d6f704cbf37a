//! Invitations as one link. All that is secret stands behind `#`, where no server sees it.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use dialogue::InvitationId;
use envelope::{LogId, Token};
use zeroize::{Zeroize as _, Zeroizing};

use crate::courier::RelayAddress;

const VERSION: u8 = 1;
const CHECK_BYTES: usize = 4;
const BYTES: usize = 1 + 32 + 16 + 32 + 16 + 16 + 32 + 8 + 8 + CHECK_BYTES;
const SCHEME: &str = "backchannel://";

/// Everything that somebody needs to knock. It is a secret until it is used.
pub struct Link {
    /// Where the relay is, and how its certificate is known.
    pub relay: RelayAddress,
    /// The dialogue's log.
    pub log: LogId,
    /// Reads and appends.
    pub token: Token,
    /// Which invitation this is.
    pub invitation: InvitationId,
    /// Known to inviter and invited alone.
    pub secret: [u8; 16],
    /// The fingerprint of the inviter's key.
    pub inviter: [u8; 32],
    /// The last block before the invitation; nothing earlier concerns who is invited.
    pub after: u64,
    /// Not valid from this time on, in seconds since 1970.
    pub expires_at: i64,
}

/// Text that is no link of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no invitation: {0}. Copy the whole link, from `backchannel://` to its last character")]
pub struct NoLink(&'static str);

impl Link {
    /// The link as text; whoever reads it can use it.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(BYTES));
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.relay.pin);
        bytes.extend_from_slice(&self.log.0);
        bytes.extend_from_slice(self.token.reveal_bytes());
        bytes.extend_from_slice(&self.invitation.0);
        bytes.extend_from_slice(&self.secret);
        bytes.extend_from_slice(&self.inviter);
        bytes.extend_from_slice(&self.after.to_be_bytes());
        bytes.extend_from_slice(&self.expires_at.to_be_bytes());
        let check = check(&bytes, &self.relay);
        bytes.extend_from_slice(&check);
        let payload = Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes.as_slice()));
        let host =
            if self.relay.host.contains(':') { format!("[{}]", self.relay.host) } else { self.relay.host.clone() };
        Zeroizing::new(format!("{SCHEME}{host}:{}/join#{}", self.relay.port, payload.as_str()))
    }
}

fn check(bytes: &[u8], relay: &RelayAddress) -> [u8; CHECK_BYTES] {
    let mut hasher = blake3::Hasher::new_derive_key("backchannel link check v1");
    hasher.update(bytes);
    hasher.update(relay.host.as_bytes());
    hasher.update(&relay.port.to_be_bytes());
    let mut check = [0; CHECK_BYTES];
    hasher.finalize_xof().fill(&mut check);
    check
}

impl FromStr for Link {
    type Err = NoLink;

    fn from_str(text: &str) -> Result<Self, NoLink> {
        let rest = text.trim().strip_prefix(SCHEME).ok_or(NoLink("it does not begin with `backchannel://`"))?;
        let (place, payload) = rest.split_once("/join#").ok_or(NoLink("it has no `/join#` in it"))?;
        let (host, port) = place.rsplit_once(':').ok_or(NoLink("it names no port"))?;
        let port = port.parse().map_err(|_| NoLink("its port is no number"))?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let decoded = URL_SAFE_NO_PAD.decode(payload).map_err(|_| NoLink("it has characters that do not belong"))?;
        let decoded = Zeroizing::new(decoded);
        if decoded.first() != Some(&VERSION) {
            return Err(NoLink("it is of another version of this program"));
        }
        let mut parts = Parts(decoded.get(1..).unwrap_or_default());
        let short = NoLink("it is cut off");
        let mut read = || -> Option<Self> {
            let pin = parts.take()?;
            let link = Self {
                relay: RelayAddress { host: host.clone(), port, pin },
                log: LogId(parts.take()?),
                token: Token::new(parts.take()?),
                invitation: InvitationId(parts.take()?),
                secret: parts.take()?,
                inviter: parts.take()?,
                after: u64::from_be_bytes(parts.take()?),
                expires_at: i64::from_be_bytes(parts.take()?),
            };
            Some(link)
        };
        let link = read().ok_or(short.clone())?;
        let tail: [u8; CHECK_BYTES] = parts.take().ok_or(short)?;
        let body = decoded.get(..decoded.len().saturating_sub(CHECK_BYTES)).unwrap_or_default();
        if !parts.0.is_empty() || tail != check(body, &link.relay) {
            return Err(NoLink("a character of it was changed or lost"));
        }
        Ok(link)
    }
}

struct Parts<'b>(&'b [u8]);

impl Parts<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (part, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*part)
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link(secret)")
    }
}
