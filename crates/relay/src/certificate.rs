//! The certificate that clients pin: the operator's, or the relay's own, kept so that its hash survives restarts.
use std::path::Path;
use std::sync::Arc;

use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use sha2::{Digest, Sha256};
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;

use crate::{Certificate, Config, Error, files};

/// What TLS needs, and the SHA-256 of the certificate for clients to pin.
pub(crate) struct Identity {
    pub(crate) tls: Arc<ServerConfig>,
    pub(crate) pin: [u8; 32],
}

/// Reads the certificate, making the relay's own at the first start.
pub(crate) fn load(config: &Config) -> Result<Identity, Error> {
    match &config.certificate {
        Certificate::Files { certificate, key } => identity(&read(certificate)?, certificate, &read(key)?, key),
        Certificate::Own => {
            let path = config.own_certificate();
            if !path.exists() {
                make(&path)?;
            }
            let text = read(&path)?;
            identity(&text, &path, &text, &path)
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|error| wrong(path, error))
}

fn wrong(path: &Path, what: impl std::fmt::Display) -> Error {
    Error::Input { path: path.display().to_string(), what: what.to_string() }
}

fn identity(certificate: &[u8], at: &Path, key: &[u8], key_at: &Path) -> Result<Identity, Error> {
    let chain = CertificateDer::pem_slice_iter(certificate).collect::<Result<Vec<_>, _>>();
    let chain = chain.map_err(|error| wrong(at, format!("no certificate in PEM: {error}")))?;
    let first = chain.first().ok_or_else(|| wrong(at, "there is no certificate in it"))?;
    let pin = Sha256::digest(first).into();
    let key = PrivateKeyDer::from_pem_slice(key);
    let key = key.map_err(|error| wrong(key_at, format!("no private key in PEM: {error}")))?;
    let mut tls = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Certificate(error.to_string()))?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| wrong(at, format!("certificate and key do not go together: {error}")))?;
    tls.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Identity { tls: Arc::new(tls), pin })
}

/// Key and certificate go into one file, so that no crash leaves one without the other.
fn make(path: &Path) -> Result<(), Error> {
    let failed = |error: rcgen::Error| Error::Certificate(error.to_string());
    let names = ["localhost", "127.0.0.1", "::1"].map(str::to_owned).to_vec();
    let mut parameters = rcgen::CertificateParams::new(names).map_err(failed)?;
    parameters.distinguished_name.push(rcgen::DnType::CommonName, "Backchannel relay");
    let key = rcgen::KeyPair::generate().map_err(failed)?;
    let certificate = parameters.self_signed(&key).map_err(failed)?;
    let text = format!("{}{}", key.serialize_pem(), certificate.pem());
    files::write_private(path, text.as_bytes()).map_err(|error| wrong(path, error))
}
