"""Parts and attempts to try a connector with."""

from datetime import UTC, datetime

from shared.domain.attempts import SEND_DEADLINE, Attempt
from shared.domain.clock import SystemClock, id_maker
from shared.domain.posts import Media, Part, Published
from shared.networks import Connection

TIMEOUT = 5.0
_new_id = id_maker(SystemClock())


def a_part(text: str = "Hello", in_reply_to: str = "", media: tuple[Media, ...] = ()) -> Part:
    return Part(post="pst_1", text=text, in_reply_to=in_reply_to, media=media)


def an_attempt(*, started_at: datetime | None = None) -> Attempt:
    """Another one at each call."""
    at = started_at or datetime.now(UTC)
    return Attempt(
        id=_new_id("att"),
        client="acme",
        agency="agy_1",
        account="acc_1",
        network="any",
        post="pst_1",
        started_at=at,
        deadline=at + SEND_DEADLINE,
    )


def out(line: Connection, part: Part, attempt: Attempt | None = None, *, timeout: float = TIMEOUT) -> Published:
    """As the sender puts a part out."""
    return line.publish(line.prepare(part, attempt or an_attempt(), timeout=timeout), timeout=timeout)
