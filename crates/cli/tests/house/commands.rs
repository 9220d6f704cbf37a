//! Commands of the record that no story needs: each is entered once by the command line, and read by somebody else.
use serde_json::Value;

use super::record::SIDES;
use super::street::{Person, Street, example};

fn file(street: &Street, name: &str, contents: &str) -> String {
    let path = street.folder.path().join(name);
    std::fs::write(&path, contents).unwrap();
    path.to_str().unwrap().to_owned()
}

fn named<'a>(list: &'a Value, key: &str, name: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|one| one[key] == name);
    found.unwrap_or_else(|| panic!("no {name} in {list}"))
}

#[test]
fn each_act_on_the_record_that_one_member_enters_is_read_by_another() {
    let street = Street::with(None, &SIDES[..2], &[]);
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    street.convener.json(&["agenda", "import", &example("agenda.toml")]);
    street.settle();
    statements(&street, anna, boris);
    affairs(anna, boris);
    meetings(&street, anna, boris);
    memory(&street, anna, boris);
    standing(anna, boris);
    outside(anna, boris);
    street.converged();
}

/// `statement import`, from TOML and from CSV.
fn statements(street: &Street, anna: &Person, boris: &Person) {
    let toml = "[[statement]]\nname = \"one\"\nkind = \"limit\"\nspeaker = \"a minister\"\nattribution = \"on-record\"\n\
                setting = \"public\"\nstance = \"asserts\"\ntext = \"Not before spring.\"\nsource = \"a paper\"\n\
                root = \"an agency\"\n";
    assert_eq!(anna.json(&["statement", "import", &file(street, "one.toml", toml)])["entered"], 1);
    let csv = "name,kind,speaker,anonymous,attribution,setting,stance,text,source,root,marks\n\
               two,never-option,an official,true,background,private,asserts,\"A remark, and no more\",a paper,an agency,\
               remov* envoy; recall* envoy\n";
    assert_eq!(anna.json(&["statement", "import", &file(street, "two.csv", csv)])["entered"], 1);
    let read = boris.json(&["statement", "list"]);
    assert_eq!(named(&read["limits"], "name", "one")["text"], "Not before spring.");
    let two = named(&read["never_options"], "name", "two");
    assert_eq!((&two["anonymous"], &two["text"]), (&true.into(), &"A remark, and no more".into()));
    assert_eq!(two["marks"], serde_json::json!(["remov* envoy", "recall* envoy"]));
}

/// `channel add`, `impasse add` and `resolve`, `crisis contact`, `flag` and `ease`.
fn affairs(anna: &Person, boris: &Person) {
    let channel = ["channel", "add", "embassies", "talks of the embassies", "--between", "A,B", "--issue", "G"];
    anna.json(&[&channel[..], &["--since", "2026-01"]].concat());
    let read = boris.json(&["channel", "list"]);
    let found = named(&read["channels"], "name", "embassies");
    assert_eq!((&found["since"], &found["issues"][0]), (&"2026-01".into(), &"G".into()));
    assert_eq!(read["collisions"][0]["channel"], "embassies");

    let impasse = ["impasse", "add", "dates", "--blocker", "no date suits both", "--level", "delegate"];
    anna.json(&[&impasse[..], &["--next", "ask in March"]].concat());
    assert_eq!(boris.json(&["impasse", "list"])["impasses"][0]["resolved"], Value::Null);
    boris.json(&["impasse", "resolve", "dates", "both meet in April"]);
    let read = &anna.json(&["impasse", "list"])["impasses"][0];
    assert_eq!((&read["resolved"], &read["next"]), (&"both meet in April".into(), &"ask in March".into()));

    anna.json(&["crisis", "contact", "desk of A", "by telephone", "--side", "A"]);
    anna.json(&["crisis", "flag", "strait", "a closed strait", "--contact", "desk of A", "--issue", "S"]);
    assert_eq!(boris.json(&["crisis", "list"])["flags"][0]["eased"], Value::Null);
    assert!(boris.text(&["crisis", "list"]).contains("Call desk of A (by telephone)"));
    boris.json(&["crisis", "ease", "strait", "ships pass again"]);
    assert_eq!(anna.json(&["crisis", "list"])["flags"][0]["eased"], "ships pass again");
    assert!(!anna.text(&["crisis", "list"]).contains("Flag strait"));
}

/// `meeting held` with others than were invited, and `meeting holiday`.
fn meetings(street: &Street, anna: &Person, boris: &Person) {
    for (person, seat) in [(anna, "seatA"), (boris, "seatB")] {
        let add = ["seat", "add", seat, "--holder", seat, "--office", "former", "--capacity", "private"];
        person.json(&[&add[..], &["--member", &person.name]].concat());
    }
    let guest = ["seat", "add", "guest", "--holder", "a guest", "--office", "serving", "--capacity", "mandated"];
    street
        .convener
        .json(&[&guest[..], &["--government", "Arcadia", "--described", "a paper=close to the court"]].concat());
    let plan = ["meeting", "add", "M1", "--mode", "online", "--day", "2026-03-10", "--present", "seatA,guest"];
    assert_eq!(street.convener.json(&plan)["track"], "1.5");
    street.convener.json(&["meeting", "held", "M1", "--present", "seatA,seatB", "--minutes", "45"]);
    let read = boris.json(&["meeting", "show", "M1"]);
    assert_eq!(read["present"], serde_json::json!(["seatA", "seatB"]));
    assert_eq!((&read["held"], &read["minutes"], &read["track"]), (&true.into(), &45.into(), &"2".into()));
    let shown = boris.json(&["seat", "show", "guest"])["now"]["described"][0].clone();
    assert_eq!((&shown["source"], &shown["words"]), (&"a paper".into(), &"close to the court".into()));

    anna.json(&["meeting", "holiday", "2026-12-25", "a feast", "--side", "A"]);
    street.settle();
    let planned = boris.output(&["meeting", "add", "M2", "--mode", "online", "--day", "2026-12-25"]);
    let said = super::street::text(&planned.stderr);
    assert!(planned.status.success() && said.contains("that day is a feast for side A"), "{said}");
}

/// `agenda off`, with other words for what is meant, `lift` and `tried`.
fn memory(street: &Street, anna: &Person, boris: &Person) {
    let agenda = std::fs::read_to_string(example("agenda.toml")).unwrap();
    let with = |title: &str| {
        let changed = agenda.replacen("\"fixed calendar and crisis contact\"", &format!("\"{title}\""), 1);
        assert_ne!(changed, agenda);
        file(street, "changed.toml", &changed)
    };
    let off = ["agenda", "off", "K", "joint patrols", "--by", "B", "--why", "refused in March", "--until", "2026-06"];
    boris.json(&[&off[..], &["--mark", "patrol* joint*"]].concat());
    let read = anna.json(&["agenda", "memory"])["off_the_table"][0].clone();
    assert_eq!((&read["option"], &read["until"]), (&"joint patrols".into(), &"2026-06".into()));
    for title in ["Joint patrols", "patrols held jointly"] {
        let (code, said) = anna.refused(&["agenda", "import", &with(title)]);
        assert!(code == 3 && said.contains("off the table: refused in March (B)"), "{title}: {said}");
    }
    anna.json(&["agenda", "import", &with("patrols of one's own")]);
    let lift = ["agenda", "lift", "K", "joint patrols", "--why", "both ask for it"];
    assert_eq!(anna.refused(&lift).0, 3, "by who took it off, or the convener");
    boris.json(&lift);
    let read = anna.json(&["agenda", "memory"]);
    assert_eq!(read["off_the_table"].as_array().unwrap().len(), 0);
    assert_eq!(
        (&read["lifted"][0][0]["option"], &read["lifted"][0][1]),
        (&"joint patrols".into(), &"both ask for it".into())
    );
    anna.json(&["agenda", "import", &with("patrols held jointly")]);

    let tried =
        ["agenda", "tried", "K", "K2", "--by", "B", "--answer", "not now", "--why", "no ships", "--day", "2025"];
    anna.json(&tried);
    assert_eq!(boris.json(&["agenda", "memory"])["tried"][0]["day"], "2025");
    let again =
        agenda.replacen("{ name = \"K0\"", "{ name = \"K2\", title = \"a joint office\" },\n  { name = \"K0\"", 1);
    anna.json(&["agenda", "import", &file(street, "again.toml", &again)]);
    let told = boris.sync()["notices"].to_string();
    assert!(told.contains("tried_before") && told.contains("not now no ships"), "{told}");
}

/// Facts of standing by side and day.
fn standing(anna: &Person, boris: &Person) {
    let add = |person: &Person, stance: &str, side: &str, day: &str| {
        let words = ["standing", "add", "--government", "Arcadia", "--relation", "directed", "--stance", stance];
        person.json(&[&words[..], &["--by", &person.name, "--side", side, "--day", day]].concat());
    };
    add(anna, "denies", "A", "2026-03-01");
    add(boris, "asserts", "B", "2026-03-01");
    add(boris, "asserts", "A", "2026-05");
    let read = anna.json(&["standing", "list"]);
    let sides = &read["governments"][0]["sides"];
    assert_eq!(named(sides, "side", "B")["verdicts"]["directed"], "yes");
    assert_eq!(named(sides, "side", "A")["verdicts"]["directed"], "contested");
    assert_eq!(named(sides, "side", "A")["verdicts"]["knew"], "not-reported");
    let pairs = read["pairs"].as_array().unwrap();
    let why: Vec<&str> = pairs.iter().map(|one| one["why"].as_str().unwrap()).collect();
    assert!(why[0].contains("different sides") && why[1].contains("later day") && why.len() == 2, "{why:?}");
    let said = anna.text(&["standing", "list"]);
    assert!(said.contains("asserted by boris, on record, of side B, 2026-03-01"), "{said}");
    let unknown =
        ["standing", "add", "--government", "Arcadia", "--relation", "knew", "--stance", "asserts", "--by", "x"];
    assert_eq!(anna.refused(&[&unknown[..], &["--side", "Z"]].concat()).0, 3);
}

/// `seat outside`: who is not in the room, until a seat of theirs was.
fn outside(anna: &Person, boris: &Person) {
    anna.json(&["seat", "outside", "Arcadia", "--part", "its ships pass the strait"]);
    let at = |person: &Person| person.json(&["seat", "list"])["outside"][0]["at_a_meeting"].clone();
    assert_eq!(at(boris), "not reported");
    let held =
        ["meeting", "add", "M3", "--mode", "online", "--day", "2026-05-10", "--present", "seatA,guest", "--held"];
    anna.json(&held);
    assert_eq!(at(boris), "M3");
    assert!(
        boris
            .text(&["seat", "list"])
            .contains("Outside the room: Arcadia, its ships pass the strait; at a meeting: M3")
    );
}

#[test]
fn a_side_that_objects_is_heard_and_nothing_is_promoted_over_it() {
    let street = Street::with(None, &SIDES, &["--budget-bits", "100"]);
    let (anna, boris, clara) = (street.delegate("anna"), street.delegate("boris"), street.delegate("clara"));
    let text = file(&street, "text.txt", "Both sides keep the line.");
    let call = ["sounding", "call", "--sides", "A,B", "--rule", "exists", "--adopt", &text];
    let accept: &[&str] = &["--accept"];
    let answers = street.sound(anna, &[anna, boris], &call, &[accept, accept]);
    let id = answers[0]["id"].as_str().unwrap();
    anna.json(&["gate", "affects", id, "--side", "C"]);
    for person in [anna, boris] {
        person.sync();
        person.json(&["gate", "bring", id]);
    }
    let shown = clara.json(&["gate", "object", id, "--note", "the line is ours"]);
    assert_eq!((&shown["status"], &shown["objecting"][0]), (&"exploratory".into(), &"C".into()));
    assert!(boris.text(&["gate", "show", id]).contains("objects: C"));
    assert!(boris.refused(&["gate", "promote", id]).1.contains("until C consent"));
    street.converged();
}
