"""A post on the brand's account that Backchannel did not send is found, told once, and comes with its stop."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from functions.publish.watch import UNWATCHED
from shared.domain.accounts import Account
from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE
from shared.domain.incidents import EXCERPT
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError, capabilities_of
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START, Status
from tests.schemas import conforms

SETTLES = capabilities_of("mastodon").settles_within + SEND_DEADLINE + DEADLINE_MARGIN
RUN = timedelta(minutes=5)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def pass_(acme: Brand, time: timedelta) -> None:
    acme.house.clock.sleep(time.total_seconds())


def somebody_posts(acme: Brand, text: str = "We are sold") -> Status:
    """A status that was not made here."""
    house = acme.house
    status = Status(str(len(house.network.statuses) + 1), text, acme.account, "", house.clock.now())
    house.network.statuses.append(status)
    return status


def told(acme: Brand) -> list[Any]:
    """Every incident that was raised, as a webhook's receiver sees it."""
    found = [entry for entry in acme.house.entries() if entry.type == "incident.raised"]
    events = [json.loads(payload(entry)) for entry in found]
    for event in events:
        conforms(event)
    return [event["data"] for event in events]


def test_a_post_that_was_not_sent_from_here_is_an_incident_and_is_told_once(acme: Brand) -> None:
    pass_(acme, RUN)
    status = somebody_posts(acme, "We are sold! " * 50)
    pass_(acme, RUN)
    assert [acme.house.watch() for _ in range(3)] == [1, 0, 0]
    pass_(acme, RUN)
    assert acme.house.watch() == 0
    (incident,) = told(acme)
    assert incident["kind"] == "foreign_post"
    assert incident["url"].endswith(f"/{status.id}")
    assert (incident["account"], incident["handle"]) == (acme.account, "acme")
    assert incident["excerpt"] == status.text[:EXCERPT]
    assert incident["who"] == {"function": "publish.watch"}


def test_the_stop_that_comes_with_an_incident_can_be_posted_as_it_is(acme: Brand) -> None:
    somebody_posts(acme)
    pass_(acme, RUN)
    acme.house.watch()
    (incident,) = told(acme)
    stop = acme.house.ok("POST", "/stops", incident["stop"], key=acme.second_key)
    assert stop["scope"] == f"account:acme/{acme.account}"


def test_both_parties_see_the_incidents_of_their_client_and_of_no_other(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    first, second = somebody_posts(acme, "One"), None
    pass_(acme, RUN)
    acme.house.watch()
    second = somebody_posts(acme, "Two")
    pass_(acme, RUN)
    acme.house.watch()
    shown = acme.house.ok("GET", acme.path("/incidents"), key=acme.agent_key)
    assert [one["external_id"] for one in shown] == [second.id, first.id]
    assert shown[0]["stop"] == told(acme)[1]["stop"]
    assert acme.house.ok("GET", bolt.path("/incidents"), key=bolt.owner_key) == []


def test_what_backchannel_sent_is_no_incident_whatever_became_of_it(acme: Brand) -> None:
    acme.published("One")
    acme.house.network.faults = ["posted, then lost"]
    acme.published("Two")
    acme.house.reconcile()
    for _ in range(30):
        pass_(acme, RUN)
        acme.house.watch()
    assert told(acme) == []


def test_a_post_whose_outcome_is_still_to_be_learnt_is_no_incident(acme: Brand) -> None:
    acme.house.network.faults = ["posted, then lost"]
    acme.published("Hi")
    pass_(acme, 3 * RUN)
    assert acme.house.watch() == 0
    acme.house.reconcile()
    assert acme.house.watch() == 0
    assert acme.house.facts()[-1] == "post.published"


def test_a_foreign_post_beside_one_in_flight_is_found_once_that_has_ended(acme: Brand) -> None:
    acme.house.network.faults = ["posted, then lost"]
    acme.published("Hi")
    pass_(acme, timedelta(seconds=1))
    foreign = somebody_posts(acme)
    pass_(acme, 3 * RUN)
    assert acme.house.watch() == 0
    acme.house.reconcile()
    assert acme.house.watch() == 1
    assert told(acme)[0]["url"].endswith(f"/{foreign.id}")


def test_a_post_is_judged_when_it_has_settled_and_not_before(acme: Brand) -> None:
    somebody_posts(acme)
    pass_(acme, SETTLES)
    assert acme.house.watch() == 0
    pass_(acme, timedelta(seconds=1))
    assert acme.house.watch() == 1


def test_a_post_that_an_unverified_one_may_be_says_so(acme: Brand) -> None:
    acme.house.network.faults = [OutcomeUnknownError("no answer came")]
    post = acme.published("Hi")
    pass_(acme, RUN)
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "unverified"
    somebody_posts(acme, "Hi, changed by the network")
    pass_(acme, RUN)
    assert acme.house.watch() == 1
    assert post["id"] in told(acme)[0]["because"]


def test_what_a_network_shows_late_is_found_all_the_same(acme: Brand) -> None:
    pass_(acme, RUN)
    late = somebody_posts(acme)
    acme.house.network.statuses.remove(late)
    pass_(acme, RUN)
    acme.house.watch()
    acme.house.network.statuses.append(late)
    pass_(acme, RUN)
    assert acme.house.watch() == 1


def test_what_stood_there_before_the_account_was_connected_is_nobodys_incident(acme: Brand) -> None:
    acme.house.network.statuses.append(Status("1", "Old", acme.account, "", START - timedelta(seconds=1)))
    pass_(acme, RUN)
    assert acme.house.watch() == 0


def test_after_an_outage_it_reads_on_from_where_it_was(acme: Brand) -> None:
    pass_(acme, RUN)
    acme.house.watch()
    somebody_posts(acme)
    acme.published("Ours")
    pass_(acme, timedelta(hours=12))
    assert acme.house.watch() == 1


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (CredentialsError("The token was revoked."), "disconnected"),
        (RefusedError("The account is gone."), "unwatched"),
    ],
)
@pytest.mark.parametrize("where", ["unreadable", "unconnectable"])
def test_an_account_that_cannot_be_watched_is_an_incident_once_until_it_can(
    acme: Brand, error: Exception, kind: str, where: str
) -> None:
    for times in (1, 2):
        pass_(acme, RUN)
        setattr(acme.house.network, where, error)
        for _ in range(3):
            acme.house.watch()
            pass_(acme, RUN)
        assert [one["kind"] for one in told(acme)] == [kind] * times
        setattr(acme.house.network, where, None)
        acme.house.watch()
    assert str(error) in told(acme)[0]["because"]


@pytest.mark.parametrize("error", [ThrottledError("Wait.", None), OutcomeUnknownError("No answer.")])
def test_a_network_that_asks_to_wait_is_waited_for_and_told_of_after_an_hour(acme: Brand, error: Exception) -> None:
    acme.house.network.unreadable = error
    pass_(acme, UNWATCHED)
    assert acme.house.watch() == 0
    pass_(acme, RUN)
    assert acme.house.watch() == 1
    pass_(acme, RUN)
    assert acme.house.watch() == 0


def test_closed_and_shadow_accounts_are_not_watched(acme: Brand) -> None:
    account = acme.house.store.get(Account, "acme", acme.account)
    assert account is not None
    acme.house.store.commit(replace(account, shadow=True, version=2))
    acme.house.watch()
    acme.house.store.commit(replace(account, closed_at=START, version=3))
    acme.house.watch()
    assert acme.house.network.reads == 0


def test_one_account_that_cannot_be_recorded_keeps_no_other_from_being_watched(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    somebody_posts(acme)
    somebody_posts(bolt)
    pass_(acme, RUN)
    acme.house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    assert acme.house.watch() == 1
    assert acme.house.watch() == 1


def test_two_watches_at_the_same_moment_raise_one_incident(acme: Brand) -> None:
    somebody_posts(acme)
    pass_(acme, RUN)
    acme.house.store.before["commit"].append(acme.house.watch)
    acme.house.watch()
    assert len(told(acme)) == 1


def test_an_account_costs_one_look_at_its_network_and_two_calls_of_the_store(acme: Brand) -> None:
    pass_(acme, RUN)
    acme.house.store.calls.clear()
    acme.house.watch()
    calls = acme.house.store.calls
    assert acme.house.network.reads == 1
    assert (calls["get"], calls["commit"], calls["attempts_since"]) == (1, 1, 1)
