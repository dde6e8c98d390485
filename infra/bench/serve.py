"""Gives an event to a handler and insists on its success; ``python -m infra.bench.serve APP HANDLER`` does it once.

As a program it takes the event as JSON from standard input and prints the peak resident memory of the process, in
MiB. So it imports nothing that a function does not.
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

Handler = Callable[[Any, Any], Any]


class UnservedError(Exception):
    """A handler did not do what it was measured for, so there is nothing to measure."""


def served(handler: Handler, event: Any) -> Any:
    """What the handler answers; an API's body decoded. Raises :class:`UnservedError` unless all of it succeeded."""
    answer = handler(event, None)
    if answer.get("batchItemFailures"):
        raise UnservedError(f"{len(answer['batchItemFailures'])} messages failed")
    if "statusCode" not in answer:
        return answer
    if not 200 <= answer["statusCode"] < 300:
        raise UnservedError(answer["body"])
    return json.loads(answer["body"])


def peak_memory() -> float:
    """Of this process alone; ``getrusage`` on Linux starts from the peak of whoever started it."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].removesuffix("kB")) / 1024
    from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415

    return getrusage(RUSAGE_SELF).ru_maxrss / 1024**2


def main(app: str, handler: str) -> None:
    served(getattr(import_module(f"functions.{app}.app"), handler), json.load(sys.stdin))
    print(peak_memory())  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
