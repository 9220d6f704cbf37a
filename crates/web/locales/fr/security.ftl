security-title = Sécurité et sauvegarde
security-next = Faire une sauvegarde
security-backed-up = Dernière sauvegarde le { $day }
security-never = Aucune sauvegarde pour l’instant
security-backup-means = Un seul fichier contenant votre identité et l’historique de tous vos dialogues, chiffré au moyen de votre phrase secrète. Gardez-le à l’écart de cet ordinateur. Avant qu’il vous soit remis, il est ouvert et relu. Un ordinateur restauré demande aux autres d’être de nouveau admis.
security-passphrase = Votre phrase secrète
security-backup-hint = Saisie de nouveau, afin que le fichier soit chiffré au moyen d’une phrase que vous connaissez.
security-backup = Faire la sauvegarde maintenant
security-wrong = Cette phrase secrète n’ouvre pas ce coffre. Rien n’a été modifié.
security-else = Ce que vous pouvez faire d’autre
security-change = Changer la phrase secrète
security-change-means = L’ancienne n’ouvre plus rien. Les sauvegardes faites auparavant gardent la leur. La phrase de récupération demeure.
security-new = Nouvelle phrase secrète
security-new-hint = Au moins huit caractères. Quatre ou cinq mots qui ne forment pas de phrase conviennent bien.
security-again = La même, une seconde fois
security-phrase = Établir une nouvelle phrase de récupération
security-phrase-means = À faire si quelqu’un a pu voir le papier. L’ancienne phrase n’ouvre plus rien. La nouvelle ne s’affiche qu’une fois.
security-lock = Verrouiller
security-lock-means = { $minutes ->
    [one] Une fois le verrouillage fait, rien n’est lisible ici sans la phrase secrète. Il se fait de lui-même après { $minutes } minute sans action de votre part.
   *[other] Une fois le verrouillage fait, rien n’est lisible ici sans la phrase secrète. Il se fait de lui-même après { $minutes } minutes sans action de votre part.
}
security-wipe-open = En cas d’urgence : tout effacer
security-wipe-means = Les clés de tout ce qui se trouve sur cet ordinateur sont détruites aussitôt. Tous les dialogues, positions et brouillons qui s’y trouvent disparaissent ; seule une sauvegarde les fait revenir. Les autres membres gardent ce qu’ils ont.
security-wipe-word = effacer
security-wipe-type = Saisissez { $word }
security-wipe = Tout effacer maintenant
done-passphrase = La phrase secrète est changée.
