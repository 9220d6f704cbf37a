settings-title = Settings
settings-lead = These are kept in your vault, on this machine.
settings-language = Language
settings-dense = Set pages closely
settings-minutes = Lock after so many minutes in which you do nothing
settings-minutes-hint = From 1 to 240. While a sounding runs, nothing is locked.
settings-save = Save
done-settings = Saved.
