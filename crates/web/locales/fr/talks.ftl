talks-title = Vos dialogues
talks-none = Il n’y a encore aucun dialogue ici. Rejoignez-en un avec l’invitation reçue, ou créez-en un.
talks-destroyed = Détruit
talks-destroyed-on = Ses clés ont été détruites le { $day }.
talks-since = Depuis le { $day }
talks-health-in-step = Tout est envoyé et reçu
talks-health-behind = Un envoi est en attente, ou vous attendez d’être admis
talks-health-forked = Alerte : il se peut que les membres n’aient pas tous vu la même chose
talks-health-needs-rejoin = Cet ordinateur attend d’être de nouveau admis
talks-health-shut-out = Vous n’avez plus accès
talks-health-gone = Vous avez quitté ce dialogue
talks-join-title = Rejoindre avec une invitation
talks-join-lead = Le facilitateur vous a transmis un lien, par un moyen que d’autres ne lisent pas.
talks-join-open = Utiliser une invitation
talks-join-link = Le lien complet
talks-join-link-hint = Il commence par backchannel:// et ne sert qu’une fois.
talks-your-name = Le nom que vous souhaitez porter dans ce dialogue
talks-your-name-hint = Tous les membres le voient. Ce peut être un pseudonyme.
talks-join = Rejoindre
talks-found-title = Créer un dialogue
talks-found-lead = Pour les facilitateurs
talks-found-name = Titre
talks-found-relay = Adresse du relais
talks-found-relay-hint = Par exemple https://relay.example:8443. Il transporte des données chiffrées et ne peut rien en lire.
talks-found-pin = Empreinte du certificat du relais
talks-found-pin-hint = Telle que son opérateur la communique. Si le champ reste vide, la première rencontrée est retenue.
talks-found-purpose = Objet du dialogue
talks-found-least = Nombre minimal de formules par question
talks-found-least-hint = Une question sur une seule formule apprend à quiconque l’accepte si tous les autres l’acceptent aussi.
talks-found = Créer
talks-remains = Empreinte du journal chiffré, seule chose conservée :
talks-no-backup = Il n’existe encore aucune sauvegarde de cet ordinateur. S’il est perdu, vos dialogues le sont aussi.
talks-more = { $count ->
    [one] et { $count } autre chose
   *[other] et { $count } autres choses
}
talks-unreadable = Son fichier ne s’ouvre pas ; restaurez une sauvegarde
talks-untitled = Un dialogue où vous n’êtes pas encore admis
