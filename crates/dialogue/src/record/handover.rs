//! The hand-over packet from one dialogue to another, such as from Track 2 to Track 1.5: cleared items alone, signed
//! towards the receiving members, accepted or returned with reasons.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::line::Audience;
use super::track::Track;
use crate::event::{check_name, check_text};
use crate::id::{MemberId, bytes32};
use crate::refusal::Refusal;

/// The format's version.
pub const VERSION: u32 = 1;
/// For what a packet is signed.
pub const PURPOSE: &str = "handover packet";
/// For what its answer is signed.
pub const ANSWER_PURPOSE: &str = "handover answer";
/// Members that a packet can be for.
pub const MOST_RECEIVERS: usize = 200;
/// Items of a packet.
pub const MOST_ITEMS: usize = 200;

/// One cleared item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The text.
    pub text: String,
    /// To whom it may be attributed, by the rule it is under; none where to nobody.
    pub attributed_to: Option<String>,
}

/// What is handed over. It names the dialogue it is for and its members' keys, so that it serves nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Packet {
    /// The format's version.
    pub v: u32,
    /// What it is called.
    pub title: String,
    /// The track it comes from: that of the last meeting held, where it is known.
    pub from_track: Option<Track>,
    /// The dialogue it is for.
    pub to: String,
    /// A digest over the receiving members' keys.
    #[serde(with = "bytes32")]
    pub receivers: [u8; 32],
    /// The items.
    pub items: Vec<Item>,
    /// The key of the member who hands over, in the dialogue it comes from.
    #[serde(with = "bytes32")]
    pub key: [u8; 32],
}

/// A packet with its signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedPacket {
    /// The packet.
    pub packet: Packet,
    /// Ed25519 over [`Packet::hash`], 128 hexadecimal digits.
    pub signature: String,
}

/// The receivers' answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// Accepted.
    Accepted {},
    /// Returned, with the reasons.
    Returned {
        /// The reasons.
        why: String,
    },
}

/// The receivers' answer as it goes back, signed by one of those the packet is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedAnswer {
    /// The packet's digest.
    pub digest: String,
    /// The answer.
    pub reply: Reply,
    /// By whom.
    pub seal: Seal,
}

/// A receiver's signature of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// The receiver's key, in the dialogue that the packet is for.
    #[serde(with = "bytes32")]
    pub key: [u8; 32],
    /// Ed25519 over [`answer_hash`], 128 hexadecimal digits.
    pub signature: String,
}

/// A receiver's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Receiver(#[serde(with = "bytes32")] pub [u8; 32]);

/// What can be done with packets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// In the dialogue it comes from: a packet was made of these lines.
    Made {
        /// The packet's digest, 64 hexadecimal digits.
        digest: String,
        /// The lines that are in it.
        lines: Vec<String>,
        /// For which dialogue.
        to: String,
        /// The receiving members' keys: one of them signs the answer.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        receivers: Vec<Receiver>,
    },
    /// In the dialogue it is for: a packet has come in.
    Received {
        /// The packet with its signature.
        signed: Box<SignedPacket>,
    },
    /// In the dialogue it is for: accepted or returned.
    Replied {
        /// The packet's digest.
        digest: String,
        /// How.
        reply: Reply,
    },
    /// In the dialogue it comes from: how it was answered.
    Answered {
        /// The packet's digest.
        digest: String,
        /// How.
        reply: Reply,
        /// By which of the receivers; older programs had none, and it is refused.
        #[serde(default)]
        seal: Option<Seal>,
    },
}

/// A packet that was made here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// By whom.
    pub by: MemberId,
    /// Of which lines.
    pub lines: Vec<String>,
    /// For which dialogue.
    pub to: String,
    /// The receiving members' keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receivers: Vec<Receiver>,
    /// The answer, once it is known.
    pub reply: Option<Reply>,
}

/// A packet that came in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Received {
    /// Who brought it.
    pub by: MemberId,
    /// The packet.
    pub packet: Packet,
    /// The answer, once there is one, with who gave it.
    pub reply: Option<(MemberId, Reply)>,
}

/// Packets made and received, by digest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Handovers {
    /// Made here.
    #[serde(default)]
    pub made: BTreeMap<String, Made>,
    /// Came in.
    #[serde(default)]
    pub received: BTreeMap<String, Received>,
}

impl Packet {
    /// Its digest, 64 hexadecimal digits.
    #[must_use]
    pub fn digest(&self) -> String {
        crate::id::hex(&self.hash())
    }

    /// What is signed, for the purpose [`PURPOSE`].
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        *blake3::Hasher::new_derive_key("backchannel handover packet v1").update(&bytes).finalize().as_bytes()
    }

    /// Whether it can be taken up where these are the members.
    ///
    /// # Errors
    /// [`Refusal::Unusable`] with what is wrong.
    pub fn check(&self, receivers: &[u8; 32]) -> Result<(), Refusal> {
        let wrong = |problem: &str| Err(Refusal::Unusable { what: "the packet", problem: problem.to_owned() });
        check_name("the packet's title", &self.title)?;
        self.items.iter().try_for_each(|item| check_text("the packet's item", &item.text))?;
        let names = self.items.iter().filter_map(|item| item.attributed_to.as_ref());
        names.into_iter().try_for_each(|name| check_name("to whom an item is attributed", name))?;
        if self.v != VERSION {
            return wrong("it is of a newer version");
        }
        if self.items.is_empty() || self.items.len() > MOST_ITEMS {
            return wrong("it has no items, or too many");
        }
        if self.receivers != *receivers {
            return wrong("it is for other members than those of this dialogue now; ask for one that is for you");
        }
        Ok(())
    }
}

impl SignedPacket {
    /// Whether the signature is that of the packet's key.
    ///
    /// # Errors
    /// [`Refusal::Unusable`].
    pub fn check_signature(&self) -> Result<(), Refusal> {
        let wrong = || Refusal::Unusable {
            what: "the packet",
            problem: "its signature is not that of who handed it over, or it was changed on the way".to_owned(),
        };
        let signature = crate::id::unhex::<64>(&self.signature).ok_or_else(wrong)?;
        let packet = &self.packet;
        if crate::signing::verify(&packet.key, PURPOSE, &packet.hash(), &signature) { Ok(()) } else { Err(wrong()) }
    }
}

/// What of an answer is signed, for the purpose [`ANSWER_PURPOSE`].
#[must_use]
pub fn answer_hash(digest: &str, reply: &Reply, key: &[u8; 32]) -> [u8; 32] {
    let bytes = serde_json::to_vec(&(digest, reply, Receiver(*key))).unwrap_or_default();
    *blake3::Hasher::new_derive_key("backchannel handover answer v1").update(&bytes).finalize().as_bytes()
}

/// Whether an answer is signed by one of those the packet is for.
fn check_answer(digest: &str, reply: &Reply, seal: Option<&Seal>, receivers: &[Receiver]) -> Result<(), Refusal> {
    let wrong = |problem: &str| Refusal::Unusable { what: "the answer", problem: problem.to_owned() };
    let seal = seal.ok_or_else(|| wrong("it is not signed"))?;
    if !receivers.contains(&Receiver(seal.key)) {
        return Err(wrong("it is not by one of those the packet was made for"));
    }
    let hash = answer_hash(digest, reply, &seal.key);
    let holds = crate::id::unhex::<64>(&seal.signature)
        .is_some_and(|signature| crate::signing::verify(&seal.key, ANSWER_PURPOSE, &hash, &signature));
    if holds {
        return Ok(());
    }
    Err(wrong("its signature is not that of who answered, or it was changed on the way"))
}

/// A digest over members' keys, whatever their order.
#[must_use]
pub fn receivers(keys: impl IntoIterator<Item = [u8; 32]>) -> [u8; 32] {
    let sorted: std::collections::BTreeSet<[u8; 32]> = keys.into_iter().collect();
    let mut hasher = blake3::Hasher::new_derive_key("backchannel handover receivers v1");
    for key in sorted {
        hasher.update(&key);
    }
    *hasher.finalize().as_bytes()
}

/// Whether a line may be handed over: cleared, not off record, and for the institute or the public.
///
/// # Errors
/// [`Refusal::Unusable`], naming it.
pub fn may_go(name: &str, line: &super::line::Line) -> Result<(), Refusal> {
    let open =
        line.wording.audiences.contains(&Audience::Institute) || line.wording.audiences.contains(&Audience::Public);
    if line.cleared && !line.withdrawn && open && line.attribution != crate::charter::Attribution::OffRecord {
        return Ok(());
    }
    let problem = format!("line {name} is not cleared for others, or is off record");
    Err(Refusal::Unusable { what: "the packet", problem })
}

impl Handovers {
    /// Applies one act, whose signature and receivers were checked.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn apply(&mut self, author: MemberId, is_convener: bool, act: &Act) -> Result<(), Refusal> {
        let adds = matches!(act, Act::Made { .. } | Act::Received { .. });
        if adds && self.made.len() + self.received.len() >= 200 {
            return Err(Refusal::Unusable { what: "the packet", problem: "there are 200 already".to_owned() });
        }
        match act {
            Act::Made { digest, lines, to, receivers } => {
                if crate::id::unhex::<32>(digest).is_none() || lines.is_empty() || lines.len() > MOST_ITEMS {
                    let problem = "it has no digest, no lines or too many".to_owned();
                    return Err(Refusal::Unusable { what: "the packet", problem });
                }
                if receivers.len() > MOST_RECEIVERS {
                    let problem = format!("it is for more than {MOST_RECEIVERS} members");
                    return Err(Refusal::Unusable { what: "the packet", problem });
                }
                if self.made.contains_key(digest) {
                    return Err(Refusal::Repeated);
                }
                let (to, receivers) = (to.chars().take(80).collect(), receivers.clone());
                let made = Made { by: author, lines: lines.clone(), to, receivers, reply: None };
                self.made.insert(digest.clone(), made);
                Ok(())
            }
            Act::Received { signed } => {
                let digest = signed.packet.digest();
                if self.received.contains_key(&digest) {
                    return Err(Refusal::Repeated);
                }
                self.received.insert(digest, Received { by: author, packet: signed.packet.clone(), reply: None });
                Ok(())
            }
            Act::Replied { digest, reply } => {
                reply.check()?;
                let known = || self.received.keys().map(String::as_str);
                let found = self.received.get(digest).ok_or_else(|| Refusal::unknown("packet", digest, known()))?;
                if found.reply.is_some() {
                    return Err(Refusal::Unusable {
                        what: "the packet",
                        problem: "it was answered already".to_owned(),
                    });
                }
                if let Some(found) = self.received.get_mut(digest) {
                    found.reply = Some((author, reply.clone()));
                }
                Ok(())
            }
            Act::Answered { digest, reply, seal } => {
                reply.check()?;
                let known: Vec<String> = self.made.keys().cloned().collect();
                let unknown = || Refusal::unknown("packet", digest, known.iter().map(String::as_str));
                let made = self.made.get_mut(digest).ok_or_else(unknown)?;
                if made.by != author && !is_convener {
                    return Err(Refusal::NotAllowed("who made the packet, or the convener,"));
                }
                if made.reply.is_some() {
                    return Err(Refusal::Unusable {
                        what: "the packet",
                        problem: "it was answered already".to_owned(),
                    });
                }
                check_answer(digest, reply, seal.as_ref(), &made.receivers)?;
                made.reply = Some(reply.clone());
                Ok(())
            }
        }
    }
}

impl Reply {
    fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::Accepted {} => Ok(()),
            Self::Returned { why } if why.trim().is_empty() => {
                Err(Refusal::Unusable { what: "the answer", problem: "a packet is returned with reasons".to_owned() })
            }
            Self::Returned { why } => check_text("the reasons", why),
        }
    }
}
