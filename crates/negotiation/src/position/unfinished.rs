//! A position that is still being written: what is said so far, what is missing, and how it becomes a whole one.
use super::words::{Importance, Reference, Stance, Word, Words};
use crate::agenda::{Agenda, Link, Part};
use crate::error::{Error, Result};

/// What is said of one issue so far.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Begun {
    /// How much it matters, where that is said.
    pub importance: Option<Importance>,
    /// The word on each choice, where it has one of its own.
    pub words: Vec<Option<Word>>,
    /// The word on all choices that have none of their own.
    pub others: Option<Word>,
    /// Points by choice, where the owner set them.
    pub points: Option<Vec<u32>>,
}

/// A position that is still being written, issue by issue in agenda order.
///
/// There is no `Debug`: a position must not slip into a log.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// What is said of each issue.
    pub issues: Vec<Begun>,
    /// The conditions.
    pub only_ifs: Vec<Link>,
    /// The package that others are measured against.
    pub reference: Option<Reference>,
}

impl Begun {
    /// The word on a choice, its own or that for all others.
    #[must_use]
    pub fn word(&self, choice: u32) -> Option<Word> {
        let own = usize::try_from(choice).ok().and_then(|at| self.words.get(at)).copied().flatten();
        own.or(self.others)
    }
}

impl Unfinished {
    /// Nothing said yet.
    #[must_use]
    pub fn begin(agenda: &Agenda) -> Self {
        let silent = |choices: usize| Begun { words: vec![None; choices], ..Begun::default() };
        Self {
            issues: agenda.issues().iter().map(|issue| silent(issue.choices.len())).collect(),
            only_ifs: Vec::new(),
            reference: None,
        }
    }

    /// A whole position, to be changed.
    #[must_use]
    pub fn of(words: &Words) -> Self {
        let begun = |stance: &Stance| Begun {
            importance: Some(stance.importance),
            words: stance.words.clone(),
            others: None,
            points: stance.own_points.clone(),
        };
        Self {
            issues: words.stances().iter().map(begun).collect(),
            only_ifs: words.only_ifs().to_vec(),
            reference: words.reference().cloned(),
        }
    }

    /// What of it can be taken over to another agenda, by the names of issues and choices. A condition of which any part
    /// is missing there is left out; so are points and a reference package, which speak of the whole.
    #[must_use]
    pub fn carried(&self, from: &Agenda, to: &Agenda) -> Self {
        let mut carried = Self::begin(to);
        for (issue, begun) in to.issues().iter().zip(&mut carried.issues) {
            let Some(old) = from.issue_index(&issue.name).ok().and_then(|at| Some((at, self.issues.get(at)?))) else {
                continue;
            };
            begun.importance = old.1.importance;
            for (choice, word) in issue.choices.iter().zip(&mut begun.words) {
                *word = from.choice_index(old.0, &choice.name).ok().and_then(|at| old.1.word(at));
            }
        }
        let part = |part: &Part| -> Option<Part> {
            let issue = to.issue_index(&from.issues().get(part.issue)?.name).ok()?;
            let name = |choice: &u32| to.choice_index(issue, from.choice_name(part.issue, *choice)).ok();
            let mut choices = part.choices.iter().map(name).collect::<Option<Vec<u32>>>()?;
            choices.sort_unstable();
            Some(Part { issue, choices })
        };
        let parts = |parts: &[Part]| parts.iter().map(part).collect::<Option<Vec<Part>>>();
        let link =
            |link: &Link| Some(Link { when: parts(&link.when)?, then: parts(&link.then)?, note: link.note.clone() });
        carried.only_ifs = self.only_ifs.iter().filter_map(link).collect();
        carried
    }

    /// Choices on the table of which nothing is said, as issue and choice.
    #[must_use]
    pub fn unsaid(&self, agenda: &Agenda) -> Vec<(usize, u32)> {
        let mut unsaid = Vec::new();
        for ((at, issue), begun) in agenda.issues().iter().enumerate().zip(&self.issues) {
            let silent = issue.on_the_table().into_iter().filter(|choice| begun.word(*choice).is_none());
            unsaid.extend(silent.map(|choice| (at, choice)));
        }
        unsaid
    }

    /// Issues of which it is not said how much they matter.
    #[must_use]
    pub fn unweighed(&self) -> Vec<usize> {
        let silent = self.issues.iter().enumerate().filter(|(_, begun)| begun.importance.is_none());
        silent.map(|(at, _)| at).collect()
    }

    /// The whole position.
    ///
    /// # Errors
    /// Something unsaid, by name; and all that [`Words::new`] refuses.
    pub fn finish(&self, agenda: &Agenda) -> Result<Words> {
        if let Some((issue, choice)) = self.unsaid(agenda).first() {
            let name = agenda.issues().get(*issue).map_or("?", |issue| issue.name.as_str());
            return Err(Error::Question(format!(
                "nothing is said of {} of issue {name} yet; set it, too",
                agenda.choice_name(*issue, *choice)
            )));
        }
        let stance = |(issue, begun): (&crate::agenda::Issue, &Begun)| {
            let importance = begun.importance.ok_or_else(|| {
                Error::Question(format!("nothing is said of how much issue {} matters; set it, too", issue.name))
            })?;
            let choices = 0..u32::try_from(issue.choices.len()).unwrap_or(0);
            let on_the_table = issue.on_the_table();
            let word = |choice: u32| begun.word(choice).filter(|_| on_the_table.contains(&choice));
            Ok(Stance { importance, words: choices.map(word).collect(), own_points: begun.points.clone() })
        };
        let stances = agenda.issues().iter().zip(&self.issues).map(stance).collect::<Result<Vec<Stance>>>()?;
        Words::new(agenda, stances, self.only_ifs.clone(), self.reference.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::position::Position;

    const AGENDA: &str = include_str!("../../../../examples/offramp/agenda.toml");
    const A: &str = include_str!("../../../../examples/offramp/A.toml");

    fn words(agenda: &Agenda, text: &str) -> Result<Words> {
        match Position::from_toml(agenda, text, "A")? {
            Position::Words(words) => Ok(words),
            _ => Err(Error::Question("no words".to_owned())),
        }
    }

    #[test]
    fn a_whole_position_is_taken_apart_and_put_together_again() -> Result<()> {
        let agenda = Agenda::from_toml(AGENDA, "agenda")?;
        let text = format!("reference = \"P1\"\n{A}");
        let whole = words(&agenda, &text)?;
        let again = Unfinished::of(&whole).finish(&agenda)?;
        assert_eq!(Position::Words(again).to_text(&agenda), Position::Words(whole).to_text(&agenda));
        Ok(())
    }

    #[test]
    fn what_is_unsaid_is_named_and_all_others_fills_in() -> Result<()> {
        let agenda = Agenda::from_toml(AGENDA, "agenda")?;
        let mut half = Unfinished::of(&words(&agenda, A)?);
        half.issues[2].words[1] = None;
        half.issues[4].importance = None;
        assert_eq!(half.unsaid(&agenda), [(2, 1)]);
        assert_eq!(half.unweighed(), [4]);
        let problem = half.finish(&agenda).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(problem.contains("S1 of issue S"), "{problem}");
        half.issues[2].others = Some(Word::CouldNot);
        half.issues[4].importance = Some(Importance::None);
        assert_eq!(half.finish(&agenda)?.stances()[2].words[1], Some(Word::CouldNot));
        Ok(())
    }

    #[test]
    fn words_go_over_to_a_changed_agenda_by_name() -> Result<()> {
        let from = Agenda::from_toml(AGENDA, "agenda")?;
        let to = AGENDA.replace("  { name = \"T0\", title = \"not addressed\" },\n", "").replace("\"S0\"", "\"S9\"");
        let to = Agenda::from_toml(&to, "changed")?;
        let carried = Unfinished::of(&words(&from, A)?).carried(&from, &to);
        assert_eq!(
            carried.issues[0].words,
            [Word::Welcome, Word::CouldLiveWith, Word::CouldLiveWith, Word::Prefer].map(Some)
        );
        assert_eq!(carried.unsaid(&to), [(2, 0)]);
        assert_eq!(carried.only_ifs[0].then[0].choices, [0, 1, 2, 3]);
        Ok(())
    }
}
