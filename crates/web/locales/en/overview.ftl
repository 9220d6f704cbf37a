overview-title = Overview
overview-state = How it stands with the talk
overview-crisis = A threatened act is flagged.
overview-crisis-open = See the flag and the contacts
overview-flag = { $act } · Call { $contact }: { $reach }
overview-track = Track { $track }
overview-track-unknown = who sat there is not on the record
overview-debrief-due = debrief due
overview-as-reported = As reported
overview-none-held = No meeting of this dialogue has been held yet.
overview-when-where = { $day }, { $place }
overview-when = { $day }
overview-when-unknown = A meeting without a date
overview-both = { $one }, { $two }
overview-knew-yes = { $government } knew
overview-knew-no = { $government } did not know, it is said
overview-knew-contested = whether { $government } knew is disputed
overview-knew-open = whether { $government } knew is not reported
overview-directed-yes = directed
overview-directed-no = did not direct
overview-directed-contested = whether it directed is disputed
overview-directed-open = whether it directed is not reported
overview-next-meeting = Next meeting: { $meeting }, { $when }.
overview-no-meeting = No meeting is planned.
overview-overdue = { $days ->
    [one] A meeting is overdue by one day; one every { $every } days was agreed.
   *[other] A meeting is overdue by { $days } days; one every { $every } days was agreed.
}
overview-overdue-words = { $days ->
    [one] A meeting is overdue by one day; agreed: { $words }.
   *[other] A meeting is overdue by { $days } days; agreed: { $words }.
}
overview-acts = What you can do now
overview-acts-none = Nothing waits for you.
overview-since = since { $day }
overview-open = Open
overview-open-see = See
overview-exploratory = Question { $number }: the result is exploratory. Missing consent: { $missing }.
overview-tolerable = Question { $number }: all whom it concerns take part or consent. The result can be promoted.
overview-promoted = Question { $number }: promoted, not agreed. Principals who have not confirmed: { $missing }.
overview-impasse-delegate = Impasse “{ $name }”: { $blocker } · The delegates can resolve it. Next step: { $next }
overview-impasse-principal = Impasse “{ $name }”: { $blocker } · Only principals can resolve it. Next step: { $next }
overview-news = What all were told
overview-refused = What you entered was not taken, as what others entered came first: { $why }
overview-news-track = With meeting { $meeting } the talks went from track { $from } to track { $to }.
overview-news-collision = Another channel may get in the way: { $channel }.
overview-news-tried = Option { $option } of issue { $issue } was tried before. The answer then: { $answer }
overview-news-flag = A threatened act was flagged: { $name }. Call { $contact }.
overview-news-hotline = Hotline: { $text }
overview-news-promoted = The result of question { $number } was promoted.
overview-news-agreed = Every principal has confirmed the result of question { $number }.
overview-news-handover = A hand-over packet came in: { $title }.
overview-next-hotline = { $count ->
    [one] Read the hotline message
   *[other] Read { $count } hotline messages
}
overview-next-end = Say whether you agree to the end of this dialogue
overview-next-verify = Compare words with { $name }
overview-next-verify-more = Compare words with { $count } members
overview-next-invite = Invite the delegates
overview-next-seat = Say in which capacity you sit here
overview-next-agenda = Set the agenda
overview-next-position = Write your position
overview-next-look = Look over your position, and seal it before you consent to a question
overview-next-consent = Consent to question { $number }, or do not
overview-next-run = Make your machine ready for question { $number }
overview-next-running = Question { $number } is running; leave your machine on
overview-next-bring = Bring the result of question { $number } to the table
overview-next-speak = Question { $number } concerns your side: consent or object
overview-next-promote = Promote the result of question { $number }
overview-next-confirm = Report your principal's confirmation of question { $number }
overview-next-clear = { $count ->
    [one] Clear your line in a readout
   *[other] Clear { $count } of your lines in readouts
}
overview-next-debrief = Debrief due: { $meeting }
overview-next-held = Say whether meeting { $meeting } took place
overview-machine = This machine
overview-do = What to do:
overview-log = Log up to block { $sequence }:
overview-health-in-step-word = In step
overview-health-in-step-what = All that was said is sent, and all that was sent is here.
overview-health-in-step-next = Nothing.
overview-health-clock-word = Clock differs
overview-health-clock-what = { $minutes ->
    [one] This machine's clock and the relay's differ by one minute.
   *[other] This machine's clock and the relay's differ by { $minutes } minutes.
}
overview-health-clock-next = Set this machine's clock, or invitations may seem expired.
overview-health-queued-word = Behind
overview-health-queued-what = { $count ->
    [one] One thing waits to be sent.
   *[other] { $count } things wait to be sent.
}
overview-health-queued-next = Nothing, if you are online: it is sent by itself. Otherwise go online.
overview-health-knocked-word = Waiting
overview-health-knocked-what = You have knocked and wait to be let in.
overview-health-knocked-next = Leave this machine on. Whoever invited you must be online once. If that was so, the link was used before or has expired: ask for a new one.
overview-health-rejoin-word = Waiting
overview-health-rejoin-what = This machine has no keys of the group: it was restored from a backup, or gave them up to rejoin.
overview-health-rejoin-next = Leave this machine on. Another member must be online once.
overview-health-lost-word = Blocks missing
overview-health-lost-what = Blocks { $from } to { $to } come next here, and the relay says that it holds them no more: they were kept for as long as was agreed, or it withholds them.
overview-health-lost-next = Rejoin: this machine gives up its keys, and another member lets it in again. What is here stays.
overview-health-lost-welcome-word = Not let in
overview-health-lost-welcome-what = Blocks { $from } to { $to } come next here, with your admission perhaps, and the relay says that it holds them no more.
overview-health-lost-welcome-next = Ask the convener for a new invitation.
overview-gap = Blocks { $from } to { $to } were never shown to this machine: the relay said that it holds them no more. Another member may have what was said there.
overview-rejoin = Rejoin
overview-rejoin-sure = I want to rejoin: another member must be online once before I can say anything here again.
overview-acknowledge = I have looked after this
done-rejoining = This machine asks to be let in again.
done-acknowledged = Put away. What comes is told all the same.
overview-health-not-let-in-word = Not let in
overview-health-not-let-in-what = Your invitation opens nothing any more: most likely it has expired, was used before, or was taken back.
overview-health-not-let-in-next = Ask the convener for a new invitation.
overview-health-shut-out-word = Shut out
overview-health-shut-out-what = The relay takes nothing from you any more: most likely you were removed, or the convener closed your access. That is the relay's word alone.
overview-health-shut-out-next = Ask the convener by another way. What you had is still here and can be exported.
overview-health-gone-word = Left
overview-health-gone-what = You have left this dialogue, or were removed from it.
overview-health-gone-next = Nothing. What you had is still here and can be exported.
overview-health-deleted-word = Deleted at the relay
overview-health-deleted-what = The relay says that this dialogue was deleted there, which only the convener’s machine can do; most likely its end was agreed while you were away. That is the relay’s word alone. What you had is still here.
overview-health-deleted-next = Ask the convener by another way. Under “Export, leave, destroy” you can take it along, and destroy it here.
overview-health-ending-word = Ending
overview-health-ending-what = The end of this dialogue is agreed by all sides, and has still to be carried out here.
overview-health-ending-next = Nothing. This program carries it out within moments.
overview-health-kept = It is kept here until { $day }; then this program destroys it, as the charter says.
overview-health-forked-word = Alarm
overview-health-forked-what = Members may have been shown different things.
overview-health-forked-next = Compare the line below with the others by another way, such as aloud. Consent to nothing until you know who sees what; then put this away.
overview-fault-other-log = The message of { $name } at block { $sequence } was written over another log: up to block { $seen } the relay has shown the author and you different things, or that member's program is not honest.
overview-fault-other-group = The message of { $name } at block { $sequence } comes from another state of the group: the relay has shown the two of you different changes of members, or that member's program is not honest.
overview-fault-ahead = The message of { $name } at block { $sequence } speaks of blocks that come after it: the relay has reordered the log, or that member's program is not honest.
overview-fault-other-branch = Block { $sequence } comes from a member who had seen another log up to block { $seen }, or is in another state of the group than you. Its author is not known: the relay has shown the two of you different things, or that member's program is not honest.
overview-fault-repeated = The relay has shown block { $before } again as block { $sequence }. No member writes a block twice.
overview-fault-not-stored = The relay has said that it stored what you sent as block { $sequence }, and does not show it there. What you sent is kept here.
overview-fault-rolled-back = The relay has lost or hidden part of the log: it ends at block { $head }, and it has shown block { $seen } before.
overview-fault-other-state = { $name } introduced { $member } with a state that differs from yours; that member's program is not honest, or faulty.
overview-fault-other-answer = { $name } told an answer to question { $question } that is not the one opened here.
overview-waiting-title = You are not let in yet
overview-waiting-who = Who must be online:
overview-waiting-again = This page looks again by itself. Nothing is lost if you close it.
overview-waiting-knocked = Your knock is on its way. You are let in by the machine of whoever invited you.
overview-waiting-knocked-who = The member who sent you the invitation, once; their program does the rest.
overview-waiting-welcomed = You are in the group and wait to be introduced: the state of the talk is on its way.
overview-waiting-welcomed-who = The member who let you in, once more.
overview-waiting-returning = This machine has no keys of the talk: it was restored from a backup, or gave them up to rejoin. It asks the others to be let in again; they see that you come back with a new machine.
overview-waiting-returning-who = { $name }, once; their program does the rest.
overview-waiting-returning-anybody = Another member, once.
