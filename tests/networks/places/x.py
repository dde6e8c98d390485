"""A stand-in written from X's documents, with faults to order."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

from infra.sandbox.faults import FaultKind
from shared.domain.accounts import Account, AccountKind
from shared.domain.posts import Media
from shared.networks import Connection
from shared.networks.x.connection import XConnection
from tests.networks.faulty import Asked, Deed, Hidden, Manner, Said, serving
from tests.networks.places import WRONG
from tests.networks.places.x_world import TOKEN, World, not_found, problem

PICTURE = Media(sha256="ab" * 32, kind="image/png", size=9, width=640, height=640, alt="A shop window.")


class Pictures:
    """The client's shelf."""

    def content(self, client: str, media: Media) -> bytes:
        return f"{client}/{media.sha256}".encode()

    def link(self, client: str, media: Media) -> str:
        raise AssertionError("X takes no links")


class XManner(Manner):
    def deed(self, asked: Asked) -> Deed:
        path = asked.path.removeprefix("/2")
        if (asked.method, path) == ("POST", "/tweets"):
            return Deed.PUBLISH
        if path.startswith("/tweets/"):
            return Deed.DELETE if asked.method == "DELETE" else Deed.READ
        return Deed.READ if path.endswith("/tweets") else Deed.OTHER

    def throttled(self, until: datetime) -> Said:
        limits = {
            "x-rate-limit-limit": "100",
            "x-rate-limit-remaining": "0",
            "x-rate-limit-reset": str(round(until.timestamp())),
        }
        return problem(429, "Too Many Requests", title="Too Many Requests", **limits)

    def refused(self) -> Said:
        return problem(403, "You are not permitted to perform this action.")

    def broken(self) -> Said:
        return problem(503, "Service Unavailable", title="Service Unavailable")

    def deleted(self) -> Said:
        return Said(200, b'{"data": {"deleted": true}}')

    def hidden(self, said: Said, hidden: Hidden) -> Said:
        ids = {json.loads(body)["data"]["id"] for body, _ in hidden.until}
        answer = json.loads(said.body)
        data = answer.get("data")
        if isinstance(data, list):
            answer["data"] = [post for post in data if post["id"] not in ids]
        elif data and data["id"] in ids:
            answer = not_found(data["id"])
        return Said(said.status, json.dumps(answer).encode())


class X:
    network = "x"
    media = ()
    repeats = False

    def __init__(self, stack: ExitStack) -> None:
        self._ahead = timedelta(0)
        self.world = World(self.now)
        self.server = stack.enter_context(serving(self.world.answer, XManner(), self.now))

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def pass_time(self, span: timedelta) -> None:
        self._ahead += span

    def connect(self, *, right: bool = True) -> Connection:
        return XConnection(self.server.url, TOKEN if right else WRONG, Pictures())

    def account(self) -> Account:
        return Account(
            id="acc_1",
            client="acme",
            network="x",
            handle="acme",
            kind=AccountKind.BRAND,
            base_url=self.server.url,
            owner=None,
            created_at=self.now(),
        )

    def order(self, kind: FaultKind, *, seconds: float = 0.0, times: int = 1) -> None:
        self.server.order(kind, seconds=seconds, times=times)

    def standing(self) -> list[tuple[str, str]]:
        own = [post for post in reversed(self.world.newest_first()) if post.author == "acme"]
        return [(post.text, post.answers) for post in own]

    def someone_says(self, text: str, in_reply_to: str = "") -> str:
        post = self.world.post("customer", text, in_reply_to)
        self.world.posts[post.id] = post
        return post.id

    def someone_likes(self, external_id: str) -> None:
        self.world.posts[external_id].likes += 1

    def taken_back(self, external_id: str) -> None:
        self.world.posts[external_id].up = False

    def asked(self, path: str) -> Sequence[Asked]:
        """What was asked for there, oldest first."""
        return [one for one in self.server.asked if one.path == path]


place = X
