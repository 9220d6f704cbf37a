//! The reported record through the pages: roots counted, limits apart, what is never an option.
#![allow(clippy::unwrap_used, reason = "a test stops where a step fails")]
mod kit;

use kit::House;

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_case_says_what_its_record_must_say() {
    let house = House::reported(&["A", "B"]).await;
    let a = house.desk("A");
    let page = a.until("/statements", "April detail").await;
    assert!(!page.body.contains('⟦'), "{}", page.text());
    let text = page.text();
    assert!(
        text.contains(
            "April detail : asserted one independent root, one anonymous source, one named source, in 2 documents NBC"
        ),
        "{text}"
    );
    assert!(
        text.contains(
            "cadence : asserted one independent root, one anonymous source, 0 named sources, in 2 documents The Moscow Times"
        ),
        "{text}"
    );
    let barred = text.split_once("Never an option").unwrap().1.split_once("Private beside public").unwrap().0;
    assert!(barred.contains("A remark on removing a leader.") && barred.contains("regime chang*"), "{barred}");
    let limits = text.split_once("Reported limits").unwrap().1.split_once("Never an option").unwrap().0;
    assert!(limits.contains("red line for Vladimir Putin") && limits.contains("no ballots"), "{limits}");
    assert!(text.contains("Regaining the territory is very unlikely"), "{text}");
    let clumsy =
        [("name", "x"), ("kind", "limit"), ("speaker", "Somebody"), ("text", "Typed with care"), ("source", "F0")];
    assert_eq!(a.post(&format!("{}/statements", a.talk), &clumsy).await.status, 422);
    assert!(a.page("/statements").await.body.contains("Typed with care</textarea>"));
    let mut whole = clumsy.to_vec();
    whole.extend([("rule", "on-record"), ("setting", "public"), ("stance", "denies")]);
    assert!(a.submit("/statements", &whole).await.text().contains("Typed with care"));
    // What is never an option says by which marks.
    whole.retain(|(name, _)| *name != "kind");
    whole.push(("kind", "never-option"));
    assert_eq!(a.post(&format!("{}/statements", a.talk), &whole).await.status, 409);
}
