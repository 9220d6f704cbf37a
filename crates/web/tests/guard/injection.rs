//! Marks in what somebody types into rooms, gate, names and titles, and on no page are they marks.
use crate::kit::{Desk, House, PAGES};

/// Ends an attribute, opens elements, acts by itself and by htmx.
pub(crate) const PAYLOAD: &str = "\"><img src=x onerror=alert(1)><b hx-get=/x>'";

/// What would be there if it were not escaped.
const TRACES: [&str; 4] = ["<img src=x", "\"><img", "<b hx-get", "onerror=alert(1)>"];

/// Where a field is: the form's path below the dialogue, its fields; the first is filled with marks.
type Typed = (&'static str, &'static [(&'static str, &'static str)]);

/// Fields of the forms of rooms and gate, with what they refuse; `*` stands for the marks.
const FORMS: [Typed; 13] = [
    ("/rooms/plenary", &[("text", "*")]),
    ("/rooms/caucus%3AA", &[("text", "*")]),
    ("/gate/hotline", &[("hotline-text", "*")]),
    ("/gate/contact", &[("contact-name", "*"), ("contact-reach", "*"), ("contact-side", "A")]),
    ("/gate/flag", &[("flag-name", "*"), ("flag-act", "*"), ("flag-contact", "*"), ("flag-issue", "*")]),
    ("/gate/ease", &[("name", "*"), ("why", "*")]),
    (
        "/gate/impasse",
        &[
            ("impasse-name", "*"),
            ("impasse-blocker", "*"),
            ("impasse-level", "principal"),
            ("impasse-next", "*"),
            ("impasse-issue", "*"),
            ("impasse-source", "*"),
        ],
    ),
    ("/gate/resolve", &[("name", "*"), ("how", "*")]),
    (
        "/gate/channel",
        &[("channel-name", "*"), ("channel-what", "*"), ("channel-between", "A,*"), ("channel-source", "*")],
    ),
    ("/gate/asked", &[("side", "*")]),
    // What cannot be used comes back as a draft.
    (
        "/gate/impasse",
        &[("impasse-name", "*"), ("impasse-blocker", "*"), ("impasse-level", "*"), ("impasse-next", "*")],
    ),
    ("/gate/channel", &[("channel-name", "*"), ("channel-what", "*"), ("channel-since", "*")]),
    ("/gate/flag", &[("flag-name", "*"), ("flag-act", "*"), ("flag-contact", "nobody")]),
];

pub(crate) fn unmarked(place: &str, body: &str) {
    for trace in TRACES {
        assert!(!body.contains(trace), "{place}: {trace}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_that_somebody_typed_are_text_on_every_page() {
    let house = House::with(&["A", "B"], true).await;
    let desk = house.desk("A");
    for (path, fields) in FORMS {
        let fields: Vec<(&str, String)> =
            fields.iter().map(|(name, value)| (*name, value.replace('*', PAYLOAD))).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = desk.post(&format!("{}{path}", desk.talk), &fields).await;
        assert!([303, 409, 422].contains(&answer.status), "{path}: {}", answer.text());
        unmarked(path, &answer.body);
    }
    let (a, b) = (desk, house.desk("B"));
    b.until("/rooms/plenary", "onerror=alert(1)").await;
    let different = format!("/members?different={}", crate::kit::encoded(PAYLOAD));
    for page in PAGES.into_iter().chain([different.as_str()]) {
        for desk in [a, b] {
            let answer = desk.page(page).await;
            let closed = page == "/rooms/caucus%3AA" && !std::ptr::eq(desk, a);
            assert_eq!(answer.status, if closed { 404 } else { 200 }, "{page}");
            unmarked(page, &answer.body);
        }
    }
    // They are there, as text.
    assert!(a.page("/gate").await.text().contains("onerror=alert(1)"), "{}", a.page("/gate").await.text());
    assert!(a.page("").await.text().contains("onerror=alert(1)"));
    unmarked("the list", &a.get("/").await.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_in_names_and_titles_are_text() {
    let house = House::with(&["A"], false).await;
    let desk = house.desk("convener");
    let link = format!("https://127.0.0.1:{}", house.relay.address.port());
    let fields = [("title", PAYLOAD), ("name", PAYLOAD), ("relay", link.as_str()), ("purpose", PAYLOAD)];
    let founded = desk.post("/found", &fields).await;
    assert_eq!(founded.status, 303, "{}", founded.text());
    let to = founded.header("location").unwrap().strip_prefix(desk.base.as_str()).unwrap().to_owned();
    let talk = to.split('?').next().unwrap();
    // There is no side yet, and so no second room.
    for page in PAGES.into_iter().filter(|page| *page != "/rooms/caucus%3AA") {
        let answer = desk.get(&format!("{talk}{page}")).await;
        assert_eq!(answer.status, 200, "{page}");
        unmarked(page, &answer.body);
    }
    assert!(desk.get("/").await.text().contains("onerror=alert(1)"));
    unmarked("the list", &desk.get("/").await.body);
    let joined = desk.post("/join", &[("link", PAYLOAD), ("name", PAYLOAD)]).await;
    unmarked("a link that is none", &joined.body);
    in_addresses(desk, talk).await;
}

/// Addresses are said back as well: in the language's form and for refreshing.
async fn in_addresses(desk: &Desk, talk: &str) {
    for address in ["?a=\"><img%20src=x%20onerror=alert(1)>", "?a='%22%3E%3Cimg", "?a=\"'"] {
        for page in ["/unlock", "/settings", talk] {
            unmarked(address, &desk.get(&format!("{page}{address}")).await.body);
        }
    }
}
