agenda-title = Agenda
