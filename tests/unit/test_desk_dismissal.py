"""One call takes somebody's voice back, and what rests on their word with it."""

from datetime import timedelta
from typing import Any

import pytest

from functions.desk.leaving import MOST_KEYS, MOST_WRITTEN
from shared.stores.rows import MOST_RECORDS
from tests.house import Brand, House, brand, person


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def dismiss(acme: Brand, member: str, *, key: str | None = None, reason: str = "has left") -> Any:
    path = acme.path(f"/roster/{member}/dismissal")
    return acme.house.ok("POST", path, {"reason": reason}, key=key or acme.owner_key)


def later(acme: Brand) -> dict[str, str]:
    return {"publish_at": (acme.house.clock.now() + timedelta(hours=3)).isoformat()}


def approver(acme: Brand) -> tuple[str, str]:
    """A further one, at the client."""
    return person(acme, "Another", acme.owner_key, ["read", "approve"])


def test_every_key_of_a_person_is_revoked_at_once(acme: Brand) -> None:
    body = {"member": acme.agent, "scopes": ["read"]}
    other = acme.house.ok("POST", acme.path("/keys"), body, key=acme.house.agency_key)["key"]
    given = dismiss(acme, acme.agent)
    assert len(given["keys_revoked"]) == 2
    assert given["left"] == 0
    for key in (other, acme.agent_key):
        assert acme.house.call("GET", acme.path("/inbox"), key=key).status == 401
    acme.house.ok("GET", acme.path("/inbox"), key=acme.agent_two_key)


def test_whoever_was_dismissed_gets_no_key_and_no_introduction_again(acme: Brand) -> None:
    dismiss(acme, acme.agent)
    body = {"member": acme.agent, "scopes": ["read"]}
    acme.house.refused(422, "POST", acme.path("/keys"), body, key=acme.house.agency_key)
    acme.house.refused(422, "POST", acme.path("/roster"), {"member": acme.agent}, key=acme.house.agency_key)
    path = acme.path(f"/roster/{acme.agent}/acceptance")
    acme.house.refused(409, "POST", path, {"verdict": "accept"}, key=acme.owner_key)


def test_what_they_wrote_goes_back_to_review_and_says_why(acme: Brand) -> None:
    scheduled = acme.approved("At three", **later(acme))
    waiting = acme.approve(acme.draft("On call", on_call=True))
    others = acme.house.ok(
        "POST",
        acme.path("/posts"),
        {"account": acme.account, "handle": "acme", "text": "Mine", "function": "community", **later(acme)},
        key=acme.agent_two_key,
    )
    acme.approve(others)
    given = dismiss(acme, acme.agent)
    assert {one["post"]: one["was"] for one in given["reopened"]} == {
        scheduled["id"]: "scheduled",
        waiting["id"]: "approved",
    }
    back = acme.post(scheduled["id"])
    assert (back["state"], back["approvals"], back["due_at"]) == ("in_review", [], None)
    assert back["because"] == "its author was dismissed: has left"
    assert acme.post(others["id"])["state"] == "scheduled"
    acme.house.clock.sleep(4 * 3600)
    acme.house.tick()
    acme.house.deliver()
    assert acme.post(scheduled["id"])["state"] == "in_review"


def test_what_they_wrote_goes_out_when_somebody_else_takes_it_over(acme: Brand) -> None:
    post = acme.approved("At three", **later(acme))
    dismiss(acme, acme.agent)
    body = {"verdict": "approve", "content_hash": post["content_hash"]}
    path = acme.path(f"/posts/{post['id']}")
    refusal = acme.house.refused(409, "POST", path + "/approvals", body, key=acme.approver_key)
    assert "does not speak for the client any more: was dismissed: has left" in refusal["detail"]
    taken = acme.house.ok("PATCH", path, {}, key=acme.agent_two_key)
    assert acme.approve(taken)["state"] == "scheduled"


def test_what_was_delegated_to_them_needs_an_approval_from_then_on(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 0, "approve": "either"}})
    post = acme.draft("At three", **later(acme))
    assert post["state"] == "scheduled"
    dismiss(acme, acme.agent)
    back = acme.post(post["id"])
    assert (back["state"], back["demand"]["approvals"]) == ("in_review", 1)


def test_what_an_approver_who_left_had_approved_is_approved_anew(acme: Brand) -> None:
    member, key = approver(acme)
    theirs = acme.approve(acme.draft("At three", **later(acme)), key=key)
    others = acme.approve(acme.draft("At four", **later(acme)))
    given = dismiss(acme, member)
    assert [one["post"] for one in given["reopened"]] == [theirs["id"]]
    back = acme.post(theirs["id"])
    assert (back["state"], back["because"]) == ("in_review", "who approved it was dismissed: has left")
    assert acme.post(others["id"])["state"] == "scheduled"
    assert acme.approve(back)["state"] == "scheduled"


def test_one_of_two_approvals_stays_when_the_other_falls(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 2}})
    member, key = approver(acme)
    post = acme.draft("At three", **later(acme))
    acme.approve(post)
    acme.approve(post, key=key)
    dismiss(acme, member)
    back = acme.post(post["id"])
    assert (back["state"], [one["member"] for one in back["approvals"]]) == ("in_review", [acme.approver])
    assert acme.approve(post, key=acme.second_key)["state"] == "scheduled"


def test_in_an_order_later_approvals_fall_with_the_one_before(acme: Brand) -> None:
    acme.agree(
        {"community": {"approvals": 2, "approve": "either", "approvers": [{"party": "agency"}, {"party": "client"}]}}
    )
    lead, key = person(acme, "Lead", acme.house.agency_key, ["read", "approve"])
    post = acme.draft("At three", **later(acme))
    acme.approve(post, key=key)
    assert acme.approve(post)["state"] == "scheduled"
    dismiss(acme, lead)
    back = acme.post(post["id"])
    assert (back["state"], back["approvals"]) == ("in_review", [])
    (entry,) = [entry for entry in acme.house.entries() if entry.type == "post.reopened"]
    assert entry.data["approvals_withdrawn"] == [lead, acme.approver]


def test_the_reply_says_what_they_leave_behind(acme: Brand) -> None:
    out = acme.published("Good morning")
    given = dismiss(acme, acme.agent)
    assert given["wrote"] == [{"post": out["id"], "url": out["published"]["url"], "at": out["published"]["at"]}]
    assert (given["approved"], given["looked_back_to"]) == ([], None)
    assert [one["post"] for one in dismiss(acme, acme.approver)["approved"]] == [out["id"]]


def test_a_post_that_is_being_sent_is_named_and_left_alone(acme: Brand) -> None:
    post = acme.approved("Good morning")
    told: list[Any] = []
    acme.house.store.after["clearance"].append(lambda: told.append(dismiss(acme, acme.agent)))
    acme.house.deliver()
    assert told[0]["being_sent"] == [post["id"]]
    assert acme.post(post["id"])["state"] == "published"
    assert [one["post"] for one in dismiss(acme, acme.agent)["wrote"]] == [post["id"]]


def test_a_second_dismissal_finds_nothing_left_and_is_not_refused(acme: Brand) -> None:
    acme.approved("At three", **later(acme))
    dismiss(acme, acme.agent)
    before = acme.house.store.everything()
    again = dismiss(acme, acme.agent, reason="to be sure")
    assert (again["keys_revoked"], again["reopened"], again["left"]) == ([], [], 0)
    assert acme.house.store.everything() == before


def test_more_than_one_transaction_holds_is_gone_on_with_by_the_same_call(acme: Brand) -> None:
    posts = {acme.approved(f"Post {number}", **later(acme))["id"] for number in range(60)}
    acme.house.store.commits.clear()
    first = dismiss(acme, acme.agent)
    assert first["keys_revoked"]
    assert first["left"] == 60 - len(first["reopened"]) > 0
    assert acme.house.call("GET", acme.path("/inbox"), key=acme.agent_key).status == 401
    reopened, left = {one["post"] for one in first["reopened"]}, first["left"]
    while left:
        given = dismiss(acme, acme.agent)
        assert given["left"] < left
        reopened |= {one["post"] for one in given["reopened"]}
        left = given["left"]
    assert reopened == posts
    assert {acme.post(id_)["state"] for id_ in posts} == {"in_review"}
    assert max(map(len, acme.house.store.commits)) <= MOST_WRITTEN < MOST_RECORDS


def test_more_keys_than_one_transaction_holds_are_gone_on_with(acme: Brand) -> None:
    body = {"member": acme.agent, "scopes": ["read"]}
    for _ in range(MOST_KEYS):
        acme.house.ok("POST", acme.path("/keys"), body, key=acme.house.agency_key)
    refusal = acme.house.refused(409, "DELETE", acme.path(f"/members/{acme.agent}"), key=acme.house.agency_key)
    assert "dismiss" in refusal["detail"]
    first = dismiss(acme, acme.agent)
    assert (len(first["keys_revoked"]), first["left"]) == (MOST_KEYS, 1)
    second = dismiss(acme, acme.agent)
    assert (len(second["keys_revoked"]), second["left"]) == (1, 0)


def test_what_changed_meanwhile_is_not_written_over(acme: Brand) -> None:
    post = acme.approved("At three", **later(acme))
    cancel = acme.path(f"/posts/{post['id']}/cancel")
    acme.house.store.before["commit"].append(
        lambda: acme.house.ok("POST", cancel, {"reason": "not today"}, key=acme.agent_two_key)
    )
    path = acme.path(f"/roster/{acme.agent}/dismissal")
    assert acme.house.call("POST", path, {"reason": "has left"}, key=acme.owner_key).status == 409
    assert dismiss(acme, acme.agent)["reopened"] == []
    assert acme.post(post["id"])["state"] == "cancelled"


def test_a_party_dismisses_its_own_and_the_client_anybody(acme: Brand) -> None:
    path = acme.path(f"/roster/{acme.owner}/dismissal")
    acme.house.refused(403, "POST", path, {"reason": "spite"}, key=acme.house.agency_key)
    south = acme.house.ok(
        "POST",
        acme.path("/agencies"),
        {"name": "South", "owner": {"name": "Administrator", "signature": "^SA"}},
        key=acme.owner_key,
    )["owner_key"]
    path = acme.path(f"/roster/{acme.agent}/dismissal")
    acme.house.refused(403, "POST", path, {"reason": "spite"}, key=south)
    acme.house.refused(422, "POST", path, {"reason": ""}, key=acme.owner_key)
    dismiss(acme, acme.agent, key=acme.house.agency_key)
    dismiss(acme, acme.agent_two)


def test_somebody_of_another_client_is_not_found(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    for key in (acme.owner_key, acme.house.agency_key):
        path = acme.path(f"/roster/{bolt.agent}/dismissal")
        acme.house.refused(404, "POST", path, {"reason": "spite"}, key=key)


def test_the_last_person_who_makes_keys_for_the_client_stays(acme: Brand) -> None:
    for method, path in (("POST", f"/roster/{acme.owner}/dismissal"), ("DELETE", f"/members/{acme.owner}")):
        body = {"reason": "has left"} if method == "POST" else None
        refusal = acme.house.refused(409, method, acme.path(path), body, key=acme.owner_key)
        assert "make another one first" in refusal["detail"]
    other = {"member": acme.approver, "scopes": ["admin"]}
    key = acme.house.ok("POST", acme.path("/keys"), other, key=acme.owner_key)["key"]
    dismiss(acme, acme.owner, key=key)
    acme.house.ok("GET", acme.path("/keys"), key=key)


def test_a_key_that_runs_out_makes_nobody_else_the_last(acme: Brand) -> None:
    soon = (acme.house.clock.now() + timedelta(minutes=1)).isoformat()
    body = {"member": acme.approver, "scopes": ["admin"], "expires_at": soon}
    acme.house.ok("POST", acme.path("/keys"), body, key=acme.owner_key)
    acme.house.clock.sleep(60)
    path = acme.path(f"/roster/{acme.owner}/dismissal")
    acme.house.refused(409, "POST", path, {"reason": "has left"}, key=acme.owner_key)


def test_somebody_who_was_never_introduced_is_dismissed_all_the_same(acme: Brand) -> None:
    member, key = person(acme, "Writer", acme.house.agency_key, ["read", "recommend"])
    dismiss(acme, member)
    assert acme.house.call("GET", acme.path("/inbox"), key=key).status == 401
    assert "member.removed" in acme.house.facts()


def test_a_removed_member_does_not_speak_any_more(acme: Brand) -> None:
    acme.house.ok("DELETE", acme.path(f"/members/{acme.agent}"), key=acme.house.agency_key)
    roster = acme.house.ok("GET", acme.path("/roster"), key=acme.owner_key)
    (place,) = [one for one in roster if one["member"] == acme.agent]
    assert place["silent"] == "does not speak for the client any more: was removed"
    assert acme.house.call("GET", acme.path("/inbox"), key=acme.agent_key).status == 401


def test_a_dismissal_after_a_removal_reopens_what_is_left(acme: Brand) -> None:
    post = acme.approved("At three", **later(acme))
    acme.house.ok("DELETE", acme.path(f"/members/{acme.agent}"), key=acme.house.agency_key)
    assert acme.post(post["id"])["state"] == "scheduled"
    assert [one["post"] for one in dismiss(acme, acme.agent)["reopened"]] == [post["id"]]


def test_their_shifts_to_come_are_cancelled(acme: Brand) -> None:
    begins = acme.house.clock.now() + timedelta(hours=1)
    body = {
        "member": acme.agent,
        "starts_at": begins.isoformat(),
        "ends_at": (begins + timedelta(hours=8)).isoformat(),
        "introduce": {"account": acme.account, "handle": "acme", "text": "Agent is here"},
    }
    shift = acme.house.ok("POST", acme.path("/shifts"), body, key=acme.agent_key)
    given = dismiss(acme, acme.agent)
    assert given["shifts_cancelled"] == [shift["id"]]
    assert acme.house.ok("GET", acme.path("/shifts"), key=acme.owner_key) == []
    assert acme.post(shift["introduction"])["state"] == "cancelled"
    assert {"shift.cancelled", "post.cancelled", "roster.dismissed"} <= set(acme.house.facts())
