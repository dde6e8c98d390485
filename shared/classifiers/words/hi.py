"""Hindi, as it is mostly typed, in Latin letters; the commonest words in Devanagari too."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        refund, refund nahi mila, refund nahi aaya, refund kab, refund kab milega, refund kab aayega, refund chahiye,
        refund do, refund karo, paisa wapas, paise wapas, paisa vapas, paise vapas, mera paisa, mere paise,
        mera paisa wapas, paisa wapas karo, paise lautao, paise lauta do, wapas karo, vapas karo, return karna hai,
        return nahi ho raha, return pickup nahi, exchange karna, replacement nahi, replace karo, muawza,
        cashback nahi mila, रिफंड, पैसे वापस, पैसा वापस, मेरा पैसा, मेरे पैसे, वापसी
    """,
    "delivery": """
        delivery nahi hui, delivery nahi, deliver nahi hua, deliver nahi, delivery kab, delivery kab hogi,
        order nahi aaya, order nahi mila, order kab, order kaha hai, order kahan hai, mera order, mere order,
        parcel nahi aaya, parcel nahi mila, parcel kaha hai, saman nahi aaya, samaan nahi mila, saman kab,
        nahi pahuncha, nahi pahucha, abhi tak nahi aaya, abhi tak nahi mila, abhi tak nahi pahuncha, aaya nahi,
        mila nahi, delivery boy, delivery wala, courier wala, tracking update nahi, डिलीवरी, ऑर्डर, पार्सल, नहीं आया,
        नहीं मिला, कूरियर
    """,
    "broken": """
        kharab, kharab hai, kharab ho gaya, kharab hogaya, kharab nikla, kharab ho gayi, tuta, toota, tuta hua,
        toota hua, tut gaya, toot gaya, kaam nahi kar raha, kaam nahi karta, kaam nahi kr rha, kam nahi kar raha,
        chal nahi raha, nahi chal raha, nahi chal rahi, nahi chalta, chalta nahi, band ho gaya, band ho jata,
        band hai, khul nahi raha, nahi khul raha, on nahi ho raha, charge nahi ho raha, connect nahi ho raha,
        load nahi ho raha, update nahi ho raha, hang ho raha, hang hota, atak, atak jata, error aa raha, error aa rha,
        dikkat, dikkat aa rahi, issue aa raha, theek karo, thik karo, thik nahi hua, theek nahi hua, repair nahi,
        service center, warranty, fat gaya, phat gaya, crash ho raha, खराब, टूटा, टूट गया, काम नहीं कर रहा,
        नहीं चल रहा, बंद हो गया, मरम्मत
    """,
    "access": """
        login nahi ho raha, login nahi, log in nahi, otp nahi aa raha, otp nahi aaya, otp nahi, otp, password bhool,
        password bhul gaya, password reset nahi, account block, account band, account band kar diya, account suspend,
        mera account, mere account, mera khata, khata band, block kar diya, unblock karo, kyc, kyc nahi,
        activate nahi hua, activation nahi, recharge nahi hua, recharge ho gaya, card decline, card block, pin, लॉगिन,
        ओटीपी, खाता, मेरा अकाउंट, पासवर्ड
    """,
    "billing": """
        paise kat gaye, paisa kat gaya, paise kaat liye, paisa kaat liya, kat gaye, kat gaya, kaat liye, kat liye,
        do baar kat, do baar paise, double charge, payment ho gaya, payment fail, payment nahi, payment kiya, upi,
        emi kat, balance kat, balance kaat liya, bill galat, bill zyada, galat bill, bijli bill, bhugtan,
        extra charge, extra paise, plan khatam, recharge, wallet se, subscription kat, paise debit, amount debit,
        debit ho gaya, पैसे कट गए, पैसा कट गया, बिल, भुगतान, रिचार्ज
    """,
    "cancel": """
        cancel karna, cancel karna hai, cancel karo, cancel kar do, cancel kar diya, cancel ho gaya,
        cancel nahi ho raha, cancel kaise, band karna hai, band karwana, account delete karna, delete karo,
        unsubscribe kaise, radd, radd karo, रद्द, कैंसिल
    """,
    "waiting": """
        intezar, intezaar, intzar, wait kar raha, wait kar rahe, wait kar rahi, kab tak wait, kitna wait, kab tak,
        kab se, kitne din, kitna time, reply nahi, reply nahi kar rahe, reply nahi aaya, jawab nahi,
        jawab nahi de rahe, jawaab nahi, koi jawab nahi, koi reply nahi, koi sunne wala nahi, koi sunta nahi,
        koi nahi sunta, sunte nahi, phone nahi uthate, call nahi uthate, phone nahi utha rahe, call cut kar dete,
        koi response nahi, response nahi, hafte se, hafta ho gaya, ek hafte se, do hafte se, 2 hafte se, 3 hafte se,
        din se, 2 din se, 3 din se, 5 din se, 10 din se, 15 din se, kai din se, mahine se, ek mahine se, 1 mahine se,
        do mahine se, 2 mahine se, mahina ho gaya, din ho gaye, ghante se, 2 ghante se, kal se, subah se, baar baar,
        bar bar, kitni baar, kai baar, teesri baar, call kiya, mail kiya, email kiya, complaint ki, complaint kiya,
        complaint no, ticket no, kuch nahi hua, koi action nahi, abhi tak kuch nahi, abhi tak koi, ignore kar rahe,
        ghuma rahe, टालना, इंतज़ार, जवाब नहीं, कब तक, कब से
    """,
    "help": """
        help karo, help kijiye, help karein, help chahiye, help kar do, madad, madad karo, madad kijiye,
        madad chahiye, koi help, koi madad, please help, customer care, customer care wale, customer service,
        helpline, support wale, dm kiya, dm kar diya, dm check karo, dm dekho, inbox dekho, msg dekho, complaint,
        shikayat, shikayat darj, samasya, samadhan, solution nahi, solution do, solve karo, solve nahi, executive,
        staff badtameez, badtameez, badtameezi, मदद, सहायता, शिकायत, समस्या, कस्टमर केयर
    """,
    "how_to": """
        kaise kare, kaise karu, kaise karun, kaise karna hai, kaise kar sakte, kaise hoga, kaise milega, kaise le,
        kaise, kya kare, kya karu, kya karun, kya karna hoga, kya karna padega, kaha se, kahan se, kaha milega,
        kya main, kya mai, kya hum, ho sakta hai kya, kar sakte hain kya, kitna time lagega, kitne din lagenge,
        kitne din me, kab khulta, kab khulega, khula hai kya, time kya hai, setting kaha, process kya hai, tarika,
        कैसे, कैसे करें, क्या करूं, कहां से
    """,
    "booking": """
        flight, flight late, train, train late, gaadi late, bus, ticket, ticket book, ticket nahi, booking,
        booking nahi, pnr, tatkal, irctc, seat nahi, samaan kho gaya, bag kho gaya, room, hotel, late hai,
        late ho gaya, deri, platform, station, cab, driver, driver nahi aaya, bima, claim, claim nahi, ट्रेन, टिकट,
        फ्लाइट, देरी
    """,
    "connection": """
        network nahi, network nahi aa raha, net nahi chal raha, net slow, internet nahi, internet band, internet slow,
        signal nahi, sim band, sim nahi, sim, wifi nahi, recharge plan, app nahi chal rahi, app nahi khul rahi,
        site nahi khul rahi, server down, server, battery jaldi, app, नेटवर्क, इंटरनेट, सिग्नल, ऐप
    """,
    "wrong_item": """
        galat, galat saman, galat product, galat order, galat size, galat color, dusra product, dusra saman,
        galat bhej diya, galat bheja, kam nikla, kam hai saman, khali dabba, khali box, expiry, expire, expired nikla,
        expiry date nikal, sada hua, sadi hui, baasi, basi, fafund, baal nikla, keeda nikla, purana product,
        used product, ganda, gandi, photo jaisa nahi, nakli, duplicate product, fake product, badbu, गलत, नकली,
        एक्सपायर
    """,
    # What endangers people or the brand
    "danger": """
        aag, aag lag gayi, aag lagi, aag lag gyi, jal gaya, jal gayi, jal gya, dhuan, dhua, dhuaan, jalne ki smell,
        jalne ki badbu, gas leak, gas ki smell, blast, blast ho gaya, blast hua, phat gaya blast, dhamaka,
        current laga, current lag gaya, jhatka laga, bijli ka jhatka, chot, chot lagi, chot lag gayi, ghayal, khoon,
        khoon nikla, ambulance, hospital, hospital me, aspatal, behosh, behosh ho gaya, behosh ho gayi, dam ghut,
        saans nahi, brake fail, brake nahi, accident, accident ho gaya, durghatna, khatra, khatarnak, khatarnaak,
        jaan ka khatra, jaan ja sakti, jaan ja sakti thi, mar sakta tha, marte marte bache, fas gaye lift me,
        lift me fas, lift me phas, fase hue hain, tar khula, maar peet, marpeet, hamla, dhamki, dhamki de, bomb,
        chaku, battery phool, battery phul gayi, आग, आग लग गई, धुआं, विस्फोट, धमाका, करंट, चोट, घायल, खून, अस्पताल,
        दुर्घटना, खतरा, खतरनाक
    """,
    "poison": """
        food poisoning, food poisoning ho gayi, tabiyat kharab, tabiyat kharab ho gayi, bimar, beemar, bimar ho gaya,
        bimar pad gaye, bimar ho gaye, ulti, ulti ho rahi, ultiyan, dast, pet kharab, pet dard, allergy,
        allergy ho gayi, reaction ho gaya, keeda, keede, kide, kida, keeda mila, keede nikle, cockroach nikla,
        cockroach mila, chuha, chipkali, kanch, kaanch, kanch ka tukda, zeher, zehar, zahar, jehar, zehrila, milawat,
        side effect, dane nikal, कीड़े, कीड़ा, उल्टी, बीमार, जहर, मिलावट, फूड पॉइजनिंग
    """,
    "self_harm": """
        suicide, suicide kar, suicide kar lunga, suicide kar lungi, atmahatya, aatmahatya, khudkushi, mar jaunga,
        mar jaungi, marna chahta, marna chahti, jeena nahi chahta, jeena nahi chahti, jina nahi chahta,
        jeene ka mann nahi, jaan de dunga, jaan de dungi, jaan dena, zindagi khatam, apni jaan, आत्महत्या, खुदकुशी,
        मरना चाहता, जीना नहीं
    """,
    "death": """
        maut, mout, mar gaya, mar gayi, mar gaye, maara gaya, mrityu, dehant, jaan chali gayi, jaan gayi, mare gaye,
        मौत, मर गया, मृत्यु, जान चली गई
    """,
    "legal": """
        vakil, wakil, vakeel, court, court jaunga, court me, court case, case karunga, case karungi, case kar dunga,
        case karenge, mukadma, legal notice, legal action, kanuni, kanooni, kanuni karwai, gair kanuni, gairkanuni,
        illegal hai, consumer court, consumer forum, notice bhej, fir, वकील, कोर्ट, मुकदमा, कानूनी, गैरकानूनी
    """,
    "authority": """
        police, police complaint, police me, thana, thane me, fir karunga, fir darj, cyber crime, cyber cell,
        consumer helpline, national consumer helpline, rbi, trai, sebi, fssai, dgca, irdai, ombudsman, sarkar, mantri,
        mantralaya, pmo, jaanch, janch, complaint kar dunga, upbhokta, पुलिस, थाना, जांच, उपभोक्ता, सरकार
    """,
    "breach": """
        data leak, data leak ho gaya, data chori, data chura, mera data, hack ho gaya, hack ho gayi, hack kar liya,
        account hack, hacker, meri details, kisi aur ka, kisi aur ke account, dusre ka account, dusre ki details,
        fraud transaction, fraud ho gaya, paise chori, bina permission, bina puche, bina bataye, khata khali,
        account khali, account se paise nikal, paise nikal gaye, chori ho gaya, chori ho gaye, phishing, डेटा लीक,
        हैक, चोरी
    """,
    "boycott": """
        boycott, boycott karo, boycott kare, bahishkar, bahiskar, mat kharido, mat khareedo, koi mat lena,
        koi mat kharidna, mat lena, uninstall karo, app delete karo, share karo, share kare, viral karo, viral kar do,
        viral, retweet karo, rt karo, sabko batao, sabko pata, trend karao, trend karo, virodh, dharna, andolan,
        hartal, pradarshan, sharm karo, बहिष्कार, बॉयकॉट, विरोध, आंदोलन, हड़ताल
    """,
    "hate": """
        jaativaad, jativad, bhedbhav, bhed bhav, bhedbhaav, racist, nasli, dharm ka apman, dharm ka apmaan,
        hindu virodhi, muslim virodhi, apman, apmaan, beizzati, bezzati, insult kiya, gali di, gaali di, gaali,
        chhed chhad, chhedchhad, ched chad, chheda, harassment, ashleel, bhavna aahat, bhavnaon ko thes, भेदभाव,
        अपमान, छेड़छाड़, गाली, जातिवाद
    """,
    "wrongdoing": """
        bal majduri, bachchon se kaam, shoshan, majduron ka shoshan, salary nahi di, salary nahi mili, tankhwah nahi,
        pradushan, ganda paani, nadi me, rishwat, ghoos, bhrashtachar, ghotala, scam hai, chupa rahe, chhupa rahe,
        chupaya, sach chupa, jhooth bol, jhoot bol, jhooth bola, jhuth bol, dhokha, dhoka, dhokha diya, dhokhadhadi,
        dhokebaaz, gumrah, jhootha vigyapan, jhuthe vaade, fake ad, fake ads, thagi, lut rahe, comment delete,
        comment delete kar, tax chori, sabut, saboot, video viral, expose, parda fash, भ्रष्टाचार, घोटाला, धोखा, झूठ,
        रिश्वत, शोषण, प्रदूषण, सबूत
    """,
    "recall": """
        mat khao, mat khana, na khaye, mat use karo, use mat karo, use mat karna, savdhan, saavdhan, sawdhan, satark,
        satark rahe, chetavni, bach ke rehna, bachke raho, batch number, market se hatao, market se wapas,
        recall karo, सावधान, सतर्क, चेतावनी, मत खाओ
    """,
    "outage": """
        bijli nahi, bijli nahi hai, bijli gul, bijli chali gayi, light nahi hai, light chali gayi, light gayi,
        paani nahi, pani nahi aa raha, server down hai, server down, app down, sab band, sab kuch band,
        pura network band, kisi ka nahi chal raha, kisi ka bhi nahi, sabka band, sabka, sab jagah, pure sheher,
        pure shahar, poore shehar, pure area, pure ilake, pura mohalla, pure mohalle, pure desh, pure india,
        poore india, sirf mera, sirf mere, sirf mujhe, kya sirf mera, mera hi, kisi aur ka bhi, kisi aur ko bhi,
        aur kisi ko, upi down, upi band, बिजली नहीं, बिजली गुल, पूरे शहर, पूरे इलाके, सर्वर डाउन
    """,
    "stranded": """
        fas gaye, fase hue, phase hue, phas gaya, fas gaya, phanse hue, airport par, airport pe fase, station pe fase,
        zameen par so, zameen pe so, hotel nahi diya, beech raste, bich raste, raste me chhod, raste me chod,
        chhod diya, chod diya, aadhi raat, raat ko akele, thand me, thand mein, flight chhoot, flight chut gayi,
        flight miss, train chhoot, train miss, train chut gayi, ghar nahi ja, ghar nahi pahunch, bhatak,
        gaadi kharab raste, फंसे, फंस गए, छोड़ दिया
    """,
    "vulnerable": """
        baccha, bachcha, bacche, bachche, bachha, bacho, bachon, bachchon, mera beta, meri beti, mere bacche, bujurg,
        budhe, meri maa, meri mummy, mere papa, meri dadi, mere dada, meri nani, viklang, divyang, pregnant,
        garbhvati, insulin, sugar patient, diabetes, dialysis, oxygen, dawai, dawa, dawaiyan, cancer, asthma,
        operation, mareez, patient, बच्चा, बच्चे, बुजुर्ग, मां, दवाई, दवा, मरीज, विकलांग, गर्भवती
    """,
    # What the brand does
    "announcement": """
        elaan, ailan, ghoshna, announce kiya, announcement, trailer, teaser, padha ki, suna hai, suna ki, maine suna,
        dekha ki, kya ye sach hai, kya yeh sach hai, sach hai kya, sach me kya, campaign, naya ad, nayi ad,
        naya vigyapan, aapka ad, event, live, news dekhi, khabar, achi khabar, acchi khabar, badi khabar, घोषणा, ऐलान,
        खबर, विज्ञापन
    """,
    "launch": """
        launch, launch kab, launch kab hoga, kab launch, kab aayega, kab aa raha hai, kab aayegi, kab release,
        release kab, release date, india me kab, india mein kab, india me launch, naya feature, naye feature,
        naya model, naya phone, naya version, naya update, nayi update, naya collection, naya logo, naya design,
        naya flavour, naya flavor, nayi dukan, naya store, store kab khulega, kab khulega store, khul raha hai,
        naya season, season 2, naya plan, naye plan, wapas lao, wapas laao, wapis lao, phir se lao, band kyu kar diya,
        लॉन्च, नया फीचर, कब आएगा
    """,
    "company": """
        ceo, naya ceo, malik, kharid liya, chhantni, chatni, layoff, naukri se nikal, naukri se nikala, partnership,
        sponsor, share price, ipo, daan, dan diya, daam badha, daam badha diye, rate badha, rate badha diye,
        price badha, plan mehnga, plan mehenga kar, recharge mehnga, पार्टनरशिप, छंटनी, महंगा कर दिया
    """,
    "contest": """
        contest, giveaway, inaam, inam, prize, jeet, jeeta, jeet gaya, jeet gayi, jeeta kaun, kaun jeeta,
        jeetna chahta, jeetna chahti, jeetna hai, jitna chahta, winner, winner kab, winner kaun, result kab,
        participate kiya, participate kar, bhag liya, bhaag lena, tag kiya, tag kar diya, done ✅, share kiya,
        follow kiya, follow kar liya, mujhe jita do, mujhe jitao, pratiyogita, lucky draw, vote kiya, vote karo,
        vote kare, last date, akhri tarikh, quiz, sahi jawab, mera answer, प्रतियोगिता, इनाम, विजेता, जीता
    """,
    # What is said kindly
    "thanks": """
        dhanyavad, dhanyawad, dhanyavaad, dhanyawaad, shukriya, shukria, bahut shukriya, bahut dhanyavad,
        bohot dhanyavad, thanks bhai, thank you bhai, thanku, thnx, thnku, thankyou, aabhar, abhar, aabhari,
        meherbani, bahut madad, badi madad, problem solve kar di, jaldi solve kar diya, achi service, acchi service,
        bahut achi service, badhiya service, mast service, zabardast service, धन्यवाद, शुक्रिया, आभार, थैंक्यू
    """,
    "love": """
        pyar, pyaar, pyaar hai, pasand, pasand hai, pasand aaya, pasand aayi, bahut pasand, pasandida, favourite hai,
        bahut accha, bahut acha, bahut achha, bohot accha, bohot acha, bahut achi, bahut acchi, bohot achi, badhiya,
        bahut badhiya, badiya, mast, mast hai, ekdum mast, zabardast, jabardast, zabrdast, shandar, shaandar,
        shaandaar, lajawab, lajawaab, kamaal, kamal ka, kamal hai, gazab, gajab, dhansu, jhakaas, behtareen, behtarin,
        sabse accha, sabse acha, sabse best, best hai, number 1, number one, sundar, khoobsurat, khubsurat, pyara,
        pyari, swadisht, swad, tasty hai, maza aa gaya, maja aa gaya, mazaa aa gaya, maze, mazedar, khush, khush hu,
        bahut khush, dil khush, dil jeet liya, dil jit liya, dil le gaye, paisa vasool, paisa wasool, superb,
        awesome yaar, ekdum perfect, op, op bhai, bawaal, bhaukal, recommend karunga, recommend karungi, sahi hai,
        sahi hai bhai, प्यार, पसंद, बहुत अच्छा, बहुत अच्छी, बढ़िया, शानदार, लाजवाब, कमाल, बेहतरीन, मस्त, ज़बरदस्त, खुश, सुंदर
    """,
    "greeting": """
        namaste, namaskar, namaskaar, pranam, ram ram, jai shri ram, jai hind, sat sri akal, salaam, suprabhat,
        shubh prabhat, shubh ratri, shubh sandhya, good morning ji, diwali ki shubhkamnaye, happy diwali,
        holi ki shubhkamnaye, happy holi, eid mubarak, shubhkamnaye, shubhkamnayein, shubh diwali, janamdin mubarak,
        janmdin, naya saal mubarak, radhe radhe, नमस्ते, नमस्कार, शुभ प्रभात, शुभकामनाएं, सुप्रभात, जय हिंद
    """,
    "fan": """
        fan hu, fan hoon, bada fan, bahut bada fan, badi fan, bachpan, bachpan se, bachpan ki yaad,
        bachpan ki yaadein, yaadein, yaad aa gaya, yaad aa gayi, yaadein taza, purani yaadein, purane din, saalo se,
        salon se, 10 saal se, 20 saal se, purana customer, purane customer, meri billi, mera kutta, mera collection,
        mera dog, loop pe, photo, selfie, maine banaya, maine banayi, ghar par banaya, recipe, admin, admin bhai,
        admin ko, intern ko, social media wala, ye account kaun, meme, memes, बचपन, यादें, फैन
    """,
    "congratulations": """
        badhai, badhaai, badhai ho, bahut badhai, bahut bahut badhai, mubarak, mubarak ho, mubarakbad, garv, garv hai,
        proud of, naaz, naaz hai, intezar nahi ho raha, wait nahi ho raha, aakhirkar, akhirkar, finally aa gaya,
        khushi hui, khushi ki baat, excited hu, excited hoon, jaldi aao, बधाई, मुबारक, गर्व, आखिरकार
    """,
    # Who wants to buy
    "price": """
        kitne ka, kitne ka hai, kitne ki, kitne ki hai, kitna price, price kya hai, price kitna, price batao,
        price bata do, rate kya hai, rate batao, kya rate, daam, dam kya, keemat, kimat, kitne rupaye, kitne paise,
        kitne me, kitne mein, kitna lagega, kitna charge, mehnga, mehenga, mahanga, mehngi, sasta, sasti, saste,
        sasta karo, discount, discount milega, discount hai kya, coupon code, offer, offer hai kya, offer kya hai,
        chhoot, emi, emi pe, emi par, no cost emi, free trial, delivery charge, thok, wholesale rate,
        student discount, loan chahiye, byaj, byaj dar, interest rate kya, down payment, कितने का, कीमत, दाम, महंगा,
        सस्ता, छूट, ऑफर, ब्याज
    """,
    "buy": """
        kharidna, khareedna, kharidna hai, khareedna hai, kharidna chahta, khareedna chahta, kharid, khareed,
        lena hai, mujhe lena hai, lena chahta, lena chahti, leni hai, mujhe chahiye, mujhe bhi chahiye, ek chahiye,
        chahiye tha, kaha se le, kaha se lu, kaha se kharide, kaha se milega, kahan milega, kaha milta hai,
        kahan se khareede, kaise order kare, order kaise kare, order karna hai, order karna, book karna hai,
        book karni hai, interested hu, interested hoon, soch raha hu lene ki, lene ki soch raha, lene ka soch raha,
        dukan, dukaan, nazdeeki store, najdeeki, mere sheher me store, dealer kaha, test drive, demo chahiye,
        account kholna, account khulwana, account khulwana hai, port karna hai, switch karna hai, gift ke liye,
        gift dena, company ke liye, office ke liye, hamari company, dealership chahiye, खरीदना, लेना है, चाहिए,
        कहां मिलेगा, दुकान
    """,
    "availability": """
        available hai, available hai kya, available kab, kab available, stock me, stock hai, stock hai kya, stock kab,
        stock nahi, out of stock, kab tak stock, milega kya, mil jayega, mil sakta hai kya, milta hai kya, hai kya,
        bechte ho, bechte hain, delivery hai kya, deliver karte ho, deliver karte hai, mere area me, mere sheher,
        pincode pe, size hai kya, size milega, size kaunsa, kaunsa size, konsa size, kaunsa model, konsa model,
        kaunsa color, color hai kya, black color me, black me, white me, red me, rang, farak kya hai, kya fark hai,
        kya farak, difference kya, better hai kya, isse accha, compatible hai, support karta hai kya, veg hai,
        veg hai kya, shudh shakahari, waterproof hai, mileage kya, kitna mileage, pet allowed, room available,
        breakfast included, स्टॉक, उपलब्ध, मिलेगा क्या, साइज, रंग
    """,
    # Press and partners
    "press": """
        patrakar, patrakaar, reporter, akhbar, akhbaar, news channel, channel se, khabar likh raha, story kar rahe,
        article likh raha, article likh rahi, interview, interview lena, interview chahiye, interview karna, bayan,
        byan, official bayan, pratikriya, tippani, statement chahiye, spokesperson, pravakta, media se, media team,
        press note, radio, tv, podcast, documentary, patrika, पत्रकार, अखबार, इंटरव्यू, बयान, मीडिया, प्रवक्ता
    """,
    "partner": """
        collab, collab karna, collaboration, collaboration karna, collab karo, saath kaam, sath kaam, sath me kaam,
        partnership karna, sponsor karo, sponsor chahiye, sponsorship, brand ambassador, influencer hu,
        influencer hoon, content creator hu, creator hu, mere followers, mera channel, mere channel, mere subscribers,
        mera page, hamara event, hamare event, humara fest, hamare college, college fest, ngo, sanstha, daan ke liye,
        chanda, speaker, guest lecture, review ke liye, product bhejo, supplier, distributor banna, franchise,
        franchise chahiye, agency lena, university, thesis, survey, nimantran, amantrit, आमंत्रित, संस्था, सहयोग, कॉलेज
    """,
    "job": """
        naukri, nokri, naukri chahiye, job chahiye, job hai kya, job milegi, vacancy, vacancy hai, bharti, bharti kab,
        internship chahiye, resume bheja, cv bheja, interview diya, apply kiya, apply kaise, hiring kab, salary kitni,
        yaha kaam karta, mera pehla din, naukri lagi, नौकरी, भर्ती
    """,
    # Nothing to do
    "money_spam": """
        paise kamao, paisa kamao, paise kamaye, paisa kamaye, paise kamane, kamao, kamaye, kamaya, kamai, roz kamao,
        roz kamaye, daily kamao, daily income, ghar baithe, ghar baithe kamao, ghar se kaam, part time job,
        part time kaam, crypto, bitcoin, trading sikho, trading se, forex, stock tips, satta, matka, satta matka,
        betting, ipl betting, casino, colour prediction, teen patti, rummy, loan turant, turant loan,
        personal loan lo, bina document loan, lottery, lottery lagi, lottery lag gayi, kbc lottery, aap jeet gaye,
        aap select, free iphone, free recharge, vajan ghatao, wajan kam, motapa, invest karo, invest kare,
        paise double, paisa double, double karo, refer karo, refer and earn, vashikaran, baba ji, jyotish, पैसे कमाएं,
        पैसे कमाओ, घर बैठे, सट्टा, लॉटरी, लोन
    """,
    "look_alike": """
        @anyone ko dm karo, @anyone se sampark, @anyone pe msg, @anyone ko message, sampark kare, sampark karein,
        is number par, is number pe, is no pe, is number pe call, whatsapp karo, whatsapp kare, whatsapp pe, whatsapp,
        telegram pe, telegram join, telegram, priya grahak, pyare grahak, kyc update kare, kyc update karein,
        kyc update karo, apna account verify, account verify kare, account band ho jayega, khata band ho jayega,
        otp bataye, otp share kare, link par click, link pe click, link pr click, yaha click, yahan click, niche link,
        neeche link, form bhare, form bharo, refund ke liye call, helpline number par call, card number bhejo,
        card details, anydesk, recover karwaya, wapas dilaya, संपर्क करें, लिंक पर क्लिक, व्हाट्सएप
    """,
    "follow_bait": """
        follow karo, follow kare, follow back, follow karo follow back, follow kro, mujhe follow, mere ko follow,
        subscribe karo, subscribe kare, mere channel ko, mera channel subscribe, channel subscribe, meri profile,
        mere profile, profile dekho, profile check, bio me link, link bio me, link in bio, followers badhaye,
        followers badhao, followers kharido, free followers, like badhao, like karo mere, mera gaana, mera naya gaana,
        mera video dekho, meri video dekho, mujhe vote, dosti karo, dosti, girlfriend chahiye, call girl,
        video call karo, first copy, sasti ghadi, mera code, refer code, referral code, assignment karwana,
        website banwaye, website banwao, logo banwao, seo, फॉलो करो, सब्सक्राइब करो
    """,
    "off_topic": """
        mausam, lunch, traffic, chunav, rajneeti, neta, cricket, match kal, kal ka match, galat account, galat page,
        galat company, test, testing, first comment, pehla comment, ok bhai, मौसम, चुनाव, राजनीति
    """,
    # How it is said
    "question_word": """
        kya, kab, kaha, kahan, kidhar, kyu, kyun, kyo, kyon, kaun, kon, kaunsa, konsa, kaunsi, kaise, kitna, kitne,
        kitni, kisko, kisne, koi bata sakta, kisi ko pata, kisi ko pata hai, koi batayega, sawal, sawaal, ek sawal,
        puchna tha, puchna hai, janna hai, jaanna hai, janna chahta, क्या, कब, कहां, कहाँ, क्यों, कौन, कैसे, कितना,
        कितने
    """,
    "can_you": """
        kya aap, kya ap, aap bata sakte, bata sakte, bata sakte hain, bata do, batao, bataiye, batayein, bataye,
        bataiyega, batana, krdo, kar do, kar dijiye, kijiye, kijiyega, karein, karo na, kar dena, kripya, kripaya,
        please karo, plz karo, pls batao, plz batao, plz, chahta hu, chahti hu, chahte hain, chahiye mujhe, de do,
        dijiye, dedo, bhej do, bhejo, bhejiye, call karo, call kare, call kijiye, reply karo, reply do, reply kare,
        jawab do, jawab dijiye, jawab de, contact karo, contact kare, kuch karo, kuch kijiye, dhyan do, dhyan dijiye,
        sudhar karo, sudharo, thik kar do, theek kar do, fix karo, wapas lao, add karo, dekh lo, check karo,
        check kijiye, jaldi karo, jaldi kijiye, nivedan, anurodh, कृपया, बताओ, बताइए, बताएं, कीजिए, करें, दीजिए,
        जवाब दो, निवेदन
    """,
    "urgent": """
        jaldi, jaldi se, jaldi se jaldi, turant, turant karo, fauran, abhi, abhi ke abhi, aaj, aaj hi, aaj raat,
        aaj shaam, kal tak, kal subah, kal, emergency, emergency hai, urgent hai, bahut urgent, zaruri, jaruri,
        bahut zaruri, ek ghante me, 1 ghante me, 2 ghante me, ghante me, minute me, shaadi, shadi, shadi hai, exam,
        exam hai, pariksha, last date hai, kiraya, salary, जल्दी, तुरंत, अभी, आज, कल, जरूरी, शादी, परीक्षा
    """,
    "again": """
        phir se, fir se, phirse, firse, dobara, dubara, wapas wahi, har baar, har bar, har din, har roz, roz, roz roz,
        har hafte, hamesha, humesha, baar baar, bar bar, abhi bhi, ab bhi, wahi problem, wahi haal, teesri baar,
        hafte, mahine, ghante, kal se, subah se, pichle hafte se, फिर से, बार बार, हर बार, रोज, हमेशा
    """,
    "mine": """
        mai, main, mujhe, mujhko, mujhse, mera, meri, mere, mene, maine, hum, humko, hume, humein, hamara, hamari,
        hamare, humara, मैं, मुझे, मेरा, मेरी, मेरे, हम, हमारा
    """,
    "yours": """
        aap, aapka, aapki, aapke, apka, apki, apke, aapko, aap log, aaplog, tum, tumhara, tumhari, tumhare, tumlog,
        tum log, tumlogo, आप, आपका, आपकी, आपके, तुम
    """,
    "complaint": """
        nirash, niraash, nirasha, bura, buri, bure, bura anubhav, bahut bura, bahut buri, bohot bura, gussa,
        gussa aa raha, naraz, naraaz, pareshan, pareshaan, pareshani, pareshan ho gaya, pareshan kar diya, tang,
        tang aa gaya, tang aa gayi, tang aa chuka, dukhi, dukh, afsos, bekar, bekaar, bekar hai, ekdum bekar, bakwas,
        bakwaas, faltu, faaltu, faltu company, faltu service, wahiyat, vahiyat, kachra, kachda, kooda, chutiya,
        chutiye, chutiyapa, bc, mc, bsdk, saale, sale chor, kamine, kamina, haramkhor, harami, chor, chor hai,
        chor company, chori, lootna, loot, loot rahe, loot rahe ho, lut, luta, loot liya, thag, thug, fraud,
        fraud company, fraud hai, froud, dhokebaz, ullu bana rahe, bewakoof bana, bewkuf bana, pagal bana, jhoothe,
        jhuthe, jhootha, jhoota, jhooth, bahana, bahane, laparwahi, laparwah, ghatiya service, slow hai, bahut slow,
        dheema, time waste, time barbad, samay barbad, paise barbad, paisa barbad, paisa waste, paise waste, barbad,
        mazak, mazak bana rakha, majak, mazaak, problem, problem hai, samasya hai, pachta raha, pachtaya, pachtana,
        galti ki, galti kar di, kabhi nahi lunga, kabhi nahi kharidunga, dobara nahi, phir kabhi nahi, mat lo,
        mat kharidna, lena mat, na le, na kharide, dur raho, door raho, port kar raha, port karunga,
        band kar do company, quality gir gayi, quality kharab, quality bekar, service kharab, kharab service,
        service bekar, zero star, ek star, koi kaam ka nahi, kisi kaam ka nahi, kisi kaam ki nahi, बेकार, बकवास, बुरा,
        परेशान, निराश, गुस्सा, चोर, लूट, धोखेबाज, खराब सर्विस, समय बर्बाद
    """,
    "awful": """
        ghatiya, gatiya, ghatia, ghatiya company, sabse ghatiya, sabse bekar, sabse bakwas, sabse bura, sabse kharab,
        sharam, sharm, sharmnak, sharamnak, sharm aani chahiye, sharam aani chahiye, besharam, besharm, nafrat,
        nafrat hai, ghinona, ghinauna, narak, nark, bhayanak, bardasht nahi, bardasht ke bahar, had ho gayi, hadd hai,
        had hai, third class, 3rd class, thirdclass, tatti, madarchod, bhenchod, behenchod, घटिया, शर्म, शर्मनाक, बेशर्म,
        नफरत, सबसे खराब
    """,
    "sarcasm": """
        wah, waah, wah wah, waah bhai waah, wah bhai wah, wah kya service, kya service hai, kya baat hai 👏,
        badhai ho aapko, bahut badhiya service 🙄, bahut acche 👏, shabash, shabaash, taliyan, talliyan, taali bajao,
        aise hi lage raho, lage raho, dhanya ho, dhanya hai, mahan ho, kamal ki service, zabardast service 🙄,
        sirf 3 ghante, sirf 3 din, achhe din, acche din, वाह, वाह वाह, शाबाश
    """,
    "rhetorical": """
        seriously kya, mazak hai kya, majak hai kya, mazaak hai kya, mazak kar rahe ho, pagal ho kya,
        pagal samjha hai, pagal samjha hai kya, bewakoof samjha hai, sharam nahi aati, sharm nahi aati,
        sharam hai ki nahi, kya mazak hai, kya bakwas hai, kya natak hai, kya faltu, kya fayda, kya matlab hai,
        kya chal raha hai, kya ho raha hai, kis kaam ka, kis kaam ke, kaun karta hai aisa, itna mushkil hai,
        itna mushkil hai kya, hai na, hai ki nahi, kyu bhai, matlab kuch bhi, kuch bhi, शर्म नहीं आती, मजाक है क्या
    """,
    "laugh": """
        haha, hahaha, hehe, lol, hasi, hasi aa gayi, has has ke, hansi, mazak kar raha, mazak tha, joke tha,
        just kidding yaar, xd, 😂, 🤣
    """,
    "quiet": """
        reply ki zarurat nahi, jawab ki zarurat nahi, bas bolna tha, bas batana tha, bas kehna tha, bas aise hi,
        aise hi bola, jankari ke liye, solve ho gaya, solve ho gayi, problem solve ho gayi, ho gaya solve,
        theek ho gaya, thik ho gaya, ab chal raha hai, ab theek hai, ab thik hai, mil gaya, refund mil gaya,
        aa gaya order, phir bhi thanks, koi baat nahi, koi nahi, koi dikkat nahi, koi jaldi nahi, aaram se, chalega,
        ठीक हो गया, कोई बात नहीं
    """,
    "good": """
        accha, acha, achha, acche, achi, acchi, achchi, badhiya, theek, thik, theek hai, thik hai, sahi, fast hai,
        jaldi mil gaya, aasan, asaan, useful hai, अच्छा, अच्छी, अच्छे, ठीक
    """,
    "but": "lekin, magar, par, parantu, halanki, phir bhi, लेकिन, मगर, परंतु",
    "not": "nahi, nahin, nhi, nai, ni, na, mat, kabhi nahi, bina, koi nahi, नहीं, मत, बिना",
    "nothing": """
        maza aa gaya, has has ke mar gaya, has has ke mar, hass hass ke, haste haste mar gaya, hasi se mar,
        has ke mar gaya, mar gaya has ke, mar jawa, mar jaava, mar jaunga cuteness, mar mita, mar mite, pe marta hu,
        pe marti hu, jaan chhidakta, jaan hai meri, meri jaan, meri jaan ho, jaan se pyara, jaan daal di,
        jaan laga di, dil chura liya, dil churaya, dil chori, dil chori ho gaya, dil tod diya, aag laga di,
        aag laga di stage, aag lagadi, aag hai bhai, full aag, pura aag, ekdum aag, aag laga rahe ho,
        bawal macha diya, dhamaka offer, dhamaka deal, dhamaka sale, dhamakedar, bada dhamaka, diwali dhamaka,
        bomb hai, ekdum bomb, patakha, taste blast, flavour blast, flavor blast, full blast, phod diya, fod diya,
        phaad diya, faad diya, tod diya record, record tod, record tod diya, internet tod diya, pagal kar diya,
        pagal hu iska, pagal ho gaya dekh ke, deewana, deewani, bura nahi, bura nahi hai, kharab nahi,
        kharab nahi hai, koi problem nahi, koi dikkat nahi, koi shikayat nahi, no tension, tension nahi, nasha hai,
        lat lag gayi, aadat lag gayi, bhootiya, horror movie, horror film, crime patrol, true crime, murder mystery,
        boss fight, intezar rahega, intezar hai iska, intezaar rahega, besabri se intezar, besabri se,
        besabri se wait, intezar ka phal, wait worth tha, khatarnak look, khatarnak performance, khatarnak acting,
        khatarnak gaana, khatarnak bhai, khatarnak entry, kya khatarnak, khatra hai jeb, jeb ke liye khatra, jaan ho,
        jaan hai
    """,
}
