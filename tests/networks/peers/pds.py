"""Bluesky's reference server (PDS), with the directory of accounts that it needs and without an AppView."""

import atexit
import functools
import json
import selectors
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any

import requests

from tests.networks.peers import npm

LONGEST_START = 60.0
"""Seconds."""
JWT_SECRET = "jwt-secret"
"""With which the development environment signs tokens."""
ADMIN_PASSWORD = "admin-pass"
"""Of the development environment."""
PASSWORD = "correct-horse"

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Servers:
    url: str
    strict_url: str
    """Of a second one, whose rate limits are on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """An account on the server, with the session that its creation gave it."""

    url: str
    handle: str
    did: str
    access_token: str
    refresh_token: str

    def call(self, method: str, name: str, **request: Any) -> Any:
        return call(self.url, method, name, self.access_token, **request)

    def says(self, text: str, **record: Any) -> str:
        """A post of its own; returns its URI."""
        content = {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-01-01T00:00:00.000Z", **record}
        asked = {"repo": self.did, "collection": "app.bsky.feed.post", "record": content}
        return str(self.call("POST", "com.atproto.repo.createRecord", json=asked)["uri"])

    def says_many(self, text: str, many: int) -> None:
        """In one commit; at most 200."""
        now = datetime.now(UTC).isoformat()
        written = [
            {
                "$type": "com.atproto.repo.applyWrites#create",
                "collection": "app.bsky.feed.post",
                "value": {"$type": "app.bsky.feed.post", "text": f"{text} {number}", "createdAt": now},
            }
            for number in range(many)
        ]
        self.call("POST", "com.atproto.repo.applyWrites", json={"repo": self.did, "writes": written})

    def puts(self, uri: str, record: dict[str, Any]) -> None:
        """The post as it is to stand."""
        asked = {"repo": self.did, "collection": "app.bsky.feed.post", "rkey": uri.rpartition("/")[2], "record": record}
        self.call("POST", "com.atproto.repo.putRecord", json=asked)

    def takes_back(self, uri: str) -> None:
        asked = {"repo": self.did, "collection": "app.bsky.feed.post", "rkey": uri.rpartition("/")[2]}
        self.call("POST", "com.atproto.repo.deleteRecord", json=asked)

    def is_taken_down(self) -> None:
        """By the server's administrator."""
        asked: dict[str, Any] = {
            "subject": {"$type": "com.atproto.admin.defs#repoRef", "did": self.did},
            "takedown": {"applied": True},
        }
        answer = requests.post(
            f"{self.url}/xrpc/com.atproto.admin.updateSubjectStatus",
            json=asked,
            auth=("admin", ADMIN_PASSWORD),
            timeout=30,
        )
        answer.raise_for_status()

    def posts(self) -> list[dict[str, Any]]:
        """What stands in its repository, oldest first, with where: ``uri``, ``cid``, ``value``."""
        found: list[dict[str, Any]] = []
        cursor = None
        while True:
            asked = {"repo": self.did, "collection": "app.bsky.feed.post", "limit": 100, "cursor": cursor}
            page = self.call("GET", "com.atproto.repo.listRecords", params=asked)
            found += page["records"]
            cursor = page.get("cursor")
            if cursor is None:
                return found[::-1]


def call(url: str, method: str, name: str, token: str = "", **request: Any) -> Any:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = requests.request(method, f"{url}/xrpc/{name}", headers=headers, timeout=30, **request)
    answer.raise_for_status()
    return answer.json() if answer.content else None


def joined(url: str, name: str) -> Member:
    """A new account ``{name}-{number}.test``."""
    handle = f"{name}-{next(_numbers)}.test"
    asked = {"handle": handle, "email": f"{handle}@example.com", "password": PASSWORD}
    made = call(url, "POST", "com.atproto.server.createAccount", json=asked)
    return Member(
        url=url, handle=handle, did=made["did"], access_token=made["accessJwt"], refresh_token=made["refreshJwt"]
    )


@functools.cache
def running() -> Servers:
    """Started when first asked for, and stopped with this process."""
    folder = npm.installed("bluesky")
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            ["node", "--require", "./loopback.cjs", "start.mjs"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    atexit.register(_stop, process)
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdout, selectors.EVENT_READ)  # type: ignore[arg-type]
        said = process.stdout.readline() if ready.select(LONGEST_START) else ""  # type: ignore[union-attr]
    if not said:
        _stop(process)
        raise RuntimeError(f"Bluesky's server did not start; see {folder / 'server.log'}.")
    ports = json.loads(said)
    return Servers(f"http://127.0.0.1:{ports['pds']}", f"http://127.0.0.1:{ports['strict']}")


def _stop(process: "subprocess.Popen[str]") -> None:
    process.stdin.close()  # type: ignore[union-attr]
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
