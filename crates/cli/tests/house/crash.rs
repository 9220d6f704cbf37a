//! `kill -9` of the client at its saves, and the network cut at random: nothing lost, torn or doubled, and all members
//! converge. The relay's own kills are in `crates/relay/tests/crash.rs`.
//!
//! Each trial takes its choices from its number alone: a command that saves, and what is done to it. Every
//! [`CHAPTER`] trials begin with a dialogue of their own, so that the soak can start at any of them. What is counted
//! towards the number demanded is kills that met their command: an aim that missed, or a cut, is a trial and no kill.
use std::collections::BTreeMap;
use std::time::Instant;

use super::cable::{Cable, Plan};
use super::deeds::{ACTS, Ground};
use super::harm::{Dice, Fate, Harm, can_trace, together, under};
use super::parting::PARTINGS;
use super::records::{Expected, Text, Voice, check};
use super::street::{Person, Relay, Street, example, finish, text};

/// Trials of one dialogue.
const CHAPTER: u64 = 25;
/// Added to a trial's number in the agenda that follows on a run.
const AFTER_RUN: u64 = 50_000;
/// Trials for a kill, at the very most.
const MOST_TRIALS_PER_KILL: u64 = 8;
/// Trials between two looks at everything.
const STRETCH: u64 = 13;
/// Members beyond the first.
const MOST_GUESTS: usize = 2;
const PEOPLE: [(&str, &str); 3] = [("anna", "A"), ("boris", "B"), ("arthur", "A")];

/// What was counted, for the figure.
#[derive(Default)]
struct Tally {
    /// Commands harmed, and of these killed, by what they were.
    deeds: BTreeMap<&'static str, (u64, u64)>,
    trials: u64,
    aimed: u64,
    killed: u64,
    cuts: u64,
    texts: usize,
    acts: usize,
    looks: u64,
}

/// One dialogue, and what must be found in it.
pub(crate) struct Chapter {
    pub(crate) street: Street,
    cable: Cable,
    pub(crate) expected: Expected,
    pub(crate) ground: Ground,
    /// Links that were told and not used.
    links: Vec<(String, &'static str)>,
    pub(crate) guests: Vec<String>,
}

impl Chapter {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("relay.db").display());
        let relay = Relay::start(folder.path(), &database);
        let cable = Cable::to(&relay.url);
        let url = cable.url.clone();
        let street = Street::over(folder, relay, &url, &PEOPLE, &["--budget-bits", "1000"]);
        let expected = Expected { invitations: (PEOPLE.len(), PEOPLE.len()), ..Expected::default() };
        let ground = Ground::default();
        let mut chapter = Self { street, cable, expected, ground, links: Vec::new(), guests: Vec::new() };
        chapter.fresh_agenda(0);
        chapter.ground = Ground::lay(&chapter);
        chapter
    }

    pub(crate) fn who(&self, name: &str) -> Person {
        if name == "convener" { self.street.convener.clone() } else { self.street.delegate(name).clone() }
    }

    /// A document of the sample case with a mark of this trial.
    fn marked(&self, name: &str, number: u64) -> (String, String) {
        let (mark, path) = (format!("trial {number:05}"), self.street.folder.path().join(name));
        let document = std::fs::read_to_string(example(name)).unwrap();
        std::fs::write(&path, document.replace("Exercise; positions invented.", &format!("Exercise, {mark}.")))
            .unwrap();
        (mark, path.to_str().unwrap().to_owned())
    }

    /// An agenda without seals, so that positions can be written again.
    fn fresh_agenda(&mut self, number: u64) {
        let (mark, path) = self.marked("agenda.toml", number);
        self.street.convener.json(&["agenda", "import", &path]);
        self.expected.agendas.push((mark, true));
    }

    /// One trial: a command, harm, and the same person's next sync.
    fn trial(&mut self, number: u64, tally: &mut Tally) {
        let mut dice = Dice::new(number);
        let deed: Deed = match number % 100 {
            // Runs cost most of all.
            47 => ("run", Self::run),
            // Each act on the record in turn, all of them within 50 trials, and each parting.
            turn if turn % 2 == 0 => ACTS[usize::try_from(turn / 2).unwrap() % ACTS.len()],
            turn if turn % 6 == 1 => PARTINGS[usize::try_from(turn / 6).unwrap() % PARTINGS.len()],
            _ => dice.pick(&DEEDS),
        };
        let before = self.cable.cuts();
        let done = deed.1(self, number, &mut dice);
        tally.trials += 1;
        tally.cuts += self.cable.cuts() - before;
        if let Some((harm, fate)) = done {
            let killed = u64::from(matches!(fate, Fate::Killed));
            tally.aimed += u64::from(!matches!(harm, Harm::Network(_)));
            tally.killed += killed;
            let (harmed, kills) = tally.deeds.entry(deed.0).or_default();
            (*harmed, *kills) = (*harmed + 1, *kills + killed);
        }
    }

    /// Runs a command under harm, holds how it ended against what may be, and syncs that person.
    pub(crate) fn harm(&self, person: &Person, arguments: &[&str], harm: Harm) -> Fate {
        let fate = under(person, arguments, harm, &self.cable);
        match (&fate, harm) {
            (Fate::Failed(code, said), Harm::Network(_)) => {
                assert!(
                    *code == 1 && said.contains("cannot be reached"),
                    "{} {arguments:?}: {code} {said}",
                    person.name
                );
            }
            (Fate::Failed(code, said), _) => panic!("{} {arguments:?} {harm:?}: {code} {said}", person.name),
            (Fate::Done(_) | Fate::Killed, _) => {}
        }
        fate
    }

    fn say(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (name, room, full) = dice.pick(&[
            ("convener", "plenary", "plenary"),
            ("anna", "plenary", "plenary"),
            ("boris", "plenary", "plenary"),
            ("arthur", "plenary", "plenary"),
            ("anna", "caucus", "caucus:A"),
            ("arthur", "caucus", "caucus:A"),
            ("anna", "convener", "convener:A"),
            ("convener", "convener:A", "convener:A"),
        ]);
        let person = self.who(name);
        // Now and then of several blocks.
        let padding = "so ".repeat(usize::try_from(dice.pick(&[0, 0, 0, 14_000])).unwrap());
        let said = format!("trial {number:05} {padding}by {name}");
        let harm = Harm::any(dice);
        let fate = self.harm(&person, &["room", "send", room, &said], harm);
        let certain = matches!(fate, Fate::Done(_)) || self.waits(&person);
        person.sync();
        self.expected.texts.push(Text { room: full, text: said, certain });
        Some((harm, fate))
    }

    /// Whether something of this person's was saved and not sent, as is seen before the network is back.
    pub(crate) fn waits(&self, person: &Person) -> bool {
        // Newcomers make others owe something, which waits, too.
        if !self.expected.guests.is_empty() || !self.expected.removed.is_empty() {
            return false;
        }
        self.cable.set(Plan::Down);
        let shown = person.json(&["dialogue", "show"]);
        self.cable.set(Plan::Whole);
        shown["health"]["health"] == "behind"
    }

    fn agenda(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let person = self.who(dice.pick(&["convener", "anna", "boris"]));
        let (mark, path) = self.marked("agenda.toml", number);
        let harm = Harm::any(dice);
        let fate = self.harm(&person, &["agenda", "import", &path], harm);
        person.sync();
        self.expected.agendas.push((mark, matches!(fate, Fate::Done(_))));
        Some((harm, fate))
    }

    fn position(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (name, file) = dice.pick(&[("anna", "A.toml"), ("boris", "B.toml")]);
        let (person, (mark, path)) = (self.who(name), self.marked(file, number));
        let harm = Harm::any(dice);
        let fate = self.harm(&person, &["position", "import", &path], harm);
        person.sync();
        self.expected.positions.entry(name).or_default().push((mark, matches!(fate, Fate::Done(_))));
        Some((harm, fate))
    }

    fn invite(&mut self, _: u64, dice: &mut Dice) -> Deeded {
        let (person, side) = (self.street.convener.clone(), dice.pick(&["A", "B"]));
        let harm = Harm::any(dice);
        let fate = self.harm(&person, &["invite", "--side", side], harm);
        person.sync();
        self.expected.invitations.1 += 1;
        if let Fate::Done(told) = &fate {
            self.expected.invitations.0 += 1;
            self.links.push((told["link"].as_str().unwrap().to_owned(), side));
        }
        Some((harm, fate))
    }

    /// Somebody joins: the knock, the letting in, or the arrival is harmed. Of too many guests one is shown out.
    fn join(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        if self.guests.len() >= MOST_GUESTS {
            return self.remove(dice);
        }
        let convener = self.street.convener.clone();
        if self.links.is_empty() {
            let told = convener.json(&["invite", "--side", "A"]);
            self.expected.invitations = (self.expected.invitations.0 + 1, self.expected.invitations.1 + 1);
            self.links.push((told["link"].as_str().unwrap().to_owned(), "A"));
        }
        let (link, _) = self.links.pop().unwrap();
        let name = format!("guest {number:05}");
        let guest = Person::new(self.street.folder.path(), &name);
        let (harm, step) = (Harm::any(dice), dice.below(3));
        let knock = ["join", &link, "--name", &name];
        let mut fate = if step == 0 { self.harm(&guest, &knock, harm) } else { Fate::Done(guest.json(&knock)) };
        if !matches!(fate, Fate::Done(_)) {
            // Either nothing was begun, or a sync goes on with it.
            let again = guest.output(&knock);
            let told = text(&again.stderr);
            assert!(again.status.success() || told.contains("already; `backchannel sync`"), "{told}");
            guest.sync();
        }
        match step {
            1 => fate = self.harm(&convener, &["sync"], harm),
            _ => drop(convener.sync()),
        }
        convener.sync();
        if step == 2 {
            fate = self.harm(&guest, &["sync"], harm);
        }
        guest.sync();
        self.street.delegates.push(guest);
        self.guests.push(name.clone());
        self.expected.guests.push(name);
        Some((harm, fate))
    }

    /// A guest is let in unharmed.
    pub(crate) fn welcome(&mut self, number: u64) {
        let name = format!("guest {number:05}");
        self.street.join(&name, "A");
        self.expected.invitations = (self.expected.invitations.0 + 1, self.expected.invitations.1 + 1);
        self.guests.push(name.clone());
        self.expected.guests.push(name);
    }

    fn remove(&mut self, dice: &mut Dice) -> Deeded {
        let (convener, name) = (self.street.convener.clone(), self.guests.remove(0));
        let harm = Harm::any(dice);
        let fate = self.harm(&convener, &["remove", &name], harm);
        convener.sync();
        if !matches!(fate, Fate::Done(_)) {
            let again = convener.output(&["remove", &name]);
            let told = text(&again.stderr);
            assert!(again.status.success() || again.status.code() == Some(3), "{told}");
        }
        convener.sync();
        self.street.delegates.retain(|one| one.name != name);
        self.expected.guests.retain(|one| *one != name);
        self.expected.removed.push(name);
        Some((harm, fate))
    }

    /// Others have spoken; taking it up is harmed.
    fn sync(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (speaker, listener) = dice.pick(&[("anna", "boris"), ("boris", "convener"), ("convener", "arthur")]);
        for part in 0..2 {
            let said = format!("trial {number:05} part {part} by {speaker}");
            self.who(speaker).json(&["room", "send", "plenary", &said]);
            self.expected.texts.push(Text { room: "plenary", text: said, certain: true });
        }
        let (person, harm) = (self.who(listener), Harm::any(dice));
        let fate = self.harm(&person, &["sync"], harm);
        person.sync();
        Some((harm, fate))
    }

    /// Calls a question about a text; answers its title and how it ended.
    pub(crate) fn call(&mut self, number: u64, harm: Option<Harm>) -> (String, Fate) {
        let (person, title) = (self.who("anna"), format!("trial {number:05}"));
        let path = self.street.folder.path().join("text");
        std::fs::write(&path, "Both sides keep the line.").unwrap();
        let path = path.to_str().unwrap().to_owned();
        let words = ["sounding", "call", "--sides", "A,B", "--adopt", &path, "--issue", "K", "--title", &title];
        let fate = match harm {
            Some(harm) => self.harm(&person, &words, harm),
            None => Fate::Done(person.json(&words)),
        };
        self.expected.calls.push((title.clone(), matches!(fate, Fate::Done(_))));
        (title, fate)
    }

    fn ask(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let harm = Harm::any(dice);
        let (_, fate) = self.call(number, Some(harm));
        self.who("anna").sync();
        Some((harm, fate))
    }

    fn consent(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (_, called) = self.call(number, None);
        let Fate::Done(told) = called else { unreachable!("it was not harmed") };
        let id = told["id"].as_str().unwrap().to_owned();
        let (person, harm) = (self.who("boris"), Harm::any(dice));
        person.sync();
        let words = ["sounding", "consent", &id, "--accept"];
        let fate = self.harm(&person, &words, harm);
        person.sync();
        if !matches!(fate, Fate::Done(_)) {
            let again = person.output(&words);
            let told = text(&again.stderr);
            assert!(again.status.success() || told.contains("cannot be consented"), "{told}");
        }
        self.expected.voices.push(Voice { event: "consented", question: id });
        Some((harm, fate))
    }

    /// A machine is killed in a run: the other says so, and both run again, with the same answer, or it counts.
    fn run(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        self.fresh_agenda(number);
        let (anna, boris) = (self.who("anna"), self.who("boris"));
        for (person, file) in [(&anna, "A.toml"), (&boris, "B.toml")] {
            person.json(&["position", "import", &example(file)]);
        }
        let called = anna.json(&["sounding", "call", "--sides", "A,B", "--rule", "nash"]);
        let id = called["id"].as_str().unwrap().to_owned();
        anna.json(&["sounding", "consent", &id]);
        boris.json(&["sounding", "consent", &id]);
        let (harm, words) = (Harm::kill(dice), ["sounding", "run", &id, "--wait", "30"]);
        let spoken = [&words[..], &["--json"]].concat();
        let first = anna.start(&spoken);
        let fate = under(&boris, &words, harm, &self.cable);
        if matches!(fate, Fate::Failed(..)) {
            panic!("{harm:?}: {fate:?}");
        }
        // Killed before it had told anything of how far it was, it may still be met.
        let second = boris.start(&spoken);
        let (done, out, err) = finish(first);
        assert!(done || err.contains("aborted"), "{harm:?} {out}{err}");
        let (done, out, err) = finish(second);
        assert!(
            done || err.contains("aborted") || err.contains("counts") || err.contains("ended"),
            "{harm:?} {out}{err}"
        );
        let stage = |person: &Person| {
            let told = person.json(&["sounding", "result", &id]);
            told["stage"].as_str().unwrap().to_owned()
        };
        for _ in 0..3 {
            let runs = [anna.start(&spoken), boris.start(&spoken)];
            let ended = runs.map(finish);
            if ended.iter().all(|(done, out, _)| *done && out.contains("\"outcome\"")) {
                break;
            }
            let stages = [stage(&anna), stage(&boris)];
            if stages.iter().any(|stage| stage == "spent") {
                break;
            }
        }
        let _ = together(&[&anna, &boris], &["sync"]);
        let (a, b) = (anna.json(&["sounding", "result", &id]), boris.json(&["sounding", "result", &id]));
        match (a["outcome"].is_null(), b["outcome"].is_null()) {
            (false, false) => assert!(a["outcome"] == b["outcome"] && a["outcome"]["T"] == "T3", "{harm:?} {a} {b}"),
            _ => assert!(a["stage"] == b["stage"] && a["stage"] == "spent", "{harm:?} {a} {b}"),
        }
        self.fresh_agenda(AFTER_RUN + number);
        for name in ["anna", "boris"] {
            self.expected.positions.remove(name);
        }
        Some((harm, fate))
    }
}

/// The harm, and how the harmed command ended.
pub(crate) type Deeded = Option<(Harm, Fate)>;
pub(crate) type Deed = (&'static str, fn(&mut Chapter, u64, &mut Dice) -> Deeded);

/// As often as they stand here.
const DEEDS: [Deed; 20] = [
    ("say", Chapter::say),
    ("say", Chapter::say),
    ("say", Chapter::say),
    ("say", Chapter::say),
    ("say", Chapter::say),
    ("say", Chapter::say),
    ("say", Chapter::say),
    ("say", Chapter::say),
    ("agenda", Chapter::agenda),
    ("agenda", Chapter::agenda),
    ("position", Chapter::position),
    ("position", Chapter::position),
    ("invite", Chapter::invite),
    ("join", Chapter::join),
    ("join", Chapter::join),
    ("sync", Chapter::sync),
    ("sync", Chapter::sync),
    ("sync", Chapter::sync),
    ("ask", Chapter::ask),
    ("consent", Chapter::consent),
];

/// From trial `BACKCHANNEL_FIRST_TRIAL` on, until `BACKCHANNEL_TRIALS` commands were really killed: 1,000 in the soak. By
/// default 50 trials, whether or not each kill met its command.
#[test]
fn nothing_said_is_lost_torn_or_doubled_by_kills_and_cuts() {
    let soak = std::env::var_os("BACKCHANNEL_SOAK").is_some();
    let number = |name: &str, otherwise: u64| std::env::var(name).map_or(otherwise, |text| text.parse().unwrap());
    let first = number("BACKCHANNEL_FIRST_TRIAL", 0);
    let wanted = number("BACKCHANNEL_TRIALS", if soak { 1_000 } else { 50 });
    let by_kills = soak || std::env::var_os("BACKCHANNEL_TRIALS").is_some();
    let done = |tally: &Tally| wanted <= if by_kills { tally.killed } else { tally.trials };
    if !can_trace() {
        println!(
            "SKIPPED: kills at the saves themselves, for strace cannot trace here; killed at random moments instead"
        );
    }
    let (began, mut tally) = (Instant::now(), Tally::default());
    while !done(&tally) {
        let (mut chapter, from) = (Chapter::begin(), tally.trials);
        while !done(&tally) && tally.trials < from + CHAPTER {
            assert!(
                tally.trials < wanted.saturating_mul(MOST_TRIALS_PER_KILL).max(CHAPTER),
                "kills hardly ever meet a command: {} of {}",
                tally.killed,
                tally.aimed
            );
            chapter.trial(first + tally.trials, &mut tally);
            let last = done(&tally) || tally.trials == from + CHAPTER;
            if last || (tally.trials - from) % STRETCH == 0 {
                check(&chapter.street, &chapter.expected);
                tally.looks += 1;
            }
        }
        tally.texts += chapter.expected.texts.len();
        tally.acts += chapter.expected.acts.len();
    }
    assert!(tally.killed * 3 >= tally.aimed, "too few of the kills met a command: {} of {}", tally.killed, tally.aimed);
    let way = if can_trace() { "at a save" } else { "at a random moment" };
    let runs = tally.deeds.get("run").copied().unwrap_or_default().1;
    println!(
        "FIGURE: client under kill -9 {way} and cuts: {} commands killed ({} were aimed at, in {} trials from {first}), \
         {runs} of them in a run, {} connections cut, {} texts and {} acts on the record none lost, torn or doubled, {} \
         times all in step with equal states, {} s",
        tally.killed,
        tally.aimed,
        tally.trials,
        tally.cuts,
        tally.texts,
        tally.acts,
        tally.looks,
        began.elapsed().as_secs()
    );
    let deeds = tally.deeds.iter().map(|(deed, (harmed, killed))| format!("{deed} {killed}/{harmed}"));
    println!("FIGURE: killed of those harmed: {}", deeds.collect::<Vec<_>>().join(", "));
}

/// Of a join that is killed nothing is left, or a sync goes on with it.
#[test]
fn a_join_that_is_killed_at_any_save_can_be_gone_on_with() {
    let chapter = Chapter::begin();
    let link = chapter.street.convener.json(&["invite", "--side", "B"])["link"].as_str().unwrap().to_owned();
    let (mut killed, mut begun) = (0, 0);
    for nth in 1..=14 {
        let guest = Person::new(chapter.street.folder.path(), &format!("guest {nth}"));
        let harm = match can_trace() {
            true => Harm::Kill { calls: "fsync,fdatasync", nth },
            false => Harm::KillAfter { milliseconds: 50 * nth },
        };
        killed += u64::from(matches!(chapter.harm(&guest, &["join", &link], harm), Fate::Killed));
        let listed = guest.json(&["dialogue", "list"]);
        if listed["dialogues"].as_array().unwrap().is_empty() {
            guest.json(&["join", &link]);
        } else {
            begun += 1;
            assert_eq!(guest.sync()["health"]["health"], "behind");
            assert!(guest.refused(&["join", &link]).1.contains("already; `backchannel sync` goes on with it"));
        }
    }
    assert!(killed > 5 && begun > 1, "{killed} killed, {begun} of them after it was begun");
}
