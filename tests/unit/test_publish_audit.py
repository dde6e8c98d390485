"""The hourly audit over the real flow: what adds up is filed, what does not stops its account."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from shared.domain.attempts import AttemptState
from shared.domain.audit import BOOKS_CLOSE, ENDS_WITHIN, SETTLED_WITHIN, Audit
from shared.domain.stops import StopScope
from shared.outcomes import UNREADABLE_AFTER
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START
from tests.schemas import conforms

HOUR = timedelta(hours=1)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def pass_(acme: Brand, time: timedelta) -> None:
    acme.house.clock.sleep(time.total_seconds())


def told(acme: Brand) -> Any:
    """What the last audit told, as a webhook's receiver sees it."""
    found = [entry for entry in acme.house.entries() if entry.type.startswith("audit.")][-1]
    event = json.loads(payload(found))
    conforms(event)
    return event


def flag(acme: Brand, scope: str) -> Any:
    return acme.house.store.flags([StopScope.parse(scope)]).get(scope)


def landed_again(acme: Brand, post: str) -> None:
    """A second attempt at a post that is out, as a bug in the sender would make it."""
    store = acme.house.store
    first = next(one for one in store.attempts_since(START - HOUR) if one.post == post)
    again = replace(first, id=acme.house.new_id("att"), state=AttemptState.OPEN, published=None, version=1)
    store.commit(again)
    store.commit(again.moved(AttemptState.LANDED, acme.house.clock.now(), "", first.published))


def test_a_day_in_which_everything_adds_up_passes_each_hour(acme: Brand) -> None:
    acme.published("One")
    acme.house.network.faults = ["posted, then lost"]
    acme.published("Two")
    acme.house.reconcile()
    cancelled = acme.approved("Three", publish_at=(START + 3 * HOUR).isoformat())
    acme.house.ok("POST", acme.path(f"/posts/{cancelled['id']}/cancel"), {"reason": "no"}, key=acme.agent_key)
    acme.approved("Four", publish_at=(START + 3 * HOUR).isoformat())
    acme.published("A thread")
    pass_(acme, HOUR)
    assert acme.house.audit() == 0
    event = told(acme)
    assert event["type"] == "audit.passed"
    figures = {name: event["data"][name] for name in ("due", "ends", "waiting", "sends", "lost")}
    assert figures == {"due": 4, "ends": {"cancelled": 1, "published": 3}, "waiting": 1, "sends": 3, "lost": 0}
    pass_(acme, 2 * HOUR)
    acme.house.tick()
    acme.house.deliver()
    pass_(acme, HOUR)
    assert acme.house.audit() == 0
    assert told(acme)["data"]["ends"] == {"published": 1}
    assert acme.house.facts().count("audit.passed") == 2


def test_a_stop_and_its_recalls_add_up(acme: Brand) -> None:
    post = acme.published("One")
    acme.house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    acme.approved("Two")
    acme.stop("client:acme")
    acme.house.deliver()
    pass_(acme, HOUR)
    assert acme.house.audit() == 0
    assert told(acme)["data"]["ends"] == {"held": 1, "recalled": 1}


def test_a_post_that_vanished_from_its_queue_stops_its_account(acme: Brand) -> None:
    post = acme.approved("Lost")
    acme.house.outbound.sent.clear()
    pass_(acme, ENDS_WITHIN + BOOKS_CLOSE)
    assert acme.house.audit() == 1
    event = told(acme)
    assert event["type"] == "audit.broken"
    assert [one["post"] for one in event["data"]["breaks"]] == [post["id"]]
    scope = f"account:acme/{acme.account}"
    (stop,) = flag(acme, scope).engaged
    engaged = next(entry for entry in acme.house.entries() if entry.type == "stop.engaged")
    assert (engaged.subject, engaged.who) == (stop, {"function": "publish.audit"})
    assert post["id"] in engaged.data["reason"]
    later = acme.approved("Later")
    acme.house.deliver()
    assert acme.post(later["id"])["state"] == "held"


def test_a_second_copy_stops_its_account_and_no_other(acme: Brand) -> None:
    post = acme.published("Once")
    landed_again(acme, post["id"])
    bolt = brand(acme.house, "bolt")
    bolt.published("Elsewhere")
    pass_(acme, HOUR)
    assert acme.house.audit() == 1
    assert flag(acme, f"account:acme/{acme.account}") is not None
    assert flag(acme, "client:acme") is None
    assert flag(acme, f"account:bolt/{bolt.account}") is None
    assert acme.house.facts("bolt")[-1] == "audit.passed"


def test_what_was_sent_without_its_approval_stops_its_account(acme: Brand) -> None:
    shown = acme.published("Once")
    post = acme.house.store.post(shown["id"])
    assert post is not None
    acme.house.store.commit(replace(post, approvals=(), version=post.version + 1))
    pass_(acme, HOUR)
    assert acme.house.audit() == 1
    assert "0 of 1 approvals" in told(acme)["data"]["breaks"][0]["because"]


def test_the_audits_stop_drains_and_two_members_of_the_client_lift_it_but_no_agency(acme: Brand) -> None:
    post = acme.published("Once")
    landed_again(acme, post["id"])
    pass_(acme, HOUR)
    acme.house.audit()
    (stop,) = flag(acme, f"account:acme/{acme.account}").engaged
    acme.house.refused(409, "POST", f"/stops/{stop}/resume", key=acme.owner_key)
    assert acme.house.drain() == 0
    acme.house.refused(403, "POST", f"/stops/{stop}/resume", key=acme.agent_key)
    assert not acme.house.ok("POST", f"/stops/{stop}/resume", key=acme.owner_key)["lifted"]
    assert acme.house.ok("POST", f"/stops/{stop}/resume", key=acme.second_key)["lifted"]
    pass_(acme, HOUR)
    assert acme.house.audit() == 0
    assert flag(acme, f"account:acme/{acme.account}").engaged == ()


def test_an_audit_that_dies_between_its_stop_and_its_entry_is_made_again_with_one_stop(acme: Brand) -> None:
    post = acme.published("Once")
    landed_again(acme, post["id"])
    pass_(acme, HOUR)
    acme.house.store.before["commit"] += [lambda: None, raising(StoreError("The store did not answer."))]
    assert acme.house.audit() == 0
    assert acme.house.audit() == 1
    assert len(flag(acme, f"account:acme/{acme.account}").engaged) == 1
    assert acme.house.facts().count("stop.engaged") == 1


def test_a_stop_that_meets_another_one_at_the_flag_stands_beside_it(acme: Brand) -> None:
    post = acme.published("Once")
    landed_again(acme, post["id"])
    pass_(acme, HOUR)
    scope = f"account:acme/{acme.account}"
    acme.house.store.before["commit"].append(lambda: acme.stop(scope))
    assert acme.house.audit() == 1
    assert len(flag(acme, scope).engaged) == 2


def test_two_audits_at_the_same_moment_file_one(acme: Brand) -> None:
    acme.published("Once")
    pass_(acme, HOUR)
    acme.house.store.before["commit"].append(acme.house.audit)
    acme.house.audit()
    assert acme.house.facts().count("audit.passed") == 1


def test_one_clients_books_that_cannot_be_read_keep_no_other_from_its_audit(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    pass_(acme, HOUR)
    acme.house.store.before["ledger"].append(raising(StoreError("The store did not answer.")))
    acme.house.audit()
    assert "audit.passed" not in acme.house.facts("acme")
    assert bolt.house.facts("bolt")[-1] == "audit.passed"
    acme.house.audit()
    assert acme.house.facts("acme")[-1] == "audit.passed"


def test_an_audit_after_days_of_outage_reads_on_from_where_the_last_one_closed(acme: Brand) -> None:
    acme.approved("In two days", publish_at=(START + timedelta(days=2)).isoformat())
    pass_(acme, HOUR)
    acme.house.audit()
    pass_(acme, timedelta(days=2) - HOUR)
    acme.house.tick()
    acme.house.deliver()
    pass_(acme, timedelta(days=2))
    assert acme.house.audit() == 0
    books = acme.house.store.get(Audit, "acme", "acme")
    assert books is not None
    assert (books.ends, books.waiting) == ({"published": 1}, {})


def test_the_bound_for_an_end_leaves_time_to_find_out_on_a_network_that_cannot_be_read() -> None:
    assert UNREADABLE_AFTER + timedelta(minutes=2) <= SETTLED_WITHIN


def test_the_cost_of_an_audit_does_not_depend_on_what_waits(acme: Brand) -> None:
    for number in range(20):
        acme.approved(f"Number {number}", publish_at=(START + timedelta(days=3, minutes=number)).isoformat())
    pass_(acme, HOUR)
    acme.house.store.calls.clear()
    acme.house.audit()
    calls = acme.house.store.calls
    assert (calls["attempts_since"], calls["post"], calls["posts"], calls["commit"], calls["flags"]) == (1, 0, 0, 1, 0)
