"""Danish and Norwegian: who writes to a brand in one is understood by the words of the other."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        refusion, refundere, refunderet, refundering, tilbagebetaling, tilbagebetale, tilbagebetalt, pengene tilbage,
        mine penge, få pengene igen, penge tilbage, returnere, returneret, returnering, retur, returlabel,
        returseddel, sende tilbage, sendt tilbage, bytte, ombytte, byttet, ombytning, kompensation, kompensere,
        erstatning, tilgodebevis, kreditere, krediteret, fortrydelsesret, refusjon, refundert, pengene tilbake,
        penger tilbake, tilbakebetaling, tilbakebetalt, pengene mine, erstatning for, kompensasjon, sende tilbake,
        returnert, reklamasjonsrett, gavekort tilbage, bytterett
    """,
    "delivery": """
        levering, leveringer, leveret, levere, leveringstid, pakke, pakken, pakker, min pakke, pakka, forsendelse,
        forsendelsen, fragt, sendt, afsendt, bestilling, bestillingen, bestilt, bestillinger, ordre, ordren,
        ordrenummer, min ordre, postnord, gls, bring, posten, fragtmand, bud, buddet, tracking, sporing,
        track and trace, ikke kommet, ikke kommet frem, ikke ankommet, aldrig kommet, aldri kommet, ikke modtaget,
        aldrig modtaget, ikke mottatt, aldri mottatt, ikke fått, ikke leveret, ikke levert, levert, leveringstid på,
        undervejs, på vej, forudbestilt, forhåndsbestilt, afhente, hente pakken, pakkeshop, pakkeboks, bortkommet,
        forsvundet, forsinket pakke, frakt
    """,
    "broken": """
        virker ikke, virker ikke længere, virker stadig ikke, fungerer ikke, funker ikke, fungerer ikke lenger,
        virka ikkje, gået i stykker, gik i stykker, i stykker, i stykke, ødelagt, ødelagte, knust, knækket, knækkede,
        defekt, defekte, går ned, gået ned, crasher, krasjer, krasjet, crashede, fryser, frosset, hænger, henger seg,
        låser sig, hakker, starter ikke, tænder ikke, slår seg ikke på, lader ikke, lader ikke op, åbner ikke,
        åpner ikke, loader ikke, forbinder ikke, kobler ikke, kan ikke åbne, fejl, fejlen, fejlkode, fejlmeddelelse,
        feil, feilmelding, feilkode, bug, bugs, lag, lagger, sort skærm, svart skjerm, utæt, lækker vand, lekker,
        revnet, sprukket, revet, hul i, skadet, beskadiget, reparation, reparere, repareret, reparasjon, reparert,
        garanti, garantien, reklamation, reklamere, reklamasjon, ombytning af, erstatte, reservedel, slukker,
        slår sig fra, slukker af sig selv, dør efter, falder ud, faller ut, kobler fra
    """,
    "access": """
        logge ind, logge på, logge inn, log ind, logget ud, kan ikke logge, kommer ikke ind, kommer ikke inn,
        får ikke logget, adgangskode, adgangskoden, kodeord, passord, passordet, password, nulstille, nullstille,
        min konto, kontoen min, min profil, kontoen er spærret, spærret, sperret, låst ude, låst ute, låst, låse op,
        blokeret, blokkert, suspenderet, bannet, utestengt, bekræftelseskode, bekreftelseskode, verifikationskode,
        mitid, nemid, bankid, engangskode, aktivere, aktiveret, aktivering, aktivert, mit kort, kortet mitt,
        kort spærret, kort afvist, afvist, avvist, brugernavn, brukernavn, pinkode, adgang, ingen adgang, ikke tilgang
    """,
    "billing": """
        trukket, trukket to gange, trukket dobbelt, trukket penge, trukket penger, dobbelt betaling, betalt, betale,
        betaling, betalinger, betalt to ganger, betalt to gange, faktura, fakturaen, fakturaer, fakturert, regning,
        regningen, regninger, opkrævet, opkrævning, opkræver, belastet, belasta, gebyr, gebyrer, skjulte gebyrer,
        abonnement, abonnementet, abonnementer, abonnementet mitt, fornyet, fornyelse, automatisk fornyet,
        fornyet automatisk, fornyelsen, rykker, rykkergebyr, inkasso, purring, purregebyr, depositum, saldo,
        kvittering, overførsel, overført, overføring, mobilepay, vipps, betalingsservice, avtalegiro, pris steget,
        point, mine point, poeng, regningen er, takst, aconto
    """,
    "cancel": """
        opsige, opsagt, opsigelse, opsig, afmelde, afmeldt, afmelding, annullere, annulleret, annullering, afbestille,
        afbestilt, afbestilling, aflyse, aflyst, aflysning, aflysninger, slette min konto, slette kontoen,
        lukke min konto, lukke kontoen, sige op, si opp, sagt opp, oppsigelse, avbestille, avbestilt, avbestilling,
        avlyst, kansellere, kansellert, kansellering, avslutte, ombooke, ombooket, ændre min booking, flytte min tid,
        angrefrist, melde meg av
    """,
    "waiting": """
        venter, venter stadig, venter fortsatt, ventet, vente, ventetid, ventetiden, i kø, køen, kø, har ventet,
        har ventet i, intet svar, ingen svar, ikke svar, får ikke svar, ikke fået svar, ikke fått svar, aldrig svar,
        aldri svar, ingen svarer, svarer ikke, svarer aldrig, svarer aldri, svarer ingen, ingen tager telefonen,
        ingen tar telefonen, ikke hørt noget, ikke hørt fra, ikke hørt noe, hører ikke noget, hører intet,
        ikke til at komme igennem, kommer ikke igennem, kommer ikke gjennom, umulig at få fat i, umulig å få tak i,
        ignorerer, ignoreret, ignorert, lagt på, røret på, stillet om, sat over, satt over, i flere dage,
        i flere uger, i flere måneder, i flere timer, i flere dager, i flere uker, i ugevis, i dagevis, i timevis,
        i månedsvis, i ukevis, i to uger, i to uker, i 2 uger, i 3 uger, i 3 uker, i 2 uker, i en uge, i en uke,
        i en måned, for en uge siden, for to uger siden, for 3 uger siden, for en uke siden, for to uker siden,
        for en måned siden, tredje gang, anden gang, andre gang, for tredje gang, for gud ved hvilken gang,
        gentagne gange, gjentatte ganger, ringet, har ringet, har ringt, ringt flere, skrevet flere gange, sendt mail,
        sendt flere mails, sendt e post, mailet, rykket, purret, sagsnummer, saksnummer, sagen, saken min, min sag,
        referencenummer, stadig intet, stadig ikke, fortsatt ikke, stadig ingen, fortsatt ingen, fortsatt ingenting,
        ikke sket noget, sker ikke noget, skjer ingenting, hvornår sker der
    """,
    "help": """
        hjælp, hjælp mig, hjælpe, hjælper, kan i hjælpe, kan nogen hjælpe, brug for hjælp, har brug for hjælp, hjelp,
        hjelpe, trenger hjelp, kan dere hjelpe, kan noen hjelpe, kundeservice, kundesenter, kundesupport,
        kundeservicen, support, medarbejder, medarbeider, chatbot, chatten, jeres chat, klage, klager, klagen,
        har klaget, sendt dm, skrevet dm, sendt en dm, sendt jer en besked, privat besked, tjek jeres dm, sjekk dm,
        sjekk innboks, pb, løse det, løsning, ingen løsning, ordne, få ordnet, rådgiver, ubehøvlet,
        uforskammet medarbejder, frekk, uhøflig, uhøflige, afdeling, butikken, et menneske
    """,
    "how_to": """
        hvordan kan jeg, hvordan gør jeg, hvordan gør man, hvordan får jeg, hvordan ændrer jeg, hvordan fungerer,
        hvordan virker, hvordan endrer jeg, hvordan gjør jeg, hvordan, hvor kan jeg, hvor finder jeg, hvor finner jeg,
        hvor er min, hvor er mit, hvor bliver, hvor blir det av, er det muligt, er det mulig, kan man, kan jeg,
        må man, må jeg, skal jeg, hvad skal jeg gøre, hva skal jeg gjøre, hvor lang tid, hvor lenge, hvor længe,
        hvad tid, hva tid, åbningstider, åpningstider, har i åbent, har i åben, er det åpent, har dere åpent, åbent,
        indstilling, indstillinger, innstilling, innstillinger, vejledning, manual, bruksanvisning, sætte op,
        hvilken app, hvornår kommer min, hvornår kommer mit, når kommer, når kommer pakken
    """,
    "booking": """
        fly, flyet, flight, flyrejse, boarding, gate, bagage, bagasje, kuffert, kufferten, koffert, kofferten, sæde,
        sete, check in, tjekke ind, sjekke inn, forbindelse, mistet forbindelsen, booking, bookingen, booket,
        reservation, reservere, reserveret, reservasjon, værelse, værelset, rom, hotel, hotellet, tog, toget, togene,
        dsb, vy, bus, bussen, buss, metro, metroen, perron, perronen, spor, station, stoppested, billet, billetten,
        billetter, billett, rejsekort, forsinket, forsinkelse, forsinkelser, forsinka, innstilt, aflyste, køreplan,
        passager, passagerer, passasjerer, kabinepersonale, lufthavn, lufthavnen, flyplass, flyplassen, afgang,
        avgang, elevator, elevatoren, heis, værksted, verksted, tid hos, time hos, apotek, forsikring, skadesag
    """,
    "connection": """
        wifi, internet, internettet, internett, intet internet, ingen internet, netværk, nettverk, nettet, net,
        dækning, dekning, ingen dækning, signal, router, modem, mobildata, roaming, sim, simkort, esim, fastnet,
        fiber, hastighed, bredbånd, måler, elmåler, strømmåler, server, servere, serverne, app, appen, hjemmeside,
        hjemmesiden, nettside, nettsiden, opdatering, opdateringen, oppdatering, firmware, bluetooth, oplader, lader,
        batteri, batteriet, skærm, skjerm, streaming
    """,
    "wrong_item": """
        forkert vare, forkerte varer, forkert størrelse, forkert farve, forkert ordre, sendt forkert, fået forkert,
        feil vare, feil størrelse, feil farge, fikk feil, mangler, manglede, manglet, mangler en, tom kasse, tom æske,
        tom eske, halvtom, for gammel, udløbet, overskredet dato, sidste salgsdato, utgått, utgått på dato, mug,
        muggen, muggent, mugne, rådden, råddent, råtten, harsk, sur mælk, fordærvet, hår i, brugt, beskidt, skitten,
        skittent, pletter, flekker, ikke som på billedet, ikke som beskrevet, lugter
    """,
    # What endangers people or the brand
    "danger": """
        brød i brand, i brand, bryder i brand, tok fyr, i brann, gik ild i, ild i, flammer, brand, brann, brandfare,
        brannfare, røg, ryger fra, røyk, lugter brændt, brændt lugt, lukter svidd, lukter brent, gaslugt,
        lugter af gas, gasslukt, lukter gass, gasudslip, eksploderede, eksploderet, eksploderte, eksplosion,
        eksplosjon, gnister, gnistrer, elektrisk stød, fik stød, få stød, fikk støt, strømstøt, forbrænding,
        forbrændinger, brannskade, brannskader, brændte mig, brændt hånden, brente meg, kom til skade,
        kommet til skade, tilskadekommet, såret, skadet person, blod, bløder, blør, ambulance, ambulanse, hospital,
        hospitalet, sygehus, sykehus, sykehuset, skadestue, skadestuen, legevakt, legevakten, bevidstløs, bevisstløs,
        besvimede, besvimet, besvimte, kvalt, kvælning, satt i halsen, bremserne svigtede, bremserne virkede ikke,
        bremserne, bremsene, bremsene sviktet, airbag, airbags, kollisionspude, ulykke, ulykken, kulilte,
        løse ledninger, overophedet, overopheda, overopphetet, smeltet, smelter, smeltede, batteriet bulner,
        oppustet batteri, farlig, farlige, livsfarlig, livsfare, fare for, sikkerhedsrisiko, sikkerhetsrisiko,
        usikkert, kunne være død, kunne have dræbt, nær ved at dø, holdt på å dø, lukket inde, låst inde,
        sidder fast i elevatoren, fast i elevatoren, fast i heisen, fanget, kan ikke trække vejret, får ikke puste,
        evakueret, evakuert, evakuering, brandvæsen, brannvesen, 112, nødsituation, nødsituasjon, overfaldet,
        angrebet, overfalt, truet, trusler, bombe, våben, våpen, kniv, kræftfremkaldende, kreftfremkallende, asbest,
        afsporet, sporet av, hedeslag, krampeanfald, krampeanfall, overdosis, overdose, forkert dosis, feil dose,
        forkert medicin, feil medisin
    """,
    "poison": """
        madforgiftning, matforgiftning, forgiftet, forgiftning, salmonella, listeria, e coli, allergisk reaktion,
        allergisk reaksjon, allergisk, allergi, allergener, anafylaktisk, anafylaktisk chok, ikke deklareret,
        ikke deklarert, ikke merket, står ikke på, indeholder nødder, inneholder nøtter, peanuts, jordnødder,
        peanøtter, glas i, glasskår, glass i, glasbit, metal i, metall i, metalstykke, plastik i, plast i,
        plastikstykke, kaste op, kastede op, kastet op, kaster op, kastet opp, kaste opp, kaster opp, opkast, diarre,
        diaré, blev syg, blev syge, ble syk, ble syke, syg af, syk av, udslæt, utslett, forurenet, forurenset,
        bivirkning, bivirkninger, giftig, giftigt, giftige, larver, larve i, maddiker, orm, orme i, rotter, rotte,
        mus i, museekskrementer, kakerlak, kakerlakker, væggelus, veggdyr, insekt i
    """,
    "self_harm": """
        selvmord, begå selvmord, tage mit eget liv, ta mitt eget liv, ta livet mitt, tage livet af mig,
        ta livet av meg, slå mig selv ihjel, ikke leve mere, vil ikke leve, orker ikke leve, vil dø, ønsker at dø,
        ønsker å dø, har lyst til at dø, har lyst til å dø, selvskade, skade mig selv, skade meg selv,
        skærer i mig selv, gøre en ende på det, gjøre slutt på alt, gøre en ende på det hele, bedre uden mig,
        bedre uten meg, ikke vågne op, ikke våkne opp, hoppe ud foran, hoppe foran toget, ingen grund til at leve
    """,
    "death": """
        død, døde, døden, dødsfald, dødsfall, dødelig, dødelige, dødeligt, dræbt, dræber, drept, omkom, omkommet,
        mistet livet, begravelse, ihjel, dødsulykke
    """,
    "legal": """
        advokat, advokaten, advokater, sagsøge, sagsøger, sagsøgt, sagsanlæg, saksøke, saksøker, søksmål,
        gruppesøgsmål, retten, i retten, domstol, byret, tingretten, retssag, rettssak, juridisk, juridiske skridt,
        retlige skridt, rettslige skritt, forligsrådet, gdpr, persondataloven, databeskyttelse, personvern, ophavsret,
        opphavsrett, varemærke, ulovlig, ulovligt, ulovlige, lovbrud, lovbrudd, imod loven, kontraktbrud,
        kontraktsbrudd, erstatningskrav, injurier, bagvaskelse, inkassovarsel
    """,
    "authority": """
        politi, politiet, politianmeldt, politianmelde, politianmelder, politianmeldelse, anmeldt, anmelde,
        anmelder jer, anmeldt jer, forbrugerrådet, forbrugerombudsmanden, forbrugerklagenævnet, nævnenes hus,
        forbrukerrådet, forbrukertilsynet, forbrukerklageutvalget, datatilsynet, fødevarestyrelsen, mattilsynet,
        finanstilsynet, finansklagenemnda, arbejdstilsynet, arbeidstilsynet, trafikstyrelsen, transportklagenemnda,
        myndighederne, myndighetene, ombudsmand, efterforskning, etterforskning, undersøges af, bøde, bot fra, tilsyn,
        kontrolbesøg, smiley rapport
    """,
    "breach": """
        datalæk, datalekkasje, læk af data, lækket, lækkede, lekket, lekkasje, datatyveri, stjålne data, hacket,
        hacka, hackede, hackere, hacker, hackerangreb, cyberangreb, dataangrep, mine data, dataene mine,
        personoplysninger, personopplysninger, personlige oplysninger, kundedata, andres oplysninger, en andens konto,
        en andens oplysninger, andres konto, andre kunders, sikkerhedshul, sikkerhetshull, sikkerhedsbrist, phishing,
        ransomware, identitetstyveri, uautoriseret, uautorisert, svindel på min konto, tømt min konto, konto tømt,
        tømt kontoen, stjålet, stjålne
    """,
    "boycott": """
        boykot, boykotte, boykotter, boykott, boikott, boikotte, boikotter, slet appen, slett appen, køb ikke,
        kjøp ikke, del gerne, del opslaget, del videre, del dette, gå viralt, går viralt, viralt, trending,
        alle skal vide, alle bør vite, skam jer, skam dere, shitstorm, protest, protester, demonstration,
        demonstrasjon, underskriftsindsamling, underskriftskampanje, strejke, streik, forargelse, ramaskrig
    """,
    "hate": """
        racistisk, racistiske, racisme, racist, rasistisk, rasistiske, rasisme, rasist, sexistisk, sexisme,
        sexistiske, seksistisk, homofobisk, homofob, homofobi, transfobisk, transfobi, antisemitisk, antisemittisk,
        islamofobisk, kvindehad, diskrimination, diskriminering, diskrimineret, diskriminert, diskriminerende,
        chikane, chikaneret, trakassering, trakassert, sexchikane, seksuell trakassering, krænkende, krænket,
        krenkende, krenket, stødende, støtende, smagløst, smakløst, smagløs, nazi, nazist, kørestol afvist,
        kørestolsbruger, rullestol, kørestol, fremmedhad
    """,
    "wrongdoing": """
        børnearbejde, barnearbeid, tvangsarbejde, tvangsarbeid, slavearbejde, udnyttelse, udnytter, utnytter,
        underbetalt, underbetaler, forurening, forurener, forurensning, forurenser, dumper, dumpet, udleder,
        greenwashing, grønvask, grønnvasking, bestikkelse, bestikkelser, korruption, korrupsjon, korrupt, dækker over,
        dækket over, dekker over, mørklægning, skjuler, skjulte sandheden, skandale, løj, lyver, løgn, i lyver,
        dere lyver, juger, bedrager, bedrageri, svindel, svindlere, svindler, skatteunddragelse, dyremishandling,
        dyreplageri, dyreforsøg, dyretestet, testet på dyr, deepfake, interne dokumenter, lækket video, lækket mail,
        beviser, bevis, vildledende, vildleder, villedende, villedende reklame, villeder, falsk reklame,
        sletter kommentarer, slettet min kommentar, slettede min kommentar, sletter negative, skovrydning, avskoging,
        olieudslip, oljeutslipp, whistleblower, varsler
    """,
    "recall": """
        tilbagekaldelse, tilbagekalde, tilbagekaldt, tilbagekalder, tilbakekalt, tilbakekalling, tilbakekaller,
        trækker tilbage, trukket tilbage, batchnummer, partinummer, spis ikke, ikke spis, brug ikke, ikke bruk,
        advarsel, advare, advarer, advarsel til alle, pas på, vær opmærksom, vær forsigtig, vær obs, obs obs,
        fjern det fra hylderne, ut av hyllene, af hylderne
    """,
    "outage": """
        nede, er nede, ligger nede, alt er nede, serverne er nede, serveren er nede, nede for alle, nedetid,
        driftsforstyrrelse, driftsforstyrrelser, driftsproblemer, strømafbrydelse, strømsvigt, strømbrudd, strømløs,
        strømmen er gået, strømmen er borte, strømmen gik, ingen strøm, uden strøm, uten strøm, ingen varme,
        uden varme, uten varme, uden vand, ingen vand, uten vann, intet varmt vand, hele byen, hele landet,
        hele kvarteret, hele gaden, hele området, hele regionen, hele nabolaget, landsdækkende, hele danmark,
        hele norge, ingen kan, for alle, alle sammen, kun mig, bare mig, bare meg, kun hos mig, er det kun mig,
        er det bare mig, er det bare meg, andre der, andre der har, noen andre, flere der oplever, flere som opplever,
        intet virker, ingenting virker, ingenting fungerer, alle butikker, betalingsterminaler, dankort virker ikke
    """,
    "stranded": """
        strandet, strandede, sidder fast, sitter fast, står fast, fast i lufthavnen, fast på flyplassen,
        sover på gulvet, sove på gulvet, sove i lufthavnen, sove på flyplassen, intet hotel, ingen hotel,
        ikke noe hotell, uden hotel, efterladt, etterlatt, ladt i stikken, i stikken, midt om natten, midt på natten,
        midt i ingenting, midt ute i ingenting, i kulden, ude i kulden, ute i kulda, misser mit fly, misset mit fly,
        mistet flyet, missede flyet, når ikke mit fly, mister min forbindelse, mistet forbindelsen,
        kan ikke komme hjem, kommer ikke hjem, vejhjælp, veihjelp, i vejkanten, langs vejen, holder stille
    """,
    "vulnerable": """
        baby, babyen, nyfødt, spædbarn, barn, barnet, børn, børnene, min søn, min datter, mine børn, sønnen min,
        datteren min, barna, barna mine, småbarn, ældre, eldre, min mor, min far, min bedstemor, bestemor, mormor,
        farmor, min mormor, moren min, handicappet, handikappet, funksjonshemmet, kørestolen, gravid, insulin,
        diabetiker, diabetes, dialyse, ilt, oksygen, respirator, medicin, medisin, medicinen, medisiner, inhalator,
        kemo, kræft, kreft, astma, epilepsi, operation, operasjon, pacemaker, blind, autist, patienter, mine patienter
    """,
    # What the brand does
    "announcement": """
        annoncering, annonceret, annoncerer, annoncerede, meddelelse, pressemeddelelse, pressemelding, præsenteret,
        præsenterer, presenterer, afsløret, afslører, avslørt, teaser, trailer, jeres artikel, jeres opslag om,
        har lige læst, læste lige, leste nettopp, læste at, leste at, så at i, hørte at, hører at, er det sandt,
        er det rigtigt at, er det riktig at, stemmer det at, kampagne, jeres kampagne, ny kampagne, kampanje, reklame,
        reklamen, ny reklame, jeres reklame, event, jeres event, livestream, webinar, nyhedsbrev, nyhetsbrev, nyhed,
        nyheden, nyheder, nyhet, god nyhed, gode nyheder, spændende nyt, årsrapport, regnskab
    """,
    "launch": """
        lancering, lancerer, lanceret, lancere, lansering, lanserer, lansert, lanseres, udgivelse, udgivet, udgiver,
        udkommer, kommer ud, utgivelse, kommer ut, slippes, hvornår kommer, når kommer den, ny funktion,
        nye funktioner, ny funksjon, ny version, ny model, nye model, ny kollektion, ny kolleksjon, ny linje, ny rute,
        nye ruter, ny opdatering, ny sæson, ny sesong, nyt logo, nye logo, ny logo, nyt design, nytt design, nyt look,
        ny smag, nye smag, ny smak, ny butik, ny butikk, åbning, åbner, åbner i, åpner, åpning, åpner i, beta, ny app,
        nye app, nyt menukort, ny meny, ny emballage, ny opskrift, tilbage igen, kommer tilbage, er tilbake,
        nyt album, sæson 2, dlc, udvidelse, til danmark, til norge, kommer til danmark, kommer til norge,
        nyt abonnement, nye priser, udgår, udgået, utgår
    """,
    "company": """
        fusion, fusjon, opkøb, opkøbt, opkøber, oppkjøp, kjøpt opp, ny direktør, direktør, ny ceo, ceo, fyringer,
        fyrer, fyringsrunde, oppsigelser, nedbemanning, permitterer, klimaneutral, klimanøytral, klimamål, bæredygtig,
        bæredygtighed, bærekraft, bærekraftig, vedvarende energi, fornybar, samarbejde med, samarbeid med,
        partnerskab med, sponsor for, hovedkontor, børsnotering, børsen, aktie, aktier, aksjer, aktionærer, donation,
        donerer, doneret, donasjon, fond, prisstigning, prisstigninger, prisøkning, prisøkninger, hæver priserne,
        øker prisene, fire dages arbejdsuge, investering i
    """,
    "contest": """
        konkurrence, konkurrencen, konkurrencer, konkurranse, konkurransen, giveaway, lodtrækning, trekning,
        udtrukket, trukket vinder, vinder, vinderen, vindere, vinner, vinneren, vundet, har jeg vundet, hvem vandt,
        vandt, vinde, vinder jeg, ville elske at vinde, vil gerne vinde, vil gjerne vinne, vinne, deltage, deltager,
        deltagelse, jeg er med, er med, vil gerne være med, vi er med, delta, deltar, præmie, præmien, præmier,
        premie, premier, gevinst, tagger, tagget, tag, tagger min, liket og delt, delt og liket, delt, delt ✅,
        følger allerede, krydser fingre, krydser fingrene, krysser fingrene, håber jeg vinder, held og lykke alle,
        lykke til alle, lykke til, stemme på, stemt, stem på, stemmer på, afstemning, avstemning, jury,
        konkurrencebetingelser, konkurransevilkår, frist for at deltage, sidste frist, julekalender, udfordring,
        utfordring, quiz
    """,
    # What is said kindly
    "thanks": """
        tak, tak for, mange tak, tusind tak, tak for hjælpen, hjertelig tak, tak skal i have, takker, takk, takk for,
        takk for hjelpen, tusen takk, mange takk, takk skal dere ha, taknemmelig, takknemlig, ros til, stor ros, ros,
        skryt til, all ære, hatten af, hatten av, kudos, reddede min dag, reddet dagen, fantastisk service,
        super service, god service, kanon service, kjempegod service, rask hjelp, hurtig hjælp, god hjælp
    """,
    "love": """
        elsker, jeg elsker, elsker jer, elsker dette, elsket, forelsket, vild med, glad i, yndlings, min favorit,
        favorit, favoritter, favoritt, favoritten, bedste, den bedste, de bedste, det bedste, beste, de beste,
        det beste, fantastisk, fantastiske, fantastisk god, fremragende, perfekt, perfekte, suveræn, suverænt,
        suverent, utrolig god, utrolig godt, super, supergod, superfed, fed, fedt, fede, skide godt, kanon, kanongod,
        genial, genialt, geniale, skøn, skønt, skønne, dejlig, dejligt, dejlige, lækker, lækkert, lækre, deilig,
        nydelig, nydelige, smuk, smukt, smukke, vakker, vakkert, vakre, flot, flotte, flott, pæn, sej, sejt, kul,
        kult, cool, rå, rått, dritbra, kjempebra, kjempegod, kjempefint, knallbra, knallgod, herlig, herlige,
        fornøjet, tilfreds, meget tilfreds, fornøyd, veldig fornøyd, lykkelig, imponeret, imponerende, imponert,
        anbefale, anbefaler, anbefales, kan varmt anbefales, kan anbefales, afhængig af, mesterværk, mesterverk,
        venlig, venlige, hyggelig, hyggelige, hyggeligt, hjælpsom, hjælpsomme, sød, søde, smager fantastisk,
        smager godt, smaker godt, velsmagende, værd at, alle pengene værd, 10/10, fem stjerner, 5 stjerner, toppen,
        topklasse, toppklasse
    """,
    "greeting": """
        godmorgen, god morgen, god formiddag, goddag, god dag, god aften, godaften, god kveld, godnat, god natt,
        god weekend, god helg, god søndag, god mandag, god fredag, god sommer, god jul, glædelig jul, godt nytår,
        godt nyttår, god påske, tillykke med fødselsdagen, gratulerer med dagen, hej alle, hei alle, hei alle sammen,
        hilsen, mvh, med venlig hilsen, vh, kh, kærlig hilsen, knus, klem, vi ses, ha det fint, ha en fin dag,
        hav en god dag, hav en dejlig dag, god ferie, god tur
    """,
    "fan": """
        fan, fans, kæmpe fan, stor fan, fanart, cosplay, tatovering, community, min kat, min hund, katten min,
        hunden min, min samling, samlingen min, siden jeg var barn, siden jeg var lille, siden jeg var liten,
        da jeg var barn, da jeg var lille, da jeg var liten, barndom, barndommen, barndommens, minder, gode minder,
        minner, nostalgi, trofast kunde, fast kunde, trofast kunde siden, kunde i mange år, kunde i 20 år,
        kunde siden, i mange år, på repeat, maraton, filmaften, filmkveld, rekord, ny rekord, selfie, solnedgang,
        udsigt, utsikt, billede, bilde, outfit, hjemmelavet, hjemmelaget, lavede, bagt, bakt, praktikanten,
        den der styrer denne konto, denne konto, some teamet, meme
    """,
    "congratulations": """
        tillykke, stort tillykke, gratulerer, gratulere, velfortjent, fortjent, stolt, stolt af, stolt av, stolte,
        glad på jeres vegne, glæder mig, glæder os, gleder meg, gleder oss, kan ikke vente, kan næsten ikke vente,
        spændt, spent, så spændt, endelig, endelig noget, det var på tide, på tide, godt gået, godt jobba, bra jobba,
        flot arbejde, hurra, hype
    """,
    # Who wants to buy
    "price": """
        pris, prisen, priser, prisene, hvad koster, hva koster, koster, hvor meget koster, hvor mye koster,
        hvad er prisen, hva er prisen, dyr, dyrt, dyre, dyrere, billig, billigt, billigere, rabat, rabatten,
        rabatkode, rabatt, rabattkode, studierabat, studentrabatt, tilbud, på tilbud, kampagnepris, udsalg, salg på,
        black friday, tilbud på, pristilbud, om måneden, per måned, i måneden, pr måned, månedligt, gratis prøve,
        prøveperiode, fragtfri, fri fragt, fragt koster, fraktfritt, mængderabat, storkøb, engros, familieabonnement,
        firmarabat, bedriftsrabatt, bytte ind, finansiering, afdrag, avbetaling, på afbetaling, delbetaling, leasing,
        lån, boliglån, rente, renten, renter
    """,
    "buy": """
        købe, køber, købt, køb, vil købe, vil gerne købe, kjøpe, kjøper, kjøpt, vil kjøpe, vil gjerne kjøpe,
        hvor kan jeg købe, hvor kan man købe, hvor køber man, hvor kan jeg kjøpe, hvor kan man kjøpe, hvor fås,
        hvor får jeg fat i, hvor får man, hvor får man tak i, vil gerne bestille, vil gjerne bestille, bestille,
        overvejer, overvejer at, vurderer å, vurderer, tænker på at købe, leder efter, på udkig efter, ser etter,
        interesseret i, interesseret, interessert i, interessert, den vil jeg have, den må jeg eje, må ha,
        skal have den, forhandler, forhandlere, forhandlere i, i butikkerne, i butikken, nærmeste butik,
        nærmeste butikk, skifte til jer, bytte til dere, skifte til, blive kunde, bli kunde, ny kunde, åbne en konto,
        prøvetur, prøvekørsel, prøvekjøring, demo, en demo, sælger, salgsafdeling, gavekort, gave til,
        til vores firma, til vores kontor, til vores virksomhed, til bedriften vår, medarbejdere, ansatte, licenser
    """,
    "availability": """
        på lager, lager, udsolgt, utsolgt, ikke på lager, tilbage på lager, tilbake på lager, kommer på lager,
        får i flere, får dere flere, tilgængelig, tilgængelige, tilgjengelig, fås, fås den, fås de, har i, har dere,
        sælger i, selger dere, leverer i, leverer dere, sender i, sender dere, tilbyder i, tilbyr dere, findes den,
        findes de, finnes den, finnes det, kommer den i, i sort, i svart, i blå, i rød, i hvid, i hvit, i grøn,
        i grønn, i str, i størrelse, størrelse, størrelser, størrelsesguide, hvilken størrelse, hvilken model,
        hvilken modell, hvilken farve, farver, farve, farger, farge, forskellen på, forskellen mellem, forskjellen på,
        forskjellen mellom, bedre end den, kompatibel, kompatibelt med, passer den til, virker den med,
        fungerer den med, vegansk, veganske, vegan, glutenfri, glutenfritt, laktosefri, vandtæt, vanntett, rækkevidde,
        rekkevidde, mål, dimensioner, hunde tilladt, må man have hund, kæledyr, kjæledyr, morgenmad inkluderet,
        frokost inkludert, ledige pladser, ledige plasser, flere pladser, ledige værelser
    """,
    # Press and partners
    "press": """
        journalist, journalisten, journalister, reporter, redaktør, redaktionen, redaksjonen, skriver en artikel,
        skriver en artikkel, skriver en historie, skriver for, jeg skriver for, artikel om, artikkel om, historie om,
        indslag om, sak om, reportage om, reportasje om, pressekontakt, presseafdeling, presseansvarlig, pressevagt,
        presseservice, pressebilleder, pressebilder, kommentar til, en kommentar til, kommentar fra, udtalelse,
        uttalelse, officiel udtalelse, udtale jer, uttale dere, talsmand, talsperson, talsperson for, interview,
        interviewe, intervju, intervjue, avis, avisen, magasin, radio, tv, dokumentar, podcast, podkast, redaktion,
        deadline, udgiver i morgen, offentliggør, publisere, publiserer, freelance, faktatjek, faktasjekk,
        bruge jeres video, bruge din video, bruke videoen, ritzau, ntb, nrk, tv2
    """,
    "partner": """
        samarbejde, samarbejder, et samarbejde, samarbeid, samarbeide, et samarbeid, partnerskab, partnerskap,
        partner, sponsor, sponsorat, sponsorater, sponsorere, sponsere, sponse, ambassadør, ambassadører, influencer,
        influencere, influenser, influensere, content creator, indholdsskaber, innholdsskaper, ugc, mediekit,
        media kit, mine følgere, følgerne mine, min kanal, kanalen min, min blog, bloggen min, blogger,
        vores festival, vores event, vores forening, vår forening, vår festival, arrangementet vårt, vores konference,
        forening, velgørenhed, velgørende, veldedig, veldedighet, indsamling, innsamling, frivillige, ngo,
        foredragsholder, foredrag, paneldebat, oplægsholder, affiliate, anmelde jeres produkt, anmeldereksemplar,
        produkt til test, unboxing, abonnenter, vores læsere, leverandør, leverandører, distributør, blive forhandler,
        bli forhandler, universitet, universitetet, studerende, studenter, speciale, bacheloropgave, bacheloroppgave,
        masteroppgave, spørgeskema, spørreundersøkelse, nomineret, nominert, pris for, invitere jer, invitere dere,
        invitation, invitasjon, gæst
    """,
    "job": """
        job, stilling, stillinger, ledig stilling, ledige stillinger, ansøgning, ansøge, søgt job, søknad, søke jobb,
        søkt jobb, jobb, jobbe hos, jobbe for, arbejde hos, arbejde for jer, praktik, praktikplads, lærling,
        lærlingplass, læreplads, elevplads, cv, jobsamtale, jobbintervju, karriere, rekruttering, min første dag,
        første arbejdsdag, nyt job, ny jobb, kolleger, kollegaer, tidligere ansat, tidligere ansatt,
        tidligere medarbejder, sommerjob, sommerjobb
    """,
    # Nothing to do
    "money_spam": """
        krypto, kryptovaluta, bitcoin, airdrop, nft, forex, trading, handelssignaler, investere, investering,
        investeret, investert, invester, afkast, avkastning, fortjeneste, profit, passiv indkomst, passiv inntekt,
        tjen penge, tjene penge, tjen penger, tjene penger, tjente, tjener, om dagen, om ugen, per dag, per uke,
        hjemmefra, fra hjemmet, økonomisk frihed, økonomisk frihet, bliv rig, bli rik, casino, kasino, odds, betting,
        spillemaskiner, hurtigt lån, lån penge, hurtiglån, forbrukslån, vægttab, tab dig, gå ned i vekt, viagra, cbd,
        gratis iphone, du har vundet, du har vunnet, du er blevet udvalgt, du er valgt ut, wallet, udbetaling,
        utbetaling, mentor, takket være min mentor
    """,
    "look_alike": """
        kontakt @anyone, kontakt venligst @anyone, skriv til @anyone, kontakt denne konto, kære kunde, kjære kunde,
        bekræft dine oplysninger, bekræft din konto, bekreft kontoen, bekreft opplysningene, verificer din, verifiser,
        verifiser kontoen, din konto vil blive, din konto er blevet, kontoen din vil bli, kontoen din er,
        din pakke afventer, pakken din venter, tollgebyr, toldgebyr, opdater dine, oppdater dine, udfyld formularen,
        fyll ut skjemaet, klik her, klikk her, klik på linket, klikk på lenken, trykk på lenken, linket herunder,
        lenken under, whatsapp, på whatsapp, telegram, på telegram, hjalp mig med at få,
        fik mine penge tilbage gennem, hjalp meg med å få tilbake, gendanne din, gjenopprette, etisk hacker,
        send dine, send dine kortoplysninger, kortoplysninger, kortnummer, kortopplysninger, officiel support,
        offisiell support
    """,
    "follow_bait": """
        følg mig, følg meg, følg tilbage, følg tilbake, følger tilbage, følger tilbake, følg min, abonner på min,
        tjek min profil, tjek min, sjekk profilen min, sjekk ut min, besøg min, besøk min, min profil, link i bio,
        link i min bio, lenke i bio, onlyfans, køb følgere, kjøp følgere, flere følgere, billige følgere, seo,
        webdesign, webdesigner, laver hjemmesider, lager nettsider, logodesign, min nye sang, min nye single,
        min nye video, min musik, lyt til min, hør min, stem på mig, stem på meg, singler i nærheden, nøgenbilleder,
        nakenbilder, dating, replika, kopiure, rolex, brug min kode, bruk min kode, min kode, rabatkoden min,
        vervekode
    """,
    "off_topic": """
        vejret, været, frokost, trafikken, valget, politik, politikk, politiker, fodbold, fotball, kampen i går,
        forkert konto, feil konto, forkert firma, forkert person, feil person, test, første kommentar, ok, hm, idem
    """,
    # How it is said
    "question_word": """
        hvad, hva, hvornår, når, hvor, hvorfor, hvem, hvilken, hvilket, hvilke, hvordan, hvor meget, hvor mange,
        hvor mye, nogen der ved, er der nogen der, noen som vet, vet noen, ved i, vet dere, findes der, er der,
        er det, spørgsmål, et spørgsmål, spørsmål, lurer på, lurer, gad vide, har i, har dere, kommer der
    """,
    "can_you": """
        kan i, kunne i, kan du, kunne du, kan dere, kunne dere, kan nogen, kan noen, vil i, vil dere, vær venlig,
        vær så snill, please, venligst, vennligst, jeg vil gerne, vil gerne, jeg vil gjerne, vil gjerne, jeg ønsker,
        ønsker, jeg kræver, kræver, krever, forventer, jeg forventer, fortæl mig, fortell meg, giv mig, gi meg,
        send mig, send meg, ring til mig, ring meg, kontakt mig, kontakt meg, skriv til mig, svar, svar mig, svar meg,
        vender tilbage, vend tilbage, gi beskjed, giv besked, sig til, si ifra, forklar, forklar mig, gør noget,
        gjør noe, få det ordnet, fiks det, fix det, fiks dette, bring tilbage, bring det tilbage, ta tilbake, tilføj,
        legg til, ser frem til svar, ser fram til svar, hører gerne, afventer svar
    """,
    "urgent": """
        haster, det haster, akut, hurtigst muligt, snarest, snarest muligt, straks, med det samme, omgående,
        umiddelbart, asap, fort, hurtigt, i dag, idag, i aften, i kveld, i eftermiddag, i morges, i morgen, imorgen,
        senest i morgen, inden fredag, innen fredag, inden mandag, inden i morgen, om en time, om 2 timer,
        om to timer, om 30 minutter, om 10 minutter, minutter, bryllup, begravelse, eksamen, sidste chance,
        siste sjanse, husleje, løn, lønn, nu, nå, går om
    """,
    "again": """
        igen, igjen, atter, endnu engang, nok en gang, nok engang, stadig, stadigvæk, fortsatt, fremdeles, altid,
        alltid, hver gang, hver dag, hver uge, hver uke, hele tiden, konstant, som altid, som alltid, som sædvanlig,
        som vanlig, tredje gang, uger, uker, måneder, dage, dager, timer, siden mandag, siden fredag, siden i går,
        siden sidste uge, siden forrige uke, allerede
    """,
    "mine": "jeg, mig, meg, min, mit, mitt, mine, vi, os, oss, vores, vår, vårt, våre",
    "yours": "jer, jeres, dere, deres, du, din, dit, ditt, dine, folkens, team",
    "complaint": """
        skuffet, skuffende, skuffelse, skuffa, dårlig, dårligt, dårlige, elendig service, vred, sur, sint, forbanna,
        rasende, irriteret, irriterende, irritert, irritasjon, frustreret, frustrerende, frustrert, frustrasjon,
        træt af, lei av, led og ked af, ked af, luller, svindlere, snyd, snyder, snydt, fup, lurt, lurer folk, tyveri,
        tyve, tyver, røveri, ran, lort, lorte, lortefirma, møg, møgfirma, pis, pisse dårligt, skrald, søppel, drit,
        dritt, drittfirma, dritdårlig, latterlig, latterligt, latterlige, tåbeligt, vanvittigt, ubrugelig, ubrugeligt,
        ubrukelig, udueligt, uduelig, inkompetent, inkompetente, uprofessionelt, uprofesjonelt, uprofessionel,
        useriøs, useriøst, useriøse, langsom, langsomt, langsomme, treg, tregt, trege, for dyrt, alt for dyrt,
        spild af penge, spild af tid, bortkastet, sløseri, sløsing, løgnere, løgner, løgn og, dårlige undskyldninger,
        undskyldninger, unnskyldninger, utilfreds, misfornøjet, misfornøyd, ikke tilfreds, ikke fornøyd, uforståeligt,
        umuligt, problem, problemer, problemet, aldrig mere, aldrig igen, aldri mer, aldri igjen, sidste gang,
        siste gang, mistet en kunde, har mistet en kunde, skifter til, bytter til, skifter selskab, hold jer væk,
        hold dere unna, kan ikke anbefales, anbefales ikke, en stjerne, nul stjerner, 1 stjerne, trist, desværre,
        dessverre, ærgerligt, synd, kedelig, kjedelig, grim, grimt, stygg, kaos, rod, rot, bliver værre, blir verre,
        dårligere og dårligere, værre og værre, fandeme, for fanden, for helvede, faen, fy faen, for helvete, helvete,
        satans, kraftedeme, wtf, snød
    """,
    "awful": """
        forfærdelig, forfærdeligt, forfærdelige, forferdelig, frygtelig, frygteligt, fryktelig, skandaløst, skandaløs,
        uacceptabelt, uacceptabel, uakseptabelt, uakseptabel, under al kritik, under enhver kritik, under all kritikk,
        katastrofe, katastrofalt, en katastrofe, katastrofal, skammeligt, skammelig, en skam, skam, pinligt, pinlig,
        ynkeligt, ynkelig, elendig, elendigt, elendige, håbløs, håbløst, håpløs, håpløst, håbløse, ulækkert, ulækker,
        klamt, ekkelt, ekkel, ekle, modbydeligt, modbydelig, værste, den værste, det værste, verste, det verste,
        værre, verre, dårligste, dårligst, mareridt, et mareridt, mareritt, helvede, hader, hader jer, hater, hat til,
        rædselsfuldt, rædsom, horribelt, horribel, kriminelle, banditter, idioter, fuck jer
    """,
    "sarcasm": """
        tak for ingenting, tak for lort, takk for ingenting, takk for ingenting da, flot klaret, godt klaret,
        godt klaret 👏, bra jobba 👏, godt gået 👏, imponerende service, fantastisk service 🙃, fed service,
        super service igen, tillykke med at, gratulerer med at, sikke en overraskelse, for en overraskelse,
        overraskelse, hvem skulle have troet, hvem skulle trodd, selvfølgelig, selvfølgelig igen, selvsagt, ja klart,
        jo tak, jatak, bravo, klapsalver, applaus, fortsæt det gode, fortsæt sådan, genier, i er genier, ironi,
        ironi kan forekomme, sarkasme, kun 3 timer, bare 3 timer, elsker når, elsker at vente, elsker å vente,
        som altid til tiden, helt fantastisk igen, dejligt med, så fint så
    """,
    "rhetorical": """
        seriøst, seriøst?, mener i det, mener i det alvorligt, er i seriøse, er dere seriøse, mener dere alvor,
        er det en joke, er det en vits, er dette en spøk, er det en spøg, tager i pis på, tar dere,
        hvor svært kan det være, hvor vanskelig kan det være, hvem fandt på, hvem har fundet på, hvem fant på,
        hvad tænker i på, hva tenker dere på, hvad er der galt med, hva er galt med, hvad fanden, hva faen,
        hvad er meningen, hva er poenget, hvordan kan det være, hvordan er det muligt, hvordan er det mulig,
        skammer i jer ikke, skammer dere dere ikke, hvem bekymrer sig, hvem andre, ikke sandt, ikke sant, eller hvad,
        virkelig?
    """,
    "laugh": """
        haha, hahaha, hahahaha, hæhæ, hihi, lol, lmao, xd, sjovt, morsomt, morsom, griner, ler, grinet, døde af grin,
        bare sjov, bare for sjov, bare tull, spøg, tuller, 😂, 🤣
    """,
    "quiet": """
        behøver ikke svare, i behøver ikke svare, trenger ikke svare, trenger ikke svar, intet svar nødvendigt,
        ville bare sige, ville bare lige sige, ville lige sige, ville bare si, ville bare dele, bare til info,
        til info, til orientering, fyi, er løst, er løst nu, løst, har løst sig, løste sig, ordnet, det virker nu,
        virker igen, virker nå, fungerer igjen, det ordnede sig, ordnet seg, alligevel tak, takk likevel,
        ingen problem, intet problem, helt fint, helt i orden, helt ok, ingen hast, haster ikke, det haster ikke,
        glem det, pyt, bare rolig
    """,
    "good": """
        god, godt, gode, bra, fin, fint, fine, glad, gerne, gjerne, nem, nemt, lett, praktisk, nyttig, hurtig, rask,
        raskt, pålidelig, pålitelig, kan lide, liker, behageligt
    """,
    "but": "men, dog, selvom, selv om, alligevel, bortset fra, imidlertid",
    "not": "ikke, ikkje, ingen, intet, ingenting, aldrig, aldri, uden, uten, hverken, verken, næppe, knapt",
    "nothing": """
        dør af grin, døde af grin, dø af grin, dør av latter, ler mig ihjel, ler meg i hjel, grinede mig ihjel,
        død af grin, jeg dør 😂, dør for, dø for, til at dø for, til å dø for, dødlækker, dødgod, dødlækkert, dødsgod,
        dødsfed, dødfed, dødskul, dødsbra, drabelig god, dræber tilbud, bombe af smag, smagsbombe, smaksbombe,
        smagseksplosion, smakseksplosjon, eksplosion af smag, badebombe, sexbombe, bragende, brandgod, brandgode,
        brænder for, brenner for, fyr og flamme, i fyr og flamme, fyrværkeri, fyrverkeri, smelter på tungen,
        smelter i munden, smelter på tunga, smelter i munnen, mit hjerte smelter, hjertet smelter, stjålet mit hjerte,
        stjal mitt hjerte, stjal showet, stjæler showet, knust hjerte, knuser mit hjerte, bryde isen, brøt isen,
        rekorden er slået, sygt god, sygt godt, sygt fed, sygt lækker, syg god, syg beat, sykt bra, sykt god,
        sykt gode, sykt fint, sinnssykt bra, sindssygt godt, sindssygt god, sindssyg god, vanvittig god,
        vanvittig godt, vanvittigt godt, helt vildt god, vildt god, vildt godt, helt vild med, vild med, jævlig god,
        jævlig bra, jævla bra, jævla god, faen så bra, faen så godt, fy faen så bra, fy faen så godt, fandeme godt,
        fandeme lækkert, pisse godt, pisselækkert, pissegod, dritgod, dritkult, skide god, skidegodt, ikke dårligt,
        ikke dårlig, slet ikke dårligt, slett ikke verst, ikke verst, ikke værst, slet ikke værst, blodappelsin,
        blod appelsin, nervepirrende, gyserfilm, horror, krimi, krim, krimserie, true crime, thriller, slutboss,
        escape room, death metal, burde være ulovligt, burde vært ulovlig, ulovligt lækkert, ulovligt godt,
        ulovlig god, kriminelt godt, kriminelt lækkert, syndigt godt, farligt godt, farlig god, farligt lækkert,
        farlig for min pengepung, vanedannende, afhængighedsskabende, værd at vente på, verdt å vente på,
        ventetiden værd, kan ikke vente, kan næsten ikke vente, kan nesten ikke vente, venter i spænding,
        venter spændt, ingen problemer, uden problemer, uten problemer, intet problem, ingen problem, kaffepause,
        lifehack, hackathon, i gang, gik lige, slå til, godt nyt, til gode, ledige stunder, lækker mad
    """,
}
