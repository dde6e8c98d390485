"""Once a minute: attempts whose outcome is not known are settled by reading the network. Nothing is sent."""

from shared import telemetry
from shared.domain.attempts import NAMING_HORIZON, unfinished
from shared.domain.clock import Clock
from shared.outcomes import Outcomes
from shared.stores import ConflictError, Stops, StoreError


def reconcile(*, store: Stops, outcomes: Outcomes, clock: Clock) -> int:
    """Settle what can be settled now; returns how many attempts were looked at."""
    open_attempts = unfinished(store.attempts_since(clock.now() - NAMING_HORIZON))
    for attempt in open_attempts:
        try:
            outcomes.settle(attempt)
        except ConflictError:
            telemetry.logger.info("settled by another function meanwhile", extra={"attempt": attempt.id})
        except StoreError:
            # One row that cannot be read or written must not keep the others from their end.
            telemetry.logger.exception("not settled; the next run tries again", extra={"attempt": attempt.id})
    return len(open_attempts)
