//! Forwarders that keep what passes: bytes as they are on the wire, or what a relay reads within TLS, under its own
//! certificate and key.
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadHalf, WriteHalf, split};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio_rustls::{TlsAcceptor, TlsConnector};

/// What came in one piece.
pub(crate) struct Piece {
    /// Which connection, counted from 0.
    pub(crate) connection: usize,
    /// Towards the relay, or back.
    pub(crate) up: bool,
    pub(crate) bytes: Vec<u8>,
}

/// Everything that passed, in order. A piece is kept before it goes on, so that it is here before anybody answers it.
#[derive(Clone, Default)]
pub(crate) struct Passed(Arc<Mutex<Vec<Piece>>>);

impl Passed {
    fn keep(&self, piece: Piece) {
        self.0.lock().unwrap().push(piece);
    }

    /// What has passed since the last time this was asked.
    pub(crate) fn take(&self) -> Vec<Piece> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// The pieces of each way of each connection put together, with the place of each one's first piece.
pub(crate) fn streams(pieces: &[Piece]) -> BTreeMap<(usize, bool), Vec<u8>> {
    let mut streams = BTreeMap::<(usize, bool), Vec<u8>>::new();
    for piece in pieces {
        streams.entry((piece.connection, piece.up)).or_default().extend_from_slice(&piece.bytes);
    }
    streams
}

/// A forwarder of plain bytes: what somebody on the network sees.
pub(crate) async fn outside(to: SocketAddr) -> (SocketAddr, Passed) {
    let (listener, passed) = (TcpListener::bind("127.0.0.1:0").await.unwrap(), Passed::default());
    let (address, kept) = (listener.local_addr().unwrap(), passed.clone());
    tokio::spawn(async move {
        for connection in 0.. {
            let (near, _) = listener.accept().await.unwrap();
            let kept = kept.clone();
            tokio::spawn(async move {
                if let Ok(far) = TcpStream::connect(to).await {
                    forward(split(near), split(far), &kept, connection).await;
                }
            });
        }
    });
    (address, passed)
}

/// A forwarder that ends TLS with the certificate and key in this file, and begins it anew towards the relay that has
/// the same: what the relay sees.
pub(crate) async fn inside(to: SocketAddr, pem: &Path) -> (SocketAddr, Passed) {
    let (acceptor, connector) = tls(pem);
    let (listener, passed) = (TcpListener::bind("127.0.0.1:0").await.unwrap(), Passed::default());
    let (address, kept) = (listener.local_addr().unwrap(), passed.clone());
    tokio::spawn(async move {
        for connection in 0.. {
            let (near, _) = listener.accept().await.unwrap();
            let (kept, acceptor, connector) = (kept.clone(), acceptor.clone(), connector.clone());
            tokio::spawn(async move {
                // Whoever only looks at the certificate goes away in the handshake.
                let Ok(near) = acceptor.accept(near).await else { return };
                let Ok(far) = TcpStream::connect(to).await else { return };
                let far = connector.connect(ServerName::from(to.ip()), far).await.unwrap();
                forward(split(near), split(far), &kept, connection).await;
            });
        }
    });
    (address, passed)
}

fn tls(pem: &Path) -> (TlsAcceptor, TlsConnector) {
    let certificate = CertificateDer::from_pem_file(pem).unwrap();
    let key = PrivateKeyDer::from_pem_file(pem).unwrap();
    let provider = Arc::new(ring::default_provider());
    let mut server = ServerConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .unwrap();
    server.alpn_protocols = vec![b"http/1.1".to_vec()];
    let mut roots = RootCertStore::empty();
    roots.add(certificate).unwrap();
    let mut client = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    client.alpn_protocols = vec![b"http/1.1".to_vec()];
    (TlsAcceptor::from(Arc::new(server)), TlsConnector::from(Arc::new(client)))
}

async fn forward<N: AsyncRead + AsyncWrite, F: AsyncRead + AsyncWrite>(
    (near_read, near_write): (ReadHalf<N>, WriteHalf<N>),
    (far_read, far_write): (ReadHalf<F>, WriteHalf<F>),
    passed: &Passed,
    connection: usize,
) {
    tokio::join!(
        pump(near_read, far_write, passed, connection, true),
        pump(far_read, near_write, passed, connection, false)
    );
}

async fn pump(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    passed: &Passed,
    connection: usize,
    up: bool,
) {
    let mut buffer = vec![0; 1 << 16];
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        let bytes = buffer[..read].to_vec();
        passed.keep(Piece { connection, up, bytes: bytes.clone() });
        if to.write_all(&bytes).await.is_err() || to.flush().await.is_err() {
            break;
        }
    }
    // Whoever has gone away need not be told.
    let _ = to.shutdown().await;
}
