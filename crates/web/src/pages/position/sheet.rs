//! The form of a position: from fields to what is said so far, and back. Every field stays as it was typed until what
//! it says is whole; nothing unsaid is filled in.
//!
//! `w1-2`: the word on option 2 of issue 1; `o1`: on all its others; `i1`: how much it matters; `own1` and `p1-2`: points
//! that the owner set; `c0-when`, `c0-issue`, `c0-then`: an *only if*, with `c0-shown` for the issue whose options are
//! offered, `c0-gone` to remove it, or `c0-raw` for one that the form does not show; `ref`: the package to compare with.
use negotiation::position::words::Reference;
use negotiation::position::{Begun, Importance, Unfinished, Word};
use negotiation::{Agenda, Link, Outcome, Part};

use crate::fields::Fields;

/// Conditions that one form holds.
const MOST_CONDITIONS: usize = 60;

/// The words as fields and texts name them, best first.
pub(crate) const WORDS: [(Word, &str); 4] = [
    (Word::Prefer, "prefer"),
    (Word::Welcome, "welcome"),
    (Word::CouldLiveWith, "could-live-with"),
    (Word::CouldNot, "could-not"),
];

/// How much an issue matters, most first.
pub(crate) const WEIGHTS: [(Importance, &str); 4] = [
    (Importance::Decisive, "decisive"),
    (Importance::Important, "important"),
    (Importance::Minor, "minor"),
    (Importance::None, "none"),
];

/// A word as fields and texts name it.
pub(crate) fn word_name(word: Word) -> &'static str {
    WORDS.iter().find(|(known, _)| *known == word).map_or("", |(_, name)| name)
}

/// A degree as fields and texts name it.
pub(crate) fn weight_name(weight: Importance) -> &'static str {
    WEIGHTS.iter().find(|(known, _)| *known == weight).map_or("", |(_, name)| name)
}

fn word(text: &str) -> Option<Word> {
    WORDS.iter().find(|(_, name)| *name == text).map(|(word, _)| *word)
}

/// What a form says, as far as it goes.
pub(super) struct Sheet {
    pub(super) position: Unfinished,
    pub(super) conditions: Vec<Condition>,
    /// Points that are no whole numbers from 0 to 100, as issue and option.
    pub(super) bad_points: Vec<(usize, u32)>,
}

/// An *only if* as the form has it.
#[derive(Clone)]
pub(super) struct Condition {
    /// The option that is conditional: issue and option.
    pub(super) when: Option<(usize, u32)>,
    /// The issue on which it depends.
    pub(super) issue: Option<usize>,
    /// The options of that issue with which it holds.
    pub(super) then: Vec<u32>,
    /// One that the form does not show part by part.
    pub(super) raw: Option<Link>,
}

impl Condition {
    /// Whether it says anything yet.
    fn is_blank(&self) -> bool {
        self.raw.is_none() && self.when.is_none() && self.issue.is_none()
    }

    /// The condition, where it is whole.
    pub(super) fn link(&self) -> Option<Link> {
        if let Some(raw) = &self.raw {
            return Some(raw.clone());
        }
        let (issue, choice) = self.when?;
        let then = Part { issue: self.issue?, choices: self.then.clone() };
        (!then.choices.is_empty()).then(|| Link {
            when: vec![Part { issue, choices: vec![choice] }],
            then: vec![then],
            note: None,
        })
    }

    fn of(link: &Link) -> Self {
        match (link.when.as_slice(), link.then.as_slice(), &link.note) {
            ([when], [then], None) if when.choices.len() == 1 => Self {
                when: when.choices.first().map(|choice| (when.issue, *choice)),
                issue: Some(then.issue),
                then: then.choices.clone(),
                raw: None,
            },
            _ => Self { when: None, issue: None, then: Vec::new(), raw: Some(link.clone()) },
        }
    }
}

impl Sheet {
    /// Conditions that are begun and not whole yet, by their place in the form.
    pub(super) fn open_conditions(&self) -> Vec<usize> {
        let open = self.conditions.iter().enumerate().filter(|(_, one)| one.link().is_none());
        open.map(|(at, _)| at).collect()
    }

    /// Whether everything is said that must be.
    pub(super) fn is_whole(&self, agenda: &Agenda) -> bool {
        self.position.unsaid(agenda).is_empty()
            && self.position.unweighed().is_empty()
            && self.open_conditions().is_empty()
            && self.bad_points.is_empty()
    }

    /// A position as the form shows it.
    pub(super) fn of(position: Unfinished) -> Self {
        let conditions = position.only_ifs.iter().map(Condition::of).collect();
        Self { position, conditions, bad_points: Vec::new() }
    }

    /// Reads a form.
    pub(super) fn read(agenda: &Agenda, fields: &Fields) -> Self {
        let mut bad_points = Vec::new();
        let mut position = Unfinished::begin(agenda);
        for (at, (issue, begun)) in agenda.issues().iter().zip(&mut position.issues).enumerate() {
            let others = fields.text(&format!("o{at}")).and_then(word);
            let weight = fields.text(&format!("i{at}"));
            let weight = WEIGHTS.iter().find(|(_, name)| Some(*name) == weight).map(|(weight, _)| *weight);
            let words = 0..issue.choices.len();
            let words = words.map(|choice| fields.text(&format!("w{at}-{choice}")).and_then(word)).collect();
            *begun = Begun { importance: weight, words, others, points: None };
            if fields.has(&format!("own{at}")) {
                let mut points = Vec::with_capacity(issue.choices.len());
                for choice in 0u32..u32::try_from(issue.choices.len()).unwrap_or(0) {
                    let typed = fields.text(&format!("p{at}-{choice}")).unwrap_or("0");
                    let read = typed.parse::<u32>().ok().filter(|points| *points <= 100);
                    if read.is_none() {
                        bad_points.push((at, choice));
                    }
                    points.push(read.unwrap_or(0));
                }
                begun.points = Some(points);
            }
        }
        let conditions = conditions(agenda, fields);
        position.only_ifs = conditions.iter().filter_map(Condition::link).collect();
        position.reference = fields.text("ref").and_then(|text| reference(agenda, text));
        Self { position, conditions, bad_points }
    }

    /// The fields of a form that says this.
    pub(super) fn fields(&self, agenda: &Agenda) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        for (at, begun) in self.position.issues.iter().enumerate() {
            let said = begun.words.iter().enumerate().filter_map(|(choice, word)| Some((choice, (*word)?)));
            fields.extend(said.map(|(choice, word)| (format!("w{at}-{choice}"), word_name(word).to_owned())));
            fields.extend(begun.others.map(|word| (format!("o{at}"), word_name(word).to_owned())));
            fields.extend(begun.importance.map(|weight| (format!("i{at}"), weight_name(weight).to_owned())));
            if let Some(points) = &begun.points {
                fields.push((format!("own{at}"), "1".to_owned()));
                fields.extend(points.iter().enumerate().map(|(choice, p)| (format!("p{at}-{choice}"), p.to_string())));
            }
        }
        for (at, condition) in self.conditions.iter().enumerate() {
            if let Some(raw) = &condition.raw {
                fields.push((format!("c{at}-raw"), spell(raw)));
                continue;
            }
            fields.extend(condition.when.map(|(issue, choice)| (format!("c{at}-when"), format!("{issue}.{choice}"))));
            if let Some(issue) = condition.issue {
                fields.push((format!("c{at}-issue"), issue.to_string()));
                fields.push((format!("c{at}-shown"), issue.to_string()));
            }
            fields.extend(condition.then.iter().map(|choice| (format!("c{at}-then"), choice.to_string())));
        }
        fields.extend(self.position.reference.as_ref().map(|one| ("ref".to_owned(), spell_reference(agenda, one))));
        fields
    }
}

fn conditions(agenda: &Agenda, fields: &Fields) -> Vec<Condition> {
    let is_option = |issue: usize, choice: u32| {
        agenda.issues().get(issue).is_some_and(|issue| issue.on_the_table().contains(&choice))
    };
    let mut all = Vec::new();
    for at in 0..MOST_CONDITIONS {
        let field = |part: &str| format!("c{at}-{part}");
        if fields.has(&field("gone")) {
            continue;
        }
        let raw = fields.text(&field("raw")).and_then(|text| unspell(agenda, text));
        let when = fields.text(&field("when")).and_then(|text| {
            let (issue, choice) = text.split_once('.')?;
            Some((issue.parse().ok()?, choice.parse().ok()?)).filter(|(issue, choice)| is_option(*issue, *choice))
        });
        let number = |part: &str| fields.text(&field(part)).and_then(|text| text.parse::<usize>().ok());
        let issue = number("issue").filter(|issue| *issue < agenda.issues().len());
        // What was ticked is about the issue whose options were shown, which may be another than is chosen now.
        let ticked = issue.filter(|issue| number("shown") == Some(*issue));
        let name = field("then");
        let mut then: Vec<u32> = match ticked {
            Some(issue) => {
                let ticks = fields.all(&name).filter_map(|text| text.parse::<u32>().ok());
                ticks.filter(|choice| is_option(issue, *choice)).collect()
            }
            None => Vec::new(),
        };
        then.sort_unstable();
        then.dedup();
        let condition = Condition { when, issue, then, raw };
        if !condition.is_blank() {
            all.push(condition);
        }
    }
    all
}

/// A condition in a field: `0:1>3:0,3;4:1`.
fn spell(link: &Link) -> String {
    let parts = |parts: &[Part]| {
        let one = |part: &Part| {
            let choices: Vec<String> = part.choices.iter().map(u32::to_string).collect();
            format!("{}:{}", part.issue, choices.join(","))
        };
        parts.iter().map(one).collect::<Vec<_>>().join(";")
    };
    let note = link.note.as_deref().unwrap_or_default();
    format!("{}>{}>{note}", parts(&link.when), parts(&link.then))
}

fn unspell(agenda: &Agenda, text: &str) -> Option<Link> {
    let part = |text: &str| {
        let (issue, choices) = text.split_once(':')?;
        let issue: usize = issue.parse().ok()?;
        let most = agenda.issues().get(issue)?.choices.len();
        let mut choices = choices.split(',').map(|one| one.parse().ok()).collect::<Option<Vec<u32>>>()?;
        choices.sort_unstable();
        choices
            .iter()
            .all(|choice| usize::try_from(*choice).is_ok_and(|at| at < most))
            .then_some(Part { issue, choices })
    };
    let parts = |text: &str| text.split(';').map(part).collect::<Option<Vec<Part>>>();
    let mut three = text.splitn(3, '>');
    let (when, then) = (parts(three.next()?)?, parts(three.next()?)?);
    let note = three.next().filter(|note| !note.is_empty()).map(str::to_owned);
    Some(Link { when, then, note })
}

/// The package to compare with: `name:P1`, or `own:0,1,2` where it has no name.
fn reference(agenda: &Agenda, text: &str) -> Option<Reference> {
    let (kind, rest) = text.split_once(':')?;
    if kind == "name" {
        return Some(Reference { name: Some(rest.to_owned()), outcome: agenda.package(rest).ok()? });
    }
    let choices = rest.split(',').map(|one| one.parse().ok()).collect::<Option<Vec<u32>>>()?;
    let outcome = Outcome::new(choices);
    (outcome.choices().len() == agenda.issues().len() && agenda.space().admits(&outcome))
        .then_some(Reference { name: None, outcome })
}

pub(super) fn spell_reference(agenda: &Agenda, reference: &Reference) -> String {
    match reference.name.as_ref().filter(|name| agenda.package(name).is_ok()) {
        Some(name) => format!("name:{name}"),
        None => {
            let choices: Vec<String> = reference.outcome.choices().iter().map(u32::to_string).collect();
            format!("own:{}", choices.join(","))
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops where a step fails")]
mod tests {
    use super::*;
    use negotiation::Position;

    fn fields(pairs: &[(String, String)]) -> Fields {
        Fields::of_draft(&serde_json::to_string(pairs).unwrap())
    }

    #[test]
    fn a_form_says_what_the_document_said() {
        let agenda = Agenda::from_toml(include_str!("../../../../../examples/offramp/agenda.toml"), "agenda").unwrap();
        let text = format!(
            "reference = \"P1\"\n{}\n[[only_if]]\nchoice = {{ C = [\"C1\", \"C2\"] }}\nrequires = {{ S = \"S2\", K = \"K1\" }}\n",
            include_str!("../../../../../examples/offramp/A.toml")
        );
        let Position::Words(words) = Position::from_toml(&agenda, &text, "A").unwrap() else {
            unreachable!("the sample is in words");
        };
        let sheet = Sheet::of(Unfinished::of(&words));
        assert!(sheet.conditions[0].raw.is_none() && sheet.conditions[1].raw.is_some());
        let again = Sheet::read(&agenda, &fields(&sheet.fields(&agenda)));
        assert!(again.is_whole(&agenda));
        let again = Position::Words(again.position.finish(&agenda).unwrap());
        assert_eq!(again.to_text(&agenda), Position::Words(words).to_text(&agenda));
    }

    #[test]
    fn ticks_count_only_for_the_issue_whose_options_were_shown() {
        let agenda = Agenda::from_toml(include_str!("../../../../../examples/offramp/agenda.toml"), "agenda").unwrap();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut typed =
            vec![pair("c0-when", "4.1"), pair("c0-issue", "0"), pair("c0-shown", "0"), pair("c0-then", "1")];
        assert!(Sheet::read(&agenda, &fields(&typed)).open_conditions().is_empty());
        typed[1].1 = "2".to_owned();
        let changed = Sheet::read(&agenda, &fields(&typed));
        assert_eq!(changed.open_conditions(), [0]);
        assert_eq!(changed.conditions[0].issue, Some(2));
        for nonsense in ["99.0", "4", "4.99", "x.y", "3.2"] {
            typed[0].1 = nonsense.to_owned();
            assert_eq!(Sheet::read(&agenda, &fields(&typed)).conditions[0].when, None, "{nonsense}");
        }
    }
}
