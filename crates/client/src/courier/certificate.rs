//! The relay's certificate: pinned by its SHA-256, and its key proven in the handshake.
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};
use tokio_rustls::rustls;
use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, OtherError, SignatureScheme, pki_types,
};
use x509_parser::parse_x509_certificate;

use super::connection::{Route, host};
use super::{Error, RelayAddress, Socks5};

/// What the certificate has to be.
#[derive(Debug)]
enum Expected {
    /// This one.
    Pinned([u8; 32]),
    /// Any: its hash is what one wants to know. The handshake stops there.
    Unknown,
}

/// What the handshake stopped at.
#[derive(Debug)]
enum Found {
    Other([u8; 32]),
    OutOfDate(String),
}

impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Other(_) => "another certificate",
            Self::OutOfDate(_) => "a certificate out of date",
        })
    }
}

impl std::error::Error for Found {}

#[derive(Debug)]
struct Verifier {
    expected: Expected,
    provider: Arc<CryptoProvider>,
}

/// TLS that accepts this certificate alone.
pub(super) fn pinned(pin: [u8; 32]) -> Result<ClientConfig, Error> {
    config(Expected::Pinned(pin))
}

fn config(expected: Expected) -> Result<ClientConfig, Error> {
    let provider = Arc::new(ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Misuse(format!("TLS cannot be set up: {error}")))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Verifier { expected, provider }))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    // A session resumed would tell the relay that two connections are one person's.
    config.resumption = rustls::client::Resumption::disabled();
    config.enable_sni = false;
    Ok(config)
}

fn stop(found: Found) -> rustls::Error {
    rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(found))))
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let found = <[u8; 32]>::from(Sha256::digest(certificate));
        match self.expected {
            Expected::Pinned(pin) if pin == found => in_date(certificate, now),
            Expected::Pinned(_) | Expected::Unknown => Err(stop(Found::Other(found))),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

fn in_date(certificate: &[u8], now: pki_types::UnixTime) -> Result<ServerCertVerified, rustls::Error> {
    let malformed = rustls::Error::InvalidCertificate(CertificateError::BadEncoding);
    let (_, parsed) = parse_x509_certificate(certificate).map_err(|_| malformed)?;
    let (from, until) = (parsed.validity().not_before, parsed.validity().not_after);
    let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
    if (from.timestamp()..=until.timestamp()).contains(&now) {
        return Ok(ServerCertVerified::assertion());
    }
    let date = |at: i64| {
        let since = Duration::from_secs(u64::try_from(at).unwrap_or(0));
        httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + since.min(Duration::from_secs(253_402_300_799)))
    };
    Err(stop(Found::OutOfDate(format!("from {} until {}", date(from.timestamp()), date(until.timestamp())))))
}

/// What a failed handshake means.
pub(super) fn judge(error: &std::io::Error, expected: [u8; 32]) -> Error {
    match found(error) {
        Some(Found::Other(found)) => Error::WrongCertificate { expected, found: *found },
        Some(Found::OutOfDate(when)) => Error::CertificateOutOfDate(when.clone()),
        None => Error::Unreachable(format!("no TLS: {error}")),
    }
}

fn found(error: &std::io::Error) -> Option<&Found> {
    let inner = error.get_ref()?.downcast_ref::<rustls::Error>()?;
    let rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(found))) = inner else { return None };
    found.downcast_ref()
}

/// The SHA-256 of the certificate that a relay shows now. Whoever trusts it on first use trusts the network once:
/// only for founding a dialogue, and shown to the founder for comparison.
///
/// # Errors
/// [`Error::Unreachable`], or [`Error::Misuse`] where the host is no host name.
pub async fn fetch_pin(host_name: &str, port: u16, socks: Option<&Socks5>) -> Result<[u8; 32], Error> {
    host(host_name)?;
    let relay = RelayAddress { host: host_name.to_owned(), port, pin: [0; 32] };
    let route = Route::with(&relay, socks, config(Expected::Unknown)?)?;
    match route.connect().await {
        Err(Error::WrongCertificate { found, .. }) => Ok(found),
        Err(error) => Err(error),
        Ok(_) => Err(Error::Misbehaviour("it showed no certificate".into())),
    }
}
