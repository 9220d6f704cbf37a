//! Readouts of a meeting for an audience: composed, checked, printed, and logged before they are handed out.
use dialogue::attribution::Weight;
use dialogue::record::debrief::{self, Debrief};
use dialogue::record::line::{self, Audience, Export, Line, Readouts};
use dialogue::record::scene::{self, Found};
use dialogue::record::{Act, Day};
use dialogue::{Body, Room};

use crate::debrief::{Form, Tongue};
use crate::error::{Error, Result};
use crate::participant::Participant;

/// What an audience would read about a meeting.
#[derive(Debug, Clone)]
pub struct Readout {
    /// What is in it and what is left out.
    pub debrief: Debrief,
    /// What in it would tell who said it.
    pub findings: Vec<Found>,
    /// Whether anybody is on the record as present: nobody else can be protected.
    pub anybody_present: bool,
}

/// A readout that may be handed out: it is in the log.
#[derive(Debug, Clone)]
pub struct HandedOut {
    /// The document.
    pub bytes: Vec<u8>,
    /// What was logged.
    pub export: Export,
    /// Where.
    pub room: Room,
}

impl Readout {
    /// What keeps it from being handed out.
    pub fn blocking(&self) -> impl Iterator<Item = &Found> {
        self.findings.iter().filter(|one| one.finding.weight == Weight::Block)
    }

    /// A digest of what would be printed, by which it is noticed that it changed after it was shown.
    ///
    /// # Errors
    /// Nothing that is expected: it cannot be written down.
    pub fn digest(&self) -> Result<String> {
        let shown = serde_json::to_vec(&self.debrief)?;
        Ok(blake3::Hasher::new_derive_key("backchannel readout v1").update(&shown).finalize().to_hex().to_string())
    }

    /// Lines and views in it.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.debrief.lines.len() + self.debrief.within.iter().map(|within| within.views.len()).sum::<usize>()
    }
}

impl Participant {
    /// The lines of this side's own caucus; none for the convener.
    ///
    /// # Errors
    /// The vault.
    pub fn own_caucus(&mut self) -> Result<Option<Readouts>> {
        let (state, me) = (self.state()?, self.overview()?.me);
        if state.side_of(me).is_err() { Ok(None) } else { Ok(Some(self.caucus_readouts()?)) }
    }

    /// What an audience would read about a meeting, with what in it would tell who said it.
    ///
    /// # Errors
    /// No such meeting; the vault.
    pub fn readout(&mut self, meeting: &str, audience: Audience) -> Result<Readout> {
        let state = self.state()?;
        let side = state.side_of(self.overview()?.me).ok();
        let caucus = self.own_caucus()?;
        let debrief = debrief::compose(&state.record, state.charter.attribution, meeting, audience, caucus.as_ref())?;
        let printed = debrief::printed(&state.record, meeting, audience, caucus.as_ref());
        let check = |(name, line): (&String, &Line)| scene::check(&state.record, name, line, audience, side.as_deref());
        let mut findings: Vec<Found> = printed.flat_map(check).collect();
        let of_item = |item: &String| scene::check_item(&state.record, meeting, debrief.rule, item, audience);
        findings.extend(debrief.items.iter().flat_map(of_item));
        let found = state.record.own.meetings.get(meeting);
        Ok(Readout { debrief, findings, anybody_present: found.is_some_and(|one| !one.facts.present.is_empty()) })
    }

    /// Prints a readout and logs that it goes to somebody: what goes to the own capital in the own caucus, all else where
    /// all see it. It is to be sent before the document is handed out.
    ///
    /// # Errors
    /// Nobody on the record as present; a finding that blocks; what cannot be printed.
    pub fn hand_out(&mut self, readout: &Readout, form: Form, tongue: Tongue, to: &str) -> Result<HandedOut> {
        let meeting = &readout.debrief.meeting;
        if !readout.anybody_present {
            return Err(Error::Misuse(format!(
                "nothing was exported: nobody is on the record as present, so nobody could be protected. Enter who was \
                 there: `meeting held {meeting} --present SEAT,SEAT`"
            )));
        }
        let blocking = readout.blocking().count();
        if blocking > 0 {
            return Err(Error::Misuse(format!(
                "nothing was exported: {blocking} place(s) would tell who said it. Word the lines anew"
            )));
        }
        let today = Day::at(super::now()).unwrap_or_else(|| Day::of(jiff::civil::Date::ZERO));
        let document = crate::debrief::document(&readout.debrief, tongue, today.span().0)?;
        let bytes = crate::debrief::print(&document, form)?;
        let export = Export {
            meeting: meeting.clone(),
            audience: readout.debrief.audience,
            to: to.to_owned(),
            form: form.ending().to_owned(),
            digest: blake3::hash(&bytes).to_hex().to_string(),
            lines: u32::try_from(readout.lines()).unwrap_or(u32::MAX),
        };
        let side = self.side().ok().filter(|_| readout.debrief.audience == Audience::Capital);
        let room = side.map_or(Room::Plenary, Room::Caucus);
        let act = Act::Line(line::Act::Export(export.clone()));
        self.post(&room, Body::Entered { act: Box::new(act) })?;
        Ok(HandedOut { bytes, export, room })
    }
}
