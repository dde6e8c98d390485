"""A conversation is whole in whatever order its parts became known, and holds nothing of anybody else's."""

from itertools import permutations
from typing import Any

import pytest

from functions.desk import conversations
from tests.house import Brand, House, brand


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def said(acme: Brand, id_: str, answers: str = "", **more: Any) -> str:
    """A message; returns the id of its mention. Each is said a minute after the one before."""
    acme.house.clock.sleep(60)
    return acme.house.mention(f"{id_} says", external_id=id_, in_reply_to=answers, **more)


def conversation(acme: Brand, mention: str) -> list[str]:
    shown = acme.house.ok("GET", acme.path(f"/mentions/{mention}/conversation"), key=acme.agent_key)
    return [one["id"] for one in shown]


def test_who_answers_whom_is_shown_from_the_first_to_the_last(acme: Brand) -> None:
    first = said(acme, "one")
    second = said(acme, "two", answers="one")
    third = said(acme, "three", answers="two")
    said(acme, "elsewhere")
    assert conversation(acme, first) == [first, second, third]
    assert conversation(acme, second) == conversation(acme, third) == [first, second, third]


@pytest.mark.parametrize("order", list(permutations([("one", ""), ("two", "one"), ("three", "two")])), ids=repr)
def test_it_is_the_same_in_whatever_order_its_parts_came(acme: Brand, order: tuple[tuple[str, str], ...]) -> None:
    came = [said(acme, id_, answers) for id_, answers in order]
    assert {tuple(conversation(acme, mention)) for mention in came} == {tuple(came)}


def test_answers_to_a_message_that_never_came_belong_together(acme: Brand) -> None:
    one, other = said(acme, "one", answers="ours"), said(acme, "other", answers="ours")
    assert conversation(acme, one) == [one, other]


def test_what_the_network_says_belongs_together_does_so(acme: Brand) -> None:
    root = said(acme, "root")
    deep = said(acme, "deep", answers="unheard", conversation="root")
    assert conversation(acme, deep) == [root, deep]


def test_the_same_id_on_another_network_or_of_another_client_is_another_message(acme: Brand) -> None:
    brand(acme.house, "bolt")
    mine = said(acme, "one")
    said(acme, "one", network="x")
    said(acme, "two", answers="one", network="x")
    said(acme, "two", answers="one", client="bolt")
    assert conversation(acme, mine) == [mine]


def test_a_mention_that_nobody_answers_is_its_whole_conversation(acme: Brand) -> None:
    alone = said(acme, "one")
    assert conversation(acme, alone) == [alone]


def test_a_long_conversation_costs_no_more_than_it_may(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversations, "MOST", 10)
    monkeypatch.setattr(conversations, "MOST_ASKED", 12)
    first = said(acme, "0")
    for number in range(1, 30):
        said(acme, str(number), answers=str(number - 1))
    before = acme.house.store.calls["conversation"]
    shown = conversation(acme, first)
    assert len(shown) <= 10
    assert shown[0] == first
    assert acme.house.store.calls["conversation"] - before <= 12
