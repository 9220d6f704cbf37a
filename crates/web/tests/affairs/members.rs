//! Who is in, whose words were compared, who is invited and removed.
use crate::kit::{House, between};

#[tokio::test(flavor = "multi_thread")]
async fn words_are_compared_and_different_ones_stop_it() {
    let house = House::with(&["A", "B"], false).await;
    let (a, convener) = (house.desk("A"), house.desk("convener"));
    let page = a.until("/members", "Delegate B").await;
    assert!(page.text().contains("Not compared yet") && page.text().contains("Delegate B"), "{}", page.text());
    let form = between(&page.body, "/members/words/", "\"").unwrap().to_owned();
    let words = between(&page.body, "members-words\" lang=\"en\" dir=\"ltr\"><code>", "<").unwrap().to_owned();
    assert_eq!(words.split(' ').count(), 6, "{words}");
    let path = format!("/members/words/{form}");
    let different = a.submit(&path, &[("words", "different")]).await;
    assert!(
        different.text().contains("stop here") && different.text().contains("consent to nothing"),
        "{}",
        different.text()
    );
    assert!(!different.text().contains("Compared The words"), "nothing was confirmed");
    let same = a.submit(&path, &[("words", "same")]).await;
    assert!(same.text().contains("Noted: the words are the same."), "{}", same.text());
    assert!(same.text().contains("The words were found the same."), "{}", same.text());
    // Both machines show the same ones.
    assert!(
        convener.page("/members").await.body.contains(&words)
            || house.desk("B").page("/members").await.body.contains(&words)
    );
    assert_eq!(a.post(&format!("{}/members/words/00", a.talk), &[("words", "same")]).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_convener_invites_takes_back_and_removes_and_nobody_else_does() {
    let house = House::with(&["A", "B"], false).await;
    let (a, convener) = (house.desk("A"), house.desk("convener"));
    let invite = format!("{}/members/invite", convener.talk);
    for hours in ["0", "-5", "many", "100000"] {
        let answer = convener.post(&invite, &[("side", "C"), ("hours", hours)]).await;
        assert_eq!(answer.status, 422, "{hours}");
    }
    assert!(convener.page("/members").await.body.contains("value=\"100000\""), "what was typed is still there");
    assert_eq!(a.post(&invite, &[("side", "C")]).await.status, 409, "a delegate does not invite");
    assert!(!a.page("/members").await.body.contains("/members/invite\""));
    let made = convener.post(&invite, &[("side", "C"), ("hours", "2")]).await;
    assert_eq!(made.status, 303, "{}", made.text());
    assert!(convener.page("/members/link").await.text().contains("shown until you say below"));
    assert_eq!(convener.post(&format!("{}/members/link", convener.talk), &[]).await.status, 303);
    assert_eq!(convener.page("/members/link").await.status, 303, "shown no more");
    let page = convener.page("/members").await;
    assert!(page.text().contains("A seat of side C"), "{}", page.text());
    let invitation = between(&page.body, "name=\"invitation\" value=\"", "\"").unwrap().to_owned();
    let back = convener.submit("/members/withdraw", &[("invitation", &invitation)]).await;
    assert!(
        back.text().contains("The invitation is taken back.") && !back.text().contains("A seat of side C"),
        "{}",
        back.text()
    );
    let page = convener.until("/members", "Delegate B").await.body;
    let row = page.split("<li class=\"card\">").find(|row| row.contains("Delegate B")).unwrap();
    let member = between(row, "name=\"member\" value=\"", "\"").unwrap().to_owned();
    let remove = format!("{}/members/remove", convener.talk);
    assert_eq!(convener.post(&remove, &[("member", &member)]).await.status, 422, "not without the box");
    assert_eq!(a.post(&remove, &[("member", &member), ("sure", "yes")]).await.status, 409);
    convener.submit("/members/remove", &[("member", &member), ("sure", "yes"), ("why", "machine lost")]).await;
    a.until("/members", "machine lost").await;
}
