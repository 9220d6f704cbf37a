//! What a link runs over: any two-way connection of bytes, whoever carries it.
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// One end of a two-way connection of bytes, in order and without gaps. It need not be private: links encrypt.
pub trait Pipe: Read + Write + Send + Sync {
    /// Another handle of the same end; its timeouts and its shutting down are shared.
    ///
    /// # Errors
    /// As the system has it.
    fn try_clone(&self) -> io::Result<Box<dyn Pipe>>;

    /// Ends both directions; whoever reads or writes at this end returns.
    ///
    /// # Errors
    /// The connection is gone already.
    fn shutdown(&self) -> io::Result<()>;

    /// A read takes no longer than this, if anything is said.
    ///
    /// # Errors
    /// A time of zero.
    fn set_read_timeout(&self, span: Option<Duration>) -> io::Result<()>;

    /// A write takes no longer than this, if anything is said.
    ///
    /// # Errors
    /// A time of zero.
    fn set_write_timeout(&self, span: Option<Duration>) -> io::Result<()>;
}

/// Both kinds of stream have the same methods, but no trait for them.
macro_rules! pipe {
    ($stream:ty) => {
        impl Pipe for $stream {
            fn try_clone(&self) -> io::Result<Box<dyn Pipe>> {
                Ok(Box::new(<$stream>::try_clone(self)?))
            }

            fn shutdown(&self) -> io::Result<()> {
                <$stream>::shutdown(self, Shutdown::Both)
            }

            fn set_read_timeout(&self, span: Option<Duration>) -> io::Result<()> {
                <$stream>::set_read_timeout(self, span)
            }

            fn set_write_timeout(&self, span: Option<Duration>) -> io::Result<()> {
                <$stream>::set_write_timeout(self, span)
            }
        }
    };
}

pipe!(TcpStream);
#[cfg(unix)]
pipe!(UnixStream);
