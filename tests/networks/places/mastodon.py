"""The sandbox, by Mastodon's rules."""

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

from infra.sandbox.faults import Fault, FaultKind
from infra.sandbox.server import SandboxServer, running
from shared.networks import Connection
from shared.networks.mastodon.connection import MastodonConnection
from tests.networks.places import WRONG


class Mastodon:
    network = "mastodon"
    media = ()

    def __init__(self, stack: ExitStack) -> None:
        self._ahead = timedelta(0)
        self._server: SandboxServer = stack.enter_context(running(now=self.now))

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def pass_time(self, span: timedelta) -> None:
        self._ahead += span

    def connect(self, *, right: bool = True) -> Connection:
        return MastodonConnection(self._server.url, "sandbox-acme" if right else WRONG)

    def order(self, kind: FaultKind, *, seconds: float = 0.0, times: int = 1) -> None:
        self._server.faults.order(Fault(fault=kind, times=times, seconds=seconds))

    def standing(self) -> list[tuple[str, str]]:
        up = [status for status in self._server.network.ever_posted("acme") if status.deleted_at is None]
        return [(status.text, status.in_reply_to or "") for status in up]

    def someone_says(self, text: str) -> str:
        return self._server.network.post("customer", text).id

    def someone_likes(self, external_id: str) -> None:
        likes = len(self._server.network.status(external_id).favourited_by)
        self._server.network.favourite(f"fan-{likes}", external_id)

    def taken_back(self, external_id: str) -> None:
        self._server.network.delete("customer", external_id)


place = Mastodon
