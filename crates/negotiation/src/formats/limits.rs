//! How much of a foreign file is read before it is refused: sizes, depths, counts, digits.

/// The greatest foreign file read, in bytes: 4 MiB. The largest known profile takes 21 KB,
/// and parsed JSON takes some fifty times its size in memory.
pub(super) const FILE_BYTES: u64 = 4 * 1024 * 1024;
/// Bytes looked at to tell whether a file is text that could be ours at all.
pub(super) const SNIFF_BYTES: usize = 4096;
/// Most entries of one folder.
pub(super) const FOLDER_ENTRIES: usize = 4096;
/// Deepest nesting of XML elements.
pub(super) const XML_DEPTH: usize = 64;
/// Most XML elements in one file.
pub(super) const XML_ELEMENTS: usize = 500_000;
/// Most attributes of one XML element; they are compared pairwise.
pub(super) const XML_ATTRIBUTES: usize = 64;
/// Most issues of one agenda.
pub(super) const ISSUES: usize = 1_000;
/// Most choices of one issue, an expanded integer range included.
pub(super) const CHOICES: usize = 10_000;
/// Longest name of an issue or a choice, in bytes.
pub(super) const NAME_BYTES: usize = 1_024;
/// Most digits of one number.
///
/// Together with [`EXPONENT`] it keeps a product of three numbers within the
/// digits that our own documents are read with, so that whatever is read can
/// also be written and read again.
pub(super) const DIGITS: usize = 60;
/// Greatest exponent of one number, in absolute value.
pub(super) const EXPONENT: u32 = 60;
