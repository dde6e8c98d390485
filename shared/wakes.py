"""Calls to whoever tells an endpoint, on the queue `deliveries`: there may be something to tell."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from shared.queues import Sent


@dataclass(frozen=True, kw_only=True, slots=True)
class Wake:
    """Safe at any time, any number of times."""

    client: str
    endpoint: str


def message(wake: Wake, delay_seconds: int = 0) -> Sent:
    return Sent(msgspec.json.encode(wake).decode(), delay_seconds)


def messages(wakes: Iterable[Wake]) -> list[Sent]:
    return [message(wake) for wake in dict.fromkeys(wakes)]


def wake_in(body: str) -> Wake:
    return msgspec.json.decode(body, type=Wake)
