//! A connection that must have done its part by a fixed moment, however slowly the other end drips bytes.
use std::io::{self, ErrorKind, Read, Write};
use std::time::{Duration, Instant};

use crate::pipe::Pipe;

/// Limits all reads and writes together, where the limits of a connection itself are per call.
pub(crate) struct Timed<'a> {
    pipe: &'a mut dyn Pipe,
    until: Instant,
}

impl<'a> Timed<'a> {
    pub(crate) fn new(pipe: &'a mut dyn Pipe, until: Instant) -> Self {
        Self { pipe, until }
    }

    fn remaining(&self) -> io::Result<Option<Duration>> {
        match self.until.saturating_duration_since(Instant::now()) {
            // A limit of zero would mean none.
            Duration::ZERO => Err(ErrorKind::TimedOut.into()),
            span => Ok(Some(span)),
        }
    }
}

impl Read for Timed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.pipe.set_read_timeout(self.remaining()?)?;
        self.pipe.read(buffer)
    }
}

impl Write for Timed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pipe.set_write_timeout(self.remaining()?)?;
        self.pipe.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pipe.flush()
    }
}
