//! No crate depends upward or sideways, and the lower floors stay free of what they refuse to know.
use std::collections::{BTreeMap, BTreeSet};

use super::tree;

/// Every crate of the house, built or planned, and its floor.
const FLOORS: [(&str, u8); 10] = [
    ("mpc", 0),
    ("envelope", 0),
    ("link", 1),
    ("negotiation", 1),
    ("paper", 1),
    ("relay", 1),
    ("dialogue", 2),
    ("client", 3),
    ("web", 4),
    ("cli", 5),
];

/// Crates of sockets and of asynchronous programs; the engine and the pure floors have neither.
const SOCKETS: [&str; 14] = [
    "async-io",
    "async-std",
    "futures",
    "futures-core",
    "hyper",
    "mio",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "snow",
    "socket2",
    "tokio",
    "tungstenite",
];

/// Negotiation words, which the engine does not use in its code.
const NEGOTIATION_WORDS: [&str; 7] = ["agenda", "delegate", "outcome", "red line", "sounding", "utility", "veto"];

fn floor(name: &str) -> Option<u8> {
    FLOORS.iter().find(|(crate_name, _)| *crate_name == name).map(|(_, floor)| *floor)
}

/// What is wrong with the dependencies between crates of the house, each `(from, to)`.
fn wrongs(crates: &[&str], edges: &[(&str, &str)]) -> Vec<String> {
    let mut wrongs: Vec<String> = crates
        .iter()
        .filter(|name| floor(name).is_none())
        .map(|name| format!("`{name}` has no floor: give it one in {}", file!()))
        .collect();
    for (from, to) in edges {
        if let (Some(high), Some(low)) = (floor(from), floor(to))
            && high <= low
        {
            wrongs.push(format!("`{from}` (floor {high}) depends on `{to}` (floor {low})"));
        }
        if *from == "relay" && *to != "envelope" {
            wrongs.push(format!("`relay` depends on `{to}`; it may name nothing but envelopes"));
        }
    }
    wrongs
}

#[test]
fn dependencies_go_down_the_floors() {
    let metadata = tree::packages();
    let members = metadata.workspace_packages();
    let names: Vec<&str> = members.iter().map(|package| package.name.as_str()).collect();
    assert!(names.contains(&"mpc") && names.contains(&"cli"), "the crates of the house were not found: {names:?}");
    let edges: Vec<(&str, &str)> = members
        .iter()
        .flat_map(|package| package.dependencies.iter().map(|to| (package.name.as_str(), to.name.as_str())))
        .filter(|(_, to)| names.contains(to))
        .collect();
    assert_eq!(wrongs(&names, &edges), Vec::<String>::new());
}

#[test]
fn wrong_dependencies_are_found() {
    let crates = ["mpc", "envelope", "negotiation", "relay", "cli"];
    assert_eq!(wrongs(&crates, &[("cli", "mpc"), ("negotiation", "mpc"), ("relay", "envelope")]).len(), 0);
    assert_eq!(wrongs(&crates, &[("mpc", "negotiation")]).len(), 1, "upward");
    assert_eq!(wrongs(&crates, &[("mpc", "envelope")]).len(), 1, "sideways");
    assert_eq!(wrongs(&crates, &[("relay", "mpc")]).len(), 1, "the relay knows envelopes alone");
    assert_eq!(wrongs(&["attic"], &[]).len(), 1, "a crate without a floor");
}

#[test]
fn descriptions_name_the_floor() {
    for package in tree::packages().workspace_packages() {
        let expected = format!("Floor {}: ", floor(&package.name).expect("a crate of the house"));
        let description = package.description.as_deref().unwrap_or_default();
        assert!(description.starts_with(&expected), "`{}` should say `{expected}…`, not `{description}`", package.name);
    }
}

/// The names of all packages that `name` needs in order to run, itself apart.
fn needs(name: &str) -> BTreeSet<String> {
    let metadata = tree::packages();
    let resolved = metadata.resolve.as_ref().expect("cargo resolved the packages");
    let nodes: BTreeMap<_, _> = resolved.nodes.iter().map(|node| (&node.id, node)).collect();
    let names: BTreeMap<_, _> =
        metadata.packages.iter().map(|package| (&package.id, package.name.to_string())).collect();
    let start = metadata.workspace_packages().into_iter().find(|package| package.name.as_str() == name);
    let mut open = vec![&start.expect("a crate of the house").id];
    let mut needed = BTreeSet::new();
    while let Some(id) = open.pop() {
        for dependency in &nodes[id].deps {
            // Nobody's machine here is a browser, so what is needed in one only is not counted.
            let normal = |kind: &cargo_metadata::DepKindInfo| {
                let browser = kind.target.as_ref().is_some_and(|target| target.to_string().contains("wasm"));
                kind.kind == cargo_metadata::DependencyKind::Normal && !browser
            };
            if dependency.dep_kinds.iter().any(normal) && needed.insert(names[&dependency.pkg].clone()) {
                open.push(&dependency.pkg);
            }
        }
    }
    needed
}

#[test]
fn the_lower_floors_have_no_sockets() {
    let engine = needs("mpc");
    assert!(engine.contains("curve25519-dalek"), "the walk over the packages found only {engine:?}");
    for name in ["mpc", "negotiation", "paper"] {
        let sockets: Vec<String> = needs(name).into_iter().filter(|need| SOCKETS.contains(&need.as_str())).collect();
        assert!(sockets.is_empty(), "`{name}` needs {sockets:?}");
    }
    for file in tree::ending(".rs").filter(|file| file.starts_with("crates/mpc/src")) {
        let text = tree::text(file).unwrap_or_default();
        for word in ["std::net", "std::os::unix", "async fn", ".await"] {
            assert!(!text.contains(word), "{} uses `{word}`", file.display());
        }
    }
}

#[test]
fn the_engine_knows_no_negotiation_words() {
    let mut seen = 0;
    for file in tree::ending(".rs").filter(|file| file.starts_with("crates/mpc/src")) {
        seen += 1;
        for (line, text) in tree::text(file).unwrap_or_default().lines().enumerate() {
            let text = text.to_lowercase();
            let word = NEGOTIATION_WORDS.iter().find(|word| text.contains(*word));
            assert!(word.is_none(), "{}:{} says `{}`", file.display(), line + 1, word.unwrap_or(&""));
        }
    }
    assert!(seen > 10, "the engine's files were not found");
}
