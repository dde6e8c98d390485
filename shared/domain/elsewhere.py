"""Text that looks like it belongs elsewhere: it names what another client of the same agency calls its own.

What is found quotes the text itself and never says whose it is: clients of an agency are told nothing of each other.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from shared.domain.guidelines.disguises import read
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.guidelines.lexicon import Lexicon
from shared.domain.parties import Party
from shared.domain.voices import Voice, folded

ELSEWHERE_RULE = "belongs_elsewhere"
ADVICE = "looks like it belongs elsewhere; if it is meant, the client itself approves it"
MOST_FOUND = 20
LONGEST_SAID = 60
_HANDLE = re.compile(r"(?<![\w.])@\s?(?P<handle>\w[\w.\-]*(?:@\w[\w.\-]*)?)")
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})
_Span = tuple[int, int]


def named_elsewhere(
    parts: Sequence[str], own: Sequence[str], own_handles: Sequence[str], others: Sequence[Voice]
) -> tuple[GuidelineFinding, ...]:
    """What in the parts of a text is another's, of whom there are ``others``. Time linear in the text.

    ``own``: what this client calls its own, which is never another's here. What several of the others name is nobody's.
    """
    handles = frozenset(handle for voice in others for handle in voice.handles) - frozenset(own_handles)
    lexicon = _lexicon(tuple(own), tuple((voice.name, *voice.names) for voice in others))
    found = (finding for number, text in enumerate(parts) for finding in _found(text, number, handles, lexicon))
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


def _found(text: str, part: int, handles: frozenset[str], lexicon: Lexicon) -> Iterator[GuidelineFinding]:
    spans = list(_handles(text))
    for (start, end), handle in spans:
        if handle in handles:
            yield finding(text, part, start, end)
    matches = list(lexicon.found_in(read(text)))
    own = [(match.start, match.end) for match in matches if match.number == _OWN]
    passed_over = sorted((*own, *(span for span, _ in spans)))
    for match in matches:
        if match.number != _OWN and not _lies_in((match.start, match.end), passed_over):
            yield finding(text, part, match.start, match.end)


_OWN = 0


@lru_cache(maxsize=8)
def _lexicon(own: tuple[str, ...], others: tuple[tuple[str, ...], ...]) -> Lexicon:
    """Made once for what clients state. A name is also a hashtag of its words without the spaces."""
    claims = Counter(key for names in others for key in {_key(name) for name in names})
    theirs = {_key(name): name for names in others for name in names}
    ours = {_key(name) for name in own}
    kept = [name for key, name in theirs.items() if key and claims[key] == 1 and key not in ours]
    return Lexicon([_spelt(own), _spelt(kept)])


def _spelt(names: Sequence[str]) -> list[str]:
    return [
        spelling for name in names if _key(name) for spelling in dict.fromkeys((name.replace("*", " "), _key(name)))
    ]


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


def _lies_in(span: _Span, spans: Sequence[_Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
