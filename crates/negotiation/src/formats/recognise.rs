//! What a file is, told by its content and never by its name.
use serde_json::Value;

use super::file::Text;
use super::llmdelib::{self, Likeness};
use super::{Format, geniusweb, json, negmas};

/// What a file plays in a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Agenda,
    Position,
    /// Titles of issues and options.
    Instructions,
    /// Who holds a veto.
    Config,
}

/// What a file was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// Part of a scenario in that format.
    Is(Format, Part),
    /// Perhaps a damaged position in that format.
    Resembles(Format),
    /// A file of ours or the field's that is recognised and not read, with its name.
    Refused(Format, String),
    /// Something else, in words.
    Foreign(&'static str),
}

/// Recognises a text.
pub(super) fn recognise(text: &Text) -> Found {
    let body = text.body.as_str();
    if body.is_empty() {
        return Found::Foreign("it is empty");
    }
    if body.starts_with('<') {
        return xml(body);
    }
    if body.starts_with(['{', '['])
        && let Some(found) = json_document(text)
    {
        return found;
    }
    toml(body).or_else(|| csv(body)).or_else(|| yaml(text)).unwrap_or_else(|| plain(text))
}

/// By the first element's name, so that a file damaged further on is still claimed.
fn xml(body: &str) -> Found {
    match root_name(body) {
        Some("negotiation_template") => Found::Is(Format::Genius, Part::Agenda),
        Some("utility_space") => Found::Is(Format::Genius, Part::Position),
        _ if body.contains("<negotiation_template") || body.contains("<utility_space") => {
            Found::Resembles(Format::Genius)
        }
        _ => Found::Foreign("it is XML, but neither a GENIUS domain nor a profile"),
    }
}

/// The name of the first element, past declarations and comments.
fn root_name(body: &str) -> Option<&str> {
    let mut rest = body;
    loop {
        rest = rest.trim_start();
        let after = rest.strip_prefix('<')?;
        let end = match after {
            a if a.starts_with('?') => "?>",
            a if a.starts_with("!--") => "-->",
            a if a.starts_with('!') => return None,
            a => {
                let end = a.find(|c: char| c.is_whitespace() || c == '>' || c == '/')?;
                return a.get(..end);
            }
        };
        let at = rest.find(end)?;
        rest = rest.get(at + end.len()..)?;
    }
}

/// By the keys of the root; `None` for what is no JSON and bears no mark of it.
fn json_document(text: &Text) -> Option<Found> {
    let Ok(value) = json::parse("", text) else {
        let marked = |mark: &str| text.body.contains(&format!("\"{mark}\""));
        return if marked("issuesValues") || marked(geniusweb::ADDITIVE) {
            Some(Found::Resembles(Format::GeniusWeb))
        } else if marked("issueWeights") && marked("issues") {
            Some(Found::Resembles(Format::NegoLog))
        } else {
            None
        };
    };
    let Value::Object(root) = &value else {
        return Some(Found::Foreign("it is JSON, but no scenario"));
    };
    let has = |key: &str| root.contains_key(key);
    Some(if has("issuesValues") {
        Found::Is(Format::GeniusWeb, Part::Agenda)
    } else if has(geniusweb::ADDITIVE) {
        Found::Is(Format::GeniusWeb, Part::Position)
    } else if let Some(space) = geniusweb_space(root) {
        Found::Refused(Format::GeniusWeb, format!("a GeniusWeb profile of the kind `{space}`"))
    } else if has("issueWeights") && has("issues") {
        Found::Is(Format::NegoLog, Part::Position)
    } else if has("type") {
        // NegMAS also writes its documents as JSON, which is YAML too.
        return yaml(text).or(Some(Found::Foreign("it is JSON, but no scenario")));
    } else {
        Found::Foreign("it is JSON, but neither a domain nor a profile")
    })
}

/// The wrapper key of a GeniusWeb profile of another kind.
fn geniusweb_space(root: &serde_json::Map<String, Value>) -> Option<String> {
    let (key, inner) = root.iter().next()?;
    let profile = root.len() == 1
        && (key.ends_with("UtilitySpace") || key.ends_with("PartialOrdering"))
        && inner.get("domain").is_some();
    profile.then(|| super::exact::short(key))
}

/// Our own documents: an agenda has `[[issue]]`, a position a `kind` or `[issue.NAME]`.
fn toml(body: &str) -> Option<Found> {
    if let Ok(root) = body.parse::<toml::Table>() {
        let part = match root.get("issue") {
            Some(toml::Value::Array(_)) => Part::Agenda,
            Some(toml::Value::Table(_)) => Part::Position,
            _ if root.get("kind").is_some_and(toml::Value::is_str) => Part::Position,
            _ => return Some(Found::Foreign("it is TOML, but neither an agenda nor a position")),
        };
        return Some(Found::Is(Format::Own, part));
    }
    // Damaged TOML is claimed by its headings, so that the error names its line.
    headings(body)
}

/// One of our own documents, told by its first bytes alone.
pub(super) fn own_by_head(head: &[u8]) -> Option<Found> {
    let body = String::from_utf8_lossy(head);
    csv(&body).or_else(|| headings(&body))
}

fn headings(body: &str) -> Option<Found> {
    let line = |mark: &str| body.lines().any(|line| line.trim_start().starts_with(mark));
    if line("[[issue]]") {
        Some(Found::Is(Format::Own, Part::Agenda))
    } else if line("[issue.") || line("kind = \"") {
        Some(Found::Is(Format::Own, Part::Position))
    } else {
        None
    }
}

/// A list of packages: its first line names a column `verdict`.
fn csv(body: &str) -> Option<Found> {
    is_list(body).then_some(Found::Is(Format::Own, Part::Position))
}

/// Whether the first line names a column `verdict`.
pub(super) fn is_list(body: &str) -> bool {
    let mut columns = body.trim_start().lines().next().unwrap_or("").split(',');
    columns.any(|c| c.trim().trim_matches('"') == "verdict")
}

fn yaml(text: &Text) -> Option<Found> {
    let body = text.body.as_str();
    let marked = body.contains("type") || body.contains("__python_class__");
    if !marked {
        return None;
    }
    let Some(head) = negmas::head(text) else {
        let damaged = ["OutcomeSpace", "UtilityFunction", "UFun"]
            .iter()
            .any(|mark| body.lines().any(|line| line.contains("type:") && line.contains(mark)));
        return damaged.then_some(Found::Resembles(Format::NegMas));
    };
    let class = head.class();
    if class.ends_with("OutcomeSpace") {
        Some(Found::Is(Format::NegMas, Part::Agenda))
    } else if class == "LinearAdditiveUtilityFunction" {
        Some(Found::Is(Format::NegMas, Part::Position))
    } else if class.ends_with("UtilityFunction") || class.to_lowercase().ends_with("ufun") {
        Some(Found::Refused(
            Format::NegMas,
            format!("a NegMAS utility function of the type `{}`", super::exact::short(class)),
        ))
    } else if class.is_empty() && head.issues.is_some() && body.contains("Issue") {
        Some(Found::Is(Format::NegMas, Part::Agenda))
    } else {
        None
    }
}

fn plain(text: &Text) -> Found {
    match llmdelib::likeness(text) {
        Likeness::Fits => Found::Is(Format::LlmDeliberation, Part::Position),
        Likeness::Resembles => Found::Resembles(Format::LlmDeliberation),
        Likeness::Not if llmdelib::is_config(text) => Found::Is(Format::LlmDeliberation, Part::Config),
        Likeness::Not if llmdelib::is_instructions(text) => Found::Is(Format::LlmDeliberation, Part::Instructions),
        Likeness::Not => Found::Foreign("its content is no part of a scenario"),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;
    use crate::formats::file;

    fn found(body: &str) -> Found {
        recognise(&file::decode("x", body.as_bytes()).unwrap())
    }

    #[test]
    fn content_tells_the_formats_apart() {
        use Found::Is;
        for (body, expected) in [
            ("<?xml version='1.0'?><!-- x -->\n<utility_space/>", Is(Format::Genius, Part::Position)),
            ("\n<negotiation_template>", Is(Format::Genius, Part::Agenda)),
            ("<utility_space type=\"x\"", Is(Format::Genius, Part::Position)),
            ("{\"issuesValues\": {}}", Is(Format::GeniusWeb, Part::Agenda)),
            ("{\"LinearAdditiveUtilitySpace\": {}}", Is(Format::GeniusWeb, Part::Position)),
            ("{\"issueWeights\": {}, \"issues\": {}}", Is(Format::NegoLog, Part::Position)),
            ("{\"issueWeights\": {}, \"issues\": {}", Found::Resembles(Format::NegoLog)),
            ("type: DiscreteCartesianOutcomeSpace\nissues: []", Is(Format::NegMas, Part::Agenda)),
            ("type: negmas.x.LinearAdditiveUtilityFunction", Is(Format::NegMas, Part::Position)),
            ("{type: LinearAdditiveUtilityFunction, weights: [1]}", Is(Format::NegMas, Part::Position)),
            ("type: LinearAdditiveUtilityFunction\n  a: [", Found::Resembles(Format::NegMas)),
            ("name = \"x\"\n[[issue]]\nname = \"a\"", Is(Format::Own, Part::Agenda)),
            ("kind = \"words\"\n[issue.T]\n", Is(Format::Own, Part::Position)),
            ("kind = \"words\"\n[issue.T\n", Is(Format::Own, Part::Position)),
            ("package,T,verdict\n", Is(Format::Own, Part::Position)),
            ("1,2\n3", Is(Format::LlmDeliberation, Part::Position)),
        ] {
            assert_eq!(found(body), expected, "{body}");
        }
        assert!(matches!(
            found("{\"SumOfGroupsUtilitySpace\": {\"domain\": {}}}"),
            Found::Refused(Format::GeniusWeb, _)
        ));
        assert!(matches!(found("type: HyperRectangleUtilityFunction"), Found::Refused(Format::NegMas, _)));
        for body in
            ["", "MIT License\n\nText", "{\"size\": 3}", "[1, 2]", "<html/>", "[package]\nname = \"x\"", "0.5, 1.0"]
        {
            assert!(
                matches!(found(body), Found::Foreign(_) | Found::Resembles(Format::LlmDeliberation)),
                "{body}: {:?}",
                found(body)
            );
        }
    }
}
