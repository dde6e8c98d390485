"""The commonest words of languages, as they are typed: with accents; the reading takes those off."""

COMMON = {
    "en": """
        the and is it to of you i that in was for on are with my this have be at not but your they we he she from so
        what all if can out up just about there when who will more no do how me an has been its im ive dont cant get
        got would like why our their as or by am did does had were any now still please thanks thank where need one
        than them some only after anyone really love these those because very then into know here too hey hi hello
        good great never ever again back day today u ur pls lol yeah ok could should same first help new order want
        last time every being off over even much well his her him us which working nice best happy someone anybody
        everybody nobody nothing something anything i'm it's don't can't you're that's i've didn't doesn't isn't won't
        couldn't what's there's we're they're
    """,
    "de": """
        der die das und ist ich nicht ein eine einen einem einer zu mit auf für von den dem des sie wir ihr euch euer
        eure eurem euren es im in an auch sich aber als wie war hat habe haben mein meine meinen meiner mir mich dir
        dich wann warum wo was wer noch immer schon nur so kann könnt können bitte danke mal seit nach bei aus über
        wird werden kein keine keinen sehr mehr oder wenn dass doch jetzt heute gestern gibt gerade schön super leider
        endlich vielen gut einfach alles ihn uns sind seid bin hallo moin wieder ganz man vom zum zur hab ja nein dann
        weil hier keiner nie viel ohne
    """,
    "es": """
        el la los las de que y en un una es no se por con para su lo me mi al del le ya muy más pero como esta este
        esto está están hay cuando donde dónde cuándo qué cómo porque sin son soy fue tengo tienen tiene hola gracias
        favor desde hace hasta también todo todos nada mis tu te nos ser si sí ustedes vosotros alguien quiero puedo
        pueden puede he ha han bien mejor siempre nunca ahora hoy días año años solo sólo otra otro vez mucho muchas
        pues aún todavía voy vuestro les
    """,
    "fr": """
        le la les de des du un une et est à je tu il elle nous vous ils que qui ne pas pour dans en sur avec ce cette
        ces mon ma mes votre vos notre au aux se sa son mais ou où quand comment pourquoi plus très bien merci bonjour
        salut svp depuis c'est j'ai n'est qu'il d'un l' d' c' j' n' s' avez avons ont sont suis été être fait faire
        tout tous toujours encore rien jamais aucun aucune si peut pouvez alors aussi ça moi vraiment trop même déjà
        quel quelle chez par leur y a jour quelqu'un ai es m' t' qu' lui sans soir après avant
    """,
    "pt": """
        o a os as de que e em um uma é não se por com para do da dos das no na nos nas ao à eu você vocês meu minha
        meus minhas mais mas como está estão tem têm já muito quando onde porque porquê qual isso este esta esse essa
        foi ser são sou obrigado obrigada olá oi bom boa dia desde há até também tudo nada sem ainda só vou pra pro tá
        né vcs vc hoje sempre nunca alguém pode podem consigo quero gente agora depois melhor fazer dias ano anos ele
        ela me te lhe seu sua isto aqui pelo pela num numa
    """,
    "it": """
        il lo la i gli le di che e è un una uno in per con non si da del della dei delle nel nella al alla ai sono ho
        ha hanno mi ti ci vi mio mia miei vostro vostra vostri questo questa quando dove come perché cosa chi anche ma
        più molto bene grazie ciao buongiorno sempre mai ancora già solo tutto tutti niente se poi qui oggi ieri sul
        sulla dal dopo quanto posso potete siete avete fare fatto stato essere però così ora giorni anno anni dell l'
        c' un' all' nessuno qualcuno o siamo ore
    """,
    "nl": """
        de het een en van ik je dat die in is niet op te aan met voor er zijn was heb hebben hij zij we wij jullie
        mijn maar om als ook nog al naar bij uit dan kan kunnen wel geen wat waar wanneer hoe waarom wie dit deze over
        door heeft hebt ben bent graag alstublieft bedankt dank dankjewel hoi hallo goed heel erg meer weer nu vandaag
        gisteren altijd nooit iets niets iemand alles zo want of mij me jou u uw ons onze gaat moet mag wil wordt
        worden toch echt even sinds dagen jaar zonder
    """,
    "da": """
        og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min mit mine
        havde ham hun nu over da fra du ud dem os op hans hvor eller hvad skal selv her alle vil blev kunne ind når
        være dog noget ville jo deres efter ned skulle denne end dette også under have dig anden jer jeres hvornår
        hvorfor hvordan tak hej kan kommer meget igen stadig bare lige ingen intet aldrig altid siden gang mere mange
        dage god godt rigtig nogen får I fået blevet
    """,
    "no": """
        og i jeg det at en den til er som på de med han av for ikke der var meg seg men et har om vi min mitt mine
        hadde hun nå over da fra du ut dem oss opp hvor eller hva skal selv her alle vil ble kunne inn når være noe
        ville deres etter dere hvorfor hvordan takk hei kan kommer mye igjen fortsatt bare ingen ingenting aldri
        alltid siden gang mer mange dager bra veldig noen får fått blitt dette også ha deg hvem hilsen vært
    """,
    "sv": """
        och i jag det att en den till är som på de med han av för inte var mig sig men ett har om vi min mitt mina
        hade hon nu över då från du ut dem oss upp eller vad ska själv här alla vill blev kunde när vara något skulle
        efter er era ert varför hur tack hej kan kommer mycket igen fortfarande bara ingen inget aldrig alltid sedan
        gång mer många dagar bra väldigt någon får fått blivit detta också ha dig vem ni jättebra hos utan så nej där
        man idag
    """,
    "pl": """
        i w na nie z się do to że jest o jak co ale po tak za od mi już tylko czy dla ja mam by przez ten ta te tym
        kiedy gdzie dlaczego kto bardzo moje mój moja mnie was wam wasz wasza są być był była było jeszcze teraz
        dziękuję dzięki proszę dzień dobry cześć można ktoś nic nigdy zawsze znowu wszystko dni lat roku bez przy pod
        nad tego tej jego ich wy my państwo macie ma mają jestem może możecie dalej ile jaki jaka dziś wczoraj super
    """,
    "tr": """
        ve bir bu da de için çok ne var yok mı mi mu mü ben sen siz biz ama gibi daha en ile o şu kadar olarak sonra
        değil neden nasıl nerede kim hala hâlâ benim sizin bana size her hiç şey günü gün bugün dün yarın lütfen
        teşekkürler teşekkür ederim merhaba selam artık olan olur oldu oluyor ediyorum istiyorum nerde niye mısınız
        misiniz musunuz bile ya ki zaman hep saat gelmedi çalışmıyor güzel harika
    """,
    "hi": """
        hai hain nahi nahin kya ka ki ke ko se me mein mai main aur bhi ho hu hoon raha rahe rahi tha thi the kar karo
        karna kab kaha kahan kyu kyun kaise kaun mera meri mere aap aapka aapki apna tum tumhara hum humara bahut
        bohot accha acha bhai yaar koi kuch abhi tak din wala wali diya gaya gayi chahiye sab log paisa paise ye yeh
        wo woh toh ek jaldi please nhi h krna kr rha rhi ji haan bas kitna kitne itna sakta sakte liye matlab phir ab
        pe par
    """,
    "fi": """
        ja on ei se että en hän oli mutta kun niin ovat ole minun mitä miksi missä milloin miten kiitos hei moi onko
        voiko myös vielä nyt jo vain tai jos minä sinä te me mun sun tämä tuo kaikki hyvä olen olet mikä ollut kanssa
        aina
    """,
    "cs": """
        a je se na že to v s z do o co ale jak by pro jsem jsou už jen když proč kde kdy kdo moje můj mám máte ještě
        děkuji prosím dobrý den ahoj nebo který není byl bylo jste mi vám vás nás díky
    """,
    "ro": """
        și si în la de cu nu este e că ce mai pe un o din pentru sunt am ați a fost când unde cum cine foarte
        mulțumesc vă rog bună ziua dar sau acum încă doar meu mea al ai vostru
    """,
    "hu": """
        a az és hogy nem is egy ez van de meg csak már még mint ha mi mikor hol miért hogyan ki kell nincs köszönöm
        szia kérem jó nagyon vagyok volt lesz minden
    """,
    "id": """
        yang dan di ini itu dengan untuk tidak ada saya kami kamu anda aku dari ke bisa sudah belum kapan mana kenapa
        bagaimana apa siapa tolong terima kasih halo sama banget gak nggak ga udah juga lagi kok dong min kak mohon
    """,
    "vi": """
        và là của có không cho tôi mình bạn các này đã được với khi nào ở đâu sao tại thế gì ai xin chào cảm ơn rất
        nhiều nhưng vẫn chưa rồi đi ạ ơi
    """,
}
