//! Cleared lines to another dialogue through the pages: for its members alone, accepted or returned.
#![allow(clippy::unwrap_used, reason = "a test stops where a step fails")]
mod kit;

use kit::{House, between};

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_goes_to_those_it_is_for_and_is_returned_with_reasons() {
    let (from, to) = (House::with(&["A", "B"], false).await, House::with(&["A", "B"], false).await);
    let (giver, taker) = (from.desk("convener"), to.desk("A"));
    for seat in ["one", "two", "three", "four"] {
        giver
            .submit("/people", &[("seat", seat), ("holder", seat), ("office", "former"), ("capacity", "private")])
            .await;
    }
    let mut meeting = vec![("meeting", "M1"), ("held", "yes"), ("mode", "online"), ("day", "2026-04-17")];
    meeting.extend(["one", "two", "three", "four"].map(|seat| ("present", seat)));
    giver.submit("/meetings", &meeting).await;
    for (text, audience) in [("Phases could be verified.", "public"), ("For our capital.", "capital")] {
        let line = [("meeting", "M1"), ("place", "plenary"), ("audience", audience), ("text", text), ("do", "enter")];
        giver.submit("/readouts/meeting", &line).await;
    }
    let page = giver.page("/handover").await;
    assert!(!page.body.contains('⟦'), "{}", page.text());
    assert!(page.text().contains("M1-1: Phases could be verified.") && page.text().contains("One line may not go"));
    let card = taker.page("/handover/card").await.body;
    let refused = [("line", "M1-2"), ("title", "To the officials"), ("card", card.as_str())];
    assert_eq!(giver.post(&format!("{}/handover", giver.talk), &refused).await.status, 409);
    assert!(giver.page("/handover").await.body.contains("value=\"To the officials\""), "the draft is shown");
    let garbled = [("line", "M1-1"), ("title", "To the officials"), ("card", "no card")];
    assert_eq!(giver.post(&format!("{}/handover", giver.talk), &garbled).await.status, 422);
    let made = giver.submit("/handover", &[("line", "M1-1"), ("title", "To the officials"), ("card", &card)]).await;
    let file = between(&made.body, "/handover/file?file=", "\"").unwrap().to_owned();
    let packet = giver.page(&format!("/handover/file?file={file}")).await.body;
    assert_eq!(giver.page(&format!("/handover/file?file={file}")).await.status, 404, "saved once");
    // Not for others, and not altered.
    let other = giver.post(&format!("{}/handover/receive", giver.talk), &[("packet", &packet)]).await;
    assert_eq!(other.status, 409, "{}", other.text());
    let altered = packet.replace("could be", "must be");
    assert_eq!(taker.post(&format!("{}/handover/receive", taker.talk), &[("packet", &altered)]).await.status, 409);
    let taken = taker.submit("/handover/receive", &[("packet", &packet)]).await;
    assert!(taken.text().contains("To the officials") && taken.text().contains("Phases could be verified."));
    assert!(taken.text().contains("from Track 2"), "{}", taken.text());
    let digest = between(&taken.body, "name=\"digest\" value=\"", "\"").unwrap().to_owned();
    let bare = [("digest", digest.as_str()), ("do", "return")];
    assert_eq!(taker.post(&format!("{}/handover/reply", taker.talk), &bare).await.status, 422);
    let why = [("digest", digest.as_str()), ("do", "return"), ("why", "Which phases?")];
    assert!(taker.submit("/handover/reply", &why).await.text().contains("returned Which phases?"));
    let answer = taker.page(&format!("/handover/answer?packet={digest}")).await.body;
    let back = giver.submit("/handover/answered", &[("answer", &answer)]).await;
    assert!(back.text().contains("returned Which phases?"), "{}", back.text());
}
