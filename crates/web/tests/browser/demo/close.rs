//! What is said among one's own stays there; the ledger adds up what was asked.
use super::Demo;

const WORD: &str = "We could move on the second phase.";
const AFTER: &str = "Shall we meet again in a week?";

impl Demo {
    pub(super) async fn caucus_and_ledger(&self) {
        self.caucus().await;
        self.at("A").click(&self.say("ledger-title")).await;
        self.at("A").until(&self.say("ledger-lead")).await;
        let rows = "return [...document.querySelectorAll('table')].map((one) => one.tBodies[0].rows.length)[0];";
        assert_eq!(self.at("A").script(rows, Vec::new()).await, 3, "a row for each question");
        let none = self.say("soundings-answer-none");
        for (number, answer) in [("1", "P1"), ("2", "P2"), ("3", none.as_str())] {
            let row = self.at("A").row(number).await;
            assert!(row.ends_with(answer), "{number}: {row}");
        }
        self.see_both("A", "ledger").await;
        // C took no part in the second and was not told; A and B have brought its result to the table, and C's ledger counts it.
        self.come_to("C", "/ledger", &self.say("ledger-told-lead")).await;
        let row = self.at("C").row("2").await;
        assert!(row.ends_with("P2"), "{row}");
        self.see("C", "ledger-tabled").await;
        self.at("convener").click(&self.say("overview-title")).await;
        self.see("convener", "overview-end").await;
    }

    /// A word in A's caucus, then one in the plenary: whoever has the second would have the first.
    async fn caucus(&self) {
        let a = self.at("A");
        a.click(&self.say("rooms-title")).await;
        a.click(&self.with("rooms-caucus", &[("side", "A")])).await;
        a.fill(&self.with("rooms-write-caucus", &[("side", "A")]), WORD).await;
        a.click(&self.say("rooms-send")).await;
        a.until(&self.say("done-said")).await;
        a.until(WORD).await;
        self.see_both("A", "caucus").await;
        a.page("/rooms/plenary").await;
        a.fill(&self.say("rooms-write-plenary"), AFTER).await;
        a.click(&self.say("rooms-send")).await;
        a.until(&self.say("done-said")).await;
        for who in ["convener", "B", "C"] {
            let window = self.at(who);
            self.come_to(who, "/rooms/plenary", AFTER).await;
            assert!(!window.text().await.contains(WORD), "{who}");
            window.click(&self.say("rooms-title")).await;
            window.until(&self.say("rooms-lead")).await;
            let theirs = self.with("rooms-caucus", &[("side", "A")]);
            assert!(!window.text().await.contains(&theirs), "{who} has a door to the caucus of A");
            let links = "return [...document.querySelectorAll('main li a')].map((one) => new URL(one.href).pathname);";
            let rooms = window.script(links, Vec::new()).await;
            assert!(rooms.as_array().is_some_and(|rooms| !rooms.is_empty()), "{who}: {rooms}");
            for room in rooms.as_array().unwrap() {
                let path = room.as_str().unwrap().replacen(&self.desk(who).base, "", 1);
                assert!(!self.desk(who).get(&path).await.text().contains(WORD), "{who} reads it in {path}");
            }
        }
    }
}
