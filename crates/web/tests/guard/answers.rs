//! What every answer carries, and where none of them leads.
use crate::ask::Ask;
use crate::kit::{Answer, Desk, House};

/// Holds an answer's headers against what all must carry.
pub(crate) fn guarded(name: &str, answer: &Answer) {
    let header = |wanted: &str| answer.header(wanted).unwrap_or_else(|| panic!("{name}: no {wanted}")).to_owned();
    let policy = header("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "'nonce-"] {
        assert!(policy.contains(part), "{name}: {policy}");
    }
    assert!(!policy.contains("unsafe"), "{name}: {policy}");
    assert!(!policy.contains("script-src 'self'"), "{name}: scripts need the nonce: {policy}");
    assert_eq!(header("x-content-type-options"), "nosniff", "{name}");
    assert_eq!(header("x-frame-options"), "DENY", "{name}");
    assert_eq!(header("referrer-policy"), "no-referrer", "{name}");
    assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{name}");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin", "{name}");
    let kept = header("cache-control");
    assert!(kept == "no-store" || (kept.starts_with("private") && answer.status == 200), "{name}: {kept}");
    assert!(answer.header("access-control-allow-origin").is_none(), "{name}");
    assert!(answer.header("server").is_none(), "{name}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers() {
    let house = House::with(&["A"], true).await;
    let desk = house.desk("A");
    let nonces: std::collections::BTreeSet<String> = {
        let mut nonces = std::collections::BTreeSet::new();
        for path in ["", "", "/join", "/security", "/settings", "/guide", "/guide/1", "/nowhere", "/assets/app.css"] {
            let answer = Ask::get(desk, path).send(desk.port).await;
            guarded(path, &answer);
            let policy = answer.header("content-security-policy").unwrap().to_owned();
            nonces.insert(crate::kit::between(&policy, "'nonce-", "'").unwrap().to_owned());
        }
        nonces
    };
    assert_eq!(nonces.len(), 9, "a nonce is used once");
    for path in ["", "/members", "/gate", "/leaving", "/rooms", "/rooms/plenary", "/rooms/nowhere"] {
        guarded(path, &Ask::get(desk, &format!("{}{path}", desk.talk)).send(desk.port).await);
    }
    guarded("redirect", &Ask::post(desk, "/language", &[("language", "en")]).send(desk.port).await);
    desk.post("/lock", &[]).await;
    let locked = Ask::get(desk, &desk.talk).send(desk.port).await;
    assert_eq!(locked.status, 303);
    guarded("locked", &locked);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_form_leads_to_another_machine() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(client::vault::Home::at(folder.path().join("home")), Some(web::Lang::En)).await;
    let within = |path: &str| format!("{}{path}", desk.base);
    let wanted = [
        "//evil.example".to_owned(),
        "\\\\evil.example".to_owned(),
        "https://evil.example/".to_owned(),
        "javascript:alert(1)".to_owned(),
        "/elsewhere".to_owned(),
        within("//evil.example"),
        within("/\\evil.example"),
        within(".evil.example"),
        within("@evil.example"),
        within("/\r\nSet-Cookie: a=b"),
        within("/\nX: y"),
        within("/\u{0}"),
        within("/é"),
    ];
    for back in &wanted {
        let answer = Ask::post(&desk, "/language", &[("language", "en"), ("back", back)]).send(desk.port).await;
        assert_eq!(answer.status, 303, "{back:?}: {}", answer.text());
        let to = answer.header("location").unwrap();
        let rest = to.strip_prefix(desk.base.as_str()).unwrap_or_else(|| panic!("{back:?} leads to {to}"));
        assert!(rest.is_empty() || rest.starts_with('/'), "{back:?} leads to {to}");
        assert!(!rest.starts_with("//"), "{back:?} leads to {to}");
        assert!(answer.header("set-cookie").is_none() && answer.header("x").is_none(), "{back:?}");
    }
    let back = within("/unlock");
    let kept = Ask::post(&desk, "/language", &[("language", "fr"), ("back", &back)]).send(desk.port).await;
    assert_eq!(kept.header("location"), Some(back.as_str()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_address_says_is_done_is_said_in_our_words_or_not_at_all() {
    let house = House::with(&["A"], false).await;
    let desk = house.desk("A");
    for done in ["done-<b>x</b>", "done-%3Cb%3Ex%3C/b%3E", "<script>", "done-no-such-text", "gate-lead", "done-A"] {
        let page = desk.page(&format!("?done={}", crate::kit::encoded(done))).await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("class=\"done\""), "{done}: {}", page.text());
        assert!(!page.body.contains("<b>x") && !page.text().contains('⟦'), "{done}");
    }
    assert!(desk.page("?done=done-sent").await.body.contains("class=\"done\""));
}
