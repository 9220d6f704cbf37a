//! What the bargaining literature proves of the concepts, on random scenarios, and a slow twin of the solver.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use std::num::NonZeroUsize;

use negotiation::position::Additive;
use negotiation::solve::{Options, Selected, Solution, solve};
use negotiation::{Agenda, Choice, Decimal, Issue, Link, Part, Position, Question, Side, number};
use num_rational::BigRational;
use proptest::prelude::*;

/// Whole contributions by side, issue and choice, with a red line per side.
#[derive(Debug, Clone)]
struct Game {
    sizes: Vec<usize>,
    sides: Vec<(Vec<Vec<i64>>, i64)>,
    linked: bool,
}

fn games(sides: std::ops::Range<usize>) -> impl Strategy<Value = Game> {
    let sizes = prop::collection::vec(1usize..5, 1..5);
    (sizes, sides, any::<bool>()).prop_flat_map(|(sizes, count, linked)| {
        let rows: Vec<_> = sizes.iter().map(|n| prop::collection::vec(0i64..12, *n)).collect();
        let side = (rows, 0i64..16);
        prop::collection::vec(side, count).prop_map(move |sides| Game { sizes: sizes.clone(), sides, linked })
    })
}

fn agenda(game: &Game) -> Agenda {
    let issue = |(i, n): (usize, &usize)| {
        Issue::plain(format!("i{i}"), (0..*n).map(|c| Choice::plain(format!("c{c}"))).collect())
    };
    let issues: Vec<Issue> = game.sizes.iter().enumerate().map(issue).collect();
    let links = match game.sizes.as_slice() {
        [first, second, ..] if game.linked && *first > 1 && *second > 1 => vec![Link {
            when: vec![Part { issue: 0, choices: vec![1] }],
            then: vec![Part { issue: 1, choices: vec![0] }],
            note: None,
        }],
        _ => Vec::new(),
    };
    Agenda::new("random", issues, links, Vec::new(), number::whole(100)).unwrap()
}

/// Utilities of side `i` are stretched by `scale[i]` and shifted by `shift[i]`, its red line with them.
fn sides(game: &Game, stretch: &[Decimal], shift: &[Decimal]) -> Vec<Side> {
    let all = game.sides.iter().zip(stretch).zip(shift).enumerate();
    all.map(|(i, (((rows, line), stretch), shift))| {
        let scaled = |x: i64| number::whole(x) * stretch;
        let rows = rows.iter().map(|row| row.iter().map(|x| scaled(*x)).collect()).collect();
        let position = Additive::new(rows, shift.clone(), None, scaled(*line) + shift).unwrap();
        Side { name: format!("s{i}"), position: Position::Additive(position) }
    })
    .collect()
}

fn plain(game: &Game) -> Vec<Side> {
    let n = game.sides.len();
    sides(game, &vec![number::whole(1); n], &vec![number::whole(0); n])
}

fn answer(game: &Game, sides: &[Side], threads: usize) -> Solution {
    let options = Options { threads: NonZeroUsize::new(threads).unwrap(), ..Options::default() };
    solve(sides, &Question::whole(&agenda(game)), &options).unwrap()
}

/// All acceptable outcomes with their whole gains, by nested loops and integers only.
fn acceptable(game: &Game) -> Vec<(Vec<u32>, Vec<i64>)> {
    let agenda = agenda(game);
    let mut all = vec![Vec::new()];
    for n in &game.sizes {
        all = all
            .into_iter()
            .flat_map(|o: Vec<u32>| (0..*n).map(move |c| [o.clone(), vec![u32::try_from(c).unwrap()]].concat()))
            .collect();
    }
    let gains = |o: &[u32]| -> Vec<i64> {
        let sum =
            |rows: &[Vec<i64>]| -> i64 { rows.iter().zip(o).map(|(row, c)| row[usize::try_from(*c).unwrap()]).sum() };
        game.sides.iter().map(|(rows, line)| sum(rows) - line).collect()
    };
    all.into_iter()
        .filter(|o| agenda.links().iter().all(|l| l.holds(o)))
        .map(|o| (o.clone(), gains(&o)))
        .filter(|(_, g)| g.iter().all(|x| *x >= 0))
        .collect()
}

/// First and number of the outcomes that are greatest by a key.
fn greatest<K: Ord>(all: &[(Vec<u32>, Vec<i64>)], key: impl Fn(&[i64]) -> K) -> Option<(Vec<u32>, u64)> {
    let best = all.iter().map(|(_, g)| key(g)).max()?;
    let hits: Vec<_> = all.iter().filter(|(_, g)| key(g) == best).collect();
    Some((hits[0].0.clone(), u64::try_from(hits.len()).unwrap()))
}

fn found(selected: Option<&Selected>) -> Option<(Vec<u32>, u64)> {
    selected.map(|s| (s.outcome.choices().to_vec(), s.ties))
}

proptest! {
    #[test]
    fn the_solver_agrees_with_its_slow_twin(game in games(1..5)) {
        let all = acceptable(&game);
        let fast = answer(&game, &plain(&game), 2);
        prop_assert_eq!(fast.acceptable, u64::try_from(all.len()).unwrap());
        let sorted = |g: &[i64]| { let mut g = g.to_vec(); g.sort_unstable(); g };
        prop_assert_eq!(found(fast.nash.as_ref()), greatest(&all, |g| g.iter().product::<i64>()));
        prop_assert_eq!(found(fast.egalitarian.as_ref()), greatest(&all, |g| *g.iter().min().unwrap()));
        prop_assert_eq!(found(fast.utilitarian.as_ref()), greatest(&all, |g| g.iter().sum::<i64>()));
        prop_assert_eq!(found(fast.leximin.as_ref()), greatest(&all, sorted));
        let ideal: Vec<i64> = (0..game.sides.len())
            .map(|i| all.iter().map(|(_, g)| g[i]).max().unwrap_or(0))
            .collect();
        let share = |g: &[i64]| g.iter().zip(&ideal)
            .map(|(g, b)| if *b > 0 { BigRational::new((*g).into(), (*b).into()) } else { number::whole(1) })
            .min().unwrap();
        prop_assert_eq!(found(fast.kalai_smorodinsky.as_ref()), greatest(&all, share));
        let dominated = |g: &Vec<i64>| all.iter().any(|(_, h)| h != g && h.iter().zip(g).all(|(a, b)| a >= b));
        let on_frontier = all.iter().filter(|(_, g)| !dominated(g)).count();
        let ties: u64 = fast.frontier.iter().map(|p| p.ties).sum();
        prop_assert_eq!(ties, u64::try_from(on_frontier).unwrap());
    }

    #[test]
    fn nash_leximin_and_utilitarian_are_on_the_frontier(game in games(2..4)) {
        let solution = answer(&game, &plain(&game), 1);
        let on_frontier = |s: &Selected| solution.frontier.iter().any(|p| p.utilities == s.utilities);
        if let Some(nash) = &solution.nash && nash.value > 0.0 {
            prop_assert!(on_frontier(nash));
        }
        for chosen in [&solution.leximin, &solution.utilitarian].into_iter().flatten() {
            prop_assert!(on_frontier(chosen));
        }
    }

    #[test]
    fn nash_and_kalai_smorodinsky_do_not_change_with_the_units(
        game in games(2..4),
        stretch in prop::collection::vec((1i64..9, 1i64..9), 3),
        shift in prop::collection::vec(-20i64..20, 3),
    ) {
        let one = answer(&game, &plain(&game), 1);
        let stretch: Vec<Decimal> = stretch.iter().map(|(n, d)| BigRational::new((*n).into(), (*d).into())).collect();
        let shift: Vec<Decimal> = shift.iter().map(|x| number::whole(*x)).collect();
        let other = answer(&game, &sides(&game, &stretch, &shift), 1);
        prop_assert_eq!(one.acceptable, other.acceptable);
        prop_assert_eq!(found(one.nash.as_ref()), found(other.nash.as_ref()));
        prop_assert_eq!(found(one.kalai_smorodinsky.as_ref()), found(other.kalai_smorodinsky.as_ref()));
        let indices = |s: &Solution| s.frontier.iter().map(|p| (p.index, p.ties)).collect::<Vec<_>>();
        prop_assert_eq!(indices(&one), indices(&other));
    }

    #[test]
    fn no_side_is_favoured_by_its_place(game in games(2..4)) {
        let one = answer(&game, &plain(&game), 1);
        let mut turned = game.clone();
        turned.sides.reverse();
        let other = answer(&turned, &plain(&turned), 1);
        let pairs = [
            (&one.nash, &other.nash),
            (&one.egalitarian, &other.egalitarian),
            (&one.leximin, &other.leximin),
            (&one.utilitarian, &other.utilitarian),
            (&one.kalai_smorodinsky, &other.kalai_smorodinsky),
        ];
        for (a, b) in pairs {
            prop_assert_eq!(found(a.as_ref()), found(b.as_ref()));
        }
    }

    #[test]
    fn the_number_of_threads_changes_nothing(game in games(1..4)) {
        let sides = plain(&game);
        let one = answer(&game, &sides, 1);
        prop_assert_eq!(&one, &answer(&game, &sides, 2));
        prop_assert_eq!(&one, &answer(&game, &sides, 7));
    }

    #[test]
    fn a_quorum_of_all_is_unanimity_and_smaller_ones_accept_more(game in games(2..5)) {
        let sides = plain(&game);
        let question = Question::whole(&agenda(&game));
        let with = |k| solve(&sides, &question, &Options { quorum: Some(k), ..Options::default() }).unwrap();
        let all = with(sides.len());
        prop_assert_eq!(&all, &answer(&game, &sides, 1));
        let mut before = all.acceptable;
        for k in (1..sides.len()).rev() {
            let now = with(k).acceptable;
            prop_assert!(now >= before);
            before = now;
        }
        let veto = Options { quorum: Some(1), vetoes: vec!["s0".into()], ..Options::default() };
        let alone = solve(&sides[..1], &question, &Options::default()).unwrap().acceptable;
        prop_assert_eq!(solve(&sides, &question, &veto).unwrap().acceptable, alone);
    }
}

/// Over one chunk, so that several threads really share the work.
#[test]
fn threads_share_larger_spaces_without_changing_the_answer() {
    let rows = |seed: i64| -> Vec<Vec<i64>> {
        (0..8i64).map(|i| (0..5i64).map(|c| (seed * 7 + i * 5 + c * c * (seed + i)) % 11).collect()).collect()
    };
    let game = Game { sizes: vec![5; 8], sides: vec![(rows(1), 30), (rows(2), 30), (rows(5), 30)], linked: true };
    let sides = plain(&game);
    let one = answer(&game, &sides, 1);
    assert!(one.acceptable > 1000 && one.frontier.len() > 5);
    assert_eq!(one, answer(&game, &sides, 2));
    assert_eq!(one, answer(&game, &sides, 5));
}
