"""An audit is asked for at the desk, made by who may read credentials, and read at the desk."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from functions.ingest.followers import LONGEST_RUN, FollowerAudits
from shared.domain.accounts import Account
from shared.domain.listening.followers import SAMPLE, FollowerAudit
from shared.networks import (
    CredentialsError,
    Follower,
    Followers,
    NotOfferedError,
    OutcomeUnknownError,
    RefusedError,
    ThrottledError,
)
from shared.stores import ConflictError, StoreError
from tests.house import Brand, House, brand, raising

FAN = Follower(external_id="1", handle="ada", followers=20, following=30, posts=9, has_picture=True)
FAKE = Follower(external_id="2", handle="sarah84729183", followers=0, following=3000, posts=0, has_picture=False)


@dataclass
class Crowd:
    """A network that shows an account's followers, or says why not."""

    shows: Followers = field(default_factory=lambda: Followers(total=1000, sample=(FAN, FAN, FAKE, FAN)))
    fails: Exception | None = None
    asked: list[tuple[str, int]] = field(default_factory=list)
    takes: float = 0.0
    house: House | None = None

    def connect(self, account: Account) -> Any:
        return Line(self, account.id)


@dataclass
class Line:
    crowd: Crowd
    account: str

    def followers(self, most: int) -> Followers:
        self.crowd.asked.append((self.account, most))
        if self.crowd.house is not None:
            self.crowd.house.clock.sleep(self.crowd.takes)
        if self.crowd.fails:
            raise self.crowd.fails
        return self.crowd.shows


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def crowd() -> Crowd:
    return Crowd()


def asked(acme: Brand, account: str = "") -> Any:
    path = acme.path(f"/accounts/{account or acme.account}/follower-audits")
    return acme.house.ok("POST", path, {}, key=acme.agent_key)


def audits(acme: Brand) -> Any:
    return acme.house.ok("GET", acme.path(f"/accounts/{acme.account}/follower-audits"), key=acme.agent_key)


def run(acme: Brand, crowd: Crowd) -> int:
    house = acme.house
    return FollowerAudits(house.store, crowd.connect, house.clock, house.new_id).run()


# Asking


def test_an_audit_is_asked_for_made_and_read(acme: Brand, crowd: Crowd) -> None:
    wanted = asked(acme)
    assert (wanted["state"], wanted["asked_by"], wanted["quality"]) == ("wanted", acme.agent, None)
    assert run(acme, crowd) == 1
    (audit,) = audits(acme)
    found = audit["quality"]
    assert (audit["state"], audit["id"]) == ("done", wanted["id"])
    assert (found["total"], found["sampled"], found["suspected"], found["share"]) == (1000, 4, 1, 0.25)
    assert found["interval"]["low"] < 0.25 < found["interval"]["high"]
    assert {one["rule"]: one["fired"] for one in found["findings"]}["follows_blindly"] == 1
    assert "latest 4 of 1000" in found["sample_is"]
    assert crowd.asked == [(acme.account, SAMPLE)]


def test_both_are_in_the_ledger_with_numbers_and_no_follower(acme: Brand, crowd: Crowd) -> None:
    asked(acme)
    run(acme, crowd)
    first, second = acme.house.entries()[-2:]
    assert (first.type, first.data["account"]) == ("followers.audit_asked", acme.account)
    assert (second.type, second.who) == ("followers.audited", {"function": "ingest.audit_followers"})
    assert (second.data["share"], second.data["sampled"], second.data["unusual_growth"]) == (0.25, 4, "")
    assert not any(
        "sarah" in str(record) for table in acme.house.store.everything().values() for record in table.values()
    )


def test_nobody_is_audited_unasked_and_nobody_twice(acme: Brand, crowd: Crowd) -> None:
    assert run(acme, crowd) == 0
    asked(acme)
    assert (run(acme, crowd), run(acme, crowd)) == (1, 0)
    assert len(crowd.asked) == 1


def test_one_audit_of_an_account_is_under_way_at_a_time(acme: Brand, crowd: Crowd) -> None:
    asked(acme)
    path = acme.path(f"/accounts/{acme.account}/follower-audits")
    acme.house.refused(409, "POST", path, {}, key=acme.agent_key)
    run(acme, crowd)
    acme.house.clock.sleep(60)
    second = asked(acme)
    run(acme, crowd)
    assert audits(acme)[0]["id"] == second["id"]


def test_the_next_audit_says_how_the_account_has_grown_since(acme: Brand, crowd: Crowd) -> None:
    asked(acme)
    run(acme, crowd)
    acme.house.clock.sleep(timedelta(days=2).total_seconds())
    crowd.shows = Followers(total=2500, sample=(FAN,))
    asked(acme)
    run(acme, crowd)
    later, earlier = audits(acme)
    assert earlier["growth"] is None
    assert later["growth"]["gained"] == 1500
    assert later["growth"]["unusual"].startswith("It gained 1500 followers in 2.0 days")
    assert acme.house.entries()[-1].data["unusual_growth"] == later["growth"]["unusual"]


def test_a_network_that_shows_no_followers_is_refused_by_name(acme: Brand, crowd: Crowd) -> None:
    acme.house.addresses["graph.facebook.com"] = ["93.184.215.14"]
    page = {"network": "facebook", "handle": "acme_page", "credentials": {"access_token": "no-real-token"}}
    account = acme.house.ok("POST", acme.path("/accounts"), page, key=acme.owner_key)["id"]
    path = acme.path(f"/accounts/{account}/follower-audits")
    given = acme.house.refused(422, "POST", path, {}, key=acme.agent_key)
    assert given["field"] == "account"
    assert "Facebook" in given["detail"]
    assert "settings" in given["detail"]


def test_a_closed_account_is_not_audited(acme: Brand, crowd: Crowd) -> None:
    asked(acme)
    acme.house.ok("DELETE", acme.path(f"/accounts/{acme.account}"), key=acme.owner_key)
    assert run(acme, crowd) == 1
    assert audits(acme)[0]["because"] == "The account was closed."
    assert crowd.asked == []
    path = acme.path(f"/accounts/{acme.account}/follower-audits")
    acme.house.refused(409, "POST", path, {}, key=acme.agent_key)


def test_an_agency_audits_where_the_mandate_lets_it_measure(acme: Brand) -> None:
    acme.house.ok(
        "PUT", acme.path("/mandate"), {"rows": {"public_relations": {"measure": "client"}}}, key=acme.owner_key
    )
    path = acme.path(f"/accounts/{acme.account}/follower-audits")
    acme.house.refused(403, "POST", path, {}, key=acme.agent_key)


# What can go wrong


@pytest.mark.parametrize(
    "refusal",
    [RefusedError("Not with this plan."), CredentialsError("Not these."), NotOfferedError("There is no such thing.")],
    ids=lambda refusal: type(refusal).__name__,
)
def test_a_network_that_refuses_says_why_in_the_audit(acme: Brand, crowd: Crowd, refusal: Any) -> None:
    asked(acme)
    crowd.fails = refusal
    assert run(acme, crowd) == 1
    (audit,) = audits(acme)
    assert (audit["state"], audit["because"], audit["quality"]) == ("failed", refusal.reason, None)
    entry = acme.house.entries()[-1]
    assert (entry.type, entry.data["because"]) == ("followers.audit_failed", refusal.reason)


@pytest.mark.parametrize("no_answer", [ThrottledError("Later.", None), OutcomeUnknownError("No answer.")], ids=str)
def test_a_network_that_does_not_answer_is_asked_again_for_a_day(acme: Brand, crowd: Crowd, no_answer: Any) -> None:
    asked(acme)
    crowd.fails = no_answer
    assert (run(acme, crowd), run(acme, crowd)) == (0, 0)
    (audit,) = audits(acme)
    assert (audit["state"], audit["because"]) == ("wanted", no_answer.reason)
    crowd.fails = None
    assert run(acme, crowd) == 1
    assert audits(acme)[0]["because"] == ""
    acme.house.clock.sleep(60)
    asked(acme)
    crowd.fails = no_answer
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    assert run(acme, crowd) == 1
    assert audits(acme)[0]["state"] == "failed"


def test_one_that_cannot_be_kept_is_made_by_the_next_run_and_keeps_no_other_back(acme: Brand, crowd: Crowd) -> None:
    bolt = brand(acme.house, "bolt")
    asked(acme)
    asked(bolt)
    acme.house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    assert (run(acme, crowd), run(acme, crowd)) == (1, 1)
    assert audits(acme)[0]["state"] == audits(bolt)[0]["state"] == "done"


def test_of_two_runs_at_once_one_makes_it(acme: Brand, crowd: Crowd) -> None:
    asked(acme)
    (stored,) = acme.house.store.list(FollowerAudit, "acme")
    acme.house.store.before["commit"].append(raising(ConflictError(stored)))
    assert run(acme, crowd) == 0
    assert acme.house.facts().count("followers.audited") == 0


def test_a_run_that_is_out_of_time_leaves_the_rest_to_the_next_one(acme: Brand, crowd: Crowd) -> None:
    bolt = brand(acme.house, "bolt")
    asked(acme)
    asked(bolt)
    crowd.house, crowd.takes = acme.house, LONGEST_RUN.total_seconds()
    assert (run(acme, crowd), run(acme, crowd)) == (1, 1)
