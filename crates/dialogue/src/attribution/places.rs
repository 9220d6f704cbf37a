//! Places of the meetings; not what is named after them.
use super::fold::Script;
use super::known::city_names;
use super::phrases::Phrases;
use super::reading::Reading;
use super::text::Text;
use super::wording;
use super::{Finding, Kind, Weight};

/// Kinds of places, which tell nothing by themselves.
const GENERIC: &[&str] = &[
    "hotel",
    "house",
    "palace",
    "villa",
    "street",
    "road",
    "avenue",
    "rue",
    "place",
    "boulevard",
    "centre",
    "center",
    "institute",
    "institut",
    "university",
    "universite",
    "chateau",
    "castle",
    "residence",
    "embassy",
    "the",
    "of",
    "for",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "l",
    "parc",
    "park",
    "hall",
    "resort",
    "улица",
    "отель",
    "гостиница",
    "дворец",
    "институт",
    "университет",
    "дом",
    "площадь",
    "проспект",
    "فندق",
    "شارع",
    "قصر",
    "معهد",
    "جامعه",
    "مركز",
    "دار",
    "al",
    "el",
    "grand",
    "shared",
    "international",
    "studies",
    "waters",
    "peace",
    "مشتركه",
    "مياه",
    "المياه",
    "المشتركه",
    "and",
    "et",
    "и",
    "acacias",
    "tilleuls",
    "lake",
    "lac",
];

/// What is named after a place and does not mean it.
const NAMED_AFTER: &[&str] = &[
    "convention",
    "conventions",
    "agreement",
    "agreements",
    "accord",
    "accords",
    "protocol",
    "protocols",
    "protocole",
    "protocoles",
    "declaration",
    "process",
    "format",
    "formula",
    "treaty",
    "treaties",
    "traite",
    "communique",
    "initiative",
    "principles",
    "memorandum",
    "processus",
    "конвенци",
    "соглашени",
    "протокол",
    "деклараци",
    "процесс",
    "формат",
    "договор",
    "инициатив",
    "меморандум",
    "договоренност",
    "اتفاقيات",
    "اتفاقيه",
    "اتفاق",
    "بروتوكول",
    "اعلان",
    "معاهده",
    "مسار",
    "مبادره",
    "صيغه",
];

/// Adds a place: as a whole, in the spellings of a known city, as a Russian adjective, and by the one word that is its own.
pub(super) fn take(places: &mut Phrases<()>, place: &str) {
    places.add(place, ());
    let city_and_country = place.split(',').map(str::trim).filter(|part| !part.is_empty());
    for part in city_and_country {
        for name in city_names(part) {
            places.add(&name, ());
            let text = Text::new(&name);
            if let [word] = text.words.as_slice()
                && word.script == Script::Cyrillic
            {
                for stem in super::stems::stems(&word.form).into_iter().filter(|stem| stem.chars().count() >= 3) {
                    places.add(&format!("{stem}ский"), ());
                    places.add(&format!("{stem}ьский"), ());
                }
            }
        }
    }
    let text = Text::new(place);
    let own: Vec<&str> = text.words.iter().filter(|word| !word.among(GENERIC)).map(|word| word.form.as_str()).collect();
    if let ([name], true) = (own.as_slice(), text.words.len() > 1)
        && name.chars().count() >= 5
    {
        places.add(name, ());
    }
}

/// Finds places.
pub(super) fn check(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    let words = &reading.text.words;
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let at = index;
        index += 1;
        let Some(length) = reading.known.places.at(words, at).map(|(length, ())| length).max() else { continue };
        let adjective = word.script == Script::Cyrillic && (word.form.contains("ск"));
        let small = word.script != Script::Arabic && !word.upper && !adjective && length == 1;
        if small || is_named_after(reading, at, at + length - 1) {
            continue;
        }
        let why = "The meeting took place there.".to_owned();
        let suggestion = wording::place(reading.language);
        findings.push(reading.finding(reading.span(at, at + length - 1), Kind::Place, Weight::Block, why, suggestion));
        index = at + length;
    }
}

/// "The Geneva Conventions", "les conventions de Genève".
fn is_named_after(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let names =
        |at: usize| reading.text.words.get(at).is_some_and(|word| word.bases().any(|base| NAMED_AFTER.contains(&base)));
    let after = (last + 1..=last + 2).take_while(|at| !reading.pauses(*at)).any(names);
    let before = (first.saturating_sub(2)..first).any(names);
    after || before
}
