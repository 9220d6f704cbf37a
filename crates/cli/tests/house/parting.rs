//! Deeds under kills and cuts that end something, or put it aside: leaving, declining a question, taking it back,
//! confirming words, backups and their restoration.
use super::crash::{Chapter, Deed, Deeded};
use super::harm::{Dice, Fate, Harm};
use super::records::Voice;
use super::street::{Person, text};

/// In turn.
pub(crate) const PARTINGS: [Deed; 6] = [
    ("leave", Chapter::leave),
    ("decline", Chapter::decline),
    ("take back", Chapter::take_back),
    ("verify", Chapter::verify),
    ("backup", Chapter::backup),
    ("restore", Chapter::restore),
];

impl Chapter {
    /// A guest leaves; where there is none, one is let in first.
    fn leave(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        if self.guests.is_empty() {
            self.welcome(number);
        }
        let (convener, name) = (self.who("convener"), self.guests.remove(0));
        let guest = self.who(&name);
        let harm = Harm::any(dice);
        let words = ["leave", "--yes"];
        let fate = self.harm(&guest, &words, harm);
        convener.sync();
        if !matches!(fate, Fate::Done(_)) {
            // Whoever has left already has no way to the relay any more, and is told so.
            let again = guest.output(&words);
            let told = text(&again.stderr);
            assert!(
                again.status.success() || told.contains("is no member of this dialogue, or not any more"),
                "{harm:?}: {told}"
            );
        }
        convener.sync();
        self.street.delegates.retain(|one| one.name != name);
        self.expected.guests.retain(|one| *one != name);
        self.expected.removed.push(name);
        Some((harm, fate))
    }

    /// A question that is called unharmed is answered, or taken back, under harm and once more without.
    fn settle_question(
        &mut self,
        (number, name): (u64, &str),
        (word, event): (&str, &'static str),
        dice: &mut Dice,
    ) -> Deeded {
        let (_, called) = self.call(number, None);
        let Fate::Done(told) = called else { unreachable!("it was not harmed") };
        let id = told["id"].as_str().unwrap().to_owned();
        let (person, harm) = (self.who(name), Harm::any(dice));
        person.sync();
        let words = ["sounding", word, &id];
        let fate = self.harm(&person, &words, harm);
        person.sync();
        if !matches!(fate, Fate::Done(_)) {
            let again = person.output(&words);
            let told = text(&again.stderr);
            // Refused for being so already, or taken up now.
            assert!(again.status.success() || again.status.code() == Some(3), "{word} after {harm:?}: {told}");
        }
        self.expected.voices.push(Voice { event, question: id });
        Some((harm, fate))
    }

    fn decline(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        self.settle_question((number, "boris"), ("decline", "consent_refused"), dice)
    }

    fn take_back(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        self.settle_question((number, "anna"), ("withdraw", "withdrawn"), dice)
    }

    /// The words are confirmed; once that was told, it stays so.
    fn verify(&mut self, _: u64, dice: &mut Dice) -> Deeded {
        let (person, with) =
            (self.who(dice.pick(&["anna", "boris", "arthur"])), dice.pick(&["anna", "boris", "arthur"]));
        let with = if person.name == with { "Mediator" } else { with };
        let (harm, words) = (Harm::any(dice), ["verify", with, "--confirm"]);
        let before = person.json(&["verify", with])["words"].clone();
        let fate = self.harm(&person, &words, harm);
        let shown = person.json(&["verify", with]);
        assert!(shown["words"] == before, "the words changed: {before} {shown}");
        if matches!(fate, Fate::Done(_)) {
            assert_eq!(shown["confirmed"], true, "{shown}");
        }
        assert_eq!(person.json(&words)["confirmed"], true);
        Some((harm, fate))
    }

    /// A backup is whole or is none; the home is as it was.
    fn backup(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let person = self.who(dice.pick(&["convener", "anna", "boris"]));
        let file = self.file(&format!("backup {number:05}"));
        let (harm, words) = (Harm::kill(dice), ["backup", &file]);
        let fate = self.harm(&person, &words, harm);
        let rehearse = ["restore", "--rehearse", &file];
        if let Fate::Done(told) = &fate {
            assert_eq!(told["rehearsed"], true);
        }
        // The same words go through afterwards, unless the file is there, and then it is a whole one.
        let again = person.output(&words);
        let told = text(&again.stderr);
        assert!(again.status.success() || told.contains("is not overwritten"), "{harm:?}: {told}");
        assert_eq!(person.json(&rehearse)["dialogues"], 1, "{harm:?}");
        std::fs::remove_file(&file).unwrap();
        Some((harm, fate))
    }

    /// A restoration that is killed can be done again, at worst after what it left was wiped.
    fn restore(&mut self, number: u64, dice: &mut Dice) -> Deeded {
        let person = self.who(dice.pick(&["anna", "boris"]));
        let file = self.file(&format!("backup {number:05}"));
        person.json(&["backup", &file]);
        let name = format!("restored {number:05}");
        let restored = Person { home: self.street.folder.path().join(&name), name };
        let (harm, words) = (Harm::kill(dice), ["restore", &file]);
        let fate = self.harm(&restored, &words, harm);
        if !matches!(fate, Fate::Done(_)) {
            let again = restored.output(&words);
            let told = text(&again.stderr);
            if !again.status.success() {
                assert!(told.contains("already"), "{harm:?}: {told}");
                restored.json(&["wipe", "--yes"]);
                restored.json(&words);
            }
        }
        // It never syncs: two machines of one member are another tale (`story.rs`).
        let shown = restored.json(&["dialogue", "list"]);
        assert_eq!(shown["dialogues"].as_array().unwrap().len(), 1, "{harm:?}: {shown}");
        std::fs::remove_file(&file).unwrap();
        restored.json(&["wipe", "--yes"]);
        Some((harm, fate))
    }
}
