//! Whether a signature is the principal's: which keys and hashes are accepted, and the check itself.
use std::fmt;

use ssh_key::public::KeyData;
use ssh_key::{Algorithm, HashAlg, PublicKey, Signature, SshSig};

use super::armor;
use super::error::Error;
use super::text::quoted;

/// The namespace of mandates and of their revocations: what `-n` of `ssh-keygen -Y sign` is given.
pub const NAMESPACE: &str = "mandate@backchannel";
/// No signature file is longer; one of RSA with 4096 bits has about 1700 bytes.
pub const MOST_SIGNATURE_BYTES: usize = 8 << 10;

/// Kinds of keys that sign mandates, and those of their signatures. P-521, DSA and certificates are not among them.
const ACCEPTED: [(&str, &[&str]); 6] = [
    ("ssh-ed25519", &["ssh-ed25519"]),
    ("sk-ssh-ed25519@openssh.com", &["sk-ssh-ed25519@openssh.com"]),
    ("ecdsa-sha2-nistp256", &["ecdsa-sha2-nistp256"]),
    ("ecdsa-sha2-nistp384", &["ecdsa-sha2-nistp384"]),
    ("sk-ecdsa-sha2-nistp256@openssh.com", &["sk-ecdsa-sha2-nistp256@openssh.com"]),
    ("ssh-rsa", &["rsa-sha2-256", "rsa-sha2-512"]),
];

/// A principal's public key, of a kind that is accepted.
#[derive(Clone, PartialEq, Eq)]
pub struct PrincipalKey(PublicKey);

impl PrincipalKey {
    /// Reads a line of a `.pub` file: `ssh-ed25519 AAAA… comment`.
    ///
    /// # Errors
    /// Not such a line, or a key that is not accepted.
    pub fn from_openssh(line: &str) -> Result<Self, Error> {
        let kind = line.split(' ').next().unwrap_or_default();
        let unreadable = || Error::SignatureUnreadable("the key is no line of a `.pub` file of OpenSSH".to_owned());
        let Ok(key) = PublicKey::from_openssh(line) else {
            return Err(accepted(kind.as_bytes()).err().unwrap_or_else(unreadable));
        };
        Self::of_bytes(&key.to_bytes().map_err(|_| unreadable())?)
    }

    /// As OpenSSH shows it with `ssh-keygen -l`: `SHA256:…`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint(HashAlg::Sha256).to_string()
    }

    /// What kind of key, as OpenSSH calls it.
    #[must_use]
    pub fn kind(&self) -> String {
        self.0.algorithm().to_string()
    }

    /// Reads a key in its binary form, which must be its only one.
    fn of_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let unreadable = |why: &str| Error::SignatureUnreadable(why.to_owned());
        accepted(armor::string(&mut &*bytes).map_err(Error::SignatureUnreadable)?)?;
        let key = PublicKey::from_bytes(bytes).map_err(|error| unreadable(&format!("its public key: {error}")))?;
        if key.to_bytes().ok().as_deref() != Some(bytes) {
            return Err(unreadable("its public key is not in its one form"));
        }
        match key.key_data() {
            KeyData::Rsa(rsa) => {
                let modulus = rsa.n.as_positive_bytes().unwrap_or_default();
                let leading = modulus.first().map_or(0, |first| first.leading_zeros() as usize);
                let bits = modulus.len() * 8 - leading;
                if !(3072..=4096).contains(&bits) {
                    return Err(Error::RsaSize { bits });
                }
            }
            KeyData::Ed25519(ed25519) => not_weak(&ed25519.0)?,
            KeyData::SkEd25519(ed25519) => not_weak(&ed25519.public_key().0)?,
            KeyData::Ecdsa(point) if point.as_sec1_bytes().first() != Some(&4) => {
                return Err(unreadable("its public key is compressed, which OpenSSH does not write"));
            }
            _ => {}
        }
        Ok(Self(key))
    }
}

impl fmt::Display for PrincipalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fingerprint())
    }
}

impl fmt::Debug for PrincipalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrincipalKey({self})")
    }
}

/// The kinds of signatures of a kind of key.
fn accepted(kind: &[u8]) -> Result<&'static [&'static str], Error> {
    let found = ACCEPTED.iter().find(|(name, _)| name.as_bytes() == kind);
    found.map(|(_, signatures)| *signatures).ok_or_else(|| Error::KeyKind { found: name(kind) })
}

fn not_weak(key: &[u8; 32]) -> Result<(), Error> {
    let key = ed25519_dalek::VerifyingKey::from_bytes(key)
        .map_err(|_| Error::SignatureUnreadable("its public key is no point of the curve".to_owned()))?;
    if key.is_weak() { Err(Error::WeakKey) } else { Ok(()) }
}

/// Bytes that should be a name, for a message.
fn name(bytes: &[u8]) -> String {
    quoted(&String::from_utf8_lossy(bytes)).trim_matches('`').to_owned()
}

/// The key that truly signed this document as a mandate or a revocation.
///
/// # Errors
/// One for each cause, from [`Error::SignatureUnreadable`] to [`Error::SignatureFalse`].
pub(super) fn signer(document: &[u8], armored: &[u8]) -> Result<PrincipalKey, Error> {
    let unreadable = Error::SignatureUnreadable;
    if armored.len() > MOST_SIGNATURE_BYTES {
        return Err(unreadable(format!("it has {} bytes, of at most {MOST_SIGNATURE_BYTES}", armored.len())));
    }
    let blob = armor::open(armored).map_err(unreadable)?;
    let parts = armor::parts(&blob).map_err(unreadable)?;
    if parts.namespace != NAMESPACE.as_bytes() {
        return Err(Error::Namespace { found: name(parts.namespace) });
    }
    let hash = match parts.hash {
        b"sha256" => HashAlg::Sha256,
        b"sha512" => HashAlg::Sha512,
        other => return Err(Error::Hash { found: name(other) }),
    };
    let key = PrincipalKey::of_bytes(parts.key)?;
    let signature = signature(&key, parts.signature)?;
    let data = key.0.key_data().clone();
    let made = SshSig::new(data, NAMESPACE, hash, signature).map_err(|error| unreadable(error.to_string()))?;
    key.0.verify(NAMESPACE, document, &made).map_err(|_| Error::SignatureFalse)?;
    Ok(key)
}

/// The inner signature: kind, value and, of a security key, flags and counter.
fn signature(key: &PrincipalKey, mut rest: &[u8]) -> Result<Signature, Error> {
    let unreadable = Error::SignatureUnreadable;
    let kind = armor::string(&mut rest).map_err(unreadable)?;
    let mut value = armor::string(&mut rest).map_err(unreadable)?.to_vec();
    if key.kind().starts_with("sk-") {
        value.extend_from_slice(armor::bytes(&mut rest, 5).map_err(unreadable)?);
    }
    armor::used_up(rest).map_err(unreadable)?;
    let kind = name(kind);
    if kind == "ssh-rsa" && key.kind() == "ssh-rsa" {
        return Err(Error::Hash { found: "sha1".to_owned() });
    }
    if !accepted(key.kind().as_bytes())?.contains(&kind.as_str()) {
        return Err(unreadable(format!("it is of the kind `{kind}` and its key of the kind `{}`", key.kind())));
    }
    let made = Algorithm::new(&kind).and_then(|algorithm| Signature::new(algorithm, value));
    made.map_err(|error| unreadable(format!("its value: {error}")))
}
