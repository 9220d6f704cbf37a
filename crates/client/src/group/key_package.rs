//! Key packages: what somebody publishes in order to be added, good for one time.

use openmls::prelude::tls_codec::{DeserializeBytes as _, Serialize as _};
use openmls::prelude::{KeyPackage, KeyPackageIn, MlsMessageBodyIn, MlsMessageIn, MlsMessageOut, ProtocolVersion};
use openmls_rust_crypto::RustCrypto;
use openmls_traits::OpenMlsProvider as _;
use rusqlite::Transaction;

use super::identity::failure;
use super::provider::Provider;
use super::{Error, Identity, MemberId, policy};

/// A key package whose signatures and contents are verified.
#[derive(Debug, Clone)]
pub struct KeyPackageRead {
    /// The name of its maker.
    pub member: MemberId,
    /// The signing key of its maker.
    pub public: [u8; 32],
    pub(super) package: KeyPackage,
}

/// Makes a key package and keeps its private half until a welcome uses it up.
///
/// # Errors
/// Trouble with the store.
pub fn fresh_key_package(transaction: &Transaction<'_>, identity: &Identity) -> Result<Vec<u8>, Error> {
    let provider = Provider::new(transaction);
    let bundle = KeyPackage::builder()
        .key_package_lifetime(policy::lifetime())
        .leaf_node_capabilities(policy::capabilities())
        .build(policy::SUITE, &provider, identity, identity.member().credential(&identity.public()))
        .map_err(|_| failure(provider.storage()))?;
    MlsMessageOut::from(bundle.into_key_package())
        .tls_serialize_detached()
        .map_err(|_| Error::Damaged { what: "a key package cannot be written".to_owned() })
}

/// Reads and verifies a key package.
///
/// # Errors
/// [`Error::NotReadable`], [`Error::Misbehaviour`].
pub fn read_key_package(bytes: &[u8]) -> Result<KeyPackageRead, Error> {
    let message =
        MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| Error::NotReadable { expected: "key package" })?;
    match message.extract() {
        MlsMessageBodyIn::KeyPackage(package) => check(package),
        _ => Err(Error::NotReadable { expected: "key package" }),
    }
}

fn check(package: KeyPackageIn) -> Result<KeyPackageRead, Error> {
    let package = package.validate(&RustCrypto::default(), ProtocolVersion::Mls10).map_err(Error::refused)?;
    let (member, public) = shape(&package).map_err(Error::refused)?;
    Ok(KeyPackageRead { member, public, package })
}

/// What our groups ask of a key package beyond RFC 9420; the same for packages read and packages in commits.
pub(super) fn shape(package: &KeyPackage) -> Result<(MemberId, [u8; 32]), &'static str> {
    let leaf = package.leaf_node();
    if package.ciphersuite() != policy::SUITE {
        return Err("a key package is of another ciphersuite");
    }
    if *package.life_time() != policy::lifetime() {
        return Err("a key package is limited in time");
    }
    if package.extensions().iter().next().is_some() || leaf.extensions().iter().next().is_some() {
        return Err("a key package has extensions");
    }
    if *leaf.capabilities() != policy::capabilities() {
        return Err("a key package says other capabilities");
    }
    let member = MemberId::read(leaf.credential()).ok_or("a key package has no name of 16 bytes")?;
    let public = leaf.signature_key().as_slice().try_into().map_err(|_| "a signing key has another length")?;
    Ok((member, public))
}
