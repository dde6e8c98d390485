"""The whole product in one process: real routes, real use cases, over a memory store, network and queue.

Time is a fake clock that moves when something sleeps, so a test of an hour takes no time.
"""

import json
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from functions.desk.routes import ROUTES as DESK_ROUTES
from functions.desk.tools import Desk
from functions.desk.wake import call_couriers, wake_soon
from functions.prioritize.people import PeopleKeys
from functions.prioritize.receive import Receiver
from functions.prioritize.spotting import spot
from functions.publish.audit import audit_all
from functions.publish.read_back import ReadingBack
from functions.publish.reconcile import reconcile
from functions.publish.send import Outcome, Sender
from functions.publish.tick import tick
from functions.publish.watch import Watch
from functions.recover.drain import drain_all
from functions.recover.routes import ROUTES as RECOVER_ROUTES
from functions.recover.switch import Switch
from infra.bootstrap import bootstrap
from shared import dispatch
from shared.api.problems import TYPE_BASE
from shared.api.routes import Change, Route
from shared.api.serve import Request, answer
from shared.domain.accounts import Account
from shared.domain.clock import id_maker
from shared.domain.exports import Export
from shared.domain.ledger import Entry
from shared.domain.listening.crisis import Crisis
from shared.domain.listening.mentions import Delivery, Report, mention_id
from shared.domain.posts import Media
from shared.domain.schedule import Due
from shared.export_files import ExportFilesError
from shared.networks import CredentialsError, ThrottledError
from shared.networks.vault import Held
from shared.outcomes import Outcomes
from shared.queues import MemoryQueue
from shared.stores import Record
from shared.stores.memory import MemoryStore
from tests.labels import WordLabels
from tests.network import FakeClock, MemoryNetwork

PROBLEM_FIELDS = {"type", "title", "status", "detail", "remedy", "instance"}
Act = Callable[[], object]


class WatchedStore(MemoryStore):
    """Counts its calls, keeps its commits, and lets a test act around them.

    ``before`` and ``after`` hold acts by the name of a call, of which each such call takes one. An act that raises
    before a commit is a commit that never happened; after it, one whose answer was lost.
    """

    def __init__(self) -> None:
        super().__init__()
        self.calls: Counter[str] = Counter()
        self.commits: list[tuple[Record, ...]] = []
        self.before: defaultdict[str, deque[Act]] = defaultdict(deque)
        self.after: defaultdict[str, deque[Act]] = defaultdict(deque)

    def everything(self) -> dict[str, dict[Any, Any]]:
        """All that is stored now, to compare with later."""
        return {table: dict(found) for table, found in self._tables.items() if found}


def _watched(name: str) -> Callable[..., Any]:
    unwatched = getattr(MemoryStore, name)

    def call(self: WatchedStore, *given: Any, **named: Any) -> Any:
        self.calls[name] += 1
        if self.before[name]:
            self.before[name].popleft()()
        answered = unwatched(self, *given, **named)
        if name == "commit":
            self.commits.append(given)
        if self.after[name]:
            self.after[name].popleft()()
        return answered

    return call


for _name in [name for name in vars(MemoryStore) if not name.startswith("_")]:
    setattr(WatchedStore, _name, _watched(_name))


def nothing() -> None:
    """An act for a call that is not the one meant."""


def raising(error: Exception) -> Act:
    def act() -> None:
        raise error

    return act


def counting_entropy(start: int = 0) -> Any:
    """Different bytes at each call, the same in each run."""
    count = start

    def draw(size: int) -> bytes:
        nonlocal count
        count += 1
        return count.to_bytes(size, "big")

    return draw


@dataclass
class MemoryVault:
    kept: dict[str, Mapping[str, str]] = field(default_factory=dict)
    versions: Counter[str] = field(default_factory=Counter)
    successors: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    outages: deque[str] = field(default_factory=deque)
    """The calls that are not answered next, by name; what they were to do is not done."""

    def store(self, account: Account, credentials: Mapping[str, str]) -> None:
        self.kept[account.id] = credentials
        self.versions[account.id] += 1

    def held(self, account: Account) -> Held:
        self._answers("held")
        if account.id not in self.kept:
            raise CredentialsError("There are no credentials.")
        return Held(self.kept[account.id], str(self.versions[account.id]))

    def successor(self, account: Account, held: Held) -> Mapping[str, str] | None:
        return self.successors.get((account.id, held.version))

    def keep(self, account: Account, credentials: Mapping[str, str], held: Held) -> None:
        self._answers("keep")
        self.successors[account.id, held.version] = credentials

    def promote(self, account: Account, held: Held) -> bool:
        self._answers("promote")
        if str(self.versions[account.id]) != held.version:
            return False
        self.store(account, self.successors[account.id, held.version])
        return True

    def forget(self, account: Account) -> None:
        self._answers("forget")
        self.kept.pop(account.id, None)

    def _answers(self, call: str) -> None:
        if self.outages and self.outages[0] == call:
            self.outages.popleft()
            raise ThrottledError("The vault did not answer.", None)


@dataclass
class MemoryShelf:
    kept: dict[str, bytes] = field(default_factory=dict)

    def put(self, client: str, media: Media, content: bytes) -> None:
        self.kept[media.sha256] = content

    def link(self, client: str, media: Media) -> str:
        return f"https://shelf.example/{client}/{media.sha256}"


@dataclass
class MemoryExports:
    kept: dict[str, bytes] = field(default_factory=dict)
    outages: int = 0

    def put(self, export: Export, file: Path) -> None:
        if self.outages:
            self.outages -= 1
            raise ExportFilesError("The bucket did not answer.")
        self.kept[export.place] = file.read_bytes()

    def link(self, export: Export) -> str:
        return f"https://shelf.example/{export.place}"


@dataclass
class Response:
    status: int
    body: Any
    headers: Mapping[str, str]


class House:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.new_id = id_maker(self.clock, counting_entropy())
        self.store = WatchedStore()
        self.network = MemoryNetwork(self.clock)
        self.vault = MemoryVault()
        self.shelf = MemoryShelf()
        self.exports = MemoryExports()
        self.outbound = MemoryQueue()
        self.deliveries = MemoryQueue()
        self.addresses = {"social.example": ["93.184.215.14"]}
        self.desk = Desk(
            store=self.store,
            vault=self.vault,
            shelf=self.shelf,
            exports=self.exports,
            open=self.network.open,
            resolve=lambda host: self.addresses.get(host, []),
            entropy=counting_entropy(10**6),
            document=lambda: b'{"openapi": "3.1.0"}',
            allow_plain_http=False,
            sends_mail=True,
        )
        self.outcomes = Outcomes(self.store, self.network.connect, self.clock, self.new_id, "test")
        self.switch = Switch(store=self.store, outcomes=self.outcomes, clock=self.clock, new_id=self.new_id)
        self.people_keys = PeopleKeys(self.store, counting_entropy(2 * 10**6))
        self.agency_key = self.agency("North")

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """One HTTP call, without HTTP. ``body``: JSON-able, or bytes as they are."""
        bare, _, query = path.partition("?")
        route, params = find_route("GET" if method == "HEAD" else method, bare)
        raw = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        request = Request(
            method=method,
            path=bare,
            params=params,
            query=dict(pair.split("=", 1) for pair in query.split("&") if pair),
            headers=({"authorization": f"Bearer {key}"} if key else {}) | dict(headers or {}),
            body=raw,
        )
        tools: Any = self.desk if route in DESK_ROUTES else self.switch
        given = answer(
            route,
            request,
            store=self.store,
            clock=self.clock,
            new_id=self.new_id,
            tools=tools,
            after_commit=self._after_commit,
        )
        is_json = "json" in given.headers["Content-Type"]
        return Response(given.status, json.loads(given.body) if is_json else given.body.decode(), given.headers)

    def ok(self, method: str, path: str, body: Any = None, *, key: str, **headers: str) -> Any:
        """The body of a call that must succeed."""
        given = self.call(method, path, body, key=key, headers=headers)
        assert given.status in (200, 201), given.body
        return given.body

    def refused(
        self,
        status: int,
        method: str,
        path: str,
        body: Any = None,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """The problem document of a call that must be refused with ``status``, and that changes nothing."""
        before = self.store.everything()
        given = self.call(method, path, body, key=key, headers=headers)
        assert given.status == status, given.body
        assert given.headers["Content-Type"] == "application/problem+json"
        assert set(given.body) - {"field"} == PROBLEM_FIELDS
        assert given.body["status"] == status
        assert given.body["type"].startswith(TYPE_BASE)
        assert given.body["instance"] == path.partition("?")[0]
        assert self.store.everything() == before
        return given.body

    def agency(self, name: str) -> str:
        """The administration key of a further agency of this deployment."""
        return bootstrap(self.store, name, "Administrator", "^AD")

    def _after_commit(self, change: Change) -> None:
        wake_soon(change, self.store, self.outbound, self.clock.now())
        call_couriers(change, self.deliveries)

    def mention(self, text: str, *, client: str = "acme", source: str = "src_1", **more: Any) -> str:
        """A mention in the inbox, as if a webhook had brought it; returns its id."""
        given = {"network": "mastodon", "external_id": self.new_id("ext"), "author": "somebody", **more}
        report = Report(text=text, **given)
        delivery = Delivery(source=source, client=client, received_at=self.clock.now(), reports=(report,))
        self.receive(delivery)
        return mention_id(client, report.network, report.external_id)

    def receive(self, *deliveries: Delivery) -> None:
        """One batch from the queue ``inbound``."""
        receiver = Receiver(self.store, WordLabels(), self.clock, self.new_id, self.people_keys)
        receiver.read_ahead(deliveries)
        for delivery in deliveries:
            receiver.receive(delivery)

    def sender(self, outcomes: "list[Outcome | Due] | None" = None) -> Sender:
        """One that tells ``outcomes`` what became of each post."""

        class TellingSender(Sender):
            def send(self, due: Due) -> Outcome | Due:
                ended = super().send(due)
                if outcomes is not None:
                    outcomes.append(ended)
                return ended

        return TellingSender(self.store, self.network.connect, self.clock, self.new_id)

    def deliver(self) -> list[Outcome | Due]:
        """Every message on ``outbound``, each when the queue would hand it over; an early one goes back to it."""
        messages, self.outbound.sent = sorted(self.outbound.sent, key=lambda message: message.delay_seconds), []
        since = self.clock.monotonic()
        outcomes: list[Outcome | Due] = []
        for message in messages:
            self.clock.sleep(max(0.0, since + message.delay_seconds - self.clock.monotonic()))
            again = self.sender(outcomes).send_each(dispatch.convoy_in(message.body))
            if again:
                self.outbound.send_all(dispatch.messages(again, self.clock.now()))
        return outcomes

    def tick(self) -> int:
        return tick(store=self.store, outbound=self.outbound, clock=self.clock)

    def reconcile(self) -> int:
        return reconcile(store=self.store, outcomes=self.outcomes, clock=self.clock)

    def audit(self) -> int:
        return audit_all(store=self.store, clock=self.clock, new_id=self.new_id)

    def watch(self) -> int:
        return Watch(self.store, self.network.connect, self.clock, self.new_id).watch()

    def read_back(self) -> int:
        return ReadingBack(self.store, self.network.connect, self.clock, self.new_id, lambda _: None).read_back()

    def drain(self) -> int:
        return drain_all(self.switch)

    def entries(self, realm: str = "acme") -> list[Entry]:
        return list(self.store.ledger(realm, self.clock.now().date()))

    def facts(self, realm: str = "acme") -> list[str]:
        return [entry.type for entry in self.entries(realm)]


def find_route(method: str, path: str) -> tuple[Route, dict[str, str]]:
    asked = path.strip("/").split("/")
    for route in (*DESK_ROUTES, *RECOVER_ROUTES):
        shape = route.path.strip("/").split("/")
        if route.method != method or len(shape) != len(asked):
            continue
        params = {}
        for part, given in zip(shape, asked, strict=True):
            if part.startswith("{"):
                params[part[1:-1]] = given
            elif part != given:
                break
        else:
            return route, params
    raise LookupError(f"no route for {method} {path}")


@dataclass
class Brand:
    """A client with one person and key of each kind, and a connected account."""

    house: House
    client: str = "acme"
    owner_key: str = ""
    owner: str = ""
    approver_key: str = ""
    approver: str = ""
    second_key: str = ""
    second: str = ""
    agent_key: str = ""
    agent: str = ""
    agent_two: str = ""
    agent_two_key: str = ""
    agency: str = ""
    account: str = ""
    handle: str = "acme"

    def path(self, rest: str) -> str:
        return f"/clients/{self.client}{rest}"

    def draft(self, text: str, **more: Any) -> Any:
        """A post written by the agency; one that answers a mention serves what the mention does."""
        function = None if "mention" in more else "community"
        body = {"account": self.account, "handle": self.handle, "text": text, "function": function, **more}
        return self.house.ok("POST", self.path("/posts"), body, key=self.agent_key)

    def agree(self, rows: Any, **more: Any) -> Any:
        """The client's change of the mandate with its agency, signed by that where it needs to be; what is in force."""
        path = self.path("/mandate")
        laid_down = self.house.ok("PUT", path, {"rows": rows, **more}, key=self.owner_key)
        if laid_down["proposal"] is None:
            return laid_down
        body = {"sha256": laid_down["proposal"]["sha256"]}
        return self.house.ok("POST", path + "/signatures", body, key=self.house.agency_key)

    def introduce(self, member: str, admin: str, **more: Any) -> Any:
        """As one who speaks, by the key ``admin``; accepted by the client. Their place on the roster."""
        place = self.house.ok("POST", self.path("/roster"), {"member": member, **more}, key=admin)
        if place["accepted"]:
            return place
        return self.house.ok(
            "POST", self.path(f"/roster/{member}/acceptance"), {"verdict": "accept"}, key=self.owner_key
        )

    def acknowledge(self) -> None:
        """Both agents have read the guidelines in force."""
        version = self.house.ok("GET", self.path("/guidelines"), key=self.owner_key)["version"]
        for member, key in ((self.agent, self.agent_key), (self.agent_two, self.agent_two_key)):
            path = self.path(f"/roster/{member}/acknowledgement")
            self.house.ok("POST", path, {"version": version}, key=key)

    def crisis(self) -> str:
        """A potential one, told of by several people; returns its id."""
        for number in range(6):
            self.house.mention("There is a fire in the shop", author=f"witness_{number}", client=self.client)
        self.house.clock.sleep(60)
        spot(self.client, store=self.house.store, clock=self.house.clock, new_id=self.house.new_id)
        (raised,) = self.house.store.list(Crisis, self.client)
        return raised.id

    def approve(self, post: Any, *, key: str | None = None) -> Any:
        body = {"verdict": "approve", "content_hash": post["content_hash"]}
        return self.house.ok("POST", self.path(f"/posts/{post['id']}/approvals"), body, key=key or self.approver_key)

    def approved(self, text: str = "Good morning", **more: Any) -> Any:
        """A post written by the agency and approved by the client: scheduled."""
        return self.approve(self.draft(text, **more))

    def published(self, text: str = "Good morning") -> Any:
        post = self.approved(text)
        self.house.deliver()
        return self.post(post["id"])

    def post(self, id: str) -> Any:  # noqa: A002
        return self.house.ok("GET", self.path(f"/posts/{id}"), key=self.owner_key)

    def stop(self, scope: str, *, key: str | None = None, **headers: str) -> Any:
        body = {"scope": scope, "reason": "an incident"}
        return self.house.ok("POST", "/stops", body, key=key or self.owner_key, **headers)


def brand(house: House, client: str = "acme", agency_key: str | None = None) -> Brand:
    """Set up over the API as an agency and its client would."""
    made, agency_key = Brand(house, client, handle=client), agency_key or house.agency_key
    owner = {"name": "Owner", "signature": "^OW"}
    body = {"id": client, "name": client.title(), "zone": "Europe/Oslo", "owner": owner}
    admitted = house.ok("POST", "/clients", body, key=agency_key)
    made.agency = admitted["client"]["agencies"][0]
    made.owner, made.owner_key = admitted["owner"], admitted["owner_key"]
    made.approver, made.approver_key = person(made, "Approver", made.owner_key, ["read", "approve", "stop"])
    made.second, made.second_key = person(made, "Second", made.owner_key, ["read", "approve", "stop"])
    scopes = ["read", "recommend", "publish", "stop"]
    made.agent, made.agent_key = person(made, "Agent", agency_key, scopes)
    made.agent_two, made.agent_two_key = person(made, "Agent two", agency_key, scopes)
    for own in (made.owner, made.approver, made.second):
        made.introduce(own, made.owner_key)
    for agent in (made.agent, made.agent_two):
        made.introduce(agent, agency_key)
    account = {
        "network": "mastodon",
        "handle": made.handle,
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token"},
    }
    made.account = house.ok("POST", made.path("/accounts"), account, key=made.owner_key)["id"]
    return made


def shadow(made: Brand) -> str:
    """A shadow account of the client, for drills."""
    account = {
        "network": "mastodon",
        "handle": f"{made.handle}_shadow",
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token"},
        "shadow": True,
    }
    return str(made.house.ok("POST", made.path("/accounts"), account, key=made.owner_key)["id"])


def person(made: Brand, name: str, admin: str, scopes: list[str]) -> tuple[str, str]:
    """A new member of the party of the key ``admin``, and a key of theirs."""
    member = made.house.ok("POST", made.path("/members"), {"name": name, "signature": "^XX"}, key=admin)
    key = made.house.ok("POST", made.path("/keys"), {"member": member["id"], "scopes": scopes}, key=admin)
    return member["id"], key["key"]
