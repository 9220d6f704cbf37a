settings-title = Réglages
settings-lead = Ils sont conservés dans votre coffre, sur cet ordinateur.
settings-language = Langue
settings-dense = Resserrer les pages
settings-minutes = Verrouiller après ce nombre de minutes sans action de votre part
settings-minutes-hint = De 1 à 240. Tant que le calcul d’une consultation scellée est en cours, rien n’est verrouillé.
settings-save = Enregistrer
done-settings = Enregistré.
