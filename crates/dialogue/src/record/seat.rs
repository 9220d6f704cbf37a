//! Seats: who sits there, in what office and capacity, close to whom; what they were before is kept.
use serde::{Deserialize, Serialize};

use super::day::Day;
use crate::attribution::Gender;
use crate::event::check_name;
use crate::id::MemberId;
use crate::refusal::Refusal;

/// Other names of a seat, and words of each other kind, that are kept.
pub const MOST_WORDS: usize = 40;

/// What somebody is in office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Office {
    /// Served once.
    Former,
    /// Serves now.
    Serving,
    /// Neither: a scholar, a specialist.
    Expert,
    /// Convenes, and counts on no side.
    Convener,
}

/// In what capacity somebody sits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// As a private person.
    Private,
    /// With a principal's mandate.
    Mandated,
}

/// What is known of a seat from some time on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Who sits there: a name, or the description that is used instead.
    pub holder: String,
    /// What they are in office.
    pub office: Office,
    /// In what capacity they sit there; a seat without one is refused.
    pub capacity: Capacity,
    /// The side of the dialogue that the seat belongs to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// The government or principal that they serve, served or are taken to speak for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub government: Option<String>,
    /// The post or profession.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// The institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// To whom they are close.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close_to: Option<String>,
    /// Further posts, former ones above all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<String>,
    /// Further institutions, and names of them in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub institutions: Vec<String>,
    /// Other words by which the person can be told: “hydrologist”, “signed the old accord”.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_described: Vec<String>,
    /// Other words for the side or government: its people, its capital, the same in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub side_words: Vec<String>,
    /// The gender that grammar gives away; none where it should not be written down, or not be guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// How sources describe who sits there, where they differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub described: Vec<Description>,
    /// Other spellings of the name, and names by which the person is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// From when on this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// The member who holds the seat in this dialogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
}

impl Facts {
    /// A seat of which no more is known than who sits there, what they are in office and in what capacity they sit.
    #[must_use]
    pub fn of(holder: impl Into<String>, office: Office, capacity: Capacity) -> Self {
        Self {
            holder: holder.into(),
            office,
            capacity,
            side: None,
            government: None,
            post: None,
            institution: None,
            close_to: None,
            posts: Vec::new(),
            institutions: Vec::new(),
            also_described: Vec::new(),
            side_words: Vec::new(),
            gender: None,
            described: Vec::new(),
            also: Vec::new(),
            since: None,
            member: None,
        }
    }
}

/// How one source describes who sits in a seat: its own words, for here the wording is the fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// The source's words, a few.
    pub words: String,
    /// The source.
    pub source: String,
}

/// One entry of a seat's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What held from then on.
    pub facts: Facts,
    /// Who entered it.
    pub by: MemberId,
    /// When, by the author's clock.
    pub at: i64,
    /// Where it stands in the log.
    pub sequence: u64,
    /// Where it is reported; none for seats of this dialogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A seat with its history, the latest entry last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// All that was entered, in order.
    pub history: Vec<Entry>,
}

impl Seat {
    /// What is entered now.
    #[must_use]
    pub fn now(&self) -> Option<&Facts> {
        self.history.last().map(|entry| &entry.facts)
    }

    /// What held on a day: the latest entry that began by then; the earliest one where none had.
    #[must_use]
    pub fn on(&self, day: Option<Day>) -> Option<&Facts> {
        self.entry_on(day).map(|entry| &entry.facts)
    }

    /// The entry of what held on a day, with its source.
    #[must_use]
    pub fn entry_on(&self, day: Option<Day>) -> Option<&Entry> {
        let begun = |entry: &&Entry| match (entry.facts.since, day) {
            (Some(since), Some(day)) => since.span().0 <= day.span().1,
            _ => true,
        };
        self.history.iter().rev().find(begun).or(self.history.first())
    }
}

impl Facts {
    /// Whether they can be entered.
    ///
    /// # Errors
    /// A name or text that cannot be used; a convener's seat on a side.
    pub fn check(&self) -> Result<(), Refusal> {
        check_name("the seat's holder", &self.holder)?;
        let texts = [&self.government, &self.post, &self.institution, &self.close_to];
        texts.iter().filter_map(|text| text.as_ref()).try_for_each(|text| check_name("the seat's text", text))?;
        let lists = [
            ("other names", &self.also),
            ("further posts", &self.posts),
            ("further institutions", &self.institutions),
            ("other descriptions", &self.also_described),
            ("other words for its side", &self.side_words),
        ];
        for one in &self.described {
            check_name("a description of the seat", &one.words)?;
            check_name("the source of a description", &one.source)?;
        }
        if self.described.len() > MOST_WORDS {
            let problem = format!("it has more than {MOST_WORDS} descriptions by sources");
            return Err(Refusal::Unusable { what: "the seat", problem });
        }
        for (what, words) in lists {
            words.iter().try_for_each(|word| check_name("the seat's text", word))?;
            if words.len() > MOST_WORDS {
                let problem = format!("it has more than {MOST_WORDS} {what}");
                return Err(Refusal::Unusable { what: "the seat", problem });
            }
        }
        if self.office == Office::Convener && self.side.is_some() {
            let problem = "a convener's seat belongs to no side".to_owned();
            return Err(Refusal::Unusable { what: "the seat", problem });
        }
        Ok(())
    }

    /// Who sits there without a name: the post, or else the office, and of what. Computed sentences speak of people so;
    /// names stand beside their source.
    #[must_use]
    pub fn role(&self) -> String {
        let office = match self.office {
            Office::Former => "former official",
            Office::Serving => "official",
            Office::Expert => "expert",
            Office::Convener => "convener",
        };
        let what = self.post.as_deref().unwrap_or(office);
        match self.institution.as_ref().or(self.government.as_ref()) {
            Some(of) => format!("{what} of {of}"),
            None => what.to_owned(),
        }
    }

    /// The seat in a few words.
    #[must_use]
    pub fn describe(&self) -> String {
        let office = match self.office {
            Office::Former => "formerly in office",
            Office::Serving => "serving in office",
            Office::Expert => "expert",
            Office::Convener => "convener",
        };
        let capacity = match self.capacity {
            Capacity::Private => "private",
            Capacity::Mandated => "mandated",
        };
        let mut words = format!("{}, {office}, {capacity}", self.holder);
        for (before, text) in [(", ", &self.post), (", of ", &self.government), (", close to ", &self.close_to)] {
            if let Some(text) = text {
                words.push_str(before);
                words.push_str(text);
            }
        }
        words
    }
}
