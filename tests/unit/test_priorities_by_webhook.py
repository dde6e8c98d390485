"""A tool of the client's own says what matters by a signed webhook: taken as over the API, and refused as there."""

import json
from datetime import timedelta
from typing import Any

import msgspec
import pytest
import standardwebhooks

from functions.ingest.accept import accept
from functions.notify.webhook import payload
from functions.prioritize.state import state
from shared.api.problems import EXPECTED, problem
from shared.domain.accounts import Scheme, Source, source_realm
from shared.domain.listening.mentions import Delivery
from shared.domain.listening.priorities import Priorities
from shared.queues import MemoryQueue
from shared.stores import ConflictError
from tests.house import Brand, House, brand, person
from tests.schemas import conforms

ITEM = {"name": "Launch", "weight": 30, "words": ["launch"]}
SOURCE = {"name": "Planner", "scheme": "standard", "purpose": "priorities"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def source(acme: Brand) -> Any:
    return acme.house.ok("POST", acme.path("/sources"), SOURCE, key=acme.owner_key)


class StoredSources:
    def __init__(self, house: House) -> None:
        self._house = house

    def source(self, id: str) -> Source | None:  # noqa: A002
        return self._house.store.get(Source, source_realm(id), id)


def send(acme: Brand, source: Any, body: Any, secret: str = "") -> tuple[int, Any, list[Delivery]]:
    """As the tool does; what was answered, and what is on the queue."""
    queue, now = MemoryQueue(), acme.house.clock.now()
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    signature = standardwebhooks.Webhook(secret or source["secret"]).sign("msg_1", now, raw.decode())
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature,
    }
    try:
        answer = accept(source["id"], headers, raw, sources=StoredSources(acme.house), queue=queue, now=now)
    except EXPECTED as refusal:
        answer = problem(refusal, source["hook"])
    sent = [msgspec.json.decode(message.body, type=Delivery) for message in queue.sent]
    return answer.status, json.loads(answer.body), sent


def take(acme: Brand, delivery: Delivery) -> bool:
    return state(delivery, store=acme.house.store, clock=acme.house.clock, new_id=acme.house.new_id)


def shown(acme: Brand) -> Any:
    return acme.house.ok("GET", acme.path("/priorities"), key=acme.agent_key)


def test_what_the_tool_says_is_in_force_as_if_the_client_had_said_it(acme: Brand, source: Any) -> None:
    status, answered, (delivery,) = send(acme, source, {"items": [ITEM]})
    assert (status, answered) == (200, {"accepted": 1})
    assert (delivery.reports, delivery.retractions, delivery.unread) == ((), (), None)
    assert take(acme, delivery)
    said = shown(acme)
    assert (said["version"], said["set_by"], said["set_at"]) == (1, source["id"], "2026-11-25T09:00:00Z")
    acme.house.ok("PUT", acme.path("/priorities"), {"items": [ITEM]}, key=acme.owner_key)
    assert shown(acme)["items"] == said["items"]


def test_the_ledger_names_the_source_that_said_it(acme: Brand, source: Any) -> None:
    _, _, (delivery,) = send(acme, source, {"items": [ITEM]})
    take(acme, delivery)
    entry = acme.house.entries()[-1]
    assert (entry.type, entry.data["source"], entry.data["names"]) == ("priorities.set", source["id"], ["Launch"])
    conforms(json.loads(payload(entry)))


def test_the_same_delivery_again_changes_nothing(acme: Brand, source: Any) -> None:
    _, _, (delivery,) = send(acme, source, {"items": [ITEM]})
    take(acme, delivery)
    before = acme.house.store.everything()
    assert not take(acme, delivery)
    assert acme.house.store.everything() == before


def test_what_was_overtaken_by_a_later_word_changes_nothing(acme: Brand, source: Any) -> None:
    _, _, (delivery,) = send(acme, source, {"items": [ITEM]})
    acme.house.clock.sleep(60)
    acme.house.ok("PUT", acme.path("/priorities"), {"items": []}, key=acme.owner_key)
    assert not take(acme, delivery)
    assert shown(acme)["items"] == []


def test_somebody_who_says_something_at_the_same_moment_is_not_passed_over(acme: Brand, source: Any) -> None:
    _, _, (delivery,) = send(acme, source, {"items": [ITEM]})
    acme.house.clock.sleep(1)
    said = lambda: acme.house.ok("PUT", acme.path("/priorities"), {"items": []}, key=acme.owner_key)  # noqa: E731
    acme.house.store.before["commit"].append(said)
    with pytest.raises(ConflictError):
        take(acme, delivery)
    assert not take(acme, delivery)


def test_a_delivery_of_mentions_states_nothing(acme: Brand) -> None:
    delivery = Delivery(source="src_1", client="acme", received_at=acme.house.clock.now(), reports=())
    assert not take(acme, delivery)
    assert acme.house.store.get(Priorities, "acme", "acme") is None


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"{", 400, None),
        (b'{"items": [{"name": "a", "weight": NaN}]}', 400, None),
        ({}, 422, "items"),
        ({"items": [], "colour": "red"}, 422, "colour"),
        ({"items": [ITEM | {"word": ["b"]}]}, 422, "items.0.word"),
        ({"items": [ITEM | {"weight": 61}]}, 422, "items.0.weight"),
        ({"items": [ITEM | {"words": ["!"]}]}, 422, "items.0.words"),
        ({"items": [ITEM | {"functions": ["No such"]}]}, 422, "items.0.functions"),
        ({"items": [ITEM] * 101}, 422, "items"),
    ],
)
def test_a_bad_statement_is_refused_at_once_as_over_the_api(
    acme: Brand, source: Any, body: Any, status: int, field: str | None
) -> None:
    over_api = acme.house.refused(status, "PUT", acme.path("/priorities"), body, key=acme.owner_key)
    answered, told, sent = send(acme, source, body)
    assert (answered, sent) == (status, [])
    assert (told["type"], told.get("field"), told["detail"]) == (over_api["type"], field, over_api["detail"])


def test_a_webhook_cannot_say_which_version_it_replaces_for_nobody_could_tell_it_that_it_was_another(
    acme: Brand, source: Any
) -> None:
    assert send(acme, source, {"items": [], "version": 3})[1]["field"] == "version"


def test_what_is_not_signed_by_the_source_says_nothing(acme: Brand, source: Any) -> None:
    other = acme.house.ok("POST", acme.path("/sources"), SOURCE, key=acme.owner_key)
    status, _, sent = send(acme, source, {"items": [ITEM]}, secret=other["secret"])
    assert (status, sent) == (401, [])


def test_a_source_of_mentions_says_nothing_of_what_matters(acme: Brand) -> None:
    body = {"name": "Monitor", "scheme": "standard", "network": "mastodon"}
    monitor = acme.house.ok("POST", acme.path("/sources"), body, key=acme.owner_key)
    _, _, sent = send(acme, monitor, {"items": [ITEM]})
    assert all(delivery.priorities is None for delivery in sent)


def test_only_the_client_opens_such_a_source_changes_its_secret_or_closes_it(acme: Brand, source: Any) -> None:
    agency, path = acme.house.agency_key, acme.path(f"/sources/{source['id']}")
    acme.house.refused(403, "POST", acme.path("/sources"), SOURCE, key=agency)
    acme.house.refused(403, "POST", f"{path}/secrets", {}, key=agency)
    acme.house.refused(403, "DELETE", path, key=agency)
    acme.house.ok("POST", f"{path}/secrets", {}, key=acme.owner_key)
    acme.house.refused(403, "DELETE", f"{path}/secrets", key=agency)
    _, agent = person(acme, "Agent", agency, ["admin"])
    acme.house.refused(403, "POST", acme.path("/sources"), SOURCE, key=agent)
    acme.house.ok("DELETE", path, key=acme.owner_key)


def test_a_source_tells_what_it_is_for(acme: Brand, source: Any) -> None:
    (listed,) = acme.house.ok("GET", acme.path("/sources"), key=acme.agent_key)
    assert source["purpose"] == listed["purpose"] == "priorities"


@pytest.mark.parametrize("scheme", [scheme.value for scheme in Scheme if scheme is not Scheme.STANDARD])
def test_such_a_source_signs_as_standard_webhooks_do(acme: Brand, scheme: str) -> None:
    body = SOURCE | {"scheme": scheme}
    assert acme.house.refused(422, "POST", acme.path("/sources"), body, key=acme.owner_key)["field"] == "scheme"


def test_words_that_are_heard_a_day_late_count_from_when_they_were_said(acme: Brand, source: Any) -> None:
    _, _, (delivery,) = send(acme, source, {"items": [ITEM]})
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    assert take(acme, delivery)
    assert shown(acme)["set_at"] == "2026-11-25T09:00:00Z"
    assert acme.house.entries()[-1].at == acme.house.clock.now()
