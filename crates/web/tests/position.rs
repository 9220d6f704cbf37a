//! One's own position: half-filled, contradictory, tried out, taken from a file, sealed; nothing typed is lost.
#![allow(clippy::unwrap_used, reason = "a test stops where a step fails")]
#[path = "kit/case.rs"]
mod case;
mod kit;

use case::{AGENDA, borrowed, document, typed};
use kit::House;
use negotiation::Agenda;

#[tokio::test(flavor = "multi_thread")]
async fn a_half_filled_form_is_kept_and_says_what_is_unsaid() {
    let house = House::with(&["A", "B"], true).await;
    let a = house.desk("A");
    a.until("/position", "Say for your side").await;
    let half = [("version", "1"), ("w0-0", "could-live-with"), ("i0", "decisive"), ("c0-when", "4.1")];
    let review = a.submit("/position", &half).await;
    let text = review.text();
    assert!(text.contains("Still unsaid") && text.contains("Crimea: how much it matters"), "{text}");
    assert!(text.contains("Condition 1: choose the option"), "{text}");
    let form = a.page("/position").await;
    assert!(form.body.contains("name=\"w0-0\" value=\"could-live-with\" checked"), "kept as typed");
    assert!(form.text().contains("1 of 20 options had a word."), "{}", form.text());
    assert!(form.text().contains("Only you see this."));
    assert!(a.page("/position/seal").await.text().contains("Nothing unsaid can be sealed"));
    assert_eq!(a.post(&format!("{}/position/seal", a.talk), &[("version", "1")]).await.status, 409);
    assert_eq!(a.post(&format!("{}/position", a.talk), &[("w0-0", "prefer")]).await.status, 422, "no version");
    // Words that there are not, options that there are not: nothing is said by them.
    let odd = [("version", "1"), ("w0-0", "perhaps"), ("w99-0", "prefer"), ("i0", "very"), ("c0-raw", "9:9>0:0>")];
    assert!(a.submit("/position", &odd).await.text().contains("Territory: not addressed"));
    let convener = house.desk("convener");
    assert!(convener.page("/position").await.text().contains("takes no side"));
}

#[tokio::test(flavor = "multi_thread")]
async fn contradictions_are_explained_packages_tried_and_the_seal_holds() {
    let house = House::with(&["A", "B"], true).await;
    let a = house.desk("A");
    a.until("/position", "Say for your side").await;
    let agenda = Agenda::from_toml(AGENDA, "agenda").unwrap();
    let [_, _, whole] = typed(&agenda, document("A"), 1);
    let review = a.submit("/position", &borrowed(&whole)).await;
    let text = review.text();
    assert!(text.contains("of 960 packages are acceptable to your side."), "{text}");
    assert!(text.contains("Security: you could not accept guarantees as demanded in December 2021."), "P3: {text}");
    assert!(text.contains("Nothing in your words contradicts itself.") && !text.contains('⟦'), "{text}");
    assert!(review.body.contains("<svg role=\"img\"") && review.body.contains("class=\"pos-bar\""));

    // N1 without help on T: the condition is named.
    let tried = [("version", "1"), ("t0", "0"), ("t1", "0"), ("t2", "0"), ("t3", "0"), ("t4", "1"), ("t5", "0")];
    let verdict = a.submit("/position/try", &tried).await.text();
    assert!(
        verdict.contains("Your side could not, because:")
            && verdict.contains("Your condition: Contacts is stepwise contacts only if"),
        "{verdict}"
    );
    let tried = [("version", "1"), ("t0", "4"), ("t1", "2"), ("t2", "3"), ("t3", "4"), ("t4", "0"), ("t5", "1")];
    let verdict = a.submit("/position/try", &tried).await.text();
    assert!(verdict.contains("It is worth 100 points to you."), "{verdict}");

    // Points of one's own, and points that cannot be.
    let points = [("version", "1"), ("own1", "1"), ("p1-0", "0"), ("p1-1", "3"), ("p1-2", "9")];
    a.submit("/position/points", &points).await;
    assert!(a.page("/position").await.text().contains("You have set the points of this issue yourself."));
    let odd = [("version", "1"), ("own1", "1"), ("p1-0", "many"), ("p1-1", "3"), ("p1-2", "9")];
    assert!(a.submit("/position/points", &odd).await.text().contains("points are whole numbers from 0 to 100"));
    let much = [("version", "1"), ("own1", "1"), ("p1-0", "0"), ("p1-1", "3"), ("p1-2", "99")];
    assert_eq!(a.post(&format!("{}/position/points", a.talk), &much).await.status, 409);

    // Everything refused on one issue: nothing is left, and it is said why.
    let mut none = whole.clone();
    none.retain(|(name, _)| !name.starts_with("w1-"));
    none.push(("o1".into(), "could-not".into()));
    let text = a.submit("/position", &borrowed(&none)).await.text();
    assert!(text.contains("Your words leave no package at all"), "{text}");
    assert!(text.contains("Crimea: you could accept no option that is on the table."), "{text}");

    // From the file instead; then sealed, once.
    let text = a.submit("/position/file", &[("document", document("A"))]).await.text();
    assert!(text.contains("of 960 packages"), "{text}");
    assert_eq!(a.post(&format!("{}/position/file", a.talk), &[("document", "kind = 7")]).await.status, 409);
    assert!(a.page("/position/file").await.body.contains("kind = 7"));
    case::seal(a, "A").await;
    let late = a.post(&format!("{}/position", a.talk), &borrowed(&none)).await;
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(a.page("/position").await.text().contains("cannot be changed any more"));

    // A new version of the agenda: the words are taken over by name, to be looked at again.
    house.desk("B").submit("/agenda/option", &[("issue", "K"), ("name", "K2"), ("title", "a hotline")]).await;
    let form = a.until("/position", "Taken over from your position for version 1").await;
    assert!(form.text().contains("20 of 21 options had a word."), "{}", form.text());
    let older = a.submit("/position", &[("version", "1"), ("w0-0", "prefer")]).await;
    assert!(older.text().contains("The agenda has a newer version now"), "{}", older.text());
}
