//! What every template keeps to: nothing inline, nothing unescaped, nothing without a name, no word outside of the texts.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where a step fails")]
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// A tag as it stands in a template: its name, its attributes, and what is between it and the next one.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Tag {
    fn get(&self, wanted: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    }

    fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|known| known == ending) {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// The macros of a template written out: what they stand for counts where they are called.
fn written_out(text: &str) -> String {
    let live = "id=\"x\" hx-get=\"{{ x }}\" hx-nonce=\"{{ x }}\"";
    let draft = "hx-post=\"{{ x }}\" hx-nonce=\"{{ x }}\"";
    let token = "<input type=\"hidden\" name=\"token\" value=\"{{ p.token }}\">";
    let mut rest = text.replace("{% endcall %}", "");
    for (name, meaning) in [("live", live), ("draft", draft), ("token", token)] {
        let begin = format!("{{% call m::{name}(");
        while let Some(at) = rest.find(&begin) {
            let end = at + rest[at..].find("%}").unwrap() + 2;
            rest.replace_range(at..end, meaning);
        }
    }
    rest
}

/// What of a template is written whatever its values are: comments and statements gone, insertions a single sign.
fn skeleton(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let closing = match from.get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                out.push('{');
                rest = &from[1..];
                continue;
            }
        };
        if closing == "}}" {
            out.push('\u{1}');
        }
        let end = from.find(closing).unwrap() + 2;
        rest = &from[end..];
    }
    out.push_str(rest);
    out
}

fn tags(text: &str) -> Vec<Tag> {
    let mut found: Vec<Tag> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        if let Some(last) = found.last_mut() {
            last.text.push_str(before);
        }
        let mut quote = None;
        let end = from
            .char_indices()
            .skip(1)
            .find(|(_, c)| match (quote, *c) {
                (None, '"' | '\'') => {
                    quote = Some(*c);
                    false
                }
                (Some(open), c) if c == open => {
                    quote = None;
                    false
                }
                (None, '>') => true,
                _ => false,
            })
            .map(|(at, _)| at)
            .unwrap_or_else(|| panic!("a tag does not end: {}", &from[..from.len().min(80)]));
        found.push(tag(&from[1..end]));
        rest = &from[end + 1..];
    }
    if let Some(last) = found.last_mut() {
        last.text.push_str(rest);
    }
    found
}

fn tag(inside: &str) -> Tag {
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        let (known, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(quoted) if quoted.starts_with(['"', '\'']) => {
                quoted[1..].split_once(&quoted[..1]).unwrap_or_else(|| panic!("an attribute does not end: {inside}"))
            }
            Some(bare) => bare.split_once(char::is_whitespace).unwrap_or((bare, "")),
            None => ("", after),
        };
        attributes.push((known.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
    Tag { name: name.to_ascii_lowercase(), attributes, text: String::new() }
}

/// What is wrong with a template.
fn faults(source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut wrong = |what: &str| faults.push(what.to_owned());
    if source.contains("|safe") || source.contains("| safe") || source.contains("escape=\"none\"") {
        wrong("something is not escaped");
    }
    let whole = skeleton(&written_out(source));
    let all = tags(&whole);
    let labelled: BTreeSet<&str> =
        all.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.get("for")).collect();
    let (mut in_label, mut in_form, mut token) = (false, false, true);
    for one in &all {
        for (name, value) in &one.attributes {
            if name == "style" {
                wrong("a style attribute");
            }
            if name.starts_with("on") || name.starts_with("hx-on") {
                wrong(&format!("{name}: an act in an attribute"));
            }
            if value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                wrong("an address that is a script");
            }
        }
        let acts = one.attributes.iter().any(|(name, _)| name.starts_with("hx-") && name != "hx-nonce");
        if acts && one.get("hx-nonce").is_none() {
            wrong(&format!("<{}> with htmx and without its nonce", one.name));
        }
        match one.name.as_str() {
            "style" => wrong("a style sheet inside"),
            "script" if one.get("nonce").is_none() || one.get("src").is_none() || !one.text.trim().is_empty() => {
                wrong("a script inside, or without its nonce");
            }
            "label" => in_label = true,
            "/label" => in_label = false,
            "form" => {
                in_form = one.get("method") == Some("post");
                token = !in_form;
            }
            "/form" => {
                if in_form && !token {
                    wrong("a form without the token");
                }
                in_form = false;
            }
            "input" | "select" | "textarea" => {
                token |= one.get("name") == Some("token");
                let hidden = one.get("type") == Some("hidden");
                let named = in_label
                    || one.get("aria-label").is_some()
                    || one.get("id").is_some_and(|id| labelled.contains(id));
                if !hidden && !named {
                    wrong(&format!("a field without a label: {:?}", one.attributes));
                }
            }
            "img" if one.get("alt").is_none() => wrong("an image without a name"),
            "svg" => {
                let named = ["aria-label", "aria-labelledby"].iter().any(|name| one.get(name).is_some());
                if one.get("aria-hidden") != Some("true") && !(named && one.get("role") == Some("img")) {
                    wrong("a drawing without a name");
                }
            }
            "iframe" | "object" | "embed" | "base" => wrong(&format!("<{}>", one.name)),
            _ => {}
        }
        if !one.is(&["script"]) {
            let words = one.text.replace("Backchannel", "").replace("&nbsp;", "");
            if words.chars().any(char::is_alphabetic) {
                wrong(&format!("words in the template: “{}”", words.trim()));
            }
        }
        for name in ["title", "aria-label", "placeholder", "alt"] {
            if one.get(name).is_some_and(|value| value.chars().any(char::is_alphabetic)) {
                wrong(&format!("words in {name}"));
            }
        }
    }
    faults
}

#[test]
fn templates_keep_to_the_rules() {
    let mut broken = Vec::new();
    let all = files(&root().join("templates"), "html");
    assert!(all.len() > 10);
    // The macros stand for parts of tags; they are written out where they are called.
    for (name, text) in all.iter().filter(|(name, _)| !name.ends_with("macros.html")) {
        broken.extend(faults(text).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_template_that_breaks_a_rule_is_found() {
    let bad = [
        ("{{ text|safe }}", "not escaped"),
        ("<p style=\"x\">", "style attribute"),
        ("<p onclick=\"x\">", "an act in an attribute"),
        ("<style>p{}</style>", "a style sheet"),
        ("<script>x()</script>", "a script"),
        ("<script src=\"x\"></script>", "a script"),
        ("<p hx-get=\"x\">", "without its nonce"),
        ("<form method=\"post\"></form>", "without the token"),
        ("<input name=\"x\">", "without a label"),
        ("<label for=\"y\"></label><select id=\"x\"></select>", "without a label"),
        ("<img src=\"x\">", "without a name"),
        ("<svg role=\"img\">", "without a name"),
        ("<p>Hello {{ name }}</p>", "words in the template"),
        ("<p>{% if x %}Привет{% endif %}</p>", "words in the template"),
        ("<p title=\"Hello\">", "words in title"),
        ("<a href=\"javascript:x\">", "a script"),
        ("<iframe>", "iframe"),
    ];
    for (text, wanted) in bad {
        let found = faults(text);
        assert!(found.iter().any(|fault| fault.contains(wanted)), "{text}: {found:?}");
    }
    let good =
        "<form method=\"post\">{% call m::token(p) %}{% endcall %}<label>{{ x }}<input name=\"x\"></label></form>";
    assert_eq!(faults(good), Vec::<String>::new());
}

/// Names of texts stand between quotes and begin with an area.
#[test]
fn every_text_that_is_named_anywhere_exists() {
    let texts = files(&root().join("locales/en"), "ftl");
    let names = |text: &str| -> BTreeSet<String> {
        text.lines()
            .filter(|line| !line.starts_with([' ', '#', '}']))
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect()
    };
    let known: BTreeSet<String> = texts.iter().flat_map(|(_, text)| names(text)).collect();
    let area = |path: &str| Path::new(path).file_stem().unwrap().to_string_lossy().into_owned();
    let areas: BTreeSet<String> = texts.iter().map(|(path, _)| area(path)).chain(["done".to_owned()]).collect();
    let mut missing = BTreeSet::new();
    let mut sources = files(&root().join("src"), "rs");
    sources.extend(files(&root().join("templates"), "html"));
    for (path, source) in sources.iter().filter(|(path, _)| !path.ends_with("tests.rs")) {
        for text in source.split('"').skip(1).step_by(2) {
            let spelt = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            let begins = text.split('-').next().is_some_and(|area| areas.contains(area));
            // Names of fields and forms look alike: what is named as a text there is asked for by `say` or `with`.
            let asked = source.contains(&format!("say(\"{text}\"")) || source.contains(&format!("with(\"{text}\""));
            if spelt && begins && text.contains('-') && !text.ends_with('-') && asked && !known.contains(text) {
                missing.insert(format!("{path}: {text}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_scripts_of_others_are_those_whose_hashes_were_noted() {
    let folder = root().join("assets/vendor");
    let sums = std::fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    let mut noted = BTreeSet::new();
    for line in sums.lines() {
        let (hash, name) = line.split_once("  ").unwrap();
        let found = Sha256::digest(std::fs::read(folder.join(name)).unwrap());
        let found: String = found.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, hash, "{name}");
        noted.insert(name.to_owned());
    }
    let there: BTreeSet<String> = files(&folder, "js")
        .into_iter()
        .map(|(path, _)| Path::new(&path).file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(there, noted);
}
