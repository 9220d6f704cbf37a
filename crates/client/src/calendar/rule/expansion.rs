//! A rule's readings of the clock between two others. Without a COUNT it begins near the first of them, not at DTSTART.
use jiff::civil::Date;

use super::{ByDay, Frequency, Rule};
use crate::calendar::{
    Budget, Fault, Reading,
    moment::{DAY, date, number},
};

/// A rule with what it takes from its beginning, and the seconds of a period (of a day, an hour, …) at which it falls.
struct Expansion<'a> {
    rule: &'a Rule,
    start: i64,
    months: Vec<i64>,
    month_days: Vec<i64>,
    days: Vec<ByDay>,
    times: Vec<i64>,
}

impl Rule {
    /// The readings of the clock (in seconds, as [`super::When::wall`]) that the rule gives from `start` on, of those
    /// between `from` and `to`, both included. `start` itself is among them only where the rule gives it.
    ///
    /// # Errors
    /// Where it takes more steps than the budget has.
    pub(in crate::calendar) fn expand(
        &self,
        start: i64,
        from: i64,
        to: i64,
        budget: &mut Budget,
        line: usize,
    ) -> Reading<Vec<i64>> {
        let outside = Fault::at(line, "this repeats outside all calendars");
        let expansion = Expansion::new(self, start).ok_or(outside)?;
        let mut left = self.count;
        let mut found = Vec::new();
        let mut period = if left.is_some() { 0 } else { expansion.first_period(from).ok_or(outside)? };
        loop {
            let Some((begin, walls, steps)) = expansion.period(period) else { return Ok(found) };
            budget.spend(steps + walls.len() as u64, line)?;
            if begin > to {
                return Ok(found);
            }
            for wall in expansion.positioned(walls) {
                if wall < start {
                    continue;
                }
                if wall > to || left == Some(0) {
                    return Ok(found);
                }
                left = left.map(|left| left - 1);
                if wall >= from {
                    found.push(wall);
                }
            }
            period += 1;
        }
    }
}

impl<'a> Expansion<'a> {
    fn new(rule: &'a Rule, start: i64) -> Option<Self> {
        use Frequency::{Hourly, Minutely, Monthly, Secondly, Weekly, Yearly};
        let first = date(start.div_euclid(DAY))?;
        let open =
            rule.weeks.is_empty() && rule.year_days.is_empty() && rule.month_days.is_empty() && rule.days.is_empty();
        let (mut months, mut month_days, mut days) = (rule.months.clone(), rule.month_days.clone(), rule.days.clone());
        if open {
            if rule.frequency == Yearly && months.is_empty() {
                months.push(first.month().into());
            }
            if matches!(rule.frequency, Yearly | Monthly) {
                month_days.push(first.day().into());
            }
            if rule.frequency == Weekly {
                days.push(ByDay { nth: None, weekday: weekday(first) });
            }
        }
        let or = |list: &[i64], own: i64| if list.is_empty() { vec![own] } else { list.to_vec() };
        let time = start.rem_euclid(DAY);
        let hours = if rule.frequency <= Hourly { vec![0] } else { or(&rule.hours, time / 3_600) };
        let minutes = if rule.frequency <= Minutely { vec![0] } else { or(&rule.minutes, time / 60 % 60) };
        let seconds = if rule.frequency == Secondly { vec![0] } else { or(&rule.seconds, time % 60) };
        let mut times = Vec::new();
        for hour in hours {
            for minute in &minutes {
                times.extend(seconds.iter().map(|second| hour * 3_600 + minute * 60 + second));
            }
        }
        Some(Self { rule, start, months, month_days, days, times })
    }

    /// The seconds of a step within a day, or `None` for longer ones.
    fn unit(&self) -> Option<i64> {
        match self.rule.frequency {
            Frequency::Secondly => Some(1),
            Frequency::Minutely => Some(60),
            Frequency::Hourly => Some(3_600),
            _ => None,
        }
    }

    /// The number of a period that surely begins before `from`, or zero.
    fn first_period(&self, from: i64) -> Option<i64> {
        if from <= self.start {
            return Some(0);
        }
        let longest = match self.rule.frequency {
            Frequency::Yearly => 366 * DAY,
            Frequency::Monthly => 31 * DAY,
            Frequency::Weekly => 7 * DAY,
            Frequency::Daily => DAY,
            _ => self.unit()?,
        };
        Some(((from - self.start) / longest / self.rule.interval - 1).max(0))
    }

    /// The n-th period: when it begins, its readings in order, and what it cost. `None` after the last year there is.
    fn period(&self, index: i64) -> Option<(i64, Vec<i64>, u64)> {
        let step = index.checked_mul(self.rule.interval)?;
        if let Some(unit) = self.unit() {
            let begin = self.start.div_euclid(unit).checked_add(step)?.checked_mul(unit)?;
            let walls = if self.timely(begin)? { self.times.iter().map(|time| begin + time).collect() } else { vec![] };
            return Some((begin, walls, 1));
        }
        let first = self.start.div_euclid(DAY);
        let day = date(first)?;
        let stretches = match self.rule.frequency {
            Frequency::Yearly => {
                let year = i16::try_from(i64::from(day.year()).checked_add(step)?).ok()?;
                let months =
                    (1..=12).filter(|month| self.months.is_empty() || self.months.contains(&i64::from(*month)));
                months.map(|month| self::month(year, month)).collect::<Option<Vec<_>>>()?
            }
            Frequency::Monthly => {
                let at = (i64::from(day.year()) * 12 + i64::from(day.month()) - 1).checked_add(step)?;
                let (year, of_year) =
                    (i16::try_from(at.div_euclid(12)).ok()?, i8::try_from(at.rem_euclid(12) + 1).ok()?);
                vec![month(year, of_year)?]
            }
            Frequency::Weekly => {
                let begin = first - (weekday(day) - self.rule.week_start).rem_euclid(7) + step.checked_mul(7)?;
                vec![(begin, begin.checked_add(6)?)]
            }
            _ => vec![(first.checked_add(step)?, first.checked_add(step)?)],
        };
        let begin = stretches.first()?.0;
        let mut walls = Vec::new();
        let mut steps = 0;
        for number in stretches.into_iter().flat_map(|(begin, end)| begin..=end) {
            steps += 1;
            if self.matches(date(number)?) {
                walls.extend(self.times.iter().map(|time| number * DAY + time));
            }
        }
        Some((begin.checked_mul(DAY)?, walls, steps))
    }

    /// Whether a step within a day meets the limits of the rule.
    fn timely(&self, begin: i64) -> Option<bool> {
        let (day, time) = (begin.div_euclid(DAY), begin.rem_euclid(DAY));
        let within = |list: &[i64], own: i64| list.is_empty() || list.contains(&own);
        let fits = within(&self.rule.hours, time / 3_600)
            && (self.rule.frequency == Frequency::Hourly || within(&self.rule.minutes, time / 60 % 60))
            && (self.rule.frequency != Frequency::Secondly || within(&self.rule.seconds, time % 60));
        Some(fits && self.matches(date(day)?))
    }

    /// Whether a day meets the limits of the rule.
    fn matches(&self, day: Date) -> bool {
        if !self.months.is_empty() && !self.months.contains(&day.month().into()) {
            return false;
        }
        let of_month = (i64::from(day.day()), i64::from(day.days_in_month()));
        let of_year = (i64::from(day.day_of_year()), i64::from(day.days_in_year()));
        let counted =
            |list: &[i64], (at, of): (i64, i64)| list.is_empty() || list.contains(&at) || list.contains(&(at - of - 1));
        if !counted(&self.month_days, of_month) || !counted(&self.rule.year_days, of_year) {
            return false;
        }
        let yearly = self.rule.frequency == Frequency::Yearly && self.rule.months.is_empty();
        let (at, of) = if yearly { of_year } else { of_month };
        let nth = [(at - 1) / 7 + 1, -((of - at) / 7 + 1)];
        let named = |by: &ByDay| by.weekday == weekday(day) && by.nth.is_none_or(|wanted| nth.contains(&wanted));
        if !self.days.is_empty() && !self.days.iter().any(named) {
            return false;
        }
        self.rule.weeks.is_empty()
            || week(day, self.rule.week_start).is_some_and(|week| counted(&self.rule.weeks, week))
    }

    /// Of a period's readings those at the positions of BYSETPOS.
    fn positioned(&self, walls: Vec<i64>) -> Vec<i64> {
        if self.rule.positions.is_empty() {
            return walls;
        }
        let length = i64::try_from(walls.len()).unwrap_or(i64::MAX);
        let wanted = |at: i64| self.rule.positions.contains(&at) || self.rule.positions.contains(&(at - length - 1));
        (1..).zip(walls).filter(|(at, _)| wanted(*at)).map(|(_, wall)| wall).collect()
    }
}

/// The first and the last day of a month.
fn month(year: i16, month: i8) -> Option<(i64, i64)> {
    let first = Date::new(year, month, 1).ok()?;
    Some((number(first), number(first.last_of_month())))
}

fn weekday(day: Date) -> i64 {
    day.weekday().to_monday_zero_offset().into()
}

/// The number of a day's week and of how many: a week belongs to the year in which its fourth day lies.
fn week(day: Date, week_start: i64) -> Option<(i64, i64)> {
    let number = number(day);
    let fourth = date(number - (weekday(day) - week_start).rem_euclid(7) + 3)?;
    let at = (i64::from(fourth.day_of_year()) - 1) / 7 + 1;
    let rest = i64::from(fourth.days_in_year()) - i64::from(fourth.day_of_year());
    Some((at, at + rest / 7))
}
