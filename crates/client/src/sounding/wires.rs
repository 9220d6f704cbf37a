//! The way of a run's links: streams through the relay, handed to blocking code as local pipes.

use std::os::unix::net::UnixStream;

use envelope::StreamId;
use link::Pipe;

use crate::courier::Courier;
use crate::error::{Error, Result};

/// A pipe to another party of a run. The relay sees that two members of the log talk, when and how much.
pub(super) async fn pipe(courier: &Courier, run_id: &[u8; 32], one: usize, other: usize) -> Result<Box<dyn Pipe>> {
    let mut remote = courier.open_stream(stream_id(run_id, one, other)).await?;
    let (near, far) = UnixStream::pair().map_err(trouble)?;
    far.set_nonblocking(true).map_err(trouble)?;
    let mut far = tokio::net::UnixStream::from_std(far).map_err(trouble)?;
    tokio::spawn(async move {
        // However it ends, both ends are closed by it, and the link over them says so.
        let _ = tokio::io::copy_bidirectional_with_sizes(&mut far, &mut remote, 1 << 17, 1 << 17).await;
    });
    Ok(Box::new(near))
}

/// The stream of a pair in a run; the same at both ends, and nothing to whoever does not know the run.
fn stream_id(run_id: &[u8; 32], one: usize, other: usize) -> StreamId {
    let mut hasher = blake3::Hasher::new_derive_key("backchannel stream of a pair v1");
    hasher.update(run_id);
    for party in [one.min(other), one.max(other)] {
        hasher.update(&(party as u64).to_le_bytes());
    }
    StreamId(*hasher.finalize().as_bytes())
}

fn trouble(error: std::io::Error) -> Error {
    Error::Trouble(format!("a local pipe could not be made: {error}"))
}
