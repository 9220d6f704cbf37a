//! Relays that answer what an honest one never does, with a right certificate.
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use envelope::encode_record;
use rcgen::{CertificateParams, KeyPair};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use super::*;

/// A relay of which it is set what it answers every request with.
pub(super) struct Answers {
    pub(super) address: RelayAddress,
    answer: Arc<Mutex<Vec<u8>>>,
}

impl Answers {
    /// Answers nothing yet.
    pub(super) async fn serve(parameters: CertificateParams) -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.self_signed(&key).unwrap();
        let pin = Sha256::digest(certificate.der()).into();
        let tls = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::try_from(key.serialize_der()).unwrap())
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(tls));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let answer = Arc::new(Mutex::new(Vec::new()));
        let set = Arc::clone(&answer);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let mut request = vec![0; 65_536];
                let _ = stream.read(&mut request).await;
                let answer = set.lock().unwrap().clone();
                let _ = stream.write_all(&answer).await;
                let _ = stream.shutdown().await;
            }
        });
        Self { address: RelayAddress { host: "localhost".into(), port, pin }, answer }
    }

    pub(super) fn set(&self, answer: Vec<u8>) {
        *self.answer.lock().unwrap() = answer;
    }
}

/// Answers every request with this text.
async fn answering(answer: Vec<u8>, parameters: CertificateParams) -> RelayAddress {
    let answers = Answers::serve(parameters).await;
    answers.set(answer);
    answers.address
}

pub(super) fn parameters() -> CertificateParams {
    CertificateParams::new(vec!["localhost".to_owned()]).unwrap()
}

pub(super) fn answer(status: &str, headers: &str, body: &[u8], at: SystemTime) -> Vec<u8> {
    let date = httpdate::fmt_http_date(at);
    let head = format!(
        "HTTP/1.1 {status}\r\ndate: {date}\r\ncontent-length: {}\r\n{headers}connection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

pub(super) fn blocks(places: &[u64]) -> Vec<u8> {
    let mut page = Vec::new();
    places.iter().for_each(|at| encode_record(&mut page, place(*at), block(1).as_ref()).unwrap());
    page
}

async fn fetched(answer: Vec<u8>) -> String {
    let at = answering(answer, parameters()).await;
    match courier(&at, owner()).fetch(place(4), 2, Duration::ZERO).await {
        Ok(page) => format!("{} blocks", page.blocks.len()),
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn pages_are_judged() {
    let now = SystemTime::now();
    let cases: [(&str, Vec<u64>, &str); 8] = [
        ("backchannel-head: 9\r\n", vec![5, 6], "2 blocks"),
        ("backchannel-head: 4\r\n", vec![], "0 blocks"),
        ("backchannel-head: 9\r\n", vec![5, 7], "do not follow"),
        ("backchannel-head: 9\r\n", vec![4, 5], "do not follow"),
        ("backchannel-head: 9\r\n", vec![5, 6, 7], "more blocks than were asked for"),
        ("backchannel-head: 5\r\n", vec![5, 6], "beyond the newest"),
        ("backchannel-head: 9\r\n", vec![], "withholds"),
        ("", vec![5], "newest number"),
    ];
    for (headers, places, expected) in cases {
        let told = fetched(answer("200 OK", headers, &blocks(&places), now)).await;
        assert!(told.contains(expected), "{places:?}: {told}");
    }
    let torn = fetched(answer("200 OK", "backchannel-head: 9\r\n", &blocks(&[5])[1..], now)).await;
    assert!(torn.contains("misbehaves"), "{torn}");
    let long = fetched(answer("200 OK", "backchannel-head: 9\r\n", &vec![0; envelope::PAGE_BYTES + 1], now)).await;
    assert!(long.contains("longer than"), "{long}");
    let undated = fetched(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_vec()).await;
    assert!(undated.contains("no date"), "{undated}");
    let strange = fetched(answer("500 Oh", "content-type: text/html\r\n", b"<h1>", now)).await;
    assert!(strange.contains("is it a Backchannel relay?"), "{strange}");
    let cut = fetched(b"HTTP/1.1 200 OK\r\ncontent-le".to_vec()).await;
    assert!(cut.contains("cannot be reached"), "{cut}");
}

#[tokio::test]
async fn a_refusal_cannot_paint_on_the_screen() {
    let mut problem = envelope::Problem::new(ProblemKind::QuotaFull, "a\u{1b}[2Jb\u{202e}c\n");
    problem.title = "t".into();
    let text = answer("507 Full", "content-type: application/problem+json\r\n", &problem.encode(), SystemTime::now());
    let told = fetched(text).await;
    assert_eq!(told, "the relay refuses: t. a[2Jbc");
}

#[tokio::test]
async fn clocks_that_differ_are_told() {
    let past = SystemTime::now() - Duration::from_secs(4_000);
    let at = answering(answer("200 OK", "", b"{}", past), parameters()).await;
    let error = courier(&at, owner()).create_log(owner().hash(), None).await.unwrap_err();
    assert!(matches!(error, Error::ClockSkew { seconds: -4_010..=-3_990 }), "{error}");
    assert!(error.to_string().contains("behind this machine's"), "{error}");
}

#[tokio::test]
async fn a_certificate_out_of_date_is_told() {
    for (from, until) in [(2000, 2001), (4000, 4001)] {
        let mut parameters = parameters();
        parameters.not_before = rcgen::date_time_ymd(from, 1, 1);
        parameters.not_after = rcgen::date_time_ymd(until, 1, 1);
        let at = answering(Vec::new(), parameters).await;
        let error = courier(&at, owner()).greet().await.unwrap_err();
        assert!(matches!(error, Error::CertificateOutOfDate(_)), "{error}");
        assert!(error.to_string().contains("clock"), "{error}");
    }
}
