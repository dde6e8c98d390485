"""What a search and a simulation are after."""

from collections.abc import Sequence


class ViolationError(AssertionError):
    """An invariant broke; ``trace`` tells how it came about."""

    def __init__(self, invariant: str, trace: Sequence[tuple[str, ...]]) -> None:
        super().__init__("\n  ".join([invariant, *(" ".join(event) for event in trace)]))
        self.invariant = invariant
        self.trace = trace
