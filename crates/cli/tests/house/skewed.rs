//! A way to the relay that changes the time it tells, and nothing else. It shows the relay's own certificate, since the
//! test has the relay's key; so it stands for a relay whose clock is wrong.
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio_rustls::{TlsAcceptor, TlsConnector};

/// Stands at an address for as long as it is kept.
pub(crate) struct Skewed(#[expect(dead_code, reason = "its threads end with it")] tokio::runtime::Runtime);

impl Skewed {
    /// Listens at `listen`, and tells the time of the relay at `relay` as so many seconds later.
    pub(crate) fn start(listen: &str, relay: &str, certificate: &Path, seconds: i64) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let provider = Arc::new(ring::default_provider());
        let shown = CertificateDer::from_pem_file(certificate).unwrap();
        let mut roots = RootCertStore::empty();
        roots.add(shown.clone()).unwrap();
        let to_relay = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let from_members = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![shown], PrivateKeyDer::from_pem_file(certificate).unwrap())
            .unwrap();
        let (acceptor, connector) = (TlsAcceptor::from(Arc::new(from_members)), TlsConnector::from(Arc::new(to_relay)));
        let listener = runtime.block_on(TcpListener::bind(listen)).unwrap();
        let relay = relay.to_owned();
        runtime.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, connector, relay) = (acceptor.clone(), connector.clone(), relay.clone());
                tokio::spawn(async move {
                    // Whoever breaks off is seen by the other end.
                    let _ = carry(stream, &acceptor, &connector, &relay, seconds).await;
                });
            }
        });
        Self(runtime)
    }
}

async fn carry(
    stream: TcpStream,
    acceptor: &TlsAcceptor,
    connector: &TlsConnector,
    relay: &str,
    seconds: i64,
) -> std::io::Result<()> {
    let (from_member, to_member) = tokio::io::split(acceptor.accept(stream).await?);
    let name = ServerName::try_from("localhost").map_err(std::io::Error::other)?;
    let (from_relay, to_relay) = tokio::io::split(connector.connect(name, TcpStream::connect(relay).await?).await?);
    tokio::try_join!(pass(from_member, to_relay, None), pass(from_relay, to_member, Some(seconds)))?;
    Ok(())
}

/// Passes bytes on until the end, with another date in the heads of answers if that is asked for.
async fn pass(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    later: Option<i64>,
) -> std::io::Result<()> {
    let mut bytes = vec![0; 65_536];
    loop {
        let read = from.read(&mut bytes).await?;
        if read == 0 {
            return to.shutdown().await;
        }
        let read = &mut bytes[..read];
        if let Some(seconds) = later {
            redate(read, seconds);
        }
        to.write_all(read).await?;
    }
}

/// An HTTP date is of one length, so that another can stand in its place (RFC 9110, section 5.6.7).
fn redate(head: &mut [u8], seconds: i64) {
    const NAME: &[u8] = b"\r\ndate: ";
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let now = i64::try_from(since.as_secs()).unwrap();
    let date = Timestamp::from_second(now + seconds).unwrap().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Some(at) = head.windows(NAME.len()).position(|part| part.eq_ignore_ascii_case(NAME)) {
        let begin = at + NAME.len();
        head[begin..begin + date.len()].copy_from_slice(date.as_bytes());
    }
}
