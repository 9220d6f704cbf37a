//! A scene made ready for looking things up.
use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::{lands::CITIES, lands::LANDS, tags};
use super::names::Part;
use super::phrases::Phrases;
use super::scene::{Gender, Scene, Seat};
use super::tag::{Tag, Traits};
use super::text::Text;
use crate::record::seat::Office;

/// A word for a land.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LandWord {
    /// Which: a known country, or from [`LANDS`]' length on a side of the scene.
    pub(super) id: usize,
    /// Whether it means its people or is an adjective.
    pub(super) folk: bool,
}

/// What is known of a seat.
#[derive(Debug)]
pub(super) struct Person {
    /// All that can be said of it.
    pub(super) traits: Traits,
    /// The lands it belongs to.
    pub(super) lands: Vec<usize>,
    /// Whether it must not be given away.
    pub(super) protected: bool,
}

static COUNTRIES: LazyLock<Phrases<LandWord>> = LazyLock::new(|| {
    let mut phrases = Phrases::new();
    for (id, land) in LANDS.iter().enumerate() {
        for (words, folk) in [(land.names, false), (land.folk, true)] {
            for word in words.split_whitespace() {
                phrases.add(&word.replace('_', " "), LandWord { id, folk });
            }
        }
    }
    phrases
});

/// Names of one city, or of one capital, in all languages.
static CITY_NAMES: LazyLock<(Vec<Vec<String>>, Phrases<usize>)> = LazyLock::new(|| {
    let mut phrases = Phrases::new();
    let mut cities = Vec::new();
    for (id, names) in CITIES.iter().enumerate() {
        let names: Vec<String> = names.split_whitespace().map(|name| name.replace('_', " ")).collect();
        names.iter().for_each(|name| phrases.add(name, id));
        cities.push(names);
    }
    (cities, phrases)
});

/// A scene made ready.
#[derive(Debug)]
pub(super) struct Known<'a> {
    /// As it was given.
    pub(super) scene: &'a Scene,
    /// Its seats, in order.
    pub(super) people: Vec<Person>,
    /// Words of its sides that no table holds.
    own_lands: Phrases<LandWord>,
    /// Words that describe a seat, and nobody else.
    pub(super) literal: Phrases<usize>,
    /// Institutions of seats.
    pub(super) institutions: Phrases<usize>,
    /// Places of the meetings, in all spellings.
    pub(super) places: Phrases<()>,
    /// Agreed descriptions.
    pub(super) agreed: Phrases<()>,
    /// Stems of names.
    pub(super) names: HashMap<String, Vec<Part>>,
    /// Names by their sound.
    pub(super) sounds: HashMap<String, Vec<Part>>,
    /// Names by their consonants.
    pub(super) consonants: HashMap<String, Vec<Part>>,
}

impl<'a> Known<'a> {
    /// Makes a scene ready.
    pub(super) fn new(scene: &'a Scene) -> Self {
        let mut known = Self {
            scene,
            people: Vec::new(),
            own_lands: Phrases::new(),
            literal: Phrases::new(),
            institutions: Phrases::new(),
            places: Phrases::new(),
            agreed: Phrases::new(),
            names: HashMap::new(),
            sounds: HashMap::new(),
            consonants: HashMap::new(),
        };
        let sides: HashMap<&str, Vec<usize>> = scene
            .sides
            .iter()
            .enumerate()
            .map(|(at, side)| (side.name.as_str(), known.take_side(at, &side.words)))
            .collect();
        for (seat, person) in scene.seats.iter().enumerate() {
            let mut lands = person.side.as_deref().and_then(|side| sides.get(side)).cloned().unwrap_or_default();
            lands.extend(person.affiliations.iter().filter_map(|word| country(word)));
            known.people.push(Person { traits: traits_of(person), lands, protected: person.protected });
            known.take_words(seat, person);
            super::names::take(&mut known, seat, person);
        }
        for place in scene.meetings.iter().flat_map(|meeting| &meeting.places) {
            super::places::take(&mut known.places, place);
        }
        scene.agreed.iter().for_each(|phrase| known.agreed.add(phrase, ()));
        known
    }

    /// The lands of a side: known countries among its words, and itself for the words that no table holds.
    fn take_side(&mut self, at: usize, words: &[String]) -> Vec<usize> {
        let mut lands = Vec::new();
        for word in words {
            let id = country(word).unwrap_or_else(|| {
                let id = LANDS.len() + at;
                self.own_lands.add(word, LandWord { id, folk: true });
                id
            });
            if !lands.contains(&id) {
                lands.push(id);
            }
        }
        lands
    }

    fn take_words(&mut self, seat: usize, person: &Seat) {
        person.institutions.iter().for_each(|name| self.institutions.add(name, seat));
        for words in &person.offices {
            if traits_in(words).is_empty() {
                self.literal.add(words, seat);
            }
        }
        for words in &person.descriptions {
            if traits_in(words).is_empty() || words.contains(char::is_whitespace) {
                self.literal.add(words, seat);
            }
        }
    }

    /// The words for lands that begin at a word: how many words each, and which.
    pub(super) fn lands_at(&self, text: &Text<'_>, index: usize) -> Vec<(usize, LandWord)> {
        COUNTRIES.at(&text.words, index).chain(self.own_lands.at(&text.words, index)).collect()
    }

    /// The seats that a description fits.
    pub(super) fn fit(&self, traits: Traits, lands: &[usize]) -> Vec<usize> {
        let fits = |person: &Person| person.traits.has(traits) && lands.iter().all(|land| person.lands.contains(land));
        self.people.iter().enumerate().filter(|(_, person)| fits(person)).map(|(seat, _)| seat).collect()
    }

    /// Whether a group of seats has anybody in it who must not be given away.
    pub(super) fn protects(&self, seats: &[usize]) -> bool {
        seats.iter().any(|seat| self.people.get(*seat).is_some_and(|person| person.protected))
    }

    /// Whether a group of seats is too small to hide in.
    pub(super) fn is_narrow(&self, seats: &[usize]) -> bool {
        seats.len() < self.scene.least_group && self.protects(seats)
    }
}

/// The known country that a text as a whole is a word for.
fn country(word: &str) -> Option<usize> {
    let text = Text::new(word);
    let whole = text.words.len();
    COUNTRIES.at(&text.words, 0).find(|(length, _)| *length == whole).map(|(_, land)| land.id)
}

/// The names of a known city in all languages; the given one alone if it is not known.
pub(super) fn city_names(name: &str) -> Vec<String> {
    let text = Text::new(name);
    let whole = text.words.len();
    let (cities, phrases) = &*CITY_NAMES;
    if let Some((_, id)) = phrases.at(&text.words, 0).find(|(length, _)| *length == whole) {
        return cities.get(id).cloned().unwrap_or_default();
    }
    // A capital: the words for its land beside it that are no name of the land are not told apart; all are taken.
    let Some(land) = country(name).and_then(|id| LANDS.get(id)) else { return vec![name.to_owned()] };
    land.names.split_whitespace().map(|name| name.replace('_', " ")).collect()
}

/// What the words of a seat's office or description say.
fn traits_in(words: &str) -> Traits {
    let mut traits = Traits::NONE;
    for word in &Text::new(words).words {
        for tag in tags(word) {
            if let Tag::Head(one) | Tag::Loose(one) | Tag::Kind(one) = tag {
                traits |= one;
            }
        }
    }
    traits
}

/// All that can be said of a seat.
fn traits_of(seat: &Seat) -> Traits {
    let mut traits = match seat.office {
        Office::Former => Traits::FORMER,
        Office::Serving => Traits::SERVING,
        Office::Expert => Traits::EXPERT,
        Office::Convener => Traits::CONVENER,
    };
    for words in seat.offices.iter().chain(&seat.descriptions) {
        traits |= traits_in(words);
    }
    // Gender is what the scene says, not what a title's form suggests.
    traits = traits.without_gender();
    match seat.gender {
        Some(Gender::Woman) => traits |= Traits::WOMAN,
        Some(Gender::Man) => traits |= Traits::MAN,
        None => {}
    }
    traits.closed()
}
