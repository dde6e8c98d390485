"""Text that looks like it belongs elsewhere: it names what another client of the same agency calls its own.

What is found quotes the text itself and never says whose it is: clients of an agency are told nothing of each other.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from shared.domain.apart.voices import Voice, folded
from shared.domain.guidelines.disguises import read
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.guidelines.lexicon import Lexicon
from shared.domain.parties import Party

ELSEWHERE_RULE = "belongs_elsewhere"
ADVICE = "looks like it belongs elsewhere; if it is meant, the client itself approves it"
MOST_FOUND = 20
LONGEST_SAID = 60
_HANDLE = re.compile(r"(?<![\w.])@\s?(?P<handle>\w[\w.\-]*(?:@\w[\w.\-]*)?)")
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})
_Span = tuple[int, int]


def named_elsewhere(
    parts: Sequence[str], client: str, voices: Sequence[Voice], own: Iterable[str] = ()
) -> tuple[GuidelineFinding, ...]:
    """What in the parts of a text for ``client`` is another's, of all whose voices there are. Time linear in the text.

    ``own``: what else this client calls its own. That is never another's, and what several others name is nobody's.
    """
    names = _names(tuple((voice.client, (voice.name, *voice.names)) for voice in voices))
    ours = frozenset(handle for voice in voices if voice.client == client for handle in voice.handles)
    handles = frozenset(handle for voice in voices for handle in voice.handles) - ours
    known = names.belonging_to(client, own)
    found = (finding for number, text in enumerate(parts) for finding in _found(text, number, handles, names, known))
    return tuple(finding for finding, _ in zip(found, range(MOST_FOUND), strict=False))


def finding(text: str, part: int, start: int, end: int) -> GuidelineFinding:
    said = text[start:end]
    return GuidelineFinding(
        rule=ELSEWHERE_RULE,
        severity=Severity.APPROVAL,
        part=part,
        start=start,
        end=end,
        said=said if len(said) <= LONGEST_SAID else f"{said[: LONGEST_SAID - 1]}…",
        advice=ADVICE,
        approver=Party.CLIENT,
    )


def _found(
    text: str, part: int, handles: frozenset[str], names: "_Names", known: Mapping[int, bool]
) -> Iterator[GuidelineFinding]:
    spans = list(_handles(text))
    for (start, end), handle in spans:
        if handle in handles:
            yield finding(text, part, start, end)
    # What has too many readings to be looked through is refused by the guidelines, which read the same text.
    matches, _ = names.lexicon.found_in(read(text))
    own = [(match.start, match.end) for match in matches if known.get(match.number) is True]
    within = _Within((*own, *(span for span, _ in spans)))
    for match in matches:
        if known.get(match.number) is False and not within.holds(match.start, match.end):
            yield finding(text, part, match.start, match.end)


@dataclass(frozen=True, slots=True)
class _Names:
    """All that the clients of an agency call their own, each name once, with the clients that do."""

    keys: tuple[str, ...]
    claimed_by: tuple[frozenset[str], ...]
    lexicon: Lexicon

    def belonging_to(self, client: str, own: Iterable[str]) -> Mapping[int, bool]:
        """By number: whether a name is the client's own, or one other's; nobody's is left out."""
        also = frozenset(map(_key, own))
        known = {}
        for number, (key, clients) in enumerate(zip(self.keys, self.claimed_by, strict=True)):
            if client in clients or key in also:
                known[number] = True
            elif len(clients) == 1:
                known[number] = False
        return known


@lru_cache(maxsize=4)
def _names(voices: tuple[tuple[str, tuple[str, ...]], ...]) -> _Names:
    """Made once for what an agency's clients state. A name is also a hashtag of its words without the spaces."""
    clients: dict[str, set[str]] = {}
    spelt: dict[str, set[str]] = {}
    for client, names in voices:
        for name in names:
            if key := _key(name):
                clients.setdefault(key, set()).add(client)
                spelt.setdefault(key, {key}).add(name.replace("*", " "))
    return _Names(tuple(clients), tuple(map(frozenset, clients.values())), Lexicon(map(sorted, spelt.values())))


class _Within:
    """Whether a place lies in one of some others, in time that does not grow with their number squared."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def holds(self, start: int, end: int) -> bool:
        before = bisect_right(self._starts, start)
        return before > 0 and end <= self._ends[before - 1]


@lru_cache(maxsize=65_536)
def _key(name: str) -> str:
    return "".join(folded(name))


def _handles(text: str) -> Iterator[tuple[_Span, str]]:
    """Each with its place, however it is written."""
    if not any(unicodedata.normalize("NFKC", character) == "@" for character in text):
        return
    plain, places = _plain(text)
    for found in _HANDLE.finditer(plain):
        handle = found["handle"].rstrip(".-")
        end = found.start("handle") + len(handle)
        yield (places[found.start()], places[end - 1] + 1), handle


def _plain(text: str) -> tuple[str, list[int]]:
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", character).casefold()):
            if unicodedata.category(part) not in _UNSEEN or part.isspace():
                plain.append(part)
                places.append(place)
    return "".join(plain), places
