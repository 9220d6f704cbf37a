//! Who may come and go, and that nothing happens to a group that was not announced.

use super::hall::{CONVENER, Hall, admitted, key, member};
use dialogue::member::{Admission, Standing};
use dialogue::{Body, Charter, InvitationId, MemberId, Refusal, Room};

#[test]
fn a_commit_that_was_not_announced_is_merged_by_nobody() {
    let mut hall = Hall::seated(Charter::default());
    let stranger = MemberId([77; 16]);
    let before = hall.state.clone();
    let refused = |done: Result<(), Refusal>| assert!(matches!(done, Err(Refusal::Unannounced(_))), "{done:?}");
    refused(hall.state.apply_commit(90, member("A"), &[(stranger, key(stranger))], &[]));
    refused(hall.state.apply_commit(90, member("A"), &[], &[member("B")]));
    refused(hall.state.apply_commit(90, member("A"), &[(member("B"), key(member("B")))], &[member("B")]));
    assert_eq!(hall.state, before, "a refused commit changes nothing");
    let invitation = InvitationId([7; 16]);
    hall.say(CONVENER, Body::Invited { invitation, side: "A".to_owned(), expires_at: 9_000, replaces: None }).unwrap();
    hall.say(CONVENER, admitted(invitation, stranger, CONVENER)).unwrap();
    refused(hall.state.apply_commit(91, CONVENER, &[(stranger, [0; 32])], &[]));
    hall.state.apply_commit(92, CONVENER, &[(stranger, key(stranger))], &[]).unwrap();
    assert!(hall.state.present(stranger).is_ok());
}

#[test]
fn an_invitation_serves_once_in_time_and_by_its_giver_alone() {
    let mut hall = Hall::seated(Charter::default());
    let (invitation, guest) = (InvitationId([7; 16]), MemberId([70; 16]));
    let invite = |side: &str| Body::Invited { invitation, side: side.to_owned(), expires_at: 1_500, replaces: None };
    assert!(hall.say(member("A"), invite("A")).is_err(), "only the convener invites");
    assert!(hall.say(CONVENER, invite("A,B")).is_err(), "a side's name is typed in commands");
    assert!(hall.say(CONVENER, invite("Convener")).is_err());
    hall.say(CONVENER, invite("A")).unwrap();
    assert!(hall.say(CONVENER, invite("A")).is_err(), "one invitation is given once");
    assert!(hall.say(member("A"), admitted(invitation, guest, member("A"))).is_err());
    // Events of this hall are of second 2,000.
    assert_eq!(hall.say(CONVENER, admitted(invitation, guest, CONVENER)), Err(Refusal::Invitation("has expired")));
    let late = InvitationId([8; 16]);
    let body = Body::Invited { invitation: late, side: "A".to_owned(), expires_at: 2_001, replaces: None };
    hall.say(CONVENER, body).unwrap();
    hall.say(CONVENER, admitted(late, guest, CONVENER)).unwrap();
    assert!(hall.say(CONVENER, admitted(late, MemberId([71; 16]), CONVENER)).is_err(), "used");
}

#[test]
fn who_has_left_or_was_removed_says_nothing_any_more() {
    let mut hall = Hall::seated(Charter::default());
    let said = || Body::Said { text: "I was here".to_owned() };
    hall.say(member("A"), Body::Left {}).unwrap();
    assert_eq!(hall.say(member("A"), said()), Err(Refusal::NotAMember(member("A"))));
    assert!(hall.say(member("B"), Body::Removed { member: member("C"), why: String::new() }).is_err());
    hall.say(CONVENER, Body::Removed { member: member("B"), why: "asked to".to_owned() }).unwrap();
    assert!(hall.say(member("B"), said()).is_err());
    let gone = |hall: &Hall, in_group: bool| matches!(hall.state.members[&member("A")].standing, Standing::Gone { in_group: found, .. } if found == in_group);
    assert!(gone(&hall, true));
    hall.state.apply_commit(99, member("C"), &[], &[member("A"), member("B")]).unwrap();
    assert!(gone(&hall, false));
}

#[test]
fn a_member_with_a_new_machine_keeps_its_key_and_its_place() {
    let mut hall = Hall::seated(Charter::default());
    let (a, b) = (member("A"), member("B"));
    let admission = |by| Admission { by, key_package: vec![1], welcome_key: [9; 32] };
    assert!(hall.say(a, Body::Readmitted { member: a, admission: admission(a) }).is_err(), "not by itself");
    hall.say(b, Body::Readmitted { member: a, admission: admission(b) }).unwrap();
    assert!(hall.state.present(a).is_ok());
    assert!(hall.state.apply_commit(99, b, &[(a, [1; 32])], &[a]).is_err(), "another key");
    assert!(hall.state.apply_commit(99, b, &[], &[a]).is_err(), "out without in again");
    hall.state.apply_commit(99, b, &[(a, key(a))], &[a]).unwrap();
    assert_eq!(hall.state.members[&a].since, 99);
}

#[test]
fn rooms_admit_their_own_and_nobody_else() {
    let mut hall = Hall::seated(Charter::default());
    let caucus = Room::Caucus("A".to_owned());
    let with_convener = Room::WithConvener("A".to_owned());
    let event = hall.event(member("A"), Body::Said { text: "between us".to_owned() });
    hall.state.hears(&caucus, member("A"), &event).unwrap();
    assert!(hall.state.hears(&caucus, member("B"), &event).is_err());
    assert!(hall.state.hears(&caucus, CONVENER, &event).is_err());
    hall.state.hears(&with_convener, CONVENER, &event).unwrap();
    assert!(hall.state.hears(&with_convener, member("C"), &event).is_err());
    let elsewhere = hall.event(member("A"), Body::Left {});
    assert!(hall.state.hears(&caucus, member("A"), &elsewhere).is_err(), "only words are said in rooms");
    let added = [(member("B"), key(member("B")))];
    assert!(hall.state.admits_room_commit(&caucus, member("A"), &added, &[]).is_err());
    assert!(hall.state.admits_room_commit(&caucus, CONVENER, &[], &[]).is_err());
}

#[test]
fn the_end_needs_the_convener_and_every_side_and_then_nothing_else_is_taken_up() {
    let mut hall = Hall::seated(Charter::default());
    assert!(hall.say(member("A"), Body::Destroyed {}).is_err());
    for author in [member("A"), member("B"), CONVENER] {
        hall.say(author, Body::DestructionAgreed {}).unwrap();
        assert!(!hall.state.is_ending());
    }
    assert_eq!(hall.state.unagreed(), ["C"]);
    hall.say(member("C"), Body::DestructionAgreed {}).unwrap();
    assert!(hall.state.is_ending());
    assert_eq!(hall.say(member("A"), Body::Said { text: "wait".to_owned() }), Err(Refusal::Ending));
    hall.say(member("A"), Body::Destroyed {}).unwrap();
}
