//! Inviting somebody, and knocking with an invitation.

use dialogue::{Body, InvitationId, MemberId, Room};
use envelope::Token;
use rusqlite::params;
use zeroize::Zeroizing;

use crate::brief::Brief;
use crate::courier::{Courier, RelayAddress, Socks5};
use crate::error::{Error, Result};
use crate::group;
use crate::invitation::Link;
use crate::layer::{Knock, Layer};
use crate::participant::desk::{Desk, Progress};
use crate::participant::{Participant, begin, door, now, outgoing};
use crate::tables::{self, Setting};
use crate::vault::Vault;

/// What an inviter offers.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The side of the seat.
    pub side: String,
    /// Seconds until it cannot be used any more.
    pub valid_for: i64,
    /// The member whose lost seat it replaces.
    pub replaces: Option<MemberId>,
}

impl Participant {
    /// Invites somebody: the link can be used once.
    ///
    /// # Errors
    /// [`Error::Refused`], the relay, the vault. Only the convener invites: it alone has the log's owner token.
    pub async fn invite(&mut self, offer: &Offer) -> Result<Zeroizing<String>> {
        self.sync().await?;
        let token = Token::new(crate::random()?);
        let (id, secret) = (InvitationId(crate::random()?), crate::random::<16>()?);
        let expires_at = now().saturating_add(offer.valid_for);
        let body = Body::Invited { invitation: id, side: offer.side.clone(), expires_at, replaces: offer.replaces };
        let (relay, owner, inviter) = self.write(|desk| {
            desk.state()?.admits(desk.me, &dialogue::Event::new(u64::MAX, desk.now, body.clone()))?;
            let owner: String = tables::read(desk.tx, Setting::OwnerToken)?.ok_or_else(no_owner)?;
            Ok((
                tables::need::<RelayAddress>(desk.tx, Setting::Relay)?,
                Zeroizing::new(owner),
                door::fingerprint(&desk.identity.public()),
            ))
        })?;
        let owner = Token::parse(&owner).map_err(|error| Error::Trouble(error.to_string()))?;
        self.courier.put_token(&owner, token.hash(), None).await?;
        let after = self.write(|desk| {
            desk.post(&Room::Plenary, body)?;
            desk.tx.execute(
                "INSERT INTO invitations (id, secret, token, side, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id.0, secret, token.reveal_bytes(), offer.side, expires_at],
            )?;
            Ok(desk.cursor)
        })?;
        self.sync().await?;
        tracing::info!(log = %Brief(&self.log.0), invitation = %Brief(&id.0), "a seat was offered");
        let link = Link { relay, log: self.log, token, invitation: id, secret, inviter, after, expires_at };
        Ok(link.reveal())
    }

    /// Uses an invitation: knocks, and waits to be let in.
    ///
    /// # Errors
    /// A link that is expired or already used from this vault; a name that cannot be; the vault.
    pub fn join(vault: &mut Vault, link: &Link, socks: Option<&Socks5>, name: &str) -> Result<Self> {
        dialogue::event::check_name("the name", name)?;
        door::refuse_expired(link.expires_at, now())?;
        let courier = Courier::new(&link.relay, socks, link.log, Token::new(*link.token.reveal_bytes()))?;
        let key = door::invitation_key(&link.secret, link.log);
        let store = vault.create_dialogue_with(link.log.0, "(not let in yet)", now(), |tx| {
            let progress = Progress::Knocked { key, inviter: link.inviter };
            begin(tx, &link.relay, &link.token, progress)?;
            tables::put(tx, Setting::Cursor, &link.after)?;
            let desk = Desk::load(tx, link.log, now())?;
            let key_package = group::fresh_key_package(tx, &desk.identity)?;
            tracing::info!(log = %Brief(&link.log.0), invitation = %Brief(&link.invitation.0), "knocks");
            let knock = Knock { invitation: link.invitation, name: name.to_owned(), key_package };
            outgoing::queue_fixed(&desk, &key, &Layer::Knock(knock))
        })?;
        Ok(Self { store, courier, log: link.log, folder: vault.home().folder().to_owned() })
    }

    /// Takes an invitation back: nobody is let in by it any more, and the relay's token in it is closed at the next
    /// occasion ([`Self::close_tokens`]).
    ///
    /// # Errors
    /// [`Error::Refused`]: used already, or another's.
    pub fn withdraw_invitation(&mut self, invitation: InvitationId) -> Result<()> {
        self.write(|desk| {
            desk.post(&Room::Plenary, Body::InvitationWithdrawn { invitation })?;
            // As if its time were over.
            let expire = "UPDATE invitations SET expires_at = 0 WHERE id = ?1 AND member IS NULL";
            desk.tx.execute(expire, [invitation.0])?;
            Ok(())
        })
    }

    /// Takes away the relay's token of a member that has left or was removed, and of an invitation that nobody has used
    /// in time: its holder can neither read nor write there, and the relay keeps no blocks for it. Only a member
    /// knows who that is: a machine restored from a backup has an old state until it is let in again, and would shut out
    /// who came since.
    ///
    /// # Errors
    /// The relay; nothing where this participant does not own the log.
    pub async fn close_tokens(&mut self) -> Result<()> {
        let closed = self.read(|desk| {
            let Some(owner) = tables::read::<String>(desk.tx, Setting::OwnerToken)? else {
                return Ok(Vec::new());
            };
            if desk.progress != Progress::Member {
                return Ok(Vec::new());
            }
            let mut closed = Vec::new();
            let mut statement = desk.tx.prepare("SELECT token, member FROM invitations WHERE member IS NOT NULL")?;
            let rows = statement.query_map([], |row| Ok((row.get::<_, [u8; 32]>(0)?, row.get::<_, [u8; 16]>(1)?)))?;
            for row in rows {
                let (token, member) = row?;
                let member = desk.state()?.members.get(&MemberId(member));
                if member.is_some_and(|one| matches!(one.standing, dialogue::Standing::Gone { in_group: false, .. })) {
                    closed.push((owner.clone(), token));
                }
            }
            let mut expired = desk
                .tx
                .prepare("SELECT token, id, expires_at FROM invitations WHERE member IS NULL AND expires_at <= ?1")?;
            let rows =
                expired.query_map([desk.now], |row| Ok((row.get(0)?, row.get::<_, [u8; 16]>(1)?, row.get(2)?)))?;
            for row in rows {
                let (token, id, expires_at): ([u8; 32], _, i64) = row?;
                // A machine restored from a backup does not know by whom it was used: the token is a member's then.
                let used = |one: &dialogue::Invitation| one.closed && expires_at > 0;
                if !desk.state()?.invitations.get(&InvitationId(id)).is_some_and(used) {
                    closed.push((owner.clone(), token));
                }
            }
            Ok(closed)
        })?;
        for (owner, token) in closed {
            let owner = Token::parse(&owner).map_err(|error| Error::Trouble(error.to_string()))?;
            self.courier.delete_token(&owner, Token::new(token).hash()).await?;
            self.store.write(|tx| -> Result<()> {
                tx.execute("DELETE FROM invitations WHERE token = ?1", [token])?;
                Ok(())
            })?;
        }
        Ok(())
    }
}

fn no_owner() -> Error {
    Error::Misuse(
        "only the convener's own machine can invite: the relay gives places in its log to no other".to_owned(),
    )
}
