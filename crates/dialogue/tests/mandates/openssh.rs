//! Both ways against OpenSSH itself: what it signs holds here, and what is signed here it verifies.
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use dialogue::mandate::{Error, NAMESPACE, PrincipalKey, Revocation, Revoked};
use ssh_key::private::PrivateKey;
use tempfile::TempDir;

use super::desk::{DURING, FROZEN, VECTORS, check_at, mandate, sign};
use super::keys::by_security_key;

/// Kinds of keys as `ssh-keygen -t KIND -b BITS` makes them, all accepted.
const KINDS: [(&str, &str); 5] =
    [("ed25519", "256"), ("ecdsa", "256"), ("ecdsa", "384"), ("rsa", "3072"), ("rsa", "4096")];

/// A folder with a key in it, where OpenSSH is installed.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn with_key(kind: &str, bits: &str) -> Option<Self> {
        if Command::new("ssh-keygen").arg("-?").stdin(Stdio::null()).output().is_err() {
            println!(
                "SKIPPED: ssh-keygen is not installed (package openssh-client), so nothing was held against OpenSSH"
            );
            return None;
        }
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let key = desk.path("key");
        desk.run(&["-q", "-t", kind, "-b", bits, "-N", "", "-C", "minister@example", "-f", text(&key)], "");
        Some(desk)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn try_run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new("ssh-keygen")
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("SSH_AUTH_SOCK")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    fn run(&self, arguments: &[&str], input: &str) -> String {
        let output = self.try_run(arguments, input);
        let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "ssh-keygen {arguments:?}: {said}{complained}");
        said.into_owned()
    }

    /// As `docs/MANDATES.md` tells an official to.
    fn sign(&self, name: &str, document: &str, namespace: &str, options: &[&str]) -> String {
        fs::write(self.path(name), document).unwrap();
        let signature = self.path(&format!("{name}.sig"));
        let _ = fs::remove_file(&signature);
        let arguments = [&["-Y", "sign", "-q", "-f", "key", "-n", namespace], options, &[name]].concat();
        self.run(&arguments, "");
        fs::read_to_string(signature).unwrap()
    }

    /// What OpenSSH says of a signature by a key that is listed for a principal.
    fn verify(&self, public: &str, document: &str, signature: &str) -> Output {
        let listed = format!("minister@example namespaces=\"{NAMESPACE}\" {public}\n");
        fs::write(self.path("allowed_signers"), listed).unwrap();
        fs::write(self.path("given.sig"), signature).unwrap();
        let arguments =
            ["-Y", "verify", "-f", "allowed_signers", "-I", "minister@example", "-n", NAMESPACE, "-s", "given.sig"];
        self.try_run(&arguments, document)
    }

    fn public(&self) -> String {
        fs::read_to_string(self.path("key.pub")).unwrap().trim_end().to_owned()
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn what_openssh_signs_holds_and_what_is_signed_here_openssh_verifies() {
    for (kind, bits) in KINDS {
        let Some(desk) = Desk::with_key(kind, bits) else { return };
        for options in [&[][..], &["-O", "hashalg=sha256"]] {
            let signature = desk.sign("mandate.txt", FROZEN, NAMESPACE, options);
            let verified = check_at(FROZEN, &signature, DURING, &[]).unwrap();
            assert_eq!(*verified.key(), PrincipalKey::from_openssh(&desk.public()).unwrap(), "{kind} {bits}");
            let listed = desk.run(&["-l", "-f", "key.pub"], "");
            assert!(listed.contains(&verified.key().fingerprint()), "{kind} {bits}: {listed}");
            assert!(desk.verify(&desk.public(), FROZEN, &signature).status.success());
        }
        if kind == "rsa" {
            // The ssh-key crate (0.6.7) cannot sign with RSA keys, only verify; the product never signs.
            continue;
        }
        let private = PrivateKey::read_openssh_file(&desk.path("key")).unwrap();
        let ours = sign(&private, NAMESPACE, FROZEN);
        assert!(check_at(FROZEN, &ours, DURING, &[]).is_ok());
        let output = desk.verify(&desk.public(), FROZEN, &ours);
        assert!(output.status.success(), "{kind} {bits}: {}", String::from_utf8_lossy(&output.stderr));
        let novalidate = desk.run(&["-Y", "check-novalidate", "-n", NAMESPACE, "-s", "given.sig"], FROZEN);
        assert!(novalidate.starts_with("Good \"mandate@backchannel\" signature"), "{novalidate}");
        let altered = desk.verify(&desk.public(), &FROZEN.replace("June", "July"), &ours);
        assert!(!altered.status.success(), "OpenSSH refuses the altered document too");
    }
}

#[test]
fn frozen_signatures_are_good_to_openssh() {
    let Some(desk) = Desk::with_key("ed25519", "256") else { return };
    for (kind, signature, public) in VECTORS {
        let output = desk.verify(public.trim_end(), FROZEN, signature);
        assert!(output.status.success(), "{kind}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn what_a_security_key_signs_is_good_to_openssh() {
    let Some(desk) = Desk::with_key("ed25519", "256") else { return };
    let (_, signature) = by_security_key(FROZEN);
    fs::write(desk.path("given.sig"), &signature).unwrap();
    let said = desk.run(&["-Y", "check-novalidate", "-n", NAMESPACE, "-s", "given.sig"], FROZEN);
    assert!(said.contains("ED25519-SK") && check_at(FROZEN, &signature, DURING, &[]).is_ok(), "{said}");
}

#[test]
fn openssh_signatures_that_are_not_accepted_are_refused() {
    let Some(desk) = Desk::with_key("ed25519", "256") else { return };
    let file = check_at(FROZEN, &desk.sign("mandate.txt", FROZEN, "file", &[]), DURING, &[]).unwrap_err();
    assert_eq!(file, Error::Namespace { found: "file".to_owned() });
    let other = check_at(FROZEN, &desk.sign("other.txt", "another text\n", NAMESPACE, &[]), DURING, &[]).unwrap_err();
    assert_eq!(other, Error::SignatureFalse);
    for (kind, bits, expected) in [
        ("rsa", "2048", Error::RsaSize { bits: 2048 }),
        ("ecdsa", "521", Error::KeyKind { found: "ecdsa-sha2-nistp521".to_owned() }),
    ] {
        let desk = Desk::with_key(kind, bits).unwrap();
        let signature = desk.sign("mandate.txt", FROZEN, NAMESPACE, &[]);
        assert_eq!(check_at(FROZEN, &signature, DURING, &[]).unwrap_err(), expected);
        assert_eq!(PrincipalKey::from_openssh(&desk.public()).unwrap_err(), expected);
    }
}

#[test]
fn a_revocation_signed_with_openssh_revokes() {
    for (kind, bits) in [KINDS[0], KINDS[1], KINDS[3]] {
        let Some(desk) = Desk::with_key(kind, bits) else { return };
        let signature = desk.sign("mandate.txt", FROZEN, NAMESPACE, &[]);
        let document = Revocation::of(&mandate(), DURING, None).unwrap().to_text();
        let revoked = Revoked { signature: desk.sign("revocation.txt", &document, NAMESPACE, &[]), document };
        assert!(check_at(FROZEN, &signature, DURING - 1, std::slice::from_ref(&revoked)).is_ok());
        let error = check_at(FROZEN, &signature, DURING, std::slice::from_ref(&revoked)).unwrap_err();
        assert_eq!(error, Error::Revoked { at: DURING, reason: None });
    }
}

#[test]
fn the_digest_is_what_sha256sum_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mandate.txt");
    fs::write(&path, FROZEN).unwrap();
    match Command::new("sha256sum").arg(&path).output() {
        Ok(output) => {
            let said = String::from_utf8(output.stdout).unwrap();
            assert_eq!(said.split(' ').next(), Some(mandate().digest().to_string().as_str()));
        }
        Err(_) => println!("SKIPPED: sha256sum is not installed, so the digest was not held against it"),
    }
}
