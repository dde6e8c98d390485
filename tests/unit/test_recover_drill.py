"""A drill throws the real switch where nothing is at stake, times it, and leaves evidence and nothing else behind."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from functions.recover.drill import BESIDE_ANOTHER, LONGEST_DRAIN, TRIES
from functions.recover.stop import TRIES as FLAG_TRIES
from shared.domain.recovery import DRILL_REASON, LONGEST_DRILL
from shared.domain.stops import Flag, StopScope
from shared.networks import OutcomeUnknownError
from shared.stores import ConflictError, StoreError
from tests.house import Act, Brand, House, brand, nothing, person, raising, shadow
from tests.schemas import SENT, conforms

NO_ANSWER = StoreError("The store did not answer.")


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def account(acme: Brand) -> str:
    return shadow(acme)


def drilled(acme: Brand, account: str, **more: Any) -> Any:
    key = more.pop("key", acme.owner_key)
    return acme.house.ok("POST", "/drills", {"client": "acme", "account": account}, key=key, **more)


def refused(acme: Brand, status: int, account: str, client: str = "acme", key: str | None = None) -> Any:
    body = {"client": client, "account": account}
    return acme.house.refused(status, "POST", "/drills", body, key=key or acme.owner_key)


def flag(acme: Brand, account: str) -> Flag:
    scope = f"account:acme/{account}"
    return acme.house.store.flags([StopScope.parse(scope)])[scope]


def taking(acme: Brand, seconds: float, then: Act = nothing) -> Act:
    """An act of the store that takes so long."""

    def act() -> None:
        acme.house.clock.sleep(seconds)
        then()

    return act


def shadow_post(acme: Brand, account: str) -> Any:
    return acme.approved("A test", account=account, handle="acme_shadow")


def in_flight(acme: Brand, account: str, fault: Any) -> None:
    """A post on the shadow account of which no answer came."""
    acme.house.network.faults = [fault]
    shadow_post(acme, account)
    acme.house.deliver()


def test_a_drill_stops_names_drains_and_lifts(acme: Brand, account: str) -> None:
    before = len(acme.house.facts())
    drill = drilled(acme, account)
    assert (drill["outcome"], drill["because"], drill["by"]) == ("done", "", acme.owner)
    assert acme.house.facts()[before:] == ["stop.engaged", "stop.drained", "stop.lifted", "drill.done"]
    stop = acme.house.ok("GET", f"/stops/{drill['stop']}", key=acme.owner_key)
    assert (stop["scope"], stop["reason"]) == (f"account:acme/{account}", "a drill")
    assert stop["lifted_at"]
    assert flag(acme, account).engaged == ()


def test_its_figures_are_the_time_that_each_step_took(acme: Brand, account: str) -> None:
    acme.house.store.after["commit"] += [taking(acme, 0.0125), taking(acme, 0.25)]
    acme.house.store.before["attempts_since"].append(taking(acme, 0.1))
    drill = drilled(acme, account)
    assert (drill["flag_ms"], drill["naming_ms"], drill["drain_ms"]) == (12.5, 362.5, 362.5)


def test_what_is_in_flight_is_named_and_waited_for(acme: Brand, account: str) -> None:
    in_flight(acme, account, "posted, then lost")
    acme.house.clock.sleep(1)
    drill = drilled(acme, account)
    assert (drill["outcome"], drill["named"]) == ("done", 1)
    assert drill["drain_ms"] > drill["naming_ms"]
    assert acme.house.network.live() == []


def test_a_post_that_comes_due_during_a_drill_is_held_and_goes_back_to_review(acme: Brand, account: str) -> None:
    post = shadow_post(acme, account)
    acme.house.store.before["attempts_since"].append(acme.house.deliver)
    assert drilled(acme, account)["outcome"] == "done"
    assert acme.house.network.statuses == []
    assert acme.post(post["id"])["state"] == "in_review"


def test_a_drill_holds_nothing_of_the_brands_own(acme: Brand, account: str) -> None:
    acme.approved("Good morning")
    acme.house.store.before["attempts_since"].append(acme.house.deliver)
    drilled(acme, account)
    assert [status.text for status in acme.house.network.live()] == ["Good morning"]


def test_after_a_drill_the_account_works_again(acme: Brand, account: str) -> None:
    drilled(acme, account)
    acme.house.clock.sleep(1)
    shadow_post(acme, account)
    acme.house.deliver()
    assert len(acme.house.network.live()) == 1


@pytest.mark.parametrize("key", ["approver_key", "agent_key"])
def test_whoever_may_stop_may_drill(acme: Brand, account: str, key: str) -> None:
    assert drilled(acme, account, key=getattr(acme, key))["outcome"] == "done"


def test_a_stop_key_is_enough(acme: Brand, account: str) -> None:
    _, key = person(acme, "Guard", acme.owner_key, ["stop"])
    assert drilled(acme, account, key=key)["outcome"] == "done"
    assert len(acme.house.ok("GET", "/drills", key=key)) == 1


def test_a_drill_by_the_agencys_administration_is_in_the_clients_ledger(acme: Brand, account: str) -> None:
    drilled(acme, account, key=acme.house.agency_key)
    assert acme.house.facts()[-1] == "drill.done"


def test_a_brands_own_account_is_refused(acme: Brand) -> None:
    assert refused(acme, 422, acme.account)["field"] == "account"


def test_a_closed_shadow_account_is_refused(acme: Brand, account: str) -> None:
    acme.house.ok("DELETE", acme.path(f"/accounts/{account}"), key=acme.owner_key)
    refused(acme, 409, account)


@pytest.mark.parametrize(("client", "account"), [("acme", "acc_none"), ("none", "acc_1"), ("", ""), ("a/b", "c d")])
def test_an_account_that_does_not_exist_is_not_found(acme: Brand, client: str, account: str) -> None:
    refused(acme, 404, account, client)


def test_another_clients_shadow_account_is_not_found(acme: Brand, account: str) -> None:
    bolt = brand(acme.house, "bolt")
    refused(acme, 404, account, key=bolt.owner_key)


def test_a_shadow_account_that_somebody_stopped_is_left_so(acme: Brand, account: str) -> None:
    stop = acme.stop(f"account:acme/{account}")
    acme.house.clock.sleep(3600)
    assert stop["id"] in refused(acme, 409, account)["detail"]
    assert flag(acme, account).engaged == (stop["id"],)


def test_a_drill_on_an_account_where_another_one_runs_is_refused(acme: Brand, account: str) -> None:
    meanwhile: list[Any] = []
    acme.house.store.before["attempts_since"].append(lambda: meanwhile.append(refused(acme, 409, account)))
    assert drilled(acme, account)["outcome"] == "done"
    assert meanwhile


def test_what_never_ends_fails_the_drill_and_the_stop_stands(acme: Brand, account: str) -> None:
    in_flight(acme, account, OutcomeUnknownError("no answer came"))
    acme.house.network.unreadable = OutcomeUnknownError("no answer came")
    drill = drilled(acme, account)
    assert (drill["outcome"], drill["drain_ms"], drill["named"]) == ("failed", None, 1)
    assert f"1 in flight had not ended after {LONGEST_DRAIN:.0f} s" in drill["because"]
    assert flag(acme, account).engaged == (drill["stop"],)
    assert acme.house.facts()[-1] == "drill.failed"


def test_a_flag_that_would_not_hold_a_post_fails_the_drill(acme: Brand, account: str) -> None:
    def lose() -> None:
        raised = flag(acme, account)
        acme.house.store.commit(replace(raised, engaged=(), version=raised.version + 1))

    acme.house.store.before["flags"] += [nothing, nothing, lose]
    drill = drilled(acme, account)
    assert (drill["outcome"], drill["because"]) == ("failed", "A post that came due would not have been held.")


def test_a_stop_that_a_drill_left_behind_is_lifted_by_the_next_one(acme: Brand, account: str) -> None:
    acme.house.store.before["attempts_since"].append(raising(NO_ANSWER))
    failed = drilled(acme, account)
    assert (failed["outcome"], failed["because"], failed["naming_ms"]) == ("failed", NO_ANSWER.reason, None)
    assert flag(acme, account).engaged == (failed["stop"],)
    refused(acme, 409, account)
    acme.house.clock.sleep(LONGEST_DRILL.total_seconds() + 1)
    assert drilled(acme, account)["outcome"] == "done"
    assert flag(acme, account).engaged == ()


def test_what_a_drill_left_behind_is_not_lifted_before_it_has_drained(acme: Brand, account: str) -> None:
    in_flight(acme, account, OutcomeUnknownError("no answer came"))
    acme.house.network.unreadable = OutcomeUnknownError("no answer came")
    drilled(acme, account)
    acme.house.clock.sleep(LONGEST_DRILL.total_seconds() + 1)
    assert "not drained" in refused(acme, 409, account)["detail"]
    acme.house.network.unreadable = None
    acme.house.clock.sleep(LONGEST_DRILL.total_seconds())
    assert drilled(acme, account)["outcome"] == "done"


def test_one_partys_drill_does_not_lift_what_the_others_left_behind(acme: Brand, account: str) -> None:
    acme.house.store.before["attempts_since"].append(raising(NO_ANSWER))
    drilled(acme, account, key=acme.agent_key)
    acme.house.clock.sleep(LONGEST_DRILL.total_seconds() + 1)
    refused(acme, 409, account)


def test_a_flag_that_cannot_be_written_fails_the_drill(acme: Brand, account: str) -> None:
    acme.house.store.before["commit"] += [raising(NO_ANSWER)] * FLAG_TRIES
    drill = drilled(acme, account)
    assert (drill["outcome"], drill["flag_ms"] is not None, drill["naming_ms"]) == ("failed", False, None)
    assert "not known whether the flag is set" in drill["because"]


def test_a_flag_that_was_written_although_no_answer_came_has_its_time(acme: Brand, account: str) -> None:
    acme.house.store.after["commit"].append(taking(acme, 0.5, raising(NO_ANSWER)))
    drill = drilled(acme, account)
    assert (drill["outcome"], drill["flag_ms"]) == ("done", 500.0)


def test_a_store_that_takes_no_evidence_is_told_as_not_known(acme: Brand, account: str) -> None:
    acme.house.store.before["commit"] += [raising(NO_ANSWER)] * (FLAG_TRIES + 1)
    given = acme.house.call("POST", "/drills", {"client": "acme", "account": account}, key=acme.owner_key)
    assert given.status == 503
    assert acme.house.ok("GET", "/drills", key=acme.owner_key) == []


def test_somebody_who_stops_the_account_meanwhile_does_not_disturb_the_drill(acme: Brand, account: str) -> None:
    other: list[Any] = []
    acme.house.store.before["commit"] += [
        nothing,
        nothing,
        lambda: other.append(acme.stop(f"account:acme/{account}", key=acme.agent_key)),
    ]
    assert drilled(acme, account)["outcome"] == "done"
    assert flag(acme, account).engaged == (other[0]["id"],)


def test_a_lift_that_others_keep_from_being_written_fails_the_drill(acme: Brand, account: str) -> None:
    conflict = raising(ConflictError(Flag(scope="account", epoch=1, engaged=())))
    acme.house.store.before["commit"] += [nothing, nothing, *[conflict] * TRIES]
    drill = drilled(acme, account)
    assert drill["outcome"] == "failed"
    assert "changed meanwhile" in drill["because"]


def test_asked_again_with_the_same_idempotency_key_it_drills_once(acme: Brand, account: str) -> None:
    again = {"idempotency-key": "drill-1"}
    assert drilled(acme, account, **again) == drilled(acme, account, **again)
    assert acme.house.facts().count("drill.done") == 1


def test_the_last_drill_is_listed_first(acme: Brand, account: str) -> None:
    first = drilled(acme, account)
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    second = drilled(acme, account, key=acme.agent_key)
    assert acme.house.ok("GET", "/drills?client=acme", key=acme.house.agency_key) == [second, first]
    assert acme.house.ok("GET", "/drills", key=acme.owner_key) == [second, first]


def test_another_clients_drills_are_not_listed(acme: Brand, account: str) -> None:
    bolt = brand(acme.house, "bolt")
    drilled(acme, account)
    assert acme.house.ok("GET", "/drills", key=bolt.owner_key) == []
    acme.house.refused(404, "GET", "/drills?client=acme", key=bolt.owner_key)
    acme.house.refused(404, "GET", "/drills", key=acme.house.agency_key)


def test_the_evidence_is_as_its_schema_says(acme: Brand, account: str) -> None:
    drilled(acme, account)
    acme.house.clock.sleep(1)
    acme.house.store.before["attempts_since"].append(raising(NO_ANSWER))
    drilled(acme, account)
    told = [entry for entry in acme.house.entries() if entry.type.startswith("drill.")]
    assert [entry.type for entry in told] == ["drill.done", "drill.failed"]
    for entry in told:
        assert entry.type in SENT
        data = {"client": entry.realm, "subject": entry.subject, "who": dict(entry.who), **entry.data}
        conforms({"type": entry.type, "timestamp": entry.at.isoformat(), "data": data})


def test_a_drill_that_finds_another_ones_stop_has_measured_nothing_and_says_so(acme: Brand, account: str) -> None:
    stop = {"scope": f"account:acme/{account}", "reason": DRILL_REASON}
    other = partial(acme.house.ok, "POST", "/stops", stop, key=acme.owner_key)
    acme.house.store.before["flags"] += [nothing, other]
    drill = drilled(acme, account)
    assert (drill["outcome"], drill["naming_ms"], drill["because"]) == ("failed", None, BESIDE_ANOTHER)
