ledger-title = Ledger
