"""Time and identity come in from outside, so that every rule can be replayed."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ULID_LENGTH = 26
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

NewId = Callable[[str], str]
"""``new_id("pst")`` returns a new id such as ``pst_01KAX4…``."""


class Clock(Protocol):
    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary start; never goes back. Deadlines are kept by this one."""
        ...

    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        if seconds > 0:
            time.sleep(seconds)


def ulid(at: datetime, entropy: bytes) -> str:
    """26 characters that sort by time: 48 bits of milliseconds, then ``entropy`` (10 bytes).

    Source: https://github.com/ulid/spec
    """
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    number = (milliseconds << 80) | int.from_bytes(entropy, "big")
    return "".join(CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))


def made_at(id: str) -> datetime | None:  # noqa: A002
    """When an id was made; None when it is no id."""
    text = id.rpartition("_")[2]
    if len(text) != ULID_LENGTH or not set(text) <= set(CROCKFORD):
        return None
    milliseconds = 0
    for character in text[:10]:
        milliseconds = milliseconds * 32 + CROCKFORD.index(character)
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


def id_maker(clock: Clock, entropy: Callable[[int], bytes] = os.urandom) -> NewId:
    """Ids from one maker sort in the order of their making, within a millisecond too, and if the clock goes back.

    Source: the monotonicity of https://github.com/ulid/spec
    """
    last_at, last_drawn = datetime.min.replace(tzinfo=UTC), 0

    def new_id(prefix: str) -> str:
        nonlocal last_at, last_drawn
        now = clock.now()
        at = now.replace(microsecond=now.microsecond // 1000 * 1000)
        if at > last_at:
            last_at, last_drawn = at, int.from_bytes(entropy(10), "big") >> 1
        else:
            last_drawn += 1
        return f"{prefix}_{ulid(last_at, last_drawn.to_bytes(10, 'big'))}"

    return new_id
