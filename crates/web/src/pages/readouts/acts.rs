//! Writing lines from notes, clearing and withdrawing them, loosening their rule, and handing out a readout.
use axum::response::Response;
use client::debrief::{Form as Print, Tongue};
use dialogue::record::Act;
use dialogue::record::line::{self, Audience, Line, Wording};
use dialogue::{Body, MemberId, Room, State};

use crate::context::InTalk;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Choice, Form, Kind};
use crate::pages::people::LADDER;

const FORM: &str = "readouts-line";

/// The form of a meeting's lines: what was typed for one is never entered under another.
pub(super) fn form_of(meeting: &str) -> String {
    format!("{FORM}-{meeting}")
}

/// A line as it is, as the fields of its form.
pub(super) fn filled(name: &str, line: &Line, place: &str) -> Fields {
    let wording = &line.wording;
    let may = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut fields = vec![
        ("line", name.to_owned()),
        ("text", wording.text.clone()),
        ("speaker", may(&wording.speaker)),
        ("rule", forms::spelt(&line.attribution)),
        ("description", may(&wording.description)),
        ("place", place.to_owned()),
    ];
    fields.extend(wording.audiences.iter().map(|one| ("audience", forms::spelt(one))));
    fields.extend(wording.within.iter().map(|_| ("within", "yes".to_owned())));
    Fields::of_draft(&serde_json::to_string(&fields).unwrap_or_default())
}

pub(super) fn form(p: &Page, state: &State, me: MemberId, meeting: &str, kept: Fields) -> Form {
    let side = state.side_of(me).ok();
    let facts = state.record.own.meetings.get(meeting).map(|one| &one.facts);
    let present = facts.map(|facts| facts.present.as_slice()).unwrap_or_default();
    let seats = present.iter().filter_map(|seat| {
        let held = state.record.own.seats.get(seat)?.now()?;
        let member = held.member?;
        let may = member == me || side.is_none();
        let on = member == me && kept.text("speaker").is_none();
        may.then(|| Choice { value: seat.clone(), label: held.holder.clone(), on })
    });
    let seats: Vec<Choice> = seats.collect();
    let mut places = vec![Choice { value: "plenary".to_owned(), label: p.say("readouts-place-plenary"), on: false }];
    places.extend(side.iter().map(|side| Choice {
        value: "caucus".to_owned(),
        label: p.with("readouts-place-caucus", "side", side),
        on: false,
    }));
    if kept.text("place").is_none()
        && let Some(first) = places.first_mut()
    {
        first.on = true;
    }
    let within = side.iter().map(|side| Choice {
        value: "yes".to_owned(),
        label: p.with("readouts-line-within-yes", "side", side),
        on: false,
    });
    let within: Vec<Choice> = within.collect();
    Form::new(p, "/readouts/meeting", FORM, kept)
        .about(meeting)
        .hidden("meeting", meeting)
        .part(p, "readouts-line-text", "text", Kind::Area)
        .must()
        .hint(p, "readouts-line-text-hint")
        .part(
            p,
            "readouts-line-audience",
            "audience",
            Kind::Ticks(forms::words(p, "readouts-audience", &Audience::ALL)),
        )
        .part(p, "readouts-line-speaker", "speaker", Kind::Select(seats))
        .hint(p, "readouts-line-speaker-hint")
        .part(p, "readouts-line-rule", "rule", Kind::Select(forms::words(p, "people-rule", &LADDER)))
        .hint(p, "readouts-line-rule-hint")
        .part(p, "readouts-line-description", "description", Kind::Line)
        .hint(p, "readouts-line-description-hint")
        .part(p, "readouts-line-within", "within", Kind::Ticks(within))
        .part(p, "readouts-line-commits", "commits", Kind::Line)
        .hint(p, "readouts-line-commits-hint")
        .part(p, "readouts-line-place", "place", Kind::Radio(places))
        .part(p, "readouts-line-name", "line", Kind::Line)
        .hint(p, "readouts-line-name-hint")
        .buttons(p, &[("check", "readouts-line-check"), ("enter", "readouts-line-button")])
}

fn at(meeting: &str) -> String {
    format!("/readouts/meeting?meeting={}", forms::in_address(meeting))
}

/// A name that no line has yet.
fn fresh(taken: &line::Readouts, meeting: &str, from: usize) -> (String, usize) {
    let mut number = from;
    loop {
        let name = format!("{meeting}-{number}");
        if !taken.lines.contains_key(&name) {
            return (name, number + 1);
        }
        number += 1;
    }
}

pub(super) async fn draft(talk: InTalk, fields: Fields) -> Result<Response> {
    let meeting = fields.need("meeting")?.to_owned();
    if fields.text("do") == Some("check") {
        let (kept, form) = (fields.to_draft()?, form_of(&meeting));
        talk.with(move |me| Ok(me.keep_draft(&form, &kept)?)).await?;
        return Ok(talk.context.go(&format!("{}{}#draft", talk.path(), at(&meeting))));
    }
    talk.with_form(&form_of(&meeting), fields, |me, fields| {
        let (state, own) = (me.state()?, me.overview()?.me);
        let side = state.side_of(own).ok();
        let in_caucus = fields.text("place") == Some("caucus");
        let (room, taken) = if in_caucus {
            (Room::Caucus(state.side_of(own)?), me.caucus_readouts()?)
        } else {
            (Room::Plenary, state.record.readouts.clone())
        };
        let meeting = fields.need("meeting")?;
        let mut audiences = std::collections::BTreeSet::new();
        for word in fields.all("audience") {
            let known = Audience::ALL.into_iter().find(|one| forms::spelt(one) == word);
            audiences.insert(known.ok_or_else(|| Error::Form("there is no such audience".to_owned()))?);
        }
        let texts = forms::lines(fields, "text");
        let named = forms::text(fields, "line");
        if texts.is_empty() {
            return Err(Error::Form("the field “text” is empty".to_owned()));
        }
        if named.is_some() && texts.len() > 1 {
            return Err(Error::Form("a line that is worded anew is one line of text".to_owned()));
        }
        let mut number = 1;
        for text in texts {
            let line = named.clone().unwrap_or_else(|| {
                let (name, next) = fresh(&taken, meeting, number);
                number = next;
                name
            });
            let wording = Wording {
                meeting: meeting.to_owned(),
                speaker: forms::text(fields, "speaker"),
                text,
                attribution: forms::may_word(fields, "rule")?,
                description: forms::text(fields, "description"),
                audiences: audiences.clone(),
                within: side.clone().filter(|_| fields.has("within")),
                commits: forms::text(fields, "commits"),
            };
            me.post(&room, Body::Entered { act: Box::new(Act::Line(line::Act::Draft { line, wording })) })?;
        }
        Ok(())
    })
    .await?;
    talk.sent(&at(&meeting), "done-readouts-line").await
}

pub(super) async fn line(talk: InTalk, fields: Fields) -> Result<Response> {
    let (name, act) = (fields.need("line")?.to_owned(), fields.need("do")?.to_owned());
    let in_caucus = fields.text("place") == Some("caucus");
    let (digest, rule) = (forms::text(&fields, "digest"), forms::may_word(&fields, "rule")?);
    let done = match act.as_str() {
        "clear" => "done-readouts-cleared",
        "withdraw" => "done-readouts-withdrawn",
        "attribute" => "done-readouts-attributed",
        _ => return Err(Error::Form("there is no such act".to_owned())),
    };
    let meeting = talk
        .with(move |me| {
            let (state, own) = (me.state()?, me.overview()?.me);
            let (room, lines) = if in_caucus {
                (Room::Caucus(state.side_of(own)?), me.caucus_readouts()?)
            } else {
                (Room::Plenary, state.record.readouts)
            };
            let meeting = lines.line(&name)?.wording.meeting.clone();
            let act = match act.as_str() {
                "clear" => {
                    // What was shown is cleared, and not what may stand there by now.
                    let digest = digest.ok_or_else(|| Error::Form("the field “digest” is empty".to_owned()))?;
                    line::Act::Clear { line: name, digest }
                }
                "withdraw" => line::Act::Withdraw { line: name },
                _ => {
                    let attribution = rule.ok_or_else(|| Error::Form("the field “rule” is empty".to_owned()))?;
                    line::Act::Attribute { line: name, attribution }
                }
            };
            me.post(&room, Body::Entered { act: Box::new(Act::Line(act)) })?;
            Ok(meeting)
        })
        .await?;
    talk.sent(&at(&meeting), done).await
}

/// Prints, logs, sends, and only then offers the document, once.
pub(super) async fn export(talk: InTalk, fields: Fields) -> Result<Response> {
    let audience: Audience = forms::word(&fields, "audience")?;
    let form = format!("readouts-export-{}", forms::spelt(&audience));
    let out = talk
        .with_form(&form, fields, move |me, fields| {
            let form: Print = fields.need("form")?.parse().map_err(Error::Form)?;
            let tongue: Tongue = fields.need("tongue")?.parse().map_err(Error::Form)?;
            let readout = me.readout(fields.need("meeting")?, audience)?;
            // What is blocked has no form, and is refused for that.
            let free = readout.blocking().next().is_none();
            if free && fields.text("composed") != Some(readout.digest()?.as_str()) {
                return Err(Error::Form(
                    "what is handed out has changed since it was shown; look at it again".to_owned(),
                ));
            }
            Ok(me.hand_out(&readout, form, tongue, fields.need("to")?)?)
        })
        .await?;
    let digest = out.export.digest.clone();
    let kept = format!("{} {}", out.export.form, dialogue::id::hex(&out.bytes));
    let page = format!("{}&file={digest}", at(&out.export.meeting));
    let sent = talk.sent(&page, "done-readouts-exported").await?;
    talk.context.app.keep_once(&format!("readout-{digest}"), kept);
    Ok(sent)
}

pub(super) async fn file(talk: InTalk) -> Result<Response> {
    let digest = talk.context.query("file").ok_or(Error::Missing)?;
    let kept = talk.context.app.take_once(&format!("readout-{digest}")).ok_or(Error::Missing)?;
    let (form, digits) = kept.split_once(' ').ok_or(Error::Missing)?;
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = digits.as_bytes().chunks(2).map(pair).collect();
    let kind = match form {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "text/markdown; charset=utf-8",
    };
    Ok(forms::download(&format!("readout.{form}"), kind, bytes.ok_or(Error::Missing)?))
}
