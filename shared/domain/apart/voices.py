"""By what each of an agency's clients is known, so that nothing meant for one goes out for another."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from shared.domain.accounts import Account, server
from shared.domain.guidelines.disguises import is_unspaced
from shared.domain.guidelines.lexicon import LONGEST_WORD, letters_of
from shared.domain.listening.priorities import Priority
from shared.domain.listening.words import words

MOST_NAMES = 60
"""Of one client: all voices of an agency are read with each draft."""
FEWEST_LETTERS = 3
"""Of a name; of scripts without spaces one less."""
_LEGAL = frozenset(
    "ab ag aps as asa bv co company corp corporation gmbh inc kg limited llc ltd nv oy oyj plc sa spa srl".split()
)
"""How a company's name ends that people leave out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """What one client calls itself and its own, in the realm of an agency that works for it."""

    agency: str
    client: str
    name: str
    handles: tuple[str, ...] = ()
    """Of its open accounts, with their server where a handle is one server's."""
    names: tuple[str, ...] = ()
    """Of products, campaigns and topics, as it states them to matter."""
    version: int = 1

    def stating(self, *, handles: tuple[str, ...] | None = None, names: tuple[str, ...] | None = None) -> "Voice":
        """With what is given in place of what was there."""
        handles = self.handles if handles is None else handles
        names = self.names if names is None else names
        return replace(self, handles=handles, names=names, version=self.version + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class VoiceHolder:
    """Which of an agency's clients speaks from an account of a network: one at a time."""

    agency: str
    id: str
    """By :func:`voice_id`."""
    client: str | None
    """None: nobody any more."""
    version: int = 1


def voice_id(account: Account) -> str:
    """The same for whatever is the same voice."""
    host, port = server(account.base_url)
    voice = "\n".join((account.network, host, str(port), account.external_id))
    return hashlib.sha256(voice.encode()).hexdigest()[:32]


def folded(text: str) -> list[str]:
    """Its words as a reader sees them: whatever their case, accents, shapes and invisible characters."""
    return words("".join(letters_of(text)))


def handles_of(accounts: Iterable[Account]) -> tuple[str, ...]:
    """Of those that are open."""
    found: dict[str, None] = {}
    for account in accounts:
        if account.closed_at is None:
            plain = account.handle.casefold()
            found[plain] = None
            if "@" not in plain:
                found[f"{plain}@{server(account.base_url)[0]}"] = None
    return tuple(found)


def client_name(name: str) -> str:
    """Without what a company's form adds to it."""
    kept = name.split()
    while len(kept) > 1 and "".join(folded(kept[-1])) in _LEGAL:
        kept.pop()
    return " ".join(kept).rstrip(" &+,")


def names_of(items: Iterable[Priority], is_ordinary: Callable[[str], bool], now: datetime) -> tuple[str, ...]:
    """What ``items`` name that says whose it is: a phrase of ordinary words alone is anybody's."""
    stated = (
        phrase for item in items if item.ends_at is None or now < item.ends_at for phrase in (item.name, *item.words)
    )
    telling = (phrase for phrase in dict.fromkeys(stated) if _tells(phrase, is_ordinary))
    return tuple(telling)[:MOST_NAMES]


def _tells(phrase: str, is_ordinary: Callable[[str], bool]) -> bool:
    spoken = folded(phrase)
    letters = "".join(spoken)
    fewest = FEWEST_LETTERS - 1 if letters and is_unspaced(letters[0]) else FEWEST_LETTERS
    if not fewest <= len(letters) <= LONGEST_WORD or letters.isdigit():
        return False
    return any(is_unspaced(word[0]) or not (word.isdigit() or is_ordinary(word)) for word in spoken)
