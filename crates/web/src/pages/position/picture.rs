//! One's own values in a picture: how many packages one could live with are worth how many points. Nobody else's are
//! here, or known.
use negotiation::Agenda;
use negotiation::check;
use negotiation::position::Words;

const WIDTH: i64 = 560;
const HEIGHT: i64 = 180;
const BINS: usize = 10;

/// Bars and marks, with the numbers behind them.
pub(super) struct Picture {
    pub(super) bars: Vec<Bar>,
    pub(super) marks: Vec<Mark>,
    pub(super) least: u64,
    pub(super) most: u64,
    pub(super) width: i64,
    pub(super) height: i64,
}

/// Packages worth from so many to so many points.
pub(super) struct Bar {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) count: String,
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) width: i64,
    pub(super) height: i64,
}

/// A named package that one could live with.
pub(super) struct Mark {
    pub(super) name: String,
    pub(super) points: u32,
    pub(super) x: i64,
    pub(super) y: i64,
}

pub(super) fn of(agenda: &Agenda, words: &Words) -> Option<Picture> {
    let spread = check::spread(agenda, words)?;
    // Digits are enough for a picture, however large the counts are.
    let counts: Vec<f64> = spread.iter().map(|count| count.to_string().parse().unwrap_or(0.0)).collect();
    let used: Vec<usize> = counts.iter().enumerate().filter(|(_, count)| **count > 0.0).map(|(at, _)| at).collect();
    let (least, most) = (*used.first()?, *used.last()?);
    let step = WIDTH / i64::try_from(BINS).ok()?;
    let sums: Vec<(usize, usize, f64)> = (0..BINS)
        .map(|bin| {
            let (from, to) = (bin * 10, if bin + 1 == BINS { 100 } else { bin * 10 + 9 });
            (from, to, counts.iter().skip(from).take(to - from + 1).sum())
        })
        .collect();
    let greatest = sums.iter().map(|(_, _, sum)| *sum).fold(1.0, f64::max);
    let bars = (0i64..).zip(sums).map(|(at, (from, to, sum))| {
        let height = (sum / greatest * HEIGHT as f64).round() as i64;
        let height = if sum > 0.0 { height.max(2) } else { 0 };
        Bar { from, to, count: format!("{sum:.0}"), x: at * step + 4, y: 24 + HEIGHT - height, width: step - 8, height }
    });
    let named = agenda.packages().iter().filter_map(|package| {
        let outcome = agenda.package(&package.name).ok()?;
        let mine = negotiation::Position::Words(words.clone());
        mine.verdict(&outcome).acceptable.then(|| (package.name.clone(), words.points_of(&outcome)))
    });
    let marks = named.take(8).zip(0i64..).map(|((name, points), row)| Mark {
        name: short(&name),
        points,
        x: i64::from(points) * WIDTH / 101 + step / 20,
        y: HEIGHT + 64 + row * 18,
    });
    let marks: Vec<Mark> = marks.collect();
    let height = HEIGHT + 72 + 18 * i64::try_from(marks.len()).unwrap_or(0);
    Some(Picture { bars: bars.collect(), marks, least: least as u64, most: most as u64, width: WIDTH, height })
}

fn short(name: &str) -> String {
    if name.chars().count() <= 16 { name.to_owned() } else { name.chars().take(15).chain(['…']).collect() }
}
