rooms-title = Rooms
rooms-lead = A room is a conversation. Who reads what you write stands above the field you write in.
rooms-plenary = Plenary
rooms-plenary-who = All members read it.
rooms-caucus = Caucus of { $side }
rooms-caucus-who = Members of { $side } alone read it.
rooms-convener = { $side } with the convener
rooms-convener-who = Members of { $side } and the convener read it.
rooms-closed = This room is not open for you yet: whoever lets members into it has not been online since you joined.
rooms-read-by = Read by:
rooms-older = { $count ->
    [one] One earlier message
   *[other] { $count } earlier messages
}
rooms-empty = Nothing has been said here yet.
rooms-of-side = side { $side }
rooms-mine = you
rooms-write-plenary = Write to all members
rooms-write-caucus = Write to { $side } alone
rooms-write-convener = Write to { $side } and the convener
rooms-send = Send
