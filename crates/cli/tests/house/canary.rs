//! The canary: sentinels in everything private, every program telling all it tells, and a search for them wherever they
//! must not be: in standard error, the relay's log and database, the vaults' folders with their journals, temporary
//! folders, and in what passes between members and relay, on the wire and within TLS.
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;

use super::canary_record::{TOLD, WORDS, enter};
use super::forwarder::{self, Passed, streams};
use super::sought::Sought;
use super::street::{PASSPHRASE, Person, Relay, Street, example, text};

pub(crate) const SIDES: [&str; 2] = ["qzxnorthqzx", "qzxsouthqzx"];
/// By the names of their homes, which no sentinel may be.
const PEOPLE: [(&str, &str, &str); 3] =
    [("anna", "qzxannaqzx", SIDES[0]), ("boris", "qzxborisqzx", SIDES[1]), ("arthur", "qzxarthurqzx", SIDES[0])];
const SAID: [&str; 3] = ["qzxplenaryqzx", "qzxcaucusqzx", "qzxconvenerqzx"];
/// Beside those above. The last five are words and a number of positions, and titles of the agenda that is a sample.
const OTHERS: [&str; 15] = [
    "qzxtitleqzx",
    "qzxmediatorqzx",
    "qzxpurposeqzx",
    "qzxagendaqzx",
    "qzxpositionqzx",
    "qzxtextqzx",
    "qzxheadingqzx",
    "qzxcalendarqzx",
    "qzxreasonqzx",
    PASSPHRASE,
    "could live with",
    "could not",
    "0.7310918042",
    "reciprocal notification",
    "guarantees as demanded",
];

/// A street whose members reach their relay through two forwarders.
struct Watched {
    street: Street,
    /// On the wire, between the members and whoever ends TLS.
    outside: Passed,
    /// Within TLS, as the relay has it.
    inside: Passed,
    /// The links that were handed out.
    links: Vec<String>,
    _runtime: Runtime,
}

fn watched() -> Watched {
    let folder = tempfile::tempdir().unwrap();
    let relay = Relay::start(folder.path(), &format!("sqlite:{}", folder.path().join("relay.db").display()));
    let address = relay.url.strip_prefix("https://").unwrap().parse().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let pem = folder.path().join("relay-certificate.pem");
    let (within, inside) = runtime.block_on(forwarder::inside(address, &pem));
    let (front, outside) = runtime.block_on(forwarder::outside(within));
    let convener = Person::new(folder.path(), "convener");
    let url = format!("https://{front}");
    let words = ["--title", "qzxtitleqzx", "--name", "qzxmediatorqzx", "--purpose", "qzxpurposeqzx"];
    convener.json(&[&["dialogue", "new", "--relay", &url], &words[..]].concat());
    let mut street = Street { folder, relay: Some(relay), convener, delegates: Vec::new() };
    let mut links = Vec::new();
    for (home, name, side) in PEOPLE {
        let person = Person::new(street.folder.path(), home);
        let link = street.convener.json(&["invite", "--side", side])["link"].as_str().unwrap().to_owned();
        person.json(&["join", &link, "--name", name]);
        links.push(link);
        street.delegates.push(person);
        street.settle();
    }
    Watched { street, outside, inside, links, _runtime: runtime }
}

/// A file of this test's own, which is searched by nobody.
fn write(folder: &Path, name: &str, contents: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, contents).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Everything that a dialogue goes through, with a sentinel in each.
fn live(street: &Street) {
    let inputs = tempfile::tempdir().unwrap();
    let put = |name: &str, contents: &str| write(inputs.path(), name, contents);
    let [anna, boris, arthur] = ["anna", "boris", "arthur"].map(|name| street.delegate(name));
    let convener = &street.convener;
    let agenda = std::fs::read_to_string(example("agenda.toml")).unwrap();
    convener.json(&[
        "agenda",
        "import",
        &put("agenda.toml", &agenda.replace("humanitarian carve-out", "qzxagendaqzx")),
    ]);
    let words = std::fs::read_to_string(example("A.toml")).unwrap().replace("side = \"A\"", "");
    anna.json(&["position", "import", &put("anna.toml", &format!("# qzxpositionqzx\n{words}"))]);
    boris.json(&["position", "import", &put("boris.toml", &numbers())]);
    for (room, words) in ["plenary", "caucus", "convener"].into_iter().zip(SAID) {
        anna.json(&["room", "send", room, words]);
    }
    let sides = SIDES.join(",");
    let call = |more: &[&'static str]| -> Vec<String> {
        let begin = ["sounding", "call", "--sides", sides.as_str()];
        begin.iter().chain(more).map(|word| (*word).to_owned()).collect()
    };
    let sound = |call: &[String], votes: &[&[&str]]| {
        let call: Vec<&str> = call.iter().map(String::as_str).collect();
        street.sound(anna, &[anna, boris], &call, votes)
    };
    let named = sound(&call(&["--package", "P1", "--package", "P2"]), &[]);
    assert_eq!(named[0]["result"], "package", "{named:?}");
    let file = put("text.txt", "qzxtextqzx\n");
    let mut adopt = call(&["--rule", "exists", "--title", "qzxheadingqzx", "--issue", "K", "--adopt"]);
    adopt.push(file);
    assert_eq!(sound(&adopt, &[&["--accept"], &["--reject"]])[0]["result"], "none");
    const EARLY: &str = "2026-12-01T09:00Z/2026-12-01T10:00Z";
    const LATE: &str = "2026-12-02T09:00Z/2026-12-02T10:00Z";
    let calendar = put("anna.ics", &calendar());
    let date = call(&["--date", EARLY, "--date", LATE, "--tell-all"]);
    let answer = sound(&date, &[&["--ics", &calendar], &["--free", EARLY, "--free", LATE]]);
    assert_eq!(answer[0]["package"], LATE, "the calendar was read: {answer:?}");
    street.settle();
    enter(street, named[0]["id"].as_str().unwrap(), (PEOPLE[0].1, PEOPLE[1].1), inputs.path());
    // Errors speak of what is wrong, not of what was private.
    for wrong in [
        &["position", "import", &example("C.toml")][..],
        &[
            "position",
            "import",
            &put("odd.toml", "kind = \"words\"\n# qzxpositionqzx\n[issue.T]\nwords = { T0 = \"could not\" }\n"),
        ],
        &["room", "read", "caucus:another"],
        &["sounding", "call", "--sides", &sides, "--package", "P77"],
        &["sounding", "consent", "ffff"],
        &["invite", "--side", SIDES[0]],
    ] {
        anna.refused(wrong);
    }
    let mut locked = anna.command(&["room", "read", "plenary"]);
    let locked = locked.env("BACKCHANNEL_PASSPHRASE", "not that one").output().unwrap();
    assert_eq!(locked.status.code(), Some(3));
    anna.tell(&locked.stderr);
    let backup = street.folder.path().join("boris.backup").to_str().unwrap().to_owned();
    boris.json(&["backup", &backup]);
    boris.json(&["wipe", "--yes"]);
    boris.json(&["restore", &backup]);
    street.settle();
    assert_eq!(arthur.read("caucus"), ["qzxcaucusqzx"], "members have it");
    assert_eq!(boris.read("plenary"), ["qzxplenaryqzx"], "members have it");
    convener.json(&["remove", PEOPLE[2].1, "--why", "qzxreasonqzx"]);
    // Who was removed has no token any more.
    for person in [convener, anna, boris] {
        person.sync();
    }
}

/// A position in numbers; every package that stands on issue T is within its red line.
fn numbers() -> String {
    let issues = [("T", 5), ("C", 3), ("S", 4), ("G", 5), ("N", 2), ("K", 2)];
    let mut text = "kind = \"additive\"\nreservation = \"0.5\"\n".to_owned();
    for (issue, choices) in issues {
        let value = if issue == "T" { "0.7310918042" } else { "0.01" };
        let values: Vec<String> = (0..choices).map(|choice| format!("{issue}{choice} = {value}")).collect();
        text.push_str(&format!("\n[issue.{issue}]\nvalues = {{ {} }}\n", values.join(", ")));
    }
    text
}

/// A calendar in which the first of December is taken.
fn calendar() -> String {
    let event = "UID:1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261201T093000Z\r\nDTEND:20261201T094500Z\r\n\
                 SUMMARY:qzxcalendarqzx\r\nLOCATION:qzxcalendarqzx\r\n";
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nBEGIN:VEVENT\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n")
}

/// Waits until a dialogue's journal of this home holds something; answers the journal.
fn journal(person: &Person) -> PathBuf {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let files = std::fs::read_dir(person.home.join("dialogues")).unwrap().flatten();
        let mut journals = files.map(|entry| entry.path()).filter(|path| path.to_string_lossy().ends_with(".db-wal"));
        let written = |path: &PathBuf| path.metadata().is_ok_and(|metadata| metadata.len() > 0);
        if let Some(journal) = journals.find(written) {
            return journal;
        }
        assert!(Instant::now() < until, "no journal was written");
        super::street::pause(5);
    }
}

/// Takes out of what was told on standard error all that is no line of a log, and answers it.
fn notices(folder: &Path) -> String {
    let told = text(&std::fs::read(folder.join("told.log")).unwrap());
    let is_log = |line: &&str| {
        let mut words = line.split_whitespace();
        let level = words.next().is_some_and(|level| ["ERROR", "WARN", "INFO", "DEBUG", "TRACE"].contains(&level));
        level
            && words.next().is_some_and(|target| target.starts_with("client::") || target.starts_with("backchannel::"))
    };
    let (log, notices): (Vec<&str>, Vec<&str>) = told.lines().partition(is_log);
    std::fs::write(folder.join("told.log"), log.join("\n") + "\n").unwrap();
    notices.join("\n")
}

/// The tokens that members showed to the relay.
fn tokens(inside: &[u8]) -> Vec<(String, Vec<u8>)> {
    let text = String::from_utf8_lossy(inside);
    let shown = text.split("Bearer ").skip(1).filter_map(|rest| dialogue::id::unhex::<32>(rest.get(..64)?));
    let mut tokens: Vec<_> = shown.map(|token| ("a token".to_owned(), token.to_vec())).collect();
    tokens.sort();
    tokens.dedup();
    tokens
}

#[test]
fn sentinels_never_reach_relay_rows_vault_files_logs_or_error_texts() {
    let mut watched = watched();
    live(&watched.street);
    let street = &mut watched.street;
    let folder = street.folder.path().to_owned();
    let names = PEOPLE.iter().map(|(_, name, _)| *name);
    let links = watched.links.iter().map(|link| link.rsplit_once('#').unwrap().1);
    let record = WORDS.into_iter().chain(TOLD);
    let sought = Sought::words(names.chain(SIDES).chain(SAID).chain(OTHERS).chain(record).chain(links));

    // What is said to the person at the terminal may name sides and members, and nothing else; a log may not even that.
    let notices = notices(&folder);
    let named =
        Sought::words(SAID.into_iter().chain(OTHERS).chain(WORDS).chain(watched.links.iter().map(String::as_str)));
    // Who exports is shown the words that deserve a look.
    let unasked: Vec<&str> = notices.lines().filter(|line| !line.starts_with("note: look")).collect();
    named.absent("what was said to people", unasked.join("\n").as_bytes());
    assert!(notices.contains("error: "), "errors were read");

    // Journals too: of a program at work, and of one that was killed.
    let anna = street.delegate("anna").clone();
    let mut waiting = anna.start(&["sync", "--wait", "300"]);
    street.delegate("boris").json(&["room", "send", "plenary", SAID[0]]);
    let journal = journal(&anna);
    sought.absent_below(&folder);
    waiting.kill().unwrap();
    anna.tell(&waiting.wait_with_output().unwrap().stderr);
    assert!(self::notices(&folder).is_empty(), "nobody was told anything while the program waited");
    assert!(journal.is_file(), "whoever is killed leaves its journal");
    let relay = street.relay.take().unwrap();
    let log = relay.log.clone();
    relay.kill();
    let files = sought.absent_below(&folder);
    assert!(files > 15, "only {files} files were searched");
    println!(
        "FIGURE: canary: {} sentinels, {} of them on the record, in none of {files} files nor in what passed",
        PEOPLE.len() + SIDES.len() + SAID.len() + OTHERS.len() + WORDS.len() + TOLD.len(),
        WORDS.len() + TOLD.len()
    );

    // What passed, each way of each connection as a whole.
    let (outside, inside) = (streams(&watched.outside.take()), streams(&watched.inside.take()));
    let bytes = |way: &std::collections::BTreeMap<_, Vec<u8>>| way.values().map(Vec::len).sum::<usize>();
    assert!(bytes(&inside) > 1_000_000, "only {} bytes were seen within TLS", bytes(&inside));
    assert!(bytes(&outside) > bytes(&inside), "{} {}", bytes(&outside), bytes(&inside));
    for stream in outside.values().chain(inside.values()) {
        sought.absent("what passed between members and relay", stream);
    }
    // Tokens open a log to whoever has them: they pass within TLS, and are nowhere else but in their owners' vaults.
    let shown = tokens(&inside.values().flatten().copied().collect::<Vec<_>>());
    assert_eq!(shown.len(), 1 + PEOPLE.len(), "the convener's and one a member");
    let shown = Sought::bytes(shown);
    shown.absent_below(&folder);
    outside.values().for_each(|stream| shown.absent("the wire", stream));

    // The search can fail: it finds what must be there.
    let id = street.convener.json(&["dialogue", "list"])["dialogues"][0]["id"].as_str().unwrap().to_owned();
    let found = |word: &str, within: &[u8]| !Sought::words([word]).found(within).is_empty();
    let any = |word: &str, way: &std::collections::BTreeMap<_, Vec<u8>>| way.values().any(|one| found(word, one));
    assert!(any(&id, &inside), "the log's id is in every request");
    assert!(any("http/1.1", &outside), "a handshake names the protocol");
    let run = inside.iter().find(|((_, up), stream)| *up && found("backchannel-stream", stream));
    assert!(run.is_some_and(|(_, stream)| stream.len() > 50_000), "the run lane was seen");
    let raw = dialogue::id::unhex::<16>(&id).unwrap().to_vec();
    let log_id = Sought::bytes([("the log's id".to_owned(), raw)]);
    let database =
        ["relay.db", "relay.db-wal"].map(|name| std::fs::read(folder.join(name)).unwrap_or_default()).concat();
    assert!(!log_id.found(&database).is_empty(), "the relay's database was read");
    let told = text(&std::fs::read(folder.join("told.log")).unwrap());
    assert!(found(&id[..8], told.as_bytes()), "the members' logs were read");
    for line in
        ["an event was taken up", "appended", "a phase ended", "a run ended", "a backup was", "a commit was merged"]
    {
        assert!(told.contains(line), "the members' logs do not say `{line}`");
    }
    assert!(std::fs::metadata(log).unwrap().is_file());
}
