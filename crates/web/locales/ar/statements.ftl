statements-title = Reported record
