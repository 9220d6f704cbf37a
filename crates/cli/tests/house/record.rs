//! A talk on the record: the sample case loaded, read by others, and a talk's own seats, meetings, readouts, mandates
//! and hand-over, by the command line over whole member processes.
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::street::{Person, Street, example};

pub(crate) const SIDES: [(&str, &str); 3] = [("anna", "A"), ("boris", "B"), ("clara", "C")];

fn names(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

fn by_name<'a>(list: &'a Value, key: &str, name: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|one| one[key] == name);
    found.unwrap_or_else(|| panic!("no {name} in {list}"))
}

#[test]
fn the_sample_case_reads_as_reported_on_every_machine() {
    let street = Street::with(None, &SIDES, &["--budget-bits", "100"]);
    let case = example("");
    let loaded = street.convener.json(&["dialogue", "case", &case]);
    assert!(loaded["reported"].as_u64().unwrap() > 40, "{loaded}");
    street.settle();
    let (anna, boris, clara) = (street.delegate("anna"), street.delegate("boris"), street.delegate("clara"));

    // Seats and tracks (rows 1 to 3): the April meeting reads 1.5, the experts' series 2 again.
    let meetings = clara.json(&["meeting", "list", "--reported"]);
    let of = |name: &str| by_name(&meetings["meetings"], "id", name)["track"].clone();
    assert_eq!((of("M1"), of("S1"), of("S2")), ("1.5".into(), "2".into(), "2".into()));
    assert_eq!(texts(&meetings["tracks"]), ["1.5", "2", "2"]);
    // The series has no date in the sources: it comes after April's meeting because it is reported to be going on.
    let series = by_name(&meetings["meetings"], "id", "S1");
    assert_eq!((&series["day"], &series["ongoing"]), (&Value::Null, &true.into()));
    let why = by_name(&meetings["meetings"], "id", "M1")["why"].as_str().unwrap();
    assert!(why.contains("foreign minister of Russia") && why.contains("do not"), "{why}");
    let seats = boris.json(&["seat", "list", "--reported"]);
    let minister = by_name(&seats["seats"], "name", "minister");
    assert_eq!((&minister["office"], &minister["capacity"]), (&"serving".into(), &"mandated".into()));
    assert_eq!(boris.json(&["seat", "list"])["seats"].as_array().unwrap().len(), 0, "the own record is another");
    described_and_outside(&seats);
    named_beside_their_source(boris);

    // Standing (rows 5 and 6).
    let standing = boris.json(&["standing", "list", "--reported"]);
    let verdicts = &by_name(&standing["governments"], "government", "United States")["verdicts"];
    let expected = [("knew", "yes"), ("directed", "no"), ("briefed", "yes"), ("requested", "no"), ("sought", "no")];
    for (relation, verdict) in expected.into_iter().chain([("carried-messages", "no")]) {
        assert_eq!(verdicts[relation], verdict, "{relation}");
    }
    let pairs = standing["pairs"].as_array().unwrap();
    let about = |one: &&Value, words: &str| one["denial"].as_str().unwrap().contains(words);
    let request: Vec<&Value> = pairs.iter().filter(|one| about(one, "requested")).collect();
    assert!(!request.is_empty() && request.iter().all(|one| one["fit"] == "compatible"), "{request:?}");
    assert!(pairs.iter().all(|one| one["fit"] != "conflicting"), "{pairs:?}");
    assert!(pairs.iter().any(|one| one["fit"] == "in-tension" && about(&one, "messages")), "{pairs:?}");

    assert_eq!((&standing["facts"][0]["source"], &standing["facts"][0]["day"]), (&"F0, F2".into(), &Value::Null));

    // Mandates (7) and speaking beyond one (33).
    let warnings = anna.json(&["standing", "warnings", "--reported"]);
    assert_eq!(warnings["register"], 0);
    let all = warnings["warnings"].as_array().unwrap();
    assert!(all.iter().any(|one| one["kind"] == "beyond-mandate" && one["government"] == "United States"), "{all:?}");
    let without: Vec<&Value> = all.iter().filter(|one| one["kind"] == "no-mandate").collect();
    assert!(!without.is_empty() && without.iter().all(|one| one["meeting"] == "M1"), "{all:?}");
    assert!(without[0]["words"].as_str().unwrap().contains("no legal advice"));
    assert!(anna.text(&["standing", "warnings", "--reported"]).ends_with("Register of mandates: empty.\n"));

    // Roots, not articles (25).
    let roots = anna.json(&["statement", "roots"]);
    let april = by_name(&roots["claims"], "claim", "April detail");
    assert_eq!((&april["roots"], &april["articles"]), (&1.into(), &2.into()));
    let cadence = by_name(&roots["claims"], "claim", "cadence");
    assert_eq!(
        (&cadence["roots"], &cadence["anonymous_sources"], &cadence["articles"]),
        (&1.into(), &1.into(), &2.into())
    );

    // Limits apart from all else (12), private beside public (21), effort beside result (30's sentence), never (32).
    let statements = clara.json(&["statement", "list"]);
    assert!(names(&statements["limits"]).contains(&"crimea-line"));
    assert!(!names(&statements["statements"]).contains(&"crimea-line"));
    let pairs: Vec<[&str; 2]> = statements["pairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| ["private", "public"].map(|half| one[half].as_str().unwrap()))
        .collect();
    let expected = [
        ["imagination-private", "imagination-public"],
        ["security-private", "open-door"],
        ["territory-private", "territory-public"],
    ];
    assert_eq!(pairs, expected);
    assert_eq!(by_name(&statements["statements"], "name", "imagination-public")["stance"], "denies");
    assert_eq!(names(&statements["never_options"]), ["leader"]);
    let public = clara.json(&["statement", "list", "--public"]);
    assert!(!public.to_string().contains("security-private") && public.to_string().contains("open-door"), "{public}");
    assert!(public["statements"].as_array().unwrap().iter().all(|one| one["setting"] == "public"));

    // Demands on grain: one is known of seven (28's row); who delivers refused (29's).
    let demands = by_name(&statements["statements"], "name", "grain-demands")["text"].as_str().unwrap();
    assert!(demands.contains("Seven") && demands.contains("Six are not in the sources"), "{demands}");

    // What is never an option, off the table (14), tried before (15), threatened (16).
    let agenda = std::fs::read_to_string(example("agenda.toml")).unwrap();
    let file = street.folder.path().join("changed.toml");
    let import = |from: &str, to: &str| {
        let changed = agenda.replacen(from, to, 1);
        assert_ne!(changed, agenda);
        std::fs::write(&file, changed).unwrap();
        street.convener.refused(&["agenda", "import", file.to_str().unwrap()])
    };
    let refused = import("\"status deferred without recognition\"", "\"removal of a leader\"");
    assert_eq!(refused.0, 3);
    assert!(refused.1.contains("never an option"), "{}", refused.1);
    let refused = import(", off_the_table = \"its deliverer, the EU, refuses\"", "");
    assert!(refused.1.contains("off the table"), "{}", refused.1);
    // What is off the table stays so under another name and on another issue.
    for (from, to) in [
        ("\"reciprocal notification\"", "\"NATO's open door\""),
        ("\"reciprocal notification\"", "\"The door to NATO kept open\""),
        ("\"stepwise contacts\"", "\"the open door, step by step\""),
        ("\"humanitarian carve-out\"", "\"EU fulfils some of the terms\""),
    ] {
        let refused = import(from, to);
        assert!(refused.0 == 3 && refused.1.contains("off the table"), "{to}: {}", refused.1);
    }
    let refused = import("\"confidence measures only\"", "\"a nuclear answer\"");
    assert!(refused.1.contains("threatened act"), "{}", refused.1);
    let shown = clara.json(&["dialogue", "show"]);
    assert_eq!(shown["exercise"], "Exercise; positions invented");
    let notices = shown["notices"].to_string();
    assert!(notices.contains("tried_before") && notices.contains("no interest"), "{notices}");
    assert!(notices.contains("collision") && notices.contains("escalation"), "{notices}");
    let memory = clara.json(&["agenda", "memory"]);
    assert_eq!((&memory["tried"][0]["option"], &memory["tried"][0]["source"]), (&"T1".into(), &"F1".into()));
    assert!(memory["tried"][0]["by"].as_str().unwrap().contains("account"), "{memory}");
    threatened(clara, &shown["notices"]);
    // Impasse (17): an account with whose it is; what no source says is not made up. Parallel channel (31).
    let impasse = &clara.json(&["impasse", "list"])["impasses"][0];
    assert_eq!((&impasse["level"], &impasse["source"]), (&"principal".into(), &"F0, F1".into()));
    assert!(impasse["blocker"].as_str().unwrap().contains("anonymous former U.S. official's account"), "{impasse}");
    assert_eq!(impasse["next"], "not reported");
    assert_eq!(clara.json(&["channel", "list"])["collisions"][0]["channel"], "visit");
    // Off the table until lifted (14): then the same agenda is taken up.
    let changed = agenda.replacen("\"reciprocal notification\"", "\"NATO's open door\"", 1);
    std::fs::write(&file, changed).unwrap();
    street.convener.json(&["agenda", "lift", "S", "open door", "--why", "both sides ask for it"]);
    street.convener.json(&["agenda", "import", file.to_str().unwrap()]);
    let memory = boris.json(&["agenda", "memory"]);
    assert_eq!(
        (&memory["lifted"][0][0]["option"], names_of(&memory["off_the_table"])),
        (&"open door".into(), vec!["G2"])
    );
    street.converged();
}

fn names_of(off: &Value) -> Vec<&str> {
    off.as_array().unwrap().iter().map(|one| one["option"].as_str().unwrap()).collect()
}

/// Each source's own words for the same people (22's row), and who was not in the room.
fn described_and_outside(seats: &Value) {
    let described = by_name(&seats["seats"], "name", "russians")["described"].as_array().unwrap().clone();
    let of = |source: &str| described.iter().find(|one| one["source"].as_str().unwrap().starts_with(source)).unwrap();
    for (source, words) in [("F2", "believed to be close"), ("F1", "members"), ("F0", "officials")] {
        assert!(of(source)["words"].as_str().unwrap().contains(words), "{described:?}");
    }
    assert_eq!(described.len(), 3);
    let outside: Vec<&str> = names(&seats["outside"]);
    let expected =
        ["European Union", "Türkiye", "UN Secretary-General", "Ukraine", "White House and National Security Council"];
    assert_eq!(outside, expected);
    let ukraine = by_name(&seats["outside"], "name", "Ukraine");
    assert_eq!((&ukraine["at_a_meeting"], ukraine["meetings"].as_array().unwrap().len()), (&"not reported".into(), 0));
    assert!(seats["outside"].as_array().unwrap().iter().all(|one| one["source"].is_string()));
    // By the sources those of the institute have served, as has the defence official.
    for name in ["institute-president", "europe-expert", "russia-expert", "defence-official"] {
        assert_eq!(by_name(&seats["seats"], "name", name)["office"], "former");
    }
}

/// People are named where their source stands on the same line, and go by their roles everywhere else.
fn named_beside_their_source(person: &Person) {
    const NAMES: [&str; 5] = ["Lavrov", "Haass", "Kupchan", "Graham", "Mary Beth Long"];
    let named = |text: &str| text.lines().filter(|line| NAMES.iter().any(|name| line.contains(name))).count();
    for (words, count) in [
        (&["seat", "list", "--reported"][..], 5),
        (&["seat", "show", "minister", "--reported"], 1),
        (&["meeting", "show", "M1", "--reported"], 4),
        (&["meeting", "list", "--reported"], 0),
        (&["standing", "warnings", "--reported"], 0),
        (&["standing", "list", "--reported"], 0),
        (&["statement", "list"], 0),
        (&["agenda", "memory"], 0),
        (&["dialogue", "show"], 0),
    ] {
        let said = person.text(words);
        assert_eq!(named(&said), count, "{words:?}: {said}");
        let bare = |line: &&str| NAMES.iter().any(|name| line.contains(name)) && !line.contains("[F");
        assert_eq!(said.lines().find(bare), None, "{words:?}");
    }
    let warned = person.text(&["standing", "warnings", "--reported"]);
    assert!(warned.contains("! Meeting M1 [F2]: former diplomat"), "{warned}");
    assert!(warned.contains("privately with foreign minister of Russia"), "{warned}");
    let listed = person.text(&["standing", "list", "--reported"]);
    assert!(listed.contains("denied by spokesperson of the National Security Council, on record [F0]"), "{listed}");
    assert!(listed.contains("background, about meeting M1 [F2]"), "{listed}");
}

/// A threatened act (16): flagged, with whom to call and how; never an option, and its issue keeps all it had.
fn threatened(person: &Person, notices: &Value) {
    let crisis = person.json(&["crisis", "list"]);
    let flag = &crisis["flags"][0];
    assert_eq!((&flag["issue"], &flag["statement"]), (&"C".into(), &"nuclear-estimate".into()));
    assert_eq!(
        (&flag["contact"], &crisis["contacts"][0]["name"]),
        (&"convener's desk".into(), &"convener's desk".into())
    );
    assert_eq!(crisis["contacts"][0]["reach"], "by the hotline of this dialogue");
    let raised = |one: &&Value| one["matter"]["escalation"]["contact"] == "convener's desk";
    assert!(notices.as_array().unwrap().iter().any(|one| raised(&one)), "{notices}");
    let agenda = person.json(&["agenda", "show"])["toml"].as_str().unwrap().to_owned();
    for option in ["C0", "C1", "C2"] {
        assert!(agenda.contains(&format!("\"{option}\"")), "{option}: {agenda}");
    }
}

#[test]
fn a_package_that_concerns_an_absent_side_is_not_promoted_without_it() {
    let street = Street::with(None, &SIDES, &["--budget-bits", "100"]);
    let (anna, boris, clara) = (street.delegate("anna"), street.delegate("boris"), street.delegate("clara"));
    street.convener.json(&["dialogue", "case", &example("")]);
    street.settle();
    for (person, file) in [(anna, "A.toml"), (boris, "B.toml"), (clara, "C.toml")] {
        person.json(&["position", "import", &example(file)]);
    }
    street.settle();
    let call = ["sounding", "call", "--rule", "draw", "--sides", "A,B", "--package", "P2"];
    let answers = street.sound(anna, &[anna, boris], &call, &[]);
    assert_eq!((&answers[0]["package"], &answers[0]["exploratory"]), (&"P2".into(), &true.into()));
    street.settle();
    let id = answers[0]["id"].as_str().unwrap();
    assert_eq!(clara.json(&["gate", "show", id])["status"], "exploratory");
    let refused = anna.refused(&["gate", "promote", id]);
    assert_eq!(refused.0, 3);
    assert!(refused.1.contains("until C consent"), "{}", refused.1);
    // C reads nothing of the answer until both have brought it, and consents to nothing it cannot read.
    assert_eq!(clara.json(&["gate", "show", id])["result"], Value::Null);
    anna.json(&["gate", "bring", id]);
    clara.sync();
    assert!(clara.refused(&["gate", "consent", id]).1.contains("not on the table"));
    boris.json(&["gate", "bring", id]);
    assert_eq!(clara.json(&["gate", "show", id])["result"]["T"], "T2");
    clara.json(&["gate", "consult", id, "--note", "by telephone"]);
    assert!(boris.refused(&["gate", "promote", id]).1.contains("until C consent"), "consulted is not consenting");
    assert_eq!(clara.json(&["gate", "consent", id])["status"], "tolerable");
    assert_eq!(boris.json(&["gate", "promote", id])["status"], "promoted");
    for (person, after) in [(anna, "promoted"), (boris, "promoted"), (clara, "agreed")] {
        assert_eq!(person.json(&["gate", "confirm", id, "--principal", "the ministry"])["status"], after);
    }
    // What a principal confirmed is its member's word, and is told as such.
    let confirmed = anna.json(&["gate", "show", id])["confirmed"].clone();
    let of_c = by_name(&confirmed, "side", "C");
    assert_eq!((&of_c["principal"], &of_c["as_reported_by"]), (&"the ministry".into(), &"clara".into()));
    assert_eq!(of_c["verified"], false);
    let said = anna.text(&["gate", "show", id]);
    assert!(said.contains("confirmed for C: the ministry, as clara reports; nothing here verifies it"), "{said}");
    street.converged();
    assert!(anna.json(&["dialogue", "show"])["notices"].to_string().contains("agreed"));
}

#[test]
fn a_package_that_concerns_a_side_without_any_member_waits_for_its_seat() {
    let mut street = Street::with(None, &SIDES[..2], &["--budget-bits", "100"]);
    let (anna, boris) = (street.delegate("anna").clone(), street.delegate("boris").clone());
    street.convener.json(&["dialogue", "case", &example("")]);
    street.settle();
    for (person, file) in [(&anna, "A.toml"), (&boris, "B.toml")] {
        person.json(&["position", "import", &example(file)]);
    }
    street.settle();
    let call = ["sounding", "call", "--rule", "draw", "--sides", "A,B", "--package", "P2"];
    let answers = street.sound(&anna, &[&anna, &boris], &call, &[]);
    assert_eq!((&answers[0]["package"], &answers[0]["exploratory"]), (&"P2".into(), &true.into()));
    let id = answers[0]["id"].as_str().unwrap();
    for person in [&anna, &boris] {
        person.sync();
        person.json(&["gate", "bring", id]);
    }
    let shown = anna.json(&["gate", "show", id]);
    assert_eq!((&shown["status"], texts(&shown["missing"])), (&"exploratory".into(), vec!["C"]));
    let refused = anna.refused(&["gate", "promote", id]);
    assert!(refused.0 == 3 && refused.1.contains("until C consent"), "{}", refused.1);
    // Nobody can speak for the empty seat.
    for person in [&anna, &boris, &street.convener] {
        person.refused(&["gate", "consent", id]);
    }
    // Its member comes, sits down and consents.
    let clara = street.join("clara", "C");
    street.settle();
    let seat = ["seat", "add", "seatC", "--holder", "clara", "--office", "former", "--capacity", "private"];
    clara.json(&[&seat[..], &["--member", "clara"]].concat());
    assert_eq!(clara.json(&["gate", "show", id])["result"]["T"], "T2");
    assert!(anna.refused(&["gate", "promote", id]).1.contains("until C consent"), "a seat is no consent yet");
    assert_eq!(clara.json(&["gate", "consent", id])["status"], "tolerable");
    assert_eq!(boris.json(&["gate", "promote", id])["status"], "promoted");
    street.converged();
}

/// The seats of the three delegates and a meeting that they held.
pub(crate) fn talk() -> Street {
    let street = Street::with(None, &SIDES, &[]);
    for (name, side) in SIDES {
        let seat = format!("seat{side}");
        let holder = format!("{name} Example");
        let government = format!("Government of {side}");
        let add = ["seat", "add", &seat, "--holder", &holder, "--office", "former", "--capacity", "private"];
        street.delegate(name).json(&[&add[..], &["--government", &government, "--member", name]].concat());
    }
    street.settle();
    let add = ["meeting", "add", "M1", "--mode", "in-person", "--at", "2026-03-10T14:00", "--zone", "Europe/Vienna"];
    let more = ["--minutes", "180", "--where", "Vienna", "--present", "seatA,seatB,seatC", "--item", "Grain", "--held"];
    assert_eq!(street.convener.json(&[&add[..], &more].concat())["track"], "2");
    street.settle();
    street
}

#[test]
fn seats_meetings_tracks_and_cadence_are_the_same_for_all() {
    let street = talk();
    let (convener, anna) = (&street.convener, street.delegate("anna"));
    // A seat without capacity is refused, and one of somebody else.
    let bare = ["seat", "add", "x", "--holder", "X", "--office", "former"];
    assert_eq!(anna.refused(&bare).0, 2);
    let another =
        ["seat", "add", "seatB", "--holder", "X", "--office", "former", "--capacity", "private", "--member", "anna"];
    assert_eq!(anna.refused(&another).0, 3);
    let minister =
        ["seat", "add", "minister", "--holder", "a minister", "--office", "serving", "--capacity", "mandated"];
    convener.json(&[&minister[..], &["--government", "Government of B"]].concat());
    let envoy = ["seat", "add", "envoy", "--holder", "an envoy", "--office", "serving", "--capacity", "mandated"];
    convener.json(&[&envoy[..], &["--government", "Government of A"]].concat());
    let chair = ["seat", "add", "chair", "--holder", "Mediator", "--office", "convener", "--capacity", "private"];
    convener.json(&[&chair[..], &["--member", "Mediator"]].concat());
    let meeting = |name: &str, day: &str, present: &str| {
        convener.json(&["meeting", "add", name, "--mode", "online", "--day", day, "--present", present, "--held"])["track"]
            .clone()
    };
    // The convener apart: with the minister 1.5, all serving and mandated 1, without the minister 2.
    assert_eq!(meeting("M2", "2026-04-10", "seatA,minister,chair"), "1.5");
    assert_eq!(meeting("M4", "2026-04-20", "envoy,minister,chair"), "1");
    assert_eq!(meeting("M3", "2026-05-10", "seatA,seatB,chair"), "2");
    convener.json(&["meeting", "cadence", "--days", "16", "--words", "at least twice monthly"]);
    let told = anna.sync()["notices"].to_string();
    assert!(told.contains("track"), "{told}");
    let list = anna.json(&["meeting", "list"]);
    assert_eq!(texts(&list["tracks"]), ["2", "1.5", "1", "2"]);
    let first = by_name(&list["meetings"], "id", "M1");
    assert!(first["local_time"].as_str().unwrap().starts_with("2026-03-10T14:00"), "{first}");
    let overdue = anna.json(&["meeting", "overdue", "--on", "2026-06-01"]);
    assert_eq!((&overdue["overdue"], &overdue["cadences"][0]["overdue_days"]), (&true.into(), &6.into()));
    let warned = anna.json(&["standing", "warnings"]);
    assert!(warned["warnings"].to_string().contains("no-mandate"), "{warned}");
    // The seat's history is kept.
    let change = ["seat", "add", "seatA", "--holder", "anna Example", "--office", "serving", "--capacity", "mandated"];
    anna.json(&[&change[..], &["--since", "2026-06", "--member", "anna"]].concat());
    assert_eq!(anna.json(&["seat", "show", "seatA"])["history"].as_array().unwrap().len(), 2);
    assert_eq!(
        texts(&anna.json(&["meeting", "list"])["tracks"]),
        ["2", "1.5", "1", "2"],
        "what was then does not change"
    );
    let file = street.folder.path().join("m1.ics");
    anna.json(&["meeting", "ics", "M1", "--out", file.to_str().unwrap()]);
    assert!(std::fs::read_to_string(&file).unwrap().contains("DTSTART:20260310T130000Z"));
    convener.json(&["meeting", "holiday", "2026-12-25", "a holiday", "--side", "A"]);
    street.converged();
}

#[test]
fn the_hotline_reaches_all_machines_that_wait_at_once() {
    let street = talk();
    let listeners = [street.delegate("boris"), street.delegate("clara"), &street.convener];
    let mut waiting = listeners.map(|one| one.start(&["sync", "--wait", "600"]));
    street.delegate("anna").json(&["crisis", "hotline", "Please call within the hour."]);
    for (process, person) in waiting.iter_mut().zip(listeners) {
        // It is told while the program waits on, long before its time is over.
        let said = BufReader::new(process.stderr.take().unwrap()).lines();
        let told = said.map_while(Result::ok).any(|line| line.contains("HOTLINE: Please call within the hour."));
        assert!(told, "{} was told nothing", person.name);
        assert!(process.try_wait().unwrap().is_none(), "{} waits on", person.name);
        process.kill().unwrap();
        process.wait().unwrap();
    }
    for person in listeners {
        person.json(&["crisis", "read"]);
    }
    let read = street.delegate("anna").json(&["crisis", "list"])["hotline"][0]["read_by"].clone();
    assert_eq!(texts(&read), ["anna", "boris", "clara", "Mediator"]);
    street.delegate("anna").json(&["tally", "asked", "B"]);
    street.delegate("boris").json(&["tally", "answered", "A"]);
    let tally = street.delegate("clara").json(&["tally", "list"]);
    assert_eq!((&tally["tally"][0]["asked"], &tally["tally"][0]["answered"]), (&1.into(), &1.into()));
    street.converged();
}

/// A key of a principal's own, made by OpenSSH; none where OpenSSH is not installed.
pub(crate) fn keygen(folder: &Path) -> Option<String> {
    let key = folder.join("principal");
    let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f"]).arg(&key).status();
    if made.is_ok_and(|status| status.success()) {
        return Some(key.display().to_string());
    }
    println!("SKIPPED: ssh-keygen is not installed");
    None
}

pub(crate) fn sign(key: &str, namespace: &str, file: &str) {
    // An earlier signature would make OpenSSH ask.
    let _ = std::fs::remove_file(format!("{file}.sig"));
    let signed =
        Command::new("ssh-keygen").args(["-q", "-Y", "sign", "-n", namespace, "-f", key, file]).output().unwrap();
    assert!(signed.status.success(), "{}", super::street::text(&signed.stderr));
}

#[test]
fn a_mandate_is_drafted_signed_by_openssh_presented_where_its_holder_chooses_and_taken_back() {
    let street = talk();
    let Some(key) = keygen(street.folder.path()) else {
        return;
    };
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    let file = street.folder.path().join("mandate.txt").display().to_string();
    let draft = |person: &Person, out: &str| {
        let what = ["mandate", "draft", "--principal", "Ministry of A", "--scope", "explore,convey", "--out", out];
        let when = ["--from", "2026-01-01T00:00Z", "--until", "2036-01-01T00:00Z", "--subject", "G"];
        person.json(&[&what[..], &when].concat());
    };
    draft(anna, &file);
    assert!(anna.refused(&["mandate", "check", &file]).1.contains(".sig"), "nothing is signed yet");
    sign(&key, "mandate@backchannel", &file);
    let checked = anna.json(&["mandate", "check", &file, "--key", &format!("{key}.pub")]);
    assert_eq!((&checked["holds"], &checked["principal"]), (&true.into(), &"Ministry of A".into()));
    // The clock: until is the first second that does not count.
    let until = |at: &str| anna.output(&["mandate", "check", &file, "--at", at, "--json"]);
    assert!(until("2035-12-31T23:59:59Z").status.success());
    for (at, word) in [("2036-01-01T00:00:00Z", "expired"), ("2025-12-31T23:59:59Z", "not valid before")] {
        let refused = anna.refused(&["mandate", "check", &file, "--at", at]);
        assert!(refused.1.contains(word), "{at}: {}", refused.1);
        assert_eq!(refused.0, 3);
    }
    // Somebody else's, in another namespace, altered: each refused with its own words.
    assert!(
        boris.refused(&["mandate", "present", &file, "--room", "plenary"]).1.contains("not drafted on this machine")
    );
    let mut said = std::collections::BTreeSet::new();
    sign(&key, "file", &file);
    said.insert(anna.refused(&["mandate", "check", &file]).1);
    sign(&key, "mandate@backchannel", &file);
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("Ministry of A", "Ministry of B", 1)).unwrap();
    said.insert(anna.refused(&["mandate", "check", &file]).1);
    std::fs::write(&file, &text).unwrap();
    assert_eq!(said.len(), 2, "{said:?}");
    // Shown to the convener, then to all; nobody else sees it before.
    anna.json(&["mandate", "present", &file, "--room", "convener"]);
    let seen = |person: &Person| person.json(&["mandate", "show"])["mandates"].as_array().unwrap().len();
    assert_eq!((seen(&street.convener), seen(boris)), (1, 0));
    anna.json(&["mandate", "present", &file, "--room", "plenary"]);
    let shown = boris.json(&["mandate", "show"]);
    assert_eq!(shown["mandates"][0]["status"]["state"], "holds");
    assert_eq!(shown["mandates"][0]["holder"], "anna");
    // Taken back by the same key alone.
    let back = street.folder.path().join("back.txt").display().to_string();
    anna.json(&["mandate", "revoke", &file, "--out", &back, "--reason", "recalled"]);
    sign(&key, "mandate@backchannel", &back);
    anna.json(&["mandate", "revoke", &back]);
    let shown = boris.json(&["mandate", "show"]);
    assert_eq!(shown["mandates"][0]["status"]["state"], "revoked");
    street.converged();
}

#[test]
fn a_packet_of_cleared_items_goes_to_another_dialogue_and_is_returned_with_reasons() {
    let street = talk();
    let (convener, anna) = (&street.convener, street.delegate("anna"));
    let all = "capital,institute,public";
    anna.json(&[
        "readout",
        "add",
        "open",
        "A first step was thought workable.",
        "--meeting",
        "M1",
        "--speaker",
        "seatA",
        "--for",
        all,
    ]);
    anna.json(&["readout", "add", "own", "For us alone.", "--meeting", "M1", "--speaker", "seatA", "--for", "capital"]);
    // A second dialogue, of officials, with the same relay.
    let official = Person::new(street.folder.path(), "official");
    let relay = &street.relay.as_ref().unwrap().url;
    official.json(&["dialogue", "new", "--relay", relay, "--title", "Track 1", "--name", "Chair"]);
    // Of Track 1: two office-holders with mandates have met there.
    for (seat, government) in [("envoy", "Government of A"), ("minister", "Government of B")] {
        let add = ["seat", "add", seat, "--holder", seat, "--office", "serving", "--capacity", "mandated"];
        official.json(&[&add[..], &["--government", government]].concat());
    }
    let held = ["meeting", "add", "T1", "--mode", "online", "--day", "2026-03-20", "--present", "envoy,minister"];
    official.json(&[&held[..], &["--held"]].concat());
    let card = street.folder.path().join("card.json").display().to_string();
    assert_eq!(official.json(&["handover", "card", "--out", &card])["track"], "1");
    assert!(std::fs::read_to_string(&card).unwrap().contains("\"track\": \"1\""), "the card says it too");
    let packet = street.folder.path().join("packet.json").display().to_string();
    let make = |line: &str| {
        anna.command(&["handover", "make", "--card", &card, "--line", line, "--out", &packet]).output().unwrap()
    };
    assert!(!make("own").status.success(), "a line for the own capital stays");
    convener.json(&[
        "readout",
        "add",
        "drafted",
        "A second step was named.",
        "--meeting",
        "M1",
        "--speaker",
        "seatA",
        "--for",
        all,
    ]);
    anna.sync();
    let refused = make("drafted");
    let said = super::street::text(&refused.stderr);
    assert!(!refused.status.success() && said.contains("line drafted is not cleared"), "{said}");
    let made = make("open");
    assert!(made.status.success());
    let said = super::street::text(&made.stdout);
    assert!(said.contains("from track 2 to track 1"), "{said}");
    let digest = official.json(&["handover", "receive", &packet])["digest"].as_str().unwrap().to_owned();
    let shown = official.json(&["handover", "show", &digest]);
    assert_eq!(shown["packet"]["items"][0]["text"], "A first step was thought workable.");
    assert_eq!(shown["packet"]["items"][0]["attributed_to"], Value::Null, "by the Chatham House Rule");
    assert!(!shown.to_string().contains("anna"), "{shown}");
    // It serves nowhere else.
    assert!(convener.refused(&["handover", "receive", &packet]).1.contains("other members"));
    let answer = street.folder.path().join("answer.json").display().to_string();
    official.json(&["handover", "return", &digest, "--why", "It needs a date.", "--out", &answer]);
    // Written again where the file was lost; by nobody else, and in no other words.
    official.json(&["handover", "return", &digest, "--why", "It needs a date.", "--out", &answer]);
    assert!(official.refused(&["handover", "accept", &digest, "--out", &answer]).1.contains("answered already"));
    let signed = std::fs::read_to_string(&answer).unwrap();
    let forged = street.folder.path().join("forged.json").display().to_string();
    let read: Value = serde_json::from_str(&signed).unwrap();
    let key = read["seal"]["key"].as_str().unwrap();
    for (text, why) in [
        (signed.replace("It needs a date.", "Never again."), "signature"),
        (signed.replace(key, &"ab".repeat(32)), "not by one of those"),
        (serde_json::json!({ "digest": digest, "reply": { "accepted": {} } }).to_string(), "seal"),
    ] {
        std::fs::write(&forged, text).unwrap();
        let refused = anna.refused(&["handover", "answered", &forged]).1;
        assert!(refused.contains(why), "{refused}");
    }
    anna.json(&["handover", "answered", &answer]);
    let made = convener.json(&["handover", "list"]);
    assert!(made["made"].to_string().contains("It needs a date."), "{made}");
    // The next one, of the line that is cleared now, is accepted.
    anna.json(&["readout", "clear", "drafted"]);
    assert!(make("drafted").status.success());
    let second = official.json(&["handover", "receive", &packet])["digest"].as_str().unwrap().to_owned();
    official.json(&["handover", "accept", &second, "--out", &answer]);
    anna.json(&["handover", "answered", &answer]);
    assert!(official.json(&["handover", "show", &second])["reply"]["accepted"].is_object());
    let made = convener.json(&["handover", "list"])["made"][&second].clone();
    assert!(made["reply"]["accepted"].is_object(), "{made}");
    assert!(convener.text(&["handover", "list"]).contains("for Track 1: accepted"));
}
