//! A result on an absent side: exploratory, refused by name, consented to, promoted, confirmed.
use std::time::Duration;

use client::sounding::Vote;
use dialogue::Subject;
use dialogue::question::Asking;
use negotiation::circuit::Rule;

use crate::hand;
use crate::kit::{Desk, House, between};

/// A and B are asked about package P2, and their machines work the answer out. Answers the question's name.
async fn sounded(house: &House) -> String {
    let ((_one, mut a), (_two, mut b)) = (hand(house.desk("A")), hand(house.desk("B")));
    a.sync().await.unwrap();
    b.sync().await.unwrap();
    a.import_position(include_str!("../../../../examples/offramp/A.toml"), "toml").unwrap();
    b.import_position(include_str!("../../../../examples/offramp/B.toml"), "toml").unwrap();
    let asking = Asking {
        subject: Subject::Agenda { version: 1, packages: Some(vec!["P2".to_owned()]), only: Vec::new() },
        sides: vec!["A".to_owned(), "B".to_owned()],
        rule: Rule::Draw,
        quorum: None,
        vetoes: Vec::new(),
        told_to_all: true,
    };
    let id = a.call(asking).unwrap();
    a.sync().await.unwrap();
    b.sync().await.unwrap();
    a.seal_position(1).unwrap();
    b.seal_position(1).unwrap();
    a.sync().await.unwrap();
    b.sync().await.unwrap();
    a.consent(&id, &Vote::Position).unwrap();
    b.consent(&id, &Vote::Position).unwrap();
    a.sync().await.unwrap();
    b.sync().await.unwrap();
    a.sync().await.unwrap();
    let patience = Duration::from_secs(120);
    let (one, two) = tokio::join!(a.run(&id, patience, |_| ()), b.run(&id, patience, |_| ()));
    one.unwrap();
    two.unwrap();
    a.sync().await.unwrap();
    b.sync().await.unwrap();
    id
}

async fn says(desk: &Desk, path: &str, words: &str) {
    desk.until(path, words).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promotion_is_refused_by_name_until_the_absent_side_consents_and_then_principals_confirm() {
    let house = House::with(&["A", "B", "C"], true).await;
    let id = sounded(&house).await;
    let (a, b, c) = (house.desk("A"), house.desk("B"), house.desk("C"));
    let about = [("question", id.as_str())];
    says(a, "", "Bring the result of question 1 to the table").await;
    a.submit("/gate/bring", &about).await;
    says(b, "/gate", "Bring the result to the table").await;
    b.submit("/gate/bring", &about).await;
    let words = "Promotion is refused while this consent is missing: C.";
    says(a, "/gate", words).await;
    says(c, "", "Question 1 concerns your side: consent or object").await;
    says(c, "", "the result is exploratory. Missing consent: C.").await;
    let page = c.page("/gate").await.text();
    assert!(page.contains("the result settles Territory and Security, which concern it"), "{page}");
    let refused = a.post(&format!("{}/gate/promote", a.talk), &about).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("until C consent"), "{}", refused.text());
    // Consulted is not consenting, and nobody speaks for another side.
    c.submit("/gate/consult", &[about[0], ("note", "asked by telephone")]).await;
    says(a, "/gate", "consulted only asked by telephone").await;
    assert_eq!(a.post(&format!("{}/gate/promote", a.talk), &about).await.status, 409);
    assert_eq!(a.post(&format!("{}/gate/consent", a.talk), &about).await.status, 409);
    c.submit("/gate/consent", &about).await;
    says(a, "/gate", "It can be promoted.").await;
    a.submit("/gate/promote", &about).await;
    says(b, "/gate", "A yes at the table is not agreed.").await;
    for (desk, principal) in [(a, "minister of A"), (b, "minister of B"), (c, "minister of C")] {
        says(desk, "/gate", "Report the confirmation").await;
        desk.submit("/gate/confirm", &[about[0], ("principal", principal)]).await;
    }
    says(a, "/gate", "Every principal has confirmed.").await;
    says(a, "", "Every principal has confirmed the result of question 1.").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_blocks_and_what_may_not_wait_is_entered_and_seen_by_all() {
    let house = House::with(&["A", "B"], true).await;
    let (a, b) = (house.desk("A"), house.desk("B"));
    let half = [("impasse-name", "Monitors"), ("impasse-blocker", "No wording"), ("impasse-level", "somebody")];
    let refused = a.post(&format!("{}/gate/impasse", a.talk), &half).await;
    assert_eq!(refused.status, 422);
    assert!(a.page("/gate").await.body.contains("No wording"), "nothing typed is lost");
    let whole =
        [half[0], half[1], ("impasse-level", "delegate"), ("impasse-next", "Two texts"), ("impasse-issue", "T")];
    a.submit("/gate/impasse", &whole).await;
    says(b, "/gate", "Two texts").await;
    b.submit("/gate/resolve", &[("name", "Monitors"), ("how", "The second text stands")]).await;
    says(a, "/gate", "The second text stands").await;
    assert!(a.page("/gate").await.text().contains("Name a contact before one is needed"));
    let flag = [("flag-name", "Port"), ("flag-act", "A port is to be closed"), ("flag-contact", "nobody")];
    assert_eq!(a.post(&format!("{}/gate/flag", a.talk), &flag).await.status, 409);
    a.submit("/gate/contact", &[("contact-name", "Desk A"), ("contact-reach", "+1"), ("contact-side", "A")]).await;
    a.submit("/gate/flag", &[flag[0], flag[1], ("flag-contact", "Desk A")]).await;
    says(b, "", "Call Desk A: +1").await;
    b.submit("/gate/ease", &[("name", "Port"), ("why", "Denied in public")]).await;
    says(a, "/gate", "taken down").await;
    a.submit("/gate/hotline", &[("hotline-text", "Call me")]).await;
    says(b, "/gate", "Read: Delegate A · Not yet: ").await;
    // Only what stood on the page was read.
    b.submit("/gate/read", &[]).await;
    assert!(b.page("/gate").await.text().contains("You have not yet said that you read"), "nothing was shown");
    let page = b.page("/gate").await;
    let shown = between(&page.body, "name=\"sequence\" value=\"", "\"").unwrap();
    b.submit("/gate/read", &[("sequence", shown)]).await;
    says(a, "/gate", "Read: Delegate A , Delegate B").await;
    b.submit(
        "/gate/channel",
        &[
            ("channel-name", "Visit"),
            ("channel-what", "A visit"),
            ("channel-between", "A, X"),
            ("channel-since", "2023-05"),
        ],
    )
    .await;
    says(a, "/gate", "Visit: A may speak of the same matters there.").await;
    a.submit("/gate/asked", &[("side", "B")]).await;
    b.submit("/gate/answered", &[("side", "A")]).await;
    says(a, "/gate", "A B 1 1").await;
    assert_eq!(a.post(&format!("{}/gate/nothing", a.talk), &[]).await.status, 404);
}
