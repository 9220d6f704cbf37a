//! Whether a package is tolerable to all sides, or to the quorum.

use mpc::circuit::{Builder, Number, Wire};

use super::Terms;

/// Whether the package whose sides' bits are `votes` passes: `parties − 1` ANDs without a quorum.
pub(super) fn passes(builder: &mut Builder<'_>, terms: &Terms, votes: &[Wire]) -> Wire {
    let Some(quorum) = &terms.quorum else {
        return builder.all(votes);
    };
    let (vetoes, others): (Vec<_>, Vec<_>) =
        votes.iter().copied().enumerate().partition(|(party, _)| quorum.vetoes.contains(party));
    let bits = |part: Vec<(usize, Wire)>| part.into_iter().map(|(_, wire)| wire).collect::<Vec<_>>();
    let (vetoes, others) = (bits(vetoes), bits(others));
    let needed = quorum.accept - vetoes.len();
    let agreed = builder.all(&vetoes);
    if needed == 0 {
        return agreed;
    }
    let count = builder.count(&others);
    let short = builder.less(&count, &Number::constant(needed as u128, count.width()));
    let enough = builder.not(short);
    builder.and(agreed, enough)
}

/// Reads every side's bit for the next package; no scores.
pub(super) fn next(builder: &mut Builder<'_>, terms: &Terms) -> Wire {
    builder.scope_one(|builder| {
        let votes: Vec<Wire> = (0..terms.parties).map(|party| builder.input(party)).collect();
        passes(builder, terms, &votes)
    })
}

/// One output: whether any package passes. `parties` ANDs for each package but the first.
pub(super) fn exists(builder: &mut Builder<'_>, terms: &Terms) {
    let any = any_of(builder, terms, terms.outcomes);
    builder.output(any);
}

fn any_of(builder: &mut Builder<'_>, terms: &Terms, outcomes: usize) -> Wire {
    if outcomes == 1 {
        return next(builder, terms);
    }
    builder.scope_one(|builder| {
        let left = any_of(builder, terms, outcomes / 2);
        let right = any_of(builder, terms, outcomes - outcomes / 2);
        builder.or(left, right)
    })
}
