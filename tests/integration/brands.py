"""A brand and its agency on the running engine, set up over HTTP as they would."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from infra import client as http
from infra.client import Answered, Api
from infra.demo import senders
from infra.engine import Engine
from infra.functions import function_name
from shared.domain.weeks import week_of
from tests.schemas import EVENTS

T = TypeVar("T")

PATIENCE = 150.0
"""Seconds that anything may take: a lease whose holder was lost is taken up after more than a minute."""
PAUSE = 0.05
PACE = 0.02
"""Of the time that was waited, between two looks later on: a look may be several of the 1,200 requests that a key has
in a minute."""
ZONE = "Europe/Oslo"


def until(what: str, look: Callable[[], T | None]) -> T:
    """The first true answer of ``look``."""
    began = time.monotonic()
    while (waited := time.monotonic() - began) < PATIENCE:
        if found := look():
            return found
        time.sleep(max(PAUSE, PACE * waited))
    raise AssertionError(f"{what}: not within {PATIENCE:.0f} s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One person's key, at both APIs."""

    member: str
    key: str
    desk: Api
    recover: Api


@dataclass(frozen=True, kw_only=True, slots=True)
class Brand:
    """A client with people of both parties and a connected account. Its handle is its id."""

    engine: Engine
    client: str
    agency: Line
    """The agency's administration."""
    owner: Line
    approver: Line
    second: Line
    """May stop, and nothing else."""
    agent: Line
    account: str

    def path(self, rest: str = "") -> str:
        return f"/clients/{self.client}{rest}"

    def get(self, rest: str) -> Any:
        """As the brand's owner sees it."""
        return self.owner.desk.get(self.path(rest))

    def draft(self, text: str, **more: Any) -> Any:
        """A post written by the agency."""
        return self.agent.desk.post(self.path("/posts"), self.body(text, **more))

    def body(self, text: str, **more: Any) -> dict[str, Any]:
        return {"account": self.account, "handle": self.client, "text": text, "function": "community", **more}

    def approve(self, post: Any) -> Any:
        body = {"verdict": "approve", "content_hash": post["content_hash"]}
        return self.approver.desk.post(self.path(f"/posts/{post['id']}/approvals"), body)

    def scheduled(self, text: str, **more: Any) -> str:
        """A post that is written and approved; its id."""
        return str(self.approve(self.draft(text, **more))["id"])

    def post(self, id: str) -> Any:  # noqa: A002
        return self.get(f"/posts/{id}")

    def becomes(self, post: str, state: str) -> Any:
        """The post, once it is in ``state``; one that has ended otherwise is not waited for."""

        def look() -> Any:
            seen = self.post(post)
            assert seen["state"] in (state, "scheduled", "claimed", "unknown"), seen
            return seen if seen["state"] == state else None

        return until(f"{post} is {state}", look)

    def published(self, text: str) -> Any:
        return self.becomes(self.scheduled(text), "published")

    def entries(self) -> list[Any]:
        """The ledger of today, and of yesterday in case the day has just ended; oldest first."""
        today = datetime.now(UTC).date()
        days = (today - timedelta(days=1), today)
        return [entry for day in days for entry in self.get(f"/ledger?day={day}")["items"]]

    def facts(self) -> list[str]:
        return [entry["type"] for entry in self.entries()]

    def week(self) -> str:
        """The one that runs by the client's clocks, which are ahead of UTC's."""
        return week_of(datetime.now(UTC), ZONE)

    def timeline(self) -> list[Any]:
        """What the network itself ever took for the brand's account, deleted or not."""
        answered = http.request("GET", f"{self.engine.network_url}/sandbox/timeline?handle={self.client}")
        return list(answered.body)

    def fault(self, kind: str, seconds: float = 0.0) -> None:
        """Have the network go wrong the next time that it hears of the brand's account."""
        order = {"fault": kind, "seconds": seconds, "handle": self.client}
        assert http.request("POST", f"{self.engine.network_url}/sandbox/faults", order).status == 200

    def connected(self, handle: str) -> str:
        """One more account of the brand's; its id."""
        account = {
            "network": "mastodon",
            "handle": handle,
            "base_url": self.engine.network_url,
            "credentials": {"access_token": f"sandbox-{handle}"},
        }
        return str(self.owner.desk.post(self.path("/accounts"), account)["id"])

    def said(self, author: str, text: str, to: str = "") -> str:
        """A stranger's message to the brand on the network itself; its id. ``to``: another handle than its own."""
        message = {"from": author, "to": to or self.client, "text": text}
        return str(http.request("POST", f"{self.engine.network_url}/sandbox/mentions", message).body["id"])

    def inbox(self, size: int) -> list[Any]:
        """The inbox, once it holds ``size`` mentions."""

        def look() -> list[Any] | None:
            items: list[Any] = self.get("/inbox")["items"]
            return items if len(items) == size else None

        return until(f"{size} in the inbox", look)

    def reported(self, *texts: str) -> list[Any]:
        """Strangers' messages on the network, reported by a tool; the inbox with them in it."""
        tool = self.source("standard", network="mastodon")
        reports = [
            {"external_id": self.said("stranger", text), "author": "stranger", "followers": 100, "text": text}
            for text in texts
        ]
        assert senders.standard(self.hook(tool), tool["secret"], reports, "msg_1").status == 200
        return self.inbox(len(texts))

    def tell(self, *reports: dict[str, Any]) -> None:
        """By a tool of its own, whatever there is on the network."""
        tool = self.source("standard", network="mastodon")
        assert senders.standard(self.hook(tool), tool["secret"], list(reports), "msg_1").status == 200

    def in_crisis(self) -> Any:
        """A potential one, told of by several people; takes half a minute."""
        text = "The charger caught fire in my kitchen, smoke everywhere"
        invoked(self.engine, "prioritize.attend")
        self.tell(*({"external_id": f"c{one}", "author": f"witness_{one}", "text": text} for one in range(6)))
        (crisis,) = until(
            "a crisis is raised", lambda: invoked(self.engine, "prioritize.attend") and self.get("/crises")
        )
        return crisis

    def call(
        self,
        method: str,
        rest: str,
        body: Any = None,
        *,
        by: Line | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answered:
        """Any request to the desk, by the owner unless somebody is named; the answer whatever it is."""
        key = (by or self.owner).key
        return http.request(method, self.engine.api_url + self.path(rest), body, key=key, headers=headers)

    def source(self, scheme: str, **more: Any) -> Any:
        return self.owner.desk.post(self.path("/sources"), {"name": scheme, "scheme": scheme, **more})

    def hook(self, source: Any) -> str:
        return f"{self.engine.hooks_url}/{source['id']}"


def introduced(engine: Engine, client: str) -> Brand:
    owner = {"name": "Owner", "signature": "^OW"}
    body = {"id": client, "name": client.title(), "zone": ZONE, "owner": owner}
    admitted = Api(engine.api_url, engine.agency_key).post("/clients", body)
    agency = line(engine, "", engine.agency_key)
    brand = line(engine, admitted["owner"], admitted["owner_key"])
    account = {
        "network": "mastodon",
        "handle": client,
        "base_url": engine.network_url,
        "credentials": {"access_token": f"sandbox-{client}"},
    }
    agent = person(engine, client, agency, "read", "recommend", "stop")
    speaks(client, agent, agency, accepted_by=brand)
    speaks(client, brand, brand)
    return Brand(
        engine=engine,
        client=client,
        agency=agency,
        owner=brand,
        approver=person(engine, client, brand, "read", "approve", "stop"),
        second=person(engine, client, brand, "stop"),
        agent=agent,
        account=brand.desk.post(f"/clients/{client}/accounts", account)["id"],
    )


def person(engine: Engine, client: str, admin: Line, *scopes: str, **more: Any) -> Line:
    """A new member of the party of ``admin``, with a key of these scopes."""
    member = admin.desk.post(f"/clients/{client}/members", {"name": "Somebody", "signature": "^SB"})["id"]
    key = admin.desk.post(f"/clients/{client}/keys", {"member": member, "scopes": scopes, **more})["key"]
    return line(engine, member, key)


def speaks(client: str, member: Line, admin: Line, accepted_by: Line | None = None) -> None:
    """``member`` is introduced by its own party, and accepted by the client."""
    admin.desk.post(f"/clients/{client}/roster", {"member": member.member})
    if accepted_by is not None:
        accepted_by.desk.post(f"/clients/{client}/roster/{member.member}/acceptance", {"verdict": "accept"})


def line(engine: Engine, member: str, key: str) -> Line:
    return Line(member=member, key=key, desk=Api(engine.api_url, key), recover=Api(engine.recover_url, key))


PROBLEM = "https://backchannel.example/problems/"


def refused(answered: Answered, status: int, kind: str, field: str | None = None) -> Any:
    """The problem document of a refusal, which must be of this kind and name this field."""
    assert answered.status == status, answered
    assert answered.headers["Content-Type"] == "application/problem+json"
    assert answered.body["type"] == PROBLEM + kind, answered.body
    assert answered.body.get("field") == field, answered.body
    return answered.body


@contextmanager
def nothing_written(*brands: Brand) -> Iterator[None]:
    before = [brand.entries() for brand in brands]
    yield
    assert [brand.entries() for brand in brands] == before


def invoked(engine: Engine, function: str) -> Any:
    """What a deployed function returns to its sample event, called at once instead of at its minute."""
    return invoked_with(engine, function, (EVENTS / f"{function}.json").read_bytes())


def invoked_with(engine: Engine, function: str, event: bytes) -> Any:
    name = function_name(engine.stage, *function.split("."))
    answer = engine.cloud.client("lambda").invoke(FunctionName=name, Payload=event)
    said = answer["Payload"].read()
    assert "FunctionError" not in answer, said
    return json.loads(said)


def queue_url(engine: Engine, queue: str) -> str:
    name = f"backchannel-{engine.stage}-{queue}"
    return str(engine.cloud.client("sqs").get_queue_url(QueueName=name)["QueueUrl"])


def waiting(engine: Engine, queue: str) -> int:
    """How many messages a queue holds, those that somebody works on included."""
    counts = engine.cloud.client("sqs").get_queue_attributes(QueueUrl=queue_url(engine, queue), AttributeNames=["All"])[
        "Attributes"
    ]
    return int(counts["ApproximateNumberOfMessages"]) + int(counts["ApproximateNumberOfMessagesNotVisible"])
