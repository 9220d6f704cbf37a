//! What was typed and not sent yet: kept in the vault under the name of its form.

use zeroize::Zeroizing;

use crate::error::Result;
use crate::participant::{Participant, now};
use crate::tables;

impl Participant {
    /// What was typed into a form and not sent.
    ///
    /// # Errors
    /// The vault.
    pub fn draft(&mut self, form: &str) -> Result<Option<Zeroizing<String>>> {
        self.store.read(|tx| tables::draft(tx, form))
    }

    /// Keeps what was typed into a form.
    ///
    /// # Errors
    /// Longer than 256 KiB; the vault.
    pub fn keep_draft(&mut self, form: &str, content: &str) -> Result<()> {
        self.store.write(|tx| tables::put_draft(tx, form, content, now()))
    }

    /// Forgets it: it was sent, or is not wanted.
    ///
    /// # Errors
    /// The vault.
    pub fn drop_draft(&mut self, form: &str) -> Result<()> {
        self.store.write(|tx| tables::drop_draft(tx, form))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops where a step fails")]
mod tests {
    use crate::tables;
    use crate::vault::{Cost, Home, Passphrase};

    #[test]
    fn a_draft_stays_until_it_is_dropped_and_the_oldest_make_room() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path().join("home"));
        let cost = Cost::custom(64, 1, 1).unwrap();
        let (mut vault, _) = home.create(&Passphrase::new("long enough words".into()), cost).unwrap();
        let mut store = vault.create_dialogue([7; 16], "t", 1).unwrap();
        let write = |store: &mut crate::vault::Store, form: &str, text: &str, at| {
            store.write(|tx| tables::put_draft(tx, form, text, at))
        };
        write(&mut store, "words1", "a position", 0).unwrap();
        write(&mut store, "line", "first", 1).unwrap();
        write(&mut store, "line", "second", 2).unwrap();
        let read = |store: &mut crate::vault::Store, form: &str| store.read(|tx| tables::draft(tx, form)).unwrap();
        assert_eq!(read(&mut store, "line").unwrap().as_str(), "second");
        for at in 0..100 {
            write(&mut store, &format!("other-{at}"), "x", 3 + at).unwrap();
        }
        assert!(read(&mut store, "line").is_none());
        assert!(read(&mut store, "words1").is_some(), "a position makes no room");
        store.write(|tx| tables::drop_draft(tx, "other-99")).unwrap();
        assert!(read(&mut store, "other-99").is_none());
        assert!(write(&mut store, "long", &"x".repeat((1 << 20) + 1), 4).is_err());
    }
}
