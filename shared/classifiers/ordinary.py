"""Words that anybody uses, which tell nothing of who it is."""

import unicodedata
from functools import cache

from shared.classifiers.words import LANGUAGES, ideas
from shared.classifiers.words.common import COMMON
from shared.domain.listening.words import words

_MORE = """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spring summer autumn fall winter season holiday holidays christmas easter halloween
    valentine new year black cyber weekend week day night morning evening anniversary birthday launch release offer
    offers deal deals discount price prices promo promotion promotions sale sales campaign campaigns contest giveaway
    competition prize event events fair festival conference summit webinar workshop opening hours closing store stores
    shop shops shopping office offices school university summer winter sport sports travel food drink drinks health
    beauty fashion music film book books game games app apps website blog newsletter podcast video videos photo photos
    product products range collection line model models brand brands service services support delivery deliveries
    shipping returns refund refunds order orders outage outages incident maintenance downtime update updates news press
    recall recalls safety security privacy data price increase strike weather storm snow heat fire flood traffic delay
    delays jobs job career careers hiring recruitment team people community charity green climate sustainability
    sustainable recycling recycle energy electric solar water local global international europe america asia big small
    best top fresh special limited edition free gift gifts card cards loyalty member members membership club premium
    plus pro max mini home kitchen garden kids family women men student students business back to spring-cleaning
    question questions complaint complaints feedback review reviews test testing topic topics priority focus general
    other misc various crisis emergency information info help welcome thanks thank first last next good great happy
"""


@cache
def _ordinary() -> frozenset[str]:
    phrases = (*COMMON.values(), *(said for language in LANGUAGES for said in ideas(language).values()))
    plain = (unicodedata.normalize("NFKD", phrase.replace("'", "")) for phrase in (*phrases, _MORE))
    return frozenset(word for phrase in plain for word in words("".join(filter(_stands, phrase))))


def _stands(character: str) -> bool:
    return unicodedata.category(character) not in ("Mn", "Me")


def is_ordinary(word: str) -> bool:
    """``word`` as :func:`shared.domain.voices.folded` gives it."""
    return word in _ordinary()
