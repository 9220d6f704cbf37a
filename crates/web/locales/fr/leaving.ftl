leaving-title = Exporter, quitter, détruire
leaving-export-title = Emporter vos données
leaving-export-means = Un seul fichier avec tout ce qui, dans ce dialogue, vous est lisible : messages, dossier, vos positions, réponses. Il n’est pas chiffré : quiconque obtient le fichier peut le lire.
leaving-export = Télécharger le fichier
leaving-leave-title = Quitter
leaving-leave-means = Tous les membres voient que vous partez. Vous ne lisez rien de ce qui est dit ensuite. Ce que vous aviez reste ici, chiffré.
leaving-leave-convener = Vous êtes le facilitateur. Après votre départ, plus personne ne peut inviter ni retirer.
leaving-leave-sure = Je veux partir
leaving-leave = Quitter le dialogue
leaving-gone = Vous n’êtes plus membre. Ce que vous aviez est toujours ici.
leaving-end-title = Détruire le dialogue
leaving-end-means = La fin est convenue dès que le facilitateur et un membre de chaque partie en sont d’accord. Alors chaque programme honnête détruit ses clés, et ce qu’il conservait n’est plus lisible. C’est irréversible.
leaving-retention = { $days ->
    [one] Il a été convenu que les membres gardent le dialogue { $days } jour après sa fin.
   *[other] Il a été convenu que les membres gardent le dialogue { $days } jours après sa fin.
}
leaving-stage-none = Personne ne l’a demandé
leaving-stage-proposed = Proposé
leaving-stage-agreed = Convenu par tous
leaving-waiting-agree = Accord encore attendu :
leaving-waiting-confirm = Ordinateurs qui n’ont pas encore confirmé :
leaving-convener = le facilitateur
leaving-end-sure = J’accepte qu’il soit détruit sur tous les ordinateurs, une fois que toutes les parties l’acceptent
leaving-end = Accepter la fin
leaving-end-agreed = Vous avez donné votre accord.
leaving-carry-out-means = Votre programme l’exécute de lui-même en quelques instants ; celui du facilitateur attend que les autres aient confirmé. Vous pouvez le faire exécuter maintenant.
leaving-carry-out-sure = Le détruire ici sans attendre
leaving-carry-out = Le détruire maintenant
leaving-remains-title = Ce qui reste
leaving-remains-hash = Ici : une empreinte du journal chiffré, et les pseudonymes de ceux qui ont confirmé. Ni titre, ni contenu.
leaving-remains-others = Ailleurs : ce qu’un programme modifié aurait gardé. Personne ne peut prouver qu’il n’y en a pas.
leaving-remains-files = Les sauvegardes, fichiers exportés, comptes rendus et pages imprimées ne sont pas atteints. Détruisez-les vous-même.
leaving-remains-memory = Les membres peuvent toujours dire ce qu’ils ont vu.
done-left = Vous avez quitté le dialogue. Tous le voient.
done-end-agreed = Votre accord est enregistré.
done-destroyed = Détruit ici. Ses clés n’existent plus.
