"""What of a hundred are no later than it."""

import math
from collections.abc import Sequence


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """By nearest rank, in the unit of ``values``."""
    ordered = sorted(values)
    return {
        "p50": round(ordered[math.ceil(len(ordered) * 0.50) - 1], 1),
        "p99": round(ordered[math.ceil(len(ordered) * 0.99) - 1], 1),
        "max": round(ordered[-1], 1),
    }
