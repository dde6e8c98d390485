"""What a caller is told of how often it may call: the fields of the IETF's draft, and when to come back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from shared.api.problems import TooManyRequestsError
from shared.domain.parties import Caller

if TYPE_CHECKING:
    from shared.domain.rates import Admission  # of no use where there is no limit

Limit = Callable[[Caller, datetime], "Admission"]
"""Whether the caller's next request is let through now."""


def too_many(admission: "Admission") -> TooManyRequestsError:
    most, seconds = admission.policy.requests, int(admission.policy.window.total_seconds())
    return TooManyRequestsError(f"A key may ask {most:,} times in {seconds} seconds, and this one has.")


def rate_headers(admission: "Admission", now: datetime) -> Mapping[str, str]:
    """``r`` is how many more are let through in the ``t`` seconds to come, as far as this process knows."""
    policy, seconds = admission.policy, max(1, ceil((admission.resets_at - now).total_seconds()))
    told = {
        "RateLimit-Policy": f'"key";q={policy.requests};w={int(policy.window.total_seconds())}',
        "RateLimit": f'"key";r={admission.left};t={seconds}',
    }
    return told if admission.allowed else told | {"Retry-After": str(seconds)}
