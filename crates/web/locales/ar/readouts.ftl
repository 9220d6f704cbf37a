readouts-title = Readouts and debriefs
