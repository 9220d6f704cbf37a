//! Readouts: lines about a meeting, each under a rule of attribution, for certain audiences, cleared by its speaker.
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::book::Book;
use super::seat::Facts;
use crate::charter::Attribution;
use crate::event::{check_name, check_text};
use crate::id::MemberId;
use crate::refusal::Refusal;

/// For whom a readout is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The reader's own capital.
    Capital,
    /// The convener's institute.
    Institute,
    /// Everybody.
    Public,
}

impl Audience {
    /// All.
    pub const ALL: [Self; 3] = [Self::Capital, Self::Institute, Self::Public];
}

/// What is said in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The meeting.
    pub meeting: String,
    /// The seat whose words they are; none for what the convener sums up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// The text, without any attribution: that is printed by the rule.
    pub text: String,
    /// The rule; the meeting's where none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// How the speaker may be described on background: “a former official”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Who may be told.
    pub audiences: BTreeSet<Audience>,
    /// The side within which views differ on this; printed without who or how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// The state that the words commit or speak for, where they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commits: Option<String>,
}

/// A line on the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it says.
    pub wording: Wording,
    /// The rule that holds for it.
    pub attribution: Attribution,
    /// The member whose words they are; none for the convener's.
    #[serde(default)]
    pub speaker: Option<MemberId>,
    /// Name and post of the speaker as they stood when it was drafted, for a line on record.
    #[serde(default)]
    pub named: Option<String>,
    /// Who drafted it.
    pub drafted_by: MemberId,
    /// Whether its speaker has cleared it as it stands.
    pub cleared: bool,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

/// An export that took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// The meeting.
    pub meeting: String,
    /// For whom.
    pub audience: Audience,
    /// To whom it went, as the exporter says.
    pub to: String,
    /// The form: `md`, `docx` or `pdf`.
    pub form: String,
    /// BLAKE3 of the document, 64 hexadecimal digits.
    pub digest: String,
    /// How many lines were in it.
    pub lines: u32,
}

/// An export on the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// What.
    pub export: Export,
    /// Who exported.
    pub by: MemberId,
    /// When, by that member's clock.
    pub at: i64,
}

/// What can be done with lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Writes a line, or words it anew; it has then to be cleared again.
    Draft {
        /// Its name.
        line: String,
        /// What it says.
        wording: Wording,
    },
    /// The speaker clears it as it stands.
    Clear {
        /// Its name.
        line: String,
        /// BLAKE3 of the wording that is cleared, 64 hexadecimal digits: nobody clears what they have not seen.
        digest: String,
    },
    /// Its speaker or drafter takes it back.
    Withdraw {
        /// Its name.
        line: String,
    },
    /// Sets another rule for it: stricter by speaker or convener, looser by its speaker alone, and so by nobody where the
    /// convener sums up.
    Attribute {
        /// Its name.
        line: String,
        /// The rule.
        attribution: Attribution,
    },
    /// A readout went to somebody.
    Export(Export),
}

/// The lines of all meetings. The plenary has one of these, and each caucus its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Readouts {
    /// Lines by name.
    #[serde(default)]
    pub lines: BTreeMap<String, Line>,
    /// What was exported.
    #[serde(default)]
    pub exports: Vec<Exported>,
}

/// What is known of who acts and of the meeting that a line is about.
#[derive(Clone, Copy)]
pub struct Hand<'a> {
    /// Who acts.
    pub author: MemberId,
    /// When, by that member's clock.
    pub at: i64,
    /// Whether it is the convener.
    pub is_convener: bool,
    /// Seats and meetings of this dialogue.
    pub book: &'a Book,
    /// The charter's rule.
    pub rule: Attribution,
}

impl Wording {
    /// What a speaker clears: BLAKE3 over the wording, in hexadecimal digits.
    #[must_use]
    pub fn digest(&self) -> String {
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        blake3::Hasher::new_derive_key("backchannel readout line v1").update(&bytes).finalize().to_hex().to_string()
    }

    fn check(&self) -> Result<(), Refusal> {
        check_text("the line", &self.text)?;
        for text in [&self.description, &self.within, &self.commits].into_iter().flatten() {
            check_name("the description", text)?;
        }
        let wrong = |problem: &str| Err(Refusal::Unusable { what: "the line", problem: problem.to_owned() });
        if self.text.trim().is_empty() {
            return wrong("it says nothing");
        }
        if self.audiences.is_empty() {
            return wrong("it is for nobody: name capital, institute or public");
        }
        Ok(())
    }
}

impl Readouts {
    /// Applies one act.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn apply(&mut self, hand: Hand<'_>, act: &Act) -> Result<(), Refusal> {
        match act {
            Act::Draft { line, wording } => self.draft(hand, line, wording),
            Act::Clear { line, digest } => {
                let found = self.line(line)?;
                Self::need_speaker(hand, found)?;
                if found.wording.digest() != *digest {
                    let problem = "it was worded anew; read it again before you clear it".to_owned();
                    return Err(Refusal::Unusable { what: "the line", problem });
                }
                self.change(line, |line| line.cleared = true)
            }
            Act::Withdraw { line } => {
                let found = self.line(line)?;
                if found.drafted_by != hand.author {
                    Self::need_speaker(hand, found)?;
                }
                self.change(line, |line| (line.withdrawn, line.cleared) = (true, false))
            }
            Act::Attribute { line, attribution } => {
                let found = self.line(line)?;
                let looser = attribution.strictness() < found.attribution.strictness();
                // Nobody loosens what the convener sums up, as nobody drafts it under a looser rule.
                if looser && found.speaker != Some(hand.author) {
                    return Err(Refusal::NotAllowed("its speaker"));
                }
                if !hand.is_convener {
                    Self::need_speaker(hand, found)?;
                }
                self.change(line, |line| line.attribution = *attribution)
            }
            Act::Export(export) => self.export(hand, export),
        }
    }

    fn draft(&mut self, hand: Hand<'_>, name: &str, wording: &Wording) -> Result<(), Refusal> {
        check_name("the line's name", name)?;
        wording.check()?;
        let rule = hand.rule_of(&wording.meeting)?;
        let seat = wording.speaker.as_ref().map(|seat| hand.seat(&wording.meeting, seat)).transpose()?;
        let speaker = seat.and_then(|facts| facts.member);
        let speaks = wording.speaker.is_none() && hand.is_convener || speaker == Some(hand.author);
        if !speaks && !hand.is_convener {
            return Err(Refusal::NotAllowed("its speaker or the convener"));
        }
        if wording.within.is_some() && wording.within.as_ref() != seat.and_then(|facts| facts.side.as_ref()) {
            let problem = "views within a side are those of its own seats".to_owned();
            return Err(Refusal::Unusable { what: "the line", problem });
        }
        hand.check_description(wording, seat)?;
        let before = self.lines.get(name);
        if let Some(before) = before.filter(|before| before.drafted_by != hand.author) {
            Self::need_speaker(hand, before)?;
        }
        // The rule is set before; only the speaker of a line loosens it, and nobody what the convener sums up.
        let attribution = wording.attribution.unwrap_or(rule);
        let own_words = speaks && speaker.is_some();
        if attribution.strictness() < rule.strictness() && !own_words {
            return Err(Refusal::NotAllowed("its speaker"));
        }
        // A new wording under a looser rule than its speaker had set would loosen it by the back door.
        let spoke = |before: &Line| before.speaker.is_some() && before.speaker == Some(hand.author);
        let kept = before.filter(|before| !spoke(before)).map(|before| before.attribution);
        let attribution = kept.filter(|kept| kept.strictness() > attribution.strictness()).unwrap_or(attribution);
        if before.is_none() && self.lines.len() >= 5_000 {
            return Err(Refusal::Unusable { what: "the line", problem: "there are 5,000 already".to_owned() });
        }
        let named = seat.map(|facts| match &facts.post {
            Some(post) => format!("{}, {post}", facts.holder),
            None => facts.holder.clone(),
        });
        let line = Line {
            wording: wording.clone(),
            attribution,
            speaker,
            named,
            drafted_by: hand.author,
            // Who writes down their own words has cleared them by that.
            cleared: speaks,
            withdrawn: false,
        };
        self.lines.insert(name.to_owned(), line);
        Ok(())
    }

    fn export(&mut self, hand: Hand<'_>, export: &Export) -> Result<(), Refusal> {
        export.check()?;
        hand.rule_of(&export.meeting)?;
        if self.exports.len() >= 5_000 {
            return Err(Refusal::Unusable { what: "the export", problem: "there are 5,000 already".to_owned() });
        }
        self.exports.push(Exported { export: export.clone(), by: hand.author, at: hand.at });
        Ok(())
    }

    /// A line by its name.
    ///
    /// # Errors
    /// [`Refusal::Unknown`].
    pub fn line(&self, name: &str) -> Result<&Line, Refusal> {
        let known = || self.lines.keys().map(String::as_str);
        self.lines.get(name).ok_or_else(|| Refusal::unknown("line", name, known()))
    }

    fn change(&mut self, name: &str, change: impl FnOnce(&mut Line)) -> Result<(), Refusal> {
        self.line(name)?;
        if let Some(line) = self.lines.get_mut(name) {
            change(line);
        }
        Ok(())
    }

    fn need_speaker(hand: Hand<'_>, line: &Line) -> Result<(), Refusal> {
        let is = match line.speaker {
            Some(speaker) => speaker == hand.author,
            None => hand.is_convener,
        };
        if is { Ok(()) } else { Err(Refusal::NotAllowed("its speaker")) }
    }
}

impl Hand<'_> {
    fn rule_of(&self, name: &str) -> Result<Attribution, Refusal> {
        let known = || self.book.meetings.keys().map(String::as_str);
        let meeting = self.book.meetings.get(name).ok_or_else(|| Refusal::unknown("meeting", name, known()))?;
        Ok(meeting.facts.attribution.unwrap_or(self.rule))
    }

    /// The seat of a speaker: a member's, and one of those present.
    fn seat(&self, meeting: &str, name: &str) -> Result<&Facts, Refusal> {
        let present =
            self.book.meetings.get(meeting).map(|meeting| meeting.facts.present.as_slice()).unwrap_or_default();
        let facts = self.book.seats.get(name).and_then(|seat| seat.now()).filter(|facts| facts.member.is_some());
        let known = present.iter().map(String::as_str);
        facts
            .filter(|_| present.iter().any(|one| one == name))
            .ok_or_else(|| Refusal::unknown("seat held by a member and present at the meeting", name, known))
    }

    /// A description must not be somebody else's post.
    fn check_description(&self, wording: &Wording, own: Option<&Facts>) -> Result<(), Refusal> {
        let Some(said) = wording.description.as_ref().map(|text| text.to_lowercase()) else {
            return Ok(());
        };
        let seats = self.book.seats.values().filter_map(|seat| seat.now());
        let others = seats.filter(|facts| own.is_none_or(|own| own.holder != facts.holder));
        let own_post = own.and_then(|own| own.post.as_ref()).map(|post| post.to_lowercase());
        let mut posts = others.filter_map(|facts| facts.post.as_ref()).map(|post| post.to_lowercase());
        if posts.any(|post| said.contains(&post) && own_post.as_ref() != Some(&post)) {
            let problem = "it is another's post".to_owned();
            return Err(Refusal::Unusable { what: "the description", problem });
        }
        Ok(())
    }
}

impl Export {
    /// Whether it says what an export has to say.
    ///
    /// # Errors
    /// [`Refusal::Unusable`].
    pub fn check(&self) -> Result<(), Refusal> {
        check_name("the recipient", &self.to)?;
        check_name("the meeting", &self.meeting)?;
        let form = matches!(self.form.as_str(), "md" | "docx" | "pdf");
        if form && crate::id::unhex::<32>(&self.digest).is_some() {
            return Ok(());
        }
        Err(Refusal::Unusable { what: "the export", problem: "it names no form or no digest".to_owned() })
    }
}
