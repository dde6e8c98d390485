"""Words that anybody uses, which tell nothing of who it is."""

import unicodedata
from functools import cache

from shared.classifiers.words import LANGUAGES, ideas
from shared.classifiers.words.common import COMMON
from shared.domain.listening.words import words

_MORE = """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spring summer autumn fall winter season holiday holidays christmas easter
    halloween valentine new year black cyber weekend week day night morning evening anniversary birthday launch
    release offer offers deal deals discount price prices promo promotion promotions sale sales campaign campaigns
    contest giveaway competition prize event events fair festival conference summit webinar workshop opening hours
    closing store stores shop shops shopping office offices school university sport sports travel food drink drinks
    health beauty fashion music film book books game games app apps website blog newsletter podcast video videos
    photo photos product products range collection line model models brand brands service services support delivery
    deliveries shipping returns refund refunds order orders outage outages incident maintenance downtime update
    updates news press recall recalls safety security privacy data increase strike weather storm snow heat fire
    flood traffic delay delays jobs job career careers hiring recruitment team people community charity green
    climate sustainability sustainable recycling recycle energy electric solar water local global international
    europe america asia big small best top fresh special limited edition free gift gifts card cards loyalty member
    members membership club premium plus pro max mini home kitchen garden kids family women men student students
    business back to spring-cleaning question questions complaint complaints feedback review reviews test testing
    topic topics priority focus general other misc various crisis emergency information info help welcome thanks
    thank first last next good great happy
"""
_POLITE = """
    word words mean means meant enjoy enjoyed enjoying reach reaching reached hear hearing heard let letting lets
    trouble inconvenience patience patient while address seen choose choosing chosen bear bearing apologise
    apologize apologies apology appreciate appreciated grateful thankful kind kindness sharing shared share reply
    replying respond touch contact direct private message messages details detail further regarding concern concerns
    matter resolve resolved solve solved sort investigate check checking checked confirm assist assistance reassure
    understand understanding frustrating frustration disappointed disappointing delighted pleased glad thrilled
    excited proud honoured honored smile smiles heart hearts amazing awesome fantastic brilliant lovely beautiful
    perfect gorgeous wow yay cheers hope hoping wish wishing wishes forward looking shortly soon moment meantime
    directly via through hesitate feel free keep stay tuned available possible able unfortunately currently anything
    everything however issue issues ja jo nei nein oui non si sim sommes suis etes cela ceci plaise plait envoyer
    envoyez ecrire ecrivez desole desolee desoles ravi ravis ravie heureux plaisir contactez numero commande prive
    aide aider equipe bientot journee courage netten nette worte leid schick schicke schicken sende senden schreib
    schreiben melde melden freut freuen freude gerne helfen hilfe bestellnummer nachricht geduld verstandnis
    entschuldigung kontakt grusse liebe lieber palabras haya gustado sentimos lamentamos envianos envia escribenos
    escribe ayudamos ayudar ayuda mensaje directo pedido equipo saludos encanta alegra disculpa disculpas molestias
    pronto parole felici felice piaciuto dispiace scrivici inviaci messaggio ordine aiutare squadra presto saluti
    bericht stuur ons kijken spijt helpen groetjes antwoord ord setter pris fint fine glada hjelpe hjelp melding
    ordrenummer beklager tusen takk hyggelig velkommen hilsen skicka meddelande ordernummer ledsna hjalpa halsningar
    tack undskyld besked hjaelpe hilsner tak mensagem ajudar abraco desculpe palavras adoramos
"""
"""What is said to one person in answer, whoever says it: in the languages that have words of their own here."""


@cache
def _ordinary() -> frozenset[str]:
    phrases = (*COMMON.values(), *(said for language in LANGUAGES for said in ideas(language).values()))
    plain = (unicodedata.normalize("NFKD", phrase.replace("'", "")) for phrase in (*phrases, _MORE, _POLITE))
    return frozenset(word for phrase in plain for word in words("".join(filter(_stands, phrase))))


def _stands(character: str) -> bool:
    return unicodedata.category(character) not in ("Mn", "Me")


def is_ordinary(word: str) -> bool:
    """``word`` as :func:`shared.domain.voices.folded` gives it."""
    return word in _ordinary()
