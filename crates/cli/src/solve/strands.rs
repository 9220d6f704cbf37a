//! Other than two sides: one axis per side, one line per frontier point, the concepts on top.
use super::Answer;
use super::plot::{Axis, Group, TOP, WIDTH};
use super::svg::{ACCENT, Anchor, Drawing, INK, MUTED, PAPER, STOP, cut};
use crate::output::short;

/// Below the picture.
pub(super) const BOTTOM: f64 = 540.0;
const LEFT: f64 = 84.0;
const RIGHT: f64 = WIDTH - 84.0;
const CEILING: f64 = TOP + 40.0;
const FLOOR: f64 = BOTTOM - 56.0;
/// More lines than this would be a blot.
const MOST_LINES: usize = 400;

pub(super) fn draw(drawing: &mut Drawing, answer: &Answer<'_>, groups: &[Group<'_>]) {
    let axes = axes(answer, groups);
    let frontier = &answer.solution.frontier;
    // Evenly spread over the frontier, which is in agenda order.
    let stride = frontier.len().div_ceil(MOST_LINES).max(1);
    let lines = frontier.len().div_ceil(stride);
    let opacity = if lines > 100 { 0.18 } else { 0.35 };
    for point in frontier.iter().step_by(stride) {
        drawing.path(&path(&axes, &point.utilities), ACCENT, 1.2, opacity);
    }
    frame(drawing, answer, &axes);
    for (at, group) in groups.iter().enumerate() {
        let line = path(&axes, &group.chosen.utilities);
        drawing.path(&line, group.colour, 2.5, 1.0);
        badge(drawing, &line, at, groups.len(), group.colour);
    }
    let shown = if stride > 1 {
        format!("{lines} of {} frontier points are drawn.", frontier.len())
    } else {
        "Each line: one outcome.".to_owned()
    };
    let muted = format!("font-size=\"12\" fill=\"{MUTED}\"");
    let note = format!("Each axis: utility of one side over the frontier. {shown}");
    drawing.text(((LEFT + RIGHT) / 2.0, FLOOR + 42.0), Anchor::Middle, &muted, &note);
}

/// Each mark sits on its own line, beside an axis of its own, so that none hides another.
fn badge(drawing: &mut Drawing, line: &[(f64, f64)], at: usize, of: usize, colour: &str) {
    let segments = line.len().saturating_sub(1).max(1);
    let segment = at % segments;
    let (Some(a), b) = (line.get(segment), line.get(segment + 1)) else {
        return;
    };
    let b = b.unwrap_or(a);
    let part = (at + 1) as f64 / (of + 1) as f64;
    let place = (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part);
    drawing.badge(place, at + 1, colour);
}

fn axes(answer: &Answer<'_>, groups: &[Group<'_>]) -> Vec<(f64, Axis)> {
    let count = answer.scenario.sides.len();
    let gap = if count > 1 { (RIGHT - LEFT) / (count - 1) as f64 } else { 0.0 };
    let mut x = if count > 1 { LEFT } else { (LEFT + RIGHT) / 2.0 };
    let mut axes = Vec::with_capacity(count);
    for side in 0..count {
        let of_points = answer.solution.frontier.iter().map(|p| &p.utilities);
        let all = of_points.chain(groups.iter().map(|g| &g.chosen.utilities));
        let values = all.filter_map(|u| u.get(side).copied());
        axes.push((x, Axis::over(values, FLOOR, CEILING)));
        x += gap;
    }
    axes
}

fn path(axes: &[(f64, Axis)], utilities: &[f64]) -> Vec<(f64, f64)> {
    axes.iter().zip(utilities).map(|((x, axis), u)| (*x, axis.at(*u))).collect()
}

fn frame(drawing: &mut Drawing, answer: &Answer<'_>, axes: &[(f64, Axis)]) {
    // A rim of paper keeps figures legible where lines cross them.
    let rim = format!("paint-order=\"stroke\" stroke=\"{PAPER}\" stroke-width=\"3\"");
    let muted = format!("font-size=\"12\" fill=\"{MUTED}\" {rim}");
    let (most, size) = match axes.len() {
        0..=6 => (16, 14),
        7..=9 => (10, 12),
        _ => (5, 11),
    };
    let ink = format!("font-weight=\"600\" font-size=\"{size}\" fill=\"{INK}\"");
    for ((x, axis), side) in axes.iter().zip(&answer.scenario.sides) {
        drawing.line((*x, CEILING), (*x, FLOOR), MUTED, 1.0, "");
        drawing.text((*x, CEILING - 14.0), Anchor::Middle, &ink, &cut(&side.name, most));
        for tick in axis.ticks() {
            let y = axis.at(tick);
            drawing.line((x - 4.0, y), (x + 4.0, y), MUTED, 1.0, "");
            drawing.text((x - 7.0, y + 4.0), Anchor::End, &muted, &short(tick));
        }
        let line = side.position.reservation_value();
        let y = axis.at(line);
        if (CEILING..=FLOOR).contains(&y) {
            drawing.line((x - 14.0, y), (x + 14.0, y), STOP, 2.0, "");
        }
        let stop = format!("font-size=\"12\" fill=\"{STOP}\"");
        let label = if axes.len() > 9 { short(line) } else { format!("red line {}", short(line)) };
        drawing.text((*x, FLOOR + 20.0), Anchor::Middle, &stop, &label);
    }
}
