//! A search for words that must not be there, in every spelling in which they might be: as they are, in hexadecimal
//! digits, in base64 at any place, percent-encoded, in UTF-16.
use std::collections::HashMap;
use std::path::Path;

/// One spelling of one word.
struct Spelling {
    word: String,
    how: &'static str,
    bytes: Vec<u8>,
}

/// Words that are sought all at once.
pub(crate) struct Sought {
    spellings: Vec<Spelling>,
    /// By their first four bytes.
    begins: HashMap<[u8; 4], Vec<usize>>,
    /// Whether any spelling begins with these two bytes.
    likely: Vec<bool>,
}

impl Sought {
    /// These words, each of at least eight bytes.
    pub(crate) fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::bytes(words.into_iter().map(|word| (word.to_owned(), word.as_bytes().to_vec())))
    }

    /// These bytes, each with a name to be told by.
    pub(crate) fn bytes(words: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut sought = Self { spellings: Vec::new(), begins: HashMap::new(), likely: vec![false; 1 << 16] };
        for (word, bytes) in words {
            assert!(bytes.len() >= 8, "`{word}` is short enough to be found by chance");
            for (how, bytes) in spelt(&bytes) {
                let begin = *bytes.first_chunk::<4>().unwrap();
                sought.likely[usize::from(u16::from_be_bytes([begin[0], begin[1]]))] = true;
                sought.begins.entry(begin).or_default().push(sought.spellings.len());
                sought.spellings.push(Spelling { word: word.clone(), how, bytes });
            }
        }
        sought
    }

    /// The words that are in these bytes, with how they are spelt there.
    pub(crate) fn found(&self, within: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        for (at, begin) in within.windows(4).enumerate() {
            if !self.likely[usize::from(u16::from_be_bytes([begin[0], begin[1]]))] {
                continue;
            }
            let Some(candidates) = self.begins.get(begin) else { continue };
            let spellings = candidates.iter().map(|candidate| &self.spellings[*candidate]);
            for spelling in spellings.filter(|spelling| within[at..].starts_with(&spelling.bytes)) {
                let what = format!("`{}` ({})", spelling.word, spelling.how);
                if !found.contains(&what) {
                    found.push(what);
                }
            }
        }
        found
    }

    /// Stops where one of the words is in these bytes.
    pub(crate) fn absent(&self, what: &str, within: &[u8]) {
        let found = self.found(within);
        assert!(found.is_empty(), "{what} holds {}", found.join(", "));
    }

    /// Stops where one of the words is in a file of a folder or of those below it; answers the files' number.
    pub(crate) fn absent_below(&self, folder: &Path) -> usize {
        let mut files = 0;
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            self.absent("the name of a file", path.file_name().unwrap().as_encoded_bytes());
            if path.is_dir() {
                files += self.absent_below(&path);
                continue;
            }
            // A journal may go away while this looks.
            let Ok(bytes) = std::fs::read(&path) else { continue };
            self.absent(&path.display().to_string(), &bytes);
            files += 1;
        }
        files
    }
}

fn spelt(word: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let each = |one: fn(u8) -> String| word.iter().map(|byte| one(*byte)).collect::<String>().into_bytes();
    let mut all = vec![
        ("as it is", word.to_vec()),
        ("hexadecimal", each(|byte| format!("{byte:02x}"))),
        ("HEXADECIMAL", each(|byte| format!("{byte:02X}"))),
        ("percent", each(|byte| format!("%{byte:02x}"))),
        ("PERCENT", each(|byte| format!("%{byte:02X}"))),
    ];
    for sign in *b"+-" {
        all.extend((0..3).map(|shift| ("base64", base64(word, shift, sign))));
    }
    if let Ok(text) = std::str::from_utf8(word) {
        all.push(("UTF-16, little end first", text.encode_utf16().flat_map(u16::to_le_bytes).collect()));
        all.push(("UTF-16, big end first", text.encode_utf16().flat_map(u16::to_be_bytes).collect()));
        // Spaces alone are what most would encode.
        all.push(("percent, spaces", text.replace(' ', "%20").into_bytes()));
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|(_, bytes)| seen.insert(bytes.clone()));
    all
}

/// The digits that depend on the word alone, where so many other bytes of a group of three come before it. A plus sign
/// asks for the usual alphabet, a hyphen for the one of URLs.
fn base64(word: &[u8], shift: usize, sign: u8) -> Vec<u8> {
    let mut digits: Vec<u8> = (b'A'..=b'Z').chain(b'a'..=b'z').chain(b'0'..=b'9').collect();
    digits.extend(if sign == b'+' { b"+/" } else { b"-_" });
    let bytes: Vec<u8> = std::iter::repeat_n(0, shift).chain(word.iter().copied()).collect();
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
    let whole = (shift * 8).div_ceil(6)..bytes.len() * 8 / 6;
    whole.map(|digit| digits[(0..6).fold(0, |sum, place| sum << 1 | usize::from(bit(digit * 6 + place)))]).collect()
}

#[test]
fn every_spelling_is_found_at_every_place() {
    let sought = Sought::words(["qzxsoughtqzx", "a passphrase"]);
    for (place, word) in (0..9).flat_map(|place| ["qzxsoughtqzx", "a passphrase"].map(|word| (place, word))) {
        for (how, bytes) in spelt(word.as_bytes()) {
            let text = [&vec![b'.'; place], bytes.as_slice(), b"."].concat();
            assert!(!sought.found(&text).is_empty(), "`{word}` ({how}) after {place} bytes");
        }
        let encoded = base64(&[&vec![b'x'; place], word.as_bytes(), b"yz"].concat(), 0, b'+');
        assert!(!sought.found(&encoded).is_empty(), "{}", String::from_utf8_lossy(&encoded));
    }
    assert_eq!(base64(b"Man", 0, b'+'), b"TWFu");
    assert_eq!(base64(&[0xfb, 0xff], 0, b'-'), b"-_");
    assert!(sought.found(b"qzx and a pass phrase").is_empty());
}
