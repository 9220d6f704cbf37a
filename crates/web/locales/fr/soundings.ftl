soundings-title = Consultations scellées
soundings-lead = Une consultation scellée demande s’il existe quelque chose dont toutes les parties pourraient s’accommoder, et ne révèle que ce qui a été convenu d’avance. Chaque partie doit consentir à chaque question.
soundings-left = Reste du budget d’information pour l’ensemble des questions, en bits : { $bits }.
soundings-left-after = Cette question comptée, reste du budget d’information pour l’ensemble des questions, en bits : { $bits }.
soundings-least = Nombre minimal de formules par question, tel que convenu : { $least }.
soundings-no-agenda = Il n’y a pas encore d’ordre du jour. Les questions sur un texte ou une date n’en demandent pas.
soundings-none = Rien n’a encore été demandé.
soundings-number = Question { $number }
soundings-question-title = Question
soundings-yours = En attente de votre partie
soundings-back = Toutes les consultations
soundings-new-title = Préparer une question
soundings-kinds-lead = Sur quoi porte la question ? Personne n’en est informé avant que vous ne la posiez.
soundings-kind-packages = Des formules nommées
soundings-kind-lead-packages = Y a-t-il parmi ces formules d’ensemble une formule que personne n’exclut ?
soundings-kind-agenda = L’ordre du jour entier
soundings-kind-lead-agenda = Existe-t-il une formule d’ensemble, quelle qu’elle soit, que personne n’exclut ?
soundings-kind-improve = Mieux que ce qui est en place
soundings-kind-lead-improve = Une formule est déjà en place. En existe-t-il une que chaque partie aimerait mieux ?
soundings-kind-adopt = Un texte
soundings-kind-lead-adopt = Tous acceptent-ils ces termes ? Si oui, chaque oui est connu ; sinon, la réponse ne dit pas de qui vient le non, mais à deux parties, celle qui a dit oui le sait.
soundings-kind-date = Une date
soundings-kind-lead-date = Y a-t-il un créneau où tous sont disponibles ? Le calendrier de personne n’est montré.
soundings-other-kind = Une question d’un autre type
soundings-which-packages = Quelles formules
soundings-than = La formule en place
soundings-among = Chercher parmi ces seules formules
soundings-among-hint = Si aucune n’est cochée, la recherche porte sur l’ordre du jour entier.
soundings-text-title = Titre du texte
soundings-text = Le texte
soundings-text-about = Sujets sur lesquels porte le texte
soundings-slots = Créneaux proposés
soundings-offset = Fuseau horaire de votre saisie
soundings-offset-hint = Z pour UTC, ou par exemple +03:00.
soundings-slot-from = { $number }. du
soundings-slot-to = au
soundings-slots-more = Plus de créneaux qu’il n’en tient ici
soundings-slots-lines = Un par ligne : 2026-12-01T09:00Z/2026-12-01T12:00Z
soundings-sides = Parties participantes
soundings-sides-hint = Chacune doit consentir, et son ordinateur doit être présent lors du calcul.
soundings-rule = Règle
soundings-rule-draw = Tirage au sort : une formule qui remplit la condition, tirée au sort. Combien la remplissent, et dans quel ordre, n’est jamais révélé.
soundings-rule-exists = Existence : la réponse dit seulement s’il y a une formule qui remplit la condition. Laquelle, ce n’est pas révélé.
soundings-rule-nash = Nash : parmi les formules qui remplissent la condition, celle dont le produit des gains de toutes les parties est le plus grand. La réponse apprend aussi quelque chose de la façon dont les parties classent.
soundings-rule-egalitarian = Égalitaire : parmi les formules qui remplissent la condition, celle où la partie qui gagne le moins gagne le plus. La réponse apprend aussi quelque chose de la façon dont les parties classent.
soundings-only = Seulement un extrait de l’ordre du jour
soundings-only-hint = Les sujets que vous fixez ici sont fixés dans la question.
soundings-only-any = toute option
soundings-only-now = Fixé
soundings-quorum = Toutes les parties ne sont pas nécessaires
soundings-quorum-hint = Si le champ reste vide, une formule ne remplit la condition que si toutes les parties participantes la tolèrent.
soundings-quorum-field = Nombre de parties suffisant
soundings-veto = Celles-ci doivent en être dans tous les cas
soundings-tell-all = La réponse est communiquée à tous les membres, et non aux seules parties participantes
soundings-prepare-lead = Vous voyez ensuite ce que chaque réponse possible apprendrait à chaque partie. Rien n’est encore envoyé.
soundings-prepare = Montrer ce qu’elle apprendrait
soundings-preview-title = Ce que la réponse apprendrait
soundings-preview-lead = Personne n’a encore été informé de cette question.
soundings-call-title = La poser
soundings-call-lead = Tous les membres voient la question, et que vous l’avez posée. Puis chaque partie participante regarde ce que la réponse apprendrait, et consent ou non.
soundings-call = Poser cette question
soundings-change = La modifier
soundings-asked = Ce qui est demandé
soundings-about = Objet
soundings-about-packages = { $count ->
    [one] Formule { $packages }
    [many] Formules { $packages }
   *[other] Formules { $packages }
}
soundings-contents = Contenu
soundings-about-agenda = L’ordre du jour entier
soundings-about-part = Un extrait de l’ordre du jour
soundings-about-improve = Mieux, pour chaque partie, que la formule { $package }
soundings-about-adopt = L’adoption du texte « { $title } »
soundings-about-date = Une date, parmi { $count ->
    [one] { $count } créneau
   *[other] { $count } créneaux
}
soundings-packages-count = Formules
soundings-passes = Condition à remplir
soundings-passes-all = Être toléré par toutes les parties participantes
soundings-passes-quorum = Être toléré par au moins { $least } de ces parties
soundings-passes-vetoes = Être toléré par au moins { $least } de ces parties, dont { $sides }
soundings-told = À qui la réponse est communiquée
soundings-told-all = À tous les membres
soundings-told-sides = Aux seules parties participantes
soundings-called-by = Posée par le membre { $name }, { $day }
soundings-consented-by = Ont consenti :
soundings-word-called = En attente de consentement
soundings-stage-called = { $count ->
    [one] La partie { $sides } doit encore consentir.
   *[other] Les parties { $sides } doivent encore consentir.
}
soundings-word-consented = Prête pour le calcul
soundings-stage-consented = Toutes les parties ont consenti. { $count ->
    [one] L’ordinateur de la partie { $sides } n’est pas encore présent.
   *[other] Les ordinateurs des parties { $sides } ne sont pas encore présents.
}
soundings-word-again = Peut reprendre
soundings-stage-again = Un calcul s’est interrompu avant qu’aucune réponse ne puisse être révélée. Un nouveau commence, avec les mêmes sceaux, dès que sont présents les ordinateurs des parties { $sides }.
soundings-word-running = Calcul en cours
soundings-stage-running = Le calcul est en cours, ou il manque encore l’indication, par { $sides }, de la façon dont il s’est terminé.
soundings-word-answered = Réponse obtenue
soundings-stage-answered = Toutes les parties participantes ont la réponse.
soundings-word-spent = Interrompue, et compte
soundings-stage-spent = Le calcul s’est interrompu après le moment où une réponse pouvait avoir été révélée. La question compte, et rien ne reprend.
soundings-word-refused = Sans consentement
soundings-stage-refused = La partie { $sides } n’a pas consenti.
soundings-word-withdrawn = Retirée
soundings-stage-withdrawn = Qui l’avait posée l’a retirée.
soundings-matrix = Qui apprendrait quoi
soundings-matrix-lead = Pour chaque réponse possible : ce que chaque partie en apprendrait, jointe à toutes les réponses précédentes que cet ordinateur connaît.
soundings-matrix-private = Votre colonne utilise votre propre position. Vous seul la voyez.
soundings-matrix-caption = Une ligne par réponse, une colonne par partie
soundings-if-answer = Si la réponse est
soundings-would-learn = La partie { $side } apprendrait
soundings-stands-for = et de même pour chacune de { $count } formules
soundings-mark-certain = quelque chose de certain sur une autre partie
soundings-mark-some = que l’une de plusieurs choses est exacte, ou quelque chose sous condition
soundings-mark-nothing = rien de nouveau
soundings-mark-untold = elle n’est pas communiquée, ou cette réponse ne peut pas survenir
soundings-picture-words = L’image en mots
soundings-picture-row = Pour la réponse « { $answer } », quelque chose de certain : { $certain } ; l’une de plusieurs choses, ou quelque chose sous condition : { $some } ; rien de nouveau : { $nothing } ; non communiquée ou impossible : { $untold }.
soundings-pooled = Si des parties mettent en commun ce qu’elles savent
soundings-pooled-lead = Ce qu’elles apprendraient ensemble, au-delà de ce que chacune apprend seule.
soundings-answer-none = Aucune formule commune
soundings-answer-none-text = Pas acceptée par toutes
soundings-answer-none-slot = Aucun moment libre pour toutes
soundings-answer-exists = La condition est remplie ; par quoi, ce n’est pas révélé
soundings-package-shown = la formule qui est montrée
soundings-package-better = { $package } (comme meilleure que la formule { $than })
soundings-package-text = le texte « { $title } »
soundings-package-version = { $package } (version { $version } de l’ordre du jour)
soundings-slot = du { $from } au { $to }
soundings-scope-outcomes = { $count ->
    [one] la seule formule sur laquelle porte la question ({ $count })
   *[other] les { $count } formules sur lesquelles porte la question
}
soundings-claim-yes-package = { $count ->
    [one] la partie { $sides } tolère { $package }
   *[other] les parties { $sides } tolèrent { $package }
}
soundings-claim-no-package = { $count ->
    [one] la partie { $sides } exclut { $package }
   *[other] les parties { $sides } excluent { $package }
}
soundings-claim-yes-better = { $count ->
    [one] la partie { $sides } tolère { $package }
   *[other] les parties { $sides } tolèrent { $package }
}
soundings-claim-no-better = { $count ->
    [one] la partie { $sides } exclut { $package }
   *[other] les parties { $sides } excluent { $package }
}
soundings-claim-yes-text = { $count ->
    [one] la partie { $sides } accepte { $package }
   *[other] les parties { $sides } acceptent { $package }
}
soundings-claim-no-text = { $count ->
    [one] la partie { $sides } n’accepte pas { $package }
   *[other] les parties { $sides } n’acceptent pas { $package }
}
soundings-claim-yes-slot = { $count ->
    [one] la partie { $sides } est disponible : { $package }
   *[other] les parties { $sides } sont disponibles : { $package }
}
soundings-claim-no-slot = { $count ->
    [one] la partie { $sides } n’est pas disponible : { $package }
   *[other] les parties { $sides } ne sont pas disponibles : { $package }
}
soundings-claim-below = la partie { $side } classe { $package } après { $than }
soundings-claim-no-higher = la partie { $side } ne classe pas { $package } avant { $than }
soundings-claim-no-lower = la partie { $side } ne classe pas { $package } après { $than }
soundings-claim-above = la partie { $side } classe { $package } avant { $than }
soundings-claim-quorum = { $least ->
    [one] au moins { $least } partie parmi { $sides } tolère { $package }
   *[other] au moins { $least } parties parmi { $sides } tolèrent { $package }
}
soundings-plain = Il en ressort : { $claim }.
soundings-if = Si { $condition } : { $claims }.
soundings-one-of = L’une au moins de ces affirmations est exacte, les réponses ne disent pas laquelle : { $claims }.
soundings-if-one-of = Si { $condition }, l’une au moins de ces affirmations est exacte, les réponses ne disent pas laquelle : { $claims }.
soundings-both = { $start } et { $next }
soundings-either = { $start } ; { $next }
soundings-each = La même chose vaut pour chaque élément de cette liste : { $packages }. { $text }
soundings-that-package = cette formule
soundings-that-better = cette formule
soundings-that-text = ce texte
soundings-that-slot = ce créneau
soundings-because = { $text } ({ $count ->
    [one] question { $questions }
   *[other] questions { $questions } réunies
})
soundings-less-likely = Toutes choses égales par ailleurs, ceci est maintenant moins probable, sans être exclu : { $claim }. S’il en avait été ainsi, le tirage de la question { $question } aurait montré { $drawn } au plus { $times ->
    [2] une fois sur deux
    [3] une fois sur trois
   *[other] une fois sur { $times }
}.
soundings-if-less-likely = Si { $condition }, alors, toutes choses égales par ailleurs, ceci est maintenant moins probable, sans être exclu : { $claim }. S’il en avait été ainsi, le tirage de la question { $question } aurait montré { $drawn } au plus { $times ->
    [2] une fois sur deux
    [3] une fois sur trois
   *[other] une fois sur { $times }
}.
soundings-impossible = Avec les verdicts saisis par { $sides }, cette réponse ne peut pas survenir.
soundings-nothing = Rien de nouveau qui soit certain sur une autre partie.
soundings-cut-short = Le raisonnement a été écourté : les réponses peuvent apprendre plus que ce qui est indiqué.
soundings-untold = La réponse ne lui est pas communiquée.
soundings-excluded = Les réponses précédentes excluent celle-ci.
soundings-says-none-one = Au moins une partie parmi { $sides } exclut { $asked }.
soundings-says-none = Chacun des éléments suivants est exclu par au moins une partie parmi { $sides } : { $asked }.
soundings-says-none-quorum = { $least ->
    [one] Chacun des éléments suivants est toléré par moins de { $least } partie parmi { $sides } : { $asked }.
   *[other] Chacun des éléments suivants est toléré par moins de { $least } parties parmi { $sides } : { $asked }.
}
soundings-says-exists = Les parties { $sides } tolèrent toutes un même élément parmi les suivants : { $asked }. Lequel, ce n’est pas révélé.
soundings-says-exists-quorum = { $least ->
    [one] Au moins { $least } partie parmi { $sides } tolère un même élément parmi les suivants : { $asked }. Lequel, ce n’est pas révélé.
   *[other] Au moins { $least } parties parmi { $sides } tolèrent un même élément parmi les suivants : { $asked }. Lequel, ce n’est pas révélé.
}
soundings-says-package-quorum = { $least ->
    [one] Au moins { $least } partie parmi { $sides } tolère { $package }. (La question portait sur : { $asked }.)
   *[other] Au moins { $least } parties parmi { $sides } tolèrent { $package }. (La question portait sur : { $asked }.)
}
soundings-says-veto = Parmi elles, en tout cas : { $vetoes }.
soundings-says-veto-none = Ou bien l’élément est exclu par { $vetoes }.
soundings-says-others-draw = Rien n’est certain sur les autres : ni combien remplissaient la condition, ni dans quel ordre.
soundings-says-others-ranked = Chacune des autres est exclue par une partie au moins, ou n’est pas classée avant celle-ci selon la règle.
soundings-warn-one = La question porte sur { $package } seulement : qui l’accepte lit dans la réponse si tous les autres l’acceptent.
soundings-warn-few = Nombre de formules sur lesquelles porte la question : { $packages } ; minimum convenu : { $least }.
soundings-warn-probe = Parmi les formules sur lesquelles porte la question, votre position en tolère exactement une : la réponse vous apprend si tous les autres acceptent celle-là ; la question est donc une mise à l’épreuve de cette formule.
soundings-warn-subgroup = La question { $question } portait sur certaines des mêmes formules, avec d’autres parties : les deux réponses ensemble renseignent sur { $sides }.
soundings-warn-overlap = La question { $question } était posée aux mêmes parties sur certaines des mêmes formules : les deux réponses ensemble disent plus que chacune seule.
soundings-warn-repeat = La question { $question } demandait la même chose aux mêmes parties : avec les positions scellées alors, la réponse ne peut différer que par le tirage au sort.
soundings-warn-midpoint = Sur un seul sujet ordonné, cette règle revient à un point médian : qui connaît son propre nombre peut calculer celui de l’autre.
soundings-warn-untold = Réponses qui ne vous ont pas été communiquées : question { $questions }. Ce qu’elles apprennent, jointes à celle-ci, à ceux qui les connaissent n’est pas indiqué.
soundings-note-sincerity = Tout cela porte sur les positions saisies, sincèrement ou non.
soundings-note-bits = Comptée en bits, dont un simple oui ou non apprend un seul, la réponse en apprend au plus { $bits }. Cela borne ce qui est appris, non le tort que cela cause.
soundings-note-ranks = Les classements sont ceux des points arrondis que la règle compare. Qui connaît ses propres points peut encadrer plus étroitement ceux d’une autre partie.
soundings-note-first = Une partie, tirée au sort, peut lire la réponse en premier et pourrait s’arrêter. Cela se verrait.
soundings-note-relay = Le relais voit que vos ordinateurs sont en ligne, combien ils envoient, et quand un calcul a lieu.
soundings-consent-over = Le consentement de votre partie n’est plus demandé. L’état de la question figure ci-dessus.
soundings-consent = Consentir au nom de votre partie
soundings-consent-do = Consentir
soundings-consent-position = Votre position scellée s’exprime pour votre partie. Tous les membres voient que votre partie consent ; personne ne voit ce que dit la position. Ce que la réponse apprend, et à qui, figure dans le tableau ci-dessus.
soundings-consent-text = Votre oui ou votre non n’est pas montré. Si tous acceptent, chaque oui se voit ; sinon, la réponse n’est que cela, et à deux parties, celle qui a dit oui sait qui a dit non. Tous les membres voient que votre partie consent à ce que la question lui soit posée.
soundings-consent-date = Vos créneaux ne sont pas montrés. Un créneau trouvé est libre pour tous ceux à qui la question est posée, donc aussi pour vous. Tous les membres voient que votre partie consent à ce que la question lui soit posée.
soundings-seal-first = Votre position pour cette version de l’ordre du jour doit être scellée avant que votre partie puisse consentir.
soundings-another = Le membre { $name } a scellé la position de votre partie, et consent ou non en son nom.
soundings-vote = Ce texte
soundings-vote-accept = ma partie l’accepte
soundings-vote-reject = ma partie ne l’accepte pas
soundings-free = Créneaux où ma partie est disponible
soundings-calendar = Remplir à partir d’un calendrier (ICS)
soundings-calendar-hint = Il est lu sur cet ordinateur et n’est pas conservé. Vous pouvez encore changer chaque case.
soundings-calendar-do = Cocher ce qui est libre
soundings-decline = Ne pas consentir
soundings-decline-lead = Tous les membres voient que votre partie n’a pas consenti. Personne ne voit pourquoi. Le calcul n’a alors pas lieu, et la question ne coûte rien au budget d’information.
soundings-decline-do = Nous ne consentons pas
soundings-withdraw = Retirer la question
soundings-withdraw-lead = Tous les membres voient que vous l’avez retirée.
soundings-withdraw-do = La retirer
soundings-run-title = Le calcul
soundings-start-lead = Les ordinateurs de toutes les parties doivent être présents en même temps. Le vôtre attend les autres pendant une heure au plus. Tous les membres voient que le vôtre est prêt.
soundings-start = Participer maintenant
soundings-run-begins = Cet ordinateur se prépare.
soundings-run-waits = Cet ordinateur est prêt. Parties dont l’ordinateur est attendu : { $sides }.
soundings-run-meets = Les ordinateurs de toutes les parties se joignent.
soundings-run-bar = Avancement
soundings-run-may-close = Vous pouvez fermer cette page ; le programme doit rester en marche.
soundings-look-again = Regarder de nouveau
soundings-run-missed = Parties dont l’ordinateur n’était pas présent à temps : { $sides }. Le vôtre peut attendre de nouveau.
soundings-run-broke = Le calcul s’est interrompu sur cet ordinateur. Ce qui est possible à présent est indiqué ci-dessous.
soundings-leave = Quitter le calcul
soundings-leave-lead = Si vous quittez, toutes les parties voient que votre ordinateur s’est arrêté. Aucune réponse ne peut encore être révélée : un calcul peut reprendre plus tard, avec les mêmes sceaux, donc avec les mêmes positions.
soundings-leave-opening = La réponse est en train d’être révélée. Si vous quittez maintenant, toutes les parties voient que votre ordinateur s’est arrêté, quelqu’un peut avoir lu la réponse, et la question compte dans le budget d’information.
soundings-phase-setup = Les parties conviennent deux à deux de clés secrètes.
soundings-phase-bits = Des bits aléatoires sont produits, que personne ne peut modifier sans que cela se voie.
soundings-phase-keys = Chaque partie montre qu’elle utilise une seule clé envers toutes.
soundings-phase-triples = La matière première du calcul est produite et vérifiée.
soundings-phase-buckets = Elle est combinée, afin qu’une tricherie y reste sans effet.
soundings-phase-masks = Elle est liée à cette question.
soundings-phase-inputs = Les positions scellées entrent, masquées.
soundings-phase-tables = La réponse à la question est établie sous masque.
soundings-phase-outputs = La réponse est révélée, et rien d’autre.
soundings-broken-title = Calculs interrompus
soundings-broke = Calcul { $number } : l’ordinateur de la partie { $side } s’est arrêté. Selon sa propre indication, aucune réponse ne pouvait avoir été révélée.
soundings-broke-open = Calcul { $number } : l’ordinateur de la partie { $side } s’est arrêté, et une réponse pouvait alors avoir été révélée.
soundings-broke-phase = Il en était là : { $phase }
soundings-broke-names = Il désigne comme cause : { $sides }.
soundings-broke-counts = Quelqu’un peut avoir lu la réponse. La question compte dans le budget d’information et rien ne reprend. Posez une nouvelle question si toutes les parties le veulent.
soundings-broke-again = Aucune réponse ne pouvait avoir été révélée. Un calcul peut reprendre avec les mêmes sceaux, de sorte que sa réponse ne peut être autre.
soundings-broke-wait = Si un calcul peut reprendre ou non, on le sait une fois que chaque ordinateur a dit comment il s’est terminé.
soundings-answer = La réponse
soundings-told-none = Aucune formule commune trouvée
soundings-told-better-no = Rien n’a été trouvé que chaque partie aimerait mieux
soundings-told-text-no = Le texte n’est pas adopté par tous
soundings-told-text-yes = Le texte est adopté par tous
soundings-told-date-no = Aucun créneau n’a été trouvé où tous sont disponibles
soundings-told-date = Tous sont disponibles : { $slot }
soundings-told-exists = La condition est remplie. Par quoi, ce n’est pas révélé.
soundings-told-package = Formule { $package }
soundings-exploratory-word = Exploratoire
soundings-exploratory = La partie { $side } n’a pas consenti. Elle est concernée, sur { $issues }, et n’a pas participé. Jusqu’à son consentement, la formule reste exploratoire et ne peut être soumise à confirmation.
soundings-own-could = Votre partie pourrait s’en accommoder.
soundings-receipt-by = Récépissé, confirmé par { $sides } :
soundings-receipt-lead = Il est le même pour tous ceux qui ont participé et ne prouve rien à personne d’autre.
soundings-receipt-none = Il n’y a pas de récépissé sur cet ordinateur : la réponse a été communiquée par un collègue, ou personne n’est resté pour la confirmer.
soundings-learned = Ce que la réponse a appris
soundings-you = vous
soundings-next = Que faire ensuite
soundings-next-gate = Demandez aux parties concernées leur consentement, à la page de l’aval. Jusque-là, rien n’en est convenu.
soundings-next-bring = Portez-la à la discussion, à la page de l’aval. Un oui ici n’est pas un accord : les mandants doivent encore confirmer.
soundings-next-none = Les réponses de personne ne sont montrées. Parlez de ce qui manquait, sans dire ce que vous avez saisi.
soundings-next-version = Un ordre du jour modifié est une nouvelle version : chaque partie prend une nouvelle position, et peut être interrogée de nouveau.
soundings-next-stands = Ce qui est en place le demeure.
soundings-next-text = Les mandants doivent encore confirmer ce qui le demande.
soundings-next-text-no = Modifiez les termes et posez une question sur le nouveau texte.
soundings-next-date = Inscrivez la rencontre dans vos calendriers.
soundings-next-date-no = Proposez d’autres créneaux.
done-soundings-called = La question est posée. Tous les membres la voient.
done-soundings-consented = Votre partie a consenti. Tous les membres le voient.
done-soundings-declined = Votre partie n’a pas consenti. Tous les membres le voient.
done-soundings-withdrawn = La question est retirée. Tous les membres le voient.
done-soundings-calendar = Ce que votre calendrier laisse libre est coché. Rien du calendrier n’a été conservé.
done-soundings-left = Cet ordinateur a quitté le calcul. Les autres parties voient qu’il s’est arrêté.
