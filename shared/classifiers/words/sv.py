"""Swedish."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        återbetalning, återbetalningen, återbetala, återbetalat, återbetald, pengarna tillbaka, pengar tillbaka,
        mina pengar, få tillbaka pengarna, tillbaka mina pengar, retur, returnera, returnerat, returnerad, returen,
        returfraktsedel, returetikett, skicka tillbaka, skickat tillbaka, skickade tillbaka, lämna tillbaka,
        byta vara, byte, ersättning, ersätta, ersatt, kompensation, kompensera, kompenserad, tillgodokvitto,
        presentkort tillbaka, ångerrätt, kreditera, krediterad, kredit
    """,
    "delivery": """
        leverans, leveransen, leveranser, levererad, levererat, leverera, levererats, levererade, leveranstid, paket,
        paketet, mitt paket, försändelse, frakt, skickad, skickat, skickats, beställning, beställningen,
        beställningar, beställt, beställde, order, ordern, ordernummer, min order, postnord, dhl, budbee, instabox,
        budet, spårning, spåra, spårningsnummer, kollinummer, inte kommit, inte kommit fram, aldrig kommit,
        kom aldrig, kommer aldrig, inte fått, aldrig fått, inte mottagit, inte levererat, inte levererats, på väg,
        förbeställt, förbokat, hämta ut, utlämningsställe, ombud, försvunnit, försvunnet, borttappat, försenat paket
    """,
    "broken": """
        funkar inte, funkar ej, fungerar inte, fungerar ej, fungerar inte längre, funkar inte längre,
        funkar fortfarande inte, slutat fungera, slutade fungera, går inte, går inte att, går sönder, gick sönder,
        gått sönder, sönder, trasig, trasigt, trasiga, defekt, defekta, kraschar, kraschade, kraschat, krasch,
        hänger sig, hängt sig, fryser, fryst, låser sig, laggar, lagg, hackar, startar inte, går inte igång,
        laddar inte, laddas inte, öppnas inte, ansluter inte, kopplar inte upp, felkod, felmeddelande, fel på, fel,
        bugg, buggar, buggig, buggigt, svart skärm, läcker, spricka, sprucken, spruckit, söndrig, skadad, skadat,
        skadade, reparation, reparera, reparerad, laga, lagad, garanti, garantin, reklamation, reklamera, reklamerat,
        byta ut, utbyte, reservdel, stänger av sig, stängs av, dör efter, kopplar ner, kopplas ner, bryts, glappar,
        lossnat, krympt
    """,
    "access": """
        logga in, kan inte logga, kommer inte in, inloggning, inloggningen, inloggad, utloggad, utelåst, lösenord,
        lösenordet, glömt lösenord, återställa, mitt konto, mitt konto är, kontot, konto spärrat, spärrat, spärrad,
        spärrade, låst, låst ute, låsa upp, blockerad, blockerat, avstängd, avstängt, bannad, verifieringskod,
        verifiering, bankid, mobilt bankid, kod via sms, engångskod, aktivera, aktiverat, aktivering, mitt kort,
        kortet nekas, kort nekat, nekades, nekas, kortet spärrat, användarnamn, bekräftelsemejl, pinkod, åtkomst,
        inte åtkomst
    """,
    "billing": """
        dragit, dragit pengar, dragit dubbelt, dragits, dragits två gånger, drogs, dragna, debiterad, debiterat,
        debiterats, debiterad dubbelt, dubbeldebitering, debiterar, dubbeldragning, betalat, betalt, betala,
        betalning, betalningar, betalade, betalat två gånger, faktura, fakturan, fakturor, fakturerad, räkning,
        räkningen, avgift, avgifter, dolda avgifter, abonnemang, abonnemanget, prenumeration, prenumerationen,
        prenumererar, förnyat, förnyats, förnyades, förnyelse, autogiro, swish, swishat, klarna, påminnelseavgift,
        inkasso, inkassokrav, deposition, saldo, kvitto, överföring, överfört, bonuspoäng, poäng, mina poäng,
        elräkning, elräkningen
    """,
    "cancel": """
        säga upp, sagt upp, uppsägning, uppsagd, avsluta, avslutat, avsluta mitt, avsluta min, avboka, avbokad,
        avbokat, avbokning, avbeställa, avbeställning, avbeställt, annullera, annullerad, makulera, inställd,
        inställt, inställda, inställd avgång, avregistrera, avprenumerera, radera mitt konto, ta bort mitt konto,
        stänga mitt konto, omboka, ombokad, ombokning, ändra min bokning, bindningstid, ångra köp, ångra köpet
    """,
    "waiting": """
        väntar, väntar fortfarande, väntat, väntade, vänta, väntetid, väntetiden, har väntat, i kö, telefonkö,
        telefonkön, kön, köat, suttit i kö, suttit i telefonkö, inget svar, inga svar, ingen respons, får inget svar,
        får inga svar, fått svar, inte fått svar, fick inget svar, aldrig svar, ingen svarar, svarar inte, svarar ej,
        svarar aldrig, ni svarar inte, ingen återkommer, ingen återkoppling, återkommer inte, inte hört något,
        hört något, hör inget, går inte att nå, går ej att nå, onåbara, ignorerar, ignorerad, ignorerade, lagt på,
        slängde på luren, bollas, bollas runt, kopplad vidare, kopplas vidare, i flera dagar, i flera veckor,
        i flera månader, i flera timmar, i veckor, i dagar, i timmar, i månader, i en vecka, i två veckor, i 2 veckor,
        i 3 veckor, i tre veckor, i en månad, sedan i måndags, för en vecka sedan, för två veckor sedan,
        för 3 veckor sedan, för en månad sedan, veckor sedan, månader sedan, dagar sedan, tredje gången, andra gången,
        för tredje gången, flera gånger, ringt, har ringt, ringt flera, mejlat, mailat, har mejlat, har mailat,
        skickat mejl, skickat mail, skrivit flera gånger, påmint, ärende, ärendet, mitt ärende, ärendenummer,
        fortfarande inget, fortfarande inte, fortfarande ingen, fortfarande inga, händer inget, inget händer,
        ingenting händer, när händer, när tänker ni, hur länge till, hur lång tid ska
    """,
    "help": """
        hjälp, hjälpa, hjälp mig, behöver hjälp, kan ni hjälpa, kan någon hjälpa, snälla hjälp, få hjälp, kundtjänst,
        kundservice, kundtjänsten, kundsupport, support, supporten, handläggare, medarbetare, chattbot, chatten,
        er chatt, er bot, klagomål, klagat, skickat dm, skickade dm, skickat ett dm, skickat ett pm, skrivit i dm,
        kolla dm, kolla era dm, kolla er inkorg, privat meddelande, pm, lösa det, lösa detta, lösning, ingen lösning,
        ordna, fixa detta, butiken, personal, personalen, otrevlig, otrevliga, otrevligt, oförskämd personal,
        en människa, prata med någon
    """,
    "how_to": """
        hur gör jag, hur gör man, hur kan jag, hur kan man, hur får jag, hur ändrar jag, hur byter jag, hur fungerar,
        hur funkar, hur lång tid, hur länge, hur, var kan jag, var hittar jag, var finns, var är min, var är mitt,
        var är paketet, vart tog, är det möjligt, går det att, går det bra att, kan man, kan jag, får man, får jag,
        måste jag, behöver jag, vad ska jag göra, vad gör jag, vilken tid, vilka tider, öppettider, har ni öppet,
        är det öppet, öppet på söndag, öppet idag, inställning, inställningar, manual, bruksanvisning, ställa in,
        vilken app, när kommer min, när kommer mitt, när får jag
    """,
    "booking": """
        flyg, flyget, flight, ombordstigning, gate, bagage, bagaget, väska, resväska, resväskan, väskan, säte,
        sittplats, checka in, incheckning, anslutning, missad anslutning, missat anslutning, bokning, bokningen,
        bokat, boka, reservation, rum, rummet, hotell, hotellet, tåg, tåget, tågen, sj, sl, buss, bussen, bussar,
        spårvagn, spårvagnen, tunnelbana, tunnelbanan, pendeltåg, pendeln, pendeltåget, perrong, perrongen, spår,
        station, stationen, hållplats, biljett, biljetten, biljetter, försenad, försenat, försenade, försening,
        förseningar, ersättningsbuss, ersättningstrafik, tidtabell, resenär, resenärer, passagerare, kabinpersonal,
        arlanda, landvetter, flygplats, flygplatsen, avgång, avgången, hiss, hissen, verkstad, verkstaden, tid hos,
        apotek, recept på, försäkring, försäkringen, skadeanmälan
    """,
    "connection": """
        wifi, internet, internetet, inget internet, nät, nätet, nätverk, inget nät, täckning, ingen täckning, signal,
        router, routern, modem, mobildata, surf, roaming, sim, simkort, esim, fast telefon, fiber, fibern, hastighet,
        bredband, bredbandet, mätare, elmätare, server, servrar, servrarna, appen, app, hemsida, hemsidan, sajten,
        uppdatering, uppdateringen, firmware, bluetooth, laddare, batteri, batteriet, skärm, skärmen, sparfil,
        streaming
    """,
    "wrong_item": """
        fel vara, fel varor, fel storlek, fel färg, fel produkt, fel order, skickat fel, fick fel, fått fel,
        levererat fel, saknas, saknades, saknar, saknas en, tom kartong, tom låda, halvtom, utgånget, utgången,
        utgångna, bäst före, utgånget datum, passerat datum, mögel, möglig, mögligt, mögliga, rutten, ruttet, ruttna,
        härsken, surt, hårstrå i, hår i, begagnad, använd, smutsig, smutsigt, smutsiga, fläckar, inte som på bilden,
        inte som beskrivet, stinker, luktar illa
    """,
    # What endangers people or the brand
    "danger": """
        började brinna, brinner, brann, tog eld, fatta eld, fattade eld, i lågor, lågor, brand, branden, brandfara,
        brandrisk, rök, ryker, rök från, röklukt, luktar bränt, bränd lukt, luktar gas, gaslukt, gasläcka,
        exploderade, exploderat, exploderar, explosion, gnistor, gnistrar, elstöt, elstötar, fick en stöt, fick stöt,
        elchock, brännskada, brännskador, brände mig, brände sig, bränt sig, skadades, skadad person, skadat sig,
        personskada, blod, blöder, blödde, ambulans, ambulansen, sjukhus, sjukhuset, akuten, medvetslös, svimmade,
        svimmat, kollapsade, kvävs, kvävning, kvävdes, satte i halsen, hjärnskakning, bromsarna fungerar inte,
        bromsarna fungerade inte, bromsarna, bromsarna slutade, inga bromsar, airbag, airbags, krockkudde, olycka,
        olyckan, kolmonoxid, lösa sladdar, överhettad, överhettning, överhettas, smält, smälte, smälter,
        svullet batteri, batteriet sväller, batteriet har svällt, farlig, farligt, farliga, livsfarlig, livsfarligt,
        livsfara, fara för, säkerhetsrisk, osäkert, någon kan dö, kunde ha dött, nära att dö, höll på att dö,
        instängd, instängda, inlåst, inlåsta, fast i hissen, sitter fast i hissen, fast i tunneln, kan inte andas,
        evakuerad, evakuerades, evakuering, utrymning, brandkår, brandkåren, räddningstjänsten, 112, nödsituation,
        överfallen, attackerad, misshandlad, hotade, hotad, hot om, bomb, vapen, kniv, cancerframkallande, asbest,
        spårade ur, värmeslag, krampanfall, överdos, fel dos, fel dosering, fel medicin
    """,
    "poison": """
        matförgiftning, matförgiftad, matförgiftade, förgiftad, förgiftning, salmonella, listeria, ehec,
        allergisk reaktion, allergisk, allergi, allergener, anafylaktisk, anafylaktisk chock, inte deklarerat,
        odeklarerad, står inte på, inte märkt, innehåller nötter, jordnötter, jordnöt, glas i, glasbit, glasbitar,
        glasskärva, metall i, metallbit, plast i, plastbit, plastbitar, kräks, kräktes, kräkts, kräkas, spydde, spyr,
        diarré, magsjuk av, blev sjuk, blev sjuka, sjuk av, sjuka av, utslag, förorenad, förorenat, kontaminerad,
        biverkning, biverkningar, giftig, giftigt, giftiga, larver, larv i, maskar, mask i, råttor, råtta, mus i,
        möss, kackerlacka, kackerlackor, vägglöss, insekt i
    """,
    "self_harm": """
        självmord, ta mitt liv, ta livet av mig, begå självmord, suicid, suicidal, vill inte leva, orkar inte leva,
        inte leva längre, vill dö, vill bara dö, skada mig själv, skär mig, självskada, självskadebeteende,
        göra slut på allt, avsluta mitt liv, bättre utan mig, inte vakna, hoppa framför, ingen mening att leva,
        säga adjö till alla
    """,
    "death": """
        död, döda, dött, dog, dödsfall, dödlig, dödligt, dödliga, dödad, dödade, dödar, omkom, omkommit, avliden,
        avled, begravning, miste livet, dödsolycka
    """,
    "legal": """
        advokat, advokaten, jurist, juristen, stämma, stämma er, stämmer er, stämning, stämningsansökan, grupptalan,
        domstol, domstolen, tingsrätten, tingsrätt, rättegång, rättsliga åtgärder, rättslig, juridiska åtgärder,
        juridiskt, gdpr, dataskydd, personuppgiftslagen, upphovsrätt, upphovsrättsbrott, varumärkesintrång, olaglig,
        olagligt, olagliga, lagbrott, mot lagen, avtalsbrott, kontraktsbrott, skadestånd, bestrida, bestrider,
        bestridit, kronofogden, förtal
    """,
    "authority": """
        polis, polisen, polisanmäld, polisanmäla, polisanmält, polisanmälan, polisanmäler, anmäla er, anmäler er,
        anmält er, anmält till, konsumentverket, arn, allmänna reklamationsnämnden, konsumentombudsmannen,
        konsumentvägledare, imy, integritetsskyddsmyndigheten, datainspektionen, finansinspektionen, livsmedelsverket,
        miljöförvaltningen, hälsoskyddsinspektör, pts, energimarknadsinspektionen, arbetsmiljöverket,
        transportstyrelsen, myndigheter, myndigheterna, tillsyn, inspektion, åklagare, utredning, utreds, utreder,
        böter, bötfälld, diskrimineringsombudsmannen, råd och rön
    """,
    "breach": """
        dataläcka, dataintrång, intrång, läckt, läckta, läckte, läckage av data, läcka, stulna uppgifter, stulen data,
        hackad, hackat, hackade, hackats, hackare, hacker, hackerattack, cyberattack, it attack, mina uppgifter,
        personuppgifter, kunduppgifter, andras uppgifter, någon annans konto, någon annans uppgifter, andra kunders,
        säkerhetshål, säkerhetsbrist, phishing, nätfiske, ransomware, identitetsstöld, id kapad, kapad, kapat,
        kapat mitt konto, obehörig, obehöriga, obehörig åtkomst, bedräglig, tömt mitt konto, tömt kontot, kontot tömt,
        stulit, stulen, stulet
    """,
    "boycott": """
        bojkott, bojkotta, bojkottar, bojkotten, radera appen, köp inte, handla inte, dela gärna, dela detta,
        dela vidare, sprid, sprid detta, sprid vidare, viralt, går viralt, blivit viralt, trendar, alla borde veta,
        alla måste få veta, skäms på er, drev, skandal i sociala, protest, protester, protestera, demonstration,
        namninsamling, strejk, ilska sprider, upprördhet
    """,
    "hate": """
        rasistisk, rasistiskt, rasistiska, rasism, rasist, rasister, sexistisk, sexistiskt, sexism, homofob,
        homofobisk, homofobi, transfobisk, transfobi, antisemitisk, antisemitism, islamofobisk, islamofobi, kvinnohat,
        kvinnofientlig, funkofobisk, diskriminering, diskriminerad, diskriminerade, diskriminerande, diskriminerar,
        trakasserier, trakasserad, sexuella trakasserier, ofredad, kränkande, kränkt, kränkning, stötande, smaklöst,
        smaklös, osmakligt, nazist, nazi, rullstolsburen, främlingsfientlig, tafsade
    """,
    "wrongdoing": """
        barnarbete, tvångsarbete, slavarbete, utnyttjar, utnyttjande, underbetalda, svältlöner, förorenar,
        föroreningar, miljöförstöring, dumpar, dumpat, dumpade, släpper ut, greenwashing, grönmålning, mutor, muta,
        mutade, korruption, korrupt, mörkar, mörkat, mörkade, mörkläggning, döljer, dolde, dolt, skandal, ljuger,
        ljög, ljugit, ni ljuger, bedrägeri, bedragare, bedrar, skattefusk, skatteflykt, djurplågeri, djurförsök,
        djurtestat, testat på djur, deepfake, interna dokument, läckt mejl, läckt video, bevis, har bevis,
        vilseledande, vilseleder, vilseledande marknadsföring, lurendrejeri, falsk marknadsföring,
        raderar kommentarer, tar bort kommentarer, tog bort min kommentar, raderade min kommentar, kartell,
        skogsskövling, oljeutsläpp, visselblåsare, krympflation
    """,
    "recall": """
        återkallelse, återkalla, återkallas, återkallat, återkallar, återkallad, dra tillbaka, dragits tillbaka,
        drar tillbaka, batchnummer, parti nummer, ät inte, ät ej, använd inte, använd ej, varning, varnar, varna,
        varning till alla, se upp, akta er, var försiktig, var försiktiga, var uppmärksam, bort från hyllorna,
        från hyllorna
    """,
    "outage": """
        ligger nere, nere, är nere, allt ligger nere, servrarna nere, servrarna är nere, ligger appen nere,
        nere för alla, driftstörning, driftstörningar, driftstopp, störning, störningar, strömavbrott, elavbrott,
        avbrott, strömlöst, strömmen har gått, strömmen borta, utan ström, utan el, ingen ström, utan värme,
        ingen värme, utan vatten, inget vatten, inget varmvatten, hela stan, hela staden, hela landet, hela området,
        hela gatan, hela kvarteret, hela byn, hela regionen, hela sverige, i hela landet, rikstäckande, ingen kan,
        för alla, hos alla, bara jag, är det bara jag, bara hos mig, bara för mig, någon annan, någon annan som,
        fler som, fler som har, andra som har, inget funkar, inget fungerar, ingenting fungerar, ingenting funkar,
        alla butiker, kortterminaler, kortbetalning funkar inte
    """,
    "stranded": """
        strandsatt, strandsatta, sitter fast, står stilla, sitter fast på, fast på flygplatsen, fast på arlanda,
        fast i, sova på golvet, sover på golvet, sova på flygplatsen, inget hotell, utan hotell, lämnade oss,
        lämnade mig, övergivna, övergiven, lämnats åt vårt öde, mitt i natten, mitt ute i ingenstans,
        mitt i ingenstans, i kylan, ute i kylan, missar mitt flyg, missade mitt flyg, missat flyget, missade flyget,
        missar anslutningen, missade anslutningen, kommer inte hem, kan inte komma hem, kan inte ta oss hem, bärgning,
        bärgare, vägassistans, vid vägkanten, motorstopp
    """,
    "vulnerable": """
        bebis, bebisen, spädbarn, nyfödd, nyfött, barn, barnen, mina barn, min son, min dotter, mitt barn, småbarn,
        äldre, gamla, min mamma, min pappa, min mormor, min farmor, min farfar, mormor, farmor, funktionsnedsättning,
        funktionshindrad, handikappad, rullstol, gravid, insulin, diabetiker, diabetes, dialys, syrgas, respirator,
        medicin, mediciner, läkemedel, inhalator, cellgifter, cancer, astma, epilepsi, operation, pacemaker, blind,
        autism, mina patienter, patienter
    """,
    # What the brand does
    "announcement": """
        tillkännagivande, tillkännager, annonserade, annonserat, meddelar, meddelade, pressmeddelande, presenterar,
        presenterade, presenterat, avslöjar, avslöjat, teaser, trailer, er artikel, ert inlägg om, läste just,
        läste nyss, såg just, läste att, såg att ni, hörde att, hör att, ryktet, stämmer det att, är det sant att,
        är det sant, kampanj, er kampanj, ny kampanj, reklam, reklamfilm, er reklam, ny reklam, ert event, event,
        livesändning, webbinarium, nyhetsbrev, nyhet, nyheten, nyheter, kul nyhet, goda nyheter, roliga nyheter,
        årsredovisning, delårsrapport
    """,
    "launch": """
        lansering, lanserar, lanserat, lanseras, lanserade, lansera, släpps, släpper, släppt, släppet, releasedatum,
        release, premiär, kommer ut, när kommer, när släpps, ny funktion, nya funktioner, nya funktionen, ny version,
        nya versionen, ny modell, nya modellen, ny kollektion, nya kollektionen, ny linje, ny rutt, nya rutter,
        nya uppdateringen, ny säsong, nya säsongen, ny logga, nya loggan, ny logotyp, nya designen, ny design,
        ny smak, nya smaker, nya smaken, ny butik, nya butiken, öppnar, öppnar ni, öppning, invigning, beta,
        nya appen, ny app, ny meny, nya menyn, ny förpackning, nya receptet, nytt recept, tillbaka igen,
        kommer tillbaka, är tillbaka, ta tillbaka, nytt album, nya albumet, säsong 2, dlc, expansion, till sverige,
        kommer till sverige, nytt abonnemang, nya villkor, nya priser, utgår ur, utgått ur
    """,
    "company": """
        fusion, sammanslagning, förvärv, förvärvar, köpt upp, uppköp, uppköpt, ny vd, vd, nya vd, varsel, varslar,
        varslas, uppsägningar, klimatneutral, klimatmål, hållbarhet, hållbar, hållbart, förnybar, förnybart,
        samarbete med, partnerskap med, sponsrar, sponsor till, huvudkontor, börsnotering, börsen, aktie, aktier,
        aktieägare, donation, donerar, skänker, stiftelse, prishöjning, prishöjningar, höjer priset, höjer priserna,
        höjda priser, fyradagarsvecka, investering i
    """,
    "contest": """
        tävling, tävlingen, tävlingar, tävla, tävlar, utlottning, lottdragning, lottar ut, giveaway, vinst, vinsten,
        vinnare, vinnaren, vann, vunnit, har jag vunnit, vem vann, vinna, vinner, vill vinna, skulle vilja vinna,
        hoppas jag vinner, hoppas på vinst, delta, deltar, deltagit, deltagare, är med, jag är med, vi är med,
        vill vara med, pris i tävlingen, taggar, tagga, taggad, gillat och delat, delat och gillat, delat,
        följer redan, håller tummarna, tummarna, lycka till alla, lycka till, välj mig, rösta, röstar, röstat,
        rösta på, omröstning, jury, bidrag, tävlingsbidrag, tävlingsregler, sista dag att tävla, adventskalender,
        julkalender, utmaning, quiz, frågesport
    """,
    # What is said kindly
    "thanks": """
        tack, tack för, tack så mycket, stort tack, tusen tack, tack till, tackar, tackar för, jättetack,
        tack för hjälpen, tacksam, tacksamma, eloge till, eloge, en eloge, beröm, stort beröm, ros till, all heder,
        hatten av, heder, kudos, räddade min dag, räddade dagen, fantastisk service, grym service, bra service,
        toppenservice, suverän service, snabb hjälp, bra hjälp, jättebra bemötande, trevligt bemötande, bra bemötande
    """,
    "love": """
        älskar, jag älskar, älskar er, älskade, älskar det, förälskad, kär i, favorit, favoriter, min favorit,
        favoriten, bäst, bästa, bäste, det bästa, de bästa, ni är bäst, är bäst, fantastisk, fantastiskt, fantastiska,
        underbar, underbart, underbara, perfekt, perfekta, utmärkt, utmärkta, suverän, suveränt, suveräna, super,
        superbra, superfin, supernöjd, grym, grymt, grymma, skitbra, asbra, sjukt bra, riktigt bra, jättebra,
        jättefin, jättefint, jättegod, jättegott, jättenöjd, jätteglad, toppen, kanon, kanonbra, klockren, klockrent,
        genial, genialt, briljant, briljanta, otrolig, otroligt bra, otroligt god, magisk, magiskt, vacker, vackert,
        vackra, fin, fint, fina, snygg, snyggt, snygga, läcker, cool, coolt, coola, häftig, häftigt, ball, kul, rolig,
        god, gott, goda, godaste, supergott, smarrigt, mums, mumsig, ljuvlig, ljuvligt, nöjd, nöjda, mycket nöjd,
        väldigt nöjd, glad, lycklig, imponerad, imponerande, imponerade, rekommenderar, rekommendera, rekommenderas,
        kan rekommenderas, kan varmt rekommenderas, beroende av, mästerverk, trevlig, trevliga, trevligt, snäll,
        snälla ni är, hjälpsam, hjälpsamma, vänlig, vänliga, proffsig, proffsigt, proffsiga, prisvärd, prisvärt,
        värt varenda krona, 10/10, fem stjärnor, 5 stjärnor, fem av fem, hurra för
    """,
    "greeting": """
        god morgon, godmorgon, god kväll, godkväll, god natt, godnatt, goddag, god dag, trevlig helg, trevlig kväll,
        trevlig dag, trevlig sommar, ha en bra dag, ha en fin dag, ha det bra, ha en fin helg, skön helg, glad fredag,
        glad midsommar, god jul, gott nytt år, glad påsk, grattis på födelsedagen, hej alla, hej allihopa, tjena, tja,
        hälsningar, hälsar, mvh, med vänlig hälsning, kram, kramar, puss, vi ses, trevlig semester, fredagsmys
    """,
    "fan": """
        fan av, fans, stort fan, fanart, cosplay, tatuering, community, min katt, min hund, min samling, samling,
        sedan barnsben, när jag var liten, när jag var barn, sen jag var liten, sedan jag var liten, barndom,
        barndomen, barndomsminnen, minnen, nostalgi, nostalgisk, trogen kund, kund sedan, kund i många år,
        kund i 20 år, i många år, på repeat, maraton, filmkväll, spelkväll, rekord, personbästa, selfie, solnedgång,
        utsikt, bild, outfit, recept, hemmagjord, hemmagjort, lagade, bakade, bakat, praktikanten, den som sköter,
        det här kontot, den som har hand om, meme, memes
    """,
    "congratulations": """
        grattis, stort grattis, gratulerar, gratulera, välförtjänt, förtjänt, stolt, stolt över, stolta,
        glad för er skull, ser fram emot, ser fram mot, längtar, kan inte vänta, kan knappt vänta, taggad, så taggad,
        spännande, pepp, peppad, äntligen, på tiden, det var på tiden, bra jobbat, heja, heja er, hurra, hype
    """,
    # Who wants to buy
    "price": """
        pris, priset, priser, priserna, vad kostar, vad kostar det, kostar, hur mycket kostar, kosta, kostnad,
        vad ligger priset på, dyr, dyrt, dyra, dyrare, billig, billigt, billigare, rabatt, rabatter, rabattkod,
        studentrabatt, erbjudande, erbjudanden, kampanjpris, rea, på rea, black friday, offert, en offert, per månad,
        i månaden, månadskostnad, prova gratis, provperiod, gratis provperiod, fraktfritt, fri frakt, fraktkostnad,
        mängdrabatt, storköp, grossist, familjeabonnemang, företagsrabatt, inbyte, finansiering, avbetalning,
        delbetala, delbetalning, leasing, privatleasing, lån, bolån, ränta, räntan, räntor
    """,
    "buy": """
        köpa, köper, köpt, köp, vill köpa, skulle vilja köpa, var kan jag köpa, var köper man, var kan man köpa,
        var kan jag få tag i, var får jag tag på, var får man tag på, var säljs, vill beställa, skulle vilja beställa,
        beställa, funderar på, funderar på att köpa, överväger, letar efter, söker en, intresserad av, intresserad,
        intresserade av, intresse av, den vill jag ha, vill ha, måste ha, återförsäljare, i butik, i butiker,
        närmaste butik, byta till er, byta till, bli kund, ny kund, öppna konto, provkörning, provköra, demo, en demo,
        säljare, säljavdelning, presentkort, present till, till vårt företag, till vårt kontor, till vår firma,
        anställda, licenser
    """,
    "availability": """
        i lager, lager, slutsåld, slutsålt, slutsålda, slut i lager, slut, åter i lager, tillbaka i lager, får in,
        får ni in, få in fler, tillgänglig, tillgängligt, tillgängliga, finns den, finns det, finns de, finns i,
        har ni, säljer ni, levererar ni, skickar ni, erbjuder ni, kommer den i, i svart, i blått, i rött, i vitt,
        i grönt, i storlek, storlek, storlekar, storleksguide, vilken storlek, vilken modell, vilken färg, färg,
        färger, skillnaden mellan, skillnad mellan, bättre än den, jämfört med, kompatibel, kompatibel med,
        passar den, funkar den med, fungerar den med, vegansk, veganskt, veganska, vegan, glutenfri, glutenfritt,
        glutenfria, laktosfri, laktosfritt, vattentät, räckvidd, mått, dimensioner, hund tillåtet, får man ha hund,
        husdjur, ingår frukost, frukost ingår, havsutsikt, lediga platser, platser kvar, finns det plats, lediga rum
    """,
    # Press and partners
    "press": """
        journalist, journalisten, journalister, reporter, redaktör, redaktion, redaktionen, skriver en artikel,
        skriver en text, skriver för, jag skriver för, artikel om, reportage om, inslag om, granskning av, granskar,
        presskontakt, pressavdelning, presstjänst, pressansvarig, pressbilder, pressmaterial, kommentar till,
        en kommentar till, kommentera, vill ni kommentera, uttalande, officiellt uttalande, talesperson,
        presstalesperson, intervju, intervjua, intervjuer, tidning, tidningen, magasin, radio, tv, dokumentär, podd,
        podcast, publicerar, publicera, publiceras imorgon, deadline, frilans, frilansjournalist, faktagranskning,
        använda er video, använda din video, använda bilden, ackreditering, tt, svt, embargo
    """,
    "partner": """
        samarbete, samarbeta, samarbeten, ett samarbete, partnerskap, partner, sponsor, sponsring, sponsra, sponsorer,
        sponsrat, ambassadör, ambassadörer, influencer, influencers, influerare, content creator, innehållsskapare,
        ugc, media kit, mina följare, min kanal, min blogg, bloggare, vår festival, vårt event, vår förening,
        vårt evenemang, vår konferens, förening, föreningen, välgörenhet, insamling, ideell, ideella, volontärer,
        föreläsare, föreläsning, talare, panelsamtal, affiliate, recensera, recensionsexemplar, testprodukt, unboxing,
        prenumeranter, våra läsare, betalt samarbete, leverantör, leverantörer, distributör, bli återförsäljare,
        inköpsavdelning, universitet, högskola, studenter, uppsats, examensarbete, kandidatuppsats, enkät, nominerad,
        nominerade, pris för, bjuda in, bjuda in er, inbjudan, gäst
    """,
    "job": """
        jobb, jobba hos er, jobba hos, lediga jobb, ledig tjänst, tjänst, tjänster, ansökan, ansöka, ansökt,
        söka jobb, sökt jobb, praktik, praktikplats, lärling, sommarjobb, extrajobb, cv, personligt brev,
        anställningsintervju, jobbintervju, rekrytering, rekryterar, karriär, min första dag, första arbetsdagen,
        nytt jobb, kollegor, tidigare anställd, före detta anställd, ex anställd, arbetar hos er, jobbar här
    """,
    # Nothing to do
    "money_spam": """
        krypto, kryptovaluta, bitcoin, airdrop, nft, forex, trading, tradingsignaler, investera, investering,
        investerat, investerade, avkastning, vinst på, passiv inkomst, tjäna pengar, tjäna, tjänar, tjänade,
        extrainkomst, om dagen, i veckan, per dag, per vecka, hemifrån, jobba hemifrån, ekonomisk frihet, bli rik,
        casino, kasino, odds, betting, gratissnurr, snabblån, sms lån, låna pengar, gå ner i vikt, viktnedgång,
        viagra, cbd, gratis iphone, du har vunnit, ni har vunnit, du har blivit utvald, du är utvald, hämta ditt pris,
        wallet, uttag, mentor, tack vare min mentor
    """,
    "look_alike": """
        kontakta @anyone, skriv till @anyone, kontakta detta konto, kontakta vårt supportteam, kära kund, bästa kund,
        bekräfta ditt, bekräfta dina uppgifter, verifiera ditt, verifiera dina, ditt konto kommer, ditt konto har,
        ditt paket väntar, ditt paket kunde inte, tullavgift, uppdatera dina, uppdatera ditt, fyll i formuläret,
        fyll i detta formulär, klicka här, klicka på länken, länken nedan, tryck på länken, whatsapp, på whatsapp,
        telegram, på telegram, hjälpte mig att få tillbaka, fick tillbaka mina pengar genom, återställa ditt,
        etisk hackare, skicka dina, skicka dina kortuppgifter, kortuppgifter, kortnummer, officiell support,
        officiella supporten
    """,
    "follow_bait": """
        följ mig, följ tillbaka, följer tillbaka, följ min, prenumerera på min, kolla min profil, kolla in min,
        kolla min, besök min, min profil, länk i bio, länk i min bio, onlyfans, köp följare, fler följare,
        billiga följare, seo, webbdesign, webbdesigner, bygger hemsidor, logotypdesign, min nya låt, min nya singel,
        min nya video, min musik, lyssna på min, rösta på mig, singlar nära, nakenbilder, dejting, replika, kopior,
        rolex, använd min kod, min kod, min rabattkod, värvningskod, skriva uppsatser åt
    """,
    "off_topic": """
        vädret, lunch, trafiken, valet, politik, politiker, fotboll, matchen igår, fel konto, fel person, fel företag,
        inte er, test, första kommentaren, ok, hm
    """,
    # How it is said
    "question_word": """
        vad, när, var, vart, varför, vem, vilka, vilken, vilket, hur mycket, hur många, hur, någon som vet, vet någon,
        vet ni, finns det, är det, är ni, har ni, kommer det, fråga, en fråga, undrar, jag undrar, undrar om,
        stämmer det
    """,
    "can_you": """
        kan ni, kan du, kunde ni, skulle ni kunna, skulle ni, skulle du kunna, kan någon, vill ni, snälla, vänligen,
        var vänlig, please, jag vill, jag skulle vilja, skulle vilja, jag önskar, önskar, jag kräver, kräver,
        förväntar mig, ber er, säg, berätta, ge mig, skicka mig, ring mig, ring upp, kontakta mig, hör av er,
        hör av dig, svara, svara mig, svara på, återkom, återkoppla, meddela mig, meddela, förklara, gör något, fixa,
        fixa det, fixa detta, fixa appen, lös detta, ta tillbaka, lägg till, emotser svar, väntar på svar,
        hoppas på svar, tacksam för svar
    """,
    "urgent": """
        brådskande, bråttom, brådskar, akut, omgående, omedelbart, snarast, så snart som möjligt, så fort som möjligt,
        asap, genast, direkt, nu, idag, i dag, ikväll, i kväll, i eftermiddag, i morse, imorgon, i morgon,
        senast imorgon, före fredag, innan fredag, innan måndag, om en timme, om 2 timmar, om två timmar,
        om 30 minuter, om 10 minuter, minuter, bröllop, begravning, tenta, sista chansen, hyran, hyra, lön, lönen,
        avgår om
    """,
    "again": """
        igen, återigen, ännu en gång, än en gång, fortfarande, alltid, varje gång, varje dag, varje vecka, hela tiden,
        ständigt, konstant, som vanligt, som alltid, tredje gången, andra gången, veckor, månader, dagar, timmar,
        sedan måndag, sedan i fredags, sedan igår, sedan förra veckan, redan
    """,
    "mine": "jag, mig, min, mitt, mina, vi, oss, vår, vårt, våra",
    "yours": "ni, er, ert, era, du, dig, din, ditt, dina, team",
    "complaint": """
        besviken, besvikna, besvikelse, besviket, dålig, dåligt, dåliga, usel, uselt, usla, kass, kasst, arg,
        förbannad, rasande, irriterad, irriterande, irritation, frustrerad, frustrerande, trött på, less på,
        så trött på, nog nu, bedragare, bluff, bluffföretag, lurad, lurade, luras, blåst, blåsta, rån, rena rånet,
        stöld, tjuvar, skräp, skit, skitföretag, skitdåligt, skitdålig, bajs, sopor, löjligt, löjlig, löjliga,
        värdelös, värdelöst, värdelösa, oduglig, odugliga, inkompetent, inkompetenta, oproffsigt, oproffsig, oseriöst,
        oseriös, oseriösa, långsam, långsamt, segt, seg, för dyrt, alldeles för dyrt, bortkastade pengar, slöseri,
        slöseri med tid, slöseri med pengar, lögn, lögner, lögnare, dåliga ursäkter, ursäkter, missnöjd, missnöjda,
        inte nöjd, ej nöjd, obegripligt, orimligt, orimlig, problem, problemet, aldrig mer, aldrig igen, sista gången,
        förlorat en kund, tappat en kund, byter till, byter bank, byter operatör, rekommenderar inte,
        rekommenderas inte, rekommenderas ej, kan inte rekommendera, undvik, håll er borta, en stjärna, noll stjärnor,
        1 stjärna, tråkigt, trist, ledsen, synd, tyvärr, ful, fult, kaos, röra, allt sämre, sämre och sämre,
        blir bara sämre, blivit sämre, sämre, fan, för fan, jävla, jävligt, jäkla, helvete, fy fan, åt helvete, wtf
    """,
    "awful": """
        fruktansvärt, fruktansvärd, fruktansvärda, hemskt, hemsk, hemska, förfärligt, förfärlig, förskräckligt,
        förskräcklig, katastrof, katastrofalt, katastrofal, en katastrof, oacceptabelt, oacceptabel, oacceptabla,
        under all kritik, bottennapp, bottenlöst, skandal, skandalöst, skandalös, skamligt, skamlig, skam, en skam,
        skäms, pinsamt, pinsam, patetiskt, patetisk, patetiska, urusel, uruselt, urusla, äckligt, äcklig, äckliga,
        vidrigt, vidrig, vidriga, sämst, sämsta, sämsta någonsin, värst, värsta, värre, mardröm, en mardröm, hatar,
        hatar er, hat, kriminella, banditer, idioter, dra åt helvete, avskyvärt, horribelt, under isen
    """,
    "sarcasm": """
        tack för ingenting, tack för inget, bra jobbat 👏, bra jobbat verkligen, snyggt jobbat, grattis till,
        vilken överraskning, oväntat, vilken service, vilken fantastisk service, toppenservice verkligen,
        kul att vänta, älskar när, älskar att vänta, härligt att, så skönt att vänta, som vanligt i tid,
        punktliga som alltid, såklart, så klart, självklart, jo tjena, jo visst, visst, ja visst, tjena mittbena,
        bravo, applåder, applåd, genier, ni är genier, ironi, sarkasm, fortsätt så, bara 3 timmar, heja sj,
        trodde jag ja, imponerande dåligt, skämt åsido
    """,
    "rhetorical": """
        seriöst, seriöst?, på riktigt, på riktigt?, allvarligt, allvarligt?, menar ni allvar, är ni seriösa,
        skämtar ni, skojar ni, är det ett skämt, är detta ett skämt, driver ni med, hur svårt kan det vara,
        hur svårt ska det vara, vem kom på, vem har kommit på, hur tänkte ni, hur tänker ni, vad tänkte ni,
        vad är det för fel på, vad är det för fel, vad fan, va fan, vad är poängen, hur är det möjligt,
        hur kan det vara, hur kan man, skäms ni inte, vem bryr sig, vem mer, eller hur, inte sant, eller?, verkligen?
    """,
    "laugh": """
        haha, hahaha, hahahaha, hehe, hihi, lol, lmao, xd, asg, asgarvar, garvar, skrattar, skrattade, roligt,
        jätteroligt, kul skämt, bara skojar, skojar, skoja, skämt, 😂, 🤣
    """,
    "quiet": """
        behöver inte svara, ni behöver inte svara, inget svar behövs, svar behövs ej, ville bara säga,
        ville bara tipsa, ville bara dela, ville bara, bara så ni vet, för kännedom, fyi, löst, löste sig,
        det löste sig, har löst sig, ordnade sig, funkar nu, funkar igen, fungerar igen, fungerar nu, det funkar nu,
        tack ändå, tack i alla fall, ingen fara, inga problem, det är lugnt, lugnt, allt bra, ingen brådska,
        inte bråttom, ingen stress, glöm det, strunta i det
    """,
    "good": """
        bra, fin, fint, trevligt, kul, gillar, gillade, smidigt, smidig, enkelt, praktisk, praktiskt, användbar,
        snabb, snabbt, snabba, pålitlig, skön, skönt, sköna
    """,
    "but": "men, dock, fast, trots, även om, däremot, förutom",
    "not": "inte, ej, icke, aldrig, ingen, inget, inga, ingenting, utan, varken, knappt",
    "nothing": """
        dör av skratt, dog av skratt, skrattar ihjäl mig, skrattade ihjäl mig, jag dör 😂, dör 😂, dog 😂, jag dog 😂,
        dö för, att dö för, dödsgod, dödsgott, dödscool, dödstrött, mördande bra, smakbomb, smakexplosion,
        explosion av smak, explosion av smaker, badbomb, badbomber, bomba, brinner för, brinner i knutarna,
        eld och lågor, fyrverkeri, fyrverkerier, smälter i munnen, smälter på tungan, smälter hjärtat,
        mitt hjärta smälter, hjärtat smälter, stal mitt hjärta, stulit mitt hjärta, stal showen, stjäl showen,
        krossat hjärta, bryta isen, bröt isen, slog rekord, slår rekord, sjukt bra, sjukt god, sjukt gott,
        sjukt snygg, sjukt snyggt, sjuk låt, sjukt kul, sjukt nöjd, helt sjukt bra, galet bra, galet god, galet gott,
        galet snyggt, sinnessjukt bra, vansinnigt bra, vansinnigt gott, jävligt bra, jävligt gott, jävligt god,
        jävligt snyggt, jävla bra, jäkligt bra, jäkligt gott, fan vad bra, fan vad gott, fan vad snyggt, fan vad kul,
        fy fan vad bra, fy fan vad gott, grymt bra, grymt jobbat, förbannat bra, förbannat god, fruktansvärt bra,
        fruktansvärt god, fruktansvärt gott, fruktansvärt snygg, hemskt mycket, hemskt bra, hemskt gott, inte illa,
        inte alls illa, inte så dumt, inte dumt, inte dåligt, inte alls dåligt, inte fel, inte så illa, blodapelsin,
        blod svett och tårar, nervkittlande, skräckfilm, skräckspel, deckare, krimserie, true crime, thriller,
        slutboss, escape room, death metal, borde vara olagligt, olagligt gott, olagligt bra, kriminellt gott,
        kriminellt bra, syndigt gott, farligt gott, farligt bra, farlig för plånboken, farligt för plånboken,
        beroendeframkallande, värt att vänta på, värd att vänta på, värt väntan, väntan värt, väntar med spänning,
        kan inte vänta, kan knappt vänta, väntar ivrigt, inga problem, inga som helst problem, utan problem,
        problemfritt, fikapaus, kaffepaus, lifehack, hackathon, fan av, fans, stort fan, ett stort fan, störst fan,
        största fan, inget fan, fel på det, inget fel på, inte fel på, går bra, går fint, i gång, igång,
        än en gång tack, var med om, god vän, saknar er, saknar redan, har saknat
    """,
}
