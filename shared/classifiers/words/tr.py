"""Turkish."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        iade, iadesi, iademi, iadem, iadeyi, iade etmek, iade ettim, iade istiyorum, para iadesi, ücret iadesi, param,
        paramı, paramı istiyorum, paramı geri, paramı iade, geri ödeme, geri ödenmedi, geri verin, geri gönderdim,
        geri göndermek, değişim, değişim istiyorum, değiştirmek, değiştirilmedi, tazminat, telafi, mağduriyet,
        mağduriyetim, mağduriyetimin, hediye çeki, iptal iade, para yatmadı, hesabıma yatmadı, iade edilmedi,
        iade yapılmadı, iadem yapılmadı
    """,
    "delivery": """
        teslimat, teslimatı, teslim, teslim edilmedi, teslim edildi, teslim almadım, kargo, kargom, kargosu, kargoya,
        kargoya verilmedi, kargoda, kargocu, kurye, kuryesi, paket, paketim, paketi, sipariş, siparişim, siparişi,
        siparişimi, siparişlerim, siparişiniz, sipariş verdim, sipariş numarası, gönderi, gönderim, takip numarası,
        kargo takip, gelmedi, hala gelmedi, ulaşmadı, elime ulaşmadı, hala ulaşmadı, bana ulaşmadı, yolda, dağıtımda,
        dağıtıma çıkmadı, ön sipariş, kayboldu, kaybettiniz, şubeye, yurtiçi kargo, aras kargo, mng, ptt,
        getir siparişim, trendyol
    """,
    "broken": """
        bozuk, bozuldu, bozulmuş, bozuluyor, kırık, kırıldı, kırılmış, kırık geldi, bozuk geldi, çalışmıyor,
        çalışmadı, çalışmaz, açılmıyor, açılmadı, şarj olmuyor, şarj etmiyor, bağlanmıyor, bağlanamıyorum,
        yüklenmiyor, başlamıyor, donuyor, dondu, kasıyor, kasma, çöküyor, çöktü, atıyor, kapanıyor,
        kendi kendine kapanıyor, hata, hatası, hata veriyor, hata alıyorum, hata kodu, hata mesajı, bug, buglar,
        bug var, lag, arıza, arızalı, arızası, arızalandı, kusurlu, ayıplı, ayıplı mal, hasarlı, hasar, çatlak,
        çatladı, yırtık, yırtıldı, söküldü, akıtıyor, sızdırıyor, siyah ekran, tamir, tamiri, tamir edilmedi, onarım,
        servis, yetkili servis, servise, garanti, garantisi, garantili, yedek parça, değişimi, bağlantı kopuyor,
        kopuyor, düzeltin, düzelmedi
    """,
    "access": """
        giriş yapamıyorum, giremiyorum, girilmiyor, giriş yapılamıyor, giriş, oturum açamıyorum, şifre, şifremi,
        şifremi unuttum, şifre yenileme, parola, hesabım, hesabıma, hesabımı, hesaba, hesap kapatıldı,
        hesabım kapatıldı, hesabım askıya, askıya alındı, bloke, bloke edildi, blokesi, engellendi, engellediniz,
        banlandım, banlandı, ban, kilitlendi, kilitli, doğrulama kodu, onay kodu, sms gelmiyor, kod gelmiyor,
        aktivasyon, aktif edilmedi, kartım, kartımı, kart reddedildi, reddedildi, kartım bloke, erişim, erişemiyorum,
        erişim engeli, kullanıcı adı, pin
    """,
    "billing": """
        ücret, ücreti, ücret kesildi, para çekildi, çekildi, çekilmiş, iki kez çekildi, iki kere çekildi,
        iki kez ücret, çift çekim, hesabımdan çekildi, kartımdan çekildi, kesinti, kesildi, fatura, faturası, faturam,
        faturamı, fazla fatura, ödeme, ödemesi, ödemem, ödedim, ödeme yaptım, ödeme alındı, havale, eft, aidat,
        kart aidatı, komisyon, abonelik, aboneliğim, aboneliği, üyelik, üyeliğim, üyelik ücreti, otomatik yenileme,
        yenilendi, yenilenmiş, taksit, taksitli, depozito, bakiye, bakiyem, ekstre, dekont, puanlarım, puanım,
        tahsil edildi, haksız ücret, borç, borcum, icra, paket yenileme
    """,
    "cancel": """
        iptal, iptali, iptal edin, iptal etmek, iptal ettim, iptal edildi, iptal edilmiş, iptal edilmiyor,
        iptal istiyorum, iptal ediyorum, aboneliği iptal, üyeliği iptal, üyelik iptali, abonelik iptali,
        hesabımı silmek, hesabımı silin, hesap silme, hesabımı kapatmak, fesih, feshetmek, cayma hakkı, cayma bedeli,
        taahhüt, ertelendi, erteleme, tarih değişikliği, rezervasyon değişikliği
    """,
    "waiting": """
        bekliyorum, hala bekliyorum, bekliyoruz, bekledim, bekletildim, bekletiyorsunuz, bekletiliyor, beklemekteyim,
        bekletmeyin, beklemedeyim, beklemeye alındı, cevap yok, cevap alamıyorum, cevap alamadım, cevap vermiyorsunuz,
        cevap vermiyor, cevap verilmedi, cevap veren yok, dönüş yok, dönüş yapılmadı, dönüş yapmıyorsunuz,
        dönüş yapan yok, geri dönüş yok, geri dönüş yapılmadı, geri dönüş alamadım, kimse dönmedi,
        kimse cevap vermiyor, kimse bakmıyor, kimse açmıyor, telefona bakan yok, muhatap yok, muhatap bulamıyorum,
        muhatap bulamadım, ulaşamıyorum, ulaşılamıyor, ulaşılmıyor, müşteri hizmetlerine ulaşamıyorum, oyalıyorsunuz,
        oyalanıyorum, oyalama, görmezden geliyorsunuz, yüzüme kapattı, telefonu kapattı, sıra bekliyorum, kuyruk,
        hatta bekliyorum, günlerdir, haftalardır, aylardır, saatlerdir, bir haftadır, 1 haftadır, iki haftadır,
        2 haftadır, 3 haftadır, üç haftadır, 3 gündür, 5 gündür, 10 gündür, bir aydır, 1 aydır, 2 aydır, iki aydır,
        gün oldu, hafta oldu, ay oldu, hafta önce, ay önce, dünden beri, üçüncü kez, ikinci kez, defalarca,
        kaçıncı kez, kaç kere, kaç gündür, aradım, arıyorum, defalarca aradım, mail attım, mail attık, mesaj attım,
        yazdım, talep numarası, kayıt numarası, şikayet kaydı, kayıt oluşturdum, talep oluşturdum, hala yok,
        hala ses yok, ses yok, ses seda yok, sonuç yok, çözüm yok, çözülmedi, ne zaman çözülecek, daha ne kadar
    """,
    "help": """
        yardım, yardımcı, yardımcı olun, yardımcı olur musunuz, yardım edin, yardım eder misiniz,
        yardıma ihtiyacım var, yardım lazım, müşteri hizmetleri, müşteri hizmetlerini, müşteri hizmetlerine,
        müşteri temsilcisi, temsilci, çağrı merkezi, destek, destek ekibi, destek hattı, canlı destek, canlı yardım,
        chatbot, şikayet, şikayetim, şikayetçiyim, şikayetçi, dm attım, dm den yazdım, dmden yazdım, dm ye bakın,
        dme bakın, dm bakar mısınız, özelden yazdım, özel mesaj, mesajıma bakın, ilgilenin, ilgilenir misiniz,
        ilgilenen yok, ilgisiz, ilgisizlik, çözün, çözüm, çözüm bekliyorum, çalışan, çalışanı, personel, personeliniz,
        kaba, saygısız, terbiyesiz, bayi, şube, mağaza çalışanı
    """,
    "how_to": """
        nasıl yapabilirim, nasıl yapılır, nasıl yaparım, nasıl iptal, nasıl iade, nasıl değiştirebilirim,
        nasıl alabilirim, nasıl kullanılır, nasıl aktif, nasıl ulaşabilirim, nasıl, nereden, nereden bulabilirim,
        nerede bulabilirim, nerede, siparişim nerede, kargom nerede, mümkün mü, mümkün müdür, olur mu, oluyor mu,
        yapabilir miyim, alabilir miyim, kullanabilir miyim, değiştirebilir miyim, ne yapmalıyım, ne yapmam lazım,
        ne yapmam gerekiyor, gerekiyor mu, gerekli mi, kaç gün, kaç günde, ne kadar sürer, ne kadar sürüyor,
        kaç gün sürer, ne zaman gelir, ne zaman gelecek, saat kaçta, saat kaça kadar, açık mı, açık mısınız,
        pazar günü açık, çalışma saatleri, ayarlar, ayarlardan, ayar, kurulum, kılavuz, hangi uygulama
    """,
    "booking": """
        uçuş, uçuşum, uçuşu, uçak, uçağı, uçağım, bagaj, bagajım, bagajı, valiz, valizim, koltuk, check in, aktarma,
        aktarmayı kaçırdım, rezervasyon, rezervasyonum, oda, odası, otel, oteli, tren, yht, otobüs, otobüsü, metro,
        metrobüs, marmaray, tramvay, peron, istasyon, durak, bilet, biletim, bileti, biletler, rötar, rötarlı,
        gecikme, gecikmesi, gecikti, geç kalktı, sefer, seferi, yolcu, yolcular, havalimanı, havaalanı, kalkış,
        asansör, klima, randevu, reçete, eczane, sigorta, poliçe, hasar dosyası
    """,
    "connection": """
        wifi, internet, internetim, internet yok, internet çekmiyor, sinyal, çekmiyor, çekim gücü, şebeke, şebeke yok,
        modem, router, mobil veri, roaming, sim, sim kart, esim, sabit hat, fiber, hız, altyapı, sayaç, sunucu,
        sunucular, uygulama, uygulamanız, site, siteniz, güncelleme, güncellemesi, bluetooth, şarj aleti, batarya,
        pil, ekran, kayıt dosyası, yayın
    """,
    "wrong_item": """
        yanlış ürün, yanlış beden, yanlış renk, yanlış sipariş, yanlış geldi, yanlış gönderdiniz, yanlış gönderilmiş,
        farklı ürün, başka ürün, farklı geldi, eksik, eksik ürün, eksik geldi, eksik çıktı, eksik gönderilmiş,
        boş kutu, boş çıktı, yarısı boş, son kullanma tarihi, tarihi geçmiş, skt, küflü, küflenmiş, küf, çürük,
        çürümüş, bozulmuş ürün, bayat, ekşimiş, saç çıktı, kıl çıktı, içinden kıl, kullanılmış, kirli, pis, lekeli,
        görseldeki gibi değil, alakası yok, açıklamayla alakası, kokuyor
    """,
    # What endangers people or the brand
    "danger": """
        alev aldı, alev alıyor, yandı, yanıyor, yangın, yangın çıktı, alevler, duman, duman çıktı, duman çıkıyor,
        yanık kokusu, gaz kokusu, gaz kaçağı, gaz sızıntısı, patladı, patlıyor, patlama, patlayabilir, kıvılcım,
        elektrik çarptı, çarptı, elektrik çarpması, yanık, yaralandı, yaralı, yaralılar, yaralandım, yaralanma, kan,
        kanadı, kanıyor, ambulans, hastane, hastaneye, hastanelik, acil servis, acile, bayıldı, bayıldım,
        bilinci kapalı, boğuldu, boğuluyordu, boğulma, fren tutmadı, frenler tutmadı, fren, freni, hava yastığı,
        airbag, kaza, kaza yaptım, karbonmonoksit, açıkta kablo, aşırı ısınıyor, aşırı ısındı, eridi, batarya şişti,
        pil şişti, şişmiş, tehlikeli, tehlike, can güvenliği, hayati tehlike, güvenli değil, biri ölecek, ölebilirdi,
        ölebilirdik, ölüyordu, ölüyorduk, mahsur, mahsur kaldık, mahsur kaldım, asansörde kaldık, asansörde kaldım,
        asansörde mahsur, nefes alamıyorum, tahliye, tahliye edildi, itfaiye, 112, saldırdı, saldırı, darp, tehdit,
        tehdit etti, bomba, silah, bıçak, kanserojen, asbest, raydan çıktı, sıcak çarpması, nöbet geçirdi, aşırı doz,
        yanlış doz, yanlış ilaç
    """,
    "poison": """
        gıda zehirlenmesi, zehirlendi, zehirlendik, zehirlendim, zehirlenme, zehirli, zehir, salmonella, listeria,
        alerjik reaksiyon, alerjik, alerji, alerjisi, alerjen, anafilaksi, anafilaktik şok, etikette yok,
        etiketinde yazmıyor, fıstık içeriyor, cam çıktı, cam parçası, içinden cam, metal çıktı, metal parçası,
        plastik çıktı, plastik parçası, kustu, kustum, kustuk, kusuyor, kusma, ishal, hasta oldum, hasta oldu,
        hasta olduk, hastalandı, döküntü, kızarıklık, yan etki, yan etkisi, yan etkiler, kurt çıktı, kurtlu,
        kurtlanmış, böcek çıktı, böcek, içinden böcek, hamam böceği, fare, fare çıktı, sıçan, tahtakurusu, bulaşmış,
        toksik
    """,
    "self_harm": """
        intihar, intihar edeceğim, intihar etmek, kendimi öldürmek, kendimi öldüreceğim, ölmek istiyorum,
        yaşamak istemiyorum, artık yaşamak istemiyorum, canıma kıymak, canıma kıyacağım, hayatıma son,
        hayatıma son vermek, kendime zarar, kendimi kesiyorum, bensiz daha iyi, bir daha uyanmamak,
        her şeye son vermek, kendimi atacağım, yaşamanın anlamı yok
    """,
    "death": """
        öldü, ölü, ölüm, ölen, ölümü, ölümcül, öldürdü, öldürüyor, vefat, vefat etti, hayatını kaybetti, can kaybı,
        cenaze, can verdi
    """,
    "legal": """
        avukat, avukatım, avukatıma, avukatımla, dava, dava açacağım, dava açıyorum, dava açtım, davalık, mahkeme,
        mahkemeye, mahkemede, yasal yollara, yasal işlem, yasal haklarımı, yasal süreç, hukuki, hukuki yollara,
        hukuki süreç, kvkk, telif, telif hakkı, marka ihlali, yasadışı, yasa dışı, kanunsuz, hukuksuz, suç,
        suç duyurusu, sözleşme ihlali, ihtarname, ihtar, noter, iftira, toplu dava
    """,
    "authority": """
        polis, polise, polisi, savcılık, savcılığa, emniyet, jandarma, tüketici hakem heyeti, tüketici hakem,
        hakem heyeti, hakem heyetine, tüketici hakları, tüketici mahkemesi, ticaret bakanlığı, bakanlık, bakanlığa,
        cimer, btk, bddk, epdk, rekabet kurumu, reklam kurulu, sağlık bakanlığı, tarım bakanlığı, alo 174, zabıta,
        sgk, belediye denetim, denetim, soruşturma, şikayet ettim, şikayet edeceğim, şikayetvar, ceza kesildi,
        para cezası, ombudsman
    """,
    "breach": """
        veri sızıntısı, veri ihlali, sızdı, sızdırıldı, sızdırılmış, veriler sızdı, veri hırsızlığı, çalındı,
        hesabım çalındı, çalınan, hacklendi, hacklendim, hesabım hacklendi, hack, hacker, hackerlar, siber saldırı,
        kişisel verilerim, kişisel veriler, verilerim, bilgilerim, müşteri verileri, başkasının bilgileri,
        başkasının hesabı, başka birinin hesabı, başkasının siparişi, oltalama, phishing, fidye yazılımı,
        güvenlik açığı, kimlik hırsızlığı, yetkisiz, yetkisiz erişim, bilgim dışında, haberim olmadan,
        hesabım boşaltıldı, hesabımı boşalttılar, boşaltıldı, çaldılar
    """,
    "boycott": """
        boykot, boykot ediyorum, boykot ediyoruz, boykot edin, boykot edelim, almayın, satın almayın, kimse almasın,
        uygulamayı silin, siliyorum uygulamayı, paylaşın, paylaşalım, rt yapın, rt lütfen, yayalım, yayın lütfen,
        herkes bilsin, herkes duysun, viral, tt olalım, gündem, gündem olsun, yazıklar olsun size, protesto,
        protesto ediyoruz, imza kampanyası, tepki, tepkiler, grev, linç, ifşa
    """,
    "hate": """
        ırkçı, ırkçılık, ırkçılar, cinsiyetçi, cinsiyetçilik, homofobik, homofobi, transfobik, transfobi, antisemitik,
        islamofobik, islamofobi, ayrımcılık, ayrımcı, ayrımcılık yaptılar, ayrımcılığa uğradım, taciz, taciz etti,
        cinsel taciz, tacize uğradım, saldırgan, hakaret, hakaret etti, hakaret ediyor, küfür etti, aşağıladı,
        aşağılayıcı, kadın düşmanı, nazi, tekerlekli sandalye, engelli ayrımcılığı, nefret söylemi, dine hakaret,
        saygısızca
    """,
    "wrongdoing": """
        çocuk işçi, çocuk işçiler, çocuk işçiliği, sömürü, sömürüyorsunuz, köle gibi, zorla çalıştırma,
        kirletiyorsunuz, kirletiyor, kirlilik, atıkları, atık döküyor, dereye, çevreyi kirleten, greenwashing, rüşvet,
        yolsuzluk, örtbas, örtbas ediyorsunuz, gizliyorsunuz, gizlediniz, saklıyorsunuz, sakladınız, skandal,
        yalan söylüyorsunuz, yalan söylediniz, yalan, aldattınız, aldatıyorsunuz, aldatıcı, yanıltıcı,
        yanıltıcı reklam, aldatıcı reklam, yanıltıyorsunuz, vergi kaçırma, hayvan deneyi, hayvanlar üzerinde,
        hayvan istismarı, maaşları ödemiyorsunuz, maaş ödenmedi, deepfake, iç yazışma, iç belgeler, sızan belge,
        sızan video, sızan ses kaydı, kanıt, kanıtlar, delil, yorumları siliyorsunuz, yorumumu sildiniz,
        yorumlarımı siliyorsunuz, silinen yorum, ormanları, gramaj düşürme, fahiş fiyat, stokçuluk
    """,
    "recall": """
        geri çağırma, geri çağırın, geri çağrıldı, geri çağırıyor, toplatıldı, toplatılsın, toplatma,
        piyasadan toplatın, raflardan, parti numarası, seri numarası, lot numarası, yemeyin, kullanmayın, tüketmeyin,
        almayın bu ürünü, dikkat, dikkat edin, dikkatli olun, uyarı, uyarıyorum, herkesi uyarıyorum, aman dikkat,
        ifşa listesi
    """,
    "outage": """
        kesinti var, elektrik kesintisi, elektrik yok, elektrikler yok, elektrikler kesik, elektrik kesildi,
        su kesintisi, su yok, sular kesik, doğalgaz yok, ısınma yok, kombi yanmıyor tüm, internet kesintisi, çöktü mü,
        sistem çöktü, sistem çalışmıyor, sistem yok, sunucular çöktü, sunucu çöktü, sunucular kapalı, uygulama çöktü,
        hiçbir şey çalışmıyor, hiç kimse, herkes, herkeste, herkeste mi, bende mi, sadece bende mi, bir bende mi,
        sadece ben mi, sizde de, sizde de var mı, başka yaşayan, yaşayan var mı, tüm şehir, bütün şehir, tüm mahalle,
        bütün mahalle, tüm bölge, tüm türkiye, türkiye genelinde, tüm sokak, bütün sokak, ülke genelinde, genel arıza,
        pos cihazları, tüm mağazalar, erişim sorunu
    """,
    "stranded": """
        mahsur, yolda kaldık, yolda kaldım, ortada kaldık, ortada kaldım, ortada bıraktınız, ortada bıraktılar,
        havalimanında kaldık, havalimanında mahsur, havaalanında kaldık, havalimanında uyuduk, yerde yatıyoruz,
        yerlerde yattık, otel verilmedi, otel yok, gecenin bu saatinde, gecenin köründe, gece yarısı, dağ başında,
        soğukta, soğukta bekliyoruz, donuyoruz, sokakta kaldık, uçağımı kaçırdım, uçağı kaçırdım, uçağı kaçıracağım,
        uçağımı kaçıracağım, aktarmamı kaçırdım, kaçıracağım, eve dönemiyorum, eve gidemiyorum, yol kenarında, çekici,
        çekici gelmedi, mağdur ettiniz, mağdur olduk, mağdur edildik
    """,
    "vulnerable": """
        bebek, bebeğim, bebeği, bebekler, yeni doğan, çocuk, çocuğum, çocuklar, çocuklarım, oğlum, kızım, yaşlı,
        yaşlılar, annem, babam, babaannem, anneannem, dedem, engelli, engelli oğlum, hamile, hamileyim, insülin,
        şeker hastası, diyaliz, oksijen, oksijen cihazı, solunum cihazı, ilaç, ilaçlar, ilacım, kemoterapi, kanser,
        kanser hastası, astım, epilepsi, ameliyat, kalp pili, görme engelli, otizm, hastalarım
    """,
    # What the brand does
    "announcement": """
        duyuru, duyurdu, duyurdunuz, duyuruldu, açıkladınız, açıklandı, açıkladı, basın bülteni, tanıtım, tanıtıldı,
        tanıttınız, fragman, teaser, yazınız, makaleniz, az önce okudum, okudum, yeni gördüm, gördüm ki, duydum,
        duyduk, doğru mu, gerçek mi, kampanya, yeni kampanya, reklam, reklamınız, yeni reklam, reklam filmi, etkinlik,
        etkinliğiniz, canlı yayın, webinar, bülten, haber, haberi, güzel haber, harika haber, bilanço
    """,
    "launch": """
        lansman, lansmanı, çıkış tarihi, çıkıyor, çıkacak, ne zaman çıkacak, ne zaman çıkıyor, çıktı, satışa çıktı,
        satışa sunuldu, satışa çıkacak, yeni özellik, yeni özellikler, yeni sürüm, yeni versiyon, yeni model,
        yeni koleksiyon, yeni sezon, yeni hat, yeni rota, yeni güncelleme, yeni logo, yeni tasarım, yeni lezzet,
        yeni tat, yeni aroma, yeni mağaza, açılış, açılıyor, açılacak, açacak mısınız, şube açın, beta, yeni uygulama,
        yeni menü, yeni ambalaj, yeni tarif, geri geldi, geri döndü, geri gelsin, geri getirin, yeni albüm, devamı,
        2. sezon, dlc, türkiyeye gelecek mi, türkiye ye gelecek, türkiyeye ne zaman, türkiye de satılacak,
        yeni tarife, üretimi durdu
    """,
    "company": """
        birleşme, satın alma, satın aldı, devraldı, yeni ceo, ceo, genel müdür, işten çıkarma, işten çıkarmalar,
        işten çıkardı, karbon nötr, sürdürülebilirlik, sürdürülebilir, yenilenebilir, ortaklık, iş birliği yaptı,
        sponsorluğu, genel merkez, halka arz, borsa, hisse, hisseler, bağış, bağışladı, bağış yaptı, vakıf, vakfı,
        taahhüdü, zam, zam geldi, zam yaptınız, zamlar, fiyat artışı, dört gün çalışma, yatırım
    """,
    "contest": """
        çekiliş, çekilişi, çekilişe, çekilişiniz, yarışma, yarışması, yarışmaya, ödül, ödülü, hediye, kazanan,
        kazananlar, kazandım, kazandı, kim kazandı, kazanmak, kazanmak istiyorum, umarım kazanırım, umarım ben,
        katıldım, katılıyorum, katılmak, katılım, katılımcı, katılım şartları, son katılım, etiketledim, etiketle,
        etiketliyorum, beğendim paylaştım, paylaştım, takipteyim, takip ediyorum, yaptım ✅, bol şans,
        herkese bol şans, bana çıksın, bana çıksa, inşallah bana, inşallah çıkar, inşallah kazanırım,
        şansımı deniyorum, oy, oy verdim, oy verin, oylama, jüri, meydan okuma, quiz, talihli, talihliler, ikinci,
        birinci
    """,
    # What is said kindly
    "thanks": """
        teşekkür, teşekkürler, teşekkür ederim, teşekkür ederiz, çok teşekkürler, çok teşekkür ederim, tşk, tşkler,
        tşkr, sağ olun, sağolun, sağol, sağ ol, eyvallah, minnettarım, müteşekkirim, allah razı olsun,
        emeğinize sağlık, elinize sağlık, ellerinize sağlık, helal olsun, tebrik ederim ekibi, günümü kurtardınız,
        ilginiz için, ilginize teşekkür, ilgili personele
    """,
    "love": """
        seviyorum, çok seviyorum, bayılıyorum, bayıldım, bayıldık, aşığım, aşık oldum, favorim, favori, en sevdiğim,
        en iyi, en iyisi, en iyisisiniz, bir numara, harika, harikasınız, harikaydı, muhteşem, mükemmel,
        mükemmelsiniz, süper, süpersiniz, şahane, müthiş, efsane, efsanesiniz, inanılmaz güzel, enfes, nefis,
        lezzetli, çok lezzetli, leziz, güzel, çok güzel, çok güzeldi, çok iyi, çok iyiydi, çok başarılı, başarılı,
        kaliteli, çok kaliteli, şık, tatlı, çok tatlı, kusursuz, on numara, 10 numara, 10/10, beş yıldız, 5 yıldız,
        mutlu, mutluyum, çok mutluyum, memnun, memnunum, çok memnunum, memnun kaldım, memnun kaldık, tavsiye ederim,
        tavsiye ediyorum, herkese tavsiye, kesinlikle tavsiye, alın aldırın, değer, değdi, paraya değer, hayranım,
        hayran kaldım, etkileyici, şaheser, başyapıt, bağımlısı oldum, güler yüzlü, güleryüzlü, nazik, ilgili,
        çok ilgili, yardımsever, kral, kralsınız, adamsınız, on numara beş yıldız, iyi ki varsınız, iyi ki
    """,
    "greeting": """
        günaydın, iyi günler, iyi akşamlar, iyi geceler, iyi haftalar, mutlu haftalar, iyi hafta sonları,
        iyi bayramlar, mutlu bayramlar, hayırlı bayramlar, bayramınız kutlu olsun, hayırlı cumalar, mutlu yıllar,
        doğum günün kutlu olsun, iyi ki doğdun, merhabalar, merhaba herkese, selamlar, selam herkese, sevgiler,
        saygılar, kolay gelsin, iyi çalışmalar, hayırlı işler, görüşmek üzere, afiyet olsun
    """,
    "fan": """
        hayranı, hayranıyım, fanı, fanıyım, fanart, cosplay, dövme, topluluk, kedim, köpeğim, koleksiyonum,
        koleksiyon, çocukluğum, çocukluğumun, çocukken, çocukluğumdan beri, küçükken, anılar, nostalji,
        yıllardır müşterinizim, yıllardır kullanıyorum, yıllardır, 20 yıldır, 10 yıldır, sadık müşteri,
        sadık müşteriniz, maraton, dinleye dinleye, rekor, rekorum, selfie, gün batımı, manzara, fotoğraf, kombin,
        tarif, pişirdim, kendim yaptım, admin, adminim, stajyer, bu hesabı yöneten, bu hesap, meme
    """,
    "congratulations": """
        tebrikler, tebrik, tebrik ederim, tebrik ederiz, kutlarım, kutluyorum, kutlu olsun, hayırlı olsun,
        hak ettiniz, hak edilmiş, gurur, gurur duydum, gururumuz, gururluyuz, sabırsızlanıyorum, sabırsızlıkla,
        sabırsızlıkla bekliyorum, heyecanla bekliyorum, heyecanlıyım, çok heyecanlıyım, nihayet, sonunda,
        nice yıllara, daha nice, başarılar, başarılarınızın devamını
    """,
    # Who wants to buy
    "price": """
        fiyat, fiyatı, fiyatı ne, fiyatı nedir, fiyatlar, fiyatları, ne kadar, kaç para, kaç lira, kaç tl, kaça,
        ücreti ne kadar, pahalı, çok pahalı, ucuz, daha ucuz, uygun fiyat, indirim, indirimi, indirimli, indirim kodu,
        indirim kuponu, kupon, promosyon, kampanyalı, teklif, fiyat teklifi, aylık, ayda, ücretsiz deneme,
        deneme süresi, kargo ücreti, ücretsiz kargo, kargo bedava, toptan, toplu alım, öğrenci indirimi, aile paketi,
        kurumsal paket, takas, finansman, taksit var mı, taksit imkanı, kaç taksit, kredi, kredisi, konut kredisi,
        faiz, faiz oranı, leasing
    """,
    "buy": """
        satın almak, satın alabilirim, satın alacağım, almak istiyorum, alacağım, almayı düşünüyorum, alsam,
        almak isterim, nereden alabilirim, nereden alırım, nereden alınır, nereden aldınız, nerede satılıyor,
        nerede satışta, nerden alabilirim, nerden alırım, nasıl alırım, nasıl sipariş, sipariş vermek istiyorum,
        sipariş vermek, istiyorum bundan, bunu istiyorum, bundan istiyorum, ihtiyacım var, ilgileniyorum,
        ilgileniyoruz, düşünüyorum, mağazalarda, mağazada, mağazada var mı, en yakın mağaza, satış noktası,
        bayilik yeri, size geçmek istiyorum, size geçmek, numara taşıma, numaramı taşımak, hesap açmak,
        hesap açmak istiyorum, test sürüşü, demo, satış temsilcisi, satış ekibi, hediye kartı, hediye almak,
        hediye için, şirketimiz için, firmamız için, ofisimiz için, ofis için, çalışanımız, lisans
    """,
    "availability": """
        stok, stokta, stokta var mı, stok var mı, stoklarda, stoklara, ne zaman stokta, tekrar gelecek mi,
        yeniden gelecek mi, gelecek mi, tükendi, tükenmiş, tükenmişti, kalmamış, kaldı mı, mevcut mu, mevcut, var mı,
        varmı, bulunur mu, bulunuyor mu, satıyor musunuz, gönderiyor musunuz, gönderim var mı, yurtdışına,
        kargo var mı, siyahı var mı, mavisi var mı, beyazı var mı, kırmızısı var mı, siyah renk, beden, bedeni,
        bedenler, beden tablosu, hangi beden, numarası var mı, hangi model, hangi renk, renk, renkleri,
        renk seçenekleri, farkı ne, farkı nedir, arasındaki fark, uyumlu mu, uyumlu, olur mu buna, uyar mı, vegan mı,
        vegan, glutensiz, laktozsuz, su geçirmez, su geçirir mi, menzili, ölçüleri, boyutları, evcil hayvan,
        köpek kabul, kahvaltı dahil, deniz manzaralı, yer var mı, boş oda
    """,
    # Press and partners
    "press": """
        gazeteci, gazeteciyim, gazeteciler, muhabir, muhabiri, muhabiriyim, editör, editörü, haber yapıyorum,
        haber hazırlıyorum, haber hazırlıyoruz, haberi için, yazı hazırlıyorum, makale yazıyorum, dosya hazırlıyorum,
        hakkında haber, basın, basın departmanı, basın danışmanı, basın iletişim, basın birimi, basın kiti,
        açıklama yapacak mısınız, resmi açıklama, açıklama, yorum almak, görüş almak, görüşünüzü, sözcü, sözcünüz,
        röportaj, röportaj yapmak, mülakat talebi, gazete, gazetesi, dergi, dergisi, radyo, televizyon, tv, belgesel,
        podcast, yarın yayınlayacağız, yayınlanacak, yayınlamak, akreditasyon, videonuzu kullanmak,
        fotoğrafınızı kullanmak, teyit
    """,
    "partner": """
        iş birliği, işbirliği, iş birlikleri, işbirliği yapmak, iş birliği yapmak, işbirliği için, ortak çalışma,
        sponsor, sponsorluk, sponsor olmak, sponsor olur musunuz, sponsor arıyoruz, marka elçisi, elçi, influencer,
        içerik üreticisi, içerik üreticisiyim, içerik üreticileri, ugc, media kit, takipçilerim, takipçim var,
        kanalım, kanalımda, blogum, blogger, festivalimiz, etkinliğimiz, derneğimiz, kulübümüz, okulumuz,
        konferansımız, topluluğumuz, dernek, hayır kurumu, yardım kampanyası, gönüllü, stk, konuşmacı, panel, seminer,
        affiliate, ürün incelemesi, inceleme için, unboxing, abone, okurlarımız, birlikte çalışmak, tedarikçi,
        tedarikçiniz, distribütör, bayilik, bayilik almak, bayiniz olmak, üniversite, öğrenci kulübü, tez, tezim,
        yüksek lisans tezi, anket, aday gösterildi, davet, davet etmek
    """,
    "job": """
        iş ilanı, iş başvurusu, iş başvurum, başvurdum, başvuru, başvuru yaptım, iş arıyorum, staj, stajyer alımı,
        staj başvurusu, cv, özgeçmiş, mülakat, iş görüşmesi, eleman, personel alımı, işe alım, kariyer,
        sizde çalışmak, sizinle çalışmak, burada çalışıyorum, ilk iş günüm, yeni işim, iş arkadaşlarım, eski çalışan,
        eski çalışanınız
    """,
    # Nothing to do
    "money_spam": """
        kripto, kripto para, bitcoin, airdrop, nft, forex, borsa sinyal, sinyal grubu, yatırım yap, yatırım yapın,
        yatırım fırsatı, yatırdım kazandım, kazanç, kazançlar, kâr, kar ettim, para kazan, para kazanın,
        para kazanmak, para kazanıyorum, kazanıyorum, ek gelir, pasif gelir, günlük kazanç, günde, haftada, evden,
        evden çalış, evden para, evden çalışarak, finansal özgürlük, zengin ol, casino, bahis, bahis sitesi, iddaa,
        slot, deneme bonusu, bonus, freespin, hızlı kredi, faizsiz kredi, kilo ver, kilo verdim, zayıfla, zayıflama,
        viagra, bedava iphone, kazandınız, seçildiniz, ödülünüzü alın, cüzdan, para çekme, katladım, mentorum,
        sayesinde kazandım
    """,
    "look_alike": """
        @anyone ile iletişime geçin, @anyone hesabına yazın, iletişime geçin, bu hesaba yazın, değerli müşterimiz,
        sayın müşterimiz, sayın müşteri, hesabınızı doğrulayın, bilgilerinizi doğrulayın, bilgilerinizi güncelleyin,
        hesabınız kapatılacak, hesabınız askıya, kargonuz bekliyor, gümrük ücreti, formu doldurun, tıklayın,
        buraya tıklayın, linke tıklayın, linkten, aşağıdaki link, whatsapp, whatsapptan, telegram, telegramdan,
        kurtarmama yardım etti, paramı kurtardı, hesap kurtarma, hesabımı geri aldı, etik hacker,
        bilgilerinizi gönderin, kart bilgileriniz, kart numaranız, resmi destek hesabı, destek ekibimiz, aidat iadesi
    """,
    "follow_bait": """
        takip et, beni takip edin, beni takip et, takibe takip, gt, geri takip, takip edeni takip, kanalıma abone,
        kanalıma abone olun, abone olun kanalıma, profilime bakın, profilime, profilimi ziyaret, profilimdeki link,
        link biyografide, link biyoda, bio da, biyomda, onlyfans, takipçi satın al, takipçi, takipçi hilesi,
        ucuz takipçi, seo, web sitesi yapılır, web tasarım, logo tasarım, yeni şarkım, şarkım çıktı, yeni klibim,
        müziğimi, bana oy verin, bekar bayanlar, escort, ifşa linki, arkadaşlık sitesi, replika, rolex, ucuz saat,
        kodumu kullan, davet kodum, referans kodu, ödev yapılır, tez yazılır
    """,
    "off_topic": """
        hava durumu, öğle yemeği, trafik, seçim, siyaset, siyasetçi, futbol, dünkü maç, yanlış hesap, yanlış kişi,
        yanlış firma, siz değil, test, deneme, ilk yorum, ok, tamam, hmm
    """,
    # How it is said
    "question_word": """
        ne, ne zaman, nerede, nerde, nereden, neden, niye, niçin, kim, kimin, hangi, hangisi, nasıl, kaç, mı, mu,
        mıdır, misiniz, musunuz, miyim, var mı, yok mu, bilen var mı, bilen varmı, acaba, soru, bir soru, sorum var,
        merak ettim, merak ediyorum
    """,
    "can_you": """
        yapabilir misiniz, olur musunuz, bakar mısınız, bakabilir misiniz, söyler misiniz, yazar mısınız,
        verir misiniz, alabilir miyim, alabilir miyiz, mümkünse, lütfen, rica ederim, rica ediyorum, rica ediyoruz,
        istiyorum, istiyoruz, isterim, talep ediyorum, talep, bekliyorum cevabınızı, söyleyin, bana dönün, dönün,
        dönüş yapın, dönüş bekliyorum, dönüş yapar mısınız, haber verin, bilgi verin, bilgi verir misiniz,
        bilgi almak istiyorum, bilgi, gönderin, gönderir misiniz, arayın, beni arayın, iletişime geçer misiniz,
        cevap verin, cevap verir misiniz, cevap, cevap bekliyorum, açıklayın, açıklama bekliyorum, bir şey yapın,
        düzeltin artık, geri getirin, ekleyin, getirin, çözün artık, gerekeni yapın, gereğini
    """,
    "urgent": """
        acil, acilen, çok acil, acele, derhal, hemen, bir an önce, en kısa sürede, en kısa zamanda, asap, şu an, şuan,
        şimdi, bugün, bu akşam, bu gece, yarın, yarına kadar, yarın sabah, cumaya kadar, pazartesiye kadar,
        bir saat içinde, 1 saat sonra, 2 saat sonra, iki saat sonra, yarım saat, 10 dakika, dakika, düğün, düğünüm,
        cenaze, sınav, son şans, kira, maaş, maaşım
    """,
    "again": """
        yine, gene, tekrar, yeniden, bir daha, hala, halen, sürekli, devamlı, her zaman, her zamanki gibi, her gün,
        her hafta, her seferinde, hep, hep aynı, üçüncü kez, kaçıncı, haftalar, aylar, günler, saatler,
        pazartesiden beri, cumadan beri, dünden beri, geçen haftadan beri
    """,
    "mine": "ben, bana, beni, benim, bende, biz, bize, bizi, bizim",
    "yours": "siz, size, sizi, sizin, sizden, sen, senin, ekip",
    "complaint": """
        hayal kırıklığı, hayal kırıklığına, kötü, çok kötü, berbattı, kötüydü, sinir, sinirliyim, sinirlendim,
        sinir bozucu, öfkeliyim, kızgınım, bıktım, bıktık, usandım, yeter, yeter artık, yetti, pişmanım, pişman oldum,
        memnun değilim, memnun kalmadım, memnun değiliz, beğenmedim, tavsiye etmem, tavsiye etmiyorum,
        kimseye tavsiye etmem, sakın almayın, almayın aldırmayın, uzak durun, bir daha asla, bir daha almam,
        asla almam, son kez, son olsun, müşteri kaybettiniz, bir müşteri kaybettiniz, başka firmaya, geçiyorum başka,
        dolandırıcı, dolandırıcılar, dolandırıcılık, dolandırıldım, dolandırdınız, kazık, kazıkladınız, kazıklandım,
        soygun, soyguncu, hırsız, hırsızlar, hırsızlık, çöp, çöp gibi, bok gibi, boktan, saçmalık, saçma, saçma sapan,
        komik, rezillik, yazık, yazıklar olsun, ayıp, ayıp ya, ciddiyetsiz, ciddiyetsizlik, sorumsuz, sorumsuzluk,
        umursamaz, umursamıyorsunuz, ilgisiz personel, beceriksiz, yetersiz, işe yaramaz, işe yaramıyor, gereksiz,
        yavaş, çok yavaş, geç, para tuzağı, para israfı, zaman kaybı, yalancı, yalancılar, bahane, bahaneler,
        saygısızlık, problem, sorun, sorunlar, sorunu, sıkıntı, sıkıntılı, mağdur, mağdurum, üzgünüm, üzücü, maalesef,
        malesef, sıkıcı, çirkin, kaos, gittikçe kötüleşiyor, her geçen gün kötü, kalite düştü, kalitesi düştü,
        kalitesiz, bozdunuz, mahvettiniz, lanet, lanet olsun, amk, aq, mk, siktir, ulan, şaka gibi,
        dalga mı geçiyorsunuz, dalga geçiyorsunuz, sıfır yıldız, bir yıldız
    """,
    "awful": """
        berbat, rezalet, rezil, rezilsiniz, iğrenç, iğrençsiniz, felaket, korkunç, skandal hizmet, kabul edilemez,
        utanç verici, utanmaz, utanmazlar, utanın, yüz karası, en kötü, en kötüsü, daha kötü, kepaze, kepazelik,
        terbiyesizlik, terbiyesizler, ahlaksız, ahlaksızlık, şerefsiz, şerefsizler, namussuz, vicdansız, nefret,
        nefret ediyorum, kabus, kabus gibi, cehennem, tam bir rezalet, tam bir fiyasko, fiyasko, allah belanızı,
        sürüm sürüm, geri zekalı
    """,
    "sarcasm": """
        teşekkürler hiçbir şey için, hiçbir şey için teşekkürler, tebrikler gerçekten, tebrikler 👏, bravo, bravo 👏,
        alkış, alkışlıyorum, ne sürpriz, şaşırdık mı, şaşırmadım, hiç şaşırmadım, her zamanki gibi harika,
        harikasınız gerçekten, süpersiniz gerçekten, çok başarılısınız gerçekten, böyle devam, aynen böyle devam,
        aynen, tabi tabi, tabii tabii, eminim, dahi, dahisiniz, beklemeye bayılıyorum, beklemeyi seviyorum,
        bayılıyorum böyle, ironi, sadece 3 saat, helal size, helal valla, pes, pes doğrusu
    """,
    "rhetorical": """
        ciddi misiniz, ciddi misin, cidden mi, ciddi ciddi, şaka mı, şaka mı bu, şaka mısınız, dalga mı geçiyorsunuz,
        bu ne, bu ne ya, bu nedir, bu nasıl, bu nasıl bir, nasıl bir, ne biçim, nasıl olur, nasıl olabilir,
        bu kadar mı zor, çok mu zor, kimin fikri, kim onayladı, aklınızdan ne geçiyordu, utanmıyor musunuz,
        hiç utanmıyor musunuz, derdiniz ne, sorununuz ne, ne işe yarıyorsunuz, neye yarar, kimin umurunda, kim takar,
        değil mi, yok artık, olacak iş mi, oldu mu şimdi, daha ne, nereye kadar
    """,
    "laugh": """
        haha, hahaha, hahahaha, hehe, sjsjsj, ksksks, asdfg, random, lol, jsjsjs, ahahah, gülüyorum, güldüm,
        çok güldüm, koptum, şaka, şaka yapıyorum, şaka bir yana, 😂, 🤣
    """,
    "quiet": """
        cevap vermenize gerek yok, cevaba gerek yok, yanıt gerekmez, sadece söylemek istedim, sadece demek istedim,
        söylemek istedim, paylaşmak istedim, bilginize, bilginiz olsun, fyi, çözüldü, sorun çözüldü, sorunum çözüldü,
        hallettim, halledildi, halloldu, düzeldi, artık çalışıyor, şimdi çalışıyor, geldi bugün, yine de teşekkürler,
        sorun değil, önemli değil, sıkıntı yok, acelesi yok, acele yok, acil değil, boş verin, neyse
    """,
    "good": """
        iyi, güzeldi, hoş, beğendim, beğendik, rahat, kullanışlı, pratik, hızlı, hızlıydı, zamanında, güvenilir,
        sevindim, tatlı, keyifli, sorunsuz
    """,
    "but": "ama, fakat, ancak, lakin, rağmen, yalnız, gerçi",
    "not": "hiç, asla, hiçbir, kimse, ne yazık",
    "nothing": """
        gülmekten öldüm, gülmekten ölüyorum, gülmekten öldük, öldüm gülmekten, öldüm 😂, ölüyorum 😂, ölüp bitiyorum,
        bitiyorum, uğruna ölünür, ölümüne, ölünür, merakımdan ölüyorum, merakımdan çatlıyorum, meraktan öldüm,
        öldüren cazibe, bomba gibi, bomba fırsat, bomba indirim, banyo bombası, lezzet bombası, lezzet patlaması,
        patlama yaşıyor ağzımda, satışlar patladı, patlattınız, ağızda dağılıyor, ağızda eriyor, içim eridi,
        eridim bittim, kalbimi çaldı, kalbimi kırdı, kalbimi kırdınız, kalp kırıklığı, rol çaldı, rekor kırdı,
        rekor kırıyor, buzları kırmak, gülmekten kırıldım, yanıyor ortalık, ateş ediyor, yakıyor 🔥, yıkılıyor,
        yıkılıyorsunuz, yıktı geçti, yıkıldı ortalık, manyak güzel, manyak iyi, deli güzel, delice güzel,
        hasta oldum bu, hastasıyım, hastasıyız, korkunç güzel, korkunç iyi, fena değil, hiç fena değil,
        fena halde güzel, kötü değil, hiç kötü değil, korku filmi, korku oyunu, polisiye, cinayet dizisi,
        cinayet romanı, true crime, final boss, death metal, kaçış oyunu, yasaklanmalı bu kadar güzel, yasadışı güzel,
        suç olmalı bu kadar, cüzdanıma zarar, cüzdanım için tehlikeli, bağımlılık yapıyor, bağımlılık yaptı,
        kan portakalı, kan şekeri, beklediğime değdi, beklemeye değdi, beklemeye değer, sabırsızlıkla bekliyorum,
        sabırsızlıkla bekliyoruz, heyecanla bekliyorum, heyecanla bekliyoruz, dört gözle bekliyorum,
        dört gözle bekliyoruz, sorun yok, sıkıntı yok, hiç sorun yok, hiç sorun yaşamadım, sorun yaşamadım, hackathon,
        kahve molası, el yapımı, kaza ile, allah korusun
    """,
}
