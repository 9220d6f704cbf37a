talks-title = Your dialogues
talks-none = There is no dialogue here yet. Join one with the invitation you were sent, or found one.
talks-destroyed = Destroyed
talks-destroyed-on = Its keys were destroyed on { $day }.
talks-since = Since { $day }
talks-health-in-step = All is sent and received
talks-health-behind = Something waits to be sent, or you wait to be let in
talks-health-forked = Alarm: members may have been shown different things
talks-health-needs-rejoin = This machine waits to be let in again
talks-health-shut-out = You have no access any more
talks-health-gone = You have left
talks-join-title = Join with an invitation
talks-join-lead = The convener sent you a link, by a way that others do not read.
talks-join-open = Use an invitation
talks-join-link = The whole link
talks-join-link-hint = It begins with backchannel:// and can be used once.
talks-your-name = How you want to be called in this dialogue
talks-your-name-hint = All members see it. It may be a pseudonym.
talks-join = Join
talks-found-title = Found a dialogue
talks-found-lead = For conveners
talks-found-name = Title
talks-found-relay = Address of the relay
talks-found-relay-hint = Such as https://relay.example:8443. It carries what is encrypted and can read none of it.
talks-found-pin = Hash of the relay's certificate
talks-found-pin-hint = As its operator tells it. Left empty, the first one seen is kept.
talks-found-purpose = What it is for
talks-found-least = Least number of packages in a question
talks-found-least-hint = A question about one package tells everybody who accepts it whether all others do.
talks-found = Found it
talks-remains = Hash of the encrypted log, which is all that was kept:
talks-no-backup = There is no backup of this machine yet. If it is lost, so are your dialogues.
talks-more = { $count ->
    [one] and one thing more
   *[other] and { $count } things more
}
talks-unreadable = Its file cannot be opened; restore a backup
talks-untitled = A dialogue that you are not let into yet
