//! Meetings as marks on an axis of time, a row for each track; shape and word, never colour alone.
use dialogue::record::book::Book;
use dialogue::record::day::Day;
use dialogue::record::track::{self, Track};
use jiff::civil::Date;

/// Left and right edge of the axis, and its highest row, in units of the drawing.
const LEFT: f64 = 90.0;
const RIGHT: f64 = 760.0;
const TOP: f64 = 40.0;
const ROW: f64 = 64.0;

/// A row of the drawing.
pub(super) struct Row {
    pub(super) y: f64,
    pub(super) label: &'static str,
}

/// A meeting as a mark.
pub(super) struct Mark {
    pub(super) x: f64,
    pub(super) y: f64,
    /// Where its name stands.
    pub(super) label_y: f64,
    pub(super) shape: &'static str,
    pub(super) points: String,
    pub(super) held: bool,
    pub(super) name: String,
}

/// A mark of the axis.
pub(super) struct Tick {
    pub(super) x: f64,
    pub(super) label: String,
}

/// The drawing.
pub(super) struct Timeline {
    pub(super) rows: Vec<Row>,
    pub(super) marks: Vec<Mark>,
    pub(super) ticks: Vec<Tick>,
    pub(super) height: f64,
    pub(super) axis: f64,
    /// Meetings whose date is not known: the table alone has them.
    pub(super) undated: usize,
}

fn row_of(track: Option<Track>) -> usize {
    match track {
        Some(Track::One) => 0,
        Some(Track::OneAndHalf) => 1,
        Some(Track::Two) => 2,
        None => 3,
    }
}

/// The drawing of a book's meetings; none where none has a date.
pub(super) fn draw(book: &Book) -> Option<Timeline> {
    // With what is known of each date: a month is not shown as one of its days.
    let dated: Vec<(&String, Date, bool, Option<Track>, Day)> = book
        .meetings
        .iter()
        .filter_map(|(name, meeting)| {
            let known = meeting.facts.date()?;
            let (first, last) = known.span();
            let half = i32::try_from(days(first, last) / 2).ok()?;
            let middle = first.checked_add(jiff::Span::new().days(half)).ok()?;
            Some((name, middle, meeting.facts.held, track::of_meeting(book, name)?.track, known))
        })
        .collect();
    let (begin, begins) = dated.iter().map(|one| (one.1, one.4)).min()?;
    let (end, ends) = dated.iter().map(|one| (one.1, one.4)).max()?;
    let span = days(begin, end).max(1) as f64;
    let at = |date: Date| {
        if begin == end { f64::midpoint(LEFT, RIGHT) } else { LEFT + (RIGHT - LEFT) * days(begin, date) as f64 / span }
    };
    let unknown = dated.iter().any(|one| one.3.is_none());
    let labels = ["meetings-track-1", "meetings-track-1-5", "meetings-track-2", "meetings-track-unknown"];
    let shown = if unknown { 4 } else { 3 };
    let y = |row: usize| TOP + ROW * row as f64;
    let rows = labels.into_iter().take(shown).enumerate().map(|(row, label)| Row { y: y(row), label });
    let mut marks: Vec<Mark> = Vec::new();
    let mut sorted = dated.clone();
    sorted.sort_by_key(|one| (one.1, one.0));
    for (name, date, held, track, _) in sorted {
        let (x, row) = (at(date), row_of(track));
        // Names that would run into one another are set on two heights.
        let near = marks.iter().rev().find(|mark| (mark.y - y(row)).abs() < 1.0 && x - mark.x < 90.0);
        let low = near.is_some_and(|mark| mark.label_y < mark.y + 26.0);
        marks.push(Mark {
            x,
            y: y(row),
            label_y: y(row) + if low { 38.0 } else { 24.0 },
            shape: ["square", "diamond", "circle", "cross"].get(row).copied().unwrap_or("cross"),
            points: diamond(x, y(row)),
            held,
            name: name.clone(),
        });
    }
    let axis = TOP + ROW * shown as f64;
    let mut ticks = vec![Tick { x: at(begin), label: begins.to_string() }];
    if end != begin {
        ticks.push(Tick { x: at(end), label: ends.to_string() });
    }
    Some(Timeline {
        rows: rows.collect(),
        undated: book.meetings.len() - marks.len(),
        marks,
        ticks,
        height: axis + 40.0,
        axis,
    })
}

fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_secs() / 86_400
}

fn diamond(x: f64, y: f64) -> String {
    let corners = [(x, y - 11.0), (x + 11.0, y), (x, y + 11.0), (x - 11.0, y)];
    corners.map(|(x, y)| format!("{x:.1},{y:.1}")).join(" ")
}
