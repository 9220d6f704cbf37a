//! The one configuration of all groups.

use openmls::prelude::{
    Capabilities, Ciphersuite, CredentialType, Lifetime, MlsGroupCreateConfig, MlsGroupJoinConfig,
    PURE_CIPHERTEXT_WIRE_FORMAT_POLICY, ProtocolVersion, SenderRatchetConfiguration, WireFormatPolicy,
};

pub(super) const SUITE: Ciphersuite = Ciphersuite::MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519;

/// Epochs whose secrets are kept: a message sealed just before a commit is opened after it.
pub(super) const PAST_EPOCHS: usize = 5;

/// Messages of a sender that may be opened late. The relay's log is in order, so hardly any is.
const LATE: u32 = 8;

/// Messages of a sender that may be missing in an epoch before the next one is opened.
const MISSING: u32 = 10_000;

/// Every key package lasts for ever, as far as MLS is concerned: whether a commit is valid may not depend on the
/// clock and the day of whoever reads it. Invitations have an end of their own.
pub(super) fn lifetime() -> Lifetime {
    Lifetime::init(0, u64::MAX)
}

pub(super) fn capabilities() -> Capabilities {
    Capabilities::builder()
        .versions(vec![ProtocolVersion::Mls10])
        .ciphersuites(vec![SUITE])
        .extensions(Vec::new())
        .proposals(Vec::new())
        .credentials(vec![CredentialType::Basic])
        .build()
}

fn ratchets() -> SenderRatchetConfiguration {
    SenderRatchetConfiguration::new(LATE, MISSING)
}

/// Messages are padded to fixed blocks outside of MLS, where all rooms look alike.
pub(super) fn create() -> MlsGroupCreateConfig {
    MlsGroupCreateConfig::builder()
        .ciphersuite(SUITE)
        .wire_format_policy(PURE_CIPHERTEXT_WIRE_FORMAT_POLICY)
        .capabilities(capabilities())
        .lifetime(lifetime())
        .max_past_epochs(PAST_EPOCHS)
        .number_of_resumption_psks(0)
        .sender_ratchet_configuration(ratchets())
        .use_ratchet_tree_extension(true)
        .padding_size(0)
        .build()
}

pub(super) fn join() -> MlsGroupJoinConfig {
    join_with(PURE_CIPHERTEXT_WIRE_FORMAT_POLICY, 0)
}

/// As [`join`], with another wire format and with resumption secrets kept: what official vectors need and no group of
/// ours has.
pub(super) fn join_with(wire_format: WireFormatPolicy, resumption_psks: usize) -> MlsGroupJoinConfig {
    MlsGroupJoinConfig::builder()
        .wire_format_policy(wire_format)
        .max_past_epochs(PAST_EPOCHS)
        .number_of_resumption_psks(resumption_psks)
        .sender_ratchet_configuration(ratchets())
        .use_ratchet_tree_extension(true)
        .padding_size(0)
        .build()
}
