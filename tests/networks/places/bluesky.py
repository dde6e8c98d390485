"""Bluesky's own reference server, behind one that goes wrong to order."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import msgspec

from infra.sandbox.faults import FaultKind
from shared.domain.accounts import Account, AccountKind
from shared.domain.posts import Media
from shared.networks import Connection, Shelf
from shared.networks.bluesky import connect
from shared.networks.shelf import EmptyShelf
from tests.networks.faulty import Asked, Deed, FaultyServer, Hidden, Manner, Said, forwarded_to, serving
from tests.networks.peers import pds
from tests.networks.places import WRONG

GROUP = "bluesky"
"""Its tests run in one worker, so that one server is enough."""
_DEEDS = {
    "putRecord": Deed.PUBLISH,
    "createRecord": Deed.PUBLISH,
    "deleteRecord": Deed.DELETE,
    "getRecord": Deed.READ,
    "listRecords": Deed.READ,
}


class _Bluesky(Manner):
    def deed(self, asked: Asked) -> Deed:
        return _DEEDS.get(asked.path.rpartition(".")[2], Deed.OTHER)

    def throttled(self, until: datetime) -> Said:
        headers = {"Content-Type": "application/json", "ratelimit-reset": str(round(until.timestamp()))}
        return Said(429, b'{"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}', headers)

    def refused(self) -> Said:
        return Said(400, b'{"error": "InvalidRequest", "message": "not welcome here"}')

    def broken(self) -> Said:
        return Said(500, b'{"error": "InternalServerError", "message": "Internal Server Error"}')

    def hidden(self, said: Said, hidden: Hidden) -> Said:
        unseen = {msgspec.json.decode(body)["uri"] for body, _ in hidden.until}
        body = msgspec.json.decode(said.body)
        if body.get("uri") in unseen:
            return Said(400, b'{"error": "RecordNotFound", "message": "Could not locate record"}')
        if "records" in body:
            body["records"] = [record for record in body["records"] if record["uri"] not in unseen]
            return replace(said, body=msgspec.json.encode(body))
        return said


def an_account(member: pds.Member, base_url: str) -> Account:
    return Account(
        id="acc_1",
        client="acme",
        network="bluesky",
        handle=member.handle,
        kind=AccountKind.BRAND,
        base_url=base_url,
        owner=None,
        created_at=datetime.now(UTC),
    )


def credentials_of(member: pds.Member) -> dict[str, str]:
    return {
        "identifier": member.handle,
        "app_password": pds.PASSWORD,
        "access_token": member.access_token,
        "refresh_token": member.refresh_token,
        "did": member.did,
    }


class Bluesky:
    network = "bluesky"
    media: tuple[Media, ...] = ()
    counts_nothing = True

    def __init__(self, stack: ExitStack) -> None:
        self._ahead = timedelta(0)
        self.url = pds.running().url
        self.acme = pds.joined(self.url, "acme")
        self.customer = pds.joined(self.url, "customer")
        host = urlsplit(self.url)
        self._behind = forwarded_to(host.hostname or "", host.port or 0)
        self._told: list[tuple[str, Said]] = []
        self.proxy: FaultyServer = stack.enter_context(serving(self._answer, _Bluesky(), self.now))

    def _answer(self, asked: Asked) -> Said:
        said = self._behind(asked)
        self._told.append((asked.path.rpartition(".")[2], said))
        return said

    def told(self, name: str) -> list[Said]:
        """The server's own answers to one kind of request, oldest first."""
        return [said for asked, said in self._told if asked == name]

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def pass_time(self, span: timedelta) -> None:
        self._ahead += span

    def connect(self, *, right: bool = True, shelf: Shelf | None = None, **credentials: str) -> Connection:
        given = credentials_of(self.acme) if right else {"identifier": self.acme.handle, "app_password": WRONG}
        return connect(an_account(self.acme, self.proxy.url), {**given, **credentials}, shelf or EmptyShelf())

    def order(self, kind: FaultKind, *, seconds: float = 0.0, times: int = 1) -> None:
        self.proxy.order(kind, seconds=seconds, times=times)

    def standing(self) -> list[tuple[str, str]]:
        up: list[dict[str, Any]] = [post["value"] for post in self.acme.posts()]
        return [(post["text"], post.get("reply", {}).get("parent", {}).get("uri", "")) for post in up]

    def someone_says(self, text: str) -> str:
        return self.customer.says(text)

    def someone_likes(self, external_id: str) -> None:
        raise AssertionError("a server by itself counts nothing")

    def taken_back(self, external_id: str) -> None:
        self.customer.takes_back(external_id)


place = Bluesky
