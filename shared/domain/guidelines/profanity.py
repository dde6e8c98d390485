"""Coarse words and slurs of English that a brand does not say, when it says nothing else about it.

Left out on purpose are words that are as often something else: birds, tools, names, food (``tit``, ``Dick``, ``coon``).
See ``infra/decisions/0028-guidelines.md``.
"""

_WORDS = """
    *fuck* fucks fucking fuk fuking fukin fck fcking phuck phuk clusterfuck
    motherfucker motherfuckers motherfucking
    shit shits shite shitty shitting shitted shithead shitheads shithole shitholes shitshow shitload shitloads shitface
    shitfaced shitbag shitpost bullshit bullshitter bullshitting horseshit apeshit dipshit dipshits batshit chickenshit
    cunt cunts cunty kunt kunts
    bitch bitches bitchy bitching bitchin bitchass biatch sonofabitch
    ass asshole assholes asshat asshats assclown asswipe dumbass dumbasses jackass jackasses smartass smartasses
    fatass lardass kickass
    arse arses arsehole arseholes arsed
    bastard bastards
    bollocks bollox bellend bellends knobhead knobheads tosser tossers wank wanker wankers wanking wanky twat twats
    crap crappy craps crapping
    piss pissed pissing pisses pisser pissy
    dickhead dickheads dickwad dickface cocksucker cocksuckers cocksucking
    slut sluts slutty whore whores whoring manwhore skank skanky
    douche douchebag douchebags
    goddamn goddamned goddam
    jizz jizzed cumshot cumshots blowjob blowjobs handjob handjobs rimjob dildo dildos gangbang gangbanged milf milfs
    titties tittyfuck boner boners
    wtf stfu gtfo omfg lmfao
    nigger niggers nigga niggas nigga's faggot faggots faggy kike kikes paki pakis gook gooks wetback wetbacks
    raghead ragheads towelhead towelheads tranny trannies retard retards retarded libtard libtards
"""
PROFANITY: tuple[str, ...] = (
    *_WORDS.split(),
    *("bull shit", "dumb ass", "kick ass", "ass hole", "arse hole", "mother fucker", "son of a bitch", "dick pic"),
    *("dick pics", "suck my dick", "suck my cock", "blow job", "blow jobs", "kill yourself", "f uck", "f ucking"),
)
HARMLESS = ("faggots and peas", "faggots and mash", "faggots and chips", "faggots in gravy", "faggots with gravy")
"""What begins with one of them and means something else."""
