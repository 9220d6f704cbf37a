//! Three questions, each prepared, looked at, consented to and run; what the second finds goes to the gate.
use negotiation::Agenda;

use super::{Demo, SIDES};
use crate::case;

impl Demo {
    pub(super) async fn three_questions(&self) {
        let pair = &SIDES[..2];
        self.ask("A", &["P1", "P2", "P3"], &SIDES).await;
        self.consented("1", &SIDES).await;
        let first = self.with("soundings-told-package", &[("package", "P1")]);
        self.run(&SIDES, &first).await;
        for side in SIDES {
            self.says(side, &[first.clone(), self.say("soundings-word-answered")]).await;
            assert!(!self.at(side).text().await.contains(&self.say("soundings-exploratory-word")));
        }
        self.see_both("B", "answer-1").await;

        self.ask("A", &["P2"], pair).await;
        self.consented("2", pair).await;
        self.run(pair, &self.with("soundings-told-package", &[("package", "P2")])).await;
        let agenda = Agenda::from_toml(case::AGENDA, "agenda").unwrap();
        let title = |at: usize| agenda.issues()[at].title.as_deref().unwrap();
        let issues = self.with("agenda-list-and", &[("start", title(0)), ("last", title(2))]);
        let missing = self.with("soundings-exploratory", &[("side", "C"), ("issues", &issues)]);
        for side in pair {
            self.says(side, &[self.say("soundings-exploratory-word"), missing.clone()]).await;
        }
        self.see_both("A", "answer-2").await;
        self.gate().await;

        self.ask("C", &["P3"], &SIDES).await;
        self.consented("3", &SIDES).await;
        let none = self.say("soundings-told-none");
        self.run(&SIDES, &none).await;
        for side in SIDES {
            self.says(side, &[none.clone(), self.say("soundings-next-none")]).await;
        }
        self.see_both("C", "answer-3").await;
    }

    /// Prepares a question, looks at what it would tell, and calls it.
    async fn ask(&self, who: &str, packages: &[&str], sides: &[&str]) {
        let (window, hand) = (self.at(who), self.hand);
        window.menu(hand, &self.say("soundings-title")).await;
        window.until(&self.say("soundings-lead")).await;
        window.take(hand, &self.say("soundings-new-title")).await;
        window.until(&self.say("soundings-kinds-lead")).await;
        window.take(hand, &self.say("soundings-kind-packages")).await;
        window.until(&self.say("soundings-which-packages")).await;
        for package in ["P1", "P2", "P3"] {
            window.set(hand, package, packages.contains(&package)).await;
        }
        for side in SIDES {
            window.set(hand, side, sides.contains(&side)).await;
        }
        window.try_other(hand, &self.say("soundings-rule-draw"), &self.say("soundings-rule-exists")).await;
        if packages.len() > 1 {
            self.see_both(who, "question").await;
        }
        window.take(hand, &self.say("soundings-prepare")).await;
        window.until(&self.say("soundings-preview-lead")).await;
        // A picture of who would learn what, and the same in a table: a row for each package, and one for none.
        for answer in packages.iter().map(|one| (*one).to_owned()).chain([self.say("soundings-answer-none")]) {
            assert!(!window.row(&answer).await.is_empty(), "no row for {answer}: {}", window.text().await);
        }
        let drawn = window.script("return document.querySelectorAll('.snd-picture text').length;", Vec::new()).await;
        assert_eq!(drawn, 3 + packages.len() + 1, "a column for each member's side, a row for each answer");
        self.see_both(who, &format!("preview-{}", packages.len())).await;
        window.take(hand, &self.say("soundings-call")).await;
        window.until(&self.say("done-soundings-called")).await;
    }

    /// Each side looks at the question and consents.
    async fn consented(&self, number: &str, sides: &[&str]) {
        let called = self.with("soundings-number", &[("number", number)]);
        for side in sides {
            let (window, hand) = (self.at(side), self.hand);
            window.menu(hand, &self.say("soundings-title")).await;
            window.until(&self.say("soundings-lead")).await;
            window.until(&called).await;
            window.take(hand, &called).await;
            window.until(&self.say("soundings-consent-position")).await;
            if number == "2" && *side == "B" {
                let told = [("question", "1"), ("sides", "C")];
                self.says(side, &[self.with("soundings-warn-subgroup", &told)]).await;
                self.see(side, "consent").await;
            }
            let (yes, no) = (self.say("soundings-consent-do"), self.say("soundings-decline-do"));
            window.take_before(hand, &yes, &no).await;
            window.until(&self.say("done-soundings-consented")).await;
        }
    }

    /// All take part; each page says the answer by itself.
    async fn run(&self, sides: &[&str], answer: &str) {
        for side in sides {
            self.at(side).until(&self.say("soundings-start")).await;
            self.at(side).take(self.hand, &self.say("soundings-start")).await;
            self.at(side).until(&self.say("soundings-run-may-close")).await;
        }
        for side in sides {
            self.at(side).until(answer).await;
            self.at(side).until(&self.say("soundings-stage-answered")).await;
            self.at(side).until_gone(&self.say("soundings-withdraw-lead")).await;
        }
    }

    /// Brought by both, exploratory, refused by name; the absent side sees that it is asked.
    async fn gate(&self) {
        let bring = self.say("gate-bring");
        for side in ["A", "B"] {
            let window = self.at(side);
            window.menu(self.hand, &self.say("gate-title")).await;
            window.until(&bring).await;
            window.take(self.hand, &bring).await;
            window.until(&self.say("done-gate-brought")).await;
        }
        let refused = self.with("gate-status-exploratory-means", &[("sides", "C")]);
        self.come_to("A", "/gate", &refused).await;
        // Once both have brought it, its options stand there.
        self.come_to("A", "/gate", "status deferred without recognition").await;
        assert!(!self.at("A").text().await.contains(&self.say("gate-promote-means")), "nothing to promote yet");
        self.see_both("A", "gate").await;
        let speak = self.with("overview-next-speak", &[("number", "2")]);
        self.come_to("C", "", &speak).await;
        self.see("C", "overview-asked").await;
        self.at("C").take(self.hand, &speak).await;
        self.at("C").until(&self.say("gate-speak-means")).await;
        let both = self.with("agenda-list-and", &[("start", "Territory"), ("last", "Security")]);
        let settles = self.with("gate-why-issues", &[("issues", &both)]);
        self.says("C", &[refused, settles, self.say("gate-consent"), self.say("gate-object")]).await;
        self.see("C", "gate-asked").await;
    }
}
