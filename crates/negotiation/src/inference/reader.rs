//! What one reader, or a coalition, can conclude from the answers it was told.
use std::collections::BTreeSet;

use super::logic::{Found, Literal};
use super::own;
use super::question::OwnVerdicts;
use super::theory::{Answered, Atom, Statement, Theory, Unnamed};
use super::view::{Claim, Fact, Likelihood, ReaderView};
use super::words;
use crate::circuit::Rule;

/// Conditions on the reader that are tried one by one.
const MOST_CONDITIONS: usize = 1_000;

/// A reader of a theory.
pub(super) struct Reader<'t, 'a> {
    theory: &'t Theory<'a>,
    members: Vec<usize>,
    /// Places of the questions whose answers it was told.
    told: Vec<usize>,
    /// Its own verdicts, where given.
    own: Vec<Literal>,
    /// The question whose news is asked for; none for everything.
    new: Option<usize>,
    /// All verdicts that are settled for it, its own included.
    settled: BTreeSet<Literal>,
    cut: bool,
}

/// A clause split into a condition on the reader and a conclusion about others.
type Split = (Vec<Literal>, Vec<Literal>);

impl<'t, 'a> Reader<'t, 'a> {
    pub(super) fn new(theory: &'t Theory<'a>, members: &[usize], own: &[OwnVerdicts], new: Option<usize>) -> Self {
        let tells = |at: &usize| {
            let asked = &theory.asked[*at];
            let tells = members.iter().any(|member| asked.question.tells(&theory.sides[*member]));
            asked.answer.is_some() && tells
        };
        let told = (0..theory.asked.len()).filter(tells).collect();
        let own = own::literals(theory, members, own);
        let mut reader =
            Self { theory, members: members.to_vec(), told, own, new, settled: BTreeSet::new(), cut: theory.cut };
        let (settled, complete) = theory.clauses.settled(&reader.given(&reader.told), &theory.verdicts(|_| true));
        reader.settled = settled.into_iter().collect();
        reader.cut |= !complete;
        reader
    }

    pub(super) fn view(mut self) -> ReaderView {
        let readers = self.members.iter().map(|member| self.theory.sides[*member].clone()).collect();
        let possible = self.theory.clauses.case(&self.given(&self.told)) != Found::Nothing;
        let mut view = ReaderView {
            readers,
            possible,
            facts: Vec::new(),
            likelihoods: Vec::new(),
            may_tell_more: false,
            lines: Vec::new(),
        };
        if possible {
            view.facts = self.facts();
            view.likelihoods = self.likelihoods();
            view.may_tell_more = self.cut;
        }
        let new = self.new.map(|at| self.theory.asked[at].question.id.as_str());
        view.lines = words::lines(&view, new);
        view
    }

    /// The switches of these questions on, of the others off, and the reader's own verdicts.
    fn given(&self, told: &[usize]) -> Vec<Literal> {
        let switches = (0..self.theory.asked.len()).filter_map(|at| {
            let switch = self.theory.spoken(&Atom::Switch(at))?;
            Some(if told.contains(&at) { switch } else { switch.not() })
        });
        switches.chain(self.own.iter().copied()).collect()
    }

    fn entails(&self, told: &[usize], clause: &[Literal]) -> bool {
        self.theory.clauses.entails(&self.given(told), clause) == Some(true)
    }

    fn before(&self) -> Vec<usize> {
        self.told.iter().copied().filter(|at| Some(*at) != self.new).collect()
    }

    fn is_own(&self, literal: &Literal) -> bool {
        match self.theory.atom(*literal) {
            Atom::Tolerates(side, _) | Atom::Below { side, .. } => self.members.contains(side),
            Atom::Passes(sides, _, _) => sides.iter().all(|side| self.members.contains(side)),
            Atom::Switch(_) => true,
        }
    }

    fn facts(&mut self) -> Vec<Fact> {
        let certain: Vec<Split> =
            self.settled.iter().filter(|l| !self.is_own(l)).map(|l| (Vec::new(), vec![*l])).collect();
        let splits = certain.into_iter().chain(self.open_clauses()).chain(self.under_conditions());
        let splits: Vec<Split> = splits.filter(|split| !self.is_plain(split)).collect();
        let facts: Vec<Fact> = splits.iter().filter_map(|split| self.fact(split)).collect();
        let covered = |at: usize, fact: &Fact| {
            facts
                .iter()
                .enumerate()
                .any(|(other, more)| other != at && more.covers(fact) && (other < at || !fact.covers(more)))
        };
        facts.iter().enumerate().filter(|(at, fact)| !covered(*at, fact)).map(|(_, fact)| fact.clone()).collect()
    }

    /// A package known only as tolerable to some sides: that they tolerate it is no news.
    fn is_plain(&self, (_, one_of): &Split) -> bool {
        one_of.iter().any(|literal| {
            let Atom::Tolerates(side, package) = self.theory.atom(*literal) else {
                return false;
            };
            let Some(Unnamed::Shown(question)) = self.theory.packages[*package].unnamed else {
                return false;
            };
            literal.holds() && self.theory.asked[question].question.sides.contains(&self.theory.sides[*side])
        })
    }

    /// A fact with its sources, unless it was known before.
    fn fact(&self, (condition, one_of): &Split) -> Option<Fact> {
        let clause: Vec<Literal> = condition.iter().map(|l| l.not()).chain(one_of.iter().copied()).collect();
        if self.new.is_some() && self.entails(&self.before(), &clause) {
            return None;
        }
        let mut needed = self.told.clone();
        for at in self.told.iter().rev() {
            let without: Vec<usize> = needed.iter().copied().filter(|other| other != at).collect();
            if self.entails(&without, &clause) {
                needed = without;
            }
        }
        let claims = |literals: &[Literal]| literals.iter().filter_map(|l| self.theory.claim(*l)).collect();
        Some(Fact { if_own: claims(condition), one_of: claims(one_of), because: self.ids(&needed) })
    }

    fn ids(&self, questions: &[usize]) -> Vec<String> {
        questions.iter().map(|at| self.theory.asked[*at].question.id.clone()).collect()
    }

    fn statements(&self) -> impl Iterator<Item = &'t Statement> + use<'_, 't, 'a> {
        self.theory.statements.iter().filter(|statement| self.told.contains(&statement.question))
    }

    fn vote(&self, side: usize, package: usize) -> Option<Literal> {
        self.theory.spoken(&Atom::Tolerates(side, package))
    }

    /// The clauses of the answers that are not settled, cut down to what is needed, and split.
    fn open_clauses(&self) -> Vec<Split> {
        let clauses: Vec<Vec<Literal>> = self.statements().flat_map(|statement| self.clauses_of(statement)).collect();
        clauses.into_iter().filter_map(|clause| self.split(clause)).collect()
    }

    fn clauses_of(&self, statement: &Statement) -> Vec<Vec<Literal>> {
        let theory = self.theory;
        let passes =
            |package: usize| theory.spoken(&Atom::Passes(statement.sides.clone(), statement.quorum.clone(), package));
        let refused = |package: usize| -> Vec<Literal> {
            let votes = statement.sides.iter().filter_map(|side| self.vote(*side, package));
            votes.map(Literal::not).collect()
        };
        let members = statement.members.iter().copied();
        match statement.answer {
            Answered::Exists if statement.members.len() > 1 => {
                let shown = theory.packages.iter().any(|p| p.unnamed == Some(Unnamed::Shown(statement.question)));
                if shown { Vec::new() } else { vec![members.filter_map(passes).collect()] }
            }
            Answered::None if statement.quorum.is_none() => members.map(refused).collect(),
            Answered::Package(opened) if statement.rule.ranks() => {
                let others = members.filter(|package| *package != opened);
                let clause = |package: usize| {
                    let mut clause = refused(package);
                    clause.extend(own::below(theory, statement, package, opened).map(|(_, literal)| literal));
                    clause
                };
                others.map(clause).collect()
            }
            Answered::None | Answered::Exists | Answered::Package(_) => Vec::new(),
        }
    }

    fn split(&self, mut clause: Vec<Literal>) -> Option<Split> {
        if clause.iter().any(|literal| self.settled.contains(literal) && !self.is_own(literal)) {
            return None;
        }
        clause.sort_by_key(|literal| !self.is_own(literal));
        for literal in clause.clone() {
            let without: Vec<Literal> = clause.iter().copied().filter(|other| *other != literal).collect();
            if self.entails(&self.told, &without) {
                clause = without;
            }
        }
        let (own, others): (Vec<Literal>, Vec<Literal>) = clause.into_iter().partition(|l| self.is_own(l));
        (!others.is_empty()).then(|| (own.into_iter().map(Literal::not).collect(), others))
    }

    /// What is certain for a reader whose own verdicts are such and such, where the answers are not mere
    /// refusals (for those [`Self::open_clauses`] has all there is).
    fn under_conditions(&mut self) -> Vec<Split> {
        let tangled = |s: &&Statement| s.quorum.is_some() || (s.answer == Answered::Exists && s.members.len() > 1);
        let packages: BTreeSet<usize> = self.statements().filter(tangled).flat_map(|s| s.members.clone()).collect();
        if packages.is_empty() {
            return Vec::new();
        }
        let votes = self.members.iter().flat_map(|side| packages.iter().map(|package| (*side, *package)));
        let free: Vec<Literal> = votes
            .filter_map(|(side, package)| self.vote(side, package))
            .filter(|vote| !self.settled.contains(vote) && !self.settled.contains(&vote.not()))
            .collect();
        let members = self.members.clone();
        let others: Vec<usize> = self.theory.verdicts(|side| !members.contains(&side));
        let (conditions, all) = conditions(&free);
        self.cut |= !all;
        let mut found: Vec<Split> = Vec::new();
        for condition in conditions {
            let mut given = self.given(&self.told);
            given.extend(&condition);
            let (settled, complete) = self.theory.clauses.settled(&given, &others);
            self.cut |= !complete;
            for literal in settled.into_iter().filter(|literal| !self.settled.contains(literal)) {
                let weaker = |(on, one_of): &Split| one_of == &[literal] && on.iter().all(|l| condition.contains(l));
                if !found.iter().any(weaker) {
                    found.push((condition.clone(), vec![literal]));
                }
            }
        }
        found
    }

    /// What draws made less likely.
    fn likelihoods(&self) -> Vec<Likelihood> {
        let before = self.before();
        let (earlier, _) = self.theory.clauses.settled(&self.given(&before), &self.theory.verdicts(|_| true));
        let earlier = earlier.into_iter().collect();
        let mut all = Vec::new();
        for statement in self.statements().filter(|s| s.rule == Rule::Draw && s.quorum.is_none()) {
            let Answered::Package(opened) = statement.answer else {
                continue;
            };
            for package in statement.members.iter().filter(|package| **package != opened) {
                let now = self.tilt(statement, opened, *package, &self.settled, &self.told);
                let old = self.new.is_some() && Some(statement.question) != self.new;
                if old && now == self.tilt(statement, opened, *package, &earlier, &before) {
                    continue;
                }
                all.extend(now);
            }
        }
        all
    }

    fn tilt(
        &self,
        statement: &Statement,
        opened: usize,
        package: usize,
        settled: &BTreeSet<Literal>,
        told: &[usize],
    ) -> Option<Likelihood> {
        let theory = self.theory;
        if theory.packages[package].unnamed.is_some() {
            return None;
        }
        let accepts =
            |side: usize, package: usize| self.vote(side, package).is_some_and(|vote| settled.contains(&vote));
        let (mut own, mut others) = (BTreeSet::new(), Vec::new());
        let mut refused = Vec::new();
        let mut named = true;
        for side in &statement.sides {
            match self.vote(*side, package) {
                Some(vote) => refused.push(vote.not()),
                None => named = false,
            }
            if accepts(*side, package) {
                continue;
            }
            let (side_name, package) = (theory.sides[*side].clone(), theory.packages[package].name.clone());
            if self.members.contains(side) {
                own.insert(Claim::Tolerates { side: side_name, package });
            } else {
                others.push(side_name);
            }
        }
        if others.is_empty() || (named && self.entails(told, &refused)) {
            return None;
        }
        let sure = |member: &&usize| statement.sides.iter().all(|side| accepts(*side, **member));
        let certain = statement.members.iter().filter(|member| **member != opened).filter(sure).count() + 1;
        Some(Likelihood {
            if_own: own,
            sides: others,
            package: theory.packages[package].name.clone(),
            question: theory.asked[statement.question].question.id.clone(),
            drawn: theory.packages[opened].name.clone(),
            one_in: certain + 1,
        })
    }
}

/// All sets of verdicts on these, fewest first, and whether that was all of them.
fn conditions(free: &[Literal]) -> (Vec<Vec<Literal>>, bool) {
    let mut all: Vec<Vec<Literal>> = Vec::new();
    let mut last: Vec<(usize, Vec<Literal>)> = vec![(0, Vec::new())];
    while !last.is_empty() {
        let mut longer = Vec::new();
        for (from, condition) in &last {
            for (at, vote) in free.iter().enumerate().skip(*from) {
                for literal in [*vote, vote.not()] {
                    let mut condition = condition.clone();
                    condition.push(literal);
                    longer.push((at + 1, condition));
                }
            }
        }
        if all.len() + longer.len() > MOST_CONDITIONS {
            return (all, false);
        }
        all.extend(longer.iter().map(|(_, condition)| condition.clone()));
        last = longer;
    }
    (all, true)
}
