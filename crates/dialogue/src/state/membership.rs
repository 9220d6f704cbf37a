//! Who comes and goes. An event announces it; the commit that changes the group must match what was announced.
use crate::event::{check_name, check_side, check_text};
use crate::id::{InvitationId, MemberId};
use crate::member::{Admission, Invitation, Member, RoomKey, Standing};
use crate::refusal::Refusal;
use crate::room::Room;

use super::{MOST_MEMBERS, State};

/// Bytes that a key package may take.
const MOST_KEY_PACKAGE_BYTES: usize = 16 << 10;
/// Key packages that a member may have waiting.
const MOST_ROOM_KEYS: usize = 2 * MOST_MEMBERS;

/// Members with the keys that a commit gives them.
pub(crate) type Added = [(MemberId, [u8; 32])];

impl State {
    pub(super) fn invite(
        &mut self,
        by: MemberId,
        id: InvitationId,
        side: &str,
        expires_at: i64,
        replaces: Option<MemberId>,
    ) -> Result<(), Refusal> {
        if !self.present(by)?.is_convener() {
            return Err(Refusal::NotAllowed("the convener"));
        }
        check_side(side)?;
        if self.invitations.contains_key(&id) {
            return Err(Refusal::Invitation("was given before"));
        }
        if self.members.len() + self.invitations.values().filter(|one| !one.closed).count() >= MOST_MEMBERS {
            return Err(Refusal::Invitation("would be one too many: a dialogue has at most 200 members"));
        }
        if let Some(lost) = replaces {
            let same_side = self.members.get(&lost).is_some_and(|member| member.side.as_deref() == Some(side));
            if !same_side {
                return Err(Refusal::Invitation("replaces a member that the side does not have"));
            }
        }
        let side = side.to_owned();
        self.invitations.insert(id, Invitation { by, side, expires_at, closed: false, replaces });
        Ok(())
    }

    pub(super) fn withdraw_invitation(&mut self, author: MemberId, id: InvitationId) -> Result<(), Refusal> {
        let invitation = self.invitations.get_mut(&id).ok_or(Refusal::Invitation("is not known here"))?;
        if invitation.by != author {
            return Err(Refusal::NotAllowed("who gave the invitation"));
        }
        if invitation.closed {
            return Err(Refusal::Invitation("was used or withdrawn already"));
        }
        invitation.closed = true;
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one event, checked one by one")]
    pub(super) fn admit(
        &mut self,
        author: MemberId,
        at: i64,
        invitation: InvitationId,
        id: MemberId,
        name: &str,
        key: [u8; 32],
        admission: &Admission,
    ) -> Result<(), Refusal> {
        check_name("the name", name)?;
        check_admission(author, admission)?;
        let found = self.invitations.get(&invitation).ok_or(Refusal::Invitation("is not known here"))?;
        if found.by != author || admission.by != author {
            return Err(Refusal::NotAllowed("who gave the invitation"));
        }
        if found.closed {
            return Err(Refusal::Invitation("was used or withdrawn already"));
        }
        if at >= found.expires_at {
            return Err(Refusal::Invitation("has expired"));
        }
        if self.members.contains_key(&id) || self.members.values().any(|member| member.key == key) {
            return Err(Refusal::Invitation("was answered by somebody who is a member already"));
        }
        let (side, replaces) = (found.side.clone(), found.replaces);
        if let Some(lost) = replaces {
            self.mark_gone(lost, "replaced, its machine being lost");
        }
        if let Some(found) = self.invitations.get_mut(&invitation) {
            found.closed = true;
        }
        let standing = Standing::Admitted(admission.clone());
        let member = Member { name: name.to_owned(), side: Some(side), key, standing, since: 0, room_keys: Vec::new() };
        self.members.insert(id, member);
        Ok(())
    }

    pub(super) fn readmit(&mut self, author: MemberId, id: MemberId, admission: &Admission) -> Result<(), Refusal> {
        check_admission(author, admission)?;
        if id == author {
            return Err(Refusal::NotAllowed("another member"));
        }
        let member = self.members.get_mut(&id).filter(|member| member.is_present()).ok_or(Refusal::NotAMember(id))?;
        member.standing = Standing::Returning(admission.clone());
        // What was meant for the lost machine is of no use to the new one.
        member.room_keys.clear();
        Ok(())
    }

    pub(super) fn take_room_keys(&mut self, author: MemberId, keys: &[RoomKey]) -> Result<(), Refusal> {
        let member = self.present(author)?;
        let fits = |key: &RoomKey| {
            key.room != Room::Plenary && key.room.admits(member) && key.key_package.len() <= MOST_KEY_PACKAGE_BYTES
        };
        if !keys.iter().all(fits) || keys.len() + member.room_keys.len() > MOST_ROOM_KEYS {
            let problem = "too long, too many, or for a room that the member does not belong to".to_owned();
            return Err(Refusal::Unusable { what: "a key package", problem });
        }
        if let Some(member) = self.members.get_mut(&author) {
            // A newer package for a room takes the place of an older one.
            member.room_keys.retain(|old| !keys.iter().any(|new| new.room == old.room));
            member.room_keys.extend_from_slice(keys);
        }
        Ok(())
    }

    pub(super) fn depart(&mut self, author: MemberId, why: &str) -> Result<(), Refusal> {
        self.present(author)?;
        self.mark_gone(author, why);
        Ok(())
    }

    pub(super) fn remove(&mut self, author: MemberId, id: MemberId, why: &str) -> Result<(), Refusal> {
        check_text("the reason", why)?;
        if !self.present(author)?.is_convener() || id == author {
            return Err(Refusal::NotAllowed("the convener, and not oneself,"));
        }
        let removable = self.members.get(&id).is_some_and(|one| !matches!(one.standing, Standing::Gone { .. }));
        if !removable {
            return Err(Refusal::NotAMember(id));
        }
        self.mark_gone(id, why);
        Ok(())
    }

    fn mark_gone(&mut self, id: MemberId, why: &str) {
        if let Some(member) = self.members.get_mut(&id) {
            let in_group = !matches!(member.standing, Standing::Admitted(_) | Standing::Gone { in_group: false, .. });
            member.standing = Standing::Gone { in_group, why: why.to_owned() };
            member.room_keys.clear();
        }
    }

    /// Applies a commit of the plenary's group: only what was announced, with the keys that were announced.
    ///
    /// # Errors
    /// [`Refusal`]; the commit is then not merged by anybody.
    pub fn apply_commit(
        &mut self,
        sequence: u64,
        author: MemberId,
        added: &Added,
        removed: &[MemberId],
    ) -> Result<(), Refusal> {
        self.present(author)?;
        for id in removed {
            let comes_back = added.iter().any(|(new, _)| new == id);
            let announced = match self.members.get(id).map(|member| &member.standing) {
                Some(Standing::Gone { in_group: true, .. }) => !comes_back,
                Some(Standing::Returning(_)) => comes_back,
                _ => false,
            };
            if !announced {
                return Err(Refusal::Unannounced(*id));
            }
        }
        for (id, key) in added {
            let announced = self.members.get(id).is_some_and(|member| match member.standing {
                Standing::Admitted(_) => member.key == *key && !removed.contains(id),
                Standing::Returning(_) => member.key == *key && removed.contains(id),
                _ => false,
            });
            if !announced {
                return Err(Refusal::Unannounced(*id));
            }
        }
        for id in removed {
            if let Some(Member { standing: Standing::Gone { in_group, .. }, .. }) = self.members.get_mut(id) {
                *in_group = false;
            }
        }
        for (id, _) in added {
            if let Some(member) = self.members.get_mut(id) {
                member.standing = Standing::Present;
                member.since = sequence;
            }
        }
        Ok(())
    }

    /// Whether a commit in a room's group is as it should be: the author and those added belong to the room and
    /// come with the keys known here; those removed are gone, or come back with a new machine.
    ///
    /// # Errors
    /// [`Refusal`]; the commit is then not merged by anybody.
    pub fn admits_room_commit(
        &self,
        room: &Room,
        author: MemberId,
        added: &Added,
        removed: &[MemberId],
    ) -> Result<(), Refusal> {
        if !room.admits(self.present(author)?) {
            return Err(Refusal::NotAllowed("members of the room"));
        }
        for (id, key) in added {
            let member = self.present(*id)?;
            if !room.admits(member) || member.key != *key {
                return Err(Refusal::Unannounced(*id));
            }
        }
        for id in removed {
            let stays = self.members.get(id).is_some_and(Member::is_present);
            if stays && !added.iter().any(|(new, _)| new == id) {
                return Err(Refusal::Unannounced(*id));
            }
        }
        Ok(())
    }
}

fn check_admission(author: MemberId, admission: &Admission) -> Result<(), Refusal> {
    if admission.by != author || admission.key_package.len() > MOST_KEY_PACKAGE_BYTES {
        return Err(Refusal::Unusable { what: "the admission", problem: "another's, or too long".to_owned() });
    }
    Ok(())
}
