gate-title = Gate and impasse
