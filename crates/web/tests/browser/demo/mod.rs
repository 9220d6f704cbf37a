//! The whole exercise by its pages: a convener and three delegations, each at its own desk, from the reported record to
//! the ledger. Once in English with a mouse; once in Arabic, the sounding and the gate by keyboard alone.
mod close;
mod positions;
mod record;
mod sounding;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use web::Lang;

use crate::browser::{Driver, Hand, Texts, Window};
use crate::kit::{Desk, House};

const SIDES: [&str; 3] = ["A", "B", "C"];

/// One going through.
struct Demo {
    house: House,
    windows: BTreeMap<&'static str, Window>,
    texts: Texts,
    /// For the sounding and the gate.
    hand: Hand,
    shown: AtomicUsize,
    /// What is wrong with pages that were looked at: told all together at the end.
    faults: Mutex<Vec<String>>,
}

impl Demo {
    async fn open(driver: &Driver, lang: Lang, hand: Hand) -> Self {
        let house = House::reported(&SIDES).await;
        let mut windows = BTreeMap::new();
        for who in ["convener", "A", "B", "C"] {
            let desk = house.desk(who);
            desk.post("/language", &[("language", lang.code()), ("back", "/")]).await;
            let window = Window::at(driver, desk).await;
            window.click("The strait").await;
            windows.insert(who, window);
        }
        Self { house, windows, texts: Texts::of(lang), hand, shown: AtomicUsize::new(1), faults: Mutex::default() }
    }

    fn at(&self, who: &str) -> &Window {
        &self.windows[who]
    }

    fn desk(&self, who: &str) -> &Desk {
        self.house.desk(who)
    }

    fn say(&self, name: &str) -> String {
        self.texts.say(name)
    }

    fn with(&self, name: &str, given: &[(&str, &str)]) -> String {
        self.texts.with(name, given)
    }

    /// The page says all of this.
    async fn says(&self, who: &str, all: &[String]) {
        let text = self.at(who).text().await;
        for words in all {
            assert!(text.contains(words), "the page of {who} does not say “{words}”: {text}");
        }
    }

    /// Waits, by asking again, until a page that does not change by itself says this, and opens it.
    async fn come_to(&self, who: &str, path: &str, words: &str) {
        self.desk(who).until(path, words).await;
        self.at(who).page(path).await;
        self.at(who).until(words).await;
    }

    /// Looks at a page: kept as a photograph, and nothing about it is wrong.
    async fn see(&self, who: &str, name: &str) {
        let number = self.shown.fetch_add(1, Ordering::Relaxed);
        let lang = self.texts.lang;
        let place = format!("demo-{}-{number:02}-{name}", lang.code());
        let window = self.at(who);
        let root = window.script("return [document.documentElement.lang, document.documentElement.dir];", vec![]).await;
        assert_eq!(root, serde_json::json!([lang.code(), lang.dir()]), "{place}");
        let text = window.text().await;
        assert!(!text.contains('⟦'), "{place}: a text is missing: {text}");
        window.photograph_whole(&place, 1280).await;
        let found = window.faults(&place).await;
        self.faults.lock().unwrap().extend(found);
    }

    /// The same, and a photograph of the narrowest width beside it.
    async fn see_both(&self, who: &str, name: &str) {
        self.at(who).photograph_whole(&format!("demo-{}-narrow-{name}", self.texts.lang.code()), 320).await;
        self.see(who, name).await;
    }

    async fn go_through(self) {
        self.reported_record().await;
        self.own_meeting().await;
        self.positions().await;
        self.three_questions().await;
        self.caucus_and_ledger().await;
        for window in self.windows.into_values() {
            window.close().await;
        }
        let faults = self.faults.into_inner().unwrap();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_gone_through_in_english_with_a_mouse() {
    let Some(driver) = Driver::start() else { return };
    Demo::open(&driver, Lang::En, Hand::Mouse).await.go_through().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_gone_through_in_arabic_and_sounded_by_keyboard_alone() {
    let Some(driver) = Driver::start() else { return };
    Demo::open(&driver, Lang::Ar, Hand::Keys).await.go_through().await;
}
