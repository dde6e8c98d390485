"""Words in text, however it is written: what a client's words and phrases are matched against."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

MOST_WORDS = 20
"""In one phrase. Of Chinese, Japanese and Thai every character is one."""
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"))
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
"""Scripts that leave no space between words."""
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+")


def words(text: str) -> list[str]:
    """Caseless words in their order, compatible characters as one, invisible ones left out. Time linear in ``text``."""
    plain = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold()
    return _WORD.findall(plain)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look for, each with what it stands for: any number of them are found in one pass over a text."""

    _by_words: Mapping[tuple[str, ...], tuple[int, ...]] = field(repr=False)
    _lengths: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, lists: Iterable[Iterable[str]]) -> "Phrases":
        """``lists``: the phrases of number 0, of number 1, … . One without a word in it is found nowhere."""
        found: dict[tuple[str, ...], tuple[int, ...]] = {}
        for number, phrases in enumerate(lists):
            for phrase in phrases:
                if key := tuple(words(phrase)[:MOST_WORDS]):
                    found[key] = (*found.get(key, ()), number)
        return cls(found, tuple(sorted({len(key) for key in found})))

    def found_in(self, said: list[str]) -> frozenset[int]:
        """The numbers of which a phrase stands in ``said``, as :func:`words` gives it."""
        return frozenset(self._numbers(said))

    def _numbers(self, said: list[str]) -> Iterator[int]:
        for length in self._lengths:
            for first in range(len(said) - length + 1):
                yield from self._by_words.get(tuple(said[first : first + length]), ())
