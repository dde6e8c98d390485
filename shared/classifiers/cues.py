"""Finds in a message the phrases that speak for an idea, by walking a tree of words: each word is looked at as often
as the longest phrase has words, however hostile the text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from shared.classifiers.reading import words

NOTHING = "nothing"
"""The idea of phrases that mislead; the words in them count for nothing else."""
NEGATABLE = frozenset(
    "danger death legal boycott breach love thanks complaint awful congratulations outage urgent good".split()
)
"""Ideas that are not meant when a negation stands before them. Others are: "not delivered" is about a delivery."""
_REACH = 3
"""Words, a negation and its object apart."""


class Found(NamedTuple):
    """A phrase that was found: there are many of them, and a tuple is made in a third of the time."""

    idea: str
    word: str
    """"" of a phrase of several."""
    place: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Phrases by their first word; a node is the ideas that end there and the words that may follow."""

    root: dict[str, Any]

    def find(self, spoken: Sequence[str]) -> list[Found]:
        """What is said in these words, in order; at each place the longest phrase of all."""
        found: list[Found] = []
        get = self.root.get
        end = len(spoken)
        masked = 0
        negation = -_REACH - 1
        for place, word in enumerate(spoken):
            node = get(word)
            if node is None or place < masked:
                continue
            ideas, following = node
            length = 1
            if following:
                ahead = place + 1
                while following and ahead < end:
                    node = following.get(spoken[ahead])
                    if node is None:
                        break
                    ahead += 1
                    if node[0]:
                        ideas, length = node[0], ahead - place
                    following = node[1]
            for idea in ideas:
                if idea == NOTHING:
                    masked = place + length
                    found.append(Found(NOTHING, "", place))
                elif idea == "not":
                    negation = place + length - 1
                else:
                    negated = idea in NEGATABLE and 0 < place - negation <= _REACH
                    found.append(Found(idea, word if length == 1 else "", place, negated))
        return found


def cues(ideas: Mapping[str, str], base: Cues | None = None, without: Iterable[str] = ()) -> Cues:
    """The phrases of each idea, set apart by commas, and those of ``base``, but for single words in ``without``.

    ``base`` stays as it is, and most of it is shared.
    """
    root = dict(base.root) if base else {}
    for word in without:
        if word in root:
            root[word] = ((), root[word][1])
    for idea, phrases in ideas.items():
        for phrase in phrases.split(","):
            if spoken := words(phrase):
                _add(root, spoken, idea)
    return Cues(root)


def _add(root: dict[str, Any], spoken: Sequence[str], idea: str) -> None:
    level = root
    for word in spoken[:-1]:
        ideas, following = level.get(word, ((), {}))
        level[word] = (ideas, following := dict(following))
        level = following
    ideas, following = level.get(spoken[-1], ((), {}))
    if idea not in ideas:
        level[spoken[-1]] = ((*ideas, idea), following)
