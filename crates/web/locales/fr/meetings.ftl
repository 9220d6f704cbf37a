meetings-title = Rencontres
meetings-lead = La voie d’une rencontre découle de qui y siège, facilitateurs mis à part : 1 si tous sont en fonction et sur mandat, 2 si personne n’est en fonction, 1,5 sinon. Personne ne la saisit.
meetings-track = Voie
meetings-track-1 = Voie 1
meetings-track-1-5 = Voie 1,5
meetings-track-2 = Voie 2
meetings-track-unknown = voie non connue
meetings-why-nobody-known = aucune présence autre que celle d’un facilitateur n’est connue
meetings-why-none-serves = aucune personne présente n’est en fonction
meetings-why-some-serve = en fonction : { $who } ; d’autres personnes présentes ne le sont pas
meetings-why-some-private = toutes les personnes présentes sont en fonction ; sans mandat : { $who }
meetings-why-all-mandated = toutes les personnes présentes sont en fonction et sur mandat
meetings-summary = { $held ->
    [one] { $held } rencontre tenue
   *[other] { $held } rencontres tenues
}, { $planned ->
    [one] { $planned } prévue
   *[other] { $planned } prévues
}. { $held ->
    [0] Pas encore de voie.
   *[other] Dernière connue : { $track }.
} { $changes ->
    [0] La voie n’a pas changé.
    [one] La voie a changé { $changes } fois.
   *[other] La voie a changé { $changes } fois.
}
meetings-legend = Carré : voie 1. Losange : voie 1,5. Cercle : voie 2. Croix : non connue. Contour seul : prévue.
meetings-undated = { $count ->
    [one] { $count } rencontre n’a pas de date connue et figure dans le tableau seulement.
   *[other] { $count } rencontres n’ont pas de date connue et figurent dans le tableau seulement.
}
meetings-history = L’historique des voies
meetings-history-line = Rencontre { $meeting }, { $day } : { $track } ; { $why }.
meetings-changed = changement
meetings-no-date = date non connue
meetings-table = Toutes les rencontres
meetings-when = Quand
meetings-how = Comment, et sous quelle règle
meetings-items = Éléments de l’ordre du jour
meetings-series = une série
meetings-change = Modifier, ou inscrire comme tenue
meetings-change-held = Modifier ce qui est inscrit
meetings-calendar = Fichier de calendrier
meetings-calendar-title = Rencontre
meetings-local = { $time }, fuseau { $zone }
meetings-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
meetings-holiday = jour férié
meetings-clash = Ce jour est férié pour la partie { $side } : { $holiday }.
meetings-clash-all = Ce jour est férié pour toutes les parties : { $holiday }.
meetings-every = { $days ->
    [one] chaque jour
    [many] tous les { $days } de jours
   *[other] tous les { $days } jours
}
meetings-due = { $what } : la dernière rencontre connue est { $last } ; date limite de la suivante : { $due }.
meetings-due-none = { $what } : aucune rencontre à date connue n’a encore été tenue.
meetings-overdue = { $what } : rencontre en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.
meetings-overdue-word = en retard
meetings-mode-online = en ligne
meetings-mode-in-person = en présence
meetings-mode-shuttle = par navette
meetings-held-no = prévue
meetings-held-yes = tenue
meetings-meeting-title = Prévoir une rencontre, ou en inscrire une tenue
meetings-meeting-lead = Tous les membres la liront. La règle d’attribution est fixée avant une rencontre et ne change plus une fois que celle-ci a été tenue.
meetings-meeting-button = Inscrire la rencontre
meetings-meeting-name = Rencontre
meetings-meeting-name-hint = Un nom court. Pour modifier une rencontre, réutilisez son nom.
meetings-meeting-held = Prévue ou tenue
meetings-meeting-mode = Mode
meetings-meeting-at = Début
meetings-meeting-zone = Fuseau horaire
meetings-zone-hint = Celui selon lequel on vit sur place, par exemple Europe/Vienna. Temps universel si aucun n’est indiqué.
meetings-meeting-day = Ou la date, si aucune heure n’est connue
meetings-meeting-minutes = Durée en minutes
meetings-meeting-length = Ou la durée en mots
meetings-meeting-place = Lieu
meetings-meeting-days = Autres jours, un par ligne
meetings-meeting-places = Autres lieux, et autres mots pour le lieu, un par ligne
meetings-places-hint = Maison, rue, hôte, les mêmes en d’autres langues : un relevé pour le public est vérifié sur tous ces mots.
meetings-meeting-present = Présents ou invités
meetings-present-hint = Sièges du dossier. Qui n’est pas nommé ici ne peut être protégé dans un relevé.
meetings-meeting-items = Éléments de l’ordre du jour, un par ligne
meetings-meeting-rule = Attribution
meetings-rule-hint = Celle de la charte si aucune n’est choisie.
meetings-meeting-series = La série qu’elle représente, s’il ne s’agit pas d’une seule rencontre
meetings-meeting-source = Source, si elle est rapportée au sujet d’autres
meetings-find-heading = Trouver une date en privé
meetings-find-how = L’ordinateur de chaque partie saisit ce qui est libre pour elle. Tous apprennent un créneau libre pour toutes les parties participantes, ou qu’il n’y en a pas ; le calendrier de personne n’est montré.
meetings-find-title = Demander une date
meetings-find-lead = Vous voyez ensuite ce que chaque réponse apprendrait. Une fois la question posée, tous les membres voient que vous demandez, et sur quels créneaux ; elle compte dans le budget d’information comme toute autre question.
meetings-find-button = Montrer ce qu’elle apprendrait
meetings-find-sides = Parties participantes
meetings-find-minutes = Durée en minutes
meetings-find-slot = Un début possible
meetings-asked = Créneaux : { $count } ; parties : { $sides }
meetings-stage-called = consentement attendu des parties : { $sides }
meetings-stage-consented = parties dont l’ordinateur est attendu : { $sides }
meetings-stage-running = calcul en cours
meetings-stage-answered = réponse obtenue
meetings-stage-spent = interrompue, et compte
meetings-stage-refused = la partie { $side } n’a pas consenti
meetings-stage-withdrawn = retirée
meetings-pace-heading = Jours fériés et périodicité
meetings-no-holidays = Aucun jour férié n’est inscrit au dossier.
meetings-of-side = partie { $side }
meetings-all-sides = toutes les parties
meetings-holiday-title = Ajouter un jour férié
meetings-holiday-lead = Tous les membres le liront. Une rencontre ce jour-là est marquée, non refusée.
meetings-holiday-button = Inscrire le jour
meetings-holiday-day = Jour, par exemple 2026-12-25
meetings-holiday-name = Comment il s’appelle
meetings-holiday-side = De quelle partie
meetings-holiday-side-hint = De toutes les parties si aucune n’est indiquée.
meetings-cadence-title = Indiquer la périodicité des rencontres
meetings-cadence-lead = Tous les membres la liront, et verront quand une rencontre est en retard.
meetings-cadence-button = Inscrire la périodicité
meetings-cadence-days = Au plus tard ce nombre de jours après la dernière
meetings-cadence-words = En mots
meetings-cadence-mode = Compter un seul mode
meetings-cadence-mode-hint = Tous si aucun n’est choisi.
done-meetings-meeting = La rencontre est inscrite au dossier, et envoyée à tous les membres.
done-meetings-cadence = La périodicité est inscrite au dossier, et envoyée à tous les membres.
done-meetings-holiday = Le jour est inscrit au dossier, et envoyé à tous les membres.
