//! The agenda's page: read, changed by forms, compared, remembered; nothing typed is lost.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a test stops where a step fails")]
mod kit;

use std::time::Instant;

use kit::{Desk, House};

async fn refused(desk: &Desk, path: &str, fields: &[(&str, &str)]) -> u16 {
    let answer = desk.post(&format!("{}{path}", desk.talk), fields).await;
    assert_ne!(answer.status, 303, "{path}");
    answer.status
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agenda_says_whom_it_affects_what_is_flagged_and_what_packages_mean() {
    let house = House::with(&["A", "B"], true).await;
    let page = house.desk("A").until("/agenda", "Territory").await;
    let text = page.text();
    for words in
        ["Affects C", "Escalation flag.", "960 packages", "Tried before", "its deliverer, the EU, refuses", "P2"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains('⟦'), "{text}");
    assert_eq!(page.body.matches("<h1").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agenda_is_made_and_changed_without_a_document() {
    let house = House::with(&["A", "B"], false).await;
    let (a, b) = (house.desk("A"), house.desk("B"));
    assert!(a.page("/agenda").await.text().contains("There is no agenda yet"));
    let issue = [
        ("name", "W"),
        ("title", "Water <share>"),
        ("options", "as now\nhalf each\nW9: by season"),
        ("affected", "B"),
        ("others", "D, E"),
    ];
    let set = a.submit("/agenda/issue", &issue).await;
    assert!(set.text().contains("The agenda has a new version") && set.text().contains("half each"), "{}", set.text());
    assert!(!set.body.contains("<share>"));
    b.until("/agenda", "half each").await;
    b.submit("/agenda/option", &[("issue", "W"), ("name", "W4"), ("title", "two thirds"), ("note", "as of 1998")])
        .await;
    a.until("/agenda", "two thirds").await;
    a.submit("/agenda/package", &[("name", "First"), ("take-W", "W4")]).await;
    b.until("/agenda", "First").await;
    let changed = b.page("/agenda/compare?from=1&to=3").await.text();
    assert!(changed.contains("Option W4 of issue W is new."), "{changed}");
    assert!(changed.contains("new Package First: W=W4"), "{changed}");
    assert!(b.page("/agenda/compare?from=1&to=9").await.status >= 400);

    // What cannot be used is said, and shown again.
    let again = [("name", "W"), ("title", "Kept title"), ("options", "one")];
    assert_eq!(refused(a, "/agenda/issue", &again).await, 409);
    assert!(a.page("/agenda/change").await.body.contains("Kept title"));
    assert_eq!(
        refused(a, "/agenda/document", &[("document", "name = \"kept\"\nissue = 7"), ("version", "3")]).await,
        409
    );
    assert!(a.page("/agenda/change").await.body.contains("issue = 7"));
    // What was begun at an older version would undo what came since.
    let old = [("document", "name = \"old\""), ("version", "2")];
    assert_eq!(refused(a, "/agenda/document", &old).await, 422);
    assert!(a.page("/agenda/change").await.text().contains("You began this at version 2; the newest is 3."));
    a.post(&format!("{}/agenda/document/anew", a.talk), &[]).await;
    assert!(!a.page("/agenda/change").await.text().contains("You began this at version"));
    assert_eq!(refused(a, "/agenda/option", &[("issue", "nothing"), ("name", "x")]).await, 422);
    assert_eq!(refused(a, "/agenda/issue", &[("name", " "), ("options", "")]).await, 422);

    // What is off the table enters no version until it is lifted.
    b.submit("/agenda/off", &[("of", "W/W4"), ("by", "B"), ("why", "not now"), ("until", "2027-05")]).await;
    let off = a.until("/agenda", "By B. To be asked again: May 2027.").await;
    assert!(off.text().contains("Reason: not now"), "{}", off.text());
    assert_eq!(refused(a, "/agenda/option", &[("issue", "W"), ("name", "W5")]).await, 409);
    assert_eq!(refused(a, "/agenda/lift", &[("of", "W/W4"), ("why", "not mine")]).await, 409);
    assert_eq!(refused(b, "/agenda/off", &[("of", "W/W4"), ("by", "B"), ("until", "soon")]).await, 422);
    b.submit("/agenda/lift", &[("of", "W/W4"), ("why", "talked about")]).await;
    b.submit("/agenda/tried", &[("of", "W/W4"), ("by", "A"), ("answer", "refused"), ("day", "1998")]).await;
    a.until("/agenda", "1998: A answered: refused").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_options_are_shown_in_little_time() {
    let house = House::with(&["A", "B"], false).await;
    let a = house.desk("A");
    let mut toml = String::from("name = \"long\"\n");
    for issue in 0..40 {
        let choices: Vec<String> = (0..5).map(|at| format!("\"I{issue}o{at}\"")).collect();
        toml.push_str(&format!("[[issue]]\nname = \"I{issue}\"\nchoices = [{}]\n", choices.join(", ")));
    }
    a.submit("/agenda/document", &[("document", &toml), ("version", "0")]).await;
    let mut fields = vec![("version".to_owned(), "1".to_owned())];
    for issue in 0..40 {
        fields.push((format!("i{issue}"), "minor".to_owned()));
        fields.extend(
            [("0", "could-live-with"), ("1", "prefer"), ("2", "could-not")]
                .map(|(at, word)| (format!("w{issue}-{at}"), word.to_owned())),
        );
        fields.push((format!("o{issue}"), "welcome".to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let saved = Instant::now();
    let review = a.submit("/position", &fields).await;
    println!("/position saved and looked over, 200 options: {:?}", saved.elapsed());
    assert!(review.text().contains("There are too many packages to go through"), "{}", review.text());
    for path in ["/agenda", "/position", "/position/review", "/position/points", "/position/try"] {
        let started = Instant::now();
        let page = a.page(path).await;
        println!("{path} with 200 options: {:?}, {} KiB", started.elapsed(), page.body.len() >> 10);
        assert_eq!(page.status, 200);
    }
}
