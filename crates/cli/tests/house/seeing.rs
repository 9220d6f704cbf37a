//! What the program tells of itself where `BACKCHANNEL_LOG` asks for it, and that it tells nothing otherwise.
use super::street::{Street, text};

/// The lines of a log, each with its level and its target.
fn lines(told: &str) -> Vec<(&str, &str, &str)> {
    told.lines()
        .map(|line| {
            let (level, rest) = line.trim_start().split_once(' ').unwrap_or_else(|| panic!("no level: {line}"));
            let (target, rest) = rest.split_once(": ").unwrap_or_else(|| panic!("no target: {line}"));
            (level, target, rest)
        })
        .collect()
}

#[test]
fn a_log_is_written_where_it_is_asked_for_and_of_this_program_alone() {
    let street = Street::with(None, &[("anna", "A")], &[]);
    let anna = street.delegate("anna");
    let send = |level: Option<&str>, what: &str| {
        let mut command = anna.command(&["room", "send", "plenary", what, "--json"]);
        match level {
            Some(level) => command.env("BACKCHANNEL_LOG", level),
            None => command.env_remove("BACKCHANNEL_LOG"),
        };
        let output = command.output().unwrap();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    for quiet in [None, Some("off"), Some("")] {
        let (code, out, err) = send(quiet, "one");
        assert_eq!((code, err.as_str()), (Some(0), ""), "{quiet:?}");
        assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok(), "{out}");
    }
    let (code, _, err) = send(Some("loud"), "two");
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains("BACKCHANNEL_LOG is one of"), "{err}");

    let (_, out, info) = send(Some("info"), "three");
    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok(), "standard output is not touched: {out}");
    let few = lines(&info);
    assert!(
        few.iter().any(|(_, target, what)| *target == "client::participant::sync" && what.contains("sent=1")),
        "{info}"
    );
    assert!(few.iter().all(|(level, _, _)| ["ERROR", "WARN", "INFO"].contains(level)), "{info}");

    let (_, _, trace) = send(Some("trace"), "four");
    let many = lines(&trace);
    assert!(many.len() > few.len(), "{trace}");
    for (_, target, _) in &many {
        let root = target.split("::").next().unwrap();
        assert!(["client", "backchannel"].contains(&root), "{target} is another's");
    }
    for told in [
        "the vault is unlocked",
        "a dialogue is open",
        "connected to the relay",
        "fetched log=",
        "appended log=",
        "kind=\"said\"",
        "acknowledged",
        "in step",
    ] {
        assert!(trace.contains(told), "nothing says `{told}`:\n{trace}");
    }
}

#[test]
fn a_failure_is_told_by_its_kind() {
    let mut street = Street::with(None, &[("anna", "A")], &[]);
    street.relay.take().unwrap().kill();
    let anna = street.delegate("anna").clone();
    let (code, told) = anna.refused(&["sync"]);
    assert_eq!(code, 1);
    assert!(told.contains("reason=\"unreachable\"") && told.contains("a command failed code=1"), "{told}");
    let mut locked = anna.command(&["sync"]);
    let told = text(&locked.env("BACKCHANNEL_PASSPHRASE", "not that one at all").output().unwrap().stderr);
    assert!(told.contains("the vault stays locked"), "{told}");
}
