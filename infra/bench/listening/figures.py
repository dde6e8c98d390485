"""Figures of agreement between what was wanted and what was found. All are 0 … 1, but a correlation: −1 … 1."""

from collections.abc import Hashable, Sequence
from math import sqrt


def f1(wanted: Sequence[Hashable], found: Sequence[Hashable], label: Hashable) -> float:
    """Of one label: the harmonic mean of how much of it was found and how much of what was found is it."""
    hits = sum(1 for one, other in zip(wanted, found, strict=True) if one == other == label)
    named = wanted.count(label) + found.count(label)
    return 2 * hits / named if named else 0.0


def macro_f1(wanted: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """The mean over the labels that were wanted, so that a rare one counts as much as a common one."""
    labels = dict.fromkeys(wanted)
    return sum(f1(wanted, found, label) for label in labels) / len(labels)


def recall(wanted: Sequence[Hashable], found: Sequence[Hashable], label: Hashable) -> float:
    return _hits(wanted, found, label) / max(1, wanted.count(label))


def precision(wanted: Sequence[Hashable], found: Sequence[Hashable], label: Hashable) -> float:
    return _hits(wanted, found, label) / max(1, found.count(label))


def _hits(wanted: Sequence[Hashable], found: Sequence[Hashable], label: Hashable) -> int:
    return sum(1 for one, other in zip(wanted, found, strict=True) if one == other == label)


def spearman(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The correlation of the ranks; equals share their mean rank."""
    return _pearson(_ranks(ours), _ranks(theirs))


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            ranks[place] = (start + end) / 2
        start = end + 1
    return ranks


def _pearson(ours: Sequence[float], theirs: Sequence[float]) -> float:
    our_mean, their_mean = sum(ours) / len(ours), sum(theirs) / len(theirs)
    together = sum((one - our_mean) * (other - their_mean) for one, other in zip(ours, theirs, strict=True))
    spread = sqrt(sum((one - our_mean) ** 2 for one in ours) * sum((one - their_mean) ** 2 for one in theirs))
    return together / spread if spread else 0.0
