//! Members as people name them on the command line.
use ::dialogue::{MemberId, Room, State};

/// A member by its name, or by the beginning of its id.
pub(super) fn member(state: &State, wanted: &str) -> anyhow::Result<MemberId> {
    let named = |id: &MemberId, name: &str| name == wanted || id.to_string().starts_with(wanted);
    let found: Vec<MemberId> = state
        .members
        .iter()
        .filter(|(id, one)| !wanted.is_empty() && named(id, &one.name))
        .map(|(id, _)| *id)
        .collect();
    match found.as_slice() {
        [one] => Ok(*one),
        _ => {
            let known: Vec<String> =
                state.members.iter().map(|(id, one)| format!("{} ({:.8})", one.name, id.to_string())).collect();
            let what = if found.is_empty() { "no member" } else { "more than one member" };
            let text = format!("{what} is called `{wanted}`; there are {}", known.join(", "));
            Err(client::Error::Misuse(text).into())
        }
    }
}

/// The name of a member, for people.
pub(super) fn name(state: &State, id: &MemberId) -> String {
    state.members.get(id).map_or_else(|| id.to_string(), |member| member.name.clone())
}

/// A room as it is named on the command line: `plenary`, `caucus`, `convener` (one's own side's), `convener:SIDE`.
pub(super) fn room(state: &State, me: MemberId, wanted: &str) -> anyhow::Result<Room> {
    let side = state.members.get(&me).and_then(|member| member.side.clone());
    let room = match (wanted, side) {
        ("plenary", _) => Room::Plenary,
        ("caucus", Some(side)) => Room::Caucus(side),
        ("convener", Some(side)) => Room::WithConvener(side),
        ("caucus" | "convener", None) => {
            let text = "the convener has no caucus; its rooms with sides are `convener:SIDE`";
            return Err(client::Error::Misuse(text.to_owned()).into());
        }
        (other, _) => other.parse().map_err(client::Error::Misuse)?,
    };
    let mine = state.members.get(&me).is_some_and(|member| room.admits(member));
    let known = room.side().is_none_or(|side| state.sides().contains(side));
    if mine && known { Ok(room) } else { Err(client::Error::Misuse(format!("`{wanted}` is no room of yours")).into()) }
}
