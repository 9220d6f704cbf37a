//! Every form of every page, filled with marks and sent: they come back as text, or not at all.
use std::collections::BTreeSet;

use crate::injection::{PAYLOAD, unmarked};
use crate::kit::{House, PAGES, between};

/// Pages with forms beside those of the menu.
const MORE: [&str; 14] = [
    "/people/standing",
    "/people/mandates",
    "/agenda/change",
    "/agenda/memory",
    "/position/points",
    "/position/review",
    "/position/try",
    "/position/file",
    "/soundings/new?kind=packages",
    "/soundings/new?kind=agenda",
    "/soundings/new?kind=improve",
    "/soundings/new?kind=adopt",
    "/soundings/new?kind=date",
    "/readouts/meeting?meeting=April",
];

/// What would end the dialogue or the looking, rather than say something.
const NOT_SENT: [&str; 6] = ["/lock", "/language", "/leaving", "/members/remove", "/position/seal", "/begin-anew"];

/// A form of a page: where it goes, and what its fields offer.
struct Form {
    action: String,
    fields: Vec<(String, Offer)>,
}

enum Offer {
    /// A value that the page has put there.
    Given(String),
    /// Something to be typed, of a kind.
    Typed(String),
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    between(tag, &format!(" {name}=\""), "\"").map(|value| value.replace("&#34;", "\"").replace("&#38;", "&"))
}

/// The forms of a page, read as a browser would.
fn forms(body: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for part in body.split("<form").skip(1) {
        let (head, rest) = part.split_once('>').unwrap();
        let inside = rest.split_once("</form>").unwrap().0;
        if attribute(head, "method").as_deref() != Some("post") {
            continue;
        }
        let action = attribute(head, "action").unwrap();
        let mut fields: Vec<(String, Offer)> = Vec::new();
        for tag in inside.split('<').skip(1) {
            let Some(name) = attribute(tag, "name") else { continue };
            let value = || attribute(tag, "value").unwrap_or_default();
            let kind = attribute(tag, "type").unwrap_or_default();
            let offer = match (tag.split_once([' ', '>']).unwrap_or_default().0, kind.as_str()) {
                ("input", "hidden" | "checkbox") | ("button", _) => Offer::Given(value()),
                ("input", "radio") if fields.iter().any(|(known, _)| *known == name) => continue,
                ("input", "radio") => Offer::Given(value()),
                ("input", "file") => continue,
                ("input", kind) => Offer::Typed(kind.to_owned()),
                ("textarea", _) => Offer::Typed("text".to_owned()),
                ("select", _) => {
                    let list = inside.split_once(tag).unwrap().1.split_once("</select>").unwrap().0;
                    let mut options = list.split("<option").skip(1).filter_map(|one| attribute(one, "value"));
                    options.find(|value| !value.is_empty()).map_or(Offer::Typed("text".to_owned()), Offer::Given)
                }
                _ => continue,
            };
            fields.push((name, offer));
        }
        found.push(Form { action, fields });
    }
    found
}

/// The fields with marks typed into them; with `all` also where the page offers a choice.
fn filled(form: &Form, all: bool) -> Vec<(String, String)> {
    let fill = |(name, offer): &(String, Offer)| {
        let text = match offer {
            Offer::Given(value) if all && name != "token" => format!("{value}{PAYLOAD}"),
            Offer::Given(value) => value.clone(),
            Offer::Typed(_) if all => PAYLOAD.to_owned(),
            Offer::Typed(kind) => match kind.as_str() {
                "number" => "1".to_owned(),
                "datetime-local" => "2027-01-10T09:00".to_owned(),
                "date" => "2027-01-10".to_owned(),
                _ if ["until", "since", "day", "from"].iter().any(|end| name.ends_with(end)) => "2027-01".to_owned(),
                _ if ["zone", "offset"].contains(&name.as_str()) => "Z".to_owned(),
                _ => PAYLOAD.to_owned(),
            },
        };
        (name.clone(), text)
    };
    form.fields.iter().map(fill).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_gives_back_what_was_typed_as_text() {
    let house = House::reported(&["A", "B"]).await;
    let (mut taken, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for name in ["convener", "A"] {
        let desk = house.desk(name);
        let meeting = [("name", "April"), ("mode", "online"), ("held", "yes"), ("date", "2026-04-15")];
        desk.post(&format!("{}/meetings/meeting", desk.talk), &meeting).await;
        for (all, page) in
            [false, true].into_iter().flat_map(|all| PAGES.into_iter().chain(MORE).map(move |p| (all, p)))
        {
            let shown = desk.page(page).await;
            if shown.status != 200 {
                continue;
            }
            unmarked(page, &shown.body);
            for form in forms(&shown.body) {
                let path = form.action.strip_prefix(desk.base.as_str()).unwrap().to_owned();
                if NOT_SENT.iter().any(|one| path.contains(one)) {
                    continue;
                }
                let fields = filled(&form, all);
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
                let answer = desk.post(&path, &fields).await;
                assert!([303, 404, 409, 422].contains(&answer.status), "{path}: {} {}", answer.status, answer.text());
                unmarked(&path, &answer.body);
                let short = path.rsplit_once('/').map_or(path.as_str(), |(_, last)| last).to_owned();
                if answer.status == 303 {
                    taken.insert(format!("{page} {short}"));
                }
            }
        }
    }
    for name in ["convener", "A", "B"] {
        let desk = house.desk(name);
        for page in PAGES.into_iter().chain(MORE) {
            let answer = desk.page(page).await;
            unmarked(page, &answer.body);
            if answer.text().contains("onerror=alert(1)") {
                seen.insert(page);
            }
        }
    }
    println!("taken: {taken:?}\nshown on: {seen:?}");
    assert!(taken.len() >= 20, "{taken:?}");
    assert!(seen.len() >= 8, "{seen:?}");
}
