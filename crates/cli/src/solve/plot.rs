//! The frontier as a picture: a plane for two sides, parallel axes otherwise, with the same facts in words.
use negotiation::solve::Selected;

use super::svg::{Anchor, Drawing, INK, MARKS, MUTED, cut, wrap};
use super::{Answer, plane, strands};
use crate::output::short;

/// Width of every drawing, in pixels.
pub(super) const WIDTH: f64 = 840.0;
/// Where the picture proper begins, below title and summary.
pub(super) const TOP: f64 = 84.0;
/// Height of a line of the legend.
const LINE: f64 = 18.0;
/// Room between two entries of the legend.
const GAP: f64 = 8.0;

/// Concepts that chose outcomes of the same utilities.
pub(super) struct Group<'a> {
    pub(super) titles: Vec<&'static str>,
    pub(super) chosen: &'a Selected,
    pub(super) colour: &'static str,
}

/// Draws an answer as an SVG file.
pub(super) fn draw(answer: &Answer<'_>) -> String {
    let groups = groups(answer);
    let title = format!("{}: Pareto frontier", answer.scenario.name);
    let summary = summary(answer);
    let bottom = if answer.solution.acceptable == 0 {
        TOP + 60.0
    } else if answer.scenario.sides.len() == 2 {
        plane::BOTTOM
    } else {
        strands::BOTTOM
    };
    let entries: Vec<(Vec<String>, Vec<String>)> = groups.iter().map(|g| entry(answer, g)).collect();
    let lines: usize = entries.iter().map(|(a, b)| a.len() + b.len()).sum();
    let legend = lines as f64 * LINE + entries.len() as f64 * GAP;
    let mut drawing = Drawing::new(WIDTH, bottom + legend + 32.0);
    let bold = format!("font-size=\"20\" font-weight=\"600\" fill=\"{INK}\"");
    drawing.text((24.0, 36.0), Anchor::Start, &bold, &cut(&title, 75));
    let muted = format!("fill=\"{MUTED}\"");
    drawing.text((24.0, 60.0), Anchor::Start, &muted, &cut(&summary, 120));
    if answer.solution.acceptable == 0 {
        let ink = format!("font-size=\"16\" fill=\"{INK}\"");
        drawing.text((24.0, TOP + 24.0), Anchor::Start, &ink, "No common package found.");
    } else if answer.scenario.sides.len() == 2 {
        plane::draw(&mut drawing, answer, &groups);
    } else {
        strands::draw(&mut drawing, answer, &groups);
    }
    let mut y = bottom + 20.0;
    let strong = format!("font-weight=\"600\" fill=\"{INK}\"");
    for ((figure, group), (heading, choices)) in (1..).zip(&groups).zip(&entries) {
        drawing.badge((36.0, y - 4.0), figure, group.colour);
        let styled = heading.iter().map(|line| (line, &strong));
        for (line, style) in styled.chain(choices.iter().map(|line| (line, &muted))) {
            drawing.text((56.0, y), Anchor::Start, style, line);
            y += LINE;
        }
        y += GAP;
    }
    drawing.finish(&title, &description(answer, &summary, &groups))
}

fn groups<'a>(answer: &'a Answer<'_>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (title, _, chosen) in answer.concepts() {
        let Some(chosen) = chosen else { continue };
        match groups.iter_mut().find(|g| g.chosen.utilities == chosen.utilities) {
            Some(group) => group.titles.push(title),
            None => {
                let colour = MARKS.get(groups.len()).copied().unwrap_or(INK);
                groups.push(Group { titles: vec![title], chosen, colour });
            }
        }
    }
    groups
}

fn summary(answer: &Answer<'_>) -> String {
    let solution = answer.solution;
    let who = match (answer.is_unanimous(), answer.scenario.sides.as_slice()) {
        (false, _) => "the quorum",
        (true, [only]) => only.name.as_str(),
        (true, _) => "all sides",
    };
    let points = match solution.frontier.len() {
        1 => "1 point".to_owned(),
        n => format!("{n} distinct points"),
    };
    format!("Acceptable to {who}: {} of {} outcomes; {points} on the frontier.", solution.acceptable, solution.outcomes)
}

/// The lines of the legend: the concepts with their utilities, then the choices.
fn entry(answer: &Answer<'_>, group: &Group<'_>) -> (Vec<String>, Vec<String>) {
    let mut heading = values(answer, group.chosen);
    if let Some(first) = heading.first_mut() {
        *first = format!("{}: {first}", group.titles.join(", "));
    }
    (wrap(&heading, 96, 6), wrap(&choices(answer, group.chosen), 108, 6))
}

fn values(answer: &Answer<'_>, chosen: &Selected) -> Vec<String> {
    let sides = answer.scenario.sides.iter().zip(&chosen.utilities);
    sides.map(|(side, u)| format!("{} {}", side.name, short(*u))).collect()
}

fn choices(answer: &Answer<'_>, chosen: &Selected) -> Vec<String> {
    let names = answer.agenda().names(&chosen.outcome);
    names.map(|(issue, choice)| format!("{issue}: {choice}")).collect()
}

fn description(answer: &Answer<'_>, summary: &str, groups: &[Group<'_>]) -> String {
    let mut text = summary.to_owned();
    for group in groups {
        text.push_str(&format!(
            " {}: {} ({}).",
            group.titles.join(", "),
            values(answer, group.chosen).join(", "),
            choices(answer, group.chosen).join(", ")
        ));
    }
    text
}

/// A scale from values to pixels, with round ticks.
pub(super) struct Axis {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Axis {
    /// An axis that holds these values with a little room.
    pub(super) fn over(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|v| v.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let room = if high > low { (high - low) * 0.06 } else { high.abs().max(1.0) * 0.1 };
        Axis { low: low - room, high: high + room, from, to }
    }

    pub(super) fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// About five round values on the axis.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let rough = (self.high - self.low) / 5.0;
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= rough).unwrap_or(rough);
        let first = (self.low / step).ceil();
        let values = (0..12u32).map(|n| (first + f64::from(n)) * step);
        values.filter(|v| *v <= self.high).collect()
    }
}
