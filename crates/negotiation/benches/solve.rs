//! Solving with two sides: 390,625 outcomes (five choices on eight issues), on one thread and on two.
use std::num::NonZeroUsize;

use criterion::{Criterion, criterion_group, criterion_main};
use negotiation::position::Additive;
use negotiation::solve::{Options, solve};
use negotiation::{Agenda, Choice, Decimal, Issue, Position, Question, Side, number};

fn scenario() -> negotiation::Result<(Question, Vec<Side>)> {
    let choices = || (0..5).map(|c| Choice::plain(format!("c{c}"))).collect();
    let issues = (0..8).map(|i| Issue::plain(format!("i{i}"), choices()));
    let agenda = Agenda::new("bench", issues.collect(), vec![], vec![], number::whole(1))?;
    let worth = |side: i64, i: i64, c: i64| -> Decimal {
        number::whole((side * 7919 + i * 104_729 + c * c * 1_299_709) % 10_007) / number::whole(80_056)
    };
    let sides = (1..=2).map(|side| {
        let rows = (0..8).map(|i| (0..5).map(|c| worth(side, i, c)).collect());
        let half = number::whole(1) / number::whole(2);
        let position = Additive::new(rows.collect(), number::whole(0), Some(number::whole(1)), half)?;
        Ok(Side { name: format!("s{side}"), position: Position::Additive(position) })
    });
    Ok((Question::whole(&agenda), sides.collect::<negotiation::Result<_>>()?))
}

fn solving(c: &mut Criterion) {
    let Ok((question, sides)) = scenario() else { return };
    let mut group = c.benchmark_group("solve 390625 outcomes, 2 sides");
    group.sample_size(10);
    for threads in [1, 2] {
        let options =
            Options { threads: NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN), ..Options::default() };
        group.bench_function(format!("{threads} threads"), |b| {
            b.iter(|| solve(&sides, &question, &options).map(|s| s.acceptable));
        });
    }
    group.finish();
}

criterion_group!(benches, solving);
criterion_main!(benches);
