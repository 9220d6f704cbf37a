//! A reader's own sealed verdicts and scores, as far as it gave them.
use super::logic::Literal;
use super::question::OwnVerdicts;
use super::theory::{Atom, Statement, Theory};
use crate::circuit::{Judgement, Sounding, Terms};

/// What these members' own verdicts settle.
pub(super) fn literals(theory: &Theory<'_>, members: &[usize], own: &[OwnVerdicts]) -> Vec<Literal> {
    let mut all = Vec::new();
    for own in own {
        let Some(side) = theory.side(&own.side).filter(|side| members.contains(side)) else {
            continue;
        };
        for (at, package) in theory.packages.iter().enumerate().filter(|(_, package)| package.unnamed.is_none()) {
            let verdict = own.tolerates.get(&package.name);
            if let (Some(tolerates), Some(literal)) = (verdict, theory.spoken(&Atom::Tolerates(side, at))) {
                all.push(if *tolerates { literal } else { literal.not() });
            }
        }
        for statement in theory.statements.iter().filter(|s| s.rule.ranks() && s.sides.contains(&side)) {
            all.extend(ranks(theory, statement, side, own));
        }
    }
    all
}

/// The literals that say why a package was not opened, one for each side, with the side.
pub(super) fn below<'t>(
    theory: &'t Theory<'_>,
    statement: &'t Statement,
    package: usize,
    than: usize,
) -> impl Iterator<Item = (usize, Literal)> + 't {
    statement.sides.iter().filter_map(move |side| {
        let of = |strict| Atom::Below { question: statement.question, side: *side, package, than, strict };
        let literal = theory.spoken(&of(true)).or_else(|| theory.spoken(&of(false)))?;
        Some((*side, literal))
    })
}

/// How the side's scores stand, from the very rounding that enters the circuit.
fn ranks(theory: &Theory<'_>, statement: &Statement, side: usize, own: &OwnVerdicts) -> Vec<Literal> {
    let super::theory::Answered::Package(opened) = statement.answer else {
        return Vec::new();
    };
    let Some(scores) = scores(theory, statement, own) else {
        return Vec::new();
    };
    let score = |package: usize| {
        let at = statement.members.iter().position(|member| *member == package)?;
        scores.get(at).copied()
    };
    let mut all = Vec::new();
    for package in statement.members.iter().copied().filter(|package| *package != opened) {
        let (Some(mine), Some(best)) = (score(package), score(opened)) else {
            continue;
        };
        for (_, literal) in below(theory, statement, package, opened).filter(|(of, _)| *of == side) {
            let strict = matches!(theory.atom(literal), Atom::Below { strict: true, .. });
            let holds = if strict { mine < best } else { mine <= best };
            all.push(if holds { literal } else { literal.not() });
        }
    }
    all
}

/// The scores that enter, one for each package in the order of the question; none where a gain or verdict is
/// not given, or where the question is about more than named packages.
fn scores(theory: &Theory<'_>, statement: &Statement, own: &OwnVerdicts) -> Option<Vec<u64>> {
    if !matches!(theory.asked.get(statement.question)?.question.scope, super::question::Scope::Packages(_)) {
        return None;
    }
    let judgement = |package: &usize| {
        let name = &theory.packages.get(*package)?.name;
        Some(Judgement { acceptable: *own.tolerates.get(name)?, gain: *own.gains.get(name)? })
    };
    let judgements: Vec<Judgement> = statement.members.iter().map(judgement).collect::<Option<_>>()?;
    let (parties, outcomes) = (statement.sides.len(), judgements.len());
    let sounding = Sounding::new(Terms { rule: statement.rule, parties, outcomes, quorum: None }).ok()?;
    let bits = sounding.encode(&judgements, own.scale, &[]);
    let number = |bits: &[bool]| bits.iter().skip(1).rev().fold(0, |number, bit| 2 * number + u64::from(*bit));
    Some(bits.chunks(1 + sounding.score_bits()).map(number).collect())
}
