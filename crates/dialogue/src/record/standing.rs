//! Standing with a government: separate dated facts, each asserted or denied by somebody; a denial denies exactly what
//! it says.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::statement::Statement;
use crate::charter::Attribution;
use crate::event::check_name;
use crate::refusal::Refusal;

/// What a government had to do with the talks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// It asked for them.
    Requested,
    /// It wanted something out of them.
    Sought,
    /// It knew of them.
    Knew,
    /// It directed them.
    Directed,
    /// It was briefed.
    Briefed,
    /// It had messages carried.
    CarriedMessages,
}

impl Relation {
    /// All, in the order of the record.
    pub const ALL: [Self; 6] =
        [Self::Requested, Self::Sought, Self::Knew, Self::Directed, Self::Briefed, Self::CarriedMessages];

    /// As people write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Sought => "sought",
            Self::Knew => "knew",
            Self::Directed => "directed",
            Self::Briefed => "briefed",
            Self::CarriedMessages => "carried messages",
        }
    }

    /// What a government did by it, as the end of a sentence.
    #[must_use]
    pub fn deed(self) -> &'static str {
        match self {
            Self::Requested => "requested the talks",
            Self::Sought => "sought the talks",
            Self::Knew => "knew of the talks",
            Self::Directed => "directed the talks",
            Self::Briefed => "was briefed",
            Self::CarriedMessages => "had messages carried",
        }
    }

    /// What follows from it: nobody requests, directs or is briefed about what they do not know of.
    #[must_use]
    pub fn implies(self, other: Self) -> bool {
        self == other || (other == Self::Knew && matches!(self, Self::Requested | Self::Directed | Self::Briefed))
    }
}

/// Whether something is said to be so or not to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// That it is so.
    Asserts,
    /// That it is not so.
    Denies,
}

/// One fact of standing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Whose government.
    pub government: String,
    /// The side of the talks that it is about; all of them where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// What it had to do with the talks.
    pub relation: Relation,
    /// Whether that is asserted or denied.
    pub stance: Stance,
    /// Who says so, as the source gives it.
    pub by: String,
    /// Under which attribution.
    pub attribution: Attribution,
    /// When it was so; of a denial, the day up to which it denies: that on which it was said, where no other is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// The meeting it is about, if one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    /// Where it is reported; none where it is entered by a member of this dialogue from own knowledge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What all facts together say of one relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Asserted, and denied by nobody.
    Yes,
    /// Denied, and asserted by nobody.
    No,
    /// Both.
    Contested,
    /// Neither: not reported is not absent.
    NotReported,
}

/// How two facts stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// Both can be so.
    Compatible,
    /// Both cannot be so.
    Conflicting,
    /// Both can be so, and one makes the other hard to believe.
    InTension,
}

/// A denial beside an assertion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// What is denied, and by whom.
    pub denial: String,
    /// What is asserted, and by whom.
    pub assertion: String,
    /// Whether both can be so.
    pub fit: Fit,
    /// Why.
    pub why: String,
    /// The denial itself.
    #[serde(skip)]
    pub denied: Standing,
    /// What stands beside it.
    #[serde(skip)]
    pub beside: Beside,
    /// Why, as one of a few reasons.
    #[serde(skip)]
    pub reason: Reason,
}

/// What stands beside a denial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// An assertion.
    Fact(Standing),
    /// Somebody speaks of what a government is prepared to do.
    Speaks {
        /// Who.
        speaker: String,
    },
}

/// Why a denial and what stands beside it fit, or do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// What is asserted is not covered by the denial.
    NotCovered,
    /// They are about different meetings.
    OtherMeeting,
    /// They are about different sides.
    OtherSide,
    /// What is asserted is of a later day than the denial reaches.
    Later,
    /// One asserts what the other denies.
    Opposite,
    /// What is asserted implies what is denied.
    Implied,
    /// Who speaks for a government carries its message, or speaks beyond a mandate.
    SpeaksFor,
}

impl Standing {
    /// Whether it can be entered.
    ///
    /// # Errors
    /// A text that cannot be used.
    pub fn check(&self) -> Result<(), Refusal> {
        check_name("the government", &self.government)?;
        self.side.as_ref().map_or(Ok(()), |side| check_name("the side", side))?;
        check_name("who says so", &self.by)
    }

    fn words(&self) -> String {
        let verb = if self.stance == Stance::Denies { "denies" } else { "asserts" };
        let side = self.side.as_ref().map_or_else(String::new, |side| format!(" (side {side})"));
        format!("{} {verb} that {} {}{side}", self.by, self.government, self.relation.deed())
    }

    /// Who says it under which rule, of which side, day and meeting, and where it is reported: the tail of a sentence.
    #[must_use]
    pub fn attested(&self) -> String {
        let verb = if self.stance == Stance::Denies { "denied" } else { "asserted" };
        let mut words = format!("{verb} by {}, {}", self.by, self.attribution.name());
        for (before, text) in [
            (", of side ", self.side.clone()),
            (", about meeting ", self.meeting.clone()),
            (", ", self.day.map(|day| day.to_string())),
        ] {
            if let Some(text) = text {
                words.push_str(before);
                words.push_str(&text);
            }
        }
        match &self.source {
            Some(source) => format!("{words} [{source}]"),
            None => words,
        }
    }

    /// Whether it is about this side: facts that name none are about all.
    #[must_use]
    pub fn is_of(&self, side: &str) -> bool {
        self.side.as_deref().is_none_or(|own| own == side)
    }
}

/// What the facts say of a government's relation.
#[must_use]
pub fn verdict(all: &[Standing], government: &str, relation: Relation) -> Verdict {
    let about = |one: &&Standing| one.government == government;
    let asserted = all.iter().filter(about).any(|one| one.stance == Stance::Asserts && one.relation == relation);
    let denied = all.iter().filter(about).any(|one| one.stance == Stance::Denies && one.relation == relation);
    match (asserted, denied) {
        (true, true) => Verdict::Contested,
        (true, false) => Verdict::Yes,
        (false, true) => Verdict::No,
        (false, false) => Verdict::NotReported,
    }
}

/// The sides that facts about a government name.
#[must_use]
pub fn sides(all: &[Standing], government: &str) -> BTreeSet<String> {
    all.iter().filter(|one| one.government == government).filter_map(|one| one.side.clone()).collect()
}

/// What the facts say of a government's relation to one side's part in the talks.
#[must_use]
pub fn verdict_of(all: &[Standing], government: &str, side: &str, relation: Relation) -> Verdict {
    let own: Vec<Standing> = all.iter().filter(|one| one.is_of(side)).cloned().collect();
    verdict(&own, government, relation)
}

/// Every denial beside every assertion about the same government, with what they mean together; then denials beside
/// statements in which a private seat speaks for that government.
#[must_use]
pub fn pairs(all: &[Standing], statements: &[&Statement]) -> Vec<Pair> {
    let denials = || all.iter().filter(|one| one.stance == Stance::Denies);
    let mut found = Vec::new();
    for denial in denials() {
        let same = |one: &&Standing| one.stance == Stance::Asserts && one.government == denial.government;
        found.extend(all.iter().filter(same).map(|assertion| pair(denial, assertion)));
    }
    let speaks = |one: &Statement| matches!(one.commits.as_deref(), Some(government) if !government.is_empty());
    for statement in statements.iter().filter(|one| speaks(one)) {
        let touched = |one: &&Standing| {
            statement.commits.as_deref() == Some(one.government.as_str())
                && matches!(one.relation, Relation::CarriedMessages | Relation::Directed)
        };
        found.extend(denials().filter(touched).map(|denial| {
            Pair {
                denial: denial.words(),
                assertion: format!("{} speaks of what {} would do", statement.speaker, denial.government),
                fit: Fit::InTension,
                why:
                    "who speaks of what a government is prepared to do carries its message, or speaks beyond a mandate"
                        .to_owned(),
                denied: denial.clone(),
                beside: Beside::Speaks { speaker: statement.speaker.clone() },
                reason: Reason::SpeaksFor,
            }
        }));
    }
    found
}

fn pair(denial: &Standing, assertion: &Standing) -> Pair {
    let differ = |one: &Option<String>, other: &Option<String>| one.is_some() && other.is_some() && one != other;
    // Both dates may be known to the year or the month only: what may have been by then is not later.
    let later = match (denial.day, assertion.day) {
        (Some(denied), Some(asserted)) => denied.days_until(asserted) > 0,
        _ => false,
    };
    let (fit, reason, why) = if !assertion.relation.implies(denial.relation) {
        let why = format!(
            "the denial covers that it {}, and nothing else; that it {} is not denied by it",
            denial.relation.deed(),
            assertion.relation.deed()
        );
        (Fit::Compatible, Reason::NotCovered, why)
    } else if differ(&denial.meeting, &assertion.meeting) {
        (Fit::Compatible, Reason::OtherMeeting, "they are about different meetings".to_owned())
    } else if differ(&denial.side, &assertion.side) {
        (Fit::Compatible, Reason::OtherSide, "they are about different sides".to_owned())
    } else if later {
        (Fit::Compatible, Reason::Later, "what is asserted is of a later day than the denial reaches".to_owned())
    } else if assertion.relation == denial.relation {
        (Fit::Conflicting, Reason::Opposite, "one asserts what the other denies".to_owned())
    } else {
        let why = format!("who {} also {}", assertion.relation.deed(), denial.relation.deed());
        (Fit::Conflicting, Reason::Implied, why)
    };
    Pair {
        denial: denial.words(),
        assertion: assertion.words(),
        fit,
        why,
        denied: denial.clone(),
        beside: Beside::Fact(assertion.clone()),
        reason,
    }
}
