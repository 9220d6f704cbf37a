soundings-title = Soundings
soundings-lead = A sounding asks whether there is something that all sides could live with, and opens only what was agreed beforehand. Every side has to consent to every question.
soundings-left = The budget over all questions has { $bits } bits left.
soundings-left-after = With this question counted, the budget over all questions has { $bits } bits left.
soundings-least = A question is about at least { $least } packages, as was agreed.
soundings-no-agenda = There is no agenda yet. Questions about a text or a date need none.
soundings-none = Nothing has been asked yet.
soundings-number = Question { $number }
soundings-question-title = Question
soundings-yours = Waits for your side
soundings-back = All soundings
soundings-new-title = Prepare a question
soundings-kinds-lead = What is the question about? Nobody is told before you call it.
soundings-kind-packages = Named packages
soundings-kind-lead-packages = Is there one among these packages that nobody rules out?
soundings-kind-agenda = The whole agenda
soundings-kind-lead-agenda = Is there any package at all that nobody rules out?
soundings-kind-improve = Something better than what stands
soundings-kind-lead-improve = A package stands already. Is there one that every side would rather have?
soundings-kind-adopt = A text
soundings-kind-lead-adopt = Do all accept these words? If they do, each yes is known; if not, the answer does not say whose no it was, though with two sides whoever said yes can tell.
soundings-kind-date = A date
soundings-kind-lead-date = Is there a time at which all are free? Nobody's calendar is shown.
soundings-other-kind = Another kind of question
soundings-which-packages = Which packages
soundings-than = The package that stands
soundings-among = Look among these packages alone
soundings-among-hint = Ticked none, the whole agenda is looked through.
soundings-text-title = What the text is called
soundings-text = The text
soundings-text-about = What the text is about
soundings-slots = Times that are proposed
soundings-offset = Time zone of what you type
soundings-offset-hint = Z for UTC, or such as +03:00.
soundings-slot-from = { $number }. from
soundings-slot-to = to
soundings-slots-more = More times than fit here
soundings-slots-lines = One on each line: 2026-12-01T09:00Z/2026-12-01T12:00Z
soundings-sides = Sides that take part
soundings-sides-hint = Each of them has to consent, and its machine has to be there when it is run.
soundings-rule = Rule
soundings-rule-draw = Draw: one package that passes, drawn by lot. How many pass, and in what order, is never opened.
soundings-rule-exists = Exists: only whether any package passes. Which one, is not opened.
soundings-rule-nash = Nash: of the packages that pass, the one with the greatest product of all sides' gains. The answer also tells something about how sides rank.
soundings-rule-egalitarian = Egalitarian: of the packages that pass, the one where the side that gains least gains most. The answer also tells something about how sides rank.
soundings-only = Only a part of the agenda
soundings-only-hint = Issues that you fix here are fixed in the question.
soundings-only-any = any option
soundings-only-now = Fixed
soundings-quorum = Fewer than all sides are enough
soundings-quorum-hint = Left empty, a package passes only if all sides that take part tolerate it.
soundings-quorum-field = So many sides are enough
soundings-veto = These must be among them in any case
soundings-tell-all = The answer is told to all members, not only to the sides that take part
soundings-prepare-lead = Next you see what each possible answer would tell each side. Nothing is sent yet.
soundings-prepare = Show what it would tell
soundings-preview-title = What it would tell
soundings-preview-lead = Nobody has been told of this question yet.
soundings-call-title = Call it
soundings-call-lead = All members see the question and that you called it. Then each side that takes part looks at what it would tell, and consents or not.
soundings-call = Call this question
soundings-change = Change it
soundings-asked = What is asked
soundings-about = About
soundings-about-packages = { $count ->
    [one] Package { $packages }
   *[other] Packages { $packages }
}
soundings-contents = Contents
soundings-about-agenda = The whole agenda
soundings-about-part = A part of the agenda
soundings-about-improve = Something better for every side than { $package }
soundings-about-adopt = Adopting the text { $title }
soundings-about-date = A date, of { $count ->
    [one] one time
   *[other] { $count } times
}
soundings-packages-count = Packages
soundings-passes = What passes
soundings-passes-all = What all sides that take part tolerate
soundings-passes-quorum = What at least { $least } of these sides tolerate
soundings-passes-vetoes = What at least { $least } of these sides tolerate, with { $sides } among them
soundings-told = Who is told the answer
soundings-told-all = All members
soundings-told-sides = The sides that take part, alone
soundings-called-by = Called by { $name }, { $day }
soundings-consented-by = Consented:
soundings-word-called = Waits for consent
soundings-stage-called = { $count ->
    [one] { $sides } has still to consent.
   *[other] { $sides } have still to consent.
}
soundings-word-consented = Ready to be run
soundings-stage-consented = All sides have consented. { $count ->
    [one] The machine of { $sides } is not there yet.
   *[other] The machines of { $sides } are not there yet.
}
soundings-word-again = May start again
soundings-stage-again = A run broke off before any answer could be opened. It starts again, with the same seals, once the machines of { $sides } are there.
soundings-word-running = Is being run
soundings-stage-running = The run goes on, or the word of { $sides } is still missing on how it ended.
soundings-word-answered = Answered
soundings-stage-answered = Every side that took part has the answer.
soundings-word-spent = Broke off, and counts
soundings-stage-spent = The run broke off after an answer could have been opened. It counts, and nothing starts again.
soundings-word-refused = Not consented to
soundings-stage-refused = { $sides } did not consent.
soundings-word-withdrawn = Taken back
soundings-stage-withdrawn = Whoever called it took it back.
soundings-matrix = Who would learn what
soundings-matrix-lead = For each possible answer: what each side would learn from it together with all earlier answers that this machine knows.
soundings-matrix-private = Your own column uses your own position. Only you see it.
soundings-matrix-caption = A row for each answer, a column for each side
soundings-if-answer = If the answer is
soundings-would-learn = { $side } would learn
soundings-stands-for = and likewise for each of { $count } packages
soundings-mark-certain = something certain about another side
soundings-mark-some = that one of several things holds, or something under a condition
soundings-mark-nothing = nothing new
soundings-mark-untold = it is not told, or this answer cannot come up
soundings-picture-words = The picture in words
soundings-picture-row = If the answer is { $answer }: something certain for { $certain }; one of several things, or something under a condition, for { $some }; nothing new for { $nothing }; not told or not possible for { $untold }.
soundings-pooled = If sides pool what they know
soundings-pooled-lead = What they would learn together beyond what each learns alone.
soundings-answer-none = No common package
soundings-answer-none-text = Not accepted by all
soundings-answer-none-slot = No time that is free for all
soundings-answer-exists = Something passes; what, is not opened
soundings-package-shown = the package that is shown
soundings-package-better = { $package } (as better than { $than })
soundings-package-text = the text { $title }
soundings-package-version = { $package } (of agenda { $version })
soundings-slot = { $from } to { $to }
soundings-scope-outcomes = { $count ->
    [one] the one package asked about
   *[other] the { $count } packages asked about
}
soundings-claim-yes-package = { $count ->
    [one] { $sides } tolerates { $package }
   *[other] { $sides } tolerate { $package }
}
soundings-claim-no-package = { $count ->
    [one] { $sides } rules out { $package }
   *[other] { $sides } rule out { $package }
}
soundings-claim-yes-better = { $count ->
    [one] { $sides } tolerates { $package }
   *[other] { $sides } tolerate { $package }
}
soundings-claim-no-better = { $count ->
    [one] { $sides } rules out { $package }
   *[other] { $sides } rule out { $package }
}
soundings-claim-yes-text = { $count ->
    [one] { $sides } accepts { $package }
   *[other] { $sides } accept { $package }
}
soundings-claim-no-text = { $count ->
    [one] { $sides } does not accept { $package }
   *[other] { $sides } do not accept { $package }
}
soundings-claim-yes-slot = { $count ->
    [one] { $sides } is free: { $package }
   *[other] { $sides } are free: { $package }
}
soundings-claim-no-slot = { $count ->
    [one] { $sides } is not free: { $package }
   *[other] { $sides } are not free: { $package }
}
soundings-claim-below = { $side } ranks { $package } below { $than }
soundings-claim-no-higher = { $side } ranks { $package } no higher than { $than }
soundings-claim-no-lower = { $side } does not rank { $package } below { $than }
soundings-claim-above = { $side } ranks { $package } above { $than }
soundings-claim-quorum = at least { $least } of { $sides } tolerate { $package }
soundings-plain = { $claim }.
soundings-if = If { $condition }: { $claims }.
soundings-one-of = At least one of these holds, the answers do not say which: { $claims }.
soundings-if-one-of = If { $condition }, at least one of these holds, the answers do not say which: { $claims }.
soundings-both = { $start } and { $next }
soundings-either = { $start }; { $next }
soundings-each = The same holds for each of { $packages }. { $text }
soundings-that-package = that package
soundings-that-better = that package
soundings-that-text = that text
soundings-that-slot = that time
soundings-because = { $text } ({ $count ->
    [one] question { $questions }
   *[other] questions { $questions } together
})
soundings-less-likely = Other things equal, this is now less likely, though not excluded: { $claim }. Had it been so, the draw of question { $question } would have shown { $drawn } at most { $times ->
    [2] half of the time
    [3] a third of the time
   *[other] once in { $times } times
}.
soundings-if-less-likely = If { $condition }, then, other things equal, this is now less likely, though not excluded: { $claim }. Had it been so, the draw of question { $question } would have shown { $drawn } at most { $times ->
    [2] half of the time
    [3] a third of the time
   *[other] once in { $times } times
}.
soundings-impossible = With the verdicts that { $sides } entered, this answer cannot come up.
soundings-nothing = Nothing new that is certain about another side.
soundings-cut-short = The reasoning was cut short: the answers may tell more than is listed.
soundings-untold = Is not told the answer.
soundings-excluded = The earlier answers exclude this one.
soundings-says-none-one = At least one of { $sides } rules out { $asked }.
soundings-says-none = Each of these is ruled out by at least one of { $sides }: { $asked }.
soundings-says-none-quorum = Of each of { $asked }: fewer than { $least } of { $sides } tolerate it.
soundings-says-exists = There is one among these that each of { $sides } tolerates: { $asked }. Which, is not opened.
soundings-says-exists-quorum = At least { $least } of { $sides } tolerate one and the same of: { $asked }. Which, is not opened.
soundings-says-package-quorum = At least { $least } of { $sides } tolerate { $package }. (Asked about: { $asked }.)
soundings-says-veto = With { $vetoes } among them.
soundings-says-veto-none = Or { $vetoes } rules it out.
soundings-says-others-draw = Nothing is certain about the others: neither how many passed nor in what order.
soundings-says-others-ranked = Each other is ruled out by some side, or does not rank above it by the rule.
soundings-warn-one = The question is about { $package } alone: whoever accepts it reads from the answer whether all others do.
soundings-warn-few = The question is about { $packages } packages; at least { $least } were agreed.
soundings-warn-probe = Of the packages asked about, your position tolerates exactly one: the answer tells you whether all others accept that one, so this is a probe.
soundings-warn-subgroup = Question { $question } was about some of the same packages, with other sides: the two answers together speak about { $sides }.
soundings-warn-overlap = Question { $question } asked the same sides about some of the same packages: the two answers together say more than each alone.
soundings-warn-repeat = Question { $question } asked the same of the same sides: with the positions sealed then, the answer can differ only by the draw.
soundings-warn-midpoint = On a single ordered issue this rule comes down to a midpoint: who knows its own number can work out the other's.
soundings-warn-untold = Answers that were not told to you: question { $questions }. What they tell together with this one, to those who know them, is not listed.
soundings-note-sincerity = All of this is about the positions that were entered, sincerely or not.
soundings-note-bits = Counted in bits, of which a plain yes or no tells one, the answer tells at most { $bits }. That bounds how much is told, not what harm it does.
soundings-note-ranks = Ranks are those of the rounded scores that the rule compares. Who knows its own scores can bound another's further.
soundings-note-first = One side, picked by lot, may read the answer first and could stop. That would be seen.
soundings-note-relay = The relay sees that your machines are online, how much they send, and when a run takes place.
soundings-consent-over = Your side is not asked for its consent any more. Above stands how it is with the question.
soundings-consent = Consent for your side
soundings-consent-do = Consent
soundings-consent-position = Your sealed position speaks for your side. All members see that your side consents; nobody sees what it says. What the answer tells, to whom, stands in the table above.
soundings-consent-text = Your yes or no is not shown. If all accept, that shows every yes; if not, the answer is only that, and with two sides whoever said yes can tell who said no. All members see that your side consents to being asked.
soundings-consent-date = Your times are not shown. A time that is found is free for all who were asked, you among them. All members see that your side consents to being asked.
soundings-seal-first = Your position for this version of the agenda has to be sealed before your side can consent.
soundings-another = { $name } has sealed your side's position, and consents for your side or not.
soundings-vote = This text
soundings-vote-accept = my side accepts it
soundings-vote-reject = my side does not accept it
soundings-free = Free for my side
soundings-calendar = Fill in from a calendar (ICS)
soundings-calendar-hint = It is read on this machine and not kept. You can still change every tick.
soundings-calendar-do = Tick what is free
soundings-decline = Not consent
soundings-decline-lead = All members see that your side did not consent. Nobody sees why. The question is not asked then, and costs nothing of the budget.
soundings-decline-do = We do not consent
soundings-withdraw = Take the question back
soundings-withdraw-lead = All members see that you took it back.
soundings-withdraw-do = Take it back
soundings-run-title = The run
soundings-start-lead = The machines of all sides have to be there at the same time. Yours waits up to an hour for the others. All members see that yours is ready.
soundings-start = Take part now
soundings-run-begins = This machine gets ready.
soundings-run-waits = This machine is ready. Waiting for the machines of { $sides }.
soundings-run-meets = The machines of all sides are meeting.
soundings-run-bar = How far it is
soundings-run-may-close = You can close this page; the program must go on running.
soundings-look-again = Look again
soundings-run-missed = The machines of { $sides } were not there in time. Yours can wait again.
soundings-run-broke = The run broke off on this machine. What is possible now, stands below.
soundings-leave = Leave the run
soundings-leave-lead = If you leave, all sides see that your machine stopped. No answer can be open yet: the run may start again later, with the same seals and so with the same positions.
soundings-leave-opening = The answer is being opened. If you leave now, all sides see that your machine stopped, somebody may have read the answer, and the question counts against the budget.
soundings-phase-setup = Each pair of sides agrees on secret keys.
soundings-phase-bits = Random bits are made that nobody can change unseen.
soundings-phase-keys = Every side shows that it uses one key towards all.
soundings-phase-triples = Raw material for the computation is made and checked.
soundings-phase-buckets = It is combined, so that a cheat in it has no effect.
soundings-phase-masks = It is bound to this question.
soundings-phase-inputs = The sealed positions enter, masked.
soundings-phase-tables = The question is answered under masks.
soundings-phase-outputs = The answer is opened, and nothing else.
soundings-broken-title = Runs that broke off
soundings-broke = Run { $number }: the machine of { $side } stopped. By its own word no answer could have been opened.
soundings-broke-open = Run { $number }: the machine of { $side } stopped, and an answer could have been opened by then.
soundings-broke-phase = It was here: { $phase }
soundings-broke-names = It names as the reason: { $sides }.
soundings-broke-counts = Somebody may have read the answer. The question counts against the budget and nothing starts again. Call a new question if all sides want it.
soundings-broke-again = No answer could have been opened. The run may start again with the same seals, so that its answer cannot be another.
soundings-broke-wait = Whether it may start again is known once every machine has said how it ended.
soundings-answer = The answer
soundings-told-none = No common package found
soundings-told-better-no = Nothing was found that every side would rather have
soundings-told-text-no = The text is not adopted by all
soundings-told-text-yes = The text is adopted by all
soundings-told-date-no = No time was found at which all are free
soundings-told-date = All are free: { $slot }
soundings-told-exists = Something passes. What, is not opened.
soundings-told-package = Package { $package }
soundings-exploratory-word = Exploratory
soundings-exploratory = { $side } has not consented. It is affected on { $issues } and took no part. Until it consents the package stays exploratory and cannot be promoted.
soundings-own-could = Your side could live with it.
soundings-receipt-by = Receipt, confirmed by { $sides }:
soundings-receipt-lead = It is the same for all who took part and proves nothing to anybody else.
soundings-receipt-none = There is no receipt on this machine: the answer was told by a colleague, or nobody stayed to confirm it.
soundings-learned = What the answer told
soundings-you = you
soundings-next = What to do next
soundings-next-gate = Ask the affected sides for their consent at the gate. Until then nothing of it is agreed.
soundings-next-bring = Bring it to the table at the gate. A yes here is not an agreement: principals have still to confirm.
soundings-next-none = Nobody's votes are shown. Talk about what was missing, without saying what you entered.
soundings-next-version = A changed agenda is a new version: each side takes a new position, and can be asked anew.
soundings-next-stands = What stands goes on standing.
soundings-next-text = Principals have still to confirm what needs them.
soundings-next-text-no = Change the words and ask about the new text.
soundings-next-date = Put the meeting into your calendars.
soundings-next-date-no = Propose other times.
done-soundings-called = The question is called. All members see it.
done-soundings-consented = Your side has consented. All members see that.
done-soundings-declined = Your side did not consent. All members see that.
done-soundings-withdrawn = The question is taken back. All members see that.
done-soundings-calendar = What your calendar leaves free is ticked. Nothing of the calendar was kept.
done-soundings-left = This machine has left the run. The other sides see that it stopped.
