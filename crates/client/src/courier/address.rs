//! Where a relay is, and the proxy on the way.
use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use super::Error;

/// A relay: where, and which certificate it shows. Comes with the invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelayAddress {
    /// A host name (an onion service's too) or an IP address.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// SHA-256 of the relay's certificate in DER.
    pub pin: [u8; 32],
}

impl RelayAddress {
    /// Host and port of `https://HOST[:PORT]`; the port is 443 if none is given.
    ///
    /// # Errors
    /// [`Error::Misuse`] for anything else: other schemes, paths, names and passwords.
    pub fn host_and_port(url: &str) -> Result<(String, u16), Error> {
        let wrong = || Error::Misuse("the relay's address is https://HOST:PORT, without a path".into());
        let rest = url.strip_prefix("https://").ok_or_else(wrong)?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.is_empty() || rest.contains(['/', '?', '#', '@', ' ']) {
            return Err(wrong());
        }
        let bracket = rest.strip_prefix('[').map(|rest| rest.split_once(']').ok_or_else(wrong)).transpose()?;
        let (host, port) = match bracket {
            Some((host, "")) => (host, None),
            Some((host, port)) => (host, Some(port.strip_prefix(':').ok_or_else(wrong)?)),
            None => rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port))),
        };
        let port = port.map_or(Ok(443), str::parse).map_err(|_| wrong())?;
        if host.is_empty() || port == 0 { Err(wrong()) } else { Ok((host.to_owned(), port)) }
    }
}

/// A SOCKS5 proxy, such as a system Tor. Host names are resolved by the proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Socks5 {
    /// Where the proxy listens.
    pub address: SocketAddr,
}
