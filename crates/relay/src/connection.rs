//! One connection: TLS, then HTTP/1.1 until either end has enough.
mod impatient;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use socket2::{SockRef, TcpKeepalive};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;
use tokio_rustls::TlsAcceptor;

pub(crate) use impatient::Patience;

use crate::metrics::Gauge;
use crate::relay::Relay;
use impatient::Impatient;

/// How long a handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(15);

/// How long an open connection may be without a request.
const PAUSE: Duration = Duration::from_secs(120);

/// The most that is read ahead.
const AHEAD_BYTES: usize = 65_536;

/// Where a request came from, for rates alone.
#[derive(Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// Sees a connection through. `permit` counts it against the limit until then.
pub(crate) async fn attend(
    relay: Arc<Relay>,
    routes: Router,
    tls: TlsAcceptor,
    (stream, address): (TcpStream, SocketAddr),
    permit: OwnedSemaphorePermit,
) {
    let _permit = permit;
    let _counted = Gauge::hold(&relay.metrics.connections);
    prepare(&stream);
    let patience = Patience::default();
    let stream = Impatient::new(stream, patience.clone());
    let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await else { return };
    let routes = routes.layer(axum::Extension(Peer(whole(address.ip())))).layer(axum::Extension(patience));
    let service = TowerToHyperService::new(routes);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PAUSE).max_buf_size(AHEAD_BYTES);
    let connection = http.serve_connection(TokioIo::new(stream), service).with_upgrades();
    tokio::pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => return,
        () = relay.stop.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    // An error here is the client's going away.
    let _ = connection.await;
}

/// Small messages go at once, and a peer that vanished is noticed. Where that cannot be had, one does without.
fn prepare(stream: &TcpStream) {
    let _ = stream.set_nodelay(true);
    let keepalive = TcpKeepalive::new().with_time(Duration::from_secs(30)).with_interval(Duration::from_secs(10));
    let _ = SockRef::from(stream).set_tcp_keepalive(&keepalive);
}

/// The part of an address that one household or server has: all of IPv4, the first half of IPv6.
fn whole(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) >> 64 << 64).into()),
        address => address,
    }
}
