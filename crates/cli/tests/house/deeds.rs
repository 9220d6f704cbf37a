//! Acts on the record under kills and cuts: each command is harmed, then run once more unharmed. What stands twice
//! after that would stand twice without any harm.
use super::crash::{Chapter, Deed, Deeded};
use super::harm::{Dice, Fate, Harm};
use super::record::{keygen, sign};
use super::records::{Acted, Effect};
use super::street::{Person, text};

/// What the same command says when it is run again.
enum Again {
    /// It is taken up once more.
    Taken,
    /// It is refused in these words.
    Refused(&'static str),
}

/// What the deeds work on.
#[derive(Default)]
pub(crate) struct Ground {
    /// An answered question whose result is on the table and concerns side A.
    question: String,
    /// A principal's key; none where OpenSSH is not installed.
    key: Option<String>,
}

/// As often as they stand here.
pub(crate) const ACTS: [Deed; 25] = [
    ("seat", Chapter::seat),
    ("standing", Chapter::standing),
    ("meeting", Chapter::meeting),
    ("held", Chapter::held),
    ("readout", Chapter::readout),
    ("readout in a caucus", Chapter::readout_apart),
    ("clear", Chapter::clear),
    ("withdraw", Chapter::withdraw),
    ("statement", Chapter::statement),
    ("gate", Chapter::gate),
    ("hotline", Chapter::hotline),
    ("crisis flag", Chapter::flag),
    ("impasse", Chapter::impasse),
    ("mandate", Chapter::mandate),
    ("handover", Chapter::handover),
    ("packet", Chapter::packet),
    ("cadence", Chapter::cadence),
    ("holiday", Chapter::holiday),
    ("channel", Chapter::channel),
    ("memory", Chapter::memory),
    ("crisis contact", Chapter::contact),
    ("eased or resolved", Chapter::closed),
    ("attribute", Chapter::attribute),
    ("export", Chapter::export),
    ("gate bring", Chapter::bring),
];

impl Ground {
    /// Seats, a meeting that was held, a line that may be handed over, a contact, and a result on the table.
    pub(crate) fn lay(chapter: &Chapter) -> Self {
        let [convener, anna, boris] = ["convener", "anna", "boris"].map(|name| chapter.who(name));
        for (name, seat, side) in [("anna", "seatA", "A"), ("boris", "seatB", "B")] {
            let words = ["seat", "add", seat, "--holder", seat, "--office", "former", "--capacity", "private"];
            convener.json(&[&words[..], &["--member", name, "--side", side]].concat());
        }
        let meeting = ["meeting", "add", "M", "--mode", "online", "--day", "2026-03-10", "--present", "seatA,seatB"];
        convener.json(&[&meeting[..], &["--held"]].concat());
        convener.json(&["crisis", "contact", "desk", "by telephone"]);
        anna.sync();
        let line = ["readout", "add", "open", "A first step was thought workable.", "--meeting", "M"];
        anna.json(&[&line[..], &["--speaker", "seatA", "--for", "institute"]].concat());
        let file = chapter.file("result.txt");
        std::fs::write(&file, "Both sides keep the line.").unwrap();
        let call = [
            "sounding", "call", "--sides", "A,B", "--rule", "exists", "--quorum", "1", "--issue", "K", "--adopt", &file,
        ];
        let accept: &[&str] = &["--accept"];
        let answers = chapter.street.sound(&anna, &[&anna, &boris], &call, &[accept, accept]);
        let question = answers[0]["id"].as_str().unwrap().to_owned();
        anna.json(&["gate", "affects", &question, "--side", "A"]);
        for person in [&anna, &boris] {
            person.sync();
            person.json(&["gate", "bring", &question]);
        }
        Self { question, key: keygen(chapter.street.folder.path()) }
    }
}

impl Chapter {
    pub(crate) fn file(&self, name: &str) -> String {
        self.street.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Enters an act under harm and once more without; `before` acts of this trial were entered already.
    fn act(
        &mut self,
        (person, room, words): (&Person, &'static str, &[&str]),
        (number, before): (u64, usize),
        again: &Again,
        effect: Effect,
        dice: &mut Dice,
    ) -> Deeded {
        let harm = Harm::any(dice);
        let fate = self.harm(person, words, harm);
        let certain = matches!(fate, Fate::Done(_)) || self.waits(person);
        person.sync();
        let second = person.output(words);
        let told = text(&second.stderr);
        let (least, most) = match (again, second.status.success()) {
            (Again::Taken, true) => (usize::from(certain) + 1, 2),
            // Whether it was there is now known for certain.
            (Again::Refused(_), true) if !certain => (1, 1),
            (Again::Refused(why), false) if told.contains(why) => (1, 1),
            _ => panic!("{} {words:?} again, after {harm:?} and {fate:?}: {told}", person.name),
        };
        let mark = mark(number);
        self.expected.acts.push(Acted { room, mark, least: before + least, most: before + most, before, effect });
        Some((harm, fate))
    }

    fn seat(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (convener, mark) = (self.who("convener"), mark(number));
        let words = ["seat", "add", &mark, "--holder", &mark, "--office", "expert", "--capacity", "private"];
        let effect = Effect::Each(format!("/record/own/seats/{mark}/history"));
        self.act((&convener, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn standing(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "boris"])), mark(number));
        let words = ["standing", "add", "--government", "Arcadia", "--relation", "knew", "--stance", "asserts"];
        let words = [&words[..], &["--by", &mark]].concat();
        let effect = Effect::Once("/record/own/standing".to_owned());
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn meeting(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["convener", "boris"])), mark(number));
        let words = ["meeting", "add", &mark, "--mode", "online", "--day", "2026-05-01", "--present", "seatB"];
        let effect = Effect::Once("/record/own/meetings".to_owned());
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn held(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (convener, mark) = (self.who("convener"), mark(number));
        let add = ["meeting", "add", &mark, "--mode", "online", "--day", "2026-04-01", "--present", "seatA,seatB"];
        convener.json(&add);
        let effect = Effect::Is(format!("/record/own/meetings/{mark}/facts/held"));
        let words = ["meeting", "held", &mark, "--minutes", "90"];
        self.act((&convener, "plenary", &words), (number, 1), &Again::Taken, effect, dice)
    }

    fn readout(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, mark) = (self.who("anna"), mark(number));
        let words = line(&mark, &[]);
        let effect = Effect::Is(format!("/record/readouts/lines/{mark}/cleared"));
        self.act((&anna, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn readout_apart(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, mark) = (self.who("anna"), mark(number));
        let words = line(&mark, &["--caucus"]);
        self.act((&anna, "caucus:A", &words), (number, 0), &Again::Taken, Effect::Apart, dice)
    }

    fn clear(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, mark) = (self.who("anna"), mark(number));
        self.who("convener").json(&line(&mark, &[]));
        anna.sync();
        let effect = Effect::Is(format!("/record/readouts/lines/{mark}/cleared"));
        self.act((&anna, "plenary", &["readout", "clear", &mark]), (number, 1), &Again::Taken, effect, dice)
    }

    fn withdraw(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, mark) = (self.who("anna"), mark(number));
        anna.json(&line(&mark, &[]));
        let effect = Effect::Is(format!("/record/readouts/lines/{mark}/withdrawn"));
        self.act((&anna, "plenary", &["readout", "withdraw", &mark]), (number, 1), &Again::Taken, effect, dice)
    }

    fn statement(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "boris", "convener"])), mark(number));
        let words = ["statement", "add", &mark, "It was said.", "--speaker", "a speaker", "--attribution", "on-record"];
        let words = [&words[..], &["--source", "a paper"]].concat();
        let effect = Effect::Once("/record/statements".to_owned());
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn gate(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "arthur"])), mark(number));
        let question = self.ground.question.clone();
        let effect = Effect::Each(format!("/record/gates/{question}/voices/A"));
        let words = ["gate", "consent", &question, "--note", &mark];
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn hotline(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "boris"])), mark(number));
        let effect = Effect::Each("/record/affairs/hotline".to_owned());
        self.act((&person, "plenary", &["crisis", "hotline", &mark]), (number, 0), &Again::Taken, effect, dice)
    }

    fn flag(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "boris"])), mark(number));
        let effect = Effect::Once("/record/affairs/escalations".to_owned());
        let words = ["crisis", "flag", &mark, "an act", "--contact", "desk"];
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn impasse(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "boris"])), mark(number));
        let effect = Effect::Once("/record/affairs/impasses".to_owned());
        let words = ["impasse", "add", &mark, "--blocker", "a date", "--level", "principal", "--next", "to ask"];
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn mandate(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let Some(key) = self.ground.key.clone() else {
            return self.seat(number, dice);
        };
        let (person, mark) = (self.who(dice.pick(&["anna", "boris"])), mark(number));
        let file = self.file(&format!("mandate {number}.txt"));
        let draft = ["mandate", "draft", "--principal", &mark, "--scope", "explore", "--out", &file];
        person.json(&[&draft[..], &["--from", "2026-01-01T00:00Z", "--until", "2036-01-01T00:00Z"]].concat());
        sign(&key, "mandate@backchannel", &file);
        let words = ["mandate", "present", &file, "--room", "plenary"];
        // For those who come later it may be presented again; it is one mandate all the same.
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, Effect::Mandate, dice)
    }

    fn handover(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, mark) = (self.who("anna"), mark(number));
        let (card, packet) = (self.file("card.json"), self.file("packet.json"));
        self.who("convener").json(&["handover", "card", "--out", &card]);
        let text = std::fs::read_to_string(&card).unwrap().replace("Off-ramp", &mark);
        std::fs::write(&card, text).unwrap();
        let words = ["handover", "make", "--card", &card, "--line", "open", "--title", &mark, "--out", &packet];
        let effect = Effect::Once("/record/handovers/made".to_owned());
        self.act((&anna, "plenary", &words), (number, 0), &Again::Refused("once"), effect, dice)
    }

    /// A packet for this very dialogue comes in, or one that came in is returned.
    fn packet(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (convener, anna, boris, mark) = (self.who("convener"), self.who("anna"), self.who("boris"), mark(number));
        let (card, packet) = (self.file("card.json"), self.file("packet.json"));
        convener.json(&["handover", "card", "--out", &card]);
        let returns = dice.below(2) == 0;
        let title = if returns { format!("packet {number}") } else { mark.clone() };
        anna.json(&["handover", "make", "--card", &card, "--line", "open", "--title", &title, "--out", &packet]);
        let (received, effect) =
            (["handover", "receive", &packet], Effect::Once("/record/handovers/received".to_owned()));
        if !returns {
            return self.act((&boris, "plenary", &received), (number, 0), &Again::Refused("once"), effect, dice);
        }
        let digest = boris.json(&received)["digest"].as_str().unwrap().to_owned();
        let words = ["handover", "return", &digest, "--why", &mark];
        let again = Again::Refused("answered already");
        self.act((&boris, "plenary", &words), (number, 0), &again, effect, dice)
    }
}

impl Chapter {
    fn cadence(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "convener"])), mark(number));
        // Reported: what a source says of a cadence takes nothing from what another says.
        let words = ["meeting", "cadence", "--days", "16", "--words", "now and then", "--source", &mark];
        let effect = Effect::Once("/record/reported/cadences".to_owned());
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn holiday(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "boris"])), mark(number));
        let effect = Effect::Each("/record/holidays".to_owned());
        let words = ["meeting", "holiday", "2026-12-25", &mark];
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn channel(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (person, mark) = (self.who(dice.pick(&["anna", "boris"])), mark(number));
        let effect = Effect::Once("/record/own/channels".to_owned());
        let words = ["channel", "add", &mark, "another conversation", "--between", "X,Y"];
        self.act((&person, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    /// Something is taken off the table, or put back.
    fn memory(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (boris, mark) = (self.who("boris"), mark(number));
        let off = ["agenda", "off", "T", &mark, "--by", "B", "--why", "refused"];
        if dice.below(2) == 0 {
            let effect = Effect::Once("/record/memory/off".to_owned());
            return self.act((&boris, "plenary", &off), (number, 0), &Again::Taken, effect, dice);
        }
        boris.json(&off);
        let words = ["agenda", "lift", "T", &mark, "--why", "both ask for it"];
        let effect = Effect::Once("/record/memory/lifted".to_owned());
        let again = Again::Refused("option off the table");
        self.act((&boris, "plenary", &words), (number, 1), &again, effect, dice)
    }

    fn contact(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (convener, mark) = (self.who("convener"), mark(number));
        let effect = Effect::Once("/record/affairs/contacts".to_owned());
        let words = ["crisis", "contact", &mark, "by telephone"];
        self.act((&convener, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn closed(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        if dice.below(2) == 0 { self.eased(number, dice) } else { self.resolved(number, dice) }
    }

    fn eased(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, boris, mark) = (self.who("anna"), self.who("boris"), mark(number));
        anna.json(&["crisis", "flag", &format!("flag {number}"), "an act", "--contact", "desk"]);
        boris.sync();
        let effect = Effect::Once("/record/affairs/escalations".to_owned());
        let name = format!("flag {number}");
        let words = ["crisis", "ease", &name, &mark];
        self.act((&boris, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn resolved(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, boris, mark) = (self.who("anna"), self.who("boris"), mark(number));
        let name = format!("impasse {number}");
        anna.json(&["impasse", "add", &name, "--blocker", "a date", "--level", "delegate", "--next", "to ask"]);
        boris.sync();
        let effect = Effect::Once("/record/affairs/impasses".to_owned());
        let words = ["impasse", "resolve", &name, &mark];
        self.act((&boris, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    fn attribute(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, mark) = (self.who("anna"), mark(number));
        anna.json(&line(&mark, &[]));
        let effect = Effect::Said(format!("/record/readouts/lines/{mark}/attribution"), "off-record");
        let words = ["readout", "attribute", &mark, "off-record"];
        self.act((&anna, "plenary", &words), (number, 1), &Again::Taken, effect, dice)
    }

    /// The log of exports has whoever was given one, however the machine fared that wrote it.
    fn export(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (boris, mark) = (self.who("boris"), mark(number));
        let out = self.file("debrief.md");
        let effect = Effect::Each("/record/readouts/exports".to_owned());
        let words = ["debrief", "make", "M", "--for", "institute", "--form", "md", "--to", &mark, "--out", &out];
        self.act((&boris, "plenary", &words), (number, 0), &Again::Taken, effect, dice)
    }

    /// A result is brought to the table: twice in the same words is once.
    fn bring(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let (anna, boris, title) = (self.who("anna"), self.who("boris"), mark(number));
        let file = self.file("result.txt");
        let call = [
            "sounding", "call", "--sides", "A,B", "--rule", "exists", "--quorum", "1", "--issue", "K", "--adopt", &file,
        ];
        let call = [&call[..], &["--title", &title]].concat();
        let accept: &[&str] = &["--accept"];
        let answers = self.street.sound(&anna, &[&anna, &boris], &call, &[accept, accept]);
        self.expected.calls.push((title.clone(), true));
        let question = answers[0]["id"].as_str().unwrap().to_owned();
        anna.sync();
        let effect = Effect::Said(format!("/record/gates/{question}/brought/A/text"), "adopt");
        let words = ["gate", "bring", &question];
        let done = self.act((&anna, "plenary", &words), (number, 0), &Again::Taken, effect, dice);
        // A result has no words of this trial's own; its question's name is.
        if let Some(acted) = self.expected.acts.last_mut() {
            acted.mark = question;
        }
        done
    }
}

fn mark(number: u64) -> String {
    format!("trial {number:05}")
}

/// A line of seat A's about the meeting that was held.
fn line<'a>(name: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let words = ["readout", "add", name, "A step was thought workable.", "--meeting", "M", "--speaker", "seatA"];
    [&words[..], &["--for", "capital"], more].concat()
}
