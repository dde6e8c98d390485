"""Time and identity come in from outside, so that every rule can be replayed."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

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
    number = (int(at.timestamp() * 1000) << 80) | int.from_bytes(entropy, "big")
    return "".join(CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))


def id_maker(clock: Clock, entropy: Callable[[int], bytes] = os.urandom) -> NewId:
    return lambda prefix: f"{prefix}_{ulid(clock.now(), entropy(10))}"
