leaving-title = Export, leave, destroy
leaving-export-title = Take your data along
leaving-export-means = One file with everything of this dialogue that is yours to read: messages, record, your positions, answers. It is not encrypted: whoever gets the file can read it.
leaving-export = Download the file
leaving-leave-title = Leave
leaving-leave-means = All members see that you leave. You read nothing that is said afterwards. What you had stays here, encrypted.
leaving-leave-convener = You are the convener. Nobody can invite or remove once you have left.
leaving-leave-sure = I want to leave
leaving-leave = Leave the dialogue
leaving-gone = You are no member any more. What you had is still here.
leaving-end-title = Destroy the dialogue
leaving-end-means = The end is agreed once the convener and a member of every side agree. Then every honest program destroys its keys, and what it stored can be read no more. It cannot be undone.
leaving-retention = { $days ->
    [one] It was agreed that members keep the dialogue for one day after its end.
   *[other] It was agreed that members keep the dialogue for { $days } days after its end.
}
leaving-stage-none = Nobody has asked for it
leaving-stage-proposed = Proposed
leaving-stage-agreed = Agreed by all
leaving-waiting-agree = Still to agree:
leaving-waiting-confirm = Machines that have not confirmed yet:
leaving-convener = the convener
leaving-end-sure = I agree that it be destroyed on all machines, once all sides do
leaving-end = Agree to the end
leaving-end-agreed = You have agreed.
leaving-carry-out-means = Your program carries it out by itself within moments; the convener's waits until the others have confirmed. You can have it done now.
leaving-carry-out-sure = Destroy it here without waiting
leaving-carry-out = Destroy it now
leaving-remains-title = What remains
leaving-remains-hash = Here: a hash of the encrypted log, and the pseudonyms of those who confirmed. No title, no content.
leaving-remains-others = Elsewhere: whatever a changed program kept. Nobody can prove that there is none.
leaving-remains-files = Backups, exported files, debriefs and printed pages are not reached by it. Destroy them yourself.
leaving-remains-memory = Members can still tell what they saw.
done-left = You have left. All see it.
done-end-agreed = Your agreement is recorded.
done-destroyed = Destroyed here. Its keys are gone.
