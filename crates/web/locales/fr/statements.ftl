statements-title = Reported record
statements-lead = What sources report, each with its speaker, its attribution and where it goes back to. Nothing here is anybody's position, and none of it enters a sounding.
statements-roots = How well it is attested
statements-roots-lead = Independent roots count, not articles.
statements-roots-words = { $roots ->
    [one] one independent root
   *[other] { $roots } independent roots
}, { $anonymous ->
    [one] one anonymous source
   *[other] { $anonymous } anonymous sources
}, { $named ->
    [one] one named source
   *[other] { $named } named sources
}, in { $articles ->
    [one] one document
   *[other] { $articles } documents
}
statements-count = Counted
statements-limits = Reported limits
statements-limits-lead = Limits that somebody is reported to have. They are no ballots and no side's position.
statements-barred = Never an option
statements-barred-lead = Recorded with attribution. No agenda may have an option that says any of this; a threatened act raises a flag instead.
statements-barred-marks = An option is refused if it says:
statements-pairs = Private beside public
statements-pairs-lead = Where what is said in private differs from what is said in public.
statements-all = All other statements
statements-none = Nothing else is reported yet.
statements-of-root = root { $root }
statements-of-issue = issue { $issue }
statements-kind = Kind
statements-kind-account = account
statements-kind-limit = limit
statements-kind-estimate = estimate
statements-kind-threatened-act = threatened act
statements-kind-never-option = never an option
statements-kind-commentary = commentary, not fact
statements-setting = Setting
statements-setting-public = in public
statements-setting-private = in private
statements-add-title = Add a statement
statements-add-lead = All members will read it. Say it in your own words.
statements-add-button = Enter the statement
statements-name = Short name
statements-speaker = Speaker, as the source gives it
statements-anonymous = no name given
statements-anonymous-yes = The source withholds the speaker's name
statements-rule = Attribution
statements-stance = Asserted or denied
statements-text = What was said
statements-quote = The words themselves
statements-quote-hint = Only where the wording is the fact; 80 characters at most.
statements-day = When
statements-source = Document
statements-root = First publication it goes back to
statements-root-hint = The document itself where none is named.
statements-claim = What it is evidence for
statements-claim-hint = Statements for the same claim are counted together.
statements-issue = Issue
statements-pair = Statement it differs from
statements-seat = Seat whose words they are
statements-commits = State for which the speaker speaks
statements-marks = What no option may say, one a line
statements-marks-hint = Words that must all be there, with * for any ending. For threatened acts and what is never an option.
statements-import-title = Enter the statements of a file
statements-import-lead = All members will read them. Where one of them cannot be read, none is entered.
statements-import-button = Enter them
statements-import-file = File
statements-import-hint = TOML with [[statement]] tables, or CSV with a header.
done-statements-added = The statement is on the record, and sent to all members.
done-statements-imported = The statements are on the record, and sent to all members.
