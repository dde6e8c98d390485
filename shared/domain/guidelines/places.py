"""A client's guidelines for a text that is used in several places: all that is asked of it in any of them."""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from shared.domain.guidelines.checking import About, holds
from shared.domain.guidelines.rules import (
    EVERYWHERE,
    Disclosure,
    Guidelines,
    HashtagRule,
    LanguageRule,
    LinkRule,
    ToneRule,
    WordRule,
)

R = TypeVar("R", WordRule, Disclosure, LinkRule, HashtagRule, LanguageRule, ToneRule)


def anywhere(guidelines: Guidelines, places: Collection[About]) -> Guidelines:
    """``guidelines`` with the rules that hold in one of ``places``, as if they held everywhere."""
    return replace(
        guidelines,
        words=_each(guidelines.words, places),
        disclosures=_each(guidelines.disclosures, places),
        links=_one(guidelines.links, places),
        hashtags=_one(guidelines.hashtags, places),
        languages=_one(guidelines.languages, places),
        tone=_one(guidelines.tone, places),
    )


def _each(rules: tuple[R, ...], places: Collection[About]) -> tuple[R, ...]:
    return tuple(kept for kept in (_one(rule, places) for rule in rules) if kept is not None)


def _one(rule: R | None, places: Collection[About]) -> R | None:
    if rule is None or not any(holds(rule.where, about) for about in places):
        return None
    return replace(rule, where=EVERYWHERE)
