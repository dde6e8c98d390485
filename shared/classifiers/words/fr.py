"""French."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        remboursement, remboursements, rembourser, remboursé, remboursée, remboursés, remboursez, remboursez moi,
        me rembourser, être remboursé, mon argent, rendez moi mon argent, rendez l'argent, un avoir de, mon avoir,
        bon d'achat, dédommagement, dédommager, dédommagé, indemnisation, indemnité, indemnisé, retour produit,
        retourner, retourné, retourner l'article, retour gratuit, étiquette retour, étiquette de retour, renvoyer,
        renvoyé, échange, échanger, geste commercial, politique de retour, droit de rétractation
    """,
    "delivery": """
        livraison, livraisons, livré, livrée, livrés, livrées, livrer, livreur, livreurs, colis, mon colis, commande,
        commandes, ma commande, numéro de commande, commandée, expédition, expédié, expédiée, expédiés, envoi, suivi,
        numéro de suivi, suivi de colis, transporteur, pas reçu, rien reçu, toujours pas reçu, jamais reçu,
        pas arrivé, pas arrivée, jamais arrivé, jamais arrivée, toujours pas arrivé, toujours pas arrivée,
        n'arrive pas mon, en transit, point relais, chronopost, colissimo, mondial relay, la poste, facteur,
        précommande, retrait en magasin, avis de passage, perdu mon colis, colis perdu
    """,
    "broken": """
        cassé, cassée, cassés, cassées, s'est cassé, s'est cassée, abîmé, abîmée, endommagé, endommagée, défectueux,
        défectueuse, en panne, tombé en panne, tombée en panne, panne, pannes, hs, mort au bout de, ne marche pas,
        ne marche plus, marche pas, marche plus, ne fonctionne pas, ne fonctionne plus, fonctionne pas,
        fonctionne plus, fonctionnent pas, fonctionnent plus, marchent plus, marchent pas, ne s'allume pas,
        ne s'allume plus, s'allume plus, s'allume pas, ne charge pas, ne charge plus, charge plus, charge pas,
        ne démarre pas, ne démarre plus, ne s'ouvre pas, ne s'ouvre plus, s'ouvre plus, ne se connecte pas,
        se connecte plus, plante, plantent, plantage, plantages, ça plante, bug, bugs, bugue, bugge, buguée, beugue,
        rame, ça rame, freeze, se bloque, écran noir, écran blanc, erreur, erreurs, code erreur, message d'erreur,
        fuit, fissuré, fissurée, déchiré, déchirée, décousu, troué, réparation, réparer, réparé, réparez, garantie,
        sav, remplacement, remplacer, remplacé, pièce détachée, dysfonctionnement, dysfonctionne, se déconnecte,
        coupe sans arrêt, s'éteint, s'éteint tout seul, décharge
    """,
    "access": """
        connexion impossible, me connecter, se connecter, connecter à mon compte, impossible de me connecter,
        arrive pas à me connecter, identifiant, identifiants, mot de passe, mdp, mot de passe oublié, réinitialiser,
        réinitialisation, mon compte, compte bloqué, compte suspendu, bloqué, bloquée, débloquer, débloqué, suspendu,
        suspendue, banni, bannie, code de vérification, code sms, code de confirmation, pas le code,
        double authentification, activer, activation, activé, ma carte, carte bloquée, carte refusée, carte avalée,
        paiement refusé, refusée, login, accéder à mon, plus accès, pas accès, accès, code pin, mail de confirmation,
        espace client
    """,
    "billing": """
        facturé, facturée, facturer, facturation, factures, surfacturé, débité, débitée, débitez, débit,
        débité deux fois, prélevé, prélevée, prélèvement, prélèvements, prélevé deux fois, payé, payée, payer,
        payé deux fois, paiement, paiements, virement, frais, frais cachés, frais bancaires, abonnement, abonnements,
        abonné, renouvelé, renouvellement, renouvellement automatique, reconduction, caution, acompte, relevé, solde,
        double débit, trop perçu, mensualité, mensualités, reçu de paiement, forfait, points fidélité, mes points,
        cagnotte, agios, sommé de payer, mise en demeure de payer
    """,
    "cancel": """
        annuler, annulé, annulée, annulés, annulation, annulations, annulez, résilier, résilié, résiliation,
        désabonner, désabonnement, me désabonner, désinscrire, désinscription, désinscrivez moi, supprimer mon compte,
        fermer mon compte, clôturer mon compte, clôture de, suppression de mon compte, reporter ma, reprogrammer,
        modifier ma réservation, changer ma réservation, rétractation, droit de rétractation, arrêter mon abonnement
    """,
    "waiting": """
        j'attends, j'attends toujours, toujours en attente, attends toujours, en attente, attente, attend depuis,
        attends depuis, attendons, attendons depuis, attendu, j'ai attendu, toujours rien, toujours pas,
        toujours aucune, toujours aucun, pas de réponse, aucune réponse, sans réponse, pas de retour, aucun retour,
        sans nouvelles, aucune nouvelle, pas de nouvelles, aucune nouvelles, personne ne répond, personne répond,
        personne ne me répond, ne répond pas, ne répond plus, répondez pas, ne répondez pas, ne répondez jamais,
        ne répondent pas, répondent pas, répond pas, répond jamais, répond plus, injoignable, injoignables, ignoré,
        ignorée, m'ignorez, vous ignorez, raccroché, raccrochent, raccroché au nez, on me raccroche, on me balade,
        on me renvoie, baladé, balade de service, depuis des jours, depuis des semaines, depuis des mois,
        depuis des heures, depuis une semaine, depuis deux semaines, depuis 2 semaines, depuis 3 semaines,
        depuis trois semaines, depuis un mois, depuis deux mois, depuis 3 jours, depuis 3 mois, depuis hier,
        ça fait une semaine, ça fait deux semaines, ça fait 3 semaines, ça fait un mois, ça fait des jours,
        ça fait des semaines, ça fait des mois, ça fait des heures, fait 2 semaines, fait 3 semaines, fait 1 mois,
        troisième fois, 3e fois, deuxième fois, plusieurs fois, appelé, j'ai appelé, appels, mails sans, relancé,
        relances, ma relance, file d'attente, heures au téléphone, numéro de dossier, numéro de ticket, mon dossier,
        dossier, allo???, allô, quand comptez vous, il y a une semaine, il y a deux semaines, il y a un mois,
        du nouveau
    """,
    "help": """
        aide, aidez moi, aidez nous, besoin d'aide, m'aider, aider, pouvez vous m'aider, qqn peut m'aider,
        quelqu'un peut m'aider, au secours, service client, service clients, service après vente, service clientèle,
        support, assistance, conseiller, conseillère, conseillers, chatbot, votre bot, hotline, standard téléphonique,
        réclamation, réclamations, plainte client, envoyé un mp, envoyé un dm, mp envoyé, dm envoyé, écrit en mp,
        écrit en dm, en mp, en dm, message privé, en privé, regardez vos mp, répondez à mon mp, vérifiez vos mp,
        régler ce problème, régler le problème, régler ça, résoudre, résolution, solution, aucune solution,
        pas de solution, vendeur, vendeuse, employé, employée, personnel, impoli, désagréable, malpoli, agence,
        un humain, parler à quelqu'un, parler à un humain
    """,
    "how_to": """
        comment faire, comment je fais, comment puis je, comment peut on, comment on fait, comment fait on,
        comment changer, comment activer, comment ça marche, comment modifier, comment avoir, comment obtenir,
        comment utiliser, où puis je, où est ce que je, où trouver, où est mon, où est ma, où en est, est ce possible,
        est il possible, c'est possible, possible de, puis je, peut on, est ce que je peux, est ce qu'on peut,
        on peut, je dois faire quoi, que dois je faire, que faire, dois je, faut il, il faut, quelle démarche,
        démarche, la marche à suivre, marche à suivre, combien de temps, quel délai, délai, délais,
        sous combien de temps, horaires, quels horaires, heures d'ouverture, êtes vous ouverts, vous êtes ouverts,
        ouvert dimanche, ouvert le, à quelle heure, paramètre, paramètres, réglage, réglages, configurer, notice,
        mode d'emploi, quelle appli, quand vais je recevoir, quand arrive mon, quand arrive ma
    """,
    "booking": """
        vol, vols, embarquement, porte d'embarquement, bagage, bagages, valise, valises, siège, sièges,
        enregistrement, check in, correspondance, correspondance ratée, réservation, réservations, réservé, réserver,
        chambre, chambres, hôtel, train, trains, tgv, rer, ter, métro, bus, tram, tramway, quai, voie, arrêt, gare,
        aéroport, billet, billets, retard, retards, retardé, retardée, en retard, trafic interrompu, escale,
        itinéraire, passager, passagers, voyageurs, contrôleur, équipage, départ, ascenseur, clim, climatisation,
        concessionnaire, garage, rendez vous, rdv, ordonnance, pharmacie, sinistre, assurance, mutuelle, contrat,
        horaire, supprimé
    """,
    "connection": """
        wifi, internet, pas internet, plus internet, plus d'internet, réseau, pas de réseau, plus de réseau,
        aucun réseau, signal, box, la box, routeur, débit internet, fibre, adsl, 4g, 5g, données mobiles, itinérance,
        roaming, sim, carte sim, esim, ligne fixe, ligne, compteur, linky, relevé de compteur, serveur, serveurs,
        appli, application, site, site web, votre site, mise à jour, maj, firmware, bluetooth, chargeur, batterie,
        écran, sauvegarde, ma sauvegarde, ma partie, streaming
    """,
    "wrong_item": """
        mauvais article, mauvais produit, mauvaise taille, mauvaise couleur, mauvaise commande, pas le bon,
        pas la bonne, erreur de commande, erreur de taille, reçu un autre, reçu autre chose, il manque, manque un,
        manque une, manquant, manquante, manquants, incomplet, incomplète, vide, boîte vide, colis vide, périmé,
        périmée, périmés, date dépassée, dlc dépassée, date de péremption, moisi, moisie, moisis, moisissure, pourri,
        pourrie, pourris, avarié, avariée, rance, usagé, déjà porté, cheveu dans, un cheveu, sale, tâché, tachée,
        taches, non conforme, pas conforme, rien à voir avec la photo, pue, sent mauvais
    """,
    # What endangers people or the brand
    "danger": """
        prend feu, pris feu, a pris feu, en feu, flammes, en flammes, incendie, fumée, fume, de la fumée,
        odeur de brûlé, sent le brûlé, ça sent le brûlé, odeur de gaz, sent le gaz, fuite de gaz, explosé, explosion,
        a explosé, exploser, étincelles, étincelle, choc électrique, décharge électrique, électrocuté, électrocutée,
        électrocution, coup de jus, brûlure, brûlures, brûlé, brûlée, s'est brûlé, s'est brûlée, me suis brûlé,
        blessé, blessée, blessés, blessure, blessures, saigne, sang, ambulance, samu, hôpital, aux urgences, urgences,
        inconscient, inconsciente, évanoui, évanouie, malaise, étouffé, étouffer, étouffée, s'étouffer, étouffement,
        commotion, freins lâchés, freins ont lâché, freins qui lâchent, plus de freins, freins, accéléré tout seul,
        airbag, airbags, accident, monoxyde de carbone, fil dénudé, fils dénudés, surchauffe, fondu, batterie gonflée,
        batterie gonfle, gonflée, dangereux, dangereuse, danger, mise en danger, mettez en danger, risque d'incendie,
        risque, mortel, quelqu'un va mourir, failli mourir, failli y passer, aurait pu mourir, aurait pu tuer,
        coincés dans, coincé dans l'ascenseur, coincée dans l'ascenseur, coincés dans l'ascenseur,
        coincés dans le tunnel, bloqués dans l'ascenseur, bloqué dans l'ascenseur, bloquée dans l'ascenseur, enfermé,
        enfermée, enfermés, plus respirer, peux pas respirer, évacué, évacués, évacuation, évacuer, pompiers,
        urgence vitale, agressé, agressée, agression, menacé, menacée, menaces, bombe, arme, couteau, cancérigène,
        cancérogène, amiante, déraillé, coup de chaleur, convulsions, overdose, surdosage, mauvais dosage,
        mauvais médicament
    """,
    "poison": """
        intoxication, intoxication alimentaire, intoxiqué, intoxiquée, intoxiqués, empoisonné, empoisonnée,
        salmonelle, salmonelles, listeria, listériose, e coli, réaction allergique, allergique, allergie, allergène,
        allergènes, choc anaphylactique, non déclaré, pas indiqué, pas étiqueté, pas mentionné sur l'étiquette,
        contient des noix, arachide, cacahuète, cacahuètes, verre dans, morceau de verre, morceaux de verre,
        bout de verre, éclat de verre, métal dans, morceau de métal, plastique dans, morceau de plastique, vomi,
        vomir, vomissements, vomit, diarrhée, tombé malade, tombée malade, tous malades, malades, malade après,
        rendu malade, éruption cutanée, plaques rouges, boutons partout, contaminé, contaminée, contamination,
        effet secondaire, effets secondaires, effets indésirables, toxique, asticots, asticot, vers dans, ver dans,
        larves, rats, un rat, souris dans, une souris, cafard, cafards, punaises de lit, insecte dans
    """,
    "self_harm": """
        me tuer, me suicider, suicide, suicidaire, suicider, envie de mourir, veux mourir, plus envie de vivre,
        pas envie de vivre, plus vivre, en finir, mettre fin à mes jours, mettre fin à ma vie, mettre fin a tout,
        me faire du mal, me foutre en l'air, mieux sans moi, serait mieux sans moi, sauter par, sauter du,
        ne plus me réveiller, disparaître pour toujours, me scarifier, plus de raison de vivre, dire adieu,
        j'en peux plus de vivre, m'ôter la vie
    """,
    "death": """
        mort, morte, morts, décès, décédé, décédée, décédés, est mort, est morte, tué, tuée, tués, meurt, meurent,
        tuer, mortelle, mortels, obsèques, enterrement, victimes
    """,
    "legal": """
        avocat, avocate, avocats, procès, tribunal, justice, en justice, porter plainte, porte plainte, plainte,
        plaintes, dépôt de plainte, déposer plainte, plainte déposée, poursuivre en justice, poursuites,
        poursuites judiciaires, action en justice, action collective, recours, mise en demeure, huissier,
        conciliateur, rgpd, protection des données, droit d'auteur, droits d'auteur, contrefaçon, illégal, illégale,
        illégaux, hors la loi, interdit par la loi, contraire à la loi, rupture de contrat, dommages et intérêts,
        préjudice, diffamation, assigner, protection juridique, prud'hommes, juridique
    """,
    "authority": """
        police, gendarmerie, commissariat, dgccrf, signalconso, signal conso, répression des fraudes, ufc que choisir,
        que choisir, 60 millions, cnil, médiateur, arcep, amf, acpr, ars, inspection du travail,
        services vétérinaires, services sanitaires, hygiène, service d'hygiène, test achats, bloctel, autorités,
        procureur, enquête, enquêter, signalé, signalement, signaler, amende, défenseur des droits,
        association de consommateurs, défense des consommateurs, régulateur, anses, ansm, office de la protection
    """,
    "breach": """
        fuite de données, fuites de données, fuite, violation de données, vol de données, données volées, piraté,
        piratée, piratés, piratage, hacké, hackée, hackés, hack, hackers, hacker, cyberattaque, mes données,
        données personnelles, données bancaires, données des clients, données clients, données d'un autre,
        données d'autres, compte de quelqu'un d'autre, compte d'un autre, commandes d'un autre,
        mots de passe en clair, rançongiciel, ransomware, phishing, hameçonnage, faille, faille de sécurité, dark web,
        usurpation d'identité, usurpé, accès non autorisé, prélèvement frauduleux, frauduleux, frauduleuse,
        frauduleuses, débit frauduleux, compte vidé, vidé mon compte, vider mon compte, volé, volée
    """,
    "boycott": """
        boycott, boycotter, boycottez, boycottons, boycotte, boycottons les, supprimez l'appli, désinstallez,
        n'achetez plus, n'achetez pas, n'achetez surtout pas, faites tourner, partagez, partager svp, rt svp,
        à partager, viral, devient viral, buzz, bad buzz, trending, tt, que tout le monde sache,
        il faut que ça se sache, faites passer le mot, honte à vous, shitstorm, pétition, signez la pétition,
        manifestation, manif, manifestants, protestation, grève, scandaleux à partager, tollé, indignation,
        balance ta, name and shame
    """,
    "hate": """
        raciste, racistes, racisme, sexiste, sexistes, sexisme, misogyne, misogynie, homophobe, homophobes,
        homophobie, transphobe, transphobie, grossophobie, grossophobe, antisémite, antisémitisme, islamophobe,
        islamophobie, xénophobe, validiste, discrimination, discriminé, discriminée, discriminatoire, discriminer,
        harcèlement, harcelé, harcelée, harcèlement sexuel, injure raciste, insulte, insultes, insultée, insultant,
        offensant, offensante, choquant, choquante, mauvais goût, de mauvais goût, nazi, fauteuil roulant refusé,
        en fauteuil roulant, fauteuil roulant, contrôle au faciès, au faciès, attouchements, propos racistes,
        dégradant
    """,
    "wrongdoing": """
        travail des enfants, enfants exploités, travail forcé, esclavage, exploitation, exploités, exploitez,
        exploitent, polluer, pollue, polluez, polluent, pollution, déversé, déversent, déversement, rejets toxiques,
        greenwashing, pot de vin, pots de vin, corruption, corrompu, corrompus, étouffer l'affaire, étouffez, cachez,
        cachent, caché, cacher la vérité, dissimulé, dissimuler, dissimulation, scandale, mensonge d'état, menti,
        mentez, vous mentez, mentent, mensonger, mensongère, pub mensongère, publicité mensongère, trompeur,
        trompeuse, publicité trompeuse, tromperie, fraude, fraudes, fraudeurs, évasion fiscale, cruauté animale,
        maltraitance animale, maltraitance, testé sur les animaux, tests sur les animaux, sous payés,
        salaires impayés, deepfake, documents internes, document interne, preuves, supprimez les commentaires,
        supprimez mes commentaires, supprimé mon commentaire, supprimer les commentaires, effacez les commentaires,
        commentaire supprimé, déforestation, marée noire, lanceur d'alerte, lanceuse d'alerte, vidéo accablante,
        shrinkflation
    """,
    "recall": """
        rappel produit, rappel de produit, rappel, rappels, rappel conso, rappelé, rappelés, rappeler ce produit,
        rappeler les produits, retirer de la vente, retiré de la vente, retirés de la vente, retrait de la vente,
        retirez, retiré des rayons, numéro de lot, lot, lots, ne mangez pas, ne consommez pas, n'utilisez pas,
        ne pas consommer, ne pas utiliser, attention à tous, attention à, attention aux, faites attention, alerte,
        prévenez, avertissement, méfiez vous, soyez prudents
    """,
    "outage": """
        panne générale, grosse panne, panne nationale, en panne chez tout le monde, down, est down, serveurs down,
        serveurs hs, serveur hs, tout est down, hors service, hors ligne, plus rien ne marche,
        plus rien ne fonctionne, rien ne marche, rien ne fonctionne, coupure, coupures, coupure de courant,
        coupure d'électricité, panne de courant, panne d'électricité, plus de courant, plus d'électricité,
        sans électricité, sans courant, sans chauffage, plus de chauffage, pas de chauffage, sans eau, plus d'eau,
        plus d'eau chaude, tout le quartier, toute la ville, toute la rue, toute la région, tout l'immeuble,
        tout le village, tout le pays, toute la france, partout en france, dans toute la france, national,
        chez tout le monde, tout le monde, pour tout le monde, personne ne peut, personne n'arrive, pas que moi,
        que chez moi, que moi, suis je le seul, suis je la seule, d'autres personnes, d'autres ont, quelqu'un d'autre,
        incident général, tous les magasins, terminaux de paiement, tpe en panne
    """,
    "stranded": """
        bloqués à l'aéroport, bloqué à l'aéroport, bloquée à l'aéroport, bloqués, bloqués depuis,
        bloqués dans le train, coincé, coincée, coincés, coincées, en rade, laissés en plan, laissé en plan,
        laissée en plan, laissés à l'abandon, à l'abandon, abandonné, abandonnée, abandonnés, livrés à nous mêmes,
        dormir à l'aéroport, dormir par terre, dormi par terre, dormons par terre, sans hôtel, pas d'hôtel,
        au milieu de nulle part, en pleine nuit, en rase campagne, en pleine voie, vol raté, raté mon vol,
        rater mon vol, raté ma correspondance, rater ma correspondance, louper mon, loupé mon, manqué mon,
        peux pas rentrer, pas rentrer chez, sur le bord de la route, au bord de la route, dans le froid, dépanneuse,
        dépannage, à la rue
    """,
    "vulnerable": """
        bébé, bébés, nourrisson, nouveau né, enfant, enfants, mon fils, ma fille, mes enfants, mon enfant,
        petite fille, petit garçon, personnes âgées, personne âgée, ma mère, ma grand mère, mon grand père, ma mamie,
        mamie, papi, mon père, mes parents, handicapé, handicapée, handicap, pmr, fauteuil, enceinte, insuline,
        diabétique, dialyse, oxygène, respirateur, médicament, médicaments, traitement médical, inhalateur, ventoline,
        chimio, cancer, asthme, asthmatique, épilepsie, opération, pacemaker, aveugle, malvoyant, autiste,
        mes patients, patients
    """,
    # What the brand does
    "announcement": """
        annonce, annonces, annoncée, annoncez, annoncer, communiqué, communiqué de presse, présentation, présenté,
        présentée, dévoilé, dévoilez, dévoilée, révélé, teaser, bande annonce, votre article, votre post sur,
        votre billet, je viens de lire, viens de voir, j'ai lu que, j'ai vu que, vu que vous, entendu que,
        il paraît que, paraît il, c'est vrai que, est ce vrai, votre campagne, nouvelle campagne, nouvelle pub,
        votre pub, la pub, spot, votre événement, événement, keynote, en direct, webinaire, infolettre, newsletter,
        feuille de route, notes de mise à jour, actu, bonne nouvelle, grande nouvelle, belle nouvelle, rapport annuel,
        résultats trimestriels
    """,
    "launch": """
        lancement, lancements, lancer, lancé, lancée, lancez, sortie, sorties, sort le, date de sortie, sortira,
        sort quand, quand sort, sortez, sorti, sortent, arrive quand, disponible dès, disponible le, dès aujourd'hui,
        nouvelle fonctionnalité, nouvelles fonctionnalités, nouvelle fonction, nouvelle version, nouveau modèle,
        nouveaux modèles, nouvelle collection, nouvelle gamme, nouvelle ligne, nouvelle liaison, nouvelle mise à jour,
        nouvelle saison, nouveau logo, nouveau design, nouveau look, refonte, nouvelle identité, nouveau goût,
        nouveau parfum, nouveaux parfums, nouvelle saveur, nouveau magasin, nouvelle boutique, ouverture,
        ouverture prochaine, ouvrir à, ouvrez, vous ouvrez, allez ouvrir, beta, nouvelle appli, nouveau menu,
        nouvelle carte, nouvel emballage, nouvelle recette, de retour, le retour, ramenez, nouvel album, suite,
        saison 2, saison 3, dlc, extension, prévu en france, prévu en belgique, arrive en france, arrive en belgique,
        nouveau forfait, nouvelles conditions, nouvelle offre, arrêt de, arrêtez la production, discontinué
    """,
    "company": """
        fusion, rachat, racheté, rachetez, acquisition, nouveau pdg, pdg, patron, licenciements, licenciement,
        licenciés, plan social, suppressions de postes, neutre en carbone, neutralité carbone, bilan carbone,
        objectifs climat, engagement, engagements, durable, développement durable, écologique, renouvelable,
        renouvelables, partenariat avec, collaboration avec, siège social, bourse, en bourse, action en bourse,
        actionnaires, don, dons, fondation, hausse des prix, augmentation des prix, hausse de prix,
        augmentation de tarif, hausse des tarifs, augmentez vos, semaine de quatre jours, investissement dans
    """,
    "contest": """
        concours, jeu concours, jeux concours, tirage, tirage au sort, tiré au sort, tirée au sort, tombola, loterie,
        lot à gagner, gagnant, gagnante, gagnants, gagnantes, gagné, j'ai gagné, qui a gagné, gagner, gagnez,
        gagner ce, à gagner, participer, participe, je participe, participation, participations, règlement,
        règlement du concours, date de fin, clôture du concours, je tag, tague, tag, taguez, taguer, identifie,
        j'identifie, j'invite, invite, aimé et partagé, liké et partagé, liké, like fait, follow et rt, rt fait,
        rt et follow, follow fait, bonne chance, bonne chance à tous, bonne chance à toutes, croise les doigts,
        doigts croisés, je croise les doigts, je tente, je tente ma chance, tente ma chance, tentons, tenté,
        avec plaisir je participe, j'adorerais gagner, j'aimerais gagner, voter, vote, votez, votes, jury,
        calendrier de l'avent, défi, challenge, quizz, quiz, réponse b, réponse a, c'est fait, fait ✅
    """,
    # What is said kindly
    "thanks": """
        merci, merci beaucoup, merci pour, merci à, mille mercis, un grand merci, grand merci, merci infiniment, mrc,
        thx, reconnaissant, reconnaissante, remercie, remercier, je vous remercie, remerciements, bravo à, bravo pour,
        chapeau, chapeau bas, respect, sauvé la vie, sauvé ma journée, au top le sav, sav au top, service au top,
        super service, excellent service, super accueil, très bon accueil, réactivité au top, équipe formidable,
        vous assurez, vous gérez
    """,
    "love": """
        j'adore, adore, on adore, adorons, adorent, j'aime, j'aime trop, j'aime beaucoup, je vous aime, on vous aime,
        aime beaucoup, amoureux, amoureuse, coup de coeur, préféré, préférée, préférés, préférées, meilleur,
        meilleure, meilleurs, meilleures, le meilleur, la meilleure, les meilleurs, génial, géniale, géniaux,
        géniales, super, super bon, incroyable, incroyables, magnifique, magnifiques, sublime, sublimes, splendide,
        superbe, superbes, merveilleux, merveilleuse, fantastique, formidable, excellent, excellente, excellents,
        parfait, parfaite, parfaits, extraordinaire, exceptionnel, exceptionnelle, délicieux, délicieuse, délice,
        un délice, trop bon, trop bonne, trop bien, trop beau, trop belle, trop cool, très bon, très bonne, très bien,
        si bon, beau, belle, beaux, belles, joli, jolie, jolis, jolies, mignon, mignonne, miam, une tuerie, tuerie,
        une pépite, pépite, un régal, régal, on se régale, régalé, ouf, un truc de ouf, stylé, stylée, canon, top,
        au top, nickel, impeccable, cool, chouette, recommande, je recommande, recommander, ravi, ravie, ravis,
        satisfait, satisfaite, content, contente, contents, heureux, heureuse, impressionné, impressionnée,
        impressionnant, bluffant, bluffé, bluffée, époustouflant, chef d'oeuvre, accro, fan absolu, hâte de,
        vaut le coup, vaut le détour, aimable, sympa, gentil, gentille, adorable, adorables, efficace, efficaces,
        10/10, 5 étoiles, cinq étoiles, kiffe, je kiffe, gg
    """,
    "greeting": """
        bonne journée, bonne soirée, bonne nuit, bon matin, bon dimanche, bon lundi, bon vendredi, bon week end,
        bon weekend, bonne semaine, bonnes vacances, joyeux noël, bonne année, bonnes fêtes, joyeux anniversaire,
        bon anniversaire, joyeuses pâques, bonjour à tous, bonjour à toutes, coucou, coucou tout le monde,
        salut tout le monde, bises, bisous, à bientôt, cordialement, bon appétit, bon courage, bonne fête
    """,
    "fan": """
        fan, fans, grand fan, grande fan, super fan, fanart, cosplay, tatouage, communauté, mon chat, mon chien,
        ma collection, collection, depuis mon enfance, enfance, mon enfance, quand j'étais petit,
        quand j'étais petite, quand j'étais enfant, souvenirs, souvenir, que de souvenirs, nostalgie, nostalgique,
        client depuis, cliente depuis, fidèle client, client fidèle, cliente fidèle, fidèle depuis, depuis 20 ans,
        depuis 10 ans, depuis toujours, depuis des années, en boucle, marathon, soirée film, soirée jeux, record,
        mon record, selfie, coucher de soleil, vue, photo, photos, tenue, ma tenue, recette, cuisiné, fait maison,
        préparé, community manager, le cm, au cm, cm, stagiaire, qui gère ce compte, ce compte, meme, avis impopulaire
    """,
    "congratulations": """
        félicitations, félicitation, félicite, je félicite, bravo, bravo les, bravo à toute, bien mérité, mérité,
        méritée, fier, fière, fiers, quelle fierté, content pour, contente pour, hâte, j'ai hâte, trop hâte, vivement,
        impatient, impatiente, enfin, il était temps, longue vie à, bonne continuation, hype
    """,
    # Who wants to buy
    "price": """
        prix, tarif, tarifs, combien, combien coûte, combien ça coûte, ça coûte combien, coûte combien, c'est combien,
        à combien, quel prix, quel est le prix, quel tarif, coût, coûte, coûtent, cher, chère, chers, trop cher,
        moins cher, moins chère, pas cher, abordable, réduction, réductions, remise, remises, promo, promos,
        promotion, promotions, code promo, code de réduction, bon de réduction, soldes, en solde, offre, offres,
        bon plan, black friday, devis, un devis, par mois, mensuel, essai gratuit, mois gratuit, frais de port,
        frais de livraison, livraison gratuite, prix de gros, en gros, tarif étudiant, offre étudiante, offre famille,
        tarif entreprise, reprise, financement, crédit, prêt, prêt immobilier, taux, taux d'intérêt, leasing, loa,
        lld, en plusieurs fois, paiement en 3 fois, quatre fois sans frais, formule
    """,
    "buy": """
        acheter, achète, achat, achats, j'achète, où acheter, où l'acheter, où puis je acheter, où le trouver,
        où la trouver, où les trouver, où trouve t on, où peut on acheter, où on peut acheter, me procurer,
        je le veux, je la veux, je les veux, il me le faut, il me la faut, me faut, je voudrais commander,
        j'aimerais commander, souhaite commander, commander, passer commande, je cherche, cherche un, cherche une,
        j'hésite, j'envisage, je compte prendre, intéressé, intéressée, intéressés, intéressé par, intéressée par,
        m'intéresse, nous intéresse, en magasin, magasin le plus proche, points de vente, point de vente, revendeur,
        revendeurs, devenir client, passer chez vous, venir chez vous, changer d'opérateur, souscrire, souscription,
        ouvrir un compte, essai routier, essayer la, démo, une démo, démonstration, service commercial, commercial,
        un commercial, carte cadeau, chèque cadeau, idée cadeau, cadeau pour, pour mon entreprise,
        pour notre entreprise, pour notre équipe, pour nos bureaux, salariés, licences
    """,
    "availability": """
        en stock, stock, plus en stock, rupture, en rupture, rupture de stock, épuisé, épuisée, disponible,
        disponibles, dispo, dispos, disponibilité, réassort, réapprovisionnement, de nouveau disponible,
        de nouveau en stock, remettre en vente, avez vous, vous avez, vous en avez, vendez vous, vous vendez,
        livrez vous, vous livrez, livrez en, proposez vous, vous proposez, existe en, il existe, existe t il,
        y a t il, est ce que vous avez, est ce qu'il y a, en noir, en bleu, en rouge, en blanc, en vert, en taille,
        taille, tailles, guide des tailles, quelle taille, quel modèle, quelle couleur, couleur, couleurs, coloris,
        différence entre, quelle différence, mieux que, par rapport à, compatible, compatible avec, compatibles,
        végan, végétarien, sans gluten, sans lactose, étanche, imperméable, autonomie, dimensions, contenance,
        animaux acceptés, chiens acceptés, acceptez les chiens, petit déjeuner inclus, petit déjeuner compris,
        vue mer, reste t il, des places, encore des places
    """,
    # Press and partners
    "press": """
        journaliste, journalistes, reporter, rédacteur, rédactrice, rédaction, pigiste, j'écris un article,
        j'écris pour, j'écris, je prépare un article, prépare un article, prépare un reportage, prépare un sujet,
        reportage, un article sur, article sur, un papier sur, un sujet sur, enquête sur, service presse,
        service de presse, relations presse, attaché de presse, attachée de presse, contact presse, dossier de presse,
        kit presse, déclaration, déclaration officielle, une réaction, votre réaction, commentaire officiel,
        souhaitez vous réagir, porte parole, interview, interviews, interviewer, entretien avec, journal, magazine,
        radio, télévision, télé, tv, documentaire, podcast, média, médias, presse, afp, publions demain, publierons,
        publier, parution, bouclage, correspondant, correspondante, accréditation, embargo, fact checking,
        utiliser votre vidéo, utiliser votre photo, droit de diffusion, autorisation d'utiliser, sous embargo
    """,
    "partner": """
        collaboration, collaborations, collaborer, collab, partenariat, partenariats, partenaire, partenaires,
        sponsor, sponsoring, sponsoriser, sponsorisé, mécénat, ambassadeur, ambassadrice, ambassadeurs, influenceur,
        influenceuse, influenceurs, créateur de contenu, créatrice de contenu, créateurs de contenu, ugc, media kit,
        mon audience, mes abonnés, ma chaîne, mon blog, blogueur, blogueuse, ma communauté, notre festival,
        notre association, notre événement, notre salon, notre conférence, association, caritatif, caritative, ong,
        collecte, but non lucratif, conférencier, conférencière, intervenant, intervenante, table ronde, affilié,
        affiliation, produit à tester, tester vos produits, produits à tester, unboxing, abonnés, nos lecteurs,
        travailler ensemble, travailler avec vous, fournisseur, fournisseurs, distributeur, devenir revendeur,
        service achats, université, étudiants, mémoire, thèse, sondage, questionnaire, nommé, nominé, nominés,
        vous inviter, invitation, invité
    """,
    "job": """
        emploi, offre d'emploi, offres d'emploi, poste, poste à pourvoir, postuler, postulé, candidature, candidat,
        recrutement, recrutez, recrute, recruteur, vous recrutez, stage, stagiaires, alternance, apprentissage, cdi,
        cdd, cv, mon cv, lettre de motivation, entretien d'embauche, embauche, embauchez, travailler chez vous,
        je travaille chez, bosser chez, mon premier jour, nouveau boulot, nouveau travail, collègues, ancien salarié,
        ancienne salariée, ancien employé, ancienne employée, carrière
    """,
    # Nothing to do
    "money_spam": """
        crypto, cryptomonnaie, cryptomonnaies, bitcoin, airdrop, nft, forex, trading, signaux de trading,
        options binaires, investir, investissez, investissement, investissements, investi, rendement, bénéfices,
        profits, gagner de l'argent, gagnez de l'argent, gagné de l'argent, revenus passifs, revenu passif,
        complément de revenu, par jour, par semaine, à domicile, depuis chez vous, depuis chez moi,
        travail à domicile, liberté financière, devenir riche, casino, casino en ligne, paris sportifs, pronostics,
        machine à sous, prêt rapide, prêt entre particuliers, prêt d'argent, crédit rapide, besoin de financement,
        perdre du poids, perte de poids, maigrir, viagra, cbd, iphone gratuit, vous avez gagné,
        vous avez été sélectionné, vous avez été tiré, félicitations vous avez, réclamez votre, portefeuille crypto,
        wallet, retrait de, retiré mes gains, grâce à monsieur, grâce à madame, mentor, marabout, voyant,
        retour affectif, retour de l'être aimé, medium voyant
    """,
    "look_alike": """
        contactez @anyone, contacter @anyone, écrivez à @anyone, écrire à @anyone, contactez ce compte,
        contactez le support, contactez nous sur whatsapp, cher client, chère cliente, chers clients,
        cher utilisateur, vérifiez votre compte, vérifier votre compte, vérifiez vos informations,
        confirmez vos informations, votre compte sera, votre compte a été, votre colis est en attente,
        frais de douane, mettez à jour vos, remplissez le formulaire, remplir le formulaire, remplissez ce formulaire,
        cliquez ici, cliquez sur, clique ici, clique sur, cliquer sur le lien, le lien ci dessous, whatsapp,
        sur whatsapp, telegram, sur telegram, m'a aidé à récupérer, m'a aidée à récupérer, récupérer mon compte,
        récupéré mon argent, récupérer vos fonds, récupération de, hacker éthique, envoyez vos, envoyez votre,
        numéro de carte, coordonnées bancaires, vos coordonnées, support officiel, compte officiel du support,
        assistance rapide, prise en charge rapide, en inbox, inbox, veuillez
    """,
    "follow_bait": """
        suivez moi, suis moi, follow moi, je te follow, je follow back, je rends, abonne toi, abonnez vous,
        abonnez vous à ma, abonne toi à ma, ma chaîne youtube, regardez mon profil, regarde mon profil, visitez mon,
        allez voir mon, allez voir ma, va voir mon, venez voir, viens voir mon, mon profil, lien en bio,
        lien dans ma bio, lien dans la bio, onlyfans, mym, acheter des abonnés, abonnés pas chers, gagner des abonnés,
        plus d'abonnés, boostez votre, boostez vos, seo, référencement, création de site, création de logo, graphiste,
        mon nouveau son, mon nouveau titre, mon son, mon nouveau clip, mon clip, écoutez mon, ma musique,
        votez pour moi, célibataires près de, femmes chaudes, rencontre coquine, plan cul, nudes, rencontres,
        réplique, répliques, rolex, montres pas chères, mon code, code parrainage, code de parrainage, parrainage,
        lien de parrainage, je rédige vos, mémoire et thèse sur commande
    """,
    "off_topic": """
        la météo, déjeuner, embouteillages, élection, élections, politique, politicien, foot, le match, match hier,
        mauvais compte, mauvaise personne, mauvaise entreprise, trompé de compte, pas vous désolé, test, prem's,
        prems, ok, hm, idem, pareil
    """,
    # How it is said
    "question_word": """
        que, quoi, quand, où, pourquoi, pk, pq, qui, quel, quelle, quels, quelles, lequel, laquelle, comment, combien,
        est ce que, est ce qu'il, qu'est ce que, c'est quoi, c'est quand, c'est où, quelqu'un sait, qqn sait,
        quelqu'un connaît, savez vous si, savez vous, sait on, sais tu, une question, question, petite question,
        je me demande, je me demandais, y a t il, y aura t il, allez vous, avez vous, êtes vous
    """,
    "can_you": """
        pouvez vous, pourriez vous, vous pouvez, vous pourriez, peux tu, pourrais tu, est ce que vous pouvez,
        quelqu'un peut, quelqu'un pourrait, svp, stp, s'il vous plaît, s'il te plaît, merci de, merci de me,
        je vous prie, je vous demande, je demande, j'exige, je veux, je voudrais, j'aimerais, je souhaite,
        je souhaiterais, nous souhaitons, nous aimerions, nous souhaiterions, il me faudrait, j'ai besoin, besoin de,
        dites moi, donnez moi, envoyez moi, tenez moi au courant, tenez moi informé, contactez moi, appelez moi,
        rappelez moi, recontactez moi, répondez, répondez moi, réponse, une réponse, répondre, expliquez,
        expliquez moi, faites quelque chose, faites le nécessaire, réglez ça, réglez le problème, corrigez,
        corrigez ça, remettez, ramenez, ajoutez, rajoutez, pensez à, dans l'attente de, en attente de votre retour,
        au plaisir de vous lire, demande, requête
    """,
    "urgent": """
        urgent, urgente, urgence, en urgence, d'urgence, c'est urgent, immédiatement, tout de suite, au plus vite,
        rapidement, le plus vite possible, dès que possible, asap, vite, aujourd'hui, ajd, ce soir, ce matin,
        cet après midi, demain, demain matin, avant demain, avant vendredi, d'ici vendredi, d'ici demain, avant lundi,
        dans une heure, dans 1h, dans 2h, dans deux heures, dans 30 minutes, dans 10 minutes, minutes, mariage,
        enterrement, examen, date limite, dernière chance, loyer, salaire, paie, maintenant,
        avant qu'il ne soit trop tard
    """,
    "again": """
        encore, encore une fois, à nouveau, de nouveau, une fois de plus, toujours, toujours le même,
        toujours la même, comme d'habitude, comme toujours, tous les jours, chaque jour, chaque fois, à chaque fois,
        chaque semaine, sans cesse, sans arrêt, constamment, en permanence, re belote, troisième fois, semaines, mois,
        jours, heures, depuis lundi, depuis vendredi, depuis hier, depuis la semaine dernière, déjà
    """,
    "mine": "je, j', moi, mon, ma, mes, me, nous, notre, nos, on",
    "yours": "vous, votre, vos, tu, ton, ta, tes, l'équipe, les gars",
    "complaint": """
        déçu, déçue, déçus, déçues, déception, décevant, décevante, mauvais, mauvaise, mauvaises, nul, nulle, nuls,
        nulles, c'est nul, naze, pourrave, énervé, énervée, énervant, énervante, agacé, agaçant, agaçante, en colère,
        furieux, furieuse, frustré, frustrée, frustrant, ras le bol, marre, y en a marre, j'en ai marre, en ai assez,
        saoule, ça saoule, gavé, fatigué de, fatiguée de, fatiguant, arnaque, arnaques, arnaqueurs, arnaquée, escroc,
        escrocs, escroquerie, voleurs, vol organisé, du vol, c'est du vol, foutage de gueule, vous foutez de,
        foutez de ma gueule, foutez de nous, moquez de nous, moquez de moi, se moquer du monde, vous moquez,
        se fout de, on se fout, abusé, c'est abusé, vous abusez, n'importe quoi, du grand n'importe quoi, ridicule,
        ridicules, incompétent, incompétents, incompétente, incompétence, amateurs, amateurisme, inutile, incapable,
        incapables, lamentables, médiocre, lent, lente, trop lent, perte de temps, argent gaspillé, argent jeté,
        gâché, gâchis, excuses bidon, menteurs, menteur, mensonge, mensonges, promesses non tenues, pas sérieux,
        manque de respect, manque de professionnalisme, aucun respect, pas professionnel, non professionnel,
        pas content, pas contente, pas satisfait, mécontent, mécontente, insatisfait, insatisfaite, plus jamais,
        jamais plus, dernière fois, c'est fini, je change, je passe chez, je pars chez, je vais voir ailleurs,
        perdu un client, perdu une cliente, perdez un client, je déconseille, déconseille, à fuir, fuyez, à éviter,
        évitez, passez votre chemin, zéro étoile, une étoile, 0 étoile, 1 étoile, problème, problèmes, souci, soucis,
        galère, la galère, bordel, chiant, chiante, chier, fait chier, putain, ptn, merde, merdique, de la merde,
        connard, connards, cons, triste, dommage, quel dommage, malheureusement, ennuyeux, moche, moches, laid,
        de pire en pire, de mal en pis, baisse de qualité, qualité en baisse, c'était mieux avant, mieux avant, chaos,
        aberrant, hallucinant, vraiment pas, trop cher pour
    """,
    "awful": """
        honteux, honteuse, honte, une honte, quelle honte, c'est une honte, inadmissible, inadmissibles, inacceptable,
        inacceptables, scandaleux, scandaleuse, lamentable, pitoyable, minable, catastrophe, catastrophique,
        une catastrophe, désastre, désastreux, désastreuse, horrible, horribles, affreux, affreuse, atroce, ignoble,
        immonde, dégueulasse, dégueu, dégoûtant, dégoûtante, dégoûté, dégoûtée, écœurant, pire, le pire, la pire,
        les pires, exécrable, déplorable, intolérable, insupportable, révoltant, révoltante, indigne, cauchemar,
        un cauchemar, enfer, l'enfer, un enfer, déteste, je déteste, je vous déteste, la haine, bandits,
        bande de voleurs, bande d'escrocs, ordures, allez vous faire, va te faire
    """,
    "sarcasm": """
        merci pour rien, merci pour ce, merci d'avoir ruiné, bravo, bravo 👏, bravo la, bravo champion,
        bravo les champions, quelle surprise, tiens donc, comme par hasard, ben voyons, bien sûr, super merci,
        super service, ah super, ah bah bravo, ah ben bravo, bah bravo, génial merci, on applaudit,
        félicitations pour ce, félicitations pour votre nullité, chapeau l'artiste, quelle efficacité,
        quelle réactivité, quel professionnalisme, toujours aussi efficace, toujours aussi réactif,
        au top comme d'hab, au top comme toujours, comme d'hab, j'adore quand, j'adore attendre, j'adore payer,
        on adore attendre, ironie, seulement 3 heures, que 3 heures, continuez comme ça, vous êtes des génies,
        des génies, quel bonheur d'attendre, quel plaisir d'attendre, un régal ce service, du grand art, la classe
    """,
    "rhetorical": """
        sérieusement, sérieux, vous êtes sérieux, c'est sérieux, c'est une blague, une blague,
        vous vous moquez de qui, vous vous foutez de qui, vous vous foutez de moi, de qui se moque t on,
        vous n'avez pas honte, pas honte, n'avez vous pas honte, c'est quoi ce délire, c'est quoi ce bordel,
        c'est quoi ce service, comment est ce possible, comment c'est possible, comment peut on être, qui a eu l'idée,
        qui a validé, qui a eu cette idée, à quoi ça sert, à quoi servez vous, à quoi bon, jusqu'à quand,
        c'est si compliqué, si compliqué, si difficile, pour quoi faire, on en parle, qui d'autre, n'est ce pas,
        non mais, non mais allô, qu'est ce qui ne va pas chez vous, qu'est ce que c'est que
    """,
    "laugh": """
        haha, hahaha, hahahaha, hihi, mdr, mdrr, mdrrr, ptdr, ptdrr, lol, xd, xptdr, je rigole, rigolo, drôle,
        trop drôle, je blague, blague, pour rire, mort de rire, morte de rire, ahah, ahahah, 😂, 🤣
    """,
    "quiet": """
        pas besoin de répondre, pas besoin de réponse, inutile de répondre, ne répondez pas c'est, juste pour dire,
        je voulais juste dire, voulais juste, je tenais à, je voulais simplement, juste pour info, pour info,
        pour information, fyi, c'est réglé, c'est bon, problème réglé, problème résolu, réglé, résolu, ça remarche,
        ça marche maintenant, ça fonctionne à nouveau, ça refonctionne, tout est rentré dans l'ordre,
        merci quand même, pas grave, c'est pas grave, tant pis, pas de souci, aucun souci, pas pressé, pas d'urgence,
        rien d'urgent, quand vous pouvez, pas de panique, laissez tomber, je dis ça je dis rien
    """,
    "good": """
        bon, bonne, bons, bonnes, bien, plaît, me plaît, plaisir, quel plaisir, agréable, pratique, utile, correct,
        ponctuel, réactif, réactive, rapide, rapides
    """,
    "but": "mais, cependant, toutefois, par contre, sauf, pourtant, malgré",
    "not": "pas, ne, ni, jamais, aucun, aucune, rien, sans, personne, guère",
    "nothing": """
        mort de rire, morte de rire, mourir de rire, je meurs de rire, meurs d'envie, meurs d'envie de, à mourir,
        beau à mourir, bon à mourir, bonne à mourir, à se damner, à tomber, à tomber par terre, mortel ce,
        trop mortel, c'est mortel, une tuerie, c'est une tuerie, tuerie, je suis mort, je suis morte, suis morte 😂,
        suis mort 😂, tuer pour, tuerais pour, ça tue, qui tue, qui déchire, ça déchire, déchire tout, bombe de bain,
        boule de bain, c'est de la bombe, de la bombe, une bombe, la bombe, bombe atomique, explosion de saveurs,
        explosion de saveur, explosion de goût, explose en bouche, explosé de rire, explosée de rire, m'a explosé,
        fond dans la bouche, fondu dans la bouche, fondant, fondue au chocolat, coeur fondu, fait fondre, je fonds,
        brise le coeur, coeur brisé, casse pas trois pattes, casse tête, casser internet, cassé internet,
        casse la baraque, tout cassé, briser la glace, battu des records, en feu en ce moment, tout feu tout flamme,
        feu d'artifice, feux d'artifice, coup de feu en cuisine, feu 🔥, mise en bouche, malade mental ce,
        un truc de malade, de malade, un jeu de malade, de fou, de ouf, un délire, criminel de,
        ça devrait être interdit, devrait être illégal, devrait être interdit, péché mignon, orange sanguine,
        sang froid, bon sang, pur sang, série policière, polar, thriller, true crime, film d'horreur, jeu d'horreur,
        boss final, escape game, death metal, pas mal, pas mal du tout, vraiment pas mal, plutôt pas mal, pas mauvais,
        pas dégueu, putain c'est bon, putain que c'est bon, putain de bon, putain j'adore, j'ai hâte,
        dans l'attente de vous revoir, vaut l'attente, ça valait l'attente, vivement la suite, aucun problème,
        pas de problème, sans problème, pas de souci, sans souci, aucun souci, d'un coup, tout à coup, coup de main,
        sur le coup, vol de nuit, vol des oiseaux, du coup, en fait, au fait, au secours ils sont trop,
        danger pour mon portefeuille, danger public pour mon, dangereusement bon, attention c'est addictif, addictif,
        astuce, life hack, hackathon, pause café, ça m'a tuée 😂, ça m'a tué 😂, à feu doux, sans danger, avoir hâte
    """,
}
