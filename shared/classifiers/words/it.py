"""Italian."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        rimborso, rimborsi, rimborsare, rimborsato, rimborsata, rimborsati, rimborsarmi, rimborsatemi, i miei soldi,
        soldi indietro, ridatemi i soldi, ridatemi i miei soldi, restituite i soldi, restituzione, restituire,
        restituito, reso, resi, fare il reso, fare un reso, reso gratuito, etichetta di reso, etichetta reso, rendere,
        rispedire, rispedito, risarcimento, risarcire, risarcito, indennizzo, buono sconto per il disagio, voucher,
        cambio merce, cambiare la taglia, sostituire il prodotto, accredito, riaccredito, storno, stornare,
        diritto di recesso, compensazione
    """,
    "delivery": """
        consegna, consegne, consegnato, consegnata, consegnati, consegnare, consegnate, ordine, ordini, mio ordine,
        numero ordine, numero d'ordine, ordinato, ordinata, ho ordinato, pacco, pacchi, mio pacco, spedizione,
        spedizioni, spedito, spedita, spedire, corriere, corrieri, fattorino, rider, tracking, tracciamento,
        tracciare, non è arrivato, non è arrivata, non arriva, mai arrivato, mai arrivata, non ancora arrivato,
        ancora non arriva, non ho ricevuto, mai ricevuto, mai consegnato, in transito, in consegna, in giacenza,
        giacenza, poste, bartolini, preordine, preordinato, ritiro in negozio, punto di ritiro, locker, smarrito,
        pacco smarrito, perso il mio pacco
    """,
    "broken": """
        rotto, rotta, rotti, rotte, si è rotto, si è rotta, si rompe, non funziona, non funzionano, non funziona più,
        non va, non va più, non vanno, smesso di funzionare, ha smesso di funzionare, non si accende,
        non si accende più, non si carica, non carica, non carica più, non si apre, non si apre più, non parte,
        non parte più, non si connette, non si collega, non risponde ai comandi, si blocca, si blocca sempre,
        bloccata l'app, crasha, crash, si chiude da sola, si chiude, si spegne, si spegne da solo, si riavvia,
        si impalla, impallato, impallata, errore, errori, codice errore, messaggio di errore, dà errore, mi dà errore,
        bug, bugs, buggato, buggata, lagga, lag, laggare, difettoso, difettosa, difetto, difetti, danneggiato,
        danneggiata, guasto, guasta, guasti, malfunzionamento, crepato, crepa, strappato, scucito, scollato,
        perde acqua, perde olio, schermo nero, schermata nera, schermo bianco, riparazione, riparare, riparato,
        aggiustare, aggiustate, sistemare, garanzia, in garanzia, sostituzione, sostituire, sostituito,
        pezzo di ricambio, ricambio, cade la linea, si disconnette, si scarica, disconnessioni
    """,
    "access": """
        accedere, non riesco ad accedere, non riesco a entrare, non riesco ad entrare, non mi fa entrare,
        non mi fa accedere, non riesco a loggarmi, login, loggarmi, accesso, password, password dimenticata,
        reimpostare, resettare, credenziali, mio account, il mio account, mio conto, account bloccato, bloccato,
        bloccata, conto bloccato, mi avete bloccato, sbloccare, sblocco, sospeso, sospesa, bannato, bannata, ban,
        codice di verifica, codice sms, codice otp, otp, spid, attivare, attivazione, attivato, mia carta,
        la mia carta, carta bloccata, carta rifiutata, carta smagnetizzata, pagamento rifiutato, rifiutata, rifiutato,
        nome utente, email di conferma, mail di conferma, pin, puk, area clienti, due fattori
    """,
    "billing": """
        addebito, addebiti, addebitato, addebitata, addebitati, addebitare, addebitato due volte, doppio addebito,
        mi avete addebitato, prelevato, prelevati, mi hanno prelevato, scalato, scalati, mi hanno scalato,
        mi avete scalato, fattura, fatture, fatturazione, fatturato, bolletta, bollette, pagamento, pagamenti, pagato,
        pagata, pagare, pagato due volte, bonifico, bonifici, rid, commissione, commissioni, costi nascosti,
        costi aggiuntivi, abbonamento, abbonamenti, rinnovo, rinnovo automatico, rinnovato, rinnovata, canone, rata,
        rate, caparra, acconto, saldo, estratto conto, ricevuta, scontrino, conguaglio, morosità,
        sollecito di pagamento, credito residuo, ricarica, punti fedeltà, i miei punti, punti, piano premium
    """,
    "cancel": """
        cancellare, cancellato, cancellata, cancellati, cancellazione, cancellate, annullare, annullato, annullata,
        annullamento, annullate, disdire, disdetta, disdette, disdetto, recesso, recedere, disiscrivermi,
        disiscrizione, disattivare, disattivazione, disattivate, eliminare il mio account, cancellare il mio account,
        chiudere il conto, chiudere il mio conto, chiusura conto, modificare la prenotazione,
        spostare la prenotazione, cambiare data, riprogrammare, riprogrammato, rimandato
    """,
    "waiting": """
        sto aspettando, sto ancora aspettando, ancora aspetto, aspetto da, aspettiamo, aspettiamo da, aspettando,
        aspettato, in attesa, sono in attesa, siamo in attesa, ancora in attesa, attendo, attendo da, attesa,
        senza risposta, nessuna risposta, nessun riscontro, nessuno risponde, nessuno mi risponde, non rispondete,
        non rispondono, non risponde nessuno, non risponde, non mi rispondete, nessuno mi ha risposto,
        nessuno richiama, nessuno mi ha richiamato, nessuno sa niente, nessuna notizia, senza notizie,
        nessun aggiornamento, nessuna soluzione, ancora niente, ancora nulla, e ancora niente, ancora nessuna,
        ancora nessuno, ignorato, ignorata, ignorate, mi ignorate, ignorano, buttato giù, mi hanno attaccato,
        attaccano il telefono, riattaccato, cade la chiamata, rimbalzato, rimbalzata, mi rimbalzano, rimpallo,
        scaricabarile, da giorni, da settimane, da mesi, da ore, da una settimana, da due settimane, da 2 settimane,
        da 3 settimane, da tre settimane, da un mese, da 2 mesi, da due mesi, da ieri, sono giorni, sono settimane,
        sono mesi, sono 3 giorni, sono 2 settimane, è una settimana, terza volta, seconda volta, per la terza volta,
        più volte, mille volte, ennesima volta, ennesimo, ennesima, ho chiamato, chiamato, chiamate, telefonato,
        ore al telefono, mandato mail, mandato email, scritto mail, ho scritto, inviato mail, inviato pec, pec,
        sollecito, solleciti, sollecitato, in coda, coda, musichetta, numero pratica, pratica, numero ticket,
        ticket aperto, segnalazione aperta, aperto un ticket, aperto una segnalazione, novità sul, ci sono novità,
        quanto devo aspettare, quanto ancora, che fine ha fatto
    """,
    "help": """
        aiuto, aiutatemi, aiutarmi, aiutare, mi aiutate, mi serve aiuto, ho bisogno di aiuto, potete aiutarmi,
        qualcuno mi aiuta, qualcuno può aiutarmi, assistenza, assistenza clienti, servizio clienti,
        servizio assistenza, customer care, supporto, supporto tecnico, operatore, operatori, operatrice,
        parlare con un operatore, parlare con qualcuno, parlare con una persona, chatbot, bot, call center,
        numero verde, reclamo, reclami, fare reclamo, segnalazione, mandato un dm, scritto in dm, inviato un dm,
        in dm, in privato, messaggio privato, scritto in privato, leggete i dm, guardate i dm, risolvere, risolvete,
        risolto niente, soluzione, soluzioni, consulente, commesso, commessa, personale scortese, scortese, scortesi,
        maleducato, maleducata, maleducati, filiale, addetto, addetta
    """,
    "how_to": """
        come faccio, come si fa, come posso, come devo, come fare, come funziona, come cambio, come attivo,
        come disattivo, come disdico, come recupero, come modifico, dove posso, dove trovo, dove si trova,
        dov'è il mio, dove il mio, si può, è possibile, posso usare, posso portare, posso cambiare, posso ancora,
        cosa devo fare, che devo fare, cosa faccio, devo fare, serve, serve il, bisogna, c'è un modo, c'è modo,
        quanto tempo, quanto ci vuole, quanto ci mette, in quanto tempo, tempi di, orario, orari, che orari,
        orari di apertura, a che ora, siete aperti, aperti domenica, aprite, aperti la domenica, impostazione,
        impostazioni, configurare, istruzioni, manuale, procedura, quale app, quando arriva, quando arriva il mio,
        entro quando
    """,
    "booking": """
        volo, voli, imbarco, gate, bagaglio, bagagli, valigia, valigie, posto a sedere, posti, sedile, check in,
        coincidenza, coincidenza persa, prenotazione, prenotazioni, prenotato, prenotata, prenotare, camera, camere,
        stanza, hotel, albergo, treno, treni, regionale, frecciarossa, metro, metropolitana, autobus, bus, pullman,
        tram, binario, stazione, fermata, biglietto, biglietti, ritardo, ritardi, in ritardo, ritardo di, scalo,
        itinerario, passeggero, passeggeri, equipaggio, capotreno, aeroporto, partenza, ascensore, aria condizionata,
        concessionaria, officina, appuntamento, ricetta medica, farmacia, assicurazione, polizza, sinistro, soppresso,
        soppressi, soppressione, corsa soppressa, capolinea
    """,
    "connection": """
        wifi, internet, senza internet, segnale, rete, senza rete, linea, senza linea, campo, non prende, router,
        modem, dati mobili, 4g, 5g, roaming, sim, esim, fisso, telefono fisso, fibra, adsl, velocità, copertura,
        contatore, lettura del contatore, autolettura, server, app, applicazione, sito, sito web, aggiornamento,
        firmware, bluetooth, caricatore, caricabatterie, batteria, schermo, salvataggio, salvataggi, progressi,
        partita salvata, streaming
    """,
    "wrong_item": """
        articolo sbagliato, prodotto sbagliato, taglia sbagliata, colore sbagliato, ordine sbagliato, pacco sbagliato,
        mandato quello sbagliato, arrivato un altro, arrivata un'altra, arrivato sbagliato,
        non è quello che ho ordinato, diverso da quello ordinato, manca, mancava, mancano, mancante, mancanti,
        incompleto, incompleta, vuoto, vuota, scatola vuota, mezzo vuoto, mezza vuota, scaduto, scaduta, scaduti,
        data di scadenza, muffa, ammuffito, ammuffita, marcio, marcia, marci, andato a male, avariato, avariata,
        rancido, capello nel, capello nella, un capello, usato, sporco, sporca, sporchi, macchie, macchiato,
        non conforme, non come in foto, diverso dalla foto, puzza
    """,
    # What endangers people or the brand
    "danger": """
        preso fuoco, prende fuoco, a fuoco, va a fuoco, in fiamme, fiamme, incendio, fumo, esce fumo, usciva fumo,
        puzza di bruciato, odore di bruciato, odore di gas, puzza di gas, fuga di gas, perdita di gas, esploso,
        esplosa, esplode, esplosione, scoppiato, scoppiata, scintille, scossa elettrica, presa la scossa,
        preso la scossa, scossa, folgorato, ustione, ustioni, ustionato, ustionata, bruciato la mano, bruciata,
        mi sono bruciato, mi sono bruciata, ferito, ferita, feriti, ferite, lesioni, infortunio, sangue, sanguina,
        ambulanza, ospedale, pronto soccorso, svenuto, svenuta, svenimento, privo di sensi, soffocato, soffocando,
        soffocare, soffocamento, commozione cerebrale, freni rotti, freni non funzionano, freni, senza freni,
        accelerato da sola, accelera da sola, airbag, incidente, monossido di carbonio, monossido, cavi scoperti,
        filo scoperto, fili scoperti, surriscaldato, surriscalda, surriscaldamento, fuso, sciolto, batteria gonfia,
        gonfiata, pericoloso, pericolosa, pericolosi, pericolo, rischio incendio, rischio, non sicuro, qualcuno muore,
        ci scappa il morto, quasi morto, rischiato di morire, rischiato la vita, poteva morire, bloccati in ascensore,
        bloccato in ascensore, bloccata in ascensore, chiusi dentro, chiuso dentro, chiusa dentro, intrappolati,
        intrappolato, intrappolata, bloccati in galleria, non respiro, evacuati, evacuato, evacuazione,
        vigili del fuoco, pompieri, 118, emergenza, aggredito, aggredita, aggressione, minacciato, minacciata,
        minacce, bomba, arma, coltello, cancerogeno, amianto, deragliato, colpo di calore, convulsioni, overdose,
        dose sbagliata, dosaggio sbagliato, farmaco sbagliato
    """,
    "poison": """
        intossicazione, intossicazione alimentare, intossicato, intossicata, intossicati, avvelenamento, avvelenato,
        avvelenata, salmonella, listeria, botulino, escherichia coli, reazione allergica, allergia, allergico,
        allergica, allergeni, allergene, shock anafilattico, choc anafilattico, non dichiarato,
        non indicato in etichetta, non in etichetta, contiene noci, arachidi, vetro nel, vetro nella, pezzo di vetro,
        pezzi di vetro, schegge, metallo nel, pezzo di metallo, plastica nel, plastica nella, pezzo di plastica,
        vomitato, vomitare, vomito, vomita, diarrea, stato male, stata male, stati male, sentito male, sentita male,
        mi sono sentito male, tutti male, ammalato, ammalati, eruzione cutanea, sfogo cutaneo, orticaria, contaminato,
        contaminata, contaminazione, effetto collaterale, effetti collaterali, tossico, tossica, verme, vermi, larve,
        larva, topi, topo, ratti, scarafaggio, scarafaggi, blatte, cimici, insetto nel, insetti nel
    """,
    "self_harm": """
        uccidermi, mi uccido, mi ammazzo, ammazzarmi, voglio morire, vorrei morire, non voglio più vivere,
        non voglio vivere, farla finita, la faccio finita, suicidio, suicidarmi, suicida, togliermi la vita,
        farmi del male, tagliarmi, autolesionismo, mettere fine alla mia vita, senza di me starebbero meglio,
        meglio senza di me, non svegliarmi più, buttarmi dal, buttarmi sotto, nessun motivo per vivere,
        non ha senso vivere, dire addio a tutti
    """,
    "death": """
        morto, morta, morti, è morto, è morta, morte, muore, decesso, decessi, deceduto, deceduta, ucciso, uccisa,
        uccide, mortale, mortali, fatale, funerale, vittime
    """,
    "legal": """
        avvocato, avvocati, avvocata, legale, legali, vie legali, azione legale, azioni legali, azione collettiva,
        class action, causa, fare causa, vi faccio causa, in causa, tribunale, giudice di pace, giudice, querela,
        querelare, querelo, denuncia, denunciare, denuncio, denunciato, vi denuncio, sporgere denuncia, gdpr, garante,
        garante della privacy, garante privacy, privacy violata, diritto d'autore, copyright, marchio registrato,
        illegale, illegali, illecito, contro la legge, violazione del contratto, clausola vessatoria, diffida,
        messa in mora, risarcimento danni, danni morali, diffamazione
    """,
    "authority": """
        polizia, carabinieri, polizia postale, guardia di finanza, nas, asl, agcm, antitrust, agcom, arera, ivass,
        consob, banca d'italia, codacons, altroconsumo, adiconsum, federconsumatori, associazione consumatori,
        associazioni consumatori, unione consumatori, corecom, conciliaweb, autorità, procura, esposto, indagine,
        indagini, indagato, indagati, ispezione, ispettori, ispettorato, multa, multati, sanzione, segnalato a,
        segnalo a, segnalerò, ministero, enac, commissariato
    """,
    "breach": """
        fuga di dati, violazione dei dati, violazione di dati, data breach, dati rubati, furto di dati,
        dati trapelati, trapelati, hackerato, hackerata, hackerati, hacker, attacco hacker, attacco informatico,
        violato, violata, i miei dati, dati personali, dati dei clienti, dati di altri, dati di un altro,
        dati di un'altra persona, account di un altro, conto di un altro, password rubate, ransomware, phishing,
        falla, falla di sicurezza, vulnerabilità, dark web, furto di identità, furto d'identità,
        accesso non autorizzato, addebito fraudolento, operazioni non autorizzate, operazioni mai fatte,
        movimenti non riconosciuti, non riconosco, svuotato il conto, conto svuotato, clonata, carta clonata, rubato,
        rubati, rubata
    """,
    "boycott": """
        boicottare, boicottiamo, boicottate, boicottaggio, boicotta, non comprate, non comprate più, cancellate l'app,
        condividete, fate girare, girare, diffondete, diventi virale, virale, in tendenza, trending,
        tutti devono sapere, tutti devono saperlo, passate parola, vergognatevi tutti, shitstorm, epic fail, protesta,
        proteste, petizione, firmate, indignazione, sciopero, manifestazione, scandalo social, bufera
    """,
    "hate": """
        razzista, razzisti, razzismo, sessista, sessisti, sessismo, maschilista, omofobo, omofoba, omofobi, omofobia,
        transfobia, transfobico, antisemita, antisemitismo, islamofobia, xenofobo, xenofobia, abilismo, abilista,
        grassofobia, misogino, misoginia, discriminazione, discriminato, discriminata, discriminatorio, discriminare,
        molestie, molestia, molestato, molestata, molestie sessuali, offensivo, offensiva, offeso, offesa, insulto,
        insulti, insultato, insultata, cattivo gusto, di cattivo gusto, pessimo gusto, nazista, sedia a rotelle,
        in carrozzina, carrozzina, palpeggiata, body shaming
    """,
    "wrongdoing": """
        lavoro minorile, sfruttamento, sfruttati, sfruttate i lavoratori, schiavitù, caporalato, lavoro nero,
        inquinamento, inquinano, inquinate, inquinare, sversamento, sversamenti, scarichi nel, sversano, greenwashing,
        tangente, tangenti, mazzetta, corruzione, corrotti, insabbiare, insabbiato, insabbiano, nascondete,
        nascondono, nascosto, nascondere la verità, occultare, scandalo, mentito, mentite, ci mentite, mentono,
        avete mentito, frode, frodi, evasione fiscale, maltrattamento animali, crudeltà sugli animali,
        testato sugli animali, testate sugli animali, test sugli animali, sottopagati, stipendi non pagati, deepfake,
        documenti interni, audio trapelato, video trapelato, ingannevole, ingannevoli, pubblicità ingannevole,
        ingannate, ingannano, inganno, cancellate i commenti, cancellano i commenti, cancellato il mio commento,
        cancellate i commenti negativi, eliminate i commenti, commenti cancellati, deforestazione, prove, ho le prove,
        speculazione, sgrammatura, shrinkflation
    """,
    "recall": """
        richiamo prodotto, richiamo alimentare, richiamo del prodotto, richiamati, richiamato dal mercato,
        ritiro dal mercato, ritirato dal mercato, ritirare dal mercato, ritirate dal mercato, ritirate il prodotto,
        campagna di richiamo, lotto, numero di lotto, non mangiate, non mangiatelo, non consumate, non consumatelo,
        non usate, non usatelo, attenzione a tutti, attenzione a questo, attenti a, state attenti, fate attenzione,
        avviso a tutti, allerta, allerta alimentare
    """,
    "outage": """
        down, è down, siete down, server down, server giù, tutto giù, giù per tutti, disservizio, disservizi,
        blackout, senza luce, senza corrente, manca la corrente, manca la luce, saltata la corrente,
        interruzione di corrente, senza elettricità, senza riscaldamento, riscaldamento spento, senza acqua,
        manca l'acqua, senza acqua calda, senza gas, tutta la città, tutta la zona, tutto il quartiere,
        tutto il paese, tutta la via, tutto il palazzo, tutta italia, in tutta italia, tutta la regione, nazionale,
        a tutti, per tutti, nessuno riesce, nessuno può, solo a me, solo io, capita solo a me, succede solo a me,
        qualcun altro, a qualcun altro, anche a voi, anche voi, non funziona niente, non funziona nulla,
        non va niente, non va nulla, tutto bloccato, tutti i negozi, pos non funzionano, pagamenti bloccati,
        guasto generale, sistema bloccato
    """,
    "stranded": """
        bloccati in aeroporto, bloccato in aeroporto, bloccata in aeroporto, bloccati da, bloccati qui,
        bloccati sul treno, bloccati a, a piedi, lasciati a piedi, lasciato a piedi, lasciata a piedi,
        lasciati a terra, lasciato a terra, lasciati soli, abbandonati, abbandonato, abbandonata,
        dormire in aeroporto, dormito in aeroporto, dormire per terra, dormiamo per terra, senza hotel, senza albergo,
        in mezzo al nulla, in piena notte, perso il volo, perdere il volo, perdo il volo, perso la coincidenza,
        perdere la coincidenza, perdiamo la coincidenza, perso il treno, non posso tornare a casa, tornare a casa,
        per strada, in mezzo alla strada, al freddo, al gelo, sotto la pioggia, carro attrezzi, in panne, fermi da,
        fermi in
    """,
    "vulnerable": """
        neonato, neonata, neonati, bimbo, bimba, bimbi, bambino, bambina, bambini, mio figlio, mia figlia,
        i miei figli, anziano, anziana, anziani, mia madre, mia mamma, mia nonna, mio nonno, mio padre, nonna,
        disabile, disabili, disabilità, incinta, gravidanza, insulina, diabetico, diabetica, dialisi, ossigeno,
        respiratore, farmaco, farmaci, medicina, medicinali, medicine, inalatore, chemio, chemioterapia, cancro,
        tumore, asma, epilessia, operazione, pacemaker, cieco, cieca, autistico, autistica, i miei pazienti, pazienti
    """,
    # What the brand does
    "announcement": """
        annuncio, annunci, annunciato, annunciata, annunciate, annunciare, comunicato, comunicato stampa,
        presentazione, presentato, presentata, presentate, svelato, svelata, svelano, teaser, trailer,
        vostro articolo, vostro post su, appena letto, ho letto che, letto che, visto che avete, ho visto che,
        sentito che, ho sentito che, è vero che, vero che, davvero che, campagna, nuova campagna, vostra campagna,
        nuovo spot, spot, vostra pubblicità, nuova pubblicità, vostro evento, evento, keynote, diretta, in diretta,
        webinar, newsletter, roadmap, note della patch, notizia, notizie, bella notizia, ottima notizia,
        grande notizia, bilancio, risultati trimestrali
    """,
    "launch": """
        lancio, lanciato, lanciata, lanciate, lanciare, uscita, uscite il, esce, esce il, uscirà, quando esce,
        quando uscirà, data di uscita, data di lancio, è uscito, è uscita, disponibile da, da oggi, in arrivo,
        nuova funzione, nuove funzioni, nuova funzionalità, nuova versione, nuovo modello, nuovi modelli,
        nuova collezione, nuova linea, nuova rotta, nuova tratta, nuovo aggiornamento, nuova stagione, nuovo logo,
        nuovo design, nuovo look, restyling, nuovo gusto, nuovi gusti, nuovo negozio, nuova apertura, apertura,
        inaugurazione, inaugurate, inaugurato, aprirete, aprite a, aprite anche, beta, nuova app, nuovo menu,
        nuova confezione, nuova ricetta, torna, tornato, tornata, ritorno di, riportate, nuovo album, seguito,
        stagione 2, dlc, espansione, arriva in italia, arriverà in italia, nuova tariffa, nuove tariffe, nuovo piano,
        nuove condizioni, fuori produzione, dismesso
    """,
    "company": """
        fusione con, acquisizione, acquisito, acquisita, nuovo ceo, ceo, amministratore delegato, licenziamenti,
        licenziamento, licenziati, esuberi, cassa integrazione, carbon neutral, emissioni zero, neutralità carbonica,
        sostenibilità, sostenibile, rinnovabili, rinnovabile, partnership con, collaborazione con, sponsor di,
        sponsorizzate, sede, quotazione, in borsa, azionisti, azioni, donazione, donazioni, donato, fondazione,
        impegno, aumento dei prezzi, aumento prezzi, rincari, rincaro, aumento di prezzo, settimana di quattro giorni,
        settimana corta, investimento in
    """,
    "contest": """
        concorso, concorsi, contest, giveaway, estrazione, estratto, estratta, estratti, lotteria, premio, premi,
        in palio, vincitore, vincitrice, vincitori, vinto, ho vinto, chi ha vinto, vincere, vinco, vincerò, vincerlo,
        partecipare, partecipo, partecipa, partecipato, partecipando, partecipazione, partecipanti, regolamento,
        taggo, tagga, taggare, taggato, tag, condiviso, metto like, like messo, fatto ✅, fatto, seguo già, seguo,
        in bocca al lupo, in bocca al lupo a tutti, buona fortuna, buona fortuna a tutti, incrocio le dita,
        dita incrociate, speriamo, spero di vincere, speriamo bene, ci provo, provo anch'io, tento la fortuna,
        tentiamo, scegliete me, mi piacerebbe vincere, votare, voto, votato, votate, votazione, votazioni, giuria,
        sfida, calendario dell'avvento, data di scadenza del concorso, termine per partecipare, truccato, quiz,
        secondo posto, primo posto
    """,
    # What is said kindly
    "thanks": """
        grazie, grazie mille, grazie di cuore, grazie a, grazie per, grz, molte grazie, tante grazie, ringrazio,
        ringraziare, vi ringrazio, ringraziamenti, ringraziamento, grato, grata, complimenti a, complimenti per,
        complimenti al, tanto di cappello, chapeau, bravi tutti, bravissimi, mi avete salvato, mi avete salvata,
        salvato la giornata, servizio impeccabile, servizio eccellente, ottimo servizio, assistenza impeccabile,
        assistenza fantastica, ottima assistenza, velocissimi, gentilissimi, gentilissima, gentilissimo,
        disponibilissimi
    """,
    "love": """
        amo, lo amo, la amo, vi amo, amiamo, adoro, adoriamo, adorato, innamorato, innamorata, mi piace tantissimo,
        mi piace un sacco, mi piace molto, preferito, preferita, preferiti, preferite, migliore, migliori,
        il migliore, la migliore, i migliori, il top, top, bellissimo, bellissima, bellissimi, bellissime, bello,
        bella, belli, belle, stupendo, stupenda, stupendi, splendido, splendida, meraviglioso, meravigliosa,
        meraviglia, una meraviglia, magnifico, magnifica, fantastico, fantastica, fantastici, incredibile,
        incredibili, eccezionale, eccezionali, favoloso, favolosa, eccellente, eccellenti, perfetto, perfetta,
        perfetti, ottimo, ottima, ottimi, spettacolare, spettacolo, uno spettacolo, strepitoso, strepitosa, geniale,
        geniali, mitico, mitici, grandioso, grandi, siete grandi, siete i migliori, siete fantastici, siete il top,
        buonissimo, buonissima, buonissimi, squisito, squisita, delizioso, deliziosa, gustoso, che buono, che buona,
        che bello, che bella, carino, carina, carini, figo, figa sta, fighissimo, ficata, figata, una figata,
        che figata, spacca, spaccate, bomba 🔥, consiglio, consigliato, consigliatissimo, lo consiglio,
        straconsigliato, felice, felicissima, felicissimo, contento, contenta, contentissima, soddisfatto,
        soddisfatta, soddisfatti, entusiasta, colpito, impressionante, capolavoro, merita, vale la pena,
        vale ogni centesimo, dipendente da, gentile, gentili, simpatico, simpatici, cortese, cortesi, cool, 10/10,
        cinque stelle, 5 stelle, wow
    """,
    "greeting": """
        buongiorno, buongiorno a tutti, buonasera, buonanotte, buona giornata, buona serata, buona notte,
        buon weekend, buon fine settimana, buona domenica, buon lunedì, buon venerdì, buona settimana, buon natale,
        buon anno, buone feste, buona pasqua, buon compleanno, tanti auguri, auguri, buone vacanze, buon appetito,
        ciao a tutti, saluti, un saluto, un abbraccio, abbracci, baci, a presto, buon ferragosto
    """,
    "fan": """
        fan, fans, grande fan, fanart, cosplay, tatuaggio, community, il mio gatto, la mia gatta, il mio cane,
        la mia collezione, collezione, da bambino, da bambina, da piccolo, da piccola, da ragazzo, quando ero piccolo,
        quando ero piccola, infanzia, la mia infanzia, ricordi, che ricordi, bei tempi, nostalgia, cliente da,
        clienti da, cliente affezionato, cliente affezionata, cliente fedele, da 20 anni, da 10 anni, da anni,
        da sempre, maratona, in loop, a ripetizione, record, mio record, selfie, tramonto, vista, panorama, foto,
        outfit, ricetta, cucinato, fatto in casa, preparato, social media manager, smm, stagista,
        chi gestisce la pagina, chi gestisce questo account, questo account, questa pagina, meme, admin,
        opinione impopolare
    """,
    "congratulations": """
        congratulazioni, complimenti, complimentoni, bravi, brava, bravo, bravissimo, bravissima, meritato, meritata,
        meritatissimo, meritatissima, fiero, fiera, fieri, orgoglioso, orgogliosa, orgoglio, che orgoglio,
        felice per voi, non vedo l'ora, non vediamo l'ora, emozionato, emozionata, finalmente, era ora, alla buon'ora,
        cento di questi, avanti così, hype, curioso di, curiosa di
    """,
    # Who wants to buy
    "price": """
        prezzo, prezzi, quanto costa, quanto costano, quanto viene, quanto verrebbe, quanto viene a costare,
        che prezzo, qual è il prezzo, costo, costa, costano, costi, caro, cara, cari, troppo caro, carissimo,
        economico, più economico, meno caro, conveniente, sconto, sconti, scontato, scontata, codice sconto, coupon,
        buono sconto, promo, promozione, promozioni, offerta, offerte, saldi, in offerta, black friday, preventivo,
        un preventivo, al mese, mensile, prova gratuita, mese gratis, spese di spedizione, spedizione gratuita,
        spedizione gratis, all'ingrosso, ingrosso, sconto studenti, sconto quantità, piano famiglia, piano aziendale,
        tariffa, tariffe, permuta, finanziamento, finanziare, a rate, rateizzare, tasso, tasso zero,
        tasso di interesse, interessi, mutuo, mutui, prestito, leasing, noleggio a lungo termine
    """,
    "buy": """
        comprare, compro, comprato, comprarlo, comprarla, comprarne, acquistare, acquisto, acquistato, acquistarlo,
        vorrei comprare, vorrei acquistare, dove comprare, dove si compra, dove lo compro, dove posso comprare,
        dove posso acquistare, dove lo trovo, dove la trovo, dove li trovo, dove si trova in vendita,
        dove si può comprare, lo voglio, la voglio, li voglio, ne voglio, mi serve, mi servirebbe, interessato a,
        interessata a, sono interessato, sono interessata, mi interessa, ci interessa, mi interesserebbe, interessati,
        sto pensando di, pensavo di, pensando di prendere, vorrei ordinare, ordinarne, ordinare, in negozio,
        negozio più vicino, negozi, punto vendita, punti vendita, rivenditore, rivenditori, diventare cliente,
        passare a voi, passare con voi, cambiare operatore, attivare un'offerta, sottoscrivere, abbonarmi,
        aprire un conto, test drive, prova su strada, demo, una demo, commerciale, reparto vendite, carta regalo,
        buono regalo, gift card, regalo per, da regalare, per la mia azienda, per la nostra azienda, per l'ufficio,
        per il nostro ufficio, dipendenti, licenze
    """,
    "availability": """
        in stock, disponibile, disponibili, disponibilità, esaurito, esaurita, esauriti, sold out, terminato,
        riassortimento, tornerà disponibile, tornano disponibili, torna disponibile, di nuovo disponibile, avete,
        ne avete, avete anche, avete in, vendete, spedite, spedite in, spedite anche, consegnate anche, consegnate a,
        fate spedizioni, c'è in, esiste in, esiste anche, c'è anche, c'è la taglia, in nero, in blu, in rosso,
        in bianco, in verde, in taglia, taglia, taglie, guida alle taglie, che taglia, quale taglia, che modello,
        quale modello, colore, colori, che differenza, differenza tra, meglio di, rispetto al, compatibile,
        compatibile con, compatibili, funziona con, va bene per, è vegano, vegano, vegana, senza glutine, per celiaci,
        senza lattosio, impermeabile, autonomia, dimensioni, misure, animali ammessi, accettate cani,
        accettate animali, colazione inclusa, colazione compresa, vista mare, ci sono posti, posti liberi,
        ci sono ancora, camere libere
    """,
    # Press and partners
    "press": """
        giornalista, giornalisti, reporter, redattore, redattrice, redazione, scrivo per, sto scrivendo,
        sto scrivendo un articolo, sto preparando un articolo, sto preparando un servizio, articolo su, articolo sul,
        un pezzo su, un pezzo sul, servizio su, inchiesta su, inchiesta, ufficio stampa, addetto stampa,
        contatto stampa, cartella stampa, stampa, dichiarazione, dichiarazioni, dichiarazione ufficiale,
        un commento ufficiale, commento per, replica, portavoce, intervista, interviste, intervistare, intervistarvi,
        giornale, quotidiano, rivista, radio, televisione, tv, documentario, podcast, testata, media,
        pubblichiamo domani, pubblicare, chiusura del giornale, corrispondente, freelance, accredito stampa,
        accrediti, fact checking, usare il vostro video, usare il tuo video, usare la tua foto, ansa, embargo
    """,
    "partner": """
        collaborazione, collaborazioni, collaborare, collaboriamo, collab, partnership, partner, sponsor,
        sponsorizzazione, sponsorizzazioni, sponsorizzare, ambassador, testimonial, influencer, content creator,
        creator, ugc, media kit, mio pubblico, miei follower, mio canale, mio blog, blogger, mia community,
        nostro festival, nostro evento, nostra associazione, nostra fondazione, nostra conferenza, nostro convegno,
        associazione, onlus, ong, no profit, beneficenza, raccolta fondi, volontariato, relatore, relatrice,
        intervento al, convegno, tavola rotonda, affiliazione, affiliati, programma di affiliazione,
        prodotto da recensire, recensire, recensione, unboxing, iscritti, nostri lettori, lavorare insieme,
        lavorare con voi, fornitore, fornitori, distributore, diventare rivenditore, ufficio acquisti, università,
        studenti, tesi, tesi di laurea, sondaggio, questionario, premio nazionale, nominato, candidati al, invitarvi,
        invito, ospite
    """,
    "job": """
        lavoro, lavorare da voi, lavora con noi, lavorare per voi, lavorare in, lavoro qui, offerta di lavoro,
        offerte di lavoro, posizione aperta, posizioni aperte, assunzioni, assumete, assumendo, candidatura,
        candidarmi, candidato, curriculum, mio curriculum, cv, tirocinio, stage, apprendistato, colloquio,
        colloquio di lavoro, selezione, recruiter, carriera, primo giorno, nuovo lavoro, colleghi, ex dipendente,
        ex dipendenti
    """,
    # Nothing to do
    "money_spam": """
        cripto, criptovalute, criptovaluta, bitcoin, airdrop, nft, forex, trading, segnali di trading,
        opzioni binarie, investire, investimento, investimenti, investito, investi, rendimento, profitto, profitti,
        guadagno, guadagni, guadagnare, guadagna, guadagnato, guadagnando, soldi facili, reddito passivo,
        entrata extra, al giorno, euro al giorno, a settimana, da casa, lavorare da casa, lavora da casa,
        comodamente da casa, libertà finanziaria, diventare ricco, casinò, casino online, scommesse, scommettere,
        slot, prestito veloce, prestito tra privati, prestiti tra privati, prestito in 24 ore, perdere peso,
        dimagrire, dimagrito, viagra, cbd, iphone gratis, hai vinto un, hai vinto, sei stato selezionato,
        sei stata selezionata, è stato selezionato, riscuoti, ritira il tuo premio, wallet, portafoglio crypto,
        prelievo, prelevare, ho prelevato, raddoppiato, mentore, grazie al signor, grazie alla signora, cartomante
    """,
    "look_alike": """
        contatta @anyone, contattate @anyone, contatti @anyone, contattare @anyone, scrivi a @anyone,
        scrivete a @anyone, scriva a, scriva a @anyone, gentile cliente, gentile utente, caro cliente, cara cliente,
        verifica il tuo account, verifichi il suo account, verifichi i suoi dati, verifica i tuoi dati,
        conferma i tuoi dati, confermi i suoi dati, il tuo account sarà, il suo account sarà, il suo conto sarà,
        il suo pacco è, spese doganali, dazi doganali, aggiorna i tuoi dati, aggiorni i suoi dati, compila il modulo,
        compilare il modulo, compili il modulo, clicca qui, clicca sul link, cliccare sul link, clicchi qui,
        al seguente link, link sottostante, whatsapp, su whatsapp, telegram, su telegram, mi ha aiutato a recuperare,
        mi ha aiutata a recuperare, recuperato il mio, recuperare il tuo, recupero fondi, hacker etico, invia i tuoi,
        invii i suoi, ci invii i suoi dati, dati della carta, numero di carta, supporto ufficiale,
        assistenza ufficiale, pagina di assistenza, assistenza immediata, in inbox
    """,
    "follow_bait": """
        seguimi, seguitemi, segui il mio, ricambio, ricambio follow, ricambio il follow, follow, iscriviti al mio,
        iscrivetevi al mio, visita il mio profilo, visitate il mio profilo, guarda il mio profilo,
        guardate il mio profilo, passate dal mio, passa dal mio, mio profilo, link in bio, link nella mia bio,
        onlyfans, comprare follower, compra follower, follower reali, aumenta i tuoi follower, più follower, seo,
        siti web, realizzo siti, creo siti, web designer, grafico pubblicitario, creo loghi, loghi, mia nuova canzone,
        il mio nuovo singolo, mio nuovo brano, mio nuovo video, ascoltate il mio, ascoltate la mia, votatemi,
        votate per me, vota per me, donne single, ragazze calde, incontri, nudes, replica, repliche, rolex,
        orologi economici, usa il mio codice, mio codice, codice invito, codice amico, link referral,
        tesi su commissione
    """,
    "off_topic": """
        il meteo, pranzo, traffico, elezioni, politica, politico, calcio, la partita, partita di ieri,
        account sbagliato, profilo sbagliato, persona sbagliata, azienda sbagliata, non siete voi, prova, test, ok,
        mah, boh, idem
    """,
    # How it is said
    "question_word": """
        che, cosa, che cosa, cos'è, quando, dove, dov'è, perché, xke, xche, chi, quale, quali, come, com'è, quanto,
        quanti, quanta, quante, qualcuno sa, qualcuno sa se, sapete se, sapete, sai se, c'è, ci sono, è vero,
        una domanda, domanda, una curiosità, un'informazione, informazione, info, mi chiedevo, volevo sapere,
        vorrei sapere
    """,
    "can_you": """
        potete, potreste, puoi, potresti, può, potrebbe, qualcuno può, qualcuno potrebbe, riuscite a, per favore,
        x favore, perfavore, per piacere, per cortesia, cortesemente, vi prego, vi chiedo, chiedo, richiedo, pretendo,
        voglio, vorrei, vorremmo, mi piacerebbe, ho bisogno, abbiamo bisogno, ditemi, mi dite, mi sapete dire,
        sapete dirmi, datemi, mi date, fatemi sapere, mandatemi, inviatemi, mi mandate, chiamatemi, contattatemi,
        richiamatemi, ricontattatemi, essere ricontattato, essere ricontattata, essere contattato, rispondete,
        rispondetemi, risposta, una risposta, spiegate, spiegatemi, mi spiegate, fate qualcosa, sistemate,
        sistematelo, risolvete il problema, riportate, aggiungete, mettete, provvedete, resto in attesa,
        in attesa di riscontro, in attesa di un riscontro, attendo risposta, attendo riscontro, attendo un riscontro,
        richiesta
    """,
    "urgent": """
        urgente, urgenti, urgentemente, urgenza, con urgenza, è urgente, subito, immediatamente, al più presto,
        prima possibile, il prima possibile, quanto prima, in fretta, oggi, oggi stesso, entro oggi, stasera,
        stanotte, stamattina, domani, domani mattina, entro domani, entro venerdì, entro lunedì, tra un'ora,
        fra un'ora, tra 2 ore, tra due ore, tra 30 minuti, tra 10 minuti, minuti, matrimonio, funerale, esame,
        scadenza, ultima possibilità, affitto, stipendio, adesso, ora, prima che sia troppo tardi, parte tra
    """,
    "again": """
        ancora, di nuovo, un'altra volta, ancora una volta, ogni volta, ogni giorno, ogni settimana, tutti i giorni,
        tutte le settimane, sempre, sempre lo stesso, sempre la stessa, sempre la solita, come sempre, come al solito,
        al solito, costantemente, continuamente, in continuazione, continua a, continuano a, terza volta,
        seconda volta, settimane, mesi, giorni, ore, da lunedì, da venerdì, da ieri, dalla settimana scorsa, già
    """,
    "mine": "io, mi, me, mio, mia, miei, mie, noi, ci, nostro, nostra, nostri",
    "yours": "voi, vi, vostro, vostra, vostri, vostre, tu, ti, tuo, tua, lei, ragazzi, team, staff",
    "complaint": """
        deluso, delusa, delusi, delusione, deludente, male, malissimo, cattivo, cattiva, scarso, scarsa, scarsi,
        scadente, scadenti, arrabbiato, arrabbiata, incazzato, incazzata, incavolato, furioso, furiosa, infuriato,
        frustrato, frustrante, fastidio, fastidioso, infastidito, stufo, stufa, stufi, stanco di, stanca di, basta,
        non ne posso più, ne ho abbastanza, rotto le palle, rotto le scatole, rotto il cazzo, truffa, truffatori,
        truffato, truffata, truffati, fregatura, fregato, fregata, presa in giro, prese in giro, presi in giro,
        preso in giro, prendete in giro, prendere in giro, ladri, furto legalizzato, un furto, rapina, spazzatura,
        immondizia, merda, di merda, fa schifo, fate schifo, schifo, che schifo, schifezza, cagata, porcheria,
        ridicolo, ridicola, ridicoli, pagliacci, incompetenti, incompetente, incompetenza, incapaci, dilettanti,
        inutile, inutili, lento, lenta, lentissimo, lentissima, lentezza, perdita di tempo, soldi buttati,
        soldi sprecati, tempo perso, scuse, bugiardi, bugie, bugia, poca serietà, poco seri, mancanza di rispetto,
        zero rispetto, poco professionale, poco professionali, non professionale, insoddisfatto, insoddisfatta,
        scontento, mai più, mai più con voi, ultima volta, cliente perso, avete perso un cliente,
        avete perso una cliente, perso un cliente, passo a, cambio operatore, cambio gestore, sconsiglio,
        sconsigliato, sconsigliatissimo, non consiglio, non lo consiglio, state alla larga, state lontani, evitate,
        zero stelle, una stella, 1 stella, problema, problemi, disagio, disagi, triste, peccato, che peccato,
        purtroppo, noioso, brutto, brutta, brutti, caos, casino totale, sempre peggio, peggiora, peggiorato,
        peggiorata, di male in peggio, qualità scesa, calata la qualità, qualità peggiorata, non è possibile, assurdo,
        assurda, cazzo, che cazzo, cazzata, stronzi, coglioni, porca, vaffanculo, ma dai, lamentela, lamentele
    """,
    "awful": """
        pessimo, pessima, pessimi, pessime, peggio, peggiore, peggiori, il peggiore, la peggiore, il peggio, orribile,
        orribili, terribile, terribili, orrendo, orrenda, disastro, un disastro, disastroso, disastrosa,
        inaccettabile, inaccettabili, inammissibile, vergogna, una vergogna, che vergogna, vergognoso, vergognosa,
        vergognosi, vergognatevi, scandaloso, scandalosa, schifoso, schifosa, schifosi, disgustoso, disgustosa,
        disgustato, ripugnante, patetico, patetici, odio, vi odio, odioso, incubo, un incubo, inferno, un inferno,
        indecente, indecenti, indegno, indegna, imbarazzante, imbarazzanti, intollerabile, delinquenti, criminali,
        da denuncia, bastardi, andate a fanculo
    """,
    "sarcasm": """
        grazie per niente, grazie di niente, grazie al cazzo, complimenti davvero, complimenti eh,
        complimentoni davvero, bravi davvero, bravi eh, bel servizio, bell'assistenza, bella assistenza,
        ottimo servizio davvero, ottimo lavoro davvero, che sorpresa, ma che sorpresa, strano eh, chi l'avrebbe detto,
        guarda un po, ma certo, ma certo come no, come no, sì certo, certo come no, geni, dei geni, siete dei geni,
        puntualissimi come sempre, puntuali come sempre, efficienti come sempre, efficientissimi, adoro quando,
        adoro aspettare, adoro pagare, che bello aspettare, bello pagare, ironia, sarcasmo, applausi, un applauso,
        continuate così, solo 3 ore, appena 3 ore, che meraviglia di servizio, viva l'italia, tutto normale
    """,
    "rhetorical": """
        sul serio, ma sul serio, seriamente, ma davvero, ma siete seri, siete seri, è uno scherzo, ma è uno scherzo,
        state scherzando, mi prendete in giro, ci prendete in giro, ma stiamo scherzando, non vi vergognate,
        ma non vi vergognate, vi vergognate, che problemi avete, a chi è venuto in mente, chi ha avuto l'idea,
        chi ha approvato, cosa avevate in testa, è così difficile, tanto difficile, ci vuole tanto, a cosa serve,
        a che serve, com'è possibile, come è possibile, possibile che, ma è possibile, fino a quando, chi se ne frega,
        a chi importa, chi altro, vero?, o no?, ma scherziamo, ma che
    """,
    "laugh": """
        ahah, ahahah, ahahahah, ahahaha, haha, hahaha, eheh, lol, xd, rotfl, rido, sto ridendo, mi fa ridere,
        fa ridere, morto dal ridere, scherzo, scherzavo, si scherza, battuta, 😂, 🤣
    """,
    "quiet": """
        non serve rispondere, non serve risposta, non c'è bisogno di rispondere, volevo solo dire, volevo dire solo,
        solo per dire, giusto per dire, volevo solo, volevo condividere, per informazione, fyi, risolto,
        tutto risolto, problema risolto, ho risolto, ora funziona, adesso funziona, funziona di nuovo,
        è tornato a funzionare, tutto ok, tutto a posto, è arrivato oggi, grazie lo stesso, grazie comunque,
        non importa, fa niente, tranquilli, nessun problema, senza fretta, non c'è fretta, con calma, non è urgente,
        lasciate stare, lascia stare, come non detto
    """,
    "good": """
        buono, buona, buoni, buone, bene, benissimo, piace, mi piace, piacciono, piaciuto, piaciuta, comodo, comoda,
        utile, pratico, veloce, veloci, puntuale, puntuali, rapido, affidabile, piacere
    """,
    "but": "ma, però, tuttavia, comunque sia, eppure, sebbene, anche se, tranne, peccato che",
    "not": "non, né, mai, nessun, nessuno, nessuna, niente, nulla, senza, neanche, nemmeno",
    "nothing": """
        morto dal ridere, morta dal ridere, muoio dal ridere, morire dal ridere, sto morendo dal ridere, muoio 😂,
        morto 😂, morta 😂, sono morto 😂, sono morta 😂, da morire, buono da morire, bello da morire,
        mi piace da morire, muoio dalla voglia, morire dalla voglia, muoio di curiosità, ucciderei per, ammazza che,
        ammazza quanto, da urlo, bomba di gusto, è una bomba, una bomba, che bomba, bombe da bagno, bomba da bagno,
        bombolone, bomboloni, esplosione di gusto, esplosione di sapore, esplosione di sapori, si scioglie in bocca,
        scioglie in bocca, sciolto il cuore, scioglie il cuore, cuore spezzato, spezza il cuore, spacca tutto,
        spaccano, rompere il ghiaccio, rotto il ghiaccio, rotto gli indugi, rompe internet, record infranti,
        rubato il cuore, ruba la scena, rubato la scena, fuochi d'artificio, fuoco e fiamme, a fuoco lento,
        messa a fuoco, mettere a fuoco, arancia rossa, arance rosse, sangue freddo, al sangue, cottura al sangue,
        bistecca al sangue, giallo in tv, film horror, gioco horror, horror, thriller, true crime, boss finale,
        escape room, death metal, pazzesco, roba da matti, da paura, spaventosamente buono, bello da paura,
        buono da paura, non male, niente male, mica male, non è male, non mi dispiace, dovrebbe essere illegale,
        illegale quanto è buono, illegalmente buono, peccato di gola, criminale da quanto,
        pericolo per il portafoglio, pericoloso per il portafoglio, pericolosamente buono, dipendenza assicurata,
        crea dipendenza, dà dipendenza, vale l'attesa, ne è valsa l'attesa, valsa la pena, valeva l'attesa,
        nell'attesa di rivedervi, non vedo l'ora, non vediamo l'ora, nessun problema, nessun problema con,
        senza problemi, zero problemi, problemi zero, non c'è problema, di volta in volta, a volte, ai voglia,
        meno male, cazzo che buono, cazzo che bello, cazzo quanto è bello, figata, una cifra bello, hackathon,
        trucchetto, pausa caffè, per caso, in caso, a causa di
    """,
}
