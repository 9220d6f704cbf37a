//! The signature file of `ssh-keygen -Y sign` (OpenSSH, PROTOCOL.sshsig), read in one form only.
//!
//! The ssh-key crate's own reader is more forgiving: nested lengths need not be used up, and a changed byte could
//! mean the same signature. Here every byte of the file is either right or refused.
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----\n";
const END: &str = "-----END SSH SIGNATURE-----\n";
const WIDTH: usize = 70;

/// The parts of a signature, as they stand in its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    pub(super) key: &'a [u8],
    pub(super) namespace: &'a [u8],
    pub(super) hash: &'a [u8],
    pub(super) signature: &'a [u8],
}

/// The bytes inside the armour.
pub(super) fn open(armored: &[u8]) -> Result<Vec<u8>, String> {
    let text = std::str::from_utf8(armored).map_err(|_| "it is no text".to_owned())?;
    if text.contains('\r') {
        return Err("its lines end with CR LF (as some mail programs and editors write)".to_owned());
    }
    let body =
        text.strip_prefix(BEGIN).ok_or_else(|| format!("it does not begin with the line `{}`", BEGIN.trim_end()))?;
    let body = body.strip_suffix(END).ok_or_else(|| format!("it does not end with the line `{}`", END.trim_end()))?;
    let lines: Vec<&str> = body.split_inclusive('\n').collect();
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter().enumerate() {
        let width = line.strip_suffix('\n').map(str::len).filter(|width| (1..=WIDTH).contains(width));
        if width.is_none_or(|width| width < WIDTH && at < last) {
            return Err(format!("its line {} is not {WIDTH} characters long", at + 2));
        }
    }
    let digits: String = lines.iter().map(|line| line.trim_end_matches('\n')).collect();
    STANDARD.decode(digits).map_err(|error| format!("its Base64 is damaged ({error})"))
}

/// The parts of the bytes inside the armour.
pub(super) fn parts(mut blob: &[u8]) -> Result<Parts<'_>, String> {
    let rest = &mut blob;
    if bytes(rest, 6)? != b"SSHSIG" {
        return Err("it does not begin with SSHSIG".to_owned());
    }
    let version = bytes(rest, 4)?;
    if version != [0, 0, 0, 1] {
        return Err("it is not of version 1".to_owned());
    }
    let (key, namespace, reserved, hash, signature) =
        (string(rest)?, string(rest)?, string(rest)?, string(rest)?, string(rest)?);
    if !reserved.is_empty() {
        return Err("its reserved field is not empty".to_owned());
    }
    used_up(rest)?;
    Ok(Parts { key, namespace, hash, signature })
}

/// Takes bytes of a given number.
pub(super) fn bytes<'a>(from: &mut &'a [u8], count: usize) -> Result<&'a [u8], String> {
    let (taken, rest) = from.split_at_checked(count).ok_or("it ends too early")?;
    *from = rest;
    Ok(taken)
}

/// Takes a string (RFC 4251, section 5): its length in four bytes, then its bytes.
pub(super) fn string<'a>(from: &mut &'a [u8]) -> Result<&'a [u8], String> {
    let length = bytes(from, 4)?.iter().fold(0_usize, |length, byte| length << 8 | usize::from(*byte));
    bytes(from, length)
}

/// Nothing is left.
pub(super) fn used_up(rest: &[u8]) -> Result<(), String> {
    if rest.is_empty() { Ok(()) } else { Err(format!("it has {} bytes too many", rest.len())) }
}
