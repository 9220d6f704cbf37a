//! Which keys, hashes and namespaces are accepted; each refusal has a message of its own.
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dialogue::mandate::{Error, NAMESPACE, PrincipalKey, Signed};
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256, Sha512};

use super::desk::{DURING, FROZEN, VECTORS, check_at, key, sign};

/// The bytes inside a signature file.
pub(crate) fn blob_of(signature: &str) -> Vec<u8> {
    let digits: String = signature.lines().filter(|line| !line.starts_with('-')).collect();
    STANDARD.decode(digits).unwrap()
}

/// A signature file as OpenSSH writes it.
pub(crate) fn armored(blob: &[u8]) -> String {
    let digits = STANDARD.encode(blob);
    let lines: Vec<&str> = digits.as_bytes().chunks(70).map(|line| std::str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN SSH SIGNATURE-----\n{}\n-----END SSH SIGNATURE-----\n", lines.join("\n"))
}

fn string(bytes: &[u8]) -> Vec<u8> {
    [&u32::try_from(bytes.len()).unwrap().to_be_bytes(), bytes].concat()
}

/// A signature file put together from its parts.
fn assembled(key: &[u8], namespace: &str, reserved: &[u8], hash: &str, signature: &[u8]) -> String {
    let strings = [key, namespace.as_bytes(), reserved, hash.as_bytes(), signature].map(string).concat();
    armored(&[b"SSHSIG\0\0\0\x01".as_slice(), &strings].concat())
}

/// What is signed, over a document hashed with SHA-512.
fn to_be_signed(namespace: &str, reserved: &[u8], document: &str) -> Vec<u8> {
    let digest = Sha512::digest(document.as_bytes());
    let strings = [namespace.as_bytes(), reserved, b"sha512", digest.as_slice()].map(string).concat();
    [b"SSHSIG".as_slice(), &strings].concat()
}

/// A key of a hardware token, played by software: key, and signature with flags and counter behind it.
pub(crate) fn by_security_key(document: &str) -> (Vec<u8>, String) {
    let secret = SigningKey::from_bytes(&[9; 32]);
    let kind = b"sk-ssh-ed25519@openssh.com".as_slice();
    let key = [string(kind), string(secret.verifying_key().as_bytes()), string(b"ssh:")].concat();
    let (flags, counter) = ([1_u8], 7_u32.to_be_bytes());
    let message = Sha256::digest(to_be_signed(NAMESPACE, b"", document));
    let signed = [Sha256::digest(b"ssh:").as_slice(), &flags, &counter, &message].concat();
    let value = secret.sign(&signed).to_bytes();
    let signature = [string(kind), string(&value), flags.to_vec(), counter.to_vec()].concat();
    (key.clone(), assembled(&key, NAMESPACE, b"", "sha512", &signature))
}

#[test]
fn what_openssh_signed_with_any_accepted_kind_of_key_holds() {
    for (kind, signature, public) in VECTORS {
        let verified = check_at(FROZEN, signature, DURING, &[]).unwrap();
        let expected = PrincipalKey::from_openssh(public).unwrap();
        assert_eq!(*verified.key(), expected, "{kind}");
        assert!(verified.key().fingerprint().starts_with("SHA256:"));
    }
}

#[test]
fn a_security_key_signs_mandates() {
    let (_, signature) = by_security_key(FROZEN);
    let verified = check_at(FROZEN, &signature, DURING, &[]).unwrap();
    assert_eq!(verified.key().kind(), "sk-ssh-ed25519@openssh.com");
    let blob = blob_of(&signature);
    for at in 0..blob.len() {
        for bit in 0..8 {
            let mut changed = blob.clone();
            changed[at] ^= 1 << bit;
            assert!(check_at(FROZEN, &armored(&changed), DURING, &[]).is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_signature_for_another_purpose_is_no_mandate() {
    for namespace in ["file", "git", "mandate", "mandate@backchannel.example", "Mandate@backchannel"] {
        let error = check_at(FROZEN, &sign(&key(1), namespace, FROZEN), DURING, &[]).unwrap_err();
        assert_eq!(error, Error::Namespace { found: namespace.to_owned() });
        assert!(error.to_string().contains("`mandate@backchannel`"), "{error}");
    }
    // Claiming the right one over a signature made under another does not help.
    let other = blob_of(&sign(&key(1), "mandate@backchannex", FROZEN));
    let at = other.windows(19).position(|window| window == b"mandate@backchannex").unwrap();
    let claimed = [&other[..at + 18], b"l", &other[at + 19..]].concat();
    assert_eq!(check_at(FROZEN, &armored(&claimed), DURING, &[]).unwrap_err(), Error::SignatureFalse);
}

#[test]
fn keys_and_hashes_that_are_not_accepted_are_named() {
    let refused = |signature: &str| Signed::read(FROZEN.as_bytes(), signature.as_bytes()).unwrap_err();
    let (_, rsa, _) = VECTORS[3];
    let replaced = |signature: &str, from: &[u8], to: &[u8]| {
        let (from, to) = (string(from), string(to));
        let blob = blob_of(signature);
        // The inner signature's own length changes with its name, so the whole is put together anew.
        let at = blob.windows(from.len()).rposition(|window| window == from).unwrap();
        let inner_at = at - 4;
        let inner = [&to, &blob[at + from.len()..]].concat();
        armored(&[&blob[..inner_at], &string(&inner)].concat())
    };
    let sha1 = refused(&replaced(rsa, b"rsa-sha2-512", b"ssh-rsa"));
    assert_eq!(sha1.to_string(), "signed with the hash `sha1`; SHA-256 and SHA-512 are accepted");
    let odd = refused(&replaced(rsa, b"rsa-sha2-512", b"rsa-md5"));
    assert!(odd.to_string().contains("it is of the kind `rsa-md5` and its key of the kind `ssh-rsa`"), "{odd}");

    let ed25519 = string(b"ssh-ed25519");
    let plain = [ed25519.clone(), string(key(1).public_key().key_data().ed25519().unwrap().as_ref())].concat();
    let value = [ed25519.clone(), string(&[0; 64])].concat();
    assert_eq!(refused(&assembled(&plain, NAMESPACE, b"", "sha1", &value)), Error::Hash { found: "sha1".to_owned() });
    assert_eq!(refused(&assembled(&plain, NAMESPACE, b"", "sha512", &value)), Error::SignatureFalse);
    let reserved = refused(&assembled(&plain, NAMESPACE, b"x", "sha512", &value));
    assert!(reserved.to_string().contains("reserved field"), "{reserved}");

    // A point of order 8: with it, one signature would fit about every message.
    let weak = dialogue::id::unhex::<32>("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a").unwrap();
    let weak = [ed25519.clone(), string(&weak)].concat();
    assert_eq!(refused(&assembled(&weak, NAMESPACE, b"", "sha512", &value)), Error::WeakKey);
    let identity = [&[1_u8][..], &[0; 31]].concat();
    let everyones = [ed25519.clone(), string(&[&identity[..], &[0; 32]].concat())].concat();
    let weak = [ed25519, string(&identity)].concat();
    assert_eq!(refused(&assembled(&weak, NAMESPACE, b"", "sha512", &everyones)), Error::WeakKey);

    for kind in ["ssh-dss", "ecdsa-sha2-nistp521", "ssh-ed25519-cert-v01@openssh.com", "ssh-ed448"] {
        let key = [string(kind.as_bytes()), string(&[0; 32])].concat();
        let error = refused(&assembled(&key, NAMESPACE, b"", "sha512", &value));
        assert_eq!(error, Error::KeyKind { found: kind.to_owned() });
    }

    for bits in [2048, 3071, 4097, 8192] {
        let error = refused(&assembled(&rsa_of(bits), NAMESPACE, b"", "sha512", &value));
        assert_eq!(error, Error::RsaSize { bits });
    }
    for bits in [3072, 4096] {
        let error = refused(&assembled(&rsa_of(bits), NAMESPACE, b"", "sha512", &value));
        assert!(matches!(error, Error::SignatureUnreadable(_)), "{bits}: {error}");
    }
}

/// An RSA key of so many bits that nobody can sign with.
fn rsa_of(bits: usize) -> Vec<u8> {
    let mut modulus = vec![0; bits.div_ceil(8)];
    modulus[0] = 1 << ((bits - 1) % 8);
    *modulus.last_mut().unwrap() |= 1;
    if modulus[0] >= 0x80 {
        modulus.insert(0, 0);
    }
    [string(b"ssh-rsa"), string(&[1, 0, 1]), string(&modulus)].concat()
}

#[test]
fn a_compressed_key_is_not_a_second_form_of_the_same_key() {
    let (_, signature, _) = VECTORS[1];
    let blob = blob_of(signature);
    // The point stands behind its length, 65: 4, x, y. Its short form is 2 or 3, by y's last bit, and x.
    let at = blob.windows(5).position(|window| window == [0, 0, 0, 65, 4]).unwrap() + 4;
    let point = [&[2 + (blob[at + 64] & 1)], &blob[at + 1..at + 33]].concat();
    let key = [string(b"ecdsa-sha2-nistp256"), string(b"nistp256"), string(&point)].concat();
    let short = armored(&[b"SSHSIG\0\0\0\x01".as_slice(), &string(&key), &blob[at + 65..]].concat());
    let error = check_at(FROZEN, &short, DURING, &[]).unwrap_err();
    assert!(error.to_string().contains("compressed"), "{error}");
}

#[test]
fn principals_keys_are_read_from_pub_files() {
    for (kind, _, public) in VECTORS {
        assert!(PrincipalKey::from_openssh(public).is_ok(), "{kind}");
    }
    assert!(PrincipalKey::from_openssh("ssh-ed25519 AAAA").is_err());
    let dsa = PrincipalKey::from_openssh("ssh-dss AAAAB3NzaC1kc3MAAAAA somebody").unwrap_err();
    assert_eq!(dsa, Error::KeyKind { found: "ssh-dss".to_owned() });
}
