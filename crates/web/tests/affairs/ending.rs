//! Taking data along, leaving, and the agreed end.
use crate::kit::House;
use crate::until;

#[tokio::test(flavor = "multi_thread")]
async fn one_takes_everything_along_and_leaves() {
    let house = House::with(&["A", "B"], true).await;
    let (a, b) = (house.desk("A"), house.desk("B"));
    a.submit("/rooms/plenary", &[("text", "said once")]).await;
    let file = a.post(&format!("{}/leaving/export", a.talk), &[]).await;
    assert_eq!(file.status, 200);
    assert!(file.header("content-disposition").unwrap().starts_with("attachment; filename=\"backchannel-"));
    assert!(file.body.contains("said once") && file.body.contains("\"record\""));
    assert_eq!(a.post(&format!("{}/leaving/leave", a.talk), &[]).await.status, 422);
    assert!(a.page("/leaving").await.text().contains("I want to leave"));
    a.submit("/leaving/leave", &[("sure", "yes")]).await;
    b.until("/members", "gone").await;
    a.until("/leaving", "You are no member any more.").await;
    assert!(a.page("").await.text().contains("Left You have left this dialogue"));
    let file = a.post(&format!("{}/leaving/export", a.talk), &[]).await;
    assert!(file.body.contains("said once"), "what one had is still one's own");
    assert!(a.page("").await.text().contains("It is kept here until"), "the day is said beforehand");
    // Who is a member cannot destroy it alone; who has left can, and need not wait for that day.
    assert!(!b.page("/leaving").await.text().contains("Destroy what is left here"));
    assert_eq!(b.post(&format!("{}/leaving/here", b.talk), &[("sure", "yes")]).await.status, 409);
    assert_eq!(a.post(&format!("{}/leaving/here", a.talk), &[]).await.status, 422);
    assert!(a.page("/leaving").await.text().contains("Destroy what is left here"));
    a.post(&format!("{}/leaving/here", a.talk), &[("sure", "yes")]).await;
    until(a, "/", "Destroyed").await;
    assert_eq!(a.page("").await.status, 404);
    assert_eq!(b.page("").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_that_all_agree_to_is_carried_out_on_every_machine() {
    let house = House::with(&["A", "B"], false).await;
    let (a, b, convener) = (house.desk("A"), house.desk("B"), house.desk("convener"));
    assert!(a.page("/leaving").await.text().contains("Nobody has asked for it"));
    assert_eq!(a.post(&format!("{}/leaving/end", a.talk), &[]).await.status, 422);
    a.submit("/leaving/end", &[("sure", "yes")]).await;
    let page = b.until("/leaving", "Proposed").await.text();
    assert!(
        page.contains("Still to agree: B , the convener") || page.contains("Still to agree: the convener , B"),
        "{page}"
    );
    b.until("", "Say whether you agree to the end of this dialogue").await;
    b.submit("/leaving/end", &[("sure", "yes")]).await;
    convener.until("/leaving", "Still to agree: the convener").await;
    convener.post(&format!("{}/leaving/end", convener.talk), &[("sure", "yes")]).await;
    for desk in [a, b, convener] {
        until(desk, "/", "Destroyed").await;
        assert!(desk.get("/").await.text().contains("Hash of the encrypted log"));
        assert_eq!(desk.page("").await.status, 404);
    }
}
