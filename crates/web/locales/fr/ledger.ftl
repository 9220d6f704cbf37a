ledger-title = Registre des questions
ledger-lead = Ce qui a été demandé, ce que les réponses apprennent ensemble à chaque partie, et ce qui reste du budget d’information.
ledger-budget = Budget d’information
ledger-budget-words = Bits comptés : { $spent } sur { $budget } ; un simple oui ou non en apprend un.
ledger-budget-left = Reste : { $left }. { $count ->
    [one] { $count } question compte
   *[other] { $count } questions comptent
}.
ledger-bar-words = La barre représente tout le budget. Chaque segment est une question, avec son numéro au-dessous ; l’espace vide est ce qui reste.
ledger-bits = Les bits bornent ce que des réponses peuvent apprendre, non le tort que cela cause. Une question à laquelle il n’a pas été consenti, ou qui a été retirée, ne coûte rien ; une question dont le calcul s’est interrompu après le moment où une réponse pouvait avoir été révélée compte.
ledger-free = ne compte pas
ledger-questions = Questions
ledger-questions-caption = Dans l’ordre où elles ont été posées
ledger-number = N°
ledger-at-most = Apprend au plus, en bits
ledger-stage = Stade
ledger-told = Ce que les réponses apprennent ensemble
ledger-told-lead = Pour chaque partie à qui des réponses ont été communiquées, d’après ces seules réponses, quelle que soit sa propre position. Les réponses que cet ordinateur ne connaît pas n’y figurent pas.
ledger-told-none = Aucune réponse n’est encore connue sur cet ordinateur.
ledger-told-caption = Par lecteur
ledger-who = Qui
ledger-knows = Sait à présent
ledger-pooled = en mettant en commun ce que savent ces parties
ledger-untold = Réponses qui ne vous ont pas été communiquées : question { $questions }.
ledger-contradiction = Ces réponses ne peuvent pas toutes provenir des mêmes positions : une position a changé entre-temps, ou l’une des réponses est mal consignée.
ledger-broken = Le calcul de la question { $question } s’est interrompu sans réponse ; qui pouvait la révéler en premier a pu en lire une.
