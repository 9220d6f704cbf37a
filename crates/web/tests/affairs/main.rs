//! The pages about the house itself: what the first screen says, who is in, the gate, this machine, the end.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where a step fails")]
mod ending;
mod gate;
#[path = "../kit/mod.rs"]
mod kit;
mod machine;
mod members;
mod overview;

use client::Participant;
use client::vault::{Passphrase, Vault};
use kit::{Desk, PASSPHRASE};

/// Another hand on the dialogue of a desk's vault, for what is prepared beside the pages.
fn hand(desk: &Desk) -> (Vault, Participant) {
    let mut vault = desk.home.unlock(&Passphrase::new(PASSPHRASE.into())).unwrap();
    let id = dialogue::id::unhex(desk.talk.trim_start_matches("/talk/")).unwrap();
    let me = Participant::open(&mut vault, id, None).unwrap();
    (vault, me)
}

/// The bytes of an answer's body, and its head.
async fn bytes(desk: &Desk, request: &[u8]) -> (String, Vec<u8>) {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let mut stream = tokio::net::TcpStream::connect(("127.0.0.1", desk.port)).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut all = Vec::new();
    stream.read_to_end(&mut all).await.unwrap();
    let at = all.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    (String::from_utf8_lossy(&all[..at]).into_owned(), all[at + 4..].to_vec())
}

/// Looks at a page outside of the dialogue until it says something.
async fn until(desk: &Desk, path: &str, words: &str) {
    for _ in 0..600 {
        if desk.get(path).await.text().contains(words) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{path} never said “{words}”: {}", desk.get(path).await.text());
}
