//! The reported record, and a meeting of one's own with its readout.
use super::Demo;

/// Meeting of the exercise's own record.
const MEETING: &str = "G1";
const CLEARED: &str = "Phases could be verified.";
const OPEN: &str = "A date for talks was thinkable.";

impl Demo {
    /// Who knew and who did not direct; the meeting in April of Track 1.5, and why; those after it of Track 2.
    pub(super) async fn reported_record(&self) {
        let track = self.texts.lang.decimal("1.5");
        let stands = [
            self.say("overview-none-held"),
            self.say("overview-as-reported"),
            self.with("overview-track", &[("track", &track)]),
            self.with("overview-knew-yes", &[("government", "United States")]),
            self.say("overview-directed-no"),
        ];
        for who in ["convener", "A"] {
            self.come_to(who, "", &stands[3]).await;
            self.says(who, &stands).await;
        }
        self.see("convener", "overview-convener").await;
        self.see_both("A", "overview").await;

        self.at("A").click(&self.say("meetings-title")).await;
        let april = self.texts.lang.known_day("2023-04");
        let of_track = |track: &str| self.say(&format!("meetings-track-{track}"));
        let why = self.with("meetings-why-some-serve", &[("who", "foreign minister of Russia")]);
        let line = [("meeting", "M1"), ("day", &april), ("track", &of_track("1-5")), ("why", &why)];
        let first = self.with("meetings-history-line", &line);
        let (none, undated) = (self.say("meetings-why-none-serves"), self.say("meetings-no-date"));
        let line = [("meeting", "S1"), ("day", &undated), ("track", &of_track("2")), ("why", &none)];
        let later = format!("{} {}", self.say("meetings-changed"), self.with("meetings-history-line", &line));
        self.at("A").until(&first).await;
        self.says("A", &[first, later, self.say("people-reported-lead")]).await;
        self.see_both("A", "meetings-reported").await;

        self.at("A").click(&self.say("people-title")).await;
        self.at("A").click(&self.say("people-standing-title")).await;
        self.at("A").until(&self.say("people-standing-lead")).await;
        let reported = self.at("A").text_of(".people-reported").await;
        for (relation, verdict) in [("knew", "yes"), ("directed", "no"), ("briefed", "yes")] {
            let row = ["relation", "verdict"].map(|part| {
                self.say(&format!("people-{part}-{}", if part == "relation" { relation } else { verdict }))
            });
            assert!(reported.contains(&row.join(" ")), "{relation}: {reported}");
        }
        self.see_both("A", "standing").await;
    }

    /// A enters its seat; the others' come by their desks.
    async fn seats(&self) {
        let a = self.at("A");
        a.click(&self.say("people-seats")).await;
        a.unfold(&self.say("people-seat-title")).await;
        a.fill(&self.say("people-seat-name"), "ashe").await;
        a.fill(&self.say("people-seat-holder"), "Robert Ashe").await;
        a.click(&self.say("people-office-former")).await;
        a.click(&self.say("people-capacity-private")).await;
        a.click(&self.say("people-seat-button")).await;
        a.until(&self.say("done-people-seat")).await;
        self.see("A", "people").await;

        let member = crate::kit::Desk::option(&self.desk("B").page("/people").await, "Delegate B");
        let fixed = [("office", "former"), ("capacity", "private")];
        let own = [("seat", "brand"), ("holder", "Lena Brand"), ("member", member.as_str())];
        self.desk("B").submit("/people", &[&own[..], &fixed[..]].concat()).await;
        for (seat, holder) in [("cole", "Peter Cole"), ("dorn", "Adam Dorn")] {
            self.desk("convener")
                .submit("/people", &[&[("seat", seat), ("holder", holder)][..], &fixed].concat())
                .await;
        }
        self.desk("convener").until("/meetings", "Lena Brand").await;
        self.desk("convener").until("/meetings", "Robert Ashe").await;
    }

    /// Held, drafted, cleared in part, and read differently by two audiences.
    pub(super) async fn own_meeting(&self) {
        self.seats().await;
        let convener = self.at("convener");
        convener.click(&self.say("meetings-title")).await;
        convener.unfold(&self.say("meetings-meeting-title")).await;
        convener.fill(&self.say("meetings-meeting-name"), MEETING).await;
        convener.click(&self.say("meetings-held-yes")).await;
        convener.click(&self.say("meetings-mode-in-person")).await;
        convener.fill(&self.say("meetings-meeting-day"), "2026-04-17").await;
        convener.fill(&self.say("meetings-meeting-place"), "Geneva").await;
        for present in ["Robert Ashe (ashe)", "Lena Brand (brand)", "Peter Cole (cole)", "Adam Dorn (dorn)"] {
            convener.click(present).await;
        }
        convener.click(&self.say("meetings-meeting-button")).await;
        convener.until(&self.say("done-meetings-meeting")).await;
        self.says("convener", &[self.say("meetings-why-none-serves"), "Geneva".to_owned()]).await;
        self.see("convener", "meeting-held").await;

        for (text, speaker, audience) in [(CLEARED, "Lena Brand", "institute"), (OPEN, "Robert Ashe", "public")] {
            convener.click(&self.say("readouts-title")).await;
            convener.click(MEETING).await;
            convener.unfold(&self.say("readouts-line-title")).await;
            convener.fill(&self.say("readouts-line-text"), text).await;
            convener.click(&self.say(&format!("readouts-audience-{audience}"))).await;
            convener.choose(&self.say("readouts-line-speaker"), speaker).await;
            convener.click(&self.say("readouts-line-button")).await;
            convener.until(&self.say("done-readouts-line")).await;
        }
        self.see("convener", "readout-drafted").await;

        let b = self.at("B");
        let waits = self.with("readouts-to-clear", &[("count", "1")]);
        self.come_to("B", "/readouts", &waits).await;
        b.click(MEETING).await;
        b.click(&self.say("readouts-clear")).await;
        b.until(&self.say("done-readouts-cleared")).await;
        self.says("B", &[self.say("readouts-state-cleared"), self.say("readouts-state-open")]).await;
        let institute = self.column("institute").await;
        let public = self.column("public").await;
        assert!(institute.contains(CLEARED) && !institute.contains(OPEN), "{institute}");
        assert!(public.contains(&self.say("readouts-empty")) && !public.contains(CLEARED), "{public}");
        // By its own rule and place: where and when it was stays with those who may know.
        assert!(institute.contains("Geneva") && !public.contains("Geneva"), "{institute} | {public}");
        self.see_both("B", "debrief").await;
    }

    /// What an audience would read, at B's desk.
    async fn column(&self, audience: &str) -> String {
        let title = self.say(&format!("readouts-audience-{audience}"));
        let script = "
            const clean = (text) => text.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
            return [...document.querySelectorAll('.readouts-columns > section')]
                .filter((one) => clean(one.querySelector('h3').innerText) === arguments[0])
                .map((one) => clean(one.innerText)).join();";
        let text = self.at("B").script(script, vec![title.clone().into()]).await.as_str().unwrap().to_owned();
        assert!(text.starts_with(&title), "no column for {audience}");
        text
    }
}
