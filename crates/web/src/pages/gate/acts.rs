//! The forms of the gate's page, as acts on the record.
use std::collections::BTreeSet;

use client::Participant;
use dialogue::record::affairs::{self, Contact, Escalation, Impasse, Level};
use dialogue::record::channel::Channel;
use dialogue::record::gate::{self, Voice};
use dialogue::record::{Act, Day};

use super::Acts;
use crate::error::{Error, Result};
use crate::fields::Fields;

/// The text that is said once an act is done; none where there is no such act.
pub(super) fn done(name: &str) -> Option<&'static str> {
    Some(match name {
        "affects" => "done-gate-affects",
        "bring" => "done-gate-brought",
        "consult" | "consent" | "object" => "done-gate-spoken",
        "promote" => "done-gate-promoted",
        "confirm" => "done-gate-confirmed",
        "impasse" => "done-gate-impasse",
        "resolve" => "done-gate-resolved",
        "contact" => "done-gate-contact",
        "flag" => "done-gate-flagged",
        "ease" => "done-gate-eased",
        "hotline" => "done-gate-hotline",
        "read" => "done-gate-read",
        "channel" => "done-gate-channel",
        "asked" | "answered" => "done-gate-counted",
        _ => return None,
    })
}

/// Makes the acts of a form.
pub(super) fn read(me: &mut Participant, name: &str, fields: &Fields) -> Result<Acts> {
    let own = |name: &str| fields.need(name).map(str::to_owned);
    let maybe = |name: &str| fields.text(name).map(str::to_owned);
    let affair = |act: affairs::Act| Ok(vec![Act::Affairs(act)]);
    match name {
        "affects" | "bring" | "consult" | "consent" | "object" | "promote" | "confirm" => {
            Ok(vec![Act::Gate(at_gate(me, name, fields)?)])
        }
        "impasse" => affair(affairs::Act::Impasse {
            name: own("impasse-name")?,
            impasse: Impasse {
                issue: maybe("impasse-issue"),
                blocker: own("impasse-blocker")?,
                level: match fields.need("impasse-level")? {
                    "delegate" => Level::Delegate,
                    "principal" => Level::Principal,
                    other => return Err(Error::Form(format!("“{other}” is no level: delegate or principal"))),
                },
                next: own("impasse-next")?,
                source: maybe("impasse-source"),
            },
        }),
        "resolve" => affair(affairs::Act::Resolved { name: own("name")?, how: own("how")? }),
        "contact" => {
            let contact = Contact { side: maybe("contact-side"), reach: own("contact-reach")? };
            affair(affairs::Act::Contact { name: own("contact-name")?, contact })
        }
        "flag" => affair(affairs::Act::Escalation {
            name: own("flag-name")?,
            escalation: Escalation {
                act: own("flag-act")?,
                issue: maybe("flag-issue"),
                statement: None,
                contact: own("flag-contact")?,
            },
        }),
        "ease" => affair(affairs::Act::Eased { name: own("name")?, why: own("why")? }),
        "hotline" => affair(affairs::Act::Hotline { text: own("hotline-text")? }),
        "read" => {
            let id = me.overview()?.me;
            let state = me.state()?;
            // What came after the page was made was not read.
            let shown: BTreeSet<u64> = fields.all("sequence").filter_map(|one| one.parse().ok()).collect();
            let all = state.record.affairs.hotline.iter().filter(|one| shown.contains(&one.sequence));
            let unread = all.filter(|one| !one.read_by.contains(&id));
            Ok(unread.map(|one| Act::Affairs(affairs::Act::HotlineRead { sequence: one.sequence })).collect())
        }
        "channel" => Ok(vec![Act::Channel { channel: own("channel-name")?, facts: channel(fields)? }]),
        "asked" => affair(affairs::Act::Asked { of: own("side")? }),
        "answered" => affair(affairs::Act::Answered { to: own("side")? }),
        _ => Err(Error::Missing),
    }
}

fn at_gate(me: &mut Participant, name: &str, fields: &Fields) -> Result<gate::Act> {
    let question = me.state()?.question(fields.need("question")?)?.id.clone();
    let note = fields.text("note").unwrap_or_default().to_owned();
    let speak = |question, voice| Ok(gate::Act::Speak { question, voice, note });
    match name {
        "affects" => {
            let sides = fields.all("side").map(str::to_owned).collect();
            Ok(gate::Act::Affects { question, sides })
        }
        "bring" => {
            let outcome = me.result_to_bring(&question)?;
            Ok(gate::Act::Bring { question, outcome })
        }
        "consult" => speak(question, Voice::Consulted),
        "consent" => speak(question, Voice::Consents),
        "object" => speak(question, Voice::Objects),
        "promote" => Ok(gate::Act::Promote { question }),
        "confirm" => Ok(gate::Act::Confirm { question, principal: fields.need("principal")?.to_owned() }),
        _ => Err(Error::Missing),
    }
}

fn channel(fields: &Fields) -> Result<Channel> {
    let day = |name: &str| -> Result<Option<Day>> {
        fields.text(name).map(|text| text.parse().map_err(Error::Form)).transpose()
    };
    let between = fields.need("channel-between")?.split([',', '\n', ';', '،']).map(str::trim);
    let between: BTreeSet<String> = between.filter(|party| !party.is_empty()).map(str::to_owned).collect();
    Ok(Channel {
        what: fields.need("channel-what")?.to_owned(),
        between,
        issues: fields.all("channel-issue").map(str::to_owned).collect(),
        since: day("channel-since")?,
        until: day("channel-until")?,
        source: fields.text("channel-source").map(str::to_owned),
    })
}
