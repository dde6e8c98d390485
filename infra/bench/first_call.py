"""What a network's connector costs a process that already publishes; ``python -m infra.bench.first_call NETWORK``.

Prints JSON: ``import_ratio``, the processor's time of its import to that of ``import functions.publish.app`` before
it; ``first_post_ratio``, that of opening a line and putting a first text out, to the same; and how many network calls
a text and a look for mentions take. The server that it talks to is the one of the tests, so this needs a clone of the
project.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any


def main(network: str) -> None:
    base = _seconds(lambda: import_module("functions.publish.app"))
    imported = _seconds(lambda: import_module(f"shared.networks.{network}.connection"))
    from shared.networks import RefusedError, capabilities_of  # noqa: PLC0415
    from shared.networks.capabilities import Does  # noqa: PLC0415
    from tests.networks.places import opened  # noqa: PLC0415
    from tests.networks.trying import a_part, an_attempt, out  # noqa: PLC0415

    calls = _counted()
    with opened(network) as place:
        subject = getattr(place, "subject", "")
        part = a_part("The shop is open again.", subject, () if subject else place.media)
        line: Any = None

        def first_post() -> None:
            nonlocal line
            line = place.connect()
            out(line, part, an_attempt())

        first = _seconds(first_post)
        figures = {
            "import_ratio": round(imported / base, 3),
            "first_post_ratio": round(first / base, 3),
            "calls_per_post": calls(),
        }
        if Does.POLL in capabilities_of(network).does:
            # Bluesky's reference server tells of mentions together with another one, which does not run here.
            with suppress(RefusedError):
                cursor = line.mentions("").cursor
                calls()
                line.mentions(cursor)
                figures["calls_per_poll"] = calls()
    print(json.dumps(figures))  # noqa: T201


def _seconds(act: Callable[[], object]) -> float:
    """Of the processor, in this thread alone: the server has others."""
    began = time.thread_time()
    act()
    return time.thread_time() - began


def _counted() -> Callable[[], int]:
    """Network calls since it was last asked."""
    from shared.networks.one_call import OneCallSession  # noqa: PLC0415

    made, send = 0, OneCallSession.send

    def counting(self: Any, *given: Any, **named: Any) -> Any:
        nonlocal made
        made += 1
        return send(self, *given, **named)

    OneCallSession.send = counting  # type: ignore[method-assign]

    def since() -> int:
        nonlocal made
        made, counted = 0, made
        return counted

    return since


if __name__ == "__main__":
    main(*sys.argv[1:])
