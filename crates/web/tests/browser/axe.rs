//! axe-core 4.14.1 (`axe.min.js`, Mozilla Public License 2.0, `LICENSE-axe`): the accessibility rules that a program can
//! check. A test asset: no part of the product.
use std::time::Duration;

use serde_json::Value;

use super::window::Window;

/// The file, as it was released.
pub const AXE: &str = include_str!("axe.min.js");

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
    window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(
        (found) => done({
            passed: found.passes.length,
            violations: found.violations.map((one) => ({
                rule: one.id, help: one.help,
                where: one.nodes.slice(0, 5).map((node) => [node.html.slice(0, 200), node.failureSummary]),
            })),
        }),
        (error) => done({ error: String(error) }));";

impl Window {
    /// What axe finds wrong with the page.
    pub async fn violations(&self) -> Value {
        // Scripts come through the driver, not through the page, so the page's policy stands as it is.
        self.script(&format!("{AXE}\n;return true;"), Vec::new()).await;
        self.driver.set_script_timeout(Duration::from_secs(60)).await.unwrap();
        let mut found = self.driver.execute_async(RUN, Vec::<Value>::new()).await.unwrap().json().clone();
        assert!(found["passed"].as_u64().is_some_and(|passed| passed > 5), "axe did not run: {found}");
        found["violations"].take()
    }
}
