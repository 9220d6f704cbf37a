//! What questions with their answers say, as clauses over *side s tolerates package p*.
//!
//! Each question has a switch, so that one theory serves every reader (who knows the answers it was told) and
//! every comparison of *before* with *after*.
use std::collections::BTreeMap;

use super::logic::{Clauses, Literal};
use super::question::{Answer, Asked, Quorum, Scope};
use super::view::{Claim, Rank};
use crate::circuit::Rule;

/// Clauses written for one package under a quorum; with more the quorum is left to the words.
const MOST_QUORUM_CLAUSES: usize = 2_000;

/// How whichever outcome of the agenda is spoken of.
const ANY_OUTCOME: &str = "any given outcome of the agenda";

/// A statement that can be true or false.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Atom {
    /// Side, package.
    Tolerates(usize, usize),
    /// Sides, quorum, package: it passes.
    Passes(Vec<usize>, Option<(usize, Vec<usize>)>, usize),
    /// Question, side, package, other package: the side's score is below (strict), or not above, the other's.
    Below { question: usize, side: usize, package: usize, than: usize, strict: bool },
    /// A question's answer is known.
    Switch(usize),
}

/// One answered question, ready to reason with.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// Its place among all questions.
    pub(super) question: usize,
    pub(super) sides: Vec<usize>,
    pub(super) quorum: Option<(usize, Vec<usize>)>,
    /// The packages it is known to range over, in its order.
    pub(super) members: Vec<usize>,
    pub(super) answer: Answered,
    pub(super) rule: Rule,
}

/// An answer in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    None,
    Exists,
    Package(usize),
}

/// A package that is spoken of.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    pub(super) name: String,
    /// Whether it is a package without a name.
    pub(super) unnamed: Option<Unnamed>,
}

/// A package without a name, by the place of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unnamed {
    /// One that the question shows to exist.
    Shown(usize),
    /// Whichever of the question's outcomes: what holds of it holds of each.
    Any(usize),
}

/// Everything that was said.
#[derive(Clone, Debug)]
pub(super) struct Theory<'a> {
    pub(super) asked: &'a [Asked],
    pub(super) sides: Vec<String>,
    pub(super) packages: Vec<Spoken>,
    pub(super) statements: Vec<Statement>,
    pub(super) clauses: Clauses,
    atoms: Vec<Atom>,
    literals: BTreeMap<Atom, Literal>,
    /// Whether a quorum was too large to be written out.
    pub(super) cut: bool,
}

impl<'a> Theory<'a> {
    /// The questions must have been checked.
    pub(super) fn of(asked: &'a [Asked]) -> Self {
        let mut theory = Self {
            asked,
            sides: Vec::new(),
            packages: Vec::new(),
            statements: Vec::new(),
            clauses: Clauses::default(),
            atoms: Vec::new(),
            literals: BTreeMap::new(),
            cut: false,
        };
        theory.name_all();
        for (at, asked) in asked.iter().enumerate() {
            theory.switch(at);
            if asked.answer.is_some() {
                theory.state(at);
            }
        }
        theory
    }

    fn name_all(&mut self) {
        for (at, asked) in self.asked.iter().enumerate() {
            for side in asked.question.sides.iter().chain(&asked.question.told) {
                if self.side(side).is_none() {
                    self.sides.push(side.clone());
                }
            }
            let opened = match &asked.answer {
                Some(Answer::Package(name)) => Some(name),
                _ => None,
            };
            for name in asked.question.scope.named().iter().chain(opened) {
                if self.package(name).is_none() {
                    self.packages.push(Spoken { name: name.clone(), unnamed: None });
                }
            }
            self.name_unnamed(at);
        }
    }

    fn name_unnamed(&mut self, at: usize) {
        let asked = &self.asked[at];
        let (question, id) = (&asked.question, &asked.question.id);
        let whole = match question.scope {
            Scope::Packages(_) => return,
            Scope::Agenda { .. } => true,
            Scope::Part { .. } => false,
        };
        let (name, unnamed) = match (&asked.answer, &question.quorum) {
            (Some(Answer::Exists), None) => {
                let sides = super::words::listed(&question.sides, "and");
                (format!("some package of question {id} that {sides} tolerate"), Unnamed::Shown(at))
            }
            (Some(Answer::Exists), Some(_)) => {
                (format!("some package of question {id} that passes"), Unnamed::Shown(at))
            }
            (Some(Answer::None), _) if whole => (ANY_OUTCOME.to_owned(), Unnamed::Any(at)),
            (Some(Answer::Package(_)), _) if whole && question.rule.ranks() => {
                (ANY_OUTCOME.to_owned(), Unnamed::Any(at))
            }
            (Some(Answer::None), _) => (format!("any given outcome of question {id}"), Unnamed::Any(at)),
            (Some(Answer::Package(_)), _) if question.rule.ranks() => {
                (format!("any given outcome of question {id}"), Unnamed::Any(at))
            }
            (Some(Answer::Package(_)) | None, _) => return,
        };
        // One outcome of the agenda stands for each, whatever the number of questions about it.
        if !self.packages.iter().any(|package| package.unnamed.is_some() && package.name == name) {
            self.packages.push(Spoken { name, unnamed: Some(unnamed) });
        }
    }

    pub(super) fn side(&self, name: &str) -> Option<usize> {
        self.sides.iter().position(|side| side == name)
    }

    pub(super) fn package(&self, name: &str) -> Option<usize> {
        self.packages.iter().position(|package| package.unnamed.is_none() && package.name == name)
    }

    /// The literal of an atom, made when first spoken of.
    pub(super) fn literal(&mut self, atom: Atom) -> Literal {
        if let Some(literal) = self.literals.get(&atom) {
            return *literal;
        }
        let literal = self.clauses.atom();
        self.atoms.push(atom.clone());
        self.literals.insert(atom, literal);
        literal
    }

    /// The literal of an atom, if it was spoken of.
    pub(super) fn spoken(&self, atom: &Atom) -> Option<Literal> {
        self.literals.get(atom).copied()
    }

    pub(super) fn atom(&self, literal: Literal) -> &Atom {
        &self.atoms[literal.atom()]
    }

    /// All atoms *side tolerates package* of the sides for which `of` holds.
    pub(super) fn verdicts(&self, of: impl Fn(usize) -> bool) -> Vec<usize> {
        let verdict = |atom: &Atom| matches!(atom, Atom::Tolerates(side, _) if of(*side));
        (0..self.atoms.len()).filter(|at| verdict(&self.atoms[*at])).collect()
    }

    pub(super) fn switch(&mut self, question: usize) -> Literal {
        self.literal(Atom::Switch(question))
    }

    fn tolerates(&mut self, side: usize, package: usize) -> Literal {
        self.literal(Atom::Tolerates(side, package))
    }

    /// The packages a question is known to range over.
    fn members(&self, at: usize) -> Vec<usize> {
        let asked = &self.asked[at];
        let mut members: Vec<usize> = match &asked.question.scope {
            Scope::Agenda { .. } => (0..self.packages.len()).collect(),
            Scope::Packages(names) | Scope::Part { packages: names, .. } => {
                names.iter().filter_map(|name| self.package(name)).collect()
            }
        };
        let of = |unnamed: Unnamed| matches!(unnamed, Unnamed::Shown(of) | Unnamed::Any(of) if of == at);
        let unnamed = |(_, package): &(usize, &Spoken)| package.unnamed.is_some_and(of);
        let own = self.packages.iter().enumerate().find(unnamed).map(|(at, _)| at);
        let opened = match &asked.answer {
            Some(Answer::Package(name)) => self.package(name),
            _ => None,
        };
        for more in own.into_iter().chain(opened) {
            if !members.contains(&more) {
                members.push(more);
            }
        }
        members
    }

    fn state(&mut self, at: usize) {
        let asked = &self.asked[at];
        let question = &asked.question;
        let known = |names: &[String]| names.iter().filter_map(|name| self.side(name)).collect::<Vec<_>>();
        let (mut sides, by_quorum) = (known(&question.sides), |quorum: &Quorum| {
            let mut vetoes = known(&quorum.vetoes);
            vetoes.sort_unstable();
            (quorum.accept, vetoes)
        });
        let quorum = question.quorum.as_ref().map(by_quorum).filter(|(accept, _)| *accept < sides.len());
        sides.sort_unstable();
        let members = self.members(at);
        let answer = match &asked.answer {
            Some(Answer::Package(name)) => match self.package(name) {
                Some(package) => Answered::Package(package),
                None => return,
            },
            Some(Answer::Exists) => Answered::Exists,
            Some(Answer::None) => Answered::None,
            None => return,
        };
        let rule = question.rule;
        let statement = Statement { question: at, sides, quorum, members, answer, rule };
        self.write(&statement);
        self.same_again(at);
        self.statements.push(statement);
    }

    /// The clauses of one answer.
    fn write(&mut self, statement: &Statement) {
        let off = self.switch(statement.question).not();
        match statement.answer {
            Answered::None => {
                for member in &statement.members {
                    let passes = self.passes(statement, *member);
                    self.clauses.add(vec![off, passes.not()]);
                }
            }
            Answered::Exists => {
                let unnamed = self
                    .packages
                    .iter()
                    .position(|package| package.unnamed == Some(Unnamed::Shown(statement.question)));
                let candidates = unnamed.map_or_else(|| statement.members.clone(), |unnamed| vec![unnamed]);
                let mut clause: Vec<Literal> = candidates.iter().map(|m| self.passes(statement, *m)).collect();
                clause.push(off);
                self.clauses.add(clause);
            }
            Answered::Package(opened) => {
                let passes = self.passes(statement, opened);
                self.clauses.add(vec![off, passes]);
                if statement.rule.ranks() {
                    for member in statement.members.iter().filter(|member| **member != opened) {
                        let passes = self.passes(statement, *member);
                        let mut clause = vec![off, passes.not()];
                        clause.extend(self.beaten(statement, *member, opened));
                        self.clauses.add(clause);
                    }
                }
            }
        }
    }

    /// The same question of the same sides has the same answer, unless it is drawn.
    fn same_again(&mut self, at: usize) {
        let asked = self.asked;
        let Some(now) = asked.get(at).filter(|now| now.question.rule != Rule::Draw) else {
            return;
        };
        for (before, earlier) in asked.iter().enumerate().take(at) {
            let differs = earlier.answer.is_some() && earlier.answer != now.answer;
            if differs && now.question.repeats(&earlier.question) {
                let clause = vec![self.switch(before).not(), self.switch(at).not()];
                self.clauses.add(clause);
            }
        }
    }

    /// Why a package that passes was not opened: some side scores it below the opened one, or no higher where
    /// the opened one comes first. If every side scored it higher, so would the rule.
    pub(super) fn beaten(&mut self, statement: &Statement, package: usize, opened: usize) -> Vec<Literal> {
        let place = |sought: usize| statement.members.iter().position(|member| *member == sought);
        let listed = matches!(self.asked[statement.question].question.scope, Scope::Packages(_));
        let strict = listed && place(package) < place(opened);
        let below = |side: &usize| {
            let (question, than) = (statement.question, opened);
            self.literal(Atom::Below { question, side: *side, package, than, strict })
        };
        statement.sides.iter().map(below).collect()
    }

    /// That a package passes: defined, in both directions, the first time it is spoken of.
    pub(super) fn passes(&mut self, statement: &Statement, package: usize) -> Literal {
        let atom = Atom::Passes(statement.sides.clone(), statement.quorum.clone(), package);
        if let Some(known) = self.spoken(&atom) {
            return known;
        }
        let passes = self.literal(atom);
        let votes: Vec<Literal> = statement.sides.iter().map(|side| self.tolerates(*side, package)).collect();
        match &statement.quorum {
            None => self.define(passes, &votes, votes.len(), &[]),
            Some((accept, vetoes)) => {
                let vetoes: Vec<Literal> = vetoes.iter().map(|side| self.tolerates(*side, package)).collect();
                let others: Vec<Literal> = votes.into_iter().filter(|vote| !vetoes.contains(vote)).collect();
                self.define(passes, &others, accept.saturating_sub(vetoes.len()), &vetoes);
            }
        }
        passes
    }

    /// `passes` exactly when all of `vetoes` and at least `needed` of `others` hold.
    fn define(&mut self, passes: Literal, others: &[Literal], needed: usize, vetoes: &[Literal]) {
        for veto in vetoes {
            self.clauses.add(vec![passes.not(), *veto]);
        }
        let (Some(fewest), Some(enough)) =
            (subsets(others, (others.len() + 1).saturating_sub(needed)), subsets(others, needed))
        else {
            self.cut = true;
            return;
        };
        // Among any `others − needed + 1` of them at least one holds.
        for among in fewest.into_iter().filter(|_| needed > 0) {
            let mut clause = vec![passes.not()];
            clause.extend(among);
            self.clauses.add(clause);
        }
        for all in enough {
            let mut clause = vec![passes];
            clause.extend(all.into_iter().chain(vetoes.iter().copied()).map(Literal::not));
            self.clauses.add(clause);
        }
    }

    /// A literal as a claim; none for those that speak of no side.
    pub(super) fn claim(&self, literal: Literal) -> Option<Claim> {
        let side = |at: usize| self.sides[at].clone();
        let package = |at: usize| self.packages[at].name.clone();
        Some(match (self.atom(literal), literal.holds()) {
            (Atom::Tolerates(s, p), true) => Claim::Tolerates { side: side(*s), package: package(*p) },
            (Atom::Tolerates(s, p), false) => Claim::RulesOut { side: side(*s), package: package(*p) },
            (Atom::Below { side: s, package: p, than, strict, .. }, holds) => {
                let how = match (holds, strict) {
                    (true, true) => Rank::Below,
                    (true, false) => Rank::NoHigher,
                    (false, true) => Rank::NoLower,
                    (false, false) => Rank::Above,
                };
                Claim::Ranks { side: side(*s), package: package(*p), how, than: package(*than) }
            }
            (Atom::Passes(sides, quorum, p), true) => Claim::Common {
                sides: sides.iter().map(|s| side(*s)).collect(),
                package: package(*p),
                quorum: quorum.as_ref().map(|(accept, _)| *accept),
            },
            (Atom::Passes(..), false) | (Atom::Switch(_), _) => return None,
        })
    }
}

/// All subsets of a size, unless there are too many.
fn subsets<T: Copy>(of: &[T], size: usize) -> Option<Vec<Vec<T>>> {
    let mut all: Vec<Vec<T>> = vec![Vec::new()];
    let mut from: Vec<usize> = vec![0];
    for _ in 0..size {
        let (mut longer, mut next) = (Vec::new(), Vec::new());
        for (subset, from) in all.iter().zip(&from) {
            for (at, item) in of.iter().enumerate().skip(*from) {
                let mut subset = subset.clone();
                subset.push(*item);
                longer.push(subset);
                next.push(at + 1);
            }
        }
        if longer.len() > MOST_QUORUM_CLAUSES {
            return None;
        }
        (all, from) = (longer, next);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::subsets;

    #[test]
    fn subsets_are_counted_by_the_binomial() {
        let sizes: Vec<Option<usize>> = (0..=5).map(|k| subsets(&[1, 2, 3, 4], k).map(|all| all.len())).collect();
        assert_eq!(sizes, [Some(1), Some(4), Some(6), Some(4), Some(1), Some(0)]);
        assert_eq!(subsets(&[0; 16], 8), None, "12,870 are more than the bound");
    }
}
