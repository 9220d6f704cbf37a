//! Two sides: the utility plane, with the frontier as a staircase and each side's red line.
use super::Answer;
use super::plot::{Axis, Group, TOP, WIDTH};
use super::svg::{ACCENT, Anchor, Drawing, INK, MUTED, STOP, cut};
use crate::output::short;

/// Below the picture and its axis.
pub(super) const BOTTOM: f64 = 560.0;
const LEFT: f64 = 84.0;
const RIGHT: f64 = WIDTH - 36.0;
const FLOOR: f64 = BOTTOM - 64.0;

pub(super) fn draw(drawing: &mut Drawing, answer: &Answer<'_>, groups: &[Group<'_>]) {
    let [first, second] = answer.scenario.sides.as_slice() else {
        return;
    };
    let mut points: Vec<(f64, f64)> = answer.solution.frontier.iter().filter_map(|p| pair(&p.utilities)).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    let marks: Vec<(f64, f64)> = groups.iter().filter_map(|g| pair(&g.chosen.utilities)).collect();
    let lines = [first.position.reservation_value(), second.position.reservation_value()];
    let shown = |pick: fn(&(f64, f64)) -> f64, line: f64| {
        let line = near(points.iter().chain(&marks).map(pick), line);
        points.iter().chain(&marks).map(pick).chain(line).collect::<Vec<f64>>()
    };
    let across = Axis::over(shown(|p| p.0, lines[0]).into_iter(), LEFT, RIGHT);
    let up = Axis::over(shown(|p| p.1, lines[1]).into_iter(), FLOOR, TOP);
    grid(drawing, &across, &up);
    red_lines(drawing, answer, &across, &up, lines);
    titles(drawing, &first.name, &second.name);
    stairs(drawing, &points, &across, &up);
    for (x, y) in &points {
        drawing.dot((across.at(*x), up.at(*y)), 4.0, ACCENT);
    }
    for (figure, ((x, y), group)) in (1..).zip(marks.iter().zip(groups)) {
        drawing.badge((across.at(*x), up.at(*y)), figure, group.colour);
    }
}

fn pair(utilities: &[f64]) -> Option<(f64, f64)> {
    match utilities {
        [x, y] => Some((*x, *y)),
        _ => None,
    }
}

/// A red line far below everything shown would press the picture flat: it is left out.
fn near(values: impl Iterator<Item = f64>, line: f64) -> Option<f64> {
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let span = (high - low).max(high.abs() * 0.1);
    (low - line <= span * 3.0).then_some(line)
}

fn grid(drawing: &mut Drawing, across: &Axis, up: &Axis) {
    let muted = format!("font-size=\"12\" fill=\"{MUTED}\"");
    for tick in across.ticks() {
        let x = across.at(tick);
        drawing.line((x, TOP), (x, FLOOR), "#e3e3dd", 1.0, "");
        drawing.text((x, FLOOR + 18.0), Anchor::Middle, &muted, &short(tick));
    }
    for tick in up.ticks() {
        let y = up.at(tick);
        drawing.line((LEFT, y), (RIGHT, y), "#e3e3dd", 1.0, "");
        drawing.text((LEFT - 8.0, y + 4.0), Anchor::End, &muted, &short(tick));
    }
    drawing.line((LEFT, FLOOR), (RIGHT, FLOOR), MUTED, 1.0, "");
    drawing.line((LEFT, TOP), (LEFT, FLOOR), MUTED, 1.0, "");
}

fn titles(drawing: &mut Drawing, first: &str, second: &str) {
    let ink = format!("fill=\"{INK}\"");
    let of = |name: &str| format!("utility of {}", cut(name, 40));
    let centre = (LEFT + RIGHT) / 2.0;
    drawing.text((centre, FLOOR + 40.0), Anchor::Middle, &ink, &of(first));
    drawing.upward((28.0, (TOP + FLOOR) / 2.0), &ink, &of(second));
}

fn red_lines(drawing: &mut Drawing, answer: &Answer<'_>, across: &Axis, up: &Axis, lines: [f64; 2]) {
    let style = format!("font-size=\"12\" fill=\"{STOP}\"");
    let names: Vec<String> = answer.scenario.sides.iter().map(|s| cut(&s.name, 24)).collect();
    let label = |at: usize| {
        let name = names.get(at).map_or("", String::as_str);
        format!("reservation value of {name}")
    };
    let x = across.at(lines[0]);
    if (LEFT..=RIGHT).contains(&x) {
        drawing.line((x, TOP), (x, FLOOR), STOP, 1.5, "6 4");
        drawing.upward((x + 14.0, (TOP + FLOOR) / 2.0), &style, &label(0));
    }
    let y = up.at(lines[1]);
    if (TOP..=FLOOR).contains(&y) {
        drawing.line((LEFT, y), (RIGHT, y), STOP, 1.5, "6 4");
        drawing.text(((LEFT + RIGHT) / 2.0, y - 6.0), Anchor::Middle, &style, &label(1));
    }
}

/// Everything below and to the left of the staircase is dominated.
fn stairs(drawing: &mut Drawing, points: &[(f64, f64)], across: &Axis, up: &Axis) {
    let mut line = Vec::new();
    for pair in points.windows(2) {
        if let [(x, y), (next_x, next_y)] = pair {
            line.push((across.at(*x), up.at(*y)));
            line.push((across.at(*x), up.at(*next_y)));
            line.push((across.at(*next_x), up.at(*next_y)));
        }
    }
    if !line.is_empty() {
        drawing.path(&line, ACCENT, 1.5, 0.55);
    }
}
