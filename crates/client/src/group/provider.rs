//! What OpenMLS works with: primitives, randomness of the operating system, and our storage.

use openmls_rust_crypto::RustCrypto;
use openmls_traits::OpenMlsProvider;
use rusqlite::Transaction;

use super::storage::Storage;

/// For one transaction.
pub(super) struct Provider<'t> {
    crypto: RustCrypto,
    storage: Storage<'t>,
}

impl<'t> Provider<'t> {
    /// Draws a generator's seed from the operating system.
    pub(super) fn new(transaction: &'t Transaction<'t>) -> Self {
        Self { crypto: RustCrypto::default(), storage: Storage::new(transaction) }
    }
}

impl<'t> OpenMlsProvider for Provider<'t> {
    type CryptoProvider = RustCrypto;
    type RandProvider = RustCrypto;
    type StorageProvider = Storage<'t>;

    fn storage(&self) -> &Self::StorageProvider {
        &self.storage
    }

    fn crypto(&self) -> &Self::CryptoProvider {
        &self.crypto
    }

    fn rand(&self) -> &Self::RandProvider {
        &self.crypto
    }
}
