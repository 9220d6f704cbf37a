//! A member's name: 16 bytes without a meaning, unique within a group.

use std::fmt;

use openmls::prelude::{BasicCredential, Credential, CredentialWithKey, Member};

/// Names a member within a dialogue; a pseudonym, not a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MemberId(pub [u8; 16]);

impl fmt::Debug for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MemberId({self})")
    }
}

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl MemberId {
    /// Reads a basic credential of 16 bytes.
    pub(super) fn read(credential: &Credential) -> Option<Self> {
        let basic = BasicCredential::try_from(credential.clone()).ok()?;
        Some(Self(basic.identity().try_into().ok()?))
    }

    pub(super) fn credential(self, public: &[u8; 32]) -> CredentialWithKey {
        CredentialWithKey {
            credential: BasicCredential::new(self.0.to_vec()).into(),
            signature_key: public.as_slice().into(),
        }
    }
}

/// Name and signing key of a leaf of the tree.
pub(super) fn of_leaf(member: &Member) -> Option<(MemberId, [u8; 32])> {
    Some((MemberId::read(&member.credential)?, member.signature_key.as_slice().try_into().ok()?))
}
