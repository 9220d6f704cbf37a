//! The public files around LLM-Deliberation scores: instructions (titles) and config (who holds a veto).
use std::path::PathBuf;

use crate::agenda::Issue;
use crate::error::Result;
use crate::formats::file::{self, Text};
use crate::formats::warning::Warning;

/// Longest title taken over, in characters.
const TITLE: usize = 200;

/// What else the folder holds.
#[derive(Debug, Clone, Default)]
pub(in crate::formats) struct Surroundings {
    pub(in crate::formats) instructions: Option<PathBuf>,
    pub(in crate::formats) config: Option<PathBuf>,
    pub(in crate::formats) sides: usize,
}

/// Whether a text explains the issues: it has a line `Issue A: …`.
pub(in crate::formats) fn is_instructions(text: &Text) -> bool {
    text.body.lines().any(|line| issue_line(line).is_some())
}

/// Whether a text lists the agents: lines `name, file, role, …` with roles `p1` and `p2`.
pub(in crate::formats) fn is_config(text: &Text) -> bool {
    role(text, "p1").is_some() && role(text, "p2").is_some()
}

/// The file stem of the agent with a role.
fn role<'t>(text: &'t Text, role: &str) -> Option<&'t str> {
    text.body.lines().find_map(|line| {
        let mut fields = line.split(',').map(str::trim);
        let (_, stem, found) = (fields.next()?, fields.next()?, fields.next()?);
        (found == role).then_some(stem)
    })
}

impl Surroundings {
    /// Gives issues and options the titles of the instructions.
    pub(super) fn entitle(&self, issues: &mut [Issue]) -> Result<()> {
        let Some(path) = &self.instructions else {
            return Ok(());
        };
        let text = file::read(path)?;
        for line in text.body.lines() {
            if let Some((name, title)) = issue_line(line) {
                if let Some(issue) = issues.iter_mut().find(|i| i.name == name) {
                    issue.title.get_or_insert(title);
                }
            } else if let Some((name, title)) = option_line(line) {
                let mut choices = issues.iter_mut().flat_map(|i| &mut i.choices);
                if let Some(choice) = choices.find(|c| c.name == name) {
                    choice.title.get_or_insert(title);
                }
            }
        }
        Ok(())
    }

    /// Says how the game itself counts votes.
    pub(super) fn note_rule(&self, warnings: &mut Vec<Warning>) -> Result<()> {
        let Some(path) = &self.config else {
            return Ok(());
        };
        let text = file::read(path)?;
        if let (Some(first), Some(second)) = (role(&text, "p1"), role(&text, "p2")) {
            warnings.push(Warning::QuorumRule {
                file: file::name(path),
                quorum: self.sides.saturating_sub(1),
                vetoes: vec![first.to_owned(), second.to_owned()],
            });
        }
        Ok(())
    }
}

/// `Issue A: "Title" …` with an optional dash before.
fn issue_line(line: &str) -> Option<(String, String)> {
    let rest = line.trim().trim_start_matches('-').trim_start();
    let rest = rest.strip_prefix("Issue ")?;
    let (name, title) = rest.split_once(':')?;
    let letter = name.len() == 1 && name.chars().all(|c| c.is_ascii_uppercase());
    if !letter {
        return None;
    }
    let title = title.trim();
    let quoted = title.strip_prefix('"').and_then(|t| t.split('"').next());
    Some((name.to_owned(), cut(quoted.unwrap_or(title))?))
}

/// `A1 "title": …`, `A1: title …` with an optional dash before.
fn option_line(line: &str) -> Option<(String, String)> {
    let rest = line.trim().trim_start_matches('-').trim_start();
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, rest) = rest.split_at(end);
    let mut letters = name.chars();
    let letter = letters.next().is_some_and(|c| c.is_ascii_uppercase());
    let digits = letters.as_str();
    if !letter || digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let rest = rest.trim_start_matches([':', ' ']);
    let quoted = rest.strip_prefix('"').and_then(|t| t.split_once('"'));
    let title = match quoted {
        // A quoted name followed by a colon is a title; else the quotes belong to the sentence.
        Some((title, after)) if !after.trim_start().starts_with(|c: char| c.is_alphabetic()) => title,
        _ => rest.split("==>").next().unwrap_or(rest),
    };
    Some((name.to_owned(), cut(title)?))
}

fn cut(title: &str) -> Option<String> {
    let title = title.trim().trim_end_matches('.').trim_end();
    (!title.is_empty()).then(|| title.chars().take(TITLE).collect())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn titles_are_found_in_both_ways_of_writing() {
        let issue = |line| issue_line(line).unwrap();
        assert_eq!(issue("Issue A: \"Harbour\" "), ("A".into(), "Harbour".into()));
        assert_eq!(issue("- Issue B: Fees. Two levels").1, "Fees. Two levels");
        assert!(issue_line("Issue one: x").is_none());
        let option = |line| option_line(line).unwrap();
        assert_eq!(option("A1 \"by sea\": more text").1, "by sea");
        assert_eq!(option("    - B2: low ==> cheap").1, "low");
        assert_eq!(option("C3: \"North\" pays 5.").1, "\"North\" pays 5");
        assert!(option_line("A road leads north").is_none());
        assert!(option_line("A1").is_none());
    }

    #[test]
    fn roles_are_found_in_the_third_column() {
        let text = file::decode("x", b"Big town,town,p1,x\nPort,port, p2 ,y\nFarm,farm,player,z").unwrap();
        assert!(is_config(&text));
        assert_eq!(role(&text, "p2"), Some("port"));
    }
}
