"""The stop: one call, a receipt, and from then on silence; whatever is queued, and whatever fails on the way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.recover.stop import TRIES
from shared.domain.posts import Post
from shared.domain.stops import Flag, StopScope
from shared.networks import OutcomeUnknownError
from shared.stores import ConflictError, StoreError
from tests.house import Brand, House, brand, person, raising
from tests.network import START

NO_ANSWER = StoreError("The store did not answer.")
CLIENT = {"scope": "client:acme", "reason": "an incident"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def flag(acme: Brand, scope: str = "client:acme") -> Flag | None:
    return acme.house.store.flags([StopScope.parse(scope)]).get(scope)


def refused(acme: Brand, status: int, scope: str, key: str) -> Any:
    return acme.house.refused(status, "POST", "/stops", {"scope": scope, "reason": "an incident"}, key=key)


def test_the_receipt_says_what_was_stopped_by_whom_and_when(acme: Brand) -> None:
    stop = acme.stop("client:acme")
    assert (stop["scope"], stop["epoch"], stop["stopped_at"]) == ("client:acme", 1, "2026-11-25T09:00:00Z")
    assert (stop["who"]["member"], stop["reason"]) == (acme.owner, "an incident")
    assert acme.house.ok("GET", f"/stops/{stop['id']}", key=acme.owner_key) == stop


def test_a_stop_with_nothing_in_flight_is_drained_at_once_and_says_so_in_the_ledger(acme: Brand) -> None:
    stop = acme.stop("client:acme")
    assert stop["named"] == []
    assert stop["drained_at"] == "2026-11-25T09:00:00Z"
    assert acme.house.facts()[-2:] == ["stop.engaged", "stop.drained"]


@pytest.mark.parametrize("scope", ["client:acme", "account:acme/{account}", "post:acme/{post}"])
def test_anyone_of_either_party_stops_within_their_client(acme: Brand, scope: str) -> None:
    named = scope.format(account=acme.account, post=acme.draft("Hi")["id"])
    for key in (acme.owner_key, acme.approver_key, acme.agent_key):
        assert acme.stop(named, key=key)["scope"] == named


@pytest.mark.parametrize("scope", ["everything", "network:mastodon", "agency:{agency}"])
def test_what_reaches_further_takes_an_agencys_administration_key(acme: Brand, scope: str) -> None:
    named = scope.format(agency=acme.agency)
    for key in (acme.owner_key, acme.agent_key):
        refused(acme, 403, named, key)
    assert acme.stop(named, key=acme.house.agency_key)["scope"] == named


def test_an_agencys_administration_key_stops_its_clients_too(acme: Brand) -> None:
    acme.stop("client:acme", key=acme.house.agency_key)
    post = acme.approved("Hi")
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_one_agency_does_not_stop_another(acme: Brand) -> None:
    refused(acme, 403, f"agency:{acme.agency}", acme.house.agency("South"))


def test_another_clients_scopes_are_told_as_not_there(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    for scope in ("client:acme", f"account:acme/{acme.account}", f"post:acme/{acme.draft('Hi')['id']}"):
        assert refused(acme, 404, scope, bolt.owner_key)["detail"] == f"There is no scope {scope}."


def test_a_scope_that_does_not_exist_is_told_so_and_stops_nothing(acme: Brand) -> None:
    for scope in ("client:none", "account:acme/acc_none", "post:acme/pst_none"):
        refused(acme, 404, scope, acme.owner_key)


@pytest.mark.parametrize(
    "scope",
    ["", "client", "client:", "everything:now", "everything:", "account:acc_1", "planet:earth", "post:/",
     "client:acme/x", "post:acme/pst_1/x", "client:acme\n", "client:acme x"],
)  # fmt: skip
def test_what_is_no_scope_is_refused(acme: Brand, scope: str) -> None:
    assert refused(acme, 422, scope, acme.owner_key)["field"] == "scope"


def test_a_stop_has_a_reason(acme: Brand) -> None:
    body = {"scope": "client:acme", "reason": " "}
    assert acme.house.refused(422, "POST", "/stops", body, key=acme.owner_key)["field"] == "reason"


def test_a_stop_key_stops(acme: Brand) -> None:
    _, key = person(acme, "Guard", acme.owner_key, ["stop"])
    assert acme.stop("client:acme", key=key)["drained_at"]


def test_stopped_twice_by_one_party_is_one_stop(acme: Brand) -> None:
    first = acme.stop("client:acme")
    acme.house.clock.sleep(60)
    assert acme.stop("client:acme", key=acme.approver_key) == first
    assert acme.house.facts().count("stop.engaged") == 1


def test_the_other_partys_stop_stands_beside_it(acme: Brand) -> None:
    ours, theirs = acme.stop("client:acme"), acme.stop("client:acme", key=acme.agent_key)
    assert ours["id"] != theirs["id"]
    assert (ours["epoch"], theirs["epoch"]) == (1, 2)
    standing = flag(acme)
    assert standing is not None
    assert standing.engaged == (ours["id"], theirs["id"])


def resume(acme: Brand, stop: Any, key: str) -> Any:
    return acme.house.ok("POST", f"/stops/{stop['id']}/resume", key=key)


def test_a_stop_during_a_resume_voids_the_first_persons_ask(acme: Brand) -> None:
    first = acme.stop("client:acme")
    resume(acme, first, acme.owner_key)
    again = acme.stop("client:acme", key=acme.second_key)
    assert (again["id"], again["lift_asked_by"]) == (first["id"], None)
    assert not resume(acme, first, acme.approver_key)["lifted"]
    told = next(entry for entry in acme.house.entries() if entry.type == "stop.lift_withdrawn")
    assert told.who["member"] == acme.second


@pytest.mark.parametrize("call", ["flags", "stop", "commit"])
def test_a_stop_that_meets_the_second_persons_ask_stands_when_it_returns(acme: Brand, call: str) -> None:
    first = acme.stop("client:acme")
    resume(acme, first, acme.owner_key)
    (acme.house.store.before if call == "commit" else acme.house.store.after)[call].append(
        lambda: resume(acme, first, acme.approver_key)
    )
    again = acme.stop("client:acme", key=acme.second_key)
    standing = flag(acme)
    assert standing is not None
    assert standing.engaged == (again["id"],)
    assert again["lifted_at"] is None


def test_two_agencies_stops_stand_apart(acme: Brand) -> None:
    body = {"name": "South", "owner": {"name": "Administrator", "signature": "^SA"}}
    south = acme.house.ok("POST", acme.path("/agencies"), body, key=acme.owner_key)["owner_key"]
    assert acme.stop("client:acme", key=south)["id"] != acme.stop("client:acme", key=acme.agent_key)["id"]


def test_the_days_stops_that_a_key_reaches_are_listed(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    mine, theirs = acme.stop("client:acme"), bolt.stop("client:bolt")
    for key, expected in ((acme.owner_key, [mine]), (acme.house.agency_key, [mine, theirs])):
        heads = [{field: value for field, value in stop.items() if field not in ("named", "next")} for stop in expected]
        assert acme.house.ok("GET", "/stops", key=key) == heads
    assert acme.house.ok("GET", "/stops?day=2026-11-24", key=acme.owner_key) == []
    assert acme.house.refused(422, "GET", "/stops?day=now", key=acme.owner_key)["field"] == "day"


def test_the_flag_is_written_before_what_is_in_flight_is_read(acme: Brand) -> None:
    standing: list[Flag | None] = []
    acme.house.store.before["attempts_since"].append(lambda: standing.append(flag(acme)))
    stop = acme.stop("client:acme")
    assert standing[0] is not None
    assert standing[0].engaged == (stop["id"],)


def test_what_is_in_flight_is_named(acme: Brand) -> None:
    acme.house.network.faults = [OutcomeUnknownError("no answer came")]
    post = acme.published("Hi")
    stop = acme.stop("client:acme")
    assert [(named["post"], named["end"]) for named in stop["named"]] == [(post["id"], "in_flight")]
    assert stop["drained_at"] is None


def test_what_is_in_flight_elsewhere_is_not_named(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    bolt.house.network.faults = [OutcomeUnknownError("no answer came")]
    bolt.published("Hi")
    assert acme.stop("client:acme")["named"] == []


def test_what_went_out_in_the_moment_before_is_named_and_left_up(acme: Brand) -> None:
    post = acme.published("Hi")
    acme.house.clock.sleep(2)
    named = acme.stop("client:acme")["named"]
    assert [(one["post"], one["end"], one["url"]) for one in named] == [
        (post["id"], "published", post["published"]["url"])
    ]
    assert acme.house.network.live()


def test_what_ended_before_is_not_named(acme: Brand) -> None:
    acme.published("Hi")
    acme.house.clock.sleep(6)
    assert acme.stop("client:acme")["named"] == []


@pytest.mark.parametrize("failure", [NO_ANSWER, ConflictError(Flag(scope="client:acme", epoch=1, engaged=()))])
def test_a_flag_that_could_not_be_written_is_tried_again_at_once(acme: Brand, failure: Exception) -> None:
    acme.house.store.before["commit"] += [raising(failure)] * (TRIES - 1)
    assert acme.stop("client:acme")["epoch"] == 1


def test_a_flag_that_was_written_although_no_answer_came_is_not_written_twice(acme: Brand) -> None:
    acme.house.store.after["commit"].append(raising(NO_ANSWER))
    stop = acme.stop("client:acme")
    standing = flag(acme)
    assert standing is not None
    assert (standing.epoch, standing.engaged) == (1, (stop["id"],))


def hanging(acme: Brand) -> None:
    """Each write takes as long as the store may, and is not answered."""

    def hang() -> None:
        acme.house.clock.sleep(6)
        raise NO_ANSWER

    acme.house.store.before["commit"] += [hang] * 2


def down(acme: Brand) -> None:
    """Nothing is written."""
    acme.house.store.before["commit"] += [raising(NO_ANSWER)] * TRIES


def down_after_the_flag(acme: Brand) -> None:
    """The flag is written, and from then on there is no answer."""
    acme.house.store.after["commit"].append(raising(NO_ANSWER))
    acme.house.store.before["flags"] += [lambda: None, *[raising(NO_ANSWER)] * (TRIES - 1)]


@pytest.mark.parametrize("going", [down, down_after_the_flag, hanging])
def test_a_store_that_never_answers_is_told_as_not_known_and_stopping_again_is_safe(
    acme: Brand, going: Callable[[Brand], None]
) -> None:
    going(acme)
    began = acme.house.clock.monotonic()
    given = acme.house.call("POST", "/stops", CLIENT, key=acme.owner_key)
    assert acme.house.clock.monotonic() - began < 20
    assert (given.status, given.headers["Content-Type"]) == (503, "application/problem+json")
    assert "not known" in given.body["detail"]
    assert "stop again" in given.body["detail"]
    stop = acme.stop("client:acme")
    standing = flag(acme)
    assert standing is not None
    assert standing.engaged == (stop["id"],)
    assert acme.house.facts().count("stop.engaged") == 1


def test_a_stop_whose_naming_failed_names_when_it_is_called_again(acme: Brand) -> None:
    acme.house.network.faults = [OutcomeUnknownError("no answer came")]
    post = acme.published("Hi")
    acme.house.store.before["attempts_since"].append(raising(NO_ANSWER))
    assert acme.house.call("POST", "/stops", CLIENT, key=acme.owner_key).status == 503
    assert [named["post"] for named in acme.stop("client:acme")["named"]] == [post["id"]]


def test_a_stop_whose_naming_failed_holds_all_the_same(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.store.before["attempts_since"].append(raising(NO_ANSWER))
    assert acme.house.call("POST", "/stops", CLIENT, key=acme.owner_key).status == 503
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_two_stops_of_one_scope_at_the_same_moment_both_stand(acme: Brand) -> None:
    other: list[Any] = []
    acme.house.store.before["commit"].append(lambda: other.append(acme.stop("client:acme", key=acme.agent_key)))
    stop = acme.stop("client:acme")
    standing = flag(acme)
    assert standing is not None
    assert standing.engaged == (other[0]["id"], stop["id"])


def test_a_caller_may_wait_for_what_is_in_flight_to_end(acme: Brand) -> None:
    acme.house.network.faults = ["posted, then lost"]
    post = acme.published("Hi")
    stop = acme.stop("client:acme", prefer="wait=5")
    assert stop["drained_at"]
    assert [(named["post"], named["end"]) for named in stop["named"]] == [(post["id"], "recalled")]
    assert acme.house.network.live() == []


def test_a_caller_does_not_wait_longer_than_it_said(acme: Brand) -> None:
    acme.house.network.faults = [OutcomeUnknownError("no answer came")]
    acme.published("Hi")
    before = acme.house.clock.now()
    assert acme.stop("client:acme", prefer="wait=3")["drained_at"] is None
    assert acme.house.clock.now() - before == timedelta(seconds=3)


def queued(acme: Brand, count: int) -> None:
    """So many posts scheduled within the hour."""
    one = acme.house.store.post(acme.approved("Hi", publish_at=(START + timedelta(hours=1)).isoformat())["id"])
    assert isinstance(one, Post)
    for number in range(count):
        acme.house.store.commit(replace(one, id=f"pst_{number}", version=1))


def test_a_stop_costs_the_same_whatever_is_queued() -> None:
    costs = []
    for count in (10, 1000):
        acme = brand(House())
        queued(acme, count)
        acme.house.store.calls.clear()
        acme.stop("client:acme")
        costs.append(dict(acme.house.store.calls))
    assert costs[0] == costs[1]
    assert sum(costs[0].values()) < 10
    assert "posts" not in costs[0]
