security-title = Security and backup
security-next = Make a backup
security-backed-up = Last backup on { $day }
security-never = No backup yet
security-backup-means = One file with your identity and the history of all your dialogues, encrypted under your passphrase. Keep it apart from this machine. Before you get it, it is opened and read again. A restored machine asks the others to be let in again.
security-passphrase = Your passphrase
security-backup-hint = Typed again, so that the file is encrypted under one you know.
security-backup = Make the backup now
security-wrong = That passphrase does not open this vault. Nothing was changed.
security-else = What else you can do
security-change = Change the passphrase
security-change-means = The old one opens nothing any more. Backups made before keep theirs. The recovery phrase stays.
security-new = New passphrase
security-new-hint = At least 8 characters. Four or five words that belong to no sentence are good.
security-again = The same again
security-phrase = Make a new recovery phrase
security-phrase-means = Do this if somebody may have seen the paper. The old phrase opens nothing any more. The new one is shown once.
security-lock = Lock
security-lock-means = { $minutes ->
    [one] Locked, nothing here can be read without the passphrase. This happens by itself after one minute in which you do nothing.
   *[other] Locked, nothing here can be read without the passphrase. This happens by itself after { $minutes } minutes in which you do nothing.
}
security-wipe-open = In an emergency: wipe everything
security-wipe-means = The keys of everything on this machine are destroyed at once. All dialogues, positions and drafts here are gone; only a backup brings them back. The other members keep what they have.
security-wipe-word = wipe
security-wipe-type = Type { $word }
security-wipe = Wipe everything now
done-passphrase = The passphrase is changed.
