//! Mandates: what a principal has signed, how long it holds; drafting one, checking, presenting, taking back. Signing is
//! done outside, with `ssh-keygen`.
use askama::Template;
use axum::response::Response;
use client::Participant;
use client::participant::{Shown, now};
use dialogue::mandate::{
    Act as Scope, Context, Counsel, Draft, Mandate, NAMESPACE, Presentation, PrincipalKey, Revocation, Revoked, Status,
    verify,
};
use dialogue::record::Act;
use dialogue::{Body, Room, State, mandate};

use super::seats::name_of;
use crate::context::{InTalk, show as answer};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::forms::{self, Choice, Form, Kind};

const DRAFT: &str = "people-mandate";
const SIGNED: &str = "people-signed";
const BACK: &str = "people-back";
const REVOKED: &str = "people-revoked";
/// The document that waits to be signed.
const DOCUMENT: &str = "people-document";

struct Row {
    holder: String,
    room: String,
    clock: String,
    sound: bool,
    principal: String,
    scope: Vec<String>,
    subjects: Vec<String>,
    from: i64,
    until: i64,
    conditions: Vec<String>,
    counsel: Option<String>,
    key: String,
}

#[derive(Template)]
#[template(path = "people_mandates.html")]
struct View {
    p: Page,
    rows: Vec<Row>,
    document: Option<String>,
    checked: Option<(bool, String)>,
    forms: Vec<Form>,
}

impl View {
    /// How the principal signs, outside of this program.
    fn command(&self) -> String {
        format!("ssh-keygen -Y sign -n {NAMESPACE} -f KEY document.txt")
    }
}

fn refused(error: mandate::Error) -> Error {
    dialogue::Refusal::Mandate(error).into()
}

/// How long something holds, in words.
fn clock(p: &Page, status: &Status) -> String {
    let days = |seconds: &u64| i64::try_from(seconds / 86_400).unwrap_or(i64::MAX);
    match status {
        Status::NotYet { wait } => p.with("people-clock-not-yet", "days", days(wait)),
        Status::Holds { left } => p.with("people-clock-holds", "days", days(left)),
        Status::Expired { since } => p.with("people-clock-expired", "days", days(since)),
        Status::Revoked { reason, .. } => {
            p.with("people-clock-revoked", "why", reason.clone().unwrap_or_else(|| "–".to_owned()))
        }
    }
}

/// Why a mandate does not hold, as the name of a text.
fn fault(error: &mandate::Error) -> &'static str {
    use mandate::Error as E;
    match error {
        E::Unreadable { .. } | E::NotCanonical { .. } | E::Draft { .. } => "people-check-altered",
        E::SignatureUnreadable(_) | E::Namespace { .. } | E::Hash { .. } => "people-check-signature",
        E::KeyKind { .. } | E::RsaSize { .. } | E::WeakKey => "people-check-key",
        E::AnotherPrincipal { .. } => "people-check-principal",
        E::AnotherDialogue { .. } => "people-check-dialogue",
        E::AnotherEnvoy => "people-check-envoy",
        E::NotYet { .. } => "people-check-not-yet",
        E::Expired { .. } => "people-check-expired",
        E::Revoked { .. } => "people-check-revoked",
        _ => "people-check-false",
    }
}

fn row(p: &Page, state: &State, shown: &Shown) -> Row {
    let room = room_label(p, &shown.room);
    let holder = name_of(state, &shown.holder);
    match &shown.held {
        Ok(held) => {
            let terms = held.mandate.terms();
            Row {
                holder,
                room,
                clock: clock(p, &held.status),
                sound: matches!(held.status, Status::Holds { .. }),
                principal: terms.principal.clone(),
                scope: terms.acts.iter().map(|act| p.say(&format!("people-scope-{}", act.name()))).collect(),
                subjects: terms.subjects.iter().cloned().collect(),
                from: terms.from,
                until: terms.until,
                conditions: terms.conditions.clone(),
                counsel: terms.counsel.as_ref().map(|one| {
                    let day = p.known_day(&one.day);
                    p.with2("people-counsel", "name", &one.name, "day", day)
                }),
                key: held.mandate.key().fingerprint(),
            }
        }
        Err(error) => Row {
            holder,
            room,
            clock: p.say(fault(error)),
            sound: false,
            principal: String::new(),
            scope: Vec::new(),
            subjects: Vec::new(),
            from: 0,
            until: 0,
            conditions: Vec::new(),
            counsel: None,
            key: String::new(),
        },
    }
}

fn room_label(p: &Page, room: &Room) -> String {
    match room {
        Room::Plenary => p.say("rooms-plenary"),
        Room::Caucus(side) => p.with("rooms-caucus", "side", side),
        Room::WithConvener(side) => p.with("rooms-convener", "side", side),
    }
}

/// Checks what was signed, as it was kept: whether it holds, and the key or what is wrong.
fn check(me: &mut Participant, fields: &Fields) -> Result<Option<std::result::Result<(String, Status), &'static str>>> {
    let (Some(document), Some(signature)) = (forms::exact(fields, "document")?, forms::exact(fields, "signature")?)
    else {
        return Ok(None);
    };
    let presented = match me.presentable(&document, &signature) {
        Ok(presented) => presented,
        Err(client::Error::Refused(dialogue::Refusal::Mandate(error))) => return Ok(Some(Err(fault(&error)))),
        Err(client::Error::Misuse(_)) => return Ok(Some(Err("people-check-not-here"))),
        Err(error) => return Err(error.into()),
    };
    let expected = match fields.text("key") {
        None => None,
        Some(line) => match PrincipalKey::from_openssh(line) {
            Ok(key) => Some(key),
            Err(error) => return Ok(Some(Err(fault(&error)))),
        },
    };
    let (envoy_key, known) = (me.public_key()?, me.revocations()?);
    let presentation =
        Presentation { dialogue: me.id().0, envoy_key, salt: &presented.salt, expected: expected.as_ref() };
    let context = Context { presentation, now: now(), revocations: &known };
    let verified = verify(document.as_bytes(), signature.as_bytes(), &context);
    Ok(Some(match verified {
        Ok(verified) => Ok((verified.key().fingerprint(), Status::Holds { left: verified.left() })),
        Err(error) => Err(fault(&error)),
    }))
}

pub(super) async fn show(talk: InTalk) -> Result<Response> {
    let checked = talk.context.query("checked").is_some();
    let (p, (state, all, rooms, kept, document, checked)) = talk
        .look("people-mandates-title", move |me, state, _| {
            let kept = [DRAFT, SIGNED, BACK, REVOKED].map(|form| forms::draft(me, form));
            let signed = forms::draft(me, SIGNED)?;
            let checked = if checked { check(me, &signed)? } else { None };
            let document = me.draft(DOCUMENT)?.map(|text| text.to_string());
            Ok((state.clone(), me.mandates(now())?, me.rooms()?, kept, document, checked))
        })
        .await?;
    let [draft, signed, back, revoked] = kept;
    let rooms = || -> Vec<Choice> {
        let open = rooms.iter().filter(|(_, open)| *open);
        open.map(|(room, _)| Choice { value: room.to_string(), label: room_label(&p, room), on: false }).collect()
    };
    let issues: Vec<String> = state.agendas.last().map(issues).unwrap_or_default();
    let scopes = Scope::ALL.iter().map(|act| Choice {
        value: act.name().to_owned(),
        label: p.say(&format!("people-scope-{}", act.name())),
        on: false,
    });
    let scopes: Vec<Choice> = scopes.collect();
    let all_forms = vec![
        Form::new(&p, "/people/mandates", DRAFT, draft?)
            .part(&p, "people-mandate-principal", "principal", Kind::Line)
            .must()
            .part(&p, "people-mandate-scope", "scope", Kind::Ticks(scopes))
            .part(&p, "people-mandate-subjects", "subject", Kind::Ticks(forms::names(&issues)))
            .hint(&p, "people-mandate-subjects-hint")
            .part(&p, "people-mandate-from", "from", Kind::Moment)
            .must()
            .part(&p, "people-mandate-until", "until", Kind::Moment)
            .must()
            .part(&p, "people-mandate-conditions", "conditions", Kind::Area)
            .part(&p, "people-mandate-counsel", "counsel", Kind::Line)
            .part(&p, "people-mandate-counsel-day", "counsel-day", Kind::Line)
            .part(&p, "people-mandate-reference", "reference", Kind::Line),
        Form::new(&p, "/people/mandates/signed", SIGNED, signed?)
            .part(&p, "people-signed-document", "document", Kind::Exact)
            .part(&p, "people-signed-signature", "signature", Kind::Exact)
            .part(&p, "people-signed-key", "key", Kind::Line)
            .hint(&p, "people-signed-key-hint")
            .part(&p, "people-signed-room", "room", Kind::Select(rooms()))
            .must()
            .buttons(&p, &[("check", "people-signed-check"), ("present", "people-signed-present")]),
        Form::new(&p, "/people/mandates/take-back", BACK, back?)
            .part(&p, "people-signed-document", "document", Kind::Exact)
            .part(&p, "people-back-reason", "reason", Kind::Line),
        Form::new(&p, "/people/mandates/taken-back", REVOKED, revoked?)
            .part(&p, "people-revoked-document", "document", Kind::Exact)
            .part(&p, "people-signed-signature", "signature", Kind::Exact)
            .part(&p, "people-signed-room", "room", Kind::Select(rooms()))
            .must(),
    ];
    let checked = checked.map(|checked| match checked {
        Ok((key, status)) => (true, format!("{} · {}", p.with("people-check-holds", "key", &key), clock(&p, &status))),
        Err(text) => (false, p.say(text)),
    });
    let rows = all.iter().map(|one| row(&p, &state, one)).collect();
    answer(&View { rows, document, checked, forms: all_forms, p })
}

fn issues(version: &dialogue::versions::AgendaVersion) -> Vec<String> {
    let agenda = dialogue::versions::read(&version.toml);
    agenda.map(|agenda| agenda.issues().iter().map(|issue| issue.name.clone()).collect()).unwrap_or_default()
}

/// A moment of a field, in universal time.
pub(crate) fn moment(fields: &Fields, name: &str) -> Result<i64> {
    let wrong = || Error::Form(format!("the field “{name}” is no date with a time, such as 2026-12-01T09:00"));
    let text = fields.need(name)?;
    let zoned: std::result::Result<jiff::Timestamp, _> = text.parse();
    if let Ok(at) = zoned {
        return Ok(at.as_second());
    }
    let local: jiff::civil::DateTime = text.parse().map_err(|_| wrong())?;
    let at = jiff::tz::TimeZone::UTC.to_timestamp(local).map_err(|_| wrong())?;
    Ok(at.as_second())
}

pub(super) async fn draft(talk: InTalk, fields: Fields) -> Result<Response> {
    talk.with_form(DRAFT, fields, |me, fields| {
        let chosen: Vec<&str> = fields.all("scope").collect();
        let acts = Scope::ALL.into_iter().filter(|act| chosen.contains(&act.name())).collect();
        let counsel = forms::text(fields, "counsel").map(|name| Counsel {
            name,
            day: forms::text(fields, "counsel-day").unwrap_or_default(),
            reference: forms::text(fields, "reference"),
        });
        let (from, until) = (moment(fields, "from")?, moment(fields, "until")?);
        let principal = fields.need("principal")?.to_owned();
        let subjects = forms::ticked(fields, "subject").into_iter().collect();
        let conditions = forms::lines(fields, "conditions");
        let draft =
            |dialogue, envoy| Draft { principal, envoy, dialogue, acts, subjects, from, until, conditions, counsel };
        let mandate = me.draft_mandate(draft)?;
        Ok(me.keep_draft(DOCUMENT, &mandate.to_text())?)
    })
    .await?;
    Ok(talk.context.go(&format!("{}/people/mandates?done=done-people-drafted", talk.path())))
}

/// The document that waits to be signed, to be saved.
pub(super) async fn document(talk: InTalk) -> Result<Response> {
    let text = talk.with(|me| Ok(me.draft(DOCUMENT)?)).await?.ok_or(Error::Missing)?;
    Ok(forms::download("document.txt", "text/plain; charset=utf-8", text.as_bytes().to_vec()))
}

pub(super) async fn forget(talk: InTalk, _fields: Fields) -> Result<Response> {
    talk.with(|me| Ok(me.drop_draft(DOCUMENT)?)).await?;
    Ok(talk.context.go(&format!("{}/people/mandates", talk.path())))
}

/// The fields with what was in their files as texts, so that a draft keeps it.
fn whole(fields: &Fields, names: &[&str]) -> Result<Fields> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (name, text) in fields.iter().filter(|(name, _)| !names.contains(name)) {
        pairs.push((name.to_owned(), text.to_owned()));
    }
    for name in names {
        pairs.extend(forms::exact(fields, name)?.map(|text| ((*name).to_owned(), text)));
    }
    Ok(Fields::of_draft(&serde_json::to_string(&pairs).unwrap_or_default()))
}

fn room(me: &mut Participant, fields: &Fields) -> Result<Room> {
    let wanted = fields.need("room")?;
    let found = me.rooms()?.into_iter().find(|(room, _)| room.to_string() == wanted);
    found.map(|(room, _)| room).ok_or_else(|| Error::Form("that is no room of yours".to_owned()))
}

pub(super) async fn signed(talk: InTalk, fields: Fields) -> Result<Response> {
    let fields = whole(&fields, &["document", "signature"])?;
    if fields.text("do") == Some("check") {
        let draft = fields.to_draft()?;
        talk.with(move |me| Ok(me.keep_draft(SIGNED, &draft)?)).await?;
        return Ok(talk.context.go(&format!("{}/people/mandates?checked=1", talk.path())));
    }
    talk.with_form(SIGNED, fields, |me, fields| {
        let need =
            |name: &str| forms::exact(fields, name)?.ok_or_else(|| Error::Form(format!("the field “{name}” is empty")));
        let presented = me.presentable(&need("document")?, &need("signature")?)?;
        let room = room(me, fields)?;
        Ok(me.post(&room, Body::Entered { act: Box::new(Act::MandatePresented(presented)) })?)
    })
    .await?;
    talk.sent("/people/mandates", "done-people-presented").await
}

pub(super) async fn take_back(talk: InTalk, fields: Fields) -> Result<Response> {
    let fields = whole(&fields, &["document"])?;
    talk.with_form(BACK, fields, |me, fields| {
        let document = forms::exact(fields, "document")?;
        let document = document.ok_or_else(|| Error::Form("the field “document” is empty".to_owned()))?;
        let mandate = Mandate::read(document.as_bytes()).map_err(refused)?;
        let revocation = Revocation::of(&mandate, now(), forms::text(fields, "reason")).map_err(refused)?;
        Ok(me.keep_draft(DOCUMENT, &revocation.to_text())?)
    })
    .await?;
    Ok(talk.context.go(&format!("{}/people/mandates?done=done-people-drafted", talk.path())))
}

pub(super) async fn taken_back(talk: InTalk, fields: Fields) -> Result<Response> {
    let fields = whole(&fields, &["document", "signature"])?;
    talk.with_form(REVOKED, fields, |me, fields| {
        let need =
            |name: &str| forms::exact(fields, name)?.ok_or_else(|| Error::Form(format!("the field “{name}” is empty")));
        let revoked = Revoked { document: need("document")?, signature: need("signature")? };
        revoked.read().map_err(refused)?;
        let room = room(me, fields)?;
        Ok(me.post(&room, Body::Entered { act: Box::new(Act::MandateRevoked(revoked)) })?)
    })
    .await?;
    talk.sent("/people/mandates", "done-people-revoked").await
}
