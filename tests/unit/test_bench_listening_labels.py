"""The labelled mentions have the form, the make-up and the consistency that their guide claims."""

import json
import re
import unicodedata
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from shared.domain.mandate.terms import Function

FOLDER = Path(__file__).parents[2] / "infra" / "bench" / "listening"
HALVES = ("tune", "test")
KINDS = {
    "id": str, "industry": str, "language": str, "network": str, "author": str, "followers": int,
    "in_reply_to_brand": bool, "text": str, "function": str, "intent": str, "needs_answer": bool, "urgency": int,
    "sentiment": float,
}  # fmt: skip
LANGUAGES = set("ar da de en es fr hi-Latn it ja mul nl pl pt sv tr".split())
INTENTS = {"complaint", "question", "request", "praise", "statement"}
NETWORKS = set("x mastodon bluesky facebook instagram threads youtube linkedin".split())
INDUSTRIES = set(
    "airline bank telecom grocery fashion consumer_electronics games public_transport energy hotel car_maker software"
    " health streaming".split()
)
TELLING = re.compile(r"https?://|www\.|[\w.]+@[\w-]+\.\w|\+?\d[\d ()/-]{7,}\d")
"""A link, a mail address, a telephone number."""

Message = dict[str, Any]


def read(half: str) -> list[Message]:
    return [json.loads(line) for line in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]


MESSAGES = {half: read(half) for half in HALVES}
ALL = [message for half in HALVES for message in MESSAGES[half]]


def texts_of(messages: list[Message]) -> list[str]:
    return [message["text"] for message in messages]


def share(messages: list[Message], label: str, value: object) -> float:
    return sum(bool(message[label] == value) for message in messages) / len(messages)


def pieces(text: str) -> frozenset[str]:
    """Every five characters in a row, the words' letters only."""
    plain = re.sub(r"\W+", " ", text.casefold()).strip()
    return frozenset(plain[at : at + 5] for at in range(max(1, len(plain) - 4)))


def test_every_message_has_every_field_in_its_kind_and_no_other() -> None:
    assert [m["id"] for m in ALL if {name: type(value) for name, value in m.items()} != KINDS] == []


def test_every_label_is_one_of_its_guide() -> None:
    for message in ALL:
        assert message["function"] in set(Function), message
        assert message["intent"] in INTENTS, message
        assert message["language"] in LANGUAGES, message
        assert message["network"] in NETWORKS, message
        assert message["industry"] in INDUSTRIES, message
        assert message["urgency"] in range(4), message
        assert -1 <= message["sentiment"] <= 1, message
        assert message["sentiment"] == round(message["sentiment"], 1), message
        assert message["followers"] >= 0, message


def test_a_text_is_as_the_product_keeps_it_and_names_no_link_mail_address_or_telephone() -> None:
    for text in texts_of(ALL):
        assert text == unicodedata.normalize("NFC", text).strip() != ""
        assert not TELLING.search(text), text


def test_ids_are_unique_and_their_number_says_the_half() -> None:
    assert len({message["id"] for message in ALL}) == len(ALL)
    for half, parity in zip(HALVES, (1, 0), strict=True):
        ids = [message["id"] for message in MESSAGES[half]]
        assert ids == sorted(ids)
        assert all(re.fullmatch(r"m\d{3}", one) and int(one[1:]) % 2 == parity for one in ids)


def test_no_author_writes_twice() -> None:
    assert len({message["author"] for message in ALL}) == len(ALL)


def test_no_wording_of_one_half_is_found_in_the_other() -> None:
    assert len(set(texts_of(ALL))) == len(ALL)
    tune, test = ([(text, pieces(text)) for text in texts_of(MESSAGES[half])] for half in HALVES)
    alike = [
        (mine, theirs)
        for (mine, my_pieces), (theirs, their_pieces) in product(tune, test)
        if any(my_pieces) and len(my_pieces & their_pieces) > 0.2 * len(my_pieces | their_pieces)
    ]
    assert alike == []


def test_every_function_and_urgency_is_there_often_enough_to_be_measured() -> None:
    functions = Counter(message["function"] for message in ALL)
    urgencies = Counter(message["urgency"] for message in ALL)
    assert len(ALL) >= 480
    assert min(functions[function] for function in Function) >= 40
    assert functions.most_common(1)[0][0] == Function.CUSTOMER_SERVICE
    assert urgencies[3] >= 40
    assert urgencies[2] >= 60


@pytest.mark.parametrize("half", HALVES)
def test_each_half_is_more_than_half_english_and_half_of_it_needs_an_answer(half: str) -> None:
    assert 0.5 <= share(MESSAGES[half], "language", "en") <= 0.6
    assert 0.45 <= share(MESSAGES[half], "needs_answer", True) <= 0.6


@pytest.mark.parametrize("label", ["function", "language", "intent", "needs_answer", "urgency"])
def test_both_halves_have_the_same_make_up(label: str) -> None:
    for value in {message[label] for message in ALL}:
        assert abs(share(MESSAGES["tune"], label, value) - share(MESSAGES["test"], label, value)) < 0.04, value


def test_the_labels_of_a_message_agree_as_the_guide_says() -> None:
    for message in ALL:
        if message["needs_answer"]:
            assert message["urgency"] >= 1, message
        if message["urgency"] == 3:
            assert message["needs_answer"], message
        if message["function"] == "crisis":
            assert message["urgency"] >= 2, message
        if message["function"] == "noise":
            assert not message["needs_answer"], message
            assert message["urgency"] <= 1, message
            assert message["intent"] == "statement", message
        if message["intent"] == "praise":
            assert message["sentiment"] > 0, message
            assert not message["needs_answer"], message
        if message["intent"] == "complaint":
            assert message["sentiment"] < 0, message


def test_what_waits_for_no_answer_waits_for_nothing_but_a_spreading_crisis_or_a_scam_to_report() -> None:
    waiting = [m for m in ALL if not m["needs_answer"] and m["urgency"] > 0]
    assert {(m["function"], m["urgency"]) for m in waiting} == {("crisis", 2), ("noise", 1)}


def test_the_guide_counts_what_is_in_the_files() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| `([\w-]+)` \| (\d+) \| (\d+) \|$", (FOLDER / "README.md").read_text(), re.MULTILINE
    )
    said = {(label, value): (int(tune), int(test)) for label, value, tune, test in rows}
    counts = {
        half: Counter(
            (label, json.dumps(message[label]).strip('"'))
            for message in MESSAGES[half]
            for label in ("function", "intent", "needs_answer", "urgency", "language")
        )
        for half in HALVES
    }
    assert said == {key: (counts["tune"][key], counts["test"][key]) for key in counts["tune"] | counts["test"]}
