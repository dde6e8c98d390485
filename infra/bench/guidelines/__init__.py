"""How many disguised words the ready-made list finds, and how often it raises an alarm at innocent texts.

``tune.jsonl`` was looked at while the rules were made, ``test.jsonl`` was not: the figures of ``held_out`` are of that
alone. All texts were written for this; every evasion is of a word in ``shared/domain/guidelines/profanity.py``.
"""

from collections.abc import Iterable, Sequence
from itertools import islice, product
from pathlib import Path
from time import process_time
from typing import Any

import msgspec

from infra.bench.goals import AtLeast, AtMost, Goal
from shared.domain.guidelines.checking import check
from shared.domain.guidelines.rules import MOST_WORDS, Guidelines, WordRule

GOALS: dict[str, Goal] = {
    "caught": AtLeast(285),
    "false_alarms": AtMost(3),
    "held_out.caught": AtLeast(143),
    "held_out.false_alarms": AtMost(3),
    "worst_ms": AtMost(3_000),
}
HOSTILE = ("b***", "s*", "!|$@", "$@$!", "b*1|a", "1", "b.a.", "ba*!e ", "a:")
"""What is written again and again so that there are many ways to read it."""
LONGEST = 25_000
FOLDER = Path(__file__).parent


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    text: str
    profane: bool


def texts(half: str) -> list[Text]:
    return [msgspec.json.decode(line, type=Text) for line in (FOLDER / f"{half}.jsonl").read_bytes().splitlines()]


def measure(*, rounds: int = 5) -> dict[str, Any]:
    tuned, held_out = texts("tune"), texts("test")
    every = [*tuned, *held_out]
    return {
        **_figures(every),
        "ms_per_draft": _milliseconds(every, rounds),
        "worst_ms": _worst(),
        "held_out": _figures(held_out),
    }


def _figures(of: Sequence[Text]) -> dict[str, int]:
    standard = Guidelines(client="")
    found = [(text.profane, bool(check(text.text, standard))) for text in of]
    return {
        "caught": found.count((True, True)),
        "of": sum(profane for profane, _ in found),
        "false_alarms": found.count((False, True)),
        "of_innocent": sum(not profane for profane, _ in found),
    }


def _milliseconds(of: Iterable[Text], rounds: int) -> float:
    """For a draft of 280 characters."""
    standard = Guidelines(client="")
    drafts = _drafts(of)
    started = process_time()
    for _ in range(rounds):
        for draft in drafts:
            check(draft, standard)
    return round((process_time() - started) * 1000 / rounds / len(drafts), 3)


def _drafts(of: Iterable[Text]) -> list[str]:
    """The innocent texts, put together to the length of a draft."""
    whole = " ".join(text.text for text in of if not text.profane)
    return [whole[start : start + 280] for start in range(0, len(whole) - 280, 280)]


def _worst() -> float:
    """For the longest text that a draft may have, made to take long, and as many words as a client may forbid."""
    guidelines = Guidelines(client="", words=(WordRule(id="words", words=_words()),))
    check("The words are put into a tree once.", guidelines)
    taken = []
    for part in HOSTILE:
        text = (part * LONGEST)[:LONGEST]
        started = process_time()
        check(text, guidelines)
        taken.append(process_time() - started)
    return round(max(taken) * 1000, 1)


def _words() -> tuple[str, ...]:
    """Of syllables, so that after each beginning many ways lead on."""
    syllables = [consonant + vowel for consonant in "bcdfgklmnprst" for vowel in "aeiou"]
    words = ("".join(three) for three in product(syllables, repeat=3))
    return tuple(islice(words, 0, None, len(syllables) ** 3 // MOST_WORDS))[:MOST_WORDS]
