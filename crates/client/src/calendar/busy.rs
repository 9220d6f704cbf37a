//! The busy times of a whole text, as far as they matter to the slots.
use super::{
    Budget, Fault, Reading,
    component::{Component, calendars},
    event::Reader,
    moment::DAY,
    slot::Slot,
    zone::Zones,
};

/// Steps of work for one text: seconds on a slow machine.
const STEPS: u64 = 20_000_000;
/// Slots nearer to each other than this, in seconds, are looked at in one go.
const NEAR: i64 = 40 * DAY;

/// Stretches of time that do not touch, in order.
pub(super) struct Busy(Vec<(i64, i64)>);

impl Busy {
    fn merged(mut stretches: Vec<(i64, i64)>) -> Self {
        stretches.sort_unstable();
        let mut merged: Vec<(i64, i64)> = Vec::new();
        for (start, end) in stretches {
            match merged.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => merged.push((start, end)),
            }
        }
        Self(merged)
    }

    pub(super) fn overlaps(&self, start: i64, end: i64) -> bool {
        let after = self.0.partition_point(|busy| busy.1 <= start);
        self.0.get(after).is_some_and(|busy| busy.0 < end)
    }
}

/// The busy times of a text around the slots.
pub(super) fn of(text: &str, slots: &[Slot]) -> Reading<Busy> {
    let calendars = calendars(text)?;
    let windows = windows(slots);
    let mut budget = Budget(STEPS);
    let mut busy = Vec::new();
    for calendar in &calendars {
        understood(calendar)?;
        let horizon = windows.last().map_or(0, |window| window.1) + 3 * DAY;
        let zones = Zones::of(calendar, horizon)?;
        let mut reader = Reader::of(calendar, zones, &windows, &mut budget)?;
        for event in calendar.called("VEVENT") {
            reader.event(event)?;
        }
        reader.periods(calendar)?;
        busy.append(&mut reader.busy);
    }
    Ok(Busy::merged(busy))
}

/// The stretches that slots lie in.
fn windows(slots: &[Slot]) -> Vec<(i64, i64)> {
    let wide = slots.iter().map(|slot| (slot.start, slot.end + NEAR)).collect();
    Busy::merged(wide).0.into_iter().map(|(start, end)| (start, end - NEAR)).collect()
}

/// Only calendars of iCalendar 2.0 in the Gregorian calendar are read.
pub(super) fn understood(calendar: &Component) -> Reading<()> {
    if let Some(version) = calendar.every("VERSION").find(|version| !version.says("2.0")) {
        return Err(Fault::at(version.line, "this version of calendars is not understood (2.0 is)"));
    }
    if let Some(scale) = calendar.every("CALSCALE").find(|scale| !scale.says("GREGORIAN")) {
        return Err(Fault::at(scale.line, "only the Gregorian calendar is understood"));
    }
    Ok(())
}
