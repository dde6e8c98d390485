"""Counts the calls to AWS: every request that botocore sends, tries again included."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from botocore.hooks import BaseEventHooks


@dataclass(slots=True)
class Calls:
    """Since they were last cleared. Bytes are those of bodies; headers are botocore's business."""

    operations: Counter[str] = field(default_factory=Counter)
    """By name such as ``dynamodb.GetItem``."""
    bytes_out: int = 0
    bytes_in: int = 0

    @property
    def total(self) -> int:
        return self.operations.total()

    def of(self, service: str, *operations: str) -> int:
        """The calls of any of these operations."""
        return sum(self.operations[f"{service}.{operation}"] for operation in operations)

    def clear(self) -> None:
        self.operations.clear()
        self.bytes_out = self.bytes_in = 0

    def _sent(self, event_name: str, request: Any, **_: Any) -> None:
        self.operations[event_name.removeprefix("before-send.")] += 1
        self.bytes_out += len(request.body or b"")

    def _received(self, response_dict: dict[str, Any] | None, **_: Any) -> None:
        body = response_dict["body"] if response_dict else b""
        self.bytes_in += len(body) if isinstance(body, bytes) else 0  # a stream is read later, by its caller


def counted(events: "BaseEventHooks") -> Calls:
    """The calls of a client (its ``meta.events``), or of the clients that a session makes from now on."""
    calls = Calls()
    events.register("before-send", calls._sent)
    events.register("response-received", calls._received)
    return calls
