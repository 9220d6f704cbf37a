//! What an operator decides.
use std::net::SocketAddr;
use std::path::PathBuf;

use envelope::TokenHash;

use crate::{Database, Error, Limits};

/// Where the relay's certificate comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Certificate {
    /// The operator's: a PEM file with the certificate chain, another with the private key.
    Files {
        /// The certificate, then those that vouch for it.
        certificate: PathBuf,
        /// Its private key.
        key: PathBuf,
    },
    /// The relay's own, made at the first start; on loopback only.
    Own,
}

/// What an operator decides.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Where logs are kept.
    pub database: Database,
    /// The certificate to show.
    pub certificate: Certificate,
    /// Where the relay keeps its own certificate; without it, beside an SQLite database or in the current folder.
    pub folder: Option<PathBuf>,
    /// Where to tell counts; loopback only.
    pub metrics: Option<SocketAddr>,
    /// If set, only who shows this token creates logs.
    pub creation: Option<TokenHash>,
    /// How much is allowed.
    pub limits: Limits,
    /// The most pages that SQLite's file may have, for tests of a full disk.
    pub most_pages: Option<u32>,
}

impl Config {
    /// A relay on this address and database, with its own certificate and the usual limits.
    pub fn new(listen: SocketAddr, database: Database) -> Self {
        Self {
            listen,
            database,
            certificate: Certificate::Own,
            folder: None,
            metrics: None,
            creation: None,
            limits: Limits::default(),
            most_pages: None,
        }
    }

    /// An error where the parts do not go together.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.certificate == Certificate::Own && !self.listen.ip().is_loopback() {
            return Err(Error::Misuse(format!(
                "{} is not a loopback address, so a certificate is needed: give --tls-cert and --tls-key",
                self.listen.ip()
            )));
        }
        match self.metrics {
            Some(address) if !address.ip().is_loopback() => Err(Error::Misuse(format!(
                "counts are told on loopback only, and {} is not: give --metrics 127.0.0.1:PORT",
                address.ip()
            ))),
            _ => Ok(()),
        }
    }

    /// The file of the relay's own key and certificate.
    pub(crate) fn own_certificate(&self) -> PathBuf {
        let beside = match &self.database {
            Database::Sqlite(path) => path.parent().map(PathBuf::from),
            Database::Postgres(_) => None,
        };
        self.folder.clone().or(beside).unwrap_or_default().join("relay-certificate.pem")
    }
}
