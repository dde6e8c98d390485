"""What names another client's own is found however it is written, and what names nobody's is not."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.classifiers.ordinary import is_ordinary
from shared.domain.apart.elsewhere import ADVICE, named_elsewhere
from shared.domain.apart.voices import Voice, client_name, names_of
from shared.domain.guidelines.findings import Severity
from shared.domain.listening.priorities import Priority
from shared.domain.parties import Party

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
BOLT = Voice(
    agency="north",
    client="bolt",
    name="Bolt",
    handles=("bolt_help", "bolt_help@social.example", "bolt.bsky.social"),
    names=("Nimbus Three", "#SummerOfBolt", "Zaphir"),
)
CRUMB = Voice(agency="north", client="crumb", name="Crumb & Co", names=("Zaphir",))


def said(text: str, *others: Voice, own: tuple[str, ...] = (), handles: tuple[str, ...] = ("acme",)) -> list[str]:
    """What is found in a text for Acme."""
    acme = Voice(agency="north", client="acme", name="Acme", handles=handles, names=own[:1])
    found = named_elsewhere([text], "acme", [acme, *(others or (BOLT,))], own[1:])
    for one in found:
        assert one.severity is Severity.APPROVAL
        assert one.approver is Party.CLIENT
        assert one.advice == ADVICE
        assert one.said == text[one.start : one.end]
    return [one.said for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Try Bolt today", "Bolt"),
        ("BOLT's back", "BOLT"),
        ("ｂｏｌｔ is back", "ｂｏｌｔ"),
        ("B\u200bo\u00adlt is back", "B\u200bo\u00adlt"),
        ("b o l t is back", "b o l t"),
        ("Bölt is back", "Bölt"),
        ("Bоlt with a letter of another alphabet", "Bоlt"),
        ("Ask @Bolt_Help", "@Bolt_Help"),
        ("Ask ＠bolt_help.", "＠bolt_help"),
        ("Ask @ bolt_help", "@ bolt_help"),
        ("Ask @bolt_help@social.example!", "@bolt_help@social.example"),
        ("Ask @bolt.bsky.social.", "@bolt.bsky.social"),
        ("Meet the nimbus  three", "nimbus  three"),
        ("#NimbusThree is here", "NimbusThree"),
        ("#summerofbolt", "summerofbolt"),
        ("See https://bolt.example/news", "bolt"),
    ],
)
def test_a_name_of_another_client_is_found_however_it_is_written(text: str, found: str) -> None:
    assert said(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Good morning",
        "Thank you so much, that made our day!",
        "We bolted the door",
        "@bolt_fan thank you!",
        "@bolt_help@elsewhere.example is somebody else",
        "three nimbus clouds",
        "Mail us at hello@acme.example",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_what_is_this_clients_own_as_well_is_its_own() -> None:
    assert said("Try Bolt today", own=("BOLT",)) == []
    assert said("Try Bolt today", own=("", "BOLT")) == []
    assert said("Bolt cutters by Acme, and Bolt", own=("bolt cutters",)) == ["Bolt"]
    assert said("Ask @bolt_help", handles=("bolt_help",)) == []


def test_what_several_others_name_is_nobodys() -> None:
    assert said("Zaphir is here", BOLT) == ["Zaphir"]
    assert said("Zaphir is here", BOLT, CRUMB) == []


def test_each_part_of_a_thread_is_looked_at() -> None:
    (found,) = named_elsewhere(["Hello", "from Bolt"], "acme", [BOLT])
    assert (found.part, found.start, found.end) == (1, 5, 9)


LETTERS = st.text("cdfhjkpqsuwxy ", max_size=200)
"""None of them in a name above."""


@given(LETTERS)
def test_a_text_that_shares_nothing_with_any_voice_is_never_held(text: str) -> None:
    assert said(text, BOLT, CRUMB) == []


@given(st.text(max_size=200))
def test_whatever_is_found_is_in_the_text_and_says_nothing_else(text: str) -> None:
    said(text, BOLT, CRUMB)


@given(st.lists(st.sampled_from(["Bolt", "nimbus three", "@bolt_help", "hello", "Acme", "."]), max_size=12))
def test_a_text_with_a_name_is_always_found(parts: list[str]) -> None:
    text = " , ".join(parts)
    assert bool(said(text)) == any(part in ("Bolt", "nimbus three", "@bolt_help") for part in parts)


@pytest.mark.parametrize(
    ("name", "kept"), [("Acme AS", "Acme"), ("Crumb & Co Ltd.", "Crumb"), ("Inc", "Inc"), ("North Oil", "North Oil")]
)
def test_a_company_is_called_by_its_name_without_its_form(name: str, kept: str) -> None:
    assert client_name(name) == kept


def priority(name: str, *words: str, until: timedelta | None = None) -> Priority:
    return Priority(name=name, weight=10, words=words, ends_at=NOW + until if until else None)


def test_a_name_is_what_not_everybody_says() -> None:
    items = (
        priority("Launch", "launch", "nimbus", "new nimbus"),
        priority("Spring sale", "sale", "20"),
        priority("Over", "zaphir", until=timedelta(hours=-1)),
        priority("Vårkampanje Zaphir", "ok"),
        priority("大阪", "新"),
    )
    assert names_of(items, is_ordinary, NOW) == ("nimbus", "new nimbus", "Vårkampanje Zaphir", "大阪")
