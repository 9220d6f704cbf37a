soundings-title = Soundings
