//! A small exact reasoner over yes-or-no statements: clauses, and whether they leave a case open.
//!
//! Clauses are few and mostly decided by propagation, so plain backtracking (Davis, Logemann, Loveland 1962)
//! with a bound on the number of guesses is enough; beyond the bound it says so instead of guessing on.

/// Guesses per query; beyond them a query stays undecided.
const MOST_GUESSES: usize = 20_000;

/// A statement or its negation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Literal {
    atom: usize,
    holds: bool,
}

impl Literal {
    /// The opposite.
    pub(super) fn not(self) -> Self {
        Self { atom: self.atom, holds: !self.holds }
    }

    /// The statement's number, from 0 in the order of [`Clauses::atom`].
    pub(super) fn atom(self) -> usize {
        self.atom
    }

    /// Whether the statement is asserted, not denied.
    pub(super) fn holds(self) -> bool {
        self.holds
    }

    fn slot(self) -> usize {
        2 * self.atom + usize::from(self.holds)
    }
}

/// What a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A case in which everything holds: a value for each atom.
    Case(Vec<bool>),
    /// There is none.
    Nothing,
    /// Undecided within the bound.
    Undecided,
}

/// Statements that hold together: each clause says that at least one of its literals holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Clauses {
    atoms: usize,
    clauses: Vec<Vec<Literal>>,
    /// For each literal, the clauses it stands in.
    standing: Vec<Vec<usize>>,
}

impl Clauses {
    /// A new statement, asserted.
    pub(super) fn atom(&mut self) -> Literal {
        self.standing.extend([Vec::new(), Vec::new()]);
        self.atoms += 1;
        Literal { atom: self.atoms - 1, holds: true }
    }

    /// At least one of these holds.
    pub(super) fn add(&mut self, clause: Vec<Literal>) {
        for literal in &clause {
            self.standing[literal.slot()].push(self.clauses.len());
        }
        self.clauses.push(clause);
    }

    /// A case in which all clauses and these literals hold.
    pub(super) fn case(&self, given: &[Literal]) -> Found {
        let mut search = Search { clauses: self, values: vec![None; self.atoms], trail: Vec::new(), from: 0 };
        for literal in given {
            if !search.assert(*literal) {
                return Found::Nothing;
            }
        }
        search.run()
    }

    /// Whether at least one of `clause` holds in every case where `given` holds; `None` if undecided.
    pub(super) fn entails(&self, given: &[Literal], clause: &[Literal]) -> Option<bool> {
        let mut all = given.to_vec();
        all.extend(clause.iter().map(|literal| literal.not()));
        match self.case(&all) {
            Found::Case(_) => Some(false),
            Found::Nothing => Some(true),
            Found::Undecided => None,
        }
    }

    /// Those of `atoms` that have the same value in every case where `given` holds, as literals; and whether
    /// every one of them was decided. Nothing, where `given` leaves no case.
    pub(super) fn settled(&self, given: &[Literal], atoms: &[usize]) -> (Vec<Literal>, bool) {
        let Found::Case(values) = self.case(given) else {
            return (Vec::new(), self.case(given) == Found::Nothing);
        };
        let mut open: Vec<Literal> = atoms.iter().map(|atom| Literal { atom: *atom, holds: values[*atom] }).collect();
        let (mut settled, mut complete) = (Vec::new(), true);
        while let Some(literal) = open.pop() {
            let mut all = given.to_vec();
            all.push(literal.not());
            match self.case(&all) {
                Found::Nothing => settled.push(literal),
                Found::Case(values) => open.retain(|other| values[other.atom] == other.holds),
                Found::Undecided => complete = false,
            }
        }
        settled.sort_unstable();
        (settled, complete)
    }
}

struct Search<'c> {
    clauses: &'c Clauses,
    values: Vec<Option<bool>>,
    trail: Vec<Literal>,
    /// Start of the part of the trail that has not been propagated.
    from: usize,
}

impl Search<'_> {
    fn value(&self, literal: Literal) -> Option<bool> {
        self.values[literal.atom].map(|value| value == literal.holds)
    }

    /// False if the opposite stands already.
    fn assert(&mut self, literal: Literal) -> bool {
        match self.value(literal) {
            Some(value) => value,
            None => {
                self.values[literal.atom] = Some(literal.holds);
                self.trail.push(literal);
                true
            }
        }
    }

    /// Draws all single conclusions; false at a contradiction.
    fn propagate(&mut self) -> bool {
        while let Some(literal) = self.trail.get(self.from).copied() {
            self.from += 1;
            for at in &self.clauses.standing[literal.not().slot()] {
                let Some(open) = self.open(&self.clauses.clauses[*at]) else {
                    continue;
                };
                let single = match open {
                    [None, _] => return false,
                    [Some(single), None] => single,
                    _ => continue,
                };
                self.assert(single);
            }
        }
        true
    }

    /// The first two undecided literals of a clause; `None` if it holds already.
    fn open(&self, clause: &[Literal]) -> Option<[Option<Literal>; 2]> {
        let mut open = [None, None];
        for literal in clause {
            match self.value(*literal) {
                Some(true) => return None,
                Some(false) => {}
                None if open[0].is_none() => open[0] = Some(*literal),
                None => open[1] = Some(*literal),
            }
        }
        Some(open)
    }

    fn undo(&mut self, length: usize) {
        for literal in self.trail.drain(length..) {
            self.values[literal.atom] = None;
        }
        self.from = length;
    }

    fn run(mut self) -> Found {
        // Clauses of one literal, and empty ones, wake nobody: visit them once.
        for clause in &self.clauses.clauses {
            match self.open(clause) {
                Some([None, _]) => return Found::Nothing,
                Some([Some(single), None]) => {
                    self.assert(single);
                }
                _ => {}
            }
        }
        let mut guesses: Vec<(usize, Literal)> = Vec::new();
        for _ in 0..MOST_GUESSES {
            if !self.propagate() {
                let Some((length, guess)) = guesses.pop() else {
                    return Found::Nothing;
                };
                self.undo(length);
                self.assert(guess.not());
                continue;
            }
            let undecided = self.clauses.clauses.iter().find_map(|clause| self.open(clause)?[0]);
            let Some(guess) = undecided else {
                return Found::Case(self.values.iter().map(|value| value.unwrap_or(false)).collect());
            };
            guesses.push((self.trail.len(), guess));
            self.assert(guess);
        }
        Found::Undecided
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Clause sets over four atoms drawn from a fixed sequence, against a table of all sixteen cases.
    #[test]
    fn agrees_with_the_table_of_cases() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut draw = |bound: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % bound
        };
        let (mut open, mut closed) = (0, 0);
        for _ in 0..3_000 {
            let mut clauses = Clauses::default();
            let atoms: Vec<Literal> = (0..4).map(|_| clauses.atom()).collect();
            for _ in 0..=draw(8) {
                let clause: Vec<Literal> = (0..=draw(3))
                    .map(|_| if draw(2) == 0 { atoms[draw(4) as usize] } else { atoms[draw(4) as usize].not() })
                    .collect();
                clauses.add(clause);
            }
            let cases: Vec<Vec<bool>> = (0..16u32)
                .map(|case| (0..4).map(|atom| case >> atom & 1 == 1).collect::<Vec<bool>>())
                .filter(|case| clauses.clauses.iter().all(|c| c.iter().any(|l| case[l.atom] == l.holds)))
                .collect();
            match clauses.case(&[]) {
                Found::Case(case) => {
                    open += 1;
                    assert!(cases.contains(&case));
                }
                Found::Nothing => {
                    closed += 1;
                    assert!(cases.is_empty());
                }
                Found::Undecided => unreachable!("four atoms are always decided"),
            }
            let (settled, complete) = clauses.settled(&[], &[0, 1, 2, 3]);
            assert!(complete);
            let expected: Vec<Literal> = atoms
                .iter()
                .flat_map(|atom| [atom.not(), *atom])
                .filter(|l| !cases.is_empty() && cases.iter().all(|case| case[l.atom] == l.holds))
                .collect();
            assert_eq!(settled, expected);
        }
        assert!(open > 100 && closed > 100, "{open} open, {closed} closed");
    }
}
