ledger-title = Ledger
ledger-lead = What has been asked, what the answers tell each side together, and what the budget has left.
ledger-budget = Budget
ledger-budget-words = { $spent } of { $budget } bits are counted; a plain yes or no tells one.
ledger-budget-left = { $left } are left. { $count ->
    [one] One question counts
   *[other] { $count } questions count
}.
ledger-bar-words = The bar is the whole budget. Each stretch is a question, with its number below; the empty rest is what is left.
ledger-bits = Bits bound how much answers can tell, not what harm that does. A question that was not consented to, or was taken back, costs nothing; one that broke off after an answer could have been opened counts.
ledger-free = does not count
ledger-questions = Questions
ledger-questions-caption = In the order in which they were called
ledger-number = No.
ledger-at-most = Tells at most, in bits
ledger-stage = Stage
ledger-told = What the answers tell together
ledger-told-lead = For each side that was told answers, from those answers alone, whatever its own position is. Answers that this machine does not know are not in it.
ledger-told-none = No answer is known on this machine yet.
ledger-told-caption = By reader
ledger-who = Who
ledger-knows = Knows by now
ledger-pooled = if they pool what they know
ledger-untold = Answers that were not told to you: question { $questions }.
ledger-contradiction = These answers cannot all come from the same positions: a position was changed between them, or one of them is recorded wrongly.
ledger-broken = Question { $question } broke off without an answer; whoever could open it first may have read one.
