//! The way of a run's links: streams through the relay, handed to blocking code as local pipes.
//!
//! Whoever may open streams of the log can open any whose name it knows, and whoever comes first has the place. So a
//! stream's name is derived from a secret of the two machines that meet on it, and not from what all members know.

use std::os::unix::net::UnixStream;

use envelope::StreamId;
use link::{Attendance, Pipe};
use zeroize::Zeroize;

use crate::courier::Courier;
use crate::error::{Error, Result};

/// A pipe to another party of a run. The relay sees that two members of the log talk, when and how much.
pub(super) async fn pipe(courier: &Courier, attendance: &Attendance<'_>, peer: usize) -> Result<Box<dyn Pipe>> {
    let mut remote = courier.open_stream(shared_id(attendance, peer)?).await?;
    let (near, far) = UnixStream::pair().map_err(trouble)?;
    far.set_nonblocking(true).map_err(trouble)?;
    let mut far = tokio::net::UnixStream::from_std(far).map_err(trouble)?;
    tokio::spawn(async move {
        // However it ends, both ends are closed by it, and the link over them says so.
        let _ = tokio::io::copy_bidirectional_with_sizes(&mut far, &mut remote, 1 << 17, 1 << 17).await;
    });
    Ok(Box::new(near))
}

/// The stream of this party with another in a run; the same at both ends, and computed by nobody else.
fn shared_id(attendance: &Attendance<'_>, peer: usize) -> Result<StreamId> {
    let key = |party: usize| attendance.keys.get(party).ok_or_else(|| trouble("there is no such party"));
    let (low, high) = (attendance.me.min(peer), attendance.me.max(peer));
    let secret = attendance.own.shared(key(peer)?).map_err(trouble)?;
    Ok(stream_id(&secret, [key(low)?, key(high)?], attendance.run_id, [low, high]))
}

/// The name that a secret gives to the stream of a pair; the party of the lower index comes first.
pub(super) fn stream_id(
    secret: &[u8; 32],
    [low, high]: [&[u8; 32]; 2],
    run_id: &[u8; 32],
    pair: [usize; 2],
) -> StreamId {
    let mut hasher = blake3::Hasher::new_derive_key("backchannel stream of a pair v2");
    for part in [secret, low, high, run_id] {
        hasher.update(part);
    }
    for party in pair {
        hasher.update(&(party as u64).to_le_bytes());
    }
    let name = StreamId(*hasher.finalize().as_bytes());
    hasher.zeroize();
    name
}

fn trouble(cause: impl std::fmt::Display) -> Error {
    Error::Trouble(format!("a way to another party could not be made: {cause}"))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;
    use link::Identity;

    #[test]
    fn the_two_ends_of_a_pair_name_one_stream_and_a_third_another() {
        let own: Vec<Identity> = (0..3).map(|_| Identity::fresh().unwrap()).collect();
        let keys: Vec<[u8; 32]> = own.iter().map(|one| one.public).collect();
        let named = |me: usize, peer: usize, holder: usize, run_id: [u8; 32]| {
            let attendance = Attendance { run_id: &run_id, me, own: &own[holder], keys: &keys };
            shared_id(&attendance, peer).unwrap().0
        };
        let name = named(0, 1, 0, [7; 32]);
        assert_eq!(name, named(1, 0, 1, [7; 32]));
        // A third takes either part with its own key.
        assert_ne!(name, named(0, 1, 2, [7; 32]));
        assert_ne!(name, named(1, 0, 2, [7; 32]));
        // Another run and another pair have other streams.
        assert_ne!(name, named(0, 1, 0, [8; 32]));
        assert_ne!(name, named(0, 2, 0, [7; 32]));
        assert_eq!(named(0, 2, 0, [7; 32]), named(2, 0, 2, [7; 32]));
    }
}
