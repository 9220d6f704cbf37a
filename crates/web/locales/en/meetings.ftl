meetings-title = Meetings
meetings-lead = A meeting's track follows from who sits there, conveners apart: 1 if all serve in office and are mandated, 2 if none serves, 1.5 otherwise. Nobody types it in.
meetings-track = Track
meetings-track-1 = Track 1
meetings-track-1-5 = Track 1.5
meetings-track-2 = Track 2
meetings-track-unknown = track not known
meetings-why-nobody-known = nobody but a convener is known to have been there
meetings-why-none-serves = nobody present serves in office
meetings-why-some-serve = in office: { $who }; others present do not serve
meetings-why-some-private = all present serve in office; without a mandate: { $who }
meetings-why-all-mandated = all present serve in office and are mandated
meetings-summary = { $held ->
    [one] One meeting held
   *[other] { $held } meetings held
}, { $planned ->
    [one] one planned
   *[other] { $planned } planned
}. { $held ->
    [0] No track yet.
   *[other] The latest known: { $track }.
} { $changes ->
    [0] The track has not changed.
    [one] The track has changed once.
   *[other] The track has changed { $changes } times.
}
meetings-legend = Square: Track 1. Diamond: Track 1.5. Circle: Track 2. Cross: not known. Outlined: planned.
meetings-undated = { $count ->
    [one] One meeting has no known date and stands in the table alone.
   *[other] { $count } meetings have no known date and stand in the table alone.
}
meetings-history = The history of tracks
meetings-history-line = Meeting { $meeting }, { $day }: { $track }; { $why }.
meetings-changed = changed
meetings-no-date = date not known
meetings-table = All meetings
meetings-when = When
meetings-how = How, and under which rule
meetings-items = Agenda items
meetings-series = a series
meetings-change = Change, or enter as held
meetings-change-held = Change what is entered
meetings-calendar = Calendar file
meetings-calendar-title = Meeting
meetings-local = { $time } in { $zone }
meetings-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
meetings-holiday = holiday
meetings-clash = That day is { $holiday } for side { $side }.
meetings-clash-all = That day is { $holiday } for all sides.
meetings-every = { $days ->
    [one] every day
   *[other] every { $days } days
}
meetings-due = { $what }: the last one known is { $last }; the next is due by { $due }.
meetings-due-none = { $what }: none with a known date has been held yet.
meetings-overdue = { $what }: overdue by { $days ->
    [one] one day
   *[other] { $days } days
}.
meetings-overdue-word = overdue
meetings-mode-online = online
meetings-mode-in-person = in person
meetings-mode-shuttle = by somebody who goes between
meetings-held-no = planned
meetings-held-yes = held
meetings-meeting-title = Plan a meeting, or enter one held
meetings-meeting-lead = All members will read it. The rule of attribution is set before a meeting and stays once it was held.
meetings-meeting-button = Enter the meeting
meetings-meeting-name = Meeting
meetings-meeting-name-hint = A short name. To change a meeting, use its name again.
meetings-meeting-held = Planned or held
meetings-meeting-mode = Mode
meetings-meeting-at = Begins
meetings-meeting-zone = Time zone
meetings-zone-hint = By which people there live, such as Europe/Vienna. Universal time where none is named.
meetings-meeting-day = Or the date, where no time is known
meetings-meeting-minutes = Length in minutes
meetings-meeting-length = Or the length in words
meetings-meeting-place = Place
meetings-meeting-days = Further days, one a line
meetings-meeting-places = Other places, and other words for the place, one a line
meetings-places-hint = House, street, host, the same in other languages: a readout for the public is checked for all of them.
meetings-meeting-present = Present or invited
meetings-present-hint = Seats of the record. Whoever is not named here cannot be protected in a readout.
meetings-meeting-items = Agenda items, one a line
meetings-meeting-rule = Attribution
meetings-rule-hint = The charter's where none is chosen.
meetings-meeting-series = The series it stands for, if it is not one meeting
meetings-meeting-source = Source, if it is reported of others
meetings-find-heading = Find a date in private
meetings-find-how = Each side's own machine enters what is free for it. All learn one time that is free for all sides taking part, or that there is none; nobody's calendar is shown.
meetings-find-title = Ask for a date
meetings-find-lead = Next you see what each answer would tell. Once you call it, all members see that you ask, and about which times; it counts against the budget of questions like any other.
meetings-find-button = Show what it would tell
meetings-find-sides = Sides that take part
meetings-find-minutes = Length in minutes
meetings-find-slot = A possible beginning
meetings-asked = { $count } times, for { $sides }
meetings-stage-called = waits for the consent of { $sides }
meetings-stage-consented = waits for the machines of { $sides }
meetings-stage-running = runs
meetings-stage-answered = answered
meetings-stage-spent = broke off; it counts
meetings-stage-refused = { $side } did not consent
meetings-stage-withdrawn = taken back
meetings-pace-heading = Holidays and cadence
meetings-no-holidays = No holidays are on the record.
meetings-of-side = side { $side }
meetings-all-sides = all sides
meetings-holiday-title = Add a holiday
meetings-holiday-lead = All members will read it. A meeting on such a day is marked, not refused.
meetings-holiday-button = Enter the day
meetings-holiday-day = Day, such as 2026-12-25
meetings-holiday-name = What it is called
meetings-holiday-side = Whose
meetings-holiday-side-hint = All sides' where none is named.
meetings-cadence-title = Say how often to meet
meetings-cadence-lead = All members will read it, and see when a meeting is overdue.
meetings-cadence-button = Enter the cadence
meetings-cadence-days = At the latest so many days after the last one
meetings-cadence-words = In words
meetings-cadence-mode = Counting one mode alone
meetings-cadence-mode-hint = All where none is chosen.
done-meetings-meeting = The meeting is on the record, and sent to all members.
done-meetings-cadence = The cadence is on the record, and sent to all members.
done-meetings-holiday = The day is on the record, and sent to all members.
