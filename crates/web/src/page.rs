//! The frame of every page, and what templates ask of it.
use crate::lang::{Given, Lang, say};

/// What all pages have.
pub(crate) struct Page {
    pub(crate) lang: Lang,
    /// The door's path, before all links.
    pub(crate) base: String,
    pub(crate) nonce: String,
    /// For forms.
    pub(crate) token: String,
    /// This page's own address.
    pub(crate) here: String,
    pub(crate) title: String,
    /// What has just been done, in words.
    pub(crate) done: Option<String>,
    pub(crate) unlocked: bool,
    pub(crate) dense: bool,
    /// The dialogue, if the page is about one.
    pub(crate) crumb: Option<Crumb>,
}

/// A dialogue, as the frame shows it.
pub(crate) struct Crumb {
    /// `/talk/ID`
    pub(crate) path: String,
    pub(crate) title: String,
    pub(crate) side: Option<String>,
    pub(crate) name: String,
    pub(crate) convener: bool,
    /// The banner of an exercise.
    pub(crate) banner: Option<String>,
    pub(crate) offline: bool,
}

/// A link of the menu: the path below the dialogue's, and the name of its text.
type Item = (&'static str, &'static str);

const MENU: [(&str, &[Item]); 4] = [
    (
        "common-menu-talk",
        &[
            ("", "overview-title"),
            ("/people", "people-title"),
            ("/meetings", "meetings-title"),
            ("/rooms", "rooms-title"),
        ],
    ),
    (
        "common-menu-agenda",
        &[
            ("/agenda", "agenda-title"),
            ("/position", "position-title"),
            ("/soundings", "soundings-title"),
            ("/ledger", "ledger-title"),
        ],
    ),
    (
        "common-menu-record",
        &[
            ("/readouts", "readouts-title"),
            ("/statements", "statements-title"),
            ("/gate", "gate-title"),
            ("/handover", "handover-title"),
        ],
    ),
    ("common-menu-machine", &[("/members", "members-title"), ("/leaving", "leaving-title")]),
];

impl Page {
    /// The menu of a dialogue: groups of links.
    pub(crate) fn menu(&self) -> &'static [(&'static str, &'static [Item])] {
        &MENU
    }

    /// A text by its name.
    pub(crate) fn say(&self, name: &str) -> String {
        say(self.lang, name, &[])
    }

    /// What stands between the parts of a list.
    pub(crate) fn comma(&self) -> String {
        self.say("common-comma")
    }

    /// What stands between a name and what it names.
    pub(crate) fn colon(&self) -> String {
        self.say("common-colon")
    }

    /// A text with one insertion.
    pub(crate) fn with(&self, name: &str, key: &str, value: impl Into<Given>) -> String {
        say(self.lang, name, &[(key, value.into())])
    }

    /// A text with two insertions.
    pub(crate) fn with2(
        &self,
        name: &str,
        key: &str,
        value: impl Into<Given>,
        other: &str,
        second: impl Into<Given>,
    ) -> String {
        say(self.lang, name, &[(key, value.into()), (other, second.into())])
    }

    /// The day of a moment, in words.
    pub(crate) fn day(&self, at: &i64) -> String {
        self.lang.day(*at)
    }

    /// The day and minute of a moment, in words.
    pub(crate) fn moment(&self, at: &i64) -> String {
        self.lang.moment(*at)
    }

    /// A date as far as it is known, in words.
    pub(crate) fn known_day(&self, text: &str) -> String {
        self.lang.known_day(text)
    }

    /// A number.
    pub(crate) fn number(&self, number: &i64) -> String {
        self.lang.number(*number)
    }

    /// The address of a page below the door.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("{}{}", self.base, if path == "/" { "" } else { path })
    }

    /// The address of a page of the dialogue.
    pub(crate) fn in_talk(&self, path: &str) -> String {
        let talk = self.crumb.as_ref().map(|crumb| crumb.path.as_str()).unwrap_or_default();
        format!("{}{talk}{path}", self.base)
    }

    /// `page` for the link of the menu that leads here, which the menu marks.
    pub(crate) fn at(&self, path: &str) -> bool {
        let here = self.here.split('?').next().unwrap_or_default();
        let to = self.in_talk(path);
        here == to || (!path.is_empty() && here.starts_with(&format!("{to}/")))
    }

    /// All languages.
    pub(crate) fn languages(&self) -> [Lang; 5] {
        Lang::ALL
    }
}
