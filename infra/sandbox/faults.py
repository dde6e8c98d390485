"""What can be made to go wrong: orders for a fault the next so many times, for everyone or for one handle."""

from enum import StrEnum
from threading import Lock

import msgspec


class FaultKind(StrEnum):
    ERROR_AFTER_POSTING = "error_after_posting"
    """The status is made, and the answer is 500."""
    LANDS_AFTER_TIMEOUT = "lands_after_timeout"
    """Nothing for ``seconds``; then the status is made and answered, to whoever still listens."""
    SLOW = "slow"
    """The status is made at once and answered after ``seconds``."""
    READ_LAG = "read_lag"
    """The status is made and answered, and shows in reads only after ``seconds``."""
    THROTTLE = "throttle"
    """A post or deletion is answered 429, with the limit's reset in ``seconds``."""
    REFUSE = "refuse"
    """A post is answered 422."""
    REFUSE_PICTURE = "refuse_picture"
    """An uploaded picture is answered 422."""
    SLOW_PICTURE = "slow_picture"
    """An uploaded picture is ready only after ``seconds``."""
    DELETE_LIES = "delete_lies"
    """A deletion is answered 200 and does nothing."""


class Fault(msgspec.Struct, forbid_unknown_fields=True):
    """One order. ``handle`` None: anyone's next request of the kind takes it."""

    fault: FaultKind
    times: int = 1
    seconds: float = 0.0
    handle: str | None = None


class Faults:
    def __init__(self) -> None:
        self._ordered: list[Fault] = []
        self._lock = Lock()

    def order(self, fault: Fault) -> None:
        with self._lock:
            self._ordered.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._ordered.clear()

    def take(self, kind: FaultKind, handle: str) -> Fault | None:
        """The oldest order of ``kind`` that meets ``handle``, used up by one."""
        with self._lock:
            for fault in self._ordered:
                if fault.fault is kind and fault.times > 0 and fault.handle in (None, handle):
                    fault.times -= 1
                    return fault
        return None
