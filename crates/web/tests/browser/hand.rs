//! One reader with a mouse and one without: the same steps for both.
use thirtyfour::Key;

use super::window::Window;

/// By what a reader acts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    Mouse,
    Keys,
}

/// What the focus is on: nothing, the link that skips to the page, a link, or something to press.
const KIND: &str = "
    const one = document.activeElement;
    if (!one || one === document.body) return 'nothing';
    if (one.matches('a.skip')) return 'skip';
    return one.matches('a') ? 'link' : 'press';";

impl Window {
    async fn focus_kind(&self) -> String {
        self.script(KIND, Vec::new()).await.as_str().unwrap_or_default().to_owned()
    }

    /// Walks to what is called so; on a page that was just opened, past the menu by the link for that.
    async fn reach(&self, name: &str) {
        if self.focus_kind().await == "nothing" {
            self.press(Key::Tab).await;
            if self.focus_kind().await == "skip" {
                self.press(Key::Enter).await;
            } else if self.focused().await.starts_with(name) {
                return;
            }
        }
        self.tab_to(name).await;
    }

    /// Follows a link or presses a button of the page: a link by Enter, what is pressed by the space bar.
    pub async fn take(&self, hand: Hand, name: &str) {
        if hand == Hand::Mouse {
            return self.click(name).await;
        }
        self.reach(name).await;
        let key = if self.focus_kind().await == "link" { Key::Enter } else { Key::Space };
        self.press(key).await;
    }

    /// Follows a link of the menu.
    pub async fn menu(&self, hand: Hand, name: &str) {
        match hand {
            Hand::Mouse => self.click(name).await,
            Hand::Keys => self.enter_at(name).await,
        }
    }

    /// Moves within a group of radios to the next by an arrow key, and back; with a mouse, clicks both.
    pub async fn try_other(&self, hand: Hand, chosen: &str, other: &str) {
        if hand == Hand::Mouse {
            self.click(other).await;
            return self.click(chosen).await;
        }
        self.reach(chosen).await;
        self.press(Key::Down).await;
        assert!(self.focused().await.starts_with(other), "the arrow key led to {}", self.focused().await);
        self.press(Key::Up).await;
        assert!(self.focused().await.starts_with(chosen), "the arrow key led to {}", self.focused().await);
    }

    /// Presses one of two neighbours: who has no mouse walks on to the later one first, and comes back with Shift.
    pub async fn take_before(&self, hand: Hand, name: &str, later: &str) {
        if hand == Hand::Mouse {
            return self.click(name).await;
        }
        self.reach(later).await;
        self.back_to(name).await;
        self.press(Key::Space).await;
    }

    /// Ticks or unticks what is labelled so.
    pub async fn set(&self, hand: Hand, label: &str, on: bool) {
        let ticked = self.field(label).await;
        if ticked.is_selected().await.unwrap() != on {
            self.take(hand, label).await;
        }
        assert_eq!(ticked.is_selected().await.unwrap(), on, "{label}");
    }

    /// The text of the row of a table whose head begins with this; empty where there is none.
    pub async fn row(&self, head: &str) -> String {
        let script = "
            const clean = (text) => text.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
            const rows = [...document.querySelectorAll('tbody tr')].filter((one) => one.getClientRects().length > 0);
            const row = rows.find((one) => clean(one.querySelector('th')?.innerText || '').startsWith(arguments[0]));
            return row ? clean(row.innerText) : '';";
        self.script(script, vec![head.into()]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks a word of an option, by the option's short name.
    pub async fn mark(&self, option: &str, word: &str) {
        let script = "return [...document.querySelectorAll('[role=radiogroup]')]
            .find((one) => one.querySelector('code')?.innerText === arguments[0]);";
        self.click_within(script, option, word).await;
    }

    /// Clicks how much an issue matters, by the issue's title.
    pub async fn weigh(&self, issue: &str, weight: &str) {
        let script = "
            const part = [...document.querySelectorAll('fieldset')]
                .find((one) => one.querySelector('legend bdi')?.innerText === arguments[0]);
            return [...part.querySelectorAll('[role=radiogroup]')].pop();";
        self.click_within(script, issue, weight).await;
    }

    async fn click_within(&self, script: &str, name: &str, word: &str) {
        let script = format!(
            "const group = (() => {{ {script} }})();
            const clean = (text) => text.replace(/\\s+/g, ' ').trim();
            return [...group.querySelectorAll('label')].find((one) => clean(one.innerText) === arguments[1]) || null;"
        );
        let found = self.driver.execute(&script, vec![name.into(), word.into()]).await.unwrap();
        assert!(!found.json().is_null(), "“{word}” is not there for {name}");
        found.element().unwrap().click().await.unwrap();
    }
}
