//! The way to the relay: TCP or a SOCKS5 proxy, TLS, HTTP/1.1.
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_socks::tcp::Socks5Stream;

use crate::brief::millis;

use super::{Error, RelayAddress, Socks5, certificate};

/// How long a connection may take, through three onion hops too.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection that takes requests, one at a time.
pub(super) type Connection = SendRequest<Full<Bytes>>;

/// The way to one relay.
pub(super) struct Route {
    relay: RelayAddress,
    socks: Option<Socks5>,
    /// Tells the proxy's users apart: Tor takes a circuit of its own for each.
    apart: String,
    name: ServerName<'static>,
    tls: TlsConnector,
}

/// The name for TLS. Certificates are pinned, so that it only has to be one.
pub(super) fn host(host: &str) -> Result<ServerName<'static>, Error> {
    ServerName::try_from(host.to_owned())
        .map_err(|_| Error::Misuse("the relay's host is neither a name nor an address".into()))
}

impl Route {
    pub(super) fn new(relay: &RelayAddress, socks: Option<&Socks5>) -> Result<Self, Error> {
        Self::with(relay, socks, certificate::pinned(relay.pin)?)
    }

    pub(super) fn with(relay: &RelayAddress, socks: Option<&Socks5>, tls: ClientConfig) -> Result<Self, Error> {
        let mut apart = [0_u8; 8];
        getrandom::fill(&mut apart).map_err(|error| Error::Unreachable(format!("no randomness: {error}")))?;
        Ok(Self {
            name: host(&relay.host)?,
            relay: relay.clone(),
            socks: socks.cloned(),
            apart: u64::from_be_bytes(apart).to_string(),
            tls: TlsConnector::from(Arc::new(tls)),
        })
    }

    /// What the `host` header says.
    pub(super) fn authority(&self) -> String {
        let host = &self.relay.host;
        if host.contains(':') { format!("[{host}]:{}", self.relay.port) } else { format!("{host}:{}", self.relay.port) }
    }

    /// A fresh connection.
    pub(super) async fn connect(&self) -> Result<Connection, Error> {
        let late = |_| Error::Unreachable("no connection in a minute".into());
        let began = std::time::Instant::now();
        let stream = timeout(PATIENCE, self.secure()).await.map_err(late)??;
        tracing::debug!(through_proxy = self.socks.is_some(), millis = millis(began), "connected to the relay");
        let failed = |error: hyper::Error| Error::Unreachable(error.to_string());
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(failed)?;
        tokio::spawn(async move {
            // How it ends, its requests tell.
            let _ = connection.with_upgrades().await;
        });
        Ok(sender)
    }

    async fn secure(&self) -> Result<TlsStream<TcpStream>, Error> {
        let stream = self.plain().await?;
        // Where this cannot be had, it is only slower.
        let _ = stream.set_nodelay(true);
        let shaken = self.tls.connect(self.name.clone(), stream).await;
        shaken.map_err(|error| certificate::judge(&error, self.relay.pin))
    }

    async fn plain(&self) -> Result<TcpStream, Error> {
        let target = (self.relay.host.as_str(), self.relay.port);
        match &self.socks {
            None => TcpStream::connect(target).await.map_err(|error| Error::Unreachable(error.to_string())),
            Some(socks) => Socks5Stream::connect_with_password(socks.address, target, &self.apart, "backchannel")
                .await
                .map(Socks5Stream::into_inner)
                .map_err(|error| Error::Unreachable(format!("through the SOCKS5 proxy: {error}"))),
        }
    }
}
