//! The attribution linter as its users meet it: rooms entered with `seat add` and `meeting add`, lines with `readout
//! import`, findings read from `debrief check`, and exports that are refused.
use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::record::talk;
use super::street::{Person, Relay};

/// The readouts and rooms by which the linter is measured where it lives.
fn exercise(name: &str) -> toml::Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dialogue/tests/attribution").join(name);
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

/// A field of a room's file as what is typed for it.
fn flag(key: &str) -> &'static str {
    match key {
        "holder" => "--holder",
        "also" => "--also",
        "office" => "--office",
        "capacity" => "--capacity",
        "gender" => "--gender",
        "side" => "--side",
        "government" => "--government",
        "side_words" => "--side-word",
        "post" | "posts" => "--post",
        "institution" | "institutions" => "--institution",
        "also_described" => "--also-described",
        "mode" => "--mode",
        "day" | "days" => "--day",
        "place" | "places" => "--place",
        "attribution" => "--attribution",
        "held" => "--held",
        other => panic!("no flag for {other}"),
    }
}

/// Every field typed as often as it has values.
fn typed(facts: &toml::Table) -> Vec<String> {
    let mut words = Vec::new();
    for (key, value) in facts {
        match value {
            toml::Value::Boolean(_) => words.push(flag(key).to_owned()),
            toml::Value::Array(all) => {
                let each = all.iter().flat_map(|one| [flag(key).to_owned(), one.as_str().unwrap().to_owned()]);
                words.extend(each);
            }
            one => words.extend([flag(key).to_owned(), one.as_str().unwrap().to_owned()]),
        }
    }
    words
}

/// Runs a command whose words are partly made here.
fn enter(person: &Person, first: &[&str], more: &[String]) -> Value {
    let more = more.iter().map(String::as_str);
    person.json(&first.iter().copied().chain(more).collect::<Vec<_>>())
}

/// A planted leak or a clean line, and what was found in it.
struct Checked {
    text: String,
    leaks: Vec<(String, String)>,
    findings: Vec<(String, String)>,
}

impl Checked {
    /// Whether something of this kind was found that touches these words.
    fn caught(&self, kind: &str, words: &str) -> bool {
        let start = self.text.find(words).unwrap();
        let touches = |matched: &str| {
            let all = self.text.match_indices(matched).map(|(at, found)| (at, at + found.len()));
            all.into_iter().any(|(from, to)| from < start + words.len() && start < to)
        };
        self.findings.iter().any(|(found, matched)| found == kind && touches(matched))
    }
}

/// Enters a room and its readouts by the command line and reads what is found in each.
fn checked(folder: &Path, url: &str, name: &str, room: &toml::Table, readouts: &[toml::Table]) -> Vec<Checked> {
    let convener = Person::new(folder, name);
    convener.json(&["dialogue", "new", "--relay", url, "--title", name, "--name", "Mediator"]);
    let seats = room["seats"].as_array().unwrap();
    let sides: std::collections::BTreeSet<&str> = seats.iter().filter_map(|one| one.get("side")?.as_str()).collect();
    for side in sides {
        convener.json(&["invite", "--side", side]);
    }
    let mut present = Vec::new();
    for (at, facts) in seats.iter().enumerate() {
        present.push(format!("seat{at}"));
        enter(&convener, &["seat", "add", &present[at]], &typed(facts.as_table().unwrap()));
    }
    let meeting = typed(room["meeting"].as_table().unwrap());
    enter(&convener, &["meeting", "add", "M", "--present", &present.join(",")], &meeting);
    let lines = readouts.iter().enumerate().map(|(at, one)| {
        let name = toml::Value::from(format!("L{at}"));
        toml::Value::Table(toml::Table::from_iter([
            ("name".to_owned(), name),
            ("text".to_owned(), one["text"].clone()),
        ]))
    });
    let file = folder.join(format!("{name}.toml"));
    let table = toml::Table::from_iter([("line".to_owned(), toml::Value::Array(lines.collect()))]);
    std::fs::write(&file, toml::to_string(&table).unwrap()).unwrap();
    let entered = convener.json(&["readout", "import", file.to_str().unwrap(), "--meeting", "M", "--for", "public"]);
    assert_eq!(entered["entered"], readouts.len());
    let found = convener.json(&["debrief", "check", "M", "--for", "public"]);
    let mut by_line: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for one in found["findings"].as_array().unwrap() {
        let said = |key: &str| one[key].as_str().unwrap().to_owned();
        by_line.entry(said("line")).or_default().push((said("kind"), said("matched")));
    }
    let one = |(at, readout): (usize, &toml::Table)| {
        let pair = |pair: &toml::Value| (pair[0].as_str().unwrap().to_owned(), pair[1].as_str().unwrap().to_owned());
        let leaks = readout.get("leaks").and_then(toml::Value::as_array).into_iter().flatten().map(pair);
        Checked {
            text: readout["text"].as_str().unwrap().to_owned(),
            leaks: leaks.collect(),
            findings: by_line.remove(&format!("L{at}")).unwrap_or_default(),
        }
    };
    readouts.iter().enumerate().map(one).collect()
}

#[test]
fn the_readouts_are_caught_and_clean_ones_pass_over_the_command_line() {
    let started = std::time::Instant::now();
    let folder = tempfile::tempdir().unwrap();
    let relay = Relay::start(folder.path(), &format!("sqlite:{}", folder.path().join("relay.db").display()));
    let mut all: BTreeMap<String, Vec<toml::Table>> = BTreeMap::new();
    for file in ["en.toml", "ru.toml", "ar.toml", "fr.toml"] {
        for one in exercise(file)["readout"].as_array().unwrap() {
            let one = one.as_table().unwrap().clone();
            all.entry(one["scene"].as_str().unwrap().to_owned()).or_default().push(one);
        }
    }
    let count: usize = all.values().map(Vec::len).sum();
    assert_eq!(count, 200);
    let rooms = exercise("scenes.toml");
    let (home, url) = (folder.path(), relay.url.as_str());
    let done: Vec<Checked> = std::thread::scope(|scope| {
        let start = |(name, readouts): (&String, &Vec<toml::Table>)| {
            let (name, readouts, room) = (name.clone(), readouts.clone(), rooms[name].as_table().unwrap().clone());
            scope.spawn(move || checked(home, url, &name, &room, &readouts))
        };
        let running: Vec<_> = all.iter().map(start).collect();
        running.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    let (mut caught, mut leaks, mut alarms, mut clean) = (0, 0, 0, 0);
    for one in &done {
        if one.leaks.is_empty() {
            clean += 1;
            alarms += usize::from(!one.findings.is_empty());
            if !one.findings.is_empty() {
                println!("alarm: {}: {:?}", one.text, one.findings);
            }
        }
        for (kind, words) in &one.leaks {
            leaks += 1;
            caught += usize::from(one.caught(kind, words));
            if !one.caught(kind, words) {
                println!("missed: {kind} `{words}` in: {}: {:?}", one.text, one.findings);
            }
        }
    }
    let seconds = started.elapsed().as_secs();
    println!("FIGURE: attribution over the command line: {caught} of {leaks} planted leaks caught");
    println!("FIGURE: attribution over the command line: {alarms} of {clean} clean readouts with an alarm");
    println!("FIGURE: attribution over the command line: {count} readouts in {seconds} s");
    assert!(caught * 100 >= leaks * 95, "{caught} of {leaks}");
    assert!(alarms * 100 <= clean * 5, "{alarms} of {clean}");
}

#[test]
fn exports_with_a_narrow_role_a_date_a_place_or_a_leak_in_russian_or_arabic_are_refused() {
    let street = talk();
    let (convener, anna) = (&street.convener, street.delegate("anna"));
    let seat = ["seat", "add", "seatA", "--holder", "anna Example", "--also", "Анна Примерова", "--also", "آنا الخطيب"];
    let more = ["--office", "former", "--capacity", "private", "--government", "Government of A", "--member", "anna"];
    anna.json(&[&seat[..], &more, &["--post", "ambassador", "--post", "hydrologist", "--gender", "woman"]].concat());
    let out = street.folder.path().join("refused.pdf").display().to_string();
    let make = ["debrief", "make", "M1", "--for", "public", "--to", "the press", "--out", &out];
    let cases = [
        ("role", "A former ambassador thought the step workable.", "former ambassador"),
        ("former-post", "A hydrologist thought the step workable.", "hydrologist"),
        ("pronoun", "One participant thought the step workable; she would ask at home.", "she"),
        ("date", "On 10 March the participants looked at grain.", "10 March"),
        ("place", "The participants met in Vienna and looked at grain.", "Vienna"),
        ("russian", "По словам Примеровой, мера выполнима.", "Примеровой"),
        ("arabic", "وقالت الخطيب إن الخطوة ممكنة.", "الخطيب"),
    ];
    for (name, text, leak) in cases {
        convener.json(&["readout", "add", name, text, "--meeting", "M1", "--for", "public"]);
        let (code, said) = convener.refused(&make);
        assert_eq!(code, 3, "{name}: {said}");
        assert!(said.contains("nothing was exported") && said.contains(&format!("BLOCKS  {name}")), "{name}: {said}");
        assert!(said.contains(leak) && said.contains("debrief check"), "{name}: {said}");
        assert!(!Path::new(&out).exists(), "{name}: a file was written");
        convener.json(&["readout", "withdraw", name]);
    }
    assert_eq!(convener.json(&["debrief", "list"])["exports"], serde_json::json!([]), "and nothing is logged");
    convener.json(&[
        "readout",
        "add",
        "clean",
        "A step on grain was thought workable.",
        "--meeting",
        "M1",
        "--for",
        "public",
    ]);
    // What the check cannot see is told with the export itself.
    let said = super::street::text(&convener.output(&make).stdout);
    assert!(said.contains("What this check cannot see") && said.contains("It reads one line at a time"), "{said}");
    assert!(convener.json(&make)["limits"].as_array().unwrap().len() > 10);
    assert!(Path::new(&out).exists());
}
