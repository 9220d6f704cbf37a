//! The reported record: what was said, by whom as the source gives it, from which root. Nothing here is anybody's
//! ballot, and there is no way from here to one.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::standing::Stance;
use crate::charter::Attribution;
use crate::event::{check_name, check_text};
use crate::refusal::Refusal;

/// A quotation is so long at most, in characters: it stands only where the wording is the fact.
pub const MOST_QUOTE_CHARS: usize = 80;

/// What kind of statement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What happened, or what somebody thinks.
    Account,
    /// A limit that somebody is reported to have: never a position of a side.
    Limit,
    /// What somebody expects.
    Estimate,
    /// An act that is threatened or expected: it raises a flag and is no option.
    ThreatenedAct,
    /// Recorded with attribution, and never an option.
    NeverOption,
    /// The source's own commentary, not a fact it reports.
    Commentary,
}

/// Where something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// In public.
    Public,
    /// In private, or to a reporter without a name.
    Private,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What kind it is.
    pub kind: Kind,
    /// The speaker as the source gives it.
    pub speaker: String,
    /// Whether the source withholds the speaker's name.
    #[serde(default)]
    pub anonymous: bool,
    /// Under which attribution.
    pub attribution: Attribution,
    /// When it was said, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Where it was said.
    pub setting: Setting,
    /// Whether the speaker asserts or denies it.
    pub stance: Stance,
    /// What, in one's own words.
    pub text: String,
    /// The words themselves, where they are the fact: a few, marked as a quotation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// The document it is taken from.
    pub source: String,
    /// The first publication that it goes back to.
    pub root: String,
    /// What it is evidence for, so that independent roots can be counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// The issue that it is about, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// The statement that it differs from: what is said in private beside what is said in public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<String>,
    /// The seat whose words they are, of the same record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<String>,
    /// The state for which the speaker speaks or promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commits: Option<String>,
    /// What no option may say, each as words that must all be there (`remov* leader`; `*` for any ending).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
}

/// How well something is attested: who asserts it and who denies it, counted apart. A denial supports nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attested {
    /// What.
    pub claim: String,
    /// What asserts it.
    pub asserted: Evidence,
    /// What denies it.
    pub denied: Evidence,
}

/// What stands for one stance towards a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Documents that say it.
    pub articles: BTreeSet<String>,
    /// The roots they go back to: this is what counts.
    pub roots: BTreeSet<String>,
    /// Speakers without a name among the roots.
    pub anonymous_sources: BTreeSet<String>,
    /// Speakers with a name.
    pub named_sources: BTreeSet<String>,
}

impl Statement {
    /// Whether it can be entered.
    ///
    /// # Errors
    /// A text that cannot be used; no source or root; a quotation that is too long; marks where none belong.
    pub fn check(&self) -> Result<(), Refusal> {
        check_name("the speaker", &self.speaker)?;
        check_name("the source", &self.source)?;
        check_name("the root", &self.root)?;
        check_text("the statement", &self.text)?;
        for name in [&self.claim, &self.issue, &self.pair, &self.seat, &self.commits].into_iter().flatten() {
            check_name("a name in the statement", name)?;
        }
        let wrong = |problem: String| Err(Refusal::Unusable { what: "the statement", problem });
        if self.text.trim().is_empty() {
            return wrong("it says nothing".to_owned());
        }
        if self.quote.as_ref().is_some_and(|quote| quote.chars().count() > MOST_QUOTE_CHARS) {
            return wrong(format!(
                "its quotation is longer than {MOST_QUOTE_CHARS} characters; say it in your own words"
            ));
        }
        if self.kind == Kind::NeverOption && self.marks.is_empty() {
            return wrong("it is never an option, and says by no mark which options it means".to_owned());
        }
        let marked = matches!(self.kind, Kind::NeverOption | Kind::ThreatenedAct);
        if !marked && !self.marks.is_empty() {
            return wrong("only threatened acts and what is never an option have marks".to_owned());
        }
        check_marks("the statement", &self.marks)
    }

    /// Whether an option's words say what must be no option.
    #[must_use]
    pub fn bars(&self, option: &str) -> bool {
        marked(&self.marks, option)
    }
}

/// Whether a text has all words of one of these marks.
pub(super) fn marked(marks: &[String], text: &str) -> bool {
    let said: Vec<String> = words(text).collect();
    let has = |wanted: &str| match wanted.strip_suffix('*') {
        Some(stem) => said.iter().any(|word| word.starts_with(stem)),
        None => said.iter().any(|word| word == wanted),
    };
    marks.iter().any(|mark| words(mark).all(|wanted| has(&wanted)))
}

/// Whether marks can be entered: one without words would mean every option.
pub(super) fn check_marks(what: &'static str, marks: &[String]) -> Result<(), Refusal> {
    if marks.len() > 40 || marks.iter().any(|mark| mark.len() > 200 || words(mark).next().is_none()) {
        let problem = "it has more than 40 marks, or one that is empty or too long".to_owned();
        return Err(Refusal::Unusable { what, problem });
    }
    Ok(())
}

/// The sentences of a text: parted by their signs, and by empty lines. A line's end alone is none.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut ended = false;
    for line in text.lines() {
        ended = ended || line.trim().is_empty();
        for word in line.split_whitespace() {
            if std::mem::take(&mut ended) {
                all.push(String::new());
            }
            if let Some(last) = all.last_mut() {
                last.push_str(word);
                last.push(' ');
            }
            ended = word.ends_with(['.', '!', '?', ';', '؟', '؛', '…']);
        }
    }
    all.retain(|sentence| !sentence.is_empty());
    all
}

/// The words of a text in lower case, `*` kept.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '*');
    parts.filter(|word| !word.is_empty() && *word != "*").map(str::to_lowercase)
}

/// How well each claim is attested, in the order of their names.
#[must_use]
pub fn attested<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> Vec<Attested> {
    let mut all: std::collections::BTreeMap<&str, Attested> = std::collections::BTreeMap::new();
    for statement in statements {
        let Some(claim) = statement.claim.as_deref() else {
            continue;
        };
        let one = all.entry(claim).or_insert_with(|| Attested {
            claim: claim.to_owned(),
            asserted: Evidence::default(),
            denied: Evidence::default(),
        });
        let one = match statement.stance {
            Stance::Asserts => &mut one.asserted,
            Stance::Denies => &mut one.denied,
        };
        one.articles.insert(statement.source.clone());
        one.roots.insert(statement.root.clone());
        let speakers = if statement.anonymous { &mut one.anonymous_sources } else { &mut one.named_sources };
        speakers.insert(statement.speaker.clone());
    }
    all.into_values().collect()
}
