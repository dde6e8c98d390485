"""What a message is about: business function, sentiment, and whether it asks for an answer.

A small word list in the open, so that a person can say why a mention was labelled as it was. Text is data:
it is only ever matched against words, in time linear in its length.
"""

import re
from dataclasses import dataclass

from shared.domain.mandate import Function

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

_FUNCTION_WORDS: dict[Function, frozenset[str]] = {
    Function.CRISIS: frozenset(
        """
            lawsuit sue suing lawyer boycott injured injury burned burnt fire recall scandal racist
            dangerous poisoned toxic leaked breach hacked outage hospital died death
        """.split()
    ),
    Function.CUSTOMER_SERVICE: frozenset(
        """
            help refund order delivery delivered broken support waiting cancel cancelled charged
            invoice return replace account login password app crash crashed crashes error late
            missing lost complaint warranty repair stuck hilfe kaputt bestellung lieferung ayuda
            pedido roto aide commande livraison hjelp ordre levering
        """.split()
    ),
    Function.SALES: frozenset(
        """
            buy price pricing cost discount quote stock available purchase sell demo trial kaufen
            preis comprar prix
        """.split()
    ),
    Function.PUBLIC_RELATIONS: frozenset(
        """
            journalist reporter interview article press statement editor podcast newspaper comment
            partnership
        """.split()
    ),
    Function.CONTEST: frozenset(
        ["contest", "giveaway", "winner", "raffle", "competition", "entry", "prize", "sweepstakes"]
    ),
    Function.NOISE: frozenset(
        ["crypto", "airdrop", "followback", "casino", "forex", "nft", "onlyfans", "giveaways", "viagra"]
    ),
}
_POSITIVE = frozenset(
    """
        love great thanks thank amazing awesome perfect best happy excellent brilliant fantastic
        good nice wonderful recommend impressed delighted danke super gracias genial merci takk
    """.split()
)
_NEGATIVE = frozenset(
    """
        hate awful terrible worst bad angry disappointed useless broken scam fraud rude never
        horrible disgusting furious unacceptable ridiculous pathetic shame fail failed disgrace
        schlecht malo nul elendig
    """.split()
)
_NEGATIONS = frozenset(
    """
        not no never isn't wasn't don't doesn't didn't can't cannot won't kein nicht pas ikke
    """.split()
)
_ASKING = frozenset(
    """
        how what when where why who which can could please anyone help wie wann cómo cuándo comment
        quand
    """.split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Classification:
    function: str
    sentiment: float
    asks: bool


def _sentiment(words: list[str]) -> float:
    balance = 0
    for position, word in enumerate(words):
        sign = (word in _POSITIVE) - (word in _NEGATIVE)
        if sign and any(before in _NEGATIONS for before in words[max(0, position - 3) : position]):
            sign = -sign
        balance += sign
    return max(-1.0, min(1.0, balance / 3))


def classify(text: str) -> Classification:
    """Label one message. Ties go to the function that is listed first, so the graver one wins."""
    words = [word.group().casefold().replace("’", "'") for word in _WORD.finditer(text)]
    seen = set(words)
    hits = {function: len(seen & listed) for function, listed in _FUNCTION_WORDS.items()}
    best = max(hits, key=lambda function: hits[function])
    sentiment = _sentiment(words)
    asks = "?" in text or "？" in text or bool(words[:1] and words[0] in _ASKING)
    if hits[best]:
        function = best
    elif sentiment < 0 and asks:
        function = Function.CUSTOMER_SERVICE
    else:
        function = Function.COMMUNITY
    return Classification(function=function.value, sentiment=round(sentiment, 3), asks=asks)
