//! Soundings among real processes on the sample case: answers, costs, cheats, deaths and bad input.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]
use std::fs::File;
use std::net::TcpListener;
use std::process::Output;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

#[path = "rehearse/staged.rs"]
mod staged;

use staged::{answer, children, copy_of_sample, finish, program, refused, rehearse, said, sample, signal, skip, spell};

const EVERYONE: &[&str] = &[];

#[test]
fn nash_and_egalitarian_answer_as_the_case_states() {
    let common = "T0 C2 S2 G4 N0 K1";
    for (sides, utilities, outcome, least) in [
        (EVERYONE, json!([65.0, 22.0, 50.0]), common, 22.0),
        (&["--sides", "A,B"], json!([65.0, 61.0]), "T3 C0 S3 G4 N1 K1", 61.0),
        (&["--sides", "A,C"], json!([101.0, 101.0]), "T4 C2 S3 G4 N0 K1", 101.0),
        (&["--sides", "B,C"], json!([22.0, 50.0]), common, 22.0),
    ] {
        let nash = answer(&sample(), &[sides, &["--rule", "nash"]].concat());
        assert_eq!((nash["result"].as_str(), spell(&nash["outcome"])), (Some("package"), outcome.to_owned()));
        assert_eq!(nash["utilities"], utilities, "{sides:?}");
        let fair = answer(&sample(), &[sides, &["--rule", "egalitarian"]].concat());
        let gains = fair["utilities"].as_array().unwrap().iter().map(|gain| gain.as_f64().unwrap());
        assert_eq!(gains.fold(f64::MAX, f64::min), least, "{sides:?}");
    }
}

#[test]
fn exists_and_draw_answer_as_the_case_states() {
    let yes = answer(&sample(), &["--rule", "exists"]);
    assert_eq!((&yes["result"], &yes["outcome"], &yes["utilities"]), (&json!("exists"), &Value::Null, &Value::Null));
    let drawn = answer(&sample(), &[]);
    assert_eq!((&drawn["rule"], &drawn["result"]), (&json!("draw"), &json!("package")));
    let gains = drawn["utilities"].as_array().unwrap();
    assert!(gains.iter().all(|gain| gain.as_f64().unwrap() > 0.0), "tolerable to all: {gains:?}");
}

#[test]
fn named_packages_answer_as_the_case_states() {
    let all = ["--package", "P1", "--package", "P2", "--package", "P3"];
    let p1 = answer(&sample(), &all);
    assert_eq!((spell(&p1["outcome"]), &p1["outcomes"]), ("T0 C0 S0 G3 N0 K1".to_owned(), &json!(3)));
    let p2 = answer(&sample(), &["--sides", "A,B", "--package", "P2"]);
    assert_eq!(spell(&p2["outcome"]), "T2 C0 S2 G0 N0 K0");
    for rule in ["draw", "exists", "nash", "egalitarian"] {
        let none = answer(&sample(), &["--package", "P3", "--rule", rule]);
        assert_eq!(
            (&none["result"], &none["outcome"], &none["utilities"]),
            (&json!("none"), &Value::Null, &Value::Null)
        );
    }
}

#[test]
fn a_quorum_and_its_vetoes_decide() {
    let with =
        |args: &[&str]| answer(&sample(), &[&["--package", "P2", "--rule", "exists"], args].concat())["result"].clone();
    assert_eq!(with(&[]), "none", "C rules P2 out");
    assert_eq!(with(&["--quorum", "2"]), "exists");
    assert_eq!(with(&["--quorum", "2", "--veto", "A", "--veto", "B"]), "exists");
    assert_eq!(with(&["--quorum", "2", "--veto", "C"]), "none");
    let said = refused(&sample(), &["--quorum", "2", "--rule", "nash"], 3);
    assert!(said.contains("cannot go with a quorum"), "{said}");
}

#[test]
fn a_part_of_the_agenda_can_be_asked_about() {
    let part = answer(&sample(), &["--only", "T=T0", "--only", "S=S2", "--rule", "nash"]);
    assert_eq!((spell(&part["outcome"]), &part["outcomes"]), ("T0 C2 S2 G4 N0 K1".to_owned(), &json!(48)));
    let none = answer(&sample(), &["--only", "T=T4", "--rule", "exists"]);
    assert_eq!(none["result"], "none", "B rules full return out");
}

#[test]
fn the_json_has_exactly_the_fields_agreed() {
    let found = answer(&sample(), &["--sides", "A,B", "--rule", "nash"]);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(keys(&found), "result outcome utilities rule parties outcomes and_gates rounds per_party seconds");
    assert_eq!((&found["parties"], &found["outcomes"]), (&json!(["A", "B"]), &json!(960)));
    assert!(found["and_gates"].as_u64().unwrap() > 960 && found["rounds"].as_u64().unwrap() > 0);
    assert_eq!(found["per_party"].as_array().unwrap().len(), 2);
    for party in found["per_party"].as_array().unwrap() {
        assert_eq!(keys(party), "bytes_sent bytes_received cpu_seconds peak_rss_bytes");
        assert!(party["bytes_sent"].as_u64().unwrap() > 100_000 && party["bytes_received"].as_u64().unwrap() > 100_000);
        assert!(party["cpu_seconds"].is_number());
        assert!(party["peak_rss_bytes"].as_u64().unwrap() > 1 << 20);
    }
    assert_eq!(keys(&found["seconds"]), "setup preprocessing online total");
    let second = |name: &str| found["seconds"][name].as_f64().unwrap();
    assert!(second("total") >= second("online") + second("preprocessing"));
}

#[test]
fn people_are_told_before_and_after_what_the_answer_tells() {
    let output = rehearse(&sample(), &["--sides", "A,B", "--package", "P2"]);
    let text = one_line(&output);
    let (before, after) = text.split_once("Answer: package P2").unwrap();
    assert!(
        before.contains("If the answer is \"no common package\"")
            && before.contains("If you tolerate P2, B rules it out"),
        "{before}"
    );
    assert!(before.contains("sincerely or not") && before.contains("may read the answer first"), "{before}");
    assert!(after.contains("Opened to A, B") && after.contains("Not opened to anybody"), "{after}");
    assert!(
        after.contains("exploratory: C is affected on T, S and took no part")
            && after.contains("refused until C consents"),
        "{after}"
    );
    let whole = rehearse(&sample(), &["--package", "P1"]);
    assert!(!one_line(&whole).contains("exploratory"), "P1 touches nothing that affects C alone");
}

/// What it said, line breaks and indents apart.
fn one_line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn bytes_on_the_wire_are_the_same_whatever_the_positions() {
    let traffic = |found: &Value| -> Vec<(u64, u64)> {
        let parties = found["per_party"].as_array().unwrap().iter();
        parties.map(|p| (p["bytes_sent"].as_u64().unwrap(), p["bytes_received"].as_u64().unwrap())).collect()
    };
    let mut seen: Vec<(Value, Vec<(u64, u64)>)> = Vec::new();
    let other = copy_of_sample();
    // A takes B's words: another position of the same side, and for P1 to P3 another answer.
    let words = std::fs::read_to_string(other.path().join("B.toml")).unwrap();
    std::fs::write(other.path().join("C.toml"), words.replace("side = \"B\"", "side = \"C\"")).unwrap();
    for rule in ["draw", "nash"] {
        let args = ["--package", "P2", "--package", "P3", "--rule", rule];
        let (one, two) = (answer(&sample(), &args), answer(other.path(), &args));
        assert_eq!((&one["result"], &two["result"]), (&json!("none"), &json!("package")));
        // The first reader, and with it who sends when, comes from the run's number; the amounts do not.
        assert_eq!(traffic(&one), traffic(&two), "{rule}");
        seen.push((one.clone(), traffic(&one)));
    }
    assert_ne!(seen[0].1, seen[1].1, "while another rule costs something else");
}

const PHASES: [&str; 9] = ["setup", "bits", "keys", "triples", "buckets", "masks", "inputs", "tables", "outputs"];

#[test]
fn a_cheat_in_any_phase_is_caught_by_the_other_side() {
    for phase in PHASES {
        for cheat in ["A", "B"] {
            let args =
                ["--sides", "A,B", "--package", "P1", "--package", "P2", "--tamper", &format!("{cheat}:{phase}")];
            if phase == "keys" || (phase == "tables" && cheat == "A") {
                let said = refused(&sample(), &args, 3);
                assert!(said.contains("sends nothing"), "{said}");
                continue;
            }
            let said = refused(&sample(), &args, 4);
            let first = said.lines().next().unwrap();
            let link = first.contains("A rejected B's message in ") || first.contains("B rejected A's message in ");
            assert!(link, "{cheat}:{phase}: {said}");
            assert!(said.contains("No side has the answer") || phase == "outputs", "{cheat}:{phase}: {said}");
        }
    }
}

#[test]
fn a_cheat_among_three_is_caught_and_named_as_an_accusation() {
    for (phase, cheat) in PHASES.into_iter().zip(["A", "B", "C", "A", "B", "C", "A", "B", "C"]) {
        let said =
            refused(&sample(), &["--package", "P1", "--package", "P2", "--tamper", &format!("{cheat}:{phase}")], 4);
        let first = said.lines().next().unwrap();
        assert!(first.contains(" rejected ") && first.contains(cheat), "{cheat}:{phase}: {said}");
        assert!(said.contains("an accusation, not proof"), "{cheat}:{phase}: {said}");
    }
}

#[test]
fn a_side_whose_process_dies_is_named_within_seconds() {
    // The largest question of the sample case takes long enough to be interrupted.
    let mut stage = program();
    let stage = stage
        .arg("rehearse")
        .arg(sample())
        .args(["--rule", "egalitarian", "--latency", "150", "--json"])
        .spawn()
        .unwrap();
    let id = stage.id();
    let begun = Instant::now();
    while children(id).len() < 3 {
        assert!(begun.elapsed() < Duration::from_secs(60), "three processes were expected");
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(1500));
    let sides = children(id);
    assert_eq!(sides.len(), 3, "one process for each side");
    let killed = Instant::now();
    signal(sides[1], "KILL");
    let output = finish(stage);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(4), "{text}");
    assert!(killed.elapsed() < Duration::from_secs(10), "{:?}", killed.elapsed());
    assert!(text.lines().next().unwrap().contains("B's process ended (ended by signal 9)"), "{text}");
    assert!(text.contains("A lost the link to B") || text.contains("C lost the link to B"), "{text}");
    assert!(children(id).is_empty() && sides.iter().all(|side| !is_running(*side)), "nobody is left behind");
}

#[test]
fn a_side_that_stands_still_is_given_up_and_nobody_is_left_behind() {
    let mut stage = program();
    let args = ["--rule", "egalitarian", "--latency", "150", "--silence", "4", "--json"];
    let stage = stage.arg("rehearse").arg(sample()).args(args).spawn().unwrap();
    let id = stage.id();
    while children(id).len() < 3 {
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(1500));
    let sides = children(id);
    signal(sides[2], "STOP");
    let output = finish(stage);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(4), "{text}");
    assert!(text.contains("lost the link to C") && text.contains("nothing arrived in time"), "{text}");
    assert!(sides.iter().all(|side| !is_running(*side)), "the process that stood still is gone too");
}

#[test]
fn when_the_stage_dies_its_sides_go_too() {
    let mut stage = program();
    let mut stage =
        stage.arg("rehearse").arg(sample()).args(["--rule", "egalitarian", "--latency", "300"]).spawn().unwrap();
    while children(stage.id()).len() < 3 {
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(500));
    let sides = children(stage.id());
    stage.kill().unwrap();
    stage.wait().unwrap();
    let begun = Instant::now();
    while sides.iter().any(|side| is_running(*side)) {
        assert!(begun.elapsed() < Duration::from_secs(10), "a side outlived its stage");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn is_running(process: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{process}/stat"))
        .is_ok_and(|stat| !stat.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with('Z')))
}

#[test]
fn a_position_for_another_agenda_is_refused_by_its_side() {
    let folder = copy_of_sample();
    let file = folder.path().join("B.toml");
    let words = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("agenda = \"{}\"\n{words}", "0".repeat(64))).unwrap();
    let said = refused(folder.path(), &[], 3);
    assert!(said.contains("the run did not begin: B: ") && said.contains("was written for the agenda"), "{said}");
    std::fs::write(&file, words.replace("T3 = \"prefer\"", "T9 = \"prefer\"")).unwrap();
    let said = refused(folder.path(), &[], 3);
    assert!(said.contains("B.toml") && said.contains("T9"), "{said}");
}

#[test]
fn missing_and_oversize_files_are_refused() {
    let folder = copy_of_sample();
    let text = refused(&folder.path().join("nowhere"), &[], 3);
    assert!(text.contains("nowhere"), "{text}");
    File::create(folder.path().join("B.toml")).unwrap().set_len(10_000_000_000).unwrap();
    let begun = Instant::now();
    let output = rehearse(folder.path(), &["--sides", "A,B", "--json"]);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(3), "{text}");
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    std::fs::remove_file(folder.path().join("agenda.toml")).unwrap();
    let text = refused(folder.path(), &[], 3);
    assert!(text.contains("agenda"), "{text}");
}

#[test]
fn a_port_in_use_is_named() {
    let taken = (40_000u16..60_000).step_by(7).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok()).unwrap();
    let base = taken.local_addr().unwrap().port() - 1;
    let said = refused(&sample(), &["--port-base", &base.to_string()], 1);
    assert!(said.contains(&format!("127.0.0.1:{}", base + 1)) && said.contains("--port-base"), "{said}");
    drop(taken);
}

#[test]
fn wrong_usage_and_unknown_names_have_their_own_codes() {
    for args in [&["--rule", "kalai"][..], &["--only", "T"], &["--tamper", "A:lunch"], &["--veto", "A"]] {
        assert_eq!(rehearse(&sample(), args).status.code(), Some(2), "{args:?}");
    }
    for (args, names) in [
        (&["--sides", "A,D"][..], "A, B, C"),
        (&["--package", "P9"], "P1, P2, P3"),
        (&["--only", "X=T0"], "T, C, S, G, N, K"),
        (&["--tamper", "D:bits"], "A, B, C"),
        (&["--sides", "A"], "2 to"),
    ] {
        let said = refused(&sample(), args, 3);
        assert!(said.contains(names), "{args:?}: {said}");
    }
}

#[test]
fn a_price_warns_of_the_midpoint() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "agenda.toml",
        "name = \"Price\"\nscale = 1\n[[issue]]\nname = \"price\"\nrange = { from = 0, to = 10, step = 5 }\n",
    );
    for (side, worth) in [("buyer", ["1", "0.5", "0"]), ("seller", ["0", "0.5", "1"])] {
        let [low, middle, high] = worth;
        write(&format!("{side}.csv"), &format!("price,verdict,score\n0,yes,{low}\n5,yes,{middle}\n10,yes,{high}\n"));
    }
    let run = |rule: &str| said(&rehearse(folder.path(), &["--rule", rule, "--json"]));
    assert!(run("nash").contains("midpoint"), "{}", run("nash"));
    assert!(!run("draw").contains("midpoint"));
}

#[test]
fn latency_slows_a_run_and_changes_nothing_else() {
    let args = ["--sides", "A,B", "--package", "P1", "--rule", "nash"];
    let (quick, slow) = (answer(&sample(), &args), answer(&sample(), &[&args[..], &["--latency", "40"]].concat()));
    assert_eq!(quick["outcome"], slow["outcome"]);
    assert_eq!(quick["per_party"][0]["bytes_sent"], slow["per_party"][0]["bytes_sent"]);
    let seconds = slow["seconds"]["total"].as_f64().unwrap();
    let rounds = slow["rounds"].as_f64().unwrap();
    assert!(seconds >= 0.04 * rounds * 0.5, "{rounds} rounds took {seconds} s");
}

/// What each process opened, by the kernel's own account.
#[test]
fn no_sides_process_opens_another_sides_position() {
    let found = std::process::Command::new("strace").arg("-V").output();
    if found.is_err() {
        return skip("strace is not installed: no system calls were looked at");
    }
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let mut strace = std::process::Command::new("strace");
    strace.args(["-f", "-qq", "-s", "4096", "-e", "trace=execve,open,openat,openat2", "-o"]).arg(&trace);
    let output = strace
        .arg(env!("CARGO_BIN_EXE_backchannel"))
        .arg("rehearse")
        .arg(sample())
        .args(["--package", "P1", "--json"])
        .output()
        .unwrap();
    if !output.status.success() && said(&output).contains("ptrace") {
        return skip("strace may not trace here");
    }
    assert!(output.status.success(), "{}", said(&output));
    let trace = std::fs::read_to_string(trace).unwrap();
    for side in ["A", "B", "C"] {
        let own = format!("offramp/{side}.toml");
        // A process is a side's if it was started with that side's position; its threads count as itself.
        let started = trace.lines().find(|line| line.contains("execve(") && line.contains(&own));
        let process =
            started.and_then(|line| line.split_whitespace().next()).unwrap_or_else(|| panic!("no process for {side}"));
        let opened: Vec<&str> =
            trace.lines().filter(|line| line.starts_with(&format!("{process} ")) && line.contains("open")).collect();
        assert!(opened.iter().any(|line| line.contains(&own)), "{side} reads its own position");
        for other in ["A", "B", "C"].into_iter().filter(|other| *other != side) {
            let others = format!("offramp/{other}.toml");
            assert!(!opened.iter().any(|line| line.contains(&others)), "{side} opened {other}'s position");
        }
    }
}
