"""Dutch, of the Netherlands and of Flanders."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        terugbetaling, terugbetalen, terugbetaald, terugbetaal, betaal terug, geld terug, mijn geld, mijn centen,
        geld terugkrijgen, terugstorten, teruggestort, terugstorting, retour, retourneren, geretourneerd,
        retourzending, retourlabel, retour gestuurd, terugsturen, teruggestuurd, terugbrengen, teruggebracht, ruilen,
        omruilen, omgeruild, creditering, gecrediteerd, creditnota, tegoedbon, vergoeding, vergoeden, vergoed,
        schadevergoeding, compensatie, compenseren, gecompenseerd, restitutie, retourbeleid, herroepingsrecht,
        stornering
    """,
    "delivery": """
        levering, leveringen, bezorging, bezorgen, bezorgd, bezorger, geleverd, leveren, levertijd, levertijden,
        leverdatum, pakket, pakketje, pakketjes, mijn pakje, pakje, pakjes, zending, verzending, verzonden, verstuurd,
        bestelling, bestellingen, mijn bestelling, bestelnummer, ordernummer, besteld, track en trace,
        track and trace, postnl, bpost, koerier, niet aangekomen, nooit aangekomen, nog niet aangekomen,
        niet ontvangen, nooit ontvangen, nog niet ontvangen, nog steeds niet ontvangen, niet gekregen, niet bezorgd,
        niet geleverd, onderweg, vooruitbesteld, pre order, voorbestelling, afhaalpunt, ophaalpunt, afhalen,
        bij de buren, zoekgeraakt, pakket kwijt, kwijtgeraakt, vermist
    """,
    "broken": """
        kapot, kapotte, stuk, stuk gegaan, stukgegaan, gebroken, defect, defecte, doet het niet, doet het niet meer,
        doen het niet, doen het niet meer, doet niks, doet niets, werkt niet, werken niet, werkt niet meer,
        werkt weer niet, werkt nog steeds niet, gaat niet aan, gaat niet meer aan, gaat niet open, laadt niet,
        laadt niet meer, laadt niet op, start niet, start niet meer, opent niet, maakt geen verbinding, verbindt niet,
        crasht, crashen, gecrasht, crash, loopt vast, vastgelopen, loopt steeds vast, hangt, hapert, bevriest,
        valt uit, valt steeds uit, valt weg, sluit vanzelf, zwart scherm, foutmelding, foutcode, fout, fouten, error,
        bug, bugs, storing in de app, buggy, lag, traag als, lekt, gescheurd, gebarsten, barst, kras, krassen,
        beschadigd, beschadigde, schade, reparatie, repareren, gerepareerd, maken, herstellen, hersteld, garantie,
        vervanging, vervangen, vervangend, onderdeel, mankement, mankementen, gebrek, begeeft het, begaf het,
        leeggelopen, snel leeg, los gelaten, gekrompen
    """,
    "access": """
        inloggen, kan niet inloggen, ingelogd, log in, inlog, inlogcode, aanmelden, kan niet aanmelden,
        kom er niet in, kom niet in, kan niet in mijn, wachtwoord, wachtwoord vergeten, wachtwoord resetten,
        wachtwoord herstellen, reset link, mijn account, account geblokkeerd, geblokkeerd, geblokkeerde, blokkade,
        deblokkeren, gedeblokkeerd, geschorst, opgeschort, gebanned, verbannen, verificatiecode, bevestigingscode,
        sms code, code niet, tweestapsverificatie, activeren, geactiveerd, activatie, mijn pas, pas geblokkeerd,
        pasje, bankpas, kaart geweigerd, kaart geblokkeerd, mijn kaart, geweigerd, gebruikersnaam, bevestigingsmail,
        pincode, toegang, geen toegang, itsme, digid
    """,
    "billing": """
        afgeschreven, dubbel afgeschreven, twee keer afgeschreven, afschrijving, afschrijvingen, incasso,
        automatische incasso, geïncasseerd, in rekening gebracht, aangerekend, dubbel aangerekend, factuur, facturen,
        facturatie, rekening, rekeningen, betaling, betalingen, betaald, betalen, dubbel betaald, overgemaakt,
        overschrijving, ideal, bancontact, domiciliëring, kosten in rekening, administratiekosten, verborgen kosten,
        abonnement, abonnementen, abo, verlengd, automatisch verlengd, verlenging, stilzwijgend verlengd, aanmaning,
        aanmaningen, deurwaarder, incassobureau, borg, waarborg, voorschot, eindafrekening, jaarafrekening,
        afrekening, saldo, tegoed, beltegoed, contract, tarief, bon, kassabon, spaarpunten, punten, mijn punten,
        creditcard belast, rekeningnummer
    """,
    "cancel": """
        opzeggen, opgezegd, opzegging, opzeg, zeg mijn, annuleren, geannuleerd, annulering, annulatie, annuleringen,
        afgelast, geschrapt, stopzetten, stopgezet, stopzetting, uitschrijven, uitgeschreven, afmelden,
        account verwijderen, account opheffen, rekening opheffen, beëindigen, beëindigd, omboeken, omgeboekt,
        boeking wijzigen, verzetten, verplaatsen, herroepen, bedenktijd, opt out
    """,
    "waiting": """
        wacht al, wacht nog, wacht nog steeds, nog steeds aan het wachten, aan het wachten, zit te wachten,
        zitten te wachten, wachten al, wachten nog, gewacht, wachttijd, wachttijden, wachtrij, in de wacht,
        geen antwoord, geen reactie, geen bericht, geen terugkoppeling, geen update, niks gehoord, niets gehoord,
        nog niks gehoord, nog niets gehoord, niets vernomen, nooit antwoord, nooit reactie, niemand reageert,
        niemand antwoordt, niemand neemt op, neemt niemand op, niemand belt terug, reageert niet, reageren niet,
        jullie reageren niet, antwoorden niet, antwoordt niet, niet bereikbaar, onbereikbaar, niemand bereikbaar,
        genegeerd, negeren, negeert, jullie negeren, opgehangen, hangen op, doorverbonden,
        van het kastje naar de muur, aan het lijntje, al dagen, al weken, al maanden, al uren, al een week,
        al een maand, al twee weken, al 2 weken, al 3 weken, al drie weken, al 3 dagen, al 2 maanden,
        sinds vorige week, sinds maandag, sinds gisteren, week geleden, weken geleden, dagen geleden, maanden geleden,
        derde keer, tweede keer, voor de derde keer, voor de zoveelste keer, zoveelste keer, meerdere keren,
        meermaals, al meerdere, gebeld, al gebeld, gemaild, al gemaild, mail gestuurd, mails gestuurd, teruggebeld,
        zou teruggebeld worden, zou gebeld worden, ticketnummer, zaaknummer, dossiernummer, klantnummer,
        referentienummer, dossier, nog steeds niks, nog steeds niets, nog steeds geen, nog steeds niet,
        nog altijd geen, nog altijd niet, nog niks, wanneer komt er, hoe lang nog, gebeurt niks, gebeurt niets,
        er gebeurt niks
    """,
    "help": """
        hulp, help, help mij, help me, hulp nodig, kan iemand helpen, kan iemand mij helpen, kunnen jullie helpen,
        kunnen jullie mij helpen, kunt u mij helpen, helpen, geholpen worden, klantenservice, klantendienst, helpdesk,
        support, servicedesk, medewerker, medewerkers, medewerkster, adviseur, chatbot, chat, jullie bot, klacht,
        klachten, klacht ingediend, klacht indienen, dm gestuurd, dm verstuurd, dm gestuurd naar jullie, pb gestuurd,
        privébericht, via dm, check je dm, check jullie dm, kijk in je dm, lees je dm, een mens spreken,
        mens aan de lijn, iemand spreken, oplossen, los dit op, oplossing, geen oplossing, opgelost worden, uitzoeken,
        onbeschoft, onbeleefd, onvriendelijk, onvriendelijke, bot personeel, personeel, filiaal, telefoonnummer
    """,
    "how_to": """
        hoe kan ik, hoe kan je, hoe kun je, hoe moet ik, hoe krijg ik, hoe zet ik, hoe werkt, hoe werkt dat,
        hoe doe ik, hoe maak ik, hoe wijzig ik, hoe zeg ik, hoe vraag ik, hoe meld ik, hoe kom ik, waar kan ik,
        waar vind ik, waar staat, waar blijft mijn, waar is mijn, waar zijn mijn, is het mogelijk,
        is er een mogelijkheid, kan ik ook, kan ik nog, kan ik mijn, mag ik, mag je, moet ik, heb ik nodig,
        wat moet ik doen, wat moet ik, hoe lang duurt, hoelang duurt, hoe lang, hoelang, hoe laat, openingstijden,
        openingsuren, zijn jullie open, open op zondag, tot hoe laat, instelling, instellingen, instellen,
        handleiding, gebruiksaanwijzing, stappen, welke app, wanneer komt mijn, wanneer krijg ik, tot wanneer
    """,
    "booking": """
        vlucht, vluchten, boarden, gate, bagage, koffer, koffers, stoel, stoelen, zitplaats, inchecken, ingecheckt,
        check in, overstap, overstap gemist, aansluiting, aansluiting gemist, boeking, boekingen, geboekt, boeken,
        reservering, reservatie, gereserveerd, kamer, kamers, hotel, trein, treinen, ns, nmbs, bus, bussen, tram,
        trams, metro, perron, spoor, station, halte, ticket, tickets, kaartje, kaartjes, ov chipkaart, vertraging,
        vertragingen, vertraagd, vertraagde, uitgevallen, valt uit, rijdt niet, dienstregeling, reiziger, reizigers,
        passagier, passagiers, conducteur, bemanning, schiphol, zaventem, luchthaven, vliegveld, vertrek, lift, airco,
        garage, dealer, afspraak, recept, apotheek, verzekering, polis, schadeclaim, claim
    """,
    "connection": """
        wifi, internet, geen internet, netwerk, geen netwerk, bereik, geen bereik, signaal, geen signaal, router,
        modem, mobiele data, 4g, 5g, roaming, sim, simkaart, esim, vaste lijn, glasvezel, snelheid, meter,
        slimme meter, meterstand, meterstanden, server, servers, app, website, site, update, firmware, bluetooth,
        oplader, lader, batterij, accu, scherm, savegame, voortgang, streamen, dekking
    """,
    "wrong_item": """
        verkeerd artikel, verkeerde artikel, verkeerde maat, verkeerde kleur, verkeerde bestelling, verkeerde product,
        verkeerd product, verkeerd geleverd, verkeerd pakket, verkeerde pakket, verkeerde gestuurd,
        iets anders gekregen, niet wat ik besteld, ontbreekt, ontbreken, ontbrak, ontbrekende, er mist, mist een,
        mis een, incompleet, leeg, lege doos, half leeg, over datum, over de datum, houdbaarheidsdatum, tht, verlopen,
        vervallen, schimmel, beschimmeld, beschimmelde, rot, rotte, verrot, bedorven, ranzig, zuur, haar in,
        een haar in, gebruikt, vies, vieze, vuil, vuile, smerig, vlekken, niet zoals op de foto,
        niet zoals beschreven, stinkt
    """,
    # What endangers people or the brand
    "danger": """
        in brand, vloog in brand, vlam gevat, vlam vatte, vatte vlam, vlammen, brand uitgebroken, brandje,
        brandgevaar, brandgevaarlijk, rook, rook uit, rookt, brandlucht, ruikt verbrand, verbrande geur, gaslucht,
        ruikt naar gas, gaslek, ontploft, ontplofte, ontploffing, ontploffen, explosie, geëxplodeerd, vonken, vonkt,
        elektrische schok, schok gekregen, stroomstoot, geëlektrocuteerd, onder stroom, verbrand aan, hand verbrand,
        verbrande mijn, brandwond, brandwonden, gewond, gewonden, verwond, verwonding, letsel, bloedt, bloed, bloeden,
        ambulance, ziekenhuis, spoedeisende hulp, spoed, eerste hulp, bewusteloos, flauwgevallen, onwel, ingestort,
        gestikt, verslikt, stikken, stikt, verstikking, hersenschudding, remmen weigerden, remmen weigeren,
        remmen deden het niet, remmen, geen remmen, airbag, airbags, ongeluk, ongeval, koolmonoxide,
        blootliggende draden, losse draden, oververhit, oververhitting, gesmolten, smelt, bolle batterij,
        opgezwollen batterij, opgezwollen accu, bolle accu, gevaarlijk, gevaarlijke, levensgevaarlijk, levensgevaar,
        gevaar, veiligheidsrisico, onveilig, onveilige, iemand dood gaat, vallen er doden, had dood kunnen zijn,
        bijna dood, bijna gestikt, opgesloten, vast in de lift, vastzitten in de lift, zit vast in de lift,
        zitten vast in de lift, zitten vast in de tunnel, geen lucht, geëvacueerd, evacuatie, ontruimd, brandweer,
        112, noodgeval, noodsituatie, aangevallen, aangerand, mishandeld, bedreigd, bedreiging, bedreigingen, bom,
        wapen, mes getrokken, verstikkingsgevaar, kankerverwekkend, asbest, ontspoord, zonnesteek, hitteberoerte,
        epileptische aanval, stuiptrekkingen, overdosis, verkeerde dosis, verkeerde dosering, verkeerde medicijn,
        verkeerde medicatie
    """,
    "poison": """
        voedselvergiftiging, vergiftigd, vergiftiging, salmonella, listeria, e coli, allergische reactie, allergie,
        allergisch, allergische, allergenen, anafylactische shock, anafylaxie, niet vermeld op, niet op het etiket,
        niet op de verpakking, staat niet op het etiket, bevat noten, pinda, pindas, glas in, stuk glas, stukje glas,
        stukjes glas, glassplinter, metaal in, stuk metaal, stukje metaal, plastic in, stuk plastic, stukje plastic,
        braken, overgegeven, overgeven, gekotst, kotsen, diarree, ziek geworden, ziek van, doodziek, allemaal ziek,
        buikkrampen, voedselinfectie, uitslag, huiduitslag, besmet, besmette, besmetting, verontreinigd, bijwerking,
        bijwerkingen, giftig, giftige, maden, made in mijn, wormen, worm in, ratten, rat in, muis in, muizen,
        muizenkeutels, kakkerlak, kakkerlakken, bedwantsen, insect in, beestjes in
    """,
    "self_harm": """
        zelfmoord, zelfdoding, suïcide, suïcidaal, mezelf van kant, mezelf van het leven, van het leven beroven,
        een einde aan mijn leven, eind aan mijn leven, einde maken aan, maak er een eind aan, er een eind aan maken,
        wil dood, ik wil dood, wil niet meer leven, niet meer leven, geen zin meer in het leven, leven geen zin,
        mezelf iets aandoen, mezelf pijn doen, snij mezelf, mezelf snijden, beter af zonder mij,
        niet meer wakker worden, van het dak springen, voor de trein springen, voor de trein,
        afscheid nemen van het leven, kan niet meer verder leven
    """,
    "death": """
        dood, dode, doden, overleden, gestorven, overlijden, sterfgeval, sterfgevallen, dodelijk, dodelijke,
        omgekomen, om het leven, vermoord, begrafenis, uitvaart, slachtoffers, dodelijke slachtoffers
    """,
    "legal": """
        advocaat, advocaten, jurist, rechtszaak, rechtszaken, rechter, rechtbank, naar de rechter, voor de rechter,
        aanklagen, aangeklaagd, klaag jullie aan, dagvaarding, dagvaarden, juridisch, juridische stappen,
        juridische actie, gerechtelijke stappen, rechtsbijstand, kort geding, massaclaim, ingebrekestelling,
        in gebreke, avg, gdpr, privacywet, auteursrecht, auteursrechten, merkrecht, illegaal, illegale, onwettig,
        tegen de wet, strafbaar, wettelijk, wettelijke termijn, contractbreuk, schadeclaim indienen, smaad, laster
    """,
    "authority": """
        politie, aangifte, aangifte gedaan, aangifte doen, acm, consuwijzer, consumentenbond, testaankoop,
        test aankoop, kassa, radar, nvwa, favv, autoriteit persoonsgegevens, gegevensbeschermingsautoriteit, afm, dnb,
        kifid, geschillencommissie, ombudsman, ombudsdienst, toezichthouder, inspectie, arbeidsinspectie, ilt, fiod,
        fsma, bipt, creg, vreg, economische inspectie, fod economie, autoriteiten, onderzoek ingesteld, onderzoek,
        onderzoekt, onderzocht, boete, boetes, beboet, justitie, openbaar ministerie, officier van justitie,
        melding gedaan, melding gemaakt, gemeld bij, meldpunt, ggd
    """,
    "breach": """
        datalek, datalekken, lek, gelekt, gelekte, lekken, uitgelekt, gehackt, gehackte, hack, hacker, hackers,
        cyberaanval, gestolen gegevens, gegevens gestolen, mijn gegevens, persoonsgegevens, klantgegevens,
        gegevens van anderen, gegevens van iemand anders, gegevens van een ander, account van iemand anders,
        wachtwoorden gelekt, ransomware, phishing, beveiligingslek, kwetsbaarheid, dark web, identiteitsfraude,
        identiteitsdiefstal, onbevoegde, ongeautoriseerd, ongeautoriseerde, frauduleuze, frauduleuze afschrijving,
        niet door mij gedaan, rekening leeggehaald, leeggehaald, leeggeplunderd, geplunderd, gestolen
    """,
    "boycott": """
        boycot, boycotten, boycott, boycotteer, boycot deze, app verwijderen, verwijder de app, koop hier niet,
        koop niet, koop niets, delen graag, deel dit, deel dit bericht, graag delen, rt graag, viral, gaat viral,
        ging viral, trending, iedereen moet dit weten, iedereen moet weten, zegt het voort, schaam jullie, schandpaal,
        pr ramp, ophef, verontwaardiging, protest, protesteren, protesten, demonstratie, petitie, teken de petitie,
        staking, staken, massaal opzeggen
    """,
    "hate": """
        racistisch, racistische, racisme, racist, racisten, seksistisch, seksistische, seksisme, homofoob, homofobe,
        homofobie, transfoob, transfobie, antisemitisch, antisemitisme, islamofoob, islamofobie, moslimhaat,
        vrouwonvriendelijk, vrouwonvriendelijke, vrouwenhaat, validisme, discriminatie, discriminerend,
        discriminerende, discrimineren, gediscrimineerd, discrimineert, etnisch profileren, intimidatie,
        seksuele intimidatie, seksueel geïntimideerd, lastiggevallen, aangerand door, betast, beledigend, beledigende,
        belediging, beledigd, uitgescholden, kwetsend, kwetsende, smakeloos, smakeloze, nazi, rolstoel geweigerd,
        rolstoelgebruiker, xenofoob, ongepast, ongepaste
    """,
    "wrongdoing": """
        kinderarbeid, dwangarbeid, slavenarbeid, slavernij, uitbuiting, uitgebuit, uitbuiten, vervuiling, vervuilt,
        vervuilen, lozen, loost, lozing, geloosd, dumpen, gedumpt, greenwashing, smeergeld, steekpenningen, omkoping,
        omgekocht, corruptie, corrupt, doofpot, in de doofpot, verzwegen, verzwijgen, verdoezelen, verbergen,
        schandaal, gelogen, jullie liegen, liegen, liegt, voorgelogen, fraude, fraudeurs, belastingontduiking,
        dierenmishandeling, dierenleed, dierproeven, getest op dieren, onderbetaald, onderbetaalde,
        lonen niet betaald, uitgeknepen, deepfake, interne documenten, intern document, gelekte mail, gelekte video,
        bewijs, bewijzen, klokkenluider, misleidend, misleidende, misleiding, misleidende reclame, misleiden,
        sjoemelen, sjoemelsoftware, gesjoemel, reacties verwijderd, reacties verwijderen, verwijderen reacties,
        reactie verwijderd, verwijderen negatieve, negatieve reacties, ontbossing, olielek, krimpflatie, woekerpolis,
        woekerprijzen, prijsafspraken
    """,
    "recall": """
        terugroepactie, terugroepen, teruggeroepen, terughaalactie, productwaarschuwing, veiligheidswaarschuwing,
        batchnummer, lotnummer, batch, partij besmette, niet eten, eet dit niet, niet gebruiken, niet meer gebruiken,
        gebruik dit niet, niet opeten, pas op, pas op voor, opgepast, kijk uit, waarschuwing, waarschuw,
        let op iedereen, wees gewaarschuwd, uit de schappen, uit de handel, uit de verkoop
    """,
    "outage": """
        storing, storingen, grote storing, landelijke storing, storing in heel, ligt eruit, ligt plat, liggen plat,
        ligt alles plat, alles ligt plat, ligt er uit, plat, down, is down, servers down, offline, uit de lucht,
        stroomstoring, stroomuitval, stroompanne, geen stroom, zonder stroom, zonder elektriciteit,
        geen elektriciteit, geen verwarming, zonder verwarming, geen warm water, geen water, zonder water, hele stad,
        hele wijk, hele straat, hele dorp, hele buurt, hele land, heel nederland, heel belgië, heel vlaanderen,
        hele regio, landelijk, niemand kan, bij iedereen, iedereen, alleen bij mij, ligt het aan mij, ben ik de enige,
        meer mensen, nog meer mensen, nog iemand, meer last, andere mensen ook, niks werkt, niets werkt,
        werkt niks meer, alle winkels, pinnen lukt niet, pin storing, pinstoring, kan niet pinnen, pinautomaten,
        systeem plat, systeem ligt
    """,
    "stranded": """
        gestrand, gestrande, zitten vast, zit vast, vast op het vliegveld, vast op schiphol, vast in, staan stil,
        staan al uren, stilstaan, op de grond slapen, slapen op de grond, slapen op het vliegveld, op schiphol slapen,
        geen hotel, aan ons lot overgelaten, aan mijn lot, aan hun lot, laten ons in de steek, in de steek gelaten,
        in de kou, in de kou staan, in de kou laten, in de regen, midden in de nacht, in the middle of nowhere,
        in niemandsland, vlucht gemist, mijn vlucht mis, vlucht missen, trein gemist, aansluiting mis,
        mis mijn aansluiting, kom niet thuis, kan niet naar huis, niet naar huis, kunnen niet naar huis, langs de weg,
        pech, pechhulp, wegenwacht, autopech
    """,
    "vulnerable": """
        baby, babys, pasgeboren, zuigeling, peuter, kleuter, kind, kinderen, mijn zoon, mijn dochter, zoontje,
        dochtertje, mijn kinderen, ouderen, oudere, bejaard, bejaarde, bejaarden, mijn moeder, mijn vader, mijn oma,
        mijn opa, oma, opa, gehandicapt, gehandicapte, beperking, invalide, mindervalide, rolstoel, zwanger, zwangere,
        insuline, diabeet, diabetes, suikerpatiënt, dialyse, zuurstof, beademing, medicijn, medicijnen, medicatie,
        geneesmiddelen, inhaler, puffer, chemo, kanker, astma, epilepsie, operatie, pacemaker, blind, slechtziend,
        autisme, mijn patiënten, patiënten
    """,
    # What the brand does
    "announcement": """
        aankondiging, aangekondigd, aankondigen, kondigt aan, kondigen, persbericht, presentatie, gepresenteerd,
        onthuld, onthulling, onthult, onthullen, teaser, trailer, jullie artikel, jullie blog, jullie bericht over,
        jullie post over, net gelezen, las net, ik las dat, lees dat, lees net, zag dat, hoor dat, hoorde dat,
        gehoord dat, klopt het dat, is het waar dat, is het waar, campagne, nieuwe campagne, jullie campagne,
        nieuwe reclame, jullie reclame, reclamespot, reclame, jullie evenement, evenement, keynote, livestream,
        webinar, nieuwsbrief, roadmap, patch notes, nieuws, goed nieuws, mooi nieuws, geweldig nieuws, leuk nieuws,
        jaarverslag, kwartaalcijfers
    """,
    "launch": """
        lancering, lanceren, gelanceerd, lanceert, lanceerden, release, releasedatum, verschijnt, verschijnen,
        komt uit, uitgekomen, wanneer komt, wanneer verschijnt, nu verkrijgbaar, vanaf vandaag, nieuwe functie,
        nieuwe functies, nieuwe versie, nieuw model, nieuwe model, nieuwe collectie, nieuwe lijn, nieuwe route,
        nieuwe verbinding, nieuwe update, nieuw seizoen, nieuwe seizoen, nieuwe logo, nieuw logo, nieuwe huisstijl,
        nieuw design, nieuwe look, nieuwe smaak, nieuwe smaken, nieuwe winkel, nieuw filiaal, opening, openen jullie,
        geopend, open jullie een, beta, nieuwe app, nieuw menu, nieuwe menukaart, nieuwe verpakking, nieuw recept,
        nieuwe recept, terug van weggeweest, komt terug, weer terug, breng terug, nieuw album, vervolg, seizoen 2,
        dlc, uitbreiding, komt naar nederland, naar nederland, naar belgië, ook in nederland, ook in belgië,
        nieuw abonnement, nieuwe tarieven, nieuwe voorwaarden, uit het assortiment, gestopt met
    """,
    "company": """
        fusie, overname, overgenomen, neemt over, nieuwe ceo, ceo, topman, topvrouw, ontslagen, ontslagronde, ontslag,
        reorganisatie, klimaatneutraal, co2 neutraal, klimaatdoelen, duurzaam, duurzame, duurzaamheid, hernieuwbare,
        groene stroom, samenwerking met, partnerschap met, sponsor van, sponsoren, hoofdkantoor, beursgang, beurs,
        aandelen, aandeelhouders, donatie, doneren, gedoneerd, stichting, prijsverhoging, prijsverhogingen,
        prijzen omhoog, vierdaagse werkweek, investering in
    """,
    "contest": """
        winactie, winacties, prijsvraag, wedstrijd, wedstrijden, verloting, verloten, loting, loterij, giveaway,
        prijs gewonnen, prijzenpakket, winnaar, winnaars, winnares, gewonnen, heb ik gewonnen, wie heeft gewonnen,
        winnen, win, kans maken, maak kans, kans op, meedoen, meegedaan, doe mee, ik doe mee, doen mee, doe graag mee,
        deelnemen, deelname, deelgenomen, deelnemer, deelnemers, inzending, inzendingen, ingezonden, actievoorwaarden,
        voorwaarden van de actie, sluitingsdatum, loopt de actie, tag, getagd, taggen, ik tag, geliket en gedeeld,
        geliked en gedeeld, gedeeld en geliket, gedeeld en gevolgd, like en deel, volg en, volg jullie al, duimen,
        ik duim, duim mee, vingers gekruist, hopelijk win ik, hoop te winnen, zou graag winnen, wil ik winnen,
        zou ik graag, succes allemaal, succes iedereen, kies mij, stemmen, gestemd, stem op, stem, jury, uitdaging,
        adventskalender, quiz, juiste antwoord, trekking, hoofdprijs
    """,
    # What is said kindly
    "thanks": """
        dank, dank je, dankje, dankjewel, dank jullie wel, dank u, dankuwel, bedankt, bedankt voor, heel erg bedankt,
        hartelijk dank, hartelijk bedankt, super bedankt, veel dank, thanks, thx, tnx, merci, dankbaar, bedanken,
        wil ik bedanken, complimenten, compliment, complimentje, een compliment, grote complimenten, petje af,
        chapeau, hulde, top service, topservice, super geholpen, goed geholpen, snel geholpen, fijn geholpen,
        netjes opgelost, netjes geholpen, vriendelijk geholpen, mijn dag gered, dag gered, redders in nood,
        klasse service
    """,
    "love": """
        ik hou van, hou van, houden van, hou van jullie, dol op, verliefd, verliefd op, gek op, fan van, favoriet,
        favoriete, lievelings, lievelingsmerk, beste, de beste, het beste, jullie zijn de beste, geweldig, geweldige,
        fantastisch, fantastische, super, superleuk, supergoed, super lekker, superlekker, supermooi, top, topper,
        toppers, toptent, topmerk, briljant, briljante, geniaal, geniale, prachtig, prachtige, schitterend,
        schitterende, mooi, mooie, mooiste, perfect, perfecte, uitstekend, uitstekende, uitmuntend, voortreffelijk,
        heerlijk, heerlijke, lekker, lekkere, lekkerste, overheerlijk, smullen, verrukkelijk, zalig, zalige, vet,
        vette, gaaf, gave, tof, toffe, leuk, leuke, leukste, cool, nice, lief, lieve, schattig, enthousiast, blij,
        blij mee, heel blij, superblij, tevreden, zeer tevreden, heel tevreden, gelukkig met, onder de indruk,
        indrukwekkend, aanrader, echte aanrader, aan te raden, raad ik aan, raad aan, kan ik aanraden, verslaafd,
        verslavend lekker, meesterwerk, pareltje, vriendelijk, vriendelijke, behulpzaam, behulpzame, elke cent waard,
        meer dan waard, het waard, 10/10, vijf sterren, 5 sterren, een tien, dikke tien, geniet, genieten, genoten,
        zo goed, zo lekker, zo mooi, heel goed, erg goed, wauw, wow
    """,
    "greeting": """
        goedemorgen, goeiemorgen, goedemiddag, goedenavond, goeienavond, goede nacht, welterusten, fijne dag,
        fijne avond, prettige dag, fijn weekend, prettig weekend, fijne week, fijne zondag, fijne feestdagen,
        prettige feestdagen, vrolijk kerstfeest, fijne kerst, gelukkig nieuwjaar, beste wensen, vrolijk pasen,
        fijne pasen, gefeliciteerd met je verjaardag, happy birthday, fijne vakantie, hallo allemaal, hoi allemaal,
        morgen allemaal, groetjes, groeten, groet, mvg, liefs, tot ziens, tot snel, smakelijk, fijne koningsdag
    """,
    "fan": """
        fan, fans, grote fan, fanart, cosplay, tattoo, tatoeage, community, mijn kat, mijn hond, mijn verzameling,
        verzameling, sinds mijn jeugd, jeugd, jeugdsentiment, als kind, toen ik klein was, vroeger, nostalgie,
        herinneringen, trouwe klant, vaste klant, al jaren klant, klant sinds, al 20 jaar, al 10 jaar, al jaren,
        op repeat, gebinged, bingen, marathon, filmavond, spelletjesavond, record, persoonlijk record, selfie,
        zonsondergang, uitzicht, foto, outfit, recept gemaakt, gekookt, gebakken, zelfgemaakt, zelf gemaakt, stagiair,
        webcare, webcareteam, wie zit er achter dit account, dit account, meme, memes, onpopulaire mening
    """,
    "congratulations": """
        gefeliciteerd, proficiat, felicitaties, gefeliciteerd met, van harte, hartelijk gefeliciteerd, verdiend,
        dik verdiend, terecht gewonnen, trots, trots op, zo trots, blij voor jullie, kan niet wachten,
        kan haast niet wachten, zin in, heb er zin in, zo veel zin in, kijk ernaar uit, kijk er naar uit, benieuwd,
        heel benieuwd, spannend, eindelijk, werd tijd, het werd tijd, op naar de volgende, ga zo door, hype,
        welkom in het team
    """,
    # Who wants to buy
    "price": """
        prijs, prijzen, wat kost, wat kosten, hoeveel kost, hoeveel kosten, hoe duur, wat is de prijs, kost dat,
        kost het, kosten, kost, duur, dure, duurder, goedkoop, goedkoper, betaalbaar, korting, kortingen,
        kortingscode, kortingsbon, kortingsactie, studentenkorting, actiecode, aanbieding, aanbiedingen,
        in de aanbieding, actie, acties, sale, uitverkoop, solden, black friday, offerte, prijsopgave, per maand,
        maandelijks, gratis proberen, proefperiode, proefabonnement, verzendkosten, gratis verzending, groothandel,
        staffelkorting, in bulk, grote hoeveelheid, gezinsabonnement, studentenabonnement, zakelijk abonnement,
        inruil, inruilen, financiering, financieren, lease, leasen, private lease, in termijnen, gespreid betalen,
        lening, hypotheek, rente, rentevoet, cadeaubon
    """,
    "buy": """
        kopen, koop, gekocht, aanschaffen, aanschaf, aankoop, wil kopen, wil graag kopen, zou willen kopen,
        waar te koop, te koop, waar koop ik, waar kan ik kopen, waar kan ik die kopen, waar kan ik deze,
        waar kan ik hem, waar haal ik, waar vind ik deze, waar verkopen ze, wil ik hebben, moet ik hebben, die wil ik,
        hebben hebben, ik wil er een, wil graag bestellen, graag bestellen, wil bestellen, bestellen, interesse in,
        geïnteresseerd, geïnteresseerd in, heb interesse, overweeg, overwegen, zit te denken, denk eraan om,
        twijfel tussen, in de winkel, in de winkels, dichtstbijzijnde winkel, winkel bij mij, verkooppunt,
        verkooppunten, verkoper die, dealer in de buurt, overstappen, overstappen naar jullie, klant worden,
        klant bij jullie worden, nieuwe klant, rekening openen, proefrit, demo, een demo, verkoopafdeling, sales,
        cadeaukaart, cadeau voor, voor ons kantoor, voor ons bedrijf, voor mijn bedrijf, voor ons team,
        medewerkers in, licenties
    """,
    "availability": """
        op voorraad, voorraad, uitverkocht, niet op voorraad, leverbaar, verkrijgbaar, beschikbaar, beschikbaarheid,
        weer op voorraad, weer leverbaar, weer verkrijgbaar, weer beschikbaar, weer binnen, komen er nog,
        komt deze nog, hebben jullie, hebben jullie ook, heeft u, verkopen jullie, leveren jullie, leveren jullie ook,
        verzenden jullie, bezorgen jullie, bieden jullie, is deze, is er ook, zijn er nog, zijn er ook, komt deze ook,
        komt hij ook, in het zwart, in het blauw, in het rood, in het wit, in het groen, in zwart, in blauw, in maat,
        maat, maten, maattabel, welke maat, welk model, welke kleur, kleur, kleuren, wat is het verschil,
        verschil tussen, beter dan, vergeleken met, compatibel, compatibel met, geschikt voor, past dit,
        werkt het met, werkt dit met, is het vegan, vegan, veganistisch, vegetarisch, glutenvrij, lactosevrij,
        waterdicht, waterproof, actieradius, bereik van, afmetingen, formaat, huisdieren toegestaan,
        honden toegestaan, honden welkom, inclusief ontbijt, ontbijt inbegrepen, zeezicht, nog plek, nog plaats,
        kamers vrij
    """,
    # Press and partners
    "press": """
        journalist, journaliste, journalisten, verslaggever, verslaggeefster, redacteur, redactie,
        schrijf een artikel, schrijf een stuk, schrijf voor, ik werk aan, werk aan een artikel, werk aan een verhaal,
        artikel over, stuk over, verhaal over, reportage, reportage over, item over, uitzending over, persdienst,
        persvoorlichter, persvoorlichting, perscontact, persafdeling, persteam, persvragen, persvraag, persmap,
        persfoto's, reactie van jullie, reactie voor ons artikel, graag een reactie, om een reactie, een reactie op,
        wederhoor, verklaring, officiële verklaring, statement, woordvoerder, woordvoerster, interview, interviews,
        interviewen, geïnterviewd, krant, tijdschrift, magazine, radio, televisie, tv, documentaire, podcast,
        publiceren, publicatie, publiceren morgen, deadline, correspondent, freelance, embargo, factcheck,
        video gebruiken, beeldmateriaal gebruiken, foto gebruiken, accreditatie, anp, belga, nos, vrt
    """,
    "partner": """
        samenwerking, samenwerkingen, samenwerken, samen te werken, samen werken, collab, partnerschap, partner,
        partners, partner worden, sponsor, sponsoring, sponsors, gesponsord, sponsoren jullie, sponsorverzoek,
        ambassadeur, ambassadeurs, merkambassadeur, influencer, influencers, content creator, creator, ugc, media kit,
        mediakit, mijn volgers, mijn kanaal, mijn blog, blogger, mijn community, ons festival, ons evenement,
        onze vereniging, onze stichting, onze school, ons congres, vereniging, goed doel, goede doel, benefiet,
        inzamelingsactie, vrijwilligers, non profit, ngo, spreker, spreekster, gastspreker, lezing, paneldiscussie,
        panel, affiliate, affiliates, productreview, reviewen, om te reviewen, testproduct, unboxing, abonnees,
        onze lezers, betaald partnerschap, leverancier, leveranciers, distributeur, wederverkoper, inkoopafdeling,
        universiteit, hogeschool, studenten, scriptie, masterscriptie, afstudeeronderzoek, enquête, award,
        genomineerd, nominatie, uitnodigen, uitnodiging, te gast
    """,
    "job": """
        vacature, vacatures, sollicitatie, solliciteren, gesolliciteerd, sollicitatiegesprek, stage, stageplaats,
        stageplek, bijbaan, bijbaantje, baan, banen, werken bij jullie, werken bij, werk bij jullie, werk zoeken, cv,
        mijn cv, motivatiebrief, recruiter, personeel gezocht, carrière, eerste werkdag, mijn eerste dag, nieuwe baan,
        collega's, oud medewerker, ex medewerker, voormalig medewerker
    """,
    # Nothing to do
    "money_spam": """
        crypto, cryptomunten, bitcoin, airdrop, nft, forex, trading, handelssignalen, binaire opties, investeren,
        investeer, geïnvesteerd, investering, beleggen, belegging, rendement, winst gemaakt, winst, passief inkomen,
        geld verdienen, verdien geld, verdien, verdien ik, verdiend met, bijverdienen, extra inkomen, per dag,
        per week, euro per dag, vanuit huis, vanaf huis, thuiswerk, thuiswerken, financiële vrijheid, financieel vrij,
        rijk worden, snel rijk, casino, online casino, gokken, sportweddenschappen, gratis spins, snel geld lenen,
        lening zonder bkr, lening nodig, afvallen, kilo afgevallen, kilo kwijt, viagra, cbd, gratis iphone,
        u heeft gewonnen, je hebt gewonnen, u bent geselecteerd, je bent geselecteerd, u bent uitgekozen, claim uw,
        claim je, claim nu, wallet, uitbetaling, uitbetaald, opgenomen winst, mentor, dankzij meneer, dankzij mevrouw,
        dankzij trader, startkapitaal
    """,
    "look_alike": """
        neem contact op met @anyone, contact op met @anyone, contacteer @anyone, stuur een bericht naar @anyone,
        dm @anyone, schrijf naar @anyone, geachte klant, beste klant, beste gebruiker, verifieer uw, verifieer je,
        bevestig uw gegevens, bevestig je gegevens, bevestig uw, uw account wordt, je account wordt, uw account is,
        uw rekening wordt, uw pakket kon niet, uw pakket wacht, inklaringskosten, douanekosten, update uw gegevens,
        vul het formulier in, vul dit formulier, formulier invullen, klik hier, klik op de link, klik op onderstaande,
        onderstaande link, via deze link, whatsapp, via whatsapp, op whatsapp, telegram, op telegram, hielp mij mijn,
        hielp me mijn, heeft mij geholpen om mijn, geld teruggekregen dankzij, teruggehaald, terughalen, herstel van,
        ethische hacker, stuur uw, stuur ons uw, kaartgegevens, kaartnummer, officiële support, officieel supportteam,
        ons supportteam, livechat via, vriendelijk verzocht
    """,
    "follow_bait": """
        volg mij, volg me, volg terug, volg je terug, follow, abonneer je op mijn, abonneer op mijn,
        bekijk mijn profiel, check mijn profiel, check mijn, kijk op mijn profiel, bezoek mijn profiel, bezoek mijn,
        mijn profiel, link in bio, link in mijn bio, onlyfans, volgers kopen, koop volgers, meer volgers,
        goedkope volgers, echte volgers, laat je account groeien, seo, websites bouwen, ik bouw websites, webdesign,
        webdesigner, logo ontwerp, logos ontwerpen, mijn nieuwe nummer, mijn nieuwe single, mijn nieuwe video,
        mijn muziek, luister naar mijn, stem op mij, hete singles, singles in de buurt, naaktfoto's, dating, daten,
        replica, replicas, rolex, goedkope horloges, gebruik mijn code, mijn code, kortingscode van mij, vriendencode,
        referral, scriptie laten schrijven, huiswerk laten maken
    """,
    "off_topic": """
        het weer, weerbericht, lunch, file, verkeer, verkiezingen, politiek, politicus, voetbal, de wedstrijd,
        wedstrijd gisteren, verkeerde account, verkeerd account, verkeerde persoon, verkeerde bedrijf, niet jullie,
        test, testje, eerste!, eerste reactie, ok, hm, hmm, idem
    """,
    # How it is said
    "question_word": """
        wat, wanneer, waar, waarom, wie, welke, welk, hoe, hoeveel, hoezo, waarvoor, waarheen, weet iemand,
        weet er iemand, kent iemand, heeft iemand, is er, zijn er, klopt het, is het waar, zijn jullie, hebben jullie,
        weten jullie, vraag, een vraag, vraagje, vraag me af, vroeg me af, ben benieuwd of, wil graag weten,
        zou graag weten, kan ik, kunnen we
    """,
    "can_you": """
        kunnen jullie, kunt u, kan je, kun je, kan iemand, kan er iemand, zouden jullie, zou u, willen jullie, wilt u,
        wil iemand, aub, alstublieft, alsjeblieft, svp, graag, gelieve, ik wil graag, wil graag, ik wil, ik zou graag,
        zou graag, ik eis, eis, ik verwacht, verwacht, ik verzoek, verzoek, laat me weten, laat weten,
        laat even weten, laat mij weten, geef mij, geef me, stuur mij, stuur me, bel mij, bel me, bel me terug,
        neem contact met mij, neem contact op, contact met mij op, reageer, reageer eens, reageren, antwoord,
        geef antwoord, antwoord graag, leg uit, leg eens uit, uitleggen, doe er iets aan, doe iets, los het op,
        fix dit, breng terug, breng het terug, voeg toe, toevoegen, graag reactie, graag antwoord, zie graag,
        hoor graag, ik hoor graag, kijken jullie, nakijken, checken
    """,
    "urgent": """
        dringend, dringende, spoedeisend, spoed, met spoed, haast, heb haast, onmiddellijk, direct, meteen,
        zo snel mogelijk, zsm, asap, snel graag, nu meteen, vandaag, vandaag nog, vanavond, vanmiddag, vanochtend,
        morgen, morgenochtend, voor morgen, voor vrijdag, voor maandag, binnen een uur, over een uur, over 2 uur,
        over twee uur, over 30 minuten, over 10 minuten, minuten, bruiloft, trouwerij, begrafenis, examen,
        laatste kans, huur, salaris, loon, vertrekt over, nu, voor het te laat is
    """,
    "again": """
        weer, alweer, opnieuw, nogmaals, nog steeds, nog altijd, steeds, altijd, elke keer, iedere keer, elke dag,
        iedere dag, elke week, iedere week, telkens, constant, voortdurend, zoals altijd, zoals gewoonlijk, continu,
        derde keer, tweede keer, weken, maanden, dagen, uren, sinds maandag, sinds vrijdag, sinds gisteren,
        sinds vorige week, al
    """,
    "mine": "ik, mij, me, mijn, m'n, mezelf, wij, we, ons, onze",
    "yours": "jullie, u, uw, jij, je, jouw, jou, mensen, team",
    "complaint": """
        teleurgesteld, teleurstellend, teleurstellende, teleurstelling, slecht, slechte, slechter, zwaar slecht, boos,
        kwaad, woest, woedend, pissig, geïrriteerd, irritant, irritante, irritatie, ergernis, erger me, vervelend,
        vervelende, frustrerend, gefrustreerd, frustratie, zat, ben het zat, spuugzat, beu, ben het beu, klaar mee,
        ben er klaar mee, oplichting, oplichters, opgelicht, oplichterij, afzetterij, afzetters, afgezet, diefstal,
        dieven, zakkenvullers, graaiers, geldklopperij, geldwolven, rommel, troep, rotzooi, bagger, kut, kutbedrijf,
        klote, kloterij, kak, kankerzooi, tering, tyfus, godverdomme, gvd, verdomme, shit, waardeloos, waardeloze,
        nutteloos, nutteloze, belachelijk, belachelijke, onzin, lachwekkend, aanfluiting, een grap, wat een grap,
        prutsers, prutswerk, klungels, amateurs, amateuristisch, onbekwaam, incompetent, incompetente,
        onprofessioneel, onprofessionele, traag, trage, langzaam, sloom, te duur, veel te duur, weggegooid geld,
        geldverspilling, tijdverspilling, zonde van, leugenaars, leugens, leugen, smoesjes, smoes, loze beloftes,
        loze beloften, beloofd, beloftes, gebrek aan respect, respectloos, niet tevreden, ontevreden, niet blij,
        onbegrijpelijk, onbegrijpelijke, onbehoorlijk, probleem, problemen, nooit meer, nooit weer, laatste keer,
        klant kwijt, klant verloren, jullie zijn een klant kwijt, stap over, overgestapt naar, ga naar de concurrent,
        naar de concurrent, niet aan te raden, afrader, blijf weg, blijf hier weg, één ster, nul sterren, 1 ster,
        0 sterren, jammer, helaas, triest, verdrietig, saai, lelijk, lelijke, chaos, puinhoop, zooitje, een zooitje,
        steeds slechter, wordt steeds slechter, achteruit gegaan, achteruitgegaan, gaat achteruit, bergafwaarts,
        miskoop, wtf, balen, baal, baalt, kwalijk, verpest, geklaag
    """,
    "awful": """
        verschrikkelijk, verschrikkelijke, vreselijk, vreselijke, afschuwelijk, afschuwelijke, verschrikking, drama,
        een drama, dramatisch, dramatische, ramp, een ramp, rampzalig, rampzalige, schandalig, schandalige, schande,
        een schande, schandelijk, onacceptabel, onacceptabele, onaanvaardbaar, ontoelaatbaar, ongehoord,
        ongelofelijk slecht, beneden alle peil, onder alle peil, bar slecht, bar en boos, droevig, bedroevend,
        bedroevende, walgelijk, walgelijke, weerzinwekkend, misselijkmakend, slechtste, slechtste ooit, allerslechtst,
        zielig, beschamend, beschamende, schaamteloos, schaamteloze, schaam je, schamen jullie, nachtmerrie,
        een nachtmerrie, hel, een hel, haat, ik haat, haat jullie, criminelen, misdadigers, boeven, tuig, idioten,
        klootzakken, rot op, flikker op, kankerbedrijf
    """,
    "sarcasm": """
        lekker dan, lekker bezig, lekker bezig jullie, lekker bezig weer, goed bezig, goed bezig hoor, fijn weer,
        fijn is dat, mooi is dat, fraai, bedankt voor niks, bedankt voor niets, dank voor niks, bedankt he,
        topservice hoor, top service hoor, geweldige service hoor, goed geregeld hoor, goed geregeld, knap hoor,
        knap staaltje, wat een verrassing, goh wat een verrassing, verrassend, zoals altijd op tijd,
        weer lekker op tijd, ja hoor, jaja, tuurlijk, ja tuurlijk, natuurlijk joh, uiteraard, hulde hoor, applaus,
        een applaus, proficiat met, gefeliciteerd met weer, genieën, helden, stelletje helden, ironie, sarcasme,
        ga zo door, maar 3 uur, slechts 3 uur, heerlijk om te wachten, heerlijk wachten, leuk hoor, leuk geprobeerd,
        gezellig hoor, bravo, heel fijn weer
    """,
    "rhetorical": """
        serieus, serieus?, meen je dit, menen jullie dit, menen jullie dit nou, dit meen je niet, echt serieus,
        is dit een grap, is dit een grapje, maken jullie een grapje, hoe moeilijk kan, hoe moeilijk is het,
        zo moeilijk, wie bedenkt, wie heeft dit bedacht, wie verzint, wat is dit voor, wat is er mis met, wat bezielt,
        hoe is het mogelijk, hoe kan het dat, hoe kan dit, hoe dan, waarom nou, waar slaat dit op,
        wat heeft het voor zin, waar betaal ik voor, schamen jullie je niet, wie boeit, wie nog meer, toch?,
        of niet soms, nietwaar, niet dan
    """,
    "laugh": """
        haha, hahaha, hahahaha, hihi, lol, lmao, xd, grappig, grappige, lachen, gelachen, moet lachen, hilarisch,
        grapje, geintje, just kidding, 😂, 🤣
    """,
    "quiet": """
        hoef geen antwoord, hoeft geen antwoord, geen reactie nodig, geen antwoord nodig, hoeven niet te reageren,
        wilde alleen zeggen, wou alleen zeggen, wilde alleen even, wilde even zeggen, wilde even laten weten,
        wou even zeggen, ter info, fyi, is al opgelost, al opgelost, inmiddels opgelost, opgelost, doet het weer,
        werkt weer, werkt nu, gelukt, is gelukt, al gelukt, toch bedankt, evengoed bedankt, geeft niet, geeft niks,
        maakt niet uit, geen probleem, komt goed, niks aan de hand, geen haast, heeft geen haast, niet dringend,
        laat maar, laat maar zitten, rustig aan
    """,
    "good": """
        goed, goede, fijn, fijne, prima, oke, handig, handige, nuttig, prettig, prettige, snel, snelle, betrouwbaar,
        netjes, keurig, bevalt, bevalt goed, soepel, gemakkelijk, plezier
    """,
    "but": "maar, echter, hoewel, ondanks, behalve, alhoewel",
    "not": "niet, nie, geen, nooit, niks, niets, noch, zonder, niemand, nergens, amper, nauwelijks",
    "nothing": """
        lach me dood, lach me kapot, lag dubbel, doodgelachen, kapot gelachen, ga dood 😂, ik ga dood 😂, ik ga stuk,
        ga stuk, ik ga kapot 😂, ga kapot, kom niet meer bij, sterf van, dood van het lachen, dood van,
        om te sterven zo, doodleuk, doodmoe, doodsimpel, moord voor, zou een moord, moord doen voor, een moord doen,
        moordtent, moordwijf, killer deal, bom van smaak, bruisbal, bath bomb, smaakexplosie, smaakexplosies,
        explosie van smaak, explosie van smaken, smelt op de tong, smelt in je mond, smelt in de mond,
        smelt mijn hart, hart smelt, hart gestolen, mijn hart gestolen, steelt de show, hart gebroken, hartverwarmend,
        breekt mijn hart, ijs gebroken, ijsbreker, record gebroken, records gebroken, doorgebroken, breaking news,
        vuur en vlam, in vuur en vlam, vuurwerk, on fire 🔥, is fire, heet van de naald, ziek goed, ziek vet,
        ziek lekker, zieke beat, ziek nummer, kapot lekker, kapot goed, kapot mooi, kapotte goeie, kapot blij,
        kapot moe, gestoord lekker, gestoord goed, gestoorde, waanzinnig, waanzinnig goed, waanzinnige,
        krankzinnig goed, idioot lekker, bizar goed, bizar lekker, verdomd goed, verdomd lekker, tering lekker,
        teringlekker, kanker lekker, kankerlekker, kankergoed, kanker goed, kut dat het op is, niet slecht,
        helemaal niet slecht, niet verkeerd, zeker niet verkeerd, bloedsinaasappel, bloedheet, bloedmooi,
        bloedspannend, nagelbijtend, horror, thriller, true crime, misdaadserie, detective, eindbaas, escaperoom,
        escape room, death metal, verboden lekker, zou verboden moeten, misdadig lekker, crimineel lekker,
        crimineel goed, gevaarlijk lekker, gevaarlijk voor mijn portemonnee, slecht voor mijn portemonnee,
        slecht voor mijn bankrekening, verslavend, verslaafd aan, waard om op te wachten, het wachten waard,
        wachten waard, kan niet wachten, kan niet wachten op, niet kunnen wachten, geen probleem, geen enkel probleem,
        zonder problemen, probleemloos, lifehack, hackathon, koffiepauze, rookpauze, gerookte zalm, rookworst,
        voor de lol, lol gehad, lekker weer, lekker weekend, mis ik, ik mis, stuk beter, een stuk beter, een stuk,
        stukje taart, meesterstuk, een stukje, aan de hand, te gek, helemaal te gek, gek van blijdschap, uit mijn dak
    """,
}
