//! A plain client of the interface: one connection, one request at a time, no judgement.
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use envelope::{AppendId, LogId, Problem, Sequence, Token, TokenHash, decode_page};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode, Version};
use hyper_util::rt::TokioIo;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: Option<u64>,
    pub(crate) date: bool,
    pub(crate) body: Bytes,
}

impl Reply {
    pub(crate) fn problem(&self) -> Problem {
        Problem::decode(&self.body).unwrap()
    }

    /// The places of an append.
    pub(crate) fn places(&self) -> (u64, u64) {
        let value: serde_json::Value = serde_json::from_slice(&self.body).unwrap();
        (value["first"].as_u64().unwrap(), value["last"].as_u64().unwrap())
    }

    /// The blocks of a page.
    pub(crate) fn blocks(&self) -> Vec<(u64, Vec<u8>)> {
        assert_eq!(self.status, 200, "{:?}", self.body);
        let blocks = decode_page(&self.body).unwrap().into_iter();
        blocks.map(|(sequence, block)| (sequence.number(), block.bytes().to_vec())).collect()
    }
}

/// What trusts the certificate that a relay made for itself in this folder.
pub(crate) fn connector(folder: &Path) -> TlsConnector {
    let certificate = CertificateDer::from_pem_file(folder.join("relay-certificate.pem")).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(certificate).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    TlsConnector::from(Arc::new(config))
}

/// One connection.
pub(crate) struct Client {
    sender: SendRequest<Full<Bytes>>,
}

impl Client {
    pub(crate) async fn connect(folder: &Path, address: SocketAddr) -> Self {
        Self::try_connect(&connector(folder), address).await.unwrap()
    }

    pub(crate) async fn try_connect(tls: &TlsConnector, address: SocketAddr) -> Option<Self> {
        let stream = TcpStream::connect(address).await.ok()?;
        stream.set_nodelay(true).ok()?;
        let stream = tls.connect(ServerName::from(address.ip()), stream).await.ok()?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await.ok()?;
        tokio::spawn(async move { connection.with_upgrades().await });
        Some(Self { sender })
    }

    /// Sends one request; nothing if the connection broke.
    pub(crate) async fn ask(
        &mut self,
        method: &str,
        path: &str,
        token: Option<&Token>,
        headers: &[(&str, String)],
        body: Vec<u8>,
    ) -> Option<Reply> {
        self.sender.ready().await.ok()?;
        let mut request = Request::builder().method(method).uri(path).version(Version::HTTP_11).header("host", "relay");
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {}", *token.reveal_hex()));
        }
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let answer = self.sender.send_request(request.body(Full::new(body.into())).unwrap()).await.ok()?;
        let header = |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (status, head) = (answer.status().as_u16(), header(envelope::header::HEAD));
        let date = header("date").is_some();
        let body = answer.into_body().collect().await.ok()?.to_bytes();
        Some(Reply { status, head: head.map(|head| head.parse().unwrap()), date, body })
    }

    pub(crate) async fn create(&mut self, log: &super::Log) -> Reply {
        let body = format!(r#"{{"id":"{}","owner":"{}"}}"#, log.id, log.owner.hash());
        self.ask("POST", "/v1/logs", None, &[], body.into()).await.unwrap()
    }

    pub(crate) async fn put_token(&mut self, log: &super::Log, token: TokenHash, expires_at: Option<u64>) -> Reply {
        let body = expires_at.map(|at| format!(r#"{{"expires_at":{at}}}"#)).unwrap_or_default();
        let path = format!("/v1/logs/{}/tokens/{token}", log.id);
        self.ask("PUT", &path, Some(&log.owner), &[], body.into()).await.unwrap()
    }

    pub(crate) async fn delete_token(&mut self, log: &super::Log, token: TokenHash) -> Reply {
        let path = format!("/v1/logs/{}/tokens/{token}", log.id);
        self.ask("DELETE", &path, Some(&log.owner), &[], Vec::new()).await.unwrap()
    }

    pub(crate) async fn try_append(
        &mut self,
        log: LogId,
        token: &Token,
        expected: Option<u64>,
        id: Option<[u8; 32]>,
        body: Vec<u8>,
    ) -> Option<Reply> {
        let expected = expected.map(|expected| format!("?expected={expected}")).unwrap_or_default();
        let header = id.map(|id| (envelope::header::APPEND, AppendId(id).to_string()));
        self.ask("POST", &format!("/v1/logs/{log}/blocks{expected}"), Some(token), header.as_slice(), body).await
    }

    pub(crate) async fn append(&mut self, log: LogId, token: &Token, body: Vec<u8>) -> Reply {
        self.try_append(log, token, None, None, body).await.unwrap()
    }

    pub(crate) async fn fetch(&mut self, log: LogId, token: &Token, after: u64, limit: usize, wait: u64) -> Reply {
        let path = format!("/v1/logs/{log}/blocks?after={after}&limit={limit}&wait={wait}");
        self.ask("GET", &path, Some(token), &[], Vec::new()).await.unwrap()
    }

    pub(crate) async fn acknowledge(&mut self, log: LogId, token: &Token, through: u64) -> Reply {
        let through = Sequence::new(through).unwrap();
        let path = format!("/v1/logs/{log}/acknowledgements");
        self.ask("POST", &path, Some(token), &[], format!(r#"{{"through":{through}}}"#).into()).await.unwrap()
    }

    /// Opens an end of a stream on this connection, which is used up by it.
    pub(crate) async fn stream(
        mut self,
        log: LogId,
        token: &Token,
        stream: [u8; 32],
    ) -> Result<TokioIo<hyper::upgrade::Upgraded>, u16> {
        let request = Request::builder()
            .uri(format!("/v1/logs/{log}/streams/{}", envelope::StreamId(stream)))
            .header("host", "relay")
            .header("connection", "upgrade")
            .header("upgrade", envelope::header::STREAM_UPGRADE)
            .header("authorization", format!("Bearer {}", *token.reveal_hex()))
            .body(Full::default())
            .unwrap();
        let answer = self.sender.send_request(request).await.unwrap();
        if answer.status() != StatusCode::SWITCHING_PROTOCOLS {
            return Err(answer.status().as_u16());
        }
        Ok(TokioIo::new(hyper::upgrade::on(answer).await.unwrap()))
    }
}
