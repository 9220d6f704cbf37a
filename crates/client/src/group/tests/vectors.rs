//! Official MLS test vectors for our ciphersuite, through our storage and our signer (`tests/vectors/SOURCE.md`).
//!
//! Run here: *passive client* (joining by a welcome, with a tree inside or beside it, with pre-shared keys; commits of
//! all kinds with proposals inside and beside them; the epoch authenticator of each epoch, on which everything before
//! it has a bearing: tree, path secrets, transcript, key schedule), *crypto basics* on the primitives that we hand to
//! OpenMLS, and *messages* on our readers.
//!
//! Passive clients join with [`policy::join`] but for what their vectors force: they read public messages, which our
//! groups refuse, so their wire format is mixed; some of their commits bring in a resumption secret of an earlier epoch,
//! and ours keep none, so theirs keep [`RESUMPTION_PSKS`]; and the lifetimes of their key packages, some of which
//! ended in 2024, are not looked at, neither where they join nor where their own package is put into the store. The
//! epochs and ratchets that are kept, the tree inside of welcomes and the padding are ours. Capabilities, and the life of
//! our own key packages, are of groups that we found ourselves, and no vector reaches them.
//!
//! Not run, for the public interface of OpenMLS does not reach what they look at: tree math, secret tree, message
//! protection, key schedule with its exporter, pre-shared key secret, transcript hashes, welcome, tree operations, tree
//! validation and TreeKEM. OpenMLS runs these itself, in its own repository. Its feature `test-utils` would open some of
//! them to us (`schedule::tests_and_kats`): it is left off, for cargo unites the features of a workspace, so that every test
//! here would then run on another OpenMLS than the one that is shipped, with secrets that can be copied and read; and
//! it brings a dozen libraries along. What rests on the exporter is thus held only to itself: members of one epoch
//! derive the same keys, and another label gives others (`members.rs`).

use std::fs;
use std::path::Path;

use openmls::prelude::tls_codec::DeserializeBytes as _;
use openmls::prelude::{
    KeyPackage, MIXED_PLAINTEXT_WIRE_FORMAT_POLICY, MlsGroup, MlsGroupJoinConfig, MlsMessageBodyIn, MlsMessageIn,
    OpenMlsCrypto as _, ProcessedMessageContent, RatchetTreeIn, StagedWelcome,
};
use openmls::schedule::PreSharedKeyId;
use openmls_traits::OpenMlsProvider as _;
use openmls_traits::signatures::Signer as _;
use openmls_traits::storage::StorageProvider as _;
use openmls_traits::types::{HashType, HpkeCiphertext, SignatureScheme};
use rusqlite::Transaction;
use serde::Deserialize;
use serde_json::Value;

use super::super::provider::Provider;
use super::super::{peek, policy};
use super::*;

/// Resumption secrets that must be kept, for some commits bring in the one of the epoch before.
const RESUMPTION_PSKS: usize = 2;

fn vectors(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name)).unwrap()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

#[derive(Deserialize)]
struct PassiveClient {
    cipher_suite: u16,
    external_psks: Vec<ExternalPsk>,
    key_package: String,
    encryption_priv: String,
    init_priv: String,
    welcome: String,
    ratchet_tree: Option<String>,
    initial_epoch_authenticator: String,
    epochs: Vec<Epoch>,
}

#[derive(Deserialize)]
struct ExternalPsk {
    psk_id: String,
    psk: String,
}

#[derive(Deserialize)]
struct Epoch {
    proposals: Vec<String>,
    commit: String,
    epoch_authenticator: String,
}

fn message(text: &str) -> MlsMessageIn {
    MlsMessageIn::tls_deserialize_exact_bytes(&unhex(text)).unwrap()
}

/// Puts the vector's private keys where a key package of ours would have its own: OpenMLS makes such bundles from the
/// outside in its own tests only, so one of ours is taken apart in its stored form.
fn put_bundle(tx: &Transaction<'_>, vector: &PassiveClient) {
    let provider = Provider::new(tx);
    let MlsMessageBodyIn::KeyPackage(package) = message(&vector.key_package).extract() else {
        panic!("no key package")
    };
    // Some of these ended in 2024. Validation would say so; in stored form the two types look alike.
    let package: KeyPackage = ciborium::Value::serialized(&package).unwrap().deserialized().unwrap();
    let identity = Identity::create(tx, MemberId([1; 16])).unwrap();
    let ours = KeyPackage::builder()
        .build(policy::SUITE, &provider, &identity, identity.member().credential(&identity.public()))
        .unwrap();
    let mut bundle = ciborium::Value::serialized(&ours).unwrap();
    let fields = bundle.as_map_mut().unwrap();
    for (name, value) in fields {
        match name.as_text().unwrap() {
            "key_package" => *value = ciborium::Value::serialized(&package).unwrap(),
            "private_init_key" => replace(value, &unhex(&vector.init_priv)),
            "private_encryption_key" => replace(value, &unhex(&vector.encryption_priv)),
            other => panic!("a new field: {other}"),
        }
    }
    let bundle: openmls::prelude::KeyPackageBundle = bundle.deserialized().unwrap();
    let reference = package.hash_ref(provider.crypto()).unwrap();
    provider.storage().write_key_package(&reference, &bundle).unwrap();
}

/// Replaces the 32 bytes inside of a stored value, whatever is around them.
fn replace(value: &mut ciborium::Value, bytes: &[u8]) {
    use ciborium::Value::{Array, Bytes, Map};
    match value {
        Bytes(old) => {
            assert_eq!(old.len(), bytes.len());
            *old = bytes.to_vec();
        }
        Array(old) if old.len() == bytes.len() => *old = bytes.iter().map(|byte| (*byte).into()).collect(),
        Array(inner) if inner.len() == 1 => replace(&mut inner[0], bytes),
        Map(inner) if inner.len() == 1 => replace(&mut inner[0].1, bytes),
        other => panic!("a stored key has another form: {other:?}"),
    }
}

fn configuration() -> MlsGroupJoinConfig {
    policy::join_with(MIXED_PLAINTEXT_WIRE_FORMAT_POLICY, RESUMPTION_PSKS)
}

fn authenticator(group: &MlsGroup) -> Vec<u8> {
    group.epoch_authenticator().as_slice().to_vec()
}

/// Each step in a transaction of its own, so that the group is loaded from our storage each time.
fn follow(vector: &PassiveClient) {
    assert_eq!(vector.cipher_suite, 3);
    let (mut store, _folder) = store();
    let id = store
        .write(|tx| {
            put_bundle(tx, vector);
            let provider = Provider::new(tx);
            for psk in &vector.external_psks {
                PreSharedKeyId::external(unhex(&psk.psk_id), Vec::new()).store(&provider, &unhex(&psk.psk)).unwrap();
            }
            let MlsMessageBodyIn::Welcome(welcome) = message(&vector.welcome).extract() else { panic!("no welcome") };
            let mut builder = StagedWelcome::build_from_welcome(&provider, &configuration(), welcome)
                .unwrap()
                .skip_lifetime_validation();
            if let Some(tree) = &vector.ratchet_tree {
                builder = builder.with_ratchet_tree(RatchetTreeIn::tls_deserialize_exact_bytes(&unhex(tree)).unwrap());
            }
            let group = builder.build().unwrap().into_group(&provider).unwrap();
            assert_eq!(authenticator(&group), unhex(&vector.initial_epoch_authenticator));
            Ok::<_, Error>(group.group_id().clone())
        })
        .unwrap();
    for epoch in &vector.epochs {
        for text in epoch.proposals.iter().chain([&epoch.commit]) {
            store
                .write(|tx| {
                    let provider = Provider::new(tx);
                    let mut group = MlsGroup::load(provider.storage(), &id).unwrap().unwrap();
                    let read = message(text).try_into_protocol_message().unwrap();
                    match group.process_message(&provider, read).unwrap().into_content() {
                        ProcessedMessageContent::ProposalMessage(proposal) => {
                            group.store_pending_proposal(provider.storage(), *proposal).unwrap();
                        }
                        ProcessedMessageContent::StagedCommitMessage(staged) => {
                            group.merge_staged_commit(&provider, *staged).unwrap();
                        }
                        other => panic!("{other:?}"),
                    }
                    Ok::<_, Error>(())
                })
                .unwrap();
        }
        let reached = store
            .read(|tx| {
                let provider = Provider::new(tx);
                Ok::<_, Error>(authenticator(&MlsGroup::load(provider.storage(), &id).unwrap().unwrap()))
            })
            .unwrap();
        assert_eq!(reached, unhex(&epoch.epoch_authenticator));
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "a figure for the log of the tests")]
fn passive_clients_reach_the_same_epochs() {
    let (mut clients, mut epochs) = (0, 0);
    for name in ["passive-client-welcome.json", "passive-client-handling-commit.json"] {
        let vectors: Vec<PassiveClient> = serde_json::from_str(&vectors(name)).unwrap();
        for vector in &vectors {
            follow(vector);
            clients += 1;
            epochs += 1 + vector.epochs.len();
        }
    }
    println!(
        "FIGURE: {clients} official passive MLS clients of our ciphersuite reached {epochs} epochs through our storage"
    );
    assert_eq!((clients, epochs), (21, 47));
}

/// A vector with a length in front (RFC 9420, section 2.1.2), for up to 63 bytes.
fn vector(bytes: &[u8]) -> Vec<u8> {
    assert!(bytes.len() < 64);
    [&[u8::try_from(bytes.len()).unwrap()], bytes].concat()
}

fn labelled(label: &str, context: &[u8]) -> Vec<u8> {
    [vector(format!("MLS 1.0 {label}").as_bytes()), vector(context)].concat()
}

#[test]
fn primitives_are_the_ones_of_our_ciphersuite() {
    let vectors: Vec<Value> = serde_json::from_str(&vectors("crypto-basics.json")).unwrap();
    let [given] = vectors.as_slice() else { panic!("one vector was kept") };
    let text = |part: &str, field: &str| given[part][field].as_str().unwrap().to_owned();
    let bytes = |part: &str, field: &str| unhex(&text(part, field));
    let number = |part: &str, field: &str| u32::try_from(given[part][field].as_u64().unwrap()).unwrap();
    let crypto = openmls_rust_crypto::RustCrypto::default();
    let expand = |secret: &[u8], label: &str, context: &[u8], length: u16| {
        let info = [&length.to_be_bytes()[..], &labelled(label, context)].concat();
        let out = crypto.hkdf_expand(HashType::Sha2_256, secret, &info, usize::from(length)).unwrap();
        out.as_slice().to_vec()
    };

    let part = "ref_hash";
    let input = [vector(text(part, "label").as_bytes()), vector(&bytes(part, "value"))].concat();
    assert_eq!(crypto.hash(HashType::Sha2_256, &input).unwrap(), bytes(part, "out"));

    let part = "expand_with_label";
    let length = u16::try_from(number(part, "length")).unwrap();
    let out = expand(&bytes(part, "secret"), &text(part, "label"), &bytes(part, "context"), length);
    assert_eq!(out, bytes(part, "out"));

    let part = "derive_secret";
    assert_eq!(expand(&bytes(part, "secret"), &text(part, "label"), b"", 32), bytes(part, "out"));

    let part = "derive_tree_secret";
    let context = number(part, "generation").to_be_bytes();
    assert_eq!(expand(&bytes(part, "secret"), &text(part, "label"), &context, 32), bytes(part, "out"));

    let part = "encrypt_with_label";
    let sealed =
        HpkeCiphertext { kem_output: bytes(part, "kem_output").into(), ciphertext: bytes(part, "ciphertext").into() };
    let info = labelled(&text(part, "label"), &bytes(part, "context"));
    let opened = crypto.hpke_open(policy::SUITE.hpke_config(), &sealed, &bytes(part, "priv"), &info, b"").unwrap();
    assert_eq!(opened, bytes(part, "plaintext"));

    // Our signer, from the vector's private key.
    let part = "sign_with_label";
    let signed = labelled(&text(part, "label"), &bytes(part, "content"));
    let (mut store, _folder) = store();
    let own = [vec![0; 16], bytes(part, "priv")].concat();
    let identity = store.write(|tx| Identity::restore(tx, &own)).unwrap();
    assert_eq!(identity.public().as_slice(), bytes(part, "pub"));
    assert_eq!(openmls_traits::signatures::Signer::sign(&identity, &signed).unwrap(), bytes(part, "signature"));
    assert_eq!(identity.signature_scheme(), SignatureScheme::ED25519);
    crypto.verify_signature(SignatureScheme::ED25519, &signed, &bytes(part, "pub"), &bytes(part, "signature")).unwrap();
}

#[test]
fn official_messages_are_read_and_refused_for_the_right_reason() {
    let vectors: Vec<Value> = serde_json::from_str(&vectors("messages.json")).unwrap();
    assert_eq!(vectors.len(), 8);
    let mut ben = group_of(2).remove(1);
    for given in &vectors {
        let bytes = |field: &str| unhex(given[field].as_str().unwrap());
        for field in ["mls_welcome", "mls_group_info", "mls_key_package", "private_message"] {
            MlsMessageIn::tls_deserialize_exact_bytes(&bytes(field)).unwrap();
        }
        // Well formed, and not for us: of other groups, to others, under keys that sign nothing.
        peek(&bytes("private_message")).unwrap();
        assert!(matches!(ben.open(&bytes("private_message")), Err(Error::OtherGroup)));
        assert!(matches!(ben.join(&bytes("mls_welcome")), Err(Error::NotForUs | Error::Misbehaviour { .. })));
        assert!(matches!(read_key_package(&bytes("mls_key_package")), Err(Error::Misbehaviour { .. })));
        for field in ["public_message_application", "public_message_proposal", "public_message_commit"] {
            assert!(matches!(ben.open(&bytes(field)), Err(Error::NotReadable { .. })), "{field}");
        }
    }
}
