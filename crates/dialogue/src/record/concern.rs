//! Whom a result concerns: the sides that the issues which it decides name as affected.
use std::collections::BTreeSet;

use negotiation::{Agenda, Issue};

use super::gate;
use crate::question::{Question, Subject};
use crate::state::State;

impl State {
    /// The sides that a question's result may concern: those of every issue on which a package of it is not left as it
    /// is; once the result is on the table, those of the issues that it decides.
    pub(super) fn touched(&self, question: &Question, gate: &gate::Gate) -> BTreeSet<String> {
        if let Subject::Adopt { issues, .. } = &question.asking.subject {
            return self.affected_by(issues);
        }
        let Ok(put) = self.put(&question.asking) else {
            return BTreeSet::new();
        };
        let brought = gate.result(&question.asking.sides);
        let mut sides = BTreeSet::new();
        for issue in put.agenda.issues() {
            let (affected, defaults) = self.concern(issue);
            let decides = match brought {
                Some(result) => result.get(&issue.name).is_none_or(|option| !defaults.iter().all(|one| one == option)),
                None => defaults.len() > 1 || self.may_decide(question, &put, issue),
            };
            if decides {
                sides.extend(affected);
            }
        }
        sides
    }

    /// The sides that any version of the agenda names as affected by these issues; by any, where none is named: a text
    /// that does not say what it is about may be about all.
    fn affected_by(&self, issues: &[String]) -> BTreeSet<String> {
        self.meant(issues).into_iter().flat_map(|issue| issue.affected).collect()
    }

    /// Those of the issues that a text is about by which a side is affected, by name.
    #[must_use]
    pub fn issues_affecting(&self, side: &str, issues: &[String]) -> BTreeSet<String> {
        let meant = self.meant(issues).into_iter();
        meant.filter(|issue| issue.affected.iter().any(|one| one == side)).map(|issue| issue.name).collect()
    }

    /// The issues of all versions that go by these names; all, where none is named.
    fn meant(&self, issues: &[String]) -> Vec<Issue> {
        let agendas: Vec<Agenda> = self.agendas.iter().filter_map(|version| version.agenda().ok()).collect();
        let all = agendas.iter().flat_map(Agenda::issues);
        all.filter(|issue| issues.is_empty() || issues.contains(&issue.name)).cloned().collect()
    }

    /// The sides that any version of the agenda names as affected on an issue, and its options "not addressed": a version
    /// made for one question changes neither.
    fn concern(&self, issue: &Issue) -> (BTreeSet<String>, BTreeSet<String>) {
        let default = |issue: &Issue| {
            let at = usize::try_from(issue.default).ok();
            at.and_then(|at| issue.choices.get(at)).map(|choice| choice.name.clone())
        };
        let mut affected: BTreeSet<String> = issue.affected.iter().cloned().collect();
        let mut defaults: BTreeSet<String> = default(issue).into_iter().collect();
        for agenda in self.agendas.iter().filter_map(|version| version.agenda().ok()) {
            if let Some(same) = agenda.issues().iter().find(|one| one.name == issue.name) {
                affected.extend(same.affected.iter().cloned());
                defaults.extend(default(same));
            }
        }
        (affected, defaults)
    }

    /// Whether some package of a question decides an issue.
    fn may_decide(&self, question: &Question, put: &negotiation::Put, issue: &Issue) -> bool {
        let at = put.agenda.issues().iter().position(|one| one.name == issue.name);
        if let (Some(mut names), Some(at)) = (put.question.package_names(), at) {
            return names.any(|name| {
                let package = put.agenda.package(name).ok();
                package.is_none_or(|package| package.choices().get(at) != Some(&issue.default))
            });
        }
        let Subject::Agenda { only, .. } = &question.asking.subject else {
            return true;
        };
        let default = usize::try_from(issue.default).ok().and_then(|at| issue.choices.get(at));
        !only.iter().any(|(name, option)| *name == issue.name && default.is_some_and(|one| one.name == *option))
    }
}
