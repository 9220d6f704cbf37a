//! How a name sounds, roughly: one key for the ways in which it is carried from one script into another.

/// Cyrillic letters in Latin ones.
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "sh"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
    ('і', "i"),
    ('є', "e"),
    ('ґ', "g"),
];

/// Arabic consonants in Latin ones; long vowels are dropped, as they are in the keys that they meet.
const ARABIC: &[(char, &str)] = &[
    ('ب', "b"),
    ('ت', "t"),
    ('ث', "t"),
    ('ج', "j"),
    ('ح', "h"),
    ('خ', "kh"),
    ('د', "d"),
    ('ذ', "d"),
    ('ر', "r"),
    ('ز', "z"),
    ('س', "s"),
    ('ش', "sh"),
    ('ص', "s"),
    ('ض', "d"),
    ('ط', "t"),
    ('ظ', "z"),
    ('ع', ""),
    ('غ', "g"),
    ('ف', "f"),
    ('ق', "k"),
    ('ك', "k"),
    ('ل', "l"),
    ('م', "m"),
    ('ن', "n"),
    ('ه', "h"),
];

/// Letters that several romanisations write differently, longest first.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "x"),
    ("tch", "x"),
    ("sch", "x"),
    ("sh", "x"),
    ("ch", "x"),
    ("cz", "x"),
    ("kh", "h"),
    ("zh", "j"),
    ("dj", "j"),
    ("gh", "g"),
    ("gu", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("ff", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("ey", "ai"),
    ("ay", "ai"),
    ("ei", "ai"),
    ("v", "f"),
    ("w", "f"),
    ("q", "k"),
    ("c", "k"),
    ("y", "i"),
    ("e", "a"),
    ("o", "u"),
];

/// The key of a folded word in Latin or Cyrillic letters.
pub(super) fn skeleton(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    for letter in word.chars() {
        match CYRILLIC.iter().chain(ARABIC).find(|pair| pair.0 == letter) {
            Some(pair) => latin.push_str(pair.1),
            None => latin.push(letter),
        }
    }
    let mut key = String::with_capacity(latin.len());
    let mut rest = latin.as_str();
    while let Some(letter) = rest.chars().next() {
        let sound = SOUNDS.iter().find(|(spelling, _)| {
            // "gu" is a hard g only before e and i.
            rest.strip_prefix(spelling).is_some_and(|after| *spelling != "gu" || after.starts_with(['e', 'i']))
        });
        let (length, sounds) =
            sound.map_or((letter.len_utf8(), None), |(spelling, sound)| (spelling.len(), Some(*sound)));
        match sounds {
            Some(sounds) => sounds.chars().for_each(|sound| push(&mut key, sound)),
            None => push(&mut key, letter),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    key
}

/// Doubled sounds count once.
fn push(key: &mut String, sound: char) {
    if !key.ends_with(sound) {
        key.push(sound);
    }
}

/// The key without vowels and half-vowels, for scripts that do not write them.
pub(super) fn consonants(word: &str) -> String {
    let mut key = String::new();
    for sound in skeleton(word).chars().filter(|sound| !matches!(sound, 'a' | 'i' | 'u' | 'و' | 'ي' | 'ا')) {
        push(&mut key, sound);
    }
    key
}
