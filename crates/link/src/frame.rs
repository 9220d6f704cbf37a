//! What one encrypted frame of a link says: a piece of a message, a credit, a sign of life, the end.
use mpc::channel::{MESSAGE_BYTES, Stream};

/// The longest message of Noise.
pub(crate) const CIPHERTEXT_BYTES: usize = 65_535;
/// What the cipher adds.
pub(crate) const TAG_BYTES: usize = 16;
/// Kind and number stand before every piece.
const HEADER_BYTES: usize = 5;
/// The longest piece of a message in one frame.
pub(crate) const PIECE_BYTES: usize = CIPHERTEXT_BYTES - TAG_BYTES - HEADER_BYTES;

const CREDIT: u8 = 2;
const ALIVE: u8 = 4;
const CLOSE: u8 = 5;

/// Both streams, in the order of their numbers.
pub(crate) const STREAMS: [Stream; 2] = [Stream::Rounds, Stream::Tables];

/// One frame, before encryption.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Frame<'a> {
    /// A piece of a message, never empty; `remaining` counts the bytes from this piece to the message's end.
    Piece { stream: Stream, remaining: usize, bytes: &'a [u8] },
    /// The other end took this many bytes of the stream and may be sent as many more.
    Credit { stream: Stream, bytes: usize },
    /// Still here.
    Alive,
    /// Nothing follows.
    Close,
}

impl<'a> Frame<'a> {
    /// Writes the frame over `out`.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let (kind, number, bytes): (u8, usize, &[u8]) = match self {
            Self::Piece { stream, remaining, bytes } => (*stream as u8, *remaining, bytes),
            Self::Credit { stream, bytes } => (CREDIT + *stream as u8, *bytes, &[]),
            Self::Alive => (ALIVE, 0, &[]),
            Self::Close => (CLOSE, 0, &[]),
        };
        out.clear();
        out.push(kind);
        out.extend_from_slice(&u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
        out.extend_from_slice(bytes);
    }

    /// Whether its bytes are part of what a run costs: not where they depend on the machines' speed.
    pub(crate) fn counts(&self) -> bool {
        !matches!(self, Self::Alive | Self::Credit { .. })
    }

    /// Reads a frame; `None` for one that this program never sends.
    pub(crate) fn read(plain: &'a [u8]) -> Option<Self> {
        let (header, bytes) = plain.split_at_checked(HEADER_BYTES)?;
        let (kind, number) = header.split_first()?;
        let number = usize::try_from(u32::from_le_bytes(number.try_into().ok()?)).ok()?;
        match (*kind, bytes.is_empty(), number) {
            (0 | 1, _, 1..=MESSAGE_BYTES) if bytes.len() == number.min(PIECE_BYTES) => {
                let stream = if *kind == 0 { Stream::Rounds } else { Stream::Tables };
                Some(Self::Piece { stream, remaining: number, bytes })
            }
            (2, true, 1..) => Some(Self::Credit { stream: Stream::Rounds, bytes: number }),
            (3, true, 1..) => Some(Self::Credit { stream: Stream::Tables, bytes: number }),
            (ALIVE, true, 0) => Some(Self::Alive),
            (CLOSE, true, 0) => Some(Self::Close),
            _ => None,
        }
    }
}

/// Puts the pieces of one stream together again.
#[derive(Default)]
pub(crate) struct Assembly {
    message: Vec<u8>,
    /// What the next piece must say; `None` between messages.
    expected: Option<usize>,
}

impl Assembly {
    /// Adds a piece; answers the message once it is whole, and an error for a piece out of place.
    pub(crate) fn add(&mut self, remaining: usize, bytes: &[u8]) -> Result<Option<Vec<u8>>, &'static str> {
        if self.expected.is_some_and(|expected| expected != remaining) {
            return Err("a piece of a message out of place");
        }
        if self.expected.is_none() {
            self.message.reserve_exact(remaining);
        }
        self.message.extend_from_slice(bytes);
        match remaining - bytes.len() {
            0 => {
                self.expected = None;
                Ok(Some(std::mem::take(&mut self.message)))
            }
            rest => {
                self.expected = Some(rest);
                Ok(None)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(frame: &Frame<'_>) -> Vec<u8> {
        let mut out = Vec::new();
        frame.write(&mut out);
        out
    }

    #[test]
    fn frames_are_read_as_they_were_written() {
        for frame in [
            Frame::Piece { stream: Stream::Tables, remaining: 3, bytes: b"abc" },
            Frame::Piece { stream: Stream::Rounds, remaining: 1, bytes: b"a" },
            Frame::Credit { stream: Stream::Tables, bytes: 1 << 20 },
            Frame::Alive,
            Frame::Close,
        ] {
            assert_eq!(Frame::read(&plain(&frame)), Some(frame));
        }
    }

    #[test]
    fn frames_that_are_never_sent_are_refused() {
        let long = vec![7; PIECE_BYTES];
        for frame in [
            Frame::Piece { stream: Stream::Rounds, remaining: 0, bytes: b"" },
            Frame::Piece { stream: Stream::Rounds, remaining: 4, bytes: b"abc" },
            Frame::Piece { stream: Stream::Rounds, remaining: 2, bytes: b"abc" },
            Frame::Piece { stream: Stream::Rounds, remaining: MESSAGE_BYTES + 1, bytes: &long },
            Frame::Credit { stream: Stream::Rounds, bytes: 0 },
        ] {
            assert_eq!(Frame::read(&plain(&frame)), None, "{frame:?}");
        }
        for bytes in [&[][..], &[4, 0, 0, 0], &[6, 0, 0, 0, 0], &[4, 1, 0, 0, 0], &[5, 0, 0, 0, 0, 0]] {
            assert_eq!(Frame::read(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn pieces_make_the_message_again_and_in_no_other_order() {
        let mut assembly = Assembly::default();
        assert_eq!(assembly.add(5, b"ab"), Ok(None));
        assert!(assembly.add(5, b"ab").is_err());
        assert_eq!(assembly.add(3, b"cde"), Ok(Some(b"abcde".to_vec())));
        assert_eq!(assembly.add(1, b"f"), Ok(Some(b"f".to_vec())), "the next one starts afresh");
    }

    /// `BACKCHANNEL_FUZZ_ITERATIONS` sets how many are tried.
    #[test]
    fn seeded_damage_to_frames_is_refused_or_read_to_the_byte() {
        let set = std::env::var("BACKCHANNEL_FUZZ_ITERATIONS").ok().and_then(|n| n.parse().ok());
        let mut seed = 0x1234_5678_9abc_def0_u64;
        let mut random = move || {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            seed
        };
        let long = vec![7; PIECE_BYTES];
        let valid = [
            plain(&Frame::Piece { stream: Stream::Tables, remaining: 3, bytes: b"abc" }),
            plain(&Frame::Piece { stream: Stream::Rounds, remaining: MESSAGE_BYTES, bytes: &long }),
            plain(&Frame::Credit { stream: Stream::Tables, bytes: 1 << 20 }),
            plain(&Frame::Alive),
            plain(&Frame::Close),
        ];
        let mut assembly = Assembly::default();
        for _ in 0..set.unwrap_or(4_000_u64) {
            let mut damaged = valid[random() as usize % valid.len()].clone();
            for _ in 0..1 + random() % 4 {
                // Mostly the header, on which all depends.
                let end = if random() % 4 == 0 { damaged.len() } else { damaged.len().min(HEADER_BYTES + 3) };
                let at = random() as usize % end.max(1);
                match random() % 4 {
                    0 | 1 if !damaged.is_empty() => {
                        damaged[at] = [0, 1, 2, 3, 255, random() as u8][random() as usize % 6]
                    }
                    2 if !damaged.is_empty() => drop(damaged.remove(at)),
                    _ => damaged.insert(at, random() as u8),
                }
            }
            let Some(read) = Frame::read(&damaged) else { continue };
            assert_eq!(plain(&read), damaged);
            if let Frame::Piece { remaining, bytes, .. } = read {
                match assembly.add(remaining, bytes) {
                    Ok(None) => assert!(assembly.message.len() < MESSAGE_BYTES),
                    Ok(Some(message)) => assert!((1..=MESSAGE_BYTES).contains(&message.len())),
                    // The link breaks; the next one begins afresh.
                    Err(_) => assembly = Assembly::default(),
                }
            }
        }
    }
}
