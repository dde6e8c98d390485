"""Learns the weights of the classifier from labelled messages: ``python -m infra.bench.listening.train``.

What common sense says (:mod:`infra.bench.listening.priors`) is where each weight starts and is drawn back to, so that
few messages move only what they speak of. Function and intent are learnt as one choice out of all, the next four as
yes or no, the feeling as a number. A rare label counts as much as a common one. Messages are taken in an order that is
shuffled by a fixed seed: the same messages give the same weights.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from infra.bench.listening.judged import HERE, TUNE, message, read
from infra.bench.listening.priors import PRIORS
from shared.classifiers import weights as target
from shared.classifiers.embedded import Embedded, embedded
from shared.classifiers.signs import WORD
from shared.classifiers.weighing import FEELING, FIRST_INTENT, FUNCTIONS, INTENTS, LABELS, NEEDS, PLACE_OF

PRACTICE = HERE / "practice.jsonl"
TIMES = 3
"""That a message of the tune half counts beside one of practice, of which there are many more."""
ROUNDS, RATE, PULL, EVEN = 25, 0.08, 2.0, 0.75
WORDS_PULL = 4.0
"""Of what a word says by itself, which chance has more of a hand in."""
LEAST = 4
"""Messages that a word must be in to have weights of its own."""
SMALL = 0.4
"""Words whose weights are all below it are left out."""

Row = list[float]


class Example:
    """A message's signs, what is wanted for each column, and how much a mistake there counts."""

    __slots__ = ("counts", "signs", "wanted")

    def __init__(self, signs: list[str], wanted: Row) -> None:
        self.signs, self.wanted, self.counts = signs, wanted, [1.0] * len(LABELS)


def prior() -> dict[str, Row]:
    made = {}
    for sign, said in PRIORS.items():
        row = [0.0] * len(LABELS)
        for part in filter(None, said.split(", ")):
            label, weight = part.rsplit(" ", 1)
            row[LABELS.index(label)] = float(weight)
        made[sign] = row
    return made


def examples(lines: Iterable[dict[str, Any]]) -> list[Example]:
    made = [_example(line) for line in lines]
    for first, end in ((0, FIRST_INTENT), (FIRST_INTENT, NEEDS)):
        chosen = [one.wanted.index(1.0, first, end) for one in made]
        times = Counter(chosen)
        for one, place in zip(made, chosen, strict=True):
            one.counts[first:end] = [_even(len(made), times[place], len(times))] * (end - first)
    for place in range(NEEDS, FEELING):
        held = sum(one.wanted[place] > 0 for one in made)
        for one in made:
            one.counts[place] = _even(len(made), held if one.wanted[place] > 0 else len(made) - held, 2)
    return made


def _even(whole: int, part: int, parts: int) -> float:
    """Most of the way to where each label counts the same."""
    return float((whole / (part * parts)) ** EVEN)


def _example(line: dict[str, Any]) -> Example:
    signs, mood = embedded().seen(message(line))
    wanted = [0.0] * len(LABELS)
    wanted[FUNCTIONS.index(line["function"])] = 1.0
    wanted[FIRST_INTENT + INTENTS.index(line["intent"])] = 1.0
    wanted[NEEDS] = float(line["needs_answer"])
    for level, place in PLACE_OF.items():
        wanted[place] = float(line["urgency"] >= level)
    wanted[FEELING] = line["sentiment"] - mood
    return Example(signs, wanted)


def learnt(
    lines: Sequence[dict[str, Any]],
    *,
    rounds: int = ROUNDS,
    rate: float = RATE,
    pull: float = PULL,
    words_pull: float = WORDS_PULL,
    seed: int = 1,
) -> dict[str, Row]:
    given = examples(lines)
    times = Counter(sign for one in given for sign in one.signs)
    start = prior()
    for sign, number in times.items():
        if not sign.startswith(WORD) or (number >= LEAST and not sign[1:].isdigit()):
            start.setdefault(sign, [0.0] * len(LABELS))
    for one in given:
        one.signs = ["", *(sign for sign in one.signs if sign in start)]
    times[""] = len(given)
    weights = {sign: list(row) for sign, row in start.items()}
    shuffled = random.Random(seed)  # noqa: S311
    for turn in range(rounds):
        shuffled.shuffle(given)
        step = rate / (1 + turn / 8)
        for one in given:
            rows = [weights[sign] for sign in one.signs]
            guesses = _guesses(list(map(sum, zip(*rows, strict=True))))
            moves = [
                step * count * (aim - guess) for aim, guess, count in zip(one.wanted, guesses, one.counts, strict=True)
            ]
            for sign, row in zip(one.signs, rows, strict=True):
                back = step * (words_pull if sign[:1] == WORD else pull) / times[sign]
                row[:] = [
                    weight + move - back * (weight - origin)
                    for weight, move, origin in zip(row, moves, start[sign], strict=True)
                ]
    return weights


def _guesses(sums: Sequence[float]) -> list[float]:
    return [
        *_shares(sums[:FIRST_INTENT]),
        *_shares(sums[FIRST_INTENT:NEEDS]),
        *(1 / (1 + math.exp(-max(-30.0, min(30.0, one)))) for one in sums[NEEDS:FEELING]),
        sums[FEELING],
    ]


def _shares(sums: Sequence[float]) -> list[float]:
    top = max(sums)
    powers = [math.exp(one - top) for one in sums]
    whole = sum(powers)
    return [power / whole for power in powers]


def shipped(weights: dict[str, Row]) -> dict[str, tuple[int, ...]]:
    """In hundredths, and without words that say next to nothing."""
    return {
        sign: tuple(round(100 * one) for one in row)
        for sign, row in sorted(weights.items())
        if not sign.startswith(WORD) or max(map(abs, row)) >= SMALL
    }


def written(weights: dict[str, tuple[int, ...]]) -> str:
    rows = "\n".join(f"    {sign!r}: ({', '.join(map(str, row))})," for sign, row in weights.items())
    return (
        '"""What each sign speaks for, and how much, in hundredths: a column for each of the labels, as listed in\n'
        ":data:`shared.classifiers.weighing.LABELS`. Learnt by ``python -m infra.bench.listening.train``, not to be\n"
        'edited. "=" begins the sign of a word by itself.\n'
        '"""\n\nfrom collections.abc import Mapping\n\n'
        f"# fmt: off\nWEIGHTS: Mapping[str, tuple[int, ...]] = {{\n{rows}\n}}\n"
    )


def cross_checked(lines: Sequence[dict[str, Any]], more: Sequence[dict[str, Any]], *, parts: int = 5) -> list[Any]:
    """What is made of each line by weights that were learnt without its fifth."""
    order = list(range(len(lines)))
    random.Random(0).shuffle(order)  # noqa: S311
    found: list[Any] = [None] * len(lines)
    for part in range(parts):
        held = set(order[part::parts])
        others = [line for place, line in enumerate(lines) if place not in held]
        weights = shipped(learnt([*others * TIMES, *more]))
        judged = Embedded(weights)
        for place in held:
            (found[place],) = judged.classify([message(lines[place])])
    return found


def main() -> None:
    made = learnt([*read(TUNE) * TIMES, *read(PRACTICE)])
    Path(target.__file__).write_text(written(shipped(made)), "utf-8")


if __name__ == "__main__":
    main()
