//! One browser: at a desk by its launch link, it visits, clicks by what is visible, types, and is photographed.
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel};

use super::driver::{BROWSER, Driver};
use super::texts::seen;
use crate::kit::Desk;

/// Nothing on these pages takes longer.
const PATIENCE: Duration = Duration::from_secs(60);

// Scroll bars would take from the width that is asked for.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// What a reader could click, and what it says.
const FIND: &str = "
    const clean = (text) => (text || '').replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
    const wanted = clean(arguments[0]);
    const all = [...document.querySelectorAll('a, button, summary, label, [role=button]')]
        .filter((one) => one.getClientRects().length > 0);
    return all.find((one) => clean(one.innerText) === wanted)
        || all.find((one) => clean(one.innerText).includes(wanted)) || null;";

/// The control that a visible label names.
const FIELD: &str = "
    const clean = (text) => (text || '').replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
    const wanted = clean(arguments[0]);
    const all = [...document.querySelectorAll('label')].filter((one) => one.getClientRects().length > 0);
    const label = all.find((one) => clean(one.innerText) === wanted)
        || all.find((one) => clean(one.innerText).startsWith(wanted));
    return label ? label.control : null;";

/// A browser window.
pub struct Window {
    pub driver: WebDriver,
    /// The pages at which it is: `http://127.0.0.1:PORT/DOOR`.
    pub base: String,
    /// `/talk/ID`.
    pub talk: String,
}

impl Window {
    pub(super) async fn open(driver: &Driver) -> Self {
        let mut wanted = ChromeCapabilities::new();
        wanted.set_binary(BROWSER).unwrap();
        let profile = tempfile::tempdir_in(driver.folder.path()).unwrap().keep();
        for flag in FLAGS {
            wanted.add_arg(flag).unwrap();
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.display())).unwrap();
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All).unwrap();
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All).unwrap();
        let window = Self {
            driver: WebDriver::new(&driver.url, wanted).await.unwrap(),
            base: String::new(),
            talk: String::new(),
        };
        window.resize(1280, 1600).await;
        // The browser's own first page asks for the browser's own parts.
        window.driver.goto("about:blank").await.unwrap();
        window.requests().await;
        window
    }

    /// A window at a desk, let in by a launch link.
    pub async fn at(driver: &Driver, desk: &Desk) -> Self {
        let mut window = driver.window().await;
        window.launch(desk).await;
        window
    }

    /// Opens a launch link.
    pub async fn launch(&mut self, desk: &Desk) {
        self.driver.goto(desk.pages.launch_link().unwrap()).await.unwrap();
        self.base = format!("http://127.0.0.1:{}{}", desk.port, desk.base);
        self.talk = desk.talk.clone();
        let here = self.driver.current_url().await.unwrap();
        assert!(here.as_str().starts_with(&self.base), "the link led to {here}");
    }

    /// A page below the door.
    pub async fn visit(&self, path: &str) {
        let path = if path == "/" { "" } else { path };
        self.driver.goto(format!("{}{path}", self.base)).await.unwrap();
    }

    /// A page of the dialogue.
    pub async fn page(&self, path: &str) {
        self.visit(&format!("{}{path}", self.talk)).await;
    }

    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver.execute(script, arguments).await.unwrap().json().clone()
    }

    pub(super) async fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.driver.cdp().send_raw(method, parameters).await.unwrap()
    }

    /// Sets the size of the page's view.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await;
        // What the page does about it is done before the next frame but one.
        let frames = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0](true)));";
        self.driver.set_script_timeout(PATIENCE).await.unwrap();
        self.driver.execute_async(frames, Vec::new()).await.unwrap();
    }

    /// Light or dark, as the reader's system would ask for.
    pub async fn scheme(&self, scheme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.cdp("Emulation.setEmulatedMedia", features).await;
    }

    /// Clicks what says this: a link, a button, a label, what unfolds.
    pub async fn click(&self, words: &str) {
        loop {
            let found = self.driver.execute(FIND, vec![json!(words)]).await.unwrap();
            assert!(!found.json().is_null(), "nothing to click says “{words}”: {}", self.text().await);
            let clicked = found.element().unwrap().click().await;
            // A live part was replaced between the look and the click: whoever looks again finds the new one.
            let gone = |error: &WebDriverError| matches!(**error, WebDriverErrorInner::StaleElementReference(_));
            if !clicked.as_ref().is_err_and(gone) {
                return clicked.unwrap();
            }
        }
    }

    /// The control whose label begins with this.
    pub async fn field(&self, label: &str) -> WebElement {
        let found = self.driver.execute(FIELD, vec![json!(label)]).await.unwrap();
        assert!(!found.json().is_null(), "no field is labelled “{label}”: {}", self.text().await);
        found.element().unwrap()
    }

    /// Types into the field of this label.
    pub async fn fill(&self, label: &str, text: &str) {
        self.field(label).await.send_keys(text).await.unwrap();
    }

    /// Chooses, in the list of this label, the option that says this.
    pub async fn choose(&self, label: &str, option: &str) {
        let list = self.field(label).await;
        list.send_keys(option).await.unwrap();
        let script = "return arguments[0].selectedOptions[0].text;";
        let chosen = self.driver.execute(script, vec![list.to_json().unwrap()]).await.unwrap();
        assert_eq!(chosen.json().as_str(), Some(option), "{label}");
    }

    /// Unfolds what is folded under these words.
    pub async fn unfold(&self, words: &str) {
        let script = "
            const clean = (text) => (text || '').replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
            return [...document.querySelectorAll('details')].filter((one) => one.getClientRects().length > 0)
                .find((one) => clean(one.querySelector('summary').innerText) === arguments[0])?.open ?? null;";
        let open = self.script(script, vec![json!(words)]).await;
        assert!(!open.is_null(), "nothing unfolds under “{words}”: {}", self.text().await);
        if open == json!(false) {
            self.click(words).await;
        }
    }

    /// What a reader sees, without isolates, in one line.
    pub async fn text(&self) -> String {
        self.text_of("body").await
    }

    /// The same of one part of the page, by a selector of CSS; empty where it is not there.
    pub async fn text_of(&self, selector: &str) -> String {
        let script = "const part = document.querySelector(arguments[0]); return part ? part.innerText : '';";
        seen(self.script(script, vec![json!(selector)]).await.as_str().unwrap_or_default())
    }

    /// Waits until the page, by itself, says something.
    pub async fn until(&self, words: &str) {
        self.until_it_is(words, true).await;
    }

    /// Waits until the page, by itself, does not say something any more.
    pub async fn until_gone(&self, words: &str) {
        self.until_it_is(words, false).await;
    }

    async fn until_it_is(&self, words: &str, there: bool) {
        let script = "
            const [words, there, done] = arguments;
            const clean = (text) => text.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ');
            const look = () => document.readyState === 'complete'
                && clean(document.body.innerText).includes(words) === there;
            if (look()) return done(true);
            const seen = () => { if (look()) { watch.disconnect(); done(true); } };
            const watch = new MutationObserver(seen);
            addEventListener('load', seen);
            watch.observe(document.documentElement, { childList: true, subtree: true, characterData: true });";
        self.driver.set_script_timeout(PATIENCE).await.unwrap();
        let begun = Instant::now();
        // A page that is left while it is watched ends the watch: the next one is watched then.
        while let Err(error) = self.driver.execute_async(script, vec![json!(words), json!(there)]).await {
            let left = begun.elapsed() < PATIENCE;
            assert!(left, "“{words}” there: never {there} ({error}): {}", self.text().await);
        }
    }

    /// Photographs it: `target/screenshots/NAME.png`.
    pub async fn photograph(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{name}.png"));
        self.driver.screenshot(&path).await.unwrap();
        path
    }

    /// Photographs all of it, however long, at a width.
    pub async fn photograph_whole(&self, name: &str, width: u32) -> PathBuf {
        self.resize(width, 800).await;
        let height = self.script("return document.documentElement.scrollHeight;", Vec::new()).await;
        self.resize(width, u32::try_from(height.as_u64().unwrap()).unwrap().clamp(800, 8000)).await;
        let path = self.photograph(name).await;
        self.resize(1280, 1600).await;
        path
    }

    /// Closes the browser.
    pub async fn close(self) {
        self.driver.quit().await.unwrap();
    }
}
