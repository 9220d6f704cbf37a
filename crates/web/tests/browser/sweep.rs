//! Every page in several languages, in light and dark: accessible, within its width, quiet, at home, and photographed.
use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use crate::browser::{Driver, Window, axe};
use crate::kit::{Desk, House};

/// Pages outside of any dialogue.
const OUTSIDE: [&str; 5] = ["/", "/join", "/security", "/settings", "/guide"];
/// Pages of the menu and rooms are read off their pages; these lie behind them.
const BEHIND: [&str; 11] = [
    "/people/standing",
    "/people/mandates",
    "/agenda/change",
    "/agenda/memory",
    "/position/file",
    "/soundings/new",
    "/soundings/new?kind=packages",
    "/soundings/new?kind=agenda",
    "/soundings/new?kind=improve",
    "/soundings/new?kind=adopt",
    "/soundings/new?kind=date",
];
const LANGUAGES: [(&str, &str); 5] = [("en", "ltr"), ("ar", "rtl"), ("ru", "ltr"), ("uk", "ltr"), ("fr", "ltr")];
/// Those that are looked at in the dark as well: one for each direction of writing.
const DARK: usize = 2;

/// A desk's pages: path below the door, and a word for the photograph.
async fn pages(window: &Window, desk: &Desk) -> Vec<(String, String)> {
    window.page("").await;
    let script = "return [...document.querySelectorAll('nav.menu a')].map((one) => new URL(one.href).pathname);";
    let menu = window.script(script, Vec::new()).await;
    let of_menu: Vec<String> =
        menu.as_array().unwrap().iter().map(|path| path.as_str().unwrap().replacen(&desk.base, "", 1)).collect();
    assert!(of_menu.len() >= 14, "the menu was not found: {of_menu:?}");
    window.page("/rooms").await;
    let script =
        "return [...document.querySelectorAll('main a[href*=\"/rooms/\"]')].map((one) => new URL(one.href).pathname);";
    let rooms = window.script(script, Vec::new()).await;
    let rooms: Vec<String> =
        rooms.as_array().unwrap().iter().map(|path| path.as_str().unwrap().replacen(&desk.base, "", 1)).collect();
    assert!(rooms.len() >= 3, "{rooms:?}");
    let within = BEHIND.iter().map(|path| format!("{}{path}", desk.talk));
    let all = OUTSIDE.iter().map(|path| (*path).to_owned()).chain(of_menu).chain(within).chain(rooms);
    let mut there = Vec::new();
    for path in all {
        let short = path.strip_prefix(desk.talk.as_str()).unwrap_or(&path).to_owned();
        let status = desk.get(&path).await.status;
        assert_eq!(status, 200, "{path}");
        let name = if path == desk.talk {
            "overview".to_owned()
        } else {
            short.trim_matches('/').replace(['/', '?', '=', '%'], "-")
        };
        there.push((path, if name.is_empty() { "dialogues".to_owned() } else { name }));
    }
    there
}

/// Looks a desk over in one language and one scheme.
async fn look_over(window: &Window, desk: &Desk, who: &str, (lang, dir): (&str, &str), scheme: &str) -> usize {
    desk.post("/language", &[("language", lang), ("back", "/")]).await;
    window.scheme(scheme).await;
    let pages = pages(window, desk).await;
    for (path, name) in &pages {
        window.visit(path).await;
        let place = format!("{who}-{name}-{lang}-{scheme}");
        let root = "return [document.documentElement.lang, document.documentElement.dir];";
        assert_eq!(window.script(root, Vec::new()).await, serde_json::json!([lang, dir]), "{place}");
        window.photograph(&place).await;
        window.assert_sound(&place).await;
    }
    pages.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_sound_in_every_language_in_both_directions_of_writing_and_both_schemes() {
    let Some(driver) = Driver::start() else { return };
    let house = House::with(&["A", "B"], true).await;
    let desk = house.desk("A");
    let window = Window::at(&driver, desk).await;
    let mut counts = BTreeSet::new();
    for language in LANGUAGES {
        counts.insert(look_over(&window, desk, "A", language, "light").await);
    }
    for language in LANGUAGES.into_iter().take(DARK) {
        counts.insert(look_over(&window, desk, "A", language, "dark").await);
    }
    assert_eq!(counts.len(), 1, "not the same pages each time: {counts:?}");
    window.close().await;

    // The convener sees other things on the same pages.
    let desk = house.desk("convener");
    let window = Window::at(&driver, desk).await;
    look_over(&window, desk, "convener", ("en", "ltr"), "light").await;
    // Locked, there is one page.
    desk.post("/lock", &[]).await;
    for (lang, _) in LANGUAGES {
        desk.post("/language", &[("language", lang), ("back", "/unlock")]).await;
        window.visit("/unlock").await;
        window.photograph(&format!("unlock-{lang}")).await;
        window.assert_sound(&format!("unlock-{lang}")).await;
    }
    window.close().await;
}

#[test]
fn the_rules_are_those_that_were_released() {
    let sums = include_str!("SHA256SUMS");
    let digest: String = Sha256::digest(axe::AXE).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(sums, format!("{digest}  axe.min.js\n"));
}
