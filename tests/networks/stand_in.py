"""What stand-ins for networks have in common that were written from documents."""

import hashlib
import json
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

from infra.sandbox.faults import FaultKind
from shared.domain.accounts import Account, AccountKind
from shared.domain.posts import Media
from tests.networks.faulty import Asked, Deed, Manner, Said, serving

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)
PICTURE = Media(
    sha256=hashlib.sha256(PNG).hexdigest(), kind="image/png", size=len(PNG), width=1, height=1, alt="A shop window."
)


class OnePicture:
    """A shelf on which every picture is :data:`PNG`."""

    def content(self, client: str, media: Media) -> bytes:
        return PNG

    def link(self, client: str, media: Media) -> str:
        return f"https://pictures.example/{client}/{media.sha256}"


class StandIn:
    """A place's own clock and server. A subclass says what is answered.

    ``empty``: what is put out is answered with an empty success.
    """

    network: str
    empty = False
    media: tuple[Media, ...] = ()

    def __init__(self, stack: ExitStack, manner: Manner) -> None:
        self._ahead = timedelta(0)
        self.server = stack.enter_context(serving(self._answered, manner, self.now))
        self._manner = manner

    def answer(self, asked: Asked) -> Said:
        raise NotImplementedError

    def _answered(self, asked: Asked) -> Said:
        said = self.answer(asked)
        return Said(200, b"{}") if self.empty and self._manner.deed(asked) is Deed.PUBLISH else said

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def pass_time(self, span: timedelta) -> None:
        self._ahead += span

    def order(self, kind: FaultKind, *, seconds: float = 0.0, times: int = 1) -> None:
        self.server.order(kind, seconds=seconds, times=times)

    def account(self) -> Account:
        return Account(
            id="acc_1",
            client="acme",
            network=self.network,
            handle="acme",
            kind=AccountKind.BRAND,
            base_url=self.server.url,
            owner=None,
            created_at=datetime(2026, 5, 1, tzinfo=UTC),
        )

    def asked(self, method: str, path: str) -> list[Asked]:
        """What was asked of that path or beneath it."""
        return [one for one in self.server.asked if one.method == method and one.path.startswith(path)]


def as_json(body: Any, status: int = 200, **headers: str) -> Said:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return Said(status, json.dumps(body).encode(), {"Content-Type": "application/json", **given})
