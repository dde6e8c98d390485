"""snac2, an ActivityPub server that speaks Mastodon's API: two of them on this machine, which federate.

They know each other by bare addresses, which have to be served at port 80. Source: https://comam.es/what-is-snac

What reaches a server is kept under the microsecond of its arrival, so that of two messages in the same one the first
is lost. Wait for each to arrive before the next is sent.
"""

import fcntl
import json
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import requests

from tests.networks.peers import debian
from tests.networks.peers.npm import missing

T = TypeVar("T")

PACKAGE = "snac2"
LIBRARIES = ("libc6", "libcurl4t64", "libssl3t64")
HOSTS = ("127.0.0.2", "127.0.0.3")
LONGEST_START = 15.0
"""Seconds. A port may take three to be free again."""
FEDERATES_WITHIN = 60.0
"""Seconds; it takes four to ten on a machine that has nothing else to do."""
PAUSE = 0.1


def until(look: Callable[[], T | None], within: float = FEDERATES_WITHIN) -> T:
    """The first true answer of ``look``: a server works at its own pace."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(PAUSE)
    raise AssertionError(f"it never came true within {within:.0f} s")


@dataclass(frozen=True, slots=True)
class Member:
    """A user of one of the servers, by Mastodon's API."""

    host: str
    name: str
    token: str

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """As it is mentioned from elsewhere."""
        return f"@{self.name}@{self.host}"

    def call(self, method: str, path: str, **request: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        return requests.request(method, self.url + path, headers=headers, timeout=10, **request)

    def says(self, text: str, **more: str) -> str:
        """A post; its id on the own server."""
        return str(self.call("POST", "/api/v1/statuses", data={"status": text, **more}).json()["id"])

    def changes(self, status: str, text: str) -> None:
        assert self.call("PUT", f"/api/v1/statuses/{status}", data={"status": text}).ok

    def takes_back(self, status: str) -> None:
        assert self.call("DELETE", f"/api/v1/statuses/{status}").ok

    def told(self, words: str) -> list[dict[str, Any]]:
        """The statuses with these words that it was notified of."""
        notes = self.call("GET", "/api/v1/notifications", params={"limit": 80}).json()
        return [note["status"] for note in notes if note["type"] == "mention" and words in note["status"]["content"]]

    def posts(self, words: str = "") -> list[dict[str, Any]]:
        """What stands on its own server of it, newest first."""
        owner = self.call("GET", "/api/v1/accounts/verify_credentials").json()["id"]
        shown = self.call("GET", f"/api/v1/accounts/{owner}/statuses", params={"limit": 40}).json()
        return [status for status in shown if words in status["content"]]

    def knows(self, whom: str) -> list[str]:
        """Its ``followers``, or whom it is ``following``."""
        owner = self.call("GET", "/api/v1/accounts/verify_credentials").json()["id"]
        return [one["acct"] for one in self.call("GET", f"/api/v1/accounts/{owner}/{whom}").json()]


@contextmanager
def federating(*names: str) -> Iterator[tuple[Member, ...]]:
    """A server with one user for each of ``names``, who follow each other: deletions are told to followers alone."""
    snac = debian.program(PACKAGE, "usr/bin/snac", *LIBRARIES)
    with ExitStack() as stack:
        # There is one port 80 of each address for all who test on this machine.
        lock = stack.enter_context((Path(tempfile.gettempdir()) / "backchannel-snac.lock").open("w"))
        fcntl.flock(lock, fcntl.LOCK_EX)
        home = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="backchannel-snac-", ignore_cleanup_errors=True))
        )
        members = [
            stack.enter_context(_serving(snac, home / host, host, name))
            for host, name in zip(HOSTS, names, strict=True)
        ]
        for one, other in (members, members[::-1]):
            _follows(snac, home, one, other)
        yield tuple(members)


def _follows(snac: Sequence[str], home: Path, one: Member, other: Member) -> None:
    _run([*snac, "follow", str(home / one.host), one.name, f"{other.url}/{other.name}"])
    until(lambda: other.knows("followers") and one.knows("following"))


@contextmanager
def _serving(snac: Sequence[str], folder: Path, host: str, name: str) -> Iterator[Member]:
    _run([*snac, "init", str(folder)], answers=[host, "80", host, "", ""])
    config = json.loads((folder / "server.json").read_text())
    config |= {"protocol": "http", "num_threads": 8, "disable_email_notifications": True}
    (folder / "server.json").write_text(json.dumps(config))
    said = _run([*snac, "adduser", str(folder), name])
    password = re.search(r"password is (\S+)", said)
    assert password is not None, said
    with (folder / "log").open("w") as log:
        process = _started([*snac, "httpd", str(folder)], log, host)
        try:
            form = {"login": name, "passwd": password[1]}
            token = requests.post(f"http://{host}/oauth/x-snac-get-token", data=form, timeout=10)
            assert token.ok, token.status_code
            yield Member(host, name, token.text)
        finally:
            process.kill()  # asked to end, it takes its time
            process.wait()


def _started(command: Sequence[str], log: Any, host: str) -> "subprocess.Popen[bytes]":
    """It ends with this process, however that ends."""
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end:
        process = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *command], stdout=log, stderr=log)
        while process.poll() is None and time.monotonic() < end:
            if _answers(host) and process.poll() is None:
                return process
            time.sleep(PAUSE)
        process.kill()
        process.wait()
        time.sleep(PAUSE)
    missing(PACKAGE, f"it cannot serve at port 80 of {host}")
    raise AssertionError


def _answers(host: str) -> bool:
    try:
        return requests.get(f"http://{host}/api/v1/instance", timeout=1).ok
    except requests.RequestException:
        return False


def _run(command: Sequence[str], answers: Sequence[str] = ()) -> str:
    given = "".join(f"{answer}\n" for answer in answers)
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, timeout=30)
    return done.stdout + done.stderr
