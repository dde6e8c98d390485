"""English. Read with every other language, too, but for what means something else there."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        refund, refunds, refunded, refunding, reimburse, reimbursed, reimbursement, money back, my money,
        compensation, compensate, voucher, chargeback, return label, return it, send it back, returned it, exchange
        it, store credit, give me back, returns policy, return policy
    """,
    "delivery": """
        delivery, deliveries, delivered, deliver, parcel, package, courier, shipment, shipping, shipped, tracking, in
        transit, my order, order number, order arrived, order hasn't, order hasnt, order still, never arrived, hasn't
        arrived, hasnt arrived, not arrived, never showed up, didn't arrive, didnt arrive, didn't show up, missing
        from my order, pickup, preorder, pre-order, orders, ordered, dispatched, postman, driver left, my package,
        lost my
    """,
    "broken": """
        broken, broke, breaks, doesn't work, doesnt work, not working, isn't working, isnt working, won't work, wont
        work, stopped working, quit working, defective, faulty, damaged, dead on arrival, won't turn on, wont turn on,
        won't start, wont start, won't charge, wont charge, not charging, won't connect, wont connect, won't load,
        wont load, won't open, wont open, not loading, keeps crashing, crash, crashed, crashes, crashing, freezes,
        freezing up, frozen screen, froze, bug, bugs, buggy, glitch, glitches, glitchy, error, error code, error
        message, cracked, ripped, leaking, fell apart, falling apart, malfunction, repair, repaired, replace it,
        replacement, warranty, bricked, fix, fixed, fixing, unusable, snapped, torn, shrunk, worn out, lag, lags,
        laggy, lagging, buffering, blank screen, black screen, keeps dropping, disconnects, disconnecting, corrupted,
        won't play, wont play, not syncing, doesnt sync, doesn't sync, overheating
    """,
    "access": """
        log in, login, logging in, locked out, can't log, cant log, can't sign, cant sign, sign in, password, reset
        link, verification code, my account, account locked, account blocked, blocked my, suspended, banned my, got
        banned, 2fa, two factor, activation, activate, activated, pin code, my card, card declined, card got declined,
        declined, frozen account, account is frozen, account frozen, username, captcha, confirmation email,
        authenticator, can't access, cant access, locked my
    """,
    "billing": """
        charged, charging me, overcharged, double charged, charged twice, billed, billing, my bill, bill, invoice,
        invoices, payment, payments, paid, direct debit, fee, fees, hidden fees, subscription, subscriptions, auto
        renew, autorenew, renewed, renewal, took money, taken money, charge me, unauthorised, unauthorized, statement
        balance, deducted, deposit, receipt, receipts, bank transfer, transfer, transaction, transactions, premium
        plan, tariff, top up, top-up, loyalty points, my points, points
    """,
    "cancel": """
        cancel, cancelled, canceled, cancelling, canceling, cancellation, unsubscribe, close my account, delete my
        account, terminate, reschedule, rescheduled, rebook, rebooked, rebooking, change my booking, opt out, stop
        emailing
    """,
    "waiting": """
        still waiting, been waiting, waiting for, waited, on hold, no reply, no response, no answer, nobody answers,
        nobody replies, no one answers, no one replies, nobody responds, no one responds, not responding, never
        replied, haven't heard back, havent heard back, haven't heard, havent heard, ignored, ignoring me, ignore me,
        ignoring my, ghosted, hung up, no update, any update, any updates, any news on, in the queue, queue, follow up
        on, following up, emailed, emails, called, calls, phoned, on the phone, transferred me, passed around, third
        time, 3rd time, second time, fourth time, several times, 5th time, for weeks, for days, for hours, for months,
        days now, weeks now, hours now, days ago, weeks ago, months ago, hours later, keeps saying, still nothing,
        still no, ticket open, open ticket, opened a ticket, support ticket, case number, ticket number, ref number,
        reference number, hello???
    """,
    "help": """
        help me, need help, please help, can you help, can someone help, could you help, help, customer service,
        customer support, customer care, support team, support, service desk, helpline, hotline, call centre, call
        center, agent, chatbot, your bot, dm'd you, dmed you, sent you a dm, dm sent, check your dms, check dm, check
        dms, sent a dm, sent you a message, sort this out, sort it out, look into this, look into it, assist,
        assistance, complaint, complaints department, representative, live chat, your staff, staff, rude, unhelpful
    """,
    "how_to": """
        how do i, how can i, how to, how do you, how do we, is there a way, is it possible to, where do i, where can i
        find, can i change, can i still, can i use, what do i do, what should i do, do i need, am i able to, will i be
        able, which setting, settings, set up, setup, how long does, how long will, what time do, opening hours, what
        time, are you open, open on, do you still, which app, instructions, manual, walk me through, can i bring, am i
        allowed, do i have to, where is the, where's the, when will my
    """,
    "booking": """
        flight, flights, boarding, gate, luggage, suitcase, baggage, bag, bags, my seat, seats, check in, check-in,
        checked in, connection flight, missed my connection, booking, bookings, reservation, reserved, room, rooms,
        hotel, train, trains, bus, buses, platform, timetable, ticket, tickets, delay, delayed, delays, layover,
        itinerary, passenger, passengers, crew, departure, tram, station, aircon, elevator, stop skipped, refuelling,
        dealer, dealership, appointment, prescription, claim, claims, pharmacy, coverage, denied my claim, policy
        number
    """,
    "connection": """
        wifi, wi-fi, internet, broadband, signal, router, no service, network, mobile data, roaming, sim, esim, e-sim,
        landline, fibre, fiber, speed, modem, meter, smart meter, meter reading, server, servers, app, website, site,
        update, playlist sync, firmware, bluetooth, charger, battery, screen, matchmaking, save file, my save, my
        progress, my saves, streaming
    """,
    "wrong_item": """
        wrong item, wrong size, wrong order, wrong one, wrong colour, wrong color, sent me the wrong, sent the wrong,
        missing item, missing items, missing parts, half empty, empty box, expired, out of date, past its date,
        mouldy, moldy, mould, rotten, gone off, stale, spoiled, use by date, used by, hair in, sour, dirty, not as
        described, not clean, stains, smelled
    """,
    # What endangers people or the brand
    "danger": """
        caught fire, on fire, catches fire, burst into flames, flames, smoke, smoking, smells like burning, burning
        smell, smell of burning, burning plastic, smell gas, smells of gas, gas leak, gas smell, smell of gas,
        exploded, explode, explosion, explodes, sparks, sparking, electric shock, electrocuted, got shocked, burned
        my, burnt my, burned me, burnt me, burns on, second degree, injured, injury, injuries, hurt my, got hurt,
        bleeding, blood, ambulance, hospital, hospitalised, hospitalized, emergency room, in the er, unconscious,
        fainted, passed out, collapsed, choked, choking, concussion, brakes failed, brake failed, brakes stopped,
        brakes don't, brakes didn't, no brakes, steering locked, accelerated on its own, airbag, airbags, crashed
        into, carbon monoxide, live wire, exposed wire, exposed wires, overheated, melted, melting, swollen battery,
        battery swelled, battery is swelling, battery swollen, unsafe, dangerous, safety hazard, fire hazard, safety
        risk, someone could die, someone will die, could have died, could have killed, nearly killed, almost killed,
        almost died, nearly died, get killed, trapped, locked in, stuck in the lift, stuck in the elevator, stuck in a
        lift, stuck in an elevator, stuck inside, stuck in a tunnel, stuck in the tunnel, can't breathe, cant breathe,
        evacuated, evacuate, evacuating, call 911, emergency, attacked, assaulted, assault, stalking, threatened me,
        bomb, weapon, gun, knife, choking hazard, needle, carcinogenic, asbestos, derailed, heat stroke, seizure,
        seizures, overdose, wrong dose, wrong dosage, wrong medication, double dose
    """,
    "poison": """
        food poisoning, poisoned, poisoning, salmonella, listeria, e coli, allergic reaction, allergic, anaphylaxis,
        anaphylactic, epipen, epi pen, undeclared, not labelled, not labeled, contains nuts, peanuts, glass in, piece
        of glass, shard, shards, metal in, piece of metal, plastic in, vomiting, throwing up, got sick, made me sick,
        made us sick, all sick, got ill, violently ill, made my kid sick, rash, contaminated, contamination, side
        effect, side effects, toxic, maggots, maggot, worms, rat, rats, mouse in, cockroach, cockroaches, bedbugs, bed
        bugs, mislabelled, mislabeled
    """,
    "self_harm": """
        kill myself, killing myself, end it all, end my life, suicide, suicidal, want to die, wanna die, don't want to
        live, dont want to live, no reason to live, hurt myself, hurting myself, harm myself, self harm, self-harm,
        better off dead, better off without me, can't go on, cant go on, not be here tomorrow, take my own life,
        taking my own life, jump off, don't want to be here anymore, dont want to be here anymore, don't want to wake
        up, dont want to wake up, nothing left to live for, say goodbye, ending it, overdose on
    """,
    "death": """
        died, dead, death, deaths, killed, kills, fatal, fatality, fatalities, deadly, funeral, killing people, passed
        away because, manslaughter
    """,
    "legal": """
        lawyer, lawyers, attorney, attorneys, solicitor, solicitors, lawsuit, lawsuits, sue, suing, sued, legal
        action, class action, court, small claims, see you in court, take you to court, taking you to court, gdpr,
        data protection, cease and desist, copyright, trademark, illegal, against the law, breach of contract, legal
        team, my counsel, press charges, pressing charges, subpoena, litigation, libel, defamation
    """,
    "authority": """
        police, regulator, ombudsman, trading standards, consumer protection, watchdog, fda, faa, ftc, ofcom, ofgem,
        better business bureau, bbb, health inspector, health department, authorities, fraud department, reported you,
        reporting you, file a complaint with, formal complaint, prosecutor, investigation, investigated,
        investigating, fine from, whistleblower, commission
    """,
    "breach": """
        data breach, breach, breached, leaked, leak, data leak, leaks, hacked, hackers, hacker, hack, stolen data, my
        data, personal data, customer data, passwords leaked, ransomware, phishing, exposed data, security hole,
        vulnerability, dark web, someone else's account, someone else's data, someone else's details, other people's
        data, other customers, another customer's, identity theft, see other people's, strangers, fraudulent, emptied,
        drained my, drained, unauthorised access, unauthorized access, stolen
    """,
    "boycott": """
        boycott, boycotting, boycotted, cancel your subscriptions, delete the app, everyone should know, going viral,
        gone viral, trending, spread the word, shame on you, never buying from you again, deleting my account in
        protest, pr disaster, pr nightmare, shitstorm, retweet this, please share, share this, make this viral, name
        and shame, protest, protesters, petition, outrage, strike, backlash, walkout
    """,
    "hate": """
        racist, racism, sexist, sexism, homophobic, homophobia, transphobic, antisemitic, islamophobic,
        discrimination, discriminated, discriminating, harassment, harassed, harassing, sexual harassment, bigot,
        bigoted, slur, slurs, misogynist, misogyny, ableist, nazi, offensive ad, offensive, tone deaf, tone-deaf,
        tasteless, racial profiling, profiling, blackface, colonial, body shaming, groped, wheelchair user, refused
        service, insensitive
    """,
    "wrongdoing": """
        child labour, child labor, sweatshop, sweatshops, slave labour, slave labor, forced labour, forced labor,
        polluting, pollution, dumping, dumped, greenwashing, bribe, bribery, bribes, corruption, corrupt, covering up,
        cover up, cover-up, coverup, covered up, scandal, lied to, lied about, you lied, lying about, fraud,
        fraudsters, embezzlement, tax evasion, price gouging, animal cruelty, animal testing, tested on animals,
        exploiting, exploit workers, underpaid, unpaid wages, union busting, deepfake, leaked memo, leaked email,
        leaked footage, leaked video, this video, insider, whistleblowers, evidence, internal documents,
        deforestation, oil spill, spill, chemicals, misleading, false advertising, cheating customers, knew about,
        hiding, hushed up, deleted the post, deleting comments, deleted my comment, deleting negative
    """,
    "recall": """
        product recall, recall this, recall these, recall notice, recalled, recalling, recall it, safety recall,
        safety notice, safety warning, batch number, batch, do not use, do not eat, warn people, warning everyone, be
        careful, warning to, stay away from, don't eat, dont eat, take it off the shelves, off the shelves
    """,
    "outage": """
        outage, outages, down for everyone, is it down, is everything down, servers down, server down, servers are
        down, is down, are down, went down, site down, app down, down again, everything down, whole network, whole
        city, entire city, whole region, no power, power cut, power's out, power is out, power out, blackout, without
        power, without electricity, without heating, no heating, no electricity, no water, without water, nationwide,
        all stores, all terminals, whole area, whole street, whole neighborhood, whole neighbourhood, nobody can, no
        one can, everyone's, systems down, system is down, system down, card terminals, can't call 911, emergency
        calls, payments down, all cards, not just me, anyone else, is it just me, just me or, everyone i know
    """,
    "stranded": """
        stranded, stuck at the airport, stuck at, stuck in, stuck on, stuck here, sleeping on the floor, sleeping at
        the airport, no hotel, nowhere to go, left us, left me, abandoned, in the middle of nowhere, on the tarmac,
        hours on the plane, missed my flight, miss my flight, missed our, miss our, miss my, can't get home, cant get
        home, outside in the cold, in the cold, freezing, roadside, broken down
    """,
    "vulnerable": """
        baby, babies, newborn, toddler, infant, my kids, my kid, kids, my child, children, my son, my daughter,
        elderly, my mother, my mum, my mom, grandmother, grandma, grandad, grandpa, my father, my dad, disabled,
        wheelchair, pregnant, insulin, diabetic, dialysis, oxygen, ventilator, medication, medicine, meds, inhaler,
        chemo, cancer, heart condition, asthma, epilepsy, surgery, medical device, pacemaker, blind, autistic, my
        patients
    """,
    # What the brand said
    "announcement": """
        announcement, announced, announce, announcing, announces, press release, keynote, unveiled, unveil, unveiling,
        reveal, revealed, reveals, teaser, trailer, blog post, your post about, the news, big news, great news,
        exciting news, today's news, just saw the, just read, just read that, just read your, heard that you, heard
        you're, heard you are, hearing that, is it true, so you're, so you are, your statement about, report says,
        annual report, earnings, quarterly, results, the new ad, your new ad, new campaign, your campaign, the
        campaign, commercial, webinar, livestream, your event, stream, whitepaper, your article, newsletter, roadmap,
        changelog, patch notes, release notes
    """,
    "launch": """
        launch, launched, launching, launches, release, released, releases, releasing, release date, comes out, coming
        out, come out, out now, rolling out, roll out, rollout, rolled out, new feature, new features, new version,
        new model, new collection, new line, new route, new routes, new update, latest update, the update, new season,
        new logo, rebrand, rebranding, redesign, redesigned, new design, new look, new store, opening in, new flavour,
        new flavor, beta, early access, new app, new menu, new packaging, new recipe, brings back, bringing back,
        brought back, back on the menu, new album, season 2, season 3, season 4, sequel, dlc, expansion, coming to, be
        available in, available in my country, when does it, when is it, when will it, v2, version 2, 2.0, gen 2, new
        electric, new plan, new plans, new policy, new terms, new ui, new interface, discontinued, discontinue,
        discontinuing, sunset, sunsetting, shutting down
    """,
    "company": """
        merger, acquisition, acquired, acquiring, acquire, takeover, new ceo, ceo, layoffs, laying off, laid off,
        carbon neutral, net zero, climate goals, climate pledge, sustainability, sustainable, renewable, partnership
        with, partnering with, teaming up, teamed up, sponsoring, headquarters, ipo, stock price, shareholders,
        investment in, donating, donation, foundation, pledge, commitment, commitments, four day week, expanding to,
        price increase, raising prices, price hike
    """,
    # Raffles
    "contest": """
        contest, contests, giveaway, giveaways, raffle, raffles, sweepstake, sweepstakes, competition, prize, prizes,
        prize draw, winner, winners, i won, did i win, have i won, who won, who wins, won the, we won, enter, entered,
        entering, entry, entries, entrants, how to enter, enter the, terms and conditions, closing date, eligible,
        eligibility, draw, drawn, tag a friend, tag 3 friends, tagging, tagged, tag two, follow and like, liked and
        shared, like and share, shared and, followed and, pick me, choose me, hope i win, fingers crossed, hoping to
        win, wish me luck, good luck everyone, good luck everybody, good luck to all, in to win, count me in, i'm in,
        im in, my submission, submission, submissions, submit, voting, vote, votes, voted, leaderboard, advent
        calendar, golden ticket, challenge, photo challenge, win a, win the, win this, win it, to win, chance to win,
        would love to win, never win, lucky winner, second place, first place, jury, rigged, bot accounts, quiz,
        scratch card, promo code winner, done done, done ✅, done 🤞
    """,
    # Fans
    "thanks": """
        thanks, thank you, thank u, thx, ty, cheers, appreciate, appreciated, grateful, shout out, shoutout, kudos,
        props to, hats off, big up, well done, bravo, much love, bless you, thankful, tysm, tell her thanks, give her
        a raise, give him a raise, deserves a raise, made my day, saved my day, lifesaver, life saver
    """,
    "love": """
        love, loved, loving, loves, love this, love it, love your, love you, obsessed, obsession, favourite, favorite,
        fave, favs, adore, best ever, the best, amazing, awesome, fantastic, brilliant, incredible, perfect,
        excellent, wonderful, delicious, tasty, yummy, beautiful, gorgeous, stunning, impressed, impressive, happy,
        delighted, so good, great, superb, top notch, outstanding, recommend, highly recommend, flawless, smooth,
        lovely, legend, legends, goat, goated, slaps, banger, bop, fire 🔥, chef's kiss, 10/10, 5 stars, five stars,
        hooked, addicted, cozy, comfy, worth it, worth every penny, never disappoints, game changer, iconic,
        masterpiece, wholesome, hilarious, can't stop, cant stop, slay, cool, nice, good job, great job, friendly,
        kind
    """,
    "greeting": """
        good morning, good evening, good night, goodnight, hello everyone, hi everyone, morning all, happy monday,
        happy friday, happy weekend, have a great, have a nice, happy birthday, merry christmas, happy new year, happy
        holidays, happy easter, happy anniversary, weekend everyone, hey team, gm, tgif, happy diwali, eid mubarak,
        see you there, see you soon, see you all, welcome back, what's everyone, whats everyone, who else, anyone else
        here, team coffee, team tea, sunday, monday mood, mood, vibes, vibe
    """,
    "fan": """
        fan, fans, big fan, huge fan, fan art, fanart, cosplay, tattoo, community, meetup, meet up, my cat, my dog, my
        collection, collection, since i was a kid, when i was a kid, when i was little, when we were kids, growing up,
        childhood, remember when, throwback, tbt, nostalgia, nostalgic, memories, years ago, grew up with, loyal
        customer, for 10 years, since 19, since day one, day one, my grandma's, my playlist, on repeat, binge, binged,
        binging, marathon, movie night, game night, headcanon, ship them, lore, speedrun, streak, high score, personal
        best, selfie, sunset from, view from, window seat, photo, pic, picture i took, my setup, outfit, ootd,
        wearing, recipe, cooked, made this, baked, road trip, unpopular opinion, hot take, meme, me when, nobody:,
        pov, be like, mascot, admin, whoever runs this account, social media manager, intern, your tweets, this
        account
    """,
    "congratulations": """
        congratulations, congrats, congratz, grats, well deserved, proud of you, proud, way to go, cheers to, here's
        to, welcome to the team, happy for you, can't wait, cant wait, so excited, excited, hyped, hype, looking
        forward, about time, finally
    """,
    # Who wants to buy
    "price": """
        price, prices, pricing, how much, cost, costs, cheaper, expensive, discount, discounts, coupon, promo code,
        discount code, voucher code, student discount, deal, deals, offer, offers, sale, on sale, black friday, price
        match, quote, a quote, quotation, per month, monthly, per seat, per user, free trial, trial, free shipping,
        delivery cost, bulk, wholesale, volume discount, bulk order, family plan, student plan, business plan,
        upgrade, upgrading, trade in, trade-in, finance, financing, lease, leasing, loan, loans, mortgage, interest
        rate, interest rates, rates, pay in installments, installments, instalments, annual plan
    """,
    "buy": """
        buy, buying, purchase, purchasing, where can i get, where can i buy, want to buy, looking to buy, thinking of
        buying, thinking about buying, considering, looking for a, interested in, i'd like to order, id like to order,
        like to order, place an order, shut up and take my money, take my money, shop, store near, nearest store,
        stockist, stockists, retailers, in stores, sign up, switch to you, switching to you, switch from, switch over,
        become a customer, open an account, test drive, demo, book a demo, sales team, sales rep, talk to sales,
        contact sales, talk to someone about, reseller, resell, gift card, gift cards, gift for, for my office, for
        our office, for our team, for our company, for my team, our company, our school, our team of, employees,
        licenses, licences, seats for, enterprise
    """,
    "availability": """
        in stock, out of stock, back in stock, restock, restocked, restocking, sold out, available, availability, do
        you have, do you sell, do you ship, do you deliver, ship to, shipping to, deliver to, do you offer, do you do,
        does it come, come in, comes in, in black, in blue, in red, in green, in white, in size, size 12, size chart,
        sizes, sizing, plus size, which size, which model, which one, better than, compared to, difference between,
        vs, compatible, compatible with, does it work with, work with, does it fit, does it have, does this have, is
        it vegan, vegan, gluten free, gluten-free, waterproof, range of, how many, specs, specification, dimensions,
        capacity, colour, color, colours, colors, xl, any plans, vacancies, sea view, pets allowed, allow pets, pet
        friendly, breakfast included
    """,
    # Press and partners
    "press": """
        journalist, reporter, journalists, reporters, i'm writing, im writing, i write for, writing a story, writing
        an article, writing a piece, working on a story, working on a piece, working on an article, doing a story,
        story about, story on, for a story, for an article, article about, piece about, piece on, press contact, press
        office, press team, press kit, media contact, media team, media relations, media inquiry, media enquiry, press
        inquiry, press enquiry, comment on, for comment, on the record, off the record, request for comment,
        statement, official statement, spokesperson, interview, interviews, interviewing, editor, newspaper, magazine,
        newsroom, news desk, newsdesk, broadcast, radio, tv, documentary, podcast, podcaster, producer, publication,
        publish tomorrow, publishing, publish, deadline, correspondent, freelance, bbc, columnist, press pass,
        embargo, high-res, logo files, fact check, fact-check, permission to use, use your video, use your photo,
        credit you
    """,
    "partner": """
        collab, collabs, collaborate, collaboration, collaborations, collaborating, partner, partners, partnership,
        partnerships, partner with, sponsor, sponsored, sponsorship, sponsorships, ambassador, brand ambassador,
        ambassadors, influencer, influencers, creator, content creator, creators, ugc, media kit, my audience, my
        followers, my channel, my blog, blogger, my community, our festival, our conference, our event, charity,
        fundraiser, nonprofit, ngo, speaker, keynote speaker, speak at, panel, affiliate, affiliates, review unit,
        review sample, send me one to review, pr list, pr package, pr team, unboxing, subscribers, followers, reels,
        our readers, my readers, paid partnership, brand deal, work together, work with you, supplier, suppliers,
        vendor, distributor, procurement, university, students, thesis, research, dissertation, award, nominated,
        nomination, finalist, invite you, invitation, guest on, our show, guest
    """,
    "job": """
        hiring, job, jobs, vacancy, internship, intern position, apply, applied, application, applying, cv, resume,
        recruiter, recruiting, career, careers, job interview, job opening, work for you, work at, i work here, our
        ceo, as an employee, proud to work, my first day, new job, colleagues, ex employee, former employee
    """,
    # Nothing to do
    "money_spam": """
        crypto, bitcoin, btc, ethereum, eth, airdrop, nft, nfts, forex, trading signals, binary options, invest,
        investing, investment, investment platform, profit, profits, roi, passive income, earn money, make money, earn
        $, earned $, make $, made $, $ daily, $ a day, per day, a week from home, work from home, from home, financial
        freedom, get rich, casino, slots, betting, jackpot bonus, loan offer, payday, weight loss, lose weight,
        viagra, cbd, keto, free iphone, free gift card, claim your, claim now, claim it, congratulations you have won,
        you have been selected, you've been selected, lucky customer, gift card code, token, presale, 100x, moon,
        wallet, seed phrase, pump, signals, doubled my, withdraw, withdrawal, expert trader, account manager helped,
        thanks to mr, thanks to mrs
    """,
    "look_alike": """
        dm this account, contact this account, message this account, contact the support, official support team,
        recovery, recover your, recover my, recovered my, recover lost, recovery expert, recovery agent, helped me
        recover, helped me get back, got my money back, fill the form, fill out this form, fill in this form, kindly,
        kindly send, kindly dm, kindly follow, dear customer, dear valued customer, validate your, verify your,
        restore your, reach out to, contact @anyone, message @anyone, dm @anyone, write to @anyone, inbox @anyone,
        text @anyone, whatsapp, whatsapp me, telegram, t.me, on telegram, hit up, inbox me now, ethical hacker, hacker
        who, help desk via, send your card, send your details, submit your, for urgent assistance, for quick
        assistance, our live agent, backup team, support page here, click the link, click here, click link, refund
        department
    """,
    "follow_bait": """
        follow me, follow back, followback, follow for follow, f4f, l4l, sub4sub, follow us, subscribe to my, check
        out my, check my, check my profile, check my bio, link in bio, link in my bio, my onlyfans, onlyfans, buy
        followers, get followers, cheap followers, 10k followers, grow your, boost your, promote it on, promote your,
        send pic to, dm for promo, dm to be featured, seo services, seo, web design, web designer, graphic designer, i
        can design, logo design, your website ranking, my new song, my new single, my soundcloud, my mixtape, my
        youtube, new video is up, mixtape, vote for my, hot singles, singles in your area, horny, nudes, dating,
        replica, rolex, cheap watches, ray ban, free v bucks, vbucks, free followers, gain followers, use my code, my
        referral, referral link, referral code, essay, assignment help, do your homework
    """,
    "off_topic": """
        weather, lunch, traffic, election, politician, politicians, politics, football, the match, the game last night,
        wrong account, wrong person, wrong acme, different company, not you, sorry wrong, asdf, lorem ipsum, ratio,
        who asked, the washing, mondays
    """,
    # How it is said
    "question_word": """
        what, when, where, why, who, which, how, whose, does anyone, anyone know, any idea, any chance, is there, are
        there, do you, does it, does this, is it, is this, are you, will you, can i, could i, will there, will it,
        have you, did you, would it, should i, wondering, curious, what about, how about, question
    """,
    "can_you": """
        can you, could you, can someone, could someone, can somebody, would you, will you please, can anyone, can u,
        could u, please, pls, plz, i need you to, i want you to, need someone to, tell me, let me know, let us know,
        send me, give me, call me, contact me, get back to me, reply, respond, answer me, answer, explain, i'd like, i
        would like, id like, i want, i demand, bring back, bring it back, please add, please bring, add a, get it
        sorted, fix this, fix it, fix your, advise, please advise, dm me, looking forward to hearing, may i,
        requesting, request, we'd like, we would like, would love to
    """,
    "urgent": """
        urgent, urgently, asap, immediately, right now, right away, as soon as possible, emergency, today, tonight,
        tomorrow, this morning, this afternoon, this evening, by friday, by monday, by tomorrow, in an hour, in 1
        hour, in 2 hours, in two hours, in 3 hours, in 30 minutes, in ten minutes, in 20 minutes, minutes, within the
        hour, wedding, funeral, exam, deadline, running out, last chance, before it's too late, now, leaves in, boards
        in, rent is due, rent, payday, salary, wages
    """,
    "again": """
        still, again, third time, second time, 3rd, every time, every day, every week, once again, yet again, as
        always, as usual, always, keeps, constantly, weeks, months, days, 3 weeks, two weeks, 2 weeks, 3 days, hours,
        since monday, since tuesday, since friday, since yesterday, since last week, already
    """,
    "mine": "my, i, me, i'm, im, i've, ive, we, our, us, mine, i'll",
    "yours": "you, your, you're, youre, yours, u, ur, you guys, y'all, yall, guys, team",
    "complaint": """
        disappointed, disappointing, disappointment, unacceptable, ridiculous, terrible, awful, horrible, worst,
        useless, pathetic, disgusting, disgusted, disgrace, disgraceful, joke, a joke, shame, shameful, angry,
        furious, annoying, annoyed, frustrated, frustrating, frustration, fed up, sick of, tired of, rip off, ripoff,
        rip-off, scam, scammers, thieves, robbery, theft, steal, waste of money, waste of time, wasted, poor service,
        bad service, poor, bad, hate, hated, sucks, suck, trash, garbage, rubbish, crap, shit, bullshit, bs, wtf, ffs,
        damn, fuck, fucking, hell, sad, ruined, ruin, ruins, nightmare, mess, chaos, incompetent, clueless, lazy,
        liar, liars, lies, greedy, greed, overpriced, downgrade, worse, got worse, went downhill, gone downhill,
        downhill, unprofessional, outrageous, appalling, shocking, dreadful, embarrassing, embarrassment, lost a
        customer, losing customers, never again, last time, switching to, switched to, moving to, bye, goodbye, done
        with you, i'm done, im done, not happy, unhappy, not good enough, fail, failed, failure, epic fail, nope,
        boring, ugly, meh, mid, broken promise, broken promises, no excuse, excuses, not impressed, regret, avoid,
        stay away, zero stars, 1 star, one star, 0 stars, slow, wrong, problem, problems, issue, issues, complain,
        complaining
    """,
    "sarcasm": """
        thanks for nothing, great job 👏, nice one, well done 👏, 🙄, /s, oh great, oh wow, just great, how lovely,
        lovely 🙃, 🙃, what a surprise, surprise surprise, bravo 👏, slow clap, 👏👏, love how, love that you,
        love when,
        love waiting, thanks a lot, so helpful, yeah right, sure thing, of course, totally normal, amazing service,
        brilliant service, top service, fantastic service, great service, best of luck, genius, geniuses, congrats on,
        congratulations on, hats off, can't even, imagine, how about no, only took, only 3 hours, only took you
    """,
    "rhetorical": """
        are you kidding, you kidding, are you serious, seriously, is this a joke, how hard can, how hard is it, who
        thought, who approved, what were you thinking, who does that, why bother, what's the point, whats the point,
        what is wrong with, what's wrong with, whats wrong with, do you even, why am i not surprised, how is this, how
        is that, right?, amirite, am i right, you know what, who cares, who needs, what happened to, remember when,
        who else, anyone else, how do you, really?, how do you sleep, what is this, what a, isn't it, who wouldn't
    """,
    "laugh": "lol, lmao, lmfao, rofl, haha, hahaha, hahahaha, hehe, jk, just kidding, 😂, 🤣, 😆, 💀, 😹, joking, xd",
    "quiet": """
        no need to reply, no reply needed, no need to answer, no answer needed, just saying, just sharing, just wanted
        to say, just wanted to, fyi, no worries, all good, never mind, nevermind, sorted, solved, resolved, all
        sorted, fixed now, it works now, works now, works again, thanks anyway, no rush, whenever, no hurry, not
        urgent, fwiw, update:
    """,
    "good": """
        love, great, best, amazing, awesome, perfect, excellent, thanks, good, nice, happy, lovely
    """,
    "but": "but, however, although, though, except",
    "nothing": """
        killing me, this sale is killing me, dying laughing, i'm dying, im dying, dying to try, dying to know, dying
        for, died laughing, i'm dead, im dead, i died, die for, to die for, would die for, would kill for, could kill
        for, kill for a, killed it, killing it, killer deal, killer feature, dead serious, dead tired, dead easy, drop
        dead gorgeous, deadline for, dead right, you're killing it, fire deal, is fire, pure fire, straight fire, so
        fire, fire sale, fire emoji, on fire lately, on fire today, on fire this, you're on fire, fire playlist, fire
        album, fire drop, 🔥 deal, lit, bomb.com, the bomb, da bomb, bath bomb, photo bomb, sick playlist, sick beat,
        sick beats, sick track, sick move, sick trick, sick design, that's sick, thats sick, so sick 🔥, insane deal,
        insanely good, crazy good, stupid good, wicked good, recall when, i recall, do you recall, as i recall, can't
        recall, cant recall, don't recall, total recall, help yourself, can't help but, cant help but, can't help
        myself, cant help myself, couldn't help, helps a lot, helpful tip, self help, blew my mind, blown away, mind
        blown, mind blowing, blow up my phone, blowing up, heart attack cute, heart attack good, broke the internet,
        break the internet, breaking news, break a leg, ice breaker, record breaking, tie breaker, breaking in,
        breaking bad, spring break, lunch break, coffee break, take a break, give me a break, heart breaking, crash
        course, crash on the couch, sugar crash, crashed on the couch, smoke break, smoked salmon, smoky, smokes the
        competition, holy smokes, shooting stars, photo shoot, shoot me, shot of, head shot, headshot, gun to my head,
        guilty pleasure, criminally good, criminally underrated, should be illegal, illegal how good, illegally good,
        sue me, so sue me, steal the show, a steal, such a steal, stole my heart, stolen my heart, robbed of, highway
        robbery lol, drop dead, bleeding edge, blood orange, blood moon, hell yeah, hell yes, hot as hell, damn good,
        shit that's good, the shit, no shit, badass, bad boy, not bad, ain't bad, wicked, toxic trait, poison ivy,
        pick your poison, venom, court side, courtside, tennis court, food court, police procedural, cop show, murder
        mystery, true crime, horror, thriller, boss fight, final boss, kill count, killed the boss, death metal, death
        by chocolate, death star, respawn, zombie, zombies, headshots, strike a pose, lightning strike, bowling
        strike, on strike price, a leak of spoilers, leek, bug fix list, lady bug, bug spray, love bug, hack for, life
        hack, lifehack, hacks for, hackathon, growth hack, waiting list, worth the wait, can't wait, cant wait, cannot
        wait, wait for it, black out poetry, blackout curtains, blackout cake, gas lighting, gas station, out of gas,
        gassed up, out of this world, explosion of flavour, explosion of flavor, flavor explosion, flavour explosion,
        exploded with flavour, exploding with, melts in, melted in my mouth, melt in your, melted my heart, melts my
        heart, melting in this heat, burning question, burning calories, slow burn, burn calories, heartburn cure,
        stuck in my head, stuck in traffic, stuck in my, stuck on level, stuck on this level, addicted to, drug of
        choice, overdose of cuteness, crying laughing, i'm crying, im crying, crying 😂, i can't even 😂
    """,
}
