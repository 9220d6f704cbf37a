//! Sentinels in everything that goes on the record, for the canary's search.
use std::path::Path;

use super::record::{keygen, sign};
use super::street::Street;

/// What nobody is told who does not ask for it.
pub(crate) const WORDS: [&str; 47] = [
    "qzxholderaqzx",
    "qzxholderbqzx",
    "qzxgovernmentqzx",
    "qzxpostqzx",
    "qzxinstitutionqzx",
    "qzxclosetoqzx",
    "qzxspelledqzx",
    "qzxvenueqzx",
    "qzxitemqzx",
    "qzxlocationqzx",
    "qzxattendeeqzx",
    "qzxassertedqzx",
    "qzxreportedqzx",
    "qzxspeakerqzx",
    "qzxquotedqzx",
    "qzxsourceqzx",
    "qzxclaimqzx",
    "qzxwordingqzx",
    "qzxdraftedqzx",
    "qzxwithdrawnqzx",
    "qzxapartqzx",
    "qzxdescribedqzx",
    "qzxreachqzx",
    "qzxthreatqzx",
    "qzxblockerqzx",
    "qzxnextstepqzx",
    "qzxprincipalqzx",
    "qzxconditionqzx",
    "qzxcounselqzx",
    "qzxreferenceqzx",
    "qzxrecalledqzx",
    "qzxdeskqzx",
    "qzxreturnedqzx",
    "qzxabsentqzx",
    "qzxchannelwhatqzx",
    "qzxchannelpartyqzx",
    "qzxoffwhyqzx",
    "qzxoffbyqzx",
    "qzxoffmarkqzx",
    "qzxanswerqzx",
    "qzxcadenceqzx",
    "qzxgatenoteqzx",
    "qzxconfirmedqzx",
    "qzxdescriptionqzx",
    "qzxpartqzx",
    "qzxeasedqzx",
    "qzxresolvedqzx",
];
/// What people are told at their terminals: by what a thing is called, and what the hotline says.
pub(crate) const TOLD: [&str; 15] = [
    "qzxseatoneqzx",
    "qzxseattwoqzx",
    "qzxmeetingqzx",
    "qzxsummaryqzx",
    "qzxstatementqzx",
    "qzxlinenameqzx",
    "qzxcontactqzx",
    "qzxflagqzx",
    "qzxhotlineqzx",
    "qzxpacketqzx",
    "qzxchannelqzx",
    "qzxoffoptionqzx",
    "qzxholidayqzx",
    "qzxpartyqzx",
    "qzxtriedqzx",
];

/// A talk on the record, with a sentinel in each of its parts. What members write for others goes into `outside`.
pub(crate) fn enter(street: &Street, question: &str, (first, second): (&str, &str), outside: &Path) {
    let (convener, anna, boris) = (&street.convener, street.delegate("anna"), street.delegate("boris"));
    let path = |name: &str| outside.join(name).to_str().unwrap().to_owned();
    for (seat, holder, member) in [(TOLD[0], WORDS[0], first), (TOLD[1], WORDS[1], second)] {
        let words = ["seat", "add", seat, "--holder", holder, "--office", "former", "--capacity", "private"];
        let more = ["--government", "qzxgovernmentqzx", "--institution", "qzxinstitutionqzx", "--member", member];
        let close = ["--close-to", "qzxclosetoqzx", "--post", "qzxpostqzx"];
        convener.json(
            &[&words[..], &more, &close, &["--also", if member == first { "qzxspelledqzx" } else { "B" }]].concat(),
        );
    }
    let present = TOLD[..2].join(",");
    let meeting = ["meeting", "add", "qzxmeetingqzx", "--mode", "in-person", "--where", "qzxvenueqzx", "--held"];
    let when = ["--at", "2026-03-10T14:00Z", "--present", &present, "--item", "qzxitemqzx", "--minutes", "90"];
    convener.json(&[&meeting[..], &when].concat());
    std::fs::write(path("invitation.ics"), invitation()).unwrap();
    anna.json(&["meeting", "add", "--ics", &path("invitation.ics")]);
    anna.json(&["meeting", "ics", "qzxmeetingqzx", "--out", &path("meeting.ics"), "--details"]);
    let standing = ["standing", "add", "--government", "qzxgovernmentqzx", "--relation", "knew", "--stance", "asserts"];
    boris.json(&[&standing[..], &["--by", "qzxassertedqzx"]].concat());
    let statement = ["statement", "add", "qzxstatementqzx", "qzxreportedqzx", "--speaker", "qzxspeakerqzx"];
    let more = ["--attribution", "background", "--source", "qzxsourceqzx", "--quote", "qzxquotedqzx"];
    anna.json(&[&statement[..], &more, &["--claim", "qzxclaimqzx"]].concat());
    lines(street);
    boris.json(&["crisis", "contact", "qzxcontactqzx", "qzxreachqzx", "--side", super::canary::SIDES[1]]);
    boris.json(&["crisis", "flag", "qzxflagqzx", "qzxthreatqzx", "--contact", "qzxcontactqzx"]);
    boris.json(&["crisis", "hotline", "qzxhotlineqzx"]);
    let impasse = ["impasse", "add", "stuck", "--blocker", "qzxblockerqzx", "--level", "principal"];
    boris.json(&[&impasse[..], &["--next", "qzxnextstepqzx"]].concat());
    boris.json(&["gate", "affects", question, "--side", "qzxabsentqzx"]);
    beside(street);
    gate(street, outside);
    mandate(street, outside);
    // What goes out is in the files, and in these alone.
    for (audience, form) in [("capital", "md"), ("institute", "docx"), ("public", "pdf")] {
        let out = path(&format!("debrief.{form}"));
        let make = ["debrief", "make", "qzxmeetingqzx", "--for", audience, "--form", form, "--to", "qzxdeskqzx"];
        anna.json(&[&make[..], &["--out", &out]].concat());
    }
    let printed = std::fs::read_to_string(path("debrief.md")).unwrap();
    assert!(printed.contains("qzxwordingqzx") && printed.contains("qzxapartqzx"), "{printed}");
    boris.json(&["handover", "card", "--out", &path("card.json")]);
    let make =
        ["handover", "make", "--card", &path("card.json"), "--line", "qzxlinenameqzx", "--title"].map(str::to_owned);
    let make: Vec<&str> = make.iter().map(String::as_str).collect();
    anna.json(&[&make[..], &["qzxpacketqzx", "--out", &path("packet.json")]].concat());
    let packet = std::fs::read_to_string(path("packet.json")).unwrap();
    assert!(packet.contains("qzxwordingqzx"), "{packet}");
    let digest = convener.json(&["handover", "receive", &path("packet.json")])["digest"].as_str().unwrap().to_owned();
    convener.json(&["handover", "return", &digest, "--why", "qzxreturnedqzx", "--out", &path("answer.json")]);
    anna.json(&["handover", "answered", &path("answer.json")]);
    street.settle();
    errors(street, outside, &packet);
}

/// Channels, what the agenda remembers, cadence and holidays, who is not in the room, what was eased and resolved.
fn beside(street: &Street) {
    let (convener, anna, boris) = (&street.convener, street.delegate("anna"), street.delegate("boris"));
    // Between others, so that nobody is told of a collision by name.
    let between = "qzxchannelpartyqzx,elsewhere";
    anna.json(&["channel", "add", "qzxchannelqzx", "qzxchannelwhatqzx", "--between", between]);
    let off = ["agenda", "off", "T", "qzxoffoptionqzx", "--by", "qzxoffbyqzx", "--why", "qzxoffwhyqzx"];
    anna.json(&[&off[..], &["--mark", "qzxoffmarkqzx"]].concat());
    let tried = ["agenda", "tried", "T", "qzxtriedqzx", "--by", "qzxoffbyqzx", "--answer", "qzxanswerqzx"];
    boris.json(&tried);
    anna.json(&["meeting", "cadence", "--days", "16", "--words", "qzxcadenceqzx"]);
    anna.json(&["meeting", "holiday", "2026-12-25", "qzxholidayqzx", "--side", super::canary::SIDES[0]]);
    anna.json(&["seat", "outside", "qzxpartyqzx", "--part", "qzxpartqzx"]);
    let seat = ["seat", "add", "described", "--holder", "X", "--office", "expert", "--capacity", "private"];
    convener.json(&[&seat[..], &["--described", "qzxsourceqzx=qzxdescriptionqzx"]].concat());
    anna.json(&["crisis", "ease", "qzxflagqzx", "qzxeasedqzx"]);
    anna.json(&["impasse", "resolve", "stuck", "qzxresolvedqzx"]);
    street.settle();
    let read = boris.json(&["agenda", "memory"]).to_string() + &boris.json(&["channel", "list"]).to_string();
    assert!(read.contains("qzxoffwhyqzx") && read.contains("qzxchannelwhatqzx"), "members have it");
}

/// A result that a quorum carries: the side that may have been outvoted consents with a note, a principal confirms.
fn gate(street: &Street, outside: &Path) {
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    let text = outside.join("line.txt");
    std::fs::write(&text, "Both sides keep the line.").unwrap();
    let sides = super::canary::SIDES.join(",");
    let call = ["sounding", "call", "--sides", &sides, "--rule", "exists", "--quorum", "1", "--issue", "K", "--adopt"];
    let accept: &[&str] = &["--accept"];
    let call = [&call[..], &[text.to_str().unwrap()]].concat();
    let answers = street.sound(anna, &[anna, boris], &call, &[accept, accept]);
    let id = answers[0]["id"].as_str().unwrap();
    anna.json(&["gate", "affects", id, "--side", super::canary::SIDES[0]]);
    for person in [anna, boris] {
        person.sync();
        person.json(&["gate", "bring", id]);
    }
    anna.json(&["gate", "consult", id, "--note", "qzxgatenoteqzx"]);
    anna.json(&["gate", "consent", id]);
    boris.json(&["gate", "promote", id]);
    anna.json(&["gate", "confirm", id, "--principal", "qzxconfirmedqzx"]);
    let read = boris.json(&["gate", "show", id]).to_string();
    assert!(read.contains("qzxconfirmedqzx"), "members have it");
}

fn lines(street: &Street) {
    let (convener, anna) = (&street.convener, street.delegate("anna"));
    let line = |name: &'static str, text: &'static str, audiences: &'static str| {
        let words = ["readout", "add", name, text, "--meeting", "qzxmeetingqzx", "--for", audiences];
        [&words[..], &["--speaker", "qzxseatoneqzx"]].concat()
    };
    anna.json(&line("qzxlinenameqzx", "A step qzxwordingqzx was thought workable.", "capital,institute,public"));
    convener.json(&[&line("drafted", "qzxdraftedqzx", "capital")[..], &["--description", "qzxdescribedqzx"]].concat());
    anna.json(&["readout", "list"]);
    anna.json(&["readout", "clear", "drafted"]);
    anna.json(&line("taken back", "qzxwithdrawnqzx", "public"));
    anna.json(&["readout", "withdraw", "taken back"]);
    anna.json(&[&line("apart", "qzxapartqzx", "capital")[..], &["--caucus"]].concat());
    street.settle();
    let read = street.delegate("arthur").json(&["readout", "list", "--caucus"]).to_string();
    assert!(read.contains("qzxapartqzx"), "members have it");
}

/// Drafted, presented to the convener and then to all, and taken back.
fn mandate(street: &Street, outside: &Path) {
    let anna = street.delegate("anna");
    let Some(key) = keygen(outside) else {
        return;
    };
    let path = |name: &str| outside.join(name).to_str().unwrap().to_owned();
    let file = path("mandate.txt");
    let draft = ["mandate", "draft", "--principal", "qzxprincipalqzx", "--scope", "explore", "--out", &file];
    let when = ["--from", "2026-01-01T00:00Z", "--until", "2036-01-01T00:00Z", "--condition", "qzxconditionqzx"];
    let counsel =
        ["--counsel", "qzxcounselqzx", "--counsel-day", "2026-01-02", "--counsel-reference", "qzxreferenceqzx"];
    anna.json(&[&draft[..], &when, &counsel].concat());
    sign(&key, "mandate@backchannel", &file);
    for room in ["convener", "plenary"] {
        anna.json(&["mandate", "present", &file, "--room", room]);
    }
    let shown = street.convener.json(&["mandate", "show"]).to_string();
    assert!(shown.contains("qzxprincipalqzx"), "members have it");
    let back = path("back.txt");
    anna.json(&["mandate", "revoke", &file, "--out", &back, "--reason", "qzxrecalledqzx"]);
    sign(&key, "mandate@backchannel", &back);
    anna.json(&["mandate", "revoke", &back]);
    let altered = std::fs::read_to_string(&file).unwrap().replace("qzxprincipalqzx", "qzxprincipalqzxx");
    std::fs::write(&file, altered).unwrap();
    anna.refused(&["mandate", "check", &file]);
}

/// Refusals speak of what is wrong, not of what was to be entered.
fn errors(street: &Street, outside: &Path, packet: &str) {
    let (anna, boris) = (street.delegate("anna"), street.delegate("boris"));
    let path = |name: &str| outside.join(name).to_str().unwrap().to_owned();
    std::fs::write(path("forged.json"), packet.replace("workable", "unworkable")).unwrap();
    std::fs::write(path("broken.json"), packet.replace("qzxwordingqzx", "qzxwordingqzx\"")).unwrap();
    std::fs::write(path("twice.ics"), invitation().replace("END:VEVENT", "RRULE:FREQ=DAILY\r\nEND:VEVENT")).unwrap();
    let statement = format!("[[statement]]\nname = \"x\"\ntext = \"{}\"\nsource = 7\n", "qzxreportedqzx");
    std::fs::write(path("statements.toml"), statement).unwrap();
    let wrong = path("wrong.md");
    for wrong in [
        &["handover", "receive", &path("forged.json")][..],
        &["handover", "receive", &path("broken.json")],
        &["meeting", "add", "--ics", &path("twice.ics")],
        &["meeting", "add", "x", "--mode", "online", "--where", &"qzxvenueqzx ".repeat(20)],
        &["statement", "import", &path("statements.toml")],
        &["readout", "add", "x", "qzxwordingqzx", "--meeting", "none", "--for", "public"],
        &["readout", "clear", "none"],
        &["seat", "add", "x", "--holder", "qzxholderaqzx", "--office", "former", "--capacity", "private"],
        &["debrief", "make", "none", "--for", "public", "--to", "qzxdeskqzx", "--out", &wrong],
    ] {
        boris.refused(wrong);
    }
    anna.refused(&["seat", "show", "none"]);
}

fn invitation() -> String {
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261105T070000Z\r\n\
     DURATION:PT1H\r\nSUMMARY:qzxsummaryqzx\r\nLOCATION:qzxlocationqzx\r\n\
     ATTENDEE;CN=qzxattendeeqzx:mailto:qzxattendeeqzx@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        .to_owned()
}
