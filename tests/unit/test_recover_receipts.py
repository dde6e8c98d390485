"""A receipt is complete at any size: every name once, page by page, whatever is cut short or runs side by side."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functions.recover import naming
from functions.recover.drain import LOOK, RUN, drain
from functions.recover.naming import PAGES_AT_ONCE
from shared.domain import receipts
from shared.domain.attempts import SEND_DEADLINE, Attempt, AttemptState
from shared.domain.posts import Post, PostState
from shared.domain.receipts import PAGE_SIZE
from shared.domain.stops import Stop
from shared.stores import ConflictError, StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START

CLIENT = {"scope": "client:acme", "reason": "an incident"}
LONG_AGO = timedelta(hours=1)
NO_ANSWER = StoreError("The store did not answer.")


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three names on a page, two pages in a commit."""
    monkeypatch.setattr(receipts, "PAGE_SIZE", 3)
    monkeypatch.setattr(naming, "PAGES_AT_ONCE", 2)


def in_flight(acme: Brand, count: int) -> None:
    """So many posts claimed a moment ago, whose senders said nothing more."""
    one = acme.house.store.post(acme.draft("Hi")["id"])
    assert one is not None
    for number in range(count):
        claimed = _copy(one, f"{number}", PostState.CLAIMED)
        acme.house.store.commit(claimed, _attempt(acme, claimed))


def went_out(acme: Brand, count: int) -> None:
    """So many posts that went out a second after the other, the last a minute ago."""
    one = acme.house.store.post(acme.published("Hi")["id"])
    assert one is not None
    (status,) = acme.house.network.statuses
    for number in range(count):
        acme.house.clock.sleep(1)
        shown = replace(status, id=f"s{number}", text=f"Hi {number}", at=acme.house.clock.now())
        acme.house.network.statuses.append(shown)
        published = replace(one.sent[0], external_id=shown.id, at=shown.at)
        post = replace(_copy(one, f"out_{number}", PostState.PUBLISHED), sent=(published,))
        landed = _attempt(acme, post).moved(AttemptState.LANDED, shown.at, published=published)
        acme.house.store.commit(post, replace(landed, version=1))
    status.deleted = True
    acme.house.clock.sleep(60)


def _copy(post: Post, name: str, state: PostState) -> Post:
    return replace(post, id=f"pst_{name}", state=state, attempt=f"att_{name}", version=1)


def _attempt(acme: Brand, post: Post) -> Attempt:
    now = acme.house.clock.now()
    return Attempt(
        id=post.attempt or "",
        client=post.client,
        agency=post.agency,
        account=post.account,
        network=post.network,
        post=post.id,
        started_at=now,
        deadline=now + SEND_DEADLINE,
    )


def pages(acme: Brand, stop: str, *, key: str = "") -> Iterator[Any]:
    """The answers that make up a receipt, from first to last."""
    cursor = ""
    while True:
        answer = acme.house.ok("GET", f"/stops/{stop}{cursor}", key=key or acme.owner_key)
        yield answer
        if answer["next"] is None:
            return
        cursor = f"?cursor={answer['next']}"


def whole(acme: Brand, stop: str) -> list[Any]:
    return [one for page in pages(acme, stop) for one in page["named"]]


def ends(acme: Brand, stop: str) -> dict[str, int]:
    """As counted on the pages; the head must say the same."""
    counted = Counter(one["end"] for one in whole(acme, stop))
    head = acme.house.ok("GET", f"/stops/{stop}", key=acme.owner_key)["ends"]
    assert {end: count for end, count in head.items() if count} == counted
    return dict(counted)


def posts(count: int, prefix: str = "pst") -> list[str]:
    return sorted(f"{prefix}_{number}" for number in range(count))


def test_with_1200_in_flight_each_is_named_once_and_drained_is_said_when_the_last_has_ended(acme: Brand) -> None:
    in_flight(acme, 1200)
    stop = acme.stop("client:acme")
    assert (stop["complete"], stop["drained_at"], stop["ends"]["in_flight"]) == (True, None, 1200)
    assert (len(stop["named"]), stop["pages"]) == (PAGE_SIZE, 1200 / PAGE_SIZE)
    assert sorted(one["post"] for one in whole(acme, stop["id"])) == posts(1200)
    assert acme.house.drain() == 1
    acme.house.clock.sleep(120)
    acme.house.reconcile()
    while acme.house.drain():
        assert ends(acme, stop["id"])["in_flight"] > 0
    assert ends(acme, stop["id"]) == {"unverified": 1200}
    assert acme.house.ok("GET", f"/stops/{stop['id']}", key=acme.owner_key)["drained_at"]
    (told,) = [entry for entry in acme.house.entries() if entry.type == "stop.drained"]
    assert told.data["ends"] == {"unverified": 1200}


def test_what_is_commonly_in_flight_is_named_in_one_commit(acme: Brand) -> None:
    costs = []
    for count in (0, 1, PAGES_AT_ONCE * PAGE_SIZE):
        other = brand(House())
        in_flight(other, count)
        other.house.store.calls.clear()
        other.stop("client:acme")
        costs.append(dict(other.house.store.calls))
    assert costs[0] == costs[1] == costs[2]
    assert costs[0]["commit"] == 2


def test_everything_that_went_out_in_the_last_hour_is_taken_down_however_much_it_was(acme: Brand) -> None:
    went_out(acme, 1100)
    body = CLIENT | {"recall_since": (acme.house.clock.now() - LONG_AGO).isoformat()}
    stop = acme.house.ok("POST", "/stops", body, key=acme.owner_key)
    assert stop["complete"]
    assert acme.house.drain() == 0
    assert acme.house.network.live() == []
    assert {one["post"] for one in whole(acme, stop["id"]) if one["end"] == "recalled"} >= set(posts(1100, "pst_out"))


def test_a_receipt_of_few_names_is_one_answer(acme: Brand) -> None:
    in_flight(acme, 2)
    stop = acme.stop("client:acme")
    assert stop["next"] is None
    assert list(pages(acme, stop["id"])) == [stop]


def test_a_page_read_later_has_the_same_names(acme: Brand, small_pages: None) -> None:
    in_flight(acme, 8)
    stop = acme.stop("client:acme")
    before = [[one["post"] for one in page["named"]] for page in pages(acme, stop["id"])]
    acme.house.clock.sleep(120)
    acme.house.drain()
    assert [[one["post"] for one in page["named"]] for page in pages(acme, stop["id"])] == before
    assert list(map(len, before)) == [3, 3, 2]


@pytest.mark.parametrize(
    "cursor", ["x", "", "W10=", "WzBd", "WzJd", "Wy0xXQ==", "WyJhIl0=", "WzEuNV0=", "é", "bnVsbA=="]
)
def test_a_cursor_that_is_none_of_ours_is_refused(acme: Brand, cursor: str) -> None:
    in_flight(acme, 2)
    path = f"/stops/{acme.stop('client:acme')['id']}?cursor={cursor}"
    assert acme.house.refused(422, "GET", path, key=acme.owner_key)["field"] == "cursor"


# Cut short, and side by side


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize("commits", [0, 1, 2, 3])
def test_a_naming_cut_short_between_two_pages_is_not_drained_and_is_taken_up(
    acme: Brand, small_pages: None, commits: int, answered: bool
) -> None:
    in_flight(acme, 20)
    around = acme.house.store.before if answered else acme.house.store.after
    # The flag's commit comes first. A commit whose answer is lost has been made.
    around["commit"] += [lambda: None] * (1 + commits) + [raising(NO_ANSWER)]
    assert acme.house.call("POST", "/stops", CLIENT, key=acme.owner_key).status == 503
    (cut,) = acme.house.ok("GET", "/stops", key=acme.owner_key)
    made = commits if answered else commits + 1
    assert (cut["complete"], cut["drained_at"]) == (made == 4, None)
    assert sum(cut["ends"].values()) == min(20, made * 6)
    stop = acme.stop("client:acme")
    assert (stop["id"], stop["complete"]) == (cut["id"], True)
    assert sorted(one["post"] for one in whole(acme, stop["id"])) == posts(20)
    assert ends(acme, stop["id"]) == {"in_flight": 20}


def test_a_stop_whose_naming_was_cut_short_is_not_lifted(acme: Brand, small_pages: None) -> None:
    in_flight(acme, 20)
    acme.house.store.before["commit"] += [lambda: None] * 2 + [raising(NO_ANSWER)]
    assert acme.house.call("POST", "/stops", CLIENT, key=acme.owner_key).status == 503
    (cut,) = acme.house.ok("GET", "/stops", key=acme.owner_key)
    assert "not drained" in acme.house.refused(409, "POST", f"/stops/{cut['id']}/resume", key=acme.owner_key)["detail"]


def test_what_ended_while_a_naming_was_cut_short_keeps_its_place_and_its_end(acme: Brand, small_pages: None) -> None:
    in_flight(acme, 12)
    acme.house.store.before["commit"] += [lambda: None] * 2 + [raising(NO_ANSWER)]
    assert acme.house.call("POST", "/stops", CLIENT, key=acme.owner_key).status == 503
    for one in list(acme.house.store.attempts_since(START)):
        acme.house.store.commit(one.moved(AttemptState.NOT_SENT, acme.house.clock.now(), "stopped"))
    assert acme.house.drain() == 0
    (stop,) = acme.house.ok("GET", "/stops", key=acme.owner_key)
    assert ends(acme, stop["id"]) == {"not_sent": 6}


@pytest.mark.parametrize("commits", range(5))
def test_two_who_name_at_the_same_moment_make_one_receipt(acme: Brand, small_pages: None, commits: int) -> None:
    in_flight(acme, 20)
    acme.house.store.before["commit"] += [lambda: None] * commits + [lambda: acme.stop("client:acme")]
    stop = acme.stop("client:acme")
    assert stop["complete"]
    assert sorted(one["post"] for one in whole(acme, stop["id"])) == posts(20)


@given(order=st.lists(st.sampled_from(["drain", "cut", "lost", "stop", "beside", "widen", "time"]), max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_lost_or_named_twice_whatever_the_order_of_drains(small_pages: None, order: list[str]) -> None:
    acme = brand(House())
    went_out(acme, 5)
    in_flight(acme, 11)
    acme.house.store.before["commit"] += [lambda: None] * 2 + [raising(NO_ANSWER)]
    acme.house.call("POST", "/stops", CLIENT, key=acme.owner_key)
    (stop,) = acme.house.ok("GET", "/stops", key=acme.owner_key)
    for step in order:
        _take(acme, step)
        head = acme.house.store.stop(stop["id"])
        assert head is not None
        named = [one["post"] for one in whole(acme, stop["id"])]
        assert len(named) == len(set(named)) == sum(ends(acme, stop["id"]).values())
        assert not head.drained or (head.complete and not head.ends.under_way)
    acme.house.store.before.clear()
    acme.house.store.after.clear()
    _take(acme, "widen")
    acme.house.clock.sleep(600)
    assert acme.house.drain() == 0
    assert {one["post"] for one in whole(acme, stop["id"])} >= {*posts(11), *posts(5, "pst_out")}
    assert acme.house.network.live() == []


def _take(acme: Brand, step: str) -> None:
    before, after = acme.house.store.before["commit"], acme.house.store.after["commit"]
    if step == "cut":
        before.append(raising(NO_ANSWER))
    elif step == "lost":
        after.append(raising(NO_ANSWER))
    elif step == "beside":
        before.append(acme.house.drain)
    elif step == "time":
        acme.house.clock.sleep(90)
    elif step == "drain":
        try:
            acme.house.drain()
        except StoreError:
            """The next one goes on."""
    else:
        since = {"recall_since": START.isoformat()} if step == "widen" else {}
        acme.house.call("POST", "/stops", CLIENT | since, key=acme.owner_key)


def test_a_page_that_another_drain_wrote_first_is_not_written_over(acme: Brand, small_pages: None) -> None:
    in_flight(acme, 8)
    stop = acme.house.store.stop(acme.stop("client:acme")["id"])
    assert isinstance(stop, Stop)
    acme.house.clock.sleep(120)
    acme.house.reconcile()
    acme.house.store.before["commit"].append(lambda: drain(stop, acme.house.switch))
    assert drain(stop, acme.house.switch).stop.drained
    assert ends(acme, stop.id) == {"unverified": 8}
    assert acme.house.facts().count("stop.drained") == 1
    with pytest.raises(ConflictError):
        acme.house.store.commit(stop.told([], [], START, complete=True))


def test_a_drain_that_another_one_forestalled_says_how_the_stop_stands_now(acme: Brand) -> None:
    in_flight(acme, 3)
    stop = acme.house.store.stop(acme.stop("client:acme")["id"])
    assert isinstance(stop, Stop)
    acme.house.clock.sleep(120)
    acme.house.reconcile()
    acme.house.store.before["pages"].append(acme.house.drain)
    assert drain(stop, acme.house.switch).stop.drained


# Time


def test_one_look_takes_only_so_long_and_tells_what_it_has_got_to(acme: Brand, small_pages: None) -> None:
    in_flight(acme, 8)
    stop = acme.house.store.stop(acme.stop("client:acme")["id"])
    assert isinstance(stop, Stop)
    acme.house.clock.sleep(120)
    acme.house.reconcile()
    acme.house.store.after["attempt"] += [lambda: acme.house.clock.sleep(LOOK / 3.5)] * 4
    looked = drain(stop, acme.house.switch).stop
    assert (looked.ends.unverified, looked.ends.in_flight) == (4, 4)
    assert drain(looked, acme.house.switch).stop.drained


def test_a_run_of_the_drain_goes_on_while_it_gets_on_and_ends_in_time(acme: Brand, small_pages: None) -> None:
    in_flight(acme, 20)
    stop = acme.stop("client:acme")
    acme.house.clock.sleep(120)
    acme.house.reconcile()
    acme.house.store.after["attempt"] += [lambda: acme.house.clock.sleep(LOOK)] * 20
    before = acme.house.clock.monotonic()
    assert acme.house.drain() == 1
    assert RUN <= acme.house.clock.monotonic() - before <= RUN + 2 * LOOK
    assert ends(acme, stop["id"])["in_flight"] > 0
    acme.house.drain()
    assert acme.house.drain() == 0
    assert ends(acme, stop["id"]) == {"unverified": 20}


def test_a_stop_that_takes_long_leaves_the_others_their_turns(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    in_flight(acme, 20)
    bolt.house.network.faults = ["posted, then lost"]
    bolt.published("Hi")
    acme.stop("client:acme")
    other = bolt.stop("client:bolt")
    acme.house.clock.sleep(120)
    acme.house.store.after["attempt"] += [lambda: acme.house.clock.sleep(LOOK)] * 30
    assert acme.house.drain() == 1
    assert bolt.house.ok("GET", f"/stops/{other['id']}", key=bolt.owner_key)["drained_at"]


# The list


def test_the_stops_that_stand_are_listed_whenever_they_were_made(acme: Brand) -> None:
    old = acme.stop("client:acme")
    acme.house.clock.sleep(timedelta(days=40).total_seconds())
    new = acme.stop(f"account:acme/{acme.account}")
    assert listed(acme, "?standing=true") == [old["id"], new["id"]]
    assert listed(acme, "?standing=true&day=2026-11-25") == [old["id"]]
    assert listed(acme, "?standing=false") == listed(acme, "") == [new["id"]]
    for key in (acme.owner_key, acme.second_key):
        acme.house.ok("POST", f"/stops/{old['id']}/resume", key=key)
    assert listed(acme, "?standing=true") == [new["id"]]
    assert listed(acme, "?standing=true&day=2026-11-25") == []
    assert listed(acme, "?day=2026-11-25") == [old["id"]]
    assert listed(brand(acme.house, "bolt"), "?standing=true") == []


def listed(acme: Brand, query: str) -> list[str]:
    return [stop["id"] for stop in acme.house.ok("GET", f"/stops{query}", key=acme.owner_key)]


def test_standing_is_true_or_false(acme: Brand) -> None:
    assert acme.house.refused(422, "GET", "/stops?standing=yes", key=acme.owner_key)["field"] == "standing"
