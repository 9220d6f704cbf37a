//! A reader without a mouse: keys go to wherever the focus is, and where it is can be seen.
use thirtyfour::Key;
use thirtyfour::error::WebDriverError;

use super::window::Window;

/// No page has more places to stop at.
const STOPS: usize = 300;

/// What the focus is on, as it is called, and whether that can be seen.
const FOCUS: &str = "
    const one = document.activeElement;
    if (!one || one === document.body) return ['', true];
    const clean = (text) => (text || '').replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
    const labels = one.labels ? [...one.labels].map((label) => clean(label.innerText)).join(' ') : '';
    const name = clean(one.getAttribute('aria-label')) || labels || clean(one.innerText);
    const style = getComputedStyle(one);
    return [name, one.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0];";

impl Window {
    /// Presses a key.
    pub async fn press(&self, key: Key) {
        let pressed = self.driver.action_chain().send_keys(char::from(key).to_string()).perform().await;
        // A key that leads to another page was pressed, however far the driver came with its bookkeeping.
        let led_away = |error: &WebDriverError| error.to_string().contains("aborted by navigation");
        assert!(pressed.as_ref().err().is_none_or(led_away), "{pressed:?}");
    }

    /// Types to wherever the focus is.
    pub async fn keys(&self, text: &str) {
        self.driver.action_chain().send_keys(text).perform().await.unwrap();
    }

    /// Walks on with Tab until it stands on what is called so; every stop on the way must be visible.
    pub async fn tab_to(&self, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..STOPS {
            self.press(Key::Tab).await;
            let focus = self.script(FOCUS, Vec::new()).await;
            let here = focus[0].as_str().unwrap_or_default().to_owned();
            assert_eq!(focus[1], true, "the focus on “{here}” cannot be seen");
            if here == name || (!name.is_empty() && here.starts_with(name)) {
                return;
            }
            seen.push(here);
        }
        panic!("Tab never came to “{name}”, but to: {}", seen.join(" · "));
    }

    /// What the focus is on, as it is called.
    pub async fn focused(&self) -> String {
        self.script(FOCUS, Vec::new()).await[0].as_str().unwrap_or_default().to_owned()
    }

    /// Walks back with Shift and Tab.
    pub async fn back_to(&self, name: &str) {
        for _ in 0..STOPS {
            let keys = self.driver.action_chain().key_down(Key::Shift).send_keys(char::from(Key::Tab).to_string());
            keys.key_up(Key::Shift).perform().await.unwrap();
            if self.focused().await.starts_with(name) {
                return;
            }
        }
        panic!("Shift and Tab never came back to “{name}”");
    }

    /// Walks to what is called so and presses Enter there.
    pub async fn enter_at(&self, name: &str) {
        self.tab_to(name).await;
        self.press(Key::Enter).await;
    }
}
