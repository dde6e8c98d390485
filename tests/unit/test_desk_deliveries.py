"""What became of what an endpoint was told: its own party reads it, enables the endpoint, and has it told again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.desk.deliveries import LARGEST_PAGE
from functions.notify.fan_out import fan_out
from functions.notify.run import Runner
from functions.notify.tell import Answered, Unanswered
from shared.api.problems import CONFLICT, TYPE_BASE
from shared.api.serve import TRIES
from shared.domain.couriers import LEASE, Courier, not_yet_told
from shared.domain.deliveries import Delivery
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.domain.parties import Client
from shared.domain.replays import Replay
from shared.queues import MemoryQueue, QueueError
from shared.wakes import Wake, wake_in
from tests.house import House, brand, nothing
from tests.post_office import in_turn


class Told:
    """A brand with an endpoint, which answers with ``status``."""

    def __init__(self) -> None:
        self.house = House()
        self.acme = brand(self.house)
        self.house.clock.sleep(60)
        made = self.ok("POST", self.acme.path("/endpoints"), {"url": "https://hooks.example", "events": ["post.*"]})
        self.endpoint = str(made["id"])
        self.path = self.acme.path(f"/endpoints/{self.endpoint}")
        self.status: int | None = 204
        self.got: list[str] = []
        self.seen: set[str] = set()

    def ok(self, method: str, path: str, body: Any = None) -> Any:
        return self.house.ok(method, path, body, key=self.acme.owner_key)

    def tell(self, entry: Entry, _endpoint: Endpoint) -> Answered:
        self.got.append(entry.id)
        if self.status is None:
            raise Unanswered("it gave no answer (ConnectTimeoutError)")
        return Answered(self.status)

    def goes_out(self) -> None:
        new = [one for one in self.house.entries() if one.id not in self.seen]
        self.seen |= {one.id for one in new}
        fan_out(new, store=self.house.store, deliveries=self.house.deliveries, now=self.house.clock.now())
        self.run()

    def run(self) -> None:
        while self.house.deliveries.sent:
            call = self.house.deliveries.sent.pop(0)
            if call.delay_seconds == 0:
                self.runner().run(wake_in(call.body))

    def runner(self) -> Runner:
        return Runner(
            store=self.house.store,
            tell=self.tell,
            at_once=in_turn,
            deliveries=self.house.deliveries,
            clock=self.house.clock,
            new_id=self.house.new_id,
            jitter=lambda: 0.0,
        )

    def is_busy(self, times: int) -> None:
        """So many times a runner writes its courier after it was read here, and before anything is written here."""

        def write() -> None:
            found = self.house.store.get(Courier, "acme", self.endpoint)
            courier = found or not_yet_told(self.endpoint_record())
            self.house.store.commit(courier.claimed("run_1", self.house.clock.now()))

        for _ in range(times):
            # The commit of write() itself takes the act between two of its own.
            self.house.store.before["commit"] += [write, nothing]

    def disable(self) -> None:
        self.status = 410
        self.acme.draft("Hi")
        self.goes_out()
        self.status = 204

    def endpoint_record(self) -> Endpoint:
        found = self.house.store.get(Endpoint, "acme", self.endpoint)
        assert found is not None
        return found


@pytest.fixture
def told() -> Told:
    return Told()


def test_the_log_says_newest_first_what_was_told_and_how_it_went(told: Told) -> None:
    told.acme.draft("One")
    told.goes_out()
    told.status = 500
    told.house.clock.sleep(1)
    told.acme.draft("Two")
    told.goes_out()
    page = told.ok("GET", told.path + "/deliveries")
    assert page["next"] is None
    assert [one["id"] for one in page["items"]] == told.got[::-1]
    failed, delivered = page["items"]
    assert (delivered["state"], delivered["status"], delivered["tries"]) == ("delivered", 204, 1)
    assert (failed["state"], failed["status"], failed["because"]) == ("waiting", 500, "it answered 500")
    assert failed["next_at"] is not None


def test_the_log_is_read_page_by_page_and_by_state(told: Told) -> None:
    now = told.house.clock.now()
    for number in range(LARGEST_PAGE + 5):
        given = {"client": "acme", "type": "post.published", "subject": "pst_1", "at": now, "queued_at": now}
        waiting = Delivery(id=f"led_{number:04}", endpoint=told.endpoint, **given)
        told.house.store.commit(waiting)
        if number % 2:
            told.house.store.commit(waiting.told(now, 200))
    first = told.ok("GET", told.path + "/deliveries")
    rest = told.ok("GET", f"{told.path}/deliveries?cursor={first['next']}")
    listed = [one["id"] for one in first["items"] + rest["items"]]
    assert listed == [f"led_{number:04}" for number in reversed(range(LARGEST_PAGE + 5))]
    delivered = told.ok("GET", told.path + "/deliveries?state=delivered")["items"]
    assert {one["state"] for one in delivered} == {"delivered"}
    assert len(delivered) == (LARGEST_PAGE + 5) // 2


@pytest.mark.parametrize(("query", "field"), [("state=lost", "state"), ("cursor=x", "cursor"), ("page=2", "page")])
def test_a_question_that_the_log_does_not_know_is_refused_by_name(told: Told, query: str, field: str) -> None:
    given = told.house.refused(422, "GET", f"{told.path}/deliveries?{query}", key=told.acme.owner_key)
    assert given["field"] == field


def test_health_says_what_fails_since_when_and_when_it_is_tried_next(told: Told) -> None:
    assert told.ok("GET", told.path + "/health")["state"] == "healthy"
    told.acme.draft("One")
    told.goes_out()
    well = told.ok("GET", told.path + "/health")
    assert well["last_success_at"] is not None
    told.status = None
    told.acme.draft("Two")
    told.goes_out()
    now = told.house.clock.now()
    health = told.ok("GET", told.path + "/health")
    assert (health["state"], health["waiting"], health["tries"]) == ("failing", 1, 1)
    assert health["last_failure"]["because"] == "it gave no answer (ConnectTimeoutError)"
    assert health["last_failure"]["status"] == 0
    assert health["next_try_at"] == (now + timedelta(seconds=5)).isoformat().replace("+00:00", "Z")


def test_an_endpoint_that_was_disabled_says_why_and_its_party_enables_it(told: Told) -> None:
    told.disable()
    health = told.ok("GET", told.path + "/health")
    assert (health["state"], health["disabled_because"]) == ("disabled", "it answered 410")
    enabled = told.ok("POST", told.path + "/enable")
    assert enabled["state"] == "healthy"
    assert told.house.facts()[-1] == "endpoint.enabled"
    told.run()
    assert told.got == [told.got[0]] * 2
    assert told.ok("GET", told.path + "/health")["waiting"] == 0


def test_only_what_is_disabled_can_be_enabled(told: Told) -> None:
    told.house.refused(409, "POST", told.path + "/enable", key=told.acme.owner_key)
    told.ok("DELETE", told.path)
    told.house.refused(409, "POST", told.path + "/enable", key=told.acme.owner_key)


@pytest.mark.parametrize(
    ("method", "rest", "body"),
    [
        ("GET", "/deliveries", None),
        ("GET", "/health", None),
        ("POST", "/enable", None),
        ("POST", "/replays", {"event": "led_1"}),
        ("GET", "/replays/rpl_1", None),
    ],
)
def test_it_is_the_endpoints_own_partys_business(told: Told, method: str, rest: str, body: Any) -> None:
    theirs = told.house.ok("POST", "/clients/acme/endpoints", {"url": "https://a.example"}, key=told.house.agency_key)
    path = told.acme.path(f"/endpoints/{theirs['id']}")
    told.house.refused(403, method, path + rest, body, key=told.acme.owner_key)


def test_one_event_is_told_again_under_its_id(told: Told) -> None:
    told.acme.draft("One")
    told.goes_out()
    event = told.got[0]
    replay = told.ok("POST", told.path + "/replays", {"event": event})
    assert (replay["events"], replay["event"]) == (1, event)
    assert replay["finished_at"] is not None
    assert [wake_in(call.body) for call in told.house.deliveries.sent] == [Wake(client="acme", endpoint=told.endpoint)]
    told.house.refused(409, "POST", told.path + "/replays", {"event": event}, key=told.acme.owner_key)
    told.run()
    assert told.got == [event, event]
    assert told.ok("GET", f"{told.path}/replays/{replay['id']}")["id"] == replay["id"]
    assert "replay.started" in told.house.facts()


@pytest.mark.parametrize("of_one", [True, False])
def test_it_is_told_again_though_a_runner_writes_all_the_while(told: Told, *, of_one: bool) -> None:
    told.acme.draft("One")
    told.goes_out()
    since = told.house.clock.now() - timedelta(hours=1)
    body = {"event": told.got[0]} if of_one else {"since": since.isoformat()}
    told.is_busy(TRIES - 1)
    replay = told.ok("POST", told.path + "/replays", body)
    assert told.house.facts().count("replay.started") == 1
    assert told.house.store.get(Replay, "acme", replay["id"]) is not None


def test_an_endpoint_is_enabled_though_a_runner_writes_all_the_while(told: Told) -> None:
    told.disable()
    told.is_busy(TRIES - 1)
    assert told.ok("POST", told.path + "/enable")["state"] == "healthy"


def test_who_never_gets_between_is_told_to_try_again_and_nothing_was_done(told: Told) -> None:
    told.disable()
    told.is_busy(TRIES)
    given = told.house.call("POST", told.path + "/enable", key=told.acme.owner_key)
    assert (given.status, given.body["type"]) == (409, TYPE_BASE + CONFLICT.type)
    assert told.endpoint_record().disabled_at is not None


def test_an_endpoint_that_moves_begins_anew_at_its_new_address(told: Told) -> None:
    told.status = None
    told.acme.draft("One")
    told.goes_out()
    told.house.clock.sleep(timedelta(days=2, hours=23).total_seconds())
    told.runner().run(Wake(client="acme", endpoint=told.endpoint))
    told.house.deliveries.sent.clear()
    assert told.ok("GET", told.path + "/health")["state"] == "failing"
    told.status = 204
    tried = len(told.got)
    told.is_busy(TRIES - 1)
    told.ok("PATCH", told.path, {"events": []})
    assert told.ok("GET", told.path + "/health")["state"] == "failing"
    told.ok("PATCH", told.path, {"url": "https://elsewhere.example/in"})
    assert told.ok("GET", told.path + "/health")["state"] == "healthy"
    told.house.clock.sleep(LEASE.total_seconds())  # of the busy runner
    told.run()
    assert len(told.got) == tried + 1, "at once, and not when the address before was to be tried again"


def test_what_an_endpoint_answers_after_it_moved_is_not_the_new_addresses_word(told: Told) -> None:
    told.acme.draft("One")
    answer = told.tell

    def moving(entry: Entry, endpoint: Endpoint) -> Answered:
        told.status = 410 if endpoint.url == "https://hooks.example" else 204
        if told.status == 410:
            told.ok("PATCH", told.path, {"url": "https://elsewhere.example/in"})
        return answer(entry, endpoint)

    told.tell = moving  # type: ignore[method-assign]
    told.goes_out()
    assert told.endpoint_record().disabled_at is None
    assert len(told.got) == 2
    assert told.ok("GET", told.path + "/health")["waiting"] == 0


def test_an_event_that_the_endpoint_was_never_told_can_be_told_too(told: Told) -> None:
    told.acme.draft("One")
    event = told.house.entries()[-1].id
    told.ok("POST", told.path + "/replays", {"event": event})
    told.run()
    assert told.got == [event]


def test_a_call_that_is_lost_is_made_good(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise QueueError("lost")

    told.acme.draft("One")
    event = told.house.entries()[-1].id
    with monkeypatch.context() as patched:
        patched.setattr(MemoryQueue, "send_all", lost)
        told.ok("POST", told.path + "/replays", {"event": event})
    courier = told.house.store.get(Courier, "acme", told.endpoint)
    assert courier is not None
    assert courier.is_to_be_woken(told.house.clock.now())


def test_all_of_a_time_is_told_again_in_order_and_live_news_come_first(told: Told) -> None:
    for text in ("One", "Two", "Three"):
        told.acme.draft(text)
        told.house.clock.sleep(60)
    told.goes_out()
    first = list(told.got)
    since = (told.house.clock.now() - timedelta(hours=1)).isoformat()
    replay = told.ok("POST", told.path + "/replays", {"since": since})
    assert replay["finished_at"] is None
    told.house.refused(409, "POST", told.path + "/replays", {"since": since}, key=told.acme.owner_key)
    told.acme.draft("Four")
    new = [one for one in told.house.entries() if one.id not in told.seen and one.type == "post.drafted"]
    told.goes_out()
    assert told.got == [*first, new[0].id, *first]
    done = told.ok("GET", f"{told.path}/replays/{replay['id']}")
    assert (done["events"], done["finished_at"] is not None) == (3, True)
    assert told.house.facts()[-1] == "replay.finished"
    assert told.ok("GET", told.path + "/health")["replay"] is None


def test_a_page_of_a_replay_that_meets_the_fan_out_is_read_anew(told: Told) -> None:
    told.acme.draft("One")
    told.house.clock.sleep(1)
    since = (told.house.clock.now() - timedelta(hours=1)).isoformat()
    replay = told.ok("POST", told.path + "/replays", {"since": since})
    told.house.deliveries.sent.clear()
    new = told.house.entries()

    def put_up() -> None:
        fan_out(new, store=told.house.store, deliveries=MemoryQueue(), now=told.house.clock.now())

    # The runner's first commit claims the courier, the second is the replay's page.
    told.house.store.before["commit"] += [nothing, put_up]
    told.runner().run(Wake(client="acme", endpoint=told.endpoint))
    assert len(set(told.got)) == 1
    assert told.ok("GET", f"{told.path}/replays/{replay['id']}")["finished_at"] is not None
    courier = told.house.store.get(Courier, "acme", told.endpoint)
    assert courier is not None
    assert not courier.holder, "whose lease would have to run out first"


def test_a_replay_of_many_days_and_events_goes_page_by_page(told: Told) -> None:
    client = told.house.store.get(Client, "acme", "acme")
    assert client is not None
    long_ago = client.created_at - timedelta(days=10)
    told.house.store.commit(replace(client, created_at=long_ago, version=client.version + 1))
    made = []
    for number in range(130):
        at = long_ago + timedelta(hours=number)
        event = Entry(
            id=f"led_{number:04}", realm="acme", at=at, type="post.published", subject="pst_1", who={}, data={}
        )
        told.house.store.commit(event)
        made.append(event)
    until = made[-10].at
    since = made[10].at
    told.house.store.commits.clear()
    body = {"since": since.isoformat(), "until": until.isoformat()}
    replay = told.ok("POST", told.path + "/replays", body)
    told.run()
    assert told.got == [one.id for one in made[10:-10]]
    assert max(len(commit) for commit in told.house.store.commits) <= 100
    assert told.ok("GET", f"{told.path}/replays/{replay['id']}")["events"] == 110


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "event"),
        ({"event": "led_1", "since": "2026-11-25T09:00:00Z"}, "event"),
        ({"event": "led_1", "until": "2026-11-25T09:00:00Z"}, "until"),
        ({"event": "led_1"}, "event"),
        ({"event": "led_01KA5Z0000SAMP1E0000000000"}, "event"),
        ({"event": "led_ZZZZZZZZZZZZZZZZZZZZZZZZZZ"}, "event"),
        ({"since": "2026-11-25T09:00:00Z", "until": "2026-11-25T08:00:00Z"}, "since"),
        ({"since": "2026-11-25T09:00:00Z", "until": "2036-11-25T08:00:00Z"}, "until"),
        ({"since": "yesterday"}, "since"),
        ({"all": True}, "all"),
    ],
)
def test_a_replay_of_nothing_is_refused_by_name(told: Told, body: Any, field: str) -> None:
    given = told.house.refused(422, "POST", told.path + "/replays", body, key=told.acme.owner_key)
    assert given["field"] == field


def test_an_event_that_the_endpoint_does_not_want_is_not_told(told: Told) -> None:
    other = next(one for one in told.house.entries() if not one.type.startswith("post."))
    given = told.house.refused(422, "POST", told.path + "/replays", {"event": other.id}, key=told.acme.owner_key)
    assert given["field"] == "event"


def test_another_clients_event_is_no_event(told: Told) -> None:
    bolt = brand(told.house, "bolt")
    bolt.draft("Secret")
    event = told.house.entries("bolt")[-1].id
    told.house.refused(422, "POST", told.path + "/replays", {"event": event}, key=told.acme.owner_key)


def test_another_endpoints_replay_is_not_found(told: Told) -> None:
    told.acme.draft("One")
    told.goes_out()
    replay = told.ok("POST", told.path + "/replays", {"event": told.got[0]})
    other = told.ok("POST", told.acme.path("/endpoints"), {"url": "https://hooks.example"})
    path = told.acme.path(f"/endpoints/{other['id']}/replays/{replay['id']}")
    told.house.refused(404, "GET", path, key=told.acme.owner_key)


def test_what_is_disabled_is_not_told_again(told: Told) -> None:
    told.disable()
    told.house.refused(409, "POST", told.path + "/replays", {"event": told.got[0]}, key=told.acme.owner_key)
