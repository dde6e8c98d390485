"""From what was seen to the labels: a sum of weights for each label, so that each can be explained by what it is of."""

from collections.abc import Mapping, Sequence

from shared.domain.listening.classify import AT_ONCE, CALM, PRESSING, SOON, Intent
from shared.domain.mandate.terms import Function

FUNCTIONS = tuple(function.value for function in Function)
INTENTS = tuple(Intent)
LABELS = (*FUNCTIONS, *(intent.value for intent in INTENTS), "needs", "soon", "pressing", "at_once", "feeling")
"""What weights speak for, in the order of their columns. The highest function and intent win; the next four stand alone
and hold where their sum is above 0; the last one is added to the feeling that words have by themselves."""
FIRST_INTENT = len(FUNCTIONS)
NEEDS = FIRST_INTENT + len(INTENTS)
PLACE_OF = {SOON: NEEDS + 1, PRESSING: NEEDS + 2, AT_ONCE: NEEDS + 3}
FEELING = NEEDS + 4

Row = Sequence[int]
"""Of hundredths, so that sums are exact in any order."""


def summed(signs: Sequence[str], weights: Mapping[str, Row]) -> list[int]:
    """A sum for each label, of signs that have weights. The row of "" is where each starts from."""
    return list(map(sum, zip(weights[""], *[weights[sign] for sign in signs], strict=True)))


def best(sums: Sequence[int], first: int, end: int) -> int:
    """The column with the highest sum; the one that is listed first, of equals."""
    columns = sums[first:end]
    return first + columns.index(max(columns))


def urgency(sums: Sequence[int]) -> int:
    return next((level for level in (AT_ONCE, PRESSING, SOON) if sums[PLACE_OF[level]] > 0), CALM)
