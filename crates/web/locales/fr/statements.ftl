statements-title = Faits rapportés
statements-lead = Ce que rapportent des sources, chaque fois avec l’auteur des propos, l’attribution et l’origine. Rien ici n’est la position de qui que ce soit, et rien n’en entre dans une consultation scellée.
statements-roots = À quel point cela est attesté
statements-roots-lead = Ce sont les origines indépendantes qui comptent, non les articles.
statements-roots-words = { $roots ->
    [one] { $roots } origine indépendante
   *[other] { $roots } origines indépendantes
}, { $anonymous ->
    [one] { $anonymous } source anonyme
   *[other] { $anonymous } sources anonymes
}, { $named ->
    [one] { $named } source nommée
   *[other] { $named } sources nommées
}, dans { $articles ->
    [one] { $articles } document
   *[other] { $articles } documents
}
statements-count = Ce qui est compté
statements-limits = Limites rapportées
statements-limits-lead = Des limites que quelqu’un aurait, selon ce qui est rapporté. Elles ne sont ni une réponse dans une consultation, ni la position d’une partie.
statements-barred = Jamais une option
statements-barred-lead = Consigné avec attribution. Aucun ordre du jour ne peut comporter d’option qui dise l’une de ces choses ; un acte dont il est fait menace donne lieu à un signalement.
statements-barred-marks = Une option est refusée si elle dit :
statements-pairs = En privé et en public, côte à côte
statements-pairs-lead = Là où ce qui est dit en privé diffère de ce qui est dit en public.
statements-all = Toutes les autres déclarations
statements-none = Rien d’autre n’est encore rapporté.
statements-of-root = origine : { $root }
statements-of-issue = sujet : { $issue }
statements-kind = Nature
statements-kind-account = récit
statements-kind-limit = limite
statements-kind-estimate = estimation
statements-kind-threatened-act = acte dont il est fait menace
statements-kind-never-option = jamais une option
statements-kind-commentary = commentaire, non un fait
statements-setting = Cadre
statements-setting-public = en public
statements-setting-private = en privé
statements-add-title = Ajouter une déclaration
statements-add-lead = Tous les membres la liront. Dites-la avec vos propres mots.
statements-add-button = Inscrire la déclaration
statements-name = Nom court
statements-speaker = Auteur des propos, tel que la source le donne
statements-anonymous = aucun nom donné
statements-anonymous-yes = La source tait le nom de l’auteur des propos
statements-rule = Attribution
statements-stance = Affirmé ou démenti
statements-text = Ce qui a été dit
statements-quote = Les mots mêmes
statements-quote-hint = Seulement là où la formulation est le fait ; 80 caractères au plus.
statements-day = Quand
statements-source = Document
statements-root = Première publication à laquelle cela remonte
statements-root-hint = Le document lui-même si aucune n’est indiquée.
statements-claim = Ce que cela atteste
statements-claim-hint = Les déclarations qui attestent la même chose sont comptées ensemble.
statements-issue = Sujet
statements-pair = Déclaration dont elle diffère
statements-seat = Siège dont ce sont les propos
statements-commits = État au nom duquel l’auteur des propos s’exprime
statements-marks = Ce qu’aucune option ne peut dire, une chose par ligne
statements-marks-hint = Des mots qui doivent tous y figurer, avec * pour toute terminaison. Pour les actes dont il est fait menace et ce qui n’est jamais une option.
statements-import-title = Inscrire les déclarations d’un fichier
statements-import-lead = Tous les membres les liront. Si l’une d’elles ne peut être lue, aucune n’est inscrite.
statements-import-button = Les inscrire
statements-import-file = Fichier
statements-import-hint = TOML avec des tables [[statement]], ou CSV avec une ligne d’en-tête.
done-statements-added = La déclaration est inscrite au dossier, et envoyée à tous les membres.
done-statements-imported = Les déclarations sont inscrites au dossier, et envoyées à tous les membres.
