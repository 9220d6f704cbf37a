//! The text as components and properties (RFC 5545, 3.1 and 3.6). Only what decides about busy times is kept.
use super::{Fault, Reading};

/// The most events and free/busy components in one text.
const EVENTS_MOST: usize = 50_000;
/// Components are nested this deep at most: a zone's rules and an event's alarms are at depth three.
const DEPTH_MOST: usize = 8;

/// The properties that are kept. EXRULE, which RFC 5545 withdrew, is not: without it more is busy, never less.
const KEPT: [&str; 17] = [
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "UID",
    "STATUS",
    "TRANSP",
    "FREEBUSY",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "VERSION",
    "CALSCALE",
    "METHOD",
];

/// What is read beside them of the one event that a meeting is made from.
const WORDS: [&str; 5] = ["SUMMARY", "LOCATION", "URL", "X-WR-TIMEZONE", super::appointment::MODE];

/// One property: its parameters have upper-case names and values without quotes.
#[derive(Debug)]
pub(super) struct Property {
    pub(super) name: &'static str,
    parameters: Vec<(String, String)>,
    pub(super) value: String,
    pub(super) line: usize,
}

impl Property {
    /// A parameter by its upper-case name.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the value is this word, in any case.
    pub(super) fn says(&self, word: &str) -> bool {
        self.value.trim().eq_ignore_ascii_case(word)
    }
}

/// A component with the properties and the parts that are kept.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) properties: Vec<Property>,
    pub(super) parts: Vec<Component>,
}

impl Component {
    /// All properties of a name.
    pub(super) fn every<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The property that may occur once.
    pub(super) fn one(&self, name: &str) -> Reading<Option<&Property>> {
        let mut found = self.properties.iter().filter(|property| property.name == name);
        let first = found.next();
        match found.next() {
            Some(second) => Err(Fault::at(second.line, "this occurs twice and may occur once")),
            None => Ok(first),
        }
    }

    /// All parts of a name.
    pub(super) fn called<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Component> {
        self.parts.iter().filter(move |part| part.name == name)
    }
}

/// The calendars (VCALENDAR) of a text; there is at least one.
pub(super) fn calendars(text: &str) -> Reading<Vec<Component>> {
    parse(text, &[])
}

/// The same with titles, places and addresses.
pub(super) fn with_words(text: &str) -> Reading<Vec<Component>> {
    parse(text, &WORDS)
}

fn parse(text: &str, words: &[&'static str]) -> Reading<Vec<Component>> {
    let mut calendars = Vec::new();
    let mut open: Vec<Component> = Vec::new();
    let mut events = 0;
    for (line, content) in unfolded(text) {
        let (name, rest) = named(&content).ok_or(Fault::at(line, "this is no line of a calendar"))?;
        if name.eq_ignore_ascii_case("BEGIN") {
            let name = rest.strip_prefix(':').unwrap_or_default().trim().to_ascii_uppercase();
            placed(&name, open.last(), line)?;
            events += usize::from(name == "VEVENT" || name == "VFREEBUSY");
            if events > EVENTS_MOST {
                return Err(Fault::at(line, "there are more than 50,000 events; export a shorter time"));
            }
            if open.len() >= DEPTH_MOST {
                return Err(Fault::at(line, "components are nested too deeply"));
            }
            open.push(Component { name, line, properties: Vec::new(), parts: Vec::new() });
        } else if name.eq_ignore_ascii_case("END") {
            let ended = open.pop().ok_or(Fault::at(line, "this ends what never began"))?;
            if !rest.strip_prefix(':').unwrap_or_default().trim().eq_ignore_ascii_case(&ended.name) {
                return Err(Fault::at(line, "this ends another component than the one that is open"));
            }
            match open.last_mut() {
                None => calendars.push(ended),
                Some(around) if kept(&ended.name) => around.parts.push(ended),
                Some(_) => {}
            }
        } else {
            let around = open.last_mut().ok_or(Fault::at(line, "this is outside a calendar (BEGIN:VCALENDAR)"))?;
            if let Some(known) = KEPT.iter().chain(words).find(|known| name.eq_ignore_ascii_case(known)) {
                around.properties.push(property(known, rest, line)?);
            }
        }
    }
    match open.last() {
        Some(cut) => Err(Fault::at(cut.line, "what begins here never ends; the calendar is cut off")),
        None if calendars.is_empty() => Err(Fault::at(1, "this is no calendar (BEGIN:VCALENDAR)")),
        None => Ok(calendars),
    }
}

fn kept(name: &str) -> bool {
    matches!(name, "VEVENT" | "VFREEBUSY" | "VTIMEZONE" | "STANDARD" | "DAYLIGHT")
}

/// Whether a component may begin here. An event in a wrong place would be overlooked, so it is an error.
fn placed(name: &str, around: Option<&Component>, line: usize) -> Reading<()> {
    let around = around.map(|around| around.name.as_str());
    match name {
        "VCALENDAR" if around.is_none() => Ok(()),
        "VCALENDAR" => Err(Fault::at(line, "a calendar begins inside another component")),
        _ if around.is_none() => Err(Fault::at(line, "this is outside a calendar (BEGIN:VCALENDAR)")),
        "VEVENT" | "VFREEBUSY" | "VTIMEZONE" if around != Some("VCALENDAR") => {
            Err(Fault::at(line, "an event, a zone or busy times begin inside another component"))
        }
        "VAVAILABILITY" => Err(Fault::at(line, "working hours (VAVAILABILITY) are not understood")),
        _ => Ok(()),
    }
}

/// Content lines with the number of their first row; rows that begin with a blank go on with the one before.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (index, row) in text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate() {
        match (row.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some((_, line))) => line.push_str(more),
            _ if row.trim().is_empty() => {}
            _ => lines.push((index + 1, row.to_owned())),
        }
    }
    lines
}

/// The name of a content line, and the rest from its `;` or `:` on.
fn named(content: &str) -> Option<(&str, &str)> {
    let (name, rest) = content.split_at(content.find([';', ':'])?);
    let fits =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    fits.then_some((name, rest))
}

/// Parameters and value of a line that is kept.
fn property(name: &'static str, mut rest: &str, line: usize) -> Reading<Property> {
    let broken = Fault::at(line, "the parameters of this line cannot be read");
    let mut parameters: Vec<(String, String)> = Vec::new();
    while let Some(parameter) = rest.strip_prefix(';') {
        let (key, after) = parameter.split_once('=').ok_or(broken)?;
        let end = unquoted(after, [';', ':']).ok_or(broken)?;
        let (value, after) = after.split_at(end);
        let key = key.trim().to_ascii_uppercase();
        if !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            || parameters.iter().any(|(known, _)| *known == key)
        {
            return Err(broken);
        }
        parameters.push((key, value.trim().trim_matches('"').to_owned()));
        rest = after;
    }
    let value = rest.strip_prefix(':').ok_or(broken)?.to_owned();
    Ok(Property { name, parameters, value, line })
}

/// Where the first of two marks stands outside quotation marks.
fn unquoted(text: &str, marks: [char; 2]) -> Option<usize> {
    let mut quoted = false;
    text.char_indices()
        .find(|(_, character)| {
            quoted ^= *character == '"';
            !quoted && marks.contains(character)
        })
        .map(|(at, _)| at)
}
