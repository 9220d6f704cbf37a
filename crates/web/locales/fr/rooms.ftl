rooms-title = Salles
rooms-lead = Une salle est une conversation. Ceux qui lisent ce que vous écrivez sont indiqués au-dessus du champ de saisie.
rooms-plenary = Plénière
rooms-plenary-who = Tous les membres la lisent.
rooms-caucus = Concertation interne de la partie { $side }
rooms-caucus-who = Seuls les membres de la partie { $side } la lisent.
rooms-convener = Partie { $side } et facilitateur
rooms-convener-who = Les membres de la partie { $side } et le facilitateur la lisent.
rooms-closed = Cette salle ne vous est pas encore ouverte : la personne qui y admet les membres ne s’est pas connectée depuis votre arrivée.
rooms-read-by = Lu par :
rooms-older = { $count ->
    [one] { $count } message antérieur
   *[other] { $count } messages antérieurs
}
rooms-empty = Rien n’a encore été dit ici.
rooms-of-side = partie { $side }
rooms-mine = vous
rooms-write-plenary = Écrire à tous les membres
rooms-write-caucus = Écrire à la seule partie { $side }
rooms-write-convener = Écrire à la partie { $side } et au facilitateur
rooms-send = Envoyer
