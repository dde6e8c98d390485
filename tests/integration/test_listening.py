"""Listening on the deployed functions: what stands out is told within seconds, and a crisis once to both parties."""

import time
from collections.abc import Iterator

import pytest

from infra.demo.receiver import Receiver
from tests.integration.brands import PATIENCE, Brand, invoked, until
from tests.schemas import conforms

SECONDS = 10.0
"""In which a webhook has left after one that came in, on a busy machine."""


@pytest.fixture
def told(brand: Brand, receiver: Receiver) -> Iterator[Receiver]:
    given = brand.agency.desk.post(brand.path("/endpoints"), {"url": receiver.url})
    receiver.secret = given["secret"]
    yield receiver
    assert receiver.forged == 0
    for event in receiver.events.values():
        conforms(event)


def test_what_a_person_must_see_within_minutes_is_told_within_seconds(brand: Brand, told: Receiver) -> None:
    began = time.monotonic()
    (mention,) = brand.reported("Your charger caught fire and burned my son, he is in hospital")
    assert told.wait_for("mention.notable", PATIENCE)
    assert time.monotonic() - began < SECONDS
    (notice,) = (event for event in told.events.values() if event["type"] == "mention.notable")
    assert notice["data"]["subject"] == mention["id"]
    assert mention["urgency"] == 3
    assert "hospital" not in str(notice)


def test_several_people_who_tell_of_danger_are_a_crisis_told_once(brand: Brand, told: Receiver) -> None:
    crisis = brand.in_crisis()
    invoked(brand.engine, "prioritize.attend")
    assert crisis["evidence"]["seen"] >= 3
    assert told.wait_for("crisis.raised", PATIENCE)
    assert brand.call("POST", f"/crises/{crisis['id']}/end", None, by=brand.approver).body["state"] == "ended"
    assert told.wait_for("crisis.ended", PATIENCE)
    assert told.types().count("crisis.raised") == 1


def test_a_tool_without_ids_and_one_with_them_tell_of_one_mention(brand: Brand) -> None:
    (mention,) = brand.reported("My order never arrived, what now?")
    brand.tell({"external_id": None, "author": mention["author"], "text": "my order never arrived — what now"})
    until("both are named", lambda: len(brand.get(f"/mentions/{mention['id']}")["sources"]) == 2)
    assert [item["id"] for item in brand.get("/inbox")["items"]] == [mention["id"]]


def test_after_a_change_of_what_matters_every_mention_has_its_new_score(brand: Brand) -> None:
    brand.reported("My order never arrived. Can anyone help?", "I like the colour of the X200")
    brand.call("PUT", "/priorities", {"items": [{"name": "X200 launch", "weight": 60, "words": ["X200"]}]})
    before = brand.get("/inbox")["items"]
    until("all are scored anew", lambda: invoked(brand.engine, "prioritize.reorder")["scored"] == 0)
    assert brand.get("/inbox")["items"][0]["score"] == before[0]["score"]
    assert len({item["ranking"] for item in brand.get("/inbox")["items"]}) == 1
