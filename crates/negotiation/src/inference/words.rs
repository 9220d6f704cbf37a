//! What an answer tells, in sentences that a reader without training understands and that say no more than is so.
use std::collections::{BTreeMap, BTreeSet};

use super::view::{Claim, Fact, Likelihood, Rank, ReaderView};

/// The condition under which every sentence here holds.
pub const SINCERITY: &str = "All of this is about the positions that were entered, sincerely or not.";

/// What *ranks* means in these sentences.
pub const RANKS: &str = "Ranks are those of the rounded scores that the rule compares; who knows its own scores \
    can bound another's further.";

/// Where answers contradict each other.
pub const CONTRADICTION: &str = "These answers cannot all come from the same positions: a position was changed \
    between them, or one of them is recorded wrongly.";

/// Where the sides were not told which of several claims holds.
const WHICH: &str = " (which, the answers do not say)";

/// Names with commas and a last word between: *A, B and C*.
pub(super) fn listed<S: AsRef<str>>(names: &[S], last: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [start @ .., end] => {
            let start: Vec<&str> = start.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", start.join(", "), end.as_ref())
        }
    }
}

/// The sentences of a view; `new` is the question whose answer is being told, if only news is.
pub(super) fn lines(view: &ReaderView, new: Option<&str>) -> Vec<String> {
    let who = Who { readers: &view.readers };
    if !view.possible {
        return vec![format!("With the verdicts {} entered, this answer cannot come up.", who.subject())];
    }
    let mut lines = certain(view, new);
    lines.extend(super::saying::lines(view, &who, new));
    lines.extend(unlikely(view, &who, new));
    if lines.is_empty() {
        lines.push("Nothing new that is certain about another side.".to_owned());
    }
    if view.may_tell_more {
        lines.push("The reasoning was cut short: the answers may tell more than is listed.".to_owned());
    }
    lines
}

/// The reader as a grammatical person.
pub(super) struct Who<'v> {
    readers: &'v [String],
}

impl Who<'_> {
    fn is_you(&self) -> bool {
        self.readers.len() == 1
    }

    fn subject(&self) -> String {
        if self.is_you() { "you".to_owned() } else { listed(self.readers, "and") }
    }

    fn names(&self, sides: &[String]) -> String {
        if self.is_you() && self.readers == sides { "you".to_owned() } else { listed(sides, "and") }
    }

    fn many(&self, sides: &[String]) -> bool {
        self.is_you() && self.readers == sides || sides.len() > 1
    }

    /// *you tolerate P2 and do not rank it below P1*; the package as `package`, then as *it*.
    pub(super) fn condition(&self, claims: &BTreeSet<Claim>, package: &str) -> String {
        let mut clauses: BTreeMap<(u8, String), Vec<String>> = BTreeMap::new();
        for claim in claims {
            let (order, verb, side) = match claim {
                Claim::Tolerates { side, .. } => (0, ("tolerate", "tolerates", String::new()), side),
                Claim::RulesOut { side, .. } => (1, ("rule", "rules", " out".to_owned()), side),
                Claim::Ranks { side, how, than, .. } => {
                    let (many, one, after) = rank_words(*how);
                    (2, (many, one, format!("{after}{than}")), side)
                }
                Claim::Common { .. } => continue,
            };
            let key = (order, format!("{}|{}|{}", verb.0, verb.1, verb.2));
            clauses.entry(key).or_default().push(side.clone());
        }
        let mut said: Vec<String> = Vec::new();
        let mut last: Option<Vec<String>> = None;
        for ((_, verb), sides) in clauses {
            let mut verb = verb.splitn(3, '|');
            let (many, one, after) = (verb.next(), verb.next(), verb.next());
            let verb = if self.many(&sides) { many } else { one };
            let object = if said.is_empty() { package } else { "it" };
            let predicate = format!("{} {object}{}", verb.unwrap_or_default(), after.unwrap_or_default());
            let repeated = last.as_ref() == Some(&sides);
            said.push(if repeated { predicate } else { format!("{} {predicate}", self.names(&sides)) });
            last = Some(sides);
        }
        listed(&said, "and")
    }
}

/// Verb for several and for one, and what follows the package.
fn rank_words(how: Rank) -> (&'static str, &'static str, &'static str) {
    match how {
        Rank::Below => ("rank", "ranks", " below "),
        Rank::NoHigher => ("rank", "ranks", " no higher than "),
        Rank::NoLower => ("do not rank", "does not rank", " below "),
        Rank::Above => ("rank", "ranks", " above "),
    }
}

/// Where it comes from, where that is not plain.
pub(super) fn source(because: &[String], new: Option<&str>) -> String {
    match because {
        [only] if Some(only.as_str()) == new => String::new(),
        [] => String::new(),
        [only] => format!(" (question {only})"),
        several => format!(" (questions {} together)", listed(several, "and")),
    }
}

/// *B and C tolerate P1.*
fn certain(view: &ReaderView, new: Option<&str>) -> Vec<String> {
    // For each side what is certain of it, then the sides of whom the same is.
    let mut of: BTreeMap<(Vec<String>, bool, String), Vec<String>> = BTreeMap::new();
    for fact in &view.facts {
        let (holds, side, package) = match fact.certain() {
            Some(Claim::Tolerates { side, package }) => (true, side, package),
            Some(Claim::RulesOut { side, package }) => (false, side, package),
            _ => continue,
        };
        of.entry((fact.because.clone(), !holds, side.clone())).or_default().push(package.clone());
    }
    let mut alike: BTreeMap<(Vec<String>, bool, Vec<String>), Vec<String>> = BTreeMap::new();
    for ((because, refuses, side), packages) in of {
        alike.entry((because, refuses, packages)).or_default().push(side);
    }
    let line = |((because, refuses, packages), sides): ((Vec<String>, bool, Vec<String>), Vec<String>)| {
        let verb = match (refuses, sides.len() > 1) {
            (false, false) => "tolerates",
            (false, true) => "tolerate",
            (true, false) => "rules out",
            (true, true) => "rule out",
        };
        format!("{} {verb} {}{}.", listed(&sides, "and"), listed(&packages, "and"), source(&because, new))
    };
    alike.into_iter().map(line).collect()
}

/// Whether it is a verdict that is certain.
pub(super) fn is_verdict(fact: &Fact) -> bool {
    matches!(fact.certain(), Some(Claim::Tolerates { .. } | Claim::RulesOut { .. }))
}

/// *C rules P2 out or ranks it below P1, or B ranks it below P1*
pub(super) fn alternatives(claims: &BTreeSet<Claim>, package: &str) -> String {
    let (mut accept, mut refuse) = (Vec::new(), Vec::new());
    let mut rank: BTreeMap<(Rank, &str), Vec<&str>> = BTreeMap::new();
    for claim in claims {
        match claim {
            Claim::Tolerates { side, .. } => accept.push(side.as_str()),
            Claim::RulesOut { side, .. } => refuse.push(side.as_str()),
            Claim::Ranks { side, how, than, .. } => rank.entry((*how, than)).or_default().push(side),
            Claim::Common { .. } => return one_common(claims),
        }
    }
    let mut parts = vec![(accept, "tolerates", String::new()), (refuse, "rules", " out".to_owned())];
    parts.extend(rank.into_iter().map(|((how, than), sides)| {
        let (_, verb, before) = rank_words(how);
        (sides, verb, format!("{before}{than}"))
    }));
    parts.retain(|(sides, _, _)| !sides.is_empty());
    let mut said: Vec<String> = Vec::new();
    for (at, (sides, verb, after)) in parts.iter().enumerate() {
        let predicate = format!("{verb} {}{after}", if at == 0 { package } else { "it" });
        let repeated = at.checked_sub(1).and_then(|before| parts.get(before)).is_some_and(|part| part.0 == *sides);
        match said.last_mut() {
            Some(line) if repeated => line.push_str(&format!(" or {predicate}")),
            _ => said.push(format!("{} {predicate}", listed(sides, "or"))),
        }
    }
    let unclear = said.len() == 1 && parts.first().is_some_and(|(sides, _, _)| sides.len() > 1);
    format!("{}{}", said.join(", or "), if unclear { WHICH } else { "" })
}

/// *A and B tolerate P1 or P2*
fn one_common(claims: &BTreeSet<Claim>) -> String {
    let (mut group, mut packages) = (String::new(), Vec::new());
    for claim in claims {
        if let Claim::Common { sides, package, quorum } = claim {
            group = passing(sides, *quorum);
            packages.push(package.as_str());
        }
    }
    let unclear = if packages.len() > 1 { WHICH } else { "" };
    format!("{group} tolerate {}{unclear}", listed(&packages, "or"))
}

pub(super) fn passing(sides: &[String], quorum: Option<usize>) -> String {
    match quorum {
        None => listed(sides, "and"),
        Some(accept) => format!("at least {accept} of {}", listed(sides, "and")),
    }
}

/// *Less likely, not excluded: that C tolerates P2. …*
fn unlikely(view: &ReaderView, who: &Who<'_>, new: Option<&str>) -> Vec<String> {
    let mut groups: Vec<(Likelihood, Vec<&str>)> = Vec::new();
    for likelihood in &view.likelihoods {
        let blank = Likelihood {
            if_own: likelihood.if_own.iter().cloned().map(|claim| claim.about("")).collect(),
            package: String::new(),
            ..likelihood.clone()
        };
        match groups.iter_mut().find(|(known, _)| *known == blank) {
            Some((_, packages)) => packages.push(&likelihood.package),
            None => groups.push((blank, vec![&likelihood.package])),
        }
    }
    let line = |(shape, packages): (Likelihood, Vec<&str>)| {
        let several = packages.len() > 1;
        let start = if several { format!("for each of {}: ", listed(&packages, "and")) } else { String::new() };
        let package = if several { "it" } else { packages.first().copied().unwrap_or_default() };
        let (condition, object) = if shape.if_own.is_empty() {
            (String::new(), package)
        } else {
            (format!("if {}, ", who.condition(&shape.if_own, package)), "it")
        };
        let sides = match shape.sides.as_slice() {
            [only] => format!("{only} tolerates"),
            several => format!("{} all tolerate", listed(several, "and")),
        };
        let pronoun = if shape.sides.len() > 1 { "they" } else { &shape.sides[0] };
        let draw = match new {
            Some(new) if new == shape.question => "this draw".to_owned(),
            _ => format!("the draw of question {}", shape.question),
        };
        let text = format!(
            "{start}{condition}it is now, other things equal, less likely, though not excluded, that {sides} {object}: had {pronoun} done so, \
             {draw} would have shown {} {}",
            shape.drawn,
            at_most(shape.one_in)
        );
        format!("{}.", capital(&text))
    };
    groups.into_iter().map(line).collect()
}

fn at_most(one_in: usize) -> String {
    match one_in {
        2 => "at most half of the time".to_owned(),
        3 => "at most a third of the time".to_owned(),
        many => format!("at most once in {many} times"),
    }
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
