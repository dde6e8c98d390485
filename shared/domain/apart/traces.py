"""What a text leaves behind, by which another that is nearly the same is found among thousands with one read.

A text is known by the few of its pairs of neighbouring words that come first in an order which is the same for all
texts. Two texts of which neither has :data:`KEPT` pairs that the other has not share one of these, and a changed word
takes two pairs. Whether they are alike is then told from the texts themselves.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from shared.domain.apart.voices import folded
from shared.domain.guidelines.disguises import is_unspaced

KEPT = 6
"""Of the pairs of a text."""
FEWEST_WORDS = 8
"""Whoever says less may say the same as others."""
FEWEST_TELLING = 3
"""Words that not everybody uses: without them it is a reply such as all give, whoever they speak for."""
SIGNS_OF_A_WORD = 3
"""In scripts without spaces."""
ALIKE = 0.75
"""Of all words of two texts, so many are in both."""
TRACES_LAST = timedelta(days=30)
FRESH = TRACES_LAST / 2
MOST_LEFT = 20
_RARE_LETTERS = 11
"""Of a pair of words: shorter ones, such as "of the", are in too many texts to tell them apart."""
_PASSED_OVER = re.compile(r"\S*://\S*|www\.\S+|(?<![\w.])[@＠]\s?\w[\w.@\-]*|\^\w{1,8}\s*$")
"""Links, handles, and the signature."""


def spoken(parts: Sequence[str]) -> list[str]:
    """The words of a text, without whom it speaks to, where it leads and who signed it."""
    return [word for part in parts for word in folded(_PASSED_OVER.sub(" ", part))]


def sketch(said: Sequence[str], is_ordinary: Callable[[str], bool]) -> tuple[str, ...]:
    """What is left of a text, as :func:`spoken` gives it; nothing of one that is short, or that anybody could say."""
    if sum(map(_length, said)) < FEWEST_WORDS:
        return ()
    telling = (word for word in dict.fromkeys(said) if not (word.isdigit() or is_ordinary(word)))
    if sum(map(_length, telling)) < FEWEST_TELLING:
        return ()
    pairs = {*pairwise(said)}
    return tuple(name for _, name in sorted(map(_ranked, pairs))[:KEPT])


def _length(word: str) -> float:
    return 1 / SIGNS_OF_A_WORD if is_unspaced(word[0]) else 1


def _ranked(pair: tuple[str, str]) -> tuple[bool, str]:
    name = hashlib.blake2b(" ".join(pair).encode(), digest_size=12).hexdigest()
    return sum(map(len, pair)) < _RARE_LETTERS, name


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """0 … 1: of all words of both, how many are in both."""
    both = sum((Counter(one) & Counter(other)).values())
    return 2 * both / (len(one) + len(other)) if one or other else 0.0


def are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return likeness(one, other) >= ALIKE


@dataclass(frozen=True, kw_only=True, slots=True)
class Left:
    client: str
    post: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """Which clients of an agency drafted texts with one pair of words lately: a post of each."""

    agency: str
    id: str
    left: tuple[Left, ...] = ()
    version: int = 1

    @property
    def forgotten_at(self) -> datetime | None:
        latest = max((left.at for left in self.left), default=None)
        return latest + TRACES_LAST if latest else None

    def by(self, client: str, now: datetime) -> Left | None:
        """What ``client`` left, as long as it counts."""
        return next((left for left in self.lasting(now) if left.client == client), None)

    def lasting(self, now: datetime) -> tuple[Left, ...]:
        return tuple(left for left in self.left if now - left.at < TRACES_LAST)

    def with_one_more(self, latest: Left, now: datetime) -> "Trace":
        before = tuple(left for left in self.lasting(now) if left.client != latest.client)
        return replace(self, left=(*before, latest)[-MOST_LEFT:], version=self.version + 1)
