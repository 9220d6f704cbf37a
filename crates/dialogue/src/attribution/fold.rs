//! One spelling for letters that a reader takes for the same: case, marks, presentation forms, hamza, look-alikes.
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What a letter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Arabic letters.
    Arabic,
    /// Digits of any script, folded to 0–9.
    Digits,
    /// Anything else.
    Other,
}

/// The script of a letter, folded or not.
pub(super) fn script_of(letter: char) -> Script {
    match letter {
        '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => Script::Digits,
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
        '\u{400}'..='\u{52F}' => Script::Cyrillic,
        '\u{620}'..='\u{64A}'
        | '\u{66E}'..='\u{6D3}'
        | '\u{750}'..='\u{77F}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}' => Script::Arabic,
        _ => Script::Other,
    }
}

/// Whether a character shows nothing by itself, so that it may hide within a word.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{640}' | '\u{E0000}'..='\u{E0FFF}'
    ) || is_combining_mark(letter)
}

/// Whether a character can stand within a word.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{24B6}'..='\u{24E9}')
}

/// Appends the folded letters of a character: none for a mark, several for a ligature.
pub(super) fn fold_into(letter: char, folded: &mut String) {
    decompose_compatible(letter, |part| {
        if is_unseen(part) {
            return;
        }
        for lower in part.to_lowercase() {
            if is_unseen(lower) {
                continue;
            }
            match lower {
                'ى' | 'ی' | 'ې' => folded.push('ي'),
                'ة' | 'ہ' | 'ە' => folded.push('ه'),
                'ک' | 'گ' => folded.push('ك'),
                'ٱ' => folded.push('ا'),
                'ڤ' => folded.push('ف'),
                'پ' => folded.push('ب'),
                'ı' => folded.push('i'),
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' => folded.push('d'),
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                '\u{660}'..='\u{669}' => folded.push(digit(lower, '\u{660}')),
                '\u{6F0}'..='\u{6F9}' => folded.push(digit(lower, '\u{6F0}')),
                other => folded.push(other),
            }
        }
    });
}

fn digit(letter: char, zero: char) -> char {
    u32::from(letter).checked_sub(u32::from(zero)).and_then(|value| char::from_digit(value, 10)).unwrap_or(letter)
}

/// The folded spelling of a whole text.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_into(letter, &mut folded);
    }
    folded
}

/// Pairs that look alike in some case, Latin and Cyrillic (Unicode Technical Standard 39 lists more, of rarer letters).
const ALIKE: &[(char, char)] = &[
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('j', 'ј'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
    ('d', 'ԁ'),
    ('l', 'ӏ'),
    ('q', 'ԛ'),
    ('w', 'ԝ'),
    ('h', 'һ'),
];

/// Greek letters that look like Latin ones.
const GREEK: &[(char, char)] = &[
    ('α', 'a'),
    ('β', 'b'),
    ('ε', 'e'),
    ('η', 'n'),
    ('ι', 'i'),
    ('κ', 'k'),
    ('μ', 'm'),
    ('ν', 'v'),
    ('ο', 'o'),
    ('ρ', 'p'),
    ('τ', 't'),
    ('υ', 'u'),
    ('χ', 'x'),
    ('ζ', 'z'),
    ('ϲ', 'c'),
];

fn to_latin(letter: char) -> Option<char> {
    let cyrillic = ALIKE.iter().find(|pair| pair.1 == letter).map(|pair| pair.0);
    cyrillic.or_else(|| GREEK.iter().find(|pair| pair.0 == letter).map(|pair| pair.1))
}

fn to_cyrillic(letter: char) -> Option<char> {
    let latin = to_latin(letter).filter(|_| script_of(letter) == Script::Other).unwrap_or(letter);
    ALIKE.iter().find(|pair| pair.0 == latin).map(|pair| pair.1)
}

fn map(word: &str, change: impl Fn(char) -> Option<char>) -> String {
    word.chars().map(|letter| change(letter).unwrap_or(letter)).collect()
}

/// The readings of a folded word: as the script that most of its letters can only be, and the other if that is open.
pub(super) fn readings(word: &str) -> (String, Option<String>) {
    let (mut latin, mut cyrillic, mut greek, mut only_latin, mut only_cyrillic) = (0, 0, 0, 0, 0);
    for letter in word.chars() {
        match script_of(letter) {
            Script::Latin => {
                latin += 1;
                only_latin += usize::from(to_cyrillic(letter).is_none());
            }
            Script::Cyrillic => {
                cyrillic += 1;
                only_cyrillic += usize::from(to_latin(letter).is_none());
            }
            _ if to_latin(letter).is_some() => greek += 1,
            _ => {}
        }
    }
    let mixed = usize::from(latin > 0) + usize::from(cyrillic > 0) + usize::from(greek > 0) > 1;
    let open = only_latin == 0 && only_cyrillic == 0 && latin + cyrillic + greek >= 3;
    if !mixed && !open {
        return (word.to_owned(), None);
    }
    let (as_latin, as_cyrillic) = (map(word, to_latin), map(word, to_cyrillic));
    if !mixed {
        let other = if latin > 0 { as_cyrillic } else { as_latin };
        return (word.to_owned(), Some(other));
    }
    if only_cyrillic > only_latin || (only_cyrillic == only_latin && cyrillic > latin) {
        (as_cyrillic, Some(as_latin))
    } else {
        (as_latin, Some(as_cyrillic))
    }
}

/// Digits that stand for letters, in a word that has both.
pub(super) fn without_digits(word: &str) -> String {
    let cyrillic = word.chars().any(|letter| script_of(letter) == Script::Cyrillic);
    map(word, |letter| match letter {
        '0' => Some('o'),
        '1' => Some('l'),
        '3' if cyrillic => Some('з'),
        '3' => Some('e'),
        '4' if cyrillic => Some('ч'),
        '4' => Some('a'),
        '5' => Some('s'),
        '6' if cyrillic => Some('б'),
        '7' => Some('t'),
        _ => None,
    })
}
