"""German."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        rückerstattung, rückerstattungen, rueckerstattung, erstattung, erstattungen, erstattet, erstatten,
        geld zurück, mein geld, rücksendung, rücksenden, zurückschicken, zurückgeschickt, zurückgesendet,
        zurücksenden, retoure, retouren, retourniert, retourschein, rückgabe, zurückgeben, umtausch, umtauschen,
        gutschrift, entschädigung, gutgeschrieben, rücküberweisung, kulanz, rückzahlung, zurückerstattet,
        kaufpreis zurück, retourenlabel, rückerstattet
    """,
    "delivery": """
        lieferung, lieferungen, liefern, liefert, geliefert, lieferzeit, lieferzeiten, lieferstatus, liefertermin,
        lieferdatum, zugestellt, zustellung, paket, pakete, päckchen, paketbote, zusteller, versand, versendet,
        verschickt, versandt, sendung, sendungsnummer, sendungsverfolgung, tracking, bestellung, bestellungen,
        bestellt, bestellnummer, vorbestellt, vorbestellung, nicht angekommen, nie angekommen, nicht da,
        kommt nicht an, lieferdienst, ablageort, beim nachbarn abgegeben, unterwegs sein, abholen, abholung,
        packstation, lieferando, spedition, immer noch nicht da
    """,
    "broken": """
        kaputt, kaputte, kaputtes, kaputter, kaputtgegangen, defekt, defekte, defekter, defektes, geht nicht,
        gehen nicht, geht nicht mehr, geht nix, funktioniert nicht, funktionieren nicht, funktioniert nicht mehr,
        funktioniert nix, funzt nicht, läuft nicht, lädt nicht, lädt nicht mehr, startet nicht, startet nicht mehr,
        lässt sich nicht, stürzt ab, stürzt immer ab, abgestürzt, absturz, abstürze, hängt sich auf, friert ein,
        eingefroren, fehler, fehlercode, fehlermeldung, fehlerhaft, störgeräusche, gerissen, gebrochen, zerbrochen,
        abgebrochen, abgefallen, beschädigt, undicht, läuft aus, reparatur, reparieren, repariert, garantie,
        garantiefall, gewährleistung, ersatzteil, ersatz, austausch, austauschen, verbuggt, bug, bugs, ruckelt, laggt,
        laggs, bildschirm bleibt schwarz, schwarzer bildschirm, verbindung bricht, bricht ab, bricht ständig ab,
        geht nicht an, schaltet sich aus, synchronisiert nicht, hat den geist aufgegeben, macht schlapp, spinnt,
        eingelaufen, loch im, naht
    """,
    "access": """
        einloggen, anmelden, anmeldung, login, komme nicht rein, komm nicht rein, nicht einloggen, nicht anmelden,
        passwort, passwort vergessen, passwort zurücksetzen, zugangsdaten, mein konto, meinem konto, kundenkonto,
        konto gesperrt, gesperrt, entsperren, gesperrtes konto, sperrung, bestätigungscode, verifizierung,
        freischalten, freigeschaltet, freischaltung, aktivieren, aktiviert, aktivierung, kein zugriff, ausgesperrt,
        pin, tan, pushtan, karte gesperrt, karte abgelehnt, abgelehnt, benutzername, bestätigungsmail, zwei faktor,
        meine karte, gebannt
    """,
    "billing": """
        abgebucht, abbuchung, abbuchungen, doppelt abgebucht, zweimal abgebucht, berechnet, doppelt berechnet,
        rechnung, rechnungen, abrechnung, zahlung, zahlungen, bezahlt, bezahlen, überwiesen, überweisung, lastschrift,
        einzug, eingezogen, gebühr, gebühren, versteckte kosten, abo, abos, abonnement, verlängert, verlängerung,
        automatisch verlängert, mahnung, mahngebühr, inkasso, kontoauszug, kaution, nachzahlung, abschlag,
        buchung falsch, quittung, guthaben, bonuspunkte, punkte, tarif, vertrag, kreditkarte belastet, rechnungsnummer
    """,
    "cancel": """
        kündigen, kündigung, gekündigt, kuendigen, kuendigung, stornieren, storniert, stornierung, storno, widerruf,
        widerrufen, abbestellen, abbestellt, abmelden, konto löschen, konto schließen, account löschen, umbuchen,
        umbuchung, umgebucht, abgesagt, annulliert, annullierung, newsletter abbestellen, abo beenden
    """,
    "waiting": """
        warte immer noch, warte seit, warten seit, wartet seit, wartezeit, wartezeiten, warteschleife, warteschlange,
        warten wir, warte ich, gewartet, keine antwort, keine reaktion, keine rückmeldung, keine rückantwort,
        niemand antwortet, niemand meldet sich, meldet sich niemand, meldet sich keiner, keiner meldet sich,
        antwortet nicht, antwortet keiner, reagiert niemand, reagiert nicht, reagiert keiner, geht keiner ran,
        niemand geht ran, niemand erreichbar, nicht erreichbar, niemanden erreichen, ignoriert, ignoriert ihr,
        seit tagen, seit wochen, seit monaten, seit stunden, seit einer woche, seit zwei wochen, seit drei wochen,
        seit 2 wochen, seit 3 wochen, seit gestern, schon wieder, zum dritten mal, zum zweiten mal, zum x ten mal,
        mehrfach, mehrmals, angerufen, mails geschrieben, mail geschrieben, geschrieben und keine, hingehalten,
        vertröstet, aufgelegt, weiterverbunden, ticketnummer, vorgangsnummer, fallnummer, kundennummer,
        noch nichts gehört, nichts gehört, nichts passiert, passiert nichts, tut sich nichts, immer noch nichts,
        immer noch keine, immer noch kein, immer noch nicht, noch immer nicht, noch immer keine, wann passiert,
        gibt es schon, hallo???, nachgefragt, wie lange noch
    """,
    "help": """
        hilfe, hilft mir, helfen, brauche hilfe, bitte um hilfe, kann mir jemand helfen, könnt ihr mir helfen,
        können sie mir helfen, kundenservice, kundendienst, kundenbetreuung, kundensupport, support, hotline,
        servicehotline, mitarbeiter, mitarbeiterin, berater, ansprechpartner, beschwerde, beschwerdestelle,
        reklamation, reklamieren, reklamiert, chatbot, euer bot, euer chat, dm geschickt, pn geschickt,
        dm geschrieben, pn geschrieben, schaut in eure dms, private nachricht, kümmert euch, kümmert sich, kümmern,
        klären, klärung, unfreundlich, unfreundliche, patzig, problem lösen, weiterhelfen, filiale
    """,
    "how_to": """
        wie kann ich, wie kann man, wie komme ich, wie bekomme ich, wie geht das, wie geht, wie mache ich,
        wie funktioniert, wie stelle ich, wie lange dauert, wie lange, wo finde ich, wo kann ich, wo kann man,
        kann ich noch, kann ich auch, kann man, was muss ich, muss ich, darf ich, brauche ich, ist es möglich,
        gibt es eine möglichkeit, gibt's eine möglichkeit, einstellung, einstellungen, einstellen, anleitung,
        öffnungszeiten, habt ihr geöffnet, habt ihr offen, wann öffnet, wann macht ihr auf, einrichten, welche app,
        wo bleibt mein, wo bleibt meine, wo ist mein, wo ist meine, wann kommt mein, wann kommt meine, bis wann
    """,
    "booking": """
        flug, flüge, flugs, boarding, gepäck, koffer, sitzplatz, sitzplätze, check in, einchecken, eingecheckt,
        anschlussflug, anschluss verpasst, anschluss, buchung, gebucht, buchen, reservierung, reserviert, zimmer,
        hotel, zug, züge, bahn, bus, tram, straßenbahn, u bahn, s bahn, gleis, bahnsteig, haltestelle, fahrplan,
        ticket, tickets, fahrkarte, fahrkarten, verspätung, verspätungen, verspätet, fällt aus, ausgefallen, ausfall,
        zugausfall, schienenersatzverkehr, schaffner, fahrgast, fahrgäste, bahnhof, flughafen, termin, werkstatt,
        rezept, apotheke, krankenkasse, aufzug, klimaanlage, heizung im, umstieg, abfahrt
    """,
    "connection": """
        wlan, internet, netz, kein netz, kein empfang, empfang, kein internet, router, mobilfunk, mobile daten,
        roaming, sim, sim karte, esim, festnetz, glasfaser, geschwindigkeit, zähler, zählerstand, stromzähler, server,
        app, webseite, website, seite lädt, update, firmware, bluetooth, ladegerät, ladekabel, akku, bildschirm,
        display, spielstand, speicherstand, stream, netzabdeckung, dsl
    """,
    "wrong_item": """
        falscher artikel, falsches produkt, falsche größe, falsche farbe, falsch geliefert, falsche bestellung,
        falsche ware, falsches paket, falschen artikel, fehlt ein, fehlt eine, fehlen, fehlende teile, teile fehlen,
        halb leer, leer angekommen, leere verpackung, abgelaufen, abgelaufene, abgelaufenes, mhd, haltbarkeitsdatum,
        schimmel, schimmelig, schimmlig, verschimmelt, verdorben, ranzig, vergammelt, faul, faule, haar in, haar im,
        dreckig, schmutzig, schmutziges, nicht wie beschrieben, gebraucht statt neu, flecken, stinkt, verfault
    """,
    # What endangers people or the brand
    "danger": """
        brennt, gebrannt, fing feuer, feuer gefangen, in flammen, flammen, rauch, raucht, qualmt, gequalmt,
        verbrannt riecht, riecht verbrannt, brandgeruch, brandgefahr, gasgeruch, riecht nach gas, gasleck, explodiert,
        explosion, explodierte, funken, stromschlag, stromschläge, einen schlag bekommen, verbrannt hat, verbrennung,
        verbrennungen, verbrüht, verletzt, verletzte, verletzung, verletzungen, blutet, blut, krankenwagen,
        rettungswagen, notarzt, krankenhaus, notaufnahme, bewusstlos, ohnmächtig, zusammengebrochen, erstickt,
        verschluckt, gehirnerschütterung, bremse versagt, bremsen versagen, bremsen versagt, bremsversagen, airbag,
        airbags, unfall, kohlenmonoxid, überhitzt, geschmolzen, schmilzt, akku aufgebläht, aufgebläht, lebensgefahr,
        lebensgefährlich, gefährlich, gefährliche, gefahr für, sicherheitsrisiko, jemand sterben, fast gestorben,
        eingesperrt, eingeschlossen, stecken im aufzug fest, im aufzug stecken, im aufzug fest, stecke im aufzug,
        im tunnel fest, keine luft, evakuiert, evakuierung, feuerwehr, feueralarm, notruf, angegriffen, überfallen,
        bedroht, bedrohung, bombe, waffe, messer gezogen, erstickungsgefahr, krebserregend, asbest, entgleist,
        hitzschlag, krampfanfall, überdosis, falsche dosis, falsche dosierung, falsches medikament,
        freiliegende kabel, splitter
    """,
    "poison": """
        lebensmittelvergiftung, vergiftung, vergiftet, salmonellen, listerien, coli bakterien, allergische reaktion,
        allergischer schock, allergischen schock, allergisch, anaphylaktisch, nicht deklariert, nicht gekennzeichnet,
        enthält nüsse, erdnüsse, allergen, allergene, glassplitter, glasscherbe, glasscherben, glas im, scherben,
        metallstück, metall im, plastik im, plastikteile, erbrochen, erbrechen, übergeben müssen, gekotzt, durchfall,
        brechdurchfall, krank geworden, magenschmerzen nach, bauchkrämpfe, ausschlag, verunreinigt, verunreinigung,
        kontaminiert, nebenwirkung, nebenwirkungen, giftig, maden, made im, würmer, ratten, maus im, mäuse im,
        mäusekot, kakerlake, kakerlaken, bettwanzen, keime
    """,
    "self_harm": """
        mich umbringen, bringe mich um, bring mich um, umbringen will, selbstmord, suizid, suizidgedanken,
        nicht mehr leben, will nicht mehr leben, möchte nicht mehr leben, keinen sinn mehr, will sterben,
        möchte sterben, mein leben beenden, leben zu beenden, mir das leben nehmen, das leben nehmen, mir etwas antun,
        mir was antun, mich selbst verletzen, ritze mich, ohne mich besser dran, kann nicht mehr weiter,
        nicht mehr aufwachen, mach schluss mit allem, allem ein ende, vor den zug, abschied nehmen, alles beenden,
        nicht mehr da sein
    """,
    "death": """
        gestorben, stirbt, sterben, verstorben, tot, tote, toter, todesfall, todesfälle, todesopfer, tödlich,
        tödliche, tödlicher, getötet, umgekommen, ums leben, ums leben gekommen, beerdigung, menschenleben
    """,
    "legal": """
        anwalt, anwälte, anwältin, rechtsanwalt, rechtsanwältin, anwaltlich, klage, klagen, verklagen, verklage,
        verklagt, sammelklage, gericht, vor gericht, gerichtlich, rechtliche schritte, rechtlich vorgehen,
        rechtsschutz, rechtsschutzversicherung, dsgvo, datenschutz, abmahnung, unterlassung, urheberrecht,
        urheberrechtsverletzung, markenrecht, illegal, rechtswidrig, gesetzwidrig, vertragsbruch, schadensersatz,
        schadenersatz, fristsetzung, setze ihnen eine frist, letzte frist, mahnbescheid, strafbar, schmerzensgeld,
        verleumdung
    """,
    "authority": """
        polizei, anzeige erstattet, anzeige erstatten, strafanzeige, anzeige ist raus, angezeigt, verbraucherzentrale,
        verbraucherschutz, bundesnetzagentur, bafin, gesundheitsamt, ordnungsamt, veterinäramt, lebensmittelaufsicht,
        lebensmittelkontrolle, aufsichtsbehörde, datenschutzbeauftragte, datenschutzbehörde, behörde, behörden,
        schlichtungsstelle, staatsanwaltschaft, ermittlung, ermittlungen, ermittelt, gemeldet bei, kartellamt, eba,
        luftfahrtbundesamt, stiftung warentest, arbeiterkammer
    """,
    "breach": """
        datenleck, datenpanne, datenklau, datendiebstahl, daten gestohlen, daten geleakt, geleakt, leak, gehackt,
        gehackte, hacker, hackerangriff, cyberangriff, meine daten, kundendaten, persönliche daten,
        passwörter geleakt, ransomware, phishing, sicherheitslücke, darknet, daten anderer, daten von anderen,
        fremde daten, fremdes konto, fremden konto, daten eines anderen, fremde bestellungen, identitätsdiebstahl,
        unbefugter zugriff, unbefugte, konto leergeräumt, leergeräumt, abgeräumt, betrügerische abbuchung,
        nicht autorisiert, gestohlen
    """,
    "boycott": """
        boykott, boykottieren, boykottiert, boykottiere, app löschen, alle sollen das wissen, bitte teilen, teilt das,
        teilt diesen, weitersagen, viral, geht viral, trendet, shitstorm, pr desaster, protest, proteste,
        protestieren, petition, empörung, aufschrei, streik, kauft nicht, kauft nichts, nie wieder kaufen,
        schämt euch, alle kündigen
    """,
    "hate": """
        rassistisch, rassistische, rassistischen, rassistischer, rassismus, rassist, sexistisch, sexistische,
        sexismus, homophob, homophobie, transphob, antisemitisch, antisemitismus, islamfeindlich, frauenfeindlich,
        behindertenfeindlich, diskriminiert, diskriminierung, diskriminierend, diskriminierende, belästigt,
        belästigung, sexuelle belästigung, sexuell belästigt, nazi, nazis, beleidigt, beleidigend, geschmacklos,
        geschmacklose, menschenverachtend, menschenfeindlich, rollstuhlfahrer, bodyshaming, begrapscht,
        fremdenfeindlich, ausländerfeindlich
    """,
    "wrongdoing": """
        kinderarbeit, zwangsarbeit, sklavenarbeit, ausbeutung, ausgebeutet, ausbeuten, umweltverschmutzung,
        verschmutzt, greenwashing, bestechung, bestochen, korruption, korrupt, vertuscht, vertuschen, vertuschung,
        skandal, belogen, angelogen, gelogen, ihr lügt, betrug, betrügt, betrüger, steuerhinterziehung, tierquälerei,
        tierversuche, unterbezahlt, hungerlöhne, löhne nicht gezahlt, deepfake, interne dokumente, internes dokument,
        insider, beweise, irreführend, irreführende, irreführende werbung, verbrauchertäuschung, täuschung,
        mogelpackung, kommentare gelöscht, löscht kommentare, kommentare löschen, kommentar gelöscht,
        löscht kritische, unter den teppich, verschwiegen, preisabsprachen, preisabsprache, wucher, abholzung, altöl,
        giftmüll, in den fluss
    """,
    "recall": """
        rückruf, rückrufaktion, produktrückruf, rückrufen, zurückgerufen, zurückrufen müssen, warnung an alle,
        warnung, warne alle, achtung an alle, vorsicht, chargennummer, charge, nicht essen, nicht verwenden,
        nicht verzehren, finger weg von, aus dem verkehr, aus den regalen, aus dem verkauf, sicherheitshinweis
    """,
    "outage": """
        ausfall bei, totalausfall, störung, störungen, großstörung, alles down, down, server down, server sind down,
        server weg, stromausfall, kein strom, keinen strom, ohne strom, heizungsausfall, keine heizung, ohne heizung,
        kein wasser, kein warmwasser, bundesweit, deutschlandweit, österreichweit, schweizweit, ganze stadt,
        ganze stadtteil, ganze straße, ganzes viertel, ganzer ort, ganze region, geht bei niemandem, geht bei keinem,
        bei allen, nichts geht mehr, geht gar nichts, geht gar nichts mehr, geht überhaupt nichts, nur bei mir,
        noch jemand, noch wer, auch bei euch, bei euch auch, system ausgefallen, systemausfall, netzausfall,
        kartenzahlung geht nicht, kartenterminals, kein netz in ganz, alle filialen
    """,
    "stranded": """
        gestrandet, sitzen fest, sitze fest, hängen fest, stecken fest, stecke fest, sitzen am flughafen,
        am flughafen fest, auf dem boden schlafen, am flughafen schlafen, kein hotel, im stich gelassen,
        lasst uns im stich, stehen gelassen, stehen im regen, nirgends, mitten in der nacht, mitten im nirgendwo,
        anschluss weg, flug verpasst, komme nicht nach hause, kommen nicht nach hause, nicht nach hause, nicht heim,
        in der kälte, liegengeblieben, pannendienst, panne, verpasse meinen, verpassen unseren
    """,
    "vulnerable": """
        baby, babys, säugling, neugeborenes, kleinkind, kleinkinder, kind, kinder, kindern, mein sohn, meine tochter,
        meinem sohn, meiner tochter, alte menschen, ältere menschen, senioren, meine mutter, meine oma, mein opa,
        meine eltern, mein vater, oma, behindert, behinderte, rollstuhl, schwanger, schwangere, insulin, diabetiker,
        diabetikerin, dialyse, sauerstoff, sauerstoffgerät, beatmungsgerät, medikament, medikamente, pflegebedürftig,
        inhalator, asthma, epilepsie, krebs, chemo, herzkrank, herzschrittmacher, operation, meine patienten, blind
    """,
    # What the brand does
    "announcement": """
        ankündigung, angekündigt, kündigt an, ankündigen, pressemitteilung, vorgestellt, vorstellung, präsentiert,
        enthüllt, teaser, trailer, blogpost, blogartikel, euer artikel, euer beitrag, gerade gelesen,
        habe gelesen dass, hab gelesen, gehört dass, stimmt es dass, stimmt das, ist es wahr, stellungnahme zu,
        geschäftsbericht, quartalszahlen, neue werbung, neuer werbespot, werbespot, eure kampagne, neue kampagne,
        euer event, keynote, livestream, newsletter, roadmap, patchnotes, neuigkeiten, tolle neuigkeiten,
        tolle nachricht, news
    """,
    "launch": """
        launch, launcht, erscheint, erscheinen, erschienen, erscheinungsdatum, veröffentlicht, veröffentlichung,
        release, kommt raus, rauskommt, kommt heraus, jetzt erhältlich, ab sofort, neue funktion, neues feature,
        neue version, neues modell, neue kollektion, neue linie, neue strecke, neues update, neue staffel, neues logo,
        neuer look, neues design, neu im sortiment, neue sorte, neue sorten, neue filiale, eröffnung, eröffnet,
        eröffnen, neueröffnung, beta, neue app, neue speisekarte, neue verpackung, neue rezeptur, zurückbringen,
        wieder da, ist zurück, kommt zurück, neues album, fortsetzung, dlc, wann kommt, wann kommt das,
        kommt das auch nach, wann gibt es, auch in deutschland, auch in österreich, auch in der schweiz, neuer tarif,
        neue tarife, neue agb, eingestellt wird, eingestellt, abgeschafft, neues elektro
    """,
    "company": """
        fusion, übernahme, übernommen, übernimmt, neuer ceo, neue ceo, vorstand, vorstandschef, geschäftsführer,
        stellenabbau, entlassungen, entlassen, klimaneutral, klimaziele, nachhaltig, nachhaltigkeit, erneuerbare,
        partnerschaft mit, kooperation mit, sponsor von, hauptsitz, börsengang, aktie, aktien, aktienkurs, spende,
        spendet, gespendet, stiftung, preiserhöhung, preiserhöhungen, teurer werden, vier tage woche, expansion,
        standort, werk schließt
    """,
    "contest": """
        gewinnspiel, gewinnspiele, verlosung, verlost, verlosen, preisausschreiben, wettbewerb, preis gewonnen,
        gewinner, gewinnerin, gewinnerinnen, gewonnen, gewinnen, gewinne, gewinn, hauptgewinn, teilnehmen, teilnahme,
        teilgenommen, nehme teil, mache mit, mach mit, machen mit, bin dabei, bin dabei 🍀, wir sind dabei,
        teilnahmebedingungen, teilnahmeschluss, einsendeschluss, auslosung, ausgelost, losglück, lostopf,
        hüpfe in den lostopf, in den lostopf, daumen gedrückt, drücke die daumen, daumen drücken,
        drückt mir die daumen, markiere, markiert, markieren, geliked und geteilt, gefolgt und geteilt,
        folge und like, würde mich freuen, würde mich riesig freuen, würde mich so freuen, viel glück allen,
        viel glück euch, viel glück an alle, glücksfee, abstimmen, abstimmung, abgestimmt, gestimmt, stimme für,
        einsendung, adventskalender, challenge, quiz, jury, kommentieren und gewinnen, ziehung, gezogen
    """,
    # What is said kindly
    "thanks": """
        danke, danke schön, dankeschön, danke euch, danke dir, danke für, vielen dank, vielen lieben dank,
        herzlichen dank, tausend dank, besten dank, lieben dank, merci, thx, dankbar, ich danke, bedanken,
        bedanke mich, dank an, lob an, großes lob, dickes lob, ein lob, hut ab, respekt, gerettet, tag gerettet,
        top service, hat super geklappt, schnelle hilfe, super schnell geholfen, nett geholfen, toller service
    """,
    "love": """
        ich liebe, liebe es, liebe euch, liebe eure, liebe diese, liebe dieses, liebe diesen, lieben wir, lieben es,
        verliebt, mein liebling, liebling, lieblings, lieblingsladen, lieblingsmarke, lieblingsspiel, beste, bester,
        bestes, besten, das beste, die besten, der beste, ihr seid die besten, super, mega, hammer, geil, geile,
        geiles, geiler, großartig, grandios, genial, geniale, fantastisch, fantastische, wunderbar, wunderschön,
        traumhaft, perfekt, perfekte, ausgezeichnet, hervorragend, hervorragende, spitze, spitzenmäßig, klasse, toll,
        tolle, tolles, toller, tollen, lecker, leckere, köstlich, begeistert, begeistern, zufrieden, sehr zufrieden,
        empfehlen, empfehle, weiterempfehlen, empfehlenswert, begeisterung, glücklich, schön, schöne, schönes, hübsch,
        cool, nice, süchtig, süß, suchtgefahr, mega gut, so gut, richtig gut, sehr gut, echt gut, saugut, top,
        bombe 🔥, freundlich, freundliche, nett, nette, netter, lohnt sich, jeden cent wert, meisterwerk, freu mich,
        freue mich, feier ich, feiere ich, läuft super, klappt super, weiter so
    """,
    "greeting": """
        guten morgen, guten abend, gute nacht, guten tag zusammen, hallo zusammen, moin zusammen, servus, schönen tag,
        schönen abend, schönes wochenende, schönen sonntag, schönen feierabend, frohe weihnachten, frohes neues,
        frohes neues jahr, guten rutsch, frohe ostern, alles gute zum geburtstag, happy birthday, schönen montag,
        moin moin, wünsche euch, liebe grüße, lg, bis bald, schönen urlaub, mahlzeit
    """,
    "fan": """
        fan, fans, großer fan, riesenfan, fanart, cosplay, tattoo, community, meine katze, mein hund, meine sammlung,
        sammlung, seit meiner kindheit, als kind, kindheit, kindheitserinnerungen, früher, nostalgie, erinnerungen,
        seit jahren kunde, seit jahren kundin, treuer kunde, treue kundin, stammkunde, stammkundin, seit 20 jahren,
        seit 10 jahren, dauerschleife, in dauerschleife, durchgesuchtet, gesuchtet, filmabend, spieleabend, highscore,
        bestzeit, selfie, sonnenuntergang, aussicht, foto, outfit, rezept, gekocht, gebacken, selbst gemacht,
        selbstgemacht, social media team, praktikant, euer admin, wer den account, dieser account, euer account, meme,
        ohrwurm
    """,
    "congratulations": """
        glückwunsch, glückwünsche, herzlichen glückwunsch, gratuliere, gratulation, gratulieren, wohlverdient,
        verdient gewonnen, stolz, stolz auf euch, weiter so, freue mich für, endlich, kann es kaum erwarten,
        kanns kaum erwarten, so gespannt, gespannt, bin gespannt, vorfreude, gehyped, hype, auf die nächsten,
        wurde auch zeit, willkommen im team
    """,
    # Who wants to buy
    "price": """
        preis, preise, preislich, kostet, kosten, kostet das, was kostet, was kosten, wie viel kostet, wieviel kostet,
        wie teuer, teuer, teurer, günstig, günstiger, billiger, rabatt, rabatte, rabattcode, gutschein, gutscheincode,
        gutscheine, studentenrabatt, angebot, angebote, im angebot, sonderangebot, aktion, sale, black friday,
        angebot machen, kostenvoranschlag, pro monat, monatlich, kostenlos testen, probemonat, probeabo, testversion,
        versandkosten, versandkostenfrei, mengenrabatt, großbestellung, familientarif, familienabo, firmenrabatt,
        inzahlungnahme, finanzierung, finanzieren, leasing, leasingrate, ratenzahlung, kredit, zinsen, zinssatz, zins,
        jahresabo, preisliste
    """,
    "buy": """
        kaufen, kauf, gekauft, kaufe, kaufen möchte, wo kann ich kaufen, wo kann man kaufen, wo bekomme ich,
        wo gibt es, wo gibts, wo kriegt man, wo kriege ich, möchte bestellen, würde gerne bestellen, will bestellen,
        bestellen, zulegen, anschaffen, überlege, überlege mir, überlegen ob, am überlegen, interessiere mich,
        interesse an, bin interessiert, nehmt mein geld, händler, fachhandel, im laden, in den läden, nächste filiale,
        wechseln zu euch, zu euch wechseln, wechseln, neukunde, neukunden, konto eröffnen, probefahrt, demo, vertrieb,
        beratungstermin, beraten lassen, kaufberatung, geschenkkarte, geschenk für, für unser büro, für unsere firma,
        für unser team, firmenkunde, firmenkunden, lizenzen, mitarbeitende
    """,
    "availability": """
        auf lager, lagernd, vorrätig, ausverkauft, verfügbar, verfügbarkeit, wieder verfügbar, wieder da, nachschub,
        lieferbar, erhältlich, wieder rein, bekommt ihr wieder, habt ihr, habt ihr auch, gibt es den, gibt es die,
        gibt es das, gibt's das, gibts die, gibts das, gibts den, gibt es auch, verkauft ihr, liefert ihr,
        liefert ihr auch, liefert ihr nach, versendet ihr, bietet ihr, in schwarz, in blau, in rot, in weiß, in grün,
        in größe, größentabelle, größe, größen, welche größe, welches modell, welche farbe, farben, farbe,
        unterschied zwischen, besser als, vergleich, kompatibel, kompatibel mit, passt das, passt der, passt die,
        vegan, vegetarisch, glutenfrei, laktosefrei, wasserdicht, reichweite, maße, abmessungen, haustiere erlaubt,
        hunde erlaubt, frühstück inklusive, meerblick, noch frei, freie zimmer, noch plätze
    """,
    # Press and partners
    "press": """
        journalist, journalistin, journalisten, reporter, redakteur, redakteurin, redaktion, schreibe einen artikel,
        schreibe gerade, ich schreibe für, artikel über, beitrag über, bericht über, recherche, recherchiere,
        recherchieren, pressestelle, presseabteilung, pressekontakt, presseanfrage, pressesprecher, pressesprecherin,
        pressebild, pressebilder, pressefotos, pressemappe, stellungnahme, um stellungnahme, statement,
        offizielles statement, sprecher, sprecherin, interview, interviews, interviewanfrage, zeitung, magazin, radio,
        fernsehen, tv, doku, podcast, sendung über, redaktionsschluss, veröffentlichen wir, veröffentlichen,
        faktencheck, dpa, freie journalistin, freier journalist, sperrfrist, zitieren, video verwenden,
        foto verwenden, nennung des urhebers, akkreditierung
    """,
    "partner": """
        kooperation, kooperationen, kooperieren, zusammenarbeit, zusammenarbeiten, zusammen arbeiten, partnerschaft,
        partner werden, partner, sponsor, sponsoring, sponsern, gesponsert, markenbotschafter, botschafter,
        influencer, influencerin, content creator, creator, ugc, mediakit, media kit, meine community, meine follower,
        mein kanal, meinem kanal, mein blog, bloggerin, blogger, unser festival, unser verein, unseren verein,
        unsere veranstaltung, unserer veranstaltung, unsere konferenz, verein, gemeinnützig, spendenaktion, wohltätig,
        ngo, referent, referentin, vortrag, panel, affiliate, testexemplar, testmuster, unboxing, abonnenten,
        unsere leser, unsere leserinnen, bezahlte partnerschaft, lieferant, lieferanten, händler werden,
        vertriebspartner, einkaufsabteilung, universität, hochschule, studierende, bachelorarbeit, masterarbeit,
        abschlussarbeit, umfrage, auszeichnung, nominiert, einladung, einladen, zu gast
    """,
    "job": """
        bewerbung, beworben, bewerben, praktikum, praktikumsplatz, ausbildung, ausbildungsplatz, ausbildungsplätze,
        stelle, offene stelle, stellenanzeige, jobs, job, karriere, werkstudent, initiativbewerbung, lebenslauf,
        vorstellungsgespräch, arbeite hier, bei euch arbeiten, bei euch zu arbeiten, mein erster tag, neuer job,
        kollegen, ex mitarbeiter, ehemaliger mitarbeiter, ehemalige mitarbeiterin
    """,
    # Nothing to do
    "money_spam": """
        krypto, kryptowährung, bitcoin, airdrop, nft, forex, trading, trading signale, investieren, investiert,
        investition, investment, rendite, gewinn von, passives einkommen, geld verdienen, verdient am tag, verdiene,
        verdienen, euro am tag, pro tag verdienen, pro woche verdienen, von zu hause, von zuhause, nebenverdienst,
        finanzielle freiheit, finanziell frei, reich werden, schnell reich, casino, online casino, sportwetten,
        wettanbieter, sofortkredit, kredit ohne schufa, abnehmen, kilo abgenommen, diätpillen, viagra, gratis iphone,
        sie haben gewonnen, du wurdest ausgewählt, sie wurden ausgewählt, gewinn abholen, wallet, auszahlung,
        mein mentor, dank trader, freispiele, startkapital
    """,
    "look_alike": """
        schreiben sie an, schreibt an @anyone, wenden sie sich an, kontaktieren sie, kontaktieren sie @anyone,
        kontaktiere @anyone, schreib @anyone, schreibt @anyone, sehr geehrter kunde, sehr geehrte kundin,
        lieber kunde, verifizieren sie, bestätigen sie ihr, bestätigen sie ihre, bestätigen sie ihre daten,
        ihr konto wird gesperrt, ihr konto wurde, ihr paket konnte, zollgebühr, formular ausfüllen,
        füllen sie das formular, klicken sie hier, klicke hier, klick auf den link, link klicken, whatsapp,
        über whatsapp, telegram, auf telegram, hat mir geholfen mein, mein geld zurückgeholt, wiederherstellen,
        wiederhergestellt, recovery, kartendaten senden, senden sie ihre, schicken sie uns ihre, offizieller support,
        support team hier, livechat unter
    """,
    "follow_bait": """
        folgt mir, folg mir, folge mir, folge zurück, folgt zurück, follow mich, abonniert meinen, abonniere meinen,
        mein kanal abonnieren, schaut mal auf meinem, schaut bei mir vorbei, schau bei mir vorbei, schaut vorbei,
        besucht mein profil, schau auf mein profil, mein profil, link in bio, link in der bio, link in meiner bio,
        onlyfans, follower kaufen, mehr follower, günstige follower, seo, webdesign, webdesigner, logo design,
        mein neues video, mein neuer song, meine neue single, meine musik, stimmt für mich, heiße singles,
        singles in deiner nähe, geile frauen, nacktbilder, dating, replica, rolex, mein code, empfehlungscode,
        werbecode, hausarbeit schreiben lassen, ghostwriter
    """,
    "off_topic": """
        wetter, mittagessen, stau, wahl, politik, politiker, fußball, das spiel gestern, falscher account,
        falsche firma, verwechselt, falsche person, test, ok, hm, hmm, gleichfalls, dito
    """,
    # How it is said
    "question_word": """
        was, wann, wo, warum, wieso, weshalb, wer, welche, welcher, welches, welchen, wie, wieviel, wie viel, woher,
        wohin, weiß jemand, kennt jemand, hat jemand, gibt es, gibts, ist das, ist es, sind die, seid ihr, habt ihr,
        kann man, kann ich, könnt ihr, stimmt das, frage, eine frage, hätte eine frage, ob ihr
    """,
    "can_you": """
        könnt ihr, könntet ihr, können sie, könnten sie, kannst du, könntest du, kann mir jemand, kann jemand,
        kann sich jemand, würdet ihr, würden sie, bitte, ich bitte, bitte um, ich möchte, möchte, ich will,
        ich hätte gern, ich hätte gerne, hätte gerne, würde gerne, ich brauche, ich erwarte, erwarte, ich fordere,
        fordere, sagt mir, gebt mir, gebt bescheid, bescheid geben, schickt mir, schicken sie mir, meldet euch,
        melden sie sich, meldet euch bitte, ruft mich an, rufen sie mich, antwortet, antwortet mir, antworten sie,
        antwort, erklärt mir, erklären, macht was, tut was, bringt zurück, bringt das zurück, bringt es zurück,
        fügt hinzu, behebt das, behebt, fixt das, prüfen, prüft, um rückmeldung, um rückruf, freue mich auf antwort,
        anfrage
    """,
    "urgent": """
        dringend, dringende, eilt, eilig, sofort, umgehend, schnellstmöglich, so schnell wie möglich, asap, jetzt,
        heute, heute noch, heute abend, morgen früh, morgen, bis morgen, bis freitag, bis montag, in einer stunde,
        in 2 stunden, in zwei stunden, in 30 minuten, in 10 minuten, minuten, hochzeit, beerdigung, prüfung, notfall,
        frist, letzte chance, miete, gehalt, lohn, gleich los, fährt gleich, bevor es zu spät
    """,
    "again": """
        immer noch, noch immer, schon wieder, wieder, wieder mal, erneut, jedes mal, jeden tag, jede woche, täglich,
        ständig, dauernd, andauernd, wie immer, wie üblich, immer wieder, zum dritten mal, zum wiederholten mal,
        wochen, monate, monaten, tage, tagen, stunden, seit montag, seit freitag, seit gestern, schon
    """,
    "mine": "ich, mir, mich, mein, meine, meinen, meinem, meiner, meines, wir, uns, unser, unsere, unseren, unserem",
    "yours": "ihr, euch, euer, eure, euren, eurem, eurer, sie, ihnen, du, dein, deine, leute, team",
    "complaint": """
        enttäuscht, enttäuschend, enttäuschung, enttäuschende, schlecht, schlechte, schlechter, schlechtes, schlimm,
        schlimmer, ärgerlich, ärgere mich, ärger, verärgert, sauer, stinksauer, wütend, genervt, nervt, nervig,
        nerven, mies, mieser, mieses, miese, blöd, doof, scheiß, scheiße, kacke, mist, müll, schrott, dreck,
        saftladen, sauladen, drecksladen, abzocke, abzocker, abzocken, wucher, verarsche, verarscht, verarschen,
        verarscht ihr, lächerlich, peinlich, unfähig, unprofessionell, inkompetent, ahnungslos, nutzlos, sinnlos,
        langsam, zu teuer, überteuert, geldverschwendung, zeitverschwendung, verschwendet, leere versprechungen,
        versprochen, ausreden, ausrede, hinhaltetaktik, service wüste, servicewüste, nicht zufrieden, unzufrieden,
        unverständlich, unmöglich, problem, probleme, reicht mir, mir reicht's, mir reichts, es reicht, schnauze voll,
        die nase voll, hab die nase voll, keine lust mehr, nie wieder, zum letzten mal, letztes mal, nicht mehr,
        bin weg, bin raus, wechsle zu, wechsel zu, wechsle den, nicht zu empfehlen, nicht empfehlenswert, finger weg,
        ein stern, null sterne, 1 stern, 0 sterne, traurig, schade, leider, langweilig, hässlich, wtf, unglaublich,
        ruiniert, versaut, verdorben hat, chaos, katastrophal organisiert, reinfall, fehlkauf, flop,
        qualität lässt nach, früher besser, war früher besser, immer schlechter, wird immer schlechter
    """,
    "awful": """
        unverschämt, unverschämtheit, frechheit, frech, katastrophe, katastrophal, inakzeptabel, nicht akzeptabel,
        absolut inakzeptabel, schrecklich, furchtbar, fürchterlich, grauenhaft, grauenvoll, unterirdisch,
        unter aller sau, unter aller kanone, unterste schublade, das letzte, ihr seid das letzte, skandalös, ekelhaft,
        eklig, widerlich, ekelig, schlechteste, schlechtesten, schlechtester, schlimmste, miserabel, miserabler,
        erbärmlich, armselig, armutszeugnis, bodenlos, bodenlose frechheit, eine zumutung, zumutung, albtraum,
        alptraum, horror, verbrecher, halsabschneider, diebe, dreist, dreiste, drecksverein, schande, zum kotzen,
        kotzt mich an, hasse, hass, ich hasse, verdammt, verdammte, verfickt, fickt euch, verpisst euch, arschloch,
        idioten
    """,
    "sarcasm": """
        na toll, na super, na bravo, ganz toll, echt toll gemacht, toll gemacht, super gemacht, tolle leistung,
        klasse leistung, glanzleistung, meisterleistung, danke für nichts, vielen dank für nichts, schönen dank auch,
        herzlichen dank auch, herzlichen glückwunsch zu, glückwunsch zu, respekt, muss man erstmal schaffen,
        muss man erst mal schaffen, wie immer pünktlich, wie immer zuverlässig, war ja klar, wer hätte das gedacht,
        überraschung, was für eine überraschung, ironie, ironie off, ironie aus, /s, ja klar, is klar, ist klar ne,
        schon klar, genau mein humor, läuft bei euch, läuft ja bei euch, weiter so deutsche, ein traum, bravo,
        spitzen service, super service, toller service, großes kino, kannste dir nicht ausdenken,
        kann man sich nicht ausdenken, nur 3 stunden, nur zwei stunden, applaus
    """,
    "rhetorical": """
        euer ernst, ist das euer ernst, ernsthaft, echt jetzt, im ernst, wollt ihr mich, wollt ihr uns,
        soll das ein witz, ist das ein witz, ist das ein scherz, geht's noch, gehts noch, was soll das, was soll der,
        was ist los mit euch, was stimmt nicht mit, wie kann man nur, wie kann es sein, wie kann das sein,
        wie schwer kann, wer denkt sich, wer hat sich das ausgedacht, wer braucht, wen interessiert, warum überhaupt,
        wozu, habt ihr sie noch alle, schämt ihr euch, wundert das, was denn noch, oder was, nicht wahr, wer kennt's,
        wer kennts, wer noch
    """,
    "laugh": """
        haha, hahaha, hahahaha, hihi, lol, rofl, xd, witzig, lustig, lache, gelacht, ich lach mich, kaputtgelacht,
        scherz, spaß bei seite, nur spaß, kleiner scherz, 😂, 🤣
    """,
    "quiet": """
        keine antwort nötig, antwort nicht nötig, muss keiner antworten, nur so, wollte nur sagen, wollte nur mal,
        wollte nur kurz, wollte mal sagen, nur zur info, zur info, fyi, alles gut, schon gut, egal, hat sich erledigt,
        hat sich geklärt, erledigt, schon erledigt, gelöst, geht wieder, läuft wieder, funktioniert wieder,
        klappt wieder, geht jetzt, hat geklappt, hat doch noch geklappt, trotzdem danke, keine eile, eilt nicht,
        nicht dringend, kein stress, kein problem, kein ding
    """,
    "good": """
        gut, gute, gutes, guter, guten, prima, fein, gern, gerne, okay, freut, freut mich, angenehm, praktisch,
        hilfreich, schnell, zuverlässig, pünktlich
    """,
    "but": "aber, allerdings, jedoch, obwohl, trotzdem, nur leider",
    "not": """
        nicht, nich, net, ned, kein, keine, keinen, keinem, keiner, keinerlei, nie, niemals, weder, ohne, nix, kaum,
        gar nicht, überhaupt nicht
    """,
    "nothing": """
        lach mich tot, lache mich tot, lachen mich tot, totlachen, totgelacht, lach mich kaputt, lache mich kaputt,
        lach mich schlapp, zum totlachen, zum sterben schön, zum sterben lecker, sterbe vor, sterben vor neugier,
        ich sterbe 😂, tote hose, todmüde, todesstern, todlecker, zum umfallen, mordshunger, mordsmäßig, töten für,
        würde töten, morden für, killer preis, brandneu, brandneue, brandneues, brandneuer, brandheiß, brennt mir auf,
        brenne für, brennend interessiert, feuer und flamme, voll feuer, feuerwerk, feierabend, das haut mich um,
        haut mich vom hocker, vom hocker gehauen, umgehauen, hat mich umgehauen, bombenstimmung, bombenwetter, bombig,
        badebombe, badebomben, sexbombe, geschmacksexplosion, geschmacks explosion, explodiert vor geschmack,
        schmilzt auf der zunge, schmilzt im mund, auf der zunge zergeht, herz schmilzt, herz gebrochen,
        gebrochenes herz, bricht mir das herz, das eis gebrochen, rekord gebrochen, rekorde gebrochen, unfallfrei,
        krankes design, krank gut, voll krank, krass gut, so krass, geil krank, irre gut, wahnsinnig gut, wahnsinn,
        verdammt gut, verdammt lecker, saugeil, scheiß gut, scheißegal, nicht schlecht, gar nicht schlecht, kein mist,
        sündhaft lecker, verboten gut, kriminell gut, blutorange, blutorangen, blutmond, blut geleckt, herzblut,
        mit herzblut, gift und galle, giftgrün, kaffeepause, tatort, krimi, true crime, mord im, horrorfilm,
        horrorspiel, endboss, bossfight, escape room, escape game, kann es kaum erwarten, kanns kaum erwarten,
        warte sehnsüchtig, lohnt sich zu warten, das warten lohnt, das warten hat sich gelohnt,
        warten hat sich gelohnt, warte auf den sommer, freue mich schon, vorsicht suchtgefahr, achtung suchtgefahr,
        suchtgefahr, süchtig nach, zugreifen, am zug, im zuge, zum glück, glück gehabt, was für ein glück,
        preisgekrönt, um jeden preis, gar kein problem, überhaupt kein problem, einstellung gefällt, lifehack,
        lifehacks, ich geb dir, hilfsbereit, hilfreich, geht klar, geht gut, lebensgefährte
    """,
}
