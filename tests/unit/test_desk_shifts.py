"""Who is on duty, and when: planned in the client's own time, and handed over."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.house import Brand, House, brand, person


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def wanted(acme: Brand, begins: float, ends: float, **more: Any) -> dict[str, Any]:
    """Hours from now."""
    now = acme.house.clock.now()
    at = {"starts_at": now + timedelta(hours=begins), "ends_at": now + timedelta(hours=ends)}
    return {"member": acme.agent} | {name: time.isoformat() for name, time in at.items()} | more


def make(acme: Brand, begins: float, ends: float, *, key: str | None = None, **more: Any) -> Any:
    return acme.house.ok("POST", acme.path("/shifts"), wanted(acme, begins, ends, **more), key=key or acme.agent_key)


def refused(acme: Brand, field: str, body: dict[str, Any], key: str | None = None) -> str:
    given = acme.house.refused(422, "POST", acme.path("/shifts"), body, key=key or acme.agent_key)
    assert given["field"] == field
    return str(given["detail"])


def listed(acme: Brand, query: str = "") -> list[str]:
    return [one["id"] for one in acme.house.ok("GET", acme.path("/shifts" + query), key=acme.owner_key)]


def account(acme: Brand, handle: str) -> str:
    body = {
        "network": "mastodon",
        "handle": handle,
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token"},
    }
    return str(acme.house.ok("POST", acme.path("/accounts"), body, key=acme.owner_key)["id"])


def local(acme: Brand, begins: str, ends: str) -> dict[str, Any]:
    return {"member": acme.agent, "starts_at": begins, "ends_at": ends}


def made(acme: Brand, begins: str, ends: str) -> timedelta:
    """How long a shift between two wall-clock times is."""
    shift = acme.house.ok("POST", acme.path("/shifts"), local(acme, begins, ends), key=acme.agent_key)
    return datetime.fromisoformat(shift["ends_at"]) - datetime.fromisoformat(shift["starts_at"])


def test_shifts_are_listed_by_time_and_are_the_clients_alone(acme: Brand) -> None:
    second, first = make(acme, 3, 5)["id"], make(acme, 1, 3)["id"]
    make(acme, 24 * 8, 24 * 8 + 1)
    assert listed(acme) == [first, second]
    bolt = brand(acme.house, "bolt")
    assert listed(bolt) == []


def test_a_span_is_asked_for_in_the_clients_own_time(acme: Brand) -> None:
    shift = make(acme, 0, 1)["id"]
    here = (acme.house.clock.now() + timedelta(hours=1)).replace(tzinfo=None)  # Oslo is an hour ahead
    until = (here + timedelta(hours=1)).isoformat()
    assert listed(acme, f"?from={here.isoformat()}&until={until}") == [shift]
    assert listed(acme, f"?from={here.isoformat()}Z") == []


@pytest.mark.parametrize(
    ("query", "field"),
    [("from=noon", "from"), ("until=2020-01-01T00:00:00Z", "until"), ("from=2026-01-01&until=2027-01-01", "until")],
)
def test_a_span_that_is_none_is_refused(acme: Brand, query: str, field: str) -> None:
    assert acme.house.refused(422, "GET", acme.path(f"/shifts?{query}"), key=acme.owner_key)["field"] == field


def test_a_shift_ends_after_it_begins_and_within_a_day(acme: Brand) -> None:
    refused(acme, "ends_at", wanted(acme, 2, 2))
    refused(acme, "ends_at", wanted(acme, 2, 1))
    refused(acme, "ends_at", wanted(acme, 2, 26.01))
    refused(acme, "ends_at", wanted(acme, -3, -1))
    make(acme, 2, 26)


def test_a_night_shift_is_an_hour_shorter_when_the_clocks_go_forward(acme: Brand) -> None:
    assert made(acme, "2027-03-27T22:00:00", "2027-03-28T06:00:00") == timedelta(hours=7)


def test_a_night_shift_is_an_hour_longer_when_the_clocks_go_back(acme: Brand) -> None:
    assert made(acme, "2027-10-30T22:00:00", "2027-10-31T06:00:00") == timedelta(hours=9)


def test_a_whole_day_on_which_the_clocks_go_back_is_longer_than_a_day(acme: Brand) -> None:
    assert made(acme, "2027-03-28T00:00:00", "2027-03-29T00:00:00") == timedelta(hours=23)
    told = refused(acme, "ends_at", local(acme, "2027-10-31T00:00:00", "2027-11-01T00:00:00"))
    assert "1 day, 1:00:00" in told


@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
def test_a_time_that_the_clocks_skip_is_refused_with_the_nearest(acme: Brand, field: str) -> None:
    body = local(acme, "2027-03-28T01:00:00", "2027-03-28T04:00:00") | {field: "2027-03-28T02:30:00"}
    told = refused(acme, field, body)
    assert "2027-03-28 01:30 and 2027-03-28 03:30" in told


def test_a_time_that_comes_twice_is_the_first_unless_its_offset_is_said(acme: Brand) -> None:
    first = acme.house.ok(
        "POST", acme.path("/shifts"), local(acme, "2027-10-31T01:00:00", "2027-10-31T02:30:00"), key=acme.agent_key
    )
    assert datetime.fromisoformat(first["ends_at"]) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    body = local(acme, "2027-10-31T02:30:00+01:00", "2027-10-31T03:00:00+01:00")
    second = acme.house.ok("POST", acme.path("/shifts"), body, key=acme.agent_key)
    assert datetime.fromisoformat(second["starts_at"]) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_nobody_has_two_shifts_at_once(acme: Brand) -> None:
    shift = make(acme, 2, 6)
    for begins, ends in ((1, 3), (5, 7), (3, 4), (1, 7), (2, 6)):
        told = refused(acme, "starts_at", wanted(acme, begins, ends))
        assert shift["id"] in told
        assert "Europe/Oslo" in told
    make(acme, 0, 2)
    make(acme, 6, 8)
    make(acme, 3, 5, member=acme.agent_two)


def test_a_cancelled_shift_overlaps_with_nothing(acme: Brand) -> None:
    shift = make(acme, 2, 6)["id"]
    acme.house.ok("DELETE", acme.path(f"/shifts/{shift}"), key=acme.agent_key)
    again = make(acme, 2, 6)["id"]
    assert listed(acme) == [again]
    acme.house.refused(409, "DELETE", acme.path(f"/shifts/{shift}"), key=acme.agent_key)


def test_two_shifts_made_at_the_same_moment_do_not_overlap(acme: Brand) -> None:
    acme.house.store.before["commit"].append(lambda: make(acme, 3, 5))
    assert acme.house.call("POST", acme.path("/shifts"), wanted(acme, 2, 6), key=acme.agent_key).status == 409
    assert len(listed(acme)) == 1


def test_somebody_dismissed_at_the_same_moment_is_not_on_duty(acme: Brand) -> None:
    path = acme.path(f"/roster/{acme.agent}/dismissal")
    acme.house.store.before["commit"].append(
        lambda: acme.house.ok("POST", path, {"reason": "has left"}, key=acme.owner_key)
    )
    given = acme.house.call("POST", acme.path("/shifts"), wanted(acme, 2, 6), key=acme.agent_key)
    assert given.status == 409
    assert listed(acme) == []


def test_only_who_is_accepted_is_on_duty(acme: Brand) -> None:
    member, _ = person(acme, "Writer", acme.house.agency_key, ["read"])
    assert "not on the roster" in refused(acme, "member", wanted(acme, 1, 2, member=member))
    acme.house.ok("POST", acme.path("/roster"), {"member": member}, key=acme.house.agency_key)
    assert "has not accepted" in refused(acme, "member", wanted(acme, 1, 2, member=member))
    acme.introduce(member, acme.house.agency_key)
    make(acme, 1, 2, member=member)
    acme.house.ok("DELETE", acme.path(f"/members/{member}"), key=acme.house.agency_key)
    assert "removed" in refused(acme, "member", wanted(acme, 3, 4, member=member))
    assert "not a member" in refused(acme, "member", wanted(acme, 3, 4, member="mbr_none"))


def test_whoever_speaks_on_some_accounts_is_on_duty_for_those(acme: Brand) -> None:
    other = account(acme, "acme_help")
    acme.introduce(acme.agent, acme.house.agency_key, accounts=[acme.account])
    refused(acme, "accounts", wanted(acme, 1, 2))
    refused(acme, "accounts", wanted(acme, 1, 2, accounts=[other]))
    refused(acme, "accounts.0", wanted(acme, 1, 2, accounts=["acc_none"]))
    assert make(acme, 1, 2, accounts=[acme.account])["accounts"] == [acme.account]


def test_a_party_plans_its_own_people(acme: Brand) -> None:
    writer = {"member": acme.approver, "scopes": ["recommend"]}
    key = acme.house.ok("POST", acme.path("/keys"), writer, key=acme.owner_key)["key"]
    acme.house.refused(403, "POST", acme.path("/shifts"), wanted(acme, 1, 2), key=key)
    shift = make(acme, 1, 2)["id"]
    acme.house.refused(403, "DELETE", acme.path(f"/shifts/{shift}"), key=key)


def hand_over(acme: Brand, shift: str, note: str, key: str | None = None) -> list[Any]:
    path = acme.path(f"/shifts/{shift}/handover")
    return list(acme.house.ok("POST", path, {"note": note}, key=key or acme.agent_key))


def test_who_is_on_duty_next_is_told_what_was_handed_over(acme: Brand) -> None:
    now, after = make(acme, 0, 2, note="The early one"), make(acme, 2, 4, member=acme.agent_two, note="The late one")
    make(acme, 4, 6, member=acme.agent_two)
    hand_over(acme, now["id"], "One order is open")
    hand_over(acme, now["id"], "Two orders are open")
    shown = {one["id"]: one for one in acme.house.ok("GET", acme.path("/shifts"), key=acme.agent_two_key)}
    (handover,) = shown[after["id"]]["handovers"]
    assert (handover["note"], handover["by"], handover["shift"]) == ("Two orders are open", acme.agent, now["id"])
    assert shown[after["id"]]["note"] == "The late one"
    assert [len(one["handovers"]) for one in shown.values()] == [0, 1, 0]


def test_a_note_goes_to_whoever_is_next_on_each_of_the_accounts(acme: Brand) -> None:
    other = account(acme, "acme_help")
    now = make(acme, 0, 2)
    make(acme, 2, 4, member=acme.agent_two, accounts=[acme.account])
    key = acme.house.ok(
        "POST", acme.path("/keys"), {"member": acme.owner, "scopes": ["recommend"]}, key=acme.owner_key
    )["key"]
    make(acme, 3, 5, member=acme.owner, accounts=[other], key=key)
    make(acme, 5, 7, member=acme.owner, key=key)
    assert [one["member"] for one in hand_over(acme, now["id"], "All quiet")] == [acme.agent_two, acme.owner]


def test_a_shift_is_handed_over_by_who_is_on_duty_to_somebody(acme: Brand) -> None:
    now = make(acme, 0, 2)
    path = acme.path(f"/shifts/{now['id']}/handover")
    assert "plan the next" in acme.house.refused(409, "POST", path, {"note": "Hi"}, key=acme.agent_key)["detail"]
    after = make(acme, 2, 4, member=acme.agent_two)
    acme.house.refused(403, "POST", path, {"note": "Hi"}, key=acme.agent_two_key)
    acme.house.refused(422, "POST", path, {"note": " "}, key=acme.agent_key)
    early = acme.path(f"/shifts/{after['id']}/handover")
    acme.house.refused(409, "POST", early, {"note": "Hi"}, key=acme.agent_two_key)


def introduced(acme: Brand, begins: float, ends: float, **more: Any) -> dict[str, Any]:
    introduction = {"account": acme.account, "handle": "acme", "text": "Agent is here for you", **more}
    return wanted(acme, begins, ends, introduce=introduction)


def test_a_post_that_says_who_is_on_duty_is_approved_like_any_other(acme: Brand) -> None:
    shift = acme.house.ok("POST", acme.path("/shifts"), introduced(acme, 2, 6), key=acme.agent_key)
    post = acme.post(shift["introduction"])
    assert (post["state"], post["function"], post["author"]) == ("in_review", "community", acme.agent)
    assert post["publish_at"] == shift["starts_at"]
    assert acme.approve(post)["state"] == "scheduled"


def test_it_waits_for_an_approval_even_where_the_mandate_delegates(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 0, "approve": "either"}})
    shift = acme.house.ok("POST", acme.path("/shifts"), introduced(acme, 2, 6), key=acme.agent_key)
    assert acme.post(shift["introduction"])["state"] == "in_review"


def test_what_is_wrong_with_it_is_named_and_no_shift_is_made(acme: Brand) -> None:
    refused(acme, "introduce.text", introduced(acme, 2, 6, text="x" * 501))
    refused(acme, "introduce.handle", introduced(acme, 2, 6, handle="other"))
    refused(acme, "introduce", introduced(acme, -1, 6))
    assert listed(acme) == []


def test_it_is_cancelled_with_its_shift(acme: Brand) -> None:
    shift = acme.house.ok("POST", acme.path("/shifts"), introduced(acme, 2, 6), key=acme.agent_key)
    acme.approve(acme.post(shift["introduction"]))
    acme.house.ok("DELETE", acme.path(f"/shifts/{shift['id']}"), key=acme.agent_key)
    post = acme.post(shift["introduction"])
    assert (post["state"], post["because"]) == ("cancelled", "its shift was cancelled")


def test_a_shift_that_is_over_is_not_cancelled(acme: Brand) -> None:
    shift = make(acme, 0, 1)["id"]
    acme.house.clock.sleep(3600)
    acme.house.refused(409, "DELETE", acme.path(f"/shifts/{shift}"), key=acme.agent_key)
