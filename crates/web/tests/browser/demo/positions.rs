//! Each delegation's position: written, looked over, sealed.
use web::Lang;

use super::{Demo, SIDES};
use crate::browser::Hand;
use crate::case;

impl Demo {
    pub(super) async fn positions(&self) {
        for side in SIDES {
            let window = self.at(side);
            window.click(&self.say("position-title")).await;
            self.says(side, &[self.say("position-private"), self.say("position-private-lead")]).await;
            if side == "C" && self.texts.lang == Lang::En {
                self.by_radios(side).await;
            } else {
                window.click(&self.say("position-file-title")).await;
                window.fill(&self.say("position-file-text"), case::document(side)).await;
                window.click(&self.say("position-file-do")).await;
            }
            window.until(&self.say("position-fine")).await;
            // The case says of each what it makes of the named packages.
            let (could, not) = (self.say("position-could"), self.say("position-could-not"));
            for (package, tolerable) in [("P1", true), ("P2", side != "C"), ("P3", false)] {
                let row = window.row(package).await;
                let said = if tolerable { &could } else { &not };
                assert!(row.starts_with(&format!("{package} {said}")), "{side}: {row}");
            }
            if side == "A" {
                self.see_both(side, "position-review").await;
            }
            window.click(&self.say("position-to-seal")).await;
            window.until(&self.say("position-seal-means")).await;
            if side == "A" {
                self.see("A", "position-seal").await;
            }
            window.click(&self.say("position-seal-do")).await;
            window.until(&self.say("done-position-sealed")).await;
        }
        self.see("C", "position-sealed").await;
    }

    /// All but the last issue is there as a draft; that is said by clicking.
    async fn by_radios(&self, side: &str) {
        let agenda = negotiation::Agenda::from_toml(case::AGENDA, "agenda").unwrap();
        let [mut words, ..] = case::typed(&agenda, case::document(side), 1);
        words.retain(|(name, _)| !name.starts_with("w5") && name != "i5");
        words.push(("stay".into(), "1".into()));
        self.desk(side).submit("/position", &case::borrowed(&words)).await;
        let window = self.at(side);
        window.page("/position").await;
        self.says(side, &[self.with("position-progress", &[("said", "18"), ("all", "20")])]).await;
        window.mark("K0", &self.say("position-word-could-live-with")).await;
        window.mark("K1", &self.say("position-word-welcome")).await;
        let channel = agenda.issues()[5].title.clone().unwrap();
        window.weigh(&channel, &self.say("position-weight-minor")).await;
        self.see_both(side, "position-form").await;
        window.take(Hand::Mouse, &self.say("position-save")).await;
    }
}
