//! Cleared items to another dialogue, such as from Track 2 to Track 1.5: made for its members, taken up, answered.
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use client::handover::{self as packets, Card};
use dialogue::record::Act;
use dialogue::record::handover::{self, Item, Reply, SignedAnswer, SignedPacket};
use dialogue::{Body, Room, State};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::context::{InTalk, show as answer};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Choice, Form, Kind};

const MAKE: &str = "handover-make";
const RECEIVE: &str = "handover-receive";
const ANSWERED: &str = "handover-answered";

struct Made {
    digest: String,
    to: String,
    by: String,
    lines: String,
    reply: &'static str,
    why: Option<String>,
}

struct Received {
    digest: String,
    title: String,
    by: String,
    track: String,
    key: String,
    items: Vec<Item>,
    reply: &'static str,
    why: Option<String>,
    form: Option<Form>,
}

#[derive(Template)]
#[template(path = "handover.html")]
struct View {
    p: Page,
    made: Vec<Made>,
    received: Vec<Received>,
    /// Lines that may not go, and why it is not said here: their words are on the readouts' page.
    held_back: usize,
    file: Option<String>,
    make: Form,
    receive: Form,
    answered: Form,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/talk/{talk}/handover", get(show).post(make))
        .route("/talk/{talk}/handover/card", get(card))
        .route("/talk/{talk}/handover/file", get(file))
        .route("/talk/{talk}/handover/receive", post(receive))
        .route("/talk/{talk}/handover/reply", post(reply))
        .route("/talk/{talk}/handover/answer", get(back))
        .route("/talk/{talk}/handover/answered", post(answered))
}

fn reply_text(reply: Option<&Reply>) -> (&'static str, Option<String>) {
    match reply {
        None => ("handover-open", None),
        Some(Reply::Accepted {}) => ("handover-accepted", None),
        Some(Reply::Returned { why }) => ("handover-returned", Some(why.clone())),
    }
}

fn name(state: &State, id: &dialogue::MemberId) -> String {
    state.members.get(id).map_or_else(|| id.to_string(), |member| member.name.clone())
}

fn received(p: &Page, state: &State, digest: &str, one: &handover::Received) -> Received {
    let (reply, why) = reply_text(one.reply.as_ref().map(|(_, reply)| reply));
    let form = one.reply.is_none().then(|| {
        Form::new(p, "/handover/reply", "handover-reply", Fields::default())
            .about(digest)
            .hidden("digest", digest)
            .part(p, "handover-reply-why", "why", Kind::Area)
            .hint(p, "handover-reply-why-hint")
            .buttons(p, &[("accept", "handover-reply-accept"), ("return", "handover-reply-return")])
    });
    Received {
        digest: digest.to_owned(),
        title: one.packet.title.clone(),
        by: name(state, &one.by),
        track: p.say(match one.packet.from_track.map(|track| track.name()) {
            Some("1") => "meetings-track-1",
            Some("1.5") => "meetings-track-1-5",
            Some(_) => "meetings-track-2",
            None => "meetings-track-unknown",
        }),
        key: dialogue::id::hex(&one.packet.key),
        items: one.packet.items.clone(),
        reply,
        why,
        form,
    }
}

async fn show(talk: InTalk) -> Result<Response> {
    let file = talk.context.query("file").filter(|file| file.len() == 64);
    let (p, (state, make, receive, answered)) = talk
        .look("handover-title", |me, state, _| {
            let kept = [MAKE, RECEIVE, ANSWERED].map(|form| forms::draft(me, form));
            let [make, receive, answered] = kept;
            Ok((state.clone(), make?, receive?, answered?))
        })
        .await?;
    let lines = &state.record.readouts.lines;
    let may = lines.iter().filter(|(name, _)| packets::item(&state.record, name).is_ok());
    let may: Vec<Choice> = may
        .map(|(name, line)| Choice { value: name.clone(), label: format!("{name}: {}", line.wording.text), on: false })
        .collect();
    let made = state.record.handovers.made.iter().map(|(digest, one)| {
        let (reply, why) = reply_text(one.reply.as_ref());
        let by = name(&state, &one.by);
        Made { digest: digest.clone(), to: one.to.clone(), by, lines: one.lines.join(&p.comma()), reply, why }
    });
    let view = View {
        made: made.collect(),
        received: state.record.handovers.received.iter().map(|(id, one)| received(&p, &state, id, one)).collect(),
        held_back: lines.len() - may.len(),
        file,
        make: Form::new(&p, "/handover", MAKE, make)
            .part(&p, "handover-make-line", "line", Kind::Ticks(may))
            .part(&p, "handover-make-title-field", "title", Kind::Line)
            .must()
            .part(&p, "handover-make-card", "card", Kind::Exact)
            .hint(&p, "handover-make-card-hint"),
        receive: Form::new(&p, "/handover/receive", RECEIVE, receive).part(
            &p,
            "handover-receive-packet",
            "packet",
            Kind::Exact,
        ),
        answered: Form::new(&p, "/handover/answered", ANSWERED, answered).part(
            &p,
            "handover-answered-answer",
            "answer",
            Kind::Exact,
        ),
        p,
    };
    answer(&view)
}

/// A document of a field or its file.
fn read<T: DeserializeOwned>(fields: &Fields, name: &str) -> Result<T> {
    let text = forms::exact(fields, name)?.ok_or_else(|| Error::Form(format!("the field “{name}” is empty")))?;
    serde_json::from_str(&text).map_err(|error| Error::Form(format!("the field “{name}”: {error}")))
}

fn written(value: &impl Serialize) -> Result<String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Error::Trouble(error.to_string()))?;
    Ok(format!("{text}\n"))
}

fn entered(act: handover::Act) -> Body {
    Body::Entered { act: Box::new(Act::Handover(act)) }
}

async fn card(talk: InTalk) -> Result<Response> {
    let text = talk.with(|me| written(&me.handover_card()?)).await?;
    Ok(forms::download("card.json", "application/json", text.into_bytes()))
}

/// Notes the packet on the record, sends that, and only then offers it.
async fn make(talk: InTalk, fields: Fields) -> Result<Response> {
    let (digest, text) = talk
        .with_form(MAKE, fields, move |me, fields| {
            let lines = forms::ticked(fields, "line");
            if lines.is_empty() {
                return Err(Error::Form("no line was chosen".to_owned()));
            }
            let (signed, act) = me.handover_packet(&read::<Card>(fields, "card")?, &lines, fields.need("title")?)?;
            me.post(&Room::Plenary, Body::Entered { act: Box::new(act) })?;
            Ok((signed.packet.digest(), written(&signed)?))
        })
        .await?;
    let sent = talk.sent(&format!("/handover?file={digest}"), "done-handover-made").await?;
    talk.context.app.keep_once(&format!("packet-{digest}"), text);
    Ok(sent)
}

async fn file(talk: InTalk) -> Result<Response> {
    let digest = talk.context.query("file").ok_or(Error::Missing)?;
    let text = talk.context.app.take_once(&format!("packet-{digest}")).ok_or(Error::Missing)?;
    Ok(forms::download("packet.json", "application/json", text.into_bytes()))
}

async fn receive(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(RECEIVE, fields, |me, fields| {
        let signed: Box<SignedPacket> = read(fields, "packet")?;
        Ok(me.post(&Room::Plenary, entered(handover::Act::Received { signed }))?)
    })
    .await?;
    talk.sent("/handover", "done-handover-received").await
}

async fn reply(talk: InTalk, fields: Fields) -> Result<Response> {
    let digest = fields.need("digest")?.to_owned();
    talk.with_form(&format!("handover-reply-{digest}"), fields, move |me, fields| {
        let reply = match fields.need("do")? {
            "accept" => Reply::Accepted {},
            "return" => Reply::Returned { why: fields.need("why")?.to_owned() },
            _ => return Err(Error::Form("a packet is accepted or returned".to_owned())),
        };
        Ok(me.post(&Room::Plenary, entered(handover::Act::Replied { digest, reply }))?)
    })
    .await?;
    talk.sent("/handover", "done-handover-replied").await
}

/// The answer to a packet, as a file for those it comes from.
async fn back(talk: InTalk) -> Result<Response> {
    let digest = talk.context.query("packet").ok_or(Error::Missing)?;
    let signed = talk.with(move |me| {
        let state = me.state()?;
        let found = state.record.handovers.received.get(&digest).and_then(|one| one.reply.clone());
        let (_, reply) = found.ok_or(Error::Missing)?;
        Ok(me.sign_answer(&digest, reply)?)
    });
    let text = written(&signed.await?)?;
    Ok(forms::download("answer.json", "application/json", text.into_bytes()))
}

async fn answered(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(ANSWERED, fields, |me, fields| {
        let SignedAnswer { digest, reply, seal } = read(fields, "answer")?;
        Ok(me.post(&Room::Plenary, entered(handover::Act::Answered { digest, reply, seal: Some(seal) }))?)
    })
    .await?;
    talk.sent("/handover", "done-handover-answered").await
}
