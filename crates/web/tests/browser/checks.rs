//! What holds for every page: no error on the console, no request to elsewhere, no overflow, nothing drawn without area.
use serde_json::{Value, json};

use super::window::Window;

/// The width at which nothing may overflow.
#[derive(Clone, Copy)]
pub struct Width(pub u32);

/// The narrowest (WCAG 2.2, 1.4.10).
pub const NARROW: Width = Width(320);

impl Window {
    /// What the console has said since it was asked last, at its gravest level.
    pub async fn console_errors(&self) -> Vec<String> {
        let lines = self.driver.browser_log().await.unwrap();
        lines.into_iter().filter(|line| line.level == "SEVERE").map(|line| line.message).collect()
    }

    /// The console has no error.
    pub async fn assert_quiet(&self, place: &str) {
        assert_eq!(self.console_errors().await, Vec::<String>::new(), "{place}");
    }

    /// Addresses that were asked for since this was asked last.
    pub async fn requests(&self) -> Vec<String> {
        let lines = self.driver.get_log("performance").await.unwrap();
        let told = lines.iter().map(|line| serde_json::from_str::<Value>(&line.message).unwrap());
        told.filter_map(|told| {
            let (method, parameters) = (&told["message"]["method"], &told["message"]["params"]);
            let url = match method.as_str()? {
                "Network.requestWillBeSent" => &parameters["request"]["url"],
                "Network.webSocketCreated" => &parameters["url"],
                _ => return None,
            };
            Some(url.as_str()?.to_owned())
        })
        .collect()
    }

    /// Addresses that were asked for since this was asked last, and lie elsewhere.
    pub async fn strays(&self, place: &str) -> Vec<String> {
        let asked = self.requests().await;
        assert!(!asked.is_empty(), "{place}: the log of requests is empty");
        let ours = ["http://127.0.0.1:", "ws://127.0.0.1:", "data:", "about:"];
        asked.into_iter().filter(|url| !ours.iter().any(|own| url.starts_with(own))).collect()
    }

    /// Something was asked for since this was asked last, and all of it on this machine.
    pub async fn assert_at_home(&self, place: &str) {
        assert_eq!(self.strays(place).await, Vec::<String>::new(), "{place}");
    }

    /// How much wider than a view of this width the page is, and what sticks out.
    pub async fn overflow(&self, width: Width) -> (u64, Value) {
        self.resize(width.0, 800).await;
        let script = "
            const root = document.documentElement;
            const wide = [...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 1
                    || one.getBoundingClientRect().left < -1 || one.scrollWidth > one.clientWidth + 1)
                .filter((one) => !one.closest('.scroll, .hidden, .skip'))
                .reverse()
                .slice(0, 5).map((one) => one.outerHTML.slice(0, 160));
            return [root.scrollWidth, innerWidth, root.clientWidth, wide];";
        let mut found = self.script(script, Vec::new()).await;
        let (page, view) = (found[0].as_u64().unwrap(), found[1].as_u64().unwrap());
        assert_eq!(found[2].as_u64(), Some(u64::from(width.0)), "the view was not made narrow: {view}");
        self.resize(1280, 1600).await;
        (page.saturating_sub(u64::from(width.0)), found[3].take())
    }

    /// Marks of drawings that have no area, or no length where they are lines; words that run out of their drawing.
    pub async fn undrawn(&self) -> Value {
        let script = "
            const marks = [...document.querySelectorAll(
                'svg circle, svg ellipse, svg rect, svg polygon, svg polyline, svg path, svg line, svg text')];
            return marks.filter((one) => !one.closest('defs')).filter((one) => {
                const box = one.getBBox();
                const flat = one.matches('line, path, polyline');
                if (flat ? box.width + box.height <= 0 : box.width <= 0 || box.height <= 0) return true;
                const [word, sheet] = [one, one.ownerSVGElement].map((which) => which.getBoundingClientRect());
                return one.matches('text') && (word.left < sheet.left - 1 || word.right > sheet.right + 1);
            }).map((one) => one.outerHTML.slice(0, 160));";
        self.script(script, Vec::new()).await
    }

    /// Whatever of all this is wrong with the page.
    pub async fn faults(&self, place: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let mut found = |what: &str, which: &Value| {
            if *which != json!([]) {
                faults.push(format!("{place}: {what}: {which:#}"));
            }
        };
        found("drawn without area, or out of the drawing", &self.undrawn().await);
        found("not accessible", &self.violations().await);
        let (over, what) = self.overflow(NARROW).await;
        found("too wide", &if over > 0 { json!([over, what]) } else { json!([]) });
        found("errors on the console", &json!(self.console_errors().await));
        found("asked for elsewhere", &json!(self.strays(place).await));
        faults
    }

    /// Nothing of it is wrong.
    pub async fn assert_sound(&self, place: &str) {
        let faults = self.faults(place).await;
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
