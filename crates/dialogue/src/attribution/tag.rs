//! What a word can be for the linter, and what is said of a person by a description.
use std::ops::{BitOr, BitOrAssign};

/// What is said of a person; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u64);

macro_rules! traits {
    ($($name:ident = $bit:literal),* $(,)?) => {
        impl Traits { $(pub(super) const $name: Self = Self(1 << $bit);)* }
    };
}

traits! {
    OFFICIAL = 0, DIPLOMAT = 1, AMBASSADOR = 2, MINISTER = 3, MILITARY = 4, GENERAL = 5, INTELLIGENCE = 6, ADVISER = 7,
    PARLIAMENT = 8, SENATOR = 9, JUDGE = 10, LAWYER = 11, SCHOLAR = 12, PROFESSOR = 13, EXPERT = 14, JOURNALIST = 15,
    BUSINESS = 16, ENGINEER = 17, ECONOMIST = 18, CONVENER = 19, CLERGY = 20, SPOKES = 21, DOCTOR = 22, DIRECTOR = 23,
    ADMIRAL = 24, OFFICER = 25, FORMER = 26, SERVING = 27, DEFENCE = 28, FOREIGN = 29, SECURITY = 30, FINANCE = 31, ENERGY = 32,
    INTERIOR = 33, TRADE = 34, WATER = 35, NUCLEAR = 36, TRANSPORT = 37, AGRICULTURE = 38, HEALTH = 39, EDUCATION = 40,
    JUSTICE = 41, ENVIRONMENT = 42, FISHERIES = 43, PERSONNEL = 44, PRIME = 45, CULTURE = 46,
    WOMAN = 62, MAN = 63,
}

/// What follows from a trait: an ambassador is a diplomat, a diplomat an official.
const IMPLIED: &[(Traits, Traits)] = &[
    (Traits::AMBASSADOR, Traits::DIPLOMAT),
    (Traits::DIPLOMAT, Traits(Traits::OFFICIAL.0 | Traits::FOREIGN.0)),
    (Traits::MINISTER, Traits::OFFICIAL),
    (Traits::GENERAL, Traits::MILITARY),
    (Traits::ADMIRAL, Traits::MILITARY),
    (Traits::MILITARY, Traits(Traits::OFFICIAL.0 | Traits::OFFICER.0 | Traits::DEFENCE.0)),
    (Traits::INTELLIGENCE, Traits(Traits::OFFICIAL.0 | Traits::OFFICER.0 | Traits::SECURITY.0)),
    (Traits::SENATOR, Traits::PARLIAMENT),
    (Traits::SPOKES, Traits::OFFICIAL),
    (Traits::ADVISER, Traits::OFFICIAL),
    (Traits::PROFESSOR, Traits::SCHOLAR),
    (Traits::SCHOLAR, Traits::EXPERT),
    (Traits::ECONOMIST, Traits::EXPERT),
    (Traits::ENGINEER, Traits::EXPERT),
    (Traits::LAWYER, Traits::EXPERT),
];

/// Broader descriptions, to be offered in place of a narrow one, narrowest first.
pub(super) const BROADER: &[Traits] = &[
    Traits(Traits::DIPLOMAT.0 | Traits::FORMER.0),
    Traits(Traits::OFFICIAL.0 | Traits::FORMER.0),
    Traits::DIPLOMAT,
    Traits::EXPERT,
    Traits::OFFICIAL,
];

impl Traits {
    /// Nothing is said.
    pub(super) const NONE: Self = Self(0);

    /// What both say together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it says all that the other says.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether nothing is said.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Without what is said of gender.
    pub(super) fn without_gender(self) -> Self {
        Self(self.0 & !(Self::WOMAN.0 | Self::MAN.0))
    }

    /// Whether a gender is all that is said.
    pub(super) fn is_gender(self) -> bool {
        self == Self::WOMAN || self == Self::MAN
    }

    /// With all that follows from it.
    pub(super) fn closed(mut self) -> Self {
        for (narrow, broad) in IMPLIED {
            if self.has(*narrow) {
                self |= *broad;
            }
        }
        self
    }
}

impl BitOr for Traits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Traits {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A noun for a person or a group of persons in the room.
    Head(Traits),
    /// Such a noun which is as often an adjective, or part of a compound.
    Loose(Traits),
    /// Says something of the noun that it belongs to.
    Kind(Traits),
    /// An adjective or number that tells nothing by itself.
    Plain,
    /// An article or a word in its place.
    Article,
    /// A preposition that ties a noun to another.
    Of,
    /// "The only".
    Only,
    /// "The most", before an adjective.
    Most,
    /// A superlative of persons: "the youngest".
    Extreme,
    /// A person of the world outside, unless a seat is described so.
    Stranger,
    /// A noun, grammatically feminine, for no person; may stand for "she" in Russian, Arabic and French.
    Thing,
    /// A verb of saying or thinking; in Arabic and Russian its feminine is [`Tag::SheSaid`].
    Speech,
    /// The same, in the feminine singular.
    SheSaid,
    /// "My", "our", "your".
    Mine,
    /// What a side has: a government, a capital, sanctions.
    Owned,
    /// What a side has, with the speaker's or hearer's ending written onto it: حكومتنا.
    MineOwned,
    /// "We", "you".
    We,
    /// "In", "at".
    At,
    /// "Mr".
    Honorific,
    /// "She".
    She,
    /// "He".
    He,
    /// "Or", "and" between pronouns.
    Or,
    /// "Both", "two", "respective": what follows belongs to several.
    Several,
    /// Part of a compound with the word before, in place of a person: "expert group".
    Compound,
    /// Speaking, of a language.
    Speaking,
}
