//! The `Host` of a request, read as an address: a name that merely begins like one, or that somebody's own name server
//! points here, is turned away.
use std::net::{Ipv4Addr, SocketAddrV4};

use axum::http::{HeaderMap, Uri, header};

use super::Turned;

/// Lets through what names `own` exactly.
///
/// # Errors
/// [`Turned::Host`].
pub(crate) fn check(own: SocketAddrV4, uri: &Uri, headers: &HeaderMap) -> Result<(), Turned> {
    let mut given = headers.get_all(header::HOST).iter();
    let host = given.next().and_then(|host| host.to_str().ok()).ok_or(Turned::Host)?;
    if given.next().is_some() || !is(own, host) {
        return Err(Turned::Host);
    }
    // A request may name the machine in its first line as well.
    match uri.authority() {
        Some(authority) if !is(own, authority.as_str()) => Err(Turned::Host),
        _ => Ok(()),
    }
}

fn is(own: SocketAddrV4, text: &str) -> bool {
    let address = match text.parse::<SocketAddrV4>() {
        Ok(address) => address,
        // A browser leaves out the port that HTTP has by default.
        Err(_) => match text.parse::<Ipv4Addr>() {
            Ok(ip) => SocketAddrV4::new(ip, 80),
            Err(_) => return false,
        },
    };
    address == own
}
