//! What an answer tells, in sentences: built from what the reasoning found, never saying more or less.
use std::collections::{BTreeMap, BTreeSet};

use dialogue::ledger::{Spoken, What};
use negotiation::circuit::Rule;
use negotiation::inference::{
    Answer, Claim, Fact, Likelihood, PACKAGE_SHOWN, Question, Rank, ReaderView, Scope, Warning,
};

use crate::lang::{Given, Lang, say};
use crate::pages::agenda::words::{all_of, any_of};

/// Says claims in a language, with packages as their questions speak of them.
pub(crate) struct Teller {
    pub(crate) lang: Lang,
    pub(crate) spoken: BTreeMap<String, Spoken>,
}

/// Begins the name under which a package is spoken of as *that package*, where a sentence holds for several.
const THAT: char = '\u{1}';

impl Teller {
    fn say(&self, name: &str, given: &[(&str, Given)]) -> String {
        say(self.lang, name, given)
    }

    /// What a package is, as the end of a text's name.
    fn sort(&self, name: &str) -> &'static str {
        match self.spoken.get(name.trim_start_matches(THAT)).map(|spoken| &spoken.what) {
            Some(What::Text(_)) => "text",
            Some(What::Slot(_)) => "slot",
            Some(What::Better { .. }) => "better",
            Some(What::Package(_)) | None => "package",
        }
    }

    /// A package as it is called in a sentence.
    pub(crate) fn package(&self, name: &str) -> String {
        if name == PACKAGE_SHOWN {
            return self.say("soundings-package-shown", &[]);
        }
        if name.starts_with(THAT) {
            return self.say(&format!("soundings-that-{}", self.sort(name)), &[]);
        }
        let Some(spoken) = self.spoken.get(name) else {
            return name.to_owned();
        };
        let plain = match &spoken.what {
            What::Package(name) => name.clone(),
            What::Slot(slot) => slot_words(self.lang, slot),
            What::Better { package, than } => {
                self.say("soundings-package-better", &[("package", package.into()), ("than", than.into())])
            }
            What::Text(title) => self.say("soundings-package-text", &[("title", title.into())]),
        };
        match spoken.version {
            Some(version) => {
                self.say("soundings-package-version", &[("package", plain.into()), ("version", version.into())])
            }
            None => plain,
        }
    }

    /// Names of packages, for a verdict of one sort.
    fn verdict(&self, tolerates: bool, sides: &[String], packages: &[String]) -> String {
        let sort = packages.first().map_or("package", |name| self.sort(name));
        let verb = if tolerates { "yes" } else { "no" };
        let packages: Vec<String> = packages.iter().map(|name| self.package(name)).collect();
        self.say(
            &format!("soundings-claim-{verb}-{sort}"),
            &[
                ("sides", all_of(self.lang, sides).into()),
                ("count", sides.len().into()),
                ("package", all_of(self.lang, &packages).into()),
            ],
        )
    }

    /// One claim, without a full stop.
    fn claim(&self, claim: &Claim) -> String {
        match claim {
            Claim::Tolerates { side, package } => {
                self.verdict(true, std::slice::from_ref(side), std::slice::from_ref(package))
            }
            Claim::RulesOut { side, package } => {
                self.verdict(false, std::slice::from_ref(side), std::slice::from_ref(package))
            }
            Claim::Ranks { side, package, how, than } => {
                let name = match how {
                    Rank::Below => "soundings-claim-below",
                    Rank::NoHigher => "soundings-claim-no-higher",
                    Rank::NoLower => "soundings-claim-no-lower",
                    Rank::Above => "soundings-claim-above",
                };
                let (package, than) = (self.package(package), self.package(than));
                self.say(name, &[("side", side.into()), ("package", package.into()), ("than", than.into())])
            }
            Claim::Common { sides, package, quorum: None } => self.verdict(true, sides, std::slice::from_ref(package)),
            Claim::Common { sides, package, quorum: Some(least) } => {
                let sides = all_of(self.lang, sides);
                let given =
                    [("least", (*least).into()), ("sides", sides.into()), ("package", self.package(package).into())];
                self.say("soundings-claim-quorum", &given)
            }
        }
    }

    fn together(&self, claims: &BTreeSet<Claim>, name: &str) -> String {
        let mut said = claims.iter().map(|claim| self.claim(claim));
        let first = said.next().unwrap_or_default();
        said.fold(first, |start, next| self.say(name, &[("start", start.into()), ("next", next.into())]))
    }

    fn because(&self, text: String, because: &[String], new: Option<&str>) -> String {
        match because {
            [] => text,
            [only] if Some(only.as_str()) == new => text,
            some => {
                let questions = all_of(self.lang, some);
                let given = [("text", text.into()), ("questions", questions.into()), ("count", some.len().into())];
                self.say("soundings-because", &given)
            }
        }
    }

    fn fact(&self, fact: &Fact, new: Option<&str>) -> String {
        let claims = self.together(&fact.one_of, "soundings-either");
        let one = fact.one_of.len() == 1;
        let text = match (fact.if_own.is_empty(), one) {
            (true, true) => self.say("soundings-plain", &[("claim", claims.into())]),
            (true, false) => self.say("soundings-one-of", &[("claims", claims.into())]),
            (false, _) => {
                let name = if one { "soundings-if" } else { "soundings-if-one-of" };
                let condition = self.together(&fact.if_own, "soundings-both");
                self.say(name, &[("condition", condition.into()), ("claims", claims.into())])
            }
        };
        self.because(text, &fact.because, new)
    }

    fn likelihood(&self, likely: &Likelihood) -> String {
        let claim = self.verdict(true, &likely.sides, std::slice::from_ref(&likely.package));
        let mut given: Vec<(&str, Given)> = vec![
            ("claim", claim.into()),
            ("question", (&likely.question).into()),
            ("drawn", self.package(&likely.drawn).into()),
            ("times", likely.one_in.into()),
        ];
        if likely.if_own.is_empty() {
            return self.say("soundings-less-likely", &given);
        }
        given.push(("condition", self.together(&likely.if_own, "soundings-both").into()));
        self.say("soundings-if-less-likely", &given)
    }

    /// Sentences that differ in the package alone are said once, with the packages before them.
    fn shared<T: Clone + PartialEq>(
        &self,
        all: impl Iterator<Item = T>,
        blank: impl Fn(&T) -> Option<(String, T)>,
        tell: impl Fn(&T) -> String,
    ) -> Vec<String> {
        type Alike<T> = (Option<T>, Vec<(String, T)>);
        let mut groups: Vec<Alike<T>> = Vec::new();
        for one in all {
            let (package, shape) = blank(&one).map_or((String::new(), None), |(package, shape)| (package, Some(shape)));
            match groups.iter_mut().find(|(known, _)| shape.is_some() && *known == shape) {
                Some((_, alike)) => alike.push((package, one)),
                None => groups.push((shape, vec![(package, one)])),
            }
        }
        let line = |(shape, alike): Alike<T>| match (shape, alike.as_slice()) {
            (_, [(_, only)]) => tell(only),
            (Some(shape), several) => {
                let packages: Vec<String> = several.iter().map(|(package, _)| self.package(package)).collect();
                let given = [("packages", all_of(self.lang, &packages).into()), ("text", tell(&shape).into())];
                self.say("soundings-each", &given)
            }
            (None, _) => String::new(),
        };
        groups.into_iter().map(line).collect()
    }

    /// The name under which a package of this sort is *that package*.
    fn that(&self, package: &str) -> String {
        // One of its own sort stands for the sort; which, does not matter as long as it is always the same.
        let sort = self.sort(package);
        let first = self.spoken.keys().find(|name| self.sort(name) == sort);
        format!("{THAT}{}", first.map_or("", String::as_str))
    }

    fn blank_claims(&self, claims: &BTreeSet<Claim>, package: &str) -> Option<BTreeSet<Claim>> {
        let alone = claims.iter().all(|claim| match claim {
            Claim::Common { .. } => false,
            Claim::Ranks { than, .. } => claim.package() == package && than != package,
            _ => claim.package() == package,
        });
        alone.then(|| claims.iter().map(|claim| claim.clone().about(&self.that(package))).collect())
    }

    fn blank_fact(&self, fact: &Fact) -> Option<(String, Fact)> {
        let package = fact.one_of.first()?.package().to_owned();
        let if_own = self.blank_claims(&fact.if_own, &package)?;
        let one_of = self.blank_claims(&fact.one_of, &package)?;
        Some((package, Fact { if_own, one_of, because: fact.because.clone() }))
    }

    fn blank_likelihood(&self, likely: &Likelihood) -> Option<(String, Likelihood)> {
        let if_own = self.blank_claims(&likely.if_own, &likely.package)?;
        let shape = Likelihood { if_own, package: self.that(&likely.package), ..likely.clone() };
        Some((likely.package.clone(), shape))
    }

    /// What a reader learns, line by line; `new` is the question whose answer is told, where only news is.
    pub(crate) fn view(&self, view: &ReaderView, new: Option<&str>) -> Vec<String> {
        if !view.possible {
            return vec![self.say("soundings-impossible", &[("sides", all_of(self.lang, &view.readers).into())])];
        }
        let mut lines = self.certain(view, new);
        let is_verdict =
            |fact: &&Fact| matches!(fact.certain(), Some(Claim::Tolerates { .. } | Claim::RulesOut { .. }));
        let facts = view.facts.iter().filter(|fact| !is_verdict(fact)).cloned();
        lines.extend(self.shared(facts, |fact| self.blank_fact(fact), |fact| self.fact(fact, new)));
        let likely = view.likelihoods.iter().cloned();
        lines.extend(self.shared(likely, |one| self.blank_likelihood(one), |one| self.likelihood(one)));
        if lines.is_empty() {
            lines.push(self.say("soundings-nothing", &[]));
        }
        if view.may_tell_more {
            lines.push(self.say("soundings-cut-short", &[]));
        }
        lines
    }

    /// Verdicts that are certain: of each side its packages, then the sides of whom the same is.
    fn certain(&self, view: &ReaderView, new: Option<&str>) -> Vec<String> {
        type Key = (Vec<String>, bool, &'static str, String);
        let mut of: BTreeMap<Key, Vec<String>> = BTreeMap::new();
        for fact in &view.facts {
            let (no, side, package) = match fact.certain() {
                Some(Claim::Tolerates { side, package }) => (false, side, package),
                Some(Claim::RulesOut { side, package }) => (true, side, package),
                _ => continue,
            };
            let sort = self.sort(package);
            of.entry((fact.because.clone(), no, sort, side.clone())).or_default().push(package.clone());
        }
        let mut alike: BTreeMap<(Vec<String>, bool, Vec<String>), Vec<String>> = BTreeMap::new();
        for ((because, no, _, side), packages) in of {
            alike.entry((because, no, packages)).or_default().push(side);
        }
        let line = |((because, no, packages), sides): ((Vec<String>, bool, Vec<String>), Vec<String>)| {
            let claim = self.say("soundings-plain", &[("claim", self.verdict(!no, &sides, &packages).into())]);
            self.because(claim, &because, new)
        };
        alike.into_iter().map(line).collect()
    }

    /// What a question is about: a text, a slot, or packages.
    pub(crate) fn sort_of(&self, question: &Question) -> &'static str {
        question.scope.named().first().map_or("package", |name| self.sort(name))
    }

    /// An answer in a few words.
    pub(crate) fn answer(&self, answer: &Answer, sort: &str) -> String {
        match (answer, sort) {
            (Answer::None, "text") => self.say("soundings-answer-none-text", &[]),
            (Answer::None, "slot") => self.say("soundings-answer-none-slot", &[]),
            (Answer::None, _) => self.say("soundings-answer-none", &[]),
            (Answer::Exists, _) => self.say("soundings-answer-exists", &[]),
            (Answer::Package(name), _) => self.package(name),
        }
    }

    /// What an answer says by itself to everybody who is told it.
    pub(crate) fn says(&self, question: &Question, answer: &Answer, possible: bool) -> Vec<String> {
        if !possible {
            return vec![self.say("soundings-excluded", &[])];
        }
        let asked = match &question.scope {
            Scope::Packages(names) => {
                all_of(self.lang, &names.iter().map(|name| self.package(name)).collect::<Vec<_>>())
            }
            scope => self.say("soundings-scope-outcomes", &[("count", count(scope.outcomes()).into())]),
        };
        let sides = all_of(self.lang, &question.sides);
        let mut given: Vec<(&str, Given)> = vec![("sides", sides.into()), ("asked", asked.into())];
        let quorum = question.quorum.as_ref();
        if let Some(quorum) = quorum {
            given.push(("least", quorum.accept.into()));
        }
        let mut lines = Vec::new();
        let name = match (answer, quorum) {
            (Answer::None, None) if question.scope.outcomes() == 1 => "soundings-says-none-one",
            (Answer::None, None) => "soundings-says-none",
            (Answer::None, Some(_)) => "soundings-says-none-quorum",
            (Answer::Exists, None) => match question.scope.named() {
                [only] => {
                    let claim = self.verdict(true, &question.sides, std::slice::from_ref(only));
                    given = vec![("claim", claim.into())];
                    "soundings-plain"
                }
                _ => "soundings-says-exists",
            },
            (Answer::Exists, Some(_)) => "soundings-says-exists-quorum",
            (Answer::Package(package), None) => {
                let claim = self.verdict(true, &question.sides, std::slice::from_ref(package));
                given = vec![("claim", claim.into())];
                "soundings-plain"
            }
            (Answer::Package(package), Some(_)) => {
                given.push(("package", self.package(package).into()));
                "soundings-says-package-quorum"
            }
        };
        lines.push(self.say(name, &given));
        if let Some(quorum) = quorum.filter(|quorum| !quorum.vetoes.is_empty()) {
            let (name, vetoes) = match answer {
                Answer::None => ("soundings-says-veto-none", any_of(self.lang, &quorum.vetoes)),
                _ => ("soundings-says-veto", all_of(self.lang, &quorum.vetoes)),
            };
            lines.push(self.say(name, &[("vetoes", vetoes.into())]));
        }
        if matches!(answer, Answer::Package(_)) && question.scope.outcomes() > 1 {
            lines.push(match question.rule {
                Rule::Draw | Rule::Exists => self.say("soundings-says-others-draw", &[]),
                Rule::Nash | Rule::Egalitarian => self.say("soundings-says-others-ranked", &[]),
            });
        }
        lines
    }

    /// A warning.
    pub(crate) fn warning(&self, warning: &Warning) -> String {
        match warning {
            Warning::OnePackage { package } => {
                self.say("soundings-warn-one", &[("package", self.package(package).into())])
            }
            Warning::TooFew { packages, least } => {
                let given = [("packages", count(*packages).into()), ("least", count(*least).into())];
                self.say("soundings-warn-few", &given)
            }
            Warning::Probe { .. } => self.say("soundings-warn-probe", &[]),
            Warning::Subgroup { earlier, about } => {
                let given = [("question", earlier.into()), ("sides", all_of(self.lang, about).into())];
                self.say("soundings-warn-subgroup", &given)
            }
            Warning::Overlap { earlier } => self.say("soundings-warn-overlap", &[("question", earlier.into())]),
            Warning::Repeat { earlier } => self.say("soundings-warn-repeat", &[("question", earlier.into())]),
            Warning::Midpoint { .. } => self.say("soundings-warn-midpoint", &[]),
            // A kind that these pages do not know yet is said in the program's own words rather than not at all.
            other => other.to_string(),
        }
    }
}

fn count(number: u128) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// A slot in words: both moments, in UTC.
pub(crate) fn slot_words(lang: Lang, slot: &str) -> String {
    let moment = |text: &str| Some(lang.moment(text.parse::<jiff::Timestamp>().ok()?.as_second()));
    let both = slot.split_once('/').and_then(|(from, to)| Some((moment(from)?, moment(to)?)));
    match both {
        Some((from, to)) => say(lang, "soundings-slot", &[("from", from.into()), ("to", to.into())]),
        None => slot.to_owned(),
    }
}
