//! From positions to answers, through the pages alone: the sample case with three sides.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where a step fails"
)]
#[path = "kit/case.rs"]
mod case;
mod kit;

use case::{ask, consent, run, seal};
use kit::{Answer, Desk, House};

fn packages<'f>(sides: &'f [&'f str], names: &'f [&'f str]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![("kind", "packages"), ("version", "1"), ("rule", "draw")];
    fields.extend(sides.iter().map(|side| ("side", *side)));
    fields.extend(names.iter().map(|name| ("package", *name)));
    fields
}

/// The text of the matrix's row for an answer.
fn row_of(page: &Answer, answer: &str) -> String {
    let table = kit::between(&page.body, "class=\"snd-matrix\"", "</table>").unwrap().to_owned();
    let rows = table.split("<tr>").map(|row| Answer { status: 200, headers: Vec::new(), body: row.to_owned() }.text());
    let found: Vec<String> = rows.filter(|row| row.starts_with(answer)).collect();
    assert_eq!(found.len(), 1, "{answer}: {found:?}");
    found[0].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_case_is_sounded_by_forms_and_the_preview_adds_up() {
    let house = House::with(&["A", "B", "C"], true).await;
    let [a, b, c] = ["A", "B", "C"].map(|side| house.desk(side));
    // From the invitation's page to the sealed position, as a novice goes: the link, the talk, the agenda, the position.
    let before = 3;
    let loads = before + seal(a, "A").await;
    println!("pages loaded from the invitation to the seal: {loads}");
    assert!(loads <= 12, "{loads}");
    seal(b, "B").await;
    seal(c, "C").await;

    let (preview, first) = ask(a, &packages(&["A", "B", "C"], &["P1", "P2", "P3"])).await;
    assert!(preview.text().contains("Nobody has been told of this question yet."));
    assert!(row_of(&preview, "P1").contains("B and C tolerate P1."), "{}", row_of(&preview, "P1"));
    for desk in [a, b, c] {
        consent(desk, &first, &[]).await;
    }
    run(&[a, b, c], &first, "Package P1").await;
    let told = a.page(&first).await.text();
    assert!(told.contains("Receipt, confirmed by"), "{told}");
    assert!(told.contains("UN-verified phased steps") && !told.contains("Exploratory"), "{told}");
    assert!(told.contains("Your side could live with it."), "{told}");
    b.until("/ledger", "A and C tolerate P1").await;

    // What 1 and 2 together tell A and B about C is there before anybody consents.
    let (_, second) = ask(a, &packages(&["A", "B"], &["P2"])).await;
    let page = b.until(&second, "Consent for your side").await;
    let text = page.text();
    assert!(
        text.contains(
            "Question 1 was about some of the same packages, with other sides: the two answers together speak about C."
        ),
        "{text}"
    );
    assert!(
        text.contains("Other things equal, this is now less likely, though not excluded: C tolerates P2"),
        "{text}"
    );
    assert!(text.contains("whoever accepts it reads from the answer whether all others do"), "{text}");
    assert!(
        row_of(&page, "No common package").contains("cannot come up")
            || row_of(&page, "No common package").contains("A rules out P2"),
        "{text}"
    );
    // Nobody consents to what was not shown: an answer may have come in since.
    let stale = b.post(&format!("{}{second}/consent", b.talk), &[("shown", "another")]).await;
    assert!(stale.status == 422 && stale.text().contains("look at the question again"), "{}", stale.text());
    for desk in [a, b] {
        consent(desk, &second, &[]).await;
    }
    run(&[a, b], &second, "The answer Package P2").await;
    let told = a.page(&second).await.text();
    assert!(told.contains("Exploratory") && told.contains("C has not consented."), "{told}");
    // C took no part: it is told nothing, and offered nothing.
    let outside = c.until(&second, "Every side that took part has the answer").await.text();
    assert!(!outside.contains("The answer Package P2") && !outside.contains("Take part now"), "{outside}");

    let (_, third) = ask(c, &packages(&["A", "B", "C"], &["P3"])).await;
    for desk in [a, b, c] {
        consent(desk, &third, &[]).await;
    }
    // Whoever leaves before all are there is seen to, and comes back to the same question.
    a.submit(&format!("{third}/run"), &[]).await;
    a.until(&third, "Waiting for the machines of B and C").await;
    a.submit(&format!("{third}/leave"), &[]).await;
    b.until(&third, "Run 1: the machine of A stopped. By its own word no answer could have been opened.").await;
    run(&[a, b, c], &third, "No common package found").await;
    let told = c.page(&third).await.text();
    assert!(told.contains("Nobody's votes are shown."), "{told}");
    assert!(!told.contains("failed"), "{told}");
    let ledger = a.until("/ledger", "No common package").await.text();
    assert!(ledger.contains("3 questions count"), "{ledger}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_adopted_or_not_and_a_date_found_and_a_question_declined() {
    let house = House::with(&["A", "B"], false).await;
    let [a, b] = ["A", "B"].map(|side| house.desk(side));
    let both = [("side", "A"), ("side", "B")];
    let text = "Neither side speaks to the press <b>before</b> Friday.";
    let fields = [&[("kind", "adopt"), ("title", "Silence"), ("text", text), ("rule", "draw")], &both[..]].concat();
    let (_, adopt) = ask(a, &fields).await;
    let page = b.until(&adopt, "my side accepts it").await;
    assert!(page.body.contains("&#60;b&#62;before") && !page.body.contains("<b>before</b>"), "{}", page.body);
    let clumsy = b.post(&format!("{}{adopt}/consent", b.talk), &[]).await;
    assert_eq!(clumsy.status, 422, "{}", clumsy.text());
    consent(a, &adopt, &[("vote", "accept")]).await;
    consent(b, &adopt, &[("vote", "reject")]).await;
    run(&[a, b], &adopt, "The text is not adopted by all").await;

    let slots = "2027-03-01T09:00Z/2027-03-01T10:00Z\n2027-03-02T09:00Z/2027-03-02T10:00Z";
    let fields = [&[("kind", "date"), ("slots", slots), ("rule", "draw"), ("offset", "Z")], &both[..]].concat();
    let (_, date) = ask(b, &fields).await;
    a.until(&date, "Free for my side").await;
    // A's calendar has the first slot taken: the second is ticked for it.
    let ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20270101T000000Z\r\n\
               DTSTART:20270301T083000Z\r\nDTEND:20270301T093000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let ticked = upload(a, &format!("{date}/calendar"), "calendar", "mine.ics", ics).await;
    assert_eq!(ticked.status, 303, "{}", ticked.text());
    let page = a.page(&date).await;
    assert!(page.body.contains("value=\"2027-03-02T09:00Z/2027-03-02T10:00Z\" checked"), "{}", page.body);
    assert!(!page.body.contains("value=\"2027-03-01T09:00Z/2027-03-01T10:00Z\" checked"));
    assert!(!page.body.contains("Dentist"));
    consent(a, &date, &[("free", "2027-03-02T09:00Z/2027-03-02T10:00Z")]).await;
    let free = [("free", "2027-03-01T09:00Z/2027-03-01T10:00Z"), ("free", "2027-03-02T09:00Z/2027-03-02T10:00Z")];
    consent(b, &date, &free).await;
    run(&[a, b], &date, "All are free:").await;

    let fields = [&[("kind", "adopt"), ("title", "More"), ("text", "More."), ("rule", "draw")], &both[..]].concat();
    let (_, third) = ask(a, &fields).await;
    b.until(&third, "We do not consent").await;
    let declined = b.submit(&format!("{third}/decline"), &[]).await;
    assert!(declined.text().contains("B did not consent."), "{}", declined.text());
    a.until(&third, "B did not consent.").await;
    let fields = [&[("kind", "adopt"), ("title", "Back"), ("text", "Back."), ("rule", "draw")], &both[..]].concat();
    let (_, fourth) = ask(a, &fields).await;
    let back = a.submit(&format!("{fourth}/withdraw"), &[]).await;
    assert!(back.text().contains("Taken back"), "{}", back.text());
}

/// Sends a file as a form of several parts does.
async fn upload(desk: &Desk, path: &str, field: &str, name: &str, text: &str) -> Answer {
    let line = "----------a-line-between-parts";
    let body = format!(
        "--{line}\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{}\r\n--{line}\r\nContent-Disposition: \
         form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n{text}\r\n--{line}--\r\n",
        desk.token
    );
    let origin = format!("http://127.0.0.1:{}", desk.port);
    let kind = format!("multipart/form-data; boundary={line}");
    let headers = [("Origin", origin.as_str()), ("Sec-Fetch-Site", "same-origin"), ("Content-Type", kind.as_str())];
    desk.send("POST", &format!("{}{}{path}", desk.base, desk.talk), &headers, &body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_asked_is_said_and_nothing_typed_is_lost() {
    let house = House::with(&["A", "B"], true).await;
    let a = house.desk("A");
    a.until("/agenda", "Territory").await;
    let to = format!("{}/soundings/new", a.talk);
    let none = a.post(&to, &[("kind", "packages"), ("version", "1"), ("side", "A"), ("side", "B")]).await;
    assert_eq!(none.status, 422, "{}", none.text());
    let odd = a.post(&to, &[("kind", "adopt"), ("title", "Words kept"), ("text", "Kept."), ("side", "A")]).await;
    assert_eq!(odd.status, 422, "{}", odd.text());
    let shown = a.page("/soundings/new?kind=adopt").await;
    assert!(shown.body.contains("Words kept"), "{}", shown.body);
    // A text says which issues it is about: they are ticked, and sides that they concern are not left out.
    for issue in ["T", "C"] {
        assert!(shown.body.contains(&format!("name=\"about\" value=\"{issue}\">")), "{issue}: {}", shown.body);
    }
    let about = [("kind", "adopt"), ("title", "x"), ("text", "x"), ("rule", "draw"), ("side", "A"), ("side", "B")];
    let refused = a.post(&to, &about).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(refused.text().contains("which issues it is about"), "{}", refused.text());
    let told = [&about[..], &[("about", "T"), ("about", "S")]].concat();
    assert_eq!(a.post(&to, &told).await.status, 303);
    let shown = a.page("/soundings/new?kind=adopt").await;
    assert!(shown.body.contains("name=\"about\" value=\"T\" checked"), "{}", shown.body);
    let preview = a.page("/soundings/preview?kind=adopt").await;
    assert!(
        preview.text().contains("What the text is about") && preview.text().contains("S and T"),
        "{}",
        preview.text()
    );
    let ranked = [
        ("kind", "adopt"),
        ("title", "x"),
        ("text", "x"),
        ("rule", "nash"),
        ("side", "A"),
        ("side", "B"),
        ("about", "T"),
    ];
    let refused = a.post(&to, &ranked).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    for path in ["/soundings/nothing", "/soundings/preview", "/soundings/preview?kind=nothing"] {
        assert_eq!(a.page(path).await.status, 404, "{path}");
    }
    let forged = [("kind", "packages"), ("asking", "{\"subject\":1}")];
    assert_eq!(a.post(&format!("{}/soundings/preview", a.talk), &forged).await.status, 422);
}
