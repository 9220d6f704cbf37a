//! What a page weighs and how long it takes to make, in a dialogue that has grown: 200 options, and 500 messages, or
//! 5,000 where the long tests are run.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where a step fails"
)]
mod kit;

use std::time::{Duration, Instant};

use client::Participant;
use client::vault::Passphrase;
use dialogue::{Body, Room};
use kit::{Answer, Desk, House, PAGES, PASSPHRASE};
use web::Lang;

/// Bytes of a page with everything it loads.
const MOST_BYTES: usize = 150_000;
/// The best of several runs takes no longer, on a machine that does nothing else.
const MOST_TIME: Duration = Duration::from_millis(50);
/// Runs of which the best counts.
const RUNS: usize = 7;

/// An agenda of four issues with fifty choices each.
fn agenda() -> String {
    let mut toml = "name = \"Two hundred options\"\n".to_owned();
    for issue in 0..4 {
        toml.push_str(&format!("\n[[issue]]\nname = \"I{issue}\"\ntitle = \"Issue number {issue}\"\nchoices = [\n"));
        for choice in 0..50 {
            toml.push_str(&format!(
                "  {{ name = \"I{issue}-{choice}\", title = \"choice {choice} of the issue\" }},\n"
            ));
        }
        toml.push_str("]\n");
    }
    toml
}

/// What the page loads from us.
fn loaded(body: &str) -> Vec<String> {
    let after = |mark: &str| {
        let parts: Vec<String> =
            body.split(mark).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect();
        parts
    };
    let mut all = after("src=\"");
    all.extend(after("rel=\"stylesheet\" href=\""));
    all.extend(after("type=\"image/svg+xml\" href=\""));
    all
}

/// Bytes of a page with everything it loads.
async fn weight(desk: &Desk, page: &Answer) -> usize {
    let mut bytes = page.body.len();
    for asset in loaded(&page.body) {
        let headers = [("Sec-Fetch-Site", "same-origin"), ("Accept-Encoding", "gzip, deflate, br")];
        let got = desk.send("GET", &asset, &headers, "").await;
        assert_eq!(got.status, 200, "{asset}");
        bytes += got.header("content-length").unwrap().parse::<usize>().unwrap();
    }
    bytes
}

async fn grown(house: &mut House, messages: usize) -> Desk {
    // The pages are closed while another program writes into the vault.
    let old = house.desks.remove("convener").unwrap();
    let (home, talk) = (old.home.clone(), old.talk.clone());
    drop(old);
    let passphrase = Passphrase::new(PASSPHRASE.into());
    let mut vault = home.unlock(&passphrase).unwrap();
    let id = vault.dialogues().unwrap()[0].id;
    let mut me = Participant::open(&mut vault, id, None).unwrap();
    me.post(&Room::Plenary, Body::AgendaSet { toml: agenda() }).unwrap();
    for at in 0..messages {
        let text = format!("message {at}: what was said about the second point, in a sentence of usual length");
        me.post(&Room::Plenary, Body::Said { text }).unwrap();
        if at % 200 == 199 {
            me.sync().await.unwrap();
        }
    }
    me.sync().await.unwrap();
    drop((me, vault));
    let desk = Desk::open(home, Some(Lang::En)).await;
    desk.pages.unlock(&passphrase).unwrap();
    Desk { talk, ..desk }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_light_and_made_quickly_in_a_dialogue_that_has_grown() {
    let mut house = House::with(&["A"], false).await;
    let messages = if std::env::var_os("BACKCHANNEL_SOAK").is_some() { 5_000 } else { 500 };
    let desk = grown(&mut house, messages).await;
    // A delegate's desk has the position's form, the largest of all.
    let delegate = house.desk("A");
    delegate.until("/agenda", "Issue number 3").await;
    let mut slow = Vec::new();
    let visits = PAGES.map(|page| (if page.contains("caucus") { delegate } else { &desk }, page)).into_iter();
    let visits = visits.chain([(delegate, "/position"), (delegate, "/soundings/new")]);
    for (desk, page) in visits {
        let answer = desk.page(page).await;
        assert_eq!(answer.status, 200, "{page}: {}", answer.text());
        let bytes = weight(desk, &answer).await;
        let mut best = Duration::MAX;
        for _ in 0..RUNS {
            let begun = Instant::now();
            desk.page(page).await;
            best = best.min(begun.elapsed());
        }
        let met = if bytes < MOST_BYTES && best <= MOST_TIME { "met" } else { "not met" };
        println!(
            "{page:12} {bytes:7} bytes  {:6.1} ms  (less than {MOST_BYTES} bytes and at most {} ms: {met})",
            best.as_secs_f64() * 1e3,
            MOST_TIME.as_millis()
        );
        assert!(bytes < MOST_BYTES, "{page}: {bytes} bytes with all it loads");
        if best > MOST_TIME {
            slow.push(format!("{page}: {best:?}"));
        }
    }
    // Letters beyond ASCII take two bytes: the largest page is known to be over the bound in Russian and Ukrainian.
    for lang in ["ru", "uk", "ar", "fr"] {
        delegate.post("/language", &[("language", lang), ("back", "/")]).await;
        let bytes = weight(delegate, &delegate.page("/position").await).await;
        println!("FIGURE: /position {lang} {bytes:7} bytes of {MOST_BYTES}");
        assert!(bytes < MOST_BYTES + MOST_BYTES / 10, "/position in {lang}: {bytes} bytes with all it loads");
    }
    if cfg!(debug_assertions) {
        println!("SKIPPED: times are held against their bound in a release alone");
    } else {
        assert!(slow.is_empty(), "{slow:?}");
    }
}
