//! Seats, standing and mandates through the pages; the sample case says what its record must say.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a test stops where a step fails")]
mod kit;

use kit::{Desk, House};

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_is_entered_and_keeps_what_it_was() {
    let house = House::with(&["A", "B"], true).await;
    let a = house.desk("A");
    let page = a.page("/people").await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(!page.body.contains('⟦'), "{}", page.text());
    let member = Desk::option(&page, "Delegate A");
    let seat = |capacity: &'static str, office: &'static str| {
        vec![
            ("seat", "first"),
            ("holder", "R. Ashe"),
            ("office", office),
            ("capacity", capacity),
            ("government", "Ardland"),
        ]
    };
    // Without a capacity it is refused, and what was typed is shown again.
    let refused = a.post(&format!("{}/people", a.talk), &seat("", "former")).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(a.page("/people").await.body.contains("value=\"R. Ashe\""));
    let mut fields = seat("private", "former");
    fields.push(("member", &member));
    // What the check of readouts looks for beside the name.
    let further = [
        ("post", "hydrologist"),
        ("posts", "minister of water\nsenator"),
        ("institutions", "Delta Centre\nЦентр Дельты"),
        ("described", "author of the plan"),
        ("words", "Ardlander\nАрдландия"),
        ("gender", "woman"),
    ];
    fields.extend(further);
    let entered = a.submit("/people", &fields).await;
    assert!(entered.text().contains("The seat is on the record"), "{}", entered.text());
    let text = entered.text();
    assert!(text.contains("R. Ashe") && text.contains("formerly in office private"), "{text}");
    assert!(!entered.body.contains("value=\"R. Ashe\""), "the draft is gone");
    let change = a.page("/people?seat=first").await;
    assert!(change.body.contains("value=\"R. Ashe\""), "a seat is changed from what it is");
    for (name, value) in &further[1..5] {
        let (shown, kept) = (change.text(), format!("{value}</textarea>"));
        assert!(change.body.contains(&kept), "{name} is lost where a seat is changed: {}", change.body);
        value.lines().for_each(|line| assert!(shown.contains(line), "{name}: {line}: {shown}"));
    }
    assert!(change.body.contains("value=\"woman\" selected"), "{}", change.body);
    let mut fields = seat("mandated", "serving");
    fields.extend([("since", "2026-11"), ("member", &member)]);
    a.submit("/people", &fields).await;
    house.desk("B").until("/people", "What held before: one entry").await;
    let text = house.desk("B").page("/people").await.text();
    assert!(text.contains("serving in office mandated") && text.contains("Since November 2026"), "{text}");
    let mut fields = seat("private", "serving");
    fields.push(("since", "yesterday"));
    assert_eq!(a.post(&format!("{}/people", a.talk), &fields).await.status, 422);
    let strange = vec![("seat", "x"), ("holder", "<b>x</b>"), ("office", "king"), ("capacity", "private")];
    assert_eq!(a.post(&format!("{}/people", a.talk), &strange).await.status, 422);
    assert!(!a.page("/people").await.body.contains("<b>x</b>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn standing_says_what_is_asserted_and_denied_and_what_fits() {
    let house = House::reported(&["A", "B"]).await;
    let b = house.desk("B");
    let page = b.until("/people/standing", "United States").await;
    assert!(!page.body.contains('⟦'), "{}", page.text());
    let (own, reported) = page.body.split_once("people-reported").unwrap();
    assert!(!own.contains("United States"), "the two records are apart");
    let text = kit::Answer { status: 200, headers: Vec::new(), body: reported.to_owned() }.text();
    for said in ["knew yes", "directed no", "briefed yes", "requested no", "sought no", "messages carried no"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("compatible") && !text.contains("conflicting"), "{text}");
    assert!(
        text.contains(
            "The denial covers that it requested the talks, and nothing else; that it was briefed is not denied by it."
        ),
        "{text}"
    );
    assert!(
        text.contains("in tension") && text.contains("a former U.S. official speaks of what United States would do")
    );
    let people = b.page("/people").await.text();
    assert!(people.contains("beyond a mandate") && people.contains("This is no legal advice"), "{people}");
    assert!(
        people.contains(
            "former diplomat, outgoing president of Council on Foreign Relations sat privately at meeting M1 with \
             foreign minister of Russia"
        ),
        "{people}"
    );
    assert!(people.contains("Source F0, F2"), "{people}");
    // Three descriptions of the same people, each beside its source.
    for said in
        ["F0 high-ranking officials", "F1, of The Moscow Times high-ranking members", "F1 too prominent Russians"]
    {
        assert!(people.contains(said), "{said}: {people}");
    }
    // Own knowledge goes into the own record.
    let entered = b
        .submit(
            "/people/standing",
            &[
                ("government", "Ardland"),
                ("relation", "knew"),
                ("stance", "asserts"),
                ("by", "Delegate B"),
                ("rule", "background"),
            ],
        )
        .await;
    assert!(entered.body.split_once("people-reported").unwrap().0.contains("Ardland"));
    let bad =
        [("government", "Ardland"), ("relation", "loved"), ("stance", "asserts"), ("by", "x"), ("rule", "background")];
    assert_eq!(b.post(&format!("{}/people/standing", b.talk), &bad).await.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mandate_is_drafted_signed_outside_checked_and_shown() {
    let house = House::with(&["A", "B"], true).await;
    let a = house.desk("A");
    let fields = [
        ("principal", "The minister of Ardland"),
        ("scope", "explore"),
        ("subject", "T"),
        ("from", "2026-01-01T00:00"),
        ("until", "2099-01-01T00:00"),
        ("conditions", "Report weekly"),
        ("counsel", "Counsel Orne"),
        ("counsel-day", "2026-01-01"),
    ];
    let drafted = a.submit("/people/mandates", &fields).await;
    assert!(drafted.text().contains("principal: The minister of Ardland"), "{}", drafted.text());
    assert!(!drafted.body.contains('⟦'), "{}", drafted.text());
    let document = a.page("/people/mandates/document").await;
    assert!(document.header("content-disposition").unwrap().contains("attachment"));
    assert!(document.body.starts_with("backchannel mandate v1\n"), "{}", document.body);
    let folder = tempfile::tempdir().unwrap();
    let Some(signature) = signed(folder.path(), &document.body) else {
        println!("SKIPPED: ssh-keygen is not installed");
        return;
    };
    // As browsers paste: with other ends of lines.
    let pasted = document.body.replace('\n', "\r\n");
    let altered = pasted.replace("explore", "convey");
    let altered = [("document", altered.as_str()), ("signature", &signature), ("room", "plenary"), ("do", "check")];
    assert!(a.submit("/people/mandates/signed", &altered).await.text().contains("It does not hold"));
    let fields = [("document", pasted.as_str()), ("signature", &signature), ("room", "plenary"), ("do", "check")];
    let checked = a.submit("/people/mandates/signed", &fields).await;
    assert!(checked.text().contains("The signature is true"), "{}", checked.text());
    let fields = [("document", pasted.as_str()), ("signature", &signature), ("room", "plenary"), ("do", "present")];
    let shown = a.submit("/people/mandates/signed", &fields).await;
    assert!(shown.text().contains("The mandate is shown"), "{}", shown.text());
    let b = house.desk("B");
    let seen = b.until("/people/mandates", "The minister of Ardland").await.text();
    assert!(seen.contains("more days") && seen.contains("Counsel Orne, on 1 January 2026"), "{seen}");
    // Another's mandate is nobody else's to present.
    let stolen = b.post(&format!("{}/people/mandates/signed", b.talk), &fields).await;
    assert_eq!(stolen.status, 409, "{}", stolen.text());
    let back = a.submit("/people/mandates/take-back", &[("document", &pasted), ("reason", "The round is over")]).await;
    assert!(back.text().contains("reason: The round is over"), "{}", back.text());
    let document = a.page("/people/mandates/document").await.body;
    let signature = signed(folder.path(), &document).unwrap();
    a.submit("/people/mandates/taken-back", &[("document", &document), ("signature", &signature), ("room", "plenary")])
        .await;
    b.until("/people/mandates", "taken back: The round is over").await;
}

/// Signs as a principal would, with a key of its own.
fn signed(folder: &std::path::Path, document: &str) -> Option<String> {
    let run = |args: &[&str]| {
        let done = std::process::Command::new("ssh-keygen").current_dir(folder).args(args).output().ok()?;
        done.status.success().then_some(())
    };
    if !folder.join("key").exists() {
        run(&["-q", "-t", "ed25519", "-N", "", "-f", "key"])?;
    }
    let _ = std::fs::remove_file(folder.join("document.txt.sig"));
    std::fs::write(folder.join("document.txt"), document).ok()?;
    run(&["-Y", "sign", "-n", "mandate@backchannel", "-f", "key", "document.txt"])?;
    std::fs::read_to_string(folder.join("document.txt.sig")).ok()
}
