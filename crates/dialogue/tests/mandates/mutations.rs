//! Every byte counts: of the document, of the signature file, and of what is inside it.
use dialogue::mandate::{Error, SignedRevocation};

use super::desk::{DURING, FROZEN, FROZEN_REVOCATION, VECTORS, check_bytes};
use super::keys::{armored, blob_of};

/// What a byte is changed into: each single bit flipped, or, where long tests are asked for, all other values.
fn others(byte: u8) -> Vec<u8> {
    match std::env::var_os("BACKCHANNEL_SOAK") {
        Some(_) => (0..=255).filter(|other| *other != byte).collect(),
        None => (0..8).map(|bit| byte ^ 1 << bit).collect(),
    }
}

/// All texts that differ from this one in a single byte: changed, taken out, or doubled; and all its beginnings.
fn mutants(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut mutants = Vec::new();
    for at in 0..bytes.len() {
        for other in others(bytes[at]) {
            let mut changed = bytes.to_vec();
            changed[at] = other;
            mutants.push(changed);
        }
        mutants.push([&bytes[..at], &bytes[at + 1..]].concat());

        mutants.push([&bytes[..=at], &bytes[at..]].concat());
        mutants.push(bytes[..at].to_vec());
    }
    mutants
}

fn refused_as_document(error: &Error) -> bool {
    matches!(error, Error::Unreadable { .. } | Error::NotCanonical { .. } | Error::SignatureFalse)
}

fn refused_as_signature(error: &Error) -> bool {
    matches!(
        error,
        Error::SignatureUnreadable(_)
            | Error::Namespace { .. }
            | Error::Hash { .. }
            | Error::KeyKind { .. }
            | Error::RsaSize { .. }
            | Error::SignatureFalse
    )
}

#[test]
fn every_byte_of_the_document_counts() {
    let (_, signature, _) = VECTORS[0];
    assert!(check_bytes(FROZEN.as_bytes(), signature.as_bytes(), DURING, &[]).is_ok());
    let (mut seen, mut false_ones) = (0, 0);
    for mutant in mutants(FROZEN.as_bytes()) {
        let error = check_bytes(&mutant, signature.as_bytes(), DURING, &[]).unwrap_err();
        assert!(refused_as_document(&error), "{error}: {}", String::from_utf8_lossy(&mutant));
        seen += 1;
        false_ones += usize::from(error == Error::SignatureFalse);
    }
    println!("FIGURE: {seen} altered mandates refused, {false_ones} of them readable and so by the signature alone");
    assert!(false_ones > 500, "most letters of free text can be altered into others: {false_ones}");
}

#[test]
fn every_byte_of_the_signature_file_counts() {
    let mut seen = 0;
    for (kind, signature, _) in VECTORS {
        for mutant in mutants(signature.as_bytes()) {
            let error = check_bytes(FROZEN.as_bytes(), &mutant, DURING, &[]).unwrap_err();
            assert!(refused_as_signature(&error), "{kind}: {error}");
            seen += 1;
        }
    }
    println!("FIGURE: {seen} altered signature files of {} kinds of keys refused", VECTORS.len());
}

#[test]
fn every_byte_inside_the_signature_counts() {
    let mut seen = 0;
    for (kind, signature, _) in VECTORS {
        let blob = blob_of(signature);
        assert_eq!(armored(&blob), signature, "{kind}: the armour is written as OpenSSH writes it");
        for mutant in mutants(&blob) {
            let error = check_bytes(FROZEN.as_bytes(), armored(&mutant).as_bytes(), DURING, &[]).unwrap_err();
            assert!(refused_as_signature(&error), "{kind}: {error}");
            seen += 1;
        }
    }
    println!("FIGURE: {seen} signatures altered inside, of {} kinds of keys, refused", VECTORS.len());
}

#[test]
fn every_byte_of_a_revocation_counts() {
    let (document, signature) = FROZEN_REVOCATION;
    assert!(SignedRevocation::read(document.as_bytes(), signature.as_bytes()).is_ok());
    for mutant in mutants(document.as_bytes()) {
        let error = SignedRevocation::read(&mutant, signature.as_bytes()).unwrap_err();
        assert!(refused_as_document(&error), "{error}");
    }
    for mutant in mutants(signature.as_bytes()) {
        let error = SignedRevocation::read(document.as_bytes(), &mutant).unwrap_err();
        assert!(refused_as_signature(&error), "{error}");
    }
}
