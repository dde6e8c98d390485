"""A stop is lifted by two people of the party that made it, when it has drained; and nothing resumes by itself."""

from datetime import timedelta
from typing import Any

import pytest

from shared.networks import OutcomeUnknownError
from shared.stores import StoreError
from tests.house import Brand, House, brand, nothing, raising
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def resume(acme: Brand, stop: Any, key: str) -> Any:
    return acme.house.ok("POST", f"/stops/{stop['id']}/resume", key=key)


def refused(acme: Brand, status: int, stop: Any, key: str) -> Any:
    return acme.house.refused(status, "POST", f"/stops/{stop['id']}/resume", key=key)["detail"]


def lifted(acme: Brand, stop: Any) -> Any:
    resume(acme, stop, acme.owner_key)
    return resume(acme, stop, acme.approver_key)


def held(acme: Brand, stop_scope: str = "client:acme") -> tuple[Any, Any]:
    """A post that came due under a stop, and the stop."""
    post = acme.approved("Hi", publish_at=(START + timedelta(seconds=30)).isoformat())
    stop = acme.stop(stop_scope.format(account=acme.account, post=post["id"]))
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"
    return post, stop


def test_one_person_does_not_lift_a_stop(acme: Brand) -> None:
    stop = acme.stop("client:acme")
    first = resume(acme, stop, acme.owner_key)
    assert (first["lifted"], first["stop"]["lift_asked_by"]) == (False, acme.owner)
    assert "two people" in refused(acme, 409, stop, acme.owner_key)
    post = acme.approved("Hi")
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_two_people_lift_it_and_posting_goes_on(acme: Brand) -> None:
    stop = acme.stop("client:acme")
    given = lifted(acme, stop)
    assert (given["lifted"], given["in_review"]) == (True, [])
    assert given["stop"]["lifted_at"] == "2026-11-25T09:00:00Z"
    acme.house.clock.sleep(1)
    assert acme.published("Hi")["state"] == "published"


def test_two_keys_of_one_person_do_not_lift_it(acme: Brand) -> None:
    body = {"member": acme.owner, "scopes": ["stop"]}
    other = acme.house.ok("POST", acme.path("/keys"), body, key=acme.owner_key)["key"]
    stop = acme.stop("client:acme")
    resume(acme, stop, acme.owner_key)
    refused(acme, 409, stop, other)


def test_a_stop_is_not_lifted_before_it_has_drained(acme: Brand) -> None:
    acme.house.network.faults = [OutcomeUnknownError("no answer came")]
    acme.published("Hi")
    stop = acme.stop("client:acme")
    assert "not drained" in refused(acme, 409, stop, acme.owner_key)


def test_a_stop_is_lifted_once_and_asking_again_says_so_and_changes_nothing(acme: Brand) -> None:
    stop = acme.stop("client:acme")
    given = lifted(acme, stop)
    acme.house.clock.sleep(60)
    before = acme.house.store.everything()
    for key in (acme.owner_key, acme.approver_key, acme.second_key):
        assert resume(acme, stop, key) == given
    assert acme.house.store.everything() == before


def test_a_resume_that_was_cut_short_brings_back_the_rest_when_it_is_asked_again(acme: Brand) -> None:
    posts = [acme.approved(text, publish_at=(START + timedelta(seconds=30)).isoformat()) for text in ("Hi", "Ho")]
    stop = acme.stop("client:acme")
    acme.house.deliver()
    resume(acme, stop, acme.owner_key)
    acme.house.store.before["commit"] += [nothing, nothing, raising(StoreError("The store did not answer."))]
    given = acme.house.call("POST", f"/stops/{stop['id']}/resume", key=acme.approver_key)
    assert given.status == 503
    assert sorted(acme.post(post["id"])["state"] for post in posts) == ["held", "in_review"]
    again = resume(acme, stop, acme.approver_key)
    assert (again["lifted"], len(again["in_review"])) == (True, 1)
    assert {acme.post(post["id"])["state"] for post in posts} == {"in_review"}
    assert acme.house.facts().count("stop.lifted") == 1
    assert acme.house.facts().count("post.back_in_review") == 2


def test_another_party_is_refused_at_a_stop_that_is_lifted_already(acme: Brand) -> None:
    _, stop = held(acme)
    lifted(acme, stop)
    refused(acme, 403, stop, acme.agent_key)


def test_what_was_held_says_by_what_when_it_is_back_in_review(acme: Brand) -> None:
    post, stop = held(acme)
    lifted(acme, stop)
    because = acme.post(post["id"])["because"]
    assert "needs a new decision" in because
    assert f"client:acme is stopped ({stop['id']})" in because


def test_two_clocks_that_disagree_free_nothing_that_came_due_before_the_later_lift(acme: Brand) -> None:
    ours, theirs = acme.stop("client:acme"), acme.stop("client:acme", key=acme.agent_key)
    post = acme.approved("Hi", publish_at=(START + timedelta(seconds=30)).isoformat())
    acme.house.clock.sleep(60)
    lifted(acme, ours)
    acme.house.clock.at = START + timedelta(seconds=10)
    resume(acme, theirs, acme.agent_key)
    resume(acme, theirs, acme.agent_two_key)
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_an_agency_does_not_lift_its_clients_stop_nor_the_client_its_agencys(acme: Brand) -> None:
    ours, theirs = acme.stop("client:acme"), acme.stop("client:acme", key=acme.agent_key)
    for key in (acme.agent_key, acme.house.agency_key):
        refused(acme, 403, ours, key)
    refused(acme, 403, theirs, acme.owner_key)


def test_lifting_ones_own_stop_leaves_the_others_standing(acme: Brand) -> None:
    ours, theirs = acme.stop("client:acme"), acme.stop("client:acme", key=acme.agent_key)
    lifted(acme, ours)
    acme.house.clock.sleep(1)
    post = acme.approved("Hi")
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"
    assert theirs["id"] in acme.post(post["id"])["because"]


def test_another_clients_stop_is_not_there(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    refused(acme, 404, acme.stop("client:acme"), bolt.owner_key)


def test_a_stop_of_everything_is_lifted_by_two_administrators_of_the_agency(acme: Brand) -> None:
    house, mine = acme.house, f"/clients/{acme.agency}"
    deputy = house.ok("POST", f"{mine}/members", {"name": "Deputy", "signature": "^DE"}, key=house.agency_key)
    body = {"member": deputy["id"], "scopes": ["stop"]}
    second = house.ok("POST", f"{mine}/keys", body, key=house.agency_key)["key"]
    post = acme.approved("Hi", publish_at=(START + timedelta(seconds=30)).isoformat())
    stop = acme.stop("everything", key=house.agency_key)
    house.deliver()
    resume(acme, stop, house.agency_key)
    assert resume(acme, stop, second)["in_review"] == [post["id"]]


@pytest.mark.parametrize("scope", ["client:acme", "account:acme/{account}", "post:acme/{post}"])
def test_what_a_stop_held_goes_back_to_review_and_not_out(acme: Brand, scope: str) -> None:
    post, stop = held(acme, scope)
    assert lifted(acme, stop)["in_review"] == [post["id"]]
    back = acme.post(post["id"])
    assert (back["state"], back["approvals"], back["due_at"]) == ("in_review", [], None)
    acme.house.outbound.sent.clear()
    for _ in range(10):
        acme.house.tick()
        acme.house.deliver()
        acme.house.clock.sleep(60)
    assert acme.house.network.calls == 0


def test_what_was_held_goes_out_after_a_new_time_and_a_new_approval(acme: Brand) -> None:
    post, stop = held(acme)
    lifted(acme, stop)
    acme.house.clock.sleep(60)
    again = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"now": True}, key=acme.agent_key)
    acme.approve(again)
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"


def test_what_was_delegated_and_held_needs_an_approval_now(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 0}})
    stop = acme.stop("client:acme")
    post = acme.draft("Hi")
    acme.house.deliver()
    lifted(acme, stop)
    back = acme.post(post["id"])
    assert (back["state"], back["demand"]["approvals"]) == ("in_review", 1)


def test_what_is_held_in_another_scope_stays_held(acme: Brand) -> None:
    post, _ = held(acme)
    other = acme.stop(f"post:acme/{acme.draft('Another')['id']}")
    assert lifted(acme, other)["in_review"] == []
    assert acme.post(post["id"])["state"] == "held"


def test_the_ledger_names_both_people_and_what_went_back(acme: Brand) -> None:
    _, stop = held(acme)
    lifted(acme, stop)
    told = {entry.type: entry.who.get("member") for entry in acme.house.entries()}
    assert told["stop.lift_asked"] == acme.owner
    assert told["stop.lifted"] == acme.approver
    assert told["post.back_in_review"] == acme.approver


def test_a_second_stop_after_the_first_was_lifted_is_another(acme: Brand) -> None:
    first = acme.stop("client:acme")
    lifted(acme, first)
    second = acme.stop("client:acme")
    assert second["id"] != first["id"]
    assert second["epoch"] == 2
    post = acme.approved("Hi")
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"
