overview-title = Vue d’ensemble
overview-state = Où en sont les pourparlers
overview-crisis = Un acte dont il est fait menace est signalé.
overview-crisis-open = Voir le signalement et les contacts
overview-flag = { $act } · À appeler : { $contact }, { $reach }
overview-track = Voie { $track }
overview-track-unknown = les participants ne figurent pas au dossier
overview-debrief-due = compte rendu à faire
overview-as-reported = Selon les faits rapportés
overview-none-held = Aucune rencontre de ce dialogue n’a encore eu lieu.
overview-when-where = { $day }, { $place }
overview-when = { $day }
overview-when-unknown = Une rencontre sans date
overview-both = { $one }, { $two }
overview-knew-yes = { $government } : les autorités avaient connaissance des pourparlers
overview-knew-no = { $government } : les autorités, est-il dit, n’avaient pas connaissance des pourparlers
overview-knew-contested = { $government } : il est contesté que les autorités aient eu connaissance des pourparlers
overview-knew-open = { $government } : il n’est pas rapporté si les autorités avaient connaissance des pourparlers
overview-directed-yes = elles les dirigeaient
overview-directed-no = elles ne les dirigeaient pas
overview-directed-contested = il est contesté qu’elles les aient dirigés
overview-directed-open = il n’est pas rapporté si elles les dirigeaient
overview-next-meeting = Prochaine rencontre : { $meeting }, { $when }.
overview-no-meeting = Aucune rencontre n’est prévue.
overview-overdue = { $days ->
    [one] Rencontre en retard de { $days } jour ; il a été convenu d’une rencontre tous les { $every } jours.
   *[other] Rencontre en retard de { $days } jours ; il a été convenu d’une rencontre tous les { $every } jours.
}
overview-overdue-words = { $days ->
    [one] Rencontre en retard de { $days } jour ; périodicité convenue : { $words }.
   *[other] Rencontre en retard de { $days } jours ; périodicité convenue : { $words }.
}
overview-acts = Ce que vous pouvez faire à présent
overview-acts-none = Rien ne vous attend.
overview-since = depuis le { $day }
overview-open = En suspens
overview-open-see = Voir
overview-exploratory = Question { $number } : le résultat est exploratoire. Consentement manquant : { $missing }.
overview-tolerable = Question { $number } : tous ceux que le résultat concerne participent ou consentent. Il peut être soumis à confirmation.
overview-promoted = Question { $number } : résultat soumis à confirmation, non convenu. Parties dont le mandant n’a pas confirmé : { $missing }.
overview-impasse-delegate = Impasse « { $name } » : { $blocker } · Les délégués peuvent la lever. Prochaine étape : { $next }
overview-impasse-principal = Impasse « { $name } » : { $blocker } · Seuls les mandants peuvent la lever. Prochaine étape : { $next }
overview-news = Ce qui a été annoncé à tous
overview-refused = Votre saisie n’a pas été retenue, car celle d’autres membres est arrivée en premier : { $why }
overview-news-track = Avec la rencontre { $meeting }, les pourparlers sont passés de la voie { $from } à la voie { $to }.
overview-news-collision = Un autre canal peut interférer : { $channel }.
overview-news-tried = L’option { $option } du sujet { $issue } a déjà été proposée. Réponse d’alors : { $answer }
overview-news-flag = Un acte dont il est fait menace a été signalé : { $name }. À appeler : { $contact }.
overview-news-hotline = Ligne directe : { $text }
overview-news-promoted = Le résultat de la question { $number } a été soumis à confirmation.
overview-news-agreed = Tous les mandants ont confirmé le résultat de la question { $number }.
overview-news-handover = Un dossier de transmission est arrivé : { $title }.
overview-next-hotline = { $count ->
    [one] Lire { $count } message de la ligne directe
   *[other] Lire { $count } messages de la ligne directe
}
overview-next-end = Dire si vous acceptez la fin de ce dialogue
overview-next-verify = Comparer les mots avec { $name }
overview-next-verify-more = Comparer les mots avec { $count } membres
overview-next-invite = Inviter les délégués
overview-next-seat = Dire en quelle qualité vous siégez ici
overview-next-agenda = Fixer l’ordre du jour
overview-next-position = Rédiger votre position
overview-next-look = Relire votre position, et la sceller avant de consentir à une question
overview-next-consent = Consentir à la question { $number }, ou non
overview-next-run = Préparer votre ordinateur à la question { $number }
overview-next-running = Le calcul de la question { $number } est en cours ; laissez votre ordinateur allumé
overview-next-bring = Porter à la discussion le résultat de la question { $number }
overview-next-speak = La question { $number } concerne votre partie : consentir ou s’opposer
overview-next-promote = Soumettre à confirmation le résultat de la question { $number }
overview-next-confirm = Faire part de la confirmation de votre mandant sur la question { $number }
overview-next-clear = { $count ->
    [one] Autoriser { $count } énoncé de votre part dans un relevé
   *[other] Autoriser { $count } énoncés de votre part dans les relevés
}
overview-next-debrief = Compte rendu à faire : { $meeting }
overview-next-held = Dire si la rencontre { $meeting } a eu lieu
overview-machine = Cet ordinateur
overview-do = Que faire :
overview-log = Journal jusqu’au bloc { $sequence } :
overview-health-in-step-word = À jour
overview-health-in-step-what = Tout ce qui a été dit est envoyé, et tout ce qui a été envoyé est ici.
overview-health-in-step-next = Rien.
overview-health-clock-word = Écart d’horloge
overview-health-clock-what = { $minutes ->
    [one] L’horloge de cet ordinateur et celle du relais diffèrent de { $minutes } minute.
   *[other] L’horloge de cet ordinateur et celle du relais diffèrent de { $minutes } minutes.
}
overview-health-clock-next = Réglez l’horloge de cet ordinateur, faute de quoi des invitations peuvent paraître expirées.
overview-health-queued-word = En attente d’envoi
overview-health-queued-what = { $count ->
    [one] { $count } élément est en attente d’envoi.
   *[other] { $count } éléments sont en attente d’envoi.
}
overview-health-queued-next = Rien, si vous êtes en ligne : l’envoi se fait de lui-même. Sinon, connectez-vous.
overview-health-knocked-word = En attente
overview-health-knocked-what = Vous avez demandé l’admission et attendez d’être admis.
overview-health-knocked-next = Laissez cet ordinateur allumé. La personne qui vous a invité doit se connecter une fois. Si cela a déjà eu lieu, le lien avait déjà servi ou a expiré : demandez-en un nouveau.
overview-health-rejoin-word = En attente
overview-health-rejoin-what = Cet ordinateur n’a aucune clé du groupe : il a été restauré à partir d’une sauvegarde, ou y a renoncé pour être admis de nouveau.
overview-health-rejoin-next = Laissez cet ordinateur allumé. Un autre membre doit se connecter une fois.
overview-health-lost-word = Blocs manquants
overview-health-lost-what = Les blocs { $from } à { $to } viennent ensuite ici, et le relais indique qu’il ne les conserve plus : la durée convenue est écoulée, ou il les retient.
overview-health-lost-next = Demandez à être admis de nouveau : cet ordinateur renonce à ses clés, et un autre membre l’admet. Ce qui est ici y reste.
overview-health-lost-welcome-word = Non admis
overview-health-lost-welcome-what = Les blocs { $from } à { $to } viennent ensuite ici, peut-être avec votre admission, et le relais indique qu’il ne les conserve plus.
overview-health-lost-welcome-next = Demandez une nouvelle invitation au facilitateur.
overview-gap = Les blocs { $from } à { $to } n’ont jamais été montrés à cet ordinateur : le relais a indiqué qu’il ne les conserve plus. Un autre membre a peut-être ce qui y a été dit.
overview-rejoin = Demander à être admis de nouveau
overview-rejoin-sure = Je le veux : un autre membre doit se connecter une fois avant que je puisse à nouveau dire quelque chose ici.
overview-acknowledge = J’ai vérifié
done-rejoining = Cet ordinateur demande à être admis de nouveau.
done-acknowledged = Mis de côté. Tout fait nouveau sera signalé.
overview-health-not-let-in-word = Non admis
overview-health-not-let-in-what = Votre invitation n’ouvre plus rien : selon toute vraisemblance, elle a expiré, avait déjà servi ou a été retirée.
overview-health-not-let-in-next = Demandez une nouvelle invitation au facilitateur.
overview-health-shut-out-word = Sans accès
overview-health-shut-out-what = Le relais n’accepte plus rien de vous : selon toute vraisemblance, vous avez été retiré du dialogue, ou le facilitateur a fermé votre accès. Seul le relais l’affirme.
overview-health-shut-out-next = Adressez-vous au facilitateur par un autre moyen. Ce que vous aviez est toujours ici et peut être exporté.
overview-health-gone-word = Dialogue quitté
overview-health-gone-what = Vous avez quitté ce dialogue, ou en avez été retiré.
overview-health-gone-next = Rien. Ce que vous aviez est toujours ici et peut être exporté.
overview-health-deleted-word = Supprimé au relais
overview-health-deleted-what = Le relais dit que ce dialogue y a été supprimé, ce que seul l’ordinateur du facilitateur peut faire ; selon toute vraisemblance, sa fin a été convenue en votre absence. Seul le relais l’affirme. Ce que vous aviez est toujours ici.
overview-health-deleted-next = Adressez-vous au facilitateur par un autre moyen. Sous « Exporter, quitter, détruire », vous pouvez l’emporter, et le détruire ici.
overview-health-ending-word = Fin en cours
overview-health-ending-what = La fin de ce dialogue est convenue par toutes les parties, et reste à exécuter ici.
overview-health-ending-next = Rien. Ce programme l’exécute en quelques instants.
overview-health-kept = Il est gardé ici jusqu’au { $day } ; ensuite ce programme le détruit, comme convenu.
overview-health-forked-word = Alerte
overview-health-forked-what = Il se peut que les membres n’aient pas tous vu la même chose.
overview-health-forked-next = Comparez la ligne ci-dessous avec les autres par un autre moyen, par exemple de vive voix. Ne consentez à rien tant que vous ne savez pas qui voit quoi. Mettez ensuite l’alerte de côté.
overview-fault-other-log = Le message du membre { $name } au bloc { $sequence } a été écrit à la suite d’un autre journal : jusqu’au bloc { $seen }, le relais n’a pas montré la même chose à ce membre et à vous, ou le programme de ce membre n’est pas honnête.
overview-fault-other-group = Le message du membre { $name } au bloc { $sequence } provient d’un autre état du groupe : le relais n’a pas montré les mêmes changements de membres à ce membre et à vous, ou le programme de ce membre n’est pas honnête.
overview-fault-ahead = Le message du membre { $name } au bloc { $sequence } fait état de blocs qui viennent après lui : le relais a changé l’ordre du journal, ou le programme de ce membre n’est pas honnête.
overview-fault-other-branch = Le bloc { $sequence } provient d’un membre qui avait vu un autre journal jusqu’au bloc { $seen }, ou qui se trouve dans un autre état du groupe que vous. Son auteur n’est pas connu : le relais n’a pas montré la même chose à ce membre et à vous, ou le programme de ce membre n’est pas honnête.
overview-fault-repeated = Le relais a montré une seconde fois le bloc { $before }, comme bloc { $sequence }. Aucun membre n’écrit deux fois un même bloc.
overview-fault-not-stored = Le relais a indiqué avoir conservé votre envoi comme bloc { $sequence }, et ne l’y montre pas. Votre envoi est conservé ici.
overview-fault-rolled-back = Le relais a perdu ou caché une partie du journal : le journal s’arrête au bloc { $head }, alors que le relais a déjà montré le bloc { $seen }.
overview-fault-other-state = Le membre { $name } a introduit le membre { $member } avec un état qui diffère du vôtre ; son programme n’est pas honnête, ou est défectueux.
overview-fault-other-answer = Le membre { $name } a communiqué à la question { $question } une réponse qui n’est pas celle révélée ici.
overview-waiting-title = Vous n’êtes pas encore admis
overview-waiting-who = Qui doit se connecter :
overview-waiting-again = Cette page se met à jour d’elle-même. Rien n’est perdu si vous la fermez.
overview-waiting-knocked = Votre demande d’admission est en route. C’est l’ordinateur de la personne qui vous a invité qui vous admet.
overview-waiting-knocked-who = Le membre qui vous a envoyé l’invitation, une fois ; son programme fait le reste.
overview-waiting-welcomed = Vous êtes dans le groupe et attendez d’être introduit : l’état des pourparlers est en route.
overview-waiting-welcomed-who = Le membre qui vous a admis, une fois encore.
overview-waiting-returning = Cet ordinateur n’a aucune clé du dialogue : il a été restauré à partir d’une sauvegarde, ou y a renoncé pour être admis de nouveau. Il demande aux autres d’être admis à nouveau ; ils voient que vous revenez avec un nouvel ordinateur.
overview-waiting-returning-who = Le membre { $name }, une fois ; son programme fait le reste.
overview-waiting-returning-anybody = Un autre membre, une fois.
