//! What the linter cannot catch, for those who rely on it.

/// What no finding will tell you, in plain sentences; to be shown wherever findings, or their absence, are shown.
#[must_use]
pub fn limits() -> &'static [&'static str] {
    &[
        "It knows words, not people: a turn of phrase, a joke or an argument that is known to be somebody's passes.",
        "A fact that only one person could know gives that person away, and is not found.",
        "Allusion is not found: an old meeting, a career, a book, a family, an illness, “the author of the plan”.",
        "It reads one line at a time. Two lines, two exports, or an export and a newspaper may together say what neither says.",
        "It counts those in the room. Readers who can rule some of them out see smaller groups than it counts.",
        "A view that only one side can hold tells the side, however it is worded; so does a concession.",
        "It knows only the names, spellings, offices, institutions and places that the scene lists, and countries and cities of its own short table.",
        "Nicknames, code names, wrong spellings by more than look-alike letters, and names that are also common words may pass; the last come as cautions at best.",
        "Short names in small letters, names cut across lines by other words, acrostics and other hidden writing pass.",
        "Pronouns are matched to persons by their place in the sentence, so “she” may be taken for somebody outside the room when she is not, or the other way round.",
        "Grammar gives gender away in more ways than it knows: participles and adjectives in French, Russian and Arabic are not looked at.",
        "Of dates it knows days, months and weekdays; not seasons, holidays, anniversaries, “a week after the summit”, or the calendar of Islam.",
        "Uniqueness that is not said with its words (“only”, “the most …”, “all but one”) is not found: “the participant with the beard”.",
        "A description that fits enough seats may still fit one best.",
        "Numbers tell too: a vote of seven to one, or the order in which views are listed, is not looked at.",
        "Languages other than English, Russian, Arabic and French are read for names and numbers alone; Ukrainian is read as if it were Russian.",
        "It does not look into images, tables, properties of documents, file names, or the time at which an export is made.",
        "A line without findings is a line in which nothing was found. Have somebody who was in the room read it.",
    ]
}
