//! Conditions and alternatives in words: *if you tolerate P2, B or C rules it out*.
use std::collections::BTreeSet;

use super::view::{Claim, Fact, ReaderView};
use super::words::{Who, alternatives, capital, is_verdict, listed, source};

/// What follows under a condition, or one of several claims.
#[derive(Clone, PartialEq)]
struct Saying {
    if_own: BTreeSet<Claim>,
    then: Then,
    because: Vec<String>,
}

#[derive(Clone, PartialEq)]
enum Then {
    /// All these sides tolerate, or rule out, the package.
    All { sides: Vec<String>, tolerate: bool, package: String },
    /// At least one of the claims.
    OneOf(BTreeSet<Claim>),
}

impl Saying {
    fn of(fact: &Fact) -> Self {
        let mut claims = fact.one_of.iter();
        let then = match (claims.next(), claims.next()) {
            (Some(Claim::Tolerates { side, package }), None) => {
                Then::All { sides: vec![side.clone()], tolerate: true, package: package.clone() }
            }
            (Some(Claim::RulesOut { side, package }), None) => {
                Then::All { sides: vec![side.clone()], tolerate: false, package: package.clone() }
            }
            _ => Then::OneOf(fact.one_of.clone()),
        };
        Self { if_own: fact.if_own.clone(), then, because: fact.because.clone() }
    }

    /// Takes in what another says of other sides under the same condition.
    fn merge(&mut self, other: &Self) -> bool {
        let (Then::All { sides, tolerate, package }, Then::All { sides: more, tolerate: t, package: p }) =
            (&mut self.then, &other.then)
        else {
            return false;
        };
        let same = self.if_own == other.if_own && self.because == other.because && tolerate == t && package == p;
        if same {
            sides.extend(more.iter().cloned());
        }
        same
    }

    fn package(&self) -> &str {
        match &self.then {
            Then::All { package, .. } => package,
            Then::OneOf(claims) => claims.first().map_or("", Claim::package),
        }
    }

    /// The same without its package, if it speaks of one only.
    fn shape(&self) -> Option<Self> {
        let blank = |claims: &BTreeSet<Claim>| -> Option<BTreeSet<Claim>> {
            let alone = |claim: &&Claim| claim.package() == self.package() && !matches!(claim, Claim::Common { .. });
            let blank: BTreeSet<Claim> = claims.iter().filter(alone).map(|claim| claim.clone().about("")).collect();
            (blank.len() == claims.len()).then_some(blank)
        };
        let then = match &self.then {
            Then::All { sides, tolerate, .. } => {
                Then::All { sides: sides.clone(), tolerate: *tolerate, package: String::new() }
            }
            Then::OneOf(claims) => Then::OneOf(blank(claims)?),
        };
        Some(Self { if_own: blank(&self.if_own)?, then, because: self.because.clone() })
    }

    /// *if you tolerate P2, B or C rules it out*
    fn sentence(&self, who: &Who<'_>, package: &str) -> String {
        if self.if_own.is_empty() {
            return self.conclusion(package);
        }
        let alone = package == "it" || self.if_own.iter().all(|claim| claim.package() == package);
        if alone {
            return format!("if {}, {}", who.condition(&self.if_own, package), self.conclusion("it"));
        }
        // Conditions on several packages, each said in full.
        let each = self.if_own.iter().map(|claim| who.condition(&BTreeSet::from([claim.clone()]), claim.package()));
        let each: Vec<String> = each.collect();
        format!("if {}, {}", listed(&each, "and"), self.conclusion(package))
    }

    fn conclusion(&self, package: &str) -> String {
        match &self.then {
            Then::All { sides, tolerate, .. } => {
                let (one, many, after) =
                    if *tolerate { ("tolerates", "tolerate", "") } else { ("rules", "rule", " out") };
                let verb = if sides.len() > 1 { many } else { one };
                format!("{} {verb} {package}{after}", listed(sides, "and"))
            }
            Then::OneOf(claims) => alternatives(claims, package),
        }
    }
}

/// The lines of a view; those that differ in the package alone share one.
pub(super) fn lines(view: &ReaderView, who: &Who<'_>, new: Option<&str>) -> Vec<String> {
    let mut sayings: Vec<Saying> = Vec::new();
    for fact in view.facts.iter().filter(|fact| !is_verdict(fact)) {
        let saying = Saying::of(fact);
        if !sayings.iter_mut().any(|known| known.merge(&saying)) {
            sayings.push(saying);
        }
    }
    let mut groups: Vec<(Option<Saying>, Vec<Saying>)> = Vec::new();
    for saying in sayings {
        let shape = saying.shape();
        match groups.iter_mut().find(|(known, _)| shape.is_some() && *known == shape) {
            Some((_, alike)) => alike.push(saying),
            None => groups.push((shape, vec![saying])),
        }
    }
    let line = |(_, alike): &(Option<Saying>, Vec<Saying>)| {
        let saying = alike.first()?;
        let text = match alike.as_slice() {
            [only] => only.sentence(who, only.package()),
            several => {
                let packages: Vec<&str> = several.iter().map(Saying::package).collect();
                format!("for each of {}: {}", listed(&packages, "and"), saying.sentence(who, "it"))
            }
        };
        Some(format!("{}{}.", capital(&text), source(&saying.because, new)))
    };
    groups.iter().filter_map(line).collect()
}
