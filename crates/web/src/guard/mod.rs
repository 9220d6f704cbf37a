//! Who may speak to the pages: one browser on this machine that was handed the launch link, and pages of our own.
//!
//! Every request passes, in this order: the machine it names ([`host`]), where it comes from ([`origin`]), the cookie
//! ([`door`]); whatever changes something also carries a token of the page it was sent from. Every answer carries the
//! headers of [`headers`]. No measure relies on another.
pub(crate) mod door;
pub(crate) mod headers;
pub(crate) mod host;
pub(crate) mod origin;

/// Why a request is turned away, before anything is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turned {
    /// It names another machine than 127.0.0.1 and our port.
    Host,
    /// It comes from a page that is not ours.
    Origin,
    /// It wants to show a page of ours inside another.
    Framed,
    /// It lacks the cookie of this browser.
    Stranger,
    /// It looks ahead at a link that opens once.
    Ahead,
    /// It would change something, and lacks the token of our page.
    Token,
}
