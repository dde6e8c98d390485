"""Polish."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        zwrot, zwrotu, zwroty, zwrotów, zwrócić, zwróciłem, zwróciłam, zwracam, zwróćcie, zwrócili, zwrot pieniędzy,
        zwrotu pieniędzy, zwrotu kosztów, moje pieniądze, oddajcie pieniądze, oddać pieniądze, oddajcie,
        pieniądze z powrotem, odesłać, odesłałem, odesłałam, odesłane, odszkodowanie, odszkodowania, rekompensata,
        rekompensaty, rekompensatę, wymiana towaru, wymienić towar, etykieta zwrotna, chargeback,
        bon podarunkowy zamiast, odstąpienie od umowy
    """,
    "delivery": """
        dostawa, dostawy, dostawę, dostawie, dostarczyć, dostarczono, dostarczona, dostarczony, dostarczone, paczka,
        paczki, paczkę, paczce, paczek, przesyłka, przesyłki, przesyłkę, zamówienie, zamówienia, zamówieniu,
        moje zamówienie, numer zamówienia, zamówiłem, zamówiłam, zamówione, zamówiony, wysyłka, wysyłki, wysłane,
        wysłana, wysłano, kurier, kuriera, kurierem, kurierzy, inpost, paczkomat, paczkomatu, paczkomacie, dpd,
        poczta, poczty, śledzenie, numer śledzenia, nie dotarła, nie dotarło, nie dotarł, nie przyszła, nie przyszło,
        nie przyszedł, nie doszła, nie doszło, nie dostałem, nie dostałam, nie otrzymałem, nie otrzymałam, w drodze,
        przedsprzedaż, odbiór, zaginęła, zgubiliście, awizo
    """,
    "broken": """
        zepsuty, zepsuta, zepsute, zepsuło się, zepsuł się, zepsuła się, popsuł się, popsuło się, nie działa,
        nie działają, nie działa mi, przestał działać, przestała działać, przestało działać, nie włącza się,
        nie ładuje, nie ładuje się, nie otwiera się, nie uruchamia się, nie odpala, nie łączy się, nie mogę połączyć,
        zawiesza się, zacina się, zacina, wiesza się, wywala, wywala mnie, wysypuje się, crashuje, wyłącza się, błąd,
        błędy, błędu, kod błędu, komunikat błędu, wyskakuje błąd, bug, bugi, zbugowane, laguje, lagi, lag, uszkodzony,
        uszkodzona, uszkodzone, uszkodzenie, pęknięty, pęknięta, pęknięte, pękł, pękła, rozpada się, rozpadł się,
        rozpadły się, rozkleiły, podarte, dziura, cieknie, przecieka, usterka, usterki, awaria pralki, wadliwy,
        wadliwa, wadliwe, wada, naprawa, naprawy, naprawę, naprawić, naprawcie, naprawiony, serwis, gwarancja,
        gwarancji, gwarancję, reklamacja, reklamacji, reklamację, wymiana, wymianę, wymienić, czarny ekran, rozłącza,
        rozłącza się, zrywa połączenie
    """,
    "access": """
        zalogować, zalogować się, nie mogę się zalogować, nie mogę zalogować, logowanie, logowania, login, hasło,
        hasła, reset hasła, zresetować hasło, moje konto, mojego konta, na konto, konto zablokowane,
        zablokowane konto, zablokowane, zablokowana, zablokowany, zablokowaliście, zablokowali, blokada, odblokować,
        odblokujcie, odblokowanie, zawieszone konto, zbanowane, zbanowany, ban, bana, kod weryfikacyjny, kod sms,
        kod nie przychodzi, weryfikacja, aktywacja, aktywować, moja karta, moją kartę, karta odrzucona, odrzucona,
        karta zablokowana, dostęp, dostępu, brak dostępu, nie mam dostępu, nazwa użytkownika, pin, blik
    """,
    "billing": """
        pobrano, pobraliście, pobrali, pobrane, pobrało, pobrana, podwójnie pobrano, dwa razy, pobrano dwa razy,
        obciążyliście, obciążenie, obciążono, naliczono, naliczyliście, naliczona, opłata, opłaty, opłatę, opłat,
        ukryte opłaty, faktura, faktury, fakturę, faktur, rachunek, rachunki, rachunku, płatność, płatności,
        zapłaciłem, zapłaciłam, zapłacić, zapłacone, przelew, przelewu, przelewy, subskrypcja, subskrypcji,
        subskrypcję, abonament, abonamentu, odnowiono, odnowiła się, automatycznie przedłużona, przedłużenie,
        prowizja, prowizje, kaucja, saldo, wyciąg, paragon, doładowanie, punkty, moje punkty, wezwanie do zapłaty,
        windykacja
    """,
    "cancel": """
        anulować, anulowane, anulowana, anulowano, anulowaliście, anulowanie, anuluj, anuluję, rezygnacja, rezygnuję,
        zrezygnować, wypowiedzenie, wypowiedzieć umowę, rozwiązać umowę, odwołany, odwołana, odwołane, odwołano,
        wypisać się, usunąć konto, zamknąć konto, przełożyć, zmienić rezerwację, przebukować, odstąpić
    """,
    "waiting": """
        czekam, nadal czekam, wciąż czekam, dalej czekam, czekamy, czekałem, czekałam, czekanie, czekania,
        ile można czekać, ile jeszcze, ile mam czekać, brak odpowiedzi, bez odpowiedzi, żadnej odpowiedzi,
        zero odpowiedzi, zero odzewu, brak odzewu, brak kontaktu, zero kontaktu, nikt nie odpowiada,
        nikt nie odpisuje, nikt nie odbiera, nikt się nie odzywa, nie odpowiadacie, nie odpisujecie, nie odpisuje,
        nie odpowiada, nie odbierają, nikt nic nie wie, ignorujecie, ignorujecie mnie, ignorowany, olewacie, olewają,
        rozłączyli, rozłączają się, odsyłają, odsyłany, zbywacie, zbywają, od tygodnia, od dwóch tygodni,
        od 2 tygodni, od 3 tygodni, od miesiąca, od miesięcy, od dwóch miesięcy, od kilku dni, od kilku tygodni,
        od trzech dni, od 3 dni, od godziny, od wczoraj, tydzień temu, dwa tygodnie temu, miesiąc temu, trzeci raz,
        drugi raz, po raz trzeci, po raz kolejny, kolejny raz, kilka razy, dzwoniłem, dzwoniłam, dzwonię, pisałem,
        pisałam, pisałem maila, wysłałem maila, wysłałam maila, kolejka, kolejce, w kolejce, na infolinii,
        numer zgłoszenia, zgłoszenie, zgłoszenia, nadal nic, dalej nic, wciąż nic, i nic, nadal nie, wciąż nie,
        dalej nie, do tej pory, kiedy w końcu
    """,
    "help": """
        pomoc, pomocy, pomóżcie, pomoże, pomożecie, potrzebuję pomocy, proszę o pomoc, czy ktoś może pomóc,
        możecie pomóc, możecie mi pomóc, obsługa klienta, obsługi klienta, biuro obsługi, bok, infolinia, infolinię,
        infolinii, support, wsparcie, wsparcia, konsultant, konsultanta, konsultantka, pracownik, pracownica, czat,
        chatbot, bot, skarga, skargę, skargi, napisałem w dm, napisałam na priv, wysłałem wiadomość prywatną, na priv,
        w wiadomości prywatnej, sprawdźcie dm, sprawdźcie wiadomości, rozwiązać problem, rozwiążcie, rozwiązanie,
        niemiła, niemiły, chamski, chamska, opryskliwa
    """,
    "how_to": """
        jak mogę, jak można, jak zrobić, jak to zrobić, jak zmienić, jak włączyć, jak wyłączyć, jak zresetować,
        jak zwrócić, jak działa, jak aktywować, gdzie mogę, gdzie znajdę, gdzie jest moja, gdzie jest moje,
        gdzie jest, czy można, czy da się, da się, czy mogę, czy muszę, co mam zrobić, co muszę, co zrobić, co robić,
        ile trwa, ile czasu, jak długo, godziny otwarcia, do której, od której, czy jest otwarte,
        czy jesteście otwarci, otwarte w niedzielę, ustawienia, ustawieniach, ustawić, instrukcja, instrukcji,
        która aplikacja, kiedy przyjdzie, kiedy dotrze, kiedy będzie moja
    """,
    "booking": """
        lot, lotu, loty, samolot, bagaż, bagażu, walizka, walizkę, walizki, miejsce w, odprawa, odprawy, odprawić,
        przesiadka, rezerwacja, rezerwacji, rezerwację, zarezerwowałem, zarezerwowałam, pokój, pokoju, hotel, hotelu,
        pociąg, pociągu, pociągi, pkp, intercity, autobus, autobusu, tramwaj, metro, peron, dworzec, przystanek,
        bilet, bilety, biletu, biletów, opóźnienie, opóźnienia, opóźniony, opóźniona, spóźniony, rozkład, rozkładu,
        pasażer, pasażerowie, pasażerów, konduktor, lotnisko, lotnisku, odlot, odjazd, winda, klimatyzacja, warsztat,
        wizyta, recepta, recepty, apteka, ubezpieczenie, polisa, szkoda
    """,
    "connection": """
        wifi, internet, internetu, brak internetu, nie mam internetu, sieć, sieci, zasięg, zasięgu, brak zasięgu,
        router, modem, transmisja danych, roaming, sim, esim, karta sim, światłowód, prędkość, licznik, serwer,
        serwery, aplikacja, apka, apki, aplikacji, strona, strony, aktualizacja, aktualizacji, bluetooth, ładowarka,
        bateria, baterii, ekran, zapis gry, postęp
    """,
    "wrong_item": """
        zły towar, zły rozmiar, zły kolor, nie ten rozmiar, nie ten produkt, zły produkt, inny produkt, inny rozmiar,
        pomylone zamówienie, pomyliliście, przyszło coś innego, brakuje, brakowało, brak jednego, niekompletne,
        puste pudełko, pusta paczka, puste, przeterminowany, przeterminowane, przeterminowana, po terminie,
        data ważności, spleśniały, spleśniałe, spleśniała, pleśń, zgniłe, zepsute mięso, zgniły, włos w, używany,
        brudny, brudne, brudna, plamy, niezgodny z opisem, niezgodne z opisem, śmierdzi
    """,
    # What endangers people or the brand
    "danger": """
        zapalił się, zapaliła się, zapaliło się, pali się, w płomieniach, płomienie, pożar, pożaru, ogień, dym, dymi,
        dymi się, zapach spalenizny, spalenizna, śmierdzi spalenizną, czuć gaz, zapach gazu, ulatnia się gaz,
        wyciek gazu, wybuchł, wybuchła, wybuchło, wybuch, eksplodował, eksplodowała, eksplozja, iskry, iskrzy,
        poraził prąd, poraził mnie prąd, porażenie prądem, poparzenie, poparzenia, poparzył, poparzyła, poparzyłem,
        oparzenie, ranny, ranna, ranni, obrażenia, krew, krwawi, karetka, karetkę, pogotowie, szpital, szpitalu,
        szpitala, sor, nieprzytomny, nieprzytomna, zemdlał, zemdlała, zadławił, zadławiło się, zakrztusił, dusi się,
        udusić, hamulce, hamulce nie działają, brak hamulców, poduszka powietrzna, poduszki powietrzne, wypadek, czad,
        tlenek węgla, gołe przewody, przegrzewa się, stopił się, stopiła się, spuchła bateria, spuchnięta bateria,
        niebezpieczny, niebezpieczna, niebezpieczne, niebezpieczeństwo, zagrożenie, zagraża życiu, ktoś zginie,
        mógł zginąć, mogło zabić, prawie zginął, uwięziony, uwięzieni, uwięziona, utknąłem w windzie,
        utknęliśmy w windzie, utknęłam w windzie, zamknięci w, nie mogę oddychać, ewakuacja, ewakuowano,
        straż pożarna, 112, nagły wypadek, zaatakował, napadł, napaść, groził, grożą, groźby, bomba, broń, nóż,
        rakotwórczy, azbest, wykoleił się, udar cieplny, drgawki, przedawkowanie, zła dawka, złe dawkowanie, zły lek
    """,
    "poison": """
        zatrucie, zatrucie pokarmowe, zatrucia, zatruł, zatruła, zatrułem, zatrułam, zatruliśmy, salmonella,
        salmonellę, listeria, e coli, reakcja alergiczna, reakcję alergiczną, alergia, alergii, alergen, alergeny,
        wstrząs anafilaktyczny, nieoznaczony, brak na etykiecie, nie ma na etykiecie, nie było na etykiecie, orzeszki,
        orzechy w, szkło w, kawałek szkła, kawałki szkła, metal w, kawałek metalu, plastik w, kawałek plastiku,
        wymiotuje, wymioty, wymiotował, wymiotowała, wymiotowaliśmy, biegunka, rozchorował, rozchorowaliśmy,
        zachorował, zachorowała, wysypka, wysypkę, skażony, skażone, skażenie, skutki uboczne, skutek uboczny,
        toksyczny, toksyczne, trujący, trujące, robaki, robak, robaka, larwy, szczury, szczur, mysz w, myszy,
        karaluch, karaluchy, pluskwy
    """,
    "self_harm": """
        zabić się, zabiję się, chcę się zabić, samobójstwo, samobójstwa, popełnić samobójstwo, nie chcę żyć,
        nie chce mi się żyć, chcę umrzeć, skończyć z sobą, skończę ze sobą, odebrać sobie życie, targnąć się na życie,
        zrobić sobie krzywdę, tnę się, okaleczam, beze mnie będzie lepiej, już się nie obudzić, skoczyć z,
        nie mam po co żyć, zakończyć życie
    """,
    "death": """
        umarł, umarła, umarli, zmarł, zmarła, zmarli, nie żyje, zginął, zginęła, zginęli, śmierć, śmierci, śmiertelny,
        śmiertelne, śmiertelna, zabił, zabiła, zabija, zgon, zgony, pogrzeb, ofiary śmiertelne
    """,
    "legal": """
        prawnik, prawnika, prawnikiem, adwokat, adwokata, radca prawny, pozew, pozwu, pozwę, pozywam, pozwać,
        pozew zbiorowy, sąd, sądu, sądzie, do sądu, kroki prawne, droga sądowa, na drogę sądową, rodo, ochrona danych,
        prawa autorskie, praw autorskich, znak towarowy, nielegalne, nielegalny, nielegalna, nielegalnie,
        niezgodne z prawem, bezprawne, łamanie prawa, łamiecie prawo, naruszenie umowy, klauzula niedozwolona,
        przedsądowe wezwanie, zniesławienie, rzecznik praw
    """,
    "authority": """
        policja, policję, policji, na policję, uokik, rzecznik konsumentów, rzecznika konsumentów, inspekcja handlowa,
        sanepid, sanepidu, uodo, knf, ure, uke, urząd, rzecznik finansowy, prokuratura, prokuratury, prokuratorze,
        śledztwo, dochodzenie, kontrola skarbowa, pip, inspekcja pracy, zgłaszam do, zgłoszę do, zgłosiłem do,
        zawiadomienie, zawiadomienie o przestępstwie, kara finansowa, mandat, gif, federacja konsumentów
    """,
    "breach": """
        wyciek danych, wyciek, wyciekły, wyciekły dane, wyciekło, wycieku, kradzież danych, skradzione dane,
        naruszenie danych, zhakowane, zhakowali, zhakowany, zhackowali, zhackowane, shakowane, włamanie,
        włamanie na konto, włamali się, haker, hakerzy, cyberatak, moje dane, dane osobowe, danych osobowych,
        dane klientów, cudze dane, dane innych, dane innej osoby, czyjeś konto, cudze konto, phishing, ransomware,
        luka w zabezpieczeniach, luka, kradzież tożsamości, nieautoryzowana, nieautoryzowane, nieuprawniony dostęp,
        wyczyścili konto, wyczyszczone konto, ukradli, ukradziono, skradziono, skradziony
    """,
    "boycott": """
        bojkot, bojkotować, bojkotuję, bojkotujemy, bojkotujcie, nie kupujcie, usuńcie aplikację, usuwam aplikację,
        udostępniajcie, udostępnij, podajcie dalej, podaj dalej, rt proszę, niech wszyscy wiedzą,
        wszyscy powinni wiedzieć, viral, niesie się, trenduje, wstyd dla marki, gównoburza, protest, protesty,
        petycja, petycję, oburzenie, strajk, afera
    """,
    "hate": """
        rasistowski, rasistowska, rasistowskie, rasizm, rasista, rasiści, seksistowski, seksistowska, seksistowskie,
        seksizm, homofobia, homofobiczny, homofobiczna, homofobiczne, transfobia, transfobiczny, antysemicki,
        antysemityzm, ksenofobia, islamofobia, mizoginia, dyskryminacja, dyskryminujecie, dyskryminuje,
        dyskryminowany, dyskryminowana, molestowanie, molestował, molestowana, obraźliwy, obraźliwa, obraźliwe,
        obrażacie, obraził, niesmaczna, niesmaczny, niesmaczne, nazista, wózek inwalidzki, na wózku, ableizm, zwyzywał
    """,
    "wrongdoing": """
        praca dzieci, pracę dzieci, wyzysk, wyzyskujecie, praca przymusowa, niewolnicza, zanieczyszczacie,
        zanieczyszczają, zanieczyszczenie, trujecie, zrzucacie, wylewają, ścieki do, greenwashing, łapówka, łapówki,
        korupcja, tuszujecie, tuszowanie, zatuszować, zamieść pod dywan, ukrywacie, ukrywają, ukrywaliście, skandal,
        okłamujecie, okłamaliście, kłamiecie, kłamią, kłamaliście, oszustwo, oszustwa, unikanie podatków,
        znęcanie się nad zwierzętami, testowane na zwierzętach, testujecie na zwierzętach, niewypłacone pensje,
        nie płacicie pracownikom, deepfake, wewnętrzne dokumenty, wyciekło nagranie, dowody, wprowadza w błąd,
        wprowadzacie w błąd, wprowadzająca w błąd, nieuczciwa reklama, fałszywa reklama, usuwacie komentarze,
        kasujecie komentarze, usunęliście mój komentarz, usunięty komentarz, wycinka lasów, sygnalista
    """,
    "recall": """
        wycofanie produktu, wycofanie, wycofane z rynku, wycofać z rynku, wycofajcie, wycofać ze sprzedaży,
        akcja serwisowa, numer partii, partia, seria produktu, nie jedzcie, nie kupujcie tego, nie używajcie,
        nie spożywać, ostrzegam, ostrzeżenie, ostrzegamy, uważajcie, uważajcie na, uwaga na, ostrożnie, alert
    """,
    "outage": """
        awaria, awarii, awarię, globalna awaria, wszystko leży, leży, serwery leżą, serwery padły, padło, padł system,
        padły serwery, nie działa nic, nic nie działa, nie działa u nikogo, brak prądu, nie ma prądu, bez prądu,
        przerwa w dostawie, bez ogrzewania, nie ma ogrzewania, brak wody, nie ma wody, bez wody, nie ma ciepłej wody,
        całe miasto, cała ulica, całe osiedle, cała dzielnica, cały kraj, cała polska, w całej polsce, cały blok,
        cały region, u wszystkich, wszystkim, nikt nie może, tylko u mnie, tylko ja, czy tylko ja, czy tylko u mnie,
        u kogoś jeszcze, ktoś jeszcze, inni też, terminale nie działają, wszystkie sklepy
    """,
    "stranded": """
        utknąłem, utknęłam, utknęliśmy, utknęli, utknięci, uziemieni, koczujemy, koczujemy na lotnisku,
        śpimy na lotnisku, spać na podłodze, śpimy na podłodze, bez hotelu, zostawiliście nas, zostawili nas,
        zostawieni sami sobie, porzuceni, w szczerym polu, w środku nocy, na mrozie, w zimnie, na zimnie,
        spóźnię się na, spóźniłem się na lot, nie zdążę, nie zdążymy, straciłem przesiadkę, ucieknie mi, uciekł mi,
        nie mogę wrócić do domu, nie możemy wrócić, laweta, na poboczu, stoimy w polu, stoimy od
    """,
    "vulnerable": """
        niemowlę, niemowlak, noworodek, dziecko, dzieci, dziecka, dziecku, mój syn, moja córka, córeczka, synek,
        starsi, starsza osoba, seniorzy, moja mama, moja matka, mój tata, babcia, babci, dziadek, niepełnosprawny,
        niepełnosprawna, niepełnosprawnych, wózku, w ciąży, insulina, insuliny, cukrzyca, cukrzyk, dializa, tlen,
        respirator, lek, leki, leków, lekarstwa, inhalator, chemia, rak, astma, padaczka, operacja, rozrusznik,
        niewidomy, autyzm, pacjenci, moi pacjenci
    """,
    # What the brand does
    "announcement": """
        zapowiedź, zapowiedzi, zapowiedzieliście, ogłoszenie, ogłosiliście, ogłaszacie, ogłosili, komunikat prasowy,
        prezentacja, zaprezentowano, teaser, zwiastun, trailer, wasz artykuł, wasz wpis o, właśnie przeczytałem,
        właśnie przeczytałam, czytałem że, czytałam że, słyszałem że, słyszałam że, widziałem że, podobno,
        czy to prawda, to prawda że, kampania, kampanii, nowa reklama, wasza reklama, reklama, wydarzenie, transmisja,
        webinar, newsletter, wiadomość, dobra wiadomość, świetna wiadomość, super wiadomość, wyniki kwartalne,
        raport roczny
    """,
    "launch": """
        premiera, premiery, premierę, data premiery, wychodzi, wyjdzie, wyszedł, wyszła, kiedy wyjdzie,
        kiedy premiera, kiedy będzie w polsce, kiedy w polsce, w polsce, już dostępne, nowa funkcja, nowe funkcje,
        nowa wersja, nowy model, nowa kolekcja, nowa linia, nowa trasa, nowe połączenie, nowa aktualizacja,
        nowy sezon, nowe logo, nowy wygląd, nowy design, nowy smak, nowe smaki, nowy sklep, otwarcie, otwieracie,
        otworzycie, beta, nowa aplikacja, nowe menu, nowe opakowanie, nowa receptura, nowy przepis, wraca, wróciło,
        powrót, przywróćcie, nowa płyta, kontynuacja, sezon 2, dlc, dodatek, nowa oferta, nowy regulamin,
        nowe warunki, wycofujecie z oferty
    """,
    "company": """
        fuzja, przejęcie, przejęliście, nowy prezes, prezes, ceo, zwolnienia grupowe, zwolnienia, zwalniacie,
        neutralność klimatyczna, zrównoważony rozwój, zrównoważony, ekologiczny, odnawialne, partnerstwo z,
        współpraca z, sponsorujecie, siedziba, giełda, akcje, akcjonariusze, darowizna, fundacja, zobowiązanie,
        podwyżka, podwyżki, podwyżka cen, podnosicie ceny, czterodniowy tydzień, inwestycja w
    """,
    "contest": """
        konkurs, konkursu, konkursie, konkursy, rozdanie, losowanie, losowaniu, loteria, nagroda, nagrody, nagrodę,
        zwycięzca, zwycięzcy, zwyciężczyni, wygrałem, wygrałam, wygrał, wygrać, wygrana, kto wygrał, wygraj,
        chcę wygrać, chciałabym wygrać, chciałbym wygrać, biorę udział, bierzemy udział, udział w konkursie,
        wziąć udział, zgłaszam się, zgłaszam, regulamin konkursu, oznaczam, oznacz, oznaczyć, udostępniłam,
        udostępniłem, polubione i udostępnione, obserwuję, trzymam kciuki, kciuki, powodzenia wszystkim, powodzenia,
        może tym razem się uda, może się uda, próbuję szczęścia, głosować, głosuję, głos na, głosowanie, jury,
        wyzwanie, kalendarz adwentowy, termin zgłoszeń, do kiedy trwa, quiz
    """,
    # What is said kindly
    "thanks": """
        dziękuję, dziękujemy, bardzo dziękuję, serdecznie dziękuję, dzięki, wielkie dzięki, dzięki wielkie, dzięki za,
        dzięki wam, podziękowania, pozdrowienia dla, wdzięczny, wdzięczna, brawa dla, brawo dla, ukłony, szacun,
        szacunek, ratujecie życie, uratowaliście mi dzień, świetna obsługa, super obsługa, najlepsza obsługa,
        wzorowa obsługa, profesjonalna obsługa, szybka pomoc, pomocna pani, pomocny pan
    """,
    "love": """
        kocham, kochamy, kocham was, uwielbiam, uwielbiamy, ubóstwiam, zakochana, zakochany, zakochałam się, ulubiony,
        ulubiona, ulubione, najlepszy, najlepsza, najlepsze, najlepsi, jesteście najlepsi, super, świetny, świetna,
        świetne, świetnie, wspaniały, wspaniała, wspaniałe, cudowny, cudowna, cudowne, cudo, cudownie, niesamowity,
        niesamowita, niesamowite, rewelacja, rewelacyjny, rewelacyjna, rewelacyjne, genialny, genialna, genialne,
        fantastyczny, fantastyczna, fantastyczne, doskonały, doskonała, doskonałe, znakomity, znakomite, idealny,
        idealna, idealne, perfekcyjny, mega, ekstra, bomba 🔥, sztos, petarda, zajebiste, zajebisty, zajebista, kozak,
        złoto, piękny, piękna, piękne, śliczny, śliczna, śliczne, przepiękny, przepiękne, pyszny, pyszne, pyszna,
        przepyszne, pycha, smaczne, smaczny, zadowolony, zadowolona, bardzo zadowolona, szczęśliwa, szczęśliwy,
        zachwycona, zachwycony, pod wrażeniem, polecam, polecam wszystkim, gorąco polecam, godne polecenia, warto,
        warte swojej ceny, warte każdej złotówki, arcydzieło, uzależniona od, miły, miła, mili, miłe, przemiła,
        przemiły, pomocni, fajny, fajna, fajne, cool, 10/10, pięć gwiazdek, 5 gwiazdek, wow
    """,
    "greeting": """
        dzień dobry wszystkim, dobry wieczór, dobranoc, miłego dnia, miłego wieczoru, miłego weekendu,
        udanego weekendu, udanego dnia, wesołych świąt, szczęśliwego nowego roku, wszystkiego najlepszego, sto lat,
        wesołego alleluja, pozdrawiam, pozdrawiamy, pozdro, serdecznie pozdrawiam, cześć wszystkim, hej wszystkim,
        witam wszystkich, do zobaczenia, buziaki, uściski, miłej niedzieli, smacznego, piątek piąteczek
    """,
    "fan": """
        fan, fanka, fanem, fani, wielki fan, wielka fanka, fanart, cosplay, tatuaż, społeczność, mój kot, mój pies,
        moja kotka, moja kolekcja, kolekcja, od dziecka, dzieciństwo, z dzieciństwa, jak byłem mały, jak byłam mała,
        gdy byłam mała, wspomnienia, nostalgia, stały klient, stała klientka, wierny klient, klientka od lat,
        klient od lat, od 20 lat, od lat, maraton, w kółko, na zapętleniu, rekord, selfie, zachód słońca, widok,
        zdjęcie, stylówka, przepis, ugotowałam, upiekłam, sama zrobiłam, admin, adminie, stażysta,
        kto prowadzi ten profil, ten profil, mem, memy
    """,
    "congratulations": """
        gratulacje, gratuluję, gratulujemy, brawo, brawo wy, zasłużone, zasłużona, zasłużenie, dumny, dumna, dumni,
        duma, cieszę się, cieszymy się, nie mogę się doczekać, nie możemy się doczekać, doczekać się, w końcu,
        nareszcie, najwyższy czas, oby tak dalej, tak trzymać, hype
    """,
    # Who wants to buy
    "price": """
        cena, ceny, cenę, cenie, cen, ile kosztuje, ile kosztują, ile to kosztuje, ile to będzie kosztować, jaka cena,
        jaka jest cena, po ile, kosztuje, koszt, koszty, drogi, drogo, drogie, droga cena, tani, tanio, tanie, taniej,
        tańszy, zniżka, zniżki, zniżkę, rabat, rabaty, rabatu, kod rabatowy, kupon, promocja, promocji, promocje,
        wyprzedaż, black friday, oferta, ofertę, wycena, wycenę, miesięcznie, na miesiąc, za miesiąc, okres próbny,
        za darmo wypróbować, darmowa dostawa, koszt dostawy, koszt wysyłki, hurt, hurtowo, hurtowe, zniżka studencka,
        plan rodzinny, dla firm, finansowanie, raty, na raty, ratach, kredyt, kredytu, pożyczka, hipoteczny,
        oprocentowanie, leasing
    """,
    "buy": """
        kupić, kupię, kupiłem, kupiłam, kupuję, kupno, zakup, zakupu, chcę kupić, chciałbym kupić, chciałabym kupić,
        gdzie kupić, gdzie kupię, gdzie mogę kupić, gdzie można kupić, gdzie dostanę, gdzie to kupię,
        gdzie znajdę ten, chcę to, chcę taki, muszę to mieć, muszę mieć, potrzebuję takiego, zainteresowany,
        zainteresowana, zainteresowani, jestem zainteresowany, jestem zainteresowana, zastanawiam się nad, rozważam,
        zamówić, chcę zamówić, chciałabym zamówić, w sklepie, w sklepach, stacjonarnie, najbliższy sklep,
        dystrybutor w, zostać klientem, przejść do was, przenieść numer, przenieść się, założyć konto, otworzyć konto,
        jazda próbna, jazdę próbną, demo, handlowiec, dział sprzedaży, karta podarunkowa, na prezent, prezent dla,
        dla naszej firmy, do naszej firmy, do biura, pracowników, licencje
    """,
    "availability": """
        na stanie, dostępny, dostępna, dostępne, dostępność, dostępności, niedostępny, niedostępna, wyprzedany,
        wyprzedane, wyprzedana, brak w magazynie, wróci do sprzedaży, będzie dostępny, będzie dostępna, będą dostępne,
        znów dostępne, kiedy będzie, kiedy będą, czy macie, macie, macie w, czy jest, czy są, czy będzie,
        sprzedajecie, wysyłacie, wysyłacie do, czy wysyłacie, dowozicie, czy dowozicie, oferujecie, w czarnym,
        w niebieskim, w czerwonym, w białym, w zielonym, w rozmiarze, rozmiar, rozmiary, tabela rozmiarów,
        jaki rozmiar, jaki model, jaki kolor, kolor, kolory, kolorze, czym się różni, różnica między, lepszy niż,
        kompatybilny, kompatybilna, kompatybilne z, czy pasuje, pasuje do, czy działa z, wegańskie, wegański,
        wegańska, wegetariański, bez glutenu, bezglutenowe, bez laktozy, wodoodporny, wodoodporne, zasięg auta,
        wymiary, zwierzęta dozwolone, czy można z psem, można z psem, śniadanie w cenie, wolne miejsca,
        są jeszcze miejsca, wolne pokoje
    """,
    # Press and partners
    "press": """
        dziennikarz, dziennikarka, dziennikarze, dziennikarzem, reporter, reporterka, redaktor, redakcja, redakcji,
        piszę artykuł, piszę tekst, piszę dla, przygotowuję materiał, przygotowujemy materiał, przygotowuję artykuł,
        artykuł o, artykuł na temat, materiał o, reportaż o, reportaż, biuro prasowe, kontakt prasowy, dział prasowy,
        rzecznik prasowy, rzecznik, rzecznikiem, komentarz do sprawy, prośba o komentarz, proszę o komentarz,
        oświadczenie, oficjalne stanowisko, stanowisko firmy, wywiad, wywiadu, wywiady, gazeta, magazyn, radio,
        telewizja, tv, dokument, podcast, publikujemy jutro, publikacja, opublikować, deadline, materiały prasowe,
        akredytacja, wykorzystać nagranie, wykorzystać wasze zdjęcie, pap
    """,
    "partner": """
        współpraca, współpracy, współpracę, współpracować, współpracujemy, partnerstwo, partner, partnerem,
        partnerski, sponsor, sponsorem, sponsoring, sponsorować, sponsora, ambasador, ambasadorka, ambasadorem,
        influencer, influencerka, influencerzy, twórca, twórczyni, twórców, ugc, media kit, moi obserwatorzy,
        mój kanał, mojego kanału, mój blog, blogerka, bloger, nasz festiwal, nasze wydarzenie, nasza fundacja,
        nasze stowarzyszenie, nasza szkoła, stowarzyszenie, charytatywny, charytatywna, zbiórka, zbiórkę,
        organizacja pozarządowa, wolontariusze, prelegent, prelegentka, wykład, konferencja, panel, afiliacja,
        recenzja produktu, do recenzji, produkt do testów, unboxing, subskrybentów, nasi czytelnicy, dostawca,
        dystrybucja, zostać dystrybutorem, uczelnia, uniwersytet, studenci, praca magisterska, praca licencjacka,
        ankieta, nominacja, nominowani, zaprosić, zaproszenie, gość
    """,
    "job": """
        praca u was, pracować u was, pracuję u was, praca, pracę, pracy szukam, oferta pracy, oferty pracy,
        rekrutacja, rekrutacji, rekruter, aplikować, aplikowałem, aplikowałam, cv, staż, stażu, praktyki,
        rozmowa kwalifikacyjna, zatrudniacie, zatrudnienie, kariera, pierwszy dzień w pracy, nowa praca,
        koledzy z pracy, były pracownik, była pracownica
    """,
    # Nothing to do
    "money_spam": """
        krypto, kryptowaluty, kryptowalut, bitcoin, airdrop, nft, forex, trading, sygnały tradingowe, inwestuj,
        inwestować, inwestycja, inwestycje, inwestycji, zainwestowałem, zainwestowałam, zysk, zyski, zysków, zarabiaj,
        zarabiam, zarobić, zarobiłem, zarobiłam, zarobek, dochód pasywny, dodatkowy dochód, dziennie, tygodniowo,
        z domu, praca z domu, wolność finansowa, bogactwo, kasyno, zakłady, bukmacher, sloty, szybka pożyczka,
        chwilówka, pożyczka bez bik, schudnąć, schudnij, odchudzanie, viagra, cbd, darmowy iphone, wygrałeś,
        wygrała pani, zostałeś wybrany, zostałaś wybrana, odbierz, odbierz nagrodę, portfel krypto, wallet,
        wypłata zysków, wypłaciłem, dzięki panu, mentor
    """,
    "look_alike": """
        skontaktuj się z @anyone, napisz do @anyone, napisz na @anyone, skontaktuj się z, drogi kliencie,
        szanowny kliencie, szanowna klientko, zweryfikuj swoje, zweryfikuj konto, potwierdź swoje dane,
        potwierdź dane, twoje konto zostanie, twoje konto zostało, państwa konto zostanie, twoja paczka czeka,
        dopłata do paczki, dopłać, zaktualizuj dane, wypełnij formularz, kliknij tutaj, kliknij w link, kliknij link,
        link poniżej, w linku, whatsapp, na whatsapp, telegram, na telegramie, pomógł mi odzyskać,
        pomogła mi odzyskać, odzyskałem pieniądze, odzyskać środki, odzyskiwanie, etyczny haker, wyślij dane,
        wyślij swoje dane, dane karty, numer karty, oficjalne wsparcie, oficjalny support
    """,
    "follow_bait": """
        obserwuj mnie, obserwujcie mnie, obs za obs, follow za follow, follow, odwdzięczam się, zasubskrybuj mój,
        subskrybujcie mój, zapraszam na mój profil, zapraszam na mój kanał, zapraszam do mnie, wpadnij na mój,
        wbijajcie na mój, mój profil, link w bio, link w moim bio, onlyfans, kup obserwujących, obserwujący,
        więcej obserwujących, tanie lajki, lajki, pozycjonowanie, seo, strony internetowe, tworzę strony,
        projektuję logo, grafik, moja nowa piosenka, mój nowy singiel, moja muzyka, posłuchajcie, głosujcie na mnie,
        samotne kobiety, gorące singielki, nagie zdjęcia, randki, replika, repliki, rolex, tanie zegarki,
        użyj mojego kodu, mój kod, kod polecający, pisanie prac, prace na zamówienie
    """,
    "off_topic": """
        pogoda, obiad, korki, wybory, polityka, polityk, piłka nożna, mecz wczoraj, pomyliłem konta, nie to konto,
        nie ta firma, zła osoba, test, ok, hm
    """,
    # How it is said
    "question_word": """
        co, kiedy, gdzie, dlaczego, czemu, kto, który, która, które, jaki, jaka, jakie, jak, ile, ilu, skąd, dokąd,
        czy, czy ktoś wie, wie ktoś, ktoś wie, wiecie może, czy wiecie, czy to prawda, pytanie, mam pytanie,
        takie pytanie, zastanawiam się czy
    """,
    "can_you": """
        możecie, moglibyście, czy możecie, może ktoś, czy ktoś może, czy moglibyście, mógłby ktoś, proszę, proszę o,
        poproszę, bardzo proszę, prosimy, prosiłbym, prosiłabym, chcę, chciałbym, chciałabym, chcielibyśmy,
        potrzebuję, żądam, oczekuję, domagam się, powiedzcie, dajcie znać, dajcie, wyślijcie, wyślijcie mi,
        zadzwońcie, zadzwońcie do mnie, skontaktujcie się, skontaktujcie się ze mną, odpiszcie, odpowiedzcie,
        odpowiedź, odpowiedzi, wyjaśnijcie, wytłumaczcie, wyjaśnienie, zróbcie coś, zróbcie z tym, ogarnijcie się,
        ogarnijcie, napraw, dodajcie, przywróćcie, sprawdźcie, czekam na odpowiedź, prośba
    """,
    "urgent": """
        pilne, pilnie, pilna, natychmiast, niezwłocznie, jak najszybciej, asap, szybko proszę, od razu, teraz, dziś,
        dzisiaj, dziś wieczorem, jutro, jutro rano, do jutra, do piątku, do poniedziałku, za godzinę, za 2 godziny,
        za dwie godziny, za 30 minut, za 10 minut, minut, ślub, wesele, pogrzeb, egzamin, ostatnia szansa, czynsz,
        pensja, wypłata, spieszy mi się, zaraz odjeżdża
    """,
    "again": """
        znowu, znów, ponownie, jeszcze raz, po raz kolejny, kolejny raz, nadal, wciąż, ciągle, zawsze, zawsze to samo,
        za każdym razem, codziennie, każdego dnia, co tydzień, jak zwykle, jak zawsze, trzeci raz, tygodnie, tygodni,
        miesiące, miesięcy, dni, godzin, od poniedziałku, od piątku, od wczoraj, od zeszłego tygodnia, już
    """,
    "mine": "ja, mi, mnie, mój, moja, moje, mojego, my, nas, nam, nasz, nasza, nasze",
    "yours": "wy, was, wam, wasz, wasza, wasze, waszej, państwo, państwa, ty, twój, ekipa",
    "complaint": """
        rozczarowany, rozczarowana, rozczarowanie, rozczarowujące, zawiedziony, zawiedziona, zawód, słaby, słaba,
        słabe, słabo, słabizna, zły, zła, złe, kiepski, kiepska, kiepskie, kiepsko, beznadzieja, beznadziejny,
        beznadziejna, beznadziejne, wściekły, wściekła, zdenerwowany, wkurzony, wkurzona, wkurza, wkurzające,
        irytujące, irytuje, denerwuje, denerwujące, frustrujące, mam dość, mam dosyć, dość tego, oszuści, oszust,
        oszukaliście, oszukany, oszukana, oszukujecie, naciąganie, naciągacze, zdzierstwo, złodzieje, złodziejstwo,
        kradzież, śmieci, syf, gówno, gówniany, szajs, badziew, badziewie, chłam, bubel, śmieszne, żałosne,
        niekompetentni, niekompetencja, nieprofesjonalne, nieprofesjonalna, bezużyteczny, bezużyteczne, bezużyteczna,
        wolno, powolny, powolna, za drogo, zbyt drogie, strata czasu, strata pieniędzy, wyrzucone pieniądze, wymówki,
        kłamcy, kłamstwo, kłamstwa, brak szacunku, lekceważenie, lekceważycie, niezadowolony, niezadowolona,
        nie polecam, odradzam, omijać szerokim łukiem, omijajcie, nigdy więcej, ostatni raz, straciliście klienta,
        straciliście klientkę, przechodzę do, zmieniam operatora, zmieniam bank, zero gwiazdek, jedna gwiazdka,
        problem, problemy, problemu, smutne, szkoda, niestety, nuda, brzydki, brzydkie, chaos, bałagan, burdel,
        coraz gorzej, jest coraz gorzej, pogorszyła się, jakość spadła, kurwa, kurde, cholera, cholerny, do dupy,
        dno dna, pierdolę, jebać, jebane, wtf, porażka, żenująco słabe, robicie sobie jaja, kpina
    """,
    "awful": """
        okropny, okropna, okropne, okropnie, straszny, straszna, straszne, tragedia, tragiczny, tragiczna, tragiczne,
        dramat, katastrofa, katastrofalny, koszmar, koszmarny, koszmarna, koszmarne, skandaliczne, skandaliczna,
        skandaliczny, niedopuszczalne, niedopuszczalny, nie do przyjęcia, wstyd, hańba, żenada, żenujące, żenujący,
        kompromitacja, obrzydliwe, obrzydliwy, obrzydliwa, ohyda, ohydne, najgorszy, najgorsza, najgorsze, najgorsi,
        gorszy, gorsze, dno, totalne dno, nienawidzę, nienawiść, piekło, bandyci, przestępcy, idioci, debile,
        spierdalajcie, patologia
    """,
    "sarcasm": """
        dzięki za nic, dziękuję za nic, no brawo, brawo wy, brawo 👏, brawa, oklaski, gratuluję pomysłu,
        gratulacje za, gratuluję poziomu, super obsługa nie ma co, nie ma co, no super, no świetnie, no pięknie,
        no po prostu pięknie, pięknie pięknie, co za niespodzianka, co za zaskoczenie, kto by się spodziewał,
        jak zwykle punktualnie, punktualni jak zawsze, no jasne, no tak oczywiście, oczywiście, geniusze, mistrzowie,
        kocham czekać, uwielbiam czekać, uwielbiam jak, uwielbiam gdy, kocham jak, ironia, sarkazm, tylko 3 godziny,
        tak trzymajcie, szczyt profesjonalizmu
    """,
    "rhetorical": """
        serio, serio?, poważnie, poważnie?, na serio, czy to żart, to jakiś żart, żartujecie, żarty sobie robicie,
        kpicie, kpiny, jaja sobie robicie, co z wami nie tak, co jest z wami, kto to wymyślił, kto na to wpadł,
        kto to zatwierdził, tak trudno, czy to takie trudne, aż tak trudne, po co, po co wam, jak to możliwe,
        jak można, jak tak można, nie wstyd wam, kogo to obchodzi, kto jeszcze, prawda?, co nie
    """,
    "laugh": """
        haha, hahaha, hahahaha, hehe, heheh, xd, xdd, xddd, lol, śmieszne xd, śmieję się, uśmiałam się, uśmiałem się,
        padłam, padłem, żartuję, żarcik, żart, 😂, 🤣
    """,
    "quiet": """
        nie trzeba odpowiadać, nie musicie odpowiadać, bez odpowiedzi też ok, chciałem tylko powiedzieć,
        chciałam tylko powiedzieć, tylko mówię, tak tylko mówię, chciałam się podzielić, dla informacji, fyi,
        już rozwiązane, rozwiązane, rozwiązany, problem rozwiązany, już działa, znowu działa, działa już, udało się,
        już załatwione, załatwione, mimo wszystko dzięki, i tak dzięki, nic się nie stało, spoko, spokojnie,
        bez problemu, nie ma pośpiechu, nie spieszy się, nieważne
    """,
    "good": """
        dobry, dobra, dobre, dobrze, miło, fajnie, ładny, ładna, ładne, lubię, podoba mi się, podoba się, podobają,
        wygodny, wygodna, wygodne, praktyczny, przydatne, szybki, szybka, szybko, sprawnie, sprawna, punktualnie,
        przyjemny, przyjemna
    """,
    "but": "ale, jednak, chociaż, choć, mimo że, oprócz, tylko że, lecz",
    "not": "nie, nigdy, bez, żaden, żadna, żadne, żadnego, nikt, nic, ani, brak",
    "nothing": """
        umieram ze śmiechu, umarłam ze śmiechu, umarłem ze śmiechu, umarłam 😂, umieram 😂, padłam ze śmiechu,
        popłakałam się ze śmiechu, popłakałem się ze śmiechu, zabić za, dałbym się zabić za, dałabym się pokroić,
        dać się pokroić, zabójczo dobre, zabójczy wygląd, bomba smaku, bomba smakowa, to jest bomba, ale bomba,
        bombowy, bombowa, bombka, kula do kąpieli, eksplozja smaku, eksplozja smaków, wybuch smaku,
        rozpływa się w ustach, rozpływam się, topi serce, stopiło moje serce, złamane serce, łamie serce, łamać lody,
        przełamać lody, pobił rekord, skradł serce, skradło moje serce, skradł show, kradnie show, sztuczne ognie,
        fajerwerki, ogień 🔥, ale ogień, sam ogień, petarda smaku, chore jak dobre, chory bit, chore,
        kurwa jakie dobre, kurde jakie dobre, zajebiście dobre, cholernie dobre, cholernie dobry, nieźle, niezły,
        niezła, całkiem niezłe, nie najgorszy, nie najgorsze, nie jest źle, strasznie dobre, strasznie dobry,
        strasznie fajne, strasznie mi się podoba, strasznie się cieszę, okropnie dobre, obłędnie dobre, obłędny,
        kryminał, horror, thriller, true crime, boss końcowy, escape room, death metal, powinno być nielegalne,
        nielegalnie dobre, grzesznie dobre, niebezpiecznie dobre, niebezpieczne dla portfela,
        niebezpieczny dla portfela, uzależnia, uzależniające, warto czekać, warto było czekać, nie mogę się doczekać,
        nie możemy się doczekać, żaden problem, bez problemu, nie ma problemu, zero problemów, krwista pomarańcza,
        hackathon, lifehack, z zimną krwią, w sumie, na pewno, za darmo
    """,
}
